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
		"the Q3 slide should come last, please":                                 "extension 214. | Occupancy rose",
		"the extension isn't 214, it's 310":                                     "Call Dana on extension 310.",
		"don't mention the 45 minute break":                                     "| Your buddy is Priya and she will show you around. Shifts are 8 hours. |",
		"make the vinegar rule nicer: \"Please use no vinegar.\"":               "Monday to Saturday. Please use no vinegar. Rinse twice",
		"use colleague rather than buddy in the Priya part":                     "Your colleague is Priya and",
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
		"drop the handbook", "Priya is great", "cut the first 5 seconds"} {
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

const teamPrompt = `Scene 1: Hello
VO: "Hello at Café Lumo. We're looking for two baristas and a pastry chef."
Scene 2: Pay
VO: "Pay starts at £13.50 an hour plus tips."
Scene 3: Training
VO: "Our head barista Jonas trains you for three weeks. Shifts are 8 hours with a 45 minute break."
Scene 4: Trip
VO: "We leave on Thursday 14 May at 7:45 from the gate and come back at 4 pm. The trip costs 18 euros, paid by 2 May."
Scene 5: Limits
VO: "The speed limit is 10 km/h inside and 15 km/h in the yard. Last year we had 6 accidents, this year only 2."
Scene 6: Challenge
VO: "The biggest challenge is cold storage. In 2026 we want to open a second kitchen and hire a coordinator."
Scene 7: Reports
VO: "Report every accident to Omar Haddad within 24 hours. The Windows app comes in October."
Scene 8: Wear
VO: "Wear your helmet, your vest and safety shoes."
Visual: list: "Wear your helmet", "Vest", "Safety shoes"
Scene 9: Voices
VO: "Mia Chen, product lead, says: This is the release our users asked for."
Visual: quote "This is the release our users asked for" by Mia Chen
Scene 10: End
VO: "Send your CV to jobs@lumo.example."
`

// TestGistFindsWhatIsMeant: of several values, names and places in a sentence an
// instruction changes the one that it speaks of.
func TestGistFindsWhatIsMeant(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]string{
		"we only need one barista now":                        "for one barista and a pastry chef.",
		"we're also looking for a waiter":                     "two baristas, a pastry chef and a waiter.",
		"don't mention the tips":                              "| Pay starts at £13.50 an hour. |",
		"Jonas quit, Emma does the training now":              "Our head barista Emma trains",
		"break is one hour":                                   "8 hours with a one hour break.",
		"we're leaving at 7:30 instead":                       "14 May at 7:30 from the gate and come back at 4 pm.",
		"bus is back at 5":                                    "7:45 from the gate and come back at 5 pm.",
		"payment until the 9th of May":                        "18 euros, paid by 9 May.",
		"speed limit in the yard is 12 km/h":                  "10 km/h inside and 12 km/h in the yard.",
		"we had 3 accidents this year":                        "6 accidents, this year only 3.",
		"cold storage isn't our biggest challenge, staff is":  "The biggest challenge is staff. In",
		"The biggest challenge is finding drivers.":           "The biggest challenge is finding drivers. In",
		"the coordinator has been hired already, remove that": "open a second kitchen. |",
		"report accidents to the shift leader, not Omar":      "accident to the shift leader within 24 hours.",
		"the Windows app slipped to November":                 "comes in November.",
		"helmets aren't needed any more":                      "| Wear your vest and safety shoes. |",
		"we should open with Mia's quote":                     "| Mia Chen, product lead, says: This is the release our users asked for. | Hello",
		`quote should read "We rebuilt it."`:                  "Mia Chen, product lead, says: We rebuilt it.",
		"vest and safety shoes can go":                        "| Wear your helmet. |",
		"no helmet needed":                                    "| Wear your vest and safety shoes. |",
		"the limit in the yard should be at least 12 km/h":    "inside and 12 km/h in the yard.",
		"CVs go to hello@lumo.example":                        "Send your CV to hello@lumo.example.",
	} {
		b, answer := amended(t, teamPrompt, edit)
		if said := "| " + wordsOf(b) + " |"; !strings.Contains(said, want) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, answer, said)
		}
	}
	base, _ := amended(t, teamPrompt, "")
	for _, edit := range []string{"the second kitchen is off the table", "the Linux app comes in December", "Mia Chen is head of product", "the accidents aren't true", "Omar's number is 4410", "we plan to hire two coordinators", "the helmet is out, bring gloves instead", "the trip was moved to 21 May", "never lift people should come first"} {
		if b, answer := amended(t, teamPrompt, edit); wordsOf(b) != wordsOf(base) || !strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, answer, wordsOf(b))
		}
	}
}
