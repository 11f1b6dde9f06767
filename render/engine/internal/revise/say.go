package revise

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

func (e *editor) say(x edit.Edit) (string, error) {
	if err := e.is(x); err != nil {
		return "", err
	}
	t, _ := prose.Unquote(x.Text)
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		if word := prose.Unstop(t); prose.Words(s.Say) > 3 && (e.isCount(word) || bareNumber(word) == word) {
			return "", fmt.Errorf("instead of what? Write in scene %d replace \"old\" with %q, or say all of its words", n, word)
		}
		old, kind := s.Say, s.Kind
		if said := prose.Unstop(s.Headline); kind == scene.Quote && len(x.Scenes) == 1 && x.Scenes[0].Kind == "quote" && heard(old, said) && prose.Unstop(old) != said {
			at := strings.Index(strings.ToLower(old), strings.ToLower(said)) // "the quote" is what is quoted, not who says it
			s.Say, s.Headline, s.Verbatim = prose.Stop(old[:at]+prose.Unstop(t)+strings.TrimLeft(old[at+len(said):], ".!?")), prose.Unstop(t), true
			return fmt.Sprintf("scene %d now quotes %q instead of %q", n, telling.Clip(t, 60), telling.Clip(said, 60)), nil
		}
		e.speak(s, prose.Upper(prose.Stop(t)))
		s.Verbatim = true
		drawn := ""
		if s.Kind != kind {
			drawn = fmt.Sprintf(", drawn as a %s", s.Kind)
		}
		return fmt.Sprintf("scene %d now says %q instead of %q%s", n, telling.Clip(s.Say, 60), telling.Clip(old, 60), drawn) + e.again(n-1, old, s.Say), nil
	})
}

// again changes what other scenes say once more of what scene i used to say, as a
// recap does, and tells of it.
func (e *editor) again(i int, old, new string) string {
	was, is := prose.SplitSentences(old), prose.SplitSentences(new)
	gone := slices.DeleteFunc(slices.Clone(was), func(t string) bool { return slices.Contains(is, t) })
	come := slices.DeleteFunc(is, func(t string) bool { return slices.Contains(was, t) })
	told := ""
	for j := range e.b.Scenes {
		s := &e.b.Scenes[j]
		ss := prose.SplitSentences(s.Say)
		k := slices.IndexFunc(ss, func(t string) bool { return slices.Contains(gone, t) })
		switch {
		case j == i || k < 0:
		case len(gone) == 1 && len(come) == 1:
			ss[k] = come[0]
			for n := range s.Items {
				if it := &s.Items[n]; strings.EqualFold(prose.Unstop(gone[0]), it.Title) {
					it.Title = prose.Unstop(come[0])
				}
			}
			e.speak(s, strings.Join(ss, " "))
			s.Verbatim = true
			told += fmt.Sprintf(", and so does scene %d, which said it once more", j+1)
		default:
			told += fmt.Sprintf("; scene %d still says %q", j+1, telling.Clip(ss[k], 60))
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
		s.Headline = w.Headline(prose.SplitSentences(say)[0], 46)
		if s.Kind == scene.End {
			endCard(s, prose.Unstop(say))
		}
	}
	switch s.Kind {
	case scene.Points, scene.Grid, scene.Process:
		e.relist(s, old)
	case scene.Number:
		bt := &telling.Beat{}
		was, is := prose.SplitSentences(old), prose.SplitSentences(s.Say)
		k := slices.IndexFunc(was, func(t string) bool {
			return s.Figure != nil && heard(t, s.Figure.Text) && (len(was) == 1 || s.Figure.Suffix == "" || heard(t, s.Figure.Suffix))
		})
		switch {
		case k >= 0 && slices.Contains(is, was[k]): // the sentence that has the figure still has it
			return
		case k >= 0 && len(was) == len(is):
			w.Shape(bt, is[k])
		default:
			w.Shape(bt, s.Say)
		}
		if bt.Figure != nil {
			s.Figure, s.Label, s.Subtitle = bt.Figure, bt.Label, bt.Subtitle
			telling.Still(s, s.Say)
		} else {
			s.Kind, s.Figure, s.Items, s.Label = scene.Statement, nil, nil, ""
			s.Headline = w.Headline(s.Say, 46)
		}
	case scene.Statement:
		s.Headline, s.Subtitle = w.Headline(prose.SplitSentences(s.Say)[0], 46), ""
	case scene.Quote:
		s.Headline = prose.Unstop(s.Say)
	case scene.Presenter:
		s.Overlay = nil
		if h := w.Finding(s.Say, 34); h != "" {
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
		words := cmp.Or(it.Cue, it.Title)
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
	bt := &telling.Beat{Words: prose.SplitSentences(s.Say), Plain: true}
	for _, t := range telling.SayItems(s.Say, w) {
		bt.Items = append(bt.Items, scene.Item{Title: telling.Clip(prose.Upper(w.Wording.Noun(t)), 46), Icon: telling.Icon(t)})
	}
	if len(bt.Items) < 2 {
		s.Kind, s.Items, s.Subtitle = scene.Statement, nil, ""
		s.Headline = w.Headline(bt.Words[0], 46)
		return
	}
	telling.Cues(bt)
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
	if len(where) == 0 && l.Number != 0 {
		where = e.sayer(l.Number)
	}
	if len(where) == 0 {
		if l.Number != 0 {
			return 0, 0, fmt.Errorf("the sentence of which scene?")
		}
		where, _ = e.find(edit.Ref{All: true})
	}
	best, found := 0, [][2]int{}
	for _, i := range where {
		ss := prose.SplitSentences(e.b.Scenes[i].Say)
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
			} else if strings.Contains(strings.ToLower(t), strings.ToLower(prose.Unstop(l.Words))) {
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
	if own := slices.DeleteFunc(slices.Clone(found), func(f [2]int) bool { return e.recaps(f[0]) }); len(found) > 1 && len(own) == 1 { // a recap says it once more
		found = own
	}
	switch {
	case len(found) == 0:
		return 0, 0, fmt.Errorf("no sentence speaks of %q", cmp.Or(l.About, l.Words))
	case len(found) > 1:
		return 0, 0, fmt.Errorf("%d sentences speak of %q, the first in scene %d: give its words in quotation marks", len(found), cmp.Or(l.About, l.Words), found[0][0]+1)
	}
	return found[0][0], found[0][1], nil
}

// sayer is the scene that says the first sentence of the video, or the last.
func (e *editor) sayer(number int) []int {
	says := func(i int) bool { return e.b.Scenes[i].Say != "" }
	all, _ := e.find(edit.Ref{All: true})
	all = slices.DeleteFunc(all, func(i int) bool { return !says(i) })
	switch {
	case len(all) == 0:
		return nil
	case number == 1:
		return all[:1]
	case number == -1:
		return all[len(all)-1:]
	}
	return nil
}

// wholeLine asks for a sentence with all that it says: "the sentence about the battery", where
// "the bit about the battery" is an item that it lists.
var wholeLine = pattern.New(`(?i)(?:^|[^\p{L}])(?:sentences?|S[aä]tze?|frases?|phrases?|zin(?:nen)?|جملة|الجملة|משפט|המשפט)(?:[^\p{L}]|$)`)

// removeLine takes a sentence out of a scene, and the scene out of the video where
// nothing else was said in it.
func (e *editor) removeLine(x edit.Edit) (string, error) {
	if m := mannerOf(e.b.Language); m != nil && len(x.Scenes) == 0 && x.Line != nil && x.Line.About != "" && x.Line.Words == "" && x.Line.Many < 2 && !wholeLine.MatchString(x.Source) {
		if done, err := e.dropNamed(m, m.aPiece+" "+x.Line.About, false); !errors.Is(err, errOther) {
			return done, err
		}
	}
	if x.Line == nil && e.isItem(x.Text) {
		x.Items, x.Text = []edit.Line{{Words: x.Text}}, ""
		return e.removeItem(x)
	}
	i, k, err := e.line(x)
	if err != nil {
		return "", err
	}
	s := &e.b.Scenes[i]
	ss := prose.SplitSentences(s.Say)
	if x.Line != nil && x.Line.Many > 1 {
		if k+x.Line.Many > len(ss) || x.Line.Many == len(ss) {
			return "", fmt.Errorf("scene %d says %d sentences: write remove scene %d", i+1, len(ss), i+1)
		}
		gone := strings.Join(ss[k:k+x.Line.Many], " ")
		e.speak(s, strings.Join(slices.Delete(slices.Clone(ss), k, k+x.Line.Many), " "))
		s.Seconds = 0
		return fmt.Sprintf("scene %d no longer says %q", i+1, gone), nil
	}
	gone := ss[k]
	if x.Line == nil && !strings.EqualFold(prose.Unstop(x.Text), prose.Unstop(gone)) {
		return e.removeWords(i, k, x.Text)
	}
	if len(ss) == 1 {
		if x.Line != nil && x.Line.Number != 0 {
			return "", fmt.Errorf("scene %d says only one sentence", i+1)
		}
		if len(e.b.Scenes) == 1 {
			return "", fmt.Errorf("it is all that the video says")
		}
		if e.twin(i) { // the scene behind it shows nothing but its words
			e.b.Scenes = slices.Delete(e.b.Scenes, i+1, i+2)
		}
		e.b.Scenes = slices.Delete(e.b.Scenes, i, i+1)
		return fmt.Sprintf("nobody says %q any more, and scene %d, which said nothing else, is gone", gone, i+1), nil
	}
	e.speak(s, strings.Join(slices.Delete(slices.Clone(ss), k, k+1), " "))
	s.Seconds = 0
	return fmt.Sprintf("scene %d no longer says %q", i+1, gone), nil
}

// unspoken lets scenes say nothing; what they show stays.
func (e *editor) unspoken(x edit.Edit) (string, error) {
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		switch {
		case s.Say == "":
			return "", fmt.Errorf("scene %d says nothing already", n)
		case s.Kind == scene.Presenter || s.Kind == scene.Points:
			return "", fmt.Errorf("the presenter speaks in scene %d: make scene %d a statement first, or remove scene %d", n, n, n)
		}
		s.Say, s.Verbatim = "", false
		return fmt.Sprintf("scene %d says nothing", n), nil
	})
}

// removeWords takes words out of a sentence of a scene, where the rest of it stays. What
// joins them to the rest goes with them.
func (e *editor) removeWords(i, k int, words string) (string, error) {
	words = prose.Unstop(words)
	s := &e.b.Scenes[i]
	sentence := prose.SplitSentences(s.Say)[k]
	if 2*prose.Words(words) >= prose.Words(sentence) {
		and := strings.TrimRight(tongue.For(e.b.Language).And, " ") + " "
		for _, with := range []string{led(words, and), words + and, words + "," + and, "," + and + words, and + words, words + ", ", ", " + words, words + ": ", words + " – "} {
			if with == "" {
				continue
			}
			if rest, n := exchange(sentence, strings.TrimSpace(with), ""); n == 1 && prose.Words(rest) > 2 {
				return e.resay(i, k, prose.Upper(strings.Join(strings.Fields(lostSpace.ReplaceAllString(rest, "$1")), " "))), nil
			}
		}
		return "", fmt.Errorf("scene %d says %q, which is more: remove all of it, or write in scene %d say …", i+1, telling.Clip(sentence, 90), i+1)
	}
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
		if at := strings.Index(strings.ToLower(*f), strings.ToLower(words)); at > 0 && lastDigit.MatchString((*f)[:at]) {
			return "", fmt.Errorf("its number would be left without %q: write in scene %d say …", words, i+1)
		}
		n += k
		*f = prose.Upper(strings.Join(strings.Fields(lostSpace.ReplaceAllString(t, "$1")), " "))
	}
	if n == 0 {
		return "", fmt.Errorf("%q occurs nowhere as words of its own", words)
	}
	return fmt.Sprintf("scene %d now says %q", i+1, telling.Clip(s.Say, 60)), nil
}

// led are words that begin with what joins them to the words before, "" = they do not.
func led(words, and string) string {
	if strings.HasPrefix(strings.ToLower(words), strings.TrimLeft(and, " ")) {
		return words
	}
	return ""
}

// lastDigit ends with a number.
var lastDigit = pattern.New(`\d\s*$`)

// lostSpace is what words leave before a stop.
var lostSpace = pattern.New(`\s+([.,;:!?…])`)

func (e *editor) changeLine(x edit.Edit) (string, error) {
	i, k, err := e.line(x)
	if err != nil {
		return "", err
	}
	s := &e.b.Scenes[i]
	ss := prose.SplitSentences(s.Say)
	t, _ := prose.Unquote(x.Text)
	old := ss[k]
	ss[k] = prose.Upper(prose.Stop(t))
	e.speak(s, strings.Join(ss, " "))
	s.Verbatim = true
	return fmt.Sprintf("scene %d now says %q instead of %q", i+1, telling.Clip(ss[k], 60), telling.Clip(old, 60)) + e.again(i, old, ss[k]), nil
}

// addLine appends a sentence to what scenes say.
func (e *editor) addLine(x edit.Edit) (string, error) {
	t, _ := prose.Unquote(x.Text)
	if len(x.Scenes) == 1 && x.Scenes[0].Kind == "chart" {
		if done, err := e.addPoint(edit.Edit{Text: prose.Unstop(t), With: "chart"}); !errors.Is(err, errOther) {
			return done, err
		}
	}
	if len(x.Scenes) == 1 && slices.Contains([]string{"list", "cards", "process", "timeline"}, x.Scenes[0].Kind) { // to what it shows
		return e.addItem(edit.Edit{Scenes: x.Scenes, Text: t, Values: map[string]string{}})
	}
	t = prose.Upper(prose.Stop(t))
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
