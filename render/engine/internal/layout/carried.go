package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// Done is what a finished scene carries out of the directions to it.
type Done struct {
	Moves      []string // motion verbs, as the presets are called
	Transition string   // out of the scene
	Set        string   // that its presenter stands in; "" = nobody is seen
}

// Carried are the spans of a direction that a finished scene carries out: the motion
// verbs with how they go, the transition, the set.
func Carried(s string, done Done) [][]int {
	var out [][]int
	match := func(table []prose.Entry, val string) {
		for _, w := range table {
			if val != "" && w.Value == val {
				out = append(out, w.RE.FindAllStringIndex(s, -1)...)
			}
		}
	}
	if done.Transition != "" {
		for _, w := range Transitions {
			if w.Value == done.Transition {
				for _, at := range w.RE.FindAllStringIndex(s, -1) {
					if m := transitionWay.FindStringIndex(s[at[1]:]); m != nil {
						at = []int{at[0], at[1] + m[1]}
					}
					out = append(out, at)
				}
			}
		}
	}
	match(Sets, done.Set)
	if done.Set != "" {
		out = append(out, setWord.FindAllStringIndex(s, -1)...)
	}
	if len(done.Moves) == 0 {
		return out
	}
	for _, at := range VerbRE.FindAllStringIndex(s, -1) {
		if afterArticle.MatchString(s[max(0, at[0]-8):at[0]]) {
			continue
		}
		for _, v := range done.Moves {
			if verbName(s[at[0]:at[1]]) == v {
				end := at[1]
				if m := wayOn.FindStringIndex(s[end:]); m != nil {
					end += m[1]
				}
				out = append(out, []int{at[0], end})
			}
		}
	}
	for _, re := range howMoved {
		out = append(out, re.FindAllStringIndex(s, -1)...)
	}
	return out
}

// transitionWay goes on a transition: "iris wipe out".
var transitionWay = pattern.New(`(?i)^ ?(?:out|to (?:the )?next(?: scene)?|into (?:the )?next(?: scene)?|at the end)\b`)

// setWord says that what stands before it is where the presenter stands: "library set".
var setWord = pattern.New(`(?i)\bset\b`)

// wayOn goes on a motion verb: "slamming down", "fades in".
var wayOn = pattern.New(`(?i)^ (?:in|on|up|down|out)(?:to (?:place|view|frame))?\b`)

// DescribesPicture tells a head that says what is seen from one that only names its scene.
func DescribesPicture(head string) bool {
	if strings.ContainsFunc(head, phrase.Spaceless) {
		return utf8.RuneCountInString(head) >= 8
	}
	return prose.Words(head) >= 4 && strings.ContainsFunc(head, unicode.IsLower)
}

// Undressed is the head of a scene without what says only of which kind it is.
func Undressed(head string) string {
	for _, w := range SceneTypes {
		head = w.RE.ReplaceAllString(head, " ")
	}
	return head
}
