package queue

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Pieces of videos (segments, takes) are named by the hash of what made them, while the
// bucket goes by the hash of content: this is the table between the two. Where two
// workers have made the same piece, the first one's counts.

// Piece gives the content of a piece that some worker has made.
func (q *Queue) Piece(ctx context.Context, name string) (b Blob, ok bool, err error) {
	var used int64
	err = q.db.row(ctx, `SELECT sha, bytes, used FROM render_piece WHERE name = $1`, name).Scan(&b.SHA256, &b.Bytes, &used)
	if errors.Is(err, sql.ErrNoRows) {
		return b, false, nil
	}
	now := q.now()
	if err == nil && now.Sub(at(used)) > time.Hour {
		err = q.db.write(ctx, func(t tx) error {
			_, err := t.exec(ctx, `UPDATE render_piece SET used = $2 WHERE name = $1`, name, ms(now))
			return err
		})
	}
	if err != nil {
		return b, false, fmt.Errorf("piece: %w", err)
	}
	return b, true, nil
}

// AddPiece makes a piece known whose content is in the bucket under a hold.
func (q *Queue) AddPiece(ctx context.Context, name string, b Blob) error {
	err := q.db.write(ctx, func(t tx) error {
		n, err := t.exec(ctx, `INSERT INTO render_piece (name, sha, bytes, used) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING`, name, b.SHA256, b.Bytes, ms(q.now()))
		if err != nil || n == 0 {
			return err
		}
		return q.addHolds(ctx, t, "piece/"+name, b.SHA256)
	})
	if err != nil {
		return fmt.Errorf("piece: %w", err)
	}
	return nil
}

// DropPiece forgets a piece whose content turned out damaged or missing.
func (q *Queue) DropPiece(ctx context.Context, name string) error {
	err := q.db.write(ctx, func(t tx) error {
		if _, err := t.exec(ctx, `DELETE FROM render_piece WHERE name = $1`, name); err != nil {
			return err
		}
		return q.dropHolds(ctx, t, "piece/"+name, q.now())
	})
	if err != nil {
		return fmt.Errorf("piece: %w", err)
	}
	return nil
}
