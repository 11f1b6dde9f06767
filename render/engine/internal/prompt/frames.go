package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// toldTo parts those who are told from what they are told, where a language puts
// them first: "Erkläre unseren Kundinnen, wie …", "Explica a nuestros clientes cómo …".
var toldTo = map[string]*pattern.Pattern{
	"en": pattern.New(`(?i)^(?:to )?((?:our|the|all|new|your) (?:\p{L}+ ){0,2}\p{L}+s),? ((?:how|why|what|that)\b.+)$`),
	"de": pattern.New(`(?i)^((?:(?:unseren|den|allen|neuen|unsern|meinen|jungen) )+\p{L}+(?: und \p{L}+)?(?: (?:der|des|von|vom|im|in der|bei der|bei) [^,.:;]{2,40}?)?),? ((?:wie|warum|dass|was|wann)\s.+)$`),
	"es": pattern.New(`(?i)^a ((?:nuestr[oa]s|los|las|tod[oa]s l[oa]s) (?:nuev[oa]s )?\p{L}+(?: (?:del?|de la|de los|de las) [^,.:;]{2,40}?)?) ((?:cómo|por qué|qué|que)\s.+)$`),
	"fr": pattern.New(`(?i)^(?:à |aux )((?:nos |tous les |vos |nouveaux )*\p{L}+(?: (?:de la|du|des|de|de l['’]|d['’]) ?[^,.:;]{2,40}?)?) ((?:comment|pourquoi|que|qu['’]|ce que)\s?.+)$`),
	"pt": pattern.New(`(?i)^(?:aos|às|para os|para as) ((?:noss[oa]s )?(?:nov[oa]s )?\p{L}+(?: (?:do|da|dos|das|de) [^,.:;]{2,40}?)?) ((?:como|por que|que|o que)\s.+)$`),
	"it": pattern.New(`(?i)^(?:ai|agli|alle) ((?:nostr[ie] )?(?:nuov[ie] )?\p{L}+(?: (?:del|della|dello|dei|degli|delle|dell['’]|di) ?[^,.:;]{2,40}?)?) ((?:come|perché|che)\s.+)$`),
	"nl": pattern.New(`(?i)^(?:aan )?((?:onze|de|alle|nieuwe) \p{L}+(?: van [^,.:;]{2,40}?)?) ((?:hoe|waarom|dat|wat)\s.+)$`),
}

// addressee takes those who are told off the front of an instruction.
func (p *parser) addressee(rest string) string {
	re := toldTo[p.t.Code]
	if re == nil {
		return rest
	}
	m := re.FindStringSubmatch(rest)
	if m == nil || !p.t.People.MatchString(m[1]) {
		return rest
	}
	if p.b.Audience == "" {
		p.b.Audience = m[1]
		for lead, article := range map[string]string{"aux ": "les ", "aos ": "os ", "às ": "as ", "ai ": "i ", "agli ": "gli ", "alle ": "le "} {
			if strings.HasPrefix(strings.ToLower(rest), lead) && p.t.Code != "de" && !articleAfter.MatchString(m[1]+" ") {
				p.b.Audience = article + m[1] // "aux locataires"
			}
		}
		if p.t.Code == "de" {
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
func (p *parser) topicAndFacts(verb, rest string, s prose.Sentence) bool {
	if p.b.Subject != "" || p.b.Title != "" || len(p.b.Points) > 0 || p.said > 0 || p.orders > 1 {
		return false
	}
	head, tail, ok := strings.Cut(rest, ": ")
	head = strings.TrimSpace(head)
	if !ok || prose.Words(head) > 12 || prose.URL(rest) != "" && prose.URL(head) != "" || len(prose.Quoted(rest)) > 0 || p.t.Heads.MatchString(head) || chartLead.MatchString(head) {
		return false
	}
	items := p.splitItems(tail)
	asks := p.t.Question.MatchString(head)
	if len(items) < 2 || asks && prose.Words(head) <= 3 || !asks && p.isClause(head) && !p.relative(head) {
		return false
	}
	if p.t.Code == "en" && len(items) == 2 && !strings.Contains(tail, ", ") && p.isClause(tail) && !pronounFirst.MatchString(items[1]) && !articleAfter.MatchString(items[1]) {
		items = []string{prose.Unstop(tail)} // "chairs sold between March and July have a latch that opens" is one fact
	}
	if asks {
		p.b.Subject = p.question(head)
	} else {
		if i := strings.LastIndex(head, " to "); i > 0 && p.t.Code == "en" && p.t.People.MatchString(head[i+4:]) {
			p.b.Audience, head = head[i+4:], head[:i]
		}
		p.subject(p.audienceCut(head), s.Line)
	}
	if first := strings.Fields(verb); p.b.Purpose == "" && len(first) > 0 && (first[0] == "promote" || first[0] == "advertise") {
		p.b.Purpose = brief.Launch
	} else if p.b.Purpose == "" {
		p.b.Purpose = brief.Explainer
	}
	if howTo.MatchString(head) && len(items) >= 3 {
		pt := brief.Point{Form: brief.Steps, Line: s.Line, Col: s.Col, Asked: true, Chapter: p.chapter}
		for _, x := range items {
			pt.Items = append(pt.Items, brief.Item{Title: x})
		}
		p.b.Points = append(p.b.Points, pt)
		return true
	}
	clause := func(x string) bool {
		at := p.t.Finite.FindStringIndex(" " + x + " ")
		return p.isClause(x) && prose.Words(x) > 3 && (at != nil && at[0] > 0 || pronounFirst.MatchString(x))
	}
	var phrases []string
	for _, x := range items {
		if !clause(x) {
			phrases = append(phrases, x)
		}
	}
	for _, x := range items {
		switch {
		case clause(x):
			p.say(brief.Point{Form: brief.Clause, Text: x, Asked: true}, s)
		case len(phrases) == 1: // in its place: the others may lean on it
			p.say(brief.Point{Form: brief.Phrase, Text: x, Asked: true}, s)
		}
	}
	if len(phrases) > 1 {
		p.list("", phrases, "", brief.Body, s)
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
	if m := germanHow.FindStringSubmatch(s); m != nil && p.t.Code == "de" && !germanSplit.MatchString(m[3]) {
		who, rest := strings.ToLower(m[1]), m[2]
		if who == "sie" {
			who = "Sie"
			for _, x := range []string{"ihre", "ihren", "ihrem", "ihrer", "ihr", "sich"} {
				if rest2, ok := strings.CutPrefix(rest, x+" "); ok && x != "sich" {
					rest = prose.Upper(x) + " " + rest2
					break
				}
			}
		}
		return "So " + m[3] + " " + who + " " + rest
	}
	if p.b.Audience != "" {
		for i := 0; i+1 < len(yours[p.t.Code]); i += 2 {
			s = strings.ReplaceAll(s, yours[p.t.Code][i], yours[p.t.Code][i+1])
		}
	}
	return prose.Upper(s)
}

var (
	insideRE  = pattern.New(`(?i)^(.+?) \(([^()]+)\),? (?:with|to|and|vs\.?|versus|against|mit|gegen|con|avec|contro|com|met) (.+?) \(([^()]+)\)$`)
	leadingNo = pattern.New(`^[€$£~]?\s?\d[\d.,]*\s?[€$£%]?`)
)

// besideEachOther reads "Basic ($9 a month, 1 user, email support) with Pro ($29 a
// month, 10 users, phone support)": the values in brackets are rows, each named by
// the words that both sides share.
func (p *parser) besideEachOther(rest string, s prose.Sentence) bool {
	m := insideRE.FindStringSubmatch(prose.Unstop(rest))
	if m == nil {
		return false
	}
	x, y := splitOutside(m[2], ", "), splitOutside(m[4], ", ")
	if len(x) != len(y) || len(x) == 0 {
		return false
	}
	pt := brief.Point{Form: brief.Compare, Items: []brief.Item{{Title: planName(m[1])}, {Title: planName(m[3])}}, Asked: true}
	for i := range x {
		label, a, b := sharedTail(strings.TrimSpace(x[i]), strings.TrimSpace(y[i]))
		pt.Items = append(pt.Items, brief.Item{Title: label, Body: a + "|" + b})
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
		return "", prose.Upper(a), prose.Upper(b)
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
		x, y = prose.Upper(x), prose.Upper(y)
	}
	return prose.Upper(label), x, y
}

var perUnit = pattern.New(`(?i)^(?:an?|per|each|every) (month|year|week|day|hour|seat|user|person|piece)$`)

// yours turns what is said about others into what is said to them.
var yours = map[string][]string{"en": {" their ", " your "}, "fr": {" leur ", " votre ", " leurs ", " vos "}, "it": {" il loro ", " il vostro ", " la loro ", " la vostra "}, "nl": {" hun ", " je "}}
