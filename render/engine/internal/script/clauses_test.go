package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestPartsKeepTheirSubject: the parts of a sentence about several things are about them
// still, the number of a house is no amount, and what is forbidden is shown whole.
func TestPartsKeepTheirSubject(t *testing.T) {
	t.Parallel()
	w := &writer{Writer: telling.Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}}
	if got := strings.Join(w.predicates("The ear cushions come off and go in the washing machine."), " "); got != "The ear cushions come off. They go in the washing machine." {
		t.Errorf("%q", got)
	}
	for s, want := range map[string]string{
		"She turns 60 on Friday, has been with us for 22 years and makes crumble.":            "She turns 60 on Friday. She has been with us for 22 years. She makes crumble.",
		"Our sensor Grava measures moisture at three depths and sends data to your phone.":    "Our sensor Grava measures moisture at three depths. It sends data to your phone.",
		"Ruth turns 60 on Friday, has been with us for 22 years and makes the best crumble.":  "",
		"The nurse checks your blood pressure, weighs you and answers all of your questions.": "",
	} {
		if got := strings.Join(w.predicates(s), " "); got != want {
			t.Errorf("%q is parted into %q", s, got)
		}
	}
	if f := w.Figures("The office moves to Speicherstrasse 14 on March 2."); len(f) > 0 {
		t.Errorf("%+v", f)
	}
	if got := w.Entry("Don't export customer lists to your private devices at home", 40); got != "Don't export customer lists to your private devices at home" {
		t.Errorf("%q", got)
	}
	b := &telling.Beat{Words: []string{"Syncing 10,000 files (4.2 GB) takes 1.3 seconds on a laptop."}}
	w.Clause(b, &brief.Point{Text: b.Words[0]})
	if b.Figure != nil && b.Figure.Text == "4.2" {
		t.Errorf("the aside is the figure: %q", b.Label)
	}
}

// TestAPhraseIsNoClause: what only says where something was counted stays with it.
func TestAPhraseIsNoClause(t *testing.T) {
	t.Parallel()
	const said = "In a trial with 1,200 users, 87% said they slept better and eye strain fell from 6.2 to 3.1 points."
	for _, s := range minuteOf(t, "Introduce Lumen, a desk lamp. It costs $89. "+said+" It ships in May.").Scenes {
		if strings.Contains(s.Say, "1,200 users.") {
			t.Errorf("said: %q", s.Say)
		}
	}
}
