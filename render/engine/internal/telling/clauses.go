package telling

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// clauseList draws a sentence of three clauses or more as a list that comes up clause by
// clause: what one subject does, "On day one you pick up your badge, meet your buddy, and
// get your login", or clauses with subjects of their own, which are said as sentences:
// "People pick from 24 recipes, we deliver before 7 am, and cooking takes 25 minutes".
// English only.
func (w *Writer) clauseList(b *Beat, s string) bool {
	t := prose.Unstop(s)
	if w.Wording.Code != "en" || strings.ContainsAny(t, ";?\"“") || strings.Contains(t, ": ") || prose.URL(t)+prose.Mail(t) != "" {
		return false
	}
	parts, joined := w.partsOf(t)
	thing, does := oneThing(parts[0])
	if last := parts[len(parts)-1]; thing != "" && len(parts) > 1 {
		if a, z, ok := strings.Cut(last, " and "); ok && (thirdPerson.MatchString(a) && thirdPerson.MatchString(z) || alsoDo.MatchString(a) && alsoDo.MatchString(z)) {
			parts = append(parts[:len(parts)-1], a, z) // "holds 24 litres and comes in three colours"
		}
	}
	if len(parts) > 1 && hangsOn.MatchString(parts[0]) && !doesSeveral.MatchString(parts[0]) && !w.ownClause(parts[0]) {
		parts = append([]string{parts[0] + ", " + parts[1]}, parts[2:]...) // "In a trial with 1,200 users" says nothing alone
	}
	if len(parts) < 3 || len(parts) > ShownMost {
		return false
	}
	for i, p := range parts {
		if prose.Words(p) > 16 || prose.Words(p) < 2 || hangsOn.MatchString(p) && i > 0 {
			return false
		}
	}
	if strings.HasPrefix(parts[0], "But ") {
		return false // it turns against what was said, and lists nothing
	}
	titles := parts
	head, order := "", false
	if m := doesSeveral.FindStringSubmatch(parts[0]); m != nil && w.goesOn(m[3], parts[1:]) {
		titles = append([]string{m[3]}, parts[1:]...)
		head = prose.Upper(strings.TrimRight(atDay.ReplaceAllString(m[1], ""), ", "))
	} else if thing != "" && w.goesOn(does, parts[1:]) {
		titles = append([]string{does}, parts[1:]...)
		head = prose.Upper(thing)
	} else if n := len(parts) - 1; n >= 2 && w.Orders(parts[:n]) && w.ownClause(parts[n]) {
		// "Get your badge, watch the safety film, and lunch is at 12:30"
	} else if !joined && w.notedMix(parts) {
		// "Bouquets from 25 euros, order until Friday noon, delivery in town is free"
	} else {
		own, things := 0, 0
		for i, p := range parts {
			if w.ownClause(p) {
				own++
			} else if i == 0 && w.Wording.VerbFirst.MatchString(p+" ") && !ruled(p) {
				order = true // "Take a photo, Tidy reads it, and your bookkeeper gets a report"
			} else if w.isThing(p) {
				things++
			} else if thirdPerson.MatchString(p) || w.Wording.VerbFirst.MatchString(p+" ") || prose.Words(p) < 4 {
				return false
			}
		}
		if order && own < len(parts)-1 {
			return false
		}
		if own+things < len(parts) && (things > 0 || own < len(parts)-1) { // the verb of one may not be known
			return false
		}
		if things == len(parts) {
			return false // a row of names is no row of clauses
		}
		if things == 0 && !order {
			b.Words = nil
		}
		for _, p := range parts {
			if things == 0 && !order {
				b.Words = append(b.Words, prose.Upper(prose.Stop(strings.TrimPrefix(p, "then "))))
			}
		}
	}
	b.Kind, b.Figure, b.Label, b.Subtitle, b.Plain, b.Whole, b.Items = scene.Points, nil, "", "", false, true, nil
	for _, p := range titles {
		b.Items = append(b.Items, scene.Item{Title: w.Entry(prose.Upper(strings.TrimPrefix(p, "then ")), 46), Icon: Icon(p)})
	}
	b.Headline = cmp.Or(head, AtAGlance)
	if head == "" && (order || w.howItWorks() && !slices.ContainsFunc(parts, stateOf.MatchString) || inTurn.MatchString(parts[0]) && inTurn.MatchString(parts[len(parts)-1])) {
		b.Kind, b.Headline = scene.Process, w.Wording.StepsHead
		for i := range b.Items {
			b.Items[i].Label = strconv.Itoa(i + 1)
		}
	}
	Cues(b)
	return utf8.RuneCountInString(b.Headline) > 0
}

// stateOf says how something is, which is no step: "plots are 20 square metres".
var stateOf = pattern.New(`(?i)^[^,]{2,40}? (?:is|are|was|were|has|have|costs?|must|may|can|does|do|belongs?|lies) `)

// howItWorks tells whether the video explains how something goes on.
func (w *Writer) howItWorks() bool {
	for _, p := range w.Brief.Points {
		if p.Form == brief.How && strings.HasPrefix(strings.ToLower(p.Text), "how ") {
			return true
		}
	}
	return strings.HasPrefix(strings.ToLower(w.Brief.Subject), "how ")
}

var (
	// doesSeveral is when somebody does something, who, and what.
	doesSeveral = pattern.New(`^((?:(?i:on|in|at|by|from|before|after|during|every|each) [^,]{2,40}?,? )?)((?i:you|we|they|it))(?:['’]ll| will| must| can| should| have to| need to)? (\p{Ll}.*)$`)
	// atDay is the preposition of a time that heads a list without it.
	atDay = pattern.New(`(?i)^(?:on|in|at) `)
	// hangsOn begins what is no part of a row.
	hangsOn = pattern.New(`(?i)^(?:mostly|mainly|largely|partly|chiefly|if|when|while|because|although|though|since|unless|so|which|who|whose|where|that|as|than|even|not|for|with|without|in|on|at|by|from|to|of|or|but|until|till|instead|including|especially|even|up to|down|twice|half)\b`)
)

// oneThing parts a clause at its verb in the third person: a thing that is named, and what it
// does. "" = it begins with no such thing.
func oneThing(clause string) (thing, does string) {
	if m := manyThings.FindStringSubmatch(clause); m != nil && !StartsPronoun.MatchString(clause) {
		return m[1], m[2]
	}
	words := grammar.Tags(clause)
	for i, x := range words[:min(len(words), 8)] {
		switch {
		case x.Tag == "VBZ" && i > 1 && !StartsPronoun.MatchString(clause):
			if does = clause[x.At:]; thirdPerson.MatchString(does) && SubjectOrVerb.FindString(clause[:x.At]) == "" {
				return strings.TrimSpace(clause[:x.At]), does
			}
			return "", ""
		case x.Tag == "IN" || x.Tag == "," || strings.HasPrefix(x.Tag, "W"):
			return "", ""
		}
	}
	return "", ""
}

// manyThings are things and what they do: "Classes last 2 hours". Groups: the things, the rest.
var manyThings = pattern.New(`^((?:(?:The|Our|All|These) )?(?:[\p{L}-]+ ){0,2}[\p{L}-]{3,}s) (` + theyDo + ` \S.*)$`)

// theyDo is what things do that have a measure or a content.
const theyDo = `(?:last|cost|weigh|take|run|start|begin|end|need|have|include|hold|come|measure|contain|fit|use|open|close|cover|offer|save|are)`

var alsoDo = pattern.New(`^` + theyDo + ` \S`)

// goesOn tells whether the parts behind the first go on with its subject, each by a verb
// in the form of the first one.
func (w *Writer) goesOn(first string, rest []string) bool {
	third := thirdPerson.MatchString(first)
	for _, p := range rest {
		switch {
		case third && !thirdPerson.MatchString(p) && !verbLeads(p):
			return false
		case !third && alsoDo.MatchString(first) && alsoDo.MatchString(p):
		case !third && !w.Wording.VerbFirst.MatchString(p+" ") && !Doing.MatchString(p+" "):
			return false
		}
	}
	return true
}

// thirdPerson is a verb with its s, and what it does.
var thirdPerson = pattern.New(`^\p{Ll}{2,}s \S`)

// notedMix tells notes of several kinds that commas part, things, orders and clauses, from one
// sentence that goes on: each stands for itself.
func (w *Writer) notedMix(parts []string) bool {
	orders, clauses, things := 0, 0, 0
	for _, p := range parts {
		switch {
		case prose.Words(p) > 9 || whenDone.MatchString(p):
			return false
		case w.Wording.VerbFirst.MatchString(p+" ") || isOrdered(p):
			orders++
		case w.ownClause(p):
			clauses++
		case w.isThing(p) && !hangsOn.MatchString(p):
			things++
		default:
			return false
		}
	}
	return orders < len(parts) && clauses < len(parts) && things < len(parts)
}

// whenDone begins when something is to be done: "Before each shift, check the brakes".
var whenDone = pattern.New(`(?i)^(?:before|after|during|while|once|every|each|first|then|next|last)\b`)

// ownClause tells whether a part has a subject of its own and its verb.
func (w *Writer) ownClause(p string) bool {
	p = fromDayOn.ReplaceAllString(p, "")
	if verbLeads(p) {
		return false // "The caretaker, Mr. Novak, is in from 8 to 12"
	}
	if w.Wording.VerbFirst.MatchString(p+" ") || strings.HasPrefix(p, "IT ") {
		return false
	}
	return (prompt.IsClause(p, "en") || someoneDoes.MatchString(p) || oneDoes.MatchString(p)) && (!thirdPerson.MatchString(p) || severalDo.MatchString(p)) && (prose.Words(p) > 3 || StartsPronoun.MatchString(p))
}

// fromDayOn begins a clause with its day.
var fromDayOn = pattern.New(`^(?i:from|on|since|until|by|as of|starting) (?:\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}{2,8}|\p{Lu}\p{Ll}{2,8} \d{1,2}(?:st|nd|rd|th)?|(?i:(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|next \p{L}+))(?: (?:19|20)\d\d)? `)

// verbLeads tells whether a part begins with a verb whose subject stands before it: "won gold",
// "is sold in 22 shops".
func verbLeads(p string) bool {
	if finiteFirst.MatchString(p) {
		return true
	}
	words := grammar.Tags(p)
	return len(words) > 1 && (words[0].Tag == "VBD" || words[0].Tag == "VBZ") && prose.Upper(p) != p
}

// finiteFirst begins with a verb that has its subject before it.
var finiteFirst = pattern.New(`(?i)^(?:is|are|was|were|has|have|had|can|will|must|should|does|do not|does not|may)\b`)

// severalDo is a clause about several things: "showers on floor 2 are being renovated".
var severalDo = pattern.New(`^\p{Ll}{3,}s (?:[\p{L}\d]+ ){0,4}?(?:are|were|have|can|will|must|may) `)

// isThing tells whether a part names something and what it is of, and states nothing:
// "torchlight tours of the dinosaur hall".
func (w *Writer) isThing(p string) bool {
	return prose.Words(p) >= 2 && !inOrderWord.MatchString(p) && !prompt.IsClause(p, "en") && !SubjectOrVerb.MatchString(p) && !StartsPronoun.MatchString(p) && !thirdPerson.MatchString(p) && !w.Wording.VerbFirst.MatchString(p+" ")
}

var (
	// inOrderWord counts a step: "then rinse the filter".
	inOrderWord = pattern.New(`(?i)^(?:first|second|third|then|next|finally|lastly|after that|now)\b`)
	// oneDoes is one thing and what it does: "a refrigerant evaporates outside".
	oneDoes = pattern.New(`(?i)^(?:an?|the|one|each|every|its|our|your) (?:[\p{L}-]+ ){1,2}?\p{L}{3,}s(?: |$)`)
	// someoneDoes is a pronoun and a verb: "you log in".
	someoneDoes = pattern.New(`(?i)^(?:you|we|they|it|he|she) \p{Ll}{3,}`)
	// inTurn tells that clauses are steps: they go from the viewer to a thing and back.
	inTurn        = pattern.New(`(?i)^you `)
	StartsPronoun = pattern.New(`(?i)^(?:we|you|they|it|he|she|there|i)\b`)
)

// Doing is a verb that goes on with the subject of the sentence.
var Doing = pattern.New(`^(?:is|are|has|have|[a-z]{2,}s|can|will|get|keep|cost|open|stay|take|make|need|earn|pay|work|come|go|give|run|find|use|save|send|hold|last) `)
