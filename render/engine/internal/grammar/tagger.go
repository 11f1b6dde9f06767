package grammar

import (
	_ "embed"
	"encoding/binary"
	"hash/fnv"
	"io"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// tagModel is an averaged perceptron that tells parts of speech: the weights that
// github.com/jdkato/prose was trained to, in thousandths, by the hashes of their features,
// so that nothing is read before it is asked for. [encode] writes it.
//
//go:embed tags.bin
var tagModel []byte

// tagger looks the weights of a feature up.
type tagger struct {
	classes []string          // the tags
	sure    map[string]string // words that have one tag only
	hashes  []byte            // of the features, 8 bytes each, in order
	ends    []byte            // where the weights of each end in weights, 4 bytes each
	weights []byte            // a class in one byte, thousandths in two
}

var theTagger = sync.OnceValue(func() *tagger {
	t := &tagger{sure: map[string]string{}}
	words, rest := block(tagModel)
	for i, l := range strings.Split(string(words), "\n") {
		if i == 0 {
			t.classes = strings.Fields(l)
			continue
		}
		if word, class, ok := strings.Cut(l, "\t"); ok {
			t.sure[word] = class
		}
	}
	t.hashes, rest = block(rest)
	t.ends, rest = block(rest)
	t.weights, _ = block(rest)
	return t
})

// block is the first of some blocks, each behind its length, and those that follow.
func block(b []byte) (first, rest []byte) {
	n := int(binary.LittleEndian.Uint32(b))
	return b[4 : 4+n], b[4+n:]
}

// of are the weights of a feature, three bytes each.
func (t *tagger) of(feature ...string) []byte {
	h := hashed(feature)
	n := len(t.hashes) / 8
	i := sort.Search(n, func(i int) bool { return binary.LittleEndian.Uint64(t.hashes[i*8:]) >= h })
	if i == n || binary.LittleEndian.Uint64(t.hashes[i*8:]) != h {
		return nil
	}
	from := 0
	if i > 0 {
		from = int(binary.LittleEndian.Uint32(t.ends[i*4-4:]))
	}
	return t.weights[from:binary.LittleEndian.Uint32(t.ends[i*4:])]
}

func hashed(feature []string) uint64 {
	h := fnv.New64a()
	for i, f := range feature {
		if i > 0 {
			h.Write([]byte{' '})
		}
		_, _ = io.WriteString(h, f)
	}
	return h.Sum64()
}

// tag gives words their tags, from the first to the last.
func (t *tagger) tag(words []Tagged) {
	before, earlier := "-START-", "-START2-"
	near := make([]string, 0, len(words)+4)
	near = append(near, before, earlier)
	for _, w := range words {
		near = append(near, normal(w.Text))
	}
	near = append(near, "-END-", "-END2-")
	scores := make([]int, len(t.classes))
	for i := range words {
		class, ok := t.sure[words[i].Text]
		if !ok {
			class, ok = sign(words[i].Text)
		}
		if !ok {
			class = t.best(scores, near[i:i+5], words[i].Text, before, earlier)
		}
		words[i].Tag = class
		earlier, before = before, class
	}
}

// best is the tag with the highest score for the word in the middle of five. The features
// are those that the model was trained on; its library adds their weights in the order of
// a map, and so may break a tie either way.
func (t *tagger) best(scores []int, near []string, w, before, earlier string) string {
	clear(scores)
	for _, f := range [...][]string{
		{"bias"}, {"i suffix", suffix(w)}, {"i pref1", w[:1]}, {"i-1 tag", before}, {"i-2 tag", earlier}, {"i tag+i-2 tag", before, earlier},
		{"i word", near[2]}, {"i-1 tag+i word", before, near[2]}, {"i-1 word", near[1]}, {"i-1 suffix", suffix(near[1])}, {"i-2 word", near[0]},
		{"i+1 word", near[3]}, {"i+1 suffix", suffix(near[3])}, {"i+2 word", near[4]},
	} {
		for ws := t.of(f...); len(ws) >= 3; ws = ws[3:] {
			scores[ws[0]] += int(int16(binary.LittleEndian.Uint16(ws[1:])))
		}
	}
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return t.classes[best]
}

// sign is the tag of signs that the model does not know: no verb.
func sign(w string) (class string, ok bool) {
	switch r, n := utf8.DecodeRuneInString(w); {
	case n < len(w) || unicode.IsLetter(r) || unicode.IsDigit(r) || r < utf8.RuneSelf:
		return "", false
	case unicode.Is(unicode.Sc, r):
		return "$", true
	}
	return ":", true
}

// suffix is the last three bytes of a word.
func suffix(w string) string { return w[len(w)-min(3, len(w)):] }

// normal is a word as its neighbours see it.
func normal(w string) string {
	first, _ := utf8.DecodeRuneInString(w)
	switch {
	case strings.Contains(w, "-") && first != '-':
		return "!HYPHEN"
	case len(w) == 4 && strings.Trim(w, "0123456789") == "":
		return "!YEAR"
	case unicode.IsDigit(first):
		return "!DIGITS"
	}
	return strings.ToLower(w)
}
