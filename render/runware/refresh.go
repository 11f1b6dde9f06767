package runware

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"gitops.video/render/schema"
)

// Published is where the provider publishes its models' schemas.
type Published struct {
	Docs    string // "https://runware.ai/docs": one OpenAPI document a model
	Schemas string // "https://schemas.runware.ai": one JSON document a model id
}

// DefaultPublished are the provider's own addresses.
var DefaultPublished = Published{Docs: "https://runware.ai/docs", Schemas: "https://schemas.runware.ai"}

// maxSchema bounds a schema document, in bytes; with 1,287 avatars it has some 100 KB.
const maxSchema = 16 << 20

// Refresh brings the table of a model up to date from its published schema. What the
// schema does not say stays as it was; today becomes the table's version. The model's
// page is named after its id: heygen:video-agent@0 is heygen-video-agent.
func Refresh(ctx context.Context, transport http.RoundTripper, from Published, table schema.Model, today time.Time) (schema.Model, error) {
	client := &http.Client{Transport: transport, Timeout: time.Minute}
	page, _, _ := strings.Cut(table.Model, "@")
	page = strings.ReplaceAll(page, ":", "-")
	var f findings
	var errs []error
	for _, u := range []string{
		strings.TrimRight(from.Schemas, "/") + "/resolve/" + strings.ReplaceAll(url.QueryEscape(table.Model), "+", "%20"),
		strings.TrimRight(from.Docs, "/") + "/models/" + page + "/schema.json",
	} {
		doc, err := getJSON(ctx, client, u)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		f.walk(doc, "", 0)
		if len(f.avatars) > 0 && len(f.sizes) > 0 {
			break // the second document says the same
		}
	}
	if len(f.avatars) == 0 && len(f.sizes) == 0 {
		if len(errs) == 0 {
			errs = append(errs, errors.New("the published schema names neither avatars nor sizes"))
		}
		return table, fmt.Errorf("nothing was refreshed: %w", errors.Join(errs...))
	}
	out := table
	out.Version = today.UTC().Format(time.DateOnly)
	if len(f.avatars) > 0 {
		slices.Sort(f.avatars)
		out.Avatars = slices.Compact(f.avatars)
	}
	if len(f.sizes) > 0 {
		out.Sizes = f.sizes
	}
	if f.price > 0 {
		out.PricePerSecond = f.price
	}
	return out, nil
}

func getJSON(ctx context.Context, client *http.Client, u string) (any, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "application/json")
	resp, err := client.Do(req)
	if err != nil {
		text, _ := explainNet(err, req.URL.Host, time.Time{})
		return nil, errors.New(text)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers HTTP %s", u, resp.Status)
	}
	var doc any
	if err := json.NewDecoder(io.LimitReader(resp.Body, maxSchema)).Decode(&doc); err != nil {
		return nil, fmt.Errorf("%s is not JSON: %w", u, err)
	}
	return doc, nil
}

// findings are what a walk through a schema document collects. Where in the document
// things stand differs between its two forms and from release to release, so the walk
// goes by what they look like: a property avatar with an enum, an object that pins
// width and height.
type findings struct {
	avatars []string
	sizes   []schema.Size
	price   float64
}

var (
	avatarID = regexp.MustCompile(`^[A-Za-z0-9_.-]{3,120}$`)
	sizeWord = regexp.MustCompile(`^(\d{2,5})\s*[x×]\s*(\d{2,5})$`)
)

func (f *findings) walk(v any, under string, depth int) {
	if depth > 64 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, el := range v {
			if s, ok := el.(string); ok && sizing(under) {
				if m := sizeWord.FindStringSubmatch(s); m != nil {
					w, _ := strconv.Atoi(m[1])
					h, _ := strconv.Atoi(m[2])
					f.add(w, h)
				}
			}
			f.walk(el, under, depth+1)
		}
	case map[string]any:
		if props, ok := v["properties"].(map[string]any); ok {
			if avatar, ok := props["avatar"].(map[string]any); ok {
				f.enum(avatar)
			}
			f.add(pinned(props["width"]), pinned(props["height"]))
		}
		if sizing(under) {
			f.add(integer(v["width"]), integer(v["height"]))
		}
		if unit, _ := v["unit"].(string); strings.EqualFold(unit, "second") || strings.EqualFold(unit, "per second") {
			f.charge(v["price"])
		}
		f.charge(v["pricePerSecond"])
		for _, k := range sortedKeys(v) {
			next := under
			if k != "items" && k != "enum" && k != "oneOf" && k != "anyOf" && k != "properties" {
				next = k
			}
			f.walk(v[k], next, depth+1)
		}
	}
}

func (f *findings) enum(avatar map[string]any) {
	list, _ := avatar["enum"].([]any)
	for _, el := range list {
		if s, ok := el.(string); ok && avatarID.MatchString(s) {
			f.avatars = append(f.avatars, s)
		}
	}
}

func (f *findings) add(w, h int) {
	z := schema.Size{Width: w, Height: h, Proven: true}
	if w >= 64 && h >= 64 && w <= 16384 && h <= 16384 && !slices.Contains(f.sizes, z) {
		f.sizes = append(f.sizes, z)
	}
}

func (f *findings) charge(v any) {
	if n, ok := v.(float64); ok && n > 0 && n < 100 {
		f.price = n
	}
}

// sizing says whether a key speaks of picture sizes.
func sizing(key string) bool {
	k := strings.ToLower(key)
	return strings.Contains(k, "dimension") || strings.Contains(k, "resolution") || strings.Contains(k, "size")
}

// pinned is the one value that a schema allows, 0 when it allows several.
func pinned(v any) int {
	s, ok := v.(map[string]any)
	if !ok {
		return 0
	}
	if n := integer(s["const"]); n > 0 {
		return n
	}
	if list, ok := s["enum"].([]any); ok && len(list) == 1 {
		return integer(list[0])
	}
	return 0
}

func integer(v any) int {
	n, ok := v.(float64)
	if !ok || n != math.Trunc(n) || n < 0 || n > 1<<20 {
		return 0
	}
	return int(n)
}
