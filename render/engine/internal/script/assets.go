package script

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"

	"gopkg.in/yaml.v3"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// media is a B-roll file and the words that it answers to.
type media struct {
	file   string
	words  map[string]bool
	screen bool // a screenshot: drawn in a frame rather than full
}

var (
	mediaExt = map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".webp": true, ".gif": true, ".mp4": true, ".mov": true, ".webm": true, ".m4v": true, ".mkv": true}
	screenRE = pattern.New(`(?i)screen|dashboard|screenshot|\bui\b|\bapp\b|interface|mockup|browser|bildschirm|pantalla|écran|tela|schermo`)
)

// assets puts the entry's B-roll on the scenes whose words it matches.
func (w *writer) assets(b *scene.Storyboard) error {
	if len(w.r.Spec.Assets) == 0 {
		for _, a := range w.b.Assets {
			w.note(a.Line, fmt.Sprintf("%q is asked for, but the entry has no assets: motion graphics are drawn instead", a.Name))
		}
		return nil
	}
	files, err := w.mediaFiles()
	if err != nil {
		return err
	}
	used := map[int]bool{}
	for _, ref := range w.b.Assets {
		i := bestMedia(files, keywords(ref.Name+" "+ref.When), used)
		at := bestScene(b, ref.When+" "+ref.Name)
		switch {
		case i < 0:
			w.note(ref.Line, fmt.Sprintf("no asset matches %q: motion graphics are drawn instead", ref.Name))
		case at < 0:
			w.note(ref.Line, fmt.Sprintf("%s matches %q, but no scene speaks of %q", files[i].file, ref.Name, ref.When))
		default:
			used[i] = true
			show(&b.Scenes[at], files[i], w)
			w.note(ref.Line, fmt.Sprintf("scene %d shows %s", at+1, files[i].file))
		}
	}
	presenters := 0
	for _, s := range b.Scenes {
		if s.Kind == scene.Presenter || s.Kind == scene.Points {
			presenters++
		}
	}
	for i := range b.Scenes {
		s := &b.Scenes[i]
		if s.Asset != "" || s.Verbatim && w.b.Level == prompt.Scenes && s.Kind != scene.Statement {
			continue
		}
		if s.Kind != scene.Statement && !(s.Kind == scene.Presenter && presenters > 1 && s.LowerThird == nil) {
			continue
		}
		if j := bestMedia(files, keywords(s.Say), used); j >= 0 {
			used[j] = true
			if s.Kind == scene.Presenter {
				presenters--
			}
			show(s, files[j], w)
			w.note(0, fmt.Sprintf("scene %d shows %s: its words match", i+1, files[j].file))
		}
	}
	for i, f := range files {
		if !used[i] {
			w.note(0, fmt.Sprintf("asset %s fits no scene and is not shown", f.file))
		}
	}
	return nil
}

// show makes a scene of an asset; its words stay.
func show(s *scene.Scene, m media, w *writer) {
	s.Asset = m.file
	head := s.Headline
	if head == "" && s.Say != "" {
		head = w.headline(prompt.SplitSentences(s.Say)[0], 46)
	}
	s.Kind = scene.Footage
	if m.screen {
		s.Kind = scene.Device
	}
	s.Headline, s.Overlay, s.Figure, s.Items, s.Label, s.LowerThird = head, nil, nil, nil, "", nil
}

func bestMedia(files []media, words map[string]bool, used map[int]bool) int {
	best, score := -1, 0
	for i, f := range files {
		if used[i] {
			continue
		}
		n := 0
		for k := range f.words {
			if words[k] {
				n++
			}
		}
		if n > score {
			best, score = i, n
		}
	}
	return best
}

func bestScene(b *scene.Storyboard, words string) int {
	want := keywords(words)
	best, score := -1, 0
	for i, s := range b.Scenes {
		if i == 0 || i == len(b.Scenes)-1 && s.Kind == scene.End {
			continue
		}
		n := 0
		for k := range keywords(s.Say) {
			if want[k] {
				n++
			}
		}
		if n > score {
			best, score = i, n
		}
	}
	return best
}

// mediaFiles lists the assets in a fixed order, folders opened, tags read.
func (w *writer) mediaFiles() ([]media, error) {
	root, err := os.OpenRoot(firstOf(w.r.Dir, "."))
	if err != nil {
		return nil, fmt.Errorf("open the manifest's folder: %w", err)
	}
	defer root.Close()
	var out []media
	add := func(file string, tags []string) {
		m := media{file: file, words: keywords(strings.NewReplacer("_", " ", "/", " ", ".", " ").Replace(strings.TrimSuffix(file, path.Ext(file))))}
		for _, t := range tags {
			for k := range keywords(t) {
				m.words[k] = true
			}
		}
		m.screen = screenRE.MatchString(strings.NewReplacer("_", " ", "-", " ").Replace(file) + " " + strings.Join(tags, " "))
		out = append(out, m)
	}
	for _, a := range w.r.Spec.Assets {
		p := path.Clean(a.Path)
		info, err := root.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("asset %q does not exist in the manifest's folder", a.Path)
		}
		if !info.IsDir() {
			add(p, append(a.Tags, besideTags(root, p)...))
			continue
		}
		tags := map[string][]string{}
		if data, err := fs.ReadFile(root.FS(), path.Join(p, "tags.yaml")); err == nil {
			if err := yaml.Unmarshal(data, &tags); err != nil {
				return nil, fmt.Errorf("asset tags %s/tags.yaml: %w", p, err)
			}
		}
		err = fs.WalkDir(root.FS(), p, func(f string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !mediaExt[strings.ToLower(path.Ext(f))] || len(out) >= 500 {
				return err
			}
			add(f, append(append(a.Tags, tags[path.Base(f)]...), besideTags(root, f)...))
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("assets %q: %w", a.Path, err)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].file < out[j].file })
	return out, nil
}

// besideTags reads the text file that describes a picture: photo.jpg has photo.txt.
func besideTags(root *os.Root, file string) []string {
	f, err := root.Open(strings.TrimSuffix(file, path.Ext(file)) + ".txt")
	if err != nil {
		return nil
	}
	defer f.Close()
	buf := make([]byte, 2048)
	n, _ := f.Read(buf)
	return strings.Fields(string(buf[:n]))
}
