package prompt

import (
	"strings"
	"testing"
)

// TestWhatAVideoDoes: what a video does is an order, whatever stands before it.
func TestWhatAVideoDoes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct{ subject, audience, said string }{
		"Make a 45 second video for our Instagram and website announcing that from 12 January we open at 6 am, that we do subscriptions (a loaf, and butter), and that the first 50 get a basket.": {said: "From 12 January we open at 6 am.|We do subscriptions (a loaf, and butter).|The first 50 get a basket."},
		"I need a video that explains to new tenants how our laundry booking works: you scan the code, pick a slot, and pay.":                                                                      {audience: "new tenants", said: "how our laundry booking works|You scan the code, pick a slot, and pay."},
		"Please produce a 1-minute video summarising our Q3 for investors. Revenue grew 34%.":                                                                                                      {subject: "our Q3", audience: "investors", said: "Revenue grew 34%."},
		"We want a short clip for LinkedIn that walks new hires through our review process. It takes two weeks.":                                                                                   {subject: "our review process", audience: "new hires", said: "It takes two weeks."},
		"Safety film for visitors to be shown on the lobby screen. Stay inside the yellow lines.":                                                                                                  {audience: "visitors", said: "Stay inside the yellow lines."},
		"How our garden works, for new members: plots are small, and the tap is by the shed.":                                                                                                      {audience: "new members", said: "how our garden works|Plots are small, and the tap is by the shed."},
		`Launch teaser for the podcast "Second Shift" about people who change careers. It starts in May.`:                                                                                          {subject: "Second Shift", said: "It starts in May."},
		"Produce a video that thanks our volunteers after the cleanup: we filled 340 bags.":                                                                                                        {audience: "our volunteers", said: "We filled 340 bags."},
		"Make a video about our office. It is new. Show some pride but keep it down to earth.":                                                                                                     {subject: "our office", said: "It is new."},
		"Safety video for our visitors. They must wear a vest at all times.":                                                                                                                       {audience: "our visitors", said: "You must wear a vest at all times."},
		"Make a video about tea. It is green. Warm, friendly, a bit cheeky.":                                                                                                                       {subject: "tea", said: "It is green."},
		"Explain what a deductible is. Use the example of a €1,200 repair: you pay 300, we pay 900.":                                                                                               {said: "what a deductible is|Take a €1,200 repair: you pay 300, we pay 900."},
		"Our charity, Paws Forward, trains dogs. Make a donation appeal: it takes 18 months to train one dog.":                                                                                     {said: "Our charity, Paws Forward, trains dogs.|It takes 18 months to train one dog."},
	} {
		b := Parse(text)
		var said []string
		for _, p := range b.Points {
			if p.Form == 0 || p.Text != "" && p.Items == nil && !strings.HasPrefix(p.Text, "our ") {
				said = append(said, p.Text)
			}
		}
		if got := strings.Join(said, "|"); got != want.said || b.Audience != want.audience || !strings.EqualFold(b.Subject, want.subject) && !strings.EqualFold(b.Title, want.subject) {
			t.Errorf("%s\nsubject %q title %q audience %q said %q", text, b.Subject, b.Title, b.Audience, got)
		}
	}
	if b := Parse("Our city library wants a video about the reading club. It runs in June."); b.Company != "Our city library" || b.Subject != "the reading club" {
		t.Errorf("company %q subject %q", b.Company, b.Subject)
	}
	p := Parse("A letter to our customers, please make a video of it. We had a fire. From Anna Berg, head of operations.").Presenter
	if p.Name != "Anna Berg" || p.Role != "head of operations" {
		t.Errorf("presenter %+v", p)
	}
}
