package script

import (
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// The second to the fourth result tell equals in another order: facts that each stand
// alone, what several people say, the items of a list. What has an order of its own keeps
// it: steps, times, what a sentence leans on, the user's own script, and all scenes where
// edits count them.

// turn is the order in which result number v tells n equals, as their places in the first.
func turn(n, v int) []int {
	order := make([]int, n)
	for k := range order {
		switch {
		case v == 3 && n > 2:
			order[k] = n - 1 - k
		case v == 2 && n > 2:
			order[k] = (k + max(2, n/2)) % n
		default:
			order[k] = (k + v) % n
		}
	}
	return order
}

// mayReorder tells results that may have an order of their own.
func (w *writer) mayReorder() bool {
	return w.r.Variant > 0 && w.Brief.Level == brief.Topic && len(w.r.Spec.Edits) == 0
}

// narrated are the purposes whose facts follow from each other as they are told.
var narrated = []brief.Purpose{brief.Tutorial, brief.Training, brief.Onboarding, brief.Update, brief.News, brief.Outreach, brief.Thanks, brief.Explainer, brief.Demo}

// instructive are those whose lists may be what to do one after another.
var instructive = []brief.Purpose{brief.Tutorial, brief.Training, brief.Onboarding}

var (
	// timed are words that put a sentence at a point in time, or after another one.
	timed = pattern.New(`(?i)\b(?:(?:19|20)\d\d|\d{1,2}[:h.]\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre|today|tomorrow|yesterday|tonight|ago|since|until|after|before|afterwards|later|first|second|third|next|last|finally|then|now|soon|begin\p{L}*|start\p{L}*|end|ends|heute|morgen|gestern|seit|nach|vor|zuerst|danach|dann|jetzt|bald|zuletzt|hoy|mañana|ayer|desde|hasta|después|antes|primero|luego|ahora|aujourd'hui|demain|hier|depuis|après|avant|d'abord|ensuite|puis|maintenant|oggi|domani|ieri|dopo|prima|poi|ora|infine|hoje|amanhã|ontem|depois|agora)\b`)

	// backward are words that point at what was said before, anywhere in a sentence.
	backward = pattern.New(`(?i)\b(?:it|its|they|them|their|this|these|those|such|both|either|also|too|however|otherwise|therefore|still|instead|another|others?|again|why|reason|result|problem|answer|sie|ihre?|diese\p{L}*|beide\p{L}*|auch|jedoch|sonst|deshalb|daher|trotzdem|denn|también|además|esos?|esas?|estos?|estas?|ellos|ambos|aussi|ces?|cette|ceux|leurs?|donc|pourtant|anche|questi|queste|quest[oa]|loro|quindi|perciò|também|esses?|essas?|estes?|eles|ambas?|portanto)\b`)
)

// reorder tells body's equals in this result's order. Neighbours that belong together
// move together.
func (w *writer) reorder(body []*telling.Beat) []*telling.Beat {
	if !w.mayReorder() {
		return body
	}
	var blocks [][]*telling.Beat
	for i, b := range body {
		if i > 0 && w.leans(b, body[:i]) {
			n := len(blocks) - 1
			blocks[n] = append(blocks[n], b)
			continue
		}
		blocks = append(blocks, []*telling.Beat{b})
	}
	facts := func(b []*telling.Beat) bool {
		return !slices.ContainsFunc(b, func(x *telling.Beat) bool { return !w.alone(x) })
	}
	quotes := func(b []*telling.Beat) bool { return len(b) == 1 && b[0].Kind == scene.Quote && b[0].Chapter == "" }
	for _, equal := range []func([]*telling.Beat) bool{facts, quotes} {
		var at []int
		for i, b := range blocks {
			if equal(b) {
				at = append(at, i)
			}
		}
		was := slices.Clone(blocks)
		for k, from := range turn(len(at), w.r.Variant) {
			blocks[at[k]] = was[at[from]]
		}
	}
	return slices.Concat(blocks...)
}

// alone tells a fact that may stand anywhere among others.
func (w *writer) alone(b *telling.Beat) bool {
	switch {
	case slices.Contains(narrated, w.Brief.Purpose),
		b.Opener, b.Verbatim, b.Names, b.Turn > 0, b.Chapter != "", b.When != "", b.Question != "", b.Kind == scene.Process, b.Kind == scene.Timeline, b.Kind == scene.Quote:
		return false
	}
	text := b.Text()
	return prose.Words(text) > 3 && !timed.MatchString(text) && !w.introduces(text) && !strings.HasSuffix(text, "?") && !w.Wording.VerbFirst.MatchString(text) && prose.URL(text) == ""
}

// introduces tells the sentence that says what the subject is: "Loopnote is a note-taking app."
func (w *writer) introduces(text string) bool {
	name := w.Brief.Subject
	rest, ok := strings.CutPrefix(text, name)
	return ok && name != "" && isA.MatchString(rest)
}

var isA = pattern.New(`(?i)^ (?:is|are|ist|sind|es|son|est|sont|è|sono|é|são) (?:an?|the|our|your|eine?|der|die|das|unser|un[ae]?|el|la|le|il|lo|uma?|o)\b`)

// leans tells a sentence that needs the one before: it points back, or speaks of the same.
func (w *writer) leans(b *telling.Beat, before []*telling.Beat) bool {
	text := b.Text()
	if telling.Leaning.MatchString(text) || backward.MatchString(text) {
		return true
	}
	if b.Kind == scene.Quote {
		return false
	}
	known := map[string]bool{}
	for _, x := range before {
		if x.Kind != scene.Quote {
			for _, stem := range w.stems(x.Text()) {
				known[stem] = true
			}
		}
	}
	return slices.ContainsFunc(w.stems(text), func(stem string) bool { return known[stem] })
}

// stems are the beginnings of a text's longer words but for the names of what it is about.
func (w *writer) stems(text string) []string {
	names := strings.ToLower(w.Brief.Subject + " " + w.Brief.Company + " " + w.Brief.Title)
	var out []string
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if r := []rune(word); len(r) > 4 && !strings.Contains(names, word) {
			out = append(out, string(r[:5]))
		}
	}
	return out
}

// ranked are heads of lists whose items have an order, and beginnings of items that do.
var (
	ranked = pattern.New(`(?i)\b(?:steps?|stages?|phases?|levels?|tiers?|plans?|sizes?|order|rank\p{L}*|top|agenda|schedule|program(?:me)?|route|stops?|day|days|weeks?|months?|timeline|roadmap|chapters?|lessons?|modules?|process|procedure|recipe|schritte?|phasen?|stufen?|tarife?|größen|ablauf|tage?|wochen?|module|pasos?|fases?|etapas?|niveles|planes|orden|días|semanas|étapes?|niveaux|formules|jours|semaines|fasi|tappe|livelli|piani|giorni|passos|níveis|planos|dias)\b`)
	closes = pattern.New(`(?i)^(?:and|or|then|also|more|much|many|other|others|another|everything|anything|all|both|even|finally|lastly|und|oder|dann|auch|mehr|weitere|andere|alles|y|o|también|más|otros|todo|et|ou|aussi|plus|autres|tout|e|anche|altro|altri|tutto|também|mais|outros|tudo)\b`)
)

// turned is a list with its items in this result's order, where they are equals.
func (w *writer) turned(pt *brief.Point) *brief.Point {
	n := len(pt.Items)
	if !w.mayReorder() || pt.Form != brief.List || pt.Verbatim || n < 3 || slices.Contains(instructive, w.Brief.Purpose) || ranked.MatchString(pt.Text+" "+pt.Chapter) {
		return pt
	}
	titles := make([]string, n)
	for i, it := range pt.Items {
		text := it.Title + " " + it.Body
		if titles[i] = it.Title; closes.MatchString(it.Title) || timed.MatchString(text) || i > 0 && telling.Leaning.MatchString(it.Title) && !telling.Leaning.MatchString(pt.Items[0].Title) || unicode.IsDigit([]rune(text)[0]) {
			return pt
		}
		if strings.ContainsFunc(it.Body, unicode.IsDigit) { // prices and the like go up or down
			return pt
		}
	}
	other := *pt
	join := w.Wording.Join
	if said := prose.Unstop(pt.Said); said == strings.Join(titles, ", ") {
		join = func(titles []string) string { return strings.Join(titles, ", ") }
	} else if said != "" && said != join(titles) {
		return pt // the prompt's own sentence stays
	}
	other.Items = make([]brief.Item, n)
	for k, from := range turn(n, w.r.Variant) {
		other.Items[k], titles[k] = pt.Items[from], pt.Items[from].Title
	}
	if pt.Said != "" {
		other.Said = join(titles)
	}
	return &other
}
