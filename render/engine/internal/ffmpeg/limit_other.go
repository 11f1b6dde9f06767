//go:build !linux

package ffmpeg

// confine would put limits on a process; from outside only Linux can.
func confine(int) {}
