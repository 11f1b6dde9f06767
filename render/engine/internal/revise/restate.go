package revise

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// restate gives the one sentence that says the same as an instruction with another value
// the value of the instruction: "we have 14 classes a week".
func (e *editor) restate(x edit.Edit) (string, error) {
	text := x.Text
	if i := overruledRE.FindStringIndex(text); i != nil { // "…, up from 12"
		text = text[:i[0]]
	}
	if m := mannerOf(e.b.Language); m != nil {
		if m.also.MatchString(text) { // it is so beside what is said
			return "", fmt.Errorf("it says more, and not what is so instead: write in scene N say …, or add a scene saying …")
		}
		if done, err := e.resolve(text); !errors.Is(err, errOther) {
			return done, err
		}
	}
	none := fmt.Errorf("no sentence says the same with another value: write in scene N say …, or replace \"old\" with \"new\"")
	topic := func(value string) string { return strings.Replace(text, value, " ", 1) }
	if day := telling.ADay.FindString(text); day != "" {
		return e.dateOf(edit.Edit{Text: topic(day), With: day, Values: map[string]string{"restated": ""}})
	}
	if now := spansIn(text); len(now) == 1 {
		return e.hoursOf(topic(now[0].text), now[0])
	}
	if hour := aClock.FindString(text); hour != "" {
		return e.hourOf(edit.Edit{Text: topic(hour), With: hour, Values: map[string]string{"restated": ""}, Source: text})
	}
	if m := lastNumber.FindStringSubmatch(text); m != nil { // "it's room 301"
		if words := nameWords(m[1]); len(words) == 1 {
			return e.valueOf(edit.Edit{Text: words[0], With: m[2]})
		}
	}
	if days := openDays.FindString(text); days != "" && !telling.DigitsRE.MatchString(text) {
		return e.weekdaysOf(topic(days), days)
	}
	counts := e.countsIn(text)
	if value := aNumber.FindAllString(text, -1); len(counts) == 0 && len(value) == 1 && len(nameWords(topic(value[0]))) > 1 { // "guests give us 9.6"
		return e.valueOf(edit.Edit{Text: topic(value[0]), With: value[0]})
	}
	if len(counts) == 0 {
		return "", none
	}
	words := slices.DeleteFunc(nameWords(numberRE.ReplaceAllString(text, " ")), func(w string) bool {
		return slices.ContainsFunc(counts, func(c count) bool { return strings.EqualFold(c.number, w) })
	})
	var done []string
	for _, c := range counts {
		d, err := e.recounted(c, words)
		if err != nil {
			return "", err
		}
		done = append(done, d)
	}
	return strings.Join(done, "; "), nil
}

// aNumber is a number, with a fraction where it has one.
var aNumber = pattern.New(`\d+(?:[.,]\d+)*`)

// count is a number with what it counts.
type count struct{ number, noun string }

// countRE is a number before a word. Groups: the number, the word.
var countRE = pattern.New(`([€$£¥]?\d(?:[\d.,]*\d)?)(?: ?%| ?[€$£°])? (\p{L}+)`)

// wordPair is two words beside each other, the second of which may begin the next pair.
var wordPair = pattern.New(`(\p{L}+) (\p{L}+)`)

// countsIn are the numbers of a text with what they count, in digits and in words.
func (e *editor) countsIn(s string) []count {
	var out []count
	for _, m := range countRE.FindAllStringSubmatch(s, -1) {
		out = append(out, count{m[1], m[2]})
	}
	words := strings.Fields(s)
	for k := 0; k+1 < len(words); k++ {
		if m := wordPair.FindStringSubmatch(words[k] + " " + words[k+1]); m != nil && m[1] == words[k] && e.counts(m[1]) {
			out = append(out, count{m[1], m[2]})
		}
	}
	return out
}

// isOne tells whether a number is one, so that what it counts stands in another form than
// beside the others.
func (e *editor) isOne(number string) bool {
	return number == "1" || slices.Contains([]string{"one", "a", "ein", "eine", "einen", "un", "una", "une", "um", "uma", "uno", "een"}, strings.ToLower(number))
}

// recounted gives what a number counts another number, in the sentence that says most of
// the words beside it, and wherever that is said again.
func (e *editor) recounted(c count, words []string) (string, error) {
	at, best, tied, old := -1, 0, false, ""
	for i := range e.b.Scenes {
		for _, s := range prose.SplitSentences(e.b.Scenes[i].Say) {
			for _, g := range e.countsIn(s) {
				if !sameWord(strings.ToLower(g.noun), strings.ToLower(c.noun)) {
					continue
				}
				switch n := sharedWords(s, words); {
				case n > best:
					at, best, tied, old = i, n, false, g.number
				case n == best && g.number != old:
					tied = true
				}
			}
		}
	}
	switch {
	case at < 0:
		return "", fmt.Errorf("no sentence counts %s: write in scene N say …, or replace \"old\" with \"new\"", c.noun)
	case tied:
		return "", fmt.Errorf("instead of which number? Write replace %q with %q", old, c.number)
	case !e.saysCounts(at, words), slices.ContainsFunc(words, func(w string) bool { // "… in July"
		return len(w) > 3 && monthForm.MatchString(prose.Upper(w)) && !heard(e.b.Scenes[at].Say, w)
	}):
		return "", fmt.Errorf("it says more than another number: write in scene %d say …", at+1)
	case old == c.number:
		return fmt.Sprintf("scene %d already says %s %s", at+1, c.number, c.noun), nil
	}
	var in []int
	for i := range e.b.Scenes {
		n := 0
		for _, g := range e.countsIn(sceneText(&e.b.Scenes[i])) {
			if g.number == old && sameWord(strings.ToLower(g.noun), strings.ToLower(c.noun)) {
				noun := g.noun
				if e.isOne(old) != e.isOne(c.number) {
					noun = c.noun
				}
				n += e.substitute([]int{i}, old+" "+g.noun, c.number+" "+noun)
				n += e.figureOnly(i, old, c.number)
			}
		}
		if n > 0 {
			in = append(in, i)
		}
	}
	if len(in) == 0 {
		if e.exchangeValue([]int{at}, old, c.number) == 0 {
			return "", fmt.Errorf("%s stands there otherwise: write replace \"old\" with \"new\"", old)
		}
		in = []int{at}
	}
	return fmt.Sprintf("%s instead of %s in %s", c.number, old, inScenes(in)), nil
}

// saysCounts tells whether a scene says every number in words that is among words.
func (e *editor) saysCounts(i int, words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return e.counts(w) && !names(e.b.Scenes[i].Say, []string{w}) })
}

// figureOnly changes the figure that a scene counts up to, and nothing else of it.
func (e *editor) figureOnly(i int, old, with string) int {
	n := 0
	if s := &e.b.Scenes[i]; s.Figure != nil && s.Figure.Text == strings.TrimLeft(old, "€$£¥") {
		e.figure(s, old, with, &n)
	}
	return n
}

// openDays are days of the week, one or from one to another.
var openDays = pattern.New(`(?i)\b(?:` + telling.Weekdays + `)s?(?:(?: (?:to|through|till|until|and|or|bis|und|oder|a|al|y|o|à|au|et|ou|e|ao?|tot|en|of) |\s?[–-]\s?)(?:` + telling.Weekdays + `)s?)?\b`)

// weekdaysOf gives what is spoken of other days of the week.
func (e *editor) weekdaysOf(topic, days string) (string, error) {
	words := nameWords(topic)
	least := e.shared(edit.Edit{Values: map[string]string{"restated": ""}}, words, openDays)
	var found []string
	for _, s := range e.b.Scenes {
		for _, t := range prose.SplitSentences(s.Say) {
			for _, d := range openDays.FindAllString(t, -1) {
				if sharedWords(t, words) >= least && !slices.Contains(found, d) {
					found = append(found, d)
				}
			}
		}
	}
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("no sentence says a day of the week: write in scene N say …")
	case len(found) > 1:
		return "", whichOf(found, days)
	}
	return e.redate(found[0], days)
}

// lastNumber is a number behind all else.
var lastNumber = pattern.New(`^(.*\p{L}) (\d+)$`)

// overruledRE begins what a value was, behind what it is.
var overruledRE = pattern.New(`(?i)(?:,? (?:up from|down from|instead of|statt)|, (?:not|nicht|no|pas|non|não|niet)) (?:\p{L}+ )?[€$£]?\d.*$`)
