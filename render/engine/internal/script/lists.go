package script

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// toDoIn heads what is to be done in a case, one after the other.
var toDoIn = pattern.New(`(?i)^(?:bei (?:ein(?:em|er) )?|im fall |im brandfall|im notfall|en caso de|si hay|en cas d|in caso di|em caso de|bij (?:een )?|in geval van)`)

// itemTitles are the titles of items.
func itemTitles(items []scene.Item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = it.Title
	}
	return out
}

// sayWhole tells whether the items of a list are long enough to be sentences, in a
// language whose verbs are not known.
func sayWhole(items []prompt.Item) bool {
	for _, it := range items {
		n := utf8.RuneCountInString(it.Title)
		if cjk := strings.ContainsFunc(it.Title, func(r rune) bool { return r > 0x2e80 }); !cjk && prompt.Words(it.Title) < 3 || cjk && n < 7 {
			return false
		}
	}
	return len(items) > 0
}

// list writes "automatic backups, one-click restore and encryption".
func (w *writer) list(b *beat, pt *prompt.Point) {
	if w.timeline(b, pt) {
		return
	}
	g := w.w
	if pt.Said != "" && pt.Text != "" { // "Öffnungszeiten: Mo–Fr 9–20 Uhr, Sa und So 8–21 Uhr"
		if s := prompt.Stop(prompt.Upper(strings.TrimRight(strings.TrimSpace(pt.Text), ": ")) + ": " + pt.Said); w.openingHoursIn(b, s) {
			b.words = []string{s}
			return
		}
	}
	if g.code == "en" && w.b.Audience != "" && w.b.Level == prompt.Topic {
		pt.Text = toViewer(pt.Text) // "What they get", said to them
	}
	b.Kind = scene.Points
	whole := 0
	for _, it := range pt.Items {
		if it.Body != "" && prompt.Words(it.Body) > 2 {
			whole++
		}
	}
	var names []string
	valued := 0
	for _, it := range pt.Items {
		size := 34
		if it.Body == "" {
			size = 46
		}
		x := scene.Item{Title: w.entry(prompt.Upper(w.itemTitle(it.Title)), size), Body: w.cardBody(it.Body), Icon: icon(it.Title + " " + it.Body)}
		b.Items = append(b.Items, x)
		name := g.lower(it.Title)
		if it.Body != "" && shortValue.MatchString(it.Body) {
			name += " " + it.Body // "price £465,000": without its value it says nothing
			valued++
		}
		names = append(names, name)
	}
	b.Headline = w.listHead(pt)
	orders := 0
	for _, it := range pt.Items {
		if g.verbFirst != nil && g.verbFirst.MatchString(it.Title) {
			orders++
		}
	}
	given := w.given(names...)
	if b.Headline == g.listHead && !given {
		b.Headline = clip(prompt.Upper(firstOf(w.b.Subject, w.b.Title, g.knowHead)), 40)
	}
	if b.Headline == g.listHead && (orders*2 >= len(pt.Items) || g.code == "en" && orders > 0) && g.knowHead != "" {
		b.Headline = g.knowHead // rules are nothing that one gets
	}
	said := firstOf(pt.Said, g.join(names))
	if pt.Said != "" && !pt.Verbatim && w.b.Level == prompt.Topic && !strings.Contains(pt.Said, g.and) && !strings.ContainsAny(pt.Said, ";:") {
		var raw []string // "a, b" as a person says it: "a and b"
		for _, it := range pt.Items {
			if it.Body == "" {
				raw = append(raw, it.Title)
			}
		}
		if len(raw) == len(pt.Items) {
			said = g.join(raw)
		}
	}
	clauses := 0
	for _, it := range pt.Items {
		if it.Body == "" && g.finite != nil && g.finite.MatchString(" "+it.Title+" ") && prompt.Words(it.Title) > 3 && !g.relClause.MatchString(it.Title) {
			clauses++
		}
	}
	if base := phrase.Base(w.lang); (base == "ja" || base == "zh") && pt.Said == "" {
		said = strings.Join(names, "、")
	}
	switch {
	case g == wordless && whole == 0 && pt.Said == "" && sayWhole(pt.Items):
		b.words = nil
		for _, it := range pt.Items {
			b.words = append(b.words, prompt.Upper(prompt.Stop(it.Title)))
		}
	case g.clauseItem.MatchString(names[0]): // "how to spot a fake link"
		b.words = []string{prompt.Stop(g.fill(g.learn, said))}
	case whole > 0 && pt.Text != "" && strings.Contains(pt.Said, pt.Items[0].Title+", "+pt.Items[0].Body): // people with their posts
		b.words = []string{prompt.Upper(prompt.Stop(strings.TrimRight(strings.TrimSpace(pt.Text), ":") + ": " + pt.Said))}
	case whole > 0:
		for _, it := range pt.Items {
			s := prompt.Upper(it.Title)
			if it.Body != "" {
				s += ": " + g.lower(it.Body)
			} else if g.code == "en" && doesIt.MatchString(g.lower(s)+" ") {
				s = "It " + g.lower(s) // "Works on Linux"
			}
			b.words = append(b.words, prompt.Stop(s))
		}
	case clauses*2 > len(pt.Items) || clauses*2 == len(pt.Items) && changeWord.MatchString(pt.Text):
		if n := prompt.Upper(firstOf(w.b.Subject, w.b.Title)); pt.Text == "" && n != "" {
			b.Headline = clip(n, 40)
		}
		for _, it := range pt.Items {
			b.words = append(b.words, prompt.Upper(prompt.Stop(it.Title)))
		}
	case pt.Text == "" && pt.Said == "" && (orders*2 >= len(pt.Items) || g.code == "en" && orders > 0) && len(pt.Items) > 2:
		for _, it := range pt.Items { // rules are told one by one
			s := it.Title
			if g.code == "en" && doesIt.MatchString(g.lower(s)+" ") && !g.verbFirst.MatchString(s) {
				s = "it " + g.lower(s) // "takes 1 min"
			}
			b.words = append(b.words, prompt.Upper(prompt.Stop(s)))
		}
	case g.clauseItem.MatchString(g.lower(pt.Text)): // "what to do: stop, …"
		b.words = []string{prompt.Stop(w.hereIs(pt.Text) + ": " + said)}
	case w.theyAre(pt):
		b.words = []string{prompt.Stop("The " + g.lower(strings.TrimRight(strings.TrimSpace(pt.Text), ":")) + " are " + said)}
	case pt.Text != "":
		b.words = []string{prompt.Upper(prompt.Stop(strings.TrimRight(strings.TrimSpace(pt.Text), ":") + ": " + said))}
	case g.code == "en" && w.b.Purpose != prompt.Launch && g.isPlural(w.b.Subject) && prompt.Words(w.b.Subject) <= 4 && !w.countsOnly(names) && valued == 0 && !slices.ContainsFunc(names, negated.MatchString):
		b.Headline = clip(prompt.Upper(w.b.Subject), 40)
		b.words = []string{prompt.Upper(prompt.Stop(w.b.Subject + " are " + said))} // "Our values are honesty, curiosity, and care."
	case !given, w.countsOnly(names), valued > 0 || w.b.Subject == "" || isPeople(w.b) || g.code != "en" && slices.ContainsFunc(names, negated.MatchString):
		b.words = []string{prompt.Upper(prompt.Stop(said))}
	default:
		if pt.Said == "" {
			for i := range names {
				names[i] = g.indefinite(names[i])
			}
			said = g.join(names)
		}
		b.words = []string{prompt.Stop(g.fill(g.youGet, said))}
	}
	cues(b)
	w.listKind(b)
	b.hidden = max(0, len(b.Items)-shownMost)
	b.Items = b.Items[:len(b.Items)-b.hidden]
}

// theyAre tells whether a list of an English brief is said as what its heading names:
// "Depots: Leeds, York, Hull" is "The depots are Leeds, York, and Hull".
func (w *writer) theyAre(pt *prompt.Point) bool {
	head := strings.TrimRight(strings.TrimSpace(pt.Text), ":")
	if w.w.code != "en" || pt.Verbatim || w.b.Level != prompt.Topic || prompt.Words(head) > 5 || !w.w.isPlural(head) || !w.isPhrase(head) || w.w.articled.MatchString(head) || whoseFirst.MatchString(head) || countedFirst.MatchString(head) || strings.ContainsAny(head, "()0123456789&") || changeWord.MatchString(head) {
		return false
	}
	for _, it := range pt.Items {
		if it.Body != "" || !w.isPhrase(it.Title) || prompt.Words(it.Title) > 8 {
			return false
		}
	}
	return len(pt.Items) > 1
}

// cardBody is what a card says below its title: all of it, or in English nothing where a
// part would say something else.
func (w *writer) cardBody(s string) string {
	s = prompt.Upper(strings.TrimRight(s, "."))
	if w.w.code == "en" && utf8.RuneCountInString(s) > 48+longer {
		return ""
	}
	if w.w.code == "en" {
		return s
	}
	return clip(s, 48)
}

// countsOnly tells a list of counts, which nobody gets, from one of things.
func (w *writer) countsOnly(names []string) bool {
	for _, n := range names {
		if n = strings.TrimLeft(n, "€$£"); n == "" || n[0] < '0' || n[0] > '9' {
			return false
		}
	}
	return len(names) > 2
}

// shortValue is a value of one or two words.
var shortValue = pattern.New(`^[~≈<>]?[€$£¥₪]?\s?\d[\d.,]*\s?(?:%|[€$£¥₪]|\p{L}{1,8})?(?:\s?/\s?\p{L}{1,8}\.?)?$`)

// negated is a thing that one does not get: "sin entrada".
var negated = pattern.New(`(?i)^(?:keine?n?|ohne|sin|sans|pas d|sem|senza|nessun\p{L}*|geen|zonder|بدون|بلا|ללא|בלי)(?:\s|['’]|e\s)`)

// listKind finds a better picture for some lists: instructions are a process,
// figures are a number with stat cards.
func (w *writer) listKind(b *beat) {
	verbs, figs := 0, 0
	for _, it := range b.Items {
		if it.Body == "" && w.w.verbFirst != nil && w.w.verbFirst.MatchString(it.Title) {
			verbs++
		}
		if fs := w.figures(it.Title); it.Body == "" && len(fs) > 0 && fs[0].score >= 2 {
			figs++
		}
	}
	n := len(b.Items)
	switch {
	case n == 2 && figs == n && w.sideBySide(b):
	case n >= 2 && n <= 5 && figs == n, n >= 4 && n <= 6 && figs >= 3 && figs == n-1:
		var items []scene.Item
		for _, it := range b.Items {
			fs := w.figures(it.Title)
			if len(fs) == 0 || it.Body != "" {
				continue // said, but no card
			}
			f := fs[0]
			label, after := w.label(it.Title, f)
			if st, ok := w.statOf(it.Title); ok && (label == w.b.Subject || prompt.Words(label) < 2 && st.body == "" || strings.HasPrefix(st.body, "/")) {
				f, label, after = st.figure, st.label, st.body
			}
			if label == "" || label == w.b.Subject && w.w.code == "en" {
				b.Figure, b.Label, b.Subtitle = nil, "", ""
				return // "10K, 5K" are names
			}
			fig := f.Figure
			if b.Figure == nil {
				b.Figure, b.Label, b.Subtitle = &fig, label, after
				continue
			}
			items = append(items, scene.Item{Label: clip(label, 32), Value: figureText(&fig), Body: after, Cue: fig.Cue})
		}
		b.Kind, b.Items = scene.Number, items
		if b.Headline == w.w.listHead || b.Headline == w.w.knowHead {
			b.Headline = w.w.numbersHead
		}
	case n >= 3 && n <= 6 && (verbs == n || w.w.code != "en" && toDoIn.MatchString(b.Headline) && w.orders(itemTitles(b.Items))):
		b.Kind = scene.Process
		for i := range b.Items {
			b.Items[i].Label = strconv.Itoa(i + 1)
		}
		if b.Headline == w.w.knowHead && !slices.ContainsFunc(b.Items, func(it scene.Item) bool { return aRule.MatchString(it.Title) }) {
			b.Headline = w.w.stepsHead
		}
	}
}

// sideBySide draws two things with a figure of one unit each as two columns: "full
// refund within 30 days, store credit within 90 days".
func (w *writer) sideBySide(b *beat) bool {
	var cols []scene.Column
	unit := ""
	for i, it := range b.Items {
		fs := w.figures(it.Title)
		if len(fs) != 1 || fs[0].unit == "" || i > 0 && !strings.EqualFold(strings.TrimSuffix(unit, "s"), strings.TrimSuffix(fs[0].unit, "s")) {
			return false
		}
		unit = fs[0].unit
		name := strings.TrimSpace(it.Title[:fs[0].from])
		for w.w.stops.MatchString(" " + name) {
			name = name[:max(0, strings.LastIndexByte(name, ' '))]
		}
		if name == "" {
			return false
		}
		cols = append(cols, scene.Column{Title: prompt.Upper(name), Rows: []scene.Item{{Value: figureText(&fs[0].Figure), Cue: fs[0].Cue}}})
	}
	b.Kind, b.Columns, b.Items, b.plain = scene.Compare, cols, nil, false
	b.Headline = clip(strings.TrimSuffix(prompt.Unstop(w.w.fill(w.w.sidesOf, cols[0].Title, w.w.lower(cols[1].Title))), "?"), 46)
	return true
}

// hereIs announces a list by its question: "Here's how it works", "Así funciona".
func (w *writer) hereIs(head string) string {
	g := w.w
	low := g.lower(head)
	switch g.code {
	case "es":
		if rest, ok := strings.CutPrefix(low, "cómo "); ok {
			return "Así " + rest
		}
	case "de", "nl":
		return prompt.Upper(head)
	case "pt":
		if strings.HasPrefix(low, "o que ") {
			return prompt.Upper(head)
		}
	}
	if whenHead.MatchString(low) {
		return prompt.Upper(head)
	}
	return prompt.Upper(strings.TrimSuffix(g.fill(g.here, low), "."))
}

// whenHead asks for times; in these languages nothing announces it but itself.
var whenHead = pattern.New(`(?i)^(?:quando|cuándo|quand|متى|מתי)\s`)

// countedNoun begins a title that counts what is told.
var countedNoun = pattern.New(`(?i)^(?:\d{1,2}|two|three|four|five|six|seven) (?:[\p{L}-]+ )?(?:mistakes|tips|rules|reasons|signs|myths|facts|habits|ideas|tricks|ways|things|lessons|questions|benefits)\b`)

// newHead is a heading that wants to know of what.
var newHead = pattern.New(`(?i)^(?:new|neu|nuevo|nouveau|novo|nuovo|جديد)$`)

func shortItems(pt *prompt.Point) bool {
	for _, it := range pt.Items {
		if it.Body != "" || prompt.Words(it.Title) > 9 {
			return false
		}
	}
	return true
}

func firstOf(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// listHead is the headline over a list: its heading, or what it is.
func (w *writer) listHead(pt *prompt.Point) string {
	g := w.w
	h := strings.TrimSpace(pt.Text)
	if strings.EqualFold(h, "steps") || strings.EqualFold(h, "the steps") {
		h = ""
	}
	if !prompt.IsClause(h, g.code) || g.code == "en" {
		h = g.headArticle.ReplaceAllString(h, "")
	}
	if h == "" {
		if n := w.b.Subject; startsCount.MatchString(n) {
			return prompt.Upper(n)
		}
		if m := countedNoun.FindString(firstOf(w.b.Title, w.b.Subject, w.b.Points[0].Text)); m != "" && g.code == "en" {
			return m // "3 mistakes everyone makes" are no steps
		}
		if pt.Form == prompt.Steps {
			return w.w.stepsHead
		}
		if pt.Form == prompt.Table {
			return w.w.numbersHead
		}
		if pt.Chapter != "" {
			return clip(pt.Chapter, 40)
		}
		if w.w.clauseItem.MatchString(g.lower(pt.Items[0].Title)) {
			return w.w.learnHead
		}
		if isPeople(w.b) {
			return firstOf(g.knowHead, prompt.Upper(firstOf(w.b.Subject, w.b.Title)))
		}
		return firstOf(g.listHead, prompt.Upper(firstOf(w.b.Subject, w.b.Title)))
	}
	if newHead.MatchString(h) && w.b.Subject != "" {
		if full := prompt.Upper(w.bare(g.newIn(w.b.Subject))); utf8.RuneCountInString(full) <= 46 {
			return full
		}
	}
	if g.vague != nil && g.vague.MatchString(h) {
		h += g.toKnow
	}
	return clip(prompt.Upper(h), 40)
}

// cues gives every item the words that bring it on: its own first words as spoken.
func cues(b *beat) {
	say := strings.ToLower(b.text())
	for i := range b.Items {
		t := strings.ToLower(strings.TrimRight(b.Items[i].Title, "…."))
		f := strings.Fields(t)
		for n := min(3, len(f)); n > 0; n-- {
			if c := strings.Trim(strings.Join(f[:n], " "), ",;:"); strings.Contains(say, c) {
				b.Items[i].Cue = c
				break
			}
		}
		if b.Items[i].Cue == "" {
			for _, x := range f {
				if len(x) > 3 && strings.Contains(say, x) {
					b.Items[i].Cue = x
					break
				}
			}
		}
	}
}
