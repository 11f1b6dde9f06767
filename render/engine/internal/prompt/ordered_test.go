package prompt

import "testing"

// TestOrdersOfAnyParts: an order says where the video is seen, how it is to be and whom it is for
// in any words and sequence, and is read as the plain one.
func TestOrdersOfAnyParts(t *testing.T) {
	t.Parallel()
	type read struct{ subject, audience, said string }
	for text, want := range map[string]read{
		"Give our volunteers a short thank-you video for the spring clean-up: 140 people came.":                                               {"the spring clean-up", "our volunteers", "140 people came."},
		"I need a 30 second clip for our gym's Instagram. Classes start at 6 am. There is no contract.":                                       {"our gym", "", "Classes start at 6 am."},
		"Could you put together something our receptionists can play in the waiting room? It should tell patients how to check in. Tap here.": {"", "patients", "how to check in"},
		"We're switching providers. Make a video that reassures employees: payday stays the 25th.":                                            {"", "employees", "We're switching providers."},
		"Film about our apprentice Jonas for the careers page: he's 19. He builds violins.":                                                   {"Jonas", "", "He's 19."},
		"Video for the app store page of our budgeting app Pennywise showing what it does: scan receipts, split bills, see your money go.":    {"Pennywise", "", ""},
		"Video for parents about head lice, friendly and not alarming. Kids can return the next day.":                                         {"head lice", "parents", "Kids can return the next day."},
		"Summarise our Q2 for the board in 45 seconds: revenue was 4.2 million.":                                                              {"our Q2", "the board", "Revenue was 4.2 million."},
		"A tutorial in four steps for our customers: how to descale the kettle. Fill it with water.":                                          {"how to descale the kettle", "our customers", "Fill it with water."},
		"A message from our headteacher to parents about phones: they stay in lockers. First offence is a warning.":                           {"phones", "parents", "They stay in lockers."},
		"Can you knock up a 45-sec video to show at our AGM? Members should see that the roof is paid for.":                                   {"", "members", "The roof is paid for."},
		"A video in which we apologise to our customers for the delays in December. 4,300 parcels arrived late.":                              {"", "our customers", "We apologise for the delays in December."},
		"Create an explainer that teaches new cashiers how to handle returns: scan the receipt, check the item, refund to the same card.":     {"", "new cashiers", "how to handle returns"},
		"We need something that helps our sales reps explain the difference between Basic and Pro: Basic costs $9 and Pro costs $15.":         {"the difference between Basic and Pro", "our sales reps", "Basic costs $9 and Pro costs $15."},
		"Video for our investors on how the seed money was spent - 40% on engineers, 35% on marketing, 25% on the lab.":                       {"", "our investors", "how the seed money was spent"},
		"A thank you from the whole team to Dr Weber, who retires on Friday after 34 years at the clinic.":                                    {"Dr Weber", "", "Thank you, Dr Weber!"},
		"I need something for our LinkedIn page — vertical, about half a minute — announcing that we now make crowns in a day.":               {"", "", "We now make crowns in a day."},
		"Can you knock up a clip for the city of Bergen about the new bins? Blue is paper. Green is glass.":                                   {"the new bins", "", "Blue is paper."},
	} {
		b := Parse(text)
		got := read{b.Subject, b.Audience, ""}
		if len(b.Points) > 0 {
			got.said = b.Points[0].Text
		}
		if got != want {
			t.Errorf("%q is read as\n%+v, want\n%+v", text, got, want)
		}
	}
}

// TestOrdersKeepTheirTitle: what a video is called is its title, whatever else the order says.
func TestOrdersKeepTheirTitle(t *testing.T) {
	t.Parallel()
	b := Parse(`Can you knock up something called "Slow Trains" for the lobby: every ride is one hour, one carriage, one story.`)
	if b.Title != "Slow Trains" {
		t.Errorf("the title is %q", b.Title)
	}
}
