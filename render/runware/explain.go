package runware

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"syscall"
	"time"
)

// explain turns what net/http says into what a person can act on. The URL and its
// query, which may carry a signature, stay out of it.
func (c *client) explain(ctx context.Context, err error, connected bool) error {
	if cause := context.Cause(ctx); errors.Is(cause, errNoAnswer) {
		if !connected {
			return &callError{text: fmt.Sprintf("cannot reach %s: no connection in time; check the network and RUNWARE_BASE_URL", c.host), err: errNoAnswer}
		}
		return &callError{sent: true, text: c.host + " accepted the connection and gave no answer in time", err: errNoAnswer}
	} else if cause != nil {
		return cause
	}
	text, permanent := explainNet(err, c.host, c.now())
	return &callError{sent: connected && !permanent, permanent: permanent, text: text, err: unwrapURL(err)}
}

// explainNet names the cause of a failed connection, and says whether it is one that
// does not pass by itself.
func explainNet(err error, host string, now time.Time) (text string, permanent bool) {
	err = unwrapURL(err)
	var (
		unknown  x509.UnknownAuthorityError
		name     x509.HostnameError
		invalid  x509.CertificateInvalidError
		record   tls.RecordHeaderError
		alert    tls.AlertError
		dns      *net.DNSError
		op       *net.OpError
		network  net.Error
		isOp     = errors.As(err, &op)
		proxying = isOp && op.Op == "proxyconnect"
	)
	switch {
	case proxying:
		return fmt.Sprintf("cannot reach the proxy on the way to %s (%v); check HTTPS_PROXY, HTTP_PROXY and NO_PROXY", host, op.Err), false
	case errors.As(err, &unknown):
		return fmt.Sprintf("TLS to %s failed: its certificate comes from an authority this machine does not know; behind a company proxy, name its CA file in SSL_CERT_FILE", host), true
	case errors.As(err, &name):
		return fmt.Sprintf("TLS to %s failed: the certificate is for another name; check RUNWARE_BASE_URL", host), true
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		text := fmt.Sprintf("TLS to %s failed: by this machine's clock (%s) the certificate is not valid", host, now.UTC().Format(time.RFC3339))
		if invalid.Cert != nil {
			text += fmt.Sprintf("; it runs from %s to %s", invalid.Cert.NotBefore.UTC().Format(time.DateOnly), invalid.Cert.NotAfter.UTC().Format(time.DateOnly))
		}
		return text + "; set the clock right if it is wrong", true
	case errors.As(err, &invalid):
		return fmt.Sprintf("TLS to %s failed: %v", host, invalid), true
	case errors.As(err, &record), errors.Is(err, http.ErrSchemeMismatch):
		return fmt.Sprintf("TLS to %s failed: it does not speak TLS there; should its address begin with http: instead?", host), true
	case errors.As(err, &alert):
		return fmt.Sprintf("TLS to %s failed: %v", host, alert), false
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Sprintf("cannot reach %s: no such host; check RUNWARE_BASE_URL and the network", host), false
	case errors.As(err, &dns):
		return fmt.Sprintf("cannot reach %s: its name could not be looked up (%s)", host, dns.Err), false
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Sprintf("cannot reach %s: the connection was refused; does anything listen there?", host), false
	case errors.As(err, &network) && network.Timeout():
		return fmt.Sprintf("%s gave no answer in time", host), false
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET):
		return fmt.Sprintf("%s closed the connection before its answer was complete", host), false
	}
	return fmt.Sprintf("call to %s failed: %v", host, err), false
}

// unwrapURL takes the URL out of an error of net/http.
func unwrapURL(err error) error {
	if u, ok := errors.AsType[*url.Error](err); ok {
		return u.Err
	}
	return err
}

// explainDisk names the cause of a file that cannot be written. Nothing of it is the
// provider's fault, and a later run takes up where this one ended.
func explainDisk(err error, path string) error {
	dir := filepath.Dir(path)
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fmt.Errorf("the disk is full while downloading to %s: free space and run again; the video is paid and stays fetchable: %w", dir, err)
	case errors.Is(err, syscall.EROFS):
		return fmt.Errorf("cannot write in %s: the file system is read-only: %w", dir, err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("cannot write in %s: permission denied; mend the folder's rights and run again: %w", dir, err)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("cannot write in %s: the folder does not exist: %w", dir, err)
	}
	return fmt.Errorf("write the download: %w", err)
}
