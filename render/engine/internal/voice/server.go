package voice

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/voice/words"
)

const (
	serverAnswerLimit = 64 << 20 // bytes of one answer
	serverSoundLimit  = 300      // seconds of sound in it, the length of the longest video
	serverTries       = 3
	serverQuiet       = 0.002 // the loudest sample of an answer in which nobody speaks
)

// server is an OpenAI-compatible speech server.
type server struct {
	base  *url.URL
	key   string
	model string
	http  *http.Client

	captions *captionSupport
	voices   *registry
}

// captionSupport remembers whether the server tells word times.
type captionSupport struct {
	mu      sync.Mutex
	missing bool
}

func newServer(o Options) (server, error) {
	u, err := url.Parse(strings.TrimRight(o.SpeechURL, "/"))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return server{}, fmt.Errorf("RENDER_SPEECH_URL %q is not an http(s) address such as http://127.0.0.1:8880/v1", redacted(o.SpeechURL))
	}
	if !strings.HasSuffix(u.Path, "/v1") {
		u.Path += "/v1"
	}
	s := server{base: u, key: o.SpeechKey, model: o.SpeechModel, http: o.HTTP, captions: &captionSupport{}, voices: &registry{names: map[string]string{}}}
	if s.model == "" {
		s.model = "tts-1"
	}
	if s.http == nil {
		s.http = &http.Client{Timeout: 2 * time.Minute}
	}
	client := *s.http
	// A redirect would carry text, and perhaps the key, to a host nobody named.
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	s.http = &client
	return s, nil
}

// redacted is an address without user, password and query.
func redacted(s string) string {
	u, err := url.Parse(s)
	if err != nil {
		return "(not an address)"
	}
	u.User, u.RawQuery, u.Fragment = nil, "", ""
	return u.String()
}

// castServer lets the speech server speak.
func (c *casting) castServer(u Utterance) (speaking, error) {
	voice := u.Voice.Name
	if asked, _ := numbered(u.Voice); voice == "" || asked.named {
		voice = asked.served()
	}
	return speaking{
		name: voice + " at " + c.server.base.Host,
		key:  fmt.Sprintf("server %s %s %s %s", redacted(c.server.base.String()), c.server.model, voice, u.Language),
		speak: func(ctx context.Context, t []words.Token, d delivery) (heard, error) {
			said, err := c.server.say(ctx, words.Join(t), voice, d.rate)
			if err != nil {
				return heard{}, err
			}
			spans, err := c.align(ctx, said.pcm, t, u.Language)
			if err != nil {
				return heard{}, err
			}
			return deliver(said.pcm, anchor(spans, t, said.words), t), nil
		},
		seconds: func(_ context.Context, t []words.Token, d delivery) (float64, error) {
			return Estimate(words.Join(t), u.Language) / d.rate, nil
		},
	}, nil
}

// served is a server's answer: samples at scene.SampleRate, and its words' times
// where it tells them.
type served struct {
	pcm   []float32
	words []timedWord
}

type timedWord struct {
	Word  string  `json:"word"`
	Start float64 `json:"start_time"`
	End   float64 `json:"end_time"`
}

var errNoCaptions = errors.New("no word times")

func (s server) say(ctx context.Context, text, voice string, rate float64) (served, error) {
	if said, err := s.captioned(ctx, text, voice, rate); err == nil {
		return said, nil
	} else if !errors.Is(err, errNoCaptions) {
		return served{}, err
	}
	body, kind, err := s.post(ctx, s.base.String()+"/audio/speech", map[string]any{"model": s.model, "input": text, "voice": voice, "response_format": "wav", "speed": max(0.25, min(4, rate))})
	if err != nil {
		return served{}, err
	}
	pcm, err := decodeAnswer(ctx, body, kind)
	return served{pcm: pcm}, err
}

// captioned asks a Kokoro-FastAPI server for speech with word times.
func (s server) captioned(ctx context.Context, text, voice string, rate float64) (served, error) {
	s.captions.mu.Lock()
	missing := s.captions.missing
	s.captions.mu.Unlock()
	if missing {
		return served{}, errNoCaptions
	}
	at := strings.TrimSuffix(s.base.String(), "/v1") + "/dev/captioned_speech"
	body, _, err := s.post(ctx, at, map[string]any{"model": s.model, "input": text, "voice": voice, "response_format": "wav", "speed": rate, "stream": false, "return_timestamps": true})
	var refused *refusal
	if errors.As(err, &refused) && refused.status < 500 && refused.status != http.StatusUnauthorized && refused.status != http.StatusTooManyRequests {
		s.captions.mu.Lock()
		s.captions.missing = true
		s.captions.mu.Unlock()
		return served{}, errNoCaptions
	}
	if err != nil {
		return served{}, err
	}
	var answer struct {
		Audio string      `json:"audio"`
		Words []timedWord `json:"timestamps"`
	}
	if err := json.Unmarshal(body, &answer); err != nil || answer.Audio == "" {
		return served{}, errNoCaptions
	}
	audio, err := base64.StdEncoding.DecodeString(answer.Audio)
	if err != nil {
		return served{}, fmt.Errorf("speech server: audio is not base64: %w", err)
	}
	pcm, err := decodeAnswer(ctx, audio, "audio/wav")
	return served{pcm, answer.Words}, err
}

// refusal is an answer other than 2xx.
type refusal struct {
	status int
	text   string
}

func (r *refusal) Error() string {
	return fmt.Sprintf("speech server answered %d %s: %s", r.status, http.StatusText(r.status), r.text)
}

// post sends JSON.
func (s server) post(ctx context.Context, at string, ask any) (body []byte, kind string, err error) {
	b, err := json.Marshal(ask)
	if err != nil {
		return nil, "", err
	}
	return s.try(ctx, http.MethodPost, at, "application/json", b)
}

// try sends a request, again after a pause when the server is overloaded or fails.
func (s server) try(ctx context.Context, method, at, kind string, ask []byte) (body []byte, answerKind string, err error) {
	for try := range serverTries {
		if try > 0 {
			select {
			case <-time.After(time.Duration(try) * 500 * time.Millisecond):
			case <-ctx.Done():
				return nil, "", ctx.Err()
			}
		}
		body, answerKind, err = s.once(ctx, method, at, kind, ask)
		var refused *refusal
		if err == nil || ctx.Err() != nil || errors.As(err, &refused) && (refused.status < 500 && refused.status != http.StatusTooManyRequests || refused.status == http.StatusNotImplemented) {
			return body, answerKind, err
		}
	}
	return nil, "", err
}

func (s server) once(ctx context.Context, method, at, kind string, ask []byte) ([]byte, string, error) {
	req, err := http.NewRequestWithContext(ctx, method, at, bytes.NewReader(ask))
	if err != nil {
		return nil, "", err
	}
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	if s.key != "" {
		req.Header.Set("Authorization", "Bearer "+s.key)
	}
	res, err := s.http.Do(req)
	if err != nil {
		var wrapped *url.Error // its text holds the whole address
		if errors.As(err, &wrapped) {
			err = wrapped.Err
		}
		return nil, "", fmt.Errorf("speech server %s: %w", s.base.Host, err)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(res.Body, serverAnswerLimit+1))
	if err != nil {
		return nil, "", fmt.Errorf("speech server %s: %w", s.base.Host, err)
	}
	if res.StatusCode/100 != 2 {
		return nil, "", &refusal{res.StatusCode, s.said(body)}
	}
	if len(body) > serverAnswerLimit {
		return nil, "", fmt.Errorf("speech server %s: answer larger than %d MB", s.base.Host, serverAnswerLimit>>20)
	}
	return body, res.Header.Get("Content-Type"), nil
}

// said is the beginning of what a server says of a refusal. The key is taken out before
// the end is cut off, which could part it.
func (s server) said(body []byte) string {
	text := string(body)
	if s.key != "" {
		text = strings.ReplaceAll(text, s.key, "…")
	}
	return strings.TrimSpace(strings.ToValidUTF8(text[:min(len(text), 300)], "?"))
}

// decodeAnswer turns any audio file, or raw 24 kHz PCM where the type says so,
// into samples.
func decodeAnswer(ctx context.Context, body []byte, contentType string) ([]float32, error) {
	kind, _, _ := mime.ParseMediaType(contentType)
	// Whatever the server sends, it names no files of ours.
	args := append(ffmpeg.ForeignSound(), "-protocol_whitelist", "pipe")
	if kind == "audio/pcm" || kind == "audio/l16" {
		args = []string{"-f", "s16le", "-ar", "24000", "-ac", "1"}
	}
	// A few megabytes can hold days of silence. One second more than is taken tells.
	args = append(args, "-t", fmt.Sprint(serverSoundLimit+1), "-i", "pipe:0")
	pcm, err := readAudio(ctx, bytes.NewReader(body), scene.SampleRate, args...)
	if err != nil {
		return nil, fmt.Errorf("speech server's audio (%s): %w", kind, err)
	}
	switch {
	case len(pcm) < scene.SampleRate/20:
		return nil, errors.New("speech server answered with no sound")
	case !slices.ContainsFunc(pcm, func(x float32) bool { return x > serverQuiet || x < -serverQuiet }):
		return nil, errors.New("speech server answered with silence")
	case len(pcm) > serverSoundLimit*scene.SampleRate:
		return nil, fmt.Errorf("speech server answered with more than %d s of sound", serverSoundLimit)
	}
	return pcm, nil
}
