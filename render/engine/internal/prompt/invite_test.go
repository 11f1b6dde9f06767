package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

func TestInvitations(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{ // audience, subject, when
		"Haz un vídeo para invitar a los vecinos a la Feria del Libro de Almansa, del 10 al 14 de mayo. La entrada es gratuita.": {"los vecinos", "la Feria del Libro de Almansa", "del 10 al 14 de mayo"},
		"צור סרטון שמזמין את התושבים ליריד הספרים בכיכר העיר ב-12 במאי. הכניסה חופשית.":                                          {"התושבים", "יריד הספרים בכיכר העיר", "ב-12 במאי"},
		"Create a video to invite our neighbours to the Spring Fair. Entry is free.":                                             {"our neighbours", "the Spring Fair", ""},
	} {
		b := Parse(text)
		when := ""
		for _, pt := range b.Points {
			if pt.Form == brief.When {
				when = pt.Text
			}
		}
		if got := [3]string{b.Audience, b.Subject, when}; got != want || b.Purpose != brief.Event {
			t.Errorf("%q: %q (%s), want %q", text, got, b.Purpose, want)
		}
	}
}

func TestTopicsAreWhole(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Promote our online course \"Bookkeeping for Freelancers\". It has 12 lessons.":                                                       "Bookkeeping for Freelancers",
		"Neuigkeiten in Version 3.8 von Notaris:\n- Suche in PDFs\n- Vorlagen für Teams\n- Export nach CSV":                                   "Neuigkeiten in Version 3.8 von Notaris",
		"Resumen semanal para el equipo de ventas: 214 pedidos, ticket medio 47 €, devoluciones 3,2%. Mejor tienda: Bilbao.":                  "Resumen semanal",
		"Make a changelog video from this:\n\n## 4.2.0\n### Added\n- Dark mode\n- Export to CSV":                                              "Version 4.2.0",
		"Product comparison: Model S vs Model M of our robot vacuum.\n\nModel S fits small flats. Model M fits houses.":                       "Model S vs Model M",
		"I want a short brand film. We are Halden & Rye. We bake rye bread. We have done so since 1962.":                                      "Halden & Rye",
		"so we need a video for our new loyalty card, it's called Beanback, starts on 1 March. You get a stamp per coffee. No app is needed.": "Beanback",
		"JIRA-12: As a user I want to know how to share a board. Video should show: click Share, enter an email, press Send.":                 "how to share a board",
		"Erkläre in 45 Sekunden, wie man eine Pflanze umtopft: Topf wählen; Wurzeln lockern; angießen.":                                       "Wie man eine Pflanze umtopft",
		"Entschuldigungsvideo für unsere Kunden: Am 3. Mai war unser System vier Stunden lang nicht erreichbar. Alles wurde nachgeholt.":      "Entschuldigung",
		"Schulungsvideo zum Datenschutz. Daten sind alles, was zu einem Menschen führt. Gib sie niemandem weiter.":                            "Datenschutz",
		"Weekly metrics video for the growth team. Signups are up. Churn is flat.":                                                            "weekly metrics",
	} {
		b := Parse(text)
		got := b.Title
		if got == "" {
			got = b.Subject
		}
		if got != want {
			t.Errorf("%q is about %q, want %q", text, got, want)
		}
	}
}

// Facts with a word of the trade in them are kept, directions are not spoken.
func TestWhatIsSaid(t *testing.T) {
	t.Parallel()
	for text, x := range map[string]struct{ said, not string }{
		"Make a video.\n\n### Fixed\n- Crash when a file name contained an emoji (#1432)\n- Wrong time zone in reminders":           {"Crash when a file name contained an emoji", ""},
		"Tell our customers that the plan goes from $12 to $15. Be honest and respectful. If they have questions: a@b.example":      {"Questions? Write to a@b.example", "our customers|honest|they"},
		"How to use it. Explain in plain language for elderly patients. Shake it for 5 seconds. 60 seconds, large text.":            {"Shake it", "plain language|large text"},
		"A video about our bread. We bake slowly. We don't want it to feel salesy. Just end on our name and \"Baked slowly.\"":      {"Baked slowly.", "salesy|our name"},
		"Make a video for our sale.\nFree shipping over $50\nCode: DARK40\nshop.a.example":                                          {"Use code DARK40.", ""},
		"Crea un video di 20 secondi per i saldi del negozio. Sconti su scarpe e borse. Usa il codice SOLE10 per un ulteriore 10%.": {"Usa il codice SOLE10", ""},
		"Vídeo de treinamento sobre higiene das mãos. Secar com papel. Termine lembrando que mãos limpas protegem os clientes.":     {"Mãos limpas protegem os clientes.", "lembrando|Termine"},
		"Fire drill on Thursday in building C. When the alarm sounds, stop work.":                                                   {"When the alarm sounds, stop work.", ""},
		"Personalised sales video to Marta Silva, CFO at Vento. Ask her for 20 minutes next week, calendar: a.example/m.":           {"20 minutes next week", "Ask her|calendar"},
		"Sales intro video. Hi [First name], I noticed [Company] is growing. We help teams ship faster.":                            {"I noticed Company is growing.", "Hi ,"},
		"Create a video for our team about returns. Returns are free. Thank them at the end.":                                       {"Thank you", "Thank them"},
	} {
		b := Parse(text)
		var all []string
		for _, pt := range b.Points {
			all = append(all, pt.Text)
			for _, it := range pt.Items {
				all = append(all, it.Title)
			}
		}
		said := "\n" + strings.Join(all, "\n") + "\n"
		if !strings.Contains(said, x.said) {
			t.Errorf("%q lacks %q: %q", text, x.said, said)
		}
		for _, n := range strings.Split(x.not, "|") {
			if n != "" && strings.Contains(said, n) {
				t.Errorf("%q says %q: %q", text, n, said)
			}
		}
	}
}

func TestQuotesKnowTheirSpeaker(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"Testimonial video. \"We cut returns by 31%. I'd never go back.\" — Dana Ortiz, Head of Operations at Fjord.": {"Dana Ortiz", "Head of Operations at Fjord"},
		"Promote our course. Testimonial: \"I finally understand my tax bill.\" (Jo, illustrator)":                    {"Jo", "illustrator"},
	} {
		var got [2]string
		for _, pt := range Parse(text).Points {
			if pt.Form == brief.Quote {
				got = [2]string{pt.Name, pt.Part}
			}
		}
		if got != want {
			t.Errorf("%q is said by %q, want %q", text, got, want)
		}
	}
}

// Where an invitation begins with the event and its day, the event is its topic.
func TestEventWithItsDayIsTheTopic(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{ // event, when
		"Event invitation, 30s. \"Night of the Open Workshop\", Friday 18 September, 6 pm to midnight, in the old tram depot in Graz. Kids need an adult.": {"Night of the Open Workshop", "Friday 18 September, 6 pm to midnight, in the old tram depot in Graz"},
		"Event invitation, 30s. Harbour Run 2026, Sunday 7 June, 10 am, start at Pier 3. Sign up by 1 June at harbourrun.example.":                         {"Harbour Run 2026", "Sunday 7 June, 10 am, start at Pier 3"},
		"You're invited: summer barbecue of the Elm Street garden club, Saturday 12 July from 4 pm, at the old mill. Bring a salad. Drinks on us.":         {"summer barbecue of the Elm Street garden club", "Saturday 12 July from 4 pm, at the old mill"},
		"Webinar invite: \"Fix your forecasts\", 14 May, 11:00 CET, 40 minutes. You will learn why spreadsheets drift. Register at trellis.example.":       {"Fix your forecasts", "14 May, 11:00 CET, 40 minutes"},
		"Make a 60s video for the Riverside summer fair, 12 July. Kids go free.":                                                                           {"the Riverside summer fair", "12 July"},
	} {
		b := Parse(text)
		when := ""
		for _, pt := range b.Points {
			if pt.Form == brief.When {
				when = pt.Text
			}
		}
		if b.Subject != want[0] || when != want[1] || b.Purpose != brief.Event || b.Seconds > 60 {
			t.Errorf("%q: %q on %q (%s, %g s), want %q", text, b.Subject, when, b.Purpose, b.Seconds, want)
		}
	}
}
