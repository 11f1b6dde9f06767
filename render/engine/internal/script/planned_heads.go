package script

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// partsHeaded are the kinds whose headline stands over several parts.
var partsHeaded = map[scene.Kind]bool{scene.Points: true, scene.Grid: true, scene.Process: true, scene.Timeline: true, scene.Compare: true, scene.Table: true}

// headOver sees to it that what stands over the parts of a picture speaks of all of them. A
// headline that was drawn from the voice-over and names one part, or breaks off, gives way
// to the scene's own name, to a sentence that names none, to a word for its kind, or to nothing.
func (w *writer) headOver(bt *telling.Beat, ps brief.Scene) {
	h := bt.Headline
	if !partsHeaded[bt.Kind] || h == "" || len(bt.Words) == 0 || telling.Quotes(ps.Visual, h) || slices.Contains(ps.Screen, h) || h == w.Wording.TimeHead || strings.Contains(ps.Visual, h) && !slices.ContainsFunc(bt.Items, func(it scene.Item) bool { return it.Title == h }) {
		return
	}
	if !w.tornHead(bt, h) {
		return
	}
	if name := cmp.Or(leadTitle(ps), sceneName(ps)); name != "" {
		bt.Headline = name
		return
	}
	for _, s := range bt.Words {
		if t := prose.Upper(w.Bare(s)); utf8.RuneCountInString(t) <= 46 && prose.Words(t) >= 2 && !w.tornHead(bt, t) {
			bt.Headline = t
			return
		}
	}
	switch bt.Headline = ""; bt.Kind {
	case scene.Timeline:
		bt.Headline = w.Wording.TimeHead
	case scene.Process:
		bt.Headline = w.Wording.StepsHead
	case scene.Compare:
		if a, b := bt.Columns[0].Title, bt.Columns[1].Title; a != "" && b != "" && len(a)+len(b) < 40 && !telling.States(a, b) {
			bt.Headline = a + " – " + b
		}
	}
}

// tornHead tells whether a headline is a piece of a sentence, or names some of the parts below
// it and not the others.
func (w *writer) tornHead(bt *telling.Beat, h string) bool {
	whole := false
	for _, s := range bt.Words {
		whole = whole || strings.EqualFold(w.Bare(s), h)
	}
	var parts []string
	for _, it := range bt.Items {
		parts = append(parts, it.Title)
	}
	for _, c := range bt.Columns {
		parts = append(parts, c.Title)
	}
	for _, r := range bt.Rows {
		parts = append(parts, r[0])
	}
	named := 0
	for _, p := range parts {
		if namesPart(h, p) {
			named++
		}
	}
	return named > 0 && named < len(parts) || !whole && named == 0 && len(bt.Words) > 1 && prose.Words(h) < prose.Words(bt.Words[0])-1
}

// namesPart tells whether a headline has half the words of a part.
func namesPart(h, part string) bool {
	low, own, of := " "+lettersApart(h)+" ", 0, 0
	for _, f := range strings.Fields(lettersApart(part)) {
		if utf8.RuneCountInString(f) < 3 {
			continue
		}
		if of++; strings.Contains(low, " "+f+" ") {
			own++
		}
	}
	return own > 0 && own*2 >= of
}

// leadTitle is what stands before the colon of a picture's list, where that is the list's
// title: "what you get: • €24.50 an hour • …".
func leadTitle(ps brief.Scene) string {
	lead, _, ok := cutColon(ps.Written(ps.Visual))
	if lead = strings.TrimSpace(lead); !ok || prose.Words(lead) < 2 || prose.Words(lead) > 6 || strings.ContainsAny(lead, `"“„«,;.`) || onTheScreen.MatchString(lead) || layout.VerbRE.MatchString(lead) || countedIn(lead+" items") > 0 {
		return ""
	}
	for _, v := range visualKinds {
		if v.re.MatchString(lead) {
			return ""
		}
	}
	return prose.Upper(lead)
}

// onTheScreen says where something is seen, or as what.
var onTheScreen = pattern.New(`(?i)\b(?:left|right|side|screen|top|bottom|middle|cent(?:er|re)|background|overlay|presenter|avatar|camera|animation|graphics?|links|rechts|izquierda|derecha|gauche|droite)\b`)

// lettersApart are the words of a text in small letters, a space between them.
func lettersApart(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !telling.IsLetter(r) && (r < '0' || r > '9') }), " ")
}

// sceneName is what the head of a scene calls it, where that is a title: "How it works", and
// neither its part in the story nor a kind of picture.
func sceneName(ps brief.Scene) string {
	name := strings.Trim(ps.Written(layout.Undressed(ps.Header)), " :.–—-+()[]\"“”|,&")
	if prose.Words(name) < 2 || prose.Words(name) > 6 || strings.ContainsAny(name, `"“„«:|[]`) || partOfStory.MatchString(name) {
		return ""
	}
	for _, v := range visualKinds {
		if v.re.MatchString(name) {
			return ""
		}
	}
	return name
}

// partOfStory is what a scene is for.
var partOfStory = pattern.New(`(?i)\b(?:hook|intro(?:duction)?|outro|opening|closing|problem|solution|proof|cta|call to action|recap|summary|context|agitation|pain|transition|conclusion|b-?roll|a-?roll|shot|montage|footage|visuals?|screen|camera|graphics?|animation|overlay)\b`)
