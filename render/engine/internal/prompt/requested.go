package prompt

import (
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// wantedDE is a wish whose purpose stands before its verb: "für unsere Bücherei brauchen
// wir einen Clip über …". Groups: whom or what it is for, the clip.
var wantedDE = pattern.New(`(?i)^(für [^,.:]{3,60}?) (?:brauchen|bräuchten|benötigen|möchten|wünschen|suchen|hätten) wir (?:uns |bitte |gern(?:e)? |noch |dringend )*((?:ein|eine|einen|kurze\p{L}*) .+)$`)

// ofThis makes a video of what stands before it: "Faites-en une vidéo", "Macht daraus ein
// Video", "Maak hier een video van".
var ofThis = pattern.New(`(?i)^(?:bitte )?(?:fai(?:s|tes)-en|(?:mach|macht|machen sie|erstell|erstelle|erstellt|erstellen sie) (?:mir |uns |bitte )*(?:daraus|hieraus|davon)|maak (?:hier(?:van)?|daar(?:van)?|er)|(?:haz|haga|haced|hazme|hacednos) (?:con (?:esto|ello|eso|todo esto) )|convi[eé]rt[ea]lo en|(?:hazlo|hágalo)|(?:faça|faz|façam|crie) (?:disso|disto|com isso|com isto)|transforme (?:isso|isto|tudo) em|(?:fanne|fatene|facci|fateci)|trasformal[oa] in|(?:fai|fate) di questo)\s`)

// weOrder says who orders the video in the same sentence. Groups: name, verb, the rest.
var weOrder = pattern.New(`^(?i:wir|ich),? ((?:(?:die|der|das|vom|von der|vom) )?\p{Lu}[^,.:]{2,50}), (?i:brauchen|bräuchten|benötigen|möchten|wünschen uns|suchen|brauche|hätten gern) (?i:bitte )?((?i:ein|eine|einen) .+)$`)

// requested brings a wish for a video that is worded in another order into the order that
// it means, and greetings off its front: "Caros colegas, façam por favor um vídeo …".
func (p *parser) requested(text string) string {
	if p.t.Code == "en" {
		return text
	}
	if m := greetedFirst.FindStringIndex(text); m != nil {
		h := headers[p.t.Code]
		if rest := prose.Upper(strings.TrimSpace(text[m[1]:])); p.isMake(rest) || h != nil && h.ask.MatchString(rest) {
			text = rest
		}
	}
	if make := makeIn[p.t.Code]; make != nil && p.first() && !p.isMake(text) && !p.t.Tell.MatchString(text) {
		if m := make.FindStringSubmatch(text); m != nil {
			return headers[p.t.Code].order + m[1]
		}
	}
	if m := weOrder.FindStringSubmatch(text); m != nil && p.t.Code == "de" {
		if p.b.Company == "" {
			p.b.Company = articleAfter.ReplaceAllString(m[1], "")
		}
		return "Erstelle " + m[2]
	}
	if m := wantedDE.FindStringSubmatch(text); m != nil && p.t.Code == "de" && p.t.Noun.MatchString(" "+prose.FirstWords(m[2], 8)+" ") {
		head, tail, cut := strings.Cut(m[2], " über ")
		if cut {
			return "Erstelle " + head + " " + lowerFirst(m[1]) + " über " + tail
		}
		return "Erstelle " + m[2] + " " + lowerFirst(m[1])
	}
	return text
}

// makeIn is a request for a video however polite: its verb may have any form. Group 1 is
// what is to be made: "Vi prego di preparare un video sulla raccolta fondi".
var makeIn = map[string]*pattern.Pattern{
	"es": pattern.New(`(?i)^[^.:,"«]{0,40}?\b(?:prepar|crea|cree|cré|hac|hag|hic|haz|grab|produc|elabor|realiz|realic|mont|gener)\p{L}*(?: por favor)? ((?:un|una|el) (?:\p{L}+ ){0,3}?(?:v[ií]deo|clip|spot|anuncio|reel)\b.*)$`),
	"fr": pattern.New(`(?i)^[^.:,"«]{0,40}?\b(?:prépar|cré|fai|fass|fer|réalis|produi|tourn|mont|génér|élabor)\p{L}*(?: s['’]il (?:te|vous) plaît)? ((?:une?|la|le) (?:\p{L}+ ){0,3}?(?:vidéo|clip|spot|film|reel)\b.*)$`),
	"it": pattern.New(`(?i)^[^.:,"«]{0,40}?\b(?:prepar|crea|crei|cre|fa|facc|fare|realizz|produ|gir|mont|gener|registr)\p{L}*(?: per favore)? ((?:un|uno|una|il) (?:\p{L}+ ){0,3}?(?:video|clip|spot|filmato|reel)\b.*)$`),
	"pt": pattern.New(`(?i)^[^.:,"«]{0,40}?\b(?:prepar|cri|faç|faz|fize|grav|produ|elabor|realiz|mont|ger)\p{L}*(?: por favor)? ((?:um|uma|o) (?:\p{L}+ ){0,3}?(?:vídeo|clipe|anúncio|spot|reel)(?:[ ,.:]|$).*)$`),
}

var greetedFirst = pattern.New(`(?i)^(?:hallo|hi|liebe[rs]?|sehr geehrte[rs]?|¡?hola|estimad[oa]s?|querid[oa]s?|bonjour|chers?|chères?|olá|oi|prezad[oa]s?|car[oaie]s?|ciao|salve|buongiorno|gentil[ei]|hoi|beste|geachte|أعزائي|זملائي)(?: [^.?:;,!]{1,40})?(?:[,!]|\s?:)\s+`)

// madeOfThis carries out an order that stands behind its facts, and of which only what it
// says of the video counts.
func (p *parser) madeOfThis(text string, s prose.Sentence) bool {
	if p.t.Code == "en" && !p.verbatim && makeOfThis.MatchString(text) && !p.isMake(p.stripLead(text)) {
		p.orders++
		p.understand(s.Line, text, func() {
			p.direct(text, s.Line)
			if d := prose.Duration(text); d >= 5 {
				p.b.length(text, d)
			}
			if at := p.t.ForWho.FindAllStringIndex(" "+text, -1); at != nil && p.b.Audience == "" {
				if who := prose.Unstop(prose.Behind(" "+text, at[len(at)-1][1])); p.t.People.MatchString(who) && prose.Words(who) <= 6 {
					p.b.Audience = who
				}
			}
			if p.b.Purpose == "" {
				p.b.Purpose = grammar.PurposeOf(text)
			}
		})
		return true
	}
	if p.ofThisText(text, s) {
		return true
	}
	if p.t.Code == "en" || p.said == 0 && len(p.b.Points) == 0 || !p.t.Noun.MatchString(" "+text+" ") || p.verbatim {
		return false
	}
	at := ofThis.FindStringIndex(text)
	if at == nil && p.said >= 2 && p.orders == 0 {
		at = p.t.Make.FindStringIndex(text) // at the end, the facts have named the topic
	}
	if at == nil || at[0] > 0 {
		return false
	}
	p.orders++
	rest := strings.TrimSpace(text[at[1]:])
	p.understand(s.Line, text, func() {
		if d := prose.Duration(rest); d >= 5 {
			p.b.length(rest, d)
		}
		p.direct(rest, s.Line)
		if m := p.t.ForWho.FindStringIndex(" " + rest + " "); m != nil && p.b.Audience == "" {
			if who := prose.Unstop(strings.SplitN(strings.TrimSpace((" " + rest)[min(len(rest), max(0, m[1]-1)):]), ",", 2)[0]); p.t.People.MatchString(who) {
				p.b.Audience = who
			}
		}
		if pu := grammar.PurposeOf(rest); pu != "" && p.b.Purpose == "" {
			p.b.Purpose = pu
		}
	})
	return true
}

// textAround points at the text around an order.
var textAround = pattern.New(`(?i)(?:^|\s)(?:daraus|hieraus|davon|hiervon|(?:mit|aus) (?:diesem|dem folgenden) text|con (?:esto|ello|eso|esta info\p{L}*|este texto|lo siguiente|lo de abajo)|de esto|(?:a partir|partiendo) de (?:esto|este texto)|avec (?:ça|ceci|cela|ce texte|ces infos?)|à partir de (?:ça|ceci|ce texte)|de (?:ça|ceci|ce texte)|(?:con|da|di) (?:questo|queste info\p{L}*|questo testo)|(?:com|de) (?:isso|isto|este texto|essas informações)|disso|disto|nisso|hier(?:\s\p{L}+){0,4}?\s(?:van|mee)|hiervan|hiermee|daarvan|ervan|van (?:dit|deze tekst)|من هذا|بهذا|من هذه|מזה|מזאת|מהטקסט)(?:[\s,.:?!]|$)`)

// partOfThem counts some of what stands before it: "180 Kurse, davon 40 online".
var partOfThem = pattern.New(`(?i)(?:davon|hiervon|daraus|di questi|de estos|de ça) (?:\d|ein|zwei|drei|die|der|das)|\d+ davon`)

// ofThisText carries out a request for a video of the text around it, which is about what
// that text says: "¿Puedes preparar un vídeo corto con esto?"
func (p *parser) ofThisText(text string, s prose.Sentence) bool {
	at := p.t.Noun.FindStringIndex(" " + text + " ")
	order, facts, colon := strings.Cut(text, ": ")
	if p.t.Code == "en" || p.verbatim || p.orders > 0 || at == nil || !textAround.MatchString(order) || partOfThem.MatchString(order) || prose.Words(text) > 24 || colon && prose.Words(facts) > 2 {
		return false // "über das neue Programm: 180 Kurse, davon 40 online"
	}
	p.orders++
	p.understand(s.Line, text, func() {
		if d := prose.Duration(text); d >= 5 {
			p.b.length(text, d)
		}
		if m := p.t.ForWho.FindStringIndex(" " + text + " "); m != nil && p.b.Audience == "" {
			who := prose.Unstop(strings.SplitN(prose.Behind(" "+text+" ", m[1]), ",", 2)[0])
			if who = toMake.ReplaceAllString(who, ""); p.viewers(who) && prose.Words(who) <= 9 {
				p.b.Audience = who
			}
		}
		p.direct(text, s.Line)
		if p.b.Purpose == "" {
			p.b.Purpose = grammar.PurposeOf(text)
		}
	})
	return true
}

// toMake ends a request with its verb.
var toMake = pattern.New(`(?i)\s(?:machen|erstellen|drehen|bauen|basteln|produzieren|maken|in elkaar zetten)$`)

// shownAtEnd asks for words at the end in an infinitive: "No final, mostrar “…”".
var shownAtEnd = pattern.New(`(?i)^(?:no final|ao final|no fim|al final|à la fin|alla fine|am ende|zum schluss|op het einde|aan het eind),? (?:bitte )?(?:mostrar|exibir|colocar|aparece|que aparezca|poner|afficher|montrer|mettre|mostrare|mettere|mostra|zeigen|einblenden|tonen|laat|toon)?[^"“«„]{0,24}["“«„]([^"”»“]+)["”»“](?: (?:einblenden|zeigen|anzeigen|tonen))?\.?$`)

// showsAtEnd carries it out.
func (p *parser) showsAtEnd(text string, s prose.Sentence) bool {
	m := shownAtEnd.FindStringSubmatch(text)
	if m == nil || p.t.Code == "en" {
		return false
	}
	p.orders++
	p.say(brief.Point{Form: brief.Clause, Text: strings.TrimSpace(m[1]), Role: brief.Action, Asked: true, Verbatim: true}, s)
	return true
}

// dataShown asks for data in a form that only data have: "Show revenue by region as a table".
var dataShown = pattern.New(`(?i)^(?:please )?(?:show|chart|plot|graph|visuali[sz]e|display|include|present|draw)\s.*\b(?:as|in|on) an? (?:\p{L}+[ -]){0,2}(?:charts?|graphs?|tables?|diagram)\b`)

// showsData takes such an order out of what is said; the values are in the context files.
func (p *parser) showsData(text string, s prose.Sentence) bool {
	if p.t.Code != "en" || p.verbatim || !dataShown.MatchString(text) || anyDigits.MatchString(text) {
		return false
	}
	p.orders++
	p.b.Data = append(p.b.Data, brief.Literal{Text: prose.Unstop(text), Line: s.Line})
	return true
}

var anyDigits = pattern.New(`\d`)

var (
	// stepLabel counts a step off at the head of a sentence.
	stepLabel = pattern.New(`(?i)(^|[.!?]\s+|\s[–—-]\s)(?:étape|schritt|paso|passo|passaggio|stap|الخطوة|שלב)\s(\d{1,2})\s?[:.–—-]\s+`)
	// forGenders are the letters behind a job by which every gender is meant; they are not said.
	forGenders = pattern.New(`(?i)\s?\((?:[mwfdxvh](?:\s?/\s?[mwfdxvhn]){1,3}|h/f|f/h)\)`)
)

// stepped puts steps that are counted off in running text on lines of their own, and what
// follows the sentence of the last one below them.
func stepped(lines []prose.Line) []prose.Line {
	n := 0
	for _, l := range lines {
		n += len(stepLabel.FindAllStringIndex(l.Text, -1))
	}
	out := make([]prose.Line, 0, len(lines))
	for _, l := range lines {
		l.Text = forGenders.ReplaceAllString(l.Text, "")
		at := stepLabel.FindAllStringSubmatchIndex(l.Text, -1)
		if n < 2 || len(at) == 0 {
			out = append(out, l)
			continue
		}
		out = append(out, stepLines(l, at)...)
	}
	return out
}

// numberInline is the number of a step in running text, behind the end of a sentence.
var numberInline = pattern.New(`(^|[.!?] )(\d)[.)] `)

// steppedEnglish does the same in English where steps are counted from one: "1. Look up. 2.
// Smile. 3. …".
func steppedEnglish(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	for _, l := range lines {
		at := numberInline.FindAllStringSubmatchIndex(l.Text, -1)
		counted := len(at) > 2
		for i, m := range at {
			counted = counted && l.Text[m[4]:m[5]] == strconv.Itoa(i+1) && prose.StartsUpper(l.Text[m[1]:])
		}
		if !counted {
			out = append(out, l)
			continue
		}
		out = append(out, stepLines(l, at)...)
	}
	return out
}

// stepLines are the steps of a line, whose numbers stand at the given places.
func stepLines(l prose.Line, at [][]int) []prose.Line {
	var out []prose.Line
	if head := strings.TrimSpace(l.Text[:at[0][3]]); head != "" {
		out = append(out, prose.Line{N: l.N, Text: head}, prose.Line{N: l.N, Text: ""})
	}
	for i, m := range at {
		end := len(l.Text)
		if i+1 < len(at) {
			end = at[i+1][3]
		}
		ss := prose.SplitSentences(strings.TrimSpace(l.Text[m[1]:end]))
		if len(ss) == 0 {
			continue
		}
		if i+1 < len(at) {
			ss = []string{strings.Join(ss, " ")}
		}
		out = append(out, prose.Line{N: l.N, Text: l.Text[m[4]:m[5]] + ". " + prose.Unstop(ss[0])})
		if len(ss) > 1 {
			out = append(out, prose.Line{N: l.N, Text: ""}, prose.Line{N: l.N, Text: strings.Join(ss[1:], " ")})
		}
	}
	return out
}
