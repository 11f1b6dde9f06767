package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// Briefs as people type them: kinds of video without a verb, chat spellings, slips,
// decoration.
func TestTypedBriefs(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		subject, audience, said string
		seconds                 float64
		level                   int
	}{
		"Incident review video for the platform team. The API was down.":                                                                                               {"incident review", "the platform team", "The API was down.", 0, brief.Topic},
		"Quick start video for the Nestly smart plug. Plug it in. Scan it.":                                                                                            {"the Nestly smart plug", "", "Plug it in.\nScan it.", 0, brief.Topic},
		"Investor update Q2, 60s. Revenue grew. We hired two people.":                                                                                                  {"", "", "Revenue grew.\nWe hired two people.", 60, brief.Topic},
		"Internal message from our COO, Daniel Reyes. 40s, sober. We are closing the Leeds shop.":                                                                      {"", "", "We are closing the Leeds shop.", 40, brief.Topic},
		"Real estate video for 14 Orchard Lane, Bath. 40 seconds, calm piano. It has four bedrooms.":                                                                   {"14 Orchard Lane, Bath", "", "It has four bedrooms.", 40, brief.Topic},
		"hey can u make a vid for our dental practise?? we got a new scanner, no more gooey impressions!! call 0161 555 0142. keep it fun, vertical pls, like 25 secs": {"our dental practise", "", "We got a new scanner, no more gooey impressions!\nCall 0161 555 0142.", 25, brief.Topic},
		"plz creat a trainning vidoe for warehouse staff abt lifting boxes, 1 min. bend ur knees. dont twist. ask for help w/ heavy loads.":                            {"lifting boxes", "warehouse staff", "Bend your knees.\nDon't twist.\nAsk for help with heavy loads.", 60, brief.Topic},
		"Explain why the sky is blue to 10 year olds, 45 seconds. Air scatters blue light.":                                                                            {"", "10 year olds", "why the sky is blue\nAir scatters blue light.", 45, brief.Topic},
		"Create a 30 second video in Spanish for our clients in Mexico City. Abrimos también los domingos. El estacionamiento es gratis para todos los pacientes.":     {"", "our clients in Mexico City", "Abrimos también los domingos.\nEl estacionamiento es gratis para todos los pacientes.", 30, brief.Topic},
		"Une vidéo de 30 secondes pour la boulangerie Petit Four. Nous sommes ouverts du mardi au dimanche.":                                                           {"la boulangerie Petit Four", "", "Nous sommes ouverts du mardi au dimanche.", 30, brief.Topic},
		"Film 30 sekund po polsku. Nowa linia rusza 1 września. Jedzie co sześć minut przez całe miasto.":                                                              {"", "", "Nowa linia rusza 1 września.\nJedzie co sześć minut przez całe miasto.", 30, brief.Topic},
		"🎉 Big news! 🎉 Loomi 3.0 is here 🚀\n\n✅ Offline mode\n✅ Shared boards\n❌ No more ads\n\n📅 It rolls out on Monday.\n\n30 sec, square, no avatar":                {"", "", "Big news!\nLoomi 3.0 is here.\nOffline mode|Shared boards|No more ads\nIt rolls out on Monday.", 30, brief.Topic},
		"Recipe video: shakshuka for two. 40 seconds. Heat the oil. No talking head.":                                                                                  {"shakshuka for two", "", "Heat the oil.", 40, brief.Topic},
	} {
		b := Parse(text)
		var said []string
		for _, pt := range b.Points {
			s := pt.Text
			if len(pt.Items) > 0 {
				var it []string
				for _, x := range pt.Items {
					it = append(it, x.Title)
				}
				s = strings.Join(it, "|")
			}
			said = append(said, s)
		}
		got := strings.Join(said, "\n")
		if got != want.said || !strings.EqualFold(b.Subject, want.subject) || b.Audience != want.audience || b.Seconds != want.seconds || b.Level != want.level {
			t.Errorf("%q\nsays %q,\nwant %q; level %d, subject %q, audience %q, %g s", text, got, want.said, b.Level, b.Subject, b.Audience, b.Seconds)
		}
	}
	if b := Parse("Internal message from our COO, Daniel Reyes. 40s. We are closing the Leeds shop."); b.Presenter.Name != "Daniel Reyes" || b.Presenter.Role != "COO" {
		t.Errorf("the presenter is %+v", b.Presenter)
	}
	if b := Parse("Film 30 sekund po polsku. Nowa linia rusza 1 września. Jedzie co sześć minut."); b.Language != "pl" {
		t.Errorf("Polish is taken for %s", b.Language)
	}
	if b := Parse("Real estate video for 14 Orchard Lane. 40 seconds, calm piano. It has four bedrooms."); b.Music.Mood == "" {
		t.Error("the piano is not heard")
	}
}

// No fact is lost because it looks like an order about the production, and what is an
// order and not understood is noted.
func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Topic: Composting\nKey points:\n- Mix green and brown waste\n- Keep it moist like a wrung-out sponge\n- Turn it every two weeks":                            "Keep it moist like a wrung-out sponge",
		"Maak een video van 30 seconden voor huurders. Zet uw planten weg. Houd de kamers vrij. Het werk duurt drie dagen.":                                          "Houd de kamers vrij",
		"Create a 20-second Reel for FitBarn.\nHook: \"Still paying for a gym you never visit?\"\n- No contract\n- 24/7 access\n- 40 classes a week\nCTA: Try a day": "No contract",
	} {
		b := Parse(text)
		found := false
		for _, pt := range b.Points {
			found = found || strings.Contains(pt.Text, want)
			for _, it := range pt.Items {
				found = found || strings.Contains(it.Title, want)
			}
		}
		if !found {
			t.Errorf("%q is lost: %+v", want, b.Points)
		}
	}
	for text, want := range map[string]string{
		"Make a 30 second video about bees. Keep it short and sweet. Bees dance.":                                    "",
		"Make a 30 second video about bees. Bees dance. Use a dolly zoom over the meadow.":                           "dolly zoom",
		"Make a 30 second video about bees.\nDON'T: mention wasps\nBees dance.":                                      "mention wasps",
		"Make a 30 second video about bees.\nCAMERA: slow pan over a meadow\nBees dance. They find flowers.":         "slow pan",
		"Make a 30 second video about bees.\nSTYLE: Swiss Pulse. Helvetica-like type. Grain.\nBees dance. They fly.": "Grain",
	} {
		b := Parse(text)
		all := ""
		for _, n := range b.Notes {
			all += n.Text + "\n"
		}
		if want == "" && strings.Contains(all, "nothing of it") || want != "" && !strings.Contains(all, want) {
			t.Errorf("%q: the notes are %s", text, all)
		}
	}
}

// A list in a list: the outer items head the inner ones.
func TestNestedLists(t *testing.T) {
	t.Parallel()
	b := Parse("Onboarding video, 60 seconds, for new baristas.\n\n1. Before your shift\n   - Clock in on the tablet\n   - Wash your hands\n2. During your shift\n   - Greet every guest\n   - Purge the steam wand\n\nAsk your shift lead anything.")
	if len(b.Points) < 2 || b.Points[0].Text != "Before your shift" || len(b.Points[0].Items) != 2 || b.Points[1].Text != "During your shift" || b.Points[1].Items[1].Title != "Purge the steam wand" {
		t.Errorf("%+v", b.Points)
	}
	b = Parse("Create a 20 second video for FitBarn.\n- No contract\n- £19 a month\n  - students: £14\n  - over 60s: £12\n- 24/7 access\n- 40 classes a week")
	if len(b.Points) != 1 || len(b.Points[0].Items) != 4 || !strings.Contains(b.Points[0].Items[1].Title+b.Points[0].Items[1].Body, "students £14") {
		t.Errorf("%+v", b.Points)
	}
}
