package revise

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// kind changes what scenes are, where their words carry the new picture.
func (e *editor) kind(x edit.Edit) (string, error) {
	if len(x.Scenes) == 0 && x.Values["charttype"] != "" && !slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool { return s.Series != nil }) {
		return "", fmt.Errorf("no scene shows a chart yet: write make scene N a chart of one that says numbers with their names")
	}
	if len(x.Scenes) == 0 { // "bars instead of a line": of the one chart
		x.Scenes, x.Values["kind"] = []edit.Ref{{Kind: "chart"}}, "chart"
	}
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		k := kindWords[x.Values["kind"]]
		done, err := fmt.Sprintf("scene %d already is a %s", n, k), error(nil)
		if s.Kind != k {
			done, err = e.become(s, n, k)
		}
		if t := x.Values["charttype"]; err == nil && t != "" && s.Series != nil {
			s.Series.Type = t
			done = fmt.Sprintf("scene %d is a %s chart", n, t)
		}
		return done, err
	})
}

func (e *editor) become(s *scene.Scene, n int, k scene.Kind) (string, error) {
	w := e.writer()
	bt := &telling.Beat{Words: prose.SplitSentences(s.Say), Plain: true}
	data := scene.Scene{ID: s.ID, Kind: k, Say: s.Say, Verbatim: s.Verbatim, Language: s.Language, Seconds: s.Seconds, Chapter: s.Chapter, Captions: s.Captions, Transition: s.Transition, LowerThird: s.LowerThird}
	switch k {
	case scene.Chart:
		series := telling.SeriesIn("chart: "+s.Say, w.Lang)
		for i := range s.Items {
			f := telling.FigureOf(s.Items[i].Value)
			if v, ok := telling.Number(f.Text, w.Lang); ok && s.Items[i].Value != "" {
				if series == nil {
					series = &scene.Series{Type: "bar"}
				}
				if slices.ContainsFunc(series.Labels, func(l string) bool { return strings.EqualFold(l, cmp.Or(s.Items[i].Label, s.Items[i].Title)) }) { // its words say it too
					continue
				}
				series.Labels, series.Values = append(series.Labels, cmp.Or(s.Items[i].Label, s.Items[i].Title)), append(series.Values, v)
			}
		}
		if series == nil {
			series = plottedItems(s.Items, w.Lang)
		}
		if s.Series != nil {
			series = s.Series
		}
		if series == nil || len(series.Values) < 2 || len(series.Labels) != len(series.Values) {
			return "", fmt.Errorf("scene %d has no series of numbers to draw; say in scene %d say \"…: A 3, B 5, C 8\" first", n, n)
		}
		data.Series, data.Headline = series, cmp.Or(s.Headline, w.Headline(telling.FirstWord(bt.Words), 46))
	case scene.Number:
		w.Shape(bt, s.Say)
		if bt.Figure == nil {
			return "", fmt.Errorf("scene %d says no figure", n)
		}
		data.Figure, data.Label, data.Subtitle = bt.Figure, bt.Label, bt.Subtitle
	case scene.Points, scene.Grid, scene.Process, scene.Timeline:
		items := s.Items
		if len(items) < 2 {
			for _, t := range telling.SayItems(s.Say, w) {
				items = append(items, scene.Item{Title: telling.Clip(prose.Upper(w.Wording.Noun(t)), 46), Icon: telling.Icon(t)})
			}
		}
		if k == scene.Timeline {
			items = telling.EventsOf(telling.SayItems(s.Say, w))
		}
		if len(items) < 2 {
			return "", fmt.Errorf("scene %d has no list to draw as %s", n, k)
		}
		bt.Items = renumbered(items, k)
		telling.Cues(bt)
		data.Items, data.Headline = bt.Items, cmp.Or(s.Headline, w.Headline(telling.FirstWord(bt.Words), 46))
		if e.b.Presenter.None && k == scene.Points {
			data.Kind = scene.Grid
		}
	case scene.Quote:
		data.Headline, data.Name, data.Role = cmp.Or(prose.Unstop(s.Say), s.Headline), s.Name, s.Role
	case scene.Presenter:
		if e.b.Presenter.None {
			return "", fmt.Errorf("the video has no presenter")
		}
		if h := w.Finding(s.Say, 34); h != "" {
			data.Overlay = []string{h}
		}
	case scene.Statement, scene.Title, scene.Chapter, scene.End:
		data.Headline, data.URL, data.Action, data.Note = cmp.Or(s.Headline, w.Headline(telling.FirstWord(bt.Words), 46)), s.URL, s.Action, s.Note
	case scene.Table:
		if data.Rows = tabled(s); data.Rows == nil {
			return "", fmt.Errorf("scene %d shows no entries of two parts each, which a table needs: make scene %d a list, or edit the storyboard file", n, n)
		}
		data.Headline = cmp.Or(s.Headline, w.Headline(telling.FirstWord(bt.Words), 46))
	default:
		return "", fmt.Errorf("a scene of kind %s needs more than words: edit the storyboard file", k)
	}
	*s = data
	return fmt.Sprintf("scene %d is a %s", n, s.Kind), nil
}

// renumbered are items with the numbers of steps where they are steps, and without them where
// they are not.
func renumbered(items []scene.Item, k scene.Kind) []scene.Item {
	out := slices.Clone(items)
	for i := range out {
		bare := strings.Trim(out[i].Label, "0123456789") == ""
		switch {
		case k == scene.Process && bare:
			out[i].Label = strconv.Itoa(i + 1)
		case k != scene.Process && k != scene.Timeline && bare:
			out[i].Label = ""
		}
	}
	return out
}

// plottedItems are the values that items show under their labels: "Q1" and "1.2 million". nil =
// not all of them show one, or in several units.
func plottedItems(items []scene.Item, lang string) *scene.Series {
	out, unit := &scene.Series{Type: "bar"}, ""
	for _, it := range items {
		f := itsNumber.FindStringSubmatch(it.Title)
		if f == nil || it.Label == "" {
			return nil
		}
		v, ok := telling.Number(f[2], lang)
		u := strings.TrimSpace(f[1] + f[3])
		switch {
		case !ok, unit != "" && u != "" && !strings.HasPrefix(u, unit) && !strings.HasPrefix(unit, u):
			return nil
		case len(u) > len(unit): // the last of them names the whole unit: "1.8 million euros"
			unit = u
		}
		out.Labels, out.Values = append(out.Labels, it.Label), append(out.Values, v)
	}
	out.Unit = unit
	return out
}

// itsNumber is an item that shows a number and its unit alone. Groups: the unit before it,
// the number, the unit behind it.
var itsNumber = pattern.New(`^([€$£¥]?)\s?(\d[\d.,]*)\s?(%|\p{L}*(?: \p{L}+)?)$`)

func (e *editor) asset(x edit.Edit) (string, error) {
	file := path.Clean(x.File)
	if !folder.IsMedia(file) {
		return "", fmt.Errorf("%s is no picture (PNG, JPEG, WebP, SVG) and no video (MP4, MOV, WebM, MKV, GIF)", file)
	}
	if err := folder.Exists(e.entry.Dir, file); err != nil {
		return "", err
	}
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		e.writer().Film(s, file, folder.IsScreen(file))
		return fmt.Sprintf("scene %d shows %s", n, file), nil
	})
}

// fileGist shows a file in the scene that the rest of an instruction speaks of: "use
// assets/x.mp4 for the waiting room".
func (e *editor) fileGist(g gist) (string, error) {
	file, rest := "", []string{}
	for _, w := range strings.Fields(g.text) {
		switch t := strings.Trim(w, "\"'“”„«»(),:;"); {
		case !folder.IsMedia(t):
			rest = append(rest, w)
		case file != "":
			return "", errOther
		default:
			file = t
		}
	}
	words := slices.DeleteFunc(g.manner.topic(strings.Join(rest, " ")), showing.MatchString)
	best, strange := e.speaking(words)
	if file == "" || len(best) == 0 || len(strange) > 0 {
		return "", errOther
	}
	for _, u := range best[1:] {
		if u.scene != best[0].scene {
			return "", whichUnit(best)
		}
	}
	defer e.asItStands()()
	return e.asset(edit.Edit{Scenes: sceneAt(best[0].scene), File: file})
}

// showing is a word with which a picture is asked for.
var showing = pattern.New(`(?i)^(?:use|using|show|showing|put|insert|add|take|clip|clips|picture|photo|image|video|footage|film|screenshot|shot|roll|background|behind|over|when|while|during|speaks?|talks?|talking|speaking|mention|file|` +
	`zeig|zeige|nimm|nehmt|verwende|nutze|setz|setze|bild|foto|aufnahme|hintergrund|wenn|während|sprichst|sprecht|geht|` +
	`usa|usad|muestra|pon|imagen|vídeo|cuando|habla|hablas|utilise|utilisez|montre|montrez|mets|mettez|quand|parle|parlez|mostra|põe|imagem|quando|fala|metti|immagine|parla|gebruik|toon|zet|beeld|als|praat)$`)

// noAsset takes the photo or video out of scenes: their words stand alone.
func (e *editor) noAsset(x edit.Edit) (string, error) {
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		if s.Asset == "" {
			return "", fmt.Errorf("scene %d shows no photo and no video", n)
		}
		s.Asset, s.Clip, s.Credit = "", nil, ""
		if s.Kind == scene.Footage || s.Kind == scene.Device {
			s.Kind = scene.Statement
		}
		if s.Headline == "" && s.Say != "" {
			s.Headline = e.writer().Headline(prose.SplitSentences(s.Say)[0], 46)
		}
		return fmt.Sprintf("scene %d is a statement", n), nil
	})
}
