package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// direct takes a sentence about the production: never spoken, its wishes kept.
func (p *parser) direct(text string, at int) {
	b := p.b
	if text = p.scenewise("", text, at); text == "" {
		return
	}
	b.attributes(text, at)
	if d := prose.Duration(text); d >= 5 && b.Seconds == 0 && (!notLength.MatchString(text) || limitRE.MatchString(text) && prose.Words(text) <= 8) {
		b.length(text, d)
	}
	if st := prose.LookupFirst(styles, boldType.ReplaceAllString(text, " ")); st != "" && b.Look.Style == "" {
		b.Look.Style = st
	}
	if set := prose.Lookup(layout.Sets, text); set != "" && presenterWord.MatchString(text) {
		b.Look.Set = set
	}
	if m := phoneRE.FindString(hexRE.ReplaceAllString(text, " ")); m != "" {
		b.Screen = append(b.Screen, brief.Literal{Text: strings.TrimSpace(m), Line: at})
	}
	if l := grammar.LanguageNamed(text); l != "" {
		b.Language = l
	}
	if g := gender(layout.NoAvatarRE.ReplaceAllString(text, " ")); g != "" && voiceWord.MatchString(text) {
		b.Voice = g
	} else if g != "" && (presenterWord.MatchString(text) || layout.OnlyInRE.MatchString(text)) && b.Presenter.Gender == "" && !b.Presenter.None {
		b.Presenter.Gender = g
	}
	if voiceWord.MatchString(text) {
		b.voicing(text, at)
	}
	if m := presenterLooks.FindStringSubmatch(text); m != nil && b.Presenter.Look == "" && !b.Presenter.None {
		b.Presenter.Look, b.Presenter.Line = prose.Unstop(m[1]), at
	}
	if m := avatarNamed.FindStringSubmatch(text); m != nil && b.Presenter.ID == "" && !b.Presenter.None {
		b.Presenter.ID, b.Presenter.Line = m[1], at
	}
	if side, _ := layout.SideOf(text); side != "" && !b.Presenter.None {
		b.Presenter.Side = side
	}
	for _, s := range prose.SplitSentences(text) {
		if m := assetRE.FindStringSubmatch(s); m != nil {
			b.Assets = append(b.Assets, brief.AssetRef{Name: strings.TrimSpace(m[1]), When: prose.Unstop(m[2]), Line: at})
		} else if m := assetWhen.FindStringSubmatch(s); m != nil {
			b.Assets = append(b.Assets, brief.AssetRef{Name: strings.TrimSpace(m[1]), When: prose.Unstop(m[2]), Line: at})
		} else if m := assetIn.FindStringSubmatch(s); m != nil {
			b.Assets = append(b.Assets, brief.AssetRef{Name: strings.TrimSpace(m[1]), When: prose.Unstop(m[2]), Scenes: scenesNamed(m[2]), Line: at})
		}
	}
	for _, s := range prose.SplitSentences(text) {
		if musicIn.MatchString(s) && sceneRef.MatchString(s) && p.t != nil {
			p.cuesNamed(s, at) // "No music during scene 5 please."
		}
	}
	b.transitionsIn(text)
	b.namedColors(text)
	for _, x := range splitOutside(prose.Unstop(text), ", ") {
		x = strings.TrimSpace(x)
		if l := prose.Lookup(grammar.Languages, x); l != "" && prose.Words(x) <= 2 && b.Language == "" {
			b.Language = l // "British English" says it all
		}
		if instrument.MatchString(x) && b.Music == (brief.Music{}) {
			b.Music.Mood = prose.Lookup(moods, x)
		}
	}
	if b.Look.Mood == "" {
		b.Look.Mood = prose.Lookup(moods, moodRefused.ReplaceAllString(text, " "))
		if b.Look.Mood == "off" {
			b.Look.Mood = ""
		}
	}
}

var (
	presenterWord  = pattern.New(`(?i)\b(?:avatar|presenter|host|narrator|voice|voice-?over|speaker|anchor|sprecher(?:in)?|moderator(?:in)?|presentador(?:a)?|présentat(?:eur|rice)|apresentador(?:a)?|presentat(?:ore|rice)|locutora?|narradora?|narrat(?:eur|rice|ore)|voz|voix|voce|stimme|\w+stimme)\b|مقدم|صوت|מגיש|קול|קריין`)
	presenterLooks = pattern.New(`(?i)\b(?:presenter|avatar|host|narrator)\b(?: is| should be|:)? ((?:an? )?(?:[\p{L}-]+ ){0,3}(?:woman|man|female|male|person|lady|guy)\b.{4,120})$`)
	voiceWord      = pattern.New(`(?i)\b(?:voice|voice-?over|narrat\w+|stimme|\w+stimme|voz|voix|voce|stem|vrouwenstem|mannenstem)\b|صوت|קול|קריין`)
	assetRE        = pattern.New(`(?i)\buse (?:the|our|my) (?:attached |uploaded |provided )?(.+?) (?:as b-?roll )?(?:when(?:ever)?|while|as|where|for) (?:you (?:are )?|we (?:are )?)?(?:discuss(?:ing)?|talk(?:ing)? about|mention(?:ing)?|describ(?:e|ing)|explain(?:ing)?|showing|speaking of)\s+(.+)$`)
	// assetWhen shows a file when something is named: "use hero.jpg when the lamp is first mentioned".
	assetWhen = pattern.New(`(?i)\b(?:use|show|cut to|display|insert) (?:the |our |my )?(?:attached |uploaded |provided )?(\S+\.\p{L}[\p{L}\d]{2,3}) (?:when(?:ever)?|once|as soon as|where|while) (.+?) (?:is|are|gets?|has been|comes? up) ?(?:first |being )?(?:mentioned|named|shown|discussed|introduced|described|explained|spoken of|said|talked about|up)?\.?$`)
	assetIn   = pattern.New(`(?i)\b(?:use|show|put|place|insert|display|cut to)\s+(?:the |our |my )?(?:attached |uploaded |provided )?([^,;]{3,60}?)(?:\s+as (?:the |an? )?(?:b-?roll|background|overlay|full[- ]screen(?: image)?))?\s+(?:in|for|on|during)\s+((?:scenes?|shots?)\s*#?\d.*)$`)
)

// avatarNamed is somebody of the catalogue by their id.
var avatarNamed = pattern.New(`(?i:\b(?:use|with|cast) (?:the )?(?:avatar|presenter)) (p\d{4}|maya|amara|sofia|priya|mei|grace|nadia|layla|daniel|kenji|arjun|thomas|malik|diego|luca|omar)\b`)

var phoneRE = pattern.New(`(?:\+\d{1,3}[ -]?|\b0)\d{2,5}[ /-]?\d{3,}(?:[ -]?\d{2,})*`)

func gender(s string) string {
	f, m := femaleRE.MatchString(s), maleRE.MatchString(s)
	switch {
	case f && !m:
		return "female"
	case m && !f:
		return "male"
	}
	return ""
}

var (
	// musicIn is a sentence about the music, sceneRef names a scene by its number.
	musicIn  = pattern.New(`(?i)\b(?:music|soundtrack|musik|música|musique|musica)\b`)
	sceneRef = pattern.New(`(?i)\b(?:scenes?|shots?|szenen?|escenas?|scènes?|cenas?|scen[ae])\s*#?\d{1,2}\b`)
)
