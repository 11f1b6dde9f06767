package prompt

import (
	"cmp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// bareTopic makes the topic of a prompt of a few words that state nothing: "Cyber
// security awareness month kickoff".
func (p *parser) bareTopic() {
	b := p.b
	if p.t.Code != "en" || len(b.Points) != 1 || b.Subject != "" || b.Title != "" || b.Level != brief.Topic {
		return
	}
	pt := b.Points[0]
	t := prose.Unstop(pt.Text)
	if pt.Form == brief.Clause && !pt.Verbatim && prose.Words(t) <= 9 && prose.Words(t) > 2 && p.t.Question.MatchString(t) && !strings.ContainsAny(pt.Text, "?!:;") {
		b.Points[0].Form, b.Points[0].Text, b.Points[0].Role, b.Points[0].Asked = brief.How, lowerFirst(t), brief.Hook, true // "Why we sleep"
		return
	}
	if pt.Form != brief.Clause || pt.Verbatim || pt.Asked && pt.Role == brief.Hook || prose.Words(t) < 2 || prose.Words(t) > 9 || p.isClause(t) || strings.ContainsAny(pt.Text, "!?:;,") || anyDigit.MatchString(t) || prose.URL(t) != "" || p.t.Question.MatchString(t) {
		return
	}
	t = commonFirst(t)
	b.Subject, b.Points = t, nil
	if b.Purpose == "" {
		b.Purpose = grammar.PurposeOf(t)
	}
}

// aboutScenes makes the title of a plan of scenes of what its order says it is about.
func (p *parser) aboutScenes() {
	b := p.b
	if len(b.Scenes) == 0 || b.Title != "" || b.Subject != "" || len(b.Points) == 0 {
		return
	}
	if pt := b.Points[0]; pt.Verbatim && pt.Form == brief.Clause && prose.Words(pt.Text) <= 9 && !prose.EndsAsSentence(pt.Text) && pt.Line <= b.Scenes[0].Line {
		b.Title, b.Points = pt.Text, b.Points[1:] // `Shot list – "Opening the library"`
		return
	}
	if pt := b.Points[0]; (pt.Form == brief.How || pt.Form == brief.Phrase || pt.Form == brief.Why) && !pt.Verbatim && prose.Words(pt.Text) <= 10 && pt.Line <= b.Scenes[0].Line {
		b.Title, b.Points = prose.Upper(prose.Unstop(pt.Text)), b.Points[1:]
	}
}

// besideScenes carries out what stands outside the scenes of a plan and asks for something
// that is known here: "Folk guitar. Warm, handmade look."
func (p *parser) besideScenes() {
	b := p.b
	if len(b.Scenes) == 0 {
		return
	}
	kept := b.Points[:0:0]
	for _, pt := range b.Points {
		t := prose.Unstop(pt.Text)
		if pt.Role == brief.Action && p.closesPlan(t, pt) {
			continue
		}
		if playedOn.MatchString(t) {
			t = "music: " + t
		}
		if m := presenterIs.FindStringSubmatch(t); m != nil && b.Presenter.Name == "" && !b.Presenter.None { // "Agent = Tomás Vega (lower third)"
			b.Presenter.Name = m[2]
			b.NoteOn(pt.Line, "understood: the presenter is "+m[2], m[2])
			if i := slices.IndexFunc(b.Scenes, func(s brief.Scene) bool {
				first, _, _ := strings.Cut(m[2], " ")
				return strings.Contains(s.Header+" "+s.Visual, first)
			}); i >= 0 && strings.Contains(strings.ToLower(m[3]), "lower third") {
				b.Scenes[i].LowerThird = m[2] + ", " + prose.Upper(strings.ToLower(m[1]))
			}
			continue
		}
		if m := presenterLead.FindStringSubmatch(t); m != nil && !p.isClause(parenRE.ReplaceAllString(splitOutside(t, ", ")[0], "")) {
			p.understand(pt.Line, pt.Text, func() { p.avatar(m[1], pt.Line) })
			continue
		}
		if !pt.Verbatim && p.partlyMeant(t) {
			p.understand(pt.Line, pt.Text, func() { p.direct(t, pt.Line) })
			p.unheeded(t, pt.Line)
			continue
		}
		if pt.Verbatim || pt.Form == brief.Steps || pt.Form == brief.List || t == "" || p.isClause(t) && scenesNamed(t) == nil && !everyScene.MatchString(t) && !verbatimWish.MatchString(t) || !p.means(t) {
			kept = append(kept, pt)
			continue
		}
		p.understand(pt.Line, pt.Text, func() { p.direct(t, pt.Line) })
		p.unheeded(t, pt.Line)
	}
	b.Points = kept
}

// partlyMeant tells whether most of the parts between the commas of what stands outside the
// scenes are settings: "About a minute, landscape, Marco's avatar if we have it".
func (p *parser) partlyMeant(s string) bool {
	parts := splitOutside(s, ", ")
	known := 0
	for _, x := range parts {
		if x = strings.TrimSpace(x); x != "" && !p.isClause(x) && p.means(x) {
			known++
		}
	}
	return len(parts) >= 3 && known >= 2 && 2*known >= len(parts)
}

// closesPlan gives what viewers are asked at the end of a plan to its last scene: the words
// where nothing is said or read in it, an address on screen where that is all.
func (p *parser) closesPlan(t string, pt brief.Point) bool {
	last := &p.b.Scenes[len(p.b.Scenes)-1]
	if t == "" || pt.Line < last.Line {
		return false
	}
	if last.Say == "" && len(last.Screen) == 0 && !p.b.Silent {
		last.Say = prose.Upper(prose.Stop(pt.Text))
		return true
	}
	to := cmp.Or(prose.Mail(t), prose.URL(t))
	if to == "" || prose.Words(strings.Replace(t, to, "", 1)) > 2 || last.Type != "a-roll" {
		return to != "" && p.b.URL == to && prose.Words(t) == 1
	}
	if !strings.Contains(last.Say+" "+strings.Join(last.Screen, " "), to) {
		last.Screen = append(last.Screen, to)
	}
	return true
}

// presenterIs says who somebody is that a plan shows: what they are, their name, and more.
var presenterIs = pattern.New(`^(?i:(?:the )?(agent|presenter|host|narrator|speaker|coach|trainer|teacher|avatar))\s*(?:=|:| is | = )\s*(\p{Lu}\p{Ll}[\p{L}'’-]+(?: \p{Lu}\p{Ll}[\p{L}'’-]+){0,2})\s*(\([^()]*\))?$`)

// presenterLead begins what is said of the presenter without a verb: "Presenter Amara,
// framing medium".
var presenterLead = pattern.New(`(?i)^(?:the |our |an? )?(?:avatar|presenter|host|moderator(?:in)?|presentadora?|présentat(?:eur|rice))[,:]? (.{3,})$`)

// everyScene is about the transitions of all scenes: "Every scene ends with a grid wipe".
var everyScene = pattern.New(`(?i)\b(?:every|each|all|between|jede[rs]?|alle|zwischen|cada|todas?|chaque|toutes|entre|ogni|tutte)\b.*\b(?:scenes?|shots?|szenen?|escenas?|scènes?|cenas?|scen[ae])\b`)

// playedOn names music by what it is played on or by its kind.
var playedOn = pattern.New(`(?i)^(?:[\p{L}-]+ ){0,3}(?:guitar|piano|strings|drums?|orchestra|ukulele|violin|saxophone|techno|jazz|lo-?fi|synth|synthwave|folk|funk|disco|beats?|gitarre|klavier|streicher|guitarra|guitare|chitarra|pianoforte)(?: (?:music|bed|track|loop))?$`)

// datedEvent is whom a video is for, by an event and its day: "volunteers at the Bergen
// City Marathon on 25 April 2027".
var datedEvent = pattern.New(`^(.+?) (?i:at|of|for) (?i:the )?(\p{Lu}[\p{L}\d'’&-]*(?: (?:of |the |and |in )?\p{Lu}[\p{L}\d'’&-]*){0,5}),? on (` + aDate + `)$`)

// eventOf takes an event and its day out of the audience: both are facts.
func (p *parser) eventOf() {
	b := p.b
	m := datedEvent.FindStringSubmatch(b.Audience)
	if m == nil || len(b.Scenes) > 0 {
		return
	}
	b.Audience = m[1]
	if b.Company == "" {
		b.Company = m[2]
	}
	b.Points = append([]brief.Point{{Form: brief.Clause, Text: "The " + m[2] + " is on " + m[3] + ".", Asked: true, Line: 1, Col: 1}}, b.Points...)
}

// mostSpoken is the language of most words of a prompt's scenes, the first one where two
// have as many; "" without scenes.
func (b *draft) mostSpoken() string {
	count, best := map[string]int{}, ""
	for _, s := range b.Scenes {
		if code, _, _ := strings.Cut(s.Language, "-"); code != "" {
			count[code] += prose.Words(s.Say)
		}
	}
	for _, s := range b.Scenes {
		if code, _, _ := strings.Cut(s.Language, "-"); best == "" || count[code] > count[best] {
			best = code
		}
	}
	return best
}
