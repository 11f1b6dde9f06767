package prompt

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads English that is typed in a hurry: sentences that begin with small letters,
// signs in the place of words, and directions that hang on the end of a sentence.

// hasty brings such a text into sentences.
func hasty(text string) string {
	if lang := grammar.Detect(text); lang != "en" && lang != "" {
		return text
	}
	text = helloSo.ReplaceAllStringFunc(text, func(s string) string {
		return helloSo.FindStringSubmatch(s)[1] + prose.Upper(helloSo.FindStringSubmatch(s)[2])
	})
	text = helloAgent.ReplaceAllStringFunc(text, func(s string) string {
		return prose.Upper(helloAgent.FindStringSubmatch(s)[1])
	})
	text = quickOne.ReplaceAllStringFunc(text, func(s string) string {
		m := quickOne.FindStringSubmatch(s)
		return m[1] + prose.Upper(m[2]) + "! " + prose.Upper(m[3])
	})
	text = dashTopic.ReplaceAllString(text, "$1: $2")
	text = hangsOn.ReplaceAllStringFunc(text, func(s string) string {
		m := hangsOn.FindStringSubmatch(s)
		return m[1] + ". " + prose.Upper(m[2])
	})
	var out strings.Builder
	for i, part := range splitQuotes(text) {
		if i%2 == 0 || prose.Words(part) >= 12 { // a few words in quotation marks are exact
			if i%2 == 1 {
				r := []rune(part)
				part = string(r[:1]) + spelled(string(r[1:len(r)-1])) + string(r[len(r)-1:])
			}
			part = begun(inWords(part))
		}
		if i%2 == 0 {
			part = manyMarks.ReplaceAllString(part, "$1")
		}
		out.WriteString(part)
	}
	return out.String()
}

var (
	// manyMarks are the marks of somebody excited.
	manyMarks = pattern.New(`([!?])[!?]+`)
	// helloAgent greets the one who is to make the video.
	helloAgent = pattern.New(`(?i)^\s*(?:hey|hi|hello|(?:good )?morning)(?: there| all| team| guys| folks)?\s?[!.]+\s+((?:(?:can|could|would|will) (?:you|u|someone|somebody|anyone|one of you|we)|please|pls|plz|(?:i|we) (?:need|want)|(?:i|we)['’]d)\b)`)
	// helloSo is how a message goes on behind its greeting: "hi! so our school is …".
	helloSo = pattern.New(`(?i)^(\s*(?:hey|hi|hello)(?: there| all| team)?\s?[!.,]+\s+)(?:so|ok(?:ay)? so|ok|basically),? (\p{L})`)
	// versionOf is a version before the name of what it is of: "v2.0 of Drift".
	versionOf = pattern.New(`\b(?:v|[Vv]ersion )(\d+(?:\.\d+)*) of (\p{Lu}[\p{L}\d]+)\b`)
)

// quickOne is a greeting and what a chat puts behind it: "hey all quick one: we're moving".
var quickOne = pattern.New(`(?im)(^["“]?)((?:hey|hi|hello|morning) (?:all|everyone|everybody|team|folks|guys|y['’]?all))\b[,!.]? *(?:[–—-] *)?(?:just )?(?:an? )?(?:quick |short |small |friendly )*(?:one|note|update|heads[- ]?up|reminder|fyi|psa)\s*[:–—-] *(\p{L})`)

// dashTopic is a dash between whom a video is for and what it is about.
var dashTopic = pattern.New(`(?i)^([^.!?\n:–—]{0,60}\b(?:video|vid|clip|reel|film|message|animation|short|explainer)\b[^.!?\n:–—]{0,20} (?:for|to) [^.!?\n:–—]{3,50}?) (?:-|–|—) (\p{L})`)

// hangsOn is a direction behind the comma of the first sentence: "Finance update for all
// staff, keep it honest."
var hangsOn = pattern.New(`(?i)^([^.!?:;\n"“()]{8,160}?),? ((?:(?:please )?(?:keep|make) (?:it|this) |nothing too |not too )[^.!?\n"“:;]{3,60})`)

// lowStart is where a sentence ends and the next one begins with a small letter.
var lowStart = pattern.New(`(^|[\p{L}\d.,’'$€£%:/-]*[\p{L}\d%]["”)’]?)([.!?]+) (\p{Ll}[\p{L}\d'’.-]*)`)

// unitBefore are words that a full stop cuts short before what they are of.
var unitBefore = pattern.New(`(?i)^(?:etc|no|nos|ft|sq|oz|tbsp|tsp|pt|qt|gal|pkg|yr|yrs|mo|wk|wks|est|co|corp|jr|sr|ave|blvd|rd|apt|bldg|rm|vol|ed|govt|dist|mon|tues?|weds?|thurs?|fri|sat|sun|avg|qty|mgr|intl|natl|temp|misc)$`)

// goesOnSmall are words that no sentence begins with: what stands before them was no end.
var goesOnSmall = pattern.New(`^(?:is|are|was|were|has|had|of|said|says|asked|or)$`)

// begun gives sentences the capital that they were typed without.
func begun(s string) string {
	out := []byte(s)
	for at := 0; at < len(s); {
		m := lowStart.FindStringSubmatchIndex(s[at:])
		if m == nil {
			break
		}
		before, end, next, from := s[at+m[2]:at+m[3]], s[at+m[4]:at+m[5]], s[at+m[6]:at+m[7]], at+m[6]
		marked := at+m[2] > 0 && s[at+m[2]-1] == '#'
		at += m[5]
		word := strings.ToLower(strings.TrimRight(before, `"”)’`))
		switch {
		case end == "." && (unitBefore.MatchString(word) || prose.Abbreviations[word] || len([]rune(word)) == 1 && !unicode.IsDigit([]rune(word)[0]) || dottedShort.MatchString(word)):
		case marked: // "#REF! error"
		case strings.HasPrefix(end, "..") || goesOnSmall.MatchString(next) || prose.FirstIsName(next) || prose.StartsAddress(s[from:]):
		case s[from] < 'a' || s[from] > 'z':
		default:
			out[from] -= 'a' - 'A'
		}
	}
	return string(out)
}

// dottedShort is an abbreviation of letters with full stops: "p.m", "e.g".
var dottedShort = pattern.New(`^(?:\p{L}\.)+\p{L}$`)

var (
	// arrow leads from one value to another in an aside: "(12s → 6s)".
	arrow = pattern.New(`\(((?:[€$£]\s?)?\d[\d.,:]*\s?(?:%|\p{L}{1,12})?) ?(?:→|⟶|➜|->|-->|=>) ?((?:[€$£]\s?)?\d[^()]{0,12}\))`)
	// equals says what something is: "Mealo = meal plans".
	equals = pattern.New(`(?m)(^|[.!?:,;(] ?)((?:\d+ )?[\p{L}\d][\p{L}\d’'-]*(?: [\p{L}\d’'-]+){0,3}) = ([\p{L}\d$€£])`)
)

// inWords writes signs out that are read as words.
func inWords(s string) string {
	s = versionOf.ReplaceAllString(s, "$2 $1")
	s = inTheStyle.ReplaceAllString(toChannel.ReplaceAllStringFunc(s, func(x string) string {
		m := toChannel.FindStringSubmatch(x)
		return strings.TrimRight(m[1], "?") + "? Ask in " + m[2]
	}), "$1")
	s = arrow.ReplaceAllString(s, "(from $1 to $2")
	return equals.ReplaceAllStringFunc(s, func(x string) string {
		m := equals.FindStringSubmatch(x)
		is := " is "
		if manyOf.MatchString(m[2]) {
			is = " make "
		}
		return m[1] + m[2] + is + m[3]
	})
}

// toChannel is a question and the channel of a chat where it is answered: "Trouble? #it-help".
var toChannel = pattern.New(`(?im)(\?|(?:^|[.!?;:] )(?:any )?(?:questions|trouble|issues|problems|feedback)) ?(?:in |at |-> ?|→ ?|: )?(#[a-z][\w-]+)`)

// inTheStyle are words that liken a video to a kind of video.
var inTheStyle = pattern.New(`(?i)\b(trailer|teaser|promo|documentary|tutorial|explainer|commercial|news|reel)[- ]?(?:ish|esque|style|like|type)\b`)

// manyOf is more than one of something.
var manyOf = pattern.New(`^(?:[2-9]|\d\d+) \p{L}+s$`)
