package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

func (e *editor) shade(x edit.Edit) (string, error) {
	l := cmp.Or(x.Values["dark"], x.Values["light"])
	bg, stage := "#0B1020", "ink"
	if l == "light" || l == "white" {
		bg, stage = "#F8FAFC", "paper"
	}
	if e.b.Look.Background == bg && l != "black" && l != "white" {
		bg = map[string]string{"#0B1020": "#05070F", "#F8FAFC": "#FFFFFF"}[bg]
	}
	if l == "black" {
		bg = "#000000"
	} else if l == "white" {
		bg = "#FFFFFF"
	}
	e.b.Look.Background = bg
	n := 0
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if st := board.StageOf(*s); st == "ink" || st == "paper" {
			if st != stage {
				s.Stage = stage
				n++
			}
		}
	}
	return fmt.Sprintf("the background is %s; %d scenes changed their stage", bg, n), nil
}

// color sets a colour of the look, the leading one where none is named.
func (e *editor) color(x edit.Edit) (string, error) {
	hex, name := fullHex(x.Values["color"]), cmp.Or(x.Values["paint"], "primary")
	l := &e.b.Look
	*map[string]*string{"primary": &l.Primary, "accent": &l.Accent, "background": &l.Background, "text": &l.Text}[name] = hex
	return name + " is " + hex, nil
}

// fullHex is a colour with two digits a channel.
func fullHex(hex string) string {
	if len(hex) == 4 {
		return "#" + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:3], 2) + strings.Repeat(hex[3:4], 2)
	}
	return hex
}

// ownWorlds are the styles whose ground belongs to them.
var ownWorlds = []string{"cinematic", "gradient", "retro"}

// sceneColor puts scenes on a ground of their own.
func (e *editor) sceneColor(x edit.Edit) (string, error) {
	if p := x.Values["paint"]; p != "" && p != "background" {
		return "", fmt.Errorf("the %s colour is that of the whole video: write set the %s color to %s", p, p, fullHex(x.Values["color"]))
	}
	if slices.Contains(ownWorlds, e.b.Look.Style) {
		return "", fmt.Errorf("every scene of the %s style stands on the ground of that style: use minimal style first", e.b.Look.Style)
	}
	hex := fullHex(x.Values["color"])
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		switch board.StageOf(*s) {
		case "set":
			return "", fmt.Errorf("scene %d shows the presenter's room, which takes the video's colours: set the primary color to %s, or make scene %d a statement", n, hex, n)
		case "footage":
			return "", fmt.Errorf("scene %d shows a picture over the whole frame", n)
		}
		s.Stage = hex
		return fmt.Sprintf("scene %d stands on %s", n, hex), nil
	})
}

func (e *editor) style(x edit.Edit) (string, error) {
	e.b.Look.Style = x.Values["style"]
	return "style: " + e.b.Look.Style, nil
}

// transition changes the way into scenes: those named, or all. Without one a scene
// comes on with a cut.
func (e *editor) transition(x edit.Edit) (string, error) {
	k := cmp.Or(x.Values["transition"], "cut")
	if x.Op == edit.NoTransition {
		k = "cut"
	}
	is, err := e.named(x)
	if err != nil {
		return "", err
	}
	if p := x.Place; p != nil && !p.Scenes[0].All {
		i, err := e.at(p)
		if err != nil {
			return "", err
		}
		if i >= len(e.b.Scenes) {
			return "", fmt.Errorf("no scene follows the last one")
		}
		is = []int{i}
	}
	if len(is) == 0 || len(is) == len(e.b.Scenes) {
		for i := range e.b.Scenes[min(1, len(e.b.Scenes)):] {
			e.b.Scenes[i+1].Transition.Kind = k
		}
		return "transitions: " + k, nil
	}
	for _, i := range is {
		if i == 0 {
			return "", fmt.Errorf("scene 1 begins the video: nothing leads into it")
		}
		e.b.Scenes[i].Transition.Kind = k
	}
	return fmt.Sprintf("scene %s comes on with %s", numbers(is), k), nil
}

// sizes of the formats, pixels.
var sizes = map[string][2]int{"portrait": {1080, 1920}, "landscape": {1920, 1080}, "square": {1080, 1080}, "tall": {1080, 1350}}

func (e *editor) format(x edit.Edit) (string, error) {
	size := sizes[x.Values["format"]]
	if e.entry.Width > 0 && e.entry.Height > 0 && (e.entry.Width != size[0] || e.entry.Height != size[1]) {
		return "", fmt.Errorf("the entry's size is %d×%d; change it there", e.entry.Width, e.entry.Height)
	}
	e.b.Width, e.b.Height = size[0], size[1]
	return fmt.Sprintf("the video is %d×%d", size[0], size[1]), nil
}

func (e *editor) font(x edit.Edit) (string, error) {
	name := strings.TrimSpace(cmp.Or(x.Values["name"], x.Text))
	if prose.Upper(name) != name && !x.Quoted {
		return "", fmt.Errorf("%q is no font: write its family's name as it is spelled", name)
	}
	e.b.Look.Heading, e.b.Look.Body = name, name
	return "type: " + name + " where it is installed or among the brand's font files", nil
}

func (e *editor) logo(x edit.Edit) (string, error) {
	if err := folder.Exists(e.entry.Dir, x.File); err != nil {
		return "", err
	}
	e.b.Look.Logo = x.File
	return "the logo is " + x.File, nil
}

func (e *editor) noLogo(x edit.Edit) (string, error) {
	if len(x.Scenes) > 0 {
		return "", fmt.Errorf("the logo belongs to the whole video: write remove the logo")
	}
	e.b.Look.Logo, e.b.Look.LogoText, e.b.Look.Watermark = "", "", ""
	return "no logo is shown", nil
}

// sceneStage makes scenes dark or light.
func (e *editor) sceneStage(x edit.Edit) (string, error) {
	stage := "ink"
	if x.Has("light") {
		stage = "paper"
	} else if x.Has("brand") {
		stage = "brand"
	}
	return e.each(x, func(s *scene.Scene, n int) (string, error) {
		if x.Has("other") { // one that the scene before and the one after do not have
			for _, other := range []string{"brand", "paper", "ink"} {
				beside := func(i int) bool {
					return i >= 0 && i < len(e.b.Scenes) && board.StageOf(e.b.Scenes[i]) == other
				}
				if stage = other; !beside(n-1) && !beside(n-2) && !beside(n) {
					break
				}
			}
		}
		if board.StageOf(*s) == stage {
			return fmt.Sprintf("scene %d already stands on %s", n, stage), nil
		}
		s.Stage = stage
		return fmt.Sprintf("scene %d stands on %s", n, stage), nil
	})
}

// plain takes the pattern off the ground.
func (e *editor) plain(x edit.Edit) (string, error) {
	if len(x.Scenes) > 0 {
		return "", fmt.Errorf("the pattern is that of the whole video: write use a plain background")
	}
	if e.b.Look.Motif == "none" {
		return "the background already has no pattern", nil
	}
	e.b.Look.Motif = "none"
	return "the background has no pattern", nil
}
