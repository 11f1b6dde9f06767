package telling

import (
	"cmp"
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
	best := -1
	least := 3
	if w.Wording == tongue.Wordless && len(figs) > 1 && !figureFirst.MatchString(s) {
		return // which words belong to a figure is not known
	}
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
	if w.Brief != nil && w.Brief.Purpose == brief.Update {
		least = 2 // a report is its numbers: "NPS is 61"
	}
	for i, f := range figs {
		if w.Picked != "" && f.Text == w.Picked {
			figs[i].Score = 9
			f = figs[i]
		}
		if f.Score >= least && (best < 0 || f.Score > figs[best].Score) {
			best = i
		}
	}
	if (best < 0 || figs[best].Score < 4) && w.day(b, s) {
		return
	}
	if w.datedChange(b, s, figs) {
		b.Plain = false
		return
	}
	for n := 1; n < len(figs); n++ {
		if figs[n].Share == 0 || !shareLead.MatchString(s[:figs[n].From]) || !shareOf.MatchString(s[figs[n].To:]) || figs[n-1].Score < 3 {
			continue
		}
		best = n - 1 // "1,200 customers were affected, 3% of all": the share says how many those are
		tail, does, more := strings.Cut(prose.Unstop(s[figs[n].From:]), ", ")
		who := strings.Trim(s[figs[best].To:figs[n].From], " ,")
		if whole := who + " " + does; more && utf8.RuneCountInString(whole) <= 44 {
			who = whole // "Customers could not log in"
		}
		defer func() {
			if b.Label == "" {
				b.Label = prose.Upper(b.Subtitle)
			}
			b.Subtitle, b.Plain = tail, false
			if more && w.Wording.Code == "en" {
				b.Label = prose.Upper(Clip(who, 44))
			}
		}()
		break
	}
	if best == 0 {
		for _, c := range clauseCut.FindAllStringIndex(s, -1) {
			if c[0] < figs[0].To || !compared.MatchString(s[c[1]:]) {
				continue
			}
			defer func() { // "…, das sind 8 % mehr als im Vorjahr" stands below the figure
				if below := comparedLead.ReplaceAllString(prose.Unstop(s[c[1]:]), ""); b.Kind == scene.Number && !b.Changed && utf8.RuneCountInString(below) <= 48 {
					if b.Label == "" {
						b.Label = prose.Upper(b.Subtitle)
					}
					if b.Subtitle = below; w.Wording.Code == "en" {
						b.Subtitle = prose.Upper(below)
					}
				}
			}()
			break
		}
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
	f := figs[best]
	label, after := w.label(s, f)
	if rest, ok := strings.CutPrefix(label, "But "); ok {
		label = prose.Upper(rest)
	}
	if w.Wording.Code == "en" && label != "" && w.Brief != nil && label == w.Brief.Subject && !tongue.IsName(label) && prose.Words(s) >= 4 {
		return // what the figure counts is not known: "Over 6 hours: premium economy."
	}
	if pronounLead.MatchString(label) && after != "" && afterFigure.MatchString(after) {
		if whole := w.Finding(s, 44); strings.Contains(whole, f.Text) {
			label, after = whole, "" // "We brew" and "at 4 °C" say nothing apart
		}
	}
	if m := hasValue.FindStringSubmatch(label); m != nil && w.Wording.Code != "en" && prose.Words(m[1]) <= 5 && !prompt.IsClause(m[1], w.Wording.Code) {
		label = prose.Upper(w.Wording.Noun(m[1])) // a figure stands under what it is
	}
	if m := soldFor.FindStringSubmatch(label); m != nil && w.Wording.Code != "en" && strings.HasSuffix(label, strings.TrimSpace(s[:f.From])) {
		label = m[1] // "Vendas de" stands over its amount without the preposition
	}
	limit := ""
	if w.Wording.Code == "en" {
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
	}
	if w.Wording.Code == "en" && limit == "" && f.Prefix != "" && lowest.MatchString(strings.TrimSpace(s[:f.From])) && !strings.HasPrefix(strings.TrimSpace(s[f.To:]), "to ") && !strings.Contains(strings.ToLower(label), "from") && !lowest.MatchString(label) {
		limit = "from " // "From $9 a month" is no price of $9
	}
	if strings.EqualFold(strings.TrimSpace(after), strings.TrimSpace(limit)) {
		after = "" // "Six dishes, from $8.50"
	}
	b.Kind = scene.Number
	b.Label = label
	b.Subtitle = after
	if m := ofThings.FindString(label); m != "" && w.Wording.Code != "en" && strings.HasPrefix(phrase.Lower(strings.TrimSpace(s[f.To:])), phrase.Lower(label)) {
		b.Label = prose.Upper(label[len(m):]) // "11 millions" of what
	}
	fig := f.Figure
	fig.Prefix = limit + fig.Prefix
	b.Figure = &fig
	if before := strings.TrimSpace(s[:f.From]); w.Wording.MoreThan.MatchString(before) && fig.Suffix == "" && limit == "" && !notMore.MatchString(before) {
		b.Figure.Suffix = "+"
	}
	b.Plain = f.Score < 4
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

// joinsOn is a conjunction that a sentence begins with, and nothing else.
var joinsOn = pattern.New(`(?i)^(?:because|since|so|but|and|as|although|while|that|also|now|today|here)$`)

// severalAre are those of whom one in several is something, with the verb for the one.
var severalAre = pattern.New(`^(\p{L}+s) (?:is|was) `)

// dayAnd is a day, which another one may follow: "On Tuesday".
var dayAnd = pattern.New(`(?i)^(?:on |every |each |between )?(?:` + Weekdays + `)s?$`)

// label says what a figure measures, in the sentence's own words around it.
func (w *Writer) label(s string, f Amount) (label, after string) {
	g := w.Wording
	a, z := 0, len(s)
	for _, c := range clauseCut.FindAllStringIndex(s, -1) {
		if c[1] <= f.From {
			a = c[1]
		} else if c[0] >= f.To && c[0] < z {
			z = c[0]
		}
	}
	before := strings.TrimRight(strings.TrimSpace(s[a:f.From]), " (:")
	if g.Code == "en" && joinsOn.MatchString(before) {
		before = "" // "Because one in ten phones is lost"
	}
	if i := strings.LastIndexByte(before, '"'); i >= 0 && strings.Count(before, `"`)%2 == 0 {
		before = strings.TrimSpace(before[i+1:]) // what is done stands behind the name
	}
	if i := strings.LastIndex(before, "? "); i > 0 {
		before = before[i+2:] // "Why? Energy costs rose 40%"
	}
	if i := strings.LastIndexByte(before, '('); i > 0 && g.Code == "en" && !strings.Contains(before[i:], ")") { // "Install the app (takes 5 min)"
		if t := w.Bare(strings.TrimSpace(before[:i])); prose.Words(t) >= 2 && utf8.RuneCountInString(t) <= 44 {
			in, _, _ := strings.Cut(s[f.To:], ")")
			return prose.Upper(t), whole(strings.Trim(in, " ,;"), 40)
		}
	}
	if m := andVerb.FindStringSubmatch(before); m != nil && g.Code == "en" {
		if t := strings.TrimLeft(prose.Unstop(s[f.To:z]), " "); t != "" && utf8.RuneCountInString(t) <= 40 {
			return prose.Upper(t), "" // "…, and process 2 billion events a day" counts events
		}
	}
	if head := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s[:a]), ":")); before == "" && strings.HasSuffix(strings.TrimSpace(s[:a]), ":") && utf8.RuneCountInString(head) <= 40 {
		return prose.Upper(head), whole(closed(strings.TrimSpace(prose.Unstop(s[f.To:z]))), 40) // "One prize: €2,000"
	}
	if head := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s[:a]), ":")); g.Code != "en" && before == "" && strings.HasSuffix(strings.TrimSpace(s[:a]), ":") {
		return Clip(prose.Upper(head), 44), whole(closed(strings.TrimSpace(prose.Unstop(s[f.To:z]))), 40)
	}
	rest := strings.TrimLeft(prose.Unstop(s[f.To:z]), " .,;:'’") // "12 minutes' walk"
	if strings.HasSuffix(rest, ")") && !strings.Contains(rest, "(") {
		rest = strings.TrimSuffix(rest, ")")
	}
	if i := strings.Index(rest, " ("); i >= 0 && !strings.Contains(rest[i:], ")") {
		rest = rest[:i] // "20 weeks for every parent (before: 12)"
	}
	if g.Code == "en" && strings.HasPrefix(f.Suffix, "in ") {
		rest = severalAre.ReplaceAllString(rest, "$1 ")
	}
	delta := ""
	if m := inBrackets.FindStringSubmatch(rest); m != nil {
		rest = m[1] // "1,284 (+12%)"
	} else if m := deltaTail.FindStringSubmatch(rest); m != nil {
		rest, delta = m[1], m[2] // "214 orders (+8%)"
	}
	if i := strings.LastIndex(before, g.And); i > 6 && prose.Words(before[i:]) >= 3 && !(g.Code == "en" && dayAnd.MatchString(before[:i])) {
		before = strings.TrimSpace(before[i+len(g.And):])
	}
	if i := strings.Index(rest, g.And); i > 8 || i > 2 && g.Code == "en" && g.VerbFirst.MatchString(rest[i+len(g.And):]) {
		rest = rest[:i]
	}
	if strings.HasPrefix(rest, "(") { // "£49 (usually £85) until November"
		rest = strings.Replace(strings.TrimPrefix(rest, "("), ")", ",", 1)
		rest = strings.TrimRight(rest, ",")
	}
	if g.Code == "ar" && before != "" && utf8.RuneCountInString(before) <= 40 {
		return before, whole(rest, 40)
	}
	if g.Code == "he" && rest != "" {
		return whole(rest, 40), ""
	}
	if g.Code == "en" && forPrice.MatchString(before) && f.Prefix != "" {
		if t := strings.TrimSpace(g.Pronoun.ReplaceAllString(forPrice.ReplaceAllString(strings.TrimSpace(s[a:f.From])+" ", "")+" ", "")); prose.Words(t) >= 2 && utf8.RuneCountInString(t) <= 40 {
			return prose.Upper(g.HeadArticle.ReplaceAllString(t, "")), whole(rest, 40) // "3 tacos and a drink for $9.99"
		}
	}
	if m := theyCost.FindStringSubmatch(before); m != nil && g.Code == "en" && utf8.RuneCountInString(before) <= 44 {
		return prose.Upper(cmp.Or(m[1], before)), whole(rest, 40) // "The repairs cost £6.3 million"
	}
	if g.Code == "en" && callsThem.MatchString(before) {
		when := ""
		if prose.Words(before) <= 2 && subordinate.MatchString(s) { // "If you can't connect, call 4411"
			when = Clip(strings.TrimRight(s[:a], ",;: "), 48)
		}
		return prose.Upper(before), cmp.Or(whole(rest, 40), when) // "Call 911 at once"
	}
	if g.CostWord.MatchString(before) && !(g.Code != "en" && g.Free.MatchString(before)) {
		if m := wagePaid.FindString(before); m != "" {
			return prose.Upper(m), whole(rest, 40)
		}
		if m := thingCosts.FindStringSubmatch(before); m != nil && g.Code == "en" {
			if thing := g.HeadArticle.ReplaceAllString(m[1]+m[2], ""); !strings.EqualFold(thing, w.Brief.Subject) && !pronounFirst.MatchString(thing) && utf8.RuneCountInString(thing) <= 32 {
				return prose.Upper(thing), whole(rest, 40) // "A new well costs $6,800"
			}
		}
		if g.Code != "en" {
			rest = prose.Upper(strings.TrimPrefix(rest, strings.TrimPrefix(g.And, " "))) // "und reicht für zwei Personen"
		}
		return g.PriceLabel, whole(rest, 40)
	}
	if !notMore.MatchString(before) {
		before = strings.TrimSpace(g.MoreThan.ReplaceAllString(before, ""))
	}
	before = strings.TrimSpace(g.Pronoun.ReplaceAllString(before+" ", ""))
	bare := prose.Words(before)
	if m := namedAs.FindStringSubmatch(s[:a]); m != nil && g.Code == "en" && bare > 0 && bare <= 3 {
		before, bare = m[1]+" "+before, bare+1 // "Bella, a 9-year-old lurcher, waited 14 months"
	}
	if bare <= 2 && a > 0 && (f.Share == 0 || rest == "") && !namedAs.MatchString(s[:a]) && (g.Code == "en" || bare > 0 || rest == "") && utf8.RuneCountInString(before) < 12 {
		// "…, up to 400 euros": the clause before says what for.
		prev := strings.TrimSpace(strings.TrimRight(s[:a], ",;: "))
		if i := strings.LastIndex(prev, ", "); i > 0 {
			prev = prev[i+2:]
		}
		if prev = w.Bare(prev); prose.Words(prev) >= 3 && (g.Code != "en" || prompt.IsClause(prev, "en") || g.VerbFirst.MatchString(prev)) && utf8.RuneCountInString(prev) <= 44 {
			return prose.Upper(prev), whole(rest, 40)
		}
	}
	if bare >= 2 && utf8.RuneCountInString(before) <= 40 || bare == 1 && utf8.RuneCountInString(before) > 4 || bare == 1 && tongue.IsAcronym(before) {
		return prose.Upper(before), whole(rest, 40)
	}
	if bare > 2 {
		f := strings.Fields(before)
		for n := 6; n >= 3; n-- {
			if len(f) >= n {
				if t := strings.Join(f[len(f)-n:], " "); utf8.RuneCountInString(t) <= 36 && !startsWeak.MatchString(t) {
					return prose.Upper(t), whole(rest, 40)
				}
			}
		}
	}
	if rest != "" {
		t := rest
		if g.Code == "en" && strings.HasPrefix(t, "of ") {
			t = strings.TrimPrefix(strings.TrimPrefix(t[3:], "them "), "these ") // "11 of them apprentices"
			t = wholeGroup.ReplaceAllString(t, "")
			if at := englishVerb.FindStringIndex(t); at != nil && at[0] > 2 {
				t = t[:at[0]] + " that" + t[at[0]:]
			}
		}
		if g.Code == "de" {
			t = tongue.GermanVerb.ReplaceAllString(t, "$2 $1 $3")
		}
		if utf8.RuneCountInString(t) <= 44 {
			return prose.Upper(t), delta
		}
		return Clip(prose.Upper(t), 42), ""
	}
	if before != "" {
		return prose.Upper(Clip(before, 40)), ""
	}
	if f.Prefix != "" && strings.ContainsAny(f.Prefix, "€$£") && g.Code == "en" {
		return g.PriceLabel, ""
	}
	return w.Brief.Subject, ""
}

var (
	// thingCosts is a thing and the verb that gives it its price.
	thingCosts = pattern.New(`(?i)^(?:(?:an?|one|each|every) )?((?:[\p{L}-]+ ){0,3}[\p{L}-]+) costs?(?: (?:about|around|only|just))?$|^(?:(?:the|our|its) )?((?:[\p{L}-]+ ){1,3}(?:price|fee|rent|fare|rate|deposit|ticket)) (?:is|are)(?: (?:about|around|only|just))?$`)
	// callsThem stands before a number that is called.
	callsThem = pattern.New(`(?i)\b(?:call|dial|ring|text)$`)
	// shareOf is the share that a number before it is, shareLead what leads to it: "1,200
	// customers, 3% of all", "1.200 Kunden, das sind 3 % aller Kunden".
	shareOf   = pattern.New(`(?i)^ (?:of (?:all|them|our|the|those|total)|aller|der|unserer|davon|de (?:todos|todas|los|las|nuestr[oa]s|tous|toutes|nos|noss[oa]s)|del total|des|d[oa]s|di (?:tutti|tutte)|dei|delle|degli|van (?:alle|de|onze|het totaal))\b[^,;:]{0,30}(?:$|,)`)
	shareLead = pattern.New(`(?i), (?:(?:das sind|das entspricht|also|es decir|el|soit|ou seja|o|cioè|ovvero|pari al|il|dat is|oftewel) )?$`)
	forPrice  = pattern.New(`(?i)\sfor\s{0,3}$`)
	theyCost  = pattern.New(`(?i)^(?:the|our|these|those|all) \p{L}+s cost$|(?:^|\b(?:and|but) )((?:the|its|their) (?:repairs?|damage|renovation|rebuild(?:ing)?|move|work|project|treatment|training|event|trip|campaign|replacement|installation|delivery|shipping) costs?)$`)
)

// namedAs is a name and what it is, between commas.
var namedAs = pattern.New(`^(\p{Lu}[^,;:]{1,24}), (?:an?|the|our|my) [^,;:]{3,50}, $`)

// andVerb goes on with the subject of the sentence.
var andVerb = pattern.New(`^and (?:process|serve|handle|run|ship|send|make|sell|employ|produce|host|store|move|train|teach|feed|help|save|recycle|deliver|support|cover|reach|use|have|built|trained|served|shipped|sold|made|saved|planted|fed|raised|delivered|reached|helped)(?: over| more than| about| around| nearly| almost)?$`)

var deltaTail = pattern.New(`^(.*\S) \(([+−-][^()]{1,20})\)$`)

var inBrackets = pattern.New(`^\(([^()]{1,40})\)$`)

// wagePaid is an amount that one gets and does not pay.
var wagePaid = pattern.New(`(?i)^(?:salary|pay|wages?|gehalt|lohn|stundenlohn|salaire|salario|sueldo|stipendio|salário|loon|salaris)\b`)

// whole shortens what follows a figure; the beginning of a reason says nothing.
func whole(s string, n int) string {
	if i := strings.Index(s, " ("); i >= 0 && !strings.Contains(s[i:], ")") {
		s = s[:i] // "for every parent (before: 12)"
	}
	if subordinate.MatchString(s) && !ADay.MatchString(s) { // "until 1 March" says when
		return ""
	}
	return Clip(s, n)
}

var startsWeak = pattern.New(`(?i)^(?:of|to|and|or|the|a|an|in|on|at|for|with|by|that|is|are|de|la|le|el|des|du|und|der|die|das|von|mit|e|y|et|o|a|os|as|il|lo)\s`)
var englishVerb = pattern.New(` (?:would|will|can|could|should|may|might|must|start|begin|come|use|say|prefer|have|are|is|were|was|want|trust|work|report|lose|spend|fail|go|do|need|see|get|take|make|feel|find|buy|choose|recommend|leave|stay|live|drop|rely|involve|contain|happen|open|click|forget|reuse|pay|save)\b`)

var (
	wholeGroup = pattern.New(`(?i)^(?:the|all)\s+`)
)

// closed is text up to a bracket that does not close in it.
func closed(s string) string {
	if i := strings.LastIndexByte(s, '('); i >= 0 && !strings.Contains(s[i:], ")") {
		return strings.TrimRight(s[:i], " ,")
	}
	return s
}
