package dashboard

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"math"
	"strconv"
	"strings"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render/server/answer"
	"gitops.video/render/render/server/queue"
)

// task is a queue's task as templates see it.
type task struct {
	*queue.Task
	Spec   manifest.Spec
	Owned  bool // the owner's name is worth showing
	Videos []video
	now    time.Time
}

// video is one result of a task.
type video struct {
	*queue.Result
	ID      string // within the page
	URL     string // "" = not finished, or gone
	Poster  string
	Tracks  []track
	FrameAt string // address of the frame being drawn, "" = none
	Missing string // why a finished video cannot be played
}

// Number is the result's, as people count.
func (v video) Number() int { return v.Index + 1 }

type track struct{ URL, Label, Lang string }

// view makes what templates see of a task.
func (d *dashboard) view(t *queue.Task, who Who) task {
	v := task{Task: t, Owned: who.Admin && d.Keys != nil, now: d.Now()}
	_ = json.Unmarshal(t.Spec, &v.Spec) // an odd spec shows less
	for i := range t.Results {
		r := &t.Results[i]
		x := video{Result: r, ID: fmt.Sprintf("%s-%d", t.UUID, i)}
		switch {
		case r.State == queue.Running && d.Frame != nil:
			x.FrameAt = fmt.Sprintf("/frames/%s/%d", t.UUID, i)
		case r.State != queue.Done || r.Made == nil:
		case r.Expired:
			x.Missing = "Its time to live is over; the file is gone."
		case d.MediaURL != nil:
			x.URL = d.MediaURL(t, r, answer.Ext(r.Made.Video.MIME))
			if r.Made.Poster != nil {
				x.Poster = d.MediaURL(t, r, ".jpg")
			}
			if _, ok := r.Made.Sidecars[".vtt"]; ok {
				x.Tracks = append(x.Tracks, track{d.MediaURL(t, r, ".vtt"), "Captions", language(v.Spec.Language)})
			}
		}
		v.Videos = append(v.Videos, x)
	}
	return v
}

func language(l string) string {
	if l == "" {
		return "en"
	}
	return l
}

// Headline is the prompt's beginning, on one line.
func (t task) Headline() string {
	s := strings.Join(strings.Fields(t.Spec.PositivePrompt), " ")
	if s == "" {
		return "(no prompt)"
	}
	return clip(s, 160)
}

// clip cuts a text after n characters at most, at a space where there is one.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.!?") + "…"
}

// Shape says in which frame the video stands: wide, tall or square.
func (t task) Shape() string {
	w, h := t.Spec.Width, t.Spec.Height
	for _, r := range t.Results {
		if r.Made != nil {
			w, h = r.Made.Width, r.Made.Height
		}
	}
	switch {
	case h > w:
		return "tall"
	case h == w && h > 0:
		return "square"
	}
	return "wide"
}

// Facts are what is known of the video, for one line.
func (t task) Facts() []string {
	var out []string
	s := t.Spec
	for _, r := range t.Results {
		if m := r.Made; m != nil {
			s.Width, s.Height, s.Duration = m.Width, m.Height, int(math.Round(m.Seconds))
			break
		}
	}
	if s.Duration > 0 {
		out = append(out, strconv.Itoa(s.Duration)+" s")
	}
	if s.Width > 0 {
		out = append(out, fmt.Sprintf("%d×%d", s.Width, s.Height))
	}
	if n := len(t.Results); n > 1 {
		out = append(out, fmt.Sprintf("%d results", n))
	}
	return out
}

// Percent is how far the whole task is, 0–100.
func (t task) Percent() float64 {
	sum := 0.0
	for _, r := range t.Results {
		if r.State.Ended() {
			sum += 100
		} else {
			sum += r.Percent
		}
	}
	return sum / float64(max(1, len(t.Results)))
}

// Phase is what is being done now, in the words of a person.
func (t task) Phase() string {
	for _, r := range t.Results {
		if r.State == queue.Running {
			switch r.Phase {
			case "voice":
				return "Speaking"
			case "draw":
				return "Drawing"
			case "encode":
				return "Encoding"
			case "upload":
				return "Storing"
			case "queued", "":
				return "Starting"
			}
			return r.Phase
		}
	}
	return "Waiting"
}

// Took is how long the work has taken, or takes so far.
func (t task) Took() time.Duration {
	switch {
	case t.Started.IsZero():
		return 0
	case t.Finished.IsZero():
		return t.now.Sub(t.Started)
	}
	return t.Finished.Sub(t.Started)
}

// Left is about how long it will still take, 0 when there is too little to go by.
func (t task) Left() time.Duration {
	p, took := t.Percent(), t.Took()
	if p < 5 || took < 2*time.Second || t.State.Ended() {
		return 0
	}
	return time.Duration(float64(took) * (100 - p) / p)
}

// Price is what its results have cost, in USD.
func (t task) Price() float64 {
	sum := 0.0
	for _, r := range t.Results {
		sum += r.Cost
	}
	return sum
}

// Worker is who works on it, or did.
func (t task) Worker() string {
	for _, r := range t.Results {
		if r.Worker != "" {
			return r.Worker
		}
	}
	return ""
}

// Failure is why it, or one of its results, failed.
func (t task) Failure() *queue.Failure {
	for _, r := range t.Results {
		if r.Err != nil {
			return r.Err
		}
	}
	return nil
}

// Undelivered are deliveries that were given up.
func (t task) Undelivered() []queue.Failure {
	var out []queue.Failure
	for _, r := range t.Results {
		out = append(out, r.Undelivered...)
	}
	return out
}

func (d *dashboard) funcs() template.FuncMap {
	return template.FuncMap{
		"assets": func() string { return d.assets },
		"ago":    func(t time.Time) string { return ago(d.Now().Sub(t)) },
		"span":   span,
		"iso":    func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
		"clock":  func(t time.Time) string { return t.UTC().Format("2 Jan 2006, 15:04:05 UTC") },
		"usd":    func(v float64) string { return fmt.Sprintf("$%.2f", v) },
		"whole":  func(v float64) string { return strconv.FormatFloat(math.Round(v), 'f', 0, 64) },
		"short":  func(id string) string { return id[:min(8, len(id))] },
		"size":   size,
		"json": func(raw json.RawMessage) string {
			var v any
			if json.Unmarshal(raw, &v) != nil {
				return string(raw)
			}
			b, err := json.MarshalIndent(v, "", "  ")
			if err != nil {
				return string(raw)
			}
			return string(b)
		},
		"dict": func(pairs ...any) map[string]any {
			out := map[string]any{}
			for i := 0; i+1 < len(pairs); i += 2 {
				out[fmt.Sprint(pairs[i])] = pairs[i+1]
			}
			return out
		},
	}
}

// ago says how long something is past.
func ago(d time.Duration) string {
	switch {
	case d < 5*time.Second:
		return "now"
	case d < time.Minute:
		return fmt.Sprintf("%d s ago", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%d min ago", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h ago", int(d.Hours()))
	}
	return fmt.Sprintf("%d days ago", int(d.Hours()/24))
}

// span says how long something takes.
func span(d time.Duration) string {
	switch {
	case d < time.Second:
		return "<1 s"
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%d:%02d min", int(d.Minutes()), int(d.Seconds())%60)
	case d < 48*time.Hour:
		return fmt.Sprintf("%d:%02d h", int(d.Hours()), int(d.Minutes())%60)
	}
	return fmt.Sprintf("%d days", int(d.Hours()/24))
}

func size(n int64) string {
	if n < 100_000 {
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}

// assetSum names the content of all assets.
func assetSum() string {
	h := sha256.New()
	_ = fs.WalkDir(content, "assets", func(name string, e fs.DirEntry, err error) error { // it cannot fail: the files are part of the program
		if err == nil && !e.IsDir() {
			b, _ := content.ReadFile(name)
			h.Write(b)
		}
		return err
	})
	return hex.EncodeToString(h.Sum(nil)[:6])
}
