package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// saidIn are the words of a brief's points, one a line.
func saidIn(b *brief.Brief) string {
	var out []string
	for _, pt := range b.Points {
		t := pt.Text
		for _, it := range pt.Items {
			t += " | " + it.Title
		}
		out = append(out, strings.TrimPrefix(t, " | "))
	}
	return strings.Join(out, "\n")
}

// TestHasty: what is typed in a hurry is cut into the sentences that it is.
func TestHasty(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Reel for our gym. rates start at $20. open house sunday 1-4. the pool is open till 9 p.m. on weekends. see ymca.example. we can't wait!":                                           "Rates start at $20.\nOpen house Sunday 1-4.\nThe pool is open till 9 p.m. on weekends.\nSee ymca.example.\nWe can't wait!",
		"Make a video about our app. It is new. exports are 2x faster (12s → 6s). Mealo = a meal plan. 3 stamps = 1 free coffee. Trouble? #it-help":                                         "It is new.\nExports are 2x faster (from 12s to 6s).\nMealo is a meal plan.\n3 stamps make 1 free coffee.\nTrouble?\nAsk in #it-help.",
		"Promo for Hotel Mira's spring offer. It is on sale. Tagline: Closer to the sea.":                                                                                                   "It is on sale.\nCloser to the sea.",
		"Make a video about enrollment. it runs Nov 4 to Nov 22, everybody has to sign again, dental is going up by $6, and if you miss the deadline you're stuck with the old plan.":       "It runs Nov 4 to Nov 22.\nEverybody has to sign again.\nDental is going up by $6.\nIf you miss the deadline you're stuck with the old plan.",
		"Explain how heat pumps work. A heat pump doesn't make heat, it moves it.":                                                                                                          "how heat pumps work\nA heat pump doesn't make heat, it moves it.",
		"hey! can you turn this into a 60 sec vid?\n\nFrom Monday the gate is closed. Use the side door.":                                                                                   "From Monday the gate is closed.\nUse the side door.",
		"from slack, pls make into a video for the team:\n\"hey all quick one: we're moving standup to 9:45 bc Lisbon joins. same zoom link. if you can't make it, write before 10. thx!\"": "We're moving standup to 9:45 because Lisbon joins.\nSame zoom link.\nIf you can't make it, write before 10.",
		"Topic: our truck El Gordo is at the Pearl Street lot every Friday. Tacos are $4.":                                                                                                  "Our truck El Gordo is at the Pearl Street lot every Friday.\nTacos are $4.",
	} {
		if got := saidIn(Parse(text)); got != want {
			t.Errorf("%q\n says %q\n want %q", text, got, want)
		}
	}
}

// TestWhoAndWhat: orders as people type them tell the topic, and for whom it is.
func TestWhoAndWhat(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{ // subject, title, audience
		"15-20 sec social clip. Mealo plans meals. Snap a photo.":                                                      {"", "", ""},
		"explain to my 4th graders how a bill becomes a law. Someone has an idea. make it fun!":                        {"", "", "our 4th graders"},
		"Residents of Ashford need to know about the new bin days: grey bins go on Monday. It is cheaper.":             {"the new bin days", "", "residents of Ashford"},
		"Quarterly finance update for all staff, keep it honest. Revenue was $18.4M. Cash is fine.":                    {"", "Quarterly finance update", "all staff"},
		"Trailer-ish video for my game Lanternfall. It's a cozy roguelike. Wishlist it!":                               {"Lanternfall", "", ""},
		"Need a patient video for people going home after a hip replacement.\n- keep the wound dry\n- walk a little":   {"", "", "people going home after a hip replacement"},
		"could you put together something about the new exhibit? It's called \"Salt and Iron\", it's about shipyards.": {"Salt and Iron", "", ""},
		"Announce v2.0 of Drift, an open source job queue. It needs only Postgres.":                                    {"Drift 2.0", "", ""},
		"Release notes 4.12 for customers\n- NEW: bulk edit\n- NEW: dark mode\n- Fixed: the calendar was off":          {"Version 4.12", "Version 4.12", "customers"},
		"make a comparison for our sales team: old CRM vs new CRM. Rollout starts Feb 3.":                              {"", "", "our sales team"},
	} {
		b := Parse(text)
		if got := [3]string{b.Subject, b.Title, b.Audience}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestWordForWord: a text that is to be read as it stands is, and a press release is read
// without what it has for editors.
func TestWordForWord(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Use this exactly as the voiceover:\n\nEvery night forty people clean trains. They find umbrellas.":                                                                                                    "Every night forty people clean trains.\nThey find umbrellas.",
		"Please narrate the following word for word, calm male voice:\n\nIn 1962 a man found a bottle. Inside was a letter.":                                                                                   "In 1962 a man found a bottle.\nInside was a letter.",
		"Here's the final script:\nBees are back. Plant a meadow.":                                                                                                                                             "Bees are back.\nPlant a meadow.",
		"FOR IMMEDIATE RELEASE\nPine Opens Roastery in Duluth\n\nDULUTH, Minn., March 3 — Pine Coffee today opened its second roastery on Canal Street. It adds 22 jobs.\n\nMedia contact: press@pine.example": "Pine Opens Roastery in Duluth.\nPine Coffee today opened its second roastery on Canal Street.\nIt adds 22 jobs.",
	} {
		b := Parse(text)
		if got := saidIn(b); got != want || b.Level != brief.Script {
			t.Errorf("%q\n level %v says %q\n want %q", text, b.Level, got, want)
		}
	}
}

// TestTold: what a video is to tell is read whole, and its kind is not spoken.
func TestTold(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Make a video telling customers about a recall: Our chairs sold between March and July 2025 have a latch that can open. Nobody has been hurt.": "Our chairs sold between March and July 2025 have a latch that can open.\nNobody has been hurt.",
		"Short bio video: I'm Priya Nair, I build playgrounds. Book me at priya.example.":                                                              "I'm Priya Nair, I build playgrounds.\nBook me at priya.example.",
		"I want a one minute video to recruit mentors for teens. We train you for free.":                                                               "We're looking for mentors for teens.\nWe train you for free.",
		"internal video for branch staff - new fraud rule from 1 June. The rule is simple. It works.":                                                  "The rule is simple.\nIt works.",
		"Make a 20s video of this slack post: \"Deploy freeze from Dec 18 to Jan 4. Hotfixes only. Questions → #release\"":                             "Deploy freeze from Dec 18 to Jan 4.\nHotfixes only.\nQuestions? Ask in #release.",
		"CEO message for all hands. We hit 112% of target. I'll answer questions on Thursday.":                                                         "We hit 112% of target.\nI'll answer questions on Thursday.",
	} {
		b := Parse(text)
		if got := strings.ReplaceAll(saidIn(b), "Questions?\nAsk", "Questions? Ask"); got != want {
			t.Errorf("%q\n says %q\n want %q", text, got, want)
		}
		if b.Subject == "CEO" || b.Subject == "this slack post" {
			t.Errorf("%q is about %q", text, b.Subject)
		}
	}
}
