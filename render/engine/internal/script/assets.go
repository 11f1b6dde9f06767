package script

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/film"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/stock"
	"gitops.video/render/render/engine/internal/telling"
)

// assets puts the entry's B-roll on the scenes that ask for it or whose words it
// matches, then stock where a scene's picture is still missing and a library is
// configured. What was and was not matched is noted.
func (w *writer) assets(ctx context.Context, b *scene.Storyboard) error {
	if len(w.r.Spec.Assets) > 0 {
		if err := w.ownAssets(b); err != nil {
			return err
		}
	} else {
		for _, a := range w.Brief.Assets {
			w.Note(a.Line, fmt.Sprintf("%q is asked for, but the entry has no assets: motion graphics are drawn instead", a.Name))
		}
	}
	return w.stock(ctx, b)
}

func (w *writer) ownAssets(b *scene.Storyboard) error {
	files, err := w.mediaFiles()
	if err != nil {
		return err
	}
	used := map[int]bool{}
	w.logoOf(files, used)
	for i := range b.Scenes {
		want := w.wants(i)
		if j := named(files, want); j >= 0 {
			w.match(b, i, files[j], "the prompt names it")
			used[j] = true
			continue
		}
		asked := ""
		for _, m := range useThe.FindAllStringSubmatch(want, -1) {
			asked += " " + m[1]
		}
		for _, s := range prose.SplitSentences(want) {
			for _, part := range strings.Split(s, ", ") {
				if mediaNoun.MatchString(part) {
					asked += " " + part // "team photo as background"
				}
			}
		}
		if j, on := match(files, asked, used); j >= 0 {
			w.match(b, i, files[j], "the prompt asks for it by "+strings.Join(on, ", "))
			used[j] = true
		}
	}
	for _, ref := range w.Brief.Assets {
		i := named(files, ref.Name)
		if i < 0 {
			i, _ = match(files, ref.Name+" "+ref.When, used)
		}
		at := bestScene(b, ref.When+" "+ref.Name)
		if len(ref.Scenes) > 0 {
			at = w.sceneNumbered(b, ref.Scenes[0])
		}
		switch {
		case i < 0:
			w.Note(ref.Line, fmt.Sprintf("no asset matches %q: motion graphics are drawn instead", ref.Name))
		case at < 0:
			w.Note(ref.Line, fmt.Sprintf("%s matches %q, but no scene speaks of %q", files[i].file, ref.Name, ref.When))
		default:
			used[i] = true
			w.show(&b.Scenes[at], files[i])
			w.Note(ref.Line, fmt.Sprintf("scene %d shows %s", at+1, files[i].file))
		}
	}
	presenters := 0
	for _, s := range b.Scenes {
		if s.Kind == scene.Presenter || s.Kind == scene.Points {
			presenters++
		}
	}
	for i := range b.Scenes {
		s := &b.Scenes[i]
		if s.Asset != "" || s.Verbatim && w.Brief.Level == brief.Scenes && s.Kind != scene.Statement {
			continue
		}
		if s.Kind != scene.Statement && !(s.Kind == scene.Presenter && s.LowerThird == nil) {
			continue
		}
		if j, on := match(files, s.Say+" "+w.wants(i), used); j >= 0 {
			used[j] = true
			alone := s.Kind == scene.Presenter && presenters == 1
			if s.Kind == scene.Presenter {
				presenters--
			}
			w.match(b, i, files[j], "it matches "+strings.Join(on, ", "))
			if alone { // who is seen nowhere else stands beside it
				if s.Presenter = "right"; w.Brief.Presenter.Side == "left" {
					s.Presenter = "left"
				}
			}
		}
	}
	// A counter gives way to what its words name by more than one word, in the entry's own
	// pictures: the number stays, in the line over it.
	for i := range b.Scenes {
		s := &b.Scenes[i]
		if s.Kind != scene.Number || s.Asset != "" || s.Verbatim {
			continue
		}
		if j, on := match(files, s.Say, used); j >= 0 && len(on) > 1 {
			used[j] = true
			s.Headline = ""
			w.match(b, i, files[j], "it matches "+strings.Join(on, ", "))
		}
	}
	for i, f := range files {
		if !used[i] {
			w.Note(0, fmt.Sprintf("asset %s fits no scene and is not shown", f.file))
		}
	}
	return nil
}

// logoOf takes a picture that is called a logo for the video's, where the brand has none.
func (w *writer) logoOf(files []media, used map[int]bool) {
	if br := w.r.Spec.Brand; br != nil && br.Logo != "" {
		return
	}
	for i, f := range files {
		if f.words[mediaStem("logo")] && !film.Is(f.file) && logoFile.MatchString(f.file) {
			w.logo, used[i] = f.file, true
			w.Note(0, fmt.Sprintf("%s is the video's logo", f.file))
			return
		}
	}
}

var logoFile = pattern.New(`(?i)\.(?:svg|png|jpe?g)$`)

// sceneNumbered is the scene that the prompt gives a number, -1 if there is none.
func (w *writer) sceneNumbered(b *scene.Storyboard, n int) int {
	for i, s := range w.Brief.Scenes {
		if s.Number == n && i < len(b.Scenes) {
			return i
		}
	}
	if len(w.Brief.Scenes) == 0 && n >= 1 && n <= len(b.Scenes) {
		return n - 1
	}
	return -1
}

// mediaNoun names a picture by its kind.
var mediaNoun = pattern.New(`(?i)\b(?:photos?|pictures?|images?|screenshots?|clips?|footage|videos?|recording|screen ?capture|bild|foto|captura|capture)\b`)

// useThe asks for a picture in the words of a scene.
var useThe = pattern.New(`(?i)\b(?:use|show|insert|display|cut to)\s+(?:the|our|my)\s+(?:attached |uploaded |provided )?([^.;"“]{3,80}?)(?:\s+(?:as|when|while|where|whenever|here)\b|[.;,]|$)`)

// match shows a file in scene i and says why.
func (w *writer) match(b *scene.Storyboard, i int, m media, why string) {
	w.show(&b.Scenes[i], m)
	if i < len(w.Brief.Scenes) && w.Brief.Scenes[i].Type == "overlay" && b.Scenes[i].Presenter == "" && !w.noPresenter() && !w.Brief.Scenes[i].NoAvatar {
		b.Scenes[i].Presenter = cmp.Or(w.Brief.Presenter.Side, "right")
	}
	w.shown(i)
	w.Note(0, fmt.Sprintf("scene %d shows %s: %s", i+1, m.file, why))
}

// wants is what a scene of the prompt asks to show, "" when it says nothing.
func (w *writer) wants(i int) string {
	if i >= len(w.beats) {
		return ""
	}
	return w.beats[i].Wants
}

// shown takes back the note that a scene's picture is replaced.
func (w *writer) shown(i int) {
	if i >= len(w.beats) || w.beats[i].Missing+w.beats[i].Undrawn == "" {
		return
	}
	for k, n := range w.Notes {
		if n.Text == cmp.Or(w.beats[i].Missing, w.beats[i].Undrawn) {
			w.Notes = append(w.Notes[:k], w.Notes[k+1:]...)
			return
		}
	}
}

// show makes a scene of an asset; its words stay.
func (w *writer) show(s *scene.Scene, m media) {
	w.Film(s, m.file, m.screen)
	s.Clip, s.Credit = m.clip, m.credit
}

func bestScene(b *scene.Storyboard, words string) int {
	want := telling.Keywords(words)
	best, score := -1, 0
	for i, s := range b.Scenes {
		if i == 0 || i == len(b.Scenes)-1 && s.Kind == scene.End {
			continue
		}
		if n := telling.Common(want, s.Say); n > score {
			best, score = i, n
		}
	}
	return best
}

var (
	movingRE   = pattern.New(`(?i)footage|video|clip|b-?roll|drone|aerial|timelapse|time-lapse|slow motion|panning|tracking`)
	directedRE = pattern.New(`(?i)\b(?:full[- ]screen|stock|royalty[- ]free|high[- ]quality|footage|videos?|video clips?|clips?|b-?roll|photos?|photographs?|pictures?|images?|shots?|close[- ]?ups?|cut to|wide|show(?:s|ing)?|we see|camera|slow motion|of|an?|the)\b`)
)

// stock finds pictures for the scenes whose own are still missing.
func (w *writer) stock(ctx context.Context, b *scene.Storyboard) error {
	if w.Brief.NoStock {
		return nil
	}
	chosen := map[string]int{}
	for i := range b.Scenes {
		if i >= len(w.beats) || w.beats[i].Missing == "" || b.Scenes[i].Asset != "" {
			continue
		}
		if w.r.Stock == nil {
			continue // noted as replaced already
		}
		q := stock.Query{Words: stockWords(w.wants(i)), Video: movingRE.MatchString(w.wants(i)), Width: b.Width, Height: b.Height, Seconds: 6, Nth: w.r.Variant}
		if q.Words == "" {
			continue
		}
		q.Nth += chosen[q.Words]
		chosen[q.Words]++
		item, err := w.r.Stock.Choose(ctx, q)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(err, stock.ErrNone):
			w.Note(w.beats[i].Line, fmt.Sprintf("stock has nothing for %q", q.Words))
		case err != nil:
			w.Note(w.beats[i].Line, fmt.Sprintf("no stock for %q: %v", q.Words, err))
		default:
			w.match(b, i, media{file: stock.Prefix + item.ID, credit: item.Credit()}, fmt.Sprintf("stock for %q. %s", q.Words, item.Credit()))
		}
	}
	return nil
}

// stockWords is what to search for: the first phrase of a visual without directions.
func stockWords(visual string) string {
	if i := strings.IndexAny(visual, ".;\n(["); i > 0 {
		visual = visual[:i]
	}
	words := strings.FieldsFunc(directedRE.ReplaceAllString(visual, " "), func(r rune) bool { return !telling.IsLetter(r) && (r < '0' || r > '9') })
	return strings.Join(words[:min(7, len(words))], " ")
}
