package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// layerTargets are the parts that the five layers of a picture stand for; the
// background and the effects are no part that moves by itself.
var layerTargets = map[int]string{1: "-", 2: "hero", 3: "items", 4: "subtitle", 5: "-"}

// picture reads the lines that say what a scene shows: its layers ("L1: …. L2: …."),
// what moves, and the words without the layers' marks.
func (p *parser) picture(sc *brief.Scene, visual []prose.Line) {
	var plain []string
	for _, l := range bulleted(visual) {
		if !strings.ContainsAny(l.Text, `"“„«`) {
			l.Text = singleRE.ReplaceAllStringFunc(l.Text, func(q string) string {
				m := singleRE.FindStringSubmatch(q)
				return strings.Replace(strings.Replace(q, "'"+m[1]+"'", `"`+m[1]+`"`, 1), "‘"+m[1]+"’", "“"+m[1]+"”", 1)
			})
		}
		if len(bareLayer.FindAllStringIndex(l.Text, 3)) > 1 {
			l.Text = bareLayer.ReplaceAllString(l.Text, "$1 L$2: ")
		}
		at := layerRE.FindAllStringSubmatchIndex(l.Text, -1)
		first := len(l.Text)
		if len(at) > 0 {
			first = at[0][0]
		}
		if head := strings.TrimSpace(l.Text[:first]); head != "" {
			plain = append(plain, head)
			sc.Moves = append(sc.Moves, layout.Moves(head, "", l.N)...)
		}
		for i, m := range at {
			end := len(l.Text)
			if i+1 < len(at) {
				end = at[i+1][0]
			}
			y := brief.Layer{N: int(l.Text[m[2]] - '0'), Text: strings.TrimRight(strings.TrimSpace(l.Text[m[1]:end]), " ,;")}
			sc.Layers = append(sc.Layers, y)
			sc.Moves = append(sc.Moves, layout.Moves(y.Text, layerTargets[y.N], l.N)...)
			plain = append(plain, prose.Stop(y.Text))
		}
	}
	for i := range max(0, len(plain)-1) {
		plain[i] = prose.Stop(plain[i]) // what two lines say is not one sentence
	}
	sc.Visual = textsMarked(strings.Join(plain, " "))
}

// textsMarked puts in quotation marks what a picture's words announce as read: "Text
// underneath: hours a year", "Date large: 11 July. Below it small: Sports ground".
func textsMarked(visual string) string {
	return readLabel.ReplaceAllStringFunc(visual, func(x string) string {
		m := readLabel.FindStringSubmatch(x)
		text := strings.TrimRight(m[2], " ,;")
		if layout.VerbRE.MatchString(text) || prose.Words(text) > 12 || prose.URL(text) != "" {
			return x
		}
		return m[1] + `"` + text + `"` + m[2][len(text):]
	})
}

// readLabel is a label of words that are read, and the words without quotation marks.
var readLabel = pattern.New(`(?i)((?:^|[.;,|]\s+|\s[–—]\s)(?:and |then |the |an? )?(?:(?:on-?screen |big |large |small |tiny |bold |overlay )*(?:text|caption|sub-?title|sub-?line|tagline|slogan|headline|footnote|small print|copy)` +
	`(?: (?:reads|says|underneath|below|above|beneath|under it|below it|small|big|large|on top|at the (?:top|bottom)))?|(?:underneath|below|beneath|under|above)(?: it| that| the number)?(?:,? (?:in )?small(?:er)?)?` +
	`|(?:date|datum|price|preis|time|name|place|zahl|wort|titel|fecha|precio|prix) (?:(?:very |in |sehr )?(?:big|large|huge|bold|groß|grande|grand|en grand))|(?:darunter|darüber|darunter steht|debajo|en dessous|dessous|sotto|abaixo)(?: (?:klein|kleiner|groß|pequeño|petit|piccolo|pequeno))?):\s+)` +
	`((?:\d\.\s(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)|\.\d|[^"“”„«».;|\n]){2,80})`)

// namedThird tells the lower third that some call L3 from the third layer: a scene with no
// other layer gives it a name and what that person is.
func namedThird(s string, body []prose.Line) bool {
	n := 0
	for _, l := range body {
		if layerRE.MatchString(l.Text) {
			n++
		}
	}
	return n == 1 && thirdNamed.MatchString(strings.TrimLeft(s, " *-•"))
}

var thirdNamed = pattern.New(`^L3\s*:\s*\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}\s*[|/,–—-]\s*[^"“„]{2,50}$`)

// bulleted puts the items of a list behind the line that it stands under.
func bulleted(lines []prose.Line) []prose.Line {
	var out []prose.Line
	items := 0
	for _, l := range lines {
		x, _, ok := prose.Bullet(l.Text)
		switch {
		case !ok || len(out) == 0 || layerRE.MatchString(l.Text):
			items = 0
			out = append(out, l)
			continue
		case items == 0:
			out[len(out)-1].Text = strings.TrimRight(out[len(out)-1].Text, " .:") + ": " + prose.Unstop(x)
		default:
			out[len(out)-1].Text += "; " + prose.Unstop(x)
		}
		items++
	}
	return out
}

var layerRE = pattern.New(`(?i)(?:^|[\s.;])(?:L|(?:Layer|Ebene|Capa|Couche|Calque|Livello|Camada|Laag) )([1-5])(?:\s*\([^)]*\)|\s*[—–-]\s*\p{L}+)?\s*[:=]\s*`)

// bareLayer is the mark of a layer without a colon: "L1 dark grid, L2 the number 3".
var bareLayer = pattern.New(`(^|[\s.;,])L([1-5]) (?:[—–-] )?`)

func verbsOutsideQuotes(s string) string {
	return prose.QuotesRE.ReplaceAllString(s, "text")
}

var ()
