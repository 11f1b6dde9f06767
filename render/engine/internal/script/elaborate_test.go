package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// A prompt with few facts for its length is told at more length, and a prompt that
// fills its length is not; neither says anything that the prompt does not.
func TestShortScriptsAreElaborated(t *testing.T) {
	t.Parallel()
	const facts = "Introduce Brew Bros cold brew. It has 200 mg of caffeine, zero sugar and ships free over $25."
	for _, tt := range []struct {
		prompt  string
		lang    string
		seconds float64
		want    string
		not     string
	}{
		{facts, "", 25, "Here's what you get. 200 mg of caffeine. Zero sugar. And it ships free over $25.", ""},
		{facts, "", 8, "zero sugar and ships free", "First,"},
		{"Explain phishing. 82% of breaches begin with an email.", "", 30, "That's more than four in five.", ""},
		{"Explain our year. Revenue grew 82% to $4.2M.", "", 30, "Revenue grew 82%", "four in five"},
		{"Stelle Klarblick vor. Drei Vorteile: auslaufsicher, leicht und reparierbar.", "de", 30, "Drei Vorteile. Erstens: auslaufsicher. Zweitens: leicht. Und schließlich: reparierbar.", ""},
		{"Quarterly update for all staff. Revenue grew 18% to $4.2M. Churn fell from 5.1% to 3.4%. NPS is 61.", "", 15, "NPS is 61.", "To recap"},
		{"Quarterly update. We hired twelve people. Churn fell to 3%. The office moves in May. Nobody works on Fridays.", "", 45, "Nobody works on Fridays.", "To recap"},
	} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: tt.prompt, Language: tt.lang}, Seconds: tt.seconds})
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, s := range b.Scenes {
			said = append(said, s.Say)
		}
		all := strings.Join(said, " ")
		if !strings.Contains(all, tt.want) {
			t.Errorf("%q in %g s:\n%s\nlacks %q", tt.prompt, tt.seconds, all, tt.want)
		}
		if tt.not != "" && strings.Contains(all, tt.not) {
			t.Errorf("%q in %g s:\n%s\nsays %q", tt.prompt, tt.seconds, all, tt.not)
		}
	}
}
