package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var arrowRE = pattern.New(`\[(\d{1,2}):(\d{2})\s*[–—-]\s*(\d{1,2}):(\d{2})\]|\(?(\d{1,2}):(\d{2})\s*[–—-]\s*(\d{1,2}):(\d{2})\)?`)

// lengthAtEnd is the length in brackets behind all that the line of a head holds.
var lengthAtEnd = pattern.New(`(?i)\s*[(\[](?:ca\.? ?|~ ?|about )?(\d{1,3}(?:[.,]\d)?)\s?(?:s|sec|secs|seconds?|sek|sekunden|seg|segundos|secondes?|secondi)\.?[)\]]?$`)

const persons = `(?:avatar|presenter|host|moderator(?:in)?|sprecher(?:in)?|presentador(?:a)?|présentat(?:eur|rice)|apresentador(?:a)?|presentat(?:ore|rice)|conduttrice|conduttore)`

var rangeRE = pattern.New(`(?i)\(?\b(\d{1,3})\s*(?:–|-|to)\s*(\d{1,3})\s*s(?:ec(?:onds?)?)?\b\)?`)

// runsOn tells a sentence that speaks of a scene from the head of one: rest is what
// stands behind its number.
func runsOn(s, rest string) bool {
	return Words(s) > 24 && !strings.ContainsAny(clipText(rest, 48), `:(|["“„`)
}

// sceneHead recognises "SCENE 2 — FULL SCREEN B-ROLL (12s)".
func sceneHead(l line) (Scene, bool) {
	m := sceneRE.FindStringSubmatch(l.text)
	if m == nil || runsOn(l.text, m[2]) {
		return Scene{}, false
	}
	rest := strings.Trim(m[2], " *#[]")
	sc := Scene{Number: int(decimal(m[1])), Line: l.n}
	if n := numWords[strings.ToLower(m[1])]; n > 0 {
		sc.Number = int(n)
	}
	if t := lengthAtEnd.FindStringSubmatch(rest); t != nil {
		sc.Seconds = decimal(t[1])
		rest = strings.TrimSpace(rest[:len(rest)-len(t[0])])
	} else if t := arrowRE.FindStringSubmatch(rest); t != nil {
		if t[1] == "" {
			t = append(t[:1], t[5:]...)
		}
		sc.Seconds = max(0, decimal(t[3])*60+decimal(t[4])-decimal(t[1])*60-decimal(t[2]))
		rest = arrowRE.ReplaceAllString(rest, "")
	} else if t := rangeRE.FindStringSubmatch(rest); t != nil {
		// "0–5s" is a span; "10-12s" may be a span or a choice: a span in a plan of scenes.
		sc.Seconds = max(0, decimal(t[2])-decimal(t[1]))
		rest = rangeRE.ReplaceAllString(rest, "")
	} else if d := duration(outsideQuotes(rest)); d > 0 && !timeOfDay.MatchString(rest) {
		sc.Seconds = d
		rest = spanTail.ReplaceAllString(rest, "")
	}
	sc.Header = strings.Trim(strings.TrimSpace(rest), "—–-:()[] ")
	sc.Type = sceneType(sc.Header)
	sc.NoAvatar = noAvatarRE.MatchString(sc.Header)
	if m := sideRE.FindStringSubmatch(sc.Header); m != nil {
		sc.Side = sideNamed(m[1] + m[3])
	}
	return sc, true
}

var sceneRE = pattern.New(`(?i)^` + ornament + `(?:\[|\()?\s*(?:scene|shot|szene|escena|toma|plano|scène|plan|cena|scena|scène|ujęcie|kadr|sahne|сцена|кадр|مشهد|المشهد|صحنه|סצנה|场景|場景|镜头|鏡頭|分镜|シーン|カット|場面|장면|씬|컷|दृश्य|सीन|beat)\s*(?:#|no\.? |nr\.? )?\s*(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[a-d]?\]?\)?(?:\*{1,2})?\s*(?:[:：—–.|-]+|\s|$)\s*(.*)$`)

func sceneType(s string) string { return lookup(sceneTypes, s) }

var sceneTypes = words(
	`a-?roll\s*\+\s*overlay|a-?roll with overlays?|overlay|avatar\s*\+\s*\w+|split[- ]screen[^.;]{0,60}`+persons+`|`+persons+`[^.;]{0,60}split[- ]screen|presenter\s*\+\s*\w+`, "overlay",
	persons+`(?: [\p{L}]+){0,4},? (?:full[- ]?screen|full frame|im vollbild|plein écran|a pantalla completa|a schermo intero|em tela cheia)`, "a-roll",
	`full[- ]?screen|b-?roll|motion graphics?|stock|animation|no avatar`, "b-roll",
	`a-?roll|avatar|presenter|talking head|on[- ]camera|host|moderator(?:in)?|presentadora?|présentat(?:eur|rice)|apresentadora?|presentat(?:ore|rice)|conduttrice|conduttore|プレゼンター|司会者?`, "a-roll",
)

// sideNamed is the side that a word of one of the languages names: left or right.
func sideNamed(word string) string {
	switch w := strings.ToLower(word); w {
	case "links", "izquierda", "gauche", "esquerda", "sinistra":
		return "left"
	case "rechts", "derecha", "droite", "direita", "destra":
		return "right"
	default:
		return w
	}
}

var sideRE = pattern.New(`(?i)\b` + persons + `\b[^.,;:\]]{0,24}?\b(` + sideWords + `)\b\s*(\d{1,2})?\s*%?|\b(` + sideWords + `)\s*(\d{1,2})?\s*%?[^.,;\]]{0,12}?\b` + persons + `\b`)

const sideWords = `left|right|links|rechts|izquierda|derecha|gauche|droite|esquerda|direita|sinistra|destra`

// timeOfDay is when something takes place, and no length: "ore 10:30", "um 10:30 Uhr".
var timeOfDay = pattern.New(`(?i)(?:\b(?:ore|alle|a las|às|um|om|at|from|until|von|bis|ab)|à)\s\d{1,2}:\d\d|\d{1,2}:\d\d\s?(?:uhr|uur|[ap]\.?m|h\b)`)

var spanTail = pattern.Longest(`(?i)[(\[]?\s*\d+(?:[.,]\d+)?\s*` + secUnit + `\s*[)\]]?`)
