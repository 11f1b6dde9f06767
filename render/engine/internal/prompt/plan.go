package prompt

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// shot is one scene of a plan, whatever the layout that it is written in.
type shot struct {
	n       int     // line of the prompt
	number  int     // that the plan gives it; 0 = the next one
	head    string  // its label and type: "Hook", "b-roll"
	seconds float64 // 0 = not said
	body    []line  // its fields, a line each: "VO: …"
}

// planLayouts brings the layouts that plans of scenes come in into the one that the
// parser reads, "Scene 1: b-roll (5 s)" with a field on each line below: data, a
// screenplay, a table, lines with times or with numbers.
func planLayouts(lines []line) []line {
	lines = toldShots(eastern(secondMarks(labelledRows(keycaps(plainHeads(lines))))))
	lines = dataPlan(lines)
	lines = screenplay(lines)
	lines = shotTables(lines)
	lines = timedShots(lines)
	lines = countedShots(lines)
	if planned(lines) {
		lines = settingsBelow(dashedHeads(labelledRows(lines))) // what stands above a plan that has just been found
	}
	return pictographs(namedScenes(taggedShots(lines)))
}

// secondMarks writes the mark of seconds out, "spot – 30″ –", where it is no quotation mark.
func secondMarks(lines []line) []line {
	for i, l := range lines {
		if strings.Count(l.text, `"`)%2 == 1 || strings.Contains(l.text, "″") {
			lines[i].text = secondMark.ReplaceAllString(l.text, "$1$2 seconds$3")
		}
	}
	return lines
}

var secondMark = pattern.New(`(^|[–—|/,(-]\s*)(\d{1,3})\s?["″](\s*(?:[–—|/,).-]|$))`)

// namedScenes makes scenes of the chapters and the named parts that stand among numbered
// ones: "Chapter 2: The idea", "Outro".
func namedScenes(lines []line) []line {
	if !planned(lines) {
		return lines
	}
	out := make([]line, 0, len(lines))
	n := 0
	for i, l := range lines {
		t := strings.Trim(l.text, " *_#:")
		m := chapterHead.FindStringSubmatch(t)
		if sectionOf(t) == "scenes" {
			continue // heads what follows: "SCENE-BY-SCENE"
		}
		switch _, scene := sceneHead(l); {
		case scene:
			n++
		case m != nil && Words(m[1]) <= 9 && !endsAsSentence(m[1]) && i+1 < len(lines):
			n++
			l.text = fmt.Sprintf("Scene %d: [CHAPTER CARD] \"%s\"", n, mustUnquote(strings.Trim(m[1], " *_")))
		case begins.MatchString(t) && i+1 < len(lines) && i > 0 && strings.TrimSpace(lines[i-1].text) == "" && fieldRE.MatchString(lines[i+1].text):
			n++
			l.text = fmt.Sprintf("Scene %d: %s", n, t)
		}
		out = append(out, l)
	}
	return out
}

// chapterHead is the head of a chapter with its number; group 1 is its title.
var chapterHead = pattern.New(`(?i)^(?:chapter|kapitel|capítulo|chapitre|capitolo|hoofdstuk|part|teil|parte|partie|deel)\s+(?:\d{1,2}|one|two|three|four|five|six|[ivx]{1,4})\s*[:.–—-]+\s*(.{2,70})$`)

// written are the lines of shots, counted from 1 where they have no numbers.
func written(shots []shot) []line {
	var out []line
	for i, s := range shots {
		if s.number == 0 {
			s.number = i + 1
		}
		head := fmt.Sprintf("Scene %d: %s", s.number, s.head)
		if s.seconds > 0 {
			head = fmt.Sprintf("%s (%gs)", head, s.seconds)
		}
		out = append(append(out, line{s.n, strings.TrimSpace(head)}), s.body...)
	}
	return out
}

// field is a field's line; words that are to be kept as they are stand in quotation marks.
func field(n int, name, text string) line {
	text = strings.Join(strings.Fields(text), " ")
	if _, whole := Unquote(text); name == "On-screen text" && !whole && len(quoted(text)) == 0 {
		text = `"` + text + `"`
	}
	return line{n, name + ": " + text}
}

// columnNames are the fields that the columns of a table, and the keys of data, stand for.
var columnNames = []word{
	{pattern.New(`(?i)^(?:vo|v\.o\.|voice|voice-?over(?: text)?|voice over(?: text)?|script|narrations?|narrator|spoken(?: text| words)?|speech|audio|dialog(?:ue)?|says?|what (?:we|you) hear|sprecher(?:in)?(?:text)?|off-?text|ton|locución|voz(?: en off)?|voix(?: off)?|narração|locução|voce(?: fuori campo)?|tekst|gesprochen|audio ?/ ?vo|vo ?/ ?(?:audio|script|narration))$`), "VO"},
	{pattern.New(`(?i)^(?:shots?|visuals?(?: description)?|pictures?|images?|video|shot description|screen|on screen|action|footage|graphics?|what (?:we|you) see|description|media|b-?roll|scene description|bild|visuell|imagen|visuel|imagem|immagine|beeld|visual ?/ ?action)$`), "Visual"},
	{pattern.New(`(?i)^(?:on-?screen(?: text)?|on screen text|text|texts|text on screen|text overlays?|overlays?|overlay text|screen text|supers?|titles?|captions?|headline|gfx|graphics text|einblendung|bildschirmtext|texto(?: en pantalla)?|texte(?: à l['’]écran)?|testo(?: a schermo)?|texto na tela)$`), "On-screen text"},
	{pattern.New(`(?i)^(?:t|dur|times?|timing|durations?|lengths?|seconds|secs?|duration (?:in )?(?:s|sec|seconds)|duration \((?:s|sec|seconds)\)|timecode|tc|dauer|zeit|länge|sekunden|segundos|secondes|secondi|seconden|duración|tiempo|durée|temps|duração|tempo|durata|tijd|duur)$`), "Duration"},
	{pattern.New(`(?i)^(?:start|in|from|start time)$`), "Start"},
	{pattern.New(`(?i)^(?:end|out|to|end time)$`), "End"},
	{pattern.New(`(?i)^(?:lower[- ]thirds?|name tag|bauchbinde|bandeau|rótulo|sottopancia|tarja)$`), "Lower third"},
	{pattern.New(`(?i)^(?:transitions?(?: out| to next)?|übergang|transición|transição|transizione|overgang)$`), "Transition"},
	{pattern.New(`(?i)^(?:type|scene type|shot type|format|kind|roll|layout|typ|tipo)$`), "Type"},
	{pattern.New(`(?i)^(?:music|soundtrack|musik|música|musique|musica|muziek)$`), "Music"},
	{pattern.New(`(?i)^(?:sfx|sound|sounds|sound effects?|fx)$`), "SFX"},
	{pattern.New(`(?i)^(?:motion|anim|animations?|movement|entrance)$`), "Motion"},
	{pattern.New(`(?i)^(?:avatar|presenter|host)$`), "Avatar"},
	{pattern.New(`(?i)^(?:sources?|disclaimer|legal(?: line| notice| text)?|small print|fine print|footnote|quelle|fuente|fonte|bron)$`), "Source"},
	{pattern.New(`(?i)^(?:camera|notes?|comments?|remarks?|direction)$`), "Note"},
	{pattern.New(`(?i)^(?:languages?|lang|sprache|idioma|langue|lingua)$`), "Language"},
	{pattern.New(`(?i)^(?:items|bullets|bullet points|points|steps|stages|cards|tiles|icons|data|values|rows|columns|series|numbers|stats?|quote|code|url|link|website|cta|button|logo|unit|units|highlight(?:ed)?|emphasis|subtitle|sub|label|labels|badge|tagline|map|location|left|right|before|after|author|by)$`), "Data"},
	{pattern.New(`(?i)^(?:#|no\.?|nr\.?|n[°º]|id|scene ?(?:#|no\.?|number)?|shot ?(?:#|no\.?|number)|szene|escena|scène|cena|scena|section|part|beat|segment|name|label)$`), "Scene"},
}

// columnOf is the field that the head of a column or a key names; "" = none.
func columnOf(head string) string {
	head = strings.TrimSpace(strings.NewReplacer("_", " ", "*", "", "`", "").Replace(camel.ReplaceAllString(head, "$1 $2")))
	for _, h := range []string{head, strings.TrimSpace(headAside.ReplaceAllString(head, ""))} {
		for _, w := range columnNames {
			if w.re.MatchString(h) {
				return w.val
			}
		}
	}
	if parts := headParts.Split(head, -1); len(parts) > 1 { // "Graphics/Text", "Music & SFX"
		a, z := columnOf(parts[0]), columnOf(parts[len(parts)-1])
		if z == "On-screen text" || a == "" {
			return z
		}
		return a
	}
	return ""
}

// headParts parts the names that the head of a column has.
var headParts = pattern.New(`\s*(?:/|&|\+|\band\b)\s*`)

// headAside is what stands in brackets behind the name of a column: "Audio (VO)".
var headAside = pattern.New(`\s*\([^()]{1,24}\)$`)

// camel parts the words of a key: "onScreenText".
var camel = pattern.New(`(\p{Ll})(\p{Lu})`)

// spread gives the fields of a scene that is told in one line a line each: `presenter on
// camera. Super "40,000". "We ship daily."`
func spread(n int, s string, said bool) []line {
	var out []line
	free := ""
	for _, x := range cutFields(bareField.ReplaceAllString(strings.TrimSpace(s), "$1: $2")) {
		if !fieldRE.MatchString(x) {
			free = strings.TrimSpace(free + " " + strings.TrimRight(x, " –—")) // "bread – narrator: …"
			continue
		}
		if m := shortField.FindStringSubmatch(x); m != nil && fieldOf(fieldRE.FindStringSubmatch(x)[1]) != "say" {
			x, free = m[1], strings.TrimSpace(free+" "+m[2]) // `Super: "1 in 3". "One in three …"`
		}
		said = said || fieldOf(fieldRE.FindStringSubmatch(x)[1]) == "say"
		out = append(out, line{n, x})
	}
	if m := sheSays.FindStringSubmatch(free); m != nil && said { // `Sofia on the left. She says: "…"`
		free = onSide.ReplaceAllString(m[1], "Presenter on the $1")
		out = append(out, line{n, "Type: A-roll + overlay"})
	}
	if free == "" {
		return out
	}
	return append(freely(n, free, said), out...)
}

var (
	sheSays = pattern.New(`(?s)^(.*?)[\s.,;]*\b(?i:she|he|they|presenter|avatar)$`)
	onSide  = pattern.New(`^\p{Lu}\p{Ll}+ (?:is |stands |sits )?on the (left|right)\b`)
)

// shortField is a field whose words in quotation marks end before its line does.
var shortField = pattern.New(`^([^"“«„]{2,40}["“«„][^"”»“]*["”»“])[.,;]?\s+(\S.*)$`)

// saidLast is what is said at the end of a scene's line, behind what is seen.
var saidLast = pattern.New(`^(.*(?:[.;:!?)\]”"»]|\s[–—-]|,))\s+(["“«„][^"”»“]{2,}["”»“]\.?)\s*$`)

// scenery are words that only a plan of scenes uses for its parts.
var scenery = pattern.New(`(?i)\b(?:hook|intro|outro|opening|closing|cta|call to action|problem|solution|result|proof|b-?roll|a-?roll|avatar|presenter|host|talking head|title card|end card|voice-?over|full[- ]screen|on camera|logo|scene|shot|einstieg|abspann|gancho|accroche)\b`)

// planned tells whether a prompt has scenes.
func planned(lines []line) bool {
	for _, l := range lines {
		if _, ok := sceneHead(l); ok {
			return true
		}
	}
	return false
}

var wholeRE = pattern.New(`^\(([^()]{3,80})\)$`)
