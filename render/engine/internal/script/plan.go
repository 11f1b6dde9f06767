package script

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// sceneCount is how many scenes a length of so many seconds carries.
func sceneCount(secs float64) int {
	switch {
	case secs <= 8:
		return 3
	case secs <= 15:
		return 4
	case secs <= 22:
		return 5
	case secs <= 32:
		return 6
	case secs <= 46:
		return 7
	case secs <= 62:
		return 8
	case secs <= 78:
		return 9
	case secs <= 100:
		return 11
	case secs <= 130:
		return 13
	}
	return int(secs / 9.5)
}

// board groups the beats into scenes and gives every scene its kind.
func (w *writer) board() *scene.Storyboard {
	width, height := w.size()
	b := &scene.Storyboard{
		Version: 1, Language: w.Lang, Width: width, Height: height, FPS: w.r.FPS, Seconds: w.secs,
		Seed: w.r.Seed, Fit: w.r.Spec.Fit,
	}
	if b.FPS == 0 {
		b.FPS = 30
	}
	b.Title = cmp.Or(w.Brief.Title, w.Wording.Named(w.Brief.Subject), w.Brief.Company)
	if w.drafted {
		w.vary(len(w.beats), w.noPresenter())
	} else if w.Brief.Level != brief.Scenes {
		w.trim()
		w.merge()
		asking := w.thin()
		if asking {
			w.reflect()
		}
		w.kinds()
		w.elaborate(asking)
	}
	w.sparse()
	w.tidy()
	w.lasting()
	b.Seconds = w.secs
	for i, bt := range w.beats {
		sc := bt.Scene
		sc.ID = fmt.Sprintf("s%d", i+1)
		sc.Say = strings.TrimSpace(bt.Text())
		b.Scenes = append(b.Scenes, sc)
	}
	if b.Title == "" && len(b.Scenes) > 0 {
		head := b.Scenes[0].Headline
		if head == w.Wording.TimeHead || head == w.Wording.NumbersHead {
			head = "" // it heads dates or figures, and no video
		}
		b.Title = cmp.Or(head, prose.Unstop(telling.FirstWord(prose.SplitSentences(b.Scenes[0].Say))))
		if utf8.RuneCountInString(b.Title) > 90 {
			b.Title = w.Headline(b.Title, 74)
		}
	}
	b.Title = prose.Upper(b.Title)
	return b
}

func (w *writer) size() (int, int) {
	wd, ht := w.r.Width, w.r.Height
	if wd > 0 && ht > 0 {
		if o := w.Brief.Orientation; o == "portrait" && wd > ht || o == "landscape" && wd < ht {
			w.Note(0, fmt.Sprintf("the prompt says %s, the entry %d×%d: the entry decides", o, wd, ht))
		}
		return wd, ht
	}
	switch w.Brief.Orientation {
	case "portrait":
		return 1080, 1920
	case "square":
		return 1080, 1080
	}
	return 1920, 1080
}

// merge joins neighbouring beats until the length can carry their scenes.
func (w *writer) merge() {
	n := sceneCount(w.secs)
	if len(w.beats) > 3 && w.beats[0].Plain && w.beats[1].Plain && w.Seconds(w.beats[0].Text(), "") < 1.3 && w.beats[1].As == brief.Body {
		head := w.beats[0].Headline
		w.beats[1] = w.join(w.beats[0], w.beats[1])
		w.beats[1].As, w.beats[1].Headline, w.beats[1].Opener = brief.Hook, head, true
		w.beats = w.beats[1:]
	}
	if len(w.beats) <= n {
		return
	}
	type seam struct {
		cost float64
		ok   bool
	}
	seams := make([]seam, len(w.beats)-1) // between each beat and the next one
	weigh := func(i int) {
		if i >= 0 && i < len(seams) {
			seams[i].cost, seams[i].ok = w.joinCost(w.beats[i], w.beats[i+1], i)
		}
	}
	for i := range seams {
		weigh(i)
	}
	for len(w.beats) > n {
		best := -1
		for i, s := range seams {
			if s.ok && (best < 0 || s.cost < seams[best].cost) {
				best = i
			}
		}
		if best < 0 {
			return
		}
		w.beats[best] = w.join(w.beats[best], w.beats[best+1])
		w.beats = slices.Delete(w.beats, best+1, best+2)
		seams = slices.Delete(seams, best, best+1)
		weigh(best - 1) // only the seams of the joined beat weigh otherwise now
		weigh(best)
	}
}

// joinCost weighs making one scene of two beats; not ok = they must stay apart.
func (w *writer) joinCost(a, b *telling.Beat, i int) (float64, bool) {
	if a.Chapter != b.Chapter && b.As == brief.Body || a.As != b.As && (a.As == brief.Action || b.As == brief.Action) {
		return 0, false
	}
	if a.Turn != b.Turn || a.Speaker != b.Speaker || a.Question+b.Question != "" {
		return 0, false
	}
	secs := w.Seconds(a.Text(), "") + w.Seconds(b.Text(), "")
	if secs > 15 && a.As != brief.Action && w.secs < 120 {
		return 0, false
	}
	if (a.As == brief.Hook || i == 0) && !b.Plain {
		return 0, false // a title would hide the picture
	}
	cost := secs
	switch {
	case a.As == brief.Action:
		cost -= 6
	case (a.As == brief.Hook || i == 0) && w.Seconds(a.Text(), "") < 1.3:
		cost -= 3 // a greeting is no scene
	case a.As == brief.Hook || i == 0:
		cost += 8
	}
	if a.Line != b.Line {
		cost += 2
	}
	if telling.Leaning.MatchString(b.Text()) {
		cost -= 2
	}
	if !a.Plain && !b.Plain {
		if a.Kind != scene.Number || b.Kind != scene.Number {
			return 0, false
		}
		cost += 2
	} else if a.Plain != b.Plain {
		cost += 1.5
	}
	return cost, true
}

// join makes one beat of two: the picture of the one that has one; a second
// figure becomes a stat card.
func (w *writer) join(a, b *telling.Beat) *telling.Beat {
	out := *a
	keep, other := a, b
	if a.Plain && !b.Plain || a.Kind == "" && b.Kind != "" {
		keep, other = b, a
	}
	out.Scene = keep.Scene
	out.Chapter = cmp.Or(a.Chapter, b.Chapter)
	out.Plain = a.Plain && b.Plain
	if keep.Kind == scene.Number && other.Figure != nil && len(keep.Items) < 4 {
		f := other.Figure
		out.Items = append(append([]scene.Item{}, keep.Items...), scene.Item{Label: telling.Clip(other.Label, 30), Value: telling.FigureText(f), Body: telling.Clip(other.Subtitle, 34), Cue: f.Cue})
	}
	out.Words = append(append([]string{}, a.Words...), b.Words...)
	out.Asked = a.Asked || b.Asked
	out.Opener = a.Opener && b.Opener
	out.Hidden, out.Line = keep.Hidden, keep.Line
	out.Verbatim = a.Verbatim || b.Verbatim
	return &out
}

// kinds decides what every scene shows.
func (w *writer) kinds() {
	n := len(w.beats)
	if n == 0 {
		return
	}
	none := w.noPresenter()
	w.shortTitle()
	w.saidTitle()
	n = len(w.beats)
	w.title(w.beats[0])
	last := n
	if w.beats[n-1].As == brief.Action && n > 1 {
		w.end(w.beats[n-1])
		last = n - 1
	} else if name := cmp.Or(w.brandName(), w.Brief.Title, w.Wording.Named(w.Brief.Subject), w.beats[0].Headline); w.secs >= 12 && n > 1 && (w.brandName() != "" || name != "" && w.secs >= 15 && w.spokenSeconds(w.beats)+4 < w.secs) {
		e := &telling.Beat{As: brief.Action}
		e.Kind, e.Headline = scene.End, prose.Upper(telling.Clip(name, wholeTitle))
		e.URL = w.Brief.URL
		w.beats = append(w.beats, e)
	}
	w.relieve(last, none)
	shown := 0
	for i := 1; i < last; i++ {
		bt := w.beats[i]
		if bt.Question != "" && bt.Kind == scene.Points && none {
			bt.Kind = scene.Grid
		}
		if bt.Chapter != "" && !w.chaptered(w.beats) && !strings.EqualFold(bt.Chapter, bt.Headline) {
			bt.Label = cmp.Or(bt.Label, telling.Clip(bt.Chapter, 28))
		}
		if w.Wording.Code == "en" && bt.Kind == scene.Number && len(bt.Items) == 0 && weakLabel.MatchString(bt.Label) && bt.Speaker == "" {
			bt.Kind, bt.Figure, bt.Label, bt.Subtitle = "", nil, "", "" // it does not say of what the figure is
		}
		switch {
		case bt.Kind == scene.Points && (none || i > 1 && w.beats[i-1].Kind == scene.Points):
			bt.Kind = scene.Grid
		case bt.Kind == scene.Number && bt.Plain && shown == 0 && !none:
			w.presenter(bt)
		case bt.Kind == "" || bt.Kind == scene.Statement || bt.Speaker != "" && bt.Plain:
			w.plainKind(bt, i, none)
		}
		if bt.Kind == scene.Presenter || bt.Kind == scene.Points {
			shown++
		}
	}
	if shown == 0 && !none {
		w.insistOnPresenter(last)
	}
	w.vary(last, none)
	w.chapterCards()
}

// A title card is read in a moment: more words than that are a scene of their own.
const (
	titleWords    = 4.2 // seconds of speech over a title
	titleSentence = 6   // seconds of one sentence that is the hook
	titleWhole    = 9   // seconds of one sentence that the card shows whole
)

// shortTitle parts what is said over the title from what belongs to the next scene.
func (w *writer) shortTitle() {
	b := w.beats[0]
	if b.Turn > 0 && w.spokenSeconds(w.beats)+2.5 < w.secs { // whoever speaks is seen
		rest, head := *b, *b
		rest.As = brief.Body
		w.title(&head)
		*b = telling.Beat{As: brief.Hook}
		b.Headline, b.Subtitle = head.Headline, head.Subtitle
		w.silentTitle(b)
		w.beats = append(w.beats[:1:1], append([]*telling.Beat{&rest}, w.beats[1:]...)...)
		return
	}
	if b.Kind == scene.Points && b.Whole && len(b.Items) > 2 && w.Wording.Code == "en" && w.spokenSeconds(w.beats)+2.5 < w.secs {
		rest := *b
		rest.As = brief.Body
		*b = telling.Beat{As: brief.Hook, Line: rest.Line}
		if b.Headline = w.Headline(rest.Words[0], 40); w.ownHead(rest.Headline) {
			b.Headline = rest.Headline
		}
		w.silentTitle(b)
		w.beats = append(w.beats[:1:1], append([]*telling.Beat{&rest}, w.beats[1:]...)...)
		return
	}
	switch b.Kind {
	case scene.Compare, scene.Chart, scene.Process, scene.Timeline, scene.Table, scene.Quote:
		if w.spokenSeconds(w.beats)+2.5 < w.secs { // a title of its own, so that the picture stays
			rest, head := *b, *b
			rest.As = brief.Body
			w.title(&head)
			b.Kind, b.Headline, b.Items, b.Columns, b.Series, b.Rows, b.Name, b.Role = "", head.Headline, nil, nil, nil, nil, "", ""
			w.silentTitle(b)
			w.beats = append(w.beats[:1:1], append([]*telling.Beat{&rest}, w.beats[1:]...)...)
		}
		return
	}
	if b.Kind == scene.Number && b.Changed && w.Wording.Code != "en" && w.spokenSeconds(w.beats)+2.5 < w.secs {
		rest := *b // a change is drawn: the title only says of what
		rest.As = brief.Body
		*b = telling.Beat{As: brief.Hook}
		if b.Headline = cmp.Or(w.Brief.Title, w.Wording.Named(w.Brief.Subject), rest.Label); w.Brief.Title == "" {
			w.Brief.Title = b.Headline
		}
		w.silentTitle(b)
		w.beats = append(w.beats[:1:1], append([]*telling.Beat{&rest}, w.beats[1:]...)...)
		return
	}
	if len(b.Words) == 0 || w.Seconds(b.Text(), b.Language) <= titleWords {
		return
	}
	rest := &telling.Beat{As: brief.Body, Line: b.Line, Order: b.Order, Plain: true, Asked: b.Asked}
	rest.Verbatim, rest.Chapter, rest.Language = b.Verbatim, b.Chapter, b.Language
	switch {
	case len(b.Words) > 1 && len(w.beats) <= sceneCount(w.secs):
		rest.Words = append([]string{}, b.Words[1:]...)
		b.Words = b.Words[:1]
		if len(rest.Words) == 1 {
			w.Shape(rest, rest.Words[0])
		}
	case len(b.Words) == 1 && w.Seconds(b.Text(), b.Language) > titleSentence && w.spokenSeconds(w.beats)+2.5 < w.secs:
		head := *b
		w.title(&head)
		rest.Words, rest.Scene, rest.Plain = b.Words, b.Scene, b.Plain
		b.Kind, b.Headline, b.Items, b.Columns, b.Figure, b.Series = "", head.Headline, nil, nil, nil, nil
		w.silentTitle(b)
	default:
		return
	}
	w.beats = append(w.beats[:1:1], append([]*telling.Beat{rest}, w.beats[1:]...)...)
}

// saidTitle says the words of a title over its card where they would come once more behind it.
func (w *writer) saidTitle() {
	if len(w.beats) < 3 || len(w.beats[0].Words) > 0 || w.beats[0].Seconds == 0 || w.silent(w.beats[2]) {
		return // behind it there is time for both
	}
	head, next := w.beats[0], w.beats[1]
	if len(next.Words) != 1 || !(next.Plain || next.Kind == scene.Presenter || next.Kind == scene.Statement) || next.Turn > 0 || !strings.EqualFold(prose.Unstop(next.Words[0]), prose.Unstop(head.Headline)) || w.Seconds(next.Text(), next.Language) > titleWhole {
		return
	}
	head.Words, head.Verbatim, head.Language, head.Line, head.Seconds = next.Words, next.Verbatim, next.Language, next.Line, 0
	w.beats = append(w.beats[:1:1], w.beats[2:]...)
}

// silentSeconds is how long a title without words is shown.
const silentSeconds = 2

// silentTitle shows a title without words for as long as it takes to read it.
func (w *writer) silentTitle(b *telling.Beat) {
	b.Opener, b.Seconds = true, silentSeconds
	b.Words = nil
}

// relieve lets the presenter say the first of many lists.
func (w *writer) relieve(last int, none bool) {
	lists := 0
	for _, b := range w.beats[1:last] {
		if b.Kind == scene.Points || b.Kind == scene.Grid {
			lists++
		}
	}
	if lists < 3 || none {
		return
	}
	for _, b := range w.beats[1:last] {
		if b.Kind == scene.Points && len(b.Items) <= 3 {
			over := []string{b.Headline}
			if strings.EqualFold(b.Headline, b.Chapter) { // the label says it already
				over = nil
				for _, it := range b.Items {
					over = append(over, telling.Clip(it.Title, 34))
				}
			}
			w.presenter(b)
			b.Overlay = over
			return
		}
	}
}

// plainKind alternates the presenter with statements for words without a picture.
func (w *writer) plainKind(bt *telling.Beat, i int, none bool) {
	prev := w.beats[i-1].Kind
	switch {
	case bt.Question != "":
		if !none && prev == scene.Statement {
			w.presenter(bt) // answers every second one
		}
		return
	case bt.Speaker != "" && none:
		w.wordsOnly(bt)
		return
	case bt.Speaker != "":
		if i >= 2 && prev == scene.Presenter && w.beats[i-2].Kind == scene.Presenter {
			w.wordsOnly(bt)
			return
		}
		w.presenter(bt)
		return
	}
	if none || prev == scene.Presenter {
		w.Statement(bt)
		return
	}
	w.presenter(bt)
}

// worthDrawing is how much a scene loses where the presenter says it instead: words least,
// then a day, a figure, a change, and several figures most.
func worthDrawing(b *telling.Beat) int {
	switch {
	case b.Kind == scene.Statement || b.Figure == nil:
		return 0
	case b.Figure.Still:
		return 1
	case len(b.Items) > 1:
		return 6
	case len(b.Items) > 0:
		return 4
	case b.Changed:
		return 3
	}
	return 2
}

// weakLabel does not say what a figure counts.
var weakLabel = pattern.New(`(?i)^(?:from|on|until|till|by|at|in|up to|(?:if|when|once|unless|which|who)(?:\s.*)?)$`)

// vary breaks runs of three scenes of one kind.
func (w *writer) vary(last int, none bool) {
	for i := 2; i < last && i < len(w.beats); i++ {
		a, b, c := w.beats[i-2], w.beats[i-1], w.beats[i]
		if a.Kind != b.Kind || b.Kind != c.Kind {
			continue
		}
		switch b.Kind {
		case scene.Number:
			if len(b.Items) > 0 && len(c.Items) == 0 && i < last {
				b = c // a row of figures keeps its picture
			}
			if none {
				w.Statement(b)
			} else {
				w.presenter(b)
			}
		case scene.Statement:
			if none {
				b.Kind = scene.Quote
				if len(b.Words) > 0 {
					b.Headline = telling.Clip(prose.Unstop(b.Words[0]), 90)
					if strings.HasSuffix(b.Words[0], "?") {
						b.Headline += "?"
					}
				}
				b.Subtitle = ""
			} else {
				w.presenter(b)
			}
		case scene.Process, scene.Grid:
			if !none {
				b.Kind = scene.Points
			}
		}
	}
}
