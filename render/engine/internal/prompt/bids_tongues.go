package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads what the maker of a video is told after the order, in whatever form of the
// verb: "Queremos algo sobrio, un minuto como mucho, y que acabe dando las gracias a todos",
// "Zum Schluss auf unsere Azubi-App hinweisen". Such a sentence falls into parts, each of which
// says how the video is to be or what is to come in it; where one is of no kind that is known,
// the sentence is left to the other readers.

// aBid is one part of such a sentence.
type aBid struct {
	kind  bidKind
	text  string // as it stands
	what  string
	more  string // to what those who are named are invited
	last  bool
	asked bool
}

// bidsAbroad carries out such a sentence.
func (p *parser) bidsAbroad(r *reading) bool {
	t := bidTongues[p.t.Code]
	if t == nil || p.foreign || p.verbatim || p.material || p.first() && len(p.b.Points) == 0 && p.b.Title == "" || strings.HasSuffix(r.text, "?") || prose.Words(r.text) > 60 {
		return false
	}
	if m := citationOf.FindStringSubmatch(strings.TrimSpace(r.text)); m != nil { // "Citation de notre fondatrice, Inès Caron : « … »"
		p.orders++
		part, name := m[1], strings.TrimSpace(m[2])
		p.say(brief.Point{Form: brief.Quote, Text: strings.TrimSpace(m[3]), Name: name, Part: strings.Trim(articleAfter.ReplaceAllString(part, ""), " ,"), Asked: true}, r.Sentence)
		return true
	}
	bids, ok := p.bidParts(t, prose.Unstop(strings.TrimRight(r.text, "! ")), aBid{}, 0)
	if !ok {
		return false
	}
	if last := &bids[len(bids)-1]; strings.HasSuffix(strings.TrimSpace(r.text), "!") && last.kind == bidEnd {
		last.what += " !"[map[bool]int{true: 0, false: 1}[p.t.Code == "fr"]:]
	}
	only := true
	for _, b := range bids {
		only = only && b.kind == bidStyle
	}
	if only && len(bids) == 1 && bids[0].what == bids[0].text && !noneSuch.MatchString(r.text) && !p.newStyle(bids[0].what) && !p.styleNoun(bids[0].what) && !p.onlyAdjectives(bids[0].what) {
		return false // a setting alone has its own readers
	}
	p.orders++
	for _, b := range bids {
		p.carryBid(t, b, r.Sentence)
	}
	return true
}

// citationOf is a quotation under its name. Groups: the post of who said it, the name, the words.
var citationOf = pattern.New(`^(?i:zitat|cita|citation|citazione|citação|frase)(?: (?i:von|vom|de|del|de la|du|di|della|da|do))? ((?i:(?:unser\p{L}*|nuestr[oa]|notre|nostr[oa]|noss[oa]|la|el|le|il|o|a|der|dem) )?(?:\p{Ll}[\p{L}'’-]* ){0,4}?\p{Ll}[\p{L}'’-]*,? )?(\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){0,2})\s?: [«"“„]\s?([^«»"“”„]+?)\s?[»"”“][.]?$`)

// bidParts takes a sentence apart; before is the part before it, whose place holds on.
func (p *parser) bidParts(t *bidTongue, s string, before aBid, depth int) ([]aBid, bool) {
	whole, is := p.bidOf(t, s, before)
	if is && whole.kind == bidStyle || depth > 5 {
		return []aBid{whole}, is
	}
	for _, at := range t.joint.FindAllStringIndex(s, -1) {
		if prose.InQuotes(s, at[0]) {
			continue
		}
		b, ok := p.bidOf(t, s[:at[0]], before)
		if !ok {
			continue
		}
		if more, ok := p.bidParts(t, strings.TrimSpace(s[at[1]:]), b, depth+1); ok {
			return append([]aBid{b}, more...), true
		}
	}
	return []aBid{whole}, is
}

// bidOf reads one part.
func (p *parser) bidOf(t *bidTongue, s string, before aBid) (aBid, bool) {
	s = strings.TrimSpace(s)
	b := aBid{text: s, what: s, last: before.last, asked: before.asked || before.text != ""}
	if s == "" {
		return b, false
	}
	rest := strings.NewReplacer(`"você"`, "você", `“você”`, "você", `"du"`, "du", `„du“`, "du", `„Sie“`, "Sie", `"Sie"`, "Sie", `"tú"`, "tú", `"usted"`, "usted", `"tu"`, "tu", `"lei"`, "lei", `"Lei"`, "Lei").Replace(s)
	for range 6 {
		m := t.lead.FindStringIndex(rest)
		if m == nil || m[1] >= len(rest) || !strings.ContainsAny(rest[m[1]-1:m[1]], " '\x99") {
			break
		}
		b.last = b.last || t.last.MatchString(rest[:m[1]])
		b.asked = b.asked || t.asks.MatchString(rest[:m[1]])
		rest = strings.TrimSpace(rest[m[1]:])
	}
	if m := madeSo.FindStringIndex(rest); m != nil && m[1] < len(rest) { // "Fate un video di mezzo minuto, chiaro"
		rest, b.asked = rest[m[1]:], true
	}
	lead := rest != s
	if at := endOfVideo.FindStringIndex(rest); at != nil && at[0] > 0 {
		rest, b.last, b.asked = rest[:at[0]], true, true
	}
	for _, f := range t.forms {
		if f.placed && !b.asked && !b.last {
			continue
		}
		m := f.re.FindStringSubmatch(rest)
		if m == nil || f.kind == bidThank && forReason.MatchString(m[1]) {
			continue
		}
		b.kind, b.what = f.kind, strings.TrimSpace(m[1])
		if len(m) > 2 {
			b.more = m[2]
		}
		return b, b.what+b.more != ""
	}
	b.kind = bidStyle
	if m := t.be.FindStringSubmatch(rest); m != nil && (lead || before.text != "" || talksSo.MatchString(rest) || wordedSo.MatchString(rest)) && (p.allSettings(lowerFirst(m[1])) || (lead || before.text != "" || talksSo.MatchString(rest)) && p.adjectives(m[1])) {
		b.what = m[1]
		return b, true
	}
	b.what = rest
	if m := aimOf[p.t.Code]; m != nil && m.MatchString(s) && !anyDigit.MatchString(yearAny.ReplaceAllString(s, "")) && prose.Words(s) <= 16 {
		b.kind, b.what = bidAim, s
		return b, true
	}
	if p.styleNoun(rest) {
		b.kind = bidStyle
		return b, true
	}
	if b.last {
		if bare := putThere.ReplaceAllString(rest, ""); p.allContacts(t, bare) {
			b.kind, b.what = bidEnd, bare
			return b, true
		}
	}
	if before.text != "" && noneOf.MatchString(rest) && prose.Words(rest) <= 4 && !anyDigit.MatchString(rest) {
		b.kind = bidStyle // "Nett formulieren, keine Verbote"
		return b, true
	}
	if m := logoLast.FindStringSubmatch(rest); m != nil && b.last {
		b.kind, b.what = bidStyle, "logo"
		if m[1] != "" {
			b.kind, b.what = bidEnd, m[1]
		}
		return b, true
	}
	if platformRE.FindString(" "+rest) == " "+rest && prose.Words(rest) <= 5 { // "Para Instagram."
		b.kind = bidSeen
		return b, true
	}
	addressed := asides[p.t.Code].manner != nil && asides[p.t.Code].manner.MatchString(rest) && !selves.MatchString(rest)
	if p.onlyAdjectives(rest) {
		b.kind = bidStyle
		return b, true
	}
	if p.allSettings(rest) && (lead || before.text != "" || addressed || p.newStyle(rest) || p.settingAbroad(rest) && prose.Words(rest) <= 8) {
		return b, true
	}
	return b, false
}

// carryBid carries out one part.
func (p *parser) carryBid(t *bidTongue, b aBid, at prose.Sentence) {
	role := brief.Body
	if b.last {
		role = brief.Action
	}
	switch b.kind {
	case bidStyle:
		p.understand(at.Line, b.text, func() {
			if d := prose.Duration(b.what); d >= 5 {
				p.b.length(b.text, d)
			}
			p.direct(noneSuch.ReplaceAllString(b.text, ""), at.Line)
		})
		for _, x := range settingJoint.Split(b.what, -1) {
			if x = strings.TrimSpace(x); !p.addressed(x, at.Line) {
				p.unheeded(atMost.ReplaceAllString(degreeFirst.ReplaceAllString(x, ""), ""), at.Line)
			}
		}
	case bidEnd:
		doing := strings.TrimPrefix(b.what, "en ")
		if x, ok := p.bidOf(t, leftOut.ReplaceAllString(doing, "$1 "), aBid{last: true, asked: true}); ok && x.kind != bidStyle && x.kind != bidEnd && len(prose.Quoted(doing)) == 0 {
			p.carryBid(t, x, at) // "invitando a todos a la jornada"
			return
		}
		if m := wishLast.FindStringSubmatch(b.what); m != nil {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(wishSaid[p.t.Code] + m[1]), Role: brief.Action, Asked: true}, at)
			return
		}
		if !p.endsInContact(t, b.what, at) && !p.endsInCall(b.what, at) {
			p.ending(b.what, at)
		}
	case bidThank:
		p.thankThem(b.what, at)
	case bidPoint:
		if u := cmp.Or(prose.Mail(b.what), prose.URL(b.what)); u != "" {
			p.address(u, at)
			return
		}
		if strings.HasPrefix(b.what, "@") {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(t.more + b.what), Role: brief.Action, Asked: true}, at)
			return
		}
		if p.b.Purpose == brief.Thanks && p.t.Code != "de" { // "citare la Pro Loco e gli sponsor"
			p.thankThem(b.what, at)
			return
		}
		what := b.what
		if m := dativeTo.FindString(what); m != "" && p.t.Code == "es" {
			what = cmp.Or(unmelted[strings.TrimSpace(m)], "") + what[len(m):] // "mencionad al equipo"
		}
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(t.note + what), Role: role, Asked: true}, at)
	case bidThat:
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(prose.Upper(p.mainClause(b.what))), Role: role, Asked: true}, at)
	case bidFor:
		said := thanksSaid[p.t.Code] + b.what
		if r := ofViewers[p.t.Code]; r != nil {
			said = r.Replace(said)
		}
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(said), Role: brief.Action, Asked: true}, at)
	case bidAim:
		p.b.NoteOn(at.Line, "\""+prose.Clip(b.text, 80)+"\" says what the video is to do to its viewers: it is not spoken", prose.FirstWords(b.text, 3))
	case bidSeen:
		p.b.NoteOn(at.Line, "understood: seen at "+b.what, b.what)
		p.direct(" "+b.what, at.Line)
	case bidWish:
		said := map[string]string{"de": "Wir wünschen ", "fr": "Nous vous souhaitons ", "it": "Vi auguriamo ", "pt": "Desejamos "}[p.t.Code] + b.what
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(prose.Upper(said)), Role: brief.Action, Asked: true}, at)
	case bidInvite:
		p.action(b.what, at)
	case bidBidWho:
		who := strings.TrimSpace(b.what)
		if lesOnly.MatchString(who) {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(invitedSaid[p.t.Code] + b.more), Role: brief.Action, Asked: true}, at)
			return
		}
		text := map[string]string{"de": strings.Join(strings.Fields("Wir laden "+who+" "+b.more+" ein"), " "), "es": "Invitamos a " + who + " " + b.more, "fr": "Nous invitons " + who + " " + b.more, "it": "Invitiamo " + who + " " + b.more, "pt": "Convidamos " + who + " " + b.more}[p.t.Code]
		if who == "" || strings.EqualFold(who, "herzlich") {
			text = "Herzliche Einladung " + b.more
		}
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(text), Role: brief.Action, Asked: true}, at)
	}
}

// lesOnly are those who are meant anyway.
var lesOnly = pattern.New(`^l[eoa]s$`)
