package telling

import (
	"cmp"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// Counted joins "Five rules keep everyone safe." with the five sentences after it.
func (w *Writer) Counted(beats []*Beat) []*Beat {
	g := w.Wording
	var out []*Beat
	for i := 0; i < len(beats); i++ {
		b := beats[i]
		n := 0
		if m := g.CountHead(b.Text()); m > 0 && b.Plain && b.Figure == nil && (g.Code != "en" || promises.MatchString(b.Text()) && !strings.Contains(b.Text(), ": ")) {
			for j := i + 1; j < len(beats) && j <= i+m; j++ {
				if !beats[j].Plain || beats[j].Line != b.Line || beats[j].Kind != "" || len(beats[j].Words) != 1 {
					break
				}
				n++
			}
			if n == m {
				nb := *b
				nb.Words = append([]string{}, b.Words...)
				nb.Headline = w.Headline(b.Words[0], 46)
				for _, x := range beats[i+1 : i+1+n] {
					nb.Words = append(nb.Words, x.Words...)
					nb.Items = append(nb.Items, scene.Item{Title: w.Headline(x.Words[0], 46), Icon: Icon(x.Words[0])})
				}
				nb.Kind, nb.Plain, nb.Asked = scene.Points, false, true
				Cues(&nb)
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

// steps writes an ordered list: "First, …. Then …. Finally, …."
func (w *Writer) steps(b *Beat, pt *brief.Point) {
	g := w.Wording
	n := len(pt.Items)
	if w.timeline(b, pt) {
		return
	}
	told := 0
	for _, it := range pt.Items {
		if g.Finite != nil && g.Finite.MatchString(" "+it.Title+" ") && !g.VerbFirst.MatchString(it.Title) {
			told++
		}
	}
	if told*2 > n && !(g.Code == "en" && stagesHead.MatchString(pt.Text)) { // numbered statements are no steps
		as := *pt
		as.Form = brief.List
		w.list(b, &as)
		return
	}
	b.Kind = scene.Process
	b.Headline = w.listHead(pt)
	if g.ClauseItem.MatchString(g.Lower(pt.Text)) && n <= 4 && shortItems(pt) {
		var names []string
		for _, it := range pt.Items {
			b.Items = append(b.Items, scene.Item{Title: w.Entry(prose.Upper(it.Title), 46), Icon: Icon(it.Title)})
			names = append(names, w.Lower(it.Title))
		}
		b.Words = []string{prose.Stop(w.hereIs(pt.Text) + ": " + cmp.Or(pt.Said, g.Join(names)))}
		Cues(b)
		return
	}
	for i, it := range pt.Items {
		b.Items = append(b.Items, scene.Item{Label: strconv.Itoa(i + 1), Title: w.Entry(prose.Upper(it.Title), 46), Body: Clip(prose.Upper(strings.TrimRight(it.Body, ".")), 48), Icon: Icon(it.Title + " " + it.Body)})
		s := w.Lower(it.Title)
		if it.Body != "" {
			s += ": " + g.Lower(strings.TrimRight(it.Body, "."))
		}
		if g.Code == "de" && Infinitive.MatchString(prose.Unstop(it.Title)) && !germanNoun.MatchString(prose.Unstop(it.Title)) {
			b.Words = append(b.Words, prose.Stop("Schritt "+strconv.Itoa(i+1)+": "+prose.Upper(s))) // "Zuerst: Browser öffnen" is no German
			continue
		}
		lead := g.Then[min(i%len(g.Then), len(g.Then)-1)]
		if i == 0 {
			lead = g.Firstly
		} else if i == n-1 {
			lead = g.Finally
		}
		b.Words = append(b.Words, prose.Stop(g.Fill(lead, s)))
	}
	Cues(b)
	b.Hidden = max(0, len(b.Items)-ListMost)
	b.Items = b.Items[:len(b.Items)-b.Hidden]
}

// stagesHead heads what happens one after the other.
var stagesHead = pattern.New(`(?i)^(?:the )?(?:(?:\p{L}+ )?steps|process|how it works|stages|phases)$`)
