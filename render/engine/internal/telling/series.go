package telling

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

const (
	periodWords    = `(?:[QHT][1-4](?: (?:19|20)\d\d)?|(?:19|20)\d\d|(?:` + monthWords + `)\.?)`
	magnitudeWords = `[kKMB]\b|bn\b|million|billion|thousand|Mio\.?|Mrd\.?|Tsd\.?|Millionen|millones|millions|milliards|milhões|milioni|miliardi|mil`
	amountWords    = `[€$£¥₪]?\s?-?\d[\d.,]*(?:\s?%|\s?(?:` + magnitudeWords + `))?(?:\s?(?:[€$£¥₪]|[Ee]uros?\b))?`
)

var (
	// valueOfPeriod is one value of a series: "Q1 4.1M", "2023: 18 %", "in May 41".
	valueOfPeriod = pattern.New(`(?i)^(?:(?:in|im|en|em|nel) )?(` + periodWords + `)(?:\s*[:=–-]\s*|\s+(?:at |was |with )?)(` + amountWords + `)(?: (\p{L}{2,14}))?$`)
	seriesHead    = pattern.New(`(?i)^(\p{L}.{1,44}?)(?:\s*[:–—-]\s*|,?\s+)(?:(?:in|im|en|em|nel) )?(` + periodWords + `(?:\s*[:=]\s*|\s+)` + amountWords + `.*)$`)
)

// Series draws the values of three periods or more as bars, and tells what has become
// of them: "Revenue Q1 4.1M, Q2 4.6M, Q3 5.2M".
func (w *Writer) Series(b *Beat, s string) bool {
	m := seriesHead.FindStringSubmatch(prose.Unstop(s))
	if m == nil {
		return false
	}
	head := strings.TrimSpace(m[1])
	parts := strings.Split(strings.ReplaceAll(m[2], "; ", ", "), ", ")
	if last := len(parts) - 1; last >= 0 {
		if x, y, ok := strings.Cut(strings.TrimPrefix(parts[last], strings.TrimPrefix(w.Wording.And, " ")), w.Wording.And); ok {
			parts = append(parts[:last], x, y)
		} else {
			parts[last] = x
		}
	}
	var labels, values []string
	for _, p := range parts {
		v := valueOfPeriod.FindStringSubmatch(strings.TrimSpace(p))
		if v == nil {
			return false
		}
		labels, values = append(labels, prose.Upper(v[1])), append(values, strings.TrimSpace(v[2]+" "+v[3]))
	}
	if len(labels) < 3 || len(labels) > 12 || w.Wording.Finite != nil && w.Wording.Finite.MatchString(" "+head+" ") {
		return false
	}
	return w.trend(b, head, labels, values)
}

// dateNoun heads days of the year, and no amounts.
var dateNoun = pattern.New(`(?i)\b(?:departures?|dates?|deadlines?|sessions?|events?|matches|games|concerts?|shows?|workshops?|courses?|tours?|closed|open|closures?|holidays?|starts?|meetings?|classes|screenings|markets?|trips|webinars?|exams?|auditions?|hearings?)$`)

// daysOf tells days of months from values of months: whole numbers up to 31 of months, under
// a head that has dates or of months that do not follow each other.
func daysOf(head string, labels, values []string) bool {
	last, apart := 0, false
	for i, l := range labels {
		month := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(l[:min(3, len(l))]))
		n, err := strconv.Atoi(values[i])
		if month < 0 || month%3 != 0 || err != nil || n < 1 || n > 31 {
			return false
		}
		apart = apart || i > 0 && month/3 != last+1
		last = month / 3
	}
	return apart || dateNoun.MatchString(head)
}

// seriesList draws a headed list whose every item is the value of a period.
func (w *Writer) seriesList(b *Beat, pt *brief.Point) bool {
	if len(pt.Items) < 3 || strings.TrimSpace(pt.Text) == "" {
		return false
	}
	var labels, values []string
	for _, it := range pt.Items {
		v := valueOfPeriod.FindStringSubmatch(strings.TrimSpace(it.Title + " " + it.Body))
		if v == nil {
			return false
		}
		labels, values = append(labels, prose.Upper(v[1])), append(values, strings.TrimSpace(v[2]+" "+v[3]))
	}
	return w.trend(b, strings.TrimRight(strings.TrimSpace(pt.Text), ":"), labels, values)
}

// trend draws values of consecutive periods and says where they came from and where
// they are. All of them must have one unit.
func (w *Writer) trend(b *Beat, head string, labels, values []string) bool {
	if daysOf(head, labels, values) {
		return false // "Departures: May 4, June 1, Sept 7"
	}
	series := &scene.Series{Type: "bar", Labels: labels, Focus: new(len(values) - 1)}
	for i, v := range values {
		n := Numeric.FindString(v)
		f, ok := Number(n, w.Lang)
		unit := strings.TrimSpace(strings.Replace(v, n, "", 1))
		if !ok || i > 0 && unit != series.Unit {
			return false
		}
		series.Values, series.Unit = append(series.Values, f), unit
	}
	if utf8.RuneCountInString(series.Unit) > 3 {
		b.Subtitle = prose.Upper(series.Unit)
	}
	b.Kind, b.Series, b.Headline, b.Plain = scene.Chart, series, Clip(prose.Upper(head), 46), false
	b.Words = []string{w.trendSaid(head, labels, values, series.Values)}
	return true
}

func (w *Writer) trendSaid(head string, labels, values []string, v []float64) string {
	g, ph := w.Wording, w.phrases()
	last := len(values) - 1
	from, to := w.SaidAmount(values[0]), w.SaidAmount(values[last])
	if ph == nil {
		return prose.Upper(prose.Stop(g.Fill(g.FromTo, head, from, labels[0], to, labels[last])))
	}
	up, down := true, true
	for i := 1; i < len(v); i++ {
		up, down = up && v[i] > v[i-1], down && v[i] < v[i-1]
	}
	frame := ph.wentTo
	period := ph.periods[periodKind(labels)]
	switch {
	case up && ph.rising != "" && period != "":
		frame = ph.rising
	case down && ph.falling != "" && period != "":
		frame = ph.falling
	}
	if frame != ph.wentTo {
		head = byPeriod.ReplaceAllString(head, "") // "grew every quarter" says it
	}
	said := fmt.Sprintf(strings.ReplaceAll(frame, "%[6]s", period), head, from, w.saidMonth(labels[0]), to, w.saidMonth(labels[last]))
	return prose.Upper(said)
}

// WentTo says how something went from its value in one period to that in another.
func (w *Writer) WentTo(what string, first, last brief.Item) string {
	return prose.Upper(fmt.Sprintf(w.phrases().wentTo, what, w.SaidAmount(first.Body), w.saidMonth(first.Title), w.SaidAmount(last.Body), w.saidMonth(last.Title)))
}

// byPeriod ends the name of a series with how often it has a value: "Revenue by quarter".
var byPeriod = pattern.New(`(?i) (?:by|per|each|every|pro|je|nach|por|par) (?:quarter|month|year|week|day|quartal(?:en)?|monat(?:en)?|jahr(?:en)?|wochen?|tag(?:en)?|trimestre|mes|año|semana|día|mois|an|année|semaine|jour|mese|anno|settimana|giorno|mês|ano|dia|kwartaal|maand|jaar|dag)$`)

var (
	// shareNamed is a part of a whole: "roads and transport 21%", "71% donations".
	shareNamed = pattern.New(`(?i)^(?:and |of which )?(\p{L}[\p{L}\d '’&/-]{1,34}?)(?: (?:is|are|gets?|takes?|at|with))?:? (\d{1,2}(?:[.,]\d)?) ?(?:%|percent|per cent)$`)
	namedShare = pattern.New(`(?i)^(?:and |of which )?(\d{1,2}(?:[.,]\d)?) ?(?:%|percent|per cent) (?:(?:is|are|goes?|went|comes?|came|on|to|for|from|of it|of them) )*(\p{L}[\p{L}\d '’&/-]{1,34})$`)
)

// wholeOf draws parts that make a whole: three shares or more that come to 100 percent.
func (w *Writer) wholeOf(b *Beat, s string) bool {
	if w.Wording.Code != "en" {
		return false
	}
	t, head := prose.Unstop(s), ""
	if x, y, ok := strings.Cut(t, ": "); ok && prose.Words(x) <= 8 {
		head, t = x, y
	}
	parts, _ := w.partsOf(t)
	if len(parts) > 3 && len(w.Counts(parts[0])) == 1 && strings.Contains(parts[1], "of which ") {
		b.Subtitle, parts = parts[0], parts[1:] // "€412,000, of which 71% donations, …"
	}
	series := &scene.Series{Type: "bar", Unit: "%"}
	sum := 0.0
	for _, p := range parts {
		p = strings.TrimSpace(p)
		name, share := "", ""
		if m := shareNamed.FindStringSubmatch(p); m != nil {
			name, share = m[1], m[2]
		} else if m := namedShare.FindStringSubmatch(p); m != nil {
			name, share = m[2], m[1]
		}
		v, ok := Number(share, w.Lang)
		if name == "" || !ok {
			b.Subtitle = ""
			return false
		}
		series.Labels, series.Values = append(series.Labels, prose.Upper(strings.TrimSpace(name))), append(series.Values, v)
		sum += v
	}
	if len(series.Labels) < 3 || len(series.Labels) > 8 || sum < 98 || sum > 102 {
		b.Subtitle = ""
		return false
	}
	series.Focus = new(maxAt(series.Values))
	if len(series.Values) <= 3 {
		series.Type = "donut"
	}
	b.Kind, b.Series, b.Figure, b.Label, b.Plain = scene.Chart, series, nil, "", false
	b.Headline = cmp.Or(prose.Upper(head), prose.Upper(w.Wording.Named(w.Brief.Subject)), w.Brief.Title, w.Wording.NumbersHead)
	return true
}

var shortMonths = map[string]string{"Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "Jun": "June", "Jul": "July", "Aug": "August", "Sep": "September", "Sept": "September", "Oct": "October", "Nov": "November", "Dec": "December"}

// saidMonth writes a month out as it is said.
func (w *Writer) saidMonth(label string) string {
	if full := shortMonths[strings.TrimRight(label, ".")]; full != "" && w.Wording.Code == "en" {
		return full
	}
	switch low := strings.ToLower(label); w.Wording.Code {
	case "es", "fr", "it", "pt", "nl":
		if monthSmall.MatchString(low) {
			return low // no capital in the middle of a sentence
		}
	}
	return label
}

// monthSmall is a month of a language that writes it small.
var monthSmall = pattern.New(`^(?:ene|feb|fév|mar|maa|abr|avr|apr|may|mai|mag|mei|jun|jui|giu|jul|lug|ago|aoû|aug|sep|set|oct|ott|out|okt|nov|dic|déc|dec|dez|jan|gen|fev)\p{L}*\.?(?: \d{4})?$`)

// lengthKind tells lengths of time after which something has its value, each longer than
// the one before: "After 10 years", "After 30 years".
func lengthKind(labels []string) bool {
	last := 0
	for _, l := range labels {
		n := 0
		if m := wholeNumber.FindString(l); m == "" || !strings.HasPrefix(strings.ToLower(l), "after ") {
			return false
		} else if fmt.Sscan(m, &n); n <= last {
			return false
		}
		last = n
	}
	return len(labels) > 0
}

// periodKind is Q, H, Y or M if all labels are quarters, halves, years or months that
// follow each other, "" otherwise.
func periodKind(labels []string) string {
	kind := ""
	last := 0
	for i, l := range labels {
		k, n := "", 0
		switch {
		case YearRE.MatchString(l):
			k = "Y"
			fmt.Sscan(l, &n)
		case len(l) == 2 && (l[0] == 'Q' || l[0] == 'H'):
			k, n = l[:1], int(l[1])
		default:
			return ""
		}
		if i > 0 && (k != kind || n != last+1) {
			return ""
		}
		kind, last = k, n
	}
	return kind
}

var (
	shortMagnitude = pattern.New(`(\d)\s?(M|B|bn|[kK])\b`)
	zeroDecimal    = pattern.New(`(\d)\.0([^\d.,]|$)`)
)

// SaidAmount writes "6.0M" as it is said: "6 million".
func (w *Writer) SaidAmount(s string) string {
	if w.Wording.Code != "en" {
		return s
	}
	s = zeroDecimal.ReplaceAllString(s, "$1$2")
	return shortMagnitude.ReplaceAllStringFunc(s, func(m string) string {
		word := map[byte]string{'M': " million", 'B': " billion", 'b': " billion", 'k': " thousand", 'K': " thousand"}
		return m[:1] + word[strings.TrimSpace(m[1:])[0]]
	})
}
