package safety

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"net/http"
	"net/url"
	"time"

	"golang.org/x/image/draw"
)

// HTTP asks a classifier that the user runs. It is sent one POST for a batch:
//
//	{"version":1,"kind":"pictures","pictures":["<base64 JPEG>", …]}
//	{"version":1,"kind":"words","text":"…"}
//
// with the key as bearer token, and answers 200 with a result for each picture, in
// order, or one for the words:
//
//	{"results":[{"flagged":false},{"flagged":true,"category":"sexual","score":0.97}]}
//
// Any other answer is an error: what could not be looked at does not pass.
type HTTP struct {
	URL    string
	Key    string // "" = no token is sent
	Client *http.Client
	Wait   time.Duration // for one answer; 0 = a minute
}

func (c *HTTP) patience() time.Duration { return cmp.Or(c.Wait, replyTime) }

var _ Classifier = (*HTTP)(nil)

const (
	maxReply  = 1 << 20
	replyTime = time.Minute
	sideSent  = 640 // pixels of the longer side that is sent
)

type question struct {
	Version  int      `json:"version"`
	Kind     string   `json:"kind"`
	Pictures []string `json:"pictures,omitempty"`
	Text     string   `json:"text,omitempty"`
}

type answer struct {
	Results []struct {
		Flagged  *bool   `json:"flagged"`
		Category string  `json:"category"`
		Score    float64 `json:"score"`
	} `json:"results"`
}

// Pictures implements [Classifier].
func (c *HTTP) Pictures(ctx context.Context, all []image.Image) ([]Verdict, error) {
	q := question{Version: 1, Kind: "pictures"}
	for _, img := range all {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, sized(img), &jpeg.Options{Quality: 88}); err != nil {
			return nil, fmt.Errorf("classifier: %w", err)
		}
		q.Pictures = append(q.Pictures, base64.StdEncoding.EncodeToString(b.Bytes()))
	}
	return c.ask(ctx, q, len(all))
}

// Words implements [Classifier].
func (c *HTTP) Words(ctx context.Context, text string) (Verdict, error) {
	v, err := c.ask(ctx, question{Version: 1, Kind: "words", Text: text}, 1)
	if err != nil {
		return Verdict{}, err
	}
	return v[0], nil
}

func sized(img image.Image) image.Image {
	b := img.Bounds()
	k := sideSent / float64(max(b.Dx(), b.Dy()))
	if k >= 1 {
		return img
	}
	out := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(b.Dx())*k)), max(1, int(float64(b.Dy())*k))))
	draw.CatmullRom.Scale(out, out.Rect, img, b, draw.Src, nil)
	return out
}

func (c *HTTP) ask(ctx context.Context, q question, n int) ([]Verdict, error) {
	body, err := json.Marshal(q)
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, c.patience())
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL, bytes.NewReader(body))
	if err != nil {
		return nil, errors.New("classifier: RENDER_CLASSIFIER_URL is no http(s) address")
	}
	req.Header.Set("Content-Type", "application/json")
	if c.Key != "" {
		req.Header.Set("Authorization", "Bearer "+c.Key)
	}
	client := *c.Client
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return errors.New("it redirects") } // the key stays here
	resp, err := client.Do(req)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("classifier: no answer within %v", c.patience())
	}
	if err != nil {
		var u *url.Error
		if errors.As(err, &u) {
			err = u.Err // without the address, which may hold secrets
		}
		return nil, fmt.Errorf("classifier: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("classifier: it answers %s", resp.Status)
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, maxReply+1))
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("classifier: no whole answer within %v", c.patience())
	}
	if err != nil {
		return nil, fmt.Errorf("classifier: %w", err)
	}
	var a answer
	if len(b) > maxReply || json.Unmarshal(b, &a) != nil || len(a.Results) != n {
		return nil, fmt.Errorf("classifier: the answer does not hold %d results", n)
	}
	out := make([]Verdict, n)
	for i, r := range a.Results {
		if r.Flagged == nil {
			return nil, errors.New("classifier: a result does not say whether it is flagged")
		}
		if out[i].Flagged = *r.Flagged; out[i].Flagged {
			out[i].Why = "flagged"
			if r.Category != "" {
				out[i].Why = fmt.Sprintf("%.40s", r.Category)
			}
			if r.Score > 0 {
				out[i].Why += fmt.Sprintf(" (%.2f)", r.Score)
			}
		}
	}
	return out, nil
}
