package script

import "gitops.video/render/render/engine/internal/pattern"

var never = pattern.New(`^\x{200f}`)

// wordless serves languages whose grammar is not known: it frames nothing, so that
// what is heard and shown are the prompt's own words alone.
var wordless = &wording{
	keepsCase: true,
	meet:      "%s.", talk: "%s.", look: "%s.", whatsNew: "%s.", welcome: "%s.", comeTo: "%s.", hiring: "%s: %s.", itsTitle: "%s.", offer: "%s?", hello: "%s.", forName: "%s",
	upFrom: "← %s", downFrom: "← %s", here: "%s.", howTo: "%s.", includes: "%s.", youGet: "%s.", learn: "%s.", costs: "%s.", says: "%s: %s", versus: "%s / %s?", see: "%s", more: "%s",
	value: "%s: %s", fromTo: "%s: %s (%s) → %s (%s).", was: "%s: %s → %s.", startAt: "%s.", firstly: "%s.", then: []string{"%s."}, finally: "%s.", and: ", ", against: "%s: %s / %s.", sidesOf: "%s / %s?", recap: "%s.",
	inYear: "%s, %s", onDay: "%s, %s",
	price: never, free: never, visit: never, article: never, articled: never, clauseItem: never, greets: never, acts: never, headArticle: never, pronoun: never, stops: never, costWord: never, more4: never, verbFirst: never,
}
