package script

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/policy"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// silence notes the clauses of a plan that came to nothing: what the storyboard would be
// the same without, notes and all. It knows no grammar. A clause whose words are said,
// shown or noted has been answered; any other one is taken out of the prompt and the
// storyboard is written once more. So a direction may be unknown here, but it cannot be
// passed over: whoever removes a line of a plan sees a scene, a setting or a note go.
func (r Request) silence(ctx context.Context, w *writer, b *scene.Storyboard) {
	if w.Brief.Level != brief.Scenes {
		return
	}
	s := &silencer{ctx: ctx, r: r, text: r.Spec.PositivePrompt, heard: w.heard(b), placed: map[int][]int{}, heads: map[int]bool{}}
	for _, ps := range w.Brief.Scenes {
		s.heads[ps.Line] = true
	}
	for _, n := range b.Notes {
		s.placed[n.Line] = append(s.placed[n.Line], n.Col)
	}
	s.r.LLM, s.r.Stock, s.r.Estimate, s.r.Least = nil, nil, nil, nil
	s.r.Spec.Assets, s.r.Spec.Edits, s.r.Spec.Fit = nil, nil, "extend"
	s.whole = s.without(0, 0)
	at, set := 0, setBy(s.text)
	for n, l := range strings.SplitAfter(s.text, "\n") {
		if s.read > mostRead || ctx.Err() != nil {
			b.Notes = append(b.Notes, scene.Note{Line: n + 1, Col: 1, Text: "the plan is long: from here on directions that nothing follows from are not told one by one"})
			break
		}
		for _, span := range s.lost(n+1, at, l) {
			if setBy(s.text[:span[0]]+s.text[span[1]:]) != set {
				continue // "Hard cut.", where it would be one in any case
			}
			words := strings.Trim(s.text[span[0]:span[1]], " \t\r\n,;|-*•")
			col := utf8.RuneCountInString(l[:strings.Index(l, words)]) + 1
			words = strings.ReplaceAll(words, "**", "")
			if dataPair.MatchString(words) {
				words = strings.ReplaceAll(words, `"`, "")
			}
			b.Notes = append(b.Notes, scene.Note{Line: n + 1, Col: col, Text: fmt.Sprintf("nothing follows from %q: the storyboard is the same without it", telling.Clip(words, quotedMost))})
		}
		at += len(l)
	}
	slices.SortStableFunc(b.Notes, func(x, y scene.Note) int { return cmp.Compare(x.Line, y.Line) })
}

// setBy are the settings that a prompt makes, of the video and of each scene. One that
// makes what would be so in any case is understood, though nothing shows it.
func setBy(text string) string {
	b := prompt.Parse(text)
	out := fmt.Sprintln(b.Orientation, b.Seconds, b.Language, b.Music.Off, b.NoStock, b.Transition, b.Presenter.None)
	for _, s := range b.Scenes {
		out += fmt.Sprintln(s.Transition, s.NoAvatar, s.Side, s.Type, s.Framing)
	}
	return out
}

// mostRead is how much of a plan is read again at most, in bytes: some seconds' worth.
const mostRead = 400_000

// silencer writes the storyboard of a prompt again without parts of it.
type silencer struct {
	ctx    context.Context
	r      Request
	text   string
	heard  string        // the letters of all that is said, shown or noted
	placed map[int][]int // by line, the columns that notes stand at
	heads  map[int]bool  // the lines that scenes begin on
	whole  string        // the storyboard of the whole prompt
	read   int           // how much has been read again, in bytes
}

// without is the storyboard of the prompt without the bytes from a to z, as text; places
// in the prompt are no part of it.
func (s *silencer) without(a, z int) string {
	s.read += len(s.text) + a - z
	r := s.r
	r.Spec.PositivePrompt = danglingComma.ReplaceAllString(s.text[:a]+s.text[z:], "$1")
	b, _, err := r.write(s.ctx)
	if err != nil {
		return err.Error()
	}
	for i := range b.Notes {
		b.Notes[i].Line, b.Notes[i].Col = 0, 0
	}
	out, err := json.Marshal(b)
	if err != nil {
		return err.Error()
	}
	return string(out)
}

// danglingComma is what is left before a bracket of data whose last part is taken out.
var danglingComma = pattern.New(`,(\s*[}\]])`)

// lost are the spans of line n, at its place in the prompt, that nothing answers to: all
// of it, or some of its clauses.
func (s *silencer) lost(n, at int, l string) [][2]int {
	if headsOnly.MatchString(strings.TrimSpace(l)) || tableRule.MatchString(s.text[at+len(l):]) || s.answered(l) {
		return nil // the names of columns are no directions
	}
	clauses := clausesOf(l)
	if s.heads[n] && len(clauses) == 1 {
		return nil
	}
	open := slices.DeleteFunc(slices.Clone(clauses), func(c [2]int) bool {
		return s.answered(l[c[0]:c[1]]) || onlyPart.MatchString(l[c[0]:c[1]]) || s.noted(n, l, c) || courteous.MatchString(l[c[0]:c[1]])
	})
	for i := range open {
		open[i][0], open[i][1] = open[i][0]+at, open[i][1]+at
	}
	if len(open) == len(clauses) && !s.heads[n] {
		if s.without(at, at+len(l)) == s.whole {
			return [][2]int{{at, at + len(l)}}
		}
		if len(open) == 1 {
			return nil
		}
	}
	return slices.DeleteFunc(open, func(c [2]int) bool { return s.without(c[0], c[1]) != s.whole })
}

// noted tells whether a note stands at words of a clause of line n; one that stands at the
// beginning of a line may be about all of it.
func (s *silencer) noted(n int, l string, c [2]int) bool {
	return slices.ContainsFunc(s.placed[n], func(col int) bool {
		k := len(string([]rune(l)[:min(col-1, utf8.RuneCountInString(l))]))
		return col > 1 && c[0] <= k && k < c[1]
	})
}

// answered tells whether words stand in what is said, shown or noted, without the label
// before them.
func (s *silencer) answered(words string) bool {
	if m := labelBefore.FindStringSubmatch(words); m != nil {
		words = m[1]
	}
	x := lettersIn(words)
	return x == "" || len(x) >= leastHeard && strings.Contains(s.heard, x)
}

// leastHeard is how many letters and digits are found among others by no accident, in bytes.
const leastHeard = 5

var (
	labelBefore = pattern.New(`^[\s\p{P}\p{S}\d]*\p{L}[\p{L}\d./-]*(?: [\p{L}\d./-]+){0,3}[*_"]*\s*[:：]([\s\S]*)$`)
	// tableRule stands below the names of a table's columns.
	tableRule = pattern.New(`^\s*\|?\s*:?-{2,}[-\s|:]*(?:\n|$)`)
	// onlyPart says what a scene is for, or of which kind its data are, which account.go answers.
	onlyPart = pattern.New(`(?i)^[\s\p{P}|]*(?:(?:the )?(?:selected presenter|selected avatar|hook|intro|outro|opening|closing|close|problem|solution|proof|social proof|cta|recap|summary)|(?:type|kind|layout|id)["\s]*:\s*["']?[\w-]+["']?,?)[\s\p{P}|]*$`)
	// courteous asks for nothing.
	courteous = pattern.New(`(?i)^[\s\p{P}]*(?:please|thanks?(?: you)?|hi|hello|bitte|danke|por favor|gracias|s['’]il vous plaît|svp|merci|per favore|grazie|obrigad[oa]|cheers)[\s\p{P}]*$`)
	// headsOnly is a line that only heads what follows: "SCENES:", "## Script".
	headsOnly = pattern.New(`^\s*(?:#{1,6}\s.*|[^:]{2,60}[:：]\s*|[*_]{2}[^*_]{2,40}[*_]{2}\s*)$`)
)

// heard are the letters of all that a storyboard says, shows and notes.
func (w *writer) heard(b *scene.Storyboard) string {
	var all strings.Builder
	all.WriteString(policy.Text(b) + "\n")
	for i, s := range b.Scenes {
		all.WriteString(figureWords(s) + "\n")
		if i < len(w.Brief.Scenes) { // what its directions name is on the account of account.go
			ps := w.Brief.Scenes[i]
			all.WriteString(ps.Header + "\n" + ps.Visual + "\n" + ps.Written(ps.Visual) + "\n" + ps.LowerThird + "\n")
		}
	}
	for _, n := range b.Notes {
		all.WriteString(n.Text + "\n")
	}
	var out strings.Builder
	for _, l := range strings.Split(all.String(), "\n") {
		out.WriteString(lettersIn(l) + "\n")
	}
	return out.String()
}

// dataPair is a key of data with its value.
var dataPair = pattern.New(`"[^"]*"\s*:\s*(?:"(?:[^"\\]|\\.)*"|-?[\d.]+|true|false|null)\s*,?`)

// countedOff only numbers a part of data.
var countedOff = pattern.New(`(?i)^"(?:id|n|no|nr|index|number|scene|shot|order|version)"\s*:\s*"?\D{0,6}\d+"?`)

// clausesOf cuts a line at its sentences, commas, semicolons and bars, outside of quotation
// marks and brackets; data, at its values.
func clausesOf(l string) [][2]int {
	var out [][2]int
	for _, at := range dataPair.FindAllStringIndex(l, -1) {
		if !countedOff.MatchString(l[at[0]:at[1]]) {
			out = append(out, [2]int{at[0], at[1]})
		}
	}
	if out != nil {
		return out
	}
	from, depth, quote := 0, 0, false
	if m := labelBefore.FindStringSubmatchIndex(l); m != nil {
		from = m[2]
	}
	for i, r := range l {
		if i < from {
			continue
		}
		switch {
		case r == '"':
			quote = !quote
		case r == '“' || r == '„' || r == '«':
			quote = true
		case r == '”' || r == '»':
			quote = false
		case strings.ContainsRune("([{", r):
			depth++
		case strings.ContainsRune(")]}", r):
			depth = max(0, depth-1)
		}
		_, size := utf8.DecodeRuneInString(l[i:])
		next, _ := utf8.DecodeRuneInString(l[i+size:])
		if quote || depth > 0 || !strings.ContainsRune(",;|.·", r) || !unicode.IsSpace(next) {
			continue
		}
		end := i + size
		if part := l[from:end]; lettersIn(part) != "" && (r != '.' || len(strings.Fields(part)) > 1) { // "EXT. STREET"
			out, from = append(out, [2]int{from, end}), end
		}
	}
	if lettersIn(l[from:]) != "" {
		out = append(out, [2]int{from, len(l)})
	}
	return out
}
