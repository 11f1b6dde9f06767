// Package kana reads Japanese as it is spoken: how long a text takes by its morae, and
// kanji in kana by MeCab, where that is installed. No dictionary is built in.
package kana

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"
)

// Kanji tells whether a text has characters that only a dictionary can read.
func Kanji(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// perKanji is how many morae a kanji of running text has on average: 1.79 in the ten
// sentences of the test, read by MeCab.
const perKanji = 1.8

// Morae estimates the beats of a text: one for a kana, none for a small one that joins the
// kana before, and of a mark of punctuation the beats of its pause.
func Morae(s string) float64 {
	n := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("ぁぃぅぇぉゃゅょァィゥェォャュョ", r):
		case unicode.In(r, unicode.Hiragana, unicode.Katakana) || r == 'ー':
			n++
		case unicode.Is(unicode.Han, r):
			n += perKanji
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			n += 2.6 // 1,500 is sen-gohyaku
		case strings.ContainsRune("、，,。！？：；", r):
			n += 1.5
		case unicode.IsLetter(r):
			n += 1.6 // spelled, or a word of another language
		case r == '%' || r == '％':
			n += 6
		}
	}
	return n
}

// Reader reads kanji.
type Reader struct{ path string }

// Installed finds MeCab with a dictionary; it looks once.
var Installed = sync.OnceValues(func() (Reader, bool) {
	path, err := exec.LookPath("mecab")
	if err != nil {
		return Reader{}, false
	}
	r := Reader{path}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	said, err := r.Read(ctx, "漢字")
	return r, err == nil && !Kanji(said)
})

// Read writes a text in kana, as it is spoken: は as ワ where it marks the topic. Kanji that
// the dictionary does not have stay.
func (r Reader) Read(ctx context.Context, text string) (string, error) {
	cmd := exec.CommandContext(ctx, r.path, "--node-format=%pS%f[8]", "--unk-format=%M", "--eos-format=\n")
	cmd.Stdin = strings.NewReader(numerals(strings.Join(strings.Fields(text), " ")) + "\n")
	var out, problem bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problem
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("mecab: %w: %s", err, strings.TrimSpace(problem.String()))
	}
	return strings.TrimSpace(out.String()), nil
}

var (
	wideDigits = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")
	dayOfMonth = regexp.MustCompile(`(\d{1,2})月(?:(\d{1,2})日)?`)
	groups     = regexp.MustCompile(`(\d),(\d{3})`)
	wholes     = regexp.MustCompile(`\d+(?:\.\d+)?`)
)

var (
	months = strings.Fields("イチガツ ニガツ サンガツ シガツ ゴガツ ロクガツ シチガツ ハチガツ クガツ ジューガツ ジューイチガツ ジューニガツ")
	days   = map[int]string{1: "ツイタチ", 2: "フツカ", 3: "ミッカ", 4: "ヨッカ", 5: "イツカ", 6: "ムイカ", 7: "ナノカ", 8: "ヨーカ", 9: "ココノカ", 10: "トーカ", 14: "ジューヨッカ", 20: "ハツカ", 24: "ニジューヨッカ"}
)

// numerals writes figures in kanji, which a dictionary reads, and days of months in kana:
// 1日 is tsuitachi in 4月1日, and ichinichi alone.
func numerals(s string) string {
	s = groups.ReplaceAllString(groups.ReplaceAllString(wideDigits.Replace(s), "$1$2"), "$1$2")
	s = dayOfMonth.ReplaceAllStringFunc(s, func(x string) string {
		m := dayOfMonth.FindStringSubmatch(x)
		month, _ := strconv.Atoi(m[1])
		if month < 1 || month > 12 {
			return x
		}
		out := months[month-1]
		if m[2] == "" {
			return out
		}
		day, _ := strconv.Atoi(m[2])
		if days[day] != "" {
			return out + days[day]
		}
		return out + inKanji(m[2]) + "ニチ"
	})
	return wholes.ReplaceAllStringFunc(s, func(x string) string {
		whole, part, _ := strings.Cut(x, ".")
		if len(whole) > 16 || len(whole) > 1 && whole[0] == '0' {
			return digits(whole) // a telephone number
		}
		out := inKanji(whole)
		if part != "" {
			out += "点" + digits(part)
		}
		return out
	})
}

const figures = "零一二三四五六七八九"

func digits(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune([]rune(figures)[r-'0'])
	}
	return b.String()
}

// inKanji writes a number of at most 16 digits: 1500 is 千五百.
func inKanji(s string) string {
	if strings.Trim(s, "0") == "" {
		return "零"
	}
	var b strings.Builder
	myriads, tens := []string{"", "万", "億", "兆"}, []string{"", "十", "百", "千"}
	any := false
	for i, r := range s {
		at := len(s) - 1 - i
		if d := int(r - '0'); d > 0 {
			if d > 1 || at%4 == 0 {
				b.WriteRune([]rune(figures)[d])
			}
			b.WriteString(tens[at%4])
			any = true
		}
		if at%4 == 0 && any {
			b.WriteString(myriads[at/4])
			any = false
		}
	}
	return b.String()
}
