package engine

import (
	"context"
	"net/http"
	"path/filepath"
	"time"

	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/stock"
)

// stock is the library of stock pictures; without a key it gives what was fetched
// before.
func (e *Engine) stock() *stock.Library {
	client := &http.Client{Timeout: 4 * time.Minute}
	l := &stock.Library{Dir: filepath.Join(e.opts.CacheDir, "stock"), Client: client}
	if e.opts.StockKey != "" {
		l.Provider = &stock.Pexels{Key: e.opts.StockKey, Base: e.opts.StockURL, Client: client}
	}
	return l
}

// stockFile implements [finder].
func (e *Engine) stockFile(ctx context.Context, b *scene.Storyboard, id string) (string, error) {
	return e.stock().File(ctx, id, stock.Query{Width: b.Width, Height: b.Height})
}
