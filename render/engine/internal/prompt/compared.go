package prompt

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads comparisons that are ordered and then told, in English: "Compare leasing
// and buying: leasing means …; buying means …", "Compare our two plans. Home is $29 … Pro
// is $79 …". What the sentences say of each side stays in the user's words.

var (
	// ordersToCompare are the forms of such an order. Groups: what is said of the video, the sides.
	ordersToCompare = []*pattern.Pattern{
		pattern.New(`(?i)^((?:please )?(?:(?:make|create|do|produce|record|film|show|give us|i need|we need|i want|we want|can you make|could you make) )?(?:an? |the )?(?:[\p{L}\d-]+ ){0,5}?(?:video|clip|explainer|comparison|film)(?: for [\p{L} ]{3,30}?)?(?: (?:that|which|to|on|about|of))?(?: (?:explain|show|describ|cover)(?:e?s|ing)?)?(?: the)?(?: compares?| comparing| comparison of| comparison between| (?:(?:main|key|biggest) )?differences? between| between| contrasting)?) (.+)$`),
		pattern.New(`(?i)^((?:please )?(?:compare|contrast|(?:(?:show|explain|describe|cover|lay out|go over|walk through) )?(?:us |our [\p{L}]+ |people |viewers )?(?:the )?(?:main |key |biggest )?differences? between)) (.+)$`),
		pattern.New(`(?i)^(what(?:['’]s| is| are) the (?:main |key |biggest )?differences? between) (.+)$`),
		pattern.New(`(?i)^((?:tell|show|explain to|remind|teach) (?:the |our |all )?[\p{L} ]{2,30}? how) (.{2,40}? (?:differs?|is different|are different) from .{2,40})$`),
		pattern.New(`(?i)^([^:]{3,40}: (?:let['’]s )?compare) (.+)$`),
		pattern.New(`^()(.{2,40}? (?:vs\.?|versus) .{2,60})$`),
		pattern.New(`^()(\p{L}[\p{L}\d-]*(?: \p{L}[\p{L}\d-]*)?,? or \p{L}[\p{L}\d-]*(?: \p{L}[\p{L}\d-]*)?(?: for .{3,40})?\?)$`),
	}
	// setsApart tells that two sides are named to be compared.
	setsApart = pattern.New(`(?i)\b(?:compar(?:e|es|ing|ison)|contrast(?:ing)?|differences?|differs?|different|vs\.?|versus)\b`)
	// twoOf are two sides that are named as such.
	twoOf = pattern.New(`(?i)^(?:our|the|these|your|my) two (?:[\p{L}-]+ ){0,2}(?:plans|options|models|packages|tiers|versions|editions|memberships)$`)
	// ofSome are sides that the sentences behind it name: "our two plans".
	ofSome = pattern.New(`(?i)^(?:our|the|these|both|your|my)? ?(?:two|three|four|2|3|4|both|new|current|different|main)? ?((?:[\p{L}-]+ ){0,2}(?:plans|options|models|packages|tiers|versions|editions|products|memberships|tickets|offers|services|rooms|courses|kits|sizes|methods|ways))$`)
	// sideOpens is a sentence that begins with what has a name: "Pro is …", "Standard: …".
	sideOpens = pattern.New(`^(?:The |Our |With )?(\p{Lu}[\p{L}\d+&'’-]*(?: \p{Lu}[\p{L}\d+&'’-]*){0,2})(?:: |,? (?:plan |option |one )?\p{Ll}+ )`)
	// betweenSides parts the names of sides.
	betweenSides = pattern.New(`(?i)(?:,? (?:vs\.?|versus|against|with|and|or|differs? from|(?:is|are) different from) |, )(?:(?:the|our|an?) )?`)
	articleOf    = pattern.New(`(?i)^(?:the|our|an?|your|my|both|either|between) `)
	asksTheSame  = pattern.New(`(?i)^(?:(?:please )?(?:compare|contrast) (?:them|these|those|both|the two|it)|(?:show|explain|list) (?:the |their )?differences?(?: between (?:them|these|those|both|the two))?)$`)
	goesOnWith   = pattern.New(`^(?:It|They|That one|This one|You) `)
)

// mostSides is how many things are set beside each other at most.
const mostSides = 4

// toldSides reads a comparison that is ordered and told by the sentences of a paragraph. What
// is left is returned.
func (p *parser) toldSides(ss []prose.Sentence) []prose.Sentence {
	if !p.inEnglish() || p.verbatim {
		return ss
	}
	if n := len(ss); n > 1 {
		ss = slices.DeleteFunc(slices.Clone(ss), func(x prose.Sentence) bool { return asksTheSame.MatchString(prose.Unstop(x.Text)) })
		p.orders += n - len(ss)
	}
	for i, s := range ss[:min(len(ss), 3)] {
		head, tail := prose.Unstop(s.Text), ""
		if at := strings.LastIndex(head, ": "); at > 0 {
			head, tail = head[:at], head[at+2:]
		}
		if tail == "" && strings.HasSuffix(s.Text, "?") {
			head = strings.TrimSuffix(head, "?") + "?"
		}
		order, names := sidesOrdered(head)
		if names == "" && tail != "" {
			head, tail = head+": "+tail, ""
			order, names = sidesOrdered(head)
		}
		if names == "" {
			continue
		}
		var told []string
		if tail != "" {
			told = append(told, tail)
		}
		for _, x := range ss[i+1:] {
			told = append(told, x.Text)
		}
		c := sidesCompared(withoutViewers(names), told)
		if c == nil {
			continue
		}
		sides, said, read := c.tell(told)
		if sides == nil {
			continue
		}
		if tail != "" {
			read--
		}
		for _, x := range ss[:i] {
			p.sentence(x)
		}
		p.comparing(order, names, c, sides, said, s)
		return ss[i+1+read:]
	}
	return ss
}

// sidesOrdered cuts the head of a comparison into what it orders and what it compares.
func sidesOrdered(head string) (order, names string) {
	for _, re := range ordersToCompare {
		if m := re.FindStringSubmatch(head); m != nil && (setsApart.MatchString(head) || strings.HasSuffix(head, "?") || twoOf.MatchString(m[2])) {
			return m[1], strings.TrimSuffix(m[2], "?")
		}
	}
	return "", ""
}

// sided are the things that are compared.
type sided struct {
	names []string
	noun  string         // what both are, and stands behind the last one only: "debit and credit cards"
	calls map[string]int // by what sentences call them, in small letters: "credit", "credit cards"
}

// sidesCompared are the things that names has, or where it only counts them, those that sentences
// begin with; nil = there are none, or they cannot be told apart.
func sidesCompared(names string, told []string) *sided {
	out := &sided{calls: map[string]int{}}
	if ofSome.MatchString(names) {
		for _, t := range told {
			for part := range strings.SplitSeq(t, "; ") {
				if m := sideOpens.FindStringSubmatch(part); m != nil && !goesOnWith.MatchString(part) && !slices.Contains(out.names, m[1]) && len(out.names) < mostSides {
					out.names = append(out.names, m[1])
				}
			}
		}
	} else {
		for _, n := range betweenSides.Split(names, -1) {
			n, _, _ = strings.Cut(n, " from ") // "the train and the plane from Hamburg to Munich"
			if n = strings.Trim(articleOf.ReplaceAllString(strings.TrimSpace(n), ""), `"“”,? `); n == "" || prose.Words(n) > 6 {
				return nil
			}
			out.names = append(out.names, prose.Upper(n))
		}
	}
	n := len(out.names)
	if n < 2 || n > mostSides {
		return nil
	}
	if last, ok := strings.CutSuffix(out.names[n-1], " one"); ok { // "the new rota and the old one"
		if name, of, ok := strings.Cut(out.names[0], " "); ok {
			out.names[0], out.names[n-1], out.noun = name, last, of
		}
	}
	if name, of, ok := strings.Cut(out.names[n-1], " "); ok && prose.Words(out.names[0]) == 1 && strings.ToLower(of) == of {
		out.names[n-1], out.noun = name, of
	}
	for i, name := range out.names {
		f := strings.Fields(strings.ToLower(name))
		for _, call := range []string{strings.ToLower(name), f[0], f[len(f)-1]} {
			if k, taken := out.calls[call]; taken && k != i {
				out.calls[call] = -1 // "Hotel" of two hotels
				continue
			}
			out.calls[call] = i
		}
	}
	for call, i := range out.calls {
		if i < 0 {
			delete(out.calls, call)
		}
	}
	return out
}

// withoutViewers takes those off whom a comparison is for, and where it is one.
func withoutViewers(names string) string {
	for _, at := range []string{" for ", " to ", " so ", " in our ", " in the ", " at our "} {
		if i := strings.LastIndex(names, at); i > 0 && prose.Words(names[i+len(at):]) <= 5 && (at != " to " || strings.Contains(names[:i], " and ") && !strings.Contains(names[:i], " from ")) {
			names = names[:i]
		}
	}
	return names
}

// tell files what is told under the side that it is about, clause by clause, and says how many
// of the sentences it has read; nil = a side goes without.
func (c *sided) tell(told []string) (sides [][]string, said []string, read int) {
	var calls []string
	for call := range c.calls {
		calls = append(calls, regexp.QuoteMeta(call))
	}
	slices.SortFunc(calls, func(a, z string) int { return cmp.Or(len(z)-len(a), strings.Compare(a, z)) })
	opens := regexp.MustCompile(`(?i)(?:^|; |, |,? (?:and|but|while|whereas|or) )(?:and |but |while |whereas )?(?:the |our |an? |with |for |on |by )*(` + strings.Join(calls, "|") + `)s?\b`)
	sides = make([][]string, len(c.names))
	on := -1
	for _, t := range told {
		t = prose.Unstop(t)
		at := slices.DeleteFunc(opens.FindAllStringSubmatchIndex(t, -1), func(m []int) bool { return m[0] > 0 && !clauseFollows(t[m[1]:]) })
		if len(at) == 0 || at[0][0] > 0 {
			if on < 0 || !goesOnWith.MatchString(t) {
				break
			}
			sides[on] = append(sides[on], goesOnWith.ReplaceAllString(t, ""))
			said, read = append(said, prose.Stop(t)), read+1
			continue
		}
		for i, m := range at {
			end := len(t)
			if i+1 < len(at) {
				end = at[i+1][0]
			}
			on = c.calls[strings.ToLower(t[m[2]:m[3]])]
			sides[on] = append(sides[on], c.about(t[m[1]:end]))
			clause := strings.TrimLeft(t[m[0]:end], ",; ")
			joins := joinsClause.FindString(clause)
			if few := prose.Words(clause) <= 2 && !strings.Contains(clause, ":"); len(said) > 0 && (few || joins != "" && joins != "and ") {
				said[len(said)-1] = prose.Unstop(said[len(said)-1]) + ", " + prose.Stop(clause)
				continue
			}
			said = append(said, prose.Upper(prose.Stop(clause[len(joins):])))
		}
		read++
	}
	if slices.ContainsFunc(sides, func(s []string) bool { return len(s) == 0 }) {
		return nil, nil, 0
	}
	return sides, said, read
}

var (
	joinsClause = pattern.New(`^(?:and|but|while|whereas|or) `)
	// kindNoun goes with the name of a side: "the plus plan", "the old one".
	kindNoun = pattern.New(`(?i)^ (?:plans?|models?|versions?|editions?|packages?|tiers?|options?|subscriptions?|memberships?|tickets?|ones?|cards?|way|team|system)\b`)
)

// clauseFollows tells a side that a clause is about from one that stands in one of another.
func clauseFollows(rest string) bool {
	rest = kindNoun.ReplaceAllString(rest, "")
	f := strings.Fields(rest)
	return strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ",") || len(f) > 0 && strings.HasPrefix(rest, " ") && f[0] != "and" && f[0] != "or" && (len(f) > 1 || anyDigit.MatchString(rest))
}

// about is what is said of a side, without what still belongs to its name.
func (c *sided) about(rest string) string {
	if c.noun != "" && strings.HasPrefix(strings.ToLower(rest), " "+strings.ToLower(c.noun)) {
		rest = rest[1+len(c.noun):]
	}
	return strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(rest, kindNoun.FindString(rest)), ":, "))
}

// onlyCompares is what an order to compare says besides that a video is made.
var onlyCompares = pattern.New(`(?i)(?:\s*\b(?:video|clip|explainer|comparison|film|that|which|to|on|about|of|the|(?:explain|show|describ|cover)(?:e?s|ing)|compares?|comparing|(?:main |key |biggest )?differences?|between|contrast(?:ing)?|show|explain|describe|cover|lay out|go over|walk through|(?:our|us) \p{L}+))+$`)

// comparing files a comparison: its order as one of a video about the sides, a hook that
// names them, and what is told of them.
func (p *parser) comparing(order, names string, c *sided, sides [][]string, said []string, s prose.Sentence) {
	bare := strings.TrimSpace(withoutViewers(names))
	viewers := strings.TrimPrefix(names, bare)
	about := versusAs.ReplaceAllString(bare, " and ")
	if last := about[strings.LastIndexByte(about, ' ')+1:]; order == "" && strings.ToLower(last) == last && !strings.Contains(about, " "+prose.Upper(last)) {
		about = commonFirst(about)
	}
	hook := "Let's compare " + about
	if strings.HasSuffix(s.Text, "?") {
		hook = s.Text
	} else if of, _, ok := strings.Cut(order, ": "); ok {
		hook = of + ": let's compare " + about
	}
	if m := toldToHow.FindStringSubmatch(order); m != nil {
		viewers = " for " + m[1]
	}
	items := make([]brief.Item, len(c.names))
	for i, name := range c.names {
		items[i] = brief.Item{Title: name, Body: strings.Join(sides[i], "\n")}
	}
	pt := brief.Point{Form: brief.Contrast, Items: items, Said: strings.Join(said, " "), Asked: true}
	if p.b.Subject != "" || p.b.Title != "" {
		p.orders++
		p.say(pt, s)
		return
	}
	made := strings.TrimSpace(onlyCompares.ReplaceAllString(order, ""))
	if !ordersVideo.MatchString(made + " ") {
		made = "Make a"
	}
	p.sentence(prose.Sentence{Text: made + " video about " + about + viewers + ".", Line: s.Line, Col: s.Col})
	p.b.Title, p.b.Subject, p.b.About, p.b.Announced = strings.Join(c.names, " vs "), "", "", true
	if bare := articleOf.ReplaceAllString(bare, ""); len(c.names) > 2 {
		p.b.Title = prose.Upper(bare)
	} else if prose.Words(bare) <= 8 && !ofSome.MatchString(bare) {
		p.b.Title = prose.Upper(versusOf.ReplaceAllString(bare, " vs "))
	}
	p.say(brief.Point{Form: brief.Clause, Text: hook, Role: brief.Hook, Asked: true}, s)
	p.say(pt, s)
}

var (
	toldToHow   = pattern.New(`(?i)^(?:tell|show|explain to|remind|teach) (.+) how$`)
	versusOf    = pattern.New(`(?i),? (?:vs\.?|versus|with|against|and|or|differs? from|(?:is|are) different from) (?:(?:the|our|an?) )?`)
	versusAs    = pattern.New(`(?i),? (?:vs\.?|versus|with|against|differs? from|(?:is|are) different from) `)
	ordersVideo = pattern.New(`(?i)^(?:please )?(?:make|create|do|produce|record|film|i need|we need|i want|we want|can you make|could you make) `)
)

// comparedFirst moves an order to compare what was told to the front, where the others look
// for it: "Basic is $9. Pro is $29. Compare the two plans in 30 seconds."
func (p *parser) comparedFirst(all []prose.Sentence) []prose.Sentence {
	n := len(all) - 1
	if n >= 0 && p.inEnglish() && p.orders == 0 && !p.verbatim && theDifference.MatchString(all[0].Text) {
		all[0].Text = p.cutLength(all[0])
	}
	if n < 2 || !p.inEnglish() || p.orders > 0 || p.verbatim || p.isMake(all[0].Text) || !comparesThem.MatchString(all[n].Text) {
		return all
	}
	last := all[n]
	last.Text = p.cutLength(last)
	return append([]prose.Sentence{last}, all[:n]...)
}

// cutLength sets the length that an order ends with, and is the order without it.
func (p *parser) cutLength(s prose.Sentence) string {
	return within.ReplaceAllStringFunc(s.Text, func(m string) string {
		p.direct(m, s.Line)
		p.b.length(m, prose.Duration(m))
		return "."
	})
}

var (
	comparesThem  = pattern.New(`(?i)^(?:please )?compare (?:the|these|our|all|both|them)\b`)
	theDifference = pattern.New(`(?i)^(?:please )?(?:compare|(?:explain|show|tell us|describe) the differences?)\b`)
	within        = pattern.New(`(?i),? (?:in |about |within |under )(?:about )?\d+ ?(?:s|secs?|seconds?|minutes?)[.!]?$`)
)
