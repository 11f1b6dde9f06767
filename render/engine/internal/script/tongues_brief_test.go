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

// TestHeadedBriefsAbroad: the headings of a brief are spoken in no language, and what stands
// under them is what they say: whom it is for, what is shown, who is not seen.
func TestHeadedBriefsAbroad(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct{ title, shown, not string }{
		"Erstelle ein Video für unseren Baumarkt.\n\nZielgruppe: Hausbesitzer\nStil: modern, Dunkelblau und Weiß\nKernbotschaft: Wer jetzt dämmt, spart bis zu 30 % Heizkosten.\nFakten:\n- Dämmplatten ab 8,90 € pro Quadratmeter\n- Der Staat fördert 15 % der Kosten\nTexte auf dem Bildschirm: „Jetzt dämmen. Später sparen.“\nHandlungsaufruf: Termin buchen auf baumarkt-hansen.de": {"Unser Baumarkt", "Jetzt dämmen. Später sparen.", "botschaft|Bildschirm|Fakten|Das bekommst"},
		"Público: padres de alumnos\nFormato: horizontal\nMensaje principal: El comedor escolar cambia de menú.\nDatos clave:\n- Fruta fresca 4 días a la semana\n- El precio sigue en 5,20 € al día\nTexto en pantalla: \"Comer bien\"\nLlamada a la acción: Consulta el menú en roble.es":                                                                                               {"El comedor escolar cambia de menú", "Comer bien", "Mensaje|Datos|pantalla"},
		"Public cible : dirigeants de PME\nMessage clé : Notre logiciel fait gagner 5 heures par semaine.\nPoints à aborder :\n1. Import automatique des factures\n2. Relances envoyées après 15 jours\n3. Conforme à la réforme de 2026\nTexte à l'écran : « 5 heures gagnées »":                                                                                                         {"Notre logiciel fait gagner 5 heures par semaine", "5 heures gagnées", "Message|Étape|D'abord"},
		"Realizza un video per i soci della palestra.\nDestinatari: soci tra 25 e 50 anni\nMessaggio: Da ottobre tornano i corsi serali.\nPunti chiave:\n- Yoga il lunedì alle 19:30\n- Pilates il mercoledì alle 20\nTesto sullo schermo: \"Torna in forma\"":                                                                                                                            {"Da ottobre tornano i corsi serali", "Torna in forma", "Destinatari|Messaggio|schermo"},
		"Tema: Curso de primeros auxilios\nDestinatarios: entrenadores\nTexto en pantalla: \"Salvar vidas\"\nPuntos a tratar: dura 8 horas repartidas en 2 tardes, es gratuito, se entrega un certificado":                                                                                                                                                                                {"Curso de primeros auxilios", "Es gratuito", "Puntos|Veamos|Destinatarios"},
		"הנושא: פתיחת השנה\nמסרים עיקריים:\n- הלימודים מתחילים ב-1 בספטמבר\n- בשבוע הראשון מסיימים ב-11:45\n- יש להביא בקבוק מים\nטקסט על המסך: \"שנה טובה\"":                                                                                                                                                                                                                             {"פתיחת השנה", "שנה טובה", "אתם מקבלים|מסרים|המסך"},
		"Público-alvo: turistas\nMensagens-chave:\n- Bilhete de um dia: 7 €\n- Bilhete de três dias: 15 €\n- Crianças até 6 anos não pagam\nTexto no ecrã: \"Lisboa num só bilhete\"":                                                                                                                                                                                                     {"Lisboa num só bilhete", "Bilhete de três dias", "Mensagens|ecrã"},
		"Cible : parents d'élèves\nChiffres clés : 12 nouvelles classes, 340 élèves, 2 cours rénovées\nMessage principal : L'école rouvre le 1er septembre.":                                                                                                                                                                                                                              {"L'école rouvre le 1er septembre", "340", "Chiffres clés|Message"},
		"الجمهور: أصحاب المتاجر\nالرسالة الرئيسية: تطبيق سوق يوفر 3 ساعات عمل يوميا.\nالنقاط:\n- تسجيل المبيعات بنقرة واحدة\n- تقرير يومي عند الساعة 9 مساء\nالنص على الشاشة: «بع أكثر»\nدعوة إلى الفعل: حمل التطبيق من souq.app":                                                                                                                                                         {"تطبيق سوق يوفر 3 ساعات عمل يوميا", "بع أكثر", "الرسالة|النقاط|الشاشة|دعوة"},
	} {
		b := boardOfText(t, text)
		said, shown := "", ""
		for _, s := range b.Scenes {
			said += s.Headline + " " + s.Label + " " + s.Say + "\n"
			shown += strings.Join(shownIn(s), "|")
		}
		if b.Title != want.title || !strings.Contains(shown, want.shown) {
			t.Errorf("%q is headed %q, and shows %q", text, b.Title, shown)
		}
		for _, no := range strings.Split(want.not, "|") {
			if strings.Contains(said, no) {
				t.Errorf("%q says %q:\n%s", text, no, said)
			}
		}
	}
}

// TestNobodyIsSeenAbroad: who wants nobody on screen is heard, wherever the order says it.
func TestNobodyIsSeenAbroad(t *testing.T) {
	t.Parallel()
	for text, title := range map[string]string{
		"Drehe ein Video ohne Sprecher im Bild über unseren Flohmarkt am 14. Juni. Der Eintritt ist frei. Es gibt 40 Stände.":                                               "Unser Flohmarkt",
		"اصنع فيديو عموديا بدون مقدم عن معرض الكتاب في الشارقة. الدخول مجاني. يشارك فيه 200 ناشر.":                                                                          "معرض الكتاب في الشارقة",
		"Necesito un vídeo sin avatar, sin música y sin subtítulos, sobre nuestras clases de yoga: son los martes a las 18:00, cuestan 45 € al mes y la primera es gratis.": "Nuestras clases de yoga",
		"Preciso de um vídeo sobre o nosso curso de cerâmica. O curso custa 180 €. São 8 aulas. Não quero avatar.":                                                          "O nosso curso de cerâmica",
		"Fais une vidéo sans personne à l'écran sur notre marché. Le marché ouvre le 3 mai. Il y a 20 stands.":                                                              "Notre marché",
		"Ho bisogno di un video senza presentatore sulla nostra sagra. La sagra dura 3 giorni. L'ingresso è gratuito per i bambini.":                                        "La nostra sagra",
	} {
		b := boardOfText(t, text)
		if b.Title != title {
			t.Errorf("%q is called %q, want %q", text, b.Title, title)
		}
		for _, s := range b.Scenes {
			if s.Kind == scene.Presenter || strings.Contains(s.Say, "avatar") || strings.Contains(s.Say, "im Bild") {
				t.Errorf("%q: %s says %q", text, s.Kind, s.Say)
			}
		}
	}
}

// TestScenesOfScriptsWithoutCapitals: a scene's own fields are no headings of the whole brief
// in scripts that have no capitals.
func TestScenesOfScriptsWithoutCapitals(t *testing.T) {
	t.Parallel()
	b := boardOfText(t, "סצנה 1\nויזואל: רחוב עמוס\nקריינות: \"בכל בוקר אנחנו מבזבזים 50 דקות.\"\nמשך: 6 שניות\nסצנה 2\nויזואל: השוואה: רכב – 50 דקות, רכבת – 28 דקות\nקריינות: \"ברכבת זה לוקח 28 דקות.\"\nמשך: 6 שניות\nסצנה 3\nויזואל: לוגו\nקריינות: \"עלו על הרכבת. פרטים באתר rakal.co.il.\"\nמשך: 5 שניות")
	if len(b.Scenes) != 3 || b.Seconds != 17 || len(b.Scenes[1].Columns) != 2 || b.Scenes[2].Headline != "עלו על הרכבת" {
		t.Errorf("%d scenes, %g s, %d sides, ends with %q", len(b.Scenes), b.Seconds, len(b.Scenes[min(1, len(b.Scenes)-1)].Columns), b.Scenes[len(b.Scenes)-1].Headline)
	}
}
