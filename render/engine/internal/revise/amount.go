package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// amountRE is a number with its unit before or behind it.
var amountRE = pattern.New(`(?i)^([€$£¥]?)\s?(\d[\d.,]*)\s?([€$£¥%°]|[°\p{L}][\p{L}²³]*(?:[/ ]\p{L}+)?)?$`)

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
	name := cmp.Or(m[1], m[3])
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
		return x == nil && y == nil && strings.EqualFold(cmp.Or(a[1], a[3]), cmp.Or(b[1], b[3]))
	}
	return x[0] == y[0]
}

// sameAmount tells whether two texts are one amount in two spellings: "4 €", "4 euros".
func sameAmount(a, b string) bool {
	x, y := amountRE.FindStringSubmatch(strings.TrimSpace(a)), amountRE.FindStringSubmatch(strings.TrimSpace(b))
	return a == b || x != nil && y != nil && x[2] == y[2] && unitOf(x) != nil && sameUnit(x, y)
}

// valueOf gives what is spoken of another value: "the basic plan is $25 now".
func (e *editor) valueOf(x edit.Edit) (string, error) {
	if m := mannerOf(e.b.Language); m != nil && x.Source != "" {
		if done, err := e.stated(m, m.bare(x.Source)); err == nil {
			return done, nil
		}
	}
	if x.Has("person") {
		return e.person(x)
	}
	if day := telling.ADay.FindString(x.With); day != "" {
		return e.dayAnd(x, day)
	}
	if now := spansIn(x.With); len(now) == 1 {
		return e.hoursOf(x.Text+" "+strings.Replace(x.With, now[0].text, "", 1), now[0])
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
	if first, _, ok := strings.Cut(x.With, " "); m == nil && ok && e.counts(first) { // "five times faster"
		return e.restate(edit.Edit{Text: x.Text + " " + x.With})
	}
	if m == nil && telling.PhoneNumber.MatchString(x.With) {
		return e.phone(x)
	}
	if m == nil {
		return "", fmt.Errorf("%q is no value that can be put in the place of another: write replace \"old\" with \"new\"", x.With)
	}
	w := e.writer()
	topic := nameWords(x.Text)
	if len(topic) == 1 && kindOf[topic[0]] == scene.Number {
		return e.counter(x)
	}
	var in []int
	var found []string
	for i := range e.b.Scenes {
		for _, s := range prose.SplitSentences(e.b.Scenes[i].Say) {
			if !names(s, topic) {
				continue
			}
			t := valueIn(w.Figures(s), s, topic, m)
			if t == "" {
				t = numbered(s, topic, m)
			}
			if t != "" {
				in, found = append(in, i), append(found, t)
			}
		}
	}
	if len(found) == 0 {
		in, found = e.likelyValue(topic, m)
	}
	if len(found) == 0 && unitOf(m) == nil && m[1]+m[3] == "" { // "the bread is 5.20": of euros
		in, found = e.pricedAs(topic)
	}
	if compound := e.compoundOf(topic); len(found) == 0 && compound != "" { // "das Brot", which is a "Dinkelbrot"
		x.Text, x.Source = compound, ""
		return e.valueOf(x)
	}
	if len(found) == 0 { // "It takes 20 minutes." of the scene that speaks of it
		in, found = e.sceneValue(topic, m)
	}
	switch {
	case len(found) == 0 && e.plots(x.Text):
		return e.point(x)
	case len(found) == 0 && bareHour.MatchString(x.With) && e.clocked(topic): // "il ristorante apre alle 20"
		return e.hourOf(x)
	case len(found) == 0 && x.Has("change") && e.exchangeValue(nil, x.Text, x.With) > 0: // "change eleven hours to twelve"
		return fmt.Sprintf("%s instead of %s", x.With, x.Text), nil
	case len(found) == 0:
		return "", fmt.Errorf("no sentence gives %q a value like %s: write replace \"old\" with \"new\"", x.Text, x.With)
	case len(slices.Compact(slices.Sorted(slices.Values(found)))) > 1:
		return "", whichOf(found, x.With)
	case found[0] == x.With:
		return fmt.Sprintf("%s already is %s", x.Text, x.With), nil
	}
	old, with := found[0], x.With
	if a := amountRE.FindStringSubmatch(old); a != nil && !sameUnit(a, m) { // "30 min" is shown, "30 minutes" said
		old, with = a[2], m[2]
	}
	n := e.exchangeValue(in, old, with)
	if n == 0 {
		return "", fmt.Errorf("%s stands there otherwise: write replace \"old\" with \"new\"", found[0])
	}
	return fmt.Sprintf("%s instead of %s in %s", x.With, found[0], inScenes(slices.Compact(in))), nil
}

// pricedAs is the one figure with a sign of money or percent in the sentences that name a topic.
func (e *editor) pricedAs(topic []string) (in []int, found []string) {
	for i := range e.b.Scenes {
		for _, s := range prose.SplitSentences(e.b.Scenes[i].Say) {
			if !names(s, topic) {
				continue
			}
			figures := e.writer().Figures(s)
			if len(figures) != 1 || unitOf(amountRE.FindStringSubmatch(figures[0].Prefix+figures[0].Text+figures[0].Suffix)) == nil {
				return nil, nil
			}
			in, found = append(in, i), append(found, figures[0].Prefix+figures[0].Text+figures[0].Suffix)
		}
	}
	return in, found
}

// compoundOf is the one word of the video that ends with the one word of a topic, in languages
// that write a noun and what leads it as one; "" = there is none, or the topic itself is said.
func (e *editor) compoundOf(topic []string) string {
	if lang := phrase.Base(e.b.Language); lang != "de" && lang != "nl" || len(topic) != 1 || len(topic[0]) < 4 {
		return ""
	}
	found := ""
	for _, s := range e.b.Scenes {
		for _, w := range wordRE.FindAllString(strings.ToLower(s.Say), -1) {
			switch head, ok := strings.CutSuffix(w, topic[0]); {
			case w == topic[0]:
				return ""
			case !ok || utf8.RuneCountInString(head) < 3 || w == found:
			case found != "":
				return ""
			default:
				found = w
			}
		}
	}
	return found
}

// likelyValue is a figure like m in the one sentence that says most of the words, two of
// them and the half of them or more. A bare number takes any unit.
func (e *editor) likelyValue(topic, m []string) (in []int, found []string) {
	most := max(2, (len(topic)+1)/2)
	for i := range e.b.Scenes {
		for _, s := range prose.SplitSentences(e.b.Scenes[i].Say) {
			n := sharedWords(s, topic)
			if n < most {
				continue
			}
			figures, like := e.writer().Figures(s), m
			t := valueIn(figures, s, topic, like)
			for _, f := range figures {
				if a := amountRE.FindStringSubmatch(telling.FigureText(&f.Figure)); t == "" && a != nil && m[1] == "" && m[3] == "" {
					t = valueIn(figures, s, topic, a)
				}
			}
			if t == "" && len(figures) == 1 && m[1] == "" && m[3] == "" { // "9.4 out of 10"
				t = figures[0].Text
			}
			if t == "" {
				continue
			}
			if n > most {
				in, found, most = nil, nil, n
			}
			in, found = append(in, i), append(found, t)
		}
	}
	return in, found
}

// person gives a part that somebody has to somebody else: "the buddy is now Daniel Okoro".
func (e *editor) person(x edit.Edit) (string, error) {
	words := nameWords(x.Text)
	var found []string
	for _, s := range e.b.Scenes {
		for _, t := range prose.SplitSentences(s.Say) {
			at := roleIs.FindStringSubmatchIndex(t)
			if at == nil || len(words) == 0 || !names(t[:at[2]], words) {
				continue
			}
			if who := t[at[2]:at[3]]; !slices.Contains(found, who) {
				found = append(found, who)
			}
		}
	}
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("no sentence says who or what %q is: write in scene N say …, or replace \"old\" with \"new\"", x.Text)
	case len(found) > 1:
		return "", whichOf(found, x.With)
	case found[0] == x.With:
		return fmt.Sprintf("%s already is %s", x.Text, x.With), nil
	}
	return e.replace(edit.Edit{Text: found[0], With: x.With, Quoted: true})
}

// roleIs says who somebody is. Group: the name.
var roleIs = pattern.New(`[ ](?:is|ist|es|est|è|é)[ ]((?:\p{Lu}[\p{L}'’-]*)(?:[ ]\p{Lu}[\p{L}'’-]*){0,3})`)

// sceneValue is the one figure like m of the one scene that speaks of something, in another
// sentence than that which names it.
func (e *editor) sceneValue(topic, m []string) (in []int, found []string) {
	if m[1] == "" && m[3] == "" {
		return nil, nil
	}
	for i, s := range e.b.Scenes {
		if !names(s.Say, topic) || e.recaps(i) {
			continue
		}
		for _, f := range e.writer().Figures(s.Say) {
			if t := telling.FigureText(&f.Figure); valueIn([]telling.Amount{f}, s.Say, topic, m) != "" {
				in, found = append(in, i), append(found, t)
			}
		}
	}
	if len(found) != 1 {
		return nil, nil
	}
	return in, found
}

// counter gives the one figure that is counted up another value.
func (e *editor) counter(x edit.Edit) (string, error) {
	at := -1
	for i, s := range e.b.Scenes {
		switch {
		case s.Kind != scene.Number || s.Figure == nil || s.Figure.Still:
		case at >= 0:
			return "", fmt.Errorf("which counter: that of scene %d or %d? Write replace %q with %q", at+1, i+1, telling.FigureText(s.Figure), x.With)
		default:
			at = i
		}
	}
	if at < 0 {
		return "", fmt.Errorf("no scene counts up a number")
	}
	old := e.b.Scenes[at].Figure.Text
	if n := e.exchangeValue([]int{at}, old, x.With); n == 0 {
		return "", fmt.Errorf("%s stands there otherwise: write replace \"old\" with \"new\"", old)
	}
	return fmt.Sprintf("%s instead of %s in scene %d", x.With, old, at+1), nil
}

// phone puts another telephone number in the place of the one that the video gives.
func (e *editor) phone(x edit.Edit) (string, error) {
	var found []string
	for i := range e.b.Scenes {
		for _, t := range telling.PhoneNumber.FindAllString(sceneText(&e.b.Scenes[i]), -1) {
			if k := strings.IndexFunc(t, func(r rune) bool { return r == '+' || unicode.IsDigit(r) }); k >= 0 && !slices.Contains(found, t[k:]) {
				found = append(found, t[k:])
			}
		}
	}
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("the video gives no telephone number: write in scene N say …")
	case len(found) > 1:
		return "", whichOf(found, x.With)
	}
	return e.replace(edit.Edit{Text: found[0], With: x.With, Quoted: true})
}

// valueIn is the figure like m that a sentence gives what is spoken of, "" = none. Of
// several it is the one in whose part of the sentence most of its words stand, or else the
// last of them: "8 km/h indoors and 15 km/h in the yard".
func valueIn(figures []telling.Amount, s string, topic []string, m []string) string {
	var like []telling.Amount
	for _, f := range figures {
		if a := amountRE.FindStringSubmatch(telling.FigureText(&f.Figure)); a != nil && (sameUnit(a, m) || inShort(a[3], m[3])) {
			like = append(like, f)
		}
	}
	best, most, latest, from := "", 0, -1, 0
	for k, f := range like {
		to := len(s)
		if k+1 < len(like) {
			to = partBefore(s, f.To, like[k+1].From)
		}
		n, last := 0, -1
		for _, w := range wordRE.FindAllStringIndex(s[from:to], -1) {
			if word := strings.ToLower(s[from+w[0] : from+w[1]]); slices.ContainsFunc(topic, func(t string) bool { return sameWord(word, t) }) {
				n, last = n+1, from+w[1]
			}
		}
		if n > most || n == most && last > latest {
			best, most, latest = telling.FigureText(&f.Figure), n, last
		}
		from = to
	}
	return best
}

// partBefore is where the part of a sentence begins that gives the figure at to, behind
// another that ends at from: at the last comma or "and" between them.
func partBefore(s string, from, to int) int {
	at := to
	for _, sep := range partSep.FindAllStringIndex(s[from:to], -1) {
		at = from + sep[0]
	}
	return at
}

var partSep = pattern.New(`(?i)[,;:–—] | (?:and|und|y|e|et|en|but|while|aber|sondern|pero|mais|mas|ma) `)

// numbered is the number right behind what is spoken of: "204" of "room 204".
func numbered(s string, topic, m []string) string {
	if m[1] != "" || m[3] != "" || len(topic) != 1 {
		return ""
	}
	ws := wordRE.FindAllString(s, -1)
	for i, w := range ws[:max(0, len(ws)-1)] {
		if sameWord(strings.ToLower(w), topic[0]) && telling.DigitsRE.MatchString(ws[i+1]) {
			return ws[i+1]
		}
	}
	return ""
}

// inShort tells whether one of two units is the other in short: "min" and "minutes".
func inShort(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return len(a) >= 3 && len(b) >= 3 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
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
	if len(in) == 0 && e.plots(x.Text) {
		return e.point(x)
	}
	if len(in) == 0 {
		return "", fmt.Errorf("no scene says %q of %q: write replace \"old\" with \"new\"", x.Was, x.Text)
	}
	if n := e.exchangeValue(in, x.Was, x.With); n > 0 {
		return fmt.Sprintf("%s instead of %s in %s", x.With, x.Was, inScenes(in)), nil
	}
	return "", fmt.Errorf("%s stands there otherwise: write replace \"old\" with \"new\"", x.Was)
}

// amount puts a number in the place of the one of its kind, whatever it was: "the price
// should be $39".
func (e *editor) amount(x edit.Edit) (string, error) {
	m := amountRE.FindStringSubmatch(strings.TrimSpace(x.Text))
	if m == nil {
		return "", fmt.Errorf("%q instead of what? Write replace \"old\" with \"new\"", x.Text)
	}
	where, err := e.named(x)
	if err != nil {
		return "", err
	}
	var found []string
	for i := range e.b.Scenes {
		if len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		for _, f := range e.writer().Figures(sceneText(&e.b.Scenes[i])) {
			t := telling.FigureText(&f.Figure)
			if a := amountRE.FindStringSubmatch(t); a != nil && sameUnit(a, m) && a[2] != m[2] && !slices.Contains(found, t) {
				found = append(found, t)
			}
		}
	}
	switch len(found) {
	case 0:
		return "", fmt.Errorf("no number like %q occurs: write replace \"old\" with \"new\"", x.Text)
	case 1:
		return e.replace(edit.Edit{Scenes: x.Scenes, Text: found[0], With: x.Text, Quoted: true})
	}
	return "", whichOf(found, x.Text)
}
