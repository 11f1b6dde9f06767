package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// TestOrdersToTellPeople: what somebody is to be told, shown or asked is said to them, and the
// order is not.
func TestOrdersToTellPeople(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ prompt, says, never string }{
		{"Could we get an onboarding video for new drivers? Log in with the code we text you. Tips are paid out every Friday.",
			"Log in with the code we text you.|Tips are paid out every Friday.", "Could we"},
		{"We're looking for a short clip about our bike repair nights, please. They are on Tuesdays. Bring your own tools.",
			"Bring your own tools.", "looking for|please"},
		{"Could you please produce a clip welcoming our new apprentices? They should know that boots are handed out in the tool store, that lunch is at noon, and that each of them has a mentor. Kind regards, Helga Brandt",
			"Boots are handed out in the tool store.|Lunch is at noon.|Each of them has a mentor.", "should know|That lunch|regards"},
		{"I want to pitch Tidewise to harbour masters. Tidewise predicts silting. Dredging budgets drop by 22%. Book a demo at tidewise.io.",
			"Tidewise predicts silting.", "Tidewise to harbour"},
		{"We need a training video that shows warehouse staff how to lift heavy boxes. Stand close to the box. Never twist while lifting. Remind them to report back pain to Ines.",
			"how to lift heavy boxes|eport back pain to Ines.", "warehouse staff how|Remind"},
		{"Make a thank-you video for the 63 volunteers who helped at the clean-up. It was a long day. Tell them the next one is on 4 October and that we hope to see them again.",
			"The next one is on 4 October.|We hope to see you again.", "Let's talk|see them"},
		{"Record a message from our CEO Anna to all staff saying that we grew by 18%, that we will open an office in Porto and that everyone gets a day off. Thank them for their patience.",
			"We grew by 18%.|We will open an office in Porto.|Everyone gets a day off.|Thank you for your patience.", "Anna to all|saying"},
		{"Our coding club needs more mentors. Write a warm video that asks parents and students to join. We meet on Saturdays. You don't have to be a programmer.",
			"You don't have to be a programmer.|Join.", "Ask parents"},
		{"Remind volunteers about Saturday's beach clean-up. Bring gloves and a hat. We start at 9 am.",
			"Bring gloves and a hat.", "Remind"},
		{"Make a quick how-to on descaling the Barista Mini. First, fill the tank. Then run two cycles without coffee.",
			"First, fill the tank.", "how-to"},
		{"Do a 20 second teaser for our podcast Loud Gardens. Season 2 starts on 3 March. Don't give away the ending. Subscribe wherever you listen.",
			"Season 2 starts on 3 March.", "give away"},
		{"Create an invite for our open studio night. It's Thursday 12 June, 7 to 10 pm, at Kiln Yard. Twelve potters show their work.",
			"our open studio night.", "Meet Thursday"},
		{"We're a family dentist in Tampa. Please make a friendly video telling people to book their summer check-ups before school starts. First visit is free.",
			"Book your summer check-ups before school starts.", "people to book"},
		{"We raised $48,000 at the gala, 212 people came. Make it a thank you video and ask them to give again in spring at hopefund.org.",
			"Give again in spring at hopefund.org.", "ask them|Let's look"},
		{"Make a video for our shop about the Halden desk. It is made from oak. People should visit halden.no to configure their own.",
			"Visit halden.no to configure your own.", "People should"},
		{"Put together a customer story. The hospital saved 210,000 dollars. It took a year. End by inviting other hospitals to get in touch at tagwell.com.",
			"Get in touch at tagwell.com.", "Invite"},
		{"I'd like you to explain compound interest to teenagers. After 10 years you have 163 euros. Start early.",
			"compound interest.", "teenagers."},
		{"Write a script for a video in which Maya explains our new leave policy to employees. Everyone gets 28 days. Requests go through PeopleHub.",
			"our new leave policy.", "in which"},
		{"Our landlord wants us to inform tenants that the heating will be replaced between 5 and 16 May. Water is off from 9 to 12.",
			"The heating will be replaced between 5 and 16 May.", "landlord"},
		{"Make a video introducing our new head of sales, Tom Okafor. He joins from Brightline.",
			"Meet Tom Okafor, our new head of sales.", "\x00"},
		{"Hello, I'm the secretary of a small choir. I would like a video that invites people to sing with us. We rehearse on Wednesdays. The first evenings are free. Thank you so much, Margaret",
			"Sing with us.", "secretary|Margaret"},
		{"Show our installers step by step how to mount the wall box. Switch off the power. Drill four holes. Warn them never to work on live wires.",
			"how to mount the wall box|ever work on live wires", "installers step|never to"},
		{"For our fitness app's onboarding: greet new users, tell them to set a goal and connect their watch. Mention that the first month is free and that they can cancel any time.",
			"Set a goal and connect your watch.|The first month is free.|You can cancel any time.", "reet new|tell them"},
		{"Make a promo for our lunch menu. Pizza dough rests for 48 hours. Mention the address: 12 King Street.",
			"The address is 12 King Street.", "comes with"},
		{"Explain to our customers why their water bill went up. The old pipes lose 31% of the water. We are replacing 120 km of pipe.",
			"why your water bill went up", "their water bill"},
	} {
		b := write(t, Request{Spec: manifest.Spec{PositivePrompt: c.prompt}})
		all := b.Title + "\n"
		for _, s := range b.Scenes {
			all += s.Say + "\n" + strings.Join(onScreen(s), "\n") + "\n"
		}
		for _, x := range strings.Split(c.says, "|") {
			if !strings.Contains(all, x) {
				t.Errorf("%q lacks %q:\n%s", c.prompt, x, all)
			}
		}
		for _, x := range strings.Split(c.never, "|") {
			if strings.Contains(all, x) {
				t.Errorf("%q says %q:\n%s", c.prompt, x, all)
			}
		}
	}
}
