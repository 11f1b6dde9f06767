package script

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

const statsMost = 5 // figures in one row

// stat is a figure with what it counts.
type stat struct {
	figure
	label, body string
}

// statRow draws a sentence that counts several things, each with its figure: "built 41
// wells, trained 120 technicians, and brought water to 58,000 people".
func (w *writer) statRow(b *beat, s string) bool {
	t := prompt.Unstop(s)
	if w.w.code == "en" {
		t = dayLead.ReplaceAllString(t, "") // "Last year 312 items were repaired and …"
	}
	lead := ""
	if head, tail, ok := strings.Cut(t, ": "); ok && prompt.Words(head) <= 6 && prompt.URL(head) == "" && len(w.counts(head)) == 0 {
		lead, t = head, tail
	}
	needs := ""
	if m := needLead.FindString(t); m != "" && w.w.code == "en" && lead == "" {
		needs, t = m, t[len(m):] // "You need 20 g of coffee, 300 g of water and a filter"
	}
	parts, joined := w.partsOf(t)
	if len(parts) < 2 || len(parts) > 6 || (w.w.code == "he" || w.w.code == "ar") && lead == "" {
		return false
	}
	var stats []stat
	bare := 0
	for i, p := range parts {
		if i > 0 && w.w.code != "en" && compared.MatchString(p) {
			return false // it compares the figure before it
		}
		if w.w.code == "en" && upOrDown.MatchString(p) {
			return false // "error rate 0.4%, down from 0.7%" has one figure and its past
		}
		if w.w.code == "en" && freeFor.MatchString(p) {
			bare++ // "kids under 10 free"
			continue
		}
		if span, n := moneySpan.FindString(p+" "), w.counts(p); strings.TrimSpace(span) == p && len(n) > 0 && w.w.code == "en" {
			stats = append(stats, stat{n[0], w.payLabel(), ""}) // "4-day week, 30 days vacation, €75k–€95k"
		} else if st, ok := w.statOf(p); ok {
			stats = append(stats, st)
		} else if len(w.counts(p)) > 0 && !w.isHour(p) && !(w.w.code == "en" && len(parts) >= 4 && !joined && nounsOnly(parts)) {
			return false
		} else {
			bare++
		}
	}
	verbless := !prompt.IsClause(t, w.w.code) || w.w.code == "en" && lead == "" && !joined && nounsOnly(parts)
	if w.w.code == "en" && verbless && lead == "" && nounsOnly(parts) && (!joined && len(parts) >= 4 && bare > 1 || len(parts) == 3 && bare > 1 && !slices.ContainsFunc(parts, func(p string) bool {
		return leadsElsewhere.MatchString(p) || prompt.Words(p) < 2 || w.w.verbFirst.MatchString(p+" ")
	})) {
		w.things(b, parts)
		return true
	}
	switch {
	case len(stats) < 2 || len(stats) > statsMost || bare > 1 || bare == 1 && (joined || !verbless) && needs == "" && !(w.w.code == "en" && len(stats) > 2 && strings.HasPrefix(t, "It has ")) && !freeFor.MatchString(parts[len(parts)-1]):
		return false
	case len(parts) == 2 && (bare > 0 || !verbless || !namesOnly(stats)) && !(w.w.code == "en" && joined && bare == 0 && amountFirst.MatchString(parts[0]) && amountFirst.MatchString(parts[1])) || wanted.MatchString(t):
		return false
	}
	if lead != "" && stats[0].label == w.w.priceLabel && w.w.code == "en" {
		stats[0].label = prompt.Upper(lead) // "Income: €412,000, of which …"
	}
	w.putStats(b, stats)
	b.Headline = firstOf(prompt.Upper(lead), w.w.numbersHead)
	if strings.HasPrefix(needs, "You") || strings.HasPrefix(needs, "you") {
		b.Headline = prompt.Upper(strings.TrimSpace(strings.Replace(needs, "You", "What you", 1)))
	}
	if !joined && verbless && needs == "" && !slices.ContainsFunc(parts, prompt.PartOf) {
		said := w.w.join(parts)
		if lead != "" {
			said = lead + ": " + said
		}
		b.words = []string{prompt.Upper(prompt.Stop(said))}
	}
	return true
}

// nounsOnly tells a row of things from clauses: none has a pronoun or an auxiliary.
func nounsOnly(parts []string) bool {
	for _, p := range parts {
		if prompt.Words(p) > 7 || subjectOrVerb.MatchString(p) {
			return false
		}
	}
	return true
}

var subjectOrVerb = pattern.New(`(?i)\b(?:is|are|was|were|has|have|had|can|will|must|should|do|does|did|we|you|they|it|he|she|who|which|that|gets?|got|went|goes|comes?|came|makes?|made|built|buil[td]s?|trained|brought|raised|reached|fell|rose|grew|won|sold)\b`)

// leadsElsewhere begins what says when, where or how, and is no thing.
var leadsElsewhere = pattern.New(`(?i)^(?:on|in|at|from|by|with|for|to|until|since|not|but|so|then|yes|because|if|when|before|after|of|as|than|once|please|and|or|mon|tues|wednes|thurs|fri|satur|sun|today|tomorrow|tonight|every|each|always|never|sorry|thanks?|hello|hi|dear)\b|^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^\p{L}+ly$`)

// things shows a row of things as points, in the words that they have.
func (w *writer) things(b *beat, parts []string) {
	for _, p := range parts[:min(len(parts), shownMost)] {
		b.Items = append(b.Items, scene.Item{Title: clip(prompt.Upper(p), 46), Icon: icon(p)})
	}
	b.Kind, b.Headline, b.plain, b.whole = scene.Points, "At a glance", false, true
	if said := w.w.join(parts); !strings.Contains(parts[len(parts)-1], w.w.and) {
		b.words = []string{prompt.Upper(prompt.Stop(said))}
	}
	cues(b)
}

// payLabel is what a bare range of money is: pay, where people are looked for.
func (w *writer) payLabel() string {
	if w.b.Purpose == prompt.Hiring || w.w.code == "en" && jobAd.MatchString(w.r.Spec.PositivePrompt) {
		return "Salary"
	}
	return w.w.priceLabel
}

// jobAd looks for people to work.
var jobAd = pattern.New(`(?i)\b(?:(?:we['’]re|we are) (?:looking for an?|hiring)|send (?:us )?your cv|job opening|vacanc(?:y|ies)|apply by)\b`)

// needLead announces things with their amounts.
var needLead = pattern.New(`^(?:You(?:['’]ll)? (?:need|will need)) `)

var (
	upOrDown = pattern.New(`(?i)^(?:up|down)(?: from| by)? \d`)
	freeFor  = pattern.New(`(?i)\b(?:under|over|below|up to) \d+s?:? (?:go |get in )?free$`)
)

var perPeriod = pattern.New(`(?i)^(?:an?|per|each|every) (hour|day|week|month|year|quarter|person|head|night|seat)$`)

// isHour tells a part whose one number is a time of day.
func (w *writer) isHour(part string) bool {
	figs := w.counts(part)
	return len(figs) == 1 && !standsAt.MatchString(part[:figs[0].from]) && (oClock.MatchString(part[figs[0].to:]) || clockTail.MatchString(part[figs[0].to:]) || atHour.MatchString(part[:figs[0].from]))
}

// standsAt stands before a value of a report: "CAC is at $212".
var standsAt = pattern.New(`(?i)\b(?:is|are|stands?) at\s{0,3}$`)

// namesOnly tells counts of things from clauses whose verbs are not known.
func namesOnly(stats []stat) bool {
	for _, st := range stats {
		if prompt.Words(st.label) > 4 || strings.ContainsAny(st.label, "0123456789") {
			return false
		}
	}
	return stats[0].from == 0 || prompt.Words(stats[0].label) <= 2 && stats[0].body == ""
}

// putStats puts figures side by side: the first large, the others as cards.
func (w *writer) putStats(b *beat, stats []stat) {
	first := stats[0]
	fig := first.Figure
	b.Kind, b.Figure, b.Label, b.Subtitle, b.Items, b.plain = scene.Number, &fig, first.label, first.body, nil, false
	for _, st := range stats[1:] {
		f := st.Figure
		b.Items = append(b.Items, scene.Item{Label: clip(st.label, 34), Value: figureText(&f), Body: clip(st.body, 34), Cue: f.Cue})
	}
}

// partsOf cuts a sentence at its commas, brackets apart, and at the word before its
// last part; joined = there is such a word.
func (w *writer) partsOf(t string) (parts []string, joined bool) {
	depth, from := 0, 0
	for i, r := range t {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		case ',', '،', ';':
			if next := i + utf8.RuneLen(r); depth == 0 && next < len(t) && t[next] == ' ' {
				parts, from = append(parts, strings.TrimSpace(t[from:i])), next
			}
		}
	}
	parts = append(parts, strings.TrimSpace(t[from:]))
	last := parts[len(parts)-1]
	if n := len(parts); n > 1 && w.w.code == "en" && innerRow.MatchString(parts[n-2]+", "+last) && !strings.HasPrefix(last, "and ") {
		parts = append(parts[:n-2], parts[n-2]+", "+last) // "SDKs for Go, Rust and Kotlin" is one thing
		last = parts[n-2]
	}
	and := strings.TrimPrefix(w.w.and, " ")
	if x, ok := strings.CutPrefix(last, and); ok {
		parts[len(parts)-1] = x
		return parts, true
	}
	if i := strings.LastIndex(last, w.w.and); i > 0 && len(w.counts(last[:i])) > 0 && len(w.counts(last[i:])) > 0 {
		return append(parts[:len(parts)-1], last[:i], last[i+len(w.w.and):]), true
	}
	return parts, false
}

// stateUpTo is a state that holds as far as a figure says.
var stateUpTo = pattern.New(`(?i)(?:visible|audible|waterproof|available|valid|open|free|suitable|safe) (?:from|to|until|up to|down to|for)$`)

// wereDone is what was done to things.
var wereDone = pattern.New(`(?i)^(\p{L}+(?: \p{L}+){0,2}) (?:were|was|have been|has been|are|is) (\p{L}+ed|built|sold|made|sent|won|found|grown|taught)$`)

// measuredBy is what a verb gives the measure of.
var measuredBy = map[string]string{"weighs": "Weight", "costs": "Price", "lasts": "Lasts"}

// innerRow is a thing with a row of names inside it.
var innerRow = pattern.New(`(?i) (?:for|in|on|with|of|from|to) \S+(?:, \S+)*, \S+ (?:and|or|&) \S+$`)

var (
	bracketAside = pattern.New(`\s*\(([^()]{2,60})\)`)
	afterFigure  = pattern.New(`(?i)^(?:in|on|at|per|an?|by|for|from|to|of|with|within|under|above|um|im|am|pro|auf|bei|mit|von|zu|en|por|al|a|de|del|con|para|sur|par|au|aux|dans|pour|em|no|na|ao|com|su|sul|al|alla|per|di|op|voor|sous|dès|old|and|or|year)\b|^(?:في|على|من|عن|خلال|حتى|إلى|של|על|עד|בין|בשנת|لكل)\s`)
	labelTail    = pattern.New(`(?i)(?:\s+(?:fell|rose|grew|dropped|climbed|declined|went|stands|stays|stayed|reached|hit|is|was|were|up|down|sank|stieg|fiel|bajó|subió|creció|baisse|monte|caiu|subiu|cresceu|è sceso|è salito))?\s+(?:is at|are at|of|at|is|are|by|to|with|from|for|in|on|around|about|von|mit|bei|auf|de|con|a|em|di|su|par|sur|à)$`)
	clockTail    = pattern.New(`(?i)^\s?(?:h|am|pm|a\.m|p\.m|uhr)\b`)
	atHour       = pattern.New(`(?i)\b(?:at|um|gegen|à|alle|a las|às|om)\s{0,3}$`)
)

// hoursPer are hours in short.
var hoursPer = pattern.New(`(?i)^(?:hrs?|hours?)\s?/\s?(week|day|month|year)$`)

// rated is what a rating is counted in.
var rated = pattern.New(`(?i)^(?:stars?|points?)$`)

// moreOrLess compares and names nothing.
var moreOrLess = pattern.New(`(?i)^(?:menor|maior|menos|más|mais|mehr|weniger|moins|plus|de plus|de moins|in più|in meno|meer|minder|أكثر|أقل|יותר|פחות)$`)

// statOf reads the one figure of a part, and what it counts.
func (w *writer) statOf(part string) (stat, bool) {
	body := ""
	if m := bracketAside.FindStringSubmatch(part); m != nil {
		body = m[1]
		part = strings.TrimSpace(bracketAside.ReplaceAllString(part, ""))
	}
	figs := w.counts(part)
	if len(figs) != 1 || aDay.MatchString(part) || yearAfter.MatchString(part[figs[0].to:]) {
		return stat{}, false
	}
	f := figs[0]
	if w.isHour(part) && (f.unit == "" || hours.MatchString(f.unit)) {
		return stat{}, false // a time of day
	}
	before, after := strings.TrimSpace(part[:f.from]), strings.TrimLeft(strings.TrimSpace(prompt.Unstop(part[f.to:])), "'’ ") // "30 days' leave"
	if strings.HasPrefix(after, ":") {
		return stat{}, false // "Flights under 4 hours: economy only"
	}
	if w.w.more4.MatchString(before) && f.Suffix == "" {
		f.Suffix = "+"
		before = strings.TrimSpace(w.w.more4.ReplaceAllString(before, ""))
	}
	label := ""
	switch {
	case before != "" && moreOrLess.MatchString(after): // "consumo de água 22% menor"
		label, body = before, firstOf(body, after)
	case before == "" && after == "" && f.unit != "" && w.w.code == "en" && !timeUnit.MatchString(f.unit) && !rated.MatchString(f.unit):
		return stat{}, false // "600 m" of what?
	case before == "" && after == "" && f.unit != "":
		label, f.Suffix = f.unit, ""
	case before != "" && strings.HasPrefix(after, "/"): // "Solo €12/month"
		label, body = before, firstOf(body, after)
	case after != "" && !afterFigure.MatchString(after):
		label = after
	case prompt.Words(before) > 0 && prompt.Words(before) <= 5:
		label, body = labelTail.ReplaceAllString(strings.TrimRight(before, ":–— "), ""), firstOf(body, after)
	case after != "":
		label = groupOf.ReplaceAllString(after, "") // "120 hours of content" counts content
	}
	if m := perPeriod.FindStringSubmatch(label); m != nil && w.w.code == "en" {
		label = "Per " + m[1] // "3 hours a week"
	}
	if m := hoursPer.FindStringSubmatch(label); m != nil && w.w.code == "en" {
		label = "hours a " + m[1] // "35 hrs/week"
	}
	if m := stateUpTo.FindString(before); m != "" && w.w.code == "en" {
		label = m // "is visible from 1.2 km"
	}
	label = strings.TrimSpace(w.w.pronoun.ReplaceAllString(label+" ", ""))
	if m := wereDone.FindStringSubmatch(label); m != nil && w.w.code == "en" {
		label = m[1] + " " + m[2] // "312 items were repaired"
	}
	if l := measuredBy[strings.ToLower(label)]; l != "" && w.w.code == "en" {
		label = l
	}
	if label == "" || utf8.RuneCountInString(label) > 44 {
		return stat{}, false
	}
	return stat{f, prompt.Upper(label), body}, true
}

// rowOfShort makes one row of short sentences that follow each other and count one
// thing each: "4.8 stars on the App Store. Used by 31,000 freelancers."
func (w *writer) rowOfShort(beats []*beat) []*beat {
	if w.b.Level != prompt.Topic {
		return beats
	}
	beats = w.figuresTogether(beats)
	var out []*beat
	for i := 0; i < len(beats); {
		n := 0
		var stats []stat
		for i+n < len(beats) && len(stats) < statsMost-1 {
			st, ok := w.shortStat(beats[i+n])
			if !ok || n > 0 && beats[i+n].line != beats[i+n-1].line && (w.b.Purpose != prompt.Update || beats[i+n].line != beats[i+n-1].line+1) || beats[i+n].Chapter != beats[i].Chapter {
				break
			}
			stats = append(stats, st)
			n++
		}
		if n < 2 {
			out = append(out, beats[i])
			i++
			continue
		}
		b := *beats[i]
		b.words = nil
		for _, x := range beats[i : i+n] {
			b.words = append(b.words, x.words...)
			b.asked = b.asked || x.asked
		}
		w.putStats(&b, stats)
		b.Headline = w.w.numbersHead
		b.words = w.namedOnce(b.words)
		out = append(out, &b)
		i += n
	}
	return out
}

// stageLabel is a stage with its number, and what it is: "Week 1: safety training", "Tag 1 : …".
var stageLabel = pattern.New(`^((?:Day|Week|Month|Year|Quarter|Phase|Stage|Round|Episode|Part|Session|Module|Act|Lesson|Stop|Hour|Semester|Term|Level|Tier|Tag|Woche|Monat|Jahr|Quartal|Etappe|Stufe|Runde|Folge|Teil|Modul|Jour|Semaine|Mois|Année|Étape|Épisode|Partie|Séance|Día|Semana|Mes|Año|Fase|Etapa|Episodio|Parte|Sesión|Módulo|Giorno|Settimana|Mese|Anno|Tappa|Dia|Mês|Ano|Episódio|Sessão|Dag|Maand|Jaar|Ronde|Aflevering|Deel) (?:\d{1,2}(?:\s?[–-]\s?\d{1,2})?|one|two|three|four|five|six))\s?: (.+)$`)

// numbered makes one timeline of sentences that each tell a stage by its number, and follow
// each other.
func (w *writer) numbered(beats []*beat) []*beat {
	if w.b.Level != prompt.Topic {
		return beats
	}
	var out []*beat
	for i := 0; i < len(beats); {
		n := 0
		var items []scene.Item
		for i+n < len(beats) && n < 6 {
			x := beats[i+n]
			if x.Verbatim || x.turn > 0 || len(x.words) != 1 || x.role != prompt.Body || x.Chapter != beats[i].Chapter {
				break
			}
			m := stageLabel.FindStringSubmatch(prompt.Unstop(x.words[0]))
			if m == nil {
				break
			}
			items = append(items, scene.Item{Label: m[1], Title: w.stage(prompt.Upper(m[2])), Icon: icon(m[2]), Cue: m[1]})
			n++
		}
		if n < 2 {
			out = append(out, beats[i])
			i++
			continue
		}
		b := &beat{role: beats[i].role, order: beats[i].order, line: beats[i].line}
		b.Chapter = beats[i].Chapter
		for _, x := range beats[i : i+n] {
			b.words = append(b.words, x.words...)
			b.asked = b.asked || x.asked
		}
		b.Kind, b.Items, b.Headline = scene.Timeline, items, firstOf(prompt.Upper(w.w.named(w.b.Subject)), w.b.Title, w.w.stepsHead)
		out = append(out, b)
		i += n
	}
	return out
}

// stage is what a stage is, whole where a card has room for it.
func (w *writer) stage(s string) string {
	if utf8.RuneCountInString(s) <= 40+longer {
		return s
	}
	return w.entry(s, 40)
}

// figuresTogether brings the short figures of a report together where only one
// sentence without any stands between them.
func (w *writer) figuresTogether(beats []*beat) []*beat {
	if w.b.Purpose != prompt.Update && w.b.Purpose != prompt.Pitch {
		return beats
	}
	out := append([]*beat{}, beats...)
	for i := 1; i+1 < len(out); i++ {
		_, a := w.shortStat(out[i-1])
		_, x := w.shortStat(out[i])
		_, c := w.shortStat(out[i+1])
		if a && !x && c && out[i].plain && out[i].Figure == nil && !w.leans(out[i+1].text()) && out[i].line == out[i+1].line && out[i].line == out[i-1].line {
			out[i], out[i+1] = out[i+1], out[i]
		}
	}
	return out
}

// shortStat is the figure of a beat that says one in a few words. A whole sentence
// counts only in a report.
func (w *writer) shortStat(b *beat) (stat, bool) {
	if b.Verbatim || b.Language != "" || b.question != "" || len(b.words) != 1 || len(b.Items) > 0 || b.role != prompt.Body || b.turn > 0 || b.fragment == "" && w.b.Purpose != prompt.Update && w.b.Purpose != prompt.Pitch {
		return stat{}, false
	}
	s := b.words[0]
	if (w.w.code == "ar" || w.w.code == "he") && !b.changed && !figureLabel.MatchString(prompt.Unstop(s)) {
		return stat{}, false // which words belong to its figure is not known
	}
	if b.Kind != "" && b.Kind != scene.Number && b.Kind != scene.Presenter || prompt.Words(firstOf(b.fragment, s)) > 9 || prompt.Words(firstOf(b.fragment, s)) > 6 && w.b.Purpose != prompt.Update && w.b.Purpose != prompt.Pitch || prompt.URL(s) != "" || w.w.verbFirst != nil && w.w.verbFirst.MatchString(s) {
		return stat{}, false
	}
	if b.changed && b.Figure != nil {
		return stat{figure{Figure: *b.Figure}, b.Label, b.Subtitle}, true
	}
	st, ok := w.statOf(prompt.Unstop(firstOf(b.fragment, s)))
	return st, ok && (st.score >= 2 || prompt.Words(s) <= 4)
}
