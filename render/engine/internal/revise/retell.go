package revise

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// retellList is what a scene says when its list is another: its items in an order, −1
// stands for the next of the fresh ones. What leads and what parts the items stays.
func (e *editor) retellList(s *scene.Scene, order []int, fresh []string) (string, error) {
	spans, all := e.saidItems(s)
	if len(spans) == 0 {
		return e.recount(s.Say, len(s.Items), len(order)), nil
	}
	if !all {
		return "", errors.New("says its list in other words than it shows: write in scene N say … with all that it lists")
	}
	spans = withClauses(s.Say, withArticles(s.Say, unled(s.Say, spans, e.b.Language, !slices.Contains(order, 0) && !slices.Contains(order, -1)), e.b.Language))
	w := e.writer()
	n := len(spans)
	pre, post := s.Say[:spans[0][0]], s.Say[spans[n-1][1]:]
	var seps, phrases []string
	for k, sp := range spans {
		if k > 0 {
			seps = append(seps, s.Say[spans[k-1][1]:sp[0]])
		}
	}
	var others []string
	for _, sp := range spans {
		others = append(others, s.Say[sp[0]:sp[1]])
	}
	for _, k := range order {
		if k >= 0 {
			phrases = append(phrases, others[k])
			continue
		}
		x := fresh[0]
		if slices.ContainsFunc(others[min(1, n-1):], func(o string) bool { return prose.Upper(o) != o }) { // the first may begin a sentence
			x = w.Wording.Lower(x)
		}
		if f := titledBody.FindStringSubmatch(x); f != nil && strings.Contains(others[0], ": ") { // "Team chat – no more groups"
			x = f[1] + ": " + f[2]
		}
		x, err := e.likeOthers(x, others)
		if err != nil {
			return "", fmt.Errorf("lists it: %w", err)
		}
		phrases, fresh = append(phrases, x), fresh[1:]
	}
	if len(phrases) == 1 { // what is left of a list
		if lead := e.recount(pre, n, 1); lead != pre || ofSeveral.MatchString(pre) {
			return "", errors.New("speaks of several: write remove scene N, or in scene N say …")
		}
		if pre == "" || strings.HasSuffix(pre, ". ") {
			phrases[0] = prose.Upper(phrases[0])
		}
		return pre + phrases[0] + post, nil
	}
	if !slices.ContainsFunc(seps, func(t string) bool { return !strings.HasPrefix(t, ".") }) {
		head, lead := "", pre
		if i := strings.LastIndex(pre, ". "); i >= 0 {
			head, lead = pre[:i+2], pre[i+2:]
		}
		leads := []string{lead}
		for _, t := range seps {
			leads = append(leads, strings.TrimLeft(t, ". "))
		}
		var out []string
		for k, l := range leadsFor(w, leads, len(phrases)) {
			p := phrases[k]
			switch began := order[k] >= 0 && leads[order[k]] == ""; {
			case l == "":
				p = prose.Upper(p)
			case began:
				p = w.Wording.Lower(p)
			}
			out = append(out, l+p+".")
		}
		return strings.TrimSpace(e.recount(head, n, len(order)) + strings.Join(out, " ") + strings.TrimPrefix(post, ".")), nil
	}
	for k := range phrases {
		inside := order[k] < 0 || spans[order[k]][0] > 0 && !strings.HasSuffix(strings.TrimRight(s.Say[:spans[order[k]][0]], " "), ".")
		if !inside { // it began a sentence
			phrases[k] = w.Wording.Lower(phrases[k])
		}
		if k == 0 && spans[0][0] == 0 {
			phrases[k] = prose.Upper(phrases[k])
		}
	}
	if pre == "" || strings.HasSuffix(pre, ". ") {
		phrases[0] = prose.Upper(phrases[0])
	}
	mid, last := w.Wording.Comma(), seps[n-2]
	if n > 2 {
		mid = seps[0]
	}
	switch {
	case len(phrases) == 2 && strings.TrimSpace(last) != ",": // "… implants and care" has its own "and"
		last = strings.TrimPrefix(last, ",")
	case n == 2 && w.Wording.Serial:
		last = "," + last
	}
	m := len(phrases) - 1
	return e.recount(pre, n, len(order)) + strings.Join(phrases[:m], mid) + last + phrases[m] + post, nil
}

// unled takes what leads the whole list off its first item: of "check the brakes, the horn
// and the belt" that is "check the".
func unled(say string, spans [][2]int, lang string, withoutFirst bool) [][2]int {
	if first := say[spans[0][0]:spans[0][1]]; withoutFirst && len(spans) > 1 && !slices.ContainsFunc(spans[1:], func(sp [2]int) bool {
		return articleWithin(say[sp[0]:sp[1]], lang) || strings.Contains(say[spans[0][1]:sp[0]], ".") || prose.Words(say[sp[0]:sp[1]]) > 3
	}) { // "bring a towel, a lock and water"
		if at := articleAt(first, lang); at > 0 && prose.Words(first[:at]) <= 2 && !determined(first, lang) {
			out := slices.Clone(spans)
			out[0][0] += at
			return out
		}
	}
	article := ""
	for k := 1; k < len(spans); k++ {
		words := strings.Fields(say[spans[k-1][1]:spans[k][0]])
		if len(words) == 0 || !articles[strings.ToLower(words[len(words)-1])] || article != "" && article != words[len(words)-1] {
			return spans
		}
		article = words[len(words)-1]
	}
	at := strings.Index(say[spans[0][0]:spans[0][1]], " "+article+" ")
	if article == "" || at < 0 {
		return spans
	}
	out := slices.Clone(spans)
	out[0][0] += at + len(article) + 2
	return out
}

// withArticles takes the article before each item to it.
func withArticles(say string, spans [][2]int, lang string) [][2]int {
	out := slices.Clone(spans)
	for k, sp := range spans {
		before := strings.TrimRight(say[:sp[0]], " ")
		word := before[strings.LastIndexByte(before, ' ')+1:]
		if determined(word+" x", lang) && len(before) < sp[0] && !telling.DigitsRE.MatchString(word) {
			out[k][0] = len(before) - len(word)
		}
	}
	return out
}

// withClauses takes the words before each item to it where they are more than what parts
// them: "climb aboard the ship, touch a suit and try the crane" lists what is done.
func withClauses(say string, spans [][2]int) [][2]int {
	out := slices.Clone(spans)
	for k := 1; k < len(spans); k++ {
		between := say[spans[k-1][1]:spans[k][0]]
		sep := listSep.FindStringIndex(between)
		if sep == nil || sep[0] != 0 || sep[1] == len(between) || strings.ContainsAny(between[sep[1]:], ".,:;") {
			return spans
		}
		out[k][0] -= len(between) - sep[1]
	}
	from := strings.LastIndex(say[:spans[0][0]], ". ") + 2
	if from == 1 {
		from = 0
	}
	if lead := say[from:spans[0][0]]; prose.Words(lead) > 3 || prose.Words(lead) == 0 || strings.ContainsAny(lead, ",:;") {
		return spans
	}
	out[0][0] = from
	return out
}

// leads are the words before each of n items that are told one by one, of those before
// the items that there were: "Second, ", "And finally, ".
func leadsFor(w *telling.Writer, old []string, n int) []string {
	frames := append([]string{w.Wording.Firstly}, w.Wording.Then...)
	if el := tongue.Elaborations[w.Wording.Code]; el != nil && strings.HasPrefix(el.Points[0], old[0]) && old[0] != "" {
		frames = el.Points
	}
	out := make([]string, n)
	if lead, from := countedUp(old); lead != nil { // "Step 1: ", "Step 2: "
		for k := range out {
			out[k] = lead[0] + strconv.Itoa(from+k) + lead[1]
		}
		return out
	}
	for k := range out {
		switch {
		case k == 0:
			out[k] = old[0]
		case k == n-1 && (n == len(old) || !slices.ContainsFunc(frames, func(f string) bool { return old[len(old)-1] != "" && strings.HasPrefix(f, old[len(old)-1]) })):
			out[k] = old[len(old)-1] // "And finally, "
		case k < len(old)-1, k == len(old)-1 && n > len(old) && strings.HasPrefix(frames[min(k, len(frames)-1)], old[k]):
			out[k] = old[k]
		case old[1] == "":
		default:
			out[k], _, _ = strings.Cut(frames[min(k, len(frames)-1)], "%s")
		}
	}
	return out
}

// countedUp is what stands before and behind the numbers of leads that count up, and the first
// of the numbers. nil = they do not.
func countedUp(leads []string) (around []string, from int) {
	for k, l := range leads {
		f := numberedLead.FindStringSubmatch(l)
		if f == nil {
			return nil, 0
		}
		n, _ := strconv.Atoi(f[2])
		if k == 0 {
			around, from = []string{f[1], f[3]}, n
		}
		if n != from+k || f[1] != around[0] || f[3] != around[1] {
			return nil, 0
		}
	}
	return around, from
}

// numberedLead leads an item with its number. Groups: what stands before it, the number,
// what stands behind it.
var numberedLead = pattern.New(`^(\D*)(\d{1,2})(\D*)$`)

// saidItems finds where a scene says its items, in their order, and tells whether it
// says all of them.
func (e *editor) saidItems(s *scene.Scene) (spans [][2]int, all bool) {
	low, from := phrase.Lower(s.Say), 0
	and := tongue.For(e.b.Language).And
	for k, it := range s.Items {
		at, end := -1, 0
		if t := phrase.Lower(prose.Unstop(it.Title)); t != "" {
			if at = strings.Index(low[from:], t); at >= 0 {
				at += from
				end = at + len(t)
				if more := clauseEnd(low, end, and); k+1 == len(s.Items) || !strings.Contains(low[end:more], strings.ToLower(prose.Unstop(s.Items[k+1].Title))) { // "Solo" is "Solo at $9 a month"
					end = more
				}
			}
		}
		if c := phrase.Lower(it.Cue); at < 0 && len(c) > 3 { // shown in short
			if at = strings.Index(low[from:], c); at >= 0 {
				at += from
				end = clauseEnd(low, at+len(c), and)
			}
		}
		if at < 0 {
			continue
		}
		if told := bodyEnd(low, end, it.Body); told > end { // "Time clock: hours go straight to payroll"
			end = told
		}
		spans, from = append(spans, [2]int{at, end}), end
	}
	all = len(spans) == len(s.Items)
	if n := len(spans); all && n > 1 { // "customer lists, passwords or contracts by email": the last words are said of all
		end := spans[n-1][0] + len(phrase.Lower(prose.Unstop(s.Items[n-1].Title)))
		if end < spans[n-1][1] && ofAll.MatchString(s.Say[end:spans[n-1][1]]) && !telling.DigitsRE.MatchString(s.Say[end:spans[n-1][1]]) {
			spans[n-1][1] = end
		}
	}
	return spans, all
}

// bodyEnd is where an item's body ends that is said behind its title and a colon or a dash,
// 0 = it is not said there. low has small letters alone.
func bodyEnd(low string, from int, body string) int {
	body = phrase.Lower(prose.Unstop(body))
	lead := bodyLead.FindString(low[from:])
	if body == "" || lead == "" || !strings.HasPrefix(low[from+len(lead):], body) {
		return 0
	}
	return from + len(lead) + len(body)
}

// bodyLead parts a title from its body.
var bodyLead = pattern.New(`^(?:: | [–—-] )`)

// ofAll begins what is said of all that a list has.
var ofAll = pattern.New(`(?i)^ (?:at|in|on|from|by|via|every|each|before|after|during|per|par|por|jeden|jede|vor|nach|chaque|cada|antes|después|avant|après|ogni|prima|dopo|depois) `)

// clauseEnd is where what is told from there on of one item ends.
func clauseEnd(s string, from int, and string) int {
	stop := len(s)
	for _, t := range []string{", ", ". ", "; ", ": ", and} {
		if i := strings.Index(s[from:], t); i >= 0 && t != "" {
			stop = min(stop, from+i)
		}
	}
	if stop == len(s) {
		stop = max(from, len(strings.TrimRight(s, ".!? ")))
	}
	return stop
}

// countForms are the words for two to nine of languages whose counts go by the gender of
// what is counted, each beside the one of the same gender.
var countForms = map[string][][]string{
	"he": {strings.Fields("שני שלושה ארבעה חמישה שישה שבעה שמונה תשעה"), strings.Fields("שתי שלוש ארבע חמש שש שבע שמונה תשע")},
	"ar": {strings.Fields("اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة"), strings.Fields("اثنتان ثلاث أربع خمس ست سبع ثماني تسع")},
	"pt": {strings.Fields("dois três quatro cinco seis sete oito nove"), strings.Fields("duas três quatro cinco seis sete oito nove")},
}

// recount puts a number in the place of the first word that counts a list: "three
// things" are four.
func (e *editor) recount(s string, old, n int) string {
	if s == "" || old == n || old < 2 {
		return s
	}
	g := tongue.For(e.b.Language)
	tables := countForms[g.Code]
	if len(g.Counts) > 2 && tables == nil {
		tables = [][]string{g.Counts[2:]}
	}
	words := strings.Split(s, " ")
	for i, word := range words {
		bare := strings.Trim(word, ".,:;!?")
		low, now := strings.ToLower(bare), ""
		if low == strconv.Itoa(old) {
			now = strconv.Itoa(n)
		}
		for _, t := range tables {
			if old-2 < len(t) && low == t[old-2] {
				if g.Code == "pt" && i+1 < len(words) && feminine(words[i+1]) {
					t = tables[1]
				}
				if now = strconv.Itoa(n); n >= 2 && n-2 < len(t) {
					now = t[n-2]
				}
				break
			}
		}
		if now == "" {
			continue
		}
		if low != bare {
			now = prose.Upper(now)
		}
		words[i] = strings.Replace(word, bare, now, 1)
		return strings.Join(words, " ")
	}
	return s
}

// feminine tells of a Portuguese plural whether it is feminine by its ending.
func feminine(noun string) bool {
	noun = strings.ToLower(strings.Trim(noun, ".,:;!?"))
	return slices.ContainsFunc([]string{"as", "ões", "ades", "gens"}, func(end string) bool { return strings.HasSuffix(noun, end) })
}
