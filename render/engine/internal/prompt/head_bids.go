package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// headBids reads "Einladung zum Sommerfest: …".
func (p *parser) headBids(m []string, text string, s prose.Sentence) bool {
	head, rest := cutHead(text)
	what := p.unmelt(strings.Join(m[1:], ""), strings.TrimSpace(head[min(len(head), len(m[0])):]))
	p.orders++
	p.understand(s.Line, text, func() {
		p.b.Purpose = brief.Event
		p.subject(p.segments(what, s.Line), s.Line)
	})
	return p.headRest(rest, s)
}

// headInvites reads "Vídeo para invitar a los vecinos al concierto".
func (p *parser) headInvites(r *headReading) bool {
	re := inviting[p.t.Code]
	if re == nil || r.audience != "" || !re.MatchString(r.tail) {
		return false
	}
	p.orders++
	p.understand(r.Line, r.Text, func() {
		for _, x := range r.prod {
			p.direct(x, r.Line)
		}
		p.invitation(p.segments(r.tail, r.Line), r.Line)
	})
	return true
}

// bidsTo begins an invitation. Group 1 is the preposition before what one is invited to.
var bidsTo = pattern.New(`(?i)^(?:(?:une? |eine? )?(?:v[ií]deo de |vidéo d['’]|video d['’]|video di |video-?)?(?:einladung|einladungs(?:video|film|clip)) (zum|zur|zu)|(?:un )?(?:v[ií]deo de )?invitación (al|a la|a los|a las|a|para el|para la|para)|(?:une )?(?:vidéo d['’])?invitation (au|aux|à la|à l['’]|à|pour)|(?:un )?(?:video d['’]|video di )?invito (all['’]|alla|al|allo|ai|agli|alle|a)|(?:um )?(?:v[ií]deo de )?convite (para o|para a|para|ao|aos|às|à)|(?:een )?(?:video-?)?uitnodiging (voor|tot)|(?:فيديو )?دعوة (إلى|لحضور)|(?:סרטון )?הזמנה (ל))\s?`)

// unmelt gives what one is invited to the article back that the preposition before it has
// taken in: "à l'inauguration" is "l'inauguration", "alla festa" "la festa".
func (p *parser) unmelt(prep, what string) string {
	if p.t.Code == "it" {
		return italianArticle.ReplaceAllStringFunc(prep+" ", func(s string) string { return unmeltedIT[strings.ToLower(strings.TrimSpace(s))] }) + what
	}
	return unmelted[strings.ToLower(prep)] + what
}

// meltedFirst begins what one is invited to behind an order for an invitation: "Crée une
// vidéo d'invitation à la fête de l'école".
var meltedFirst = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(zum|zur|zu(?: den)?) (.+)$`),
	"es": pattern.New(`(?i)^(al|a la|a los|a las) (.+)$`),
	"fr": pattern.New(`(?i)^(au|aux|à la|à l['’]) ?(.+)$`),
	"it": pattern.New(`(?i)^(all['’]|alla|al|allo|ai|agli|alle) ?(.+)$`),
	"pt": pattern.New(`(?i)^(para o|para a|ao|aos|às|à) (.+)$`),
	"nl": pattern.New(`(?i)^(voor|tot) (.+)$`),
}

// bidden reads what the tail of an order for an invitation invites to.
func (p *parser) bidden(head, tail string, at int) bool {
	re := meltedFirst[p.t.Code]
	if re == nil || !bidding.MatchString(head) {
		return false
	}
	m := re.FindStringSubmatch(tail)
	if m == nil || p.t.People.MatchString(prose.FirstWords(m[2], 2)) {
		return false
	}
	p.b.Purpose = brief.Event
	what := p.unmelt(m[1], m[2])
	if p.t.Code == "de" {
		what = grammar.NominativeDE(m[1], m[2])
	}
	p.subject(p.segments(what, at), at)
	return true
}

var bidding = pattern.New(`(?i)\b(?:invit(?:ación|ation|o)|convite|uitnodiging|(?:video-?)?einladung)`)
