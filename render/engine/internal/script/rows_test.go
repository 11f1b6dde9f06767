package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// TestTablesAsTheyAreMeant: decimal commas, units behind heads, totals, missing cells and
// counts beside shares, as people's spreadsheets have them.
func TestTablesAsTheyAreMeant(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ prompt, file, data, says, never string }{
		{"Stelle unsere neue Wanderkollektion vor. Die Preise stehen in der Datei.", "preise.csv",
			"Artikel;Preis (EUR);Gewicht kg\nSchuh Alma;1.149,90;1,2\nRucksack Tobel 32;119,00;1,45\nZelt Furka;389,50;\nSumme;1.658,40;\n",
			"Schuh Alma 1.149,90 €|Rucksack Tobel 32: 119,00 €|Schuh Alma 1,2 kg", "Summe|1.658|Zelt Furka kg"},
		{"Present our price list to resellers in the US, based on the attached numbers.", "prices.csv",
			"Article;Price (EUR)\nBoot;1.149,90\nTent;389,50\nStove;64,00\n", "Boot €1,149.90|Tent €389.50", "1.149"},
		{"Summarize the results of our customer survey for the staff.", "survey.csv",
			"How satisfied are you?,n,% of respondents\nVery satisfied,312,41.2%\nSatisfied,248,32.7%\nNeutral,121,16.0%\nTotal,681,100.0%\n", "Very satisfied 41.2%|Neutral 16.0%", "312|Total|N:"},
		{"Quarterly results video for investors based on the attached numbers.", "q.csv",
			"Quarter,Revenue (USD m),Change vs prior year\nQ1 2025,12.4,+8.1%\nQ2 2025,11.9,-2.3%\nQ3 2025,,\nQ4 2025,15.7,+21.4%\n", "from $12.4 million in Q1 2025 to $15.7 million in Q4 2025|+21.4%", "hange vs prior year rose"},
		{"Present our team numbers to the board.", "team.tsv",
			"Team\tHeadcount\tAttrition %\nSupport\t42\t11.5\nSales\t28\t18.0\nEngineering\t96\t6.2\nFinance\t12\tn/a\nAll teams\t178\t9.4\n", "Finance 12|Engineering 6.2%", "178|All teams|n/a"},
	} {
		b := write(t, Request{Dir: folderWith(t, map[string]string{c.file: c.data}), Seconds: 60, Spec: manifest.Spec{PositivePrompt: c.prompt, Context: []string{c.file}}})
		told := ""
		for _, s := range b.Scenes {
			told += s.Say + "\n"
			if s.Series != nil {
				for _, l := range s.Series.Labels {
					told += l + "\n"
				}
			}
		}
		for _, want := range strings.Split(c.says, "|") {
			if !strings.Contains(told, want) {
				t.Errorf("%s: %q is not told:\n%s", c.file, want, told)
			}
		}
		for _, no := range strings.Split(c.never, "|") {
			if strings.Contains(told, no) {
				t.Errorf("%s: %q is told:\n%s", c.file, no, told)
			}
		}
	}
}

// TestFilesAsTheyAreMeant: what counts clauses, signs quotations, marks releases and names
// tickets in a text is not said; tables of unlike measures are no comparison.
func TestFilesAsTheyAreMeant(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{
		"policy.md":    "# Travel policy\n\n## 1. Booking\n1.1 All flights must be booked at least 14 days before departure.\n1.2 Business class is allowed on flights longer than 6 hours.\n",
		"press.txt":    "FOR IMMEDIATE RELEASE\n\nNorvik Ferries orders two electric ships\n\nBERGEN, 3 September 2026 – Norvik Ferries has ordered two battery-electric ferries from the Sletta yard for 640 million kroner.\n",
		"README.md":    "# tidewatch\n\nTidewatch warns small harbours before floods.\n\n## Performance\n\n| gauges | CPU | latency |\n|---|---|---|\n| 10 | 2 % | 40 ms |\n| 1000 | 31 % | 210 ms |\n\n> Tidewatch saved our boats twice. -- Ines, harbour master of Olhão\n",
		"CHANGELOG.md": "# Changelog\n\n## [2.4.0] - 2026-10-30\n### Fixed\n- Crash when opening files larger than 2 GB (#398, thanks @lena)\n- Wrong totals in the tax report\n",
		"minutes.md":   "Meeting minutes, building committee, 12 October 2026\nPresent: Ruth Adeyemi (chair), Paul Lind.\n\nThe roof of the east wing leaks in three places.\n\nAction items:\n- Sara: order gravel by 16 October\n- Paul: find volunteers by 20 October\n",
	})
	for _, c := range []struct{ prompt, file, says, never string }{
		{"Training video about our travel policy for new employees.", "policy.md", "All flights must be booked", "1.1|1.2"},
		{"Turn this press release into a news video.", "press.txt", "Norvik Ferries orders two electric ships", "IMMEDIATE|BERGEN"},
		{"Make a product video from the README.", "README.md", "10 gauges: CPU 2 %, latency 40 ms|Ines, harbour master of Olhão, says: Tidewatch saved our boats twice.", "against|--"},
		{"Release video for version 2.4 of Papermill.", "CHANGELOG.md", "opening files larger than 2 GB", "398|lena"},
		{"Update about what the building committee decided.", "minutes.md", "leaks in three places|Sara: order gravel", "Adeyemi|Meeting minutes"},
	} {
		b := write(t, Request{Dir: dir, Seconds: 45, Spec: manifest.Spec{PositivePrompt: c.prompt, Context: []string{c.file}}})
		told := saidIn(b)
		for _, want := range strings.Split(c.says, "|") {
			if !strings.Contains(told, want) {
				t.Errorf("%s: %q is not told:\n%s", c.file, want, told)
			}
		}
		for _, no := range strings.Split(c.never, "|") {
			if strings.Contains(told, no) {
				t.Errorf("%s: %q is told:\n%s", c.file, no, told)
			}
		}
	}
}
