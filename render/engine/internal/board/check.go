package board

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
)

var kindsKnown = []scene.Kind{scene.Title, scene.Chapter, scene.Presenter, scene.Points, scene.Number, scene.Chart, scene.Compare, scene.Process, scene.Timeline,
	scene.Quote, scene.Statement, scene.Grid, scene.Device, scene.Code, scene.Table, scene.Location, scene.Footage, scene.End, scene.Logo}

var transitionsKnown = []string{"", "cut", "push", "cellwipe", "dissolve", "smash", "flash", "gridwipe", "liquid", "pop", "iris", "fade", "stripes"}

var (
	styles          = []string{"default", "minimal", "bold", "cinematic", "flat", "gradient", "retro", "cartoon"}
	presenterPlaces = []string{"studio", "library", "stage", "office", "outdoors", "brand"}
)

// problem is one thing that cannot be drawn, at a JSON pointer of the storyboard.
type problem struct{ pointer, text, hint string }

// Check reports everything in a storyboard that cannot be drawn.
func Check(b *scene.Storyboard) error {
	var errs []error
	for _, p := range problems(b) {
		errs = append(errs, errors.New("storyboard: "+p.text))
	}
	return errors.Join(errs...)
}

func problems(b *scene.Storyboard) []problem {
	var out []problem
	bad := func(pointer, format string, args ...any) {
		out = append(out, problem{pointer: pointer, text: fmt.Sprintf(format, args...)})
	}
	if b.Version != 1 {
		bad("/storyboard", "%d is not a version this engine knows; write 1", b.Version)
	}
	if b.Width < 64 || b.Height < 64 || b.Width > 3840 || b.Height > 3840 || b.Width%2 != 0 || b.Height%2 != 0 {
		bad("/width", "size %d×%d: width and height must be even and between 64 and 3840", b.Width, b.Height)
	}
	if b.FPS < 1 || b.FPS > 60 {
		bad("/fps", "fps %d: must be 1 to 60", b.FPS)
	}
	if l := b.Music.Level; l < -12 || l > 6 {
		bad("/music/level", "level %g: must be -12 to 6 dB", l)
	}
	if b.Seconds < 1 || b.Seconds > 300 {
		bad("/seconds", "seconds %g: must be 1 to 300", b.Seconds)
	}
	if !slices.Contains([]string{"", "word", "line", "off"}, b.Captions) {
		bad("/captions", "captions %q: use word, line or off", b.Captions)
	}
	if !slices.Contains([]string{"", "trim", "extend"}, b.Fit) {
		bad("/fit", "fit %q: use trim or extend, or leave it out", b.Fit)
	}
	for _, f := range []struct {
		key, value string
		of         []string
	}{{"style", b.Look.Style, styles}, {"set", b.Presenter.Set, presenterPlaces}} {
		if f.value == "" || slices.Contains(f.of, f.value) || f.key == "style" && look.StyleName(f.value) != "" {
			continue
		}
		where := map[string]string{"style": "/look/style", "set": "/presenter/set"}[f.key]
		hint := ""
		if near := diag.Nearest(f.value, f.of); near != "" {
			hint = "did you mean " + near + "?"
		}
		out = append(out, problem{where, fmt.Sprintf("%s %q: use %s", f.key, f.value, strings.Join(f.of, ", ")), hint})
	}
	if len(b.Scenes) == 0 {
		bad("/scenes", "no scenes: give at least one")
	}
	if len(b.Scenes) > 200 {
		bad("/scenes", "%d scenes: at most 200", len(b.Scenes))
	}
	ids := map[string]int{}
	for i := range b.Scenes {
		s := &b.Scenes[i]
		here := fmt.Sprintf("/scenes/%d", i)
		if s.ID == "" {
			bad(here, "scene %d has no id", i+1)
		} else if prev, dup := ids[s.ID]; dup {
			bad(here+"/id", "scene %d: id %q is already scene %d's", i+1, s.ID, prev)
		}
		ids[s.ID] = i + 1
		if s.Speaker != "" && b.Speaks(i) == nil {
			bad(here+"/speaker", "scene %d: %q is none of the speakers", i+1, s.Speaker)
		}
		for _, p := range append(sceneProblems(s), iconProblems(s)...) {
			out = append(out, problem{here + p.pointer, fmt.Sprintf("scene %d: %s", i+1, p.text), p.hint})
		}
	}
	return out
}

// sceneProblems are those of one scene; pointers begin at the scene.
// groundHex is a colour that a scene stands on instead of a stage.
var groundHex = pattern.New(`^#[0-9a-fA-F]{6}$`)

func sceneProblems(s *scene.Scene) []problem {
	var out []problem
	bad := func(pointer, format string, args ...any) {
		out = append(out, problem{pointer: pointer, text: fmt.Sprintf(format, args...)})
	}
	if !slices.Contains(kindsKnown, s.Kind) {
		bad("/kind", "kind %q is not known; use one of %s", s.Kind, kindList())
	}
	for _, f := range []struct {
		key, value string
		of         []string
	}{
		{"presenter", s.Presenter, []string{"full", "left", "right", "none"}},
		{"framing", s.Framing, []string{"close", "medium", "waist"}},
		{"set", s.Set, presenterPlaces},
		{"captions", s.Captions, []string{"word", "line", "off"}},
		{"transition/kind", s.Transition.Kind, transitionsKnown[1:]},
	} {
		if name, _, _ := strings.Cut(f.key, "/"); f.value != "" && !slices.Contains(f.of, f.value) {
			bad("/"+f.key, "%s %q: use %s", name, f.value, strings.Join(f.of, ", "))
		}
	}
	if s.Stage != "" && !slices.Contains([]string{"ink", "paper", "brand"}, s.Stage) && !groundHex.MatchString(s.Stage) {
		bad("/stage", "stage %q: use ink, paper, brand, or a colour as #RRGGBB", s.Stage)
	}
	if s.Seconds < 0 || s.Seconds > 300 {
		bad("/seconds", "seconds %g: must be 0 to 300", s.Seconds)
	}
	if m := s.Music; m != nil && (m.Level < -12 || m.Level > 6) {
		bad("/music/level", "level %g: must be -12 to 6 dB", m.Level)
	}
	if m := s.Music; m != nil && (m.Fade < 0 || m.Fade > 10) {
		bad("/music/fade", "fade %g: must be 0 to 10 seconds", m.Fade)
	}
	if s.LowerThird != nil && strings.TrimSpace(s.LowerThird.Name) == "" {
		bad("/lowerThird/name", "a lower third needs a name")
	}
	out = append(out, moveProblems(s.Moves)...)
	switch s.Kind {
	case scene.Chart:
		if s.Series == nil || len(s.Series.Values) == 0 || len(s.Series.Values) != len(s.Series.Labels) {
			bad("/series", "a chart needs series with as many labels as values")
		} else if n := len(s.Series.Other); n > 0 && n != len(s.Series.Labels) {
			bad("/series/other", "what a chart is compared with needs as many values as there are labels, %d, not %d", len(s.Series.Labels), n)
		} else if f := s.Series.Focus; f != nil && (*f < 0 || *f >= len(s.Series.Values)) {
			bad("/series/focus", "focus %d is outside the series", *f)
		}
	case scene.Number:
		if s.Figure == nil || s.Figure.Text == "" {
			bad("/figure", "a number scene needs figure.text")
		}
	case scene.Compare:
		if len(s.Columns) != 2 {
			bad("/columns", "a comparison needs two columns")
		}
	case scene.Footage, scene.Device:
		if s.Asset == "" {
			bad("", "%s needs an asset", s.Kind)
		}
	}
	return out
}

// moveProblems are the verbs of a scene that move nothing as they are written.
func moveProblems(moves []scene.Move) []problem {
	var out []problem
	for i, m := range moves {
		here := fmt.Sprintf("/moves/%d", i)
		bad := func(key, text, value string, of []string) {
			hint := ""
			if near := diag.Nearest(strings.ToLower(value), of); near != "" {
				hint = "did you mean " + near + "?"
			}
			out = append(out, problem{here + "/" + key, text, hint})
		}
		if scene.VerbName(m.Verb) == "" {
			bad("verb", fmt.Sprintf("verb %q is not known: use one of %s", m.Verb, strings.Join(scene.Verbs, ", ")), m.Verb, scene.Verbs)
		}
		if t := strings.ToLower(m.Target); t != "" && !slices.ContainsFunc(scene.MoveTargets, func(x string) bool { return x == t || x == t+"s" || x+"s" == t }) && t != "title" && t != "text" {
			bad("target", fmt.Sprintf("target %q is no part of a scene: use one of %s", m.Target, strings.Join(scene.MoveTargets, ", ")), m.Target, scene.MoveTargets)
		}
		for _, w := range strings.FieldsFunc(strings.ToLower(m.From), func(r rune) bool { return r == ' ' || r == '-' }) {
			if !slices.Contains(fromWhere, w) {
				bad("from", fmt.Sprintf("from %q is no side: use left, right, top, bottom or center", m.From), w, fromWhere)
				break
			}
		}
		if m.Size < 0 || m.Size > 1 {
			bad("size", fmt.Sprintf("size %g: it is a share of the frame, 0 to 1", m.Size), "", nil)
		}
		if m.Stagger < 0 || m.Stagger > 10 {
			bad("stagger", fmt.Sprintf("stagger %g: must be 0 to 10 seconds", m.Stagger), "", nil)
		}
		if m.Angle < -360 || m.Angle > 360 {
			bad("angle", fmt.Sprintf("angle %g: must be -360 to 360 degrees", m.Angle), "", nil)
		}
	}
	return out
}

// fromWhere are the sides that a move may come from.
var fromWhere = []string{"left", "right", "top", "bottom", "above", "below", "up", "down", "center", "centre", "the"}

// iconProblems are the icons of a scene that neither their name nor a word of it finds:
// another one would be drawn, and nobody would know why.
func iconProblems(s *scene.Scene) []problem {
	var out []problem
	check := func(pointer string, items []scene.Item) {
		for i, it := range items {
			if icons.Found(it.Icon) {
				continue
			}
			hint := "the names are those of https://lucide.dev/icons"
			if near := diag.Nearest(it.Icon, icons.Names()); near != "" {
				hint = "did you mean " + near + "?"
			}
			out = append(out, problem{fmt.Sprintf("%s/%d/icon", pointer, i), fmt.Sprintf("there is no icon %q", it.Icon), hint})
		}
	}
	check("/items", s.Items)
	for i := range s.Columns {
		check(fmt.Sprintf("/columns/%d/rows", i), s.Columns[i].Rows)
	}
	return out
}

func kindList() string {
	out := make([]string, len(kindsKnown))
	for i, k := range kindsKnown {
		out[i] = string(k)
	}
	return strings.Join(out, ", ")
}

// StageOf is the ground that a scene stands on: its own, or its kind's.
func StageOf(s scene.Scene) string { return cmp.Or(s.Stage, KindStage[s.Kind]) }

// KindStage is the stage that a kind stands on by itself.
var KindStage = map[scene.Kind]string{
	scene.Title: "ink", scene.Chapter: "brand", scene.Presenter: "set", scene.Points: "paper", scene.Number: "ink", scene.Chart: "paper", scene.Compare: "ink",
	scene.Process: "ink", scene.Timeline: "paper", scene.Quote: "brand", scene.Statement: "brand", scene.Grid: "paper", scene.Device: "ink", scene.Code: "ink",
	scene.Table: "paper", scene.Location: "ink", scene.Footage: "footage", scene.End: "ink", scene.Logo: "ink",
}
