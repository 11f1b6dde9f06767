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
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// swapsWith begins an instruction that may let two things change places, or one take the
// place of another.
var swapsWith = pattern.New(`(?i)^(?:please |bitte )?(?:swap|switch|exchange|trade|tausche?|vertausche?|intercambia|échangez?|scambia|troque|troca|wissel|verwissel)\b`)

// everywhereEnds says where, behind a word that is to stand there.
var everywhereEnds = pattern.New(`(?i) (?:everywhere|throughout|(?:in )?(?:both|all) (?:places|cases|times|scenes)|an (?:beiden|allen) stellen|across the video|überall|en todas partes|partout|ovunque)$`)

// replace puts words in the place of others wherever they are said or shown. The
// presenter's name in the place of another's is another presenter.
func (e *editor) replace(x edit.Edit) (string, error) {
	old, _ := prose.Unquote(x.Text)
	with, _ := prose.Unquote(x.With)
	if !x.Quoted && strings.EqualFold(old, telling.FirstName(e.b.Presenter.ID)) {
		return e.cast(edit.Edit{Values: map[string]string{"single": with}})
	}
	if !x.Quoted && swapsWith.MatchString(x.Source) { // "swap the MRI with the nurses": both are in the video
		if words := nameWords(with); len(words) > 0 && slices.ContainsFunc(e.units(), func(u unit) bool { return names(u.text, words) }) {
			return e.swapNamed(edit.Edit{Text: old, With: with, Values: map[string]string{}})
		}
	}
	if e.b.Language == "de" && !x.Quoted { // "statt Kartoffeln gibt es Spargel"
		with = strings.TrimPrefix(with, "es ")
	}
	if !x.Quoted {
		with = everywhereEnds.ReplaceAllString(with, "")
	}
	where, err := e.named(x)
	if err != nil {
		return "", err
	}
	if x.Has("somebody") { // who goes goes with all of the name
		if full := e.fullName(old); full != "" && !strings.HasPrefix(with, old+" ") {
			old = full
		}
	}
	old, with = e.grouped(old, with)
	old = e.besides(where, old, with)
	if said := e.oneOfMany(where, old, with); said != "" {
		return "", fmt.Errorf("%q would be said: write in scene N say …", said)
	}
	if things := e.countedBy(where, old); len(things) > 1 && !x.Quoted && !x.Has("everywhere") {
		return "", whichOf(things, with)
	}
	listed := e.listed(where, old)
	n := e.exchangeValue(where, old, with)
	if a, b := unarticled(old, e.b.Language), unarticled(with, e.b.Language); n > 0 && a != old && b != with { // lists show it without its article
		listed = append(listed, e.listed(where, prose.Upper(a))...)
		n += e.substitute(where, a, b)
	}
	for _, i := range listed {
		n += e.retold(i, old, with)
	}
	was, is := unitOf([]string{"", "", "", old}), unitOf([]string{"", "", "", with})
	for i := range e.b.Scenes {
		recue(&e.b.Scenes[i])
		if figureDay(&e.b.Scenes[i], old, with) {
			n++
		}
		if f := e.b.Scenes[i].Figure; f != nil && was != nil && is != nil { // "$5" of "5 dollars"
			f.Prefix, f.Suffix = strings.Replace(f.Prefix, was[0], is[0], 1), strings.Replace(f.Suffix, was[0], is[0], 1)
		}
		if f := e.b.Scenes[i].Figure; f != nil && f.Prefix == f.Suffix { // "€129" of "129 euros"
			f.Suffix = ""
		}
	}
	switch n {
	case 0:
		if hour := e.clockAt(old); hour != "" && aClock.MatchString(with) {
			return e.redate(hour, with+halfDay.FindString(hour))
		}
		return "", fmt.Errorf("%q occurs nowhere", old)
	case 1:
		return "1 place changed", nil
	}
	return fmt.Sprintf("%d places changed", n), nil
}

// grouped parts the thousands of what is replaced, and of what takes its place, as the
// video does.
func (e *editor) grouped(old, with string) (string, string) {
	was := numberForm.FindStringSubmatch(old)
	if was == nil || !groups.MatchString(was[2]) || e.isSaid(old) {
		return old, with
	}
	for _, u := range e.units() {
		for _, v := range e.valuesIn(u.text) {
			if ungrouped(v.num) != ungrouped(was[2]) {
				continue
			}
			if is := numberForm.FindStringSubmatch(with); is != nil {
				with = strings.Replace(with, is[2], groupedLike(is[2], v.num), 1)
			}
			return strings.Replace(old, was[2], v.num, 1), with
		}
	}
	return old, with
}

// besides is what is replaced together with the words beside it that the new words have too:
// "Joan Pell" where "Pell" becomes "Joan Pall".
func (e *editor) besides(where []int, old, with string) string {
	was, is := strings.Fields(old), strings.Fields(with)
	if len(was) == 0 || len(is) <= len(was) {
		return old
	}
	more := len(is) - len(was)
	for _, full := range []string{strings.Join(is[:more], " ") + " " + old, old + " " + strings.Join(is[len(was):], " ")} {
		for i := range e.b.Scenes {
			if len(where) > 0 && !slices.Contains(where, i) {
				continue
			}
			if _, n := exchange(sceneText(&e.b.Scenes[i]), full, with); n > 0 {
				return full
			}
		}
	}
	return old
}

// oneOfMany is what would be said of one where a plural takes its place: "a cinnamon buns".
func (e *editor) oneOfMany(where []int, old, with string) string {
	if g := tongue.For(e.b.Language); g.Code != "en" || g.Plural(old) || !g.Plural(with) {
		return ""
	}
	for i, s := range e.b.Scenes {
		if len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		f := strings.Fields(strings.ToLower(s.Say))
		for k, w := range f {
			for back := 1; back <= 2 && k >= back; back++ {
				if a := f[k-back]; (a == "a" || a == "an") && strings.TrimRight(w, ".,:;!?") == strings.ToLower(old) {
					return strings.Join(append(slices.Clone(f[k-back:k]), with), " ")
				}
			}
		}
	}
	return ""
}

// countedBy are the things that a bare number is said of, each with the number, where they
// differ: "12 July", "12 get".
func (e *editor) countedBy(where []int, number string) []string {
	if strings.Trim(number, "0123456789") != "" {
		return nil
	}
	var out []string
	for i, s := range e.b.Scenes {
		if len(where) > 0 && !slices.Contains(where, i) || e.recaps(i) {
			continue
		}
		for at := 0; number != ""; {
			k := strings.Index(s.Say[at:], number)
			if k < 0 {
				break
			}
			from := at + k
			at = from + len(number)
			if !edge(s.Say[:from], s.Say[from:], false) || !edge(s.Say[:at], s.Say[at:], true) {
				continue
			}
			if t := strings.Join(strings.Fields(s.Say[from:])[:min(2, len(strings.Fields(s.Say[from:])))], " "); !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// recue lets items whose words have changed come on with their new ones.
func recue(s *scene.Scene) {
	if !slices.ContainsFunc(s.Items, func(it scene.Item) bool { return it.Cue == "" }) || !slices.ContainsFunc(s.Items, func(it scene.Item) bool { return it.Cue != "" }) {
		return
	}
	bt := &telling.Beat{Words: prose.SplitSentences(s.Say)}
	bt.Items = slices.Clone(s.Items)
	telling.Cues(bt)
	for i := range s.Items {
		if s.Items[i].Cue == "" {
			s.Items[i].Cue = bt.Items[i].Cue
		}
	}
}

// listed are the scenes that list words which they say with a small letter.
func (e *editor) listed(where []int, words string) []int {
	var out []int
	for i, s := range e.b.Scenes {
		if (len(where) == 0 || slices.Contains(where, i)) && slices.ContainsFunc(s.Items, func(it scene.Item) bool { return it.Title == words }) {
			out = append(out, i)
		}
	}
	return out
}

// retold says an item's new words where scene i says its old ones within a sentence.
func (e *editor) retold(i int, old, with string) int {
	s := &e.b.Scenes[i]
	was, is := strings.ToLower(old), tongue.For(e.b.Language).Lower(with)
	if was == old {
		return 0
	}
	say, n := exchange(s.Say, was, is)
	if n == 0 {
		return 0
	}
	s.Say = e.agree(say, was, is)
	bt := &telling.Beat{Words: prose.SplitSentences(s.Say)}
	bt.Items = s.Items
	telling.Cues(bt)
	s.Items = bt.Items
	return n
}

// exchange puts with in the place of every old that stands as words of its own, with
// a small or a capital letter first: "79" is not in "1979", but "sensor" is in
// "Sensors".
func exchange(s, old, with string) (string, int) {
	if old == "" {
		return s, 0
	}
	var out strings.Builder
	n, upper := 0, prose.Upper(old)
	for i := 0; i < len(s); {
		hit, new := old, with
		if !strings.HasPrefix(s[i:], hit) {
			hit, new = upper, prose.Upper(with)
		}
		if strings.HasPrefix(s[i:], hit) && edge(s[:i], s[i:], false) && edge(s[:i+len(hit)], s[i+len(hit):], true) {
			if begins(s[:i]) && unicode.IsUpper([]rune(hit)[0]) {
				new = prose.Upper(new)
			}
			out.WriteString(new)
			i += len(hit)
			n++
			continue
		}
		_, w := utf8.DecodeRuneInString(s[i:])
		out.WriteString(s[i : i+w])
		i += w
	}
	return out.String(), n
}

// begins tells whether a sentence begins behind s.
func begins(s string) bool {
	s = strings.TrimRight(s, " ")
	return s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

// edge tells whether a word or number may end, or begin, between two strings.
func edge(before, after string, end bool) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	switch {
	case unicode.IsDigit(a) && unicode.IsDigit(b), !end && unicode.IsLetter(a) && unicode.IsLetter(b):
		return false
	case end && unicode.IsDigit(a) && len(after) > 1 && strings.ContainsRune(".,:", b) && unicode.IsDigit(rune(after[1])), // "9" is not in "9:00"
		!end && unicode.IsDigit(b) && len(before) > 1 && strings.ContainsRune(".,:", a) && unicode.IsDigit(rune(before[len(before)-2])):
		return false
	case end && unicode.IsLetter(a) && unicode.IsLetter(b):
		rest := strings.TrimPrefix(after, "s")
		next, _ := utf8.DecodeRuneInString(rest)
		return rest != after && !unicode.IsLetter(next)
	}
	return true
}

// substitute exchanges words in the scenes given, in the whole video if there are
// none, and counts the places.
func (e *editor) substitute(where []int, old, with string) int {
	n := 0
	sub := func(s *string) {
		t, k := exchange(*s, old, with)
		if t = e.agree(t, old, with); k > 0 && prose.Upper(*s) == *s && strings.ToLower(with) == with { // it stays a beginning
			t = prose.Upper(t)
		}
		*s, n = t, n+k
	}
	if old == "" {
		return 0
	}
	if len(where) == 0 {
		sub(&e.b.Title)
		n = 0 // the title is also on its card
		sub(&e.b.Look.LogoText)
	}
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if len(where) > 0 && !slices.Contains(where, i) {
			continue
		}
		said := s.Say
		for _, f := range []*string{&s.Say, &s.Headline, &s.Subtitle, &s.Label, &s.Note, &s.Name, &s.Role, &s.Action, &s.URL, &s.Chapter, &s.Code} {
			sub(f)
		}
		for j := range s.Overlay {
			sub(&s.Overlay[j])
		}
		for j := range s.Ticker {
			sub(&s.Ticker[j])
		}
		for j := range s.Columns {
			sub(&s.Columns[j].Title)
			for k := range s.Columns[j].Rows {
				sub(&s.Columns[j].Rows[k].Label)
				sub(&s.Columns[j].Rows[k].Value)
			}
		}
		for j := range s.Rows {
			for k := range s.Rows[j] {
				sub(&s.Rows[j][k])
			}
		}
		if s.LowerThird != nil {
			sub(&s.LowerThird.Name)
			sub(&s.LowerThird.Role)
		}
		if s.Figure != nil && (s.Say != said || s.Say == "" || sameAmount(telling.FigureText(s.Figure), old)) { // "3 June" is not the 3 of "3 clients"
			e.figure(s, old, with, &n)
		}
		for j := range s.Items {
			it := &s.Items[j]
			for _, f := range []*string{&it.Label, &it.Title, &it.Body, &it.Value} {
				sub(f)
			}
			if it.Cue, _ = exchange(it.Cue, strings.ToLower(old), strings.ToLower(with)); !strings.Contains(strings.ToLower(s.Say), strings.ToLower(it.Cue)) {
				it.Cue = ""
			}
		}
	}
	return n
}

// counts tells whether a word is a number in words.
func (e *editor) counts(word string) bool {
	return word != "" && slices.Contains(tongue.For(e.b.Language).Counts, strings.ToLower(word))
}

// agree puts the English article that a word asks for before it where it took the place
// of one that asks for the other.
func (e *editor) agree(s, old, with string) string {
	was, is := tongue.VowelSound.MatchString(strings.ToLower(old)), tongue.VowelSound.MatchString(strings.ToLower(with))
	if !strings.HasPrefix(e.b.Language, "en") || was == is {
		return s
	}
	from, to := "a ", "an "
	if was {
		from, to = to, from
	}
	s, _ = exchange(s, from+with, to+with)
	return s
}

// figure changes the figure that a scene counts up to where it is what is replaced:
// "49 €" is a figure with its sign.
func (e *editor) figure(s *scene.Scene, old, with string, n *int) {
	f := s.Figure
	was, is := telling.FigureOf(old), telling.FigureOf(with)
	if was.Text == "" || is.Text == "" || was.Text != f.Text || was.Prefix != "" && was.Prefix != f.Prefix || was.Suffix != "" && was.Suffix != f.Suffix {
		return
	}
	if !telling.DigitsRE.MatchString(is.Text) { // "two weeks" is no number to count up to
		s.Kind, s.Figure, s.Label, s.Subtitle = scene.Statement, nil, "", ""
		s.Headline = e.writer().Headline(prose.SplitSentences(s.Say)[0], 46)
		*n++
		return
	}
	f.Text, f.Cue = is.Text, ""
	switch {
	case is.Prefix == "" && f.Prefix != "" && unitOf([]string{"", "", "", is.Suffix}) == nil: // "€1.8M" becomes "1.9 million"
		f.Suffix = cmp.Or(is.Suffix, f.Suffix)
	case is.Prefix+is.Suffix != "":
		f.Prefix, f.Suffix = is.Prefix, is.Suffix
	case amountUnit(with) != "" && amountUnit(with) != amountUnit(old): // "0.1 l" of "100 ml"
		f.Prefix, f.Suffix = "", amountUnit(with)
	}
	if w := e.writer(); s.Say != "" {
		bt := &telling.Beat{}
		if w.Shape(bt, s.Say); bt.Figure != nil && bt.Figure.Text == f.Text {
			f.Cue = bt.Figure.Cue
		}
	}
	if v, ok := telling.Number(f.Text, e.b.Language); f.Share > 0 && ok && f.Suffix == "%" && v <= 100 {
		f.Share = v / 100
	} else {
		f.Share = 0
	}
	*n++
}

// amountUnit is the unit that stands behind the number of an amount, "" = none does.
func amountUnit(s string) string {
	if m := amountRE.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
		return m[3]
	}
	return ""
}

// pronounce adds to the pronunciation dictionary.
func (e *editor) pronounce(x edit.Edit) (string, error) {
	word, _ := prose.Unquote(x.Text)
	as, _ := prose.Unquote(x.With)
	e.b.Pronounce = slices.DeleteFunc(e.b.Pronounce, func(p scene.Sounded) bool { return p.Word == word })
	e.b.Pronounce = append(e.b.Pronounce, scene.Sounded{Word: word, As: as})
	return fmt.Sprintf("%s is spoken as %s", word, as), nil
}

// valueRE is a bare number, with the words behind it.
var valueRE = pattern.New(`^([€$£¥₪]?\d[\d.,]*)((?:\s+\S+){0,4})$`)

// exchangeValue puts words in the place of others, and of a number also where its unit
// is spelled otherwise, where only one of the two was written with it ("870 members, not
// 860"), and in charts. It counts the places.
func (e *editor) exchangeValue(where []int, old, with string) int {
	n := 0
	a, b := valueRE.FindStringSubmatch(old), valueRE.FindStringSubmatch(with)
	if a != nil && b != nil && (a[2] == "") != (b[2] == "") && !strings.ContainsAny(a[1]+b[1], "€$£¥₪") { // "€4" has its unit
		unit := a[2] + b[2]
		for _, p := range append([][2]string{{a[1] + unit, b[1] + unit}}, amounts(a[1]+unit, b[1]+unit)...) {
			n += e.substitute(where, p[0], p[1])
		}
		if n == 0 {
			old, with = a[1], b[1]
		}
	}
	if first, unit, ok := strings.Cut(with, " "); ok && n == 0 && e.counts(old) && e.counts(first) { // "three hours, not five": the unit stands behind both
		if n = e.substitute(where, old+" "+unit, with); n == 0 {
			with = first
		}
	}
	if n == 0 {
		n = e.substitute(where, old, with)
	}
	if w := tongue.For(e.b.Language); n == 0 && w.Noun(old) != old {
		n = e.substitute(where, w.Noun(old), w.Noun(with))
	}
	for _, p := range amounts(old, with) {
		n += e.substitute(where, p[0], p[1])
	}
	if n == 0 && a == nil { // "Full" is "full" where it is said
		n = e.substitute(where, strings.ToLower(old), with)
	}
	if a, b := bareNumber(old), bareNumber(with); a != "" && b != "" {
		n += e.plotted(where, a, b)
	}
	return n
}

// bareNumber is the number of a value without its unit, "" = it is none.
func bareNumber(value string) string {
	if m := valueRE.FindStringSubmatch(value); m != nil {
		return m[1]
	}
	if m := amountRE.FindStringSubmatch(value); m != nil {
		return m[2]
	}
	return ""
}
