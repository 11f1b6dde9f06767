package revise

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
)

// sceneNamed is the one scene that a name stands for: of the kind that it says, under a
// heading with its words, or else the one that speaks of it.
func (e *editor) sceneNamed(name string) (int, error) {
	words := nameWords(name)
	bare := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return sceneWords[w] })
	is := func(tell func(i int) bool) []int {
		var out []int
		for i := range e.b.Scenes {
			if tell(i) {
				out = append(out, i)
			}
		}
		return out
	}
	if i := e.titled(bare); i >= 0 {
		return i, nil
	}
	switch n := len(e.b.Scenes); {
	case n > 0 && endWords.MatchString(strings.TrimSpace(name)): // "right before the end"
		return n - 1, nil
	case len(bare) == 0 && e.only(kindOf[strings.ToLower(lastWords(name, 1))]): // "steps"
		return is(func(i int) bool { return shows(&e.b.Scenes[i], kindOf[strings.ToLower(lastWords(name, 1))]) })[0], nil
	case len(bare) == 0: // "prices" alone name nothing else
		return e.speaksOf(name)
	}
	own := slices.DeleteFunc(slices.Clone(bare), func(w string) bool { return kindOf[w] != "" })
	kind := kindOf[strings.ToLower(lastWords(name, 1))]
	for _, tell := range []func(int) bool{
		func(i int) bool { // "the growth chart"
			s := &e.b.Scenes[i]
			return len(own) > 0 && len(own) < len(bare) && shows(s, kind) && (names(sceneText(s), own) || e.titled(own) == i)
		},
		func(i int) bool { return len(bare) == 1 && shows(&e.b.Scenes[i], kind) },
		func(i int) bool { return e.isAbout(i, strings.Join(bare, " "), bare) },
		func(i int) bool { return len(bare) < 4 && shows(&e.b.Scenes[i], kind) && e.only(kind) }, // "the customer quote"
		func(i int) bool { return len(bare) > 0 && names(e.b.Scenes[i].Headline+" "+e.b.Scenes[i].Label, bare) },
	} {
		switch found := is(tell); len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return 0, fmt.Errorf("which %q: scene %s? Say it with its number", name, numbers(found))
		}
	}
	return e.speaksOf(strings.Join(bare, " "))
}

// endWords are the words for the last scene.
var endWords = pattern.New(`(?i)^(?:the |das |dem |den |de |la |le |el |il |het |o |a )?(?:end|ending|closing|outro|ende|schluss|abspann|fin|final|cierre|fine|chiusura|finale|fim|encerramento|einde|slot|clôture|conclusion)$`)

// only tells whether one scene alone shows something of a kind.
func (e *editor) only(k scene.Kind) bool {
	n := 0
	for i := range e.b.Scenes {
		if shows(&e.b.Scenes[i], k) && !e.recaps(i) && !e.repeats(i) {
			n++
		}
	}
	return n == 1
}

// sceneWords say that a name is that of a scene.
var sceneWords = map[string]bool{"scene": true, "scenes": true, "slide": true, "szene": true, "escena": true, "scène": true, "scena": true, "cena": true, "section": true}

// kindOf are the kinds of scene by the words that people have for them.
var kindOf = func() map[string]scene.Kind {
	out := map[string]scene.Kind{}
	for _, k := range []struct {
		kind  scene.Kind
		words string
	}{
		{scene.Quote, "quote quotes testimonial testimonials zitat cita testimonio citation témoignage citazione citação"},
		{scene.Chart, "chart charts graph graphs diagram diagrams diagramm diagramme grafik gráfico gráficos gráfica gráficas graphique grafico grafiek"},
		{scene.Process, "process steps schritte pasos étapes passaggi passos"},
		{scene.Timeline, "timeline zeitleiste cronología chronologie"},
		{scene.Table, "table tabelle tabla tableau tabella tabela"},
		{scene.Grid, "cards grid karten tarjetas cartes schede cartões"},
		{scene.Number, "counter"},
		{scene.Points, "list liste lista"},
		{scene.Location, "map"},
	} {
		for _, w := range strings.Fields(k.words) {
			out[w] = k.kind
		}
	}
	return out
}()

// recapWords are the words for a scene that says the rest once more.
var recapWords = pattern.New(`(?i)\b(?:recap|summary|zusammenfassung|rückblick|resumen|résumé|récapitulatif|resumo|riassunto|samenvatting)\b`)

// isAbout tells whether a name is a scene's: its heading has the name's words, it is of the kind that the name
// says, or it is the recap that it speaks of.
func (e *editor) isAbout(i int, name string, words []string) bool {
	s := &e.b.Scenes[i]
	if recapWords.MatchString(name) {
		return e.recaps(i)
	}
	own := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return kindOf[w] != "" })
	if len(own) < len(words) {
		return slices.ContainsFunc(words, func(w string) bool { return shows(s, kindOf[w]) }) && (len(own) == 0 || names(sceneText(s), own))
	}
	if slices.Contains([]scene.Kind{scene.Title, scene.Statement, scene.Presenter, scene.Footage, scene.End}, s.Kind) {
		return false // what they show is a part of what they say
	}
	for _, head := range []string{s.Headline, s.Chapter} { // all of a heading, not a word of it
		if own := nameWords(head); names(head, words) && names(name, own) {
			return true
		}
	}
	return false
}

// shows tells whether a scene shows something of a kind: a chart beside its presenter too,
// and a list as cards or as steps.
func shows(s *scene.Scene, k scene.Kind) bool {
	switch k {
	case "":
		return false
	case scene.Chart:
		return s.Series != nil || s.Kind == k
	case scene.Points:
		return showsList(*s)
	}
	return s.Kind == k
}
