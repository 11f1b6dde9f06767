package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// composed carries out an instruction that asks for several things, each by itself: "make the
// chart twice as long and the steps faster". A part may leave out the verb of the part
// before, and what only says why is a remark. All are done or none. errOther = it is not made
// of such parts.
func (entry Entry) composed(b, first *scene.Storyboard, s string) (*scene.Storyboard, string, error) {
	entry.nested++
	m := mannerOf(b.Language)
	if m == nil || entry.nested > mostNested {
		return nil, "", errOther
	}
	s = politely.ReplaceAllString(strings.TrimRight(s, "? "), "")
	cuts := cutsOf(s)
	if parts, err := edit.Read(s, b.Language); err == nil && slices.ContainsFunc(parts, func(x edit.Edit) bool { return x.Op == edit.Stay }) { // its parts are about each other
		return nil, "", errOther
	}
	if len(cuts) < 2 || len(cuts) > mostParts || thereEnds.MatchString(s) {
		return nil, "", errOther
	}
	var did, done, remarks, denied []string
	at, verb, it := b, "", ""
	for from := 0; from < len(cuts); {
		to := len(cuts)
		if from == 0 { // all of it is no part of it
			to--
		}
		for ; to > from; to-- {
			part := m.bare(s[cuts[from][0]:cuts[to-1][1]])
			next, d, err := entry.part(at, first, m, inIts(part, it), verb, at != b && !slices.Equal(sceneIDs(at), sceneIDs(b)))
			if err != nil {
				continue
			}
			did = append(did, part)
			if at, done = next, append(done, d); edit.Orders(part, m.lang) {
				verb = wordRE.FindString(part)
			}
			it = cmp.Or(thingWord.FindString(part), it)
			break
		}
		if to == from {
			part := m.bare(s[cuts[from][0]:cuts[from][1]])
			switch reason := part == "" || entry.isReason(at, m, part); {
			case reason:
			case m.never.MatchString(part) && !asksAgain.MatchString(part) && len((&editor{b: b, entry: entry}).valuesIn(part)) == 0 && !edit.Orders(part, m.lang):
				denied = append(denied, part) // what is denied goes with another part
			default:
				if len(done) == 0 {
					return nil, "", errOther
				}
				return nil, "", fmt.Errorf("%q is understood, %q is not, and an edit is carried out whole or not at all: write it in another way, or as an edit of its own", telling.Clip(strings.Join(did, ", "), 60), telling.Clip(part, 60))
			}
			if to++; part != "" {
				remarks = append(remarks, fmt.Sprintf("%q is taken as a remark", telling.Clip(part, 60)))
			}
		}
		from = to
	}
	if len(done) == 0 {
		return nil, "", errOther
	}
	for _, d := range denied {
		if best, _ := (&editor{b: at, entry: entry}).speaking(m.topic(d)); len(best) > 0 {
			return nil, "", errOther
		}
	}
	answer := strings.Join(append(done, remarks...), "; ")
	if err := entry.unanswered(b, at, s, answer); err != nil {
		return nil, "", err
	}
	return at, answer, nil
}

// inIts puts the thing that the parts before spoke of in the place of "it".
func inIts(part, it string) string {
	at := itself.FindStringIndex(part)
	if it == "" || at == nil || inQuotes(part, at[0]) || thingWord.MatchString(part) {
		return part
	}
	return part[:at[0]] + "the " + it + part[at[1]:]
}

// part carries out one part of an instruction, with the verb of the part before where it has
// none. moved says that scenes have other numbers by now than those that were seen.
func (entry Entry) part(b, first *scene.Storyboard, m *manner, part, verb string, moved bool) (*scene.Storyboard, string, error) {
	if prose.Words(part) < 2 && !telling.DigitsRE.MatchString(part) || moved && aNumbered(m).MatchString(part) {
		return nil, "", errOther
	}
	if next, done, err := entry.carryOut(b, first, part); err == nil || edit.Orders(part, m.lang) {
		return next, done, err
	}
	if verb == "" || !m.article.MatchString(wordRE.FindString(part)) && !into.MatchString(part) {
		return nil, "", errOther
	}
	return entry.carryOut(b, first, verb+" "+part)
}

// into is between what something is and what it becomes.
var into = pattern.New(`(?i)\S (?:to|into|with|by|→|auf|in|durch|por|par|en|con) \S`)

// isReason tells whether a part only says why: it gives no value, asks for nothing, quotes
// nothing, and denies nothing that the video still says.
func (entry Entry) isReason(b *scene.Storyboard, m *manner, part string) bool {
	e := &editor{b: b, entry: entry}
	if best, _ := e.speaking(m.topic(part)); m.never.MatchString(part) && len(best) > 0 {
		return false
	}
	return !wishesRE.MatchString(part) && (becauseRE.MatchString(part) || m.never.MatchString(part)) && !asksAgain.MatchString(part) && !edit.Orders(part, m.lang) && len(e.valuesIn(part)) == 0 && !inMarks.MatchString(part)
}

// wishesRE begins what somebody wants to have, and no reason.
var wishesRE = pattern.New(`(?i)^(?:we|i)(?:'d| would)? (?:want|need|like|prefer|love) (?:the|a|an|to|it|more|less|some)\b`)

// politely begins a request.
var politely = pattern.New(`(?i)^(?:please |bitte )?(?:(?:can|could|would|will) (?:you|we)|(?:kannst|könntest|können|könnten) (?:du|sie|ihr|wir)|(?:puedes|podrías|podéis|podemos)|(?:peux-tu|pouvez-vous|pourriez-vous|peut-on))(?: please| bitte| just| also)? `)

// mostParts is how many parts an instruction has at most.
const mostParts = 6

// partEnd parts what is asked for first from what is asked for then.
var partEnd = pattern.New(`(?i)(?:,|;)? (?:and|und|y|et|e|en) (?:(?:then|also|dann|auch|luego|también|puis|aussi) )?|; |[.!] |, (?:(?:then|but|dann|aber) )?| [–—] `)

// cutsOf are where the parts of an instruction begin and end, but for those within quotation
// marks.
func cutsOf(s string) [][2]int {
	var out [][2]int
	from := 0
	for _, at := range partEnd.FindAllStringIndex(s, -1) {
		if inQuotes(s, at[0]) || strings.TrimSpace(s[from:at[0]]) == "" || goesOn.MatchString(s[at[1]:]) || shortForm.MatchString(s[:at[0]]) {
			continue
		}
		if itIs.MatchString(s[at[1]:]) && denies.MatchString(s[from:at[0]]) { // "copper isn't true, it's silver"
			continue
		}
		out = append(out, [2]int{from, at[0]})
		from = at[1]
	}
	return append(out, [2]int{from, len(s)})
}

// goesOn begins what belongs to what stands before it: "red, not blue".
var goesOn = pattern.New(`(?i)^(?:not|no longer|nicht|sondern|instead of|rather|than|statt|en lugar|en vez|au lieu|plutôt|pas|et non|y no|e non|including|too|as well|up from|down from|from|like|such as|e\.g|z\.b|por favor|please|bitte|s'il|svp|merci|gracias|danke|thanks)\b`)

// What is denied, and what is so instead.
var (
	denies = pattern.New(`(?i)\b(?:isn't|isn’t|aren't|aren’t|is not|are not|not|wrong|incorrect|kein\w*|nicht|falsch|no es|n'est pas|pas)\b`)
	itIs   = pattern.New(`(?i)^(?:it's|it’s|it is|they're|they are|it should be|that's|es ist|es sind|sondern|es un|son|c'est|ce sont)\b`)
)

// shortForm ends with a short form, whose stop ends no sentence.
var shortForm = pattern.New(`(?i)(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|ca|approx|hr|fr|sr|sra|mme|m)$`)

// partsOf are the parts of an instruction.
func partsOf(s string) []string {
	var out []string
	for _, c := range cutsOf(s) {
		out = append(out, s[c[0]:c[1]])
	}
	return out
}
