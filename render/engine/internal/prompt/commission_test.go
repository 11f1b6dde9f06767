package prompt

import "testing"

// TestThingsByTheirOwnNames: an order that names its thing in another word than "video", or says
// between that word and its topic who sends it, is read as any other.
func TestThingsByTheirOwnNames(t *testing.T) {
	t.Parallel()
	type read struct{ title, subject, audience, company, role, said string }
	for text, want := range map[string]read{
		"Give new managers a quick intro to one-on-ones: meet every two weeks and end with one agreed action. Take notes.": {subject: "one-on-ones", audience: "new managers", said: "Meet every two weeks and end with one agreed action."},
		"Video by Kestrel Films about the restoration of the harbour crane. It stood idle for 34 years.":                   {subject: "the restoration of the harbour crane", company: "Kestrel Films", said: "It stood idle for 34 years."},
		"Short weekly update from the CTO: the incident on Tuesday lasted 47 minutes. We've added automatic renewal.":      {title: "Weekly update", role: "CTO", said: "The incident on Tuesday lasted 47 minutes."},
		"Onboarding for warehouse staff, day one: your badge is at gate 2. Lunch is at 12:30.":                             {title: "Onboarding, day one", audience: "warehouse staff", said: "Your badge is at gate 2."},
		"Announce our move: from 3 March you find us at 18 Mill Street, second floor. Same phone number.":                  {subject: "our move", said: "From 3 March you find us at 18 Mill Street, second floor."},
	} {
		b := Parse(text)
		got := read{b.Title, b.Subject, b.Audience, b.Company, b.Presenter.Role, ""}
		if len(b.Points) > 0 {
			got.said = b.Points[0].Text
		}
		if got != want {
			t.Errorf("%q is read as\n%+v, want\n%+v", text, got, want)
		}
	}
}

// TestSilentVideosSaySo: a silent video has no voice, however the prompt says it, and keeps its
// topic.
func TestSilentVideosSaySo(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Make a silent video about our garden. It has 40 beds.",
		"Make a video about our garden without voice-over. It has 40 beds.",
		"Make a video about our garden with no narration. It has 40 beds.",
	} {
		if b := Parse(text); !b.Silent || b.Subject != "our garden" {
			t.Errorf("%q: silent %v, about %q", text, b.Silent, b.Subject)
		}
	}
	if b := Parse(`Silent screen for the museum lobby: Exhibition "Salt and Silver", 12 April to 30 August, free for under-18s.`); !b.Silent || b.Title != "Salt and Silver" {
		t.Errorf("silent %v, title %q", b.Silent, b.Title)
	}
}

// TestInvitesAndThanksThem: who is invited is told so, and all who are to be thanked are.
func TestInvitesAndThanksThem(t *testing.T) {
	t.Parallel()
	if b := Parse("Make a video inviting alumni to the 25-year reunion at Hotel Astoria. Dinner starts at 7."); b.Audience != "alumni" || b.Subject != "the 25-year reunion at Hotel Astoria" {
		t.Errorf("for %q, about %q", b.Audience, b.Subject)
	}
	b := Parse("Video about our deliveries. We have 85 riders. Thank our riders and customers.")
	if last := b.Points[len(b.Points)-1].Text; last != "Thank you to our riders and customers." {
		t.Errorf("thanks: %q", last)
	}
	if b := Parse("We just launched dark mode! Make a fun 15 second TikTok for it. It saves battery."); b.Audience != "" {
		t.Errorf("for %q", b.Audience)
	}
}

// TestWhatVideosAreFor: where a video is seen, that it is one, and what "it" is are no topics.
func TestWhatVideosAreFor(t *testing.T) {
	t.Parallel()
	type read struct{ title, subject, audience, said string }
	for text, want := range map[string]read{
		"Please make a short film about our beekeeping club for the town website. We have 28 members.":                        {subject: "our beekeeping club", said: "We have 28 members."},
		"Video job ad: We are looking for a head baker in Utrecht. No night shifts.":                                          {said: "We are looking for a head baker in Utrecht."},
		"Weekly menu video for the canteen: Monday is lentil curry. All dishes cost 6.50 euros.":                              {title: "Weekly menu", said: "Monday is lentil curry."},
		"We cut our waste by 70%. Make a one-minute video for our customers about it. Boxes are now made of grass.":           {audience: "our customers", said: "We cut our waste by 70%."},
		"Make a video for the city council about the new bike lane. It is 2.3 km long.":                                       {subject: "the new bike lane", audience: "the city council", said: "It is 2.3 km long."},
		"Onboarding clip: how we use Slack here. Post questions in #help. Use threads.":                                       {subject: "how we use Slack here", said: "Post questions in #help."},
		"Sum up the town meeting for residents who could not come: the school gets 4 new classrooms. The vote was postponed.": {subject: "the town meeting", audience: "residents who could not come", said: "The school gets 4 new classrooms."},
		"Video in the style of a news report: a fox has moved into the garden. It eats the voles.":                            {said: "A fox has moved into the garden."},
		"Our app Routly just got three new features. Show them in 30 seconds, energetic.":                                     {title: "", said: "Our app Routly just got three new features."},
		"Thirty seconds on why we chose a four-day week: sick days fell by 34%. Output stayed the same.":                      {said: "why we chose a four-day week"},
		"Show the benefits of our co-working space: phone booths, a podcast studio, and coffee. Come for a free trial day.":   {subject: "the benefits of our co-working space"},
		"Make a video for LinkedIn where our sustainability lead talks about our 2025 goals. We halve packaging.":             {subject: "our 2025 goals", said: "We halve packaging."},
		"Video about Inkwell. The old export format will be removed in June.":                                                 {subject: "Inkwell", said: "The old export format will be removed in June."},
		"Remind all staff: the garage is closed this weekend. Badges must be renewed.":                                        {audience: "all staff", said: "The garage is closed this weekend."},
		"Video portrait of a neighbourhood: Ostpark, 6,400 residents, one park. Come by.":                                     {subject: "Ostpark", said: "6,400 residents, one park."},
		"Explain inflation in simple words, 40 seconds. Prices rise.":                                                         {subject: "inflation", said: "Prices rise."},
		"Short internal update about what changed in the expense tool: receipts are read by phone. Approval takes a day.":     {said: "what changed in the expense tool"},
		"Explain how to change a tyre: First, remove the wheel. Then lever off the tyre.":                                     {said: "how to change a tyre"},
		"Video about our bakery. Open on Sundays. Bread is fresh at 7.":                                                       {subject: "our bakery", said: "Open on Sundays."},
	} {
		b := Parse(text)
		got := read{b.Title, b.Subject, b.Audience, ""}
		if len(b.Points) > 0 {
			got.said = b.Points[0].Text
		}
		if got != want {
			t.Errorf("%q is read as\n%+v, want\n%+v", text, got, want)
		}
	}
}
