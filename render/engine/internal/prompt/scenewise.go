package prompt

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// sceneWish is what a direction outside the scenes asks of those that it names.
type sceneWish struct {
	scenes []int
	on     bool   // and of all behind the last of them
	ground string // the colour that they stand on
	side   string // of the presenter
	at     int    // line of the prompt
	words  string
}

// scenewise takes the clauses out of a direction that say for scenes by their numbers what
// they stand on and where the presenter is: "presenter on the right in scenes 2 and 3",
// "#F4F1DE (background of scene 3 only)". title is the heading that the direction stands under.
func (p *parser) scenewise(title, text string, at int) string {
	text = p.pauseWish(text, at)
	if !scenesRE.MatchString(text) {
		return text
	}
	left := text
	for _, s := range prose.SplitSentences(text) {
		for _, part := range splitOutside(s, "; ") {
			for _, clause := range clausesNaming(part) {
				w, ok := wishIn(title, clause)
				if !ok {
					continue
				}
				w.at, w.words = at, strings.Trim(clause, " ,;.")
				p.b.wishes = append(p.b.wishes, w)
				left = strings.Replace(left, clause, "", 1)
			}
		}
	}
	if left == text {
		return text
	}
	return strings.TrimSpace(strings.Trim(strings.ReplaceAll(left, ", ,", ","), " ,;"))
}

// clausesNaming are the clauses between commas that name scenes; the commas between their
// numbers part none.
func clausesNaming(s string) []string {
	refs := scenesRE.FindAllStringIndex(s, -1)
	var out []string
	from := 0
	for i, r := range refs {
		start := from
		if k := strings.LastIndex(s[from:r[0]], ", "); k >= 0 {
			start = from + k + 2
		}
		if strings.Contains(s[start:r[0]], ")") && !strings.Contains(s[start:r[0]], "(") {
			start = from // a comma within brackets
		}
		end, until := len(s), len(s)
		if i+1 < len(refs) {
			until = refs[i+1][0]
		}
		if k := strings.Index(s[r[1]:until], ", "); k >= 0 {
			end = r[1] + k
		} else if i+1 < len(refs) {
			end = r[1]
		}
		out = append(out, s[start:end])
		from = end
	}
	return out
}

// wishIn reads one of them.
func wishIn(title, clause string) (w sceneWish, ok bool) {
	w.scenes = scenesNamed(clause)
	w.on = onwards.MatchString(clause)
	bare := scenesRE.ReplaceAllString(clause, " ")
	if groundWords.MatchString(title + " " + bare) {
		if w.ground = ColorIn(textColour.ReplaceAllString(bare, " ")); w.ground != "" {
			return w, true
		}
	}
	if w.side, _ = layout.SideOf(title + " " + bare); w.side == "" {
		if m := besidePlace.FindStringSubmatch(bare); m != nil {
			w.side = strings.ToLower(m[1])
		}
	}
	return w, w.side != ""
}

var (
	// onwards goes on from a scene to the end.
	onwards = pattern.New(`(?i)\b(?:from|starting (?:with|at|in)|ab|desde|à partir d[eu]|dès|da|dalla)\s+(?:the )?(?:scene|shot|szene|escena|toma|scène|plan|cena|scena)\s*#?\d{1,2}(?:\s*(?:on|onwards?|upwards?|an|en adelante|in poi|em diante)\b|\s*\W*$)`)
	// groundWords speak of what scenes stand on.
	groundWords = pattern.New(`(?i)\b(?:back-?ground|backdrop|bg|ground|grade|grading|graded|tint|hintergrund|fondo|fond|sfondo|fundo|achtergrond)s?\b|^(?:colou?rs?|palette|colou?r (?:scheme|grade|grading)) `)
	// textColour is the colour of words on a ground.
	textColour = pattern.New(`(?i)\b(?:[\p{L}-]+ )?(?:text|type|letters|words|headlines?)\b`)
	// besidePlace is a corner that a presenter stands in.
	besidePlace = pattern.New(`(?i)\b(?:presenter|avatar|host|she|he)\b[^.;]{0,24}\b(?:lower|bottom|upper|top) (left|right)\b`)
)

// pauseAsked is a pause that a direction asks for behind words that are said.
type pauseAsked struct {
	seconds float64
	words   string // that are said
	about   string // what they speak of
	at      int
	asked   string
}

// pauseWish takes a pause out of a direction: "leave two seconds of silence after the pizza line".
func (p *parser) pauseWish(text string, at int) string {
	m := pauseBehind.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	secs := cmp.Or(prose.NumWords[strings.ToLower(m[1]+m[2])], prose.Decimal(m[1]+m[2]), 1)
	p.b.pauses = append(p.b.pauses, pauseAsked{secs, m[3], m[4], at, strings.Trim(m[0], " ,;.")})
	return strings.TrimRight(strings.Replace(text, m[0], "", 1), " ,;")
}

var pauseBehind = pattern.New(`(?i)(?:(?:^|[,;]\s*)(?:and |then )?(?:please )?|\band )(?:leave|add|hold|put|insert|make|keep)?\s*(?:an? )?(?:(\d{1,2}(?:\.\d)?|one|two|three|four|five)[ -]seconds?(?: long)?(?: of)? (?:silence|pause|quiet|break|beat)|(?:short |long )?(?:pause|silence|beat)(?: (?:of|for) (\d{1,2}(?:\.\d)?|one|two|three|four|five) seconds?)?) (?:after|following|behind) (?:the )?(?:(?:line|words?|sentence|bit) )?(?:(?:about|on|with) (?:the )?)?(?:["“„«]([^"”»“]{2,80})["”»“]|([\p{L}\d' -]{3,40}?)(?: (?:line|sentence|bit|part|joke|question|words?)))\.?$`)

// pausesAsked puts the pauses that directions ask for behind the words that they name.
func (b *draft) pausesAsked() {
	for _, w := range b.pauses {
		find := strings.ToLower(strings.Trim(w.words+w.about, " .!?"))
		done := false
		for i := range b.Scenes {
			ss := prose.SplitSentences(b.Scenes[i].Say)
			for k := len(ss) - 1; k >= 0 && !done; k-- {
				if strings.Contains(strings.ToLower(ss[k]), find) {
					ss[k] = strings.TrimRight(ss[k], " ") + " " + scene.Pause(time.Duration(w.seconds*float64(time.Second)))
					b.Scenes[i].Say, done = strings.Join(ss, " "), true
					b.NoteOn(w.at, fmt.Sprintf("understood: a pause of %g s in scene %d", w.seconds, b.Scenes[i].Number), w.asked)
				}
			}
		}
		if !done {
			b.NoteOn(w.at, fmt.Sprintf("%q: no scene says it", prose.Clip(w.asked, 80)), w.asked)
		}
	}
	b.pauses = nil
}

// sceneWishes gives the scenes what directions outside them ask of them.
func (b *draft) sceneWishes() {
	for _, w := range b.wishes {
		var met []int
		for i := range b.Scenes {
			s := &b.Scenes[i]
			if !slices.Contains(w.scenes, s.Number) && !(w.on && len(w.scenes) > 0 && s.Number > w.scenes[len(w.scenes)-1]) {
				continue
			}
			met = append(met, s.Number)
			if w.ground != "" {
				s.Ground = w.ground
			}
			if w.side != "" && s.Side == "" {
				if s.Side = w.side; s.Type == "" && len(s.Screen) > 1 {
					s.Type = "overlay" // beside its texts
				}
			}
		}
		switch {
		case met == nil:
			b.NoteOn(w.at, fmt.Sprintf("%q names a scene that there is not", prose.Clip(w.words, 80)), w.words)
		case w.ground != "":
			b.NoteOn(w.at, fmt.Sprintf("understood: %s on a ground of %s", numbered(met), w.ground), w.words)
		default:
			b.NoteOn(w.at, fmt.Sprintf("understood: the presenter on the %s in %s", w.side, numbered(met)), w.words)
		}
	}
	b.wishes = nil
}
