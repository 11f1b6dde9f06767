package script

import (
	"regexp"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// list writes "automatic backups, one-click restore and encryption".
func (w *writer) list(b *beat, pt *prompt.Point) {
	g := w.w
	b.Kind = scene.Points
	whole := 0
	for _, it := range pt.Items {
		if it.Body != "" && prompt.Words(it.Body) > 2 {
			whole++
		}
	}
	var names []string
	for _, it := range pt.Items {
		x := scene.Item{Title: clip(prompt.Upper(g.noun(it.Title)), 34), Body: clip(prompt.Upper(strings.TrimRight(it.Body, ".")), 48), Icon: icon(it.Title + " " + it.Body)}
		b.Items = append(b.Items, x)
		names = append(names, g.lower(it.Title))
	}
	b.Headline = w.listHead(pt)
	switch {
	case g.clauseItem.MatchString(names[0]): // "how to spot a fake link"
		b.words = []string{prompt.Stop(g.fill(g.learn, g.join(names)))}
	case whole*2 > len(pt.Items):
		b.words = nil
		if pt.Text != "" {
			b.words = append(b.words, prompt.Upper(prompt.Stop(g.headSentence(pt.Text, len(pt.Items)))))
		}
		for _, it := range pt.Items {
			b.words = append(b.words, prompt.Upper(it.Title)+": "+prompt.Stop(g.lower(it.Body)))
		}
	case pt.Text != "" && pt.Chapter != "facts":
		b.words = []string{prompt.Upper(prompt.Stop(g.headSentence(pt.Text, len(pt.Items)) + ": " + g.join(names)))}
	case w.b.Subject == "" || isPeople(w.b):
		b.words = []string{prompt.Upper(prompt.Stop(g.join(names)))}
	default:
		b.words = []string{prompt.Stop(g.fill(g.youGet, g.join(names)))}
	}
	cues(b)
	if len(b.Items) > 6 {
		w.note(pt.Line, strconv.Itoa(len(b.Items))+" items in one list: the scene shows six")
		b.Items = b.Items[:6]
	}
}

// steps writes an ordered list: "First, …. Then …. Finally, …."
func (w *writer) steps(b *beat, pt *prompt.Point) {
	g := w.w
	b.Kind = scene.Process
	b.Headline = w.listHead(pt)
	n := len(pt.Items)
	if pt.Text != "" && n > 2 && !strings.EqualFold(pt.Text, "steps") && w.b.Subject == "" {
		b.words = append(b.words, prompt.Upper(prompt.Stop(g.headSentence(pt.Text, n))))
	}
	for i, it := range pt.Items {
		b.Items = append(b.Items, scene.Item{Label: strconv.Itoa(i + 1), Title: clip(prompt.Upper(it.Title), 34), Body: clip(prompt.Upper(strings.TrimRight(it.Body, ".")), 48), Icon: icon(it.Title + " " + it.Body)})
		s := g.lower(it.Title)
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
	if len(b.Items) > 6 {
		w.note(pt.Line, strconv.Itoa(len(b.Items))+" steps: the scene shows six")
		b.Items = b.Items[:6]
	}
}

var numeric = regexp.MustCompile(`-?\d[\d.,]*`)

// table writes labels with values: a chart where they share a unit, stat cards otherwise.
func (w *writer) table(b *beat, pt *prompt.Point) {
	g := w.w
	units := map[string]bool{}
	var labels []string
	var values []float64
	var said []string
	years := true
	for _, it := range pt.Items {
		v := numeric.FindString(it.Body)
		unit := strings.TrimSpace(strings.Replace(it.Body, v, "", 1))
		units[unit] = true
		f, ok := number(v, w.lang)
		if !ok {
			years = false
		}
		labels = append(labels, it.Title)
		values = append(values, f)
		if !regexp.MustCompile(`^(?:19|20)\d\d$|^[QHT][1-4]\b`).MatchString(it.Title) {
			years = false
		}
		said = append(said, g.fill(g.value, g.lower(it.Title), it.Body))
	}
	b.Headline = w.listHead(pt)
	if len(units) == 1 && len(values) >= 3 && len(values) <= 12 {
		b.Kind = scene.Chart
		s := &scene.Series{Type: "bar", Labels: labels, Values: values, Focus: maxAt(values)}
		if years {
			s.Type = "line"
			s.Focus = len(values) - 1
		}
		for u := range units {
			s.Unit = u
			b.Subtitle = u
		}
		b.Series = s
		if years {
			last, first := len(values)-1, 0
			b.words = []string{prompt.Stop(g.fill(g.fromTo, firstOf(b.Headline, pt.Text), pt.Items[first].Body, labels[first], pt.Items[last].Body, labels[last]))}
			return
		}
	} else {
		b.Kind = scene.Number
		first := pt.Items[0]
		b.Label = clip(first.Title, 34)
		b.Figure = figureOf(first.Body)
		for _, it := range pt.Items[1:min(len(pt.Items), 5)] {
			b.Items = append(b.Items, scene.Item{Label: clip(it.Title, 28), Value: it.Body, Cue: it.Body})
		}
	}
	if pt.Text != "" && b.Kind == scene.Chart {
		b.words = []string{prompt.Upper(prompt.Stop(strings.TrimRight(pt.Text, ":") + ": " + g.join(said)))}
		return
	}
	b.words = []string{prompt.Upper(prompt.Stop(g.join(said)))}
}

func maxAt(v []float64) int {
	at := 0
	for i := range v {
		if v[i] > v[at] {
			at = i
		}
	}
	return at
}

func firstOf(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// number reads a written number; in most of Europe the comma is the decimal sign.
func number(s, lang string) (float64, bool) {
	s = strings.TrimRight(s, ".,")
	comma := strings.LastIndexByte(s, ',')
	dot := strings.LastIndexByte(s, '.')
	switch {
	case comma >= 0 && dot >= 0 && comma > dot:
		s = strings.ReplaceAll(s, ".", "")
		s = strings.Replace(s, ",", ".", 1)
	case comma >= 0 && dot >= 0:
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0 && (len(s)-comma != 4 || !strings.HasPrefix(lang, "en") && lang != "") && strings.Count(s, ",") == 1:
		s = strings.Replace(s, ",", ".", 1)
	case comma >= 0:
		s = strings.ReplaceAll(s, ",", "")
	case dot >= 0 && len(s)-dot == 4 && !strings.HasPrefix(lang, "en") && lang != "":
		s = strings.ReplaceAll(s, ".", "")
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil
}

// listHead is the headline over a list: its heading, or what it is.
func (w *writer) listHead(pt *prompt.Point) string {
	g := w.w
	h := strings.TrimSpace(pt.Text)
	h = w.w.article.ReplaceAllString(h, "")
	if h == "" {
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
		return w.w.listHead
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
