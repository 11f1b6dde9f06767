package revise

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// coverGist says a sentence as an instruction writes it, where it has every word of the
// sentence and more: "Never use vinegar or bleach, they damage the seals."
func (e *editor) coverGist(g gist) (string, error) {
	m := g.manner
	words := m.topic(g.text)
	valued := slices.DeleteFunc(partsOf(g.text), func(p string) bool { return len(e.valuesIn(p)) == 0 })
	if len(words) < 3 || len(valued) > 1 { // it speaks of two things
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

// sameSubject says of what a sentence begins with what a statement says of it, where both
// link them with the same word: "The biggest challenge is finding drivers."
func (e *editor) sameSubject(g gist) (string, error) {
	m := g.manner
	at := m.link.FindStringIndex(g.text)
	if at == nil || m.never.MatchString(g.text) || len(e.valuesIn(g.text)) > 0 {
		return "", errOther
	}
	subject := m.topic(g.text[:at[0]])
	if len(subject) < 2 && len(listSep.Split(g.text[at[1]:], -1)) < 2 {
		return "", errOther
	}
	var found []unit
	for _, u := range e.units() {
		is := m.link.FindStringIndex(u.text)
		if is == nil || len(e.valuesIn(u.text[is[1]:])) > 0 || !strings.EqualFold(u.text[is[0]:is[1]], g.text[at[0]:at[1]]) {
			continue
		}
		own := slices.DeleteFunc(m.topic(u.text[:is[0]]), func(w string) bool { return e.counts(w) && !slices.Contains(subject, w) })
		if len(own) == len(subject) && names(u.text[:is[0]], subject) {
			found = append(found, u)
		}
	}
	if len(found) != 1 {
		return "", errOther
	}
	u, is := found[0], m.link.FindStringIndex(found[0].text)
	head, tail := u.text[:is[1]], g.text[at[1]:]
	if was, now := len(listSep.Split(u.text[is[1]:], -1)), len(listSep.Split(tail, -1)); was != now { // "our three best markets"
		head = e.recount(head, was, now)
	}
	return e.sayInstead(u, head+tail)
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

// anOrdinal is one of several: "the second step".
var anOrdinal = pattern.New(`(?i)\b(?:first|second|third|fourth|fifth|sixth|last|\d|erste[rsn]?|zweite[rsn]?|dritte[rsn]?|letzte[rsn]?|primer[oa]?|segund[oa]|tercer[oa]?|últim[oa]|premi[eè]re?|deuxième|troisième|derni[eè]re?)\b`)

// relistGist gives a list the items of a statement: "four things went well: the breakfast,
// the check-in, the bar and the gym".
func (e *editor) relistGist(g gist) (string, error) {
	head, list, ok := strings.Cut(g.text, ": ")
	items := listSep.Split(list, -1)
	if !ok || anOrdinal.MatchString(head) || len(items) < 2 || len(items) > mostItems {
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
