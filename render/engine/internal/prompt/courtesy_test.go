package prompt

import "testing"

// TestCongratulatesAndThanks: orders to congratulate and to thank are carried out, and not spoken.
func TestCongratulatesAndThanks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"Please congratulate the team on passing the audit. Thank Mia and Tom, who prepared it.":        {"Congratulations to the team on passing the audit.", "Thank you, Mia and Tom, who prepared it."},
		"Make a video that congratulates our apprentices on their exams. All nine passed.":              {"Congratulations to our apprentices on their exams.", "All nine passed."},
		"Update for parents of class 4a: the trip to the museum is on 12 June. The bus leaves at 8:15.": {"The trip to the museum is on 12 June.", "The bus leaves at 8:15."},
	} {
		b := Parse(text)
		if len(b.Points) != 2 || b.Points[0].Text != want[0] || b.Points[1].Text != want[1] || b.Subject != "" || b.Title != "" {
			t.Errorf("%q: %+v, subject %q, title %q", text, b.Points, b.Subject, b.Title)
		}
	}
}

// TestWhatIsForWhom: who stands behind "for" is told something, and what is told of comes from
// the facts; "they" are the viewers only where nothing else can be meant.
func TestWhatIsForWhom(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"Sales video for dental practices: Smileflow cuts no-shows by 38%. Setup takes one afternoon.":              {"Smileflow", "dental practices", "Smileflow cuts no-shows by 38%."},
		"A tutorial for grandparents: how to make a video call on a tablet. Tap the green camera icon. Press call.": {"how to make a video call on a tablet", "grandparents", "Tap the green camera icon."},
		"Create a video for parents about head lice. They jump on nobody, they crawl. Check hair once a week.":      {"head lice", "parents", "They jump on nobody, they crawl."},
		"Video for visitors. They must wear a vest. The gate closes at 6 pm.":                                       {"", "visitors", "You must wear a vest."},
	} {
		b := Parse(text)
		if got := [3]string{b.Subject, b.Audience, b.Points[0].Text}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
