package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// welcomes reads "Bienvenida para los nuevos repartidores de Ruta Verde".
func (p *parser) welcomes(h *header, text string, s prose.Sentence) bool {
	head, rest := cutHead(text)
	comma := ", "
	if strings.Contains(head, "، ") {
		comma = "، "
	}
	parts, made := splitOutside(head, comma), []string(nil)
	for n := len(parts); n > 1 && p.production(strings.TrimSpace(parts[n-1])); n = len(parts) {
		parts, made = parts[:n-1], append(made, parts[n-1]) // "… im Klinikum Nord, 60 Sekunden"
	}
	head = strings.Join(parts, comma)
	m := h.joins.FindStringSubmatch(head)
	if len(m) < 4 || !allProper(joinedWords.ReplaceAllString(m[3], "")) && p.t.Code != "ar" && p.t.Code != "he" {
		return false
	}
	p.orders++
	p.understand(s.Line, text, func() {
		for _, x := range made {
			p.direct(x, s.Line)
		}
		who := strings.TrimSpace(m[1])
		switch lead := strings.ToLower(head[:max(0, strings.Index(head, m[1]))]); {
		case p.t.Code == "ar":
			who = "ا" + who // "للموظفين" is "ل" and "الموظفين"
		case p.t.Code == "fr" && (strings.HasSuffix(lead, "des ") || strings.HasSuffix(lead, "aux ")):
			who = "les " + who
		case p.t.Code == "it" && strings.HasSuffix(lead, "ai "):
			who = "i " + who
		case p.t.Code == "it" && strings.HasSuffix(lead, "agli "):
			who = "gli " + who
		case p.t.Code == "it" && strings.HasSuffix(lead, "alle "):
			who = "le " + who
		case p.t.Code == "pt" && strings.HasSuffix(lead, "aos "):
			who = "os " + who
		case p.t.Code == "pt" && strings.HasSuffix(lead, "às "):
			who = "as " + who
		}
		p.b.Purpose, p.b.Audience, p.b.Company = brief.Onboarding, who, strings.TrimSpace(m[3])
		switch prep := strings.ToLower(strings.TrimSpace(m[2])); {
		case p.t.Code == "de":
			p.b.CompanyIn = strings.TrimSpace(m[2]) + " " + p.b.Company
		case p.t.Code == "pt" && (prep == "da" || prep == "na" || prep == "à"):
			p.b.CompanyIn = "à " + p.b.Company
		case p.t.Code == "pt" && (prep == "do" || prep == "no" || prep == "ao"):
			p.b.CompanyIn = "ao " + p.b.Company
		}
	})
	return p.headRest(rest, s)
}

// welcomed finds where those who are welcomed will work, in what an order says of them:
// "für neue Auszubildende der Bäckerei Sonnleitner", "pour les apprentis de la boulangerie
// Soleil".
func (p *parser) welcomed() {
	b := p.b
	re := worksAt[p.t.Code]
	if re == nil || b.Purpose != brief.Onboarding || b.Subject+b.Title+b.Company != "" {
		return
	}
	m := re.FindStringSubmatch(b.Audience)
	if m == nil {
		return
	}
	if b.Audience = strings.TrimSpace(m[1]); p.t.Code == "de" {
		in := map[string]string{"der": "in der", "des": "im", "von": "bei", "vom": "beim"}[m[2]]
		b.Company, b.CompanyIn = m[3], cmp.Or(in, m[2])+" "+m[3]
		return
	}
	article := unmelted[strings.ToLower(m[2])]
	if p.t.Code == "it" && m[2] == "del" {
		article = "il "
	}
	b.Subject = article + m[3]
}

// worksAt parts people from the place that they will work at. Groups: they, the word
// between, the place.
var worksAt = map[string]*pattern.Pattern{
	"de": pattern.New(`^(.+?) (der|von|vom|bei der|beim|bei|im|in der|am|an der) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}\d&-]+)*)$`),
	"fr": pattern.New(`^(.+?) (de la|de l['’]|du) ?(\p{Ll}[\p{L}-]+ \p{Lu}.*)$`),
	"it": pattern.New(`^(.+?) (della|dell['’]|del|dello) ?(\p{Ll}[\p{L}-]+ \p{Lu}.*)$`),
	"pt": pattern.New(`^(.+?) (da|do) (\p{Ll}[\p{L}-]+ \p{Lu}.*)$`),
}
