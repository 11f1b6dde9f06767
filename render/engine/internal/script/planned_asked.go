package script

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// askedKind is the kind of picture that a planned scene asks for, "" where it names none.
// What stands in quotation marks is read and asks for nothing; what its picture says counts
// before its head, which may be no more than a title: "Numbers".
func (w *writer) askedKind(ps brief.Scene, middle bool) scene.Kind {
	if kind := leadKind(ps.Visual); kind != "" {
		return kind
	}
	plain := func(s string) string {
		s = atCounter.ReplaceAllString(telling.QuoteIn.ReplaceAllString(s, ` "…" `), " ")
		if middle {
			s = anywhereLogo.ReplaceAllString(s, " ") // in the middle a logo closes nothing
		}
		return s
	}
	seen := plain(ps.Visual)
	if severalNumbers.MatchString(seen) {
		return scene.Number // "Three numbers side by side"
	}
	for _, v := range visualKinds {
		if holdsData[v.kind] && v.re.MatchString(seen) {
			return v.kind
		}
	}
	all := ps.Header + ". " + seen
	for _, v := range visualKinds {
		if v.kind == scene.Number && !v.re.MatchString(seen) && listOrPlace(seen) != "" {
			return listOrPlace(seen) // the head is its title: "Numbers"
		}
		if v.re.MatchString(all) && !(v.kind == scene.Number && !strings.ContainsAny(ps.Header+ps.Visual, "0123456789") && !v.re.MatchString(ps.Header) && !bigNumber.MatchString(all)) {
			return v.kind
		}
	}
	return ""
}

// atCounter is where somebody stands.
var atCounter = pattern.New(`(?i)\b(?:behind|at|on|over|across|by|near) (?:the|an?|our|his|her) (?:\p{Ll}+ )?(?:counter|desk|table|board|map)\b`)

// severalNumbers asks for figures beside each other.
var severalNumbers = pattern.New(`(?i)\b(?:two|three|four|several|[2-4]|zwei|drei|vier|dos|tres|deux|trois|due|tre|dois|três) (?:(?:big|large|huge|animated|bold|key|große?n?|grandes?|grands|grandi) )*(?:numbers|figures|stats|statistics|kpis|metrics|counters|percentages|zahlen|kennzahlen|cifras|números|chiffres|numeri|cifre)\b`)

// listOrPlace is a list or a place where what is seen asks for one of them.
func listOrPlace(seen string) scene.Kind {
	for _, v := range visualKinds {
		if (v.kind == scene.Grid || v.kind == scene.Location) && v.re.MatchString(seen) {
			return v.kind
		}
	}
	return ""
}

// holdsData are the kinds that only what is seen asks for, with what is to be drawn.
var holdsData = map[scene.Kind]bool{scene.Compare: true, scene.Process: true, scene.Chart: true, scene.Timeline: true, scene.Table: true, scene.Quote: true, scene.Code: true}

// leadFigure is the figure that a picture's own words name before any in quotation marks:
// "star rating 4.9 of 5, under it “612 reviews”"; nil where none leads.
func (w *writer) leadFigure(hero string) *scene.Figure {
	bare := telling.QuoteIn.ReplaceAllStringFunc(hero, func(q string) string { return strings.Repeat(" ", len(q)) })
	fs := w.Figures(bare)
	if m := figureNamed.FindStringSubmatchIndex(bare); m != nil && (len(fs) == 0 || fs[0].From >= m[1]) {
		get := func(i int) string { return bare[m[2*i]:m[2*i+1]] }
		return &scene.Figure{Prefix: get(1), Text: get(2), Suffix: get(3)} // "number 6 h with a ring that fills 75%"
	}
	if len(fs) == 0 || len(fs) > 1 && arrowTo.MatchString(bare[fs[0].To:fs[1].From]) {
		return nil
	}
	for _, at := range telling.QuoteIn.FindAllStringIndex(hero, -1) {
		if at[0] < fs[0].From && strings.ContainsAny(hero[at[0]:at[1]], "0123456789") {
			return nil
		}
	}
	f := fs[0].Figure
	return &f
}

// figureNamed is a figure with its unit apart that a picture announces.
var figureNamed = pattern.New(`(?i)\b(?:number|figure|counter|stat|zahl|número|cifra|chiffre|numero)s?:? ([€$£]?)(\d[\d.,]*)\s(h|hrs?|min|s|ms|km|m|kg|g|t|l|kwh|gb)\b`)

// untorn takes texts off a scene that are pieces of its direction and not words of their
// own: those that run over a sentence, a bar or half a quotation.
func untorn(bt *telling.Beat, visual string) {
	for _, text := range []*string{&bt.Label, &bt.Subtitle} {
		if torn.MatchString(*text) && !telling.Quotes(visual, *text) {
			*text = ""
		}
	}
	bt.Items = slices.DeleteFunc(bt.Items, func(it scene.Item) bool {
		whole := strings.TrimSpace(it.Label + " " + it.Value)
		return it.Value != "" && (lead.MatchString(it.Label) || torn.MatchString(it.Label) && !endsTorn.MatchString(it.Label) || strings.Contains(it.Label, ": ") && telling.Quotes(visual, whole))
	})
	for i := range bt.Items {
		if it := &bt.Items[i]; it.Value != "" {
			it.Label = endsTorn.ReplaceAllString(it.Label, "") // "Satisfaction. Numbers"
		}
	}
}

var (
	torn     = pattern.New(`["“”„«»|]|[.!?]\s|^[,;:.)/|-]\s?`)
	lead     = pattern.New(`^[,;:.)/|-]`)
	endsTorn = pattern.New(`[.!?]\s+\p{Lu}\p{L}+$`)
)

// contactsShown are the numbers and handles that an end names for viewers: "hotline 0800
// 555 017", "handle @celllab".
func contactsShown(visual string) []string {
	bare := telling.QuoteIn.ReplaceAllString(visual, " ")
	out := contactNamed.FindAllString(bare, 2)
	if m := prose.Mail(bare); m != "" {
		out = append(out, m)
	}
	for i := range out {
		out[i] = strings.Trim(contactLabel.ReplaceAllString(out[i], ""), " (")
	}
	return out
}

var contactLabel = pattern.New(`(?i)^(?:phone|tel\.?|call|hotline|whatsapp|teléfono|telefon|téléphone|telefono)[: ]+`)

var contactNamed = pattern.New(`(?i:\b(?:phone|tel\.?|call|hotline|whatsapp|teléfono|telefon|téléphone|telefono)[: ]+)[\d(][\d /()-]{5,16}\d|\+\d[\d /-]{6,18}\d|\b0\d{2,5}[ /-]\d{2,4}(?:[ -]?\d{2,4}){1,3}\b|(?:^|[\s(])@[a-z][a-z0-9_.]{2,24}\b`)

// highlighted is the label of a chart's value that a direction stresses: "Highlight Orbit
// Pay"; -1 = none.
func highlighted(visual string, labels []string) int {
	for _, m := range stressed.FindAllStringSubmatch(visual, 4) {
		low := strings.ToLower(strings.Join(m[1:], ""))
		for i, l := range labels {
			if l != "" && strings.Contains(low, strings.ToLower(l)) {
				return i
			}
		}
	}
	return -1
}

var stressed = pattern.New(`(?i)\b(?:highlight(?:ed|s)?|emphasi[sz]e[ds]?|stress(?:ed)?|focus on|hervorheb\p{L}*|resaltar?|destacar?|evidenzia\p{L}*|mettre en avant|surligner)\s*:?\s*([^.;]{1,60})|([^.;,(]{1,40}?)\s*\((?:in )?(?:the )?(?:accent|highlight|brand)\b|([^.;,]{1,40}?)\s+(?:is |are |wird |stays )?(?:highlighted|emphasi[sz]ed|hervorgehoben|resaltad[oa]|in (?:the )?(?:accent|brand) colou?r)\b`)
