package prompt

import (
	"fmt"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// TestLetters: of a pasted letter neither its greeting nor its signature is spoken, and the
// order to make a video of it may stand behind it.
func TestLetters(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Dear parents,\n\nThe coach leaves at eight. Bring a raincoat.\n\nKind regards,\nTom Fielding, Year 5\n\nPlease turn this email into a friendly 40-second video.": "The coach leaves at eight. Bring a raincoat.",
		"Hey team,\n\ncan you make a video about our new lockers? They open at six.\n\nThanks!!\nPriya":                                                                   "They open at six.",
	} {
		b := Parse(text)
		var said []string
		for _, pt := range b.Points {
			said = append(said, pt.Text)
		}
		if got := strings.Join(said, " "); got != want {
			t.Errorf("%q\nsays %q,\nwant %q", text, got, want)
		}
	}
	if b := Parse("Dear parents,\n\nThe coach leaves at eight. Bring a raincoat.\n\nKind regards,\nTom\n\nTurn this letter into a 40 second video."); b.Audience != "parents" || b.Seconds != 40 {
		t.Errorf("it is for %q and %g s long", b.Audience, b.Seconds)
	}
}

// TestCommaRows: rows of comma-separated values are data.
func TestCommaRows(t *testing.T) {
	t.Parallel()
	b := Parse("Make a video about website traffic:\nMonth,Visitors\nJan,12400\nFeb,13100\nMar,15800\nIt pays off.")
	if b.Subject != "website traffic" || len(b.Points) != 2 || len(b.Points[0].Items) != 3 || b.Points[0].Items[2] != (brief.Item{Title: "Mar", Body: "15800"}) {
		t.Errorf("about %q: %+v", b.Subject, b.Points)
	}
}

// TestTopicsOfNotices: the kind of a notice and whose it is are no topic of their own.
func TestTopicsOfNotices(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Price change notice from Corvin Bank: from 1 October 2027 the monthly fee rises from €4.90 to €5.90. Students pay nothing.": "|Price change notice|Corvin Bank",
		"Weekly sales standup video, no avatar. West beat its target. South lost two accounts.":                                      "|Weekly sales standup|",
		"Promo for our podcast \"Second Shift\", season 3. New episodes come every Thursday. Listen anywhere.":                       "Second Shift||",
		"We need a short video for the screen at our front desk. The gym opens at six. The sauna closes early.":                      "||",
		"Cyber security awareness month kickoff": "cyber security awareness month kickoff||",
	} {
		b := Parse(text)
		if got := strings.Join([]string{b.Subject, b.Title, b.Company}, "|"); got != want && !(want == "||" && b.Subject == "" || b.Guessed) {
			t.Errorf("%q is about %q, want %q", text, got, want)
		}
	}
}

// TestSlips: what a writer takes back in the same breath is not said.
func TestSlips(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Video about floors. Every $50 pays for one square foot... sorry one square metre of floor.": "Every $50 pays for one square metre of floor.",
		"Video about floors. We are closed, sorry for the trouble that it makes.":                    "We are closed, sorry for the trouble that it makes.",
	} {
		b := Parse(text)
		if got := b.Points[len(b.Points)-1].Text; got != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
}

// TestTopicsWithTheirLength: a topic, whom it is for and its length are no fact.
func TestTopicsWithTheirLength(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Photosynthesis for 7th graders, 1 minute. Plants make sugar from light.":       "photosynthesis|7th graders|60",
		"City budget 2027 explained for citizens in 60 seconds. The city spends a lot.": "city budget 2027|citizens|60",
	} {
		b := Parse(text)
		if got := fmt.Sprintf("%s|%s|%g", b.Subject, b.Audience, b.Seconds); got != want {
			t.Errorf("%q is about %q, want %q", text, got, want)
		}
	}
}

// TestFactsAreNoDirections: what is to be used, and what a camera does, is said.
func TestFactsAreNoDirections(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Video about parking. Please use the south car park (free shuttle every 15 minutes from 6:30 to 9:30).": "Please use the south car park (free shuttle every 15 minutes from 6:30 to 9:30).",
		"Video about robots. First a camera scans every item, 4 pictures per second.":                           "First a camera scans every item, 4 pictures per second.",
		"Hi all, the north car park is closed from Monday. Questions to facilities@acme.example.":               "Questions? Write to facilities@acme.example.",
	} {
		b := Parse(text)
		if n := len(b.Points); n == 0 || b.Points[n-1].Text != want {
			t.Errorf("%q says %+v", text, b.Points)
		}
	}
}

// What a video is to be, behind its topic, is no part of the topic.
func TestTopicLines(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"Forklift safety, 40 sec, for warehouse staff\n• Only drive with a valid licence\n• Never carry passengers\n• Sound the horn at every corner":    {"forklift safety", "warehouse staff", "40"},
		"welcome video new baristas @ Copper Kettle\n- come early and ask for Dee\n- tips are shared, they are paid weekly":                              {"Copper Kettle", "new baristas at Copper Kettle", "0"},
		"Release video for our customers, based on this:\n\nShiftboard 8.1\nSearch is 3 times faster. The update is free.":                               {"Shiftboard 8.1", "our customers", "0"},
		"Please turn this mail into a one minute training video for all staff.\n\nHi all,\n\nnever reuse a password. The help desk is on extension 900.": {"", "all staff", "60"},
	} {
		b := Parse(text)
		subject := b.Subject
		if subject == "" {
			subject = b.Company
		}
		if got := [3]string{subject, b.Audience, fmt.Sprintf("%g", b.Seconds)}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
