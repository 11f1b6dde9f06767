// Package keys knows who may use the server. A key is 160 random bits, so its plain
// SHA-256 is enough to keep: whoever reads the file of keys can use none of them.
//
// The file is YAML, one key a line; `render serve key NAME` prints such a line:
//
//   - {name: alice, sha256: 9f86d0…, concurrency: 2, daily: 500, dailySeconds: 36000}
package keys

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// Key is what is known of one API key: all but the key itself.
type Key struct {
	Name         string  `yaml:"name"`         // owner of everything that is sent with it
	SHA256       string  `yaml:"sha256"`       // of the key, in hex
	Concurrency  int     `yaml:"concurrency"`  // results in the making at once; 0 = as many as there are workers
	Daily        int     `yaml:"daily"`        // tasks a day (UTC); 0 = unlimited
	DailySeconds float64 `yaml:"dailySeconds"` // seconds of video asked for a day (UTC); 0 = unlimited
	Admin        bool    `yaml:"admin"`        // sees the tasks of all keys on the dashboard
}

// Ring is a set of keys. The zero value is open: it lets everybody in. It is safe for
// concurrent use.
type Ring struct {
	mu      sync.RWMutex
	keys    []Key
	sums    [][]byte
	renewed chan struct{} // nil = nobody waits
}

// Local is who uses an open ring.
var Local = Key{Name: "local", Admin: true}

// prefix marks keys of this server, so that scanners for leaked secrets can find them.
const prefix = "rk_"

var nameForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// New makes a key for somebody: the key itself, which is shown once, and what is kept.
func New(name string) (secret string, k Key, err error) {
	if !nameForm.MatchString(name) {
		return "", k, fmt.Errorf("%q is no name for a key: use letters, digits, dot, dash and underscore", name)
	}
	raw := make([]byte, 20)
	_, _ = rand.Read(raw) // never fails: see crypto/rand
	secret = prefix + strings.ToLower(base32.StdEncoding.EncodeToString(raw))
	return secret, Key{Name: name, SHA256: hash(secret)}, nil
}

// Line is a key's line in the file.
func (k Key) Line() string {
	line := fmt.Sprintf("- {name: %s, sha256: %s", k.Name, k.SHA256)
	if k.Concurrency > 0 {
		line += fmt.Sprintf(", concurrency: %d", k.Concurrency)
	}
	if k.Daily > 0 {
		line += fmt.Sprintf(", daily: %d", k.Daily)
	}
	if k.DailySeconds > 0 {
		line += fmt.Sprintf(", dailySeconds: %g", k.DailySeconds)
	}
	if k.Admin {
		line += ", admin: true"
	}
	return line + "}"
}

func hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// maxFile bounds the file of keys, in bytes.
const maxFile = 4 << 20

// Read adds the keys of a file.
func (r *Ring) Read(file io.Reader) error {
	text, err := io.ReadAll(io.LimitReader(file, maxFile))
	if err != nil {
		return err
	}
	var list []Key
	d := yaml.NewDecoder(strings.NewReader(string(text)))
	d.KnownFields(true)
	if err := d.Decode(&list); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("the keys cannot be read: %w", err)
	}
	for i, k := range list {
		if err := r.add(k); err != nil {
			return fmt.Errorf("key %d: %w", i+1, err)
		}
	}
	return nil
}

// Accept adds keys as they are, separated by commas. Each is named after its hash, so
// that it owns the same tasks after a restart.
func (r *Ring) Accept(list string) error {
	for secret := range strings.SplitSeq(list, ",") {
		secret = strings.TrimSpace(secret)
		if secret == "" {
			continue
		}
		if len(secret) < 16 {
			return errors.New("a key in the list has fewer than 16 characters: it could be guessed; `render serve key NAME` makes a good one")
		}
		sum := hash(secret)
		if err := r.add(Key{Name: "key-" + sum[:8], SHA256: sum}); err != nil {
			return err
		}
	}
	return nil
}

func (r *Ring) add(k Key) error {
	sum, err := hex.DecodeString(k.SHA256)
	switch {
	case !nameForm.MatchString(k.Name):
		return fmt.Errorf("%q is no name for a key", k.Name)
	case err != nil || len(sum) != sha256.Size:
		return fmt.Errorf("%s: sha256 is not a SHA-256 in hex", k.Name)
	case k.Concurrency < 0 || k.Daily < 0 || k.DailySeconds < 0:
		return fmt.Errorf("%s: a limit is negative", k.Name)
	}
	for i, other := range r.keys {
		// Two keys of one name are one owner, as while a key is being replaced.
		if subtle.ConstantTimeCompare(r.sums[i], sum) == 1 {
			return fmt.Errorf("%s and %s are the same key", other.Name, k.Name)
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.keys, r.sums = append(r.keys, k), append(r.sums, sum)
	return nil
}

// Become puts the keys of another ring in the place of its own.
func (r *Ring) Become(other *Ring) {
	list, sums := other.held()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.keys, r.sums = list, sums
	if r.renewed != nil {
		close(r.renewed)
		r.renewed = nil
	}
}

// Renewed gives a channel that is closed when the ring next gets other keys.
func (r *Ring) Renewed() <-chan struct{} {
	if r == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.renewed == nil {
		r.renewed = make(chan struct{})
	}
	return r.renewed
}

// Still gives a key that was found before as it is now: its limits may have changed, and
// it may have been taken away.
func (r *Ring) Still(k Key) (Key, bool) {
	list, _ := r.held()
	if len(list) == 0 {
		return Local, k == Local
	}
	for _, now := range list {
		if strings.EqualFold(now.SHA256, k.SHA256) {
			return now, now.Name == k.Name
		}
	}
	return Key{}, false
}

// held is what the ring holds now; the slices are not written to any more.
func (r *Ring) held() ([]Key, [][]byte) {
	if r == nil {
		return nil, nil
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.keys, r.sums
}

// Open says that there are no keys, so that everybody is let in.
func (r *Ring) Open() bool {
	list, _ := r.held()
	return len(list) == 0
}

// Named gives a key that bears a name, if there still is one.
func (r *Ring) Named(name string) (Key, bool) {
	list, _ := r.held()
	if len(list) == 0 {
		return Local, name == Local.Name
	}
	for _, k := range list {
		if k.Name == name {
			return k, true
		}
	}
	return Key{}, false
}

// Find gives the key that a secret is. How long it takes says nothing about the keys.
func (r *Ring) Find(secret string) (Key, bool) {
	list, sums := r.held()
	if len(list) == 0 {
		return Local, true
	}
	sum := sha256.Sum256([]byte(secret))
	found := -1
	for i := range sums {
		if subtle.ConstantTimeCompare(sums[i], sum[:]) == 1 {
			found = i
		}
	}
	if found < 0 {
		return Key{}, false
	}
	return list[found], true
}
