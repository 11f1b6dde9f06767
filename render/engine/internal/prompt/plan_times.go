package prompt

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

const (
	clockTime = `(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`
	untilTime = `\s*(?:[–—-]|to|until|bis|→|->|>)+\s*`
	// ornament may stand before a line of a plan: bullets, pictographs, marks of Markdown.
	ornament = `[\s>*#_•·▪\p{So}\x{FE0F}\x{200D}-]*`
	spanTime = `(` + clockTime + `)` + untilTime + `(` + clockTime + `)|(\d{1,3}(?:\.\d+)?)\s*(?:s|sec|secs)?` + untilTime + `(\d{1,3}(?:\.\d+)?)\s*(?:s|sek|seg|secs?|seconds?|sekunden|segundos|secondes|secondi|″|")`
)

var (
	// timedLine begins with its scene's time; groups 1 to 4 are the times, 5 the rest.
	timedLine = pattern.New(`(?i)^` + ornament + `(?:\d{1,2}[.)]\s+)?[(\[]?\s*(?:` + spanTime + `)\s*[)\]]?[*_]*\s*[:|–—-]*\s*(.*)$`)
	// labelledTime has a label before it: "HOOK (0–3 s): …"; group 1 is the label.
	labelledTime = pattern.New(`(?i)^` + ornament + `(?:\d{1,2}[.)]\s+)?([\p{L}][^:"“„«()\[\]|]{1,40}?)[*_]*\s*[–—:|-]?\s*[(\[]\s*(?:` + spanTime + `)\s*[)\]][*_]*\s*[:|–—-]*\s*(.*)$`)
	// startLine begins with the time at which its scene begins.
	startLine = pattern.New(`^` + ornament + `[(\[]?(` + clockTime + `)[)\]]?[*_]*\s*[:|–—-]*\s*(.*)$`)
	// wholeSpan is nothing but a time.
	wholeSpan = pattern.New(`(?i)^[(\[]?\s*(?:` + spanTime + `)\s*[)\]]?$`)
	bareSpan  = pattern.New(`^[(\[]?(\d{1,3})\s*(?:[–—-]|to)\s*(\d{1,3})[)\]]?$`)
)

// clock is a time of a programme in seconds: "1:05" is 65.
func clock(s string) float64 {
	v := 0.
	for _, x := range strings.Split(strings.ReplaceAll(s, ",", "."), ":") {
		f, _ := strconv.ParseFloat(x, 64)
		v = v*60 + f
	}
	return v
}

// spanOf are the seconds from a to b, or from c to d where those are the ones given.
func spanOf(a, b, c, d string) float64 {
	if a != "" {
		return max(0, clock(b)-clock(a))
	}
	return max(0, decimal(d)-decimal(c))
}

// timeIn is the length that a cell or a key gives a scene, in seconds; 0 = none.
func timeIn(s string) float64 {
	s = strings.TrimSpace(s)
	if m := wholeSpan.FindStringSubmatch(s); m != nil {
		return spanOf(m[1], m[2], m[3], m[4])
	}
	if m := bareSpan.FindStringSubmatch(s); m != nil {
		return max(0, decimal(m[2])-decimal(m[1]))
	}
	if d := duration(s); d > 0 {
		return d
	}
	if v, err := strconv.ParseFloat(s, 64); err == nil && v > 0 && v < 1000 {
		return v
	}
	return 0
}

// timedShots reads two lines or more that begin with the time of their scene, or have it
// behind their label, as scenes: "0–3 s: …", "HOOK (0:00–0:05)", "00:08 The chart".
func timedShots(lines []line) []line {
	out := timedBy(lines, func(l line) (shot, string, bool) {
		if m := timedLine.FindStringSubmatch(l.text); m != nil {
			return shot{seconds: spanOf(m[1], m[2], m[3], m[4])}, m[5], true
		}
		if m := labelledTime.FindStringSubmatch(l.text); m != nil && !sceneRE.MatchString(l.text) && Words(m[1]) <= 6 {
			return shot{seconds: spanOf(m[2], m[3], m[4], m[5]), head: strings.Trim(m[1], " *_#")}, m[6], true
		}
		return shot{}, "", false
	})
	if out != nil {
		return out
	}
	return startedShots(lines)
}

// startedShots reads lines that begin with the time at which their scene begins; the
// first one begins at none, or else they are times of a day.
func startedShots(lines []line) []line {
	var starts []float64
	lasts := map[int]float64{} // by the line
	for i, l := range lines {
		m := startLine.FindStringSubmatch(l.text)
		if m == nil {
			continue
		}
		at := clock(m[1])
		if n := len(starts); n == 0 && at != 0 || n > 0 && at <= starts[n-1] {
			return lines
		}
		for j := i + 1; j < len(lines); j++ {
			if m := startLine.FindStringSubmatch(lines[j].text); m != nil {
				lasts[l.n] = clock(m[1]) - at
				break
			}
		}
		starts = append(starts, at)
	}
	if len(starts) < 2 {
		return lines
	}
	if out := timedBy(lines, func(l line) (shot, string, bool) {
		m := startLine.FindStringSubmatch(l.text)
		if m == nil {
			return shot{}, "", false
		}
		return shot{seconds: lasts[l.n]}, m[2], true
	}); out != nil {
		return out
	}
	return lines
}

// timedBy writes the scenes whose first lines head recognises; nil with fewer than two.
func timedBy(lines []line, head func(line) (shot, string, bool)) []line {
	var out []line
	n := 0
	for i, l := range lines {
		if _, ok := sceneHead(l); ok {
			out = append(out, l)
			continue // "Scene 1 (0:00–0:07)" is a head as it stands
		}
		sh, rest, ok := head(l)
		if !ok {
			if _, _, _, sec := opensSection(l.text); n > 0 && sec && fieldRE.FindStringSubmatch(l.text) == nil {
				out = append(out, line{l.n, ""})
			}
			out = append(out, l)
			continue
		}
		n++
		sh.n, sh.number = l.n, n
		rest = strings.Trim(rest, " *_")
		if l, _, ok := strings.Cut(rest, ":"); sh.head == "" && (fieldRE.FindStringSubmatch(rest) == nil || ok && begins.MatchString(strings.TrimSpace(l))) {
			sh.head, rest = behindTime(rest)
		}
		sh.body = spread(l.n, rest, saidUntil(lines[i+1:], head))
		out = append(out, written([]shot{sh})...)
	}
	if n < 2 {
		return nil
	}
	return out
}

// saidUntil tells whether the lines up to the next scene have a field of what is said.
func saidUntil(lines []line, head func(line) (shot, string, bool)) bool {
	for _, l := range lines {
		if m := fieldRE.FindStringSubmatch(l.text); m != nil && fieldOf(m[1]) == "say" {
			return true
		}
		if _, _, ok := head(l); ok {
			return false
		}
	}
	return false
}

// behindTime parts the label of a scene's line from its words, where it has one.
func behindTime(s string) (label, rest string) {
	if t := onlyLabel(s); t != "" {
		return t, ""
	}
	if at := headEnds.FindStringIndex(s); at == nil || strings.ContainsAny(s[:at[0]], `"“«„`) {
		return "", s
	}
	return labelOf(s, false)
}

// onlyLabel is a scene's label that stands alone behind its time: "0:00–0:05 HOOK".
func onlyLabel(s string) string {
	t := strings.Trim(s, " :*_–—-()[]")
	if Words(t) > 5 || strings.ContainsAny(t, `"“„«.!?:`) || t == "" {
		return ""
	}
	if t == strings.ToUpper(t) || sceneType(t) != "" || scenery.MatchString(t) && Words(t) <= 2 {
		return t
	}
	return ""
}

var (
	// countedLine is a line of a numbered list, or of one whose items have lengths.
	countedLine = pattern.New(`^` + ornament + `(\d{1,2})[.)]?[*_]*\s+[*_]*(.*)$`)
	lengthLabel = pattern.New(`(?i)^` + ornament + `(?:\d{1,2}[.):]?\s+)?[*_]*([\p{L}][^:"“„«()\[\]|]{1,40}?)[*_]*\s*[(\[]\s*(?:ca\.? ?|~ ?|about )?(\d{1,3}(?:[.,]\d)?)\s*(?:s|sek|seg|secs?|seconds?|sekunden|segundos|secondes|secondi|″)\.?\s*[)\]][*_]*\s*[:–—|-]*\s*(.*)$`)
)

// labelLength is a label, its length and what follows, of a line that begins with them.
func labelLength(s string) []string {
	m := lengthLabel.FindStringSubmatch(s)
	if m == nil {
		if m = lengthAlone.FindStringSubmatch(s); m != nil {
			m = append(m, "")
		}
	}
	if m == nil || Words(m[1]) > 6 || lookup(fieldKinds, strings.Trim(m[1], "* ")) == "duration" { // "Duration: 7 s"
		return nil
	}
	return m
}

// lengthAlone is a line of nothing but a label and a length: "Hook – 8 sec".
var lengthAlone = pattern.New(`(?i)^` + ornament + `(?:\d{1,2}[.):]?\s+)?([\p{L}][^:"“„«()\[\]|]{1,40}?)[*_]*\s*[–—|,:-]\s*(?:ca\.? ?|~ ?|about )?(\d{1,3}(?:[.,]\d)?)\s*(?:s|sek|seg|secs?|seconds?|sekunden|segundos|secondes|secondi)\.?[*_:]*$`)

// numberedLine begins with a number of a list.
var numberedLine = pattern.New(`^` + ornament + `\d{1,2}[.):]\s`)

// countedShots reads the lines of a list whose items have a label and a length, "1. Intro
// (6s): …", or fields of scenes, as scenes.
func countedShots(lines []line) []line {
	if planned(lines) {
		return lines
	}
	head := labelLength
	if n := slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return !numberedLine.MatchString(l.text) || labelLength(l.text) == nil }); len(n) >= 2 {
		head = func(s string) []string { // "Safety briefing (60 s)" above "1. Gate (10 s)" is the title of all
			if !numberedLine.MatchString(s) {
				return nil
			}
			return labelLength(s)
		}
	}
	named, fields := 0, 0
	for _, l := range lines {
		if m := head(l.text); m != nil {
			named++
			if scenery.MatchString(m[1]+" "+m[3]) || spokenField.MatchString(m[3]) {
				fields++
			}
		} else if named > 0 && fieldRE.MatchString(l.text) {
			fields++
		}
	}
	if named >= 2 && fields > 0 {
		return timedBy(lines, func(l line) (shot, string, bool) {
			m := head(l.text)
			if m == nil {
				return shot{}, "", false
			}
			return shot{seconds: decimal(m[2]), head: m[1]}, m[3], true
		})
	}
	counted, spoken, open := map[int]string{}, 0, false // by the line; open = the last one has no words yet
	over, last := map[int]bool{}, 0                     // the lines that stand over fields of words and pictures; the last line
	for _, l := range lines {
		if m := countedLine.FindStringSubmatch(l.text); m != nil && m[1] == fmt.Sprint(len(counted)+1) {
			counted[l.n], last = m[2], l.n
			if open = !spokenField.MatchString(bareField.ReplaceAllString(m[2], "$1: $2")); !open {
				spoken++
			}
		} else if f := fieldRE.FindStringSubmatch(l.text); open && f != nil && fieldOf(f[1]) == "say" {
			spoken, open = spoken+1, false // in a field below it
		} else if f != nil && fieldOf(f[1]) != "duration" {
			over[last] = true
		}
	}
	if len(counted) < 2 || 2*spoken < len(counted) {
		return lines
	}
	return timedBy(lines, func(l line) (shot, string, bool) {
		rest, ok := counted[l.n]
		if over[l.n] && Words(rest) <= 6 && !strings.ContainsAny(rest, `"“„«:`) && !endsAsSentence(rest) {
			return shot{head: rest}, "", ok
		}
		return shot{}, rest, ok
	})
}

// tags are the ways in which scenes are numbered: "#2 / b-roll", "S2: …", "Frame 2 – …".
var tags = []*pattern.Pattern{
	pattern.New(`^\s*#(\d{1,2})\s*[/|:–—-]\s*(.*)$`),
	pattern.New(`^` + ornament + `(?i:sc?)\.?\s?0?(\d{1,2})[*_]*\s*(?:[/|:–—-]+\s*(.*)|([\[(].*))$`),
	pattern.New(`^` + ornament + `(?i:frame|slide|panel|clip|segment|part|take)\s+#?0?(\d{1,2})[*_]*\s*(?:[/|:–—-]+\s*(.*)|([\[(].*))?$`),
}

// taggedShots reads scenes whose numbers have another word before them, where two lines
// or more count up so.
func taggedShots(lines []line) []line {
	if planned(lines) {
		return lines
	}
	lines = ordinalShots(lines)
	if planned(lines) {
		return lines
	}
	for _, tag := range tags {
		n, plan := 0, false
		for _, l := range lines {
			if m := tag.FindStringSubmatch(l.text); m != nil && m[1] == fmt.Sprint(n+1) {
				n++
				plan = plan || tag == tags[0] || scenery.MatchString(strings.Join(m[2:], "")) || spokenField.MatchString(m[2])
			} else if n > 0 && fieldRE.MatchString(l.text) {
				plan = true
			}
		}
		if n < 2 || !plan {
			continue
		}
		out := make([]line, 0, len(lines))
		for _, l := range lines {
			if m := tag.FindStringSubmatch(l.text); m != nil {
				l.text = "Scene " + m[1] + ": " + strings.Join(m[2:], "")
			}
			out = append(out, l)
		}
		return out
	}
	return lines
}

// ordinalScene is a scene that prose counts: "Second scene, 11 seconds: …".
var ordinalScene = pattern.New(`(?i)^` + ornament + `(?:the |in the )?(opening|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|final|last|closing) (?:scene|shot)(?:[,\s]*[(\[]?\s*((?:about |ca\.? )?\d{1,3}\s*(?:s|secs?|seconds))\s*[)\]]?)?\s*[:,–—-]\s*(.*)$`)

// ordinalShots reads two or more of them as scenes.
func ordinalShots(lines []line) []line {
	n := 0
	for _, l := range lines {
		if ordinalScene.MatchString(l.text) {
			n++
		}
	}
	if n < 2 {
		return lines
	}
	return timedBy(lines, func(l line) (shot, string, bool) {
		m := ordinalScene.FindStringSubmatch(l.text)
		if m == nil {
			return shot{}, "", false
		}
		return shot{seconds: duration(m[2])}, m[3], true
	})
}
