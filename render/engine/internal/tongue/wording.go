package tongue

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
)

// Wording holds how one language puts facts into sentences. Every pattern is a
// frame for the user's own words; none adds a claim.
type Wording struct {
	Code     string
	Meet     string // "Meet %s."
	Talk     string // "Let's talk about %s."
	Look     string // "Let's look at %s."
	whatsNew string // "Here's what's new in %s."
	Welcome  string
	ComeTo   string           // of an event
	Hiring   string           // company, audience
	ItsTitle string           // "Here's %s." of a video's title
	Offer    string           // "How about %s?"
	Hello    string           // "Hi %s."
	ForName  string           // "For %s"
	InOf     *pattern.Pattern // "9 in 10"; nil = not said so
	UpFrom   string           // "up from %s"
	DownFrom string
	Here     string // "Here's %s.", %s = "how it works"
	HowTo    string // "Here's how to %s."
	Includes string // "It comes with %s."
	YouGet   string
	Learn    string // "You'll learn %s.", %s = "how to …"
	Costs    string
	Says     string // name, words
	Versus   string
	See      string // address of a product
	More     string // address of anything else
	Value    string // label, value
	FromTo   string // what, value, when, value, when
	Was      string // of a row of two times: what, value, value
	StartAt  string // "Prices start at %s."
	Firstly  string
	Then     []string
	Finally  string
	And      string // before the last item
	Serial   bool   // a comma before it

	KnowHead                                                string // over what people should know
	ListHead, StepsHead, LearnHead, NumbersHead, PriceLabel string
	Recap, RecapHead                                        string
	Counts                                                  []string // "two" … "nine"

	Price       *pattern.Pattern    // noun phrase of a price; group 1 = the amount
	Free        *pattern.Pattern    // phrases that one gets rather than things that come with a product
	Visit       *pattern.Pattern    // "visit", "go to"
	article     *pattern.Pattern    // leading article
	Articled    *pattern.Pattern    // begins with an article or possessive
	ClauseItem  *pattern.Pattern    // "how to …"
	Greets      *pattern.Pattern    // sentences that greet or introduce by themselves
	Acts        *pattern.Pattern    // sentences that call to act
	Against     string              // row of a comparison: label, one, other
	SidesOf     string              // "%s or %s?"
	HeadArticle *pattern.Pattern    // articles that a headline drops
	ListLead    *pattern.Pattern    // what stands before a list in a sentence: "you get"
	VerbFirst   *pattern.Pattern    // an item that tells the viewer what to do
	Pronoun     *pattern.Pattern    // leading pronoun, with its auxiliary, that headlines drop
	Stops       *pattern.Pattern    // words that a headline must not end with
	CostWord    *pattern.Pattern    // verbs of price
	MoreThan    *pattern.Pattern    // "over", "more than" before a figure
	that        string              // puts "of breaches start" right: "Breaches that start"
	Finite      *pattern.Pattern    // a word that makes a clause of a list item
	RelClause   *pattern.Pattern    // "a link that does not match": its verb makes no clause
	SpokenSide  map[string]string   // how a label of a contrast is said: "after" is "now"
	TimeHead    string              // headline of dated events
	InYear      string              // event, month or year
	OnDay       string              // event, day
	nominative  func(string) string // a topic after a preposition as it stands alone; nil = the same
	object      func(string) string // the same as what is spoken about; nil = the same
	Vague       *pattern.Pattern    // a heading that says nothing by itself: "three things"
	ToKnow      string              // what makes it a headline: " to know"
	contract    []string            // pairs: words that melt together
	keepsCase   bool                // nouns keep their capitals inside a sentence
	indef       func(string) string
	Plural      func(string) bool
	Imperative  func(string) string // an order from the words after "invite viewers to"
}

// Fill puts args into a frame, each in the place of its %s.
func (g *Wording) Fill(pattern string, args ...string) string {
	a := make([]any, len(args))
	for i := range args {
		a[i] = args[i]
	}
	s := fmt.Sprintf(pattern, a...)
	for i := 0; i+1 < len(g.contract); i += 2 { // "de le" is "du"
		s = strings.ReplaceAll(s, " "+g.contract[i], " "+g.contract[i+1])
	}
	if rest, ok := strings.CutPrefix(s, "Das ist "); ok && g.Code == "de" && severalDE(rest) {
		s = "Das sind " + rest
	}
	if strings.HasSuffix(s, "..") && !strings.HasSuffix(s, "...") {
		s = s[:len(s)-1]
	}
	if before, ok := strings.CutSuffix(s, "."); ok && g == Wordless {
		return prose.Stop(before) // "オリエンテーション。"
	}
	for _, end := range []string{"?.", "!."} {
		if strings.HasSuffix(s, end) {
			s = s[:len(s)-1]
		}
	}
	return s
}

// NewIn says what is new, in German in the case that "in" asks for: "neu im Freibad".
func (g *Wording) NewIn(name string) string {
	if m := newsOf.FindStringSubmatch(name); m != nil {
		name = m[1] // "las novedades de Kontia 3.0" would be new twice
	}
	s := g.Fill(g.whatsNew, name)
	if g.Code == "de" {
		s = strings.NewReplacer(" in das ", " im ", " in der ", " im ", " in die ", " in der ").Replace(s)
	}
	return s
}

// newsOf is what is new, and where.
var newsOf = pattern.New(`(?i)^(?:(?:die|den|das|les?|las|los|as|le|gli|de|het)\s)?(?:neuerungen|neuigkeiten|neuheiten|neue[ns]?|nouveautés|novedades|novidades|novità|nieuwigheden|nieuws)\s(?:in|im|bei|von|an|de|du|d['’]|del|dans|en|do|da|dos|das|di|in|van)\s?(?:der |dem |den )?(.+)$`)

// Indefinite is a noun phrase with its indefinite article, where it takes one.
func (g *Wording) Indefinite(s string) string {
	if g.indef == nil {
		return s
	}
	return g.indef(s)
}

// Named is a topic as it stands alone: without the case of the preposition that
// the prompt puts before it.
func (g *Wording) Named(s string) string {
	if g.nominative == nil {
		return s
	}
	return g.nominative(s)
}

// About is a topic as what a frame speaks about.
func (g *Wording) About(s string) string {
	if g.object == nil {
		return s
	}
	return g.object(s)
}

// WholeOrder tells "Taste it" from a clause that breaks off.
func (g *Wording) WholeOrder(s string) bool {
	return g.Code == "en" && prose.Words(s) >= 2 && endsOrder.MatchString(s) && !g.Visit.MatchString(s+" ")
}

var endsOrder = pattern.New(`(?i)\s(?:it|us|up|now|today)$`)

// IsPlural tells whether a noun phrase is a plural.
func (g *Wording) IsPlural(s string) bool { return g.Plural != nil && g.Plural(s) }

// Definite puts "the" before what needs it: "new delivery scanner", "weekly update".
func (g *Wording) Definite(s string) string {
	if g.Code == "en" && (needsThe.MatchString(s) || namedKind.MatchString(s)) && !g.Articled.MatchString(s) && !OwnTime.MatchString(s) {
		return "the " + s
	}
	return s
}

// Bare tells whether a Romance name of a thing begins with its noun, so that no frame which
// needs an article fits it: "appunti dall'assemblea", "bilan du projet Horizon".
func (g *Wording) Bare(s string) bool {
	switch g.Code {
	case "es", "fr", "it", "pt":
	default:
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) && !g.Articled.MatchString(s+" ") && !g.article.MatchString(s+" ") && !g.ClauseItem.MatchString(s+" ") && strings.Contains(s, " ")
}

// namedKind is the name of a product with what it is: "Kestrel 2 trail camera".
var namedKind = pattern.New(`^\p{Lu}[\p{L}\d]+(?: (?:\p{Lu}[\p{L}\d]*|\d+)){0,2}(?: \p{Ll}+){0,2} (?:\p{Ll}+ )?(?:camera|lamp|bike|app|phone|watch|chair|desk|bag|backpack|jacket|kettle|machine|tracker|bottle|speaker|headphones|printer|scanner|drone|tent|stove|heater|scooter|sensor|charger|battery|mattress|pan|mug|tool|kit|platform|service|plugin|software|system|scale|robot|mower|pump|filter|toy|game)$`)

var needsThe = pattern.New(`(?i)^(?:q[1-4]|h[12]|new|latest|daily|weekly|monthly|quarterly|annual|yearly) |^(?:\p{Ll}[\p{Ll}'’-]* ){1,3}(?:notice|update|plan|policy|process|procedure|report|schedule|guide|checklist|launch|review|sale|tour|campaign|programme|program|deadline|calendar|budget|survey|menu|route|festival|fair|conference|workshop|webinar|project|merger|recall|move|closure|upgrade|migration|scheme|refund|contract|survey|scanner|listing|offer)$`)

// outOf is the pattern of "9 in 10" with the words that stand between, and of the
// same in number words: "two out of three".
func outOf(between string, small ...string) *pattern.Pattern {
	n := `\d{1,3}(?:[.,]\d{3})+|\d{1,6}`
	if len(small) > 0 {
		n += "|" + strings.Join(small, "|")
	}
	return pattern.New(`(?i)\b(` + n + `) (` + between + `) (` + n + `)\b`)
}

// Comma is what stands between the members of a list.
func (g *Wording) Comma() string {
	if g.Code == "ar" {
		return "، "
	}
	return ", "
}

// Join lists names as a person says them.
func (g *Wording) Join(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		return names[0] + g.And + names[1]
	}
	sep := g.And
	if g.Serial {
		sep = "," + g.And
	}
	return strings.Join(names[:len(names)-1], g.Comma()) + sep + names[len(names)-1]
}

// Noun takes the leading article off a list item.
func (g *Wording) Noun(s string) string {
	if r := g.article.ReplaceAllString(s, ""); r != "" {
		return r
	}
	return s
}

var properStart = map[string]bool{"Slack": true, "Google": true, "Microsoft": true, "Zoom": true, "GitHub": true, "Teams": true, "Excel": true, "Stripe": true, "Shopify": true,
	"WhatsApp": true, "Salesforce": true, "Outlook": true, "Gmail": true, "Apple": true, "Android": true, "Windows": true, "Monday": true, "Tuesday": true, "Wednesday": true,
	"Thursday": true, "Friday": true, "Saturday": true, "Sunday": true, "January": true, "February": true, "March": true, "April": true, "May": true, "June": true, "July": true,
	"August": true, "September": true, "October": true, "November": true, "December": true, "English": true, "German": true, "French": true, "Spanish": true, "European": true,
	"Bluetooth": true, "Python": true, "Kubernetes": true, "Docker": true, "Linux": true, "Jira": true, "Notion": true, "HubSpot": true, "Wi-Fi": true, "I": true, "PayPal": true, "Visa": true}

// Lower begins s with a small letter, as inside a sentence, unless it begins with a name.
func (g *Wording) Lower(s string) string {
	f := strings.Fields(s)
	if g.Code == "de" && len(f) > 1 && !IsAcronym(f[0]) && (germanSmall.MatchString(s) || germanOrder.MatchString(s) || inflected(f[0]) && UpperFirst(f[1]) && germanAdjective.MatchString(f[0])) {
		return LowerFirst(s)
	}
	if len(f) > 0 && !g.keepsCase && g.VerbFirst != nil && g.VerbFirst.MatchString(s) && !IsAcronym(f[0]) {
		r := []rune(s)
		r[0] = unicode.ToLower(r[0])
		return string(r)
	}
	if len(f) > 0 && strings.ContainsAny(f[0], "$€£") {
		return s // "R$ 3,2 milhões"
	}
	if len(f) == 0 || g.keepsCase || IsAcronym(f[0]) || properStart[strings.Trim(f[0], ",.;:'’s")] || properStart[strings.Trim(f[0], ",.;:")] {
		return s
	}
	if len(f) > 1 && unicode.IsUpper([]rune(f[0])[0]) && unicode.IsUpper([]rune(f[1])[0]) && !IsAcronym(f[1]) {
		return s // "Acme Cloud", "Anna Weber"
	}
	r := []rune(s)
	r[0] = unicode.ToLower(r[0])
	return string(r)
}

var (
	// germanSmall begins with a word that has a capital only at the head of a sentence.
	germanSmall = pattern.New(`(?i)^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|kein|keine|keinen|alle|jede[rsn]?|unsere?n?|ihre?n?|dein|deine|mein|meine|am|an|ab|auf|aus|bei|beim|bis|bitte|durch|für|gegen|hinter|im|in|ins|mit|nach|neben|nie|niemals|nicht|nur|immer|ohne|seit|über|um|unter|vom|von|vor|während|wegen|zu|zum|zur|zwischen|zuerst|dann|danach|dort|hier|heute|jetzt|morgen|sofort|es|er|sie|wir|ihr|man|du|wer|was|wann|wo|wie|wenn|regelmäßig|täglich|langsam|schnell|sicher|fest|nah)\s`)
	// germanOrder is a verb in the imperative, germanAdjective an adjective before its noun.
	germanOrder     = pattern.New(`^(?:Öffne|Prüfe|Melde|Tippe|Wähle|Warte|Schließe|Halte|Trage|Rufe?|Gib|Nimm|Klicke|Drücke|Stelle|Lege|Ziehe|Drehe|Lies|Bestätige|Speichere|Lade|Starte|Beende|Logge|Fülle|Sende|Schicke|Frage|Nutze|Verwende|Achte|Kontrolliere|Reinige|Informiere|Bringe?|Sichere|Notiere|Bleib)n? `)
	germanAdjective = pattern.New(`^(?:Neu|Alt|Gut|Klein|Groß|Warm|Kalt|Frisch|Frei|Voll|Leer|Lang|Kurz|Rot|Grün|Blau|Gelb|Eigen|Sauber|Nass|Trocken|Offen|Schnell|Sicher|Kostenlos|Regelmäßig|Digital|Persönlich|Gemeinsam|Lebenslang|Schwer|Leicht|Stark|Richtig|Falsch|Defekt|Laut|Leise)e[nrs]?$`)
)

// IsAcronym keeps VPN, iPhone, GitHub and 2FA as they are.
func IsAcronym(w string) bool {
	for i, r := range w {
		if unicode.IsUpper(r) && i > 0 || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// For returns the sentences of a language; of one whose grammar is not known,
// frames that add no word of another language.
func For(lang string) *Wording {
	code := phrase.Base(lang)
	if w := All[code]; w != nil {
		return w
	}
	if code == "" {
		return All["en"]
	}
	return Wordless
}

// All are the wordings that are known, by their language's code.
var All = map[string]*Wording{"en": English, "he": hebrew, "nl": dutch, "de": German, "es": spanish, "fr": french, "pt": portuguese, "it": Italian, "ar": arabic}

// CountHead is the number that a sentence such as "Three things matter." promises.
func (g *Wording) CountHead(s string) int {
	f := strings.Fields(strings.ToLower(s))
	if len(f) < 2 || len(f) > 12 || g.VerbFirst != nil && g.VerbFirst.MatchString(s) {
		return 0 // "Add two tins" promises nothing
	}
	for _, w := range f[:min(3, len(f))] {
		for n := 2; n < len(g.Counts); n++ {
			if w == g.Counts[n] {
				return n
			}
		}
	}
	return 0
}

// Verbs tells whether a word may be the finite verb of a German or Dutch clause.
func (g *Wording) Verbs(word string) bool {
	if g.Finite != nil && g.Finite.MatchString(" "+word+" ") || g.Finite == nil && prompt.IsClause("x "+word, g.Code) {
		return true
	}
	return strings.HasSuffix(word, "t") || strings.HasSuffix(word, "en")
}
