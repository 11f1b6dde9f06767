package script

import (
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

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
			b.Items = append(b.Items, scene.Item{Title: w.entry(prompt.Upper(it.Title), 46), Icon: icon(it.Title)})
			names = append(names, g.lower(it.Title))
		}
		b.words = []string{prompt.Stop(w.hereIs(pt.Text) + ": " + firstOf(pt.Said, g.join(names)))}
		cues(b)
		return
	}
	for i, it := range pt.Items {
		b.Items = append(b.Items, scene.Item{Label: strconv.Itoa(i + 1), Title: w.entry(prompt.Upper(it.Title), 46), Body: clip(prompt.Upper(strings.TrimRight(it.Body, ".")), 48), Icon: icon(it.Title + " " + it.Body)})
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
