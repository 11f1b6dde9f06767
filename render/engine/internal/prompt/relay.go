package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// relays reads an order to pass something on, in languages other than English: what is
// passed on is said, and whom it is for and what the video is like are directions.
func (p *parser) relays(r *reading) bool {
	if p.inEnglish() || p.verbatim || p.material {
		return false
	}
	if m := invitationHead.FindStringSubmatch(prose.Unstop(r.text)); m != nil && p.first() {
		p.orders++
		p.understand(r.Line, r.text, func() { p.invited("", m[1], r.Line) })
		return true
	}
	if m := jotsHead.FindStringSubmatch(prose.Unstop(r.text)); m != nil && p.first() {
		if jots := splitOutside(m[1], ", "); len(jots) >= 4 {
			p.orders++
			p.b.Title = prose.Upper(jots[0])
			for _, j := range jots[1:] {
				p.sentence(prose.Sentence{Text: prose.Upper(prose.Stop(j)), Line: r.Line, Col: r.Col})
			}
			return true
		}
	}
	o, ok := grammar.RelayIn(p.t.Code, strings.TrimRight(prose.Unstop(p.stripLead(r.text)), "? "))
	if !ok || o.Video != "" && !p.first() && !p.isMake(r.text) || o.Video == "" && p.first() && p.said > 0 {
		return false
	}
	if o.Video != "" && prose.Words(o.Video) > 3 && p.isClause(o.Video) && !strings.HasSuffix(r.text, "?") && !p.t.Make.MatchString(p.stripLead(o.Video)) {
		return false // "Das Video ist fertig, …" tells of one
	}
	if o.Video+o.Who == "" && (p.t.Tell.MatchString(p.stripLead(r.text)) || toWarn.MatchString(p.stripLead(r.text))) {
		return false // "Di que …" is read with the other orders to tell
	}
	if o.Who != "" && o.Kind != grammar.RelayInvite && p.whoIsTold(o.Who) == o.Who && p.t.Code != "de" && !p.viewers(toThose.ReplaceAllString(o.Who, "")) && !p.viewers(o.Who) {
		return false // "che spiega la regola che …"
	}
	switch o.Kind {
	case grammar.RelayThat:
		clauses := p.clauses(o.What)
		if o.Video != "" {
			p.ofTheVideo(o.Video, r.Line)
		}
		p.toldOf(o.Who, r.Line)
		if p.b.Purpose == "" {
			p.b.Purpose = brief.Update
		}
		p.orders++
		for _, c := range clauses {
			p.said++
			p.statement(prose.Stop(prose.Upper(spokenTo(p.t.Code, o.Who, p.mainClause(c)))), r.Sentence)
		}
		return true
	case grammar.RelayHow:
		if about := aboutWord[p.t.Code]; forWord[p.t.Code] != "" && o.Video != "" && p.first() {
			r.text = o.Video + p.madeFor(o.Who) + " " + about + " " + o.What
			return false
		}
		p.relayed(o, r.Line)
		r.text = explainIn[p.t.Code] + o.What
	case grammar.RelayThing:
		if forWord[p.t.Code] == "" {
			p.toldOf(o.Who, r.Line)
			o.Who = ""
		}
		r.text = o.Video + p.madeFor(o.Who) + " " + aboutWord[p.t.Code] + " " + o.What
	case grammar.RelayThanks:
		p.ofTheVideo(o.Video, r.Line)
		p.thanksTo(p.whoIsTold(o.Who), r.Line)
		p.orders++
		if o.What != "" {
			p.sentence(prose.Sentence{Text: prose.Upper(prose.Stop(o.What)), Line: r.Line, Col: r.Col})
		}
		return true
	case grammar.RelayCompare:
		return p.compares(o, r)
	case grammar.RelayDo:
		p.relayed(o, r.Line)
		p.orders++
		p.said++
		p.statement(prose.Stop(p.toDo(o.What)), r.Sentence)
		return true
	case grammar.RelayOf:
		if p.first() {
			return false
		}
		p.orders++
		what := p.unmelt(o.Prep, o.What)
		if m := whichDoes.FindStringSubmatch(what); m != nil && !ofUs.MatchString(m[3]) {
			p.said++
			what = m[1] + " " + m[2]
			p.statement(prose.Stop(prose.Upper(what)), r.Sentence)
			return true
		}
		p.say(brief.Point{Form: brief.Phrase, Text: what, Asked: true}, r.Sentence)
		return true
	case grammar.RelayInvite:
		p.orders++
		p.understand(r.Line, r.text, func() { p.relayed(o, r.Line); p.invited(o.Prep, o.What, r.Line) })
		return true
	}
	return false
}

var (
	// invitationHead heads an invitation. Group 1 is to what, and when.
	invitationHead = pattern.New(`(?i)^(?:(?:une? |eine? |uma? )?(?:v[ií]deo[- ]|vidéo[- ])?(?:d['’]|de |di )?(?:invitation|invitación|invito|convite|einladung(?:s(?:video|film|clip))?|uitnodiging)(?: vid[ée]o| en vídeo| per)?)\s?: (.+)$`)
	// jotsHead heads notes that stand in one sentence.
	jotsHead = pattern.New(`(?i)^(?:notes?|notizen|stichpunkte|apuntes|appunti|notas|notities|aantekeningen)(?: (?:pour|für|para|per|zum|zur|voor|de|del) [^:]{3,30})?\s?: (.+)$`)
)

// whichDoes is a thing with what a clause behind it says that it does.
var whichDoes = pattern.New(`(?i)^([^,.:;]+), (?:que|qui|che) (((?:se |si |ne |no |não |non )?\p{L}+) ?[^,;]*)$`)

// ofUs is a verb of those who speak, which a thing does not do.
var ofUs = pattern.New(`(?i)(?:[aei]mos|iamo|ons)$|^(?:nous|on|yo|io|eu|nós|noi|j['’])`)

var (
	// explainIn orders an explanation.
	explainIn = map[string]string{"de": "Erkläre, ", "nl": "Leg uit ", "es": "Explica ", "fr": "Explique ", "it": "Spiega ", "pt": "Explique ", "ar": "اشرح ", "he": "הסבירו "}
	// aboutWord leads from a video to its topic.
	aboutWord = map[string]string{"es": "sobre", "fr": "sur", "it": "su", "pt": "sobre", "ar": "عن", "he": "על"}
	// forWord leads from a video to those whom it is for.
	forWord = map[string]string{"es": "para", "fr": "pour", "it": "per", "pt": "para"}
)

// dativeTo is the preposition before those who are told, with the article that it has taken in.
var dativeTo = pattern.New(`(?i)^(?:aan|aos?|às?|aux?|ai|agli|alle|alla|allo|all['’]|al|para|pr[oa]s|à|a)(?:\s|$)`)

// whoIsTold names those who are told by themselves: "aux salariés" are "les salariés", "unseren
// Mietern" are "Mieter".
func (p *parser) whoIsTold(who string) string {
	if p.t.Code == "ar" || p.t.Code == "he" {
		who = strings.TrimPrefix(strings.TrimPrefix(who, "את "), "كل ")
		return joinedFor(p.t.Code, who)
	}
	prep := strings.TrimSpace(dativeTo.FindString(who))
	rest := strings.TrimSpace(who[len(prep):])
	switch code, prep := p.t.Code, strings.ToLower(prep); {
	case code == "de":
		who = toThose.ReplaceAllString(who, "")
		if strings.HasSuffix(who, "ern") && !datives.MatchString(who) {
			who = strings.TrimSuffix(who, "n")
		}
		return who
	case prep == "":
		return who
	case code == "it":
		return unmeltedIT[prep] + rest
	case code == "nl" || prep == "a" || prep == "para" || code == "fr" && prep == "à":
		return rest
	default:
		return unmelted[prep] + rest
	}
}

// madeFor says whom a video is for behind the words that order it.
func (p *parser) madeFor(who string) string {
	if who == "" {
		return ""
	}
	return " " + forWord[p.t.Code] + " " + p.whoIsTold(who)
}

// toWarn orders a warning.
var toWarn = pattern.New(`(?i)^(?:advi[eé]rt|advert|avvert|averti|alert|warn|waarschuw)`)

// doThis asks those who are told to do something.
var doThis = map[string]string{"de": "Bitte ", "nl": "Vergeet niet ", "es": "Recuerden ", "fr": "N'oubliez pas de ", "it": "Ricordatevi di ", "pt": "Lembrem-se de "}

// elides begins a French word before which "de" loses its vowel.
var elides = pattern.New(`(?i)^[aeiouyhéèêàâîô]`)

// toDo says what those who are told are to do: "ihre Filter zu wechseln" is "Bitte Ihre
// Filter wechseln".
func (p *parser) toDo(what string) string {
	if p.t.Code == "de" {
		what = zuWord.ReplaceAllString(zuInside.ReplaceAllString(what, "$1$2"), "$1")
	}
	if r := ofViewers[p.t.Code]; r != nil {
		what = strings.TrimSpace(r.Replace(" " + what))
	}
	if p.t.Code == "fr" && elides.MatchString(what) {
		return "N'oubliez pas d'" + what
	}
	return doThis[p.t.Code] + what
}

// relayed notes what the order says of the video and whom it is for.
func (p *parser) relayed(o grammar.Relay, line int) {
	if o.Video != "" {
		p.ofTheVideo(o.Video, line)
	}
	p.toldOf(o.Who, line)
}

// toldOf notes whom something is told.
func (p *parser) toldOf(who string, line int) {
	if who = p.whoIsTold(who); who != "" && p.viewers(toThose.ReplaceAllString(who, "")) {
		p.meantFor(who, line)
	}
}

// saidToThem are what is said of those who are told, and what is said to them, by language.
var saidToThem = map[string][]recasting{
	"de": {{pattern.New(`(?:^|\s)sie\b`), " Sie"}, {pattern.New(`\bihr(e[nmrs]?)?\b`), "Ihr$1"}, {pattern.New(`\bihnen\b`), "Ihnen"}},
	"fr": {
		{pattern.New(`(?i)^(?:ils|elles) (doivent|peuvent|ont|sont|vont|auront|pourront|devront|recevront|reçoivent)\b`), "vous $1"},
		{pattern.New(`^vous doivent`), "vous devez"}, {pattern.New(`^vous peuvent`), "vous pouvez"}, {pattern.New(`^vous ont`), "vous avez"}, {pattern.New(`^vous sont`), "vous êtes"}, {pattern.New(`^vous vont`), "vous allez"},
		{pattern.New(`^vous (aur|pourr|devr|recevr)ont`), "vous ${1}ez"}, {pattern.New(`^vous reçoivent`), "vous recevez"},
		{pattern.New(`\bleurs\b`), "vos"}, {pattern.New(`\bleur (\p{L}+)`), "votre $1"},
	},
	"it": {{pattern.New(`^devono\b`), "dovete"}, {pattern.New(`^possono\b`), "potete"}, {pattern.New(`^hanno\b`), "avete"}, {pattern.New(`^riceveranno\b`), "riceverete"}, {pattern.New(`^dovranno\b`), "dovrete"}, {pattern.New(`^potranno\b`), "potrete"}},
}

// ofThemFirst is a clause about those who are told.
var ofThemFirst = pattern.New(`(?i)^(?:sie|ils|elles|devono|possono|hanno|riceveranno|dovranno|potranno)\b`)

// spokenTo speaks to those who are told, where the clause is about them: "dass sie ihre
// Kinder abholen müssen" is "Sie müssen Ihre Kinder abholen".
func spokenTo(code, who, clause string) string {
	if who == "" || !ofThemFirst.MatchString(clause) {
		return clause
	}
	for _, t := range saidToThem[code] {
		clause = t.re.ReplaceAllString(clause, t.with)
	}
	return strings.TrimSpace(clause)
}

// invited reads what one is invited to, and when it takes place.
func (p *parser) invited(prep, what string, at int) {
	p.b.Purpose = brief.Event
	prep = strings.ToLower(prep)
	switch {
	case p.t.Code == "de":
		what = grammar.NominativeDE(prep, what)
	case p.t.Code != "nl":
		what = p.unmelt(prep, what)
	}
	when := ""
	if d := whenTail.FindStringSubmatch(what); d != nil {
		what, when = d[1], d[2]
	}
	if prep == "" && !articleAny.MatchString(what) {
		p.b.Title = prose.Upper(p.segments(what, at)) // no sentence holds it without an article
	} else {
		p.subject(p.segments(what, at), at)
	}
	if when != "" {
		p.say(brief.Point{Form: brief.When, Text: when, Asked: true}, prose.Sentence{Text: when, Line: at, Col: 1})
	}
}
