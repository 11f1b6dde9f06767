package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// minuteOf is the storyboard of a prompt for a video of 60 seconds.
func minuteOf(t *testing.T, text string) *scene.Storyboard {
	t.Helper()
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: text}, Seconds: 60})
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return b
}

func TestSeriesOfPeriodsIsAChartWithItsTrend(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Quarterly update for the team. Revenue Q1 4.1M, Q2 4.6M, Q3 5.2M, Q4 6.0M. We opened an office in Lisbon.":    "Revenue grew every quarter, from 4.1 million in Q1 to 6 million in Q4.",
		"Quarterly update for the team. Revenue by quarter: Q1 4.1M, Q2 4.6M, Q3 6.0M. We opened an office in Lisbon.": "Revenue grew every quarter, from 4.1 million in Q1 to 6 million in Q3.",
		"Quarterly update for the team. Churn: Q1 4%, Q2 3.5%, Q3 2.9%. We opened an office in Lisbon.":                "Churn fell every quarter, from 4% in Q1 to 2.9% in Q3.",
		"Annual update for members. Visitors 2021 4,100, 2022 3,900, 2023 5,200. We opened a café.":                    "Visitors went from 4,100 in 2021 to 5,200 in 2023.",
		"Quartalsupdate für alle Mitarbeiter. Umsatz: Q1 3,1 Mio. €, Q2 3,4 Mio. €, Q3 3,9 Mio. €. Das Büro ist neu.":  "Umsatz: von 3,1 Mio. € in Q1 auf 3,9 Mio. € in Q3, jedes Quartal mehr.",
	} {
		var chart *scene.Scene
		for i, s := range minuteOf(t, text).Scenes {
			if s.Kind == scene.Chart {
				chart = &minuteOf(t, text).Scenes[i]
			}
		}
		if chart == nil || chart.Say != want || len(chart.Series.Values) < 3 {
			t.Errorf("%q: chart %+v", text, chart)
		}
	}
}

func TestTwoTimesAreTwoColumns(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][4]string{
		"Video for staff about safety. We had 14 near misses in 2023 and 6 in 2024. Keep going.":                                        {"2023", "14", "2024", "6"},
		"Video for staff about phishing. Mention that last year 1 in 8 employees clicked on a test mail, this year 1 in 20. Stay calm.": {"Last year", "1 in 8", "This year", "1 in 20"},
		"Vídeo educativo sobre dengue para moradores. Em 2023 foram 1.200 casos na cidade, em 2024 foram 3.400. Cuide da água.":         {"2023", "1.200", "2024", "3.400"},
	} {
		found := false
		for _, s := range minuteOf(t, text).Scenes {
			if s.Kind == scene.Compare {
				a, z := s.Columns[0], s.Columns[1]
				found = [4]string{a.Title, a.Rows[0].Value, z.Title, z.Rows[0].Value} == want
			}
		}
		if !found {
			t.Errorf("%q: no comparison %v", text, want)
		}
	}
	for _, s := range minuteOf(t, "Training for staff about fires. Last year it took 9 minutes, this year we want to get to 5. Stay calm.").Scenes {
		if s.Kind == scene.Compare {
			t.Errorf("a wish is set beside a fact: %+v", s.Columns)
		}
	}
}

func TestSeveralCountsAreOneRow(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Make a video about Clearwater Fund. That built 41 wells in Malawi and Zambia, trained 120 local technicians, and brought clean water to 58,000 people. Share it.", "41 wells")
	if s.Kind != scene.Number || s.Figure.Text != "41" || len(s.Items) != 2 || s.Items[0].Value != "120" || s.Items[1].Value != "58,000" || s.Items[1].Label != "People" {
		t.Errorf("%s %+v %+v", s.Kind, s.Figure, s.Items)
	}
	s = sceneOf(t, "Product demo for Ledgerly, bookkeeping software for freelancers. It reads receipts. 4.8 stars on the App Store. Used by 31,000 freelancers. Try it free at ledgerly.example.", "4.8")
	if s.Say != "Ledgerly has 4.8 stars on the App Store. It's used by 31,000 freelancers." || len(s.Items) != 1 {
		t.Errorf("%q %+v", s.Say, s.Items)
	}
	s = sceneOf(t, "Quarterly update for the team. Gross margin up from 61% to 66%. Headcount 84. Churn fell to 2.1%.", "Gross")
	if s.Say != "Gross margin is up from 61% to 66%. Headcount is 84. Churn fell to 2.1%." || s.Figure.Text != "66" || s.Subtitle != "Up from 61%" || len(s.Items) != 2 {
		t.Errorf("%q %+v %q %+v", s.Say, s.Figure, s.Subtitle, s.Items)
	}
}

func TestPlansHaveNameAndPrice(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Product demo for Ledgerly, an app. Pricing: Free for 10 receipts a month, Pro €12/month, Team €39/month. Try it at ledgerly.example.", "plans")
	if p := sceneOf(t, "Customer update from Kiln Coffee. There are three plans: Solo €12/month, Duo €21/month, Office €79/month. We moved.", "plans"); p.Headline != "Three plans" {
		t.Errorf("the plans are headed %q", p.Headline)
	}
	if s.Say != "There are three plans: Free, for 10 receipts a month; Pro, at €12 a month; and Team, at €39 a month." || len(s.Items) != 3 || s.Items[1].Title != "Pro" || s.Items[1].Body != "€12/month" {
		t.Errorf("%q %+v", s.Say, s.Items)
	}
}

func TestAgendaAndItsLists(t *testing.T) {
	t.Parallel()
	text := "Onboarding video for new staff at Nordlicht Logistics.\nCover: where to find your locker and badge, the three safety rules (wear your vest, keep to the yellow lanes, report every near miss), how shifts are planned, and who to ask."
	b := minuteOf(t, text)
	agenda, rules := false, false
	for _, s := range b.Scenes {
		if strings.ContainsAny(s.Say, "()") {
			t.Errorf("brackets are spoken: %q", s.Say)
		}
		agenda = agenda || s.Headline == "What we'll cover" && len(s.Items) == 4
		rules = rules || s.Headline == "Three safety rules" && len(s.Items) == 3
	}
	if !agenda || !rules {
		t.Errorf("agenda %v, rules %v: %+v", agenda, rules, b.Scenes)
	}
}

func TestWarningsAreShownAsSuch(t *testing.T) {
	t.Parallel()
	for text, say := range map[string]string{
		"Video about our espresso machine for customers. Warn: never use vinegar, it damages the seals. Do it every 3 months.": "Never use vinegar: it damages the seals.",
		"Video about our machine for customers. Warn users not to open the lid. Do it every 3 months.":                         "Don't open the lid.",
		"Crea un vídeo de formación sobre incendios para empleados. Advierte que nunca se vuelve a entrar. Mantén la calma.":   "Nunca se vuelve a entrar.",
		"Tutoriel sur le vélo pour débutants. Attention : jamais de jet à haute pression. Séchez la chaîne.":                   "Attention : jamais de jet à haute pression.",
	} {
		if s := sceneOf(t, text, say); len(s.Items) != 1 || s.Items[0].Icon != "alert" {
			t.Errorf("%q: %s %+v", text, s.Kind, s.Items)
		}
	}
}

func TestQuoteFrom(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, `Video about Clearwater Fund. Quote from Grace Banda, a teacher: "My girls come to school now." Share it.`, "Grace Banda")
	if s.Kind != scene.Quote || s.Name != "Grace Banda" || s.Role != "a teacher" || s.Say != "Grace Banda, a teacher, says: My girls come to school now." {
		t.Errorf("%s %q %q %q", s.Kind, s.Name, s.Role, s.Say)
	}
}

func TestThanksSpeakToThoseWhoAreThanked(t *testing.T) {
	t.Parallel()
	text := "A heartfelt 60s thank-you video to donors of Clearwater Fund. In 2024 they gave $2.3 million. Next year's goal: 60 wells. Ask them to share the video."
	sceneOf(t, text, "To the donors of Clearwater Fund: thank you.")
	sceneOf(t, text, "In 2024 you gave $2.3 million.")
	sceneOf(t, text, "Next year's goal is 60 wells.")
}

func TestOpenersNameTheTopic(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Make a 60 second security awareness video for employees of a mid-size bank about phishing. Stay calm.": "Let's talk about phishing.",
		"Product demo for Ledgerly, bookkeeping software for freelancers. It reads receipts.":                   "Meet Ledgerly, bookkeeping software for freelancers.",
		"Internal quarterly update from the CFO. Headcount 84.":                                                 "Here's the quarterly update.",
		"How to reset your Lumo thermostat. First unplug it. It takes a minute.":                                "Here's how to reset your Lumo thermostat.",
		"Please make a short video that tells customers about our price change. The Basic plan stays at $9.":    "our price change.",
		"Product video, 45 s, for hospital buyers: CalmPump, an infusion pump. The battery lasts 14 hours.":     "Meet CalmPump, an infusion pump.",
		"Invite people to DataDays 2026, 9-11 June in Rotterdam. Students pay €90.":                             "You're invited to DataDays 2026.",
		"Make a video for our customers about the outage on 3 May. It lasted 47 minutes.":                       "Let's talk about the outage on 3 May.",
		"Vidéo interne pour les équipes sur le télétravail. Les demandes se font en ligne.":                     "télétravail",
	} {
		if b := minuteOf(t, text); !strings.Contains(b.Scenes[0].Say+b.Scenes[1].Say, want) {
			t.Errorf("%q opens with %q, want %q", text, b.Scenes[0].Say, want)
		}
	}
}

func TestCodeEndsTheVideo(t *testing.T) {
	t.Parallel()
	b := minuteOf(t, "Promo for Kiln Coffee. It is cold. The code SUMMER gives 15% off until August 31.")
	end := b.Scenes[len(b.Scenes)-1]
	if end.Kind != scene.End || end.Say != "Use the code SUMMER until August 31." || end.Headline != "Use the code SUMMER" || end.Note != "Until August 31" {
		t.Errorf("%s %q %q %q", end.Kind, end.Say, end.Headline, end.Note)
	}
}

func TestMannerOfAPresenterIsNoUnknownLook(t *testing.T) {
	t.Parallel()
	for _, n := range minuteOf(t, "Onboarding video for new staff at Nordlicht Logistics.\nPresenter: a friendly woman.\nYour shift starts at 7:30.").Notes {
		if strings.Contains(n.Text, "friendly woman") {
			t.Errorf("noted: %q", n.Text)
		}
	}
}

func TestOldAndNewWayAreOneComparison(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Sales video for Routely. Old way: Excel, phone calls, guesswork. New way: one click, live traffic, proof of delivery. Customers save 18% fuel.", "Old way")
	if s.Kind != scene.Compare || len(s.Columns) != 2 || len(s.Columns[1].Rows) != 3 || s.Columns[1].Rows[2].Value != "Proof of delivery" {
		t.Errorf("%s %+v", s.Kind, s.Columns)
	}
}

// TestOneQuestionWithLabelsIsAsked: labels are not spoken, and what follows is no part of
// the answer.
func TestOneQuestionWithLabelsIsAsked(t *testing.T) {
	t.Parallel()
	b := minuteOf(t, "Customer update from Kiln Coffee. The roastery moved.\nQ: Can I pause my plan? A: Yes, for up to three months.\nDeadline: 3 March.")
	found := false
	for _, s := range b.Scenes {
		found = found || strings.Contains(s.Say, "Can I pause my plan? Yes, for up to three months.")
		if strings.Contains(s.Say, "Q:") || strings.Contains(s.Say, "A:") || strings.Contains(s.Say, "months") && strings.Contains(s.Say, "March") {
			t.Errorf("a scene says %q", s.Say)
		}
	}
	if !found {
		t.Errorf("nobody asks: %+v", b.Scenes)
	}
}

// TestPricesKeepWhoseTheyAre: the name in front of a price is what it is for.
func TestPricesKeepWhoseTheyAre(t *testing.T) {
	t.Parallel()
	b := minuteOf(t, "Customer update from Kiln Coffee. There are three plans: Solo €12/month, Duo €21/month, Office €79/month.")
	for _, name := range []string{"Solo", "Duo", "Office"} {
		shown := false
		for _, s := range b.Scenes {
			shown = shown || s.Label == name
			for _, it := range s.Items {
				shown = shown || it.Label == name || it.Title == name
			}
		}
		if !shown {
			t.Errorf("%s is not shown: %+v", name, b.Scenes)
		}
	}
}

// TestTheCallSurvivesTheRecap: what a video ends with is not lost where its points are
// summed up before it.
func TestTheCallSurvivesTheRecap(t *testing.T) {
	t.Parallel()
	b := minuteOf(t, "Create a 60-second training video about load securing. Before every trip: check the load, tighten the straps, use mats. Damage fell from 6 to 2 cases. In doubt call dispatch: 0170 555 0123.")
	last, said := b.Scenes[len(b.Scenes)-1], map[string]bool{}
	if !strings.Contains(last.Say, "0170 555 0123") {
		t.Errorf("the video ends with %q", last.Say)
	}
	for _, s := range b.Scenes {
		if s.Say != "" && said[s.Say] {
			t.Errorf("%q is said twice", s.Say)
		}
		said[s.Say] = true
	}
}

// What a job or an event offers in notes is said as an employer or a host would.
func TestNotesOfJobsAndEventsAreSaid(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Recruiting video – train drivers (m/f/d), Southline Railways\n– no degree needed, 11 months paid training\n– €2,950 during training, €3,700 after\n– 37 h week, 30 days off, shifts known 6 weeks ahead\n– depots: Leeds, York, Hull\n– apply by 31 October: southline.example/drive": {
			"Southline Railways is hiring train drivers.", "No degree is needed, and you get 11 months of paid training.", "You earn €2,950 during training and €3,700 after.", "You get a 37-hour week, 30 days off, and shifts known 6 weeks ahead.", "The depots are Leeds, York, and Hull.", "Apply by 31 October at southline.example/drive."},
		"Webinar invite: \"Fix your forecasts\", 14 May, 11:00 CET, 40 minutes. Speaker: Anna Holt, head of planning at Trellis. Free, registration at trellis.example/forecasts.": {
			"You're invited to Fix your forecasts.", "It's on 14 May at 11:00 CET and lasts 40 minutes.", "The speaker is Anna Holt, head of planning at Trellis.", "It's free: register at trellis.example/forecasts."},
		"Event invitation. \"Night of the Open Workshop\", Friday 18 September, 6 pm to midnight, in the old tram depot in Graz. 26 workshops open their doors: you can forge a nail, print a poster, blow glass. Drinks on us.": {
			"It's on Friday 18 September from 6 pm to midnight, in the old tram depot in Graz.", "26 workshops open their doors: you can forge a nail, print a poster, blow glass.", "Drinks are on us."},
	} {
		said := ""
		for _, s := range minuteOf(t, text).Scenes {
			said += " " + s.Say
		}
		for _, s := range want {
			if !strings.Contains(said, s) {
				t.Errorf("nobody says %q:%s", s, said)
			}
		}
	}
}

// TestPromptsAsPeopleWriteThem: orders in other words than those of a brief are orders.
func TestPromptsAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"I need a quick video, about 30 seconds, telling my customers that we're closed on December 24. We open again on the 27th at 9.":                    "We're closed on December 24.",
		"Make a video that tells my customers that we're closed on December 24. We open again on the 27th.":                                                 "We're closed on December 24.",
		"A video letting parents know that school starts at 8:15 from September 2. The bus leaves at 7:30.":                                                 "School starts at 8:15 from September 2.",
		"Pitch our app Ledgerly to freelancers. It sends invoices in two taps. It chases late payers for you.":                                              "Meet Ledgerly, our app.",
		"Write a thank-you video to our 340 donors. They gave 52,000 euros, which paid for 3 wells in Kenya.":                                               "To our 340 donors: thank you.",
		"Convince managers to try four-day weeks. In a UK trial, 92% of companies kept it.":                                                                 "Try four-day weeks.",
		"Explain photosynthesis to 7th graders. Plants take in light. They make sugar and oxygen.":                                                          "Let's look at photosynthesis.",
		"Create a video for new hires about our values: honesty, curiosity, and care.":                                                                      "Our values are honesty, curiosity, and care.",
		"Our CEO wants to announce that we are moving to a hybrid model: three days office, two days home, starting January 8.":                             "We are moving to a hybrid model.",
		"Our donors should know what happened with their money: 60% went to schools, 25% to water, 15% to health.":                                          "Here's what happened with your money.",
		"Get people excited for the summer festival! July 12-14 at Lake Park, 30 bands, tickets from $25 at lakefest.example.":                              "July 12-14 at Lake Park, 30 bands, tickets from $25.",
		"Quick reminder: wear your badge at all times on site. Visitors must sign in at gate 2.":                                                            "Quick reminder: wear your badge at all times on site.",
		"Teach my team to write better emails: put the ask first, keep it under five sentences, end with a date.":                                           "Here's how to write better emails.",
		"Create a 20s teaser for our podcast \"Night Shift\". New episodes every Tuesday. It's about people who work at night.":                             "Meet Night Shift, our podcast.",
		"Tell a story about how our bakery started in 1978 with one oven and now bakes 4,000 loaves a day.":                                                 "Our bakery started in 1978 with one oven",
		"Birthday video for Sam, who turns 40. He loves sailing, bad puns and his dog Biscuit.":                                                             "Happy birthday, Sam!",
		"What is compound interest? Explain it simply: you earn interest on your interest. 1,000 dollars become 1,629 after 10 years.":                      "You earn interest on your interest.",
		"Summarize our Q3 results: revenue 4.2 million, up 12%. Costs fell 3%. We hired 14 people.":                                                         "Let's look at our Q3 results.",
		"Explain our new parental leave: 20 weeks, full pay, for all parents, from April 1.":                                                                "20 weeks, full pay, for all parents, and from April 1.",
		"Show the timeline of our company: founded 2009 in a garage, first store 2012, online shop 2016, 100 stores 2023.":                                  "Founded in a garage in 2009, first store in 2012,",
		"Explain why we are raising prices: milk costs 18% more than last year, wages went up, and we want to keep our quality.":                            "Wages went up.",
		"A video about the water cycle for kids. Water evaporates from the sea, rises, cools into clouds, and falls as rain.":                               " Water evaporates from the sea, rises, cools into clouds, and falls as rain.",
		"Video for our website homepage: we build timber houses in 12 weeks, fixed price, 30-year guarantee.":                                               " We build timber houses in 12 weeks",
		"I run a small gym in Leeds. Make a reel that gets people to try our free class on Saturdays at 10.":                                                " Try our free class on Saturdays at 10.",
		"Show how our charger fills an e-bike battery in 40 minutes. It weighs 1.2 kg and works in the rain.":                                               "fills an e-bike battery in 40 minutes.",
		"Ich brauche ein kurzes Video, das unseren Kunden sagt, dass wir vom 24. bis 27. Dezember geschlossen haben. Danach ist alles wie immer.":           "Wir haben vom 24. bis 27. Dezember geschlossen.",
		"Erinnere alle Mitarbeiter daran, Spesen bis zum 25. einzureichen. Verspätete Anträge werden später bezahlt.":                                       "Bitte Spesen bis zum 25. einreichen.",
		"Erkläre Kindern den Wasserkreislauf. Wasser verdunstet aus dem Meer, steigt auf und fällt als Regen.":                                              "Werfen wir einen Blick auf den Wasserkreislauf.",
		"Dankesvideo an unsere 340 Spender. Sie haben 52.000 Euro gegeben. Davon bauen wir 3 Brunnen.":                                                      "Für unsere 340 Spender: danke.",
		"Rappelle aux salariés de rendre leurs notes de frais avant le 25. Les demandes en retard sont payées un mois plus tard.":                           "N'oubliez pas de rendre vos notes de frais avant le 25.",
		"Necesito un vídeo que les diga a nuestros clientes que cerramos del 24 al 27 de diciembre. Después abrimos como siempre.":                          "Cerramos del 24 al 27 de diciembre.",
		"Fai un video per dire ai clienti che siamo chiusi dal 24 al 27 dicembre. Poi apriamo come sempre.":                                                 "Siamo chiusi dal 24 al 27 dicembre.",
		"Faça um vídeo para avisar os clientes que fechamos de 24 a 27 de dezembro. Depois abrimos como sempre.":                                            "Fechamos de 24 a 27 de dezembro.",
		"thank you video from Kiln Coffee to its donors. They gave 4,000 euros.":                                                                            "To our donors: thank you.",
		"Reel for our bakery: new knots, 2.80 euros each, every morning from 7. Find us on Market Square.":                                                  "Find us on Market Square.",
		"We're a family dentist. Please make a friendly video telling people to book their summer check-ups before school starts. The first visit is free.": "Book your summer check-ups before school starts.",
		"Make a video to convince my landlord association to install solar panels. A roof pays for itself in 8 years.":                                      "Install solar panels.",
		"Explain what a heat dome is in simple words. Hot air gets trapped.":                                                                                "Here's what a heat dome is.",
		"I want to thank my team for a great year. We shipped 14 releases and nobody left.":                                                                 "Thank you for a great year.",
		"Please produce a product video for the Trail 2 backpack: 28 liters, 790 grams, waterproof to 10,000 mm, lifetime repair.":                          "28 liters, 790 grams, waterproof to 10,000 mm, and lifetime repair.",
		"Introduce the three members of our board: Ana Reyes, chair; Tom Oduya, treasurer; Mia Falk, secretary.":                                            " Ana Reyes, chair. Tom Oduya, treasurer. Mia Falk, secretary.",
		"Let our shareholders know about the merger with Norvik. It closes on June 30.":                                                                     "Let's look at the merger with Norvik. This one is for our shareholders.",
		"Stelle unser neues Lastenrad Muli vor. Es trägt 80 Kilo.":                                                                                          "Das ist Muli, unser neues Lastenrad.",
		"Fais une vidéo pour remercier nos 340 donateurs. Ils ont donné 52 000 euros.":                                                                      "Pour nos 340 donateurs : merci.",
		"Presenta a Laura Ortiz, nuestra nueva dentista. Habla inglés y español.":                                                                           "Presentamos a Laura Ortiz, nuestra nueva dentista.",
		"Spiega perché aumentiamo i prezzi: il latte costa il 18% in più, gli stipendi sono saliti e vogliamo mantenere la qualità.":                        "Vogliamo mantenere la qualità.",
		"Sell smarter with Homely. Our agents know every street. They answer within an hour.":                                                               "Sell smarter with Homely.",
		"Showcase your work with Folio. It takes five minutes. No code is needed.":                                                                          "Showcase your work with Folio.",
		"Reminder for all drivers: lock the depot at night. The key hangs in the office.":                                                                   "Lock the depot at night.",
		"Tell your story in sixty seconds. With Reelio you pick a theme, add your photos and share. Try it free.":                                           "Tell your story in sixty seconds.",
		"Thank you for choosing Nordbank. Your new card arrives in five days. Activate it in the app.":                                                      "Thank you for choosing Nordbank.",
		"Compare prices before you buy. Check the return policy. And never pay by bank transfer.":                                                           "Compare prices before you buy.",
		"Sell our online course \"Figma in a week\" to beginners. It has 7 lessons of 20 minutes.":                                                          "Meet Figma in a week, our online course.",
	} {
		said := ""
		for _, s := range minuteOf(t, text).Scenes {
			said += " " + s.Say
		}
		if !strings.Contains(said, want) {
			t.Errorf("%q: said%s", text, said)
		}
	}
}

// TestTwoThingsToldInTurnAreCompared: what the prompt wants compared stands side by side.
func TestTwoThingsToldInTurnAreCompared(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Compare our Basic and Pro plan. Basic costs $9 and has 1 project. Pro costs $29 and has unlimited projects.":                                                "Basic: Price $9, Projects 1 | Pro: Price $29, Projects Unlimited",
		"Compare Model A with Model B. Model A weighs 2 kg and lasts 8 hours. Model B weighs 1.4 kg and lasts 6 hours.":                                              "Model A: Weight 2 kg, Lasts 8 h | Model B: Weight 1.4 kg, Lasts 6 h",
		"Explain the difference between a TV and a monitor. A TV has speakers. A monitor has less delay.":                                                            "TV: Speakers | Monitor: Less delay",
		"Vergleiche unsere Tarife Basis und Pro. Basis kostet 9 Euro und hat 1 Projekt. Pro kostet 29 Euro und hat unbegrenzt viele Projekte.":                       "Basis: Kostet 9 Euro, Hat 1 Projekt | Pro: Kostet 29 Euro, Hat unbegrenzt viele Projekte",
		"Compare nos offres Solo et Équipe. Solo coûte 9 euros. Équipe coûte 29 euros et compte dix projets.":                                                        "Solo: Coûte 9 euros | Équipe: Coûte 29 euros, Compte dix projets",
		"Compara el plan Básico con el plan Pro. El plan Básico cuesta 9 euros. El plan Pro cuesta 29 euros y tiene soporte.":                                        "Básico: Cuesta 9 euros | Pro: Cuesta 29 euros, Tiene soporte",
		"Create a video ad for Luna, a sleep tracker ring. It weighs 3 grams, lasts 7 days and costs 199 dollars.":                                                   "",
		"Compare renting and buying a home. Renting keeps you flexible. Buying builds wealth and costs more at first.":                                               "Renting: Keeps you flexible | Buying: Builds wealth, Costs more at first",
		"Explain the difference between weather and climate to kids aged 8. Weather is what happens today. Climate is what usually happens.":                         "Weather: What happens today | Climate: What usually happens",
		"Compare our two plans. Home is $29 a month and covers one house. Pro is $79 a month, covers five houses and adds phone support.":                            "Home: Price $29, Covers one house | Pro: Price $79, Covers five houses, Adds phone support",
		"Compare Visa and Amex for our staff: Visa costs 20 euros a year and works everywhere, Amex costs 60 euros and earns miles.":                                 "Visa: Price €20 a year, Works everywhere | Amex: Price €60, Earns miles",
		"Make a 45 second comparison of our old and new badge. The old badge only opens the front door. The new badge opens every door and works as a parking card.": "Old: Only opens the front door | New: Opens every door, Works as a parking card",
		"Tell the team how the new rota differs from the old one: the old rota was weekly; the new rota is monthly and comes out on the 20th.":                       "New: Monthly, Comes out on the 20th | Old: Was weekly",
		"iPhone or Android for our field staff? iPhones cost more but last six years. Androids are cheaper and have replaceable batteries.":                          "iPhone: Cost more but last six years | Android: Cheaper, Replaceable batteries",
		"Our coffee machine: compare pods and beans. Pods: 40 cents a cup, no cleaning. Beans: 15 cents a cup, weekly cleaning.":                                     "Pods: 40 cents a cup, No cleaning | Beans: 15 cents a cup, Weekly cleaning",
		"Compare tea and coffee for office workers. Tea has 40 mg of caffeine. It calms. Coffee has 95 mg of caffeine and wakes you up fast.":                        "Tea: 40 mg of caffeine, Calms | Coffee: 95 mg of caffeine, Wakes you up fast",
	} {
		got := ""
		b := minuteOf(t, text)
		for _, s := range b.Scenes {
			for i, c := range s.Columns {
				if i > 0 {
					got += " | "
				}
				got += c.Title + ":"
				for k, r := range c.Rows {
					if k > 0 {
						got += ","
					}
					got += " " + strings.TrimSpace(r.Label+" "+r.Value)
				}
			}
		}
		if got != want {
			t.Errorf("%q: %s", text, got)
		}
		for _, n := range b.Notes {
			if strings.Contains(n.Text, "without figures") {
				t.Errorf("%q: noted %s", text, n.Text)
			}
		}
	}
}
