package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// The items of a report are scenes of their own, with their figures, and what stands as a
// title is not said once more behind its card.
func TestReportsInTongues(t *testing.T) {
	t.Parallel()
	for text, numbers := range map[string]int{
		"Atualização da equipe – outubro\n- Receita: R$ 3,2 milhões (setembro: R$ 2,9 milhões)\n- NPS subiu de 61 para 68\n- Cancelamentos caíram 12%\n- Próxima entrega: app novo em 20 de novembro": 2,
		"【内部通知】十月数据\n• 销售额：320万元（环比增长8%）\n• 新客户：45家\n• 退货率：1.2%\n• 下次会议：11月3日上午10点":                                                                                                                   2,
	} {
		b := write(t, Request{Seconds: 45, Spec: manifest.Spec{PositivePrompt: text}})
		n := 0
		for _, s := range b.Scenes {
			if s.Kind == scene.Number {
				n++
			}
		}
		if n < numbers {
			t.Errorf("%q shows %d figures, want %d", text, n, numbers)
		}
	}
	for text, not := range map[string]string{
		"Vidéo pour les riverains de la rue Pasteur : des travaux ont lieu du 4 au 15 mai. Stationnement interdit de 7 h à 18 h.": "est passé",
		"Antes: 40 minutos de cola. Ahora: 5 minutos con cita previa. Explica el nuevo sistema del centro de salud.":              "Tienes",
	} {
		for _, s := range write(t, Request{Seconds: 30, Spec: manifest.Spec{PositivePrompt: text}}).Scenes {
			if strings.Contains(s.Say, not) {
				t.Errorf("%q says %q", text, s.Say)
			}
		}
	}
	b := write(t, Request{Seconds: 30, Spec: manifest.Spec{PositivePrompt: "Anleitung Luftfilter wechseln: 1. Gerät ausschalten 2. Klappe öffnen 3. Neuen Filter einsetzen, Pfeil nach oben"}})
	if b.Scenes[0].Say == "" || !strings.Contains(b.Scenes[1].Say, "Schritt 1: Gerät ausschalten.") {
		t.Errorf("%q, %q", b.Scenes[0].Say, b.Scenes[1].Say)
	}
}
