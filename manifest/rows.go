package manifest

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/manifest/diag"
)

// maxData is the largest data file, in bytes, and maxRows the most rows of one.
const (
	maxData = 64 << 20
	maxRows = 1_000_000
)

// table is a data source: named columns and rows of text, or rows of any values.
type table struct {
	columns []string // sorted union for values
	cells   [][]string
	dicts   []shared
	lines   []int32 // where each row begins; nil for inline lists
	src     *source // nil for inline lists
	nodes   []*node // inline lists
}

func (t *table) len() int { return max(len(t.cells), len(t.dicts)) }

// row is one row as templates see it.
type row struct {
	table *table
	at    int
}

func (r row) get(name string) (any, bool) {
	if r.table.dicts != nil {
		v, ok := r.table.dicts[r.at][name]
		return v, ok
	}
	for i, c := range r.table.columns {
		if c == name {
			return r.table.cells[r.at][i], true
		}
	}
	return nil, false
}

// dict is the row in the form that text/template and sprig understand.
func (r row) dict() shared {
	if r.table.dicts != nil {
		return r.table.dicts[r.at]
	}
	d := make(shared, len(r.table.columns))
	for i, c := range r.table.columns {
		d[c] = r.table.cells[r.at][i]
	}
	return d
}

// rng is where a row is written.
func (r row) rng() (diag.Range, *source) {
	switch {
	case r.table.nodes != nil:
		n := r.table.nodes[r.at]
		return n.rng(), n.src
	case r.table.lines != nil:
		return span(r.table.src, r.table.lines[r.at], 1, 1), r.table.src
	}
	return diag.Range{}, nil
}

// name is how messages call the row: its line in a file, its place in a list.
func (r row) name() string {
	if r.table.lines != nil {
		return fmt.Sprintf("line %d of %s", r.table.lines[r.at], r.table.src.name)
	}
	return "item " + strconv.Itoa(r.at+1) + " of the list"
}

// dataError is a data file that cannot be read, at a line of it (0 = all of it).
type dataError struct {
	line, col int
	summary   string
	hint      string
}

func (e *dataError) Error() string { return e.summary }

// readTable parses a data file by its format: csv, tsv, json, jsonl or yaml.
func readTable(src *source, format, encoding string, report func(diag.Diagnostic)) (*table, error) {
	data, err := toUTF8(src.data, encoding)
	if err != nil {
		return nil, err
	}
	src.data = data // positions and snippets are of the decoded text
	switch format {
	case "csv", "tsv":
		return readCSV(src, format == "tsv")
	case "json":
		return readJSON(src)
	case "jsonl", "ndjson":
		return readJSONL(src)
	case "yaml", "yml":
		root := parseYAML(src, data, 0, report)
		if root == nil {
			return nil, errReported
		}
		return listTable(root)
	}
	return nil, &dataError{summary: fmt.Sprintf("a data file cannot be .%s", format),
		hint: "use csv, tsv, json, jsonl or yaml, or name it with format:"}
}

var errReported = errors.New("reported")

// formatOf guesses a data file's format from its name.
func formatOf(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
}

func readCSV(src *source, tabs bool) (*table, error) {
	r := csv.NewReader(bytes.NewReader(src.data))
	r.FieldsPerRecord = -1
	if tabs {
		r.Comma, r.LazyQuotes = '\t', true
	} else {
		r.Comma = delimiter(src.data)
	}
	t := &table{src: src}
	for {
		rec, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			var pe *csv.ParseError
			if errors.As(err, &pe) {
				hint := "put the whole cell in double quotes, and double a quote inside it"
				return nil, &dataError{line: pe.Line, col: pe.Column, summary: "this row cannot be read: " + pe.Err.Error(), hint: hint}
			}
			return nil, &dataError{summary: err.Error()}
		}
		line, _ := r.FieldPos(0)
		if t.columns == nil {
			if err := t.header(rec, line); err != nil {
				return nil, err
			}
			continue
		}
		if len(rec) != len(t.columns) {
			if blank(rec) {
				continue // a spreadsheet's empty last rows
			}
			return nil, &dataError{line: line, summary: fmt.Sprintf("this row has %d cells, the header has %d", len(rec), len(t.columns)),
				hint: "put cells that hold a comma in double quotes"}
		}
		if blank(rec) {
			continue
		}
		if len(t.cells) >= maxRows {
			return nil, &dataError{line: line, summary: fmt.Sprintf("more than %d rows", maxRows), hint: "split the file"}
		}
		t.cells = append(t.cells, rec)
		t.lines = append(t.lines, int32(line))
	}
	if t.columns == nil {
		return nil, &dataError{summary: "the file is empty", hint: "its first line names the columns"}
	}
	if t.cells == nil {
		t.cells, t.lines = [][]string{}, []int32{}
	}
	return t, nil
}

// delimiter is what separates cells: spreadsheets in much of Europe write semicolons.
func delimiter(b []byte) rune {
	line := b
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		line = b[:i]
	}
	if bytes.Count(line, []byte(",")) == 0 && bytes.Count(line, []byte(";")) > 0 {
		return ';'
	}
	return ','
}

func blank(rec []string) bool {
	for _, c := range rec {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

func (t *table) header(rec []string, line int) error {
	for i, c := range rec {
		c = strings.TrimSpace(c)
		if c == "" {
			return &dataError{line: line, summary: fmt.Sprintf("column %d has no name", i+1), hint: "the first line names every column"}
		}
		if slices.Contains(t.columns, c) {
			return &dataError{line: line, summary: fmt.Sprintf("two columns are called %q", c), hint: "give each its own name"}
		}
		t.columns = append(t.columns, c)
	}
	return nil
}

func readJSON(src *source) (*table, error) {
	t := &table{src: src, dicts: []shared{}, lines: []int32{}}
	dec := json.NewDecoder(bytes.NewReader(src.data))
	dec.UseNumber()
	counter := lineCounter{data: src.data}
	fail := func(err error) error {
		off := dec.InputOffset()
		var se *json.SyntaxError
		var te *json.UnmarshalTypeError
		switch {
		case errors.As(err, &se):
			off = se.Offset
		case errors.As(err, &te):
			return &dataError{line: counter.line(off), summary: "every item of the list must be an object", hint: "write [{\"name\": \"value\"}, …]"}
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return &dataError{line: counter.line(int64(len(src.data))), summary: "the file ends in the middle"}
		}
		return &dataError{line: (&lineCounter{data: src.data}).line(max(off-1, 0)), summary: "this is not JSON: " + err.Error()}
	}
	tok, err := dec.Token()
	if err != nil {
		return nil, fail(err)
	}
	if tok != json.Delim('[') {
		return nil, &dataError{line: 1, summary: "the file must hold a list of objects", hint: "write [{\"name\": \"value\"}, …]"}
	}
	for dec.More() {
		off := dec.InputOffset()
		for off < int64(len(src.data)) && bytes.IndexByte([]byte(" \t\r\n,"), src.data[off]) >= 0 {
			off++
		}
		var m map[string]any
		if err := dec.Decode(&m); err != nil {
			return nil, fail(err)
		}
		if err := t.add(m, counter.line(off)); err != nil {
			return nil, err
		}
	}
	if _, err := dec.Token(); err != nil {
		return nil, fail(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, &dataError{line: counter.line(dec.InputOffset()), summary: "there is more after the list", hint: "a file of one object a line is .jsonl"}
	}
	t.collect()
	return t, nil
}

func readJSONL(src *source) (*table, error) {
	t := &table{src: src, dicts: []shared{}, lines: []int32{}}
	sc := bufio.NewScanner(bytes.NewReader(src.data))
	sc.Buffer(nil, 16<<20)
	line := 0
	for sc.Scan() {
		line++
		text := bytes.TrimSpace(sc.Bytes())
		if len(text) == 0 {
			continue
		}
		dec := json.NewDecoder(bytes.NewReader(text))
		dec.UseNumber()
		var m map[string]any
		if err := dec.Decode(&m); err != nil {
			return nil, &dataError{line: line, summary: "this line is not a JSON object: " + err.Error(), hint: "each line is one {…}"}
		}
		if dec.More() {
			return nil, &dataError{line: line, summary: "there is more than one object on this line", hint: "each line is one {…}"}
		}
		if err := t.add(m, line); err != nil {
			return nil, err
		}
	}
	if sc.Err() != nil {
		return nil, &dataError{line: line + 1, summary: "a line is longer than 16 MB"}
	}
	t.collect()
	return t, nil
}

func (t *table) add(m map[string]any, line int) error {
	if m == nil {
		return &dataError{line: line, summary: "a row cannot be null", hint: "each row is an object"}
	}
	if len(t.dicts) >= maxRows {
		return &dataError{line: line, summary: fmt.Sprintf("more than %d rows", maxRows), hint: "split the file"}
	}
	t.dicts = append(t.dicts, freeze(plainNumbers(m)).(shared))
	t.lines = append(t.lines, int32(line))
	return nil
}

// plainNumbers turns JSON numbers into int, or float64, or the text that was written
// where neither would print the same.
func plainNumbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if i, err := strconv.Atoi(v.String()); err == nil {
			return i
		}
		return floatOrText(v.String())
	case map[string]any:
		for k, kid := range v {
			v[k] = plainNumbers(kid)
		}
		return v
	case []any:
		for i, kid := range v {
			v[i] = plainNumbers(kid)
		}
	}
	return v
}

// listTable is a list of maps that a YAML file or the manifest itself holds.
func listTable(root *node) (*table, error) {
	if root.kind != kindList {
		return nil, &dataError{line: int(root.line), summary: "the rows must be a list of maps", hint: "write - name: value"}
	}
	t := &table{src: root.src, dicts: []shared{}, nodes: []*node{}}
	for _, kid := range root.kids {
		if kid.kind != kindMap {
			return nil, &dataError{line: int(kid.line), col: int(kid.col), summary: "a row is " + kid.kind.String() + ", it must be a map", hint: "write - name: value"}
		}
		if err := t.add(kid.value().(map[string]any), int(kid.line)); err != nil {
			return nil, err
		}
		t.nodes = append(t.nodes, kid)
	}
	t.lines = nil
	t.collect()
	return t, nil
}

// collect gathers the column names for messages.
func (t *table) collect() {
	seen := map[string]bool{}
	for _, d := range t.dicts {
		for k := range d {
			if !seen[k] && len(seen) < 1000 {
				seen[k] = true
				t.columns = append(t.columns, k)
			}
		}
	}
	slices.Sort(t.columns)
}

// lineCounter turns rising offsets into line numbers without counting twice.
type lineCounter struct {
	data []byte
	off  int64
	n    int
}

func (c *lineCounter) line(off int64) int {
	if off < c.off {
		c.off, c.n = 0, 0
	}
	off = min(off, int64(len(c.data)))
	c.n += bytes.Count(c.data[c.off:off], []byte("\n"))
	c.off = off
	return c.n + 1
}
