package telling

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// This file reads English notes of figures: labels and values without a sentence around
// them, each perhaps with what it is compared to. "Leads 420 (up from 360), demos 88",
// "14 near misses, 9 at aisle C", "Win rate 31% (Q4: 26%)".

// noted draws a note: one figure over what it is compared to, or several side by side. Its
// words stay as they are, but for the "and" before the last of several counts.
func (w *Writer) noted(b *Beat, note string, ours bool) bool {
	head, stats := w.notedStats(note)
	if len(stats) == 0 || len(stats) > StatsMost {
		return false
	}
	if len(stats) == 1 {
		if !stats[0].compared {
			return false // any sentence may say one figure
		}
		stats[0] = underHead(head, stats[0])
		head = ""
	}
	w.PutStats(b, stats)
	if b.Changed = len(stats) == 1; b.Changed {
		return true
	}
	b.Headline = cmp.Or(Clip(prose.Upper(head), 46), w.Wording.NumbersHead)
	parts := topParts(prose.Unstop(note))
	if ours && len(stats) > 2 && len(parts) == len(stats) && !slices.ContainsFunc(stats, func(st Stat) bool { return st.Body != "" || leansOn.MatchString(st.Label) }) {
		b.Words = []string{prose.Upper(prose.Stop(w.Wording.Join(parts)))}
	}
	return true
}

// underHead is the only figure of a note with a head: "Biggest wish: 4 day week (52%)".
func underHead(head string, st Stat) Stat {
	whole := head + ": " + st.Label
	if st.counted {
		whole = head + ": " + st.Body
	}
	switch fits := utf8.RuneCountInString(whole) <= 44; {
	case head == "":
	case st.Body == "" && st.counted:
		st.Label, st.Body = prose.Upper(head), below(st.Label)
	case st.Body == "":
		st.Body = below(head)
	case fits && st.counted:
		st.Body = below(whole)
	case fits:
		st.Label = prose.Upper(whole)
	}
	return st
}

// notedStats are the figures of a note, in its order, and what stands before their colon.
// There are none where a part of it is a sentence or where it is not known which words
// belong to a figure.
func (w *Writer) notedStats(note string) (head string, stats []Stat) {
	t := prose.Unstop(note)
	if w.Wording.Code != "en" || strings.ContainsAny(t, "?!\"“”") || prose.URL(t) != "" || prose.Mail(t) != "" || prose.Words(t) > 30 {
		return "", nil
	}
	if h, tail, ok := strings.Cut(t, ": "); ok && prose.Words(h) <= 5 && !strings.ContainsAny(h, "(,;") && len(w.Counts(h)) == 0 {
		head, t = h, tail
	}
	thing := "" // the part before, which has no figure
	bare := 0
	for _, part := range topParts(t) {
		n := len(stats)
		if n > 0 && (comparesIt.MatchString(part) || w.onlyFigure(part)) {
			stats[n-1].add(part)
			stats[n-1].compared = true
			continue
		}
		got, ok := w.notedPart(part, head, stats)
		if !ok {
			return "", nil
		}
		if len(got) > 0 && thing != "" && got[0].Body == "" {
			got[0].compared = true
			if got[0].Body = below(thing); leansOn.MatchString(got[0].Label) {
				got[0].Label, got[0].Body = prose.Upper(thing), below(tongue.LowerFirst(got[0].Label))
				got[0].counted = false // "Nordics, 38% of new business"
			}
		}
		if len(got) == 0 {
			bare++
		}
		if thing = ""; len(got) == 0 && n == 0 && leansOn.MatchString(part) {
			return "", nil // "In 2024, 62% of breaches began with a mail"
		} else if len(got) == 0 && n == 0 {
			thing = part
		} else if len(got) == 0 && prose.Words(part) <= 4 {
			stats[n-1].add(part)
			stats[n-1].compared = true
		}
		stats = append(stats, got...)
	}
	if bare > len(stats) {
		return "", nil // a list of things, some with figures
	}
	return head, stats
}

// add puts what else is said of a figure below it, where there is room.
func (st *Stat) add(s string) {
	whole := below(s)
	if st.Body != "" {
		whole = st.Body + ", " + strings.Trim(s, " ,;:")
	}
	if utf8.RuneCountInString(whole) <= 44 {
		st.Body = whole
	}
}

// onlyFigure tells a part that is a figure and nothing else: "64% of budget, 1.9 of 3.0 m".
func (w *Writer) onlyFigure(part string) bool {
	figs := w.Counts(part)
	return len(figs) == 1 && figs[0].From == 0 && figs[0].To == len(part) && (figs[0].unit == "" || timeUnit.MatchString(figs[0].unit) || figs[0].Share > 0)
}

// topParts cuts a note at the commas, semicolons and slashes outside its brackets.
func topParts(t string) []string {
	var out []string
	depth, from := 0, 0
	for i := 0; i < len(t); i++ {
		switch c := t[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case depth == 0 && (c == ',' || c == ';') && i+1 < len(t) && t[i+1] == ' ':
			out, from = append(out, strings.TrimSpace(t[from:i])), i+1
		case depth == 0 && (c == '/' || c == '|') && i > 0 && t[i-1] == ' ' && i+1 < len(t) && t[i+1] == ' ':
			out, from = append(out, strings.TrimSpace(t[from:i])), i+1
		}
	}
	out = append(out, strings.TrimSpace(t[from:]))
	for i := range out {
		out[i] = strings.TrimPrefix(out[i], "and ")
	}
	return out
}
