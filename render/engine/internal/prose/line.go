package prose

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// Bullet returns the text of a list line and whether it is numbered.
func Bullet(s string) (string, bool, bool) {
	m := BulletRE.FindStringSubmatch(s)
	if m == nil {
		return "", false, false
	}
	return strings.TrimSpace(m[4]), m[1] == "", true
}

// BulletRE matches a list line: group 1 is a bullet, 2 or 3 a number, 4 the text.
var BulletRE = pattern.New(`^\s*(?:([-*•–·▪◦‣✓✔→]|\p{So})\s+|(\d{1,2})[.)]\s+|\((\d{1,2})\)\s+)(.+)$`)

// IsBullet tells a line of a list.
func IsBullet(s string) bool { _, _, ok := Bullet(s); return ok }

// Cells cuts a Markdown table's row.
func Cells(s string) []string {
	s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "|"), "|")
	parts := strings.Split(strings.ReplaceAll(s, `\|`, "\x00"), "|")
	for i, p := range parts {
		parts[i] = strings.TrimSpace(strings.NewReplacer("\x00", "|", "**", "", "`", "").Replace(p))
	}
	return parts
}

// FenceRE matches the line above or below a block of code; group 1 is its language.
var FenceRE = pattern.New("^\\s*(?:```+|~~~+)\\s*([\\w+#-]*)\\s*$")

// TableRow matches a row of a Markdown table.
var TableRow = pattern.New(`^\s*\|.*\|\s*$`)

// TableRule matches the line below its head.
var TableRule = pattern.New(`^\s*\|[\s:|-]+\|\s*$`)

// Line is one line of the prompt.
type Line struct {
	N    int    // 1-based
	Text string // without its line end
}

// SplitLines cuts a text into its lines, whatever their ends.
func SplitLines(s string) []Line {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	parts := strings.Split(s, "\n")
	out := make([]Line, len(parts))
	for i, p := range parts {
		out[i] = Line{i + 1, strings.TrimRight(p, " \t\u00a0")}
	}
	return out
}

// FirstLine is the number of the first line with words; 0 = none has any.
func FirstLine(lines []Line) int {
	for _, l := range lines {
		if strings.TrimSpace(l.Text) != "" {
			return l.N
		}
	}
	return 0
}

// FirstText is the first line with words.
func FirstText(lines []Line) string {
	for _, l := range lines {
		if t := strings.TrimSpace(l.Text); t != "" {
			return t
		}
	}
	return ""
}
