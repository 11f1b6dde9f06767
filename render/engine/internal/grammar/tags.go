package grammar

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// Tagged is a word of an English text with its part of speech, a tag of the Penn Treebank:
// VBZ for "it works", NNS for "the works".
type Tagged struct {
	Text string
	Tag  string
	At   int // its first byte
}

// Tags tells the parts of speech of an English text.
func Tags(s string) []Tagged {
	words := tokens(s)
	theTagger().tag(words)
	for i, w := range words {
		if strings.EqualFold(w.Text, "am") && i > 0 && words[i-1].Tag == "CD" {
			words[i].Tag = "NN" // "10 am"
		}
	}
	return words
}

// token is an address, a number with what hangs on it, a word with its hyphens and
// apostrophes, or a sign.
var token = pattern.New(`(?i)(?:https?://)?[\p{L}\d._%+-]+@[\p{L}\d.-]+\.[a-z]{2,}|(?:https?://)?(?:[\p{L}\d-]+\.)+[a-z]{2,}(?:/[^\s,;)]*)?|\d+(?:[.,:]\d+)*(?:-\p{L}+|\p{L}{1,2}\b)?|[\p{L}\p{M}\d]+(?:[-'’&][\p{L}\p{M}\d]+)*|\S`)

// clitics end an English word and are words of their own: "we're", "don't".
var clitics = []string{"n't", "'re", "'ve", "'ll", "'s", "'m", "'d"}

func tokens(s string) []Tagged {
	var out []Tagged
	for _, at := range token.FindAllStringIndex(s, -1) {
		w := strings.ReplaceAll(s[at[0]:at[1]], "’", "'")
		low, cut := strings.ToLower(w), len(w)
		for _, c := range clitics {
			if len(low) > len(c) && strings.HasSuffix(low, c) {
				cut = len(w) - len(c)
				break
			}
		}
		if out = append(out, Tagged{Text: w[:cut], At: at[0]}); cut < len(w) {
			out = append(out, Tagged{Text: w[cut:], At: at[0] + cut})
		}
	}
	return out
}
