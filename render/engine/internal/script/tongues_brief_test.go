package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// TestDirectionsAreNotSpokenInAnyLanguage: labels to the maker, and how viewers are to be
// addressed, are heeded or noted.
func TestDirectionsAreNotSpokenInAnyLanguage(t *testing.T) {
	t.Parallel()
	for text, never := range map[string][]string{
		"Imagevideo für das Freibad Sonnental, 40 Sekunden. Bitte siezen. Neu: eine Rutsche.":                                   {"siezen"},
		"Video van 40 seconden voor fietsenwinkel De Ketting. Wij repareren 45 fietsen. Spreek de kijker aan met je.":           {"Spreek"},
		"Crie um vídeo de 40 segundos para o Hemocentro. Meta: 1.500 bolsas. Chamada final: agende em hemo.example.":            {"Chamada"},
		"أنشئ فيديو مدته 40 ثانية لعيادة النور.\nلدينا 6 أطباء.\nالنبرة: ودية. الخاتمة: احجز موعدك على alnoor.example":          {"الخاتمة", "النبرة", "على لعيادة"},
		"סרטון של 40 שניות לחנות הספרים עלים.\nקהל יעד: הורים.\nיש לנו 8,000 ספרים. סיום: בקרו ב-alim.example":                  {"קהל יעד", "סיום", "את לחנות"},
		"为“青山书店”制作一个40秒的宣传视频。\n目标观众：大学生。\n我们有3万册图书。\n结尾：请访问 qingshan.example 成为会员。":                                             {"目标观众", "结尾", "会员."},
		"आशा योग केंद्र के लिए 40 सेकंड का वीडियो बनाएं।\nदर्शक: महिलाएं।\nमासिक शुल्क ₹999 है।\nअंत में: asha.example पर आएं।": {"दर्शक", "अंत में", "।."},
		"ベーカリー「こむぎ堂」の紹介動画を作ってください。\n対象：家族。\nパンは320円です。\n最後に：komugi.example へどうぞ。":                                               {"対象", "最後に", "ぞ."},
	} {
		b := boardOfText(t, text)
		for _, w := range never {
			if said := saidIn(b); strings.Contains(said, w) {
				t.Errorf("%q is said: %s", w, said)
			}
		}
	}
}

// TestOpeningHoursInTheirLanguage: days with their times are cards.
func TestOpeningHoursInTheirLanguage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Erstelle ein Video über das Freibad Sonnental. Öffnungszeiten: Mo–Fr 9–20 Uhr, Sa und So 8–21 Uhr.":                                 "Öffnungszeiten: Mo–Fr 9–20 Uhr / Sa und So 8–21 Uhr",
		"Erstelle ein Video über die Bäckerei Korn. Wir haben montags bis freitags von 6 bis 18 Uhr und samstags von 7 bis 13 Uhr geöffnet.": "Öffnungszeiten: Montags bis freitags 6–18 Uhr / Samstags 7–13 Uhr",
		"Crie um vídeo sobre o Hemocentro. Horário: segunda a sexta, das 7h às 18h; sábado, das 7h às 12h.":                                  "Horário: Segunda a sexta 7h–18h / Sábado 7h–12h",
		"Crea un vídeo sobre la tienda Sierra. Horario: de lunes a viernes de 9:00 a 14:00, sábados de 10:00 a 13:00.":                       "Horario: Lunes a viernes 9:00–14:00 / Sábados 10:00–13:00",
		"Crée une vidéo sur le musée Vernay. Horaires : du mardi au vendredi de 10 h à 18 h, samedi et dimanche de 11 h à 19 h.":             "Horaires: Mardi au vendredi 10 h–18 h / Samedi et dimanche 11 h–19 h",
		"Crea un video sul museo Malga. Orari: dal lunedì al venerdì dalle 9 alle 18, sabato dalle 10 alle 13.":                              "Orari: Lunedì al venerdì 9–18 / Sabato 10–13",
		"Maak een video over De Ketting. Openingstijden: maandag t/m vrijdag 9.00–17.30 uur, zaterdag 10–16 uur.":                            "Openingstijden: Maandag t/m vrijdag 9.00–17.30 uur / Zaterdag 10–16 uur",
	} {
		b := boardOfText(t, text)
		got := ""
		for _, s := range b.Scenes {
			if s.Kind != scene.Points && s.Kind != scene.Grid {
				continue
			}
			var out []string
			for _, it := range s.Items {
				out = append(out, strings.TrimSpace(it.Title+" "+it.Body))
			}
			got += s.Headline + ": " + strings.Join(out, " / ")
		}
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}
