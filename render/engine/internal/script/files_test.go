package script

import (
	"os"
	"path/filepath"
	"testing"

	"gitops.video/render/manifest"
)

// TestFilesAsSources: what an order says of its files is no topic, no audience and is not
// said; the files name the video, their questions stand over their answers, and their tables
// answer what is asked of them.
func TestFilesAsSources(t *testing.T) {
	t.Parallel()
	files := map[string]string{
		"q3.csv":      "region,q1_revenue_eur,q2_revenue_eur,q3_revenue_eur,churn_pct\nNorth,1200000,1350000,1520000,3.1\nSouth,980000,1010000,990000,4.6\nEast,610000,700000,820000,5.2\n",
		"survey.csv":  "question,agree_pct,disagree_pct\nI know what is expected of me,88,4\nI have the tools I need,64,21\nMy manager listens,71,9\n",
		"faq.md":      "# Returns and refunds\n\n## How long do I have?\nYou have 30 days to send an item back.\n\n## Who pays?\nReturns are free in the EU.\n",
		"handbook.md": "# Warehouse onboarding\n\nOur warehouse in Lund ships 3,200 parcels a day.\n\n## Safety\nWear steel-toe boots at all times. Never walk under a raised fork.\n",
		"release.md":  "# Tern 4.2\n\n## What's new\n- Offline maps\n- Shared trips\n- Fuel costs for 14 countries\n",
		"about.txt":   "Lumen Kitchens builds fitted kitchens from reclaimed oak. Since 2014 we have built 620 kitchens.\n",
		"zahlen.csv":  "Standort;Besucher 2024;Besucher 2025\nHamburg;18400;21900\nBern;7200;8800\nJena;1200;1300\n",
		"sales.csv":   "product,units_2024,units_2025\nDesk lamp,12400,15100\nFloor lamp,8300,7900\nPendant,5600,8900\n",
		"team.csv":    "team,open_positions,time_to_hire_days\nEngineering,12,48\nSupport,4,21\nSales,7,33\n",
		"talk.txt":    "Interview with Dr. Amara Okoye, head of surgery\n\nQ: What changed?\nA: We cancel far fewer operations.\n\nQ: What surprised you?\nA: How quickly the nurses took to it.\n",
		"rapport.md":  "# Rapport annuel 2025\n\nNous avons distribué 8,4 tonnes de légumes, soit 20 % de plus qu'en 2024.\n",
		"tides.md":    "# Tides\nThe tide at Dover rises by 6.7 metres in spring.\n",
		"minutes.txt": "Minutes, works council meeting, 12 November 2026\nAttendees: Jonas, Mei, Petra, Olu\n\nDecisions:\n- Flexible hours start on 1 February.\n- The canteen stays open during the renovation.\n",
	}
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ prompt, file, title, has, not string }{
		{"A quarterly update for the sales team from the attached numbers. Show revenue by region and point out who grew the most.", "q3.csv", "Quarterly update", "Q3 revenue: North €1.52M, South €0.99M, and East €0.82M.|East grew the most: from €0.61M in Q1 to €0.82M in Q3.", "attached|point out|Q2"},
		{"Which region had the highest churn? Make a 20 second clip for the board.", "q3.csv", "Which region had the highest churn?", "East has the highest churn: 5.2%.", ""},
		{"Make a 40-second video about the results of our employee survey. Highlight the best and the worst score.", "survey.csv", "The results of our employee survey", "88% for “I know what is expected of me”|The best score is “I know what is expected of me”, with 88%.|The worst score is “I have the tools I need”, with 64%.", "It comes with"},
		{"Turn the attached FAQ into a short explainer for customers.", "faq.md", "Returns and refunds", "How long do I have? You have 30 days to send an item back.|Who pays? Returns are free in the EU.", "attached"},
		{"Erstelle ein Video für unsere Kunden auf Basis der FAQ.", "faq.md", "Returns and refunds", "How long do I have?", "Danke|Basis"},
		{"Onboarding video for new warehouse staff based on our handbook.", "handbook.md", "Warehouse onboarding", "Our warehouse in Lund|Never walk", "handbook"},
		{"Make a release video for users of Tern from the release notes.", "release.md", "Tern 4.2", "Tern 4.2|offline maps", "release notes"},
		{"Video for our homepage that introduces the company. Use about.txt for the facts, warm and calm.", "about.txt", "Lumen Kitchens", "Lumen Kitchens builds fitted kitchens", "about.txt|the company"},
		{"Show the sales team how our lamps sold. Which product grew the most, which fell?", "sales.csv", "How our lamps sold", "Pendant grew the most: from 5,600 in 2024 to 8,900 in 2025.|Floor lamp fell from 8,300 in 2024 to 7,900 in 2025.|Desk lamp from 12,400 to 15,100", ""},
		{"A hiring update for managers: where are the most open positions, and who takes longest to hire?", "team.csv", "Where are the most open positions, and who takes longest to hire?", "Engineering has the most open positions: 12.|Engineering has the longest time to hire: 48 days.", "Here's where"},
		{"Make a 45 second clip from the attached interview for the hospital's intranet.", "talk.txt", "Interview with Dr. Amara Okoye, head of surgery", "What changed? We cancel far fewer operations.", "Q:|attached"},
		{"Zeige unserem Team, wie sich die Besucherzahlen entwickelt haben. Die Zahlen stehen in zahlen.csv.", "zahlen.csv", "", "Besucher: Hamburg von 18.400 auf 21.900", "zahlen.csv"},
		{"Fais une vidéo de 45 secondes pour nos donateurs à partir du rapport annuel.", "rapport.md", "Rapport annuel 2025", "8,4 tonnes", "un sur cinq|Parlons"},
		{"Explain how tides work in the harbour, with the figure 6.7 metres.", "tides.md", "", "how tides work in the harbour", ""},
		{"Summarize the works council minutes for employees who missed the meeting.", "minutes.txt", "The works council minutes", "Flexible hours|canteen", "Jonas|Summarize"},
	} {
		b := write(t, Request{Spec: manifest.Spec{PositivePrompt: c.prompt, Context: []string{c.file}}, Dir: dir})
		tells(t, b, c.prompt, c.title, c.has, c.not)
	}
}
