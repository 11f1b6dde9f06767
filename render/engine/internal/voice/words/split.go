package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/phrase"
)

// abbreviations end in a full stop without ending a sentence. A true value says
// that one may also end a sentence when a capital follows.
var abbreviations = map[string]bool{
	"incl": false, "pp": false, "tbsp": false, "tsp": false, "est": false, "al": false, "ext": false, "tel": false, "nos": false, "ft": false, "blvd": false, "rd": false, "mon": false, "tue": false, "tues": false, "wed": false, "thu": false, "thurs": false, "fri": false, "sat": true, "sun": true, "p.a": true, "mo": true, "yr": true, "ave": true,
	"mr": false, "mrs": false, "ms": false, "dr": false, "prof": false, "st": false, "mt": false, "vs": false, "fig": false, "no": false, "nr": false,
	"approx": false, "e.g": false, "i.e": false, "z.b": false, "d.h": false, "u.a": false, "bzw": false, "ca": false, "cf": false, "p.ex": false, "sr": false, "sra": false,
	"dott": false, "sig": false, "vol": false, "dept": false, "gen": false, "gov": false, "sen": false, "rep": false, "hr": false, "fr": false,
	"etc": true, "usw": true, "inc": true, "ltd": true, "co": true, "corp": true, "jr": true, "a.m": true, "p.m": true, "u.s": true, "u.k": true, "e.u": true, "mio": true, "mrd": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true, "nov": true, "dec": true,
}

// Split divides text into sentences. Markup stays where it was; a line break
// between paragraphs always ends a sentence.
func Split(text, lang string) []string {
	var out []string
	for _, para := range strings.FieldsFunc(breaks(text), func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2029' }) {
		out = splitLine(out, para, lang)
	}
	if len(out) == 1 && !speaks(out[0]) {
		return nil
	}
	return out
}

// splitLine appends a line's sentences to out.
func splitLine(out []string, text, lang string) []string {
	start := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		next := i + n
		switch r {
		case '<': // punctuation inside a tag ends nothing
			if end := strings.IndexByte(text[i:], '>'); end > 0 && tagAt(text[i:]) {
				i += end + 1
				continue
			}
		case '.', '!', '?', '…', '。', '！', '？', '।', '؟', '۔', '｡', '։':
			end := next
			for end < len(text) { // further marks and closing quotes belong to it
				r2, n2 := utf8.DecodeRuneInString(text[end:])
				if !strings.ContainsRune(`.!?…。！？"'”’»›)]*`, r2) {
					break
				}
				end += n2
			}
			if ends(text[start:], text[start:i], text[end:], r, lang) {
				out = appendSentence(out, text[start:end])
				start = end
			}
			next = end
		}
		i = next
	}
	return appendSentence(out, text[start:])
}

func tagAt(s string) bool {
	return breakTag.MatchString(s[:strings.IndexByte(s, '>')+1]) || otherTag.MatchString(s[:strings.IndexByte(s, '>')+1])
}

// appendSentence adds s, or joins it to the last sentence when one of the two holds
// nothing to say: a lone break tag, a dash.
func appendSentence(out []string, s string) []string {
	s = strings.TrimSpace(s)
	if s == "" {
		return out
	}
	if n := len(out); n > 0 && (!speaks(s) || !speaks(out[n-1])) {
		out[n-1] += " " + s
		return out
	}
	return append(out, s)
}

// speaks reports whether anything but marks is in s.
func speaks(s string) bool {
	return strings.ContainsFunc(otherTag.ReplaceAllString(breakTag.ReplaceAllString(s, ""), ""), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// ends decides whether mark, between before and after, ends a sentence.
func ends(_, before, after string, mark rune, lang string) bool {
	if mark > 0x7f && mark != '…' {
		return true // full-width and Indic stops have no other use
	}
	trimmed := strings.TrimLeft(after, " \t")
	if trimmed == "" {
		return true
	}
	if len(trimmed) == len(after) {
		return false // "1.85", "acme.example", "Node.js"
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(trimmed, `"'“‘«‹(¿¡*[`))
	if mark != '.' {
		if mark == '…' {
			return !unicode.IsLower(next)
		}
		return !unicode.IsLower(next) || next == utf8.RuneError
	}
	word := before[strings.LastIndexAny(before, " \t")+1:]
	word = strings.ToLower(strings.TrimLeft(word, openers))
	base := phrase.Base(lang)
	if l := languages[base]; l.words[word] != "" || l.weekday(word) != "" || reDays.MatchString(word) {
		return l.closers[word] && unicode.IsUpper(next)
	} else if (base == "de" || base == "nl") && strings.HasSuffix(word, "str") && unicode.IsDigit(next) {
		return false // "Hauptstr. 5"
	}
	if may, known := abbreviations[word]; known && (word != "no" || unicode.IsDigit(next)) {
		return may && unicode.IsUpper(next) && !follows(word, trimmed)
	}
	if letters := []rune(word); len(letters) == 1 && unicode.IsLetter(letters[0]) {
		// An initial, as in "J. Smith"; a lone "I" or "a" is a word.
		return word == "i" && unicode.IsUpper(next)
	}
	if base == "de" {
		// "am 3. Oktober": ordinals carry a full stop.
		if len(word) <= 2 && word != "" && strings.Trim(word, "0123456789") == "" {
			return false
		}
	}
	return !unicode.IsLower(next)
}

// openings are words that a sentence may well begin with; zones are those of time.
var (
	openings = wordSet("the a an it its this that these those we you they he she i there here in on at for from but and or so if when while now then our your their his her how why what who all some most no yes please after before by with as not since today")
	zones    = wordSet("est edt cst cdt mst mdt pst pdt gmt utc cet cest bst ist jst eastern central pacific mountain")
)

// follows says that the capital behind "U.S." or "5 p.m." goes on with the sentence:
// "U.S. Senate", "5 p.m. Pacific".
func follows(word, rest string) bool {
	next, _, _ := strings.Cut(rest, " ")
	next = strings.ToLower(strings.Trim(next, openers+closers+".,;:!?"))
	switch word {
	case "u.s", "u.k", "e.u":
		return !openings[next]
	case "a.m", "p.m":
		return zones[next]
	}
	return false
}
