package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// parted draws a sentence of three parts or more, in other languages than English, part by
// part, where it has no other picture or one that tears it: "Führungen jede volle Stunde, Kinder
// können einen Simulator fahren, Eintritt frei". A headline would show the first of them only.
func (w *Writer) parted(b *Beat, s string) {
	if standings[w.Wording.Code] == nil || b.Changed || b.Kind != "" && b.Kind != scene.Number {
		return
	}
	t := prose.Unstop(strings.TrimSpace(s))
	parts := w.evenParts(t)
	torn := b.Kind == scene.Number && w.tornRow(b, t)
	if b.Kind == scene.Number && !torn {
		return
	}
	if torn {
		b.Kind, b.Figure, b.Label, b.Subtitle, b.Headline, b.Items, b.Plain = "", nil, "", "", "", nil, true
	}
	head := cmp.Or(w.Wording.KnowHead, w.Brief.Title)
	if parts == nil || head == "" {
		if torn {
			w.partwise(b, s)
		}
		return
	}
	for _, p := range parts {
		b.Items = append(b.Items, scene.Item{Title: prose.Upper(w.Bare(p)), Icon: Icon(p)})
	}
	b.Kind, b.Headline, b.Plain, b.Whole, b.Parts = scene.Points, Clip(head, 44), false, true, true
	Cues(b)
}

// wholeItems shows the entries of a list as they stand where a row of their figures tears one:
// "18 Volt, 60 Nm".
func (w *Writer) wholeItems(b *Beat, pt *brief.Point) {
	if standings[w.Wording.Code] == nil || b.Kind != scene.Number || len(b.Items) == 0 || len(pt.Items) > ShownMost || !w.tornRow(b, "") && len(pt.Items) <= len(b.Items)+1 {
		return
	}
	b.Kind, b.Figure, b.Label, b.Subtitle, b.Items, b.Plain = scene.Points, nil, "", "", nil, false
	for _, it := range pt.Items {
		b.Items = append(b.Items, scene.Item{Title: prose.Upper(it.Title), Body: prose.Upper(it.Body), Icon: Icon(it.Title)})
	}
	if b.Headline == "" {
		b.Headline = w.Wording.KnowHead
	}
	Cues(b)
}

// rowOfThings tells a row of three things or more, none of which has a verb.
func (w *Writer) rowOfThings(s string) bool {
	parts := w.evenParts(prose.Unstop(strings.TrimSpace(s)))
	for _, p := range parts {
		if prompt.IsClause(p, w.Wording.Code) {
			return false
		}
	}
	return parts != nil
}

// evenParts are the parts of a sentence that stand side by side; nil = it has none.
func (w *Writer) evenParts(t string) []string {
	if strings.ContainsAny(t, "?;\"“”«»„:") || prose.URL(t)+prose.Mail(t) != "" || PhoneNumber.MatchString(t) || streetFirst.MatchString(t) {
		return nil
	}
	parts, _ := w.partsOf(t)
	if n := len(parts) - 1; n > 0 {
		if i := strings.LastIndex(parts[n], w.Wording.And); i > 0 && prose.Words(parts[n][:i]) > 1 && prose.Words(parts[n][i:]) > 2 {
			parts = append(parts[:n:n], parts[n][:i], parts[n][i+len(w.Wording.And):])
		}
	}
	if len(parts) < 3 || len(parts) > ShownMost {
		return nil
	}
	clause := prompt.IsClause(parts[0], w.Wording.Code)
	for i, p := range parts {
		if utf8.RuneCountInString(p) > partLength || i > 0 && (hangsOnAbroad.MatchString(p) || ifAbroad[w.Wording.Code] != "" && strings.HasPrefix(strings.ToLower(p), ifAbroad[w.Wording.Code]) || compared.MatchString(p)) || sayWhen(p) {
			return nil
		}
		if clause && i > 0 && !prompt.IsClause(p, w.Wording.Code) {
			return nil // "Hay que revisar frenos, horquillas y claxon"
		}
	}
	if hangsOnAbroad.MatchString(parts[0]) && clause {
		return nil
	}
	return parts
}

// ifAbroad is how a condition begins.
var ifAbroad = map[string]string{"es": "si ", "fr": "si ", "it": "se ", "pt": "se "}

// hangsOnAbroad begins what is no part of a row.
var hangsOnAbroad = pattern.New(`(?i)^(?:der|die|das|den|dem|deren|dessen)\s\p{Ll}+\s(?:\p{L}+\s)*\p{Ll}+(?:t|en|e)$|^(?:weil|wenn|damit|um|ohne|obwohl|dass|denn|sondern|aber|doch|sodass|während|bevor|nachdem|falls|ob|wie|was|wo|und|oder|que|quien|quienes|porque|cuando|aunque|pero|sino|para|por|sin|donde|como|y|o|ni|qui|dont|où|parce|car|quand|lorsque|mais|pour|sans|afin|et|ou|che|cui|perché|quando|ma|però|per|senza|dove|come|e|né|quem|porém|mas|sem|onde|nem|waar|die|omdat|als|maar|zodat|en|of)\s`)

// tornRow tells whether the labels of figures break off, or are of another part of the sentence.
func (w *Writer) tornRow(b *Beat, t string) bool {
	labels := []string{b.Label}
	for _, it := range b.Items {
		labels = append(labels, it.Label)
	}
	for _, l := range labels {
		if tornLabelAbroad.MatchString(strings.TrimSpace(l)) {
			return true
		}
	}
	if t == "" {
		return false
	}
	if b.Figure != nil && (manyDigits.MatchString(b.Figure.Text) || PhoneNumber.MatchString(t) || digitsGoOn.MatchString(behindFigure(t, b.Figure.Text))) {
		return true
	}
	parts, _ := w.partsOf(t)
	if even := w.evenParts(t); even != nil && (len(b.Items) == 0 || len(even) > len(b.Items)+1) && !prompt.IsClause(even[0], w.Wording.Code) && b.Series == nil {
		return true // a row of things of which the figures leave some out
	}
	if len(b.Items) > 0 || b.Figure == nil || b.Label == "" || len(parts) < 3 {
		return false
	}
	for _, p := range parts {
		if strings.Contains(p, b.Figure.Text) {
			return !strings.Contains(phrase.Lower(p), phrase.Lower(b.Label)) && strings.Contains(phrase.Lower(t), phrase.Lower(b.Label))
		}
	}
	return false
}

// behindFigure is what stands behind a figure in its sentence.
func behindFigure(t, figure string) string {
	_, behind, _ := strings.Cut(t, figure)
	return behind
}

var (
	// tornLabelAbroad is an article alone, or goes on behind a comma.
	tornLabelAbroad = pattern.New(`(?i)^(?:der|die|das|den|dem|el|la|los|las|le|les|l['’]|il|lo|i|gli|o|a|os|as|de|het)$|,$|^(?:gibt|gibt['’]s|ist|sind|hat|haben|wird|werden|hay|c['’]è|ci sono|il y a)(?:\s|$)`)
	// digitsGoOn goes on a number to call: "91 555", " 20 30".
	digitsGoOn = pattern.New(`^ \d{2,3}(?: \d{2,4})+|^\d{3,}`)
	// manyDigits is a number to call, which counts nothing.
	manyDigits = pattern.New(`^(?:\d{2,4}[ ./-]){2,}\d{2,4}$`)
)
