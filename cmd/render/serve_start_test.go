package main_test

import (
	"bytes"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServeStartErrors: what keeps a server from starting is said at once, with what to
// do about it, and with the exit code of a wrong call.
func TestServeStartErrors(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = taken.Close() }) // after the parallel parts
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	write(t, file, "this is no database, and no folder, and longer than a hundred bytes, so that SQLite reads its first page of bytes\n")
	nobody := "postgres://render:hunter2@" + unused(t) + "/farm"
	for name, c := range map[string]struct {
		args []string
		want []string
	}{
		"port in use":         {[]string{"--addr", taken.Addr().String()}, []string{"address already in use", "another port"}},
		"no port":             {[]string{"--addr", "localhost"}, []string{"--addr localhost is no address", "127.0.0.1:8080"}},
		"database away":       {[]string{"--database", nobody, "--bucket", "file://" + dir + "/b"}, []string{"connection refused", "is PostgreSQL running"}},
		"database no file":    {[]string{"--database", file}, []string{"not a database", "name another file"}},
		"bucket no URL":       {[]string{"--bucket", dir}, []string{"is no store", "--bucket file://" + dir}},
		"bucket not usable":   {[]string{"--bucket", "file://" + file}, []string{"--bucket file://" + file, "check that the place exists"}},
		"data not usable":     {[]string{"--data", file}, []string{"the data folder", "--data"}},
		"price below nothing": {[]string{"--price-per-second", "-1"}, []string{"amount of USD"}},
		"negative":            {[]string{"--workers", "-1"}, []string{"negative"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			args := append([]string{"serve", "--addr", "127.0.0.1:0", "--data", filepath.Join(t.TempDir(), "data")}, c.args...)
			cmd := exec.Command("render", args...)
			var said bytes.Buffer
			cmd.Stdout, cmd.Stderr = &said, &said
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			late := time.AfterFunc(30*time.Second, func() { _ = cmd.Process.Kill() })
			defer late.Stop()
			if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 1 {
				t.Errorf("%v\n%s", err, &said)
			}
			for _, w := range c.want {
				if !strings.Contains(said.String(), w) {
					t.Errorf("does not say %q:\n%s", w, &said)
				}
			}
			if strings.Contains(said.String(), "hunter2") || strings.Count(said.String(), "\n") > 4 {
				t.Errorf("says too much:\n%s", &said)
			}
		})
	}
}

// unused is an address that nobody listens on.
func unused(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// TestWorkerWithAnotherBucket: a worker that would look for the others' media in the
// wrong place does not start.
func TestWorkerWithAnotherBucket(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	serve(t, dir, "")
	args := []string{"worker", "--data", filepath.Join(dir, "other"), "--database", filepath.Join(dir, "data", "tasks.db")}
	said, err := exec.Command("render", append(args, "--bucket", "file://"+filepath.Join(dir, "elsewhere"))...).CombinedOutput()
	if err == nil || !strings.Contains(string(said), "uses another bucket") || !strings.Contains(string(said), "the same --bucket") {
		t.Fatalf("%v\n%s", err, said)
	}
	cmd := exec.Command("render", append(args, "--bucket", "file://"+filepath.Join(dir, "data", "media"))...)
	var log bytes.Buffer
	cmd.Stderr = &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(2*time.Second, func() { _ = cmd.Process.Signal(syscall.SIGTERM) })
	if err := cmd.Wait(); err != nil || !strings.Contains(log.String(), "msg=working") || !strings.Contains(log.String(), "msg=stopped") {
		t.Errorf("%v\n%s", err, &log)
	}
}

// TestKeysAreReadAgain: a hangup lets new keys in and dropped ones not; a file that
// cannot be read changes nothing.
func TestKeysAreReadAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "keys.yaml")
	key := func(name string) (line, secret string) {
		t.Helper()
		var out, errs bytes.Buffer
		cmd := exec.Command("render", "serve", "key", name)
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		return out.String(), strings.TrimSpace(errs.String())
	}
	alice, hers := key("alice")
	bob, his := key("bob")
	write(t, file, alice)
	s := serve(t, dir, hers, "--keys", file)
	status := func(secret string) int {
		t.Helper()
		s.key = secret
		code, _ := s.post(`[{"taskType":"ping","ping":true}]`)
		return code
	}
	until := func(secret string, want int) {
		t.Helper()
		for deadline := time.Now().Add(10 * time.Second); status(secret) != want; time.Sleep(20 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("still not %d\n%s", want, s.said)
			}
		}
	}
	if a, b := status(hers), status(his); a != 200 || b != 401 {
		t.Fatal(a, b)
	}
	for _, c := range []struct {
		text      string
		hers, his int
	}{{alice + bob, 200, 200}, {"not: [keys", 200, 200}, {bob, 401, 200}} {
		write(t, file, c.text)
		if err := s.cmd.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
		time.Sleep(50 * time.Millisecond)
		until(hers, c.hers)
		until(his, c.his)
	}
}
