package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// rewording is an order in other words than those of the grammar, and what it means in
// those, or the fact that is to be told; "" = it is none.
type rewording struct {
	re    *pattern.Pattern
	order func(p *parser, m []string, line int) string
}

// asOrdered brings the first sentence of a prompt, worded as people do, into the order that
// it means and that the grammar knows: "a video letting parents know that …" tells parents,
// "pitch our app to freelancers" promotes it. Whom it is for is noted in the brief, and what
// the words say of the video is a direction. [carriedOut] = nothing is left of it.
func (p *parser) asOrdered(text string, line int) string {
	if re := comparing[p.t.Code]; re != nil {
		if m := re.FindStringSubmatch(text); m != nil {
			p.say(brief.Point{Form: brief.Compare, Items: []brief.Item{{Title: prose.Upper(m[2])}, {Title: prose.Upper(m[3])}}, Asked: true}, prose.Sentence{Text: text, Line: line, Col: 1})
			return carriedOut
		}
	}
	in := otherOrders[p.t.Code]
	if p.t.Code == "en" {
		if toViewer.MatchString(text) {
			return text
		}
		in, text = otherWords, simpleWords.ReplaceAllString(text, "$1") // as every script here is
		text = p.unplaced(text, line)
		text = cmp.Or(p.acting(text, line), text)
		if m := fromBoss.FindStringSubmatch(text); m != nil && bossNoun.MatchString(m[2]) && p.playedBy(m[2]) {
			p.ofTheVideo(m[1], line)
			if m[3] != "" {
				p.meantFor(m[3], line)
			}
			return p.stating(m[4], line)
		}
	}
	for range 4 { // a sentence may be put in order more than once
		if m := announcedThat.FindStringSubmatch(text); m != nil && p.t.Code == "en" {
			return p.stating(m[1], line)
		}
		next := p.reworded(in, text, line)
		if next == "" {
			break
		}
		text = next
	}
	if p.t.Code == "en" && promotes.MatchString(text) && p.b.Purpose == "" {
		p.b.Purpose = brief.Social
	}
	return text
}

// reworded is the text by the first of the rewordings that has one for it, "" = none.
func (p *parser) reworded(in []rewording, text string, line int) string {
	for _, o := range in {
		if m := o.re.FindStringSubmatch(text); m != nil {
			if next := o.order(p, m, line); next != "" && next != text {
				return next
			}
		}
	}
	return ""
}

// fromBoss is a video in which somebody speaks for others: "a video from our CEO: on 2 June we
// found …". Groups: the video, who speaks, to whom, what.
var fromBoss = pattern.New(`(?i)^([^.:"“]{0,60}?(?:video|clip|message|statement|address|announcement|update)) (?:from|by) ((?:our|the|my) [\p{L} -]{2,30}?)(?: to ((?:our|the|all) [\p{L} ]{3,30}?))?: (.+)$`)

// bossNoun is who speaks for others.
var bossNoun = pattern.New(`(?i)\b` + postHeads + `\b`)

// ofTheVideo takes the words before what a video tells for directions.
func (p *parser) ofTheVideo(words string, line int) {
	p.understand(line, words, func() { p.production(words); p.direct(words, line) })
}

// saying is what a video does, in the forms that stand behind the word video.
const saying = `tell(?:s|ing)?|inform(?:s|ing)?|remind(?:s|ing)?|let(?:s|ting)?|notif(?:y|ies|ying)|ask(?:s|ing)?|thank(?:s|ing)?|encourag(?:es?|ing)|persuad(?:es?|ing)|convinc(?:es?|ing)|urg(?:es?|ing)|motivat(?:es?|ing)|wish(?:es|ing)?|warn(?:s|ing)?|help(?:s|ing)?|invit(?:es?|ing)|get(?:s|ting)?|pitch(?:es|ing)?`

// inBase is the base of a verb of saying.
func inBase(verb string) string {
	verb = strings.ToLower(verb)
	for _, base := range []string{"tell", "inform", "remind", "let", "ask", "thank", "wish", "warn", "help", "pitch", "get"} {
		if strings.HasPrefix(verb, base) {
			return base
		}
	}
	for _, v := range [][2]string{{"notif", "notify"}, {"encourag", "encourage"}, {"persuad", "persuade"}, {"convinc", "convince"}, {"urg", "urge"}, {"motivat", "motivate"}, {"invit", "invite"}} {
		if strings.HasPrefix(verb, v[0]) {
			return v[1]
		}
	}
	return verb
}

// otherWords are those of English.
var otherWords = []rewording{
	// "Announce our Q3 results to the team", where a report is announced and not called so
	{pattern.New(`(?i)^(?:please )?(?:announce|share|present|report) ((?:(?:our|the|my|this year['’]s|this quarter['’]s) )?(?:[\p{L}\d'’]+ ){0,4}(?:results|numbers|figures|findings|kpis|metrics))(?: (?:to|with) ((?:the |our |all )?[\p{L} -]{3,40}?))?([.:].*|)$`), func(_ *parser, m []string, _ int) string {
		if m[2] != "" {
			m[1] += " for " + m[2]
		}
		return "Make a video about " + m[1] + m[3]
	}},
	// "What's new video for our users"
	{pattern.New(`(?i)^(?:(?:please )?(?:make|create|produce|do) )?(?:an? |the )?["“]?what['’]s[ -]new["”]? (?:video|clip|update|reel|message)\b(.*)$`), func(_ *parser, m []string, _ int) string {
		return "Make a release video" + m[1]
	}},
	// "I'm pitching to city councils next week and need an explainer on our cameras"
	{pattern.New(`(?i)^(?:i['’]m|i am) \p{L}+ing\b[^.:]{3,70}?,? (?:and|so) (?:i )?(?:need|want|would like|['’]d like|could use|am looking for) (an? .+)$`), func(p *parser, m []string, line int) string {
		p.b.NoteOn(line, "what the writer does is not said: "+prose.Clip(m[0], 60), prose.FirstWords(m[0], 3))
		return "Make " + m[1]
	}},
	// "For our quarterly all-hands: NPS went from 41 to 58"
	{pattern.New(`(?i)^(?:for ((?:our|the|this|next|my) [^,:.!?]{3,44})|(?:onboarding|training|briefing|induction|refresher|orientation) for ([^:.!?]{3,44})): (.{12,})$`), func(p *parser, m []string, line int) string {
		if p.t.Noun.MatchString(" "+m[3]+" ") || !p.isClause(m[3]) {
			return ""
		}
		if m[2] != "" {
			p.b.Title = cmp.Or(p.b.Title, prose.Upper(m[0][:len(m[0])-len(m[3])-2]))
		} else if p.t.People.MatchString(" "+m[1]+" ") && !gathering.MatchString(m[1]) {
			p.meantFor(m[1], line)
		} else if p.b.Title+p.b.Subject == "" {
			p.b.Title = prose.Upper(m[1])
		}
		p.orders++
		p.b.Purpose = cmp.Or(p.b.Purpose, brief.Update)
		return prose.Upper(m[3])
	}},
	// "Make a safety reminder about forklifts", "Can you do a short history of our library?"
	{pattern.New(`(?i)^((?:(?:can|could|would) you )?(?:please )?(?:make|create|do|produce|film|record|write|draft|prepare) )an? ((?:[\p{L}-]+ ){0,2}?)(reminder|notice|announcement|briefing|refresher|history|portrait) (about|on|of) ([^?]+)\??$`), func(_ *parser, m []string, _ int) string {
		topic := m[5]
		if strings.EqualFold(m[4], "of") {
			topic = "the " + strings.ToLower(m[3]) + " of " + topic
		}
		return m[1] + "a " + m[2] + "video about " + topic
	}},
	// "We're a family-run winery and we'd like to invite our readers to the open cellar weekend"
	{pattern.New(`(?i)^we(?:['’]re| are) (?:an?|the) [^,.:;]{3,70}?,? and (?:we)? ?(?:['’]d like|would like|want|wish|need) to (invite|tell|announce|thank|show|remind|introduce) (.+)$`), func(p *parser, m []string, line int) string {
		p.b.NoteOn(line, "who writes is not said: "+prose.Clip(m[0], 60), prose.FirstWords(m[0], 3))
		if who, what, ok := strings.Cut(m[2], " to "); ok && strings.EqualFold(m[1], "invite") && prose.Words(who) <= 6 {
			p.meantFor(who, line)
			p.orders++
			p.b.Purpose = brief.Event
			return "You're invited to " + what
		}
		return prose.Upper(strings.ToLower(m[1])) + " " + m[2]
	}},
	// "Recruit drivers for Northway Coaches"
	{pattern.New(`(?i)^(?:please )?(?:recruit|hire|find|attract) ((?:(?:more|new|some|two|three|four|five|\d+) )?(?:[\p{L}-]+ ){0,3}?[\p{L}-]+) (?:for|at|to join) ((?:the |our |my )?[^.:,]{2,50})([.:].*)?$`), func(p *parser, m []string, line int) string {
		if !p.t.People.MatchString(" "+m[1]+" ") && !pluralWho.MatchString(m[1]) {
			return ""
		}
		p.orders++
		p.b.Purpose = cmp.Or(p.b.Purpose, brief.Hiring)
		p.meantFor(m[1], line)
		if allProper(strings.ReplaceAll(m[2], " &", "")) {
			p.b.Company = m[2]
		} else {
			p.subject(m[2], line)
		}
		return cmp.Or(strings.TrimLeft(m[3], ".: "), carriedOut)
	}},
	// "Explain thermal expansion to curious ten-year-olds"
	{pattern.New(`(?i)^(?:please )?(explain|describe|introduce|present|teach) ([^.:,]{3,60}?) to ((?:[\p{L}'’-]+ ){0,4}?[\p{L}'’-]+)([.:!].*)?$`), func(p *parser, m []string, line int) string {
		if !p.t.People.MatchString(" "+m[3]+" ") && !pluralWho.MatchString(m[3]) && !ofAge.MatchString(m[3]) || strings.HasPrefix(strings.ToLower(m[2]), "how ") {
			return ""
		}
		p.meantFor(m[3], line)
		if p.said > 0 { // its question has been asked
			p.orders++
			return carriedOut
		}
		return m[1] + " " + m[2] + m[4]
	}},
	// "A farewell video for our colleague Tom who retires after 34 years"
	{personalCard, (*parser).sendsCard},
	// "I need a quick video, about 30 seconds, telling my customers that we're closed"
	{pattern.New(`(?i)^((?:[^.:"“]{0,60}? )?(?:video|clip|reel|short|message|spot|announcement|animation|film)(?:,[^,.:]{2,40},)?) (?:to |that |which |where we )?(` + saying + `) (\S.*)$`), func(p *parser, m []string, line int) string {
		if b := inBase(m[2]); b != "invite" || p.isMake(m[1]) {
			p.ofTheVideo(m[1], line)
			return prose.Upper(b) + " " + m[3]
		}
		return ""
	}},
	{pattern.New(`(?i)^(?:please )?let ([^,.:]{2,40}?) know about (.+)$`), func(p *parser, m []string, line int) string {
		p.meantFor(m[1], line)
		return "Explain " + m[2]
	}},
	{pattern.New(`(?i)^(?:please )?let ([^,.:]{2,40}?) know (?:that )?(.+)$`), func(_ *parser, m []string, _ int) string { return "Tell " + m[1] + " that " + m[2] }},
	{pattern.New(`(?i)^(?:inform|notify|advise|warn) ((?:[\p{L}'’-]+ ){1,4})that (.+)$`), func(_ *parser, m []string, _ int) string { return "Tell " + m[1] + "that " + m[2] }},
	{pattern.New(`(?i)^(?:please )?(?:warn|caution|alert|educate) ((?:[\p{L}'’-]+ ){1,4}?)(?:about|of|against) (.+)$`), func(p *parser, m []string, _ int) string {
		if !p.meansPeople(m[1]) {
			return ""
		}
		return "Make a video for " + m[1] + "about " + m[2]
	}},
	{pattern.New(`^(?i:pitch|sell|advertise|market|plug|push|showcase) ((?:(?i:our|my|the|an?|this|these|all) |["“]|\p{Lu}).*)$`), func(_ *parser, m []string, _ int) string { return "Promote " + m[1] }},
	{pattern.New(`(?i)^((?:tell|ask) (?:[\p{L}'’-]+ ){1,4}?to )(\p{Ll}.+)$`), func(_ *parser, m []string, _ int) string { return m[1] + toYou(m[2]) }},
	// "Convince managers to try four-day weeks" asks them to
	{pattern.New(`(?i)^(?:convince|persuade|encourage|urge|motivate|nudge|inspire|get) ((?:[\p{L}\d'’-]+ ){1,10}?(?:too \p{L}+ )?)to (\p{Ll}.+)$`), func(p *parser, m []string, line int) string {
		if prose.Words(m[1]) > 4 && !p.t.People.MatchString(" "+m[1]) {
			return ""
		}
		p.meantFor(m[1], line)
		p.orders++
		if what, why, ok := strings.Cut(m[2], ": "); ok && p.isClause(why) {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(prose.Stop(toYou(what))), Role: brief.Hook, Asked: true}, prose.Sentence{Text: what, Line: line, Col: 1})
			return prose.Upper(why)
		}
		return prose.Upper(toYou(m[2]))
	}},
	// "Help new hires understand our values"
	{pattern.New(`(?i)^help ((?:[\p{L}'’-]+ ){1,4}?)(?:to )?(?:understand|learn|know|grasp|get to know|see) (?:about )?(.+)$`), func(p *parser, m []string, line int) string {
		if !p.t.People.MatchString(" " + m[1]) {
			return ""
		}
		p.meantFor(m[1], line)
		return "Explain " + m[2]
	}},
	// "Summarize our Q3 results: revenue 4.2 million, up 12%."
	{pattern.New(`(?i)^(?:please )?(?:summari[sz]e|recap|sum up|report(?: on)?) ((?:(?:our|the|my|this) )[^:.,]{3,80}): (.+)$`), func(p *parser, m []string, _ int) string {
		if p.b.Purpose == "" {
			p.b.Purpose = brief.Update
		}
		return "Create a video about " + m[1] + ": " + m[2]
	}},
	// "Announce our move: from 3 March you find us at 18 Mill Street, second floor"
	{pattern.New(`(?i)^(?:please )?(?:announce|share) ((?:our|the|my) [^:.,]{3,40}): (.+)$`), func(p *parser, m []string, line int) string {
		if !p.isClause(m[2]) || len(p.splitItems(m[2])) > 2 {
			return ""
		}
		p.orders++
		p.b.Purpose = cmp.Or(p.b.Purpose, brief.Update)
		p.subject(m[1], line)
		return prose.Upper(m[2])
	}},
	// "Remind all staff: the garage is closed this weekend, and …"
	{pattern.New(`(?i)^(?:please )?(?:remind|inform|notify|update|brief|alert) ((?:[\p{L}'’-]+ ){0,3}?[\p{L}'’-]+): (.+)$`), func(p *parser, m []string, line int) string {
		if !p.meansPeople(m[1]) {
			return ""
		}
		p.orders++
		p.b.Purpose = cmp.Or(p.b.Purpose, brief.Update)
		p.meantFor(m[1], line)
		return prose.Upper(m[2])
	}},
	// "Explain our values: honesty, curiosity, and care"
	{pattern.New(`(?i)^(?:explain|present|introduce) ((?:our|the|your|my) [^.:,]{3,40}: [^.:]+, .+)$`), func(_ *parser, m []string, _ int) string {
		return "Create a video about " + m[1]
	}},
	// "Explain photosynthesis to 7th graders"
	{pattern.New(`(?i)^(explain|describe|introduce|present|pitch|promote) ([^.,:;]+?) to ((?:(?:all|our|the|my|your|new|young|small|busy|non[- ]technical) )*(?:\d+(?:st|nd|rd|th) )?[\p{L}'’-]+(?: [\p{L}'’-]+)?)((?:[.!:,].*)?)$`), func(p *parser, m []string, line int) string {
		sells := strings.EqualFold(m[1], "pitch") || strings.EqualFold(m[1], "promote")
		if !p.t.People.MatchString(" "+m[3]+" ") && !(sells && pluralWho.MatchString(m[3])) || takesTime.MatchString(m[2]) && prose.Words(m[2]) < 2 {
			return ""
		}
		p.meantFor(m[3], line)
		return prose.Upper(m[1]) + " " + m[2] + m[4]
	}},
	{pattern.New(`(?i)^((?:[^.:]{0,30} )?)thank[- ]?you (video|message|clip) from (.+?) to (?:its|their|our|the|all) (.+)$`), func(p *parser, m []string, line int) string {
		if noFirm.MatchString(m[3]) {
			p.b.NoteOn(line, "understood: sent by "+m[3], m[3])
		} else if p.b.Company == "" {
			p.b.Company = m[3]
		}
		return "Make a thank-you " + m[2] + " for our " + m[4]
	}},
	{pattern.New(`(?i)^(?:a )?(?:big )?thank[- ]you (?:(?:video|message|clip) (?:to|for)|to) (.+)$`), func(_ *parser, m []string, _ int) string { return "Make a thank-you video for " + m[1] }},
	{pattern.New(`(?i)^((?:make|create|write|do|produce|record|film) (?:an? )?)thank[- ]?you (video|message|clip) to (.+)$`), func(_ *parser, m []string, _ int) string { return m[1] + "thank-you " + m[2] + " for " + m[3] }},
	{pattern.New(`(?i)^say thank you to (.+)$`), func(_ *parser, m []string, _ int) string { return "Make a thank-you video for " + m[1] }},
	// "I want to thank my team for a great year"
	{pattern.New(`(?i)^(?:(?:i|we) (?:want|would like|wish) to |(?:i|we)['’]d like to )?thank ((?:(?:all|our|the|my|every) )*(?:\d[\d,.]* )?[\p{L}'’-]+(?: [\p{L}'’-]+)??)(?: for ([^.!]+))?[.!]?$`), func(p *parser, m []string, line int) string {
		if m[2] == "" {
			return "Make a thank-you video for " + m[1] + "."
		}
		p.meantFor(m[1], line)
		p.b.Purpose = brief.Thanks
		p.say(brief.Point{Form: brief.Clause, Text: "Thank you for " + toYou(m[2]) + ".", Role: brief.Hook, Asked: true}, prose.Sentence{Text: m[0], Line: line, Col: 1})
		return carriedOut
	}},
	// "Our CEO wants to announce that …"
	{pattern.New(`(?i)^(?:our|the|my) (?:ceo|cfo|cto|boss|director|manager|founder|president|principal|head of \p{L}+|team|board|\p{L}+ team) (?:wants?|would like|needs?|has|have) to (announce|say|share|explain|tell|inform|thank|invite|remind|ask|present|introduce) (.+)$`), func(_ *parser, m []string, _ int) string {
		return prose.Upper(strings.ToLower(m[1])) + " " + m[2]
	}},
	// "Our donors should know what happened with their money"
	{pattern.New(`(?i)^(\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,4}?) (?:should|must|needs? to|ha(?:ve|s) to|ought to|needs? to be told|should be told) ?(?:know|understand|learn|hear)? (that|what|why|how|about|of) (.+)$`), func(p *parser, m []string, line int) string {
		switch {
		case !p.t.People.MatchString(" " + m[1] + " "):
			return ""
		case strings.EqualFold(m[2], "that"):
			return "Tell " + m[1] + " that " + m[3]
		case strings.EqualFold(m[2], "about") || strings.EqualFold(m[2], "of"):
			p.meantFor(m[1], line)
			return "Create a video about " + m[3]
		}
		return "Explain to " + lowerFirst(m[1]) + " " + m[2] + " " + m[3]
	}},
	// "Make a comparison for our sales team: old CRM vs new CRM"
	{pattern.New(`(?i)^(?:(?:please )?(?:make|create|do|produce|film|record|show) )?(?:an? |the )?(?:quick |short |product |price |feature |side-by-side )*comparison(?: video)? for ([^.:]{3,40}?)(?::| of| between) (.+?) (?:vs\.?|versus|against|and) (.+?)[.!]?$`), func(p *parser, m []string, line int) string {
		if !p.t.People.MatchString(" " + m[1] + " ") {
			return ""
		}
		p.meantFor(m[1], line)
		return "Compare " + m[2] + " vs " + m[3]
	}},
	// "Make a video out of our survey of 2,150 remote workers"
	{pattern.New(`(?i)^((?:please )?(?:make|create|do|produce|turn|write|film) (?:an? |the )?(?:[\p{L}\d-]+ ){0,3}?(?:video|clip|reel|short|film)) (?:out of|from) ((?:our|the|my|this) .+)$`), func(_ *parser, m []string, _ int) string {
		if makeOfThis.MatchString(m[0]) || textBelow.MatchString(m[2]) {
			return ""
		}
		return m[1] + " about " + m[2]
	}},
	// "Short bio video: I'm Priya Nair"
	{pattern.New(`^(?i:(?:an? |my |our |short |quick |little |new )*(?:[\p{L}-]+ )?(?:video|clip|reel|bio|intro)(?: for [^:.!?]{3,40})?): ((?:I['’]m|I am|We['’]re|We are|My name|Hi|Hello|Hey)\b.+)$`), func(_ *parser, m []string, _ int) string {
		return m[1]
	}},
	// "Make a save the date for DevNorth 2026"
	{pattern.New(`(?i)^(?:(?:please )?(?:make|create|do|produce|film|record) )?(?:an? |the )?save[- ]the[- ]dates?(?: (?:video|clip|reel|card|message))? (?:for|to) ([^:]+?)[.!]?$`), func(p *parser, m []string, line int) string {
		if p.t.People.MatchString(prose.FirstWords(m[1], 3)) {
			return ""
		}
		p.b.Purpose = brief.Event
		p.subject(m[1], line)
		p.say(brief.Point{Form: brief.Clause, Text: "Save the date for " + m[1] + "!", Role: brief.Hook, Asked: true}, prose.Sentence{Text: m[0], Line: line, Col: 1})
		return carriedOut
	}},
	// "Heads up to everyone: we're switching on Friday"
	{pattern.New(`(?i)^(?:just )?(?:an? )?(?:quick |friendly |short |small |important |gentle )*(?:heads[- ]?up to|(?:fyi|psa|note|notice|info|word|one|update|message) (?:to|for)) ((?:[\p{L}\d'’-]+ ){0,4}?[\p{L}\d'’-]+)(?::|,| [–—-]) (.+)$`), func(p *parser, m []string, line int) string {
		if !p.t.People.MatchString(" "+m[1]+" ") && !shortNotice.MatchString(m[0]) && !allOfThem.MatchString(m[1]) || prose.Words(m[2]) < 3 {
			return ""
		}
		if p.b.Purpose == "" {
			p.b.Purpose = brief.Update
		}
		p.meantFor(m[1], line)
		return prose.Upper(m[2])
	}},
	// "How to set up your router for customers who are not techies"
	{pattern.New(`(?i)^(how to [^.:,]{6,80}?) for ((?:[\p{L}-]+ ){0,3}?[\p{L}-]+ (?:who|that) [^.:,]{4,60}|(?:absolute |total |complete )?(?:beginners|newbies|dummies|new hires|first-timers|everyone))([.:].*)?$`), func(p *parser, m []string, line int) string {
		if !p.t.People.MatchString(" " + m[2] + " ") {
			return ""
		}
		p.meantFor(m[2], line)
		return "Explain " + lowerFirst(m[1]) + m[3]
	}},
	// "Get people excited for the summer festival!"
	{pattern.New(`(?i)^get (?:[\p{L}'’-]+ ){1,3}?(?:excited|interested|hyped|pumped|curious) (?:for|about|in) ([^.!?]+)[.!]?(.*)$`), func(_ *parser, m []string, _ int) string { return "Promote " + m[1] + "." + m[2] }},
	// "Reminder for all drivers: lock the depot"
	{pattern.New(`(?i)^((?:a|quick|short|friendly|gentle|just a) )*((?:video )?)reminder((?: video)?)(?: for ((?:[\p{L}'’-]+ ){0,2}[\p{L}'’-]+))?(?:: | to | that )(.+)$`), func(p *parser, m []string, line int) string {
		if p.b.Purpose == "" {
			p.b.Purpose = brief.Update
		}
		if m[4] != "" {
			p.meantFor(m[4], line)
		} else if m[2]+m[3] == "" { // it may be said as it stands: "Quick reminder: wear your badge"
			p.said++
			p.say(brief.Point{Form: brief.Clause, Text: m[0], Asked: true}, prose.Sentence{Text: m[0], Line: line, Col: 1})
			return carriedOut
		}
		return prose.Upper(m[5])
	}},
	// "Weekly sales huddle: leads 420, demos 88"
	{pattern.New(`(?i)^((?:(?:our|the|company|team|nonprofit|non-profit) )?(?:(?:daily|weekly|monthly|quarterly|annual|yearly|morning|mid-year|friday|monday|end[- ]of[- ](?:week|month|quarter|year)) (?:[\p{L}-]+ ){0,2}?(?:update|huddle|report|review|recap|summary|numbers|stand-?up|digest|round-?up|check-in|newsletter|results)|year in review))(?: video)?\s?: (.{12,})$`), func(p *parser, m []string, _ int) string {
		if p.b.Title+p.b.Subject != "" {
			return ""
		}
		p.orders++
		p.b.Title, p.b.Purpose = prose.Upper(m[1]), cmp.Or(p.b.Purpose, brief.Update)
		return prose.Upper(m[2])
	}},
	// "I want to show investors our traction: ARR 3.1M"
	{pattern.New(`(?i)^(?:i|we) (?:want|need|would like|['’]d like) to (show|tell|present|pitch|update|brief) ((?:[\p{L}'’-]+ ){0,3}?[\p{L}'’-]+) (?:about |on |to )?((?:our|my|the) [^:.]{3,60})(: .+)$`), func(p *parser, m []string, _ int) string {
		if !p.t.People.MatchString(" "+m[2]+" ") && !pluralWho.MatchString(m[2]) {
			return ""
		}
		return "Create a video for " + m[2] + " about " + m[3] + m[4]
	}},
	// `Make a video where our founder says: "…"`
	{pattern.New(`(?i)^(?:please )?(?:make|create|film|do|produce|record) (?:me |us )?(?:an? )?([^.:"“]{0,30}?)(?:video|clip|reel|spot|ad) (?:where|in which|with) (our|the|my) ([\p{L} -]{3,30}?) (?:says|saying)[:,]? ?["“]([^"”]{4,300})["”][.!]?$`), func(p *parser, m []string, line int) string {
		p.ofTheVideo(m[1], line)
		p.say(brief.Point{Form: brief.Quote, Text: prose.Unstop(m[4]), Part: strings.TrimSpace(m[3]), Whose: strings.Replace(strings.ToLower(m[2]), "my", "our", 1), Asked: true}, prose.Sentence{Text: m[0], Line: line, Col: 1})
		return carriedOut
	}},
	// "Tell nurses how to log an error in 4 steps: stop, …"
	{pattern.New(`(?i)^(?:please )?(?:tell|show|teach|walk|explain to|remind) ((?:[\p{L}'’-]+ ){0,3}?[\p{L}'’-]+?)(?: through)? (how to [^:.]+?)(?: in (?:\d{1,2}|two|three|four|five|six|seven) (?:easy |simple |quick |short )?steps)?(: .+|\.? ?)$`), func(p *parser, m []string, _ int) string {
		if allOfThem.MatchString(m[1]) || !p.t.People.MatchString(" "+m[1]+" ") && !pluralWho.MatchString(m[1]) {
			return ""
		}
		return "Create a tutorial video for " + m[1] + " about " + toYou(m[2]) + m[3]
	}},
	// "Teach my team to write better emails: …"
	{pattern.New(`(?i)^(?:teach|train|show|coach) ((?:[\p{L}'’-]+ ){1,4}?)to ([^:.]+)([:.].*)$`), func(p *parser, m []string, _ int) string {
		if !p.t.People.MatchString(" " + m[1]) {
			return ""
		}
		return "Create a training video for " + m[1] + "on how to " + m[2] + m[3]
	}},
	// "Make a how-to: descale the coffee machine"
	{pattern.New(`(?i)^((?:(?:please )?(?:make|create|do|produce|film|record|write) )?)(?:an? )?((?:quick|short|simple|little|\d+[- ]?s(?:ec(?:ond)?s?)?) )?(how[- ]to|tutorial|walkthrough|step[- ]by[- ]step(?: guide)?)(?: video| clip)?\s?[:–—-]\s*(\p{Ll}[^:.;,]+)[.!]?$`), func(p *parser, m []string, _ int) string {
		if !doesAThing.MatchString(m[4]) {
			return ""
		}
		return cmp.Or(m[1], "Make ") + "a " + m[2] + "tutorial video about how to " + m[4]
	}},
	// "Film a how-to for plumbers on fitting our valve"
	{pattern.New(`(?i)^((?:please )?(?:make|create|do|produce|film|record|write) )an? (how[- ]to|tutorial|explainer|teaser|trailer|promo|walkthrough|overview)( (?:for|on|about|of) .+)$`), func(p *parser, m []string, _ int) string {
		if strings.HasPrefix(m[3], " for ") && !p.t.People.MatchString(m[3]+" ") {
			return "Promote" + strings.TrimPrefix(m[3], " for") // a teaser for a podcast
		}
		return m[1] + "a " + m[2] + " video" + m[3]
	}},
	{pattern.New(`(?i)^((?:(?:make|create|do|produce|film|record) )?an? (?:\d+[- ]?s(?:ec(?:ond)?s?)? )?(?:teaser|trailer|promo)(?: video)?) for ((?:our|the|my|a) .+)$`), func(p *parser, m []string, line int) string {
		if p.t.People.MatchString(" " + prose.FirstWords(m[2], 3) + " ") {
			return ""
		}
		p.ofTheVideo(m[1], line)
		return "Promote " + m[2]
	}},
	// "A teaser for the podcast “Second Shift” about people who change careers"
	{pattern.New(`(?i)^(?:[\p{L}\d-]+ ){0,5}?(?:video|clip|reel|short|teaser|trailer|promo|spot|ad) for (?:the |our |my |a |an )?((?:new |upcoming |free |online )*(?:podcast|book|show|series|course|album|novel|film|movie|documentary|game|app|workshop|exhibition|newsletter|blog|webinar|magazine))(?: (?:called|named|titled))? (["“][^"”]{2,50}["”]|\p{Lu}[\p{L}\d'’&-]*(?: (?:\p{Lu}[\p{L}\d'’&-]*|of|the|and|to|in))*) (?:about|on) ([^.:]+)[.:]?$`), func(p *parser, m []string, line int) string {
		p.ofTheVideo(m[0][:strings.Index(m[0], " for ")], line)
		p.orders++
		p.b.Subject, p.b.About = prose.MustUnquote(m[2]), "the "+strings.ToLower(m[1])+" about "+prose.Unstop(m[3])
		return carriedOut
	}},
	// "Tell a story about how our bakery started in 1978 and now bakes 4,000 loaves a day"
	{pattern.New(`(?i)^tell (?:a|the|our) story (?:about|of) how (.+)$`), func(p *parser, m []string, _ int) string {
		if !p.isClause(m[1]) {
			return ""
		}
		return prose.Upper(m[1])
	}},
	// "Video for our website homepage: we build timber houses"
	{pattern.New(`(?i)^((?:[^.:"“]{0,40} )?(?:video|clip|reel|spot|ad|film)) for (?:our|the|my) (?:[\p{L}-]+ )?(?:website|homepage|home page|landing page|intranet|newsletter|channel|booth|stand|lobby|waiting room|shop window|linkedin|instagram|facebook|youtube|tiktok)(?: (?:page|screen|channel|homepage))?: (.+)$`), func(p *parser, m []string, line int) string {
		p.ofTheVideo(m[1], line)
		return prose.Upper(m[2])
	}},
	// "Sales video for dental practices: Smileflow cuts no-shows by 38%"
	{pattern.New(`^((?i:(?:[^.:"“]{0,30} )?(?:sales|promo|promotional|product|pitch|demo|marketing|outreach) (?:video|clip|film|reel))) for ((?:our |the )?\p{Ll}[\p{Ll} -]{2,40}): ((\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]*){0,2}) \p{Ll}.+)$`), func(p *parser, m []string, line int) string {
		if !p.isClause(m[3]) {
			return ""
		}
		p.ofTheVideo(m[1], line)
		p.meantFor(m[2], line)
		p.b.Subject = m[4]
		return m[3]
	}},
	// "Make something fun about World Coffee Day", "Can you make something for my salon?"
	{pattern.New(`(?i)^(?:hey,? |hi,? |hello,? )?((?:(?:can|could|would|will) you |please )*(?:make|create|do|produce|film|record|put together|whip up) )(?:me |us )?something( \p{L}+(?:(?:,| and) \p{L}+)?)? (about|for|on) ([^?]+)\??$`), func(_ *parser, m []string, _ int) string {
		return m[1] + "a" + m[2] + " video " + m[3] + " " + m[4]
	}},
}

// personalCard is a message to one person by its occasion. Groups: the occasion, who sends
// it, the name, who sends it, what the person does, the rest.
var personalCard = pattern.New(`(?i)^(?:(?:hi|hey|hello)(?: there| team| all)?,? )?(?:(?:could|can|would|will) you )?(?:please )?(?:(?:make|create|do|produce|film|record|whip up|put together|prepare|write|we need|i need) )?(?:us )?(?:an? )?(?:(?:short|quick|little|warm|funny|heartfelt|happy) )*(thank[- ]?you|farewell|goodbye|leaving|send-off|retirement|birthday|congratulations?|get[- ]well(?:[- ]soon)?)(?: party)? (?:video|message|clip|film|card|greetings?|wishes|shout-?out|tribute|surprise)(?: from ([^.!?:,]{3,60}?))? (?:for|to) (?:(?:our|my|the) (?:[\p{Ll}-]+,? ){0,3})?(?-i:((?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}))(?: from ([^.!?:,]{3,60}?))?(?:,? who ([^.!?]+))?([.!?].*)?$`)

// sendsCard says what is wished to somebody, and what they do.
func (p *parser) sendsCard(m []string, line int) string {
	wish := map[string]string{"t": "Thank you", "b": "Happy birthday", "c": "Congratulations", "g": "Get well soon"}[strings.ToLower(m[1][:1])]
	if wish == "" || strings.EqualFold(m[1], "goodbye") {
		wish = "Goodbye"
	}
	from := cmp.Or(m[2], m[4])
	if wish == "Thank you" && from+m[5] == "" {
		return "" // "a thank-you video for Acme"
	}
	if _, at, ok := strings.Cut(from, " at "); ok && p.b.Company == "" && allProper(at) {
		p.b.Company = at
	}
	if wish == "Thank you" {
		p.b.Purpose = brief.Thanks
	}
	p.orders++
	if p.b.Title == "" && p.b.Purpose != brief.Thanks {
		p.b.Title, p.b.Guessed = wish+", "+m[3], true // it is wished, and introduced by nothing
	}
	at := prose.Sentence{Text: m[0], Line: line, Col: 1}
	p.say(brief.Point{Form: brief.Clause, Text: wish + ", " + m[3] + fromThem(from) + "!", Role: brief.Hook, Asked: true}, at)
	if m[5] != "" {
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(m[3] + " " + m[5]), Asked: true, Verbatim: true}, at)
	}
	return cmp.Or(strings.TrimLeft(m[6], ".!? "), carriedOut)
}

// fromThem is who sends a card, as it is said: ", from the whole office".
func fromThem(who string) string {
	if low := strings.ToLower(who); strings.HasPrefix(low, "the ") || strings.HasPrefix(low, "all ") || strings.HasPrefix(low, "everyone") {
		return ", from " + who
	}
	return ""
}

var (
	// shortNotice is a notice that says so.
	shortNotice = pattern.New(`(?i)^(?:just )?(?:an? )?(?:quick|short|small) (?:one|update|note|message|word|info)\b`)
	// gathering is when people are told something.
	gathering = pattern.New(`(?i)\b(?:meeting|all[- ]hands|stand-?up|town ?hall|kick-?off|offsite|retreat|conference|fair|review|newsletter|day|week|month|quarter|party|event)s?$`)
	// ofAge are people by their age.
	ofAge = pattern.New(`(?i)\b(?:year-olds?|graders?|beginners|kids|adults|teenagers|seniors|children)$`)
)

// pluralWho are several people by what they do: "nurses", "our night porters".
var pluralWho = pattern.New(`(?i)^(?:(?:the|our|my|all|new) ){0,2}(?:\p{L}+ )?\p{L}{3,}s$`)

// doesAThing is an order without its verb being known: "descale the coffee machine".
var doesAThing = pattern.New(`^\p{Ll}{2,}(?: (?:up|out|off|in|on|down|back))? (?:the|your|our|an?|my|their)\s`)

// textBelow is a text that stands below, and no topic.
var textBelow = pattern.New(`(?i)^(?:this|the (?:following|below|above|attached|enclosed|e-?mail|mail|text|notes?|file|brief|context|data|facts?|csv|table|read-?me|changelog|document|draft|script))\b|\b(?:below|attached|enclosed)\b`)

// allOfThem is everybody, and no audience.
var allOfThem = pattern.New(`(?i)^(?:people|everyone|everybody|anyone|the world|viewers?|them|us|you)$`)

// toViewer begins what is said to the viewer and orders no video: "Get your team to love Mondays".
var toViewer = pattern.New(`(?i)^(?:sell|market|push|plug|advertise|promote|showcase|pitch|get|help|convince|persuade|inspire|motivate|nudge|urge|encourage|teach|train|show|coach|tell|ask|let|invite|warn) (?:you|your|yourself)\b`)

// withYou tells the viewer what happens when they do something.
var withYou = pattern.New(`(?i)^(?:with|in|on|at|from) \S+(?: \S+){0,3} you \p{Ll}+|\b(?:before|when|if|until|once|while) you \p{Ll}+`)

// simpleWords are how something is to be explained.
var simpleWords = pattern.New(`(?i),? (?:in (?:simple|plain|easy|everyday) (?:words|terms|language|english)|simply|(?:like|as if) i(?:['’]m| am| was| were) (?:five|six|ten|\d+|a (?:child|kid|beginner)))([.:,!]|$)`)

// toYou speaks to those who are meant: "book their check-ups" is "book your check-ups".
func toYou(s string) string {
	return theirWord.ReplaceAllStringFunc(s, func(m string) string {
		if strings.EqualFold(m, "theirs") {
			return "yours"
		}
		return "your"
	})
}

var theirWord = pattern.New(`(?i)\btheirs?\b`)

// promotes orders an advertisement.
var promotes = pattern.New(`(?i)^(?:promote|advertise)\s`)

// carriedOut stands for an order that nothing is left of.
const carriedOut = "\x00"

// dativeOfAll are some neuter nouns of people in the dative.
var dativeOfAll = pattern.New(`(?i)^(unser|mein|euer)em (Team|Personal|Publikum|Kollegium|Unternehmen|Netzwerk|Orchester)$`)

// meantFor notes whom the video is for.
func (p *parser) meantFor(who string, line int) {
	p.understand(line, who, func() {
		who = prose.Unstop(strings.TrimSpace(who))
		if p.t.Code == "en" {
			who = commonFirst(who)
		}
		if p.b.Audience == "" && !allOfThem.MatchString(who) {
			p.b.Audience = who
		}
	})
}
