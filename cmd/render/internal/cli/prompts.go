package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"gitops.video/render/manifest"
	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine"
)

// Prompts take a millisecond each to look at, so not all of a large campaign's are:
// of the entries that one place in a manifest makes, the first few stand for all.
const (
	promptsPerPlace = 4
	promptsInAll    = 200
)

// promptWarnings are the known anti-patterns of the prompts, a warning each at the
// words themselves; the entries that share a mistake of one line are counted, not
// repeated. passedOver is the number of entries whose place in the manifest was not
// looked at any more.
func promptWarnings(batch *manifest.Batch) (out diag.List, passedOver int) {
	seen := map[string]int{}
	made, looked := map[diag.Range]int{}, map[diag.Range]int{}
	starts := map[int]diag.Range{} // of a warning: the prompt that it is in
	src := sourceLines{}
	all := 0
	for _, e := range batch.Selected() {
		place := e.At("/positivePrompt")
		made[place]++
		switch {
		case looked[place] == promptsPerPlace:
			continue
		case all == promptsInAll:
			passedOver++
			continue
		}
		looked[place]++
		all++
		if e.Spec.Storyboard != "" {
			continue // nobody reads this prompt
		}
		for _, f := range engine.LintPrompt(e.Spec.PositivePrompt) {
			at, snippet := src.inPrompt(place, e.Spec.PositivePrompt, f.Line, f.Col)
			d := diag.Diagnostic{
				Severity: diag.Warning, Code: "prompt-" + f.Rule, Summary: fmt.Sprintf("prompt line %d: %s", f.Line, f.Text),
				Detail: fmt.Sprintf("in the prompt of %s", e.Key), Hint: f.Help, Range: at, Snippet: snippet, Count: 1,
			}
			id := d.Range.String() + d.Summary
			if i, ok := seen[id]; ok {
				out[i].Count++
				continue
			}
			seen[id] = len(out)
			starts[len(out)] = place
			out = append(out, d)
		}
	}
	for i, d := range out {
		if d.Count == promptsPerPlace { // all that were looked at have it: the template does
			out[i].Count = made[starts[i]]
		}
	}
	return out, passedOver
}

// sourceLines are the lines of the files that diagnostics point into.
type sourceLines map[string][]string

// maxSource is the most that is read of one file for the sake of a snippet.
const maxSource = 8 << 20

func (s sourceLines) lines(file string) []string {
	if l, ok := s[file]; ok {
		return l
	}
	var lines []string
	if f, err := os.Open(file); err == nil { //nolint:gosec // the manifest that the user named
		if data, err := io.ReadAll(io.LimitReader(f, maxSource)); err == nil {
			lines = strings.Split(string(data), "\n")
		}
		_ = f.Close()
	}
	s[file] = lines
	return lines
}

// mark gives a finding its place, with the line that stands there.
func (s sourceLines) mark(d diag.Diagnostic, at diag.Range) diag.Diagnostic {
	d.Range = at
	if lines := s.lines(at.File); at.Start.Line >= 1 && at.Start.Line <= len(lines) {
		d.Snippet = diag.NewSnippet(lines[at.Start.Line-1], at)
	}
	return d
}

// inPrompt is the place in the manifest of a place in a prompt. Where a template
// has made the line, it is the template's line; where the value spans lines in
// another way than a block does, it is where the prompt begins.
func (s sourceLines) inPrompt(place diag.Range, prompt string, line, col int) (diag.Range, *diag.Snippet) {
	lines := s.lines(place.File)
	parts := strings.Split(prompt, "\n")
	if line < 1 || line > len(parts) || place.Start.Line < 1 || place.Start.Line > len(lines) {
		return place, nil
	}
	head := strings.TrimRight(lines[place.Start.Line-1], " \r")
	text := strings.TrimSpace(parts[line-1])
	n := place.Start.Line
	block := strings.HasSuffix(head, "|") || strings.HasSuffix(head, "|-") || strings.HasSuffix(head, "|+")
	if block {
		n += line
	}
	if n > len(lines) {
		return place, nil
	}
	source := strings.TrimRight(lines[n-1], "\r")
	at := diag.Range{File: place.File, Start: diag.Pos{Line: n, Col: 1 + utf8.RuneCountInString(source[:len(source)-len(strings.TrimLeft(source, " \t"))])}}
	switch i := strings.Index(source, text); {
	case i >= 0 && text != "":
		indent := utf8.RuneCountInString(parts[line-1][:strings.Index(parts[line-1], text)])
		at.Start.Col = utf8.RuneCountInString(source[:i]) + max(1, col-indent)
	case !block:
		return place, nil
	}
	return at, diag.NewSnippet(source, at)
}

// strangers are the presenters that entries of the local engine ask for and nobody is
// drawn for.
func strangers(batch *manifest.Batch) diag.List {
	var out diag.List
	src, seen := sourceLines{}, map[string]bool{}
	for _, e := range batch.Selected() {
		in := e.Spec.Inputs
		if in == nil || in.Avatar == "" || e.File.Provider.Name != "local" {
			continue
		}
		at := e.At("/inputs/avatar")
		id := at.String() + in.Avatar
		if seen[id] {
			continue
		}
		seen[id] = true
		if err := engine.CheckAvatar(in.Avatar); err != nil {
			out = append(out, src.mark(diag.Diagnostic{Code: "avatar", Summary: err.Error()}, at))
		}
	}
	return out
}

// unspoken are the durations that are shorter than the words of their prompts can be
// spoken in, and the voices, languages, styles and music that entries of the local engine
// name and it has none of. How long words take is known exactly only to the voice, so that all of
// them are warnings but the durations that are far too short. With voices of one's own,
// from a server or a folder, their names are not known here.
func unspoken(batch *manifest.Batch, ownVoices bool) diag.List {
	var out diag.List
	src, seen := sourceLines{}, map[string]bool{}
	looked, all := map[diag.Range]int{}, 0
	for _, e := range batch.Selected() {
		if e.File.Provider.Name != "local" {
			continue
		}
		warn := func(pointer, code string, severity diag.Severity, text, hint string) {
			at := e.At(pointer)
			id := at.String() + text
			if seen[id] {
				return
			}
			seen[id] = true
			if at.Start.Line < 1 {
				at = e.At("/positivePrompt")
			}
			out = append(out, src.mark(diag.Diagnostic{Severity: severity, Code: code, Summary: text, Hint: hint}, at))
		}
		s := e.Spec
		if v := s.Voice; v != nil && v.Sample == "" && !ownVoices {
			if err := engine.CheckVoice(v.Name); err != nil {
				warn("/voice", "voice", diag.Warning, err.Error(), "another one speaks")
			}
		}
		if !ownVoices {
			if err := engine.CheckLanguage(s.Language); err != nil {
				warn("/language", "language", diag.Warning, err.Error(), "the words are spoken as their own language, where it can be told")
			}
		}
		if err := engine.CheckStyle(s.Style); err != nil {
			warn("/style", "style", diag.Warning, err.Error(), "")
		} else if s.Brand != nil && s.Style == "" {
			if err := engine.CheckStyle(s.Brand.Style); err != nil {
				warn("/brand/style", "style", diag.Warning, err.Error(), "")
			}
		}
		if m := s.Music; m != nil && m.File == "" && !m.Off {
			if err := engine.CheckMood(m.Mood); err != nil {
				warn("/music", "music", diag.Warning, err.Error(), "the style's own is played")
			}
		}
		place := e.At("/positivePrompt")
		if s.Storyboard != "" || s.Fit != "" || s.Duration == 0 || len(s.Edits) > 0 || looked[place] == promptsPerPlace || all == promptsInAll {
			continue
		}
		looked[place]++
		all++
		if need := engine.TooLong(s.PositivePrompt, float64(s.Duration)); need > 0 {
			severity := diag.Warning
			if need > 1.25*float64(s.Duration) {
				severity = diag.Error
			}
			warn("/duration", "duration", severity, fmt.Sprintf("the prompt's words take about %.0f s at least, and the video lasts %d s", need, s.Duration), "give it more time, fewer words, or fit: trim or extend")
		}
	}
	return out
}

// pinnedBoards are the mistakes in the storyboards that entries pin, each file
// looked at once.
func pinnedBoards(batch *manifest.Batch, ownVoices bool) diag.List {
	var out diag.List
	seen := map[string]bool{}
	for _, e := range batch.Selected() {
		if e.Spec.Storyboard == "" {
			continue
		}
		name := filepath.Join(e.File.Dir, filepath.FromSlash(e.Spec.Storyboard))
		if seen[name] {
			continue
		}
		seen[name] = true
		f, err := os.Open(name) //nolint:gosec // loading has found it inside the manifest's folder
		if err != nil {
			continue // loading has said so
		}
		data, err := io.ReadAll(io.LimitReader(f, maxSource))
		_ = f.Close()
		if err != nil {
			continue
		}
		root, err := os.OpenRoot(e.File.Dir)
		if err != nil {
			continue
		}
		out = append(out, engine.CheckStoryboard(name, data, root.FS(), ownVoices)...)
		_ = root.Close()
	}
	return out
}
