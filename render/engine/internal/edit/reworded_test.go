package edit

import "testing"

// What a value becomes, what is added at the end and what is not spoken of is read in the
// ways in which people put it in each language.
func TestReworded(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		s, lang    string
		op         Op
		text, with string
	}{
		{"Aus 3. Mai wird 4. Mai", "de", Replace, "3. Mai", "4. Mai"},
		{"El 3 de mayo pasa a ser el 4 de mayo", "es", Replace, "3 de mayo", "4 de mayo"},
		{"Le 3 mai devient le 4 mai", "fr", Replace, "3 mai", "4 mai"},
		{"Il 3 maggio diventa il 4 maggio", "it", Replace, "3 maggio", "4 maggio"},
		{"3 mei wordt 4 mei", "nl", Replace, "3 mei", "4 mei"},
		{"Füge am Ende hinzu: Vielen Dank.", "de", AddLine, "Vielen Dank.", ""},
		{"Ajoute à la fin : Merci de votre compréhension.", "fr", AddLine, "Merci de votre compréhension.", ""},
		{"Voeg aan het einde toe: Bedankt.", "nl", AddLine, "Bedankt.", ""},
		{"Praat niet over het lawaai", "nl", Unsay, "lawaai", ""},
	} {
		got, err := Read(c.s, c.lang)
		if err != nil || len(got) != 1 || got[0].Op != c.op || got[0].Text != c.text || got[0].With != c.with {
			t.Errorf("%q: %+v, %v", c.s, got, err)
		}
	}
}
