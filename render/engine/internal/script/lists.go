package script

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// list writes "automatic backups, one-click restore and encryption".
func (w *writer) list(b *beat, pt *prompt.Point) {
	if w.timeline(b, pt) {
		return
	}
	g := w.w
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
		x := scene.Item{Title: clip(prompt.Upper(g.noun(it.Title)), size), Body: clip(prompt.Upper(strings.TrimRight(it.Body, ".")), 48), Icon: icon(it.Title + " " + it.Body)}
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
	if b.Headline == g.listHead && orders*2 >= len(pt.Items) && g.knowHead != "" {
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
	switch {
	case g.clauseItem.MatchString(names[0]): // "how to spot a fake link"
		b.words = []string{prompt.Stop(g.fill(g.learn, said))}
	case whole > 0 && pt.Text != "" && strings.Contains(pt.Said, pt.Items[0].Title+", "+pt.Items[0].Body): // people with their posts
		b.words = []string{prompt.Upper(prompt.Stop(strings.TrimRight(strings.TrimSpace(pt.Text), ":") + ": " + pt.Said))}
	case whole > 0:
		for _, it := range pt.Items {
			s := prompt.Upper(it.Title)
			if it.Body != "" {
				s += ": " + g.lower(it.Body)
			}
			b.words = append(b.words, prompt.Stop(s))
		}
	case clauses*2 > len(pt.Items):
		if n := prompt.Upper(firstOf(w.b.Subject, w.b.Title)); pt.Text == "" && n != "" {
			b.Headline = clip(n, 40)
		}
		for _, it := range pt.Items {
			b.words = append(b.words, prompt.Upper(prompt.Stop(it.Title)))
		}
	case pt.Text == "" && pt.Said == "" && orders*2 >= len(pt.Items) && len(pt.Items) > 2:
		for _, it := range pt.Items { // rules are told one by one
			b.words = append(b.words, prompt.Upper(prompt.Stop(it.Title)))
		}
	case g.clauseItem.MatchString(g.lower(pt.Text)): // "what to do: stop, …"
		b.words = []string{prompt.Stop(w.hereIs(pt.Text) + ": " + said)}
	case pt.Text != "":
		b.words = []string{prompt.Upper(prompt.Stop(strings.TrimRight(strings.TrimSpace(pt.Text), ":") + ": " + said))}
	case w.countsOnly(names), valued > 0 || w.b.Subject == "" || isPeople(w.b) || g.code != "en" && slices.ContainsFunc(names, negated.MatchString):
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
var shortValue = pattern.New(`^[~≈<>]?[€$£¥₪]?\s?\d[\d.,]*\s?(?:%|[€$£¥₪]|\p{L}{1,8})?$`)

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
	case n >= 3 && n <= 6 && verbs == n:
		b.Kind = scene.Process
		for i := range b.Items {
			b.Items[i].Label = strconv.Itoa(i + 1)
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

// inline finds the list inside a sentence: "You get a, b, and c", "Talk, take
// photos, and tap done".
func (w *writer) inline(b *beat, s string) bool {
	g := w.w
	t := prompt.Unstop(s)
	lead := ""
	if parts := strings.Split(t, ", "); len(parts) > 2 {
		if events := eventsOf(parts); events != nil { // "9 May: doors open, 12 May: first loaf, …"
			b.Kind, b.Items, b.Headline, b.plain = scene.Timeline, events[:min(6, len(events))], g.timeHead, false
			cues(b)
			return true
		}
	}
	if head, tail, ok := strings.Cut(t, ": "); ok && prompt.URL(t) == "" {
		lead, t = head, tail
		b.lead = strings.TrimSpace(lead)
	} else if g.listLead != nil {
		if m := g.listLead.FindString(t); m != "" {
			t = t[len(m):]
		}
	}
	parts := strings.Split(t, g.comma())
	if len(parts) < 2 {
		return false
	}
	last := parts[len(parts)-1]
	and := strings.TrimPrefix(g.and, " ")
	if r, ok := strings.CutPrefix(last, and); ok {
		parts[len(parts)-1] = r
	} else if lead == "" && w.orders(parts) {
		// "Register, choose a bike, ride off."
	} else if lead != "" && prompt.Words(lead) <= 6 && len(parts) >= 3 && w.b.Level != prompt.Script || w.amounts(parts) {
		// "New menu: gnocchi, short rib, tart", "£20 pays for a heater, £55 insulates a window"
	} else if x, y, ok := strings.Cut(last, g.and); ok && prompt.Words(y) <= 5 && prompt.Words(x) <= 5 {
		parts = append(parts[:len(parts)-1], x, y)
	} else {
		return false
	}
	if len(parts) < 3 || len(parts) > 6 {
		return false
	}
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if prompt.Words(p) > 8 || p == "" || lead != "" && g.code == "en" && areSigns.MatchString(p) && !areSigns.MatchString(parts[0]) {
			return false
		}
		parts[i] = p
	}
	bare := lead == "" && t == prompt.Unstop(s)
	if events := eventsOf(parts); bare && events != nil {
		b.Kind, b.Items, b.Headline, b.plain = scene.Timeline, events, g.timeHead, false
		cues(b)
		return true
	}
	if bare && w.amounts(parts) {
		for _, p := range parts {
			b.Items = append(b.Items, scene.Item{Title: p})
		}
		b.Headline, b.plain = g.numbersHead, false
		w.listKind(b)
		return true
	}
	if bare {
		// The whole sentence is the list: imperatives, or one subject with several verbs.
		if g.verbFirst == nil {
			return false
		}
		if !g.verbFirst.MatchString(parts[0]) && !w.orders(parts) {
			s := w.b.Subject
			rest, ok := strings.CutPrefix(parts[0], s+" ")
			if s == "" || !ok {
				return false
			}
			parts[0] = rest
			lead = s
		}
	}
	for _, p := range parts {
		b.Items = append(b.Items, scene.Item{Title: clip(prompt.Upper(g.noun(p)), 46), Icon: icon(p)})
	}
	b.Kind = scene.Points
	if events := eventsOf(parts); events != nil {
		b.Kind, b.Items, b.Headline = scene.Timeline, events, g.timeHead
		b.plain = false
		cues(b)
		return true
	}
	b.Headline = g.listHead
	if g.verbFirst != nil && g.verbFirst.MatchString(parts[0]) {
		b.Headline = firstOf(g.knowHead, g.listHead) // orders are nothing that one gets
	}
	if lead != "" {
		b.Headline = clip(prompt.Upper(g.headArticle.ReplaceAllString(lead, "")), 40)
	}
	b.plain = false
	cues(b)
	w.listKind(b)
	if bare && b.Kind == scene.Points && w.orders(parts) {
		b.Kind = scene.Process
		for i := range b.Items {
			b.Items[i].Label = strconv.Itoa(i + 1)
		}
	}
	if b.Kind == scene.Process && lead == "" {
		b.Headline = g.stepsHead
	}
	return true
}

// areSigns is the verb of a sentence that begins like a list: "confusion, no sweat and hot
// skin are signs of heat stroke".
var areSigns = pattern.New(`(?i) (?:are|is|were|was|have|has|can|will|must) `)

// amounts tells whether each of three or more parts begins with an amount of money.
func (w *writer) amounts(parts []string) bool {
	if len(parts) < 3 {
		return false
	}
	for _, p := range parts {
		if !startsMoney.MatchString(strings.TrimSpace(p)) {
			return false
		}
	}
	return true
}

var startsMoney = pattern.New(`^(?:[€$£¥₪]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€$£]|euros?\b|dollars?\b|pounds?\b))\s\p{L}`)

// infinitive ends a German step: "Rad wählen", "losfahren".
var infinitive = pattern.New(`^(?:\S+ ){0,4}\p{L}+(?:en|eln|ern)$`)

// toDo are steps that are told by their infinitive.
var toDo = map[string]*pattern.Pattern{
	"es": pattern.New(`(?i)^(?:no )?\p{L}{2,}(?:ar|er|ir)(?:se|l[oae]s?)?(?:\s|$)`),
	"pt": pattern.New(`(?i)^(?:não |nunca )?\p{L}{2,}(?:ar|er|ir)(?:-se|-l[oa]s?)?(?:\s|$)`),
	"it": pattern.New(`(?i)^(?:non )?\p{L}{2,}(?:are|ere|ire|ar[slm][ieoa]|er[slm][ieoa]|ir[slm][ieoa])(?:\s|$)`),
	"fr": pattern.New(`(?i)^(?:ne pas |ne jamais )?(?:se |s['’])?\p{L}{2,}(?:er|ir|re|oir)\s`),
}

// orders tells whether every part tells the viewer what to do.
func (w *writer) orders(parts []string) bool {
	g := w.w
	if len(parts) < 2 || g.verbFirst == nil {
		return false
	}
	for i, p := range parts {
		f := strings.Fields(strings.TrimSpace(p))
		if len(f) == 0 {
			return false
		}
		last := []rune(f[len(f)-1])
		verb := g.code == "de" && infinitive.MatchString(strings.Join(f, " ")) && (unicode.IsLower(last[0]) || len(f) == 1 && i == 0)
		if re := toDo[g.code]; re != nil && re.MatchString(strings.Join(f, " ")) {
			verb = true // "elegir fechas"
		}
		if !verb && !g.verbFirst.MatchString(strings.Join(f, " ")+" ") {
			return false
		}
	}
	return true
}

// counted joins "Five rules keep everyone safe." with the five sentences after it.
func (w *writer) counted(beats []*beat) []*beat {
	g := w.w
	var out []*beat
	for i := 0; i < len(beats); i++ {
		b := beats[i]
		n := 0
		if m := g.countHead(b.text()); m > 0 && b.plain && b.Figure == nil && (g.code != "en" || promises.MatchString(b.text()) && !strings.Contains(b.text(), ": ")) {
			for j := i + 1; j < len(beats) && j <= i+m; j++ {
				if !beats[j].plain || beats[j].line != b.line || beats[j].Kind != "" || len(beats[j].words) != 1 {
					break
				}
				n++
			}
			if n == m {
				nb := *b
				nb.words = append([]string{}, b.words...)
				nb.Headline = w.headline(b.words[0], 46)
				for _, x := range beats[i+1 : i+1+n] {
					nb.words = append(nb.words, x.words...)
					nb.Items = append(nb.Items, scene.Item{Title: w.headline(x.words[0], 46), Icon: icon(x.words[0])})
				}
				nb.Kind, nb.plain, nb.asked = scene.Points, false, true
				cues(&nb)
				out = append(out, &nb)
				i += n
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// promises counts what the next sentences tell: "Two new shops opened" does not.
var promises = pattern.New(`(?i)^(?:\S+ ){0,3}?(?:two|three|four|five|six|seven|eight|nine) (?:[\p{L}-]+ ){0,2}?(?:things|rules|tips|steps|reasons|ways|points|facts|habits|changes|signs|principles|questions|goals|priorities|features|benefits|lessons|parts|stages|phases|options|ideas|mistakes|myths|updates|improvements|promises|risks|areas|values|pillars|tools|perks|services|highlights|takeaways|problems|wins|actions|measures|checks|tasks|topics|numbers|words)\b`)

// countHead is the number that a sentence such as "Three things matter." promises.
func (g *wording) countHead(s string) int {
	f := strings.Fields(strings.ToLower(s))
	if len(f) < 2 || len(f) > 12 || g.verbFirst != nil && g.verbFirst.MatchString(s) {
		return 0 // "Add two tins" promises nothing
	}
	for _, w := range f[:min(3, len(f))] {
		for n := 2; n < len(g.counts); n++ {
			if w == g.counts[n] {
				return n
			}
		}
	}
	return 0
}

// steps writes an ordered list: "First, …. Then …. Finally, …."
func (w *writer) steps(b *beat, pt *prompt.Point) {
	g := w.w
	n := len(pt.Items)
	if w.timeline(b, pt) {
		return
	}
	told := 0
	for _, it := range pt.Items {
		if g.finite != nil && g.finite.MatchString(" "+it.Title+" ") && !g.verbFirst.MatchString(it.Title) {
			told++
		}
	}
	if told*2 > n && !(g.code == "en" && stagesHead.MatchString(pt.Text)) { // numbered statements are no steps
		as := *pt
		as.Form = prompt.List
		w.list(b, &as)
		return
	}
	b.Kind = scene.Process
	b.Headline = w.listHead(pt)
	if g.clauseItem.MatchString(g.lower(pt.Text)) && n <= 4 && shortItems(pt) {
		var names []string
		for _, it := range pt.Items {
			b.Items = append(b.Items, scene.Item{Title: clip(prompt.Upper(it.Title), 46), Icon: icon(it.Title)})
			names = append(names, g.lower(it.Title))
		}
		b.words = []string{prompt.Stop(w.hereIs(pt.Text) + ": " + firstOf(pt.Said, g.join(names)))}
		cues(b)
		return
	}
	for i, it := range pt.Items {
		b.Items = append(b.Items, scene.Item{Label: strconv.Itoa(i + 1), Title: clip(prompt.Upper(it.Title), 46), Body: clip(prompt.Upper(strings.TrimRight(it.Body, ".")), 48), Icon: icon(it.Title + " " + it.Body)})
		s := w.lower(it.Title)
		if it.Body != "" {
			s += ": " + g.lower(strings.TrimRight(it.Body, "."))
		}
		lead := g.then[min(i%len(g.then), len(g.then)-1)]
		if i == 0 {
			lead = g.firstly
		} else if i == n-1 {
			lead = g.finally
		}
		b.words = append(b.words, prompt.Stop(g.fill(lead, s)))
	}
	cues(b)
	b.hidden = max(0, len(b.Items)-shownMost)
	b.Items = b.Items[:len(b.Items)-b.hidden]
}

// stagesHead heads what happens one after the other.
var stagesHead = pattern.New(`(?i)^(?:the )?(?:(?:\p{L}+ )?steps|process|how it works|stages|phases)$`)

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
		if full := prompt.Upper(w.bare(g.fill(g.whatsNew, w.b.Subject))); utf8.RuneCountInString(full) <= 46 {
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
