package script

import (
	"fmt"
	"math"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// scriptFills is the share of the asked length that a script fills at the least: who
// writes what is said for a minute writes about a minute of it.
const scriptFills = .5

// briefed takes a text that orders nothing and is far shorter than the video for a brief:
// its sentences are facts, which are told with an opening, a recap and a close. Without
// that the video would wait for most of its length.
func (w *writer) briefed() {
	b := w.Brief
	asked := w.r.Seconds > 0 || b.Seconds > 0
	if b.Level != brief.Script || !b.Presumed || !asked || tongue.ElaborationFor(w.Lang) == nil {
		return
	}
	need := 0.0
	for _, p := range b.Points {
		need += w.Seconds(telling.PointText(p), "") + sentenceGap
	}
	if need >= w.secs*scriptFills {
		return
	}
	b.Level, b.Verbatim = brief.Topic, false
	for i := range b.Points {
		b.Points[i].Verbatim = false
	}
	w.Note(0, fmt.Sprintf("the prompt's words take about %.0f of %g s and are read as a brief: put them in quotation marks, or below \"Script:\", to have them spoken alone", math.Ceil(need), w.secs))
}
