package script

import (
	"errors"
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
)

var kindsKnown = []scene.Kind{scene.Title, scene.Chapter, scene.Presenter, scene.Points, scene.Number, scene.Chart, scene.Compare, scene.Process, scene.Timeline,
	scene.Quote, scene.Statement, scene.Grid, scene.Device, scene.Code, scene.Table, scene.Location, scene.Footage, scene.End}

var transitionsKnown = []string{"", "cut", "push", "cellwipe", "dissolve", "smash", "flash", "gridwipe", "liquid", "pop", "iris", "fade"}

// Check reports everything in a storyboard that cannot be drawn.
func Check(b *scene.Storyboard) error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf("storyboard: "+format, args...)) }
	if b.Version != 1 {
		bad("storyboard: %d is not a version this engine knows; write 1", b.Version)
	}
	if b.Width < 64 || b.Height < 64 || b.Width > 4096 || b.Height > 4096 || b.Width%2 != 0 || b.Height%2 != 0 {
		bad("size %d×%d: width and height must be even and between 64 and 4096", b.Width, b.Height)
	}
	if b.FPS < 1 || b.FPS > 60 {
		bad("fps %d: must be 1 to 60; 24, 25, 30, 50 and 60 play everywhere", b.FPS)
	}
	if b.Seconds < 1 || b.Seconds > 300 {
		bad("seconds %g: must be 1 to 300", b.Seconds)
	}
	if !oneOf(b.Captions, "", "word", "line", "off") {
		bad("captions %q: use word, line or off", b.Captions)
	}
	if !oneOf(b.Fit, "", "trim", "extend") {
		bad("fit %q: use trim or extend, or leave it out", b.Fit)
	}
	if len(b.Scenes) == 0 {
		bad("no scenes: give at least one")
	}
	if len(b.Scenes) > 200 {
		bad("%d scenes: at most 200", len(b.Scenes))
	}
	ids := map[string]int{}
	for i := range b.Scenes {
		s := &b.Scenes[i]
		where := fmt.Sprintf("scene %d", i+1)
		if s.ID == "" {
			bad("%s has no id", where)
		} else if prev, dup := ids[s.ID]; dup {
			bad("%s: id %q is already scene %d's", where, s.ID, prev)
		}
		ids[s.ID] = i + 1
		known := false
		for _, k := range kindsKnown {
			known = known || s.Kind == k
		}
		if !known {
			bad("%s: kind %q is not known; use one of %s", where, s.Kind, kindList())
		}
		if !oneOf(s.Stage, "", "ink", "paper", "brand") {
			bad("%s: stage %q: use ink, paper or brand", where, s.Stage)
		}
		if !oneOf(s.Presenter, "", "full", "left", "right", "none") {
			bad("%s: presenter %q: use full, left, right or none", where, s.Presenter)
		}
		if !oneOf(s.Framing, "", "close", "medium", "waist") {
			bad("%s: framing %q: use close, medium or waist", where, s.Framing)
		}
		if !oneOf(s.Transition.Kind, transitionsKnown...) {
			bad("%s: transition %q: use %s", where, s.Transition.Kind, strings.Join(transitionsKnown[1:], ", "))
		}
		if c := s.Clip; c != nil {
			if !oneOf(c.Sound, "", "muted", "under") {
				bad("%s: clip.sound %q: use muted or under", where, c.Sound)
			}
			if !(c.From >= 0 && c.From <= 86400) {
				bad("%s: clip.from %g: must be a second of the file", where, c.From)
			}
		}
		if s.Seconds < 0 || s.Seconds > 300 {
			bad("%s: seconds %g: must be 0 to 300", where, s.Seconds)
		}
		switch s.Kind {
		case scene.Chart:
			if s.Series == nil || len(s.Series.Values) == 0 || len(s.Series.Values) != len(s.Series.Labels) {
				bad("%s: a chart needs series with as many labels as values", where)
			} else if s.Series.Focus < 0 || s.Series.Focus >= len(s.Series.Values) {
				bad("%s: focus %d is outside the series", where, s.Series.Focus)
			}
		case scene.Number:
			if s.Figure == nil || s.Figure.Text == "" {
				bad("%s: a number scene needs figure.text", where)
			}
		case scene.Compare:
			if len(s.Columns) != 2 {
				bad("%s: a comparison needs two columns", where)
			}
		case scene.Footage, scene.Device:
			if s.Asset == "" {
				bad("%s: %s needs an asset", where, s.Kind)
			}
		}
	}
	return errors.Join(errs...)
}

func kindList() string {
	out := make([]string, len(kindsKnown))
	for i, k := range kindsKnown {
		out[i] = string(k)
	}
	return strings.Join(out, ", ")
}

func oneOf(s string, of ...string) bool {
	for _, x := range of {
		if s == x {
			return true
		}
	}
	return false
}
