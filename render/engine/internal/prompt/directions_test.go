package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// TestWordsToTheMakerAreNotSpoken: for whom, by whom, in what manner and without what a
// video is made is read and not said.
func TestWordsToTheMakerAreNotSpoken(t *testing.T) {
	t.Parallel()
	for s, check := range map[string]func(*brief.Brief) bool{
		"What is compound interest? Explain it to teenagers. Money grows.":                 func(b *brief.Brief) bool { return b.Audience == "teenagers" },
		"Thank-you video for donors. They gave $486. From the director, Ellen Voss.":       func(b *brief.Brief) bool { return b.Presenter.Name == "Ellen Voss" && b.Presenter.Role == "Director" },
		"Video for all staff about our survey. It went well. From the HR team.":            func(b *brief.Brief) bool { return b.Presenter.Role == "HR team" },
		"Thank-you video for donors. They gave $486. Grateful, not salesy.":                func(b *brief.Brief) bool { return true },
		"A video about Notewell 4.2. Search is faster. Don't mention bug fixes in detail.": func(b *brief.Brief) bool { return len(b.Avoid) == 1 && b.Avoid[0].Text == "bug fixes" },
		"Short video message to Marta at Oakridge Dental: our app answers calls. Casual.":  func(b *brief.Brief) bool { return b.Purpose == brief.Outreach && b.Salute == "Hi Marta" },
		"Sales numbers of our four stores in April for the regional managers, use the spreadsheet. Lille did best.": func(b *brief.Brief) bool {
			return b.Audience == "the regional managers" && !strings.Contains(b.Subject+b.Title, "spreadsheet")
		},
		"LinkedIn post, 15 seconds: we're hiring a senior data engineer. Apply by 30 June.":        func(b *brief.Brief) bool { return b.Seconds == 15 },
		"Welcome video for people who just signed up for our budgeting app Pennywise. It is free.": func(b *brief.Brief) bool { return b.Subject == "Pennywise" && b.About == "our budgeting app" },
		"Update on our numbers from January to May for the management meeting. Sales rose.":        func(b *brief.Brief) bool { return b.Audience == "the management meeting" },
	} {
		b := Parse(s)
		said := saidOf(b)
		for _, never := range []string{"teenagers", "From the", "salesy", "bug fixes", "LinkedIn", "Marta", "signed up", "meeting", "spreadsheet"} {
			if strings.Contains(said, never) {
				t.Errorf("%q says %q", s, said)
			}
		}
		if !check(b) {
			t.Errorf("%q: for %q by %+v, %q %q, %g s, %s", s, b.Audience, b.Presenter, b.Subject, b.About, b.Seconds, b.Purpose)
		}
	}
}

// TestSpeakersAreAList: people who are named in a sentence have their posts.
func TestSpeakersAreAList(t *testing.T) {
	t.Parallel()
	b := Parse("Invite people to our webinar on 12 May. Speakers are Priya Raman (COO, Brightlane) and Tom Okafor, who runs returns at Zelda Shoes.")
	if got, want := saidOf(b), "Speakers|Priya Raman=COO at Brightlane|Tom Okafor=who runs returns at Zelda Shoes"; !strings.Contains(got, want) {
		t.Errorf("%s", got)
	}
}
