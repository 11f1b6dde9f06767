package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
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
	headLength = pattern.New(`(?i)^(?:de |di |von |van |d['’]|em |en |in |da |מדתו |مدته |لمدة |באורך |של |בן |durée |durata |duración |duração |länge |dauer )?(?:unos |unas |ca\.? |circa |environ |etwa |cerca de |máx\.? |max\.? |maximal )?(?:\d+(?:\s?[-–]\s?\d+)?\s?-?|(?:un|una|une|um|uma|einer|eine|een|deux|dos|dois|due|zwei|twee|trois|tres|três|tre|drei) )(?:` + prose.SecUnit + `|` + prose.MinUnit + `)(?:[ ,.:)]|$)|^(?:مدته |مدتها |لمدة |של |באורך )?(?:` + prose.OneMinute + `)(?:[ ,.:)،]|$)`)
	// headPlace is where it will be seen.
	headPlace = pattern.New(`(?i)^(?:para |für |fürs |auf |pour |sur |per |su |voor |op |pro |no |en |de |di |לאינסטגרם|לטיקטוק|ל|على |ل)?(?:el |la |le |o |das |die |het |l['’])?(?:instagram|insta|tiktok|linkedin|youtube|facebook|whatsapp|x|twitter|reels|stories|shorts|intranet|redes sociales|redes sociais|réseaux sociaux|social media|social|web|site|website|إنستغرام|تيك توك|لينكدإن|אינסטגרם|טיקטוק|פייסבוק|לינקדאין)(?:[ ,.:]|$)`)
	headShape = pattern.New(`(?i)^(?:(?:en|in|im|au|em|no|na|het|format|formato|al)\s+)*(?:formato? )?(?:vertical(?:e)?|horizontal(?:e)?|verticale|orizzontale|portrait|paysage|carré|cuadrado|quadrado|quadrato|hochformat|querformat|quadratisch|staand|liggend)(?:[ ,.:]|$)`)
)

// polite brings a greeting and a request ("Bonjour, pourriez-vous faire une vidéo …?")
// into the order that it means. What it is not sure of stays.
func (p *parser) polite(text string) string {
	h := headers[p.t.Code]
	if h == nil {
		return text
	}
	s := text
	if at := h.greet.FindStringIndex(s); at != nil {
		if rest := prose.Upper(strings.TrimSpace(s[at[1]:])); h.ask.MatchString(rest) || p.isMake(rest) {
			s = rest
		}
	}
	at := h.ask.FindStringIndex(s)
	if at == nil || !p.t.Noun.MatchString(" "+prose.FirstWords(s[at[1]:], 12)+" ") {
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

// headReading is the head of a prompt, and what its words behind the kind of video name.
type headReading struct {
	*header
	prose.Sentence
	head, rest  string // before and behind its colon
	kind, name  string // "Kurzes Update-Video", "Update-Video"
	audience    string
	lead, topic string   // "über", "den Umzug"
	prod        []string // length, place and shape
	tail        string   // what is not read yet
}

// headed reads a prompt that is headed by its kind, and whom it is for, rather than
// ordered. It reports whether that is all there is to the sentence.
func (p *parser) headed(text string, s prose.Sentence) bool {
	h := headers[p.t.Code]
	if h == nil || p.b.Title != "" || p.b.Subject != "" {
		return false
	}
	if p.welcomes(h, text, s) {
		return true
	}
	if m := bidsTo.FindStringSubmatch(text); m != nil {
		return p.headBids(m, text, s)
	}
	if rest, ok := grammar.After(p.t.Make, text); ok {
		if p.t.Code == "ar" || p.t.Code == "he" {
			if p.welcomes(h, rest, s) {
				return true
			}
			if strings.Contains(rest, ": ") || h.kind.MatchString(rest+" ") && prose.MinuteWord.MatchString(rest) {
				text = rest
			}
		}
		if rest, ok := grammar.After(p.t.Make, text); ok && !p.t.Noun.MatchString(" "+prose.FirstWords(rest, 12)+" ") {
			text = rest // "Erstelle eine Unterweisung zum Heben und Tragen"
		}
	}
	r := headOf(h, prose.Sentence{Text: text, Line: s.Line, Col: s.Col})
	if r == nil {
		return false
	}
	for r.tail != "" {
		r.tail = strings.TrimLeft(r.tail, " ,–—-(")
		switch {
		case r.measured():
		case p.headInvites(r):
			return p.headRest(r.rest, s)
		case p.headNames(r):
		default:
			return p.headTitles(r, s)
		}
	}
	return p.headCarried(r, s)
}

// headOf finds the kind of video that heads a sentence; nil = none.
func headOf(h *header, s prose.Sentence) *headReading {
	r := &headReading{header: h, Sentence: s}
	r.head, r.rest = cutHead(s.Text)
	loc := h.kindAt(r.head)
	if loc < 0 {
		return nil
	}
	r.kind = strings.TrimRight(strings.TrimSpace(r.head[:loc]), " ,")
	r.name, r.tail = bare(r.kind), strings.TrimSpace(r.head[loc:])
	return r
}

// kindAt is where the kind of video ends that a head begins with; −1 = it does not.
func (h *header) kindAt(head string) int {
	loc := h.kind.FindStringIndex(head + " ")
	if loc == nil {
		return -1
	}
	return min(len(head), loc[1])
}

// measured takes a length, a place or a shape off what follows the kind.
func (r *headReading) measured() bool {
	at := headLength.FindStringIndex(r.tail)
	if at == nil {
		if at = firstIndex(r.tail, headPlace, headShape); at == nil {
			return false
		}
		r.prod, r.tail = append(r.prod, r.tail[:at[1]]), r.tail[at[1]:]
		return true
	}
	r.prod, r.tail = append(r.prod, r.tail[:at[1]]), strings.TrimLeft(r.tail[at[1]:], ") ")
	return true
}

// headNames takes off what the head names next: topic, audience, traits, production.
func (p *parser) headNames(r *headReading) bool {
	if at := r.about.FindStringIndex(r.tail); at != nil {
		r.lead, r.topic, r.tail = strings.ToLower(strings.TrimSpace(r.tail[:at[1]])), strings.TrimSpace(r.tail[at[1]:]), ""
		return true
	}
	if at := r.forWho.FindStringIndex(r.tail); at != nil && r.audience == "" {
		who := strings.TrimSpace(r.tail[at[1]:])
		if strings.HasPrefix(strings.ToLower(r.tail), "fürs ") {
			who = "das " + who
		}
		who, r.tail = p.cutWho(who, r.header)
		r.audience = strings.TrimRight(who, " ,")
		return true
	}
	if who, rest := p.announcedTo(r.kind, r.tail, r.header); who != "" && r.audience == "" {
		r.audience, r.tail = who, rest
		return true
	}
	if r.audience == "" && len(r.prod) == 0 {
		// "Haz un resumen del trimestre": it belongs to the name.
		if at := firstIndex(r.tail+" ", r.trait, ofPeriodElsewhere); at != nil {
			to := min(len(r.tail), at[1])
			r.name, r.tail = r.name+" "+strings.TrimSpace(r.tail[:to]), strings.TrimSpace(r.tail[to:])
			return true
		}
	}
	first, more, _ := strings.Cut(r.tail, ", ")
	if !p.production(first) {
		return false
	}
	r.prod, r.tail = append(r.prod, first), more
	return true
}

// headTitles takes a head that is not understood as the title of what stands behind it:
// "Relatório de sustentabilidade 2024 da Serra Papéis: …".
func (p *parser) headTitles(r *headReading, s prose.Sentence) bool {
	if r.rest == "" || plainKind.MatchString(bare(r.kind)) || videoFirst.MatchString(r.kind+" ") || prose.Words(r.head) > 9 || p.isClause(r.head) {
		return false
	}
	p.orders++
	if p.b.Title = prose.Upper(r.head); p.b.Purpose == "" {
		if p.b.Purpose = grammar.PurposeOf(r.head); p.b.Purpose == "" && anyDigit.MatchString(r.rest) {
			p.b.Purpose = brief.Update
		}
	}
	return p.headRest(r.rest, s)
}

// headCarried carries out what a head names.
func (p *parser) headCarried(r *headReading, s prose.Sentence) bool {
	if (plainKind.MatchString(r.name) || adKind.MatchString(r.name)) && r.topic == "" && r.audience != "" && !p.viewers(r.audience) && !p.viewers(prose.FirstWords(r.audience, 2)) && (r.rest == "" || !p.perhapsViewers(r.audience)) && !r.sales.MatchString(r.kind+" "+r.name) {
		r.audience, r.topic = "", r.audience // "Une vidéo pour la boulangerie Petit Four"
	}
	if m := thenDash.FindStringSubmatch(r.audience); m != nil && r.topic == "" && p.viewers(m[1]) {
		r.audience, r.topic = m[1], m[2] // "pour le comité de direction — bilan du projet Horizon"
	}
	outreach := r.sales.MatchString(r.kind + " " + r.name + " " + r.Text[:min(len(r.Text), len(r.head))])
	if r.rest == "" && r.audience == "" && r.topic == "" && len(r.prod) == 0 {
		return false
	}
	p.orders++
	p.understand(r.Line, r.Text, func() { p.headFields(r, outreach) })
	if outreach && p.recipient(r.audience) {
		return p.headRest(r.rest, s)
	}
	if r.rest != "" && p.b.Subject == "" && p.headAsks(r, s) {
		return true
	}
	if m := germanGenre.FindStringSubmatch(r.name); m != nil && p.t.Code == "de" && p.b.Subject == "" {
		p.b.Title = m[1] // "Entschuldigungsvideo für unsere Kunden: Am 3. Mai …"
	} else if p.b.Subject == "" && len(p.b.Points) == 0 && !plainKind.MatchString(r.name) && (!videoFirst.MatchString(r.name) || p.t.Code == "de") {
		p.b.Title = prose.Upper(r.name)
	}
	return p.headRest(r.rest, s)
}

// thenDash is whom a video is for and, behind a dash, what it is about.
var thenDash = pattern.New(`^([^:—–]{3,60}?) (?:—|–|-) ([^—–]{4,})$`)

// headFields sets what a head says of the video.
func (p *parser) headFields(r *headReading, outreach bool) {
	for _, x := range r.prod {
		if d := prose.Duration(x); d > 0 {
			p.b.length(x, d)
		}
		p.direct(x, r.Line)
	}
	p.direct(r.kind, r.Line)
	if p.b.Purpose = grammar.PurposeOf(r.name); p.b.Purpose == "" && adKind.MatchString(r.name) {
		p.b.Purpose = brief.Launch
	}
	if outreach {
		p.b.Purpose = brief.Outreach
	} else if r.audience != "" {
		p.b.Audience = r.audience
		if m := audienceOf.FindStringSubmatch(r.audience); m != nil && allProper(joinedWords.ReplaceAllString(m[2], "")) && p.b.Company == "" && p.t.Code != "de" && !residents.MatchString(m[1]) {
			p.b.Audience, p.b.Company = m[1], m[2] // "los socios de Aguas Claras"
		}
	}
	if r.topic == "" {
		return
	}
	r.topic = p.addressee(r.topic) // "pour expliquer aux locataires comment …"
	switch {
	case r.topic == "":
	case r.rest != "" && p.t.Question.MatchString(r.topic+" "):
		p.b.Title = prose.Upper(r.topic) // "explicando por que atualizar o sistema: …"
	default:
		p.about(r.lead, p.segments(r.topic, r.Line), r.Line)
	}
}

var (
	// plainKind names a video and nothing of what it is about.
	plainKind = pattern.New(`(?i)^(?:[\d\p{L}]+-)*(?:(?:short|kurzes|breve|corto|court|petite?) )?(?:videos?|vídeo|vidéo|clip|clipe|spot|film|filmpje|reels?|réel|story|storia|pub|publicité|anuncio|anúncio|annonce|annuncio|anzeige|advertentie|promo\p{L}*|campaña|campanha|campagna|campagne|kampagne|post|mensaje|message|messaggio|mensagem|bericht|aviso|avviso|comunicado|comunicazione|communiqué|capsule|píldora|pillola|\p{L}*(?:video|clip|spot|film|anzeige)|فيديو|إعلان|مقطع|סרטון|סרט|קליפ|פרסומת|מודעה|הודעה|رسالة)(?: (?:intern|corporativ|corto|breve|court|explicativ|explicatif|esplicativ|publicitari|promocional|promozional|comercial|commercial|קצר|قصير|توضيحي|ترويجي|הסבר)\p{L}*)?$`)
	// videoFirst is a name that begins with the thing that is made and not with what it is.
	videoFirst = pattern.New(`(?i)^(?:v[ií]deo|vidéo|clip|clipe|spot|film|filmpje|فيديو|סרטון|סרט|קליפ)\s`)
	// audienceOf parts people from the company that they belong to.
	audienceOf = pattern.New(`^(\p{Ll}.*?) (?:de|del|d['’]|di|della|dell['’]|da|do|van|chez)\s?(\p{Lu}.{1,40})$`)
	// adKind is a kind of video that advertises something.
	adKind = pattern.New(`(?i)^(?:[\d\p{L}]+-)*(?:pub|publicité|spot|werbe\p{L}+|reels?|réel|story|storia|anuncio|anúncio|annuncio|anzeige|\p{L}*anzeige|advertentie|promo|campaña|campanha|campagna|campagne|إعلان|פרסומת|מודעה)\b`)
)

// cutHead parts the head of a brief from what stands behind its colon.
func cutHead(text string) (head, rest string) {
	head = text
	for _, sep := range []string{" : ", ": "} {
		if a, b, ok := strings.Cut(text, sep); ok && prose.Words(a) <= 16 && prose.URL(a) == "" {
			return strings.TrimSpace(a), strings.TrimSpace(b)
		}
	}
	return prose.Unstop(head), ""
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
	if m == nil || !announces.MatchString(kind) || strings.EqualFold(m[1], "a") && !p.t.People.MatchString(prose.FirstWords(m[2], 1)) {
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

// ofPeriodElsewhere is the time that a report is of, behind its kind.
var ofPeriodElsewhere = pattern.New(`(?i)^(?:del|de la|de este|du|de la|de l['’]|do|da|deste|desta|dell['’]|della|dello|van (?:de|het|dit)|des|der|dieses) ?(?:mes|trimestre|semestre|año|semana|mois|année|semaine|mês|ano|mese|anno|settimana|maand|kwartaal|jaar|week|monats|quartals|jahres|woche)(?: (?:pasad[oa]|dernier|dernière|passad[oa]|scors[oa]))?[ ,.:]`)

// joinedWords are the small words of a company's name.
var joinedWords = pattern.New(`(?:^|\s)(?:&|de|del|la|di|do|da|und|et|y|e|en|von|van)\b`)
