package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// What a plan of the official grammar asks for is on the scene that asks for it.
func TestPlansByTheGuide(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: `STYLE — CARNIVAL (Lins): hot pink #FF1493, yellow #FFE000, teal #00CED1. Smash cuts.

SCENE 1 — FULL SCREEN B-ROLL (10s)
VOICEOVER: "Three new flavours: raspberry, lemon and peach."
LAYER 1: hot pink gradient
LAYER 2: "3 NEW FLAVOURS" SLAMS in from top
LAYER 3: three cards CASCADE from left, staggered 0.25s: "Raspberry", "Lemon", "Peach"
LAYER 4: ticker: "in 2,300 shops"
SCENE 2 — A-ROLL + OVERLAY (8s)
[Avatar RIGHT 40%.]
VOICEOVER: "One layer lasts all day? No."
RIGHT SIDE: "Myth 3: one layer" STAMPS in at -4 degrees
SCENE 3 — B-ROLL (9s)
VOICEOVER: "And the keyring? It is built in."
Visual: Two columns: Pebble Tag $29.99 vs. AirTag $29.00 + keyring $35.00
SCENE 4 — A-ROLL (8s)
VOICEOVER: "Today only."
On-screen: "50% OFF – today™ only" STAMPS in.
SCENE 5 — FULL SCREEN B-ROLL (9s)
VOICEOVER: "We start in October."
Visual: timeline of what comes next: October – wind park, December – new ERP, March – Lyon office`})
	s := b.Scenes
	if s[0].Headline != "3 NEW FLAVOURS" || len(s[0].Items) != 3 || s[0].Stage != "#FF1493" || len(s[0].Ticker) != 1 {
		t.Errorf("scene 1: %q over %d items on %q, ticker %q", s[0].Headline, len(s[0].Items), s[0].Stage, s[0].Ticker)
	}
	if s[1].Kind != scene.Presenter || s[1].Presenter != "right" || len(s[1].Overlay) != 1 || len(s[1].Moves) != 1 || s[1].Moves[0].Angle != -4 {
		t.Errorf("scene 2: %s on the %q with %q, %+v", s[1].Kind, s[1].Presenter, s[1].Overlay, s[1].Moves)
	}
	if s[2].Kind != scene.Compare || s[2].Columns[0].Title != "Pebble Tag" || len(s[2].Columns[1].Rows) != 2 {
		t.Errorf("scene 3: %s, %+v", s[2].Kind, s[2].Columns)
	}
	if len(s[3].Moves) != 1 || s[3].Moves[0].Verb != "stamps" {
		t.Errorf("scene 4: %+v", s[3].Moves)
	}
	if s[4].Kind != scene.Timeline || len(s[4].Items) != 3 || s[4].Items[1].Label != "December" {
		t.Errorf("scene 5: %s, %+v", s[4].Kind, s[4].Items)
	}
}

func TestPicturesOfPlans(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: `Scene 1 [B-ROLL] (6s)
Visual: Two big numbers drop in: 900 g and 22 h
VO: Nine hundred grams. Twenty-two hours.
On-screen text: "900 g"
Scene 2 (6s)
Visual: stat row: 2% → 0.1% errors, 18h saved weekly
VO: Errors fell, and the team saves eighteen hours a week.
Scene 3 (6s)
Visual: A counter COUNTS UP to 71%
VO: Teams who switched answer seventy-one percent of all their tickets within an hour.
Scene 4 (6s)
Visual: Three cards: Bronze: 40 customers, Silver: 25 customers, Gold: 9 customers
VO: We have three levels.
Scene 5: [COMPARISON] Left: "Before: 8.4 %" Right: "After: 6.8 %" (6s)
VO: Values fell.
Scene 6: [B-ROLL] "HbA1c < 7.0 %" STAMPS in center.
VO: The target is below seven percent.
Scene 7
Visual: Avatar LEFT 35%. Content RIGHT 65%. A checklist: One inbox, Shared notes
VO: One inbox.
Scene 8: B-roll of a shop
Visual: A barista slides a cup across the counter.
VO: Good morning.`})
	for i, want := range []scene.Kind{scene.Number, scene.Number, scene.Number, scene.Grid, scene.Compare, scene.Statement, scene.Points, scene.Statement} {
		if b.Scenes[i].Kind != want {
			t.Errorf("scene %d is %s, want %s", i+1, b.Scenes[i].Kind, want)
		}
	}
	s := b.Scenes
	if f := s[0].Figure; f.Text != "900" || f.Suffix != "g" || len(s[0].Items) != 1 || s[0].Items[0].Value != "22 h" || s[0].Note != "" {
		t.Errorf("scene 1 shows %+v %+v", s[0].Figure, s[0].Items)
	}
	if f := s[1].Figure; f.Text != "0.1" || s[1].Label != "Errors" || s[1].Items[0].Value != "18h" && s[1].Items[0].Value != "18 h" {
		t.Errorf("scene 2 shows %+v %+v", s[1].Figure, s[1].Items)
	}
	if s[2].Label != "" || s[2].Figure.Text != "71" {
		t.Errorf("scene 3 counts %q of %q", s[2].Figure.Text, s[2].Label)
	}
	if it := s[3].Items; len(it) != 3 || it[0].Title != "Bronze" || it[0].Body != "40 customers" {
		t.Errorf("scene 4 shows %+v", it)
	}
	if c := s[4].Columns; len(c) != 2 || c[0].Title != "Before" || c[0].Rows[0].Value != "8.4 %" || s[4].Note != "" {
		t.Errorf("scene 5 compares %+v", c)
	}
	notes := notesOf(b)
	for _, bad := range []string{"scene 6's picture", "Content RIGHT", "for number"} {
		if strings.Contains(notes, bad) {
			t.Errorf("a note says %q:\n%s", bad, notes)
		}
	}
	if !strings.Contains(notes, "scene 8's picture") {
		t.Errorf("no note answers scene 8:\n%s", notes)
	}
}

func TestTextsOfPlansAreAllShown(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: "Scene 1: [B-ROLL]\nVO: Listen to this.\nOn-screen text: \"One thing\"\nOn-screen text: \"Another thing\"\nOn-screen text: \"A third\"\nScene 2: [TITLE CARD] \"Valle Coffee.\"\nVO: Valle Coffee, taste the morning."})
	if s := b.Scenes[0]; s.Headline != "One thing" || s.Subtitle != "Another thing" || strings.Join(s.Overlay, "") != "A third" || b.Scenes[1].Headline != "Valle Coffee." || strings.Contains(b.Scenes[1].Say, "Valle Coffee. ") {
		t.Errorf("%+v", b.Scenes)
	}
}

func TestPlansThatSayItTheirOwnWay(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: `Scene 1 – FULL SCREEN – PROCESS (6s)
On-screen: "Source > Sand filter > Your tap"
VO: From the source it runs through sand, and on to you.
Scene 2 – FULL SCREEN – STAT (6s)
On-screen: "0.3 mg/l" big, below "nitrate (limit: 50 mg/l)"
VO: Zero point three milligrams of nitrate. The limit is fifty.
Scene 3 – FULL SCREEN – LIST (6s)
On-screen:
- 412 tests a year
- 24 sensors
VO: Four hundred and twelve tests a year, and twenty-four sensors.
Scene 4: pie chart — Planned 72%, Ad hoc 28%. (6s)
VO: Teams plan seventy-two percent of their week.
Scene 5: quote by Amir Haddad, Ops Lead at Nordlys: "We finally finish on Fridays". (6s)
VO: Amir finally finishes on Fridays.
Scene 6: split screen. Left: "Old way" — 5 tools, 3 logins. Right: "Planwise" — 1 tool, 1 login. (6s)
VO: Five tools become one.
Scene 7: End card, red background: "YOUR LOCK. YOUR LIFE." and "Get it" button (6s)
VO: Your lock. Your life.`})
	s := b.Scenes
	if it := s[0].Items; s[0].Kind != scene.Process || len(it) != 3 || it[2].Title != "Your tap" || s[0].Note != "" {
		t.Errorf("scene 1: %+v", s[0])
	}
	if f := s[1].Figure; s[1].Kind != scene.Number || f.Text != "0.3" || f.Suffix != "mg/l" || s[1].Label != "nitrate (limit: 50 mg/l)" {
		t.Errorf("scene 2: %+v", s[1])
	}
	if it := s[2].Items; s[2].Kind != scene.Grid || len(it) != 2 || it[0].Title != "412 tests a year" || len(s[2].Overlay) > 0 {
		t.Errorf("scene 3: %+v", s[2])
	}
	if s[3].Kind != scene.Chart || s[3].Series.Type != "donut" || len(s[3].Series.Values) != 2 {
		t.Errorf("scene 4: %+v", s[3])
	}
	if s[4].Kind != scene.Quote || s[4].Name != "Amir Haddad" || s[4].Role != "Ops Lead at Nordlys" {
		t.Errorf("scene 5: %+v", s[4])
	}
	if c := s[5].Columns; s[5].Kind != scene.Compare || c[0].Title != "Old way" || len(c[1].Rows) != 2 {
		t.Errorf("scene 6: %+v", s[5])
	}
	if s[6].Kind != scene.End || s[6].Headline != "YOUR LOCK. YOUR LIFE." || s[6].Action != "Get it" || s[6].Stage != "#DC2626" {
		t.Errorf("scene 7: %+v\n%s", s[6], notesOf(b))
	}
}

func TestTwoStatesOfAPicture(t *testing.T) {
	t.Parallel()
	for visual, want := range map[string]string{
		"Antes: 5 correos / Ahora: 1 clic":                                       "Antes=5 correos|Ahora=1 clic",
		"Then: 5 emails / Now: 1 click":                                          "Then=5 emails|Now=1 click",
		"Before: 3.5 hours | After: 1 app":                                       "Before=3.5 hours|After=1 app",
		"two phones: '2 years' vs '4 years'":                                     "=2 years|=4 years",
		"comparison: old press – 5 days, new press – two days":                   "Old press=5 days|New press=two days",
		"comparison: car – 50 minutes, train – 28 minutes":                       "Car=50 minutes|Train=28 minutes",
		"comparison between paper bag (4 uses) and reusable cotton bag (1 year)": "Paper bag=4 uses|Reusable cotton bag=1 year",
		"Note: a big red line. Source: our own books":                            "",
	} {
		b := write(t, Request{Seconds: 20, Spec: manifest.Spec{PositivePrompt: "Scene 1\nVisual: title card \"Hello\"\nVO: \"Hello.\"\n\nScene 2\nVisual: " + visual + "\nVO: \"It is better.\"\n\nScene 3\nVisual: title card \"Bye\"\nVO: \"Goodbye to all of you.\"\n"}})
		var got []string
		for _, c := range b.Scenes[1].Columns {
			got = append(got, c.Title+"="+c.Rows[0].Value)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q compares %q, want %q", visual, got, want)
		}
	}
}

func TestPresenterWhoGivesTheirName(t *testing.T) {
	t.Parallel()
	for say, want := range map[string]string{"Hi, I'm Kenji and I run the lab.": "Kenji", "Hi, I am Dr. Amara Osei and I run the clinic.": "Dr. Amara Osei", "Hallo, ich heiße Lena Vogt.": "Lena Vogt", "I'm French, and I cook.": "", "I'm sure of it.": ""} {
		b := write(t, Request{Seconds: 20, Spec: manifest.Spec{PositivePrompt: "Scene 1\nVisual: presenter on camera\nVO: \"" + say + "\"\n\nScene 2\nVisual: title card \"Bye\"\nVO: \"Bye.\"\n"}})
		if s := b.Scenes[0]; want == "" && s.LowerThird != nil || want != "" && (s.LowerThird == nil || s.LowerThird.Name != want) {
			t.Errorf("%q: %+v, want %q", say, s.LowerThird, want)
		}
	}
}
