package prompt

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	hexRE = pattern.New(`#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b`)
)

// styles maps words to the seven presets.
var styles = prose.Vocabulary(
	`minimalist(?:ic)?|minimal|minimalistisch\w*|minimalista|minimaliste|swiss pulse|contact sheet|catchall`, "minimal",
	`bold\s*(?:&|and)\s*vibrant|bold|vibrant|mutig\w*|kräftig\w*|atrevid[oa]|vibrante|audacieux|digital grid|red wire|deconstructed|maximalist type|carnival surge|earth pulse|folk frequency`, "bold",
	`cinematic|filmisch\w*|cinem[aá]tic[oa]|cinématographique|cinematografic[oa]|movie[- ]like|velvet standard|quiet drama|shadow cut`, "cinematic",
	`cartoon(?:ish)?|comic|caricatura|dessin animé|cartone animato|desenho animado|play mode`, "cartoon",
	`gradient modern|gradients?|farbverlauf|soft signal|data drift|dream state|silk route`, "gradient",
	`flat design|flat|warm grain|flach(?:e[rsn]?)?(?: design)?|(?:diseño|estilo) plano|(?:style|design) plat|(?:stile|design) piatto`, "flat",
	`retro|vintage|heritage reel|(?:the|early|late) [78]0['’]?s|[78]0['’]?s[- ](?:style|look|vibe|feel|aesthetic|retro|inspired)|rétro`, "retro",
)

var namedLooks = map[string]string{
	"swiss pulse": "minimal", "deconstructed": "bold", "digital grid": "minimal", "velvet standard": "cinematic",
	"soft signal": "gradient", "data drift": "gradient", "red wire": "bold", "minimalistic": "minimal", "bold & vibrant": "bold",
	"bold and vibrant": "bold", "gradient modern": "gradient", "catchall": "minimal",
}

var moods = prose.Vocabulary(
	`(?:keine|nicht) (?:zu|allzu) (?:laute|aufdringliche|wilde) musik|(?:sin|nada de|no) música (?:muy|demasiado|tan) (?:alta|fuerte)|pas de musique (?:trop|si) (?:forte|bruyante|présente)|(?:niente|senza|no) musica (?:troppo|così) (?:alta|forte)|(?:sem|nada de) música (?:muito|demasiado|tão) alta|geen (?:te )?(?:harde|luide) muziek|no loud music|not too loud`, "calm",
	`no music|without music|no background music|music off|ohne musik|keine musik|sin música|sans musique|sem música|senza musica|pas de musique|nada de música|niente musica|geen muziek|zonder muziek|(?:من )?[وب]?دون موسيقى|بلا موسيقى|بدون موسيقى|ללא מוזיקה|בלי מוזיקה`, "off",
	`energetic|driving|fast-paced|punchy|high-energy|energiegeladen\w*|enérgic[oa]|dynamique|énergique|energic[oa]`, "energetic",
	`upbeat|lively|uplifting|inspiring|inspirational|hopeful|optimistic|schwungvoll\w*|flott\w*|inspirierend\w*|animad[oa]|alegre|inspirador[ae]?|inspirant|entraînante?|ispirante|vivace|allegr[oa]`, "uplifting",
	`playful|fun|quirky|cheerful|verspielt\w*|fröhlich\w*|divertid[oa]|ludique|joyeu(?:x|se)|giocos[oa]|lustig\w*|witzig\w*|drôle|divertente|grappig\w*|vrolijk\w*|مرح|שמח`, "playful",
	`epic|cinematic|dramatic|heroic|orchestral|episch\w*|épic[oa]|épique`, "cinematic",
	`tense|serious|urgent|suspense|ernst\w*|s[eé]ri[oa]|ferme|bestimmt|strikt|firme|decis[oa]|streng|جاد|רציני|sérieu(?:x|se)`, "serious",
	`calm|soft|ambient|gentle|relaxed|quiet|ruhig\w*|sanft\w*|leise|tranquil[oa]|suave|calme|dou(?:x|ce)|calm[oa]|هادئة?|רגוע`, "calm",
	`warm|heartfelt|acoustic|acoustique|acústic[oa]|acustic[oa]|akustisch\w*|piano|klavier\w*|cálid[oa]|chaleureu(?:x|se)|herzlich\w*|accogliente|bienveillant\w*|acolhedor\w*|cercan[oa]|warm\w*|hartelijk\w*|calos?|caloros[oa]|دافئة?|חם`, "warm",
	`tech|techno|electro|house|edm|synthwave|electronic|futuristic|synth|elektronisch\w*|electrónic[oa]|électronique`, "tech",
	`retro|vintage|funk|disco|jazz\w*`, "retro",
	`corporate|professional|business|confident|seriös\w*|sachlich\w*|professionell\w*|professionn?ell?e?s?|professionale|profesional|profissional|zakelijk\w*|sobr[eia]o?|corporativ[oa]|institucional|مهني|احترافي|מקצועי|ענייני`, "corporate",
	`lo-?fi|chill|acoustic`, "calm", `hip[- ]?hop|trap|drum (?:and|&) bass|rock|punk`, "energetic", `classical|strings|symphon\w+`, "cinematic", `folk|guitar|gitarre|guitarra|guitare|chitarra|ukulele`, "warm",
)

var (
	// ofOneScene is about a scene, and not about the video.
	ofOneScene = pattern.New(`(?i)\b(?:in|on|for|during|en|em|na|no|nella|dans|pour|in der|bei)\s+(?:the |la |le |il |o |a |der )?(?:(?:first|last|final|opening|closing|second|third|letzten?|ersten?|última|primera|primeira|dernière|première|ultima|prima)\s+)?(?:scenes?|shots?|szenen?|escenas?|scènes?|cenas?|scen[ae])\b`)
	captionOff = pattern.New(`(?i)\b(?:no|without|turn off|hide|disable|omit|skip|(?:do not|don['’]t|never) (?:show|use|add|include|display|burn in|put in|want|need)) (?:any |the )?(?:captions?|subtitles?)|(?:captions?|subtitles?) (?:off|disabled)\b|captions?:? off\b|ohne untertitel|keine untertitel|sin subtítulos|sans sous-titres|sem legendas|senza sottotitoli`)
	captionOn  = pattern.New(`(?i)\b(?:captions?|subtitles?|untertitel\w*|subtítulos|sous-titres|legendas|sottotitoli)`)
	captionRow = pattern.New(`(?i)\b(?:line[- ]by[- ]line|full[- ]line|sentence) (?:captions?|subtitles?)|(?:captions?|subtitles?):?(?: shown| set)? (?:line by line|by the line|in whole lines|in full lines)|subtitles? at the bottom`)
	femaleRE   = pattern.New(`(?i)\b(female|woman|feminine|she|her|weiblich\w*|frauenstimme|frau|mujer|femenin[oa]|femme|féminine|mulher|feminin[oa]|donna|femminile|moderatorin|sprecherin|presentadora|présentatrice|apresentadora|presentatrice|locutora|narradora|narratrice|vrouwenstem|vrouwelijk\w*)\b|امرأة|مذيعة|نسائي|أنثوي|אישה|נשי|קריינית`)
	maleRE     = pattern.New(`(?i)\b(male|man|masculine|he|his|männlich\w*|mann|hombre|masculin[oa]?|homme|homem|uomo|maschile|sprecher|presentador|présentateur|apresentador|presentatore|locutor|narrador|narrateur|narratore|mannenstem|mannelijk\w*|männerstimme)\b|رجالي|ذكوري|גברי|קריין(?:[^\p{L}]|$)`)
	fastRE     = pattern.New(`(?i)\b(?:fast[- ]paced|quick pace|speak (?:fast|quickly)|snappy|schnelles tempo|schnelle schnitte|ritmo rápido|cortes rápidos|rythme rapide|ritmo veloce|montaggio veloce|snel tempo)\b`)
	slowRE     = pattern.New(`(?i)\b(?:slow(?:er)?[- ]pace[d]?|speak slowly|unhurried|langsames tempo|langsam gesprochen|ruhige stimme|voz (?:pausada|tranquila|lenta)|voix (?:posée|lente)|voce (?:lenta|pacata)|rustige stem|ritmo (?:lento|pausado)|rythme lent)\b`)
	darkRE     = pattern.New(`(?i)\bbackgrounds? (?:should be |are |always |all )*(?:dark|black)\b|\bdark(?:er)?\b[^.]{0,20}\b(?:background|mode|theme|look|style|ui)|dunkle[rnms]? hintergrund|hintergrund:? dunkel|\b(?:theme|mode):? dark\b|fondo oscuro|fond sombre|fundo escuro|sfondo scuro`)
	lightRE    = pattern.New(`(?i)\bbackgrounds? (?:should be |are |always |all )*(?:light|white|bright)\b|\b(?:light|white|bright)(?:er)?\b[^.,;]{0,14}\b(?:backgrounds?|mode|theme)|helle[rnms]? hintergrund|hintergrund:? hell|\b(?:theme|mode):? light\b|fondo (?:claro|blanco)|fond (?:clair|blanc)|fundo (?:claro|branco)|sfondo (?:chiaro|bianco)`)
	typeRE     = pattern.New(`(?i)\b(sans[- ]serif|(?:slab |elegant |classic )?serif|monospaced?|blackletter|grotesk|grotesque)\b|\b(condensed|extended|rounded|geometric|handwritten|hand-lettered|hand-drawn|script|stencil|slab|pixel|typewriter) (?:sans|type|typeface|font|lettering|letters|headlines?|titles?|caps|capitals)\b`)
	fontRE     = pattern.New(`\b(?:[Ff]ont|[Tt]ypeface|[Ss]chrift(?:art)?|[Ff]uente|[Tt]ipograf(?:í|i)a|[Tt]ypographie|[Pp]olice|[Ff]onte|[Cc]arattere|[Ll]ettertype)(?: family)?(?: ?:| is| like| such as|,)?\s+([A-Z][\w]*(?: [A-Z][\w]*)*)|\b([A-Z]\w+(?: [A-Z]\w+)*) (?:font|typeface|for (?:headlines|headings|titles|type))`)
	namedRE    = pattern.New(`(?:^|[^\p{L}])(?i:presenter|avatar|host|narrator|speaker|lower[- ]third)s?(?i: name| is| named| called|:)+\s*(?:"|“)?((?:(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.? )?[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'.-]+){0,2})(?:\s*[,–—|/-]\s*([^."”\n]{2,50}))?`)
)

// noVoiceRE asks for a video in which nobody speaks.
var noVoiceRE = pattern.New(`(?i)\b(?:silent|soundless|mute|muted) (?:looping |product |promo |short )?(?:video|film|movie|clip|loop|screen|animation|slideshow|reel|display|signage)s?\b|\b(?:no|without(?: an?| any)?|zero|skip the) (?:(?:voice-?overs?|voice overs?|narrat(?:ion|or)|spoken words)(?:[\s,.;:!)]|$)|(?:speech|speaking|talking|voices?|sound|audio)(?: at all| whatsoever| please| needed| required)?(?:[,.;:!)]|$))|\b(?:ohne|kein(?:e|en)?) (?:sprecher(?:text|stimme)|voice-?over|erzähler(?:stimme)?|stimme|gesprochenen text)\b|\bsin (?:voz(?: en off)?|locución|narración)\b|\b(?:sans|pas de) (?:voix(?:[ -]off)?|narration|commentaire audio)\b|\bsem (?:narração|locução|voz)\b|\bsenza (?:voce(?: fuori campo)?|narrazione)\b|\b(?:zonder|geen) (?:voice-?over|stem|commentaarstem)\b|بدون (?:تعليق صوتي|صوت)|ללא (?:קריינות|קול)`)

// bothFormats asks for two formats at once.
var bothFormats = pattern.New(`(?i)\b(?:portrait|vertical|9:16) (?:and|\+|&) (?:landscape|horizontal|16:9)\b|\b(?:landscape|horizontal|16:9) (?:and|\+|&) (?:portrait|vertical|9:16)\b|\bboth (?:formats|orientations)\b`)

// soundless asks for no sound of any kind.
var soundless = pattern.New(`(?i)\b(?:no|without(?: any)?) (?:sound|audio)\b|\bsoundless\b|\b(?:ohne|kein(?:en)?) ton\b|\bsin sonido\b|\bsans son\b|\bsenza audio\b|\bsem som\b`)

// attributes reads what a directive says about picture and sound into the brief.
func (b *draft) attributes(s string, at int) {
	if o := prose.Lookup(layout.Orientations, squareName.ReplaceAllString(s, " ")); o != "" && b.Orientation == "" {
		b.Orientation = o
	}
	if m := bothFormats.FindString(s); m != "" {
		b.NoteOn(at, "\""+m+"\": a video has one format: a matrix of the manifest makes one of each", m)
	}
	in := scenesNamed(s)
	if only := layout.OnlyInRE.MatchString(s); only && in == nil && endsNamed(s) != nil {
		b.onlyIn = endsNamed(s)
	} else if in != nil && (only || layout.NoAvatarRE.MatchString(s) && exceptIn.MatchString(s)) {
		b.onlyIn = in
	} else if layout.NoAvatarRE.MatchString(s) && in != nil {
		b.bare = append(b.bare, in...)
	} else if layout.NoAvatarRE.MatchString(s) {
		b.Presenter.None = true
		b.Presenter.Line = at
	}
	if noVoiceRE.MatchString(s) && scenesNamed(s) == nil {
		b.Silent, b.Presenter.None, b.Presenter.Line = true, true, at
		if soundless.MatchString(s) {
			b.Music = brief.Music{Off: true}
		}
	}
	switch {
	case captionOff.MatchString(s) && ofOneScene.MatchString(s):
		b.Note(at, "\""+prose.Clip(strings.TrimSpace(s), 80)+"\": captions are shown in all scenes or in none")
	case captionOff.MatchString(s):
		b.Captions = "off"
	case captionRow.MatchString(s):
		b.Captions = "line"
	case captionOn.MatchString(s) && b.Captions == "":
		b.Captions = "word"
	}
	if noStockRE.MatchString(s) {
		b.NoStock = true
	}
	b.colors(s)
	if darkRE.MatchString(s) {
		b.Look.Dark, b.Look.Light = true, false
	} else if lightRE.MatchString(s) {
		b.Look.Light, b.Look.Dark = true, false
	}
	if fastRE.MatchString(s) {
		b.Pace = 1.08
	} else if slowRE.MatchString(s) {
		b.Pace = .92
	}
	if heading, body := fontsOf(s); heading != "" && body != "" {
		b.Look.Font, b.Look.Body = heading, body
	} else if m := fontAside.FindStringSubmatch(s); m != nil {
		b.Look.Font = fontWeight.ReplaceAllString(m[1], "")
	} else if m := fontRE.FindStringSubmatch(brandFont.ReplaceAllString(s, "font")); m != nil {
		b.Look.Font = fontWeight.ReplaceAllString(m[1]+m[2], "")
		if at := typeRE.FindStringIndex(b.Look.Font + " font"); at != nil && at[0] == 0 {
			b.Look.Font = "" // "Handwritten font" names a kind
		}
	} else if m := headsIn.FindStringSubmatch(s); m != nil && m[1] != strings.ToUpper(m[1]) {
		b.Look.Font = fontWeight.ReplaceAllString(m[1], "") // "Headlines Space Grotesk"
	} else if m := knownFont.FindStringSubmatch(s); m != nil {
		b.Look.Font = m[1]
	}
	if m := typeRE.FindStringSubmatch(s); m != nil && b.Look.Font == "" {
		b.Look.Type = strings.ToLower(m[1] + m[2])
	}
	if m := namedRE.FindStringSubmatch(s); m != nil && !b.Presenter.None {
		b.Presenter.Name, b.Presenter.Role = m[1], strings.TrimSpace(m[2])
	}
	if m := namedAlone.FindStringSubmatch(s); m != nil && !b.Presenter.None && b.Presenter.Name == "" && !commonWord.MatchString(m[1]) {
		b.Presenter.Name = m[1]
	}
	b.music(s)
}

// namedAlone is a presenter's name among other settings: "16:9 | avatar Daniel | captions on".
var namedAlone = pattern.New(`(?:^|[|,;.:]\s*)(?i:presenter|avatar|host|moderator(?:in)?|presentadora?|présentat(?:eur|rice)|presentat(?:ore|rice)|apresentadora?) (\p{Lu}\p{Ll}[\p{L}'’-]+)\s*(?:[|,;.(]|$)`)

// exceptIn leaves some scenes out of what is forbidden: "no avatar anywhere except shot 4".
var exceptIn = pattern.New(`(?i)\b(?:except|but|other than|apart from|außer|salvo|excepto|sauf|tranne|eccetto|exceto)\b`)

// lastScene stands for the number of the last scene until all of them are read.
const lastScene = -1

// endsNamed are the first and the last scene where words name them: "in the first and the
// last scene".
func endsNamed(s string) []int {
	var out []int
	if firstNamed.MatchString(s) {
		out = append(out, 1)
	}
	if lastNamed.MatchString(s) {
		out = append(out, lastScene)
	}
	return out
}

var (
	firstNamed = pattern.New(`(?i)\b(?:first|opening|erste[nr]?|primer[ao]?|première|prima|primeira|eerste)\b`)
	lastNamed  = pattern.New(`(?i)(?:^|[^\p{L}])(?:last|final|closing|letzte[nr]?|últim[ao]|dernière|ultima|laatste)\b`)
)

// brandFont heads the name of a font, and is none.
var brandFont = pattern.New(`(?i)\b(?:brand|heading|headline|body|main|primary|title) (?:font|typeface)`)

// fontWeight ends the name of a face: its family is what comes before.
var fontWeight = pattern.New(`(?: (?:Thin|Light|Regular|Medium|SemiBold|Semibold|Bold|ExtraBold|Black|Heavy|Italic))+$`)

// knownFont are families that are built in, and those whose names say that they are some,
// named alone between commas.
var knownFont = pattern.New(`(?:^|[,.;:] )(Inter|Roboto Condensed|Roboto|JetBrains Mono|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)? (?:Display|Sans|Serif|Mono|Grotesk|Slab|Neue|Gothic))(?: (?:Bold|Black|Light|Medium|SemiBold))?(?:[,.;]|$)`)

var noStockRE = pattern.New(`(?i)\b(?:no|without|avoid|don['’]t use|do not use|keine?|sin|sans|sem|senza) (?:any )?(?:generic |cheesy )?stock`)

var musicRE = pattern.New(`(?i)[^.;,]*\b(?:music|musik|hintergrundmusik|soundtrack|score|música|musique|musica|background track)\b[^.;]*|[^.;]*(?:موسيقى|מוזיקה)[^.;]*`)

// untilThen limits a wish to a part of the video.
var untilThen = pattern.New(`(?i)\b(?:music|musik|música|musique|musica) (?:until|till|before|except|unless|but|bis|außer|hasta|salvo|jusqu['’]|sauf|fino|tranne|até|exceto)`)

func (b *draft) music(s string) {
	m := musicRE.FindString(s)
	if in := scenesNamed(s); in != nil {
		if prose.Lookup(moods, m) == "off" {
			m = "" // of some scenes
		}
		if _, then, ok := strings.Cut(s, " then "); ok && m == "" {
			m = "music " + then
		}
	}
	if m == "" {
		return
	}
	switch v := moodAsked(m); v {
	case "off":
		if untilThen.MatchString(s) || ofAKind.MatchString(s) {
			return // "no music until the number appears" is of some scenes, "no music with drums" of some music
		}
		b.Music = brief.Music{Off: true}
	case "":
	default:
		b.Music = brief.Music{Mood: v}
	}
}

// moodAsked is the mood that words about music ask for; "no corporate music" is no wish for it.
func moodAsked(s string) string {
	for _, no := range moodRefused.FindAllString(s, -1) {
		if v := prose.Lookup(moods, no); v != "off" && v != "calm" {
			s = strings.Replace(s, no, " ", 1)
		}
	}
	return prose.Lookup(moods, s)
}

// moodRefused is a kind of music that is not to be.
var moodRefused = pattern.New(`(?i)\b(?:no|not|nothing|without|avoid|never|don['’]t use|keine?|nicht|sin|nada de|sans|pas de|senza|niente|sem|geen)(?: too| any)? [\p{L}-]+(?: (?:or|and|oder|o|ou) [\p{L}-]+)?(?: (?:music|track|beats?|musik|música|musique|musica|muziek))?`)

var colorRole = prose.Vocabulary(
	`background|bg|backdrop|ground|canvas|hintergrund|fondo|fond|fundo|sfondo`, "background",
	`accents?|highlights?|akzent\w*|acento|accents?|destaque|accento`, "accent",
	`text|type|typography|copy|schrift|texto|texte|testo`, "text",
	`primary|main|brand|haupt\w*|primari[oa]|principal(?:e)?|primária`, "primary",
)

// colors collects hex values with the nearest role word of their own clause.
func (b *draft) colors(s string) {
	for _, at := range hexRE.FindAllStringIndex(s, -1) {
		hex := s[at[0]:at[1]]
		if len(hex) == 4 {
			hex = "#" + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:3], 2) + strings.Repeat(hex[3:4], 2)
		}
		hex = strings.ToUpper(hex)
		before, after := s[max(0, at[0]-24):at[0]], s[at[1]:min(len(s), at[1]+24)]
		if i := strings.LastIndexAny(before, ",;.|#"); i >= 0 {
			before = before[i+1:]
		}
		if i := strings.IndexAny(after, ",;.|#"); i >= 0 {
			after = after[:i]
		}
		role := prose.Lookup(colorRole, before)
		if role == "" {
			role = prose.Lookup(colorRole, after)
		}
		dup := false
		for i := range b.Look.Colors {
			if b.Look.Colors[i].Hex == hex {
				dup = true
				if role != "" {
					b.Look.Colors[i].Role = role
				}
			}
		}
		if !dup {
			b.Look.Colors = append(b.Look.Colors, brief.Color{Hex: hex, Role: role})
		}
	}
}

// scenesNamed are the numbers of the scenes that a direction is about: "no avatar in
// scenes 2, 4 and 6–8".
func scenesNamed(s string) []int {
	m := scenesRE.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	var out []int
	upTo := false
	for _, x := range numberOrTo.FindAllString(m[1], -1) {
		n := int(prose.Decimal(x))
		switch {
		case n == 0:
			upTo = true
			continue
		case upTo && len(out) > 0:
			for k := out[len(out)-1] + 1; k < n; k++ {
				out = append(out, k)
			}
		}
		out, upTo = append(out, n), false
	}
	return out
}

var (
	scenesRE   = pattern.New(`(?i)\b(?:scenes?|shots?|szenen?|escenas?|scènes?|cenas?|scen[ae])\s*#?(\d{1,3}(?:(?:\s*(?:,|&|\+|–|-|and|to|through|und|bis|y|a|et|à|e|en|tot))+\s*#?\d{1,3})*)\b`)
	numberOrTo = pattern.New(`(?i)\d+|–|-|\b(?:to|through|bis|a|à|tot)\b`)
)

// numbered names scenes by their numbers.
func numbered(n []int) string {
	out := "scene"
	if len(n) > 1 {
		out += "s"
	}
	for i, x := range n {
		switch {
		case i == 0:
			out += " "
		case i == len(n)-1:
			out += " and "
		default:
			out += ", "
		}
		out += fmt.Sprint(x)
	}
	return out
}

// SetOf returns the presenter's set that words name, "" if none.
func SetOf(s string) string { return prose.Lookup(layout.Sets, s) }

// squareName is a place: "Elm Square".
var squareName = pattern.New(`\p{Lu}[\p{L}'’]+ Square\b`)

// ofAKind is music of some kind that is not wanted.
var ofAKind = pattern.New(`(?i)\b(?:no|not any) (?:\p{L}+ )?music with (?:\p{L}+ )?\p{L}+`)
