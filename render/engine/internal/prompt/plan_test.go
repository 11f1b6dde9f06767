package prompt

import (
	"fmt"
	"strings"
	"testing"
)

// shots tells the scenes of a prompt, one to a line: seconds, type, words, picture, texts.
func shots(text string) string {
	var out []string
	for _, s := range Parse(text).Scenes {
		out = append(out, fmt.Sprintf("%g|%s|%s|%s|%s", s.Seconds, s.Type, s.Say, s.Visual, strings.Join(s.Screen, "/")))
	}
	return strings.Join(out, "\n")
}

func TestPlanLayouts(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct{ text, want string }{
		"a table with spans of time": {
			"| # | Time | Video | Audio |\n|---|---|---|---|\n| 1 | 0:00-0:10 | Presenter to camera. Super: \"1 in 3\" | VO: One in three clicks. |\n| 2 | 0:10–0:25 | B-roll: inbox | It looks real. |",
			"10|a-roll|One in three clicks.|Presenter to camera.|1 in 3\n15|b-roll|It looks real.|inbox|"},
		"columns without rules": {
			"TIME | VIDEO | AUDIO\n0:00 | Logo on white | Meet Nuvo.\n0:04 | Text: \"No fees\" | You pay nothing.\n0:09 | End card | Get it today.",
			"4||Meet Nuvo.|Logo on white|\n5|b-roll|You pay nothing.|full-screen text|No fees\n0||Get it today.|End card|"},
		"comma-separated values": {
			"shot,duration,type,visual,vo,text\n1,5s,b-roll,\"Title card, blue\",\"Meet the \"\"Aero\"\".\",\"AERO 2\"\n2,10,a-roll,Presenter,It weighs 900 grams.,900 g | 22 h",
			"5|b-roll|Meet the \"Aero\".|Title card, blue|AERO 2\n10|a-roll|It weighs 900 grams.|Presenter|900 g/22 h"},
		"JSON": {
			"{\"title\": \"T\", \"scenes\": [\n {\"id\": 1, \"type\": \"avatar\", \"duration\": 8, \"script\": \"Welcome!\", \"on_screen_text\": \"Hi\"},\n {\"id\": 2, \"type\": \"b_roll\", \"start\": 8, \"end\": \"0:20\", \"visual\": [\"a desk\", \"a lamp\"], \"script\": \"Your desk.\"}\n]}",
			"8|a-roll|Welcome!||Hi\n12|b-roll|Your desk.|a desk; a lamp|"},
		"YAML": {
			"Please make this:\n\nscenes:\n  - type: presenter\n    seconds: 6\n    vo: Hello there.\n  - type: b-roll\n    visual: a map\n    vo: We are here.\n\nMusic: calm",
			"6|a-roll|Hello there.||\n0|b-roll|We are here.|a map|"},
		"a screenplay": {
			"INT. SHOP - DAY\n\nA cup slides over.\n\nNARRATOR (V.O.)\nA great day\nstarts here.\n\nSUPER: \"Since 1987\"\n\nCUT TO:\n\nTITLE CARD: \"Valle\"\n\nNARRATOR (V.O.)\nValle.\n\nFADE OUT.",
			"0|b-roll|A great day starts here.|SHOP - DAY. A cup slides over.|Since 1987\n0||Valle.||Valle"},
		"seconds before each line": {
			"🎬 0-3s: Hook text \"STOP 👀\" punches in – \"Stop paying fees.\"\n🎬 3-8s: big number \"€240\" counts up – \"That is what they take.\"\n🎬 8-14s: 3 cards: No fee • Free card • 3% – \"With Nuvo you pay nothing.\"",
			"3||Stop paying fees.|Hook text \"STOP 👀\" punches in|\n5||That is what they take.|big number \"€240\" counts up|\n6||With Nuvo you pay nothing.|3 cards: No fee • Free card • 3%|"},
		"the time at which each begins": {
			"00:00 Tom on camera. \"Hi team.\"\n00:08 Full-screen chart: Jul 120, Aug 135. \"Revenue grew.\"\n00:20 Tom, lower third \"Tom Berger, COO\". \"Thank you.\"",
			"8|a-roll|Hi team.|Tom on camera.|\n12|b-roll|Revenue grew.|Full-screen chart: Jul 120, Aug 135.|\n0||Thank you.|Tom|"},
		"a label before the time": {
			"**HOOK (0–3 sec)**\nVO: Stop.\n\n**CTA (3–8 sec)**\nVO: Go.",
			"3||Stop.||\n5||Go.||"},
		"a numbered list with lengths": {
			"1. Intro (6s): use tour.mp4 full screen. Voice: \"We ship daily.\" Super \"40,000\".\n2. Outro (8s): logo. Voice: \"Right door.\"",
			"6|b-roll|We ship daily.|use tour.mp4 full screen.|40,000\n8||Right door.|logo.|"},
		"what is behind the type": {
			"Scene 1: [CHAPTER CARD] \"Living well\" (5s)\nVO: It is a job.\nScene 2: [PROCESS] 3 steps: Measure → Adjust. (14s)\nVO: First you measure.\nScene 3 (0:19–0:25) — HOOK [A-ROLL]\nVO: \"Hello.\"",
			"5||It is a job.||Living well\n14||First you measure.|3 steps: Measure → Adjust.|\n6|a-roll|Hello.||"},
		"numbers in words and other names": {
			"Scene One: Presenter. \"Hello.\"\nScene Two: VO: \"Bye.\"",
			"0|a-roll|Hello.|Presenter.|\n0||Bye.||"},
		"bars between the parts of a head": {
			"**SCENE 1 | HOOK | 0:00 – 0:08**\n👤 *A-roll, close-up*\n🎙️ VO: \"Hello.\"\n\n**SCENE 2 | DATA | 0:08 – 0:20**\n🎞️ *Full-screen motion graphic*\nVisual: Bars grow\n🎙️ VO: \"More.\"\n\n**Do not** use stock footage.",
			"8|a-roll|Hello.||\n12|b-roll|More.|Bars grow|"},
		"S1, S2": {
			"SCENE-BY-SCENE\nS1 [A-ROLL] 6s\nVO: Hello.\nS2 [A-ROLL + OVERLAY] 12s — avatar left, board on the right\nVO: Bye.",
			"6|a-roll|Hello.||\n12|overlay|Bye.|avatar left, board on the right|"},
		"what is said below a picture in the head": {
			"Scene 1 (15s): Warehouse clip in the background, headline \"Team 1\" slides in\n\"Harbor Foods used to take nine days.\"\n\nScene 2 (20s): Table: Team | Before | After; Harbor Foods | 9 days | 2 days; Kite Air | 7 days | 2 days; Moss & Co | 5 days | 1 day\n\"Three teams.\"",
			"15||Harbor Foods used to take nine days.|Warehouse clip in the background, headline \"Team 1\" slides in|\n20||Three teams.|Table: Team | Before | After; Harbor Foods | 9 days | 2 days; Kite Air | 7 days | 2 days; Moss & Co | 5 days | 1 day|"},
		"chapters and named parts": {
			"Chapter 1: The problem\nVO: Nobody is home.\n\nScene 1 — A-ROLL\nVO: Hello.\n\nChapter 2: The idea\nVisual: chapter card\nVO: It waits.\n\nOutro\nVisual: end card\nVO: Bye.",
			"0||Nobody is home.||The problem\n0|a-roll|Hello.||\n0||It waits.|chapter card|The idea\n0||Bye.|end card|"},
		"a picture and what is heard over it": {
			"0:00-0:06 DANIEL (on camera): \"Stop.\"\n0:06-0:18 VOICEOVER over b-roll of a machine hall: \"Five steps.\"",
			"6|a-roll|Stop.||\n12|b-roll|Five steps.|b-roll of a machine hall|"},
		"music and sounds in the column of sound": {
			"VISUAL | AUDIO\nGym | MUSIC: tense\nCut to: shoes | NARRATOR: Nobody counts.\nEnd card | PRESENTER: Start free. SFX: ding",
			"0|||Gym|\n0||Nobody counts.|Cut to: shoes|\n0||Start free.|End card|"},
		"fields in brackets, and words behind PRESENTER": {
			"TRICK 1 – THE COURIER (12 sec)\n[B-ROLL: doorbell, parcel] [TEXT: \"Trick 1\"]\nNARRATOR: \"Someone rings.\"\n\nOUTRO (7 sec)\n[Presenter, friendly, waist-up]\nPRESENTER: \"Call us.\"",
			"12|b-roll|Someone rings.|doorbell, parcel|Trick 1\n7|a-roll|Call us.||"},
		"scenes that prose counts": {
			"Please create the following video (landscape, 40s).\n\nOpening scene, 7 seconds: Sofia on camera says \"Moving house is stressful.\" Lower third: Sofia L, Umzugly.\n\nFinal scene, 8 seconds: Sofia on the left, on the right a big \"1 form\". She says: \"Move on.\"",
			"7|a-roll|Moving house is stressful.|Sofia on camera|\n8|overlay|Move on.|Presenter on the left, on the right a big \"1 form\"|"},
		"people who speak in a screenplay": {
			"COLD OPEN\nEXT. HARBOUR - DAWN\n\nFog.\n\nELIN (V.O.) (CONT'D)\n(quietly)\nMy mother fished here.\n\nINT. HALL - DAY\n\nELIN\nToday we know.\n\nLOWER THIRD: \"Elin Strand\"",
			"0|b-roll|My mother fished here.|HARBOUR - DAWN. Fog.|\n0|a-roll|Today we know.|HALL - DAY.|"},
		"maps within YAML": {
			"scenes:\n  - type: overlay\n    visual:\n      kind: steps\n      items: [Load, Dye]\n    lower_third: {name: Nadia, role: Founder}\n    narration: Load and dye.\n  - visual: \"Black screen, white text '1,200 litres' types on\"\n    narration: It takes water.",
			"0|overlay|Load and dye.|steps: Load; Dye.|\n0||It takes water.|Black screen, white text \"1,200 litres\" types on|"},
		"a label and a length on a line": {
			"We need a video.\n\nHook – 8 sec\nAvatar on camera: \"Most backups fail.\"\n\nHow – 20 sec\nProcess: Snapshot > Verify\nVoiceover: \"We verify it.\"",
			"8|a-roll|Most backups fail.||\n20||We verify it.|Process: Snapshot > Verify|"},
		"units with a stroke": {
			"time;visual;audio;text\n0-6;a tap;Three litres an hour.;3 l / h\n6-14;a toilet;It adds up.;",
			"6||Three litres an hour.|a tap|3 l / h\n8||It adds up.|a toilet|"},
		"numbered heads over fields": {
			"1. Cold open\n   On screen: \"0.4 s\"\n   How: slams, centred\n   Voice: \"That is how long they wait.\"\n   Duration: 7 s\n\n2. The close\n   On screen: end card\n   Voice: \"Try it.\"\n   Duration: 12 s",
			"7||That is how long they wait.|\"0.4 s\". SLAMS, centred|\n12||Try it.|end card|"},
		"a label and a length in brackets": {
			"Beat 1 (hook, 6s): Screen black. Text \"4 pm?\" blinks. VO \"Dark already.\"\nBeat 2 (8s, proof): Donut chart 78% / 22%. VO \"Most sleep better.\"",
			"6||Dark already.|Screen black. Text \"4 pm?\" blinks.|\n8||Most sleep better.|Donut chart 78% / 22%.|"},
		"two columns, uneven": {
			"VIDEO         | AUDIO\n--------------|-------\nHost, medium shot | HOST: Forty-one were hurt.\nGraphic: 41 slams down | (hit)\nCracked rung, red circle| HOST: Tag it.\nTable: Height | Check; under 3 m | weekly; above | daily | HOST: Check it.",
			"0|a-roll|Forty-one were hurt.|Host, medium shot|\n0|||41 slams down|\n0||Tag it.|Cracked rung, red circle|\n0||Check it.|Table: Height | Check; under 3 m | weekly; above | daily|"},
		"pictures by their kind in a screenplay": {
			"INT. ROOM - NIGHT\n\nA red light.\n\nNARRATOR (V.O.)\nIt failed.\n\nINSERT - TERMINAL\n\n$ ctl verify\n\nNARRATOR (V.O.)\nNow one command checks it.\n\nSPLIT SCREEN - BEFORE / AFTER\n\nLeft: \"1\". Right: \"24\".\n\nNARRATOR (V.O.)\nOne became twenty-four.\n\nProduction notes: 45 seconds, captions on.",
			"0|b-roll|It failed.|ROOM - NIGHT. A red light.|\n0|b-roll|Now one command checks it.|terminal. $ ctl verify|\n0|b-roll|One became twenty-four.|SPLIT SCREEN before / after. Left: \"1\". Right: \"24\".|"},
		"fields in objects of their own": {
			`{"output": {"duration_s": 20}, "avatar": null, "shots": [{"n": 1, "kind": "title_card", "text": {"headline": "Q3"}, "audio": {"vo": "Our third quarter.", "music": "soft"}, "dur": 5}, {"n": 2, "kind": "kpi_row", "kpis": [{"label": "Revenue", "value": "$14.2M"}, {"label": "Margin", "value": "61%"}], "audio": {"vo": "Revenue grew."}, "dur": 9}]}`,
			"5||Our third quarter.||Q3\n9||Revenue grew.|kpi row: Revenue $14.2M; Margin 61%.|"},
		"a type and a length in brackets": {
			"1. [TITLE, 4s] \"We fix trains\" — text SLAMS in. VO: We fix trains.\n2. [B-ROLL, 9s] workshop footage. VO: Forty of us work here.",
			"4||We fix trains.|\"We fix trains\" — text SLAMS in.|\n9|b-roll|Forty of us work here.|workshop footage.|"},
		"a label before a bar": {
			"Scene 1: Hook | 6s | Full screen text: \"Three mistakes.\" | VO: You made three.\nScene 2: Fix | 8s | Checklist, all tick: VAT number, Delivery date | VO: Check two boxes.\nPresenter: man, 40s, beard. Background: light grey. Music: none.",
			"6|b-roll|You made three.||Three mistakes.\n8||Check two boxes.|Checklist, all tick: VAT number, Delivery date|"},
		"strokes between fields": {
			"1/ WHAT WE SEE: big \"1 in 3\" on black / WHAT WE HEAR: One in three. / 7s\n2/ WHAT WE SEE: flow: Look, Lift / WHAT WE HEAR: Look. Lift. / 9s",
			"7||One in three.|on black. big \"1 in 3\"|\n9||Look. Lift.|flow: Look, Lift|"},
		"transitions behind the last bar": {
			"00:00-00:03 | SUPER: \"0–25\" slams | VO: Zero to twenty-five. | CUT\n00:03-00:10 | Product hero | VO: Fourteen kilos. | WHIP",
			"3||Zero to twenty-five.|slams|0–25\n7||Fourteen kilos.|Product hero|"},
		"speakers in a column of sounds": {
			"| Shot | Dur | Picture | Sound | Graphics |\n|---|---|---|---|---|\n| 1 | 5\" | Black | Heartbeat SFX | \"3 minutes.\" |\n| 2 | 9\" | Ambulance | NARR: The brain begins to die. | |",
			"5|||Black|3 minutes.\n9||The brain begins to die.|Ambulance|"},
		"remarks behind what is said": {
			"Scene 1. Presenter in a library. He says: \"Tax surprises families.\" Lower third \"Edmund Shaw – Solicitor\". 7 seconds. Cross-dissolve.\nScene 2. Full screen: the number £325 counts up. Voice-over: \"They are free.\" 9 seconds. Soft music.",
			"7|a-roll|Tax surprises families.|in a library. He|\n9|b-roll|They are free.|Full screen: the number £325 counts up.|"},
		"a comma behind the number": {
			"Shot 1, 4 seconds: big text \"Blurry?\". VO: \"All blurry?\"\nShot 2, 8 seconds: icons: Frames, Lenses. VO: \"All in one place.\"",
			"4||All blurry?|big text \"Blurry?\".|\n8||All in one place.|icons: Frames, Lenses.|"},
		"times of a day":       {"Our open day:\n09:00 Doors open\n10:30 Tour of the plant\n12:00 Lunch", ""},
		"seconds of exercises": {"Three exercises for your back.\n1. Plank (30s): keep your back straight.\n2. Squats (45s): go slowly.", ""},
		"a table of prices":    {"| Plan | Time | Text |\n|---|---|---|\n| Basic | 5 min | Mail |", ""},
	} {
		if got := shots(x.text); got != x.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, x.want)
		}
	}
}

func TestSidesOfTheNearestPerson(t *testing.T) {
	t.Parallel()
	for visual, want := range map[string]string{"Presenter left, screenshot right": "left", "Avatar right 40%; list left: A, B": "right", "Content left, avatar right": "right", "split screen, avatar on the right": "right"} {
		if b := Parse("Scene 1\nVisual: " + visual + "\nVO: Hello."); b.Scenes[0].Side != want {
			t.Errorf("%q is %q, want %q", visual, b.Scenes[0].Side, want)
		}
	}
}

func TestPresenterOfAPlanHasTheNameOfTheirLowerThird(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Scene 1: A-ROLL\nAvatar: James, centre frame\nVO: Hello all.\nLower third: James Okoro — Data Protection Officer": "James Okoro",
		"Scene 1: Presenter on camera\nVO: Hello all.\nOn-screen text: Amira Haddad, Night nurse":                          "Amira Haddad",
		"Scene 1: [B-ROLL]\nVO: Hello all.\nLower third: \"Depot East, Hall 3\"":                                           "",
	} {
		if got := Parse(text + "\n\nScene 2: Outro\nVO: Goodbye.").Presenter.Name; got != want {
			t.Errorf("%q: the presenter is %q, want %q", text, got, want)
		}
	}
}

func TestWhatStandsBelowTheLastScene(t *testing.T) {
	t.Parallel()
	b := Parse("Scene 1: Presenter\nVO: Hello.\nScene 2: Outro\nVO: Bye.\nText: \"Get it\"\n\n🎵 upbeat pop\n✨ Style: bold, green #39FF14\nNo avatar in scene 1, please. Do not show captions.")
	if b.Captions != "off" || b.Music.Mood != "uplifting" || b.Look.Style != "bold" || !b.Scenes[0].NoAvatar || strings.Join(b.Scenes[1].Screen, "") != "Get it" || b.Scenes[1].Say != "Bye." {
		t.Errorf("captions %q, music %+v, look %+v, scenes %+v", b.Captions, b.Music, b.Look, b.Scenes)
	}
}

func TestMotionWithinQuotationMarksIsNone(t *testing.T) {
	t.Parallel()
	b := Parse("Scene 1\nVisual: Kinetic text \"Wir reparieren. Nicht wegwerfen.\" letters types on\nVO: „Bei uns wird repariert.\"\nScene 2\nVisual: A barista slides a cup across the counter.\nVO: Good morning.")
	if m := b.Scenes[0].Moves; len(m) != 1 || m[0].Verb != "types on" || len(b.Scenes[1].Moves) > 0 || b.Scenes[0].Say != "Bei uns wird repariert." {
		t.Errorf("%+v", b.Scenes)
	}
}

func TestAvatarsAreLeftOutOfScenes(t *testing.T) {
	t.Parallel()
	plan := "Scene 1: Presenter\nVO: One.\nScene 2: Presenter\nVO: Two.\nScene 3: Presenter\nVO: Three.\n\n"
	for order, want := range map[string]string{
		"No avatar in scene 2.": "2", "Avatar not visible in scenes 2-3.": "23", "Hide the presenter in scene 3.": "3", "Scenes 1 and 3 without avatar.": "13", "Scene 2: no avatar, please.": "2",
	} {
		got := ""
		for _, s := range Parse(plan + order).Scenes {
			if s.NoAvatar {
				got += fmt.Sprint(s.Number)
			}
		}
		if got != want {
			t.Errorf("%q leaves the avatar out of %q, want %q", order, got, want)
		}
	}
}

func TestChaptersAreHeadings(t *testing.T) {
	t.Parallel()
	b := Parse("Make a 60 second explainer about ParcelNest.\n\nChapter 1: The problem\nEvery third parcel arrives when nobody is home.\n\nChapter 2: The idea\nThe parcel waits in a locker on your street.")
	if said := spokenBy(b); strings.Contains(said, "Chapter") || len(b.Points) != 2 || b.Points[1].Chapter != "The idea" {
		t.Errorf("%q %+v", said, b.Points)
	}
}
