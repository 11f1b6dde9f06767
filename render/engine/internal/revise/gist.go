package revise

import (
	"errors"
	"fmt"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/scene"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// An instruction that has none of the forms that package edit reads is taken by its
// parts: what is done, to what, what is new, and why. There are few things to do; what
// they are done to is found by its words, which the video says or shows; what is new is
// what is left. Where two places would do, or none, nothing is done and the answer names
// them.

// gist is an instruction without what is polite or beside the point.
type gist struct {
	manner  *manner
	text    string
	clauses []string
	also    bool // it is so beside what the video says
	instead bool // something else comes in the place of what goes
}

// gistOf takes an instruction apart.
func gistOf(s string, m *manner) gist {
	s = strings.NewReplacer("’", "'", "‘", "'").Replace(strings.TrimSpace(s))
	if m.lang == "en" {
		s = unapostrophed.ReplaceAllString(s, "${1}n't")
	}
	g := gist{manner: m, text: m.bare(s), also: m.also.MatchString(s), instead: instead.MatchString(s)}
	from := 0
	for _, at := range append(m.joints.FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
		if at[0] < len(s) && inQuotes(s, at[0]) {
			continue
		}
		if c := m.bare(s[from:at[0]]); c != "" {
			g.clauses = append(g.clauses, c)
		}
		from = at[1]
	}
	return g
}

// unapostrophed is a denial as people type it: "dont", "isnt". Group: all but the denial.
var unapostrophed = pattern.New(`(?i)\b(do|does|did|is|are|was|were|wo|ca|should|would)nt\b`)

// whole fails where a clause was not carried out and is no mere reason: it says something of
// what the video speaks of, elsewhere than in what was done and what that was done to.
func (g gist) whole(did []string, units, to []unit) error {
	said := strings.Join(did, " ")
	for _, u := range to {
		said += " " + u.all()
	}
	for _, c := range g.clauses {
		words := g.manner.topic(c)
		if slices.Contains(did, c) || len(words) == 0 {
			continue
		}
		if edit.Orders(c, g.manner.lang) {
			return fmt.Errorf("%q is understood, %q is not, and an edit is carried out whole or not at all", strings.Join(did, ", "), c)
		}
		fresh := slices.ContainsFunc(namesIn(c, nil, g.manner.lang), func(n string) bool { // somebody new
			return strings.Contains(n, " ") && !strings.Contains(said, n) && !slices.ContainsFunc(units, func(u unit) bool { return strings.Contains(u.text, n) })
		})
		of := 0
		for _, w := range words {
			if !names(said, []string{w}) && slices.ContainsFunc(units, func(u unit) bool { return names(u.all(), []string{w}) }) {
				of++
			}
		}
		if fresh || g.manner.link.MatchString(c) && 2*of >= len(words) {
			return fmt.Errorf("%q is understood, %q is not, and an edit is carried out whole or not at all", strings.Join(did, ", "), c)
		}
	}
	return nil
}

// instead says that something comes in the place of something else.
var instead = pattern.New(`(?i)\b(?:instead|stattdessen|dafür|à la place|en su lugar|al suo posto|em vez disso|in plaats daarvan)\b`)

// bare is a clause without what it begins and ends with that asks for nothing.
func (m *manner) bare(s string) string {
	for range 8 {
		was := s
		s = strings.TrimSpace(s)
		if at := m.asides.FindStringIndex(s); at != nil {
			s = s[at[1]:]
		}
		s = m.reports.ReplaceAllString(s, "")
		s = strings.TrimRight(m.tails.ReplaceAllString(s, ""), " .!?,;:")
		if s == was {
			break
		}
	}
	return s
}

// errOther says that an instruction is none of the kind that a rule reads.
var errOther = errors.New("no such instruction")

// resolve carries out an instruction that has no form, by what the video says. It returns
// errOther where no word of it leads anywhere.
func (e *editor) resolve(s string) (string, error) {
	m := mannerOf(e.b.Language)
	if m == nil {
		return "", errOther
	}
	g := gistOf(s, m)
	if len(g.clauses) == 0 || len(g.clauses) > 8 || ofLength.MatchString(g.text) {
		return "", errOther
	}
	for _, rule := range []func(gist) (string, error){e.fileGist, e.chartGist, e.addressGist, e.voiceGist, e.quoteGist, e.dropGist, e.orderGist, e.kindGist, e.onlyGist, e.spellingGist, e.relistGist, e.coverGist, e.sameSubject, e.renameGist, e.exactGist, e.hoursGist, e.stateGist, e.contrastGist, e.moreGist, e.denyGist} {
		done, err := rule(g)
		if !errors.Is(err, errOther) {
			return done, err
		}
	}
	return "", errOther
}

// ofLength is a part of the time that the video lasts.
var ofLength = pattern.New(`(?i)\b(?:first|last|ersten|letzten|premières|dernières|primeros|últimos|primi|ultimi|primeiros|eerste|laatste)(?: few)? (?:\d+ ?)?(?:s|secs?|seconds?|sekunden|secondes|segundos|secondi|seconden)\b`)

// quoteGist says words in quotation marks in the place of the sentence that the rest of the
// instruction speaks of: "make the phone rule friendlier: “Leave your phone at home.”"
func (e *editor) quoteGist(g gist) (string, error) {
	f := quoteLast.FindStringSubmatch(g.text)
	if f == nil || g.also || g.manner.never.MatchString(f[1]) || strings.ContainsAny(f[1], `"“”„«»`) || newWords.MatchString(f[1]) {
		return "", errOther
	}
	best, _ := e.speaking(g.manner.topic(f[1]))
	switch len(best) {
	case 0:
		i, err := e.sceneNamed(strings.Join(g.manner.topic(f[1]), " "))
		if err != nil || kindOf[strings.ToLower(g.manner.topic(f[1] + " x")[0])] == "" {
			return "", errOther
		}
		x := edit.Edit{Scenes: sceneAt(i), Text: f[2], Quoted: true, Values: map[string]string{}}
		if e.b.Scenes[i].Kind == scene.Quote {
			x.Scenes[0].Number, x.Scenes[0].Kind = 0, "quote"
		}
		defer e.asItStands()()
		return e.say(x)
	case 1:
		return e.sayInstead(best[0], f[2])
	}
	return "", whichUnit(best)
}

// quoteLast is an instruction that ends with words in quotation marks. Groups: what stands
// before, the words.
var quoteLast = pattern.New(`^([^"“„«]{4,80}?)[:,]?\s+["“„«]([^"“”„«»]{3,200})["”“»]?$`)

// newWords put words beside those that there are.
var newWords = pattern.New(`(?i)\b(?:add|insert|mention|end|finish|start|begin|open|close|title|headline|caption|scene|slide|füge|ergänze|añade|ajoute|ajoutez|aggiungi|adicione|voeg|ende|beende|termine|termina|finis|eindig)\b`)

// unit is one sentence of the video.
type unit struct {
	scene, sentence int
	text            string
	lead            string // of the sentence before, where this one begins with a pronoun
}

// units are the sentences of the video, but for those that say the rest once more.
func (e *editor) units() []unit {
	var out []unit
	for i := range e.b.Scenes {
		if e.recaps(i) {
			continue
		}
		for k, t := range prose.SplitSentences(e.b.Scenes[i].Say) {
			u := unit{scene: i, sentence: k, text: t}
			if n := len(out); n > 0 && pronounFirst.MatchString(t) {
				u.lead = strings.Join(strings.Fields(out[n-1].text)[:min(3, len(strings.Fields(out[n-1].text)))], " ")
				if out[n-1].lead != "" {
					u.lead = out[n-1].lead
				}
			}
			out = append(out, u)
		}
	}
	return out
}

// pronounFirst begins a sentence that speaks of what the one before it spoke of.
var pronounFirst = pattern.New(`(?i)^(?:it|they|he|she|this|es|er|sie|il|elle|ils|elles|ella|ellos|ele|ela|eles|lui|lei|loro|het|hij|zij|ze) `)

// all is what a unit says, with what its pronoun stands for.
func (u unit) all() string { return u.lead + " " + u.text }

// topic are the words of a phrase that name something.
func (m *manner) topic(s string) []string {
	var out []string
	for _, w := range wordRE.FindAllString(strings.ToLower(s), -1) {
		if !m.idle.MatchString(w) && !m.pieces.MatchString(w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// speaking are the sentences that have the most of some words, each word the heavier the
// fewer have it, and the words that none has.
func (e *editor) speaking(words []string) (best []unit, strange []string) {
	units := e.units()
	weight := make([]float64, len(words))
	for k, w := range words {
		n := 0
		for _, u := range units {
			if e.has(u, w) {
				n++
			}
		}
		if n == 0 {
			strange = append(strange, w)
			continue
		}
		weight[k] = 1 / float64(n)
	}
	most := 0.0
	for _, u := range units {
		score := 0.0
		for k, w := range words {
			switch {
			case weight[k] == 0:
			case slices.Contains(wordRE.FindAllString(strings.ToLower(u.text), -1), w):
				score += weight[k]
			case e.has(unit{text: u.text}, w): // in another form
				score += .9 * weight[k]
			case e.has(u, w):
				score += weight[k] / 2
			}
		}
		switch {
		case score > most+1e-9:
			most, best = score, []unit{u}
		case score > 0 && score > most-1e-9:
			best = append(best, u)
		}
	}
	return best, strange
}

// has tells whether a sentence has a word in one form or another.
func (e *editor) has(u unit, word string) bool {
	return names(u.all(), []string{word})
}

// whichUnit asks which of several sentences is meant.
func whichUnit(units []unit) error {
	var out []string
	for _, u := range units[:min(3, len(units))] {
		out = append(out, fmt.Sprintf("%q in scene %d", telling.Clip(u.text, 50), u.scene+1))
	}
	return fmt.Errorf("which of these: %s? Say it with the scene's number", strings.Join(out, ", "))
}

// partOf asks for more about a sentence that an instruction speaks of.
func askAbout(u unit) error {
	return fmt.Errorf("scene %d says %q: write in scene %d say …, or remove %q", u.scene+1, telling.Clip(u.text, 90), u.scene+1, telling.Clip(u.text, 60))
}
