package layout

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gopkg.in/yaml.v3"
)

// mostBlocks is how many blocks that look like data are read at most: each is parsed to
// its end.
const mostBlocks = 4

// dataPlan reads a plan that is written as JSON or as YAML, alone or between other lines:
// each object of its list of scenes is one, what stands beside the list heads a section.
func dataPlan(lines []prose.Line) []prose.Line {
	tries := 0
	for i := range lines {
		from, to := dataBlock(lines, i)
		if to == 0 {
			continue
		}
		if tries++; tries > mostBlocks {
			break // five thousand brackets are no plan
		}
		var text strings.Builder
		for _, l := range lines[from:to] {
			text.WriteString(strings.ReplaceAll(l.Text, "\t", "  ") + "\n")
		}
		var doc yaml.Node
		if text.Len() > brief.MaxLength*4 || yaml.Unmarshal([]byte(text.String()), &doc) != nil || len(doc.Content) != 1 {
			continue
		}
		d := dataReader{at: lines[from].N - 1}
		d.read(doc.Content[0])
		if len(d.shots) == 0 {
			continue
		}
		out := append([]prose.Line{}, lines[:i]...)
		out = append(out, d.heads...)
		out = append(append(out, prose.Line{N: lines[from].N, Text: ""}), Lines(d.shots)...)
		if to < len(lines) && prose.FenceRE.MatchString(lines[to].Text) {
			to++
		}
		return append(append(out, prose.Line{N: lines[min(to, len(lines)-1)].N, Text: ""}), lines[to:]...)
	}
	return lines
}

// dataBlock is where the data stand that begin on line i; to is 0 where none do.
func dataBlock(lines []prose.Line, i int) (from, to int) {
	t := strings.TrimSpace(lines[i].Text)
	switch {
	case prose.FenceRE.MatchString(t):
		for j := i + 1; j < len(lines); j++ {
			if prose.FenceRE.MatchString(lines[j].Text) {
				return i + 1, j
			}
		}
	case strings.HasPrefix(t, "{") || t == "[" || strings.HasPrefix(t, "[{"):
		for j := len(lines) - 1; j >= i; j-- {
			if x := strings.TrimSpace(lines[j].Text); strings.HasSuffix(x, "}") || strings.HasSuffix(x, "]") {
				return i, j + 1
			}
		}
	case blockKey.MatchString(lines[i].Text):
		j := i + 1
		for j < len(lines) && !scenesKey.MatchString(lines[j].Text) && yamlEntry.MatchString(lines[j].Text) {
			j++ // "video:" and what stands in it, above the scenes
		}
		if j < len(lines) && scenesKey.MatchString(lines[j].Text) {
			if _, end := dataBlock(lines, j); end > 0 {
				return i, end
			}
		}
		if !scenesKey.MatchString(lines[i].Text) {
			return 0, 0
		}
		j = i + 1
		for j < len(lines) && (strings.TrimSpace(lines[j].Text) == "" || Indent(lines[j].Text) > 0 || strings.HasPrefix(lines[j].Text, "- ") || settingKey.MatchString(lines[j].Text)) {
			j++
		}
		if j > i+1 && dataItem.MatchString(lines[i+1].Text) {
			return i, j
		}
	}
	return 0, 0
}

var (
	scenesKey = pattern.New(`(?i)^(?:scenes|shots|storyboard|beats|script|frames|slides|screens|panels|cards|clips|segments|szenen|escenas|plans|scene):\s*$`)
	// blockKey opens a block of data, and yamlEntry is a line within one.
	blockKey  = pattern.New(`^[a-zA-Z][\w-]{1,24}:\s*$`)
	yamlEntry = pattern.New(`^\s*(?:-\s+)?(?:[\w-]+|"[^"]+"):(?:\s|$)|^\s+-\s`)
	// settingKey is a setting below the list: "voice: {gender: female}".
	settingKey = pattern.New(`^[a-z][a-zA-Z_-]{1,24}:\s+\S`)
	dataItem   = pattern.New(`^\s*-\s+[\w-]+:(?:\s|$)`)
)

// dataReader gathers the scenes of a tree of data and what stands beside them.
type dataReader struct {
	at    int // lines before the data
	heads []prose.Line
	shots []Shot
}

func (d *dataReader) read(n *yaml.Node) {
	switch n.Kind {
	case yaml.SequenceNode:
		for _, x := range n.Content {
			if x.Kind == yaml.MappingNode {
				d.scene(x)
			}
		}
	case yaml.MappingNode:
		width, height := keyed(n, "width"), keyed(n, "height")
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			switch {
			case width != "" && height != "" && strings.EqualFold(key.Value, "height"):
			case width != "" && height != "" && strings.EqualFold(key.Value, "width"):
				d.heads = append(d.heads, prose.Line{N: d.at + key.Line, Text: "FORMAT: " + width + "x" + height})
			case value.Kind == yaml.SequenceNode && len(value.Content) > 0 && value.Content[0].Kind == yaml.MappingNode:
				if len(d.shots) == 0 {
					d.read(value)
				}
			case value.Kind == yaml.MappingNode && len(d.shots) == 0 && hasScenes(value):
				d.read(value)
			case value.Kind == yaml.MappingNode && container.MatchString(key.Value):
				d.read(value) // {"output": {"duration_s": 55}}
			default:
				if name, text := setting(key.Value, value); text != "" {
					d.heads = append(d.heads, prose.Line{N: d.at + key.Line, Text: strings.ToUpper(name) + ": " + text})
				}
			}
		}
	}
}

// setting is the name and the value of what stands beside the scenes, as a brief has them:
// a switch is "none" or "yes", a length has its unit behind its number.
func setting(key string, value *yaml.Node) (name, text string) {
	name = strings.ToLower(strings.NewReplacer("_", " ", "-", " ").Replace(camel.ReplaceAllString(key, "$1 $2")))
	switch text = valueOf(value); {
	case value.Kind == yaml.ScalarNode && value.Tag == "!!null" && SectionOf(name) == "avatar":
		text = "none"
	case value.Kind == yaml.ScalarNode && value.Tag == "!!bool":
		text = map[bool]string{true: "yes", false: "none"}[strings.EqualFold(text, "true")]
	case value.Kind == yaml.MappingNode && SectionOf(name) != "style":
		text = described(name, value)
	}
	if secondsKey.MatchString(name) && prose.FirstNumber.FindString(text) == text {
		name, text = "duration", text+" seconds"
	}
	if m := lengthKey.FindStringSubmatch(name); m != nil && prose.FirstNumber.FindString(text) == text {
		name, text = m[1], text+" seconds"
	}
	if workTitle.MatchString(name) {
		name = "title"
	}
	if name == "fps" {
		name, text = "format", text+" fps"
	}
	return name, text
}

var (
	// container is an object that only keeps settings together.
	container = pattern.New(`(?i)^(?:video|output|meta(?:data)?|settings|config|project|global|defaults|options|spec|render)$`)
	// workTitle names the whole.
	workTitle = pattern.New(`^(?:project|name|project (?:name|title)|video (?:name|title))$`)
)

// secondsKey is a length by its unit alone.
var secondsKey = pattern.New(`^(?:seconds|secs|total seconds|length s|duration s)$`)

// lengthKey names a length and the unit of its value: "duration seconds".
var lengthKey = pattern.New(`^(.*\b(?:duration|length|runtime)) (?:in )?(?:s|secs?|seconds)$`)

// described is an object about one thing in words: {gender: male, pace: slow} is "male,
// slow pace", and of a presenter {position: left} is "presenter on the left".
func described(of string, n *yaml.Node) string {
	var out []string
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := strings.ToLower(strings.NewReplacer("_", " ", "-", " ").Replace(camel.ReplaceAllString(n.Content[i].Value, "$1 $2")))
		text := valueOf(n.Content[i+1])
		switch {
		case text == "", text == "false":
		case text == "true":
			out = append(out, key)
		case ownWord.MatchString(key):
			out = append(out, text)
		case placeWord.MatchString(key):
			out = append(out, of+" on the "+text)
		case strings.ContainsAny(text, "0123456789.:") || prose.Words(text) > 3:
			out = append(out, key+": "+text)
		default:
			out = append(out, text+" "+key)
		}
	}
	return strings.Join(out, ", ")
}

var (
	// ownWord are keys whose values say by themselves what they are.
	ownWord   = pattern.New(`^(?:gender|sex|name|id|age|outfit|wardrobe|wear|wears|wearing|clothes|clothing|look|appearance|description|mood|genre|type|kind|style|preset|enabled|language)$`)
	placeWord = pattern.New(`^(?:position|side|placement)$`)
)

// hasScenes tells whether a list of objects stands in data.
func hasScenes(n *yaml.Node) bool {
	for _, x := range n.Content {
		if x.Kind == yaml.SequenceNode && len(x.Content) > 0 && x.Content[0].Kind == yaml.MappingNode {
			return true
		}
	}
	return false
}

// scene reads one object of the list.
func (d *dataReader) scene(n *yaml.Node) {
	s := Shot{N: d.at + n.Line}
	var start, end string
	var data []pair
	n = unwrapped(n)
	figure := figureOf(n)
	if figure != "" {
		s.Body = append(s.Body, field(d.at+n.Line, "Visual", figure))
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		at, text := d.at+key.Line, valueOf(value)
		if text == "" || value.Tag == "!!bool" && strings.EqualFold(text, "false") {
			continue
		}
		if value.Tag == "!!bool" {
			s.Body = append(s.Body, field(at, "Visual", strings.ReplaceAll(key.Value, "_", " "))) // {"logo": true}
			continue
		}
		name := columnOf(key.Value)
		if figure != "" && (figureKey.MatchString(key.Value) || name == "Data") {
			continue // it stands in the figure
		}
		if (name == "Start" || name == "End") && TransitionNamed(text) != "" {
			name = "Transition" // {"out": "dissolve"}
		}
		if name == "Visual" && onScreenKey.MatchString(key.Value) && value.Kind == yaml.ScalarNode {
			name = "On-screen text"
		}
		if name == "Visual" && wholeNumber.MatchString(text) {
			name = "Scene" // {"shot": 2}
		}
		if strings.EqualFold(key.Value, "camera") && SceneType(strings.ReplaceAll(text, "_", " ")) != "" {
			name = "Type" // {"camera": "presenter_left"}
		} else if strings.EqualFold(key.Value, "camera") && cardKey.MatchString(text) {
			name, text = "Visual", strings.ReplaceAll(text, "_", " ")
		}
		if name == "Visual" && value.Kind == yaml.MappingNode && len(value.Content) == 2 && value.Content[1].Kind == yaml.SequenceNode { // {"shows": {"list": […]}}
			inner := value.Content[0].Value
			if strings.EqualFold(inner, "table") {
				inner = "rows"
			}
			data = append(data, pair{inner, value.Content[1], at})
			continue
		}
		switch name {
		case "Scene":
			if slug.MatchString(text) && !scenery.MatchString(text) && keyed(n, "type", "kind", "layout") != "" {
				continue // {"id": "speed", "type": "chart"}: a name for the one who edits it
			}
			if t := strings.TrimLeft(sceneNumber.ReplaceAllString(text, ""), " .:–—-"); t != "" {
				s.Head = joined(t, s.Head)
			}
		case "Type":
			text = strings.ReplaceAll(rollKey.ReplaceAllString(text, "$1-roll"), "_", " ")
			s.Head = joined(s.Head, text)
			s.Body = append(s.Body, field(at, name, text))
		case "Duration":
			s.seconds = timeIn(text)
		case "Start":
			start = text
		case "End":
			end = text
		case "On-screen text":
			texts := []string{text}
			if value.Kind == yaml.SequenceNode {
				texts = texts[:0]
				for _, x := range value.Content {
					texts = append(texts, valueOf(x))
				}
			}
			for _, x := range texts {
				s.Body = append(s.Body, field(at, name, x))
			}
		case "Source":
			if !NamedSmall.MatchString(strings.ToLower(key.Value)) {
				name = "Disclaimer"
			}
			s.Body = append(s.Body, field(at, name, text))
		case "Data":
			data = append(data, pair{key.Value, value, at})
		case "Language":
			if keyed(n, "code") != "" {
				continue // the code's, which is drawn alike in all of them
			}
			s.Body = append(s.Body, field(at, name, text))
		case "":
			s.Body = append(s.Body, field(at, "Note", key.Value+": "+text))
		default:
			s.Body = append(s.Body, field(at, name, text))
		}
	}
	if start != "" && end != "" {
		s.seconds = max(0, timeOf(end)-timeOf(start))
	}
	s.Body = append(s.Body, shownData(data, pictureKind(n), keyed(n, "unit", "units"))...)
	d.shots = append(d.shots, s)
}

// onScreenKey is a key of a text that is read.
var onScreenKey = pattern.New(`(?i)^on[ _-]?screen$`)

// cardKey is a card that fills the frame.
var cardKey = pattern.New(`(?i)^(?:end|title|closing)[_ -]?(?:card|screen)$|^logo$`)

// slug is a name that is written for machines.
var slug = pattern.New(`^[a-z\d]+(?:[_-][a-z\d]+)*$`)

// rollKey is a kind of scene as a key has it: "b_roll".
var rollKey = pattern.New(`(?i)\b([ab])_roll`)

// unwrapped is a scene whose fields do not stand in objects of their own: of {"audio": {"vo":
// "…", "music": "…"}} and {"text": {"headline": "…"}} the inner ones are its fields.
func unwrapped(n *yaml.Node) *yaml.Node {
	out := *n
	out.Content = nil
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if value.Kind == yaml.MappingNode && wraps(key.Value, value) {
			out.Content = append(out.Content, value.Content...)
			continue
		}
		out.Content = append(out.Content, key, value)
	}
	return &out
}

// wraps tells whether an object only keeps fields of its scene together.
func wraps(key string, n *yaml.Node) bool {
	switch columnOf(key) {
	case "VO", "On-screen text", "Visual", "":
	default:
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if columnOf(n.Content[i].Value) == "" || columnOf(key) == "On-screen text" && n.Content[i+1].Kind != yaml.ScalarNode {
			return false
		}
	}
	return len(n.Content) > 0
}

var wholeNumber = pattern.New(`^\d{1,3}$`)

// pair is one entry of an object.
type pair struct {
	key   string
	value *yaml.Node
	at    int // line of the prompt
}

// keyed is the value that an object has under the first of some keys that it has.
func keyed(n *yaml.Node, names ...string) string {
	for _, name := range names {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if strings.EqualFold(n.Content[i].Value, name) {
				return valueOf(n.Content[i+1])
			}
		}
	}
	return ""
}

// pictureKind is the kind of picture that a scene names; "overlay" only says where it stands.
func pictureKind(n *yaml.Node) string {
	for _, name := range []string{"layout", "type", "kind"} {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if v := valueOf(n.Content[i+1]); strings.EqualFold(n.Content[i].Value, name) && v != "" && SceneType(v) == "" {
				return v
			}
		}
	}
	return ""
}
