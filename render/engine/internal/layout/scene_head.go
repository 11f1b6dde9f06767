package layout

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// arrowRE is a span of clock times.
var arrowRE = pattern.New(`\[(\d{1,2}):(\d{2})\s*[–—-]\s*(\d{1,2}):(\d{2})\]|\(?(\d{1,2}):(\d{2})\s*[–—-]\s*(\d{1,2}):(\d{2})\)?`)

// lengthAtEnd is the length in brackets behind all that the line of a head holds.
var lengthAtEnd = pattern.New(`(?i)\s*[(\[](?:ca\.? ?|~ ?|about )?(\d{1,3}(?:[.,]\d)?)\s?(?:s|sec|secs|seconds?|sek|sekunden|seg|segundos|secondes?|secondi)\.?[)\]]?$`)

// Persons are the words for who presents.
const Persons = `(?:avatar|presenter|host|moderator(?:in)?|sprecher(?:in)?|presentador(?:a)?|présentat(?:eur|rice)|apresentador(?:a)?|presentat(?:ore|rice)|conduttrice|conduttore)`

// rangeRE is a span of seconds.
var rangeRE = pattern.New(`(?i)\(?\b(\d{1,3})\s*(?:–|-|to)\s*(\d{1,3})\s*s(?:ec(?:onds?)?)?\b\)?`)

// emptyEnd is what a length has left in brackets: "Hook (A-roll, )".
var emptyEnd = pattern.New(`\s*[,;|–—-]+\s*\)`)

// runsOn tells a sentence that speaks of a scene from the head of one: rest is what
// stands behind its number.
func runsOn(s, rest string) bool {
	return prose.Words(s) > 24 && !strings.ContainsAny(prose.Clip(rest, 48), `:(|["“„`)
}

// SceneHead recognises "SCENE 2 — FULL SCREEN B-ROLL (12s)".
func SceneHead(l prose.Line) (brief.Scene, bool) {
	m := SceneRE.FindStringSubmatch(l.Text)
	if m == nil || runsOn(l.Text, m[2]) {
		return brief.Scene{}, false
	}
	rest := strings.Trim(m[2], " *#[]")
	sc := brief.Scene{Number: int(prose.Decimal(m[1])), Line: l.N}
	if n := prose.NumWords[strings.ToLower(m[1])]; n > 0 {
		sc.Number = int(n)
	}
	if t := lengthAtEnd.FindStringSubmatch(rest); t != nil {
		sc.Seconds = prose.Decimal(t[1])
		rest = strings.TrimSpace(rest[:len(rest)-len(t[0])])
	} else if t := arrowRE.FindStringSubmatch(rest); t != nil {
		if t[1] == "" {
			t = append(t[:1], t[5:]...)
		}
		sc.Seconds = max(0, prose.Decimal(t[3])*60+prose.Decimal(t[4])-prose.Decimal(t[1])*60-prose.Decimal(t[2]))
		rest = arrowRE.ReplaceAllString(rest, "")
	} else if t := rangeRE.FindStringSubmatch(rest); t != nil {
		// "0–5s" is a span; "10-12s" may be a span or a choice: a span in a plan of scenes.
		sc.Seconds = max(0, prose.Decimal(t[2])-prose.Decimal(t[1]))
		rest = rangeRE.ReplaceAllString(rest, "")
	} else if m := lengthPart.FindStringSubmatch(rest); m != nil {
		length := m[1] + m[2]
		sc.Seconds = prose.Duration(length) // "Datos. 9 segundos. Barras: 2023 12 min": the picture's minutes are not its own
		rest = strings.Replace(rest, length, "", 1)
	} else if d := prose.Duration(prose.OutsideQuotes(rest)); d > 0 && prose.Words(rest) <= 12 && !timeOfDay.MatchString(rest) {
		sc.Seconds = d
		rest = spanTail.ReplaceAllString(rest, "")
	}
	sc.Header = strings.Trim(emptyEnd.ReplaceAllString(strings.TrimSpace(rest), ")"), "—–-:()[], ")
	if strings.Count(sc.Header, "(") > strings.Count(sc.Header, ")") {
		sc.Header += ")"
	}
	sc.Type = SceneType(sc.Header)
	sc.NoAvatar = NoAvatarRE.MatchString(sc.Header)
	sc.Side, _ = SideOf(sc.Header)
	if m := sideAside.FindStringSubmatch(sc.Header); m != nil && sc.Side != "" {
		_, percent := SideOf(m[0])
		sc.Share = min(1, percent/100)
		sc.Header = strings.Trim(strings.Replace(sc.Header, m[0], " ", 1), "—–-:()[], ") // it says where the presenter stands, and nothing to be read
	}
	if m := headSide.FindStringSubmatch(sc.Header); m != nil && sc.Side == "" && (sc.Type == "a-roll" || sc.Type == "overlay") {
		sc.Side = SideNamed(m[1])
	}
	return sc, true
}

// SceneRE matches the head of a scene: group 1 is its number, 2 the rest.
var SceneRE = pattern.New(`(?i)^` + Ornament + `(?:\[|\()?\s*(?:scene|shot|szene|escena|toma|plano|scène|plan|cena|scena|scène|ujęcie|kadr|sahne|сцена|кадр|مشهد|المشهد|صحنه|סצנה|场景|場景|镜头|鏡頭|分镜|シーン|カット|場面|장면|씬|컷|दृश्य|सीन|beat)\s*(?:#|no\.? |nr\.? )?\s*(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[a-d]?\]?\)?(?:\*{1,2})?\s*(?:[:：—–.|-]+|\s|$)\s*(.*)$`)

// SceneType is the type of scene that words name; "" = none.
func SceneType(s string) string { return prose.Lookup(SceneTypes, s) }

// SceneTypes are the words for a presenter, full-screen pictures, and both at once.
var SceneTypes = prose.Vocabulary(
	`a-?roll\s*\+\s*overlay|a-?roll with overlays?|overlay|avatar\s*\+\s*\w+|split[- ]screen[^.;]{0,60}`+Persons+`|`+Persons+`[^.;]{0,60}split[- ]screen|presenter\s*\+\s*\w+`, "overlay",
	Persons+`(?: [\p{L}]+){0,4},? (?:full[- ]?screen|full frame|im vollbild|plein écran|a pantalla completa|a schermo intero|em tela cheia)`, "a-roll",
	`full[- ]?screen|b-?roll|motion graphics?|stock|animation|no avatar`, "b-roll",
	`a-?roll|avatar|presenter|talking head|on[- ]camera|host|moderator(?:in)?|presentadora?|présentat(?:eur|rice)|apresentadora?|presentat(?:ore|rice)|conduttrice|conduttore|プレゼンター|司会者?`, "a-roll",
)

// sideAside is the place of a presenter with its share, of a scene's head.
var sideAside = pattern.New(`(?i)\s*[\[(]?\b` + Persons + `\s+(?:on the |in the )?(?:` + SideWords + `)\s+(?:\d{1,2}\s?%|third|half)\.?(?:\s*content\s+(?:` + SideWords + `)\s+\d{1,2}\s?%\.?)?\s*[\])]?`)

// lengthPart is a length that stands by itself between the parts of a head.
var lengthPart = pattern.New(`(?i)(?:^|[.,;|–—:]\s*)((?:ca\.? |~ ?)?\d{1,3}(?:[.,]\d)?\s?` + prose.SecUnit + `)\s*(?:[.;|–—]|$)|(?:^|[\])|–—]\s*)(\d{1,3}(?:[.,]\d)?\s?` + prose.SecUnit + `),\s`)

// headSide is the side of the frame behind the type in the head of a scene: "presenter, left
// third".
var headSide = pattern.New(`(?i)` + Persons + `[^.;:]{0,16}?[,–—|(-]\s*(?:on |in |at )?(?:the )?(` + SideWords + `)(?: third| half| side| of (?:the )?frame)?\s*(?:[,.;:)|\]–—-]|$)`)

// SideNamed is the side that a word of one of the languages names: left or right.
func SideNamed(word string) string {
	switch w := strings.ToLower(word); w {
	case "links", "linke", "linken", "izquierda", "gauche", "esquerda", "sinistra":
		return "left"
	case "rechts", "rechte", "rechten", "derecha", "droite", "direita", "destra":
		return "right"
	default:
		return w
	}
}

// SideRE finds the side that a presenter stands on, and the share of the picture in percent.
var SideRE = pattern.New(`(?i)\b` + Persons + `\b[^.,;:\]]{0,24}?\b(` + SideWords + `)\b\s*(\d{1,2})?\s*%?|\b(` + SideWords + `)\s*(\d{1,2})?\s*%?[^.,;\]]{0,12}?\b` + Persons + `\b`)

// SideOf is the side that words give the presenter, and the share of the picture in percent, 0
// where they do not say: "avatar left 35 %"; whoever stands beside what is on the right,
// "presenter with overlay on the right", stands on the left.
func SideOf(s string) (side string, percent float64) {
	if m := besideSide.FindStringSubmatch(s); m != nil {
		if SideNamed(m[1]+m[2]) == "left" {
			return "right", 0
		}
		return "left", 0
	}
	m := SideRE.FindStringSubmatch(s)
	if m == nil {
		return "", 0
	}
	return SideNamed(m[1] + m[3]), prose.Decimal(m[2] + m[4])
}

// besideSide is the side of what stands beside a presenter.
var besideSide = pattern.New(`(?i)\b(?:` + Persons + `|a-?roll)\s*(?:\+|with|and|mit|und|con|avec|com)\s*(?:an? |the )?(?:overlay|text|list|bullets?(?: list)?|cards?|chart|content|headline|graphics?|stats?)(?: (?:on|at|to|in))?(?: the)? (` + SideWords + `)\b|^\W*(?:overlay|content) (?:on |at )?(?:the )?(` + SideWords + `)\b`)

// SideWords are the words for left and right.
const SideWords = `left|right|links|rechts|izquierda|derecha|gauche|droite|esquerda|direita|sinistra|destra`

// timeOfDay is when something takes place, and no length: "ore 10:30", "um 10:30 Uhr".
var timeOfDay = pattern.New(`(?i)(?:\b(?:ore|alle|a las|às|um|om|at|from|until|von|bis|ab)|à)\s\d{1,2}:\d\d|\d{1,2}:\d\d\s?(?:uhr|uur|[ap]\.?m|h\b)`)

// spanTail is a length that a head has been read for.
var spanTail = pattern.Longest(`(?i)[(\[]?\s*\d+(?:[.,]\d+)?\s*` + prose.SecUnit + `\s*[)\]]?`)
