package revise_test

import (
	"strings"
	"testing"
)

const welcomePrompt = `Scene 1: Hello
VO: "Welcome to Riverside Clinic."
Scene 2: Start
VO: "Your buddy is Priya and she will show you around. Shifts are 8 hours with a 45 minute break."
Scene 3: Wifi
VO: "The wifi password is in the handbook. Lunch is free on your first day."
Scene 4: Courses
VO: "In the first week you finish three courses: hygiene, data safety and fire drill."
Scene 5: Numbers
VO: "Occupancy rose from 52% to 71% in Q3. Guests rate us 4.6 of 5."
Scene 6: Price
VO: "The price is $89 and we ship to Canada, Norway and Japan. There is free parking for 30 cars."
Scene 7: Problems
VO: "Two problems: the slow wifi and the noisy elevator. Next quarter we renovate 20 rooms, hire 4 people and open the spa on 10 November."
Scene 8: Hours
VO: "We open at 6 am and close at 10 pm, Monday to Saturday. Never use vinegar, it damages the seals. Rinse twice with fresh water."
Scene 9: End
VO: "Call Dana on extension 214."
`

// TestGist: an instruction without a form is carried out by what the video says, and
// changes nothing else of it.
func TestGist(t *testing.T) {
	t.Parallel()
	base, _ := amended(t, welcomePrompt, "")
	for edit, want := range map[string]string{
		"Priya left last month, the buddy is Tom now":                           "Your buddy is Tom and",
		"drop the handbook part":                                                "| Lunch is free on your first day. |",
		"fire drill isn't in the first week anymore":                            "you finish two courses: hygiene and data safety.",
		"shifts went down to 7.5 hours":                                         "Shifts are 7.5 hours with a 45 minute break.",
		"occupancy went from 52% to 81%":                                        "Occupancy rose from 52% to 81% in Q3.",
		"the noisy elevator got fixed, take it out":                             "One problem: the slow wifi. Next",
		"we no longer ship to Norway":                                           "$89 and we ship to Canada and Japan.",
		"Canada only, drop the other countries":                                 "and we ship to Canada.",
		"we also ship to Mexico":                                                "to Canada, Norway, Japan and Mexico.",
		"the price isn't 89, it's 99":                                           "The price is $99 and",
		"Dana's extension is 300":                                               "Call Dana on extension 300.",
		"parking isn't free any more":                                           "There is parking for 30 cars.",
		"there's a fourth course: first aid":                                    "you finish four courses: hygiene, data safety, fire drill and first aid.",
		"closing time is 11 pm":                                                 "We open at 6 am and close at 11 pm, Monday",
		"you don't rinse twice, you rinse three times":                          "Rinse three times with",
		"Never use vinegar or bleach, they damage the seals":                    "Never use vinegar or bleach, they damage the seals. Rinse",
		"we're not opening the spa this year":                                   "renovate 20 rooms and hire 4 people.",
		"the boss said we should drop the vinegar line":                         "Monday to Saturday. Rinse twice",
		"reorder: the price first, then the occupancy":                          "Clinic. | The price is $89 and we ship to Canada, Norway and Japan. There is free parking for 30 cars. | Occupancy",
		"bring the occupancy slide to the very end, right before the extension": "fresh water. | Occupancy rose",
	} {
		b, answer := amended(t, welcomePrompt, edit)
		said, was := strings.Split(wordsOf(b), " | "), strings.Split(wordsOf(base), " | ")
		if !strings.Contains("| "+wordsOf(b)+" |", want) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, answer, wordsOf(b))
			continue
		}
		changed := 0
		for _, s := range said {
			if !contains(was, s) {
				changed++
			}
		}
		if changed > 1 {
			t.Errorf("%s changes %d scenes: %s", edit, changed, wordsOf(b))
		}
	}
	for _, edit := range []string{"we close at 8 on Saturdays", "we're open on Sundays as well", "drop the swimming pool part", "wifi", "occupancy in Q4 was 60%", "should we drop the wifi part?", "maybe drop the wifi part", "the price is lovely",
		"drop the wifi", "Priya is great"} {
		b, answer := amended(t, welcomePrompt, edit)
		if wordsOf(b) != wordsOf(base) || !strings.Contains(answer, "not honoured") && !strings.Contains(answer, "nothing") {
			t.Errorf("%s: %s\n%s", edit, answer, wordsOf(b))
		}
	}
}

func contains(in []string, s string) bool {
	for _, x := range in {
		if x == s {
			return true
		}
	}
	return false
}
