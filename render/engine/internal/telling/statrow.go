package telling

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// StatsMost are the figures in one row at most.
const StatsMost = 5

// Stat is a figure with what it counts.
type Stat struct {
	Amount
	Label, Body string
	counted     bool // its label is what it counts, and no name of it
	compared    bool // its body is what it is compared to
}

// statRow draws a sentence that counts several things, each with its figure: "built 41
// wells, trained 120 technicians, and brought water to 58,000 people".
func (w *Writer) statRow(b *Beat, s string) bool {
	t, dated := prose.Unstop(s), false
	if w.Wording.Code == "en" {
		undated := dayLead.ReplaceAllString(t, "") // "Last year 312 items were repaired and …"
		t, dated = undated, undated != t
	}
	lead := ""
	if head, tail, ok := strings.Cut(t, ": "); ok && prose.Words(head) <= 6 && prose.URL(head) == "" && len(w.Counts(head)) == 0 {
		lead, t = head, tail
	}
	needs := ""
	if m := needLead.FindString(t); m != "" && w.Wording.Code == "en" && lead == "" {
		needs, t = m, t[len(m):] // "You need 20 g of coffee, 300 g of water and a filter"
	}
	parts, joined := w.partsOf(t)
	if _, does := oneThing(parts[0]); does != "" && w.Wording.Code == "en" && len(parts) > 2 && w.goesOn(does, parts[1:]) {
		return false // "weighs 17 kg, goes 120 km on one charge and charges in 3 hours" is read whole
	}
	if len(parts) < 2 || len(parts) > 6 || (w.Wording.Code == "he" || w.Wording.Code == "ar") && lead == "" {
		return false
	}
	var stats []Stat
	bare := 0
	for i, p := range parts {
		if i > 0 && w.Wording.Code != "en" && compared.MatchString(p) {
			return false // it compares the figure before it
		}
		if w.Wording.Code == "en" && upOrDown.MatchString(p) {
			return false // "error rate 0.4%, down from 0.7%" has one figure and its past
		}
		if w.Wording.Code == "en" && freeFor.MatchString(p) {
			bare++ // "kids under 10 free"
			continue
		}
		if span, n := moneySpan.FindString(p+" "), w.Counts(p); strings.TrimSpace(span) == p && len(n) > 0 && w.Wording.Code == "en" {
			stats = append(stats, Stat{Amount: n[0], Label: w.payLabel()}) // "4-day week, 30 days vacation, €75k–€95k"
		} else if st, ok := w.StatOf(p); ok {
			stats = append(stats, st)
		} else if len(w.Counts(p)) > 0 && !w.isHour(p) && !(w.Wording.Code == "en" && len(parts) >= 4 && !joined && nounsOnly(parts)) {
			return false
		} else {
			bare++
		}
	}
	verbless := !prompt.IsClause(t, w.Wording.Code) || w.Wording.Code == "en" && lead == "" && !joined && !grammar.Predicate(t) && nounsOnly(parts)
	if w.Wording.Code == "en" && verbless && lead == "" && nounsOnly(parts) && (!joined && len(parts) >= 4 && bare > 1 || len(parts) == 3 && bare > 1 && !slices.ContainsFunc(parts, func(p string) bool {
		return leadsElsewhere.MatchString(p) || prose.Words(p) < 2 || w.Wording.VerbFirst.MatchString(p+" ")
	})) {
		w.things(b, parts)
		return true
	}
	switch {
	case len(stats) < 2 || len(stats) > StatsMost || bare > 1 || bare == 1 && (joined || !verbless) && needs == "" && !(w.Wording.Code == "en" && len(stats) > 2 && strings.HasPrefix(t, "It has ")) && !freeFor.MatchString(parts[len(parts)-1]):
		return false
	case len(parts) == 2 && (bare > 0 || !verbless || !namesOnly(stats)) && !(w.Wording.Code == "en" && joined && bare == 0 && amountFirst.MatchString(parts[0]) && amountFirst.MatchString(parts[1])) || wanted.MatchString(t):
		return false
	}
	if lead != "" && stats[0].Label == w.Wording.PriceLabel && w.Wording.Code == "en" {
		stats[0].Label = prose.Upper(lead) // "Income: €412,000, of which …"
	}
	w.PutStats(b, stats)
	b.Headline = cmp.Or(prose.Upper(lead), w.Wording.NumbersHead)
	if strings.HasPrefix(needs, "You") || strings.HasPrefix(needs, "you") {
		b.Headline = prose.Upper(strings.TrimSpace(strings.Replace(needs, "You", "What you", 1)))
	}
	if !joined && verbless && needs == "" && !dated && !slices.ContainsFunc(parts, prompt.PartOf) {
		said := w.Wording.Join(parts)
		if lead != "" {
			said = lead + ": " + said
		}
		b.Words = []string{prose.Upper(prose.Stop(said))}
	}
	return true
}

// nounsOnly tells a row of things from clauses: none has a pronoun or an auxiliary.
func nounsOnly(parts []string) bool {
	for _, p := range parts {
		if prose.Words(p) > 7 || SubjectOrVerb.MatchString(p) {
			return false
		}
	}
	return true
}

// SubjectOrVerb is a word that makes a clause of words.
var SubjectOrVerb = pattern.New(`(?i)\b(?:is|are|was|were|has|have|had|can|will|must|should|do|does|did|we|you|they|it|he|she|who|which|that|gets?|got|went|goes|comes?|came|makes?|made|built|buil[td]s?|trained|brought|raised|reached|fell|rose|grew|won|sold)\b`)

// leadsElsewhere begins what says when, where or how, and is no thing.
var leadsElsewhere = pattern.New(`(?i)^(?:on|in|at|from|by|with|for|to|until|since|not|but|so|then|yes|because|if|when|before|after|of|as|than|once|please|and|or|mon|tues|wednes|thurs|fri|satur|sun|today|tomorrow|tonight|every|each|always|never|sorry|thanks?|hello|hi|dear)\b|^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^\p{L}+ly$`)

// things shows a row of things as points, in the words that they have.
func (w *Writer) things(b *Beat, parts []string) {
	for _, p := range parts[:min(len(parts), ShownMost)] {
		b.Items = append(b.Items, scene.Item{Title: Clip(prose.Upper(p), 46), Icon: Icon(p)})
	}
	b.Kind, b.Headline, b.Plain, b.Whole = scene.Points, AtAGlance, false, true
	if said := w.Wording.Join(parts); !strings.Contains(parts[len(parts)-1], w.Wording.And) {
		b.Words = []string{prose.Upper(prose.Stop(said))}
	}
	Cues(b)
}

// payLabel is what a bare range of money is: pay, where people are looked for.
func (w *Writer) payLabel() string {
	if w.Brief.Purpose == brief.Hiring || w.Wording.Code == "en" && jobAd.MatchString(w.Prompt) {
		return "Salary"
	}
	return w.Wording.PriceLabel
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
func (w *Writer) isHour(part string) bool {
	figs := w.Counts(part)
	return len(figs) == 1 && !standsAt.MatchString(part[:figs[0].From]) && (oClock.MatchString(part[figs[0].To:]) || clockTail.MatchString(part[figs[0].To:]) || atHour.MatchString(part[:figs[0].From]))
}

// standsAt stands before a value of a report: "CAC is at $212".
var standsAt = pattern.New(`(?i)\b(?:is|are|stands?) at\s{0,3}$`)

// namesOnly tells counts of things from clauses whose verbs are not known.
func namesOnly(stats []Stat) bool {
	for _, st := range stats {
		if prose.Words(st.Label) > 4 || strings.ContainsAny(st.Label, "0123456789") {
			return false
		}
	}
	return stats[0].From == 0 || prose.Words(stats[0].Label) <= 2 && stats[0].Body == ""
}

// PutStats puts figures side by side: the first large, the others as cards.
func (w *Writer) PutStats(b *Beat, stats []Stat) {
	first := stats[0]
	fig := first.Figure
	b.Kind, b.Figure, b.Label, b.Subtitle, b.Items, b.Plain = scene.Number, &fig, first.Label, first.Body, nil, false
	for _, st := range stats[1:] {
		f := st.Figure
		b.Items = append(b.Items, scene.Item{Label: w.clipLabel(st.Label, 34), Value: FigureText(&f), Body: Clip(st.Body, 34), Cue: f.Cue})
	}
}

// clipLabel shortens a label and lets it end with no word that leads on.
func (w *Writer) clipLabel(label string, n int) string {
	short := Clip(label, n)
	for w.Wording.Code != "en" && short != label {
		at := w.Wording.Stops
		if at == nil || !at.MatchString(short) {
			break
		}
		short = strings.TrimSpace(at.ReplaceAllString(short, ""))
	}
	return short
}

// partsOf cuts a sentence at its commas, brackets apart, and at the word before its
// last part; joined = there is such a word.
func (w *Writer) partsOf(t string) (parts []string, joined bool) {
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
	if n := len(parts); n > 1 && w.Wording.Code == "en" && innerRow.MatchString(parts[n-2]+", "+last) && !strings.HasPrefix(last, "and ") {
		parts = append(parts[:n-2], parts[n-2]+", "+last) // "SDKs for Go, Rust and Kotlin" is one thing
		last = parts[n-2]
	}
	and := strings.TrimPrefix(w.Wording.And, " ")
	if x, ok := strings.CutPrefix(last, and); ok {
		parts[len(parts)-1] = x
		return parts, true
	}
	if i := strings.LastIndex(last, w.Wording.And); i > 0 && len(w.Counts(last[:i])) > 0 && len(w.Counts(last[i:])) > 0 {
		return append(parts[:len(parts)-1], last[:i], last[i+len(w.Wording.And):]), true
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
	BracketAside = pattern.New(`\s*\(([^()]{2,60})\)`)
	afterFigure  = pattern.New(`(?i)^(?:in|on|at|per|an?|by|for|from|to|of|with|within|under|above|before|after|during|until|including|incl\.|excluding|um|im|am|pro|auf|bei|mit|von|zu|en|por|al|a|de|del|con|para|sur|par|au|aux|dans|pour|em|no|na|ao|com|su|sul|al|alla|per|di|op|voor|sous|dès|old|and|or|year)\b|^(?:في|على|من|عن|خلال|حتى|إلى|של|על|עד|בין|בשנת|لكل)\s`)
	labelTail    = pattern.New(`(?i)(?:\s+(?:fell|rose|grew|dropped|climbed|declined|went|stands|stays|stayed|reached|hit|is|was|were|up|down|sank|stieg|fiel|bajó|subió|creció|baisse|monte|caiu|subiu|cresceu|è sceso|è salito))?\s+(?:is at|are at|of|at|is|are|by|to|with|from|for|in|on|around|about|von|mit|bei|auf|de|con|a|em|di|su|par|sur|à)$`)
	clockTail    = pattern.New(`(?i)^\s?(?:h|am|pm|a\.m|p\.m|uhr)\b`)
	atHour       = pattern.New(`(?i)\b(?:at|um|gegen|à|alle|a las|às|om)\s{0,3}$`)
)

// hoursPer are hours in short.
var hoursPer = pattern.New(`(?i)^(?:hrs?|hours?)\s?/\s?(week|day|month|year)$`)

// rated is what a rating is counted in.
var rated = pattern.New(`(?i)^(?:stars?|points?)$`)

// areaUnit measures floors and grounds, and says so itself.
var areaUnit = pattern.New(`(?i)^(?:square (?:met(?:re|er)s?|feet)|sq\.? ?(?:ft|m)|m²|hectares?|acres?)$`)

// moreOrLess compares and names nothing.
var moreOrLess = pattern.New(`(?i)^(?:menor|maior|menos|más|mais|mehr|weniger|moins|plus|de plus|de moins|in più|in meno|meer|minder|أكثر|أقل|יותר|פחות)$`)

// StatOf reads the one figure of a part, and what it counts.
func (w *Writer) StatOf(part string) (Stat, bool) {
	body := ""
	if m := BracketAside.FindStringSubmatch(part); m != nil {
		body = m[1]
		part = strings.TrimSpace(BracketAside.ReplaceAllString(part, ""))
	}
	figs := w.Counts(part)
	if len(figs) != 1 || ADay.MatchString(part) || yearAfter.MatchString(part[figs[0].To:]) {
		return Stat{}, false
	}
	f := figs[0]
	if w.isHour(part) && (f.unit == "" || hours.MatchString(f.unit)) {
		return Stat{}, false // a time of day
	}
	before, after := strings.TrimSpace(part[:f.From]), strings.TrimLeft(strings.TrimSpace(prose.Unstop(part[f.To:])), "'’ ") // "30 days' leave"
	if strings.HasSuffix(before, "<") || strings.HasSuffix(before, ">") {
		return Stat{}, false // "p99 < 40 ms" is read as it stands
	}
	if strings.HasPrefix(after, ":") {
		return Stat{}, false // "Flights under 4 hours: economy only"
	}
	if w.Wording.MoreThan.MatchString(before) && f.Suffix == "" {
		f.Suffix = "+"
		before = strings.TrimSpace(w.Wording.MoreThan.ReplaceAllString(before, ""))
	}
	label := ""
	switch {
	case before != "" && moreOrLess.MatchString(after): // "consumo de água 22% menor"
		label, body = before, cmp.Or(body, after)
	case before == "" && after == "" && f.unit != "" && w.Wording.Code == "en" && !timeUnit.MatchString(f.unit) && !rated.MatchString(f.unit) && !areaUnit.MatchString(f.unit):
		return Stat{}, false // "600 m" of what?
	case before == "" && after == "" && f.unit != "":
		label, f.Suffix = f.unit, ""
	case before != "" && strings.HasPrefix(after, "/"): // "Solo €12/month"
		label, body = before, cmp.Or(body, after)
	case after != "" && !afterFigure.MatchString(after):
		label = after
	case prose.Words(before) > 0 && prose.Words(before) <= 5:
		label, body = labelTail.ReplaceAllString(strings.TrimRight(before, ":–— "), ""), cmp.Or(body, after)
	case after != "":
		label = groupOf.ReplaceAllString(after, "") // "120 hours of content" counts content
	}
	if m := perPeriod.FindStringSubmatch(label); m != nil && w.Wording.Code == "en" {
		label = "Per " + m[1] // "3 hours a week"
	}
	if m := hoursPer.FindStringSubmatch(label); m != nil && w.Wording.Code == "en" {
		label = "hours a " + m[1] // "35 hrs/week"
	}
	if m := stateUpTo.FindString(before); m != "" && w.Wording.Code == "en" {
		label = m // "is visible from 1.2 km"
	}
	label = strings.TrimSpace(w.Wording.Pronoun.ReplaceAllString(label+" ", ""))
	if m := wereDone.FindStringSubmatch(label); m != nil && w.Wording.Code == "en" {
		label = m[1] + " " + m[2] // "312 items were repaired"
	}
	if l := measuredBy[strings.ToLower(label)]; l != "" && w.Wording.Code == "en" {
		label = l
	}
	if label == "" || utf8.RuneCountInString(label) > 44 {
		return Stat{}, false
	}
	return Stat{Amount: f, Label: prose.Upper(label), Body: body}, true
}

// RowOfShort makes one row of short sentences that follow each other and count one
// thing each: "4.8 stars on the App Store. Used by 31,000 freelancers."
func (w *Writer) RowOfShort(beats []*Beat) []*Beat {
	if w.Brief.Level != brief.Topic {
		return beats
	}
	beats = w.figuresTogether(beats)
	var out []*Beat
	for i := 0; i < len(beats); {
		n := 0
		var stats []Stat
		for i+n < len(beats) && len(stats) < StatsMost-1 {
			st, ok := w.shortStat(beats[i+n])
			if !ok || n > 0 && beats[i+n].Line != beats[i+n-1].Line && (w.Brief.Purpose != brief.Update || beats[i+n].Line != beats[i+n-1].Line+1) || beats[i+n].Chapter != beats[i].Chapter {
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
		b.Words = nil
		for _, x := range beats[i : i+n] {
			b.Words = append(b.Words, x.Words...)
			b.Asked = b.Asked || x.Asked
		}
		w.PutStats(&b, stats)
		b.Headline = w.Wording.NumbersHead
		b.Words = w.namedOnce(b.Words)
		out = append(out, &b)
		i += n
	}
	return out
}

// stageLabel is a stage with its number, and what it is: "Week 1: safety training", "Tag 1 : …".
var stageLabel = pattern.New(`^((?:Day|Week|Month|Year|Quarter|Phase|Stage|Round|Episode|Part|Session|Module|Act|Lesson|Stop|Hour|Semester|Term|Level|Tier|Tag|Woche|Monat|Jahr|Quartal|Etappe|Stufe|Runde|Folge|Teil|Modul|Jour|Semaine|Mois|Année|Étape|Épisode|Partie|Séance|Día|Semana|Mes|Año|Fase|Etapa|Episodio|Parte|Sesión|Módulo|Giorno|Settimana|Mese|Anno|Tappa|Dia|Mês|Ano|Episódio|Sessão|Dag|Maand|Jaar|Ronde|Aflevering|Deel) (?:\d{1,2}(?:\s?[–-]\s?\d{1,2})?|one|two|three|four|five|six))\s?: (.+)$`)

// Numbered makes one timeline of sentences that each tell a stage by its number, and follow
// each other.
func (w *Writer) Numbered(beats []*Beat) []*Beat {
	if w.Brief.Level != brief.Topic {
		return beats
	}
	var out []*Beat
	for i := 0; i < len(beats); {
		n := 0
		var items []scene.Item
		for i+n < len(beats) && n < 6 {
			x := beats[i+n]
			if x.Verbatim || x.Turn > 0 || len(x.Words) != 1 || x.As != brief.Body || x.Chapter != beats[i].Chapter {
				break
			}
			m := stageLabel.FindStringSubmatch(prose.Unstop(x.Words[0]))
			if m == nil {
				break
			}
			items = append(items, scene.Item{Label: m[1], Title: w.stage(prose.Upper(m[2])), Icon: Icon(m[2]), Cue: m[1]})
			n++
		}
		if n < 2 {
			out = append(out, beats[i])
			i++
			continue
		}
		b := &Beat{As: beats[i].As, Order: beats[i].Order, Line: beats[i].Line}
		b.Chapter = beats[i].Chapter
		for _, x := range beats[i : i+n] {
			b.Words = append(b.Words, x.Words...)
			b.Asked = b.Asked || x.Asked
		}
		b.Kind, b.Items, b.Headline = scene.Timeline, items, cmp.Or(prose.Upper(w.Wording.Named(w.Brief.Subject)), w.Brief.Title, w.Wording.StepsHead)
		out = append(out, b)
		i += n
	}
	return out
}

// stage is what a stage is, whole where a card has room for it.
func (w *Writer) stage(s string) string {
	if utf8.RuneCountInString(s) <= 40+Longer {
		return s
	}
	return w.Entry(s, 40)
}

// figuresTogether brings the short figures of a report together where only one
// sentence without any stands between them.
func (w *Writer) figuresTogether(beats []*Beat) []*Beat {
	if w.Brief.Purpose != brief.Update && w.Brief.Purpose != brief.Pitch {
		return beats
	}
	out := append([]*Beat{}, beats...)
	for i := 1; i+1 < len(out); i++ {
		_, a := w.shortStat(out[i-1])
		_, x := w.shortStat(out[i])
		_, c := w.shortStat(out[i+1])
		if a && !x && c && out[i].Plain && out[i].Figure == nil && !Leaning.MatchString(out[i+1].Text()) && out[i].Line == out[i+1].Line && out[i].Line == out[i-1].Line {
			out[i], out[i+1] = out[i+1], out[i]
		}
	}
	return out
}

// shortStat is the figure of a beat that says one in a few words. A whole sentence
// counts only in a report.
func (w *Writer) shortStat(b *Beat) (Stat, bool) {
	if b.Verbatim || b.Language != "" || b.Question != "" || len(b.Words) != 1 || len(b.Items) > 0 || b.As != brief.Body || b.Turn > 0 || b.fragment == "" && w.Brief.Purpose != brief.Update && w.Brief.Purpose != brief.Pitch {
		return Stat{}, false
	}
	s := b.Words[0]
	if (w.Wording.Code == "ar" || w.Wording.Code == "he") && !b.Changed && !figureLabel.MatchString(prose.Unstop(s)) {
		return Stat{}, false // which words belong to its figure is not known
	}
	if b.Kind != "" && b.Kind != scene.Number && b.Kind != scene.Presenter || prose.Words(cmp.Or(b.fragment, s)) > 9 || prose.Words(cmp.Or(b.fragment, s)) > 6 && w.Brief.Purpose != brief.Update && w.Brief.Purpose != brief.Pitch || prose.URL(s) != "" || w.Wording.VerbFirst != nil && w.Wording.VerbFirst.MatchString(s) {
		return Stat{}, false
	}
	if b.Changed && b.Figure != nil {
		return Stat{Amount: Amount{Figure: *b.Figure}, Label: b.Label, Body: b.Subtitle}, true
	}
	if _, noted := w.notedStats(cmp.Or(b.fragment, s)); len(noted) == 1 && noted[0].compared {
		return noted[0], true
	}
	st, ok := w.StatOf(prose.Unstop(cmp.Or(b.fragment, s)))
	return st, ok && (st.Score >= 2 || prose.Words(s) <= 4)
}
