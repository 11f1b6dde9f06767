package tongue

import "testing"

// An infinitive with its object becomes an order with it.
func TestOrdersWithTheirObject(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"it", "scaricarla", "scaricala"}, {"it", "contattarci oggi", "contattaci oggi"}, {"it", "visitare il sito", "visita il sito"}, {"it", "iscriversi", "iscriviti"},
		{"es", "descargarla", "descárgala"}, {"es", "visitarnos en Vigo", "visítanos en Vigo"}, {"es", "probarlo", "pruébalo"}, {"es", "visitar la web", "visita la web"},
		{"pt", "baixá-lo", "baixe-o"}, {"pt", "conhecê-la", "conheça-a"}, {"pt", "visitar-nos", "visite-nos"}, {"pt", "baixar o app", "baixe o app"},
		{"fr", "la télécharger", "téléchargez-la"}, {"fr", "nous rejoindre", "rejoignez-nous"}, {"fr", "visiter le site", "visitez le site"},
	} {
		if got := For(c[0]).Imperative(c[1]); got != c[2] {
			t.Errorf("%s: %q is ordered as %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
