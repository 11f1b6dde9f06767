package prompt

import (
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// A wish for a video is understood wherever it stands and however it is put, and leaves the
// facts around it alone.
func TestRequested(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		seconds               float64
		shape, audience, says string
	}{
		"Für unsere Stadtbücherei brauchen wir einen 40-Sekunden-Clip über die neue Leihothek. Die Ausleihe ist kostenlos.":                  {40, "", "", "Die Ausleihe ist kostenlos."},
		"La mairie organise sa fête. Chacun apporte un plat. Faites-en une vidéo joyeuse de 40 secondes, format carré.":                      {40, "square", "", "La mairie organise sa fête. / Chacun apporte un plat."},
		"Wir, die Stadtwerke Lindau, brauchen ein Video (60 Sekunden) für Haushaltskunden: So lesen Sie Ihre Rechnung. Sie hat zwei Seiten.": {60, "", "Haushaltskunden", "Sie hat zwei Seiten."},
		"نريد فيديو توعويا مدته دقيقة واحدة لموظفي البنك عن كلمات المرور. غيّر كلمة المرور كل 90 يوما.":                                      {60, "", "موظفي البنك", "غيّر كلمة المرور كل 90 يوما."},
		"Vídeo de 30 segundos para los socios. La piscina abre el lunes. Al final, mostrar \"Nos vemos\".":                                   {30, "", "los socios", "La piscina abre el lunes. / Nos vemos"},
	} {
		b := Parse(text)
		if b.Seconds != want.seconds || b.Orientation != want.shape || b.Audience != want.audience || textOf(b) != want.says {
			t.Errorf("%q: %g s, %q, for %q, says %q", text, b.Seconds, b.Orientation, b.Audience, textOf(b))
		}
	}
}

// Steps that are counted off in running text are steps.
func TestStepped(t *testing.T) {
	t.Parallel()
	b := Parse("Tutoriel de 50 secondes : renvoyer un colis. Étape 1 : ouvrez « Mes commandes ». Étape 2 : choisissez l'article. Étape 3 : déposez le colis. Le retour est gratuit.")
	for _, p := range b.Points {
		if p.Form == brief.Steps && len(p.Items) == 3 {
			return
		}
	}
	t.Errorf("no steps: %+v", b.Points)
}
