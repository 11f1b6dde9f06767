package prompt

import "testing"

func TestPresenterInTheFirstAndLastScene(t *testing.T) {
	t.Parallel()
	scenes := "\nScene 1\nVisual: presenter\nVO: \"Hello.\"\nScene 2\nVisual: presenter\nVO: \"More.\"\nScene 3\nVisual: presenter\nVO: \"Bye.\""
	for order, want := range map[string][3]bool{
		"Presenter only in the first and last scene.":                            {false, true, false},
		"Moderatorin nur in der ersten und letzten Szene.":                       {false, true, false},
		"La presentadora aparece solo en la primera y la última escena.":         {false, true, false},
		"La présentatrice uniquement dans la première et la dernière scène.":     {false, true, false},
		"La presentatrice appare solo nella prima e nell'ultima scena.":          {false, true, false},
		"A apresentadora aparece apenas na primeira e na última cena.":           {false, true, false},
		"Presenter only in the last scene.":                                      {true, true, false},
		"Presenter only in scenes 1 and 2.":                                      {false, false, true},
		"The presenter is warm and friendly in the first and in the last scene.": {false, false, false},
	} {
		var got [3]bool
		b := Parse("A video, 30 seconds. " + order + scenes)
		for i := range min(3, len(b.Scenes)) {
			got[i] = b.Scenes[i].NoAvatar
		}
		if got != want {
			t.Errorf("%q leaves the presenter out of %v, want %v", order, got, want)
		}
	}
}

func TestGermanMusic(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"Musik: sanftes Klavier": "calm", "Musik: flotter Beat": "uplifting", "Musik: Klavier": "warm"} {
		if b := Parse("Ein Video über unseren Laden, 20 Sekunden.\n" + text); b.Music.Mood != want {
			t.Errorf("%q is %q, want %q", text, b.Music.Mood, want)
		}
	}
}

func TestLengthInTheBracketsOfAHead(t *testing.T) {
	t.Parallel()
	if got, want := shots("[Plan 1 – 6 s] Trois cartes : Pain, Café, Thé\n« Nous avons tout. »\n[Scene 2 - 9s] Logo\n\"À demain.\""), "6||Nous avons tout.|Trois cards : Pain, Café, Thé|\n9||À demain.||"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
