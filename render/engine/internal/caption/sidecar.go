package caption

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/text"
)

// WriteVTT writes the pages as WebVTT.
func WriteVTT(w io.Writer, pages []Page) error {
	b := bufio.NewWriter(w)
	b.WriteString("WEBVTT\n")
	if len(pages) > 0 && pages[0].Lang != "" {
		fmt.Fprintf(b, "Kind: captions\nLanguage: %s\n", strings.Join(strings.Fields(pages[0].Lang), ""))
	}
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	for i, c := range cues(pages) {
		fmt.Fprintf(b, "\n%d\n%s --> %s\n", i+1, stamp(c.start, '.'), stamp(c.end, '.'))
		for _, l := range c.lines {
			// A player takes a line's direction from its first letter.
			if c.rtl && !startsRTL(l) {
				b.WriteString("&rlm;")
			}
			b.WriteString(escape.Replace(l))
			b.WriteByte('\n')
		}
	}
	return b.Flush()
}

// WriteSRT writes the pages as SubRip: the same cues as [WriteVTT].
func WriteSRT(w io.Writer, pages []Page) error {
	b := bufio.NewWriter(w)
	for i, c := range cues(pages) {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%d\n%s --> %s\n", i+1, stamp(c.start, ','), stamp(c.end, ','))
		for _, l := range c.lines {
			l = strings.ReplaceAll(l, "-->", "→")
			if c.rtl { // players set SubRip lines left to right unless they are embedded
				l = "\u202b" + l + "\u202c"
			}
			b.WriteString(l)
			b.WriteByte('\n')
		}
	}
	return b.Flush()
}

type cue struct {
	start, end int64 // ms
	lines      []string
	rtl        bool
}

// cues rounds the pages to milliseconds; none is empty or runs into the next.
func cues(pages []Page) []cue {
	var out []cue
	for i, p := range pages {
		c := cue{start: ms(p.Start), end: ms(p.End), rtl: text.RightToLeft(p.Lang)}
		if i+1 < len(pages) {
			c.end = min(c.end, ms(pages[i+1].Start))
		}
		if c.end <= c.start {
			continue
		}
		for k := range p.Lines {
			c.lines = append(c.lines, p.LineText(k))
		}
		out = append(out, c)
	}
	return out
}

func ms(seconds float64) int64 { return int64(math.Round(max(0, seconds) * 1000)) }

func stamp(ms int64, point byte) string {
	return fmt.Sprintf("%02d:%02d:%02d%c%03d", ms/3600000, ms/60000%60, ms/1000%60, point, ms%1000)
}

// startsRTL says whether the first letter of s is written from right to left.
func startsRTL(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}
