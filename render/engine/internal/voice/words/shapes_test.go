package words

import "testing"

// What its shape and its neighbours explain is said as people say it.
func TestShapes(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"en|The 737-800 and the A320-200.":               "The seven thirty-seven eight hundred and the A three twenty two hundred.",
		"en|It cost £3 10s, or £2 5s 6d.":                "It cost three pounds ten shillings, or two pounds five shillings six pence.",
		"en|Call 0800 123 4567 or 911.":                  "Call zero eight zero zero, one two three, four five six seven or nine one one.",
		"en|112 people and 911 others":                   "one hundred and twelve people and nine hundred and eleven others",
		"en|It is 3 ft 6 in long and takes 5 L/100 km.":  "It is three feet six inches long and takes five litres per hundred kilometres.",
		"en|§5 of a 5K race, 10 ÷ 2":                     "section five of a five K race, ten divided by two",
		"de|Ruf 112 oder 110 an. Es kamen 112 Gäste.":    "Ruf 1 1 2 oder 1 1 0 an. Es kamen 112 Gäste.",
		"de|Der Rekord ist 1:23:45 Stunden.":             "Der Rekord ist 1 Stunde 23 Minuten 45 Sekunden.",
		"de|Die 737-800 kostet 12/8 €.":                  "Die 737 800 kostet 12 beziehungsweise 8 Euro.",
		"de|1/2 l Milch, ½ Stunde, ½ kg":                 "ein halber Liter Milch, eine halbe Stunde, ein halbes Kilogramm",
		"de|Durchwahl -12, CO₂ 🎉":                        "Durchwahl 12, C O 2",
		"de|Mo–Fr 9–17 Uhr, Sa 10-14 Uhr, im 1. OG":      "Montag bis Freitag 9 bis 17 Uhr, Samstag 10 bis 14 Uhr, im ersten Obergeschoss",
		"de|der 24.12. und am 24.12. um acht, ab 18 J.":  "der vierundzwanzigste Dezember und am vierundzwanzigsten Dezember um acht, ab 18 Jahren",
		"de|Ludwig XIV., der König":                      "Ludwig der Vierzehnte, der König",
		"es|Llama al 112. Vinieron 112 personas.":        "Llama al 1 1 2. Vinieron 112 personas.",
		"es|L–V 9–17 h, x3, $1,500 MXN, s. XIX, 1:23:45": "lunes a viernes 9 a 17 horas, por 3, 1500 pesos mexicanos, siglo 19, 1 hora 23 minutos 45 segundos",
		"fr|sam. 10 h-14 h, J-7, le XIXe s. et 12/8 €":   "samedi 10 heures à 14 heures, J moins 7, le dix-neuvième siècle et 12 ou 8 euros",
		"it|Chiama il 112, 12/8 €, 1:02:03":              "Chiama il 1 1 2, 12 o 8 euro, 1 ora 2 minuti 3 secondi",
		"nl|Bel 112, 1:02:03 en 12/8 €":                  "Bel 1 1 2, 1 uur 2 minuten 3 seconden en 12 of 8 euro",
		"pt|Ligue 190 ou 192. São 190 pessoas.":          "Ligue 1 9 0 ou 1 9 2. São 190 pessoas.",
	} {
		if got := Spoken(in[3:], in[:2]); got != want {
			t.Errorf("%q is said\n %q, want\n %q", in, got, want)
		}
	}
}

// A word of the dictionary is found with its endings and behind what is elided before it.
func TestSoundsWithEndings(t *testing.T) {
	t.Parallel()
	s := Sounds{"Acme": "Äkmi", "Oréal": "/oʁeal/", "Nove Mesto": "Nowe Mjesto"}
	for in, want := range map[string]string{
		"de|Acmes Flasche und die Acme-Flasche": "Äkmis Flasche und die Äkmi Flasche",
		"fr|l'Acme, d’Acme et “Acme”":           "l'Äkmi, d'Äkmi et Äkmi",
		"it|l'arrivo dell'Acme a Nove Mesto":    "l'arrivo dell'Äkmi a Nowe Mjesto",
		"en|Acme's bottle, ACME and acmeology":  "Äkmi's bottle, Äkmi and acmeology",
	} {
		if got := Join(Read(in[3:], in[:2], s)); got != want {
			t.Errorf("%q is said\n %q, want\n %q", in, got, want)
		}
	}
	if tokens := Read("l'Oréal", "fr", s); tokens[0].IPA != "loʁeal" {
		t.Errorf("l'Oréal sounds %q", tokens[0].IPA)
	}
}
