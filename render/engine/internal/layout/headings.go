package layout

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// sectionNames maps the English headings that people write to the parts of a brief.
var sectionNames = map[string]string{}

func init() {
	for sec, names := range map[string]string{
		"format":     "format|video format|platform|orientation|aspect ratio|deliverable|output|specs|resolution",
		"tone":       "tone|tone of voice|mood|voice and tone|style and tone",
		"avatar":     "from|sender|signed|avatar|presenter|host|narrator|speaker|on-camera|character",
		"style":      "general|style|additional notes|general notes|other notes|global notes|notes for the whole video|overall notes|overall|transitions between scenes|scene transitions|transition between scenes|visual style|look|look and feel|design|art direction|visuals|visual direction|aesthetic|branding|brand|brand guidelines|framing note|background note|background|colors|colours|brand colors|brand colours|palette|color palette|colour palette|font|fonts|typography|brand font|brand fonts|headline font|heading font|body font|typeface|typefaces|pacing|pace|animation|motion|transitions|transition|camera|logo|b-roll|b-roll style|media|media types|structure|story structure|flow|outline|visual notes|production notes|technical notes|tech notes|production details|production|notes for the editor|direction|directions|grade|grading|color grade|colour grade|color grading|colour grading|colorgrading",
		"screen":     "exact on-screen text|must-show text|mandatory on-screen text|literal on-screen text|critical text|critical on-screen text|on-screen texts|must appear on screen|must-have text|critical on screen text|on-screen text|on screen text|onscreen text|text on screen|display literally|supers|titles on screen|text overlays|overlay text",
		"scenes":     "scene-by-scene|scene by scene|scenes|storyboard|shot list|scene breakdown|scene plan",
		"music":      "bgm|mx|music|audio|sound|soundtrack|background music|sound design",
		"script":     "script|full script|vo|v.o.|voiceover|voice-over|voice over|narration|narrator script|spoken text|words|script verbatim|verbatim script|verbatim|dialogue",
		"duration":   "duration|length|runtime|run time|trt|total running time|total run time|running time|target length|target duration|total length|time",
		"language":   "language of the voice|voice language|spoken language|voice-over language|language|locale",
		"audience":   "audience|target audience|target|viewers|who|who it's for|persona|target group",
		"cta":        "the end|ending|end card|end screen|closing card|final card|last card|finale|cta|call to action|call-to-action|next step|closing|final message",
		"facts":      "key messages|key message|key points|key facts|facts|talking points|points to cover|points|must include|must mention|include|content|message|messages|details|information|body|context|background information|brief|summary|description|story|copy|about|data|numbers|proof points|the problem|problem|the solution|solution|why it matters|why now|results|proof|the change|what's next",
		"hook":       "hook|opening|intro|opening line",
		"product":    "product|company|brand name|subject|topic|product name|client|organization|organisation|campaign|event|feature",
		"title":      "title|video title|headline|working title|project|project name|project title",
		"goal":       "goal|objective|purpose|video type|type|task|request|job|goal of the video",
		"url":        "url|website|link|site|web",
		"voice":      "voice|narrator voice|voice style",
		"captions":   "captions|subtitles",
		"avoid":      "avoid|do not|don't|donts|don'ts|exclude|not allowed",
		"lowerthird": "lower third|lower-third|lower thirds|lower-thirds|name tag",
		"assets":     "assets|attachments|files|media files|materials",
		"steps":      "steps|the steps|how it works|process|agenda",
		"list":       "features|key features|benefits|key benefits|reasons|highlights|topics|what's new|new features|improvements|fixes|bug fixes|perks|advantages|takeaways|tips|rules|warning signs|red flags|dates|key dates|timeline|milestones|deadlines|pricing|plans|results",
	} {
		for _, n := range strings.Split(names, "|") {
			if _, dup := sectionNames[n]; !dup || sec == "list" || sec == "style" {
				sectionNames[n] = sec
			}
		}
	}
}

// BracketTail is what a heading has in brackets behind it.
var BracketTail = pattern.New(`\s*[(\[][^)\]]*[)\]]\s*$`)

// SectionOf returns the part of the brief that a heading opens, or "".
func SectionOf(h string) string {
	h = strings.ToLower(strings.Trim(strings.TrimSpace(h), "*#_: "))
	for _, name := range []string{h, strings.TrimSpace(BracketTail.ReplaceAllString(h, ""))} {
		if s := cmp.Or(sectionNames[name], prose.Lookup(headingsAbroad, name)); s != "" {
			return s
		}
	}
	if prose.Words(h) <= 8 && screenNamed.MatchString(h) && mustBeRead.MatchString(h) {
		return "screen" // "Must appear on screen exactly"
	}
	return ""
}

var (
	screenNamed = pattern.New(`(?i)\bon[- ]?(?:the )?screen\b|\b(?:im bild|auf dem bildschirm|en pantalla|à l['’]écran|a schermo|na tela)\b`)
	mustBeRead  = pattern.New(`(?i)\b(?:must|exact(?:ly)?|literal(?:ly)?|verbatim|critical|mandatory|required|word for word|muss|müssen|wörtlich|pflicht\w*|literal(?:es)?|obligatori\w*|exactement|obligatoires?|esatt\w+|obrigatóri\w+)\b`)
)

var (
	headRE   = pattern.New(`^\s*(?:[\p{So}\x{FE0F}\x{200D}]+\s*)?(?:#{1,6}\s*|\*{1,2}|\[)?([\p{L}][\p{L}\p{M}\d '’&/.()\[\]+-]{1,58}?)(?:\*{1,2})?\s*[:：](?:\*{1,2})?\s*(.*?)\]?$`)
	BoldHead = pattern.New(`^\s*(?:\*\*|__)([^*_]{2,60}?)(?:\*\*|__):?\s*$`)
	MdHead   = pattern.New(`^\s*#{1,6}\s+(.+?)\s*#*$`)
	StyleRE  = pattern.New(`(?i)^\s*\**(?:style block|visual style|art direction)?\s*[:—–-]*\s*style\s*[—–:-]+\s*([^(:\n]+?)\s*(?:\(([^)]*)\))?\s*:\s*(.*)$`)
)

// OpensSection recognises a heading line and returns its part, its words and
// what follows on the line.
func OpensSection(s string) (sec, title, rest string, ok bool) {
	if m := MdHead.FindStringSubmatch(s); m != nil {
		title = strings.Trim(m[1], "*: ")
		if sec = SectionOf(title); sec == "" {
			sec = "chapter"
		}
		return sec, title, "", true
	}
	if m := BoldHead.FindStringSubmatch(s); m != nil && prose.Words(m[1]) <= 7 {
		if _, isScene := SceneHead(prose.Line{N: 0, Text: s}); !isScene {
			title = strings.TrimRight(strings.TrimSpace(m[1]), ":")
			if sec = SectionOf(title); sec == "" {
				sec = "chapter"
			}
			return sec, title, "", true
		}
	}
	if m := chapterHead.FindStringSubmatch(strings.TrimSpace(s)); m != nil && prose.Words(m[1]) <= 9 && !prose.EndsAsSentence(m[1]) {
		return "chapter", prose.MustUnquote(strings.TrimSpace(m[1])), "", true
	}
	if m := chapterTold.FindStringSubmatch(strings.TrimSpace(s)); m != nil && prose.Words(m[1]) <= 6 {
		return "chapter", prose.MustUnquote(strings.TrimSpace(m[1])), m[2], true
	}
	if t := strings.TrimSpace(s); t == strings.ToUpper(t) && !strings.ContainsAny(t, ":.,!?") && (prose.Words(t) > 1 && SectionOf(t) != "" || wholeParts[SectionOf(t)] && prose.Words(t) == 1) {
		return SectionOf(t), t, "", true // "CRITICAL ON-SCREEN TEXT"
	}
	m := headRE.FindStringSubmatch(exactly.ReplaceAllString(s, "$1$2"))
	if m == nil || strings.Contains(s, "://") && strings.HasSuffix(m[1], "http") {
		return "", "", "", false
	}
	if sec = SectionOf(m[1]); sec == "" {
		return "", "", "", false
	}
	return sec, strings.TrimSpace(BracketTail.ReplaceAllString(m[1], "")), m[2], true
}

// wholeParts are those that one word in capitals heads as well, without a colon.
var wholeParts = map[string]bool{"scenes": true, "screen": true}

// exactly stands behind the name of a heading for words that are to be shown as they are.
var exactly = pattern.New(`(?i)^([\s*#>_-]*\p{L}[\p{L} -]{3,40}?),? (?:exactly|exact|literally|verbatim|word for word|(?:exactly )?as written|character by character|wörtlich|exakt|literal(?:es)?|exact(?:ement|s)?|esatt[oi])(\**\s*:)`)

// OneValue are the parts that hold one thing: a second sentence is none of theirs.
var OneValue = map[string]bool{"product": true, "title": true, "audience": true, "language": true, "duration": true}

// IsChapterTitle tells "Chapter 2: The idea" from the headings that name a part of a brief.
func IsChapterTitle(s string) bool {
	switch strings.ToLower(s) {
	case "the problem", "problem", "the solution", "solution", "why it matters", "why now", "results", "the change", "what's next",
		"das problem", "die lösung", "el problema", "la solución", "le problème", "la solution", "o problema", "a solução", "il problema", "la soluzione":
		return true
	}
	return false
}
