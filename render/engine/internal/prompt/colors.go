package prompt

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// colorNames are the colours that people name instead of giving their value.
var colorNames = map[string]string{
	"white": "#FFFFFF", "black": "#0A0A0A", "near-black": "#0F1115", "off-black": "#0F1115", "jet black": "#0A0A0A", "off-white": "#F8F5F0", "cream": "#FBF3E2", "beige": "#EFE6D5", "grey": "#6B7280", "gray": "#6B7280", "charcoal": "#1F2933", "silver": "#C4CAD0",
	"red": "#DC2626", "crimson": "#BE123C", "maroon": "#7F1D1D", "orange": "#F97316", "amber": "#F59E0B", "yellow": "#FACC15", "gold": "#D4A017", "green": "#16A34A", "lime": "#84CC16", "mint": "#6EE7B7",
	"teal": "#0D9488", "turquoise": "#14B8A6", "cyan": "#06B6D4", "blue": "#2563EB", "sky blue": "#38BDF8", "navy": "#14213D", "navy blue": "#14213D", "royal blue": "#1D4ED8", "indigo": "#4F46E5", "purple": "#7C3AED", "violet": "#7C3AED", "magenta": "#C026D3",
	"electric blue": "#1F51FF", "cobalt": "#0047AB", "cobalt blue": "#0047AB", "midnight blue": "#101A3A", "lapis blue": "#26619C", "slate": "#475569", "dark slate": "#1E293B", "slate grey": "#475569", "slate gray": "#475569", "graphite": "#2A2D34", "dark grey": "#2B2F36", "dark gray": "#2B2F36", "light grey": "#D1D5DB", "light gray": "#D1D5DB", "cold grey": "#8A94A3", "cold gray": "#8A94A3", "ivory": "#FFFBF0", "sand": "#E3D2B4", "sepia": "#8A6B4A", "deep brown": "#4A2C1A",
	"hot pink": "#EC1E79", "fuchsia": "#D946EF", "plum": "#6D2E5B", "dusty rose": "#C9929D", "blood red": "#9B1C1C", "deep red": "#991B1B", "dark red": "#991B1B", "rust": "#B7410E", "rust orange": "#C8501E", "burnt orange": "#C2541B", "terracotta": "#C4623F", "ochre": "#C98A2B", "mustard": "#D6A419", "sun yellow": "#FFC72C", "lime green": "#84CC16", "neon green": "#39FF14",
	"sage": "#8FA68A", "sage green": "#8FA68A", "olive": "#6B7A2B", "olive green": "#6B7A2B", "emerald": "#059669", "emerald green": "#059669", "deep green": "#14532D", "deep teal": "#0F5257", "deep blue": "#1E3A8A", "deep purple": "#4C1D95", "petrol": "#0F4C5C", "salmon": "#FA8072", "ultramarine": "#2C3FBF",
	"mintgrün": "#6EE7B7", "himmelblau": "#7DD3FC", "cremeweiß": "#FBF3E2", "sable": "#E3D2B4", "vert forêt": "#166534", "bleu nuit": "#14213D", "bleu marine": "#14213D", "verde bosque": "#166534", "azul marino": "#14213D", "blu notte": "#14213D", "weiß": "#FFFFFF", "schwarz": "#0A0A0A", "anthrazit": "#2D3436", "rot": "#DC2626", "gelb": "#FACC15", "blau": "#2563EB", "grün": "#16A34A", "jaune": "#FACC15", "rouge": "#DC2626", "bleu": "#2563EB", "vert": "#16A34A", "noir": "#0A0A0A", "blanc": "#FFFFFF", "amarillo": "#FACC15", "rojo": "#DC2626", "azul": "#2563EB", "verde": "#16A34A", "negro": "#0A0A0A", "blanco": "#FFFFFF", "giallo": "#FACC15", "rosso": "#DC2626", "bianco": "#FFFFFF", "nero": "#0A0A0A",
	"pink": "#EC4899", "coral": "#FB7185", "brown": "#78350F", "forest green": "#166534", "dark green": "#14532D", "dark blue": "#1E3A8A", "light blue": "#7DD3FC", "light green": "#86EFAC", "burgundy": "#6B1D2E", "lavender": "#C4B5FD", "peach": "#FDBA9B",
}

// tinted are the names with a word for how bright they are before them, beside those that have
// values of their own: "light yellow", "dunkelgrün".
var tinted = func() map[string]string {
	mix := func(hex string, to, part int) string {
		v, _ := strconv.ParseUint(hex[1:], 16, 32)
		out := "#"
		for _, shift := range []uint{16, 8, 0} {
			c := int(v>>shift) & 255
			out += strings.ToUpper(strconv.FormatInt(int64(256+c+(to-c)*part/100), 16)[1:])
		}
		return out
	}
	out := maps.Clone(colorNames)
	for _, name := range slices.Sorted(maps.Keys(colorNames)) {
		if isShade.MatchString(name) {
			continue
		}
		for _, w := range []string{"light ", "pale ", "soft ", "pastel ", "hell"} {
			if _, own := out[w+name]; !own {
				out[w+name] = mix(colorNames[name], 255, 65)
			}
		}
		for _, w := range []string{"dark ", "deep ", "dunkel"} {
			if _, own := out[w+name]; !own {
				out[w+name] = mix(colorNames[name], 0, 45)
			}
		}
	}
	return out
}()

var isShade = pattern.New(`\s|^(?:white|black|near-black|off-black|off-white|cream|ivory|weiß|schwarz|noir|blanc|negro|blanco|bianco|nero)$`)

// ColorIn is the value of the first colour that words give, by name or as "#RRGGBB"; ""
// where they give none.
func ColorIn(s string) string {
	if hex := hexCode.FindString(s); hex != "" {
		return strings.ToUpper(hex)
	}
	if m := colorName.FindStringSubmatch(s); m != nil {
		return tinted[strings.ToLower(m[1])]
	}
	return ""
}

// ColorWords are the names of colours as a pattern has them one of, the longest first.
func ColorWords() string {
	names := slices.Sorted(maps.Keys(tinted))
	slices.SortStableFunc(names, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(names, "|")
}

var hexCode = pattern.New(`#[0-9a-fA-F]{6}\b`)

var (
	colorName = pattern.Longest(`(?i)(?:^|[^\p{L}-])(` + ColorWords() + `)s?(?:[^\p{L}-]|$)`)
	// colorTalk tells words about colours from those about clothes and things.
	colorTalk = pattern.New(`(?i)^(?:(?:use |in |with )?(?:(?:style|look|visuals|farben?|colores?|couleurs?|cores|colori|kleuren|our|the|brand|company|corporate|main|primary|accent|background|text|colou?rs?|palette|theme|scheme|are|is|and|on|with|of|a|one|touch|only|bold|bright|soft|deep|warm|cool|cold|muted|rich|pure|vivid|faded|saturated|desaturated|dusty|jewel|earth|earthy|pastel|neon|electric|iridescent|emergency|folk|wash|flat|max|maximum|high|contrast|tones?|hues?|shades?|as|for|accents?|highlights?|headlines?|details|und|y|et|e|en)[ :—–-]*|[,;.&/+] ?)*)$`)
)

// namedColors keeps the colours that a direction names in words, where the words
// between two commas speak of nothing else.
func (b *draft) namedColors(s string) {
	if ss := prose.SplitSentences(s); slices.ContainsFunc(ss, forbids.MatchString) { // "Never use red on green"
		s = strings.Join(slices.DeleteFunc(ss, forbids.MatchString), " ")
	}
	if ss := prose.SplitSentences(s); slices.ContainsFunc(ss, captionStyle.MatchString) { // "Captions burned in, white on black."
		s = strings.Join(slices.DeleteFunc(ss, captionStyle.MatchString), " ")
	}
	if captionRest.MatchString(s) {
		return // the colours of captions are no colours of the picture
	}
	s = colorsAside.ReplaceAllString(s, "$1 $2") // "bright colours (green and yellow)"
	var parts []string
	for _, p := range colorSplit.FindAllString(s, -1) {
		parts = append(parts, strings.TrimSpace(p))
	}
	for i, p := range parts {
		m := colorName.FindStringSubmatchIndex(p)
		if m == nil || captionOn.MatchString(p) || hexRE.MatchString(p) || lightRE.MatchString(p) || darkRE.MatchString(p) {
			continue
		}
		from := 0
		if k := strings.LastIndex(p[:m[2]], ": "); k > 0 && !colorTalk.MatchString(p[:k]) {
			from = k + 2 // "Velvet Standard style: black"
		}
		left := strings.Join(strings.Fields(prose.Unstop(p[from:m[2]]+" "+strings.TrimPrefix(p[m[3]:], "s"))), " ")
		alone := left == "" && i == 0 && len(parts) == 1 // "Green." may be anything
		if alone || !colorTalk.MatchString(left) {
			continue
		}
		hex, dup := tinted[strings.ToLower(p[m[2]:m[3]])], false
		for _, c := range b.Look.Colors {
			dup = dup || alike(c.Hex, hex)
		}
		role := prose.Lookup(colorRole, left)
		if role == "" && onGround.MatchString(s[:strings.Index(s, p)]+p[:m[2]]) {
			role = "background" // "#00FF41 on black"
		}
		if !dup {
			b.Look.Colors = append(b.Look.Colors, brief.Color{Hex: hex, Role: role})
		}
	}
}

// colorsAside are colours in brackets behind their own name.
var colorsAside = pattern.New(`(?i)\b(colou?rs?|palette|farben|colores|couleurs|cores|colori)\s*\(([^()]{3,60})\)`)

// forbids begins with what is not to be.
var forbids = pattern.New(`(?i)^\s*(?:never|no|avoid|without|don['’]?t|do not|nie(?:mals)?|kein[e]?|vermeide[n]?|nunca|evita[r]?|sin|jamais|évite[rz]?|sans|mai|evita(?:re)?|senza)\s`)

// captionRest is a line about nothing but captions.
var captionRest = pattern.New(`(?i)^\s*(?:captions?|subtitles?|untertitel|subtítulos|sous-titres|legendas|sottotitoli)\s*:`)

// captionStyle is a sentence about captions.
var captionStyle = pattern.New(`(?i)^\s*(?:the |burn(?:ed)?[- ]in |open )*(?:captions?|subtitles?|untertitel|subtítulos|sous-titres|legendas|sottotitoli)\b`)

// colorSplit are the pieces of a list of colours.
var colorSplit = pattern.New(`(?:[^,;.&+/]|\.\S)+?(?:\s(?:and|und|y|et|e|en|on|auf)\s|\s[—–]\s|[,;.&+/]|$)`)

// onGround comes before the colour that others stand on.
var onGround = pattern.New(`(?i)(?:^|\s)(?:on|auf|sobre|sur|su|op)\s+(?:an? )?$`)

// alike tells colours that nobody tells apart, such as two kinds of black: "#000000 black".
func alike(a, b string) bool {
	x, errX := strconv.ParseUint(a[1:], 16, 32)
	y, errY := strconv.ParseUint(b[1:], 16, 32)
	if errX != nil || errY != nil {
		return a == b
	}
	for shift := 0; shift < 24; shift += 8 {
		if d := int(x>>shift&255) - int(y>>shift&255); d > 16 || d < -16 {
			return false
		}
	}
	return true
}
