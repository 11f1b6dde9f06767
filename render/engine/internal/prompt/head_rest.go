package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// headAsks reads what stands behind a head that names no topic: a question, or the topic.
func (p *parser) headAsks(r *headReading, s prose.Sentence) bool {
	switch {
	case strings.HasSuffix(r.rest, "?") || strings.HasSuffix(r.rest, "؟"):
		if prose.Words(r.rest) > 14 || len(prose.SplitSentences(r.rest)) != 1 {
			return false
		}
		p.b.Title = r.rest
		p.say(brief.Point{Form: brief.Clause, Text: r.rest, Role: brief.Hook, Asked: true}, s)
	case !p.topicOnly(r.rest):
		return false
	case articleAfter.MatchString(r.rest) && !prose.StartsUpper(r.rest):
		p.subject(r.rest, s.Line)
	default:
		p.b.Title = prose.Upper(prose.Unstop(r.rest))
	}
	return true
}

// topicOnly tells the topic behind a head's colon from facts.
func (p *parser) topicOnly(rest string) bool {
	r := prose.Unstop(rest)
	return prose.Words(r) <= 9 && !anyDigit.MatchString(r) && !p.isClause(r) && !strings.Contains(r, ", ") && !strings.ContainsAny(rest, "?!")
}

// headRest says what stands behind the colon of a head.
func (p *parser) headRest(rest string, s prose.Sentence) bool {
	if rest == "" {
		return true
	}
	items := p.splitItems(rest)
	if first := strings.Fields(items[0]); len(items) >= 2 && len(first) <= 4 && p.advertised(items) {
		p.b.Title, p.b.Subject = "", strings.TrimSpace(items[0])
		items = items[1:]
		if len(items) <= 2 {
			sep := ", "
			if p.t.Code == "ar" {
				sep = "، "
			}
			p.b.About = strings.Join(items, sep)
			return true
		}
		p.list("", items, "", brief.Body, s)
		return true
	}
	if len(items) >= 2 && !becomes.MatchString(items[0]) && anyDigit.MatchString(items[0]) && anyDigit.MatchString(items[1]) {
		for _, x := range figuresOf(rest) { // a report says each of its figures
			p.said++
			p.statement(prose.Upper(x), s)
		}
		return true
	}
	if len(items) >= 3 && !slices.ContainsFunc(items, p.isClause) && !slices.ContainsFunc(items[1:], adverbial.MatchString) {
		p.list("", items, rest, brief.Body, s)
		if n := len(p.b.Points) - 1; howTo.MatchString(p.b.Title) && p.b.Points[n].Form == brief.List {
			p.b.Points[n].Form = brief.Steps
		}
		return true
	}
	p.sentence(prose.Sentence{Text: prose.Upper(rest), Line: s.Line, Col: s.Col})
	return true
}

// adverbial goes on with what stands before it and is no thing of a list: "solo a pranzo",
// "dalle 12 alle 14:30".
var adverbial = pattern.New(`(?i)^(?:solo|sólo|nur|seulement|só|apenas|alleen|dal(?:le|l['’])?|da|de|desde|a partir|du|des|dès|von|ab|am|im|vom|bis|hasta|até|jusqu['’]|fino|tot|van|vanaf|às|aos|a las|a los|los|les|il|el|le|op|om|um) (?:\S+ )*(?:\d{1,2}|pranzo|cena|mediodía|comida|mittags|abends|(?:` + dayNamesRE + `)s?)\b`)

const dayNamesRE = `montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda|terça|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag`

// figuresOf cuts a report's head into its figures; what compares one stays with it:
// "vendite di ottobre 412.000 €, +8 % rispetto a settembre".
func figuresOf(s string) []string {
	sep := ", "
	if strings.Contains(s, "; ") {
		sep = "; "
	}
	var out []string
	for _, x := range splitOutside(prose.Unstop(s), sep) {
		if x = strings.TrimSpace(x); len(out) > 0 && compares.MatchString(x) {
			out[len(out)-1] += ", " + x
		} else if x != "" {
			out = append(out, x)
		}
	}
	return out
}

// becomes is a price with what becomes of it.
var becomes = pattern.New(`(?i)\s(?:von|de|da|dal|van) (?:R\$|[€$£])?\s?\d[^,;]* (?:auf|a|à|al|para|naar) (?:R\$|[€$£])?\s?\d`)

// compares begins what a figure is compared with.
var compares = pattern.New(`(?i)^(?:[+−-]?\s?\d[\d.,]*\s?[%٪] (?:mehr|weniger|über|unter|más|menos|acima|abaixo|mais|rispetto|in più|in meno|de plus|de moins|meer|minder|sobre|أكثر|أقل)|[+−-]\s?\d|das sind|das entspricht|es decir|soit|ou seja|cioè|dat is|oltre|ein plus|in crescita|en hausse|en baisse|un aumento|une hausse|uma alta|een stijging|בעלייה|עלייה|ירידה|بزيادة|بارتفاع|بانخفاض)`)

// advertised tells whether the first of several things is the name of what an
// advertisement is for: "Savon Lune, fabriqué à Marseille, …".
func (p *parser) advertised(items []string) bool {
	if p.b.Purpose != brief.Launch && p.b.Purpose != brief.Social || anyDigit.MatchString(items[0]) || p.isClause(items[0]) {
		return false
	}
	f := strings.Fields(items[0])
	return len(f) == 1 || properName(f[len(f)-1]) || p.t.Code == "ar" || p.t.Code == "he"
}
