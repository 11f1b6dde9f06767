package telling

import (
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// inCase draws what is to be done in a case as steps under that case: "If you lose your
// phone, call the help desk, block the device and change your password". English only.
func (w *Writer) inCase(b *Beat, s string) bool {
	m := caseThen.FindStringSubmatch(prose.Unstop(s))
	if m == nil || w.Wording.Code != "en" || prose.URL(s)+prose.Mail(s) != "" {
		return false
	}
	parts := strings.Split(m[2], ", ")
	last := len(parts) - 1
	parts[last] = strings.TrimPrefix(parts[last], strings.TrimPrefix(w.Wording.And, " "))
	if x, y, ok := strings.Cut(parts[last], w.Wording.And); ok && w.ordersIt(y) {
		parts = append(parts[:last], x, y)
	}
	if len(parts) < 3 || len(parts) > ShownMost {
		return false
	}
	for _, p := range parts {
		if !w.ordersIt(p) {
			return false
		}
	}
	b.Kind, b.Headline, b.Plain, b.Whole = scene.Process, prose.Upper(m[1]), false, true
	for i, p := range parts {
		b.Items = append(b.Items, scene.Item{Label: strconv.Itoa(i + 1), Title: w.Entry(prose.Upper(p), 46), Icon: Icon(p)})
	}
	Cues(b)
	return true
}

// ordersIt tells whether a part is an order, by its verb or by its form.
func (w *Writer) ordersIt(p string) bool {
	return w.Wording.VerbFirst.MatchString(p+" ") || refuses.MatchString(p) || bids(p) || !notOrder.MatchString(p) && bareOrder.MatchString(prose.Upper(p))
}

// caseThen parts a case from what is to be done in it.
var caseThen = pattern.New(`^((?:If|When|Whenever|After|Before|Once|In case) [^,;:]{4,50}), (?:then |please )?(\p{Ll}[^;:?]+)$`)
