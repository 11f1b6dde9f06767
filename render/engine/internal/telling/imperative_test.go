package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// Three orders in one sentence are steps, whoever is spoken to; things, and what somebody
// does, are none.
func TestOrdersInOneSentenceAreSteps(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ code, sentence, steps string }{
		{"de", "Füllt den Wassertank, stellt die Tasse darunter, lasst die Maschine vorheizen.", "1 Füllt den Wassertank | 2 Stellt die Tasse darunter | 3 Lasst die Maschine vorheizen"},
		{"de", "Trenne den Müll, spüle die Gläser aus und bring alles zum Hof.", "1 Trenne den Müll | 2 Spüle die Gläser aus | 3 Bring alles zum Hof"},
		{"de", "Schrauben Sie den Deckel ab, entnehmen Sie den Filter und spülen Sie ihn aus.", "1 Schrauben Sie den Deckel ab | 2 Entnehmen Sie den Filter | 3 Spülen Sie ihn aus"},
		{"es", "Llenad el depósito, colocad la taza debajo y esperad a que se caliente.", "1 Llenad el depósito | 2 Colocad la taza debajo | 3 Esperad a que se caliente"},
		{"es", "Corta las verduras, añade el caldo y remueve bien.", "1 Corta las verduras | 2 Añade el caldo | 3 Remueve bien"},
		{"fr", "Remplissez le réservoir, posez la tasse dessous et laissez chauffer la machine.", "1 Remplissez le réservoir | 2 Posez la tasse dessous | 3 Laissez chauffer la machine"},
		{"it", "Riempite il serbatoio, mettete la tazza sotto e lasciate scaldare la macchina.", "1 Riempite il serbatoio | 2 Mettete la tazza sotto | 3 Lasciate scaldare la macchina"},
		{"pt", "Encha o reservatório, coloque a xícara embaixo e deixe a máquina aquecer.", "1 Encha o reservatório | 2 Coloque a xícara embaixo | 3 Deixe a máquina aquecer"},
		{"de", "Das Team plant die Feste, pflegt den Garten und hilft den Nachbarn.", ""},
		{"de", "Mit den Kindern, für die Eltern und ohne die Hunde.", ""},
		{"es", "Calidad en la cocina, variedad en la carta y ciudad a la vista.", ""},
		{"fr", "Un repas chez vous, un nez rouge et assez de pain.", ""},
		{"it", "Patate lesse, carote tritate e rete metallica.", ""},
		{"pt", "Visita a Sintra, subida a Monserrate e volta a Lisboa.", ""},
	} {
		w := &Writer{Wording: tongue.For(c.code), Lang: c.code, Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{Words: []string{c.sentence}}
		w.Inline(b, c.sentence)
		got := ""
		if b.Kind == scene.Process {
			var all []string
			for _, it := range b.Items {
				all = append(all, strings.TrimSpace(it.Label+" "+it.Title+" "+it.Value))
			}
			got = strings.Join(all, " | ")
		}
		if got != c.steps {
			t.Errorf("%q is drawn as %s %q", c.sentence, b.Kind, got)
		}
	}
}
