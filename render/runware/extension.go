package runware

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/parcel"
	"gitops.video/render/render/wire"
)

// extension knows whether the server takes a whole manifest entry as it is: see
// [wire.Extension]. It decides what a task's digest counts, so it must be the same
// in every plan: the server is asked once a process. Where it cannot be asked, what it
// said last holds, and where it never said anything here, the lockfile does: entries
// that are on record as sent whole were sent to a server that takes them.
type extension struct {
	p       *Provider
	once    sync.Once
	version atomic.Int32
	guessed bool // not by the server's own word of now

	mu       sync.Mutex
	recorded []iter.Seq[json.RawMessage]
}

// askWithin bounds the one question. A plan does not wait for a server that is away.
const askWithin = 2 * time.Second

// extended says whether the server takes entries whole.
func (p *Provider) extended() bool {
	x := &p.extension
	x.once.Do(func() {
		if p.cfg.Files == nil || hosted(p.client.host) {
			return
		}
		said, known := x.ask()
		before, ever := x.recall()
		switch {
		case known && said != before:
			x.remember(said)
		case !known && ever:
			said, x.guessed = before, true
		case !known:
			said, x.guessed = x.onRecord(), true
		}
		x.version.Store(int32(said))
	})
	return x.version.Load() > 0
}

// Recall implements [render.Recaller].
func (p *Provider) Recall(tasks iter.Seq[json.RawMessage]) {
	x := &p.extension
	x.mu.Lock()
	defer x.mu.Unlock()
	x.recorded = append(x.recorded, tasks)
}

// onRecord looks for a task that was sent whole: for others [Compose] clears these fields.
func (x *extension) onRecord() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, tasks := range x.recorded {
		for task := range tasks {
			var f map[string]json.RawMessage
			if json.Unmarshal(task, &f) != nil || string(f["provider"]) != `"runware"` {
				continue
			}
			for _, name := range []string{"brand", "language", "voice", "style", "captions", "music", "context", "assets", "storyboard", "edits", "mentions", "fit", "pronounce"} {
				if _, there := f[name]; there {
					return wire.ExtensionVersion
				}
			}
		}
	}
	return 0
}

// agrees says whether the server takes entries in the form that they were planned in,
// where that was not known for sure.
func (x *extension) agrees() error {
	if !x.guessed {
		return nil
	}
	said, known := x.ask()
	if !known || said == int(x.version.Load()) {
		return nil
	}
	x.remember(said)
	text := "takes whole entries, and these were planned for one that does not"
	if said == 0 {
		text = "does not take whole entries, and these were planned for one that does"
	}
	return &render.Failure{Class: render.ClassValidation, Code: "serverChanged", Message: fmt.Sprintf("%s %s: it could not be asked before; run again", x.p.client.host, text)}
}

// Hosted says whether a base URL leads to the API itself; "" does.
func Hosted(baseURL string) bool {
	u, err := parseBaseURL(cmp.Or(strings.TrimSpace(baseURL), DefaultBaseURL))
	return err == nil && hosted(u.Host)
}

// hosted names the API's own hosts. They are never asked: they do not know the
// question, and a plan for them calls nobody.
func hosted(host string) bool {
	if u, err := url.Parse("//" + host); err == nil {
		host = u.Hostname()
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return host == "runware.ai" || strings.HasSuffix(host, ".runware.ai")
}

// ask sends a ping. A refusal of the key is an answer, too: every answer of a server
// that has the extension says so.
func (x *extension) ask() (version int, known bool) {
	body, err := wire.Encode(wire.Task{TaskType: wire.TypePing, Ping: true})
	if err != nil {
		return 0, false
	}
	ans, err := x.p.client.send(context.Background(), body, options{timeout: min(askWithin, x.p.cfg.CallTimeout)})
	if err != nil || ans.foreign || ans.status >= 500 || ans.status == http.StatusTooManyRequests {
		return 0, false
	}
	return ans.extension, true
}

// advert is what is kept of a server between processes.
type advert struct {
	BaseURL   string `json:"baseURL"`
	Extension int    `json:"extension"`
}

func (x *extension) file() string {
	sum := sha256.Sum256([]byte(x.p.client.url))
	return filepath.Join(x.p.cfg.CacheDir, "servers", hex.EncodeToString(sum[:8])+".json")
}

// recall gives what the server said last, and whether it ever has.
func (x *extension) recall() (version int, ever bool) {
	var a advert
	if x.p.cfg.CacheDir == "" {
		return 0, false
	}
	data, err := os.ReadFile(x.file())
	if err != nil || json.Unmarshal(data, &a) != nil || a.BaseURL != x.p.client.url {
		return 0, false
	}
	return min(max(a.Extension, 0), wire.ExtensionVersion), true
}

func (x *extension) remember(version int) {
	data, err := json.Marshal(advert{x.p.client.url, version})
	if err == nil && x.p.cfg.CacheDir != "" {
		_ = replaceFile(x.file(), append(data, '\n')) // where it cannot be kept, the next process asks again
	}
}

// pack makes the extension of a job's task, nil where the server has none.
func (p *Provider) pack(job render.Job) (*wire.Extension, error) {
	if !p.extended() {
		return nil, nil
	}
	files, err := p.cfg.Files(job.Dir)
	if err != nil {
		return nil, err
	}
	x, err := parcel.Pack(job.Spec, files)
	if f, ok := errors.AsType[*render.FileError](err); ok {
		return nil, &render.Failure{Class: render.ClassValidation, Code: "invalidEntry", Message: f.Error()}
	}
	return x, err
}

// whole checks what is left to check of an entry that is sent as it is.
func whole(spec manifest.Spec) error {
	if in := spec.Inputs; in != nil && in.Image != "" && manifest.IsLocalImage(in.Image) {
		spec.Inputs = &manifest.Inputs{Avatar: in.Avatar, Image: "data:"} // the file itself travels as it is
	}
	return sendable(spec, "")
}

// pace is how long to wait before the first poll, and between two polls at most. Our
// own server is asked more often: its videos take seconds, and polls cost it nothing.
func (p *Provider) pace() (first, longest time.Duration) {
	if p.patient && p.extended() {
		return time.Second, 5 * time.Second
	}
	return p.cfg.PollFirst, p.cfg.PollMax
}

// phases are the words that a server may tell progress with.
var phases = []string{"voice", "draw", "encode", "queued", "upload"}

func phaseOf(i wire.Item) string {
	if i.Render != nil && slices.Contains(phases, i.Render.Phase) {
		return i.Render.Phase
	}
	return ""
}

// sidecars are the files that may lie beside a video.
var sidecars = []string{".jpg", ".srt", ".vtt"}
