package telling

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
)

// Still holds a figure that names and measures nothing: a day of the month, or a number
// that is called. To count up to it would say that there is less of it at first.
func Still(s *scene.Scene, say string) {
	f := s.Figure
	if f == nil || s.Kind != scene.Number {
		return
	}
	f.Still = f.Still || wholeDay(strings.TrimSpace(f.Text)+" "+strings.TrimSpace(f.Suffix)) || called(say, f)
}

// wholeDay tells whether a text is a day of the year and nothing else.
func wholeDay(s string) bool {
	at := ADay.FindStringIndex(s)
	return at != nil && at[0] == 0 && at[1] == len(s)
}

// called tells whether a sentence has its viewers call or text a figure: nothing behind
// it is counted by it.
func called(say string, f *scene.Figure) bool {
	if f.Prefix != "" || f.Suffix != "" || f.Share > 0 {
		return false
	}
	cue := cmp.Or(f.Cue, f.Text)
	at := strings.Index(say, cue)
	return at >= 0 && callIt.MatchString(say[:at]) && countsNothing.MatchString(say[at+len(cue):])
}

var (
	// callIt ends what stands before a number to call, in the six languages.
	callIt = pattern.New(`(?i)\b(?:(?:call|dial|ring|phone|extension|ext\.?|hotline|helpline|(?:text|sms)(?: [^\s.,;]+ to)?|(?:call|ring|phone) (?:us|me|them|security|reception|the [\p{L} -]{2,24}?))(?: (?:on|at))?|` +
		`(?:wählen sie|wähle|rufen sie|ruft|notruf|durchwahl)(?: (?:die|den notruf))?|(?:llame|llama|llamen|marque|marca)(?: al?)?|(?:appelez|composez|faites)(?: le)?|(?:chiamate|chiama|chiami|componga|digitare)(?: il)?|(?:ligue|disque)(?: para)?(?: o)?|(?:bel|toets)) $`)
	// countsNothing stands behind a number that is no amount of anything.
	countsNothing = pattern.New(`(?i)^(?:$|[.,;:!?)]| (?:at once|at any|any ?time|day (?:and|or)|if|when|or|and|for|in an?|on|now|right away|immediately|straight away|first|before|wenn|im|bei|oder|und|si|en|ou|et|o|y|se|in caso|e|als|of)\b)`)
)
