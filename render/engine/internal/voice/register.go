package voice

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"mime/multipart"
	"net/http"
	"sync"

	"gitops.video/render/render/engine/internal/scene"
)

// registry remembers which samples a server knows by name, and whether it takes
// samples at all.
type registry struct {
	mu    sync.Mutex
	names map[string]string // by sample
	none  *refusal
}

// absent says that the server has no such endpoint.
func (r *refusal) absent() bool {
	return r.status == http.StatusNotFound || r.status == http.StatusMethodNotAllowed || r.status == http.StatusNotImplemented
}

// uploads are the documented ways to give an OpenAI-compatible server a voice:
// vLLM-Omni's, which wants the consent, too, and Chatterbox's voice library.
var uploads = []struct{ path, name, file string }{
	{"/audio/voices", "name", "audio_sample"},
	{"/voices", "voice_name", "voice_file"},
}

// register gives the server a sample and returns the name to ask for it. A sample
// that the server knows from an earlier run is not sent again. A refusal that is
// absent means that the server takes no samples.
func (s server) register(ctx context.Context, sample clonable, v scene.Voice) (string, error) {
	s.voices.mu.Lock()
	defer s.voices.mu.Unlock()
	if s.voices.none != nil {
		return "", s.voices.none
	}
	if name := s.voices.names[sample.sum]; name != "" {
		return name, nil
	}
	name := "render-" + sample.sum
	var none *refusal
	for _, up := range uploads {
		at := s.base.String() + up.path
		if known, _, err := s.try(ctx, http.MethodGet, at, "", nil); err == nil && lists(known, name) {
			s.voices.names[sample.sum] = name
			return name, nil
		}
		var form bytes.Buffer
		w := multipart.NewWriter(&form)
		fields := [][2]string{{up.name, name}, {"consent", v.Consent}}
		if v.Transcript != "" {
			fields = append(fields, [2]string{"ref_text", v.Transcript})
		}
		for _, f := range fields {
			if err := w.WriteField(f[0], f[1]); err != nil {
				return "", err
			}
		}
		part, err := w.CreateFormFile(up.file, name+".wav")
		if err == nil {
			_, err = part.Write(wave(sample.pcm, sampleRate))
		}
		if err = errors.Join(err, w.Close()); err != nil {
			return "", err
		}
		_, _, err = s.try(ctx, http.MethodPost, at, w.FormDataContentType(), form.Bytes())
		var refused *refusal
		switch {
		case err == nil:
			s.voices.names[sample.sum] = name
			return name, nil
		case errors.As(err, &refused) && refused.absent():
			none = refused
		default:
			return "", err
		}
	}
	s.voices.none = none
	return "", none
}

// lists reports whether a server's list of voices holds a name, as a string or as
// some object's name or id.
func lists(body []byte, name string) bool {
	var any any
	if json.Unmarshal(body, &any) != nil {
		return false
	}
	return holds(any, name)
}

func holds(v any, name string) bool {
	switch v := v.(type) {
	case string:
		return v == name
	case []any:
		for _, e := range v {
			if holds(e, name) {
				return true
			}
		}
	case map[string]any:
		for _, k := range []string{"name", "id", "voice_id", "voices", "uploaded_voices", "data"} {
			if holds(v[k], name) {
				return true
			}
		}
	}
	return false
}
