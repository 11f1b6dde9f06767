package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// partings say how a video ends that asks nothing of its viewers, by how it began: what
// was announced is named once more, and nothing is added.
var partings = []struct{ opening, ending string }{
	{"Here's what's new in ", "That's what's new in %s."},
	{"Here's how to ", "And that's how to %s."},
	{"Here's ", "That's %s."},
	{"Here are ", "Those are %s."},
	{"Let's talk about ", "That's what to know about %s."},
	{"Let's look at ", "That's %s."},
	{"Meet ", "That's %s."},
	{"You're invited to ", "See you at %s."},
	{"Welcome to ", "Once more, welcome to %s."},
	{"Hi ", "Thank you, %s."},
}

// parting is the last sentence of a video without a call to action, "" if nothing in it
// serves as one.
func (w *writer) parting() string {
	g, e := w.w, w.elaboration()
	if g.code != "en" {
		return e.thanks
	}
	switch {
	case w.sober(), w.b.Purpose == prompt.Thanks:
		return "Thank you."
	case w.thin():
		return "Over to you." // nothing was told that could be summed up
	}
	if w.b.Company != "" && strings.HasSuffix(w.b.Title, " at "+w.b.Company) {
		return g.fill("See you at %s.", w.b.Company) // "Spring sale at Hazel & Thyme"
	}
	if day := w.meetingDay(); day != "" {
		return g.fill("See you %s.", day)
	}
	for _, b := range w.beats[:min(3, len(w.beats))] {
		for _, s := range b.words {
			if !b.opener && !b.names {
				continue
			}
			for _, p := range partings {
				what, ok := strings.CutPrefix(prompt.Unstop(s), p.opening)
				ending := p.ending
				if ok && (oneNotice.MatchString(what) || noticeFor.MatchString(what)) {
					return "That's it for now." // a heads up is not named again
				}
				if !ok || prompt.Words(what) > 12 || strings.Contains(what, ": ") {
					continue
				}
				if ending == "That's %s." && p.opening == "Let's look at " && !g.articled.MatchString(what) && !isName(what) {
					ending = "That's it on %s." // "support tickets this year"
				}
				if w.b.Company != "" && reportNoun.MatchString(strings.TrimSuffix(what, " from "+w.b.Company)) {
					what = strings.TrimSuffix(what, " from "+w.b.Company)
				}
				if about := w.b.About; about != "" && prompt.Words(what) > 8 {
					what = strings.TrimSuffix(what, g.comma()+about)
				}
				if _, rest, ok := strings.Cut(what, " "); ok && strings.HasPrefix(ending, "That's %s") && g.isPlural(what) && !isName(what) && (strings.HasPrefix(rest, "rules") || pluralHead.MatchString(what) || g.articled.MatchString(what) && !oneThing.MatchString(what)) {
					ending = "Those are %s."
				}
				return g.fill(ending, what)
			}
		}
	}
	if name := firstOf(w.b.Subject, w.b.Title); pluralHead.MatchString(name) && g.articled.MatchString(name) && w.b.Level == prompt.Topic {
		return g.fill("Those are %s.", g.lower(name))
	}
	if name := firstOf(w.b.Subject, w.b.Title); name != "" && !w.b.Guessed && prompt.Words(name) <= 8 && !prompt.Genre(name) && (g.articled.MatchString(name) || isName(name)) && w.b.Level == prompt.Topic {
		return g.fill("That's %s.", g.lower(name))
	}
	if w.b.Presenter.Name != "" || w.b.Company != "" {
		return "Thank you."
	}
	for _, b := range w.beats {
		if b.Headline == g.recapHead || b.Label == g.recapHead {
			return "That's it for now."
		}
	}
	last := w.ending() - 1
	for i, b := range w.beats {
		if i >= last {
			break // it was said just now
		}
		if i == 0 || whoWeAre.MatchString(firstWord(b.words)) {
			continue // what opens a video does not end it
		}
		if s := firstWord(b.words); b.role != prompt.Action && !b.opener && len(b.words) == 1 && prompt.Words(s) >= 3 && prompt.Words(s) <= 9 && prompt.IsClause(prompt.Unstop(s), g.code) && !leansBack.MatchString(s) && !strings.ContainsAny(s, "?:") && b.Kind != scene.Quote {
			if littleFirst.MatchString(s) {
				s = w.lower(s)
			}
			return "Once more: " + s
		}
	}
	return "That's it for now."
}

// littleFirst begins a sentence with a word that has its capital only from standing there.
var littleFirst = pattern.New(`(?i)^(?:the|an?|our|your|my|its|their|all|every|each|no|there|you|we|it|they|some|most|many|one|two|three|please|don['’]t|do|never|always|this|these|if|when)\s`)

// oneThing ends in an s and is one thing.
var oneThing = pattern.New(`(?i)(?:news|series|means|sis|ics|gas|bias|lens|campus|kudos|chaos|works|headquarters)$`)

var (
	pluralHead = pattern.New(`(?i)^(?:the |our |your |my )?(?:\p{L}+ ){0,2}(?:rules|hours|changes|prices|plans|numbers|metrics|results|dates|bins|opening hours)\b`)
	// leansBack begins a sentence that needs the one before it.
	leansBack = pattern.New(`(?i)^(?:it|they|that|this|these|those|he|she|and|but|so|then|also|instead|there|after that|because)\b`)
)

// meetingDay is when viewers of an invitation are expected: "on Sunday 24 May".
func (w *writer) meetingDay() string {
	if w.b.Purpose != prompt.Event {
		return ""
	}
	for _, p := range w.b.Points {
		if p.Form == prompt.When {
			day, _, _ := strings.Cut(p.Text, ", ")
			if m := meetOn.FindString(day); m != "" {
				return "on " + m
			}
		}
	}
	return ""
}

var meetOn = pattern.New(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2})|^(?:mon|tues|wednes|thurs|fri|satur|sun)day`)
