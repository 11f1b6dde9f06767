package script

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// wantsRecap tells whether a teaching video has so few facts for its length that
// repeating its steps serves the viewer better than a long last picture.
func (w *writer) wantsRecap(hook, body, action []*telling.Beat) bool {
	switch w.Brief.Purpose {
	case brief.Training, brief.Tutorial, brief.Onboarding:
	default:
		return false
	}
	list := -1
	for i, b := range body {
		if b.Kind == scene.Process || b.Kind == scene.Points {
			list = i
		}
	}
	if list >= 0 && !manyWords(body[list].Items) {
		return false // the names of three tools are no lesson
	}
	if list < 0 || list == len(body)-1 || len(body[list].Items) > 5 || len(body[list].Items) < 3 {
		return false // right after the list a repetition is only that
	}
	for _, it := range body[list].Items {
		if prose.Words(it.Title) > 9 || it.Body != "" && w.Wording.Code == "en" {
			return false // of "Blue bin: paper" nobody repeats the bin alone
		}
	}
	all := append(append(append([]*telling.Beat{}, hook...), body...), action...)
	return w.spokenSeconds(all) < w.secs*.6
}

// manyWords tells rules and habits from bare names.
func manyWords(items []scene.Item) bool {
	n := 0
	for _, it := range items {
		n += prose.Words(it.Title)
	}
	return n >= 2*len(items)
}

// recap repeats the last list in one sentence when the prompt asks for it.
func (w *writer) recap(body []*telling.Beat) []*telling.Beat {
	for i := len(body) - 1; i >= 0; i-- {
		if len(body[i].Items) < 2 || slices.ContainsFunc(body[i].Items, func(it scene.Item) bool { return it.Title == "" }) { // figures are no list
			continue
		}
		var names []string
		r := &telling.Beat{Plain: false, Order: 1 << 19, Line: body[i].Line}
		for _, it := range body[i].Items {
			t, _, _ := strings.Cut(it.Title, ",")
			if first, _, ok := strings.Cut(t, w.Wording.And); ok && w.Wording.Code == "en" && prose.Words(first) >= 4 {
				t = first // "remove dead" is no recap of "remove dead and diseased branches"
			}
			names = append(names, w.Wording.Lower(t))
			r.Items = append(r.Items, scene.Item{Title: prose.Upper(t), Icon: it.Icon})
		}
		r.Words = []string{w.Wording.Fill(w.Wording.Recap, w.Wording.Join(names))}
		r.Kind, r.Headline = scene.Grid, w.Wording.RecapHead
		telling.Cues(r)
		return append(body, r)
	}
	w.Note(0, "a recap was asked for, but the prompt has no list to repeat")
	return body
}

// closing is a call to action from the prompt's address alone.
func (w *writer) closing() *telling.Beat {
	if w.Brief.URL == "" {
		return nil
	}
	for _, bt := range w.beats {
		if strings.Contains(bt.Text(), w.Brief.URL) {
			return nil
		}
	}
	for _, p := range w.Brief.Points {
		if strings.Contains(p.Text, w.Brief.URL) {
			return nil
		}
	}
	return &telling.Beat{Words: []string{w.Wording.Fill(w.Wording.More, telling.ShortURL(w.Brief.URL))}, As: brief.Action, Opener: true, Plain: true, Order: 1 << 20}
}
