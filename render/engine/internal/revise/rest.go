package revise

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

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

// joins stand before what a sentence adds at its end, or gives the choice of.
var joins = pattern.New(`(?i)(?:,)? (?:plus|and|or|with|including|und|oder|mit|sowie|inklusive|et|ou|avec|y|o|con|e|com|met|en|of|inclusief) `)

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

// stands begins a clause that says by itself who does what.
var stands = pattern.New(`(?i)^(?:we|you|i|there|everyone|wir|sie|ihr|du|man|nous|vous|on|je|tu|noi|voi|nosotros|vosotros|nós|vocês|wij|we|je|jullie|u) `)

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
		if len(order) == 0 && len(e.b.Scenes) > 1 {
			e.b.Scenes = slices.Delete(e.b.Scenes, i, i+1)
			return told + fmt.Sprintf("; so is scene %d, which only said it once more", i+1)
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
