package telling

import (
	"testing"

	"gitops.video/render/render/engine/internal/tongue"
)

// A statement shows something that is whole: what is said of a long subject, or what one
// gets, and no beginning of a sentence.
func TestStatementsShowAWholeClaim(t *testing.T) {
	t.Parallel()
	w := &Writer{Wording: tongue.English, Lang: "en"}
	for s, want := range map[string]string{
		"Invitations to sporting events need written approval from your line manager first.": "Written approval from your line manager first",
		"Invitations to sporting events and concerts must be approved by your manager.":      "Invitations to sporting events and concerts must be approved by your manager",
		"Visitors to the upper floors of the tower have to wear the yellow badge there.":     "Visitors to the upper floors of the tower have to wear the yellow badge there",
		"Parents of children with allergies will receive a letter from the nurse this week.": "A letter from the nurse this week",
		"Bicycles left in the courtyard overnight are taken to the police in Mill Street.":   "Bicycles left in the courtyard overnight are taken to the police in Mill Street",
		"People with a season ticket can use the side entrance by the river on match days.":  "People with a season ticket can use the side entrance by the river on match days",
		"Every volunteer gets a T-shirt and a meal.":                                         "A T-shirt and a meal",
		"Only members of the club get a discount on the boats.":                              "Only members of the club get a discount on the boats",
		"Cash is never allowed.":  "Cash is never allowed",
		"Every driver gets paid.": "Every driver gets paid",
		"The door between the kitchen and the dining room stays shut while the ovens are being cleaned.": "The door between the kitchen and the dining room stays shut",
	} {
		b := &Beat{Words: []string{s}}
		if w.Statement(b); b.Headline != want {
			t.Errorf("%q is headed %q, want %q", s, b.Headline, want)
		}
	}
}
