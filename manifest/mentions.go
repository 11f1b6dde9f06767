package manifest

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// maxBoard bounds the storyboard that is looked through.
const maxBoard = 4 << 20

// mentions finds the files that an entry does not list but its storyboard and its
// edits name, and what stands beside an asset and describes it: they decide its
// picture like any other. A storyboard that cannot be read
// as one names none; whoever draws it says what is wrong.
func (w *worker) mentions(it *item, e *Entry) {
	var names []string
	if s := e.Spec.Storyboard; s != "" {
		if body, err := it.u.folder.readFile(s, maxBoard); err == nil {
			names = boardFiles(body)
		}
	}
	for _, edit := range e.Spec.Edits {
		names = append(names, editFiles(edit)...)
	}
	for _, a := range e.Spec.Assets {
		if it.u.folder.find(a.Path).single { // a folder's own are among its files
			p := path.Clean(a.Path)
			names = append(names, strings.TrimSuffix(p, path.Ext(p))+".txt", path.Join(path.Dir(p), "tags.yaml"))
		}
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		got := it.u.folder.find(name)
		if got.err != nil || !got.single || slices.ContainsFunc(e.Inputs, func(in Input) bool { return in.Path == got.files[0] }) {
			continue
		}
		e.Spec.Mentions = append(e.Spec.Mentions, got.files[0])
		e.Inputs = append(e.Inputs, Input{Field: "/storyboard", Path: got.files[0]})
	}
}

// boardFiles are the files that a storyboard names.
func boardFiles(body []byte) []string {
	var board struct {
		Look struct {
			Logo      string   `yaml:"logo"`
			FontFiles []string `yaml:"fontFiles"`
		} `yaml:"look"`
		Voice     struct{ Sample string } `yaml:"voice"`
		Presenter struct{ Photo string }  `yaml:"presenter"`
		Music     struct{ File string }   `yaml:"music"`
		Scenes    []struct{ Asset string }
	}
	if yaml.Unmarshal(body, &board) != nil {
		return nil
	}
	names := append(board.Look.FontFiles, board.Look.Logo, board.Voice.Sample, board.Music.File)
	if IsLocalImage(board.Presenter.Photo) {
		names = append(names, board.Presenter.Photo)
	}
	for _, s := range board.Scenes {
		names = append(names, s.Asset)
	}
	return slices.DeleteFunc(names, func(n string) bool { return n == "" || strings.HasPrefix(n, "stock:") })
}

var editFile = regexp.MustCompile(`(?i)[\w./-]+\.(?:png|jpe?g|webp|svg|gif|mp4|m4v|mov|webm|mkv|mp3|wav|flac|ogg|opus|m4a|aac)\b`)

// editFiles are the pictures, videos and tracks that an instruction names.
func editFiles(text string) []string {
	var out []string
	for _, name := range editFile.FindAllString(text, -1) {
		out = append(out, path.Clean(name))
	}
	return out
}
