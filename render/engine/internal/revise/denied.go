package revise

import (
	"errors"
	"fmt"
	"strings"
)

// denyGist takes out what an instruction says is so no longer: "we no longer ship to
// Norway", "the fire drill isn't in the first week any more".
func (e *editor) denyGist(g gist) (string, error) {
	m := g.manner
	var done []string
	var failed error
	for _, c := range g.clauses {
		at := m.never.FindStringIndex(c)
		if at == nil || m.scenes.MatchString(c) {
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
				return e.dropWithin(m, u, m.topic(s.Items[k].Title), someWords)
			}
		}
	}
	if l, ok := listingOf(u.text, e.b.Language); ok && l.parallel(e.b.Language) {
		for k, t := range l.members {
			if (k > 0 || l.lead != "") && whole(t) {
				return e.dropWithin(m, u, m.topic(t), someWords)
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
		return e.dropWithin(m, u, words, aPiece)
	}
	if own := m.topic(u.text); 5*len(words) >= 3*len(own) {
		return e.dropWithin(m, u, words, aPiece)
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
