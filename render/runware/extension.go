package runware

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/parcel"
	"gitops.video/render/render/wire"
)

// extension knows whether the server takes a whole manifest entry as it is: see
// [wire.Extension]. It decides what a task's digest counts, so it must be the same
// in every plan: the server is asked once a process, and where it cannot be asked,
// what it said last holds.
type extension struct {
	p       *Provider
	once    sync.Once
	version int
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
		if !known {
			said = x.recall()
		} else if said != x.recall() {
			x.remember(said)
		}
		x.version = said
	})
	return x.version > 0
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

func (x *extension) recall() int {
	var a advert
	if x.p.cfg.CacheDir == "" {
		return 0
	}
	data, err := os.ReadFile(x.file())
	if err != nil || json.Unmarshal(data, &a) != nil || a.BaseURL != x.p.client.url {
		return 0
	}
	return min(max(a.Extension, 0), wire.ExtensionVersion)
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
