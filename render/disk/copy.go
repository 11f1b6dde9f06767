package disk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// Copy copies a file to a path of its own, and forces the copy to the disk.
func Copy(from, to string) error {
	src, err := os.Open(filepath.Clean(from))
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.Create(to)
	if err != nil {
		return err
	}
	return copyAndClose(dst, src)
}

func copyAndClose(dst, src *os.File) error {
	_, err := io.Copy(dst, src)
	if err == nil {
		err = dst.Sync()
	}
	return errors.Join(err, dst.Close())
}
