package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// joinsOn is a conjunction that a sentence begins with, and nothing else.
var joinsOn = pattern.New(`(?i)^(?:because|since|so|but|and|as|although|while|that|also|now|today|here)$`)

// severalAre are those of whom one in several is something, with the verb for the one.
var severalAre = pattern.New(`^(\p{L}+s) (?:is|was) `)

// dayAnd is a day, which another one may follow: "On Tuesday".
var dayAnd = pattern.New(`(?i)^(?:on |every |each |between )?(?:` + Weekdays + `)s?$`)

// label says what a figure measures, in the sentence's own words around it.
func (w *Writer) label(s string, f Amount) (label, after string) {
	a, z := clauseOf(s, f)
	before := w.leadingTo(s[a:f.From])
	if label, after, ok := w.labelApart(s, f, a, z, before); ok {
		return label, after
	}
	rest, delta := w.behind(s[f.To:z], f)
	g := w.Wording
	if i := strings.LastIndex(before, g.And); i > 6 && prose.Words(before[i:]) >= 3 && !(g.Code == "en" && dayAnd.MatchString(before[:i])) {
		before = strings.TrimSpace(before[i+len(g.And):])
	}
	if label, after, ok := w.labelByForm(s, f, a, before, rest); ok {
		return label, after
	}
	if !notMore.MatchString(before) {
		before = strings.TrimSpace(g.MoreThan.ReplaceAllString(before, ""))
	}
	before = strings.TrimSpace(g.Pronoun.ReplaceAllString(before+" ", ""))
	bare := prose.Words(before)
	if m := namedAs.FindStringSubmatch(s[:a]); m != nil && g.Code == "en" && bare > 0 && bare <= 3 {
		before, bare = m[1]+" "+before, bare+1 // "Bella, a 9-year-old lurcher, waited 14 months"
	}
	if bare <= 2 && a > 0 && (f.Share == 0 || rest == "") && !namedAs.MatchString(s[:a]) && (g.Code == "en" || bare > 0 || rest == "") && utf8.RuneCountInString(before) < 12 {
		// "…, up to 400 euros": the clause before says what for.
		prev := strings.TrimSpace(strings.TrimRight(s[:a], ",;: "))
		if i := strings.LastIndex(prev, ", "); i > 0 {
			prev = prev[i+2:]
		}
		if prev = w.Bare(prev); prose.Words(prev) >= 3 && (g.Code != "en" || prompt.IsClause(prev, "en") || g.VerbFirst.MatchString(prev)) && utf8.RuneCountInString(prev) <= 44 {
			return prose.Upper(prev), whole(rest, 40)
		}
	}
	if bare >= 2 && utf8.RuneCountInString(before) <= 40 || bare == 1 && utf8.RuneCountInString(before) > 4 || bare == 1 && tongue.IsAcronym(before) {
		return prose.Upper(before), whole(rest, 40)
	}
	if bare > 2 {
		if t := lastWords(before); t != "" {
			return prose.Upper(t), whole(rest, 40)
		}
	}
	if rest != "" {
		return w.labelBehind(rest, delta)
	}
	if before != "" {
		return prose.Upper(Clip(before, 40)), ""
	}
	if f.Prefix != "" && strings.ContainsAny(f.Prefix, "€$£") && g.Code == "en" {
		return g.PriceLabel, ""
	}
	return w.Brief.Subject, ""
}

// clauseOf is the clause that a figure stands in, in bytes of the sentence.
func clauseOf(s string, f Amount) (from, to int) {
	from, to = 0, len(s)
	for _, c := range clauseCut.FindAllStringIndex(s, -1) {
		if c[1] <= f.From {
			from = c[1]
		} else if c[0] >= f.To && c[0] < to {
			to = c[0]
		}
	}
	return from, to
}

// leadingTo is what stands before a figure in its clause, without what joins the clause on.
func (w *Writer) leadingTo(before string) string {
	before = strings.TrimRight(strings.TrimSpace(before), " (:")
	if w.Wording.Code == "en" && joinsOn.MatchString(before) {
		before = "" // "Because one in ten phones is lost"
	}
	if i := strings.LastIndexByte(before, '"'); i >= 0 && strings.Count(before, `"`)%2 == 0 {
		before = strings.TrimSpace(before[i+1:]) // what is done stands behind the name
	}
	if i := strings.LastIndex(before, "? "); i > 0 {
		before = before[i+2:] // "Why? Energy costs rose 40%"
	}
	return before
}

// labelApart is a label that stands apart from its figure: before a bracket or a colon, or
// all that follows it.
func (w *Writer) labelApart(s string, f Amount, a, z int, before string) (label, after string, ok bool) {
	g := w.Wording
	if i := strings.LastIndexByte(before, '('); i > 0 && g.Code == "en" && !strings.Contains(before[i:], ")") { // "Install the app (takes 5 min)"
		if t := w.Bare(strings.TrimSpace(before[:i])); prose.Words(t) >= 2 && utf8.RuneCountInString(t) <= 44 {
			in, _, _ := strings.Cut(s[f.To:], ")")
			return prose.Upper(t), whole(strings.Trim(in, " ,;"), 40), true
		}
	}
	if m := andVerb.FindStringSubmatch(before); m != nil && g.Code == "en" {
		if t := strings.TrimLeft(prose.Unstop(s[f.To:z]), " "); t != "" && utf8.RuneCountInString(t) <= 40 {
			return prose.Upper(t), "", true // "…, and process 2 billion events a day" counts events
		}
	}
	if head := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s[:a]), ":")); before == "" && strings.HasSuffix(strings.TrimSpace(s[:a]), ":") && utf8.RuneCountInString(head) <= 40 {
		return prose.Upper(head), whole(closed(strings.TrimSpace(prose.Unstop(s[f.To:z]))), 40), true // "One prize: €2,000"
	}
	if head := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s[:a]), ":")); g.Code != "en" && before == "" && strings.HasSuffix(strings.TrimSpace(s[:a]), ":") {
		return Clip(prose.Upper(head), 44), whole(closed(strings.TrimSpace(prose.Unstop(s[f.To:z]))), 40), true
	}
	return "", "", false
}

// behind is what stands behind a figure in its clause, and how much more or less it is than
// before, "+8%".
func (w *Writer) behind(tail string, f Amount) (rest, delta string) {
	g := w.Wording
	rest = strings.TrimLeft(prose.Unstop(tail), " .,;:'’") // "12 minutes' walk"
	if strings.HasSuffix(rest, ")") && !strings.Contains(rest, "(") {
		rest = strings.TrimSuffix(rest, ")")
	}
	if i := strings.Index(rest, " ("); i >= 0 && !strings.Contains(rest[i:], ")") {
		rest = rest[:i] // "20 weeks for every parent (before: 12)"
	}
	if g.Code == "en" && strings.HasPrefix(f.Suffix, "in ") {
		rest = severalAre.ReplaceAllString(rest, "$1 ")
	}
	if m := inBrackets.FindStringSubmatch(rest); m != nil {
		rest = m[1] // "1,284 (+12%)"
	} else if m := deltaTail.FindStringSubmatch(rest); m != nil {
		rest, delta = m[1], m[2] // "214 orders (+8%)"
	}
	if i := strings.Index(rest, g.And); i > 8 || i > 2 && g.Code == "en" && g.VerbFirst.MatchString(rest[i+len(g.And):]) {
		rest = rest[:i]
	}
	if strings.HasPrefix(rest, "(") { // "£49 (usually £85) until November"
		rest = strings.Replace(strings.TrimPrefix(rest, "("), ")", ",", 1)
		rest = strings.TrimRight(rest, ",")
	}
	return rest, delta
}

// labelByForm is the label of a price, of a number to call, and in languages that are read
// from the right.
func (w *Writer) labelByForm(s string, f Amount, a int, before, rest string) (label, after string, ok bool) {
	g := w.Wording
	if g.Code == "ar" && before != "" && utf8.RuneCountInString(before) <= 40 {
		return before, whole(rest, 40), true
	}
	if g.Code == "he" && rest != "" {
		return whole(rest, 40), "", true
	}
	if g.Code == "en" && forPrice.MatchString(before) && f.Prefix != "" {
		if t := strings.TrimSpace(g.Pronoun.ReplaceAllString(forPrice.ReplaceAllString(strings.TrimSpace(s[a:f.From])+" ", "")+" ", "")); prose.Words(t) >= 2 && utf8.RuneCountInString(t) <= 40 {
			return prose.Upper(g.HeadArticle.ReplaceAllString(t, "")), whole(rest, 40), true // "3 tacos and a drink for $9.99"
		}
	}
	if m := theyCost.FindStringSubmatch(before); m != nil && g.Code == "en" && utf8.RuneCountInString(before) <= 44 {
		return prose.Upper(cmp.Or(m[1], before)), whole(rest, 40), true // "The repairs cost £6.3 million"
	}
	if g.Code == "en" && callsThem.MatchString(before) {
		when := ""
		if prose.Words(before) <= 2 && subordinate.MatchString(s) { // "If you can't connect, call 4411"
			when = Clip(strings.TrimRight(s[:a], ",;: "), 48)
		}
		return prose.Upper(before), cmp.Or(whole(rest, 40), when), true // "Call 911 at once"
	}
	if g.CostWord.MatchString(before) && !(g.Code != "en" && g.Free.MatchString(before)) {
		if m := wagePaid.FindString(before); m != "" {
			return prose.Upper(m), whole(rest, 40), true
		}
		if m := thingCosts.FindStringSubmatch(before); m != nil && g.Code == "en" {
			if thing := g.HeadArticle.ReplaceAllString(m[1]+m[2], ""); !strings.EqualFold(thing, w.Brief.Subject) && !pronounFirst.MatchString(thing) && utf8.RuneCountInString(thing) <= 32 {
				return prose.Upper(thing), whole(rest, 40), true // "A new well costs $6,800"
			}
		}
		if g.Code != "en" {
			rest = prose.Upper(strings.TrimPrefix(rest, strings.TrimPrefix(g.And, " "))) // "und reicht für zwei Personen"
		}
		return g.PriceLabel, whole(rest, 40), true
	}
	return "", "", false
}

// lastWords are the last three to six words before a figure, the more the better; "" = none
// make sense.
func lastWords(before string) string {
	f := strings.Fields(before)
	for n := min(6, len(f)); n >= 3; n-- {
		if t := strings.Join(f[len(f)-n:], " "); utf8.RuneCountInString(t) <= 36 && !startsWeak.MatchString(t) {
			return t
		}
	}
	return ""
}

// labelBehind is the label of a figure that stands before what it counts.
func (w *Writer) labelBehind(rest, delta string) (label, after string) {
	g := w.Wording
	t := rest
	if g.Code == "en" && strings.HasPrefix(t, "of ") {
		t = strings.TrimPrefix(strings.TrimPrefix(t[3:], "them "), "these ") // "11 of them apprentices"
		t = wholeGroup.ReplaceAllString(t, "")
		if at := englishVerb.FindStringIndex(t); at != nil && at[0] > 2 {
			t = t[:at[0]] + " that" + t[at[0]:]
		}
	}
	if g.Code == "de" {
		t = tongue.GermanVerb.ReplaceAllString(t, "$2 $1 $3")
	}
	if utf8.RuneCountInString(t) <= 44 {
		return prose.Upper(t), delta
	}
	return Clip(prose.Upper(t), 42), ""
}

var (
	// thingCosts is a thing and the verb that gives it its price.
	thingCosts = pattern.New(`(?i)^(?:(?:an?|one|each|every) )?((?:[\p{L}-]+ ){0,3}[\p{L}-]+) costs?(?: (?:about|around|only|just))?$|^(?:(?:the|our|its) )?((?:[\p{L}-]+ ){1,3}(?:price|fee|rent|fare|rate|deposit|ticket)) (?:is|are)(?: (?:about|around|only|just))?$`)
	// callsThem stands before a number that is called.
	callsThem = pattern.New(`(?i)\b(?:call|dial|ring|text)$`)
	// shareOf is the share that a number before it is, shareLead what leads to it: "1,200
	// customers, 3% of all", "1.200 Kunden, das sind 3 % aller Kunden".
	shareOf   = pattern.New(`(?i)^ (?:of (?:all|them|our|the|those|total)|aller|der|unserer|davon|de (?:todos|todas|los|las|nuestr[oa]s|tous|toutes|nos|noss[oa]s)|del total|des|d[oa]s|di (?:tutti|tutte)|dei|delle|degli|van (?:alle|de|onze|het totaal))\b[^,;:]{0,30}(?:$|,)`)
	shareLead = pattern.New(`(?i), (?:(?:das sind|das entspricht|also|es decir|el|soit|ou seja|o|cioè|ovvero|pari al|il|dat is|oftewel) )?$`)
	forPrice  = pattern.New(`(?i)\sfor\s{0,3}$`)
	theyCost  = pattern.New(`(?i)^(?:the|our|these|those|all) \p{L}+s cost$|(?:^|\b(?:and|but) )((?:the|its|their) (?:repairs?|damage|renovation|rebuild(?:ing)?|move|work|project|treatment|training|event|trip|campaign|replacement|installation|delivery|shipping) costs?)$`)
)

// namedAs is a name and what it is, between commas.
var namedAs = pattern.New(`^(\p{Lu}[^,;:]{1,24}), (?:an?|the|our|my) [^,;:]{3,50}, $`)

// andVerb goes on with the subject of the sentence.
var andVerb = pattern.New(`^and (?:process|serve|handle|run|ship|send|make|sell|employ|produce|host|store|move|train|teach|feed|help|save|recycle|deliver|support|cover|reach|use|have|built|trained|served|shipped|sold|made|saved|planted|fed|raised|delivered|reached|helped)(?: over| more than| about| around| nearly| almost)?$`)

var deltaTail = pattern.New(`^(.*\S) \(([+−-][^()]{1,20})\)$`)

var inBrackets = pattern.New(`^\(([^()]{1,40})\)$`)

// wagePaid is an amount that one gets and does not pay.
var wagePaid = pattern.New(`(?i)^(?:salary|pay|wages?|gehalt|lohn|stundenlohn|salaire|salario|sueldo|stipendio|salário|loon|salaris)\b`)

// whole shortens what follows a figure; the beginning of a reason says nothing.
func whole(s string, n int) string {
	if i := strings.Index(s, " ("); i >= 0 && !strings.Contains(s[i:], ")") {
		s = s[:i] // "for every parent (before: 12)"
	}
	if subordinate.MatchString(s) && !ADay.MatchString(s) { // "until 1 March" says when
		return ""
	}
	return Clip(s, n)
}

var startsWeak = pattern.New(`(?i)^(?:of|to|and|or|the|a|an|in|on|at|for|with|by|that|is|are|de|la|le|el|des|du|und|der|die|das|von|mit|e|y|et|o|a|os|as|il|lo)\s`)
var englishVerb = pattern.New(` (?:would|will|can|could|should|may|might|must|start|begin|come|use|say|prefer|have|are|is|were|was|want|trust|work|report|lose|spend|fail|go|do|need|see|get|take|make|feel|find|buy|choose|recommend|leave|stay|live|drop|rely|involve|contain|happen|open|click|forget|reuse|pay|save)\b`)

var (
	wholeGroup = pattern.New(`(?i)^(?:the|all)\s+`)
)

// closed is text up to a bracket that does not close in it.
func closed(s string) string {
	if i := strings.LastIndexByte(s, '('); i >= 0 && !strings.Contains(s[i:], ")") {
		return strings.TrimRight(s[:i], " ,")
	}
	return s
}
