package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

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
	if f := insteadWithin.FindStringSubmatch(g.text); f != nil && prose.Words(f[2]) <= maxName && e.isSaid(f[2]) { // "meet at the bridge instead of the boat house"
		with := f[1]
		for _, u := range e.units() { // what is new begins behind what both say
			for first, rest, ok := strings.Cut(with, " "); ok && heard(u.text, f[2]) && heard(u.text, first); first, rest, ok = strings.Cut(with, " ") {
				with = rest
			}
		}
		return e.contrast(m, f[2], " "+f[2], with)
	}
	for k := 0; k+1 < len(g.clauses); k++ {
		no, yes := g.clauses[k], g.clauses[k+1]
		at := m.never.FindStringIndex(no)
		if at == nil && m.never.MatchString(yes) && strings.TrimSpace(no) != "" { // "Tom, not Priya"
			if begins := m.never.FindStringIndex(yes); begins[0] == 0 {
				no, yes, at = yes, no, begins
				if link := m.link.FindAllStringIndex(yes, -1); len(link) == 1 && prose.Words(no[at[1]:]) < 3 { // "the wire is black, not blue"
					yes = strings.TrimSpace(yes[link[0][1]:])
				}
			}
		}
		if at == nil || m.never.MatchString(yes) || edit.Orders(yes, m.lang) || m.scenes.MatchString(no) { // "nobody can read scene 2, split it"
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

// insteadWithin: what is so, what is so no longer.
var insteadWithin = pattern.New(`(?i)^([^"“„«,;:]{4,80}?) (?:instead of|rather than|statt|anstatt|en lugar de|en vez de|au lieu de|al posto di) (?:the |our |der |dem |die |das |el |la |le )?([^"“„«,;:]{2,40})$`)

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
	if len(units) == 0 || yes == "" || m.idle.MatchString(strings.ToLower(yes)) && !telling.DigitsRE.MatchString(yes) || prose.Words(yes) > 2*maxName {
		return "", errOther
	}
	if now := e.valuesIn(yes); monthForm.MatchString(denied) && len(e.valuesIn(denied)) == 1 {
		if len(now) != 1 || now[0].kind != "day" && now[0].kind != "month" {
			return "", errOther
		}
		yes = now[0].text
		for _, u := range units {
			for _, v := range e.valuesIn(u.text) {
				if v.kind == "day" && now[0].kind == "day" && strings.Contains(v.text, monthForm.FindString(denied)) { // "1 August, not July"
					return e.giveValue(u, v, now[0], nil)
				}
			}
		}
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
		if at := strings.Index(u.text, old); at > 0 { // "thank the team": the sentence has it behind another word
			was, is := lastWords(strings.TrimSpace(u.text[:at]), 1), ""
			if k := strings.Index(no, old); k > 0 {
				is = lastWords(strings.TrimSpace(no[:k]), 1)
			}
			if is != "" && bound.MatchString(was) && !strings.EqualFold(was, is) && !m.link.MatchString(is) && !m.never.MatchString(is) && !m.idle.MatchString(strings.ToLower(is)) {
				return "", askAbout(u)
			}
		}
		if clause := m.lang == "en" && prose.Words(yes) > 2 && grammar.Predicate(yes); clause || sharedWords(u.text, m.topic(yes)) > 1 { // "report it to the shift leader, not Omar": what is new stands where the old stood
			if old, yes = inPlace(u.text, old, yes, m.lang); yes == "" {
				return "", askAbout(u)
			}
		}
		if at := strings.Index(u.text, old); at > 0 && unarticled(old, m.lang) == old { // "a heavy lock" is no "heavy a chain"
			if was := lastWords(strings.TrimSpace(u.text[:at]), 1); was != "" && !strings.ContainsAny(was[len(was)-1:], ",;:.") && !bound.MatchString(was) && !m.link.MatchString(was) {
				yes = m.leading.ReplaceAllString(yes, "")
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

// bound are words that bind what follows them to a sentence: it cannot stand behind another.
var bound = pattern.New(`(?i)^(?:on|in|at|of|for|to|with|from|by|auf|in|an|von|für|mit|aus|bei|zu|de|en|con|por|para|à|dans|sur|avec|pour|di|a|da|per|van|op|met|voor)$`)

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

// overGist says words in the place of those that it has of them: "say “just 79 euros” instead"
// of "79 euros". errOther = the video has none of them, or in two places.
func (e *editor) overGist(g gist) (string, error) {
	if f := forIt.FindStringSubmatch(g.text); f != nil && prose.Words(f[1]) <= maxName && prose.Words(f[2]) <= maxName && e.isSaid(f[1]) {
		return e.replace(edit.Edit{Text: f[1], With: f[2], Quoted: true})
	}
	f := saidInstead.FindStringSubmatch(g.text)
	if f == nil || !g.instead {
		return "", errOther
	}
	words := strings.Fields(prose.Unstop(f[1]))
	if e.isSaid(prose.Unstop(f[1])) {
		return "", errOther
	}
	for n := len(words) - 1; n > 0 && 2*n >= len(words); n-- {
		for from := 0; from+n <= len(words); from++ {
			run := strings.Join(words[from:from+n], " ")
			if len(g.manner.topic(run)) == 0 || n == 1 && utf8.RuneCountInString(run) < 4 && !telling.DigitsRE.MatchString(run) {
				continue
			}
			var in []int
			for _, u := range e.units() {
				if _, k := exchange(u.text, run, run); k > 0 {
					in = append(in, u.scene)
				}
			}
			switch len(in) {
			case 0:
			case 1:
				return e.replace(edit.Edit{Scenes: sceneAt(in[0]), Text: run, With: prose.Unstop(f[1]), Quoted: true})
			default:
				return "", fmt.Errorf("%s say %q: write replace \"old\" with %q", inScenes(slices.Compact(in)), run, f[1])
			}
		}
	}
	return "", errOther
}

// saidInstead: words in quotation marks alone.
var saidInstead = pattern.New(`(?i)^(?:(?:can|could|should|let's) (?:we|you|it)? ?)?(?:please )?(?:(?:we|you) )?(?:just )?(?:say|write|use|put|call it|make (?:it|that)|sag|schreib|nimm|di|écris) ["“„'‘«](.+?)["”'’»]$`)

// wrongGist puts a value in the place of one that is said to be wrong: "20 minutes is wrong, it
// takes 35 minutes".
func (e *editor) wrongGist(g gist) (string, error) {
	if len(g.clauses) != 2 {
		return "", errOther
	}
	f := isWrong.FindStringSubmatch(g.clauses[0])
	if f == nil {
		return "", errOther
	}
	f[1] = cmp.Or(f[1], f[2])
	was, is := e.valuesIn(f[1]), e.valuesIn(g.clauses[1])
	if len(was) == 0 && len(is) == 0 && prose.Words(f[1]) <= maxName && !edit.Orders(g.clauses[1], g.manner.lang) { // "the kitchen is wrong, boxes are in the lobby"
		old := f[1]
		if low := strings.ToLower(old[:1]) + old[1:]; !slices.ContainsFunc(e.units(), func(u unit) bool { return strings.Contains(u.text, old) }) {
			old = low
		}
		return e.contrast(g.manner, old, " "+old, g.clauses[1])
	}
	if len(was) != 1 || len(is) != 1 || !is[0].takes(was[0]) || !e.isSaid(was[0].text) || edit.Orders(g.clauses[1], g.manner.lang) {
		return "", errOther
	}
	return e.replace(edit.Edit{Text: was[0].text, With: is[0].text, Quoted: true})
}

// isWrong says of something that it is not so. Group: what.
var isWrong = pattern.New(`(?i)^(?:the )?(.+?) (?:is|are|was) (?:wrong|incorrect|untrue|outdated|out of date|old|not (?:right|correct|true)|a (?:typo|mistake|leftover)|falsch|veraltet|nicht richtig)$|^(?:the )?(.+?) (?:isn't|aren't|wasn't) (?:right|correct|true)$`)

// forIt puts words in the place of those before: "statt Gartenstraße 7 bitte Gartenstraße 17".
// Groups: the old, the new.
var forIt = pattern.New(`(?i)^(?:instead of|rather than|statt|anstatt|anstelle von) ["“„'‘]?(.+?)["”'’]?,? (?:please(?: (?:say|use|write|put))?|say|use|write|put|bitte(?: (?:sagen|schreiben|nehmen))?|lieber|besser) ["“„'‘]?(.+?)["”'’]?$`)
