package voice

import (
	"context"
	"math"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/voice/kana"
)

// A sentence takes about as long as it is estimated to, whether its kanji are read or kept
// silent; they are never spelled out.
func TestJapaneseTakesAsLongAsEstimated(t *testing.T) {
	s := speaker(t)
	for _, x := range []string{"まずスマホでりょうしゅうしょをさつえいします。", "次に金額と用途を確認します。", "承認までの時間は、これまでの平均5日から1日に短縮されます。"} {
		take, err := s.Speak(context.Background(), Utterance{Text: x, Language: "ja"})
		if err != nil {
			t.Fatal(err)
		}
		want := s.Estimate(x, "ja")
		if got := take.Seconds(); math.Abs(got/want-1) > .2 {
			t.Errorf("%s: %.1f s, estimated %.1f", x, got, want)
		}
	}
}

// Where nothing reads kanji, they are silent, the captions keep their time, and a note says
// what to install.
func TestUnreadKanjiAreSilentAndNoted(t *testing.T) {
	if _, ok := kana.Installed(); ok {
		t.Skip("mecab is installed")
	}
	s := speaker(t)
	u := Utterance{Text: "次に金額と用途を確認します。", Language: "ja"}
	take, err := s.Speak(context.Background(), u)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range take.PCM {
		if v != 0 {
			t.Fatal("something is heard")
		}
	}
	if n := len(take.Line.Words); n != 1 || take.Line.Words[0].End < 2 {
		t.Errorf("words %+v", take.Line.Words)
	}
	seconds, err := s.Seconds(context.Background(), u)
	if err != nil || math.Abs(seconds-take.Seconds()) > .05 {
		t.Errorf("measured %.2f s, lasts %.2f, %v", seconds, take.Seconds(), err)
	}
	who, err := s.Who(context.Background(), "ja", u.Voice)
	if err != nil || !strings.Contains(strings.Join(who.Notes, " "), "mecab") {
		t.Errorf("notes %q, %v", who.Notes, err)
	}
}
