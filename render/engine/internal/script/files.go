package script

import (
	"cmp"
	"fmt"
	"os"

	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/scene"
)

// pinned loads the storyboard that the entry pins. It is used as it is.
func (r Request) pinned() (*scene.Storyboard, error) {
	data, err := folder.Read(r.Dir, r.Spec.Storyboard)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(cmp.Or(r.Dir, "."))
	if err != nil {
		return nil, fmt.Errorf("open the manifest's folder: %w", err)
	}
	defer root.Close()
	return board.Decode(r.Spec.Storyboard, data, root.FS())
}
