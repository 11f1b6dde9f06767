package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// header is how a language heads a brief without ordering a video in a sentence:
// "Point mensuel pour l'équipe support : …", "Update-Video fürs Team, 45 Sekunden: …".
type header struct {
	greet  *pattern.Pattern // "Hallo zusammen,": said to the agent
	ask    *pattern.Pattern // a polite request that is not the imperative
	order  string           // what it means: "Erstelle "
	asked  *pattern.Pattern // the verb that a request ends with
	kind   *pattern.Pattern // the kind of video, anchored
	trait  *pattern.Pattern // what follows the kind and belongs to its name
	forWho *pattern.Pattern // before whom it is for
	about  *pattern.Pattern // before the topic
	sales  *pattern.Pattern // anywhere: a message to one customer
	joins  *pattern.Pattern // a welcome: group 1 those who are welcomed, 2 where, 3 the company
}

var (
	// headLength is a length, as briefs write it behind the kind of video.
	headLength = pattern.New(`(?i)^(?:de |di |von |van |d['’]|em |en |in |da |מדתו |مدته |لمدة |באורך |של |בן |durée |durata |duración |duração |länge |dauer )?(?:unos |unas |ca\.? |circa |environ |etwa |cerca de |máx\.? |max\.? |maximal )?(?:\d+(?:\s?[-–]\s?\d+)?\s?-?|(?:un|una|une|um|uma|einer|eine|een|deux|dos|dois|due|zwei|twee|trois|tres|três|tre|drei) )(?:` + secUnit + `|` + minUnit + `)(?:[ ,.:)]|$)|^(?:مدته |مدتها |لمدة |של |באורך )?(?:` + oneMinute + `)(?:[ ,.:)،]|$)`)
	// headPlace is where it will be seen.
	headPlace = pattern.New(`(?i)^(?:para |für |fürs |auf |pour |sur |per |su |voor |op |pro |no |en |de |di |לאינסטגרם|לטיקטוק|ל|على |ل)?(?:el |la |le |o |das |die |het |l['’])?(?:instagram|insta|tiktok|linkedin|youtube|facebook|whatsapp|x|twitter|reels|stories|shorts|intranet|redes sociales|redes sociais|réseaux sociaux|social media|social|web|site|website|إنستغرام|تيك توك|لينكدإن|אינסטגרם|טיקטוק|פייסבוק|לינקדאין)(?:[ ,.:]|$)`)
	headShape = pattern.New(`(?i)^(?:(?:en|in|im|au|em|no|na|het|format|formato|al)\s+)*(?:formato? )?(?:vertical(?:e)?|horizontal(?:e)?|verticale|orizzontale|portrait|paysage|carré|cuadrado|quadrado|quadrato|hochformat|querformat|quadratisch|staand|liggend)(?:[ ,.:]|$)`)
)

// polite brings a greeting and a request ("Bonjour, pourriez-vous faire une vidéo …?")
// into the order that it means. What it is not sure of stays.
func (p *parser) polite(text string) string {
	h := headers[p.t.code]
	if h == nil {
		return text
	}
	s := text
	if at := h.greet.FindStringIndex(s); at != nil {
		if rest := Upper(strings.TrimSpace(s[at[1]:])); h.ask.MatchString(rest) || p.isMake(rest) {
			s = rest
		}
	}
	at := h.ask.FindStringIndex(s)
	if at == nil || !p.t.noun.MatchString(" "+firstWords(s[at[1]:], 12)+" ") {
		return s
	}
	s = strings.TrimSpace(s[at[1]:])
	s = strings.TrimRight(s, "? ")
	if h.asked != nil {
		s = h.asked.ReplaceAllString(s, "$1$2")
	}
	if strings.HasSuffix(h.order, " ein ") && articleRE.MatchString(s) {
		return strings.TrimSuffix(h.order, "ein ") + s
	}
	return h.order + s
}

// headed reads a prompt that is headed by its kind, and whom it is for, rather than
// ordered. It reports whether that is all there is to the sentence.
func (p *parser) headed(text string, s sentence) bool {
	h := headers[p.t.code]
	if h == nil || p.b.Title != "" || p.b.Subject != "" {
		return false
	}
	if p.welcomes(h, text, s) {
		return true
	}
	if m := bidsTo.FindStringSubmatch(text); m != nil {
		head, rest := cutHead(text)
		what := p.unmelt(strings.Join(m[1:], ""), strings.TrimSpace(head[min(len(head), len(m[0])):]))
		p.orders++
		p.understand(s.line, text, func() {
			p.b.Purpose = Event
			p.subject(p.segments(what, s.line), s.line)
		})
		return p.headRest(rest, s)
	}
	if rest, ok := after(p.t.make, text); ok && (p.t.code == "ar" || p.t.code == "he") {
		if p.welcomes(h, rest, s) {
			return true
		}
		if strings.Contains(rest, ": ") || h.kind.MatchString(rest+" ") && minuteWord.MatchString(rest) {
			text = rest
		}
	}
	if rest, ok := after(p.t.make, text); ok && !p.t.noun.MatchString(" "+firstWords(rest, 12)+" ") {
		text = rest // "Erstelle eine Unterweisung zum Heben und Tragen"
	}
	head, rest := cutHead(text)
	loc := h.kind.FindStringIndex(head + " ")
	if loc == nil {
		return false
	}
	kind, tail := strings.TrimSpace(head[:min(len(head), loc[1])]), strings.TrimSpace(head[min(len(head), loc[1]):])
	kind = strings.TrimRight(kind, " ,")
	name, audience, topic, lead := bare(kind), "", "", ""
	var prod []string
	for tail != "" {
		tail = strings.TrimLeft(tail, " ,–—-(")
		if at := headLength.FindStringIndex(tail); at != nil {
			prod, tail = append(prod, tail[:at[1]]), strings.TrimLeft(tail[at[1]:], ") ")
			continue
		}
		if at := firstIndex(tail, headPlace, headShape); at != nil {
			prod, tail = append(prod, tail[:at[1]]), tail[at[1]:]
			continue
		}
		if re := inviting[p.t.code]; re != nil && audience == "" && re.MatchString(tail) { // "Vídeo para invitar a los vecinos al concierto"
			p.orders++
			p.understand(s.line, text, func() {
				for _, x := range prod {
					p.direct(x, s.line)
				}
				p.invitation(p.segments(tail, s.line), s.line)
			})
			return p.headRest(rest, s)
		}
		if at := h.about.FindStringIndex(tail); at != nil {
			lead, topic, tail = strings.ToLower(strings.TrimSpace(tail[:at[1]])), strings.TrimSpace(tail[at[1]:]), ""
			break
		}
		if at := h.forWho.FindStringIndex(tail); at != nil && audience == "" && !itsPeriod.MatchString(tail) {
			who := strings.TrimSpace(tail[at[1]:])
			if strings.HasPrefix(strings.ToLower(tail), "fürs ") {
				who = "das " + who
			}
			who, tail = p.cutWho(who, h)
			audience = strings.TrimRight(who, " ,")
			continue
		}
		if who, rest := p.announcedTo(kind, tail, h); who != "" && audience == "" {
			audience, tail = who, rest
			continue
		}
		if at := h.trait.FindStringIndex(tail + " "); at != nil && audience == "" && len(prod) == 0 {
			name += " " + strings.TrimSpace(tail[:min(len(tail), at[1])])
			tail = strings.TrimSpace(tail[min(len(tail), at[1]):])
			continue
		}
		if itsPeriod.MatchString(tail) && audience == "" {
			name, tail = name+" "+tail, ""
			continue
		}
		if at := ofPeriodElsewhere.FindStringIndex(tail + " "); at != nil && audience == "" && len(prod) == 0 {
			name += " " + strings.TrimSpace(tail[:min(len(tail), at[1])]) // "Haz un resumen del trimestre"
			tail = strings.TrimSpace(tail[min(len(tail), at[1]):])
			continue
		}
		if first, more, ok := strings.Cut(tail, ", "); p.production(first) {
			prod, tail = append(prod, first), more
			if !ok {
				tail = ""
			}
			continue
		}
		if rest != "" && !plainKind.MatchString(bare(kind)) && !videoFirst.MatchString(kind+" ") && Words(head) <= 9 && !p.isClause(head) {
			p.orders++ // "Relatório de sustentabilidade 2024 da Serra Papéis: …"
			if p.b.Title = Upper(head); p.b.Purpose == "" {
				if p.b.Purpose = purposeOf(head); p.b.Purpose == "" && anyDigit.MatchString(rest) {
					p.b.Purpose = Update
				}
			}
			return p.headRest(rest, s)
		}
		return false
	}
	if plainKind.MatchString(name) && topic == "" && audience != "" && !p.viewers(audience) && !p.viewers(firstWords(audience, 2)) && (rest == "" || !p.perhapsViewers(audience)) && !h.sales.MatchString(kind+" "+name) {
		audience, topic = "", audience // "Une vidéo pour la boulangerie Petit Four"
	}
	outreach := h.sales.MatchString(kind + " " + name + " " + text[:min(len(text), len(head))])
	if rest == "" && audience == "" && topic == "" && len(prod) == 0 {
		return false
	}
	p.orders++
	p.understand(s.line, text, func() {
		for _, x := range prod {
			if d := duration(x); d > 0 {
				p.b.length(x, d)
			}
			p.direct(x, s.line)
		}
		p.direct(kind, s.line)
		if p.b.Purpose = purposeOf(name); p.b.Purpose == "" && adKind.MatchString(name) {
			p.b.Purpose = Launch
		}
		if outreach {
			p.b.Purpose = Outreach
		}
		if audience != "" && !outreach {
			p.b.Audience = audience
			if m := audienceOf.FindStringSubmatch(audience); m != nil && allProper(joinedWords.ReplaceAllString(m[2], "")) && p.b.Company == "" && p.t.code != "de" && !residents.MatchString(m[1]) {
				p.b.Audience, p.b.Company = m[1], m[2] // "los socios de Aguas Claras"
			}
		}
		if topic != "" {
			topic = p.addressee(topic) // "pour expliquer aux locataires comment …"
		}
		if topic != "" && rest != "" && p.t.wh.MatchString(topic+" ") {
			p.b.Title = Upper(topic) // "explicando por que atualizar o sistema: …"
		} else if topic != "" {
			p.about(lead, p.segments(topic, s.line), s.line)
		}
	})
	if outreach && p.recipient(audience) {
		return p.headRest(rest, s)
	}
	if rest != "" && p.b.Subject == "" {
		switch {
		case strings.HasSuffix(rest, "?") || strings.HasSuffix(rest, "؟"):
			if Words(rest) <= 14 && len(SplitSentences(rest)) == 1 {
				p.b.Title = rest
				p.say(Point{Form: Clause, Text: rest, Role: Hook, Asked: true}, s)
				return true
			}
		case p.topicOnly(rest) && articleAfter.MatchString(rest) && !startsUpper(rest):
			p.subject(rest, s.line)
			return true
		case p.topicOnly(rest):
			p.b.Title = Upper(Unstop(rest))
			return true
		}
	}
	if m := germanGenre.FindStringSubmatch(name); m != nil && p.t.code == "de" && p.b.Subject == "" {
		p.b.Title = m[1] // "Entschuldigungsvideo für unsere Kunden: Am 3. Mai …"
	} else if p.b.Subject == "" && len(p.b.Points) == 0 && !plainKind.MatchString(name) && (!videoFirst.MatchString(name) || p.t.code == "de") {
		p.b.Title = Upper(name)
	}
	return p.headRest(rest, s)
}

var (
	// plainKind names a video and nothing of what it is about.
	plainKind = pattern.New(`(?i)^(?:[\d\p{L}]+-)*(?:(?:short|kurzes|breve|corto|court|petite?) )?(?:videos?|vídeo|vidéo|clip|clipe|spot|film|filmpje|reels?|réel|story|storia|pub|publicité|anuncio|anúncio|annonce|annuncio|anzeige|advertentie|promo|campaña|campanha|campagna|campagne|kampagne|post|mensaje|message|messaggio|mensagem|bericht|aviso|avviso|comunicado|comunicazione|communiqué|capsule|píldora|pillola|\p{L}*(?:video|clip|spot|film|anzeige)|فيديو|إعلان|مقطع|סרטון|סרט|קליפ|פרסומת|מודעה|הודעה|رسالة)(?: (?:intern|corporativ|corto|breve|court|explicativ|explicatif|esplicativ|publicitari|promocional|promozional|comercial|commercial|קצר|قصير|توضيحي|ترويجي|הסבר)\p{L}*)?$`)
	// videoFirst is a name that begins with the thing that is made and not with what it is.
	videoFirst = pattern.New(`(?i)^(?:v[ií]deo|vidéo|clip|clipe|spot|film|filmpje|فيديو|סרטון|סרט|קליפ)\s`)
	// audienceOf parts people from the company that they belong to.
	audienceOf = pattern.New(`^(\p{Ll}.*?) (?:de|del|d['’]|di|della|dell['’]|da|do|van|chez)\s?(\p{Lu}.{1,40})$`)
	// adKind is a kind of video that advertises something.
	adKind = pattern.New(`(?i)^(?:[\d\p{L}]+-)*(?:pub|publicité|spot|werbe\p{L}+|reels?|réel|story|storia|anuncio|anúncio|annuncio|anzeige|\p{L}*anzeige|advertentie|promo|campaña|campanha|campagna|campagne|إعلان|פרסומת|מודעה)\b`)
)

// bidsTo begins an invitation. Group 1 is the preposition before what one is invited to.
var bidsTo = pattern.New(`(?i)^(?:(?:une? |eine? )?(?:v[ií]deo de |vidéo d['’]|video d['’]|video di |video-?)?(?:einladung|einladungs(?:video|film|clip)) (zum|zur|zu)|(?:un )?(?:v[ií]deo de )?invitación (al|a la|a los|a las|a|para el|para la|para)|(?:une )?(?:vidéo d['’])?invitation (au|aux|à la|à l['’]|à|pour)|(?:un )?(?:video d['’]|video di )?invito (all['’]|alla|al|allo|ai|agli|alle|a)|(?:um )?(?:v[ií]deo de )?convite (para o|para a|para|ao|aos|às|à)|(?:een )?(?:video-?)?uitnodiging (voor|tot)|(?:فيديو )?دعوة (إلى|لحضور)|(?:סרטון )?הזמנה (ל))\s?`)

// unmelt gives what one is invited to the article back that the preposition before it has
// taken in: "à l'inauguration" is "l'inauguration", "alla festa" "la festa".
func (p *parser) unmelt(prep, what string) string {
	if p.t.code == "it" {
		return italianArticle.ReplaceAllStringFunc(prep+" ", func(s string) string { return unmeltedIT[strings.ToLower(strings.TrimSpace(s))] }) + what
	}
	return unmelted[strings.ToLower(prep)] + what
}

// meltedFirst begins what one is invited to behind an order for an invitation: "Crée une
// vidéo d'invitation à la fête de l'école".
var meltedFirst = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(zum|zur|zu(?: den)?) (.+)$`),
	"es": pattern.New(`(?i)^(al|a la|a los|a las) (.+)$`),
	"fr": pattern.New(`(?i)^(au|aux|à la|à l['’]) ?(.+)$`),
	"it": pattern.New(`(?i)^(all['’]|alla|al|allo|ai|agli|alle) ?(.+)$`),
	"pt": pattern.New(`(?i)^(para o|para a|ao|aos|às|à) (.+)$`),
	"nl": pattern.New(`(?i)^(voor|tot) (.+)$`),
}

// bidden reads what the tail of an order for an invitation invites to.
func (p *parser) bidden(head, tail string, at int) bool {
	re := meltedFirst[p.t.code]
	if re == nil || !bidding.MatchString(head) {
		return false
	}
	m := re.FindStringSubmatch(tail)
	if m == nil || p.t.people.MatchString(firstWords(m[2], 2)) {
		return false
	}
	p.b.Purpose = Event
	what := p.unmelt(m[1], m[2])
	if p.t.code == "de" {
		what = nominativeDE(m[1], m[2])
	}
	p.subject(p.segments(what, at), at)
	return true
}

var bidding = pattern.New(`(?i)\b(?:invit(?:ación|ation|o)|convite|uitnodiging|(?:video-?)?einladung)`)

// cutHead parts the head of a brief from what stands behind its colon.
func cutHead(text string) (head, rest string) {
	head = text
	for _, sep := range []string{" : ", ": "} {
		if a, b, ok := strings.Cut(text, sep); ok && Words(a) <= 16 && URL(a) == "" {
			return strings.TrimSpace(a), strings.TrimSpace(b)
		}
	}
	return Unstop(head), ""
}

func firstIndex(s string, res ...*pattern.Pattern) []int {
	for _, re := range res {
		if at := re.FindStringIndex(s); at != nil {
			return at
		}
	}
	return nil
}

// announcedTo reads whom an announcement goes to, the article given back that the
// preposition has taken in: "Annonce aux adhérents" is for "les adhérents".
func (p *parser) announcedTo(kind, tail string, h *header) (who, rest string) {
	m := toThem.FindStringSubmatch(tail)
	if m == nil || !announces.MatchString(kind) || strings.EqualFold(m[1], "a") && !p.t.people.MatchString(firstWords(m[2], 1)) {
		return "", tail
	}
	who, rest = p.cutWho(m[2], h)
	return theThem[strings.ToLower(m[1])] + strings.TrimRight(who, " ,"), rest
}

var (
	announces = pattern.New(`(?i)(?:comunicación|circular|circulaire|information|note|circolare|informativa|comunicação|annonce|message|communiqué|rappel|anuncio|mensaje|aviso|comunicado|annuncio|messaggio|avviso|comunicazione|anúncio|mensagem)$`)
	toThem    = pattern.New(`(?i)^(aux|à nos|a los|a las|a nuestr[oa]s|ai|agli|alle|aos|às|a) (.+)$`)
	theThem   = map[string]string{"aux": "les ", "à nos": "nos ", "a los": "los ", "a las": "las ", "a nuestros": "nuestros ", "a nuestras": "nuestras ", "ai": "i ", "agli": "gli ", "alle": "le ", "aos": "os ", "às": "as "}
)

// cutWho ends an audience where the topic or the production begins.
func (p *parser) cutWho(who string, h *header) (string, string) {
	words := strings.Fields(who)
	for i := 1; i < len(words); i++ {
		rest := strings.Join(words[i:], " ")
		if h.about.MatchString(rest) || headLength.MatchString(rest) || strings.HasSuffix(words[i-1], ",") && p.production(strings.SplitN(rest, ", ", 2)[0]) {
			return strings.Join(words[:i], " "), rest
		}
	}
	return who, ""
}

var modest = pattern.New(`(?i)^(?:intern(?:e[rsn]?|al)?|kurze[rsn]?|kleine[rsn]?|neue[rsn]?|breve|corto|petite?|courte?|korte?|pequeñ[oa]|\d+-sekündige[rsn]?)\s`)

// bare is a kind of video without its article and without what is plain.
func bare(kind string) string {
	for range 3 {
		if at := firstIndex(kind, articleAfter, modest); at != nil && at[0] == 0 && at[1] < len(kind) {
			kind = kind[at[1]:]
		}
	}
	return kind
}

// topicOnly tells the topic behind a head's colon from facts.
func (p *parser) topicOnly(rest string) bool {
	r := Unstop(rest)
	return Words(r) <= 9 && !anyDigit.MatchString(r) && !p.isClause(r) && !strings.Contains(r, ", ") && !strings.ContainsAny(rest, "?!")
}

// headRest says what stands behind the colon of a head.
func (p *parser) headRest(rest string, s sentence) bool {
	if rest == "" {
		return true
	}
	items := p.splitItems(rest)
	if first := strings.Fields(items[0]); len(items) >= 2 && len(first) <= 4 && p.advertised(items) {
		p.b.Title, p.b.Subject = "", strings.TrimSpace(items[0])
		items = items[1:]
		if len(items) <= 2 {
			sep := ", "
			if p.t.code == "ar" {
				sep = "، "
			}
			p.b.About = strings.Join(items, sep)
			return true
		}
		p.list("", items, "", Body, s)
		return true
	}
	if len(items) >= 2 && !becomes.MatchString(items[0]) && anyDigit.MatchString(items[0]) && anyDigit.MatchString(items[1]) {
		for _, x := range figuresOf(rest) { // a report says each of its figures
			p.said++
			p.statement(Upper(x), s)
		}
		return true
	}
	if len(items) >= 3 && !slices.ContainsFunc(items, p.isClause) && !slices.ContainsFunc(items[1:], adverbial.MatchString) {
		p.list("", items, rest, Body, s)
		if n := len(p.b.Points) - 1; howTo.MatchString(p.b.Title) && p.b.Points[n].Form == List {
			p.b.Points[n].Form = Steps
		}
		return true
	}
	p.sentence(sentence{Upper(rest), s.line, s.col})
	return true
}

// adverbial goes on with what stands before it and is no thing of a list: "solo a pranzo",
// "dalle 12 alle 14:30".
var adverbial = pattern.New(`(?i)^(?:solo|sólo|nur|seulement|só|apenas|alleen|dal(?:le|l['’])?|da|de|desde|a partir|du|des|dès|von|ab|am|im|vom|bis|hasta|até|jusqu['’]|fino|tot|van|vanaf|às|aos|a las|a los|los|les|il|el|le|op|om|um) (?:\S+ )*(?:\d{1,2}|pranzo|cena|mediodía|comida|mittags|abends|(?:` + dayNamesRE + `)s?)\b`)

const dayNamesRE = `montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda|terça|quarta|quinta|sexta|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag`

// figuresOf cuts a report's head into its figures; what compares one stays with it:
// "vendite di ottobre 412.000 €, +8 % rispetto a settembre".
func figuresOf(s string) []string {
	sep := ", "
	if strings.Contains(s, "; ") {
		sep = "; "
	}
	var out []string
	for _, x := range splitOutside(Unstop(s), sep) {
		if x = strings.TrimSpace(x); len(out) > 0 && compares.MatchString(x) {
			out[len(out)-1] += ", " + x
		} else if x != "" {
			out = append(out, x)
		}
	}
	return out
}

// becomes is a price with what becomes of it.
var becomes = pattern.New(`(?i)\s(?:von|de|da|dal|van) (?:R\$|[€$£])?\s?\d[^,;]* (?:auf|a|à|al|para|naar) (?:R\$|[€$£])?\s?\d`)

// compares begins what a figure is compared with.
var compares = pattern.New(`(?i)^(?:[+−-]?\s?\d[\d.,]*\s?[%٪] (?:mehr|weniger|über|unter|más|menos|acima|abaixo|mais|rispetto|in più|in meno|de plus|de moins|meer|minder|sobre|أكثر|أقل)|[+−-]\s?\d|das sind|das entspricht|es decir|soit|ou seja|cioè|dat is|oltre|ein plus|in crescita|en hausse|en baisse|un aumento|une hausse|uma alta|een stijging|בעלייה|עלייה|ירידה|بزيادة|بارتفاع|بانخفاض)`)

// advertised tells whether the first of several things is the name of what an
// advertisement is for: "Savon Lune, fabriqué à Marseille, …".
func (p *parser) advertised(items []string) bool {
	if p.b.Purpose != Launch && p.b.Purpose != Social || anyDigit.MatchString(items[0]) || p.isClause(items[0]) {
		return false
	}
	f := strings.Fields(items[0])
	return len(f) == 1 || properName(f[len(f)-1]) || p.t.code == "ar" || p.t.code == "he"
}

// welcomes reads "Bienvenida para los nuevos repartidores de Ruta Verde".
func (p *parser) welcomes(h *header, text string, s sentence) bool {
	head, rest := cutHead(text)
	comma := ", "
	if strings.Contains(head, "، ") {
		comma = "، "
	}
	parts, made := splitOutside(head, comma), []string(nil)
	for n := len(parts); n > 1 && p.production(strings.TrimSpace(parts[n-1])); n = len(parts) {
		parts, made = parts[:n-1], append(made, parts[n-1]) // "… im Klinikum Nord, 60 Sekunden"
	}
	head = strings.Join(parts, comma)
	m := h.joins.FindStringSubmatch(head)
	if len(m) < 4 || !allProper(joinedWords.ReplaceAllString(m[3], "")) && p.t.code != "ar" && p.t.code != "he" {
		return false
	}
	p.orders++
	p.understand(s.line, text, func() {
		for _, x := range made {
			p.direct(x, s.line)
		}
		who := strings.TrimSpace(m[1])
		switch lead := strings.ToLower(head[:max(0, strings.Index(head, m[1]))]); {
		case p.t.code == "ar":
			who = "ا" + who // "للموظفين" is "ل" and "الموظفين"
		case p.t.code == "fr" && (strings.HasSuffix(lead, "des ") || strings.HasSuffix(lead, "aux ")):
			who = "les " + who
		case p.t.code == "it" && strings.HasSuffix(lead, "ai "):
			who = "i " + who
		case p.t.code == "it" && strings.HasSuffix(lead, "agli "):
			who = "gli " + who
		case p.t.code == "it" && strings.HasSuffix(lead, "alle "):
			who = "le " + who
		case p.t.code == "pt" && strings.HasSuffix(lead, "aos "):
			who = "os " + who
		case p.t.code == "pt" && strings.HasSuffix(lead, "às "):
			who = "as " + who
		}
		p.b.Purpose, p.b.Audience, p.b.Company = Onboarding, who, strings.TrimSpace(m[3])
		switch prep := strings.ToLower(strings.TrimSpace(m[2])); {
		case p.t.code == "de":
			p.b.CompanyIn = strings.TrimSpace(m[2]) + " " + p.b.Company
		case p.t.code == "pt" && (prep == "da" || prep == "na" || prep == "à"):
			p.b.CompanyIn = "à " + p.b.Company
		case p.t.code == "pt" && (prep == "do" || prep == "no" || prep == "ao"):
			p.b.CompanyIn = "ao " + p.b.Company
		}
	})
	return p.headRest(rest, s)
}

// itsPeriod is the time that a report is of, "of" grown onto it: "לחודש אוקטובר".
var itsPeriod = pattern.New(`^ل(?:شهر|عام|سنة|أسبوع|لشهر|لأسبوع|لربع|ربع)\s?|^ל(?:חודש|שנת|שבוע|רבעון)\s?`)

// ofPeriodElsewhere is the time that a report is of, behind its kind.
var ofPeriodElsewhere = pattern.New(`(?i)^(?:del|de la|de este|du|de la|de l['’]|do|da|deste|desta|dell['’]|della|dello|van (?:de|het|dit)|des|der|dieses) ?(?:mes|trimestre|semestre|año|semana|mois|année|semaine|mês|ano|mese|anno|settimana|maand|kwartaal|jaar|week|monats|quartals|jahres|woche)(?: (?:pasad[oa]|dernier|dernière|passad[oa]|scors[oa]))?[ ,.:]`)

// welcomed finds where those who are welcomed will work, in what an order says of them:
// "für neue Auszubildende der Bäckerei Sonnleitner", "pour les apprentis de la boulangerie
// Soleil".
func (p *parser) welcomed() {
	b := p.b
	re := worksAt[p.t.code]
	if re == nil || b.Purpose != Onboarding || b.Subject+b.Title+b.Company != "" {
		return
	}
	m := re.FindStringSubmatch(b.Audience)
	if m == nil {
		return
	}
	if b.Audience = strings.TrimSpace(m[1]); p.t.code == "de" {
		in := map[string]string{"der": "in der", "des": "im", "von": "bei", "vom": "beim"}[m[2]]
		b.Company, b.CompanyIn = m[3], firstNonEmpty(in, m[2])+" "+m[3]
		return
	}
	article := unmelted[strings.ToLower(m[2])]
	if p.t.code == "it" && m[2] == "del" {
		article = "il "
	}
	b.Subject = article + m[3]
}

// worksAt parts people from the place that they will work at. Groups: they, the word
// between, the place.
var worksAt = map[string]*pattern.Pattern{
	"de": pattern.New(`^(.+?) (der|von|vom|bei der|beim|bei|im|in der|am|an der) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}\d&-]+)*)$`),
	"fr": pattern.New(`^(.+?) (de la|de l['’]|du) ?(\p{Ll}[\p{L}-]+ \p{Lu}.*)$`),
	"it": pattern.New(`^(.+?) (della|dell['’]|del|dello) ?(\p{Ll}[\p{L}-]+ \p{Lu}.*)$`),
	"pt": pattern.New(`^(.+?) (da|do) (\p{Ll}[\p{L}-]+ \p{Lu}.*)$`),
}

// joinedWords are the small words of a company's name.
var joinedWords = pattern.New(`(?:^|\s)(?:&|de|del|la|di|do|da|und|et|y|e|en|von|van)\b`)
