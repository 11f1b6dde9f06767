package script

import (
	"fmt"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// TestSeen plans one picture between two cards and looks at what is drawn of it.
func TestSeen(t *testing.T) {
	t.Parallel()
	for visual, want := range map[string]string{
		`Table: Height | Ladder; under 3 m | step ladder; above | extension`:                                                "table [[Height Ladder] [under 3 m step ladder] [above extension]]",
		`ranking table: Frankfurt 38 ms, Lagos 52 ms, Lima 61 ms`:                                                           "chart [Frankfurt Lagos Lima] [38 52 61]",
		`two columns, "Promised" (99.9 %; 0.2 s) against "Measured" (97.1 %; 1.9 s)`:                                        "compare Promised: 99.9 %, 0.2 s | Measured: 97.1 %, 1.9 s",
		`SPLIT SCREEN before / after. Left: "1 a week". Right: "24 a day".`:                                                 "compare Before: 1 a week | After: 24 a day",
		`a split screen – left "Repair €640", right "Service €95". The camera zooms into the right side.`:                   "compare Repair: €640 | Service: €95",
		`Before/after comparison: 11 days vs 2 days`:                                                                        "compare Before: 11 days | After: 2 days",
		`FULL SCREEN. 41 in red, slams down`:                                                                                "number 41",
		`Price tag: €129 crossed out, €99 in big amber`:                                                                     "number €99 Down from €129",
		`Donut chart 78% / 22%, caption "of 312 testers"`:                                                                   "number 78% of 312 testers",
		`Graphic: ladder at 75° angle, labelled "4:1 rule"`:                                                                 "statement",
		`Two columns. Old boiler: 3,200 kWh, €1.3M. Heat pump: 1,950 kWh, €0.7M.`:                                           "compare Old boiler: 3,200 kWh, €1.3M | Heat pump: 1,950 kWh, €0.7M",
		`Animated counter from 0 to 208. Text underneath: hours a year`:                                                     "number 208 hours a year",
		`Pie chart: Where a night goes – Patients 52%, Paperwork 31%, Walking 17%`:                                          "chart [Patients Paperwork Walking] [52 31 17] %",
		`Three numbers side by side: 1,200 desks, 86 trucks, 0 lost laptops. Numbers count up.`:                             "number 1,200",
		`Price list: adults 8 €, children free, families 15 €`:                                                              "table [[adults 8 €] [children free] [families 15 €]]",
		`Opening hours table: Tue–Fri 7–19, Sat 7–13, Sun closed`:                                                           "table [[Tue–Fri 7–19] [Sat 7–13] [Sun closed]]",
		`Steps: 1 Apply by phone 2 One trial night 3 Contract within 7 days.`:                                               "process [Apply by phone One trial night Contract within 7 days]",
		`Checklist, all boxes tick one after another: observations at 4 and 8 / rounds / handover`:                          "grid [Observations at 4 and 8 Rounds Handover]",
		`three tiers as cards sliding up: Bronze – 1 point per coffee, Silver – 2 points, Gold – 3 points and free refills`: "grid [Bronze Silver Gold]",
		`trois colonnes : Jaune : emballages, papier / Vert : verre / Gris : le reste`:                                      "grid [Jaune Vert Gris]",
		`Comparison table – By road: 1 h 50, £14 fuel. By ferry: 25 min, £6 ticket.`:                                        "compare By road: 1 h 50, £14 fuel | By ferry: 25 min, £6 ticket",
		`avant / après — avant : 312 kg, après : 240 kg`:                                                                    "compare Avant: 312 kg | Après: 240 kg",
		`wrong (red cross): bent back, straight legs. right (green tick): straight back, bent legs`:                         "compare Wrong: Bent back, Straight legs | Right: Straight back, Bent legs",
		`Price comparison: Car €6.10 a day, Bus €3.20 a day, Scooter €0.18 a day`:                                           "chart [Car Bus Scooter] [6.1 3.2 0.18] A day",
		`How-to: 1. Switch on 2. Stick pads 3. Follow the voice`:                                                            "process [Switch on Stick pads Follow the voice]",
		`Timetable: Harbour 7:10, 9:40; Island 8:00, 10:30`:                                                                 "table [[Harbour 7:10, 9:40] [Island 8:00, 10:30]]",
		`terminal. $ ctl verify --all`:                                                                                      "code ctl verify --all",
		`Map of the harbour with the route from Gate 4 via Sluice to Pump House DRAWS itself`:                               "process [Gate 4 Sluice Pump House]",
		`flow Browser → Edge → Cache`:                                                                                       "process [Browser Edge Cache]",
		`Line chart DRAWS: flooded cellars 2021 34, 2022 29, 2024 3`:                                                        "chart [2021 2022 2024] [34 29 3] Flooded cellars",
		`bar chart: 2021: 140 000, 2022: 165 000, 2023: 210 000`:                                                            "chart [2021 2022 2023] [140000 165000 210000]",
		`bar chart grows: apples 65, cherries 80, almonds 95, percent of the yield`:                                         "chart [Apples Cherries Almonds] [65 80 95] %",
		`a big counter running up to €153 billion, with the small print "a year"`:                                           "number €153B a year",
		`product from above, three hotspots pulse: "Sensor", "Port", "Switch"`:                                              "grid [Sensor Port Switch]",
	} {
		b := write(t, Request{Seconds: 40, Spec: manifest.Spec{PositivePrompt: "No avatar.\n\nScene 1: Title\nVisual: title card \"Hello\"\nVO: \"Hello.\"\n\nScene 2\nVisual: " + visual + "\nVO: \"So it is in October of this year.\"\n\nScene 3\nVisual: title card \"Bye\"\nVO: \"Goodbye to all of you.\""}})
		s := b.Scenes[1]
		got := string(s.Kind)
		switch s.Kind {
		case scene.Table:
			got += fmt.Sprint(" ", s.Rows)
		case scene.Chart:
			got += strings.TrimRight(fmt.Sprint(" ", s.Series.Labels, " ", s.Series.Values, " ", s.Series.Unit, s.Subtitle), " ")
			got = strings.Replace(got, " msms", "", 1)
		case scene.Compare:
			var cols []string
			for _, c := range s.Columns {
				var rows []string
				for _, r := range c.Rows {
					rows = append(rows, r.Value)
				}
				cols = append(cols, c.Title+": "+strings.Join(rows, ", "))
			}
			got += " " + strings.Join(cols, " | ")
		case scene.Number:
			if got += " " + telling.FigureText(s.Figure); strings.Contains(visual, `"`) || strings.Contains(visual, "Text underneath") {
				got += " " + s.Label
			}
			got = strings.TrimRight(got+" "+s.Subtitle, " ")
		case scene.Code:
			got += " " + s.Code
		case scene.Process, scene.Grid:
			var items []string
			for _, it := range s.Items {
				items = append(items, it.Title)
			}
			got += fmt.Sprint(" ", items)
		}
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", visual, got, want)
		}
	}
}
