package prompt

import (
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// A brief may be headed by its kind and whom it is for, or ask politely: what is said
// about the video is never taken for its topic.
func TestHeads(t *testing.T) {
	t.Parallel()
	type want struct {
		subject, title, audience string
		seconds                  float64
		purpose                  brief.Purpose
	}
	for text, w := range map[string]want{
		"Update-Video fürs Team, 45 Sekunden: Der September in Zahlen. Wir haben 1.240 Bestellungen.":                                      {"", "Der September in Zahlen", "das Team", 45, brief.Update},
		"15-Sekunden-Reel für Instagram: Unser Sommerfest im Biergarten! Der Eintritt ist frei.":                                           {"", "", "", 15, brief.Social},
		"Vídeo interno para el equipo de operaciones: resultados de septiembre. Hay 32 pozos.":                                             {"", "Resultados de septiembre", "el equipo de operaciones", 0, brief.Update},
		"Anuncio vertical de 15 s para TikTok: zapatillas Brisa, hechas con 8 botellas recicladas. Pesan 240 g.":                           {"zapatillas Brisa", "", "", 15, brief.Launch},
		"Bonjour, pourriez-vous faire une vidéo de 45 secondes pour présenter la version 8 de notre logiciel Comptéo ? Elle est gratuite.": {"la version 8 de notre logiciel Comptéo", "", "", 45, brief.Release},
		"Point mensuel pour l'équipe support : 2 340 tickets traités, délai de réponse de 3 h, satisfaction à 94 %. Bravo à tous.":         {"", "Point mensuel", "l'équipe support", 0, brief.Update},
		"Vidéo de formation : le port des EPI sur chantier. Sans EPI, pas d'accès au chantier.":                                            {"le port des EPI sur chantier", "", "", 0, brief.Training},
		"Formación obligatoria para todo el personal de cocina: alérgenos. Hay 14 alérgenos de declaración obligatoria.":                   {"", "Alérgenos", "todo el personal de cocina", 0, brief.Training},
		"Erklärvideo: Wie funktioniert eine Wärmepumpe?":                                                                                   {"", "Wie funktioniert eine Wärmepumpe?", "", 0, brief.Explainer},
		"Vertriebsvideo für Frau Dr. Kessler von der Brandt AG. Unsere Software spart Ihnen 6 Stunden.":                                    {"Frau Dr. Kessler", "", "", 0, brief.Outreach},
		"Mensaje de ventas para Lucía Ferrer, directora de RR. HH. en Grupo Alsina. Vi que está contratando.":                              {"Lucía Ferrer", "", "", 0, brief.Outreach},
	} {
		b := Parse(text)
		if got := (want{b.Subject, b.Title, b.Audience, b.Seconds, b.Purpose}); got != w {
			t.Errorf("%q:\n got %+v\nwant %+v", text, got, w)
		}
	}
}

// One reader of a message is greeted as the prompt names them, and asked in words that
// they could hear.
func TestRecipients(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"Vertriebsvideo für Herrn Dr. Kessler von der Brandt AG. Wir sparen Ihnen Zeit. Bitte ihn um ein 20-minütiges Gespräch, Termin unter p.example/k.": {"Guten Tag, Herr Dr. Kessler", "einem 20-minütigen Gespräch"},
		"Vidéo de prospection pour Mme Claire Vasseur, DAF de Rivel. Vous gagnez du temps. Demandez-lui 15 minutes mardi prochain.":                        {"Bonjour, Madame Vasseur", "15 minutes mardi prochain"},
		"Video commerciale per la dott.ssa Elena Riva, responsabile acquisti di Casa Verdi. Risparmia tempo. Chiedile 15 minuti martedì. a.example/r":      {"Buongiorno, dottoressa Riva", "15 minuti martedì"},
		"Mensaje de ventas para Lucía Ferrer, directora en Alsina. Ahorra tiempo. Propón una llamada el jueves. a.example/demo":                            {"Hola, Lucía", "una llamada el jueves"},
	} {
		b := Parse(text)
		offer := ""
		for _, pt := range b.Points {
			if pt.Form == brief.Offer {
				offer = pt.Text
			}
		}
		if got := [2]string{b.Salute, offer}; got != want || b.Purpose != brief.Outreach {
			t.Errorf("%q: %q (%s), want %q", text, got, b.Purpose, want)
		}
	}
}
