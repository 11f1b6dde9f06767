package revise_test

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

const listsPrompt = `Scene 1: What you get
VO: "Every membership comes with three things."
Visual: list of cards: "24-hour access", "Free towels", "Two guest passes a month"
Scene 2: How to start
VO: "First, collect your badge. Second, put on safety shoes. And finally, sign in at gate 4."
Visual: process: collect your badge, put on safety shoes, sign in at gate 4
Scene 3: Fixed
VO: "We fixed slow search, broken exports and lost drafts."
Visual: bullet list: slow search, broken exports, lost drafts
`

// titlesOf are those of a scene's items.
func titlesOf(s scene.Scene) string {
	var out []string
	for _, it := range s.Items {
		out = append(out, it.Title)
	}
	return strings.Join(out, " / ")
}

// TestListsAreEdited: an item goes, comes, changes or moves, with the words that say it
// and the number that counts it.
func TestListsAreEdited(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		edit   string
		scene  int
		titles string
		say    string
	}{
		{"remove the second bullet in scene 1", 1, "24-hour access / Two guest passes a month", "Every membership comes with two things."},
		{`delete "Free towels"`, 1, "24-hour access / Two guest passes a month", "Every membership comes with two things."},
		{`add "Free parking" to the list in scene 1`, 1, "24-hour access / Free towels / Two guest passes a month / Free parking", "Every membership comes with four things."},
		{`add a card "Free parking" to scene 1`, 1, "24-hour access / Free towels / Two guest passes a month / Free parking", "Every membership comes with four things."},
		{`change the third card of scene 1 to "Unlimited passes"`, 1, "24-hour access / Free towels / Unlimited passes", "Every membership comes with three things."},
		{"change step 2 to put on your helmet", 2, "Collect your badge / Put on your helmet / Sign in at gate 4", "First, collect your badge. Second, put on your helmet. And finally, sign in at gate 4."},
		{"swap the first two steps", 2, "Put on safety shoes / Collect your badge / Sign in at gate 4", "First, put on safety shoes. Second, collect your badge. And finally, sign in at gate 4."},
		{"add a fourth step: meet Maya", 2, "Collect your badge / Put on safety shoes / Sign in at gate 4 / Meet Maya", "First, collect your badge. Second, put on safety shoes. Third, sign in at gate 4. And finally, meet Maya."},
		{"remove the last step", 2, "Collect your badge / Put on safety shoes", "First, collect your badge. And finally, put on safety shoes."},
		{`add "bring your ID" as the first item in scene 2`, 2, "Bring your ID / Collect your badge / Put on safety shoes / Sign in at gate 4", "First, bring your ID. Second, collect your badge. Third, put on safety shoes. And finally, sign in at gate 4."},
		{"remove the bullet about exports", 3, "Slow search / Lost drafts", "We fixed slow search and lost drafts."},
		{"remove bullet 1 from scene 3", 3, "Broken exports / Lost drafts", "We fixed broken exports and lost drafts."},
		{`in scene 3, add the bullet "wrong dates"`, 3, "Slow search / Broken exports / Lost drafts / Wrong dates", "We fixed slow search, broken exports, lost drafts and wrong dates."},
		{`move the third bullet of scene 3 to the top`, 3, "Lost drafts / Slow search / Broken exports", "We fixed lost drafts, slow search and broken exports."},
		{`the second bullet in scene 3 should say "failed exports"`, 3, "Slow search / Failed exports / Lost drafts", "We fixed slow search, failed exports and lost drafts."},
	} {
		b, answer := amended(t, listsPrompt, c.edit)
		if s := b.Scenes[c.scene-1]; titlesOf(s) != c.titles || s.Say != c.say || strings.Contains(answer, "not honoured") {
			t.Errorf("%s:\n got %s | %s\nwant %s | %s\n%s", c.edit, titlesOf(s), s.Say, c.titles, c.say, answer)
		}
	}
	for edit, want := range map[string]string{
		"remove the second bullet":              "which list",
		"remove the fifth bullet in scene 1":    "lists 3",
		"remove the first bullet of scene 9":    "no scene 9",
		`add "Free towels" to scene 1's list`:   "already",
		"change the second item of scene 2":     "",
		`change the bullet about tigers to "x"`: "tigers",
	} {
		b, answer := amended(t, listsPrompt, edit)
		if base, _ := amended(t, listsPrompt, ""); !strings.Contains(answer, "not honoured") || !strings.Contains(answer, want) || wordsOf(b) != wordsOf(base) {
			t.Errorf("%s: %s", edit, answer)
		}
	}
}

// TestListsAreEditedInTheirLanguage: the ordinals, the commas and the counts are those of
// the list.
func TestListsAreEditedInTheirLanguage(t *testing.T) {
	t.Parallel()
	de := "Erstelle ein 30-Sekunden-Video für die Bäckerei Kornblume. Drei Gründe für uns: Bio-Mehl, lange Teigführung, keine Zusatzstoffe. Besuchen Sie uns in der Lindenstraße 12."
	es := "Crea un video de 30 segundos para la escuela Puente. Tres ventajas: grupos pequeños, horarios flexibles y clases en línea. Reserva tu clase en puente.example."
	for _, c := range []struct{ text, edit, want string }{
		{de, "Entferne den zweiten Punkt der Liste", "Zwei Gründe für uns. Erstens: Bio-Mehl. Und schließlich: keine Zusatzstoffe."},
		{de, "Füge der Liste den Punkt „faire Löhne“ hinzu", "Vier Gründe für uns. Erstens: Bio-Mehl. Zweitens: lange Teigführung. Drittens: keine Zusatzstoffe. Und schließlich: faire Löhne."},
		{es, `añade "material incluido" a la lista`, "Cuatro ventajas. Primero: grupos pequeños. Segundo: horarios flexibles. Tercero: clases en línea. Y por último: material incluido."},
		{es, "elimina el segundo punto", "Dos ventajas. Primero: grupos pequeños. Y por último: clases en línea."},
	} {
		if b, answer := amended(t, c.text, c.edit); !strings.Contains(wordsOf(b), c.want) {
			t.Errorf("%s: %s\n%s", c.edit, wordsOf(b), answer)
		}
	}
}
