package commission_test

import (
	"regexp"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/commission"
)

var (
	people  = regexp.MustCompile(`(?i)^(?:our |the |all |new )?(?:volunteers|patients|employees|donors|parents|members|homeowners|customers|(?:new )?tenants|night shift|\w+ brigades?|first-time runners)$`)
	setting = regexp.MustCompile(`(?i)^(?:in \d+ seconds|in spanish|with captions|\d+ seconds|vertical|no presenter|in four steps)$`)
	acts    = map[string]string{"tell": "tell", "tells": "tell", "show": "show", "showing": "show", "explain": "explain", "explaining": "explain", "remind": "remind", "reassures": "reassure", "thank": "thank", "summarise": "summarise", "apologise": "apologise"}
	sense   = commission.Sense{People: people.MatchString, Setting: setting.MatchString, Act: func(w string) string { return acts[w] }}
)

func TestOrdersByTheirParts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		s    string
		want commission.Order
	}{
		{"Give our volunteers a short thank-you video for the spring clean-up: 140 people came.", commission.Order{Given: true, Viewers: "our volunteers", Head: "short thank-you video", Thing: "the spring clean-up", Rest: "140 people came."}},
		{"I need a 30 second clip for our gym's Instagram.", commission.Order{Head: "30 second clip", Owner: "our gym", Places: []string{"our gym's Instagram"}, Bare: "a 30 second clip"}},
		{"Could you put together something our receptionists can play in the waiting room?", commission.Order{Head: "something", Places: []string{"the waiting room"}, Bare: "something"}},
		{"Could you put together a clip that runs on the screens in the lobby and tells patients how to check in: tap the screen.", commission.Order{Head: "clip", Places: []string{"the screens in the lobby"}, Act: "tell", Object: "patients how to check in", Rest: "tap the screen."}},
		{"I'd like a short video to go at the top of our pricing page, explaining why we have only one plan.", commission.Order{Head: "short video", Places: []string{"the top of our pricing page"}, Act: "explain", Object: "why we have only one plan", Bare: "a short video explaining why we have only one plan"}},
		{"Video for parents about head lice, friendly and not alarming.", commission.Order{Head: "Video", Viewers: "parents", Topic: "head lice", Settings: []string{"friendly and not alarming"}, Bare: "Video for parents about head lice"}},
		{"Something short and funny for the office screens: the coffee machine is not a bin.", commission.Order{Head: "Something", Places: []string{"the office screens"}, Settings: []string{"short and funny"}, Rest: "the coffee machine is not a bin.", Bare: "Something"}},
		{"A one minute explainer on how a heat pump works for homeowners", commission.Order{Head: "one minute explainer", Topic: "how a heat pump works", Viewers: "homeowners"}},
		{"Need vid for LinkedIn - we won Best Employer 2026 in the region", commission.Order{Head: "vid", Places: []string{"LinkedIn"}, Rest: "we won Best Employer 2026 in the region", Bare: "vid"}},
		{"I need a clip for our LinkedIn page – vertical, 30 seconds — showing our new crowns", commission.Order{Head: "clip", Places: []string{"our LinkedIn page"}, Settings: []string{"vertical", "30 seconds"}, Act: "show", Object: "our new crowns", Bare: "a clip showing our new crowns"}},
		{"Summarise our Q2 in 30 seconds: revenue 4.2 million.", commission.Order{Act: "summarise", Object: "our Q2", Settings: []string{"in 30 seconds"}, Rest: "revenue 4.2 million.", Bare: "Summarise our Q2"}},
		{"A message from our headteacher to parents about phones: they stay in lockers.", commission.Order{Head: "message", Sender: "our headteacher", Viewers: "parents", Topic: "phones", Rest: "they stay in lockers."}},
		{"A video in which we apologise to our customers for the delay.", commission.Order{Head: "video", Act: "apologise", Object: "to our customers for the delay"}},
		{"Video to thank the night shift, please - they ran the ward for weeks.", commission.Order{Head: "Video", Act: "thank", Object: "the night shift", Rest: "they ran the ward for weeks."}},
		{"A video we can send to new tenants when they sign: bins, heating.", commission.Order{Head: "video", Given: true, Viewers: "new tenants", Rest: "bins, heating."}},
		{"Film about our apprentice Jonas for the careers page: he's 19.", commission.Order{Head: "Film", Topic: "our apprentice Jonas", Places: []string{"the careers page"}, Rest: "he's 19.", Bare: "Film about our apprentice Jonas"}},
	} {
		got, ok := commission.Read(c.s, sense)
		if !ok {
			t.Errorf("%q is read as no order", c.s)
			continue
		}
		show := func(o commission.Order) string {
			return strings.Join([]string{o.Head, o.Viewers, o.Thing, o.Owner, strings.Join(o.Places, "+"), o.Sender, o.Topic, o.Title, o.Act, o.Object, strings.Join(o.Settings, "+"), o.Rest}, " | ")
		}
		if show(*got) != show(c.want) || got.Given != c.want.Given || c.want.Bare != "" && got.Bare != c.want.Bare {
			t.Errorf("%q is read as\n%s, bare %q, want\n%s, bare %q", c.s, show(*got), got.Bare, show(c.want), c.want.Bare)
		}
	}
}

// What is no order, or has a part of no known kind, is left to other readers.
func TestNoOrders(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"Our video shop closes on Friday.",
		"Film the kitchen first.",
		"Make a video about Fennel, it plans your meals in 30 seconds.",
		"Tell your story in 30 seconds.",
		"Do a vid for our slack, we moved the retro to Thursday.",
		"Draft a short clip our HR director can send to patients who left.",
		"We sell games and consoles.",
		"A video game about trains is out.",
		"The short answer is no.",
		"Make sure the door is shut.",
		"Play the message to the end.",
	} {
		if o, ok := commission.Read(s, sense); ok {
			t.Errorf("%q is read as the order %+v", s, *o)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`Give our volunteers a video called "A, B" - now: x`)
	f.Add("something short and, for: -")
	f.Fuzz(func(t *testing.T, s string) {
		if o, ok := commission.Read(s, sense); ok && o.Rest != "" && !strings.Contains(s, o.Rest) {
			t.Errorf("%q: %q is not what it says", s, o.Rest)
		}
	})
}
