package prompt

import (
	"cmp"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// read is what a prompt's first words should be understood as.
type read struct {
	subject, audience, company, presenter, said string
	seconds                                     float64
}

// TestFirstLines: the kind of a video, whom it is for, who speaks and how long it is are
// told in many ways before the facts begin.
func TestFirstLines(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]read{
		"Welcome message from our CEO Karin Holm to new employees at Nordwind. You'll meet your buddy on day one.":                                                                                      {audience: "new employees at Nordwind", company: "Nordwind", presenter: "Karin Holm, CEO", said: "You'll meet your buddy on day one."},
		"Launch Nimbus 2, our smart lamp that wakes you with light. It costs $79.":                                                                                                                      {subject: "Nimbus 2", said: "It costs $79."},
		"Hook hard in the first 3 seconds. Launch Nimbus 2, our smart lamp that wakes you with light. It costs $79.":                                                                                    {subject: "Nimbus 2", said: "It costs $79."},
		"Sales outreach to Heads of Operations at mid-size logistics firms. Hi, I'm Tom from Routewise. We re-plan in 20 minutes.":                                                                      {audience: "Heads of Operations at mid-size logistics firms", presenter: "Tom", company: "Routewise", said: "Hi, I'm Tom from Routewise.\nWe re-plan in 20 minutes."},
		"Update on accounting for customers of Ledgerly. Last quarter was busy.":                                                                                                                        {subject: "accounting", audience: "customers of Ledgerly", said: "Last quarter was busy."},
		"Launch Day is here. We open at nine. Come by.":                                                                                                                                                 {said: "Launch Day is here.\nWe open at nine.\nCome by."},
		"Please turn the attached policy into a one-minute explainer for all employees. People mostly want to know: how many days, and what about working abroad? Neutral tone, a bit of humour is OK.": {audience: "all employees", seconds: 60},
		"Invite HR managers to our free webinar \"Pay transparency: what changes in 2027\" on Wednesday, 14 May at 3 pm CET. It is online.":                                                             {subject: "Pay transparency: what changes in 2027", audience: "HR managers", said: "Wednesday, 14 May at 3 pm CET\nIt is online."},
		"Safety message for the night shift in the bottling hall after last week's near miss: a pallet fell from rack 4. Rack 4 is closed.":                                                             {subject: "last week's near miss", audience: "the night shift in the bottling hall", said: "A pallet fell from rack 4.\nRack 4 is closed."},
		"Message to parents of Year 6 about the residential trip to Whitby. Coach leaves at 8:15.":                                                                                                      {subject: "the residential trip to Whitby", audience: "parents of Year 6", said: "Coach leaves at 8:15."},
		"Spring sale at Hazel & Thyme! 20% off all house plants. We're next to the bakery.":                                                                                                             {subject: "Spring sale at Hazel & Thyme", company: "Hazel & Thyme", said: "Spring sale at Hazel & Thyme!\n20% off all house plants.\nWe're next to the bakery."},
		"App promo. Pocketdex remembers where you put them. No account needed.":                                                                                                                         {said: "Pocketdex remembers where you put them.\nNo account needed."},
		"Make a 45 second update for the product team from the meeting notes. Focus on the test results and the launch date. Uploads failed. We know why.":                                              {audience: "the product team", seconds: 45, said: "Uploads failed.\nWe know why."},
		"We want to win back members who haven't been in for 3+ months. Tell them: no guilt. First month back is free.":                                                                                 {audience: "members who haven't been in for 3+ months", said: "No guilt.\nFirst month back is free."},
		"Explain to our customers what data we store and why (privacy video). We never sell data.":                                                                                                      {audience: "our customers", said: "what data we store and why\nWe never sell data."},
		"Annual report in one minute for members of the Alpine Club section Nord. Huts are open.":                                                                                                       {subject: "Annual report", audience: "members of the Alpine Club section Nord", seconds: 60, said: "Huts are open."},
		"Remind all staff to change clocks and submit timesheets by Friday noon":                                                                                                                        {audience: "all staff", said: "Change clocks and submit timesheets by Friday noon."},
		"Make a video for our gym. It is new. Offer ends 31 January. Come by.":                                                                                                                          {subject: "our gym", said: "It is new.\nOffer ends 31 January.\nCome by."},
		"# Onboarding: first day in the lab\n\nFor new lab technicians. 60 seconds, calm.\n\nYour badge opens doors 1 to 4. No food.":                                                                   {subject: "First day in the lab", audience: "new lab technicians", seconds: 60, said: "Your badge opens doors 1 to 4.\nNo food."},
		"Recruiting clip, TikTok, 30s: we need apprentices. Apply with a voice message, no CV. Fridays off.":                                                                                            {seconds: 30, said: "We need apprentices.\nApply with a voice message, no CV.\nFridays off."},
		"Please make a product video for Kitewing, a 1.2 kg folding desk. It carries 25 kg. €149, two colours, free returns within 60 days.":                                                            {subject: "Kitewing", said: "It carries 25 kg.\n€149, two colours, free returns within 60 days."},
		"Internal update from the warehouse: picking errors went from 2.1% to 0.8%. We shipped 48,300 parcels. Next: voice picking trial in January.":                                                   {said: "Picking errors went from 2.1% to 0.8%.\nWe shipped 48,300 parcels.\nNext: voice picking trial in January."},
		"Post-incident note to customers. Yesterday checkout was unavailable. We apologise.":                                                                                                            {audience: "customers", said: "Yesterday checkout was unavailable.\nWe apologise."},
		"Invitation: neighbourhood clean-up, Saturday 21 March, 10 am to 1 pm. Gloves and bags are there.":                                                                                              {subject: "neighbourhood clean-up", said: "Saturday 21 March, 10 am to 1 pm\nGloves and bags are there."},
		"Customer update from Kiln Coffee. The roastery moved to a bigger building.":                                                                                                                    {subject: "Customer update", company: "Kiln Coffee", said: "The roastery moved to a bigger building."},
		"Customer update from Kiln Coffee: from 1 March a bag costs £8.50. Thank you.":                                                                                                                  {subject: "Customer update", company: "Kiln Coffee", said: "From 1 March a bag costs £8.50.\nThank you."},
		"quick internal heads up for everyone at Norra: old vpn gets switched off on 12 dec at noon. No data is lost.":                                                                                  {subject: "Internal heads up", audience: "everyone at Norra", company: "Norra", said: "Old VPN gets switched off on 12 Dec at noon.\nNo data is lost."},
		"Explain yesterday's outage to our customers honestly. It lasted an hour.":                                                                                                                      {subject: "yesterday's outage", audience: "our customers", said: "It lasted an hour."},
		"Make a recruitment video for volunteers at the Bergen City Marathon on 25 April 2027. Shifts are short.":                                                                                       {audience: "volunteers", company: "Bergen City Marathon", said: "The Bergen City Marathon is on 25 April 2027.\nShifts are short."},
		"Notice for swimmers: the Eastgate pool is closed in March. Bring a card.":                                                                                                                      {audience: "swimmers", said: "The Eastgate pool is closed in March.\nBring a card."},
		"15 sec ad for Brew & Bloom, our plant cafe on Canal Street. We open at eight.":                                                                                                                 {subject: "Brew & Bloom", seconds: 15, said: "We open at eight."},
		"Monthly update for the board, October: revenue is $1.24M. Cash lasts 19 months.":                                                                                                               {subject: "Monthly update October", audience: "the board", said: "Revenue is $1.24M.\nCash lasts 19 months."},
		"Toolbox talk for warehouse staff, 40s. Stay on the path.":                                                                                                                                      {subject: "Toolbox talk", audience: "warehouse staff", seconds: 40, said: "Stay on the path."},
		"Please make a short video reminding staff to turn on two-factor login before 30 April. Setup takes 3 minutes.":                                                                                 {audience: "staff", said: "Turn on two-factor login before 30 April.\nSetup takes 3 minutes."},
		"Trailer for the exhibition \"Salt and Iron\" at the Harbour Museum, opening 9 May, on until 14 September. It is closed on Mondays.":                                                            {subject: "the exhibition \"Salt and Iron\" at the Harbour Museum", said: "It opens on 9 May and runs until 14 September.\nIt is closed on Mondays."},
		"Tell the support team that we switch ticket systems on Monday. Old tickets stay readable.":                                                                                                     {audience: "the support team", said: "We switch ticket systems on Monday.\nOld tickets stay readable."},
		"Let our customers know that we are moving to Kay Street in May. The phone number stays.":                                                                                                       {audience: "our customers", said: "We are moving to Kay Street in May.\nThe phone number stays."},
		"Message from Daniel Reyes. We are closing the Leeds shop.":                                                                                                                                     {presenter: "Daniel Reyes", said: "We are closing the Leeds shop."},
		"Instagram reel 20 seconds for our taco place La Paloma. We have new tacos.":                                                                                                                    {subject: "La Paloma", seconds: 20, said: "We have new tacos."},
		"Weekly metrics for the growth team, week 41. Signups are up.":                                                                                                                                  {subject: "Weekly metrics week 41", audience: "the growth team", said: "Signups are up."},
		"Year in review for Trailmates (hiking app), made for our community, 60s. You logged 1.3 million hikes.":                                                                                        {subject: "Trailmates", audience: "our community", seconds: 60, said: "You logged 1.3 million hikes."},
		"need a short teaser (~20 sec, square) for our podcast \"Hard Hat Hour\". it is out on Thursday. it is free.":                                                                                   {subject: "Hard Hat Hour", seconds: 20, said: "It is out on Thursday.\nIt is free."},
		"Post-mortem video for our engineering org (75 sec). The API was down.":                                                                                                                         {subject: "post-mortem", audience: "our engineering org", seconds: 75, said: "The API was down."},
		"Invitation to the Riverside 10K charity run.\nIt starts at City Park.":                                                                                                                         {subject: "the Riverside 10K charity run", said: "It starts at City Park."},
		"Data breach notification for customers (please keep it calm and factual)\nOn 2 May someone got in.\nWe closed the hole within three hours.":                                                    {subject: "data breach", audience: "customers", said: "On 2 May someone got in.\nWe closed the hole within three hours."},
		"quick vid for the sales team, monday standup, 40s\nwe closed 14 deals last week, biggest one is harbor freight\ntwo deals slipped to november":                                                 {subject: "Monday standup", audience: "the sales team", seconds: 40, said: "We closed 14 deals last week, biggest one is harbor freight.\nTwo deals slipped to November."},
		"Promo for our free webinar \"Zero to SOC 2\", Thursday, November 6 at 11 am ET. It is online.":                                                                                                 {subject: "Zero to SOC 2", said: "Thursday, November 6 at 11 am ET\nIt is online."},
		"Internal video: our travel policy changes on January 1, 2026. Book early.":                                                                                                                     {said: "Our travel policy changes on January 1, 2026.\nBook early."},
		"A 50s public information film for residents: the Hill Road bridge closes on 4 March. Buses stop at Mill Lane.":                                                                                 {audience: "residents", seconds: 50, said: "The Hill Road bridge closes on 4 March.\nBuses stop at Mill Lane."},
		"Create a recruiting video for backend engineers at Tessellate (Berlin, remote OK in EU). We are 40 people.":                                                                                    {audience: "backend engineers at Tessellate", company: "Tessellate", said: "Berlin, remote OK in EU.\nWe are 40 people."},
		"Course intro for \"Statistics for Nurses\" on Learnly. It takes 6 weeks.":                                                                                                                      {subject: "Statistics for Nurses", said: "It takes 6 weeks."},
		"We're a food bank in Leeds called Full Plate. We need a 60-second appeal video for Christmas. Last December we fed 3,400 families.":                                                            {subject: "Full Plate", company: "Full Plate", seconds: 60, said: "Last December we fed 3,400 families."},
		"🚀 Big update for Notable users!\nSync is faster.":                                                                                                                                              {subject: "Notable", audience: "Notable users", said: "Sync is faster."},
		"Please create an internal announcement from our CEO, Marcus Lindqvist, to all employees. We are acquiring Bluefin.":                                                                            {audience: "all employees", presenter: "Marcus Lindqvist, CEO", said: "We are acquiring Bluefin."},
		"Investor update, Q3 2025, 90 seconds, from Lena Ortiz, CEO of Fieldnote. Revenue grew.":                                                                                                        {subject: "Investor update Q3 2025", company: "Fieldnote", presenter: "Lena Ortiz, CEO of Fieldnote", seconds: 90, said: "Revenue grew."},
		"Video about tea for everyone. It is hot.\n60 seconds, calm and clear, presenter is our COO Helen Marsh.":                                                                                       {subject: "tea", audience: "everyone", presenter: "Helen Marsh, COO", seconds: 60, said: "It is hot."},
		"Make a 60 second video for our customers about the loyalty card. Use the attached brief. It is free.":                                                                                          {subject: "the loyalty card", audience: "our customers", seconds: 60, said: "It is free."},
		"explain to non technical folks what an API is, like im 5. think of a waiter. you never see the kitchen.":                                                                                       {audience: "non technical folks", said: "what an API is\nThink of a waiter.\nYou never see the kitchen."},
		"Explain how compound interest works to teenagers in 60 seconds. Start early.":                                                                                                                  {audience: "teenagers", seconds: 60, said: "how compound interest works\nStart early."},
		"The notice for tenants came late. Nobody was told. We are sorry.":                                                                                                                              {said: "The notice for tenants came late.\nNobody was told.\nWe are sorry."},
		"We are at 412 Mission St. Make it fun and fast!! We open at nine.":                                                                                                                             {said: "We are at 412 Mission St.\nWe open at nine."},
		"Status update video for customers, 45 seconds. Uploads failed for about 8% of users.":                                                                                                          {subject: "Status update", audience: "customers", seconds: 45, said: "Uploads failed for about 8% of users."},
		"vertical 20s reel, sunrise yoga in the park starts again on may 4!! every tues + thurs 6:30am. bring a mat. first class is free.":                                                              {seconds: 20, said: "Sunrise yoga in the park starts again on May 4!\nEvery Tuesday and Thursday 6:30am.\nBring a mat.\nFirst class is free."},
		"Please help us make a fundraising video for our cat shelter, Whisker Haven, in Portland. We found homes for 612 cats.\n60 seconds, heartfelt.":                                                 {subject: "Whisker Haven", seconds: 60, said: "We found homes for 612 cats."},
		"30 sec video message from Kofi Mensah, account executive at Lumen HR, to Sarah Lindt at Bexley Foods. We save you time.":                                                                       {subject: "Sarah Lindt", company: "Lumen HR", presenter: "Kofi Mensah, account executive at Lumen HR", seconds: 30, said: "We save you time."},
		"5 tips for safer passwords. For all staff. 60 seconds.\nUse a password manager. Never reuse a password.":                                                                                       {subject: "5 tips for safer passwords", audience: "all staff", seconds: 60, said: "Use a password manager.\nNever reuse a password."},
		"Trailer for my new podcast called \"Slow Trains\": every episode is one train ride. No hurry.":                                                                                                 {subject: "Slow Trains", said: "Every episode is one train ride.\nNo hurry."},
		"Patient information: what to do before your colonoscopy. For patients of Eastfield Clinic, calm, 75 s. Bring someone.":                                                                         {audience: "patients of Eastfield Clinic", seconds: 75, said: "what to do before your colonoscopy\nBring someone."},
		"Patch 2.3 \"Ember Coast\" overview for players, 50s, hype.\n- New map\n- Ranked mode returns with season 5\nLive on March 18.":                                                                 {subject: "Patch 2.3 \"Ember Coast\"", audience: "players", seconds: 50, said: "\nLive on March 18."},
		"Create a 75-second quarterly update for franchise owners based on the attached report. Focus on sales and delivery times. Sales rose 8%.":                                                      {subject: "Quarterly update", audience: "franchise owners", seconds: 75, said: "Sales rose 8%."},
		"Pitch video for investors, 60s: Cropsight. It counts insects.":                                                                                                                                 {subject: "Cropsight", audience: "investors", seconds: 60, said: "It counts insects."},
		"Recap video of DevNorth 2025 for attendees: 2 days, 640 people, 38 talks. It was great.":                                                                                                       {subject: "DevNorth 2025", audience: "attendees", said: "\nIt was great."},
		"Tell all staff about the email migration in a 45s video. Your mailbox moves on 12 June.":                                                                                                       {subject: "the email migration", audience: "all staff", seconds: 45, said: "Your mailbox moves on 12 June."},
		"explainer for beginners, 60s: what is a blockchain? Imagine a notebook.":                                                                                                                       {audience: "beginners", seconds: 60, said: "What is a blockchain?\nImagine a notebook."},
		"Board update Q1 2026, 60 seconds, presented by CFO Mara Lindqvist. Revenue grew.":                                                                                                              {subject: "Board update Q1 2026", presenter: "Mara Lindqvist, CFO", seconds: 60, said: "Revenue grew."},
		"Lab safety induction, 60s, for first-year students. Never work alone.":                                                                                                                         {subject: "lab safety", audience: "first-year students", seconds: 60, said: "Never work alone."},
		"30-second reel for Paws & Claws Clinic in Boulder: free dental check for dogs throughout February. Book now.":                                                                                  {subject: "Paws & Claws Clinic in Boulder", seconds: 30, said: "Free dental check for dogs throughout February.\nBook now."},
		"Message from CEO Paul Brenner to all staff, 60s, honest and calm.\nWe are closing our Dayton office.":                                                                                          {audience: "all staff", presenter: "Paul Brenner, CEO", seconds: 60, said: "We are closing our Dayton office."},
		"Explain the new support SLA to account managers, 60s, no avatar. It applies from 1 July.":                                                                                                      {subject: "the new support SLA", audience: "account managers", seconds: 60, said: "It applies from 1 July."},
		"Toolbox talk on heat stress for road crews (60 s). Drink water.":                                                                                                                               {subject: "heat stress", audience: "road crews", seconds: 60, said: "Drink water."},
		"Release notes 5.0 – please turn into a 45s video for admins\nAudit log keeps 12 months.":                                                                                                       {subject: "Version 5.0", audience: "admins", seconds: 45, said: "Audit log keeps 12 months."},
		"YouTube channel trailer: \"Tiny Kitchen Physics\" with host Leo Marsh. No lab coat needed. 25 sec":                                                                                             {subject: "Tiny Kitchen Physics", presenter: "Leo Marsh", seconds: 25, said: "No lab coat needed."},
		"Monthly market update for Maple County, October, from realtor Dana Cho. 186 homes sold.":                                                                                                       {subject: "Monthly market update October", company: "Maple County", presenter: "Dana Cho, realtor", said: "186 homes sold."},
		"Make a 60-second case study video: wind farm operator \"Nordvik Wind\" reduced downtime by 38% with Helix Sense. They run 212 turbines.":                                                       {seconds: 60, said: "Wind farm operator \"Nordvik Wind\" reduced downtime by 38% with Helix Sense.\nThey run 212 turbines."},
	} {
		b := Parse(text)
		var said []string
		for _, pt := range b.Points {
			said = append(said, pt.Text)
		}
		who := b.Presenter.Name
		if b.Presenter.Role != "" {
			who += ", " + b.Presenter.Role
		}
		got := read{cmp.Or(b.Subject, b.Title), b.Audience, b.Company, who, strings.Join(said, "\n"), b.Seconds}
		if got != want {
			t.Errorf("%q\nis read as %+v,\nwant       %+v", text, got, want)
		}
	}
}

// TestFactsOfPrompts: what is said keeps its parts: clauses under one label, people with
// their posts, versions, states before and after, files that are spoken of.
func TestFactsOfPrompts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Video about benefits. What's new for 2026: the HSA match doubles to $1,000, dental now covers braces, and we're adding a mental health benefit.":                                  "what's new for 2026|The HSA match doubles to $1,000.|Dental now covers braces.|We're adding a mental health benefit.",
		"Promo for our webinar \"Zero to SOC 2\". Speakers: Dana Whitfield, CISO at Brightvault, and Omar Said, auditor. It is free.":                                                      "Speakers: Dana Whitfield (CISO at Brightvault), Omar Said (auditor)|It is free.",
		"## v4.12.0\n### Added\n- Dark mode\n- Bulk export\n\nTurn this changelog into a product update video for customers.":                                                              "Added: Dark mode, Bulk export",
		"Launch video for Cartwheel 2.0. Old version: plan took 40 minutes every night. New version: 3 minutes, on a phone.":                                                               "Old version|New version",
		"Use this script word for word:\n\nOne in three falls happens on the stairs. (Pause.) Keep the stairs clear. Fit a rail.":                                                          "One in three falls happens on the stairs.|\U000F0032 Keep the stairs clear.|Fit a rail.",
		"need a short teaser for episode 57 of our podcast \"Hard Hat Hour\": why concrete is bad for the climate – and what Sweden is doing about it. it is out on Thursday. it is free.": "why concrete is bad for the climate – and what Sweden is doing about it|It is out on Thursday.|It is free.",
		"Video for patients. Two days before: eat light food, no seeds or nuts. It helps.":                                                                                                 "Two days before: eat light food, no seeds or nuts.|It helps.",
		"Video about tea. It is hot. Questions: tea@acme.example":                                                                                                                          "It is hot.|Questions? Write to tea@acme.example.",
		"Video about tea. It is hot. Updates: acme.example/news":                                                                                                                           "It is hot.|Find updates at acme.example/news.",
		"Sales outreach video to Jordan Blake, Head of Ops at Corvus Freight. We're Dockside. Ask for 15 minutes next week.":                                                               "We're Dockside.|15 minutes next week",
	} {
		b := Parse(text)
		var said []string
		for _, pt := range b.Points {
			s := pt.Text
			var items []string
			for _, it := range pt.Items {
				x := it.Title
				if it.Body != "" && pt.Form == brief.List {
					x += " (" + it.Body + ")"
				}
				items = append(items, x)
			}
			switch {
			case pt.Form == brief.Contrast:
				s = strings.Join(items, "|")
			case len(items) > 0:
				s = strings.TrimPrefix(s+": ", ": ") + strings.Join(items, ", ")
			}
			said = append(said, s)
		}
		if got := strings.Join(said, "|"); got != want {
			t.Errorf("%q\nsays %q,\nwant %q", text, got, want)
		}
	}
	if b := Parse("## v4.12.0\n### Added\n- Dark mode\n- Bulk export\n\nTurn this changelog into a 60 second update video."); b.Subject != "Version 4.12.0" {
		t.Errorf("a changelog is about %q", b.Subject)
	}
}
