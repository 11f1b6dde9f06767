package scene

import "strings"

// verbStems fold the forms of a motion verb to its base: SLAMS, slam, slamming, "types
// on" → type.
var verbStems = []struct{ stem, name string }{
	{"slam", "slam"}, {"crash", "crash"}, {"punch", "punch"}, {"stamp", "stamp"}, {"shatter", "shatter"},
	{"cascad", "cascade"}, {"slide", "slide"}, {"sliding", "slide"}, {"drop", "drop"}, {"fill", "fill"}, {"draw", "draw"},
	{"type", "type"}, {"typing", "type"}, {"fade", "fade"}, {"fading", "fade"}, {"float", "float"}, {"morph", "morph"},
	{"count", "count"}, {"pop", "pop"}, {"bounc", "bounce"}, {"rise", "rise"}, {"rising", "rise"}, {"grow", "grow"}, {"scale", "grow"}, {"zoom", "grow"},
	{"wipe", "wipe"}, {"reveal", "wipe"}, {"spin", "spin"}, {"flip", "spin"}, {"glitch", "shake"}, {"shake", "shake"}, {"pulse", "pulse"},
}

// VerbName is the base of a motion verb in any of its forms; "" = it is none.
func VerbName(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, v := range verbStems {
		if strings.HasPrefix(s, v.stem) {
			return v.name
		}
	}
	return ""
}

// Verbs lists the motion verbs as people write them.
var Verbs = []string{"slams", "crashes", "punches", "stamps", "shatters", "cascade", "slides", "drops", "fills", "draws", "types on", "fades in", "floats", "morphs", "counts up",
	"pops", "bounces", "rises", "grows", "wipes", "spins", "shakes", "pulses"}

// MoveTargets are the parts of scenes that a verb can move.
var MoveTargets = []string{"headline", "figure", "items", "chart", "subtitle", "label", "asset", "logo", "action"}
