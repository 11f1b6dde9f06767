package diag_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"gitops.video/render/manifest/diag"
)

func sample() diag.List {
	r := diag.Range{File: "videos.yaml", Start: diag.Pos{Line: 12, Col: 15}, End: diag.Pos{Line: 12, Col: 18}}
	other := diag.Range{File: "videos.yaml", Start: diag.Pos{Line: 3, Col: 1}, End: diag.Pos{Line: 3, Col: 5}}
	return diag.List{{
		Code: "maximum", Summary: "duration is 400, the most is 300", Detail: "longer videos are refused",
		Hint: "write a smaller one", Range: r, Snippet: diag.NewSnippet("    duration: 400", r), Count: 3,
		Notes: []diag.Note{
			{Label: "expansion", Text: "matrix: audience=smb"},
			{Label: "the other one", Range: other, Snippet: diag.NewSnippet("key: x", other)},
		},
	}}
}

func TestWriteText(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := sample().WriteText(&b, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	want := `videos.yaml:12:15: error: duration is 400, the most is 300
   |
12 |     duration: 400
   |               ^^^
   = why: longer videos are refused
   = help: write a smaller one
   = expansion: matrix: audience=smb
   = the other one: (videos.yaml:3:1)
   |
 3 | key: x
   | ----
   = and: 2 more videos with the same mistake

1 error
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestSnippetColumns(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, line string
		col, n     int
		width      int
		want       string
	}{
		{"wide characters", "日本: x", 5, 1, 0, "1 | 日本: x\n  |       ^\n"},
		{"tab", "\tx", 2, 1, 0, "1 |     x\n  |     ^\n"},
		{"behind the end", "ab", 3, 1, 0, "1 | ab\n  |   ^\n"},
		{"control characters", "a\x1b[2Jb", 6, 1, 0, "1 | a\uFFFD[2Jb\n  |      ^\n"},
		{"cut to the terminal", strings.Repeat("a", 50) + "X" + strings.Repeat("b", 50), 51, 1, 40,
			"1 | …" + strings.Repeat("a", 11) + "X" + strings.Repeat("b", 21) + "…\n  | " + strings.Repeat(" ", 12) + "^\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := diag.Range{File: "f", Start: diag.Pos{Line: 1, Col: tt.col}, End: diag.Pos{Line: 1, Col: tt.col + tt.n}}
			l := diag.List{{Summary: "s", Range: r, Snippet: diag.NewSnippet(tt.line, r)}}
			var b bytes.Buffer
			if err := l.WriteText(&b, diag.TextOptions{Width: tt.width}); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(b.String(), tt.want) {
				t.Errorf("got\n%s\nwant inside\n%s", b.String(), tt.want)
			}
		})
	}
}

func TestLongLineIsCutAroundTheCaret(t *testing.T) {
	t.Parallel()
	r := diag.Range{File: "f", Start: diag.Pos{Line: 1, Col: 5_000_000}}
	s := diag.NewSnippet(strings.Repeat("é", 4_999_999)+"X"+strings.Repeat("y", 1000), r)
	if len(s.Text) > 1000 || []rune(s.Text)[s.Col-1] != 'X' {
		t.Errorf("cut to %d bytes, caret at %q", len(s.Text), []rune(s.Text)[s.Col-1])
	}
}

func TestWriteJSONAndGitHub(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := sample().WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var d map[string]any
	if err := json.Unmarshal(b.Bytes(), &d); err != nil || bytes.Count(b.Bytes(), []byte("\n")) != 1 {
		t.Fatalf("%s: %v", b.String(), err)
	}
	if d["line"] != 12.0 || d["column"] != 15.0 || d["code"] != "maximum" || d["count"] != 3.0 || len(d["notes"].([]any)) != 2 {
		t.Errorf("got %v", d)
	}
	b.Reset()
	if err := sample().WriteGitHub(&b); err != nil {
		t.Fatal(err)
	}
	want := "::error file=videos.yaml,line=12,col=15,endLine=12,endColumn=17,title=render%3A maximum::duration is 400, the most is 300%0Awhy: longer videos are refused%0Ahelp: write a smaller one%0A"
	if !strings.HasPrefix(b.String(), want) || strings.Count(b.String(), "\n") != 1 {
		t.Errorf("got %q", b.String())
	}
}

func TestTextNeverDrivesTheTerminal(t *testing.T) {
	t.Parallel()
	l := diag.List{{Summary: "a\x1b]0;owned\x07\u202eb", Detail: "\x9b31m", Range: diag.Range{File: "x\x1b"}}}
	var b bytes.Buffer
	if err := l.WriteText(&b, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "\x1b\x07\u202e\u009b") {
		t.Errorf("control characters in %q", b.String())
	}
}

func TestSortMergesOneMistakeOfManyRows(t *testing.T) {
	t.Parallel()
	at := diag.Range{File: "a.yaml", Start: diag.Pos{Line: 2, Col: 1}}
	row := func(line int) []diag.Note {
		return []diag.Note{{Label: "expansion", Range: diag.Range{File: "d.csv", Start: diag.Pos{Line: line}}}}
	}
	l := diag.List{
		{Code: "c", Group: "g", Summary: "is 12", Range: at, Notes: row(12)},
		{Code: "c", Group: "g", Summary: "is 9", Range: at, Notes: row(9)},
		{Code: "c", Group: "h", Summary: "is 10", Range: at, Notes: row(10)},
		{Code: "c", Summary: "first file", Range: diag.Range{File: "A.yaml"}},
	}.Sort()
	if len(l) != 3 || l[0].Summary != "first file" || l[1].Summary != "is 9" || l[1].Count != 2 || l[2].Count != 1 {
		t.Errorf("got %+v", l)
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	names := []string{"duration", "width", "height", "outputFormat"}
	for word, want := range map[string]string{
		"durration": "duration", "Width": "width", "hieght": "height", "outputformat": "outputFormat",
		"colour": "", "x": "", "": "", strings.Repeat("d", 10000): "",
	} {
		if got := diag.Nearest(word, names); got != want {
			t.Errorf("Nearest(%.20q) = %q, want %q", word, got, want)
		}
	}
}
