package prompt

import "testing"

// What people paste as a plan is one, whatever counts its scenes.
func TestPastedPlans(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct{ text, want string }{
		"messages of a chat": {
			"[14:02] Jess: plan for the gym video, 30 sec\n[14:02] Jess: s1 - just text, big: NEW GYM? and the voice says \"New year, new gym?\"\n[14:03] Jess: s2 - coach talking: \"Try us for a week.\"\n[14:05] Jess: end w logo + gym.example",
			"0||New year, new gym?|just text, big: NEW GYM? And the voice|\n0||Try us for a week.||\n0|||end card: logo + gym.example|"},
		"slides and their notes": {
			"Slide 1 – Title\nNotes: Thanks for coming.\nOn slide: Safety 2026\n\nSlide 2 – What is new\nOn slide:\n | Area | Rule |\n | Yard | 10 km/h |\nNotes: One rule is new.",
			"0||Thanks for coming.||Safety 2026\n0||One rule is new.|table: Area | Rule; Yard | 10 km/h.|What is new"},
		"screens of a module": {
			"Screen 3.1 – Intro\nNarration: You learn to lift.\nGraphics: title card\n\nScreen 3.2 – Steps\nNarration: Stand close.\nGraphics: four steps\nDeveloper note: no branching",
			"0||You learn to lift.|title card|\n0||Stand close.|four steps|"},
		"an outline of a story": {
			"HOOK (0-6s)\n\"It's cold.\"\n[text on screen: COLD]\n\n3 FIXES\n1. Use the oven.\n2. Wait.\n[fixes pop up as cards]\n\nCTA\nTell me more.\n[end screen: subscribe]",
			"6||It's cold.||COLD\n0||Use the oven. Wait.|fixes pop up as cards|\n0||Tell me more.|end screen: subscribe|"},
		"words below timed heads": {
			"0:00 – Trainer on camera\nHi, I'm Jo. This takes a minute.\n\n0:06 – Three flags: \"Urgent\", \"Strange\", \"Odd\"\nThree signs give it away.\n\n0:20 – End card\nThank you.",
			"6|a-roll|Hi, I'm Jo. This takes a minute.||\n14||Three signs give it away.|Three flags: \"Urgent\", \"Strange\", \"Odd\"|\n0||Thank you.||"},
		"labels of two names": {
			"SCENE 1: [HOOK]\nVisual/B-roll: a harbour\nVO/Script: \"We sail.\"\nSCENE 2: [CTA]\nAudio / VO: \"Come along.\"",
			"0||We sail.|a harbour|\n0||Come along.||"},
		"broadcast timecodes": {
			"SHOT 01 (00:00:00 - 00:00:05) Black. VO: \"Now.\"\nSHOT 02 (00:00:05:00 - 00:00:13:12) Lines draw a map. VO: \"Then.\"",
			"5||Now.||\n8||Then.|Lines draw a map.|"},
		"settings behind the words of a table": {
			"| # | Visual | Narration |\n|---|---|---|\n| 1 | desk | Eleven hours. |\n| 2 | phone | Two hours. |\n\nFont: Inter. Colours: #0B6E4F.\nVoice: male, measured. Music: calm.",
			"0||Eleven hours.|desk|\n0||Two hours.|phone|"},
		"shots over one text": {
			"Shot 1 (4s): dawn over fields\nShot 2 (4s): baker opens oven\nShot 3 (4s): bread on a table\nVO: \"We start at four. The oven is hot by five. You eat at seven.\"\n\nShot 4 (3s): logo\nVO: \"Slow Bread.\"",
			"4||We start at four.||\n4||The oven is hot by five.||\n4||You eat at seven.|bread on a table|\n3||Slow Bread.||"},
		"a quotation behind somebody": {
			"Scene 1: Presenter. VO: \"We open.\"\nScene 2: Lower third: \"Ana Ruiz, CEO\". Presenter close. \"Ask for the price first.\"",
			"0|a-roll|We open.||\n0|a-roll|Ask for the price first.|Presenter close.|"},
	} {
		if got := shots(x.text); got != x.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, x.want)
		}
	}
}

// What stands outside the scenes and names some by their numbers is theirs.
func TestDirectionsOfScenes(t *testing.T) {
	t.Parallel()
	plan := "Scene 1: title \"One\". VO: \"We begin.\"\nScene 2: list: a, b. VO: \"There is pizza at noon. Nobody misses it.\"\nScene 3: logo. VO: \"Goodbye to all.\"\n\n"
	b := Parse(plan + "Colours: #0B6E4F, #F4F1DE (background of scene 3 only). Presenter on the right in scene 2. Leave two seconds of silence after the pizza line.")
	if s := b.Scenes; s[2].Ground != "#F4F1DE" || s[1].Side != "right" || s[0].Side != "" || len(b.Look.Colors) != 1 || len(s[1].Say) < len("There is pizza at noon. Nobody misses it.")+3 {
		t.Errorf("%+v, colours %+v", s, b.Look.Colors)
	}
	b = Parse(plan + "Background: white on scenes 1 and 2, dark green on scene 3.")
	if s := b.Scenes; s[0].Ground != "#FFFFFF" || s[1].Ground != "#FFFFFF" || s[2].Ground != "#14532D" {
		t.Errorf("%+v", s)
	}
	if b = Parse(plan + "Music: no corporate music, fades out at the end."); b.Music.Mood == "corporate" || b.Scenes[2].Music != nil {
		t.Errorf("%+v %+v", b.Music, b.Scenes[2].Music)
	}
}

// Lines that each say what is seen and said are scenes, however they begin.
func TestVoicedLines(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct{ text, want string }{
		"strokes": {
			"01 / 4s / MACRO coffee drop / no VO / SFX drip\n02 / 7s / Text \"15 bar\" counts up / VO: Fifteen bars of pressure.\n03 / 8s / Icons: grinder, wand / VO: A grinder and a wand.\n04 / 8s / Logo / VO: Onyx.",
			"4|||MACRO coffee drop|\n7||Fifteen bars of pressure.|Text \"15 bar\" counts up|\n8||A grinder and a wand.|Icons: grinder, wand|\n8||Onyx.|Logo|"},
		"tags": {
			"[TITLE] Budget 2026 | VO: This is our budget.\n[CHART] pie: schools 31, roads 22 (in %) | VO: A third goes to schools.\n[PRESENTER] Mayor Ruth Ellis, lower third | VO: Tell us what you think.",
			"0||This is our budget.||Budget 2026\n0||A third goes to schools.|pie chart: schools 31, roads 22 (in %)|\n0|a-roll|Tell us what you think.|Mayor Ruth Ellis|"},
		"times without a unit": {
			"- 0-3 BOOM text \"2025\" shatters – \"A new year begins.\"\n- 3-7 counter 1,200 – \"We shipped more than ever.\"\n- 7-9 logo – \"See you there today.\"",
			"3||A new year begins.|BOOM text \"2025\" shatters|\n4||We shipped more than ever.||\n2||See you there today.||"},
		"numbers behind a colon": {
			"SCENE: 1\nPIX: Ferry at dawn\nVOX: Every ferry, every day.\nTIME: 6\n\nSCENE: 2\nPIX: End board\nVOX: Get yours today.\nTIME: 7\n\nMX: bright ukulele.",
			"6||Every ferry, every day.|Ferry at dawn|\n7||Get yours today.|End board|"},
		"notes below numbers": {
			"1. Title slide: \"Security\"\n   Notes: This is our plan.\n2. Big stat: 82%\n   Notes: Most begin with a person.",
			"0||This is our plan.||Security\n0||Most begin with a person.||"},
		"names of files": {
			"photo1.jpg – \"Loft, 74 m²\" – slides in\nphoto2.jpg – \"Two balconies\"\nend – \"loft.example\" on black",
			"0|||photo1.jpg slides in|Loft, 74 m²\n0|||photo2.jpg|Two balconies\n0|||end on black|loft.example"},
		"words in brackets": {
			"Scene 1 – Title card \"Before you go\" [Give us half a minute.]\nScene 2 – Card: 12 a week [We added twelve classes.]",
			"0||Give us half a minute.|Title card \"Before you go\"|\n0||We added twelve classes.|Card: 12 a week|"},
		"questions and answers": {
			"Q (text on black): \"Why a nurse?\"\nA – Leila Haddad (presenter, close-up): \"Because of one night.\"\nQ (text on black): \"And now?\"\nA – Leila: \"Ask everything.\"\nEND (logo, acme.example): \"Join us.\"",
			"0|||text on black|Why a nurse?\n0|a-roll|Because of one night.|A – Leila Haddad presenter, close-up|\n0|||text on black|And now?\n0|a-roll|Ask everything.|presenter A – Leila|\n0||Join us.|END logo, acme.example|"},
		"texts in brackets behind numbers": {
			"1) Ana in front of the house: \"Welcome to the row.\" [text: 8 Harbour Row]\n2) Living room photo: \"Sixty square metres.\"\n3) Kitchen photo: \"The kitchen is new.\"",
			"0||Welcome to the row.|Ana in front of the house|8 Harbour Row\n0||Sixty square metres.||\n0||The kitchen is new.||"},
	} {
		if got := shots(x.text); got != x.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, x.want)
		}
	}
}
