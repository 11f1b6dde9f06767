package revise

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// renameGist gives what has a name another: "the weights room is now called the iron room".
func (e *editor) renameGist(g gist) (string, error) {
	for _, c := range append([]string{g.text}, g.clauses...) {
		f := g.manner.named.FindStringSubmatch(c)
		if r := g.manner.renamed.FindStringSubmatch(c); f == nil && r != nil && strings.EqualFold(lastWords(r[1], 1), lastWords(r[2], 1)) { // "the main desk is now the front desk"
			f = r
		}
		if n := g.manner.surname.FindStringSubmatch(c); n != nil && e.isSaid(n[1]) && !e.isSaid(n[1]+" "+n[2]) && e.fullName(n[1]) == "" {
			return e.replace(edit.Edit{Text: n[1], With: n[1] + " " + n[2], Quoted: true})
		}
		if n := g.manner.surname.FindStringSubmatch(c); n != nil {
			if full := e.fullName(n[1]); full != "" {
				return e.replace(edit.Edit{Text: full, With: n[1] + " " + n[2], Quoted: true})
			}
		}
		if done, err := e.longerName(g.manner, c); err == nil {
			return done, nil
		}
		if done, err := e.personIs(g.manner, c); err == nil { // "the buddy is called Tom now"
			return done, nil
		}
		if f != nil && properName.MatchString(f[2]) && !properName.MatchString(unarticled(f[1], e.b.Language)) { // who somebody is, not what they are
			if _, err := e.personIs(g.manner, c); err != nil && !errors.Is(err, errOther) {
				return "", err
			}
			if e.b.Language == "en" {
				continue
			}
		}
		if f == nil {
			f = e.counterpart(g.manner, c)
		}
		if f == nil || prose.Words(f[1]) > maxName || prose.Words(f[2]) > maxName || telling.DigitsRE.MatchString(f[2]) && !telling.DigitsRE.MatchString(f[1]) { // "the price should say 5" is no name
			continue
		}
		old := unarticled(f[1], e.b.Language)
		if capitalRE.FindString(f[2]) != "" && prose.Words(f[2]) < 3 { // "Hausmeister Kaya": whom the word leads has the name
			led := pattern.New(`\b` + regexp.QuoteMeta(old) + ` \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?`)
			for _, u := range e.units() {
				if was := led.FindString(u.text); was != "" {
					return e.replace(edit.Edit{Text: was, With: old + " " + f[2], Quoted: true})
				}
			}
		}
		for _, was := range []string{old, prose.Upper(old)} {
			for _, u := range e.units() {
				if _, n := exchange(u.text, was, f[2]); n > 0 {
					return e.replace(edit.Edit{Text: was, With: f[2], Quoted: true})
				}
			}
		}
	}
	return "", errOther
}

// properName is a name of at least two words with capital letters.
var properName = pattern.New(`^(?:\p{Lu}[\p{L}'’.-]* )+\p{Lu}[\p{L}'’-]*$`)

// counterpart reads what is another of its kind now: "zone B is zone D". nil = it is not said
// so, or the video does not have the one, or has the other.
func (e *editor) counterpart(m *manner, s string) []string {
	at := m.link.FindStringIndex(s)
	if should := shouldBe.FindStringIndex(s); should != nil {
		at = should
	}
	if at == nil {
		return nil
	}
	old, with := m.leading.ReplaceAllString(strings.TrimSpace(s[:at[0]]), ""), m.leading.ReplaceAllString(strings.TrimSpace(s[at[1]:]), "")
	a, b := strings.Fields(old), strings.Fields(with)
	if len(a) != 2 || len(b) != 2 || !strings.EqualFold(a[0], b[0]) || strings.EqualFold(a[1], b[1]) || e.isSaid(with) {
		return nil
	}
	if upper := prose.Upper(a[1]) == a[1] && prose.Upper(b[1]) == b[1]; !e.isSaid(old) && upper && e.isSaid(a[1]) && prose.Upper(a[0]) == a[0] { // "Dr. Osei" of "Dr. Amara Osei"
		return []string{s, a[1], b[1]}
	}
	if !e.isSaid(old) {
		return nil
	}
	return []string{s, old, with}
}

// shouldBe links what there is with what it is to be.
var shouldBe = pattern.New(`(?i) (?:should|must|needs to|has to) be `)

// maxName is how many words a new name or value has at most.
const maxName = 6

// personIs gives a part that somebody has to somebody else: "the buddy is Tom".
func (e *editor) personIs(m *manner, s string) (string, error) {
	f := m.is.FindStringSubmatch(s)
	if d := m.does.FindStringSubmatch(s); f == nil && d != nil { // "Emma does the training"
		f = []string{"", d[2], d[1]}
	}
	if f == nil || m.joints.MatchString(f[1]) { // "Joe left - the mentor is Ellie" says it in its last clause
		return "", errOther
	}
	topic := m.topic(f[1])
	units, strange := e.speaking(topic)
	if slices.ContainsFunc(units, func(u unit) bool { return slices.Contains(namesIn(u.text, nil, m.lang), f[1]) }) && !e.isSaid(f[2]) { // "Tom is Thomas Berg"
		return e.replace(edit.Edit{Text: f[1], With: f[2], Quoted: true})
	}
	if len(units) == 0 || 2*len(strange) > len(topic) || e.isSaid(f[2]) {
		return "", errOther
	}
	var found []string
	for _, u := range units {
		for _, n := range namesIn(u.text, topic, m.lang) {
			if !slices.Contains(found, n) {
				found = append(found, n)
			}
		}
	}
	if alike := slices.DeleteFunc(slices.Clone(found), func(n string) bool { return sharedWords(n, nameWords(f[2])) == 0 }); len(alike) == 1 { // "Petra Lang" of "Petra Lang-Huber"
		found = alike
	}
	switch {
	case len(found) == 0:
		return "", errOther
	case len(found) > 1:
		return "", whichOf(found, f[2])
	case strings.EqualFold(found[0], f[2]):
		return fmt.Sprintf("%s already is %s", f[1], f[2]), nil
	}
	done, err := e.replace(edit.Edit{Text: found[0], With: f[2], Quoted: true})
	if err != nil {
		return "", err
	}
	done = fmt.Sprintf("%s instead of %s: %s", f[2], found[0], done)
	for _, u := range e.units() {
		if p := pronounOf.FindString(u.text); p != "" && heard(u.text, f[2]) {
			done += fmt.Sprintf("; scene %d still says %q", u.scene+1, strings.TrimSpace(p))
		}
	}
	return done, nil
}

// pronounOf stands for a person.
var pronounOf = pattern.New(`(?i)\b(?:she|he|her|his|him|sie|er|elle|il|ella|él|ela|ele|lei|lui|zij|hij)\b`)

// longerName lets a name of which the video has the first word go on as a statement has it,
// where a sentence has all else that the statement names: "Lena is from Brightpath GmbH".
func (e *editor) longerName(m *manner, s string) (string, error) {
	for _, n := range namesIn(s, nil, m.lang) {
		first, _, more := strings.Cut(n, " ")
		rest := m.topic(strings.Replace(s, n, " ", 1))
		if !more || len(rest) == 0 || e.isSaid(n) || e.fullName(first) != "" || !strings.HasSuffix(s, n) {
			continue
		}
		for _, u := range e.units() {
			if names(u.text, rest) && slices.Contains(strings.Fields(prose.Unstop(u.text)), first) {
				return e.replace(edit.Edit{Text: first, With: n, Quoted: true})
			}
		}
	}
	return "", errOther
}

// fullName is a name as it goes on where the video gives it, "" = it does not.
func (e *editor) fullName(first string) string {
	for _, u := range e.units() {
		for _, n := range namesIn(u.text, nil, phrase.Base(e.b.Language)) {
			if _, own, ok := strings.Cut(" "+n, " "+first+" "); ok && own != "" { // "Ask Dana Ruiz" begins a sentence
				return first + " " + own
			}
		}
	}
	return ""
}

// isSaid tells whether a sentence of the video has words.
func (e *editor) isSaid(words string) bool {
	return slices.ContainsFunc(e.units(), func(u unit) bool {
		_, n := exchange(u.text, words, words)
		return n > 0
	})
}

// namesIn are the names in a sentence, without those among some words: words with a
// capital letter that do not begin it, or two of them that do.
func namesIn(s string, but []string, lang string) []string {
	var out []string
	if lang == "de" {
		for _, m := range titledName.FindAllStringSubmatch(s, -1) {
			out = append(out, m[1])
		}
		return out
	}
	run := ""
	flush := func(first bool) {
		f := strings.Fields(run)
		f = slices.DeleteFunc(f, func(w string) bool {
			return slices.Contains(but, strings.ToLower(w)) || determiners[strings.ToLower(w)]
		})
		if name := strings.Join(f, " "); name != "" && (!first || strings.Contains(run, " ")) && !weekdayForm.MatchString(name) && !telling.ADay.MatchString("1 "+name) {
			out = append(out, name)
		}
		run = ""
	}
	first := true
	last := 0
	for k, at := range capitalRE.FindAllStringIndex(s, -1) {
		if run != "" && s[last:at[0]] != " " {
			flush(first)
			first = false
		}
		if run == "" {
			first = k == 0 && at[0] == 0 || strings.HasSuffix(s[:at[0]], ": ")
		}
		run, last = strings.TrimSpace(run+" "+s[at[0]:at[1]]), at[1]
	}
	if run != "" {
		flush(first)
	}
	return out
}

// titledName are names in a language whose nouns have capital letters too. Group: the name.
var titledName = pattern.New(`(?:[ ](?:ist|heißt|heissen|heißen)[ ]|(?:^|[ ])(?:Herrn?|Frau|Dr\.)[ ])(\p{Lu}[\p{L}-]+(?:[ ]\p{Lu}[\p{L}-]+){0,2})`)

// capitalRE is a word with a capital letter.
var capitalRE = pattern.New(`\p{Lu}[\p{L}'-]+`)
