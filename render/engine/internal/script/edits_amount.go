package script

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// amountRE is a number with its unit before or behind it.
var amountRE = pattern.New(`(?i)^([€$£¥]?)\s?(\d[\d.,]*)\s?([€$£¥%]|\p{L}+(?: \p{L}+)?)?$`)

// unitSpellings are the signs of units with the words that are said for them.
var unitSpellings = [][]string{
	{"€", "euros", "euro", "Euro", "EUR"},
	{"$", "dollars", "dollar", "Dollar", "dólares", "dollari", "USD"},
	{"£", "pounds", "pound", "Pfund", "libras", "sterline", "GBP"},
	{"%", "percent", "per cent", "Prozent", "por ciento", "pour cent", "por cento", "per cento", "procent"},
}

// amounts are the other ways in which an amount may stand in a video, each with what
// takes its place: of "79 euros" by "89 euros" they are "€79" and "79 €" by "€89" and
// "89 €". There are none where nothing but the unit changes.
func amounts(old, with string) [][2]string {
	a, b := amountRE.FindStringSubmatch(strings.TrimSpace(old)), amountRE.FindStringSubmatch(strings.TrimSpace(with))
	if a == nil || b == nil || a[2] == b[2] {
		return nil
	}
	from, to := unitOf(a), unitOf(b)
	if from == nil || to == nil {
		return nil
	}
	var out [][2]string
	add := func(old, with string) {
		if p := [2]string{old, with}; !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	for _, between := range []string{"", " ", "\u00a0", "\u202f"} {
		add(from[0]+between+a[2], to[0]+between+b[2])
		add(a[2]+between+from[0], b[2]+between+to[0])
	}
	for i, word := range from[1:] {
		said := to[0]
		if i+1 < len(to) {
			said = to[i+1]
		}
		add(a[2]+" "+word, b[2]+" "+said)
	}
	as := func(p [2]string) bool { return p[0] == old }
	return slices.DeleteFunc(out, as)
}

func unitOf(m []string) []string {
	name := firstOf(m[1], m[3])
	for _, u := range unitSpellings {
		if slices.ContainsFunc(u, func(w string) bool { return strings.EqualFold(w, name) }) {
			return u
		}
	}
	return nil
}

// sameUnit tells whether two amounts are of one kind: money, shares, or bare numbers.
func sameUnit(a, b []string) bool {
	x, y := unitOf(a), unitOf(b)
	if x == nil || y == nil {
		return x == nil && y == nil && strings.EqualFold(firstOf(a[1], a[3]), firstOf(b[1], b[3]))
	}
	return x[0] == y[0]
}

// sameAmount tells whether two texts are one amount in two spellings: "4 €", "4 euros".
func sameAmount(a, b string) bool {
	x, y := amountRE.FindStringSubmatch(strings.TrimSpace(a)), amountRE.FindStringSubmatch(strings.TrimSpace(b))
	return a == b || x != nil && y != nil && x[2] == y[2] && unitOf(x) != nil && sameUnit(x, y)
}

// point changes the value of a chart that has a label: "Q2 should be 7".
func (e *editor) point(x edit.Edit) (string, error) {
	v, ok := number(strings.TrimLeft(x.With, "€$£¥₪"), e.b.Language)
	if m := amountRE.FindStringSubmatch(x.With); m != nil && !ok { // "280k" of thousands
		for _, s := range e.b.Scenes {
			if s.Series != nil && s.Series.Unit != "" && strings.EqualFold(firstOf(m[3], m[1]), s.Series.Unit) {
				v, ok = number(m[2], e.b.Language)
			}
		}
	}
	var found []string
	for i := range e.b.Scenes {
		d := e.b.Scenes[i].Series
		if d == nil || !ok {
			continue
		}
		for k, label := range d.Labels {
			if strings.EqualFold(label, strings.TrimSpace(x.Text)) && k < len(d.Values) {
				found = append(found, fmt.Sprintf("scene %d draws %s at %s instead of %g", i+1, label, x.With, d.Values[k]))
				d.Values[k] = v
			}
		}
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("no chart has a value named %q: write replace \"old\" with \"new\"", x.Text)
	case 1:
		return found[0] + "; the words stay", nil
	}
	return "", fmt.Errorf("%d charts have a value named %q: edit the storyboard file", len(found), x.Text)
}

// valueRE is a bare number, with the words behind it.
var valueRE = pattern.New(`^([€$£¥₪]?\d[\d.,]*)((?:\s+\S+){0,4})$`)

// exchangeValue puts words in the place of others, and of a number also where its unit
// is spelled otherwise, where only one of the two was written with it ("870 members, not
// 860"), and in charts. It counts the places.
func (e *editor) exchangeValue(where []int, old, with string) int {
	n := 0
	a, b := valueRE.FindStringSubmatch(old), valueRE.FindStringSubmatch(with)
	if a != nil && b != nil && (a[2] == "") != (b[2] == "") {
		unit := a[2] + b[2]
		for _, p := range append([][2]string{{a[1] + unit, b[1] + unit}}, amounts(a[1]+unit, b[1]+unit)...) {
			n += e.substitute(where, p[0], p[1])
		}
		if n == 0 {
			old, with = a[1], b[1]
		}
	}
	if n == 0 {
		n = e.substitute(where, old, with)
	}
	if w := wordingFor(e.b.Language); n == 0 && w.noun(old) != old {
		n = e.substitute(where, w.noun(old), w.noun(with))
	}
	for _, p := range amounts(old, with) {
		n += e.substitute(where, p[0], p[1])
	}
	if n == 0 && a == nil { // "Full" is "full" where it is said
		n = e.substitute(where, strings.ToLower(old), with)
	}
	if a != nil && b != nil {
		n += e.plotted(where, a[1], b[1])
	}
	return n
}

// plotted changes the one value of a chart that is what is replaced.
func (e *editor) plotted(where []int, old, with string) int {
	was, ok1 := number(strings.TrimLeft(old, "€$£¥₪"), e.b.Language)
	is, ok2 := number(strings.TrimLeft(with, "€$£¥₪"), e.b.Language)
	n := 0
	for i := range e.b.Scenes {
		d := e.b.Scenes[i].Series
		if d == nil || !ok1 || !ok2 || len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		at := -1
		for k, v := range d.Values {
			if v == was && at >= 0 {
				at = -2
				break
			}
			if v == was {
				at = k
			}
		}
		if at >= 0 {
			d.Values[at] = is
			n++
		}
	}
	return n
}

// valueOf gives what is spoken of another value: "the basic plan is $25 now".
func (e *editor) valueOf(x edit.Edit) (string, error) {
	if aDay.MatchString(x.With) {
		return e.dateOf(x)
	}
	if c := aClock.FindString(x.With); c != "" && c == strings.TrimSpace(x.With) {
		return e.hourOf(x)
	}
	if v := aPeriod.ReplaceAllString(x.With, ""); v != "" { // "a month" stays as it is
		x.With = v
	}
	if x.Was != "" {
		return e.corrected(x)
	}
	m := amountRE.FindStringSubmatch(strings.TrimSpace(x.With))
	if m == nil && phoneNumber.MatchString(x.With) {
		return e.phone(x)
	}
	if m == nil {
		return "", fmt.Errorf("%q is no value that can be put in the place of another: write replace \"old\" with \"new\"", x.With)
	}
	w := e.writer()
	topic := nameWords(x.Text)
	var in []int
	var found []string
	for i := range e.b.Scenes {
		for _, s := range prompt.SplitSentences(e.b.Scenes[i].Say) {
			at := lastMention(s, topic)
			if at < 0 {
				continue
			}
			if t := e.valueIn(w.figures(s), s, at, m); t != "" {
				in, found = append(in, i), append(found, t)
			}
		}
	}
	switch {
	case len(found) == 0 && e.plots(x.Text):
		return e.point(x)
	case len(found) == 0 && x.Has("change") && e.exchangeValue(nil, x.Text, x.With) > 0: // "change eleven hours to twelve"
		return fmt.Sprintf("%s instead of %s", x.With, x.Text), nil
	case len(found) == 0:
		return "", fmt.Errorf("no sentence gives %q a value like %s: write replace \"old\" with \"new\"", x.Text, x.With)
	case len(slices.Compact(slices.Sorted(slices.Values(found)))) > 1:
		return "", fmt.Errorf("instead of which: %s? Write replace %q with %q", strings.Join(found, ", "), found[0], x.With)
	case found[0] == x.With:
		return fmt.Sprintf("%s already is %s", x.Text, x.With), nil
	}
	old, with := found[0], x.With
	if a := amountRE.FindStringSubmatch(old); !sameUnit(a, m) { // "30 min" is shown, "30 minutes" said
		old, with = a[2], m[2]
	}
	n := e.exchangeValue(in, old, with)
	if n == 0 {
		return "", fmt.Errorf("%s stands there otherwise: write replace \"old\" with \"new\"", found[0])
	}
	return fmt.Sprintf("%s instead of %s in %s", x.With, found[0], inScenes(slices.Compact(in))), nil
}

// phone puts another telephone number in the place of the one that the video gives.
func (e *editor) phone(x edit.Edit) (string, error) {
	var found []string
	for i := range e.b.Scenes {
		for _, t := range phoneNumber.FindAllString(sceneText(&e.b.Scenes[i]), -1) {
			if k := strings.IndexFunc(t, func(r rune) bool { return r == '+' || unicode.IsDigit(r) }); k >= 0 && !slices.Contains(found, t[k:]) {
				found = append(found, t[k:])
			}
		}
	}
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("the video gives no telephone number: write in scene N say …")
	case len(found) > 1:
		return "", fmt.Errorf("instead of which: %s? Write replace %q with %q", strings.Join(found, ", "), found[0], x.With)
	}
	return e.replace(edit.Edit{Text: found[0], With: x.With, Quoted: true})
}

// valueIn is the figure like m that a sentence gives behind what is spoken of, or else right
// before it: "20 percent discount".
func (e *editor) valueIn(figures []figure, s string, at int, m []string) string {
	before := ""
	for _, f := range figures {
		t := figureText(&f.Figure)
		a := amountRE.FindStringSubmatch(t)
		switch {
		case a == nil || !sameUnit(a, m) && !inShort(a[3], m[3]):
		case f.from >= at:
			return t
		default:
			if end := strings.Index(s[f.from:at], " "); end >= 0 && prompt.Words(s[f.from:at]) <= 3 && !strings.ContainsAny(s[f.from:at], ",;:") {
				before = t
			}
		}
	}
	return before
}

// inShort tells whether one of two units is the other in short: "min" and "minutes".
func inShort(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return len(a) >= 3 && len(b) >= 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// lastMention is where in a sentence the last of the words stands that all must stand
// there, −1 = not all do.
func lastMention(s string, topic []string) int {
	low, end := strings.ToLower(s), -1
	for _, k := range topic {
		at := -1
		for _, w := range wordRE.FindAllStringIndex(low, -1) {
			if sameWord(low[w[0]:w[1]], k) {
				at = w[1]
				break
			}
		}
		if at < 0 {
			return -1
		}
		end = max(end, at)
	}
	return end
}

// wordRE is a word or a number.
var wordRE = pattern.New(`[\p{L}\d]+`)

// aPeriod is what a price is for, behind it.
var aPeriod = pattern.New(`(?i)(?:\s?/\s?|\s+(?:a|an|per|each|every|pro|im|al|por|par|al|per)\s+)(?:month|year|week|day|user|seat|person|head|monat|jahr|woche|tag|mes|año|mois|an|mês|ano|mese|anno|maand|jaar)$`)

// corrected puts a value in the place of the one that the instruction gives, where what
// it speaks of is said: "Studio is for up to 15, not 10".
func (e *editor) corrected(x edit.Edit) (string, error) {
	topic := nameWords(x.Text)
	var in []int
	for i := range e.b.Scenes {
		if t := sceneText(&e.b.Scenes[i]); names(t, topic) && heard(t, x.Was) {
			in = append(in, i)
		}
	}
	if len(in) == 0 {
		return "", fmt.Errorf("no scene says %q of %q: write replace \"old\" with \"new\"", x.Was, x.Text)
	}
	if n := e.exchangeValue(in, x.Was, x.With); n > 0 {
		return fmt.Sprintf("%s instead of %s in %s", x.With, x.Was, inScenes(in)), nil
	}
	return "", fmt.Errorf("%s stands there otherwise: write replace \"old\" with \"new\"", x.Was)
}

// plots tells whether a chart has a value of that name.
func (e *editor) plots(label string) bool {
	return slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool {
		return s.Series != nil && slices.ContainsFunc(s.Series.Labels, func(l string) bool { return strings.EqualFold(l, strings.TrimSpace(label)) })
	})
}
