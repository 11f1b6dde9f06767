package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// What a scene asks to show in another language is drawn as what it is.
func TestPicturesAskedInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, x := range []struct {
		visual string
		kind   scene.Kind
		items  int
	}{
		{"Szene 2\nBild: Ablaufdiagramm mit vier Symbolen: ansaugen, verdampfen, verdichten, abgeben\nOff-Text: „So arbeitet die Pumpe im Keller das ganze Jahr.“", scene.Process, 4},
		{"Escena 2\nVisual: línea de tiempo: 9:00 bienvenida, 11:00 taller, 13:00 comida\nVoz en off: «El día está lleno de encuentros.»", scene.Timeline, 3},
		{"Scena 2\nObraz: lista wjeżdża z lewej: hasło, klucz, zespół\nLektor: „Pierwszy dzień jest prosty i przyjemny.”", scene.Grid, 3},
		{"المشهد 2\nالصورة: قائمة تظهر من اليمين: الفطور، الغداء، العشاء\nالتعليق الصوتي: «تناول وجباتك في وقتها كل يوم.»", scene.Grid, 3},
		{"场景2\n画面：列表依次出现：早餐、午餐、晚餐\n旁白：“一天三顿，按时吃饭。”", scene.Grid, 3},
	} {
		b := boardOfText(t, strings.Replace(x.visual, "2", "1", 1)+"\n"+x.visual+"\n"+strings.Replace(x.visual, "2", "3", 1))
		s := b.Scenes[1]
		if s.Kind != x.kind || len(s.Items) != x.items {
			t.Errorf("%q: %s with %d items", x.visual, s.Kind, len(s.Items))
		}
	}
}
