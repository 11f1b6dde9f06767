package telling

import (
	"testing"

	"gitops.video/render/render/engine/internal/tongue"
)

// Fragments that state a figure are said in sentences, with the article and the verb of
// their language; what is no such fragment stays.
func TestFragmentsOfEveryLanguage(t *testing.T) {
	t.Parallel()
	for code, cases := range map[string]map[string]string{
		"de": {
			"Krankenstand von 6,2 % auf 4,8 % gesunken.":   "Der Krankenstand ist von 6,2 % auf 4,8 % gesunken.",
			"Retourenquote von 8,1 auf 6,9 % gesunken.":    "Die Retourenquote ist von 8,1 auf 6,9 % gesunken.",
			"Kosten um 12 % gestiegen.":                    "Die Kosten sind um 12 % gestiegen.",
			"Lieferzeit im Schnitt 2,3 Tage.":              "Die Lieferzeit liegt im Schnitt bei 2,3 Tagen.",
			"Ziel für Oktober: 1.400 Bestellungen.":        "Das Ziel für Oktober liegt bei 1.400 Bestellungen.",
			"Umsatz: 3,1 Mio. €, 8 % mehr als im Vorjahr.": "Der Umsatz liegt bei 3,1 Mio. €, 8 % mehr als im Vorjahr.",
			"Neue Kunden: 340.":                            "Das sind 340 neue Kunden.",
			"Mittlerer Preis von 38 auf 41 €.":             "Der mittlere Preis ging von 38 auf 41 €.",
			"Bewerbung in 2 Minuten per WhatsApp.":         "Bewerbung in 2 Minuten per WhatsApp.",
			"Durchwahl: 4400.":                             "Durchwahl: 4400.",
			"Der Eintritt kostet 5 €.":                     "Der Eintritt kostet 5 €.",
		},
		"es": {
			"Meta para octubre: 35 pozos.":         "La meta para octubre es de 35 pozos.",
			"Pozos perforados: 32.":                "Son 32 pozos perforados.",
			"Horas sin accidentes: 14.500.":        "Son 14.500 horas sin accidentes.",
			"Satisfacción de clientes: 94 %.":      "La satisfacción de clientes es del 94 %.",
			"NPS: 71.":                             "El NPS es de 71.",
			"Coste por metro de 210 a 187 €.":      "El coste por metro pasó de 210 a 187 €.",
			"Coste por metro bajó de 210 a 187 €.": "El coste por metro bajó de 210 a 187 €.",
			"Pesan 240 g.":                         "Pesan 240 g.",
			"Solo hasta el 15 de mayo.":            "Solo hasta el 15 de mayo.",
			"Teléfono: 900 222 000.":               "Teléfono: 900 222 000.",
		},
		"fr": {
			"Délai de réponse passé de 5 h à 3 h.": "Le délai de réponse est passé de 5 h à 3 h.",
			"Satisfaction client à 94 %.":          "La satisfaction client est à 94 %.",
			"Objectif de novembre : 450 000 €.":    "L'objectif de novembre, c'est 450 000 €.",
			"Ventes en hausse de 8 %.":             "Les ventes sont en hausse de 8 %.",
			"Taux d'absence : 4 %.":                "Le taux d'absence est de 4 %.",
			"Tickets traités : 2 340.":             "On compte 2 340 tickets traités.",
			"Marge de 12 % à 15 %.":                "La marge est passée de 12 % à 15 %.",
		},
		"it": {
			"Scontrino medio da 38 a 41 €.":     "Lo scontrino medio è passato da 38 a 41 €.",
			"Resi al 2,1 %.":                    "I resi sono al 2,1 %.",
			"Obiettivo di novembre: 450.000 €.": "L'obiettivo di novembre è di 450.000 €.",
			"Tempo totale: da 4 a 5 minuti.":    "Tempo totale: da 4 a 5 minuti.",
			"Nuovi clienti: 340.":               "Sono 340 nuovi clienti.",
			"Soddisfazione: 94 %.":              "La soddisfazione è del 94 %.",
			"Assistenza: 88 %.":                 "L'assistenza è dell'88 %.",
			"NPS: 71.":                          "L'NPS è di 71.",
		},
		"pt": {
			"Receita: R$ 4,2 milhões, 18% acima do trimestre anterior.": "A receita é de R$ 4,2 milhões, 18% acima do trimestre anterior.",
			"Meta do 4º trimestre: R$ 4,8 milhões.":                     "A meta do 4º trimestre é de R$ 4,8 milhões.",
			"NPS: 71.":                 "O NPS é de 71.",
			"Novos clientes: 340.":     "São 340 novos clientes.",
			"Custo de 12 para 9 dias.": "O custo passou de 12 para 9 dias.",
		},
		"nl": {
			"Verzuim gedaald van 5,4 naar 4,1%.": "Het verzuim is gedaald van 5,4 naar 4,1%.",
			"Doel voor oktober: € 330.000.":      "Het doel voor oktober is € 330.000.",
			"Omzet in september € 312.000.":      "De omzet in september is € 312.000.",
		},
	} {
		w := &Writer{Wording: tongue.All[code], Lang: code}
		for s, want := range cases {
			if got := w.fragmentSaid(s); got != want {
				t.Errorf("%s: %q is said as %q, want %q", code, s, got, want)
			}
		}
	}
}
