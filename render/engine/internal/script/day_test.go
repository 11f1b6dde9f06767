package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// A day that a sentence turns on has a card of its own, whatever the language's order
// of words, unless a stronger figure stands beside it.
func TestDaysAreShown(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ prompt, words, label, text, suffix, below string }{
		{"Recall video, 40 s. The handle of the Kettlr K2 kettle may come loose. Return it to any shop. We refund every kettle. Deadline: 3 March.", "3 March", "Deadline", "3", "March", ""},
		{"Create a 30 second video for our dental practice. We have a new scanner. It hurts nobody. Only Nov 27-30: free whitening with every check-up. Book at smile.example.", "27-30", "Free whitening with every check-up", "27–30", "Nov", ""},
		{"Internal message, 40 s, from our COO. The Leeds warehouse closes. Everyone gets three months of pay. Talk to HR by Friday 12 June. This is our decision.", "Friday 12 June", "Talk to HR", "12", "June", "Friday"},
		{"Erstelle ein Video von 30 Sekunden für Mieter. Wir ersetzen die Fenster. Das Haus bekommt eine neue Tür. Die Arbeiten beginnen am 3. Mai. Fragen beantwortet die Hausverwaltung.", "3. Mai", "Die Arbeiten beginnen", "3.", "Mai", ""},
		{"Crea un video de 30 segundos para clientes de la clínica Sol. Tenemos nuevas salas. La entrada está en la calle Mayor. Desde el 1 de julio abrimos también los domingos. Reserva en clinicasol.example.", "1 de julio", "Desde el", "1", "de julio", "abrimos también los domingos"},
	} {
		s := sceneOf(t, tt.prompt, tt.words)
		f := s.Figure
		if s.Kind == scene.Presenter {
			if !strings.Contains(strings.Join(s.Overlay, " "), strings.TrimSpace(tt.text+" "+tt.suffix)) && !strings.Contains(strings.Join(s.Overlay, " "), tt.words) {
				t.Errorf("%q: the day is not shown: %q", tt.words, s.Overlay)
			}
			continue
		}
		if s.Kind != scene.Number || f == nil || f.Text != tt.text || f.Suffix != tt.suffix || s.Label != tt.label || s.Subtitle != tt.below {
			t.Errorf("%q is drawn as %s %q %+v %q", tt.words, s.Kind, s.Label, f, s.Subtitle)
		}
	}
	if s := sceneOf(t, "Incident review, 30 s. We lost a certificate. Nobody noticed. On 12 May the shop was down for 47 minutes. An alert now warns us.", "12 May"); s.Figure != nil && s.Figure.Text != "47" {
		t.Errorf("the day hides the figure: %+v", s.Figure)
	}
}

// Two figures with their years are a chart, not one number.
func TestDatedChange(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"Failed deploys fell from 41 in 2021 to 29 in 2022.", "Failed deploys: 41 in 2021, 29 in 2022."} {
		got := sceneOf(t, "Incident review video for the platform team, 30 s. We changed how we ship. "+s+" We keep going.", "29 in 2022").Series
		if got == nil || len(got.Values) != 2 || got.Values[0] != 41 || got.Values[1] != 29 || got.Labels[1] != "2022" || *got.Focus != 1 {
			t.Errorf("%q is drawn as %+v", s, got)
		}
	}
}

// Short orders one behind the other are the steps of a process; rules are not.
func TestOrdersInARow(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Create a 30 second video for the Nestly smart plug. Plug it in. Scan the code. Done. It works with any phone.", "Scan the code")
	if s.Kind != scene.Process && s.Kind != scene.Points || len(s.Items) != 3 || s.Items[2].Title != "Done" {
		t.Errorf("three steps are drawn as %s %+v", s.Kind, s.Items)
	}
	s = sceneOf(t, "Create a 30 second training video about passwords. Never share your password. Lock your screen. Report strange mails. The hotline is open all day.", "Lock your screen")
	if s.Kind == scene.Process {
		t.Errorf("rules are drawn as steps: %+v", s.Items)
	}
}

// A limit among orders is no step: its figure has a scene of its own.
func TestFiguresLeaveRows(t *testing.T) {
	t.Parallel()
	s := sceneOf(t, "Create a 60 second video about your inhaler. Shake it well. Rinse your mouth afterwards. Do not use more than 8 puffs in 24 hours. Call a doctor if your lips turn blue.", "8 puffs")
	if s.Kind != scene.Number || s.Figure.Text != "8" {
		t.Errorf("the limit is drawn as %s %+v", s.Kind, s.Items)
	}
	s = sceneOf(t, "Create a 60 second video about your oven. Open the door. Wait for 10 seconds. Close it. Turn the dial. It beeps when it is ready.", "10 seconds")
	if len(s.Items) != 4 {
		t.Errorf("the steps are drawn as %s %+v", s.Kind, s.Items)
	}
}

// Days and numbers to call name something: they are shown and do not count up.
func TestFiguresThatNameStandStill(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		prompt, words, label, text string
		still                      bool
	}{
		{"Make a 45-second video for tenants about the boiler swap. Work starts May 26. Hot water is back in 4 days. The caretaker helps.", "May 26", "Work starts", "26", true},
		{"Make a 45-second video for tenants about the boiler swap. Work starts May 26. Hot water is back within 90 minutes. The caretaker helps.", "90 minutes", "Hot water is back", "90", false},
		{"Recruitment video for volunteers at the Lakeside film festival, 60 seconds. Every volunteer gets a T-shirt and a meal. Shifts last four hours. Training is on 2 June. Sign up at lakeside.example.", "2 June", "Training", "2", true},
		{"Create a 40-second explainer about staff emergencies. Leave the building. In an emergency dial 112. The assembly point is the car park.", "112", "In an emergency dial", "112", true},
		{"Create a 40-second video about our sales team. They love the phone. Every day they call 340 customers. Half of them buy.", "340", "Every day they call", "340", false},
		{"Erstelle ein Video von 30 Sekunden für Mieter. Wir ersetzen die Fenster. Das Haus bekommt eine neue Tür. Die Arbeiten beginnen am 3. Mai. Fragen beantwortet die Hausverwaltung.", "3. Mai", "Die Arbeiten beginnen", "3.", true},
	} {
		s := sceneOf(t, tt.prompt, tt.words)
		if s.Kind != scene.Number || s.Figure == nil || s.Figure.Text != tt.text || s.Figure.Still != tt.still || s.Label != tt.label {
			t.Errorf("%q is drawn as %s %q %+v", tt.words, s.Kind, s.Label, s.Figure)
		}
	}
}
