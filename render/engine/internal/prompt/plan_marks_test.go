package prompt

import (
	"strings"
	"testing"
)

// TestPlanMarks reads plans of scenes in the layouts that marks, rows of settings and
// other scripts make.
func TestPlanMarks(t *testing.T) {
	t.Parallel()
	b := Parse("🎬 Tour – 1 minute – tone: warm – presenter only in scenes 1 and 3\n\n" +
		"🟢 Scene 1: Welcome\n🎤 \"Welcome to the mill.\"\n👀 Presenter at the gate\n🔤 The old mill\n\n" +
		"🟢 Scene 2: Wheel\n🎤 \"The wheel turns all day.\"\n👀 A wooden wheel\n🎵 no music here\n⏱ 10s\n\n" +
		"🟢 Scene 3: Bye\n🎤 \"Come again.\"\n✂️ dissolve\n")
	if len(b.Scenes) != 3 || b.Seconds != 60 {
		t.Fatalf("%d scenes of %g s", len(b.Scenes), b.Seconds)
	}
	one, two := b.Scenes[0], b.Scenes[1]
	if one.Say != "Welcome to the mill." || len(one.Screen) != 1 || one.Screen[0] != "The old mill" || one.NoAvatar {
		t.Errorf("scene 1: %+v", one)
	}
	if two.Visual != "A wooden wheel" || two.Seconds != 10 || !two.NoAvatar || b.Music.Off {
		t.Errorf("scene 2: %+v, music %+v", two, b.Music)
	}
	if b.Scenes[2].Transition != "dissolve" || b.Scenes[2].NoAvatar {
		t.Errorf("scene 3: %+v", b.Scenes[2])
	}
	b = Parse("Make a video. On-screen directions are in English.\n\nScene 1: VO: 「始めましょう。」\nシーン2（プレゼンター＋オーバーレイ）: 画面右に箱：赤、青。ナレーション：「箱は二つです。」\n")
	if len(b.Scenes) != 2 || b.Scenes[1].Say != "箱は二つです。" || b.Scenes[1].Type != "overlay" {
		t.Errorf("シーン2: %+v", b.Scenes)
	}
	b = Parse("Client: Harbour Ferries | Length: 40 sec | Aspect: 9:16\n\n| # | Time | Picture | Audio (VO) |\n|---|---|---|---|\n| 1 | 0:00–0:10 | A ferry | We sail at dawn. |\n| 2 | 0:10–0:40 | A pier | We land at noon. |\n")
	if len(b.Scenes) != 2 || b.Scenes[0].Say != "We sail at dawn." || b.Seconds != 40 || b.Orientation != "portrait" {
		t.Errorf("table: %g s, %s, %+v", b.Seconds, b.Orientation, b.Scenes)
	}
}

// TestBelowOneLiners keeps what stands below a plan of one line a scene out of its last scene.
func TestBelowOneLiners(t *testing.T) {
	t.Parallel()
	b := Parse("Scene 1: Fields at dawn. \"Bread starts here.\"\nScene 2: Hands and dough. \"We start at three.\"\nScene 3: A shop. \"Come and taste it.\"\nKeep the whole thing under 35 seconds. Folk guitar. No captions.")
	if len(b.Scenes) != 3 || b.Scenes[2].Say != "Come and taste it." {
		t.Fatalf("%+v", b.Scenes)
	}
	if b.Seconds != 35 || !b.AtMost || b.Captions != "off" || b.Music.Mood != "warm" {
		t.Errorf("%g s, captions %q, music %+v", b.Seconds, b.Captions, b.Music)
	}
}

// TestPresenterLine tells a presenter's name, role and lower third from their clothes.
func TestPresenterLine(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]string{
		`Maya, with lower third "Maya Ortiz – Customer Care"`: "Maya Ortiz/Customer Care",
		`Kenji, dark suit`: "Kenji/",
		`Ada, Head of Support, charcoal blazer, sitting, office with plants behind her`: "Ada/Head of Support",
		`Lucía, bata blanca, con rótulo inferior "Dra. Lucía Peña"`:                     "Dra. Lucía Peña/",
	} {
		b := Parse("PRESENTER: " + line + "\n\nScene 1\nVO: \"Hello to all of you.\"\n\nScene 2\nVO: \"Goodbye to all of you.\"\n")
		if got := b.Presenter.Name + "/" + b.Presenter.Role; got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}

// TestScreenplaySpeakers gives each speaker of a screenplay a shot of their own.
func TestScreenplaySpeakers(t *testing.T) {
	t.Parallel()
	b := Parse("INT. OFFICE – DAY\n\nTwo desks.\n\nTOM\n(nervous)\nWhat is this?\n\nLENA\nA fake. Look at the address.\n\nLENA (V.O.)\nOne letter is wrong.\n\nCUT TO:\n\nINT. KITCHEN – LATER\n\nTOM\nSo what do I do?\n")
	var got []string
	for _, s := range b.Scenes {
		got = append(got, s.Speaker+": "+s.Say)
	}
	if want := "Tom: What is this?|Lena: A fake. Look at the address. One letter is wrong.|Tom: So what do I do?"; strings.Join(got, "|") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, "|"), want)
	}
}

// TestPlanHeads reads heads that keys number, a title with a length above numbered parts,
// and words that a label without a colon stands before.
func TestPlanHeads(t *testing.T) {
	t.Parallel()
	b := Parse("🎥 PROJECT: Winter promo (45s)\n\n1️⃣ Lobby – a fireplace\n💬 \"Winter starts with a fire.\"\n2️⃣ Spa – steam over the pool\n💬 \"Our spa is open until midnight.\"\n🔤 Open until midnight\n")
	if len(b.Scenes) != 2 || b.Scenes[1].Say != "Our spa is open until midnight." || len(b.Scenes[1].Screen) != 1 {
		t.Errorf("keys: %+v", b.Scenes)
	}
	b = Parse("# Safety briefing (60s)\n\n### 1. Gate (10 s)\n- **Shot:** a gate\n- **Says:** \"Welcome on site.\"\n\n### 2. Helmet (12 s)\n- **Shot:** a helmet\n- **Says:** \"Helmet on, all day.\"\n")
	if len(b.Scenes) != 2 || b.Scenes[0].Say != "Welcome on site." || b.Scenes[0].Seconds != 10 {
		t.Errorf("numbered parts: %+v", b.Scenes)
	}
	b = Parse("00:00 – Hook: text \"Wrong!\" CRASHES in\nVO \"You charge it wrong.\"\n00:05 – a battery drains\nVO \"Every charge wears it down.\"\n")
	if len(b.Scenes) != 2 || b.Scenes[0].Say != "You charge it wrong." || b.Scenes[1].Say != "Every charge wears it down." {
		t.Errorf("labels without a colon: %+v", b.Scenes)
	}
	b = Parse("Moderation: Jonas, nur in der ersten Szene\n\nSzene 1: Eine Küche\nSprecher: „Kennst du das?“\n\nSzene 2: Drei Tonnen\nSprecher: „Gelb, Blau und Braun.“\n")
	if b.Presenter.Name != "Jonas" || b.Presenter.Role != "" {
		t.Errorf("presenter: %+v", b.Presenter)
	}
	b = Parse("Scene 1 (8s) | Two chairs in a bright room | \"Sit down with us.\" | Text: \"Open house\"\nScene 2 (9s) | A long table | \"Stay for dinner.\" |\n")
	if len(b.Scenes) != 2 || b.Scenes[0].Say != "Sit down with us." || len(b.Scenes[0].Screen) != 1 || b.Scenes[1].Say != "Stay for dinner." {
		t.Errorf("parts between bars: %+v", b.Scenes)
	}
}

// TestPresenterByClothes: what a scene says that its presenter wears, and whose it is, is
// looked for in the catalogue; what stands around is not.
func TestPresenterByClothes(t *testing.T) {
	t.Parallel()
	for visual, want := range map[string][2]string{
		"Presenter in a safety vest and a hard hat, warehouse behind her.": {"in a safety vest and a hard hat", "female"},
		"The presenter, wearing a lab coat, shows his bench.":              {"wearing a lab coat", "male"},
		"Presenter in front of the old town hall.":                         {"", ""},
		"Presenter in a bright kitchen.":                                   {"", ""},
	} {
		b := Parse("Scene 1: [A-ROLL] " + visual + "\nVO: \"Welcome to the depot.\"\nScene 2: [A-ROLL]\nVO: \"Goodbye.\"")
		if got := [2]string{b.Presenter.Look, b.Presenter.Gender}; got != want {
			t.Errorf("%s: %q, want %q", visual, got, want)
		}
	}
}
