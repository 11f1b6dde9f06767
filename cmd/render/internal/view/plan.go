package view

import (
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"

	"gitops.video/render/render"
)

func width(s string) int { return runewidth.StringWidth(s) }

// Plan shows what apply would do. A plan without changes is one line.
func (v *View) Plan(p *render.Plan) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, note := range p.Notes {
		fmt.Fprintln(v.Err, v.yellow("note:")+" "+clean(note))
	}
	n := p.Counts()
	shown := v.changes(p)
	if p.Empty() {
		fmt.Fprintln(v.Out, nothing(p, n))
		return
	}
	if shown > 0 {
		fmt.Fprintln(v.Out)
	}
	fmt.Fprintln(v.Out, v.bold("Plan: ")+Sum(n))
}

// nothing is the whole of a plan that does nothing.
func nothing(p *render.Plan, n render.Counts) string {
	s := "Nothing to do: " + count(p.Entries, "video is", "videos are") + " up to date."
	if p.Entries == 0 {
		s = "Nothing to do: no videos are selected."
	}
	return s + heldNote(n)
}

func heldNote(n render.Counts) string {
	var parts []string
	if n.Held > 0 {
		parts = append(parts, thousands(n.Held)+" held back")
	}
	if n.Outdated > 0 {
		parts = append(parts, thousands(n.Outdated)+" drawn by an older engine (--upgrade renders them again)")
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// Sum is the last line of a plan.
func Sum(n render.Counts) string {
	var parts []string
	for _, c := range []struct {
		n    int
		what string
	}{{n.Create, "to create"}, {n.Update, "to update"}, {n.Repair, "to repair"}, {n.Move, "to move"}, {n.Upload, "to upload"},
		{n.Resume, "to resume"}, {n.Prune, "to prune"}, {n.Unchanged, "unchanged"}} {
		if c.n > 0 {
			parts = append(parts, thousands(c.n)+" "+c.what)
		}
	}
	s := strings.Join(parts, ", ")
	if n.Seconds > 0 {
		s += " · " + seconds(n.Seconds) + " of video"
	}
	if n.Create+n.Update+n.Repair > 0 {
		switch {
		case n.Cost == nil:
			s += " · cost not known"
		case *n.Cost == 0:
			s += " · free"
		default:
			s += fmt.Sprintf(" · about $%.2f", *n.Cost)
		}
	}
	return s + heldNote(n)
}

func (v *View) changes(p *render.Plan) int {
	longest := 0
	for i := range p.Changes {
		if v.shows(&p.Changes[i]) {
			longest = max(longest, width(p.Changes[i].Key))
		}
	}
	longest = min(longest, 60)
	manifest, shown := "", 0
	for i := range p.Changes {
		c := &p.Changes[i]
		if !v.shows(c) {
			continue
		}
		if c.Manifest != manifest {
			manifest = c.Manifest
			fmt.Fprintln(v.Out, v.dim(clean(manifest)))
		}
		shown++
		v.change(c, longest)
	}
	return shown
}

func (v *View) shows(c *render.Change) bool {
	return c.Action != render.Unchanged || v.Verbose
}

func (v *View) change(c *render.Change, longest int) {
	facts := []string{}
	if c.Reason != "" {
		facts = append(facts, clean(c.Reason))
	}
	if c.Generates() && c.Held == "" {
		if c.Seconds > 0 {
			facts = append(facts, seconds(c.Seconds))
		}
		facts = append(facts, dollars(c.Cost))
	}
	if c.Action == render.Repair && !c.Generates() {
		facts = append(facts, "from the "+string(c.Origin))
	}
	line := "  " + v.symbol(c) + " " + pad(clean(c.Key), longest) + "  " + strings.Join(facts, v.dim(" · "))
	if c.Held != "" {
		line += " " + v.dim("(held back: "+held(c)+")")
	}
	fmt.Fprintln(v.Out, strings.TrimRight(line, " "))
	for _, f := range c.Fields {
		fmt.Fprintln(v.Out, "      "+v.field(f))
	}
	for _, m := range c.Moves {
		fmt.Fprintln(v.Out, "      "+clean(m.Old)+" → "+clean(m.New))
	}
	if c.Note != "" {
		fmt.Fprintln(v.Out, "      "+v.dim(clean(c.Note)))
	}
}

func held(c *render.Change) string {
	if strings.HasPrefix(c.Held, "--") {
		return "pass " + c.Held
	}
	return c.Held
}

func (v *View) symbol(c *render.Change) string {
	s := c.Action.Symbol()
	switch {
	case c.Held != "":
		return v.dim(s)
	case c.Action == render.Create:
		return v.green(s)
	case c.Action == render.Prune:
		return v.red(s)
	case c.Action == render.Unchanged:
		return v.dim(s)
	case c.Action == render.Move || c.Action == render.Upload:
		return v.blue(s)
	}
	return v.yellow(s)
}

// field is one line about one changed field, fitted to the terminal.
func (v *View) field(f render.FieldChange) string {
	room := 100
	if v.Width > 0 {
		room = max(v.Width-8-len(f.Field), 30)
	}
	if len(f.Words) > 0 {
		if v.Verbose {
			room = 0
		}
		return clean(f.Field) + ": " + v.words(f.Words, room)
	}
	room /= 2
	switch {
	case f.Old == "":
		return clean(f.Field) + ": " + v.green("+ "+value(f.New, room))
	case f.New == "":
		return clean(f.Field) + ": " + v.red("- "+value(f.Old, room))
	}
	return clean(f.Field) + ": " + v.red(value(f.Old, room)) + " → " + v.green(value(f.New, room))
}

// value shortens hashes to what tells two apart.
func value(s string, room int) string {
	if i := strings.Index(s, "sha256:"); i >= 0 && len(s) >= i+7+64 {
		s = s[:i+7+12] + s[i+7+64:]
	}
	return oneLine(s, room)
}

// words shows a word diff around what changed, within about room columns; 0 shows
// all of it.
func (v *View) words(spans []render.WordSpan, room int) string {
	const context = 24 // columns of unchanged text kept at each side of a change
	var b strings.Builder
	used := 0
	for i, s := range spans {
		text := strings.ReplaceAll(clean(s.Text), "\n", "↵")
		if s.Op == render.OpSame {
			if room > 0 {
				text = middle(text, i > 0, i < len(spans)-1, context)
			}
			b.WriteString(text)
		} else {
			if room > 0 {
				text = runewidth.Truncate(text, max(room, 20), "…")
			}
			text, space := strings.TrimRight(text, " "), strings.Repeat(" ", len(text)-len(strings.TrimRight(text, " ")))
			switch {
			case v.Color && s.Op == render.OpDelete:
				b.WriteString("\x1b[31;9m" + text + "\x1b[0m" + space)
			case v.Color:
				b.WriteString("\x1b[32m" + text + "\x1b[0m" + space)
			case s.Op == render.OpDelete:
				b.WriteString("[-" + text + "-]" + space)
			default:
				b.WriteString("{+" + text + "+}" + space)
			}
		}
		if used += width(text); room > 0 && used > 3*room {
			b.WriteString(v.dim(" … (-v shows all)"))
			break
		}
	}
	return b.String()
}

// middle keeps the ends of an unchanged stretch that touch a change.
func middle(s string, left, right bool, context int) string {
	r := []rune(s)
	switch {
	case left && right && len(r) > 2*context+1:
		return string(r[:context]) + "…" + string(r[len(r)-context:])
	case left && !right && len(r) > context:
		return string(r[:context]) + "…"
	case !left && right && len(r) > context:
		return "…" + string(r[len(r)-context:])
	}
	return s
}
