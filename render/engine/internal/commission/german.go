package commission

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file takes a German order apart. Its verbs stand last: "ein Video, das unseren Mietern
// erklärt, wie …", "um die neuen Azubis zu begrüßen", "Bitte einen Clip zum Sommerfest machen".

// germanFrame is what may stand before the thing that is ordered.
var germanFrame = set("bitte hallo hi hey moin liebes liebe guten tag morgen zusammen team ihr sie du wir ich uns mir mich man es könnt könntet können könnten könntest kannst kann würdet würden würdest wäre toll schön super wenn hätten hätte gern gerne brauchen brauche bräuchten bräuchte benötigen benötige möchten möchte wollen will wünschen wünsche suchen suche noch dringend mal schnell einmal ganz ein eine einen einem eines mein meine unser unsere das den die der noch nen ne 'n was nettes kleines kleinen kleine jetzt hier also und zwar geht gibt hätt hätten's eins aus daraus")

var (
	germanMakes = whole(`(?:er)?(?:stell|mach|produzier|dreh|gestalt|bastel|bastl|bau|generier|entwerf|entwirf|schneid|fertig|nimm|nehm|zaub|setz|kreier|animier|film)\p{L}*|zusammen|auf|um`)
	germanThing = whole(`(?:\p{L}|-|\d)*(?:videos?|clips?|film|filmchen|kurzfilm|spot|reel|trailer|teaser|tutorial|animation|videobotschaft|videogru(?:ß|ss)|videoclip|videonachricht|videoeinladung)`)
	// germanTrait is an adjective before its noun.
	germanTrait = pattern.New(`^\p{Ll}+(?:-\p{Ll}+)*e[snmr]?$`)
	// withFacts are facts that a video is made of.
	withFacts = pattern.New(`(?i)^(?:den|unseren|allen|ein paar)\s(?:\p{L}+ )*(?:zahlen|ergebnissen|fakten|infos|terminen|neuigkeiten|highlights|neuheiten|eckdaten|daten)(?:\s|$)`)
	// germanDone ends an order with its verb.
	germanDone  = pattern.New(`(?i)(?:,? bitte)?\s(?:machen|erstellen|produzieren|drehen|gestalten|bauen|basteln|zusammenstellen|zusammenschneiden|machen lassen|erstellen lassen|zu machen|zu erstellen|umsetzen|anfertigen|haben|vorbereiten|generieren|zaubern|aufnehmen|bekommen)(?: lassen| können| könntet| könnten)?$`)
	germanPlace = pattern.New(`(?i)^(?:das |den |die |der |dem |unser\p{L}* |euer\p{L}* )?(?:(?:\p{L}+-)?(?:instagram|insta|tiktok|linkedin|youtube|facebook|whatsapp|teams|intranet|internet|website|webseite|homepage|newsletter|blog|social media|status|story|stories|reels|kanal|profil|seite|startseite|landingpage|bildschirme?n?|monitore?n?|screens?|foyer|empfang|wartezimmer|kantine|schaufenster|messestand|onlineshop|shop|app|schwarzes? brett|aushang|infoscreens?|gruppe|verteiler|fernseher)|\p{L}*(?:-kanal|-seite|-profil|-account|-status|-gruppe|kanal|bildschirm|monitor|screen)e?n?)(?: (?:im|in|am|an|auf|bei|der|des|unser\p{L}*) .*)?$`)
	germanWhen  = pattern.New(`(?i)^(?:die |das |den |der |dem |unser\p{L}* )?(?:(?:nächste|kommende|anstehende)[nrs]? )?(?:betriebsversammlung|mitgliederversammlung|jahreshauptversammlung|hauptversammlung|elternabend|gesellschafterversammlung|\p{L}*versammlung|\p{L}*sitzung|teammeeting|meeting|townhall|konferenz|tagung)\b`)
)

// germanActs are the verbs of what a video does, and nouns for it.
var germanActs = actsOf(
	[3]string{"present", `(?:vor(?:zu)?stell|präsentier|zeig|bewerb|bewirb|anpreis|vorführ)\p{L}*`, `vorstellung|einführung|präsentation|launch|markteinführung|markstart|marktstart`},
	[3]string{"announce", `(?:an(?:zu)?kündig|informier|bekannt(?:zu)?(?:geb|gib|mach)|mit(?:zu)?teil|hin(?:zu)?weis|verkünd)\p{L}*`, `ankündigung|information|bekanntgabe`},
	[3]string{"explain", `(?:erklär|erläuter|beschreib|aufklär|aufzuklär|zusammen(?:zu)?fass|berichte|erzähl|schilder)\p{L}*`, `erklärung|anleitung`},
	[3]string{"invite", `ein(?:zu)?l[aä]d\p{L}*`, `einladung`},
	[3]string{"encourage", `(?:auf(?:zu)?(?:ruf|forder)|ermunter|ermutig|motivier|an(?:zu)?reg|an(?:zu)?spr[ei]ch|überzeug)\p{L}*`, `-`},
	[3]string{"thank", `(?:dank|bedank)\p{L}*`, `danksagung`},
	[3]string{"remind", `erinner\p{L}*`, `erinnerung`},
	[3]string{"train", `(?:schul|unterweis|ein(?:zu)?weis|sensibilisier)\p{L}*`, `schulung|unterweisung|einweisung|sicherheitsunterweisung|sensibilisierung`},
	[3]string{"welcome", `(?:begrüß|willkommen(?: zu)?(?:heiß)?|empfang|empfäng)\p{L}*`, `begrüßung|einarbeitung|onboarding|willkommen`},
	[3]string{"recruit", `(?:such|gewinn|an(?:zu)?werb)\p{L}*`, `gewinnung|suche|anwerbung`},
	[3]string{"warn", `warn\p{L}*`, `warnung`},
	[3]string{"congratulate", `(?:gratulier|beglückwünsch|verabschied)\p{L}*`, `gratulation`},
)

// germanCompounds are videos by what they do, in one word. Group 1 is its noun.
var germanCompounds = []struct {
	re   *pattern.Pattern
	base string
}{
	{pattern.New(`(?i)(?:^|\s)(dank(?:es|e)?|dankesch(?:ö|oe)n)s?-?(?:video|clip|film|botschaft)`), "thank"},
	{pattern.New(`(?i)(?:^|\s)(begrüßung|willkommen|onboarding)s?-?(?:video|clip|film|botschaft)`), "welcome"},
	{pattern.New(`(?i)(?:^|\s)(einladung)s?-?(?:video|clip|film|botschaft)`), "invite"},
}

// german goes through the words of a German order.
type german struct{ reader }

// readGerman takes a sentence apart.
func readGerman(s string, sense Sense) (*Order, bool) {
	o := &Order{}
	order := strings.TrimSpace(s)
	for _, at := range signAbroad.FindAllStringIndex(order, -1) {
		if !prose.InQuotes(order, at[0]) && strings.TrimSpace(order[at[1]:]) != "" && prose.Words(order[:at[0]]) > 1 {
			o.Rest, o.Dashed = order[at[1]:], !strings.Contains(order[at[0]:at[1]], ":")
			order = order[:at[0]]
			break
		}
	}
	order = strings.TrimRight(order, ".!? ")
	if m := germanDone.FindStringIndex(order); m != nil {
		order, o.Framed = order[:m[0]], true
	}
	order = strings.TrimSuffix(strings.TrimSuffix(order, " bitte"), ",")
	r := &german{reader{Sense: sense, s: order, words: split(order), o: o}}
	if !r.headed() {
		return nil, false
	}
	for _, c := range germanCompounds {
		if m := c.re.FindStringSubmatch(o.Head); m != nil && o.Kind == "" {
			o.Kind, o.KindNoun = c.base, m[1]
		}
	}
	for r.i < len(r.words) {
		if from := r.i; !r.piece() || r.i == from {
			return nil, false
		}
	}
	return o, true
}

// headed skips what orders and reads the thing that is ordered. What it is for may stand first:
// "Für unser Sommerfest brauchen wir ein Video".
func (r *german) headed() bool {
	k, from := 0, -1
	var front [2]int
	if w := r.at(0); germanAim[w] || germanAbout[w] {
		for k = 1; k < len(r.words) && !germanNeed.MatchString(r.at(k)); k++ {
		}
		if k > 9 || k >= len(r.words) {
			return false
		}
		front = [2]int{0, k}
	}
	for ; k < len(r.words) && k < 18; k++ {
		w := r.at(k)
		switch {
		case germanThing.MatchString(w):
			if from < 0 {
				from = k
			}
			r.o.Head, r.i = r.text(from, k+1), k+1
			if front[1] > 0 {
				behind := r.i
				ok := r.part(front[0], front[1])
				r.i = behind
				return ok
			}
			return k+1 < len(r.words) || r.o.Rest != ""
		case germanAim[w] && r.o.Framed && front[1] == 0: // "wir benötigen für die Betriebsversammlung ein Video"
			e := k + 1
			for e < len(r.words) && e < k+9 && r.at(e) != "ein" && r.at(e) != "einen" && r.at(e) != "eine" {
				e++
			}
			if e >= len(r.words) || e >= k+9 {
				return false
			}
			front, from, k = [2]int{k, e}, -1, e-1
		case germanFrame[w]:
			r.o.Framed = r.o.Framed || !determinerDE[w]
			if w != "und" {
				from = -1
			}
		case germanMakes.MatchString(w):
			r.o.Framed, from = true, -1
		case number.MatchString(w) || prose.Duration(r.text(k, min(len(r.words), k+2))) > 0 || germanTrait.MatchString(r.words[k].text) || joinsDE[w]:
			if from < 0 {
				from = k
			}
		default:
			return false
		}
	}
	return false
}

var (
	determinerDE = set("ein eine einen einem eines das den die der mein meine unser unsere 'n nen ne")
	joinsDE      = set("und etwa ca circa rund max maximal höchstens sehr aber lang kurz gut knapp")
	germanAim    = set("für fürs")
	germanAbout  = set("über zum zur zu rund betreffend übers anlässlich")
	germanIn     = set("in im ins auf am an mit ohne bei beim per als unter aus")
	germanNeed   = whole(`brauchen|brauche|bräuchten|bräuchte|benötigen|benötige|möchten|möchte|wünschen|suchen|hätten|hätte|wollen|erstellt?|mach(?:t|e)?|erstelle|soll(?:en)?|wäre`)
	relativeDE   = set("das der die dem in um womit worin wo mit damit welches")
)

// piece reads the part that begins at the next word.
func (r *german) piece() bool {
	w := r.at(r.i)
	comma := r.i > 0 && r.words[r.i-1].comma
	switch {
	case r.o.Framed && germanDone.MatchString(" "+w):
		r.i++ // "ein Video drehen, das …"
		return true
	case comma && relativeDE[w] || w == "um":
		if r.clause() {
			return true
		}
	case germanAim[w] || germanAbout[w]:
		return r.part(r.i, r.end(r.i))
	case w == "mit" && withFacts.MatchString(r.text(r.i+1, r.end(r.i))): // "mit den wichtigsten Zahlen"
		end := r.end(r.i)
		np := r.text(r.i+1, end)
		for _, x := range [][2]string{{"den ", "die "}, {"unseren ", "unsere "}, {"allen ", "alle "}} {
			if rest, ok := strings.CutPrefix(np, x[0]); ok {
				np = x[1] + rest
			}
		}
		r.o.Prep, r.o.Topic, r.i = "über", strings.NewReplacer("Ergebnissen", "Ergebnisse", "Terminen", "Termine", "Infos", "Infos", "Neuheiten", "Neuheiten").Replace(np), end
		return true
	case w == "von" || w == "über":
		return r.part(r.i, r.end(r.i))
	case w == "an" && r.o.Viewers == "" && r.People(r.text(r.i+1, r.end(r.i))): // "ein Dankesvideo an unsere Pflegekräfte"
		end := r.end(r.i)
		r.o.Viewers, r.i = r.text(r.i+1, end), end
		return true
	case strings.HasPrefix(w, "unser") || w == "der" || w == "des": // "Imagefilm unserer Firma"
		return false
	}
	end := r.end(r.i)
	np := r.text(r.i, end)
	bare := np
	if germanIn[w] {
		bare = r.text(r.i+1, end)
	}
	switch {
	case bare == "":
		return false
	case germanIn[w] && germanPlace.MatchString(bare):
		r.o.Places = append(r.o.Places, bare)
	case prose.Duration(np) > 0 && prose.Words(np) <= 7, r.Setting(np), r.Setting(bare), r.traitsDE(r.i, end):
		r.o.Settings = append(r.o.Settings, np)
	default:
		return false
	}
	r.i = end
	return true
}

// traitsDE tells whether words are adjectives of a video.
func (r *german) traitsDE(k, end int) bool {
	for ; k < end; k++ {
		if w := r.at(k); !joinsDE[w] && !r.Setting(w) {
			return false
		}
	}
	return true
}

// end is where the part that begins at word k ends: before a word that begins another part.
func (r *german) end(k int) int {
	about := germanAbout[r.at(k)]
	for n := k + 1; n < len(r.words); n++ {
		if r.words[n].quoted {
			continue
		}
		w := r.at(n)
		rest := r.text(n, r.comma(n))
		switch {
		case r.words[n-1].comma && (relativeDE[w] && r.verbLast(n) > 0 || r.Setting(rest) || r.traitsDE(n, r.comma(n)) || prose.Duration(rest) > 0 && prose.Words(rest) <= 5):
			return n
		case germanAim[w]:
			np := r.text(n+1, r.end(n))
			if !about || r.People(np) || germanPlace.MatchString(np) || germanWhen.MatchString(np) {
				return n
			}
		case !about && (germanAbout[w] || w == "um" && r.verbLast(n) > 0) && w != "zu":
			return n
		case germanIn[w] && (germanPlace.MatchString(r.text(n+1, r.end(n))) && (r.at(k) != "zum" && r.at(k) != "zur" || netOnly.MatchString(rest)) || r.Setting(rest)):
			return n
		case w == "von" && prose.Duration(rest) > 0 && prose.Words(rest) <= 6:
			return n
		}
	}
	return len(r.words)
}

// part reads what stands from word k to end behind its preposition.
func (r *german) part(k, end int) bool {
	w := r.at(k)
	np := r.text(k+1, end)
	switch {
	case np == "":
		return false
	case w == "von" && prose.Duration(np) > 0 && prose.Words(np) <= 7:
		r.o.Settings = append(r.o.Settings, np)
	case germanAim[w] && germanPlace.MatchString(np):
		r.o.Places = append(r.o.Places, np)
	case germanAim[w] && r.Setting(np):
		r.o.Settings = append(r.o.Settings, np)
	case germanWhen.MatchString(np) && w != "über":
		r.o.Occasion, r.o.Prep = np, w
	case germanAim[w] && r.People(np):
		if r.o.Viewers != "" {
			return false
		}
		if r.o.Viewers = np; w == "fürs" {
			r.o.Viewers = "das " + np
		}
	case (w == "zum" || w == "zur") && germanNoun(r.at(k+1)) != "" && r.o.Act == "": // "zur Begrüßung unserer neuen Kollegen", "zur Einladung zum Fest"
		r.o.Kind = germanNoun(r.at(k + 1))
		if !r.genitive(r.text(k+2, end)) {
			return false
		}
	case w == "von" || w == "aus":
		return false // who sends it
	case r.o.Thing == "" && r.o.Topic == "":
		if germanAim[w] {
			r.o.Thing = np
			break
		}
		if w == "rund" && strings.HasPrefix(np, "um ") {
			np, w = np[3:], "über"
		}
		if x, ok := strings.CutPrefix(np, "Thema "); ok {
			np, w = x, "über"
		}
		if question[r.at(k+1)] || questionDE[r.at(k+1)] || questionDE[strings.ToLower(prose.FirstWords(np, 1))] {
			r.o.Act, r.o.Object, r.o.Asks = "explain", np, true
			break
		}
		r.o.Prep, r.o.Topic = w, np
	default:
		return false
	}
	r.i = max(r.i, end)
	return true
}

var questionDE = set("wie warum wieso weshalb was wann wo welche welcher welches wofür wer")

// germanNoun is what a noun says that the video does.
func germanNoun(w string) string {
	for _, a := range germanActs {
		if a.noun.MatchString(w) {
			return a.base
		}
	}
	return ""
}

// genitive reads those or what a noun of an act is of: "unserer neuen Kollegen", "von Frau Berg".
func (r *german) genitive(np string) bool {
	np = strings.TrimPrefix(np, "von ")
	switch {
	case np == "":
		return r.o.Kind != "invite"
	case r.People(np) || r.People(strings.Replace(np, "unserer ", "unsere ", 1)) || r.People(strings.Replace(np, "der ", "die ", 1)):
		r.o.Viewers = strings.Replace(strings.Replace(np, "unserer ", "unsere ", 1), "der ", "die ", 1)
	case r.o.Kind == "present" || r.o.Kind == "announce":
		r.o.Prep, r.o.Topic = "genitive", np
	default:
		return false
	}
	return true
}

// verbLast is the place of the verb in a clause that begins with word k; 0 = it has none that
// is known. The clause ends with it, or before what depends on it.
func (r *german) verbLast(k int) int {
	for n := k + 1; n < len(r.words); n++ {
		if germanVerb(r.at(n)) == "" {
			continue
		}
		if n == len(r.words)-1 || r.words[n].comma || germanModal.MatchString(r.at(n+1)) {
			return n
		}
	}
	return 0
}

var germanModal = whole(`soll|sollen|sollte|kann|können|möchten|wollen|werden|wird`)

// germanVerb is what a verb says that the video does.
func germanVerb(w string) string {
	for _, a := range germanActs {
		if a.verb.MatchString(w) && w != "zeigt's" {
			return a.base
		}
	}
	return ""
}

// clause reads what the video does, from its relative on.
func (r *german) clause() bool {
	v := r.verbLast(r.i)
	if v == 0 || r.o.Act != "" {
		return false
	}
	k := r.i + 1
	if w := r.at(k); (w == "dem" || w == "welchem") && (r.at(r.i) == "in" || r.at(r.i) == "mit") {
		k++
	}
	for germanFill[r.at(k)] && k < v {
		k++
	}
	last := v
	if r.at(v-1) == "zu" {
		last--
	}
	r.o.Act = germanVerb(r.at(v))
	next := v + 1
	for next < len(r.words) && germanModal.MatchString(r.at(next)) {
		next++
	}
	if r.o.Act == "thank" && r.at(k) == "bei" {
		k++
	}
	if r.o.Act == "explain" && (r.at(k) == "über") {
		k++
	}
	n := r.told(k, last)
	if n > 0 {
		if r.o.Viewers != "" {
			return false
		}
		r.o.Viewers, r.o.Given = r.text(k, n), true
		k = n
	}
	body := strings.TrimSpace(strings.TrimSuffix(r.text(k, last), " kurz"))
	rest := r.text(next, len(r.words))
	r.i = len(r.words)
	switch {
	case rest == "":
		r.o.Object = body
		if w, what, ok := strings.Cut(body, " "); ok && (germanAbout[strings.ToLower(w)] || w == "auf" || w == "an" || w == "vor" || w == "in" || w == "im" || germanAim[strings.ToLower(w)]) {
			r.o.Prep, r.o.Object = strings.ToLower(w), what
		}
	case strings.HasPrefix(rest, "dass "):
		r.o.Object, r.o.Clause = strings.TrimPrefix(rest, "dass "), true
	case questionDE[strings.ToLower(prose.FirstWords(rest, 1))]:
		r.o.Object, r.o.Asks = rest, true
	case germanInfinitive.MatchString(rest) && (r.o.Act == "encourage" || r.o.Act == "remind" || r.o.Act == "invite"):
		r.o.Object, r.o.Do = rest, true
	default:
		return false
	}
	return r.o.Object != "" || r.o.Viewers != ""
}

// germanInfinitive is something to do: "ihre Filter zu wechseln", "sich anzumelden".
var germanInfinitive = pattern.New(`(?i)\bzu \p{Ll}+n\b|\b(?:an|auf|aus|ab|ein|mit|vor|teil|nach|vorbei|zurück|weiter)zu\p{Ll}+n\b`)

// germanFill stands before what the clause tells.
var germanFill = set("du ihr wir man sie ich es kurz bitte einfach freundlich nochmal auch herzlich uns leicht verständlich")

// told is the word behind those who are told, who stand from word k on; 0 = nobody is.
func (r *german) told(k, end int) int {
	for n := min(end, k+9); n > k; n-- {
		who := r.text(k, n)
		if strings.Contains(who, ",") || r.holdsDE(k, n) {
			continue
		}
		if r.People(who) || personalDE.MatchString(who) {
			return n
		}
	}
	return 0
}

// personalDE are people by the words around them.
var personalDE = pattern.New(`(?i)^(?:(?:alle[nr]?|unser\p{L}*|de[nmr]|die|das|jede[nmr]?|neue[nr]?)\s)+(?:\p{Ll}+e?[nr]? )*(?:team|belegschaft|publikum|mannschaft|zuschauer\p{L}*|gäste[n]?|leute[n]?|kolleg\p{L}+|\p{L}*kund\p{L}+)$`)

// holdsDE tells whether another part begins between words k and n.
func (r *german) holdsDE(k, n int) bool {
	for j := k + 1; j < n; j++ {
		if w := r.at(j); germanAbout[w] || germanAim[w] || germanIn[w] && w != "in" && w != "im" && w != "aus" || articleDE[w] && !r.everyone(j-1) {
			return true
		}
	}
	return false
}

var articleDE = set("der die das den dem ein eine einen unser unsere unseren unserem ihr ihre ihren")

// everyone tells whether an article may follow word k within one phrase: "und die", "in der".
func (r *german) everyone(k int) bool {
	w := r.at(k)
	return w == "und" || w == "alle" || w == "allen" || w == "in" || w == "im" || w == "aus" || r.words[k].upper // a genitive: "die Eltern der Klasse 3b"
}
