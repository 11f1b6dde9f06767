package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// ownSubject begins a clause that could stand alone: its subject is a pronoun or a thing.
var (
	pronounFirst = pattern.New(`(?i)^(?:(?:and|but|so|then|also|plus) )?(?:i|we|you|it|they|he|she|there|this|that|every(?:one|body)|no(?:body| one)|all of (?:us|you))(?:['’]\p{L}+)? \p{L}`)
	thingFirst   = pattern.New(`(?i)^(?:(?:and|but|so|then|also|plus) )?(?:the|our|your|a|an|my|its?|their|[\p{L}-]+) (?:[\p{L}\d-]+ ){0,3}?(?:is|are|was|were|will|has|have|can|must|goes|go|needs?|gets?|costs?|opens?|closes?|starts?|stays?|comes?|runs?|takes?|moves?|ends?|works?)\b`)
	inCase       = pattern.New(`(?i)^(?:(?:and|but|so|also|plus) )?(?:if|when|once|unless) `)
	// depends begins a clause that needs the one behind it.
	depends  = pattern.New(`(?i)^(?:(?:and|but|so|also) )?(?:if|when|because|while|although|though|since|as|after|before|once|unless|until|till|whether|whenever|even if|by|to|for|with|instead|rather|not only|just)\b`)
	joinedBy = pattern.New(`(?i)^(?:and|plus|also)(?: also)? `)
)

// splices parts a sentence into its clauses where it runs on from one to the next with commas,
// as people type: "It runs to Friday, everybody has to sign, dental goes up, and if you miss it
// you wait a year." One of two clauses stays, and so does a row of parallel things.
func (p *parser) splices(s string) []string {
	if p.t.Code != "en" || prose.Words(s) < 14 || strings.ContainsAny(s, "?;\"“") {
		return nil
	}
	parts := splitOutside(s, ", ")
	pieces := []string{parts[0]}
	pronouns := 0
	for i, x := range parts[1:] {
		last := &pieces[len(pieces)-1]
		own := pronounFirst.MatchString(x)
		begins := own && p.isClause(x) || thingFirst.MatchString(x) && p.isClause(x) || inCase.MatchString(x) && (p.isClause(x) && prose.Words(x) >= 6 || i+2 < len(parts))
		if !begins || !p.isClause(*last) || depends.MatchString(*last) && !strings.Contains(*last, ", ") && !twoSubjects.MatchString(*last) {
			*last += ", " + x
			continue
		}
		if own || inCase.MatchString(x) {
			pronouns++
		}
		pieces = append(pieces, joinedBy.ReplaceAllString(x, ""))
	}
	if pronouns == 0 || len(pieces) < 3 && (len(pieces) < 2 || prose.Words(s) < 24) {
		return nil
	}
	for i, x := range pieces {
		if prose.Words(x) < 3 {
			return nil
		}
		pieces[i] = prose.Stop(prose.Upper(x))
	}
	return pieces
}

// twoSubjects is a condition with what follows from it, without a comma between them: "if you
// miss the deadline you're stuck".
var twoSubjects = pattern.New(`(?i)\b(?:if|when|once)\b.{6,}? (?:you|we|they|it|i)(?:['’]\p{L}+| (?:will|can|have|must|get|are|is)) `)
