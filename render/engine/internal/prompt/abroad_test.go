package prompt

import "testing"

// An order to the agent is not spoken in languages whose grammar is not known either: its
// words are said to the viewers in a form that needs no other ending.
func TestOrdersAbroad(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, title, says string }{
		{"Stwórz 40-sekundowy film dla nowych pracowników. Wyjaśnij trzy zasady. Podaj, że w zeszłym roku było 14 wypadków. Zakończ hasłem „Bezpiecznie do domu”.", "", "Poznaj trzy zasady. / W zeszłym roku było 14 wypadków. / Bezpiecznie do domu"},
		{"Przygotuj film o segregacji odpadów. Wyjaśnij, jak oddać szkło. Na koniec zachęć widzów do udziału w akcji.", "O segregacji odpadów", "Jak oddać szkło? / Zachęcamy do udziału w akcji."},
		{"30秒の動画を作ってください。経費精算の手順を説明してください。送料が無料であることを伝えてください。最後に「ようこそ」で締めてください。", "", "経費精算の手順をご説明します。 / 送料が無料である。 / ようこそ"},
		{"请制作一个30秒的视频，介绍社区食堂。强调老人打八折。最后以“欢迎光临”结尾。", "社区食堂", "老人打八折。 / 欢迎光临"},
		{"신규 직원을 위한 30초 영상을 만들어 주세요. 휴가 신청 방법을 설명해 주세요. 배송이 무료라는 점을 강조해 주세요. 마지막은 “함께해요”로 마무리해 주세요.", "", "휴가 신청 방법을 설명해 드립니다. / 배송이 무료입니다. / 함께해요"},
		{"Yeni kuryeler için 30 saniyelik bir video hazırla. Üç kuralı açıkla. Geçen yıl 14 kaza olduğunu belirt.", "", "Üç kuralı açıklayalım. / Geçen yıl 14 kaza olduğunu belirtelim."},
		{"नए ग्राहकों के लिए 30 सेकंड का वीडियो बनाइए। बताइए कि ऐप मुफ़्त है। अंत में “आज ही जुड़ें” कहें।", "", "ऐप मुफ़्त है। / आज ही जुड़ें"},
		{"Film dla rodziców: zebranie odbędzie się o godz. 17.00 w sali 12. Prosimy zabrać długopis.", "", "Zebranie odbędzie się o godz. 17.00 w sali 12. / Prosimy zabrać długopis."},
		{"防災訓練の案内動画。9月1日午前10時に開始します。", "防災訓練の案内", "9月1日午前10時に開始します。"},
		{"สร้างวิดีโอ 30 วินาที แนะนำคลินิกทันตกรรมยิ้มสวย เปิดทุกวัน", "คลินิกทันตกรรมยิ้มสวย", "เปิดทุกวัน"},
	} {
		b := Parse(c.text)
		if got := textOf(b); got != c.says {
			t.Errorf("%q says\n%q, want\n%q", c.text, got, c.says)
		}
		if c.title != "" && b.Title != c.title {
			t.Errorf("%q is titled %q about %q, want %q", c.text, b.Title, b.Subject, c.title)
		}
	}
}

// Numbers behind a full-width stop and in circles count items off, and cut no character.
func TestListsAbroad(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"経費精算の動画。手順です。1. アプリを開く 2. 領収書を撮影する 3. 送信する。", "経費精算の動画。手順：①アプリを開く②領収書を撮影する③送信する。"} {
		b := Parse(text)
		n := len(b.Points) - 1
		if n < 0 || len(b.Points[n].Items) != 3 || b.Points[n].Items[1].Title != "領収書を撮影する" {
			t.Errorf("%q: %+v", text, b.Points)
		}
	}
}
