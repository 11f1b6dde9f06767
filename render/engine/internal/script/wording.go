package script

import (
	"fmt"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
)

// wording holds how one language puts facts into sentences. Every pattern is a
// frame for the user's own words; none adds a claim.
type wording struct {
	code     string
	meet     string // "Meet %s."
	talk     string // "Let's talk about %s."
	look     string // "Let's look at %s."
	whatsNew string // "Here's what's new in %s."
	welcome  string
	comeTo   string           // of an event
	hiring   string           // company, audience
	itsTitle string           // "Here's %s." of a video's title
	offer    string           // "How about %s?"
	hello    string           // "Hi %s."
	forName  string           // "For %s"
	inOf     *pattern.Pattern // "9 in 10"; nil = not said so
	upFrom   string           // "up from %s"
	downFrom string
	here     string // "Here's %s.", %s = "how it works"
	howTo    string // "Here's how to %s."
	includes string // "It comes with %s."
	youGet   string
	learn    string // "You'll learn %s.", %s = "how to …"
	costs    string
	says     string // name, words
	versus   string
	see      string // address of a product
	more     string // address of anything else
	value    string // label, value
	fromTo   string // what, value, when, value, when
	was      string // of a row of two times: what, value, value
	startAt  string // "Prices start at %s."
	firstly  string
	then     []string
	finally  string
	and      string // before the last item
	serial   bool   // a comma before it

	knowHead                                                string // over what people should know
	listHead, stepsHead, learnHead, numbersHead, priceLabel string
	recap, recapHead                                        string
	counts                                                  []string // "two" … "nine"

	price       *pattern.Pattern    // noun phrase of a price; group 1 = the amount
	free        *pattern.Pattern    // phrases that one gets rather than things that come with a product
	visit       *pattern.Pattern    // "visit", "go to"
	article     *pattern.Pattern    // leading article
	articled    *pattern.Pattern    // begins with an article or possessive
	clauseItem  *pattern.Pattern    // "how to …"
	greets      *pattern.Pattern    // sentences that greet or introduce by themselves
	acts        *pattern.Pattern    // sentences that call to act
	against     string              // row of a comparison: label, one, other
	sidesOf     string              // "%s or %s?"
	headArticle *pattern.Pattern    // articles that a headline drops
	listLead    *pattern.Pattern    // what stands before a list in a sentence: "you get"
	verbFirst   *pattern.Pattern    // an item that tells the viewer what to do
	pronoun     *pattern.Pattern    // leading pronoun, with its auxiliary, that headlines drop
	stops       *pattern.Pattern    // words that a headline must not end with
	costWord    *pattern.Pattern    // verbs of price
	more4       *pattern.Pattern    // "over", "more than" before a figure
	that        string              // puts "of breaches start" right: "Breaches that start"
	finite      *pattern.Pattern    // a word that makes a clause of a list item
	relClause   *pattern.Pattern    // "a link that does not match": its verb makes no clause
	spokenSide  map[string]string   // how a label of a contrast is said: "after" is "now"
	timeHead    string              // headline of dated events
	inYear      string              // event, month or year
	onDay       string              // event, day
	nominative  func(string) string // a topic after a preposition as it stands alone; nil = the same
	object      func(string) string // the same as what is spoken about; nil = the same
	vague       *pattern.Pattern    // a heading that says nothing by itself: "three things"
	toKnow      string              // what makes it a headline: " to know"
	contract    []string            // pairs: words that melt together
	keepsCase   bool                // nouns keep their capitals inside a sentence
	indef       func(string) string
	plural      func(string) bool
	imper       func(string) string // an order from the words after "invite viewers to"
}

func (g *wording) fill(pattern string, args ...string) string {
	a := make([]any, len(args))
	for i := range args {
		a[i] = args[i]
	}
	s := fmt.Sprintf(pattern, a...)
	for i := 0; i+1 < len(g.contract); i += 2 { // "de le" is "du"
		s = strings.ReplaceAll(s, " "+g.contract[i], " "+g.contract[i+1])
	}
	if strings.HasSuffix(s, "..") && !strings.HasSuffix(s, "...") {
		s = s[:len(s)-1]
	}
	if before, ok := strings.CutSuffix(s, "."); ok && g == wordless {
		return prompt.Stop(before) // "オリエンテーション。"
	}
	for _, end := range []string{"?.", "!."} {
		if strings.HasSuffix(s, end) {
			s = s[:len(s)-1]
		}
	}
	return s
}

// newIn says what is new, in German in the case that "in" asks for: "neu im Freibad".
func (g *wording) newIn(name string) string {
	if m := newsOf.FindStringSubmatch(name); m != nil {
		name = m[1] // "las novedades de Kontia 3.0" would be new twice
	}
	s := g.fill(g.whatsNew, name)
	if g.code == "de" {
		s = strings.NewReplacer(" in das ", " im ", " in der ", " im ", " in die ", " in der ").Replace(s)
	}
	return s
}

// newsOf is what is new, and where.
var newsOf = pattern.New(`(?i)^(?:(?:die|den|das|les?|las|los|as|le|gli|de|het)\s)?(?:neuerungen|neuigkeiten|neuheiten|neue[ns]?|nouveautés|novedades|novidades|novità|nieuwigheden|nieuws)\s(?:in|im|bei|von|an|de|du|d['’]|del|dans|en|do|da|dos|das|di|in|van)\s?(?:der |dem |den )?(.+)$`)

func (g *wording) indefinite(s string) string {
	if g.indef == nil {
		return s
	}
	return g.indef(s)
}

// named is a topic as it stands alone: without the case of the preposition that
// the prompt puts before it.
func (g *wording) named(s string) string {
	if g.nominative == nil {
		return s
	}
	return g.nominative(s)
}

// about is a topic as what a frame speaks about.
func (g *wording) about(s string) string {
	if g.object == nil {
		return s
	}
	return g.object(s)
}

// wholeOrder tells "Taste it" from a clause that breaks off.
func (g *wording) wholeOrder(s string) bool {
	return g.code == "en" && prompt.Words(s) >= 2 && endsOrder.MatchString(s) && !g.visit.MatchString(s+" ")
}

var endsOrder = pattern.New(`(?i)\s(?:it|us|up|now|today)$`)

func (g *wording) isPlural(s string) bool { return g.plural != nil && g.plural(s) }

// definite puts "the" before what needs it: "new delivery scanner", "weekly update".
func (g *wording) definite(s string) string {
	if g.code == "en" && needsThe.MatchString(s) && !g.articled.MatchString(s) && !ownTime.MatchString(s) {
		return "the " + s
	}
	return s
}

var needsThe = pattern.New(`(?i)^(?:q[1-4]|h[12]|new|latest|daily|weekly|monthly|quarterly|annual|yearly) |^(?:\p{Ll}[\p{Ll}'’-]* ){1,3}(?:notice|update|plan|policy|process|procedure|report|schedule|guide|checklist|launch|review|sale|tour|campaign|programme|program|deadline|calendar|budget|survey|menu|route|festival|fair|conference|workshop|webinar|project|merger|recall|move|closure|upgrade|migration|scheme|refund|contract|survey|scanner|listing|offer)$`)

// outOf is the pattern of "9 in 10" with the words that stand between, and of the
// same in number words: "two out of three".
func outOf(between string, small ...string) *pattern.Pattern {
	n := `\d{1,3}|` + strings.Join(small, "|")
	if len(small) == 0 {
		n = `\d{1,3}`
	}
	return pattern.New(`(?i)\b(` + n + `) (` + between + `) (` + n + `)\b`)
}

func (g *wording) comma() string {
	if g.code == "ar" {
		return "، "
	}
	return ", "
}

// join lists names as a person says them.
func (g *wording) join(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		return names[0] + g.and + names[1]
	}
	sep := g.and
	if g.serial {
		sep = "," + g.and
	}
	return strings.Join(names[:len(names)-1], g.comma()) + sep + names[len(names)-1]
}

// noun takes the leading article off a list item.
func (g *wording) noun(s string) string {
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

// lower begins s with a small letter, as inside a sentence, unless it begins with a name.
func (g *wording) lower(s string) string {
	f := strings.Fields(s)
	if g.code == "de" && len(f) > 1 && !isAcronym(f[0]) && (germanSmall.MatchString(s) || germanOrder.MatchString(s) || inflected(f[0]) && upperFirst(f[1]) && germanAdjective.MatchString(f[0])) {
		return lowerFirst(s)
	}
	if len(f) > 0 && !g.keepsCase && g.verbFirst != nil && g.verbFirst.MatchString(s) && !isAcronym(f[0]) {
		r := []rune(s)
		r[0] = unicode.ToLower(r[0])
		return string(r)
	}
	if len(f) == 0 || g.keepsCase || isAcronym(f[0]) || properStart[strings.Trim(f[0], ",.;:'’s")] || properStart[strings.Trim(f[0], ",.;:")] {
		return s
	}
	if len(f) > 1 && unicode.IsUpper([]rune(f[0])[0]) && unicode.IsUpper([]rune(f[1])[0]) && !isAcronym(f[1]) {
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

// isAcronym keeps VPN, iPhone, GitHub and 2FA as they are.
func isAcronym(w string) bool {
	for i, r := range w {
		if unicode.IsUpper(r) && i > 0 || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// wordingFor returns the sentences of a language; of one whose grammar is not known,
// frames that add no word of another language.
func wordingFor(lang string) *wording {
	code := phrase.Base(lang)
	if w := wordings[code]; w != nil {
		return w
	}
	if code == "" {
		return wordings["en"]
	}
	return wordless
}

var wordings = map[string]*wording{"en": english, "he": hebrew, "nl": dutch, "de": german, "es": spanish, "fr": french, "pt": portuguese, "it": italian, "ar": arabic}
