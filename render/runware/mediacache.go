package runware

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// keepMedia is how long an uploaded image is trusted to be there. The provider
// removes it 30 days after its last use; a day or two are left for clocks.
const keepMedia = 28 * 24 * time.Hour

// mediaCache remembers under which id the provider keeps an image's content. Its
// file is a convenience: when it is missing, damaged or cannot be written, images
// are uploaded again.
type mediaCache struct {
	dir     string // "" = remember for this process only
	account string
	now     func() time.Time

	mu      sync.Mutex
	loaded  bool
	entries map[string]mediaEntry // account/content
}

type mediaEntry struct {
	MediaUUID string    `json:"mediaUUID"`
	Used      time.Time `json:"used"`
}

func (c *mediaCache) path() string { return filepath.Join(c.dir, "media.json") }

// get returns the id of content, "" when it is not known or too old.
func (c *mediaCache) get(content string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.load()
	name := c.account + "/" + content
	e, ok := c.entries[name]
	age := c.now().Sub(e.Used)
	if !ok || age < -time.Hour || age > keepMedia {
		return ""
	}
	if age > 24*time.Hour { // being used counts anew; once a day is enough to note
		e.Used = c.now()
		c.entries[name] = e
		c.save()
	}
	return e.MediaUUID
}

func (c *mediaCache) put(content, id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.load()
	c.entries[c.account+"/"+content] = mediaEntry{MediaUUID: id, Used: c.now()}
	c.save()
}

// drop forgets an id; it says whether it was known.
func (c *mediaCache) drop(id string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.load()
	for name, e := range c.entries {
		if e.MediaUUID == id {
			delete(c.entries, name)
			c.save()
			return true
		}
	}
	return false
}

func (c *mediaCache) load() {
	if c.loaded {
		return
	}
	c.loaded, c.entries = true, c.read()
}

func (c *mediaCache) read() map[string]mediaEntry {
	entries := map[string]mediaEntry{}
	if c.dir == "" {
		return entries
	}
	if data, err := os.ReadFile(c.path()); err == nil {
		if json.Unmarshal(data, &entries) != nil || entries == nil {
			return map[string]mediaEntry{}
		}
	}
	for name, e := range entries {
		if !uuidForm.MatchString(e.MediaUUID) {
			delete(entries, name)
		}
	}
	return entries
}

// save keeps the entries. What another process added meanwhile is lost and uploaded
// again: rare, and harmless.
func (c *mediaCache) save() {
	if c.dir == "" {
		return
	}
	kept := map[string]mediaEntry{}
	for name, e := range c.entries {
		if c.now().Sub(e.Used) <= keepMedia {
			kept[name] = e
		}
	}
	data, err := json.MarshalIndent(kept, "", " ")
	if err != nil {
		return
	}
	_ = replaceFile(c.path(), append(data, '\n')) // see above: a convenience
}

// replaceFile writes a file anew beside the old one and puts it in place.
func replaceFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), "new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
