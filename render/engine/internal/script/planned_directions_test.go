package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
)

// What a plan directs is carried out, and no note says otherwise.
func TestDirectionsOfPlans(t *testing.T) {
	t.Parallel()
	const said = "\nVO: \"Seven of ten tickets ask the same five questions.\"\n"
	for name, x := range map[string]struct {
		prompt  string
		has     []string
		hasNone []string
	}{
		"letters count scenes": {`Create a storyboard with: Scene A (5 sec): presenter says "We raised 3.1 million." Scene B (6 sec): full-screen number 3.1M slamming down from above.`,
			[]string{"say: We raised 3.1 million.", "verb: slams", "from: top", "seconds: 11 "}, []string{"Create a storyboard", "nothing is drawn"}},
		"transitions below a plan, behind a style": {"Scene 1 (presenter, left third): \"Welcome to Monday.\"\nScene 2 (full-screen): headline \"Down 18%\". \"Returns are down.\"\nScene 3 (presenter): \"See you next week.\"\nCartoon style, iris wipe from 1 to 2, grid wipe from 2 to 3.",
			[]string{"style: cartoon", "kind: iris", "kind: gridwipe", "presenter: left"}, []string{"not spoken"}},
		"motion is no content": {"Scene 1: two columns: Before: \"3 hours\" / After: \"4 minutes\", left column slides from left, right column slides from right, staggered 0.4s" + said,
			[]string{"value: 4 minutes", "stagger: 0.4"}, []string{"Left column", "Staggered", "nothing is drawn"}},
		"steps are no verbs": {"Scene 1: Steps appear one at a time from the bottom: Fill the pans, Wait 21 days, Rake" + said,
			[]string{"title: Fill the pans", "verb: slides", "from: bottom"}, []string{"verb: fills", "nothing is drawn"}},
		"counters count from where they are told": {"Scene 1: counter from 40% to 72%" + said, []string{`text: "72"`, "start: 40"}, []string{"nothing is drawn"}},
		"only figures count":                      {"Scene 1: label \"1,740 km\" counts up" + said, []string{"verb: counts up\n        target: figure"}, []string{"scene has none"}},
		"addresses type on":                       {"Scene 1: title \"Hello\"" + said + "\nScene 2: End card\nVisual: \"relay.example\" types on\nVO: \"Try it free at relay dot example.\"", []string{"verb: types on\n        target: action"}, nil},
		"two things are compared":                 {"Scene 1: comparison of 2023 (0.9M) vs 2024 (3.1M)" + said, []string{`title: "2023"`}, []string{"omparison of"}},
		"events of the picture":                   {"Scene 1: timeline 2019 pilot, 2021 rollout, 2024 all sites" + said, []string{"title: Rollout"}, []string{"nothing is drawn"}},
		"chapters that are told":                  {"Topic: onboarding to the Kestrel app. 75 seconds.\n\nChapter 1: Snap it — open the app, tap the camera, hold still.\nChapter 2: Pick a kind — travel, meals, equipment.\nChapter 3: Get paid — refunds arrive in 3 days.", []string{"kind: chapter", "headline: Get paid", "say: Refunds arrive in 3 days."}, []string{"Chapter 1"}},
		"what lists say is over them": {"Scene 1: presenter + overlay (right)\nVisual: icons of a truck, a box and a clock pop in\nVO: \"Three things: a faster truck, a smaller box, a shorter clock.\"",
			[]string{"headline: Three things", "title: Truck", "icon: truck", "icon: box"}, []string{"A truck"}},
		"checklists have ticks":                   {"Scene 1: checklist with ticks: Wear it, Never lend it, Report loss" + said, []string{"icon: check"}, []string{"icon: bell", "icon: arrow"}},
		"two values in bars":                      {"Scene 1: bar comparison of 2023 (0.9M) vs 2024 (3.1M)" + said, []string{"type: bar", "- 0.9", "- 3.1"}, []string{"nothing is drawn"}},
		"a way has its stations":                  {"Scene 1: map route from Porto to Lyon to Basel draws in 2s; label \"1,740 km\" counts up" + said, []string{"title: Porto", "title: Lyon", "title: Basel", "1,740 km"}, nil},
		"whose words they are":                    {"Scene 1: quote card: \"Fastest on the Baltic.\" – Port of Gdansk" + said, []string{"name: Port of Gdansk"}, []string{"nothing is drawn"}},
		"a coloured card is the ground":           {"Scene 1: Quote on a yellow card: \"The cleanest salt.\" — Marta Ruiz, chef" + said, []string{"stage: '#FACC15'"}, []string{"nothing is drawn"}},
		"wipes out are transitions":               {"Scene 1: title \"Hello\", iris wipe out" + said + "\nScene 2: A-roll\nVO: \"Hello you all.\"", []string{"kind: iris"}, []string{"nothing is drawn"}},
		"what is written is no set":               {"Scene 1: presenter + overlay\nVisual: \"Customs desk\", \"Rail link\"" + said, []string{"title: Customs desk"}, []string{"set: office"}},
		"the framing note says the side":          {"Scene 1: A-roll\nVO: \"Hello everyone.\"\n\nFRAMING NOTE: keep the presenter in the left third.", []string{"presenter: left"}, []string{"no such control"}},
		"types in capitals are no headings":       {"[0:00-0:06] A-ROLL: \"Two words that save lives.\"\n[0:06-0:18] B-ROLL: list: Switch off, Lock, Tag. VO: \"Switch off, lock, and tag.\"\n[0:18-0:28] B-ROLL: bar chart 2023: 14, 2024: 6, 2025: 1. VO: \"Injuries fell from fourteen to one.\"", []string{"say: Switch off, lock, and tag.", "title: Switch off", "type: bar"}, []string{"no such control", "not spoken"}},
		"pictures with their words in a list":     {"AVATAR: none\nSCENES\n1. ARR — the number $12.4M counts up from 9.1 to 12.4. \"ARR grew to twelve point four million dollars.\"\n2. Thanks — \"Thank you, team\" floats. \"Thank you all for it.\"", []string{"say: ARR grew to twelve", "start: 9.1", "verb: floats"}, []string{"say: ARR —"}},
		"German counters":                         {"SZENE 1 – VOLLBILD (10s)\nBild: Zähler zählt von 120 auf 480 hoch, Beschriftung \"Brote am Tag\"\nSprecher: \"Aus hundertzwanzig Broten am Tag wurden vierhundertachtzig.\"", []string{`text: "480"`, "start: 120", "label: Brote am Tag"}, nil},
		"the ground lies under its lines":         {"Scene 1: full-screen b-roll\nLayer 1: black background with orange #FF6B00 grid lines\nLayer 2: \"850 LUMENS\"" + said, []string{"stage: '#0A0A0A'"}, nil},
		"tables in an overlay":                    {"Scene 1: A-roll + overlay\nOverlay: comparison table: Lumo / Others; Weight 18 g / 55 g; Price €39 / €59" + said, []string{"kind: table", "- 18 g", "- €59"}, []string{"note: "}},
		"values before their sides":               {"Scene 1: a before and after: 40 bags on the left, 11 bags on the right" + said, []string{"kind: compare", "title: Before", "value: 40 bags"}, nil},
		"sizes belong to their verbs":             {"Scene 1: \"+18%\" PUNCHES in, 180pt, label \"sales\" types on" + said, []string{"verb: types on\n        target: subtitle\n    transition"}, []string{"keeps the size"}},
		"seconds apart":                           {"Scene 1: presenter + overlay\nVisual: bullets slide in from right 0.5s apart: \"Group\", \"Sleep\"" + said, []string{"stagger: 0.5"}, []string{"nothing is drawn"}},
		"years of long ago":                       {"Scene 1: timeline: 1740 first stall, 1984 new square, 2026 reopening" + said, []string{`label: "1740"`}, nil},
		"an avatar in a scene":                    {"Scene 1: A-roll\nAvatar: man in his 30s, casual\nVO: \"Hello everyone here.\"", []string{"a male presenter"}, []string{"nothing follows"}},
		"music of a section fades out, too":       {"Scene 1: A-roll\nVO: \"Hello everyone here.\"\nScene 2: A-roll\nVO: \"See you in July.\"\n\nMUSIC: upbeat electronic, fades out at the end", []string{"the music fades out at the end"}, []string{"from scene 2 on"}},
		"stamped at an angle":                     {"Scene 1: \"NRR 118%\" stamped at 8 degrees" + said, []string{"verb: stamps", "angle: 8"}, []string{"nothing is drawn"}},
		"where the presenter stands":              {"Scene 1: presenter, waist up, library set\nVO: \"Reading is a habit.\"", []string{"set: library"}, []string{"nothing is drawn"}},
		"a palette, and parts of a video":         {"Minimal. Blue, black, white. Intro + outro + chapter breaks. Make a video about the Kestrel app. It costs 4 euros a month.", []string{"primary: '#2563EB'"}, []string{"say: Blue", "say: Intro", "headline: Blue"}},
		"settings behind dashes":                  {"Make a video about rain gardens. Tone – warm and plain. Audience – homeowners in Leeds. Goal – get 200 sign-ups for May. Length – 40 seconds. They hold 30% more water than a lawn.", []string{"For homeowners in Leeds", "40 s long", `goal "get 200 sign-ups`}, []string{"say: Goal", "say: Audience"}},
		"settings between commas":                 {"Explain how rain gardens work, 2 min, 16:9, for homeowners in Leeds. They hold 30% more water than a lawn.", []string{"headline: How rain gardens work\n", "seconds: 120"}, nil},
		"a third colour, and a second accent":     {"Use brand colours #0B6E4F, #FFD166 and #EF476F.\nScene 1: quote: \"The cleanest salt.\" — Marta Ruiz, chef" + said, []string{"stage: '#EF476F'"}, []string{"is not used"}},
		"literal texts stand where they are said": {"CRITICAL ON-SCREEN TEXT (display literally):\n- \"Book at harbor.example/demo\"\n\nScene 1: bar chart: A 3, B 5, C 9\nVO: \"More berths were booked ahead.\"\nScene 2: A-roll\nVO: \"Book your demo at harbor dot example.\"", []string{"shown literally in scene 2"}, nil},
		"music fades out as it does":              {"Scene 1: A-roll\nVO: \"Hello everyone here.\"\nScene 2: A-roll\nVO: \"See you in July.\"\nMusic: fade out at the end.", []string{"the music fades out at the end"}, []string{"nothing follows", "off\": true"}},
	} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: x.prompt}})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		out, _ := board.Encode(b)
		for _, s := range x.has {
			if !strings.Contains(string(out), s) {
				t.Errorf("%s: no %q in\n%s", name, s, out)
			}
		}
		for _, s := range x.hasNone {
			if strings.Contains(string(out), s) {
				t.Errorf("%s: %q in\n%s", name, s, out)
			}
		}
	}
}
