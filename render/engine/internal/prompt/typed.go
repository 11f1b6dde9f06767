package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// typed brings a message that is typed in haste into the words that it means: chat
// spellings are written out, slips in the words of the order itself are mended, and
// pictographs go that only decorate. What stands in quotation marks stays.
func typed(text string) string {
	text = atPlace.ReplaceAllString(text, " at $1")
	text = slip.ReplaceAllStringFunc(longForms(text), unslipped)
	return hasty(spelledOut(dayNames(ifComma(weekdays(mended(spelled(undecorated(emoticon.ReplaceAllString(smiled.ReplaceAllString(text, "$1. $2"), "$1$2")))))))))
}

// longForms writes out words that are cut short, but for those of quotations and tables,
// which may stand on the screen as they are.
func longForms(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if !shortened.MatchString(l) || strings.Count(l, "|") > 1 {
			continue
		}
		quotes := prose.QuotesRE.FindAllStringIndex(l, -1)
		var b strings.Builder
		from := 0
		for _, at := range shortened.FindAllStringIndex(l, -1) {
			if !prose.Within(quotes, at[0]) {
				b.WriteString(l[from:at[0]] + longForm[strings.ToLower(strings.TrimRight(l[at[0]:at[1]], "."))])
				from = at[1]
			}
		}
		lines[i] = b.String() + l[from:]
	}
	return strings.Join(lines, "\n")
}

// atPlace is the sign for a word before the name of a place: "barista @ Copper Kettle".
var atPlace = pattern.New(` @ ((?:the )?[\p{Lu}\d])`)

// shortened are words that are cut short in writing and said in full.
var shortened = pattern.New(`\b(?i:incl|approx|excl|esp)\.`)

var longForm = map[string]string{"incl": "including", "approx": "approximately", "excl": "excluding", "esp": "especially"}

// slip is something that its writer takes back in the same breath: "one square foot...
// sorry one square metre".
var slip = pattern.New(`(?i)[^.!?\n]{3,120}?(?:\.\.\.|…| -|,) ?(?:sorry,? (?:i mean(?:t)? )?|no wait,? |scratch that,? |i mean(?:t)?,? )(?:\p{L}+|\d)[^.!?\n]*`)

var slipMark = pattern.New(`(?i)(?:\.\.\.|…| -|,) ?(?:sorry,? (?:i mean(?:t)? )?|no wait,? |scratch that,? |i mean(?:t)?,? )`)

// unslipped keeps the words that were meant: the second try replaces the first from the
// word on that both begin with. It stays as it is where there is no such word.
func unslipped(s string) string {
	at := slipMark.FindStringIndex(s)
	if at == nil {
		return s
	}
	before, after := s[:at[0]], s[at[1]:]
	first, _, _ := strings.Cut(after, " ")
	i := strings.LastIndex(phrase.Lower(before), " "+phrase.Lower(first)+" ")
	if first == "" || i < 0 || prose.Words(before[i:]) > 6 {
		return s
	}
	return before[:i+1] + after
}

// emoticon is a face made of signs.
var emoticon = pattern.New(`(^|\S)[ \t]+(?::|;)-?[)(DPp]($|[\s.!?])`)

// smiled is a sentence that ends with a face instead of a full stop.
var smiled = pattern.New(`([\p{L}\d])[ \t]+(?::|;)-?[)(DPp][ \t]+(\p{L})`)

// shortDays are days of a week in a row, cut short: "tues + thurs".
var shortDays = pattern.New(`(?i)\b(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)\.?( ?[+&/] ?| and )(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)\b\.?`)

var wholeDays = map[string]string{"mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "weds": "Wednesday", "thu": "Thursday", "thur": "Thursday", "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday"}

// weekdays writes them out.
func weekdays(text string) string {
	if !shortDays.MatchString(text) && !shortDay.MatchString(text) || grammar.Detect(text) != "en" {
		return text
	}
	text = shortDay.ReplaceAllStringFunc(text, func(s string) string {
		m := shortDay.FindStringSubmatch(s)
		return wholeDays[strings.ToLower(m[1])] + " " + m[2]
	})
	return shortDays.ReplaceAllStringFunc(text, func(s string) string {
		m := shortDays.FindStringSubmatch(s)
		return wholeDays[strings.ToLower(m[1])] + " and " + wholeDays[strings.ToLower(m[3])]
	})
}

// shortDay is one day of the week before its date: "sat 14 June".
var shortDay = pattern.New(`(?i)\b(mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\.? (\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec))`)

// smallDays are days and months that are typed without their capital; those that mean
// something else as well stay.
var smallDays = pattern.New(`\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december)s?\b|\bmay \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? may\b|\b(?:jan|feb|apr|aug|sept?|oct|nov|dec) \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|apr|aug|sept?|oct|nov|dec)\b|\bmarch \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? march\b`)

func dayNames(text string) string {
	if !smallDays.MatchString(text) || grammar.Detect(text) != "en" {
		return text
	}
	out := []byte(text)
	for _, at := range smallDays.FindAllStringIndex(text, -1) {
		if at[0] > 0 && strings.IndexByte("@/.#-", text[at[0]-1]) >= 0 || at[1]+1 < len(text) && strings.IndexByte(".-_/@", text[at[1]]) >= 0 && prose.IsWordByte(text[at[1]+1]) {
			continue // "monday.com"
		}
		i := at[0]
		if j := strings.LastIndexByte(text[at[0]:at[1]], ' '); j >= 0 && text[i] <= '9' {
			i += j + 1 // "4 may"
		}
		out[i] -= 'a' - 'A'
	}
	return string(out)
}

// smallLetters are letters that are spoken one by one, typed without their capitals.
var smallLetters = pattern.New(`(?:^|[\s("“,;:])(?:vpn|pdf|usb|sms|faq|ceo|cfo|cto|sso|mfa|gdpr|qr|uk|eu|usa|crm|erp|pto|dns|ssl|gps|diy|q[1-4])(?:$|[\s)"”,;:.!?])`)

// spelledOut gives them their capitals: "the old VPN".
func spelledOut(text string) string {
	if !smallLetters.MatchString(text) || grammar.Detect(text) != "en" {
		return text
	}
	return smallLetters.ReplaceAllStringFunc(text, strings.ToUpper)
}

// ifCalls is a condition and what to do then, typed in haste: "if you can't connect on
// monday call 4411".
var ifCalls = pattern.New(`(?m)(^|[.!?]\s+)((?:if|when) [^,.;:!?"“\n]{4,70}?[\p{L}\d]+) ((?:please )?(?:call|e-?mail|text|phone|dial|ring|message|ping|contact|ask|tell) (?:\d|\+|us\b|me\b|him\b|her\b|them\b|it\b|the |your |our ))`)

// notDone stands before a verb that is no order.
var notDone = pattern.New(`(?i)\b(?:to|and|or|an?|the|you|they|we|i|he|she|your|our|can|can['’]t|could|will|must|should|don['’]t|not|never|phone|video|then)$`)

// ifComma parts them with a comma.
func ifComma(text string) string {
	if !ifCalls.MatchString(text) || grammar.Detect(text) != "en" {
		return text
	}
	return ifCalls.ReplaceAllStringFunc(text, func(s string) string {
		m := ifCalls.FindStringSubmatch(s)
		if notDone.MatchString(m[2]) {
			return s
		}
		return m[1] + m[2] + ", " + m[3]
	})
}

// undecorated takes pictographs out of a text, but for those that begin a line: they
// are its bullets.
func undecorated(text string) string {
	if !strings.ContainsFunc(text, decorates) {
		return text
	}
	var b []rune
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b = append(b, '\n')
		}
		quote, first, space, gone := false, true, false, false
		for _, r := range line {
			switch {
			case strings.ContainsRune(`"“”«»`, r):
				quote = r == '"' && !quote || r == '“' || r == '«'
				b = append(b, r)
			case !quote && decorates(r) && !(first && unicode.Is(unicode.So, r)):
				gone = true
				continue // a space before it stays, the one after it goes
			case r == ' ' && space:
				continue
			case gone && space && strings.ContainsRune(".,;:!?", r):
				b[len(b)-1] = r // "at 7 ☀." ends with a full stop
			default:
				b = append(b, r)
			}
			space = r == ' '
			gone = gone && space
			if r != ' ' && r != '\t' {
				first = false
			}
		}
	}
	return string(b)
}

// exact is the stretch of a line of the prompt that became the text t when the prompt was
// read: critical words keep their pictographs, spellings and spaces.
func (p *parser) exact(n int, t string) string {
	if n < 1 || n > len(p.b.Source) {
		return t
	}
	raw := strings.TrimSpace(p.b.Source[n-1].Text)
	if len(raw) > 1000 {
		return t
	}
	same := func(s string) string {
		return strings.ToLower(strings.Map(func(r rune) rune {
			if decorates(r) || unicode.IsSpace(r) {
				return -1
			}
			return r
		}, typed(s)))
	}
	want := same(t)
	for at := range raw {
		if same(raw[at:]) == want {
			return strings.TrimSpace(raw[at:])
		}
	}
	return t
}

// decorates tells pictographs from the signs of a text.
func decorates(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r >= 0x2B00 && r <= 0x2BFF || r == 0xFE0F || r == 0x200D
}

// chat are spellings of messages and what they stand for.
var chat = map[string]string{"u": "you", "dm": "message", "til": "until", "wanna": "want to", "gonna": "going to", "ur": "your", "pls": "please", "lil": "little", "plz": "please", "abt": "about", "ppl": "people", "thx": "thanks", "smth": "something", "sth": "something", "bc": "because", "w/": "with", "w/o": "without",
	"dont": "don't", "cant": "can't", "doesnt": "doesn't", "didnt": "didn't", "isnt": "isn't", "arent": "aren't", "thats": "that's", "youre": "you're", "theyre": "they're", "weve": "we've", "ive": "I've", "im": "I'm", "whats": "what's", "theres": "there's"}

var chatRE = pattern.New(`(^|[\s(,])(?i:(u|dm|til|wanna|gonna|ur|pls|lil|plz|abt|ppl|thx|smth|sth|bc|w/o|w/|dont|cant|doesnt|didnt|isnt|arent|thats|youre|theyre|weve|ive|im|whats|theres))($|[\s.,;:!?)]|\b)`)

// spelled writes chat spellings out. A single one may be a name.
func spelled(text string) string {
	if len(chatRE.FindAllStringIndex(text, 2)) == 0 || grammar.Detect(text) != "en" && grammar.Detect(text) != "" {
		return text
	}
	var out strings.Builder
	for i, part := range splitQuotes(text) {
		if i%2 == 1 {
			out.WriteString(part)
			continue
		}
		for range 2 { // neighbours share the space between them
			part = chatRE.ReplaceAllStringFunc(part, func(s string) string {
				m := chatRE.FindStringSubmatch(s)
				if m[2] == strings.ToUpper(m[2]) && m[2] != strings.ToLower(m[2]) {
					return s // "UR", "IM"
				}
				full := chat[strings.ToLower(m[2])]
				if r, _ := utf8.DecodeRuneInString(m[2]); unicode.IsUpper(r) {
					full = prose.Upper(full)
				}
				if strings.HasSuffix(m[2], "/") && m[3] != " " {
					full += " "
				}
				return m[1] + full + m[3]
			})
		}
		out.WriteString(part)
	}
	return out.String()
}

// splitQuotes cuts a text at its quotations, which are every second part.
func splitQuotes(s string) []string {
	var out []string
	at := 0
	for _, m := range prose.QuotesRE.FindAllStringIndex(s, -1) {
		out = append(out, s[at:m[0]], s[m[0]:m[1]])
		at = m[1]
	}
	return append(out, s[at:])
}

// orderWords are the words of the order for a video that are mended.
var orderWords = []string{"create", "video", "training", "tutorial", "explainer", "seconds", "minutes"}

// realWords are one letter away from one of them and mean something else.
var realWords = map[string]bool{"created": true, "creates": true, "crate": true, "videos": true, "raining": true, "draining": true, "straining": true, "trainings": true, "tutorials": true,
	"explainers": true, "second": true, "minute": true, "explained": true, "vide": true, "minuets": true, "reate": true}

var firstSentence = pattern.New(`^[^\n.!?]{0,240}`)

// mended mends slips in the words that order the video, in the first sentence only.
func mended(text string) string {
	head := firstSentence.FindString(text)
	if wordRE.FindString(head) == "" || grammar.Detect(text) != "en" && grammar.Detect(text) != "" {
		return text
	}
	out := wordRE.ReplaceAllStringFunc(head, func(w string) string {
		low := strings.ToLower(w)
		if len(low) < 5 || realWords[low] {
			return w
		}
		for _, o := range orderWords {
			if low != o && phrase.OneOff(low, o) && (len(low) != len(o) || low[1:] != o[1:]) {
				if w != low {
					return prose.Upper(o)
				}
				return o
			}
		}
		return w
	})
	return out + text[len(head):]
}

var wordRE = pattern.New(`[A-Za-z]{5,}`)
