package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// spokenBy is what a prompt's points and scenes say, one to a line.
func spokenBy(b *brief.Brief) string {
	var out []string
	for _, sc := range b.Scenes {
		out = append(out, sc.Say)
	}
	for _, pt := range b.Points {
		out = append(out, pt.Text)
		if pt.Form == brief.Ask {
			out = append(out, pt.Said)
		}
	}
	return strings.Join(out, "\n")
}

// TestFieldsBehindTheHeadOfAScene: a scene may be told in one line.
func TestFieldsBehindTheHeadOfAScene(t *testing.T) {
	t.Parallel()
	b := Parse("Scene 1 (5s): Title card. VO: \"The Tin Museum is back.\"\nScene 2: Presenter. VO: \"We reopen on 6 June.\"\nLower third: Ruth Abara, Director\nScene 3: B-roll, motion graphics: three cards: 9 rooms, 1 café. VO: \"Nine rooms and a café.\"")
	var got []string
	for _, s := range b.Scenes {
		got = append(got, s.Say+"|"+s.Visual)
	}
	want := "The Tin Museum is back.|;We reopen on 6 June.|;Nine rooms and a café.|three cards: 9 rooms, 1 café."
	b2 := Parse("SCENE 1 - hook: VO \"It always rains when you forget it.\" (close-up of wet shoes)\nSCENE 2 - product on white. Text on screen: \"198 g\". VO \"Nimbus weighs 198 grams.\"\nSCENE 3 - CTA: \"Stay dry for 39 dollars. nimbus.example\"")
	var said []string
	for _, s := range b2.Scenes {
		said = append(said, s.Say)
	}
	if s := strings.Join(said, "|"); s != "It always rains when you forget it.|Nimbus weighs 198 grams.|Stay dry for 39 dollars. nimbus.example" || len(b2.Scenes) == 3 && strings.Join(b2.Scenes[1].Screen, "") != "198 g" {
		t.Errorf("%q %+v", s, b2.Scenes)
	}
	if s := strings.Join(got, ";"); s != want || b.Scenes[1].LowerThird != "Ruth Abara, Director" || b.Scenes[0].Seconds != 5 {
		t.Errorf("%q, want %q; %+v", s, want, b.Scenes)
	}
}

func TestLayouts(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		text  string
		level int
		said  string
	}{
		"a table of scenes": {"| Scene | Visual | Voiceover | Time |\n|---|---|---|---|\n| 1 | Presenter | Most meetings have no agenda. | 0-5s |\n| 2 | Logo | Try Agendo. | 5-9s |",
			brief.Scenes, "Most meetings have no agenda.\nTry Agendo."},
		"time codes": {"0:00-0:06 Hook: \"Was it leaked?\"\n0:06-0:15 Visual: a lock VO: \"One key each.\"\nStyle: flat. No avatar.", brief.Scenes, "Was it leaked?\nOne key each."},
		"numbered scenes with dashes": {"Length - 20 sec\n\n#1 / intro / presenter\n\"Hello.\"\n\n#2 / b-roll\nVO - \"We open at seven.\"\ntext on screen - 7:00",
			brief.Scenes, "Hello.\nWe open at seven."},
		"directions in brackets": {"[Upbeat music]\nEver lost an afternoon?\n[Show sheet, zoom in on #REF! error]\nOne in five has an error. [SFX: ding]\n(camera pans left)\nInstall it today.",
			brief.Script, "Ever lost an afternoon?\nOne in five has an error.\nInstall it today."},
		"a pause": {"We tested it twice.\n(pause)\nIt held both times.\nThen we shipped it.", brief.Script, "We tested it twice.\n\U000f0032 It held both times.\nThen we shipped it."},
		"speakers": {"Two people.\n\nANNA: How long did it take?\nBEN: Forty minutes.\nANNA: And now?\nNARRATOR: Try it free.", brief.Script,
			"Two people.\nHow long did it take?\nForty minutes.\nAnd now?\nTry it free."},
		"questions and answers": {"Q: Do I need a roof?\nA: No.\n\nQ: Can I leave?\nA: Yes, any time.\n\nKeep it under a minute.", brief.Topic, "Do I need a roof?\nNo.\nCan I leave?\nYes, any time."},
		"word for word": {"Use this script word for word:\n\nGood morning, team.\nYou packed through the snow.\n\nNo background music. Add word captions. Blue theme.", brief.Script,
			"Good morning, team.\nYou packed through the snow."},
		"mot pour mot":  {"Utilise ce texte mot pour mot :\n« Bonjour à tous. Le magasin ferme lundi. »\nPrésentatrice souriante, fond clair, musique douce.", brief.Script, "Bonjour à tous.\nLe magasin ferme lundi."},
		"wort für wort": {"Verwende diesen Text Wort für Wort: „Guten Morgen. Heute öffnet die neue Kantine.“", brief.Script, "Guten Morgen.\nHeute öffnet die neue Kantine."},
		"small letters": {"so the card starts on 1 march. you get a stamp per coffee. no app needed. keep it fun, 20 secs", brief.Topic, "So the card starts on 1 march.\nYou get a stamp per coffee.\nNo app needed."},
	} {
		b := Parse(x.text)
		if got := spokenBy(b); !strings.EqualFold(got, x.said) || b.Level != x.level {
			t.Errorf("%s: level %d, want %d\n got %q\nwant %q", name, b.Level, x.level, got, x.said)
		}
	}
	if b := Parse("| Scene | Voiceover | Time |\n|---|---|---|\n| 1 | Hello. | 0-5s |\n| 2 | Bye. | 5-9s |"); b.Scenes[0].Seconds != 5 || b.Scenes[1].Seconds != 4 {
		t.Errorf("the table's times are %g and %g s", b.Scenes[0].Seconds, b.Scenes[1].Seconds)
	}
	for _, text := range []string{"Prices in a table.\n\n| Plan | Price |\n|---|---|\n| Basic | 9 |\n| Pro | 29 |", "Monday: laptop\nTuesday: buddy\nWednesday: first fix", "Read the [guide](https://a.example/g) today. It is short."} {
		if b := Parse(text); len(b.Scenes) > 0 || strings.Contains(spokenBy(b), "SCRIPT") || len(b.Notes) > 0 && strings.Contains(b.Notes[0].Text, "not spoken") {
			t.Errorf("%q is taken for a plan of scenes or a conversation: %+v", text, b.Notes)
		}
	}
}

func TestLanguagesAreTold(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Crea un video di 20 secondi per i saldi estivi del negozio Bottega Verdeluna. Sconti fino al 50% su scarpe e borse dal 6 al 20 luglio.": "it",
		"Crea un video de 20 segundos para las rebajas de la tienda. Descuentos de hasta el 50% en zapatos y bolsos del 6 al 20 de julio.":       "es",
		"Crie um vídeo de 20 segundos para a loja. Descontos de até 50% em sapatos e bolsas de 6 a 20 de julho. Use o cupom na finalização.":     "pt",
		"Crée une vidéo de 20 secondes pour les soldes du magasin. Jusqu'à 50 % sur les chaussures du 6 au 20 juillet, et la livraison offerte.": "fr",
	} {
		if got := Parse(text).Language; got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
