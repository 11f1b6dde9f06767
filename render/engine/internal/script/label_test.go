package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// said is all that a prompt's video says.
func said(t *testing.T, prompt string, seconds float64) string {
	t.Helper()
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: prompt}, Seconds: seconds})
	if err != nil {
		t.Fatalf("%q: %v", prompt, err)
	}
	var all []string
	for _, s := range b.Scenes {
		all = append(all, s.Say)
	}
	return strings.Join(all, " ")
}

// Attributes are not counted off like steps, and labels are not spoken as they stand.
func TestAttributesAndLabels(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		prompt    string
		seconds   float64
		want, not string
	}{
		{"Real estate video for 14 Orchard Lane, Bath.\nFirst, price £625,000.\nSecond, 4 bedrooms.\nGarden faces south.\nCall Rosa today.", 30, "price is £625,000", "First,"},
		{"Real estate listing video. 14 Orchard Lane in Bath: 4 bedrooms, 2 bathrooms, a south-facing garden. Call Rosa today.", 40, "4 bedrooms", "Second,"},
		{"Create a video about the harbour tour. It includes 24 boats, 6 islands, and a lunch on deck. Book at a.example.", 40, "And a lunch on deck", "First, 24"},
		{"Create a training video about lifting. Three rules: bend your knees, keep the load close, ask for help.", 40, "First, bend your knees", ""},
		{"Topic: Composting at home\nAudience: beginners\nKey points:\n- Mix green and brown waste\n- Turn it every two weeks\n- It is ready in 3 months", 40, "composting at home", "Topic"},
		{"The topic is composting at home. Make it 40 seconds. Mix green and brown waste. Turn it every two weeks.", 40, "composting at home", "topic"},
		{"Subject: spring sale. 30 seconds. Cause: an expired certificate. Owner: Priya. Deadline: 3 March.", 30, "The deadline is 3 March.", "Deadline:"},
		{"Create a video. The title is \"Night shift\". We open at ten. We close at six. Nobody waits longer than ten minutes.", 30, "We open at ten", "title is"},
	} {
		got := said(t, tt.prompt, tt.seconds)
		if !strings.Contains(got, tt.want) {
			t.Errorf("%q\nsays %q,\nnot %q", tt.prompt, got, tt.want)
		}
		if tt.not != "" && strings.Contains(got, tt.not) {
			t.Errorf("%q\nsays %q,\nwith %q", tt.prompt, got, tt.not)
		}
	}
}
