package script

import (
	"strings"
	"testing"
)

// TestOrdersThatRunOnToTheirFact: what stands behind an order in one breath is told, and
// no topic to ask viewers about.
func TestOrdersThatRunOnToTheirFact(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"hey can you do a vid for our slack, we moved the retro to thursdays 3pm. keep it under 20 sec":                                     {"We moved the retro", "We moved the retro to Thursdays 3pm."},
		"I need a video for our tenants - we are replacing the lifts in March.":                                                             {"Replacing the lifts", "We are replacing the lifts in March."},
		"Make a video about Fennel, it plans your meals in 4 minutes.":                                                                      {"Fennel", "It plans your meals in 4 minutes."},
		"quick video about the new badge system, they activate on monday":                                                                   {"The new badge system", "They activate on Monday."},
		"can u make smth for my salon? we do balayage now from 80 quid":                                                                     {"Our salon", "We do balayage now from 80 quid."},
		"Make a 30 second video for our bakery's Instagram. We bake at 5. Tagline: Worth waking up for.":                                    {"Our bakery", "Worth waking up for."},
		"Welcome new employees to Acme. We build bikes.":                                                                                    {"Acme", "We build bikes."},
		"Welcome new volunteers to the food bank. Shifts are 3 hours.":                                                                      {"Food bank", "Welcome to the food bank."},
		"Make a how-to: descale the coffee machine. 1) empty the tank 2) run the machine 3) rinse twice.":                                   {"How to descale the coffee machine", "Here's how to descale the coffee machine."},
		"Please make a short farewell video for our colleague Tom who retires after 34 years. He trained 60 people. We will miss you, Tom!": {"Goodbye, Tom", "Tom retires after 34 years."},
		"I want to show investors our traction: ARR 3.1M, 140% net retention, 92 customers. We are raising 8M.":                             {"Our traction", "Let's talk about our traction."},
		"Weekly sales huddle: Leads 420 (up from 360), demos 88, closed 17. Top rep: Ana with 6 deals.":                                     {"Weekly sales huddle", "Here's the weekly sales huddle."},
	} {
		b := minuteOf(t, text)
		if said := saidIn(b); !strings.HasPrefix(b.Title, want[0]) || !strings.Contains(said, want[1]) || strings.Contains(said, "comes to mind") {
			t.Errorf("%q is %q and says %s", text, b.Title, said)
		}
		if b.Seconds > 60 {
			t.Errorf("%q lasts %g s", text, b.Seconds)
		}
	}
}

// TestRulesAreNoGifts: nobody is given the limits of a policy, and what only announces a topic
// is no fact to repeat.
func TestRulesAreNoGifts(t *testing.T) {
	t.Parallel()
	said := saidIn(minuteOf(t, "Create a video that explains our new expense policy to all employees: meals up to $60 a day, hotels up to $180 a night, and no alcohol. Starts September 1."))
	if strings.Contains(said, "You get") || !strings.Contains(said, "Meals up to $60 a day") {
		t.Error(said)
	}
	said = saidIn(minuteOf(t, "We want a short video reminding people about spring ticks. Ticks are active from March. Prevention tablets cost 12 euros a month. Call 01 555 2020."))
	if strings.Count(said, "about spring ticks") > 1 {
		t.Error(said)
	}
}

// TestWhomItIsFor: the sender's own people are everybody's, and German nouns keep their
// capitals.
func TestWhomItIsFor(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"I want to thank my team for a great year. We shipped 14 releases.": "To our team: thank you.",
	} {
		if said := saidIn(minuteOf(t, text)); !strings.Contains(said, want) {
			t.Errorf("%q says %s", text, said)
		}
	}
}

// TestOrdersBehindFactsAreNobodys: what viewers are told to do is not said of somebody else.
func TestOrdersBehindFactsAreNobodys(t *testing.T) {
	t.Parallel()
	b := minuteOf(t, "Message to all staff. IT will move everyone to the new VPN on Friday, take your laptop home. Old VPN stops at noon.")
	if said := saidIn(b); strings.Contains(said, "They take") || strings.HasPrefix(b.Scenes[0].Headline, "Will") {
		t.Errorf("%q: %s", b.Scenes[0].Headline, said)
	}
}

// TestOrdersInOtherShapes: what a person would call the order of a video is not spoken.
func TestOrdersInOtherShapes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{ // title, what is said
		"Tell nurses how to log a medication error in 4 steps: stop and check the patient, tell the charge nurse, fill in form M-12, and debrief at handover.": {"How to log a medication error", "Here's how to log a medication error."},
		`Make a LinkedIn video where our founder says: "We built Loop because I lost receipts." Then show that 9,000 freelancers use it.`:                      {"We built Loop", "Our founder says: We built Loop because I lost receipts."},
		"Video to recruit bus drivers. £16.40 an hour, paid training, 28 days holiday. Apply at citybus.example/jobs by 30 June.":                              {"Bus drivers wanted", "We're looking for bus drivers."},
		"Recruitment video for night porters at Hotel Linden. 4 nights a week. Free meals.":                                                                    {"Hotel Linden", "Hotel Linden is hiring night porters."},
		"Explain how our carbon offset works: you buy a ticket, we plant a mangrove, and after 6 years it stores 12 kg of CO2 a year.":                         {"How our carbon offset works", "We plant a mangrove. | After 6 years"},
	} {
		b := minuteOf(t, text)
		if said := saidIn(b); !strings.HasPrefix(b.Title, want[0]) || !strings.Contains(said, want[1]) {
			t.Errorf("%q is %q and says %s", text, b.Title, said)
		}
	}
}
