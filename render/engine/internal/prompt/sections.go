package prompt

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// sectionNames maps the headings that people write to the parts of a brief.
var sectionNames = map[string]string{}

func init() {
	for sec, names := range map[string]string{
		"format":     "format|video format|platform|orientation|aspect ratio|deliverable|output|specs|resolution|formato|plattform",
		"tone":       "tone|tone of voice|mood|voice and tone|ton|tonalität|tono|tom|style and tone",
		"avatar":     "from|sender|signed|absender|de parte de|avatar|presenter|host|narrator|speaker|on-camera|character|moderator|moderatorin|sprecher|sprecherin|presentador|presentadora|présentateur|présentatrice|apresentador|apresentadora|presentatore|presentatrice",
		"style":      "style|visual style|look|look and feel|design|art direction|visuals|visual direction|aesthetic|branding|brand|brand guidelines|stil|estilo|stile|framing note|background note|background|colors|colours|brand colors|brand colours|palette|color palette|colour palette|farben|colores|couleurs|cores|colori|font|fonts|typography|pacing|pace|animation|motion|transitions|transition|camera|logo|b-roll|b-roll style|media|media types|structure|story structure|flow|outline|visual notes|production notes|production|notes for the editor|direction|directions|color grade|colour grade|color grading|colour grading|colorgrading",
		"screen":     "critical on-screen text|critical on screen text|on-screen text|on screen text|onscreen text|text on screen|display literally|supers|titles on screen|text overlays|overlay text|texto en pantalla|texte à l'écran|texto na tela|testo a schermo|einblendungen|text im bild",
		"scenes":     "scene-by-scene|scene by scene|scenes|storyboard|shot list|szenen|escenas|scènes|cenas|scene breakdown|scene plan",
		"music":      "music|audio|sound|soundtrack|background music|musik|música|musique|musica|sound design",
		"script":     "script|full script|vo|v.o.|voiceover|voice-over|voice over|narration|narrator script|spoken text|words|skript|sprechertext|text|guion|guión|locución|texte|voix off|roteiro|locução|copione|testo|voce fuori campo|script verbatim|verbatim script|verbatim|dialogue",
		"duration":   "duration|length|runtime|running time|target length|target duration|total length|dauer|länge|duración|durée|duração|durata|time",
		"language":   "language|spoken language|idioma|sprache|langue|lingua|locale",
		"audience":   "audience|target audience|target|viewers|who|who it's for|persona|zielgruppe|público|publico|público objetivo|audience cible|pubblico|target group",
		"cta":        "the end|ending|end card|end screen|closing card|final card|last card|fin|finale|schluss|zum schluss|cierre|encerramento|chiusura|slot|סיום|cta|call to action|call-to-action|next step|handlungsaufruf|llamada a la acción|llamado a la acción|appel à l'action|chamada para ação|invito all'azione|closing|final message",
		"facts":      "key messages|key message|key points|key facts|facts|talking points|points to cover|points|must include|must mention|include|content|message|messages|details|information|body|context|background information|brief|summary|description|story|copy|kernaussagen|fakten|inhalt|inhalte|mensajes clave|datos|puntos clave|messages clés|points clés|faits|mensagens-chave|pontos-chave|fatos|messaggi chiave|punti chiave|fatti|about|data|numbers|proof points|the problem|problem|the solution|solution|why it matters|why now|results|proof|the change|what's next|das problem|die lösung|el problema|la solución|le problème|la solution|o problema|a solução|il problema|la soluzione",
		"hook":       "hook|opening|intro|opening line|einstieg|gancho|accroche|apertura|abertura",
		"product":    "product|company|brand name|subject|topic|product name|client|produkt|thema|thème|firma|unternehmen|producto|empresa|tema|produit|entreprise|sujet|produto|assunto|prodotto|azienda|argomento|organization|organisation|campaign|event|feature",
		"title":      "title|video title|headline|titel|título|titulo|titre|titolo|working title",
		"goal":       "goal|objective|purpose|video type|type|ziel|zweck|objetivo|objectif|obiettivo|task|request|job|goal of the video",
		"url":        "url|website|link|site|web|webseite|sitio web|site web|sito",
		"voice":      "voice|narrator voice|voice style|stimme|voz|voix|voce",
		"captions":   "captions|subtitles|untertitel|subtítulos|sous-titres|legendas|sottotitoli",
		"avoid":      "avoid|do not|don't|donts|don'ts|exclude|not allowed|vermeiden|evitar|éviter|evitare",
		"lowerthird": "lower third|lower-third|lower thirds|lower-thirds|name tag|bauchbinde",
		"assets":     "assets|attachments|files|media files|materials",
		"steps":      "steps|the steps|how it works|process|schritte|pasos|étapes|passos|passaggi|so funktioniert es|cómo funciona|comment ça marche|como funciona|come funziona|agenda",
		"list":       "features|key features|benefits|key benefits|reasons|highlights|topics|what's new|new features|improvements|fixes|bug fixes|perks|advantages|takeaways|funktionen|vorteile|neuerungen|highlights|características|ventajas|beneficios|novedades|fonctionnalités|avantages|nouveautés|recursos|benefícios|novidades|vantagens|funzionalità|vantaggi|novità|tips|rules|warning signs|red flags|dates|key dates|timeline|milestones|deadlines|pricing|plans|results",
	} {
		for _, n := range strings.Split(names, "|") {
			if _, dup := sectionNames[n]; !dup || sec == "list" || sec == "style" {
				sectionNames[n] = sec
			}
		}
	}
}

var bracketTail = pattern.New(`\s*[(\[][^)\]]*[)\]]\s*$`)

// sectionOf returns the part of the brief that a heading opens, or "".
func sectionOf(h string) string {
	h = strings.ToLower(strings.Trim(strings.TrimSpace(h), "*#_: "))
	if s := sectionNames[h]; s != "" {
		return s
	}
	return sectionNames[strings.TrimSpace(bracketTail.ReplaceAllString(h, ""))]
}

var (
	headRE   = pattern.New(`^\s*(?:#{1,6}\s*|\*{1,2}|\[)?([\p{L}][\p{L}\d '’&/.()\[\]+-]{1,58}?)(?:\*{1,2})?\s*[:：](?:\*{1,2})?\s*(.*?)\]?$`)
	boldHead = pattern.New(`^\s*(?:\*\*|__)([^*_]{2,60}?)(?:\*\*|__):?\s*$`)
	mdHead   = pattern.New(`^\s*#{1,6}\s+(.+?)\s*#*$`)
	styleRE  = pattern.New(`(?i)^\s*\**style\s*[—–:-]+\s*([^(:\n]+?)\s*(?:\(([^)]*)\))?\s*:\s*(.*)$`)
)

// opensSection recognises a heading line and returns its part, its words and
// what follows on the line.
func opensSection(s string) (sec, title, rest string, ok bool) {
	if m := mdHead.FindStringSubmatch(s); m != nil {
		title = strings.Trim(m[1], "*: ")
		if sec = sectionOf(title); sec == "" {
			sec = "chapter"
		}
		return sec, title, "", true
	}
	if m := boldHead.FindStringSubmatch(s); m != nil && Words(m[1]) <= 7 {
		if _, isScene := sceneHead(line{0, s}); !isScene {
			title = strings.TrimRight(strings.TrimSpace(m[1]), ":")
			if sec = sectionOf(title); sec == "" {
				sec = "chapter"
			}
			return sec, title, "", true
		}
	}
	m := headRE.FindStringSubmatch(s)
	if m == nil || strings.Contains(s, "://") && strings.HasSuffix(m[1], "http") {
		return "", "", "", false
	}
	if sec = sectionOf(m[1]); sec == "" {
		return "", "", "", false
	}
	return sec, strings.TrimSpace(bracketTail.ReplaceAllString(m[1], "")), m[2], true
}

// oneValue are the parts that hold one thing: a second sentence is none of theirs.
var oneValue = map[string]bool{"product": true, "title": true, "audience": true, "language": true, "duration": true}

// section files the lines under a heading.
func (p *parser) section(sec, title string, lines []line) {
	b := p.b
	at := 0
	var flat []string
	for _, l := range lines {
		t := strings.TrimSpace(l.text)
		if t == "" {
			continue
		}
		if at == 0 {
			at = l.n
		}
		if x, _, ok := bullet(t); ok {
			t = x
		}
		flat = append(flat, t)
	}
	if len(flat) == 0 {
		return
	}
	p.orders++
	if oneValue[sec] && len(flat) == 1 {
		if ss := sentences(lines); len(ss) > 1 { // "Topic: spring sale. 30 seconds, portrait."
			flat[0] = ss[0].text
			defer func() {
				for _, s := range ss[1:] {
					p.sentence(s)
				}
			}()
		}
	}
	text := strings.Join(flat, ". ")
	switch sec {
	case "screen":
		for _, l := range lines {
			p.literal(l)
		}
	case "script":
		if m := wordsPerMinute.FindStringSubmatch(text); m != nil && len(flat) == 1 {
			p.paceOf(m[1], at)
			return
		}
		was := p.verbatim
		p.verbatim = !conceptRE.MatchString(text)
		lines, below := p.scriptEnd(lines)
		p.script(lines)
		p.verbatim = was
		p.prose(below)
	case "duration":
		if d := duration(text); d > 0 {
			b.length(text, d)
		} else if d := decimal(someNumber.FindString(text)); d > 0 {
			b.Seconds = d
		}
	case "language":
		if l := LanguageOf(text); l != "" {
			b.Language = l
		} else {
			b.note(at, "the language \""+text+"\" is not known; the words' own language is spoken")
		}
	case "audience":
		b.Audience = Unstop(text)
	case "music":
		if v := lookup(moods, "music "+text); v == "off" || strings.EqualFold(Unstop(text), "none") {
			b.Music = Music{Off: true}
		} else if v != "" {
			b.Music = Music{Mood: v}
			if m := tempo.FindString(text); m != "" {
				b.noteOn(at, "\""+m+"\": the tempo follows the mood", m)
			}
		} else {
			b.note(at, "music \""+text+"\": no such mood; the style's own is used")
		}
	case "avatar":
		parts := strings.Split(text, ". ")
		for len(parts) > 1 && p.production(Unstop(parts[len(parts)-1])) { // "…, Account Executive. max 35 seconds"
			p.direct(parts[len(parts)-1], at)
			parts = parts[:len(parts)-1]
		}
		p.avatar(strings.Join(parts, ". "), at)
	case "voice":
		b.Voice = gender(text)
		if b.Voice == "" {
			b.Voice = map[string]string{"female": "female", "male": "male"}[strings.ToLower(Unstop(text))]
		}
		b.attributes(text, at)
		b.voicing(text, at)
		p.unheeded(text, at)
	case "captions":
		b.attributes("captions: "+text, at)
		if strings.EqualFold(Unstop(text), "off") || strings.EqualFold(Unstop(text), "none") || strings.EqualFold(Unstop(text), "no") {
			b.Captions = "off"
		}
	case "lowerthird":
		name, role, _ := strings.Cut(mustUnquote(text), ",")
		b.Presenter.Name, b.Presenter.Role = strings.TrimSpace(name), strings.TrimSpace(role)
	case "cta":
		for _, s := range sentences(lines) {
			p.ending(s.text, s)
		}
	case "hook":
		for _, s := range sentences(lines) {
			if _, quote := Unquote(s.text); !quote && len(quoted(s.text)) == 0 && Words(s.text) >= 4 && !p.t.prod.MatchString(s.text) && !p.t.open.MatchString(s.text) {
				p.say(Point{Form: Clause, Text: s.text, Role: Hook, Asked: true}, s)
				continue
			}
			p.opening(s.text, s)
		}
	case "product":
		p.subject(mailPrefix.ReplaceAllString(text, ""), at)
	case "title":
		b.Title = mustUnquote(text)
	case "url":
		if u := URL(text); u != "" {
			b.URL = u
		}
	case "goal":
		if pu := purposeOf(text); pu != "" {
			b.Purpose = pu
		}
		if p.isMake(text) {
			p.make(text, at)
		} else {
			p.direct(text, at)
		}
	case "format", "tone", "style", "avoid", "assets":
		p.styling(sec, title, text, at)
	case "steps", "list":
		p.listSection(sec, title, lines)
	default: // facts
		was := p.chapter
		if isChapterTitle(title) || p.chapter != "" && title != "" {
			p.chapter = title // a heading among chapters is one of them
		}
		if !p.factList(lines) {
			p.prose(lines)
		}
		if isChapterTitle(title) || was == "" {
			p.chapter = was
		}
	}
}

// factList reads "Key facts: it is ready in 90 minutes, no second visit, 15-year
// guarantee": clauses stand on their own, the phrases between them are one list.
func (p *parser) factList(lines []line) bool {
	ss := sentences(lines)
	for _, l := range lines {
		if isBullet(l.text) {
			return false
		}
	}
	if len(ss) != 1 {
		return false
	}
	parts := p.splitItems(ss[0].text)
	var phrases []string
	for i, x := range parts {
		if at := p.t.finite.FindStringIndex(" " + x + " "); i > 0 && at != nil && at[0] == 0 {
			return false // one subject with several verbs
		}
		if !p.isClause(x) {
			phrases = append(phrases, x)
		}
	}
	if len(parts) < 3 || len(phrases) == 0 || len(phrases) == len(parts) || !p.isClause(parts[0]) {
		return false
	}
	p.orders++
	rest := phrases
	for _, x := range parts {
		switch {
		case p.isClause(x):
			p.say(Point{Form: Clause, Text: x, Asked: true}, ss[0])
		case len(phrases) < 2:
			p.say(Point{Form: Phrase, Text: x, Asked: true}, ss[0])
		case rest != nil:
			p.list("", phrases, "", Body, ss[0])
			rest = nil
		}
	}
	return true
}

var tempo = pattern.New(`(?i)\b\d{2,3} ?bpm\b`)

// wordsPerMinute is a pace: "about 150 per minute", "160 wpm".
var wordsPerMinute = pattern.New(`(?i)^(?:about |around |ca\.? |roughly |at )?(\d{2,3}) ?(?:words? ?)?(?:wpm|(?:per|a|/) ?min(?:ute)?)\b`)

// paceOf reads a pace in words a minute against the 150 of natural speech.
func (p *parser) paceOf(wpm string, at int) {
	pace := min(1.15, max(.9, decimal(wpm)/150))
	p.b.Pace = float64(int(pace*100+.5)) / 100
	p.b.noteOn(at, fmt.Sprintf("understood: %s words a minute, spoken at %g times the usual rate", wpm, p.b.Pace), wpm)
}

var mailPrefix = pattern.New(`(?i)^(?:(?:fwd?|re|aw|wg)\s*:\s*)+`)

func isChapterTitle(s string) bool {
	switch strings.ToLower(s) {
	case "the problem", "problem", "the solution", "solution", "why it matters", "why now", "results", "the change", "what's next",
		"das problem", "die lösung", "el problema", "la solución", "le problème", "la solution", "o problema", "a solução", "il problema", "la soluzione":
		return true
	}
	return false
}

var conceptRE = pattern.New(`(?i)\bconcept,? not verbatim|not (?:to be read )?verbatim|rephrase freely|feel free to rephrase|paraphrase`)

func mustUnquote(s string) string { q, _ := Unquote(Unstop(s)); return q }

// listSection reads "Features:" with bullets or a comma list.
func (p *parser) listSection(sec, title string, lines []line) {
	for i, l := range lines {
		if isBullet(l.text) {
			p.prose(append([]line{{lines[0].n, title + ":"}}, lines[i:]...))
			return
		}
		if strings.TrimSpace(l.text) != "" {
			break
		}
	}
	for i, l := range lines {
		if isBullet(l.text) { // words first, then the list
			p.prose(lines[:i])
			p.listSection(sec, title, lines[i:])
			return
		}
	}
	rest := lines
	for _, s := range sentences(rest) {
		if p.agenda(s.text, s) {
			continue
		}
		parts := p.splitItems(s.text)
		stages := sec == "steps" && len(parts) >= 3 && p.t.code == "en" && p.allDo(parts) // "Steps: a pump lifts the water, a filter cleans it, …"
		if len(parts) >= 2 && !p.isClause(parts[0]) || stages {
			p.list(title, parts, s.text, Body, s)
		} else {
			p.sentence(s)
		}
	}
}

// allDo tells whether every part says what somebody or something does, as steps do.
func (p *parser) allDo(parts []string) bool {
	for _, x := range parts {
		if !p.isClause(x) && (Words(x) < 4 || !whoDoes.MatchString(x)) {
			return false
		}
	}
	return true
}

// whoDoes begins a clause with its subject.
var whoDoes = pattern.New(`(?i)^(?:the|an?|our|your|every|each|this|these|it|you|we|they|then) `)

// literal keeps a line of the critical text exactly, without its bullet and quotes.
func (p *parser) literal(l line) {
	t := strings.TrimSpace(l.text)
	if t == "" {
		return
	}
	if x, _, ok := bullet(t); ok {
		t = x
	}
	t = p.exact(l.n, t)
	if q, ok := Unquote(strings.TrimRight(t, ".,;")); ok {
		t = q
	}
	p.b.Screen = append(p.b.Screen, Literal{t, l.n})
}

// scriptEnd parts a script from the directions below it: its last paragraphs whose
// every sentence is about the video, or what stands below a script in quotation marks.
func (p *parser) scriptEnd(lines []line) (script, below []line) {
	end := len(lines)
	quoted := len(lines) > 0 && strings.ContainsAny(firstText(lines)[:min(3, len(firstText(lines)))], "\"“«„")
	for i := len(lines) - 1; i > 0; i-- {
		t := strings.TrimSpace(lines[i].text)
		if t == "" {
			continue
		}
		for _, s := range SplitSentences(t) {
			if !p.isStyle(s) && !(Words(s) <= 9 && p.aboutVideo(s)) {
				return lines[:end], lines[end:]
			}
		}
		if quoted || strings.TrimSpace(lines[i-1].text) == "" {
			end = i
		}
	}
	return lines[:end], lines[end:]
}

// script takes every sentence as it is, except bracketed directions.
func (p *parser) script(lines []line) {
	for _, l := range lines {
		t := strings.TrimSpace(l.text)
		if strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") || strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")") {
			p.b.note(l.n, "direction "+t+" is not spoken")
			p.direct(strings.Trim(t, "[]()"), l.n)
		}
	}
	for _, para := range paragraphs(lines) {
		for _, s := range sentences(para) {
			t := bracketed.ReplaceAllString(s.text, " ")
			t = strings.TrimSpace(strings.Join(strings.Fields(t), " "))
			if q, ok := Unquote(t); ok {
				for _, inner := range SplitSentences(q) {
					p.say(Point{Form: Clause, Text: inner, Verbatim: p.verbatim}, s)
				}
				continue
			}
			t = speakerRE.ReplaceAllString(t, "")
			if q := p.quotation(t); q.Text != "" {
				p.said++
				q.Verbatim = p.verbatim
				p.say(q, s)
				continue
			}
			if t != "" {
				p.said++
				p.say(Point{Form: Clause, Text: t, Verbatim: p.verbatim}, s)
			}
		}
	}
}

var (
	bracketed = pattern.New(`\[[^\]]*\]`)
	speakerRE = pattern.New(`^(?:NARRATOR|VO|V\.O\.|HOST|PRESENTER|VOICEOVER|SPEAKER|AVATAR|SPRECHER(?:IN)?|LOCUTOR(?:A)?|NARRATEUR|NARRADOR(?:A)?)\s*:\s*`)
)

func paragraphs(lines []line) [][]line {
	var out [][]line
	var cur []line
	for _, l := range lines {
		if strings.TrimSpace(l.text) == "" {
			if cur != nil {
				out = append(out, cur)
			}
			cur = nil
			continue
		}
		if x, _, ok := bullet(l.text); ok {
			l.text = x
		}
		cur = append(cur, l)
	}
	if cur != nil {
		out = append(out, cur)
	}
	return out
}

var idRE = pattern.New(`^(?:p\d{4}|[a-z][a-z0-9_-]{1,30}(?:\?[\w=&]+)?)$`)

// avatar reads the AVATAR section: an id, "none", or a description.
func (p *parser) avatar(text string, at int) {
	b := p.b
	t := Unstop(text)
	b.Presenter.Line = at
	l := strings.ToLower(t)
	if l == "none" || l == "no" || l == "keine" || l == "ninguno" || l == "aucun" || l == "nenhum" || l == "nessuno" || noAvatarRE.MatchString(text) {
		b.Presenter.None = true
		return
	}
	if idRE.MatchString(t) {
		b.Presenter.ID = t
		return
	}
	b.Presenter.Look = t
	b.Presenter.Gender = gender(t)
	defer func() {
		b.Presenter.Look = strings.TrimSpace(b.Presenter.Look)
		if onlyManner(b.Presenter.Look) {
			b.Presenter.Look = "" // "a friendly woman": the gender is met, the manner is the voice's
		}
		if n := b.Presenter; n.Name != "" && len(n.Name)+len(n.Role)+4 >= len(t) {
			b.Presenter.Look = "" // a name and a role describe nobody's looks
		}
	}()
	if m := nameFirst.FindStringSubmatch(t); m != nil && !commonWord.MatchString(m[1]) {
		b.Presenter.Name, b.Presenter.Role = m[1], strings.TrimSpace(m[2])
	}
	if set := lookup(sets, t); set != "" {
		b.Look.Set = set
	}
	p.b.attributes(text, at)
}

// onlyManner tells a description of manner and gender from one of looks.
func onlyManner(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,.-", r) }) {
		if !toneWords[w] && !mannerWord.MatchString(w) {
			return false
		}
	}
	return s != ""
}

var mannerWord = pattern.New(`^(?:an?|the|and|with|woman|man|female|male|lady|person|presenter|host|voice|speaker|smile|smiling|friendly|warm|calm|kind|clear|confident|trustworthy|approachable|professional|eine?n?|frau|mann|freundliche?n?|sympathische?n?|una?|mujer|hombre|amable|cercan[oa]|une?|femme|homme|souriante?|chaleureu(?:x|se)|uma?|mulher|homem|simpátic[oa]|donna|uomo|gentile|sorridente)$`)

var commonWord = pattern.New(`(?i)^(?:an?|the|female|male|young|old|professional|friendly|woman|man|business|one|our|use|confident|warm|mid|middle|casual|any|presenter|avatar|default|auto|left|right|yes|same|natural|medium|close|full)\b`)

// styling reads STYLE, FORMAT, TONE and the notes at the end: later lines win.
func (p *parser) styling(sec, title, text string, at int) {
	b := p.b
	before := *b
	if colorGrade.MatchString(title) {
		b.note(at, strings.ToLower(title)+" \""+clipText(text, 80)+"\": pictures are not graded")
		return
	}
	if sec == "style" {
		if st := lookupFirst(styles, boldType.ReplaceAllString(text, " ")); st != "" && !(b.Look.Style != "" && partOfStyle.MatchString(title)) {
			b.Look.Style = st
		}
		b.Look.Styling = strings.TrimSpace(b.Look.Styling + " " + text)
		b.Look.Motion = append(b.Look.Motion, moves(text, "style", at)...)
		if strings.HasPrefix(strings.ToLower(title), "background") {
			_, ground, replaced := strings.Cut(text, " with ")
			if !replaced || !strings.HasPrefix(strings.ToLower(text), "replace") {
				ground = text
			}
			b.Look.Set = firstNonEmpty(lookup(sets, ground), b.Look.Set)
			if lookup(words(`dark|black|navy|dunkel|oscuro|sombre|escuro|scuro`, "dark"), text) != "" {
				b.Look.Dark, b.Look.Light = true, false
			} else if lookup(words(`light|white|bright|hell|claro|clair|chiaro|blanco|blanc|branco|bianco`, "light"), text) != "" {
				b.Look.Light, b.Look.Dark = true, false
			}
		}
		if strings.HasPrefix(strings.ToLower(title), "transition") {
			b.Transition = lookup(transitions, text)
		}
		if strings.HasPrefix(strings.ToLower(title), "font") || strings.HasPrefix(strings.ToLower(title), "typo") {
			if f := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '.' || r == ';' }); len(f) > 0 && Words(f[0]) <= 3 && properName(f[0]) {
				b.Look.Font = strings.TrimSpace(f[0])
			}
		}
	}
	if sec == "avoid" {
		p.direct("no "+text, at)
		if !p.means("no " + text) {
			b.note(at, "avoid \""+clipText(text, 80)+"\": the script says only what the prompt says, so take it out of there")
		}
		return
	}
	p.direct(text, at)
	if strings.HasPrefix(strings.ToLower(title), "background") && lookup(sets, text) != "" {
		return
	}
	if sec == "style" && sameLook(before, *b) && b.Look.Style == before.Look.Style && !strings.Contains(strings.ToLower(title), "style") {
		b.note(at, strings.ToLower(title)+" \""+clipText(text, 80)+"\": no such control in the local engine")
	} else if sec == "format" || sec == "style" {
		p.unheeded(text, at)
	}
	if sec == "format" {
		if pu := purposeOf(text); pu != "" && b.Purpose == "" {
			b.Purpose = pu
		}
	}
}

var colorGrade = pattern.New(`(?i)^colou?r[- ]?(?:grade|grading)`)

// partOfStyle heads one part of a style, in which the name of a preset is chance.
var partOfStyle = pattern.New(`(?i)^(?:font|typo|colou?r|palette|pac|camera|logo|transition|motion|animation|farb|schrift)`)

// boldType is a weight of type, not the preset.
var boldType = pattern.New(`(?i)\bbold(?:,? \p{L}+){0,2} (?:type\w*|fonts?|typefaces?|caps|capitals|headlines?|headings?|titles?|letter\w*|numbers|numerals|sans|serif|text|helvetica|grotesk|inter|roboto|futura|arial)\b|\b(?-i:\p{Lu})\p{L}+ bold\b|\bcondensed bold\b`)

// sameLook tells whether a direction changed nothing that is drawn.
func sameLook(a, b Brief) bool {
	return len(a.Look.Colors) == len(b.Look.Colors) && a.Look.Dark == b.Look.Dark && a.Look.Light == b.Look.Light && a.Look.Font == b.Look.Font && a.Look.Type == b.Look.Type &&
		a.Look.Set == b.Look.Set && len(a.Look.Motion) == len(b.Look.Motion) && a.NoStock == b.NoStock && a.Transition == b.Transition && a.Orientation == b.Orientation && a.Captions == b.Captions && a.Presenter == b.Presenter
}

func clipText(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

// styleBlock reads "STYLE — NAME (Designer): …" by what it says, and by its
// name only where it says nothing.
func (p *parser) styleBlock(name, body string, at int) {
	b := p.b
	b.Look.Named = strings.TrimSpace(name)
	b.Look.Style = ""
	p.styling("style", "style", body, at)
	if b.Look.Style == "" {
		b.Look.Style = namedLooks[strings.ToLower(b.Look.Named)]
	}
	if b.Look.Style == "" {
		b.Look.Style = lookup(styles, name)
	}
	if b.Look.Style == "" {
		b.note(at, "style block \""+b.Look.Named+"\": its colours, type, motion and transition are used; no preset has that name")
	}
}

var (
	someNumber = pattern.New(`\d+`)
	nameFirst  = pattern.New(`^([A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)?)(?:,\s*([^.]{3,60}))?`)
)
