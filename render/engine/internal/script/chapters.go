package script

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// chapterSeconds is the length from which chapters get cards of their own. In a
// shorter video they stand as a label over their scenes.
const chapterSeconds = 75

// chaptered tells whether the video has chapters worth a card each: at least two,
// with at least three scenes to every two cards.
func (w *writer) chaptered(beats []*beat) bool {
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
func (w *writer) contentsTitle() *beat {
	name := firstOf(w.b.Title, w.w.named(w.b.Subject))
	if name == "" {
		return nil
	}
	b := &beat{role: prompt.Hook}
	b.Headline = prompt.Upper(clip(name, 46+longer))
	w.silentTitle(b)
	return b
}

// chapterCards puts a card before the first scene of every chapter.
func (w *writer) chapterCards() {
	if !w.chaptered(w.beats) {
		return
	}
	var out []*beat
	last := ""
	for i, b := range w.beats {
		if c := b.Chapter; c != "" && c != last && i > 0 && b.role != prompt.Action {
			card := &beat{role: prompt.Body, line: b.line}
			card.Kind, card.Headline, card.Chapter, card.Seconds = scene.Chapter, clip(prompt.Upper(c), 46), c, 2
			out = append(out, card)
			if strings.EqualFold(b.Headline, c) && b.Kind == scene.Statement {
				b.Headline = w.headline(b.words[0], 46) // the card has just shown it
			}
			if utf8.RuneCountInString(b.Label) > 0 && strings.EqualFold(b.Label, clip(c, 28)) {
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
func (w *writer) untitled() *beat {
	if t := w.contentsTitle(); t != nil {
		return t
	}
	b := &beat{role: prompt.Hook}
	b.Headline = firstOf(w.w.knowHead, w.firstWords())
	if w.b.Audience != "" && utf8.RuneCountInString(w.b.Audience) <= 46 {
		b.Headline = w.w.fill(w.w.forName, w.b.Audience)
		w.b.Audience = ""
	}
	w.silentTitle(b)
	return b
}

// firstWords are the first words that the prompt gives to say, as a title in a language
// without words of ours.
func (w *writer) firstWords() string {
	for _, pt := range w.b.Points {
		t := pt.Text
		if len(pt.Items) > 0 && strings.TrimSpace(t) == "" {
			t = pt.Items[0].Title
		}
		if t = prompt.Unstop(t); t != "" {
			return clip(t, 40)
		}
	}
	return "1"
}
