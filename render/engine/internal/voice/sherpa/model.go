// Package sherpa speaks with the models that sherpa-onnx packages as folders: VITS,
// Matcha, Kokoro, Kitten and Supertonic voices, and ZipVoice and Pocket, which speak
// in the voice of a sample. The library is the user's own libsherpa-onnx-c-api.so;
// it runs in a helper process, since it ends the process it is in when a model is
// not as it expects.
package sherpa

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Family is a kind of model.
type Family string

// The families, as a model's own metadata calls them.
const (
	VITS       Family = "vits"
	Matcha     Family = "matcha"
	Kokoro     Family = "kokoro"
	Kitten     Family = "kitten"
	ZipVoice   Family = "zipvoice"
	Pocket     Family = "pocket"
	Supertonic Family = "supertonic"
)

// Model is a model folder, understood.
type Model struct {
	Family   Family
	Dir      string
	Files    map[string]string // by what they are for: "model", "tokens", "voices" …
	Language string            // in the model's own words: "English"; "" = it does not say
	Sum      string            // names the files' content

	speakers     map[string]int
	multilingual bool // of Kokoro: the language has to be told
}

// ErrNone says that a folder holds no model of a known family.
var ErrNone = errors.New("no sherpa-onnx model")

// Clones reports whether the model speaks in the voice of a sample.
func (m Model) Clones() bool { return m.Family == ZipVoice || m.Family == Pocket }

// NeedsTranscript reports whether it wants to know what the sample says.
func (m Model) NeedsTranscript() bool { return m.Family == ZipVoice }

// Speaker finds a speaker by number or, where the model names them, by name.
func (m Model) Speaker(name string) (int, error) {
	if n, err := strconv.Atoi(name); err == nil && n >= 0 && n < 10000 {
		return n, nil
	}
	if n, ok := m.speakers[strings.ToLower(name)]; ok {
		return n, nil
	}
	if len(m.speakers) == 0 {
		return 0, fmt.Errorf("%s names no speakers; give a number from 0", filepath.Base(m.Dir))
	}
	names := make([]string, 0, len(m.speakers))
	for n := range m.speakers {
		names = append(names, n)
	}
	slices.Sort(names)
	if len(names) > 12 {
		names = append(names[:12], "…")
	}
	return 0, fmt.Errorf("%s has no speaker %q (it has %s)", filepath.Base(m.Dir), name, strings.Join(names, ", "))
}

// parts lists what each family is made of besides the one model that its metadata
// names: what for, and the patterns of the file's name.
var parts = map[Family][][2]string{
	Pocket: {{"lm_main", "lm_main*.onnx"}, {"lm_flow", "lm_flow*.onnx"}, {"encoder", "encoder*.onnx"}, {"decoder", "decoder*.onnx"},
		{"text_conditioner", "text_conditioner*.onnx"}, {"vocab", "vocab.json"}, {"scores", "token_scores.json"}},
	Supertonic: {{"duration", "duration_predictor*.onnx"}, {"text", "text_encoder*.onnx"}, {"vector", "vector_estimator*.onnx"}, {"vocoder", "vocoder*.onnx"},
		{"json", "tts.json"}, {"indexer", "unicode_indexer.bin"}, {"voice", "voice.bin"}},
	ZipVoice: {{"encoder", "encoder*.onnx"}, {"decoder", "decoder*.onnx"}, {"tokens", "tokens.txt"}, {"vocoder", "*voco*.onnx"}},
	Kokoro:   {{"tokens", "tokens.txt"}, {"voices", "voices*.bin"}},
	Kitten:   {{"tokens", "tokens.txt"}, {"voices", "voices*.bin"}},
	Matcha:   {{"tokens", "tokens.txt"}, {"vocoder", "*voco*.onnx|*hifigan*.onnx"}},
	VITS:     {{"tokens", "tokens.txt"}},
}

// Find looks at a folder and says what model it holds. ErrNone means that it is
// something else; another error says what of a model is missing.
func Find(dir string) (Model, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Model{}, err
	}
	m := Model{Dir: dir, Files: map[string]string{}}
	switch {
	case file(dir, "lm_main*.onnx") != "":
		m.Family = Pocket
	case file(dir, "tts.json") != "" && file(dir, "vector_estimator*.onnx") != "":
		m.Family = Supertonic
	case file(dir, "encoder*.onnx") != "" && file(dir, "decoder*.onnx") != "":
		m.Family = ZipVoice
	default:
		if err := m.single(); err != nil {
			return Model{}, err
		}
	}
	var missing []string
	for _, p := range parts[m.Family] {
		for pattern := range strings.SplitSeq(p[1], "|") {
			if m.Files[p[0]] == "" {
				m.Files[p[0]] = file(dir, pattern)
			}
			// sherpa-onnx publishes vocoders on their own, to be put beside the folder.
			if m.Files[p[0]] == "" && p[0] == "vocoder" {
				m.Files[p[0]] = file(filepath.Dir(dir), pattern)
			}
		}
		if m.Files[p[0]] == "" {
			missing = append(missing, p[1])
		}
	}
	data := filepath.Join(dir, "espeak-ng-data")
	if m.Family == ZipVoice { // ends its process without these
		if !exists(data) {
			missing = append(missing, "espeak-ng-data")
		}
		if file(dir, "lexicon*.txt") == "" {
			missing = append(missing, "lexicon.txt")
		}
	}
	if len(missing) > 0 {
		return Model{}, fmt.Errorf("%s looks like a %s model but lacks %s", dir, m.Family, strings.Join(missing, ", "))
	}
	if exists(data) {
		m.Files["espeak"] = data
	}
	lexicons := files(dir, "lexicon*.txt")
	if us := file(dir, "lexicon-us-en.txt"); us != "" { // one English is enough
		lexicons = slices.DeleteFunc(lexicons, func(f string) bool { return filepath.Base(f) == "lexicon-gb-en.txt" })
	}
	m.Files["lexicon"] = strings.Join(lexicons, ",")
	m.Files["fsts"] = strings.Join(files(dir, "*.fst"), ",")
	m.Files["fars"] = strings.Join(files(dir, "*.far"), ",")
	m.Sum, err = m.sum()
	return m, err
}

// single finds the family of a folder with one acoustic model by its metadata.
func (m *Model) single() error {
	var about map[string]string
	for _, f := range files(m.Dir, "*.onnx") {
		if base := strings.ToLower(filepath.Base(f)); strings.Contains(base, "voco") || strings.Contains(base, "hifigan") {
			continue
		}
		a, err := Metadata(f)
		if err != nil {
			return err
		}
		if m.Files["model"] == "" || !strings.Contains(f, "int8") && strings.Contains(m.Files["model"], "int8") {
			m.Files["model"], about = f, a
		}
	}
	if m.Files["model"] == "" || file(m.Dir, "tokens.txt") == "" {
		return fmt.Errorf("%s: %w", m.Dir, ErrNone)
	}
	kind := strings.ToLower(cmp.Or(about["model_type"], about["comment"]))
	for _, f := range []Family{Matcha, Kokoro, Kitten, VITS} {
		if strings.Contains(kind, string(f)) {
			m.Family = f
			break
		}
	}
	// Some VITS voices say only who made them.
	if m.Family == "" && about["sample_rate"] != "" && about["n_speakers"] != "" {
		m.Family = VITS
	}
	if m.Family == "" {
		return fmt.Errorf("%s: %s says of itself neither vits, matcha, kokoro nor kitten: %w", m.Dir, filepath.Base(m.Files["model"]), ErrNone)
	}
	m.Language = cmp.Or(about["language"], about["voice"])
	m.multilingual = m.Family == Kokoro && about["version"] >= "2"
	m.speakers = map[string]int{}
	for i, pair := range strings.Split(cmp.Or(about["speaker2id"], about["speaker_names"]), ",") {
		name, id, numbered := strings.Cut(pair, "->")
		if n, err := strconv.Atoi(strings.TrimSpace(id)); numbered && err == nil {
			i = n
		}
		if name = strings.ToLower(strings.TrimSpace(name)); name != "" {
			m.speakers[name] = i
		}
	}
	return nil
}

// sum hashes names, sizes, and both ends of every file: weights are hundreds of
// megabytes, and two that differ do so in their ends.
func (m Model) sum() (string, error) {
	h := sha256.New()
	var roles []string
	for r := range m.Files {
		roles = append(roles, r)
	}
	slices.Sort(roles)
	const end = 64 << 10
	for _, r := range roles {
		for path := range strings.SplitSeq(m.Files[r], ",") {
			if path == "" {
				continue
			}
			info, err := os.Stat(path)
			if err != nil {
				return "", err
			}
			fmt.Fprintln(h, r, filepath.Base(path), info.IsDir())
			if info.IsDir() {
				continue
			}
			f, err := os.Open(path)
			if err != nil {
				return "", err
			}
			fmt.Fprintln(h, info.Size())
			_, err = io.Copy(h, io.LimitReader(f, end))
			if err == nil && info.Size() > end {
				if _, err = f.Seek(max(end, info.Size()-end), io.SeekStart); err == nil {
					_, err = io.Copy(h, f)
				}
			}
			_ = f.Close()
			if err != nil {
				return "", err
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:12]), nil
}

// files are a folder's files that match, sorted; the folder's name is taken literally.
func files(dir, pattern string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if ok, _ := filepath.Match(pattern, e.Name()); ok && !e.IsDir() {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out
}

// file is the one that matches; full precision goes before int8.
func file(dir, pattern string) string {
	all := files(dir, pattern)
	for _, f := range all {
		if !strings.Contains(filepath.Base(f), "int8") {
			return f
		}
	}
	if len(all) > 0 {
		return all[0]
	}
	return ""
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
