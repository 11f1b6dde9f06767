package layout

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// settingsBelow puts the settings that share a line below the last scene of a plan before
// its first one, a line each, where they can be mistaken for no field of a scene: "AUDIO:
// harp. VOICE: warm alto. PALETTE: #F7F3E9."
func settingsBelow(lines []prose.Line) []prose.Line {
	first, last := -1, -1
	for i, l := range lines {
		if _, ok := SceneHead(l); ok {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if last < 0 {
		return lines
	}
	var kept, above []prose.Line
	apart := false // whether the line before was of no scene
	for i, l := range lines {
		parts := labelledParts(l)
		if i <= last || !apart && (i != last+1 || len(parts) < 3) || len(parts) < 2 {
			kept = append(kept, l)
			apart = strings.TrimSpace(l.Text) == ""
			continue
		}
		above, apart = append(above, parts...), true
	}
	if above == nil {
		return lines
	}
	out := append(append([]prose.Line{}, kept[:first]...), above...)
	return append(append(out, prose.Line{N: lines[first].N, Text: ""}), kept[first:]...)
}

// bracketSettings takes the brackets off a line that holds settings, "(Total: 40 sec. Music:
// guitar. No captions.)", and gives them a line each.
func bracketSettings(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	for _, l := range lines {
		m := wholeBracket.FindStringSubmatch(l.Text)
		if m == nil {
			out = append(out, l)
			continue
		}
		known := 0
		ss := prose.SplitSentences(m[1])
		for i, s := range ss {
			ss[i] = totalLength.ReplaceAllString(strings.TrimSpace(s), "Duration: ")
			if label, _, ok := strings.Cut(ss[i], ":"); ok && SectionOf(label) != "" {
				known++
			}
		}
		if known == 0 || len(ss) < 2 {
			out = append(out, l)
			continue
		}
		for _, s := range ss {
			if label, _, ok := strings.Cut(s, ":"); !ok || SectionOf(label) == "" {
				s = "General: " + s // "No captions."
			}
			out = append(out, prose.Line{N: l.N, Text: s})
		}
	}
	return out
}

var (
	wholeBracket = pattern.New(`^\s*[(\[]([^()\[\]]{12,300})[)\]]\s*$`)
	totalLength  = pattern.New(`(?i)^total(?: (?:length|duration|time|runtime))?\s*[:=]\s*`)
)

// labelledParts are the settings of a line that is nothing but them, each under its own
// label; nil where it is anything else.
func labelledParts(l prose.Line) []prose.Line {
	at := settingLabel.FindAllStringSubmatchIndex(l.Text, -1)
	if len(at) < 2 || strings.TrimSpace(l.Text[:at[0][2]]) != "" {
		return nil
	}
	var out []prose.Line
	known := 0
	for i, m := range at {
		end := len(l.Text)
		if i+1 < len(at) {
			end = at[i+1][2]
		}
		label, value := l.Text[m[2]:m[3]], strings.TrimSpace(l.Text[m[3]+1:end])
		if SectionOf(label) != "" {
			known++
		}
		switch strings.ToLower(label) { // names that other parts of a brief go by as well
		case "type":
			label = "Font"
		case "voice":
			label = "Narrator voice"
		case "audio", "sound":
			label = "Music"
		}
		out = append(out, prose.Line{N: l.N, Text: label + ": " + value})
	}
	if known < 2 {
		return nil
	}
	return out
}

// dashedSettings puts a colon for the dash between a setting and its value: "Tone – warm".
func dashedSettings(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		lines[i].Text = dashedSetting.ReplaceAllString(l.Text, "$1$2: ")
	}
	return lines
}

var dashedSetting = pattern.New(`(^\s*|[.!?]\s+)((?:Tone(?: of voice)?|(?:Target )?[Aa]udience|Goal|Objective|Purpose|Format|Length|Duration|Aspect ratio|Orientation|Platform|Voice|Language|Captions|Visual style|CTA|Call to action|Ton(?:alität)?|Zielgruppe|Ziel|Länge|Dauer|Tono|Público|Objetivo|Duración|Public|Objectif|Durée|Obiettivo|Durata|Duração))\s+[–—-]\s+`)

// settingLabel is a label at the beginning of a line or a sentence; group 1.
var settingLabel = pattern.New(`(?:^\s*|[.;!]["”]?\s+)(\p{L}[\p{L}'’ -]{2,22}):`)

// dashedHeads parts what stands in the line of a scene by dashes, one part of it being what
// is said: `Scene 1 – presenter – "From June …" – lower third Ana Ruiz / CEO`.
func dashedHeads(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	for _, l := range lines {
		m := SceneRE.FindStringSubmatchIndex(l.Text)
		if m == nil {
			out = append(out, l)
			continue
		}
		if t := leadLength.FindStringSubmatch(l.Text[m[4]:]); t != nil { // "(12s): …"
			l.Text = l.Text[:m[4]] + t[1] + " – " + t[2]
			m = SceneRE.FindStringSubmatchIndex(l.Text)
		}
		parts := dashedParts(l.Text[m[4]:])
		said := -1
		for i, x := range parts {
			if q, whole := prose.Unquote(x); whole && i > 0 && (prose.Words(q) > 3 || said < 0) {
				said = i
			}
		}
		if fields := len(slices.DeleteFunc(slices.Clone(parts), func(x string) bool { return !FieldRE.MatchString(x) })); said < 0 && fields > 0 && fields+1 >= len(parts)/2 && len(parts) > 1 {
			said = len(parts) // "Plan 1 – Titre : « Bienvenue » – musique douce": each part is a field or seen
		}
		if len(parts) < 2 || said < 0 {
			out = append(out, l)
			continue
		}
		head := strings.TrimRight(l.Text[:m[4]], " –—-")
		var rest []string
		for i, x := range parts {
			switch {
			case i < said && begins.MatchString(x), i != said && onlyLength.MatchString(x):
				head += " " + onlyLength.ReplaceAllString(x, "($1)")
				if i < said {
					said--
				}
			default:
				rest = append(rest, x)
			}
		}
		out, parts = append(out, prose.Line{N: l.N, Text: head}), rest
		for i, x := range parts {
			switch {
			case i == said:
				x = "VO: " + x
			case lowerPart.MatchString(x):
				x = "Lower third: " + lowerPart.ReplaceAllString(x, "")
			case prose.Words(x) <= 4 && TransitionNamed(x) != "" && WholeTransition(x):
				x = "Transition: " + x
			case FieldRE.MatchString(x), SmallLabel.MatchString(x), AboutLabel.MatchString(x), SeenLabel.MatchString(x):
			default:
				x = "Visual: " + x
			}
			out = append(out, prose.Line{N: l.N, Text: x})
		}
	}
	return out
}

// leadLength is the length in brackets that the line of a scene begins with.
var leadLength = pattern.New(`(?i)^([(\[]\s*\d{1,3}\s?` + prose.SecUnit + `\s*[)\]])\s*[:–—-]+\s+(\S.*)$`)

// onlyLength is a part of a line that is nothing but a length.
var onlyLength = pattern.New(`(?i)^\(?(\d{1,3}\s?(?:s|sec|secs|seconds|sek|sekunden|seg|segundos|secondes|secondi))\.?\)?$`)

var lowerPart = pattern.New(`(?i)^(?:lower[- ]third|name tag|bauchbinde|rótulo|bandeau|sottopancia)\s+`)

// dashedParts are the parts between dashes, none within quotation or code marks.
func dashedParts(s string) []string {
	cover := func(q string) string { return strings.Repeat("x", len(q)) }
	masked := ticked.ReplaceAllStringFunc(prose.QuotesRE.ReplaceAllStringFunc(s, cover), cover)
	var out []string
	at := 0
	for _, m := range dashBetween.FindAllStringIndex(masked, -1) {
		if x := strings.TrimSpace(s[at:m[0]]); x != "" {
			out = append(out, x)
		}
		at = m[1]
	}
	if x := strings.TrimSpace(s[at:]); x != "" {
		out = append(out, x)
	}
	return out
}

var (
	ticked      = pattern.New("`[^`\n]+`")
	dashBetween = pattern.New(`\s+[–—]\s+|\s+-\s+`)
)

// AboutLabel heads a remark to whoever makes the video, of which nothing is drawn.
var AboutLabel = pattern.New(`(?i)^[*_]*(gestures?|gestik|geste|eye ?line|delivery|emotion|expression|mimik|lighting|light|licht|wardrobe|outfit|costume|kleidung|props|location|setting|lens|camera (?:movement|angle|move)|shot (?:size|type)|vfx|effects?|effekte?|efectos?|effets?|effetti|mood|ending|end|pace|pacing|tempo|(?:\p{L}+ )?notes? (?:to|for) (?:the )?\p{L}+|(?:developer|dev|editor|production|client|designer|animator|legal|internal|technical|branching|accessibility|instructional|id|lms|qa)(?:['’]s)? (?:notes?|comments?)|(?:learning )?(?:objectives?|outcomes?)|interaction|interactivity|navigation|why|rationale|nota|hinweis|anmerkung|remarque|reference|refs?|asset|file)[*_]*\s?[:：][*_]*\s*(\S.*)$`)

// SeenLabel heads a part of what a scene shows.
var SeenLabel = pattern.New(`(?i)^[*_]*((?:sub-?)?(?:labels?|headline|title|line)|sub|bullets?|bullet points?|lists?|items?|cards?|icons?|steps?|stages?|tiles?|badges?|callouts?|pop-?ups?|tables?|maps?|diagrams?|counters?|numbers?|stats?|quotes?|before|after|left|right|top|bottom|cent(?:er|re)|foreground|split[- ]?screen|buttons?|logo|url|link|website|phone|hotline|contact|hashtag|handle|tag|tagline|slogan|colou?rs?(?: rows?)?|rows?|columns?|annotations?|legend|axis|y[- ]axis|x[- ]axis|highlight|emphasis|hervorhebung|resaltar|stichpunkte|punkte|liste|karten|schritte|links|rechts|vorher|nachher|knopf|viñetas|tarjetas|iconos|pasos|antes|después|izquierda|derecha|botón|puces|cartes|étapes|avant|après|gauche|droite|bouton|schede|passaggi|prima|dopo|sinistra|destra|pulsante)[*_]*\s?[:：][*_]*\s*(\S.*)$`)

// SmallLabel heads the small print of a scene: "Source: NEJM 2020", "Disclaimer (small): …".
var SmallLabel = pattern.New(`(?i)^[*_]*(sources?(?: line)?|disclaimers?|legal(?: line| notice| text)?|small print|fine print|footnotes?|scale(?: bar)?|quellen?(?:angabe)?|rechtlicher hinweis|kleingedrucktes|fuentes?|aviso legal|nota legal|letra pequeña|mentions légales|mention légale|petits caractères|fonte|note legali|avviso legale|aviso legal|bron|kleine lettertjes)(?:\s*\([^()]{2,30}\))?[*_]*\s?[:：][*_]*\s*(\S.*)$`)
