package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
)

// What the sentence that orders a video announces is said, whatever the language.
func TestWhatTheOrderAnnouncesIsSaid(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Zrób film zapraszający mieszkańców na piknik rodzinny w sobotę 14 czerwca o 12:00. Wstęp wolny.":             "Zapraszamy na piknik rodzinny w sobotę 14 czerwca o 12:00",
		"Nagraj krótki film dla pacjentów o tym, jak przygotować się do badania krwi. Pij tylko wodę.":                "Jak przygotować się do badania krwi",
		"Сделай видео о том, что бассейн закрыт до 5 мая. Абонементы продлены.":                                       "Бассейн закрыт до 5 мая",
		"Öğrencilere kütüphanenin 24 saat açık olacağını duyuran bir video yap. Sınav haftası 2 Haziran'da başlıyor.": "Kütüphanenin 24 saat açık olacağını duyuruyoruz",
		"एक वीडियो बनाइए जिसमें अभिभावकों को बताया जाए कि स्कूल सोमवार को बंद रहेगा। परीक्षा मंगलवार से शुरू होगी।": "स्कूल सोमवार को बंद रहेगा।",
		"保護者の皆様に運動会が10月5日に延期になったことを伝える動画を作ってください。お弁当をお持ちください。":                                                      "運動会が10月5日に延期になったことをお知らせします",
		"做一个30秒的视频,通知小区居民6月8日上午9点到下午3点停电检修。请提前准备好照明设备。":                                                             "6月8日上午9点到下午3点停电检修",
	} {
		b := Parse(text)
		if got := b.Title; got != want && (len(b.Points) == 0 || strings.TrimSuffix(prose.Unstop(b.Points[0].Text), "。") != strings.TrimSuffix(prose.Unstop(want), "。")) {
			t.Errorf("%q: titled %q, says %+v", text, got, b.Points)
		}
		if b.Seconds > 60 {
			t.Errorf("%q: the time of day is taken for %v s", text, b.Seconds)
		}
	}
}

func TestComparisonsInOtherLanguages(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"Haz un vídeo comparando el tren y el avión: el tren tarda 2 h 45 y emite 4 kg de CO2; el avión tarda 4 h y emite 65 kg.": {"tren", "avión"},
		"Compara nuestros dos planes: el Básico cuesta 9 € al mes e incluye 3 usuarios; el Pro cuesta 29 € al mes.":               {"Básico", "Pro"},
		"Erstelle ein Video, das Miete und Kauf vergleicht: Mieten kostet 45 Euro am Tag, Kaufen kostet 389 Euro.":                {"Mieten", "Kaufen"},
	} {
		b := Parse(text)
		last := b.Points[len(b.Points)-1]
		if len(last.Items) != 2 || last.Items[0].Title != want[0] || last.Items[1].Title != want[1] || last.Said == "" {
			t.Errorf("%q: %+v", text, last)
		}
	}
}

func TestRemindedToDo(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Kannst du ein Filmchen machen, das unsere Kunden daran erinnert, ihre Filter alle 6 Monate zu wechseln?": "Bitte Ihre Filter alle 6 Monate wechseln.",
		"Crea un vídeo para recordar a los clientes cambiar el filtro cada 6 meses.":                              "Recuerden cambiar el filtro cada 6 meses.",
		"Fais une vidéo pour rappeler aux clients de changer leur filtre.":                                        "N'oubliez pas de changer votre filtre.",
	} {
		if b := Parse(text); len(b.Points) != 1 || prose.Stop(b.Points[0].Text) != want {
			t.Errorf("%q: %+v", text, b.Points)
		}
	}
}

func TestAskedForPolitely(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Vi prego di preparare un video sulla nuova raccolta fondi. Ogni euro conta.":                      "la nuova raccolta fondi",
		"Me gustaría que hicieras un vídeo sobre la campaña de vacunación. Es gratuita.":                   "la campaña de vacunación",
		"J'aimerais que tu fasses une vidéo sur la campagne de vaccination. Elle est gratuite.":            "la campagne de vaccination",
		"اصنع فيديو تعليميًا للأطفال عن غسل اليدين. الماء مهم.":                                            "غسل اليدين",
		"Invitation vidéo : pot de départ de Martine, vendredi 28 mars à 17 h 30.":                         "Pot de départ de Martine",
		"Notes pour la vidéo : nouveau logiciel, formation obligatoire le 20 février, salle B, durée 2 h.": "Nouveau logiciel",
	} {
		if b := Parse(text); !strings.EqualFold(b.Subject+b.Title, want) {
			t.Errorf("%q is about %q", text, b.Subject+b.Title)
		}
	}
}

func TestThanksAndInvitationLast(t *testing.T) {
	t.Parallel()
	b := Parse("Precisamos de um vídeo de agradecimento aos voluntários do banco alimentar: em 2025 recolheram 48 toneladas. Termina com um obrigado sincero e o convite para a festa de 10 de dezembro.")
	if b.Purpose != brief.Thanks || b.Audience != "os voluntários do banco alimentar" || len(b.Points) != 2 || b.Points[1].Text != "Estão convidados para a festa de 10 de dezembro." {
		t.Errorf("%s for %q: %+v", b.Purpose, b.Audience, b.Points)
	}
}
