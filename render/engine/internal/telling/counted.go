package telling

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
)

// This file draws an English sentence that counts several things, wherever its verbs stand:
// "With it we built 27 wells in Kenya and trained 140 technicians". Each figure stands over
// the words that it counts, as the parts of speech tell them. The sentence is said as it is.

// counted draws such a sentence, and reports whether it is one: two figures or more, each
// with a thing of its own. ours tells whether notes may be said as a sentence.
func (w *Writer) counted(b *Beat, s string, ours bool) bool {
	t := prose.Unstop(strings.TrimSpace(s))
	if w.Wording.Code != "en" || strings.ContainsAny(t, "?\"“”:;()") || notCounts.MatchString(t) || w.Wording.VerbFirst.MatchString(t+" ") || prose.URL(t)+prose.Mail(t) != "" {
		return false
	}
	parts, joined := w.partsOf(t)
	if ours && len(parts) >= 3 && slices.ContainsFunc(parts, func(p string) bool { return !DigitsRE.MatchString(p) }) {
		return false // "24 boats, 6 islands, and a lunch on deck" is a list
	}
	figs := w.Counts(t)
	if len(figs) < 2 || len(figs) > StatsMost+1 {
		return false
	}
	words := grammar.Tags(t)
	var stats []Stat
	kind := "" // what the last figure counts, in one word
	for i, f := range figs {
		end := len(t)
		if i+1 < len(figs) {
			end = figs[i+1].From
		}
		p := &counting{t: t, words: words, f: f, end: end, money: strings.ContainsAny(f.Prefix, "€$£")}
		if p.place(); p.at < 0 {
			return false
		}
		if i > 0 && p.does() || f.Text == "1" && !p.measures() {
			return false // "9 stamps make a free one" says what they make
		}
		if clockTail.MatchString(t[f.To:]) || oClock.MatchString(t[f.To:]) {
			return false
		}
		if p.modifies() {
			if strings.HasSuffix(f.Suffix, "%") || p.money && (len(stats) == 0 || !strings.Contains(stats[len(stats)-1].Label, f.Text)) {
				return false // it says something of its own, and what is not known
			}
			continue
		}
		label := p.label(kind)
		if label == "" || utf8.RuneCountInString(label) > 44 {
			return false
		}
		if p.noun != "" {
			kind = p.noun
		}
		if before := t[:f.From]; w.Wording.MoreThan.MatchString(strings.TrimSpace(before)) && f.Suffix == "" && !notMore.MatchString(before) {
			f.Suffix = "+"
		}
		if strings.EqualFold(label, f.unit) {
			f.Suffix = ""
		}
		stats = append(stats, Stat{Amount: f, Label: prose.Upper(label)})
	}
	if len(stats) < 2 || len(stats) > StatsMost {
		return false
	}
	if ours && !joined && !prompt.IsClause(t, "en") && len(parts) == len(stats) {
		b.Words = []string{prose.Upper(prose.Stop(w.Wording.Join(parts)))} // notes: "3 bedrooms, 2 bathrooms, 118 square metres"
	}
	w.PutStats(b, stats)
	b.Headline = cmp.Or(prose.Upper(strings.TrimRight(countedIn.FindString(t), ", ")), w.Wording.NumbersHead)
	return true
}

var (
	// notCounts is a condition, a choice, a change or a denial: its figures are no counts.
	notCounts = pattern.New(`(?i)\b(?:if|when|unless|until|whether|or|instead|compared|versus|vs|not|never|no|\w+n['’]t|between|would|could|should|must)\b|\b(?:up|down) from\b|\bfrom \S*\d\S* (?:\p{L}+ )?to \S*\d|\bthan (?:last|in|a year)\b`)
	// countedIn is the time that the counts of a sentence are of.
	countedIn = pattern.New(`(?i)^(?:(?:last|this) (?:week|month|year|quarter|spring|summer|autumn|fall|winter|season)|today|so far|to date|in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?|\d{4}|q[1-4])),? `)
)

// counting is one figure among the words of its sentence.
type counting struct {
	t     string
	words []grammar.Tagged
	f     Amount
	at    int // the word of the figure, -1 = it is none
	next  int // the first word behind the figure and its unit
	end   int // where the next figure begins, bytes
	money bool
	noun  string // what it counts, in one word
}

// place finds the words of the figure.
func (p *counting) place() {
	p.at, p.next = -1, len(p.words)
	for i, x := range p.words {
		if p.at < 0 && x.At >= p.f.From {
			p.at = i
		}
		if x.At >= p.f.To {
			p.next = i
			break
		}
	}
}

// tag is the part of speech of word i; "" = there is none before the next figure.
func (p *counting) tag(i int) string {
	if i < 0 || i >= len(p.words) || p.words[i].At >= p.end {
		return ""
	}
	return p.words[i].Tag
}

// word is word i in small letters; "" = there is none.
func (p *counting) word(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return strings.ToLower(p.words[i].Text)
}

// measures tells a figure with a unit, a share or a sum from a count.
func (p *counting) measures() bool { return p.f.unit != "" || p.money || p.f.Suffix == "%" }

// modifies tells a figure that only says how far, how long or which one: "within 500 metres",
// "on the first £5,000", "at conveyor 3".
func (p *counting) modifies() bool {
	before := p.word(p.at - 1)
	if !p.measures() {
		return strings.HasPrefix(p.tag(p.at-1), "N") && !strings.HasPrefix(p.tag(p.next), "N") && !strings.HasPrefix(p.tag(p.next), "J") && p.word(p.next) != "of"
	}
	return modifying[before] && !(p.f.unit != "" && before == "for" && strings.HasPrefix(p.tag(p.next), "N"))
}

// modifying are words whose measure belongs to what stands before them.
var modifying = map[string]bool{"within": true, "in": true, "over": true, "under": true, "after": true, "before": true, "during": true, "every": true, "per": true, "by": true, "for": true, "first": true, "last": true, "next": true, "than": true, "from": true, "to": true, "on": true, "a": true, "an": true}

// onlyModifies takes measures that only say how far or how long behind what a sentence
// counts: "18,500 people now have clean water within 500 metres of their home".
func (w *Writer) onlyModifies(s string, figs []Amount) {
	if w.Wording.Code != "en" || len(figs) < 2 || figs[0].Score != 3 && figs[0].Score != 2 {
		return
	}
	words := grammar.Tags(s)
	first := &counting{t: s, words: words, f: figs[0], end: figs[1].From}
	if first.place(); first.at < 0 || first.phrase(first.next) == first.next {
		return
	}
	for i, f := range figs[1:] {
		p := &counting{t: s, words: words, f: f, end: len(s)}
		if p.place(); p.at > 0 && f.unit != "" && p.modifies() {
			figs[i+1].Score, figs[0].Score = 1, 3
		}
	}
}

// label is what the figure counts. kind is what the figure before it counts. "" = not known.
func (p *counting) label(kind string) string {
	if n := p.phrase(p.next); n > p.next && !(p.measures() && p.led() && p.tag(p.next) == "VBG") { // "27 wells in Kenya", "3.1% interest on the first £5,000"
		p.noun = p.word(n - 1)
		return p.text(p.next, p.more(n))
	}
	of := p.word(p.next) == "of"
	switch {
	case of && p.tag(p.next+1) == "PRP": // "9 of them at conveyor 3"
		if n := p.more(p.next + 2); n > p.next+2 {
			return p.text(p.next+2, n)
		}
	case of && p.f.unit != "" && p.tag(p.next+1) != "PRP$": // "15 grams of copper"
		if n := p.phrase(p.next + 1); n > p.next+1 {
			return p.text(p.next+1, n)
		}
	case p.measures() && p.tag(p.next) == "IN" && !p.led(): // "1.2% on everything above", "5,200 hours of their time"
		if n := p.more(p.next); n > p.next && !strings.HasPrefix(p.tag(n), "V") { // "30 days before a certificate expires" breaks off
			return p.text(p.next, n)
		}
	}
	if before := p.led(); before && p.measures() { // "the longest gallery at 51 metres", "a garden of 240 square metres"
		k := p.at - 2
		for k >= 0 && (nominal(p.words[k].Tag) || p.words[k].Tag == "IN" || p.words[k].Tag == "DT") {
			k--
		}
		if k++; k < p.at-1 && (p.words[k].Tag == "DT" || p.words[k].Tag == "PRP$") {
			k++
		}
		if k > 0 && p.words[k-1].Tag == "CD" {
			return "" // "18 hours at 4 °C"
		}
		if k < p.at-1 && p.words[k].Tag != "IN" && strings.HasPrefix(p.words[p.at-2].Tag, "N") {
			return p.text(k, p.at-1)
		}
		return ""
	}
	if timeUnit.MatchString(p.f.unit) && p.tag(p.next) == "," && p.word(p.at-1) != "in" && kind == "" {
		return p.f.unit // "It took us 11 years, 4 warehouses and …"
	}
	if areaUnit.MatchString(p.f.unit) && p.tag(p.at-1) == "," && (p.tag(p.next) == "" || p.tag(p.next) == ",") {
		return p.f.unit // "3 bedrooms, 118 square metres, …"
	}
	if verb := p.word(p.at - 1); kind != "" && !p.measures() && strings.HasPrefix(p.tag(p.at-1), "VB") && p.tag(p.next) == "" {
		return kind + " " + verb // "won 38 customers, lost 5"
	}
	return ""
}

// certain are words before the number of one certain measure.
var certain = map[string]bool{"first": true, "last": true, "next": true}

// does tells whether what the figure counts does something.
func (p *counting) does() bool {
	n := p.phrase(p.next)
	tag := p.tag(n)
	return n > p.next && (strings.HasPrefix(tag, "VB") && tag != "VBN" && tag != "VBG" || tag == "MD")
}

// led tells whether the figure is the measure of what stands before "at" or "of".
func (p *counting) led() bool {
	return (p.word(p.at-1) == "at" || p.word(p.at-1) == "of") && strings.HasPrefix(p.tag(p.at-2), "N")
}

// nominal are the parts of speech in front of a noun, and the noun.
func nominal(tag string) bool {
	return strings.HasPrefix(tag, "N") || strings.HasPrefix(tag, "JJ") || tag == "VBN" || tag == "VBG" || tag == "POS"
}

// phrase is the word behind the noun phrase that begins at word i; i = there is none.
func (p *counting) phrase(i int) int {
	k, noun := i, i
	if p.word(k) == "a" || p.word(k) == "an" {
		return i // "52 minutes a day"
	}
	if tag := p.tag(k); tag == "DT" || tag == "PRP$" {
		k++
	}
	for ; nominal(p.tag(k)) && (k == i || p.words[k].At == p.words[k-1].At+len(p.words[k-1].Text) || p.t[p.words[k].At-1] == ' '); k++ {
		if strings.HasPrefix(p.tag(k), "N") {
			noun = k + 1
		}
	}
	return noun
}

// labelMost is how long what a figure counts may be with what stands behind it, characters.
const labelMost = 34

// more is the word behind the phrases with prepositions that begin at word i, as far as a card
// has room for them.
func (p *counting) more(i int) int {
	for p.tag(i) == "IN" || p.tag(i) == "TO" {
		k := i + 1
		for tag := p.tag(k); tag == "DT" || tag == "PRP$" || nominal(tag); tag = p.tag(k) {
			k++
		}
		for named := certain[p.word(k-1)] || strings.HasPrefix(p.words[k-1].Tag, "N"); named && k < len(p.words) && (p.words[k].Tag == "$" || p.words[k].Tag == "CD" || p.words[k].Text == "£" || p.words[k].Text == "€"); k++ { // "on the first £5,000", "at conveyor 3"
		}
		if tag := p.tag(k); tag == "IN" && (p.word(k) == "above" || p.word(k) == "below") || tag == "RB" && k == i+2 {
			k++
		}
		if p.word(k) == "and" && p.tag(k-1) == "NNP" && p.tag(k+1) == "NNP" { // "in Malawi and Zambia"
			k += 2
		}
		if k == i+1 || p.words[k-1].Tag == "DT" && p.words[k-1].Text != "all" || utf8.RuneCountInString(p.text(p.next, k)) > labelMost {
			break
		}
		i = k
	}
	return i
}

// text is the sentence from word i to before word k.
func (p *counting) text(i, k int) string {
	to := len(p.t)
	if k < len(p.words) {
		to = p.words[k].At
	}
	return strings.Trim(p.t[p.words[i].At:to], " ,")
}
