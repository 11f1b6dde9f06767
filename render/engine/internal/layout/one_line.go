package layout

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// InOneLine gives what stands behind the head of a scene, on the same line, lines of its
// own: `Scene 2 (5s): Title card. VO: "…"`, `Scene 3: [B-ROLL] "71 %" STAMPS on (8s)`.
func InOneLine(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	for i, l := range lines {
		m := SceneRE.FindStringSubmatchIndex(l.Text)
		if m == nil || runsOn(l.Text, l.Text[m[4]:]) && !fieldInside.MatchString(l.Text) && len(prose.Quoted(l.Text)) == 0 {
			out = append(out, l)
			continue
		}
		head, body := headed(l.N, l.Text[m[4]:], saidBelow(lines[i+1:]))
		out = append(out, prose.Line{N: l.N, Text: strings.TrimRight(l.Text[:m[4]], " ") + " " + head})
		out = append(out, body...)
	}
	return out
}

// saidBelow tells whether a scene has its words on the lines below its head.
func saidBelow(lines []prose.Line) bool {
	for _, l := range lines {
		if SceneRE.MatchString(l.Text) {
			return false
		}
		if m := FieldRE.FindStringSubmatch(l.Text); m != nil && FieldOf(m[1]) == "say" {
			return true
		}
		if q, whole := prose.Unquote(l.Text); whole && prose.Words(q) > 1 {
			return true
		}
	}
	return false
}

// headed parts the head of a scene, its label, type and time, from what the scene holds;
// said tells whether its words stand elsewhere.
func headed(n int, s string, said bool) (head string, body []prose.Line) {
	var heads []string
	s = bareDuration.ReplaceAllString(strings.TrimSpace(strings.ReplaceAll(s, "**", "")), "${1}$2: $3")
	if m := bareRange.FindStringSubmatch(s); m != nil {
		s = "(" + m[1] + ") " + m[2] // "0-4s | the shop"
	}
	if at := voicelessLine.FindStringSubmatchIndex(s); at != nil && !prose.InQuotes(s, at[2]) {
		rest := strings.Trim(s[at[3]:], " ,.;–—-")
		s, said = strings.TrimRight(s[:at[2]], " ,;–—-"), true // `"In 2019 we fed 90 families." No narration, just piano.`
		if rest = justMusic.ReplaceAllString(rest, ""); rest != "" {
			body = append(body, prose.Line{N: n, Text: "Music: " + rest})
		}
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
		if at := re.FindStringSubmatchIndex(s); at != nil && !prose.InQuotes(s, at[2]) {
			heads = append(heads, "("+strings.Trim(s[at[2]:at[3]], " ()[]")+")")
			s = strings.TrimSpace(s[:at[0]] + " | " + s[at[1]:])
			break
		}
	}
	if m := timeBehind.FindStringSubmatch(s); m != nil && len(heads) == 0 {
		heads, s = append(heads, "("+m[2]+")"), m[1]+" | "+m[3] // `Presenter, 9s. "Welcome."`
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
	if m := timeLead.FindStringSubmatch(s); m != nil && typed {
		heads, s = append(heads, "("+m[1]+")"), m[2] // "[OVERLAY] 12 s, Camille on the right"
	}
	if l, rest, ok := strings.Cut(s, ":"); ok && begins.MatchString(strings.TrimSpace(l)) {
		heads, s = append([]string{strings.TrimSpace(l)}, heads...), strings.TrimSpace(rest) // `CTA: "Stay dry."`
	}
	free := ""
	for i, x := range cutFields(bareField.ReplaceAllString(s, "$1: $2")) {
		m := FieldRE.FindStringSubmatch(x)
		if m == nil && i == 0 {
			free = x
			continue
		}
		said = said || m != nil && FieldOf(m[1]) == "say"
		body = append(body, prose.Line{N: n, Text: x})
	}
	if parts := strings.Split(strings.Trim(free, " |"), " | "); !said {
		for i, x := range parts {
			if _, whole := prose.Unquote(x); whole && i > 0 { // `two chairs | "Sit down." |`
				body, said = append([]prose.Line{{N: n, Text: "VO: " + x}}, body...), true
				free = strings.Join(slices.Delete(parts, i, i+1), " | ")
				break
			}
		}
	}
	if n := len(body); !said && n > 0 {
		if m := seenThenSaid.FindStringSubmatch(body[n-1].Text); m != nil { // `checklist: a, b (9s) "Gather them."`
			body[n-1].Text, said = m[1], true
			body = append(body, prose.Line{N: body[n-1].N, Text: "VO: " + m[2]})
		}
	}
	if first, more, ok := strings.Cut(free, " | "); ok && prose.Words(first) <= 4 && !strings.ContainsAny(first, `"“„«:→`) && strings.ContainsAny(more, `"“„«:`) {
		heads, free = append([]string{strings.TrimSpace(first)}, heads...), strings.TrimSpace(more) // "Hook | Full screen text: …"
		typed = typed || SceneType(more) == ""
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
	if at := headEnds.FindStringIndex(s); at != nil && prose.Words(s[:at[0]]) <= 6 && !strings.ContainsAny(s[:at[0]], `"“«„.`) {
		label, rest = strings.TrimSpace(s[:at[0]]), strings.TrimSpace(s[at[1]:])
		_, whole := prose.Unquote(rest)
		kind := SceneType(label) != "" && (s[at[0]] != ':' || strings.Contains(rest, ": ") || !strings.Contains(rest, ","))
		switch {
		case onlyLabel(rest) != "" || SceneType(rest) != "" && prose.Words(rest) <= 5 && !strings.ContainsAny(rest, `"“«„:`):
			return s, "" // "HOOK — A-ROLL"
		case label == strings.ToUpper(label), begins.MatchString(label), !typed && (whole && prose.Words(label) <= 3 || kind):
			return label, rest
		default:
			return "", s // "Three steps: …" is what it shows
		}
	}
	quote := strings.IndexAny(s, `"“«„`)
	switch {
	case typed && onlyLabel(s) == "" && (quote >= 0 || prose.Words(s) > 1):
		return "", s
	case quote >= 0 && endsInVoice.MatchString(s[:quote]):
		return "", s // `slow zoom, VO: "…"`
	case quote >= 0:
		return strings.TrimRight(s[:quote], " :.–—-"), s
	case VerbRE.MatchString(s), VerbRE.MatchString(grammar.Glossed(s, grammar.Glosses, true)):
		return "", s
	}
	return s, ""
}

// endsInVoice ends with the field of what is said.
var endsInVoice = pattern.New(`(?i)[\s,](?:vo|v\.o\.|voice-?over|narrator|narration)\s*:\s*$`)

// freely sorts words of a scene that have no field: what is in quotation marks at their
// end is said, unless the scene has its words elsewhere or they are to be read.
func freely(n int, s string, said bool) []prose.Line {
	q, whole := prose.Unquote(s)
	switch {
	case whole && said:
		return []prose.Line{field(n, "On-screen text", q)}
	case whole:
		return []prose.Line{{N: n, Text: "VO: " + s}}
	case said:
		return []prose.Line{{N: n, Text: "Visual: " + s}}
	}
	if m := quotedOf.FindStringSubmatch(s); m != nil {
		return []prose.Line{{N: n, Text: "Visual: Quote: " + m[1] + " — " + m[2]}, {N: n, Text: "VO: " + m[1]}}
	}
	if m := saidFirst.FindStringSubmatch(s); m != nil && spokenBy.MatchString(m[2]) {
		return []prose.Line{{N: n, Text: "VO: " + m[1]}, {N: n, Text: "Visual: " + m[2]}}
	}
	if m := saysWhat.FindStringSubmatch(s); m != nil {
		out := []prose.Line{{N: n, Text: "VO: " + m[2]}}
		if seen := strings.TrimSpace(m[1] + " " + strings.TrimLeft(m[3], " .,;")); prose.Words(seen) > 1 {
			out = append([]prose.Line{{N: n, Text: "Visual: " + seen}}, out...)
		}
		return out
	}
	if at := strings.IndexAny(s, `"“«„`); at > 0 && shownKind.MatchString(strings.TrimRight(s[:at], " :")) {
		if q, whole := prose.Unquote(s[at:]); whole {
			return []prose.Line{field(n, "On-screen text", q)} // `Logo e testo "Ore 10:30"`
		}
	}
	if m := saidLast.FindStringSubmatch(s); m != nil && !shownKind.MatchString(strings.TrimRight(m[1], " –—-:,")) {
		seen := overPicture.ReplaceAllString(strings.TrimRight(m[1], " –—-:,"), "")
		return []prose.Line{{N: n, Text: "Visual: " + seen}, {N: n, Text: "VO: " + m[2]}}
	}
	if m := saidWithin.FindStringSubmatch(s); m != nil && prose.Words(m[2]) >= 4 {
		return []prose.Line{{N: n, Text: "Visual: " + strings.TrimSpace(m[1]+" "+m[3])}, {N: n, Text: "VO: " + m[2]}}
	}
	if said := onlySentence(s); said != "" {
		return []prose.Line{{N: n, Text: "Visual: " + strings.Join(strings.Fields(strings.Replace(s, said, " ", 1)), " ")}, {N: n, Text: "VO: " + said}}
	}
	return []prose.Line{{N: n, Text: s}}
}

// onlySentence is the one of several quotations that is a sentence, where the others are texts
// to be read: `B-roll. "Forty engineers ship every day." "40 engineers" COUNTS UP`; "" = none is.
func onlySentence(s string) string {
	all := prose.QuotesRE.FindAllString(s, -1)
	found := ""
	for _, q := range all {
		in, _ := prose.Unquote(q)
		switch {
		case !prose.EndsAsSentence(in) || prose.Words(in) < 4:
		case found != "":
			return ""
		default:
			found = q
		}
	}
	if len(all) < 2 {
		return ""
	}
	return found
}

// saidWithin is a sentence in quotation marks between sentences of what is seen.
var saidWithin = pattern.New(`^(?:(.*[.:;!?)])\s+)?(["“„«][^"”»“]*[.!?…][\s\x{a0}\x{202f}]?["”»“])\s+(\p{Lu}[^"“„«]*(?:(?:text|title|caption|words|headline|url)s?:?\s["“„«][^"”»“]*["”»“][^"“„«]*)?)$`)

// quotedOf is a quotation, whose it is, and that it is read: `"I stopped checking." — Dana,
// customer since 2024. VO reads it.`
var quotedOf = pattern.New(`^(["“„«][^"”»“]{8,}["”»“])\s*[—–-]\s*(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}(?:, [^."“„]{2,50})?)\.?(?:\s+(?i:(?:the )?(?:vo|voice-?over|narrator|narration|presenter|voice|she|he) reads (?:it|the quote|this)(?: aloud| out)?)\.?)?$`)

// saidFirst is what is said, and behind it who is seen saying it: `"Still by hand?" – founder
// talking to camera`.
var saidFirst = pattern.New(`^(["“„«][^"”»“]{8,}["”»“])\.?\s*(?:[–—,;-]\s*)?([^"“„«]{6,})$`)

// spokenBy says that somebody speaks.
var spokenBy = pattern.New(`(?i)\b(?:talk(?:s|ing)|speak(?:s|ing)|says|saying|(?:to|into|on) (?:the )?camera|presenter|avatar|host|voice-?over|narrator|spricht|in die kamera|habla|a cámara|parle|face caméra|parla|in camera|fala)\b`)

// saysWhat is a person, and what they say in quotation marks: `Sofia on camera says "…"`.
var saysWhat = pattern.New(`^(.*?[\p{L}\d.,;])?\s*\b(?i:(?:and |then |she |he |they )*(?:says|saying|say)):?,?\s+(["“„][^"”»“]{8,}["”»“])(.*)$`)

// overPicture says that what is said is heard over a picture, which follows.
var overPicture = pattern.New(`(?i)^(?:vo|v\.o\.|voice-?over|narrator|narration)\s+over\s+`)

var (
	// begins are the names that parts of a story go by.
	begins = pattern.New(`(?i)^(?:the )?(?:hook|intro|introduction|outro|opening|opener|closing|close|cta|call[- ]to[- ]action|problem|solution|result|results|proof|benefits?|demo|context|recap|summary|end|body|pain|vision|product|einstieg|schluss|gancho|cierre|accroche|apertura|chiusura)$`)
	// labelTime is a scene's label and its time in one pair of brackets: "(hook, 6s):".
	labelTime = pattern.New(`(?i)^[\s:–—-]*[(\[](?:(\p{L}[^()\[\]\d,:]{1,30}?),?\s+(?:~ ?)?(\d{1,3}(?:[.,]\d)?\s?` + prose.SecUnit + `)|(\d{1,3}(?:[.,]\d)?\s?` + prose.SecUnit + `),\s+(\p{L}[^()\[\]\d,:]{1,30}))[)\]][*_]*\s*[:–—-]*\s*`)
	// timeAside is a scene's time in brackets, timeBare without them.
	timeBare  = pattern.New(`(?i)(?:^|[\s|–—-])(` + clockTime + untilTime + clockTime + `|\d{1,3}\s?(?:s|secs?|seconds?)\b)(?:\s*[|:–—\]-]+\s*|\s*$)`)
	timeLead  = pattern.New(`(?i)^(\d{1,3}\s?(?:s|secs?|seconds?|sek\p{L}*|seg\p{L}*|secondes?|secondi))[,.;]\s+(\S.*)$`)
	bareRange = pattern.New(`(?i)^[\s|:–—-]*(\d{1,3}\s*(?:s)?\s*[–—-]\s*\d{1,3}\s?(?:s|secs?|seconds?))\b[\s|:–—*_-]*(.*)$`)
	// timeBehind is a scene's time at the end of the sentence that says of which kind it is.
	timeBehind = pattern.New(`(?i)^([^"“„«:.;|]{2,60}?),?\s+[–—-]?\s?((?:ca\.? ?|~ ?|about )?\d{1,3}\s?(?:s|secs?|seconds?|sek\p{L}*|seg\p{L}*|secondes?|secondi))[.;]\s+(\S.*)$`)
	// bareDuration is how long a scene lasts, in a sentence of its own without a colon.
	bareDuration = pattern.New(`([.!?"”»)]\s+)(Duration|Length|Dauer|Duración|Durée|Durata)(?: of| is)? ((?:ca\.? ?|~ ?|about )?\d{1,3}\s?(?:s|secs?|seconds?|sek\p{L}*|seg\p{L}*|secondes?|secondi))\b`)
	// seenThenSaid is what is seen, and behind a bar what is said.
	seenThenSaid = pattern.New(`^([^|"“„]+?)\s*\|\s*(["“„][^"”“]{8,}["”“]\.?)$`)
	barred       = pattern.New(`[\s|]*\|[\s|]*`)
	timeAside    = pattern.New(`(?i)\s*([(\[]\s*(?:ca\.? ?|~ ?|about |approx\.? )?(?:` + spanTime + `|\d{1,3}(?:[.,]\d)?\s*` + prose.SecUnit + `)\s*[)\]])`)
	// bracketHead is a head's type in square brackets, and what stands behind it.
	bracketHead = pattern.New(`^[\s—–:|-]*\[([^\]]{2,60})\][*_]*\s*[:—–|-]*\s*(.*)$`)
	// asideHead is a scene's label in round brackets, with a colon behind them.
	asideHead = pattern.New(`^\((\p{L}[^()\d]{1,30})\)[*_]*\s*[:：]\s*(.+)$`)
	headEnds  = pattern.New(`:\s+|\s[—–-]\s`)
)

// FollowingVideo announces a plan: "Create the following video".
var FollowingVideo = pattern.New(`(?i)\bthe following ((?:short |brief )?(?:video|clip|film|reel|ad|animation))\b`)

// voicelessLine is a sentence at the end of a scene's line that says that nobody speaks, and
// what is heard instead; group 1.
var voicelessLine = pattern.New(`(?i)[.!?;"”»]\s+(no (?:v\.?o\.?|voice-?over|narration|narrator|dialogue|words spoken)|without (?:narration|voice-?over)|nobody speaks|kein(?:e)? (?:sprecher(?:text)?|stimme|text gesprochen)|ohne (?:sprecher(?:text)?|stimme)|sin (?:voz|locución|narración)|sans (?:voix(?: off)?|narration)|senza (?:voce|narrazione)|sem (?:voz|narração))(?:[,;–—. -]+[^."“„:]{0,60})?\.?$`)

// justMusic is what stands around the music that is heard alone.
var justMusic = pattern.New(`(?i)^(?:just|only|nur|sólo|solo|seulement|juste|apenas)\s+|\s+only$`)

// headVoiceless says in the head of a scene that nobody speaks in it.
var headVoiceless = pattern.New(`(?i)\s*[—–|,-]+\s*(?:no (?:v\.?o\.?|voice-?over|narration)|silent|ohne (?:ton|sprecher(?:text)?)|sin voz(?: en off)?|sans voix(?: off)?|senza voce|sem narração)\s*($|[|,—–])`)
