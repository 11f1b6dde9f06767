package motion

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// noFocus is the focus of bars of which none is hot, quiet the one of those that all wait.
const noFocus, quietBars = -2, -1

// chartData is a series made fit to draw: finite values, labels for each, at most
// as many as the form can hold.
type chartData struct {
	labels []string
	values []float64
	other  []float64
	focus  int // noFocus = all are alike
	unit   string
	named  bool // the subtitle says the unit: only the hot value repeats it
}

func (c *comp) chartData() (d chartData, ok bool) {
	s := c.sc.Series
	if s == nil {
		return d, false
	}
	d.unit, d.focus = s.Unit, noFocus
	if s.Focus != nil {
		d.focus = *s.Focus
	}
	d.named = names(c.sc.Subtitle, s.Unit)
	for i, v := range s.Values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		l := ""
		if i < len(s.Labels) {
			l = s.Labels[i]
		}
		d.values, d.labels = append(d.values, v), append(d.labels, l)
	}
	for _, v := range s.Other {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			d.other = append(d.other, v)
		}
	}
	if len(d.other) != len(d.values) {
		d.other = nil
	}
	c.inFull = straddle(slices.Concat(d.values, d.other))
	if n := len(d.values); n > 0 && (d.focus < 0 || d.focus >= n) {
		d.focus = c.spokenValue(d)
	}
	return d, len(d.values) > 0
}

// spokenValue is the focus of a series that names none: the value that the voice names
// alone, else the headline. Where nobody names one, a line is about what it comes to and a
// ring about its largest part; bars are all alike, if they are few enough to read.
func (c *comp) spokenValue(d chartData) int {
	for _, words := range []string{c.sc.Say, c.sc.Headline} {
		named := noFocus
		for i, l := range d.labels {
			if !slices.ContainsFunc([]string{l, c.num(d.values[i])}, func(s string) bool { return says(words, s) }) {
				continue
			}
			if named != noFocus {
				named = noFocus // more than one
				break
			}
			named = i
		}
		if named != noFocus {
			return named
		}
	}
	most := slices.Index(d.values, slices.Max(d.values))
	switch {
	case len(d.values) == 1:
		return 0
	case c.form(d) == "line":
		return len(d.values) - 1
	case c.form(d) == "donut" || len(d.values) > 8:
		return most
	}
	return noFocus
}

// says says whether a text has a name or number in it, as words of their own.
func says(text, name string) bool {
	fields := func(s string) string {
		return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }), " ") + " "
	}
	want := fields(name)
	switch word := strings.TrimSpace(want); {
	case word == "":
		return false
	case strings.Contains(fields(text), want):
		return true
	default: // in another form: "basses"
		return !strings.Contains(word, " ") && slices.ContainsFunc(strings.Fields(fields(text)), func(w string) bool { return same(w, word) })
	}
}

// form is what a series is drawn as: line, donut or bar.
func (c *comp) form(d chartData) string {
	switch kind := c.sc.Series.Type; {
	case kind == "donut" && len(d.values) <= 3 && d.parts() && d.other == nil:
		return "donut"
	case kind == "line", len(d.values) > mostBars && d.ordered(), d.other != nil && len(d.values) > mostPairs && d.ordered():
		return "line"
	}
	return "bar"
}

// spelled are words for units that are written as signs.
var spelled = map[string]string{"%": "percent per cent prozent", "€": "euro euros", "$": "dollar dollars", "£": "pound pounds", "h": "hour hours stunden",
	"k": "thousand tausend", "m": "million millions millionen mio", "b": "billion billions milliarden", "ct": "cent cents", "min": "minute minutes minuten", "s": "second seconds sekunden"}

// names says whether a line of text says a unit.
func names(line, unit string) bool {
	unit = strings.ToLower(strings.TrimSpace(unit))
	if unit == "" {
		return false
	}
	words := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("()[],;:", r)
	})
	return slices.ContainsFunc(words, func(w string) bool {
		return w == unit || slices.Contains(strings.Fields(spelled[unit]), w)
	})
}

// onlyUnit says whether a line says a unit and nothing else that is worth its place.
func onlyUnit(line, unit, lang string) bool {
	if !names(line, unit) {
		return false
	}
	for _, w := range strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()[],;:", r) }) {
		if !names(w, unit) && stressable(w, lang) {
			return false
		}
	}
	return true
}

// positive says whether the values have a sum to share.
func positive(v []float64) bool {
	return !slices.ContainsFunc(v, func(x float64) bool { return x < 0 }) && total(v) > 0
}

// parts says whether the values are parts of one whole: shares of more than all of it are
// of several questions.
func (d chartData) parts() bool {
	return positive(d.values) && (d.unit != "%" || total(d.values) <= 100.5)
}

func total(v []float64) (sum float64) {
	for _, x := range v {
		sum += x
	}
	return sum
}

// ticks are round values from 0 (or below the least) that cover the data in about
// three steps.
func ticks(lo, hi float64) (step, bottom, top float64) {
	bottom, hi = min(0, lo), max(0, hi)
	span := hi - bottom
	if span <= 0 {
		span = 1
	}
	raw := span / 3
	mag := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 1.5, 2, 2.5, 3, 4, 5, 10} {
		if m*mag >= raw*.999 {
			step = m * mag
			break
		}
	}
	bottom = math.Floor(bottom/step+1e-9) * step
	top = math.Ceil(hi/step-1e-9) * step
	if top <= bottom {
		top = bottom + step
	}
	return step, bottom, top
}

// calendar are the beginnings of the names of months and days in the languages that
// prompts are read in.
var calendar = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec mär mai okt dez ene abr ago dic fév fev avr jui aoû aou déc gen mag giu lug set ott out mrt mei " +
		"mon tue wed thu fri sat sun mo di mi do fr sa so die mit don fre sam son lun mer jeu ven dim mié vie sáb dom gio sab seg ter qua qui sex maa din woe vri zat zon") {
		m[w] = true
	}
	return m
}()

// ordered says whether the labels are an order of their own, such as years or months,
// which must neither be sorted nor summed.
func (d chartData) ordered() bool {
	for _, l := range d.labels {
		rs := []rune(strings.ToLower(strings.TrimSpace(l)))
		if !strings.ContainsAny(l, "0123456789") && !calendar[string(rs[:min(3, len(rs))])] {
			return false
		}
	}
	return true
}

// mostBars is how many bars stand side by side; what has more of an order is a line.
const mostBars = 14

// rests are the names of what is left.
var rests = map[string]string{"de": "Andere", "fr": "Autres", "es": "Otros", "pt": "Outros", "it": "Altri", "nl": "Overig", "he": "אחר", "ar": "أخرى",
	"zh": "其他", "ja": "その他", "ko": "기타", "ru": "Другое", "pl": "Inne", "tr": "Diğer", "hi": "अन्य", "th": "อื่นๆ"}

// fold keeps the seven largest of more than eight values and sums the rest. What is an
// order, or has nothing to sum, stays as it is.
func (d chartData) fold(lang string) chartData {
	n := len(d.values)
	if n <= 8 {
		return d
	}
	if d.ordered() || !positive(d.values) {
		if n <= mostBars {
			return d
		}
		from := min(n-mostBars, max(0, d.focus-mostBars/2)) // around what is spoken of
		d.values, d.labels = d.values[from:from+mostBars], d.labels[from:from+mostBars]
		if d.other != nil {
			d.other = d.other[from : from+mostBars]
		}
		d.focus -= from
		return d
	}
	idx := make([]int, n)
	for i := range idx {
		idx[i] = i
	}
	sort.SliceStable(idx, func(a, b int) bool { return d.values[idx[a]] > d.values[idx[b]] })
	keep := append([]int(nil), idx[:7]...)
	if d.focus >= 0 && !slices.Contains(keep, d.focus) {
		keep[6] = d.focus
	}
	sort.Ints(keep)
	out := chartData{unit: d.unit, named: d.named, focus: d.focus}
	rest, otherRest := total(d.values), total(d.other)
	for _, i := range keep {
		if i == d.focus {
			out.focus = len(out.values)
		}
		out.values, out.labels = append(out.values, d.values[i]), append(out.labels, d.labels[i])
		rest -= d.values[i]
		if d.other != nil {
			out.other = append(out.other, d.other[i])
			otherRest -= d.other[i]
		}
	}
	base := baseLang(lang)
	other := rests[base]
	if other == "" {
		other = "Other"
	}
	out.values, out.labels = append(out.values, rest), append(out.labels, other)
	if d.other != nil {
		out.other = append(out.other, otherRest)
	}
	return out
}
