package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// direct takes a sentence about the production: never spoken, its wishes kept.
func (p *parser) direct(text string, at int) {
	b := p.b
	b.attributes(text, at)
	if d := duration(text); d >= 5 && b.Seconds == 0 && (!notLength.MatchString(text) || limitRE.MatchString(text) && Words(text) <= 8) {
		b.length(text, d)
	}
	if st := lookupFirst(styles, boldType.ReplaceAllString(text, " ")); st != "" && b.Look.Style == "" {
		b.Look.Style = st
	}
	if set := lookup(sets, text); set != "" && presenterWord.MatchString(text) {
		b.Look.Set = set
	}
	if m := phoneRE.FindString(hexRE.ReplaceAllString(text, " ")); m != "" {
		b.Screen = append(b.Screen, Literal{strings.TrimSpace(m), at})
	}
	if l := languageNamed(text); l != "" {
		b.Language = l
	}
	if g := gender(noAvatarRE.ReplaceAllString(text, " ")); g != "" && voiceWord.MatchString(text) {
		b.Voice = g
	} else if g != "" && (presenterWord.MatchString(text) || onlyInRE.MatchString(text)) && b.Presenter.Gender == "" && !b.Presenter.None {
		b.Presenter.Gender = g
	}
	if voiceWord.MatchString(text) {
		b.voicing(text, at)
	}
	if m := presenterLooks.FindStringSubmatch(text); m != nil && b.Presenter.Look == "" && !b.Presenter.None {
		b.Presenter.Look, b.Presenter.Line = Unstop(m[1]), at
	}
	if m := sideRE.FindStringSubmatch(text); m != nil && !b.Presenter.None {
		b.Presenter.Side = sideNamed(m[1] + m[3])
	}
	if m := assetRE.FindStringSubmatch(text); m != nil {
		b.Assets = append(b.Assets, AssetRef{Name: strings.TrimSpace(m[1]), When: Unstop(m[2]), Line: at})
	} else if m := assetWhen.FindStringSubmatch(text); m != nil {
		b.Assets = append(b.Assets, AssetRef{Name: strings.TrimSpace(m[1]), When: Unstop(m[2]), Line: at})
	} else if m := assetIn.FindStringSubmatch(text); m != nil {
		b.Assets = append(b.Assets, AssetRef{Name: strings.TrimSpace(m[1]), When: Unstop(m[2]), Scenes: scenesNamed(m[2]), Line: at})
	}
	b.transitionsIn(text)
	b.namedColors(text)
	for _, x := range splitOutside(Unstop(text), ", ") {
		x = strings.TrimSpace(x)
		if l := lookup(languages, x); l != "" && Words(x) <= 2 && b.Language == "" {
			b.Language = l // "British English" says it all
		}
		if instrument.MatchString(x) && b.Music == (Music{}) {
			b.Music.Mood = lookup(moods, x)
		}
	}
	if b.Look.Mood == "" {
		b.Look.Mood = lookup(moods, text)
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
