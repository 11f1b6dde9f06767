package revise_test

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/script"
)

const offerPrompt = `Scene 1: Hello
VO: "Welcome to Tallyho, an invoicing app. We started it in a kitchen."
Scene 2: Plans
VO: "Plans: Free at $0 for 3 clients, Solo at $9 a month for unlimited clients, and Studio at $29 a month for teams of up to 10."
Visual: list of three plans
On-screen text: "Free", "Solo", "Studio"
Scene 3: Sales
VO: "Revenue doubled in a year."
Visual: line chart of sales: Q1: 120k, Q2: 180k, Q3: 260k
Scene 4: Launch
VO: "We launch on Tuesday, June 2nd, 2026. Sign up by 12 May. Call 040 555 123."
Scene 5: Checks
VO: "Check the brakes, the horn and the seat belt."
On-screen text: "Brakes", "Horn", "Seat belt"
Scene 6: Fair
VO: "You meet 85 makers, a workshop for kids and live music. Doors open at 8:30 am. The fair is from 3 to 5 October."
`

// TestNamesOfTheVideo: what only the video knows by name is removed, said or given another
// value, and what it does not have is declined.
func TestNamesOfTheVideo(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]string{
		"drop the free plan":                                       "| Plans: Solo at $9 a month for unlimited clients and Studio at $29 a month for teams of up to 10. |",
		"remove the studio plan":                                   "| Plans: Free at $0 for 3 clients and Solo at $9 a month for unlimited clients. |",
		"rename Seat belt to Safety belt":                          "the horn and the safety belt.",
		"drop the workshop":                                        "You meet 85 makers and live music. Doors",
		"doors open at 9 am now":                                   "Doors open at 9 am. The fair",
		"launch slipped to 10 September":                           "We launch on September 10th, 2026.",
		"just call it Tally instead of Tallyho":                    "Welcome to Tally, an",
		`the opening line is boring, try "Chasing invoices?"`:      "Chasing invoices? | Plans",
		"remove the makers":                                        "You meet a workshop for kids and live music. Doors",
		"rename Studio to Agency":                                  "and Agency at $29",
		"the ending is weak, end with \"Get your evenings back.\"": "| Get your evenings back. |",
		"remove the brakes":                                        "| Check the horn and the seat belt. |",
		"remove the horn":                                          "Check the brakes and the seat belt.",
		"the solo plan is now 12 dollars a month":                  "Solo at $12 a month for unlimited",
		"change the solo plan to $12":                              "Solo at $12 a month for unlimited",
		"Studio is for teams of up to 15, not 10":                  "for teams of up to 15.",
		"we moved the launch to July 15":                           "We launch on July 15th, 2026. Sign up by 12 May.",
		"change the launch date to Monday 8 June 2027":             "We launch on Monday, June 8th, 2027.",
		"the deadline moved to May 20th":                           "Sign up by 20 May. Call",
		"the phone number is 040 555 999":                          "Call 040 555 999.",
		`I don't like the word "invoicing", use "billing"`:         "Tallyho, a billing app.",
		"mention that we also take cards":                          "| We also take cards.",
		"mention that the studio plan includes unlimited clients":  "teams of up to 10. The studio plan includes unlimited clients. |",
		"in scene 3 mention that costs fell":                       "Revenue doubled in a year. Costs fell. |",
		"remove the word invoicing":                                "Tallyho, an app.",
		"finish with a scene that says Thank you for riding":       "| Thank you for riding.",
		"longer pauses between the scenes":                         `in a kitchen. <break time="700ms"/> | Plans`,
	} {
		b, answer := amended(t, offerPrompt, edit)
		if said := wordsOf(b) + " |"; !strings.Contains(said, want) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, said, answer)
		}
	}
	plain := ""
	for _, edit := range []string{"remove the zebra", "remove the enterprise plan", "the zebra is now $5", "the zebra moved to July 15", "we moved the launch to next spring",
		"drop the month", "make the bars green", "remove the launch", "remove the doubling", "mention that revenue doubled in a year", "shorter pauses", "the fair opens on 4 October", "lower the pass mark to 75 percent", "remove the 2026", "remove the checks", "change the date to July 15"} {
		b, answer := amended(t, offerPrompt, edit)
		if plain == "" {
			plain = wordsOf(b)
		}
		if said := wordsOf(b); said != plain || !strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, said, answer)
		}
	}
	b, answer := amended(t, offerPrompt, "bars instead of lines")
	if s := b.Scenes[2].Series; s == nil || s.Type != "bar" {
		t.Errorf("%+v: %s", s, answer)
	}
	b, answer = amended(t, offerPrompt, "Q3 should be 280k")
	if s := b.Scenes[2].Series; s == nil || s.Values[2] != 280 {
		t.Errorf("%+v: %s", s, answer)
	}
	b, answer = amended(t, offerPrompt, "get rid of the revenue chart")
	if len(b.Scenes) != 5 || b.Scenes[2].Kind == scene.Chart {
		t.Errorf("%d scenes: %s", len(b.Scenes), answer)
	}
}

// TestOneInstructionCountsWhatIsSeen: the scenes of one instruction are those that its
// writer sees, those of the next one are what the first has left.
func TestOneInstructionCountsWhatIsSeen(t *testing.T) {
	t.Parallel()
	for edits, want := range map[string]string{
		"remove scene 2 and in scene 4 say \"New.\"":      "s1 s3 s4:New. s5 s6",
		"swap scenes 1 and 2 and in scene 1 say \"New.\"": "s2 s1:New. s3 s4 s5 s6",
		"remove scene 2; in scene 4 say \"New.\"":         "s1 s3 s4:New. s5 s6",
		"move scene 1 to the end and remove scene 6":      "s2 s3 s4 s5 s1",
		"remove scene 2|in scene 4 say \"New.\"":          "s1 s3 s4 s5:New. s6",
	} {
		b, err := script.Write(context.Background(), script.Request{Spec: manifest.Spec{PositivePrompt: offerPrompt, Edits: strings.Split(edits, "|")}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range b.Scenes {
			if s.Say == "New." {
				s.ID += ":New."
			}
			got = append(got, s.ID)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s: %s, want %s\n%s", edits, g, want, b.Notes[len(b.Notes)-1].Text)
		}
		if told := strings.Contains(b.Notes[len(b.Notes)-1].Text, "counted as the edits before"); told != strings.Contains(edits, "|") {
			t.Errorf("%s: %s", edits, b.Notes[len(b.Notes)-1].Text)
		}
	}
}

// TestFigureThatBecomesWords: words are no number to count up to.
func TestFigureThatBecomesWords(t *testing.T) {
	t.Parallel()
	const text = "Scene 1: Hi\nVO: \"Meet Tallyho.\"\nScene 2: Sooner\nVO: \"Customers get paid 11 days sooner.\"\nVisual: counter\n"
	b, _ := amended(t, text, "use calm music")
	if b.Scenes[1].Figure == nil {
		t.Fatalf("%+v: the prompt shows no figure", b.Scenes[1])
	}
	b, answer := amended(t, text, "change 11 days to two weeks")
	if s := b.Scenes[1]; s.Figure != nil || !strings.Contains(s.Say, "two weeks sooner") || !strings.Contains(s.Headline, "two weeks") {
		t.Errorf("%+v: %s", s, answer)
	}
}

// TestValueBeforeItsName: what is said right before a name may be its value, and a number
// that only looks like it stays.
func TestValueBeforeItsName(t *testing.T) {
	t.Parallel()
	const text = "Scene 1: Hi\nVO: \"You get 30 days off, a railcard and 20 percent discount for 3 friends.\"\nScene 2: Start\nVO: \"We launch on 3 June 2026.\"\nVisual: counter\n"
	for edit, want := range map[string]string{
		"the discount is 25 percent now":   "a railcard and 25 percent discount",
		"replace 3 friends with 5 friends": "for 5 friends. | We launch on 3 June 2026.",
		"change the date to July 15":       "We launch on 15 July 2026.",
	} {
		b, answer := amended(t, text, edit)
		if said := wordsOf(b); !strings.Contains(said, want) {
			t.Errorf("%s: %s\n%s", edit, said, answer)
		}
		if f := b.Scenes[1].Figure; f == nil || !strings.Contains(b.Scenes[1].Say, f.Text) {
			t.Errorf("%s: the figure is %+v where %q is said", edit, f, b.Scenes[1].Say)
		}
	}
}

// What is not to be spoken of is a member of a list, and the list stays.
func TestUnsayAMember(t *testing.T) {
	t.Parallel()
	for edit, c := range map[string][2]string{
		"Sprich nicht über den Lärm": {"Erstelle ein Video für Mieter. Am 3. Mai wird das Wasser abgestellt. Vorteile: neue Rohre, besserer Druck, weniger Lärm. Fragen an hv@brandt.de.", "Lärm"},
		"No hables del ruido":        {"Crea un vídeo para vecinos. El 3 de mayo se corta el agua. Ventajas: tuberías nuevas, mejor presión, menos ruido. Preguntas a info@brandt.es.", "ruido"},
	} {
		b, _ := amended(t, c[0], edit)
		said := wordsOf(b)
		if strings.Contains(said, c[1]) || !strings.Contains(said, ":") {
			t.Errorf("%q: %q", edit, said)
		}
	}
}
