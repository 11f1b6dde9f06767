package telling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// FirstWord is the first of words, "" where there are none.
func FirstWord(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

// FirstWordOf is the first word of s, without marks.
func FirstWordOf(s string) string {
	if f := strings.Fields(s); len(f) > 0 {
		return strings.Trim(f[0], ",.;:")
	}
	return ""
}

// LastWord is the last word of s, without marks.
func LastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// CueIn is the words that a picture waits for: text where it is said, else nothing.
func CueIn(say, text string) string {
	if strings.Contains(say, text) {
		return text
	}
	return ""
}

// QuoteIn is a quotation in any of the usual marks, in one of its groups.
var QuoteIn = pattern.New(`"([^"]{1,160})"|“([^”]{1,160})”|«([^»]{1,160})»|„([^“”"]{1,160})[“”"]|「([^」]{1,160})」|『([^』]{1,160})』`)

// QuotedIn lists the quotations of s, without their marks.
func QuotedIn(s string) []string {
	var out []string
	for _, m := range QuoteIn.FindAllStringSubmatch(s, -1) {
		out = append(out, strings.TrimSpace(strings.Join(m[1:], "")))
	}
	return out
}

// Quotes tells whether a visual has a text in quotation marks.
func Quotes(visual, text string) bool { return slices.Contains(QuotedIn(visual), text) }

// Keywords are the words that carry a text's meaning, cut to their stems.
func Keywords(s string) map[string]bool {
	out := map[string]bool{}
	for _, f := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !IsLetter(r) }) {
		if k := Stem(f); k != "" {
			out[k] = true
		}
	}
	return out
}

// CommonWords say nothing of what a text is about.
var CommonWords = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("about after also video second seconds minute minutes create make explain mention show with that this from your their have will more than they them what when where which into over were been each every some other only tone music style audience launch short presenter highlight include open start close action call question people please used using should would could and the for are our you its was not all can how why who diese einen eine oder aber auch nicht werden sind para como este esta pour avec dans nous vous della sono") {
		out[w] = true
	}
	return out
}()

// Stem is a word as texts are compared by it, "" where it says nothing of their subject.
func Stem(w string) string {
	w = strings.Trim(w, "-'’")
	if utf8.RuneCountInString(w) < 4 || CommonWords[w] {
		return ""
	}
	for _, end := range []string{"ies", "ing", "es", "ed", "s", "en", "e"} {
		if t := strings.TrimSuffix(w, end); t != w && utf8.RuneCountInString(t) >= 4 {
			return t
		}
	}
	return w
}

// Common counts the words that a text has of those that tell what something is about.
func Common(about map[string]bool, text string) int {
	n := 0
	for k := range Keywords(text) {
		if about[k] {
			n++
		}
	}
	return n
}

// PointText is all that a point says.
func PointText(p brief.Point) string {
	t := p.Text
	if p.Form == brief.Quote {
		return t
	}
	if p.Said != "" {
		return t + " " + p.Said
	}
	for _, it := range p.Items {
		t += " " + it.Title + " " + it.Body
	}
	if p.Form == brief.Rows {
		for _, row := range p.Rows {
			t += " " + strings.Join(row, " ")
		}
	}
	return strings.TrimSpace(t)
}

// SplitName parts "Name, role".
func SplitName(s string) (string, string) {
	if u := prose.URL(s); u != "" && strings.TrimSpace(s) == u {
		return s, "" // "acme.example/try" is one thing
	}
	if at := nameCut.FindStringIndex(s); at != nil {
		return strings.TrimSpace(s[:at[0]]), strings.TrimSpace(s[at[1]:])
	}
	return s, ""
}

// FirstName is a presenter's name as it is said.
func FirstName(id string) string {
	id, _, _ = strings.Cut(id, "?")
	for _, r := range id {
		if !unicode.IsLetter(r) {
			return ""
		}
	}
	if len(id) > 14 {
		return ""
	}
	return prose.Upper(id)
}

// IsLetter tells whether a rune may stand within a word.
func IsLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0xbf && r != utf8.RuneError
}

// AtURL is what stands before an address: "order it at".
var AtURL = pattern.New(`(?i)[,:]?\s*(?:\b(?:at|on|via|under|auf|unter|bei|en|sur|em|su|a|mail(?: naar)?)\b|على|ב|באתר|في الموقع)?\s*$`)

var nameCut = pattern.New(`\s*[,|–—·•]\s*|\s+-\s+|\s*/\s*`)
