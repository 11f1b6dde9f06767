package espeak

import (
	"context"
	"fmt"
	"strings"
)

// knownConsonants and knownVowels are espeak-ng's names for sounds, in the order in
// which they are preferred where two sound the same. Which of them a language has,
// and what they sound like in it, the library is asked.
var knownConsonants = strings.Fields(`
	p b t d k g m n N f v T D s z S Z h r l j w tS dZ ts dz pf x C X R Q ? G n^ l^ J c q B M t. d. n. l. r. s. z. S; Z; tS; dZ; s; z; t; d; n; l; r; R2 r2 W K L H *`)

var knownVowels = strings.Fields(`
	a A e E i I o O u U @ V 3 0 & y Y W a: A: e: E: i: o: O: u: y: Y: 3: @: W: &: aI aU OI eI oU @U aI@ aU@ e@ i@ U@ o@ O@ OY EI ai au oi ei ou ui eu iu
	@L @2 @5 I2 I# i2 i3 E2 e2 E# O2 o2 0# 02 V" u" u2 y2 Y2 a# a2 a~ e~ i~ o~ u~ E~ O~ A~ U~ W~ n- l- m- r-`)

// Consonants are asked for before a vowel: at a word's end many languages make them
// voiceless, or drop them.
const carrier = "a"

// near are the sounds that stand in for one which a language lacks, best first.
var near = map[string]string{
	"ɹ": "rɾʁʀ", "r": "ɹɾʁʀ", "ʁ": "rʀɹɾx", "ɾ": "rɹdt", "ɐ": "əaʌ", "ə": "ɐɛeɪ", "ɪ": "iɨe", "i": "ɪ", "ʊ": "uʉ", "u": "ʊ", "ɛ": "eæ", "e": "ɛ", "æ": "aɛ", "a": "ɐɑæ",
	"ɑ": "aɒɔ", "ɒ": "ɔɑo", "ɔ": "oɒ", "o": "ɔ", "ʌ": "ɐaə", "ɜ": "əœe", "ɨ": "iɪ", "ʉ": "uy", "y": "ʏiu", "ʏ": "yɪ", "ø": "œe", "œ": "øɛ", "θ": "sft", "ð": "zdv", "ŋ": "nɲ", "ɲ": "njŋ",
	"ʃ": "sɕʂ", "ʒ": "zʑʐʃ", "x": "hχkç", "ç": "ʃxh", "χ": "xhk", "h": "xɦ", "ɦ": "h", "w": "uʊv", "v": "wfβ", "β": "bv", "ɣ": "ɡ", "ʎ": "lj", "ɫ": "l", "l": "ɫ", "ʔ": "", "ɡ": "gk", "ᵻ": "ɪi", "ɚ": "əɐ", "ɝ": "ɜə",
}

// Coded writes IPA as the phoneme codes of a voice, ready to stand in double
// brackets in a text. Sounds that the language lacks become their nearest ones; ok
// is false when hardly anything of the word is left.
func (h *Helper) Coded(ctx context.Context, voice, ipa string) (codes string, ok bool, err error) {
	table, err := h.table(ctx, voice)
	if err != nil {
		return "", false, err
	}
	runes := []rune(spellings.Replace(ipa))
	var out strings.Builder
	heard, lost := 0, 0
	for i := 0; i < len(runes); {
		switch r := runes[i]; r {
		case 'ˈ', '\'':
			out.WriteByte('\'')
			i++
			continue
		case 'ˌ':
			out.WriteByte(',')
			i++
			continue
		case ' ':
			out.WriteString("||")
			i++
			continue
		case 'ː', 'ˑ', '.', '-', 'ʰ', '̩', '̯', '‿', '_', '̃':
			i++ // a mark that no sound of the language goes with
			continue
		}
		code, n := longest(table, runes[i:])
		if n == 0 {
			n = 1
			for _, r := range near[string(runes[i])] {
				if code = table[string(r)]; code != "" {
					break
				}
			}
		}
		if code == "" {
			lost++
		} else {
			heard++
			out.WriteString(code)
		}
		i += n
	}
	return out.String(), heard > 2*lost, nil
}

// spellings are other ways to write what espeak-ng writes in one.
var spellings = strings.NewReplacer("g", "ɡ", ":", "ː", "\u0361", "", "\u200d", "", "ʧ", "tʃ", "ʤ", "dʒ", "ɝ", "ɜː", "/", "", "ˈ ", "ˈ", "ã", "a\u0303", "õ", "o\u0303", "ẽ", "e\u0303")

// longest finds the code of as many symbols as possible.
func longest(table map[string]string, runes []rune) (code string, n int) {
	for n := min(4, len(runes)); n > 0; n-- {
		if code, ok := table[string(runes[:n])]; ok {
			return code, n
		}
	}
	return "", 0
}

// table asks once a voice how its codes sound.
func (h *Helper) table(ctx context.Context, voice string) (map[string]string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if t := h.codes[voice]; t != nil {
		return t, nil
	}
	var ask []string
	for _, c := range knownConsonants {
		ask = append(ask, c+carrier)
	}
	ask = append(append(ask, knownVowels...), carrier)
	r, err := h.call(ctx, request{Codes: ask, Settings: Settings{Voice: voice}})
	if err != nil {
		return nil, err
	}
	if len(r.IPA) != len(ask) {
		return nil, fmt.Errorf("espeak-ng: %d answers for %d codes", len(r.IPA), len(ask))
	}
	t := map[string]string{}
	after := bareIPA(r.IPA[len(ask)-1])
	for i, code := range append(append([]string(nil), knownConsonants...), knownVowels...) {
		ipa := bareIPA(r.IPA[i])
		if i < len(knownConsonants) {
			var whole bool
			if ipa, whole = strings.CutSuffix(ipa, after); !whole {
				continue
			}
		}
		if _, taken := t[ipa]; ipa != "" && !taken {
			t[ipa] = code
		}
	}
	h.codes[voice] = t
	return t, nil
}

// bareIPA leaves stress and ties out.
func bareIPA(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("ˈˌ \u200d\u0361", r) {
			return -1
		}
		return r
	}, s)
}
