package prompt

import (
	"strings"
	"testing"
)

// The head of a mail is no part of the video but its subject, which titles it; a greeting
// with the order on its line, and a signature with the name on its line, are not spoken.
func TestMail(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, title, says string }{
		{"Betreff: Umstellung Zeiterfassung\nHallo Frau Brandt,\nkönnten Sie daraus bitte ein kurzes Video für die Belegschaft machen?\nAb 1. Februar gilt die neue App.\nViele Grüße\nJochen Reuter", "Umstellung Zeiterfassung", "Ab 1. Februar gilt die neue App."},
		{"Asunto: vídeo para la comunidad de vecinos\nHola Marta, ¿puedes preparar un vídeo corto con esto?\nLa piscina abre el 14 de junio.\nUn saludo,\nIgnacio", "", "La piscina abre el 14 de junio."},
		{"Objet : portes ouvertes\nBonjour Sophie,\nTu peux nous faire une petite vidéo avec ça ?\nLe lycée ouvre ses ateliers samedi.\nMerci !\nClaire", "Portes ouvertes", "Le lycée ouvre ses ateliers samedi."},
		{"Assunto: treinamento novo\nOi Bruna, tudo bem? Preciso de um vídeo curto para a equipe da loja.\nO limite é de R$ 2.500.\nAbraço, Rafael", "Treinamento novo", "O limite é de R$ 2.500."},
		{"Onderwerp: filmpje zomerkamp\nHoi Joris,\nKun je hier een kort filmpje van maken voor de ouders?\nHet kamp is in Ommen.\nGroetjes,\nMieke", "Zomerkamp", "Het kamp is in Ommen."},
		{"Konu: Site toplantısı\nMerhaba Elif, bundan kısa bir video yapar mısın?\nToplantı cumartesi günü saat 15.00'te.\nTeşekkürler, Murat", "Site toplantısı", "Toplantı cumartesi günü saat 15.00'te."},
		{"主题：周末团建\n小王你好，请根据下面的内容做一个短视频。\n周六早上8点在公司门口集合。\n谢谢！\n李娜", "周末团建", "周六早上8点在公司门口集合。"},
	} {
		b := Parse(c.text)
		if got := textOf(b); got != c.says {
			t.Errorf("%q says %q, want %q", c.text, got, c.says)
		}
		if c.title != "" && b.Title != c.title || c.title == "" && b.Title+b.Subject != "" {
			t.Errorf("%q is titled %q about %q, want %q", c.text, b.Title, b.Subject, c.title)
		}
	}
}

// Those whom a video is for are not what it is about, and things in the plural are no people.
func TestViewers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, who, about string }{
		{"Video für neue Fahrgäste: Man ruft bis 60 Minuten vor Abfahrt an.", "neue Fahrgäste", ""},
		{"Filmpje voor bewoners van Tiel: de brug gaat dicht van 3 tot en met 21 juli.", "bewoners van Tiel", ""},
		{"Vídeo para os moradores de Campinas: a coleta muda para terça.", "os moradores de Campinas", ""},
		{"صمم فيديو لسكان حي النخيل: تبدأ أعمال صيانة المياه يوم 5 مارس.", "سكان حي النخيل", ""},
		{"צרו סרטון של 40 שניות לעובדים חדשים בחברת טלמור. הציוד מגיע תוך 3 ימים.", "עובדים חדשים בחברת טלמור", ""},
		{"Anuncio para un taller de bicicletas en Gijón: entrega en 24 horas.", "", "un taller de bicicletas en Gijón"},
		{"Fais une vidéo pour les portes ouvertes. Le lycée ouvre samedi.", "", "les portes ouvertes"},
	} {
		b := Parse(c.text)
		if b.Audience != c.who || b.Subject != c.about && (c.about != "" || strings.Contains(c.who, b.Subject)) && b.Subject != "" {
			t.Errorf("%q is for %q about %q, want %q, %q", c.text, b.Audience, b.Subject, c.who, c.about)
		}
	}
}
