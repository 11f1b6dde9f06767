package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// periodOrAmount is a period or a number in running text.
var (
	periodOrAmount = pattern.New(`(?i)(?:^|[^\p{L}\d.,-])(` + periodWords + `|after \d+ (?:days|weeks|months|years))(?:[^\p{L}\d]|$)|(?:^|[\s(])(` + amountWords + `)`)
	counted        = pattern.New(`^\s?(\p{L}[\p{L}-]{1,20})`)
	inPeriod       = pattern.New(`(?i)(?:^|[\s,;])(?:(?:and|und|y|et|e|en) )?(?:in|im|en|em|nel|from|to|by|until|von|bis|auf|de|a|à|per)?\s{0,3}$`)
)

// weDid is turned into what was done: "we sold kits" heads a chart as "Kits sold".
var weDid = pattern.New(`(?i)^(?:we|they) (sold|made|built|won|sent|bought|\p{L}+ed) (\p{L}[\p{L}-]+)$`)

// euroWord is the currency at the end of a unit, in letters.
var euroWord = pattern.New(`(?i)\beuros?$`)

// reaches is the verb by which a thing has its values, at the end of what leads to them.
var reaches = pattern.New(`(?i)\s(?:(?:a|ont|ha|han|hat|haben|è|sono) )?(?:atteint|atteignait|atteignaient|était|étaient|est|sont|s['’]élevait|s['’]est élevé|erreichte|erreichten|erreicht|lag|lagen|liegt|liegen|betrug|betrugen|war|waren|stieg|stiegen|sank|sanken|wuchs|fiel|fueron|fue|eran|era|son|alcanzó|alcanzaron|ascendió|ascendieron|subió|subieron|pasó|bajó|bajaron|cayó|crecieron|creció|è stat[oa]|sono stat[ie]|erano|raggiunto|ha raggiunto|foi|foram|eram|atingiu|atingiram|subiu|subiram|caiu|passou|cresceu|was|waren|bedroeg|bedroegen|steeg|daalde|groeide|passé|passée|monté|montée)(?: (?:de|di|bei|auf|a|à|em|en|von|da|op|naar))?\s+$`)

// allMonths tells whether every label is a month.
func allMonths(labels []string) bool {
	for _, l := range labels {
		if !monthName.MatchString(l) {
			return false
		}
	}
	return true
}

// toldSeries draws a sentence that gives the values of three periods or more as a chart,
// and leaves its words as they are: "In 2022 we sold 1,200 kits, in 2023 4,800 and in 2024
// 11,300."
func (w *Writer) toldSeries(b *Beat, s string) bool {
	t := prose.Unstop(s)
	series := &scene.Series{Type: "bar"}
	var kinds []byte
	noun, head := "", ""
	for at := 0; at < len(t); {
		m := periodOrAmount.FindStringSubmatchIndex(t[at:])
		if m == nil {
			break
		}
		if m[2] >= 0 {
			series.Labels, kinds = append(series.Labels, prose.Upper(t[at+m[2]:at+m[3]])), append(kinds, 'p')
			at += m[3]
			continue
		}
		amount := strings.TrimRight(strings.TrimSpace(t[at+m[4]:at+m[5]]), ".,")
		n := Numeric.FindString(amount)
		v, ok := Number(n, w.Lang)
		if !ok {
			return false
		}
		unit := euroWord.ReplaceAllString(strings.TrimSpace(strings.Replace(amount, n, "", 1)), "€")
		if len(series.Values) == 0 {
			series.Unit = unit
			if c := counted.FindStringSubmatch(t[at+m[5]:]); c != nil && !w.Wording.Stops.MatchString(" "+c[1]) {
				noun = c[1]
			}
			head = t[:at+m[4]]
		} else if unit != series.Unit && unit != "" {
			return false
		}
		series.Values, kinds = append(series.Values, v), append(kinds, 'a')
		at += m[5]
	}
	if len(series.Values) < 3 || len(series.Values) > 12 || len(series.Labels) != len(series.Values) || periodKind(series.Labels) == "" && !lengthKind(series.Labels) && !(w.Wording.Code != "en" && allMonths(series.Labels)) {
		return false
	}
	for i := 2; i < len(kinds); i++ {
		if kinds[i] != kinds[i-2] || kinds[i] == kinds[i-1] {
			return false
		}
	}
	if i := strings.Index(head, series.Labels[0]); i >= 0 {
		head = inPeriod.ReplaceAllString(head[:i], "") + head[i+len(series.Labels[0]):]
	}
	head = strings.Trim(inPeriod.ReplaceAllString(head, "")+" "+noun, " ,:")
	if u := shortUnit[noun]; u != "" && utf8.RuneCountInString(u) == 1 {
		series.Unit, noun, head = u, "", strings.TrimSpace(strings.TrimSuffix(head, noun))
	}
	if pronounFirst.MatchString(head) && lengthKind(series.Labels) {
		head = cmp.Or(w.Wording.Named(w.Brief.Subject), w.Brief.Title, w.Wording.NumbersHead) // "after 10 years it's 163 euros"
	}
	if w.Wording.Code != "en" {
		head = w.Wording.Noun(strings.TrimSpace(cmp.Or(w.whatMoved(head+" von ", ""), reaches.ReplaceAllString(head+" ", "")))) // a chart is headed by what it shows, without its verb
	}
	head = weDid.ReplaceAllString(strings.Join(strings.Fields(head), " "), "$2 $1")
	if prose.Words(head) < 2 && !lengthKind(series.Labels) && (w.Wording.Code == "en" || head == "") || utf8.RuneCountInString(head) > 46 {
		head = w.Headline(s, 46)
	}
	series.Focus = new(len(series.Values) - 1)
	b.Kind, b.Series, b.Plain = scene.Chart, series, false
	b.Headline = prose.Upper(head)
	if utf8.RuneCountInString(series.Unit) > 3 {
		b.Subtitle = prose.Upper(series.Unit)
	}
	return true
}
