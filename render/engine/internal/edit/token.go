package edit

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tag is one meaning of a word: a concept and, of concepts that have several, which.
type tag struct{ concept, value string }

// token is a word, or several that mean one thing.
type token struct {
	start, end int    // bytes of the instruction
	word       string // folded
	tags       []tag

	refs  []Ref
	place *Place
	line  *Line
	items []Line // of a list
	text  string // of quotations, files, addresses
	secs  float64
}

func (t token) has(concept string) bool { _, ok := t.value(concept); return ok }

func (t token) value(concept string) (string, bool) {
	for _, g := range t.tags {
		if g.concept == concept {
			return g.value, true
		}
	}
	return "", false
}

func (t *token) add(concept, value string) { t.tags = append(t.tags, tag{concept, value}) }

// closers are quotation marks with what may end them.
var closers = map[rune]string{'"': `"`, '“': `”"`, '«': `»`, '»': `«`, '„': `“”"`, '‘': `’`, '\'': `'`, '‚': `‘’`, '”': `”`, '‹': `›`, '「': `」`}

var (
	mailRE  = regexp.MustCompile(`(?i)^[a-z0-9][\w.+-]*@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}`)
	hexRE   = regexp.MustCompile(`^#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b`)
	fileRE  = regexp.MustCompile(`(?i)^[^\s"“”«»]*[^\s"“”«»/]\.(?:png|jpe?g|webp|gif|svg|mp4|mov|webm|mkv|avi|m4v|tiff?|bmp|heic|pdf|mp3|wav|m4a|aac|ogg|opus|flac)\b`)
	audioRE = regexp.MustCompile(`(?i)\.(?:mp3|wav|m4a|aac|ogg|opus|flac)$`)
	urlRE   = regexp.MustCompile(`(?i)^(?:https?://)?(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}(?::\d+)?(?:/[^\s"“”«»]*[^\s"“”«».,;!?])?`)
	sizeRE  = regexp.MustCompile(`^\d{1,4}(?:\s?[x×]\s?|:)\d{1,4}\b`)
	numRE   = regexp.MustCompile(`^\d+(?:[.,]\d+)?`)
	ordRE   = regexp.MustCompile(`^(?:st|nd|rd|th|e|er|re|ere|eme|ième|ème|de|ste|a|o|ª|º|ª|te|ter|ten|tes)\b`)
	catRE   = regexp.MustCompile(`^[a-z][a-z0-9]*\?[a-z]\w*=[\w=&-]+`)
)

// tokens cuts an instruction into quotations, files, colours, numbers, words and
// punctuation.
func tokens(s string) []token {
	var out []token
	put := func(i, n int, word string, tags ...tag) *token {
		out = append(out, token{start: i, end: i + n, word: word, tags: tags})
		return &out[len(out)-1]
	}
	for i := 0; i < len(s); {
		r, w := utf8.DecodeRuneInString(s[i:])
		rest := s[i:]
		fresh := i == 0 || !wordRune(lastRune(s[:i]))
		if (r == '"' || r == '״' || r == '\'' || r == '׳') && !fresh && unicode.Is(unicode.Hebrew, lastRune(s[:i])) && unicode.Is(unicode.Hebrew, first(rest[w:])) && lastOfWord(rest[w:]) { // "ש\"ח"
			i += w
			continue
		}
		if ends := closers[r]; ends != "" && (r != '\'' && r != '‘' || fresh) {
			if n := quotation(rest[w:], ends, r); n > 0 {
				end := w + n
				_, cw := utf8.DecodeRuneInString(rest[end:])
				put(i, end+cw, "", tag{"text", ""}, tag{"quoted", ""}).text = strings.TrimSpace(rest[w:end])
				i += end + cw
				continue
			}
		}
		if fresh {
			if m := hexRE.FindString(rest); m != "" {
				put(i, len(m), "", tag{"color", strings.ToUpper(m)}, tag{"hex", ""})
				i += len(m)
				continue
			}
			if m := fileRE.FindString(rest); m != "" {
				t := put(i, len(m), "", tag{"file", m})
				if t.text = m; audioRE.MatchString(m) {
					t.add("audio", m)
				}
				i += len(m)
				continue
			}
			if m := catRE.FindString(rest); m != "" {
				put(i, len(m), m).text = m
				i += len(m)
				continue
			}
			m := mailRE.FindString(rest)
			if m == "" {
				m = urlRE.FindString(rest)
			}
			if m != "" {
				put(i, len(m), "", tag{"address", m}).text = m
				i += len(m)
				continue
			}
			if m := sizeRE.FindString(rest); m != "" {
				word := strings.NewReplacer(" ", "", "x", ":", "×", ":").Replace(m)
				put(i, len(m), word)
				i += len(m)
				continue
			}
			if m := numRE.FindString(rest); m != "" {
				after := fold(rest[len(m):min(len(rest), len(m)+8)])
				if o := ordRE.FindString(after); o != "" && !strings.ContainsAny(m, ".,") {
					n := len(m) + ordinalEnd(rest[len(m):], o)
					put(i, n, m, tag{"ord", m}).text = m
					i += n
					continue
				}
				put(i, len(m), m, tag{"num", strings.Replace(m, ",", ".", 1)})
				i += len(m)
				continue
			}
		}
		switch {
		case wordRune(r):
			n := 0
			for n < len(rest) {
				r, w := utf8.DecodeRuneInString(rest[n:])
				if !wordRune(r) || unicode.IsDigit(r) && !letters(rest[:n]) {
					break
				}
				n += w
			}
			put(i, max(n, w), fold(rest[:max(n, w)]))
			i += max(n, w)
		case strings.HasPrefix(rest, "->"), strings.HasPrefix(rest, "=>"):
			put(i, 2, "→", tag{"to", ""})
			i += 2
		case r == '→':
			put(i, w, "→", tag{"to", ""})
			i += w
		case r == ':':
			put(i, w, ":", tag{"colon", ""}, tag{"fill", ""})
			i += w
		case strings.ContainsRune(".,;!?…()¡¿\n؟،؛", r):
			put(i, w, string(r), tag{"stop", ""}, tag{"fill", ""})
			i += w
		case r == '#', r == '&', r == '%', r == '+':
			put(i, w, string(r))
			i += w
		case (r == '\'' || r == '’') && strings.HasPrefix(rest[w:], "s") && !wordRune(first(rest[w+1:])): // "scene 2's"
			i += w + 1
		case (r == '-' || r == '–' || r == '—') && i > 0 && unicode.IsSpace(lastRune(s[:i])) && unicode.IsSpace(first(rest[w:])) && !counts(s[:i], rest[w:]):
			put(i, w, "–", tag{"stop", ""}, tag{"fill", ""})
			i += w
		case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || r == '\'' || r == '’' || r == '/' || r == '*' || r == '_':
			i += w
		default:
			put(i, w, string(r))
			i += w
		}
	}
	return out
}

// lastOfWord tells whether a word ends behind the first letter of s.
func lastOfWord(s string) bool {
	_, w := utf8.DecodeRuneInString(s)
	return !wordRune(first(s[w:]))
}

// quotation finds where a quotation that begins here ends, 0 = nowhere. The single
// mark also is an apostrophe: it ends a quotation only where a word ends.
func quotation(s, ends string, open rune) int {
	for i, r := range s {
		if !strings.ContainsRune(ends, r) || i == 0 {
			continue
		}
		if open == '\'' || open == '‘' || open == '‚' {
			next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
			if wordRune(next) {
				continue
			}
		}
		return i
	}
	return 0
}

func ordinalEnd(s, folded string) int {
	n := 0
	for range []rune(folded) {
		_, w := utf8.DecodeRuneInString(s[n:])
		n += w
	}
	return n
}

// counts tells whether a dash stands between two numbers: "scenes 2 – 4".
func counts(before, after string) bool {
	return unicode.IsDigit(lastRune(strings.TrimSpace(before))) && unicode.IsDigit(first(strings.TrimSpace(after)))
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

func first(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func letters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

var plain = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ã", "a", "ä", "a", "å", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i",
	"ñ", "n", "ó", "o", "ò", "o", "ô", "o", "õ", "o", "ö", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ß", "ss", "œ", "oe", "æ", "ae",
	"أ", "ا", "إ", "ا", "آ", "ا", "ى", "ي", "ة", "ه")

// fold makes words comparable: small letters without accents, which many people
// do not type.
func fold(s string) string {
	s = plain.Replace(strings.ToLower(s))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
}

var spelled = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue")
