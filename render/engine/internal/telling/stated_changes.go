package telling

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// twoChanges parts a fragment that states two changes at the word between them:
// "Fehlerquote von 4 auf 2 Prozent gesenkt und Durchlaufzeit von 9 auf 6 Tage verkürzt".
func (w *Writer) twoChanges(t string) (first, second string, ok bool) {
	for from := 0; ; {
		i := strings.Index(t[from:], w.Wording.And)
		if i < 0 {
			return "", "", false
		}
		first, second = strings.TrimRight(t[:from+i], ", "), t[from+i+len(w.Wording.And):]
		if w.goesTo(first) && w.goesTo(second) {
			return first, second, true
		}
		from += i + len(w.Wording.And)
	}
}

// goesTo tells whether words tell of one value that becomes another.
func (w *Writer) goesTo(t string) bool {
	if len(t) > nearMost {
		return false // no fragment of one change, and each of its joints would be read to the end
	}
	m := movements[w.Wording.Code]
	figs := w.Figures(t)
	if w.Wording.Code == "nl" {
		return len(figs) == 2 && toRE.MatchString(strings.ToLower(t[figs[0].To:figs[1].From]))
	}
	return m != nil && len(figs) == 2 && m.from.MatchString(t[:figs[0].From]) && toRE.MatchString(strings.ToLower(t[figs[0].To:figs[1].From]))
}

// passive is the auxiliary of what was done to a thing, or to several.
func (w *Writer) passive(st *statement, phrase string, many int) string {
	if n, ok := tongue.NounOf(w.Wording.Code, phrase, false); ok && w.Wording.Code == "it" && n.Gender == 'f' {
		return [2]string{"è stata", "sono state"}[many]
	}
	return st.passive[many]
}

// participle is a participle behind its auxiliary; a Spanish one agrees with nothing there.
func (w *Writer) participle(s string) string {
	if w.Wording.Code == "es" && agreeing.MatchString(s) {
		return agreeing.ReplaceAllString(s, "${1}o")
	}
	return s
}

var agreeing = pattern.New(`^(\p{L}+[aií]d)(?:as?|os?)$`)

// beforeIt is a value and the one of an earlier time behind it. Groups: the statement, the
// time, the value.
var beforeIt = pattern.New(`(?i)^(.+?)(?:, | \()((?:im )?vormonat|(?:im )?vorjahr|(?:in der )?vorwoche|(?:im )?vorquartal|(?:el )?(?:mes|año|trimestre) anterior|(?:la )?semana anterior|(?:le )?(?:mois|trimestre) précédent|(?:l['’])?an(?:née)? (?:dernier|précédente|dernière)|(?:la )?semaine (?:précédente|dernière)|(?:no )?(?:mês|ano|trimestre) (?:anterior|passado)|(?:na )?semana (?:anterior|passada)|(?:il |nel )?(?:mese|trimestre) (?:precedente|scorso)|(?:l['’]|nell['’])?anno (?:precedente|scorso)|(?:la )?settimana (?:precedente|scorsa)|vorige maand|vorig jaar|vorig kwartaal|vorige week|(?:19|20)\d\d)(?:\s?:)? ((?:[€$£]\s?|R\$\s?)?\d(?:[^,;()]|,\d){0,24})\)?$`)

// versus says what a value is compared with: the time, the value.
var versus = map[string]func(when, was string) string{
	"de": func(when, was string) string {
		if onlyYear.MatchString(when) {
			return " gegenüber " + germanAmount(was) + " im Jahr " + when
		}
		when = strings.TrimPrefix(strings.TrimPrefix(when, "im "), "in der ")
		in := "im "
		if when == "vorwoche" {
			in = "in der "
		}
		return " gegenüber " + germanAmount(was) + " " + in + prose.Upper(when)
	},
	"es": func(when, was string) string {
		if onlyYear.MatchString(when) {
			return ", frente a " + was + " en " + when
		}
		article := "el "
		if strings.Contains(when, "semana") {
			article = "la "
		}
		return ", frente a " + was + " " + article + strings.TrimPrefix(strings.TrimPrefix(when, "el "), "la ")
	},
	"fr": func(when, was string) string {
		if onlyYear.MatchString(when) {
			return ", contre " + was + " en " + when
		}
		when = strings.NewReplacer("l'", "", "l’", "").Replace(strings.TrimPrefix(strings.TrimPrefix(when, "le "), "la "))
		switch {
		case strings.HasPrefix(when, "an"):
			when = "l'" + when
		case strings.HasPrefix(when, "sem"):
			when = "la " + when
		default:
			when = "le " + when
		}
		return ", contre " + was + " " + when
	},
	"pt": func(when, was string) string {
		if onlyYear.MatchString(when) {
			return ", contra " + was + " em " + when
		}
		when = strings.TrimPrefix(strings.TrimPrefix(when, "no "), "na ")
		in := "no "
		if strings.HasPrefix(when, "semana") {
			in = "na "
		}
		return ", contra " + was + " " + in + when
	},
	"it": func(when, was string) string {
		if onlyYear.MatchString(when) {
			return ", contro " + was + " nel " + when
		}
		for _, x := range []string{"il ", "nel ", "la ", "l'", "l’", "nell'", "nell’"} {
			when = strings.TrimPrefix(when, x)
		}
		in := "nel "
		switch {
		case strings.HasPrefix(when, "anno"):
			in = "nell'"
		case strings.HasPrefix(when, "settimana"):
			in = "nella "
		}
		return ", contro " + was + " " + in + when
	},
	"nl": func(when, was string) string {
		if onlyYear.MatchString(when) {
			when = "in " + when
		}
		return ", tegenover " + was + " " + when
	},
}

var onlyYear = pattern.New(`^\d{4}$`)

// yearBefore is an earlier year and its value: "2025: 7,6 Mio. Euro".
var yearBefore = pattern.New(`^((?:19|20)\d\d)\s?: ((?:[€$£]\s?|R\$\s?)?\d(?:[^,;()]|,\d){0,24})$`)

// AgainstYear says the value of an earlier year behind one; "" = the words are none.
func (w *Writer) AgainstYear(aside string) string {
	m, said := yearBefore.FindStringSubmatch(aside), versus[w.Wording.Code]
	if m == nil || said == nil {
		return ""
	}
	return said(m[1], m[2])
}

// drawBefore draws a value and, below it, the one of an earlier time.
func (w *Writer) drawBefore(b *Beat, fragment string) bool {
	m := beforeIt.FindStringSubmatch(fragment)
	if m == nil || !w.drawStated(b, m[1]) {
		return false
	}
	b.Plain, b.Changed, b.Was = false, true, true
	b.Subtitle = Clip(prose.Upper(m[2])+": "+m[3], 48)
	return true
}

// changesAbroad reads the changes of a sentence in a language that has movements, each
// with the value that it was: "La tasa bajó del 4 al 2 % y el plazo de 9 a 6 días".
func (w *Writer) changesAbroad(s string) []Stat {
	figs := w.Figures(s)
	var stats []Stat
	at := 0
	for i := 0; i+1 < len(figs); i++ {
		x, y := figs[i], figs[i+1]
		if x.From < at || !toRE.MatchString(strings.ToLower(s[x.To:y.From])) {
			continue
		}
		old, ok1 := Number(x.Text, w.Lang)
		now, ok2 := Number(y.Text, w.Lang)
		if !ok1 || !ok2 || old == now {
			continue
		}
		end := len(s)
		if i+2 < len(figs) {
			end = figs[i+2].From
		}
		before, behind := s[at:x.From], firstOfRow.FindString(s[y.To:end])
		if n := strings.Index(behind, w.Wording.And); n >= 0 {
			behind = behind[:n]
		}
		name := w.whatMoved(rowSoFar.ReplaceAllString(before, ""), behind)
		if name == "" && len(stats) > 0 {
			name = w.movedAlike(before)
		}
		if name == "" {
			return nil
		}
		if y.Suffix == "" {
			y.Suffix = x.Suffix
		}
		if x.Suffix == "" && y.Suffix == "%" || strings.ContainsAny(y.Suffix, "€$£") {
			x.Suffix = y.Suffix
		}
		frame := w.Wording.UpFrom
		if now < old {
			frame = w.Wording.DownFrom
		}
		stats = append(stats, Stat{Amount: y, Label: prose.Upper(name), Body: prose.Upper(w.Wording.Fill(frame, SpacedUnit(&x.Figure)))})
		at = y.To
		i++
	}
	return stats
}

var (
	// firstOfRow is what belongs to a value before the next thing begins.
	firstOfRow = pattern.New(`^[^,.;]*`)
	// rowSoFar is what a sentence has told before the thing that changes next.
	rowSoFar = pattern.New(`^.*(?:[;.]|,)\s+`)
)

// movedAlike is what changes in the same way as the thing before it, so that its verb is
// left out: "… y el plazo de".
func (w *Writer) movedAlike(before string) string {
	i := strings.LastIndex(before, w.Wording.And)
	if i < 0 {
		if i = strings.LastIndex(before, ", "); i < 0 {
			return ""
		}
		before = before[i+2:]
	} else {
		before = before[i+len(w.Wording.And):]
	}
	m := movements[w.Wording.Code]
	if m == nil || !m.from.MatchString(before) {
		return ""
	}
	name := w.Wording.Noun(strings.TrimSpace(m.from.ReplaceAllString(before, "")))
	if prose.Words(name) > 5 || prompt.IsClause(name, w.Wording.Code) || len(w.Counts(name)) > 0 {
		return ""
	}
	return name
}
