package text

import "github.com/go-text/typesetting/font"

// Family describes a typeface inside this program.
type Family struct{ Name, About string }

// Families lists the typefaces that need no file.
func Families() []Family {
	return []Family{
		{"Inter Display", "headlines and figures, 100–900: Latin, Greek, Cyrillic"},
		{"Inter", "running text, 100–900: Latin, Greek, Cyrillic"},
		{"JetBrains Mono", "code"},
		{"Noto Sans Arabic", "Arabic, regular and bold; chosen by script"},
		{"Noto Sans Devanagari", "Hindi and its relatives, regular and bold; chosen by script"},
		{"Noto Sans Hebrew", "Hebrew, regular and bold; chosen by script"},
		{"Noto Sans Thai", "Thai, regular and bold; chosen by script"},
	}
}

// Known tells whether a typeface of that name is inside this program or on this machine.
func Known(name string) bool {
	key := font.NormalizeFamily(name)
	for _, f := range Families() {
		if font.NormalizeFamily(f.Name) == key {
			return true
		}
	}
	f, err := New(Options{})
	return err != nil || f.named(name, nil) != nil
}

// Lacking names the scripts that neither the typefaces inside this program nor fonts of
// the system draw, which people commonly ask for.
func Lacking() ([]string, error) {
	f, err := New(Options{})
	if err != nil {
		return nil, err
	}
	var out []string
	for _, s := range []struct{ name, sample string }{{"Chinese", "漢"}, {"Japanese", "あ"}, {"Korean", "한"}, {"emoji", "😀"}} {
		before := len(f.missing)
		if f.Check(s.sample); len(f.missing) > before {
			out = append(out, s.name)
		}
	}
	return out, nil
}
