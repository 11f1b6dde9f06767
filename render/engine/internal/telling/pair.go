package telling

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// aTime is a time that one of two figures belongs to.
var aTime = pattern.New(`(?i)\b(?:(?:in|im Jahr|en|em|nel|no|na|back in) )?((?:19|20)\d\d)\b|\b((?:last|this|previous) (?:year|month|quarter|week|season)|today|(?:letztes|dieses|voriges) Jahr|(?:im )?(?:letzten|diesem) Jahr|heute|(?:el )?año pasado|este año|l['’]an(?:née)? (?:dernière|passé)|l['’]an dernier|cette année|(?:no )?ano passado|este ano|l['’]anno scorso|quest['’]anno|vorig jaar|dit jaar)\b|\b(?:the )?((?:goal|target) for (?:19|20)\d\d)\b|\b(after (?:\d+|an?|one|two|three|five|ten|twenty) (?:year|month|week|day|hour|minute)s?)\b`)

// afterSpan is a time by how long it takes, which has a number that is no figure.
var afterSpan = pattern.New(`(?i)\bafter (?:\d+|an?|one|two|three|five|ten|twenty) (?:year|month|week|day|hour|minute)s?\b`)

// wanted makes of a second figure a wish.
var wanted = pattern.New(`(?i)\b(?:want|plan|aim|hope|should|would like|expect|wollen|möchten|sollen|queremos|esperamos|voulons|espérons|vogliamo|speriamo|willen)\b`)

// pair sets two figures of two times side by side: "14 near misses in 2023 and 6 in
// 2024", "last year 1 in 8 clicked, this year 1 in 20".
func (w *Writer) pair(b *Beat, s string) bool {
	t := prose.Unstop(s)
	times := aTime.FindAllStringSubmatchIndex(t, -1)
	if len(times) != 2 || prose.Words(t) > 26 {
		return false
	}
	if m := thatCost.FindStringSubmatch(t); m != nil && w.twoTimes(b, m[1]+m[2], m[3]) {
		b.Headline = Clip(prose.Upper(m[1]), 46)
		return true
	}
	for _, sep := range []string{", ", "; ", w.Wording.And} {
		for at := 0; ; {
			i := strings.Index(t[at:], sep)
			if i < 0 {
				break
			}
			i += at
			at = i + len(sep)
			if times[0][0] >= i || times[1][0] < i {
				continue
			}
			from := 0
			if times[0][8] >= 0 { // "If you invest $10,000, after 10 years you have $19,672"
				from = times[0][0]
			}
			if w.twoTimes(b, t[from:i], t[at:]) {
				return true
			}
		}
	}
	return false
}

// thatCost is one thing at two times: "A burger that cost $4 in 2015 costs $6.50 today".
var thatCost = pattern.New(`(?i)^((?:an?|the|our) .+?) that( (?:cost|was|held|took|weighed|lasted) .+?) ((?:costs|is|holds|takes|weighs|lasts) .+)$`)

// countsWhat is what a number counts, behind it.
var countsWhat = pattern.New(`^\s(\p{Ll}{3,}s)\b`)

// moreThanThen makes a difference of a figure: "$10 more than last year".
var moreThanThen = pattern.New(`(?i)^(?:\p{L}+ )?(?:more|less|fewer|higher|lower|cheaper|dearer|better|worse|up|down|longer|shorter|faster|slower)\b`)

// twoTimes makes the two columns, if each side has its time and its figure.
func (w *Writer) twoTimes(b *Beat, left, right string) bool {
	x, y := w.mainFigure(left), w.mainFigure(right)
	if x == nil || y == nil || wanted.MatchString(right) || moreThanThen.MatchString(strings.TrimSpace(right[y.To:])) || w.countFigures(right) != 1 {
		return false
	}
	if y.Suffix == "" && y.Prefix == "" {
		if m := countsWhat.FindStringSubmatch(right[y.To:]); m != nil && x.Suffix != "" && !strings.Contains(strings.ToLower(left), strings.ToLower(m[1])) {
			return false // "46 meters tall, …, today 60,000 visitors"
		}
		y.Prefix, y.Suffix, y.unit = x.Prefix, x.Suffix, x.unit
	}
	if (y.Prefix != x.Prefix || y.Suffix != x.Suffix && !(x.Share > 0 && y.Share > 0)) && !(isMoney(x, left) && isMoney(y, right)) {
		return false
	}
	x.coined(left)
	y.coined(right)
	if FigureText(&x.Figure) == FigureText(&y.Figure) {
		return false
	}
	head := w.countedThing(left, x)
	if head == "" {
		head = w.Wording.NumbersHead
	}
	cols := make([]scene.Column, 2)
	for i, side := range []struct {
		text string
		f    *Amount
	}{{left, x}, {right, y}} {
		cue := side.f.Cue
		if side.f.Share > 0 && side.f.Suffix != "%" {
			cue = side.text[side.f.From:side.f.To] // "1 in 20": its first number is the other's too
		}
		cols[i] = scene.Column{Title: prose.Upper(timeOf(side.text)), Rows: []scene.Item{{Value: FigureText(&side.f.Figure), Cue: cue}}}
	}
	b.Kind, b.Columns, b.Headline, b.Plain = scene.Compare, cols, Clip(prose.Upper(head), 46+Longer), false
	return true
}

// isMoney tells an amount of money of s, in large coins or small: "79 cents", "1.15 euros".
func isMoney(a *Amount, s string) bool {
	return strings.ContainsAny(a.Prefix+a.Suffix, "€$£¢") || a.unit == "cents" || smallCoin.MatchString(FirstWordOf(s[a.To:]))
}

// coined gives an amount of s the small coins behind it as its unit.
func (a *Amount) coined(s string) {
	if coin := FirstWordOf(s[a.To:]); smallCoin.MatchString(coin) {
		a.Suffix, a.unit = coin, coin
	}
}

var smallCoin = pattern.New(`(?i)^(?:cents?|pence|pennies|pfennigs?)$`)

func timeOf(s string) string {
	m := aTime.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return articleOff.ReplaceAllString(cmp.Or(m[1], m[2], m[3], m[4]), "")
}

var articleOff = pattern.New(`(?i)^(?:el|no|im) `)

// mainFigure is the figure that a side is about: the first that is no limit or degree
// of something else.
func (w *Writer) mainFigure(s string) *Amount {
	figs := w.Counts(withoutSpans(s))
	if len(figs) == 0 {
		return nil
	}
	return &figs[0]
}

func (w *Writer) countFigures(s string) int { return len(w.Counts(withoutSpans(s))) }

// withoutSpans blanks the spans that are times: every other byte keeps its place.
func withoutSpans(s string) string {
	return afterSpan.ReplaceAllStringFunc(s, func(m string) string { return strings.Repeat(" ", len(m)) })
}

// Counts are the figures of s, years left out.
func (w *Writer) Counts(s string) []Amount {
	var out []Amount
	for _, f := range w.Figures(s) {
		if f.Score > 0 && !(YearRE.MatchString(f.Text) && f.Prefix+f.Suffix == "") {
			out = append(out, f)
		}
	}
	return out
}

// countedThing is what the figure of a side counts, in the words behind it.
func (w *Writer) countedThing(s string, f *Amount) string {
	rest := strings.TrimSpace(s[f.To:])
	if coin := FirstWordOf(rest); smallCoin.MatchString(coin) {
		rest = strings.TrimSpace(rest[len(coin):])
	}
	if at := aTime.FindStringIndex(rest); at != nil {
		rest = strings.TrimSpace(rest[:at[0]])
	}
	rest = groupOf.ReplaceAllString(rest, "")
	rest = strings.TrimRight(rest, " ,;:")
	if w.Wording.Stops.MatchString(" " + rest) {
		rest = ""
	}
	if f.unit != "" && timeUnit.MatchString(f.unit) && rest != "" {
		return f.unit + " " + rest // "days above 30 degrees"
	}
	if n := utf8.RuneCountInString(rest); n < 3 || n > 46+Longer {
		return ""
	}
	return rest
}

var groupOf = pattern.New(`(?i)^(?:of(?: (?:our|the|all))?|der|des|von|de los|de las|dos|das|des|dei|delle|van de) `)
