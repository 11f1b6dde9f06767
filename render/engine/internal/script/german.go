package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var germanNumbers = strings.Fields("- eins? zwei drei vier fünf sechs sieben acht neun zehn")

var german = &wording{
	knowHead: "Gut zu wissen",
	was:      "%s: von %s auf %s.", startAt: "Die Preise beginnen bei %s.",
	code: "de", keepsCase: true,
	meet: "Das ist %s.", talk: "Sprechen wir über %s.", look: "Werfen wir einen Blick auf %s.", whatsNew: "Das ist neu in %s.", welcome: "Willkommen bei %s.",
	comeTo: "Herzliche Einladung: %s.", offer: "Wie wäre es mit %s?", hiring: "%s sucht %s.", itsTitle: "%s.", hello: "Hallo %s.", forName: "Für %s", inOf: outOf(`von`, germanNumbers[1:]...), upFrom: "vorher %s", downFrom: "vorher %s",
	here: "So geht's: %s.", howTo: "So geht's: %s.", includes: "Dazu kommt %s.", youGet: "Du bekommst %s.", learn: "Du lernst, %s.", costs: "Der Preis: %s.", says: "%s sagt: %s",
	versus: "%s oder %s?", sidesOf: "%s oder %s?", against: "%s: %s gegenüber %s.", see: "Mehr dazu auf %s.", more: "Mehr dazu auf %s.", value: "%s, %s",
	fromTo: "%s: von %s in %s auf %s in %s.", firstly: "Zuerst: %s.", then: []string{"Dann: %s.", "Danach: %s."}, finally: "Zum Schluss: %s.", and: " und ",
	listHead: "Das bekommst du", stepsHead: "Schritt für Schritt", learnHead: "Das lernst du", numbersHead: "Die Zahlen", priceLabel: "Preis", recap: "Kurz gesagt: %s.", recapHead: "Kurz gesagt",
	spokenSide: map[string]string{"nachher": "jetzt"}, timeHead: "Der Zeitplan", inYear: "%s %s", onDay: "%s am %s",
	counts:      strings.Fields("- - zwei drei vier fünf sechs sieben acht neun"),
	price:       pattern.New(`(?i)^(?:der |den |ihr )?preis(?: von| ist|:)?\s+(.+)$`),
	free:        pattern.New(`(?i)gratis|kostenlos|rabatt|testphase|versand|zugang`),
	visit:       pattern.New(`(?i)^(?:besuche?n?(?: sie)?|geh(?:e)? auf|schau(?:e)? auf)\s+(?:unsere (?:seite|website)(?: auf)?,? )?`),
	article:     pattern.New(`(?i)^(?:der|die|das|den|dem|ein|eine|einen|unsere?n?|ihre?n?)\s+`),
	headArticle: pattern.New(`(?i)^(?:der|die|das)\s+`),
	articled:    pattern.New(`(?i)^(?:der|die|das|ein|eine|unsere?)\s`),
	clauseItem:  pattern.New(`(?i)^(?:wie|was|warum|wann|wo|wer)\s`),
	greets:      pattern.New(`(?i)^(?:hallo|guten (?:tag|morgen)|willkommen|das ist|wusstest du|wussten sie|liebe[rs]?)\b`),
	acts:        pattern.New(`(?i)^(?:besuche|bestelle|buche|teste|probiere|lade|melde|ruf|schreib|entdecke|starte|hol dir|mehr (?:dazu|infos)|jetzt)\b`),
	pronoun:     pattern.New(`(?i)^(?:(?:und|aber|außerdem|dann|auch|zudem),? )*(?:du bekommst |es gibt |das ist |dazu kommt |dazu kommen |sprechen wir über )?`),
	stops:       pattern.New(`(?i)\s(?:der|die|das|den|dem|des|ein|eine|einen|und|oder|mit|für|von|vom|zum|zur|bis|ab|zu|im|in|am|an|auf|bei|dass|ist|sind|nur|nicht|mehr|alle|jeden|pro)$`),
	costWord:    pattern.New(`(?i)(?:kostet|kosten|ab|preis von)$`),
	more4:       pattern.New(`(?i)(?:über|mehr als)$`),
	listLead:    pattern.New(`(?i)^(?:du bekommst|sie bekommen|sie erhalten|ihr bekommt|es gibt|es gab|euch erwarten|sie erwarten|dazu kommen|freut euch auf|freuen sie sich auf)\s+`),
	verbFirst:   pattern.New(`(?i)(?:sperren|einschließen|weiterleiten|öffnen|schließen|prüfen|melden|anrufen|waschen|halten|tragen|nutzen|abschließen|einstecken|tippen|wählen|warten|ausschalten|einschalten|aufräumen|beachten)$|^(?:öffne|prüfe|melde|tippe|wähle|warte|schließe|halte|trage|rufe)\s`),
	vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:dinge|punkte|fakten)$`), toKnow: ", die zählen",
	imper: germanImperative, nominative: germanNominative, object: germanObject,
	indef: germanNominative,
}

// germanFormal is German as it is spoken to customers who are addressed with "Sie".
var germanFormal = func() *wording {
	g := *german
	g.youGet, g.learn, g.listHead, g.learnHead = "Sie bekommen %s.", "Sie lernen, %s.", "Das bekommen Sie", "Das lernen Sie"
	return &g
}()

// formalRE is a text that says "Sie" to its reader.
var formalRE = pattern.New(`(?:^|\s)(?:Sie|Ihre[nmrs]?|Ihnen)(?:\s|[.,!?]|$)`)

var germanIrregular = map[string]string{"lesen": "lies", "nehmen": "nimm", "sprechen": "sprich", "geben": "gib", "sehen": "sieh", "helfen": "hilf", "treffen": "triff", "kommen": "komm", "gehen": "geh", "schauen": "schau", "lassen": "lass"}

var (
	zuVerb  = pattern.New(`^(.*?)\s*\b(an|auf|aus|ab|ein|mit|vor|teil|herunter|nach|runter)zu(\p{L}+)$`)
	zuPlain = pattern.New(`^(.*?)\s*\bzu\s+(\p{L}+)$`)
	verbEnd = pattern.New(`^(.*?)\s+(\p{Ll}+(?:en|eln|ern))$`)
)

// germanImperative makes "Besuche acme.example" of "acme.example zu besuchen".
func germanImperative(s string) string {
	s = strings.TrimSpace(s)
	order := func(verb string) string {
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
	}
	join := func(parts ...string) string { return strings.Join(strings.Fields(strings.Join(parts, " ")), " ") }
	if m := zuVerb.FindStringSubmatch(s); m != nil {
		return join(order(m[3]), m[1], m[2])
	}
	if m := zuPlain.FindStringSubmatch(s); m != nil {
		return join(order(m[2]), m[1])
	}
	if m := verbEnd.FindStringSubmatch(s); m != nil {
		return join(order(m[2]), m[1])
	}
	return s
}

// germanVerb finds the verb that stands first once the figure before it is gone:
// "(Nach 36 Monaten) werden Daten gelöscht".
var germanVerb = pattern.New(`^(werden|wird|ist|sind|hat|haben|kann|können|darf|dürfen|muss|müssen|sinkt|steigt|endet|beginnt|läuft) ((?:(?:der|die|das|alle|unsere?|ihre?|deine?) )?(?:\p{Ll}+e[nrs]? )?\p{Lu}[\p{L}-]+) ?(.*)$`)

var arabic = &wording{
	knowHead: "معلومات مهمة",
	was:      "%s: من %s إلى %s.", startAt: "تبدأ الأسعار من %s.",
	code: "ar", keepsCase: true, timeHead: "المواعيد", inYear: "%s في %s", onDay: "%s في %s",
	meet: "تعرف على %s.", talk: "لنتحدث عن %s.", look: "لنتعرف على %s.", whatsNew: "هذا هو الجديد في %s.", welcome: "مرحبا بكم في %s.",
	comeTo: "أنتم مدعوون إلى %s.", offer: "ما رأيكم في %s؟", hiring: "%s: %s.", itsTitle: "%s.", hello: "مرحبا %s.", forName: "إلى %s", inOf: outOf(`من كل|من أصل`), upFrom: "سابقا %s", downFrom: "سابقا %s",
	here: "%s.", howTo: "%s.", includes: "ومعه أيضا %s.", youGet: "تحصلون على %s.", learn: "ستتعلمون %s.", costs: "السعر: %s.", says: "%s: %s",
	versus: "%s أم %s؟", sidesOf: "%s أم %s؟", against: "%s: %s مقابل %s.", see: "اكتشفوه على %s.", more: "لمعرفة المزيد: %s.", value: "%s، %s",
	fromTo: "%s: من %s في %s إلى %s في %s.", firstly: "أولا: %s.", then: []string{"ثم: %s."}, finally: "وأخيرا: %s.", and: " و",
	listHead: "ما تحصلون عليه", stepsHead: "خطوة بخطوة", learnHead: "ما ستتعلمونه", numbersHead: "الأرقام", priceLabel: "السعر", recap: "باختصار: %s.", recapHead: "باختصار",
	price:       pattern.New(`^(?:ال)?سعر(?::)?\s+(.+)$`),
	free:        pattern.New(`مجان`),
	visit:       pattern.New(`^(?:زيارة|زوروا|زر)\s+`),
	article:     pattern.New(`^\x{200f}`),
	headArticle: pattern.New(`^\x{200f}`),
	articled:    pattern.New(`^ال`),
	clauseItem:  pattern.New(`^(?:كيف|لماذا|ما)\s`),
	greets:      pattern.New(`^(?:مرحبا|أهلا|هل )`),
	acts:        pattern.New(`^(?:زوروا|جربوا|اطلبوا|احجزوا|حملوا|اتصلوا|اكتشفوا|سجلوا)`),
	pronoun:     pattern.New(`^\x{200f}`),
	stops:       pattern.New(`\s(?:في|من|إلى|على|عن|مع|أن|و)$`),
	costWord:    pattern.New(`(?:سعره|ثمنه)$`),
	more4:       pattern.New(`(?:أكثر من)$`),
	imper: func(s string) string {
		if r, ok := strings.CutPrefix(s, "زيارة "); ok {
			return "زوروا " + r
		}
		return s
	},
}
