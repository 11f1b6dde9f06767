package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// wholeOver is how long a sentence may be, in characters, to stand over its own figure.
const wholeOver = 60

// sureOf checks what is to stand over and under a figure of an English sentence against the
// sentence, however the two were found. A label says of what the figure is only if it names
// a thing, has no other figure in it, is no torn quotation, and no clause of its own lies between the two; what is not
// sure gives way to the sentence as it is written, and where that is too long, to no picture
// of the figure ("" = none).
func (w *Writer) sureOf(s string, f Amount, label, after string) (string, string) {
	if i := doesOn(after); i > 0 {
		after = strings.TrimRight(after[:i], " ,")
	}
	if hasWord.MatchString(label) && !reasonFirst.MatchString(label) && strings.Count(label, "\"")%2 == 0 && strings.Contains(label, "“") == strings.Contains(label, "”") && w.namesThing(label+" "+after, f) && !ofOther(s, label, f) && !farFrom(s, label, f) {
		return label, after
	}
	whole := prose.Unstop(strings.TrimSpace(s))
	if n := len(w.Counts(s)); n > 1 || utf8.RuneCountInString(whole) > wholeOver || strings.ContainsAny(whole, "?;:\"“") {
		return "", ""
	}
	return prose.Upper(w.Bare(whole)), ""
}

// reasonFirst begins a reason, which says of no figure what it is.
var reasonFirst = pattern.New(`(?i)^(?:because|due to|thanks to|despite|instead of|since|while|when|if|unless)\s`)

// hasWord tells words from digits and marks.
var hasWord = pattern.New(`\p{L}{3,}`)

// namesThing tells whether words name something besides a time: "Today it's" and "A month" do
// not say of what a figure is.
func (w *Writer) namesThing(words string, f Amount) bool {
	return f.Suffix == "%" || f.unit != "" && !timeUnit.MatchString(f.unit) || strings.Contains(words, f.Text) || !onlyWho.MatchString(strings.TrimSpace(words))
}

// onlyWho is a pronoun with no verb of its own, or a time.
var onlyWho = pattern.New(`(?i)^(?:(?:today|now|yesterday|then|this (?:week|month|quarter|year)),? )?(?:it|they|that|this|he|she)(?:['’](?:s|re)| is| was| are| were)(?: now)?$|^(?:an?|per|each|every) (?:hour|day|night|week|month|quarter|year)$`)

// ofOther tells whether a label behind its figure has another measure than that: "Bridge gets
// about 4 centimetres longer" of "A 100 metre bridge gets …".
func ofOther(s, label string, f Amount) bool {
	return strings.Contains(phrase.Lower(s[f.To:]), phrase.Lower(label)) && measureIn.MatchString(label) && !periodFirst.MatchString(label)
}

var (
	measureIn = pattern.New(`\d[\d.,]* ?\p{L}{3,}`)
	// periodFirst begins a period that something is measured in: "every 5 minutes".
	periodFirst = pattern.New(`(?i)^(?:every|per|each|in|within)\s`)
)

// farFrom tells whether another clause lies between a label and the figure behind it:
// "You're home every night" of "You're home every night, earn £17.20".
func farFrom(s, label string, f Amount) bool {
	before := phrase.Lower(s[:f.From])
	at := strings.LastIndex(before, phrase.Lower(label))
	if label == "" || at < 0 {
		return false
	}
	_, verb, ok := strings.Cut(before[at+len(phrase.Lower(label)):], ", ")
	return ok && doesFirst.MatchString(verb)
}

// doesFirst begins with what somebody does, before its figure.
var doesFirst = pattern.New(`(?i)^(?:and )?(?:` + objectVerbs + `|earn|pay|save|cost|run|reach|serve|weigh|has|have)\s`)

// doesOn is where words go on to another thing that somebody does: "an hour" of "an hour and
// get your licence paid"; 0 = they do not.
func doesOn(s string) int {
	i := strings.Index(s, " and ")
	if i <= 0 || len(s) > 200 {
		return 0
	}
	words := grammar.Tags(s)
	for k, x := range words {
		if x.At == i+1 && k+2 < len(words) {
			switch n := words[k+2].Tag; words[k+1].Tag {
			case "VB", "VBP", "VBZ", "VBD", "MD":
				if n == "DT" || n == "PRP$" || n == "PRP" || n == "CD" {
					return i
				}
			}
		}
	}
	return 0
}
