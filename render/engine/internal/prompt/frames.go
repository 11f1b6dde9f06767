package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// toldTo parts those who are told from what they are told, where a language puts
// them first: "Erkläre unseren Kundinnen, wie …", "Explica a nuestros clientes cómo …".
var toldTo = map[string]*pattern.Pattern{
	"en": pattern.New(`(?i)^(?:to )?((?:our|the|all|new|your) (?:\p{L}+ ){0,2}\p{L}+s),? ((?:how|why|what|that)\b.+)$`),
	"de": pattern.New(`(?i)^((?:(?:unseren|den|allen|neuen|unsern|meinen|jungen) )+\p{L}+(?: und \p{L}+)?),? ((?:wie|warum|dass|was|wann)\s.+)$`),
	"es": pattern.New(`(?i)^a ((?:nuestr[oa]s|los|las|tod[oa]s l[oa]s) (?:nuev[oa]s )?\p{L}+) ((?:cómo|por qué|qué|que)\s.+)$`),
	"fr": pattern.New(`(?i)^(?:à |aux )((?:nos |tous les |vos |nouveaux )*\p{L}+) ((?:comment|pourquoi|que|qu['’]|ce que)\s?.+)$`),
	"pt": pattern.New(`(?i)^(?:aos|às|para os|para as) ((?:noss[oa]s )?(?:nov[oa]s )?\p{L}+) ((?:como|por que|que|o que)\s.+)$`),
	"it": pattern.New(`(?i)^(?:ai|agli|alle) ((?:nostr[ie] )?(?:nuov[ie] )?\p{L}+) ((?:come|perché|che)\s.+)$`),
	"nl": pattern.New(`(?i)^(?:aan )?((?:onze|de|alle|nieuwe) \p{L}+) ((?:hoe|waarom|dat|wat)\s.+)$`),
}

// addressee takes those who are told off the front of an instruction.
func (p *parser) addressee(rest string) string {
	re := toldTo[p.t.code]
	if re == nil {
		return rest
	}
	m := re.FindStringSubmatch(rest)
	if m == nil || !p.t.people.MatchString(m[1]) {
		return rest
	}
	if p.b.Audience == "" {
		p.b.Audience = m[1]
		for lead, article := range map[string]string{"aux ": "les ", "aos ": "os ", "às ": "as ", "ai ": "i ", "agli ": "gli ", "alle ": "le "} {
			if strings.HasPrefix(strings.ToLower(rest), lead) && p.t.code != "de" && !articleAfter.MatchString(m[1]+" ") {
				p.b.Audience = article + m[1] // "aux locataires"
			}
		}
		if p.t.code == "de" {
			p.b.Audience = germanAccusative(m[1]) // shown as "Für …"
		}
	}
	return m[2]
}

// germanAccusative makes "unsere Kundinnen" of the dative "unseren Kundinnen".
func germanAccusative(s string) string {
	f := strings.Fields(s)
	for i, w := range f[:len(f)-1] {
		switch l := strings.ToLower(w); l {
		case "unseren", "unsern":
			f[i] = "unsere"
		case "den":
			f[i] = "die"
		case "allen", "neuen", "jungen", "meinen":
			f[i] = l[:len(l)-1]
		}
	}
	return strings.Join(f, " ")
}

// topicAndFacts reads the order that names the topic and, after a colon, what is to
// be said of it: "Explain our refund policy: full refund within 30 days, …".
func (p *parser) topicAndFacts(verb, rest string, s sentence) bool {
	if p.b.Subject != "" || p.b.Title != "" || len(p.b.Points) > 0 || p.said > 0 || p.orders > 1 {
		return false
	}
	head, tail, ok := strings.Cut(rest, ": ")
	head = strings.TrimSpace(head)
	if !ok || Words(head) > 12 || URL(rest) != "" && URL(head) != "" || len(quoted(rest)) > 0 || p.t.heads.MatchString(head) || chartLead.MatchString(head) {
		return false
	}
	items := p.splitItems(tail)
	asks := p.t.wh.MatchString(head)
	if len(items) < 2 || asks && Words(head) <= 3 || !asks && p.isClause(head) && !p.relative(head) {
		return false
	}
	if asks {
		p.b.Subject = p.question(head)
	} else {
		if i := strings.LastIndex(head, " to "); i > 0 && p.t.code == "en" && p.t.people.MatchString(head[i+4:]) {
			p.b.Audience, head = head[i+4:], head[:i]
		}
		p.subject(p.audienceCut(head), s.line)
	}
	if first := strings.Fields(verb); p.b.Purpose == "" && len(first) > 0 && (first[0] == "promote" || first[0] == "advertise") {
		p.b.Purpose = Launch
	} else if p.b.Purpose == "" {
		p.b.Purpose = Explainer
	}
	if howTo.MatchString(head) && len(items) >= 3 {
		pt := Point{Form: Steps, Line: s.line, Col: s.col, Asked: true, Chapter: p.chapter}
		for _, x := range items {
			pt.Items = append(pt.Items, Item{Title: x})
		}
		p.b.Points = append(p.b.Points, pt)
		return true
	}
	var phrases []string
	for _, x := range items {
		if at := p.t.finite.FindStringIndex(" " + x + " "); at != nil && at[0] > 0 && p.isClause(x) && Words(x) > 3 {
			p.say(Point{Form: Clause, Text: x, Asked: true}, s)
		} else {
			phrases = append(phrases, x)
		}
	}
	switch len(phrases) {
	case 0:
	case 1:
		p.say(Point{Form: Phrase, Text: phrases[0], Asked: true}, s)
	default:
		p.list("", phrases, "", Body, s)
	}
	return true
}

// germanSplit may be two words in a main clause: only a dictionary tells.
var germanSplit = pattern.New(`^(?:um|über|unter|durch|wieder)\p{L}{4,}$`)

// howTo asks for the steps of something.
var howTo = pattern.New(`(?i)^(?:how to|how (?:you|they|customers|people) (?:can )?|wie (?:man|sie|du|ihr)|cómo|comment|como|come|hoe (?:je|men|u))\s|^(?:איך|כיצד|كيف|كيفية|طريقة|خطوات)\s`)

var germanHow = pattern.New(`(?i)^wie (sie|man|ihr|du) (.+) (\p{Ll}+)$`)

// question makes a title of a subordinate question: "wie sie ihre Anlage mieten" is
// "So mieten Sie Ihre Anlage".
func (p *parser) question(s string) string {
	if m := germanHow.FindStringSubmatch(s); m != nil && p.t.code == "de" && !germanSplit.MatchString(m[3]) {
		who, rest := strings.ToLower(m[1]), m[2]
		if who == "sie" {
			who = "Sie"
			for _, x := range []string{"ihre", "ihren", "ihrem", "ihrer", "ihr", "sich"} {
				if rest2, ok := strings.CutPrefix(rest, x+" "); ok && x != "sich" {
					rest = Upper(x) + " " + rest2
					break
				}
			}
		}
		return "So " + m[3] + " " + who + " " + rest
	}
	if p.b.Audience != "" {
		for i := 0; i+1 < len(yours[p.t.code]); i += 2 {
			s = strings.ReplaceAll(s, yours[p.t.code][i], yours[p.t.code][i+1])
		}
	}
	return Upper(s)
}

var (
	insideRE  = pattern.New(`(?i)^(.+?) \(([^()]+)\),? (?:with|to|and|vs\.?|versus|against|mit|gegen|con|avec|contro|com|met) (.+?) \(([^()]+)\)$`)
	leadingNo = pattern.New(`^[€$£~]?\s?\d[\d.,]*\s?[€$£%]?`)
)

// besideEachOther reads "Basic ($9 a month, 1 user, email support) with Pro ($29 a
// month, 10 users, phone support)": the values in brackets are rows, each named by
// the words that both sides share.
func (p *parser) besideEachOther(rest string, s sentence) bool {
	m := insideRE.FindStringSubmatch(Unstop(rest))
	if m == nil {
		return false
	}
	x, y := splitOutside(m[2], ", "), splitOutside(m[4], ", ")
	if len(x) != len(y) || len(x) == 0 {
		return false
	}
	pt := Point{Form: Compare, Items: []Item{{Title: planName(m[1])}, {Title: planName(m[3])}}, Asked: true}
	for i := range x {
		label, a, b := sharedTail(strings.TrimSpace(x[i]), strings.TrimSpace(y[i]))
		pt.Items = append(pt.Items, Item{label, a + "|" + b})
	}
	p.say(pt, s)
	return true
}

// planName is "Basic plan" of "our Basic plan".
func planName(s string) string {
	if at := articleAfter.FindStringIndex(s); at != nil && at[0] == 0 {
		s = s[at[1]:]
	}
	return side(s)
}

// sharedTail parts "1 user" and "10 users" into the label "Users" and the values.
func sharedTail(a, b string) (label, x, y string) {
	f, g := strings.Fields(a), strings.Fields(b)
	n := 0
	for n < len(f)-1 && n < len(g)-1 && strings.EqualFold(strings.TrimSuffix(f[len(f)-1-n], "s"), strings.TrimSuffix(g[len(g)-1-n], "s")) {
		n++
	}
	if n == 0 {
		return "", Upper(a), Upper(b)
	}
	if m := perUnit.FindStringSubmatch(strings.Join(g[len(g)-n:], " ")); m != nil {
		return "Per " + m[1], strings.Join(f[:len(f)-n], " "), strings.Join(g[:len(g)-n], " ")
	}
	label = strings.Join(g[len(g)-n:], " ")
	if len(f[len(f)-1]) > len(g[len(g)-1]) {
		label = strings.Join(f[len(f)-n:], " ")
	}
	x, y = strings.Join(f[:len(f)-n], " "), strings.Join(g[:len(g)-n], " ")
	if leadingNo.FindString(x) == "" {
		x, y = Upper(x), Upper(y)
	}
	return Upper(label), x, y
}

var perUnit = pattern.New(`(?i)^(?:an?|per|each|every) (month|year|week|day|hour|seat|user|person|piece)$`)

// yours turns what is said about others into what is said to them.
var yours = map[string][]string{"en": {" their ", " your "}, "fr": {" leur ", " votre ", " leurs ", " vos "}, "it": {" il loro ", " il vostro ", " la loro ", " la vostra "}, "nl": {" hun ", " je "}}

var (
	thenDo     = pattern.New(`(?i)^(.+?),? (?:and|und|y|et|e|en) (what to do|how to [^:]{2,40}|(?:the )?(?:steps|rules)[^:]{0,24}|was zu tun ist|qué hacer|que faire|o que fazer|cosa fare|wat je moet doen): (.+)$`)
	welcomeRE  = pattern.New(`(?i)^welcome (?:our |the |all )?((?:new )?[\p{L} ]{3,30}) to ((?:the |our )?)(\p{L}[^.!?]{1,40})[.!]?$`)
	audienceRE = pattern.New(`(?i)^(?:an? |for an? |the )?((?:[\p{L}-]+ ){1,3})audience[.!]?$|^(?:für )?ein (junges|breites|älteres|fachkundiges) publikum[.!]?$|^(público (?:joven|adulto|general|experto))[.!]?$|^(public (?:jeune|large|averti))[.!]?$`)
	plainly    = pattern.New(`(?i)^(?:explain|describe|say|write|tell|put)(?: it| this| that| everything)? in (?:plain|simple|easy|clear|everyday) (?:language|words|terms|english)(?: (?:for|to) ([^.!?]{3,60}))?[.!]?$`)
	// unveils is a sentence that brings something to market, or heads what is new in it: it
	// is spoken, and what it names is the title. Groups: the thing, "what's new in" it.
	unveils     = pattern.New(`^(?:(?:(?:Today,? )?[Ww]e(?: are|['’]re) (?:now |today |finally )?(?:launching|introducing|releasing|unveiling|announcing|presenting)|Introducing|Announcing|Meet|Say hello to) (\p{Lu}[\p{L}\d.&'’-]*(?: (?:&|\p{Lu}[\p{L}\d.&'’-]*|\d[\d.]*)){0,3}), (?:an?|the|our|your) .+|((?i:what['’]s new in|what is new in|new in) [^:,.]{2,40}(?:\.\d[\d.]*)?): .+)$`)
	weAre       = pattern.New(`^We(?: are|['’]re) (\p{Lu}[\p{L}\d'’-]*(?: (?:& )?\p{Lu}[\p{L}\d'’-]*){0,3})\.$`)
	askHer      = pattern.New(`(?i)^ask (?:her|him|them|the prospect) for (.+?)(?:,? (?:calendar|link|booking link|book)?:? ?(\S+\.\S+/?\S*))?\.?$`)
	bothOf      = pattern.New(`(?i)^(?:product |price |feature |quick |side-by-side )*comparison(?: video)?(?: of|:) (.+?) (?:vs\.?|versus|against) (.+?)\.?$`)
	welcomeThen = pattern.New(`(?i)^welcome (?:them|everyone|the new hires|the team)(?:,| and|,? then)+ (?:then |cover |show |give them |explain )*(their .+)$`)
	// declared says what a video is about or called, which is nothing to be spoken.
	declared   = pattern.New(`(?i)^(?:(?:the|our|my|das|el|le|o|il|het|l['’]) ?)?(?:(?:video|prompt|clip|film)(?:['’]?s)? )?(topic|subject|theme|title|headline|thema|titel|título|tema|sujet|titre|titolo|argomento|assunto|onderwerp)(?: of (?:the|this|our) (?:video|clip|film)| del (?:video|vídeo)| de la vidéo| do vídeo| des videos?)?(?: is| should be| will be| ist| es| est| è| é|:) (.+)$`)
	titleWords = words(`title|headline|titel|título|titre|titolo`, "title")
	userStory  = pattern.New(`(?i)^(?:[A-Z]{2,8}-\d{1,6}:? )?as an? [\p{L} ]{3,30},? I (?:want|need|would like) to (?:know |learn |understand |see )?(how to .+?)\.?$`)
	sorryRE    = pattern.New(`(?i)^apologi[sz]e(?: to (?:them|customers|everyone))?( for [^.!?]{3,60})?[.!]?$`)
	productIs  = pattern.New(`^(?i:our|the) (?i:product|company|app|service|tool|brand|software|startup)(?: is| is called|:) (\p{Lu}[\p{L}\d'’-]*(?: \p{Lu}[\p{L}\d'’-]*){0,2})(?:, ((?:an?|the|our) [^.!?]{3,80}))?[.!]?$`)
	suggests   = pattern.New(`(?i)^(?:recommend|suggest) (.+?) (?:for|to) (.+)$`)
)

var (
	howToDo   = pattern.New(`(?i)^(?:how to|cómo|comment|come|como|wie man) \p{Ll}.{6,}[^?]$`)
	announced = pattern.New(`(?i)^(?:public )?(?:information|info|service announcement|notice|psa|tutorial|tuto|guide|guía|guida|anleitung|explainer|quick guide)(?: video)?\s?: ((?:how to|cómo|comment|come|como|wie man) .+)$`)
	askAt2    = pattern.New(`(?i)^ask for ((?:an?|your|their) [^:]{2,30}): (\S+\.\S+)$`)
	thankThem = pattern.New(`(?i)^thank ((?:the|our|all) [^.!?]{3,80})$`)
)

// tellIt orders what the sentence before names: "Spiegalo in 45 secondi: …".
var tellIt = pattern.New(`(?i)^(?:per favore |por favor |bitte )?(?:spiegalo|spiegatelo|spiegala|spieghiamolo|explícalo|explicalo|explíquelo|explícala|cuéntalo|explique-o|explica-o|explique isso|conte|explique[zs]?-l[ea]|erklär(?:e|t|en sie)? (?:es|das|dies)|leg (?:het|dit) uit|اشرح ذلك|הסבירו את זה)(?: ((?:in|en|em) [^:,.]{2,24}))?\s?(?:[:,.]\s*(.*))?$`)

// framed carries out the forms of order that have a shape of their own.
func (p *parser) framed(text string, s sentence) bool {
	if m := welcomeRE.FindStringSubmatch(text); m != nil && p.t.code == "en" && p.orders == 0 && p.said == 0 && p.t.people.MatchString(m[1]) {
		p.orders++
		p.understand(s.line, text, func() {
			p.b.Purpose, p.b.Audience, p.b.Company = Onboarding, strings.TrimSpace(m[1]), strings.TrimSpace(m[3])
			if m[2] != "" {
				p.b.CompanyIn = strings.ToLower(m[2]) + p.b.Company
			}
		})
		return true
	}
	if m := tellIt.FindStringSubmatch(text); m != nil && p.t.code != "en" {
		p.orders++
		if d := duration(m[1]); d >= 5 {
			p.b.length(m[1], d)
		}
		rest := strings.TrimSpace(m[2])
		switch items := p.splitItems(rest); {
		case rest == "":
		case len(items) >= 3:
			pt := Point{Form: Steps, Line: s.line, Col: s.col, Asked: true, Chapter: p.chapter}
			for _, x := range items {
				pt.Items = append(pt.Items, Item{Title: x})
			}
			p.b.Points = append(p.b.Points, pt)
		default:
			p.sentence(sentence{Upper(rest), s.line, s.col})
		}
		return true
	}
	if m := announced.FindStringSubmatch(text); m != nil && p.orders == 0 && p.said == 0 {
		p.sentence(sentence{Upper(m[1]), s.line, s.col})
		return true
	}
	if howToDo.MatchString(text) && p.orders == 0 && p.said == 0 && p.b.Subject == "" && p.b.Title == "" && Words(text) <= 14 && !strings.Contains(text, ":") {
		p.orders++
		p.b.Subject = lowerFirst(Unstop(text))
		if p.b.Purpose == "" {
			p.b.Purpose = Tutorial
		}
		return true
	}
	if m := askAt2.FindStringSubmatch(text); m != nil && p.t.code == "en" && URL(m[2]) != "" {
		p.orders++
		p.action("ask for "+m[1]+" at "+m[2], s)
		return true
	}
	if m := thankThem.FindStringSubmatch(Unstop(text)); m != nil && p.t.code == "en" && !thankRE.MatchString(text) {
		p.orders++
		p.say(Point{Form: Clause, Text: "Thank you to " + m[1], Role: Action, Asked: true}, s)
		return true
	}
	if m := sorryRE.FindStringSubmatch(text); m != nil && p.t.code == "en" {
		p.orders++
		p.say(Point{Form: Clause, Text: strings.TrimSpace("We apologise " + m[1]), Role: Hook, Asked: true}, s)
		return true
	}
	if m := declared.FindStringSubmatch(Unstop(text)); m != nil && p.b.Subject == "" && p.b.Title == "" && p.said == 0 && (Words(m[2]) <= 12 || p.t.code == "en" && p.isClause(m[2])) {
		p.orders++
		if p.t.code == "en" && p.isClause(m[2]) && !p.t.wh.MatchString(m[2]) {
			p.say(Point{Form: Clause, Text: Upper(m[2]), Role: Hook, Asked: true}, s) // "Topic: our truck is at the lot every Friday"
			return true
		}
		if lookup(titleWords, m[1]) != "" {
			p.b.Title = mustUnquote(m[2])
		} else {
			p.subject(m[2], s.line)
		}
		return true
	}
	if m := productIs.FindStringSubmatch(text); m != nil && p.b.Subject == "" && p.b.Level == 0 {
		p.orders++
		p.b.Subject, p.b.About = m[1], strings.TrimSpace(m[2])
		return true
	}
	if m := plainly.FindStringSubmatch(text); m != nil {
		p.orders++
		p.understand(s.line, text, func() {
			if p.b.Audience == "" {
				p.b.Audience = Unstop(m[1])
			}
		})
		return true
	}
	if m := weAre.FindStringSubmatch(text); m != nil && (p.b.Subject == "" || Genre(p.b.Subject)) && (p.b.Title == "" || Genre(p.b.Title)) && p.said == 0 && allProper(strings.ReplaceAll(m[1], " & ", " ")) {
		p.b.Subject, p.b.Title, p.b.Company = "", m[1], m[1] // the sentence itself is spoken
	}
	if m := unveils.FindStringSubmatch(Unstop(text)); m != nil && p.b.Subject+p.b.Title == "" && p.said == 0 && p.t.code == "en" {
		p.b.Subject, p.b.Title, p.b.Announced = m[1], Upper(m[2]), true
	}
	if m := askHer.FindStringSubmatch(text); m != nil && p.t.code == "en" {
		p.orders++
		if m[2] != "" {
			p.b.URL = Unstop(m[2])
		}
		p.say(Point{Form: Offer, Text: m[1], Role: Action, Asked: true}, s)
		return true
	}
	if m := bothOf.FindStringSubmatch(text); m != nil && p.said == 0 && p.b.Title == "" {
		p.orders++
		for i := strings.LastIndex(m[2], ", "); i > 0 && p.production(m[2][i+2:]); i = strings.LastIndex(m[2], ", ") {
			p.direct(m[2][i+2:], s.line)
			m[2] = m[2][:i]
		}
		if i := strings.LastIndex(m[2], " for "); i > 0 && p.t.code == "en" && p.t.people.MatchString(m[2][i+5:]) {
			p.b.Audience, m[2] = m[2][i+5:], m[2][:i]
		}
		other, of, _ := strings.Cut(m[2], " of ")
		if articleAfter.MatchString(of) {
			m[2], p.b.About = other, of
		}
		p.b.Subject, p.b.Title = "", side(m[1])+" vs "+side(m[2])
		return true
	}
	if m := welcomeThen.FindStringSubmatch(text); m != nil && p.t.code == "en" {
		p.orders++
		s.text = Upper(m[1])
		p.sentence(s)
		return true
	}
	if m := userStory.FindStringSubmatch(text); m != nil && p.b.Subject == "" && p.t.code == "en" && p.said == 0 {
		p.orders++
		p.b.Subject = m[1]
		return true
	}
	if m := audienceRE.FindStringSubmatch(text); m != nil && Words(text) <= 5 {
		p.orders++
		p.understand(s.line, text, func() { p.b.Audience = strings.ToLower(strings.TrimSpace(strings.Join(m[1:], ""))) + " viewers" })
		if p.t.code != "en" {
			p.b.Audience = Unstop(text)
		}
		return true
	}
	if m := suggests.FindStringSubmatch(Unstop(text)); m != nil && p.t.code == "en" && !strings.HasPrefix(strings.ToLower(m[1]), "that ") && Words(m[1]) <= 5 {
		p.orders++
		p.b.Winner = m[1]
		p.say(Point{Form: Clause, Text: "For " + m[2] + ", we recommend " + m[1], Asked: true}, s)
		return true
	}
	return false
}
