package pattern

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// same compares every method of a pattern with those of the expression itself.
func same(t *testing.T, src, s string) {
	t.Helper()
	p, re := New(src), regexp.MustCompile(src)
	for _, got := range []struct{ pattern, expression any }{
		{p.MatchString(s), re.MatchString(s)},
		{p.FindString(s), re.FindString(s)},
		{p.FindStringIndex(s), re.FindStringIndex(s)},
		{p.FindStringSubmatch(s), re.FindStringSubmatch(s)},
		{p.FindStringSubmatchIndex(s), re.FindStringSubmatchIndex(s)},
		{p.FindAllString(s, -1), re.FindAllString(s, -1)},
		{p.FindAllStringIndex(s, 2), re.FindAllStringIndex(s, 2)},
		{p.FindAllStringSubmatch(s, -1), re.FindAllStringSubmatch(s, -1)},
		{p.FindAllStringSubmatchIndex(s, 1), re.FindAllStringSubmatchIndex(s, 1)},
		{p.ReplaceAllString(s, "<$0>"), re.ReplaceAllString(s, "<$0>")},
		{p.ReplaceAllStringFunc(s, strings.ToUpper), re.ReplaceAllStringFunc(s, strings.ToUpper)},
		{p.Split(s, -1), re.Split(s, -1)},
		{p.Split(s, 0), re.Split(s, 0)},
	} {
		if !reflect.DeepEqual(got.pattern, got.expression) {
			t.Errorf("%q in %q: %q, want %q", src, s, got.pattern, got.expression)
		}
	}
}

// TestNeedsLoseNoMatch: expressions of all forms and texts made of their own pieces find
// what they find without a look at what they need.
func TestNeedsLoseNoMatch(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	words := []string{"bar", "chart", "Shot", "s", "k", "K", "ſ", "é", "É", "ß", "ẞ", "日本", " ", "12", "-", "\"", "’", "\xff", "ar c", "\n", "İ", "ǅ"}
	var expression func(depth int) string
	expression = func(depth int) string {
		if depth == 0 {
			return regexp.QuoteMeta(strings.ToValidUTF8(words[rng.IntN(len(words))], "�"))
		}
		sub := func() string { return expression(depth - 1) }
		switch rng.IntN(12) {
		case 0:
			return "(?:" + sub() + "|" + sub() + "|" + sub() + ")"
		case 1:
			return "(" + sub() + ")?" + sub()
		case 2:
			return "(?:" + sub() + ")+" + sub()
		case 3:
			return "(?:" + sub() + "){1,2}"
		case 4:
			return "(?:" + sub() + ")*" + sub()
		case 5:
			return `\b` + sub() + `\s*` + sub()
		case 6:
			return "[sk-m]" + sub() + "[^a]"
		case 7:
			return "(?i:" + sub() + ")"
		case 8:
			return "^" + sub()
		case 9:
			return sub() + "$"
		}
		return sub() + sub()
	}
	found, rounds := 0, 4_000
	if testing.Short() {
		rounds /= 8
	}
	for range rounds {
		src := expression(1 + rng.IntN(4))
		if rng.IntN(2) == 0 {
			src = "(?i)" + src
		}
		for range 4 {
			var s strings.Builder
			for range rng.IntN(7) {
				s.WriteString(words[rng.IntN(len(words))])
			}
			same(t, src, s.String())
			if regexp.MustCompile(src).MatchString(s.String()) {
				found++
			}
		}
		if t.Failed() {
			return
		}
	}
	if found < rounds/8 {
		t.Errorf("only %d matches", found)
	}
}

// TestNeeds: what a pattern needs is no more than what its matches have, and no less
// than what tells most texts from them.
func TestNeeds(t *testing.T) {
	t.Parallel()
	for src, has := range map[string]bool{
		`(?i)\b(?:show|display)s?\b[^.]*\bbar charts?\b`: false,
		`(?i)quarter`: true, `(?i)the (?:3rd|third|last) quarters?`: true, `\d+ percent`: false, `(?i)(?:no|without) (?:music|sound)`: false, `(?:music)?`: true, `.`: true, `[A-Z]\w+`: true,
	} {
		if p := New(src); (func() bool { p.once.Do(p.study); return textOf("Sales of the third quarter rose.").meets(p.needs) })() != has {
			t.Errorf("%s may match is %t", src, !has)
		}
	}
}

func FuzzNeeds(f *testing.F) {
	for _, src := range []string{`(?i)\bkelvin s?\b`, `a[b-d]|e(?:f|g)h?`, `^\s*(?:x{2,3}|y)+$`, `(?i)straße|ÉTÉ`} {
		f.Add(src, "a Kelvin ſ \xff Été STRASSE xxy")
	}
	f.Fuzz(func(t *testing.T, src, s string) {
		if _, err := regexp.Compile(src); err != nil || len(src) > 60 || len(s) > 200 {
			return
		}
		same(t, src, s)
	})
}

// BenchmarkNoMatch: what it costs that a text has nothing a pattern looks for, with the
// pattern and with its expression.
func BenchmarkNoMatch(b *testing.B) {
	src := `(?i)\b(?:show|display|add|use) (?:a|the) (?:bar|line|pie) charts? (?:of|with|for)\b`
	s := strings.Repeat("We moved the office on Monday, and everyone found a desk by noon. ", 4)
	for name, match := range map[string]func(string) bool{"pattern": New(src).MatchString, "expression": regexp.MustCompile(src).MatchString} {
		b.Run(fmt.Sprint(name), func(b *testing.B) {
			for b.Loop() {
				match(s)
			}
		})
	}
}
