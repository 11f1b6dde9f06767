package telling

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
)

// This file tells a phrase that stands alone on a screen from a piece that was torn off
// its sentence: "Our checkout was down for", "Three blocks within the first". English only;
// what other languages label is cut by their own tables.

var (
	// tornEnd ends a piece that waits for what the sentence says next.
	tornEnd        = pattern.New(`(?i)(?:^|\s)(?:of|at|from|with|by|to|for|than|about|around|every|each|within|under|over|above|below|between|after|before|until|since|into|per|as|via|is|are|was|were|be|been|will|would|can|must|should|the|an?|our|their|your|its|his|her|my|first|last|next|another|and|or|but|that|which|who|whose|if|when|while|in|on|us|only|just|nearly|almost|roughly|approximately|exactly|some|up to|more|less|fewer|not|no|now|also|still|just|even)$`)
	prepositionEnd = pattern.New(`(?i)\s(?:of|at|from|with|by|to|for|than|about|around|every|within|under|over|above|below|until|since|per|in|on|only|just|nearly|almost|roughly|the|an?|first|last|next)$`)
	// tornStart begins a piece that leans on what the sentence said before.
	tornStart = pattern.New(`(?i)^(?:you|us|them|me|him) (?:to|for|with|at|from|an?|the|of|in)\s|^(?:and|or|but|of|than|that|which|who|whose|so that|to|by|far|long|much|many|each)\s`)
	// likeIs joins what is measured to its value, and says nothing by itself.
	likeIs = pattern.New(`(?i)^(?:(?:the|our|its|your|their) )?(.+?) (?:is|are|was|were|takes?|took|lasts?|lasted|stands? at|(?:is|are|was|were) (?:at|now|about|around|only|just)|comes? to|amounts? to|totals?|averages|averaged|reached|reaches|hit)(?: (?:about|around|only|just|nearly|almost|roughly|up to))?$`)
	// nearTo stands before a number that is not exact.
	nearTo = pattern.New(`(?i)(?:^|\s)(?:about|around|nearly|almost|roughly|approximately|some|just|only|exactly|another|up to|a total of|the)$`)
	// dayLead is a time at the head of a clause: what follows stands without it.
	dayLead    = pattern.New(`(?i)^(?:with (?:it|this|that|them|your help|their help)|thanks to (?:you|this|it|them)|so far|to date|together|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|this|next) (?:week|month|year|quarter|night|spring|summer|autumn|fall|winter|season)|yesterday|today|in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?|\d{4}|q[1-4]))(?: (?:morning|afternoon|evening))?,? `)
	upDownTail = pattern.New(`(?i)^,? ((?:up|down) from [^,;]{1,24}|compared (?:to|with) [^,;]{1,30}|no [\p{L} ]{3,30}|(?:instead of|before) [^,;]{1,30})$`)
)

// objectVerbs are verbs whose object is the figure.
const objectVerbs = `takes?|took|gets?|got|costs?|has|have|had|saves?|saved|beat|beats|pays?|paid|needs?|includes?|contains?|holds?|held|serves?|served|offers?|offered|reach|reaches|reached|hit|lasts?|lasted|earns?|earned|makes?|made|sells?|sold|employs?|covers?|covered|weighs?|weighed|produces?|produced|handles?|handled|loses?|lost|raised?|raises|brings?|brought|spends?|spent|gives?|gave|given|use|uses|used|adds?|added|cuts?|plants?|planted|repaired|repairs?|welcomed|welcomes?|trained|trains?|built|builds?|opened|hired|hires?|shipped|ships?|sent|sends?|drinks?|eats?|want|wants|wanted|seats?|seated|fits?|stores?|stored|measures?|closed|completed|attracted|donated|recycled|planned|requires?|required|charges?|charged|owes?|owed|processed|answered|grew|fell|rose|dropped|raises|scored|scores?|averages?|averaged|totals?|means|receives?|received|exceeds?|exceeded|walked?|rated|keeps?|kept|weighs?|runs?|ran|stays?|worth`

// objectEnd ends in a verb whose object comes next.
var objectEnd = pattern.New(`(?i)(?:^|\s)(?:` + objectVerbs + `)$`)

// torn tells a piece of a sentence from a phrase that stands alone.
func torn(s string) bool {
	return tornEnd.MatchString(s) && !afterThat.MatchString(s) || tornStart.MatchString(s) || strings.Count(s, "(") != strings.Count(s, ")")
}

// afterThat ends in a pronoun: "Install it before that".
var afterThat = pattern.New(`(?i)\s(?:before|after|like|of|with|for|from|to|by|on) that$`)

// tornLabel tells the same of what stands before a figure, whose last word may be a verb
// that has the figure for its object.
func tornLabel(s string) bool {
	return torn(s) || objectEnd.MatchString(s) && !nounEnd.MatchString(s)
}

// comparative leans on its figure: "less", "faster with it", "months ago".
var comparative = pattern.New(`(?i)^(?:less|more|fewer|\p{L}+er|ago|off|later|earlier)\b`)

// nounEnd ends in a noun that is a verb elsewhere: "3 tacos and a drink".
var nounEnd = pattern.New(`(?i)\b(?:an?|the|our|your|its|their|this|that|each|every|per|no|of|for|and|or|free|new|first|last|next) [\p{L}-]+$`)

// tornAt tells whether a label that stands in front of the figure begins in the middle of
// its clause.
func (w *Writer) tornAt(s, label string, f Amount) bool {
	at := strings.Index(phrase.Lower(s), phrase.Lower(label))
	if at <= 0 || at >= f.From {
		return false // rebuilt, from the head, or what the figure counts
	}
	before := strings.TrimSpace(s[:at])
	if before == "" || strings.ContainsAny(before[len(before)-1:], ",;:.!?(–—-") || !prompt.IsClause(label, "en") && w.Bare(before+" "+label) == label {
		return false
	}
	lead := strings.TrimSpace(w.Wording.Pronoun.ReplaceAllString(before+" ", ""))
	return lead != "" && !w.Wording.Articled.MatchString(lead+" ") && !dayLead.MatchString(before+" ") && !conjunction.MatchString(before)
}

// conjunction joins a clause to the one before it.
var conjunction = pattern.New(`(?i)(?:^|\s)(?:and|but|so|because|or|that)$`)

var (
	// sumOf is what an amount is, before it.
	sumOf = pattern.New(`(?i)(?:^|\s)(?:an?|the|our|your|its|their|one) ((?:[\p{L}-]+ ){0,2}(?:charge|fee|deposit|discount|budget|price|fine|bonus|grant|rate|salary|donation|rent|premium|voucher|allowance|prize|penalty|surcharge|tip|subsidy|fare|capacity|range|speed|weight)) of(?: up to| about| around| only| just)?$`)
	// priceStarts is what has a lowest price.
	priceStarts = pattern.New(`(?i)^(?:the |our )?([\p{L} -]{3,30}?) starts? (?:at|from)$`)
	priceWord   = pattern.New(`(?i)^(?:prices?|pricing|tickets?)$`)
	// holdsAt ends in a verb that wants its value.
	holdsAt = pattern.New(`(?i)\s(?:stays?|remains?|is|are|was|were|costs?|starts?|stands?|sits?|sells?|goes|go|went)$`)
	// soldAt is a clause that ends in its price.
	soldAt = pattern.New(`^([^,;:]{12,40}?) (?:at|for)(?: only| just)?$`)
)

// standing makes a label of an English sentence that stands alone over its figure, of one
// that may be torn off. "" = the sentence has none: its figure is only said.
func (w *Writer) standing(s string, f Amount, label, after string) (string, string) {
	lead := strings.TrimRight(strings.TrimRight(s[:f.From], "€$£ "), " ")
	if m := sumOf.FindStringSubmatch(lead); m != nil {
		return prose.Upper(m[1]), whole(strings.Trim(prose.Unstop(s[f.To:]), " ,"), 40) // "plus a fixed charge of £18 a month"
	}
	if m := priceStarts.FindStringSubmatch(lead); m != nil && strings.ContainsAny(f.Prefix, "€$£") && !priceWord.MatchString(m[1]) {
		per, _, _ := strings.Cut(strings.TrimSpace(prose.Unstop(s[f.To:])), ",")
		return prose.Upper(m[1]), whole(per, 40) // "Pay starts at £14.20 an hour"
	}
	if m := soldAt.FindStringSubmatch(lead); m != nil && strings.ContainsAny(f.Prefix, "€$£") && !torn(m[1]) && !pronounFirst.MatchString(m[1]) && !holdsAt.MatchString(m[1]) {
		return prose.Upper(m[1]), whole(strings.Trim(prose.Unstop(s[f.To:]), " ,"), 40) // "Preorders start on 3 October at €129"
	}
	if betweenTwo.MatchString(after) || tornStart.MatchString(after) && !strings.HasPrefix(after, "to ") {
		after = ""
	}
	if tornEnd.MatchString(after) {
		after = strings.TrimSpace(tornEnd.ReplaceAllString(after, ""))
		if torn(after) {
			after = ""
		}
	}
	if after != "" && (dayLead.FindString(label+" ") == label+" " || newsWord.MatchString(label)) && !tornLabel(after) && !afterFigure.MatchString(after) {
		label, after = prose.Upper(after), label // "Last year" says less than what was counted
	} else if after != "" && newsWord.MatchString(label) {
		label, after = prose.Upper(after), label
	}
	if f.Prefix != "" && strings.ContainsAny(f.Prefix, "€$£") && insteadOf.MatchString(label) {
		label, after = w.Wording.PriceLabel, label
	} else if at := strings.Index(s, label); afterFigure.MatchString(label) && strings.LastIndex(s[:f.From], ", ") > 0 && at != 0 {
		prev := strings.TrimSpace(s[:strings.LastIndex(s[:f.From], ", ")])
		if i := strings.LastIndexAny(prev, ",;:"); i >= 0 {
			prev = strings.TrimSpace(prev[i+1:])
		}
		if prose.Words(prev) >= 2 && utf8.RuneCountInString(prev) <= 44 && !torn(prev) {
			label, after = prose.Upper(prev), label // "waiting time on the phone, 11 minutes on average"
		}
	}
	if m := perTime.FindStringSubmatch(label); m != nil {
		switch {
		case f.Prefix != "" && strings.ContainsAny(f.Prefix, "€$£"):
			label, after = w.payLabel(), strings.ToLower(label)
		case timeUnit.MatchString(f.unit):
			label, after = "Per "+strings.ToLower(m[1]), ""
		}
	} else if m := perOne.FindStringSubmatch(label); m != nil && f.Prefix != "" {
		label, after = prose.Upper(m[1]), cmp.Or(after, prose.Upper(strings.TrimSpace(m[2]))) // "$15 per seat otherwise"
		if from, _ := w.clauseOf(s, f); from > 0 {
			if prev := strings.TrimRight(strings.TrimSpace(s[:from]), ",;:"); utf8.RuneCountInString(prev) <= 44 && !strings.ContainsAny(prev, ",;:") && !torn(prev) {
				after = prev // "Free for open source"
			}
		}
		return label, after
	} else if extent.MatchString(label) {
		label = ""
	}
	if m := likeIs.FindStringSubmatch(label); m != nil && !prompt.IsClause(m[1], "en") && (prose.Words(m[1]) == 1 || !tornLabel(m[1])) && !pronounFirst.MatchString(m[1]) && !w.tornAt(s, label, f) && !nearTo.MatchString(m[1]) {
		return prose.Upper(m[1]), after // "Headcount is", "Setup takes"
	}
	if nearTo.MatchString(label) && prose.Words(label) <= 2 {
		label = ""
		if rest := w.whatCounts(f, s); rest != "" {
			return rest, ""
		}
	}
	everyTime := strings.HasSuffix(strings.TrimSpace(s[:f.From]), "every") && f.unit != "" && timeUnit.MatchString(f.unit)
	if everyTime {
		after = ""
	}
	waits := tornLabel(label)
	if at := strings.Index(phrase.Lower(s), phrase.Lower(label)); at >= f.To {
		waits = torn(label) // "1,204 of 1,530 invoices paid": no object comes behind it
	}
	if label != "" && !everyTime && !waits && !otherAmount(s[:f.From], label) && !w.tornAt(s, label, f) && !comparative.MatchString(after) {
		return label, after
	}
	if otherAmount(s[:f.From], label) {
		return "", ""
	}
	from, to := w.clauseOf(s, f)
	clause := strings.TrimSpace(s[from:to])
	if t := dayLead.ReplaceAllString(clause, ""); prose.Words(t) >= 3 {
		clause = t
	}
	tail := ""
	if m := upDownTail.FindStringSubmatch(prose.Unstop(s[to:])); m != nil {
		tail = prose.Upper(m[1])
	}
	clause = w.Bare(prose.Unstop(clause))
	if utf8.RuneCountInString(clause) <= 46+Longer && prose.Words(clause) >= 3 && !torn(clause) && !subordinate.MatchString(clause) {
		return prose.Upper(clause), tail
	}
	if everyTime {
		return "", ""
	}
	for range 3 {
		label = strings.TrimSpace(prepositionEnd.ReplaceAllString(label, ""))
	}
	label = dayLead.ReplaceAllString(label, "")
	if prose.Words(label) >= 3 && prompt.IsClause(label, "en") && !tornLabel(label) && !w.tornAt(s, label, f) {
		return prose.Upper(label), after
	}
	return "", ""
}

// amountFirst begins with an amount.
var amountFirst = pattern.New(`^[€$£]?\d`)

// otherAmount tells whether a label begins, in the middle of a clause, with a figure of its
// own: "20 minutes and save" of "They cut that to 20 minutes and save 11%".
func otherAmount(before, label string) bool {
	i := strings.Index(before, label)
	lead := strings.TrimSpace(before[:max(0, i)])
	return i > 0 && amountFirst.MatchString(label) && lead != "" && !strings.ContainsAny(lead[len(lead)-1:], ",;:.")
}

// boundEnd ends the words before a figure with what bounds it.
var boundEnd = pattern.New(`(?i)^(.+?) (in under|within|under|up to|at least|at most|less than|fewer than|no more than|from|for|as little as|starting at)$`)

// passiveEnd ends in what is done to a thing, and needs no object: "Data is kept".
var passiveEnd = pattern.New(`(?i)\s(?:is|are|was|were) \p{L}+$`)

// whenTail says when a span of time begins or ends.
var whenTail = pattern.New(`(?i)^(?:after|before|from|until|once|since)\b[^,;:]{3,40}$`)

// bounded parts the words before a figure from what bounds it, which then stands before
// its digits: "Alerts your phone" over "within 8 s". "" = there is no bound, or no label
// without it.
func (w *Writer) bounded(s string, f Amount, label, after string) (head, bound, rest string) {
	m := boundEnd.FindStringSubmatch(label)
	if _, to := w.clauseOf(s, f); m != nil && m[2] == "for" && after == "" {
		if after = strings.TrimSpace(prose.Unstop(s[f.To:max(f.To, to)])); !whenTail.MatchString(after) {
			after = ""
		}
	}
	if m == nil || after != "" && !(m[2] == "for" && whenTail.MatchString(after)) || m[2] == "for" && !timeUnit.MatchString(f.unit) || !strings.HasSuffix(strings.ToLower(strings.TrimSpace(s[:f.From])), strings.ToLower(m[2])) {
		return "", "", ""
	}
	t := m[1]
	if x := likeIs.FindStringSubmatch(t); x != nil && !prompt.IsClause(x[1], "en") && !pronounFirst.MatchString(x[1]) {
		t = x[1]
	}
	if tornLabel(t) && !(passiveEnd.MatchString(t) && !torn(t)) || w.tornAt(s, t, f) || strings.ContainsAny(t, "0123456789") {
		return "", "", ""
	}
	return prose.Upper(t), strings.ToLower(m[2]), after
}

// pronounFirst begins a clause that has no noun to stand for it.
var pronounFirst = pattern.New(`(?i)^(?:you|we|they|i|he|she|it|this|that)\b`)

// insteadOf tells what a price was, or until when it is.
var insteadOf = pattern.New(`(?i)^(?:instead of|until|till|before|was|regular(?:ly)?|usually|normally|down from)\b`)

var (
	// perTime is what an amount is counted over.
	perTime = pattern.New(`(?i)^(?:an?|per|each|every) (hour|day|week|month|year|night|shift|person|seat|lesson|piece|class|visit)$`)
	// perOne is what a price is for one of, and on what terms.
	perOne = pattern.New(`(?i)^(per (?:seat|user|person|head|month|year|agent|device|night|guest|child|adult|ticket|pupil|employee))( (?:otherwise|after that|thereafter|from then on|on top|extra))?$`)
	// extent is how far or how old something is, by its number.
	extent = pattern.New(`(?i)^(?:away|long|wide|high|tall|deep|old|ago|off|thick|apart)$`)
)

// newsWord announces a figure and says nothing of it.
var newsWord = pattern.New(`(?i)^(?:new|plus|also|now|bonus|update|extra|good news)$`)

// whatCounts is what a figure counts, without the verb behind it: "units" of "about 12,400
// units are affected", with what became of them.
func (w *Writer) whatCounts(f Amount, s string) string {
	_, to := w.clauseOf(s, f)
	rest := strings.TrimSpace(prose.Unstop(s[f.To:max(f.To, to)]))
	if rest == "" || utf8.RuneCountInString(rest) > 44 || tornStart.MatchString(rest) || torn(rest) || afterFigure.MatchString(rest) {
		return ""
	}
	return prose.Upper(rest)
}

// clauseOf are the bounds of the clause that a figure stands in. A clause goes on where its
// comma parts things of one row.
func (w *Writer) clauseOf(s string, f Amount) (from, to int) {
	to = len(s)
	cuts := clauseCut.FindAllStringIndex(s, -1)
	for _, c := range slices.Backward(cuts) {
		if c[1] < f.From-nearMost {
			break
		}
		if c[1] <= f.From && (s[c[0]] != ',' || prompt.IsClause(prose.Unstop(s[c[1]:min(len(s), f.To+nearMost)]), "en")) {
			from = c[1]
			break
		}
	}
	for _, c := range cuts {
		if c[0] >= f.To && c[1] > f.From && !(s[c[0]] == ',' && rowGoesOn.MatchString(s[c[1]:])) {
			to = c[0]
			break
		}
	}
	return from, to
}

// rowGoesOn is the next of several things in a row: " water and a raincoat".
var rowGoesOn = pattern.New(`(?i)^\s?(?:[\p{L}'’-]+ ){0,3}?(?:and|or) `)

// Leaning sentences need the one before them.
var Leaning = pattern.New(`(?i)^(?:(?:most|some|all|both|many|none|half|each|one) of (?:them|these|those|it)|it|they|this|that|these|those|he|she|then|so|but|and|because|instead|as a result|that's|which|er|sie|es|das|dies|dann|so|aber|und|esto|eso|entonces|pero|y|cela|ça|il|elle|alors|mais|et|isso|isto|então|mas|e|questo|quindi|ma|poi)\b`)
