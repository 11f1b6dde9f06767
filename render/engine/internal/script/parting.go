package script

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
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
	g, e := w.Wording, tongue.ElaborationFor(w.Lang)
	if g.Code != "en" {
		return e.Thanks
	}
	switch {
	case w.sober(), w.Brief.Purpose == brief.Thanks:
		return "Thank you."
	case w.thin():
		return "Over to you." // nothing was told that could be summed up
	}
	if w.Brief.Company != "" && strings.HasSuffix(w.Brief.Title, " at "+w.Brief.Company) {
		return g.Fill("See you at %s.", w.Brief.Company) // "Spring sale at Hazel & Thyme"
	}
	if day := w.meetingDay(); day != "" {
		return g.Fill("See you %s.", day)
	}
	for _, b := range w.beats[:min(3, len(w.beats))] {
		for _, s := range b.Words {
			if !b.Opener && !b.Names {
				continue
			}
			for _, p := range partings {
				what, ok := strings.CutPrefix(prose.Unstop(s), p.opening)
				ending := p.ending
				if ok && (oneNotice.MatchString(what) || noticeFor.MatchString(what)) {
					return "That's it for now." // a heads up is not named again
				}
				if !ok || prose.Words(what) > 12 || strings.Contains(what, ": ") {
					continue
				}
				if ending == "That's %s." && p.opening == "Let's look at " && !g.Articled.MatchString(what) && !tongue.IsName(what) {
					ending = "That's it on %s." // "support tickets this year"
				}
				if w.Brief.Company != "" && reportNoun.MatchString(strings.TrimSuffix(what, " from "+w.Brief.Company)) {
					what = strings.TrimSuffix(what, " from "+w.Brief.Company)
				}
				if about := w.Brief.About; about != "" && prose.Words(what) > 8 {
					what = strings.TrimSuffix(what, g.Comma()+about)
				}
				if _, rest, ok := strings.Cut(what, " "); ok && strings.HasPrefix(ending, "That's %s") && g.IsPlural(what) && !tongue.IsName(what) && (strings.HasPrefix(rest, "rules") || pluralHead.MatchString(what) || g.Articled.MatchString(what) && !oneThing.MatchString(what)) {
					ending = "Those are %s."
				}
				return g.Fill(ending, what)
			}
		}
	}
	if name := cmp.Or(w.Brief.Subject, w.Brief.Title); pluralHead.MatchString(name) && g.Articled.MatchString(name) && w.Brief.Level == brief.Topic {
		return g.Fill("Those are %s.", g.Lower(name))
	}
	if name := cmp.Or(w.Brief.Subject, w.Brief.Title); name != "" && !w.Brief.Guessed && prose.Words(name) <= 8 && !prompt.Genre(name) && !grammar.Predicate(name) && (g.Articled.MatchString(name) || tongue.IsName(name)) && w.Brief.Level == brief.Topic {
		if phrase.GenderOfName(name) == "" { // "Ana"
			name = g.Lower(name)
		}
		return g.Fill("That's %s.", name)
	}
	if m := wishFirst.FindStringSubmatch(w.beats[0].Text()); m != nil {
		return strings.Replace(m[1], "Goodbye", "All the best", 1) + "!"
	}
	if w.Brief.Presenter.Name != "" || w.Brief.Company != "" {
		return "Thank you."
	}
	return "That's it for now."
}

// wishFirst is what is wished to one person.
var wishFirst = pattern.New(`^(Happy birthday|Congratulations|Get well soon|Goodbye), `)

// oneThing ends in an s and is one thing.
var oneThing = pattern.New(`(?i)(?:news|series|means|sis|ics|gas|bias|lens|campus|kudos|chaos|works|headquarters)$`)

var (
	pluralHead = pattern.New(`(?i)^(?:the |our |your |my )?(?:\p{L}+ ){0,2}(?:rules|hours|changes|prices|plans|numbers|metrics|results|dates|bins|opening hours)\b`)
	// leansBack begins a sentence that needs the one before it.
	leansBack = pattern.New(`(?i)^(?:` + backWords + `)\b`)
	// leansOrCounts begins such a sentence, or one of several steps.
	leansOrCounts = pattern.New(`(?i)^(?:` + backWords + `|first|second|third|next|finally|lastly)\b`)
)

const backWords = `it|they|that|this|these|those|he|she|and|but|so|then|also|instead|there|after that|because`

// meetingDay is when viewers of an invitation are expected: "on Sunday 24 May".
func (w *writer) meetingDay() string {
	if w.Brief.Purpose != brief.Event {
		return ""
	}
	for _, p := range w.Brief.Points {
		if p.Form == brief.When {
			day, _, _ := strings.Cut(p.Text, ", ")
			if m := meetOn.FindString(day); m != "" {
				return "on " + m
			}
		}
	}
	return ""
}

var meetOn = pattern.New(`(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2})|^(?:mon|tues|wednes|thurs|fri|satur|sun)day`)
