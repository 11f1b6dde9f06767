package keys_test

import (
	"strings"
	"testing"

	"gitops.video/render/render/server/keys"
)

func TestKeyMadeAndFound(t *testing.T) {
	t.Parallel()
	secret, k, err := keys.New("alice")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(k.Line(), secret) {
		t.Error("the line holds the key itself")
	}
	var r keys.Ring
	if err := r.Read(strings.NewReader("# team\n" + k.Line() + "\n- {name: bob, sha256: " + strings.Repeat("ab", 32) + ", concurrency: 2, daily: 5, dailySeconds: 60.5, admin: true}\n")); err != nil {
		t.Fatal(err)
	}
	if got, ok := r.Find(secret); !ok || got.Name != "alice" {
		t.Errorf("found %+v, %v", got, ok)
	}
	for _, no := range []string{"", secret + "x", secret[:len(secret)-1], k.SHA256, "alice"} {
		if _, ok := r.Find(no); ok {
			t.Errorf("%q was let in", no)
		}
	}
}

func TestRing(t *testing.T) {
	t.Parallel()
	var open keys.Ring
	if k, ok := open.Find("anything"); !open.Open() || !ok || k.Name != "local" {
		t.Error("a ring without keys is open")
	}
	var r keys.Ring
	if err := r.Accept(" first-key-0123456789 ,, second-key-0123456789,"); err != nil {
		t.Fatal(err)
	}
	a, okA := r.Find("first-key-0123456789")
	b, okB := r.Find("second-key-0123456789")
	if !okA || !okB || a.Name == b.Name || r.Open() || a.Admin {
		t.Errorf("%+v, %+v", a, b)
	}
	if err := r.Accept("short"); err == nil || strings.Contains(err.Error(), "short\"") {
		t.Errorf("a key that can be guessed: %v", err)
	}
	for _, bad := range []string{"name: x", "- {name: x}", "- {name: 'a b', sha256: " + strings.Repeat("ab", 32) + "}", "- {name: x, sha256: zz}",
		"- {name: x, sha256: " + strings.Repeat("ab", 32) + ", dayly: 3}", "- {name: x, sha256: " + strings.Repeat("ab", 32) + ", daily: -3}", "- [", strings.Repeat("[", 10000)} {
		if err := new(keys.Ring).Read(strings.NewReader(bad)); err == nil {
			t.Errorf("%.60q was read", bad)
		}
	}
	if _, _, err := keys.New("../x y"); err == nil {
		t.Error("a name that is none")
	}
	if err := new(keys.Ring).Read(strings.NewReader("")); err != nil {
		t.Errorf("an empty file: %v", err)
	}
}
