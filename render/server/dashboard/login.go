package dashboard

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"net/http"
	"strings"
	"time"
)

// A session is a cookie that names its bearer and its end, signed with the farm's
// secret. Nothing is kept on the server, so any of several can read it.
const (
	cookieName  = "render_session"
	sessionLife = 12 * time.Hour
)

type whoKey struct{}

// whoIs is the visitor that signedIn has let in.
func whoIs(r *http.Request) Who {
	who, _ := r.Context().Value(whoKey{}).(Who)
	return who
}

// signedIn lets visitors in who have a session, or everybody where there are no keys.
func (d *dashboard) signedIn(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		who, ok := d.session(r)
		if !ok {
			if r.Method != http.MethodGet || r.URL.Path == "/events" {
				http.Error(w, "sign in first", http.StatusUnauthorized)
				return
			}
			target := "/login"
			if r.URL.Path != "/" {
				target += "?next=" + r.URL.EscapedPath()
			}
			http.Redirect(w, r, target, http.StatusSeeOther)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), whoKey{}, who)))
	}
}

func (d *dashboard) session(r *http.Request) (Who, bool) {
	if d.Keys == nil {
		return Who{Admin: true}, true
	}
	c, err := r.Cookie(cookieName)
	if err != nil {
		return Who{}, false
	}
	raw, err := base64.RawURLEncoding.DecodeString(c.Value)
	if err != nil || len(raw) < 8+sha256.Size {
		return Who{}, false
	}
	body, mac := raw[:len(raw)-sha256.Size], raw[len(raw)-sha256.Size:]
	if !hmac.Equal(mac, d.sign(body)) {
		return Who{}, false
	}
	if end := time.Unix(int64(binary.BigEndian.Uint64(body)), 0); !d.Now().Before(end) { //nolint:gosec // it was put there by issue
		return Who{}, false
	}
	return d.Keys.Still(string(body[8:]))
}

// issue makes the value of a session's cookie.
func (d *dashboard) issue(who Who) string {
	body := binary.BigEndian.AppendUint64(nil, uint64(d.Now().Add(sessionLife).Unix())) //nolint:gosec // after 1970
	body = append(body, who.Name...)
	return base64.RawURLEncoding.EncodeToString(append(body, d.sign(body)...))
}

func (d *dashboard) sign(body []byte) []byte {
	m := hmac.New(sha256.New, d.Secret)
	m.Write([]byte("dashboard session\x00"))
	m.Write(body)
	return m.Sum(nil)
}

type loginPage struct {
	page
	Next  string
	Error string
}

func (d *dashboard) loginPage(w http.ResponseWriter, r *http.Request) {
	if _, ok := d.session(r); ok {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	d.render(w, r, http.StatusOK, "login", loginPage{page: d.page(r, "Sign in", ""), Next: local(r.FormValue("next"))})
}

// wrongKey is how long a wrong key takes. They are answered one after another, which
// slows down whoever tries many.
const wrongKey = 300 * time.Millisecond

func (d *dashboard) login(w http.ResponseWriter, r *http.Request) {
	if d.Keys == nil {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	who, ok := d.Keys.Check(strings.TrimSpace(r.PostFormValue("key")))
	if !ok {
		d.wrong.Lock()
		t := time.NewTimer(wrongKey)
		select {
		case <-t.C:
		case <-r.Context().Done():
		}
		t.Stop()
		d.wrong.Unlock()
		d.render(w, r, http.StatusForbidden, "login", loginPage{page: d.page(r, "Sign in", ""), Next: local(r.PostFormValue("next")), Error: "This key is not known here."})
		return
	}
	d.setCookie(w, r, d.issue(who), int(sessionLife.Seconds()))
	next := local(r.PostFormValue("next"))
	if next == "" {
		next = "/"
	}
	http.Redirect(w, r, next, http.StatusSeeOther)
}

func (d *dashboard) logout(w http.ResponseWriter, r *http.Request) {
	d.setCookie(w, r, "", -1)
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

func (d *dashboard) setCookie(w http.ResponseWriter, r *http.Request, value string, age int) {
	http.SetCookie(w, &http.Cookie{Name: cookieName, Value: value, Path: "/", MaxAge: age, HttpOnly: true,
		Secure: r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https"), SameSite: http.SameSiteStrictMode})
}

// local keeps the addresses that stay on this server.
func local(next string) string {
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n") {
		return ""
	}
	return next
}
