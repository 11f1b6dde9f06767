package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// Heads with a dot behind their number, and fields of what is seen and heard, are a plan.
func TestDottedHeadsAreAPlan(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: `# Storyboard: Ferry pass

**Settings**
- Length: 25 s

## 1 · Hook (5 s)
- **Seen:** full-screen "£38 a week", shatters
- **Heard:** "Thirty-eight pounds a week to cross one mile of water."

## 2 · The pass (10 s)
- **Seen:** price ladder: Day £6.50 → Week £24 → Month £79
- **Heard:** "A day is six fifty, a week twenty-four, a month seventy-nine."

## 3 · 08:00 handover (10 s)
- **Seen:** timeline 07:40 board, 08:00 handover, 08:20 desk
- **Heard:** "Board at seven forty, hand over at eight, at your desk by eight twenty."`}})
	if len(b.Scenes) != 3 || b.Scenes[0].Headline != "£38 a week" || len(b.Scenes[1].Items) != 3 || b.Scenes[1].Items[0].Title != "Day £6.50" || len(b.Scenes[2].Items) != 3 || b.Scenes[2].Items[0].Label != "07:40" {
		t.Errorf("%+v", b.Scenes)
	}
}

// What is said in a scene of one line stands between sentences of what is seen.
func TestSaidWithinALine(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: `Szenenplan „Lehre bei Holzmann“ | 30 Sekunden

1. Einstieg (5 Sek.): Sprecherin im Vollbild. „Du willst was mit den Händen machen?“
2. Zahlen (10 Sek.): Große Zahl: 1.050 € im ersten Jahr. „Im ersten Jahr bekommst du tausendfünfzig Euro.“ Zahlen zählen hoch.
3. Schluss (8 Sek.): Logo, „Bewirb dich bis 31. März“, holzmann.example. „Bewirb dich bis zum einunddreißigsten März.“ Harter Schnitt davor.`}})
	if len(b.Scenes) != 3 || b.Scenes[1].Say != "Im ersten Jahr bekommst du tausendfünfzig Euro." || b.Scenes[2].Say != "Bewirb dich bis zum einunddreißigsten März." {
		t.Errorf("%+v", b.Scenes)
	}
}

// The length of a scene stands by itself, and minutes in its picture are none; settings
// below a list of data are not spoken; a time of day is no figure.
func TestLengthsAndSettingsOfPlans(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Escena 1. Gancho. 5 segundos. Texto: «¿Y si el autobús viniera a ti?». Locutora: «El autobús viene a ti.»\nEscena 2. Datos. 9 segundos. Gráfico de barras: 2023 12 min, 2024 9 min, 2025 6 min. Locutora: «La espera bajó de doce a seis minutos.»\nEscena 3. Cierre. 6 segundos. Logo centrado. Locutora: «Pídelo hoy.»"}})
	if b.Scenes[1].Seconds != 9 || b.Scenes[2].Seconds != 6 || b.Seconds > 30 {
		t.Errorf("%g s of %g s", b.Scenes[1].Seconds, b.Seconds)
	}
	b = write(t, Request{Spec: manifest.Spec{PositivePrompt: "scenes:\n  - type: title\n    headline: Heat pumps\n    vo: \"What does a heat pump cost?\"\n  - type: cta\n    headline: Book a survey\n    vo: \"Book a survey.\"\nvoice: {gender: female}"}})
	if b.Scenes[1].Say != "Book a survey." || b.Voice.Gender != "female" {
		t.Errorf("%q, voice %+v", b.Scenes[1].Say, b.Voice)
	}
	b = write(t, Request{Spec: manifest.Spec{PositivePrompt: "Shot 1 | 5s | Black background, the clock \"22:00\" pops in | VO: \"At ten the doors open again.\"\nShot 2 | 5s | Logo | VO: \"Buy a ticket tonight.\""}})
	if s := b.Scenes[0]; s.Headline != "22:00" || s.Figure != nil {
		t.Errorf("%+v", s)
	}
	b = write(t, Request{Spec: manifest.Spec{PositivePrompt: "Plan 1 (6 s) : carte de titre. « Un tiers de la poubelle nourrit un balcon. » Fondu enchaîné.\nPlan 2 (10 s) : gros chiffre 90 kg sur fond vert. « Quatre-vingt-dix kilos par an et par personne. » Le chiffre monte depuis zéro."}})
	if b.Scenes[1].Say != "Quatre-vingt-dix kilos par an et par personne." {
		t.Errorf("%q", b.Scenes[1].Say)
	}
}

// A presenter's line has their name, their post, their looks and their side, in any order.
func TestPresenterOfAPlan(t *testing.T) {
	t.Parallel()
	plan := "\n\nSCENE 1 — A-ROLL (8s)\nVisual: medium shot\nVO: \"Nobody likes to wait with a toothache.\"\n\nSCENE 2 — OUTRO (8s)\nVisual: Lena on camera\nVO: \"Write to me. I will answer.\""
	for line, want := range map[string][2]string{
		"AVATAR: Lena, receptionist (woman, 30s), left side": {"receptionist", "left"},
		"PRESENTER: Lena (woman, 30s), on the right":         {"", "right"},
		"PRESENTER: Lena, Empfang, links":                    {"Empfang", "left"},
	} {
		b := write(t, Request{Spec: manifest.Spec{PositivePrompt: line + plan}})
		s := b.Scenes[0]
		if s.LowerThird == nil || s.LowerThird.Name != "Lena" || s.LowerThird.Role != want[0] || s.Presenter != want[1] || b.Scenes[1].Kind != scene.Presenter {
			t.Errorf("%s: %+v, lower third %+v; scene 2 is %s", line, s, s.LowerThird, b.Scenes[1].Kind)
		}
	}
}

// Data of charts between commas, with the unit of all behind the last one.
func TestChartsBetweenCommas(t *testing.T) {
	t.Parallel()
	for picture, unit := range map[string]string{
		"line chart, injuries per month, Jan 5, Feb 3, Mar 0":               "",
		"bar chart of tank sizes: small 140, middle 260, large 490 (euros)": "euros",
	} {
		s := write(t, Request{Spec: manifest.Spec{PositivePrompt: "Scene 1 (4s)\nVisual: title card \"Hello\"\nVO: \"Hello.\"\n\nScene 2 (8s)\nVisual: " + picture + "\nVO: \"Look at the numbers of this year.\"\n\nScene 3 (4s)\nVisual: title card \"Bye\"\nVO: \"Goodbye to all of you.\"\n"}}).Scenes[1]
		if s.Series == nil || len(s.Series.Values) != 3 || unit != "" && s.Series.Unit != unit {
			t.Errorf("%s: %+v", picture, s.Series)
		}
	}
}

// Texts of the screen stay as they are written, and a source stands small.
func TestTextsOfPlansStayAsWritten(t *testing.T) {
	t.Parallel()
	b := write(t, Request{Spec: manifest.Spec{PositivePrompt: "| # | Visual | VO | On-screen text |\n|---|---|---|---|\n| 1 | title card | \"Rain is free.\" | RAIN IS FREE |\n| 2 | bar chart: small 140, middle 260, large 490 | \"A small tank costs a hundred and forty.\" | Prices incl. VAT |\n| 3 | donut chart: A 60 %, B 40 % | \"Most of them are small.\" | Source: survey, 2025 |\n"}})
	if b.Scenes[1].Headline != "Prices incl. VAT" || b.Scenes[2].Note != "Source: survey, 2025" || strings.Contains(b.Scenes[2].Headline, "Source") {
		t.Errorf("%q, %q, %q", b.Scenes[1].Headline, b.Scenes[2].Headline, b.Scenes[2].Note)
	}
}
