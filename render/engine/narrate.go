package engine

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/avatar"
	"gitops.video/render/render/engine/internal/caption"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/timeline"
	"gitops.video/render/render/engine/internal/voice"
)

// talk is a storyboard's narration in time.
type talk struct {
	takes  [][]scene.Take // per scene, per sentence
	cuts   []timeline.Cut
	rates  []float64     // per scene, how much faster than its voice's natural rate
	brakes [][]float64   // per scene and sentence, the rate above which nobody could read along; 0 = none is known
	voices []voice.Cast  // those that speak, the video's own first
	who    []scene.Voice // the same as they were asked for
	by     []int         // per scene, who of them speaks it

	mu    sync.Mutex
	files []string // of the voice's cache: what another machine needs to know the same
}

func (t *talk) kept(file string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.files = append(t.files, file)
}

// narrate speaks every sentence and fits them into the requested length: pauses
// first, then the speaking rate, then the pictures carry the rest.
func (e *Engine) narrate(ctx context.Context, dir string, b *scene.Storyboard, progress func(float64)) (*talk, error) {
	t := &talk{}
	if err := e.cast(ctx, dir, b, t); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, &render.Failure{Class: render.ClassValidation, Code: "invalidVoice", Message: err.Error(), Terminal: true}
	}
	silent, err := e.measure(ctx, b, t)
	if err != nil {
		return nil, err
	}
	was, err := e.spokenAt(ctx, dir, b, t)
	if err != nil {
		return nil, err
	}
	t.rates = timeline.Kept(parts(b, silent), was, b.Seconds)
	return t, t.settle(b, func() ([][]scene.Take, error) { return e.speak(ctx, b, t, progress) })
}

// settle speaks b's words and places them in its time. What was measured and what is spoken
// differ a little: where that is too long, a scene or two more speak faster. Mostly it fits,
// and nothing is spoken twice.
func (t *talk) settle(b *scene.Storyboard, speak func() ([][]scene.Take, error)) (err error) {
	for again := true; again; again = t.brake(b) || t.hurry(b) {
		if t.takes, err = speak(); err != nil {
			return err
		}
	}
	return t.fit(b)
}

// hurry lets scenes speak faster where the takes are longer than the video, and tells
// whether one does.
func (t *talk) hurry(b *scene.Storyboard) bool {
	was := t.rates
	t.rates = timeline.Rates(parts(b, t.takes), was, b.Seconds)
	return !slices.Equal(t.rates, was)
}

// brake slows sentences down that run away from those who read them, and tells whether one
// is to be spoken anew. Who does not speak slower when asked is not asked again.
func (t *talk) brake(b *scene.Storyboard) (again bool) {
	if t.brakes == nil {
		t.brakes = make([][]float64, len(t.takes))
	}
	for i, takes := range t.takes {
		if t.brakes[i] == nil {
			t.brakes[i] = make([]float64, len(takes))
		}
		for j, k := range takes {
			rate := t.rates[i] * caption.Brake(k, captionsOf(b, i))
			rate = max(rate, timeline.Slowest/cmp.Or(b.VoiceOf(i).Pace, 1)) // rather late than drawling
			if rate < t.rates[i] && t.brakes[i][j] == 0 {
				t.brakes[i][j], again = rate, true
			}
		}
	}
	return again
}

// captionsOf are the limits of scene i's captions.
func captionsOf(b *scene.Storyboard, i int) caption.Options {
	return caption.Options{Lang: sceneLanguage(b, i), MaxChars: caption.Columns(b.Width, b.Height)}
}

// fit places the takes in b's time, or b's length or words in what that takes.
func (t *talk) fit(b *scene.Storyboard) (err error) {
	for {
		t.cuts, err = timeline.Fit(parts(b, t.takes), b.Seconds, b.FPS)
		long, tooLong := timeline.IsTooLong(err)
		switch {
		case !tooLong:
			if err != nil {
				return fmt.Errorf("timeline: %w", err)
			}
			t.noteGiven(b)
			return nil
		case b.Fit == "extend":
			b.Notes = slices.DeleteFunc(b.Notes, func(n scene.Note) bool { return strings.HasPrefix(n.Text, "fit extend: ") })
			b.Notes = append(b.Notes, scene.Note{Text: fmt.Sprintf("fit extend: the words need %.0f s to be heard and read, so the video lasts that", math.Ceil(long.Need))})
			b.Seconds = math.Ceil(long.Need)
		case b.Fit == "trim":
			said, ok := trim(t.takes)
			if !ok {
				return err
			}
			b.Notes = append(b.Notes, scene.Note{Text: fmt.Sprintf("left out to fit %.0f s: %q", b.Seconds, said)})
		default:
			return err
		}
	}
}

// noteGiven says which scenes are shorter than they were to be.
func (t *talk) noteGiven(b *scene.Storyboard) {
	for i, c := range t.cuts {
		if asked, lasts := b.Scenes[i].Seconds, float64(c.Count)/float64(b.FPS); lasts < asked-.1 {
			b.Notes = append(b.Notes, scene.Note{Text: fmt.Sprintf("scene %d lasts %.1f s instead of %g s: all scenes with their words have %g s", i+1, lasts, asked, b.Seconds)})
		}
	}
}

// spokenAt are the rates at which scenes are spoken without the entry's edits, 0 = a
// scene was not there. What an edit leaves alone keeps its takes by them.
func (e *Engine) spokenAt(ctx context.Context, dir string, b *scene.Storyboard, now *talk) ([]float64, error) {
	was := make([]float64, len(b.Scenes))
	old := b.Unedited
	if old == nil {
		return was, nil
	}
	t := &talk{}
	if err := e.cast(ctx, dir, old, t); err != nil { // a voice that only an edit replaces
		return was, ctx.Err()
	}
	silent, err := e.measure(ctx, old, t)
	if err != nil {
		return was, ctx.Err()
	}
	now.files = append(now.files, t.files...)
	rates := timeline.Rates(parts(old, silent), nil, old.Seconds)
	for i, s := range b.Scenes {
		if k := slices.IndexFunc(old.Scenes, func(o scene.Scene) bool { return o.ID == s.ID }); k >= 0 {
			was[i] = rates[k]
		}
	}
	return was, nil
}

// cast finds out who speaks: the video's voice and those of a conversation.
func (e *Engine) cast(ctx context.Context, dir string, b *scene.Storyboard, t *talk) error {
	asked := []scene.Voice{fitting(b.Voice, b.Presenter)}
	for i := range b.Scenes {
		v := fitting(b.VoiceOf(i), b.PersonOf(i))
		at := slices.Index(asked, v)
		if at < 0 {
			at, asked = len(asked), append(asked, v)
		}
		t.by = append(t.by, at)
	}
	for _, v := range asked {
		found, err := voiceFrom(dir, v)
		if err != nil {
			return err
		}
		who, err := e.speaker.Who(ctx, b.Language, found)
		if err != nil {
			return err
		}
		t.who, t.voices = append(t.who, found), append(t.voices, who)
		for _, n := range who.Notes {
			if note := (scene.Note{Text: n}); !slices.Contains(b.Notes, note) {
				b.Notes = append(b.Notes, note)
			}
		}
	}
	return nil
}

// fitting is the voice that was asked for, of the gender of who is seen to speak where
// neither gender nor sample says more. A voice's own name goes before.
func fitting(v scene.Voice, who scene.Person) scene.Voice {
	if v.Gender != "" || v.Sample != "" || who.None || who.Photo != "" || who.ID == "" {
		return v
	}
	if p, _, err := avatar.Match(who.ID); err == nil { // who cannot be drawn is refused later
		v.Gender = p.Gender()
	}
	return v
}

// voiceFrom finds the voice's files: a sample inside dir, and a folder or model that
// is named relative to it, or else to where the program runs.
func voiceFrom(dir string, v scene.Voice) (scene.Voice, error) {
	if v.Sample != "" {
		root, err := os.OpenRoot(dir)
		if err != nil {
			return v, fmt.Errorf("manifest folder: %w", err)
		}
		defer root.Close()
		if _, err := root.Stat(filepath.FromSlash(v.Sample)); err != nil {
			return v, fmt.Errorf("voice sample: %w", err)
		}
		v.Sample = filepath.Join(dir, filepath.FromSlash(v.Sample))
	}
	if path, _, _ := strings.Cut(v.Name, "#"); strings.ContainsAny(v.Name, `/\`) && !filepath.IsAbs(path) {
		if _, err := os.Stat(filepath.Join(dir, path)); err == nil {
			v.Name = filepath.Join(dir, path) + v.Name[len(path):]
		}
	}
	return v, nil
}

// trim drops the last sentence before the closing scene, or of the closing scene
// when nothing else is left, and returns it.
func trim(takes [][]scene.Take) (string, bool) {
	for i := len(takes) - 2; i >= 0; i-- {
		if n := len(takes[i]); n > 0 && (n > 1 || i > 0) {
			said := takes[i][n-1].Line.Text
			takes[i] = takes[i][:n-1]
			return said, true
		}
	}
	if last := len(takes) - 1; last >= 0 && len(takes[last]) > 1 {
		n := len(takes[last])
		said := takes[last][n-1].Line.Text
		takes[last] = takes[last][:n-1]
		return said, true
	}
	return "", false
}

func parts(b *scene.Storyboard, takes [][]scene.Take) []timeline.Part {
	out := make([]timeline.Part, len(b.Scenes))
	for i, s := range b.Scenes {
		limits, frame := captionsOf(b, i), 1/float64(cmp.Or(b.FPS, 30)) // a scene's frames are whole
		out[i] = timeline.Part{Kind: s.Kind, Takes: takes[i], Pinned: s.Seconds, Unread: func(j int, rate float64) float64 {
			if rest := caption.Unread(takes[i][j], limits, rate); rest > 0 {
				return rest + frame
			}
			return 0
		}}
	}
	return out
}

// least is how long scenes last at least when their sentences take that long, seconds.
func least(scenes []scene.Scene, takes [][]scene.Take) float64 {
	s, _ := timeline.Span(parts(&scene.Storyboard{Scenes: scenes}, takes))
	return s
}

// measure returns takes that are silent but as long as every sentence will be at
// natural pace.
func (e *Engine) measure(ctx context.Context, b *scene.Storyboard, t *talk) ([][]scene.Take, error) {
	return e.each(ctx, b, t, make([]float64, len(b.Scenes)), func(ctx context.Context, u voice.Utterance) (scene.Take, error) {
		seconds, err := e.speaker.Seconds(ctx, u)
		return scene.Take{Samples: int(seconds * scene.SampleRate), Line: scene.Line{Text: scene.Plain(u.Text)}}, err
	})
}

// quickest is how long b's own voice speaks text at the fastest rate, seconds.
func (e *Engine) quickest(ctx context.Context, dir string, b *scene.Storyboard, text, lang string) (float64, error) {
	who, err := voiceFrom(dir, fitting(b.Voice, b.Presenter))
	if err != nil {
		return 0, err
	}
	sum := 0.0
	for _, s := range spokenSentences(text, lang) {
		seconds, err := e.speaker.Seconds(ctx, voice.Utterance{Text: s, Language: lang, Voice: who, Rate: timeline.Fastest, Pronounce: b.Pronounce})
		if err != nil {
			return 0, err
		}
		sum += seconds
	}
	return sum, nil
}

// sentences are what a scene says, one by one.
func sentences(b *scene.Storyboard, i int) []string {
	return spokenSentences(b.Scenes[i].Say, sceneLanguage(b, i))
}

func spokenSentences(text, lang string) []string {
	return slices.DeleteFunc(voice.Split(text, lang), func(s string) bool { return s == "" })
}

// speak makes a take of every sentence. The takes come without their sound, which is
// kept on disk: in memory it would grow with the video.
func (e *Engine) speak(ctx context.Context, b *scene.Storyboard, t *talk, progress func(float64)) ([][]scene.Take, error) {
	total := 0
	for i := range b.Scenes {
		total += len(sentences(b, i))
	}
	var done atomic.Int32
	return e.each(ctx, b, t, t.rates, func(ctx context.Context, u voice.Utterance) (scene.Take, error) {
		take, err := e.speaker.Speak(ctx, u)
		take.PCM = nil
		progress(100 * float64(done.Add(1)) / float64(total))
		return take, err
	})
}

// each makes a take of every sentence, a few at a time, at the rates of their scenes.
func (e *Engine) each(ctx context.Context, b *scene.Storyboard, t *talk, rates []float64, take func(context.Context, voice.Utterance) (scene.Take, error)) ([][]scene.Take, error) {
	takes := make([][]scene.Take, len(b.Scenes))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(max(1, min(e.workers, runtime.GOMAXPROCS(0))))
	for i, s := range b.Scenes {
		said := t.utterances(b, i, rates[i])
		takes[i] = make([]scene.Take, len(said))
		for j, u := range said {
			u.Kept = t.kept
			g.Go(func() error {
				var err error
				if takes[i][j], err = guarded(func() (scene.Take, error) { return take(ctx, u) }); err != nil {
					return fmt.Errorf("speak scene %s: %w", s.ID, err)
				}
				return nil
			})
		}
	}
	return takes, g.Wait()
}

// utterances are scene i's sentences as their voice is asked for them.
func (t *talk) utterances(b *scene.Storyboard, i int, rate float64) []voice.Utterance {
	var out []voice.Utterance
	for j, text := range sentences(b, i) {
		u := voice.Utterance{Text: text, Language: sceneLanguage(b, i), Voice: t.who[t.by[i]], Rate: rate, Pronounce: b.Pronounce}
		if t.brakes != nil && t.brakes[i][j] > 0 {
			u.Rate = min(rate, t.brakes[i][j])
		}
		out = append(out, u)
	}
	return out
}
