package script

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// sources are the texts that a language model may draw on: the prompt and its files.
type sources struct {
	text    string // in lower case
	numbers map[string]bool
	own     bool // they are in the language of the video, so that their words can be compared
}

func newSources(text, lang string) sources {
	s := sources{text: strings.ToLower(text), numbers: map[string]bool{}}
	for _, n := range telling.DigitsRE.FindAllString(text, -1) {
		s.numbers[plainNumber(n)] = true
	}
	for _, n := range spelledNumbers(text) {
		s.numbers[n] = true
	}
	s.own = grammar.Detect(text) == phrase.Base(lang)
	return s
}

// plainNumber is a number without marks between its thousands and with a point before its
// decimals, whatever the language.
func plainNumber(n string) string {
	n = strings.TrimRight(n, ".,")
	n = thousandsMark.ReplaceAllString(n, "$1")
	return strings.ReplaceAll(n, ",", ".")
}

var (
	thousandsMark = pattern.New(`[.,'’](\d{3})\b`)

	// spelledOut is a number in English words.
	spelledOut = pattern.New(`(?i)\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)\b(?:[ -]+(?:and )?)?)+`)

	// times are shares and multiples in words.
	times = pattern.New(`(?i)\b(?:twice|thrice|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl\w+|hal(?:f|ve|ves|ved|ving)|quarters?|(?:one|two)[- ]thirds?|(?:two|three|five|ten|hundred)[- ]?fold|(?:two|three|five|ten|hundred) times|dozens|hundreds|thousands|millions)\b`)

	// claims are what a product is said to be or to promise, and what must be known to be so.
	claims = pattern.New(`(?i)\b(?:best|fastest|cheapest|safest|easiest|smartest|largest|biggest|strongest|greatest|highest|lowest|most (?:\p{L}+)|number one|world[- ]class|award[- ]winning|leading|certified|accredited|approved|patented|proven|guarantee\w*|clinically|scientifically|risk[- ]free|unlimited|free|the only|revolutionary|beste[nrsm]?|führend\w*|garantiert\w*|zertifiziert\w*|kostenlos\w*|gratis|preisgekrönt\w*|patentiert\w*|mejor(?:es)?|líder(?:es)?|garantizad\w+|certificad\w+|gratuit\w+|meilleure?s?|garanti[es]*|certifi[ée]\w*|brevet[ée]\w*|miglior[ei]|garantit\w+|certificat\w+|melhor(?:es)?|garantid\w+|grátis)(?:\P{L}|$)`)

	// noWords are what no script is made of: addresses of other kinds, paths, markup.
	noWords = pattern.New(`(?i)[a-z][a-z+.-]+://\S+|\.\.[/\\]\S*|(?:^|\s)/(?:etc|home|root|usr|var|tmp)/\S*|[a-z]:\\\S*|</?[a-z!][^>]*>|\$\{[^}]*\}|\{\{.*?\}\}`)

	nameWord = pattern.New(`\p{Lu}[\p{L}\p{N}&'’-]*`)
)

// spelledNumbers are the numbers from eleven that a text has in English words, in digits.
func spelledNumbers(text string) []string {
	var out []string
	for _, m := range spelledOut.FindAllString(text, -1) {
		total, part := 0, 0
		for _, f := range strings.FieldsFunc(strings.ToLower(m), func(r rune) bool { return !unicode.IsLetter(r) }) {
			switch v := inDigits[f]; {
			case f == "and" || v == 0:
			case v == 100:
				part = max(1, part) * v
			case v >= 1000:
				total, part = total+max(1, part)*v, 0
			default:
				part += v
			}
		}
		if total += part; total > 10 {
			out = append(out, fmt.Sprint(total))
		}
	}
	return out
}

var inDigits = func() map[string]int {
	m := map[string]int{"hundred": 100, "thousand": 1000, "million": 1000000, "billion": 1000000000}
	for i, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen") {
		m[w] = i + 1
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		m[w] = 10 * (i + 2)
	}
	return m
}()

// unfounded is what a text says that its sources do not: numbers, in digits or in words,
// names, claims, addresses; and what is no words at all.
func (s sources) unfounded(text, lang string) []string {
	var out []string
	bad := func(format string, args ...any) {
		if m := fmt.Sprintf(format, args...); !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	for _, x := range noWords.FindAllString(text, -1) {
		if x = strings.TrimSpace(x); !strings.Contains(s.text, strings.ToLower(x)) {
			bad("%q is no word to speak or show", prose.Clip(x, 60))
		}
	}
	for _, x := range prose.URLRE.FindAllString(text, -1) {
		if !strings.Contains(s.text, strings.ToLower(telling.ShortURL(prose.Unstop(x)))) {
			bad("the address %s is not in the sources", prose.Clip(x, 60))
		}
	}
	for _, n := range telling.DigitsRE.FindAllString(text, -1) {
		if p := plainNumber(n); len(p) > 1 && !s.numbers[p] {
			bad("the number %s is not in the sources", n)
		}
	}
	if !s.own {
		return out
	}
	if phrase.Base(lang) == "en" {
		for _, n := range spelledNumbers(text) {
			if !s.numbers[n] {
				bad("the number %s, in words, is not in the sources", n)
			}
		}
		for _, x := range times.FindAllString(text, -1) {
			if !s.has(x, 4) {
				bad("%q is not in the sources", x)
			}
		}
	}
	for _, x := range claims.FindAllString(text, -1) {
		if x = strings.TrimFunc(x, func(r rune) bool { return !unicode.IsLetter(r) }); !s.has(x, 5) {
			bad("the claim %q is not in the sources", x)
		}
	}
	return out
}

// has tells whether the sources have a word, or one that begins with its first n letters.
func (s sources) has(word string, n int) bool {
	r := []rune(strings.ToLower(word))
	return strings.Contains(s.text, string(r[:min(n, len(r))]))
}

// strangers are the names in spoken sentences that the sources do not have. Where every noun
// has a capital letter, only those of capitals alone are taken for names.
func (s sources) strangers(say, lang string) []string {
	var out []string
	for _, sentence := range prose.SplitSentences(say) {
		for _, at := range nameWord.FindAllStringIndex(sentence, -1) {
			x := strings.TrimRight(sentence[at[0]:at[1]], "'’-")
			x = strings.TrimSuffix(strings.TrimSuffix(x, "'s"), "’s")
			capitals := utf8.RuneCountInString(x) > 1 && strings.ToUpper(x) == x
			first := strings.TrimSpace(strings.Trim(sentence[:at[0]], "\"“”„«»¿¡(: ")) == "" || strings.ContainsAny(sentence[max(0, at[0]-2):at[0]], ":“\"„")
			switch {
			case utf8.RuneCountInString(x) < 2, !capitals && (first || phrase.Base(lang) == "de"), strings.HasPrefix(x, "I'"), strings.HasPrefix(x, "I’"):
			case !strings.Contains(s.text, strings.ToLower(x)) && !slices.Contains(out, x):
				out = append(out, x)
			}
		}
	}
	return out
}
