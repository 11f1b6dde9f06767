package layout

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Shot is one scene of a plan, whatever the layout that it is written in.
type Shot struct {
	N       int          // line of the prompt
	number  int          // that the plan gives it; 0 = the next one
	Head    string       // its label and type: "Hook", "b-roll"
	seconds float64      // 0 = not said
	Body    []prose.Line // its fields, a line each: "VO: …"
}

// Plans brings the layouts that plans of scenes come in into the one that the
// parser reads, "Scene 1: b-roll (5 s)" with a field on each line below: data, a
// screenplay, a table, lines with times or with numbers.
func Plans(lines []prose.Line) []prose.Line {
	lines = toldShots(eastern(commaHeads(secondMarks(spokenTexts(saysLines(namedBlocks(bracketHeads(labelledRows(keycaps(plainHeads(dashedSettings(fileLines(notesBelow(twinLabels(numberLabels(timecodes(chatLines(bracketSettings(lines)))))))))))))))))))
	lines = dataPlan(lines)
	lines = screenplay(lines)
	lines = shotTables(lines)
	lines = timedShots(storyHeads(bareRanges(lines)))
	lines = voicedLines(countedShots(storyShots(lines)))
	if Planned(lines) {
		lines = settingsBelow(dashedHeads(labelledRows(lines))) // what stands above a plan that has just been found
	}
	return slideNotes(bracketVoice(pictographs(namedScenes(taggedShots(lines)))))
}

// spokenTexts names the fields whose labels say more: who speaks, "Text (Sprecherin): …", or
// where a text stands, "Super in lower left: …".
func spokenTexts(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		lines[i].Text = lowerLabel.ReplaceAllString(spokenText.ReplaceAllString(l.Text, "${1}VO: "), "${1}Lower third: ")
	}
	return lines
}

var lowerLabel = pattern.New(`(?i)(^` + Ornament + `|[.!?;"”»]\s+)(?:supers?|caption|text|title|chyron|name)(?: (?:in|on|at))?(?: the)? (?:lower|bottom)[ -](?:left|right|third)(?: (?:corner|third))?\s*:\s+`)

var spokenText = pattern.New(`(?i)^(` + Ornament + `)(?:text|texto|texte|testo|tekst|words|copy|line)\s*[(\[](?:` + Teller + `|vo|v\.o\.|off|spoken|said|gesprochen|hablado|parlé|parlato|falado)[)\]]\**\s*:\**\s*`)

// secondMarks writes the mark of seconds out, "spot – 30″ –", where it is no quotation mark.
func secondMarks(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		if strings.Count(l.Text, `"`)%2 == 1 || strings.Contains(l.Text, "″") {
			lines[i].Text = secondMark.ReplaceAllString(l.Text, "$1$2 seconds$3")
		}
	}
	return lines
}

// commaHeads puts the length behind a scene's number in brackets: "Shot 1, 4 seconds: …".
func commaHeads(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		lines[i].Text = commaHead.ReplaceAllString(l.Text, "$1 ($2): ")
	}
	return lines
}

var commaHead = pattern.New(`(?i)^([\s*_#-]*(?:scene|shot|szene|escena|toma|scène|plan|cena|scena)\s*#?\d{1,2})\s*[,/·]\s*((?:about |ca\. ?)?\d{1,3}\s?` + prose.SecUnit + `)\s*[:/·–—-]\s*`)

var secondMark = pattern.New(`(^|[–—|/,(-]\s*|\p{L}\s)(\d{1,3})\s?["″](\s*(?:[–—|/,).-]|$))`)

// namedScenes makes scenes of the chapters and the named parts that stand among numbered
// ones: "Chapter 2: The idea", "Outro".
func namedScenes(lines []prose.Line) []prose.Line {
	if !Planned(lines) {
		return lines
	}
	out := make([]prose.Line, 0, len(lines))
	n, alone := 0, true // whether each scene so far is a line
	for i, l := range lines {
		t := strings.Trim(l.Text, " *_#:")
		m := chapterHead.FindStringSubmatch(t)
		if SectionOf(t) == "scenes" {
			continue // heads what follows: "SCENE-BY-SCENE"
		}
		if m := endLine.FindStringSubmatch(l.Text); m != nil && n > 1 && alone && prose.Words(m[1]) <= 14 {
			n++
			out = append(out, prose.Line{N: l.N, Text: fmt.Sprintf("Scene %d: end card", n)}, prose.Line{N: l.N, Text: "Visual: end card: " + m[1]})
			continue
		}
		switch _, scene := SceneHead(l); {
		case scene:
			n++
			alone = alone && (i+1 == len(lines) || l.N == lines[i+1].N || strings.TrimSpace(lines[i+1].Text) == "" || SceneRE.MatchString(lines[i+1].Text) || endLine.MatchString(lines[i+1].Text))
		case m != nil && prose.Words(m[1]) <= 9 && !prose.EndsAsSentence(m[1]) && i+1 < len(lines):
			n++
			l.Text = fmt.Sprintf("Scene %d: [CHAPTER CARD] \"%s\"", n, prose.MustUnquote(strings.Trim(m[1], " *_")))
		case namedTimed.MatchString(t):
			l.Text = fmt.Sprintf("Scene %d: %s", n+min(n, 1), t) // the intro before scene 1 is scene 0
			n = max(n, n+min(n, 1))
		case begins.MatchString(t) && t == strings.ToUpper(t) && n > 1 && i+1 < len(lines) && slices.ContainsFunc(lines[i+1:min(len(lines), i+4)], func(l prose.Line) bool { return FieldRE.MatchString(l.Text) }):
			n++
			l.Text = fmt.Sprintf("Scene %d: %s", n, t)
		case begins.MatchString(t) && i+1 < len(lines) && i > 0 && strings.TrimSpace(lines[i-1].Text) == "" && FieldRE.MatchString(lines[i+1].Text):
			n++
			l.Text = fmt.Sprintf("Scene %d: %s", n, t)
		}
		out = append(out, l)
	}
	return out
}

// endLine is how a plan of one line a scene ends: "end w logo + acme.example".
var endLine = pattern.New(`(?i)^` + Ornament + `(?:and |then |finally,? )?(?:we )?(?:ends?|ending|close|closing|finish(?:es)?|wrap up|outro)\s+(?:w/?|with|on)\s+(.{3,})$`)

// namedTimed is the head of a scene that has a name and a length and no number: "Outro (4s) –
// end card".
var namedTimed = pattern.New(`(?i)^(?:the )?(?:intro|outro|opening|closing|end|final|title)(?: card| scene| shot| screen)?\s*[(\[]\s*(?:ca\.? ?|~ ?)?\d{1,3}\s?(?:s|secs?|seconds?|sek\p{L}*|seg\p{L}*|secondes?|secondi)\s*[)\]]`)

// chapterHead is the head of a chapter with its number; group 1 is its title.
var chapterHead = pattern.New(`(?i)^(?:chapter|kapitel|capítulo|chapitre|capitolo|hoofdstuk|part|teil|parte|partie|deel)\s+(?:\d{1,2}|one|two|three|four|five|six|[ivx]{1,4})\s*[:.–—-]+\s*(.{2,70})$`)

// chapterTold is the head of a chapter and, behind a dash or a colon, what it tells: "Chapter
// 2: Get paid — refunds arrive in 3 days."
var chapterTold = pattern.New(`(?i)^(?:chapter|kapitel|capítulo|chapitre|capitolo|hoofdstuk)\s+(?:\d{1,2}|one|two|three|four|five|six|[ivx]{1,4})\s*[:.–—-]+\s*([^:–—.]{2,48}?)(?:\s+[–—-]\s+|:\s+)(\S.*)$`)

// Lines are the lines of shots, counted from 1 where they have no numbers.
func Lines(shots []Shot) []prose.Line {
	var out []prose.Line
	for i, s := range shots {
		if s.number == 0 {
			s.number = i + 1
		}
		head := fmt.Sprintf("Scene %d: %s", s.number, s.Head)
		if s.seconds > 0 {
			head = fmt.Sprintf("%s (%gs)", head, s.seconds)
		}
		out = append(append(out, prose.Line{N: s.N, Text: strings.TrimSpace(head)}), s.Body...)
	}
	return out
}

// field is a field's line; words that are to be kept as they are stand in quotation marks.
func field(n int, name, text string) prose.Line {
	text = strings.Join(strings.Fields(text), " ")
	if _, whole := prose.Unquote(text); name == "On-screen text" && !whole && len(prose.Quoted(text)) == 0 {
		text = `"` + text + `"`
	}
	return prose.Line{N: n, Text: name + ": " + text}
}

// columnNames are the fields that the columns of a table, and the keys of data, stand for.
var columnNames = []prose.Entry{
	{RE: pattern.New(`(?i)^(?:lines?|spoken lines?|voice text|tts|vo|v\.o\.|voice|voice-?over(?: text)?|voice over(?: text)?|script|narrations?|narrator|spoken(?: text| words)?|speech|audio|dialog(?:ue)?|says?|what (?:we|you) hear|sprecher(?:in)?(?:text)?|off-?text|ton|locución|voz(?: en off)?|voix(?: off)?|narração|locução|voce(?: fuori campo)?|tekst|gesprochen|audio ?/ ?vo|vo ?/ ?(?:audio|script|narration))$`), Value: "VO"},
	{RE: pattern.New(`(?i)^(?:shots?|visuals?(?: description)?|pictures?|images?|video|shot description|layers|screen|on screen|action|footage|graphics?|what (?:we|you) see|shows?|display|description|media|b-?roll|scene description|bild|visuell|imagen|visuel|imagem|immagine|beeld|visual ?/ ?action)$`), Value: "Visual"},
	{RE: pattern.New(`(?i)^(?:on-?screen(?: text)?|on screen text|text|texts|text on screen|text overlays?|overlays?|overlay text|question|answer|screen text|supers?|titles?|captions?|headline|gfx|graphics text|einblendung|bildschirmtext|texto(?: en pantalla)?|texte(?: à l['’]écran)?|testo(?: a schermo)?|texto na tela)$`), Value: "On-screen text"},
	{RE: pattern.New(`(?i)^(?:t|len|dur\.?|times?|timing|durations?|lengths?|seconds|secs?|duration (?:in )?(?:s|sec|seconds)|duration \((?:s|sec|seconds)\)|timecode|tc|dauer|zeit|länge|sekunden|segundos|secondes|secondi|seconden|duración|tiempo|durée|temps|duração|tempo|durata|tijd|duur)$`), Value: "Duration"},
	{RE: pattern.New(`(?i)^(?:start|in|from|start time)$`), Value: "Start"},
	{RE: pattern.New(`(?i)^(?:end|out|to|end time)$`), Value: "End"},
	{RE: pattern.New(`(?i)^(?:lower[- ]thirds?|name tag|bauchbinde|bandeau|rótulo|sottopancia|tarja)$`), Value: "Lower third"},
	{RE: pattern.New(`(?i)^(?:transitions?(?: out| in| to next)?|übergang|transición|transição|transizione|overgang)$`), Value: "Transition"},
	{RE: pattern.New(`(?i)^(?:type|scene type|shot type|format|kind|roll|layout|typ|tipo)$`), Value: "Type"},
	{RE: pattern.New(`(?i)^(?:background|backdrop|bg|ground|stage|hintergrund|fondo|fond|fundo|sfondo|achtergrond)(?: colou?r)?$`), Value: "Background"},
	{RE: pattern.New(`(?i)^(?:music|soundtrack|musik|música|musique|musica|muziek)$`), Value: "Music"},
	{RE: pattern.New(`(?i)^(?:sfx|son|sonido|suono|som|geluid|klang|sound|sounds|sound effects?|fx)$`), Value: "SFX"},
	{RE: pattern.New(`(?i)^(?:motion|anim|animations?|movement|entrance)$`), Value: "Motion"},
	{RE: pattern.New(`(?i)^(?:avatar|presenter|host)$`), Value: "Avatar"},
	{RE: pattern.New(`(?i)^(?:sources?|disclaimer|legal(?: line| notice| text)?|small|small text|small print|fine print|footnote|quelle|fuente|fonte|bron)$`), Value: "Source"},
	{RE: pattern.New(`(?i)^(?:camera|notes?|comments?|remarks?|direction)$`), Value: "Note"},
	{RE: pattern.New(`(?i)^(?:languages?|lang|sprache|idioma|langue|lingua)$`), Value: "Language"},
	{RE: pattern.New(`(?i)^(?:items|events|milestones|dates|bullets|bullet points|points|steps|stages|cards|tiles|icons|data|values|rows|columns|series|numbers|figures|stats?|kpis?|metrics|data ?points|quote|code|url|link|website|cta|button|logo|unit|units|highlight(?:ed)?|emphasis|subtitle|sub-?head(?:line|ing)?|sub|label|left side|right side|left column|right column|then|now|old|new|labels|badge|tagline|map|location|left|right|before|after|author|by)$`), Value: "Data"},
	{RE: pattern.New(`(?i)^(?:#|n|no\.?|nr\.?|seq\.?|sequence|pos\.?|sc|scn|frame|slide|panel|page|fr|pg|n[°º]|id|scene ?(?:#|no\.?|number)?|shot ?(?:#|no\.?|number)|szene|escena|scène|cena|scena|plan|plano|toma|einstellung|section|part|beat|segment|name|label)$`), Value: "Scene"},
}

// columnOf is the field that the head of a column or a key names; "" = none.
func columnOf(head string) string {
	head = strings.TrimSpace(strings.NewReplacer("_", " ", "*", "", "`", "").Replace(camel.ReplaceAllString(head, "$1 $2")))
	for _, h := range []string{head, strings.TrimSpace(headAside.ReplaceAllString(head, ""))} {
		for _, w := range columnNames {
			if w.RE.MatchString(h) {
				return w.Value
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
func spread(n int, s string, said bool) []prose.Line {
	var out []prose.Line
	free, parts := "", cutFields(bareField.ReplaceAllString(strings.TrimSpace(s), "$1: $2"))
	said = said || slices.ContainsFunc(parts, func(x string) bool {
		m := FieldRE.FindStringSubmatch(x)
		return m != nil && FieldOf(m[1]) == "say"
	})
	for _, x := range parts {
		if SmallLabel.MatchString(x) {
			out = append(out, prose.Line{N: n, Text: x})
			continue
		}
		if !FieldRE.MatchString(x) {
			free = strings.TrimSpace(free + " " + strings.TrimRight(x, " –—")) // "bread – narrator: …"
			continue
		}
		if m := shortField.FindStringSubmatch(x); m != nil && !(len(prose.Quoted(free)) > 0 && unicode.IsLower(firstRune(m[2]))) && FieldOf(FieldRE.FindStringSubmatch(x)[1]) != "say" {
			x, free = m[1], strings.TrimSpace(free+" "+m[2]) // `Super: "1 in 3". "One in three …"`
		}
		kind := FieldOf(FieldRE.FindStringSubmatch(x)[1])
		if m := saidLast.FindStringSubmatch(x); m != nil && kind == "visual" && !said && prose.Words(m[2]) >= 4 && !shownKind.MatchString(strings.TrimRight(m[1], " –—-:,")) {
			out = append(out, prose.Line{N: n, Text: m[1]}) // `Full-screen: injuries by year. "Injuries fell by half."`
			x, kind = "VO: "+m[2], "say"
		}
		said = said || kind == "say"
		out = append(out, prose.Line{N: n, Text: x})
	}
	if m := sheSays.FindStringSubmatch(free); m != nil && said { // `Sofia on the left. She says: "…"`
		free = onSide.ReplaceAllString(m[1], "Presenter on the $1")
		out = append(out, prose.Line{N: n, Text: "Type: A-roll + overlay"})
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

// firstRune is the first character of s; what goes on with a small one is of the words before.
func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// shortField is a field whose words in quotation marks end before its line does.
var shortField = pattern.New(`^([^"“«„]{2,40}["“«„][^"”»“]*["”»“])[.,;]?\s+(\S.*)$`)

// saidLast is what is said at the end of a scene's line, behind what is seen.
var saidLast = pattern.New(`^(.*(?:[.;:!?)\]”"»]|\s[–—-]|,))\s+(["“«„][^"”»“]{2,}["”»“]\.?)\s*$`)

// scenery are words that only a plan of scenes uses for its parts.
var scenery = pattern.New(`(?i)\b(?:hook|intro|outro|opening|closing|cta|call to action|problem|solution|result|proof|b-?roll|a-?roll|avatar|presenter|host|talking head|title card|end card|voice-?over|full[- ]screen|on camera|logo|scene|shot|einstieg|abspann|gancho|accroche)\b`)

// Planned tells whether a prompt has scenes.
func Planned(lines []prose.Line) bool {
	for _, l := range lines {
		if _, ok := SceneHead(l); ok {
			return true
		}
	}
	return false
}

// WholeRE is a line in brackets.
var WholeRE = pattern.New(`^\(([^()]{3,80})\)$`)
