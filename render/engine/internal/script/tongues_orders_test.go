package script

import (
	"strings"
	"testing"
)

// TestOrdersOfTongues: what a video is about, and what it opens with, in the ways in which
// people order one.
func TestOrdersOfTongues(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Crea un vídeo de 30 segundos: la cuota del gimnasio sube de 25 a 29 euros a partir del 1 de marzo.":                                                                                                     "Cuota del gimnasio|La cuota del gimnasio sube de 25 a 29 euros a partir del 1 de marzo.",
		"Crea un video di 30 secondi: il prezzo del biglietto passa da 1,50 a 1,80 euro dal 1° marzo.":                                                                                                           "Prezzo del biglietto|Il prezzo del biglietto passa da 1,50 a 1,80 euro dal 1° marzo.",
		"Maak een video van 30 seconden: het parkeertarief stijgt op 1 maart van 2 naar 3 euro per uur.":                                                                                                         "Parkeertarief|Het parkeertarief stijgt op 1 maart van 2 naar 3 euro per uur.",
		"Erstelle ein 30-sekündiges Video: Die Parkgebühr steigt am 1. März von 2 auf 3 Euro pro Stunde.":                                                                                                        "Parkgebühr|Die Parkgebühr steigt am 1. März von 2 auf 3 Euro pro Stunde.",
		"Vídeo para invitar a los vecinos al concierto de verano, el sábado 14 de julio a las 21 h en la Plaza Mayor. La entrada es gratuita.":                                                                   "El concierto de verano|Te invitamos al concierto de verano.",
		"Vídeo para convidar os moradores para a festa junina do bairro, no sábado, 14 de junho, na praça central. A entrada é gratuita.":                                                                        "A festa junina do bairro|Fica o convite para a festa junina do bairro.",
		"Vidéo d'invitation à la fête des voisins, le samedi 14 septembre de 10 h à 17 h. L'entrée est gratuite.":                                                                                                "La fête des voisins|Vous êtes invités à la fête des voisins.",
		"Crée une vidéo d'invitation à la fête de l'école. Apportez un gâteau.":                                                                                                                                  "La fête de l'école|Vous êtes invités à la fête de l'école.",
		"Video di invito alla festa di fine anno, venerdì 7 giugno alle 17:30 in cortile. Portate una coperta.":                                                                                                  "La festa di fine anno|Siete invitati alla festa di fine anno.",
		"Onboarding-Video für neue Pflegekräfte im Klinikum Nord, 60 Sekunden. Der Spind ist mit der Karte zu öffnen.":                                                                                           "Klinikum Nord|Willkommen im Klinikum Nord.",
		"Vídeo de boas-vindas para os novos atendentes da Clínica Aurora, 60 segundos. O intervalo é de 20 minutos.":                                                                                             "Clínica Aurora|Boas-vindas à Clínica Aurora.",
		"Erstelle eine Unterweisung zum Heben und Tragen. Der Rücken bleibt gerade.":                                                                                                                             "Heben und Tragen|Sprechen wir über Heben und Tragen.",
		"Haz un vídeo con las novedades de Kontia 3.0. La búsqueda es el doble de rápida.":                                                                                                                       "Kontia 3.0|Esto es lo nuevo en Kontia 3.0.",
		"Fais une vidéo sur les nouveautés de Kontia 3.0. La recherche est deux fois plus rapide.":                                                                                                               "Les nouveautés de Kontia 3.0|Voici les nouveautés de Kontia 3.0.",
		"Mach ein Video zu den Neuerungen in Ledgerly 4.2. Die Suche ist jetzt dreimal so schnell.":                                                                                                              "Die Neuerungen in Ledgerly 4.2|Werfen wir einen Blick auf die Neuerungen in Ledgerly 4.2.",
		"Erstelle ein Werbevideo für Brotzeit, den Brotkasten aus Zirbenholz. Er passt auf jede Arbeitsplatte.":                                                                                                  "Brotzeit|Das ist Brotzeit, der Brotkasten aus Zirbenholz.",
		"Crea un vídeo promocional para Pan de Sol, una panadería de masa madre en Valencia. Usamos harina de tres molinos.":                                                                                     "Pan de Sol|Presentamos Pan de Sol, una panadería de masa madre en Valencia.",
		"Crée une vidéo publicitaire pour Cabas Malin, le sac pliable. Il existe en huit couleurs. Il tient dans la poche.":                                                                                      "Cabas Malin|Voici Cabas Malin, le sac pliable.|Il existe en huit couleurs.",
		"Erstelle ein Video für unser Lager. Erkläre, dass Lasten über 25 Kilo immer zu zweit getragen werden. Die Gänge bleiben frei.":                                                                          "*|Lasten über 25 Kilo werden immer zu zweit getragen.",
		"Erstelle ein Video für die Geschäftsführung. Der Umsatz stieg von 1,2 Mio. Euro im Januar auf 1,4 Mio. Euro im Februar und 1,9 Mio. Euro im März. Die Kosten blieben stabil. Danke.":                    "Umsatz|chart",
		"Crée une vidéo pour la direction. Le chiffre d'affaires a atteint 1,2 M€ en janvier, 1,4 M€ en février et 1,9 M€ en mars. Les coûts restent stables. Merci.":                                            "Chiffre d'affaires|chart",
		"Erstelle ein Video für unser Team. Fehlerquote von 4 auf 2 Prozent gesenkt und Durchlaufzeit von 9 auf 6 Tage verkürzt. Danke an alle!":                                                                 "*|Die Fehlerquote wurde von 4 auf 2 Prozent gesenkt. Die Durchlaufzeit wurde von 9 auf 6 Tage verkürzt.|Fehlerquote: 2 %, vorher 4 %",
		"Crea un vídeo para el equipo. Tasa de errores reducida del 4 al 2 % y plazo acortado de 9 a 6 días. ¡Gracias a todos!":                                                                                  "*|La tasa de errores se ha reducido del 4 al 2 %. El plazo se ha acortado de 9 a 6 días.|Plazo: 6 días, antes 9",
		"Internes Update für das Vertriebsteam, Oktober. Neue Verträge: 48 (Vormonat: 39). Danke für euren Einsatz!":                                                                                             "*|Das sind 48 neue Verträge gegenüber 39 im Vormonat.",
		"Actualización interna para el equipo de ventas, octubre. Contratos nuevos: 48 (mes anterior: 39). Ingresos de 612.000 euros, un 8 % por encima del plan. ¡Gracias!":                                     "*|Son 48 contratos nuevos, frente a 39 el mes anterior.|Los ingresos son de 612.000 euros, un 8 % por encima del plan.",
		"Atualização interna para a equipe de vendas, outubro. Receita de R$ 612 mil, 8% acima do plano. A taxa de cancelamento caiu de 5,1% para 3,4%. Obrigado!":                                               "*|A receita é de R$ 612 mil, 8% acima do plano.",
		"Erstelle ein Einladungsvideo zum Sommerfest der Grundschule. Am 12. Juli. Ab 15 Uhr auf dem Schulhof. Bitte Kuchen mitbringen.":                                                                         "Sommerfest der Grundschule|Wir sehen uns am 12. Juli, ab 15 Uhr auf dem Schulhof.|Ab 15 Uhr auf dem Schulhof",
		"Crée une vidéo d'invitation à la fête de l'école. Le 12 juillet. À partir de 15 h dans la cour. Apportez un gâteau !":                                                                                   "La fête de l'école|Rendez-vous le 12 juillet, à partir de 15 h dans la cour.",
		"Video-Einladung zum Tag der offenen Tür am Samstag, 14. September, von 10 bis 17 Uhr. Es gibt Führungen durch die Werkstatt, Kaffee und Kuchen und eine Hobelbank zum Ausprobieren.":                    "Tag der offenen Tür|Am Samstag, 14. September|points Es gibt Führungen durch die Werkstatt, Kaffee und Kuchen und eine Hobelbank zum Ausprobieren.",
		"Haz un vídeo sobre Kontia 3.0. Ahora puedes dividir facturas, firmar desde el móvil y trabajar sin conexión. La búsqueda es el doble de rápida.":                                                        "Kontia 3.0|points Ahora puedes dividir facturas",
		"Erstelle ein Werbevideo für Brotzeit. Er wiegt 1,8 Kilo und passt auf jede Arbeitsplatte. Er besteht aus Zirbenholz. Er kommt aus Tirol.":                                                               "Brotzeit|number Er wiegt 1,8 Kilo",
		"Erstelle ein Schulungsvideo von 30 Sekunden: So melden Sie sich im neuen Portal an. Schritte: Browser öffnen, Personalnummer und PIN eintippen, neues Passwort festlegen. Bei Fragen: IT-Hotline 4400.": "So melden Sie sich im neuen Portal an|Kurz gesagt: Browser öffnen, Personalnummer und PIN eintippen und neues Passwort festlegen.",
		"Haz un resumen del trimestre para la plantilla. Las entregas subieron de 8.200 a 9.100. Desde enero trabajamos en dos turnos. ¡Gracias!":                                                                "Resumen del trimestre|Las entregas subieron de 8.200 a 9.100.",
		"Einladungsvideo zur Vernissage „Licht und Lehm“. Freitag, 8. November, 19 Uhr. Eintritt frei.":                                                                                                          "*|Wir sehen uns am Freitag, 8. November, 19 Uhr.",
		"Invito all'inaugurazione della mostra «Luce e argilla». Venerdì 8 novembre, ore 19. Ingresso libero.":                                                                                                   "L'inaugurazione della mostra «Luce e argilla»|Siete invitati all'inaugurazione della mostra «Luce e argilla».",
		"สร้างวิดีโอต้อนรับพนักงานใหม่ 60 วินาที\n- เริ่มงานเวลา 9 โมงเช้า\n- รับบัตรพนักงานที่แผนกต้อนรับ\n- พักกลางวัน 60 นาที":                                            "*|รับบัตรพนักงานที่แผนกต้อนรับ",
		"Erstelle ein Onboarding-Video für neue Auszubildende der Bäckerei Sonnleitner. Arbeitsbeginn ist um 3 Uhr morgens. Die Berufsschule ist dienstags und donnerstags.": "Bäckerei Sonnleitner|Willkommen in der Bäckerei Sonnleitner.",
		"Crée une vidéo d'accueil pour les nouveaux apprentis de la boulangerie Soleil. La journée commence à 3 h du matin.":                                                 "La boulangerie Soleil|Bienvenue à la boulangerie Soleil.",
		"Crea un video di benvenuto per i nuovi apprendisti del panificio Sole. La giornata inizia alle 3 del mattino.":                                                      "Il panificio Sole|Benvenuti al panificio Sole.",
		"Crie um vídeo de 60 segundos de boas-vindas para os novos aprendizes da padaria Solar. O expediente começa às 3 da manhã.":                                          "A padaria Solar|Boas-vindas à padaria Solar.",
		"Erstelle ein Video über Planwerk. Berichte lassen sich jetzt als PDF speichern. Die App startet schneller.":                                                         "Planwerk|Berichte lassen sich jetzt als PDF speichern.",
		"Kurzes Update für unsere Kunden: Ab 1. Februar ändern sich unsere Öffnungszeiten. Sonntag bleibt geschlossen.":                                                      "*|Ab 1. Februar ändern sich unsere Öffnungszeiten.",
		"Newsletter-Video für die Elternschaft der Waldschule: Der Wandertag ist am 4. Juni. Die Kinder brauchen feste Schuhe, eine Trinkflasche und Sonnencreme. Danke.":    "Wandertag|points Die Kinder brauchen feste Schuhe",
		"Vidéo pour les familles de l'école des Pins : la sortie a lieu le 4 juin. Les enfants ont besoin de bonnes chaussures, d'une gourde et de crème solaire. Merci.":    "*|points Les enfants ont besoin de bonnes chaussures",
		"Spot van 30 seconden voor onze sportschool Centraal in Zwolle. Het maandbedrag daalt in mei van 39 naar 29 euro.":                                                   "Onze sportschool Centraal in Zwolle",
	} {
		b := boardOfText(t, text)
		all := b.Title
		for _, s := range b.Scenes {
			all += "\n" + string(s.Kind) + " " + s.Say + "\n" + strings.Join(s.Overlay, "\n")
		}
		for _, s := range b.Scenes {
			all += "\n" + s.Headline
		}
		for i, x := range strings.Split(want, "|") {
			if i == 0 && x != "*" && x != b.Title || i > 0 && !strings.Contains(all, x) {
				t.Errorf("%q lacks %q:\n%s", text, x, all)
			}
		}
	}
}
