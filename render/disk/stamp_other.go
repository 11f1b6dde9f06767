//go:build !linux

package disk

import (
	"errors"
	"io/fs"
	"syscall"
)

// stampOf has no inode and no change time here; size, modification time and the
// time to settle have to do.
func stampOf(info fs.FileInfo) stamp {
	return stamp{size: info.Size(), mtime: info.ModTime().UnixNano()}
}

// isCrossDevice knows EXDEV, and what Windows says in its place (ERROR_NOT_SAME_DEVICE).
func isCrossDevice(err error) bool {
	return errors.Is(err, syscall.EXDEV) || errors.Is(err, syscall.Errno(17))
}
