package script

import (
	"strings"
	"testing"
)

// A sales message speaks to its reader: with a title it greets by the last name, what is
// told about the reader is said to them, and who sends it is no sentence.
func TestSalesMessageSpeaksToItsReader(t *testing.T) {
	t.Parallel()
	said := ""
	for _, s := range minuteOf(t, "Create a sales video for Dr. Helen Brooks, who runs a dental practice in Bath. Her website has no online booking. Our tool Smileslot books patients day and night. Offer her a free trial for 30 days. From Omar Nasser, Smileslot.").Scenes {
		said += " " + s.Say
	}
	for _, s := range []string{"Hi Dr. Brooks.", "Your website has no online booking.", "How about a free trial for 30 days?"} {
		if !strings.Contains(said, s) {
			t.Errorf("nobody says %q:%s", s, said)
		}
	}
	if strings.Contains(said, "Omar") {
		t.Errorf("the sender is spoken:%s", said)
	}
}
