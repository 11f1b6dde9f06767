package prompt

import (
	"cmp"
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// cut is the transition out of one scene, which a direction outside the scenes asks for.
type cut struct {
	after int // number of the scene
	kind  string
	secs  float64 // 0 = not said
}

// transitionsIn reads the transitions that a direction asks for: those between scenes that
// it names, and the one of all others: "snap cut between 1 and 2, liquid dissolve elsewhere".
func (b *draft) transitionsIn(s string) {
	if !layout.TransitionRE.MatchString(s) && !elsewhere.MatchString(s) {
		return
	}
	if betweenScenes.FindStringIndex(s) == nil && intoScene.FindStringIndex(s) == nil && !intoLast.MatchString(s) {
		named := layout.TransitionNamed(s)
		if named == "" && prose.Words(s) <= 5 {
			named = prose.Lookup(layout.Transitions, s) // "Wipes between scenes"
		}
		b.Transition = cmp.Or(named, b.Transition)
		b.CutSeconds = cmp.Or(layout.TransitionSeconds(s), b.CutSeconds)
		return
	}
	var parts []string
	for _, part := range cutParts.Split(s, -1) {
		if a, z, ok := strings.Cut(part, " and "); ok && layout.TransitionNamed(a) != "" && layout.TransitionNamed(z) != "" {
			parts = append(parts, a, z)
		} else {
			parts = append(parts, part)
		}
	}
	for _, part := range parts {
		tr, secs := layout.TransitionNamed(part), layout.TransitionSeconds(part)
		if tr == "" && intoScene.MatchString(part) && prose.Words(part) <= 8 {
			tr = prose.Lookup(layout.Transitions, part) // "except a fade into shot 5"
		}
		if tr == "" && elsewhere.MatchString(part) && prose.Words(part) <= 5 {
			tr = prose.Lookup(layout.Transitions, part) // "otherwise wipes"
		}
		switch between, into := betweenScenes.FindStringSubmatch(part), intoScene.FindStringSubmatch(part); {
		case tr == "":
		case between != nil:
			b.cuts = append(b.cuts, cut{int(prose.Decimal(between[1])), tr, secs})
		case intoLast.MatchString(part):
			b.cuts = append(b.cuts, cut{beforeLast, tr, secs})
		case into != nil:
			n := int(prose.Decimal(into[2]))
			if toScene.MatchString(into[1]) {
				n--
			}
			b.cuts = append(b.cuts, cut{n, tr, secs})
		default:
			b.Transition, b.CutSeconds = tr, cmp.Or(secs, b.CutSeconds)
		}
	}
}

// cutScenes gives the scenes the transitions that directions outside them ask for.
func (b *draft) cutScenes() {
	for _, c := range b.cuts {
		done := false
		if c.after == beforeLast && len(b.Scenes) > 1 {
			c.after = b.Scenes[len(b.Scenes)-2].Number
		}
		for i := range b.Scenes {
			if b.Scenes[i].Number == c.after && i+1 < len(b.Scenes) {
				b.Scenes[i].Transition, b.Scenes[i].CutSeconds, done = c.kind, c.secs, true
			}
		}
		if !done {
			b.Note(1, fmt.Sprintf("transition %q: no scene follows scene %d", c.kind, c.after))
		}
	}
}

// beforeLast is the scene before the last one, whatever its number.
const beforeLast = -1

const sceneWord = `(?:scenes?|shots?|beats?|szenen?|escenas?|scènes?|cenas?|scen[ae])?\s*#?`

var (
	cutParts      = pattern.New(`[,;.]\s+|\s+but\s+`)
	betweenScenes = pattern.New(`(?i)\b(?:between|from|zwischen|von|entre|de|tra|fra|da)\s+` + sceneWord + `(\d{1,2})\s*(?:and|to|und|bis|zu|y|a|et|à|e|–|-|→)\s*` + sceneWord + `\d{1,2}\b`)
	intoScene     = pattern.New(`(?i)\b(into|to|before|after|out of|at the end of|nach|vor|in|después de|antes de|après|avant|dopo|prima di|depois da?|antes da?)\s+(?:(?:the )?(?:scene|shot|beat|szene|escena|scène|cena|scena)\s*)?#?(\d{1,2})\b(?:\s*(?:$|[,;.)]|and\b|but\b))`)
	intoLast      = pattern.New(`(?i)\b(?:into|to|before|in|vor|antes de|avant|prima di) (?:the |die |la |l['’])?(?:last|final|closing|letzte[nr]?|última|dernière|ultima) ?(?:scene|shot|one|szene|escena|scène|cena|scena|card)?\b`)
	toScene       = pattern.New(`(?i)^(?:into|to|before|vor|in|antes de|avant|prima di|antes da?)$`)
)
