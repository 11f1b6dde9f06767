package telling

import (
	"cmp"
	"math"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
)

// span is a range of one unit: "3 to 6 months", "5–10 days", "de 9 a 18 horas".
var span = pattern.New(`(?i)(^|[\s(~])([€$£]?)(\d{1,3}(?:[.,]\d+)?)(\s?[–-]\s?| to | bis | a | à | tot )([€$£]?)(\d{1,3}(?:[.,]\d+)?)(\s?%|\s?[€$£]|[\s-](?:` + unitWords + `))(?:[^\p{L}]|$)`)

// moneySpan is a range of money: "€75k–€95k", "$15–20".
var moneySpan = pattern.New(`([€$£])\s?(\d[\d.,]*\d|\d)([kKmM]?)\s?(?:[–-])\s?[€$£]?\s?(\d[\d.,]*\d|\d)([kKmM]?)(?:[^\p{L}\d]|$)`)

// moneyBetween is one in words: "tussen € 2.450 en € 2.900", "entre 1.200 y 1.500 €", "Salaire : 38 000 à 45 000 €".
var moneyBetween = pattern.New(`(?i)(?:^|\s)(?:tussen|zwischen|entre|tra|fra|(?:sal[aá]rio|sueldo|\p{L}*gehalt|salaire|rémunération|stipendio|salaris|loon|\p{L}*lohn|preço|precio|prix|prezzo|prijs|preis)(?:[: ]+(?:de|da|von|van)|\s?:)) (R\$\s?|[€$£]\s?)?(\d[\d.,\x{a0}\x{202f} ]*\d|\d)(?:\s?[€$£]| euros?)? (?:en|und|y|et|e|a|à|até|bis|tot) (?:R\$\s?|[€$£]\s?)?(\d[\d.,\x{a0}\x{202f} ]*\d|\d)(\s?[€$£]|\s(?:euros?|Euro))?`)

// unitBetween is a range of another unit in words: "entre 5 y 15 minutos".
var unitBetween = pattern.New(`(?i)(?:^|\s)(?:tussen|zwischen|entre|tra|fra) (\d{1,3}(?:[.,]\d+)?) (?:en|und|y|et|e) (\d{1,3}(?:[.,]\d+)?)(\s?%|\s(?:` + unitWords + `))(?:[^\p{L}]|$)`)

// fromHour stands before opening hours, which are times and measure nothing.
var fromHour = pattern.New(`(?i)\b(?:from|open|between|von|de|das|dalle|van|entre|zwischen)\s{0,3}$`)

// ranges takes the ranges out of a sentence: one figure with both ends. It returns the
// sentence with what was taken, opening hours included, blotted out.
func ranges(s string) (out []Amount, rest string) {
	for _, m := range span.FindAllStringSubmatchIndex(s, -1) {
		from, to := m[4], m[15]
		get := func(i int) string { return strings.TrimSpace(s[m[2*i]:m[2*i+1]]) }
		unit := strings.TrimLeft(get(7), "- ")
		if before := near(s[:from]); movedFrom.MatchString(before) || aMovement(before) {
			continue // two values, not a range
		}
		low, _ := Number(get(3), "en")
		high, ok := Number(get(6), "en")
		if !ok || high <= low {
			continue
		}
		if hours.MatchString(unit) && high <= 24 && fromHour.MatchString(s[:from]) {
			s = blot(s, from, to)
			continue
		}
		if at := rangeLead.FindStringIndex(s[:from]); at != nil {
			from = at[0]
		}
		f := Amount{From: from, To: to, unit: unit, Score: 4}
		f.Figure = scene.Figure{Prefix: get(2), Text: get(3) + "–" + get(6), Suffix: cmp.Or(shortUnit[strings.ToLower(unit)], unit), Cue: s[m[6]:m[13]]}
		if f.Suffix == "%" {
			f.Score = 6
		}
		out, s = append(out, f), blot(s, from, to)
	}
	for _, m := range moneySpan.FindAllStringSubmatchIndex(s, -1) {
		get := func(i int) string { return s[m[2*i]:m[2*i+1]] }
		low, ok1 := Number(get(2), "en")
		high, ok2 := Number(get(4), "en")
		if !ok1 || !ok2 || high <= low || get(3) != "" && get(3) != get(5) {
			continue
		}
		f := Amount{From: m[2], To: m[11], Score: 5}
		f.Figure = scene.Figure{Prefix: get(1), Text: get(2) + "–" + get(4), Suffix: get(5), Cue: get(2)}
		out, s = append(out, f), blot(s, m[2], m[11])
	}
	for _, m := range unitBetween.FindAllStringSubmatchIndex(s, -1) {
		get := func(i int) string { return strings.TrimSpace(s[m[2*i]:m[2*i+1]]) }
		unit := get(3)
		if strings.HasPrefix(strings.ToLower(unit), "uhr") || strings.HasPrefix(unit, "h") || unit == "uur" {
			continue
		}
		f := Amount{From: m[0], To: m[7], unit: unit, Score: 4}
		f.Figure = scene.Figure{Text: get(1) + "–" + get(2), Suffix: cmp.Or(shortUnit[strings.ToLower(unit)], unit), Cue: get(1)}
		out, s = append(out, f), blot(s, m[0], m[7])
	}
	for _, m := range moneyBetween.FindAllStringSubmatchIndex(s, -1) {
		get := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return strings.TrimSpace(s[m[2*i]:m[2*i+1]])
		}
		if get(1) == "" && get(4) == "" {
			continue
		}
		from := m[0]
		if at := wageHead.FindStringIndex(strings.TrimSpace(s[from:m[1]])); at != nil {
			from += strings.Index(s[from:m[1]], strings.TrimSpace(s[from:m[1]])) + at[1] // its label
		}
		f := Amount{From: from, To: m[1], Score: 5}
		f.Figure = scene.Figure{Prefix: get(1), Text: get(2) + "–" + get(3), Suffix: cmp.Or(shortUnit[strings.ToLower(get(4))], get(4)), Cue: get(2)}
		out, s = append(out, f), blot(s, from, m[1])
	}
	spans := moneyTo.FindAllStringSubmatchIndex(s, -1)
	moves := len(spans) > 0 && movedVerb.MatchString(s)
	for _, m := range spans {
		low, ok1 := Number(s[m[6]:m[7]], "en")
		high, ok2 := Number(s[m[10]:m[11]], "en")
		if !ok1 || !ok2 || high <= low || moves || fromRE.MatchString(near(s[:m[4]])) || movedFrom.MatchString(near(s[:m[4]])) || s[m[4]:m[5]] != s[m[8]:m[9]] {
			continue
		}
		f := Amount{From: m[2], To: m[3], Score: 5}
		f.Figure = scene.Figure{Prefix: s[m[4]:m[5]], Text: s[m[6]:m[7]] + "–" + s[m[10]:m[11]], Cue: s[m[6]:m[7]]}
		out, s = append(out, f), blot(s, m[2], m[3])
	}
	for _, m := range twoUnits.FindAllStringSubmatchIndex(s, -1) {
		f := Amount{From: m[2], To: m[5], unit: "hours", Score: 4}
		f.Figure = scene.Figure{Text: s[m[2]:m[3]], Suffix: "h " + s[m[4]:m[5]] + " min", Cue: s[m[2]:m[3]]}
		f.To = m[1]
		out, s = append(out, f), blot(s, m[2], m[1])
	}
	for _, m := range RatingRE.FindAllStringSubmatchIndex(s, -1) {
		f := Amount{From: m[2], To: m[5], Score: 6}
		f.Figure = scene.Figure{Text: s[m[2]:m[3]], Suffix: "/" + s[m[4]:m[5]], Cue: s[m[2]:m[3]]}
		value, ok1 := Number(f.Text, "en")
		best, ok2 := Number(s[m[4]:m[5]], "en")
		if !ok1 || !ok2 || value > best {
			continue
		}
		f.Share = math.Round(value/best*1000) / 1000
		out, s = append(out, f), blot(s, m[2], m[5])
	}
	return out, s
}

var (
	// twoUnits is a length of time in hours and minutes: "3 hours and 20 minutes", "3 Stunden 20 Minuten".
	twoUnits = pattern.New(`(?i)(?:^|[\s(])(\d{1,3})\s?(?:hours?|hrs?|h|Stunden?|Std\.?|heures?|horas?|or[ae]|uur|uren)(?: (?:and|und|et|y|e|en)|,)? ?(\d{1,2})\s?(?:minut(?:es?|en?|os?|i|o)|mins?|min)\b`)
	// RatingRE is a rating: "4.8/5", "4.2 out of 5".
	RatingRE = pattern.New(`(?:^|[\s(])(\d[.,]\d)\s?(?:/|out of )\s?(5|10|6)(?:[\s,;:.)]|$)`)
	// movedVerb tells of values that change: what stands from and to is no range.
	movedVerb = pattern.New(`(?i)\b(?:goes|go|went|rises?|rose|falls?|fell|drops?|dropped|increas\p{L}+|decreas\p{L}+|chang\p{L}+|moves?|moved|grew|grows|climbs?|climbed|up|down)\b`)
	// moneyTo is a range of money in words: "from $200 to $15,000".
	moneyTo = pattern.New(`(?:^|\s)((?:(?:from|between) )?([€$£])\s?(\d[\d.,]*\d|\d) (?:to|and) ([€$£])\s?(\d[\d.,]*\d|\d))(?:[^\p{L}\d%]|$)`)
)

var (
	// movedFrom is a verb of change before its first value.
	movedFrom = pattern.New(`(?i)\b(?:passat[oaie]|sces[oaie]|salit[oaie]|calat[oaie]|cresciut[oaie]|scend\p{L}+|salgono|sale|cala|calano|passa|passano|pas[óa]|pasaron|pasan|bajó|bajaron|bajan?|subió|suben?|cayó|crec\p{L}+|passou|passaram|caiu|caíram|cai|subiu|baixou|passée?s?|passe(?:nt)?|baissent?|montent?|réduit|réduisent|reduce|riduce|reduz|sob\p{L}+|aument\p{L}+|(?:ha|han) (?:bajado|subido|caído|crecido|aumentado|disminuido|pasado)|went|goes|fell|rose|dropped|falls|rises)(?: \p{L}+){0,6}? (?:da|de|dal|du|from)\s$`)
	// rangeLead begins a range: "da 4 a 5 minuti".
	rangeLead = pattern.New(`(?i)(?:^|\s)(?:da|dai|dalle|de|entre|tra|fra)\s$`)
)

var hours = pattern.New(`(?i)^(?:hours?|h|stunden|horas?|heures?|ore)$`)

func blot(s string, from, to int) string { return s[:from] + strings.Repeat("_", to-from) + s[to:] }

var (
	// timeUnit is a length of time.
	timeUnit = pattern.New(`(?i)^(?:secs?|seconds?|mins?|minutes?|hours?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tagen?|tage?|wochen?|monaten?|monate?|jahren?|jahre?|segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|a[ñn]os?|secondes?|heures?|jours?|semaines?|mois|ans?|second[io]|minut[io]|or[ae]|giorn[io]|settiman[ae]|mes[ei]|ann[io])$`)
	// countedOver stands before the period that a measure is counted over.
	countedOver = pattern.New(`(?i)\b(?:in|within|per|every|each|over|after|innerhalb von|pro|alle|en|cada|dans|par|em|ao longo de|ogni|binnen|elke)(?: the last| just| only| nur| solo| sólo)?\s{0,3}$`)
	// takesNoun is a measured thing behind a number: "8 puffs".
	takesNoun = pattern.New(`^\s\p{L}{3,}`)
)

// measures tells what is measured from the period that it is measured over: of "8 puffs
// in 24 hours", 8 is the figure.
func measures(s string, figs []Amount) {
	for i := 1; i < len(figs); i++ {
		period := &figs[i]
		if !timeUnit.MatchString(period.unit) || !countedOver.MatchString(s[:period.From]) || clauseCut.MatchString(s[figs[i-1].To:period.From]) {
			continue
		}
		if m := &figs[i-1]; m.unit == "" && (takesNoun.MatchString(s[m.To:]) || m.Score >= 3) || m.unit != "" && !timeUnit.MatchString(m.unit) {
			m.Score, period.Score = max(m.Score, 4), 1
		}
	}
}
