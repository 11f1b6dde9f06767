package prompt

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
)

// isMake tells whether a sentence orders the video itself.
func (p *parser) isMake(s string) bool {
	rest, ok := after(p.t.make, s)
	if ok && p.t.noun.MatchString(rest) {
		at := p.t.noun.FindStringIndex(" " + rest + " ")
		return at != nil && Words(rest[:max(0, min(len(rest), at[0]-1))]) <= 12
	}
	// "A 30-second explainer about…", "45s reel for…": no verb before the noun.
	at := p.t.noun.FindStringIndex(" " + s + " ")
	if at == nil || at[0] > 70 {
		return false
	}
	head := s[:max(0, min(len(s), at[0]))]
	tail := strings.TrimSpace(s[min(len(s), max(0, at[1]-2)):])
	if Words(head) > 7 || p.isClause(head) || strings.ContainsAny(head, ".?!") {
		return false
	}
	lower := strings.ToLower(head)
	opening := p.orders == 0 && p.said == 0
	if !opening && duration(head) == 0 && !strings.HasPrefix(lower, "a ") && !strings.HasPrefix(lower, "an ") && head != "" && !articleRE.MatchString(head) {
		return false
	}
	for { // the last of the nouns in a row
		next := p.t.noun.FindStringIndex(" " + tail + " ")
		if next == nil || next[0] > 0 {
			break
		}
		tail = strings.TrimSpace(tail[max(0, min(len(tail), next[1]-2)):])
	}
	lead := p.t.about.FindStringIndex(" " + tail)
	who := p.t.forWho.FindStringIndex(" " + tail)
	first := splitOutside(Unstop(tail), ", ")[0]
	return duration(head) > 0 && !p.isClause(first) || lead != nil && lead[0] <= 1 && lead[1] < 30 || who != nil && who[0] <= 1 ||
		opening && (strings.HasPrefix(tail, ",") || strings.HasPrefix(tail, ":") || Unstop(tail) == "")
}

var articleRE = pattern.New(`(?i)^(?:ein(?:e|en)?|un(?:e|a)?|um(?:a)?|uno|kurzes?|فيديو|סרטון)\b`)

// make reads the sentence that orders the video: length, purpose, topic, audience.
func (p *parser) make(s string, at int) {
	b, t := p.b, p.t
	if m := calledRE.FindStringSubmatchIndex(s); m != nil {
		b.Title = strings.TrimSpace(s[m[2]:m[3]])
		s = strings.TrimSpace(s[:m[0]] + s[m[1]:])
	}
	rest, _ := after(t.make, s)
	loc := t.noun.FindStringIndex(" " + rest + " ")
	if loc == nil {
		b.attributes(s, at)
		return
	}
	from, to := clampSpan(loc[0], loc[1]-1, len(rest))
	for { // "product demo video": the last of the nouns in a row
		next := t.noun.FindStringIndex(rest[to:] + " ")
		if next == nil || next[0] > 1 {
			break
		}
		_, n := clampSpan(0, to+next[1]-1, len(rest))
		if n <= to {
			break
		}
		to = n
	}
	for to > from && !isWordByte(rest[to-1]) {
		to--
	}
	head, tail := strings.TrimSpace(rest[:to]), strings.TrimSpace(rest[to:])
	if d := duration(head); d >= 3 {
		b.Seconds = d
	}
	for t.code != "en" && t.code != "de" { // "un video de lanzamiento de 30 segundos"
		m := ofRE.FindStringSubmatch(tail)
		if m == nil || duration(m[1]) == 0 && purposeOf(m[1]) == "" && lookup(styles, m[1]) == "" {
			break
		}
		if d := duration(m[1]); d > 0 {
			b.Seconds = d
		}
		head += " " + m[1]
		tail = strings.TrimSpace(tail[len(m[0]):])
	}
	if b.Purpose == "" {
		b.Purpose = purposeOf(head)
	}
	if b.Purpose == "" {
		b.Purpose = purposeOf(head + " " + strings.SplitN(tail, ",", 2)[0])
	}
	p.direct(head, at)
	for {
		cut := t.tail.FindStringIndex(" " + tail + " ")
		if cut == nil {
			break
		}
		a, z := clampSpan(cut[0], cut[1]-1, len(tail))
		// Production talk inside the topic ends at its next comma.
		part := tail[a:z]
		if duration(part) > 0 && p.isClause(tail[:a]) {
			break // "a kettle that boils in 90 seconds"
		}
		if d := duration(part); d >= 5 && b.Seconds == 0 {
			b.Seconds = d
		}
		p.direct(part, at)
		tail = strings.TrimRight(strings.TrimSpace(tail[:a]), ",") + " " + strings.TrimSpace(tail[z:])
		tail = strings.TrimSpace(tail)
	}
	if rest, ok := strings.CutPrefix(tail, ": "); ok && p.isClause(rest) {
		p.say(Point{Form: Clause, Text: rest, Role: Hook, Asked: true}, sentence{rest, at, 1})
		return
	}
	p.topic(p.segments(tail, at), at)
	if b.Subject == "" && b.Title == "" && len(b.Points) == 0 {
		p.headTopic(rest[:min(len(rest), max(0, from))])
	}
}

var ofRE = pattern.New(`^(?:de |di |d['’]|du |da |do |مدته |لمدة )\s*(\d+ \p{L}+|\p{L}+)(?:\s|,|$)`)

var notTopic = words(`product|launch|explainer|social|media|internal|company|update|promo\w*|training|compliance|short|welcome|release|local|news|sales|outreach|how-to|demo|investor|pitch|marketing|brand|corporate|animated|quick|simple|new|video|recruit\w*|onboarding|tutorial|invitation|event|customer|team|weekly|monthly|quarterly|\d\S*|seconds?|minutes?|seconds?-long|a|an|the|one|our|my|vertical|portrait|landscape|friendly|fun|professional|modern|engaging|upbeat|cinematic|short-form|long|instagram|tiktok|youtube|linkedin|announcement|educational|and|live|action|motion|graphics?|safety training|testimonial|hiring|job|teaser|web|website`, "x")

// headTopic finds the topic before the noun: "forklift safety refresher".
func (p *parser) headTopic(head string) {
	var keep []string
	for _, w := range strings.Fields(head) {
		if lookup(notTopic, w) == "" {
			keep = append(keep, w)
		}
	}
	if len(keep) > 0 && len(keep) <= 5 && p.t.code == "en" {
		p.b.Subject = strings.Join(keep, " ")
	}
}

func isWordByte(c byte) bool {
	return c >= 0x80 || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// segments takes production talk between commas ("portrait, 60 seconds, with
// captions, presented by our CFO") out of a topic and keeps what it says.
func (p *parser) segments(s string, at int) string {
	parts := splitOutside(Unstop(s), ", ")
	kept := parts[:0:0]
	for _, x := range parts {
		t := strings.TrimSpace(x)
		if t == "" {
			continue
		}
		if who, ok := p.audienceTail(t); ok && (len(kept) > 0 || len(parts) > 1) {
			p.b.Audience = who
			continue
		}
		if p.production(t) {
			p.direct(t, at)
			continue
		}
		kept = append(kept, x)
	}
	return strings.TrimSpace(strings.Join(kept, ", "))
}

// audienceTail reads "for our customers" as a whole segment.
func (p *parser) audienceTail(s string) (string, bool) {
	padded := " " + s
	if loc := p.t.forWho.FindStringIndex(padded); loc != nil && loc[0] == 0 {
		who := strings.TrimSpace(padded[max(0, loc[1]-1):])
		if p.t.people.MatchString(who) && Words(who) <= 9 {
			return who, true
		}
	}
	return "", false
}

var presentedRE = pattern.New(`(?i)^(?:presented|narrated|hosted|spoken|delivered|read) by\b|^(?:moderiert|gesprochen|präsentiert) von\b`)

// production tells whether a few words, without a verb of their own, are about
// the video rather than its topic.
func (p *parser) production(s string) bool {
	n := Words(s)
	l := strings.ToLower(strings.TrimSpace(s))
	switch {
	case presentedRE.MatchString(s):
		return true
	case n > 9 || strings.Contains(s, "?"):
		return false
	case duration(s) > 0 && n <= 6 && !p.isClause(s):
		return true
	case lookup(orientations, s) != "" && n <= 5, noAvatarRE.MatchString(s), hexRE.MatchString(s):
		return true
	case lookup(languages, s) != "" && n <= 2:
		return true
	case transitionRE.MatchString(s) && n <= 5, lookup(styles, s) != "" && n <= 4:
		return true
	case p.isClause(s):
		return false
	case p.t.prod.MatchString(s) && n <= 7:
		return true
	case n <= 5:
		for _, code := range languageOrder { // directions need not be in the facts' language
			if t := tongues[code]; t != nil && t.prod.MatchString(s) {
				return true
			}
		}
	}
	// Nothing but adjectives of tone: "friendly and warm".
	for _, w := range strings.FieldsFunc(l, func(r rune) bool { return r == ' ' || r == ',' || r == '-' }) {
		if !toneWords[w] {
			return false
		}
	}
	return n > 0
}

var toneWords = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("friendly warm calm upbeat professional modern clean simple fun funny playful serious bold energetic inspiring confident respectful short concise clear engaging dynamic fresh light elegant premium minimal minimalist cinematic vibrant fast paced fast-paced cheerful honest personal human casual formal and but very not too quick snappy authentic relaxed emotional positive optimistic trustworthy educational informative landscape portrait vertical square english german french spanish italian portuguese freundlich ruhig sachlich locker modern klar und amable alegre cercano claro y chaleureux clair et simple simpatico caldo chiaro e simpático acolhedor") {
		out[w] = true
	}
	return out
}()

func clampSpan(a, z, n int) (int, int) {
	a = max(0, min(a, n))
	return a, max(a, min(z, n))
}

var purposes = words(
	`release notes?|changelog|what'?s new|new in version|version \d[\d.]*|v\d+\.\d+|neu(?:igkeiten)? in version|notas de (?:la )?versión|notes de version|notas de versão|note di rilascio|novedades|nouveautés|novidades|novità`, string(Release),
	`onboarding|welcome|new hires?|new employees|first day|first week|einarbeitung|willkommen\w*|neue mitarbeiter\w*|bienvenida|incorporación|accueil|intégration|boas-vindas|integração|benvenuto|inserimento|ترحيب|קליטה`, string(Onboarding),
	`compliance|phishing|security awareness|awareness|gdpr|hipaa|anti-?bribery|safety training|training|schulung\w*|unterweisung\w*|formación|formation|treinamento|formazione|capacitación|sensibilisation|تدريب|توعية|הדרכה`, string(Training),
	`tutorial|how[- ]to|step[- ]by[- ]step|anleitung|guía paso|tutoriel|passo a passo|passo dopo passo`, string(Tutorial),
	`outreach|prospecting|prospect|cold (?:email|video)|sales (?:message|email|video|intro)|follow-?up|vertriebs\w*|prospección|prospection|prospecção`, string(Outreach),
	`demo|walk-?through|product tour|produktdemo|demostración|démonstration|demonstração|dimostrazione`, string(Demo),
	`pitch|investors?|fundrais\w+|seed round`, string(Pitch),
	`all-hands|town hall|quarterly|q[1-4]\b.*|weekly|monthly|internal|status update|team update|company update|update|quartals\w*|intern\w*|trimestral|trimestre|interno|interna|comunicación interna|communication interne|trimestrale`, string(Update),
	`news|breaking|nachrichten|noticias|actualités|notícias|notizie`, string(News),
	`webinar|conference|event|meetup|workshop|invitation|invite|open day|festival|veranstaltung|konferenz|evento|événement|conferencia|conférence|فعالية|אירוע`, string(Event),
	`hiring|recruit\w*|job (?:ad|post\w*)|we'?re hiring|career|stellen\w*|karriere|contratación|recrutement|recrutamento|assunzione`, string(Hiring),
	`launch|announc\w+|introducing|introduce|unveil\w*|new product|launch-?\w*|produkteinführung|vorstell\w*|lanzamiento|lancement|lançamento|lancio|presentando|إطلاق|השקה|product video|promo\w*|ad|commercial|produktvideo|werbe\w*|anuncio|publicité|anúncio|pubblicità|spot|إعلان|marketing`, string(Launch),
	`explainer|explain\w*|erklär\w*|explicativo|explicatif|explicativa|esplicativo|how .* works?|تعريفي|הסבר`, string(Explainer),
	`tiktok|reels?|shorts?|instagram|social(?: media)?|story|linkedin`, string(Social),
)

func purposeOf(s string) Purpose { return Purpose(lookup(purposes, s)) }

// topic reads what follows "video": "for X about Y", "introducing Y, a Z".
func (p *parser) topic(tail string, at int) {
	t, b := p.t, p.b
	tail = strings.Trim(Unstop(tail), " ,–—-:")
	if tail == "" {
		return
	}
	for range 4 {
		if tail == "" {
			return
		}
		padded := " " + tail
		if loc := t.forWho.FindStringIndex(padded); loc != nil && loc[0] == 0 {
			rest := strings.TrimSpace(tail[min(len(tail), max(0, loc[1]-2)):])
			who, more := rest, ""
			if next := t.about.FindStringIndex(" " + rest + " "); next != nil && next[0] > 0 && !strings.HasPrefix(strings.ToLower(strings.TrimSpace(rest[max(0, next[0]-1):])), "of ") {
				who, more = strings.TrimSpace(rest[:min(len(rest), next[0])]), strings.TrimSpace(rest[min(len(rest), max(0, next[0]-1)):])
			}
			p.forWhom(strings.Trim(who, " ,"), more != "", at)
			tail = more
			continue
		}
		if loc := t.about.FindStringIndex(padded); loc != nil && loc[0] == 0 {
			word := strings.ToLower(strings.TrimSpace(padded[loc[0]:loc[1]]))
			rest := strings.TrimSpace(padded[loc[1]-1:])
			p.about(word, rest, at)
			return
		}
		break
	}
	if m := toFind.FindStringSubmatch(tail); m != nil && t.code == "en" {
		b.Audience = m[1]
		b.Purpose = Hiring
		if b.Subject == "" && m[2] != "" {
			p.subject(m[2], at)
			b.Company = b.Subject
		}
		return
	}
	if b.Subject == "" {
		if strings.HasPrefix(strings.ToLower(tail), "to ") && t.code == "en" {
			p.b.note(at, "the purpose \""+tail+"\" steers the structure; it is not spoken")
			return
		}
		p.subject(tail, at)
	}
}

var toFind = pattern.New(`(?i)^to (?:find|hire|recruit|attract|win|look for) (.+?)(?: (?:for|at|to join) (.+))?$`)

var calledRE = pattern.New(`(?i),?\s*\b(?:called|titled|named|entitled|with the title|mit dem titel|titulado|intitulé|intitulado|intitolato)\s+["“«„]([^"”»“]+)["”»“]`)

// forWhom decides whether "for X" names the audience, the company or the subject.
func (p *parser) forWhom(who string, topicFollows bool, at int) {
	b := p.b
	if i := strings.LastIndex(who, " for "); i > 0 && p.t.code == "en" && !topicFollows && p.t.people.MatchString(who[i+5:]) && !strings.Contains(who[:i], ", ") {
		b.Audience = strings.TrimSpace(who[i+5:])
		p.subject(who[:i], at)
		return
	}
	switch {
	case who == "":
	case p.t.people.MatchString(who) && !strings.Contains(who, ", a ") && !strings.Contains(who, ", the "):
		b.Audience = who
	case topicFollows:
		if name, about := cutAppositive(who); name != "" {
			b.Company = name
			if about != "" {
				b.About = ""
			}
		}
	default:
		p.subject(who, at)
	}
}

// about files what follows "about", "introducing", "explaining how".
func (p *parser) about(word, rest string, at int) {
	t := p.t
	s := sentence{rest, at, 1}
	if r, ok := after(t.that, rest); ok {
		p.say(Point{Form: Clause, Text: p.mainClause(r), Asked: true}, s)
		return
	}
	if t.wh.MatchString(rest) {
		p.say(Point{Form: How, Text: rest, Role: Hook, Asked: true}, s)
		return
	}
	if i := strings.LastIndex(rest, " to "); i > 0 && t.code == "en" && !strings.Contains(rest[:i], ",") && p.t.people.MatchString(rest[i+4:]) {
		p.b.Audience = strings.TrimSpace(rest[i+4:])
		rest = rest[:i]
	}
	if i := strings.LastIndex(rest, " for "); i > 0 && t.code == "en" && !strings.Contains(rest[:i], ",") && p.t.people.MatchString(rest[i+5:]) && p.b.Audience == "" {
		p.b.Audience = strings.TrimSpace(rest[i+5:])
		rest = rest[:i]
	}
	if t.code != "en" {
		rest = p.audienceCut(rest)
	}
	p.subject(rest, at)
}

// audienceCut takes "für neue Mitarbeiter" off the end of a topic.
func (p *parser) audienceCut(s string) string {
	at := p.t.forWho.FindAllStringIndex(" "+s+" ", -1)
	if len(at) == 0 {
		return s
	}
	last := at[len(at)-1]
	a, z := clampSpan(last[0]-1, last[1]-2, len(s))
	who := strings.TrimSpace(s[z:])
	if a <= 0 || !p.t.people.MatchString(who) || Words(who) > 9 {
		return s
	}
	if p.b.Audience == "" {
		p.b.Audience = who
	}
	return strings.TrimRight(strings.TrimSpace(s[:a]), ",")
}

var articleAfter = pattern.New(`(?i)^(?:an?|the|our|your|its|my|one|ein(?:e|en|er)?|der|die|das|unsere?|un[ae]?|el|la|los|las|le|les|il|lo|gli|uma?|o|os|as|notre|nuestr[oa]|nuestra|nossa?|nostr[oa])\s|^(?:l|un)['’]`)

// subject sets what the video is about: "Acme Bottle, a steel bottle that …".
func (p *parser) subject(x string, at int) {
	b := p.b
	x = strings.TrimSpace(Unstop(x))
	if x == "" {
		return
	}
	if q, ok := Unquote(x); ok {
		x = q
	}
	name, about := cutAppositive(x)
	if b.Subject == "" {
		b.Subject = name
	}
	if about != "" && b.About == "" {
		b.About = about
	}
	if b.Purpose == "" {
		b.Purpose = purposeOf(x)
	}
}

// cutAppositive splits "Name, a thing that …" and "our new app Name".
func cutAppositive(x string) (string, string) {
	if head, tail, ok := strings.Cut(x, "، "); ok {
		return strings.TrimSpace(head), strings.TrimSpace(tail)
	}
	for _, sep := range []string{", ", " – ", " — ", " - ", ": ", " ("} {
		if head, tail, ok := strings.Cut(x, sep); ok && articleAfter.MatchString(tail+" ") && head != "" {
			if sep == ", " && strings.Contains(tail, ", and ") && !unicode.IsUpper(rune(head[0])) {
				break
			}
			return strings.TrimSpace(head), strings.TrimRight(strings.TrimSpace(tail), ")")
		}
	}
	if head, tail, ok := strings.Cut(x, ", "); ok && allProper(head) && !strings.Contains(tail, ", ") && tail != "" && unicode.IsLower([]rune(tail)[0]) && !strings.HasPrefix(tail, "and ") {
		return head, tail // "Dana Ruiz, operations lead at Kestrel Foods"
	}
	f := strings.Fields(x)
	if len(f) >= 3 && articleAfter.MatchString(x) {
		i := len(f)
		for i > 0 && properName(f[i-1]) {
			i--
		}
		if i < len(f) && i > 1 && len(f)-i <= 4 {
			head := strings.ToLower(f[0])
			if head == "our" || head == "my" || head == "unsere" || head == "unser" || head == "notre" || head == "nuestra" || head == "nuestro" {
				return strings.Join(f[i:], " "), strings.Join(f[:i], " ")
			}
		}
	}
	return x, ""
}

func allProper(s string) bool {
	f := strings.Fields(s)
	for _, w := range f {
		if !properName(w) {
			return false
		}
	}
	return len(f) > 0
}

func properName(w string) bool {
	r := []rune(strings.Trim(w, `"“”,.'’`))
	return len(r) > 0 && (unicode.IsUpper(r[0]) || unicode.IsDigit(r[0]) || firstIsName(string(r)))
}

// isStyle tells whether a sentence talks about the production.
func (p *parser) isStyle(s string) bool {
	t := p.t
	if assetRE.MatchString(s) {
		return true
	}
	if t.style != nil && t.style.MatchString(s) {
		return p.styleReally(s)
	}
	whole := true
	for _, x := range splitOutside(Unstop(s), ", ") {
		if _, ok := p.audienceTail(x); !ok && !p.production(x) {
			whole = false
			break
		}
	}
	if whole && !t.tell.MatchString(s) {
		return true
	}
	if noAvatarRE.MatchString(s) && Words(s) <= 12 || hexRE.MatchString(s) && !strings.Contains(s, "“") {
		return true
	}
	if p.isClause(s) {
		return false
	}
	// A verbless fragment of production words: "Upbeat tone, vertical format."
	return Words(s) <= 14 && t.prod.MatchString(s) && !strings.Contains(s, "?")
}

// styleReally keeps viewers' instructions ("Keep your phone charged", "Avoid
// public Wi-Fi") out of the production talk.
func (p *parser) styleReally(s string) bool {
	l := strings.ToLower(s)
	for _, w := range []string{"keep ", "avoid ", "use ", "don't ", "don’t ", "do not ", "make ", "no ", "choose ", "pick ", "select ", "set "} {
		if strings.HasPrefix(l, w) {
			return p.t.prod.MatchString(s) || duration(s) > 0 || hexRE.MatchString(s) || simpleStyle.MatchString(s)
		}
	}
	return true
}

var simpleStyle = pattern.New(`(?i)^(?:keep|make) (?:it|this|things|everything)\b|^(?:avoid|no|don['’]t use|do not use|use) (?:\w+ )?(?:jargon|buzzwords|hype|emojis?|clich[eé]s|technical terms|fear|slang|exclamation|simple language|plain language|short sentences|sales talk|superlatives)`)
