package revise

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// dropGist takes out what an instruction says is to go: "the boss said we should skip the
// towel", "the elevator got fixed, take it out". All else that it says must be a remark.
func (e *editor) dropGist(g gist) (string, error) {
	m := g.manner
	var done, did []string
	asked := e.units()
	for k, c := range g.clauses {
		what, loose := "", false
		switch {
		case m.it.MatchString(c):
			if k == 0 {
				return "", errOther
			}
			what, loose = g.clauses[k-1], true
		default:
			if f := m.drop.FindStringSubmatch(c); f != nil {
				what = f[1]
			} else if f := m.dropped.FindStringSubmatch(c); f != nil {
				what = f[1]
			}
		}
		if what == "" {
			continue
		}
		d, err := e.dropNamed(m, what, loose)
		if err != nil {
			return "", err
		}
		done, did = append(done, d), append(did, c)
	}
	left := e.units()
	gone := slices.DeleteFunc(slices.Clone(asked), func(u unit) bool {
		return slices.ContainsFunc(left, func(v unit) bool { return v.text == u.text })
	})
	switch {
	case len(done) == 0, len(done) > 1 && len(done) < len(g.clauses):
		return "", errOther
	case len(g.clauses) > 1 && g.instead:
		return "", fmt.Errorf("it takes something out and puts something else in: write replace \"old\" with \"new\"")
	}
	return strings.Join(done, "; "), g.whole(did, asked, gone)
}

// changesValue is a verb of taking out with the value that something gets: "drop the price
// to $20".
var changesValue = pattern.New(`(?i)(?:^|\s)(?:to|auf|à|a|para|tot|naar|by|um)\s+[€$£]?\d`)

// dropNamed takes out what words stand for. Where they are loose, what else they say need
// not be in the video.
func (e *editor) dropNamed(m *manner, what string, loose bool) (string, error) {
	if changesValue.MatchString(what) || strings.ContainsAny(what, `"“„«`) {
		return "", errOther
	}
	words := m.topic(what)
	if len(words) == 0 {
		return "", errOther
	}
	best, strange := e.speaking(words)
	known := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(strange, w) })
	strange = slices.DeleteFunc(strange, func(w string) bool { return unitAfter(what, w) })
	switch {
	case len(best) == 0:
		return "", errOther
	case len(strange) > 0 && !loose:
		return "", fmt.Errorf("the video says nothing of %q", strings.Join(strange, " "))
	case !loose && !names(best[0].all(), known):
		return "", fmt.Errorf("no one sentence speaks of all of %q: say it with the scene's number", what)
	case len(best) > 1:
		return "", whichUnit(best)
	}
	if len(listSep.Split(what, -1)) > 1 && !loose { // "horn and forks"
		if done, err := e.removeNamed(edit.Edit{Text: what}); err == nil {
			return done, nil
		}
	}
	u := best[0]
	if m.scenes.MatchString(what) {
		return e.dropScene(u.scene)
	}
	return e.dropWithin(m, u, known, slices.ContainsFunc(wordRE.FindAllString(what, -1), m.pieces.MatchString))
}

// unitAfter tells whether a word stands behind a number: it may be written in another way
// than the video writes it.
func unitAfter(s, word string) bool {
	ws := wordRE.FindAllString(strings.ToLower(s), -1)
	k := slices.Index(ws, word)
	return k > 0 && telling.DigitsRE.MatchString(ws[k-1])
}

// dropScene takes a scene out.
func (e *editor) dropScene(i int) (string, error) {
	defer e.asItStands()()
	gone := e.b.Scenes[i].Say
	done, err := e.remove(edit.Edit{Scenes: sceneAt(i)})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s: %q", done, telling.Clip(gone, 60)) + e.forget(gone), nil
}

// dropWithin takes out of a sentence what words stand for: an item of a list, a member of
// what the sentence lists, one of its clauses, or all of it.
func (e *editor) dropWithin(m *manner, u unit, words []string, piece bool) (string, error) {
	defer e.asItStands()()
	s := &e.b.Scenes[u.scene]
	if showsList(*s) {
		if k := fullest(len(s.Items), words, func(k int) string { return s.Items[k].Title }); k >= 0 && !onlyVerb(s.Items[k].Title, words) {
			gone := s.Items[k].Title
			done, err := e.removeItem(edit.Edit{Scenes: sceneAt(u.scene), Items: []edit.Line{{Number: k + 1}}})
			if err != nil {
				return "", err
			}
			return done + e.forget(gone), nil
		}
		if u.sentence == 0 && names(s.Headline, words) {
			return e.dropScene(u.scene)
		}
	}
	if l, ok := listingOf(u.text, e.b.Language); ok && l.parallel(e.b.Language) && (l.lead != "" || len(l.members) > 2) {
		if k := fullest(len(l.members), words, func(k int) string { return l.members[k] }); k >= 0 && prose.Words(l.members[k]) <= maxMember && (k > 0 || l.lead != "") {
			gone := l.members[k]
			say, err := e.shorter(l, map[int]bool{k: true})
			if err != nil {
				return "", fmt.Errorf("scene %d: %w", u.scene+1, err)
			}
			return e.resay(u.scene, u.sentence, say) + e.forget(gone), nil
		}
	}
	if rest, gone := withoutClause(u.text, words, e.b.Language, m); rest != "" {
		return e.resay(u.scene, u.sentence, rest) + e.forget(gone), nil
	}
	if rest := withoutTail(u.text, words, e.b.Language, false); rest != "" {
		return e.resay(u.scene, u.sentence, rest), nil
	}
	if !e.isOf(u, words) && (!piece || len(e.valuesIn(u.text)) > 0 && !telling.DigitsRE.MatchString(strings.Join(words, " "))) { // it says more, a number perhaps
		return "", askAbout(u)
	}
	if len(prose.SplitSentences(s.Say)) == 1 {
		return e.dropScene(u.scene)
	}
	done, err := e.removeLine(edit.Edit{Scenes: sceneAt(u.scene), Line: &edit.Line{Number: u.sentence + 1}})
	if err != nil {
		return "", err
	}
	return done + e.forget(u.text), nil
}

// isOf tells whether a sentence is about what words name, so that it goes with them: they
// are what it begins with, behind an article, or several of them. What lists more is about
// more.
func (e *editor) isOf(u unit, words []string) bool {
	if _, lists := listingOf(u.text, e.b.Language); lists {
		return false
	}
	f := wordRE.FindAllString(strings.ToLower(u.text), -1)
	for k := 0; k < min(2, len(f)); k++ {
		if slices.ContainsFunc(words, func(w string) bool { return sameWord(w, f[k]) }) && (k == 0 || isDeterminer(f[0], e.b.Language) || articles[f[0]]) {
			return true
		}
	}
	return len(words) > 1
}

// joins stand before what a sentence adds at its end, or gives the choice of.
var joins = pattern.New(`(?i)(?:,)? (?:plus|and|or|with|including|und|oder|mit|sowie|inklusive|et|ou|avec|y|o|con|e|com|met|en|of|inclusief) `)

// withoutTail is a sentence without what it adds at its end, where words name no more and
// no less: "… £13.50 an hour plus tips". Where they deny, what else they name stands before
// it: "you can't pay with PayPal" of "Pay with card or PayPal". "" = it adds nothing of the kind.
func withoutTail(s string, words []string, lang string, deny bool) string {
	body := prose.Unstop(s)
	all := joins.FindAllStringIndex(body, -1)
	if len(all) == 0 {
		return ""
	}
	at := all[len(all)-1]
	head, tail := body[:at[0]], body[at[1]:]
	if first, rest, ok := strings.Cut(tail, " "); ok && isDeterminer(strings.ToLower(first), lang) {
		tail = rest
	}
	if prose.Words(head) < 2 || len(strings.Fields(tail)) > len(words) || !names(strings.Join(words, " "), nameWords(tail)) {
		return ""
	}
	left := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return names(tail, []string{w}) })
	if len(nameWords(tail)) == 0 || len(left) > 0 && (!deny || !names(head, left)) || !deny && prose.Words(head) < 4 {
		return ""
	}
	return head + s[len(body):]
}

// fullest is the one of several texts that has the most of some words, −1 = none has any,
// or more than one has as many.
func fullest(n int, words []string, text func(int) string) int {
	best, most := -1, 0
	for k := range n {
		switch have := sharedWords(text(k), words); {
		case have > most:
			best, most = k, have
		case have == most:
			best = -1
		}
	}
	return best
}

// stands begins a clause that says by itself who does what.
var stands = pattern.New(`(?i)^(?:we|you|i|there|everyone|wir|sie|ihr|du|man|nous|vous|on|je|tu|noi|voi|nosotros|vosotros|nós|vocês|wij|we|je|jullie|u) `)

// withoutClause is a sentence without the one of its clauses that has all of some words,
// and that clause. rest is "" where they stand in more than one, or where what is left
// would not be a sentence.
func withoutClause(s string, words []string, lang string, m *manner) (rest, gone string) {
	body := prose.Unstop(s)
	seps := listSep.FindAllStringIndex(body, -1)
	if len(seps) == 0 {
		return "", ""
	}
	var parts []string
	from := 0
	for _, sep := range append(seps, []int{len(body), len(body)}) {
		parts = append(parts, body[from:sep[0]])
		from = sep[1]
	}
	at := -1
	for k, p := range parts {
		if prose.Words(p) < 3 {
			return "", ""
		}
		if names(p, words) {
			if at >= 0 {
				return "", ""
			}
			at = k
		}
	}
	switch {
	case at < 0, at == 0 && !stands.MatchString(parts[1]):
		return "", ""
	}
	gone = parts[at]
	left := slices.Delete(slices.Clone(parts), at, at+1)
	return prose.Upper(tongue.For(lang).Join(left)) + s[len(body):], gone
}

// forget takes out of the scenes that say the rest once more what is gone from it, and tells
// of it.
func (e *editor) forget(gone string) string {
	told := ""
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if !e.recaps(i) || len(s.Items) < 2 {
			continue
		}
		var order []int
		for k, it := range s.Items {
			if !names(gone, nameWords(it.Title)) {
				order = append(order, k)
			}
		}
		if len(order) == len(s.Items) {
			continue
		}
		if len(order) > 1 {
			if _, err := e.rearrange(i, order, nil, ""); err == nil {
				told += fmt.Sprintf("; scene %d, which says it once more, no longer does", i+1)
				continue
			}
		}
		told += fmt.Sprintf("; scene %d still says %q", i+1, telling.Clip(s.Say, 60))
	}
	return told
}

// onlyGist leaves of what a sentence lists what alone is to stay: "Canada only".
func (e *editor) onlyGist(g gist) (string, error) {
	m := g.manner
	for k, c := range g.clauses {
		if !m.only.MatchString(c) || k+1 < len(g.clauses) && !m.drop.MatchString(g.clauses[k+1]) {
			continue
		}
		words := m.topic(m.only.ReplaceAllString(c, " "))
		best, strange := e.speaking(words)
		if len(words) == 0 || len(strange) > 0 || len(best) != 1 {
			continue
		}
		u := best[0]
		l, ok := listingOf(u.text, e.b.Language)
		if !ok || l.lead == "" {
			continue
		}
		stay, gone := fullest(len(l.members), words, func(k int) string { return l.members[k] }), map[int]bool{}
		for n := range l.members {
			gone[n] = n != stay
		}
		if stay < 0 || !names(l.members[stay]+" "+l.lead, words) {
			continue
		}
		say, err := e.shorter(l, gone)
		if err != nil {
			return "", fmt.Errorf("scene %d: %w", u.scene+1, err)
		}
		return e.resay(u.scene, u.sentence, say), nil
	}
	return "", errOther
}

// denyGist takes out what an instruction says is so no longer: "we no longer ship to
// Norway", "the fire drill isn't in the first week any more".
func (e *editor) denyGist(g gist) (string, error) {
	m := g.manner
	var done []string
	var failed error
	for _, c := range g.clauses {
		at := m.never.FindStringIndex(c)
		if at == nil {
			continue
		}
		d, err := e.deny(m, c[:at[0]], c[at[1]:])
		switch {
		case errors.Is(err, errOther):
		case err != nil && failed == nil:
			failed = err
		case err == nil:
			done = append(done, d)
		}
	}
	switch {
	case len(done) > 0:
		return strings.Join(done, "; "), nil
	case failed != nil:
		return "", failed
	}
	return "", errOther
}

// deny takes out what is denied: what stands before the denial, and behind it.
func (e *editor) deny(m *manner, subject, rest string) (string, error) {
	words := m.topic(subject + " " + rest)
	best, strange := e.speaking(words)
	if len(words) == 0 || len(best) == 0 || 2*len(strange) >= len(words) {
		return "", errOther
	}
	u := best[0]
	switch {
	case len(strange) > 0 || !names(u.all(), words):
		return "", askAbout(u)
	case len(best) > 1:
		return "", whichUnit(best)
	case m.never.MatchString(u.text):
		return "", askAbout(u)
	}
	s := &e.b.Scenes[u.scene]
	whole := func(t string) bool { // all that it says is denied
		own := m.topic(t)
		return len(own) > 0 && names(strings.Join(words, " "), own)
	}
	if showsList(*s) {
		for k, it := range s.Items {
			if whole(it.Title) {
				return e.dropWithin(m, u, m.topic(s.Items[k].Title), false)
			}
		}
	}
	if l, ok := listingOf(u.text, e.b.Language); ok && l.parallel(e.b.Language) {
		for k, t := range l.members {
			if (k > 0 || l.lead != "") && whole(t) {
				return e.dropWithin(m, u, m.topic(t), false)
			}
		}
	}
	if how, of := m.topic(rest), m.topic(subject); len(how) == 1 && len(of) > 0 { // "parking isn't free any more" of "free parking"
		if adjective := beforeWord(u.text, how[0], of[len(of)-1]); adjective != "" {
			if say, n := exchange(u.text, adjective+" ", ""); n == 1 {
				return e.resay(u.scene, u.sentence, say), nil
			}
		}
	}
	if rest := withoutTail(u.text, words, e.b.Language, true); rest != "" {
		return e.resay(u.scene, u.sentence, rest), nil
	}
	if _, gone := withoutClause(u.text, words, e.b.Language, m); gone != "" && len(words) > 1 {
		return e.dropWithin(m, u, words, true)
	}
	if own := m.topic(u.text); 5*len(words) >= 3*len(own) {
		return e.dropWithin(m, u, words, true)
	}
	return "", askAbout(u)
}

// beforeWord is the word of a text that stands right before another, as it is written.
func beforeWord(s, word, next string) string {
	ws := wordRE.FindAllString(s, -1)
	for k := 0; k+1 < len(ws); k++ {
		if strings.EqualFold(ws[k], word) && sameWord(strings.ToLower(ws[k+1]), next) {
			return ws[k]
		}
	}
	return ""
}
