package revise

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// located is an instruction with the numbers of the scenes that it names by what they are
// about.
type located struct {
	text string
	bare bool // no word says that a scene is meant: "put the waste second"
}

// ofWholeScenes are the intents whose object can be nothing but a scene.
var ofWholeScenes = map[edit.Op]bool{edit.Move: true, edit.Swap: true, edit.Merge: true, edit.Split: true, edit.Copy: true, edit.Pace: true, edit.Hold: true, edit.Pause: true, edit.SceneStage: true}

// mostScenes is how many scenes of one instruction are looked for.
const mostScenes = 3

// placed are the ways to read an instruction with numbers for the scenes that it names by
// what they are about, the likeliest first: "the prices slide is too short", "the part on
// signing in is too fast", "put the waste second".
func (e *editor) placed(s string) []located {
	m := mannerOf(e.b.Language)
	if m == nil {
		return nil
	}
	var out []located
	for _, bare := range []bool{false, true} {
		text := s
		for range mostScenes {
			next, ok := e.numbered(m, text, bare)
			if !ok {
				break
			}
			text = next
		}
		if text != s {
			out = append(out, located{text, bare})
		}
	}
	return out
}

// numbered puts the number of a scene in the place of the first phrase that names one.
func (e *editor) numbered(m *manner, s string, bare bool) (string, bool) {
	put := func(i int, from, to int) (string, bool) {
		return s[:from] + m.scene + fmt.Sprintf(" %d", i+1) + s[to:], true
	}
	drops := m.drop.MatchString(s) // a piece that goes may be a sentence, or less
	for _, at := range m.place.FindAllStringSubmatchIndex(s, -1) {
		if drops && strings.TrimSpace(s[at[2]:at[3]]) == "" && m.pieces.MatchString(lastWords(s[at[4]:at[5]], 1)) {
			continue
		}
		if i, err := e.scenePart(m, s[at[4]:at[5]]); err == nil {
			return put(i, at[3], at[1])
		}
	}
	words := wordRE.FindAllStringIndex(s, -1)
	for k := -1; k < len(words); k++ {
		from := 0 // an instruction may begin without an article: "satisfaction scene should be …"
		if k >= 0 {
			if from = words[k][0]; !m.article.MatchString(s[from:words[k][1]]) || inQuotes(s, from) {
				continue
			}
		}
		if k+1 == len(words) || k < 0 && (bare || words[0][0] > 0) {
			continue
		}
		end := max(k+1, 1) // words that nothing parts
		for end < len(words) && end-k <= mostPhrase && strings.TrimSpace(s[words[end-1][1]:words[end][0]]) == "" {
			end++
		}
		for n := end - 1; n > k; n-- {
			phrase := s[words[k+1][0]:words[n][1]]
			name, headed := m.headed(phrase)
			if headed && drops && slices.ContainsFunc(strings.Fields(phrase), m.pieces.MatchString) {
				continue
			}
			if headed == bare || name == "" || bare && n-k > 3 {
				continue
			}
			if last := lastWords(name, 1); m.link.MatchString(name) || m.idle.MatchString(strings.ToLower(last)) { // "prices is too short"
				continue
			}
			if bare && !e.callsScene(name) {
				continue
			}
			if i, err := e.scenePart(m, name); err == nil {
				return put(i, from, words[n][1])
			}
		}
	}
	return s, false
}

// mostPhrase is how many words name a scene at most.
const mostPhrase = 7

// headed takes the word that says that a scene is meant off a phrase: "waste one", "part
// about the waste".
func (m *manner) headed(phrase string) (name string, ok bool) {
	words := strings.Fields(phrase)
	head := func(w string) bool {
		return m.pieces.MatchString(w) || m.scenes.MatchString(w) || sceneHeads.MatchString(w)
	}
	switch n := len(words); {
	case n == 1 && kindOf[strings.ToLower(phrase)] != "": // "the steps"
		return phrase, false
	case n > 2 && head(words[0]) && m.topical.MatchString(words[1]):
		rest := m.topical.ReplaceAllString(strings.Join(words[1:], " "), "")
		return strings.TrimSpace(m.leading.ReplaceAllString(rest, "")), true
	case n > 1 && head(words[n-1]):
		return strings.Join(words[:n-1], " "), true
	case n > 0 && head(words[n-1]), n > 0 && head(words[0]):
		return "", false
	}
	return phrase, false
}

// sceneHeads are words for what a scene shows, behind what it is about.
var sceneHeads = pattern.New(`(?i)^(?:one|number|figure|stat|chart|graph|diagram|list|steps|timeline|quote|table|comparison|zahl|diagramm|liste|zitat|tabelle|gráfico|lista|cita|tabla|graphique|citation|tableau|grafico|citazione|tabella|grafiek|lijst|citaat|tabel)$`)

// callsScene tells whether a name without a word for scenes is one of a scene: all of its
// words are those of one heading, or of one scene alone.
func (e *editor) callsScene(name string) bool {
	words := nameWords(name)
	in := 0
	for i := range e.b.Scenes {
		if len(words) > 0 && names(sceneText(&e.b.Scenes[i]), words) && !e.recaps(i) {
			in++
		}
	}
	if e.priceScene(words) >= 0 || e.dateScene(words) >= 0 {
		return true
	}
	_, err := e.sceneNamed(name)
	return in == 1 || in == 0 && err == nil && slices.ContainsFunc(words, func(w string) bool { return kindOf[w] != "" }) || in == 0 && err == nil && kindOf[strings.ToLower(name)] != ""
}

// abbreviated is a scene as people write it who number them: "S4", "sc. 4".
var abbreviated = pattern.New(`(?i)(^|[\s(])(?:s|sc\.?|sz\.?) ?#?(\d{1,2})\b`)

// spelledOut is an instruction with the numbers of scenes written out, where the video
// itself has nothing of that name.
func spelledOut(b *scene.Storyboard, s string) string {
	m := mannerOf(b.Language)
	if m == nil {
		return s
	}
	return abbreviated.ReplaceAllStringFunc(s, func(short string) string {
		f := abbreviated.FindStringSubmatch(short)
		n, _ := strconv.Atoi(f[2])
		name := strings.TrimSpace(strings.TrimPrefix(short, f[1]))
		if n < 1 || n > len(b.Scenes) || slices.ContainsFunc(b.Scenes, func(sc scene.Scene) bool { return heard(sceneText(&sc), name) }) {
			return short
		}
		return f[1] + m.scene + " " + f[2]
	})
}

// there is an instruction with the number of the scene that it named before in the place of a
// "there" at its end: "make the price scene longer and use a white background there".
func (entry Entry) there(b, first *scene.Storyboard, s string) string {
	m := mannerOf(b.Language)
	at := thereEnds.FindStringIndex(s)
	if m == nil || at == nil || inQuotes(s, at[0]) {
		return s
	}
	e := &editor{b: b, first: first, entry: entry, seen: sceneIDs(b)}
	head := s[:at[0]]
	cut := partEnd.FindStringIndex(head)
	if cut == nil {
		return s
	}
	lead := head[:cut[0]]
	if next, ok := e.numbered(m, lead, false); ok {
		lead = next
	}
	number := aNumbered(m).FindString(lead)
	if number == "" {
		return s
	}
	in, _, _ := strings.Cut(m.aScene, "|")
	return lead + head[cut[0]:] + " " + in + " " + number
}

// thereEnds is a word for the scene that was spoken of.
var thereEnds = pattern.New(`(?i) (?:there|in (?:that|this) (?:scene|one)|on (?:that|this) (?:slide|one)|dort|in dieser szene)(?: too| as well| please| bitte)?[.!]?$`)

// inItem is an instruction about one item of a list with the number of its scene in the place
// of the item, where the video shows it: "in rule 5 say …".
func (entry Entry) inItem(b *scene.Storyboard, s string) string {
	f := withinItem.FindStringSubmatch(s)
	if f == nil || mannerOf(b.Language) == nil {
		return s
	}
	e := &editor{b: b, entry: entry}
	i, _, err := e.ranked(f[1])
	if err != nil {
		return s
	}
	return fmt.Sprintf("%s %d: %s", mannerOf(b.Language).scene, i+1, f[2])
}

// withinItem: the item, what is to be done there.
var withinItem = pattern.New(`(?i)^(?:in|on|at|for|bei|in) (?:the |der |dem )?((?:\p{L}+ \d)|(?:first|second|third|fourth|fifth|last) \p{L}+),? (.{8,})$`)

// nearest adds to the answer of an instruction that nothing reads what scene it seems to
// speak of, and what can be done there.
func (e *editor) nearest(s string, failed error) error {
	u, m := (*edit.Unread)(nil), mannerOf(e.b.Language)
	if m == nil || !errors.As(failed, &u) {
		return failed
	}
	best, strange := e.speaking(m.topic(s))
	if len(best) != 1 || len(strange) > 3 {
		return failed
	}
	n := best[0].scene + 1
	return fmt.Errorf("%w; scene %d says %q: write in scene %d say …, replace \"old\" with \"new\", make scene %d longer, or remove scene %d", failed, n, telling.Clip(best[0].text, 60), n, n, n)
}

// inQuotes tells whether a place of an instruction is within quotation marks.
func inQuotes(s string, at int) bool {
	return strings.Count(s[:at], `"`)%2 == 1 || strings.Count(s[:at], "“") > strings.Count(s[:at], "”")
}
