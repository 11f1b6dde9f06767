package prompt

import (
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// A prompt that stands in quotation marks as a whole is read as it would be without them.
func TestWholeInQuotationMarks(t *testing.T) {
	t.Parallel()
	const script = "Every morning, three thousand bakers wake before four. They mix flour, and they wait. Crumb changes that. Try it free for 30 days at crumb.example."
	for name, text := range map[string]string{
		"straight":      `"` + script + `"`,
		"curly":         "“" + script + "”",
		"German":        "„" + script + "“",
		"French":        "« " + script + " »",
		"with speech":   `"` + script + ` "I sleep an hour longer," says Ada."`,
		"escaped":       `"` + script + ` \"I sleep an hour longer,\" says Ada."`,
		"in paragraphs": "\"Every morning, three thousand bakers wake before four.\n\nCrumb changes that. Try it free for 30 days at crumb.example.\"",
	} {
		b := Parse(text)
		if b.Level != brief.Script || len(b.Points) == 0 {
			t.Errorf("%s: level %v, %+v", name, b.Level, b)
		}
	}
	for name, text := range map[string]string{
		"two titles": `"Tea" and "Cake"`,
		"an order":   `"Make a 20-second video about Leafly, a tea subscription. It costs €9 a month."`,
		"one line":   `"The future is here."`,
	} {
		if b := Parse(text); b.Level == brief.Script {
			t.Errorf("%s is read as a script: %+v", name, b)
		}
	}
	if b := Parse(`"Make a 20-second video about Leafly, a tea subscription. It costs €9 a month."`); b.Seconds != 20 || b.Subject != "Leafly" {
		t.Errorf("an order in quotation marks: %v s about %q", b.Seconds, b.Subject)
	}
}
