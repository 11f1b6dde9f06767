package telling

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// haveOf says how many are needed and how many there are: "We need 600 volunteers, we
// have 412". Group 1 is the goal, 2 what is counted, 3 how many there are.
var haveOf = pattern.New(`(?i)^(?:we|they) (?:need|want|are looking for) ([€$£]?\d[\d.,]*(?:k|M)?)( [\p{L}-]+(?: [\p{L}-]+)?)??(?:,|;| –| —)? (?:and |but )?(?:so far,? )?(?:(?:we|they) )?(?:already |now )?(?:have|['’]ve got|have got|got|found) (?:only |just |already |about )?([€$£]?\d[\d.,]*(?:k|M)?)(?: of them| so far| already| now| today)?$`)

// goal draws what there is, as a part of what is needed.
func (w *Writer) goal(b *Beat, s string) bool {
	if w.Wording.Code != "en" {
		return false
	}
	m := haveOf.FindStringSubmatch(prose.Unstop(s))
	if m == nil {
		return false
	}
	need, ok1 := w.amount(m[1])
	have, ok2 := w.amount(m[3])
	if !ok1 || !ok2 || need <= 0 || have > need {
		return false
	}
	fig := FigureOf(m[3])
	fig.Share = have / need
	b.Kind, b.Figure, b.Plain = scene.Number, fig, false
	b.Label, b.Subtitle = prose.Upper(cmp.Or(strings.TrimSpace(m[2]), w.Brief.Subject)), "of "+m[1]+" needed"
	return true
}
