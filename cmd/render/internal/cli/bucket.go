package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// tryBucket makes sure, before any task is taken, that the bucket can be written to and
// is the one that the others of the farm use: what one has made, all have to find.
func (m *farm) tryBucket(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	wrong := func(err error, hint string) error {
		return &exit{code: exitInvalid, err: fmt.Errorf("--bucket %s: %w", m.flags.bucket, err), hint: hint}
	}
	const unusable = "render has to write and delete there: check that the place exists, has room, and lets this user in"
	trial, err := m.put(ctx, "trial "+filepath.Base(m.scratch)+"\n")
	if err == nil {
		err = m.store.Delete(ctx, trial)
	}
	if err != nil {
		return wrong(err, unusable)
	}
	// The mark's content is a secret of the database, so it says whose bucket this is.
	secret, err := m.queue.Secret(ctx, "bucket")
	if err != nil {
		return err
	}
	mark := "render keeps media here for the farm " + hex.EncodeToString(secret[:8]) + "\n"
	there, err := m.store.Has(ctx, sum(mark))
	if err != nil || there {
		if err != nil {
			err = wrong(err, unusable)
		}
		return err
	}
	ws, err := m.queue.Workers(ctx)
	if err != nil {
		return err
	}
	for _, w := range ws {
		if !w.Lost {
			return wrong(fmt.Errorf("%s on %s uses another bucket, or this is not the same folder", w.ID, w.Host),
				"give all servers and workers of a farm the same --bucket; to change it, stop them all first")
		}
	}
	if _, err := m.put(ctx, mark); err != nil {
		return wrong(err, unusable)
	}
	return nil
}

// put stores a text and gives its hash.
func (m *farm) put(ctx context.Context, text string) (string, error) {
	path := filepath.Join(m.scratch, "text")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return "", err
	}
	name := sum(text)
	return name, errors.Join(m.store.Put(ctx, name, path), os.Remove(path))
}

func sum(text string) string {
	s := sha256.Sum256([]byte(text))
	return hex.EncodeToString(s[:])
}

// bucketHint says how a folder is named that was not named as a URL.
func bucketHint(url string) string {
	if strings.Contains(url, "://") {
		return ""
	}
	path, err := filepath.Abs(url)
	if err != nil {
		return ""
	}
	return "a folder is named as --bucket file://" + filepath.ToSlash(path)
}
