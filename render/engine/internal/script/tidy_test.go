package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

func boardFor(t *testing.T, spec manifest.Spec) *scene.Storyboard {
	t.Helper()
	b, err := Write(context.Background(), Request{Spec: spec, Dir: "testdata", Seconds: 30})
	if err != nil {
		t.Fatalf("%q: %v", spec.PositivePrompt, err)
	}
	return b
}

// onScreen is all text that a scene shows.
func onScreen(s scene.Scene) []string {
	out := append([]string{s.Headline, s.Subtitle, s.Label, s.Note, s.Action}, s.Overlay...)
	for _, it := range s.Items {
		out = append(out, it.Label, it.Title, it.Body, it.Value)
	}
	if s.Figure != nil {
		out = append(out, telling.FigureText(s.Figure))
	}
	return out
}

func TestRatiosStayWhole(t *testing.T) {
	t.Parallel()
	for prompt, want := range map[string]string{
		"Create a training video about phishing. Say that 9 of 10 attacks start with an email.":            "9 of 10",
		"Create a training video about sleep. Mention that 3 in 4 adults sleep too little.":                "3 in 4",
		"Create a training video about safety. Explain that two out of three accidents happen at home.":    "",
		"Erstelle ein Schulungsvideo über Phishing. Erkläre, dass 9 von 10 Angriffe mit E-Mails beginnen.": "9 von 10",
	} {
		b := boardFor(t, manifest.Spec{PositivePrompt: prompt})
		var all []string
		for _, s := range b.Scenes {
			all = append(all, onScreen(s)...)
		}
		for _, text := range all {
			for _, cut := range []string{"10 ", "4 adults", "three accidents"} {
				if strings.HasPrefix(text, cut) {
					t.Errorf("%q: %q has lost the half of its ratio", prompt, text)
				}
			}
		}
		if want != "" && !strings.Contains(strings.Join(all, "\n"), want) {
			t.Errorf("%q: %q is not shown: %q", prompt, want, all)
		}
	}
	w := &telling.Writer{Wording: tongue.English, Lang: "en"}
	for s, want := range map[string]string{
		"Two out of three accidents happen at home.": "2 out of 3", "One in five patients forgets.": "1 in 5", "Pick one of three plans.": "", "9 of 10 attacks": "9 of 10", "We sold 4 in 2 days": "",
	} {
		got := ""
		if f, ok := w.OutOf(s); ok {
			got = telling.FigureText(&f.Figure)
		}
		if got != want {
			t.Errorf("%q: ratio %q, want %q", s, got, want)
		}
	}
}

func TestBrandKeyIsNoName(t *testing.T) {
	t.Parallel()
	prompt := "Release notes video for Foo CLI 2.4. New: remote cache, parallel tests, clearer errors. See foo.example/changes."
	for _, c := range []struct{ brand, want string }{{"n", "Foo CLI 2.4"}, {"foo", "Foo CLI 2.4"}, {"Foo Labs", "Foo Labs"}} {
		b := boardFor(t, manifest.Spec{PositivePrompt: prompt, Brand: &manifest.Brand{Name: c.brand}})
		if got := b.Look.LogoText; got != c.want {
			t.Errorf("brand %q: logo text %q, want %q", c.brand, got, c.want)
		}
		end := b.Scenes[len(b.Scenes)-1]
		if end.Headline == "" || len(end.Headline) < 3 || end.Action == "See" || end.Note == "See" {
			t.Errorf("brand %q: end card %+v", c.brand, end)
		}
	}
}

// TestNothingTwiceOnOneScreen holds for every board: no headline repeats an item,
// no two steps share an icon, no text keeps its backticks.
func TestNothingTwiceOnOneScreen(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes under the race detector, and shares nothing")
	}
	t.Parallel()
	for _, name := range prompts(t) {
		for i, s := range boardOf(t, name).Scenes {
			seen := map[string]bool{}
			for _, text := range append([]string{s.Say}, onScreen(s)...) {
				if strings.Contains(text, "`") {
					t.Errorf("%s scene %d: backticks in %q", name, i+1, text)
				}
			}
			for _, text := range append([]string{s.Headline, s.Subtitle, s.Label, s.Action}, s.Overlay...) {
				if text != "" && seen[strings.ToLower(text)] {
					t.Errorf("%s scene %d shows %q twice", name, i+1, text)
				}
				seen[strings.ToLower(text)] = true
			}
			icons := map[string]bool{}
			for _, it := range s.Items {
				if it.Title != "" && strings.EqualFold(it.Title, s.Headline) {
					t.Errorf("%s scene %d: the headline repeats %q", name, i+1, it.Title)
				}
				if s.Kind == scene.Process && it.Icon != "" && icons[it.Icon] {
					t.Errorf("%s scene %d: two steps with the icon %s", name, i+1, it.Icon)
				}
				icons[it.Icon] = true
			}
		}
	}
}

// TestTitleIsShort: what is said over a title takes as long as reading it.
func TestTitleIsShort(t *testing.T) {
	t.Parallel()
	for _, prompt := range []string{
		"Create a video. Our repair workshop in the old harbour hall fixed eighteen thousand items last year, and volunteers from nine districts gave the time for it. Most of them come back. It is open on Saturdays.",
		"Why heat pumps save money: a heat pump delivers 4 kWh of heat for each kWh of electricity, a gas boiler only 0.9. It cuts the bill by 35 percent. Learn more at warm.example.",
	} {
		b := boardFor(t, manifest.Spec{PositivePrompt: prompt})
		if s := b.Scenes[0]; s.Kind != scene.Title || telling.GuessSeconds(s.Say) > titleWords || s.Headline == "" {
			t.Errorf("%q: the title says %q under %q", prompt, s.Say, s.Headline)
		}
		said := ""
		for _, s := range b.Scenes {
			said += s.Say + " "
		}
		for _, word := range []string{"eighteen thousand", "0.9"} {
			if strings.Contains(prompt, word) && !strings.Contains(said, word) {
				t.Errorf("%q: %q is lost: %q", prompt, word, said)
			}
		}
	}
}

func TestRecapFillsATrainingWithFewFacts(t *testing.T) {
	t.Parallel()
	var recaps []string
	for _, s := range boardOf(t, "ratio-quote.txt").Scenes {
		if strings.HasPrefix(s.Say, "To recap") {
			recaps = append(recaps, s.Say)
		}
	}
	if len(recaps) != 1 || !strings.Contains(recaps[0], "hover over links") {
		t.Errorf("recaps: %q", recaps)
	}
}

// TestPicturesSurviveTheOrder: facts that have a picture keep it, whatever stands
// beside them and however many there are.
func TestPicturesSurviveTheOrder(t *testing.T) {
	t.Parallel()
	b, err := Write(context.Background(), Request{Seconds: 45, Spec: manifest.Spec{PositivePrompt: `Make a 45-second video about our library app Booklight. Before: people waited 3 days for a book. After: they wait 4 hours. Show a bar chart of loans per branch: North 120, South 95, Port 60. In March 2025 we opened the pilot, in June 2025 five branches joined, and in 2026 the whole city follows. Two out of three members use it every week. Sign up, pick a branch, collect your book. Quote our head librarian Sam Okoro: "Nobody queues any more." At the end: get it at booklight.example.`}})
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[scene.Kind]scene.Scene{}
	for _, s := range b.Scenes {
		kinds[s.Kind] = s
	}
	for _, k := range []scene.Kind{scene.Compare, scene.Chart, scene.Timeline, scene.Process, scene.Quote, scene.End} {
		if _, ok := kinds[k]; !ok {
			t.Errorf("no %s scene: %v", k, b.Scenes)
		}
	}
	if c := kinds[scene.Compare]; len(c.Columns) == 2 && (c.Columns[0].Rows[0].Value != "3 days" || c.Columns[1].Rows[0].Value != "4 h") {
		t.Errorf("columns %+v", c.Columns)
	}
	if e := kinds[scene.End]; e.Say != "Get it at booklight.example." {
		t.Errorf("the end says %q", e.Say)
	}
}

// TestPictureOpensBehindATitle: a prompt that begins with a comparison or with dates
// gets a title and keeps them.
func TestPictureOpensBehindATitle(t *testing.T) {
	t.Parallel()
	for prompt, kind := range map[string]scene.Kind{
		"30 second video. Old way: paper forms. New way: one tap. Visit tap.example.":                                             scene.Compare,
		"Create a video about sourdough. Timeline: 9 May: doors open, 12 May: first loaf, 1 June: market day. Visit bun.example.": scene.Timeline,
	} {
		b := boardFor(t, manifest.Spec{PositivePrompt: prompt})
		if b.Scenes[0].Kind != scene.Title || b.Scenes[0].Headline == "" {
			t.Errorf("%q: opens with %+v", prompt, b.Scenes[0])
		}
		found := false
		for _, s := range b.Scenes {
			found = found || s.Kind == kind
			if s.Kind == scene.Presenter && s.Say == "" {
				t.Errorf("%q: the presenter has nothing to say", prompt)
			}
		}
		if !found {
			t.Errorf("%q: no %s: %+v", prompt, kind, b.Scenes)
		}
	}
}

// TestOnePointTooLong: a video that is half empty because its quote does not fit says
// how long it would have to be, and does not ask for more facts.
func TestOnePointTooLong(t *testing.T) {
	t.Parallel()
	const text = `A video: a customer quote. "We cut our support queue in half within a month and nobody had to work a weekend," says Dana Whitfield, Head of Support at Northwind.
End with a call to action to read the full story at northwind.example.`
	b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: text}, Dir: "testdata", Seconds: 8})
	if err != nil {
		t.Fatal(err)
	}
	notes := ""
	for _, n := range b.Notes {
		notes += n.Text + "\n"
	}
	if !strings.Contains(notes, "left out to fit") || !strings.Contains(notes, "to keep every word") || strings.Contains(notes, "add facts") {
		t.Error(notes)
	}
}

// Days under one head are days and no values that rise; what is not so is not ticked; hours
// have one mark.
func TestListsShowWhatTheyAre(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		prompt, title, icon string
	}{
		{"Video about a 7-day Azores trip. Departures: May 4, June 1, Sept 7. Groups of max 12.", "May 4", "calendar"},
		{"Video about bulky waste. Each household gets two pickups. Not taken: tyres, paint, construction waste.", "Paint", "x"},
		{"We need a short video for the screen at our front desk. From Monday 6 January the gym has new opening hours: Monday to Friday 06:00–22:30, Saturday 08:00–18:00, Sunday 09:00–16:00.", "Saturday", "clock"},
	} {
		found := false
		for _, s := range boardFor(t, manifest.Spec{PositivePrompt: c.prompt}).Scenes {
			for _, it := range s.Items {
				found = found || it.Title == c.title && it.Icon == c.icon
			}
			if s.Kind == scene.Chart {
				t.Errorf("%q: a chart of %v", c.prompt, s.Series)
			}
		}
		if !found {
			t.Errorf("%q: no item %q with the mark %q", c.prompt, c.title, c.icon)
		}
	}
}
