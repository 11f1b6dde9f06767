package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

func columns(s scene.Scene) string {
	var out []string
	for _, c := range s.Columns {
		for _, r := range c.Rows {
			out = append(out, strings.TrimSpace(c.Title+": "+r.Label+" "+r.Value))
		}
	}
	return strings.Join(out, " | ")
}

func titles(s scene.Scene) string {
	var out []string
	for _, it := range s.Items {
		out = append(out, strings.TrimSpace(it.Label+" "+it.Title+" "+it.Value))
	}
	return strings.Join(out, " | ")
}

func TestOneThingInsteadOfAnotherIsCompared(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string]string{
		"Builds take 2m10s instead of 11m.":                      "Instead of:  11m | Now:  2m10s",
		"The line now stops 12 times a month instead of 17.":     "Instead of:  17 times a month | Now:  12 times a month",
		"You pay €12 a month instead of €20.":                    "Instead of:  €20 a month | Now:  €12 a month",
		"Onboarding now takes 3 days rather than 2 weeks.":       "Instead of:  2 weeks | Now:  3 days",
		"Energy bill per year before €48,000; after €23,500.":    "Before:  €48,000 | After:  €23,500",
		"Waiting time: before 40 minutes, after 12 minutes.":     "Before:  40 minutes | After:  12 minutes",
		"Returns were 9% before and 4% after.":                   "Before:  9% | After:  4%",
		"The monthly close used to take 9 days, now it takes 4.": "Before:  9 days | Now:  4 days",
		"Our support team answered in 14 hours, now in 2 hours.": "Before:  14 hours | Now:  2 hours",
	} {
		s := sceneOf(t, "Make a case study video about Hallmann. They make valves. "+sentence+" They switched in March.", strings.Fields(sentence)[0]+" "+strings.Fields(sentence)[1])
		if got := strings.Join(strings.Fields(columns(s)), " "); s.Kind != scene.Compare || got != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%q is drawn as %s %q", sentence, s.Kind, got)
		}
	}
}

func TestStepsInSentencesAreAProcess(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Explain the water cycle to 10-year-olds. First the sun warms seas and lakes and water evaporates. Then the vapour rises, cools and forms clouds. When the drops get heavy, rain or snow falls. Finally rivers carry the water back to the sea. Did you know? The water you drink today may once have been drunk by a dinosaur.", "vapour")
	if want := "1 The sun warms seas and lakes and water evaporates | 2 The vapour rises, cools and forms clouds | 3 When the drops get heavy, rain or snow falls | 4 Rivers carry the water back to the sea"; s.Kind != scene.Process || titles(s) != want {
		t.Errorf("%s %q", s.Kind, titles(s))
	}
	s = sceneOf(t, "Show customers how returns work. First, print the label at home. After that, drop the parcel at any shop. We refund you within 5 days.", "parcel")
	if s.Kind == scene.Process && len(s.Items) != 2 {
		t.Errorf("%q", titles(s))
	}
	s = sceneOf(t, "Make a video about our first year. First came the bakery. Then the rain came. We sold 40 loaves.", "rain")
	if s.Kind == scene.Process {
		t.Errorf("a story of two sentences is no process: %q", titles(s))
	}
}

func TestNumberedSentencesAreCards(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Compliance refresher on gifts & hospitality for sales teams. Rule 1: gifts up to $50 are fine, but log them. Rule 2: never accept cash or vouchers, whatever the amount. Rule 3: invitations above $150 need approval from your manager before you say yes. If in doubt ask ethics@corvan.example.", "vouchers")
	if len(s.Items) != 3 || s.Items[0].Title != "Gifts up to $50 are fine, but log them" || s.Headline != "Three rules" {
		t.Errorf("%s %q %q", s.Kind, s.Headline, titles(s))
	}
}

func TestTimesInSentencesOfOneParagraphAreOneTimeline(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Subject: What happened on Tuesday. On Tuesday at 14:05 UTC our API began to return errors. At 14:12 we were alerted; at 14:31 we rolled back the deploy; by 14:40 everything was normal again. Tone: plain, no excuses. We're sorry.", "rolled back")
	if s.Kind != scene.Timeline || len(s.Items) != 4 || !strings.Contains(s.Items[0].Label, "14:05") {
		t.Errorf("%s %q", s.Kind, titles(s))
	}
	b := boardFor(t, manifest.Spec{PositivePrompt: "Subject: What happened on Tuesday. On Tuesday at 14:05 UTC our API began to return errors. Tone: plain, no excuses. We're sorry. It is fixed now."})
	all := ""
	for _, s := range b.Scenes {
		all += s.Say + " "
	}
	if !strings.Contains(all, "We're sorry.") || !strings.Contains(all, "It is fixed now.") {
		t.Errorf("facts behind a tone are lost: %q", all)
	}
	if strings.Contains(all, "It's on Tuesday") {
		t.Errorf("what has happened is announced like an event: %q", all)
	}
}

func TestRatingsKeepTheirTenths(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, `Internal video for all staff: results of the employee survey. "I know where we are going": 3.1 of 5, down from 3.4. We will publish a plan.`, "3.1 of 5")
	if s.Figure == nil || s.Figure.Text != "3.1" || s.Figure.Suffix != "of 5" {
		t.Errorf("%s %+v", s.Kind, s.Figure)
	}
}

func TestLabelsDoNotRepeatTheirFigure(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string][2]string{ // label, figure with what stands before it
		"It alerts your phone within 8 seconds.":               {"Alerts your phone", "within 8s"},
		"From 1 June we are open on Saturdays from 9 to 1.":    {"Open on Saturdays from 9 to 1", "from 1June"},
		"We will publish a plan by 15 May.":                    {"We will publish a plan", "by 15May"},
		"Asking price is £485,000.":                            {"Asking price", "£485,000"},
		"A new well costs $6,800 and serves about 350 people.": {"New well", "$6,800"},
		"It is 12 minutes' walk to the station.":               {"Walk to the station", "12min"},
	} {
		s := sceneOf(t, "Make a video about Tidemark, a thing. It is small. "+sentence+" It is made in Bath.", strings.TrimRight(strings.Join(strings.Fields(sentence)[:3], " "), "."))
		got := ""
		if s.Figure != nil {
			got = strings.TrimSpace(s.Figure.Prefix) + " " + s.Figure.Text + s.Figure.Suffix
			if !strings.ContainsAny(s.Figure.Prefix, "abcdefghijklmnopqrstuvwxyz") {
				got = strings.ReplaceAll(got, " ", "")
			}
		}
		if s.Label != want[0] || got != want[1] {
			t.Errorf("%q is drawn as %s %q over %q", sentence, s.Kind, s.Label, got)
		}
	}
}

func TestALabelHasNoOtherFigure(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Make a video about Routewise, a planner. It is small. Our customers cut that to 20 minutes and save 11–14% on fuel. It is made in Bath.", "Our customers")
	if strings.HasPrefix(s.Label, "20") {
		t.Errorf("%q", s.Label)
	}
}

func TestACallInTheMiddleEndsTheVideo(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: "We're a small dental clinic in Leeds and need a friendly clip for our waiting room screen, 30 seconds. From 1 June we are open on Saturdays from 9 to 1. You can book online at brightsmile.example or ask at the desk. A check-up is £45, under-18s are free."})
	if last := b.Scenes[len(b.Scenes)-1]; !strings.Contains(last.Say, "brightsmile.example") {
		t.Errorf("ends with %q", last.Say)
	}
}

func TestFactsWithoutAVerbAreAList(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Listing video: 3-bed terraced house, 14 Orchard Lane, Bath. Asking price £485,000. South-facing garden, 12 minutes' walk to the station, new boiler (2024). Viewings Saturday 10–12 by appointment only. Call Marta Silva on +44 20 7946 0123.", "garden")
	if len(s.Items) != 3 {
		t.Errorf("%s %q", s.Kind, titles(s))
	}
	b := boardFor(t, manifest.Spec{PositivePrompt: "Listing video: 3-bed terraced house, 14 Orchard Lane, Bath. Asking price £485,000. Call Marta Silva on +44 20 7946 0123."})
	if say := b.Scenes[0].Say; !strings.HasPrefix(say, "Here's a 3-bed terraced house") {
		t.Errorf("opens with %q", say)
	}
}

func TestALowestPriceKeepsItsFrom(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Landing page video for Stackwell, a status page tool. It is small. Setup takes 10 minutes. From $9 a month, 14-day trial without credit card.", "$9")
	if s.Figure == nil || s.Figure.Prefix != "from $" {
		t.Errorf("%s %q %+v", s.Kind, s.Label, s.Figure)
	}
}

func TestAYearIsNoAmount(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Make a video about Lünne, a town. It is small. In 1286 salt was worth more than silver here. It has a museum.", "1286")
	if s.Figure != nil {
		t.Errorf("%q %+v", s.Label, s.Figure)
	}
}

func TestTheSpeakerOfAQuoteKeepsTheirPost(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, `Make a video about the exhibition "Salt Roads". It shows 214 objects. The curator, Dr. Miriam Held: "Salt decided who was rich."`, "who was rich")
	if s.Kind != scene.Quote || s.Name != "Dr. Miriam Held" || s.Role != "curator" {
		t.Errorf("%s %q %q", s.Kind, s.Name, s.Role)
	}
}

func TestPlansInSentencesAreCards(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Compare our two leasing plans for restaurant owners. Basic - 199 euros/month, service within 48 hours, 36 months. Pro - 279 euros/month, service within 8 hours, 24 months, replacement machine included. Both include delivery.", "279")
	if len(s.Items) != 2 || s.Items[0].Title != "Basic" || s.Items[1].Title != "Pro" {
		t.Errorf("%s %q %q", s.Kind, s.Headline, titles(s))
	}
}

func TestAnOrderWithAnUnknownVerbStaysInItsRow(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Tutorial: how to reset the Aroma 3 coffee machine. Unplug it. Wait 30 seconds. Hold the steam button while plugging it back in. Release when the light turns green. Write to help@aroma.example.", "Release")
	if s.Kind != scene.Process && s.Kind != scene.Points || len(s.Items) != 4 {
		t.Errorf("%s %q", s.Kind, titles(s))
	}
}

func TestSpeakersAreTwoPeople(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, `Invite HR managers to our free webinar "Pay transparency" on 14 May. Speakers: Dr. Lena Voss (labour lawyer) and Omar Haddad, head of people at Finly. Register at finly.example/webinar.`, "Omar")
	if len(s.Items) != 2 || s.Items[1].Title != "Omar Haddad" {
		t.Errorf("%s %q", s.Kind, titles(s))
	}
}

func TestStarsAreAFigure(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Make a video about Pocketdex, an app. It is small. 4.8 stars, 120k downloads. No account needed.", "downloads")
	if s.Figure == nil || s.Figure.Text != "4.8" || len(s.Items) != 1 {
		t.Errorf("%s %+v %q", s.Kind, s.Figure, titles(s))
	}
}

func TestAHookThatNamesTheTopicNeedsNoOpener(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: "Spring sale at Hazel & Thyme! 20% off all house plants from 3 to 12 April, free repotting on Saturdays. Not valid on gift cards. We're next to the bakery on Mill Street. Make it cheerful, 25 seconds."})
	n := 0
	for _, s := range b.Scenes {
		n += strings.Count(strings.ToLower(s.Say), "spring sale")
	}
	if n != 1 {
		t.Errorf("the sale is announced %d times", n)
	}
	if say := b.Scenes[len(b.Scenes)-1].Say; say != "See you at Hazel & Thyme." {
		t.Errorf("ends with %q", say)
	}
}

func TestASentenceIsPartedAroundItsFigure(t *testing.T) {
	t.Parallel()
	for sentence, want := range map[string][3]string{
		"We pay €35 a month for internet and power.":      {"We pay", "€35", "a month for internet and power"},
		"One customer makes up 22% of sales.":             {"One customer makes up", "22%", "of sales"},
		"Every shopper throws away 74 kg of food a year.": {"Every shopper throws away", "74kg", "of food a year"},
	} {
		s := sceneOf(t, "Make a video about Tidemark, a thing. It is small. "+sentence+" It is made in Bath.", strings.Join(strings.Fields(sentence)[:3], " "))
		got := [3]string{s.Label, "", s.Subtitle}
		if s.Figure != nil {
			got[1] = s.Figure.Prefix + s.Figure.Text + s.Figure.Suffix
		}
		if got != want {
			t.Errorf("%q is drawn as %s %q", sentence, s.Kind, got)
		}
	}
}

func TestAShortQuestionBehindASemicolonLeadsOn(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, `Invite HR managers to our free webinar "Pay transparency" on 14 May. It takes 45 minutes plus Q&A; can't make it? Everyone who registers gets the recording. Register at finly.example/webinar.`, "an't make it?")
	if !strings.Contains(s.Say, "recording") || strings.Contains(s.Say, "45") {
		t.Errorf("%q", s.Say)
	}
}

func TestWhatHoldsAndCostsHasItsSubject(t *testing.T) {
	t.Parallel()
	sceneOf(t, "Message to parents about the trip to Whitby. Cost £185, payable in three instalments. The coach leaves at 8.", "It costs £185")
	sceneOf(t, "Video for staff about the remote work policy. Applies from 1 March 2027 to everybody with an office contract. Tuesday is office day.", "It applies from 1 March")
}

func TestAPointerToAFileIsNotSpoken(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Board update, 40 s. Revenue grew in every quarter (see CSV). Gross margin is 61%.", "Revenue grew")
	if strings.Contains(s.Say, "CSV") {
		t.Errorf("%q", s.Say)
	}
}

func TestThePlansKeepTheirCommas(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Compare our two leasing plans for restaurant owners. Basic - 199 euros/month, service within 48 hours, 36 months. Pro - 279 euros/month, service within 8 hours, 24 months. Both include delivery.", "279")
	if !strings.Contains(s.Say, "€199 a month, service within 48 hours") {
		t.Errorf("%q", s.Say)
	}
}

func TestQuestionsInProseStandOverTheirAnswers(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "FAQ video for our ticket shop. Can I return a ticket? Yes, up to 7 days before the event, minus a fee of €3. Can I change the name? Any time, for free, in your account. Where's my ticket? In your inbox or the app.", "Can I return")
	if !strings.Contains(s.Say, "Yes, up to 7 days before the event, minus a fee") || s.Headline != "Can I return a ticket?" {
		t.Errorf("%s %q %q", s.Kind, s.Headline, s.Say)
	}
}

func TestFiguresThatSayHowMuchMore(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Annual report for members of the Alpine Club. The huts are open. Members: 8,940 (+6%). We plan solar panels.", "8,940")
	if s.Figure == nil || s.Figure.Text != "8,940" || s.Label != "Members" {
		t.Errorf("%s %q %+v", s.Kind, s.Label, s.Figure)
	}
	s = sceneOf(t, "Make a video about the Alpine Club. The huts are open. Accidents are down from 37 to 29. We plan solar panels.", "37")
	if s.Figure == nil || s.Figure.Text != "29" {
		t.Errorf("%s %q %+v", s.Kind, s.Label, s.Figure)
	}
	s = sceneOf(t, "Explain LED bulbs. They are small. A 60 W bulb uses 60 kWh in 1,000 hours. They last long.", "60 W")
	if s.Figure != nil && s.Figure.Suffix == "W" {
		t.Errorf("%s %q %+v", s.Kind, s.Label, s.Figure)
	}
	s = sceneOf(t, "Make a video about data. It is ours. Data is kept for 24 months after your last order. We sell none.", "24 months")
	if s.Label != "Data is kept" || s.Figure == nil || s.Figure.Prefix != "for " || s.Subtitle != "after your last order" {
		t.Errorf("%s %q %+v %q", s.Kind, s.Label, s.Figure, s.Subtitle)
	}
}

func TestAPersonalVideoGreetsAndAsks(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: "Hi Priya from Northgate Logistics - quick personal video after our call, 30 seconds. You said customs paperwork costs your team about 6 hours per shipment. We looked at your sample: 9 of the 14 forms can be filled in automatically. Shall we run a pilot with your next three shipments? Best, Daniel"})
	if first := b.Scenes[0].Say; !strings.HasPrefix(first, "Hi Priya.") {
		t.Errorf("begins with %q", first)
	}
	if last := b.Scenes[len(b.Scenes)-1]; !strings.Contains(last.Say, "Shall we run a pilot") {
		t.Errorf("ends with %q", last.Say)
	}
}

func TestAReportWithAListKeepsItsName(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: "Board update, 40 s: revenue by quarter (see CSV), gross margin is 61% (last year 57%), headcount 48. Biggest risk: one customer makes up 22% of sales."})
	if b.Title != "Board update" {
		t.Errorf("%q", b.Title)
	}
}

func TestABracketKeepsItsMark(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Thank-you video for the volunteers of Riverside. You collected 71 tyres and one wedding ring (it is back with its owner!). Next clean-up: 8 May.", "wedding ring")
	if strings.Contains(s.Say, "!.") {
		t.Errorf("%q", s.Say)
	}
}

func TestADayStandsUnderWhatIsPlanned(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Make a video about the checkout. It is new. Launch is planned for 17 November. We like it.", "17 November")
	if s.Label != "Launch is planned" || s.Figure == nil || s.Figure.Prefix != "for " {
		t.Errorf("%q %+v", s.Label, s.Figure)
	}
	s = sceneOf(t, "Reel for our bakery, Ofenrot. It is new. New - rye bread baked for 36 hours (!). We like it.", "36")
	if s.Label != "Rye bread baked" || s.Figure == nil || s.Figure.Prefix != "for " || strings.Contains(s.Say, "(!)") {
		t.Errorf("%q %+v", s.Label, s.Figure)
	}
}

func TestATitleIsNoCompanyToBeWelcomedTo(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: "# Onboarding: first day in the lab\n\nFor new lab technicians. 30 seconds, calm.\n\nYour badge opens doors 1 to 4. No food in the lab. Work in pairs."})
	for _, s := range b.Scenes {
		if strings.Contains(s.Say, "Welcome to First") || strings.Contains(s.Say, "welcome to First") {
			t.Errorf("%q", s.Say)
		}
	}
}
