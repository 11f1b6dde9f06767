package ffmpeg

import (
	"context"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestProcessesAreLimited looks at what the kernel says of a running process.
func TestProcessesAreLimited(t *testing.T) {
	p, err := Start(t.Context(), "limited", "-f", "rawvideo", "-s", "16x16", "-i", "pipe:0", "-f", "null", "-")
	if errors.Is(err, ErrMissing) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Wait() }()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", p.cmd.Process.Pid))
	if err != nil {
		t.Skip(err)
	}
	for name, most := range map[string]uint64{"Max data size": memoryLimit, "Max cpu time": cpuLimit, "Max core file size": 0} {
		if !regexp.MustCompile(fmt.Sprintf(`(?m)^%s +%d +%d `, name, most, most)).Match(text) {
			t.Errorf("%s is not %d:\n%s", name, most, text)
		}
	}
}

// TestMemoryEnds has a process ask for more than it may have: it ends, also where it
// only waits for memory that never comes.
func TestMemoryEnds(t *testing.T) {
	memory, time0 := memoryLimit, longest
	memoryLimit, longest = 48<<20, 3*time.Second
	defer func() { memoryLimit, longest = memory, time0 }()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	err := Run(ctx, "greedy", nil, nil, "-f", "lavfi", "-i", "color=size=8000x8000", "-frames:v", "1", "-f", "null", "-")
	if errors.Is(err, ErrMissing) {
		t.Skip(err)
	}
	var failed *Error
	if !errors.As(err, &failed) {
		t.Error(err)
	}
}

// TestForeignFilesNameNoOthers: a playlist in a sound file's clothes is not followed.
func TestForeignFilesNameNoOthers(t *testing.T) {
	dir := t.TempDir()
	secret := dir + "/secret.wav"
	if err := Run(t.Context(), "make", nil, nil, "-f", "lavfi", "-i", "sine=duration=0.2", secret); errors.Is(err, ErrMissing) {
		t.Skip(err)
	} else if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"list.mp3": "ffconcat version 1.0\nfile 'secret.wav'\n",
		"list.wav": "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsecret.wav\n#EXT-X-ENDLIST\n",
	} {
		if err := os.WriteFile(dir+"/"+name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		args := append(ForeignSound(), "-i", dir+"/"+name, "-f", "s16le", "pipe:1")
		if err := Run(t.Context(), "read", nil, &out, args...); err == nil || out.Len() > 0 {
			t.Errorf("%s was followed: %d bytes", name, out.Len())
		}
	}
	var out strings.Builder
	if err := Run(t.Context(), "read", nil, &out, append(ForeignSound(), "-i", secret, "-f", "s16le", "pipe:1")...); err != nil || out.Len() == 0 {
		t.Errorf("an honest file: %v", err)
	}
}
