package prompt

import "testing"

// An order to compare, to recommend or to invite is said to the viewers, and two things that
// follow an order to compare them stand side by side.
func TestAnnounced(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, title, says string }{
		{"Compara dos planes de gimnasio. Plan Básico: 24,90 € al mes, sala, sin clases. Plan Total: 39,90 € al mes, sala, piscina. Recomienda el Total a quien vaya a menudo.", "Plan Básico vs. Plan Total", "Comparamos dos planes de gimnasio. /  / Recomendamos el Total a quien vaya a menudo."},
		{"Vergelijk huren en leasen van een werkbus. Huren: 45 euro per dag, geen contract. Leasen: 389 euro per maand, 48 maanden.", "Huren vs. Leasen", "We vergelijken huren en leasen van een werkbus. / "},
		{"Explique aos novos motoristas como registrar uma entrega. Termine convidando todos para o treinamento de sábado.", "", "como registrar uma entrega / Convidamos todos para o treinamento de sábado."},
		{"Haz un vídeo del nuevo sistema de citas. La espera es de 5 minutos. Termina invitando a todos los vecinos a la jornada de puertas abiertas.", "", "La espera es de 5 minutos. / Invitamos a todos los vecinos a la jornada de puertas abiertas."},
		{"Crie um vídeo para clientes da Padaria Sol. Dia 25 fechamos. Deseje boas festas.", "", "Dia 25 fechamos. / Desejamos boas festas."},
		{"Maak een video over ons inleverpunt. Open op zaterdag van 9 tot 12 uur. Sluit af met een uitnodiging.", "", "Open op zaterdag van 9 tot 12 uur."},
		{"צרו סרטון של 40 שניות לעובדים חדשים. הציוד מגיע תוך 3 ימים. סיימו בהזמנה לפנות לשירות.", "", "הציוד מגיע תוך 3 ימים. / אתם מוזמנים לפנות לשירות."},
	} {
		b := Parse(c.text)
		if got := textOf(b); got != c.says || c.title != "" && b.Title != c.title {
			t.Errorf("%q: %q says %q, want %q: %q", c.text, b.Title, got, c.title, c.says)
		}
	}
}

// Who speaks a language is no direction to use it, and Japanese in Chinese characters is
// Japanese.
func TestNationals(t *testing.T) {
	t.Parallel()
	b := Parse("Chaque année, un Français jette trente kilos de nourriture. Nous, on en a eu assez. On récupère les légumes moches.")
	if len(b.Points) != 3 || b.Points[0].Text != "Chaque année, un Français jette trente kilos de nourriture." {
		t.Errorf("says %q", textOf(b))
	}
	if b := Parse("【社内連絡】11月の営業報告\n・新規顧客：34社\n・解約：3社"); b.Language != "ja" {
		t.Errorf("language %q", b.Language)
	}
}

// A length behind those to whom something is explained is the video's.
func TestLengthAmidOrder(t *testing.T) {
	t.Parallel()
	b := Parse("Erkläre Hundehaltern in 30 Sekunden, warum an der Ostsee Leinenpflicht gilt. Bußgeld 35 Euro.")
	if b.Seconds != 30 || b.Audience != "Hundehalter" {
		t.Errorf("%g s for %q: %q", b.Seconds, b.Audience, textOf(b))
	}
}
