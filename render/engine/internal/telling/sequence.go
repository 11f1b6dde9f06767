package telling

import (
	"cmp"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// Sentences of one paragraph that count off what they tell belong into one picture: "First
// the sun warms the sea. Then …. Finally …." are the steps of a process, "Rule 1: …. Rule
// 2: …." are cards.

var (
	firstOne = pattern.New(`(?i)^(?:first(?:ly)?(?: of all| up)?|to (?:begin|start)(?: with)?|in the first step|step one)\b,? (?:(?:you|we|it|they) )?`)
	nextOne  = pattern.New(`(?i)^(?:(?:and )?then|next|after (?:that|this)|afterwards|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|once (?:that['’]s|this is|it['’]s) done|from there|finally|lastly|last(?: of all)?|in the (?:end|last step)|at the end)\b,? (?:and )?`)
	lastOne  = pattern.New(`(?i)^(?:finally|lastly|last(?: of all)?|in the (?:end|last step)|at the end)\b`)
	// countedOff is one of several things of a kind, by its number. Groups: the kind, what it is.
	countedOff = pattern.New(`(?i)^(rule|tip|step|reason|mistake|myth|point|fact|lesson|question|habit|sign|principle|goal|priority|change|idea|trick)s? (?:no\.? |number |#)?(?:\d{1,2}|one|two|three|four|five|six)\s?(?::|[–—-]|\.) (.{3,})$`)
	// countedBare is the same without its kind: "One: everyone joins from their own laptop."
	countedBare = pattern.New(`(?i)^()(?:number )?(?:one|two|three|four|five|six|first|second|third|fourth|fifth)(?::|,| [–—-]) (.{3,})$`)
)

// countingWords are the words that count off the sentences of a process, at their heads.
type countingWords struct{ first, next, last *pattern.Pattern }

func countsBy(first, next, last string) *countingWords {
	return &countingWords{pattern.New(`(?i)^(?:` + first + `)[,:]? `), pattern.New(`(?i)^(?:` + next + `|` + last + `)[,:]? `), pattern.New(`(?i)^(?:` + last + `)[,:]? `)}
}

// countings are those words by language.
var countings = map[string]*countingWords{
	"en": {firstOne, nextOne, lastOne},
	"de": countsBy(`zuerst|zuallererst|als erstes|zunächst|im ersten schritt`, `(?:und )?(?:dann|danach|anschließend|daraufhin|als nächstes|im nächsten schritt)`, `(?:und )?(?:schließlich|zum (?:ab)?schluss|zuletzt|am ende|am schluss|abschließend)`),
	"es": countsBy(`primero|en primer lugar|para empezar|lo primero|antes de nada`, `(?:y )?(?:luego|después|a continuación|entonces|en segundo lugar)`, `(?:y )?(?:por último|finalmente|para terminar|al final)`),
	"fr": countsBy(`(?:tout )?d['’]abord|premièrement|pour commencer|en premier`, `(?:et )?(?:puis|ensuite|après(?: cela| ça)?|deuxièmement)`, `(?:et )?(?:enfin|finalement|pour finir|pour terminer|à la fin)`),
	"it": countsBy(`prima(?: di tutto)?|per prima cosa|innanzitutto|anzitutto|per cominciare`, `(?:e )?(?:poi|dopo(?: di che)?|quindi|successivamente|in seguito)`, `(?:e )?(?:infine|alla fine|per finire|da ultimo)`),
	"pt": countsBy(`primeiro|primeiramente|em primeiro lugar|para começar|antes de tudo`, `(?:e )?(?:depois|em seguida|então|a seguir)`, `(?:e )?(?:por fim|por último|finalmente|no final|para terminar)`),
	"nl": countsBy(`eerst|allereerst|om te beginnen|als eerste`, `(?:en )?(?:dan|daarna|vervolgens|hierna)`, `(?:en )?(?:tot slot|ten slotte|als laatste|uiteindelijk)`),
}

// verbThenActor is a clause whose verb stands before its subject, as it does in German and
// Dutch behind the word that counts it off.
var verbThenActor = pattern.New(`(?i)^\p{L}+ (?:du|sie|ihr|wir|man|er|es|ich|das|die|der|den|je|jij|u|we|wij|ze|jullie|het|de)\s`)

// Sequences makes pictures of such sentences.
func (w *Writer) Sequences(beats []*Beat) []*Beat {
	if countings[w.Wording.Code] == nil || w.Brief.Level != brief.Topic {
		return beats
	}
	var out []*Beat
	for i := 0; i < len(beats); {
		if n, titles := w.processFrom(beats[i:]); n > 0 {
			out, i = append(out, w.sequence(beats[i:i+n], titles, scene.Process, w.Wording.StepsHead)), i+n
		} else if n, titles, kind := w.cardsFrom(beats[i:]); n > 0 && w.Wording.Code == "en" {
			head := prose.Upper(w.Wording.Counts[n] + " " + plural(strings.ToLower(cmp.Or(kind, "thing"))))
			if name := cmp.Or(w.Brief.Subject, w.Brief.Title); kind == "" && name != "" {
				head = Clip(prose.Upper(name), 46)
			}
			out, i = append(out, w.sequence(beats[i:i+n], titles, scene.Points, head)), i+n
		} else {
			out, i = append(out, beats[i]), i+1
		}
	}
	return out
}

func plural(s string) string {
	if x, ok := strings.CutSuffix(s, "y"); ok {
		return x + "ies"
	}
	return s + "s"
}

// inSequence tells whether x may go on with before: one sentence of the same paragraph, or of
// the next line, that has no picture which would be lost.
func inSequence(before, x *Beat) bool {
	first := before
	return len(x.Words) == 1 && !x.Verbatim && x.Turn == 0 && !x.Opener && x.Line >= before.Line && x.Line <= before.Line+1 && x.Chapter == first.Chapter && x.Language == first.Language && len(x.Items) == 0 && len(x.Columns) == 0 && x.Series == nil && x.Kind != scene.Quote && !strings.HasSuffix(x.Words[0], "?")
}

// processFrom counts the sentences that are steps, the first of which begins beats, and
// says what each step is; 0 = those are none. One sentence in between needs no word that
// counts it off.
func (w *Writer) processFrom(beats []*Beat) (int, []string) {
	by := countings[w.Wording.Code]
	if len(beats) < 3 || !inSequence(beats[0], beats[0]) || !by.first.MatchString(w.markFirst(beats[0].Words[0])) {
		return 0, nil
	}
	titles := []string{w.stepOf(by.first, beats[0].Words[0])}
	n, marked := 1, 1
	for i := 1; i < len(beats) && i < rowMost && inSequence(beats[i-1], beats[i]); i++ {
		s := w.markFirst(beats[i].Words[0])
		if titles = append(titles, w.stepOf(by.next, beats[i].Words[0])); by.next.MatchString(s) {
			n, marked = i+1, marked+1
		} else if i > n {
			break
		}
		if by.last.MatchString(s) {
			break
		}
	}
	if n < 3 || marked < 2 || marked == 2 && !by.last.MatchString(beats[n-1].Words[0]) {
		return 0, nil
	}
	return n, titles[:n]
}

// markedOrder is a German or Dutch order with the word that counts it off behind its verb:
// "Schalte zuerst das Gerät aus". Groups: the verb, the word, the rest.
var markedOrder = pattern.New(`^(\p{L}+(?: Sie)?) (zuerst|zunächst|dann|danach|anschließend|schließlich|zuletzt|eerst|dan|daarna|vervolgens) (.+)$`)

// markFirst puts such a word first, where it is read.
func (w *Writer) markFirst(s string) string {
	if m := markedOrder.FindStringSubmatch(s); m != nil && (w.Wording.Code == "de" || w.Wording.Code == "nl") {
		return prose.Upper(m[2]) + " " + tongue.LowerFirst(m[1]) + " " + m[3]
	}
	return s
}

// stepOf is what is done, without the word that counts it off.
func (w *Writer) stepOf(mark *pattern.Pattern, s string) string {
	first := w.markFirst(s)
	step := mark.ReplaceAllString(first, "")
	if first == s && verbThenActor.MatchString(step) {
		step = s // "Dann nimmst du den Filter heraus"
	}
	return prose.Upper(prose.Unstop(step))
}

// cardsFrom counts the sentences that name things of one kind by their numbers.
func (w *Writer) cardsFrom(beats []*Beat) (n int, titles []string, kind string) {
	for n < len(beats) && n < rowMost && inSequence(beats[max(0, n-1)], beats[n]) {
		m := countedOff.FindStringSubmatch(prose.Unstop(beats[n].Words[0]))
		if m == nil {
			m = countedBare.FindStringSubmatch(prose.Unstop(beats[n].Words[0]))
		}
		if m == nil || kind != "" && !strings.EqualFold(kind, m[1]) {
			break
		}
		kind, titles, n = m[1], append(titles, prose.Upper(m[2])), n+1
	}
	if n < 2 || kind == "" && n < 3 {
		return 0, nil, ""
	}
	return n, titles, kind
}

// sequence is the picture of sentences that belong together, in the words that they have.
func (w *Writer) sequence(beats []*Beat, titles []string, kind scene.Kind, headline string) *Beat {
	b := &Beat{As: beats[0].As, Order: beats[0].Order, Line: beats[0].Line}
	b.Kind, b.Headline, b.Chapter, b.Language = kind, headline, beats[0].Chapter, beats[0].Language
	for i, x := range beats {
		b.Words = append(b.Words, x.Words...)
		b.Asked = b.Asked || x.Asked
		it := scene.Item{Title: w.Entry(titles[i], 46), Icon: Icon(titles[i])}
		if kind == scene.Process {
			it.Label = strconv.Itoa(i + 1)
		}
		b.Items = append(b.Items, it)
	}
	Cues(b)
	return b
}
