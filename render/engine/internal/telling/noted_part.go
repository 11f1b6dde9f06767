package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
)

// notedPart reads one part of a note: no figure, one, or two that are set against each
// other. ok false = it is no note.
func (w *Writer) notedPart(part, head string, before []Stat) (out []Stat, ok bool) {
	aside := ""
	if at := BracketAside.FindStringSubmatchIndex(part); at != nil {
		aside = part[at[2]:at[3]]
		part = strings.TrimSpace(part[:at[0]] + part[at[1]:])
	}
	if at := turnsInto.FindStringIndex(part); at != nil {
		return w.becameStat(part[:at[0]], part[at[1]:])
	}
	other, by := "", ""
	if at := setAgainst.FindStringIndex(part); at != nil {
		part, by, other = strings.TrimSpace(strings.TrimRight(part[:at[0]], ",")), strings.TrimSpace(part[at[0]:at[1]]), strings.TrimSpace(part[at[1]:])
	}
	figs := w.notedFigures(part)
	switch {
	case len(figs) == 0 && other == "" && len(w.Counts(aside)) == 1 && !comparesIt.MatchString(aside) && prose.Words(part) <= 6 && !SubjectOrVerb.MatchString(part):
		f := w.Counts(aside)[0]
		if strings.TrimSpace(aside[:f.From]+aside[f.To:]) != "" {
			return nil, !sentence(part)
		}
		return []Stat{{Amount: f, Label: prose.Upper(part), counted: true, compared: true}}, true // "home office (31%)"
	case len(figs) == 0:
		return nil, other == "" && !sentence(part)
	case len(figs) > 1:
		return nil, false
	}
	st, ok := w.statOfNote(part, figs[0], head, before)
	if !ok {
		return nil, false
	}
	if st.compared = aside != "" || other != ""; aside != "" {
		st.add(aside)
	}
	if !st.compared && st.counted && sentence(stateLast.ReplaceAllString(st.Label, "")) {
		return nil, false
	}
	if other == "" {
		return []Stat{st}, true
	}
	if vs := w.notedFigures(other); len(vs) == 1 && !timesOf.MatchString(other) {
		second, ok := w.statOfNote(other, vs[0], head, append(before, st))
		if ok && by != "instead of" {
			return []Stat{st, second}, true // "men 61% vs women 74%"
		}
	}
	st.Body = below(by + " " + other)
	return []Stat{st}, true
}

// becameStat reads a value and what it has become: "Bugs 12 -> 5".
func (w *Writer) becameStat(left, right string) ([]Stat, bool) {
	x, y := w.notedFigures(left), w.notedFigures(right)
	if len(x) != 1 || len(y) != 1 || strings.TrimSpace(left[x[0].To:]) != "" || strings.TrimSpace(right[:y[0].From]) != "" {
		return nil, false
	}
	st, ok := w.statOfNote(left, x[0], "", nil)
	old, ok1 := w.amount(FigureText(&x[0].Figure))
	now, ok2 := w.amount(FigureText(&y[0].Figure))
	if !ok || !ok1 || !ok2 || old == now {
		return nil, false
	}
	way := w.Wording.UpFrom
	if now < old {
		way = w.Wording.DownFrom
	}
	st.Body = prose.Upper(w.Wording.Fill(way, FigureText(&st.Figure)))
	st.Amount, st.compared = y[0], true
	if st.Suffix == "" && st.Prefix == "" {
		st.Prefix, st.Suffix = x[0].Prefix, x[0].Suffix
	}
	return []Stat{st}, true
}

// notedFigures are the figures that a part of a note gives: not those that limit another
// ("41 older than 7 days"), that are part of a name ("SOC 2 audit", "4 day week") or that
// say when.
func (w *Writer) notedFigures(part string) []Amount {
	var out []Amount
	for _, f := range w.Figures(part) {
		before, after := part[:f.From], part[f.To:]
		switch {
		case YearRE.MatchString(f.Text) && f.Prefix+f.Suffix == "", clockTail.MatchString(after), limitsIt.MatchString(before) && len(out) > 0:
		case f.unit != "" && strings.HasSuffix(strings.ToLower(part[:f.To]), " "+f.unit) && !strings.HasSuffix(f.unit, "s") && f.Text != "1" && timeUnit.MatchString(f.unit+"s") && startsNoun.MatchString(after):
		default:
			out = append(out, f)
		}
	}
	if len(out) > 1 && limitsIt.MatchString(part[:out[0].From]) {
		out = out[1:] // "kids under 10 15"
	}
	return out
}

// statOfNote is a figure with the words of its part as its label. head and before are what
// the parts before it told.
func (w *Writer) statOfNote(part string, f Amount, head string, before []Stat) (Stat, bool) {
	label := strings.TrimSpace(strings.TrimRight(strings.TrimSpace(part[:f.From]), ":=–—-~ "))
	after := strings.TrimSpace(part[f.To:])
	label = strings.TrimPrefix(strings.TrimPrefix(label, "and "), "with ")
	way := ""
	for {
		if m := boundOf.FindStringSubmatchIndex(label); m != nil && (f.Prefix == "" || m[0] >= 0 && !strings.Contains(f.Prefix, " ")) && !(strings.EqualFold(label[m[2]:m[3]], "from") && f.Prefix == "") {
			f.Prefix = strings.ToLower(label[m[2]:m[3]]) + " " + f.Prefix
			label = strings.TrimSpace(label[:m[0]])
			continue
		}
		if m := movedWord.FindStringSubmatchIndex(label); m != nil && way == "" && m[0] > 0 {
			way = prose.Upper(strings.ToLower(label[m[2]:m[3]]))
			label = strings.TrimSpace(label[:m[0]])
			continue
		}
		was := label
		if label = strings.TrimSpace(givesValue.ReplaceAllString(label, "")); was == label {
			break
		}
	}
	body := way
	switch {
	case label != "" && (strings.HasPrefix(after, "/") || perOf.MatchString(after)):
		body = perUnitOf(after)
	case label != "" && after != "":
		body = below(strings.TrimSpace(way + " " + after))
	case after != "":
		if label = after; leansOn.MatchString(after) {
			label = w.leaning(after, head, before)
		} else if at := tailOf.FindStringSubmatchIndex(after); at != nil && utf8.RuneCountInString(after) > 30 {
			label, body = after[:at[2]], below(after[at[2]:])
		}
	case label == "" && f.unit != "" && head != "" && len(before) == 0:
		label = head
	}
	label = strings.TrimRight(label, " ,:")
	if n := utf8.RuneCountInString(label); n < 2 || n > 44 || utf8.RuneCountInString(body) > 44 || pronounFirst.MatchString(label) || strings.HasPrefix(label, "(") || tornEnd.MatchString(label) || len(before) == 0 && head == "" && w.Wording.VerbFirst.MatchString(label+" ") && prose.Words(label) > 1 {
		return Stat{}, false
	}
	if label != after && (prose.Words(label) > 1 && sentence(label) || after != "" && sentence("Value "+after) || prose.Words(label) > 6) {
		return Stat{}, false // words with a verb before a figure are a sentence
	}
	return Stat{Amount: f, Label: prose.Upper(label), Body: body, counted: label == after}, true
}

// leaning is the label of a figure whose noun stands before it: "9 at aisle C" behind "14
// near misses" are near misses at aisle C.
func (w *Writer) leaning(after, head string, before []Stat) string {
	noun := head
	if n := len(before); n > 0 {
		noun = before[n-1].Label
	}
	if !placeOf.MatchString(after) || noun == "" || prose.Words(noun) > 3 || !w.Wording.IsPlural(noun) || utf8.RuneCountInString(noun+after) > 36 {
		return after
	}
	return noun + " " + after
}

// sentence tells a part that is one from a phrase.
func sentence(part string) bool {
	return pronounFirst.MatchString(part) || prompt.IsClause(prose.Upper(part), "en") || SubjectOrVerb.MatchString(part) || verbAt(strings.Fields(part), 1) >= 0
}

// below is what stands under a figure: as it goes on from it, or by itself.
func below(s string) string {
	if s = strings.Trim(s, " ,;:"); goesOn.MatchString(s) {
		return s
	}
	return prose.Upper(s)
}

// perUnitOf says "/month" as it is read.
func perUnitOf(s string) string {
	if m := slashUnit.FindStringSubmatch(s); m != nil {
		return "Per " + m[1]
	}
	return below(strings.TrimPrefix(s, "/"))
}

var (
	// timesOf is another time, or what was meant to be.
	timesOf = pattern.New(`(?i)\b(?:(?:last|previous|prior|this) (?:year|month|quarter|week|season|time|spring|summer|autumn|fall|winter)|year ago|before|previously|earlier|today|now|yoy|mom|qoq|q[1-4]|h[12]|(?:19|20)\d\d|` + monthWords + `|plan(?:ned)?|target|goal|budget|forecast|expected|average|industry)\b`)
	// comparesIt begins what the figure before it is compared to.
	comparesIt = pattern.New(`(?i)^(?:vs\.?|versus|against|instead of|compared (?:to|with)|up|down|was|were|prev(?:ious(?:ly)?)?\.?|formerly|before|from \d|yoy|mom|qoq|[+−–±-] ?[€$£]?\d|[▲▼↑↓]|flat\b|same as|unchanged|lowest|highest|best|worst|record|all-time|\d[\d.,]*\s?%? (?:more|less|fewer|higher|lower|above|below|over|under|better|worse|ahead)\b|(?:the )?(?:target|goal|plan|planned|budget|forecast|industry(?: average)?|average|limit|(?:last|previous|prior) (?:year|month|quarter|week|season|time)|year ago|q[1-4]|h[12]|(?:19|20)\d\d|(?:` + monthWords + `)\.?):? (?:of )?[€$£]?\d)(?:\s|\d|$|[^\p{L}])|^(?:vs|up|down|flat)$|^[€$£]?\d[\d.,]*(?:\s?%|[kKMB]\b)? (?:in|last|a) (?:` + monthWords + `|q[1-4]|(?:19|20)\d\d|year|month|quarter|week)\b`)
	// setAgainst parts a value from the one that it is compared to.
	setAgainst = pattern.New(`(?i),? (?:vs\.?|versus|against|instead of|compared (?:to|with)|up from|down from)\s`)
	turnsInto  = pattern.New(`\s?(?:->|→|=>|⇒)\s?`)
	// limitsIt stands before a figure that limits what another one counts.
	limitsIt = pattern.New(`(?i)\b(?:than|within|of|in|over|under|after|before|per|every|last|next|past|for|by|at|aged|ages?|below|above|on|to)\s+$`)
	// startsNoun goes on with a noun.
	startsNoun = pattern.New(`^ \p{Ll}{3,}`)
	// boundOf ends the words before a figure with what bounds it.
	boundOf = pattern.New(`(?i)(?:^|\s)(up to|max\.?|min\.?|at least|at most|under|over|less than|more than|from)$`)
	// movedWord says which way a value went.
	movedWord = pattern.New(`(?i)(?:^|\s)(up|down)(?: by| to)?$`)
	// givesValue joins a label to its value and says nothing of it.
	givesValue = pattern.New(`(?i)(?:^|\s)(?:is|are|was|were|at|hit|hits|reached|of|to|=|only|just|about|around|approx\.?|approximately|ca\.?|roughly|nearly|almost|still|now|already|currently|stands?|stays?|stayed|came in|totall?ed|averaged)$`)
	// leansOn begins words whose noun stands elsewhere, placeOf those that say where it is.
	leansOn = pattern.New(`(?i)^(?:of|in|on|at|from|with|without|under|over|above|below|near|by|for|to|per|since|during|after|before|inside|outside|behind|older|newer|more|less|longer|higher|lower|left|open|closed|new|done|late|high|low|critical|urgent|overdue)\b`)
	placeOf = pattern.New(`(?i)^(?:in|on|at|from|near|inside|outside|behind|with|without)\s`)
	tailOf  = pattern.New(`(?i)^.{4,}?( (?:in|on|at|from|since|during|after|before|by|for|with) )`)
	// goesOn begins what is read on from the figure above.
	goesOn    = pattern.New(`(?i)^(?:vs\.?|versus|of|in|on|at|per|an?|each|every|for|from|with|by|to|since|instead|against|compared|this|last|\p{L}+/\p{L}+)\b`)
	perOf     = pattern.New(`(?i)^(?:an?|per|each|every) \p{L}+$`)
	slashUnit = pattern.New(`^/ ?(\p{L}+)$`)
)
