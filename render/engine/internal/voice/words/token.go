// Package words turns written text into what a voice says: it divides text into
// sentences, and a sentence into tokens that know both what captions show
// ("$1.85M") and what is spoken ("one point eight five million dollars").
package words

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/phrase"
)

// Token is one shown word and how it is said.
type Token struct {
	Shown    string        // with its punctuation, without markup
	Spoken   string        // words, without punctuation; never empty
	IPA      string        // pronunciation that overrides Spoken; "" = none
	After    string        // mark the voice reads after it: "" or one of , . ? ! ; :
	Pause    time.Duration // silence asked for after it
	Lead     time.Duration // silence asked for before it; only on the first token
	Stressed bool          // marked with *stars*

	inches bool // the mark behind the number means inches
}

// maxPause bounds what one break tag may ask for.
const maxPause = 10 * time.Second

var (
	reInches = regexp.MustCompile(`^\d[\d.,]*["″”][.,;:!?)]*$`)
	breakTag = regexp.MustCompile(`(?i)<break(?:\s+time\s*=\s*["']?\s*(\d+(?:\.\d+)?)\s*(ms|s)["']?|\s+strength\s*=\s*["']?([a-z-]+)["']?)?\s*/?>`)
	otherTag = regexp.MustCompile(`(?i)</?(?:speak|p|s|emphasis|prosody|say-as|voice|sub|lang|mark|phoneme)(?:\s[^<>]*)?/?>`)
	emphasis = regexp.MustCompile(`(?is)<emphasis(?:\s[^<>]*)?>(.*?)</emphasis>`)
	rateTag  = regexp.MustCompile(`(?i)<prosody\s[^<>]*?\brate\s*=\s*["']?\s*(\d{1,3}(?:\.\d+)?%|[a-z-]+)`)
	pauseTag = regexp.MustCompile(`(?i)\[\s*(short |long )?paus[ea](?:\s*:?\s*(\d+(?:\.\d+)?)\s*(ms|s)?)?\s*\]`)
)

// pauseLengths are what [pause], [short pause] and [long pause] ask for.
var pauseLengths = map[string]string{"": "500ms", "short ": "250ms", "long ": "1s"}

var strengths = map[string]time.Duration{"": 300 * time.Millisecond, "none": 0, "x-weak": 80 * time.Millisecond, "weak": 150 * time.Millisecond,
	"medium": 300 * time.Millisecond, "strong": 600 * time.Millisecond, "x-strong": time.Second}

var rates = map[string]float64{"x-slow": 0.75, "slow": 0.88, "medium": 1, "fast": 1.12, "x-fast": 1.3}

// Rate is the pace, 1 = that of the voice, that the mark <prosody rate="…"> gives a sentence:
// as percents or as a word. A sentence has one pace.
func Rate(text string) float64 {
	m := rateTag.FindStringSubmatch(text)
	if m == nil {
		return 1
	}
	if n, err := strconv.ParseFloat(strings.TrimSuffix(m[1], "%"), 64); err == nil {
		return max(0.5, min(2, n/100))
	}
	return cmp.Or(rates[strings.ToLower(m[1])], 1)
}

// pauseRune stands for a break tag while text is divided; it is a private-use
// character, and the digits that follow it are milliseconds.
const pauseRune = '\uE000'

// breaks writes [pause 0.5s], [short pause] and [long pause] as break tags.
func breaks(text string) string {
	return pauseTag.ReplaceAllStringFunc(text, func(tag string) string {
		m := pauseTag.FindStringSubmatch(tag)
		if m[2] == "" {
			return "<break time=" + pauseLengths[strings.ToLower(m[1])] + "/>"
		}
		return "<break time=" + m[2] + strings.ToLower(cmp.Or(m[3], "s")) + "/>"
	})
}

// unmark replaces markup: breaks become pause words, emphasis becomes stars,
// every other tag disappears.
func unmark(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == pauseRune, r == '\u200b', r == '\u00ad', r == '\ufeff':
			return -1
		case r == '\u00a0', r == '\u202f', r == '\u2009':
			return ' '
		case unicode.IsControl(r) && r != '\n' && r != '\t':
			return ' '
		}
		return r
	}, text)
	text = breaks(text)
	text = breakTag.ReplaceAllStringFunc(text, func(tag string) string {
		m := breakTag.FindStringSubmatch(tag)
		d := strengths[strings.ToLower(m[3])]
		if m[1] != "" {
			n, _ := strconv.ParseFloat(m[1], 64)
			unit := time.Second
			if strings.EqualFold(m[2], "ms") {
				unit = time.Millisecond
			}
			d = time.Duration(min(n, 1e5) * float64(unit))
		}
		return " " + string(pauseRune) + strconv.FormatInt(min(d, maxPause).Milliseconds(), 10) + " "
	})
	text = emphasis.ReplaceAllStringFunc(text, func(s string) string {
		inner := strings.Fields(emphasis.FindStringSubmatch(s)[1])
		for i, w := range inner {
			inner[i] = "*" + strings.Trim(w, "*") + "*"
		}
		return strings.Join(inner, " ")
	})
	return otherTag.ReplaceAllString(text, "")
}

// Shown returns the text as captions show it: without markup, with single spaces.
func Shown(text string) string {
	var out []string
	for _, t := range written(text) {
		out = append(out, t.Shown)
	}
	return strings.Join(out, " ")
}

// Spoken returns what a voice says, words and pauses' punctuation only.
func Spoken(text, lang string) string {
	return Join(Read(text, lang, nil))
}

// Join writes the tokens' speech as one text for a phonemiser.
func Join(tokens []Token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Spoken)
		b.WriteString(t.After)
	}
	return b.String()
}

// Read divides one sentence into tokens and says how each is spoken in the
// language (a BCP 47 tag).
func Read(text, lang string, sounds Sounds) []Token {
	tokens := written(text)
	base := phrase.Base(lang)
	if base == "en" || base == "" {
		tokens = english(tokens, strings.EqualFold(lang, "en-us"))
	} else {
		tokens = foreign(tokens, base)
	}
	tokens = settle(sounds.apply(tokens))
	for i := range tokens[:max(0, len(tokens)-1)] {
		// The stop of "Dr. Smith" is no pause.
		if t := &tokens[i]; t.After == "." && abbreviated(t.Shown, tokens[i+1].Shown) {
			t.After = ""
		}
	}
	return tokens
}

// abbreviated reports whether a word with a full stop is an abbreviation or an
// initial. "No." is one before a figure only.
func abbreviated(shown, next string) bool {
	w, _ := bare(shown)
	w = strings.ToLower(w)
	_, known := abbreviations[w]
	if numbered[w] != "" && !(next != "" && next[0] >= '0' && next[0] <= '9') {
		return false
	}
	r, n := utf8.DecodeRuneInString(w)
	return known || n == len(w) && unicode.IsLetter(r)
}

// written divides text at spaces and takes the markup and the punctuation off.
// Spoken holds the bare word.
func written(text string) []Token {
	var out []Token
	var lead time.Duration
	starred, quoted := false, false
	for _, f := range strings.Fields(unmark(text)) {
		if r, n := utf8.DecodeRuneInString(f); r == pauseRune {
			ms, _ := strconv.Atoi(f[n:])
			d := time.Duration(ms) * time.Millisecond
			if len(out) == 0 {
				lead = min(lead+d, maxPause)
			} else {
				out[len(out)-1].Pause = min(out[len(out)-1].Pause+d, maxPause)
			}
			continue
		}
		t := Token{Lead: lead}
		lead = 0
		if open := strings.HasPrefix(strings.TrimLeft(f, `"'“‘(`), "*") && strings.Trim(f, "*") != ""; open {
			starred = true
		}
		t.Stressed = starred
		if starred {
			if bare := strings.TrimRight(f, `"'”’),.;:!?…`); strings.HasSuffix(bare, "*") && len(bare) > 1 {
				starred = false
			}
			f = strings.ReplaceAll(f, "*", "")
		}
		if f == "" {
			continue
		}
		t.Shown = f
		t.Spoken, t.After = bare(f)
		// Unless it closes what another mark has opened.
		t.inches = !quoted && reInches.MatchString(f)
		if strings.Count(f, `"`)%2 == 1 && !t.inches {
			quoted = !quoted
		}
		if strings.ContainsRune(f, '“') {
			quoted = true
		}
		if strings.ContainsRune(f, '”') && !t.inches {
			quoted = false
		}
		if n := len(out); n > 0 && out[n-1].After == "" && strings.ContainsAny(f[:1], "([{") {
			out[n-1].After = "," // an aside is set off on both sides
		}
		out = append(out, t)
	}
	if starred { // an unmatched star marks nothing
		for i := len(out) - 1; i >= 0 && out[i].Stressed; i-- {
			out[i].Stressed = false
		}
	}
	return out
}

const (
	openers = `"'“”„‘’‚«»‹›([{¿¡`
	closers = `"'“”‘’«»‹›)]}`
)

// bare takes a word out of its quotation marks, brackets and punctuation, and
// returns the mark that the voice should read after it.
func bare(f string) (word, after string) {
	word = strings.TrimLeft(f, openers)
	for word != "" {
		r, n := utf8.DecodeLastRuneInString(word)
		mark := ""
		switch r {
		case '.', ',', '?', '!', ';', ':':
			mark = string(r)
		case '…', '—', '–':
			mark = ","
		case '。', '｡', '।', '։', '۔':
			mark = "."
		case '，', '、', '،':
			mark = ","
		case '？', '؟':
			mark = "?"
		case '！':
			mark = "!"
		case '；', '؛':
			mark = ";"
		case '：':
			mark = ":"
		case ')', ']', '}':
			mark = ","
		default:
			if !strings.ContainsRune(closers, r) {
				return word, after
			}
		}
		// The strongest mark wins: ?! over . over ; : over ,
		if strength(mark) > strength(after) {
			after = mark
		}
		word = word[:len(word)-n]
	}
	return word, after
}

// strength orders the marks: ?! over . over ; over : over , over none.
func strength(mark string) int {
	if mark == "" {
		return 0
	}
	return strings.Index(",:;.!?", mark) + 1
}

// settle joins tokens that are not said to their neighbours, so that every token
// has speech and the shown texts still read as they were written.
func settle(tokens []Token) []Token {
	var out []Token
	held := "" // shown text that waits for the first spoken token
	var lead time.Duration
	for _, t := range tokens {
		if strings.TrimSpace(t.Spoken) == "" && t.IPA == "" {
			if len(out) == 0 {
				held += t.Shown + " "
				lead += t.Lead + t.Pause
				continue
			}
			last := &out[len(out)-1]
			last.Shown += " " + t.Shown
			last.Pause += t.Pause
			if strength(t.After) > strength(last.After) || last.After == "" {
				last.After = t.After
			}
			continue
		}
		t.Shown, held = held+t.Shown, ""
		t.Lead, lead = t.Lead+lead, 0
		t.Spoken = strings.Join(strings.Fields(t.Spoken), " ")
		out = append(out, t)
	}
	return out
}
