package grammar

import "testing"

// Short texts are told by their commonest words, letters and endings, not by the first
// language that shares a word with them.
func TestDetectsShortTexts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Point mensuel pour l'équipe support : 2 340 tickets traités, délai de réponse passé de 5 h à 3 h 20. Bravo à l'équipe de Lille.": "fr",
		"Changement de tarifs au 1er septembre : l'abonnement mensuel passe de 19 € à 22 €. Questions : accueil@salle.example":            "fr",
		"Vidéo de prospection pour Mme Claire Vasseur, DAF de Transports Rivel. J'ai vu que vous avez racheté Logipro en mars.":           "fr",
		"Pourquoi trier ses biodéchets ?": "fr",
		"Maak een video over onze nieuwe versie 4.1 van Roostera. Nieuw: ruilen van diensten in de app. Beschikbaar vanaf 3 juni.": "nl",
		"Wij zoeken een monteur in Breda.": "nl",
		"Månadsuppdatering för teamet: 1 240 beställningar i september, 12 % fler än i augusti. Tack till lagret i Borås.": "sv",
		"Školení pro všechny zaměstnance: phishing. Tři varovné signály: falešná adresa, časový tlak, neznámé přílohy.":    "cs",
		"Wideo dla klientów: od 1 stycznia zmieniamy cennik.":                                                              "pl",
		"Yeni çalışanlar için hoş geldin videosu. İlk gün: saat 9'da.":                                                     "tr",
		"¿Cómo se recicla el vidrio?":                                  "es",
		"Cerchiamo un autista con patente C per la sede di Verona.":    "it",
		"Reajuste de preços a partir de 1º de março: plano Essencial.": "pt",
		"Preisanpassung zum 1. Januar":                                 "de",
		"Створіть коротке відео про нову міську бібліотеку. Вхід вільний для всіх.":                                                        "uk",
		"Снимите короткий ролик о новой городской библиотеке. Вход свободный для всех.":                                                    "ru",
		"Hãy làm một video ngắn về lớp học nấu ăn của chúng tôi. Mỗi lớp tối đa 12 người.":                                                 "vi",
		"Buat video singkat tentang program daur ulang di kantor kami. Setiap lantai punya 3 tempat sampah: organik, plastik, dan kertas.": "id",
		"Bawa botol bekas ke lobi setiap Jumat. Harganya 20.000 rupiah untuk setiap peserta.":                                              "id",
		"Krankenstand von 6,1 auf 4,8 % gesunken.":                           "de",
		"Quarterly update: revenue is up 12%. Café Zürich is our best.":      "en",
		"Saturday 10 am campus tour, Sunday 11 am brunch. Register with us.": "en",
		"Nye åbningstider fra mandag: butikken er åben til klokken 20.":      "da",
	} {
		if got := Detect(text); got != want {
			_, counts := Tally(text)
			t.Errorf("%q is %q, want %q: %v", text, got, want, counts)
		}
	}
}

func TestDetect(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The bottle keeps your drinks cold": "en", "Die Flasche hält deine Getränke kalt": "de", "La botella mantiene las bebidas frías para tu familia": "es",
		"La bouteille garde vos boissons au frais": "fr", "A garrafa mantém as suas bebidas geladas e não pesa": "pt", "La bottiglia che tiene fresche le bevande della famiglia": "it", "الزجاجة تحفظ المشروبات": "ar", "הבקבוק שומר על קור": "he",
	} {
		if got := Detect(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
