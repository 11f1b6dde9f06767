package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// fieldWords are the names that the fields of a scene go by.
var fieldWords = []struct{ field, names string }{
	{"layer", `l[1-5](?:\s*\([^)]*\))?|layer [1-5]`},
	{"say", `vo|v\.o\.|voice|voice-?over|voice over|presenter says|host says|avatar says|speech|script|narration|narrator|spoken|audio|dialog(?:ue)?|says?` +
		`|sprecher(?:in)?|sprechertext|locución|voz(?: en off)?|voix(?: off)?|narração|voce(?: fuori campo)?|locução|locutora?|narrad(?:or|ora)|narrat(?:eur|rice|ore)|stem|spreker` +
		`|تعليق صوتي|التعليق الصوتي|التعليق|النص|קריינות`},
	{"duration", `duration|length|time|timing|dauer|duración|durée|duração|durata|duur|المدة|משך`},
	{"screen", `on-?screen text|on-?screen|text on screen|text|title card|titles?|headline|supers?|overlay(?: text)?|text overlays?|caption|chyron|kinetic text|cta` +
		`|einblendung|texto(?: en pantalla)?|texte(?: à l['’]écran)?|texto na tela|testo(?: a schermo)?|tekst(?: in beeld)?|טקסט`},
	{"lower", `lower[- ]thirds?|name tag|bauchbinde|bandeau|rótulo|faldón|sottopancia|tarja|letreiro|titelbalk|naamtitel|כיתוב|الشريط`},
	{"transition", `transition|transition (?:in|out|to next)|übergang|transición|transição|transizione|overgang`},
	{"music", `music|musik|música|musique|musica|muziek`},
	{"effect", `sound|sfx|sound effects?|fx`},
	{"language", `languages?`},
	{"type", `type|scene type`},
	{"avatar", `avatar|presenter|(?:avatar|presenter) position|position`},
	{"note", `notes?|director['’]?s notes?|camera|framing`},
	{"visual", `visuals?|picture|image|on screen|screen|video|footage|b-?roll|a-?roll|media|graphics?|grafica|background|action|description|shot|gfx|motion|animation` +
		`|full[- ]?screen|process|timeline|checklist|(?:bar |line |pie |donut )?chart|comparison|counter` +
		`|bild|visuell|imagen|visuel|imagem|immagine|beeld|visivo|visuale|المرئيات|الصورة|ויזואל|תמונה`},
}

// fieldNames are all of them.
func fieldNames() string {
	var out []string
	for _, f := range fieldWords {
		out = append(out, f.names)
	}
	return strings.Join(out, "|")
}

var (
	// fieldRE is a line that begins with a field: its name, a remark in brackets or its
	// language, and what it says.
	fieldRE = pattern.New(`(?i)^` + ornament + `(` + fieldNames() + `)(?:\s*\(([^)]{1,40})\)|\s+(?:in|auf|en|em)\s+(\p{L}{4,14}))?\**\s*[:：]\**\s*(.*)$`)
	// fieldInside is a field behind other words of its line; names that are words of a
	// picture as well, "a red background: …", begin with a capital there.
	fieldInside = pattern.New(`(?i)\s+((?:visuals?|vo|v\.o\.|voice|voice-?over|narration|narrator|script|says|on-?screen text|on-?screen|text on screen|supers?|title card|lower[- ]thirds?|transition|music|sfx|sound effects?|duration|b-?roll|avatar|presenter|camera` +
		`|(?-i:Text|TEXT|Title|TITLE|Headline|HEADLINE|CTA|Caption|CAPTION|Background|BACKGROUND|Graphics?|GRAPHICS?|Motion|MOTION|Animation|Sound|SOUND|Audio|AUDIO|Image|Note|NOTE|Dialogue|Action|Picture|Footage|Notes)` +
		`|sprecher(?:in|text)?|einblendung|bauchbinde|bild|übergang|locución|voz(?: en off)?|texto(?: en pantalla| na tela)?|imagen|rótulo|transición|voix(?: off)?|texte(?: à l['’]écran)?|visuel|bandeau|narração|locução|imagem|voce(?: fuori campo)?|testo(?: a schermo)?|immagine|grafica|transizione|transição|stem|tekst(?: in beeld)?|beeld|overgang|musik|música|musique|musica|muziek)\s?):\s`)
	fieldKinds = func() []word {
		var out []word
		for _, f := range fieldWords {
			out = append(out, word{pattern.New(`(?i)^(?:` + f.names + `)$`), f.field})
		}
		return out
	}()
)

// ownKind are names of fields that say what is shown, and so are part of it.
var ownKind = pattern.New(`(?i)^(?:full[- ]?screen|process|timeline|checklist|(?:bar |line |pie |donut )?chart|comparison|counter)$`)

// fieldOf is what the field of that name is about.
func fieldOf(name string) string {
	return firstNonEmpty(lookup(fieldKinds, strings.Trim(name, "* ")), "visual")
}

// cutFields parts the fields of a scene that share a line.
func cutFields(s string) []string {
	var out []string
	at := 0
	for _, m := range fieldInside.FindAllStringSubmatchIndex(s, -1) {
		if strings.Count(s[:m[0]], `"`)%2 == 1 || strings.Count(s[:m[0]], "“") > strings.Count(s[:m[0]], "”") {
			continue
		}
		if x := strings.TrimSpace(s[at:m[0]]); x != "" {
			out = append(out, x)
		}
		at = m[2]
	}
	if x := strings.TrimSpace(s[at:]); x != "" {
		out = append(out, x)
	}
	return out
}

// fieldsApart gives every field of a scene a line of its own: `VO: "We open." Visual: the shop`.
func fieldsApart(lines []line) []line {
	var out []line
	for _, l := range lines {
		if !fieldRE.MatchString(l.text) {
			out = append(out, l)
			continue
		}
		for i, x := range cutFields(l.text) {
			if i > 0 && !closes.MatchString(out[len(out)-1].text) {
				out[len(out)-1].text += " " + x // "The price in text: nine"
				continue
			}
			out = append(out, line{l.n, x})
		}
	}
	return out
}

// closes ends what a field says.
var closes = pattern.New(`["”».;!?…\])]$`)

var (
	// bareField is a field before its words in quotation marks, without a colon.
	bareField = pattern.New(`(?i)\b(vo|v\.o\.|voice-?over|narration|narrator|text on screen|on-?screen text|lower[- ]thirds?|supers?|text overlay|on-?screen title|einblendung|texto en pantalla|texto na tela|texte à l['’]écran|testo a schermo|tekst in beeld|bauchbinde|rótulo|sottopancia) (["“«„])`)
	// spokenField is one that is spoken.
	spokenField = pattern.New(`(?i)\b(?:vo|v\.o\.|voice|voice-?over|speech|script|narration|narrator|says?|sprecher(?:in|text)?|locución|voz(?: en off)?|voix(?: off)?|narração|locução|voce(?: fuori campo)?|stem)\s?:`)
	// shownKind is one whose words are seen and not said.
	shownKind = pattern.New(`(?i)(?:text|texto|texte|testo|tekst|schrift|schriftzug|einblendung|logo|rótulo|letreiro|scritta|titelkarte|end card|endkarte)(?: mit| con| avec| com| e| y| et| und)?$`)
)
