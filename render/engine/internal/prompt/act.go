package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// videoNouns are the words for what is made.
var videoNouns = setOf("video clip film reel short spot ad advert message explainer teaser trailer tutorial animation promo announcement vlog story stories appeal commercial")

// actVerbs are what a video does: the base of a verb in each of its forms.
var actVerbs = formsOf("tell inform remind reassure apologise apologize let notify ask thank encourage persuade convince urge motivate wish warn help invite get pitch announce explain show say share introduce present describe " +
	"summarise summarize recap teach train demonstrate promote advertise celebrate report highlight showcase outline clarify inspire nudge update welcome congratulate walk discuss market launch talk speak")

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func formsOf(bases string) map[string]string {
	out := map[string]string{}
	for _, b := range strings.Fields(bases) {
		for _, form := range []string{b, b + "s", b + "es", b + "ing", strings.TrimSuffix(b, "e") + "ing", b + b[len(b)-1:] + "ing", strings.TrimSuffix(b, "y") + "ies"} {
			out[form] = b
		}
	}
	return out
}

// onPlatform names where a video is shown.
var onPlatform = pattern.New(`(?i)\b(?:instagram|tiktok|linkedin|youtube|facebook|twitter|whatsapp|website|web ?site|home ?page|landing page|channels?|newsletter|intranet|socials?|social media|tv|tvs|screens?|lobby|reception|booth|stand|blog|feed|stories|reels|shop window|waiting room|store page|app store|mailing)\b`)

// shownThere begins where a video is shown.
var shownThere = setOf("shown played used posted published sent watched displayed screened broadcast")

// acting reads an English order whose noun goes on with what the video does, past whom it
// is for and where it is shown: "a video for our Instagram and website announcing that …"
// is the order to announce it. "" = the noun does not go on so.
func (p *parser) acting(text string, line int) string {
	if m := wantsVideo.FindStringSubmatch(text); m != nil {
		if p.b.Company == "" {
			p.b.Company, p.b.CompanyIn = prose.Upper(m[1]), strings.ToLower(m[1][:1])+m[1][1:]
		}
		return cmp.Or(p.acting("Make "+m[2], line), "Make "+m[2])
	}
	if m := couldSomebody.FindStringSubmatch(text); m != nil {
		text = "A video where " + m[1] + m[2]
	}
	if m := howFor.FindStringSubmatch(text); m != nil && p.t.People.MatchString(" "+m[2]+" ") {
		p.meantFor(m[2], line)
		return p.acted("explain", lowerFirst(m[1])+": "+m[3], line)
	}
	words := grammar.Tags(text)
	i := actsFrom(words)
	if i == 0 {
		return ""
	}
	lead, who := words[i-1].At+len(words[i-1].Text), ""
	if !p.isMake(text) && !p.isMake(prose.Upper(courtesies.ReplaceAllString(text, ""))) && !p.isMake(text[:lead]) {
		return ""
	}
	for i < len(words) {
		switch low := strings.ToLower(words[i].Text); {
		case low == ",":
			i++
		case low == "where", low == "with", low == "in" && i+1 < len(words) && words[i+1].Tag == "WDT":
			k := playedAt(words, i+1)
			if k < 0 || strings.ContainsAny(text, `"“`) || !p.playedBy(strings.TrimPrefix(cutAt(text, words, i+1, k), "which ")) {
				return ""
			}
			p.ofTheVideo(text[:lead], line)
			if who != "" {
				p.meantFor(who, line)
			}
			return p.acted(actVerbs[strings.ToLower(words[k].Text)], text[words[k+1].At:], line)
		case low == "for":
			k := actEnd(words, i+1)
			np := strings.Trim(cutAt(text, words, i+1, k), " ,")
			switch {
			case onPlatform.MatchString(np):
				lead = endAt(text, words, k)
			case p.t.People.MatchString(" " + np + " "):
				who = np
			default:
				return ""
			}
			i = k
		case shownThere[low], (low == "on" || low == "in" || low == "at") && onPlatform.MatchString(cutAt(text, words, i+1, actEnd(words, i+1))):
			i = actEnd(words, i+1)
			lead = endAt(text, words, i)
		default:
			k := actAt(words, i)
			if k < 0 || k+1 >= len(words) || words[k+1].Tag == ":" || words[k+1].Tag == "." {
				return ""
			}
			base := actVerbs[strings.ToLower(words[k].Text)]
			p.ofTheVideo(text[:lead], line)
			if p.b.Purpose == "" {
				p.b.Purpose = grammar.PurposeOf(text[:lead])
			}
			if who != "" {
				p.meantFor(who, line)
			}
			return p.acted(base, text[words[k+1].At:], line)
		}
	}
	return ""
}

// playedAt is the verb of what somebody does in a video, whose words begin at word i: "our
// founder explains"; -1 = it is not told so.
func playedAt(words []grammar.Tagged, i int) int {
	for k := i + 1; k+1 < len(words) && k < i+8; k++ {
		if t := words[k].Tag; t == "." || t == ":" || t == "," {
			return -1
		}
		if actVerbs[strings.ToLower(words[k].Text)] != "" && !strings.HasPrefix(words[k-1].Tag, "J") && words[k-1].Tag != "DT" && words[k-1].Tag != "PRP$" {
			return k
		}
	}
	return -1
}

// playedBy makes who does something in a video its presenter, by name or post; false = it
// is nobody who could be one.
func (p *parser) playedBy(whom string) bool {
	switch who := articleAfter.ReplaceAllString(whom, ""); {
	case noOne.MatchString(whom):
	case allProper(who) && prose.Words(who) <= 2:
		p.b.Presenter.Name = who
	case prose.Words(who) <= 4 && !p.t.Production.MatchString(" "+who+" "):
		p.b.Presenter.Role = who
	default:
		return false
	}
	return true
}

// couldSomebody asks for a video by who is to speak in it: "Could our CEO say a few words
// about the merger?" Groups: who, the rest.
var couldSomebody = pattern.New(`(?i)^(?:can|could|would|will|may) ((?:our|the|my) (?:[\p{L}-]+ ){1,4}?)(?:please )?((?:say|talk|speak|explain|introduce|present|announce|welcome|thank|tell|show|share|invite|remind)\b[^?]+)\?$`)

// wantsVideo is who wants a video, and which: "Our city library wants a video that …".
var wantsVideo = pattern.New(`(?i)^((?:our|the|my) (?:[\p{L}'’-]+ ){0,3}?[\p{L}'’-]+) (?:wants?|needs?|would like|is looking for|are looking for) ((?:an? |some |two |three )(?:[^.:,]{0,40} )?(?:video|clip|reel|film|spot|animation|explainer|ad)\b.*)$`)

// howFor is what a prompt explains, and to whom: "How our garden works, for new members: …".
var howFor = pattern.New(`(?i)^((?:how|why|what) [^:.,]{6,80}), for ((?:[\p{L}'’-]+ ){0,3}[\p{L}'’-]+): (.+)$`)

// courtesies begin an order with courtesy.
var courtesies = pattern.New(`(?i)^(?:please |kindly |can you |could you |would you |hi,? |hello,? |hey,? )+`)

// acted is the order that a verb and what follows it are.
func (p *parser) acted(base, rest string, line int) string {
	switch base {
	case "talk", "speak":
		for _, about := range []string{"about ", "on "} {
			if what, ok := strings.CutPrefix(rest, about); ok {
				return "Create a video about " + what
			}
		}
		return ""
	case "announce", "say", "share", "report":
		if m := fewWords.FindStringSubmatch(rest); m != nil {
			return "Create a video about " + m[1]
		}
		if that, ok := strings.CutPrefix(rest, "that "); ok {
			return p.stating(that, line)
		}
		return "Announce " + rest
	case "summarise", "summarize", "recap", "celebrate", "discuss", "outline", "highlight", "update":
		if p.b.Purpose == "" && base != "celebrate" {
			p.b.Purpose = brief.Update
		}
		return "Create a video about " + rest
	case "promote", "advertise", "market", "showcase", "launch":
		return "Promote " + rest
	case "invite":
		if who, what, ok := strings.Cut(rest, " to "); ok && p.meansPeople(who) && articleFirst.MatchString(what) {
			p.meantFor(who, line)
			p.b.Purpose = cmp.Or(p.b.Purpose, brief.Event)
			return "You're invited to " + what
		}
	case "ask":
		if whom, ok := strings.CutPrefix(rest, "for "); ok && (p.t.People.MatchString(" "+prose.FirstWords(whom, 3)+" ") || pluralWho.MatchString(prose.FirstWords(whom, 1))) {
			return p.stating("we're looking for "+whom, line) // nobody is told to ask for volunteers
		}
	case "apologise", "apologize":
		if m := sorryTo.FindStringSubmatch(rest); m != nil {
			if m[1] != "" {
				p.meantFor(m[1], line)
			}
			return p.stating("we apologise "+m[2], line)
		}
	case "thank":
		m := thanked.FindStringSubmatch(rest)
		if m == nil {
			break
		}
		p.meantFor(m[1], line)
		p.b.Purpose = brief.Thanks
		p.orders++
		if m[3] != "" {
			p.sentence(prose.Sentence{Text: prose.Upper(m[3]), Line: line, Col: 1})
		}
		return carriedOut
	case "walk":
		who, through, ok := strings.Cut(rest, " through ")
		if !ok || prose.Words(who) > 6 {
			return "Create a video about " + rest
		}
		p.meantFor(who, line)
		return "Explain " + through
	}
	if how, what, ok := strings.Cut(rest, ": "); ok && howItWorks.MatchString(how) && p.isClause(what) {
		p.sentence(prose.Sentence{Text: prose.Upper(base) + " " + how + ".", Line: line, Col: 1})
		p.sentence(prose.Sentence{Text: prose.Upper(what), Line: line, Col: 1})
		return carriedOut
	}
	return prose.Upper(base) + " " + rest
}

// fewWords are some words about something.
var fewWords = pattern.New(`(?i)^(?:a few words|a word|a bit|something|a little) (?:about|on) (.+)$`)

// howItWorks asks how something is done, before a colon and its steps.
var howItWorks = pattern.New(`(?i)\bhow .`)

// placed says where a video is shown, behind its noun: "shown on the room TV".
var placed = pattern.New(`(?i),? (?:(?:to be|which is|that is) )?(?:shown|played|used|posted|published|displayed|screened) (?:on|in|at) (?:the |our |my )?([^:.,]{2,40}?)([:.,]|$)`)

// unplaced is a prompt's first sentence without where its video is shown.
func (p *parser) unplaced(text string, line int) string {
	m := placed.FindStringSubmatchIndex(text)
	if m == nil || !onPlatform.MatchString(text[m[2]:m[3]]) || !p.isMake(text[:m[0]]) {
		return text
	}
	p.b.NoteOn(line, "understood: "+strings.TrimLeft(text[m[0]:m[3]], ", "), text[m[2]:m[3]])
	return text[:m[0]] + text[m[4]:]
}

// stating says the clauses of "that …, that … and that …" one by one.
func (p *parser) stating(text string, line int) string {
	if p.b.Purpose == "" {
		p.b.Purpose = brief.Update
	}
	clauses := thatClauses(text)
	if len(clauses) < 2 {
		return prose.Upper(text)
	}
	p.orders++
	for _, c := range clauses {
		p.sentence(prose.Sentence{Text: prose.Upper(prose.Stop(prose.Unstop(c))), Line: line, Col: 1})
	}
	return carriedOut
}

// sorryTo is whom somebody apologises to, and what for.
var sorryTo = pattern.New(`(?i)^(?:to ([^.:,]{3,50}?) )?(for (?:the|our|what|being|having|a|this|these|that)\b.+)$`)

// thanked are those who are thanked, after what, and what they did.
var thanked = pattern.New(`(?i)^((?:(?:all|our|the|my|every) )+(?:[\p{L}'’-]+ ){0,2}?[\p{L}'’-]+)( (?:after|at|in|during|following) [^:.]+)?: (.+)$`)

// announcedThat orders to announce something.
var announcedThat = pattern.New(`(?i)^(?:announce|say|state|share|report)(?: to everyone)? that (.+)$`)

// thatAgain joins another clause with "that".
var thatAgain = pattern.New(`(?i)(?:,| and|, and|;) that `)

// thatClauses parts "we open at 6, that we deliver and that it is free" at its conjunctions,
// outside brackets and quotations.
func thatClauses(s string) []string {
	var out []string
	from := 0
	for _, at := range thatAgain.FindAllStringIndex(s, -1) {
		head := s[:at[0]]
		if prose.InQuotes(s, at[0]) || strings.Count(head, "(") > strings.Count(head, ")") || at[0] < from {
			continue
		}
		out = append(out, strings.TrimSpace(s[from:at[0]]))
		from = at[1]
	}
	return append(out, strings.TrimSpace(s[from:]))
}

// actsFrom is the place behind the noun that an order is for; 0 = it has none.
func actsFrom(words []grammar.Tagged) int {
	for i, w := range words {
		switch low := strings.ToLower(w.Text); {
		case i > 18 || w.Tag == "." || w.Tag == ":" && w.Text != "-" || w.Tag == "``" || low == "about":
			return 0
		case videoNouns[low] && !(i+1 < len(words) && videoNouns[strings.ToLower(words[i+1].Text)]):
			return i + 1
		}
	}
	return 0
}

// actAt is the verb that says what a video does at word i or behind "that", "to": -1 = none.
func actAt(words []grammar.Tagged, i int) int {
	for k := i; k < len(words) && k < i+4; k++ {
		low := strings.ToLower(words[k].Text)
		switch low {
		case "that", "which", "to", "where", "in", "we", "and", "will", "should", "quickly", "briefly", "simply", "clearly":
			continue
		}
		if actVerbs[low] != "" && (k > i || strings.HasSuffix(low, "ing")) {
			return k
		}
		return -1
	}
	return -1
}

// actEnd is where a phrase behind "for" or "on" ends.
func actEnd(words []grammar.Tagged, from int) int {
	for k := from; k < len(words); k++ {
		low := strings.ToLower(words[k].Text)
		if low == "," || words[k].Tag == "." || words[k].Tag == ":" || low == "about" || low == "where" || k > from && actAt(words, k) >= 0 && low != "we" && low != "and" && low != "in" {
			return k
		}
	}
	return len(words)
}

// cutAt is the text from one word up to another.
func cutAt(s string, words []grammar.Tagged, from, to int) string {
	if from >= len(words) {
		return ""
	}
	return s[words[from].At:max(words[from].At, endAt(s, words, to))]
}

// endAt is the end of the word before word k.
func endAt(s string, words []grammar.Tagged, k int) int {
	if k < len(words) {
		return len(strings.TrimRight(s[:words[k].At], " ,"))
	}
	return len(s)
}
