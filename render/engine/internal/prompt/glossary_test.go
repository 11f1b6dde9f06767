package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/prose"
)

// What directs a picture is read in every language; what is shown stays as it is written.
func TestPicturesAreDirectedInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, x := range []struct{ code, written, english string }{
		{"de", "Die drei Karten fliegen nacheinander von links ein: App laden, Karten sortieren", "Die drei cards slides one after another from left ein: App laden, Karten sortieren"},
		{"de", "Balkendiagramm auf grünem Hintergrund", "bar chart green background"},
		{"es", "gráfica de barras que crece de abajo hacia arriba: frutas 45 %", "bar chart que grows from bottom: frutas 45 %"},
		{"es", "una mesa con el rótulo «Lista de espera»", "una mesa con el rótulo «Lista de espera»"},
		{"fr", "fond blanc, logo au centre, fondu enchaîné", "white background, logo centred, cross-dissolve"},
		{"pt", "Mapa com um pino caindo em Olinda", "map with um pino drops in Olinda"},
		{"it", "Grafico a torta: Brasile 38%, Vietnam 17%", "pie chart: Brasile 38%, Vietnam 17%"},
		{"nl", "presentator links, tijdlijn rechts", "presenter left, timeline right"},
		{"pl", "Lista punktów pojawiających się po kolei: odbierz laptopa", "list points fades in one after another: odbierz laptopa"},
		{"ru", "График на тёмном фоне", "chart на dark background"},
		{"tr", "Koyu arka plan, sayaç ortada", "dark background, counter centred"},
		{"zh", "柱状图从左侧滑入：早晨2杯", "bar chart from left slides: 早晨2杯"},
		{"ja", "棒グラフが下から伸びる：4月 12", "bar chart が from bottom grows: 4月 12"},
		{"ko", "막대 그래프가 아래에서 올라간다: 4월 12", "bar chart 가 from bottom grows: 4월 12"},
		{"ar", "رسم بياني خطي على خلفية داكنة", "line chart dark background"},
	} {
		tongue := grammar.Tongues[x.code]
		p := &parser{b: &draft{}, t: grammar.TongueFor(x.code), foreign: tongue == nil}
		if got := p.english(x.written); got != x.english {
			t.Errorf("%s: %q is read as %q, want %q", x.code, x.written, got, x.english)
		}
	}
}

// English directions are left alone, whatever words of them other languages have.
func TestEnglishDirectionsAreNotTranslated(t *testing.T) {
	t.Parallel()
	p := &parser{b: &draft{}, t: grammar.TongueFor("en")}
	const s = "Close shot of the table, gift cards rode in a taxi to Mapa street"
	if got := p.english(s); got != s {
		t.Errorf("got %q", got)
	}
}

// A picture that is directed in another language moves, and notes quote it as written.
func TestMovesOfOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, x := range []struct{ text, verb, target, from string }{
		{"Szene 1\nBild: Die drei Schritte gleiten von links herein: laden, buchen, trainieren\nSprecher: „Laden, buchen, trainieren, fertig.“", "slides", "items", "left"},
		{"Escena 1\nVisual: gráfica de barras que crece desde abajo: frutas 45 %, pan 30 %\nVoz en off: «La fruta es lo que más se tira.»", "grows", "chart", "bottom"},
		{"场景1\n画面：柱状图从下方升起：早晨2杯、中午3杯\n旁白：“早晨两杯，中午三杯。”", "grows", "chart", "bottom"},
		{"Scena 1\nObraz: lista wjeżdża z lewej: hasło, laptop\nLektor: „Odbierz laptopa i ustaw hasło.”", "slides", "items", "left"},
	} {
		s := Parse(x.text).Scenes[0]
		if len(s.Moves) != 1 || s.Moves[0].Verb != x.verb || s.Moves[0].Target != x.target || s.Moves[0].From != x.from {
			t.Errorf("%q: moves %+v", x.text, s.Moves)
		}
		if written := strings.Split(x.text, "\n")[1]; !strings.Contains(written, prose.Unstop(s.Written(s.Visual))) {
			t.Errorf("%q is quoted as %q", written, s.Written(s.Visual))
		}
	}
}

// Sentences about the whole video are carried out in languages without a grammar here, and
// are not spoken.
func TestWishesOfOtherLanguages(t *testing.T) {
	t.Parallel()
	b := Parse("时长：30秒，竖屏，女声，不要音乐\n欢迎来到我们的社区图书馆。")
	if b.Orientation != "portrait" || b.Voice != "female" || !b.Music.Off || b.Seconds != 30 {
		t.Errorf("zh: %q %q %v %v", b.Orientation, b.Voice, b.Music.Off, b.Seconds)
	}
	b = Parse("Film 30 sekund, pionowo, głos żeński, bez muzyki. Biblioteka jest otwarta od 9 do 18. Wstęp jest wolny dla każdego mieszkańca.")
	if b.Orientation != "portrait" || b.Voice != "female" || !b.Music.Off || len(b.Points) != 2 {
		t.Errorf("pl: %q %q %v %+v", b.Orientation, b.Voice, b.Music.Off, b.Points)
	}
	b = Parse("図書館は9時から開いています。どなたでも入れます。トーンは明るく、親しみやすく。")
	for _, pt := range b.Points {
		if strings.Contains(pt.Text, "トーン") {
			t.Errorf("ja: the tone is spoken: %q", pt.Text)
		}
	}
}

// A head that says how things come on is what the scene shows, with what stands behind it.
func TestHeadsThatMove(t *testing.T) {
	t.Parallel()
	s := Parse("장면 2: 목록이 왼쪽에서 하나씩 나타난다: 아침 2잔, 점심 3잔, 저녁 3잔. 내레이션: “물은 나누어 마시는 것이 좋습니다.”").Scenes[0]
	if s.Header != "" || !strings.Contains(s.Visual, ": 아침 2잔, 점심 3잔, 저녁 3잔") || len(s.Moves) != 1 || s.Moves[0].From != "left" {
		t.Errorf("head %q, shown %q, moves %+v", s.Header, s.Visual, s.Moves)
	}
}
