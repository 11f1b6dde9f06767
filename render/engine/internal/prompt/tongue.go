package prompt

import "regexp"

// tongue holds what one language says to a video agent. Patterns without a
// remark are anchored at the sentence's start and case-insensitive.
type tongue struct {
	code     string
	lead     *regexp.Regexp      // connectives before an instruction: "Then", "Finally,"
	first    *regexp.Regexp      // connectives that mean the opening
	last     *regexp.Regexp      // connectives that mean the ending
	make     *regexp.Regexp      // "create", with any politeness
	noun     *regexp.Regexp      // anywhere: the thing that is made: video, spot …
	tell     *regexp.Regexp      // "explain", "mention", with the people told
	that     *regexp.Regexp      // "that"
	wh       *regexp.Regexp      // "how", "why" …
	open     *regexp.Regexp      // "open with"
	opener   *regexp.Regexp      // what stands for the words themselves: "the question", "a hook:"
	end      *regexp.Regexp      // "end with"
	ender    *regexp.Regexp      // "a call to action to", "the words"
	act      *regexp.Regexp      // "invite viewers to"
	visit    *regexp.Regexp      // "send viewers to"
	aud      *regexp.Regexp      // "the audience is", rest = who
	style    *regexp.Regexp      // talk about the production, never spoken
	prod     *regexp.Regexp      // anywhere: production nouns
	about    *regexp.Regexp      // in the rest of a make sentence: before the topic
	forWho   *regexp.Regexp      // in the rest of a make sentence: before whom it is for
	tail     *regexp.Regexp      // in the rest of a make sentence: begins talk about the production
	people   *regexp.Regexp      // anywhere: an audience rather than a product
	finite   *regexp.Regexp      // anywhere: a word that makes a clause of a phrase
	heads    *regexp.Regexp      // a list's heading: "three features"
	steps    *regexp.Regexp      // anywhere: a heading whose items are in order
	and      *regexp.Regexp      // before the last item of a list
	ungerund func(string) string // "explaining that" → "explain that"; nil = none
	visitVP  string              // "visit %s"
}

func start(p string) *regexp.Regexp { return regexp.MustCompile(`(?i)^(?:` + p + `)`) }
func inner(p string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:` + p + `)(?:[^\p{L}]|$)`)
}

// after returns what follows the match of re at the start of s.
func after(re *regexp.Regexp, s string) (string, bool) {
	if re == nil {
		return s, false
	}
	at := re.FindStringIndex(s)
	if at == nil || at[0] != 0 {
		return s, false
	}
	return trimLead(s[at[1]:]), true
}
