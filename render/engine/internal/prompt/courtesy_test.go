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
