package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/prose"
)

func textOf(b *brief.Brief) string {
	var out []string
	for _, p := range b.Points {
		out = append(out, strings.TrimSpace(p.Text+" "+p.Said))
	}
	return strings.Join(out, " / ")
}

// What a message says to the agent alone is not said to its viewers, and a greeting below
// the order is.
func TestLetter(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Hallo zusammen,\n\nwir bräuchten ein Video von 45 Sekunden für unsere Mieter. Das Wasser wird abgestellt, z. B. in der Küche.\n\nViele Grüße\nHausverwaltung Brandt GmbH": "Das Wasser wird abgestellt, z. B. in der Küche.",
		"Boa tarde!\n\nPreciso de um vídeo de 30 segundos para os moradores. A água será cortada na terça.\n\nAtenciosamente,\nSíndica Lúcia":                                      "A água será cortada na terça.",
		"Vidéo de 30 secondes, sans musique.\n\nChers parents,\n\nLa cantine ouvre lundi.":                                                                                         "Chers parents ! / La cantine ouvre lundi.",
		"Haz un vídeo de 30 segundos. Abrimos tienda en EE. UU. y México. La sede es Lince, S.A. en Vigo.":                                                                         "Abrimos tienda en EE. UU. y México. / La sede es Lince, S.A. en Vigo.",
	} {
		if got := textOf(Parse(text)); got != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
}

// A heading that asks is asked; one whose verb comes last is no question.
func TestQuestionHead(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"es:Qué pasó": "¿Qué pasó?", "es:A quién afectó": "¿A quién afectó?", "de:Was ist passiert": "Was ist passiert?", "de:Was wir getan haben": "", "de:Warum": "Warum?",
		"fr:Pourquoi": "Pourquoi ?", "fr:Comment faire": "", "it:Cosa cambia": "Cosa cambia?", "pt:Por que": "Por quê?", "nl:Wat we doen": "", "nl:Wat is er gebeurd": "Wat is er gebeurd?", "it:Nota": "",
	} {
		code, label, _ := strings.Cut(s, ":")
		p := &parser{b: &draft{}, t: grammar.Tongues[code]}
		if got := p.questionHead(label); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// What a heading says of the video is an order, in any language.
func TestTitledHead(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"Quartalszahlen Q2 für die Belegschaft, 60 Sekunden, ruhiger Ton:\n- Umsatz: 48 Mio. €\n- Gewinn: 4 Mio. €":        {"Quartalszahlen Q2", "60", ""},
		"Offre d'emploi en vidéo, 30 secondes, format carré : la boulangerie Marchetti recrute un boulanger. Bon salaire.": {"", "30", "square"},
	} {
		b := Parse(text)
		if b.Title != want[0] || b.Seconds != prose.Decimal(want[1]) || b.Orientation != want[2] {
			t.Errorf("%q: %q, %g s, %q", text, b.Title, b.Seconds, b.Orientation)
		}
	}
}

// Who is greeted in a letter that a video is made of is greeted in the video; who is
// greeted in an order is not.
func TestGreetingsOfReaders(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][4]string{ // said, salute, who speaks, their company
		"Dear colleagues,\n\nAs of 1 July we move to Canal Street. Please pack your desk by Thursday.":                                                                                          {"Dear colleagues. / As of 1 July we move to Canal Street. / Please pack your desk by Thursday.", "", "", ""},
		"Hi all, from Monday the car park is closed. Please use the one behind the school.":                                                                                                     {"Hi all. / From Monday the car park is closed. / Please use the one behind the school.", "", "", ""},
		"Turn this email into a 40 second video:\n\nHi Priya,\n\nOur tags count every sheet at the door. Would you have 20 minutes on Thursday?\n\nBest,\nMarcus Hale\nTagwell":                 {"Our tags count every sheet at the door. / Would you have 20 minutes on Thursday?", "Hi Priya", "Marcus Hale", "Tagwell"},
		"Please make a 30 second video of this notice.\n\nDear residents,\n\nThe lift is out of service from 4 to 8 May. Please use the lift in house A.\n\nKind regards,\nProperty Management": {"Dear residents. / The lift is out of service from 4 to 8 May. / Please use the lift in house A.", "", "", ""},
		"Hi team,\n\ncould you make a 30 second video about our summer party? It is on 4 July in the yard.\n\nThanks,\nLea":                                                                     {"It is on 4 July in the yard.", "", "", ""},
	} {
		b := Parse(text)
		if got := [4]string{textOf(b), b.Salute, b.Presenter.Name, b.Presenter.Role}; got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", text, got, want)
		}
	}
}
