package commission_test

import (
	"regexp"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/commission"
)

// TestOrdersAbroad: orders of other languages by their parts; what is wanted of each are its
// fields with their words, one behind the other.
func TestOrdersAbroad(t *testing.T) {
	t.Parallel()
	people := regexp.MustCompile(`(?i)^(?:(?:el|los|las|les|nos|i|gli|os|unsere|den|allen|unserer?) )?(?:neuen |nouveaux )?(?:personal de almacén|clientes|clienti|clients|abonnés|nossos clientes|pacientes|saisonniers du camping|Azubis|Kita-Eltern|Ehrenamtlichen|Kunden|Kolleginnen)`)
	setting := regexp.MustCompile(`(?i)^(?:tono \p{L}+|kurz|freundlich)$`)
	sense := commission.Sense{People: people.MatchString, Setting: setting.MatchString}
	for _, c := range [][3]string{
		{"es", "Necesito un vídeo para formar al personal de almacén en el uso de la carretilla.", "train|al personal de almacén|en el uso de la carretilla"},
		{"es", "Haz un vídeo de 30 segundos para anunciar que nuestra clínica abre los sábados.", "announce||nuestra clínica abre los sábados|30 segundos"},
		{"es", "Para la reunión de delegados necesitamos un vídeo corto con los resultados del trimestre.", "||| corto|los resultados del trimestre|la reunión de delegados"},
		{"es", "Queremos que expliques en 40 segundos a los pacientes cómo preparar una colonoscopia: dieta blanda.", "explain|a los pacientes|cómo preparar una colonoscopia|en 40 segundos|dieta blanda."},
		{"fr", "Il nous faudrait une vidéo de présentation pour le lancement de notre gourde Nivéa 500.", "|||notre gourde Nivéa 500"},
		{"fr", "Pourriez-vous réaliser une vidéo d'environ 45 secondes à diffuser à l'accueil de notre résidence ?", "|||environ 45 secondes|l'accueil de notre résidence"},
		{"fr", "Besoin d'une vidéo pour accueillir les nouveaux saisonniers du camping.", "welcome|les nouveaux saisonniers du camping|"},
		{"it", "Crea un video di 45 secondi per presentare ai clienti la nuova app della Cassa Rurale.", "present|ai clienti|la nuova app della Cassa Rurale|45 secondi"},
		{"it", "Ci serve una clip verticale per Instagram sull'open day del nostro asilo.", "|||verticale|Instagram|open day del nostro asilo"},
		{"pt", "Cria um vídeo a convidar os nossos clientes para a prova de vinhos.", "invite|os nossos clientes|para a prova de vinhos"},
		{"pt", "Preciso de um vídeo de segurança para quem trabalha em altura.", "|quem trabalha em altura|"},
		{"de", "Könnt ihr uns bitte ein Video machen, das den neuen Kita-Eltern erklärt, wie die Eingewöhnung abläuft?", "explain|den neuen Kita-Eltern|wie die Eingewöhnung abläuft"},
		{"de", "Wir hätten gern einen Film, in dem wir uns bei allen Ehrenamtlichen für ihren Einsatz bedanken.", "thank|allen Ehrenamtlichen|ihren Einsatz"},
		{"de", "Clip zum Tag der offenen Tür am 20. September machen.", "|||Tag der offenen Tür am 20. September"},
		{"de", "Für unser Sommerfest am 5. Juli brauchen wir ein Einladungsvideo von ca. 30 Sekunden.", "|||unser Sommerfest am 5. Juli|ca. 30 Sekunden"},
	} {
		o, ok := commission.ReadIn(c[0], c[1], sense)
		if !ok {
			t.Errorf("%q is no order", c[1])
			continue
		}
		got := strings.Join(append(append([]string{o.Act, o.Viewers, o.Object, o.Topic, o.Thing, o.Occasion, o.Rest}, o.Settings...), o.Places...), "|")
		for i, x := range strings.Split(c[2], "|") {
			if x = strings.TrimSpace(x); i == 0 && x != o.Act || i == 1 && x != o.Viewers || i == 2 && x != o.Object || !strings.Contains(got, x) {
				t.Errorf("%q lacks %q: %s", c[1], x, got)
			}
		}
	}
	for _, c := range [][2]string{
		{"es", "El vídeo de seguridad de la planta dura diez minutos."},
		{"de", "Das Video ist fertig und steht im Intranet."},
		{"fr", "La vidéo la plus regardée parle de couteaux."},
	} {
		if o, ok := commission.ReadIn(c[0], c[1], sense); ok && o.Framed {
			t.Errorf("%q is an order: %+v", c[1], o)
		}
	}
}
