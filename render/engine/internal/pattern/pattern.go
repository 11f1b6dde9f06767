// Package pattern holds regular expressions that are compiled when they are first
// used. Prompts are read with a few hundred of them, and a command that reads no
// prompt (a plan of ten thousand unchanged entries) must not pay for them.
package pattern

import (
	"regexp"
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
	reach   int // characters from the text's end that a match can begin at, 0 = anywhere
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
	p.once.Do(func() { p.reach = reach(p.src) })
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

// MatchString is [regexp.Regexp.MatchString].
func (p *Pattern) MatchString(s string) bool { return p.get().MatchString(s[p.from(s):]) }

// FindString is [regexp.Regexp.FindString].
func (p *Pattern) FindString(s string) string { return p.get().FindString(s[p.from(s):]) }

// FindStringIndex is [regexp.Regexp.FindStringIndex].
func (p *Pattern) FindStringIndex(s string) []int {
	from := p.from(s)
	return moved(p.get().FindStringIndex(s[from:]), from)
}

// FindStringSubmatch is [regexp.Regexp.FindStringSubmatch].
func (p *Pattern) FindStringSubmatch(s string) []string {
	return p.get().FindStringSubmatch(s[p.from(s):])
}

// FindStringSubmatchIndex is [regexp.Regexp.FindStringSubmatchIndex].
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	from := p.from(s)
	return moved(p.get().FindStringSubmatchIndex(s[from:]), from)
}

// FindAllString is [regexp.Regexp.FindAllString].
func (p *Pattern) FindAllString(s string, n int) []string { return p.get().FindAllString(s, n) }

// FindAllStringIndex is [regexp.Regexp.FindAllStringIndex].
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.get().FindAllStringIndex(s, n)
}

// FindAllStringSubmatch is [regexp.Regexp.FindAllStringSubmatch].
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.get().FindAllStringSubmatch(s, n)
}

// FindAllStringSubmatchIndex is [regexp.Regexp.FindAllStringSubmatchIndex].
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.get().FindAllStringSubmatchIndex(s, n)
}

// ReplaceAllString is [regexp.Regexp.ReplaceAllString].
func (p *Pattern) ReplaceAllString(s, with string) string {
	from := p.from(s)
	return s[:from] + p.get().ReplaceAllString(s[from:], with)
}

// Split is [regexp.Regexp.Split].
func (p *Pattern) Split(s string, n int) []string { return p.get().Split(s, n) }

// ReplaceAllStringFunc is [regexp.Regexp.ReplaceAllStringFunc].
func (p *Pattern) ReplaceAllStringFunc(s string, f func(string) string) string {
	return p.get().ReplaceAllStringFunc(s, f)
}
