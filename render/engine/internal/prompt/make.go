package prompt

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

// isMake tells whether a sentence orders the video itself.
func (p *parser) isMake(s string) bool {
	rest, ok := after(p.t.make, s)
	if ok && strings.HasSuffix(s, "?") && p.t.code == "en" && needing.MatchString(s) {
		return false // "Need a demo? Call us."
	}
	if ok && p.t.noun.MatchString(rest) {
		at := p.t.noun.FindStringIndex(" " + rest + " ")
		return at != nil && Words(rest[:max(0, min(len(rest), at[0]-1))]) <= 12
	}
	if _, _, ok := p.headsBrief(s); ok {
		return true
	}
	// "A 30-second explainer about…", "45s reel for…": no verb before the noun.
	at := p.t.noun.FindStringIndex(" " + s + " ")
	if at == nil || at[0] > 70 {
		return false
	}
	from, to := clampSpan(at[0], at[1]-2, s)
	head, tail := s[:from], strings.TrimSpace(s[to:])
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
		_, to = clampSpan(0, next[1]-2, tail)
		tail = strings.TrimSpace(tail[to:])
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
		if what := ownThing.FindStringSubmatch(s); what != nil && t.code == "en" && b.Subject == "" {
			b.Subject, b.About = b.Title, what[1] // "my new podcast called “Slow Trains”"
		}
	}
	for _, in := range append(parenRE.FindAllString(s, -1), dashedRE.FindAllString(s, -1)...) { // "(under 30 secs)", "— vertical, 20 s —"
		if inner := strings.Trim(in, "()—– "); p.allProduction(inner) || p.isStyle(p.stripLead(inner)) || duration(in) > 0 && !p.isClause(inner) {
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
	if from, end, ok := p.headsBrief(rest); ok {
		loc = []int{from, end + 1}
	}
	if loc == nil {
		b.attributes(s, at)
		return
	}
	from, to := clampSpan(loc[0], loc[1]-1, rest)
	for { // "product demo video": the last of the nouns in a row
		next := t.noun.FindStringIndex(rest[to:] + " ")
		if next == nil || next[0] > 1 {
			break
		}
		_, n := clampSpan(0, to+next[1]-1, rest)
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
	if h := headers[t.code]; h != nil && (t.code == "ar" || t.code == "he") {
		for at := h.trait.FindStringIndex(tail + " "); at != nil && at[1] < len(tail); at = h.trait.FindStringIndex(tail + " ") {
			head, tail = head+" "+strings.TrimSpace(tail[:at[1]]), strings.TrimSpace(tail[at[1]:]) // "סרטון פרסומי של 45 שניות"
		}
	}
	for t.code != "en" { // "un video de lanzamiento de 30 segundos", "ein Video von 30 Sekunden"
		m := ofKind(tail)
		if m == nil || t.code == "de" && duration(m[1]) == 0 || duration(m[1]) == 0 && purposeOf(m[1]) == "" && lookup(styles, m[1]) == "" {
			break
		}
		if d := duration(m[1]); d > 0 {
			b.length(m[1], d)
		}
		head += " " + m[1]
		tail = strings.TrimSpace(tail[len(m[0]):])
	}
	if t.code != "en" && p.bidden(head, tail, at) {
		if d := duration(head); d > 0 {
			b.length(head, d)
		}
		p.direct(head, at)
		return
	}
	led := firstWords(tail, 1)
	defer func() {
		if firstWords(b.Subject, 1) == led { // nothing has read it as part of a phrase
			b.Subject = joinedFor(t.code, b.Subject)
		}
	}()
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
		a, z := clampSpan(cut[0], cut[1]-1, tail)
		// Production talk inside the topic ends at its next comma.
		part := tail[a:z]
		if duration(part) > 0 && (p.isClause(tail[:a]) || t.code == "en" && appositiveClause.MatchString(tail[:a])) {
			break // "a kettle that boils in 90 seconds"
		}
		if d := duration(part); d >= 5 && b.Seconds == 0 {
			b.length(part, d)
		}
		p.direct(part, at)
		tail = strings.TrimRight(strings.TrimSpace(tail[:a]), ",") + " " + strings.TrimSpace(tail[z:])
		tail = strings.TrimSpace(tail)
	}
	if i := strings.Index(tail, ": "); i > 0 && (startsUpper(tail[i+2:]) || p.statesFact(tail[:i], tail[i+2:]) || t.code == "en" && Words(tail[i+2:]) >= 4 && !p.t.wh.MatchString(tail[i+2:]) && !p.relative(tail[i+2:]) && (len(p.splitItems(tail[i+2:])) < 3 || p.isClause(p.splitItems(tail[i+2:])[0]))) && (p.isClause(tail[i+2:]) || t.code == "en" && fromDay.MatchString(tail[i+2:])) && len(quoted(tail)) == 0 {
		// "… about the city pass for students: It costs 63 euros a month."
		lead := tail[:i]
		if t.code == "en" {
			lead = p.sender(head, lead) // "Customer update from Kiln Coffee: from 1 March …"
		}
		if m := toReaders.FindStringSubmatch(lead); m != nil && t.code == "en" && noticeHead.MatchString(head) {
			b.Audience, lead = m[1], "" // "Notice for swimmers: the pool is closed"
		}
		p.topic(p.segments(lead, at), at)
		if t.code == "en" && reportHead.MatchString(head) {
			p.kindTitle(head, rest[:min(len(rest), max(0, from))])
		}
		for _, c := range SplitSentences(Upper(tail[i+2:])) {
			p.sentence(sentence{c, at, 1})
		}
		return
	}
	if i := strings.Index(tail, ": "); i > 3 && URL(tail[:i]) == "" && len(quoted(tail)) == 0 {
		// "… for the new menu: vegan option every day, soup €2.50, salad by weight"
		if items := p.splitItems(tail[i+2:]); t.code != "en" && len(items) >= 2 && slices.ContainsFunc(items[1:], adverbial.MatchString) && !strings.Contains(tail[i+2:], ";") {
			p.topic(p.segments(tail[:i], at), at) // "per la pizzeria Da Gennaro: pizza a 9,50 €, solo a pranzo"
			p.said++
			p.say(Point{Form: Clause, Text: Upper(tail[i+2:]), Asked: true}, sentence{tail[i+2:], at, 1})
			return
		}
		if items := p.splitItems(tail[i+2:]); len(items) >= 3 && !p.isClause(items[0]) {
			p.topic(p.segments(tail[:i], at), at)
			if b.Subject == "" && b.Title == "" {
				if name := plainHead(head); t.code == "en" && reportHead.MatchString(name) && Words(name) > 1 && Words(name) <= 5 && duration(name) == 0 {
					b.Title = Upper(lowerFirst(name)) // "Board update: revenue up, …"
				} else {
					p.headTopic(rest[:min(len(rest), max(0, from))])
				}
			}
			p.list("", items, "", Body, sentence{tail[i+2:], at, 1})
			if n := len(b.Points) - 1; askedHow.MatchString(tail[:i]) && b.Points[n].Form == List {
				b.Points[n].Form = Steps
			}
			return
		}
	}
	if head, rest, ok := strings.Cut(tail, ": "); ok && t.code != "en" && t.wh.MatchString(rest) && Words(rest) <= 12 {
		if loc := t.forWho.FindStringIndex(" " + head); loc != nil && loc[0] == 0 { // "para RR. HH.: cómo pedir vacaciones"
			b.Audience, b.Title = strings.TrimSpace(head[min(len(head), max(0, loc[1]-1)):]), Upper(Unstop(rest))
			return
		}
	}
	if m := kindComplement.FindStringSubmatch(Unstop(tail)); m != nil && t.code != "en" && t.code != "de" && Words(m[1]) <= 8 && !p.isClause(m[1]) && !strings.Contains(m[1], ", ") {
		b.Title = Upper(m[1]) // "de aniversário da empresa: 25 anos da Metalúrgica Souza"
		return
	}
	if rest, ok := strings.CutPrefix(tail, ": "); ok && t.code != "en" && anyDigit.MatchString(rest) && strings.Contains(rest, ", ") && !p.isClause(rest) {
		p.sentence(sentence{Upper(rest), at, 1})
		return
	}
	if i := strings.Index(tail, ": "); i > 3 && t.code != "en" && URL(tail) == "" && len(quoted(tail)) == 0 && anyDigit.MatchString(tail[i:]) && len(p.splitItems(tail[i+2:])) == 2 {
		p.topic(p.segments(tail[:i], at), at) // "sobre nossa pesquisa: participação de 86%, …"
		p.headRest(tail[i+2:], sentence{tail[i+2:], at, 1})
		return
	}
	if rest, ok := strings.CutPrefix(tail, ": "); ok && (p.isClause(rest) || t.code == "en" && (changesOn.MatchString(rest) || fromDay.MatchString(rest) || isState.MatchString(rest)) || b.Purpose == Training && takesPlace.MatchString(Unstop(rest))) {
		if q := p.quotation(rest); q.Text != "" {
			q.Asked = true
			p.say(q, sentence{rest, at, 1})
			return
		}
		if t.code == "de" && soDE.MatchString(rest) && Words(rest) <= 14 {
			b.Subject = Unstop(rest) // "Schulungsvideo: So melden Sie sich im Portal an."
			return
		}
		if t.code == "en" && inverted.MatchString(rest) {
			p.say(Point{Form: Clause, Text: Upper(Unstop(rest)) + "?", Role: Hook, Asked: true}, sentence{rest, at, 1})
			return
		}
		if t.code == "en" && t.wh.MatchString(rest) && !strings.HasSuffix(s, "?") {
			p.say(Point{Form: How, Text: Unstop(rest), Role: Hook, Asked: true}, sentence{rest, at, 1})
			return
		}
		if m := isState.FindStringSubmatch(rest); m != nil && t.code == "en" && !p.isClause(rest) {
			be := " is " // "payments API degraded between 09:12 and 10:47"
			if pastTime.MatchString(m[3]) {
				be = " was "
			}
			rest = m[1] + be + m[2] + m[3]
		}
		if t.code == "en" && b.Title == "" && b.Subject == "" && (reportName.MatchString(head) || ownNotice.MatchString(head)) {
			b.Title = Upper(lowerFirst(plainHead(head)))
		}
		p.say(Point{Form: Clause, Text: rest, Role: Hook, Asked: true}, sentence{rest, at, 1})
		return
	}
	if t.code == "en" {
		tail = strings.TrimSpace(sourceTail.ReplaceAllString(tail, ""))
		if m := lengthColon.FindStringSubmatch(tail); m != nil && b.Seconds == 0 && duration(m[2]) >= 5 {
			b.length(m[2], duration(m[2]))
			tail = strings.TrimSpace(m[1] + ": " + m[3])
		}
		if m := leadingLength.FindString(tail); m != "" && duration(m) >= 5 && b.Seconds == 0 {
			b.length(m, duration(m))
			tail = strings.TrimSpace(tail[len(m):])
		}
		for i := strings.LastIndex(tail, ", "); i >= 0 && p.production(strings.TrimSpace(Unstop(tail[i+2:]))); i = strings.LastIndex(tail, ", ") {
			p.direct(tail[i+2:], at) // "…, 60s, honest and calm"
			tail = strings.TrimSpace(tail[:i])
		}
		tail = p.sender(head, tail)
		if m := periodColon.FindStringSubmatch(tail); m != nil && reportHead.MatchString(head) && b.Title == "" {
			p.topic(m[1], at) // "Monthly update for the board, October: revenue $1.24M, 6% over plan"
			b.Title = Upper(lowerFirst(plainHead(head))) + " " + m[2]
			p.sentence(sentence{Upper(m[3]), at, 1})
			return
		}
		if m := forPeriod.FindStringSubmatch(Unstop(tail)); m != nil && reportHead.MatchString(head) && b.Title == "" {
			b.Title, b.Company = Upper(lowerFirst(plainHead(head)))+" "+m[2], m[1] // "market update for Maple County, October"
			return
		}
		if m := reportName.FindStringSubmatch(head); m != nil && strings.HasPrefix(tail, ", ") && !p.isClause(tail) && b.Title == "" && Words(tail) <= 6 && len(p.splitItems(tail[2:])) == 1 && p.leadIn(tail) == nil {
			b.Title, b.Company = Upper(lowerFirst(m[1])), Upper(strings.Trim(tail, " ,")) // "Daily huddle video, warehouse Leipzig North"
			return
		}
		if i := strings.Index(tail, ": "); i > 0 && Words(tail[:i]) >= 2 && !p.isClause(tail[i+2:]) && !p.t.wh.MatchString(tail[i+2:]) && !p.t.people.MatchString(tail[:i]) && len(p.splitItems(tail[i+2:])) < 3 && Words(tail[i+2:]) >= 3 && !inQuotes(tail, i) && !strings.ContainsAny(tail[i+2:], "\"“") && !allProper(tail[i+2:]) {
			p.topic(tail[:i], at) // "reel for Paws & Claws in Boulder: free dental check in February"
			p.say(Point{Form: Clause, Text: tail[i+2:], Asked: true}, sentence{tail[i+2:], at, 1})
			return
		}
		if m := toWhat.FindStringSubmatch(tail); m != nil && invited.MatchString(head) {
			p.b.Purpose = Event
			p.subject(m[1], at)
			return
		}
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
	if at := basedOnThis.FindStringIndex(tail); at != nil && t.code == "en" {
		tail = tail[:at[0]] // "for our customers, based on this:"
	}
	if fromThis.MatchString(tail) {
		tail = "" // the text stands below
	}
	if m := named.FindStringSubmatch(tail); m != nil && t.code == "en" && allProper(m[2]) {
		// "for our new card, it's called Beanback, starts on 1 March"
		what := strings.TrimSpace(m[1])
		if loc := t.forWho.FindStringIndex(" " + what); loc != nil && loc[0] == 0 {
			what = behind(" "+what, loc[1])
		} else if loc := t.about.FindStringIndex(" " + what); loc != nil && loc[0] == 0 {
			what = behind(" "+what, loc[1])
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
	fresh := strings.HasPrefix(tail, ",") || strings.HasPrefix(tail, ":")
	if tail = p.segments(tail, at); fresh && t.code == "en" && b.Subject == "" && p.isClause(tail) && !p.relative(tail) && p.leadIn(tail) == nil && !t.forWho.MatchString(" "+firstWords(tail, 2)) {
		// "vertical 20s reel, sunrise yoga in the park starts again on May 4!!"
		if end := strings.TrimRight(s, "!?"); end != s {
			tail += s[len(end):]
		}
		p.say(Point{Form: Clause, Text: strings.Trim(tail, " ,:"), Role: Hook, Asked: true}, sentence{tail, at, 1})
		return
	}
	if h := asVideo.ReplaceAllString(head, ""); periodOnly.MatchString(tail) && reportHead.MatchString(h) {
		b.Title, tail = Upper(h+" "+tail), "" // "Investor update Q2", "Quarterly results video, Q3"
	}
	if m := dashedName.FindStringSubmatch(tail); m != nil && t.code == "en" && ownNotice.MatchString(head) && b.Title == "" {
		b.Title, b.Company = Upper(strings.ToLower(plainHead(head))), m[1] // "BOIL WATER NOTICE – Town of Harrow Creek"
		return
	}
	p.topic(tail, at)
	p.welcomed()
	if m := theirs.FindStringSubmatch(b.Audience); m != nil && b.Subject == "" && b.Title == "" && t.code == "en" {
		if b.Subject = m[1]; b.Purpose == Update {
			b.Purpose = Release
		}
	}
	p.kindTitle(head, rest[:min(len(rest), max(0, from))])
}

var (
	dashedRE   = pattern.New(`\s[—–]\s[^—–]{3,80}\s[—–]\s`)
	parenRE    = pattern.New(`\([^()]{2,60}\)`)
	platformRE = pattern.New(`(?i) (?:for|on|to post on|für|fürs|auf|para|pra|pro|no|en|pour|sur|per|su|voor|op) (?:our |my |the |unsere |nuestra |notre |nossa |il nostro )?(?:\p{L}+['’]s )?(?:website|homepage|web ?site|instagram(?: reels)?|tiktok|youtube(?: shorts)?|linkedin|facebook|social media|twitter|(?:[\p{L}-]+ ){0,2}?(?:screens?|tvs?|displays?|monitors?)(?: (?:in|at|of|near|by) (?:our|the) (?:[\p{L}-]+ ){0,2}?(?:desk|lobby|reception|entrance|canteen|kitchen|office|shop|store|hall|foyer|room|window|counter))?|intranet|newsletter|shop window|waiting room|lobby|reception area|notice ?board)\b(?: page| channel| feed| account| profile| stories| story| post| audience)?[:,]?`)
	styleNoun  = pattern.New(`(?i)^[- ]?style (?:video|clip|ad|spot|film)s?`)
)

var (
	// byOffice is who speaks, by their post: "Quarterly update from the CFO".
	byOffice = pattern.New(`^(?i:(?:from|by|with) (?:the|our|your) )((?:C[EFTOIM]O|[Cc]hair(?:man|woman)?|[Ff]ounders?|[Pp]resident|[Pp]rincipal|[Mm]ayor|(?:\p{L}+ ){0,3}(?:director|manager|officer|team|head|lead)|[Hh]ead of (?:\p{L}+ ?){1,3}))\b[, ]*(.*)$`)
	// ofPeriod is the time of a report and whose it is: "Investor update, Q3, for Solvane".
	ofPeriod = pattern.New(`^,? ?((?:Q[1-4]|H[12])(?: (?:19|20)\d\d)?|(?:19|20)\d\d|\p{Lu}\p{Ll}{2,8} (?:19|20)\d\d)[, ]+(?i:for|of|at) (\p{Lu}[^,]{1,40})$`)
)

var (
	askedHow = pattern.New(`(?i)\b(?:how (?:to|we|you|they)|wie (?:wir|man|sie|du)|cómo|comment|como|come|hoe (?:we|je|u))\s`)
	withOur  = pattern.New(`(?i)^with (?:our|the) (?:\p{L}+ ){0,3}(?:hours|menu|prices|rules|dates|results|news|schedule|programme|program|tips|offers?)$`)
)

// basedOnThis ends an order that points at the text below.
var basedOnThis = pattern.New(`(?i),? (?:based on|using|out of|made from) (?:this|these|the following|the (?:text|notes|list|content) below|the below)(?: [\p{L} -]{1,24})?[:.]?$`)

// fromThis points at the text below.
var fromThis = pattern.New(`(?i)^(?:from|based on|using|with|out of|for) (?:this|these|the following|the (?:text|notes|changelog|list|content) below|the below)\b[^,.]{0,24}:?$|^(?:of|about|on) (?:this|these|the following|the) (?:notice|e-?mail|letter|message|text|post|announcement|memo|article|readme|changelog|document|page|notes|faq|draft|story|press release|release notes)(?: below)?[:.]?$`)

// named is a thing and what it is called.
var named = pattern.New(`^(.{4,60}?),? (?i:it['’]?s called|it is called|which is called|that['’]?s called|called|named) (\p{Lu}[\p{L}\d'’-]*(?: \p{Lu}[\p{L}\d'’-]*){0,2})(?:[,.]? ?(.*))?$`)

// soDE tells how something is done: "So melden Sie sich an".
var soDE = pattern.New(`^So \p{Ll}+(?:en Sie|st du|t ihr|en wir) `)

var germanGenre = pattern.New(`(?:^|\s)(\p{Lu}\p{Ll}+ung)s-?(?:[vV]ideo|[fF]ilm|[cC]lip)$`)

// germanReport ends the name of a report: "Quartalsupdate".
var germanReport = pattern.New(`\p{Lu}\p{Ll}+(?:update|bericht|rückblick)$`)

// spokenVideo is a video by its language: "a Spanish video".
var spokenVideo = pattern.New(`(?i)\b(english|german|spanish|french|portuguese|italian|dutch|arabic|hebrew|polish)(?:[- ]language)? (?:video|clip|version|voice-?over)$`)

// joinedFor takes the "for" off that Arabic and Hebrew write in one with the word behind
// it, where it stands right behind the video: "لعيادة النور", "לחנות הספרים".
func joinedFor(code, tail string) string {
	for _, c := range [][3]string{{"ar", "لل", "ال"}, {"ar", "ل", ""}, {"he", "ל", ""}} {
		if rest, ok := strings.CutPrefix(tail, c[1]); ok && code == c[0] && len([]rune(firstWords(rest, 1))) >= 3 {
			return c[2] + rest
		}
	}
	return tail
}

// ofKind reads "de 30 segundos" and "de lanzamiento" behind a noun: all of it, and its
// words without the preposition. A length is taken whole: "de un minuto y medio".
func ofKind(s string) []string {
	m := ofRE.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	start := strings.LastIndex(m[0], m[1])
	if d, from, to := lengthIn(s[start:]); d > 0 && from == 0 {
		return []string{s[:start+to], s[start : start+to]}
	}
	m[0] = strings.TrimSuffix(m[0], ":") // the colon leads on to the topic
	return m
}

var ofRE = pattern.New(`^(?:de |di |d['’]|du |da |do |مدته |لمدة |של |באורך |בן |בת |במשך |van |von )\s*(\d+ \p{L}+|\p{L}+ (?:` + secUnit + `|` + minUnit + `)|[\p{L}-]+)(?:\s|[,:]|$)`)

// kindComplement is what kind of video it is, and its topic behind a colon.
var kindComplement = pattern.New(`^(?:de|di|d['’]|van|pour|para|per) ?\p{Ll}[\p{Ll} '’-]{3,40}\s?: (.+)$`)

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// ownThing is what somebody has made and names.
var ownThing = pattern.New(`(?i)\b(?:for|about|of|on) ((?:my|our|the|a|an) (?:new |first |next )?[\p{L} -]{3,30}?)(?:$|[:,.])`)

// forPeriod is what a report is of, and its time.
var forPeriod = pattern.New(`^(?:for|on|about) (\p{Lu}[\p{L} &'’-]{2,40}), ((?:Q[1-4]|H[12]|week \d{1,2}|January|February|March|April|May|June|July|August|September|October|November|December)(?: (?:19|20)\d\d)?|(?:19|20)\d\d)$`)

// periodColon is whom a report is for, its time, and its first fact.
var periodColon = pattern.New(`^(for [^:,]{3,40}),? (?:for )?((?:Q[1-4]|H[12]|week \d{1,2}|January|February|March|April|May|June|July|August|September|October|November|December)(?: (?:19|20)\d\d)?|(?:19|20)\d\d): (.+)$`)

var (
	// regular is something that comes again and again, videoEnd the video of it.
	regular  = pattern.New(`(?i)\b(?:daily|weekly|monthly|quarterly|annual|yearly)\s`)
	videoEnd = pattern.New(`(?i)\s+(?:video|clip|film|reel|spot|explainer)s?$`)
	// ownNotice is a notice with what it is about.
	ownNotice = pattern.New(`(?i)^(?:[\p{L}-]+ )*\p{L}{4,} (?:notice|alert|warning|reminder)$`)
	// dashedName is whose notice it is, behind a dash.
	dashedName = pattern.New(`^[–—-] ?(?i:the )?(\p{Lu}[\p{L}'’.-]*(?: (?:of|the|and|&|\p{Lu}[\p{L}'’.-]*)){0,6})$`)
	// isState is something and the state it is in, without its verb.
	isState  = pattern.New(`(?i)^((?:the |our )?(?:[\p{L}\d-]+ ){0,4}?[\p{L}\d-]+) (degraded|down|unavailable|offline|disrupted|interrupted|delayed|cancelled|canceled|postponed|suspended|resolved|restored|closed)\b(.*)$`)
	pastTime = pattern.New(`(?i)\bbetween \d.* and \d|\b(?:yesterday|last (?:night|week|month)|this morning|earlier today|for (?:\d+|an?|one|two|three) (?:hours?|minutes?|days?))\b`)
	// ownReport is a report with what it is of: "Town hall recap".
	ownReport = pattern.New(`(?i)^(?:[\p{L}-]+ )*\p{L}{3,} (?:recap|summary|highlights|minutes)$`)
	// fromDay begins what holds from a day on: "from 1 October the fee rises".
	fromDay = pattern.New(`^(?i:from|on|as of|as from|starting(?: on| from)?|effective(?: from)?|since) ` + aDate + `(?: at (?:about )?\d[\d:.]*(?: ?[ap]m)?)?,? (?:[\p{L}\d'’&-]+ ){2,}`)
)

// noticeHead is a kind of video that tells some people something, toReaders who they are.
var (
	noticeHead = pattern.New(`(?i)\b(?:notice|update|announcement|reminder|heads[- ]up|alert|warning|message|briefing|memo|bulletin|news)$`)
	toReaders  = pattern.New(`^for ((?:(?:all|our|the|all our|all the) )?(?:\p{Ll}+ )?\p{Ll}{3,}s)$`)
)

// toWhat is what an invitation invites to.
var toWhat = pattern.New(`(?i)^to ((?:the|our|an?)\s.+|\p{Lu}.+)$`)

var invited = pattern.New(`(?i)\binvit(?:e|ation)s?$`)

var needing = pattern.New(`(?i)^(?:need|want|looking for)\s`)

// asVideo ends the kind of a video with what every one is.
var asVideo = pattern.New(`(?i) (?:video|clip|film|message|animation)$`)

var reportHead = pattern.New(`(?i)\b(?:metrics|numbers|results|figures|kpis|stats|update|report|recap|summary|review|overview|briefing|digest|announcement|news|notice|heads[- ]up|reminder)$`)

func isAllCaps(s string) bool { return s == strings.ToUpper(s) }

func firstWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(n, len(f))], " ")
}

func isWordByte(c byte) bool {
	return c >= 0x80 || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// behind is what stands behind a match that ends at end with the character that bounds it.
func behind(s string, end int) string {
	_, n := utf8.DecodeLastRuneInString(s[:end])
	return strings.TrimSpace(s[end-n:])
}

// clampSpan keeps the ends of a match within s, and between its characters: what a match is
// bounded by may be longer than the one byte that is counted off for it.
func clampSpan(a, z int, s string) (int, int) {
	a = max(0, min(a, len(s)))
	z = max(a, min(z, len(s)))
	for a > 0 && a < len(s) && !utf8.RuneStart(s[a]) {
		a--
	}
	for z > a && z < len(s) && !utf8.RuneStart(s[z]) {
		z--
	}
	return a, z
}

var purposes = words(
	`thank[- ]you|thanks|dankes?(?:video|film|clip)?|dankeschön|agradecimiento|remerciements?|agradecimento|ringraziament[oi]|bedank\w*`, string(Thanks),
	`release notes?|changelog|what'?s new|new in version|version \d[\d.]*|v\d+\.\d+|neu(?:igkeiten)? in version|notas de (?:la )?versión|notes de version|notas de versão|note di rilascio|novedades|nouveautés|novidades|novità`, string(Release),
	`onboarding|welcome|new hires?|new employees|first day|first week|einarbeitung|willkommen\w*|neue mitarbeiter\w*|bienvenida|incorporación|accueil|intégration|boas-vindas|integração|benvenuto|inserimento|ترحيب|קליטה`, string(Onboarding),
	`safety|compliance|phishing|security awareness|awareness|gdpr|hipaa|anti-?bribery|safety training|training|schulung\w*|unterweisung\w*|formación|formation|treinamento|formazione|capacitación|sensibilisation|تدريب|توعية|توعوي|הדרכה|בטיחות`, string(Training),
	`tutorial|how[- ]to|step[- ]by[- ]step|anleitung|guía paso|tutoriel|passo a passo|passo dopo passo`, string(Tutorial),
	`outreach|prospecting|prospect|cold (?:email|video)|sales (?:message|email|video|intro)|follow-?up|vertriebs\w*|prospección|prospection|prospecção`, string(Outreach),
	`demo|walk-?through|product tour|produktdemo|demostración|démonstration|demonstração|dimostrazione`, string(Demo),
	`pitch|investors?|fundrais\w+|seed round`, string(Pitch),
	`all-hands|town hall|quarterly|q[1-4]\b.*|weekly|monthly|internal|status update|team update|company update|update|quartals\w*|intern\w*|trimestral|trimestre|interno|interna|comunicación interna|communication interne|trimestrale|semanal|mensual|mensal|mensuel\w*|mensile|monats\w*|maand\w*|maandelijks|شهري|أسبوعي|شهرية|חודשי|שבועי|רבעוני|hebdomadaire|settimanale|wöchentlich\w*|wochen(?:bericht|rückblick|zahlen)|weekoverzicht`, string(Update),
	`news|breaking|nachrichten|noticias|actualités|notícias|notizie`, string(News),
	`webinar|conference|event|meetup|workshop|invitation|invite|open day|festival|veranstaltung|konferenz|evento|événement|conferencia|conférence|فعالية|אירוע`, string(Event),
	`hiring|recruit\w*|job (?:ad|post\w*)|we'?re hiring|career|stellen\w*|karriere|contratación|recrutement|recrutamento|assunzione|توظيف|وظيفة|وظائف|דרושים|גיוס`, string(Hiring),
	`launch|announc\w+|introducing|introduce|unveil\w*|new product|launch-?\w*|produkteinführung|vorstell\w*|lanzamiento|lancement|lançamento|lancio|presentando|إطلاق|השקה|product video|promo\w*|ad|commercial|produktvideo|werbe\w*|anuncio|publicité|anúncio|pubblicità|spot|إعلان|marketing`, string(Launch),
	`explainer|explain\w*|erklär\w*|explicativo|explicatif|explicativa|esplicativo|how .* works?|تعريفي|הסבר`, string(Explainer),
	`youtube|tiktok|reels?|shorts|instagram|social(?: media)?|story|linkedin`, string(Social),
)

func purposeOf(s string) Purpose { return Purpose(lookup(purposes, s)) }
