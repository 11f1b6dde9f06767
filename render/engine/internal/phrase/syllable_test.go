package phrase

import (
	"slices"
	"strings"
	"testing"
)

func TestSyllable(t *testing.T) {
	t.Parallel()
	for _, want := range []string{
		"Kraft·fahr·zeug·haft·pflicht·ver·si·che·rung", "Donau·dampf·schiff·fahrts·ge·sell·schaft", "inter·na·tio·na·li·za·tion", "Rechts·schutz·ver·si·che·rung",
		"Elek·tri·zi·tät", "strength", "Stadt", "carac·tè·res", "res·pon·sa·bi·li·dad",
	} {
		word := []rune(strings.ReplaceAll(want, "·", ""))
		var got strings.Builder
		for i, r := range word {
			if Syllable(word, i, "") {
				got.WriteRune('·')
			}
			got.WriteRune(r)
		}
		if got.String() != want {
			t.Errorf("%s, want %s", got.String(), want)
		}
	}
}

func TestCompoundsPartAtTheirJoints(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		word string
		want []int
	}{
		{"Genehmigungsplanung", []int{12}}, {"Nahwärmeversorgungsgenossenschaft", []int{8, 19}}, {"Wirtschaftsprüfungsgesellschaft", []int{11, 19}},
		{"Qualitätssicherung", []int{9}}, {"Einkaufsplanung", []int{8}}, {"Nebenkostenabrechnung", []int{5, 11}}, {"Hausverwaltung", []int{4}}, {"Kinderbetreuung", []int{6}}, {"Datenschutzgrundverordnung", []int{5, 16}}, {"Zugangsberechtigungen", []int{7}}, {"Verordnung", nil}, {"kostenlos", nil},
		{"Begehungs", nil}, {"Unabhängigkeitserklärung", []int{15}}, {"information", nil}, {"Tiefbauarbeiten", nil}, {"Verbrauchsabrechnung", []int{10}}, {"Konversation", nil}, {"transatlantique", nil},
	} {
		var got []int
		for k := range []rune(c.word) {
			if Joint([]rune(c.word), k, "de") {
				got = append(got, k)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s parts at %v, want %v", c.word, got, c.want)
		}
	}
}

// Words part as their language speaks them, and German ones before the syllables that
// belong to what follows.
func TestWordsPartInTheirLanguage(t *testing.T) {
	t.Parallel()
	for lang, words := range map[string][]string{
		"hu":    {"Meg·szent·ség·te·le·nít·he·tet·len", "ügy·fél·szol·gá·lati"},
		"pl":    {"odpo·wie·dzial·ność", "przed·się·biorstwo"},
		"fi":    {"Käyt·tä·jä·ko·ke·mus·suun·nit·te·lu·työ·paja"},
		"it":    {"ammi·ni·stra·zione"},
		"es-MX": {"desa·rro·llo", "res·pon·sa·bi·li·dad"},
		"pt":    {"com·par·ti·lha·mento"},
		"cs":    {"nej·ry·chlej·šímu"},
		"ru":    {"поль·зо·ва·тельс·кий"},
		"de":    {"Ener·gieef·fi·zienz·verbes·se·rung", "Bau·geneh·mi·gung"},
	} {
		for _, want := range words {
			word := []rune(strings.ReplaceAll(want, "·", ""))
			var got strings.Builder
			for i, r := range word {
				if Breaks(word, i, lang) {
					got.WriteRune('·')
				}
				got.WriteRune(r)
			}
			if got.String() != want {
				t.Errorf("%s: %s, want %s", lang, got.String(), want)
			}
		}
	}
	if Joint([]rune("Megszentségtelen"), 8, "hu") {
		t.Error("Hungarian has no German joints")
	}
}
