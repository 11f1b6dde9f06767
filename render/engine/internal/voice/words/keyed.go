package words

import "strings"

// keyed says a number that is dialled or typed in, figure by figure: behind "call" or
// "code", with nothing between but what joins them ("the code is 62262", "text JOIN to
// 62262"). People are called, too: such numbers have nothing behind them that is counted,
// and short ones are those of emergencies. What can be ordered is counted unless it is
// called a number.
func keyed(tokens []Token, i int) (string, bool) {
	w, numbered := strings.CutPrefix(tokens[i].Spoken, "#")
	if !isDigits(w) {
		return "", false
	}
	said := spell(w)
	if numbered {
		said = "number " + said
	}
	for k := i - 1; k >= max(0, i-4) && tokens[k].Pause == 0; k-- {
		before, _ := bare(tokens[k].Shown)
		switch lower := strings.ToLower(before); {
		case keys[lower] || numbers[lower] && numbered:
			return said, len(w) > 4 || len(w) == 4 && k > i-3
		case dialled[lower]:
			return said, (len(w) > 4 || emergency[w]) && (tokens[i].After != "" || i+1 == len(tokens) || joins[strings.ToLower(tokens[i+1].Spoken)])
		case lower == "number" || lower == "no" && k == i-1:
			numbered = true
		case !joins[lower] && (before != strings.ToUpper(before) || before == ""):
			return "", false
		}
	}
	return "", false
}

// keys are names of what is typed in, numbers of what has a number, and dialled what is
// done to one; joins may stand between.
var (
	keys      = wordSet("code codes pin passcode password zip postcode extension")
	numbers   = wordSet("order booking reference ticket case invoice account serial tracking model licence license passport")
	dialled   = wordSet("call dial text ring phone")
	joins     = wordSet("is to on the at or and for if when now immediately with from")
	emergency = wordSet("000 101 111 112 119 211 311 411 511 611 711 811 911 988 999")
)
