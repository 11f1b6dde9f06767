package telling

import (
	"slices"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
)

// noGifts are videos that tell what is so, or what to do: nothing in them is for the viewer.
var noGifts = []brief.Purpose{brief.Update, brief.News, brief.Training, brief.Tutorial, brief.Thanks}

// given tells whether things are what the viewer gets, in words that "you get" may stand
// before. In languages other than English all are but clauses.
func (w *Writer) given(things ...string) bool {
	if g := w.Wording; g.Code != "en" {
		return w.Brief.Purpose != brief.Update && !slices.ContainsFunc(things, func(s string) bool {
			return g.Finite != nil && g.Finite.MatchString(" "+s+" ") || wantsTo.MatchString(s)
		})
	}
	return !slices.Contains(noGifts, w.Brief.Purpose) && !ofRules.MatchString(w.Brief.Subject) && !slices.ContainsFunc(things, countsPeople.MatchString) && !slices.ContainsFunc(things, func(s string) bool { return !w.nominal(s) })
}

// nominal tells the name of a thing from an order, a clause and what else no article
// stands before: "put the ask first", "founded 2009", "from April 1".
func (w *Writer) nominal(s string) bool {
	s = prose.Unstop(s)
	return !notNominal.MatchString(s) && !fullName.MatchString(s) && !hasVerb.MatchString(s) && (figureFirst.MatchString(s) || !endsInNumber.MatchString(s)) && !w.ordersIt(prose.Upper(s)) && (prose.Words(s) < 4 || !prompt.IsClause(s, w.Wording.Code))
}

// countsPeople is how many took part, which nobody gets: "1,204 members".
var countsPeople = pattern.New(`(?i)^(?:about |over |more than |nearly )?\d[\d,.]*(?: million| thousand|k)? (?:\p{L}+ )?(?:members|people|customers|runners|visitors|participants|users|students|donors|volunteers|followers|guests|riders|families|countries|teams)$`)

var (
	notNominal = pattern.New(`(?i)^(?:you|we|they|it|he|she|i|there|this|that|(?:[\d.,]+ ?%|[\d.,]+ percent) (?:to|for|on|of|in|goes|went)|waterproof|available|suitable|compatible|ready|safe|ideal|perfect|resistant|from|for|to|at|in|on|by|until|till|since|after|before|during|starting|beginning|ending|about|if|when|while|because|\p{L}+(?:ized|ised|ated|nded|sted|ched|shed|cted|ired|ined|yed|wed|ved)|built|born|won|sold|found|began|became|moved|raised|used|based) `)
	// ofRules is a subject that says what is allowed: nobody is given its limits.
	ofRules = pattern.New(`(?i)\b(?:polic(?:y|ies)|rules?|guidelines?|procedures?|regulations?|limits?|code of conduct|dress code|requirements?)$`)
	// wantsTo begins a clause of the Romance languages without its subject.
	wantsTo      = pattern.New(`(?i)^(?:vogliamo|dobbiamo|possiamo|siamo|abbiamo|queremos|debemos|podemos|somos|estamos|hemos|tenemos|devemos|temos|nous|on|il|elle|ils|elles) `)
	fullName     = pattern.New(`^\p{Lu}[\p{L}'’.-]+ \p{Lu}[\p{L}'’.-]+(?:,|$)`)
	hasVerb      = pattern.New(`(?i)\s(?:went|goes|rose|rises|fell|falls|grew|grows|dropped|is|are|was|were|has|have|had|can|will|must|should|costs?)(?:\s|$)`)
	endsInNumber = pattern.New(`\d$`)
)
