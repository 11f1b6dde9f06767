package script

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/film"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/picture"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gopkg.in/yaml.v3"
)

// mostMedia is how many files of all assets are looked at.
const mostMedia = 500

// tagsFile stands in a folder of assets and says what they show: a list of words, a
// sentence, or a map of a [mediaTags] for each file name.
const tagsFile = "tags.yaml"

// media is a B-roll file and the words that it answers to.
type media struct {
	file   string
	words  map[string]bool
	screen bool // a screenshot: drawn in a frame rather than full
	clip   *scene.Clip
	credit string
}

// mediaTags is what a tags file says of one file.
type mediaTags struct {
	Tags        []string `yaml:"tags"`
	Description string   `yaml:"description"`
	Credit      string   `yaml:"credit"` // goes into the video's own credits
	From        float64  `yaml:"from"`   // second at which a video starts
	Sound       string   `yaml:"sound"`  // muted, under
}

// UnmarshalYAML reads the short forms too.
func (m *mediaTags) UnmarshalYAML(n *yaml.Node) error {
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Decode(&m.Description)
	case yaml.SequenceNode:
		return n.Decode(&m.Tags)
	}
	type long mediaTags
	if err := n.Decode((*long)(m)); err != nil {
		return err
	}
	if !slices.Contains([]string{"", "muted", "under"}, m.Sound) {
		return fmt.Errorf("line %d: sound %q: use muted or under", n.Line, m.Sound)
	}
	return nil
}

// mediaFiles lists the assets in a fixed order: folders opened, tags read, and what
// is written inside pictures.
func (w *writer) mediaFiles() ([]media, error) {
	root, err := os.OpenRoot(cmp.Or(w.r.Dir, "."))
	if err != nil {
		return nil, fmt.Errorf("open the manifest's folder: %w", err)
	}
	defer root.Close()
	l := &mediaList{w: w, root: root, seen: map[string]bool{}, tags: map[string]map[string]mediaTags{}}
	for _, a := range w.r.Spec.Assets {
		p := path.Clean(a.Path)
		info, err := root.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("asset %q does not exist in the manifest's folder", a.Path)
		}
		if !info.IsDir() {
			if !folder.IsMedia(p) {
				return nil, fmt.Errorf("asset %q is no picture (PNG, JPEG, WebP, SVG) and no video (MP4, MOV, WebM, MKV, GIF)", a.Path)
			}
			if err := l.add(p, a.Tags, ""); err != nil {
				return nil, err
			}
			continue
		}
		err = fs.WalkDir(root.FS(), p, func(f string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case f != p && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir() || !folder.IsMedia(f):
				return nil
			}
			return l.add(f, a.Tags, p)
		})
		if err != nil {
			return nil, fmt.Errorf("assets %q: %w", a.Path, err)
		}
	}
	if l.more > 0 {
		w.Note(0, fmt.Sprintf("%d assets are more than the %d that are looked at", l.more+mostMedia, mostMedia))
	}
	l.strangers()
	sort.SliceStable(l.files, func(i, j int) bool { return l.files[i].file < l.files[j].file })
	return distinct(l.files), nil
}

// mediaList gathers assets.
type mediaList struct {
	w     *writer
	root  *os.Root
	files []media
	seen  map[string]bool
	tags  map[string]map[string]mediaTags // of the folders read so far, by file name
	more  int
}

// add takes one file in; within is the folder that the entry names, whose own name
// says nothing.
func (l *mediaList) add(file string, tags []string, within string) error {
	if l.seen[file] {
		return nil
	}
	l.seen[file] = true
	if len(l.files) == mostMedia {
		l.more++
		return nil
	}
	t, err := l.tagged(file)
	if err != nil {
		return err
	}
	said := append(append([]string{t.Description}, tags...), t.Tags...)
	said = append(said, l.beside(file)...)
	said = append(said, l.inside(file)...)
	name := strings.TrimPrefix(strings.TrimPrefix(file, within), "/")
	name = strings.NewReplacer("_", " ", "/", " ", ".", " ").Replace(strings.TrimSuffix(name, path.Ext(name)))
	m := media{file: file, words: mediaWords(name + " " + strings.Join(said, " ")), credit: t.Credit}
	m.screen = folder.IsScreen(name + " " + strings.Join(said, " "))
	if film.Is(file) && (t.From > 0 || t.Sound != "") {
		m.clip = &scene.Clip{From: t.From, Sound: t.Sound}
	}
	l.files = append(l.files, m)
	return nil
}

// tagged is what the tags file beside a file says of it.
func (l *mediaList) tagged(file string) (mediaTags, error) {
	dir := path.Dir(file)
	all, known := l.tags[dir]
	if !known {
		data, err := fs.ReadFile(l.root.FS(), path.Join(dir, tagsFile))
		if err == nil {
			if len(data) > folder.MaxFile {
				return mediaTags{}, fmt.Errorf("%s/%s is larger than %d MB", dir, tagsFile, folder.MaxFile>>20)
			}
			if err := yaml.Unmarshal(data, &all); err != nil {
				return mediaTags{}, fmt.Errorf("%s/%s: %w; write a file name and its words on each line, as in dashboard.png: [analytics, charts]", dir, tagsFile, err)
			}
		}
		l.tags[dir] = all
	}
	return all[path.Base(file)], nil
}

// strangers notes what tags files speak of and folders do not hold.
func (l *mediaList) strangers() {
	for _, dir := range slices.Sorted(maps.Keys(l.tags)) {
		for _, name := range slices.Sorted(maps.Keys(l.tags[dir])) {
			if !l.seen[path.Join(dir, name)] {
				if _, err := l.root.Stat(path.Join(dir, name)); err != nil {
					l.w.Note(0, fmt.Sprintf("%s/%s speaks of %s, which is not there", dir, tagsFile, name))
				}
			}
		}
	}
}

// beside reads the text file that describes a picture: photo.jpg has photo.txt.
func (l *mediaList) beside(file string) []string {
	f, err := l.root.Open(strings.TrimSuffix(file, path.Ext(file)) + ".txt")
	if err != nil {
		return nil
	}
	defer f.Close()
	buf := make([]byte, 2048)
	n, _ := f.Read(buf)
	return strings.Fields(string(buf[:n]))
}

// inside reads what a picture's maker wrote into it.
func (l *mediaList) inside(file string) []string {
	if !picture.Is(file) {
		return nil
	}
	f, err := l.root.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	return picture.Words(f, file)
}

// distinct takes from files the words that more than half of them answer to: they
// tell none of them from the others.
func distinct(files []media) []media {
	if len(files) < 3 {
		return files
	}
	count := map[string]int{}
	for _, f := range files {
		for k := range f.words {
			count[k]++
		}
	}
	for _, f := range files {
		for k := range f.words {
			if 2*count[k] > len(files) {
				delete(f.words, k)
			}
		}
	}
	return files
}

// mediaStem is a word as files are found by it: short ones count too, such as "van" and
// "tea".
func mediaStem(word string) string {
	if short := strings.TrimSuffix(word, "s"); utf8.RuneCountInString(short) == 3 && !telling.CommonWords[short] {
		return short
	}
	return telling.Stem(word)
}

func mediaWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, f := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !telling.IsLetter(r) }) {
		if k := mediaStem(f); k != "" {
			out[k] = true
		}
	}
	return out
}

// match is the best unused file for a text, and which of its words that answers to.
func match(files []media, text string, used map[int]bool) (best int, on []string) {
	words := map[string]string{} // as they are written, by their stems
	grammar := grammar.FunctionWords(text)
	for _, f := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !telling.IsLetter(r) }) {
		if k := mediaStem(f); k != "" && words[k] == "" && !(utf8.RuneCountInString(k) == 3 && grammar(k)) {
			words[k] = f
		}
	}
	best = -1
	for i, f := range files {
		if used[i] {
			continue
		}
		var hit []string
		for k := range f.words {
			if words[k] != "" {
				hit = append(hit, words[k])
			}
		}
		if len(hit) > len(on) {
			best, on = i, hit
		}
	}
	sort.Strings(on)
	return best, on
}

// named is the file that a text names outright, by its path or its name.
func named(files []media, text string) int {
	text = strings.ToLower(text)
	for _, of := range []func(string) string{path.Clean, path.Base} {
		for i, f := range files {
			name := strings.ToLower(of(f.file))
			if !strings.Contains(text, name) {
				continue // of thousands of files hardly one needs a pattern
			}
			if re, err := regexp.Compile(`(^|[^\w.-])` + regexp.QuoteMeta(name) + `($|[^\w/-])`); err == nil && re.MatchString(text) {
				return i
			}
		}
	}
	return -1
}
