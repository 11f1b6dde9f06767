package words

import (
	"regexp"
	"strings"
	"unicode"
)

// mixed says words with digits inside: "Q3", "H.264", "GPT-4", "B2B", "1080p".
func mixed(w string) string {
	var out []string
	for _, part := range strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune("-–—/_·:|", r) }) {
		if s, ok := amount(part); ok {
			out = append(out, s)
			continue
		}
		if as, ok := englishWords[strings.ToLower(part)]; ok {
			out = append(out, as)
			continue
		}
		for k, run := range reRun.FindAllString(part, -1) {
			switch {
			case isDigits(run) && len(run) == 3 && run[2] != '0', isDigits(run) && run[0] == '0':
				out = append(out, spell(run))
			case isDigits(run) && len(run) == 3 && k > 0: // "A380"
				out = append(out, labelled(run))
			case isDigits(run) && len(run) == 4:
				out = append(out, year(run))
			case len(run) >= 2 && len(run) <= 3 && len(run) < len(part) && strings.Trim(run, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "": // "MP3", "2FA"
				out = append(out, strings.Join(strings.Split(run, ""), "."))
			case run[0] >= '0' && run[0] <= '9':
				if n, ok := decimal(run); ok {
					out = append(out, n)
				}
			default:
				if s := englishLetters(strings.Trim(run, ".,'’")); s != "" {
					out = append(out, s)
				}
			}
		}
	}
	return strings.Join(out, " ")
}

// englishLetters says a word that has no digits.
func englishLetters(w string) string {
	switch {
	case reEmail.MatchString(w) || reDomain.MatchString(w) && looksLikeAddress(w):
		return address(w, "dot", "at", "slash", mixed)
	case strings.HasPrefix(w, "#") && len(w) > 1:
		return "hashtag " + camel(strings.ReplaceAll(w[1:], "_", " "))
	case strings.HasPrefix(w, "@") && len(w) > 1:
		return "at " + camel(strings.ReplaceAll(w[1:], "_", " "))
	}
	w = strings.NewReplacer("’", "'", "‘", "'").Replace(w)
	if !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) }) {
		if as, ok := englishWords[w]; ok {
			return as
		}
		return ""
	}
	var out []string
	for _, part := range strings.FieldsFunc(w, func(r rune) bool { return strings.ContainsRune("–—/\\_|·•→+=*&\"“”<>{}[]()^~`", r) }) {
		if as, ok := englishWords[strings.ToLower(part)]; ok {
			part = as
		} else if as, ok := acronym(part); ok {
			part = as
		}
		out = append(out, part)
	}
	joint := " "
	if strings.Contains(w, "&") && len(out) == 2 {
		joint = " and " // R&D
	}
	return strings.Join(out, joint)
}

// looksLikeAddress tells "acme.example" from "end.Start" and "e.g.x".
func looksLikeAddress(w string) bool {
	if strings.Contains(w, "/") || strings.HasPrefix(strings.ToLower(w), "www.") {
		return true
	}
	dot := strings.LastIndexByte(w, '.')
	tld := w[dot+1:]
	return len(w[:dot]) > 1 && strings.ToLower(tld) == tld && len(tld) >= 2
}

// webScheme is not said.
var webScheme = regexp.MustCompile(`(?i)^https?://(?:www\.)?`)

// address says a web or mail address; name says its parts that hold figures.
func address(w, dot, at, slash string, name func(string) string) string {
	w = strings.TrimSuffix(webScheme.ReplaceAllString(w, ""), "/")
	w, _, _ = strings.Cut(w, "?")
	w, _, _ = strings.Cut(w, "#")
	var b strings.Builder
	for _, r := range w {
		switch r {
		case '.':
			b.WriteString(" " + dot + " ")
		case '@':
			b.WriteString(" " + at + " ")
		case '/':
			b.WriteString(" " + slash + " ")
		case '+':
			b.WriteString(" plus ")
		case '-', '_', ':', '%', '~', '=', '&':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	var out []string
	for _, f := range strings.Fields(b.String()) {
		if strings.ContainsAny(f, "0123456789") {
			f = name(f)
		} else {
			f = camel(f)
		}
		out = append(out, f)
	}
	return strings.Join(out, " ")
}

// camel divides GoodMorning into its words.
func camel(s string) string {
	var b strings.Builder
	var before rune
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
