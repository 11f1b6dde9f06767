package telling

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// toViewer speaks to those a video welcomes instead of about them.
func toViewer(s string) string {
	if !aboutThem.MatchString(s) {
		return s
	}
	for _, r := range viewerWords {
		s = r.re.ReplaceAllString(s, r.to)
	}
	return prose.Upper(s)
}

var (
	aboutThem   = pattern.New(`(?i)\b(?:they|their|them)\b`)
	viewerWords = []struct {
		re *pattern.Pattern
		to string
	}{
		{pattern.New(`(?i)\bthe first (day|week|month)\b`), "your first $1"}, {pattern.New(`\b[Tt]hey\b`), "you"}, {pattern.New(`\b[Tt]heirs\b`), "yours"},
		{pattern.New(`\b[Tt]heir\b`), "your"}, {pattern.New(`\b[Tt]hem\b`), "you"}, {pattern.New(`\b[Tt]hemselves\b`), "yourself"},
	}
)

// addressed says to the reader of a sales message what the prompt says about them:
// "We noticed they opened a depot" is "We noticed you opened a depot".
func addressed(s string) string {
	if m := companyWe.FindStringSubmatch(s); m != nil {
		s = "At " + m[1] + " we " + s[len(m[0]):]
	}
	if m := theyDid.FindStringSubmatch(s); m != nil {
		s = "You " + strings.NewReplacer(" their ", " your ", " his ", " your ", " her ", " your ").Replace(s[len(m[1])+1:])
	}
	if m := theirFirst.FindString(s); m != "" {
		s = "Your " + s[len(m):] // "Her website has no online booking"
	}
	s = wouldThey.ReplaceAllString(likeThem.ReplaceAllString(s, "$1 yours"), "$1 you ")
	m := noticed.FindStringIndex(s)
	if m == nil {
		return s
	}
	rest := s[m[1]:]
	for _, p := range [][2]string{{"they are ", "you are "}, {"they've ", "you've "}, {"they’ve ", "you’ve "}, {"they're ", "you're "}, {"they ", "you "}, {"their ", "your "}} {
		if strings.HasPrefix(rest, p[0]) {
			rest = p[1] + rest[len(p[0]):]
			break
		}
	}
	return s[:m[1]] + strings.ReplaceAll(rest, " their ", " your ")
}

var (
	wouldThey  = pattern.New(`^(Would|Could|Can|Do|Are) (?:she|he|they) `)
	likeThem   = pattern.New(`(?i)\b(like) (?:hers|his|theirs)\b`)
	theirFirst = pattern.New(`^(?:Her|His|Their) `)
	companyWe  = pattern.New(`^We \((\p{Lu}[\p{L}\d]+)\) `)
	theyDid    = pattern.New(`^(She|He|They) (?:recently |just |also )?(?:\p{L}+ed|had|said|wrote|spoke|opened|moved|can|could|might|may|must|should) `)
)

var noticed = pattern.New(`(?i)^(?:we|i)(?:'ve| have)? (?:noticed|saw|seen|read|heard|know|learned|understand)(?: that)? `)
