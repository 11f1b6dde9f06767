package prompt

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
)

// understand runs what reads a direction and notes, at the direction's place, what
// of it changed the brief: nothing that was understood goes unsaid.
func (p *parser) understand(at int, words string, read func()) {
	before := *p.b
	before.Look.Colors = append([]brief.Color{}, p.b.Look.Colors...)
	read()
	for _, c := range changes(before, *p.b) {
		if !p.noted[c.text] {
			p.noted[c.text] = true
			p.b.NoteOn(at, "understood: "+c.text, append(c.words, prose.FirstWords(words, 5), prose.FirstWords(words, 2))...)
		}
	}
}

// change is one thing that a direction set, and the words that may say so.
type change struct {
	text  string
	words []string
}

// changes lists what differs between two states of a brief.
func changes(a, b draft) []change {
	var out []change
	add := func(changed bool, text string, words ...string) {
		if changed {
			out = append(out, change{text, words})
		}
	}
	limit := ""
	if b.AtMost {
		limit = "at most "
	}
	add(b.Seconds > 0 && (a.Seconds != b.Seconds || a.AtMost != b.AtMost), fmt.Sprintf("%s%g s long", limit, b.Seconds))
	add(b.Orientation != "" && a.Orientation != b.Orientation, b.Orientation+" format", "portrait", "vertical", "square", "landscape", "9:16", "16:9", "1:1", "hochformat", "tiktok", "reel")
	add(b.Language != "" && a.Language != b.Language, "spoken in "+b.Language)
	add(b.Silent && !a.Silent, "no voice", "no ", "without", "ohne ", "kein", "sin ", "sans ", "sem ", "senza ", "zonder ", "geen ")
	add(b.Presenter.None && !a.Presenter.None && !b.Silent, "no presenter", "no avatar", "no presenter", "voice-over only", "without")
	if in := b.bare[min(len(a.bare), len(b.bare)):]; len(in) > 0 {
		add(true, "no presenter in "+numbered(in), "no avatar", "no presenter", "without")
	}
	if b.onlyIn != nil && a.onlyIn == nil {
		in := numbered(b.onlyIn)
		switch {
		case len(b.onlyIn) > 1 && slices.Contains(b.onlyIn, lastScene):
			in = "the first and the last scene"
		case slices.Contains(b.onlyIn, lastScene):
			in = "the last scene"
		}
		add(true, "the presenter only in "+in, "presenter", "avatar", "only", "nur", "solo", "sólo", "seulement", "uniquement", "apenas", "alleen")
	}
	add(b.Presenter.Framing != "" && a.Presenter.Framing != b.Presenter.Framing, "the presenter "+b.Presenter.Framing, "framing", "close", "medium", "waist", "wide", "head")
	add(b.Presenter.ID != "" && a.Presenter.ID != b.Presenter.ID, "presenter "+b.Presenter.ID, b.Presenter.ID)
	add(b.Presenter.Name != "" && a.Presenter.Name != b.Presenter.Name, "the presenter is "+strings.TrimSuffix(b.Presenter.Name+", "+b.Presenter.Role, ", "), b.Presenter.Name)
	add(b.Presenter.Gender != "" && a.Presenter.Gender != b.Presenter.Gender && !b.Presenter.None, "a "+b.Presenter.Gender+" presenter", "woman", "female", "male", "man")
	add(b.Presenter.Side != "" && a.Presenter.Side != b.Presenter.Side, "the presenter on the "+b.Presenter.Side, b.Presenter.Side)
	add(b.Voice != "" && a.Voice != b.Voice, "a "+b.Voice+" voice", "voice", "narrator", "stimme", "voz", "voix", "voce")
	add(b.Music.Off && !a.Music.Off, "no music", "no music", "without music", "music", "musik")
	add(b.Music.Mood != "" && a.Music.Mood != b.Music.Mood, "music: "+b.Music.Mood, "music", "musik", "música", "musique", "musica")
	add(b.Captions != "" && a.Captions != b.Captions, "captions: "+b.Captions, "caption", "subtitle", "untertitel")
	add(b.Pace != 0 && a.Pace != b.Pace, fmt.Sprintf("spoken at %g times the usual rate", b.Pace), "pace", "speak")
	add(b.Transition != "" && a.Transition != b.Transition, "transition: "+b.Transition, "cut", "dissolve", "wipe", "fade", "transition")
	for _, c := range b.cuts[min(len(a.cuts), len(b.cuts)):] {
		where := fmt.Sprintf("behind scene %d", c.after)
		if c.after == beforeLast {
			where = "into the last scene"
		}
		add(true, "transition "+where+": "+c.kind, "between", "into", "after")
	}
	add(b.Look.Style != "" && a.Look.Style != b.Look.Style, "style: "+b.Look.Style)
	add(b.Look.Font != "" && a.Look.Font != b.Look.Font, "font: "+b.Look.Font, b.Look.Font)
	add(b.Look.Body != "" && a.Look.Body != b.Look.Body, "font of the text: "+b.Look.Body, b.Look.Body)
	add(b.Look.Type != "" && a.Look.Type != b.Look.Type && strings.HasPrefix(b.Look.Type, "mono"), "type: "+b.Look.Type, b.Look.Type)
	for _, m := range b.Look.Motion[min(len(a.Look.Motion), len(b.Look.Motion)):] {
		add(true, "motion: "+m.Verb+" ("+m.Target+")", m.Verb)
	}
	add(b.Look.Dark && !a.Look.Dark, "a dark background", "dark", "black", "dunkel")
	add(b.Look.Light && !a.Look.Light, "a light background", "light", "white", "hell")
	add(b.Look.Set != "" && a.Look.Set != b.Look.Set, "the set: "+b.Look.Set, b.Look.Set)
	add(b.Look.Mood != "" && a.Look.Mood != b.Look.Mood, "tone: "+b.Look.Mood)
	add(b.NoStock && !a.NoStock, "no stock pictures", "stock")
	for _, c := range b.Look.Colors[min(len(a.Look.Colors), len(b.Look.Colors)):] {
		role := c.Role
		if role != "" {
			role = " for " + role
		}
		add(true, "colour "+c.Hex+role, c.Hex)
	}
	add(b.Audience != "" && a.Audience != b.Audience, "made for "+b.Audience, b.Audience)
	for _, r := range b.Assets[min(len(a.Assets), len(b.Assets)):] {
		add(true, fmt.Sprintf("show %q when %q is spoken of", r.Name, r.When), r.Name)
	}
	return out
}

func countOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
