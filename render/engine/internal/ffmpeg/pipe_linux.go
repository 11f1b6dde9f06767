package ffmpeg

import (
	"os"

	"golang.org/x/sys/unix"
)

// pipeBytes is as much as a pipe may hold without privilege. A frame of video is
// dozens of times the usual 64 KB, and each refill costs both sides a wake-up.
const pipeBytes = 1 << 20

// widen makes a pipe hold more; one that stays as it is only costs time.
func widen(w *os.File) {
	if c, err := w.SyscallConn(); err == nil {
		_ = c.Control(func(fd uintptr) { _, _ = unix.FcntlInt(fd, unix.F_SETPIPE_SZ, pipeBytes) })
	}
}
