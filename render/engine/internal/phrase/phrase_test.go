package phrase

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSplit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, lang, want string }{
		{"今日は天気です。", "ja", "今日は|天気です。"},
		{"あなたに寄り添う最先端のテクノロジー。", "ja", "あなたに|寄り添う|最先端の|テクノロジー。"},
		{"今天是晴天。", "zh", "今天|是|晴天。"},
		{"今天是晴天。", "zh-TW", "今天|是|晴天。"},
		{"一块电池可以为整栋大楼的每一户供电，而且每年节省三百欧元", "zh", "一块|电池|可以|为|整栋|大楼的|每一户供电，|而且|每年|节省|三百欧元"},
		{"电价便宜时充电", "zh", "电价|便宜时|充电"},
		{"我们到了", "zh", "我们|到了"},
		{"วันนี้อากาศดี", "th", "วัน|นี้|อากาศ|ดี"},
		{"ไม่มีช่องว่างระหว่างคำ", "th", "ไม่|มี|ช่อง|ว่าง|ระหว่าง|คำ"},
		{"One battery", "en", "One battery"},
		{"", "ja", ""},
	} {
		if got := strings.Join(Split(c.text, c.lang), "|"); got != c.want {
			t.Errorf("%s (%s): got %s, want %s", c.text, c.lang, got, c.want)
		}
	}
}

func TestThaiIsNeverCutInsideASyllable(t *testing.T) {
	t.Parallel()
	for _, p := range Split("แบตเตอรี่หนึ่งก้อนให้พลังงานได้ทั้งอาคารและประหยัดค่าไฟทุกเดือน", "th") {
		first, _ := utf8.DecodeRuneInString(p)
		last, _ := utf8.DecodeLastRuneInString(p)
		if forbidden('ก', first) || last >= 'เ' && last <= 'ไ' {
			t.Errorf("part %q", p)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("今日はbatteryです", "ja")
	f.Add("\xff\xfeไ", "th")
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) {
			Split(text, lang)
			return
		}
		if got := strings.Join(Split(text, lang), ""); got != text {
			t.Errorf("%q became %q", text, got)
		}
	})
}
