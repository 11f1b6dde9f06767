package telling

import (
	"regexp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// side is one of two things that the prompt wants compared.
type side struct {
	name string         // "Basic"
	does *regexp.Regexp // a sentence about it; its group is what it does
	also *regexp.Regexp // a clause about it behind one about the other; its group is what it does
	rows []scene.Item   // what its sentences tell

	facts []string // the same in their words
}

const (
	// kindBehind and kindBefore are what both of two things may be, behind a name or before
	// it: "the Pro plan", "el plan Pro".
	kindBehind = `(?:plans?|models?|versions?|editions?|packages?|tiers?|options?|subscriptions?|memberships?|tickets?)`
	kindBefore = `(?:plan|tarif|modell|modelo|modèle|piano|offre|formule)`
)

var (
	differenceOf = pattern.New(`(?i)\bdifferences? between (?:(?:an?|the|our) )?(.{2,30}?) and (?:(?:an?|the|our) )?([^,.:;?]{2,30})$`)
	doingWord    = pattern.New(`(?i)^\p{L}+ing$`)
	ofSides      = pattern.New(`(?i)^(?:(?:our|the|an?|your|my) )?(?:` + kindBefore + ` )?`)
	sharedNoun   = pattern.New(`(?i) ` + kindBehind + `$`)
	// factOf is what a thing does in a few words: the verb, and the rest.
	factOf = pattern.New(`^(costs?|weighs?|lasts?|takes?|needs?|uses?|has|have|comes? with|includes?|offers?|gives?|holds?|stores?|supports?|runs?|is|are|gets?) (.+)$`)
	// nounsOn goes on as nouns do and verbs do not: "has plugs and lamps for the hall".
	nounsOn = pattern.New(`^\S+ (?:of|that|for|in|with|on|at|from|per)\b`)
	// aPrice is an amount of money and the time that it is paid for, group 1.
	aPrice = pattern.New(`(?i)^(?:[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€$£]|euros?|dollars?|pounds?|francs?)) ((?:an?|per|each|every) (?:user |person |seat |head )?\p{L}+|/ ?\p{L}+)$`)
	// pricedWith is a price and what is had for it: "costs $9 a month with 5 users and email
	// support". Groups: the price with its verb, the things.
	pricedWith = pattern.New(`(?i)^(costs? (?:[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€$£]|euros?|dollars?|pounds?|francs?))(?: (?:an?|per|each|every) (?:user |person |seat |head )?\p{L}+)?),? (?:with|including|and includes|and comes with|for) (.+)$`)
	andComma   = pattern.New(`, (?:and )?| and `)
	// countOf is so many of a thing, or all of it.
	countOf = pattern.New(`(?i)^(\d[\d.,]*|one|two|three|four|five|no|unlimited|all) (\p{L}[\p{L}-]{2,18}(?: \p{L}{3,14})?)$`)
)

// ofWhat says what a row tells by its verb; other verbs stand before what they tell.
var ofWhat = map[string]string{"cost": "Price", "weigh": "Weight", "last": "Lasts", "take": "Takes", "need": "Needs", "use": "Uses", "hold": "Holds", "store": "Stores"}

// sidesNamed are the two things that the prompt wants compared, nil = none.
func (w *Writer) sidesNamed() []*side {
	if w.Wording == tongue.Wordless || w.Brief.Level != brief.Topic {
		return nil
	}
	var a, z string
	for _, pt := range w.Brief.Points {
		if pt.Form == brief.Compare && len(pt.Items) == 2 {
			a, z = pt.Items[0].Title, pt.Items[1].Title
		}
	}
	if m := differenceOf.FindStringSubmatch(prose.Unstop(w.Brief.Subject)); m != nil && a == "" {
		a, z = m[1], m[2]
	}
	if a == "" {
		return nil
	}
	if x, y := FirstWordOf(a), FirstWordOf(z); doingWord.MatchString(x) && doingWord.MatchString(y) {
		a, z = x, y // "renting and buying a home"
	}
	if x := strings.Fields(z); w.Wording.Code == "en" && len(x) == 2 && prose.Words(a) == 1 && strings.HasSuffix(x[1], "s") && x[1] == strings.ToLower(x[1]) {
		z = x[0] // "electric vs petrol vans"
	}
	var out []*side
	for _, name := range []string{a, z} {
		name = strings.TrimSpace(sharedNoun.ReplaceAllString(ofSides.ReplaceAllString(prose.Unstop(name), ""), ""))
		if name == "" {
			return nil
		}
		does := regexp.MustCompile(`(?i)^(?:(?:the|an?|our|der|die|das|eine?|le|la|une?|el|los|las|una?|il|lo|o|os|as|uma?) )?(?:` + kindBefore + ` )?` + regexp.QuoteMeta(name) + `(?: ` + kindBehind + `)? (\p{Ll}.*)$`)
		also := regexp.MustCompile(`(?i)(?:, |; | and | while | whereas )(?:and |but |while |whereas )?(?:the |our )?` + regexp.QuoteMeta(name) + `(?: ` + kindBehind + `)?:? (\S.*)$`)
		out = append(out, &side{name: prose.Upper(name), does: does, also: also})
	}
	return out
}

// BesideEachOther draws the sentences that tell of the two things one after the other as
// the columns of a comparison: "Basic costs $9 and has one project. Pro costs $29 …".
func (w *Writer) BesideEachOther(beats []*Beat) []*Beat {
	out := w.columnsOf(w.listsBeside(beats))
	if slices.ContainsFunc(out, func(b *Beat) bool { return len(b.Columns) > 0 }) {
		return out
	}
	for _, pt := range w.Brief.Points {
		if pt.Form == brief.Compare && len(pt.Items) == 2 {
			w.Note(pt.Line, "a comparison without figures: the prompt names "+pt.Items[0].Title+" and "+pt.Items[1].Title+" but gives no values to set side by side")
		}
	}
	return out
}

func (w *Writer) columnsOf(beats []*Beat) []*Beat {
	sides := w.sidesNamed()
	if sides == nil {
		return beats
	}
	from, to, on := -1, 0, -1 // the beats of the row, and whom the latest is about
	var words []string
	for i, b := range beats {
		who, tells := on, ""
		if len(b.Words) == 1 && !b.Verbatim && !b.Opener && !b.Names && (len(b.Items) == 0 || b.Kind == scene.Number) && b.Series == nil && b.Kind != scene.Quote {
			s := prose.Unstop(b.Words[0])
			if w.bothSides(sides, s) {
				if from < 0 {
					from = i
				}
				on, to = -1, i+1
				words = append(words, b.Words[0])
				continue
			}
			for k := range sides {
				if m := sides[k].does.FindStringSubmatch(s); m != nil {
					who, tells = k, m[1]
				}
			}
			if rest, ok := strings.CutPrefix(s, "It "); ok && tells == "" && on >= 0 {
				tells = rest
			}
		}
		if tells == "" {
			if from >= 0 {
				break
			}
			continue
		}
		if from < 0 {
			from = i
		}
		on, to = who, i+1
		words = append(words, b.Words[0])
		sides[who].tell(w, tells)
	}
	if from < 0 || len(sides[0].rows) == 0 || len(sides[1].rows) == 0 {
		return beats
	}
	x := &Beat{Words: words, As: beats[from].As, Order: beats[from].Order, Line: beats[from].Line, Asked: beats[from].Asked}
	x.Kind, x.Headline, x.Chapter = scene.Compare, Clip(sides[0].name+" vs "+sides[1].name, 46), beats[from].Chapter
	x.Columns = columnsBeside(sides)
	return append(append(beats[:from:from], x), beats[to:]...)
}

// columnsBeside are sides as columns: what all of them have a value of stands on one line under
// its name, everything else is text.
func columnsBeside(sides []*side) []scene.Column {
	shared := labelsOf(sides)
	var out []scene.Column
	for _, s := range sides {
		for i, r := range s.rows {
			if r.Value == "" || !slices.Contains(shared, r.Label) {
				s.rows[i] = scene.Item{Value: strings.TrimSpace(r.Label + " " + r.Value), Cue: r.Cue}
			}
		}
		for i, label := range shared {
			if k := slices.IndexFunc(s.rows, func(r scene.Item) bool { return r.Label == label }); k > i {
				s.rows[i], s.rows[k] = s.rows[k], s.rows[i]
			}
		}
		out = append(out, scene.Column{Title: s.name, Rows: s.rows[:min(len(s.rows), 4)]})
	}
	return out
}

// labelsOf are the labels of values that every side has.
func labelsOf(sides []*side) []string {
	var out []string
	for _, r := range sides[0].rows {
		if r.Value != "" && !slices.ContainsFunc(sides[1:], func(s *side) bool {
			return !slices.ContainsFunc(s.rows, func(o scene.Item) bool { return o.Value != "" && o.Label == r.Label })
		}) {
			out = append(out, r.Label)
		}
	}
	return out
}

// bothSides files a sentence that tells both things' figures of one kind: "Basic costs $9,
// Pro costs $29", "electric range is 180 miles, petrol 450".
func (w *Writer) bothSides(sides []*side, s string) bool {
	for k, first := range sides {
		m := first.does.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		second := sides[1-k]
		at := second.also.FindStringSubmatchIndex(m[1])
		if at == nil {
			return false
		}
		one, other := strings.TrimSpace(m[1][:at[0]]), strings.TrimSpace(m[1][at[2]:at[3]])
		x, y := oneAmount.FindStringSubmatch(one), oneAmount.FindStringSubmatch(other)
		if x == nil || y == nil || prose.Words(one) > 7 || prose.Words(other) > 7 {
			return false
		}
		lead, unit, value := strings.TrimSpace(x[1]), x[2]+x[3]+x[4], y[2]+y[3]+y[4]
		if y[2]+y[4] == "" {
			value = x[2] + y[3] + x[4] // "petrol 450" takes over the miles
		}
		label := kindOfFact(lead)
		if count, also := countOf.FindStringSubmatch(unit), countOf.FindStringSubmatch(value); label == "" && count != nil && also != nil {
			label, unit, value = prose.Upper(manyOf(count[2])), count[1], also[1] // "has 1 seat"
		}
		if label == "" {
			return false
		}
		first.rows = append(first.rows, scene.Item{Label: label, Value: shortFigure(unit), Cue: x[3]})
		second.rows = append(second.rows, scene.Item{Label: label, Value: shortFigure(value), Cue: y[3]})
		return true
	}
	return false
}

// kindOfFact is what a figure tells by the words before it: "costs" the price, "range is" the
// range; "" where they do not say it.
func kindOfFact(lead string) string {
	lead = beforeAmount.ReplaceAllString(lead, "")
	if f := strings.Fields(lead); len(f) == 1 && factOf.MatchString(f[0]+" 1") {
		return ofWhat[strings.TrimSuffix(f[0], "s")]
	}
	lead = strings.TrimSpace(isOf.ReplaceAllString(lead, ""))
	if lead == "" || prose.Words(lead) > 3 {
		return ""
	}
	return prose.Upper(lead)
}

var (
	// oneAmount is a clause with one number. Groups: the words before it, the sign, the number,
	// what it counts.
	oneAmount = pattern.New(`^(\D*?)([€$£]?)(\d[\d.,]*\d|\d)(\D*)$`)
	// beforeAmount is said of an amount, and not what it is of.
	beforeAmount = pattern.New(`(?i) (?:about|around|up to|only|just|over|under|nearly|roughly)$`)
	// isOf ends the name of what is measured with its verb.
	isOf = pattern.New(`(?i)(?:^| )(?:is|are|of|was|has|have|has a|have a|comes with|offers|:)$`)
)

// tell files what a sentence says of the side, "costs $9 and has one project", row by row.
func (s *side) tell(w *Writer, tells string) {
	parts, _ := w.partsOf(tells)
	if m := pricedWith.FindStringSubmatch(tells); m != nil && w.Wording.Code == "en" {
		parts = []string{m[1]}
		for _, thing := range andComma.Split(m[2], -1) {
			parts = append(parts, "has "+thing)
		}
	}
	for i := 0; i < len(parts); i++ {
		if a, z, ok := strings.Cut(parts[i], w.Wording.And); ok && w.Wording.Code != "en" {
			parts = append(parts[:i:i], append([]string{a, z}, parts[i+1:]...)...)
			i++
		} else if ok && w.Wording.Code == "en" && factOf.MatchString(z) && thirdPerson.MatchString(z) && i > 0 {
			parts = append(parts[:i:i], append([]string{a, z}, parts[i+1:]...)...) // "40 rooms, a pool and costs 120 euros"
		} else if ok && (factOf.MatchString(a) || thirdPerson.MatchString(a)) && (factOf.MatchString(z) || thirdPerson.MatchString(z) && !nounsOn.MatchString(z)) {
			parts = append(parts[:i:i], append([]string{a, z}, parts[i+1:]...)...)
		}
	}
	for _, p := range parts {
		p = strings.TrimPrefix(p, strings.TrimLeft(w.Wording.And, " "))
		s.facts = append(s.facts, p)
		row := scene.Item{Label: prose.Upper(Clip(p, 44)), Cue: p}
		if m := factOf.FindStringSubmatch(p); m != nil {
			verb := strings.TrimSuffix(m[1], "s")
			row.Cue = m[2]
			figs := w.Figures(m[2])
			switch count := countOf.FindStringSubmatch(m[2]); {
			case verb == "cost" && aPrice.MatchString(m[2]):
				amount, time := m[2], aPrice.FindStringSubmatch(m[2])[1]
				row.Label, row.Value = ofWhat[verb], shortFigure(strings.TrimSpace(strings.TrimSuffix(amount, time)))+" "+time
			case ofWhat[verb] != "" && len(figs) == 1 && prose.Words(m[2]) <= 3:
				row.Label, row.Value = ofWhat[verb], prose.Upper(shortFigure(m[2]))
			case count != nil && ofWhat[verb] == "" && verb != "i" && verb != "are":
				row.Label, row.Value = prose.Upper(manyOf(count[2])), prose.Upper(count[1])
			case verb == "ha" || verb == "have" || strings.HasPrefix(verb, "come") || verb == "include" || verb == "offer" || verb == "give" || verb == "get":
				row.Label = prose.Upper(Clip(m[2], 40))
			}
		}
		s.rows = append(s.rows, row)
	}
}

// manyOf is a counted noun as a label stands over one or several of it: "project" is "projects".
func manyOf(noun string) string {
	if strings.HasSuffix(noun, "s") {
		return noun
	}
	return noun + "s"
}
