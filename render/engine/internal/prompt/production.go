package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// segments takes production talk between commas ("portrait, 60 seconds, with
// captions, presented by our CFO") out of a topic and keeps what it says.
func (p *parser) segments(s string, at int) string {
	parts := splitOutside(prose.Unstop(s), ", ")
	if p.t.Code == "en" {
		for i, x := range parts {
			parts[i] = madeFor.ReplaceAllString(x, "for ")
		}
	}
	kept := parts[:0:0]
	for _, x := range parts {
		t := strings.TrimSpace(x)
		if t == "" || courtesy.MatchString(t) || p.t.Code == "en" && sourceBelow.MatchString(t) {
			continue
		}
		if who, ok := p.audienceTail(t); ok && len(parts) > 1 && (len(kept) > 0 || !p.leadsOn(who)) {
			p.b.Audience = who
			continue
		}
		if insideWord.MatchString(t) && p.t.Code == "en" {
			continue // who may see it is no topic
		}
		if endsWith.MatchString(t) && p.t.Code == "en" && len(parts) > 1 {
			p.sentence(prose.Sentence{Text: prose.Upper(t), Line: at, Col: 1}) // "…, warm, ends with donate at acme.example"
			continue
		}
		if p.production(t) && !(len(kept) == 0 && len(parts) == 1 && p.t.Code != "en" && p.leads(t) && prose.Duration(t) == 0 && prose.Words(t) > 3) {
			p.direct(t, at)
			continue
		}
		kept = append(kept, x)
	}
	return strings.TrimSpace(strings.Join(kept, ", "))
}

// insideWord says who may see a video.
var insideWord = pattern.New(`(?i)^(?:internal|external|confidential|internal only|internal use only|public|draft)$`)

// endsWith is how a video is to end.
var endsWith = pattern.New(`(?i)^(?:it )?(?:ends?|ending|closes?|closing|finish(?:es|ing)?) (?:with|on)\s`)

// courtesy is said to the agent: "A vertical video, please."
var courtesy = pattern.New(`(?i)^(?:please|thanks|thank you|bitte|danke|por favor|gracias|s['’]il (?:vous|te) plaît|merci|per favore|grazie|obrigad[oa]|alstublieft|graag)[.!]?$`)

// allProduction tells whether every part between commas is about the video.
func (p *parser) allProduction(s string) bool {
	for _, x := range splitOutside(prose.Unstop(s), ", ") {
		if !p.production(strings.TrimSpace(x)) {
			return false
		}
	}
	return true
}

// audienceTail reads "for our customers" as a whole segment.
func (p *parser) audienceTail(s string) (string, bool) {
	padded := " " + s
	if re := inviting[p.t.Code]; re != nil && p.t.Code != "en" && re.MatchString(s) {
		return "", false // "para convidar os moradores para a festa"
	}
	if loc := p.t.ForWho.FindStringIndex(padded); loc != nil && loc[0] == 0 {
		who := prose.Behind(padded, loc[1])
		if p.viewers(who) && prose.Words(who) <= 9 && !strings.Contains(who, ": ") {
			return who, true
		}
	}
	return "", false
}

// leadsOn tells whether an audience's words go on to the topic: "dog owners
// introducing Pawprint". Short words, as in "fans of jazz", do not.
func (p *parser) leadsOn(who string) bool {
	padded := " " + who + " "
	at := p.t.About.FindStringIndex(padded)
	return at != nil && at[0] > 0 && len(strings.TrimSpace(padded[at[0]:at[1]])) > 2
}

var presentedRE = pattern.New(`^(?i:(?:the |our )?(?:ceo|cfo|cto|coo|founder|director) (?:speaking|presents?|on camera|speaks)$)|^(?i:(?:presented|narrated|hosted|spoken|delivered|read) by\b)|^(?i:host|presenter|narrator|speaker)(?: is|:)? [A-Z]|^(?i:moderiert|gesprochen|präsentiert) von\b`)

// presentedIn is who presents the video, in other languages: "présentée par notre
// directrice technique Claire Meunier". Groups: role, name.
var presentedIn = pattern.New(`^(?i:(?:la )?(?:présentée?|presentad[oa]|apresentad[oa]|presentat[oa]|condott[oa]|moderiert|präsentiert|gesprochen|gepresenteerd) (?:par|por|pel[oa]|da|dal|dalla|dai|von|vom|door)) (?:(?i:notre|nuestr[oa]|noss[oa]|nostr[oa]|la nostra|il nostro|unser\p{L}*|onze?|la|le|el|il|l['’]|o|a|der|dem) ?)?((?:\p{Ll}[\p{L}'’-]*\s){0,4})(\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){0,2})$`)

// production tells whether a few words, without a verb of their own, are about
// the video rather than its topic.
func (p *parser) production(s string) bool {
	if addressForm.MatchString(strings.TrimSpace(s)) {
		return true
	}
	if p.inEnglish() {
		s = politely.ReplaceAllString(s, "") // "energetic please"
	}
	n := prose.Words(s)
	l := strings.ToLower(strings.TrimSpace(s))
	switch {
	case officeHost.MatchString(s):
		m := officeHost.FindStringSubmatch(s)
		if p.b.Presenter.Name = m[3]; p.b.Presenter.Role == "" {
			p.b.Presenter.Role = prose.Upper(m[1] + m[2])
		}
		return true
	case presentedIn.MatchString(s):
		m := presentedIn.FindStringSubmatch(s)
		if p.b.Presenter.Name = m[2]; m[1] != "" {
			p.b.Presenter.Role = prose.Upper(strings.TrimSpace(m[1]))
		}
		return true
	case presentedRE.MatchString(s):
		if m := hostRE.FindStringSubmatch(s); m != nil {
			p.b.Presenter.Name = m[1]
			if r := hostRole.FindStringSubmatch(s); r != nil && p.b.Presenter.Role == "" {
				p.b.Presenter.Role = prose.Upper(r[1])
			}
		}
		return true
	case n > 9 || strings.Contains(s, "?") || (p.t.Code != "en" || p.b.Purpose == brief.Event) && prose.Duration(s) > 300 && !videoWord.MatchString(s):
		return false
	case prose.Duration(s) > 0 && n <= 6 && !p.isClause(s) && p.onlyLength(s):
		return true
	case instrument.MatchString(s) && n <= 4:
		return true
	case prose.Lookup(layout.Orientations, s) != "" && n <= 5, layout.NoAvatarRE.MatchString(s), layout.OnlyInRE.MatchString(s), hexRE.MatchString(s):
		return true
	case prose.Lookup(grammar.Languages, s) != "" && n <= 2:
		return true
	case layout.TransitionRE.MatchString(s) && n <= 5, prose.Lookup(styles, s) != "" && n <= 4:
		return true
	case p.inEnglish() && cutting.MatchString(s):
		return true
	case liveMusic.MatchString(s), toBeHad.MatchString(s), p.inEnglish() && someThings.MatchString(s) && !ofVideos.MatchString(s):
		return false
	case lasts.MatchString(s) && prose.Duration(s) > 0 && n <= 6:
		return true
	case p.t.Code != "en" && toneOf.MatchString(s) && n <= 8:
		return true
	case p.isClause(s):
		return false
	case p.t.Production.MatchString(countedWord.ReplaceAllString(s, " ")) && n <= 7, simpleStyle.MatchString(s) && n <= 4:
		return true
	case n <= 5 && !(n > 1 && allProper(s)): // "Tom Okafor" has no tone
		plain := s
		if p.inEnglish() {
			plain = innerName.ReplaceAllString(s, " ") // "our colleague Tom" has no "tom" of Portuguese
		}
		for _, code := range grammar.LanguageOrder { // directions need not be in the facts' language
			if t := grammar.Tongues[code]; t != nil && t.Production.MatchString(plain) {
				return true
			}
		}
	}
	// Nothing but adjectives of tone: "friendly and warm".
	tone := false
	if p.t.Code == "en" && n <= 8 && toned(s) {
		return true
	}
	for _, w := range strings.FieldsFunc(l, func(r rune) bool { return r == ' ' || r == ',' || r == '-' }) {
		if !toneWords[w] && !(p.t.Code == "en" && degrees[w]) {
			return false
		}
		tone = tone || toneWords[w]
	}
	return tone
}

// toned tells an English text of adjectives of which at least one is of tone: "warm,
// friendly, a bit cheeky".
func toned(s string) bool {
	tone, grade := false, false
	for _, w := range grammar.Tags(s) {
		low := strings.ToLower(w.Text)
		known := toneWords[low]
		if tone = tone || known; !known && !grade && !degrees[low] && !strings.HasPrefix(w.Tag, "JJ") && !strings.HasPrefix(w.Tag, "RB") && w.Tag != "CC" && w.Tag != "," && w.Tag != "." {
			return false
		}
		grade = degrees[low]
	}
	return tone
}

// notSo ends a tone with what it is not to be.
var notSo = pattern.New(`(?:,| and| but|, but) (?:not|never|no) (?:too )?[\p{L}-]+(?: or [\p{L}-]+)?$`)

// degrees stand before an adjective of tone: "a little mysterious".
var degrees = map[string]bool{"a": true, "little": true, "bit": true, "slightly": true, "rather": true, "quite": true, "somewhat": true, "mildly": true}

// lengthWords may stand beside a length that is the video's own: "under 30
// seconds", "about a minute long".
var lengthWords = grammar.Start(`(?:should|must|has|have|be|is|will|this|soll|muss|sein|ist|debe|durar|doit|durer|deve|about|around|under|max(?:imum|imal)?\.?|min\.?|total|in|within|length|long|roughly|approx\.?|ca\.?|up|to|at|most|exactly|duration|runtime|time|running|of|or|less|than|not|no|more|over|only|just|short|target|a|an|the|and|by|for|keep|it|etwa|circa|rund|unter|höchstens|genau|lang|länge|dauer|von|und|oder|maximal|menos|más|máximo|de|en|el|la|un|una|y|o|duración|aproximadamente|environ|moins|maximum|durée|une|et|ou|cerca|meno|massimo|durata|di|e|máx|duração|cerca|segundos|مدته|مدة|حوالي)$`)

var (
	// liveMusic is played at an event, not under a video.
	liveMusic = pattern.New(`(?i)\b(?:live music|live-?musik|música en (?:vivo|directo)|música ao vivo|musique live|musica dal vivo|livemuziek|live muziek)\b|موسيقى حية|מוזיקה חיה`)
	// lasts is a length with its verb: "Dura 45 s".
	lasts = pattern.New(`(?i)^(?:(?:que |die |das |el vídeo |o vídeo |la vidéo |il video )?(?:dura|dure|dauert|duurt|debe durar|doit durer|deve durare|deve durar|soll)|duración|durée|durata|duração|dauer|länge|duur|lengte)\b`)
)

// toneOf is a wish about the tone, whose adjectives may look like verbs: "ton ferme".
var toneOf = pattern.New(`(?i)^(?:der |le |el |il |o |de |het |in |im |en |em |con |mit |avec |com |met |un |einem? |una? |um )*(?:ton(?:fall)?|tono|tom|toon|stil|estilo|stile|stijl|style)\b[: ]|^(?:النبرة|نبرة|טון|נימה)[: ]`)

// onlyLength tells "60 seconds max" from "builds took 12 minutes": beside the
// length itself only words about lengths or about the production stand there.
func (p *parser) onlyLength(s string) bool {
	_, from, to := prose.LengthIn(s)
	s = s[:from] + " " + s[to:]
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == ',' || r == '(' || r == ')' || r == ':' || r == '-' || r == '–'
	}) {
		w = strings.Trim(w, ".!~≈<")
		if w == "" || anyDigit.MatchString(w) || unitOnly.MatchString(w) || prose.NumWords[strings.ToLower(w)] > 0 || lengthWords.MatchString(w) {
			continue
		}
		if p.t.Production.MatchString(w) || p.t.Noun.MatchString(" "+w+" ") || prose.Lookup(layout.Orientations, w) != "" || toneWords[strings.ToLower(w)] || grammar.PurposeOf(w) != "" {
			continue
		}
		return false
	}
	return true
}

var unitOnly = grammar.Start(`(?:` + prose.SecUnit + `|` + prose.MinUnit + `)$`)

// instrument is music by what plays it: "calm piano".
var instrument = pattern.New(`(?i)^(?:(?:\p{L}+ly )?(?:calm|soft|gentle|light|warm|upbeat|quiet|slow|fast|driving|jazzy|acoustic|electric|ambient|dreamy|happy|sad|epic|tense|playful|funky|modern)(?:,? and |,? |-))*(?:piano|guitar|ukulele|strings|synths?|beats?|drums|orchestra|jazz|lo-?fi|techno|funk|hip[- ]hop|acoustic|electronica?|ambient|marimba|bells)[.!]?$`)

var madeFor = pattern.New(`(?i)^(?:made|meant|intended|aimed) for `)

// hostRole is what a named presenter is: "by our founder Lukas Ebner".
var hostRole = pattern.New(`\bby (?:our|the|my) (\p{Ll}+(?: \p{Ll}+){0,2}) \p{Lu}`)

// officeHost is who speaks, with their post: "presenter is our COO Helen Marsh".
var officeHost = pattern.New(`^(?i:(?:the )?(?:host|presenter|narrator|speaker)(?: is|:)?|(?:presented|hosted|narrated) by) (?:(?i:our|the|my) ([A-Z]{2,4}|\p{L}[\p{L} ]{2,30}?)|([A-Z]{3,4})),? (\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+)+)$`)

var hostRE = pattern.New(`(?:by(?: (?:our|the|my|its))?(?: \p{Ll}+){0,3}|[Hh]ost|[Pp]resenter|[Nn]arrator|[Ss]peaker)(?: is|:)? ([A-Z]\p{Ll}[\p{L}'-]*(?: [A-Z][\p{L}'-]+)?)$`)

var toneWords = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("kind funny slow dark mysterious moody airy raw gritty dreamy nostalgic intimate tense eerie grateful thankful technical precise dry direct blunt wry ironic tender solemn festive proud modest curious poetic academic scholarly journalistic businesslike cute sweet trendy edgy cool sleek luxurious heartwarming motivational uplifting empathetic compassionate straightforward conversational whimsical nostalgic dramatic mysterious exciting classy young youthful hip rustic cozy cosy authoritative caring plain matter-of-fact loud hype hyped heartfelt reassuring neutral sincere grateful loud elegant relaxed friendly warm calm upbeat professional modern clean simple fun funny playful serious bold energetic inspiring confident respectful short concise clear engaging dynamic fresh light elegant premium minimal minimalist cinematic vibrant fast paced fast-paced cheerful honest personal human casual formal and but very not too quick snappy authentic relaxed emotional positive optimistic trustworthy educational informative sober factual neutral dignified gentle urgent punchy crisp witty quirky jazzy landscape portrait vertical square english german french spanish italian portuguese bitte freundlich ruhig sachlich locker modern klar vertrauenswürdig seriös professionell humorvoll kurz warm herzlich und amable alegre cercano claro y chaleureux clair et simple simpatico caldo chiaro e simpático acolhedor") {
		out[w] = true
	}
	for ends, words := range toneStems {
		for _, w := range strings.Fields(words) {
			for _, end := range strings.Fields(ends) {
				out[w+strings.Trim(end, "-")] = true
			}
		}
	}
	return out
}()

// toneStems are adjectives of tone in other languages, by the endings that they take.
var toneStems = map[string]string{
	"- e er es en em": "nett jugendlich höflich energisch knackig sympathisch nahbar bodenständig schwungvoll unterhaltsam anschaulich schlicht festlich lustig witzig sommerlich weihnachtlich winterlich herbstlich feierlich dankbar einladend höflich freundlich herzlich locker motivierend sachlich seriös ruhig jung modern emotional humorvoll verständlich einfach kurz knapp wertschätzend ehrlich persönlich warm nüchtern professionell klar lebendig frisch fröhlich ernst entschuldigend transparent dynamisch optimistisch inspirierend vertrauensvoll ermutigend unaufgeregt zuversichtlich respektvoll feierlich pathetisch reißerisch werblich kitschig bunt farbenfroh kindgerecht",
	"o a os as":       "curt franc enérgic energétic carinhos afetuos curtinh enxut caprichad bonit gracios entretenid visual ligeir cercan seri clar direct cálid dinámic emotiv sencill honest optimist divertid tranquil simpátic respetuos didáctic patétic sobri elegant precis amistos pedagógic colorid descontraíd diret calorós caloros sincer animad tranquilizador positiv calm modern acolhedor fresc vivid rápid cort lev tecnic técnic informativ",
	"e es":            "emocionant cortés amabl alegr profesional juvenil formal informal profissional leve simpl motivant inspirant",
	"- es":            "profesional juvenil formal informal profissional acogedor motivador acolhedor inspirador tranquilizador",
	"o a i e":         "energic cald chiar dirett seri amichevol rassicurant dinamic allegr positiv onest sobri legger patetic sincer pacat simpatic vivac tranquill tecnic ironic spiritos garbat",
	"e i":             "gentil cortes semplic cordial amichevol professional rassicurant formal informal vivac incoraggiant emozional istituzional",
	"- e s es":        "énergique festif festive punchy convaincant engageant élégant élégante moderne doux douce drôle épuré léger légère vivant décontracté décontractée sobre festif festive punchy convaincant engageant élégant moderne doux douce drôle épuré léger légère bienveillant rassurant convivial clair direct motivant percutant pédagogique dynamique simple sobre chaleureux chaleureuse sérieux sérieuse positif positive honnête ludique professionnel professionnelle institutionnel sincère empathique enjoué",
	"- e":             "vriendelijk duidelijk serieus zakelijk vrolijk rustig persoonlijk eerlijk helder informeel formeel luchtig warm positief kalm professioneel toegankelijk motiverend enthousiast",
	"-":               "amigável amigáveis simples leve alegre amable sério séria directo directa serio vriendelijke formell informell persönlich per du sie tú usted você tu lei jij u de dar vouvoiement tutoiement tuteando vous",
}

// innerName is a word with a capital behind another word.
var innerName = pattern.New(`\s\p{Lu}\p{Ll}[\p{L}'’-]*`)

// cutting is how scenes follow each other.
var cutting = pattern.New(`(?i)^(?:(?:fast|quick|slow|hard|smooth|snappy|rapid|jump|snap|match)[ -]?,? ?)+(?:cuts?|cutting|editing|edits?|pacing|pace)$`)

// politely ends a wish.
var politely = pattern.New(`(?i),? (?:please|pls|if possible|if you can|thanks|thank you)[.!]?$`)

var (
	// someThings are a number of things: "3 colour temperatures".
	someThings = pattern.New(`(?i)^(?:\d{1,5}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:[\p{L}-]+ ){1,3}[\p{L}-]{3,}s$`)
	// ofVideos are what a video has a number of.
	ofVideos = pattern.New(`(?i)\b(?:scenes?|shots?|sentences|slides|cuts|seconds?|secs?|minutes?|mins?|cards|captions|subtitles|voices|languages|versions|formats|transitions|presenters?|avatars?|fonts|tones?|screens|frames|lines|words|bullets?|points?)\b`)
)
