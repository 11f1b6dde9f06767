package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// inOneLine gives what stands behind the head of a scene, on the same line, lines of its
// own: `Scene 2 (5s): Title card. VO: "…"`, `Scene 3: [B-ROLL] "71 %" STAMPS on (8s)`.
func inOneLine(lines []line) []line {
	out := make([]line, 0, len(lines))
	for i, l := range lines {
		m := sceneRE.FindStringSubmatchIndex(l.text)
		if m == nil || runsOn(l.text, l.text[m[4]:]) && !fieldInside.MatchString(l.text) && len(quoted(l.text)) == 0 {
			out = append(out, l)
			continue
		}
		head, body := headed(l.n, l.text[m[4]:], saidBelow(lines[i+1:]))
		out = append(out, line{l.n, strings.TrimRight(l.text[:m[4]], " ") + " " + head})
		out = append(out, body...)
	}
	return out
}

// saidBelow tells whether a scene has its words on the lines below its head.
func saidBelow(lines []line) bool {
	for _, l := range lines {
		if sceneRE.MatchString(l.text) {
			return false
		}
		if m := fieldRE.FindStringSubmatch(l.text); m != nil && fieldOf(m[1]) == "say" {
			return true
		}
		if q, whole := Unquote(l.text); whole && Words(q) > 1 {
			return true
		}
	}
	return false
}

// headed parts the head of a scene, its label, type and time, from what the scene holds;
// said tells whether its words stand elsewhere.
func headed(n int, s string, said bool) (head string, body []line) {
	var heads []string
	s = strings.TrimSpace(strings.ReplaceAll(s, "**", ""))
	if m := bareRange.FindStringSubmatch(s); m != nil {
		s = "(" + m[1] + ") " + m[2] // "0-4s | the shop"
	}
	if t := headVoiceless.ReplaceAllString(s, "$1"); t != s {
		s, said = t, true // "TITLE CARD (5 s) — no VO"
	}
	typed := false
	if m := labelTime.FindStringSubmatch(s); m != nil {
		typed = true
		heads, s = append(heads, m[1]+m[4]+" ("+m[2]+m[3]+")"), s[len(m[0]):]
	}
	for _, re := range []*pattern.Pattern{timeAside, timeBare} {
		if at := re.FindStringSubmatchIndex(s); at != nil && !inQuotes(s, at[2]) {
			heads = append(heads, "("+strings.Trim(s[at[2]:at[3]], " ()[]")+")")
			s = strings.TrimSpace(s[:at[0]] + " | " + s[at[1]:])
			break
		}
	}
	s = strings.Trim(barred.ReplaceAllString(s, " | "), " |")
	if m := asideHead.FindStringSubmatch(s); m != nil {
		heads, s = append(heads, m[1]), m[2] // "Szene 1 (Hook): …"
	}
	for m := bracketHead.FindStringSubmatch(s); m != nil; m = bracketHead.FindStringSubmatch(s) {
		heads, typed = append(heads, "["+m[1]+"]"), true
		s = strings.TrimSpace(m[2])
	}
	s = strings.TrimLeft(s, " :–—-")
	if l, rest, ok := strings.Cut(s, ":"); ok && begins.MatchString(strings.TrimSpace(l)) {
		heads, s = append([]string{strings.TrimSpace(l)}, heads...), strings.TrimSpace(rest) // `CTA: "Stay dry."`
	}
	free := ""
	for i, x := range cutFields(bareField.ReplaceAllString(s, "$1: $2")) {
		m := fieldRE.FindStringSubmatch(x)
		if m == nil && i == 0 {
			free = x
			continue
		}
		said = said || m != nil && fieldOf(m[1]) == "say"
		body = append(body, line{n, x})
	}
	if parts := strings.Split(strings.Trim(free, " |"), " | "); !said {
		for i, x := range parts {
			if _, whole := Unquote(x); whole && i > 0 { // `two chairs | "Sit down." |`
				body, said = append([]line{{n, "VO: " + x}}, body...), true
				free = strings.Join(slices.Delete(parts, i, i+1), " | ")
				break
			}
		}
	}
	if n := len(body); !said && n > 0 {
		if m := seenThenSaid.FindStringSubmatch(body[n-1].text); m != nil { // `checklist: a, b (9s) "Gather them."`
			body[n-1].text, said = m[1], true
			body = append(body, line{body[n-1].n, "VO: " + m[2]})
		}
	}
	label, rest := labelOf(free, typed)
	if label != "" {
		heads = append([]string{label}, heads...)
	}
	if rest != "" {
		body = append(freely(n, rest, said), body...)
	}
	return strings.Join(heads, " "), body
}

// labelOf parts a scene's label from what it shows or says; typed tells whether its type
// stands in brackets before.
func labelOf(s string, typed bool) (label, rest string) {
	if at := headEnds.FindStringIndex(s); at != nil && Words(s[:at[0]]) <= 6 && !strings.ContainsAny(s[:at[0]], `"“«„.`) {
		label, rest = strings.TrimSpace(s[:at[0]]), strings.TrimSpace(s[at[1]:])
		_, whole := Unquote(rest)
		kind := sceneType(label) != "" && (s[at[0]] != ':' || strings.Contains(rest, ": ") || !strings.Contains(rest, ","))
		switch {
		case onlyLabel(rest) != "" || sceneType(rest) != "" && Words(rest) <= 5 && !strings.ContainsAny(rest, `"“«„:`):
			return s, "" // "HOOK — A-ROLL"
		case label == strings.ToUpper(label), begins.MatchString(label), !typed && (whole && Words(label) <= 3 || kind):
			return label, rest
		default:
			return "", s // "Three steps: …" is what it shows
		}
	}
	quote := strings.IndexAny(s, `"“«„`)
	switch {
	case typed && onlyLabel(s) == "" && (quote >= 0 || Words(s) > 1):
		return "", s
	case quote >= 0 && endsInVoice.MatchString(s[:quote]):
		return "", s // `slow zoom, VO: "…"`
	case quote >= 0:
		return strings.TrimRight(s[:quote], " :.–—-"), s
	case verbRE.MatchString(s), verbRE.MatchString(glossed(s, glosses, true)):
		return "", s
	}
	return s, ""
}

// endsInVoice ends with the field of what is said.
var endsInVoice = pattern.New(`(?i)[\s,](?:vo|v\.o\.|voice-?over|narrator|narration)\s*:\s*$`)

// freely sorts words of a scene that have no field: what is in quotation marks at their
// end is said, unless the scene has its words elsewhere or they are to be read.
func freely(n int, s string, said bool) []line {
	q, whole := Unquote(s)
	switch {
	case whole && said:
		return []line{field(n, "On-screen text", q)}
	case whole:
		return []line{{n, "VO: " + s}}
	case said:
		return []line{{n, "Visual: " + s}}
	}
	if m := saysWhat.FindStringSubmatch(s); m != nil {
		out := []line{{n, "VO: " + m[2]}}
		if seen := strings.TrimSpace(m[1] + " " + strings.TrimLeft(m[3], " .,;")); Words(seen) > 1 {
			out = append([]line{{n, "Visual: " + seen}}, out...)
		}
		return out
	}
	if at := strings.IndexAny(s, `"“«„`); at > 0 && shownKind.MatchString(strings.TrimRight(s[:at], " :")) {
		if q, whole := Unquote(s[at:]); whole {
			return []line{field(n, "On-screen text", q)} // `Logo e testo "Ore 10:30"`
		}
	}
	if m := saidLast.FindStringSubmatch(s); m != nil && !shownKind.MatchString(strings.TrimRight(m[1], " –—-:,")) {
		seen := overPicture.ReplaceAllString(strings.TrimRight(m[1], " –—-:,"), "")
		return []line{{n, "Visual: " + seen}, {n, "VO: " + m[2]}}
	}
	return []line{{n, s}}
}

// saysWhat is a person, and what they say in quotation marks: `Sofia on camera says "…"`.
var saysWhat = pattern.New(`^(.*?[\p{L}\d.,;])?\s*\b(?i:(?:and |then |she |he |they )*(?:says|saying|say)):?,?\s+(["“„][^"”»“]{8,}["”»“])(.*)$`)

// overPicture says that what is said is heard over a picture, which follows.
var overPicture = pattern.New(`(?i)^(?:vo|v\.o\.|voice-?over|narrator|narration)\s+over\s+`)

var (
	// begins are the names that parts of a story go by.
	begins = pattern.New(`(?i)^(?:the )?(?:hook|intro|introduction|outro|opening|opener|closing|close|cta|call[- ]to[- ]action|problem|solution|result|results|proof|benefits?|demo|context|recap|summary|end|body|pain|vision|product|einstieg|schluss|gancho|cierre|accroche|apertura|chiusura)$`)
	// labelTime is a scene's label and its time in one pair of brackets: "(hook, 6s):".
	labelTime = pattern.New(`(?i)^[\s:–—-]*[(\[](?:(\p{L}[^()\[\]\d,:]{1,30}?),?\s+(?:~ ?)?(\d{1,3}(?:[.,]\d)?\s?` + secUnit + `)|(\d{1,3}(?:[.,]\d)?\s?` + secUnit + `),\s+(\p{L}[^()\[\]\d,:]{1,30}))[)\]][*_]*\s*[:–—-]*\s*`)
	// timeAside is a scene's time in brackets, timeBare without them.
	timeBare  = pattern.New(`(?i)(?:^|[\s|–—-])(` + clockTime + untilTime + clockTime + `|\d{1,3}\s?(?:s|secs?|seconds?)\b)(?:\s*[|:–—\]-]+\s*|\s*$)`)
	bareRange = pattern.New(`(?i)^[\s|:–—-]*(\d{1,3}\s*(?:s)?\s*[–—-]\s*\d{1,3}\s?(?:s|secs?|seconds?))\b[\s|:–—*_-]*(.*)$`)
	// seenThenSaid is what is seen, and behind a bar what is said.
	seenThenSaid = pattern.New(`^([^|"“„]+?)\s*\|\s*(["“„][^"”“]{8,}["”“]\.?)$`)
	barred       = pattern.New(`[\s|]*\|[\s|]*`)
	timeAside    = pattern.New(`(?i)\s*([(\[]\s*(?:ca\.? ?|~ ?|about |approx\.? )?(?:` + spanTime + `|\d{1,3}(?:[.,]\d)?\s*` + secUnit + `)\s*[)\]])`)
	// bracketHead is a head's type in square brackets, and what stands behind it.
	bracketHead = pattern.New(`^[\s—–:|-]*\[([^\]]{2,60})\][*_]*\s*[:—–|-]*\s*(.*)$`)
	// asideHead is a scene's label in round brackets, with a colon behind them.
	asideHead = pattern.New(`^\((\p{L}[^()\d]{1,30})\)[*_]*\s*[:：]\s*(.+)$`)
	headEnds  = pattern.New(`:\s+|\s[—–-]\s`)
)

// followingVideo announces a plan: "Create the following video".
var followingVideo = pattern.New(`(?i)\bthe following ((?:short |brief )?(?:video|clip|film|reel|ad|animation))\b`)

// headVoiceless says in the head of a scene that nobody speaks in it.
var headVoiceless = pattern.New(`(?i)\s*[—–|,-]+\s*(?:no (?:v\.?o\.?|voice-?over|narration)|silent|ohne (?:ton|sprecher(?:text)?)|sin voz(?: en off)?|sans voix(?: off)?|senza voce|sem narração)\s*($|[|,—–])`)
