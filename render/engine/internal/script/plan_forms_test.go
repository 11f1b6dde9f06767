package script

import (
	"slices"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// says and shows are what two scenes of plans are checked for.
func says(t *testing.T, s scene.Scene, want string) {
	t.Helper()
	if s.Say != want {
		t.Errorf("said: %q, want %q", s.Say, want)
	}
}

// A table of plain text whose rows take several lines: a row a scene.
func TestWrappedTables(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: `AV SCRIPT – "Q3 opener" – TRT 0:40

VIDEO                                   | AUDIO
----------------------------------------|-----------------------------
1. Title card: Q3 IN THREE NUMBERS.     | MUSIC UP: bright.
   White on teal (#0F766E).             | (no VO)
2. CEO avatar, standing.                | ANNA (on camera): Good morning. It was our best
   Super: Anna Berg, CEO                | quarter so far.
3. Donut chart, 92% filled.             | ANNA (V.O.): Ninety-two percent of customers
   Label: renewal rate                  | renewed.
4. Logo.                                | ANNA (V.O.): Thank you. MUSIC OUT.`})
	if len(b.Scenes) != 4 {
		t.Fatalf("%d scenes", len(b.Scenes))
	}
	says(t, b.Scenes[0], "")
	says(t, b.Scenes[1], "Good morning. It was our best quarter so far.")
	says(t, b.Scenes[2], "Ninety-two percent of customers renewed.")
	says(t, b.Scenes[3], "Thank you.")
	if l := b.Scenes[1].LowerThird; l == nil || l.Name != "Anna Berg" || l.Role != "CEO" {
		t.Errorf("lower third: %+v", l)
	}
	if s := b.Scenes[2]; s.Figure == nil || s.Figure.Text != "92" {
		t.Errorf("scene 3 shows %s %+v", s.Kind, s.Figure)
	}
}

// The parts of a story with their names are scenes where they say what is seen.
func TestStoriesWithPictures(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: `Hey team,

here's what I'm thinking for the launch vid. 30s.

Hook: "You're still chasing invoices by hand?" – founder talking straight to camera
Problem: Show a stack of paper invoices piling up. 43% of small firms are paid late.
Solution: Product screenshot slides in from the right. "Paytrail reminds your customers for you."
CTA: Start free at paytrail.example. Logo + URL on dark purple (#3B0A5C), 5 sec

Thanks!
Lio`})
	if len(b.Scenes) != 4 {
		t.Fatalf("%d scenes", len(b.Scenes))
	}
	for i, want := range []string{"You're still chasing invoices by hand?", "43% of small firms are paid late.", "Paytrail reminds your customers for you.", "Start free at paytrail.example."} {
		says(t, b.Scenes[i], want)
	}
	if s := b.Scenes[3]; s.Kind != scene.End || s.Stage != "#3B0A5C" || s.Seconds != 5 {
		t.Errorf("the end: %s on %q for %g s", s.Kind, s.Stage, s.Seconds)
	}
	facts := boardFor(t, manifest.Spec{PositivePrompt: "A 30-second video about Paytrail.\nProblem: 43% of small firms are paid late.\nSolution: Paytrail reminds your customers for you.\nProof: 200 customers use it.\nCTA: Start free at paytrail.example."})
	if strings.Contains(facts.Scenes[0].Say, "Hook") || len(facts.Notes) > 0 && strings.Contains(notesOf(facts), "no voice-over") {
		t.Errorf("facts are no plan:\n%s", notesOf(facts))
	}
}

// How long a scene lasts, wherever its line says it.
func TestLengthsInLines(t *testing.T) {
	t.Parallel()
	for name, plan := range map[string]string{
		"brackets first": "Social ad, 20 sec.\n\n1. (4s) Flames in an oven. VO: Ninety seconds, then out.\n2. (5s) Three prices pop in: Marinara €7, Margherita €8.50. VO: From seven euros.",
		"strokes":        "Shot 1 / 4 sec / Wide: a queue. Narration: \"Ninety seconds, then out.\"\nShot 2 / 5 sec / Three prices: Marinara €7, Margherita €8.50. Narration: \"From seven euros.\"",
	} {
		b := boardFor(t, manifest.Spec{PositivePrompt: plan})
		if len(b.Scenes) != 2 || b.Scenes[0].Seconds != 4 || b.Scenes[1].Seconds != 5 {
			t.Fatalf("%s: %+v", name, b.Scenes)
		}
		says(t, b.Scenes[1], "From seven euros.")
		if r := b.Scenes[1].Rows; len(r) != 2 || r[1][1] != "€8.50" {
			t.Errorf("%s: prices %v", name, r)
		}
	}
}

// What stands behind the words that are said on their line is seen, and who speaks may stand
// in the label of the words.
func TestBehindTheWords(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: `Scene 1: [A-ROLL] Presenter on the right third. Script: "One in five lost data. Most had a backup." Motion text on the left: "1 in 5" PUNCHES in at word "five".
Scene 2: [B-ROLL] Script: "Everything stays in Frankfurt, encrypted." Visual: icon grid: lock – Encrypted; map pin – Frankfurt. Stagger 0.2s.
Scene 3: [A-ROLL] Script: "You have thirty days." Lower-third: "Free for 30 days · vaulty.example". Button "Start a test" pulses.
Scene 4: [B-ROLL] Text on black: "In 2019 we fed 90 families." "Today: 410." No narration, just piano.
Scene 5: [B-ROLL] Visual: comparison bars, Tape 540 min (grey) vs Vaulty 11 min (accent yellow), bars FILL from the bottom over 1.2 s. Script: "Eleven minutes, not nine hours."`})
	s := b.Scenes
	says(t, s[0], "One in five lost data. Most had a backup.")
	if len(s[0].Overlay) != 1 || s[0].Overlay[0] != "1 in 5" {
		t.Errorf("scene 1 shows %q", s[0].Overlay)
	}
	if it := s[1].Items; len(it) != 2 || it[0].Title != "Encrypted" || it[0].Icon != "lock" || it[1].Icon != "pin" || len(s[1].Moves) != 1 || s[1].Moves[0].Stagger != .2 {
		t.Errorf("scene 2 shows %+v, %+v", it, s[1].Moves)
	}
	if l := s[2].LowerThird; l == nil || l.Name+"|"+l.Role != "Free for 30 days|vaulty.example" || len(s[2].Overlay) != 1 {
		t.Errorf("scene 3: %+v and %q", l, s[2].Overlay)
	}
	says(t, s[3], "")
	if !strings.Contains(s[3].Headline+s[3].Subtitle, "90 families") || !strings.Contains(s[3].Headline+s[3].Subtitle, "410") {
		t.Errorf("scene 4 shows %q, %q", s[3].Headline, s[3].Subtitle)
	}
	if c := s[4].Series; c == nil || len(c.Values) != 2 || c.Labels[1] != "Vaulty" || c.Focus == nil || *c.Focus != 1 {
		t.Errorf("scene 5: %+v", c)
	}
	de := boardFor(t, manifest.Spec{PositivePrompt: "Szene 1 – Termine (7 s)\nBild: Vier Tonnen als Karten: Gelb – Verpackung, Blau – Papier\nText (Sprecherin): „Im Hof stehen zwei Tonnen.“\n(Hintergrund grün, keine Moderatorin)\nSzene 2 (5 s)\nText (Sprecherin): „Schön, dass du da bist.“"})
	says(t, de.Scenes[0], "Im Hof stehen zwei Tonnen.")
	says(t, de.Scenes[1], "Schön, dass du da bist.")
	if !strings.HasPrefix(de.Scenes[0].Stage, "#") {
		t.Errorf("the ground is %q:\n%s", de.Scenes[0].Stage, notesOf(de))
	}
}

// Pictures that say what they hold in their own ways.
func TestPicturesInOtherForms(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: `Scene 1 (5s)
Visual: Diagram: sunlight + water → sugar + oxygen.
VO: Plants take in sunlight and water, and make sugar and oxygen.
Scene 2 (5s)
Visual: Process: 1 Say thank you → 2 Log it → 3 Wait
VO: Say thank you, log it, and wait.
Scene 3 (5s)
Visual: steps appear one by one - Write to both > Compare > Switch
VO: It takes three steps.
Scene 4 (5s)
L2: Three stat cards CASCADE from the right, staggered 0.3s: "8 s fold", "11 kg", "Self-charging"
VO: Fold it, lift it, ride it.
Scene 5 (5s)
Visual: Split screen: left frozen pizza, right our Margherita
VO: You can have that. Or this.
Scene 6 (5s)
Visual: Portrait of Marcus, 61, retired bus driver. Quote on screen: "Now they feed me."
VO: Now they feed me.
Scene 7 (5s)
Visual: End card on red background (#C1121F): "Da Enzo", licence no. 1098765 in small type
VO: Da Enzo.`})
	s := b.Scenes
	if it := s[0].Items; s[0].Kind != scene.Process || len(it) != 2 || it[0].Title != "Sunlight + water" {
		t.Errorf("scene 1: %s %+v", s[0].Kind, it)
	}
	if it := s[1].Items; len(it) != 3 || it[0].Title != "Say thank you" {
		t.Errorf("scene 2: %+v", it)
	}
	if it := s[2].Items; s[2].Kind != scene.Process || len(it) != 3 || it[1].Title != "Compare" {
		t.Errorf("scene 3: %s %+v", s[2].Kind, it)
	}
	if it := s[3].Items; s[3].Kind != scene.Grid || len(it) != 3 || it[2].Title != "Self-charging" || s[3].Moves[0].Target != "items" {
		t.Errorf("scene 4: %s %+v %+v", s[3].Kind, it, s[3].Moves)
	}
	if c := s[4].Columns; s[4].Kind != scene.Compare || c[0].Rows[0].Value != "Frozen pizza" || c[1].Rows[0].Value != "Our Margherita" {
		t.Errorf("scene 5: %s %+v", s[4].Kind, c)
	}
	if s[5].Kind != scene.Quote || s[5].Name != "Marcus" {
		t.Errorf("scene 6: %s by %q", s[5].Kind, s[5].Name)
	}
	if s[6].Stage != "#C1121F" || !strings.Contains(s[6].Note+strings.Join(s[6].Overlay, " "), "1098765") {
		t.Errorf("scene 7 on %q, small %q %q", s[6].Stage, s[6].Note, s[6].Overlay)
	}
}

// What a direction about the whole video says of one scene's music, and its colours in brackets.
func TestDirectionsBelowPlans(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: "Scene 1 (5s)\nVO: Leaves are green.\nScene 2 (5s)\nVO: Why is that?\n\nPlease use a friendly female voice and bright colours (green and yellow). No music during scene 2 please. Whip pan between 1 and 2."})
	if c := b.Scenes[1].Music; c == nil || !c.Off || b.Scenes[0].Music != nil {
		t.Errorf("music: %+v, %+v", b.Scenes[0].Music, c)
	}
	if b.Look.Primary == "" || b.Look.Accent == "" || b.Look.Primary == b.Look.Accent {
		t.Errorf("colours %q, %q", b.Look.Primary, b.Look.Accent)
	}
	if b.Scenes[1].Transition.Kind != "push" {
		t.Errorf("transition %q", b.Scenes[1].Transition.Kind)
	}
}

// Plans as they are typed for a friend: heads in brackets, lists under names, pictographs.
func TestPlansOfOtherHands(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: "20 s, avatar = Marcus.\n\n[BEAT 1 | 0:00–0:07 | A-ROLL] Marcus at a desk: \"Your rent is due on the first.\"\n[BEAT 2 | 0:07–0:20 | MOTION GRAPHIC] Bar graph rising from the baseline: April 3, May 1. VO: \"Three in April, one in May.\"\n\nKeep the legal line on screen for 6 seconds at least."})
	if len(b.Scenes) != 2 || b.Scenes[0].Seconds != 7 || b.Scenes[1].Seconds != 13 {
		t.Fatalf("%+v", b.Scenes)
	}
	says(t, b.Scenes[0], "Your rent is due on the first.")
	says(t, b.Scenes[1], "Three in April, one in May.")
	if s := b.Scenes[1]; s.Kind != scene.Chart || s.Subtitle != "" {
		t.Errorf("scene 2: %s under %q", s.Kind, s.Subtitle)
	}
	b = boardFor(t, manifest.Spec{PositivePrompt: "Lesson video: fractions\n\nintro:\n- teacher avatar waves\n- says \"Today we share a pizza.\"\n- title on screen: Fractions\n\npart 1:\n- one slice slides out\n- says \"One of four slices is one quarter.\"\n\nend:\n- confetti, text: See you tomorrow!"})
	if len(b.Scenes) != 3 {
		t.Fatalf("%d scenes", len(b.Scenes))
	}
	says(t, b.Scenes[0], "Today we share a pizza.")
	says(t, b.Scenes[1], "One of four slices is one quarter.")
	says(t, b.Scenes[2], "")
	b = boardFor(t, manifest.Spec{PositivePrompt: "Reel for Café Morgenrot\n\n🎥 Shot 1 – 4s – steam over a cup\n🗣 \"It's 6:58.\"\n\n🎥 Shot 2 – 6s – barista ties apron\n🗣 \"In two minutes, forty people want coffee.\"\n✏️ text: 40 people, 2 minutes (slides up, bold)"})
	if len(b.Scenes) != 2 || b.Scenes[1].Seconds != 6 {
		t.Fatalf("%+v", b.Scenes)
	}
	says(t, b.Scenes[0], "It's 6:58.")
	says(t, b.Scenes[1], "In two minutes, forty people want coffee.")
	if s := b.Scenes[1]; strings.Contains(s.Headline+s.Label+s.Subtitle+strings.Join(s.Overlay, ""), "slides up") {
		t.Errorf("a direction is read: %+v", s)
	}
}

// What stands below the last scene and in its head is no words, and numbers of scenes need no noun.
func TestAroundPlans(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{PositivePrompt: "Scene 1: [A-ROLL + OVERLAY] (6s) [Avatar LEFT 30%.] Visual: three callouts: Photo, Voice note, Location. VO: \"You take a photo, and the location comes by itself.\"\nScene 2: [B-ROLL] (6s) Visual: Table on the right: Open findings 4; Closed findings 19. VO: \"Nineteen are closed.\"\nScene 3: [A-ROLL] (6s) VO: \"Try it.\" Lower-third: \"fieldnote.example/try\"\n\nTRANSITIONS: grid wipe into 2, hard cut into 3\n\nVoice: calm, slightly fast."})
	s := b.Scenes
	if strings.Contains(s[0].Headline, "30%") || s[0].Presenter != "left" {
		t.Errorf("scene 1: %q beside %q", s[0].Headline, s[0].Presenter)
	}
	if s[1].Transition.Kind != "gridwipe" || s[2].Transition.Kind != "cut" {
		t.Errorf("transitions %q, %q", s[1].Transition.Kind, s[2].Transition.Kind)
	}
	if s[1].Kind != scene.Table {
		t.Errorf("scene 2 is %s", s[1].Kind)
	}
	says(t, s[2], "Try it.")
	if l := s[2].LowerThird; l == nil || l.Name != "fieldnote.example/try" {
		t.Errorf("lower third %+v", l)
	}
}

// Who speaks in the cells of a column is not spoken.
func TestSpeakersInColumns(t *testing.T) {
	t.Parallel()
	de := boardFor(t, manifest.Spec{PositivePrompt: "| Nr. | Zeit | Bild | Ton |\n|---|---|---|---|\n| 1 | 0–7 s | Hobelspäne fallen | Sprecher: Holz hat Zeit. Wir nehmen sie uns. |\n| 2 | 7–12 s | Logo | Sprecher: Kommen Sie vorbei. |"})
	says(t, de.Scenes[0], "Holz hat Zeit. Wir nehmen sie uns.")
	says(t, de.Scenes[1], "Kommen Sie vorbei.")
}

// Semicolons and bars part the items of a picture however long these are, and no card loses
// the end of its step.
func TestLongStepsAreParted(t *testing.T) {
	t.Parallel()
	for _, mark := range []string{"; ", " | "} {
		steps := []string{"Badge in at the turnstile and wait for the green light", "Check your vest and shoes before the yellow line", "Sign the sheet"}
		b := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Scene 1: [B-ROLL] process with three steps: " + strings.Join(steps, mark) + "\nVO: \"" + strings.Join(steps, ". ") + ".\"\nScene 2: [A-ROLL]\nVO: \"Stay safe.\""}})
		var got []string
		for _, it := range b.Scenes[0].Items {
			got = append(got, it.Title)
		}
		if s := b.Scenes[0]; s.Kind != scene.Process || s.Headline == "" || !slices.Equal(got, steps) {
			t.Errorf("%q: %s %q of %q", mark, s.Kind, s.Headline, got)
		}
	}
}
