//go:build !unix

package ffmpeg

import "os/exec"

func apart(*exec.Cmd) {}
