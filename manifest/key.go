package manifest

import (
	"fmt"
	"regexp"
	"strings"

	"gitops.video/render/manifest/diag"
)

var validKey = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,127}$`)

func (w *worker) key(it *item, e *Entry, ctx map[string]any) bool {
	if it.key == nil {
		return false
	}
	s, ok := w.text(it.u, it.key, ctx)
	if !ok {
		return false
	}
	if !validKey.MatchString(s) {
		d := diag.Diagnostic{Code: "key", Summary: fmt.Sprintf("the key comes out as %q", clip(s)),
			Detail: "a key is 1 to 128 of a-z, 0-9, dot, dash and underscore, and begins with a letter or digit", Group: "key"}
		if fixed := toKey(s); fixed != "" {
			if it.key.templated {
				d.Hint = "put | lower | kebabcase, or | replace \" \" \"-\", behind the value; this one would be " + fixed
			} else {
				d.Hint = "for example " + fixed
			}
		}
		w.report(it.u, it.key, d)
		return false
	}
	e.Key = s
	return true
}

// toKey is the valid key nearest to a text, "" when nothing of it can stay.
func toKey(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '_':
			b.WriteRune(r)
		default:
			if out := b.String(); out != "" && !strings.HasSuffix(out, "-") {
				b.WriteByte('-')
			}
		}
		if b.Len() >= 128 {
			break
		}
	}
	return strings.Trim(b.String(), "-._")
}

func clip(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
