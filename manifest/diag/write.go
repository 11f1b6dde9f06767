package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// TextOptions say how the text form is laid out.
type TextOptions struct {
	Color bool
	Width int // columns of the terminal; 0 = do not wrap
}

// Control sequences of the text form.
const (
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	blue   = "\x1b[1;34m"
	green  = "\x1b[32m"
	reset  = "\x1b[0m"
)

// WriteText writes every diagnostic with its source line and a caret under the words
// it is about, and a last line that counts them.
func (l List) WriteText(w io.Writer, o TextOptions) error {
	p := &printer{o: o}
	for _, d := range l {
		p.diagnostic(d)
	}
	if errs, warnings := l.Count(); errs+warnings > 0 {
		p.b.WriteString(count(errs, warnings) + "\n")
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

func count(errs, warnings int) string {
	var parts []string
	if errs > 0 {
		parts = append(parts, plural(errs, "error"))
	}
	if warnings > 0 {
		parts = append(parts, plural(warnings, "warning"))
	}
	return strings.Join(parts, ", ")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// printer collects the text form.
type printer struct {
	b strings.Builder
	o TextOptions
}

func (p *printer) paint(color, s string) string {
	if !p.o.Color || s == "" {
		return s
	}
	return color + s + reset
}

func (p *printer) diagnostic(d Diagnostic) {
	color := red
	if d.Severity == Warning {
		color = yellow
	}
	if at := d.Range.String(); at != "" {
		p.b.WriteString(p.paint(bold, clean(at)) + ": ")
	}
	p.b.WriteString(p.paint(color, d.Severity.String()+":") + " " + p.paint(bold, clean(d.Summary)) + "\n")
	gutter := 1
	if d.Snippet != nil {
		gutter = len(strconv.Itoa(d.Range.Start.Line))
	}
	p.snippet(d.Snippet, d.Range.Start.Line, gutter, color, '^')
	if d.Detail != "" {
		p.remark(gutter, "why", d.Detail, blue)
	}
	if d.Hint != "" {
		p.remark(gutter, "help", d.Hint, green)
	}
	for _, n := range d.Notes {
		p.note(n, gutter)
	}
	if d.Count > 1 {
		p.remark(gutter, "and", plural(d.Count-1, "more video")+" with the same mistake", blue)
	}
	p.b.WriteByte('\n')
}

func (p *printer) note(n Note, gutter int) {
	text := n.Text
	if at := n.Range.String(); at != "" {
		if text != "" {
			text += " "
		}
		text += "(" + at + ")"
	}
	p.remark(gutter, n.Label, text, blue)
	if n.Snippet != nil {
		p.snippet(n.Snippet, n.Range.Start.Line, max(gutter, len(strconv.Itoa(n.Range.Start.Line))), blue, '-')
	}
}

// snippet writes a source line and underlines a part of it. Columns are measured as a
// terminal shows them: wide characters take two, tabs are written as spaces.
func (p *printer) snippet(s *Snippet, line, gutter int, color string, mark byte) {
	if s == nil {
		return
	}
	text, col, length := fitLine(s, p.o.Width-gutter-4)
	var shown, pad strings.Builder
	at, marked := 0, 0
	for _, r := range text {
		at++
		cell := string(r)
		switch {
		case r == '\t':
			cell = "    "
		case r < ' ' || r == 0x7f || r == utf8.RuneError && len(cell) != 3:
			cell = "\uFFFD"
		}
		shown.WriteString(cell)
		w := runewidth.StringWidth(cell)
		if at < col {
			pad.WriteString(strings.Repeat(" ", w))
		} else if at < col+length {
			marked += w
		}
	}
	if col > at+1 {
		pad.WriteString(strings.Repeat(" ", col-at-1))
	}
	bar := p.paint(blue, "|")
	number := strconv.Itoa(line)
	fmt.Fprintf(&p.b, "%*s %s\n", gutter, "", bar)
	fmt.Fprintf(&p.b, "%s %s %s\n", p.paint(blue, fmt.Sprintf("%*s", gutter, number)), bar, strings.TrimRight(shown.String(), " "))
	fmt.Fprintf(&p.b, "%*s %s %s%s\n", gutter, "", bar, pad.String(), p.paint(color, strings.Repeat(string(mark), max(marked, 1))))
}

// fitLine cuts a source line to a width, keeping the marked part in sight.
func fitLine(s *Snippet, width int) (text string, col, length int) {
	runes := []rune(s.Text)
	if width < 20 || len(runes) <= width {
		return s.Text, s.Col, s.Len
	}
	start := 0
	if s.Col+min(s.Len, width/2) > width-2 {
		start = min(max(s.Col-1-width/3, 0), len(runes))
	}
	end := min(start+width-2, len(runes))
	text, col = string(runes[start:end]), s.Col-start
	if start > 0 {
		text, col = "…"+text, col+1
	}
	length = min(s.Len, max(end-(s.Col-1), 1))
	if end < len(runes) {
		text += "…"
	}
	return text, col, length
}

// remark writes "= label: text", wrapped under itself.
func (p *printer) remark(gutter int, label, text, color string) {
	prefix := strings.Repeat(" ", gutter) + " = "
	indent := len(prefix) + len(label) + 2
	lines := wrap(clean(text), p.o.Width-indent)
	for i, l := range lines {
		if i == 0 {
			p.b.WriteString(prefix + p.paint(color, label+":") + " " + l + "\n")
		} else {
			p.b.WriteString(strings.Repeat(" ", indent) + l + "\n")
		}
	}
}

func wrap(s string, width int) []string {
	if width < 20 {
		return []string{s}
	}
	var lines []string
	cur := ""
	for word := range strings.FieldsSeq(s) {
		if cur != "" && runewidth.StringWidth(cur)+1+runewidth.StringWidth(word) > width {
			lines, cur = append(lines, cur), ""
		}
		if cur != "" {
			cur += " "
		}
		cur += word
	}
	return append(lines, cur)
}

// clean keeps a manifest's bytes from driving the terminal.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return '\uFFFD'
		}
		return r
	}, s)
}

// jsonDiagnostic is the JSON form; its fields are a contract with scripts.
type jsonDiagnostic struct {
	Severity  string     `json:"severity"`
	Code      string     `json:"code,omitempty"`
	Summary   string     `json:"summary"`
	Detail    string     `json:"detail,omitempty"`
	Hint      string     `json:"hint,omitempty"`
	File      string     `json:"file,omitempty"`
	Line      int        `json:"line,omitempty"`
	Column    int        `json:"column,omitempty"`
	EndLine   int        `json:"endLine,omitempty"`
	EndColumn int        `json:"endColumn,omitempty"`
	Source    string     `json:"source,omitempty"` // the line, cut when it is long
	Count     int        `json:"count,omitempty"`
	Notes     []jsonNote `json:"notes,omitempty"`
}

type jsonNote struct {
	Label  string `json:"label"`
	Text   string `json:"text,omitempty"`
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// WriteJSON writes one object a line.
func (l List) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, d := range l {
		j := jsonDiagnostic{
			Severity: d.Severity.String(), Code: d.Code, Summary: d.Summary, Detail: d.Detail, Hint: d.Hint,
			File: d.Range.File, Line: d.Range.Start.Line, Column: d.Range.Start.Col,
			EndLine: d.Range.End.Line, EndColumn: d.Range.End.Col,
		}
		if d.Snippet != nil {
			j.Source = d.Snippet.Text
		}
		if d.Count > 1 {
			j.Count = d.Count
		}
		for _, n := range d.Notes {
			j.Notes = append(j.Notes, jsonNote{n.Label, n.Text, n.Range.File, n.Range.Start.Line, n.Range.Start.Col})
		}
		if err := enc.Encode(j); err != nil {
			return err
		}
	}
	return nil
}

// WriteGitHub writes workflow commands, which GitHub shows beside the changed lines.
func (l List) WriteGitHub(w io.Writer) error {
	var b strings.Builder
	for _, d := range l {
		var props []string
		if f := d.Range.File; f != "" {
			props = append(props, "file="+escapeProperty(f))
		}
		if s, e := d.Range.Start, d.Range.End; s.Line > 0 {
			props = append(props, "line="+strconv.Itoa(s.Line))
			if s.Col > 0 {
				props = append(props, "col="+strconv.Itoa(s.Col))
			}
			if e.Line >= s.Line {
				props = append(props, "endLine="+strconv.Itoa(e.Line))
				// endColumn is inclusive, and only allowed within one line.
				if e.Line == s.Line && e.Col > s.Col {
					props = append(props, "endColumn="+strconv.Itoa(e.Col-1))
				}
			}
		}
		if d.Code != "" {
			props = append(props, "title="+escapeProperty("render: "+d.Code))
		}
		msg := d.Summary
		if d.Detail != "" {
			msg += "\nwhy: " + d.Detail
		}
		if d.Hint != "" {
			msg += "\nhelp: " + d.Hint
		}
		for _, n := range d.Notes {
			text := n.Text
			if at := n.Range.String(); at != "" {
				text = strings.TrimSpace(text + " (" + at + ")")
			}
			msg += "\n" + n.Label + ": " + text
		}
		if d.Count > 1 {
			msg += "\nand " + plural(d.Count-1, "more video") + " with the same mistake"
		}
		fmt.Fprintf(&b, "::%s %s::%s\n", d.Severity, strings.Join(props, ","), escapeMessage(msg))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func escapeMessage(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func escapeProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
