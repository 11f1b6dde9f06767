package edit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// miss is the closest form of an instruction that is not understood.
type miss struct {
	form  *form
	score int
	words []string // that have no meaning at all

	read, unread string // of several in one, what is understood and what is not
}

// hints are what else is known of an instruction that is not understood.
type hints struct {
	praise  bool      // it asks for nothing
	fault   bool      // it says what is wrong, not what to do
	moments []float64 // seconds at which something is to change
	feature string    // what it speaks of and nothing can change
}

// hint gathers what the words of an instruction tell, whatever they ask for.
func (r *reader) hint(s string) {
	toks := r.meant(s)
	says, fault := r.remark(s)
	r.hints.praise, r.hints.fault = says && !fault, fault
	if !spoken(toks) {
		if slices.ContainsFunc(toks, func(t token) bool { v, _ := t.value("feature"); return v == "words" }) && r.hints.feature == "" {
			r.hints.feature = "words" // what they are about has any words
		}
		return
	}
	for _, t := range moments(toks) {
		if t.has("moment") && r.hints.moments == nil {
			r.hints.moments = []float64{t.secs}
		}
		v, _ := t.value("feature")
		if v == "" && t.has("broll") && !t.has("video") && !fault {
			v = "broll"
		}
		if r.hints.feature == "" || v == "turn" { // how a list comes on, not the list
			r.hints.feature = v
		}
	}
}

// and joins what the words of two languages tell; the first that knows something counts.
func (h hints) and(o hints) hints {
	h.fault, h.praise = h.fault || o.fault, h.praise || o.praise
	if h.moments == nil {
		h.moments = o.moments
	}
	if h.feature == "" {
		h.feature = o.feature
	}
	return h
}

// TimeError is an instruction that names a moment of the video and no scene.
type TimeError struct {
	Seconds float64 // from the start of the video
}

func (e *TimeError) Error() string {
	return fmt.Sprintf("times are not read, for they move with every edit: name the scene at %d:%02d by its number or by what it says, as in \"in scene 3 …\"", int(e.Seconds)/60, int(e.Seconds)%60)
}

func (m *miss) note(f *form, score, met int, unknown []string) {
	if met == 0 || f.op == Beyond || m.form != nil && score <= m.score {
		return
	}
	m.form, m.score, m.words = f, score, unknown
}

func (m miss) better(n miss) bool {
	if (m.unread != "") != (n.unread != "") {
		return n.unread != ""
	}
	return n.form != nil && (m.form == nil || n.score > m.score)
}

// Unread is an instruction that has none of the forms: its words may still lead somewhere
// in a video.
type Unread struct{ why string }

func (e *Unread) Error() string { return e.why }

func (m miss) err(h hints) error {
	if m.unread != "" {
		return &Unread{fmt.Sprintf("%q is understood, %q is not, and an edit is carried out whole or not at all", m.read, m.unread)}
	}
	if h.fault {
		return &Unread{"it says what is wrong, not what to do about it: write what to do, as in \"in scene 3 say …\", \"make scene 3 shorter\" or \"remove scene 3\""}
	}
	this := "this"
	if n := len(m.words); n > 0 && n <= 6 {
		this = quoted(m.words) + " here"
	}
	if m.form == nil || m.score < 0 {
		return &Unread{fmt.Sprintf("no rule reads %s; say it like %q, %q or %q", this, "in scene 3 say …", "swap scenes 2 and 4", "use a darker background")}
	}
	return &Unread{fmt.Sprintf("no rule reads %s; the closest form is %q", this, m.form.example)}
}

func quoted(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strconv.Quote(w)
	}
	return strings.Join(out, ", ")
}
