package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Advice to whoever makes a video stands between its facts, in prose and without a label:
// "Be honest about the weak spot. Assume they've seen the old training." Nobody wants to
// hear it in the video.

var (
	// advice can only be meant for the maker of a video.
	advice = pattern.New(`(?i)^(?:` +
		`(?:the )?hook (?:hard|them|viewers|people|the (?:viewer|audience)|early|fast|quickly|in|within)\b|` +
		`(?:grab|get|catch|win|keep) (?:(?:their|people['’]s|the viewer['’]?s?|everyone['’]s) )?attention\b|` +
		`the first (?:\w+ )?(?:seconds?|lines?|shots?|frames?|sentences?) (?:should|must|needs?|has to|have to|matters?|counts?|decides?)\b|` +
		`(?:start|open|begin|lead|kick off|close|end|finish) (?:with|on) (?:something|a (?:bang|punch|smile|wink|laugh)|(?:an? )?(?:[\p{L}-]+ ){0,2}(?:opener|one-liner))\b[^:"“?]*$|` +
		`something (?:that (?:stops|grabs|hooks)|(?:punchy|snappy|catchy|funny|witty|quirky|bold|short|light|warm)\b)[^:"“?]*$|` +
		`(?:they|viewers|people|everyone|(?:most|many)(?: people| viewers| of them)?)(?:['’]ll| will| may| might)?(?: (?:probably|mostly|likely))? (?:watch|see|view|scroll past|be watching) (?:it|this|the (?:video|clip))\b.*(?:phone|mobile|sound|screen|muted|feed|train|bus|lobby|room)|` +
		`(?:it|this|the (?:video|clip))(?:['’]s| is|['’]ll be| will be| will| goes| runs| plays)(?: (?:going to|run|be|play|shown|posted|used|sent|embedded|played))*(?: (?:for|on|in|at|to|as)) (?:our |the |a |an )?(?:\p{L}+ ){0,2}(?:intranet|website|web ?site|homepage|landing page|newsletter|screens?|displays?|lobby|social(?: media)?|linkedin|instagram|facebook|tiktok|youtube|slack|teams|town hall|all[- ]hands|trade (?:show|fair)|booth|kick-?off|waiting room|reception)\b|` +
		`(?:please )?(?:remember|keep in mind|bear in mind|note)[,:]? (?:that )?(?:they|(?:the |our |most )?(?:viewers|audience|readers|listeners))\b|` +
		`(?:please )?assume (?:that )?(?:they|viewers|people|the (?:audience|viewers?)|our (?:audience|viewers)|no |nobody|little |zero |basic |some |prior |everyone)|` +
		`(?:explain|tell|say|put) (?:it|this|that|everything) (?:as if|like|the way|as you would)\b|` +
		`(?:talk|speak|sound|write) like (?:an?|the|you|someone|somebody|people|\d)\b|` +
		`use (?:the word )?["“][^"”]{1,16}["”](?: (?:a lot|often|sparingly|throughout|rarely))|` +
		`(?:write|say|phrase|word|put) (?:it|this|everything) (?:the way|as|like|so|in)\b|` +
		`(?:get|come|cut|go|jump) (?:straight|right|quickly|directly)? ?to the (?:point|chase)\b|` +
		`go (?:easy|light|heavy|big|bold) on\b|` +
		`(?:there['’]s |there is )?no need to (?:mention|say|show|explain|go into|name|list|repeat|bring up|talk about|introduce)\b|` +
		`(?:please )?(?:don['’]t|do not|never) (?:(?:over(?:sell|do|state|promise)|exaggerate|lecture|patroni[sz]e|preach|ramble|moralize|gush|sugar-?coat)\b|promise (?:anything|too much|results)[.!]?$|go into|dwell on|bring up|get into|make (?:it|this) (?:sound|look|feel|too|a)\b|(?:talk|write|speak) (?:down|like|in|as)\b|read out)|` +
		`let (?:the )?(?:numbers?|facts?|figures?|pictures?|visuals?|results?|data|images?|work|story) (?:speak|do the talking|lead|breathe)|` +
		`skip (?:the |any |all )?(?:intro(?:duction)?|small talk|jargon|fluff|pleasantries|greetings?|logo|buzzwords|boilerplate)\b|` +
		`have (?:some )?fun with (?:it|this)\b|` +
		`(?:surprise|impress|wow|delight) (?:me|us|them)\b|be creative\b|` +
		`(?:make|get) (?:people|them|viewers|everyone|the (?:viewer|audience)s?) (?:smile|laugh|think|feel|curious|care|want|excited|chuckle|cry)\b|` +
		`feel free to (?:re-?order|change|cut|drop|shorten|rephrase|reword|rewrite|adapt|adjust|add|skip|leave out|edit|trim|improvi[sz]e|play)\b|` +
		`(?:i|we)(?:['’]d| would) (?:(?:rather|prefer)(?: (?:you|it|that|if|not (?:to )?(?:see|have|show|use|mention)|have (?:it|no|the)|see|keep))|(?:like|love|hate) it)\b|i(?:['’]d| would) (?:like|love) (?:it|you)\b|` +
		`(?:people|they|staff|employees|customers|viewers|members|parents|(?:most|many)(?: (?:people|of them))?) (?:mostly |mainly |usually |often |always |really |just )*(?:want to know|ask (?:us )?(?:about|how|why|what|when|whether|if)|wonder|are wondering)\b|` +
		`an? (?:bit|touch|dash|pinch|hint) of (?:humou?r|irony|drama|wit|fun|music|mystery|self-irony|nostalgia)\b|` +
		`(?:you|we) (?:can|may|could) (?:decide|choose|pick|use|play|be|leave|cut|drop|skip|shorten|rephrase)\b.*\b(?:video|intro|scenes?|visuals?|wording|phrasing|style|tone|order|music)\b|` +
		`(?:leave|keep) (?:the |our |any |all )?(?:\p{L}+ ){1,4}out(?: of (?:it|this|the video))?[.!]?$)`)

	// bearing tells in what manner to do something; behind it stand words of tone.
	bearing = pattern.New(`(?i)^(?:please )?(?:be|stay|sound|remain|come across(?: as)?|(?:don['’]t|do not|never|try not to) (?:be|sound|get|come across(?: as)?|seem)|avoid (?:being|sounding)) (.+)$`)
	// unwanted are adjectives that only advice on a text uses.
	unwanted = grammar.Inner(`sentimental|preachy|salesy|pushy|cheesy|corny|boring|scary|scared|corporate|patroni[sz]ing|condescending|desperate|childish|dull|stiff|gushing|gushy|wordy|long-winded|verbose|clich[eé]d?|tacky|dramatic|over the top|over-the-top|vague|generic|robotic|defensive|apologetic|alarmist|self-congratulatory|smug|technical|brief|to the point|specific|concrete|upfront|up front|open|transparent|real|light-?hearted|down-to-earth|repetitive|sappy|kitschy|naggy|nagging|bossy|cringe|cringey|formulaic`)
	// notToo is a wish about the manner in a fragment: "Not too long, please".
	notToo = pattern.New(`(?i)^(?:but )?(?:not|nothing) (?:too|overly|so) [\p{L}-]+(?:,? (?:and|or|but) (?:not (?:too )?)?[\p{L}-]+)?(?:,? please)?[.!]?$|^no (?:[\p{L}-]+ )?(?:speak|fluff|preaching|pathos|drama|clich[eé]s|hype|excuses|guilt[- ]trip\p{L}*|scare tactics|hard sell|small talk|sarcasm|lecturing|finger-?pointing|sugar-?coating)\b[^.]{0,30}$`)
	// soBe draws a conclusion for the maker. Group 1 is the advice.
	soBe = pattern.New(`(?i)^[^,]{3,70},? so ((?:please |let['’]s )?(?:be|stay|keep|make|sound|go|avoid|don['’]t|do not|no|get)\b.*)$`)
	// askedAbout says what the viewers want to hear.
	askedAbout = pattern.New(`(?i)^[^:]{3,40}\b(?:want to know|wonder|ask)\s?:`)
	// useWord asks for a word.
	useWord = pattern.New(`(?i)^use (?:the word )?["“][^"”]{1,16}["”]`)
	// speaksToYou speaks to the viewers.
	speaksToYou = pattern.New(`(?i)\b(?:you|your|yours|yourself)\b`)
)

// advises files a sentence that tells the maker of the video how to make it, and reports
// whether it is one. A script that orders nothing gives no advice but such as cannot be
// part of it.
func (p *parser) advises(text string, s prose.Sentence) bool {
	if p.t.Code != "en" || p.verbatim || strings.ContainsAny(text, `"“`) && !useWord.MatchString(text) || strings.Contains(text, ":") && !askedAbout.MatchString(text) {
		return false
	}
	sep := "; "
	if !strings.Contains(text, sep) && !p.isAdvice(prose.Unstop(text)) {
		sep = ", "
	}
	advice := 0
	parts := strings.Split(prose.Unstop(text), sep)
	for _, x := range parts {
		switch x = strings.TrimSpace(x); {
		case p.isAdvice(x):
			advice++
		case len(parts) > 1 && prose.Words(x) <= 3 && p.t.Production.MatchString(x): // "fast cuts"
		case len(parts) == 1 || p.orders == 0 || p.isClause(x) || !p.isStyle(x) && !audienceRE.MatchString(x):
			return false
		}
	}
	if advice == 0 {
		return false // every part is a plain direction, which is read elsewhere
	}
	if p.orders+p.said == 0 {
		p.advised++ // what the video is to be comes next
	} else {
		p.orders++
	}
	p.understand(s.Line, text, func() { p.direct(text, s.Line) })
	p.unheeded(text, s.Line)
	return true
}

func (p *parser) isAdvice(s string) bool {
	if advice.MatchString(s) {
		return true
	}
	if p.orders == 0 || speaksToYou.MatchString(s) {
		return false
	}
	if m := soBe.FindStringSubmatch(s); m != nil {
		return p.isAdvice(m[1]) // "People are anxious, so be warm"
	}
	if m := bearing.FindStringSubmatch(s); m != nil {
		head := strings.ToLower(prose.FirstWords(m[1], 4))
		return unwanted.MatchString(head) || slices.ContainsFunc(strings.Fields(head), func(w string) bool {
			w = strings.Trim(w, ",.!")
			return toneWords[w] && len(w) > 3
		})
	}
	return notToo.MatchString(s)
}

var (
	// whoNeeds says who orders a video, and which, in one sentence. Groups: who, the video.
	whoNeeds = pattern.New(`^((?i:we['’]re|we are|i['’]m|i am|(?:we|i) (?:run|own|manage|have|represent|work (?:for|at))) [^.;:!?]{3,70}?),? (?i:(?:and|who|that|so) (?:(?:we|i)(?:['’]re| are|['’]m| am|['’]d| would)? )?(?:currently |now |urgently )?(?:need|needs|want|wants|are looking for|looking for|like|love)) (?i:to (?:have|get|make|create) )?((?i:an?|some|one) .+)$`)
	// moneyAsked is what a fundraising video is to ask for.
	moneyAsked = pattern.New(`(?i)^ask (?:them |people |viewers |everyone )?(?:for|to (?:give|donate)) (?:(?:an? )?(?:regular |monthly |small |one-off )?(?:donations?|gifts?|contributions?|pledges?) of |just |only |at least )*([€$£]\s?\d[\d.,]*(?: (?:an?|per|each|every) \p{L}+)?)(?: (?:at|on|via) (\S+\.\S+))?[.!]?$`)
)

// orderer parts who orders the video, which is a fact, from the order.
func (p *parser) orderer(text string, s prose.Sentence) bool {
	if p.t.Code != "en" || p.orders > 0 || p.said > 0 || p.verbatim {
		return false
	}
	m := whoNeeds.FindStringSubmatch(text)
	if m == nil || !p.t.Noun.MatchString(" "+prose.FirstWords(m[2], 8)+" ") {
		return false
	}
	p.sentence(prose.Sentence{Text: prose.Stop(m[1]), Line: s.Line, Col: s.Col})
	p.sentence(prose.Sentence{Text: "Create " + m[2], Line: s.Line, Col: s.Col})
	return true
}

// asksMoney puts an amount that is to be asked for into the words of asking.
func (p *parser) asksMoney(text string, s prose.Sentence) bool {
	m := moneyAsked.FindStringSubmatch(text)
	if m == nil || p.t.Code != "en" || p.verbatim {
		return false
	}
	p.orders++
	what := "give " + strings.TrimSpace(m[1])
	if u := prose.Unstop(m[2]); u != "" {
		what += " at " + u
	}
	p.action(what, s)
	return true
}
