package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var idRE = pattern.New(`^(?:p\d{4}|[a-z][a-z0-9_-]{1,30}(?:\?[\w=&]+)?)$`)

// avatar reads the AVATAR section: an id, "none", or a description.
func (p *parser) avatar(text string, at int) {
	b := p.b
	b.Presenter.Line = at
	text = strings.Trim(selected.ReplaceAllString(text, ""), " ,;.")
	t := prose.Unstop(text)
	if t == "" {
		return // who it is, the entry says
	}
	l := strings.ToLower(t)
	if l == "none" || l == "no" || l == "keine" || l == "ninguno" || l == "aucun" || l == "nenhum" || l == "nessuno" || layout.NoAvatarRE.MatchString(text) && scenesNamed(text) == nil {
		b.Presenter.None = true
		return
	}
	if none, more, ok := strings.Cut(t, ","); ok && noneAtAll.MatchString(none) {
		b.Presenter.None = true // "none, female voice-over"
		for _, x := range splitOutside(strings.TrimSpace(more), ", ") {
			p.direct(x, at)
			p.unheeded(x, at)
		}
		return
	}
	if idRE.MatchString(t) {
		b.Presenter.ID = t
		return
	}
	if layout.NoAvatarRE.MatchString(text) { // in some scenes
		b.attributes(text, at)
		return
	}
	if m := standsOn.FindStringSubmatch(t); m != nil {
		b.Presenter.Side = layout.SideNamed(m[1])
		t = strings.Trim(standsOn.ReplaceAllString(t, ""), " ,;.")
	}
	t = asideOpen.ReplaceAllString(t, ", $1") // "Lena, receptionist (woman, 30s)"
	var rest []string
	for _, x := range splitOutside(t, ", ") {
		if m := sideAlone.FindStringSubmatch(strings.TrimSpace(x)); m != nil {
			b.Presenter.Side = layout.SideNamed(m[1])
			continue
		}
		rest = append(rest, x)
	}
	t = strings.Join(rest, ", ")
	b.Presenter.Look = t
	b.Presenter.Gender = gender(t)
	b.Presenter.Framing = cmp.Or(prose.Lookup(framings, t), b.Presenter.Framing)
	defer func() {
		b.Presenter.Look = strings.TrimSpace(b.Presenter.Look)
		b.Presenter.Look = unmet(b.Presenter.Look)
		if onlyManner(b.Presenter.Look) {
			b.Presenter.Look = "" // "a friendly woman": the gender is met, the manner is the voice's
		}
		if b.Presenter.Look == b.Presenter.Name {
			b.Presenter.Look = ""
		}
		if n := b.Presenter; n.Name != "" && len(n.Name)+len(n.Role)+4 >= len(t) {
			b.Presenter.Look = "" // a name and a role describe nobody's looks
		}
	}()
	if m := nameFirst.FindStringSubmatch(t); m != nil && !commonWord.MatchString(m[1]) && (b.Presenter.Name == m[1] || !strings.Contains(b.Presenter.Name, m[1])) { // not by a lower third of their own
		b.Presenter.Name, b.Presenter.Role = m[1], roleIn(m[2])
	}
	if set := prose.Lookup(layout.Sets, t); set != "" {
		b.Look.Set = set
	}
	name, role := b.Presenter.Name, b.Presenter.Role
	p.b.attributes(text, at)
	if name != "" {
		b.Presenter.Name, b.Presenter.Role = name, role
	}
}

// selected refers to the presenter whom the entry names.
var selected = pattern.New(`(?i)\b(?:the |our |my )?(?:selected|chosen|assigned|default|provided) (?:` + layout.Persons + `)s?\b`)

// standsOn is the side on which a presenter stands throughout.
var standsOn = pattern.New(`(?i),?\s*(?:always |immer |siempre |toujours |sempre )?(?:` + layout.Persons + ` )?(?:standing |placed |seated )?(?:on|to|at) the (left|right)(?:[- ]hand)?(?: side| third| half)?(?: of (?:the )?(?:frame|screen))?`)

var (
	// asideOpen is what stands in brackets behind who a presenter is.
	asideOpen = pattern.New(`\s+\(([^()]{2,80})\)`)
	// sideAlone is nothing but the side on which a presenter stands.
	sideAlone = pattern.New(`(?i)^(?:(?:always|standing|seated|placed|immer|siempre|toujours|sempre)\s+)?(?:(?:on|at|to|in|a|à|auf|im|en|na|à la|a la|auf der|op)\s+)?(?:(?:the|der|la|el)\s+)?(left|right|links|rechts|linken?|rechten?|izquierda|derecha|gauche|droite|esquerda|direita|sinistra|destra)(?:[- ](?:hand|side|third|half|seite|drittel))*$`)
)

// lowerThirdIn takes the lower third that a presenter's line names out of it.
func (p *parser) lowerThirdIn(text string) string {
	m := lowerNamed.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	name, role := m[1], ""
	if at := nameEnds.FindStringIndex(m[1]); at != nil {
		name, role = m[1][:at[0]], m[1][at[1]:]
	}
	p.b.Presenter.Name, p.b.Presenter.Role = strings.TrimSpace(name), strings.TrimSpace(role)
	return strings.Trim(strings.Replace(text, m[0], "", 1), " ,;")
}

var (
	lowerNamed = pattern.New(`(?i)[,;]?\s*(?:(?:with|and|mit|und|con|y|avec|et|com|e|met|en)\s+)?(?:(?:an?|the|his|her|eine[rm]?|der|un[ae]?|el|la|le|il|o|een)\s+)?(?:lower[- ]third|name tag|bauchbinde|rótulo(?: inferior)?|bandeau|sottopancia|tarja|naamtitel)\s*:?\s*["“„«]\s?([^"”»“]{2,80}?)\s?["”»“]`)
	nameEnds   = pattern.New(`\s*[,|–—/·•]\s*|\s+-\s+`)
)

// roleIn is what a description says first of a person, up to what they wear, how they
// stand and where.
func roleIn(s string) string {
	var out []string
	for _, x := range strings.Split(s, ", ") {
		if gender(x) != "" && prose.Words(x) <= 2 || prose.Lookup(layout.Sets, x) != "" && prose.Words(x) <= 5 || worn.MatchString(x) || onlySome.MatchString(x) || prose.Lookup(framings, x) != "" || onlyManner(x) {
			break
		}
		out = append(out, x)
	}
	return strings.TrimSpace(strings.Join(out, ", "))
}

// onlySome says in which scenes somebody is seen, and is no role.
var onlySome = pattern.New(`(?i)^(?:only|just|nur|sólo|solo|seulement|uniquement|somente|apenas|alleen)\b`)

// clothing are words for what is put on, clothes has one.
const clothing = `blazers?|suits?|jackets?|coats?|shirts?|t-?shirts?|blouse|dress|sweater|jumper|hoodie|vest|scarf|tie|uniform|apron|hat|helmet|glasses|hijab|headscarf|turban|scrubs|kurta|sari|polo(?: neck)?|warnweste`

var clothes = pattern.New(`(?i)\b(?:` + clothing + `)\b`)

// worn are words for clothes, hair, bearing and place.
var worn = pattern.New(`(?i)\b(?:` + clothing + `|hair(?:ed)?|beard(?:ed)?|wearing|dressed|sitting|seated|standing|leaning|smiling|relaxed|casual|formal|holding|arms|background|behind|beside|in front of|(?:early|mid|late)?[ -]?\d0s|years old|anzug|sakko|jacke|hemd|bluse|kleid|kittel|brille|haare?|bart|sitzend|stehend|trägt|lächelt|bata|traje|chaqueta|camisa|blusa|vestido|gafas|pelo|barba|sentad[oa]|de pie|sonriente|costume|veste|chemise|robe|lunettes|cheveux|barbe|assis[e]?|debout|souriante?|abito|giacca|camicia|vestito|occhiali|capelli|seduto|seduta|terno|paletó|óculos|cabelo|pak|jas|bril)\b`)

// unmet is a description of a presenter without the parts that the set, the framing and
// the voice meet.
func unmet(s string) string {
	var out []string
	for _, x := range splitOutside(strings.ReplaceAll(s, ". ", ", "), ", ") {
		if x = strings.TrimSpace(x); !onlyManner(x) && !(prose.Lookup(layout.Sets, x) != "" && prose.Words(x) <= 4) && !(prose.Lookup(framings, x) != "" && prose.Words(x) <= 3) {
			out = append(out, x)
		}
	}
	return strings.Join(out, ", ")
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

// noneAtAll wants nobody as the presenter.
var noneAtAll = pattern.New(`(?i)^(?:none|nobody|no one|no|keine[rn]?|niemand|ningun[oa]|nadie|aucun[e]?|personne|nenhum[a]?|ninguém|nessun[oa]|geen)$`)

var commonWord = pattern.New(`(?i)^(?:an?|the|female|male|young|old|professional|friendly|woman|man|business|one|our|use|confident|warm|mid|middle|casual|any|presenter|avatar|default|auto|left|right|yes|same|natural|medium|close|full)\b`)

// styling reads STYLE, FORMAT, TONE and the notes at the end: later lines win.
func (p *parser) styling(sec, title, text string, at int) {
	b := p.b
	before := *b
	if colorGrade.MatchString(title) {
		b.Note(at, strings.ToLower(title)+" \""+prose.Clip(text, 80)+"\": pictures are not graded")
		return
	}
	if noteTitle.MatchString(title) && frameCheck.MatchString(text) {
		b.NoteOn(at, strings.ToLower(title)+" \""+prose.Clip(text, 80)+"\": every picture is fitted to the frame, never with bars", prose.FirstWords(text, 5))
		return
	}
	if sec == "style" {
		if st := prose.LookupFirst(styles, boldType.ReplaceAllString(text, " ")); st != "" && !(b.Look.Style != "" && partOfStyle.MatchString(title)) {
			b.Look.Style = st
		}
		b.Look.Styling = strings.TrimSpace(b.Look.Styling + " " + text)
		b.Look.Motion = append(b.Look.Motion, layout.Moves(text, "style", at)...)
		if strings.HasPrefix(strings.ToLower(title), "background") {
			_, ground, replaced := strings.Cut(text, " with ")
			if !replaced || !strings.HasPrefix(strings.ToLower(text), "replace") {
				ground = text
			}
			b.Look.Set = cmp.Or(prose.Lookup(layout.Sets, ground), b.Look.Set)
			if prose.Lookup(prose.Vocabulary(`dark|black|navy|dunkel|oscuro|sombre|escuro|scuro`, "dark"), text) != "" {
				b.Look.Dark, b.Look.Light = true, false
			} else if prose.Lookup(prose.Vocabulary(`light|white|bright|hell|claro|clair|chiaro|blanco|blanc|branco|bianco`, "light"), text) != "" {
				b.Look.Light, b.Look.Dark = true, false
			}
		}
		if strings.Contains(strings.ToLower(title), "transition") {
			b.transitionsIn("transition " + text)
		}
		if typeTitle.MatchString(title) {
			if heading, body := fontsOf(text); heading != "" || body != "" {
				b.Look.Font, b.Look.Body = cmp.Or(heading, b.Look.Font), cmp.Or(body, b.Look.Body)
			} else if f := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '.' || r == ';' }); len(f) > 0 && prose.Words(allCaps.ReplaceAllString(f[0], "")) <= 3 && properName(allCaps.ReplaceAllString(f[0], "")) {
				b.Look.Font = strings.TrimSpace(allCaps.ReplaceAllString(f[0], ""))
				if m := allCaps.FindString(f[0]); m != "" {
					b.NoteOn(at, "\""+strings.TrimSpace(m)+"\": text is drawn in the letters that the prompt has", strings.TrimSpace(m))
				}
			}
		}
	}
	if sec == "avoid" {
		p.direct("no "+text, at)
		if !p.means("no " + text) {
			b.Note(at, "avoid \""+prose.Clip(text, 80)+"\": the script says only what the prompt says, so take it out of there")
		}
		return
	}
	p.direct(text, at)
	if strings.HasPrefix(strings.ToLower(title), "pac") {
		if v := prose.Lookup(paces, text); v != "" {
			b.Pace = prose.Decimal(v)
			return
		}
	}
	if side, _ := layout.SideOf(text); side != "" && b.Presenter.Side == side && !b.Presenter.None {
		return // "keep the presenter in the left third"
	}
	if strings.HasPrefix(strings.ToLower(title), "framing") {
		if f := prose.Lookup(framings, text); f != "" {
			b.Presenter.Framing = f
			return
		}
	}
	if strings.HasPrefix(strings.ToLower(title), "background") && prose.Lookup(layout.Sets, text) != "" {
		return
	}
	if sec == "style" && sameLook(before.Brief, b.Brief) && b.Look.Style == before.Look.Style && !strings.Contains(strings.ToLower(title), "style") {
		b.Note(at, strings.ToLower(title)+" \""+prose.Clip(text, 80)+"\": no such control in the local engine")
	} else if named := typeTitle.MatchString(title) && b.Look.Font != before.Look.Font && prose.Words(text) <= 4; !named && (sec == "format" || sec == "style" || sec == "tone") {
		p.unheeded(text, at)
	}
	if sec == "format" {
		if pu := grammar.PurposeOf(text); pu != "" && b.Purpose == "" {
			b.Purpose = pu
		}
	}
}

var (
	noteTitle = pattern.New(`(?i)^(?:framing|background)(?: note)?s?$`)
	// frameCheck asks for what is so of every picture here: that it fills the frame.
	frameCheck = pattern.New(`(?i)\b(?:no|never|without|avoid|not) (?:any |add |use )?(?:black )?(?:bars|borders|letterbox(?:ing|es)?|pillarbox(?:ing|es)?)\b|\b(?:extend|expand|fill) (?:the |its |out )?[\p{L} -]{0,24}(?:background|backdrop|canvas|frame|edges)\b|\breframe\b`)
)

var colorGrade = pattern.New(`(?i)^(?:colou?r[- ]?)?(?:grade|grading)`)

// allCaps asks for capitals behind the name of a font.
var allCaps = pattern.New(`(?i)[,\s]+(?:in )?(?:all[- ]?caps|caps|uppercase|capitals|versalien|mayúsculas|capitales|maiuscole?)$`)

// typeTitle heads the families of type.
var typeTitle = pattern.New(`(?i)^(?:(?:brand |headline |heading |body )?fonts?|typ|tipogra|police|fuente|schrift|caratter|fonte|lettertype)`)

// partOfStyle heads one part of a style, in which the name of a preset is chance.
var partOfStyle = pattern.New(`(?i)^(?:font|brand font|headline font|heading font|body font|tipogra|police|fuente|caratter|fonte|lettertype|typ|colou?r|palette|pac|camera|logo|transition|motion|animation|farb|schrift)`)

// boldType is a weight of type, not the preset.
var boldType = pattern.New(`(?i)\bbold(?:,? \p{L}+){0,2} (?:type\w*|fonts?|typefaces?|caps|capitals|headlines?|headings?|titles?|letter\w*|numbers|numerals|sans|serif|text|helvetica|grotesk|inter|roboto|futura|arial)\b|\b(?-i:\p{Lu})\p{L}+ bold\b|\bcondensed bold\b`)

// sameLook tells whether a direction changed nothing that is drawn.
func sameLook(a, b brief.Brief) bool {
	return len(a.Look.Colors) == len(b.Look.Colors) && a.Look.Dark == b.Look.Dark && a.Look.Light == b.Look.Light && a.Look.Font == b.Look.Font && a.Look.Body == b.Look.Body && a.Look.Type == b.Look.Type &&
		a.Look.Set == b.Look.Set && len(a.Look.Motion) == len(b.Look.Motion) && a.NoStock == b.NoStock && a.Transition == b.Transition && a.Orientation == b.Orientation && a.Captions == b.Captions && a.Presenter == b.Presenter
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
		b.Look.Style = prose.Lookup(styles, name)
	}
	if b.Look.Style == "" {
		b.Note(at, "style block \""+b.Look.Named+"\": its colours, type, motion and transition are used; no preset has that name")
	}
}

var (
	someNumber = pattern.New(`\d+`)
	nameFirst  = pattern.New(`^((?:(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.? )?[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)?)(?:,\s*([^.]{3,60}))?`)
)
