// Package view writes everything that the command line shows: for people with colour
// where the terminal has it, as JSON for scripts, as workflow annotations and as
// Markdown for pull requests. It is the only package that prints.
//
// Results go to the output, talk to the error stream, so a pipe never carries both.
// Whatever comes from manifests, data or servers is cleaned of control characters
// first: a prompt must not be able to move the cursor.
package view

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"sync"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// Options say how to show things.
type Options struct {
	Out, Err io.Writer
	Color    bool
	Width    int  // columns of the terminal, 0 = not a terminal
	Bars     bool // the error stream is a terminal that can be redrawn
	JSON     bool // NDJSON events on Out, talk on Err
	Quiet    bool
	Verbose  bool
}

// View shows things. It is safe for concurrent use.
type View struct {
	Options
	mu sync.Mutex
}

// New makes a view.
func New(o Options) *View { return &View{Options: o} }

// Say writes one line of talk, unless it should be quiet.
func (v *View) Say(format string, args ...any) {
	if v.Quiet {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	fmt.Fprintln(v.Err, clean(fmt.Sprintf(format, args...)))
}

// Line writes one line of result.
func (v *View) Line(format string, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	fmt.Fprintln(v.Out, clean(fmt.Sprintf(format, args...)))
}

// Raw writes a document, such as a schema, as it is.
func (v *View) Raw(b []byte) error {
	_, err := v.Out.Write(b)
	return err
}

// Data writes one JSON value on one line.
func (v *View) Data(value any) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	enc := json.NewEncoder(v.Out)
	enc.SetEscapeHTML(false)
	return enc.Encode(value)
}

// Document writes one JSON value, indented.
func (v *View) Document(value any) error {
	enc := json.NewEncoder(v.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}

// Failure writes why a command stopped and, where there is one, what to do.
func (v *View) Failure(message, hint string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	fmt.Fprintln(v.Err, v.red("error:")+" "+clean(message))
	if hint != "" {
		fmt.Fprintln(v.Err, v.cyan("  fix:")+" "+clean(hint))
	}
}

// Warning writes what a user should know although it stops nothing.
func (v *View) Warning(format string, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	fmt.Fprintln(v.Err, v.yellow("note:")+" "+clean(fmt.Sprintf(format, args...)))
}

func (v *View) paint(code, s string) string {
	if !v.Color || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

func (v *View) red(s string) string    { return v.paint("31", s) }
func (v *View) green(s string) string  { return v.paint("32", s) }
func (v *View) yellow(s string) string { return v.paint("33", s) }
func (v *View) blue(s string) string   { return v.paint("34", s) }
func (v *View) cyan(s string) string   { return v.paint("36", s) }
func (v *View) dim(s string) string    { return v.paint("2", s) }
func (v *View) bold(s string) string   { return v.paint("1", s) }

// clean keeps line ends and tabs and shows every other control character as a
// visible mark, bidirectional overrides included.
func clean(s string) string {
	if !strings.ContainsFunc(s, isControl) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isControl(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

func isControl(r rune) bool {
	if r == '\n' || r == '\t' {
		return false
	}
	return unicode.IsControl(r) || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == '\u2028' || r == '\u2029'
}

// oneLine folds a text into one line of at most width columns.
func oneLine(s string, width int) string {
	s = strings.Join(strings.Fields(clean(s)), " ")
	if width > 0 && runewidth.StringWidth(s) > width {
		return runewidth.Truncate(s, width, "…")
	}
	return s
}

// pad fills s with spaces to width columns.
func pad(s string, width int) string { return runewidth.FillRight(s, width) }

// Table writes rows under a header, aligned; in JSON mode each row is an object.
func (v *View) Table(header []string, rows [][]string) error {
	if v.JSON {
		for _, row := range rows {
			o := map[string]string{}
			for i, name := range header {
				o[strings.ToLower(name)] = row[i]
			}
			if err := v.Data(o); err != nil {
				return err
			}
		}
		return nil
	}
	widths := make([]int, len(header))
	for _, row := range append([][]string{header}, rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], runewidth.StringWidth(oneLine(cell, 0)))
		}
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	for i, row := range append([][]string{header}, rows...) {
		var b strings.Builder
		for j, cell := range row {
			cell = oneLine(cell, 0)
			if j < len(row)-1 {
				cell = pad(cell, widths[j]) + "  "
			}
			b.WriteString(cell)
		}
		line := strings.TrimRight(b.String(), " ")
		if i == 0 {
			line = v.dim(line)
		}
		if _, err := fmt.Fprintln(v.Out, line); err != nil {
			return err
		}
	}
	return nil
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// seconds shows a length of video: "20 s", "1 min 30 s", "2 h 5 min".
func seconds(s float64) string {
	n := int(s + 0.5)
	switch {
	case n < 120:
		return fmt.Sprintf("%d s", n)
	case n < 7200:
		return strings.TrimSuffix(fmt.Sprintf("%d min %d s", n/60, n%60), " 0 s")
	}
	return strings.TrimSuffix(fmt.Sprintf("%d h %d min", n/3600, n/60%60), " 0 min")
}

func dollars(c *float64) string {
	switch {
	case c == nil:
		return "cost not known"
	case *c == 0:
		return "free"
	}
	return fmt.Sprintf("$%.2f", *c)
}

// Finding shows the state of one thing that is needed.
func (v *View) Finding(name string, ok bool, detail, fix string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	mark := v.green("ok     ")
	if !ok {
		mark = v.red("missing")
	}
	fmt.Fprintln(v.Out, strings.TrimRight(mark+" "+pad(clean(name), 14)+" "+clean(detail), " "))
	if !ok && fix != "" {
		fmt.Fprintln(v.Out, "        "+v.cyan("fix: ")+clean(fix))
	}
}
