package telling

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

var (
	amountOf = `[€$£]?\d[\d.,]*(?:\s?%|\s?(?:k|K|M|m|bn|B)\b)?`
	// beforeNow is the value that something had before, in brackets: "2,310 (prev 2,045)".
	beforeNow = pattern.New(`(` + amountOf + `)((?:/\p{L}+| (?:a|per) \p{L}+| (?:days|weeks|months|years|hours|minutes|seconds|people|users|customers|orders|seats|stores|shops|countries))?)(?:\s*\((?:prev(?:\.|ious(?:ly)?)?|was|before|formerly|last (?:week|month|quarter|year)|vs\.?|versus|compared (?:to|with)):?\s+(` + amountOf + `)\)|, (?:was|previously|formerly) (` + amountOf + `))`)
	// measured is a label with its value in a report: "Signups: 2,310, up from 2,045".
	measured = pattern.New(`^(\p{Lu}[\p{L}\d '’/&-]{1,30}): (` + amountOf + `(?: (?:million|billion|thousand|days|hours|minutes|weeks|months|seconds))?)((?:,? (?:up|down) .*| \([+−–-][^()]{1,18}\))?)$`)
	// startsWhen is a label before a time: "Start: 9:30 am at City Park".
	startsWhen = pattern.New(`^(Start|Starts|Begins|End|Ends|Doors|Doors open|Kick-?off|Kick-?off time|Start time|Check-in|Check-out): ((?:at )?\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m|p\.m|h|o['’]clock|UTC|GMT|CET|ET|PT)?\b.*)$`)
	// nounIs begins a sentence whose noun lacks its article.
	nounIs = pattern.New(`^(Guest|Host|Deadline|Venue|Goal|Owner|Dress code|Theme|Topic|Speaker|Location|Price|Entry fee|Cause|Root cause|Presenter|Winner|Budget|Timeline|Next step|Start date) (?:is|are|was|were|will) `)
	// bareTypical begins with one thing of many that lacks its article: "Typical house saves
	// 900 euros".
	bareTypical = pattern.New(`^(?:Typical|Average|Ordinary|Normal|Single|Small|Medium-sized|Family) \p{Ll}*[^s\W] (?:\p{Ll}*[^s\W] )?(?:saves|costs|uses|needs|takes|pays|earns|spends|loses|gets|makes|has|is|lasts|weighs|holds|wastes|produces) `)
	// outOn is what comes out, is live or due at a time, without its verb.
	outOn = pattern.New(`(?i)^(?:out|live|due|back|available|open) (?:(?:on |from |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|now|today|tomorrow|tonight|everywhere|worldwide|(?:in |on |from )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:on |from )?\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)|wherever)\b`)
	// changeAside is a change in brackets behind a value: "$412,000 (up 3% from last year)".
	changeAside = pattern.New(`(\d[\d.,]*(?:\s?%|[kKMB]\b)?(?: \p{L}+)?) \(((?:up|down) [^()]{2,40})\)`)
	// asksItself is a label that is a question: "Why: energy costs rose".
	asksItself = pattern.New(`^(Why|Why now|Why it matters|What happened|What changed|What changes|What's new|What’s new|What's next|What’s next|What now|How|How it works|Where|Who|When|So what|What to do|What we did|What we learned|What went wrong|What went well|Who can join|Who is it for|Who it's for): (.{12,})$`)
	// orderAt is what to do and where on the web: "Apply by 31 October: acme.example/jobs".
	orderAt = pattern.New(`^(\p{Lu}\p{Ll}+(?: [^:]{1,40})?): ((?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?)$`)
	// barePrice begins with what something costs and has no verb.
	barePrice = pattern.New(`^[€$£]\d[\d.,]*(?:k|K)?(?:$|(?:,| a | per | for | with | plus | each|/).*)`)
	// exampleOf heads an example.
	exampleOf = pattern.New(`^(?:Example|For example|E\.g\.|Say)(?:: |, )(.{8,})$`)
	// doesWhat is a verb and what cannot be its subject's second word: "Takes 5 minutes".
	doesWhat = pattern.New(`(?i)^\p{L}+s (?:\d|[€$£]|(?:down|when|like|through|until|between|an?|the|in|on|to|for|with|without|from|at|by|up|just|only|about|around|almost|less|more|over|under|as|well|free|all|every|any|your|you|no|both|two|three|four|five|six|ten|half|even|itself|great|best)\b)`)
	// grewBy is a change behind a value, in brackets: "(+12%)".
	grewBy = pattern.New(`\((?:\+)(\d[^()]{0,16})\)`)
	fellBy = pattern.New(`\([-−–](\d[^()]{0,16})\)`)
)

// Worded puts an English fact as it is noted into words that are said: values of before
// in brackets, labels that ask, prices and verbs without a subject.
func (w *Writer) Worded(s string) string {
	if w.Wording.Code != "en" {
		return s
	}
	s = beforeNow.ReplaceAllStringFunc(s, func(m string) string {
		x := beforeNow.FindStringSubmatch(m)
		x[3] = cmp.Or(x[3], x[4])
		now, ok1 := w.amount(x[1])
		old, ok2 := w.amount(x[3])
		way := "was"
		switch {
		case !ok1 || !ok2:
		case now > old:
			way = "up from"
		case now < old:
			way = "down from"
		}
		return x[1] + x[2] + ", " + way + " " + x[3]
	})
	s = changeAside.ReplaceAllString(s, "$1, $2")
	t := prose.Unstop(s)
	switch {
	case startsWhen.MatchString(t):
		m := startsWhen.FindStringSubmatch(t)
		lead := "It starts at "
		switch {
		case strings.HasPrefix(m[1], "Doors"):
			lead = "Doors open at "
		case strings.HasPrefix(m[1], "Check"):
			lead = m[1] + " is at "
		case strings.HasPrefix(m[1], "End"):
			lead = "It ends at "
		}
		if at := ADay.FindStringIndex(m[2]); at != nil && at[0] == 0 {
			lead = strings.TrimSuffix(lead, "at ") + "on " // "Start: 1 September"
		}
		return prose.Stop(lead + strings.TrimPrefix(m[2], "at "))
	case wantsToDo.MatchString(t):
		m := wantsToDo.FindStringSubmatch(t)
		if strings.HasSuffix(m[1], "ing") {
			return prose.Stop("We're " + w.Wording.Lower(t))
		}
		return prose.Stop("We " + w.Wording.Lower(t))
	case bareTypical.MatchString(t):
		if strings.HasPrefix(t, "Average") {
			return prose.Stop("The " + w.Wording.Lower(t))
		}
		return prose.Stop("A " + w.Wording.Lower(t))
	case nounIs.MatchString(t):
		return prose.Stop("The " + w.Wording.Lower(t))
	case outOn.MatchString(t) && !prompt.IsClause(t, "en"):
		return prose.Stop("It's " + strings.ToLower(t[:1]) + t[1:])
	case asksItself.MatchString(t):
		m := asksItself.FindStringSubmatch(t)
		if prompt.IsClause(m[2], "en") || prose.Words(m[1]) >= 3 {
			return m[1] + "? " + prose.Upper(prose.Stop(m[2]))
		}
	case exampleOf.MatchString(t):
		if m := exampleOf.FindStringSubmatch(t); prompt.IsClause(m[1], "en") {
			return "For example, " + w.Wording.Lower(prose.Stop(m[1]))
		}
	case w.Brief.Purpose == brief.Hiring && barePrice.MatchString(t) && prose.Words(t) <= 14 && !prompt.IsClause(t, "en"):
		parts, _ := w.partsOf(t)
		return prose.Stop("You earn " + w.Wording.Join(parts))
	case orderAt.MatchString(t):
		m := orderAt.FindStringSubmatch(t)
		if w.Wording.VerbFirst.MatchString(m[1]) {
			return prose.Stop(m[1] + " at " + m[2])
		}
	case barePrice.MatchString(t) && prose.Words(t) <= 12 && !prompt.IsClause(t, "en"):
		if prose.Words(t) <= 4 && !strings.Contains(t, ",") {
			return prose.Stop("It costs " + t)
		}
		return prose.Stop("It's " + t)
	case tongue.DoesIt.MatchString(w.Wording.Lower(t)+" ") && doesWhat.MatchString(t) && !strings.Contains(t, ":"):
		return prose.Stop("It " + w.Wording.Lower(t))
	}
	if m := measured.FindStringSubmatch(t); m != nil && w.Brief.Purpose == brief.Update && !startsWeak.MatchString(m[1]+" ") && namesThing(m[1]) {
		verb := " is at "
		if w.Wording.IsPlural(m[1]) && !wePlural.MatchString(m[1]) {
			verb = " are at "
		}
		return prose.Stop(m[1] + verb + m[2] + fellBy.ReplaceAllString(grewBy.ReplaceAllString(m[3], "up $1"), "down $1"))
	}
	return s
}

// wantsToDo begins a note without its subject: "Want to say thanks to the club".
var wantsToDo = pattern.New(`(?i)^(want|need|plan|hope|aim|would like|going|hoping|planning|looking) to \p{Ll}`)

// namesThing tells a label that ends with a noun from "Closed", which is at no value.
func namesThing(label string) bool {
	words := grammar.Tags(label)
	return len(words) > 0 && (strings.HasPrefix(words[len(words)-1].Tag, "N") || prose.IsAllCaps(words[len(words)-1].Text) || words[len(words)-1].Tag == "CD")
}

// Lower is a phrase within a sentence: its first letter small, unless it is a name that
// the prompt writes so inside its sentences, too.
func (w *Writer) Lower(s string) string {
	first := strings.Trim(FirstWordOf(s), "'’s")
	if first != "" && w.Wording.Code == "en" && prose.Upper(first) == first {
		for _, name := range []string{w.Brief.Subject, w.Brief.Company, w.Brief.Presenter.Name} {
			if name != "" && FirstWordOf(name) == first && tongue.IsName(first) && !w.Wording.Articled.MatchString(name) {
				return s
			}
		}
		if at := strings.Index(w.Prompt, " "+first); at > 0 {
			before, after := w.Prompt[at-1], at+1+len(first)
			if whole := after >= len(w.Prompt) || !prose.IsWordByte(w.Prompt[after]); whole && (before >= 'a' && before <= 'z' || before == ',') && !tongue.LittleWords[strings.ToLower(first)] && len(first) > 2 {
				return s
			}
		}
	}
	return w.Wording.Lower(s)
}

// amount is the number that an amount is, thousands and millions counted.
func (w *Writer) amount(s string) (float64, bool) {
	s = strings.TrimLeft(strings.TrimSpace(s), "€$£")
	times := 1.0
	for _, x := range []struct {
		end string
		n   float64
	}{{"%", 1}, {"k", 1e3}, {"K", 1e3}, {"M", 1e6}, {"m", 1e6}, {"bn", 1e9}, {"B", 1e9}} {
		if t := strings.TrimSuffix(s, x.end); t != s {
			s, times = strings.TrimSpace(t), x.n
			break
		}
	}
	v, ok := Number(s, w.Lang)
	return v * times, ok
}
