//go:build unix

package ffmpeg

import (
	"os/exec"
	"syscall"
)

// apart puts the process in a group of its own: a Ctrl-C in the terminal is for us
// to answer, and must not end an encoder in the middle of a segment.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
