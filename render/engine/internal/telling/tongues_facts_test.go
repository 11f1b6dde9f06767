package telling

import (
	"testing"
)

// TestFiguresOfTongues: the figure that a sentence is about, with its label and subtitle.
func TestFiguresOfTongues(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"de:Krankenstand von 6,1 auf 4,8 % gesunken.":                                            "4,8%|Krankenstand|Vorher 6,1 %",
		"es:El absentismo ha bajado del 6,1 al 4,8 %.":                                           "4,8%|Absentismo|Antes 6,1 %",
		"pt:O absentismo desceu de 6,1 para 4,8 %.":                                              "4,8%|Absentismo|Antes 6,1 %",
		"de:1.200 Kunden sind betroffen, das sind 3 % aller Kunden.":                             "1.200|Kunden sind betroffen|3 % aller Kunden",
		"es:1.200 clientes están afectados, el 3 % de todos los clientes.":                       "1.200|Clientes están afectados|3 % de todos los clientes",
		"fr:1 200 clients sont concernés, soit 3 % de tous les clients.":                         "1 200|Clients sont concernés|3 % de tous les clients",
		"pt:1.200 clientes são afetados, 3 % de todos os clientes.":                              "1.200|Clientes são afetados|3 % de todos os clientes",
		"it:1.200 clienti sono interessati, il 3 % di tutti i clienti.":                          "1.200|Clienti sono interessati|3 % di tutti i clienti",
		"nl:1.200 klanten zijn betrokken, dat is 3 % van alle klanten.":                          "1.200|Klanten zijn betrokken|3 % van alle klanten",
		"es:Las ventas subieron a 12,4 millones de euros, un 8 % más que el año anterior.":       "12,4 M €|Ventas|8 % más que el año anterior",
		"fr:Le chiffre d'affaires a atteint 12,4 millions d'euros, soit 8 % de plus qu'en 2023.": "12,4 M €|Chiffre d'affaires|8 % de plus qu'en 2023",
		"it:Il fatturato è salito a 12,4 milioni di euro, l'8 % in più rispetto al 2023.":        "12,4 M €|Fatturato|8 % in più rispetto al 2023",
		"pt:As vendas subiram para 12,4 milhões de euros, mais 8 % do que no ano anterior.":      "12,4 M €|Vendas|mais 8 % do que no ano anterior",
		"nl:De omzet steeg naar 12,4 miljoen euro, 8 % meer dan het jaar ervoor.":                "12,4 mln. €|Omzet|8 % meer dan het jaar ervoor",
		"de:Der Umsatz stieg auf 12,4 Millionen Euro, das sind 8 % mehr als im Vorjahr.":         "12,4 Mio. €|Umsatz|8 % mehr als im Vorjahr",
		"it:I servizi sono aperti 24 ore su 24.":                                                 "||",
		"fr:Un café coûte 40 centimes.":                                                          "40 centimes|Prix|",
		"fr:Annonce aux adhérents : la cotisation passe de 24 à 27 euros.":                       "27€|Cotisation|Contre 24 € avant",
		"pt:No ano passado, reciclamos 38 toneladas, 12 % a mais que em 2023.":                   "38 toneladas|Reciclamos 38 toneladas, 12 % a mais que em 2023|",
		"pt:Vendas de 2,4 milhões de euros, mais 11 % do que no ano passado.":                    "2,4 M €|Vendas|mais 11 % do que no ano passado",
		"de:Der Umsatz liegt bei 3,2 Mio. Euro.":                                                 "3,2 Mio. €|Umsatz|",
		"fr:Les retards ont baissé de 18 % à 6 %.":                                               "6%|Retards|Contre 18 % avant",
		"pt:Em caso de dúvida, ligue para a extensão 4711.":                                      "||",
		"es:Si hay dudas, llama a la extensión 4711.":                                            "||",
		"nl:Bel bij vragen toestel 4711.":                                                        "||",
		"es:La temperatura es ahora de menos 20 grados.":                                         "−20°|Temperatura|",
		"fr:La température est maintenant de moins 20 degrés.":                                   "−20°|Température|",
		"pt:A temperatura é agora de menos 20 graus.":                                            "−20°|Temperatura|",
		"it:La temperatura è ora di meno 20 gradi.":                                              "−20°|Temperatura|",
		"nl:De temperatuur is nu min 20 graden.":                                                 "−20°|Temperatuur|",
		"de:Die Temperatur liegt jetzt bei minus 20 Grad.":                                       "−20°|Temperatur|",
	} {
		if got := shapedFigure(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
