package disk

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"
)

// Settling is how long a file must have been left alone before its stamp can stand
// for its content.
const Settling = settle

// StampSum is what [StampAll] finds.
type StampSum struct {
	Sum    []byte    // over all stamps, in order
	Newest time.Time // the last change among them
	Err    error     // of the first file that could not be looked at
}

// StampOf is the stamp of one file as text.
func StampOf(name string) (string, error) {
	info, err := os.Stat(name)
	if err != nil {
		return "", err
	}
	return fmt.Sprint(stampOf(info)), nil
}

// StampAll sums up the stamps of files below root. Names should come sorted: a folder
// is opened once for all of its files that follow each other.
func StampAll(root *os.Root, names [][]byte) StampSum {
	var s StampSum
	h := sha256.New()
	var buf [40]byte
	dir, dirName := root, "."
	defer func() {
		if dir != root {
			_ = dir.Close() // it was only looked at
		}
	}()
	for _, name := range names {
		parent, base := path.Split(string(name))
		if parent = path.Clean(parent); parent != dirName {
			next := root
			if parent != "." {
				var err error
				if next, err = root.OpenRoot(filepath.FromSlash(parent)); err != nil {
					s.Err = err
					return s
				}
			}
			if dir != root {
				_ = dir.Close() // see above
			}
			dir, dirName = next, parent
		}
		info, err := dir.Lstat(base)
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			info, err = root.Stat(filepath.FromSlash(string(name)))
		}
		if err != nil {
			s.Err = err
			return s
		}
		is := stampOf(info)
		if changed := time.Unix(0, max(is.mtime, is.ctime)); changed.After(s.Newest) {
			s.Newest = changed
		}
		binary.LittleEndian.PutUint64(buf[0:], uint64(is.size))
		binary.LittleEndian.PutUint64(buf[8:], uint64(is.mtime))
		binary.LittleEndian.PutUint64(buf[16:], uint64(is.ctime))
		binary.LittleEndian.PutUint64(buf[24:], is.inode)
		binary.LittleEndian.PutUint64(buf[32:], uint64(len(name)))
		h.Write(buf[:])
		h.Write(name)
	}
	s.Sum = h.Sum(nil)
	return s
}
