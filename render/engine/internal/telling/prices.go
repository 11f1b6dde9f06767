package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

var (
	planHead  = pattern.New(`(?i)^(?:(?:there are|we have|we offer|choose from|choose between|pick from) )?(?:(?:our |the )?(?:two|three|four|five|six|[2-6]) )?(?:our |the |unsere |die |nuestros |los |nos |les |nossos |os |i |i nostri )?(?:pricing|prices|plans?|preise|tarife|preismodelle|abos|precios|planes|tarifas|prix|formules|abonnements|preços|planos|prezzi|piani)$`)
	priceHead = pattern.New(`(?i)(?:^|\s)(?:menu|specials|treatments|services|packages|tickets?|admission|entry|fees|rates|eintritt|entradas|tarifs?|billets|entrée|ingressos|bilhetes|biglietti|ingresso|toegang)$`)
	freeWord  = pattern.New(`(?i)\b(?:free|kostenlos|gratis|gratuite?s?|gratuit[ao]s?|grátis)\b`)
	// afterwards is no name of an offer: "free for a month, then $8".
	afterwards = pattern.New(`(?i)^(?:then|after|afterwards|from then|danach|dann|luego|después|puis|ensuite|depois|poi|dopo|daarna)\b`)
	// perRE is an amount's unit behind a stroke: "€12/month".
	perRE = pattern.New(`((?:R\$|[€$£])\s?\d[\d.,]*|\d[\d.,]*\s?[€$£])\s?/\s?(\p{L}+)\.?`)
)

// price is an offer and what it costs.
type price struct{ name, cost, detail string }

// prices draws a list of offers as cards, each with its price.
func (w *Writer) prices(b *Beat, pt *brief.Point) bool {
	head := strings.TrimRight(strings.TrimSpace(pt.Text), ":")
	if len(pt.Items) < 2 || len(pt.Items) > 6 || !planHead.MatchString(head) && !priceHead.MatchString(head) {
		return false
	}
	var offers []price
	for _, it := range pt.Items {
		p, ok := w.priceOf(strings.TrimSpace(it.Title + " " + it.Body))
		if !ok || afterwards.MatchString(p.name) {
			return false
		}
		offers = append(offers, p)
	}
	b.Kind, b.Headline, b.Plain = scene.Points, Clip(prose.Upper(w.Bare(head)), 40), false // "Three plans"
	var said []string
	plans := planHead.MatchString(head) && w.Wording.Code == "en"
	for i, p := range offers {
		ic := "coin"
		if freeWord.MatchString(p.cost) || freeWord.MatchString(p.name) {
			ic = "gift"
		}
		b.Items = append(b.Items, scene.Item{Title: prose.Upper(Clip(p.name, 34)), Value: p.cost, Body: prose.Upper(strings.TrimSpace(p.cost + " " + p.detail)), Icon: ic})
		it := pt.Items[i]
		text := w.perSaid(strings.TrimSpace(it.Title + " " + it.Body))
		plans = plans && tongue.IsName(p.name)
		if plans && p.cost == "" {
			text = p.name + ", " + p.detail
		} else if plans {
			text = p.name + ", at " + w.perSaid(strings.TrimSpace(p.cost+" "+p.detail))
		}
		said = append(said, text)
	}
	for i := range b.Items {
		b.Items[i].Value = ""
		if utf8.RuneCountInString(b.Items[i].Body) > 48 {
			b.Items[i].Body = Clip(b.Items[i].Body, 48)
		}
	}
	if ph := w.phrases(); plans && ph != nil && len(offers) < len(w.Wording.Counts) {
		last := len(said) - 1
		list := strings.Join(said[:last], "; ") + ";" + w.Wording.And + said[last]
		b.Words = []string{w.Wording.Fill(ph.plans, w.Wording.Counts[len(offers)], list)}
	} else {
		b.Words = []string{prose.Upper(prose.Stop(head + ": " + w.Wording.Join(said)))}
	}
	Cues(b)
	return true
}

// priceOf parts an offer into its name, what it costs and what else is said of it.
func (w *Writer) priceOf(s string) (price, bool) {
	for _, f := range w.Figures(s) {
		if !strings.ContainsAny(f.Prefix+f.Suffix, "€$£") {
			continue
		}
		name := strings.TrimRight(strings.TrimSpace(s[:f.From]), ":–—- ")
		cost, rest := s[f.From:f.To], s[f.To:]
		if m := strings.TrimLeft(rest, " "); strings.HasPrefix(m, "/") {
			unit := FirstWordOf(m)
			cost, rest = strings.TrimSpace(cost)+unit, m[len(unit):]
		}
		detail := strings.Trim(rest, " ,")
		if strings.HasPrefix(rest, ",") && w.Wording.Code == "en" && detail != "" {
			cost = strings.TrimSpace(cost) + "," // "€199 a month, service within 48 hours"
		}
		return price{name, strings.TrimSpace(cost), detail}, name != ""
	}
	m := freeWord.FindStringIndex(s)
	switch {
	case m == nil:
		return price{}, false
	case m[0] == 0:
		return price{name: s[:m[1]], detail: strings.TrimSpace(s[m[1]:])}, len(s) > m[1]
	}
	return price{strings.TrimRight(strings.TrimSpace(s[:m[0]]), ":–—- "), s[m[0]:m[1]], strings.TrimSpace(s[m[1]:])}, true
}

// perSaid says "€12/month" as "€12 a month".
func (w *Writer) perSaid(s string) string {
	ph := w.phrases()
	if ph == nil {
		return s
	}
	return perRE.ReplaceAllStringFunc(s, func(m string) string {
		p := perRE.FindStringSubmatch(m)
		if per := ph.perUnit[strings.ToLower(p[2])]; per != "" {
			return p[1] + " " + per
		}
		return m
	})
}
