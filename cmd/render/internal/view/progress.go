package view

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"gitops.video/render/render"
)

// Progress shows an apply as it goes: bars on a terminal, plain lines elsewhere,
// NDJSON where asked for. Its Observe is what [render.Applier] calls.
type Progress struct {
	view  *View
	total int
	mu    sync.Mutex
	done  int
	phase map[string]string // key → phase last told
	bars  *bars
}

// Progress begins to show an apply of so many entries.
func (v *View) Progress(total int) *Progress {
	p := &Progress{view: v, total: total, phase: map[string]string{}}
	if v.Bars && !v.JSON && !v.Quiet && total > 0 {
		p.bars = newBars(v.Err, total)
	}
	return p
}

// Close ends the bars, so that what follows is written below them.
func (p *Progress) Close() {
	if p.bars != nil {
		p.bars.close()
	}
}

// Observe shows one event.
func (p *Progress) Observe(e render.Event) {
	if p.view.JSON {
		if j := eventJSON(e); j != nil {
			_ = p.view.Data(j) // a reader that went away ends the run through its own signal
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bars != nil {
		p.bars.observe(e)
	}
	switch e.Event {
	case render.Started:
		p.tell(e.Key, "started")
	case render.Moving:
		if e.Phase != p.phase[e.Key] {
			p.phase[e.Key] = e.Phase
			p.tell(e.Key, e.Phase)
		}
	case render.Retrying:
		p.line(p.view.yellow("retry") + "  " + clean(e.Key) + ": " + reasonOf(e.Err) + "; " + clean(e.Reason))
	case render.Finished:
		p.done++
		delete(p.phase, e.Key)
		p.finished(e)
	}
}

// tell is progress that bars show better.
func (p *Progress) tell(key, what string) {
	if p.bars == nil && (p.view.Verbose || p.total <= 200) {
		p.line(p.view.dim(pad(what, 9)) + " " + clean(key))
	}
}

func (p *Progress) line(s string) {
	if p.view.Quiet {
		return
	}
	if p.bars != nil {
		p.bars.line(s)
		return
	}
	p.view.mu.Lock()
	defer p.view.mu.Unlock()
	fmt.Fprintln(p.view.Err, s)
}

func (p *Progress) finished(e render.Event) {
	v := p.view
	head := fmt.Sprintf("[%d/%d] ", p.done, p.total)
	switch e.Status {
	case render.Done:
		what := past(e.Action)
		var facts []string
		if len(e.Outputs) > 0 && e.Action != render.Prune {
			facts = append(facts, clean(strings.Join(e.Outputs, ", ")))
		}
		if e.Seconds > 0 {
			facts = append(facts, seconds(e.Seconds))
		}
		if e.Cost > 0 {
			facts = append(facts, fmt.Sprintf("$%.2f", e.Cost))
		}
		if e.Reused > 0 {
			facts = append(facts, fmt.Sprintf("%d of %s reused", e.Reused, count(e.Reused+e.Rendered, "scene", "scenes")))
		}
		p.line(head + v.green(what) + " " + clean(e.Key) + "  " + strings.Join(facts, v.dim(" · ")))
	case render.Failed:
		why := head + v.red("failed") + " " + clean(e.Key) + ": "
		if e.Err == nil {
			p.line(why)
			break
		}
		for i, mistake := range strings.Split(e.Err.Error(), "\n") { // all that are in one file, say
			if i > 0 {
				why = "      "
			}
			p.line(why + oneLine(mistake, 600))
		}
	case render.Pending:
		line := head + v.yellow("still rendering") + " " + clean(e.Key)
		switch {
		case e.Err == nil:
		case !errors.Is(e.Err, render.ErrPending):
			line = head + v.yellow("unfinished") + " " + clean(e.Key) + ": " + reasonOf(e.Err)
		default:
			if _, why, ok := strings.Cut(e.Err.Error(), render.ErrPending.Error()+": "); ok {
				line += ": " + clean(why)
			}
		}
		p.line(line)
	case render.Skipped:
		if v.Verbose || p.total <= 20 {
			p.line(head + v.dim("skipped "+clean(e.Key)+": "+reasonOf(e.Err)))
		}
	}
	for _, n := range e.Notes {
		for _, l := range v.lines(oneLine(n, 300), len(noteIndent)) {
			p.line(noteIndent + v.dim(l))
		}
	}
}

const noteIndent = "      "

// lines breaks talk between words where the terminal would break it within them. indent is
// how many columns stand before each line.
func (v *View) lines(s string, indent int) []string {
	var out []string
	for word := range strings.FieldsSeq(s) {
		last := len(out) - 1
		if last < 0 || v.Width > 0 && width(out[last])+1+width(word) > v.Width-indent {
			out = append(out, word)
			continue
		}
		out[last] += " " + word
	}
	return out
}

func reasonOf(err error) string {
	if err == nil {
		return ""
	}
	return oneLine(err.Error(), 600)
}

func past(a render.Action) string {
	switch a {
	case render.Create:
		return "created"
	case render.Update:
		return "updated"
	case render.Repair:
		return "repaired"
	case render.Move:
		return "moved"
	case render.Upload:
		return "uploaded"
	case render.Resume:
		return "finished"
	case render.Prune:
		return "pruned"
	}
	return string(a)
}

// Summary shows the account of an apply.
func (v *View) Summary(s render.Summary) {
	if v.Quiet && s.Failed+s.Pending+s.Skipped == 0 || v.JSON {
		return
	}
	var parts []string
	for _, c := range []struct {
		n    int
		what string
	}{{s.Created, "created"}, {s.Updated, "updated"}, {s.Repaired, "repaired"}, {s.Moved, "moved"}, {s.Uploaded, "uploaded"}, {s.Resumed, "resumed"},
		{s.Pruned, "pruned"}, {s.Unchanged, "unchanged"}, {s.Failed, "failed"}, {s.Pending - s.Unfinished, "still rendering"}, {s.Unfinished, "unfinished"}, {s.Skipped, "skipped"}, {s.Held, "held back"}} {
		if c.n > 0 {
			parts = append(parts, thousands(c.n)+" "+c.what)
		}
	}
	line := strings.Join(parts, ", ")
	if s.Seconds > 0 {
		line += " · " + seconds(s.Seconds) + " of video"
	}
	if s.Cost > 0 {
		line += fmt.Sprintf(" · $%.2f", s.Cost)
	}
	if s.ScenesReused > 0 {
		line += fmt.Sprintf(" · %d of %d scenes reused", s.ScenesReused, s.ScenesReused+s.ScenesRendered)
	}
	line += " · took " + time.Duration(s.Elapsed*float64(time.Second)).Round(100*time.Millisecond).String()
	name := v.green("Done: ")
	if s.Failed+s.Pending+s.Skipped > 0 {
		name = v.yellow("Not all done: ")
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	fmt.Fprintln(v.Err, name+line)
}

type jsonEvent struct {
	Event    string   `json:"event"`
	Manifest string   `json:"manifest,omitempty"`
	Key      string   `json:"key"`
	Action   string   `json:"action,omitempty"`
	Reason   string   `json:"reason,omitempty"`
	TaskUUID string   `json:"taskUUID,omitempty"`
	Phase    string   `json:"phase,omitempty"`
	Percent  *float64 `json:"percent,omitempty"`
	Error    string   `json:"error,omitempty"`
}

type jsonFinished struct {
	Event          string   `json:"event"`
	Manifest       string   `json:"manifest,omitempty"`
	Key            string   `json:"key"`
	Action         string   `json:"action"`
	Status         string   `json:"status"`
	TaskUUID       string   `json:"taskUUID,omitempty"`
	Seconds        float64  `json:"seconds"`
	Cost           float64  `json:"cost"`
	Outputs        []string `json:"outputs"`
	ScenesRendered int      `json:"scenesRendered"`
	ScenesReused   int      `json:"scenesReused"`
	Error          string   `json:"error,omitempty"`
	NSFW           bool     `json:"nsfw,omitempty"`
	Notes          []string `json:"notes,omitempty"`
}

func eventJSON(e render.Event) any {
	errText := ""
	if e.Err != nil {
		errText = e.Err.Error()
	}
	switch e.Event {
	case render.Finished:
		outputs := e.Outputs
		if outputs == nil {
			outputs = []string{}
		}
		return jsonFinished{string(e.Event), e.Manifest, e.Key, string(e.Action), string(e.Status), e.TaskUUID, e.Seconds, e.Cost, outputs, e.Rendered, e.Reused, errText, e.NSFW, e.Notes}
	case render.Summed:
		return struct {
			Event string `json:"event"`
			*render.Summary
		}{string(e.Event), e.Summary}
	}
	j := jsonEvent{Event: string(e.Event), Manifest: e.Manifest, Key: e.Key, Action: string(e.Action), Reason: e.Reason, TaskUUID: e.TaskUUID, Phase: e.Phase, Error: errText}
	if e.Event == render.Moving && e.Percent >= 0 {
		p := float64(int(e.Percent*10)) / 10
		j.Percent = &p
	}
	return j
}

// bars draws one bar for each entry under way and one for the whole.
type bars struct {
	progress *mpb.Progress
	whole    *mpb.Bar
	total    int64
	byKey    map[string]*bar
}

type bar struct {
	bar   *mpb.Bar
	mu    sync.Mutex
	phase string
}

func newBars(w io.Writer, total int) *bars {
	p := mpb.New(mpb.WithOutput(w), mpb.WithWidth(40), mpb.WithRefreshRate(120*time.Millisecond), mpb.WithAutoRefresh())
	b := &bars{progress: p, total: int64(total), byKey: map[string]*bar{}}
	// Without a total of its own it is complete when close says so: what is written to
	// bars that are all complete is lost.
	b.whole = p.New(0, mpb.BarStyle().Lbound("").Rbound("").Filler("━").Tip("━").Padding("─"), mpb.BarPriority(1<<30),
		mpb.PrependDecorators(decor.Name("videos", decor.WC{W: 28, C: decor.DindentRight})),
		mpb.AppendDecorators(decor.CountersNoUnit(" %d/%d "), decor.Elapsed(decor.ET_STYLE_GO)))
	b.whole.SetTotal(b.total, false)
	return b
}

func (b *bars) observe(e render.Event) {
	id := e.Manifest + "\x00" + e.Key
	switch e.Event {
	case render.Started, render.Moving:
		one := b.byKey[id]
		if one == nil {
			one = &bar{phase: "started"}
			one.bar = b.progress.New(100, mpb.BarStyle().Lbound("").Rbound("").Filler("━").Tip("━").Padding("─"), mpb.BarRemoveOnComplete(),
				mpb.PrependDecorators(decor.Name(oneLine(e.Key, 27), decor.WC{W: 28, C: decor.DindentRight})),
				mpb.AppendDecorators(decor.Percentage(decor.WC{W: 5}), decor.Any(func(decor.Statistics) string {
					one.mu.Lock()
					defer one.mu.Unlock()
					return " " + one.phase
				})))
			b.byKey[id] = one
		}
		if e.Event == render.Moving {
			one.mu.Lock()
			one.phase = oneLine(e.Phase, 20)
			one.mu.Unlock()
			if e.Percent >= 0 {
				one.bar.SetCurrent(min(int64(e.Percent), 99)) // 100 would take the bar away before the entry is done
			}
		}
	case render.Finished:
		if one := b.byKey[id]; one != nil {
			one.bar.Abort(true)
			delete(b.byKey, id)
		}
		b.whole.Increment()
	}
}

// line writes a line above the bars.
func (b *bars) line(s string) { _, _ = b.progress.Write([]byte(s + "\n")) }

func (b *bars) close() {
	for _, one := range b.byKey {
		one.bar.Abort(true)
	}
	if b.whole.Current() < b.total {
		b.whole.Abort(true)
	} else {
		b.whole.SetTotal(b.total, true)
	}
	b.progress.Wait()
}
