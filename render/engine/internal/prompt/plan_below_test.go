package prompt

import (
	"slices"
	"strings"
	"testing"
)

func TestSettingsBelowThePlan(t *testing.T) {
	t.Parallel()
	b := Parse("FRAME 1 [0:00–0:05] A greenhouse. V.O.: (softly) \"Some things need light.\"\nFRAME 2 [0:05–0:09] Logo centre. V.O.: \"Glasshouse.\"\n\nAUDIO: calm harp. TYPE: Cormorant Garamond / Inter. PALETTE: #F7F3E9, #2F5D50. DON'T: no people's faces.")
	if len(b.Scenes) != 2 || b.Scenes[0].Say != "Some things need light." || b.Scenes[1].Say != "Glasshouse." || b.Music.Mood != "calm" || b.Look.Font != "Cormorant Garamond" || b.Look.Body != "Inter" || len(b.Look.Colors) != 2 || !b.Presenter.None {
		t.Errorf("%+v", b)
	}
	b = Parse("Scene 1: Title\nVO: \"One.\"\nScene 2: Title\nVO: \"Two.\"\n\nNotes: 16:9, primary color #F2C14E. Font: Manrope. No dissolve, only hard cuts.")
	if b.Orientation != "landscape" || len(b.Look.Colors) != 1 || b.Look.Font != "Manrope" || b.Transition != "cut" {
		t.Errorf("%+v", b)
	}
	b = Parse("Presenter: Priya, waist-up, in the office. Brand font: IBM Plex Sans.\n\nSCENE 1 | INTRO | 8 sec | Avatar\nScript: \"Welcome to all of you.\"")
	if b.Presenter.Framing != "waist" || b.Presenter.Look != "" || b.Look.Font != "IBM Plex Sans" || strings.Contains(b.Scenes[0].Header, "ec") {
		t.Errorf("%+v", b)
	}
}

func TestDashedScenes(t *testing.T) {
	t.Parallel()
	b := Parse("- Scene 1 – presenter full screen – \"From the first of June the rota changes.\" – lower third Daniel Kerr / SRE Lead\n- Scene 2 – code block `oncall swap – now` types on – \"Swap a week with one command.\"\n- Scene 3 – timeline 08:00 handover, 12:00 check-in – \"Handover is at eight, the check-in at noon.\"")
	var got []string
	for _, s := range b.Scenes {
		got = append(got, s.Say+"|"+s.Visual+"|"+s.LowerThird)
	}
	want := []string{"From the first of June the rota changes.|presenter full screen|Daniel Kerr / SRE Lead", "Swap a week with one command.|code block `oncall swap – now` types on|", "Handover is at eight, the check-in at noon.|timeline 08:00 handover, 12:00 check-in|"}
	if !slices.Equal(got, want) || b.Scenes[2].Seconds != 0 {
		t.Errorf("%q, %g s", got, b.Scenes[2].Seconds)
	}
}

func TestTreatments(t *testing.T) {
	t.Parallel()
	if got, want := shots("COLD OPEN. Black. Text appears letter by letter: \"Pack light.\"\n\nACT ONE – THE PROBLEM. Host (Kenji, 30s, green jacket) stands before luggage. He says: \"It is too heavy.\"\n\nTAG. Logo, \"pack.example\". VO: \"Pre-order now.\"\n\nTech specs: 40 sec, 16:9"),
		"0|||Black. Text appears letter by letter: \"Pack light.\"|\n0|a-roll|It is too heavy.|Presenter stands before luggage.|\n0||Pre-order now.|Logo, \"pack.example\".|"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if got := shots("WARNING. Do not open the lid.\n\nSTEP ONE. Press the button.\n\nSTEP TWO. Wait for the light."); got != "" {
		t.Errorf("no treatment: %s", got)
	}
}
