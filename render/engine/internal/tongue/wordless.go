package tongue

import "gitops.video/render/render/engine/internal/pattern"

var never = pattern.New(`^\x{200f}`)

// Wordless serves languages whose grammar is not known: it frames nothing, so that
// what is heard and shown are the prompt's own words alone.
var Wordless = &Wording{
	keepsCase: true,
	Meet:      "%s.", Talk: "%s.", Look: "%s.", whatsNew: "%s.", Welcome: "%s.", ComeTo: "%s.", Hiring: "%s: %s.", ItsTitle: "%s.", Offer: "%s?", Hello: "%s.", ForName: "%s",
	UpFrom: "← %s", DownFrom: "← %s", Here: "%s.", HowTo: "%s.", Includes: "%s.", YouGet: "%s.", Learn: "%s.", Costs: "%s.", Says: "%s: %s", Versus: "%s / %s?", See: "%s", More: "%s",
	Value: "%s: %s", FromTo: "%s: %s (%s) → %s (%s).", Was: "%s: %s → %s.", StartAt: "%s.", Firstly: "%s.", Then: []string{"%s."}, Finally: "%s.", And: ", ", Against: "%s: %s / %s.", SidesOf: "%s / %s?", Recap: "%s.",
	InYear: "%s, %s", OnDay: "%s, %s",
	Price: never, Free: never, Visit: never, article: never, Articled: never, ClauseItem: never, Greets: never, Acts: never, HeadArticle: never, Pronoun: never, Stops: never, CostWord: never, MoreThan: never, VerbFirst: never,
}
