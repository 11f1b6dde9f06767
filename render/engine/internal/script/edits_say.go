package script

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

func (e *editor) say(x edit.Edit) (string, error) {
	if err := e.is(x); err != nil {
		return "", err
	}
	t, _ := prompt.Unquote(x.Text)
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		old, kind := s.Say, s.Kind
		e.speak(s, prompt.Upper(prompt.Stop(t)))
		s.Verbatim = true
		drawn := ""
		if s.Kind != kind {
			drawn = fmt.Sprintf(", drawn as a %s", s.Kind)
		}
		return fmt.Sprintf("scene %d now says %q instead of %q%s", n, clip(s.Say, 60), clip(old, 60), drawn) + e.again(n-1, old, s.Say), nil
	})
}

// again changes what other scenes say once more of what scene i used to say, as a
// recap does, and tells of it.
func (e *editor) again(i int, old, new string) string {
	was, is := prompt.SplitSentences(old), prompt.SplitSentences(new)
	gone := slices.DeleteFunc(slices.Clone(was), func(t string) bool { return slices.Contains(is, t) })
	come := slices.DeleteFunc(is, func(t string) bool { return slices.Contains(was, t) })
	told := ""
	for j := range e.b.Scenes {
		s := &e.b.Scenes[j]
		ss := prompt.SplitSentences(s.Say)
		k := slices.IndexFunc(ss, func(t string) bool { return slices.Contains(gone, t) })
		switch {
		case j == i || k < 0:
		case len(gone) == 1 && len(come) == 1:
			ss[k] = come[0]
			e.speak(s, strings.Join(ss, " "))
			s.Verbatim = true
			told += fmt.Sprintf(", and so does scene %d, which said it once more", j+1)
		default:
			told += fmt.Sprintf("; scene %d still says %q", j+1, clip(ss[k], 60))
		}
	}
	return told
}

// speak changes a scene's words; the picture follows them.
func (e *editor) speak(s *scene.Scene, say string) {
	old := s.Say
	s.Say = say
	if s.Say == "" {
		return
	}
	w := e.writer()
	if s.Headline != "" && heard(old, s.Headline) && !heard(say, s.Headline) {
		s.Headline = w.headline(prompt.SplitSentences(say)[0], 46)
		if s.Kind == scene.End {
			endCard(s, prompt.Unstop(say))
		}
	}
	switch s.Kind {
	case scene.Points, scene.Grid, scene.Process:
		e.relist(s, old)
	case scene.Number:
		bt := &beat{}
		w.shape(bt, s.Say)
		if bt.Figure != nil {
			s.Figure, s.Label, s.Subtitle = bt.Figure, bt.Label, bt.Subtitle
		} else {
			s.Kind, s.Figure, s.Items, s.Label = scene.Statement, nil, nil, ""
			s.Headline = w.headline(s.Say, 46)
		}
	case scene.Statement:
		s.Headline, s.Subtitle = w.headline(prompt.SplitSentences(s.Say)[0], 46), ""
	case scene.Quote:
		s.Headline = prompt.Unstop(s.Say)
	case scene.Presenter:
		s.Overlay = nil
		if h := w.finding(s.Say, 34); h != "" {
			s.Overlay = []string{h}
		}
	}
	for i := range s.Items {
		if !strings.Contains(strings.ToLower(s.Say), strings.ToLower(s.Items[i].Cue)) {
			s.Items[i].Cue = ""
		}
	}
}

// relist makes a scene's list anew where most of it was said and no longer is.
func (e *editor) relist(s *scene.Scene, old string) {
	was, is := 0, 0
	for _, it := range s.Items {
		words := firstOf(it.Cue, it.Title)
		if heard(old, words) {
			was++
			if heard(s.Say, words) {
				is++
			}
		}
	}
	if 2*was <= len(s.Items) || 2*is >= was {
		return
	}
	w := e.writer()
	bt := &beat{words: prompt.SplitSentences(s.Say), plain: true}
	for _, t := range sayItems(s.Say, w) {
		bt.Items = append(bt.Items, scene.Item{Title: clip(prompt.Upper(w.w.noun(t)), 46), Icon: icon(t)})
	}
	if len(bt.Items) < 2 {
		s.Kind, s.Items, s.Subtitle = scene.Statement, nil, ""
		s.Headline = w.headline(bt.words[0], 46)
		return
	}
	cues(bt)
	s.Items = bt.Items
}

// line finds the sentence that an instruction names: in its scenes, or in all.
func (e *editor) line(x edit.Edit) (at, sentence int, err error) {
	where, err := e.named(x)
	if err != nil {
		return 0, 0, err
	}
	l := x.Line
	if l == nil {
		l = &edit.Line{Words: x.Text}
	}
	if len(where) == 0 {
		if l.Number != 0 {
			return 0, 0, fmt.Errorf("the sentence of which scene?")
		}
		where, _ = e.find(edit.Ref{All: true})
	}
	best, found := 0, [][2]int{}
	for _, i := range where {
		ss := prompt.SplitSentences(e.b.Scenes[i].Say)
		if l.Number != 0 {
			k := l.Number - 1
			if l.Number < 0 {
				k = len(ss) + l.Number
			}
			if k < 0 || k >= len(ss) {
				return 0, 0, fmt.Errorf("scene %d says %d sentences", i+1, len(ss))
			}
			return i, k, nil
		}
		for k, t := range ss {
			n := 0
			if l.About != "" {
				n = e.likeness(l.About, t)
			} else if strings.Contains(strings.ToLower(t), strings.ToLower(prompt.Unstop(l.Words))) {
				n = 1
			}
			switch {
			case n > best:
				best, found = n, [][2]int{{i, k}}
			case n == best && n > 0:
				found = append(found, [2]int{i, k})
			}
		}
	}
	switch {
	case len(found) == 0:
		return 0, 0, fmt.Errorf("no sentence speaks of %q", firstOf(l.About, l.Words))
	case len(found) > 1:
		return 0, 0, fmt.Errorf("%d sentences speak of %q, the first in scene %d: give its words in quotation marks", len(found), firstOf(l.About, l.Words), found[0][0]+1)
	}
	return found[0][0], found[0][1], nil
}

// removeLine takes a sentence out of a scene, and the scene out of the video where
// nothing else was said in it.
func (e *editor) removeLine(x edit.Edit) (string, error) {
	if x.Line == nil && e.isItem(x.Text) {
		x.Items, x.Text = []edit.Line{{Words: x.Text}}, ""
		return e.removeItem(x)
	}
	i, k, err := e.line(x)
	if err != nil {
		return "", err
	}
	s := &e.b.Scenes[i]
	ss := prompt.SplitSentences(s.Say)
	gone := ss[k]
	if x.Line == nil && 2*prompt.Words(x.Text) < prompt.Words(gone) {
		return e.removeWords(i, x.Text)
	}
	if len(ss) == 1 {
		if x.Line != nil && x.Line.Number != 0 {
			return "", fmt.Errorf("scene %d says only one sentence", i+1)
		}
		if len(e.b.Scenes) == 1 {
			return "", fmt.Errorf("it is all that the video says")
		}
		e.b.Scenes = slices.Delete(e.b.Scenes, i, i+1)
		return fmt.Sprintf("nobody says %q any more, and scene %d, which said nothing else, is gone", gone, i+1), nil
	}
	e.speak(s, strings.Join(slices.Delete(slices.Clone(ss), k, k+1), " "))
	s.Seconds = 0
	return fmt.Sprintf("scene %d no longer says %q", i+1, gone), nil
}

// removeWords takes words out of a scene, where the rest of their sentence stays.
func (e *editor) removeWords(i int, words string) (string, error) {
	words = prompt.Unstop(words)
	s := &e.b.Scenes[i]
	shown := []*string{&s.Say, &s.Headline, &s.Subtitle, &s.Label, &s.Note}
	for k := range s.Overlay {
		shown = append(shown, &s.Overlay[k])
	}
	n := 0
	for _, f := range shown {
		t, k := exchange(*f, words, "")
		if k == 0 {
			t, k = exchange(*f, strings.ToLower(words), "")
		}
		if k == 0 {
			continue
		}
		n += k
		*f = prompt.Upper(strings.Join(strings.Fields(lostSpace.ReplaceAllString(t, "$1")), " "))
	}
	if n == 0 {
		return "", fmt.Errorf("%q occurs nowhere as words of its own", words)
	}
	return fmt.Sprintf("scene %d now says %q", i+1, clip(s.Say, 60)), nil
}

// lostSpace is what words leave before a stop.
var lostSpace = pattern.New(`\s+([.,;:!?…])`)

func (e *editor) changeLine(x edit.Edit) (string, error) {
	i, k, err := e.line(x)
	if err != nil {
		return "", err
	}
	s := &e.b.Scenes[i]
	ss := prompt.SplitSentences(s.Say)
	t, _ := prompt.Unquote(x.Text)
	old := ss[k]
	ss[k] = prompt.Upper(prompt.Stop(t))
	e.speak(s, strings.Join(ss, " "))
	s.Verbatim = true
	return fmt.Sprintf("scene %d now says %q instead of %q", i+1, clip(ss[k], 60), clip(old, 60)) + e.again(i, old, ss[k]), nil
}

// addLine appends a sentence to what scenes say.
func (e *editor) addLine(x edit.Edit) (string, error) {
	t, _ := prompt.Unquote(x.Text)
	t = prompt.Upper(prompt.Stop(t))
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		if x.Has("start") && len(x.Scenes) == 0 {
			s.Say = strings.TrimSpace(t + " " + s.Say)
		} else {
			s.Say = strings.TrimSpace(s.Say + " " + t)
		}
		s.Verbatim, s.Seconds = true, 0
		return fmt.Sprintf("scene %d also says %q", n, t), nil
	})
}

// retitle changes the video's title, on its card and in the file.
func (e *editor) retitle(x edit.Edit) (string, error) {
	t, _ := prompt.Unquote(x.Text)
	e.b.Title = t
	if len(e.b.Scenes) > 0 && e.b.Scenes[0].Kind == scene.Title {
		e.b.Scenes[0].Headline = t
	}
	return "the title is " + t, nil
}

func (e *editor) headline(x edit.Edit) (string, error) {
	t, _ := prompt.Unquote(x.Text)
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		switch s.Kind {
		case scene.Presenter, scene.Footage:
			s.Overlay = []string{t}
		case scene.Number:
			s.Label = t
		default:
			s.Headline = t
		}
		return fmt.Sprintf("scene %d shows %q", n, t), nil
	})
}

func (e *editor) subtitle(x edit.Edit) (string, error) {
	t, _ := prompt.Unquote(x.Text)
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		switch {
		case x.Has("label"):
			s.Label = t
		case x.Has("note"):
			s.Note = t
		default:
			s.Subtitle = t
		}
		return fmt.Sprintf("scene %d shows %q", n, t), nil
	})
}

// noText takes one kind of text, or all of it, off a scene.
func (e *editor) noText(x edit.Edit) (string, error) {
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		for _, f := range []struct {
			name string
			text *string
		}{{"subtitle", &s.Subtitle}, {"label", &s.Label}, {"note", &s.Note}} {
			if x.Has(f.name) {
				*f.text = ""
				return fmt.Sprintf("scene %d shows no %s", n, f.name), nil
			}
		}
		if s.Kind != scene.Presenter && s.Kind != scene.Footage {
			return "", fmt.Errorf("scene %d is a %s: its text is its picture; change it with change the headline of scene %d to …", n, s.Kind, n)
		}
		s.Overlay, s.Headline = nil, ""
		return fmt.Sprintf("scene %d shows no text", n), nil
	})
}

// replace puts words in the place of others wherever they are said or shown. The
// presenter's name in the place of another's is another presenter.
func (e *editor) replace(x edit.Edit) (string, error) {
	old, _ := prompt.Unquote(x.Text)
	with, _ := prompt.Unquote(x.With)
	if !x.Quoted && strings.EqualFold(old, firstName(e.b.Presenter.ID)) {
		return e.cast(edit.Edit{Values: map[string]string{"single": with}})
	}
	where, err := e.named(x)
	if err != nil {
		return "", err
	}
	listed := e.listed(where, old)
	n := e.exchangeValue(where, old, with)
	for _, i := range listed {
		n += e.retold(i, old, with)
	}
	switch n {
	case 0:
		return "", fmt.Errorf("%q occurs nowhere", old)
	case 1:
		return "1 place changed", nil
	}
	return fmt.Sprintf("%d places changed", n), nil
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
	was, is := strings.ToLower(old), wordingFor(e.b.Language).lower(with)
	if was == old {
		return 0
	}
	say, n := exchange(s.Say, was, is)
	if n == 0 {
		return 0
	}
	s.Say = e.agree(say, was, is)
	bt := &beat{words: prompt.SplitSentences(s.Say)}
	bt.Items = s.Items
	cues(bt)
	s.Items = bt.Items
	return n
}

// exchange puts with in the place of every old that stands as words of its own, with
// a small or a capital letter first: "79" is not in "1979", but "sensor" is in
// "Sensors".
func exchange(s, old, with string) (string, int) {
	var out strings.Builder
	n, upper := 0, prompt.Upper(old)
	for i := 0; i < len(s); {
		hit, new := old, with
		if !strings.HasPrefix(s[i:], hit) {
			hit, new = upper, prompt.Upper(with)
		}
		if strings.HasPrefix(s[i:], hit) && edge(s[:i], s[i:], false) && edge(s[:i+len(hit)], s[i+len(hit):], true) {
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

// edge tells whether a word or number may end, or begin, between two strings.
func edge(before, after string, end bool) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	switch {
	case unicode.IsDigit(a) && unicode.IsDigit(b), !end && unicode.IsLetter(a) && unicode.IsLetter(b):
		return false
	case end && unicode.IsDigit(a) && len(after) > 1 && (b == '.' || b == ',') && unicode.IsDigit(rune(after[1])),
		!end && unicode.IsDigit(b) && len(before) > 1 && (a == '.' || a == ',') && unicode.IsDigit(rune(before[len(before)-2])):
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
		*s, n = e.agree(t, old, with), n+k
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
		if s.Figure != nil && (s.Say != said || s.Say == "" || sameAmount(figureText(s.Figure), old)) { // "3 June" is not the 3 of "3 clients"
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

// agree puts the English article that a word asks for before it where it took the place
// of one that asks for the other.
func (e *editor) agree(s, old, with string) string {
	was, is := vowelSound.MatchString(strings.ToLower(old)), vowelSound.MatchString(strings.ToLower(with))
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
	was, is := figureOf(old), figureOf(with)
	if was.Text == "" || is.Text == "" || was.Text != f.Text || was.Prefix != "" && was.Prefix != f.Prefix || was.Suffix != "" && was.Suffix != f.Suffix {
		return
	}
	if !digitsRE.MatchString(is.Text) { // "two weeks" is no number to count up to
		s.Kind, s.Figure, s.Label, s.Subtitle = scene.Statement, nil, "", ""
		s.Headline = e.writer().headline(prompt.SplitSentences(s.Say)[0], 46)
		*n++
		return
	}
	f.Text, f.Cue = is.Text, ""
	if is.Prefix+is.Suffix != "" {
		f.Prefix, f.Suffix = is.Prefix, is.Suffix
	}
	if w := e.writer(); s.Say != "" {
		bt := &beat{}
		if w.shape(bt, s.Say); bt.Figure != nil && bt.Figure.Text == f.Text {
			f.Cue = bt.Figure.Cue
		}
	}
	if v, ok := number(f.Text, e.b.Language); f.Share > 0 && ok && f.Suffix == "%" && v <= 100 {
		f.Share = v / 100
	} else {
		f.Share = 0
	}
	*n++
}

// pronounce adds to the pronunciation dictionary.
func (e *editor) pronounce(x edit.Edit) (string, error) {
	word, _ := prompt.Unquote(x.Text)
	as, _ := prompt.Unquote(x.With)
	e.b.Pronounce = slices.DeleteFunc(e.b.Pronounce, func(p scene.Sounded) bool { return p.Word == word })
	e.b.Pronounce = append(e.b.Pronounce, scene.Sounded{Word: word, As: as})
	return fmt.Sprintf("%s is spoken as %s", word, as), nil
}
