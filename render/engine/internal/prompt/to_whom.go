package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads orders to tell, show or ask somebody something, wherever in an English
// prompt they stand and whoever it is: "They should know that …", "Ask parents and students
// to join". Who is meant is whom the video speaks to, so that those are told "you".

// whom is who is told something, in up to six words.
const whom = `((?:[\p{L}\d&'’-]+ ){1,6}?)`

var (
	// shouldKnow says what those whom the video is for should know. Groups: who, how the rest
	// begins, the rest.
	shouldKnow = pattern.New(`(?i)^(?:and |also,? |importantly,? )?((?:[\p{L}'’-]+ ){1,5}?)(?:also |all |really )*(?:should|must|needs? to|ha(?:ve|s) to|ought to) (?:also |all |really )*(?:know|see|understand|remember|reali[sz]e|hear|learn|be (?:told|reminded|aware|informed|clear)) (?:of )?(that|how|why|what|when|where|who|which) (.+)$`)
	// sureTheyKnow makes sure of it.
	sureTheyKnow = pattern.New(`(?i)^(?:please )?(?:make (?:it (?:very )?clear|sure)|ensure|i want|we want|i['’]d like|we['’]d like|it['’]?s important|it is important) (?:that |for |to )?` + whom + `(?:all |also |really )*(?:to )?(?:knows?|understands?|remembers?|reali[sz]es?|hears?|learns?|is aware|are aware|be aware) (?:of )?(that|how|why|what|when|where|who|which) (.+)$`)
	// tellThat tells somebody a sentence. Groups: who, the sentence.
	tellThat = pattern.New(`(?i)^(?:please )?(?:tell|inform|notify|advise|remind|warn|assure|reassure|show) ` + whom + `that (.+)$`)
	// tellSo tells somebody a sentence that begins with its subject.
	tellSo = pattern.New(`^(?i:(?:please )?(?:tell|inform|remind|assure|reassure) )((?:[\p{L}'’-]+ ){1,5}?)((?:the|our|your|my|we|they|it|there|this|these|an?|no|nobody|everyone|all|every|each|both|from|on|in|if|when|as|since|\p{Lu}[\p{L}'’]*|\d[\d.,]*) .+)$`)
	// askTo asks somebody to do something. Groups: the verb, who, what.
	askTo = pattern.New(`(?i)^(?:please )?(ask|tell|invite|encourage|urge|prompt|remind|advise|push|motivate|persuade|convince|nudge|get) ` + whom + `to (\p{Ll}+\b.*)$`)
	// askNotTo asks somebody not to do something. Groups: who, not or never, what.
	askNotTo = pattern.New(`(?i)^(?:please )?(?:ask|tell|warn|remind|urge|advise) ` + whom + `(not|never) to (\p{Ll}+\b.*)$`)
	// shouldDo says what those whom the video is for should do. Groups: who, what.
	shouldDo = pattern.New(`(?i)^(people|viewers|they|customers|users|everyone|everybody|visitors|fans|listeners|readers|interested people|those interested)(?:,? (?:who are )?interested,?)? (?:should|can|must|need to|have to|are (?:asked|invited|welcome) to) ((?:visit|go to|head (?:over )?to|order|call|book|sign up|register|apply|check out|write to|download|scan|contact|e-?mail|get in touch|subscribe|donate|follow|tap|click|swipe|rsvp|reply|try|join|buy)\b.*)$`)
	// teachHow teaches somebody something. Groups: who, what.
	teachHow = pattern.New(`(?i)^(?:please )?(?:tell|show|teach|walk|guide|train|remind|coach|educate) ` + whom + `(?:through )?(?:(?:exactly|quickly|briefly|step[- ]by[- ]step|in (?:\p{L}+|\d+) (?:easy |simple )?steps),? )?((?:how|why|what|when|where) .+)$`)
	// remindOf reminds somebody of a thing. Groups: who, what.
	remindOf = pattern.New(`(?i)^(?:please )?(?:remind|inform|notify|alert) ` + whom + `(?:about|of) (.+)$`)
	// videoThat is a video by what it does. Groups: the order, the verb, whom and what.
	videoThat = pattern.New(`(?i)^((?:[^.:"“]{0,60}? )?(?:video|clip|reel|short|message|spot|announcement|animation|film|tutorial|explainer|module|course|how-to)(?: (?:for|on) (?:our |the )?[\p{L}-]+)?),? (?:to |that |which |where we )?(tell|show|teach|walk|guide|train|coach|educate)(?:s|es|ing)? (` + `(?:[\p{L}\d&'’-]+ ){1,6}?(?:through )?(?:how|why|what|when|where) .+)$`)
	// messageFrom is a message by its sender and those whom it is for. Groups: the order, post,
	// name, whom, what it says.
	messageFrom = pattern.New(`^(?i:((?:[^.:,"“]{0,40} )?(?:message|video|note|update|announcement|greeting|clip|address))) (?i:from|by) (?i:(?:our|the|my) )?((?:[\p{L}&-]+ ){0,4}?)(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)?,? ?(?i:(?:to|for) )((?:[\p{L}\d'’-]+ ){1,5}?)(?i:saying|telling them|announcing|(?:that|which) (?:says|tells them|announces)|where (?:she|he|they) (?:says?|tells? them)|in which (?:she|he|they) (?:says?|tells? them)) (?i:that )?(.+)$`)
)

// sentToAll reads a message by who sends it and whom it is for.
func (p *parser) sentToAll(r *reading) bool {
	if !p.inEnglish() || p.verbatim || !p.first() {
		return false
	}
	m := messageFrom.FindStringSubmatch(r.text)
	if m == nil || m[2]+m[3] == "" {
		return false
	}
	p.ofTheVideo(m[1], r.Line)
	p.b.Presenter.Name, p.b.Presenter.Role = m[3], strings.TrimSpace(m[2])
	p.meantFor(m[4], r.Line)
	r.text = "Tell them that " + m[5]
	return false
}

// doesBoth parts two things that a video does: "that thanks our customers and tells them
// about the sale".
func (p *parser) doesBoth(r *reading) bool {
	if !p.inEnglish() || p.verbatim {
		return false
	}
	m := bothDone.FindStringSubmatch(r.text)
	if m == nil || !p.isMake(m[1]) {
		return false
	}
	end := strings.TrimRight(m[4], "? ")
	p.sentence(prose.Sentence{Text: prose.Stop(m[1] + m[2]), Line: r.Line, Col: r.Col})
	p.sentence(prose.Sentence{Text: prose.Upper(inBase(m[3])) + " " + prose.Stop(end), Line: r.Line, Col: r.Col})
	return true
}

// toldWhom brings such an order into one that tells viewers, and notes who they are.
func (p *parser) toldWhom(r *reading) bool {
	if !p.inEnglish() || p.verbatim || p.hails && p.orders == 0 && toViewer.MatchString(r.text) {
		return false
	}
	text := p.stripLead(r.text)
	if m := videoThat.FindStringSubmatch(text); m != nil && p.isMake(m[1]) {
		p.ofTheVideo(m[1], r.Line)
		text = m[2] + " " + m[3]
	}
	if m := thenTold.FindStringSubmatch(text); m != nil {
		p.sentence(prose.Sentence{Text: prose.Stop(m[1]), Line: r.Line, Col: r.Col})
		p.sentence(prose.Sentence{Text: prose.Upper(m[2]), Line: r.Line, Col: r.Col})
		return true
	}
	if m := greetThem.FindStringSubmatch(text); m != nil && p.orders > 0 && p.meansPeople(m[1]) {
		p.orders++
		p.meantFor(m[1], r.Line)
		p.b.Purpose = cmp.Or(p.b.Purpose, brief.Onboarding)
		return true
	}
	who, next := "", ""
	if m := sureTheyKnow.FindStringSubmatch(text); m != nil {
		who, next = m[1], toldAs(m[2], m[3])
	} else if m := shouldKnow.FindStringSubmatch(text); m != nil && (p.orders > 0 || p.meansPeople(m[1])) {
		who, next = m[1], toldAs(m[2], m[3])
	} else if m := tellThat.FindStringSubmatch(text); m != nil {
		who, next = m[1], "Tell them that "+m[2]
	} else if m := tellSo.FindStringSubmatch(text); m != nil && p.meansPeople(m[1]) && p.isClause(m[2]) {
		who, next = m[1], "Tell them that "+m[2]
	} else if m := askNotTo.FindStringSubmatch(text); m != nil && p.meansPeople(m[1]) && !(strings.EqualFold(m[2], "not") && warnsOf.MatchString(text)) {
		p.orders++
		not := map[string]string{"not": "Don't ", "never": "Never "}[strings.ToLower(m[2])]
		p.say(brief.Point{Form: brief.Clause, Text: not + toYou(m[3]), Asked: true}, r.Sentence)
		return true
	} else if m := shouldDo.FindStringSubmatch(text); m != nil && p.orders > 0 {
		who, next = "them", "Ask them to "+toYou(m[2])
	} else if m := askTo.FindStringSubmatch(text); m != nil && !p.first() && p.meansPeople(m[2]) {
		who, next = m[2], prose.Upper(strings.ToLower(m[1]))+" them to "+toYou(m[3])
	} else if m := teachHow.FindStringSubmatch(text); m != nil && p.first() && p.meansPeople(m[1]) {
		who, next = m[1], "Explain "+toYou(m[2])
		p.b.Purpose = cmp.Or(p.b.Purpose, taught(m[2]))
	} else if m := remindOf.FindStringSubmatch(text); m != nil && p.first() && p.meansPeople(m[1]) {
		p.b.Purpose = brief.Update
		who, next = m[1], "Create a video about "+m[2]
	}
	if next == "" || saidToViewer.MatchString(who) {
		return false
	}
	if p.first() {
		p.b.Purpose = cmp.Or(p.b.Purpose, brief.Update)
	}
	if who = strings.TrimSpace(who); !pronounOnly.MatchString(who) {
		p.meantFor(who, r.Line)
	}
	r.text = next
	return false
}

// taught is the purpose of a video that teaches how to do something.
func taught(what string) brief.Purpose {
	if howTo.MatchString(what) {
		return brief.Tutorial
	}
	return brief.Explainer
}

// ofThem says to those who are meant what an order says of them: "we hope to see them again"
// is "we hope to see you again". Where the sentence has others whom "them" may mean it stays.
func ofThem(s string) string {
	at := theyWord.FindStringIndex(s)
	if at == nil || othersBefore.MatchString(s[:at[0]]) {
		return s
	}
	return theyWord.ReplaceAllStringFunc(s, func(m string) string {
		you := map[string]string{"they": "you", "them": "you", "their": "your", "theirs": "yours", "they're": "you're", "they’re": "you’re", "they've": "you've", "they’ve": "you’ve", "they'll": "you'll", "they’ll": "you’ll"}[strings.ToLower(m)]
		if prose.StartsUpper(m) {
			return prose.Upper(you)
		}
		return you
	})
}

// toldAs is the order to tell a clause, by the word that it begins with.
func toldAs(word, clause string) string {
	if strings.EqualFold(word, "that") {
		return "Tell them that " + clause
	}
	return "Explain " + strings.ToLower(word) + " " + clause
}

// meansPeople tells whether words name those whom a video speaks to.
func (p *parser) meansPeople(who string) bool {
	who = strings.TrimSpace(who)
	return !notWho.MatchString(who) && (pronounOnly.MatchString(who) || allOfThem.MatchString(who) && !saidToViewer.MatchString(who+" ") || p.t.People.MatchString(" "+who+" ") || severalWho.MatchString(who))
}

var (
	// severalWho are several by their plural, with an article or without.
	severalWho = pattern.New(`(?i)^(?:(?:all|our|the|my|these|new|young|existing|other) ){0,3}(?:\p{L}[\p{L}'’-]+ ){0,2}\p{L}{3,}(?:s|men|women|people|staff|folk|crew|family|public|kin|audience|community|team|class|clan|crowd|management|faculty|personnel|board)(?: (?:and|or) (?:\p{L}+ )?\p{L}{3,}s)?$`)
	// warnsOf begins a warning, which has its own form.
	warnsOf = pattern.New(`(?i)^(?:please )?warn `)
	// greetThem greets those whom the video is for.
	greetThem = pattern.New(`(?i)^(?:please )?(?:greet|welcome) ((?:[\p{L}'’-]+ ){0,4}?[\p{L}'’-]+)[.!]?$`)
	// thenTold parts an order to greet from the order behind it.
	thenTold = pattern.New(`(?i)^((?:please )?(?:greet|welcome) [^,.:]{3,60}?),? (?:and )?((?:then )?(?:tell|ask|invite|remind|show|explain to|encourage) .+)$`)
	// notWho begins what people are told, and belongs to none of them.
	notWho = pattern.New(`(?i)\b(?:to|that|about|how|why|what|when|where|not)\b|^(?:on|for|of|in|at)\b`)
	// pronounOnly stands for those who are known already.
	pronounOnly = pattern.New(`(?i)^(?:they|them|he|she|him|her|those|all of them)$`)
	// bothDone is a video by two things that it does. Groups: the order, the first, the verb of
	// the second, and the rest.
	bothDone = pattern.New(`(?i)^((?:[^.:"“]{0,60}? )?(?:video|clip|reel|short|spot|film|message))(,? (?:that|which|to) [^.:"“]+?),? and (?:then |also )?(tells?|asks?|invites?|reminds?|thanks?|encourages?|informs?) ((?:them|people|viewers|everyone|everybody|customers|users|visitors)\b.+)$`)
	// noOne is nobody in particular.
	noOne = pattern.New(`(?i)^(?:we|i|you|it|someone|somebody|a (?:presenter|speaker|voice|narrator|person|woman|man)|the (?:presenter|speaker|voice|narrator|host|avatar)|he|she|they)$`)
	// theyWord stands for those who are told something.
	theyWord = pattern.New(`(?i)\b(?:they(?:['’](?:re|ve|ll))?|them|theirs?)\b`)
	// othersBefore are several whom "them" may mean as well.
	othersBefore = pattern.New(`(?i)\b(?:\p{L}{3,}[^s'’\P{L}]s|people|women|men|children|staff|team)\b`)
	// saidToViewer speaks to the viewer: the sentence is no order.
	saidToViewer = pattern.New(`(?i)^(?:you|your|yourself|me|us|it|this|that|we|i)\b`)
)
