// Package diag holds what the tool says about a user's files: a severity, where it
// is, what is wrong, why, and what to do about it.
//
// Diagnostics are collected and shown together; see [List]. Each one carries the
// piece of source that it talks about, so a writer needs no access to the files.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Pos is a place in a file. The zero Pos means "the file as a whole".
type Pos struct {
	Line int // 1-based
	Col  int // 1-based, in Unicode code points
}

// Range is a stretch of a file, End exclusive. A zero End marks one character.
type Range struct {
	File       string // as the user would type it
	Start, End Pos
}

// String gives file:line:col as far as they are known.
func (r Range) String() string {
	switch {
	case r.File == "":
		return ""
	case r.Start.Line == 0:
		return r.File
	case r.Start.Col == 0:
		return fmt.Sprintf("%s:%d", r.File, r.Start.Line)
	}
	return fmt.Sprintf("%s:%d:%d", r.File, r.Start.Line, r.Start.Col)
}

// Severity says whether a diagnostic stops the run.
type Severity int

// Errors stop a run before anything is submitted; warnings do not.
const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Snippet is the source line a range starts on, cut to a window when it is long.
type Snippet struct {
	Text string // without line ending
	Col  int    // 1-based column of the range's start within Text, in code points
	Len  int    // code points to underline, at least 1
}

// Note adds a second place, or a remark such as the expansion that led here.
type Note struct {
	Label   string // "expansion", "template", "also here" …
	Text    string
	Range   Range // optional
	Snippet *Snippet
}

// Diagnostic is one finding. Summary says what is wrong in one line without a full
// stop, Detail why, Hint what to do.
type Diagnostic struct {
	Severity Severity
	Code     string // stable slug for scripts, such as "unknown-key"
	Summary  string
	Detail   string
	Hint     string
	Range    Range
	Snippet  *Snippet
	Notes    []Note
	// Group marks findings that differ only in the expansion they were met in: of one
	// group at one place the first is shown and the rest are counted.
	Group string
	Count int // findings that this one stands for; 0 and 1 mean one
}

// String is the first line of the text form.
func (d Diagnostic) String() string {
	at := d.Range.String()
	if at != "" {
		at += ": "
	}
	return at + d.Severity.String() + ": " + d.Summary
}

// List is a set of diagnostics.
type List []Diagnostic

// HasErrors says whether any of them stops the run.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Count returns how many errors and warnings there are.
func (l List) Count() (errs, warnings int) {
	for _, d := range l {
		if d.Severity == Error {
			errs++
		} else {
			warnings++
		}
	}
	return errs, warnings
}

// Sort orders the list by file and position, and merges findings that say the same
// about the same place (one template that fails for every row, say), keeping the
// first and counting the rest.
func (l List) Sort() List {
	slices.SortStableFunc(l, Compare)
	out := l[:0]
	for _, d := range l {
		d.Count = max(d.Count, 1)
		if n := len(out); n > 0 && same(out[n-1], d) {
			out[n-1].Count += d.Count
			continue
		}
		out = append(out, d)
	}
	return out
}

// Compare orders diagnostics by place, then by what they say.
func Compare(a, b Diagnostic) int {
	return cmp.Or(
		strings.Compare(a.Range.File, b.Range.File),
		cmp.Compare(a.Range.Start.Line, b.Range.Start.Line),
		cmp.Compare(a.Range.Start.Col, b.Range.Start.Col),
		cmp.Compare(a.Range.End.Col, b.Range.End.Col),
		cmp.Compare(a.Severity, b.Severity),
		strings.Compare(a.Code, b.Code),
		strings.Compare(a.Group, b.Group),
		compareNotes(a.Notes, b.Notes),
		strings.Compare(a.Summary, b.Summary),
	)
}

func compareNotes(a, b []Note) int {
	return slices.CompareFunc(a, b, func(a, b Note) int {
		return cmp.Or(
			strings.Compare(a.Range.File, b.Range.File),
			cmp.Compare(a.Range.Start.Line, b.Range.Start.Line),
			strings.Compare(a.Text, b.Text),
		)
	})
}

func same(a, b Diagnostic) bool {
	if a.Range != b.Range || a.Severity != b.Severity || a.Code != b.Code || a.Group != b.Group {
		return false
	}
	return a.Group != "" || a.Summary == b.Summary
}

// window is the longest source line kept whole, in code points.
const window = 240

// NewSnippet shows a range of a source line, which may be very long.
func NewSnippet(line string, r Range) *Snippet {
	col := max(r.Start.Col, 1)
	length := 1
	switch {
	case r.End.Line == r.Start.Line && r.End.Col > r.Start.Col:
		length = r.End.Col - r.Start.Col
	case r.End.Line > r.Start.Line:
		length = max(utf8.RuneCountInString(line)-col+1, 1)
	}
	if len(line) <= window {
		return &Snippet{Text: strings.ToValidUTF8(line, "\uFFFD"), Col: col, Len: length}
	}
	// Long lines are cut to a window around the caret, without decoding all of them.
	start, at := 0, 1
	for at < col-window/3 && start < len(line) {
		_, n := utf8.DecodeRuneInString(line[start:])
		start, at = start+n, at+1
	}
	end, n := start, 0
	for n < window && end < len(line) {
		_, k := utf8.DecodeRuneInString(line[end:])
		end, n = end+k, n+1
	}
	text := strings.ToValidUTF8(line[start:end], "\uFFFD")
	col -= at - 1
	if start > 0 {
		text, col = "…"+text, col+1
	}
	if end < len(line) {
		text += "…"
	}
	return &Snippet{Text: text, Col: col, Len: length}
}
