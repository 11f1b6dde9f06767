package pattern

import (
	"reflect"
	"regexp"
	"regexp/syntax"
	"strings"
	"testing"
	"time"
)

func TestReach(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]int{
		`(?i)\b(?:in|since)\s$`: 6, `a$`: 1, `(?:a|bc$)`: 0, `(?:ab$|c$)`: 2, `(a{2,5}é)?$`: 6, `^(a{2,5}é)?$`: 0, `\s*a$`: 0, `a`: 0, `a+$`: 0,
		`(?m)a$`: 0, `(?:^|\s)\d$`: 2, `x(?:\b|^)*y$`: 2, `a{3,}$`: 0, `a$\b`: 0, `.{2}[^b]\z`: 3, `$`: 0,
	} {
		re, err := syntax.Parse(src, syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		if got := reach(re); got != want {
			t.Errorf("%s reaches %d, want %d", src, got, want)
		}
	}
}

// TestSameMatches: a search at the text's end finds what a search in all of it finds.
func TestSameMatches(t *testing.T) {
	t.Parallel()
	texts := []string{"", "a", "in 5", "bargain ", "main ", " in ", "in ", "x in in ", "é in ", "日本in ", "日本 in ", "\xffin ", "\xff\xff in ", "in the 3rd of 12", "a\nin ", "aaaaaaaaaaa", "aaé"}
	for _, src := range []string{`(?i)\b(in|since)\s$`, `(?:^|\s)(i)?n\s$`, `^(i)n\s$`, `\B(i)n\s$`, `(?m)^in $`, `(a){2,3}$`, `(?:(a)|(b)|é)$`, `.{3}$`, `(?i)(?:(of) )?\d\d$`} {
		p, re := New(src), regexp.MustCompile(src)
		for _, front := range []string{"", "x", " ", "\n", "é", "\xff", strings.Repeat("in ", 40), strings.Repeat("é", 40)} {
			for _, s := range texts {
				s = front + s
				if p.MatchString(s) != re.MatchString(s) || p.FindString(s) != re.FindString(s) || !reflect.DeepEqual(p.FindStringIndex(s), re.FindStringIndex(s)) ||
					!reflect.DeepEqual(p.FindStringSubmatch(s), re.FindStringSubmatch(s)) || !reflect.DeepEqual(p.FindStringSubmatchIndex(s), re.FindStringSubmatchIndex(s)) ||
					p.ReplaceAllString(s, "<$1>") != re.ReplaceAllString(s, "<$1>") {
					t.Errorf("%s in %q: %v %q, want %v %q", src, s, p.FindStringSubmatchIndex(s), p.ReplaceAllString(s, "<$1>"), re.FindStringSubmatchIndex(s), re.ReplaceAllString(s, "<$1>"))
				}
			}
		}
	}
}

// TestLooksAtTheEnd: what ends with the text is found there in the same time, however
// long the text is.
func TestLooksAtTheEnd(t *testing.T) {
	p := New(`(?i)\b(?:in|since|from)\s$`)
	text := strings.Repeat("since 1 ", 1<<17)
	began := time.Now()
	for range 1000 {
		if p.MatchString(text) {
			t.Fatal("the text ends in a figure")
		}
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("a thousand looks at the end of a mebibyte took %v", took)
	}
}
