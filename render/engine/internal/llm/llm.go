// Package llm asks a language model behind any OpenAI-compatible endpoint, and keeps
// its answers: the same question is answered without asking again.
package llm

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/cache"
	"gitops.video/render/render/engine/internal/pattern"
)

// LLM is a language model behind an OpenAI-compatible endpoint. It is safe for
// concurrent use, and one of it is shared by all that ask, so that a server which hangs
// costs its time limit once and not once for every instruction.
type LLM struct {
	BaseURL  string // as OPENAI_BASE_URL: "https://host/v1"
	Key      string // "" = none
	Model    string
	CacheDir string        // answers by content; "" = not kept
	Limit    time.Duration // longest wait for an answer; 0 = two minutes

	mu    sync.Mutex
	fault error     // why the server could not be reached
	until time.Time // and when it is asked again
}

// fenced is an answer within the marks of code, whatever is said around it.
var fenced = pattern.New("(?s)^[^{\\[]*```(?:json)?\\s*(.*?)\\s*```[^`]*$")

// usualLimit is how long a model may think: those on a laptop write a script of a minute
// in less.
const usualLimit = 2 * time.Minute

// rest is how long a server that hung or was not there is left alone.
const rest = time.Minute

// away tells why the server is not asked now, nil = it is.
func (l *LLM) away() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.fault != nil && time.Now().Before(l.until) {
		return fmt.Errorf("%w; it is not asked again yet", l.fault)
	}
	return nil
}

// unreached keeps in mind that the server hung or was not there.
func (l *LLM) unreached(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.fault, l.until = err, time.Now().Add(rest)
}

// Message is one turn of a chat.
type Message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// maxAnswer is the most that is read of an answer.
const maxAnswer = 2 << 20

// Complete asks for JSON that follows a schema. The same question gives the same
// answer from the cache, so a render without the network repeats; what the caller
// cannot use it leaves out of the cache by not calling keep. Errors never hold the key.
func (l *LLM) Complete(ctx context.Context, turns []Message, name string, schema json.RawMessage) (answer string, keep func(), err error) {
	forget := func() {}
	body, err := json.Marshal(map[string]any{
		"model": l.Model, "messages": turns, "temperature": 0, "seed": 1,
		"response_format": map[string]any{"type": "json_schema", "json_schema": map[string]any{"name": name, "strict": true, "schema": schema}},
	})
	if err != nil {
		return "", forget, fmt.Errorf("language model: %w", err)
	}
	kept, question := answers{}, cache.Key("answer", l.BaseURL, string(body))
	if l.CacheDir != "" {
		kept = openAnswers(filepath.Join(l.CacheDir, "llm"), maxKept)
	}
	if answer, ok := kept.of(question); ok {
		return answer, forget, nil
	}
	if err := l.away(); err != nil {
		return "", forget, err
	}
	status, data, err := l.post(ctx, body)
	if err == nil && (status == http.StatusBadRequest || status == http.StatusUnprocessableEntity) && noFormat.MatchString(string(data)) {
		status, data, err = l.post(ctx, l.unformatted(turns, schema))
	}
	if err != nil {
		return "", forget, err
	}
	var out struct {
		Choices []struct {
			Message struct {
				Content string `json:"content"`
				Refusal string `json:"refusal"`
			} `json:"message"`
			FinishReason string `json:"finish_reason"`
		} `json:"choices"`
		Error struct {
			Message string `json:"message"`
		} `json:"error"`
	}
	if err := json.Unmarshal(data, &out); err != nil {
		return "", forget, fmt.Errorf("language model: status %d, and the answer is not JSON", status)
	}
	switch {
	case status != http.StatusOK:
		return "", forget, fmt.Errorf("language model: status %d: %s", status, l.redact(ClipBytes(out.Error.Message, 160)))
	case len(out.Choices) > 0 && out.Choices[0].Message.Refusal != "":
		return "", forget, fmt.Errorf("language model: it refuses: %s", l.redact(ClipBytes(out.Choices[0].Message.Refusal, 160)))
	case len(out.Choices) == 0 || out.Choices[0].Message.Content == "":
		return "", forget, errors.New("language model: the answer is empty")
	case out.Choices[0].FinishReason == "length":
		return "", forget, errors.New("language model: the answer was cut off")
	}
	answer = strings.TrimSpace(out.Choices[0].Message.Content)
	if _, after, ok := strings.Cut(answer, "</think>"); ok && strings.HasPrefix(answer, "<think>") {
		answer = strings.TrimSpace(after) // models that reason say how before they answer
	}
	if m := fenced.FindStringSubmatch(answer); m != nil {
		answer = m[1] // "Here it is:" and the like stand around it
	}
	if !utf8.ValidString(answer) {
		return "", forget, errors.New("language model: the answer is not UTF-8")
	}
	return answer, func() { kept.keep(question, answer) }, nil
}

// noFormat is what servers say that know no schemas of answers.
var noFormat = pattern.New(`(?i)response_format|json_schema|structured output|"strict"`)

// unformatted is the same question for such a server: the schema stands in the words.
func (l *LLM) unformatted(turns []Message, schema json.RawMessage) []byte {
	asked := append([]Message{}, turns...)
	asked[0].Content += "\nAnswer with one JSON object alone, which follows this JSON Schema:\n" + string(schema)
	body, _ := json.Marshal(map[string]any{"model": l.Model, "messages": asked, "temperature": 0, "seed": 1}) // nothing in it can fail
	return body
}

// patience is the longest wait that a server may ask for, and tries how often it is
// asked while it does.
const (
	patience = 30 * time.Second
	tries    = 3
)

// post sends a question and reads what comes back. A server that says when to ask again
// is asked again then.
func (l *LLM) post(ctx context.Context, body []byte) (status int, data []byte, err error) {
	limit := cmp.Or(l.Limit, usualLimit)
	client := &http.Client{Timeout: limit, CheckRedirect: func(*http.Request, []*http.Request) error {
		return errors.New("it answers with a redirect: set OPENAI_BASE_URL to the final address")
	}}
	failed := func(err error) error {
		out := fmt.Errorf("language model: %s", l.redact(err.Error()))
		if t := (net.Error)(nil); errors.As(err, &t) && t.Timeout() {
			out = fmt.Errorf("language model: no answer within %v (RENDER_LLM_TIMEOUT)", limit)
		}
		if ctx.Err() == nil {
			l.unreached(out)
		}
		return out
	}
	for try := 1; ; try++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimRight(l.BaseURL, "/")+"/chat/completions", bytes.NewReader(body))
		if err != nil {
			return 0, nil, errors.New("language model: the base URL is not valid")
		}
		req.Header.Set("Content-Type", "application/json")
		if l.Key != "" {
			req.Header.Set("Authorization", "Bearer "+l.Key)
		}
		resp, err := client.Do(req)
		if err != nil {
			return 0, nil, failed(err)
		}
		data, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
		resp.Body.Close()
		if err != nil {
			return 0, nil, failed(err)
		}
		if len(data) > maxAnswer {
			return 0, nil, fmt.Errorf("language model: the answer is larger than %d MB", maxAnswer>>20)
		}
		busy := resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusServiceUnavailable
		seconds, again := strconv.Atoi(resp.Header.Get("Retry-After"))
		wait := time.Duration(min(seconds, 3600)) * time.Second
		if !busy || again != nil || seconds < 0 || wait > patience || try == tries {
			return resp.StatusCode, data, nil
		}
		select {
		case <-ctx.Done():
			return 0, nil, fmt.Errorf("language model: %w", ctx.Err())
		case <-time.After(wait):
		}
	}
}

func (l *LLM) redact(s string) string {
	if l.Key == "" {
		return s
	}
	return strings.ReplaceAll(s, l.Key, "…")
}

// ClipBytes is the beginning of s, at most n bytes and no part of a letter.
func ClipBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
