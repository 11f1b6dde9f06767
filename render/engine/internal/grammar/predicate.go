package grammar

import "strings"

// Predicate tells whether an English text has a finite verb that agrees with the noun or
// the pronoun before it, in no clause of "who", "that" or "if": what makes a sentence of
// it. It is cautious: a verb that may be a noun or a participle makes none.
func Predicate(s string) bool {
	if len(s) > longest {
		s = strings.ToValidUTF8(s[:longest], "")
	}
	words := Tags(s)
	below := 0      // clauses that the next finite verbs belong to
	closed := false // one of them has its verb: the next may be that of what it stands behind
	for i, w := range words {
		low := strings.ToLower(w.Text)
		switch {
		case w.Tag == "WDT" || w.Tag == "WP" || w.Tag == "WRB" || w.Tag == "WP$" || subordinates[low] && (w.Tag == "IN" || w.Tag == "DT" && i == 0):
			below++
		case below > 0 && i > 0 && isFinite(w) && (relative(words[i-1]) || words[i-1].Tag == "RB" && i > 1 && relative(words[i-2])):
			below-- // "the team that won"
			closed = true
		case closed && below == 0 && isFinite(w):
			return true // "… is happy"
		case finite(words, i):
			if below == 0 {
				return true
			}
			below--
		}
	}
	return false
}

// subordinates begin clauses that are no sentences.
var subordinates = map[string]bool{"if": true, "because": true, "although": true, "while": true, "whether": true, "that": true, "unless": true, "until": true, "once": true}

// longest is as far as a sentence is read for its verb, in bytes.
const longest = 400

// isFinite tells the tags of verbs that make sentences.
func isFinite(w Tagged) bool {
	return w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "VBD" || w.Tag == "MD"
}

// relative tells the words that are the subject of their own clause: "who", "that".
func relative(w Tagged) bool {
	return w.Tag == "WDT" || w.Tag == "WP" || strings.EqualFold(w.Text, "that")
}

// finite tells whether word i is a finite verb with a subject.
func finite(words []Tagged, i int) bool {
	w := words[i]
	if !isFinite(w) {
		return false
	}
	k := i - 1 // the subject's last word
	for k >= 0 && words[k].Tag == "RB" {
		k--
	}
	if k < 0 {
		return false
	}
	one, many := false, false
	switch subject := words[k]; subject.Tag {
	case "NN", "NNP", "VBG":
		one = true
	case "NNS", "NNPS":
		many = true
	case "PRP":
		switch strings.ToLower(subject.Text) {
		case "he", "she", "it":
			one = true
		case "i", "you", "we", "they":
			many = true
		}
	case ",": // "Our charity, Paws Forward, trains dogs"
		one = k > 1 && words[k-1].Tag == "NNP"
	}
	if one && twoNouns(words[:k+1]) {
		many = true
	}
	last := i+1 == len(words) || words[i+1].Tag == "." || words[i+1].Tag == ","
	switch w.Tag {
	case "MD":
		return one || many
	case "VBZ":
		return one && (strings.HasPrefix(w.Text, "'") || !last && words[i+1].Tag != "$" || last && person(words[k]))
	case "VBP":
		return many && !last
	}
	return (one || many) && !last && !participle(words, i)
}

// twoNouns tells whether "and" joins the noun at the end to one before it.
func twoNouns(words []Tagged) bool {
	for k := len(words) - 2; k > 0; k-- {
		switch t := words[k].Tag; {
		case t == "CC":
			return strings.HasPrefix(words[k-1].Tag, "N")
		case !strings.HasPrefix(t, "N") && t != "DT" && t != "JJ" && t != "PRP$" && t != "CD":
			return false
		}
	}
	return false
}

// person tells a subject that a verb may end the sentence of: "Tom retires".
func person(w Tagged) bool {
	low := strings.ToLower(w.Text)
	return w.Tag == "PRP" || w.Tag == "NNP" || strings.HasSuffix(low, "one") || strings.HasSuffix(low, "body")
}

// participle tells whether a past tense may as well be the participle of the noun before
// it: "a bakery called Rye", "trees planted in May". What has an object is none.
func participle(words []Tagged, i int) bool {
	low := strings.ToLower(words[i].Text)
	if low == "called" || low == "named" || low == "titled" {
		return true
	}
	next := words[i+1]
	switch next.Tag {
	case "IN", "TO", "RB", "CC", "VBN", "VBD", ":", "(":
		return strings.HasSuffix(low, "ed") || low == "made" || low == "built" || low == "held" || low == "sold" || low == "sent" || low == "paid"
	}
	return false
}
