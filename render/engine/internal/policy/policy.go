// Package policy judges the words of a video before anything is rendered.
package policy

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
)

// Verdict is what a policy check says about a text.
type Verdict struct {
	Flagged bool
	Rule    string // why, for the log and the error: sexual, minors, violence, hate, self-harm, weapons
}

// Policy judges the words of a video before anything is rendered.
type Policy interface {
	Judge(text string) Verdict
}

// Words is the built-in policy: a list of unambiguous words and phrases in
// English, German, Spanish, French, Portuguese and Italian.
//
// It sees words, not meaning. It misses whatever is paraphrased, misspelt on
// purpose, written in another language or shown only in pictures, and it cannot
// tell a report about violence from praise of it; so it flags only phrases that
// have hardly another use. Whoever needs more plugs in a classifier.
type Words struct{}

var policyRules = []struct {
	rule string
	re   *pattern.Pattern
}{
	{"minors", pattern.New(`(?i)\b(?:sexual|nude|naked|erotic|porn\w*)\b[^.\n]{0,40}\b(?:child(?:ren)?|minors?|kids?|underage|teenage(?:r|rs)?|schoolgirls?|schoolboys?)\b|\b(?:child(?:ren)?|minors?|underage|kids?)\b[^.\n]{0,40}\b(?:sexual|nude|naked|erotic|porn\w*)\b|\bchild porn\w*`)},
	{"sexual", pattern.New(`(?i)\b(?:porn(?:o|ograph\w*)?|hardcore sex|explicit sex|sex scene|masturbat\w*|blow ?jobs?|gang ?bang|nude (?:photos?|models?|women|men|scene)|naked (?:women|men|body|bodies)|onlyfans nudes?|pornogra[fp]\w*|escenas? sexual(?:es)?|sexszene\w*|scène de sexe|cena de sexo|scena di sesso)\b`)},
	{"hate", pattern.New(`(?i)\b(?:(?:kill|gas|exterminate|lynch) (?:all |the )?(?:jews|muslims|blacks|whites|gays|immigrants|foreigners|women)|heil hitler|white power|ethnic cleansing is|untermensch\w*|subhuman race)\b`)},
	{"violence", pattern.New(`(?i)\b(?:behead(?:ing)? video|graphic gore|snuff (?:film|video)|torture (?:him|her|them) (?:slowly|to death)|how to (?:kill|murder|poison) (?:someone|a person|my|your)|mass shooting (?:plan|tutorial))\b`)},
	{"self-harm", pattern.New(`(?i)\b(?:how to (?:kill|hang|cut) (?:yourself|myself)|ways to commit suicide|suicide (?:method|tutorial|instructions)|pro-?ana)\b`)},
	{"weapons", pattern.New(`(?i)\b(?:how to (?:build|make) (?:a )?(?:pipe )?(?:bomb|explosives?|nerve agent|ghost gun)s?|bomb[- ]making (?:guide|instructions|tutorial))\b`)},
}

// Judge applies the word list. Preventive wording ("how to report", "prevention")
// in the same sentence lifts the rules for self-harm and violence.
func (Words) Judge(text string) Verdict {
	for _, r := range policyRules {
		for _, at := range r.re.FindAllStringIndex(text, -1) {
			if (r.rule == "self-harm" || r.rule == "violence" || r.rule == "weapons") && preventive.MatchString(sentenceAround(text, at[0], at[1])) {
				continue
			}
			return Verdict{true, r.rule}
		}
	}
	return Verdict{}
}

var preventive = pattern.New(`(?i)\b(?:prevent\w*|helpline|hotline|support|awareness|report (?:it|them|to)|recogni[sz]e the signs|never|do not|don't|stop)\b`)

func sentenceAround(s string, a, z int) string {
	if i := strings.LastIndexAny(s[:a], ".!?\n"); i >= 0 {
		a = i + 1
	} else {
		a = 0
	}
	if i := strings.IndexAny(s[z:], ".!?\n"); i >= 0 {
		z += i
	} else {
		z = len(s)
	}
	return s[a:z]
}

// Judge applies a policy to a prompt and to every word of its storyboard.
func Judge(p Policy, promptText string, b *scene.Storyboard) Verdict {
	if v := p.Judge(promptText); v.Flagged {
		return v
	}
	return p.Judge(Text(b))
}

// Text is every word of a storyboard that is heard or seen, a line each.
func Text(b *scene.Storyboard) string {
	var all strings.Builder
	line := func(texts ...string) {
		for _, t := range texts {
			if t != "" {
				all.WriteString(t + "\n")
			}
		}
	}
	items := func(of []scene.Item) {
		for _, it := range of {
			line(it.Label, it.Title, it.Body, it.Value)
		}
	}
	for _, s := range b.Scenes {
		line(s.Say, s.Headline, s.Subtitle, s.Label, s.Note, s.Name, s.Role, s.Action, s.URL, s.Code)
		line(s.Overlay...)
		line(s.Ticker...)
		items(s.Items)
		for _, c := range s.Columns {
			line(c.Title)
			items(c.Rows)
		}
		if s.Series != nil {
			line(s.Series.Labels...)
		}
		if s.LowerThird != nil {
			line(s.LowerThird.Name, s.LowerThird.Role)
		}
		for _, row := range s.Rows {
			line(strings.Join(row, "\n"))
		}
	}
	return all.String()
}
