package prompt

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	opening := p.orders == 0 && p.said == 0
	// "Incident review video": a kind of video has no subject of its own.
	kind := opening && p.t.code == "en" && Words(head) <= 4 && !pronounRE.MatchString(head) && videoNoun.MatchString(s[max(0, min(len(s), at[0])):])
	if Words(head) > 7 || p.isClause(head) && !kind || strings.ContainsAny(head, ".?!") {
		return false
	}
	lower := strings.ToLower(head)
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
	if kind, rest := p.genre(tail); kind != "" && (head == "" || articleRE.MatchString(strings.TrimSpace(head))) && opening {
		tail = rest
	} else if p.t.code != "en" && p.t.code != "de" { // "Vídeo de treinamento sobre …"
		if m := ofRE.FindStringSubmatch(tail); m != nil && (head == "" || articleRE.MatchString(strings.TrimSpace(head))) && opening {
			tail = strings.TrimSpace(tail[len(m[0]):])
		}
	}
	if opening && p.t.code == "en" && purposeOf(s[:min(len(s), max(0, at[1]))]) == Outreach && toPerson.MatchString(Unstop(tail)) {
		return true
	}
	lead := p.t.about.FindStringIndex(" " + tail)
	who := p.t.forWho.FindStringIndex(" " + tail)
	first := splitOutside(Unstop(tail), ", ")[0]
	if opening && p.t.code == "en" && (fromWhom.MatchString(tail) || byOffice.MatchString(Unstop(tail)) || strings.Contains(tail, ", ") && Words(first) <= 2 && p.allProduction(tail[strings.Index(tail, ", ")+2:])) {
		return true // "Internal message from our COO", "Investor update Q2, 60s"
	}
	return duration(head) > 0 && !p.isClause(first) || lead != nil && lead[0] <= 1 && lead[1] < 30 || who != nil && who[0] <= 1 ||
		opening && (strings.HasPrefix(tail, ",") || strings.HasPrefix(tail, ":") || Unstop(tail) == "")
}

var (
	videoNoun = pattern.New(`(?i)^\s?(?:video|clip|film|reel|spot|explainer|tutorial|message|update|announcement|recap|briefing)\b`)
	// fromWhom is who sends a message: "from our COO, Daniel Reyes".
	fromWhom = pattern.New(`^from (?:(?:our|the|my) ([\p{L} &-]{2,40}?),? )?(\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+){0,2})(?:, ([\p{L} &-]{2,40}))?[.,]?$`)
)

var articleRE = pattern.New(`(?i)^(?:ein(?:e|en)?|un(?:e|a)?|um(?:a)?|uno|kurzes?|فيديو|סרטון)\b`)

// make reads the sentence that orders the video: length, purpose, topic, audience.
func (p *parser) make(s string, at int) {
	b, t := p.b, p.t
	if m := calledRE.FindStringSubmatchIndex(s); m != nil {
		b.Title = strings.TrimSpace(s[m[2]:m[3]])
		s = strings.TrimSpace(s[:m[0]] + s[m[1]:])
	}
	for _, in := range append(parenRE.FindAllString(s, -1), dashedRE.FindAllString(s, -1)...) { // "(under 30 secs)", "— vertical, 20 s —"
		if inner := strings.Trim(in, "()—– "); p.allProduction(inner) || duration(in) > 0 && !p.isClause(inner) {
			if d := duration(in); d >= 3 {
				b.length(in, d)
			}
			p.direct(in, at)
			s = strings.Join(strings.Fields(strings.Replace(s, in, " ", 1)), " ")
		}
	}
	s = platformRE.ReplaceAllStringFunc(s, func(m string) string {
		p.direct(m, at)
		return strings.TrimLeft(m[len(strings.TrimRight(m, ":,")):], " ")
	})
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
	for {
		m := styleNoun.FindString(rest[to:])
		if m == "" {
			break
		}
		to += len(m)
	}
	for to > from && !isWordByte(rest[to-1]) {
		to--
	}
	head, tail := strings.TrimSpace(rest[:to]), strings.TrimSpace(rest[to:])
	if i := strings.Index(tail, "... "); i > 0 { // "… at our site... actually, keep it in English"
		p.direct(tail[i+4:], at)
		tail = tail[:i]
	}
	if d := duration(head); d >= 3 {
		b.length(head, d)
	}
	if m := germanGenre.FindStringSubmatch(head); m != nil && t.code == "de" {
		defer func() {
			if b.Title == "" && b.Subject == "" {
				b.Title = m[1] // "Entschuldigungsvideo für …: Am 3. Mai …"
			}
		}()
	}
	if m := spokenVideo.FindStringSubmatch(head); m != nil && b.Language == "" {
		b.Language = lookup(languages, m[1])
	}
	if kind, rest := p.genre(tail); kind != "" {
		if d := duration(kind); d > 0 {
			b.length(kind, d)
		}
		head, tail = head+" "+kind, rest
	}
	for t.code != "en" { // "un video de lanzamiento de 30 segundos", "ein Video von 30 Sekunden"
		m := ofRE.FindStringSubmatch(tail)
		if m == nil || t.code == "de" && duration(m[1]) == 0 || duration(m[1]) == 0 && purposeOf(m[1]) == "" && lookup(styles, m[1]) == "" {
			break
		}
		if d := duration(m[1]); d > 0 {
			b.length(m[1], d)
		}
		head += " " + m[1]
		tail = strings.TrimSpace(tail[len(m[0]):])
	}
	if b.Purpose == "" {
		b.Purpose = purposeOf(head)
	}
	if b.Purpose == "" {
		b.Purpose = purposeOf(head + " " + firstWords(strings.SplitN(tail, ",", 2)[0], 5))
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
			b.length(part, d)
		}
		p.direct(part, at)
		tail = strings.TrimRight(strings.TrimSpace(tail[:a]), ",") + " " + strings.TrimSpace(tail[z:])
		tail = strings.TrimSpace(tail)
	}
	if i := strings.Index(tail, ": "); i > 0 && startsUpper(tail[i+2:]) && p.isClause(tail[i+2:]) && len(quoted(tail)) == 0 {
		// "… about the city pass for students: It costs 63 euros a month."
		p.topic(p.segments(tail[:i], at), at)
		for _, c := range SplitSentences(tail[i+2:]) {
			p.sentence(sentence{c, at, 1})
		}
		return
	}
	if i := strings.Index(tail, ": "); i > 3 && URL(tail[:i]) == "" && len(quoted(tail)) == 0 {
		// "… for the new menu: vegan option every day, soup €2.50, salad by weight"
		if items := p.splitItems(tail[i+2:]); len(items) >= 3 && !p.isClause(items[0]) {
			p.topic(p.segments(tail[:i], at), at)
			if b.Subject == "" && b.Title == "" {
				p.headTopic(rest[:min(len(rest), max(0, from))])
			}
			p.list("", items, "", Body, sentence{tail[i+2:], at, 1})
			if n := len(b.Points) - 1; askedHow.MatchString(tail[:i]) && b.Points[n].Form == List {
				b.Points[n].Form = Steps
			}
			return
		}
	}
	if rest, ok := strings.CutPrefix(tail, ": "); ok && (p.isClause(rest) || b.Purpose == Training && takesPlace.MatchString(Unstop(rest))) {
		if q := p.quotation(rest); q.Text != "" {
			q.Asked = true
			p.say(q, sentence{rest, at, 1})
			return
		}
		p.say(Point{Form: Clause, Text: rest, Role: Hook, Asked: true}, sentence{rest, at, 1})
		return
	}
	if m := byOffice.FindStringSubmatch(Unstop(tail)); m != nil && t.code == "en" && !fromWhom.MatchString(Unstop(tail)) {
		if tail = strings.TrimSpace(m[2]); b.Presenter.Role == "" && b.Presenter.Name == "" {
			b.Presenter.Role = m[1]
		}
	}
	if m := ofPeriod.FindStringSubmatch(Unstop(tail)); m != nil && t.code == "en" && reportHead.MatchString(head) {
		b.Title, b.Company = m[1]+" "+lowerFirst(plainHead(head)), m[2]
		return
	}
	if t.code == "en" && withOur.MatchString(Unstop(tail)) {
		tail = "about " + tail[len("with "):]
	}
	if fromThis.MatchString(tail) {
		tail = "" // the text stands below
	}
	if m := named.FindStringSubmatch(tail); m != nil && t.code == "en" && allProper(m[2]) {
		// "for our new card, it's called Beanback, starts on 1 March"
		what := strings.TrimSpace(m[1])
		if loc := t.forWho.FindStringIndex(" " + what); loc != nil && loc[0] == 0 {
			what = strings.TrimSpace((" " + what)[loc[1]-1:])
		} else if loc := t.about.FindStringIndex(" " + what); loc != nil && loc[0] == 0 {
			what = strings.TrimSpace((" " + what)[loc[1]-1:])
		}
		b.Subject, b.About = m[2], what
		if b.Purpose == "" {
			b.Purpose = Launch
		}
		if m[3] = strings.TrimSpace(m[3]); m[3] != "" {
			if !p.isClause("it " + m[3]) {
				p.segments(m[3], at)
			} else {
				p.say(Point{Form: Clause, Text: b.Subject + " " + m[3], Asked: true}, sentence{m[3], at, 1})
			}
		}
		return
	}
	if m := fromWhom.FindStringSubmatch(Unstop(tail)); m != nil && t.code == "en" && b.Presenter.Name == "" {
		b.Presenter.Name, b.Presenter.Role = m[2], strings.TrimSpace(m[1]+m[3])
		tail = ""
	}
	if tail = p.segments(tail, at); periodOnly.MatchString(tail) && reportHead.MatchString(head) {
		b.Title, tail = Upper(head+" "+tail), "" // "Investor update Q2"
	}
	p.topic(tail, at)
	if b.Subject == "" && b.Title == "" && len(b.Points) == 0 {
		p.headTopic(rest[:min(len(rest), max(0, from))])
		if b.Subject == "" && (strings.HasPrefix(strings.ToLower(head), "our ") || strings.HasPrefix(strings.ToLower(head), "the ")) && t.code == "en" {
			b.Title = Upper(head) // "Our weekly product update"
		} else if b.Subject == "" && t.code == "en" && duration(head) == 0 && Words(head) >= 2 && Words(head) <= 5 && reportHead.MatchString(head) {
			b.Title = Upper(plainHead(head)) // "Quarterly update"
		} else if b.Subject == "" && t.code == "de" && Words(head) <= 3 && germanReport.MatchString(head) {
			b.Title = germanReport.FindString(head)
		}
	}
}

var (
	dashedRE   = pattern.New(`\s[—–]\s[^—–]{3,80}\s[—–]\s`)
	parenRE    = pattern.New(`\([^()]{2,60}\)`)
	platformRE = pattern.New(`(?i) (?:for|on|to post on|für|auf|para|en|pour|sur|per|su) (?:our |my |the |unsere |nuestra |notre |nossa |il nostro )?(?:website|homepage|web ?site|instagram(?: reels)?|tiktok|youtube(?: shorts)?|linkedin|facebook|social media|twitter)\b(?: page| channel| feed| account| profile| stories| story| post| audience)?[:,]?`)
	styleNoun  = pattern.New(`(?i)^[- ]?style (?:video|clip|ad|spot|film)s?`)
)

var (
	// byOffice is who speaks, by their post: "Quarterly update from the CFO".
	byOffice = pattern.New(`^(?i:(?:from|by|with) (?:the|our|your) )((?:C[EFTOIM]O|[Cc]hair(?:man|woman)?|[Ff]ounders?|[Pp]resident|[Pp]rincipal|[Mm]ayor|(?:\p{L}+ ){0,3}(?:director|manager|officer|team|head|lead)|[Hh]ead of (?:\p{L}+ ?){1,3}))\b[, ]*(.*)$`)
	// ofPeriod is the time of a report and whose it is: "Investor update, Q3, for Solvane".
	ofPeriod = pattern.New(`^,? ?((?:Q[1-4]|H[12])(?: (?:19|20)\d\d)?|(?:19|20)\d\d|\p{Lu}\p{Ll}{2,8} (?:19|20)\d\d)[, ]+(?i:for|of|at) (\p{Lu}[^,]{1,40})$`)
)

// plainHead is the name of a report without whom it is for: "Quarterly update".
func plainHead(head string) string { return internal.ReplaceAllString(head, "") }

var internal = pattern.New(`(?i)^(?:an? |the )?(?:internal|short|quick|brief) `)

var (
	askedHow = pattern.New(`(?i)\b(?:how (?:to|we|you|they)|wie (?:wir|man|sie|du)|cómo|comment|como|come|hoe (?:we|je|u))\s`)
	withOur  = pattern.New(`(?i)^with (?:our|the) (?:\p{L}+ ){0,3}(?:hours|menu|prices|rules|dates|results|news|schedule|programme|program|tips|offers?)$`)
)

// fromThis points at the text below.
var fromThis = pattern.New(`(?i)^(?:from|based on|using|with|out of|for) (?:this|these|the following|the (?:text|notes|changelog|list|content) below|the below)\b[^,.]{0,24}:?$`)

// named is a thing and what it is called.
var named = pattern.New(`^(.{4,60}?),? (?i:it['’]?s called|it is called|which is called|that['’]?s called|called|named) (\p{Lu}[\p{L}\d'’-]*(?: \p{Lu}[\p{L}\d'’-]*){0,2})(?:[,.]? ?(.*))?$`)

var germanGenre = pattern.New(`(?:^|\s)(\p{Lu}\p{Ll}+ung)s-?(?:[vV]ideo|[fF]ilm|[cC]lip)$`)

// germanReport ends the name of a report: "Quartalsupdate".
var germanReport = pattern.New(`\p{Lu}\p{Ll}+(?:update|bericht|rückblick)$`)

// spokenVideo is a video by its language: "a Spanish video".
var spokenVideo = pattern.New(`(?i)\b(english|german|spanish|french|portuguese|italian|dutch|arabic|hebrew|polish)(?:[- ]language)? (?:video|clip|version|voice-?over)$`)

var ofRE = pattern.New(`^(?:de |di |d['’]|du |da |do |مدته |لمدة |של |באורך |בן |בת |במשך |van |von )\s*(\d+ \p{L}+|\p{L}+ (?:` + secUnit + `|` + minUnit + `)|\p{L}+)(?:\s|,|$)`)

var notTopic = words(`product|launch|explainer|social|media|internal|company|update|promo\w*|training|compliance|short|welcome|release|local|news|sales|outreach|how-to|demo|investor|pitch|marketing|brand|corporate|animated|quick|simple|new|video|recruit\w*|onboarding|tutorial|invitation|event|customer|team|weekly|monthly|quarterly|\d\S*|seconds?|minutes?|seconds?-long|a|an|the|one|our|my|vertical|portrait|landscape|square|widescreen|horizontal|friendly|fun|professional|modern|engaging|upbeat|cinematic|short-form|long|instagram|tiktok|youtube|linkedin|announcement|educational|and|live|action|motion|graphics?|safety training|testimonial|hiring|job|teaser|thank-you|thanks|heartfelt|information|informational|info|public|listing|awareness|intro|introductory|explanatory|annual|product demo|how to|web|website|deck|slides?|slideshow|presentation`, "x")

// headTopic finds the topic before the noun: "forklift safety refresher".
func (p *parser) headTopic(head string) {
	var keep []string
	for _, w := range strings.Fields(head) {
		if lookup(notTopic, w) == "" {
			keep = append(keep, w)
		}
	}
	if m := countNoun.FindString(head); m != "" && p.t.code == "en" {
		p.b.Subject = m
		return
	}
	if len(keep) == 1 {
		if m := periodic.FindString(head); m != "" {
			keep = strings.Fields(m) // "weekly metrics"
		}
	}
	if len(keep) > 0 && len(keep) <= 5 && p.t.code == "en" {
		if first := strings.Fields(head)[0]; keep[0] == first && !isAllCaps(first) && !firstIsName(first) && (len(keep) == 1 || !properName(keep[1])) {
			keep[0] = lowerFirst(first) // a capital of the sentence, not of a name
		}
		p.b.Subject = strings.Join(keep, " ")
	}
}

var periodic = pattern.New(`(?i)\b(?:daily|weekly|monthly|quarterly|annual|yearly) (?:metrics|numbers|figures|results|kpis|stats|review|report|highlights|wins)\b`)

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// periodOnly is the time that a report is of.
var periodOnly = pattern.New(`(?i)^(?:(?:q[1-4]|h[12]|week \d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:19|20)\d\d)?|(?:19|20)\d\d)[.,]?$`)

var reportHead = pattern.New(`(?i)\b(?:update|report|recap|summary|review|overview|briefing|digest|announcement|news)$`)

func isAllCaps(s string) bool { return s == strings.ToUpper(s) }

// countNoun is a topic that is a number of things: "3 tips".
var countNoun = pattern.New(`(?i)\b(?:\d{1,2}|two|three|four|five|six|seven) (?:\p{L}+ )?(?:tips|ways|reasons|rules|mistakes|facts|signs|lessons|habits|myths|ideas|hacks|steps|questions)\b`)

func firstWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(n, len(f))], " ")
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
		if who, ok := p.audienceTail(t); ok && len(parts) > 1 && (len(kept) > 0 || !p.leadsOn(who)) {
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

// allProduction tells whether every part between commas is about the video.
func (p *parser) allProduction(s string) bool {
	for _, x := range splitOutside(Unstop(s), ", ") {
		if !p.production(strings.TrimSpace(x)) {
			return false
		}
	}
	return true
}

// audienceTail reads "for our customers" as a whole segment.
func (p *parser) audienceTail(s string) (string, bool) {
	padded := " " + s
	if loc := p.t.forWho.FindStringIndex(padded); loc != nil && loc[0] == 0 {
		who := strings.TrimSpace(padded[max(0, loc[1]-1):])
		if p.t.people.MatchString(who) && Words(who) <= 9 && !strings.Contains(who, ": ") {
			return who, true
		}
	}
	return "", false
}

// leadsOn tells whether an audience's words go on to the topic: "dog owners
// introducing Pawprint". Short words, as in "fans of jazz", do not.
func (p *parser) leadsOn(who string) bool {
	padded := " " + who + " "
	at := p.t.about.FindStringIndex(padded)
	return at != nil && at[0] > 0 && len(strings.TrimSpace(padded[at[0]:at[1]])) > 2
}

var presentedRE = pattern.New(`^(?i:(?:the |our )?(?:ceo|cfo|cto|coo|founder|director) (?:speaking|presents?|on camera|speaks)$)|^(?i:(?:presented|narrated|hosted|spoken|delivered|read) by\b)|^(?i:host|presenter|narrator|speaker)(?: is|:)? [A-Z]|^(?i:moderiert|gesprochen|präsentiert) von\b`)

// production tells whether a few words, without a verb of their own, are about
// the video rather than its topic.
func (p *parser) production(s string) bool {
	n := Words(s)
	l := strings.ToLower(strings.TrimSpace(s))
	switch {
	case presentedRE.MatchString(s):
		if m := hostRE.FindStringSubmatch(s); m != nil {
			p.b.Presenter.Name = m[1]
			if r := hostRole.FindStringSubmatch(s); r != nil && p.b.Presenter.Role == "" {
				p.b.Presenter.Role = Upper(r[1])
			}
		}
		return true
	case n > 9 || strings.Contains(s, "?"):
		return false
	case duration(s) > 0 && n <= 6 && !p.isClause(s) && p.onlyLength(s):
		return true
	case instrument.MatchString(s) && n <= 4:
		return true
	case lookup(orientations, s) != "" && n <= 5, noAvatarRE.MatchString(s), hexRE.MatchString(s):
		return true
	case lookup(languages, s) != "" && n <= 2:
		return true
	case transitionRE.MatchString(s) && n <= 5, lookup(styles, s) != "" && n <= 4:
		return true
	case p.isClause(s):
		return false
	case p.t.prod.MatchString(s) && n <= 7, simpleStyle.MatchString(s) && n <= 4:
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

// lengthWords may stand beside a length that is the video's own: "under 30
// seconds", "about a minute long".
var lengthWords = start(`(?:should|must|has|have|be|is|will|this|soll|muss|sein|ist|debe|durar|doit|durer|deve|about|around|under|max(?:imum|imal)?\.?|min\.?|total|in|within|length|long|roughly|approx\.?|ca\.?|up|to|at|most|exactly|duration|runtime|time|running|of|or|less|than|not|no|more|over|only|just|short|target|a|an|the|and|by|for|keep|it|etwa|circa|rund|unter|höchstens|genau|lang|länge|dauer|von|und|oder|maximal|menos|más|máximo|de|en|el|la|un|una|y|o|duración|aproximadamente|environ|moins|maximum|durée|une|et|ou|cerca|meno|massimo|durata|di|e|máx|duração|cerca|segundos|مدته|مدة|حوالي)$`)

// onlyLength tells "60 seconds max" from "builds took 12 minutes": beside the
// length itself only words about lengths or about the production stand there.
func (p *parser) onlyLength(s string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == ',' || r == '(' || r == ')' || r == ':' || r == '-' || r == '–'
	}) {
		w = strings.Trim(w, ".!~≈<")
		if w == "" || anyDigit.MatchString(w) || unitOnly.MatchString(w) || lengthWords.MatchString(w) {
			continue
		}
		if _, ok := numWords[strings.ToLower(w)]; ok {
			continue
		}
		if p.t.prod.MatchString(w) || p.t.noun.MatchString(" "+w+" ") || lookup(orientations, w) != "" || toneWords[strings.ToLower(w)] || purposeOf(w) != "" {
			continue
		}
		return false
	}
	return true
}

var unitOnly = start(`(?:` + secUnit + `|` + minUnit + `)$`)

// instrument is music by what plays it: "calm piano".
var instrument = pattern.New(`(?i)^(?:(?:\p{L}+ly )?(?:calm|soft|gentle|light|warm|upbeat|quiet|slow|fast|driving|jazzy|acoustic|electric|ambient|dreamy|happy|sad|epic|tense|playful|funky|modern)(?:,? and |,? |-))*(?:piano|guitar|ukulele|strings|synths?|beats?|drums|orchestra|jazz|lo-?fi|techno|funk|hip[- ]hop|acoustic|electronica?|ambient|marimba|bells)[.!]?$`)

// hostRole is what a named presenter is: "by our founder Lukas Ebner".
var hostRole = pattern.New(`\bby (?:our|the|my) (\p{Ll}+(?: \p{Ll}+){0,2}) \p{Lu}`)

var hostRE = pattern.New(`(?:by(?: (?:our|the|my|its))?(?: \p{Ll}+){0,3}|[Hh]ost|[Pp]resenter|[Nn]arrator|[Ss]peaker)(?: is|:)? ([A-Z]\p{Ll}[\p{L}'-]*(?: [A-Z][\p{L}'-]+)?)$`)

var toneWords = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("loud elegant relaxed friendly warm calm upbeat professional modern clean simple fun funny playful serious bold energetic inspiring confident respectful short concise clear engaging dynamic fresh light elegant premium minimal minimalist cinematic vibrant fast paced fast-paced cheerful honest personal human casual formal and but very not too quick snappy authentic relaxed emotional positive optimistic trustworthy educational informative sober factual neutral dignified gentle urgent punchy crisp witty quirky jazzy landscape portrait vertical square english german french spanish italian portuguese bitte freundlich ruhig sachlich locker modern klar vertrauenswürdig seriös professionell humorvoll kurz warm herzlich und amable alegre cercano claro y chaleureux clair et simple simpatico caldo chiaro e simpático acolhedor") {
		out[w] = true
	}
	return out
}()

func clampSpan(a, z, n int) (int, int) {
	a = max(0, min(a, n))
	return a, max(a, min(z, n))
}

var purposes = words(
	`thank[- ]you|thanks|dankes?(?:video|film|clip)?|dankeschön|agradecimiento|remerciements?|agradecimento|ringraziament[oi]|bedank\w*`, string(Thanks),
	`release notes?|changelog|what'?s new|new in version|version \d[\d.]*|v\d+\.\d+|neu(?:igkeiten)? in version|notas de (?:la )?versión|notes de version|notas de versão|note di rilascio|novedades|nouveautés|novidades|novità`, string(Release),
	`onboarding|welcome|new hires?|new employees|first day|first week|einarbeitung|willkommen\w*|neue mitarbeiter\w*|bienvenida|incorporación|accueil|intégration|boas-vindas|integração|benvenuto|inserimento|ترحيب|קליטה`, string(Onboarding),
	`safety|compliance|phishing|security awareness|awareness|gdpr|hipaa|anti-?bribery|safety training|training|schulung\w*|unterweisung\w*|formación|formation|treinamento|formazione|capacitación|sensibilisation|تدريب|توعية|הדרכה`, string(Training),
	`tutorial|how[- ]to|step[- ]by[- ]step|anleitung|guía paso|tutoriel|passo a passo|passo dopo passo`, string(Tutorial),
	`outreach|prospecting|prospect|cold (?:email|video)|sales (?:message|email|video|intro)|follow-?up|vertriebs\w*|prospección|prospection|prospecção`, string(Outreach),
	`demo|walk-?through|product tour|produktdemo|demostración|démonstration|demonstração|dimostrazione`, string(Demo),
	`pitch|investors?|fundrais\w+|seed round`, string(Pitch),
	`all-hands|town hall|quarterly|q[1-4]\b.*|weekly|monthly|internal|status update|team update|company update|update|quartals\w*|intern\w*|trimestral|trimestre|interno|interna|comunicación interna|communication interne|trimestrale|semanal|hebdomadaire|settimanale|wöchentlich\w*|wochen(?:bericht|rückblick|zahlen)|weekoverzicht`, string(Update),
	`news|breaking|nachrichten|noticias|actualités|notícias|notizie`, string(News),
	`webinar|conference|event|meetup|workshop|invitation|invite|open day|festival|veranstaltung|konferenz|evento|événement|conferencia|conférence|فعالية|אירוע`, string(Event),
	`hiring|recruit\w*|job (?:ad|post\w*)|we'?re hiring|career|stellen\w*|karriere|contratación|recrutement|recrutamento|assunzione`, string(Hiring),
	`launch|announc\w+|introducing|introduce|unveil\w*|new product|launch-?\w*|produkteinführung|vorstell\w*|lanzamiento|lancement|lançamento|lancio|presentando|إطلاق|השקה|product video|promo\w*|ad|commercial|produktvideo|werbe\w*|anuncio|publicité|anúncio|pubblicità|spot|إعلان|marketing`, string(Launch),
	`explainer|explain\w*|erklär\w*|explicativo|explicatif|explicativa|esplicativo|how .* works?|تعريفي|הסבר`, string(Explainer),
	`tiktok|reels?|shorts?|instagram|social(?: media)?|story|linkedin`, string(Social),
)

func purposeOf(s string) Purpose { return Purpose(lookup(purposes, s)) }

// isStyle tells whether a sentence talks about the production.
func (p *parser) isStyle(s string) bool {
	t := p.t
	if assetRE.MatchString(s) {
		return true
	}
	if t.style != nil && t.style.MatchString(s) && p.styleReally(s) {
		return true
	}
	if p.t.code == "en" && machinery.MatchString(s) && Words(s) <= 12 && !strings.ContainsAny(s, `"“`) {
		return true
	}
	whole := true
	for _, x := range splitOutside(Unstop(s), ", ") {
		if _, ok := p.audienceTail(x); !ok && !p.production(x) && !(duration(s) > 0 && Words(x) <= 2 && p.t.people.MatchString(x)) {
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
	if p.isClause(s) || t.tell.MatchString(s) || t.act.MatchString(s) {
		return false
	}
	// A verbless fragment of production words: "Upbeat tone, vertical format."
	return Words(s) <= 14 && t.prod.MatchString(s) && !strings.Contains(s, "?")
}

// machinery are words that only the making of a video uses.
var machinery = pattern.New(`(?i)^use (?:it|this|the video) (?:for|on|in|as)\b|^make it (?:go )?(?:pop|viral|awesome|amazing|cool|epic|sexy)\b|\bin the style of \p{L}|\bdolly (?:zoom|shot)|\b(?:slow|fast|quick) (?:pans?|zooms?)\b|\bken burns|\bdrone shots?|\btime-?lapse|\bslow motion|\bstatic (?:slides?|images?|frames?|shots?)\b|\b[xy]\s*=\s*\d+|^(?:actually|no|yes|ok|okay|hmm),? [^.]{0,30}\b(?:voice|video|music|avatar|presenter)\b|\b(?:voice-?overs?|b-?roll|a-?roll|lower[- ]thirds?|on-screen text|talking head|aspect ratio|smash cut|chapter cards?|end card|title card|background music)\b`)

// styleReally keeps viewers' instructions ("Keep your phone charged", "Avoid
// public Wi-Fi") out of the production talk.
func (p *parser) styleReally(s string) bool {
	l := strings.ToLower(s)
	for _, w := range []string{"keep ", "avoid ", "use ", "don't ", "don’t ", "do not ", "make ", "no ", "choose ", "pick ", "select ", "set ",
		"houd ", "hou ", "halte ", "halten sie ", "mantén ", "mantenga ", "gardez ", "garde ", "mantenha ", "mantieni ", "tieni ",
		"usa ", "usate ", "utilizza ", "utiliza ", "utilice ", "utilise ", "utilisez ", "verwende ", "verwenden sie ", "nutze ", "nutzen sie ", "gebruik "} {
		if strings.HasPrefix(l, w) {
			if m := keepIt.FindStringSubmatch(s); m != nil && !p.feels(m[1]) {
				return false // "Keep it in the fridge"
			}
			return p.t.prod.MatchString(s) || duration(s) > 0 || hexRE.MatchString(s) || simpleStyle.MatchString(s)
		}
	}
	return true
}

var keepIt = pattern.New(`(?i)^keep (?:it|this|things|everything) (.+)$`)

// feels tells whether words say how a video should feel, look or last.
func (p *parser) feels(s string) bool {
	if Words(s) <= 2 || duration(s) > 0 {
		return true
	}
	for _, x := range splitOutside(Unstop(s), ", ") {
		if p.production(strings.TrimSpace(x)) {
			return true
		}
	}
	tone := 0
	for _, w := range strings.Fields(strings.ToLower(Unstop(s))) {
		if toneWords[strings.Trim(w, ".,!")] {
			tone++
		}
	}
	return tone > 0 && tone*2 >= Words(s)-2
}

var simpleStyle = pattern.New(`(?i)^(?:don['’]t|do not) (?:mention|say|talk about|include|show|feature)\b|^use (?:phrases|words|language) (?:like|such as)\b|^(?:keep|make) (?:it|this|things|everything)\b|^(?:avoid|no|don['’]t use|do not use|use) (?:\w+ )?(?:jargon|buzzwords|hype|emojis?|clich[eé]s|technical terms|fear|slang|exclamation|simple language|plain language|short sentences|sales talk|superlatives)`)
