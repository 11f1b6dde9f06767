package runware

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/url"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestExplainNet(t *testing.T) {
	t.Parallel()
	for want, err := range map[string]error{
		"no such host; check RUNWARE_BASE_URL":      &net.DNSError{Err: "no such host", Name: "api.test", IsNotFound: true},
		"its name could not be looked up (timeout)": &net.DNSError{Err: "timeout", Name: "api.test", IsTimeout: true},
		"the connection was refused":                &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED},
		"check HTTPS_PROXY":                         &net.OpError{Op: "proxyconnect", Err: errors.New("refused")},
		"gave no answer in time":                    context.DeadlineExceeded,
		"closed the connection before":              fmt.Errorf("read: %w", syscall.ECONNRESET),
	} {
		got, permanent := explainNet(&url.Error{Op: "Post", URL: "https://api.test/v1?sig=secret", Err: err}, "api.test", time.Time{})
		if !strings.Contains(got, want) || !strings.Contains(got, "api.test") || strings.Contains(got, "secret") || permanent {
			t.Errorf("%v: %q, permanent %v; want %q", err, got, permanent, want)
		}
	}
}

func TestExplainDisk(t *testing.T) {
	t.Parallel()
	for want, err := range map[string]error{
		"the disk is full":             &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC},
		"the file system is read-only": syscall.EROFS,
		"permission denied; mend":      fs.ErrPermission,
		"the folder does not exist":    fs.ErrNotExist,
		"write the download":           errors.New("odd"),
	} {
		if got := explainDisk(err, "/videos/out/a.mp4"); !strings.Contains(got.Error(), want) || !errors.Is(got, err) {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}
