package prompt

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// cutAppositive splits "Name, a thing that …" and "our new app Name".
func cutAppositive(x string) (string, string) {
	if head, tail, ok := strings.Cut(x, "، "); ok {
		return strings.TrimSpace(head), strings.TrimSpace(tail)
	}
	if m := namedIn.FindStringSubmatch(x); m != nil {
		return m[2], m[1] + " " + m[3] // "our cat shelter, Whisker Haven, in Portland"
	}
	if head, tail, ok := strings.Cut(x, ", "); ok && articleAfter.MatchString(head) && allProper(tail) && prose.Words(tail) <= 4 && !dated.MatchString("on "+tail) {
		return tail, head // "our new expense app, Pennywise"
	}
	if m := postHolder.FindStringSubmatch(x); m != nil {
		if anyColleague.MatchString(m[1]) {
			m[1] = strings.Replace(m[1], lastWord(m[1]), m[3], 1)
		}
		return m[2], m[1] // "our new colleague Priya Nair, head of logistics"
	}
	if m := inBrackets.FindStringSubmatch(x); m != nil && allProper(m[1]) {
		return m[1], "the " + m[2] // "Trailmates (hiking app)"
	}
	for _, sep := range []string{", ", " – ", " — ", " - ", ": ", " ("} {
		if head, tail, ok := strings.Cut(x, sep); ok && articleAfter.MatchString(tail+" ") && head != "" {
			if sep == ", " && strings.Contains(tail, ", and ") && !unicode.IsUpper(rune(head[0])) {
				break
			}
			return strings.TrimSpace(head), strings.TrimRight(strings.TrimSpace(tail), ")")
		}
	}
	if head, tail, ok := strings.Cut(x, ", "); ok && allProper(head) && !strings.Contains(tail, ", ") && tail != "" && unicode.IsLower([]rune(tail)[0]) && !strings.HasPrefix(tail, "and ") {
		return head, tail // "Dana Ruiz, operations lead at Kestrel Foods"
	}
	f := strings.Fields(x)
	if len(f) >= 3 && articleAfter.MatchString(x) && !yearLast.MatchString(x) {
		i := len(f)
		for i > 0 && (properName(f[i-1]) || f[i-1] == "&" && i > 1 && properName(f[i-2])) {
			i--
		}
		if i > 0 && prepositions[strings.ToLower(f[i-1])] {
			return x, "" // "our clients in Mexico City"
		}
		if german := strings.ToLower(f[0]); german == "unser" || german == "unsere" {
			i++ // nouns are written like names there: "unser neues Lastenrad Muli"
		}
		if i < len(f) && i > 1 && len(f)-i <= 4 && strings.Trim(f[i], "0123456789") != "" {
			head := strings.ToLower(f[0])
			if head == "our" || head == "my" || head == "unsere" || head == "unser" || head == "notre" || head == "nuestra" || head == "nuestro" {
				return strings.Join(f[i:], " "), strings.Join(f[:i], " ")
			}
		}
	}
	return x, ""
}

var (
	// postHolder is a person by relation, name and post.
	postHolder   = pattern.New(`^((?:[Oo]ur|[Mm]y|[Tt]he) (?:new )?\p{Ll}[\p{Ll} -]{2,30}) (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){1,2}), (\p{Ll}[\p{L} -]{3,40})$`)
	anyColleague = pattern.New(`(?i)\b(?:colleague|teammate|hire|team member|coworker|co-worker)$`)
)

// asideIn is an aside about those whom a video is for.
var asideIn = pattern.New(`^([^()]+?) \(([^()]{3,60})\)(.*)$`)

var prepositions = map[string]bool{"in": true, "at": true, "of": true, "from": true, "near": true, "on": true, "for": true, "with": true, "to": true, "by": true,
	"im": true, "am": true, "an": true, "auf": true, "aus": true, "bei": true, "beim": true, "von": true, "vom": true, "zu": true, "zum": true, "zur": true, "für": true, "mit": true,
	"en": true, "de": true, "del": true, "con": true, "para": true, "à": true, "au": true, "aux": true, "du": true, "des": true, "chez": true, "dans": true, "pour": true, "avec": true, "sur": true,
	"em": true, "no": true, "na": true, "do": true, "da": true, "dos": true, "das": true, "com": true, "nel": true, "nella": true, "di": true, "della": true, "presso": true, "per": true,
	"op": true, "bij": true, "van": true, "voor": true, "met": true, "te": true}

// namedIn is a thing, its name, and where it is.
var namedIn = pattern.New(`^((?:our|my|the) [\p{L} -]{3,40}?), (\p{Lu}[\p{L}\d'’-]*(?: \p{Lu}[\p{L}\d'’-]*){0,3}), ((?:in|near|at|on) [\p{L} ]{2,30})$`)

var (
	inBrackets = pattern.New(`^([^()]+) \((\p{Ll}[\p{L} -]{2,30})\)$`)
	yearLast   = pattern.New(`,? (?:19|20)\d\d$`)
)

func allProper(s string) bool {
	f := strings.Fields(s)
	for _, w := range f {
		if !properName(w) {
			return false
		}
	}
	return len(f) > 0
}

func properName(w string) bool {
	r := []rune(strings.Trim(w, `"“”,.'’`))
	return len(r) > 0 && (unicode.IsUpper(r[0]) || unicode.IsDigit(r[0]) || prose.FirstIsName(string(r)))
}

// cutAside is a topic without what it is: "Name" of "Name, a thing that …".
func cutAside(x string) string {
	name, _ := cutAppositive(x)
	return name
}

// relativeFact says what a relative clause tells of the subject as a fact of its own, and
// returns the subject and what it is without it. What is only a kind, "an app that …",
// keeps its clause.
func (p *parser) relativeFact(name, about string, at int) (string, string) {
	if p.t.Code != "en" {
		return name, about
	}
	if m := ownClause.FindStringSubmatch(name); about == "" && m != nil && !strings.HasPrefix(strings.ToLower(m[1]), "a") {
		p.say(brief.Point{Form: brief.Clause, Text: "It " + m[2] + ".", Asked: true}, prose.Sentence{Text: m[2], Line: at, Col: 1})
		return m[1], ""
	}
	m := relativeClause.FindStringSubmatch(about)
	if m == nil || innerRelative.MatchString(m[1]) {
		return name, about
	}
	if kind := lastWord(m[1]); prose.Words(m[1]) < 3 && !strings.HasSuffix(strings.ToLower(name), " "+strings.ToLower(kind)) {
		also := alsoDoes.FindStringSubmatch(about)
		if also == nil || !p.isClause("it "+also[2]) {
			return name, about
		}
		p.say(brief.Point{Form: brief.Clause, Text: "It " + also[2] + ".", Asked: true}, prose.Sentence{Text: also[2], Line: at, Col: 1})
		return name, also[1] // "an app that names any plant and tells you …"
	} else if prose.Words(m[1]) < 3 {
		m[1] = "" // "the Vela kettle, a kettle that …"
	}
	p.say(brief.Point{Form: brief.Clause, Text: "It " + m[2] + ".", Asked: true}, prose.Sentence{Text: m[2], Line: at, Col: 1})
	return name, m[1]
}

var (
	// appositiveClause is a relative clause that tells what the thing before it does.
	appositiveClause = pattern.New(`(?i), (?:(?:an?|the|our|my) [^,]+ (?:that|which)|which) \p{L}+`)
	// relativeClause is what a thing is and what it does.
	relativeClause = pattern.New(`^(an? [^,]+?),? (?:that|which) ((?:\p{Ll}+ly |not only |also )?(?:\p{Ll}*[^\Ws]s|can|has|does) .+)$`)
	// ownClause is a thing and what it does, behind a comma.
	ownClause = pattern.New(`^([^,]+), which ((?:\p{Ll}+ly )?(?:\p{Ll}*[^\Ws]s|can|has) .+)$`)
	// alsoDoes parts what a thing does from what else it does.
	alsoDoes = pattern.New(`^(.{16,}?),? and ((?:\p{Ll}*[^\Ws]s) .+)$`)
	// innerRelative is a clause before the one that ends a phrase.
	innerRelative = pattern.New(`(?i)\b(?:that|which|who|where|when)\b`)
)
