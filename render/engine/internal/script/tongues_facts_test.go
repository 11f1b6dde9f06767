package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// A first fact that tells of a change is drawn in a scene of its own, under a title that
// names what changes.
func TestFirstChangeIsDrawn(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Erstelle ein kurzes Video für unsere Mitarbeitenden: Ab 1. Januar steigt der Zuschuss zum Deutschlandticket von 20 auf 35 Euro. Wer es noch nicht hat, beantragt es bis 15. Dezember im Portal. Danke an alle!": "Zuschuss zum Deutschlandticket|35€|Ab 1. Januar, vorher 20 €",
		"Crea un vídeo corto para nuestra plantilla: A partir del 1 de enero la ayuda al transporte sube de 20 a 35 euros. Quien aún no la tenga, la solicita en el portal. ¡Gracias a todos!":                           "Ayuda al transporte|35€|A partir del 1 de enero, antes 20 €",
		"Crée une courte vidéo pour nos salariés : À partir du 1er janvier, la prime de transport passe de 20 à 35 euros. Ceux qui ne l'ont pas encore la demandent sur le portail. Merci à tous !":                      "Prime de transport|35€|À partir du 1er janvier, contre 20 € avant",
		"Crie um vídeo curto para os nossos colaboradores: A partir de 1 de janeiro, o subsídio de transporte sobe de 20 para 35 euros. Quem ainda não o tem, pede-o no portal. Obrigado a todos!":                       "Subsídio de transporte|35€|A partir de 1 de janeiro, antes 20 €",
		"Crea un breve video per i nostri dipendenti: Dal 1° gennaio il contributo per i trasporti sale da 20 a 35 euro. Chi non lo ha ancora, lo richiede sul portale. Grazie a tutti!":                                 "Contributo per i trasporti|35€|Dal 1° gennaio, prima 20 €",
		"Maak een korte video voor onze medewerkers: Vanaf 1 januari stijgt de reisvergoeding van 20 naar 35 euro. Wie die nog niet heeft, vraagt die aan in het portaal. Dank aan iedereen!":                            "Reisvergoeding|35€|Vanaf 1 januari, eerst 20 €",
		"Erstelle ein Video für unsere Kunden: Der Beitrag sinkt von 49 auf 39 Euro. Das gilt für alle Verträge. Danke!":                                                                                                 "Beitrag|39€|Vorher 49 €",
	} {
		b := boardOfText(t, text)
		x := strings.Split(want, "|")
		if b.Title != x[0] || b.Scenes[0].Headline != x[0] || b.Scenes[0].Say != "" {
			t.Errorf("%q is called %q and opens with %q, %q", text, b.Title, b.Scenes[0].Headline, b.Scenes[0].Say)
		}
		if s := b.Scenes[1]; s.Kind != scene.Number || s.Label != x[0] || telling.FigureText(s.Figure) != x[1] || s.Subtitle != x[2] {
			t.Errorf("%q draws %s %q %v %q", text, s.Kind, s.Label, s.Figure, s.Subtitle)
		}
	}
}

// A sentence behind the colon of an order is said as it is, and not taken for the name of
// a thing; where questions go is said as one would.
func TestBehindTheColon(t *testing.T) {
	t.Parallel()
	for text, says := range map[string]string{
		"Fais une vidéo pour le personnel : le nouveau parking ouvre le 3 mars. 120 places, dont 14 bornes de recharge. Questions : accueil, poste 214.":     "Le nouveau parking ouvre le 3 mars.|120 places, dont 14 bornes de recharge.|Questions ? Accueil, poste 214.",
		"Faça um vídeo para os nossos clientes: a nossa app foi atualizada. O tempo de carregamento caiu de 6 para 2 segundos. Dúvidas: apoio, extensão 21.": "A nossa app foi atualizada.|Dúvidas? Apoio, extensão 21.",
		"Maak een video voor onze huurders: de lift wordt vernieuwd van 3 tot 14 maart. De trap blijft open. Vragen: beheer, toestel 21.":                    "De lift wordt vernieuwd van 3 tot 14 maart.|Vragen? Beheer, toestel 21.",
		"Haz un vídeo para todo el personal: el nuevo horario de verano empieza el 16 de junio. Se puede teletrabajar. Dudas: RR. HH., extensión 214.":       "El nuevo horario de verano empieza el 16 de junio.|¿Dudas? RR. HH., extensión 214.",
		"Fai un video per i nostri clienti: il negozio chiude il 30 aprile e riapre il 12 maggio. Numero verde 800 555 010. Domande: cassa, interno 21.":     "Il negozio chiude il 30 aprile e riapre il 12 maggio.|Numero verde 800 555 010.|Domande? Cassa, interno 21.",
		"Mach ein Video für unsere Kunden: der neue Markt öffnet am 3. März. Die Kernzeit liegt zwischen 10 und 15 Uhr. Fragen: Zentrale, Durchwahl 21.":     "Der neue Markt öffnet am 3. März.|Fragen? Zentrale, Durchwahl 21.",
	} {
		b := boardOfText(t, text)
		var all []string
		for _, s := range b.Scenes {
			all = append(all, s.Say)
			for _, shown := range append([]string{s.Headline, s.Label}, s.Overlay...) {
				if strings.HasPrefix(shown, "30 aprile") || strings.HasSuffix(shown, "zwischen 10") || strings.HasSuffix(shown, " ") {
					t.Errorf("%q shows %q", text, shown)
				}
			}
		}
		said := strings.Join(all, " ")
		for _, want := range strings.Split(says, "|") {
			if !strings.Contains(said, want) {
				t.Errorf("%q says %q, want %q", text, said, want)
			}
		}
	}
}

// TestNamesBehindZum: a German name has the ending that it has without its preposition.
func TestNamesBehindZum(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Video zum neuen Kühlraum im Lager. Die Tür schließt von selbst.":          "Neuer Kühlraum im Lager",
		"Kurzes Video zur neuen Kaffeemaschine in der Küche. Sie brüht 12 Sorten.": "Neue Kaffeemaschine in der Küche",
		"Video zum neuen digitalen Kundenportal. Es öffnet am 3. März.":            "Neues digitales Kundenportal",
		"Video zum Umgang mit Leitern. Jede Leiter wird geprüft.":                  "Umgang mit Leitern",
	} {
		if b := boardOfText(t, text); b.Title != want {
			t.Errorf("%q is called %q, want %q", text, b.Title, want)
		}
	}
}

// TestAnnouncedTo: whom an announcement goes to is no part of what is said.
func TestAnnouncedTo(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Annonce aux adhérents : la cotisation passe de 24 à 27 euros à partir du 1er septembre. Les étudiants paient 18 euros.": "Pour les adhérents|Cotisation|La cotisation passe de 24 à 27 euros à partir du 1er septembre.",
		"Aviso a los socios: la cuota sube de 24 a 27 euros. Los estudiantes pagan 18 euros.":                                    "Para los socios|Cuota|La cuota sube de 24 a 27 euros.",
		"Avviso ai soci: la quota sale da 24 a 27 euro. Gli studenti pagano 18 euro.":                                            "Per i soci|Quota|La quota sale da 24 a 27 euro.",
		"Aviso aos sócios: a quota sobe de 24 para 27 euros. Os estudantes pagam 18 euros.":                                      "Para os sócios|Quota|A quota sobe de 24 para 27 euros.",
	} {
		b := boardOfText(t, text)
		if s := b.Scenes; s[0].Label+"|"+s[0].Headline+"|"+s[1].Say != want {
			t.Errorf("%q opens with %q, %q, %q", text, s[0].Label, s[0].Headline, s[1].Say)
		}
	}
}

// A mark that opens an exclamation is not shown without the one that ends it, and a day is
// not drawn out of the middle of its clause.
func TestShownWhole(t *testing.T) {
	t.Parallel()
	b := boardOfText(t, "Vídeo para los socios sobre 2024. Crecimos mucho. Abrimos dos tiendas. ¡Gracias a todos!")
	for _, s := range b.Scenes {
		for _, x := range append([]string{s.Headline, s.Action}, s.Overlay...) {
			if strings.Contains(x, "¡") != strings.Contains(x, "!") {
				t.Errorf("shows %q", x)
			}
		}
	}
	for code, s := range map[string]string{"de": "Die Umstellung ist bis 1. Juni fertig.", "nl": "De overgang is uiterlijk 1 juni klaar."} {
		w := &telling.Writer{Wording: tongue.For(code), Lang: code, Brief: prompt.Parse("Video about tea. It is hot.")}
		bt := &telling.Beat{Words: []string{s}}
		if w.Shape(bt, s); bt.Figure != nil {
			t.Errorf("%q draws %q under %q", s, telling.FigureText(bt.Figure), bt.Label)
		}
	}
}
