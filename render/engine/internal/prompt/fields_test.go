package prompt

import (
	"strings"
	"testing"
)

// A scene is read in the words that people of each language name its parts by: what is
// shown, said and written never runs together, on one line or on lines of their own.
func TestScenesNameTheirPartsInManyLanguages(t *testing.T) {
	t.Parallel()
	for code, x := range map[string]struct{ text, say, screen, see string }{
		"de": {"Szene 1 (Hook): Moderatorin frontal. Sprechtext: „Du zahlst 80 Euro im Monat?“ Einblendung: „80 €? Ernsthaft?“", "Du zahlst 80 Euro im Monat?", "80 €? Ernsthaft?", "Moderatorin frontal"},
		"es": {"Escena 1: primer plano del café. Voz en off: «Buenos días a todos.» Rótulos: «Café Sol»", "Buenos días a todos.", "Café Sol", "primer plano del café"},
		"fr": {"Plan 1 : gros plan. Elle dit : « Trois heures, c'est long. » Texte à l'écran : « 3 h »", "Trois heures, c'est long.", "3 h", "gros plan"},
		"pt": {"Cena 1: a loja abre. Fala: \"Chegou a feira do livro!\" Legenda: Feira 2025", "Chegou a feira do livro!", "Feira 2025", "a loja abre."},
		"it": {"Scena 1: il forno acceso. Voce narrante: “Ogni mattina alle cinque.” Scritta: “Dal 1962”", "Ogni mattina alle cinque.", "Dal 1962", "il forno acceso."},
		"pl": {"Scena 1: Biuro rano. Lektor: „Witamy na pokładzie!” Napis na ekranie: „Witaj”", "Witamy na pokładzie!", "Witaj", "Biuro rano."},
		"tr": {"Sahne 1: Ofis sabahı. Dış ses: “Aramıza hoş geldin!” Ekran yazısı: “Hoş geldin”", "Aramıza hoş geldin!", "Hoş geldin", "Ofis sabahı."},
		"ru": {"Сцена 1: Офис утром. Диктор: «Добро пожаловать к нам!» Текст на экране: «Привет»", "Добро пожаловать к нам!", "Привет", "Офис утром."},
		"zh": {"场景1：办公室的早晨。旁白：“欢迎加入我们的团队！”屏幕文字：“欢迎”", "欢迎加入我们的团队！", "欢迎", "办公室的早晨。"},
		"ja": {"シーン1：朝のオフィス。ナレーション：「私たちのチームへようこそ。」テロップ：「ようこそ」", "私たちのチームへようこそ。", "ようこそ", "朝のオフィス。"},
		"ko": {"장면 1: 아침 사무실. 내레이션: “저희 팀에 오신 것을 환영합니다.” 자막: “환영합니다”", "저희 팀에 오신 것을 환영합니다.", "환영합니다", "아침 사무실."},
		"ar": {"المشهد 1: المكتب صباحًا. المذيعة: «أهلًا بكم في فريقنا.» النص على الشاشة: «أهلًا»", "أهلًا بكم في فريقنا.", "أهلًا", "المكتب صباحًا."},
		"he": {"סצנה 1: המשרד בבוקר. קריינית: \"ברוכים הבאים לצוות שלנו.\" כתובית: \"ברוכים הבאים\"", "ברוכים הבאים לצוות שלנו.", "ברוכים הבאים", "המשרד בבוקר."},
		"fa": {"صحنه 1: دفتر در صبح. گوینده: «به تیم ما خوش آمدید.» متن روی صفحه: «خوش آمدید»", "به تیم ما خوش آمدید.", "خوش آمدید", "دفتر در صبح."},
		"hi": {"दृश्य 1: सुबह का दफ़्तर। वॉइसओवर: “हमारी टीम में आपका स्वागत है।” स्क्रीन पर लिखा: “स्वागत”", "हमारी टीम में आपका स्वागत है।", "स्वागत", "सुबह का दफ़्तर।"},
	} {
		b := Parse(x.text)
		if len(b.Scenes) != 1 {
			t.Errorf("%s: %d scenes", code, len(b.Scenes))
			continue
		}
		s := b.Scenes[0]
		if screen := strings.Join(s.Screen, "|"); s.Say != x.say || screen != x.screen || !strings.Contains(s.Written(s.Header+s.Visual), x.see) {
			t.Errorf("%s: said %q, written %q, shown %q (%q)", code, s.Say, screen, s.Visual, s.Header)
		}
		if strings.Contains(s.Header+s.Visual, "(") {
			t.Errorf("the label in brackets is shown: %q", s.Visual)
		}
	}
}

// What stands behind spoken words in quotation marks is seen.
func TestDirectionBehindSpokenWordsIsSeen(t *testing.T) {
	t.Parallel()
	b := Parse("Scène 1 : plan serré. Elle dit : « Trois heures par semaine sont perdues. » À droite, un compteur grimpe.\nScène 2 : le logo. Voix off : « À bientôt chez nous. »")
	if got := b.Scenes[0].Say; got != "Trois heures par semaine sont perdues." {
		t.Errorf("said %q", got)
	}
}
