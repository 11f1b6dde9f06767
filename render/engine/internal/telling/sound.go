package telling

import (
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// This file is the gate that English sentences made of notes go through. A note whose
// sentence is not sound is said in its own words: a presenter may read a note aloud, but
// nobody says "There are Tom retires".

// soundly is what was made of a note where that is a sound sentence, else the note as it is
// read aloud.
func (w *Writer) soundly(made, note string) string {
	if w.Wording.Code != "en" || made == note || sound(made, note) {
		return made
	}
	return prose.Stop(aloud(prose.Unstop(note)))
}

// aloud is a note as a presenter reads it: a label, a pause, its value.
func aloud(note string) string {
	if m := labelValue.FindStringSubmatch(note); m != nil && nominalLabel(m[1]) {
		return m[1] + ": " + m[2]
	}
	return note
}

// nominalLabel tells a label from words with a verb: "New trials", not "Team meets".
func nominalLabel(s string) bool {
	return verbAt(strings.Fields(s), 1) < 0 && !torn(s) && !stateEnd.MatchString(s)
}

// sound tells whether a sentence made of a note is one: every clause of it has one finite
// verb, a noun for its subject, and a complement that goes with it.
func sound(made, note string) bool {
	for _, s := range prose.SplitSentences(made) {
		for _, clause := range clausesIn(prose.Unstop(s)) {
			f := strings.Fields(clause)
			if i := verbAt(f, 0); i >= 0 && !soundClause(f, i, note) {
				return false
			}
		}
	}
	return true
}

// hires begins an order to find people, whose verb may be a noun.
var hires = pattern.New(`(?i)^(?:recruit|hire|find|attract)\s`)

// soundClause looks at one clause, whose finite verb is word at.
func soundClause(f []string, at int, note string) bool {
	if next := verbAt(f, at+1); next >= 0 && !slices.ContainsFunc(f[at:next], func(x string) bool { return joinsClause[bare(x)] }) {
		return false // "There are Tom retires"
	}
	subject, verb, rest := f[:at], bare(f[at]), f[at+1:]
	if contracted := strings.Index(bare(f[at]), "'"); contracted > 0 {
		subject, verb = append(slices.Clone(subject), bare(f[at])[:contracted]), "is"
	}
	if len(subject) == 0 || len(rest) == 0 || verb != "is" && verb != "are" {
		return true
	}
	if bare(subject[0]) == "there" && len(subject) == 1 {
		if first := grammar.Tags(note); len(first) > 1 && (first[0].Tag == "VB" || hires.MatchString(note)) {
			return false // "There are hire two welders"
		}
		return soundThing(rest, note)
	}
	said := strings.Join(subject, " ")
	if torn(said) || stateEnd.MatchString(said) && len(subject) > 1 {
		return false // "Budget approved is 12k"
	}
	if amountFirst.MatchString(rest[0]) && !countsOf.MatchString(rest[0]) {
		if tongue.English.IsPlural(said) && !wePlural.MatchString(said) && !strings.ContainsAny(rest[0], "€$£") && !isUnit(rest) {
			return false // "New trials are 312"
		}
		if numeric(rest[0]) && len(rest) > 1 && leansOn.MatchString(rest[1]+" ") && !isUnit(rest) {
			return false // "SOC is 2 in September"
		}
	}
	return true
}

// soundThing tells whether "there is" may stand before a thing: one that is no person, no
// length of time, and is not said to last.
func soundThing(thing []string, note string) bool {
	head := thing
	for i, x := range thing {
		if lastsSince[bare(x)] {
			return false // "There are new mirrors since June"
		}
		if i > 0 && preposition.MatchString(x) && len(head) == len(thing) {
			head = thing[:i]
		}
	}
	for i, x := range head {
		first := i == 0 || i == 1 && (bare(thing[0]) == "a" || bare(thing[0]) == "an")
		if name := strings.Trim(x, ".,"); unicode.IsUpper([]rune(name + "x")[0]) && !tongue.IsAcronym(name) && (!first || phrase.GenderOfName(name) != "") {
			return false // "There's a new coach Ali"
		}
	}
	last := bare(head[len(head)-1])
	if len(head) > 1 && timeUnit.MatchString(last) && amountFirst.MatchString(head[0]) || strings.HasSuffix(head[0], "%") {
		return false // "There are 60 days without accident"
	}
	if given := bare(thing[0]); (given == "a" || given == "an") && !strings.Contains(" "+strings.ToLower(note), " "+given+" ") && !countable.MatchString(last) {
		return false // whether one can be counted is not known: "Lost property at desk"
	}
	return true
}

// clausesIn cuts a sentence where a clause may begin.
func clausesIn(s string) []string {
	var out []string
	from := 0
	for _, cut := range clauseStarts.FindAllStringIndex(s, -1) {
		out, from = append(out, s[from:cut[0]]), cut[1]
	}
	return append(out, s[from:])
}

// verbAt is the first word from i on that is a finite verb, -1 if there is none. A word that
// may be a noun is one behind an article, a preposition or a number.
func verbAt(f []string, i int) int {
	for ; i < len(f); i++ {
		x := bare(f[i])
		if auxiliary.MatchString(x) || i > 0 && finiteOnly.MatchString(x) && !leadsNoun.MatchString(bare(f[i-1])) {
			return i
		}
	}
	return -1
}

// bare is a word without marks, in small letters, with a straight apostrophe.
func bare(x string) string {
	return strings.ReplaceAll(strings.ToLower(strings.Trim(x, ".,;:!?()")), "’", "'")
}

// isUnit tells whether a number is followed by what it is measured in.
func isUnit(rest []string) bool {
	return len(rest) > 1 && measureWord.MatchString(bare(rest[1]))
}

var (
	clauseStarts = pattern.New(`[,;:] (?:and |but )?| and | but | [–—] `)
	auxiliary    = pattern.New(`^(?:is|are|was|were|am|has|have|had|can|could|will|would|shall|should|must|might|does|do|did|(?:it|there|that|here|what|he|she|who)'s|(?:you|we|they)'(?:re|ve|ll))$`)
	// finiteOnly are verb forms that are no participles and hardly ever nouns.
	finiteOnly = pattern.New(`^(?:(?:retire|join|begin|become|bring|come|get|give|take|make|want|keep|know|see|say|seem|include|remain|open|grow|send|leave|arrive|meet|replace|save|last|hold|serve|follow|speak|happen|belong|ship|support|receive|require|provide|allow|enable|handle|help|improve|contain|depend|deliver|expire|apply|continue|create|decide|describe|develop|earn|enjoy|ensure|exceed|expect|explain|improve|invite|learn|lose|manage|offer|own|pay|prefer|prepare|present|produce|prove|publish|raise|read|receive|resume|sell|sign|sit|sleep|solve|spend|stand|stop|teach|tell|think|try|understand|wait|wear|write)s|goes|does|reaches|teaches|finishes|publishes|applies|tries|grew|went|came|became|began|took|gave|wrote|drove|knew|spoke|broke|saw|did|ran|fell|flew|chose|threw|hit|hits|reached|outgrew|beat|kept|told|felt|stood|understood)$`)
	// joinsClause are words that a clause with its own verb may follow.
	joinsClause = map[string]bool{"that": true, "which": true, "who": true, "whose": true, "if": true, "when": true, "while": true, "because": true, "as": true, "until": true, "after": true, "before": true, "since": true, "where": true, "what": true, "how": true, "why": true, "than": true, "so": true, "once": true, "unless": true}
	// lastsSince are words by which a thing goes on, which "there is" does not.
	lastsSince = map[string]bool{"since": true}
	// stateEnd ends in how something is, and in no noun.
	stateEnd    = pattern.New(`(?i)(?:^|\s)(?:\p{L}*(?:[^eh]ed|[^f]ly)|built|sold|made|sent|won|found|done|lost|paid|spent|left|up|down|out|off|on|back|over|live|full|open|ready|due|free|complete)$`)
	preposition = pattern.New(`(?i)^(?:in|on|at|from|near|inside|outside|behind|with|without|by|for|of|about|to|until|after|before|during|under|over|between|every|around|along|across)$`)
	countsOf    = pattern.New(`^\d+(?:st|nd|rd|th)`)
	measureWord = pattern.New(`(?i)^(?:(?:` + unitWords + `)|k|m|bn|million|billion|thousand|of|out)$`)
	// countable are things that an article may stand before.
	countable = pattern.New(`(?:er|or|ion|shop|band|raffle|quiz|audit|tour|bar|caf[eé]|market|stall|stage|concert|talk|party|class|course|review|demo|bus|train|room|desk|office|playground|pool|garden|kitchen|lift|discount|prize|form|map|guide|page|app|button|link|video|car|bike|charge|fee|limit|break|buffet|barbecue|bonfire|parade|show|film|game|match|race|walk|fair|sale|team|call|webinar|keynote|speech|booth|lunch|breakfast|picnic|tombola|choir|disco|court|park|path|zone|area|corner|tent|table|bank|box|line|list|plan|report|ceremony|festival|hike|ride|cruise|trip|visit|evening|day|night|week|month|hour|minute)$`)
)
