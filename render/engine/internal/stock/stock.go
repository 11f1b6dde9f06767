// Package stock finds pictures and videos of real things in somebody else's library,
// and keeps them.
//
// A search happens once: which item it chose is kept under what was asked, and the
// item under its id, so that the same words give the same picture for as long as the
// folder lives, and a storyboard that names an id needs no search at all. Downloads
// are bounded in size and time and come from the library's own hosts only.
package stock

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// Limits of what is fetched.
const (
	maxReply  = 4 << 20
	maxPhoto  = 40 << 20
	maxVideo  = 400 << 20
	replyTime = 20 * time.Second
	fileTime  = 3 * time.Minute
)

// ErrNone says that the library holds nothing that fits.
var ErrNone = errors.New("nothing fits")

// Query asks for a picture or a video.
type Query struct {
	Words         string  // in plain words: "harbour at dawn"
	Video         bool    // else a photo
	Width, Height int     // pixels that it will fill
	Seconds       float64 // a video should last
	Nth           int     // 0 = the best, 1 = the next best …: variants of one film
}

// Item is one photo or video of a library.
type Item struct {
	ID      string `json:"id"`      // "pexels/video/2499611"
	Source  string `json:"source"`  // the library's name
	Page    string `json:"page"`    // where people see it
	Author  string `json:"author"`  // who made it
	Licence string `json:"licence"` // what may be done with it
	URL     string `json:"url"`     // the file
	Ext     string `json:"ext"`     // ".mp4", ".jpg"
}

// Credit names the author and the source, as libraries ask.
func (i Item) Credit() string {
	kind := "Photo"
	if strings.Contains(i.ID, "/video/") {
		kind = "Video"
	}
	return fmt.Sprintf("%s by %s on %s (%s; %s)", kind, i.Author, i.Source, i.Page, i.Licence)
}

// Provider is a library that can be searched. Its methods are safe for concurrent use.
type Provider interface {
	// Search lists what fits, best first; an empty list when nothing does.
	Search(ctx context.Context, q Query) ([]Item, error)
	// Find describes the item of an id that Search gave, in the size that q wants.
	Find(ctx context.Context, id string, q Query) (Item, error)
	// Hosts says whether files may come from there.
	Hosts(u *url.URL) bool
}

// Library keeps what a provider gave in a folder. A Library without a provider still
// gives what the folder holds.
type Library struct {
	Dir      string
	Provider Provider // nil = offline
	Client   *http.Client
}

// Prefix begins the name of an asset that stands for an item: "stock:" and its id.
const Prefix = "stock:"

var idForm = regexp.MustCompile(`^[a-z]+/(photo|video)/[0-9]{1,15}$`)

// Choose finds the item for a query and fetches its file.
func (l *Library) Choose(ctx context.Context, q Query) (Item, error) {
	q.Words = strings.Join(strings.Fields(strings.ToLower(q.Words)), " ")
	asked, err := json.Marshal(q)
	if err != nil {
		return Item{}, fmt.Errorf("stock: %w", err)
	}
	sum := sha256.Sum256(asked)
	chosen := filepath.Join(l.Dir, "asked", hex.EncodeToString(sum[:16])+".json")
	var item Item
	if readJSON(chosen, &item) && idForm.MatchString(item.ID) {
		if _, err := l.File(ctx, item.ID, q); err == nil {
			return item, nil
		}
	}
	if l.Provider == nil {
		return Item{}, errors.New("no stock library is configured: set PEXELS_API_KEY")
	}
	limited, cancel := context.WithTimeout(ctx, replyTime)
	defer cancel()
	items, err := l.Provider.Search(limited, q)
	if err != nil {
		return Item{}, err
	}
	if len(items) == 0 {
		return Item{}, ErrNone
	}
	item = items[min(q.Nth, len(items)-1)]
	if err := l.keep(ctx, item, q); err != nil {
		return Item{}, err
	}
	return item, writeJSON(chosen, item)
}

// File is the path of an item's file in the size that q wants, fetched when it is not
// here yet. What an id means never changes, so what is here is never asked for again.
func (l *Library) File(ctx context.Context, id string, q Query) (string, error) {
	if !idForm.MatchString(id) {
		return "", fmt.Errorf("%q is no stock id such as pexels/video/2499611", id)
	}
	if path, ok := l.held(id, q); ok {
		return path, nil
	}
	if l.Provider == nil {
		return "", errors.New("it is not on this machine, and no stock library is configured: set PEXELS_API_KEY")
	}
	limited, cancel := context.WithTimeout(ctx, replyTime)
	defer cancel()
	item, err := l.Provider.Find(limited, id, q)
	if err != nil {
		return "", err
	}
	if err := l.keep(ctx, item, q); err != nil {
		return "", err
	}
	path, _ := l.held(id, q)
	return path, nil
}

// Credit is whom an item that is here is by; "" when it is not here.
func (l *Library) Credit(id string, q Query) string {
	var item Item
	if !idForm.MatchString(id) || !readJSON(l.base(id, q)+".json", &item) {
		return ""
	}
	return item.Credit()
}

// base is an item's place without extension. An item is kept once for each size of
// window, by its shorter side.
func (l *Library) base(id string, q Query) string {
	return filepath.Join(l.Dir, "items", fmt.Sprintf("%s-%d", strings.ReplaceAll(id, "/", "-"), min(q.Width, q.Height)))
}

// held is the whole file of an id, if it is here: its record is written last.
func (l *Library) held(id string, q Query) (string, bool) {
	var item Item
	if !readJSON(l.base(id, q)+".json", &item) || !oneOf(item.Ext) {
		return "", false
	}
	path := l.base(id, q) + item.Ext
	st, err := os.Stat(path)
	return path, err == nil && st.Size() > 0
}

func oneOf(ext string) bool { return ext == ".jpg" || ext == ".png" || ext == ".mp4" }

// keep downloads an item's file.
func (l *Library) keep(ctx context.Context, item Item, q Query) error {
	if !idForm.MatchString(item.ID) || !oneOf(item.Ext) {
		return fmt.Errorf("stock: the library answered with an item %.60q that cannot be kept", item.ID)
	}
	if _, ok := l.held(item.ID, q); ok {
		return nil
	}
	most := int64(maxPhoto)
	if item.Ext == ".mp4" {
		most = maxVideo
	}
	u, err := url.Parse(item.URL)
	if err != nil || !l.Provider.Hosts(u) {
		return fmt.Errorf("stock: %s lies on a host that is not the library's", item.ID)
	}
	ctx, cancel := context.WithTimeout(ctx, fileTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, item.URL, nil)
	if err != nil {
		return fmt.Errorf("stock: %w", err)
	}
	client := *l.Client
	client.CheckRedirect = func(to *http.Request, via []*http.Request) error {
		if len(via) > 3 || !l.Provider.Hosts(to.URL) {
			return errors.New("it leads away from the library")
		}
		return nil
	}
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("stock: %s: %w", item.ID, plain(err))
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("stock: %s: the library answered %s", item.ID, resp.Status)
	}
	if err := os.MkdirAll(filepath.Join(l.Dir, "items"), 0o755); err != nil {
		return fmt.Errorf("stock: %w", err)
	}
	f, err := os.CreateTemp(filepath.Join(l.Dir, "items"), "*.partial")
	if err != nil {
		return fmt.Errorf("stock: %w", err)
	}
	defer os.Remove(f.Name())
	body := bufio.NewReader(io.LimitReader(resp.Body, most+1))
	if head, _ := body.Peek(512); strings.HasPrefix(http.DetectContentType(head), "text/html") { // an error's page, with status 200
		return errors.Join(fmt.Errorf("stock: %s: a web page arrived instead of the file", item.ID), f.Close())
	}
	n, err := io.Copy(f, body)
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("stock: %s: %w", item.ID, plain(err))
	}
	if n == 0 || n > most || resp.ContentLength > 0 && n != resp.ContentLength {
		return fmt.Errorf("stock: %s: %d bytes arrived, at most %d MB are taken", item.ID, n, most>>20)
	}
	if err := os.Rename(f.Name(), l.base(item.ID, q)+item.Ext); err != nil {
		return fmt.Errorf("stock: %w", err)
	}
	return writeJSON(l.base(item.ID, q)+".json", item)
}

// plain drops the address from an HTTP error: it may carry tokens.
func plain(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

func readJSON(path string, v any) bool {
	b, err := os.ReadFile(path)
	return err == nil && json.Unmarshal(b, v) == nil
}

func writeJSON(path string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("stock: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("stock: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "*.partial")
	if err != nil {
		return fmt.Errorf("stock: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = f.Write(b)
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("stock: %w", err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("stock: %w", err)
	}
	return nil
}
