package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// asWish puts a sentence about the whole video into English; it is one where little else
// is said: ok.
func (p *parser) asWish(s string) (english string, ok bool) {
	if !p.foreign || strings.ContainsAny(s, "?？") {
		return s, false
	}
	english, left := grammar.GlossedLeft(s, grammar.Wishes, true)
	_, from, to := prose.LengthIn(s)
	left -= grammar.LettersOf(s[from:to])
	known := grammar.LettersOf(s) - grammar.LettersOf(s[from:to]) - left
	return english, known > 0 && left <= known/2
}

// wished puts the wishes that a headed part holds into English: the colours of a style, and
// every wish in a language whose grammar is not known here.
func (p *parser) wished(sec, s string) string {
	if p.foreign {
		s = grammar.Glossed(s, grammar.Wishes, true)
	}
	if sec == "style" && (p.foreign || !p.inEnglish()) {
		s = grammar.Glossed(s, grammar.Colours, true)
	}
	return s
}

// ground is what a field of a scene's background says, in the words of a picture: "red
// background".
func (p *parser) ground(name, colour string) string {
	colour = prose.Unstop(colour)
	for _, t := range []string{name + " " + colour, colour + " " + name} { // "fondo rojo", "weißer Hintergrund"
		if en := p.english(t); en != t {
			return en
		}
	}
	return colour + " background"
}

// english puts the words that direct a picture into English; what it shows stays.
func (p *parser) english(s string) string {
	if p.t.Code == "en" && !p.foreign {
		return s
	}
	var b strings.Builder
	for i, part := range splitQuotes(s) {
		if i%2 == 1 {
			if grammar.IsLetterEnd(b.String()) {
				b.WriteByte(' ') // scripts without spaces
			}
			b.WriteString(part)
			continue
		}
		part = strings.ReplaceAll(part, "،", ",")
		at := 0
		for _, m := range append(clauseEnds.FindAllStringIndex(part, -1), []int{len(part), len(part)}) {
			clause, data := part[at:m[0]], ""
			if c := dataColon.FindStringIndex(clause); c != nil {
				clause, data = clause[:c[0]], ": "+grammar.Glossed(clause[c[1]:], grammar.Glosses[len(grammar.Glosses)-2:], false)
			}
			b.WriteString(grammar.Glossed(clause, grammar.Glosses, p.t.Code == "de") + data + part[m[0]:m[1]])
			at = m[1]
		}
	}
	return b.String()
}

// wishes carries out a wish in a language whose grammar is not known here.
func (p *parser) wishes(r *reading) bool {
	wish, ok := p.asWish(r.text)
	if !ok || p.verbatim {
		return false
	}
	p.orders++
	p.understand(r.Line, r.text, func() { p.direct(wish, r.Line) })
	p.b.NoteOn(r.Line, "\""+prose.Unstop(r.text)+"\" is taken for a direction and not spoken", prose.FirstWords(r.text, 3))
	return true
}

// wishedIn are the parts that hold wishes about the whole video.
var wishedIn = map[string]bool{"duration": true, "music": true, "voice": true, "captions": true, "format": true, "tone": true, "style": true}

var clauseEnds = pattern.New(`[.;!?]\s+|[。；！？]`)

var dataColon = pattern.New(`:\s|：`)
