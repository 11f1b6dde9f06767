package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// tongue holds what one language says to a video agent. Patterns without a
// remark are anchored at the sentence's start and case-insensitive.
type tongue struct {
	code     string
	lead     *pattern.Pattern    // connectives before an instruction: "Then", "Finally,"
	first    *pattern.Pattern    // connectives that mean the opening
	last     *pattern.Pattern    // connectives that mean the ending
	make     *pattern.Pattern    // "create", with any politeness
	noun     *pattern.Pattern    // anywhere: the thing that is made: video, spot …
	tell     *pattern.Pattern    // "explain", "mention", with the people told
	that     *pattern.Pattern    // "that"
	wh       *pattern.Pattern    // "how", "why" …
	open     *pattern.Pattern    // "open with"
	opener   *pattern.Pattern    // what stands for the words themselves: "the question", "a hook:"
	end      *pattern.Pattern    // "end with"
	ender    *pattern.Pattern    // "a call to action to", "the words"
	act      *pattern.Pattern    // "invite viewers to"
	visit    *pattern.Pattern    // "send viewers to"
	aud      *pattern.Pattern    // "the audience is", rest = who
	style    *pattern.Pattern    // talk about the production, never spoken
	prod     *pattern.Pattern    // anywhere: production nouns
	about    *pattern.Pattern    // in the rest of a make sentence: before the topic
	forWho   *pattern.Pattern    // in the rest of a make sentence: before whom it is for
	tail     *pattern.Pattern    // in the rest of a make sentence: begins talk about the production
	people   *pattern.Pattern    // anywhere: an audience rather than a product
	finite   *pattern.Pattern    // anywhere: a word that makes a clause of a phrase
	heads    *pattern.Pattern    // a list's heading: "three features"
	steps    *pattern.Pattern    // anywhere: a heading whose items are in order
	and      *pattern.Pattern    // before the last item of a list
	ungerund func(string) string // "explaining that" → "explain that"; nil = none
	visitVP  string              // "visit %s"
}

func start(p string) *pattern.Pattern { return pattern.New(`(?i)^(?:` + p + `)`) }
func inner(p string) *pattern.Pattern {
	return pattern.New(`(?i)(?:^|[^\p{L}])(?:` + p + `)(?:[^\p{L}]|$)`)
}

// after returns what follows the match of re at the start of s.
func after(re *pattern.Pattern, s string) (string, bool) {
	if re == nil {
		return s, false
	}
	at := re.FindStringIndex(s)
	if at == nil || at[0] != 0 {
		return s, false
	}
	return trimLead(s[at[1]:]), true
}

func trimLead(s string) string { return strings.TrimLeft(s, " \t,:") }
