package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
)

// TestAccount plans scenes with things that are drawn beside things that nobody here can
// draw: the second are noted, each with its words, and the first are not.
func TestAccount(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, visual, say string
		lost              []string // noted
		kept              []string // drawn, and so in no note of what is not
	}{
		{"beside a chart", "Bar chart of orders: March 120, April 180, May 260, a goat walks past", "Orders have grown.", []string{"goat walks past"}, []string{"Bar chart", "March", "orders"}},
		{"beside a list", `Pinboard with three cards: Print, Pack, Post, a stamp in the corner`, "Print, pack, post.", []string{"Pinboard", "stamp in the corner"}, []string{"cards", "Post\""}},
		{"the presenter's hands", "Presenter on camera, juggling three oranges", "Welcome back.", []string{"juggling three oranges"}, []string{"camera"}},
		{"a backdrop", "Presenter on the left, velvet curtain behind her", "Welcome back.", []string{"velvet curtain"}, []string{"left"}},
		{"German", "Zeitstrahl: 2019 Gründung, 2022 Umzug, 2025 Messe, daneben ein Ballon", "Wir sind weit gekommen und gehen weiter.", []string{"Ballon"}, []string{"Zeitstrahl", "Gründung"}},
		{"a text that moves", `"Eleven hours" SLAMS in from left, a clock melts`, "Eleven hours a month.", []string{"clock melts"}, []string{"SLAMS"}},
		{"nothing to miss", `Split screen: left "6 days", right "4 hours"`, "It took six days. It takes four hours.", nil, []string{"days", "hours"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b := write(t, Request{Seconds: 30, Spec: manifest.Spec{PositivePrompt: "Scene 1: Opening\nVisual: title card \"Hello\"\nVO: \"Hello.\"\n\nScene 2\nVisual: " + c.visual + "\nVO: \"" + c.say + "\"\n\nScene 3\nVisual: title card \"Bye\"\nVO: \"Goodbye to all of you.\"\n"}})
			var undrawn []string
			for _, n := range b.Notes {
				if strings.Contains(n.Text, "nothing is drawn of") || strings.Contains(n.Text, "is replaced by") {
					undrawn = append(undrawn, n.Text)
				}
			}
			all := strings.Join(undrawn, "\n")
			for _, x := range c.lost {
				if !strings.Contains(all, x) {
					t.Errorf("%q goes missing in silence: %q", x, all)
				}
			}
			for _, x := range c.kept {
				if strings.Contains(all, x) {
					t.Errorf("%q is drawn, and a note says that it is not: %q", x, all)
				}
			}
		})
	}
}

func TestAccountOfJapaneseData(t *testing.T) {
	t.Parallel()
	n := notesOf(write(t, Request{Seconds: 30, Spec: manifest.Spec{PositivePrompt: "シーン1\n映像：棒グラフ（東京40%、大阪35%、福岡25%）、風船\nナレーション：「東京が一番です。」\n\nシーン2\n映像：棒グラフ：3月 120件、4月 180件\nナレーション：「注文は増えています。」"}}))
	if !strings.Contains(n, "風船") || strings.Contains(n, "東京") || strings.Contains(n, "180件") {
		t.Errorf("the balloon alone is not drawn: %q", n)
	}
}
