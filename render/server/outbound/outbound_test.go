package outbound

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

func TestPublic(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "100.127.255.255",
		"169.254.169.254", "169.254.170.2", "168.63.129.16", "192.0.0.192", "198.18.0.1", "224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1", "203.0.113.9",
		"::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1",
		"64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "::ffff:0:127.0.0.1", "2001:db8::1", "2001::1", "100::1",
	} {
		if Public(netip.MustParseAddr(s)) {
			t.Errorf("%s counts as public", s)
		}
	}
	for _, s := range []string{"1.1.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::1", "::ffff:8.8.8.8"} {
		if !Public(netip.MustParseAddr(s)) {
			t.Errorf("%s does not count as public", s)
		}
	}
	if Public(netip.Addr{}) {
		t.Error("no address counts as public")
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	c := New(Options{})
	for _, s := range []string{
		"", "x", "ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "http://", "http:example.com", "//example.com", "javascript:alert(1)",
		"http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.0.0.1.:80/",
		"http://localhost/", "http://LOCALHOST:80/", "http://a.localhost/", "http://localhost./", "http://metadata.google.internal/", "http://printer.local/",
		"http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]:8080/", "http://[fe80::1%25eth0]/", "http://[64:ff9b::7f00:1]/",
		"http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://example.com:0/", "http://example.com:99999/", "http://user@127.0.0.1/",
		"http://example.com/\r\nX: y", "http://exa mple.com/", "http://example.com/" + strings.Repeat("a", 5000),
	} {
		if err := c.Check(s); !errors.Is(err, ErrRefused) {
			t.Errorf("Check(%.60q) = %v", s, err)
		}
	}
	for _, s := range []string{"https://example.com/a?b=c", "http://example.com:8080", "https://8.8.8.8/", "https://[2606:4700::1111]/", "https://user:pw@example.com/", "https://bücher.example/"} {
		if err := c.Check(s); err != nil {
			t.Errorf("Check(%q) = %v", s, err)
		}
	}
	if err := New(Options{AllowPrivate: true}).Check("http://localhost:1/"); err != nil {
		t.Errorf("allowed, and refused: %v", err)
	}
}

// names answers DNS questions with the addresses of a table, one after another.
func names(t *testing.T, table map[string][]string) *net.Resolver {
	t.Helper()
	pc, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pc.Close() })
	go func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := pc.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			q := m.Questions[0]
			m.Response, m.Authoritative, m.Additionals = true, true, nil
			head := dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, Type: q.Type}
			for _, s := range table[strings.TrimSuffix(q.Name.String(), ".")] {
				a := netip.MustParseAddr(s)
				switch {
				case q.Type == dnsmessage.TypeA && a.Is4():
					m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AResource{A: a.As4()}})
				case q.Type == dnsmessage.TypeAAAA && a.Is6():
					m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AAAAResource{AAAA: a.As16()}})
				}
			}
			if out, err := m.Pack(); err == nil {
				_, _ = pc.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", pc.LocalAddr().String())
	}}
}

// TestNamesThatLeadInside resolves innocent names to addresses inside: the listener
// there must see no connection.
func TestNamesThatLeadInside(t *testing.T) {
	t.Parallel()
	hit := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was reached") }))
	defer hit.Close()
	port := hit.Listener.Addr().(*net.TCPAddr).Port
	c := New(Options{Resolver: names(t, map[string][]string{
		"one.example.com": {"127.0.0.1"}, "six.example.com": {"::1"}, "mapped.example.com": {"::ffff:127.0.0.1"},
		"cloud.example.com": {"169.254.169.254"}, "many.example.com": {"10.0.0.1", "127.0.0.1"},
	})})
	for _, host := range []string{"one", "six", "mapped", "cloud", "many"} {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		_, err := c.Fetch(ctx, (&url.URL{Scheme: "http", Host: net.JoinHostPort(host+".example.com", itoa(port)), Path: "/"}).String(), io.Discard, 10)
		cancel()
		if !errors.Is(err, ErrRefused) || !Permanent(err) || strings.Contains(err.Error(), "127.") {
			t.Errorf("%s: %v", host, err)
		}
	}
}

func itoa(n int) string { return (&net.TCPAddr{Port: n}).String()[1:] }

// TestRedirectsThatLeadInside lets the first address pass and nothing else.
func TestRedirectsThatLeadInside(t *testing.T) {
	t.Parallel()
	inside := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was reached") }))
	defer inside.Close()
	insidePort := itoa(inside.Listener.Addr().(*net.TCPAddr).Port)
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, r.URL.Query().Get("to"), http.StatusTemporaryRedirect)
	}))
	defer front.Close()
	c := New(Options{Resolver: names(t, map[string][]string{"rebound.example.com": {"127.0.0.1"}})})
	allowed := front.Listener.Addr().String()
	c.may = func(to netip.AddrPort) bool { return to.String() == allowed }
	for _, to := range []string{
		inside.URL, "http://localhost:" + insidePort, "http://2130706433:" + insidePort, "http://[::ffff:127.0.0.1]:" + insidePort,
		"http://rebound.example.com:" + insidePort, "http://169.254.169.254/", "file:///etc/passwd", "gopher://127.0.0.1:" + insidePort,
	} {
		_, err := c.Fetch(t.Context(), front.URL+"/?to="+url.QueryEscape(to), io.Discard, 10)
		if !errors.Is(err, ErrRefused) && (err == nil || !strings.Contains(err.Error(), "unsupported protocol")) {
			t.Errorf("to %s: %v", to, err)
		}
		if err := c.Post(t.Context(), front.URL+"/?to="+url.QueryEscape(to), nil, []byte("{}")); err == nil {
			t.Errorf("post to %s went through", to)
		}
	}
	loop := httptest.NewServer(http.RedirectHandler("/", http.StatusFound))
	defer loop.Close()
	if _, err := New(Options{AllowPrivate: true}).Fetch(t.Context(), loop.URL, io.Discard, 10); !errors.Is(err, ErrRefused) {
		t.Errorf("in circles: %v", err)
	}
	if err := New(Options{AllowPrivate: true}).Post(t.Context(), loop.URL, nil, []byte("x")); !errors.Is(err, ErrRefused) {
		t.Errorf("a POST that would become a GET: %v", err)
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/long":
			_, _ = w.Write(make([]byte, 1000))
		case "/endless":
			for { // until the other side has had enough
				if _, err := w.Write(make([]byte, 1000)); err != nil {
					return
				}
				_ = http.NewResponseController(w).Flush()
			}
		case "/zip": // says it is compressed: it is handed on as it is
			w.Header().Set("Content-Encoding", "gzip")
			if r.Header.Get("Accept-Encoding") != "" {
				t.Error("compression was asked for")
			}
			_, _ = w.Write([]byte("\x1f\x8b123"))
		case "/hang":
			<-r.Context().Done()
		case "/busy":
			w.Header().Set("Retry-After", "7")
			w.WriteHeader(http.StatusTooManyRequests)
		case "/forever": // in seconds, more than a time.Duration holds
			w.Header().Set("Retry-After", "9223372036854775")
			w.WriteHeader(http.StatusServiceUnavailable)
		case "/gone":
			w.WriteHeader(http.StatusGone)
		}
	}))
	defer srv.Close()
	c := New(Options{AllowPrivate: true})
	for _, p := range []string{"/long", "/endless"} {
		if _, err := c.Fetch(t.Context(), srv.URL+p, io.Discard, 999); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v", p, err)
		}
	}
	var b bytes.Buffer
	if _, err := c.Fetch(t.Context(), srv.URL+"/zip", &b, 100); err != nil || b.String() != "\x1f\x8b123" {
		t.Errorf("zip: %q %v", b.String(), err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := c.Fetch(ctx, srv.URL+"/hang", io.Discard, 10); !errors.Is(err, context.DeadlineExceeded) || Permanent(err) {
		t.Errorf("hang: %v", err)
	}
	var s *StatusError
	if err := c.Post(t.Context(), srv.URL+"/busy?token=s3cret", nil, []byte("{}")); !errors.As(err, &s) || s.After != 7*time.Second || Permanent(err) || strings.Contains(err.Error(), "s3cret") {
		t.Errorf("busy: %v", err)
	}
	if err := c.Post(t.Context(), srv.URL+"/forever", nil, []byte("{}")); !errors.As(err, &s) || s.After != time.Hour {
		t.Errorf("forever: %v, after %v", err, s.After)
	}
	if err := c.Post(t.Context(), srv.URL+"/gone", nil, []byte("{}")); !Permanent(err) {
		t.Errorf("gone: %v", err)
	}
	if err := c.Post(t.Context(), "http://127.0.0.1:1/?token=s3cret", nil, nil); err == nil || Permanent(err) || strings.Contains(err.Error(), "s3cret") {
		t.Errorf("nobody there: %v", err)
	}
}

func TestPut(t *testing.T) {
	t.Parallel()
	srv := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		if got := r.Method + " " + r.URL.String() + " " + r.Header.Get("Content-Type") + " " + string(b); got != "PUT /v.mp4?sig=abc video/mp4 hello" || r.ContentLength != 5 || len(r.TransferEncoding) > 0 {
			t.Errorf("%s, length %d, encoding %v", got, r.ContentLength, r.TransferEncoding)
		}
	}))
	defer srv.Close()
	c := New(Options{AllowPrivate: true})
	if err := c.Put(t.Context(), srv.URL+"/v.mp4?sig=abc", "video/mp4", strings.NewReader("hello"), 5); err != nil {
		t.Fatal(err)
	}
	if err := New(Options{}).Put(t.Context(), srv.URL+"/v.mp4", "video/mp4", strings.NewReader("hello"), 5); !errors.Is(err, ErrRefused) {
		t.Errorf("inside: %v", err)
	}
}
