package queue

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// Media is a file that a client has uploaded under a UUID of ours.
type Media struct {
	UUID    string
	Owner   string
	Blob    Blob
	Created time.Time
	Used    time.Time // last; it is kept for Options.KeepFor after that
}

// AddMedia records uploaded media, whose content its holder has put into the bucket
// under [Queue.Hold].
func (q *Queue) AddMedia(ctx context.Context, owner string, b Blob) (Media, error) {
	now := q.now()
	m := Media{UUID: q.ids(), Owner: owner, Blob: b, Created: now, Used: now}
	err := q.db.write(ctx, func(t tx) error {
		if _, err := t.exec(ctx, `INSERT INTO render_media (uuid, owner, sha, bytes, mime, created, used) VALUES ($1, $2, $3, $4, $5, $6, $6)`,
			m.UUID, owner, b.SHA256, b.Bytes, b.MIME, ms(now)); err != nil {
			return err
		}
		return q.addHolds(ctx, t, "media/"+m.UUID, b.SHA256)
	})
	if err != nil {
		return Media{}, fmt.Errorf("media: %w", err)
	}
	return m, nil
}

// Media gives an owner's ("" = anybody's) media and notes that it has been used; nil
// when there is none of this UUID.
func (q *Queue) Media(ctx context.Context, owner, uuid string) (*Media, error) {
	m := &Media{UUID: uuid}
	var created int64
	now := q.now()
	err := q.db.write(ctx, func(t tx) error {
		return t.row(ctx, `UPDATE render_media SET used = $3 WHERE uuid = $1 AND (owner = $2 OR $2 = '') RETURNING owner, sha, bytes, mime, created`,
			uuid, owner, ms(now)).Scan(&m.Owner, &m.Blob.SHA256, &m.Blob.Bytes, &m.Blob.MIME, &created)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("media: %w", err)
	}
	m.Created, m.Used = at(created), now
	return m, nil
}

// DeleteMedia forgets an owner's media and says whether there was any of this UUID.
// Its content goes with the next Collect, unless something else holds it.
func (q *Queue) DeleteMedia(ctx context.Context, owner, uuid string) (bool, error) {
	var n int64
	err := q.db.write(ctx, func(t tx) (err error) {
		if n, err = t.exec(ctx, `DELETE FROM render_media WHERE uuid = $1 AND owner = $2`, uuid, owner); err != nil || n == 0 {
			return err
		}
		return q.dropHolds(ctx, t, "media/"+uuid, q.now())
	})
	if err != nil {
		return false, fmt.Errorf("media: %w", err)
	}
	return n > 0, nil
}

// AddFile records a file that an owner has uploaded by its hash, for tasks to come.
func (q *Queue) AddFile(ctx context.Context, owner, sha string, bytes int64) error {
	err := q.db.write(ctx, func(t tx) error {
		if _, err := t.exec(ctx, `INSERT INTO render_file (owner, sha, bytes, used) VALUES ($1, $2, $3, $4)
			ON CONFLICT (owner, sha) DO UPDATE SET used = excluded.used`, owner, sha, bytes, ms(q.now())); err != nil {
			return err
		}
		return q.addHolds(ctx, t, "file/"+owner, sha)
	})
	if err != nil {
		return fmt.Errorf("file: %w", err)
	}
	return nil
}

// Files gives the sizes of those files that an owner has uploaded, by hash, and notes
// that they have been used. An owner does not see what others have.
func (q *Queue) Files(ctx context.Context, owner string, shas ...string) (map[string]int64, error) {
	out := map[string]int64{}
	if len(shas) == 0 {
		return out, nil
	}
	err := q.db.write(ctx, func(t tx) error {
		for _, sha := range shas {
			var n int64
			err := t.row(ctx, `UPDATE render_file SET used = $3 WHERE owner = $1 AND sha = $2 RETURNING bytes`, owner, sha, ms(q.now())).Scan(&n)
			if errors.Is(err, sql.ErrNoRows) {
				continue
			}
			if err != nil {
				return err
			}
			out[sha] = n
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("files: %w", err)
	}
	return out, nil
}

// Secret gives the 32 random bytes that all processes on this database share under a
// name; they are made at the first call.
func (q *Queue) Secret(ctx context.Context, name string) ([]byte, error) {
	fresh := make([]byte, 32)
	_, _ = rand.Read(fresh) // never fails
	var text string
	err := q.db.write(ctx, func(t tx) error {
		if _, err := t.exec(ctx, `INSERT INTO render_secret (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING`, name, hex.EncodeToString(fresh)); err != nil {
			return err
		}
		return t.row(ctx, `SELECT value FROM render_secret WHERE name = $1`, name).Scan(&text)
	})
	if err != nil {
		return nil, fmt.Errorf("secret: %w", err)
	}
	return hex.DecodeString(text)
}
