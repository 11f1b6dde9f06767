package telling

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

var (
	// upDown is a change without its verb: "Gross margin up from 61% to 66%".
	upDown = pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (up|down)((?: \S+%?)? from .*| (?:by )?\d[\d.,]*\s?%.*)$`)
	// labelValue is a label before its figure: "Headcount 84".
	labelValue = pattern.New(`^(\p{Lu}[\p{L} '’-]{2,30}?) ((?:[€$£]\s?)?\d[\d.,]*(?:\s?%|[kKMB]\b| (?:million|billion|thousand|days|months|years|hours|minutes|weeks))?(?:, (?:up|down) from [€$£]?\d[\d.,]*\s?(?:%|[kKMB]\b)?)?(?: (?:in (?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4])|last (?:week|month|quarter|year)))?)$`)
	// participle begins what has been done to the subject: "Used by 31,000 freelancers".
	participle = pattern.New(`^(Used|Trusted|Loved|Built|Made|Backed|Founded|Chosen|Designed|Based|Rated|Powered|Tested|Approved|Printed|Baked|Brewed|Hosted|Available|Open) (?:by|in|on|at|from|for|with|since|daily|every|to|24/7)\b`)
	notLabel   = pattern.New(`(?i)\s(?:on|in|by|at|to|for|from|of|with|see|next|last|until|since|about|over|under|page|step|room|version|chapter|day|week|students|adults|children|seniors|kids)\s`)
	// onceDone is what was done at one time: "Founded in 2016".
	onceDone = pattern.New(`^(?:Founded|Built|Established|Launched|Designed|Opened) (?:by|in|on|at|from|for|with)\b`)
	// doneFor is how long something was done to a thing.
	doneFor = pattern.New(`^\p{Lu}\p{Ll}+ed (?:for )?\d+ (?:hours?|days?|weeks?|months?|years?|minutes?|times)$`)
	// thenClause has what was done to a thing before the clause about it: "Built in 1911, it stood idle".
	thenClause   = pattern.New(`, (?:it|they|he|she|we|this|the [\p{L}-]+) \p{Ll}+`)
	starsOn      = pattern.New(`^\d[\d.,]* stars? (?:on|in|from)\b`)
	countedFirst = pattern.New(`(?i)^(?:one|two|three|four|five|six|\d+)\s`)
	goalValue    = pattern.New(`(?i)^((?:the |our )?(?:[\p{L}'’]+ )?(?:[\p{L}'’]+ )?(?:goal|target|deadline|price|aim|budget|forecast|prize))(?: for [^:]{3,20})?: ([^:]{1,60})$`)
)

// fragmentSaid makes a sentence of a fragment that states a figure, and returns it; the
// same where it is one already. What is said is only the verb.
func (w *Writer) fragmentSaid(s string) string { return w.soundly(w.sentenceOf(s), s) }

// sentenceOf is fragmentSaid before anybody asks whether it is a sentence.
func (w *Writer) sentenceOf(s string) string {
	t := prose.Unstop(s)
	if w.Wording.Code != "en" {
		return cmp.Or(w.stated(t), s)
	}
	if doneFor.MatchString(t) {
		return s // "Brewed 18 hours"
	}
	if m := goalValue.FindStringSubmatch(t); m != nil && w.IsPhrase(m[2]) && !countedFirst.MatchString(t) && len(w.Counts(m[2])) > 0 {
		return prose.Stop(t[:strings.Index(t, ": ")] + " is " + m[2])
	}
	if m := costsOnly.FindStringSubmatch(t); m != nil {
		return prose.Stop("It costs " + m[1])
	}
	if holdsFrom.MatchString(t) {
		return prose.Stop("It " + w.Wording.Lower(t))
	}
	if said := w.predicated(t); said != "" {
		return said
	}
	switch {
	case starsOn.MatchString(t):
		return prose.Stop("It has " + t)
	case (onceDone.MatchString(t) || participle.MatchString(t)) && thenClause.MatchString(t):
		return s // it is whole
	case onceDone.MatchString(t):
		return prose.Stop("It was " + w.Wording.Lower(t))
	case participle.MatchString(t):
		return prose.Stop("It's " + w.Wording.Lower(t))
	}
	if prompt.IsClause(t, "en") {
		return cmp.Or(w.verbless(s), s)
	}
	if m := upDown.FindStringSubmatch(t); m != nil && !upVerb.MatchString(m[1]) && len(w.Counts(m[3])) > 0 {
		return prose.Stop(m[1] + w.isAre(m[1]) + m[2] + m[3])
	}
	if m := labelValue.FindStringSubmatch(t); m != nil && doesSo.MatchString(m[1]) {
		return prose.Stop("It " + w.Wording.Lower(t)) // "Serves 4"
	}
	if m := labelValue.FindStringSubmatch(t); m != nil && !startsWeak.MatchString(m[1]+" ") && prose.Words(m[1]) <= 3 && !ADay.MatchString(t) && !notLabel.MatchString(" "+m[1]+" ") && !w.Wording.VerbFirst.MatchString(m[1]) && !w.Wording.Stops.MatchString(" "+m[1]) {
		return prose.Stop(m[1] + w.isAre(m[1]) + m[2])
	}
	return cmp.Or(w.verbless(s), s)
}

// predicated gives each part of a row that says what one thing has, is and does the verb
// that it lacks: "800 lumens, visible from 1.2 km, weighs 140 g". "" = it is no such row.
func (w *Writer) predicated(t string) string {
	parts, _ := w.partsOf(t)
	if len(parts) < 3 || strings.ContainsAny(t, ":;") {
		return ""
	}
	verbs := 0
	said := make([]string, len(parts))
	for i, p := range parts {
		p = w.Wording.Lower(p)
		switch {
		case tongue.DoesIt.MatchString(p + " "):
			verbs++
		case amountFirst.MatchString(p):
			p = "has " + p
		case stateFirst.MatchString(p):
			p = "is " + p
		default:
			return ""
		}
		said[i] = p
	}
	if verbs == 0 || verbs == len(parts) {
		return ""
	}
	return prose.Stop("It " + w.Wording.Join(said))
}

// stateFirst begins with the state of a thing.
var stateFirst = pattern.New(`(?i)^(?:visible|audible|available|compatible|free|ready|made (?:of|from|in)|safe|light|quiet|suitable|open|certified|tested|built|designed|backed|rated|\p{L}+(?:-?proof|able|ible|-resistant|-friendly|-free))\b`)

func (w *Writer) isAre(noun string) string {
	if w.Wording.IsPlural(noun) && !wePlural.MatchString(noun) {
		return " are "
	}
	return " is "
}

var wePlural = pattern.New(`(?i)\bNPS$|(?:ss|us|is)$`)

// namedOnce says the subject's name instead of the first "It" of several sentences.
func (w *Writer) namedOnce(words []string) []string {
	name := w.Brief.Subject
	if !tongue.IsName(name) || len(words) == 0 || w.Wording.Code != "en" {
		return words
	}
	for i, s := range words {
		for _, p := range [][2]string{{"It has ", name + " has "}, {"It's ", name + " is "}, {"It was ", name + " was "}} {
			if rest, ok := strings.CutPrefix(s, p[0]); ok && i == 0 {
				words[0] = p[1] + rest
				return words
			}
		}
	}
	return words
}

var (
	// doesSo is a verb that a note begins with instead of its subject.
	doesSo = pattern.New(`(?i)^(?:serves|feeds|fits|seats|sleeps|holds|makes|yields|covers|lasts|weighs|costs|takes|needs|includes|fills|saves|measures|carries|supports|reaches)$`)
	// upVerb ends in a verb that "up" or "down" belongs to: "One customer makes up 22% of sales".
	upVerb = pattern.New(`(?i)\b(?:makes?|made|adds?|added|picks?|signs?|signed|takes?|took|gives?|gave|uses?|used|sets?|puts?|brings?|brought|frees?|freed|opens?|turns?|turned|shows?|showed|ends?|ended|buys?|bought|saves?|saved|backs?|backed)$`)
	// costsOnly is a price with its word and no verb: "Cost £185, payable in three instalments".
	costsOnly = pattern.New(`(?i)^(?:the )?costs? ((?:from |only |just )?[€$£]\s?\d.*)$`)
	// holdsFrom is what a rule does, without the rule: "Applies from 1 March".
	holdsFrom = pattern.New(`(?i)^(?:applies|takes effect|comes into force|runs|lasts|expires|replaces|covers|starts|ends|takes place|opens|closes) (?:from|on|in|until|for|at|to|the|all|every|by|\d)`)
)
