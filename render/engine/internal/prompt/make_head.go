package prompt

import (
	"cmp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// madeCalled reads the title that the order gives: "a video called “Slow Trains”".
func (p *parser) madeCalled(o *videoOrder) bool {
	m := calledRE.FindStringSubmatchIndex(o.s)
	if m == nil {
		return false
	}
	p.b.Title = strings.TrimSpace(o.s[m[2]:m[3]])
	o.s = strings.TrimSpace(o.s[:m[0]] + o.s[m[1]:])
	if what := ownThing.FindStringSubmatch(o.s); what != nil && p.inEnglish() && p.b.Subject == "" {
		p.b.Subject, p.b.About = p.b.Title, what[1] // "my new podcast called “Slow Trains”"
	}
	return false
}

// madeAsides reads directions in brackets and between dashes: "(under 30 secs)",
// "— vertical, 20 s —".
func (p *parser) madeAsides(o *videoOrder) bool {
	if p.inEnglish() {
		o.s = agesAside.ReplaceAllString(o.s, "$1 aged $2") // "kids (8–10)"
	}
	for _, in := range slices.Concat(parenRE.FindAllString(o.s, -1), dashedRE.FindAllString(o.s, -1), dashedTail.FindAllString(o.s, -1)) {
		inner := strings.Trim(in, "()—– -")
		if !p.allProduction(inner) && !p.isStyle(p.stripLead(inner)) && (prose.Duration(in) <= 0 || p.isClause(inner)) {
			continue
		}
		if d := prose.Duration(in); d >= 3 {
			p.b.length(in, d)
		}
		p.direct(in, o.at)
		o.s = strings.Join(strings.Fields(strings.Replace(o.s, in, " ", 1)), " ")
	}
	return false
}

// agesAside are the ages of an audience in brackets behind it.
var agesAside = pattern.New(`(?i)\b(kids|children|teens|teenagers|pupils|students|boys|girls|parents|adults|people|seniors|men|women)\s*\((?:ages?d? )?(\d{1,2}\s?(?:[–-]|to)\s?\d{1,2}|\d{1,2}\+)(?: years?(?: old)?)?\)`)

// madePlatforms reads where the video will be seen: "for Instagram". Where that is all that
// the order names, the video is about whose place it is: "for our bakery's Instagram".
func (p *parser) madePlatforms(o *videoOrder) bool {
	if m := ownPlatform.FindStringSubmatch(o.s); m != nil {
		p.direct(" for "+m[3], o.at)
		o.s = m[1] + " for " + m[2]
		return false
	}
	if m := placeOfOurs.FindStringSubmatch(o.s); m != nil && !p.inEnglish() { // "לאינסטגרם של המאפייה שלנו"
		p.direct(m[2], o.at)
		o.s = m[1] + " " + aboutOurs[p.t.Code] + m[3]
		return false
	}
	o.s = platformRE.ReplaceAllStringFunc(o.s, func(m string) string {
		p.direct(m, o.at)
		return strings.TrimLeft(m[len(strings.TrimRight(m, ":,")):], " ")
	})
	return false
}

// madeBare reads who is to be seen, or that nobody is, wherever the order says so: "un vídeo
// sin avatar para anunciar …", "ein Video mit einer Moderatorin über …".
func (p *parser) madeBare(o *videoOrder) bool {
	if p.inEnglish() {
		return false
	}
	if m := layout.WithAvatar.FindStringIndex(o.s); m != nil {
		with := o.s[m[0]:m[1]]
		end := strings.LastIndexFunc(with, func(r rune) bool { return r == ' ' || strings.ContainsRune(",.:", r) })
		if end > 0 {
			p.b.attributes(with[:end], o.at)
			p.b.Presenter.Gender = cmp.Or(gender(with[:end]), p.b.Presenter.Gender)
			o.s = strings.TrimSpace(strings.TrimRight(o.s[:m[0]], " ,") + with[end:] + o.s[m[1]:])
		}
	}
	o.s = strings.TrimSpace(settingInside.ReplaceAllStringFunc(o.s, func(m string) string {
		p.direct(strings.TrimLeft(m, ", "), o.at)
		return ""
	}))
	if bare := layout.WithoutAvatar.ReplaceAllString(o.s, ""); bare != o.s {
		p.b.attributes(o.s, o.at)
		o.s = strings.TrimSpace(strings.ReplaceAll(strings.Join(strings.Fields(bare), " "), " ,", ","))
	}
	return false
}

// settingInside is a setting within an order, wherever it stands: "sin música", "بصوت امرأة".
var settingInside = pattern.New(`(?i)(?:,?\s(?:y|e|et|und|en)\s|,?\s)(?:` +
	`(?:ohne|sin|sans|sem|senza|zonder|بدون|بلا|ללא|בלי) (?:musik|untertitel|música|subtítulos|musique|sous-titres|legendas|musica|sottotitoli|muziek|ondertitel(?:s|ing)|موسيقى|ترجمة|מוזיקה|כתוביות)` +
	`|mit (?:weiblicher|männlicher) stimme|con (?:una )?voz (?:femenina|masculina)|avec une voix (?:féminine|masculine)|com (?:uma )?voz (?:feminina|masculina)|con (?:una )?voce (?:femminile|maschile)|met een (?:vrouwen|mannen)stem|بصوت (?:امرأة|نسائي|أنثوي|رجل|رجالي)|בקול (?:נשי|גברי)|בקריינות (?:נשית|גברית))`)

// madeParts parts the order at the thing that is made. Without one it sets attributes.
func (p *parser) madeParts(o *videoOrder) bool {
	rest, _ := grammar.After(p.t.Make, o.s)
	loc := p.t.Noun.FindStringIndex(" " + rest + " ")
	if from, end, ok := p.headsBrief(rest); ok {
		loc = []int{from, end + 1}
	}
	if loc == nil {
		p.b.attributes(o.s, o.at)
		return true
	}
	from, to := prose.ClampSpan(loc[0], loc[1]-1, rest)
	if more := shortOf.FindStringIndex(rest[from:]); more != nil && p.inEnglish() {
		to = from + more[1] // "a short safety video" is no short
		from = strings.LastIndexByte(rest[:to], ' ')
	}
	o.before = rest[:from]
	for { // "product demo video": the last of the nouns in a row
		next := p.t.Noun.FindStringIndex(rest[to:] + " ")
		if next == nil || next[0] > 1 {
			break
		}
		_, n := prose.ClampSpan(0, to+next[1]-1, rest)
		if n <= to {
			break
		}
		to = n
	}
	for m := styleNoun.FindString(rest[to:]); m != ""; m = styleNoun.FindString(rest[to:]) {
		to += len(m)
	}
	for to > from && !prose.IsWordByte(rest[to-1]) {
		to--
	}
	o.head, o.tail = strings.TrimSpace(rest[:to]), strings.TrimSpace(rest[to:])
	return false
}

// madeAfterthought carries out "… at our site... actually, keep it in English".
func (p *parser) madeAfterthought(o *videoOrder) bool {
	if i := strings.Index(o.tail, "... "); i > 0 {
		p.direct(o.tail[i+4:], o.at)
		o.tail = o.tail[:i]
	}
	return false
}

// madeDashed reads a topic behind a dash as one behind a colon: "pour le comité de direction —
// bilan du projet Horizon".
func (p *parser) madeDashed(o *videoOrder) bool {
	if m := thenDash.FindStringSubmatch(o.tail); m != nil && !p.inEnglish() && p.leads(m[1]) && p.viewers(m[1]) {
		o.tail = m[1] + ": " + m[2]
	}
	return false
}

// inOneBreath begins a fact behind the order, in one breath with it: "for our team, we moved
// the stand-up to ten".
var inOneBreath = pattern.New(`(?i)(?:,| [–—-]|\?) ((?:we|they|it|there|he|she)(?:['’](?:s|re|ve|ll|d))? \p{L}.{6,})$`)

// madeRunOn keeps the fact that an order runs on to: "a clip for our team, we moved the
// stand-up to ten".
func (p *parser) madeRunOn(o *videoOrder) bool {
	if !p.inEnglish() || len(prose.Quoted(o.tail)) > 0 {
		return false
	}
	if m := inOneBreath.FindStringSubmatchIndex(o.tail); m != nil && !strings.Contains(o.tail[:m[0]], ": ") && !named.MatchString(o.tail) && p.isClause(prose.Upper(o.tail[m[2]:])) {
		o.tail, o.fact = strings.TrimSpace(o.tail[:m[0]]), o.tail[m[2]:]
	}
	return false
}

// madeHead reads length, language and genre before the noun.
func (p *parser) madeHead(o *videoOrder) bool {
	if d := prose.Duration(o.head); d >= 3 {
		p.b.length(o.head, d)
	}
	if m := germanGenre.FindStringSubmatch(o.head); m != nil && p.t.Code == "de" {
		o.genre = m[1]
	}
	if m := spokenVideo.FindStringSubmatch(o.head); m != nil && p.b.Language == "" {
		p.b.Language = prose.Lookup(grammar.Languages, m[1])
	}
	if kind, rest := p.genre(o.tail); kind != "" {
		if d := prose.Duration(kind); d > 0 {
			p.b.length(kind, d)
		}
		o.head, o.tail = o.head+" "+kind, rest
	}
	return false
}

// madeTraits moves what Arabic and Hebrew put behind the noun to it: "סרטון פרסומי של 45 שניות".
func (p *parser) madeTraits(o *videoOrder) bool {
	h := headers[p.t.Code]
	if h == nil || p.t.Code != "ar" && p.t.Code != "he" {
		return false
	}
	for {
		if first, rest, _ := strings.Cut(o.tail, " "); prose.Lookup(layout.Orientations, first) != "" {
			p.direct(first, o.at) // "فيديو عموديا عن …"
			o.tail = rest
			continue
		}
		at := h.trait.FindStringIndex(o.tail + " ")
		if at == nil || at[1] >= len(o.tail) {
			return false
		}
		o.head, o.tail = o.head+" "+strings.TrimSpace(o.tail[:at[1]]), strings.TrimSpace(o.tail[at[1]:])
	}
}

// madeOfKind moves "de lanzamiento de 30 segundos", "von 30 Sekunden" to the noun.
func (p *parser) madeOfKind(o *videoOrder) bool {
	for !p.inEnglish() {
		m := ofKind(o.tail)
		if m == nil {
			break
		}
		d := prose.Duration(m[1])
		if d == 0 && (p.t.Code == "de" || grammar.PurposeOf(m[1]) == "" && prose.Lookup(styles, m[1]) == "" && !toPresent.MatchString(m[1])) {
			break
		}
		if d > 0 {
			p.b.length(m[1], d)
		}
		o.head += " " + m[1]
		o.tail = strings.TrimSpace(o.tail[len(m[0]):])
	}
	return false
}

// madeBidden is [parser.bidden] in its place.
func (p *parser) madeBidden(o *videoOrder) bool {
	if p.inEnglish() || !p.bidden(o.head, o.tail, o.at) {
		return false
	}
	if d := prose.Duration(o.head); d > 0 {
		p.b.length(o.head, d)
	}
	p.direct(o.head, o.at)
	return true
}

// madePurpose reads the purpose and the style that the head names.
func (p *parser) madePurpose(o *videoOrder) bool {
	o.led = prose.FirstWords(o.tail, 1)
	if p.b.Purpose == "" {
		p.b.Purpose = grammar.PurposeOf(o.head)
	}
	if p.b.Purpose == "" {
		p.b.Purpose = grammar.PurposeOf(o.head + " " + prose.FirstWords(strings.SplitN(o.tail, ",", 2)[0], 5))
	}
	p.direct(o.head, o.at)
	return false
}

// madeProduction takes production talk out of the topic: "…, in 30 seconds, about …".
func (p *parser) madeProduction(o *videoOrder) bool {
	for {
		cut := p.t.Tail.FindStringIndex(" " + o.tail + " ")
		if cut == nil {
			return false
		}
		a, z := prose.ClampSpan(cut[0], cut[1]-1, o.tail)
		part := o.tail[a:z]
		if prose.Duration(part) > 0 && (p.isClause(o.tail[:a]) || p.inEnglish() && appositiveClause.MatchString(o.tail[:a])) {
			return false // "a kettle that boils in 90 seconds"
		}
		if d := prose.Duration(part); d >= 5 && p.b.Seconds == 0 {
			p.b.length(part, d)
		}
		p.direct(part, o.at)
		o.tail = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(o.tail[:a]), ",") + " " + strings.TrimSpace(o.tail[z:]))
	}
}

var (
	dashedTail = pattern.New(`\s[—–-]\s[^—–]{2,24}$`)
	dashedRE   = pattern.New(`\s[—–]\s[^—–]{3,80}\s[—–]\s`)
	parenRE    = pattern.New(`\([^()]{2,60}\)`)
	platformRE = pattern.New(`(?i) (?:for|on|to post on|für|fürs|auf|para|pra|pro|no|en|pour|sur|per|su|voor|op) (?:our |my |the |unsere?[nm]? |nuestr[oa] |notre |noss[oa] |(?:il |la )?nostr[oa] |la |il |l['’]|das |den |die |el |le |het |de |o |a |onze )?(?:[\p{L}-]+['’]s )?(?:(?:town|city|village|school|company|club|church|museum|parish|hotel|hospital|shop|university|team|project|product) )?(?:website|homepage|web ?site|slack|discord|whatsapp|telegram|snapchat|instagram(?: reels)?|insta|ig|tiktok|youtube(?: shorts)?|linkedin|facebook|social media|twitter|(?:[\p{L}-]+ ){0,2}?(?:screens?|tvs?|displays?|monitors?)(?: (?:in|at|of|near|by) (?:our|the) (?:[\p{L}-]+ ){0,2}?(?:desk|lobby|reception|entrance|canteen|kitchen|office|shop|store|hall|hallway|corridor|foyer|room|window|counter|gym|bar|clinic|library|school|waiting area))?|intranet|newsletter|shop window|waiting room|lobby|reception area|notice ?board)\b(?: page| channel| feed| account| profile| stories| story| post| audience)?[:,]?`)
	// ownPlatform is an order that ends with somebody's place for videos. Groups: what comes
	// before it, whose it is, the place.
	ownPlatform = pattern.New(`(?i)^(.*\b(?:video|clip|reel|ad|spot|film|short)) for ((?:our|my|the) (?:[\p{L}-]+ ){0,2}[\p{L}-]+|(?-i:\p{Lu}[\p{L}-]*(?:['’]s)?(?: \p{Lu}[\p{L}-]*){0,3}))['’]s (instagram(?: reels)?|tiktok|youtube(?: shorts)?|linkedin|facebook|twitter|website|homepage|newsletter)(?: page| channel| feed| account| profile| stories| story)?[.!]?$`)
	// placeOfOurs is where the video will be seen and whose place it is, which it is about where
	// the order names nothing else. Groups: the order, the place, whose it is.
	placeOfOurs = pattern.New(`(?i)^(.*?) (?:für (?:das |den |die )?|para (?:el |la |o |a )?|pour (?:le |la |l['’])?|per (?:il |la |l['’])?|voor (?:de |het )?|ל)((?:instagram|insta|tiktok|linkedin|youtube|facebook|newsletter|intranet|website|webseite|site|página web|אינסטגרם|טיקטוק|פייסבוק|יוטיוב)(?:-?(?:kanal|account|seite|profil|pagina|account))?) (?:von |del? |da |do |di |van |של )((?:unser\p{L}*|nuestr[oa]|notre|nostr[oa]|noss[oa]|onze?|\p{L}+) [^.:;]{3,70})$`)
	aboutOurs   = map[string]string{"de": "über ", "es": "sobre ", "fr": "sur ", "pt": "sobre ", "it": "su ", "nl": "over ", "he": "על ", "ar": "عن "}
	styleNoun   = pattern.New(`(?i)^[- ]?style (?:video|clip|ad|spot|film)s?`)
)

// shortOf is "short" before the kind of a video, up to its noun.
var shortOf = pattern.New(`(?i)^\s?short (?:[\p{L}-]+ ){1,3}?(?:video|clip|film|reel|spot|explainer|tutorial|message|update|announcement|recap|briefing)\b`)

var germanGenre = pattern.New(`(?:^|\s)(\p{Lu}\p{Ll}+ung)s-?(?:[vV]ideo|[fF]ilm|[cC]lip)$`)

// spokenVideo is a video by its language: "a Spanish video".
var spokenVideo = pattern.New(`(?i)\b(english|german|spanish|french|portuguese|italian|dutch|arabic|hebrew|polish)(?:[- ]language)? (?:video|clip|version|voice-?over)$`)

// joinedFor takes the "for" off that Arabic and Hebrew write in one with the word behind
// it, where it stands right behind the video: "لعيادة النور", "לחנות הספרים".
func joinedFor(code, tail string) string {
	for _, c := range [][3]string{{"ar", "لل", "ال"}, {"ar", "ل", ""}, {"he", "ל", ""}} {
		if rest, ok := strings.CutPrefix(tail, c[1]); ok && code == c[0] && len([]rune(prose.FirstWords(rest, 1))) >= 3 {
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
	if d, from, to := prose.LengthIn(s[start:]); d > 0 && from == 0 {
		return []string{s[:start+to], s[start : start+to]}
	}
	m[0] = strings.TrimSuffix(m[0], ":") // the colon leads on to the topic
	return m
}

var ofRE = pattern.New(`^(?:de |di |d['’]|du |da |do |مدته |لمدة |של |באורך |בן |בת |במשך |van |von )\s*(\d+ \p{L}+|\p{L}+ (?:` + prose.SecUnit + `|` + prose.MinUnit + `)|[\p{L}-]+)(?:\s|[,:]|$)`)

// ownThing is what somebody has made and names.
var ownThing = pattern.New(`(?i)\b(?:for|about|of|on) ((?:my|our|the|a|an) (?:new |first |next )?[\p{L} -]{3,30}?)(?:$|[:,.])`)
