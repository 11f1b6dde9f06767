package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/commission"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file says what stands behind the colon of such an order.

// inYears tells whether items tell a history.
func inYears(items []string) bool {
	n := 0
	for _, it := range items {
		if yearAny4.MatchString(it) {
			n++
		}
	}
	return n > 1
}

// yearAny4 is a year of a history.
var yearAny4 = pattern.New(`\b(?:1[6-9]|20)\d\d\b`)

// asksHow asks how something is done.
var asksHow = pattern.New(`(?i)^(?:wie|cómo|como|comment|come) `)

// behindOrder says what stands behind the colon of an order.
func (p *parser) behindOrder(o *commission.Order, at prose.Sentence) {
	rest := strings.TrimSpace(o.Rest)
	if rest == "" {
		return
	}
	s := prose.Sentence{Text: rest, Line: at.Line, Col: at.Col}
	if q, ok := prose.Unquote(prose.Unstop(rest)); ok && !o.Dashed {
		p.say(brief.Point{Form: brief.Clause, Text: q, Asked: true, Verbatim: true}, s)
		return
	}
	if when, more := p.whenFirstIn(rest); when != "" { // "domingo, 8 de setembro, às 8h, concentração no quiosque 12"
		if p.b.Purpose == brief.News || p.b.Purpose == "" {
			p.b.Purpose = brief.Event
		}
		p.say(brief.Point{Form: brief.When, Text: when, Asked: true}, s)
		if rest = more; rest == "" {
			return
		}
	}
	items := p.splitItems(rest)
	bare := p.b.Subject == "" && p.b.Title == "" && len(p.b.Points) == 0 && p.b.Purpose != brief.Thanks
	if first := items[0]; bare && p.b.Audience == "" && len(items) >= 3 && !anyDigit.MatchString(first) && prose.Words(first) <= 7 && prose.Words(first) > 1 && !p.isClause(first) && len(prose.SplitSentences(rest)) == 1 && strings.HasPrefix(rest, first+", ") { // "soldes d'hiver chez Maison Perle, du 8 janvier au 4 février, …"
		p.b.Title = prose.Upper(first)
		p.behindOrder(&commission.Order{Rest: strings.TrimPrefix(rest, first+", ")}, at)
		return
	}
	switch {
	case bare && p.topicOnly(rest) && prose.StartsUpper(rest):
		p.b.Title = prose.Unstop(rest)
	case bare && p.topicOnly(rest):
		p.aboutThing(prose.Unstop(rest), at)
	case len(items) >= 3 && !inYears(items) && !p.isClause(items[0]) && len(prose.SplitSentences(rest)) == 1:
		form := ""
		if do := toDoIn[p.t.Code]; (askedHow.MatchString(o.Object+" ") || o.Asks && asksHow.MatchString(o.Object)) && (do == nil || do.MatchString(items[0])) {
			form = "steps"
		}
		p.list("", items, "", brief.Body, s)
		if n := len(p.b.Points) - 1; form != "" && p.b.Points[n].Form == brief.List {
			p.b.Points[n].Form = brief.Steps
		}
	case p.t.Code == "de" && soDE.MatchString(rest) && bare:
		p.b.Subject = prose.Unstop(rest)
	case anyDigit.MatchString(rest) && strings.Contains(rest, ", ") && !p.isClause(rest) && len(prose.SplitSentences(rest)) == 1:
		p.headRest(rest, s)
	default:
		if m := takesPlaceIn.FindStringSubmatch(rest); m != nil && bare {
			p.b.Title = prose.Upper(articleAfter.ReplaceAllString(m[1], ""))
		}
		for _, c := range prose.SplitSentences(prose.Upper(rest)) {
			p.sentence(prose.Sentence{Text: c, Line: s.Line, Col: s.Col})
		}
	}
}

// takesPlaceIn is an event and when it takes place. Group 1 is the event.
var takesPlaceIn = pattern.New(`^((?:[\p{L}'’-]+ ){0,5}?[\p{L}'’-]+) (?i:ist|findet|beginnt|startet|steigt|es|será|empieza|comienza|se celebra|tiene lugar|est|aura lieu|commence|a lieu|è|sarà|inizia|comincia|si terrà|é|começa|acontece|realiza-se) (?i:am|vom|ab|um|el|del|a las|le|du|à|il|dal|alle|sabato|domenica|no|na|em|às|dia) ?[\p{L}\d]`)

// whenFirstIn parts when something is from the front of a row.
func (p *parser) whenFirstIn(rest string) (when, more string) {
	if len(prose.SplitSentences(rest)) > 1 {
		return "", rest
	}
	parts := splitOutside(prose.Unstop(rest), ", ")
	n := 0
	for n < len(parts) && partOfWhen.MatchString(strings.TrimSpace(parts[n])) {
		n++
	}
	if n == 0 || !dayInWhen.MatchString(parts[0]) {
		return "", rest
	}
	return strings.Join(parts[:n], ", "), strings.Join(parts[n:], ", ")
}

var (
	// partOfWhen is a day or a time of day, and nothing else.
	partOfWhen = pattern.New(`(?i)^(?:(?:am|vom|el|este|le|ce|il|questo|no|na|neste|nesta|dia|den|dem|próximo|próxima) )*(?:` + weekdayNames + `)?,? ?(?:(?:den|dem|dia|el|le|il) )?(?:\d{1,2}(?:\.|º|°|er)? ?(?:de )?(?:\p{L}{3,10})?(?: de| del)?(?: 20\d\d)?|\d{1,2}\.\d{1,2}\.?(?:20\d\d)?)?(?:,? ?(?:um|ab|von|de|a las?|desde las?|à|dès|alle|dalle|ore|às|das|a partir das|a partir de las) ?\d{1,2}(?:[.:h]\d\d)? ?(?:uhr|h|horas?|heures?)?(?: ?(?:bis|a|à|alle|às|a las|[–-]) ?\d{1,2}(?:[.:h]\d\d)? ?(?:uhr|h|horas?)?)?)?$`)
	// dayInWhen has a weekday or a day.
	dayInWhen = pattern.New(`(?i)(?:` + weekdayNames + `)|^(?:am |el |le |il |dia |no dia )?\d{1,2}(?:\.|º|°|er)? ?(?:de )?(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)(?: de| del)?(?: 20\d\d)?$`)
)
