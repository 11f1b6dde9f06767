package telling

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// looseSeries reads the data of a chart that no colon or label announces: values before
// their labels, "62 % patched, 38 % open", labels behind a word that joins, "with Jan 12,
// Feb 18", and the data of scripts without spaces, "3月 120件、4月 180件".
func looseSeries(s, lang string) *scene.Series {
	for _, at := range chartNamed.FindAllStringIndex(s, 8) {
		data := s[at[1]:]
		lead := chartLead.FindStringIndex(data)
		if lead == nil && valueNext.MatchString(data) {
			lead = []int{0, 0} // "donut 64% repaired, 27% resold"
		}
		if lead != nil {
			data = data[lead[1]:]
		}
		if strings.ContainsFunc(data, phrase.Spaceless) {
			if out := dataIn(easternCut.Split(data, -1), lang, easternDatum); out != nil {
				return out
			}
			continue
		}
		if lead == nil {
			continue
		}
		if end := strings.Index(data, ". "); end >= 0 {
			data = data[:end]
		}
		data = strings.TrimRight(MotionTail.ReplaceAllString(data, ""), ".) ")
		for _, cut := range []*pattern.Pattern{datumAt, commaAt} { // "78 % pumps and pipes, 14 % training"
			if out := dataIn(cut.Split(data, -1), lang, valueFirst...); out != nil {
				return out
			}
		}
		k := at[1] + lead[1]
		if out := seriesBehind(s, []int{at[0], k, k, k}, lang); out != nil {
			return out
		}
	}
	return nil
}

// datum is a way to write one value of a chart: the groups of its pattern that hold the
// value, its unit and its label.
type datum struct {
	re                 *pattern.Pattern
	value, unit, label int
}

// dataIn reads the parts of a list up to the first that is no datum; nil with fewer than two.
func dataIn(parts []string, lang string, forms ...datum) *scene.Series {
	out := &scene.Series{Type: "bar"}
	for _, x := range parts {
		var m []string
		for _, d := range forms {
			if f := d.re.FindStringSubmatch(strings.TrimSpace(x)); f != nil {
				m = []string{f[d.value], f[d.unit], f[d.label]}
				break
			}
		}
		if m == nil && len(out.Values) == 0 && len(forms) == 1 {
			continue // words before the data
		}
		if m == nil || drawnPart.MatchString(m[2]) {
			break
		}
		v, ok := Number(strings.TrimLeft(m[0], "€$£"), lang)
		if !ok {
			break
		}
		if percentWord.MatchString(m[1]) {
			m[1] = "%"
		}
		out.Labels, out.Values = append(out.Labels, prose.Upper(m[2])), append(out.Values, v)
		out.Unit = cmp.Or(out.Unit, m[1], strings.TrimRight(m[0], "0123456789.,-"))
	}
	if len(out.Values) < 2 {
		return nil
	}
	return out
}

const (
	aValue = `([€$£]?-?\d[\d.,]*)`
	aShare = `(%|[€$£]|per ?cent|prozent|por ciento|pour cent|por cento|per cento|procent)`
	aLabel = `([\p{L}\d][\p{L}\d &'’/.-]{0,40})`
)

var (
	// chartNamed names a chart, with its kind behind it in the Romance languages.
	chartNamed = pattern.New(`(?i)(?:\b(?:chart|graph|donut|pie|diagram|gráfico|grafico|graphique|camembert|grafiek)\b|\b\p{L}*diagramm?a?\b|رسم بياني|גרף|תרשים|グラフ|[状狀线線饼餅]图|[状狀线線饼餅]圖|차트|그래프)(?: chart)?(?: (?:de|di|a|en|à|in|do|da) \p{L}+)?`)
	// chartLead stands between a chart's name and its data.
	chartLead = pattern.New(`(?i)^(?:,? (?:of|for|showing|that shows|von|der|de|des|di) [^:,\d]{1,60}?)?\s*(?:[:：,(（–—-]|\b(?:with|showing|shows|of|mit|con|avec|com|met|zeigt)\b)\s*`)
	// valueNext is a value right behind a chart's name.
	valueNext = pattern.New(`^\s+[€$£]?\d`)
	commaAt   = pattern.New(`\s*[;,]\s+(?:(?:and|und|y|et|e)\s+)?`)
	// valueFirst are data that begin with their value: "120 orders in March", "62 % patched".
	valueFirst = []datum{
		{pattern.New(`(?i)^` + aValue + `\s*(%|[€$£]|\p{L}+(?: \p{L}+)?)?\s+(?:in|im|for|für|en|em|bei|nel|a|à|at)\s+` + aLabel + `$`), 1, 2, 3},
		{pattern.New(`(?i)^` + aValue + `\s*` + aShare + `\s*(?:of |are |is |sind |ist )?` + aLabel + `$`), 1, 2, 3},
		{pattern.New(`(?i)^([€$£]-?\d[\d.,]*)()\s+(?:for |from )?` + aLabel + `$`), 1, 2, 3},
	}
	// easternDatum is one of a script without spaces: "4月 180件", "大阪35%", "2022年：1.2億円".
	easternDatum = datum{pattern.New(`^(\d{1,4}(?:年度?|月|日|週|周|期|回|季度)|[\p{Han}\p{Hiragana}\p{Katakana}ー]{1,10}|\p{L}[\p{L}\d ]{0,15}?)(?:\s*[:：は]|\s)?\s*(\d[\d.,]*)\s*([%％]|\p{Han}{1,3})?$`), 2, 3, 1}
	easternCut   = pattern.New(`[、，；;・/（）()：:]|,\s|。`)
	// drawnPart are the parts of a chart itself: "3 bars" are no data.
	drawnPart = pattern.New(`(?i)^(?:bars?|columns?|lines?|slices?|segments?|colou?rs?|seconds?|secs?|s|steps?|rows?|balken|säulen|sekunden|barras?|segundos|barres?|secondes|barre|secondi)$`)
)
