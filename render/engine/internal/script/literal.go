package script

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/policy"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// literalTexts are the texts that the prompt wants on screen character for character.
func (w *writer) literalTexts() map[string]bool {
	out := map[string]bool{}
	for _, lit := range w.Brief.Screen {
		out[lit.Text] = true
	}
	for _, ps := range w.Brief.Scenes {
		for _, t := range ps.Screen {
			out[t] = true
		}
	}
	return out
}

// literals puts every critical on-screen text on the scene that speaks of it,
// character for character.
func (w *writer) literals(b *scene.Storyboard) {
	placed := make([]int, len(b.Scenes))
	for _, lit := range w.Brief.Screen {
		if quotedIn(b, lit.Text) || shows(b, lit.Text) || slices.ContainsFunc(b.Scenes, func(s scene.Scene) bool { return slices.Contains(s.Ticker, lit.Text) }) {
			continue
		}
		best, score := -1, 0
		for i, s := range b.Scenes {
			if best < 0 && strings.Contains(w.wants(i), lit.Text) {
				best, score = i, 1<<20 // the scene's picture names it
			}
			n := overlap(lit.Text, s.Say+" "+strings.Join(shownIn(s), " ")) + 2*figuresShared(lit.Text, policy.Text(&scene.Storyboard{Scenes: []scene.Scene{s}})+figureWords(s))
			if n > score && placed[i] < mostLiterals {
				best, score = i, n
			}
		}
		if best < 0 && prose.URL(lit.Text) == lit.Text && lit.Text != "" {
			best = len(b.Scenes) - 1 // an address is what a video ends on
		}
		if best < 0 {
			best = len(b.Scenes) - 1
			least := 1 << 20
			for i, s := range b.Scenes { // where fewest stand, beside a person or in a statement first
				n := 2 * placed[i]
				if s.Kind != scene.Statement && s.Kind != scene.Presenter {
					n++
				}
				if n < least && s.Kind != scene.Logo {
					best, least = i, n
				}
			}
		}
		if best < 0 {
			return
		}
		own := best < len(w.Brief.Scenes) && w.Brief.Level == brief.Scenes && telling.Quotes(w.wants(best), b.Scenes[best].Headline)
		if placed[best]++; (placed[best] > 1 || own) && (b.Scenes[best].Kind == scene.Title || b.Scenes[best].Kind == scene.Chapter || b.Scenes[best].Kind == scene.Statement) {
			b.Scenes[best].Overlay = append(b.Scenes[best].Overlay, lit.Text) // its headline is a literal already, or the plan's own
		} else {
			place(&b.Scenes[best], lit.Text)
		}
		w.Note(lit.Line, fmt.Sprintf("on-screen text \"%s\" is shown literally in scene %d", lit.Text, best+1))
	}
}

// quotedIn tells whether a scene shows a quotation and who said it, `"It works." — Ada, CTO`, as
// its own quotation; there it then ends as it is written.
func quotedIn(b *scene.Storyboard, text string) bool {
	q := telling.FirstWord(prose.Quoted(text))
	who := strings.Trim(strings.Replace(text, q, "", 1), " \"“”„«»–—-")
	for i := range b.Scenes {
		s := &b.Scenes[i]
		if s.Kind == scene.Quote && q != "" && prose.Unstop(s.Headline) == prose.Unstop(q) && (who == "" || who == s.Name || who == s.Name+", "+s.Role) {
			s.Headline = q
			return true
		}
	}
	return false
}

// figuresShared is how many figures of two digits or more two texts have in common, however
// their digits are grouped: "3 200" and "3,200".
func figuresShared(a, b string) int {
	n, in := 0, figuresOf(b)
	for f := range figuresOf(a) {
		if in[f] {
			n++
		}
	}
	return n
}

func figuresOf(s string) map[string]bool {
	out := map[string]bool{}
	for _, f := range groupedFigure.FindAllString(s, -1) {
		if f = notDigit.ReplaceAllString(f, ""); len(f) > 1 {
			out[f] = true
		}
	}
	return out
}

var (
	groupedFigure = pattern.New(`\d{1,3}(?:[.,'’ \x{a0}\x{202f}]\d{3})+|\d+(?:[.,]\d+)?`)
	notDigit      = pattern.New(`\D`)
)

// mostLiterals is how many critical texts go to one scene because its words fit them.
const mostLiterals = 2

// place puts a literal text where the scene's kind shows text.
func place(s *scene.Scene, text string) {
	if low := strings.ToLower(text); s.Kind == scene.Number { // the text says it already
		for _, said := range []*string{&s.Label, &s.Subtitle} {
			if strings.Contains(low, strings.ToLower(*said)) {
				*said = ""
			}
		}
	}
	switch s.Kind {
	case scene.Presenter, scene.Footage:
		s.Overlay = append([]string{text}, s.Overlay...)
	case scene.Number:
		for _, room := range []*string{&s.Note, &s.Label, &s.Subtitle} {
			if *room == "" {
				*room = text
				return
			}
		}
		s.Overlay = append(s.Overlay, text)
	case scene.End:
		if prose.URL(text) != "" && prose.Words(text) == 1 {
			s.URL = text
			return
		}
		if s.Note == "" {
			s.Note = text
			return
		}
		s.Overlay = append(s.Overlay, text)
	case scene.Title, scene.Statement, scene.Chapter:
		if s.Kind == scene.Statement {
			s.Headline = text
			return
		}
		s.Subtitle = text
	default:
		if s.Note == "" {
			s.Note = text
		} else {
			s.Overlay = append(s.Overlay, text)
		}
	}
}

func shows(b *scene.Storyboard, text string) bool {
	for _, s := range b.Scenes {
		if slices.Contains(shownIn(s), text) {
			return true
		}
	}
	return false
}

// shownIn is every text that a scene shows.
func shownIn(s scene.Scene) []string {
	out := append([]string{s.Headline, s.Subtitle, s.Label, s.Note, s.Action, s.URL}, s.Overlay...)
	for _, it := range s.Items {
		out = append(out, it.Label, it.Title, it.Body, it.Value)
	}
	if s.Figure != nil {
		out = append(out, telling.FigureText(s.Figure))
	}
	return out
}

// overlap counts the words of a, longer than three letters or with digits, that b has; those
// that it has as they stand count twice.
func overlap(a, b string) int {
	b = strings.ToLower(b)
	whole := map[string]bool{}
	for _, w := range directedWord.FindAllString(b, -1) {
		whole[w] = true
	}
	n := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(a), func(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == '.' && !anyDigit.MatchString(a) }) {
		w = strings.Trim(w, ".,:;!?\"'()")
		digits := strings.ContainsAny(w, "0123456789")
		if (len(w) > 3 || digits) && strings.Contains(b, w) {
			n++
			if digits || whole[w] {
				n++
			}
		}
	}
	return n
}
