package tongue

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var germanNumbers = strings.Fields("- eins? zwei drei vier fünf sechs sieben acht neun zehn")

// German puts facts into German sentences, and says "du" to viewers.
var German = &Wording{
	KnowHead: "Gut zu wissen",
	Was:      "%s: von %s auf %s.", StartAt: "Die Preise beginnen bei %s.",
	Code: "de", keepsCase: true,
	Meet: "Das ist %s.", Talk: "Sprechen wir über %s.", Look: "Werfen wir einen Blick auf %s.", whatsNew: "Das ist neu in %s.", Welcome: "Willkommen bei %s.",
	ComeTo: "Herzliche Einladung: %s.", Offer: "Wie wäre es mit %s?", Hiring: "%s sucht %s.", ItsTitle: "%s.", Hello: "Hallo %s.", ForName: "Für %s", InOf: outOf(`von`, germanNumbers[1:]...), UpFrom: "vorher %s", DownFrom: "vorher %s",
	Here: "Wir zeigen, %s.", HowTo: "So geht's: %s.", Includes: "Dazu kommt %s.", YouGet: "Du bekommst %s.", Learn: "Du lernst, %s.", Costs: "Der Preis: %s.", Says: "%s sagt: %s",
	Versus: "%s oder %s?", SidesOf: "%s oder %s?", Against: "%s: %s gegenüber %s.", See: "Mehr dazu auf %s.", More: "Mehr dazu auf %s.", Value: "%s, %s",
	FromTo: "%s: von %s in %s auf %s in %s.", Firstly: "Zuerst: %s.", Then: []string{"Dann: %s.", "Danach: %s."}, Finally: "Zum Schluss: %s.", And: " und ",
	ListHead: "Das bekommst du", StepsHead: "Schritt für Schritt", LearnHead: "Das lernst du", NumbersHead: "Die Zahlen", PriceLabel: "Preis", Recap: "Kurz gesagt: %s.", RecapHead: "Kurz gesagt",
	SpokenSide: map[string]string{"nachher": "jetzt"}, TimeHead: "Der Zeitplan", InYear: "%s %s", OnDay: "%s am %s",
	Counts:      strings.Fields("- - zwei drei vier fünf sechs sieben acht neun"),
	Price:       pattern.New(`(?i)^(?:der |den |ihr )?preis(?: von| ist|:)?\s+(.+)$`),
	Free:        pattern.New(`(?i)gratis|kostenlos|rabatt|testphase|versand|zugang`),
	Visit:       pattern.New(`(?i)^(?:besuche?n?(?: sie)?|geh(?:e)? auf|schau(?:e)? auf)\s+(?:unsere (?:seite|website)(?: auf)?,? )?`),
	article:     pattern.New(`(?i)^(?:der|die|das|den|dem|ein|eine|einen|unsere?n?|ihre?n?)\s+`),
	HeadArticle: pattern.New(`(?i)^(?:der|die|das)\s+`),
	Articled:    pattern.New(`(?i)^(?:der|die|das|ein|eine|unsere?)\s`),
	ClauseItem:  pattern.New(`(?i)^(?:wie|was|warum|wann|wo|wer)\s`),
	Greets:      pattern.New(`(?i)^(?:hallo|guten (?:tag|morgen)|willkommen|das ist|wusstest du|wussten sie|liebe[rs]?)\b`),
	Acts:        pattern.New(`(?i)^(?:besuche|bestelle|buche|teste|probiere|lade|melde|ruf|schreib|entdecke|starte|hol dir|mehr (?:dazu|infos)|jetzt)\b`),
	Pronoun:     pattern.New(`(?i)^(?:(?:und|aber|außerdem|dann|auch|zudem),? )*(?:du bekommst |es gibt |das ist |dazu kommt |dazu kommen |sprechen wir über )?`),
	Stops:       pattern.New(`(?i)\s(?:der|die|das|den|dem|des|ein|eine|einen|und|oder|mit|für|von|vom|zum|zur|bis|ab|zu|im|in|am|an|auf|bei|dass|ist|sind|nur|nicht|mehr|alle|jeden|pro)$`),
	CostWord:    pattern.New(`(?i)(?:kostet|kosten|ab|preis von)$`),
	MoreThan:    pattern.New(`(?i)(?:über|mehr als)$`),
	ListLead:    pattern.New(`(?i)^(?:du bekommst|sie bekommen|sie erhalten|ihr bekommt|es gibt|es gab|euch erwarten|sie erwarten|dazu kommen|freut euch auf|freuen sie sich auf)\s+`),
	VerbFirst:   pattern.New(`(?i)(?:sperren|einschließen|weiterleiten|öffnen|schließen|prüfen|melden|anrufen|waschen|halten|tragen|nutzen|abschließen|einstecken|tippen|wählen|warten|ausschalten|einschalten|aufräumen|beachten)$|^(?:öffne|prüfe|melde|tippe|wähle|warte|schließe|halte|trage|rufe)\s`),
	Vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:dinge|punkte|fakten)$`), ToKnow: ", die zählen",
	Imperative: germanImperative, nominative: germanNominative, object: germanObject,
	indef: germanNominative,
}

var germanIrregular = map[string]string{"lesen": "lies", "nehmen": "nimm", "sprechen": "sprich", "geben": "gib", "sehen": "sieh", "helfen": "hilf", "treffen": "triff", "kommen": "komm", "gehen": "geh", "schauen": "schau", "lassen": "lass"}

var (
	zuVerb  = pattern.New(`^(.*?)\s*\b(an|auf|aus|ab|ein|mit|vor|teil|herunter|nach|runter)zu(\p{L}+)$`)
	zuPlain = pattern.New(`^(.*?)\s*\bzu\s+(\p{L}+)$`)
	verbEnd = pattern.New(`^(.*?)\s+(\p{Ll}+(?:en|eln|ern))$`)
)

// germanImperative makes "Besuche acme.example" of "acme.example zu besuchen".
func germanImperative(s string) string {
	return orderDE(s, func(verb string) string {
		if x := germanIrregular[verb]; x != "" {
			return x
		}
		switch {
		case strings.HasSuffix(verb, "eln"):
			return strings.TrimSuffix(verb, "eln") + "le"
		case strings.HasSuffix(verb, "ern"):
			return strings.TrimSuffix(verb, "n") + "e"
		}
		return strings.TrimSuffix(verb, "en") + "e"
	})
}

// placeBehind is where something is done, behind the verb that ends its clause.
var placeBehind = pattern.New(`^([^,]+), ((?:auf|unter|bei|über|per|am|im|in|an) [^,]+)$`)

// orderDE makes an order of an infinitive at the end of its words; order is its form
// of the verb.
func orderDE(s string, order func(verb string) string) string {
	s = strings.TrimSpace(s)
	behind := ""
	if m := placeBehind.FindStringSubmatch(s); m != nil && verbEnd.MatchString(m[1]) {
		s, behind = m[1], m[2]
	}
	join := func(parts ...string) string {
		return strings.Join(strings.Fields(strings.Join(append(parts, behind), " ")), " ")
	}
	if m := zuVerb.FindStringSubmatch(s); m != nil {
		return join(order(m[3]), m[1], m[2])
	}
	if m := zuPlain.FindStringSubmatch(s); m != nil {
		return join(order(m[2]), m[1])
	}
	if m := verbEnd.FindStringSubmatch(s); m != nil {
		if apart := partedVerb.FindStringSubmatch(m[2]); apart != nil {
			return join(order(apart[2]), m[1], apart[1])
		}
		return join(order(m[2]), m[1])
	}
	return s
}

// partedVerb is a verb whose first part stands at the end of an order: "anmelden", "vorbeikommen".
var partedVerb = pattern.New(`^(vorbei|herunter|zurück|mit|an|ab|auf|aus|ein|nach|vor|weiter|zu)((?:meld|ruf|kom|nehm|bring|mach|fordern|frag|schau|hol|geb|les|fahr|send|schick|such|les|pack|trag|probier|seh|schreib|schrei|hör|lad|tret|blick|steck|stell|bestell|sag|schalt)\p{L}*)$`)

// GermanVerb finds the verb that stands first once the figure before it is gone:
// "(Nach 36 Monaten) werden Daten gelöscht".
var GermanVerb = pattern.New(`^(werden|wird|ist|sind|hat|haben|kann|können|darf|dürfen|muss|müssen|sinkt|steigt|endet|beginnt|läuft) ((?:(?:der|die|das|alle|unsere?|ihre?|deine?) )?(?:\p{Ll}+e[nrs]? )?\p{Lu}[\p{L}-]+) ?(.*)$`)

var arabic = &Wording{
	KnowHead: "معلومات مهمة",
	Was:      "%s: من %s إلى %s.", StartAt: "تبدأ الأسعار من %s.",
	Code: "ar", keepsCase: true, TimeHead: "المواعيد", InYear: "%s في %s", OnDay: "%s في %s",
	Meet: "تعرف على %s.", Talk: "لنتحدث عن %s.", Look: "لنتعرف على %s.", whatsNew: "هذا هو الجديد في %s.", Welcome: "مرحبا بكم في %s.",
	ComeTo: "أنتم مدعوون إلى %s.", Offer: "ما رأيكم في %s؟", Hiring: "%s: %s.", ItsTitle: "%s.", Hello: "مرحبا %s.", ForName: "إلى %s", InOf: outOf(`من كل|من أصل`), UpFrom: "سابقا %s", DownFrom: "سابقا %s",
	Here: "%s.", HowTo: "%s.", Includes: "ومعه أيضا %s.", YouGet: "تحصلون على %s.", Learn: "ستتعلمون %s.", Costs: "السعر: %s.", Says: "%s: %s",
	Versus: "%s أم %s؟", SidesOf: "%s أم %s؟", Against: "%s: %s مقابل %s.", See: "اكتشفوه على %s.", More: "لمعرفة المزيد: %s.", Value: "%s، %s",
	FromTo: "%s: من %s في %s إلى %s في %s.", Firstly: "أولا: %s.", Then: []string{"ثم: %s."}, Finally: "وأخيرا: %s.", And: " و",
	ListHead: "ما تحصلون عليه", StepsHead: "خطوة بخطوة", LearnHead: "ما ستتعلمونه", NumbersHead: "الأرقام", PriceLabel: "السعر", Recap: "باختصار: %s.", RecapHead: "باختصار",
	Price:       pattern.New(`^(?:ال)?سعر(?::)?\s+(.+)$`),
	Free:        pattern.New(`مجان`),
	Visit:       pattern.New(`^(?:زيارة|زوروا|زر)\s+`),
	article:     pattern.New(`^\x{200f}`),
	HeadArticle: pattern.New(`^\x{200f}`),
	Articled:    pattern.New(`^ال`),
	ClauseItem:  pattern.New(`^(?:كيف|لماذا|ما)\s`),
	Greets:      pattern.New(`^(?:مرحبا|أهلا|هل )`),
	Acts:        pattern.New(`^(?:زوروا|جربوا|اطلبوا|احجزوا|حملوا|اتصلوا|اكتشفوا|سجلوا)`),
	Pronoun:     pattern.New(`^\x{200f}`),
	Stops:       pattern.New(`\s(?:في|من|إلى|على|عن|مع|أن|و)$`),
	CostWord:    pattern.New(`(?:سعره|ثمنه)$`),
	MoreThan:    pattern.New(`(?:أكثر من)$`),
	Imperative: func(s string) string {
		if r, ok := strings.CutPrefix(s, "زيارة "); ok {
			return "زوروا " + r
		}
		return s
	},
}
