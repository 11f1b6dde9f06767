package script

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// chapterSeconds is the length from which chapters get cards of their own. In a
// shorter video they stand as a label over their scenes.
const chapterSeconds = 75

// chaptered tells whether the video has chapters worth a card each: at least two,
// with at least three scenes to every two cards.
func (w *writer) chaptered(beats []*telling.Beat) bool {
	if w.secs < chapterSeconds {
		return false
	}
	n, last := 0, ""
	for _, b := range beats {
		if b.Kind == scene.Chapter {
			return true
		}
		if b.Chapter != "" && b.Chapter != last {
			n++
		}
		last = b.Chapter
	}
	return n >= 2 && len(beats)*2 >= n*3
}

// contentsTitle opens a video of chapters with its title instead of with the first
// words of its first chapter; nil = nothing names it.
func (w *writer) contentsTitle() *telling.Beat {
	name := cmp.Or(w.Brief.Title, w.Wording.Named(w.Brief.Subject))
	if name == "" {
		return nil
	}
	b := &telling.Beat{As: brief.Hook}
	b.Headline = prose.Upper(telling.Clip(name, 46+telling.Longer))
	w.silentTitle(b)
	return b
}

// chapterCards puts a card before the first scene of every chapter.
func (w *writer) chapterCards() {
	if !w.chaptered(w.beats) {
		return
	}
	var out []*telling.Beat
	last := ""
	for i, b := range w.beats {
		if c := b.Chapter; c != "" && c != last && i > 0 && b.As != brief.Action {
			card := &telling.Beat{As: brief.Body, Line: b.Line}
			card.Kind, card.Headline, card.Chapter, card.Seconds = scene.Chapter, telling.Clip(prose.Upper(c), 46), c, 2
			out = append(out, card)
			if strings.EqualFold(b.Headline, c) && b.Kind == scene.Statement {
				b.Headline = w.Headline(b.Words[0], 46) // the card has just shown it
			}
			if utf8.RuneCountInString(b.Label) > 0 && strings.EqualFold(b.Label, telling.Clip(c, 28)) {
				b.Label = ""
			}
		}
		if b.Chapter != "" {
			last = b.Chapter
		}
		out = append(out, b)
	}
	w.beats = out
}

// untitled opens a video whose prompt names no topic, with whom it is for.
func (w *writer) untitled() *telling.Beat {
	if t := w.contentsTitle(); t != nil {
		return t
	}
	b := &telling.Beat{As: brief.Hook}
	b.Headline = cmp.Or(w.Wording.KnowHead, w.firstWords())
	if sc := w.Brief.Screen; w.Wording.Code != "en" && len(sc) > 0 && utf8.RuneCountInString(sc[0].Text) <= 46 && prose.URL(sc[0].Text) == "" {
		b.Headline = sc[0].Text // what the prompt wants to be read
	} else if w.Brief.Audience != "" && utf8.RuneCountInString(w.Brief.Audience) <= 46 {
		b.Headline = w.Wording.Fill(w.Wording.ForName, w.Brief.Audience)
		w.Brief.Audience = ""
	}
	w.silentTitle(b)
	return b
}

// firstWords are the first words that the prompt gives to say, as a title in a language
// without words of ours.
func (w *writer) firstWords() string {
	for _, pt := range w.Brief.Points {
		t := pt.Text
		if len(pt.Items) > 0 && strings.TrimSpace(t) == "" {
			t = pt.Items[0].Title
		}
		if t = prose.Unstop(t); t != "" {
			return telling.Clip(t, 40)
		}
	}
	return "1"
}
