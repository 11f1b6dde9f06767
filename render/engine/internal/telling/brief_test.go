package telling

import (
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/tongue"
)

func TestFragmentsAreSaidInSentences(t *testing.T) {
	t.Parallel()
	w := &Writer{Wording: tongue.English, Lang: "en", Brief: &brief.Brief{}}
	for s, want := range map[string]string{
		"Free entry.":                                                    "Entry is free.",
		"Dogs welcome.":                                                  "Dogs are welcome.",
		"No degree needed.":                                              "No degree is needed.",
		"Kids under 12 free.":                                            "Kids under 12 go free.",
		"€15 entry, kids free.":                                          "Entry is €15 and kids go free.",
		"Food trucks and live music from 8 pm.":                          "There are food trucks and live music from 8 pm.",
		"Live cooking demo at 3 pm.":                                     "There's a live cooking demo at 3 pm.",
		"Live jazz on Fridays, a raffle, and cake.":                      "There's live jazz on Fridays, a raffle, and cake.",
		"Nothing changes for your contract.":                             "Nothing changes for your contract.",
		"Open: 5pm until late, closed Mondays.":                          "It's open from 5pm until late, closed on Mondays.",
		"Insta @tacosdelmar.":                                            "We're @tacosdelmar on Instagram.",
		"Programme: openworkshop.example":                                "Find the programme at openworkshop.example.",
		"Open the door.":                                                 "Open the door.",
		"Revenue grew in every quarter.":                                 "Revenue grew in every quarter.",
		"Volunteers meet at the church.":                                 "Volunteers meet at the church.",
		"Trucks leave at six.":                                           "Trucks leave at six.",
		"Shade cools streets by 8 degrees.":                              "Shade cools streets by 8 degrees.",
		"Ready in 10 minutes.":                                           "Ready in 10 minutes.",
		"Thanks to everyone.":                                            "Thanks to everyone.",
		"Fully booked until May.":                                        "Fully booked until May.",
		"Double stamps on Mondays!!":                                     "Double stamps on Mondays!!",
		"We brew 18 hours at 4 °C.":                                      "We brew 18 hours at 4 °C.",
		"Online shops in Europe use 40 billion single-use boxes a year.": "Online shops in Europe use 40 billion single-use boxes a year.",
		"Anna Holt from Trellis.":                                        "Anna Holt from Trellis.",
		"Headcount 84.":                                                  "Headcount is 84.",
		"Gross margin up from 61% to 66%.":                               "Gross margin is up from 61% to 66%.",
		"False alarms down from 187 to 42.":                              "False alarms are down from 187 to 42.",
		"Used by 31,000 freelancers.":                                    "It's used by 31,000 freelancers.",
		"Founded in 2016 in Lyon.":                                       "It was founded in 2016 in Lyon.",
		"Next year's goal: 60 wells.":                                    "Next year's goal is 60 wells.",
		"Trees cool a street by up to 8 degrees.":                        "Trees cool a street by up to 8 degrees.",
		"See you next year on October 9!":                                "See you next year on October 9!",
		"Students pay €90.":                                              "Students pay €90.",
		"One prize: €2,000.":                                             "One prize: €2,000.",
	} {
		if got := w.fragmentSaid(s); got != want {
			t.Errorf("%q is said as %q, want %q", s, got, want)
		}
	}
}

func TestStepTitlesEndWithAPhrase(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Fill the tank with 1 litre of water and one sachet of descaler": "Fill the tank",
		"Hold the steam button for 5 seconds until it blinks":            "Hold the steam button for 5 seconds",
	} {
		if got := Clip(s, 46); got != want {
			t.Errorf("%q is cut to %q, want %q", s, got, want)
		}
	}
}
