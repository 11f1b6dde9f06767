package lockfile

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// farAway is a byte beyond the holder's description: Windows locks are mandatory,
// and the description must stay readable while the lock is held.
const farAway = 1 << 30

// TryLock takes the exclusive lock of an open file without waiting; it ends with the
// file, or the process.
func TryLock(f *os.File) error {
	at := &windows.Overlapped{Offset: farAway}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return ErrLocked
	}
	return err
}

func unlock(f *os.File) error {
	return windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, &windows.Overlapped{Offset: farAway})
}
