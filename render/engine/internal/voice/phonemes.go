package voice

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/voice/espeak"
	"gitops.video/render/render/engine/internal/voice/words"
)

// symbol is one letter of a Piper voice's alphabet in its place in a sentence.
type symbol struct {
	r     rune
	token int // index of the token that it belongs to, −1 between tokens
}

// sounds reports whether the symbol is heard, as opposed to stress and length
// marks, spaces and punctuation.
func (s symbol) sounds() bool {
	return s.r > ' ' && !strings.ContainsRune("ˈˌːˑ.,?!:;-'\"()", s.r) && !unicode.Is(unicode.Mn, s.r) && s.r != 'ʰ' && s.r != 'ʲ' && s.r != '˞'
}

// decomposed is what espeak-ng writes as one character and Piper's alphabet as a
// letter and a mark.
var decomposed = strings.NewReplacer("ç", "c\u0327", "ã", "a\u0303", "ẽ", "e\u0303", "ĩ", "i\u0303", "õ", "o\u0303", "ũ", "u\u0303", "ñ", "n\u0303", "ä", "a\u0308", "\u200d", "", "͡", "")

// cleanIPA removes language switches such as "(en)" and takes letters apart the
// way Piper does.
func cleanIPA(s string) string {
	for {
		open := strings.IndexByte(s, '(')
		if open < 0 {
			break
		}
		end := strings.IndexByte(s[open:], ')')
		if end < 0 {
			break
		}
		s = s[:open] + s[open+end+1:]
	}
	return strings.Join(strings.Fields(decomposed.Replace(s)), " ")
}

// spell lays out the clauses as symbols, one list for each sentence that espeak-ng
// saw, exactly as Piper does: a mark closes a clause and a space follows it within
// the sentence.
func spell(clauses []espeak.Clause) [][]symbol {
	var out [][]symbol
	var line []symbol
	for _, c := range clauses {
		for _, r := range cleanIPA(c.IPA) {
			line = append(line, symbol{r, -1})
		}
		if c.End != 0 {
			line = append(line, symbol{rune(c.End), -1})
			if !c.Sentence {
				line = append(line, symbol{' ', -1})
			}
		}
		if c.Sentence && len(line) > 0 {
			out = append(out, line)
			line = nil
		}
	}
	if len(line) > 0 {
		out = append(out, line)
	}
	return out
}

// assign finds the token of every symbol. alone[i] is token i as espeak-ng says
// it by itself. In a sentence espeak-ng joins some words ("of the" is "ɒvðə"),
// weakens others and links sounds, so the two are aligned by least change, where
// a space may vanish cheaply and sounds prefer their own kind.
func assign(lines [][]symbol, alone []string) {
	var heard []*symbol
	for _, line := range lines {
		for i := range line {
			if line[i].sounds() || line[i].r == ' ' {
				heard = append(heard, &line[i])
			}
		}
		heard = append(heard, &symbol{' ', -1})
	}
	type sound struct {
		r     rune
		token int
	}
	var known []sound
	for t, ipa := range alone {
		for _, r := range cleanIPA(ipa) {
			if (symbol{r: r}).sounds() || r == ' ' {
				known = append(known, sound{r, t})
			}
		}
		known = append(known, sound{' ', t})
	}
	gap := func(r rune) float32 {
		if r == ' ' {
			return 0.4
		}
		return 1
	}
	w := len(known) + 1
	cost := make([]float32, (len(heard)+1)*w)
	for i := 0; i <= len(heard); i++ {
		for j := 0; j <= len(known); j++ {
			if i == 0 && j == 0 {
				continue
			}
			best := float32(1e9)
			if i > 0 {
				best = min(best, cost[(i-1)*w+j]+gap(heard[i-1].r))
			}
			if j > 0 {
				best = min(best, cost[i*w+j-1]+gap(known[j-1].r))
			}
			if i > 0 && j > 0 {
				best = min(best, cost[(i-1)*w+j-1]+change(heard[i-1].r, known[j-1].r))
			}
			cost[i*w+j] = best
		}
	}
	for i, j := len(heard), len(known); i > 0; {
		c := cost[i*w+j]
		switch {
		case j > 0 && c == cost[(i-1)*w+j-1]+change(heard[i-1].r, known[j-1].r):
			if heard[i-1].r != ' ' {
				heard[i-1].token = known[j-1].token
			}
			i, j = i-1, j-1
		case c == cost[(i-1)*w+j]+gap(heard[i-1].r):
			i--
		default:
			j--
		}
	}
	for _, line := range lines {
		fill(line)
	}
}

// change is the price of hearing a instead of b.
func change(a, b rune) float32 {
	switch {
	case a == b:
		return 0
	case a == ' ' || b == ' ':
		return 3
	case vowel(a) == vowel(b):
		return 0.7
	}
	return 1.3
}

func vowel(r rune) bool {
	return strings.ContainsRune("aeiouyæøœɐɑɒɔəɘɚɛɜɝɞɤɨɪɯɵɶʉʊʌʏᵻε", r)
}

// fill gives sounds that matched nothing to the word they are written in, marks
// to the sound they modify.
func fill(line []symbol) {
	for i := range line { // forwards within a written word
		if line[i].token < 0 && line[i].sounds() && i > 0 {
			for k := i - 1; k >= 0 && line[k].r != ' '; k-- {
				if line[k].sounds() && line[k].token >= 0 {
					line[i].token = line[k].token
					break
				}
			}
		}
	}
	next := -1
	for i := len(line) - 1; i >= 0; i-- { // backwards for word beginnings and stress marks
		switch {
		case line[i].r == ' ' || strings.ContainsRune(".,?!:;", line[i].r):
			next = -1
		case line[i].sounds():
			if line[i].token < 0 {
				line[i].token = next
			}
			next = line[i].token
		case line[i].r == 'ˈ' || line[i].r == 'ˌ':
			line[i].token = next
		}
	}
	last := -1
	for i := range line { // what follows a sound and modifies it
		if line[i].r == ' ' || strings.ContainsRune(".,?!:;", line[i].r) {
			last = -1
			continue
		}
		if line[i].token < 0 {
			line[i].token = last
		}
		last = line[i].token
	}
}

// pronounce replaces the symbols of tokens that have a given pronunciation.
func pronounce(line []symbol, tokens []words.Token) []symbol {
	var out []symbol
	done := map[int]bool{}
	for _, s := range line {
		if s.token >= 0 && tokens[s.token].IPA != "" {
			if !done[s.token] {
				done[s.token] = true
				for _, r := range cleanIPA(tokens[s.token].IPA) {
					out = append(out, symbol{r, s.token})
				}
			}
			continue
		}
		out = append(out, s)
	}
	return out
}

// ids turns symbols into the model's input: start, then each symbol, a pad after
// every one, end. from[i] is the symbol of id i, −1 for start and end; a pad
// counts to the symbol before it.
func (c *piperConfig) ids(line []symbol) (ids []int64, from []int) {
	start, pad, end := c.PhonemeIDs["^"], c.PhonemeIDs["_"], c.PhonemeIDs["$"]
	ids, from = append(ids, start[0], pad[0]), append(from, -1, -1)
	for i, s := range line {
		names := []string{string(s.r)}
		if to, ok := c.PhonemeMap[names[0]]; ok {
			names = to
		}
		for _, name := range names {
			for _, id := range c.PhonemeIDs[name] {
				ids, from = append(ids, id, pad[0]), append(from, i, i)
			}
		}
	}
	return append(ids, end[0]), append(from, -1)
}
