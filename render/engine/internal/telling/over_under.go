package telling

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// This file shows an English clause as it is written, over, in and under its figure: "Our
// app has been downloaded" "2.3 million" "times in 41 countries". It says neither more nor
// less than the sentence, which a label that is made of it may.

// The most characters over a figure and under it: two lines in an upright frame.
const (
	mostOver  = 56
	mostUnder = 60
)

// overUnder splits the clause of a figure at the figure. limit is what bounds the figure:
// "up to ". ok tells whether both parts have room and can be read.
func (w *Writer) overUnder(s string, f Amount) (over, limit, under string, ok bool) {
	over, under = w.around(s, f)
	if m := limitEnd.FindStringSubmatch("  " + over); m != nil { // or begins with it
		over, limit = strings.TrimSpace(m[1]), strings.ToLower(m[2])+" "
	}
	if utf8.RuneCountInString(over) > mostOver {
		over = dayLead.ReplaceAllString(over, "")
	}
	switch {
	case over == "" && prose.Words(under) < 2,
		utf8.RuneCountInString(over) > mostOver, utf8.RuneCountInString(under) > mostUnder,
		strings.ContainsAny(over+under, ";:()\"“”"), strings.Contains(over+under, ", "), openEnd.MatchString(over), tornEnd.MatchString(under):
		return "", "", "", false
	}
	return prose.Upper(over), limit, under, true
}

// around are the words of a figure's clause before it and behind it, up to the next figure.
func (w *Writer) around(s string, f Amount) (before, behind string) {
	from, to := w.clauseOf(s, f)
	before = strings.TrimSpace(joiningLead.ReplaceAllString(strings.TrimSpace(s[from:f.From])+" ", ""))
	behind = " " + strings.Trim(prose.Unstop(s[f.To:max(f.To, to)]), " ,")
	if at := otherFigure.FindStringIndex(behind); at != nil {
		behind = behind[:at[0]] // "254 metres deep and holds 48 cubic kilometres"
	}
	return before, strings.TrimSpace(behind)
}

var (
	// limitEnd ends the words before a figure with what bounds it.
	limitEnd = pattern.New(`(?i)^(.+?) (up to|at least|at most|less than|fewer than|no more than|more than|around|about|roughly|nearly|almost|over|under|only|just)$`)
	// openEnd leaves a figure without its noun or a clause without its verb.
	openEnd = pattern.New(`(?i)(?:^|\s)(?:the|an?|our|their|your|its|his|her|my|first|last|next|another|every|each|and|or|but|that|which|who|whose|if|when|while|not|no)$`)
	// joiningLead begins a clause that goes on from the one before.
	joiningLead = pattern.New(`(?i)^(?:and|but|because|so|since|also|now|while|that|which)\s`)
	// otherFigure begins what is told of another figure.
	otherFigure = pattern.New(`(?i)\s(?:and|but|while|or|which|that|because|as|since|when|if)\s(?:[^\d]{0,40}\s)?[€$£]?\d`)
)

// leads is whether a clause begins with its figure and goes on with what happens to it,
// which nobody can read before the figure: "91%" "of cyberattacks begin with an email".
func leads(over, under string) bool {
	return over == "" && (strings.HasPrefix(under, "of ") || slices.ContainsFunc(grammar.Tags(under), func(t grammar.Tagged) bool {
		return t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "VBD" || t.Tag == "MD"
	}))
}

// tells is whether a label and what stands below the figure say all that the clause does:
// each of its nouns, verbs, adjectives and names but its day and those that only give the
// figure to its thing.
func (w *Writer) tells(s string, f Amount, label, after string) bool {
	before, behind := w.around(s, f)
	shown := " " + phrase.Lower(label+" "+after) + " "
	for _, part := range []string{before, behind} {
		for _, t := range grammar.Tags(dayLead.ReplaceAllString(part, "")) {
			if len(t.Tag) > 1 && strings.Contains("NN VB JJ RB CD", t.Tag[:2]) && !givesFigure.MatchString(t.Text) && !strings.Contains(shown, phrase.Lower(t.Text)) {
				return false
			}
		}
	}
	return true
}

// givesFigure only joins a thing to its figure.
var givesFigure = pattern.New(`(?i)^(?:is|are|was|were|be|been|has|have|had|takes?|took|lasts?|lasted|costs?|totals?|averages?|averaged|reached|reaches|hit|stands?|comes?|starts?|amounts?|now|only|just|about|around|nearly|almost|roughly|up|over|under|more|less|fewer|least|most|not|n['’]t|also|already|currently|today|.)$`)
