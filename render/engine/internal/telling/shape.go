package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// Shape finds the picture that a sentence asks for: a figure, a quotation.
func (w *Writer) Shape(b *Beat, s string) {
	defer func() { w.alone(b, s) }()
	figs := w.Figures(s)
	if w.Wording == tongue.Wordless && len(figs) > 1 && !figureFirst.MatchString(s) {
		return // which words belong to a figure is not known
	}
	w.demote(s, figs)
	best := w.strongest(figs)
	if (best < 0 || figs[best].Score < 4) && w.day(b, s) {
		return
	}
	if w.datedChange(b, s, figs) {
		b.Plain = false
		return
	}
	if n := sharing(s, figs); n > 0 {
		best = n - 1
		defer w.share(b, s, figs[best], figs[n])
	}
	if best == 0 {
		defer w.compares(b, s, figs[0])
	}
	if best < 0 {
		if w.Brief != nil && w.change(b, s, figs) {
			b.Plain = false // "Accidents are down from 37 to 29"
		}
		return
	}
	if w.change(b, s, figs) || w.changedTo(b, s, figs) || w.changedBy(b, s, figs) {
		b.Plain = false
		if w.Wording.Code == "en" && tornLabel(b.Label) {
			if whole, _ := w.standing(s, figs[best], b.Label, ""); whole != "" {
				b.Label = whole
			}
		}
		return
	}
	if f := figs[best]; w.Wording.Code == "en" {
		w.figureEnglish(b, s, f)
	} else {
		w.figure(b, s, f)
	}
}

// demote lowers the scores of figures that are only compared with, or said aside.
func (w *Writer) demote(s string, figs []Amount) {
	for _, c := range clauseCut.FindAllStringIndex(s, -1) {
		for i := range figs { // what compares a figure is not the figure
			if i > 0 && figs[i].From >= c[1] && figs[0].To <= c[0] && compared.MatchString(s[c[1]:]) {
				figs[i].Score = 1
			}
		}
	}
	for i := range figs { // "10,000 files (4.2 GB)": an aside is not the figure
		if open := strings.LastIndexByte(s[:figs[i].From], '('); len(figs) > 1 && open >= 0 && !strings.Contains(s[open:figs[i].From], ")") && w.Wording.Code == "en" {
			figs[i].Score = 1
		}
	}
	w.onlyModifies(s, figs)
}

// strongest is the figure that a sentence is about, -1 = it is about none.
func (w *Writer) strongest(figs []Amount) int {
	best, least := -1, 3
	if w.Brief != nil && w.Brief.Purpose == brief.Update {
		least = 2 // a report is its numbers: "NPS is 61"
	}
	for i := range figs {
		f := &figs[i]
		if w.Picked != "" && f.Text == w.Picked {
			f.Score = 9
		}
		if f.Score >= least && (best < 0 || f.Score > figs[best].Score) {
			best = i
		}
	}
	return best
}

// sharing is the figure that says what share the one in front of it is, 0 = none does.
func sharing(s string, figs []Amount) int {
	for n := 1; n < len(figs); n++ {
		if figs[n].Share != 0 && shareLead.MatchString(s[:figs[n].From]) && shareOf.MatchString(s[figs[n].To:]) && figs[n-1].Score >= 3 {
			return n
		}
	}
	return 0
}

// share sets a share below the figure that it is of: "1,200 customers were affected, 3% of
// all" says how many those are.
func (w *Writer) share(b *Beat, s string, f, part Amount) {
	tail, does, more := strings.Cut(prose.Unstop(s[part.From:]), ", ")
	who := strings.Trim(s[f.To:part.From], " ,")
	if whole := who + " " + does; more && utf8.RuneCountInString(whole) <= 44 {
		who = whole // "Customers could not log in"
	}
	if b.Label == "" {
		b.Label = prose.Upper(b.Subtitle)
	}
	b.Subtitle, b.Plain = tail, false
	if more && w.Wording.Code == "en" {
		b.Label = prose.Upper(Clip(who, 44))
	}
}

// compares sets what a figure is compared with below it: "…, das sind 8 % mehr als im
// Vorjahr".
func (w *Writer) compares(b *Beat, s string, f Amount) {
	for _, c := range clauseCut.FindAllStringIndex(s, -1) {
		if c[0] < f.To || !compared.MatchString(s[c[1]:]) {
			continue
		}
		if below := comparedLead.ReplaceAllString(prose.Unstop(s[c[1]:]), ""); b.Kind == scene.Number && !b.Changed && utf8.RuneCountInString(below) <= 48 {
			if b.Label == "" {
				b.Label = prose.Upper(b.Subtitle)
			}
			if b.Subtitle = below; w.Wording.Code == "en" {
				b.Subtitle = prose.Upper(below)
			}
		}
		return
	}
}

// captioned is what stands over and under a figure, as any language says it.
func (w *Writer) captioned(s string, f Amount) (label, after string) {
	label, after = w.label(s, f)
	if rest, ok := strings.CutPrefix(label, "But "); ok {
		label = prose.Upper(rest)
	}
	return label, after
}

// whole makes one label of words that say nothing apart: "We brew" and "at 4 °C".
func (w *Writer) whole(s string, f Amount, label, after string) (string, string) {
	if pronounLead.MatchString(label) && after != "" && afterFigure.MatchString(after) {
		if whole := w.Finding(s, 44); strings.Contains(whole, f.Text) {
			return whole, ""
		}
	}
	return label, after
}

// figure makes a beat the picture of a figure.
func (w *Writer) figure(b *Beat, s string, f Amount) {
	label, after := w.captioned(s, f)
	label, after = w.whole(s, f, label, after)
	if m := hasValue.FindStringSubmatch(label); m != nil && prose.Words(m[1]) <= 5 && !prompt.IsClause(m[1], w.Wording.Code) {
		label = prose.Upper(w.Wording.Noun(m[1])) // a figure stands under what it is
	}
	if m := soldFor.FindStringSubmatch(label); m != nil && strings.HasSuffix(label, strings.TrimSpace(s[:f.From])) {
		label = m[1] // "Vendas de" stands over its amount without the preposition
	}
	if m := ofThings.FindString(label); m != "" && strings.HasPrefix(phrase.Lower(strings.TrimSpace(s[f.To:])), phrase.Lower(label)) {
		label = prose.Upper(label[len(m):]) // "11 millions" of what
	}
	w.pictured(b, s, f, "", label, after)
}

// figureEnglish is figure for English, whose clauses are known better. What the figure counts
// may not be known then, and it is no picture.
func (w *Writer) figureEnglish(b *Beat, s string, f Amount) {
	label, after := w.captioned(s, f)
	if label != "" && w.Brief != nil && label == w.Brief.Subject && !tongue.IsName(label) && prose.Words(s) >= 4 {
		return // "Over 6 hours: premium economy."
	}
	label, after = w.whole(s, f, label, after)
	limit := ""
	if t, bound, rest := w.bounded(s, f, label, after); bound != "" {
		label, limit, after = t, bound+" ", rest
	} else {
		label, after = w.standing(s, f, label, after)
	}
	if over, bound, under, ok := w.overUnder(s, f); ok && (leads(over, under) || limit == "" && (bound != "" || label == "" || strings.Contains(label, f.Text) && after == "" || pronounFirst.MatchString(label) || tornEnd.MatchString(label) || otherFigure.MatchString(" "+after) || !w.tells(s, f, label, after))) {
		label, limit, after = over, bound, under
	}
	if label == "" && after == "" {
		return
	}
	if label != "" && (w.Brief == nil || w.Brief.Level != brief.Scenes) { // a plan's pictures are as it says
		if label, after = w.sureOf(s, f, label, after); label == "" {
			return
		}
	}
	if limit == "" && f.Prefix != "" && lowest.MatchString(strings.TrimSpace(s[:f.From])) && !strings.HasPrefix(strings.TrimSpace(s[f.To:]), "to ") && !strings.Contains(strings.ToLower(label), "from") && !lowest.MatchString(label) {
		limit = "from " // "From $9 a month" is no price of $9
	}
	w.pictured(b, s, f, limit, label, after)
}

// pictured shows a figure behind its limit, over and under its words.
func (w *Writer) pictured(b *Beat, s string, f Amount, limit, label, after string) {
	if strings.EqualFold(strings.TrimSpace(after), strings.TrimSpace(limit)) {
		after = "" // "Six dishes, from $8.50"
	}
	b.Kind, b.Label, b.Subtitle, b.Plain = scene.Number, strings.TrimRight(label, ",; "), after, f.Score < 4
	fig := f.Figure
	fig.Prefix = limit + fig.Prefix
	if before := strings.TrimSpace(s[:f.From]); w.Wording.MoreThan.MatchString(before) && fig.Suffix == "" && limit == "" && !notMore.MatchString(before) {
		fig.Suffix = "+"
	}
	b.Figure = &fig
}

// ofThings begins what a number of millions counts, in the Romance languages.
var ofThings = pattern.New(`(?i)^(?:de |d['’]|di )`)

// lowest stands before the lowest of several prices.
var lowest = pattern.New(`(?i)(?:^|\s)(?:from|starting at|starts at|start at)$`)

// soldFor is a thing of so much, by one noun that a sentence begins with.
var soldFor = pattern.New(`^(?i:(ventas|vendas|facturación|faturamento|faturação|ingresos|receitas?|lucros?|beneficios?|ventes|recettes|bénéfices?|vendite|ricavi|fatturato|utili|omzet|winst|umsatz|gewinn)) (?:de|di|von|van)$`)

// comparedLead begins a comparison and is only said.
var comparedLead = pattern.New(`(?i)^(?:das sind|das entspricht|es decir|soit|ou seja|cioè|dat is|une?|l['’])\s?`)

// hasValue is what has a value, with the verb that gives it the value.
var hasValue = pattern.New(`(?i)^(.{3,40}?) (?:liegt|beträgt|ist|es|está|est|se situe|é|fica|è|is|ligt|bedraagt)(?: (?:jetzt|nun|derzeit|aktuell|ahora|actualmente|maintenant|désormais|actuellement|agora|atualmente|ora|adesso|attualmente|nu|momenteel))?(?: (?:bei|auf|del?|en|à|em|di|op))?$`)

var (
	germanFrom  = pattern.New(`^(\p{Lu}\S*(?: \S+){0,4}?)(?: (?:ist|sind|ging|gingen))? von $`)
	germanMoved = pattern.New(`^ (?:gesunken|gestiegen|gefallen|gewachsen|zurückgegangen)\b`)
)

// germanWent is a verb of change that stands before its figures.
var germanWent = pattern.New(`\s(?:ging|gingen) von $`)

// figureFirst is a sentence that begins with its figure, or with a label and its colon.
var figureFirst = pattern.New(`^[€$£+−-]?\d|^[^:]{2,44}: [€$£+−-]?\d`)

// pronounLead is a label of a pronoun and its verb.
var pronounLead = pattern.New(`(?i)^(?:we|you|they|it|i|he|she|this|that)(?: \p{L}+)?$`)

// change reads "churn fell from 5.1% to 3.8%": the new value counts, the old one
// says where it came from.
func (w *Writer) change(b *Beat, s string, figs []Amount) bool {
	for i := 0; i+1 < len(figs); i++ {
		x, y := figs[i], figs[i+1]
		if !toRE.MatchString(strings.ToLower(s[x.To:y.From])) {
			continue // before the patterns, which read all that stands before
		}
		what := w.whatMoved(near(s[:x.From]), s[y.To:])
		if what == "" {
			continue
		}
		since, what := sinceDay(s[:x.From], what)
		if i := strings.LastIndex(what, ", "); i > 0 {
			what = what[i+2:]
		}
		if i := strings.LastIndex(what, w.Wording.And); i > 0 && strings.ContainsAny(what[:i], "0123456789") {
			what = what[i+len(w.Wording.And):] // "87% slept better and eye strain fell from …"
		}
		if _, tail, ok := strings.Cut(what, ": "); ok && w.Wording.Code != "en" {
			what = tail // "Annonce aux adhérents : la cotisation"
		}
		if utf8.RuneCountInString(what) > 44 {
			continue
		}
		if h := hoursTail.FindString(s[y.To:]); h != "" && y.Suffix == "" { // "de 5 h à 3 h 20"
			y.Suffix, y.To = strings.TrimSpace(h), y.To+len(h)
			if h := hoursTail.FindString(s[x.To:]); h != "" {
				x.Suffix = strings.TrimSpace(h)
			}
		}
		old, ok1 := Number(x.Text, w.Lang)
		now, ok2 := Number(y.Text, w.Lang)
		if !ok1 || !ok2 || old == now {
			continue
		}
		fig := y.Figure
		if fig.Suffix == "" {
			fig.Suffix = x.Suffix
		}
		b.Kind, b.Figure, b.Changed, b.Was = scene.Number, &fig, true, true
		b.Label = prose.Upper(strings.TrimSpace(w.Wording.Pronoun.ReplaceAllString(strings.TrimSpace(what)+" ", "")))
		if w.Wording.Code != "en" {
			b.Label = prose.Upper(w.Wording.Noun(b.Label)) // the article is only said
		}
		pattern := w.Wording.UpFrom
		if now < old {
			pattern = w.Wording.DownFrom
		}
		was := x.Figure
		if was.Suffix == "" {
			was.Suffix = y.Suffix
		}
		text := FigureText(&was)
		if w.Wording.Code != "en" {
			text = SpacedUnit(&was)
		}
		b.Subtitle = w.Wording.Fill(pattern, text)
		tail := strings.TrimSpace(prose.Unstop(s[y.To:]))
		if m := thenIn.FindStringSubmatch(s[x.To:y.From]); m != nil {
			b.Subtitle, tail = b.Subtitle+" "+m[1], "" // "from 1,840 in June to 1,490 in September" came down from that of June
		}
		if since == "" && w.Wording.Code != "en" {
			if m := strings.TrimSpace(onDay.FindString(s[:x.From])); m != "" {
				since = m[:strings.LastIndexByte(m, ' ')]
			} else if at := untilDay.FindStringSubmatchIndex(tail); at != nil {
				since, tail = tail[at[2]:at[3]], strings.TrimSpace(tail[:at[0]])
			}
		}
		if since != "" {
			b.Subtitle = since + ", " + b.Subtitle
		}
		b.Subtitle = prose.Upper(b.Subtitle)
		if tail != "" && !germanMoved.MatchString(" "+tail) && !w.movesBehind(tail) && prose.Words(tail) <= 3 {
			b.Subtitle += " " + tail
		}
		return true
	}
	return false
}

// thenIn is when a value was so, before the one that came then.
var thenIn = pattern.New(`(?i)^ ?((?:in|on|at|last) \p{L}+(?: \d{4})?) to $`)

// whatMoved is what has gone from one value to another, by the words before the old value and
// those behind the new one. "" = the sentence tells of no change.
func (w *Writer) whatMoved(before, behind string) string {
	before = onDay.ReplaceAllString(before, " $1 ")
	m := fromRE.FindStringSubmatch(before)
	if m == nil && w.Wording.Code == "en" {
		m = cutFrom.FindStringSubmatch(before) // "our customers cut waiting time from 74 to 31 minutes"
	}
	if m == nil && w.Wording.Code == "de" && (germanMoved.MatchString(behind) || germanWent.MatchString(before)) {
		m = germanFrom.FindStringSubmatch(before) // "Krankenstand von 6,2 % auf 4,8 % gesunken"
	}
	if m == nil && (w.Wording.Code == "de" || w.Wording.Code == "nl") {
		m = verbBefore.FindStringSubmatch(before) // "Ab 1. Januar steigt der Zuschuss von 20 auf 35 Euro"
	}
	if m == nil {
		m = brings.FindStringSubmatch(before) // "réduit le délai de paiement de 52 à 31 jours"
	}
	if re := semiticMove[w.Wording.Code]; re != nil && m == nil {
		m = re.FindStringSubmatch(before)
	}
	if what := w.mover(before, behind); m == nil && what != "" {
		return what
	}
	if m == nil {
		return ""
	}
	return m[1]
}

// semiticMove is what changes before its old value; in Arabic its verb stands first.
var semiticMove = map[string]*pattern.Pattern{
	"he": pattern.New(`^(.{2,40}?) (?:ירד|ירדה|ירדו|עלה|עלתה|עלו|צמח|צמחה|גדל|גדלה|קטן|קטנה|השתפר|השתפרה|התקצר|התקצרה) מ[-־]?$`),
	"ar": pattern.New(`^(?:انخفض|انخفضت|ارتفع|ارتفعت|زاد|زادت|تراجع|تراجعت|نما|نمت|تحسن|تحسنت) (.{2,40}?) من $`),
}

// onDay is the day of a change between its verb and its values: "steigt am 1. März von".
var onDay = pattern.New(`(?i) (?:on|in|from|am|im|ab(?: dem)?|zum|el|en|a partir del?|desde el|le|en|dès le|à partir du|em|no dia|a partir de|dal|il|a|op|per|vanaf) (?:\d{1,2}(?:\.|er|º|°|st|nd|rd|th)? (?:de )?)?(?:` + monthWords + `|` + moreMonths + `)\.?(?: (?:de |del )?(?:19|20)\d\d)?,? (from|von|del?|da|dal|du|van) $`)

// untilDay is the day that a change holds from, behind its values. Group 1 is the day.
var untilDay = pattern.New(`(?i)(?:^|,? )((?:am|ab(?: dem)?|zum|el|a partir del?|desde el|au|le|dès le|à partir du|em|no dia|a partir de|dal|il|op|per|vanaf) (?:\d{1,2}(?:\.|er|º|°)? (?:de )?)?(?:` + monthWords + `|` + moreMonths + `)\.?(?: (?:de |del )?(?:19|20)\d\d)?)$`)

// SpacedUnit is a value as it is written in a sentence of another language than English.
func SpacedUnit(f *scene.Figure) string {
	text := FigureText(f)
	if strings.ContainsAny(f.Suffix, "%€$£") && !strings.HasPrefix(f.Suffix, " ") {
		return strings.TrimSuffix(text, f.Suffix) + " " + strings.TrimSpace(f.Suffix)
	}
	return text
}

// cutFrom is who changed what, before the value that it had.
var cutFrom = pattern.New(`(?i)\b(?:cut|cuts|reduced|reduces|lowered|lowers|shortened|shortens|raised|raises|increased|increases|improved|improves|brought|brings|took|takes|pushed|grew)(?: (?:down|up))? (?:(?:their|our|its|your|the|his|her) )?([\p{L}][^,;:]{2,40}?)(?: down| up)? from $`)

// notMore makes of "more than" a limit.
var notMore = pattern.New(`(?i)\b(?:not|no|never|don['’]t|nicht|kein|no|pas|non|não|niet)\b`)

var fromRE = pattern.New(`(?i)^(.*?)\s+(?:(?:was|were|has been|have been) )?(?:fell|falls|dropped|drops|rose|rises|grew|grows|went|goes|moves|moved|will (?:go|rise|fall|drop|increase|move)|increases|decreases|steigt|sinkt|sube|baja|pasa|passe|sale|scende|passa|sobe|cai|stijgt|daalt|increased|decreased|climbed|declined|is (?:up|down)|(?:ha|han) (?:bajado|subido|caído|crecido|aumentado|disminuido|pasado)|desc(?:e|em|eu|eram)|sobem|aument(?:a|an|am|ó|aron|ou|aram)|diminu(?:i|iu|íram)|steigen|sinken|fällt|fallen|wächst|wachsen|stijgen|dalen|steeg|stegen|daalden?|came down|jumped|improved|shrank|cut|sank|sanken|stieg|stiegen|fiel|fielen|wuchs|bajó|subió|cayó|creció|pasó|(?:est|sont) (?:passé|tombé|monté|descendu)e?s?|passée?s?|(?:a|ont) (?:baissé|augmenté|diminué|chuté|progressé|reculé)|caiu|subiu|cresceu|(?:è|sono) (?:sces|salit|passat|calat|cresciut|diminuit|aumentat)[oaie]|sces[oaie]|scendono|salgono|calano|pasaron|bajaron|subieron|cayeron|passou|passaram|baixou|caíram|subiram|is gedaald|is gestegen|zijn gedaald|zijn gestegen|ging|gingen|are (?:up|down)|raised)(?: \w+|,? (?:by|in) [^,;:]{2,24},?)? (?:from|von|del?|da|dal|du|van) $`)

// verbBefore is a verb of change that stands before its subject, as it does behind a day.
var verbBefore = pattern.New(`(?i)^.{2,40} (?:steigt|steigen|sinkt|sinken|fällt|fallen|wächst|wachsen|stieg|stiegen|sank|sanken|stijgt|stijgen|daalt|dalen|gaat|gaan|steeg|stegen|daalden?) ((?:der|die|das|unsere?|de|het|onze?) [^,.;:]{3,44}?) (?:von|van) $`)

// sinceDay parts the day that a change holds from, at the head of its sentence, from
// what changes. "" = the sentence begins with no day.
func sinceDay(head, what string) (since, rest string) {
	if at := betweenYears.FindStringIndex(head); at != nil {
		since = strings.TrimRight(head[:at[1]], ", ")
		return since, strings.TrimPrefix(what, head[:at[1]])
	}
	at := ADay.FindStringIndex(head[:min(len(head), sinceMost)]) // it begins the sentence or is none
	if at == nil || !sinceLead.MatchString(head[:at[0]]) {
		return "", what
	}
	since = head[:at[1]]
	if strings.HasPrefix(what, since) {
		what = strings.TrimLeft(what[len(since):], ", ")
	}
	return since, what
}

// betweenYears is the time of a change at the head of its sentence.
var betweenYears = pattern.New(`(?i)^(?:between (?:19|20)\d\d and|from (?:19|20)\d\d to) (?:19|20)\d\d,? `)

// sinceMost is how far, in bytes, the day that a sentence begins with can reach.
const sinceMost = 120

var sinceLead = pattern.New(`(?i)^(?:(?:as )?from|on|as of|starting(?: on| from)?|since|effective(?: from)?|beginning(?: on)?|with effect from|ab(?: dem)?|seit(?: dem)?|zum|am|a partir (?:de|del|do dia)|desde(?: el)?|el|desde o dia|à partir du|dès le|depuis le|le|dal|dall['’]|il|a partire dal|vanaf|sinds|per|op) ?$`)

// brings is what something brings from one value to another.
var brings = pattern.New(`(?i)(?:réduit|réduisent|ramène|fait passer|fait baisser|reduce|reducen|baja|sube|lleva|riduce|riducono|porta|reduz|reduzem|leva|senkt|senken|verkürzt|verkürzen|erhöht|bringt|verlaagt|verkort|brengt) ((?:le |la |les |l['’]|el |los |las |il |lo |i |gli |o |a |os |as |de |het |den |die |das |unsere? |eure |ihre )?[^,.;:]{3,40}?) (?:de|da|dal|von|van|du) $`)

// hoursTail is the rest of a time as it is written in French.
var hoursTail = pattern.New(`^\sh(?: [0-5]\d)?\b`)

var toRE = pattern.New(`^\s*(?:\p{L}+ ){0,2}(?:h )?(?:to|auf|a|al|all['’]|alle|à|para|ad|naar|إلى|ל[-־]?)\s*$`)

var clauseCut = pattern.New(`[,;:،؛] | [–—] | - `)
