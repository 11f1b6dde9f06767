package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestHistory: sentences that tell of one year after the other are one timeline.
func TestHistory(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"It was built in 1624, burned down in 1702 and was rebuilt by Lady Anne Carew in 1711.":                                                    "timeline 1624 Built|1702 Burned down|1711 Rebuilt by Lady Anne Carew",
		"The club was founded in 1976 by eleven friends. In 2004 Clara Jensen won our first title. Since 2019 girls train too.":                    "timeline 1976 The club was founded by eleven friends|2004 Clara Jensen won our first title|Since 2019 Girls train too",
		"Anna Reyes opened the first bakery in Porto in 1931. Her son moved it to Lisbon in 1958. In 1990, the shop burned down.":                  "points 1931 Anna Reyes opened the first bakery in Porto|1958 Her son moved it to Lisbon|1990 The shop burned down",
		"The mill was built in 1802. It got its first turbine in 1911, closed in 1968 and reopened in 1984.":                                       "timeline 1802 The mill was built|1911 It got its first turbine|1968 Closed|1984 Reopened",
		"The building opened in 1926 as a cinema. In 1941 a bomb destroyed the roof. The town bought the ruin in 1950 and opened it in 1953.":      "timeline 1926 The building opened as a cinema|1941 A bomb destroyed the roof|1950 The town bought the ruin|1953 Opened it",
		"It was founded in 1788 by the monk Ansgar Roth, nearly closed in 1919 and was saved by its workers. In 1954 it brewed its first pilsner.": "points 1788 Founded by the monk Ansgar Roth|1919 Nearly closed and was saved by its workers|1954 It brewed its first pilsner",
		"We opened in 2019. In 2021 we served 40,000 guests. In 2024 we moved to the harbour.":                                                     "",
		"In 2026 we want to reach 10 more villages. We opened in 1998.":                                                                            "",
		"We were founded in 1998. Last spring we moved.":                                                                                           "",
		"In 2004 we won our first title. The club was founded in 1976. Our boathouse was built in 1981.":                                           "",
		"In 1500 households nobody has water. In 1600 households nobody has power. In 1700 households nobody has heat, and nobody knows why.":      "",
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		w.Brief.Level = brief.Topic
		var beats []*Beat
		for _, x := range prose.SplitSentences(s) {
			b := &Beat{Words: []string{x}, As: brief.Body}
			w.Clause(b, &brief.Point{Text: x})
			beats = append(beats, b)
		}
		beats = w.History(beats)
		got := ""
		if b := beats[0]; len(beats) == 1 && len(b.Items) > 0 {
			var items []string
			for _, it := range b.Items {
				items = append(items, strings.TrimSpace(it.Label+" "+it.Title+" "+it.Body))
			}
			got = string(b.Kind) + " " + strings.Join(items, "|")
		}
		if got != want {
			t.Errorf("%q\n got %s\nwant %s", s, got, want)
		}
	}
}
