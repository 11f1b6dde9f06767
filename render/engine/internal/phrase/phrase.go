// Package phrase finds where words and phrases end in scripts that put no space
// between them: Chinese, Japanese and Thai. It scores every place between two
// letters by the letters around it, with the models of BudouX.
package phrase

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"unicode"
)

//go:embed models/*.json
var models embed.FS

// model holds what a group of letters at a place says for (or against) a phrase
// ending there: UW1–6 are single letters, BW1–3 pairs, TW1–4 triples.
type model struct {
	uw   [6]map[string]int
	bw   [3]map[string]int
	tw   [4]map[string]int
	base int // half of everything: a score above it is an end
}

var loaded = map[string]func() *model{
	"ja": load("ja"), "zh-hans": load("zh-hans"), "zh-hant": load("zh-hant"), "th": load("th"),
}

func load(name string) func() *model {
	return sync.OnceValue(func() *model {
		data, err := models.ReadFile("models/" + name + ".json")
		if err != nil {
			panic(err) // it is in the binary
		}
		var groups map[string]map[string]int
		if err := json.Unmarshal(data, &groups); err != nil {
			panic(fmt.Errorf("models/%s.json: %w", name, err))
		}
		m := &model{}
		for i := range m.uw {
			m.uw[i] = groups[fmt.Sprintf("UW%d", i+1)]
		}
		for i := range m.bw {
			m.bw[i] = groups[fmt.Sprintf("BW%d", i+1)]
		}
		for i := range m.tw {
			m.tw[i] = groups[fmt.Sprintf("TW%d", i+1)]
		}
		for _, g := range groups {
			for _, v := range g {
				m.base += v
			}
		}
		return m
	})
}

// Spaceless says whether r is of a script that puts no space between words.
func Spaceless(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) || r == 'ー'
}

// Ends says for each rune whether a phrase ends before it, where it and its
// neighbour are both of a script without spaces or one is its punctuation. It is
// nil for text without such scripts, and for Lao, Khmer and Burmese, which no model
// knows. lang is the text's BCP 47 tag; it tells Japanese from Chinese where the
// letters do not, and traditional from simplified.
func Ends(text []rune, lang string) []bool {
	name := modelFor(text, lang)
	if name == "" {
		return nil
	}
	m := loaded[name]()
	all := string(text)
	at := make([]int, 0, len(text)+1) // byte at which each rune begins
	for i := range all {
		at = append(at, i)
	}
	at = append(at, len(all))
	if len(at) != len(text)+1 {
		return nil // not valid UTF-8
	}
	part := func(from, to int) string {
		if from < 0 || to > len(text) {
			return ""
		}
		return all[at[from]:at[to]]
	}
	out := make([]bool, len(text))
	for i := 1; i < len(text); i++ {
		if !Spaceless(text[i-1]) && !Spaceless(text[i]) || forbidden(text[i-1], text[i]) {
			continue
		}
		sum := 0
		for k, g := range m.uw {
			sum += g[part(i-3+k, i-2+k)]
		}
		for k, g := range m.bw {
			sum += g[part(i-2+k, i+k)]
		}
		for k, g := range m.tw {
			sum += g[part(i-3+k, i+k)]
		}
		out[i] = 2*sum > m.base
	}
	if strings.HasPrefix(name, "zh") {
		joinSingles(text, out)
	}
	return out
}

// joinSingles takes back the ends between phrases of one Chinese letter each, where the
// model takes words apart that it does not know, and those before particles, which
// belong to what they follow.
func joinSingles(text []rune, ends []bool) {
	single := func(i int) bool { // text[i] is a phrase by itself, punctuation aside
		return i < len(text) && unicode.Is(unicode.Han, text[i]) && (i == 0 || ends[i]) &&
			(i+1 == len(text) || ends[i+1] || !unicode.Is(unicode.Han, text[i+1]))
	}
	for i, r := range text {
		if strings.ContainsRune("的了吗呢吧们", r) {
			ends[i] = false
		}
	}
	var join []int
	for i := 1; i < len(text); i++ {
		if ends[i] && single(i-1) && single(i) {
			join = append(join, i)
		}
	}
	for _, i := range join {
		ends[i] = false
	}
}

// forbidden places are inside a syllable: before a mark or a letter that closes,
// after a vowel that is written before its consonant.
func forbidden(a, b rune) bool {
	return unicode.In(b, unicode.Mn, unicode.Mc) || a >= 'เ' && a <= 'ไ' || b == 'ะ' || b == 'า' || b == 'ำ' || b == 'ๆ' || b == 'ฯ'
}

// modelFor chooses by letters first: text says more than its label.
func modelFor(text []rune, lang string) string {
	var han, kana, thai bool
	for _, r := range text {
		switch {
		case r < 0xe00:
		case r < 0xe80:
			thai = true
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana = true
		case unicode.Is(unicode.Han, r):
			han = true
		}
	}
	lang = strings.ToLower(lang)
	switch {
	case kana, han && strings.HasPrefix(lang, "ja"):
		return "ja"
	case han && (strings.Contains(lang, "hant") || strings.HasSuffix(lang, "-tw") || strings.HasSuffix(lang, "-hk")):
		return "zh-hant"
	case han:
		return "zh-hans"
	case thai:
		return "th"
	}
	return ""
}

// Split cuts text into its phrases; joined they are the text.
func Split(text, lang string) []string {
	rs := []rune(text)
	ends := Ends(rs, lang)
	if ends == nil {
		return []string{text}
	}
	var out []string
	from := 0
	for i, e := range ends {
		if e && i > from {
			out = append(out, string(rs[from:i]))
			from = i
		}
	}
	return append(out, string(rs[from:]))
}
