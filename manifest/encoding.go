package manifest

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// toUTF8 decodes a data file: a byte order mark decides, then valid UTF-8 is UTF-8,
// and the rest is what spreadsheets write on Windows.
func toUTF8(b []byte, encoding string) ([]byte, error) {
	switch strings.ToLower(strings.ReplaceAll(encoding, "_", "-")) {
	case "", "utf-8", "utf8":
	case "latin-1", "latin1", "iso-8859-1", "windows-1252", "cp1252":
		return fromWindows(b), nil
	default:
		return nil, &dataError{summary: fmt.Sprintf("the encoding %q is not known", encoding), hint: "use utf-8 or latin-1"}
	}
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		b = b[3:]
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return fromUTF16(b[2:], func(p []byte) uint16 { return uint16(p[0]) | uint16(p[1])<<8 }), nil
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return fromUTF16(b[2:], func(p []byte) uint16 { return uint16(p[1]) | uint16(p[0])<<8 }), nil
	}
	if utf8.Valid(b) {
		return b, nil
	}
	if encoding != "" {
		line := 1 + bytes.Count(b[:firstInvalid(b)], []byte("\n"))
		return nil, &dataError{line: line, summary: "these bytes are not UTF-8", hint: "write encoding: latin-1, or save the file as UTF-8"}
	}
	return fromWindows(b), nil
}

func firstInvalid(b []byte) int {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(b)
}

// windows1252 are the characters that differ from Latin-1, from 0x80 on.
var windows1252 = [32]rune{
	'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8d, 'Ž', 0x8f,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9d, 'ž', 'Ÿ',
}

func fromWindows(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/16)
	for _, c := range b {
		switch {
		case c < 0x80:
			out = append(out, c)
		case c < 0xa0:
			out = utf8.AppendRune(out, windows1252[c-0x80])
		default:
			out = utf8.AppendRune(out, rune(c))
		}
	}
	return out
}

func fromUTF16(b []byte, unit func([]byte) uint16) []byte {
	units := make([]uint16, 0, len(b)/2)
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, unit(b))
	}
	return []byte(string(utf16.Decode(units)))
}

// joinSurrogates writes the pairs of escapes that JSON has for a character beyond the first
// 65,536, "\ud83d\udc4b", as YAML writes it, "\U0001f44b": JSON as programs print it is a
// manifest, too. YAML itself refuses such pairs, so a text without any is left alone, as is
// one that does not begin as JSON does.
func joinSurrogates(text []byte) []byte {
	if head := bytes.TrimLeft(text, " \t\r\n"); len(head) == 0 || head[0] != '{' && head[0] != '[' || !bytes.Contains(text, []byte(`\u`)) {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		if text[i] != '\\' || i+1 == len(text) {
			out = append(out, text[i])
			i++
			continue
		}
		if hi, ok := escaped(text[i:]); ok {
			if lo, ok := escaped(text[i+6:]); ok {
				if r := utf16.DecodeRune(hi, lo); r != utf8.RuneError {
					out = fmt.Appendf(out, `\U%08x`, r)
					i += 12
					continue
				}
			}
		}
		out = append(out, text[i], text[i+1]) // "\\" escapes nothing behind it
		i += 2
	}
	return out
}

// escaped reads \uXXXX at the start of b.
func escaped(b []byte) (rune, bool) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(n), err == nil
}
