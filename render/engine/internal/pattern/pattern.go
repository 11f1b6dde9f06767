// Package pattern holds regular expressions that are compiled when they are first
// used. Prompts are read with a few hundred of them, and a command that reads no
// prompt (a plan of ten thousand unchanged entries) must not pay for them.
package pattern

import (
	"regexp"
	"regexp/syntax"
	"sync"
	"sync/atomic"
)

// Pattern is a regular expression. Its methods are those of [regexp.Regexp] and
// may be called from any goroutine. A pattern that does not compile panics at its
// first use.
type Pattern struct {
	src     string
	longest bool
	once    sync.Once
	reach   int    // characters from the text's end that a match can begin at, 0 = anywhere
	needs   []need // what a text must have to be worth a search
	re      atomic.Pointer[regexp.Regexp]
}

// compiled are the patterns that hold their programs.
var compiled struct {
	sync.Mutex
	patterns []*Pattern
}

// Forget gives the memory of all patterns back, 16 MB once a prompt has been read. They
// are compiled again when they are used again.
func Forget() {
	for i := range recent {
		recent[i].Store(nil)
	}
	compiled.Lock()
	defer compiled.Unlock()
	for _, p := range compiled.patterns {
		p.re.Store(nil)
	}
	compiled.patterns = nil
}

// New returns a pattern.
func New(src string) *Pattern { return &Pattern{src: src} }

// Longest returns a pattern that prefers the leftmost-longest match.
func Longest(src string) *Pattern { return &Pattern{src: src, longest: true} }

func (p *Pattern) get() *regexp.Regexp {
	if re := p.re.Load(); re != nil {
		return re
	}
	compiled.Lock()
	defer compiled.Unlock()
	if re := p.re.Load(); re != nil { // by another goroutine
		return re
	}
	re := regexp.MustCompile(p.src)
	if p.longest {
		re.Longest()
	}
	p.re.Store(re)
	compiled.patterns = append(compiled.patterns, p)
	return re
}

// on is the expression that searches s, from a byte on, nil = s has nothing that it finds.
func (p *Pattern) on(s string) (*regexp.Regexp, int) {
	p.once.Do(p.study)
	if p.needs != nil && !textOf(s).meets(p.needs) {
		return nil, 0
	}
	return p.get(), p.from(s)
}

// study learns from the pattern where to search and what for.
func (p *Pattern) study() {
	re, err := syntax.Parse(p.src, syntax.Perl)
	if err != nil {
		return // get panics
	}
	p.reach, p.needs = reach(re), needsOf(re)
}

// MatchString is [regexp.Regexp.MatchString].
func (p *Pattern) MatchString(s string) bool {
	re, from := p.on(s)
	return re != nil && re.MatchString(s[from:])
}

// FindString is [regexp.Regexp.FindString].
func (p *Pattern) FindString(s string) string {
	re, from := p.on(s)
	if re == nil {
		return ""
	}
	return re.FindString(s[from:])
}

// FindStringIndex is [regexp.Regexp.FindStringIndex].
func (p *Pattern) FindStringIndex(s string) []int {
	re, from := p.on(s)
	if re == nil {
		return nil
	}
	return moved(re.FindStringIndex(s[from:]), from)
}

// FindStringSubmatch is [regexp.Regexp.FindStringSubmatch].
func (p *Pattern) FindStringSubmatch(s string) []string {
	re, from := p.on(s)
	if re == nil {
		return nil
	}
	return re.FindStringSubmatch(s[from:])
}

// FindStringSubmatchIndex is [regexp.Regexp.FindStringSubmatchIndex].
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	re, from := p.on(s)
	if re == nil {
		return nil
	}
	return moved(re.FindStringSubmatchIndex(s[from:]), from)
}

// FindAllString is [regexp.Regexp.FindAllString].
func (p *Pattern) FindAllString(s string, n int) []string {
	re, _ := p.on(s)
	if re == nil {
		return nil
	}
	return re.FindAllString(s, n)
}

// FindAllStringIndex is [regexp.Regexp.FindAllStringIndex].
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	re, _ := p.on(s)
	if re == nil {
		return nil
	}
	return re.FindAllStringIndex(s, n)
}

// FindAllStringSubmatch is [regexp.Regexp.FindAllStringSubmatch].
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	re, _ := p.on(s)
	if re == nil {
		return nil
	}
	return re.FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex is [regexp.Regexp.FindAllStringSubmatchIndex].
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	re, _ := p.on(s)
	if re == nil {
		return nil
	}
	return re.FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString is [regexp.Regexp.ReplaceAllString].
func (p *Pattern) ReplaceAllString(s, with string) string {
	re, from := p.on(s)
	if re == nil {
		return s
	}
	return s[:from] + re.ReplaceAllString(s[from:], with)
}

// ReplaceAllStringFunc is [regexp.Regexp.ReplaceAllStringFunc].
func (p *Pattern) ReplaceAllStringFunc(s string, f func(string) string) string {
	re, _ := p.on(s)
	if re == nil {
		return s
	}
	return re.ReplaceAllStringFunc(s, f)
}

// Split is [regexp.Regexp.Split].
func (p *Pattern) Split(s string, n int) []string {
	re, _ := p.on(s)
	if re == nil && n != 0 {
		return []string{s}
	}
	return p.get().Split(s, n)
}
