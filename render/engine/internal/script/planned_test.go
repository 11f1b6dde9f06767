package script

import (
	"slices"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

const layered = `Scene 1: [A-ROLL]
VO: "Every week our team answered four thousand tickets by hand."

SCENE 2 — FULL SCREEN B-ROLL (12s)
L2: "1.85M wallets (±0.3%)" SLAMS in from left at -5 degrees, 120pt
L3: three cards CASCADE from right, staggered 0.3s: Tickets down 41%, Answers in 12 minutes, Cost per case 3 euros
VOICEOVER: "Tickets are down forty-one percent, answers take twelve minutes, and a case costs three euros."
Whip pan.

SCENE 3 — A-ROLL + OVERLAY
[Avatar LEFT 35%. Content RIGHT 65%.]
Visual: use the dashboard screenshot when discussing analytics
VO: "The analytics dashboard shows who waits, and why."

Scene 4: FULL SCREEN B-ROLL
Visual: "§ 4.2 «No fax» & <b>50 %</b>" types on. Bar chart DRAWS from left: 2023 4,000, 2024 2,900, 2025 1,200.
VO: "Tickets fell from four thousand in 2023 to two thousand nine hundred in 2024 and twelve hundred in 2025."

Scene 5: [Outro]
Visual: "Start at acme.example/start" fades in
VO: "Start today at acme dot example slash start."

FRAMING NOTE: keep the presenter on the left third.
`

func TestPlannedScenesShowWhatTheyAsk(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{"shots/dashboard-screenshot.png": "", "shots/IMG_1.png": "", "shots/IMG_2.png": ""})
	b := write(t, Request{Dir: dir, Seconds: 45, Spec: manifest.Spec{PositivePrompt: layered, Assets: []manifest.Asset{{Path: "shots"}}}})
	if s := b.Scenes[1]; s.Headline != "1.85M wallets (±0.3%)" || s.Kind != scene.Grid || strings.Contains(s.Say, "Whip pan") {
		t.Errorf("the second layer is the hero of scene 2: %s %q, says %q", s.Kind, s.Headline, s.Say)
	}
	if s := b.Scenes[2]; s.Asset != "shots/dashboard-screenshot.png" || s.Presenter != "left" {
		t.Errorf("scene 3 shows %q, presenter %q", s.Asset, s.Presenter)
	}
	s := b.Scenes[3]
	if s.Subtitle != "" || s.Series == nil || !slices.Contains(shownIn(s), "§ 4.2 «No fax» & <b>50 %</b>") {
		t.Errorf("scene 4: subtitle %q, shows %q", s.Subtitle, shownIn(s))
	}
	if len(s.Moves) != 2 || s.Moves[0].Target != "headline" {
		t.Errorf("scene 4: moves %+v", s.Moves)
	}
	if s := b.Scenes[4]; !slices.Contains(shownIn(s), "Start at acme.example/start") {
		t.Errorf("scene 5 shows %q", shownIn(s))
	}
	if s := b.Scenes[0]; s.Presenter != "left" {
		t.Errorf("the framing note is not heeded: presenter %q", s.Presenter)
	}
	if n := notesOf(b); strings.Contains(n, "framing note") || !strings.Contains(n, "scene 2: the headline keeps the size") {
		t.Error(n)
	}
}

// TestLiteralsStandWhereTheyAreNamed: a critical text that a scene's picture names is
// shown there, to the last character.
func TestLiteralsStandWhereTheyAreNamed(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{Duration: 24, PositivePrompt: `CRITICAL ON-SCREEN TEXT:
- Save 50% \o/ today 🚀
- "Code: A&B-77"

Scene 1: [A-ROLL]
VO: "Save today with our code."
Scene 2: B-ROLL
Visual: "Code: A&B-77" STAMPS on
VO: "It takes a minute."
Scene 3: [OUTRO]
VO: "See you."`})
	if !slices.Contains(shownIn(b.Scenes[1]), "Code: A&B-77") || slices.Contains(shownIn(b.Scenes[0]), "Code: A&B-77") {
		t.Errorf("scene 1 shows %q, scene 2 %q", shownIn(b.Scenes[0]), shownIn(b.Scenes[1]))
	}
	if !shows(b, `Save 50% \o/ today 🚀`) {
		t.Errorf("the pictograph is lost: %q", shownIn(b.Scenes[0]))
	}
}

// TestManyLiteralsAreSpread: no scene gets more critical texts than it can show.
func TestManyLiteralsAreSpread(t *testing.T) {
	t.Parallel()
	b := boardFor(t, manifest.Spec{Duration: 20, PositivePrompt: "Create a 20 second video about our bakery. It opens at 7 \u2600. Bread costs 4 euros.\nCRITICAL ON-SCREEN TEXT:\n- alpha-1\n- beta-2\n- gamma-3\n- delta-4\n- epsilon-5\n- zeta-6"})
	for i, s := range b.Scenes {
		n := 0
		for _, x := range []string{"alpha-1", "beta-2", "gamma-3", "delta-4", "epsilon-5", "zeta-6"} {
			if slices.Contains(shownIn(s), x) {
				n++
			}
		}
		if n > 2 {
			t.Errorf("scene %d shows %q", i+1, shownIn(s))
		}
		if strings.Contains(s.Say, " .") {
			t.Errorf("scene %d says %q", i+1, s.Say)
		}
	}
	for _, x := range []string{"alpha-1", "beta-2", "gamma-3", "delta-4", "epsilon-5", "zeta-6"} {
		if !shows(b, x) {
			t.Errorf("%s is lost", x)
		}
	}
}
