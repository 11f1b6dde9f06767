package board

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Idle warns of values of a storyboard file that are drawn or spoken otherwise than they
// read: a figure that counts nothing, a pause longer than the longest one, an address that
// is none. The file is one that [Decode] takes.
func Idle(file string, data []byte) diag.List {
	return warnings(file, data, "storyboard-value", func(r *reader, i int, s *yaml.Node) {
		if n := valueAt(valueAt(s, "figure"), "text"); n != nil && !strings.ContainsFunc(n.Value, unicode.IsDigit) {
			r.mistake(n, fmt.Sprintf("scene %d: the figure %q has no digits, so nothing counts up: it stands as a word", i+1, n.Value), "write the digits as they are to be read, or make the scene a statement")
		}
		if n := valueAt(s, "say"); n != nil {
			for _, m := range breakTag.FindAllStringSubmatch(n.Value, -1) {
				if d := prose.Decimal(m[1]); strings.EqualFold(m[2], "ms") && d > 1000*mostBreak || !strings.EqualFold(m[2], "ms") && d > mostBreak {
					r.mistake(n, fmt.Sprintf("scene %d: a pause of %s%s: %d s is the longest one", i+1, m[1], cmp.Or(m[2], "s"), mostBreak), "give the scene its seconds instead")
				}
			}
		}
		if n := valueAt(s, "url"); n != nil && n.Value != "" && !address.MatchString(n.Value) {
			r.mistake(n, fmt.Sprintf("scene %d: %q is no web address, e-mail address or phone number: it is shown as it is", i+1, n.Value), "write it as example.com/page")
		}
	})
}

// mostBreak is the longest pause within a sentence, in seconds.
const mostBreak = 10

var (
	breakTag = pattern.New(`(?i)(?:<break\s+time\s*=\s*["']?\s*|\[\s*paus[ea]\s*:?\s*)(\d+(?:\.\d+)?)\s*(ms|s)?`)
	// address is what an end card asks to type, scan or call.
	address = pattern.New(`(?i)^(?:[a-z][a-z+.-]*://\S+|(?:mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+|[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?|localhost(?::\d+)?(?:/\S*)?|[@#][\p{L}\d._-]+|(?:tel:)?\+?[\d ()./-]{3,})$`)
)
