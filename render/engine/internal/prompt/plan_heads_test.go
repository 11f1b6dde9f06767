package prompt

import (
	"slices"
	"testing"
)

// Plans whose scenes are marked or laid out in other ways.
func TestHeadsInOtherLayouts(t *testing.T) {
	type want struct {
		say     string
		seconds float64
	}
	for name, x := range map[string]struct {
		text string
		want []want
	}{
		"frames with SEE and HEAR": {"**CLIENT:** Lumen **LENGTH:** :30 **FORMAT:** 9x16\n**LOOK:** rounded type (Nunito)\n\n**FRAME 1 | 0-4s**\nSEE: Black. Text fades in: \"It's late.\"\nHEAR: (no VO) clock ticking\n**FRAME 2 | 4-10s**\nSEE: A phone.\nHEAR: VO – \"Lumen listens.\"",
			[]want{{"", 4}, {"Lumen listens.", 6}}},
		"scenes on one line": {`Scene 1 - avatar left, title right "Sorted" (5s) "It doesn't have to hurt." Scene 2 - checklist: payslips, receipts (9s) "Gather payslips and receipts." Hard cuts between all scenes, no captions, 30 seconds total.`,
			[]want{{"It doesn't have to hurt.", 5}, {"Gather payslips and receipts.", 9}}},
		"panels with clocks": {"-----\nPanel 01  [00:06]\nShot: MCU presenter\nDialogue: PRESENTER: \"Not your laptop.\"\nGraphics: none\nAudio: soft pop\n-----\nPanel 02  [00:09]\nShot: Full-frame graphic\nDialogue: VO: \"That's a lot.\"\nAudio: -",
			[]want{{"Not your laptop.", 6}, {"That's a lot.", 9}}},
		"numbers with slashes": {"1/ HOOK – presenter, left of frame – \"The greenest jacket is yours.\" – 7s\n2/ CTA – end card, mend.example – \"Send us yours.\" – fade through black – 8s\n\nMusic: guitar; voice: Jenny; speed 0.95",
			[]want{{"The greenest jacket is yours.", 7}, {"Send us yours.", 8}}},
		"a clock in the picture": {"TREATMENT — \"Slow Bread\" (75s, 16:9)\n\nShot 1 — CLOSE ON dough. Rack focus to a clock: 4:00 a.m. (6s)\nV.O.: \"Bread is mostly waiting.\"\n\nShot 2 — Black. (8s)\nV.O.: \"Come by.\"",
			[]want{{"Bread is mostly waiting.", 6}, {"Come by.", 8}}},
		"headings with numbers": {"## Scenes\n### 1. Hook — presenter (8 s)\nVO: \"That's air.\"\n\n### 2. What you need — b-roll, icon grid (10 s)\nVO: \"You need a key and a cup.\"\n",
			[]want{{"That's air.", 8}, {"You need a key and a cup.", 10}}},
		"lengths and types in brackets": {"Make a video about us.\n\nHook (8s, presenter): \"Welcome to Kitewave.\"\nHow a deal goes (full screen, process, 16s): \"A deal has three stages.\" Process: Lead → Demo → Pilot.",
			[]want{{"Welcome to Kitewave.", 8}, {"A deal has three stages.", 16}}},
		"words at the ends of a list": {"# Scenes\n1. Intro: presenter greets the viewer. \"Welcome to Nordholm. Let's lift.\"\n2. Full-screen: injuries per year: 48 in 2022, 31 in 2023. \"Injuries fell by a third.\"\n",
			[]want{{"Welcome to Nordholm. Let's lift.", 0}, {"Injuries fell by a third.", 0}}},
		"one after the other": {"Make a video about Rosterly.\n\nOpening — presenter full frame, says: \"Three people swapped shifts.\"\nThen — full-screen graphic: \"37%\" counts up; narrator: \"A third never reaches payroll.\"\nClosing — end card with logo; narrator: \"Book your demo.\"",
			[]want{{"Three people swapped shifts.", 0}, {"A third never reaches payroll.", 0}, {"Book your demo.", 0}}},
		"lengths behind types": {"Scene 1 (English) – Presenter, 9s. \"Welcome to Harbor Clinic.\"\nScene 2 (English) – Motion graphics, 10s. Show a table: Mon 8–18, Sat 9–13. \"We open on Saturdays, too.\"",
			[]want{{"Welcome to Harbor Clinic.", 9}, {"We open on Saturdays, too.", 10}}},
		"on camera": {"Part A. Warm-up (15s)\nMr. Adeyemi on camera: \"How much did you eat?\"\nBoard on the right shows: 3/8\n\nPart B. The idea (25s)\nFull screen animation.\nVoice: \"The bottom number counts.\"",
			[]want{{"How much did you eat?", 15}, {"The bottom number counts.", 25}}},
	} {
		b := Parse(x.text)
		var got []want
		for _, s := range b.Scenes {
			got = append(got, want{s.Say, s.Seconds})
		}
		if !slices.Equal(got, x.want) {
			t.Errorf("%s: %+v, want %+v", name, got, x.want)
		}
	}
}

func TestSettingsAroundOtherLayouts(t *testing.T) {
	b := Parse("**CLIENT:** Lumen **LENGTH:** :30 **FORMAT:** 9x16\n\n**FRAME 1 | 0-4s**\nSEE: A phone.\nHEAR: VO – \"We listen.\"\n**FRAME 2 | 4-9s**\nSEE: A logo.\nHEAR: VO – \"Good night.\"")
	if b.Seconds != 30 || b.Orientation != "portrait" {
		t.Errorf("%g s, %q", b.Seconds, b.Orientation)
	}
	b = Parse("SHOT LIST – \"Night Bus\" campaign – 30\" – 1080x1920\nClient: Metro Line 7 / VO: male, calm / No music, only ambience\n\n1. 00:00-00:04 | Title card, text \"Last bus.\" | VO: none\n2. 00:04-00:10 | Presenter, left third | VO: \"I drive the N7.\"")
	if b.Seconds != 30 || b.Title != "Night Bus" || b.Voice != "male" || !b.Music.Off || b.Subject != "Metro Line 7" {
		t.Errorf("%g s, title %q, voice %q, music %+v, subject %q", b.Seconds, b.Title, b.Voice, b.Music, b.Subject)
	}
	b = Parse("Scene 1 (5s): presenter\nVO: \"Hello.\"\n\nScene 2 (5s): a chart\nVO: \"Bye.\"\n\nNo avatar anywhere except scene 1.")
	if b.Scenes[0].NoAvatar || !b.Scenes[1].NoAvatar {
		t.Errorf("no avatar: %v and %v", b.Scenes[0].NoAvatar, b.Scenes[1].NoAvatar)
	}
	b = Parse("PLANO 1 (6 s) – Presentadora a la derecha.\nLocución: «Cada ocho minutos alguien se cae.»\nRótulo: «Elena Prieto, cirujana»\n\nPLANO 2 (6 s) – la cifra 8.\nLocución: «No es mala suerte.»")
	if b.Scenes[0].LowerThird != "Elena Prieto, cirujana" {
		t.Errorf("lower third %q, shown %q", b.Scenes[0].LowerThird, b.Scenes[0].Screen)
	}
}

// Tables and data whose columns and keys hold what is shown.
func TestDataOfPictures(t *testing.T) {
	b := Parse("scene,seconds,shot,vo,text,rating\n1,6,\"Bar chart: Jan 61, Mar 70\",Happy users grew.,,good\n2,6,Logo on dark,Thank you.,,")
	if b.Scenes[0].Visual != "Bar chart: Jan 61, Mar 70" || !slices.Contains(b.Scenes[0].Notes, "rating: good") {
		t.Errorf("%+v", b.Scenes[0])
	}
	b = Parse(`[{"shot":1,"t":"0-5","layout":"bar_chart","unit":"MB/s","data":[["v1",180],["v2",240]],"highlight":"v2","say":"Twice as fast."},
{"shot":2,"t":"5-9","layout":"code","lang":"sh","code":"hold push","say":"One flag."},
{"shot":3,"t":"9-15","layout":"end","url":"cargo.example","cta":"Upgrade now","say":"Upgrade now."}]`)
	for i, want := range []string{"bar chart: v1 180 MB/s; v2 240 MB/s. Highlight v2.", "Terminal `hold push`", `URL cargo.example. Button "Upgrade now"`} {
		if i >= len(b.Scenes) || b.Scenes[i].Visual != want || b.Scenes[i].Language == "sh" {
			t.Errorf("scene %d: %+v, want %q", i+1, b.Scenes[min(i, len(b.Scenes)-1)], want)
		}
	}
}
