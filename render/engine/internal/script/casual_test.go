package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// TestListsBesideEachOther: two lists are columns where they are of two things that the prompt
// compares, and lists of other things are not.
func TestListsBesideEachOther(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Make a comparison for our sales team: old CRM vs new CRM. Old one: 14 clicks, no mobile app, weekly reports. New one: 3 clicks, a mobile app, live reports.": "Old CRM/New CRM",
		"Should you lease or buy an EV? Leasing: $329 a month, nothing down, given back after 3 years. Buying: $512 a month, yours for good, $7,500 tax credit.":      "Leasing/Buying",
		"Make a video about our camp. Bring: a towel, a hat, a bottle. Programme: swimming, climbing, a campfire.":                                                    "",
	} {
		got := ""
		for _, s := range minuteOf(t, text).Scenes {
			if s.Kind == scene.Compare {
				got = s.Columns[0].Title + "/" + s.Columns[1].Title
			}
		}
		if got != want {
			t.Errorf("%q: columns %q, want %q", text, got, want)
		}
	}
}

// TestSaidAsItStands: a sentence that a picture takes apart is spoken whole.
func TestSaidAsItStands(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Make a video about the tryouts. Bring water, shin guards and a ball. Tryouts are free.":                                                          "Bring water, shin guards and a ball.",
		"Make a video about ticks. Check your dog after every walk, especially ears, armpits and between the toes. It takes a minute.":                    "Check your dog after every walk, especially ears, armpits and between the toes.",
		"Make a video about our quarter. NPS rose. But churn went up 6 points to 41, mostly because replies take too long, 19 hours on average. We know.": "But churn went up 6 points to 41, mostly because replies take too long, 19 hours on average.",
		"Make a video about lemon chicken. It is quick. Serves 4. It is good.":                                                                            "It serves 4.",
		"Make a video about heat pumps. Installation takes 2 days and costs between $12,000 and $18,000, minus a grant of up to $8,000. They last.":       "between $12,000 and $18,000, minus a grant of up to $8,000.",
		"Make a video about our results. We grew. I'll answer questions in the town hall on Thursday at 3pm. Thank you.":                                  "I'll answer questions in the town hall on Thursday at 3pm.",
		"We're Oakmoor Farm. Short film about how our cheese is made. Milk comes in at 5am. It ages for 9 months.":                                        "We're Oakmoor Farm.",
		"Explain our travel policy to employees. Hotels: up to $220 a night, $300 in New York and London. Meals are $75 a day.":                           "$300 in New York and London.",
	} {
		said := ""
		for _, s := range minuteOf(t, text).Scenes {
			said += " " + s.Say
		}
		if !strings.Contains(said, want) {
			t.Errorf("%q: said%s", text, said)
		}
		for _, bad := range []string{"Here's Oakmoor", "would you bring along", "to a friend", "new to you", "It minus"} {
			if strings.Contains(said, bad) {
				t.Errorf("%q: said%s", text, said)
			}
		}
	}
}

// TestShortRecaps: a few facts are not said twice where scenes do not stand long.
func TestShortRecaps(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"30-second video for our donors. Last winter we served 18,400 hot meals, three times as many as the year before. A meal costs us $2.30 to cook and serve. What we need most this year is a second van for the night round. Give at meals.example.",
		"30-second reminder for all staff: the Q4 reviews are due on December 12. They take about 20 minutes in the HR system. Managers have until December 19 for theirs. There are no extensions because planning starts on January 5.",
	} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: text}, Seconds: 30})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range b.Scenes {
			if strings.Contains(s.Say, "Once more") || strings.Contains(s.Say, "To recap") {
				t.Errorf("%q: says again: %s", text, s.Say)
			}
		}
	}
}

// TestHowToOfSentences: the sentences of a how-to are its steps, though not each is an order.
func TestHowToOfSentences(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Write a training video on how to close the register. Count the drawer down to $200. Put the rest in the blue bag. Both the closer and the manager sign. Finally lock the drawer and switch the terminal off.", "Count the drawer")
	if s.Kind != scene.Process && s.Kind != scene.Points || len(s.Items) != 4 || s.Items[0].Label != "1" || s.Items[3].Title != "Lock the drawer and switch the terminal off" {
		t.Errorf("the steps are %s %+v", s.Kind, s.Items)
	}
	s = sceneOf(t, "Open evening at Hartwell Academy on Thursday. Tours run all evening. See the new science block, meet teachers, try a coding lesson. Parking is free.", "meet teachers")
	if s.Kind == scene.Process {
		t.Errorf("what visitors may do is a process: %+v", s.Items)
	}
}

// TestWordsOfTheWriter: orders in many words are carried out, and facts are said as they
// were written.
func TestWordsOfTheWriter(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct{ title, said, not string }{
		"Could our CEO say a few words about the merger? We're joining forces with Halden. Nothing changes for customers: same contacts, same contracts, same prices.":                       {"The merger", "Nothing changes for customers: same contacts", "Could our"},
		"A video where our founder talks about the move. We leave Leeds in May.":                                                                                                             {"The move", "We leave Leeds in May.", "founder"},
		"I run a guitar school and I'd like a video that gets adults who think they are too old to try a lesson. Half of our students are over 40.":                                          {"Try a lesson", "Try a lesson. ", "Get adults"},
		"Slack from #facilities:\n\"Fire drill on Tuesday. Nobody uses the lifts.\"\nTurn this into a short video for all staff.":                                                            {"Fire drill on Tuesday", "Nobody uses the lifts.", "Slack"},
		"Release notes for Pinboard 4.2:\n* New: shared boards\n* Improved: search is faster\n* Fixed: images rotate no longer":                                                              {"Release notes for Pinboard 4.2", "what's new in Pinboard 4.2", "Slack"},
		"You're invited to the opening of the Weaver Street bike kitchen! Saturday 12 April, 2–6 pm, 8 Weaver Street. Bring your bike.":                                                      {"The opening of the Weaver Street bike kitchen", "Saturday 12 April", "That's it"},
		"Our volunteer programme in short: 120 volunteers, 4 shelters, 1 soup kitchen. Last winter we served 18,400 meals.":                                                                  {"Our volunteer programme", "120 volunteers, 4 shelters, and 1 soup kitchen.", "look at 120"},
		"Job ad: we're hiring a pastry chef for our bakery in Ghent. 38 hours, no night shifts, €2,900 gross a month, free bread. Start 1 September.":                                        {"Hiring a pastry chef for our bakery in Ghent", "38 hours, no night shifts, €2,900 gross a month, free bread.", "sound like you"},
		"Product: Norla lamp\n\nKey points:\n- Adjusts itself to the daylight\n- Battery lasts 40 hours\n- Made from nets\n- €89, ships in June":                                             {"Norla lamp", "Battery lasts 40 hours. Made from nets. €89, ships in June.", ", and €89"},
		"Draft a short clip our HR director can send to candidates who didn't get the job. Thank them for their time. Say that we had over 300 applications. Encourage them to apply again.": {"Thank you for your time", "Thank you for your time. This one is for candidates who didn't get the job. We had over 300", "HR director"},
		"tell the story of our brewery for the website. my grandmother started brewing in her garage in 1987.":                                                                               {"Our brewery", "My grandmother started", "website"},
		"Give a quick tour of the co-working space for people thinking about joining. Roof: terrace with barbecue. Day passes are 20 euros, memberships start at 150 a month.":               {"The co-working space", "This one is for people thinking about joining.", "It memberships"},
		"A video explaining to new parents at our nursery how the settling-in week works. On Monday you stay for one hour.":                                                                  {"How the settling-in week works", "This one is for new parents at our nursery.", "Explain"},
		"Write and film a sales video to dental practices. Our software cuts no-shows by 38%. 1,200 practices use it. Offer a 15-minute demo.":                                               {"Our software cuts no-shows by 38%", "How about a 15-minute demo?", "Meet dental"},
		"Please do a thank you video from the whole team at Harbour Vets to Dr Lin Zhao, who retires after 31 years. She trained 17 vets.":                                                   {"Dr Lin Zhao", "Thank you, Dr Lin Zhao, from the whole team at Harbour Vets! Dr Lin Zhao retires after 31 years.", "look at"},
		"WhatsApp from the chair: \"All, the AGM has moved to Thursday. Please bring your card.\" Make a 20 sec clip for members pls":                                                        {"The AGM has moved to Thursday", "The AGM has moved to Thursday.", "please."},
		"need a lil vid for our IG :) we're doing a plant swap sat 14 june, bring a pot. kids welcome!!":                                                                                     {"Doing a plant swap Saturday 14 June, bring a pot", "We're doing a plant swap Saturday 14 June, bring a pot.", "IG"},
		"We finally have a mobile app! It's free. Video should be cheerful and end with \"Download it today\".":                                                                              {"We finally have a mobile app", "Download it today", "cheerful"},
		"our three tips for hybrid meetings. One: everyone joins from a laptop. Two: someone watches the chat. Three: decisions get written down.":                                           {"Three tips for hybrid meetings", "Here are three tips for hybrid meetings. One: everyone", "Good to know"},
		"Product blurb: The Fernway 30 is a daypack. It weighs 480 grams. Turn that into a 30s ad.":                                                                                          {"The Fernway 30 is a daypack", "It weighs 480 grams.", "blurb"},
		"Team,\n\nHosts collect their guests in person. Deliveries go to gate 3.\n\nPlease make this into a 45-second video for everyone on site.":                                           {"Hosts collect their guests in person", "for everyone onsite", "at site"},
		"Promote our evening courses for adults. Spanish and pottery start in September. Classes are small.":                                                                                 {"Our evening courses", "This one is for adults.", "look at evening"},
		"Video for parents in class 3b\n- trip on 21 May, bus leaves 8.15\n- packed lunch, rain jacket, boots\n- phones stay at home\n30 seconds please":                                     {"Trip on 21 May, bus leaves 8.15", "Packed lunch, rain jacket, boots.", "30 seconds"},
		"Client story: When Lena took over the hotel, half of the rooms stood empty. Two summers later, most rooms are booked.":                                                              {"When Lena took over the hotel, half of the rooms stood empty", "When Lena took over the hotel, half", "Here's When"},
		"A message from our founder, Ines Duarte, to our investors. We shipped 3,400 pumps. Thank you for your patience and your trust.":                                                     {"We shipped 3,400 pumps", "Thank you for your patience and your trust.", "things to know"},
		"Quick video to say we've hit 10,000 subscribers. Six months ago it was 900. The most watched video is the one about knives.":                                                        {"We've hit 10,000 subscribers", "The most watched video is the one about knives.", "for sale"},
		"Good morning, we'd like a video invitation for our alumni. On Saturday 4 October the engineering faculty turns 50. Partners are welcome.":                                           {"On Saturday 4 October the engineering faculty turns 50", "On Saturday 4 October the engineering faculty turns 50.", "invited to On"},
		"LinkedIn post to video please: \"I was rejected by 42 investors. Today we closed our round.\" I'm Tomas, founder of Plantly.":                                                       {"I was rejected by 42 investors", "Today we closed our round. I'm Tomas, founder of Plantly.", "LinkedIn"},
		"Make a video that persuades small shops to accept contactless payments: 7 in 10 customers prefer it, queues are shorter. No minimum term.":                                          {"Accept contactless payments", "Accept contactless payments. ", "payments: 7"},
		"Our annual report in 45 seconds: 2,300 members, 61 events, a budget of 310,000 euros. We are short of trainers.":                                                                    {"Our annual report", "2,300 members, 61 events, and a budget", "look at 2,300"},
		"Internal: please explain to everyone why we're closing the Leeds office. Nobody loses their job.":                                                                                   {"Why we're closing the Leeds office", "Here's why we're closing the Leeds office.", "Internal"},
		"Make a safety reminder about forklifts. Pedestrians keep to the green lane. Drivers stop at every blue line.":                                                                       {"Forklifts", "Pedestrians keep to the green lane.", "Make a"},
		"We're a family-run winery in the Mosel valley and we'd like to invite our readers to the open cellar weekend. Entry is free.":                                                       {"You're invited to the open cellar weekend", "Entry is free.", "Invite our"},
		"Explain two-factor authentication like I'm five. A password is like a key to your house. It takes one minute to set up.":                                                            {"Two-factor authentication", "A password is like a key to your house.", "five"},
		"Recruit drivers for Northway Coaches. You're home every night. We run 48 coaches.":                                                                                                  {"Northway Coaches", "Northway Coaches is hiring drivers.", "There are"},
		"Why do bridges have gaps? Explain thermal expansion to curious ten-year-olds. Steel grows when it gets warm.":                                                                       {"Why do bridges have gaps?", "This one is for curious ten-year-olds.", "You get"},
		"Hey there, could you whip up a birthday shout-out for our office manager Ruth? She turns 60 on Friday and makes the best crumble.":                                                  {"Happy birthday, Ruth", "She makes the best crumble.", "could you"},
		"Quick one for the sales floor: we closed Q3 at $4.2M against a target of $3.8M. Best month was September.":                                                                          {"We closed Q3 at $4.2M against a target of $3.8M", "Best month was September.", "Quick one"},
		"I'm pitching to city councils next week and need an explainer on our bus lane cameras. Nothing is stored.":                                                                          {"Our bus lane cameras", "Nothing is stored.", "pitching"},
		"For our quarterly all-hands: NPS went from 41 to 58, we signed 12 new clinics. The move is delayed.":                                                                                {"Our quarterly all-hands", "we signed 12 new clinics", "For our"},
		"Our charity drives a library bus. Record a video asking for volunteers who can drive it on Saturdays. You need a normal licence.":                                                   {"Our charity drives a library bus", "We're looking for volunteers who can drive it on Saturdays.", "Ask for"},
		"Everybody on the shop floor has to know this: from 1 February the fire exit at dock 4 is closed for two weeks. The assembly point stays the same.":                                  {"The fire exit at dock 4 is closed for two weeks", "from 1 February the fire exit", "Good to know"},
		"Hey Priya, hope you're well! We need a welcome video for the scouts. Meetings are on Wednesdays. Bring a torch. Thank you!! Carol":                                                  {"The scouts", "Bring a torch.", "Carol"},
		"I need a training video on how to greet guests. 1. Look up and smile. 2. Say the guest's name once you know it. 3. Offer help with luggage. Don't leave anybody waiting.":           {"How to greet guests", "Next, say the guest's name once you know it.", "The guest's name"},
	} {
		b := minuteOf(t, text)
		said := ""
		for _, s := range b.Scenes {
			if s.Say != "" {
				said += s.Say + " "
			}
		}
		if b.Title != want.title || !strings.Contains(said, want.said) || strings.Contains(said, want.not) {
			t.Errorf("%q: %q says %q", text, b.Title, said)
		}
	}
}

// TestOrdersOfManyKinds: prompts as people write them for the usual kinds of videos.
func TestOrdersOfManyKinds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ prompt, title, has, not string }{
		{`Create a 45-second video announcing our Q3 results. Open with "Record quarter." Revenue grew 34% to $8.2 million.`, "Our Q3 results", "Record quarter.", "Announce"},
		{"Onboarding video for new sales hires at Northwind. Welcome them, explain our values (customer first, honest numbers, win together), what the first week looks like: Monday setup, Tuesday training, Friday retro, and whom to ask for help: their buddy.", "Northwind", "Welcome to Northwind.|Our values: customer first, honest numbers, and win together.|What the first week looks like: setup on Monday", "Welcome you"},
		{"Tell our customers that prices change on 1 March: Basic stays at 9 euros, Pro goes from 19 to 24 euros.", "Prices change on 1 March", "Prices change on 1 March.|Basic stays at 9 euros", "at that prices"},
		{"Make a safety video: how to use a fire extinguisher. PASS: Pull the pin, Aim at the fire, Squeeze the handle, Sweep from side to side.", "How to use a fire extinguisher", "Remember PASS: Pull the pin", ""},
		{"Create a compliance video about phishing for bank employees. Cover how to spot a phishing email, what to do if you clicked, and who to report it to. 90 seconds.", "Phishing", "How do you spot a phishing email?|What do you do if you clicked?|Who do you report it to?", "comes to mind"},
		{"Create a training video on workplace ergonomics. Cover chair height, monitor distance, keyboard position and taking breaks. Tips: feet flat on the floor, elbows at 90 degrees, a short break every 30 minutes.", "Workplace ergonomics", "tips: feet flat on the floor", "ergonomics are|tips are"},
		{`Make a recruiting video for our nursing team at Elm Hospital. We offer paid training. Show why people stay: "I've been here 12 years because of my team," says Rosa, charge nurse.`, "Elm Hospital", "join our nursing team at Elm Hospital|Rosa, charge nurse, says: I've been here 12 years", "hiring our"},
		{`Video for LinkedIn: 3 mistakes founders make when pricing. 1. Copying competitors. 2. Charging by cost. 3. Never raising prices. Hook: "Your price is a message." End with "What's yours?"`, "3 mistakes founders make when pricing", "never raising prices. What's yours?", ""},
		{"Create a crisis video from our CEO: on 2 June we found that email addresses of 8,400 customers were exposed. We are sorry.", "", "On 2 June we found", "our CEO"},
		{"Make a mini documentary in 90 seconds about the lighthouse of Skagen: built in 1858, 46 meters tall, 210 steps, today 60,000 visitors a year.", "The lighthouse of Skagen", "46 meters tall", "documentary"},
	} {
		b := write(t, Request{Spec: manifest.Spec{PositivePrompt: c.prompt}})
		tells(t, b, c.prompt, c.title, c.has, c.not)
	}
}

// tells checks what a storyboard of a prompt is called, "" = anything, and what its scenes say
// and do not say, parted by bars.
func tells(t *testing.T, b *scene.Storyboard, prompt, title, has, not string) {
	t.Helper()
	said := ""
	for _, s := range b.Scenes {
		said += " " + s.Say
	}
	if title != "" && b.Title != title {
		t.Errorf("%q: title %q", prompt, b.Title)
	}
	for text := range strings.SplitSeq(has, "|") {
		if !strings.Contains(said, text) {
			t.Errorf("%q does not say %q: %s", prompt, text, said)
		}
	}
	for text := range strings.SplitSeq(not, "|") {
		if text != "" && strings.Contains(said, text) {
			t.Errorf("%q says %q: %s", prompt, text, said)
		}
	}
}
