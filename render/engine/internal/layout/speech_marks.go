package layout

import (
	"strconv"
	"strings"
	"time"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
)

var (
	pauseRE = pattern.New(`(?i)[\[(]\s*(short |long )?(?:pause|pausa|beat)(?:\s*(?:of|for|:|,|=)?\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*(ms|msec|s|sec|secs|seconds?|sekunden?|segundos?|secondes?|secondi|secondo)?)?[.!…]?\s*[\])]`)
	breakRE = pattern.New(`(?i)<break\s*(?:time\s*=\s*["']?\s*(\d+(?:\.\d+)?)\s*(ms|s)["']?|strength\s*=\s*["']?([a-z-]+)["']?)?\s*/?>`)

	// pauseFirst has its time before the word: "[3 second pause]".
	pauseFirst = pattern.New(`(?i)[\[(]\s*(\d{1,2}(?:[.,]\d)?)[ -]?(?:s|secs?|seconds?)[ -](?:long )?(?:pause|beat|silence)\s*[\])]`)
	// pauseSaid is a pause that a script orders in a sentence of its own: "Pause 4 seconds."
	pauseSaid = pattern.New(`(?i)([.!?…]["”»]?\s+)(?:pause|pausa)(?: (?:of|for|de|di))? (\d{1,2}(?:[.,]\d)?)[ -]?(?:s|secs?|seconds?|sekunden?|segundos?|secondes?|secondi|secondo)\.`)
	leanRE    = pattern.New(`(?is)<emphasis(?:\s[^<>]*)?>([^<>*]{1,200})</emphasis>`)
)

// SpeechMarks brings what a script says about its delivery into a form that no
// later step takes for a stage direction, a figure or a quotation: "[pause 0.5s]",
// "(beat)" and "<break time="500ms"/>" become [scene.Pause] marks, and
// "<emphasis>word</emphasis>" becomes "*word*".
func SpeechMarks(text string) string {
	text = pauseFirst.ReplaceAllString(scene.Unpaused(text), "[pause $1 s]")
	text = pauseSaid.ReplaceAllStringFunc(text, func(s string) string {
		m := pauseSaid.FindStringSubmatch(s)
		return m[1] + pause(strings.ReplaceAll(m[2], ",", "."), false)
	})
	if !strings.ContainsAny(text, "[(<") {
		return text
	}
	text = pauseRE.ReplaceAllStringFunc(text, func(s string) string {
		m := pauseRE.FindStringSubmatch(s)
		if m[2] != "" {
			return pause(strings.ReplaceAll(m[2], ",", "."), strings.HasPrefix(strings.ToLower(m[3]), "ms"))
		}
		return scene.Pause(map[string]time.Duration{"": 500, "short ": 250, "long ": 1000}[strings.ToLower(m[1])] * time.Millisecond)
	})
	text = breakRE.ReplaceAllStringFunc(text, func(s string) string {
		m := breakRE.FindStringSubmatch(s)
		if m[1] != "" {
			return pause(m[1], strings.EqualFold(m[2], "ms"))
		}
		d, known := strengths[strings.ToLower(m[3])]
		if !known {
			d = 300
		}
		return scene.Pause(d * time.Millisecond)
	})
	return leanRE.ReplaceAllString(text, "*$1*")
}

// strengths are SSML's, in milliseconds.
var strengths = map[string]time.Duration{"none": 0, "x-weak": 80, "weak": 150, "medium": 300, "strong": 600, "x-strong": 1000}

// pause marks a time in seconds unless it is said to be milliseconds.
func pause(s string, millis bool) string {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		n, millis = 500, true
	}
	if !millis {
		n *= 1000
	}
	return scene.Pause(time.Duration(min(n, 1e5) * float64(time.Millisecond)))
}
