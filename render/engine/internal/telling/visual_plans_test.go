package telling

import (
	"fmt"
	"testing"
)

// Data of charts, comparisons and tables in the orders that people write them.
func TestDataOfPictures(t *testing.T) {
	for s, want := range map[string]string{
		"Line chart: p99 latency ms: v1.0 14, v1.5 9, v2.0 3. Line draws left to right.":                      "line [V1.0 V1.5 V2.0] [14 9 3]",
		"Donut chart 70% training, 20% meetings, 10% exploring":                                               "donut [Training Meetings Exploring] [70 20 10]",
		"donut 64% repaired, 27% resold, 9% recycled, slices draw clockwise":                                  "donut [Repaired Resold Recycled] [64 27 9]",
		"Donut: 78 % pumps and pipes, 14 % training, 8 % administration. Legend right.":                       "donut [Pumps and pipes Training Administration] [78 14 8]",
		"Animated line chart 2023 → 2026: households with water 120, 310, 640, 1,180. Y axis \"Households\".": "line [2023 2024 2025 2026] [120 310 640 1180]",
		"Bar graph before and after: 14.2 vs 8.9":                                                             "bar [Before After] [14.2 8.9]",
		"Line chart of premiums, 2022 $19, 2023 $17, 2024 $15, 2025 $12, dips with bounce":                    "line [2022 2023 2024 2025] [19 17 15 12]",
		"Presenter left, bar chart: 2023 18 Unfälle, 2024 11 Unfälle, 2025 4 Unfälle. bars GROW from bottom.": "bar [2023 2024 2025] [18 11 4]",
		"Bar chart DRAWS itself left to right: Q3 2023 €341M, Q3 2024 €365M, Q3 2025 €377M":                   "bar [Q3 2023 Q3 2024 Q3 2025] [341 365 377] €M",
		"number of injuries: 48 in 2022, 31 in 2023, 12 in 2024":                                              "line [2022 2023 2024] [48 31 12]",
		"bar chart: v2.9 180 MB/s; v3.0 240 MB/s; v3.1 610 MB/s. Highlight v3.1.":                             "bar [V2.9 V3.0 V3.1] [180 240 610]",
	} {
		got := "none"
		if x := SeriesIn(s, "en"); x != nil {
			got = fmt.Sprint(x.Type, " ", x.Labels, " ", x.Values)
			if x.Unit == "€M" {
				got += " " + x.Unit
			}
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", s, got, want)
		}
	}
}

func TestSidesOfPictures(t *testing.T) {
	for s, want := range map[string]string{
		"Two columns: Pebble Tag $29.99 vs. AirTag $29.00 + keyring $35.00":                                                           "Pebble Tag [$29.99] AirTag [$29.00 Keyring $35.00]",
		"Before/After split. Before: 6.2 km per shift. After: 3.9 km per shift. Right side GLOWS green.":                              "Before [6.2 km per shift] After [3.9 km per shift]",
		"deux colonnes. Avant : 120 €. Après : 0 €. La colonne de droite s'illumine.":                                                 "Avant [120 €] Après [0 €]",
		"two cards side by side: Allowed (green tick): coffee, calendar | Not allowed (red cross): cash, holiday":                     "Allowed [Coffee Calendar] Not allowed [Cash Holiday]",
		"Split screen: left – a full bathtub (150 L), right – a 5-minute shower (45 L). Numbers count up.":                            "Full bathtub [150 L] 5-minute shower [45 L]",
		"Split screen: left 1/2, right 3/8. Left side highlighted at the end.":                                                        " [1/2]  [3/8]",
		"a split screen compares day pass and membership: day pass 16 euros, membership 49 euros a month; the membership side glows.": "Day pass [16 euros] Membership [49 euros a month]",
	} {
		cols := SidesIn(s)
		if cols == nil {
			cols = ColumnsIn(s)
		}
		if cols == nil {
			cols = ValuesIn(s)
		}
		if cols == nil {
			cols = VersusIn(s)
		}
		got := ""
		for i, c := range cols {
			if i > 0 {
				got += " "
			}
			var rows []string
			for _, r := range c.Rows {
				rows = append(rows, r.Value)
			}
			got += fmt.Sprint(c.Title, " ", rows)
		}
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", s, got, want)
		}
	}
	rows := RowsIn("Tabelle mit Zeilen: Gas | 1.980 €; Öl | 2.240 €. Kopfzeile: Heizung | Kosten. Letzte Zeile orange.")
	if fmt.Sprint(rows) != "[[Heizung Kosten] [Gas 1.980 €] [Öl 2.240 €]]" {
		t.Errorf("rows %v", rows)
	}
	if rows := RowsIn("Table — columns Gift, Value, OK?; rows: Mug, £8, yes; Dinner, £45, declare."); fmt.Sprint(rows) != "[[Gift Value OK?] [Mug £8 yes] [Dinner £45 declare]]" {
		t.Errorf("rows %v", rows)
	}
}
