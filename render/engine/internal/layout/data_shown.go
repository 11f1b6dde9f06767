package layout

import (
	"cmp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gopkg.in/yaml.v3"
)

// What a plan written as data shows: series, tables, sides and figures, as the description of
// a picture has them.

// shownData are the entries of a scene that hold what its picture shows, as a picture's
// description has them: "bar chart: v1 180 MB/s; v2 240 MB/s", `button "Upgrade"`.
func shownData(data []pair, kind, unit string) []prose.Line {
	kind = strings.NewReplacer("_", " ", "-", " ").Replace(kind)
	var out []prose.Line
	data, table := tableApart(data, kind)
	if table.Text != "" {
		out = append(out, table)
	}
	data, sides, at := sidesApart(data)
	if sides != "" {
		out = append(out, field(at, "Visual", sides))
	}
	for _, x := range data {
		text := valueOf(x.value)
		switch key := strings.ToLower(x.key); {
		case strings.HasPrefix(key, "unit"): // stands behind every value
			continue
		case x.value.Kind == yaml.SequenceNode || x.value.Kind == yaml.MappingNode:
			text = cmp.Or(kind, key) + ": " + strings.Join(entriesOf(x.value, unit), "; ") + "."
		case key == "code":
			text = "Terminal `" + onOneLine(x.value.Value) + "`"
		case key == "quote":
			text = `Quote "` + text + `"`
		case key == "by" || key == "author":
			text = "— " + text
		case key == "button" || key == "cta":
			text = `Button "` + text + `"`
		case strings.HasPrefix(key, "sub"):
			text = `Subtitle "` + text + `"`
		case key == "url" || key == "link" || key == "website":
			text = "URL " + text
		case strings.HasPrefix(key, "highlight") || key == "emphasis":
			text = "Highlight " + prose.Stop(text)
		default:
			text = prose.Upper(key) + ": " + text
		}
		if n := len(out); n > 0 && strings.HasPrefix(text, "— ") {
			out[n-1].Text += " " + text
			continue
		}
		out = append(out, field(x.at, "Visual", text))
	}
	return out
}

// tableApart takes the rows of a table out of the entries of a scene, under the names of its
// columns where it has them: "table: Day | Hours; Thursday | 10–22".
func tableApart(data []pair, kind string) (rest []pair, table prose.Line) {
	var rows []string
	at := 0
	for _, x := range data {
		cells := func(n *yaml.Node) string { return strings.Join(entryParts(n), " | ") }
		switch {
		case x.value.Kind == yaml.SequenceNode && columnsKey.MatchString(x.key) && strings.Contains(kind, "table"):
			rows, at = append([]string{cells(x.value)}, rows...), cmp.Or(at, x.at)
		case x.value.Kind == yaml.SequenceNode && (strings.Contains(kind, "table") || strings.EqualFold(x.key, "rows")) && rowsOf(x.value):
			first := x.value.Content[0]
			if first.Kind == yaml.MappingNode && len(rows) == 0 {
				var heads []string
				for i := 0; i < len(first.Content); i += 2 {
					heads = append(heads, prose.Upper(first.Content[i].Value))
				}
				rows = append(rows, strings.Join(heads, " | "))
			}
			for _, row := range x.value.Content {
				rows = append(rows, cells(row))
			}
			at = cmp.Or(at, x.at)
		default:
			rest = append(rest, x)
		}
	}
	if len(rows) < 2 {
		return data, prose.Line{}
	}
	return rest, prose.Line{N: at, Text: "Visual: table: " + strings.Join(rows, "; ") + "."}
}

// rowsOf tells whether a list holds rows with as many cells each, two at least.
func rowsOf(n *yaml.Node) bool {
	for _, x := range n.Content {
		if x.Kind != yaml.SequenceNode && x.Kind != yaml.MappingNode || len(x.Content) != len(n.Content[0].Content) || len(entryParts(x)) < 2 {
			return false
		}
	}
	return len(n.Content) > 0
}

var columnsKey = pattern.New(`(?i)^(?:columns|head(?:er)?s?|head(?:er)?[ _-]?row)$`)

// sidesApart takes the two sides of a comparison out of the entries of a scene, and puts
// them as a picture's description has them: `comparison: left "By car: 34 min, 6 €", right
// "By bike: 22 min, 0 €"`.
func sidesApart(data []pair) (rest []pair, sides string, at int) {
	left := slices.IndexFunc(data, func(x pair) bool { return leftKey.MatchString(x.key) })
	right := slices.IndexFunc(data, func(x pair) bool { return rightKey.MatchString(x.key) })
	if left < 0 || right < 0 {
		return data, "", 0
	}
	sides = `comparison: left "` + sideOf(data[left]) + `", right "` + sideOf(data[right]) + `"`
	for i, x := range data {
		if i != left && i != right {
			rest = append(rest, x)
		}
	}
	return rest, sides, data[left].at
}

var (
	leftKey  = pattern.New(`(?i)^(?:left|before|then|old)(?:[ _-]?(?:side|column))?$`)
	rightKey = pattern.New(`(?i)^(?:right|after|now|new)(?:[ _-]?(?:side|column))?$`)
	sideHead = pattern.New(`(?i)^(?:title|label|name|head(?:er|ing|line)?)$`)
)

// sideOf is one side of a comparison on one line, its title before its points. A side that
// is only named by its key, "before", has the key for its title.
func sideOf(x pair) string {
	title, points := "", []string{}
	if x.value.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(x.value.Content); i += 2 {
			key, value := x.value.Content[i].Value, x.value.Content[i+1]
			switch {
			case sideHead.MatchString(key) && title == "":
				title = valueOf(value)
			case value.Kind == yaml.SequenceNode:
				points = append(points, entriesOf(value, "")...)
			default:
				points = append(points, valueOf(value))
			}
		}
	} else if x.value.Kind == yaml.SequenceNode {
		points = entriesOf(x.value, "")
	} else {
		points = append(points, valueOf(x.value))
	}
	if title == "" && !strings.EqualFold(x.key, "left") && !strings.EqualFold(x.key, "right") {
		title = prose.Upper(x.key)
	}
	text := strings.Join(points, ", ")
	if title != "" && text != "" {
		text = title + ": " + text
	}
	return strings.ReplaceAll(cmp.Or(text, title), `"`, "")
}

// entriesOf are the entries of a list or an object, each on its own with its unit.
func entriesOf(n *yaml.Node, unit string) []string {
	var out []string
	for i := 0; i < len(n.Content); i++ {
		x := n.Content[i]
		t := valueOf(x)
		switch {
		case n.Kind == yaml.MappingNode && i+1 < len(n.Content):
			i++
			t += " " + valueOf(n.Content[i])
		case x.Kind == yaml.SequenceNode, x.Kind == yaml.MappingNode && len(x.Content) == 4:
			parts := entryParts(x)
			if t = strings.Join(parts, " "); len(parts) == 2 && !strings.ContainsAny(parts[1], "0123456789") && !strings.Contains(parts[0]+parts[1], ":") {
				t = parts[0] + ": " + parts[1] // [Mon, Meet your buddy]
			}
		}
		if unit != "" && t != "" && t[len(t)-1] >= '0' && t[len(t)-1] <= '9' {
			t += " " + unit
		}
		out = append(out, t)
	}
	return out
}

// entryParts are the values of a row: ["v1", 180] and {label: v1, value: 180} alike.
func entryParts(n *yaml.Node) []string {
	var out []string
	for i, x := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue
		}
		out = append(out, valueOf(x))
	}
	return out
}

var (
	plainKey  = pattern.New(`(?i)^(?:kind|type|chart|name|role|title|text|description|value|content|style|preset)$`)
	movesKey  = pattern.New(`(?i)^(?:animations?|motion|movement|entrance)$`)
	stressKey = pattern.New(`(?i)^(?:highlight(?:ed)?|emphasis|emphasi[sz]e|focus)$`)
	listKey   = pattern.New(`(?i)^(?:items?|steps?|points|data|list|rows|values|cards|bullets)$`)
)

// valueOf is what a value of data says, on one line.
func valueOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return ""
		}
		return strings.Join(strings.Fields(n.Value), " ")
	case yaml.SequenceNode:
		var out []string
		for _, x := range n.Content {
			out = append(out, valueOf(x))
		}
		return strings.Join(out, "; ")
	case yaml.MappingNode:
		if f := figureOf(n); f != "" {
			return f
		}
		out := ""
		var later []string
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, text := n.Content[i].Value, valueOf(n.Content[i+1])
			switch {
			case text == "":
			case movesKey.MatchString(key): // how it comes on is a sentence of its own
				later = append(later, prose.Stop(text))
			case stressKey.MatchString(key):
				later = append(later, "Highlight "+prose.Stop(text))
			case out == "" && plainKey.MatchString(key):
				out = text
			case listKey.MatchString(key):
				out = strings.TrimPrefix(out+": "+text, ": ")
			case plainKey.MatchString(key):
				out += ", " + text
			default:
				out = strings.TrimPrefix(out+", "+strings.ReplaceAll(key, "_", " ")+": "+text, ", ")
			}
		}
		if len(later) > 0 {
			out = strings.TrimSpace(prose.Stop(out) + " " + strings.Join(later, " "))
		}
		return out
	}
	return ""
}

// onOneLine writes lines of code on one, with a mark for each break and each space before a
// line; [Code] has them again.
func onOneLine(s string) string {
	lines := strings.Split(strings.TrimRight(strings.ReplaceAll(s, "`", "'"), " \n"), "\n")
	for i, l := range lines {
		bare := strings.TrimLeft(l, " ")
		lines[i] = strings.Repeat(indentMark, len(l)-len(bare)) + strings.Join(strings.Fields(bare), " ")
	}
	return strings.Join(lines, breakMark)
}

// Code is code whose lines [Plans] has put on one.
func Code(s string) string {
	return strings.NewReplacer(breakMark, "\n", indentMark, " ").Replace(s)
}

const (
	breakMark  = "⏎"
	indentMark = "␣"
)

// figureOf is an object that holds one figure, as a picture's description has it: {"from": 3.9,
// "to": 4.6, "suffix": " / 5", "label": "rating"} is `Big number "4.6 / 5", "rating"`; "" where
// it holds anything else.
func figureOf(n *yaml.Node) string {
	value := keyed(n, "to", "value", "number", "figure", "count")
	if value == "" || prose.FirstNumber.FindString(value) == "" || prose.Words(value) > 3 || !figureKinds.MatchString(keyed(n, "type", "kind", "layout")) {
		return ""
	}
	unit := strings.TrimSpace(keyed(n, "suffix", "unit", "units"))
	if unit != "" && !strings.ContainsAny(unit[:1], "%°") {
		unit = " " + unit
	}
	out := `Big number "` + keyed(n, "prefix", "currency") + value + unit + `"`
	if label := keyed(n, "label", "caption", "description", "sublabel"); label != "" {
		out += `, "` + label + `"`
	}
	return strings.ReplaceAll(out, "  ", " ") + "."
}

var figureKey = pattern.New(`(?i)^(?:from|to|value|number|figure|count|prefix|currency|suffix|units?|label|caption|description|sublabel)$`)

var figureKinds = pattern.New(`(?i)^(?:(?:big|hero)[ _-]?)?(?:number|stat|statistic|counter|kpi|metric|figure|count[ _-]?up)$`)

// NamedSmall is small print that is read with its label.
var NamedSmall = pattern.New(`^(?:sources?|quellen?|fuentes?|fonte|bron)$`)
