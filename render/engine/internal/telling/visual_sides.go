package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// ColumnsIn reads the sides of a comparison by their labels: "Before: six days,
// on paper. After: four hours, by phone."
func ColumnsIn(s string) []scene.Column {
	s = compareLead.ReplaceAllString(s, "")
	if head, tail, ok := strings.Cut(s, ":"); ok && prose.Words(head) <= 6 && compareWord.MatchString(head) && !strings.Contains(head, ". ") {
		s = tail
		if at := dashLead.FindStringIndex(head); at != nil { // "Comparison table – By road: …"
			s = head[at[1]:] + ":" + tail
		}
	}
	if m := asideSides.FindStringSubmatch(" " + s); m != nil {
		return []scene.Column{sideOf(m[1], m[2]), sideOf(m[3], m[4])}
	}
	if startState.MatchString(s) {
		s = prose.Upper(s)
	}
	s = stateLabel.ReplaceAllStringFunc(s, func(x string) string {
		m := stateLabel.FindStringSubmatch(x)
		return m[1] + ". " + prose.Upper(m[2]) + ": "
	})
	s = decimalPoint.ReplaceAllString(sideSlash.ReplaceAllString(s, " | $1"), "$1\u2024$2")
	at := sideLabel.FindAllStringSubmatch(layout.Undirected(s), -1)
	if len(at) != 2 {
		return nil
	}
	var out []scene.Column
	for _, m := range at {
		c := scene.Column{Title: strings.ReplaceAll(strings.Trim(m[1], `"“”«» `), "\u2024", ".")}
		for _, x := range rowParts.Split(prose.Unstop(strings.ReplaceAll(m[2], "\u2024", ".")), -1) {
			if x = strings.Trim(x, `"“”«» `); x != "" && len(c.Rows) < 4 {
				c.Rows = append(c.Rows, scene.Item{Value: prose.Upper(Clip(x, 44))})
			}
		}
		out = append(out, c)
	}
	return out
}

// sideOf is one side of a comparison: its title and what is said of it.
func sideOf(title, rows string) scene.Column {
	c := scene.Column{Title: prose.Upper(strings.Trim(title, `"“”«»„ `))}
	for _, x := range rowParts.Split(prose.Unstop(rows), -1) {
		if x = strings.Trim(x, `"“”«»„ `); x != "" && len(c.Rows) < 4 {
			c.Rows = append(c.Rows, scene.Item{Value: prose.Upper(Clip(x, 44))})
		}
	}
	return c
}

// quotedSides are two texts, left and right: `left "Repair €640", right "Service €95"`.
var quotedSides = pattern.New(`(?i)(?:^|[^\p{L}])` + leftSide + `[\s:=–—-]*["“„«]([^"”»“]{2,60})["”»“][\s.,;/|]*(?:(?:and|und|y|et|e)\s+)?(?:(?:on|to|auf|a|à|sur|su) )?(?:(?:the|der|la|el|il) )?` + rightSide + `[\s:=–—-]*["“„«]([^"”»“]{2,60})["”»“](?:[.,;]|\s*$|\s+\p{Lu})`)

// sideValue is one side that is a label and its value, "Repair €640", or a text without one.
func sideValue(t string) scene.Column {
	t = strings.TrimSpace(t)
	if m := labelThenValue.FindStringSubmatch(t); m != nil {
		return scene.Column{Title: prose.Upper(m[1]), Rows: []scene.Item{{Value: m[2]}}}
	}
	return scene.Column{Rows: []scene.Item{{Value: prose.Upper(t)}}}
}

var labelThenValue = pattern.New(`^(\p{L}[\p{L} ]{1,24}?):?\s+([€$£]?\d[\d.,]*\s?(?:%|€|\p{L}{1,8})?)$`)

// asideSides are two sides with what is said of them in brackets: `"Promised" (99.9 %; 0.2 s)
// against "Measured" (97.1 %; 1.9 s)`.
var asideSides = pattern.New(`(?i)[\s"“„«:,]([\p{L}\d][\p{L}\d '’-]{1,28}?)["”»“]?\s*\(([^()]{2,120})\)\s*(?:vs\.?|versus|against|and|or|/|→|->|,|gegen|und|contra|frente a|y|contre|face à|et|contro|e)\s*["“„«]?([\p{L}\d][\p{L}\d '’-]{1,28}?)["”»“]?\s*\(([^()]{2,120})\)`)

// compareLead names a picture of two sides before what it sets against each other, as a
// direction has it or is put into: "comparison between", "split screen with".
var compareLead = pattern.New(`(?i)^(?:an? |the )?(?:side[- ]by[- ]side |visual |simple |animated )*(?:comparison(?: (?:chart|table|graphic|card))?|two columns|split screen)(?: (?:between|of|with|zwischen|aus|von|entre|avec|con|com|de|des|fra|tra|tussen|met|между|بين|בין))?(?:\s*[:–—-]\s+|\s+)`)

const (
	leftSide  = `(?:left|links|izquierda|gauche|sinistra|esquerda)(?: (?:side|column|half|panel))?`
	rightSide = `(?:right|rechts|derecha|droite|destra|direita)(?: (?:side|column|half|panel))?`
)

// SidesIn reads a comparison that says what stands left and right: `Left: "Before: 8.4 %"
// Right: "After: 6.8 %"`, "left side: manual, six hours; right side: automatic".
func SidesIn(s string) []scene.Column {
	if q := quotedSides.FindStringSubmatch(s); q != nil && !sideTitle.MatchString(q[1]) && !sideTitle.MatchString(q[2]) {
		out := []scene.Column{sideValue(q[1]), sideValue(q[2])}
		if (out[0].Title == "") == (out[1].Title == "") {
			return out
		}
	}
	m := leftRight.FindStringSubmatch(s)
	if b := sidesBehind.FindStringSubmatch(s); b != nil && m == nil {
		return []scene.Column{sideValue(strings.TrimSpace(b[1])), sideValue(strings.TrimSpace(b[2]))}
	}
	if b := sidesBare.FindStringSubmatch(s); b != nil && m == nil {
		return []scene.Column{sideValue(withoutArticle.ReplaceAllString(b[1], "")), sideValue(withoutArticle.ReplaceAllString(b[2], ""))}
	}
	if m == nil {
		if v := valueSides.FindStringSubmatch(s); v != nil {
			return []scene.Column{sideValue(v[1]), sideValue(v[2])} // "left 1/2, right 3/8"
		}
		return nil
	}
	var out []scene.Column
	for _, x := range m[2:] {
		if ss := prose.SplitSentences(x); len(ss) > 1 && sideTitle.MatchString(ss[0]) {
			x = ss[0] // what follows the sides is a direction
		}
		x = strings.Trim(prose.Unstop(strings.TrimSpace(layout.Undirected(x))), `"“”«»„ `)
		title, rows := x, ""
		if at := sideTitle.FindStringIndex(x); at != nil {
			title, rows = x[:at[0]], x[at[1]:]
		}
		c := scene.Column{Title: prose.Upper(Clip(strings.Trim(title, `"“”«»„ `), 30))}
		for _, r := range rowParts.Split(rows, -1) {
			if r = strings.TrimRight(strings.Trim(r, `"“”«»„ `), ")"); r != "" && len(c.Rows) < 4 {
				c.Rows = append(c.Rows, scene.Item{Value: prose.Upper(Clip(r, 44))})
			}
		}
		c.Title = withoutArticle.ReplaceAllString(c.Title, "")
		if c.Title != "" {
			c.Title = prose.Upper(c.Title)
		}
		if len(c.Rows) == 0 && Quotes(s, title) {
			c.Title, c.Rows = "", []scene.Item{{Value: prose.Upper(Clip(title, 44))}} // `Left: "1 a week"`
		}
		if len(c.Rows) == 0 {
			return nil
		}
		out = append(out, c)
	}
	if (out[0].Title == "") != (out[1].Title == "") {
		return nil
	}
	return out
}

// sidesBehind are two values with their sides behind them: "40 bags on the left, 11 bags on
// the right".
var sidesBehind = pattern.New(`(?i)(?:^|[:,;]\s+)([^:;,."“]*\d[^:;,."“]*?) (?:on|at) the left(?: side)?[,;]?\s+(?:and )?([^:;,."“]*\d[^:;,."“]*?) (?:on|at) the right`)

// sidesBare are the two sides of a split screen without a mark behind them: "split screen:
// left frozen pizza box, right our Margherita".
var sidesBare = pattern.New(`(?i)\b(?:split[- ]screen|geteilter bildschirm|pantalla (?:partida|dividida)|écran partagé|schermo diviso|tela dividida)\b[^:;,.]{0,20}[:;,.–—-]?\s+(?:on |at |auf der |a la |à |a )?(?:the )?` + leftSide + `\s+(?:is |shows? |we see )?([^:;,."“]{3,44})[;,]?\s+(?:and |und |y |et |e )?(?:on |at |auf der |a la |à |a )?(?:the )?` + rightSide + `\s+(?:is |shows? |we see )?([^:;,."“]{3,44}?)\s*(?:[;,.]|$)`)

// valueSides are two figures, left and right.
var valueSides = pattern.New(`(?i)\b` + leftSide + `\s+([^\s,;.:"“]*\d[^\s,;"“]{0,12}(?: \p{L}{1,12})?)\s*[,;]\s*(?:and |und |y |et |e )?` + rightSide + `\s+([^\s,;.:"“]*\d[^\s,;"“.]{0,12}(?: \p{L}{1,12})?)`)

var withoutArticle = pattern.New(`(?i)^(?:an?|the|eine?|der|die|das|una?|el|la|une?|le|il|um|uma)\s`)

var (
	leftRight = pattern.New(`(?is)(?:^|[^\p{L}])` + leftSide + `(?:\s*[:=–—-]\s*|\s+(["“„«]))(.{2,160}?)[.,;|/]?\s*(?:\b(?:and|und|y|et|e)\s+)?` + rightSide + `(?:\s*[:=–—-]\s*|\s+["“„«])(.{2,160}?)\s*$`)
	sideTitle = pattern.New(`\s*(?:[:：–—(]|,\s)\s*`)
	// rowParts stands between the lines of one side; "79,90 €" is one of them.
	rowParts = pattern.New(`\s*(?:,\s|[;/•、，،])\s*`)
)

var (
	rowCut      = pattern.New(`\s*;\s*|\n|\.\s+`)
	compareWord = pattern.New(`(?i)compar|split|versus|\bvs\b|side|column|vergleich|gegenüber|confronto|vergelijk`)
	sideLabel   = pattern.New(`(?:^|[\s"“«])(\p{Lu}[\p{L}\d'’-]*(?: [\p{L}\d'’-]+){0,3}["”»]?)(?:\s*\([^()]{2,30}\))?\s?:\s+((?:[^.;:|]|[.:]\d){2,120}?)(?:[.;|]|,? (?:vs\.?|versus)\s|$)`)
	dashLead    = pattern.New(`^.*\s[–—-]\s+`)
	// startState begins with the label of an earlier or worse state.
	startState = pattern.New(`(?i)^(?:wrong|bad|don['’]?ts?|before|then|falsch|vorher|antes|avant|mal|prima|sbagliato)(?:\s*\([^()]{2,30}\))?\s?:\s`)
	// stateLabel is the label of an earlier or a later state behind a comma or a dash:
	// "avant : 312 kg, après : 240 kg".
	stateLabel = pattern.New(`(?i)(^|[^\s,;/—–-])\s*(?:[,;/—–-]\s*)\b(before|after|then|now|vorher|nachher|früher|heute|antes|después|ahora|avant|après|prima|dopo|depois|agora|voor|na)\s?:\s`)
	// decimalPoint is no end of a sentence.
	decimalPoint = pattern.New(`(\d)\.(\d)`)
)

// sideSlash parts two sides that stand in one line: "Antes: 5 correos / Ahora: 1 clic".
var sideSlash = pattern.New(`\s+[/→]\s+(\p{Lu}[\p{L}\d'’-]*(?: [\p{L}\d'’-]+){0,3}:\s)`)

// TwoStates tells whether a picture is nothing but two states of one thing, each with its
// label: "Then: 5 emails. Now: 1 click."
func TwoStates(s string) bool {
	cols := ColumnsIn(s)
	return len(cols) == 2 && len(cols[0].Rows) > 0 && len(cols[1].Rows) > 0 && (States(cols[0].Title, cols[1].Title) || States(cols[1].Title, cols[0].Title))
}

// States tells whether two titles are the earlier and the later state of one thing.
func States(a, b string) bool { return stateBefore.MatchString(a) && stateAfter.MatchString(b) }

var (
	stateBefore = pattern.New(`(?i)^(?:wrong|bad|don['’]?ts?|falsch|mal|sbagliato|before|then|old|yesterday|without|past|last year|antes|ayer|sin|vorher|früher|alt|gestern|ohne|avant|hier|sans|prima|ieri|senza|ontem|sem|vroeger|voorheen|zonder)\b`)
	stateAfter  = pattern.New(`(?i)^(?:right|good|dos?|richtig|bien|giusto|after|now|new|today|with|this year|ahora|después|hoy|con|nachher|jetzt|neu|heute|danach|mit|après|maintenant|aujourd['’]hui|avec|dopo|ora|oggi|adesso|depois|agora|hoje|com|nu|daarna|met)(?:$|[^\p{L}])`)
	// against stands between two texts that are set against each other.
	against = pattern.New(`(?i)["”»“'’]\s*(?:vs\.?|versus|against|gegen|contra|contre|contro)\s*["“„«'‘]`)
)

// EachAlone makes columns without titles of two short texts that a picture sets against
// each other and says no more of: `"2 years" vs "4 years"`.
func EachAlone(a, b, visual string) []scene.Column {
	figures := strings.ContainsAny(a, "0123456789") && strings.ContainsAny(b, "0123456789")
	if !against.MatchString(visual) && !(figures && vsRE.MatchString(visual)) || utf8.RuneCountInString(a) > 32 || utf8.RuneCountInString(b) > 32 {
		return nil
	}
	return []scene.Column{{Rows: []scene.Item{{Value: a}}}, {Rows: []scene.Item{{Value: b}}}}
}

var vsRE = pattern.New(`(?i)["“]?([\p{L}\d][\p{L}\d '’-]{1,28}?)["”]?\s+(?:vs\.?|versus|against|compared (?:to|with)|gegen|contra|contre|contro)\s+["“]?([\p{L}\d][\p{L}\d '’-]{1,28}?)["”]?(?:[.,;:)]|$)`)

// Sides finds the two sides of a comparison.
func Sides(visual, say string) (string, string, bool) {
	for _, s := range []string{visual, say} {
		if qs := QuotedIn(s); len(qs) == 2 {
			return qs[0], qs[1], true
		}
		if m := vsRE.FindStringSubmatch(s); m != nil {
			a := strings.TrimSpace(m[1])
			if i := strings.LastIndex(phrase.Lower(a), " compar"); i >= 0 {
				a = a[i+1:]
			}
			return prose.Upper(a), prose.Upper(strings.TrimSpace(m[2])), true
		}
	}
	return "", "", false
}

// RowsFor reads "Old checkout takes two minutes" as a row of that column.
func RowsFor(title string, words []string) []scene.Item {
	var out []scene.Item
	for _, s := range words {
		s = prose.Unstop(s)
		if !strings.HasPrefix(phrase.Lower(s), phrase.Lower(title)+" ") {
			continue
		}
		rest := s[len(title)+1:]
		verb, value, ok := strings.Cut(rest, " ")
		if ok && utf8.RuneCountInString(value) <= 28 {
			out = append(out, scene.Item{Label: prose.Upper(verb), Value: value, Cue: value})
		}
	}
	return out
}

// Labelled reads "Before: 6 hours a day. After: 20 minutes a day." as the row of a side.
func Labelled(title string, texts ...string) []scene.Item {
	for _, t := range texts {
		for _, part := range prose.SplitSentences(t) {
			for _, x := range strings.Split(part, "; ") {
				label, value, ok := strings.Cut(x, ": ")
				if ok && strings.EqualFold(strings.Trim(label, `"“” `), title) && utf8.RuneCountInString(value) <= 44 {
					return []scene.Item{{Value: prose.Upper(prose.Unstop(value)), Cue: CueIn(texts[len(texts)-1], FirstWordOf(value))}}
				}
			}
		}
	}
	return nil
}

// ValuesIn reads two things that are compared by one value each: "compares day pass and
// membership: day pass 16 euros, membership 49 euros a month".
func ValuesIn(s string) []scene.Column {
	if data := compareLead.ReplaceAllString(s, ""); data != s {
		if cols := valuesOf(data); cols != nil {
			return cols
		}
	}
	_, data, _ := strings.Cut(s, ":")
	return valuesOf(data)
}

// valuesOf reads two things with their values: "day pass 16 euros, membership 49 euros".
func valuesOf(data string) []scene.Column {
	if i := strings.IndexAny(data, ";"); i >= 0 {
		data = data[:i]
	}
	if i := strings.Index(data, ". "); i >= 0 {
		data = data[:i]
	}
	for _, t := range []string{data, MotionTail.ReplaceAllString(data, "")} {
		if cols := pairOf(commaAt.Split(strings.TrimRight(t, ". "), -1)); cols != nil {
			return cols
		}
	}
	return nil
}

// pairOf reads two parts that are a thing and its value each.
func pairOf(parts []string) []scene.Column {
	if len(parts) != 2 {
		return nil
	}
	var out []scene.Column
	for _, x := range parts {
		m := valuedThing.FindStringSubmatch(strings.TrimSpace(x))
		if m == nil {
			m = dashedThing.FindStringSubmatch(strings.TrimSpace(x))
		}
		if m == nil {
			return nil
		}
		out = append(out, scene.Column{Title: prose.Upper(m[1]), Rows: []scene.Item{{Value: m[2]}}})
	}
	return out
}

// dashedThing is a thing and, behind a dash, what is said of it: "after – two days".
var dashedThing = pattern.New(`^(\p{L}[\p{L}' -]{1,28}?)\s[–—-]\s([^–—]{2,40})$`)

// valuedThing is a thing and its value: "membership 49 euros a month", "car – 50 minutes".
var valuedThing = pattern.New(`^(\p{L}[\p{L}' -]{1,28}?)\s*(?:\s|[:：=]|\s[–—-])\s*([€$£]?\d[\d.,]*(?:\s?[%€$£\p{L}][^,;]{0,24})?)$`)

// VersusIn reads two things with a "vs." between them, each with its values behind its name:
// "Tag $29 vs. Other $29 + keyring $35".
func VersusIn(s string) []scene.Column {
	if head, tail, ok := strings.Cut(s, ": "); ok && !versusAt.MatchString(head) {
		s = tail
	}
	if i := strings.Index(s, ". "); i >= 0 && !versusAt.MatchString(s[max(0, i-4):i+2]) {
		s = s[:i]
	}
	parts := versusAt.Split(prose.Unstop(MotionTail.ReplaceAllString(s, "")), -1)
	if len(parts) != 2 {
		return nil
	}
	var out []scene.Column
	for _, x := range parts {
		m := namedValues.FindStringSubmatch(strings.TrimSpace(x))
		if m == nil {
			return nil
		}
		c := scene.Column{Title: prose.Upper(m[1])}
		for _, r := range plusAt.Split(m[2], -1) {
			if len(c.Rows) < 4 {
				c.Rows = append(c.Rows, scene.Item{Value: prose.Upper(Clip(strings.TrimSpace(r), 44))})
			}
		}
		out = append(out, c)
	}
	return out
}

// NamedValue is a column that is named by its side only, "Left", under the name that its value
// begins with; nil where it has one of its own.
func NamedValue(c scene.Column) *scene.Column {
	if !onlySide.MatchString(c.Title) || len(c.Rows) != 1 {
		return nil
	}
	m := namedValues.FindStringSubmatch(c.Rows[0].Value)
	if m == nil {
		return nil
	}
	row := c.Rows[0]
	row.Value = m[2]
	return &scene.Column{Title: prose.Upper(m[1]), Rows: []scene.Item{row}}
}

var onlySide = pattern.New(`(?i)^(?:(?:left|right|links|rechts|izquierda|derecha|gauche|droite|sinistra|destra|esquerda|direita)(?: side)?)?$`)

var (
	versusAt    = pattern.New(`(?i)\s(?:vs\.?|versus|gegen|contra|contre|contro)\s`)
	namedValues = pattern.New(`^["“]?(\p{L}[\p{L}\d'’ -]{1,28}?)["”]?\s*(?:[:=(–—-]\s*)?((?:[€$£~]|\d).*?)["”)]?$`)
	plusAt      = pattern.New(`\s+\+\s+|,\s+`)
)
