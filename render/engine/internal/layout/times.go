package layout

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

const (
	clockTime = `(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`
	untilTime = `\s*(?:[–—-]|to|until|bis|→|->|>)+\s*`
	// Ornament may stand before a line of a plan: bullets, pictographs, marks of Markdown.
	Ornament = `[\s>*#_•·▪\p{So}\x{FE0F}\x{200D}-]*`
	spanTime = `(` + clockTime + `)` + untilTime + `(` + clockTime + `)|(\d{1,3}(?:\.\d+)?)\s*(?:s|sec|secs)?` + untilTime + `(\d{1,3}(?:\.\d+)?)\s*(?:s|sek|seg|secs?|seconds?|sekunden|segundos|secondes|secondi|″|")`
)

var (
	// timedLine begins with its scene's time; groups 1 to 4 are the times, 5 the rest.
	timedLine = pattern.New(`(?i)^` + Ornament + `(?:\d{1,2}[.)]\s+)?[(\[]?\s*(?:` + spanTime + `)\s*[)\]]?[*_]*\s*[:|–—-]*\s*(.*)$`)
	// labelledTime has a label before it: "HOOK (0–3 s): …"; group 1 is the label.
	labelledTime = pattern.New(`(?i)^` + Ornament + `(?:\d{1,2}[.)]\s+)?([\p{L}][^:"“„«()\[\]|]{1,40}?)[*_]*\s*[–—:|-]?\s*[(\[]\s*(?:` + spanTime + `)\s*[)\]][*_]*\s*[:|–—-]*\s*(.*)$`)
	// startLine begins with the time at which its scene begins.
	startLine = pattern.New(`^` + Ornament + `[(\[]?(` + clockTime + `)[)\]]?[*_]*\s*[:|–—-]*\s*(.*)$`)
	// wholeSpan is nothing but a time.
	wholeSpan = pattern.New(`(?i)^[(\[]?\s*(?:` + spanTime + `)\s*[)\]]?$`)
	bareSpan  = pattern.New(`^[(\[]?(\d{1,3})\s*(?:[–—-]|to)\s*(\d{1,3})[)\]]?$`)
)

// timecodes writes spans of timecodes, "00:00:05:12 – 00:00:13:00", as a clock shows them.
func timecodes(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		if strings.Count(l.Text, ":") < 4 {
			continue
		}
		lines[i].Text = codeSpan.ReplaceAllStringFunc(l.Text, func(s string) string {
			m := codeSpan.FindStringSubmatch(s)
			at := func(h, min, sec string) string {
				return fmt.Sprintf("%d:%02d", int(prose.Decimal(h))*60+int(prose.Decimal(min)), int(prose.Decimal(sec)))
			}
			return at(m[1], m[2], m[3]) + "–" + at(m[4], m[5], m[6])
		})
	}
	return lines
}

var codeSpan = pattern.New(`\b(\d{2}):(\d{2}):(\d{2})(?:[:;.]\d{2})?\s*(?:[–—-]+|to|→|->)\s*(\d{2}):(\d{2}):(\d{2})(?:[:;.]\d{2})?\b`)

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
	return max(0, prose.Decimal(d)-prose.Decimal(c))
}

// timeIn is the length that a cell or a key gives a scene, in seconds; 0 = none.
func timeIn(s string) float64 {
	s = strings.TrimSpace(s)
	if m := wholeSpan.FindStringSubmatch(s); m != nil {
		return spanOf(m[1], m[2], m[3], m[4])
	}
	if m := bareSpan.FindStringSubmatch(s); m != nil {
		return max(0, prose.Decimal(m[2])-prose.Decimal(m[1]))
	}
	if d := prose.Duration(s); d > 0 {
		return d
	}
	if v, err := strconv.ParseFloat(s, 64); err == nil && v > 0 && v < 1000 {
		return v
	}
	return 0
}

// timedShots reads two lines or more that begin with the time of their scene, or have it
// behind their label, as scenes: "0–3 s: …", "HOOK (0:00–0:05)", "00:08 The chart".
func timedShots(lines []prose.Line) []prose.Line {
	out := timedBy(lines, func(l prose.Line) (Shot, string, bool) {
		if m := timedLine.FindStringSubmatch(l.Text); m != nil {
			return Shot{seconds: spanOf(m[1], m[2], m[3], m[4])}, m[5], true
		}
		if m := labelledTime.FindStringSubmatch(l.Text); m != nil && !SceneRE.MatchString(l.Text) && prose.Words(m[1]) <= 6 {
			return Shot{seconds: spanOf(m[2], m[3], m[4], m[5]), Head: strings.Trim(m[1], " *_#")}, m[6], true
		}
		return Shot{}, "", false
	})
	if out != nil {
		return out
	}
	return startedShots(lines)
}

// startedShots reads lines that begin with the time at which their scene begins; the
// first one begins at none, or else they are times of a day.
func startedShots(lines []prose.Line) []prose.Line {
	var starts []float64
	lasts := map[int]float64{} // by the line
	for i, l := range lines {
		m := startLine.FindStringSubmatch(l.Text)
		if m == nil {
			continue
		}
		at := clock(m[1])
		if n := len(starts); n == 0 && at != 0 || n > 0 && at <= starts[n-1] {
			return lines
		}
		for j := i + 1; j < len(lines); j++ {
			if m := startLine.FindStringSubmatch(lines[j].Text); m != nil {
				lasts[l.N] = clock(m[1]) - at
				break
			}
		}
		starts = append(starts, at)
	}
	if len(starts) < 2 {
		return lines
	}
	if out := timedBy(lines, func(l prose.Line) (Shot, string, bool) {
		m := startLine.FindStringSubmatch(l.Text)
		if m == nil {
			return Shot{}, "", false
		}
		return Shot{seconds: lasts[l.N]}, m[2], true
	}); out != nil {
		return out
	}
	return lines
}

// timedBy writes the scenes whose first lines head recognises; nil with fewer than two.
func timedBy(lines []prose.Line, head func(prose.Line) (Shot, string, bool)) []prose.Line {
	var out []prose.Line
	n, told := 0, wordsBelow(lines, head)
	for i, l := range lines {
		if _, ok := SceneHead(l); ok {
			out = append(out, l)
			continue // "Scene 1 (0:00–0:07)" is a head as it stands
		}
		sh, rest, ok := head(l)
		if !ok && told && n > 0 && plainWords(l.Text) {
			l.Text = "VO: " + strings.TrimSpace(l.Text)
		}
		if !ok {
			if _, _, _, sec := OpensSection(l.Text); n > 0 && sec && FieldRE.FindStringSubmatch(l.Text) == nil {
				out = append(out, prose.Line{N: l.N, Text: ""})
			}
			out = append(out, l)
			continue
		}
		n++
		sh.N, sh.number = l.N, n
		rest = strings.Trim(rest, " *_")
		if m := lengthFirst.FindStringSubmatch(rest); m != nil && sh.seconds == 0 {
			sh.seconds, rest = prose.Decimal(m[1]+m[2]), m[3] // "1. (3s) Close-up of dough"
		}
		if m := lengthLast.FindStringSubmatch(rest); m != nil && sh.seconds == 0 {
			rest, sh.seconds = m[1], prose.Decimal(m[2]) // "… / 7s"
		}
		if m := bracketHead.FindStringSubmatch(rest); m != nil && sh.Head == "" && (SceneType(m[1]) != "" || scenery.MatchString(m[1]) || bracketTime.MatchString(m[1])) {
			sh.Head, rest = "["+m[1]+"]", m[2] // `[TITLE, 4s] "We fix trains"`
		} else if l, _, ok := strings.Cut(rest, ":"); sh.Head == "" && (FieldRE.FindStringSubmatch(rest) == nil || ok && begins.MatchString(strings.TrimSpace(l))) {
			sh.Head, rest = behindTime(rest)
		}
		rest, asides := fieldAsides(l.N, rest)
		if told && sh.Head == "" && rest != "" && FieldRE.FindStringSubmatch(rest) == nil {
			sh.Body = []prose.Line{{N: l.N, Text: "Visual: " + rest}} // its words stand below
		} else {
			sh.Body = spread(l.N, rest, told || saidUntil(lines[i+1:], head))
		}
		sh.Body = append(sh.Body, asides...)
		out = append(out, Lines([]Shot{sh})...)
	}
	if n < 2 {
		return nil
	}
	return out
}

// fieldAsides takes the fields in square brackets off the end of a scene's line: `"Welcome."
// [text: 8 Harbour Row]`.
func fieldAsides(n int, s string) (rest string, fields []prose.Line) {
	for {
		m := asideLast.FindStringSubmatch(s)
		if m == nil {
			return s, fields
		}
		in := m[2]
		if !FieldRE.MatchString(in) {
			in = "Visual: " + in
		}
		s, fields = strings.TrimSpace(m[1]), append([]prose.Line{{N: n, Text: in}}, fields...)
	}
}

// asideLast is a field in square brackets behind words in quotation marks.
var asideLast = pattern.New(`^(.*["”»“.])\s*\[(\p{L}[\p{L} -]{1,24}:\s[^\[\]]+)\]\.?$`)

// wordsBelow tells whether most scenes have their words on plain lines below their heads, in a
// plan that has no field for them: "0:06 – Screen recording" over "Look at the sender."
func wordsBelow(lines []prose.Line, head func(prose.Line) (Shot, string, bool)) bool {
	heads, told, open := 0, 0, false
	for _, l := range lines {
		if _, rest, ok := head(l); ok {
			if spokenField.MatchString(rest) || saidLast.MatchString(rest) && !strings.ContainsAny(rest, ":") {
				return false
			}
			heads, open = heads+1, true
			continue
		}
		if f := FieldRE.FindStringSubmatch(l.Text); f != nil && FieldOf(f[1]) == "say" || bareLead.MatchString(l.Text) {
			return false
		}
		if r, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(l.Text)); open && plainWords(l.Text) && prose.EndsSentence(r) {
			told, open = told+1, false
		}
	}
	return heads > 1 && 4*told >= 3*heads
}

// plainWords tells a line of running text from fields, lists, brackets and headings.
func plainWords(s string) bool {
	t := strings.TrimSpace(s)
	_, _, _, sec := OpensSection(t)
	return t != "" && !sec && !FieldRE.MatchString(t) && !prose.IsBullet(t) && !strings.ContainsAny(t[:1], `["“„«(|#`)
}

// lengthFirst is a length in brackets, or before a dash or a bar, at the beginning of a line.
var lengthFirst = pattern.New(`(?i)^(?:[(\[]\s*(?:ca\.? ?|~ ?|about )?(\d{1,3}(?:[.,]\d)?)\s?` + prose.SecUnit + `\.?\s*[)\]]\s*[:–—|/-]*|(?:ca\.? ?|~ ?|about )?(\d{1,3}(?:[.,]\d)?)\s?` + prose.SecUnit + `\.?\s*[:–—|/-]+)\s*(\S.*)$`)

// lengthLast is a length behind a bar or a stroke at the end of a line.
var lengthLast = pattern.New(`(?i)^(.*?)\s+[|/]\s*\(?(\d{1,3}(?:[.,]\d)?)\s?(?:s|secs?|seconds?|sek\p{L}*|seg\p{L}*)\)?\.?$`)

// bracketTime ends with a length: "TITLE, 4s".
var bracketTime = pattern.New(`(?i)\d\s?(?:s|secs?|seconds?|sek\p{L}*|seg\p{L}*)\.?$`)

// saidUntil tells whether the lines up to the next scene have a field of what is said.
func saidUntil(lines []prose.Line, head func(prose.Line) (Shot, string, bool)) bool {
	for _, l := range lines {
		if m := FieldRE.FindStringSubmatch(l.Text); m != nil && FieldOf(m[1]) == "say" {
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
	if prose.Words(t) > 5 || strings.ContainsAny(t, `"“„«.!?:`) || t == "" {
		return ""
	}
	if t == strings.ToUpper(t) || SceneType(t) != "" || scenery.MatchString(t) && prose.Words(t) <= 2 {
		return t
	}
	return ""
}

var (
	// countedLine is a line of a numbered list, or of one whose items have lengths.
	countedLine = pattern.New(`^` + Ornament + `(\d{1,2})[.)/]?[*_]*\s+[*_]*(.*)$`)
	lengthLabel = pattern.New(`(?i)^` + Ornament + `(?:\d{1,2}[.):]?\s+)?[*_]*([\p{L}][^:"“„«()\[\]|]{1,40}?)[*_]*\s*[(\[]\s*(?:ca\.? ?|~ ?|about )?(\d{1,3}(?:[.,]\d)?)\s*(?:s|sek|seg|secs?|seconds?|sekunden|segundos|secondes|secondi|″)\.?\s*[)\]][*_]*\s*[:–—|-]*\s*(.*)$`)
)

// labelLength is a label, its length and what follows, of a line that begins with them.
func labelLength(s string) []string {
	m := lengthLabel.FindStringSubmatch(s)
	if m == nil {
		if m = lengthAlone.FindStringSubmatch(s); m != nil {
			m = append(m, "")
		}
	}
	if m == nil || prose.Words(m[1]) > 6 || prose.Lookup(fieldKinds, strings.Trim(m[1], "* ")) == "duration" { // "Duration: 7 s"
		return nil
	}
	return m
}

// lengthAlone is a line of nothing but a label and a length: "Hook – 8 sec".
var lengthAlone = pattern.New(`(?i)^` + Ornament + `(?:\d{1,2}[.):]?\s+)?([\p{L}][^:"“„«()\[\]|]{1,40}?)[*_]*\s*[–—|,:-]\s*(?:ca\.? ?|~ ?|about )?(\d{1,3}(?:[.,]\d)?)\s*(?:s|sek|seg|secs?|seconds?|sekunden|segundos|secondes|secondi)\.?[*_:]*$`)

// typedLabel is the label, length and type of a scene and what follows, of a line that begins
// with them: "Who buys (14s, presenter): …", "Close (A-roll, 6 s) …".
func typedLabel(s string) []string {
	m := typedLine.FindStringSubmatch(s)
	if m == nil || prose.Words(m[1]) > 7 {
		return nil
	}
	return []string{strings.Trim(m[1], " *_#"), m[2] + m[5], m[3] + m[4], m[6]}
}

var typedLine = pattern.New(`(?i)^` + Ornament + `(?:\d{1,2}[.):]?\s+)?([*_]*\p{L}[^:"“„«()\[\]|]{1,50}?)[*_]*\s*[(\[]\s*(?:((?:ca\.? ?|~ ?|about )?\d{1,3}(?:[.,]\d)?\s?` + prose.SecUnit + `)\s*[,;|–—-]+\s*([^()\[\]]{3,50})|([^()\[\]\d]{3,50}?)\s*[,;|–—-]+\s*((?:ca\.? ?|~ ?|about )?\d{1,3}(?:[.,]\d)?\s?` + prose.SecUnit + `))\s*[)\]][*_]*\s*[:–—-]*\s*(.*)$`)

// numberedLine begins with a number of a list.
var numberedLine = pattern.New(`^` + Ornament + `\d{1,2}[.):]\s`)

// countedShots reads the lines of a list whose items have a label and a length, "1. Intro
// (6s): …", or fields of scenes, as scenes.
func countedShots(lines []prose.Line) []prose.Line {
	if Planned(lines) {
		return lines
	}
	typed := 0
	asides := slices.DeleteFunc(slices.Clone(lines), func(l prose.Line) bool { return typedLabel(l.Text) == nil })
	for _, l := range asides {
		if SceneType(typedLabel(l.Text)[2]) != "" {
			typed++
		}
	}
	if len(asides) > 1 && 2*typed > len(asides) {
		return timedBy(lines, func(l prose.Line) (Shot, string, bool) {
			m := typedLabel(l.Text)
			if m == nil {
				return Shot{}, "", false
			}
			return Shot{seconds: prose.Duration(m[1]), Head: m[0] + " — " + m[2]}, m[3], true
		})
	}
	head := labelLength
	if n := slices.DeleteFunc(slices.Clone(lines), func(l prose.Line) bool { return !numberedLine.MatchString(l.Text) || labelLength(l.Text) == nil }); len(n) >= 2 {
		head = func(s string) []string { // "Safety briefing (60 s)" above "1. Gate (10 s)" is the title of all
			if !numberedLine.MatchString(s) {
				return nil
			}
			return labelLength(s)
		}
	}
	named, fields := 0, 0
	for _, l := range lines {
		if m := head(l.Text); m != nil {
			named++
			if scenery.MatchString(m[1]+" "+m[3]) || spokenField.MatchString(m[3]) {
				fields++
			}
		} else if named > 0 && FieldRE.MatchString(l.Text) {
			fields++
		}
	}
	if named >= 2 && fields > 0 {
		return timedBy(lines, func(l prose.Line) (Shot, string, bool) {
			m := head(l.Text)
			if m == nil {
				return Shot{}, "", false
			}
			return Shot{seconds: prose.Decimal(m[2]), Head: m[1]}, m[3], true
		})
	}
	counted, spoken, open := map[int]string{}, 0, false // by the line; open = the last one has no words yet
	told, seen := 0, 0                                  // those with a sentence in quotation marks, and with a picture before it
	over, last := map[int]bool{}, 0                     // the lines that stand over fields of words and pictures; the last line
	for _, l := range lines {
		if m := countedLine.FindStringSubmatch(l.Text); m != nil && m[1] == fmt.Sprint(len(counted)+1) {
			counted[l.N], last = m[2], l.N
			said := saidLast.FindStringSubmatch(asideIn.ReplaceAllString(m[2], ""))
			if q := prose.Quoted(m[2]); len(q) > 0 && len(q) < 3 && said != nil && strings.ContainsAny(q[len(q)-1][len(q[len(q)-1])-1:], ".!?") {
				if told++; prose.Words(said[1]) > 2 {
					seen++
				}
			}
			if open = !spokenField.MatchString(bareField.ReplaceAllString(m[2], "$1: $2")) && !(said != nil && scenery.MatchString(prose.FirstWords(said[1], 6)) && prose.Words(said[2]) >= 4); !open {
				spoken++
			}
		} else if f := FieldRE.FindStringSubmatch(l.Text); open && f != nil && FieldOf(f[1]) == "say" {
			spoken, open = spoken+1, false // in a field below it
		} else if f != nil && FieldOf(f[1]) != "duration" {
			over[last] = true
		}
	}
	if len(counted) < 2 || 2*spoken < len(counted) && !(len(counted) > 2 && 3*told >= 2*len(counted) && 2*seen > len(counted)) {
		return lines
	}
	return timedBy(lines, func(l prose.Line) (Shot, string, bool) {
		rest, ok := counted[l.N]
		if over[l.N] && prose.Words(rest) <= 6 && !strings.ContainsAny(rest, `"“„«:`) && !prose.EndsAsSentence(rest) {
			return Shot{Head: rest}, "", ok
		}
		return Shot{}, rest, ok
	})
}

// ordinalScene is a scene that prose counts: "Second scene, 11 seconds: …".
var ordinalScene = pattern.New(`(?i)^` + Ornament + `(?:the |in the )?(opening|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|final|last|closing) (?:scene|shot)(?:[,\s]*[(\[]?\s*((?:about |ca\.? )?\d{1,3}\s*(?:s|secs?|seconds))\s*[)\]]?)?\s*[:,–—-]\s*(.*)$`)

// nextScene is a scene that says only when it comes: "Then — full-screen graphic: …".
var nextScene = pattern.New(`(?i)^` + Ornament + `(?:the )?(opening|first(?:ly)?|then|next|after that|afterwards|finally|lastly|closing|end(?:ing)?)[*_]*(?:\s[—–-]+|\s?:[*_]*)\s+(\S.*)$`)

// ordinalShots reads two or more of them as scenes; those that only follow each other are
// scenes where most say what is seen and heard.
func ordinalShots(lines []prose.Line) []prose.Line {
	n, follow, told := 0, 0, 0
	for _, l := range lines {
		if ordinalScene.MatchString(l.Text) {
			n++
		}
		if m := nextScene.FindStringSubmatch(l.Text); m != nil {
			if follow++; (scenery.MatchString(m[2]) || PictureKind.MatchString(m[2])) && len(prose.Quoted(m[2])) > 0 {
				told++
			}
		}
	}
	if n < 2 && follow >= 3 && 3*told >= 2*follow {
		return timedBy(lines, func(l prose.Line) (Shot, string, bool) {
			m := nextScene.FindStringSubmatch(l.Text)
			if m == nil {
				return Shot{}, "", false
			}
			return Shot{}, m[2], true
		})
	}
	if n < 2 {
		return lines
	}
	return timedBy(lines, func(l prose.Line) (Shot, string, bool) {
		m := ordinalScene.FindStringSubmatch(l.Text)
		if m == nil {
			return Shot{}, "", false
		}
		return Shot{seconds: prose.Duration(m[2])}, m[3], true
	})
}
