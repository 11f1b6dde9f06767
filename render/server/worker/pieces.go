package worker

import (
	"context"
	"errors"
	"io/fs"

	"gitops.video/render/render"
	"gitops.video/render/render/blob"
	"gitops.video/render/render/server/queue"
)

// pieces are shared through the bucket; the queue knows which content is which piece.
type pieces struct {
	queue *queue.Queue
	store render.Store
}

var _ render.Pieces = pieces{}

// Fetch implements [render.Pieces]. Content that is gone or damaged is forgotten: the
// piece is made again.
func (p pieces) Fetch(ctx context.Context, name, path string) (bool, error) {
	b, ok, err := p.queue.Piece(ctx, name)
	if err != nil || !ok {
		return false, err
	}
	err = p.store.Get(ctx, b.SHA256, path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, blob.ErrDamaged) {
		return false, p.queue.DropPiece(ctx, name)
	}
	return err == nil, ofBucket(err)
}

// Share implements [render.Pieces].
func (p pieces) Share(ctx context.Context, name, path string) error {
	if _, known, err := p.queue.Piece(ctx, name); known || err != nil {
		return err
	}
	b, err := describe(path)
	if err != nil {
		return err
	}
	if err := p.queue.Hold(ctx, b.SHA256); err != nil {
		return err
	}
	if err := p.store.Put(ctx, b.SHA256, path); err != nil {
		return ofBucket(err)
	}
	return p.queue.AddPiece(ctx, name, b)
}
