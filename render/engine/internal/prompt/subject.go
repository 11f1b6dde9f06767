package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// withHost is a title and who hosts it.
var withHost = pattern.New(`^["“]([^"”]{2,60})["”],? (?:with|hosted by|by) (?:host |your host |presenter )?(\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){1,2})$`)

// numberedPart is one of several parts: "season 3".
var numberedPart = pattern.New(`(?i)^(?:season|series|episode|part|volume|issue|edition) (?:\d+|one|two|three|four|five|six)$`)

var titledThen = pattern.New(`^(.*["“][^"”]{2,60}["”])[,:]? (.+)$`)

// titled is a thing and its title in quotation marks.
var titled = pattern.New(`^((?i:(?:episode|part|issue) \d+ of )?(?i:our|the|an?|my|unsere?n?|nuestr[oa]|notre|nossa?|il nostro|la nostra)\s[^"“«„]{3,40}?),?\s["“«„]([^"”»“]{2,60})["”»“]$`)

// noEvent ends the name of what happens on a day and nobody is invited to.
var noEvent = pattern.New(`(?i)\b(?:outages?|(?:fire|evacuation|safety|emergency) drill|alarm test|incidents?|accidents?|fire|breach|leak|delays?|closures?|strike|recall|flood|attack|downtime|maintenance|deadlines?|changes?|failure|crash|power cut|störung|ausfall|vorfall|unfall|streik|sperrung|wartung|corte|incidente|fallo|huelga|panne|coupure|grève|incident|guasto|sciopero|interruzione|falha|greve)$`)

// takenPart is something on a day that people take part in without being invited.
var takenPart = pattern.New(`(?i)\b(?:trip|exams?|tests?|inspection|audit|works?|inventory|stocktake|excursion|vaccination|photo day|elections?)\b`)

var (
	// dated is a day after its preposition: "on 14 June", "am 3. Mai".
	dated = pattern.New(`(?i)^\s*(?:on|am|el|le|il|em|op) (?:the )?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of |de )?\p{L}{3,}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag))`)
	// takesPlace parts an event from its day and its place.
	takesPlace = pattern.New(`(?i)^(.+?),? (?:on|am) ((?:the )?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of )?\p{L}{3,}|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\p{L}{3,9} \d{1,2})[^,]{0,24}?)(?:,? (?:at|in) (\p{Lu}.+))?$`)
)

// subject sets what the video is about: "Acme Bottle, a steel bottle that …".
func (p *parser) subject(x string, at int) {
	b := p.b
	x = strings.TrimSpace(prose.Unstop(x))
	if x == "" {
		return
	}
	if q, ok := prose.Unquote(x); ok {
		x = q
	}
	x = p.subjectTitled(x, at)
	if x = p.subjectDated(x, at); x == "" {
		return
	}
	name, about := cutAppositive(x)
	if n, _ := prose.Unquote(name); n != "" {
		name = n
	}
	if m := kindAndName.FindStringSubmatch(name); m != nil {
		name = m[1] // "the charity Second Bloom"
	}
	name, about = p.relativeFact(name, about, at)
	if b.Subject == "" {
		b.Subject = name
		if p.inEnglish() && eventName.MatchString(name) && (b.Purpose == brief.Launch || b.Purpose == "" || b.Purpose == brief.Social) {
			b.Purpose = brief.Event // "our spring concert"
		}
	}
	if about != "" && b.About == "" {
		b.About = about
	}
	if b.Purpose == "" {
		b.Purpose = grammar.PurposeOf(x)
	}
}

// subjectTitled reads a thing with its title in quotation marks and returns what is left
// of it, "" = nothing: "our free webinar “Zero to SOC 2”, Thursday at 11 am".
func (p *parser) subjectTitled(x string, at int) string {
	b := p.b
	if b.Subject != "" {
		return x
	}
	if m := withHost.FindStringSubmatch(x); m != nil && p.inEnglish() {
		if b.Subject = m[1]; b.Presenter.Name == "" {
			b.Presenter.Name = m[2] // "“Tiny Kitchen Physics” with host Leo Marsh"
		}
		return ""
	}
	if m := titledThen.FindStringSubmatch(x); m != nil && p.inEnglish() {
		switch rest := strings.TrimSpace(m[2]); {
		case numberedPart.MatchString(rest):
			x = m[1] + ", " + rest
			if t := titled.FindStringSubmatch(m[1]); t != nil { // "our podcast “Second Shift”, season 3"
				b.Subject, b.About = t[2], t[1]+", "+rest
				return ""
			}
		case dated.MatchString("on " + strings.TrimPrefix(rest, "on ")):
			x, rest = m[1], strings.TrimPrefix(rest, "on ")
			p.say(brief.Point{Form: brief.When, Text: rest, Asked: true}, prose.Sentence{Text: rest, Line: at, Col: 1})
		case p.t.Question.MatchString(rest): // "our podcast “Hard Hat”: why …"
			x = m[1]
			p.say(brief.Point{Form: brief.How, Text: rest, Role: brief.Hook, Asked: true}, prose.Sentence{Text: rest, Line: at, Col: 1})
		}
	}
	if m := titled.FindStringSubmatch(x); m != nil {
		if b.Subject, b.About = m[2], m[1]; b.Purpose == brief.Outreach && p.inEnglish() { // "our online course “Bookkeeping for Freelancers”"
			b.Purpose = brief.Launch // it is sold to everybody
		}
		if b.Purpose == "" {
			b.Purpose = grammar.PurposeOf(m[1])
		}
		return ""
	}
	return x
}

// subjectDated takes day and place off an event.
func (p *parser) subjectDated(x string, at int) string {
	b := p.b
	if b.Subject != "" {
		return x
	}
	if m := takesPlace.FindStringSubmatch(x); m != nil && !(p.inEnglish() && p.t.Question.MatchString(x)) && dated.MatchString("on "+m[2]) && !noEvent.MatchString(m[1]) {
		if x = m[1]; b.Purpose == "" || b.Purpose == brief.Launch || b.Purpose == brief.Social {
			b.Purpose = brief.Event
		}
		when := m[2]
		if p.t.Code == "de" { // "am 17. Mai in unserem Werk" keeps its cases
			when = "am " + when
			if m[3] != "" {
				when += " in " + m[3]
			}
		}
		p.say(brief.Point{Form: brief.When, Text: when, Asked: true}, prose.Sentence{Text: m[2], Line: at, Col: 1})
		if m[3] != "" && p.t.Code != "de" {
			p.say(brief.Point{Form: brief.Where, Text: m[3], Asked: true}, prose.Sentence{Text: m[3], Line: at, Col: 1})
		}
	}
	if m := p.onDays(x); m != nil {
		if x = m[1]; p.inEnglish() && takenPart.MatchString(x) && b.Purpose == "" {
			b.Purpose = brief.News
		} else if b.Purpose == "" || b.Purpose == brief.Launch || b.Purpose == brief.Social {
			b.Purpose = brief.Event
		}
		p.say(brief.Point{Form: brief.When, Text: m[2], Asked: true}, prose.Sentence{Text: m[2], Line: at, Col: 1})
	}
	return x
}

// eventName is something that people come to.
var eventName = pattern.New(`(?i)^(?:our|the)(?: \p{L}+){0,4} (?:concert|fair|party|picnic|open day|open house|open evening|exhibition|festival|gala|bake sale|flea market|garage sale|tournament|fun run|parade|premiere|reunion|fundraiser dinner|reading|screening|opening night|info evening|meetup|webinar|workshop|conference)$`)

// onDays parts a topic from the days behind it: "DataDays 2026, 9-11 June in Rotterdam".
func (p *parser) onDays(x string) []string {
	re := whenTail
	if p.t.Code == "en" {
		re = daysTail
	}
	m := re.FindStringSubmatch(x)
	if m == nil || noEvent.MatchString(m[1]) || p.isClause(m[1]) && !allProper(m[1]) || p.b.Purpose != brief.Event && !spanOfDays.MatchString(m[2]) && !eventName.MatchString(m[1]) {
		return nil
	}
	return m
}

var (
	daysTail    = pattern.New(`(?i)^(.+?),? ((?:from )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b.*|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b.*)$`)
	spanOfDays  = pattern.New(`(?i)\d\s?(?:[–-]|al?|au|ao|bis|to|tot|e)\s?\d|\d{1,2}\.? \p{L}+ (?:al?|au|ao|bis zum|bis|to|tot) `)
	kindAndName = pattern.New(`^(?:[Tt]he|[Oo]ur) (?:\p{Ll}[\p{Ll}-]* ){0,3}(?:charity|company|startup|project|library|foundation|agency|studio|association|museum|hotel) (\p{Lu}.*)$`)
)
