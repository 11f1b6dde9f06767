package manifest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"text/template/parse"

	"gitops.video/render/schema"
)

// maxManifest is the largest manifest, in bytes. Rows belong into data files, which
// may be larger.
const maxManifest = 64 << 20

// unit is one manifest while it is loaded.
type unit struct {
	file   *File
	src    *source
	header *node // everything but videos, laid over what it extends
	videos *node // where videos: is, for messages
	chunks []*chunk
	folder *folder

	values   shared
	brands   map[string]*brand
	defaults map[string]field // evaluated when they hold no template
	output   *node
	named    map[string]*parse.Tree
	texts    map[string]*node // named templates' own places
	batch    shared
	diags    *collector
	parsed   *templateCache
	hosted   *schema.Model

	made   atomic.Int64
	broken atomic.Bool // a chunk was not a list of its own: parse it in one piece

	mu     sync.Mutex
	tables map[string]*table
	read   map[string][]byte // hashes of every file that was read, by display name
}

// remember notes the content of a file that the manifest depends on.
func (u *unit) remember(name string, data []byte) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.rememberLocked(name, data)
}

func (u *unit) rememberLocked(name string, data []byte) {
	sum := sha256.Sum256(data)
	u.read[name] = sum[:]
}

// fingerprint is the hash over everything that was read, and over the assignments of
// the command line.
func (u *unit) fingerprint(set []string) string {
	u.mu.Lock()
	defer u.mu.Unlock()
	h := sha256.New()
	var names []string
	for name := range u.read {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(h, "%x\n", u.read[name])
	}
	for _, s := range set {
		fmt.Fprintf(h, "set %q\n", s)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// reads names everything that was read, with the hash of its content.
func (u *unit) reads() map[string]string {
	u.mu.Lock()
	defer u.mu.Unlock()
	out := make(map[string]string, len(u.read))
	for name, sum := range u.read {
		out[name] = hex.EncodeToString(sum)
	}
	return out
}

// include reads a file for the template function file.
func (u *unit) include(p string) (string, error) {
	b, derr := u.folder.readFile(p, maxOutput)
	if derr != nil {
		return "", fmt.Errorf("%s; %s", derr.summary, derr.hint)
	}
	u.remember(p, b)
	b, err := toUTF8(b, "")
	return string(b), err
}
