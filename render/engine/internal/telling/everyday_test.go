package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestHeadlinesDoNotEndOnAPronoun: the subject of a verb that is cut off goes with it.
func TestHeadlinesDoNotEndOnAPronoun(t *testing.T) {
	t.Parallel()
	w := &Writer{Wording: tongue.English, Lang: "en"}
	for s, want := range map[string]string{
		"So far we have 5 helpers.": "So far we have 5 helpers",
		"The Eastgate pool is closed from 3 to 14 March for new changing rooms and some painting.":           "The Eastgate pool is closed",
		"Deliveries are a day late in the whole north (Thursday, not Wednesday) until the end of the month.": "Deliveries are a day late in the whole north",
		"The winter fair is on Saturday 6 December, 11 am to 3 pm in the main hall.":                         "The winter fair is on Saturday 6 December",
	} {
		if got := w.Headline(s, 40); got != want {
			t.Errorf("%q is headed %q, want %q", s, got, want)
		}
	}
	if got, want := w.Headline("For every kilowatt hour of electricity it delivers three to four kilowatt hours of heat.", 40), "Delivers three to four kilowatt hours of heat"; got != want {
		t.Errorf("it is headed %q, want %q", got, want)
	}
}

// TestHowManyOfHowMany: what there is is drawn as a part of what is needed.
func TestHowManyOfHowMany(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"We need 600 volunteers, we have 412.":         "412|Volunteers|of 600 needed",
		"We need £20,000 and so far we have £14,500.":  "£14,500|Tea|of £20,000 needed",
		"We need 20 chairs, we have 45.":               "",
		"We need 600 volunteers, we have two offices.": "",
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{}
		got := ""
		if w.goal(b, s) {
			got = strings.Join([]string{FigureText(b.Figure), b.Label, b.Subtitle}, "|")
		}
		if got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
