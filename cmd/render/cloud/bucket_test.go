package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"gitops.video/render/render"
	"gitops.video/render/render/blob"
)

// server starts an S3 server, the gateway that is a tool of this module, over a folder
// with one bucket, and gives the URL of a store in it.
func server(t *testing.T) (url, folder string) {
	t.Helper()
	folder = t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "videos"), 0o755); err != nil {
		t.Fatal(err)
	}
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	bin := filepath.Join(t.TempDir(), "gateway")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", bin, "github.com/versity/versitygw/cmd/versitygw").CombinedOutput(); err != nil {
		t.Fatalf("building the S3 server: %v\n%s", err, out)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, bin, "--port", addr, "--access", "access", "--secret", "s3cret", "posix", "--nometa", folder)
	cmd.Stdout, cmd.Stderr = io.Discard, io.Discard
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cancel(); _ = cmd.Wait() }) // it is killed: that is no error
	for range 600 {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+addr, nil)
		if err != nil {
			t.Fatal(err)
		}
		if resp, err := http.DefaultClient.Do(req); err == nil {
			_ = resp.Body.Close()
			return "s3://videos/acme?region=us-east-1&use_path_style=true&disable_https=true&endpoint=http://" + addr, folder
		}
		time.Sleep(50 * time.Millisecond) // another process: there is nothing to wait on but its port
	}
	t.Fatal("the S3 server did not start")
	return "", ""
}

func content(t *testing.T, text string) (path, sum string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "content")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	h := sha256.Sum256([]byte(text))
	return path, hex.EncodeToString(h[:])
}

// TestS3 keeps videos in a real S3 server.
func TestS3(t *testing.T) {
	for name, value := range map[string]string{"AWS_ACCESS_KEY_ID": "access", "AWS_SECRET_ACCESS_KEY": "s3cret", "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"} {
		t.Setenv(name, value)
	}
	url, folder := server(t)
	store, err := blob.Schemes{"s3": openBucket}.Open(t.Context(), url, ".")
	if err != nil {
		t.Fatal(err)
	}
	exercise(t, store, func(sum string) string { return filepath.Join(folder, "videos", "acme", blob.Name(sum)) })
}

func exercise(t *testing.T, store render.Store, place func(sum string) string) {
	t.Helper()
	ctx := t.Context()
	path, sum := content(t, strings.Repeat("a finished video ", 1<<16))
	if has, err := store.Has(ctx, sum); has || err != nil {
		t.Fatalf("an empty store has it: %v", err)
	}
	var wg sync.WaitGroup
	for range 4 { // writers that know nothing of each other
		wg.Go(func() {
			if err := store.Put(ctx, sum, path); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if has, err := store.Has(ctx, sum); !has || err != nil {
		t.Fatalf("it is not there: %v", err)
	}
	out := filepath.Join(t.TempDir(), "back")
	if err := store.Get(ctx, sum, out); err != nil {
		t.Fatal(err)
	}
	a, errA := os.ReadFile(path)
	b, errB := os.ReadFile(out)
	if err := errors.Join(errA, errB); err != nil || string(a) != string(b) {
		t.Errorf("what came back differs: %v", err)
	}
	if err := os.WriteFile(place(sum), []byte("rotten"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := store.Get(ctx, sum, out); !errors.Is(err, blob.ErrDamaged) {
		t.Errorf("damaged content came back: %v", err)
	}
	wrong := strings.Repeat("0", 64)
	if err := store.Put(ctx, wrong, path); !errors.Is(err, blob.ErrDamaged) {
		t.Errorf("content was stored under a wrong name: %v", err)
	}
	if has, err := store.Has(ctx, wrong); has || err != nil {
		t.Errorf("content is there under a wrong name: %v", err)
	}
}
