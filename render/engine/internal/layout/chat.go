package layout

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// chatLines takes off the messages of a chat, pasted whole, when they were sent and by whom:
// "[14:02] Jess: s1 – …". What a programme's clock shows begins earlier.
func chatLines(lines []prose.Line) []prose.Line {
	n := 0
	for _, l := range lines {
		if m := chatStamp.FindStringSubmatch(l.Text); m != nil && prose.Decimal(m[1]) >= 6 && !FieldRE.MatchString(m[2]+": ") {
			n++
		}
	}
	heads := 0
	for _, l := range lines {
		if chatHead.MatchString(l.Text) {
			heads++
		}
	}
	if n < 3 && heads < 2 {
		return lines
	}
	out := make([]prose.Line, 0, len(lines))
	for _, l := range lines {
		if m := chatStamp.FindStringSubmatch(l.Text); m != nil {
			l.Text = strings.TrimSpace(m[3])
		}
		if heads > 1 && chatHead.MatchString(l.Text) {
			continue // "Kasia, 10:32"
		}
		if !chatMedia.MatchString(l.Text) {
			out = append(out, l)
		}
	}
	return out
}

var (
	chatStamp = pattern.New(`^\s*[\[(]?(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?,?\s+)?(\d{1,2}):\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:,\s*\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?)?[\])]?\s*[–—-]?\s*(\p{L}[\p{L}\p{M}.'’ -]{0,28}):\s+(.*)$`)
	chatHead  = pattern.New(`^\s*\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?,?\s+[(\[]?\d{1,2}:\d{2}(?:\s?[AaPp][Mm])?[)\]]?:?\s*$`)
	chatMedia = pattern.New(`(?i)^<?(?:media omitted|image omitted|video omitted|this message was deleted|medien ausgeschlossen|multimedia omitido|médias omis)>?$`)
)
