package edit

import (
	"regexp"
	"strconv"
	"strings"
)

// maxItems bounds the instructions of one list.
const maxItems = 40

var (
	bullet   = regexp.MustCompile(`^\s*(?:[-–—*•‣◦]|\(?(?:\d{1,2}|[a-z])[.)]|\d{1,2}\s*[:–-])\s+(.*\S)\s*$`)
	numbered = regexp.MustCompile(`(?:^|[\s,;])\(?(\d{1,2})[.)]`)
)

// List returns the instructions that one text holds as a list: bulleted or numbered
// lines, lines without a mark each of which is an instruction, or numbers that count up
// within a line. A heading ("Please change:") is none. Anything else is one instruction.
func List(s, language string) []string {
	s = strings.TrimSpace(s)
	if len(s) > maxItems*maxLength {
		return []string{s}
	}
	reads := func(items []string) bool {
		for _, it := range items {
			if _, err := Read(it, language); err != nil {
				return false
			}
		}
		return true
	}
	marked := bulleted(s)
	if in := enumerated(s); len(in) > len(marked) {
		marked = in
	}
	if n := len(marked); n > 0 && n <= maxItems {
		if reads(marked) || !reads([]string{s}) { // "1. Szene kürzer, 2. Szene länger" is none
			return marked
		}
		return []string{s}
	}
	if lines := strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }); len(lines) > 1 && len(lines) <= maxItems && reads(lines) {
		return lines
	}
	return []string{s}
}

// bulleted are the items of lines with marks. A line without one goes on with the item
// before it.
func bulleted(s string) []string {
	var items []string
	for i, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		switch m := bullet.FindStringSubmatch(line); {
		case m != nil:
			items = append(items, m[1])
		case line == "":
		case len(items) > 0:
			items[len(items)-1] += " " + line
		case i > 0 || !strings.HasSuffix(line, ":"):
			return nil
		}
	}
	return items
}

// enumerated are the items of "1. … 2. … 3. …" in one line.
func enumerated(s string) []string {
	var items []string
	from := -1
	for _, m := range numbered.FindAllStringSubmatchIndex(s, -1) {
		head := strings.TrimSpace(s[:m[0]])
		next := len(items) + 1
		if from >= 0 {
			next++
		}
		switch {
		case strings.TrimLeft(s[m[1]:], " \t\n") == s[m[1]:]: // "2.5 seconds"
			continue
		case s[m[2]:m[3]] != strconv.Itoa(next):
			continue
		case from >= 0:
			items = append(items, item(s[from:m[0]]))
		case head != "" && !strings.HasSuffix(head, ":"):
			return nil
		}
		from = m[1]
	}
	if len(items) == 0 {
		return nil
	}
	return append(items, item(s[from:]))
}

func item(s string) string { return strings.Trim(s, " \t\r\n,;") }
