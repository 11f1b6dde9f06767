package script

import (
	"encoding/json"
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// plansOfAllLayouts are plans in the layouts that people write them in, with directions
// that nobody here knows among them.
var plansOfAllLayouts = map[string]string{
	"fields": `FORMAT: 16:9, 40 seconds
TONE: dry, squirmy
STYLE — SLATE (Someone): background #101820, accent #F2AA4C. Grotesk. Soft dissolves, 0.8 s.

SCENE 1 — A-ROLL (8s)
Visual: presenter at a desk, medium shot
Wobble: thrice
VOICEOVER: "Nobody likes to wait. Here nobody does."
SCENE 2 — FULL SCREEN B-ROLL (12s)
[NO AVATAR — full screen graphics]
L1: cream paper texture
L2: "14 min" COUNTS UP in the center
VOICEOVER: "The average wait is fourteen minutes."
Hard cut.
SCENE 3 — CTA (8s)
Visual: logo, address brook.example
VOICEOVER: "Come to brook dot example."

Captions in yellow, please.
Keep the logo small.`,
	"table": `| # | Time | Visual | VO | On-screen text | Transition |
|---|---|---|---|---|---|
| 1 | 0:00–0:06 | title card | "Rain is free." | RAIN IS FREE | flash frame |
| 2 | 0:06–0:16 | Bar chart: small 140, middle 260, large 490 | "A small tank costs a hundred and forty." | | grid wipe |
| 3 | 0:16–0:24 | Logo, catch.example | "Catch it." | | |

Notes:
- captions in yellow
- let it smell of rain`,
	"data": `{"title": "Bike week", "duration": 30, "voice": {"gender": "male", "timbre": "smoky"},
"scenes": [
{"id": 1, "type": "title", "headline": "Bike week", "vo": "One week. No cars.", "duration": 6, "wobble": "thrice"},
{"id": 2, "type": "list", "items": ["Sign up", "Log in", "Win"], "vo": "Sign up, log in and win.", "duration": 12, "transition": {"type": "iris wipe", "smear": 0.6}},
{"id": 3, "type": "cta", "headline": "Join by Friday", "url": "bike.example", "vo": "Join by Friday.", "duration": 8}
]}`,
	"German": `Szene 1 – Einstieg (5 Sek.)
Bild: Titelkarte „Strom vom Dach“
Sprecher: „Vierzehn Dächer liefern Strom.“
Wackeln: dreimal, aber leise
Szene 2 – Schluss (6 Sek.)
Bild: Logo, quartier.example
Sprecher: „Mehr auf quartier.example.“
Untertitel gelb mit Rand`,
}

// Whoever takes a line out of a plan sees something go: a scene, a setting or a note. A
// line that nothing follows from has a note of its own, which has its place.
func TestNoLineOfAPlanIsLostInSilence(t *testing.T) {
	t.Parallel()
	for name, text := range plansOfAllLayouts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			told := func(text string) string {
				b, _, err := Request{Spec: manifest.Spec{PositivePrompt: text, Fit: "extend"}}.write(t.Context())
				if err != nil {
					return err.Error()
				}
				for i := range b.Notes {
					b.Notes[i].Line, b.Notes[i].Col = 0, 0
				}
				out, err := json.Marshal(b)
				if err != nil {
					t.Fatal(err)
				}
				return string(out)
			}
			noted := map[int]bool{}
			for _, n := range write(t, Request{Spec: manifest.Spec{PositivePrompt: text, Fit: "extend"}}).Notes {
				noted[n.Line] = noted[n.Line] || strings.Contains(n.Text, "nothing follows from")
			}
			whole, lines := told(text), strings.Split(text, "\n")
			for i, l := range lines {
				if lettersIn(l) == "" || headsOnly.MatchString(l) || noted[i+1] {
					continue
				}
				rest := strings.Join(append(append([]string{}, lines[:i]...), lines[i+1:]...), "\n")
				if told(danglingComma.ReplaceAllString(rest, "$1")) == whole && setBy(rest) == setBy(text) {
					t.Errorf("line %d %q is lost in silence", i+1, l)
				}
			}
		})
	}
}

// Clauses are told apart from the rest of their line.
func TestClausesThatChangeNothing(t *testing.T) {
	t.Parallel()
	for name, lost := range map[string][]string{
		"fields": {"squirmy", "Keep the logo small"},
		"table":  {"captions in yellow", "let it smell of rain"},
		"data":   {"smoky", "wobble", "smear: 0.6"},
		"German": {"dreimal", "aber leise", "gelb mit Rand"},
	} {
		n := notesOf(write(t, Request{Spec: manifest.Spec{PositivePrompt: plansOfAllLayouts[name], Fit: "extend"}}))
		for _, x := range lost {
			if !strings.Contains(n, x) {
				t.Errorf("%s: no note tells of %q: %s", name, x, n)
			}
		}
	}
}
