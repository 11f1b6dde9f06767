package script

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// presenter lets the person say it, with the figure or name as overlay words.
func (w *writer) presenter(bt *telling.Beat) {
	if bt.Question != "" {
		bt.Overlay = []string{bt.Question}
		if bt.Figure != nil {
			bt.Overlay = append(bt.Overlay, w.figureText(bt.Figure))
		}
	} else if lines := telling.WhenLines(bt.When, 34); bt.When != "" && len(lines) <= 3 {
		bt.Overlay = lines
	} else if telling.PhoneNumber.MatchString(bt.Headline) {
		bt.Overlay = []string{bt.Headline}
	} else if over := w.changeOver(bt); over != nil {
		bt.Overlay = over
	} else if h := w.figureFinding(bt); h != "" {
		bt.Overlay = []string{h}
	} else if f := bt.Figure; f != nil && bt.Subtitle != "" && unicode.IsLower([]rune(bt.Subtitle)[0]) && utf8.RuneCountInString(telling.FigureText(f)+bt.Subtitle) <= 34 {
		bt.Overlay = []string{w.figureText(f) + " " + bt.Subtitle} // "312 suspicious messages"
	} else if bt.Figure != nil && (w.Wording.Code != "en" || bt.Label != "" && utf8.RuneCountInString(bt.Label) <= 34+telling.Longer) {
		bt.Overlay = []string{strings.TrimSpace(w.figureText(bt.Figure))}
		if strings.Contains(bt.Label, bt.Figure.Text) && w.Wording.Code == "en" {
			bt.Overlay = []string{bt.Label}
		} else if bt.Label != "" && utf8.RuneCountInString(bt.Label) <= 34 && !telling.OverFigure.MatchString(" "+bt.Label) {
			bt.Overlay = append(bt.Overlay, bt.Label)
		} else if w.Wording.Code == "en" {
			bt.Overlay = nil // a number alone says nothing
		}
	} else if bt.Opener && bt.Headline == "" {
		bt.Overlay = []string{telling.Clip(prose.Upper(cmp.Or(w.Wording.Named(w.Brief.Subject), w.Brief.Title)), 34)}
	} else if s := w.Brief.Subject; s != "" && tongue.IsName(s) && strings.Contains(bt.Text(), s) && utf8.RuneCountInString(s) <= 24 {
		bt.Overlay = []string{s}
	} else if items := shortItems(bt.Items); items != nil {
		bt.Overlay = items
	} else if h := telling.Clip(bt.Headline, 40); h != "" && (h == bt.Headline || bt.Names) && !strings.EqualFold(bt.Headline, bt.Chapter) {
		bt.Overlay = []string{h}
	} else if note := w.AsNoted(bt); note != "" {
		bt.Overlay = []string{note}
	} else if len(bt.Words) > 0 {
		for _, s := range bt.Words {
			if h := w.Finding(s, 34); prose.Words(h) >= 2 {
				bt.Overlay = []string{h}
				break
			}
		}
	}
	bt.Kind = scene.Presenter
	bt.Figure, bt.Label, bt.Subtitle, bt.Items, bt.Headline = nil, "", "", nil, ""
}

// figureText is a value beside a presenter, as its language writes it.
func (w *writer) figureText(f *scene.Figure) string {
	if w.Wording.Code == "en" {
		return telling.FigureText(f)
	}
	return telling.SpacedUnit(f)
}

// changeOver says beside a presenter what has changed, from which value to which: one line
// for each thing, or two for one with a long name.
func (w *writer) changeOver(bt *telling.Beat) []string {
	if !bt.Was || bt.Figure == nil || bt.Label == "" || bt.Subtitle == "" || w.Wording.Code == "en" {
		return nil
	}
	line := func(label, value, was string) []string {
		both := value + ", " + tongue.LowerFirst(was)
		switch one := label + ": " + both; {
		case utf8.RuneCountInString(one) <= 34:
			return []string{one}
		case utf8.RuneCountInString(both) <= 34:
			return []string{telling.Clip(label, 34), both}
		}
		return []string{telling.Clip(label, 34), value, telling.Clip(was, 40)}
	}
	out := line(bt.Label, telling.SpacedUnit(bt.Figure), bt.Subtitle)
	for _, it := range bt.Items {
		out = append(out, line(it.Label, it.Value, it.Body)...)
	}
	return out[:min(len(out), 4)]
}

// figureFinding says a beat's figure together with what it counts, "" if the
// sentence is too long for one overlay.
func (w *writer) figureFinding(bt *telling.Beat) string {
	if bt.Figure == nil {
		return ""
	}
	for _, s := range bt.Words {
		if h := w.Finding(s, 40); strings.Contains(h, bt.Figure.Cue) && prose.Words(h) >= 3 {
			return h
		}
	}
	return ""
}

// insistOnPresenter gives the person one of the scenes when every one of them
// has a picture of its own.
func (w *writer) insistOnPresenter(last int) {
	best, worth := -1, 6
	for i := 1; i < last; i++ {
		switch w.beats[i].Kind {
		case scene.Grid:
			w.beats[i].Kind = scene.Points
			return
		case scene.Number, scene.Statement:
			if least := worthDrawing(w.beats[i]); least < worth {
				best, worth = i, least
			}
		case scene.Process:
			if best < 0 && len(w.beats[i].Items) <= 4 {
				best = i
			}
		}
	}
	switch {
	case best >= 0 && w.beats[best].Kind == scene.Process:
		w.beats[best].Kind = scene.Points
	case best >= 0 && worth > 0 && w.free && len(w.beats[0].Words) == 1:
		w.greetFirst() // a figure is worth more than a title that is said
	case best >= 0:
		w.presenter(w.beats[best])
	case last > 1 && w.beats[0].As == brief.Hook && len(w.beats[0].Words) > 1:
		// The title keeps the first sentence, the presenter says the rest.
		t := w.beats[0]
		p := &telling.Beat{As: brief.Body, Words: t.Words[1:], Plain: true}
		p.Verbatim = t.Verbatim
		t.Words = t.Words[:1]
		w.presenter(p)
		w.beats = append(w.beats[:1], append([]*telling.Beat{p}, w.beats[1:]...)...)
	case len(w.beats[0].Words) == 0: // nothing is left to say
	case silentSeconds+w.Seconds(w.beats[0].Text(), w.beats[0].Language)/telling.MaxRate > w.secs: // no time for a card without words
	default:
		w.greetFirst()
	}
}

// greetFirst lets the presenter say the words of the title, behind a card without words.
func (w *writer) greetFirst() {
	p := &telling.Beat{As: brief.Body, Words: w.beats[0].Words, Plain: true}
	p.Verbatim = w.beats[0].Verbatim
	w.beats[0].Words = nil
	w.beats[0].Seconds = silentSeconds
	w.presenter(p)
	p.Opener = w.beats[0].Opener
	w.beats = append(w.beats[:1], append([]*telling.Beat{p}, w.beats[1:]...)...)
}

func (w *writer) noPresenter() bool { return w.Brief.Presenter.None }

// shortItems are the titles of two or three items that stand beside a presenter; nil = they
// do not.
func shortItems(items []scene.Item) (out []string) {
	if len(items) < 2 || len(items) > 3 {
		return nil
	}
	for _, it := range items {
		if it.Body != "" || utf8.RuneCountInString(it.Title) > 34 {
			return nil
		}
		out = append(out, it.Title)
	}
	return out
}
