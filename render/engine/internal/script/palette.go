package script

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
)

// colors puts the prompt's hex values where their words say, the rest in order.
func (w *writer) colors(l *scene.Look, cs []brief.Color) {
	var free []string
	given := map[string]bool{}
	for i, c := range cs { // a second one of a role is one more colour
		if c.Role != "" && given[c.Role] {
			cs = slices.Clone(cs)
			cs[i].Role = ""
		}
		given[c.Role] = true
	}
	named := false // which of them is the main one
	for _, c := range cs {
		named = named || c.Role == "primary"
	}
	for _, c := range cs {
		switch c.Role {
		case "background":
			l.Background = c.Hex
		case "accent":
			l.Accent = c.Hex
		case "text":
			l.Text = c.Hex
		case "primary":
			l.Primary = c.Hex
		default:
			free = append(free, c.Hex)
		}
	}
	accent := slices.ContainsFunc(cs, func(c brief.Color) bool { return c.Role == "accent" })
	if k := len(free); k > 2 && isPale(free[1]) { // what is pale sets off nothing
		for i := 2; i < k; i++ {
			if !isPale(free[i]) && !isNeutral(free[i]) {
				free[1], free[i] = free[i], free[1]
				break
			}
		}
	}
	for _, hex := range free {
		neutral := isNeutral(hex)
		switch {
		case neutral && l.Background == "" && len(cs) > 1:
			l.Background = hex
		case neutral && len(cs) > 1:
			l.Text = hex
		case !named:
			l.Primary, named = hex, true
		case !accent:
			l.Accent, accent = hex, true
		case !neutral:
			w.more = append(w.more, hex)
		}
	}
	if len(cs) >= 2 && l.Accent == "" && l.Primary != "" {
		l.Accent = l.Primary // a palette of neutrals and one colour: no other one comes in
	}
}

// grounds puts the prompt's third colour, and what it has beyond, under scenes that stand on
// the main one: a picture has one main colour and one accent, a video may have more grounds.
func (w *writer) grounds(b *scene.Storyboard) {
	for k, hex := range w.more {
		var on []int
		for _, kinds := range [][]scene.Kind{{scene.Quote, scene.Chapter, scene.Statement}, {scene.Number, scene.Title, scene.End, scene.Compare, scene.Process}} {
			for i, s := range b.Scenes {
				if slices.Contains(kinds, s.Kind) && (s.Stage == "" || s.Stage == "brand") {
					on = append(on, i)
				}
			}
			if len(on) > k {
				break
			}
			on = nil
		}
		at := lineOf(w.r.Spec.PositivePrompt, hex)
		if len(on) == 0 {
			w.Note(at, "colour "+hex+" is not used: a picture has one main colour and one accent, beside its ground and text")
			continue
		}
		i := on[len(on)-1]
		b.Scenes[i].Stage = hex
		w.Note(at, fmt.Sprintf("colour %s: the ground of scene %d", hex, i+1))
	}
}

// lineOf is the line of a prompt that has a word, from 1; 0 = none has.
func lineOf(text, word string) int {
	at := strings.Index(strings.ToLower(text), strings.ToLower(word))
	if at < 0 {
		return 0
	}
	return 1 + strings.Count(text[:at], "\n")
}

// isPale tells the tints of a ground from colours that stand out on one.
func isPale(hex string) bool {
	c, err := look.Hex(hex)
	return err == nil && c.LCH().L > .88 && c.LCH().C < .12
}

// isNeutral tells greys, near-black and near-white from colours.
func isNeutral(hex string) bool {
	var r, g, b int
	if n, _ := fmt.Sscanf(hex, "#%02x%02x%02x", &r, &g, &b); n != 3 {
		return false
	}
	hi, lo := max(r, g, b), min(r, g, b)
	return hi-lo < 24 || hi < 44 || lo >= 215
}
