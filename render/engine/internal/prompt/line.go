package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// bullet returns the text of a list line and whether it is numbered.
func bullet(s string) (string, bool, bool) {
	m := bulletRE.FindStringSubmatch(s)
	if m == nil {
		return "", false, false
	}
	return strings.TrimSpace(m[4]), m[1] == "", true
}

var bulletRE = pattern.New(`^\s*(?:([-*•–·▪◦‣✓✔→]|\p{So})\s+|(\d{1,2})[.)]\s+|\((\d{1,2})\)\s+)(.+)$`)

func isBullet(s string) bool { _, _, ok := bullet(s); return ok }

// cells cuts a Markdown table's row.
func cells(s string) []string {
	s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "|"), "|")
	parts := strings.Split(strings.ReplaceAll(s, `\|`, "\x00"), "|")
	for i, p := range parts {
		parts[i] = strings.TrimSpace(strings.NewReplacer("\x00", "|", "**", "", "`", "").Replace(p))
	}
	return parts
}

var fenceRE = pattern.New("^\\s*(?:```+|~~~+)\\s*([\\w+#-]*)\\s*$")

var tableRow = pattern.New(`^\s*\|.*\|\s*$`)

var tableRule = pattern.New(`^\s*\|[\s:|-]+\|\s*$`)

// line is one line of the prompt.
type line struct {
	n    int    // 1-based
	text string // without its line end
}

func splitLines(s string) []line {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	parts := strings.Split(s, "\n")
	out := make([]line, len(parts))
	for i, p := range parts {
		out[i] = line{i + 1, strings.TrimRight(p, " \t\u00a0")}
	}
	return out
}

func firstLine(lines []line) int {
	for _, l := range lines {
		if strings.TrimSpace(l.text) != "" {
			return l.n
		}
	}
	return 0
}

func firstText(lines []line) string {
	for _, l := range lines {
		if t := strings.TrimSpace(l.text); t != "" {
			return t
		}
	}
	return ""
}
