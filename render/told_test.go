package render_test

import (
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestLockfileNamesNoFolders: the lockfile is committed, so what went wrong on one machine
// stands in it without that machine's folders and temporary names.
func TestLockfileNamesNoFolders(t *testing.T) {
	t.Parallel()
	full := &os.PathError{Op: "write", Path: "/home/ada/site/.render/work/u/make-3555056087/video.mp4", Err: syscall.ENOSPC}
	for _, c := range []struct {
		err  error
		want string
	}{
		{full, "the disk is full"},
		{errors.New("ffmpeg mux: exit status 1: av_interleaved_write_frame(): No space left on device\nError closing file /home/ada/x.mp4"), "the disk is full"},
		{errors.New("join: open /home/ada/.cache/render/segments/ab12.mp4: input/output error"), "join: open ab12.mp4: input/output error"},
		{errors.New(`join: open C:\Users\Ada\AppData\Local\render\ab12.mp4: access denied`), "join: open ab12.mp4: access denied"},
		{errors.New("ffmpeg: exit status 1: first line\nsecond line"), "ffmpeg: exit status 1: first line second line"},
		{errors.New("scene 2: 24/7 and a/b are no paths, and neither is https://acme.example/logo/x.png"), "scene 2: 24/7 and a/b are no paths, and neither is https://acme.example/logo/x.png"},
	} {
		w := newWorld(t.TempDir())
		w.entries["a"] = entry{prompt: "red"}
		w.provider.Before = failAt("await", c.err)
		if s, _ := w.apply(t, nil); s.Failed != 1 {
			t.Fatalf("%+v", s)
		}
		if got := w.lock(t).Records["a"].Error.Message; got != c.want {
			t.Errorf("recorded %q, want %q", got, c.want)
		}
		if lock := readFile(t, w.lockPath()); strings.Contains(strings.ToLower(lock), "ada") {
			t.Error(lock)
		}
	}
}
