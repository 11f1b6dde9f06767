package engine

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/cache"
	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/sound"
)

// errEncoded is what the mix meets when the encoder has ended before it.
var errEncoded = errors.New("encoder ended")

// audio mixes and encodes the whole programme once and returns its file.
func (e *Engine) audio(ctx context.Context, s *show) (string, error) {
	p := sound.Program{
		Samples: int64(math.Round(s.seconds() * scene.SampleRate)),
		Music:   s.board.Music, Style: s.board.Look.Style, Seed: s.board.Seed,
		LUFS: s.board.Music.Loudness, Open: openMusic,
	}
	if p.Music.File != "" {
		p.Music.File = s.files.path(p.Music.File)
	}
	for i, c := range s.talk.cuts {
		said := s.talk.utterances(s.board, i, s.talk.rates[i])
		// Another language may be another voice's, of whose breath nothing is known.
		breathes := s.talk.voices[s.talk.by[i]].Human && s.board.VoiceOf(i).Breaths != "off" && sceneLanguage(s.board, i) == s.board.Language
		for j, at := range c.Samples {
			t := s.talk.takes[i][j]
			p.Voice = append(p.Voice, sound.Spoken{At: at, Samples: t.Samples, Words: t.Line.Words, Breathes: breathes, PCM: func() ([]float32, error) {
				t, err := e.speaker.Speak(ctx, said[j]) // from the cache
				return t.PCM, err
			}})
		}
	}
	p.Cues = s.cues(p.Samples)
	var err error
	if p.Hits, err = s.hits(ctx); err != nil {
		return "", err
	}
	ff, err := ffmpeg.Version()
	if err != nil {
		return "", err
	}
	// The words and where they lie stand for the samples: a take's bytes follow from its
	// text, voice and rate. What is only seen is not in the key.
	parts := []any{"audio", Version, buildID(), ff, s.set.Format, s.set.Master(), p.Samples, p.LUFS, s.board.Music, s.files.sums[s.board.Music.File],
		s.board.Look.Style, s.board.Seed, s.talk.rates, s.talk.brakes, s.board.Pronounce, s.talk.cuts, p.Hits, p.Cues}
	for i, sc := range s.board.Scenes {
		parts = append(parts, s.talk.voices[s.talk.by[i]].Key, s.board.VoiceOf(i).Pace, s.board.VoiceOf(i).Breaths)
		if sc.Clip != nil {
			parts = append(parts, s.pixels(i)) // its film may be heard
		}
	}
	key := cache.Key(parts...)
	ext := filepath.Ext(s.set.AudioName(""))
	if path := e.cache.Get(key, ext); path != "" {
		return path, nil
	}
	return e.cache.Put(key, ext, func(path string) error {
		select {
		case e.seats <- struct{}{}:
			defer func() { <-e.seats }()
		case <-ctx.Done():
			return ctx.Err()
		}
		var err error
		if p.Films, err = s.heardFilms(ctx); err != nil {
			return err
		}
		p.Scratch = s.job.WorkDir
		err = master(ctx, s.set, p, path)
		debug.FreeOSMemory() // of music: an encoder is about to take as much
		var track *sound.TrackError
		if errors.As(err, &track) && ctx.Err() == nil {
			return &render.Failure{
				Class: render.ClassValidation, Code: "invalidMusic", Terminal: true,
				Message: fmt.Sprintf("%s cannot be played: %v; name a sound file that ffmpeg reads, or a mood", s.board.Music.File, track.Err),
			}
		}
		return err
	})
}

// cues are what the music does from scene to scene in a programme of so many samples. What
// fades away in the last scene is gone when the video ends, not before.
func (s *show) cues(samples int64) []sound.Cue {
	var out []sound.Cue
	for i, sc := range s.board.Scenes {
		if sc.Music == nil {
			continue
		}
		at := int64(math.Round(float64(s.talk.cuts[i].First) / float64(s.set.FPS) * scene.SampleRate))
		if sc.Music.Off && sc.Music.Fade > 0 && i+1 == len(s.board.Scenes) {
			at = max(at, samples-int64(sc.Music.Fade*scene.SampleRate))
		}
		out = append(out, sound.Cue{At: at, Cue: *sc.Music})
	}
	return out
}

// peakLimit is the highest true peak of a finished file, dBTP, with a tenth for what
// decoders differ by. Coders add to the
// peaks of what they are given, mostly to sharp ones: a mix that comes this near to
// the limit is measured as it will be played, and mixed lower where it is over.
const (
	peakLimit = -1.1
	peakNear  = -4.5
	remixes   = 4
)

// master mixes and encodes p into path.
func master(ctx context.Context, set encode.Settings, p sound.Program, path string) error {
	for range remixes {
		mix, err := mixInto(ctx, set, p, path)
		if err != nil || mix.TruePeak < peakNear || set.Master() {
			return err
		}
		peak, err := playedPeak(ctx, path)
		if err != nil || peak <= peakLimit {
			return err
		}
		p.Lower += peak - peakLimit + .2
	}
	return nil
}

// mixInto mixes p, and encodes it as it is mixed.
func mixInto(ctx context.Context, set encode.Settings, p sound.Program, path string) (sound.Report, error) {
	type mix struct {
		sound.Report
		err error
	}
	r, w := io.Pipe()
	mixed := make(chan mix, 1)
	go func() {
		report, err := guarded(func() (sound.Report, error) { return sound.Mix(ctx, p, w) })
		w.CloseWithError(err)
		mixed <- mix{report, err}
	}()
	err := encode.Audio(ctx, set, r, path)
	r.CloseWithError(errEncoded)
	// A mix that fails by itself is why the encoder fails too.
	m := <-mixed
	if m.err != nil && !errors.Is(m.err, errEncoded) {
		err = fmt.Errorf("mix: %w", m.err)
	}
	return m.Report, err
}

// playedPeak is the true peak of a sound file as a player decodes it, dBTP, or
// peakLimit where it is not higher.
func playedPeak(ctx context.Context, path string) (float64, error) {
	r, w := io.Pipe()
	go func() {
		w.CloseWithError(ffmpeg.Run(ctx, "measure", nil, w, "-i", path, "-c:a", "pcm_s16le", "-f", "wav", "pipe:1"))
	}()
	defer r.Close()
	return sound.PeakOver(r, peakLimit)
}

// hits are the scenes' sound effects and the transitions', in programme time.
func (s *show) hits(ctx context.Context) ([]scene.Hit, error) {
	var out []scene.Hit
	for i, c := range s.talk.cuts {
		at := float64(c.First) / float64(s.set.FPS)
		if n := s.junctionFrames(i); n > 3 {
			out = append(out, scene.Hit{At: at, Kind: "whoosh"})
		}
		hits, err := s.sceneHits(ctx, i)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			out = append(out, scene.Hit{At: at + h.At, Kind: h.Kind})
		}
	}
	slices.SortStableFunc(out, func(a, b scene.Hit) int { return cmp.Compare(a.At, b.At) })
	return out, nil
}

// sceneHits are scene i's own, in its time. Only laying the scene out tells them, so
// they are kept, and taken from the desk that draws the scene where there is one.
func (s *show) sceneHits(ctx context.Context, i int) ([]scene.Hit, error) {
	const ext = ".json"
	key := cache.Key("hits", s.build, s.pixels(i))
	if path := s.cache.Get(key, ext); path != "" {
		var hits []scene.Hit
		if b, err := os.ReadFile(path); err == nil && json.Unmarshal(b, &hits) == nil {
			return hits, nil
		}
	}
	hits, laid := s.laid.wait(ctx, i)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !laid {
		st, err := s.content(i, &projector{show: s, scene: i})
		if err != nil {
			return nil, err
		}
		hits = st.Hits
	}
	_, err := s.cache.Put(key, ext, func(path string) error {
		b, err := json.Marshal(hits)
		if err != nil {
			return err
		}
		return os.WriteFile(path, b, 0o600)
	})
	return hits, err
}

// laidOut is what the desks have found of the scenes that they lay out, for the sound.
type laidOut struct {
	mu    sync.Mutex
	hits  map[int][]scene.Hit
	news  chan struct{} // closed when hits changes
	ended chan struct{} // closed when nobody draws any more
}

func newLaidOut() *laidOut {
	return &laidOut{hits: map[int][]scene.Hit{}, news: make(chan struct{}), ended: make(chan struct{})}
}

// tell says what scene i holds. A nil laidOut tells nobody.
func (l *laidOut) tell(i int, hits []scene.Hit) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.hits[i] = hits
	close(l.news)
	l.news = make(chan struct{})
}

// wait returns the hits of scene i as soon as it is laid out, and false when it will not be.
func (l *laidOut) wait(ctx context.Context, i int) ([]scene.Hit, bool) {
	for l != nil {
		l.mu.Lock()
		hits, ok := l.hits[i]
		news := l.news
		l.mu.Unlock()
		if ok {
			return hits, true
		}
		select {
		case <-news:
		case <-l.ended:
			return nil, false
		case <-ctx.Done():
			return nil, false
		}
	}
	return nil, false
}

// heardFilms are the films whose own sound lies under the voice.
func (s *show) heardFilms(ctx context.Context) ([]sound.Ambient, error) {
	var out []sound.Ambient
	for i, c := range s.talk.cuts {
		if clip := s.board.Scenes[i].Clip; clip == nil || clip.Sound != "under" {
			continue
		}
		p := &projector{show: s, scene: i}
		if _, err := s.content(i, p); err != nil { // which tells how the film will be prepared
			return nil, err
		}
		for _, r := range p.reels {
			if !r.spec.Sound {
				continue
			}
			path, err := s.preparedFilm(ctx, r.name, r.spec)
			if err != nil {
				return nil, err
			}
			out = append(out, sound.Ambient{
				At: int64(c.First) * scene.SampleRate / int64(s.set.FPS), Samples: int64(c.Count) * scene.SampleRate / int64(s.set.FPS),
				Open: func(ctx context.Context) (io.ReadCloser, error) { return openMusic(ctx, path) },
			})
		}
	}
	return out, nil
}

// openMusic decodes a user's track with ffmpeg, as it is read.
func openMusic(ctx context.Context, file string) (io.ReadCloser, error) {
	r, w := io.Pipe()
	go func() {
		args := append(ffmpeg.ForeignSound(), "-i", file, "-vn", "-f", "s16le", "-ac", "2", "-ar", "48000", "pipe:1")
		w.CloseWithError(ffmpeg.Run(ctx, "music", nil, w, args...))
	}()
	return r, nil
}
