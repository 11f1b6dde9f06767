package motion

import "gitops.video/render/render/engine/internal/scene"

// samples are the scenes of the art direction's stills.
func samples() []scene.Scene {
	stats := []scene.Item{
		{Label: "Evening peak", Value: "−41 %", Body: "bought from the grid", Points: []float64{9, 8.6, 8.8, 7.2, 6.1, 5.6, 5.3}},
		{Label: "Pays back in", Value: "6.5 yrs", Body: "for a 24-flat block", Points: []float64{2, 2.4, 3.1, 3.9, 5.2, 6.4, 7.6}},
		{Label: "Backup time", Value: "11 h", Body: "lights, lift and fridges", Points: []float64{3, 3.2, 4.5, 6, 7.4, 9.6, 11}},
	}
	points := []scene.Item{
		{Title: "Charge when power is cheap", Body: "Midnight to 5 am, at 9 cents per kWh", Icon: "bolt"},
		{Title: "Share it at six", Body: "The battery covers the evening peak", Icon: "clock"},
		{Title: "Split the saving", Body: "Every flat gets an equal credit", Icon: "coin"},
	}
	sayPoints := "First we charge when power is cheap at night. Then we share it at six when everybody cooks. Last we split the saving."
	return []scene.Scene{
		{ID: "titlecap", Say: "One battery can serve a whole building of flats.", Kind: scene.Title, Headline: "One battery. A whole building.", Subtitle: "How shared storage cuts evening bills for every flat, without a single roof panel of your own.", Label: "A 90-second guide for residents"},
		{ID: "title", Kind: scene.Title, Headline: "One battery. A whole building.", Subtitle: "How shared storage cuts evening bills for every flat, without a single roof panel of your own.", Label: "A 90-second guide for residents"},
		{ID: "presenter", Kind: scene.Presenter, Say: "Every evening at six your building pays the highest price.", LowerThird: &scene.LowerThird{Name: "Ines Calloway", Role: "Head of building programmes"}, Overlay: []string{"Highest price"}},
		{ID: "points", Kind: scene.Points, Say: sayPoints, Headline: "Three moves, every single day", Items: points},
		{ID: "points5", Kind: scene.Points, Say: sayPoints, Headline: "Five moves, every single day", Items: append(append([]scene.Item{}, points...), scene.Item{Title: "Sell what is left"}, scene.Item{Title: "Sleep well"})},
		{ID: "pointsnone", Kind: scene.Points, Presenter: "none", Say: sayPoints, Headline: "Three moves, every single day", Items: points},
		{ID: "number", Kind: scene.Number, Say: "Each flat keeps three hundred and eighteen euros a year.", Label: "Saved per flat, every year", Figure: &scene.Figure{Prefix: "€", Text: "318", Share: .53, Low: "53 % of the evening bill", High: "€600 average", Cue: "three hundred"}, Items: stats},
		{ID: "number1", Kind: scene.Number, Say: "They reached one point eight five million people.", Label: "People reached in one quarter", Figure: &scene.Figure{Text: "1.85", Suffix: "M", Cue: "one point eight"}, Subtitle: "Across eleven countries and four languages"},
		{ID: "quote", Kind: scene.Quote, Say: "We stopped talking about the bill. That is how I know it works.", Headline: "We stopped talking about the bill. That is how I know it works.", Name: "Marta Lindholm", Role: "Residents’ board, 14 Quay Street"},
		{ID: "statement", Kind: scene.Statement, Say: "Power you share is power you never waste.", Headline: "Power you share is power you never waste", Subtitle: "One battery in the basement serves every flat above it."},
		{ID: "chapter", Kind: scene.Chapter, Chapter: "Who pays, who saves", Headline: "Who pays, and who saves", Subtitle: "The numbers for a block of 24 flats."},
		{ID: "chart", Kind: scene.Chart, Headline: "At six o’clock, the price is cut almost in half", Subtitle: "Price per kWh over a winter weekday, in cents", Label: "per kWh at six, when everyone cooks", Note: "Source: Commonwatt pilot, 24 flats, January 2026",
			Items: []scene.Item{{Label: "With battery", Value: "29 ct"}, {Label: "Grid only", Value: "51 ct"}},
			Series: &scene.Series{Type: "line", Unit: "ct", Focus: new(18), Labels: []string{"0", "1", "2", "3", "4", "5", "6 am", "7", "8", "9", "10", "11", "Noon", "13", "14", "15", "16", "17", "6 pm", "19", "20", "21", "22", "23", "24"},
				Other:  []float64{16, 15, 15, 15, 16, 18, 24, 31, 30, 26, 23, 21, 20, 20, 21, 24, 31, 43, 51, 49, 41, 30, 22, 18, 16},
				Values: []float64{16, 16, 16, 16, 16, 18, 22, 25, 25, 23, 21, 20, 19, 19, 20, 21, 24, 27, 29, 28.5, 27, 24, 20, 17, 16}}},
		{ID: "bars", Kind: scene.Chart, Say: "Sales grew every quarter and reached forty two million in the last one.", Headline: "Sales doubled within a year", Subtitle: "Million euros a quarter", Series: &scene.Series{Type: "bar", Unit: "M", Focus: new(4), Labels: []string{"Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025", "Q1 2026"}, Values: []float64{19, 24, 27.5, 33, 42}}},
		{ID: "rows", Kind: scene.Chart, Headline: "Where the power goes", Series: &scene.Series{Type: "bar", Unit: "%", Focus: new(1), Labels: []string{"Heating and warm water", "Cooking in the evening", "Lights and lifts", "Fridges", "Screens", "Laundry", "Charging", "Rest", "More"}, Values: []float64{41, 22, 11, 8, 6, 5, 4, 2, 1}}},
		{ID: "donut", Kind: scene.Chart, Headline: "Two thirds come from the night", Series: &scene.Series{Type: "donut", Unit: "kWh", Focus: new(0), Labels: []string{"Night tariff", "Solar", "Day tariff"}, Values: []float64{66, 21, 13}}},
		{ID: "compare", Kind: scene.Compare, Say: "You could buy your own. When it is shared by the building, sharing costs nothing up front.", Headline: "Buy your own, or share one?", Columns: []scene.Column{
			{Title: "On your own", Rows: []scene.Item{{Label: "Up-front cost", Value: "€9,400"}, {Label: "Space at home", Value: "1.2 m² of wall"}, {Label: "Backup time", Value: "3 hours"}, {Label: "Pays off after", Value: "9 years"}}},
			{Title: "Shared by the building", Winner: true, Rows: []scene.Item{{Label: "Up-front cost", Value: "€0"}, {Label: "Space at home", Value: "None"}, {Label: "Backup time", Value: "11 hours"}, {Label: "Pays off after", Value: "Month one"}}}}},
		{ID: "process", Kind: scene.Process, Say: "First the residents vote. Then we plan everything. Our crew installs it in one day in the basement. And you save.", Headline: "From vote to first saving in eight weeks", Items: []scene.Item{
			{Label: "Week 1", Title: "Residents vote", Body: "One short meeting, a simple majority"}, {Label: "Weeks 2–6", Title: "We plan", Body: "Survey and permits, done for you", Icon: "doc"},
			{Label: "Week 7", Title: "Crew installs", Body: "One day, in the basement", Icon: "battery"}, {Label: "Every month", Title: "You save", Body: "Credits on every monthly bill", Icon: "coin"}}},
		{ID: "timeline", Kind: scene.Timeline, Headline: "Four years of proof behind one sign-up", Items: []scene.Item{
			{Label: "2022", Title: "First pilot", Body: "24 flats in one block"}, {Label: "2023", Title: "City permit", Body: "Basement storage approved"}, {Label: "2024", Title: "100 buildings", Body: "Across four districts"},
			{Label: "2025", Title: "Night tariff", Body: "9 cents, fixed for 5 years"}, {Label: "2026", Title: "Your street", Body: "Sign-up is open now"}}},
		{ID: "grid", Kind: scene.Grid, Headline: "Everything is included from day one", Items: []scene.Item{
			{Title: "Installed and insured", Body: "Hardware, crew and cover for fifteen years"}, {Title: "Live app", Body: "Watch each kWh being shared", Icon: "phone"}, {Title: "11 h backup", Body: "Lights, lift and fridges stay on", Icon: "shield"},
			{Title: "Cleaner mix", Body: "Charged by night wind", Icon: "leaf"}, {Title: "No lock-in", Body: "Leave with a month’s notice", Icon: "calendar"}, {Title: "Fair split", Body: "Equal credit per flat", Icon: "chart"}}},
		{ID: "device", Kind: scene.Device, Headline: "See every shared hour", Subtitle: "The resident app shows who used the battery, and what each flat earned.", Items: []scene.Item{{Label: "6 pm to 10 pm", Value: "82 kWh", Body: "moved out of the peak"}, {Title: "Every flat"}, {Title: "Every hour"}}},
		{ID: "code", Kind: scene.Code, Headline: "One file describes every video", CodeLang: "yaml", Code: "videos:\n  - name: launch\n    prompt: \"Announce the spring release\"\n    duration: 30 # seconds\n    formats: [landscape, portrait]\n    brand:\n      primary: \"#2457F5\"\n      accent: \"#FFB224\""},
		{ID: "table", Kind: scene.Table, Headline: "What each plan includes", Rows: [][]string{{"Plan", "Storage", "Backup", "Price a month"}, {"Basic", "4 kWh", "3 h", "€9"}, {"Family", "8 kWh", "6 h", "€15"}, {"Whole floor", "24 kWh", "11 h", "€39"}}},
		{ID: "location", Kind: scene.Location, Label: "Open house", Headline: "14 Quay Street, Hamburg", Subtitle: "See the battery in the basement, every Thursday at six."},
		{ID: "logo", Kind: scene.Logo, Subtitle: "Power for the whole building"},
		{ID: "ticker", Kind: scene.Statement, Say: "Power you share is power you never waste.", Headline: "Power you share is power you never waste", Ticker: []string{"Grid price at six: 51 ct", "With battery: 29 ct", "Battery at 82 %", "Next meeting: Thursday, 19:00"}},
		{ID: "tickerchart", Kind: scene.Chart, Headline: "Sales doubled within a year", Ticker: []string{"Q1 2026: 42M"}, Series: &scene.Series{Type: "bar", Unit: "M", Focus: new(2), Labels: []string{"2024", "2025", "2026"}, Values: []float64{19, 24, 42}}},
		{ID: "end", Kind: scene.End, Say: "See what your building could share today.", Headline: "See what your building could share", URL: "https://commonwatt.example/start", Action: "Scan to check your address", Note: "Free check in two minutes. No contract."},
	}
}
