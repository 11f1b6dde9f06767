package revise

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// pronounOf stands for a person.
var pronounOf = pattern.New(`(?i)\b(?:she|he|her|his|him|sie|er|elle|il|ella|él|ela|ele|lei|lui|zij|hij)\b`)

// titledName are names in a language whose nouns have capital letters too. Group: the name.
var titledName = pattern.New(`(?:[ ](?:ist|heißt|heissen|heißen)[ ]|(?:^|[ ])(?:Herrn?|Frau|Dr\.)[ ])(\p{Lu}[\p{L}-]+(?:[ ]\p{Lu}[\p{L}-]+){0,2})`)

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

// capitalRE is a word with a capital letter.
var capitalRE = pattern.New(`\p{Lu}[\p{L}'-]+`)

func lastRuneOf(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

func isLetterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// contrastGist puts what is so in the place of what is not: "the price isn't 89, it's 99",
// "Plus doesn't include all classes, only yoga".
func (e *editor) contrastGist(g gist) (string, error) {
	m := g.manner
	if f := m.rather.FindStringSubmatch(g.text); f != nil {
		where := []int(nil)
		old := f[2]
		if at := m.place.FindStringSubmatchIndex(old); at != nil && at[1] == len(old) { // "… in the boards part"
			i, err := e.scenePart(m, old[at[4]:at[5]])
			if err != nil {
				return "", err
			}
			where, old = []int{i}, strings.TrimSpace(old[:at[2]])
		}
		if n := e.exchangeValue(where, old, f[1]); n > 0 && prose.Words(f[1]) <= maxName {
			return fmt.Sprintf("%q instead of %q: %d places", f[1], old, n), nil
		}
		return "", errOther
	}
	for k := 0; k+1 < len(g.clauses); k++ {
		no, yes := g.clauses[k], g.clauses[k+1]
		at := m.never.FindStringIndex(no)
		if at == nil && m.never.MatchString(yes) && strings.TrimSpace(no) != "" { // "Tom, not Priya"
			if begins := m.never.FindStringIndex(yes); begins[0] == 0 {
				no, yes, at = yes, no, begins
			}
		}
		if at == nil || m.never.MatchString(yes) {
			continue
		}
		done, err := e.contrast(m, no, no[at[1]:], yes)
		if err == errOther {
			continue
		}
		return done, err
	}
	return "", errOther
}

// exactGist puts what something is in the place of words that an instruction denies as the
// video has them: "the deadline is Wednesday 6 pm, not Thursday noon".
func (e *editor) exactGist(g gist) (string, error) {
	if len(g.clauses) != 2 {
		return "", errOther
	}
	yes, no := g.clauses[0], g.clauses[1]
	never, link := g.manner.never.FindStringIndex(no), g.manner.link.FindStringIndex(yes)
	if never == nil || never[0] != 0 || link == nil || g.manner.never.MatchString(yes) {
		return "", errOther
	}
	old, with := strings.TrimSpace(no[never[1]:]), strings.TrimSpace(yes[link[1]:])
	if prose.Words(old) < 2 || prose.Words(with) > maxName || len(e.valuesIn(old)) == 0 || !e.isSaid(old) {
		return "", errOther
	}
	return e.replace(edit.Edit{Text: old, With: with, Quoted: true})
}

// contrast puts what one clause says in the place of what another denies.
func (e *editor) contrast(m *manner, no, denied, yes string) (string, error) {
	said, says := wordRE.FindAllString(strings.ToLower(no), -1), wordRE.FindAllString(strings.ToLower(yes), -1)
	both := "" // the last word that both begin with
	for {      // "you rinse three times": what is new begins behind what both say
		first, rest, more := strings.Cut(yes, " ")
		low := strings.ToLower(first)
		if !more || !m.linking.MatchString(low) && !slices.ContainsFunc(said, func(w string) bool { return sameWord(w, low) }) {
			break
		}
		both, yes = low, strings.TrimSpace(rest)
	}
	if head := strings.TrimSpace(yes); strings.Contains(head, " ") && m.linking.MatchString(lastWords(head, 1)) { // "cold storage isn't the biggest challenge, staff is"
		at := m.never.FindStringIndex(no)
		yes, denied = strings.TrimSpace(head[:strings.LastIndex(head, " ")]), no[:at[0]]
	}
	units, _ := e.speaking(m.topic(no))
	if len(units) == 0 || yes == "" || prose.Words(yes) > 2*maxName {
		return "", errOther
	}
	f := strings.Fields(strings.TrimSpace(denied))
	for len(f) > 1 && slices.ContainsFunc(says, func(w string) bool { return sameWord(w, strings.ToLower(f[0])) }) { // both "rinse"
		f = f[1:]
	}
	if k := slices.IndexFunc(f, func(w string) bool { return strings.EqualFold(w, both) }); k >= 0 && k+1 < len(f) { // "not free in May, in June"
		f = f[k+1:]
	}
	for from := range f {
		old := strings.Trim(strings.Join(f[from:], " "), ",.;:")
		if m.idle.MatchString(old) && !monthForm.MatchString(old) && !telling.DigitsRE.MatchString(old) {
			continue
		}
		var in []unit
		for _, u := range units {
			if _, n := exchange(u.text, old, yes); n > 0 {
				in = append(in, u)
			}
		}
		switch {
		case len(in) == 0:
			continue
		case len(in) > 1:
			return "", whichUnit(in)
		}
		u := in[0]
		if sharedWords(u.text, m.topic(yes)) > 1 { // "report it to the shift leader, not Omar": what is new stands where the old stood
			if old, yes = inPlace(u.text, old, yes, m.lang); yes == "" {
				return "", askAbout(u)
			}
		}
		scenes := []int{u.scene}
		for i := range e.b.Scenes {
			if i != u.scene && (e.recaps(i) || heard(e.b.Scenes[i].Say, u.text)) {
				scenes = append(scenes, i)
			}
		}
		if prose.Words(yes) > maxName {
			return "", askAbout(u)
		}
		n := e.exchangeValue(scenes, old, yes)
		if n == 0 {
			continue
		}
		return fmt.Sprintf("%q instead of %q in scene %d", yes, old, u.scene+1), nil
	}
	return "", errOther
}

// inPlace is what stands in a statement where old words stand in a sentence: behind the same
// word, up to a word that both have behind it. A name is taken whole.
func inPlace(sentence, old, statement, lang string) (was, is string) {
	for _, n := range namesIn(sentence, nil, lang) {
		if names(n, strings.Fields(strings.ToLower(old))) {
			old = n
		}
	}
	at := strings.Index(sentence, old)
	if at < 0 {
		return old, ""
	}
	link := lastWords(sentence[:at], 1)
	next := wordRE.FindString(sentence[at+len(old):])
	k := strings.LastIndex(" "+statement+" ", " "+link+" ")
	if link == "" || k < 0 {
		return old, ""
	}
	is = statement[min(len(statement), k+len(link)+1):]
	if end := strings.Index(is, " "+next+" "); next != "" && end > 0 {
		is = is[:end]
	}
	if prose.Words(is) > maxName {
		return old, ""
	}
	return old, is
}

// maxName is how many words a new name or value has at most.
const maxName = 6

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
		if f == nil || prose.Words(f[1]) > maxName || prose.Words(f[2]) > maxName || telling.DigitsRE.MatchString(f[2]) && !telling.DigitsRE.MatchString(f[1]) { // "the price should say 5" is no name
			continue
		}
		old := unarticled(f[1], e.b.Language)
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
			if strings.HasPrefix(n, first+" ") {
				return n
			}
		}
	}
	return ""
}

// moreGist lets one more join a list: "there's a fourth course: first aid", "we also ship
// to Mexico".
func (e *editor) moreGist(g gist) (string, error) {
	m := g.manner
	if f := m.more.FindStringSubmatch(g.text); f != nil && prose.Words(f[2]) <= maxName {
		if units, strange := e.speaking(m.topic(f[1])); len(units) > 0 && len(strange) == 0 {
			return e.addNamed(edit.Edit{Text: f[2], With: f[1], Values: map[string]string{}})
		}
	}
	if !g.also {
		return "", errOther
	}
	text := strings.Join(strings.Fields(m.also.ReplaceAllString(g.text, " ")), " ")
	words := m.topic(text)
	units, strange := e.speaking(words)
	if len(units) != 1 || len(strange) == 0 || len(strange) == len(words) {
		return "", errOther
	}
	u := units[0]
	l, ok := listingOf(u.text, e.b.Language)
	if !ok || l.lead == "" || len(l.members) < 2 {
		return "", askAbout(u)
	}
	link := lastWords(strings.TrimSpace(l.lead), 1) // "to" of "we ship to Canada, Norway and Japan"
	at := strings.LastIndex(" "+text, " "+link+" ")
	if link == "" || at < 0 {
		return "", askAbout(u)
	}
	fresh := text[at+len(link)+1:]
	if prose.Words(fresh) > maxMember || sharedWords(fresh, strange) == 0 {
		return "", askAbout(u)
	}
	n := len(l.members)
	l.lead = e.recount(l.lead, n, n+1)
	return e.resay(u.scene, u.sentence, l.text(append(slices.Clone(l.members), fresh))), nil
}

// coverGist says a sentence as an instruction writes it, where it has every word of the
// sentence and more: "Never use vinegar or bleach, they damage the seals."
func (e *editor) coverGist(g gist) (string, error) {
	m := g.manner
	words := m.topic(g.text)
	if len(words) < 3 {
		return "", errOther
	}
	var found []unit
	for _, u := range e.units() {
		if e.covers(m, g.text, words, u) {
			found = append(found, u)
		}
	}
	if len(found) != 1 {
		return "", errOther
	}
	return e.sayInstead(found[0], g.text)
}

// relistGist gives a list the items of a statement: "four things went well: the breakfast,
// the check-in, the bar and the gym".
func (e *editor) relistGist(g gist) (string, error) {
	head, list, ok := strings.Cut(g.text, ": ")
	items := listSep.Split(list, -1)
	if !ok || len(items) < 2 || len(items) > mostItems {
		return "", errOther
	}
	x := edit.Edit{Text: head}
	for _, it := range items {
		x.Items = append(x.Items, edit.Line{Words: unarticled(it, e.b.Language)})
	}
	shown := 0
	for _, i := range e.lists(itemKinds["point"]) {
		s := &e.b.Scenes[i]
		if sharedWords(s.Headline+" "+s.Say, g.manner.topic(head)) == 0 {
			continue
		}
		for _, l := range x.Items {
			if itemNamed(*s, nameWords(l.Words)) >= 0 {
				shown++
			}
		}
	}
	if shown == 0 {
		return "", errOther
	}
	return e.relistNamed(x)
}

// sameSubject says of what a sentence begins with what a statement says of it, where both
// link them with the same word: "The biggest challenge is finding drivers."
func (e *editor) sameSubject(g gist) (string, error) {
	m := g.manner
	at := m.link.FindStringIndex(g.text)
	if at == nil || m.never.MatchString(g.text) || len(e.valuesIn(g.text)) > 0 {
		return "", errOther
	}
	subject := m.topic(g.text[:at[0]])
	if len(subject) < 2 {
		return "", errOther
	}
	var found []unit
	for _, u := range e.units() {
		is := m.link.FindStringIndex(u.text)
		if is == nil || len(e.valuesIn(u.text)) > 0 || !strings.EqualFold(u.text[is[0]:is[1]], g.text[at[0]:at[1]]) {
			continue
		}
		if own := m.topic(u.text[:is[0]]); len(own) == len(subject) && names(u.text[:is[0]], subject) {
			found = append(found, u)
		}
	}
	if len(found) != 1 {
		return "", errOther
	}
	return e.sayInstead(found[0], g.text)
}

// covers tells whether a text has all that a sentence says, if with other values, and more.
func (e *editor) covers(m *manner, text string, words []string, u unit) bool {
	vals, have := e.valuesIn(text), e.valuesIn(u.text)
	own := m.topic(u.text)
	missing := slices.ContainsFunc(own, func(w string) bool {
		return !names(text, []string{w}) && !slices.ContainsFunc(have, func(h value) bool {
			return heard(h.text, w) && slices.ContainsFunc(vals, func(v value) bool { return v.takes(h) })
		})
	})
	more := slices.ContainsFunc(words, func(w string) bool {
		return !names(u.text, []string{w}) && !slices.ContainsFunc(vals, func(v value) bool { return heard(v.text, w) })
	})
	first := func(s string) string { return strings.ToLower(wordRE.FindString(s)) }
	return !missing && more && len(own) > 1 && first(text) == first(u.text) && m.never.MatchString(text) == m.never.MatchString(u.text)
}

// sayInstead gives a sentence other words, and the item that shows it.
func (e *editor) sayInstead(u unit, t string) (string, error) {
	defer e.asItStands()()
	t = prose.Upper(prose.Stop(t))
	done, err := e.changeLine(edit.Edit{Scenes: sceneAt(u.scene), Line: &edit.Line{Number: u.sentence + 1}, Text: t})
	if err != nil {
		return "", err
	}
	s := &e.b.Scenes[u.scene]
	for k := range s.Items {
		if it := &s.Items[k]; strings.EqualFold(it.Title, prose.Unstop(u.text)) {
			it.Title, it.Cue = prose.Unstop(t), ""
		}
	}
	recue(s)
	return done, nil
}
