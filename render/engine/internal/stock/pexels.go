package stock

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Pexels is the library at pexels.com: free to use, also commercially.
// https://www.pexels.com/api/documentation/
type Pexels struct {
	Key    string
	Base   string // "" = https://api.pexels.com
	Client *http.Client
}

const (
	pexelsBase    = "https://api.pexels.com"
	pexelsLicence = "Pexels License"
)

var _ Provider = (*Pexels)(nil)

func (p *Pexels) base() string {
	if p.Base == "" {
		return pexelsBase
	}
	return strings.TrimRight(p.Base, "/")
}

type pexelsPhoto struct {
	ID            int64             `json:"id"`
	Width, Height int               // of the original
	URL           string            `json:"url"`
	Photographer  string            `json:"photographer"`
	Src           map[string]string `json:"src"`
}

type pexelsVideo struct {
	ID       int64   `json:"id"`
	URL      string  `json:"url"`
	Duration float64 `json:"duration"`
	User     struct {
		Name string `json:"name"`
	} `json:"user"`
	Files []struct {
		Type   string  `json:"file_type"`
		Link   string  `json:"link"`
		Width  int     `json:"width"`
		Height int     `json:"height"`
		FPS    float64 `json:"fps"`
	} `json:"video_files"`
}

// Search implements [Provider].
func (p *Pexels) Search(ctx context.Context, q Query) ([]Item, error) {
	v := url.Values{"query": {q.Words}, "per_page": {"20"}, "orientation": {"square"}}
	if a := float64(q.Width) / float64(max(1, q.Height)); a > 1.2 {
		v.Set("orientation", "landscape")
	} else if a < .84 {
		v.Set("orientation", "portrait")
	}
	var items []Item
	if q.Video {
		var reply struct {
			Videos []pexelsVideo `json:"videos"`
		}
		if err := p.get(ctx, "/videos/search", v, &reply); err != nil {
			return nil, err
		}
		// In the library's own order, but what must run on in its scene comes last.
		slices.SortStableFunc(reply.Videos, func(a, b pexelsVideo) int { return less(a.Duration < q.Seconds, b.Duration < q.Seconds) })
		for _, x := range reply.Videos {
			if it, ok := x.item(q); ok {
				items = append(items, it)
			}
		}
		return items, nil
	}
	var reply struct {
		Photos []pexelsPhoto `json:"photos"`
	}
	if err := p.get(ctx, "/v1/search", v, &reply); err != nil {
		return nil, err
	}
	for _, x := range reply.Photos {
		if it, ok := x.item(q); ok {
			items = append(items, it)
		}
	}
	return items, nil
}

func less(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// Find implements [Provider].
func (p *Pexels) Find(ctx context.Context, id string, q Query) (Item, error) {
	var item Item
	var ok bool
	kind, n, _ := strings.Cut(strings.TrimPrefix(id, "pexels/"), "/")
	if kind == "video" {
		var x pexelsVideo
		if err := p.get(ctx, "/videos/videos/"+url.PathEscape(n), nil, &x); err != nil {
			return Item{}, err
		}
		item, ok = x.item(q)
	} else {
		var x pexelsPhoto
		if err := p.get(ctx, "/v1/photos/"+url.PathEscape(n), nil, &x); err != nil {
			return Item{}, err
		}
		item, ok = x.item(q)
	}
	if !ok || item.ID != id {
		return Item{}, fmt.Errorf("Pexels knows no %s", id)
	}
	return item, nil
}

func (x pexelsPhoto) item(q Query) (Item, bool) {
	link := x.Src["large2x"]
	if max(q.Width, q.Height) > 1920 || link == "" {
		link = x.Src["original"]
	}
	ext := ".jpg"
	if u, err := url.Parse(link); err == nil && strings.EqualFold(u.Path[max(0, len(u.Path)-4):], ".png") {
		ext = ".png"
	}
	return Item{ID: "pexels/photo/" + strconv.FormatInt(x.ID, 10), Source: "Pexels", Page: x.URL, Author: x.Photographer, Licence: pexelsLicence, URL: link, Ext: ext}, x.ID > 0 && link != ""
}

// item takes the smallest file that fills the window, else the largest there is.
func (x pexelsVideo) item(q Query) (Item, bool) {
	need := float64(min(q.Width, q.Height))
	best, cost := "", math.Inf(1)
	for _, f := range x.Files {
		side := float64(min(f.Width, f.Height))
		if f.Type != "video/mp4" || side <= 0 {
			continue
		}
		c := side - need
		if c < 0 {
			c = 1e6 - c // too small: only if nothing is large enough
		}
		if c < cost {
			best, cost = f.Link, c
		}
	}
	return Item{ID: "pexels/video/" + strconv.FormatInt(x.ID, 10), Source: "Pexels", Page: x.URL, Author: x.User.Name, Licence: pexelsLicence, URL: best, Ext: ".mp4"}, x.ID > 0 && best != ""
}

// Hosts implements [Provider]: files come from Pexels and the host that it keeps
// videos at, over TLS; in tests from the test's own server.
func (p *Pexels) Hosts(u *url.URL) bool {
	if base, err := url.Parse(p.base()); err == nil && p.Base != "" && u.Scheme == base.Scheme && u.Host == base.Host {
		return true
	}
	h := strings.ToLower(u.Hostname())
	return u.Scheme == "https" && u.Port() == "" && u.User == nil &&
		(h == "pexels.com" || strings.HasSuffix(h, ".pexels.com") || h == "player.vimeo.com" || strings.HasSuffix(h, ".vimeocdn.com"))
}

func (p *Pexels) get(ctx context.Context, path string, v url.Values, into any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.base()+path+"?"+v.Encode(), nil)
	if err != nil {
		return fmt.Errorf("Pexels: %w", err)
	}
	req.Header.Set("Authorization", p.Key)
	client := *p.Client
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return errors.New("it redirects") } // the key stays here
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("Pexels: %w", plain(err))
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
	case http.StatusUnauthorized, http.StatusForbidden:
		return errors.New("Pexels refuses the key in PEXELS_API_KEY")
	case http.StatusTooManyRequests:
		return errors.New("Pexels has had too many requests from this key; try again later")
	case http.StatusNotFound:
		return errors.New("Pexels knows no such item")
	default:
		return fmt.Errorf("Pexels answers %s", resp.Status)
	}
	b, err := io.ReadAll(io.LimitReader(resp.Body, maxReply+1))
	if err != nil {
		return fmt.Errorf("Pexels: %w", plain(err))
	}
	if len(b) > maxReply {
		return errors.New("Pexels: the answer is too long")
	}
	if err := json.Unmarshal(b, into); err != nil {
		return errors.New("Pexels: the answer is not what its documentation says")
	}
	return nil
}
