package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// Clip shortens s to at most n characters at a clause, else at a word that may
// end a line. It never breaks a word and adds no ellipsis.
func Clip(s string, n int) string {
	s = strings.TrimSpace(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	for _, sep := range []string{". ", "? ", "! ", "; ", ": ", " – ", " — ", ", ", "، "} {
		if sep == ". " && len(prose.SplitSentences(s)) < 2 {
			continue // "EE. UU."
		}
		if head, _, ok := strings.Cut(s, sep); ok && !(sep == ". " && cutShort.MatchString(head)) && utf8.RuneCountInString(head) <= n && utf8.RuneCountInString(head) >= n/3 && prose.Words(head) >= 2 {
			if i := strings.LastIndexByte(head, '('); i > 0 && !strings.Contains(head[i:], ")") {
				return strings.TrimRight(head[:i], " ,") // never within brackets
			}
			if sep == "? " || sep == "! " {
				head += strings.TrimSpace(sep)
			}
			return head
		}
	}
	f := strings.Fields(s)
	out := ""
	for _, w := range f {
		next := strings.TrimSpace(out + " " + w)
		if utf8.RuneCountInString(next) > n {
			break
		}
		out = next
	}
	if out == "" && len(f) > 0 {
		return f[0]
	}
	for _, q := range [][2]string{{"(", ")"}, {"«", "»"}, {"“", "”"}, {"„", "“"}} { // never within a quotation
		if i := strings.LastIndex(out, q[0]); i > 0 && !strings.Contains(out[i+len(q[0]):], q[1]) && strings.Contains(s[i:], q[1]) {
			out = strings.TrimSpace(out[:i])
		}
	}
	if m := fromOnly.FindStringIndex(out); m != nil && toNext.MatchString(s[len(out):]) {
		out = out[:m[0]] // "dropped from 9 days" of "dropped from 9 days to 4"
	}
	if last := FirstWordOf(out[strings.LastIndexByte(out, ' ')+1:]); prose.Words(out) > 2 && titleEnd.MatchString(last+".") && strings.HasSuffix(out, ".") {
		out = strings.TrimSpace(out[:strings.LastIndexByte(out, ' ')]) // "at Dr." of "at Dr. Moon's practice"
	}
	whole := out
	for range 5 {
		whole = Danglers.ReplaceAllString(whole, "")
	}
	if t := leadsOn.ReplaceAllString(atPhrase(whole, s[len(whole):]), ""); t != "" && utf8.RuneCountInString(t) >= n/4 {
		return t
	}
	if t := halfPhrase.ReplaceAllString(out, ""); t != out && prose.Words(t) >= 3 && utf8.RuneCountInString(t) >= n/2 {
		out = t // "in the old harbour" without its "hall"
	}
	out = halfSpan.ReplaceAllString(out, "")
	for i := 0; i < 5; i++ {
		t := Danglers.ReplaceAllString(subjectTail.ReplaceAllString(leadsOn.ReplaceAllString(out, ""), ""), "")
		if t == out {
			break
		}
		out = t
	}
	return strings.TrimRight(out, ",;:–—- ")
}

// leadsOn ends in a participle that leads to what is cut off: "compared with 2024".
var leadsOn = pattern.New(`(?i),? (?:compared|based|due|according|related|depending|instead|thanks)$`)

var (
	// fromOnly ends at the old value of a change whose new one is cut off.
	fromOnly = pattern.New(`(?i)(?:\s(?:goes|went|moves|moved|changes|changed))?\s(?:from|von|de|da|van) [€$£]?\d[\d.,]*(?:\s?%| \p{L}+)?$`)
	toNext   = pattern.New(`(?i)^,? (?:to|auf|a|à|para|naar) [€$£]?\d`)
)

// cutShort ends in a word that is cut short, whose dot ends no sentence: "No. 1".
// titleEnd is a title that waits for its name.
var titleEnd = pattern.New(`^(?:Dr|Mr|Mrs|Ms|Prof|St)\.$`)

var cutShort = pattern.New(`(?i)\b(?:no|nr|st|mr|mrs|ms|dr|prof|vs|approx|ca|ext|max|min|tel|fig|inc|ltd|co|dept|est|e\.g|i\.e|a\.m|p\.m)$`)

// phraseStart begins a phrase that can be left off whole; andWord joins two of them.
var (
	phraseStart = pattern.New(`(?i)\s(?:with|for|until|before|after|while|when|so that|because|by|from|at|in|on|to|into|per|within|without|über|mit|für|bis|bevor|nachdem|wenn|weil|damit|bei|auf|con|para|por|hasta|antes|cuando|porque|desde|en|avec|pour|jusqu\S*|avant|quand|dans|sur|com|até|quando|em|fino|prima|per|met|voor|tot|als)\s`)
	andWord     = pattern.New(`(?i)\s(?:and|or|und|oder|y|et|ou|e|o|en|of)\s`)
)

// atPhrase ends cut text before the phrase that the cut breaks: "Hold the button for 5
// seconds" of "Hold the button for 5 seconds until it", "Fill the tank" of "Fill the
// tank with water and one". "" = nowhere.
func atPhrase(out, rest string) string {
	if next := phraseStart.FindStringIndex(rest); next != nil && next[0] == 0 || rest != "" && strings.ContainsAny(rest[:1], ",;:.") || strings.ContainsAny(out[len(out)-1:], ",;:.") {
		return "" // the cut stands between two phrases
	}
	at := phraseStart.FindAllStringIndex(out, -1)
	if len(at) == 0 {
		return ""
	}
	head := strings.TrimRight(out[:at[len(at)-1][0]], ",;: ")
	if prose.Words(head) < 3 || Danglers.MatchString(" "+head) || andWord.MatchString(out[:at[len(at)-1][0]]+" ") {
		return ""
	}
	return head
}

// halfPhrase is a preposition with an article and an adjective, cut off before or
// within its noun.
var halfPhrase = pattern.New(`(?i)\s+(?:in|of|at|for|with|by|from|on|to|into|over|under|through|während|mit|für|von|zu|im|auf|en|con|por|para|de|avec|pour|sur|dans|em|com|per|nel|della)\s+(?:the|a|an|our|your|their|its|der|die|das|den|dem|einem?r?|el|la|los|las|una?|le|les|une|os|as|uma?|il|lo|gli)\s+\S+$`)

// Danglers are words that a headline must not end with.
var Danglers = pattern.New(`(?i)\s+(?:of up|up to|[€$£]?\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|first|next|last|every|erste[nr]?|letzte[nr]?|primer[oa]?|premier|première|primeir[oa]|dos|tres|cuatro|cinco|deux|trois|quatre|cinq|tre|quattro|cinque|três|twee|drie|vijf|a|an|the|of|to|for|and|or|in|on|at|with|by|from|that|which|your|our|its|their|is|are|as|so|but|no longer|no|not|will|can|must|should|than|per|every|within|into|when|while|because|after|before|until|since|if|straight|directly|even|just|also|only|very|whose|who|been|being|be|have|has|had|may|might|could|would|goes|gets?|got|makes?|made|gives?|takes?|once|ever|whether|der|die|das|den|dem|des|ein|eine|einen|und|oder|mit|für|von|zu|im|in|auf|dass|el|la|los|las|de|del|que|y|o|en|con|por|para|un|una|su|le|les|du|et|ou|avec|pour|une|sur|dans|qui|os|as|do|da|e|em|com|um|uma|il|lo|gli|di|che|per|nel|della|al|alla|alle|dal|dalla|sul|sulla|tra|fra|da|unter|über|bei|nach|vor|am|an|als|bis|ab|aus|um|gegen|ohne|durch|zwischen|vom|zum|zur|beim|dans|des|aux|chez|vers|sous|par|sin|sobre|hasta|desde|entre|ao|à|na|pelo|pela|dos|das|van|voor|met|naar|bij|op|te|het|tu|in|في|من|إلى|على|عن|مع|حتى|أو|عبر|של|על|עם|את|עד|או|כי)$`)

// halfSpan is a span of days that is cut before its month: "closed from 3 to 14".
var halfSpan = pattern.New(`(?i)\s+from \d{1,2} to(?: \d{1,2})?$|\s+between \d[\d:.,]*(?: and)?$`)

// subjectTail is the subject of a verb that is cut off.
var subjectTail = pattern.New(`(?i)\s+(?:it|they|we|he|she)$`)

// Headline makes a short finding of a sentence: no leading pronoun, no full
// stop, at most n characters.
func (w *Writer) Headline(s string, n int) string {
	return leadsOn.ReplaceAllString(w.headline(s, n), "")
}

func (w *Writer) headline(s string, n int) string {
	if t := w.Bare(s); utf8.RuneCountInString(t) <= n+Longer && !strings.HasSuffix(strings.TrimSpace(s), "?") {
		return prose.Upper(t)
	}
	if w.Wording == tongue.Wordless {
		if at := apart.FindStringIndex(s); at != nil && utf8.RuneCountInString(s[:at[0]]) >= 5 && utf8.RuneCountInString(s[:at[0]]) <= n+Longer {
			return prose.Upper(strings.TrimSpace(s[:at[0]]))
		}
		return prose.Upper(Clip(w.Bare(s), n))
	}
	if t := w.Bare(s); whoDoes.MatchString(t) && w.Wording.Code != "en" && utf8.RuneCountInString(t) <= n+2*Longer {
		return prose.Upper(t) // "Wer kein Diensthandy hat, bekommt eines": without its subject it says nothing
	}
	if w.Wording.Code == "en" { // a clause of it says more than a figure
		for _, room := range []int{n, n + Longer} {
			if h := w.clauseFinding(s, room); h != "" {
				return h
			}
		}
	} else if h := w.firstClause(s, n+Longer); h != "" {
		return h
	}
	if t := w.Bare(s); w.Wording.Code == "en" && n >= 40 && utf8.RuneCountInString(t) <= n+2*Longer && (grammar.Predicate(t) || prompt.IsClause(t, "en")) && !strings.Contains(t, ", ") && len(prose.SplitSentences(s)) == 1 && !strings.HasSuffix(strings.TrimSpace(s), "?") {
		return prose.Upper(t) // "15 March with 200 kinds" says less than its sentence
	}
	if h := w.Finding(s, n); h != "" {
		return h
	}
	if h := w.Finding(s, n+Longer); h != "" {
		return h
	}
	if m := introduced.FindStringSubmatch(w.Bare(s)); m != nil && w.Wording.Code == "en" && prose.Words(m[1]) >= 4 && utf8.RuneCountInString(m[1]) <= n+Longer {
		return prose.Upper(m[1])
	}
	if t := w.Bare(s); w.Wording.Code == "en" && n >= 40 && utf8.RuneCountInString(t) <= WholeMost && len(prose.SplitSentences(s)) == 1 && !strings.HasSuffix(strings.TrimSpace(s), "?") {
		return prose.Upper(t) // where no clause of it stands alone, a piece would say something else
	}
	h := prose.Upper(Clip(w.Bare(s), n))
	if t := prose.Upper(w.Bare(s)); w.Wording.Code == "en" && utf8.RuneCountInString(t) <= n+2*Longer && cutOff(h+" ", "") {
		return t // "Employees who cycle" says nothing
	}
	return h
}

// firstClause is the clause that a sentence begins with, where it does not lead up to what
// comes behind the comma.
func (w *Writer) firstClause(s string, n int) string {
	t, _, ok := strings.Cut(w.Bare(s), ", ")
	if !ok || prose.Words(t) < 4 || utf8.RuneCountInString(t) > n || leadsUp.MatchString(t) || w.Wording.Code != "it" && strings.HasPrefix(strings.ToLower(t), "si ") || prose.Words(t) < 7 && adjunct.MatchString(t) {
		return ""
	}
	return prose.Upper(t)
}

// adjunct begins with a preposition: a few words tell where or when, and no more.
var adjunct = pattern.New(`(?i)^(?:im|am|in|an|auf|aus|bei|mit|nach|vor|seit|ab|bis|für|von|zum|zur|unter|über|ohne|en|al|a|con|para|por|desde|sin|tras|durante|según|au|aux|à|dans|avec|pour|depuis|après|avant|sur|selon|sans|em|no|na|nos|nas|ao|à|com|sem|segundo|dal|dalla|dai|nel|nella|nei|con|per|di|da|secondo|op|met|voor|na|sinds|bij|van|zonder|volgens)(?:[^\p{L}]|$)`)

// whoDoes begins a clause that is the subject of the one behind it.
var whoDoes = pattern.New(`(?i)^(?:wer|wem|was|quien(?:es)?|quem|chi|qui|wie)\s[^,]{4,50}, `)

// leadsUp begins a clause that another one depends on.
var leadsUp = pattern.New(`(?i)^(?:wenn|falls|als|weil|da|dass|obwohl|während|bevor|nachdem|sobald|wer|was|cuando|aunque|porque|como|mientras|quien|quand|lorsque|comme|puisque|dès que|s['’]il|se|quando|enquanto|embora|quem|mentre|siccome|chi|appena|als|wanneer|terwijl|omdat|zodra|wie|إذا|عندما|אם|כאשר)(?:[^\p{L}]|$)`)

// Entry fits an item of a list into its card: all of it where little is too much.
func (w *Writer) Entry(s string, n int) string {
	if w.Wording.Code != "en" {
		if utf8.RuneCountInString(s) <= n+Longer {
			return s
		}
		return Clip(s, n)
	}
	if utf8.RuneCountInString(s) <= n+Longer || utf8.RuneCountInString(s) <= n+2*Longer && notDone.MatchString(s) {
		return s
	}
	t := cmp.Or(w.clauseFinding(s, n+Longer), Clip(s, n+Longer))
	if at := phraseStart.FindAllStringIndex(t, -1); len(at) > 0 && len(t) < len(s) {
		if last := at[len(at)-1]; prose.Words(t[last[1]:]) <= 2 && prose.Words(t[:last[0]]) >= 3 && !phraseStart.MatchString(s[len(t):]+" ") {
			return t[:last[0]] // "until the light" of "until the light blinks orange"
		}
	}
	return t
}

// notDone forbids something, which must not be cut: "Don't export lists to your phone".
var notDone = pattern.New(`(?i)^(?:don['’]t|do not|never|no) `)

// introduced is what a long introduction stands before, and its pronoun: "For every hour of
// sun it makes …". Without them it is whole.
var introduced = pattern.New(`(?i)^(?:for every|for each|with every|with each|in every|every time|on every) [^,;:]{8,50}?,? (?:it|they) (\p{L}+ [^,;:]+)$`)

// WholeMost is how many characters a sentence may have that stands whole on a card, because
// no rule knows how to shorten it.
const WholeMost = 84

// Longer is how many characters a headline may have beyond its room before it is
// cut: a whole thought in smaller type is read faster than half of one.
const Longer = 16

// Bare takes the sentence end and what leans on the sentence before off s.
func (w *Writer) Bare(s string) string {
	t := prose.Unstop(s)
	if strings.HasSuffix(strings.TrimSpace(s), "?") {
		return t
	}
	if strings.HasPrefix(t, "IT ") && w.Wording.Code == "en" {
		return t // the department
	}
	if r := w.Wording.Pronoun.ReplaceAllString(t, ""); prose.Words(r) >= 2 && !soFar.MatchString(t) {
		if t = r; w.Wording.Code == "en" {
			t = wasDone.ReplaceAllString(t, "$1") // "It was built in 1911"
		}
	}
	return t
}

// wasDone begins with what was done to a thing that is not named.
var wasDone = pattern.New(`^(?:was|were) (\p{Ll}+ed|built|made|found|sold|sent|won|born|begun|held|shot|cut|set|written|drawn|grown|taken|given|told|bought|brought|taught|lost|left|paid|run|put|kept)\b`)

// soFar begins with a "so" that joins nothing.
var soFar = pattern.New(`(?i)^so (?:far|much|many|long|that)\b`)

// Finding is a headline that is whole by itself: the sentence, one of its
// clauses, or the figure with what it counts. "" = none fits.
func (w *Writer) Finding(s string, n int) string {
	if w.Wording == tongue.Wordless { // where its words may be cut is not known
		if t := strings.TrimSpace(w.Bare(s)); utf8.RuneCountInString(t) <= n+Longer {
			return t
		}
		return ""
	}
	if h := w.clauseFinding(s, n); h != "" {
		return h
	}
	return w.figurePhrase(w.Bare(strings.TrimSpace(s)), n)
}

// clauseFinding is a finding that is the sentence or one of its clauses.
func (w *Writer) clauseFinding(s string, n int) string {
	s = strings.TrimSpace(s)
	fits := func(t string) bool { return utf8.RuneCountInString(t) <= n }
	t := w.Bare(s)
	if strings.HasSuffix(s, "?") {
		if fits(t + "?") {
			return prose.Upper(t) + "?"
		}
		return ""
	}
	if fits(t) {
		return prose.Upper(t)
	}
	if u := w.undated(t); u != t {
		if fits(u) {
			return prose.Upper(u)
		}
		t = u
	}
	if head, tail, ok := strings.Cut(t, ": "); ok && w.Wording.Code == "en" && leadsOver.MatchString(head) && prose.Words(tail) >= 3 && !addition.MatchString(tail) {
		if t = tail; fits(t) {
			return prose.Upper(t)
		}
	}
	// A short adverbial in front says the least: "Every year, …".
	if head, tail, ok := strings.Cut(t, ", "); ok && prose.Words(head) <= 4 && prose.Words(tail) >= 3 && !addition.MatchString(tail) && !(w.Wording.Code == "en" && !adverbial.MatchString(head)) {
		if fits(tail) {
			return prose.Upper(tail)
		}
	}
	for _, sep := range []string{" : ", ": "} {
		if head, _, ok := strings.Cut(t, sep); ok && w.Wording.Code != "en" && prose.Words(head) >= 2 && prose.Words(head) <= 7 && fits(head) && !prompt.IsClause(head, w.Wording.Code) {
			return prose.Upper(head) // "Offre de rentrée : …"
		}
	}
	if i := strings.Index(t, w.Wording.And); w.Wording.Code != "en" && i > 0 && fits(t[:i]) && prose.Words(t[:i]) >= 4 && prompt.IsClause(t[:i], w.Wording.Code) && prompt.IsClause(t[i+len(w.Wording.And):], w.Wording.Code) && !w.Wording.Stops.MatchString(" "+t[:i]) && w.wholeClause(t[:i]) {
		return prose.Upper(t[:i]) // two clauses; two things of one clause stay together
	}
	for _, re := range clauseEnds[w.Wording.Code == "en"] {
		for _, at := range re.FindAllStringIndex(t, -1) {
			head := strings.TrimSpace(t[:at[0]])
			if i := strings.LastIndex(head, " ("); i > 0 && !strings.Contains(head[i:], ")") {
				head = head[:i] // "late in the north (Thursday, not Wednesday)"
			}
			if !fits(head) {
				continue // before the patterns: a long text has many ends
			}
			if w.Wording.Code == "en" && (adverbial.MatchString(head) && !prompt.IsClause(head, "en") || torn(head) || limits(head, t[at[0]:at[1]], t[at[1]:])) {
				continue
			}
			if prose.Words(head) >= 4 && utf8.RuneCountInString(head) >= n/3 && !w.Wording.Stops.MatchString(" "+head) && w.wholeClause(head) && !betweenTwo.MatchString(head) && !(w.Wording.Code != "en" && dayAlone.MatchString(head)) && !(w.Wording.Code == "en" && cutOff(head, t[at[0]:])) {
				return prose.Upper(head)
			}
		}
	}
	if m := dateRE.FindStringIndex(t); m != nil && m[1] == len(t) && !spanBefore.MatchString(t[:m[0]]) {
		if head := beforeDate.ReplaceAllString(t[:m[0]], ""); fits(head) && prose.Words(head) >= 4 && !Danglers.MatchString(" "+head) {
			return prose.Upper(head) // the day at its end says the least
		}
	}
	if m := dateRE.FindStringIndex(t); m != nil && w.Wording.Code != "en" && !spanBefore.MatchString(t[:m[0]]) {
		head := strings.TrimRight(weekdayTail.ReplaceAllString(beforeDate.ReplaceAllString(t[:m[0]], ""), ""), ", ")
		if utf8.RuneCountInString(head) <= n+Longer && prose.Words(head) >= 2 && !strings.HasSuffix(head, ":") && !w.Wording.Stops.MatchString(" "+head) && !prompt.IsClause(head, w.Wording.Code) {
			return prose.Upper(head) // what takes place says more than its day
		}
	}
	if m := dateRE.FindStringIndex(t); m != nil && !spanBefore.MatchString(t[:m[0]]) && !(w.Wording.Code != "en" && limitedDay.MatchString(t[:m[0]])) && fits(t[m[0]:]) && prose.Words(t[m[0]:]) >= 4 && !(w.Wording.Code != "en" && (prompt.IsClause(t[m[1]:], w.Wording.Code) || dateRE.MatchString(t[m[1]:]))) && !(w.Wording.Code == "en" && (prose.Words(t[:m[0]]) >= 6 || !afterDate.MatchString(t[m[1]:]) || prose.Words(t[m[1]:]) > 5)) {
		return t[m[0]:]
	}
	if m := dateRE.FindStringIndex(t); m != nil && w.Wording.Code == "en" && sinceLead.MatchString(t[:m[0]]) {
		if tail := strings.TrimLeft(atClock.ReplaceAllString(t[m[1]:], ""), ", "); fits(tail) && prose.Words(tail) >= 3 && (prompt.IsClause(tail, "en") || w.Wording.Articled.MatchString(tail)) {
			return prose.Upper(tail) // "from 14 December the timetable changes"
		}
	}
	return ""
}

// leadsOver leads over to what is said behind its colon, and says nothing by itself.
var leadsOver = pattern.New(`(?i)(?:\b(?:this|the following|as follows|know|you|us|them|everyone|that)|^(?:(?:quick|short|small|friendly) )?(?:one|update|reminder|note|heads[- ]up|news|info|fyi|psa|announcement|question)\b[^:]*|^for [^:]+)$`)

// OverFigure is a preposition at the end, whose figure stands behind it.
var OverFigure = pattern.New(`(?i)\b(?:at|in|by|from|of|to|with|for|since|on|after|before|within)\s{0,3}$`)

// afterDate goes on with a date: a time, a place.
var afterDate = pattern.New(`(?i)^(?:$|,|\s?[–—(]|\s(?:in|at|from|to|until|on|for|with|and|or)\s)`)

// atClock is the time of day behind a date.
var atClock = pattern.New(`(?i)^,? at (?:about |around )?\d[\d:.]*(?: ?[ap]m)?`)

// adverbial says when, where or how, and can be left off the head of a sentence.
var adverbial = pattern.New(`(?i)^(?:in|on|at|by|from|since|until|after|before|during|for|with|within|every|each|last|next|this|these|today|tomorrow|yesterday|now|here|there|first|then|as|to|under|over|across|instead|basically|simply|importantly|unfortunately|fortunately|luckily|sadly|finally|starting|currently|usually|sometimes|often|also|plus|remember|meanwhile|overall|so far|once|per|unlike)\b`)

// limits tells whether what would be cut off a head changes what it says: the condition of
// a rule, the second of two times or places, things of one row.
func limits(head, sep, rest string) bool {
	switch strings.ToLower(strings.TrimSpace(sep)) {
	case "before", "after", "without", "when", "while", "because":
		return ruleWord.MatchString(head)
	case "and":
		return !beginsClause.MatchString(rest)
	case ",":
		if strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "but ") {
			return !prompt.IsClause(head, "en")
		}
		return rowGoesOn.MatchString(" "+rest) && !beginsClause.MatchString(rest) || strings.HasPrefix(rest, "or ")
	}
	return false
}

var (
	ruleWord     = pattern.New(`(?i)\b(?:only|never|not|no|don['’]t|must|until|avoid|unless|always|can['’]t|cannot|if)\b`)
	beginsClause = pattern.New(`(?i)^(?:(?:and|but|so) )?(?:(?:you|we|they|it|he|she|i|there|this|that|then|now|also|still|even)\b|(?:the|our|your|its|their|an?) [\p{L} '’-]{2,30} (?:is|are|was|were|has|have|will|can)\b|(?:is|are|was|were|has|have|had|will|can|does|do|gets?|makes?|takes?|keeps?|runs?|shows?|sends?|saves?|helps?|lets?|gives?|works?)\b)`)
)

// addition continues what stands before its comma and says nothing without it.
var addition = pattern.New(`(?i)^(?:including|with|and|or|which|who|as|but|plus|such as|einschließlich|darunter|und|oder|incluid|y|dont|et|incluso|e|famous|known)\b`)

var (
	fromFigure = pattern.New(`(?i)\b(?:from|von|de|du|da|van)(?: \S{1,20} (?:to|auf|a|à|naar))?\s{0,3}$`)
	beforeDate = pattern.New(`(?i)[,\s]+(?:(?:on|by|from|until|since|starting|am|ab|bis|seit|el|le|desde el|dès le|il|dal|em|op|vanaf)(?: the)?)?\s*$`)
)

// spanBefore stands before the second day of a span: "entre le 15 et le 26 septembre".
var spanBefore = pattern.New(`(?i)\d\.? (?:and|to|und|bis|y|al?|et|au|e|o?|ao|en|tot)(?: (?:den|dem|el|le|il|o|de))? ?$`)

// limitedDay stands before a day that ends or begins what the sentence tells.
var limitedDay = pattern.New(`(?i)(?:^|\s)(?:bis|ab|seit|hasta|desde|jusqu['’]au|dès|depuis|até|desde|fino al?|dal|entro|tot|vanaf|sinds|antes del?|avant|prima del|vor|voor)(?: (?:zum|el|le|il|o|de|den|dem))?(?: (?:` + Weekdays + `),?)?(?: den)? ?$`)

// weekdayTail is the day of the week before a date.
var weekdayTail = pattern.New(`(?i)[,\s]+(?:(?:am|el|le|il|op|de|del|no|na) )?(?:` + Weekdays + `)$`)

// figurePhrase is a figure of t with what it counts: "1,200 times a day". "" = none fits.
func (w *Writer) figurePhrase(t string, n int) string {
	cuts := clauseCut.FindAllStringIndex(t, -1)
	for _, f := range w.Figures(t) {
		if hourFirst.MatchString(t[f.From:]) || clockTail.MatchString(t[f.To:]) {
			continue // a time of day
		}
		if w.Wording.Code != "en" && firstOfTwo.MatchString(t[:f.From]) {
			continue // "entre le 15 et le 26 septembre"
		}
		if w.Wording.Code != "en" && (wantsMore.MatchString(t[:f.From]) || fromFigure.MatchString(t[:f.From])) {
			continue // "über 25 Kilo", "il 15 del mese", "de 25 a 29 euros"
		}
		if f.Score < 2 || f.Prefix != "" && fromFigure.MatchString(t[:f.From]) {
			continue // "from $12 to $15" says nothing without what it is the price of
		}
		end := len(t)
		for _, c := range cuts {
			if c[0] >= f.To {
				end = c[0]
				break
			}
		}
		if i := strings.IndexByte(t[f.To:end], ')'); i >= 0 && !strings.Contains(t[f.To:f.To+i], "(") {
			end = f.To + i // "the contract (18% of revenue) ends"
		}
		if m := beforeFigure.FindStringIndex(t[:f.From]); m != nil && w.Wording.Code == "en" {
			f.From = m[0] + len(t[m[0]:m[1]]) - len(strings.TrimLeft(t[m[0]:m[1]], " "))
		}
		if w.Wording.Code == "en" && ((OverFigure.MatchString(t[:f.From]) || leadsFigure.MatchString(t[:f.From])) && !groupBefore.MatchString(t[:f.From]) || torn(t[f.From:end]) || doesMore(t[f.From:end])) {
			continue
		}
		if OverFigure.MatchString(t[:f.From]) && w.Wording.Finite != nil && w.Wording.Finite.MatchString(t[f.To:end]) {
			continue // "at 5 percent is 102,000 euros" is no finding about 5 percent
		}
		if x := strings.TrimSpace(t[f.From:end]); utf8.RuneCountInString(x) <= n && (prose.Words(x) >= 4 || prose.Words(x) >= 3 && f.Score >= 4) {
			if w.Wording.Code == "en" {
				x = prose.Upper(x)
			} else if !w.countsThing(x[min(len(x), f.To-f.From):]) {
				continue
			}
			return x
		}
	}
	return ""
}

// doesMore tells whether a piece of an English sentence goes on to another verb of its
// subject, which is cut off: "40,000 animals and trained 17 vets".
func doesMore(s string) bool {
	const headlines = 200 // bytes: longer pieces head nothing
	if len(s) > headlines {
		return true
	}
	words := grammar.Tags(s)
	for i, x := range words {
		if i > 0 && words[i-1].Tag == "CC" && (x.Tag == "VBD" || x.Tag == "VBZ" || x.Tag == "VBN") {
			return true
		}
	}
	return false
}

// wantsMore stands before a figure that says something else without it: a limit, the
// article of a day, the value that something comes from.
var wantsMore = pattern.New(`(?i)(?:^|\s)(?:il|el|le|o|den|dem|der|de|het|am|zum|dal|al|do|ao|au|du|bis|bis zu|ab|über|unter|mehr als|weniger als|mindestens|höchstens|hasta|más de|menos de|desde|plus de|moins de|jusqu['’]à|dès|mais de|menos de|até|più di|meno di|fino a|oltre|entro|meer dan|minder dan|tot|vanaf|auf|a|à|para|naar|por|pro|per|von|van|da|mit|con|avec|com|met|in|en|em|um|alle|a las|às|à partir de)\s*$`)

// countsThing tells whether what stands behind a figure names what it counts, and goes on
// to nothing else: "copos descartáveis por ano", not "Kilo immer zu zweit getragen".
func (w *Writer) countsThing(rest string) bool {
	rest = strings.TrimSpace(rest)
	if prompt.IsClause(rest, w.Wording.Code) || w.Wording.Finite != nil && w.Wording.Finite.MatchString(" "+rest+" ") {
		return false
	}
	if w.Wording.Code == "de" {
		f := strings.Fields(rest)
		return len(f) == 0 || tongue.UpperFirst(f[len(f)-1]) && !goesElsewhere.MatchString(rest)
	}
	return !goesElsewhere.MatchString(rest)
}

// goesElsewhere begins an adverb or a second thing behind what a figure counts.
var goesElsewhere = pattern.New(`(?i)(?:^|\s)(?:immer|nur|nie|zu zweit|siempre|nunca|toujours|jamais|sempre|mai|altijd|nooit|a partir|à partir|desde|dès|ab|vanaf|dal|al|au|auf|para|naar|y|et|e|und|en|ou|o|oder|of|tot|bis|hasta|até|fino)(?:\s|$)`)

// dayAlone ends with the name of a day whose date is cut off.
var dayAlone = pattern.New(`(?i)\s(?:` + Weekdays + `)$`)

// firstOfTwo stands before the first end of a span.
var firstOfTwo = pattern.New(`(?i)\b(?:between|zwischen|entre|tra|fra|tussen)(?: (?:le|la|les|el|las?|los|il|o|as?|dem|den))? $`)

var (
	// leadsFigure leads to a figure that says little without it: "in the last 2 hours".
	leadsFigure = pattern.New(`(?i)\b(?:than|within|between|until|per|via|and|or|last|next|first|under|below|above|over)\s{0,3}$`)
	groupBefore = pattern.New(`(?i)\b(?:team|group|staff|crew|class|total|panel) of\s{0,3}$`)
)

// beforeFigure belongs to a figure and stands before it: "every 10 minutes".
var beforeFigure = pattern.New(`(?i)(?:^|\s)(?:every|up to|over|more than|at least|nearly|almost|about|around|roughly|only)\s{1,3}$`)

// betweenTwo ends at the first of two numbers: "zwischen 10" and 15.
var betweenTwo = pattern.New(`(?i)\b(?:between|zwischen|entre|tra|fra|tussen)(?: (?:le|la|les|el|las?|los|il|o|as?|dem|den))? \d[\d.,:]*$`)

var hourFirst = pattern.New(`(?i)^\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m|p\.m)\b`)

// cutOff tells whether a head breaks off: within a relative clause, "Customers who signed
// up", or between two nouns, "Know where the eyewash".
func cutOff(head, rest string) bool {
	return whoInside.MatchString(head) && !strings.HasPrefix(rest, ",") || whereInside.MatchString(head) && andNoun.MatchString(rest)
}

var (
	whoInside   = pattern.New(`(?i)^(?:[\p{L}-]+ ){1,3}(?:who|whose) `)
	whereInside = pattern.New(`(?i)\b(?:where|what|how|when|if|whether|which)\b`)
	andNoun     = pattern.New(`(?i)^ and (?:the|an?|our|your|their|its|his|her|my|\d)\b`)
)

// wholeClause keeps "Since we moved" and "If you click" from standing alone.
func (w *Writer) wholeClause(s string) bool { return !subordinate.MatchString(s) }

var (
	subordinate = pattern.New(`(?i)^(?:since|if|when|while|because|after|before|although|as|for every|until|wenn|weil|seit|nachdem|si|cuando|porque|quand|lorsque|se|quando|perché)\b`)
	dateRE      = pattern.New(`(?i)\b\d{1,2}\.? (?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|de \p{L}+|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre)\b(?: (?:de )?\d{4})?|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?`)
)

// clauseEnds are where a clause may end, in English (true) and in other languages.
var clauseEnds = map[bool][]*pattern.Pattern{
	true: {
		pattern.New(`[;:] | [–—] `),
		pattern.New(`, `),
		pattern.New(`(?i) (?:because|so that|so|which|when|while|before|after|without) `),
		pattern.New(`(?i) (?:and) `),
	},
	false: {
		pattern.New(`[;:] | [–—] `),
		pattern.New(`, `),
		pattern.New(`(?i) (?:weil|damit|sodass|porque|cuando|mientras|parce que|quand|lorsque|quando|enquanto|perché|mentre|omdat|terwijl|zodat) `),
	},
}
