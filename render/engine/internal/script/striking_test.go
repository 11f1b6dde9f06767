package script

import (
	"strings"
	"testing"
)

// TestStrikingNumberOpens: a share of people or things opens a video of which the prompt
// does not say how it begins; reports begin with what they are, and our own results wait.
func TestStrikingNumberOpens(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Reel for Paws Clinic in Boulder. We have a free dental check in February. 8 in 10 dogs over three show signs of gum disease. Parking is easy. Book by phone.": "8 in 10 dogs",
		"Make a security training video about phishing. Look at the sender. In 2024, 62% of breaches began with a mail. Ask the help desk. Stay calm.":                 "In 2024, 62% of breaches",
		"Quarterly update for the team about sales. We hired two people. 62% of customers renewed. The office moved. Costs fell.":                                      "Let's look at sales",
		"Vid for the sales team, Monday standup. We closed 14 deals. Pipeline is at 3.4m, that's 12% up on last month. Two deals slipped. Marta did a demo.":           "Let's look at the Monday standup",
		"Safety briefing for contractors entering the quarry. Mandatory PPE: hard hat, vest, boots. The limit is 15 km/h. Give way to trucks.":                         "Here's the safety briefing",
		"Product demo of Tallywise, an expense app. It reads receipts. It saves 40% of the time. It costs $4. Setup is easy.":                                          "Meet Tallywise",
	} {
		b := minuteOf(t, text)
		if s := b.Scenes[0]; !strings.HasPrefix(s.Say, want) {
			t.Errorf("%q opens with %q, want %q", text, s.Say, want)
		}
	}
}
