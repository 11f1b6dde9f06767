package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// wantsRecap tells whether a teaching video has so few facts for its length that
// repeating its steps serves the viewer better than a long last picture.
func (w *writer) wantsRecap(hook, body, action []*beat) bool {
	switch w.b.Purpose {
	case prompt.Training, prompt.Tutorial, prompt.Onboarding:
	default:
		return false
	}
	list := -1
	for i, b := range body {
		if b.Kind == scene.Process || b.Kind == scene.Points {
			list = i
		}
	}
	if list >= 0 && body[list].Kind != scene.Process && !manyWords(body[list].Items) {
		return false // the names of three tools are no lesson
	}
	if list < 0 || list == len(body)-1 || len(body[list].Items) > 5 || len(body[list].Items) < 3 {
		return false // right after the list a repetition is only that
	}
	for _, it := range body[list].Items {
		if prompt.Words(it.Title) > 9 {
			return false
		}
	}
	all := append(append(append([]*beat{}, hook...), body...), action...)
	return w.spokenSeconds(all) < w.secs*.6
}

// manyWords tells rules and habits from bare names.
func manyWords(items []scene.Item) bool {
	n := 0
	for _, it := range items {
		n += prompt.Words(it.Title)
	}
	return n >= 2*len(items)
}

// recap repeats the last list in one sentence when the prompt asks for it.
func (w *writer) recap(body []*beat) []*beat {
	for i := len(body) - 1; i >= 0; i-- {
		if len(body[i].Items) < 2 {
			continue
		}
		var names []string
		r := &beat{plain: false, order: 1 << 19, line: body[i].line}
		for _, it := range body[i].Items {
			t, _, _ := strings.Cut(it.Title, ",")
			if w.w.code == "en" {
				t, _, _ = strings.Cut(t, w.w.and)
			}
			names = append(names, w.w.lower(t))
			r.Items = append(r.Items, scene.Item{Title: prompt.Upper(t), Icon: it.Icon})
		}
		r.words = []string{w.w.fill(w.w.recap, w.w.join(names))}
		r.Kind, r.Headline = scene.Grid, w.w.recapHead
		cues(r)
		return append(body, r)
	}
	w.note(0, "a recap was asked for, but the prompt has no list to repeat")
	return body
}

// closing is a call to action from the prompt's address alone.
func (w *writer) closing() *beat {
	if w.b.URL == "" {
		return nil
	}
	for _, bt := range w.beats {
		if strings.Contains(bt.text(), w.b.URL) {
			return nil
		}
	}
	for _, p := range w.b.Points {
		if strings.Contains(p.Text, w.b.URL) {
			return nil
		}
	}
	return &beat{words: []string{w.w.fill(w.w.more, shortURL(w.b.URL))}, role: prompt.Action, opener: true, plain: true, order: 1 << 20}
}
