package manifest

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/schema"
)

// At says where a field of Spec came from: a JSON pointer such as /positivePrompt or
// /brand/logo, /key and /output, or "" for the entry itself. It is meant for messages,
// not for loops over many entries.
func (e *Entry) At(pointer string) diag.Range {
	it := e.item
	n := it.load()
	if n == nil {
		return diag.Range{File: it.u.src.name, Start: diag.Pos{Line: it.line, Col: 1}}
	}
	own := &item{u: it.u, node: n}
	if pointer == "" {
		return own.keyPlace()
	}
	if pointer == "/output" {
		if n.get("output") == nil && it.u.output != nil && it.u.header.get("defaults").get("output") == nil {
			return it.u.output.rng()
		}
	}
	written := own.written()
	at, all := written.at(pointer)
	if !all && at == written {
		return own.keyPlace()
	}
	return at.rng()
}

// load returns the item's node, parsing its chunk again when it was let go.
func (it *item) load() *node {
	if it.node != nil {
		return it.node
	}
	nodes, ok := it.chunk.items(func(diag.Diagnostic) {})
	if !ok || it.at >= len(nodes) {
		return nil
	}
	return nodes[it.at]
}

// expansion names the matrix combination and the row that an entry was made from.
func (e *Entry) expansion() string {
	text := ""
	if e.combo.text != "" {
		text = "matrix: " + e.combo.text
	}
	if e.row.table != nil {
		if text != "" {
			text += "; "
		}
		text += e.row.name()
	}
	return text
}

// expansionNote is the expansion as a remark, with the row's own place.
func (e *Entry) expansionNote() diag.Note {
	n := diag.Note{Label: "expansion", Text: e.Expansion}
	if e.row.table != nil {
		n.Range, _ = e.row.rng()
	}
	return n
}

// outputs evaluates the output pattern for every result.
func (w *worker) outputs(it *item, e *Entry, ctx map[string]any) {
	n := max(e.Spec.NumberResults, 1)
	e.Outputs = make([]string, 0, n)
	for i := 1; i <= n; i++ {
		ctx["suffix"] = suffix(i)
		if it.output == nil {
			e.Outputs = append(e.Outputs, "out/"+e.Key+suffix(i)+"."+ctx["ext"].(string))
			continue
		}
		s, ok := w.text(it.u, it.output, ctx)
		if !ok {
			return
		}
		p, problem, hint := outputPath(s, ctx["ext"].(string))
		if problem != "" {
			w.report(it.u, it.output, diag.Diagnostic{Code: "output", Summary: problem, Hint: hint, Group: "output" + hint})
			return
		}
		e.Outputs = append(e.Outputs, p)
	}
}

// reservedName are file names that Windows keeps for devices.
var reservedName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)

// outputPath cleans an output path, or says why it cannot be written to.
func outputPath(s, ext string) (clean, problem, hint string) {
	p, derr := localPath(s)
	if derr != nil {
		return "", "output: " + derr.summary, "outputs stay inside the manifest's folder, such as out/{{ .key }}.{{ .ext }}"
	}
	for _, c := range s {
		if c < ' ' || c == 0x7f || strings.ContainsRune(`<>:"|?*`, c) {
			return "", fmt.Sprintf("the output path %q holds %q, which not every disk can store", clip(s), c), "use letters, digits, dots, dashes, underscores and slashes"
		}
	}
	if strings.HasSuffix(s, "/") || p == "." {
		return "", fmt.Sprintf("the output path %q names a folder", clip(s)), "end it in {{ .key }}{{ .suffix }}.{{ .ext }}"
	}
	for part := range strings.SplitSeq(p, "/") {
		switch {
		case part == ".render" || part == ".git":
			return "", fmt.Sprintf("the output path %s lies in %s", clip(p), part), "that folder is not for videos: use out/"
		case reservedName.MatchString(part) || strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") || len(part) > 200:
			return "", fmt.Sprintf("the output path has a part %q that not every disk can store", clip(part)), "choose another name"
		}
	}
	if got := strings.ToLower(strings.TrimPrefix(path.Ext(p), ".")); got != ext {
		return "", fmt.Sprintf("the output path %s does not end in .%s", clip(p), ext), "the ending follows outputFormat: write .{{ .ext }}"
	}
	return p, "", ""
}

var uuidForm = regexp.MustCompile(`^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$`)
var base64Form = regexp.MustCompile(`^[A-Za-z0-9+/\r\n]{64,}={0,2}$`)

// IsLocalImage tells a path in inputs.image from a UUID, URL, data URI or base64.
func IsLocalImage(s string) bool {
	return s != "" && !strings.Contains(s, "://") && !strings.HasPrefix(s, "data:") &&
		!uuidForm.MatchString(s) && (!base64Form.MatchString(s) || path.Ext(s) != "")
}

// inspect checks what the schema cannot see: files, references to the environment, and
// fields that mean nothing to the provider.
func (w *worker) inspect(it *item, e *Entry) {
	s := &e.Spec
	if b := s.Brand; b != nil {
		if b.Logo != "" {
			w.input(it, e, "/brand/logo", b.Logo, oneFile)
		}
		if b.Font != nil {
			for i, f := range b.Font.Files {
				w.input(it, e, "/brand/font/files/"+strconv.Itoa(i), f, manyFiles)
			}
		}
	}
	if s.Inputs != nil && IsLocalImage(s.Inputs.Image) {
		w.input(it, e, "/inputs/image", s.Inputs.Image, oneFile)
	}
	if s.Voice != nil && s.Voice.Sample != "" {
		w.input(it, e, "/voice/sample", s.Voice.Sample, oneFile)
	}
	if s.Music != nil && s.Music.File != "" {
		w.input(it, e, "/music/file", s.Music.File, oneFile)
	}
	for i, f := range s.Context {
		w.input(it, e, "/context/"+strconv.Itoa(i), f, manyFiles)
	}
	for i, a := range s.Assets {
		w.input(it, e, "/assets/"+strconv.Itoa(i)+"/path", a.Path, manyFiles)
	}
	if s.Storyboard != "" {
		w.input(it, e, "/storyboard", s.Storyboard, oneFile)
	}
	if s.Storyboard != "" || len(s.Edits)+len(s.Assets) > 0 {
		w.mentions(it, e)
	}
	w.references(it, s)
	if it.u.file.Provider.Name == "runware" {
		w.inspectHosted(it, s)
		return
	}
	if s.TTL != 0 {
		w.warn(it, "/ttl", "no-effect", "ttl means nothing to the local engine", "a file on disk stays until it is removed", "remove it, or use provider: runware")
	}
}

func (w *worker) warn(it *item, pointer, code, summary, detail, hint string) {
	n, _ := it.written().at(pointer)
	w.report(it.u, n, diag.Diagnostic{Severity: diag.Warning, Code: code, Summary: summary, Detail: detail, Hint: hint, Group: code + pointer})
}

func (w *worker) refuse(it *item, pointer, code, summary, detail, hint string) {
	n, _ := it.written().at(pointer)
	w.report(it.u, n, diag.Diagnostic{Code: code, Summary: summary, Detail: detail, Hint: hint, Group: code + pointer})
}

const (
	oneFile   = false
	manyFiles = true
)

// input adds the files behind a path to the entry's inputs.
func (w *worker) input(it *item, e *Entry, field, p string, many bool) {
	got := it.u.folder.find(p)
	if got.err == nil && !many && !got.single {
		w.refuse(it, field, "file", p+" is a folder or a pattern, this takes one file", "", "name the file in it")
		return
	}
	if got.err != nil {
		w.refuse(it, field, "file", got.err.summary, "", got.err.hint)
		return
	}
	for _, f := range got.files {
		e.Inputs = append(e.Inputs, Input{Field: field, Path: f})
	}
}

// references checks ${env:NAME}: whole in delivery fields, nowhere else.
func (w *worker) references(it *item, s *Spec) {
	for _, f := range [...]struct{ pointer, text string }{{"/webhookURL", s.WebhookURL}, {"/uploadEndpoint", s.UploadEndpoint}} {
		if f.text == "" {
			continue
		}
		filled, err := ResolveEnv(f.text, func(string) (string, bool) { return "https://x.example", true })
		if err != nil {
			w.refuse(it, f.pointer, "env", err.Error(), "", "write ${env:NAME}")
			continue
		}
		if strings.HasPrefix(f.text, "${env:") {
			continue // the variable holds the whole URL or its beginning
		}
		if u, err := url.Parse(filled); err != nil || u.Host == "" {
			w.refuse(it, f.pointer, "url", strings.TrimPrefix(f.pointer, "/")+" is not a URL", "", "for example https://example.com/path")
		}
	}
	if strings.Contains(s.PositivePrompt, "${env:") {
		w.refuse(it, "/positivePrompt", "env", "${env:…} is not allowed in a prompt",
			"the prompt decides what is rendered, and a variable would make it differ from machine to machine",
			"put the text under values:, or pass it with --set")
	}
}

// inspectHosted compares with what is known about the hosted model. The table is
// younger or older than the service, so it warns and never refuses.
func (w *worker) inspectHosted(it *item, s *Spec) {
	m := it.u.hosted
	if s.Model != m.Model {
		return
	}
	if s.Width > 0 && !slices.ContainsFunc(m.Sizes, func(z schema.Size) bool { return z.Width == s.Width && z.Height == s.Height }) {
		var sizes []string
		for _, z := range m.Sizes {
			sizes = append(sizes, fmt.Sprintf("%d×%d", z.Width, z.Height))
		}
		w.warn(it, "/width", "size", fmt.Sprintf("%d×%d is not a size that %s is known to make", s.Width, s.Height, m.Model),
			"it may be refused when it is submitted", "known sizes: "+strings.Join(sizes, ", "))
	}
	if s.Inputs != nil && s.Inputs.Avatar != "" && !slices.Contains(m.Avatars, s.Inputs.Avatar) {
		if near := diag.Nearest(s.Inputs.Avatar, m.Avatars); near != "" {
			w.warn(it, "/inputs/avatar", "avatar", fmt.Sprintf("%q looks like a misspelt avatar", s.Inputs.Avatar), "", "did you mean "+near+"?")
		}
	}
}
