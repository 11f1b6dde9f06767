package manifest

import (
	"fmt"
	"strings"
)

// ResolveEnv replaces every ${env:NAME} in a delivery field. Specs keep the reference;
// only what sends the field calls this, at the last moment, so that the value never
// reaches a lockfile, a plan or a log. Errors name the variable, never its value.
func ResolveEnv(s string, env func(name string) (string, bool)) (string, error) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "${env:")
		b.WriteString(before)
		if !found {
			return b.String(), nil
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || !envName(name) {
			return "", fmt.Errorf("a reference to the environment is not complete")
		}
		v, ok := env(name)
		if !ok {
			return "", fmt.Errorf("the environment variable %s is not set", name)
		}
		b.WriteString(v)
		s = after
	}
}

func envName(s string) bool {
	for i, c := range []byte(s) {
		if c != '_' && (c|0x20 < 'a' || c|0x20 > 'z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}
