package revise

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// pause leaves a silence beside a scene's words.
func (e *editor) pause(x edit.Edit) (string, error) {
	if x.Has("shorter") || x.Has("less") || x.Has("smaller") || x.Has("remove") {
		return e.noPauses(x)
	}
	if x.Place == nil && len(x.Scenes) == 1 && !x.Scenes[0].All {
		x.Place, x.Scenes = &edit.Place{Where: "after", Scenes: x.Scenes}, nil
	}
	if x.Place == nil || x.Place.Where == "between" && x.Place.Scenes[0].All {
		return e.pauses(x)
	}
	if x.Seconds == 0 {
		x.Seconds = 1
	}
	if x.Seconds < .1 || x.Seconds > 10 {
		return "", fmt.Errorf("a pause lasts 0.1 to 10 s")
	}
	mark := fmt.Sprintf(`<break time="%dms"/>`, int(x.Seconds*1000+.5))
	if x.Place.Line != nil {
		return e.pauseBeside(x, mark)
	}
	i, err := e.one(x.Place.Scenes[0])
	if err != nil {
		return "", err
	}
	s := &e.b.Scenes[i]
	if x.Place.Where == "before" {
		s.Say = strings.TrimSpace(mark + " " + s.Say)
	} else {
		s.Say = strings.TrimSpace(s.Say + " " + mark)
	}
	return fmt.Sprintf("scene %d pauses for %g s", i+1, x.Seconds), nil
}

// pauseBeside leaves a silence before or after one sentence.
func (e *editor) pauseBeside(x edit.Edit, mark string) (string, error) {
	i, k, err := e.line(edit.Edit{Scenes: x.Scenes, Line: x.Place.Line})
	if err != nil {
		return "", err
	}
	s := &e.b.Scenes[i]
	ss := prose.SplitSentences(s.Say)
	said := ss[k]
	if w := x.Place.Line.Words; w != "" && x.Place.Line.Number == 0 && x.Place.Line.About == "" && 2*prose.Words(w) < prose.Words(said) { // within the sentence
		at := strings.Index(strings.ToLower(said), strings.ToLower(w))
		if at < 0 || len(strings.ToLower(said)) != len(said) {
			return "", fmt.Errorf("%q occurs nowhere as words of its own", w)
		}
		if x.Place.Where == "after" {
			at += len(w)
			for at < len(said) && strings.ContainsRune(".,;:!?…", rune(said[at])) {
				at++
			}
		}
		ss[k] = strings.Join(strings.Fields(said[:at]+" "+mark+" "+said[at:]), " ")
		s.Say = strings.Join(ss, " ")
		return fmt.Sprintf("scene %d pauses for %g s %s %q", i+1, x.Seconds, x.Place.Where, w), nil
	}
	if x.Place.Where == "before" {
		ss[k] = mark + " " + said
	} else {
		ss[k] += " " + mark
	}
	s.Say = strings.Join(ss, " ")
	return fmt.Sprintf("scene %d pauses for %g s %s %q", i+1, x.Seconds, x.Place.Where, telling.Clip(said, 60)), nil
}

// longerPause is what "longer pauses" add to each scene, milliseconds.
const longerPause = 700

// pauses lets every scene but the last stand longer after its words.
func (e *editor) pauses(edit.Edit) (string, error) {
	n := len(e.b.Scenes) - 1
	if n < 1 {
		return "", fmt.Errorf("one scene has no pause after it")
	}
	for i := range n {
		s := &e.b.Scenes[i]
		s.Say = strings.TrimSpace(s.Say + fmt.Sprintf(` <break time="%dms"/>`, longerPause))
	}
	return fmt.Sprintf("scenes 1 to %d pause for %.1f s more", n, longerPause/1000.), nil
}

// noPauses takes the pauses out that were asked for. Others are what the words leave.
func (e *editor) noPauses(x edit.Edit) (string, error) {
	where, _ := e.find(edit.Ref{All: true})
	if x.Place != nil && x.Place.Line != nil {
		i, _, err := e.line(edit.Edit{Scenes: x.Scenes, Line: x.Place.Line})
		if err != nil {
			return "", err
		}
		where = []int{i}
	} else if x.Place != nil && !x.Place.Scenes[0].All {
		i, err := e.one(x.Place.Scenes[0])
		if err != nil {
			return "", err
		}
		where = []int{i}
	}
	var in []int
	for _, i := range where {
		s := &e.b.Scenes[i]
		if t := strings.Join(strings.Fields(breakMark.ReplaceAllString(s.Say, " ")), " "); t != s.Say {
			s.Say, in = t, append(in, i)
		}
	}
	if len(in) == 0 {
		return "", fmt.Errorf("the pauses are what the words leave of the %g s: make the video shorter", e.b.Seconds)
	}
	return fmt.Sprintf("no pause is left in %s", inScenes(in)), nil
}

// breakMark is a pause in what is said.
var breakMark = pattern.New(`<break time="\d+ms"/>|\[pause[^\]]*\]`)
