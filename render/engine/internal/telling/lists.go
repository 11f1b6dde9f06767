package telling

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
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
func sayWhole(items []brief.Item) bool {
	for _, it := range items {
		n := utf8.RuneCountInString(it.Title)
		if cjk := strings.ContainsFunc(it.Title, func(r rune) bool { return r > 0x2e80 }); !cjk && prose.Words(it.Title) < 3 || cjk && n < 7 {
			return false
		}
	}
	return len(items) > 0
}

// list writes "automatic backups, one-click restore and encryption".
func (w *Writer) list(b *Beat, pt *brief.Point) {
	if w.timeline(b, pt) {
		return
	}
	g := w.Wording
	if pt.Said != "" && pt.Text != "" { // "Öffnungszeiten: Mo–Fr 9–20 Uhr, Sa und So 8–21 Uhr"
		if s := prose.Stop(prose.Upper(strings.TrimRight(strings.TrimSpace(pt.Text), ": ")) + ": " + pt.Said); w.openingHoursIn(b, s) {
			b.Words = []string{s}
			return
		}
	}
	if g.Code == "en" && w.Brief.Audience != "" && w.Brief.Level == brief.Topic {
		pt.Text = toViewer(pt.Text) // "What they get", said to them
	}
	b.Kind = scene.Points
	whole := 0
	for _, it := range pt.Items {
		if it.Body != "" && prose.Words(it.Body) > 2 {
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
		x := scene.Item{Title: w.Entry(prose.Upper(w.itemTitle(it.Title)), size), Body: w.cardBody(it.Body), Icon: Icon(it.Title + " " + it.Body)}
		b.Items = append(b.Items, x)
		name := w.Lower(it.Title)
		if it.Body != "" && shortValue.MatchString(it.Body) {
			name += " " + it.Body // "price £465,000": without its value it says nothing
			valued++
		}
		names = append(names, name)
	}
	b.Headline = w.listHead(pt)
	orders := 0
	for _, it := range pt.Items {
		if g.VerbFirst != nil && g.VerbFirst.MatchString(it.Title) {
			orders++
		}
	}
	given := w.given(names...)
	if b.Headline == g.ListHead && !given {
		b.Headline = Clip(prose.Upper(cmp.Or(w.Brief.Subject, w.Brief.Title, g.KnowHead)), 40)
	}
	if b.Headline == g.ListHead && (orders*2 >= len(pt.Items) || g.Code == "en" && orders > 0 || g.Code != "en" && (whole > 0 || slices.ContainsFunc(names, hasDigit.MatchString) || slices.ContainsFunc(pt.Items, func(it brief.Item) bool { return it.Body != "" }))) && g.KnowHead != "" {
		b.Headline = g.KnowHead // rules are nothing that one gets, nor are figures and times
		given = given && g.Code == "en"
	}
	said := cmp.Or(pt.Said, g.Join(names))
	if pt.Said != "" && !pt.Verbatim && w.Brief.Level == brief.Topic && !strings.Contains(pt.Said, g.And) && !strings.ContainsAny(pt.Said, ";:") {
		var raw []string // "a, b" as a person says it: "a and b"
		for _, it := range pt.Items {
			if it.Body == "" {
				raw = append(raw, it.Title)
			}
		}
		if len(raw) == len(pt.Items) {
			said = g.Join(raw)
		}
	}
	clauses := 0
	for _, it := range pt.Items {
		if it.Body == "" && g.Finite != nil && g.Finite.MatchString(" "+it.Title+" ") && prose.Words(it.Title) > 3 && !g.RelClause.MatchString(it.Title) {
			clauses++
		}
	}
	if base := phrase.Base(w.Lang); (base == "ja" || base == "zh") && pt.Said == "" {
		said = strings.Join(names, "、")
	}
	switch {
	case g == tongue.Wordless && pt.Said == "" && (sayWhole(pt.Items) || slices.ContainsFunc(pt.Items, func(it brief.Item) bool { return it.Body != "" })):
		b.Words = nil
		for _, it := range pt.Items {
			s := it.Title
			if it.Body != "" {
				s += labelColon(w.Lang) + it.Body
			}
			b.Words = append(b.Words, prose.Upper(prose.Stop(s)))
		}
	case g.ClauseItem.MatchString(names[0]): // "how to spot a fake link"
		b.Words = []string{prose.Stop(g.Fill(g.Learn, said))}
	case whole > 0 && pt.Text != "" && strings.Contains(pt.Said, pt.Items[0].Title+", "+pt.Items[0].Body): // people with their posts
		b.Words = []string{prose.Upper(prose.Stop(strings.TrimRight(strings.TrimSpace(pt.Text), ":") + ": " + pt.Said))}
	case whole > 0:
		for _, it := range pt.Items {
			s := prose.Upper(it.Title)
			if it.Body != "" && g.Code == "en" {
				s += ": " + g.Lower(it.Body)
			} else if it.Body != "" {
				s += ": " + w.Lower(it.Body) // "R$ 3,2 milhões" keeps its sign
			} else if g.Code == "en" && tongue.DoesIt.MatchString(g.Lower(s)+" ") {
				s = "It " + g.Lower(s) // "Works on Linux"
			}
			b.Words = append(b.Words, prose.Stop(s))
		}
	case g.Code == "en" && pt.Said == "" && noHead.MatchString(pt.Text) && (w.eachASentence(pt.Items) || w.ofManyForms(pt.Items)), clauses*2 > len(pt.Items) || clauses*2 == len(pt.Items) && ChangeWord.MatchString(pt.Text):
		if n := prose.Upper(cmp.Or(w.Brief.Subject, w.Brief.Title)); pt.Text == "" && n != "" {
			b.Headline = Clip(n, 40)
		}
		for _, it := range pt.Items {
			b.Words = append(b.Words, prose.Upper(prose.Stop(it.Title)))
		}
	case pt.Text == "" && pt.Said == "" && (orders*2 >= len(pt.Items) || g.Code == "en" && orders > 0) && len(pt.Items) > 2:
		for _, it := range pt.Items { // rules are told one by one
			s := it.Title
			if g.Code == "en" && tongue.DoesIt.MatchString(g.Lower(s)+" ") && !g.VerbFirst.MatchString(s) {
				s = "it " + g.Lower(s) // "takes 1 min"
			}
			b.Words = append(b.Words, prose.Upper(prose.Stop(s)))
		}
	case g.ClauseItem.MatchString(g.Lower(pt.Text)): // "what to do: stop, …"
		b.Words = []string{prose.Stop(w.hereIs(pt.Text) + ": " + said)}
	case w.theyAre(pt) && adviceHead.MatchString(strings.TrimRight(strings.TrimSpace(pt.Text), ":")):
		b.Words = []string{prose.Stop("Here are the " + g.Lower(strings.TrimRight(strings.TrimSpace(pt.Text), ":")) + ": " + said)}
	case w.theyAre(pt):
		b.Words = []string{prose.Stop("The " + g.Lower(strings.TrimRight(strings.TrimSpace(pt.Text), ":")) + " are " + said)}
	case pt.Text != "":
		b.Words = []string{prose.Upper(prose.Stop(strings.TrimRight(strings.TrimSpace(pt.Text), ":") + ": " + said))}
	case g.Code == "en" && w.Brief.Purpose != brief.Launch && g.IsPlural(w.Brief.Subject) && valuesNoun.MatchString(w.Brief.Subject) && prose.Words(w.Brief.Subject) <= 4 && !w.countsOnly(names) && valued == 0 && !slices.ContainsFunc(names, negated.MatchString):
		b.Headline = Clip(prose.Upper(w.Brief.Subject), 40)
		b.Words = []string{prose.Upper(prose.Stop(w.Brief.Subject + " are " + said))} // "Our values are honesty, curiosity, and care."
	case !given, g.Code == "en" && slices.ContainsFunc(names, payOrTime.MatchString), g.Code == "en" && StartsCount.MatchString(cmp.Or(w.Brief.Subject, w.Brief.Title)), w.countsOnly(names), valued > 0 || w.Brief.Subject == "" || isPeople(w.Brief) || g.Code != "en" && slices.ContainsFunc(names, negated.MatchString):
		b.Words = []string{prose.Upper(prose.Stop(said))}
	default:
		if pt.Said == "" {
			for i := range names {
				names[i] = g.Indefinite(names[i])
			}
			said = g.Join(names)
		}
		b.Words = []string{prose.Stop(g.Fill(g.YouGet, said))}
	}
	Cues(b)
	w.listKind(b)
	b.Hidden = max(0, len(b.Items)-ListMost)
	b.Items = b.Items[:len(b.Items)-b.Hidden]
}

// eachASentence tells items of an English list that are whole sentences: one after another
// they are easier to follow than behind commas.
func (w *Writer) eachASentence(items []brief.Item) bool {
	words := 0
	for _, it := range items {
		words += prose.Words(it.Title)
		if it.Body != "" || !prompt.IsClause(it.Title, "en") && !w.Wording.VerbFirst.MatchString(it.Title+" ") && !bidden.MatchString(it.Title) {
			return false
		}
	}
	return len(items) > 1 && words >= 5*len(items)
}

// ofManyForms tells notes of an English list, each begun as a sentence is, that no one
// sentence holds: some are clauses or orders and some are not, or one has a comma of its own.
func (w *Writer) ofManyForms(items []brief.Item) bool {
	phrases, commas := 0, false
	for _, it := range items {
		if it.Body != "" || !prose.StartsUpper(it.Title) && !startsFigure.MatchString(it.Title) {
			return false
		}
		commas = commas || strings.Contains(it.Title, ", ")
		if w.IsPhrase(it.Title) && !prompt.IsClause(it.Title, "en") {
			phrases++
		}
	}
	return len(items) > 1 && (commas || phrases > 0 && phrases < len(items))
}

var startsFigure = pattern.New(`^[€$£]?\d`)

var hasDigit = pattern.New(`\d`)

// noHead is a heading that says nothing of what stands below it.
var noHead = pattern.New(`(?i)^(?:(?:these|the following|our|the|key|main) )*(?:points?|things?|rules|facts|topics|messages)?:?$`)

// bidden begins what is to be done or not to be done.
var bidden = pattern.New(`(?i)^(?:never|always|don['’]t|do not|please|only) \p{Ll}`)

// labelColon parts a label from its value, as a language writes it.
func labelColon(lang string) string {
	if base := phrase.Base(lang); base == "ja" || base == "zh" {
		return "："
	}
	return ": "
}

// theyAre tells whether a list of an English brief is said as what its heading names:
// "Depots: Leeds, York, Hull" is "The depots are Leeds, York, and Hull".
func (w *Writer) theyAre(pt *brief.Point) bool {
	head := strings.TrimRight(strings.TrimSpace(pt.Text), ":")
	if w.Wording.Code != "en" || pt.Verbatim || w.Brief.Level != brief.Topic || prose.Words(head) > 5 || !w.Wording.IsPlural(head) || !w.IsPhrase(head) || w.Wording.Articled.MatchString(head) || WhoseFirst.MatchString(head) || countedFirst.MatchString(head) || strings.ContainsAny(head, "()0123456789&") || ChangeWord.MatchString(head) {
		return false
	}
	for _, word := range grammar.Tags(head) {
		if word.Tag == "VBZ" || word.Tag == "VBP" || word.Tag == "VBD" || word.Tag == "MD" || isPronoun.MatchString(word.Text) {
			return false // "Nothing changes for customers"
		}
	}
	for _, it := range pt.Items {
		if it.Body != "" || !w.IsPhrase(it.Title) || prose.Words(it.Title) > 8 {
			return false
		}
	}
	return len(pt.Items) > 1
}

// valuesNoun ends what is told by its list and by nothing else: "our values".
var valuesNoun = pattern.New(`(?i)\b(?:values|principles|goals|priorities|rules|options|plans|colou?rs|toppings|flavou?rs|services|topics|speakers|finalists|winners|candidates|pillars|aims|objectives|offices|locations|languages|features|benefits|requirements|steps|stages|phases|levels|tiers|categories|reasons|risks|signs|symptoms|mistakes|myths|tips)$`)

// adviceHead are pieces of advice, which are whole by themselves: "Tips: feet flat on the floor".
var adviceHead = pattern.New(`(?i)^(?:\p{L}+ )?(?:tips|tricks|dos|do's|don'ts|facts|rules|reminders|hacks|best practices|takeaways|hints)$`)

// isPronoun is the subject of a clause.
var isPronoun = pattern.New(`(?i)^(?:(?:no|any|every|some)(?:thing|body|one)|none|all|both|most|it|they|we|you|he|she|i|this|that|these|those)$`)

// cardBody is what a card says below its title: all of it, or in English nothing where a
// part would say something else.
func (w *Writer) cardBody(s string) string {
	s = prose.Upper(strings.TrimRight(s, "."))
	if w.Wording.Code == "en" && utf8.RuneCountInString(s) > 48+Longer {
		return ""
	}
	if w.Wording.Code == "en" {
		return s
	}
	return Clip(s, 48)
}

// countsOnly tells a list of counts, which nobody gets, from one of things.
func (w *Writer) countsOnly(names []string) bool {
	for _, n := range names {
		if n = strings.TrimLeft(n, "€$£"); n == "" || n[0] < '0' || n[0] > '9' {
			return false
		}
	}
	return len(names) > 2
}

// shortValue is a value of one or two words.
var shortValue = pattern.New(`^[~≈<>]?[€$£¥₪]?\s?\d[\d.,]*\s?(?:%|[€$£¥₪]|\p{L}{1,8})?(?:\s?/\s?\p{L}{1,8}\.?)?$`)

// payOrTime begins with what is paid or how long is worked: "€2,900 gross", "38 hours". It
// is noted rather than got.
var payOrTime = pattern.New(`(?i)^(?:[€$£]\s?\d|\d[\d.,]*\s?(?:[€$£]|euros?\b|dollars?\b|pounds?\b|h\b|hrs?\b|hours?\b))`)

// negated is a thing that one does not get: "sin entrada".
var negated = pattern.New(`(?i)^(?:keine?n?|ohne|sin|sans|pas d|sem|senza|nessun\p{L}*|geen|zonder|بدون|بلا|ללא|בלי)(?:\s|['’]|e\s)`)

// listKind finds a better picture for some lists: instructions are a process,
// figures are a number with stat cards.
func (w *Writer) listKind(b *Beat) {
	verbs, figs := 0, 0
	for _, it := range b.Items {
		if it.Body == "" && w.Wording.VerbFirst != nil && w.Wording.VerbFirst.MatchString(it.Title) {
			verbs++
		}
		if fs := w.Figures(it.Title); it.Body == "" && len(fs) > 0 && fs[0].Score >= 2 {
			figs++
		}
	}
	n := len(b.Items)
	switch {
	case n == 2 && figs == n && w.sideBySide(b):
	case n >= 2 && n <= 5 && figs == n, n >= 4 && n <= 6 && figs >= 3 && figs == n-1:
		var items []scene.Item
		for _, it := range b.Items {
			fs := w.Figures(it.Title)
			if len(fs) == 0 || it.Body != "" {
				continue // said, but no card
			}
			f := fs[0]
			label, after := w.label(it.Title, f)
			if st, ok := w.StatOf(it.Title); ok && (label == w.Brief.Subject || prose.Words(label) < 2 && st.Body == "" || strings.HasPrefix(st.Body, "/")) {
				f, label, after = st.Amount, st.Label, st.Body
			}
			if label == "" || label == w.Brief.Subject && w.Wording.Code == "en" {
				b.Figure, b.Label, b.Subtitle = nil, "", ""
				return // "10K, 5K" are names
			}
			fig := f.Figure
			if b.Figure == nil {
				b.Figure, b.Label, b.Subtitle = &fig, label, after
				continue
			}
			items = append(items, scene.Item{Label: Clip(label, 32), Value: FigureText(&fig), Body: after, Cue: fig.Cue})
		}
		b.Kind, b.Items = scene.Number, items
		if b.Headline == w.Wording.ListHead || b.Headline == w.Wording.KnowHead {
			b.Headline = w.Wording.NumbersHead
		}
	case n >= 3 && n <= 6 && (verbs == n || w.Wording.Code != "en" && toDoIn.MatchString(b.Headline) && w.Orders(itemTitles(b.Items))):
		if w.Wording.Code == "en" && !w.howItWorks() && w.Brief.Purpose != brief.Tutorial && !stepsHead.MatchString(b.Headline) && w.Wording.CountHead(b.Headline) == 0 && slices.ContainsFunc(itemTitles(b.Items), ruled) {
			return // "Check the sender, never open attachments, report suspicious mail"
		}
		b.Kind = scene.Process
		for i := range b.Items {
			b.Items[i].Label = strconv.Itoa(i + 1)
		}
		if b.Headline == w.Wording.KnowHead && !slices.ContainsFunc(b.Items, func(it scene.Item) bool { return aRule.MatchString(it.Title) }) {
			b.Headline = w.Wording.StepsHead
		}
	}
}

// stepsHead heads what is done one after another.
var stepsHead = pattern.New(`(?i)\b(?:steps?|how|process|procedure|routine|in order|instructions?|recipe|method)\b`)

// sideBySide draws two things with a figure of one unit each as two columns: "full
// refund within 30 days, store credit within 90 days".
func (w *Writer) sideBySide(b *Beat) bool {
	var cols []scene.Column
	unit := ""
	for i, it := range b.Items {
		fs := w.Figures(it.Title)
		if len(fs) != 1 || fs[0].unit == "" || i > 0 && !strings.EqualFold(strings.TrimSuffix(unit, "s"), strings.TrimSuffix(fs[0].unit, "s")) {
			return false
		}
		unit = fs[0].unit
		name := strings.TrimSpace(it.Title[:fs[0].From])
		for w.Wording.Stops.MatchString(" " + name) {
			name = name[:max(0, strings.LastIndexByte(name, ' '))]
		}
		if name == "" {
			return false
		}
		cols = append(cols, scene.Column{Title: prose.Upper(name), Rows: []scene.Item{{Value: FigureText(&fs[0].Figure), Cue: fs[0].Cue}}})
	}
	b.Kind, b.Columns, b.Items, b.Plain = scene.Compare, cols, nil, false
	b.Headline = Clip(strings.TrimSuffix(prose.Unstop(w.Wording.Fill(w.Wording.SidesOf, cols[0].Title, w.Lower(cols[1].Title))), "?"), 46)
	return true
}

// hereIs announces a list by its question: "Here's how it works", "Así funciona".
func (w *Writer) hereIs(head string) string {
	g := w.Wording
	low := g.Lower(head)
	switch g.Code {
	case "es":
		if rest, ok := strings.CutPrefix(low, "cómo "); ok {
			return "Así " + rest
		}
	case "de", "nl":
		return prose.Upper(head)
	case "pt":
		if strings.HasPrefix(low, "o que ") {
			return prose.Upper(head)
		}
	}
	if whenHead.MatchString(low) {
		return prose.Upper(head)
	}
	return prose.Upper(strings.TrimSuffix(g.Fill(g.Here, low), "."))
}

// whenHead asks for times; in these languages nothing announces it but itself.
var whenHead = pattern.New(`(?i)^(?:quando|cuándo|quand|متى|מתי)\s`)

// countedNoun begins a title that counts what is told.
var countedNoun = pattern.New(`(?i)^(?:\d{1,2}|two|three|four|five|six|seven) (?:[\p{L}-]+ )?(?:mistakes|tips|rules|reasons|signs|myths|facts|habits|ideas|tricks|ways|things|lessons|questions|benefits)\b`)

// newHead is a heading that wants to know of what.
var newHead = pattern.New(`(?i)^(?:new|neu|nuevo|nouveau|novo|nuovo|جديد)$`)

func shortItems(pt *brief.Point) bool {
	for _, it := range pt.Items {
		if it.Body != "" || prose.Words(it.Title) > 9 {
			return false
		}
	}
	return true
}

// listHead is the headline over a list: its heading, or what it is.
func (w *Writer) listHead(pt *brief.Point) string {
	g := w.Wording
	h := strings.TrimSpace(pt.Text)
	if strings.EqualFold(h, "steps") || strings.EqualFold(h, "the steps") {
		h = ""
	}
	if !prompt.IsClause(h, g.Code) || g.Code == "en" {
		h = g.HeadArticle.ReplaceAllString(h, "")
	}
	if h == "" {
		if n := w.Brief.Subject; StartsCount.MatchString(n) {
			return prose.Upper(n)
		}
		if m := countedNoun.FindString(cmp.Or(w.Brief.Title, w.Brief.Subject, w.Brief.Points[0].Text)); m != "" && g.Code == "en" {
			return m // "3 mistakes everyone makes" are no steps
		}
		if pt.Form == brief.Steps {
			return w.Wording.StepsHead
		}
		if pt.Form == brief.Table {
			return w.Wording.NumbersHead
		}
		if pt.Chapter != "" {
			return Clip(pt.Chapter, 40)
		}
		if w.Wording.ClauseItem.MatchString(g.Lower(pt.Items[0].Title)) {
			return w.Wording.LearnHead
		}
		if isPeople(w.Brief) {
			return cmp.Or(g.KnowHead, prose.Upper(cmp.Or(w.Brief.Subject, w.Brief.Title)))
		}
		return cmp.Or(g.ListHead, prose.Upper(cmp.Or(w.Brief.Subject, w.Brief.Title)))
	}
	if newHead.MatchString(h) && w.Brief.Subject != "" {
		if full := prose.Upper(w.Bare(g.NewIn(w.Brief.Subject))); utf8.RuneCountInString(full) <= 46 {
			return full
		}
	}
	if g.Vague != nil && g.Vague.MatchString(h) {
		h += g.ToKnow
	}
	return Clip(prose.Upper(h), 40)
}

// Cues gives every item the words that bring it on: its own first words as spoken.
func Cues(b *Beat) {
	say := strings.ToLower(b.Text())
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

const (
	// AtAGlance heads notes of several kinds, in English.
	AtAGlance = "At a glance"

	// ShownMost are the things that a scene shows of one sentence at most.
	ShownMost = 6
	// ListMost are those of a list, whose pages turn with the voice.
	ListMost = 12
)

// ChangeWord heads a part of a changelog.
var ChangeWord = pattern.New(`(?i)^(?:added|changed|fixed|removed|deprecated)$`)

// StartsCount is a phrase that begins with how many there are: "five ways to save".
var StartsCount = pattern.New(`(?i)^(?:\d{1,2}|two|three|four|five|six|seven|ten)\s+(?:[\p{L}-]+\s){0,2}\p{L}+s(?: (?:for|to|about|of|on|from|that|why|you|every|we) .+)?$`)

// WhoseFirst begins a name that takes no article: "yesterday's outage", "Bella Napoli's menu".
var WhoseFirst = pattern.New(`(?i)^[\p{L}\d-]+(?:['’]s|s['’])\s|^(?-i:\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*){1,2})(?:['’]s|s['’])\s`)
