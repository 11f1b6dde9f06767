package prompt

import (
	"slices"
	"strings"
	"testing"
)

// TestVideosAreNamed: a video whose order gives no topic is named by its kind or by what its
// first sentence speaks of.
func TestVideosAreNamed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"Make a short safety video for new warehouse pickers: always wear the vest, never run, and stop at the line.":                {"", "safety", "new warehouse pickers"},
		"A fire safety video for kitchen staff: know the exits, keep the lids near, call 112.":                                       {"", "fire safety", "kitchen staff"},
		"Welcome aboard video for interns. Lunch is at 12.":                                                                          {"", "", "interns"},
		"We run a small bike repair shop in Leeds. We fix punctures while you wait. Make a 30 second video about it.":                {"A small bike repair shop in Leeds", "", ""},
		"Dear parents, our summer fair is on 5 July from 2 to 6 pm in the school yard. Bring a cake.":                                {"Our summer fair", "", ""},
		"The north entrance is closed from 4 to 9 May. Please use the south entrance. Deliveries go to dock 2.":                      {"", "", ""},
		"If you see smoke anywhere in the building, leave it at once by the nearest stairs. Do not use the lifts. Meet at the gate.": {"", "", ""},
	} {
		b := Parse(text)
		if got := [3]string{b.Title, b.Subject, b.Audience}; got != want {
			t.Errorf("%q is named %q, want %q", text, got, want)
		}
	}
}

// TestWhatVideosEndWith: reminders and thanks at the end are said to the viewers.
func TestWhatVideosEndWith(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Make a video about our concert. It is on Friday. End by reminding people to silence their phones.":                             {"remember to silence your phones"},
		"A video about the brigade. It has 38 members. Finish by thanking the families and asking viewers to check their smoke alarms.": {"the families", "check your smoke alarms"},
	} {
		var got []string
		for _, pt := range Parse(text).Points[1:] {
			got = append(got, pt.Text)
		}
		if len(got) != len(want) || got[len(got)-1] != want[len(want)-1] {
			t.Errorf("%q ends with %q, want %q", text, got, want)
		}
	}
}

// TestContentIsKept: a sentence with the words of a direction that sets nothing is content, a
// name is no word of another language, and what a person does is a fact of its own.
func TestContentIsKept(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		subject, audience string
		points            []string
	}{
		"Open day at the music school on Sunday 22 September. Try a violin or a harp.":                                                                     {"", "", []string{"Open day at the music school on Sunday 22 September.", "Try a violin or a harp."}},
		"A quick how-to for our baristas. For a flat white pull a double shot, steam milk and pour.":                                                       {"", "our baristas", []string{"For a flat white pull a double shot, steam milk and pour."}},
		"Make a video about our colleague Tom. He built the old press.":                                                                                    {"Tom", "", []string{"He built the old press."}},
		"Make a video about our colleague Tom Reed, who retires on Friday after 31 years. He built the press.":                                             {"Tom Reed", "", []string{"Tom Reed retires on Friday after 31 years.", "He built the press."}},
		"Create a video introducing our new colleague Priya Nair, head of logistics, who joins on 4 May. Say hi to her in the canteen.":                    {"Priya Nair", "", []string{"Priya Nair joins on 4 May.", "Say hi to her in the canteen."}},
		"Make a loop for our gym. We open at 6 am. Energetic please.":                                                                                      {"our gym", "", []string{"We open at 6 am."}},
		"Warn our customers about fake text messages. We never ask for your PIN.":                                                                          {"fake text messages", "our customers", []string{"We never ask for your PIN."}},
		"We surveyed 1,204 commuters. The rest said never. Turn this into a 45s video for the mayor.":                                                      {"", "the mayor", []string{"We surveyed 1,204 commuters.", "The rest said never."}},
		"A quick how-to for our baristas: milk first or espresso first? Cups are warmed on the machine.":                                                   {"", "our baristas", []string{"Milk first or espresso first?", "Cups are warmed on the machine."}},
		"Security awareness for new joiners, under a minute. Lock your screen when you leave.":                                                             {"security awareness", "new joiners", []string{"Lock your screen when you leave."}},
		"Film club invite: Thursday 8 pm, room 2.04. Popcorn is on us.":                                                                                    {"our film club", "", []string{"Thursday 8 pm, room 2.04", "Popcorn is on us."}},
		"Birthday greetings for our accountant Helga from the whole office. She turns 60 on Friday. Funny but kind.":                                       {"", "", []string{"Happy birthday, Helga, from the whole office!", "She turns 60 on Friday."}},
		"The numbers for March: visits 48,200, NPS 57. Best channel: newsletter. Team: please keep it to 30 seconds and end with \"On to April.\"":         {"", "", []string{"Visits 48,200, NPS 57.", "Best channel: newsletter.", "On to April."}},
		"Make a clip that shows parents how to apply for a place: 1) create an account, 2) upload the form, 3) wait. Deadline 28 February.":                {"", "parents", []string{"how to apply for a place", "", "Deadline 28 February."}},
		"Make a video on sorting waste. Blue bin: paper and card. Yellow bin: plastic and cans. Grey bin: the rest. Collection is on Tuesday.":             {"sorting waste", "", []string{"", "Collection is on Tuesday."}},
		"Basic is $9 a month. Pro is $29 with support. Enterprise adds sign-on. Compare the three plans for people on our pricing page, about 30 seconds.": {"", "people", []string{"Let's compare the three plans.", ""}},
		"Video for our hotel TV channel: breakfast 7 to 10:30 on the terrace, pool towels at the spa desk, late checkout until 2 pm for €25.":              {"", "", []string{""}},
		"We are a co-op of 40 farmers. Can you turn that into a 30 second film that makes people want to try it? We deliver by bike.":                      {"", "", []string{"We are a co-op of 40 farmers.", "We deliver by bike."}},
		"Explain our bonus scheme to the sales team. It is paid monthly. Questions by Friday to Lena in HR.":                                               {"our bonus scheme", "the sales team", []string{"It is paid monthly.", "Questions? Ask Lena in HR by Friday"}},
		"Create a safety clip for ferry passengers. Follow the crew.":                                                                                      {"safety", "ferry passengers", []string{"Follow the crew."}},
		"Short film to open our annual meeting. In 2018 we shipped our first scale.":                                                                       {"", "", []string{"In 2018 we shipped our first scale."}},
		"Social post video: 5 mistakes people make. 1. Watering on a schedule. 2. Cold water. 3. Only misting. Fast cuts, vertical, funny tone.":           {"", "", []string{"5 mistakes people make.", "5 mistakes"}},
		"Our museum reopens on 3 May. Guided tours at 11. Invite families from the neighbourhood.":                                                         {"", "families from the neighbourhood", []string{"Our museum reopens on 3 May.", "Guided tours at 11."}},
		"Please prepare a video message to customers about the delay. You can cancel free of charge. Sign off from Clara Meyer, head of service.":          {"the delay", "customers", []string{"You can cancel free of charge."}},
		"Training clip: how to calm an upset caller. Listen without interrupting. Say what you will do and by when.":                                       {"how to calm an upset caller", "", []string{"Listen without interrupting.", "Say what you will do and by when."}},
		"Make an announcement for the whole company. Our CFO Ralf Behrens leaves in June. Please thank Ralf and wish him well.":                            {"", "the whole company", []string{"Our CFO Ralf Behrens leaves in June.", "Thank you, Ralf, and all the best!"}},
		"For our help center: your invoice explained. At the top is your customer number.":                                                                 {"", "", []string{"At the top is your customer number."}},
		"A video about the Aurora lamp. 3 colour temperatures. Order at aurora.example.":                                                                   {"the Aurora lamp", "", []string{"3 colour temperatures", "order at aurora.example"}},
	} {
		b := Parse(text)
		var points []string
		for _, pt := range b.Points {
			points = append(points, pt.Text)
		}
		if b.Subject != want.subject || b.Audience != want.audience || !slices.EqualFunc(points, want.points, func(x, y string) bool { return strings.EqualFold(strings.TrimRight(x, "."), strings.TrimRight(y, ".")) }) {
			t.Errorf("%q is about %q for %q: %q", text, b.Subject, b.Audience, points)
		}
	}
}
