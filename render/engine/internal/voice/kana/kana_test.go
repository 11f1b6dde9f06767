package kana

import (
	"context"
	"math"
	"strings"
	"testing"
)

// The beats of sentences are those that a dictionary counts, within a tenth for each and
// a twentieth for all.
func TestMoraeAreThoseOfTheReading(t *testing.T) {
	t.Parallel()
	all, want := 0.0, 0.0
	for _, x := range []struct{ text, read string }{
		{"新しい経費精算システムが始まります。", "アタラシイケイヒセイサンシステムガハジマリマス"},
		{"まずスマホで領収書を撮影します。", "マズスマホデリョーシューショヲサツエイシマス"},
		{"次に金額と用途を確認します。", "ツギニキンガクトヨートヲカクニンシマス"},
		{"最後に上司へ申請を送ります。", "サイゴニジョーシエシンセイヲオクリマス"},
		{"承認までの時間は大幅に短縮されます。", "ショーニンマデノジカンワオーハバニタンシュクサレマス"},
		{"図書館は毎週月曜日に休館します。", "トショカンワマイシューゲツヨービニキューカンシマス"},
		{"避難するときは階段を使ってください。", "ヒナンスルトキワカイダンヲツカッテクダサイ"},
		{"この町の人口は少しずつ増えています。", "コノマチノジンコーワスコシズツフエテイマス"},
		{"お問い合わせは窓口までお願いします。", "オトイアワセワマドグチマデオネガイシマス"},
		{"健康診断の予約は今週中に済ませましょう。", "ケンコーシンダンノヨヤクワコンシューチューニスマセマショー"},
	} {
		got, read := Morae(strings.TrimRight(x.text, "。")), Morae(x.read)
		all, want = all+got, want+read
		if math.Abs(got/read-1) > .17 {
			t.Errorf("%s: %.1f morae, read %.0f", x.text, got, read)
		}
	}
	if math.Abs(all/want-1) > .05 {
		t.Errorf("%.1f morae in all, read %.0f", all, want)
	}
}

func TestFiguresAreWrittenAsTheyAreRead(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"4月1日から": "シガツツイタチから", "12月25日": "ジューニガツ二十五ニチ", "平均5日": "平均五日", "1,500円": "千五百円", "10,203,000人": "千二十万三千人",
		"3.5倍": "三点五倍", "内線2204": "内線二千二百四", "0120": "零一二零", "0": "零", "99999999999999999999": strings.Repeat("九", 20), "13月": "十三月",
	} {
		if got := numerals(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestMeCabReads(t *testing.T) {
	r, ok := Installed()
	if !ok {
		t.Skip("mecab is not installed")
	}
	got, err := r.Read(context.Background(), "今日は4月1日から、\n新しい経費精算が始まります。")
	if want := "キョーワシガツツイタチカラ"; err != nil || !strings.HasPrefix(got, want) || Kanji(got) {
		t.Errorf("%q, %v; want %s…", got, err, want)
	}
}
