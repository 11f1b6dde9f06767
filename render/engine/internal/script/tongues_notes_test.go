package script

import (
	"strings"
	"testing"
)

// TestNotesOfTongues: notes under a word for them, steps that are counted off, announcements,
// thanks and forms of address, in the ways in which people write them. The first of what is
// wanted is the title, "*" = any; "!" stands before what must not be said or shown.
func TestNotesOfTongues(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		// notes and their word
		"Video für unsere Kunden über das Quartal Q3 der Stadtwerke. Notizen:\n- Umsatz: 48,3 Mio. € (+6,2 % ggü. Vorjahr)\n- 1.250 neue Anschlüsse, Ziel waren 1.000\n- Dank an die 212 Kolleginnen und Kollegen":        "*|+6,2 % ggü. Vorjahr|Dank an die 212 Kolleginnen und Kollegen.|!Notizen",
		"Vídeo para la junta de propietarios. Apuntes:\nObras de la fachada: del 3 de marzo al 30 de abril\nCoste total 86.400 €\nEl ascensor no funcionará los días 10, 11 y 12 de marzo":                                "Para la junta de propietarios|Obras de la fachada: del 3 de marzo al 30 de abril.|El ascensor no funcionará los días 10, 11 y 12 de marzo.|!Apuntes|!\n11 y 12",
		"Vidéo interne pour le comité de direction — bilan du projet Horizon.\nNotes :\n- budget : 1,2 M€, consommé à 78 %\n- 14 agences sur 18 migrées\n- deux risques : retard du fournisseur, manque de formateurs":    "Bilan du projet Horizon|Bilan du projet Horizon.|!Parlons de bilan|!Notes",
		"Video per i soci della cooperativa, appunti dall'assemblea:\n- utile 2025: 312.000 €\n- 47 nuovi soci\n- prossima assemblea: giovedì 22 aprile, ore 20.30, Sala Verdi":                                           "Appunti dall'assemblea|Prossima assemblea: giovedì 22 aprile, ore 20.30, Sala Verdi.",
		"Vídeo com os resultados do ano da ONG Mãos Dadas. Dados:\n- 62 voluntários ativos\n- R$ 1,4 milhão arrecadado\n- Meta para 2027: abrir 2 novas unidades, em Recife e Salvador\nAgradecer aos doadores no final.": "Os resultados do ano da ONG Mãos Dadas|Meta para 2027: abrir 2 novas unidades, em Recife e Salvador.|Agradecemos aos doadores.|Arrecadado|!Agradecer",
		// steps
		"Haz un tutorial para clientes de nuestra tienda. Cómo hacer tu primer pedido:\nPaso 1: Descarga la app.\nPaso 2: Elige tu tienda.\nPaso 3: Añade productos a la cesta.\nPaso 4: Paga con tarjeta.": "*|añade productos a la cesta",
		"Réalise un tutoriel pour nos bénévoles : comment ouvrir la ressourcerie.\n- Désactiver l'alarme\n- Allumer les lumières\n- Sortir le panneau":                                                      "Comment ouvrir la ressourcerie|D'abord, désactiver l'alarme.|\nÉtape par étape",
		"Crea un video per i nuovi baristi sulla pulizia della macchina.\nPrima spegni la macchina e aspetta 10 minuti.\nPoi smonta i filtri.\nInfine rimonta tutto.":                                       "*|Prima spegni la macchina|\nPasso dopo passo|Spegni la macchina",
		"Vídeo explicando como separar o lixo. Primeiro, lave as embalagens. Depois, separe papel e vidro. Por fim, coloque o restante no lixo comum.":                                                      "*|Primeiro, lave as embalagens. Depois, separe",
		"Erklärvideo: So reinigst du deine Espressomaschine.\nSchalte zuerst das Gerät aus. Nimm dann das Sieb heraus. Zum Schluss füllst du frisches Wasser ein.":                                          "*|Schalte zuerst das Gerät aus.|Schalte das Gerät aus|Zum Schluss füllst du frisches Wasser ein",
		"Tuto pour les apprentis : comment changer une roue. D'abord, serrer le frein. Ensuite, desserrer les boulons. Enfin, remplacer la roue. Rappeler que le couple de serrage est de 110 Nm.":          "*|D'abord, serrer le frein.|\nÉtape par étape|Le couple de serrage est de 110 Nm.",
		// announcements
		"Liebe Nachbarn, wir laden euch herzlich zum Hoffest in der Gartenstraße 12 ein, am Samstag, dem 13. Juni, ab 15 Uhr. Bringt gern einen Salat mit. Bitte mach daraus ein fröhliches Video.": "Hoffest in der Gartenstraße 12|Liebe Nachbarn, wir laden euch|!Bitte mach",
		"Siete tutti invitati all'inaugurazione della nuova biblioteca, sabato 10 ottobre alle 16 in via Mazzini 5. L'ingresso è gratuito. Fanne un video allegro.":                                 "Inaugurazione della nuova biblioteca|!Fanne",
		"Queridas familias: el viernes 19 de diciembre a las 17:30 celebramos el festival de Navidad en el salón de actos. La entrada es libre. Haced con esto un vídeo cariñoso.":                  "Festival de Navidad en el salón de actos|Queridas familias",
		"Caros vizinhos, no próximo domingo, 14 de junho, vamos fazer um mutirão de limpeza na praça Sete. Teremos luvas para todos. Por favor, crie um vídeo com esse texto.":                      "Mutirão de limpeza na praça Sete",
		// what viewers are to do, and how they are addressed
		"Mach ein Video über unsere Fahrradwerkstatt. Wir reparieren innerhalb von 24 Stunden. Am Ende soll man online einen Termin buchen, auf radwerk.example. Bitte siezen.": "*|Buchen Sie online einen Termin auf radwerk.example.|!soll man",
		"Haz un vídeo de nuestra escuela de surf en Zarautz. Clases desde 35 €. Que anime a la gente a reservar por WhatsApp al 644 12 34 56.":                                  "*|Reserva por WhatsApp al 644 12 34 56.",
		"Ci serve uno spot per la nostra gelateria di Rimini: 32 gusti, tutti senza glutine. Dai del Lei e chiudi invitando la gente a prenotare sul sito.":                     "*|Prenoti sul sito.",
		"Preciso de um vídeo para divulgar nossa clínica veterinária. Consulta a partir de R$ 120,00. Terminar chamando para ligar no (19) 3232-4545.":                          "*|Ligue no (19) 3232-4545.",
		"Wir brauchen ein Video über das neue Kursprogramm: 180 Kurse, davon 40 online.":                                                                                        "Das neue Kursprogramm|40 online",
		"Explica en un vídeo a los nuevos voluntarios cómo se hace el reparto: recoger las bolsas, comprobar la lista y llamar antes de subir. Tutéalos.":                       "Cómo se hace el reparto|!En un vídeo|!Tutéalos",
		"Il nous faut un petit film de présentation pour notre cabinet Atelier Nord à Lille. 85 projets livrés depuis 2009. Pas de musique trop forte.":                         "Notre cabinet Atelier Nord à Lille|!Pas de musique|!de présentation",
		"Resumen del año del club de remo.\n- 214 socios\n- 1.260 horas de entrenamiento\nAgradecer a los patrocinadores al final y desear felices fiestas.":                    "*|Gracias a los patrocinadores.|Felices fiestas.",
		"Mach ein Video über unser Fest. Es kamen 300 Gäste. Danke an alle.":                                                                                                    "*|!Wir danken an",
	} {
		checkWords(t, text, want)
	}
}

// checkWords holds the storyboard of a prompt against what is wanted, parted by bars: first its
// title, "*" = any, then what it says or shows, and behind "!" what it must not. Every text
// stands on a line of its own.
func checkWords(t *testing.T, text, want string) {
	t.Helper()
	b := boardOfText(t, text)
	all := b.Title
	for _, s := range b.Scenes {
		all += "\n" + string(s.Kind) + " " + s.Say + "\n" + s.Headline + "\n" + s.Label + "\n" + s.Subtitle
		for _, it := range s.Items {
			all += "\n" + it.Title
		}
	}
	all += "\n"
	for i, x := range strings.Split(want, "|") {
		unwanted, not := strings.CutPrefix(x, "!")
		switch {
		case i == 0 && x != "*" && x != b.Title, i > 0 && !not && !strings.Contains(all, x):
			t.Errorf("%q (%q) lacks %q:%s", text, b.Title, x, all)
		case not && strings.Contains(all, unwanted):
			t.Errorf("%q says %q:%s", text, unwanted, all)
		}
	}
}
