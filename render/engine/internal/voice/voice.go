// Package voice speaks sentences: text in, samples out, with the exact time of
// every word and sound in them.
//
// English is spoken by a neural voice that is part of this program, Jenny (Dioco)
// or a variant of her, computed in this process by ONNX Runtime. Other languages,
// and platforms for which the neural libraries do not exist, are spoken by
// espeak-ng. A user's own Piper or sherpa-onnx voices and speech servers come
// before either where they are configured. A sample is cloned where one of those
// can, with consent, and matched by Jenny otherwise.
package voice

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"gitops.video/render/render/engine/internal/cache"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/espeak"
	"gitops.video/render/render/engine/internal/voice/ort"
	"gitops.video/render/render/engine/internal/voice/sherpa"
	"gitops.video/render/render/engine/internal/voice/words"
)

// Options configure a Speaker. The zero value is complete.
type Options struct {
	// CacheDir holds the unpacked voice and libraries, and the takes; "" = the
	// user's cache folder.
	CacheDir string
	// VoiceDir is a folder of Piper voices (NAME.onnx with NAME.onnx.json), or of one
	// sherpa-onnx model, for languages that the built-in voice does not speak and for
	// cloning; "" = none.
	VoiceDir string
	// SherpaLib is the path of libsherpa-onnx-c-api.so, which runs sherpa-onnx
	// models; "" = none.
	SherpaLib string
	// SpeechURL is an OpenAI-compatible speech server that then speaks everything,
	// such as http://127.0.0.1:8880/v1; SpeechKey its bearer token, SpeechModel its
	// model. "" = none.
	SpeechURL, SpeechKey, SpeechModel string
	// HTTP makes the requests to SpeechURL; nil = a client with a timeout.
	HTTP *http.Client
}

// Speaker speaks. Its methods are safe for concurrent use.
type Speaker struct {
	opts   Options
	takes  takeCache
	espeak *espeak.Helper
	slots  chan struct{} // one for each sentence that may be computed at once

	mu   sync.Mutex
	said map[string]string // words alone, by voice

	libraries func() (runtimeDir string, err error)
	jenny     func() (*neural, error)
	prepared  func() bool                        // whether jenny lies ready to be loaded
	loaded    *neural                            // jenny, when she is
	folders   map[string]func() (*neural, error) // the user's Piper voices, by file
	models    map[string]*sherpa.Voice           // and sherpa-onnx models, by content
	matches   map[string]variant                 // samples already matched, by file
	samples   map[string]clonable                // samples ready to be cloned, by file
	server    server
}

// Utterance is one sentence to speak.
type Utterance struct {
	Text      string // may hold <break time="300ms"/>, [pause 0.3s] and *stressed* words
	Language  string // BCP 47; "" = English
	Voice     scene.Voice
	Rate      float64 // speaking rate, 1 = natural; multiplies Voice.Pace; 0 = 1
	Pronounce []scene.Sounded
	Kept      func(file string) // told every file of the cache that answers it; nil = nobody
}

func (u Utterance) kept(file string) {
	if u.Kept != nil {
		u.Kept(file)
	}
}

// ErrSilent is returned for text that holds nothing to say.
var ErrSilent = errors.New("nothing to say")

// Open returns a speaker. Voices load when they are first needed.
func Open(o Options) (*Speaker, error) {
	if o.CacheDir == "" {
		dir, err := os.UserCacheDir()
		if err != nil {
			return nil, fmt.Errorf("no folder for the voice cache: %w; set RENDER_CACHE_DIR", err)
		}
		o.CacheDir = filepath.Join(dir, "render")
	}
	home := filepath.Join(o.CacheDir, "voice")
	s := &Speaker{
		opts:  o,
		takes: takeCache{filepath.Join(o.CacheDir, "takes")},
		slots: make(chan struct{}, max(1, min(2, runtime.NumCPU()))),
		said:  map[string]string{},

		folders: map[string]func() (*neural, error){},
		models:  map[string]*sherpa.Voice{},
		matches: map[string]variant{},
		samples: map[string]clonable{},
	}
	if o.SpeechURL != "" {
		var err error
		if s.server, err = newServer(o); err != nil {
			return nil, err
		}
	}
	_ = cache.Trim(s.takes.dir, takeCacheLimit, time.Now()) // what cannot be trimmed can still be read
	s.libraries = sync.OnceValues(func() (string, error) {
		if !haveBuiltin {
			return "", fmt.Errorf("the neural voice exists for linux/amd64 only, not %s/%s", runtime.GOOS, runtime.GOARCH)
		}
		return runtimePack().unpack(home)
	})
	s.espeak = espeak.New(func() (espeak.Library, error) {
		dir, err := s.libraries()
		if err == nil {
			return espeak.Library{Path: filepath.Join(dir, espeakFile), Data: dir}, nil
		}
		lib, none := espeak.System()
		if none != nil && haveBuiltin {
			return lib, err // ours is there and cannot be used: that is what to mend
		}
		return lib, none
	})
	s.jenny = sync.OnceValues(func() (*neural, error) { return s.loadJenny(home) })
	s.prepared = sync.OnceValue(func() bool { return partsThere(partsOf(filepath.Join(home, jennyPack().name))) })
	return s, nil
}

// Close ends the helper processes.
func (s *Speaker) Close() {
	s.espeak.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, v := range s.models {
		v.Close()
	}
}

// Rest gives back the built-in voice's working memory, and ends espeak-ng's process until
// it is needed again, unless somebody is speaking. The voice stays loaded.
func (s *Speaker) Rest() error {
	s.mu.Lock()
	v := s.loaded
	s.mu.Unlock()
	for range cap(s.slots) {
		select {
		case s.slots <- struct{}{}:
			defer func() { <-s.slots }()
		default:
			return nil
		}
	}
	s.espeak.Close()
	if v == nil {
		return nil
	}
	return v.rest()
}

// sharedRuntime opens ONNX Runtime once in a process; it cannot be closed.
var sharedRuntime struct {
	sync.Mutex
	*ort.Runtime
}

func openRuntime(path string) (*ort.Runtime, error) {
	sharedRuntime.Lock()
	defer sharedRuntime.Unlock()
	if sharedRuntime.Runtime == nil {
		r, err := ort.Load(path)
		if err != nil {
			return nil, err
		}
		sharedRuntime.Runtime = r
	}
	return sharedRuntime.Runtime, nil
}

func (s *Speaker) loadJenny(home string) (*neural, error) {
	dir, err := s.libraries()
	if err != nil {
		return nil, err
	}
	r, err := openRuntime(filepath.Join(dir, runtimeFile))
	if err != nil {
		return nil, err
	}
	files, err := jennyPack().unpack(home)
	if err != nil {
		return nil, err
	}
	v, err := openNeural(r, filepath.Join(dir, runtimeFile), filepath.Join(files, "voice.onnx"), filepath.Join(files, "voice.json"), partsOf(files))
	if err != nil {
		_ = os.RemoveAll(partsOf(files)) // nobody shall rely on them
		return nil, err
	}
	v.swallows = true
	s.mu.Lock()
	s.loaded = v
	s.mu.Unlock()
	return v, nil
}

// partsOf is the folder of the parts of the voice in a folder.
func partsOf(files string) string { return files + "-parts" }

// Speak speaks one sentence. The same utterance gives the same take on the same
// kind of machine; finished takes are kept in the cache folder. The take's word
// texts, joined with spaces, are the sentence as captions show it.
func (s *Speaker) Speak(ctx context.Context, u Utterance) (scene.Take, error) {
	tokens := words.Read(u.Text, u.Language, dictionary(u.Pronounce))
	shown := words.Shown(u.Text)
	if len(tokens) == 0 {
		return scene.Take{}, fmt.Errorf("speak %q: %w", u.Text, ErrSilent)
	}
	if n := len(words.Join(tokens)); n > 4000 {
		return scene.Take{}, fmt.Errorf("speak: a sentence of %d characters is too long for a voice; divide it", n)
	}
	who, err := s.cast(ctx, u)
	if err != nil {
		return scene.Take{}, err
	}
	d := delivery{rate: rateOf(u), seed: seedOf(who.key, tokens)}
	key := takeKey(who.key, shown, tokens, d.rate)
	if t, ok := s.takes.load(key); ok {
		u.kept(s.takes.path(key))
		return t, nil
	}
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
	case <-ctx.Done():
		return scene.Take{}, ctx.Err()
	}
	h, err := who.speak(ctx, tokens, d)
	if err != nil {
		return scene.Take{}, fmt.Errorf("speak %q with %s: %w", short(shown), who.name, err)
	}
	t := finish(shown, tokens, h)
	quantise(t.PCM)
	s.takes.store(key, t)
	u.kept(s.takes.path(key))
	return t, nil
}

// seedOf decides a reading's noise. The rate is no part of it, so a sentence keeps
// its melody when it is spoken faster to fit.
func seedOf(key string, tokens []words.Token) [2]uint64 {
	sum := sha256.Sum256([]byte(takeKey(key, tokens)))
	return [2]uint64{binary.LittleEndian.Uint64(sum[:]), binary.LittleEndian.Uint64(sum[8:])}
}

func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

func rateOf(u Utterance) float64 {
	rate := u.Rate
	if rate == 0 {
		rate = 1
	}
	if u.Voice.Pace > 0 {
		rate *= u.Voice.Pace
	}
	return max(0.5, min(2, rate*words.Rate(u.Text)))
}

func dictionary(entries []scene.Sounded) words.Sounds {
	m := words.Sounds{}
	for _, e := range entries {
		m[strings.TrimSpace(e.Word)] = strings.TrimSpace(e.As)
	}
	return m
}

// Split divides text into sentences.
func Split(text, lang string) []string { return words.Split(text, lang) }

// SpokenForm returns what is said for a text: "$1.85M" → "one point eight five
// million dollars".
func SpokenForm(text, lang string) string { return words.Spoken(text, lang) }
