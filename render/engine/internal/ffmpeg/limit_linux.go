package ffmpeg

import "golang.org/x/sys/unix"

// What one process may take. A file that somebody else made must not bring the
// machine down: ours need a tenth of it. They are variables for the tests.
var (
	memoryLimit uint64 = 6 << 30 // bytes of its own memory
	cpuLimit    uint64 = 3600    // seconds of computing
	fileLimit   uint64 = 64 << 30
)

// confine puts limits on a process that has just been started: an instant late, which
// is long before it has read anything.
func confine(pid int) {
	for what, most := range map[int]uint64{unix.RLIMIT_DATA: memoryLimit, unix.RLIMIT_CPU: cpuLimit, unix.RLIMIT_FSIZE: fileLimit, unix.RLIMIT_CORE: 0} {
		var now unix.Rlimit
		// One that is lower already stays. A process that has ended meanwhile needs
		// none, and a system that knows none of them goes without.
		if unix.Prlimit(pid, what, nil, &now) == nil && now.Max > most {
			_ = unix.Prlimit(pid, what, &unix.Rlimit{Cur: most, Max: most}, nil)
		}
	}
}
