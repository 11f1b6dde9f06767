package revise

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
)

// composed carries out an instruction that asks for several things, each by itself: "make the
// chart twice as long and the steps faster". A part may leave out the verb of the part
// before. All are done or none. errOther = it is not made of such parts.
func (entry Entry) composed(b, first *scene.Storyboard, s string) (*scene.Storyboard, string, error) {
	entry.nested++
	m := mannerOf(b.Language)
	if m == nil || entry.nested > mostNested {
		return nil, "", errOther
	}
	s = politely.ReplaceAllString(strings.TrimRight(s, "? "), "")
	for _, at := range partEnd.FindAllStringIndex(s, mostParts) {
		head, tail := m.bare(s[:at[0]]), m.bare(s[at[1]:])
		if inQuotes(s, at[0]) || head == "" || tail == "" || !edit.Orders(head, m.lang) {
			continue
		}
		next, done, err := entry.carryOut(b, first, head)
		if err != nil {
			continue
		}
		tails := []string{tail}
		if !edit.Orders(tail, m.lang) {
			if tails = nil; m.article.MatchString(wordRE.FindString(tail)) {
				tails = []string{wordRE.FindString(head) + " " + tail}
			}
		}
		if aNumbered(m).MatchString(tail) && !slices.Equal(sceneIDs(next), sceneIDs(b)) { // its numbers are those that were seen
			continue
		}
		for _, t := range tails {
			if last, more, err := entry.carryOut(next, first, t); err == nil {
				return last, fmt.Sprintf("%s; %s", done, more), nil
			}
		}
	}
	return nil, "", errOther
}

// politely begins a request.
var politely = pattern.New(`(?i)^(?:please |bitte )?(?:(?:can|could|would|will) (?:you|we)|(?:kannst|könntest|können|könnten) (?:du|sie|ihr|wir)|(?:puedes|podrías|podéis|podemos)|(?:peux-tu|pouvez-vous|pourriez-vous|peut-on))(?: please| bitte| just| also)? `)

// mostParts is how many places of an instruction are tried as the end of a part.
const mostParts = 4

// partEnd parts what is asked for first from what is asked for then.
var partEnd = pattern.New(`(?i)(?:,|;)? (?:and|und|y|et|e|en) (?:(?:then|also|dann|auch|luego|también|puis|aussi) )?|; |\. |, (?:then|but|dann|aber) `)
