package revise

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// listing is what a sentence lists: "Our teachers are Mei, Carlos and Ruth."
type listing struct {
	lead    string   // "Our teachers are "; "" where it cannot be told from the first member
	members []string // each with its article; the first has the lead where that is ""
	mid     string   // what parts them
	last    string   // what parts the last two
	tail    string   // "."
}

// listSep parts what a sentence lists.
var listSep = pattern.New(`(?i),? (?:and|und|y|e|et|ed|en|&) |, `)

// maxMember is how many words a member of a list has at most.
const maxMember = 5

// listingOf reads the list at the end of a sentence. Of two only the second is told
// from the rest of the sentence, where it has an article or a number.
func listingOf(sentence, lang string) (listing, bool) {
	body := prose.Unstop(sentence)
	seps := listSep.FindAllStringIndex(body, -1)
	n := len(seps)
	if n == 0 || strings.HasPrefix(body[seps[n-1][0]:], ", ") && seps[n-1][1]-seps[n-1][0] == 2 {
		return listing{}, false // the last two are parted by "and"
	}
	parts, from := []string{}, 0
	for _, sep := range seps {
		parts, from = append(parts, body[from:sep[0]]), sep[1]
	}
	parts = append(parts, body[from:])
	l := listing{mid: ", ", last: body[seps[n-1][0]:seps[n-1][1]], tail: sentence[len(body):]}
	start := n
	for start > 0 && prose.Words(parts[start]) <= maxMember && (start == n || !articleWithin(parts[start], lang)) {
		if sep := body[seps[start-1][0]:seps[start-1][1]]; start < n && sep != ", " { // "it costs $9 and we ship to Norway, Japan and Peru"
			break
		}
		start--
	}
	if start == n {
		return listing{}, false
	}
	at := 0
	if start > 0 {
		at = seps[start-1][1]
	}
	cut := leadEnd(parts[start], parts[start+1:], lang)
	if cut < 0 && n-start == 1 && !determined(parts[n], lang) {
		return listing{}, false
	}
	cut = max(cut, 0)
	l.lead = body[:at+cut]
	l.members = append([]string{parts[start][cut:]}, parts[start+1:]...)
	if cut == 0 {
		l.lead, l.members[0] = "", body[:at]+parts[start]
	}
	return l, true
}

// determiners begin a thing that is listed: those of a language, and of the others where a
// word means nothing else.
var determiners = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("an the our your my der die das den dem ein eine einen einem einer unser unsere ihr ihre el la los las un una uno unos unas le les une des nos notre vos votre il lo gli um uma uns umas het een onze") {
		out[w] = true
	}
	return out
}()

// shortDeterminers are those that are prepositions or words for "and" in another language.
var shortDeterminers = map[string]string{"a": "en pt", "o": "pt", "os": "pt", "as": "pt", "i": "it", "du": "fr"}

// determined tells whether a phrase begins with an article or a number.
func determined(s, lang string) bool {
	first, _, more := strings.Cut(strings.ToLower(s), " ")
	return more && (isDeterminer(first, lang) || telling.DigitsRE.MatchString(first))
}

func isDeterminer(word, lang string) bool {
	return determiners[word] || slices.Contains(tongue.For(lang).Counts[min(2, len(tongue.For(lang).Counts)):], word) || shortDeterminers[word] != "" && strings.Contains(shortDeterminers[word], phrase.Base(lang))
}

// articleWithin tells whether an article stands inside a phrase and none at its beginning.
func articleWithin(s, lang string) bool {
	return !determined(s, lang) && articleAt(s, lang) > 0
}

// articleAt is where the first article of a phrase stands, −1 = there is none.
func articleAt(s, lang string) int {
	at := 0
	for _, w := range strings.SplitAfter(s, " ") {
		if isDeterminer(strings.ToLower(strings.TrimSpace(w)), lang) {
			return at
		}
		at += len(w)
	}
	return -1
}

// leadEnd is where in the part that a list begins in its first member begins, −1 = it
// cannot be told: at an article as the others have one, at a name among names, behind a
// colon, or at the last word among single words.
func leadEnd(first string, others []string, lang string) int {
	all := func(is func(string) bool) bool {
		return !slices.ContainsFunc(others, func(s string) bool { return !is(s) })
	}
	if i := strings.LastIndex(first, ": "); i >= 0 {
		return i + 2
	}
	words := strings.SplitAfter(first, " ")
	switch {
	case slices.ContainsFunc(others, func(o string) bool { return determined(o, lang) }):
		if at := articleAt(first, lang); at >= 0 {
			return at
		}
		if at := telling.DigitsRE.FindStringIndex(first); at != nil { // "we have 12 rooms and a pool"
			return at[0]
		}
		return -1
	case all(allCapital):
		n := len(words)
		for n > 0 && allCapital(words[n-1]) {
			n--
		}
		if n > 0 && n < len(words) {
			return len(strings.Join(words[:n], ""))
		}
	case all(func(s string) bool { return prose.Words(s) == 1 }) && len(words) > 1:
		return len(first) - len(words[len(words)-1])
	}
	if at := articleAt(first, lang); at > 0 && prose.Words(first[at:]) <= 3 { // "a towel, sunscreen and water"
		return at
	}
	return -1
}

// allCapital tells whether every word of a phrase begins with a capital letter.
func allCapital(s string) bool {
	f := strings.Fields(s)
	return len(f) > 0 && !slices.ContainsFunc(f, func(w string) bool { return !unicode.IsUpper([]rune(w)[0]) })
}

// text is the sentence that lists members.
func (l listing) text(members []string) string {
	n := len(members)
	if n == 1 {
		return l.lead + members[0] + l.tail
	}
	last := l.last
	if n == 2 {
		last = strings.TrimPrefix(last, ",")
	}
	if m := joined.FindStringSubmatch(last); m != nil && iSound.MatchString(members[n-1]) { // "inglés e italiano"
		last = m[1] + "e" + m[2]
	}
	return l.lead + strings.Join(members[:n-1], l.mid) + last + members[n-1] + l.tail
}

// In Spanish "y" is "e" before the sound of i.
var (
	joined = pattern.New(`^(,? )y( )$`)
	iSound = pattern.New(`(?i)^h?[ií](?:[^aeouáéóú]|$)`)
)

// ofSeveral ends what stands before more than one.
var ofSeveral = pattern.New(`(?i)(?:^|\s)(?:are|were|sind|waren|son|sont|sono|são|zijn)\s+$`)

// shorter is the sentence without some of its members.
func (e *editor) shorter(l listing, gone map[int]bool) (string, error) {
	var left []string
	for k, m := range l.members {
		if !gone[k] {
			left = append(left, m)
		}
	}
	lead := e.recount(l.lead, len(l.members), len(left))
	if one, ok := ofTwo(l.lead, e.b.Language); ok && len(l.members) == 2 && len(left) == 1 && !(l.lead == "" && gone[0]) {
		return one + left[0] + l.tail, nil
	}
	switch {
	case len(left) == 0:
		return "", errors.New("nothing of its list would be left")
	case l.lead == "" && gone[0]:
		return "", errors.New("the first that it lists is told together with the rest of the sentence: write in scene N say …")
	case gone[0] && e.b.Language == "en" && isDeterminer(wordRE.FindString(left[0]), "en") && adjectiveEnds(l.lead) && prose.Words(l.lead) == 1: // "Free parking and a kindergarten"
		lead = ""
	case gone[0] && e.b.Language == "en" && isDeterminer(wordRE.FindString(left[0]), "en") && adjectiveEnds(l.lead):
		return "", errors.New("a word before its list is of what goes: write in scene N say …")
	case len(left) == 1 && (lead != l.lead || ofSeveral.MatchString(l.lead)):
		return "", errors.New("it speaks of several: write in scene N say …")
	}
	l.lead = lead
	return prose.Upper(l.text(left)), nil
}

// adjectiveEnds tells whether an English lead ends with a word that says how the next thing is.
func adjectiveEnds(lead string) bool {
	tags := grammar.Tags(strings.TrimSpace(lead))
	return len(tags) > 0 && strings.HasPrefix(tags[len(tags)-1].Tag, "JJ")
}

// ofTwo is what leads a list of two where one is left: "One problem: ".
func ofTwo(lead, lang string) (string, bool) {
	m := twoThings.FindStringSubmatch(lead)
	if m == nil || !strings.HasPrefix(lang, "en") {
		return "", false
	}
	noun := strings.TrimSuffix(m[2], "s")
	if stem, ok := strings.CutSuffix(m[2], "ies"); ok {
		noun = stem + "y"
	}
	return "One " + noun + ": ", true
}

// twoThings counts the two things that a list has. Groups: the number, the things.
var twoThings = pattern.New(`(?i)^(two|2) (\p{L}+s): $`)

// member is the one member of a list that a name stands for, −1 = none or more than one.
func (l listing) member(words []string) int {
	at := -1
	for k, m := range l.members {
		if k == 0 && l.lead == "" {
			m = lastWords(m, maxMember)
		}
		own := nameWords(m)
		if !names(m, words) || prose.Words(m) > maxMember || len(own) > len(words) && !isHead(m, own, words) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = k
	}
	return at
}

// leadBefore parts what leads a list from its first member where that is the one that a
// name stands for: all of its words end it.
func (l *listing) leadBefore(words []string, e *editor) {
	f := strings.Fields(l.members[0])
	at := len(f) - len(words)
	if l.lead != "" || at < 1 || len(words) == 0 {
		return
	}
	if last := strings.ToLower(f[at-1]); telling.DigitsRE.MatchString(last) || e.counts(last) || isDeterminer(last, e.b.Language) { // it is a part of the member
		return
	}
	for k, w := range words {
		if !sameWord(strings.ToLower(strings.Trim(f[at+k], ".,:;")), w) {
			return
		}
	}
	member := strings.Join(f[at:], " ")
	if cut, ok := strings.CutSuffix(l.members[0], member); ok {
		l.lead, l.members = cut, append([]string{member}, l.members[1:]...)
	}
}

func lastWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.Join(f[max(0, len(f)-n):], " ")
}

// listedIn is the one sentence that lists what all of the names stand for, with its members.
func (e *editor) listedIn(where []int, names ...[]string) (scene, sentence int, l listing, members []int, ok bool) {
	said := ""
	for i := range e.b.Scenes {
		if len(where) > 0 && !slices.Contains(where, i) || len(where) == 0 && e.recaps(i) {
			continue
		}
		for j, t := range prose.SplitSentences(e.b.Scenes[i].Say) {
			found, has := listingOf(t, e.b.Language)
			if !has {
				continue
			}
			var ks []int
			for _, words := range names {
				found.leadBefore(words, e)
			}
			for _, words := range names {
				if k := found.member(words); k >= 0 && !slices.Contains(ks, k) {
					ks = append(ks, k)
				}
			}
			if len(ks) != len(names) {
				continue
			}
			if ok && t == said { // it is said once more
				continue
			}
			if ok {
				return 0, 0, listing{}, nil, false // which of them?
			}
			said = t
			scene, sentence, l, members, ok = i, j, found, ks, true
		}
	}
	return scene, sentence, l, members, ok
}

// resay gives one sentence of a scene other words.
func (e *editor) resay(i, sentence int, say string) string {
	s := &e.b.Scenes[i]
	ss := prose.SplitSentences(s.Say)
	old, was := s.Say, ss[sentence]
	ss[sentence] = say
	e.speak(s, strings.Join(ss, " "))
	return fmt.Sprintf("scene %d now says %q instead of %q", i+1, telling.Clip(say, 90), telling.Clip(was, 90)) + e.again(i, old, s.Say)
}

// anIng is a verb that names what is done: "washing".
var anIng = pattern.New(`(?i)^\p{L}*[aeiouy]\p{L}*ing$`)

// likeOthers gives what joins a list the article that most of the others have. Where a
// language knows more than one, whoever adds it has to.
func (e *editor) likeOthers(x string, others []string) (string, error) {
	if first, _, more := strings.Cut(x, " "); more && anIng.MatchString(first) && strings.HasPrefix(e.b.Language, "en") && len(others) > 0 && !slices.ContainsFunc(others, func(o string) bool { return anIng.MatchString(strings.Fields(o + " ")[0]) }) {
		return "", fmt.Errorf("the others are said as in %q: write %q that way, in quotation marks", others[0], x)
	}
	if len(others) == 0 || determined(x, e.b.Language) || strings.ContainsFunc(x, unicode.IsDigit) {
		return x, nil
	}
	count := map[string]int{}
	for _, o := range others {
		if first, _, more := strings.Cut(strings.ToLower(o), " "); more && determined(o, e.b.Language) {
			if first == "an" {
				first = "a"
			}
			count[first]++
		}
	}
	n := 0
	for _, c := range count {
		n += c
	}
	switch {
	case 2*n <= len(others):
		return x, nil
	case !strings.HasPrefix(e.b.Language, "en"):
		return "", fmt.Errorf("the others have an article, and %q has none: write it as it is to be said", x)
	case count["the"] == n && !allCapital(x):
		return "the " + x, nil
	case count["a"] == n:
		return tongue.EnglishIndefinite(x), nil
	}
	return x, nil
}

// parallel tells whether the members of a list are of one form: "a kitchen and hire a cook"
// are none.
func (l listing) parallel(lang string) bool {
	return !slices.ContainsFunc(l.members[1:], func(s string) bool { return articleWithin(s, lang) }) || articleWithin(l.members[0], lang)
}

// unarticled is a phrase without its article, as lists show it.
func unarticled(x, lang string) string {
	if first, rest, ok := strings.Cut(x, " "); ok && determined(x, lang) && !telling.DigitsRE.MatchString(first) {
		return rest
	}
	return x
}

// whatItDoes names a list by nothing but what it is said to do: "the list of what it shows".
var whatItDoes = pattern.New(`(?i)\bof what (?:it|we|they|you) \p{L}+$`)

// addNamed adds to the list that a name stands for: one that a scene shows, or one that a
// sentence tells.
func (e *editor) addNamed(x edit.Edit) (string, error) {
	defer e.asItStands()()
	if done, err := e.addPoint(x); !errors.Is(err, errOther) {
		return done, err
	}
	words := slices.DeleteFunc(nameWords(whatItDoes.ReplaceAllString(x.With, "")), func(w string) bool { return listNames[w] })
	lists := e.lists(itemKinds["point"])
	lists = append(lists, e.lists(itemKinds["event"])...)
	var at []int
	for _, i := range lists {
		if k := e.b.Scenes[i].Kind; len(words) == 0 && k != scene.Process && k != scene.Timeline || len(words) > 0 && (names(sceneText(&e.b.Scenes[i]), words) || e.titled(words) == i) {
			at = append(at, i)
		}
	}
	for _, i := range at {
		if strings.EqualFold(prose.Unstop(e.b.Scenes[i].Headline), prose.Unstop(strings.TrimSpace(x.With))) {
			at = []int{i}
			break
		}
	}
	switch {
	case len(at) == 1:
		return e.addItem(edit.Edit{Scenes: sceneAt(at[0]), Text: x.Text})
	case len(at) > 1:
		return "", fmt.Errorf("which list: that of scene %s? Say it with its number", numbers(at))
	}
	where, sentence, told := -1, 0, listing{}
	for i := range e.b.Scenes {
		for j, t := range prose.SplitSentences(e.b.Scenes[i].Say) {
			l, ok := listingOf(t, e.b.Language)
			if !ok || len(words) == 0 && len(l.members) < 3 || len(words) > 0 && !names(t, words) || e.recaps(i) {
				continue
			}
			if where >= 0 {
				return "", fmt.Errorf("which list: that of scene %d or %d? Say it with its number", where+1, i+1)
			}
			where, sentence, told = i, j, l
		}
	}
	if where < 0 {
		return "", fmt.Errorf("no list is named %q: write add \"…\" to the list of scene N, or in scene N say …", x.With)
	}
	t, _ := prose.Unquote(prose.Unstop(x.Text))
	if slices.ContainsFunc(told.members, func(m string) bool {
		return strings.EqualFold(unarticled(m, e.b.Language), unarticled(t, e.b.Language))
	}) {
		return "", fmt.Errorf("scene %d already says %q", where+1, t)
	}
	others := told.members
	if told.lead == "" {
		others = others[1:]
	}
	more, err := e.likeOthers(t, others)
	if err != nil {
		return "", err
	}
	n := len(told.members)
	if strings.HasPrefix(told.last, ",") && n > 2 {
		told.mid = ", "
	}
	told.lead = e.recount(told.lead, n, n+1)
	return e.resay(where, sentence, told.text(append(slices.Clone(told.members), more))), nil
}

// listNames say that a name is that of a list.
var listNames = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("list cards bullets items agenda checklist grid what who should people need needs liste lista aufzählung karten tarjetas cartes schede elenco lijst") {
		out[w] = true
	}
	return out
}()
