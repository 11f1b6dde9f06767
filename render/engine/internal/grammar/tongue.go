package grammar

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// Tongue holds what one language says to a video agent. Patterns without a
// remark are anchored at the sentence's start and case-insensitive.
type Tongue struct {
	Code        string
	Lead        *pattern.Pattern    // connectives before an instruction: "Then", "Finally,"
	First       *pattern.Pattern    // connectives that mean the opening
	Last        *pattern.Pattern    // connectives that mean the ending
	Make        *pattern.Pattern    // "create", with any politeness
	Noun        *pattern.Pattern    // anywhere: the thing that is made: video, spot …
	Tell        *pattern.Pattern    // "explain", "mention", with the people told
	That        *pattern.Pattern    // "that"
	Question    *pattern.Pattern    // "how", "why" …
	Open        *pattern.Pattern    // "open with"
	Opener      *pattern.Pattern    // what stands for the words themselves: "the question", "a hook:"
	End         *pattern.Pattern    // "end with"
	Ender       *pattern.Pattern    // "a call to action to", "the words"
	Act         *pattern.Pattern    // "invite viewers to"
	Visit       *pattern.Pattern    // "send viewers to"
	Audience    *pattern.Pattern    // "the audience is", rest = who
	Style       *pattern.Pattern    // talk about the production, never spoken
	Production  *pattern.Pattern    // anywhere: production nouns
	About       *pattern.Pattern    // in the rest of a make sentence: before the topic
	ForWho      *pattern.Pattern    // in the rest of a make sentence: before whom it is for
	Tail        *pattern.Pattern    // in the rest of a make sentence: begins talk about the production
	People      *pattern.Pattern    // anywhere: an audience rather than a product
	Finite      *pattern.Pattern    // anywhere: a word that makes a clause of a phrase
	Heads       *pattern.Pattern    // a list's heading: "three features"
	Steps       *pattern.Pattern    // anywhere: a heading whose items are in order
	And         *pattern.Pattern    // before the last item of a list
	Infinitive  func(string) string // "explaining that" → "explain that"; nil = none
	VisitPhrase string              // "visit %s"
}

// Start matches one of the alternatives of p at the start of a sentence.
func Start(p string) *pattern.Pattern { return pattern.New(`(?i)^(?:` + p + `)`) }

// Inner matches it as a whole word anywhere.
func Inner(p string) *pattern.Pattern {
	return pattern.New(`(?i)(?:^|[^\p{L}])(?:` + p + `)(?:[^\p{L}]|$)`)
}

// After returns what follows the match of re at the start of s.
func After(re *pattern.Pattern, s string) (string, bool) {
	if re == nil {
		return s, false
	}
	at := re.FindStringIndex(s)
	if at == nil || at[0] != 0 {
		return s, false
	}
	return TrimLead(s[at[1]:]), true
}

// TrimLead takes off what joins a phrase to the words before it.
func TrimLead(s string) string { return strings.TrimLeft(s, " \t,:") }
