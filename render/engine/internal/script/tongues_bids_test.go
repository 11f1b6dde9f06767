package script

import (
	"testing"
)

// TestBidsOfTongues: what the maker of a video is told after its order, in German and the
// Romance languages, is carried out and not spoken; orders are read in their own words. The
// first of what is wanted is the title, "*" = any; "!" stands before what must not be said.
func TestBidsOfTongues(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		// orders
		"Necesito un vídeo para formar al personal de almacén en el uso de la carretilla. Nunca se transporta a otras personas.":                                     "El uso de la carretilla|!formar",
		"Crea un video di 45 secondi per presentare ai clienti la nuova app della Cassa. Si scarica gratis.":                                                         "La nuova app della Cassa|!ai clienti la",
		"Clip zum Tag der offenen Tür am 20. September machen. Eintritt frei.":                                                                                       "Tag der offenen Tür|Wir sehen uns am 20. September.|!machen",
		"Clip zum Tag der offenen Tür am 20. September machen. Eintritt frei. Zum Schluss alle herzlich einladen.":                                                   "Tag der offenen Tür|Wir laden alle herzlich ein.|!Zum Schluss",
		"Wir eröffnen am 15. März unsere Filiale in Ulm und hätten dazu gerne ein 30-Sekunden-Video. Es gibt ein Glas Sekt.":                                         "*|Wir eröffnen am 15. März unsere Filiale in Ulm.|!hätten",
		"Quisiera un vídeo para enseñar a los voluntarios a montar la carpa: extender las piezas, unir las barras y subir la lona.":                                  "Cómo montar la carpa|Primero, extender las piezas.|!Tienes",
		"Vídeo para felicitar a Carmen, que se jubila después de 34 años. Ha atendido a 200 pacientes.":                                                              "Enhorabuena|Enhorabuena a Carmen, que se jubila",
		"Il faudrait une vidéo à diffuser à l'accueil de notre résidence. En cas d'alarme, restez calmes.":                                                           "*|!diffuser",
		"Queremos que expliques en 40 segundos a los pacientes cómo preparar una colonoscopia: dieta blanda, tomar el preparado y venir acompañados.":                "Cómo preparar una colonoscopia|!Queremos",
		"Vídeo vertical anunciando o mutirão de limpeza da praia: domingo, 8 de setembro, às 8h. A gente fornece luvas.":                                             "O mutirão de limpeza da praia|Encontro marcado no domingo, 8 de setembro, às 8h.",
		"Tuto pour les nouveaux clients : installer la box. Brancher le câble, allumer la box, attendre que le voyant soit vert (5 minutes), se connecter.":          "*|Brancher le câble|!\nAttendre que le voyant soit vert\n",
		"Dobbiamo annunciare ai fornitori che dal 1° aprile le fatture si caricano sul portale. Le mail non saranno accettate. Fate un video chiaro, dando del Lei.": "*|Dal 1° aprile le fatture si caricano sul portale.|!Dobbiamo|!dando",
		// how it ends, and whom it thanks
		"Mach ein Video über unser Lager. Es hat 300 Plätze. Zum Schluss auf unsere App hinweisen.":                                       "*|Nicht vergessen: unsere App.|!hinweisen",
		"Mach ein Video über unser Lager. Es hat 300 Plätze. Danach kurz Danke sagen an die Teams in Werk 2, die das geschafft haben.":    "*|Danke an die Teams in Werk 2, die das geschafft haben.|!sagen",
		"Vídeo de la clínica. Abre los sábados. Termina con el teléfono 942 310 220 y la web clinica.example.":                            "*|Más información: 942 310 220, clinica.example.|!Termina",
		"Vídeo de la cooperativa. Somos 312 socios. Queremos algo sobrio, un minuto como mucho, y que acabe dando las gracias a todos.":   "*|Gracias a todos.|!sobrio|!acabe",
		"Vidéo sur notre gourde. Elle pèse 280 grammes. Finir par un appel à commander sur gourde.example.":                               "*|Commandez sur gourde.example.|!appel",
		"Video sulla nostra sagra. Sono 65 volontari. Ringrazia tutta la squadra e annuncia la cena del 19 dicembre.":                     "*|Grazie a tutta la squadra.|!annuncia|la cena del 19 dicembre",
		"Vidéo pour le camping. Il y a une piscine. Merci de tutoyer et de finir en leur souhaitant un bel été !":                         "*|Nous vous souhaitons un bel été|!tutoyer",
		"Video sulla linea nuova. Resiste a 120 gradi. Taglio commerciale, ma senza esagerare. Invitateli a chiedere un preventivo.":      "*|!Taglio|!Invitateli",
		"Vídeo sobre a campanha. Recolhemos 2 toneladas. Acabar a agradecer a generosidade dos fregueses.":                                "*|Obrigado pela generosidade dos fregueses.",
		"Vídeo da clínica nova. Abre às 9h. Tem que ser animado e curtinho! Frases curtas, por favor.":                                    "*|!animado|!Frases",
		"Video per la festa. Comincia alle 17. Ironico ma affettuoso. Le immagini devono far sognare.":                                    "*|!Ironico|!immagini",
		"Vidéo sur notre association. Elle a 130 membres. La vidéo doit donner envie, sans pathos. Une petite touche d'humour bienvenue.": "*|!envie|!touche",
		"Rückblick auf unser Jahr. Wir haben 14 Titel gewonnen. Soll Lust auf 2026 machen. Alle zum Lauf am 1. Januar einladen.":          "*|!Soll Lust",
		"Mach ein Video über unser Büro. Bei uns duzen wir uns alle.":                                                                     "*|Bei uns duzen wir uns alle.",
		// rows of things
		"Clip über unsere Lastenräder. Tagesmiete 39 Euro, Wochenende 69 Euro, Kaution 100 Euro, Helme gratis dazu.": "*|\nKaution 100 Euro|\nHelme gratis dazu",
		"Video zum Hoffest. Führungen jede volle Stunde, Kinder können Trecker fahren, Eintritt frei.":               "*|\nEintritt frei",
	} {
		checkWords(t, text, want)
	}
}
