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
		{ID: "end", Kind: scene.End, Say: "See what your building could share today.", Headline: "See what your building could share", URL: "https://commonwatt.example/start", Action: "Scan to check your address", Note: "Free check in two minutes. No contract."},
	}
}
