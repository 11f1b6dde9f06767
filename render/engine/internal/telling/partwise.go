package telling

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// partwise draws a sentence with figures in several of its parts as a list of these parts,
// in the words that they have: "Abriu em setembro, criou 120 postos de trabalho e produz 8
// mil bicicletas por mês". One large figure would leave the others out, and which words
// belong to each is known only where a language's verbs are. Not in English, whose
// clauses have shapes of their own.
func (w *Writer) partwise(b *Beat, s string) {
	t := prose.Unstop(strings.TrimSpace(s))
	if w.Wording.Code == "en" || b.Changed || len(b.Items) > 0 || b.Kind != "" && b.Kind != scene.Number ||
		strings.ContainsAny(t, "?？;\"“”«»「") || strings.ContainsAny(t, ":：") || prose.URL(t)+prose.Mail(t) != "" || PhoneNumber.MatchString(t) || streetFirst.MatchString(t) || leadsUp.MatchString(t) {
		return
	}
	parts := w.withFigures(t)
	head := cmp.Or(w.Wording.NumbersHead, w.Brief.Title, prose.Upper(w.Brief.Subject))
	if len(parts) < 2 || len(parts) > 5 || head == "" || len(parts) == 2 && w.Wording == tongue.Wordless && !(w.Lang == "ja" || w.Lang == "zh" || w.Lang == "ko") {
		return
	}
	items := make([]scene.Item, len(parts))
	figures, best := 0, 0
	for _, f := range w.Counts(t) {
		best = max(best, f.Score)
	}
	for i, p := range parts {
		if len(DigitsRE.FindString(p)) > 0 {
			figures++
		}
		if utf8.RuneCountInString(p) > partLength || i > 0 && (compared.MatchString(p) || leadsUp.MatchString(p)) {
			return
		}
		items[i] = scene.Item{Title: prose.Upper(w.Bare(p)), Icon: Icon(p)}
	}
	if figures < 2 || best < 2 && w.Wording != tongue.Wordless {
		return
	}
	if figures < len(parts) {
		head = cmp.Or(w.Wording.KnowHead, head)
	}
	b.Kind, b.Figure, b.Label, b.Subtitle, b.Plain, b.Whole, b.Parts = scene.Points, nil, "", "", false, true, true
	b.Headline, b.Items = Clip(head, 44), items
	Cues(b)
}

// streetFirst is an address whose street stands before its number.
var streetFirst = pattern.New(`(?i)(?:^|\s)(?:via|viale|piazza|corso|rue|avenue|place|boulevard|calle|avenida|plaza|paseo|rua|praça|largo|ulica|ul\.) \p{Lu}[^,]{1,40}? \d`)

// partLength is how long a part of a sentence may be as an item of a list, characters.
const partLength = 60

// withFigures cuts a sentence at its commas and at the word before its last part. A part
// without a figure belongs to the one before it: "drei Gerichte am Tag, davon zwei ohne
// Fleisch".
func (w *Writer) withFigures(t string) []string {
	parts, _ := w.partsOf(t)
	if w.Wording == tongue.Wordless {
		parts = wideComma.Split(t, -1)
	}
	out := parts[:0:0]
	for i, p := range parts {
		p = strings.TrimSpace(p)
		if p == "" {
			return nil
		}
		whole := ""
		if i > 0 {
			whole = out[len(out)-1] + ", " + p
		}
		if i > 0 && numberLast.MatchString(out[len(out)-1]) && numberFirst.MatchString(p) { // "los días 10, 11 y 12 de marzo"
			if !strings.Contains(t, whole) {
				whole = out[len(out)-1] + w.Wording.And + p
			}
			out[len(out)-1] = whole
			continue
		}
		if i > 0 && !strings.ContainsFunc(p, unicode.IsDigit) && utf8.RuneCountInString(whole) <= partLength && w.Wording != tongue.Wordless {
			out[len(out)-1] = whole
			continue
		}
		out = append(out, p)
	}
	return out
}

// numberLast ends with a bare number and numberFirst begins with one: those of one row.
var (
	numberLast  = pattern.New(`(?:^|\s)\d{1,2}[.º°]?$`)
	numberFirst = pattern.New(`^\d{1,2}(?:[.º°]|er)?(?:\s|$)`)
)

// wideComma parts the clauses of a sentence in scripts of their own too.
var wideComma = pattern.New(`,\s|[，、،]\s?`)
