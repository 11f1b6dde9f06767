package prompt

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// IsClause tells a sentence from a phrase, by the finite verbs of a language.
func IsClause(s, lang string) bool {
	return (&parser{b: &draft{}, t: grammar.TongueFor(lang)}).isClause(s)
}

// subjectFirst begins a sentence with a pronoun that is its subject, so that the word
// behind it is its verb, whichever it is: "Il existe en huit couleurs".
var subjectFirst = map[string]*pattern.Pattern{
	"en": pattern.New(`(?i)^(?:we|they|he|she|you|it|I) (?:(?:all|also|now|just|only|never|always|often|still|once|even) )?(?-i:(\p{Ll}{2,}))\s`),
	"de": pattern.New(`(?i)^(?:er|es|wir|man|du|ich) (?-i:\p{Ll}{2,}(?:t|e|en|ß))\s`),
	"nl": pattern.New(`(?i)^(?:hij|wij|we|jij|ik|men|jullie) (?-i:\p{Ll}{3,})\s`),
	"es": pattern.New(`(?i)^(?:él|ella|ellos|ellas|nosotr[oa]s|ustedes) (?:(?:se|no|nos|les?|l[oa]s?) )*(?-i:\p{Ll}{3,})\s`),
	// "les matières premières coûtent": several things, and a verb that agrees with them.
	"fr": pattern.New(`(?i)^(?:(?:il|elle|ils|elles|on|nous|vous|je|tu) (?:(?:se|ne|nous|vous|les?|la|lui|leur|en|y) |[sn]['’])*(?-i:\p{Ll}{2,})|(?:les|nos|ces|vos|des) \p{L}+[sx](?: \p{L}+[sx]){0,2} (?:ne |se |n['’]|s['’])?\p{L}*[^m\P{L}]ent)\s`),
	// Arabic begins with its verb, or with a definite subject; behind an indefinite noun the
	// verb is one of a relative clause.
	"ar": pattern.New(`^(?:(?:و|ف|س|لا )?(?:كان|كانت|يكون|تكون|يمكن|يمكنكم|يمكنك|يوفر|توفر|تنقي|ينقي|يدوم|تدوم|يعمل|تعمل|يساعد|تساعد|يحمي|تحمي|يبدأ|تبدأ|يستمر|تستمر|ينقطع|تنقطع|يفتح|تفتح|يغلق|تغلق|يقام|تقام|يصل|تصل|يبلغ|تبلغ|نقدم|نوفر|نفتح|ندعوكم|نستقبل|يوجد|توجد|ليس|سيتم|ستتم|سوف|يتم|تتم|يجب|ينبغي|يقدم|تقدم|يستغرق|تستغرق|ارتفع|ارتفعت|انخفض|انخفضت|زاد|زادت|وصل|وصلت|بلغ|بلغت|تغير|يتغير|تتغير|يحصل|يستخدم|تستخدم|أصبح|أصبحت|يحتاج|تحتاج|يضم|تضم|يشمل|تشمل|يرجى|ينتهي|تنتهي|ينطلق|تنطلق|يكلف|تكلف)\s|ال\p{L}+(?:\sال\p{L}+){0,3}\s(?:لا )?(?:كان|كانت|يكون|تكون|يمكن|يمكنكم|يمكنك|يوفر|توفر|تنقي|ينقي|يدوم|تدوم|يعمل|تعمل|يساعد|تساعد|يحمي|تحمي|يبدأ|تبدأ|يستمر|تستمر|ينقطع|تنقطع|يفتح|تفتح|يغلق|تغلق|يقام|تقام|يصل|تصل|يبلغ|تبلغ|نقدم|نوفر|نفتح|ندعوكم|نستقبل|يوجد|توجد|ليس|سيتم|ستتم|سوف|يتم|تتم|يجب|ينبغي|يقدم|تقدم|يستغرق|تستغرق|ارتفع|ارتفعت|انخفض|انخفضت|زاد|زادت|وصل|وصلت|بلغ|بلغت|تغير|يتغير|تتغير|يحصل|يستخدم|تستخدم|أصبح|أصبحت|يحتاج|تحتاج|يضم|تضم|يشمل|تشمل|يرجى|ينتهي|تنتهي|ينطلق|تنطلق|يكلف|تكلف)\s)`),
	"pt": pattern.New(`(?i)^(?:ele|ela|eles|elas|nós|vocês?) (?:(?:se|não|nos|lhes?) )*(?-i:\p{Ll}{3,})\s`),
}

// notBehind are words that are no verb behind an English pronoun: "you and your team", "it
// all".
var notBehind = map[string]bool{"and": true, "or": true, "all": true, "both": true, "alone": true, "in": true, "at": true, "on": true, "of": true, "to": true, "for": true, "with": true, "from": true, "by": true, "as": true, "who": true, "that": true, "the": true, "two": true, "three": true, "four": true, "guys": true, "too": true, "yourselves": true, "yourself": true, "out": true, "up": true, "over": true, "if": true, "when": true, "before": true, "after": true, "than": true}

// nounToo are verbs that are nouns as well behind an article: "la ferme", "una ayuda".
var (
	nounToo     = pattern.New(`(?i)^(?:ferme|aide|offre|garde|paie|passe|reste|être|fait|porta|ayuda|oferta|cuenta|sale|ajuda|conta|dura|vive|abre|sabe|trasforma|cambia|cambio|muda|fecha|serve|usa|visita|sirve|lebt|wird)$`)
	nounArticle = pattern.New(`(?i)^(?:la|une?|notre|votre|cette|chaque|una?|nuestra|nuestro|vuestra|cada|esta|a|uma|nossa|nosso|essa|della|alla|nella|ogni|nostra|vostra|questa|da|na|l[ae]s)$`)
)

// tells tells an instruction from a sentence that begins with the same verb but
// speaks to the viewer ("Show your badge", "Include your name").
func (p *parser) tells(s string, end int) bool {
	rest := strings.ToLower(strings.TrimSpace(s[end:]))
	if rest == "" {
		return false
	}
	if p.t.Code == "en" {
		if greetsThem.MatchString(s) {
			return false // "Say hi to her in the canteen"
		}
		if nounThenVerb.MatchString(rest) {
			return false // "Offer ends 31 January"
		}
		for _, w := range []string{"your ", "yourself", "you ", "to ", "on ", "for "} {
			if strings.HasPrefix(rest, w) && !strings.HasPrefix(strings.ToLower(s), "focus on") {
				return false
			}
		}
	}
	return true
}

// nounThenVerb goes on with a verb, so that the word before it is a noun.
var nounThenVerb = pattern.New(`^(?:ends?|is|are|was|were|expires?|starts?|begins?|runs?|applies|closes|valid|holds|lasts|continues|says|shows that)\b`)

// isClause tells a sentence from a noun phrase by its finite verb. A participle
// behind an article or a preposition ("of lost receipts") is none.
func (p *parser) isClause(s string) bool {
	if p.t.Finite == nil {
		return false
	}
	if re := subjectFirst[p.t.Code]; re != nil {
		if m := re.FindStringSubmatch(s); m != nil && !(p.t.Code == "en" && notBehind[m[1]]) {
			return true
		}
	}
	if p.t.Code == "en" {
		if grammar.Predicate(s) {
			return true
		}
		s = monthMay.ReplaceAllString(s, "${1}June${2}") // no verb there
	}
	for from := " " + s + " "; ; {
		at := p.t.Finite.FindStringIndex(from)
		if at == nil {
			return false
		}
		head := strings.Fields(from[:at[0]])
		if len(head) == 0 && len(from) == len(s)+2 {
			if !unicode.IsUpper(rune((s + "x")[0])) || dropsPronoun[p.t.Code] || p.t.Code == "en" && shortVerb.MatchString(s) {
				return true
			}
		} else if word := strings.Trim(from[at[0]:min(len(from), at[1])], " ,.:"); p.t.Code == "de" && len(head) > 0 && prose.StartsUpper(word) {
			// a noun: "die Arbeiten"
		} else if len(head) == 0 || p.t.Code != "en" && !(nounToo.MatchString(word) && nounArticle.MatchString(head[len(head)-1])) || p.t.Code == "en" && !beforeNoun[strings.ToLower(head[len(head)-1])] {
			return true
		}
		next := max(1, at[1]-1)
		if next >= len(from) {
			return false
		}
		from = from[next:]
	}
}

// shortVerb is a pronoun with its verb in one word: "You'll meet your buddy".
var shortVerb = pattern.New(`(?i)^(?:you|we|they|i|he|she|it|that|there|here|what|who)['’](?:ll|re|ve|s|m|d)\s`)

// monthMay is the month, not the verb.
var monthMay = pattern.New(`(?i)(\d(?:st|nd|rd|th)?(?: of)? |\b(?:in|by|until|since|from|early|late|mid|last|next|this|of) )(?:may|march)\b|\b(?:May|March)( \d)`)

// dropsPronoun are languages whose sentences may begin with their verb: "Habrá talleres".
var dropsPronoun = map[string]bool{"es": true, "pt": true, "it": true}

var beforeNoun = map[string]bool{"of": true, "a": true, "an": true, "the": true, "with": true, "for": true, "from": true, "your": true, "our": true, "in": true, "no": true, "about": true, "and": true, "new": true, "free": true, "customer": true, "technical": true, "premium": true, "live": true, "online": true, "email": true, "full": true, "priority": true, "annual": true, "monthly": true, "weekly": true, "daily": true, "quarterly": true, "yearly": true, "status": true, "progress": true, "incident": true}

// greetsThem bids the viewers greet somebody, or say something themselves.
var greetsThem = pattern.New(`(?i)^say (?:(?:what|how|when|where|why|which) (?:[\p{L}]+ )?you (?:will|can|would|want|need|do|did|are|have|cannot|can['’]t)\b|hi|hello|hey|goodbye|bye|thanks|thank you|cheers)\b`)
