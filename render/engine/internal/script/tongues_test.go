package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// What companies type in other languages is said as a native speaker would say it, and
// what they tell the agent is not said at all.
func TestBriefsOfEveryLanguage(t *testing.T) {
	t.Parallel()
	for text, x := range map[string]struct{ says, never string }{
		"Video de ventas para Lucía Ferrer. Ahorramos tiempo a su equipo. Lien : a.example. Dudas: ayuda@nubea.example":                                                      {"¿Dudas? Escriba a ayuda@nubea.example.", "Dudas:"},
		"Vidéo de formation : le port des EPI. Sans EPI, pas d'accès. Durée 1 minute, ton ferme mais bienveillant.":                                                          {"Sans EPI, pas d'accès.", "ton ferme|Durée"},
		"Corso di sicurezza per gli addetti. Raggiungere il punto di raccolta nel cortile B. Durata 60 secondi, tono serio.":                                                 {"nel cortile B.", "Durata|tono"},
		"Necesito un video para avisar a los clientes del cambio de tarifas a partir del 1 de febrero. El plan Pro cuesta 24,90 €.":                                          {"Hablemos del cambio de tarifas a partir del 1 de febrero.", "avisar"},
		"Buscamos electricistas en Zaragoza. Contrato indefinido, salario desde 27.000 €, furgoneta de empresa y formación pagada. Vídeo de 30 segundos.":                    {"Ofrecemos contrato indefinido, salario desde 27.000 €, furgoneta de empresa y formación pagada.", ""},
		"Wir suchen Pflegekräfte. 35-Stunden-Woche, 32 Tage Urlaub, Einstiegsgehalt ab 3.800 €. Bewerbungsschluss: 31. März. Video für Facebook, 30 s.":                      {"Wir bieten: 35-Stunden-Woche, 32 Tage Urlaub und Einstiegsgehalt ab 3.800 €.|Bewerbungsschluss ist der 31. März.", "Video für"},
		"Come si fa la moka? Spiegalo in 45 secondi: riempire la caldaia, mettere il caffè, togliere dal fuoco.":                                                             {"riempire la caldaia", "Spiegalo"},
		"Boas-vindas aos novos estagiários da Lumina Engenharia. O horário é das 9h às 15h. Vídeo de 30 segundos.":                                                           {"Boas-vindas à Lumina Engenharia.", ""},
		"Mensagem de vendas para o Sr. Ricardo Nunes, gerente da TransPampa. Reduzimos o custo de frete. Peça uma conversa de 20 minutos na quinta-feira. a.example/n":       {"Olá, senhor Nunes.|Que tal uma conversa de 20 minutos na quinta-feira?", "Peça"},
		"Wideo dla klientów: od 1 stycznia zmieniamy cennik. Obecni klienci zachowują cenę do końca marca. Powód: droższe serwery.":                                          {"Od 1 stycznia zmieniamy cennik.", "Wideo"},
		"Schulungsvideo zum Thema Phishing für alle Mitarbeitenden in der Verwaltung. Wer eine verdächtige Mail bekommt, meldet sie sofort.":                                 {"Sprechen wir über Phishing.", "Thema"},
		"Vidéo interne pour l'équipe : résultats de mars. Ventes en hausse de 8 %. Marge de 12 % à 15 %. Merci à tous.":                                                      {"Les ventes sont en hausse de 8 %.|La marge est passée de 12 % à 15 %.", ""},
		"Kurzes internes Video, max. 40 Sek.: Ab 1. Februar gilt die neue Reisekostenrichtlinie. Hotel bis 120 €, Bahn in der 2. Klasse, Belege nur über die App.":           {"Ab 1. Februar gilt die neue Reisekostenrichtlinie.", "Zuerst|max."},
		"Wir hätten gern ein Video zum Tag der offenen Tür am 17. Mai in unserem Werk in Passau. Es gibt eine Hüpfburg.":                                                     {"Wir sehen uns am 17. Mai in unserem Werk in Passau.", "Video"},
		"Ci serve un video per invitare i clienti alla degustazione di venerdì 14 novembre in enoteca. Sei vini del Collio, taglieri di salumi, musica dal vivo.":            {"Siete invitati alla degustazione.|Ci vediamo venerdì 14 novembre in enoteca.|Sei vini del Collio", ""},
		"Vídeo de 40 segundos explicando por que atualizar o sistema: a versão 9 sai do ar em 31 de dezembro. A migração leva 15 minutos.":                                   {"A versão 9 sai do ar em 31 de dezembro.", "segundos|explicando"},
		"Video explicativo: cómo hacer la declaración desde el móvil. Pasos: descarga la app, revisa el borrador y confirma. Dura 45 s, con subtítulos.":                     {"descarga la app", "Dura|subtítulos"},
		"Onboardingvideo voor nieuwe chauffeurs bij Van Dam Transport. Week 1: meerijden met een mentor, week 2: eigen rit in de regio, week 3: praktijktoets. Duur 30 s.":   {"Welkom bij Van Dam Transport.|Week 2: eigen rit in de regio.", "Duur"},
		"צרו סרטון של 30 שניות ללקוחות המרפאה: החל מ-1 בינואר המרפאה עוברת לרחוב הרצל 12. יש חניה חינם.":                                                                     {"החל מ-1 בינואר המרפאה עוברת לרחוב הרצל 12.", "ללקוחות|הכירו"},
		"Vidéo pour expliquer aux locataires comment signaler une panne : appeler le 0 800 555 010, donner l'adresse, ne pas forcer les portes. Intervention sous 2 heures.": {"D'abord, appeler le 0 800 555 010.|Intervention sous 2 heures.", "Parlons de aux|Ce que vous avez"},
		"Haz un vídeo sobre nuestra nueva cafetería en Vigo. Abrimos el 2 de octubre.":                                                                                       {"Presentamos nuestra nueva cafetería en Vigo.", "en."},
		"Crie um vídeo sobre nossa pesquisa de clima: participação de 86%, satisfação subiu de 7,1 para 7,9. Obrigado a todos.":                                              {"Conheça nossa pesquisa de clima.|A satisfação subiu de 7,1 para 7,9.", ""},
		"أنشئ فيديو لافتتاح فرعنا الجديد في دبي يوم 5 مارس. العنوان: شارع الوصل 14.":                                                                                         {"أنتم مدعوون إلى افتتاح فرعنا الجديد في دبي.|موعدنا يوم 5 مارس.", "لافتتاح"},
		"Wartungsankündigung für unsere Cloud-Kunden: Am Sonntag, 9. März, von 2 bis 6 Uhr ist das Portal nicht erreichbar. Daten bleiben erhalten.":                         {"Am Sonntag, 9. März, von 2 bis 6 Uhr ist das Portal nicht erreichbar.", "bekommst"},
		"Necesitamos un vídeo para RR. HH.: cómo pedir vacaciones en la intranet. Entrar en Mi Espacio, elegir fechas, enviar la solicitud.":                                 {"elegir fechas,", "Veamos"},
		"Bonjour ! On lance notre appli à Rennes le 4 novembre. Commandez avant 10 h. Tu peux faire une vidéo de 30 s pour TikTok ?":                                         {"Commandez avant 10 h.", "Tu peux|vidéo"},
		"Realizza un video sul nostro corso di italiano online: 12 settimane, lezioni dal vivo il martedì, gruppi da 6 persone. Prezzo 290 €.":                               {"Ecco il nostro corso di italiano online.|Il prezzo è 290 €.", ""},
		"إعلان توظيف: نبحث عن مهندس شبكات في الرياض. راتب يبدأ من 14,000 ريال، تأمين طبي، تدريب سنوي. فيديو مدته 20 ثانية.":                                                  {"نقدّم لكم راتب يبدأ من 14,000 ريال", "إعلان"},
		"عدد العملاء الجدد: 340 عميلاً. أنشئ فيديو مدته 30 ثانية لفريق المبيعات.":                                                                                            {"340 عميلاً", "تحصلون"},
	} {
		b := boardOfText(t, text)
		var all []string
		for _, s := range b.Scenes {
			all = append(all, s.Say)
		}
		said := strings.Join(all, " ")
		for _, want := range strings.Split(x.says, "|") {
			if !strings.Contains(said, want) {
				t.Errorf("%q: says %q, want %q", text, said, want)
			}
		}
		for _, no := range strings.Split(x.never, "|") {
			if no != "" && strings.Contains(said, no) {
				t.Errorf("%q: says %q of %q", text, no, said)
			}
		}
	}
}

// A sentence that moves several prices has a card for each, and a range is one figure.
func TestMovesAndRanges(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Preisanpassung: Basis von 29 auf 32 € pro Monat, Team von 79 auf 85 €, Enterprise bleibt bei 149 €. Wir erklären, warum. Danke.": "Basis: Von 29 auf 32 € pro Monat; Team: Von 79 auf 85 €; Enterprise: Bleibt bei 149 €",
		"Changement de tarifs : l'abonnement mensuel passe de 19 € à 22 €, l'abonnement annuel reste à 199 €. Merci.":                     "Abonnement mensuel: De 19 € à 22 €; Abonnement annuel: Reste à 199 €",
		"Variazione prezzi: abbonamento mensile da 35 a 39 euro, annuale da 350 a 380 euro. Il corso resta a 12 euro a lezione.":          "Abbonamento mensile: Da 35 a 39 euro; Annuale: Da 350 a 380 euro",
	} {
		b := boardOfText(t, text)
		got := ""
		for _, s := range b.Scenes {
			var cards []string
			for _, it := range s.Items {
				cards = append(cards, it.Title+": "+it.Body)
			}
			got += strings.Join(cards, "; ")
		}
		if got != want {
			t.Errorf("%q shows %q, want %q", text, got, want)
		}
	}
	w := &telling.Writer{Wording: tongue.Italian, Lang: "it"}
	if f := w.Figures("Tempo totale: da 4 a 5 minuti"); len(f) != 1 || f[0].Text != "4–5" {
		t.Errorf("a range is %+v", f)
	}
	if f := w.Figures("Lo scontrino medio è passato da 38 a 41 €"); len(f) != 2 {
		t.Errorf("a change is %+v", f)
	}
}
