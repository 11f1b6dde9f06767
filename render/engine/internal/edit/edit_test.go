package edit

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("u", false, "rewrite what the sentences of testdata mean")

// meaning is an edit as the files of testdata show it.
func meaning(e Edit) string {
	out := []string{string(e.Op)}
	ref := func(refs []Ref) string {
		var s []string
		for _, r := range refs {
			switch {
			case r.All:
				s = append(s, "all")
			case r.Kind != "":
				s = append(s, "the "+r.Kind)
			case r.About != "":
				s = append(s, fmt.Sprintf("about %q", r.About))
			default:
				s = append(s, fmt.Sprint(r.Number))
			}
		}
		return strings.Join(s, " ")
	}
	if len(e.Scenes) > 0 {
		out = append(out, "scene "+ref(e.Scenes))
	}
	if e.Place != nil {
		out = append(out, e.Place.Where+" "+ref(e.Place.Scenes))
	}
	if l := e.Line; l != nil {
		out = append(out, strings.TrimSpace(fmt.Sprintf("sentence %d %s %s", l.Number, l.About, l.Words)))
	}
	for _, l := range e.Items {
		out = append(out, strings.TrimSpace(fmt.Sprintf("item %d %s %s", l.Number, l.About, l.Words)))
	}
	if e.Text != "" {
		out = append(out, fmt.Sprintf("%q", e.Text))
	}
	if e.With != "" {
		out = append(out, fmt.Sprintf("with %q", e.With))
	}
	if e.File != "" {
		out = append(out, e.File)
	}
	if e.Seconds > 0 {
		by := "by"
		if e.To || e.Op == Hold || e.Op == Length || e.Op == Pause {
			by = "to"
		}
		out = append(out, fmt.Sprintf("%s %g s", by, e.Seconds))
	}
	if e.Percent > 0 {
		out = append(out, fmt.Sprintf("%g %%", e.Percent))
	}
	if e.Aside != "" {
		out = append(out, "aside "+e.Aside)
	}
	shown := []string{"shorter", "longer", "faster", "slower", "mood", "capmode", "single", "name", "format", "dark", "light", "brand", "kind", "color", "paint", "style", "energy", "gender", "lang", "set", "side", "framing", "transition", "looks", "who", "subtitle", "label", "note", "start", "end", "louder", "quieter", "factor", "times", "upward", "downward", "startverb", "endverb", "feature", "charttype"}
	for _, k := range slices.Sorted(maps.Keys(e.Values)) {
		if v := e.Values[k]; slices.Contains(shown, k) {
			out = append(out, strings.TrimSuffix(k+"="+v, "="))
		}
	}
	return strings.Join(out, " · ")
}

// TestSentences: what people write, in every language, and what it means. The
// sentences of a language stand in its file with their meaning.
func TestSentences(t *testing.T) {
	t.Parallel()
	for _, code := range Languages {
		name := filepath.Join("testdata", code+".txt")
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		n := 0
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			sentence, want, _ := strings.Cut(line, " => ")
			edits, err := Read(sentence, "en")
			got := ""
			if err != nil {
				got = "ERROR " + err.Error()
			}
			for i, e := range edits {
				if i > 0 {
					got += " + "
				}
				got += meaning(e)
			}
			fmt.Fprintf(&out, "%s => %s\n", sentence, got)
			if n++; got != want && !*update {
				t.Errorf("%s: %q\n got %s\nwant %s", code, sentence, got, want)
			}
		}
		if n < 12 {
			t.Errorf("%s: %d sentences", code, n)
		}
		if *update {
			if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestAccentsAreNotNeeded: many people leave them out.
func TestAccentsAreNotNeeded(t *testing.T) {
	t.Parallel()
	for _, code := range Languages {
		data, err := os.ReadFile(filepath.Join("testdata", code+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			sentence, want, _ := strings.Cut(line, " => ")
			bare := fold(sentence)
			if strings.HasPrefix(want, "ERROR") || bare == strings.ToLower(sentence) {
				continue
			}
			edits, err := Read(bare, code)
			if err != nil {
				t.Errorf("%s: %q: %v", code, bare, err)
				continue
			}
			for i, w := range strings.Split(want, " + ") {
				op, _, _ := strings.Cut(w, " · ")
				if i >= len(edits) || string(edits[i].Op) != op {
					t.Errorf("%s: %q is %v, want %s", code, bare, edits, want)
				}
			}
		}
	}
}

// TestEveryIntentInEveryLanguage: a concept that a form needs has a word in every
// language, or the form could not be said in it.
func TestEveryIntentInEveryLanguage(t *testing.T) {
	t.Parallel()
	made := map[string]bool{"scene": true, "item": true, "text": true, "quoted": true, "file": true, "audio": true, "address": true, "duration": true, "percent": true, "line": true, "beside": true, "single": true, "name": true, "proper": true, "hex": true}
	for _, code := range Languages {
		l := lexiconOf(code)
		has := map[string]bool{}
		for _, tags := range l.phrases {
			for _, g := range tags {
				has[g.concept] = true
			}
		}
		for _, s := range l.stems {
			for _, g := range s.tags {
				has[g.concept] = true
			}
		}
		for _, f := range forms {
			for _, need := range f.needs {
				if !slices.ContainsFunc(need, func(c string) bool { return has[c] || made[c] }) {
					t.Errorf("%s: no word for %s of %q", code, strings.Join(need, " or "), f.example)
				}
			}
		}
		for concept := range has {
			if concept == "scene" || concept == "text" {
				t.Errorf("%s: %s is made of several words", code, concept)
			}
		}
	}
}

// TestExamplesAreRead: the forms that errors name are forms.
func TestExamplesAreRead(t *testing.T) {
	t.Parallel()
	for _, f := range forms {
		s := strings.Replace(strings.Replace(f.example, `"…"`, `"x"`, 1), "…", "x", 1)
		if _, err := Read(s, "en"); err != nil {
			t.Errorf("%s: %v", s, err)
		}
	}
}

// TestTypingErrors: one letter of a verb or noun is wrong.
func TestTypingErrors(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]Op{
		"remvoe the music": NoMusic, "remove teh musc": "", "swpa scenes 2 and 4": Swap, "shortne the intro": Pace, "Entferne die Musick": NoMusic, "Elimia la música": NoMusic,
		"Suprime la musique": NoMusic, "Remov a música": NoMusic, "Elimna la musica": NoMusic, "Verwijdr de muziek": NoMusic, "trun off captions": NoCaptions, "make the intro shroter": Pace,
	} {
		edits, err := Read(s, "en")
		switch {
		case want == "" && err == nil && edits[0].Op != NoMusic && edits[0].Op != RemoveNamed:
			t.Errorf("%s: %v", s, edits)
		case want != "" && (err != nil || edits[0].Op != want):
			t.Errorf("%s: %v %v, want %s", s, edits, err, want)
		}
	}
}

// TestManyInOne: as many as an instruction may hold, in a language that is tried last.
func TestManyInOne(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int{
		"Maak de intro wat korter, zet scène 4 vóór scène 2, verwijder de muziek en de ondertitels, vervang overal Tidemark door Tidewatch en gebruik een donkerdere achtergrond":                        6,
		"Mach das Intro kürzer, tausche Szene 2 und 4, entferne die Musik, schalte die Untertitel aus und setze die letzte Szene an den Anfang":                                                          5,
		"Please make the opening scene a little bit shorter, swap the second and the third scene, and could you also use some calmer music and a darker background, with captions line by line? Thanks!": 5,
	} {
		edits, err := Read(s, "en")
		if err != nil || len(edits) != want {
			t.Errorf("%s: %d %v", s, len(edits), err)
		}
	}
}

// TestLongInstructionsAreBounded: hostile text comes to an end.
func TestLongInstructionsAreBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, unit := range []string{"and ", "scene 2 and ", "remove the music and ", "to ", "say to ", "the scene about where says ", "\"", "a:b ", "change a to b and ", "between 2 and 3, ", "xyzzy, ", "entfernx die xmusik, ", "x. y; "} {
		s := strings.Repeat(unit, 4000/len(unit))
		if unit == "xyzzy, " { // words that are all unknown, and all others
			s = ""
			for i := range 400 {
				s += fmt.Sprintf("remov%c%c, ", 'a'+i%26, 'a'+i/26)
			}
		}
		s = s[:maxLength]
		if edits, err := Read(s, "en"); err == nil && len(edits) > maxLength/len("x. ") {
			t.Errorf("%q…: %d edits", unit, len(edits))
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, code := range Languages {
		data, err := os.ReadFile(filepath.Join("testdata", code+".txt"))
		if err != nil {
			f.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if s, _, _ := strings.Cut(line, " => "); i%5 == 0 {
				f.Add(s, code)
			}
		}
	}
	f.Fuzz(func(t *testing.T, s, code string) {
		edits, err := Read(s, code)
		if err == nil && len(edits) == 0 || err != nil && (len(edits) > 0 || err.Error() == "") {
			t.Errorf("%q: %v %v", s, edits, err)
		}
	})
}
