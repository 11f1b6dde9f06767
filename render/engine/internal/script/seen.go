package script

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// seenTwice shows facts in a second picture, behind the one that they are told with, where
// there is time for it: to music, without a word. Figures come first, then sentences, then
// lists, and a third picture only where scenes would stand very long even so.
func (w *writer) seenTwice(*retelling) {
	if w.Brief.Silent {
		return // what is said is read already
	}
	for round := range thirdPicture + 1 {
		for _, b := range w.facts() {
			if w.wait() <= longWait*float64(1+round/thirdPicture) {
				return
			}
			i := slices.Index(w.beats, b)
			at := i + 1
			for at < len(w.beats) && w.silent(w.beats[at]) {
				at++
			}
			if at > i+1 && round < thirdPicture {
				continue
			}
			if round > 0 && b.Kind == scene.Presenter && at+1 < len(w.beats) && w.beats[at].Kind == scene.Statement && w.beats[at+1].Kind != scene.Presenter && len(w.beats[at].Words) > 0 {
				w.presenter(w.beats[at]) // so that two pictures of words do not follow each other
			}
			x, asTold := w.otherPicture(b, i, round == thirdPicture)
			if x == nil || round == 0 && x.Kind != scene.Number || round == 1 && x.Kind == scene.Grid || w.beats[at-1].Kind == x.Kind || at < len(w.beats) && w.beats[at].Kind == x.Kind {
				continue
			}
			if asTold != nil {
				asTold()
			}
			w.beats = slices.Insert(w.beats, at, x)
		}
	}
}

// thirdPicture is the round of [writer.seenTwice] in which facts may get one.
const thirdPicture = 3

// silent tells a beat that only shows something.
func (w *writer) silent(b *telling.Beat) bool { return len(b.Words) == 0 && b.Opener }

// otherPicture is what shows the fact of beat number i a second time; nil = nothing does, for
// the words are too long to be read or its picture shows all that there is. inWords asks for
// the sentence, whatever is shown already. asTold, if it is not nil, changes how the fact is told, so that the two are not
// alike.
func (w *writer) otherPicture(b *telling.Beat, i int, inWords bool) (x *telling.Beat, asTold func()) {
	shown := func(sc scene.Scene) *telling.Beat {
		x := &telling.Beat{As: brief.Body, Opener: true, Order: b.Order, Line: b.Line, Scene: sc}
		if x.Figure != nil {
			f := *x.Figure
			f.Cue = ""
			x.Figure = &f
		}
		x.Items = slices.Clone(sc.Items)
		for k := range x.Items {
			x.Items[k].Cue = ""
		}
		return x
	}
	if b.Kind == scene.Points && len(b.Items) > 2 && !inWords {
		return shown(scene.Scene{Kind: scene.Grid, Headline: b.Headline, Items: b.Items}), nil
	}
	if b.Question != "" || len(b.Items) > 2 || !slices.Contains([]scene.Kind{scene.Presenter, scene.Title, scene.Statement, scene.Number}, b.Kind) {
		return nil, nil
	}
	s := b.Words[0]
	if s == tongue.ElaborationFor(w.Lang).Bridges[b.Kind] && len(b.Words) > 1 {
		s = b.Words[1]
	}
	if b.Kind != scene.Number && !inWords && !asksOnly(s) && len(w.Counts(s)) < 2 {
		y := &telling.Beat{Words: []string{s}}
		if w.Shape(y, s); y.Kind == scene.Number && y.Figure != nil && !weakLabel.MatchString(y.Label) && (y.Label == "" || !goesOn.MatchString(y.Subtitle)) && len(y.Items) == 0 && spelled.MatchString(y.Label+y.Subtitle) {
			return shown(scene.Scene{Kind: scene.Number, Label: y.Label, Subtitle: y.Subtitle, Figure: y.Figure}), nil
		}
	}
	if b.Kind == scene.Title || asksOnly(s) || utf8.RuneCountInString(s) > telling.WholeMost || prose.Words(s) < 3 {
		return nil, nil
	}
	if q, ok := prose.Unquote(s); ok {
		s = q
	}
	whole := shown(scene.Scene{Kind: scene.Statement, Headline: prose.Upper(prose.Unstop(s))})
	switch {
	case b.Kind == scene.Number && !inWords && b.Figure != nil && strings.Contains(b.Label, b.Figure.Text): // it is the sentence
		return nil, nil
	case b.Kind == scene.Presenter && len(b.Words) == 1:
		return whole, func() { b.Overlay = nil } // the words come by themselves
	case b.Kind != scene.Statement:
		return whole, nil
	case w.noPresenter() || w.beats[i-1].Kind == scene.Presenter:
		return nil, nil
	}
	return whole, func() { w.presenter(b); b.Overlay = nil }
}

var (
	// goesOn begins what is torn off the words before it.
	goesOn = pattern.New(`(?i)^(?:and|or|but|than|und|oder|y|o|et|ou|e|en|of)\s`)
	// spelled tells words from digits and marks.
	spelled = pattern.New(`\p{L}{3,}`)
)
