package prompt

import "testing"

// What a relative clause tells of the subject is a fact like any other.
func TestRelativeClauseOfTheSubjectIsAFact(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{ // subject, what it is, fact
		"30 second ad for Pebble, a smart bike light that dims for oncoming traffic and runs 40 hours on one charge":                 {"Pebble", "a smart bike light", "It dims for oncoming traffic and runs 40 hours on one charge."},
		"15s promo for Loom & Larch, a furniture studio in Leeds that builds tables from old church pews.":                           {"Loom & Larch", "a furniture studio in Leeds", "It builds tables from old church pews."},
		"Create a 20 second ad for our new oat drink, which contains no added sugar and comes in a bottle made of paper":             {"our new oat drink", "", "It contains no added sugar and comes in a bottle made of paper."},
		"30 second product video about the Vela kettle, a kettle that boils in 90 seconds, keeps water warm and switches itself off": {"the Vela kettle", "", "It boils in 90 seconds, keeps water warm and switches itself off."},
		"20 sec promo for Plantdoc, an app that names any plant from a photo and tells you why its leaves turn yellow":               {"Plantdoc", "an app that names any plant from a photo", "It tells you why its leaves turn yellow."},
		"Promo for Dosette, an app that reminds you to take your pills":                                                              {"Dosette", "an app that reminds you to take your pills", ""},
		"Explainer about Harrow, a scheduling assistant for clinics that want fewer missed appointments":                             {"Harrow", "a scheduling assistant for clinics that want fewer missed appointments", ""},
	} {
		b := Parse(text)
		fact := ""
		if len(b.Points) > 0 {
			fact = b.Points[0].Text
		}
		if got := [3]string{b.Subject, b.About, fact}; got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", text, got, want)
		}
	}
}
