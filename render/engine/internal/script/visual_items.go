package script

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/icons"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// itemShown is an item of a list that a picture shows: "Bronze: 40 customers" has a title
// and a body.
func (w *writer) itemShown(t string) scene.Item {
	title, body, ok := strings.Cut(t, ": ")
	if !ok {
		title, body, ok = strings.Cut(t, " – ")
	}
	if name := strings.ToLower(strings.TrimSuffix(strings.TrimSpace(title), " icon")); ok && strings.TrimSpace(title) != prose.Upper(strings.TrimSpace(title)) && iconWord(name) != "" && utf8.RuneCountInString(body) <= 34 {
		return scene.Item{Title: prose.Upper(prose.Unstop(body)), Icon: iconWord(name)} // "map pin – Frankfurt"
	}
	if title = strings.TrimSpace(title); ok && prose.Words(title) <= 3 && body != "" {
		return scene.Item{Title: telling.Clip(prose.Upper(title), 34), Body: prose.Unstop(body), Icon: telling.Icon(t)}
	}
	bare := w.Wording.Noun(bareArticle.ReplaceAllString(itemLooks.ReplaceAllString(t, ""), "$1"))
	if m := iconTail.FindStringSubmatch(bare); m != nil {
		bare = m[1] // "clock icon" is a clock
	}
	return scene.Item{Title: w.Entry(prose.Upper(bare), 46), Icon: iconNamed(bare)}
}

var (
	// itemLooks is how an item of a list stands out, behind its name.
	itemLooks = pattern.New(`(?i)\s+(?:is |are )?(?:highlighted|underlined|circled|crossed out|outlined|greyed out|glowing|ticked|in (?:red|green|blue|yellow|orange|grey|gray|bold|italics))(?: (?:in|with) [\p{L} ]{2,20})?$`)
	iconTail  = pattern.New(`(?i)^(.{3,30}) icon$`)
)

// iconWord is the icon that words are the name of, "map pin": a pin; "" = they name none.
func iconWord(words string) string {
	fields := strings.Fields(words)
	for i := len(fields) - 1; i >= 0 && len(fields) <= 3; i-- {
		if icons.Found(fields[i]) {
			return fields[i]
		}
	}
	return ""
}

// bareArticle is the article before a thing that is an item by itself: "a truck".
var bareArticle = pattern.New(`^(?i:an?) (\p{Ll})`)

// iconNamed is the icon that a word is the name of, else the one that its meaning finds.
func iconNamed(t string) string {
	if name := strings.ToLower(t); prose.Words(name) == 1 && icons.Found(name) && telling.IconBut(t, nil) == "" {
		return name
	}
	return telling.Icon(t)
}

// seenLarge is what a scene shows without the layers that are its ground, its small print and
// its effects: they hold none of its items.
func seenLarge(ps brief.Scene) string {
	v, large := ps.Visual, false
	for _, l := range ps.Layers {
		if l.N == 4 && len(telling.QuotedIn(l.Text)) > 0 {
			v = strings.Replace(v, l.Text, "", 1)
		}
		large = large || l.N == 2 || l.N == 3
	}
	if !large {
		return ps.Visual
	}
	return strings.TrimSpace(v)
}

// layerText is what one layer of a scene holds; "" = it has no such layer.
func layerText(ps brief.Scene, n int) string {
	for _, l := range ps.Layers {
		if l.N == n {
			return l.Text
		}
	}
	return ""
}

// heroOf is what a scene's second layer shows, the whole picture without layers.
func heroOf(ps brief.Scene) string {
	return cmp.Or(layerText(ps, 2), ps.Visual)
}

// visualItems reads "three cards: A, B, C" or several quotations.
func visualItems(v string) []string {
	if strings.ContainsAny(v, "：、") {
		v = eastStops.Replace(v)
	}
	if qs := telling.QuotedIn(v); len(qs) >= 2 {
		if qs = once(qs); len(qs) >= 2 {
			return qs
		}
	}
	if out := letteredItems(v); len(out) >= 2 {
		return out
	}
	if out := numberedItems(v); len(out) >= 2 {
		return out
	}
	if m := arrowRow.FindStringSubmatch(telling.QuoteIn.ReplaceAllString(v, " ")); m != nil {
		var out []string
		for _, x := range arrowCut.Split(m[1], -1) {
			out = append(out, strings.TrimSpace(x))
		}
		out[0] = rowLead.ReplaceAllString(out[0], "") // "flow Browser → Edge"
		return out
	}
	if m := equation.FindStringSubmatch(v); m != nil {
		return []string{strings.TrimSpace(m[1]), strings.TrimSpace(m[2])}
	}
	if _, tail, ok := cutColon(v); ok && len(barCut.FindAllString(tail, -1)) > 1 { // items may have all other marks within them
		return barCut.Split(strings.TrimSpace(prose.Unstop(tail)), -1)
	}
	if pairRow.MatchString(prose.Unstop(v)) { // "Nov – Osaka pilot; Feb – Series C"
		return semiCut.Split(prose.Unstop(v), -1)
	}
	if _, tail, ok := cutColon(v); ok && len(questionAt.FindAllString(tail, -1)) > 1 {
		var out []string
		for _, x := range questionAt.FindAllString(tail, 6) {
			out = append(out, strings.TrimSpace(x))
		}
		return out
	}
	v = listAside.ReplaceAllString(v, "$1: $2")
	for _, part := range sentenceCut.Split(v, -1) {
		if _, _, has := cutColon(part); !has {
			part = listTimes.ReplaceAllString(listWith.ReplaceAllString(part, "$1: $2"), "$1: $2")
		}
		part = listDash.ReplaceAllString(part, "$1: $2")
		if lead, tail, ok := cutColon(part); ok {
			for prose.Words(lead) <= 6 { // "right side: list: one; two"
				l, t, more := cutColon(tail)
				if _, _, again := cutColon(t); !more || again || prose.Words(l) > 6 && !(prose.Words(l) <= 12 && (listIn.MatchString(l) || endsInList.MatchString(l))) || strings.ContainsAny(l, ",;|") && !endsInList.MatchString(l) {
					break
				}
				lead, tail = l, t
			}
			if first, more, ok := strings.Cut(tail, ";"); ok && strings.Contains(first, ",") && !strings.Contains(first, ":") && partMoves.MatchString(more) {
				tail = first // "icons: lock, phone, key; icons pop"
			}
			if tail = prose.Unstop(tail); !itemBody.MatchString(tail) && !semiBody.MatchString(tail) { // "October – new depot, December – new site"
				tail = telling.MotionTail.ReplaceAllString(tail, "")
			}
			tail = thousands.ReplaceAllString(tail, "$1\u201a$2") // its comma parts no items
			cut := itemCut
			switch { // items may have the weaker marks within them
			case barCut.MatchString(tail):
				cut = barCut
			case strings.ContainsAny(tail, "•·✅✔☑✓"):
				cut = bulletCut
			case strings.Contains(tail, ";"):
				cut = semiCut
			case slashCut.MatchString(tail):
				cut = slashCut
			case itemBody.MatchString(tail):
				cut = commaCut // "Bronze – 1 point, Gold – 3 points and free refills"
			}
			var out []string
			for _, x := range cut.Split(tail, -1) {
				if x = strings.TrimSpace(x); besideItems.MatchString(x) && len(out) > 1 {
					break // "…, a stamp below"
				}
				if x != "" {
					out = append(out, strings.ReplaceAll(x, "\u201a", ","))
				}
			}
			if n := countedIn(lead); n > 1 && n < len(out) {
				out = out[:n] // "three cards: …": what follows is none of them
			}
			most := 40
			if cut == semiCut || cut == barCut || cut == bulletCut {
				most = 80 // marks that nothing but a list has
			}
			if len(out) >= 2 && utf8.RuneCountInString(out[0]) <= most {
				return out
			}
		}
	}
	return nil
}

// numberedItems are items that count up: "Steps: 1 Apply by phone 2 One trial night".
func numberedItems(v string) []string {
	_, v, ok := cutColon(telling.QuoteIn.ReplaceAllString(v, " "))
	if !ok {
		return nil
	}
	at := numberedItem.FindAllStringSubmatchIndex(v, 7)
	var out []string
	for i, m := range at {
		if v[m[2]:m[3]] != string(rune('1'+i)) || i == 0 && strings.TrimSpace(v[:m[0]]) != "" {
			break // it does not count on
		}
		end := len(v)
		if i+1 < len(at) && v[at[i+1][2]:at[i+1][3]] == string(rune('2'+i)) {
			end = at[i+1][0]
		}
		text, _, _ := strings.Cut(v[m[1]:end], ". ")
		out = append(out, strings.Trim(text, " ,;.→➜>"))
	}
	return out
}

var numberedItem = pattern.New(`(?:^|\s)([1-7])[.)]?\s`)

// letteredItems are answers with letters: "A) To the sea B) Into space C) Nowhere. …".
func letteredItems(v string) []string {
	at := lettered.FindAllStringIndex(v, 7)
	var out []string
	for i, m := range at {
		if v[m[1]-3:m[1]] != string(rune('A'+i))+") " {
			return nil // they do not count up
		}
		end := len(v)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		text, _, _ := strings.Cut(strings.ReplaceAll(v[m[1]:end], "; ", ". "), ". ")
		out = append(out, v[m[1]-3:m[1]]+strings.Trim(text, " ,;."))
	}
	return out
}

// questionOver is what stands over answers with letters: "Question: What do you do? A) …".
func questionOver(v string) string {
	at := lettered.FindStringIndex(v)
	if at == nil {
		return ""
	}
	text := questionLabel.ReplaceAllString(strings.TrimSpace(v[:at[0]]), "")
	if ss := prose.SplitSentences(text); len(ss) > 1 && strings.HasSuffix(ss[len(ss)-1], "?") && (utf8.RuneCountInString(text) > 90 || questionLabel.MatchString(ss[len(ss)-1]) || personShot.MatchString(ss[0])) {
		text = questionLabel.ReplaceAllString(ss[len(ss)-1], "")
	}
	return strings.TrimRight(text, " :,;–—-")
}

var questionLabel = pattern.New(`(?i)^(?:(?:quiz|question|frage|pregunta|domanda|pergunta)(?: \d)?\s*[:.–—-]\s*|screen:\s*)+`)

var lettered = pattern.New(`(?:^|[\s:,;(])[A-F]\) `)

// partMoves says how the parts of a picture come on.
var partMoves = pattern.New(`(?i)^\s*(?:the |each |all |every )?(?:icons?|items?|cards?|ticks?|tiles?|bullets?|points?|rows?|they|each|labels?|arrows?|steps?|numbers?)\b[^;:]{0,24}\b(?:pops?|slides?|fades?|cascades?|drops?|draws?|flips?|flies|fly|appears?|types?|rises?|grows?|lights?|staggered|come)\b`)

// visualLead is what stands before the first colon of a picture.
func visualLead(v string) string {
	lead, _, _ := cutColon(v)
	return lead
}

// cutColon cuts words at their first colon that is none of a time of day.
func cutColon(s string) (lead, tail string, ok bool) {
	for at, r := range s {
		if r == ':' && (at == 0 || at+1 == len(s) || !unicode.IsDigit(rune(s[at-1])) || !unicode.IsDigit(rune(s[at+1]))) {
			return s[:at], s[at+1:], true
		}
	}
	return s, "", false
}

// listTimes is a timeline and the times that follow at once: "timeline 07:40 board, 08:00 desk".
var listTimes = pattern.New(`(?i)^([^:,]{0,40}\b(?:timeline|schedule|agenda|roadmap|zeitstrahl|zeitleiste|cronología|frise)) (\d{1,2}:\d\d .*,|(?:19|20)\d\d [^,]+,.*\b(?:19|20)\d\d)`)

// listDash is a list behind a dash: "3 icons with labels - A / B / C".
var listDash = pattern.New(`(?i)(\b(?:icons?|cards?|tiles?|bullets?|list|checklist|steps?|labels?|bubbles?|points?|items?|table|prices|price list|hours|flow|karten|tarjetas|cartes|schede)\b[^:—–.;,]{0,60}?)\s+[—–-]\s+([^—–:]*(?:[,/;→]|\s>\s).*)$`)

// besideItems is what a picture has beside the items of its list.
var besideItems = pattern.New(`(?i)^(?:beside|next to|below|above|behind|under(?:neath)?|around|in the (?:corner|background|middle)|with|daneben|darunter|darüber|dahinter|im hintergrund|mit|al lado|junto a|debajo|encima|detrás|con|à côté|en dessous|au-dessus|derrière|avec|accanto|sotto|sopra|dietro|ao lado|abaixo|acima|atrás|com|daarnaast|eronder)\b`)

// countedIn is how many items a picture's words count: "three cards"; 0 = they do not.
func countedIn(lead string) int {
	m := countOfItems.FindStringSubmatch(lead)
	if m == nil {
		return 0
	}
	for n, words := range []string{"2 two zwei dos deux due dois duas twee", "3 three drei tres trois tre três drie", "4 four vier cuatro quatre quattro quatro", "5 five fünf cinco cinq cinque vijf", "6 six sechs seis sei zes"} {
		if slices.Contains(strings.Fields(words), strings.ToLower(m[1])) {
			return n + 2
		}
	}
	return 0
}

// counted is the first number that the words of a picture have for several things: "three red
// flags appear".
func counted(visual string) int {
	m := countFirst.FindStringSubmatch(visual)
	if m == nil {
		return 0
	}
	return countedIn(m[1] + " items")
}

// countFirst begins a picture with how many things it shows.
var countFirst = pattern.New(`(?i)^(?:(?:the|die|los|las|les) )?([2-6]|two|three|four|five|six|zwei|drei|vier|fünf|sechs|dos|tres|cuatro|cinco|seis|deux|trois|quatre|cinq|due|tre|quattro|cinque|sei|dois|duas|três|quatro|twee|drie|vijf|zes)\s`)

// countOfItems is a number and, soon behind it, the things that a list holds.
var countOfItems = pattern.New(`(?i)\b([2-6]|two|three|four|five|six|zwei|drei|vier|fünf|sechs|dos|tres|cuatro|cinco|seis|deux|trois|quatre|cinq|due|tre|quattro|cinque|sei|dois|duas|três|quatro|twee|drie|vijf|zes)\s(?:\p{L}+\s){0,2}(?:cards?|items?|columns?|points?|steps?|stages?|rules?|callouts?|pins|bullets?|tiles?|labels?|icons?|boxes|stichpunkte|punkte|spalten|schritte|karten|regeln|columnas|puntos|pasos|tarjetas|reglas|iconos|colonnes?|étapes|règles|cartes|icônes|colonne|punti|passaggi|regole|schede|colunas|pontos|passos|regras|cartões|kolommen|punten|stappen)\b`)

// eastStops are the stops of Japanese and Chinese beside those of other languages.
var eastStops = strings.NewReplacer("：", ": ", "、", ", ", "，", ", ", "；", "; ", "。", ". ")

// arrowRow are stages with arrows between them: "diagram — air → exchanger → water".
var (
	arrowRow = pattern.New(`(?:^|[:—–]\s*|\s-\s+)((?:[^→>:.;—–]|\.\d){2,40}(?:\s*(?:→|➜|->|=>|⟶|\s>\s)\s*(?:[^→>:.;—–,]|\.\d){2,40}){2,6})(?:$|[.;,—–])`)
	arrowCut = pattern.New(`\s*(?:→|➜|->|=>|⟶|\s>\s)\s*`)
)

// equation is what things make together: "sunlight + water → sugar".
var equation = pattern.New(`(?:^|[:—–.]\s*)([^→>:.;—–+]{2,30}(?:\s\+\s[^→>:.;—–+]{2,30}){1,3})\s*(?:→|➜|->|=>|⟶)\s*([^→>:.;—–]{2,40}?)\s*(?:$|[.;—–])`)

// rowLead names a row of stages before the first of them.
var rowLead = pattern.New(`(?i)^(?:(?:simple |animated |horizontal |vertical )?(?:flow(?: ?chart| diagram)?|diagram|process|pipeline|journey|chain|steps|workflow|path|loop|funnel|sequence|ablauf|schema|diagrama|schéma|schema))(?: of| from| with)?:?\s+`)

// questionAt is one of several questions.
var questionAt = pattern.New(`\p{Lu}[^.?!"“„:;]{3,60}\?`)

// endsInList ends with the name of a list.
var endsInList = pattern.New(`(?i)\b(?:list|checklist|bullets|cards|steps|icons|items|tiles|points)\s*$`)

// pairRow is a row of pairs, each with a dash in it, between semicolons or bars.
var pairRow = pattern.New(`^[^;|:.]{2,30}\s[–—-]\s[^;|:]{2,40}(?:\s*[;|]\s*[^;|:.]{2,30}\s[–—-]\s[^;|:]{2,40})+$`)

// listAside is a list and, in brackets behind it, what it holds: "bullet list on the left (A; B)".
var listAside = pattern.New(`(?i)(\b(?:list|bullets?|cards?|steps?|points?|items?|icons?|checklist|tiles?|timeline|roadmap|schedule|agenda|flow)\b[^():;.]{0,40}?)\s*\(([^()]+[;,/|][^()]+)\)`)

// listWith is a kind of list and what it holds: "Timeline with 2019 sketch, 2025 launch".
var listWith = pattern.New(`(?i)^([^:,]{0,40}\b(?:timeline|roadmap|checklist|list|grid|cards|icons|steps|tiles|bullets|process|zeitstrahl|liste|karten|cronología|lista|tarjetas|frise|cartes)) (?:with|of|showing|for|mit|con|avec|com) (?:the )?([^:]*,)`)

var thousands = pattern.New(`(\d),(\d{3})\b`)

// quoteOf is whose words a quotation is, before it: `quote by Amir Haddad, Ops Lead: "…"`.
var quoteOf = pattern.New(`(?i:quote|testimonial|zitat|cita|citation|citazione)\s+(?i:by|from|of|von|de|di)\s+(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?:, ([^":“]{2,50}))?\s*[:,—–-]`)

// portraitOf is who is seen beside a quotation: "Portrait of Marcus, 61, retired bus driver."
var portraitOf = pattern.New(`(?i:\b(?:portrait|photo|headshot|picture|porträt|foto|retrato|portrait|ritratto)) (?i:of|von|de|di) (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?:, ([^.":“]{2,50}))?[.;:]`)

// quoteFrom is whose words those that are said are: "Testimonial card: Gwen Parry, survivor".
var quoteFrom = pattern.New(`(?i:quote|testimonial|review)[^:"“„«]{0,16}:\s*(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})(?:, ([^.":“]{2,50}))?\.?$`)

// quoteBy is whose words they are, behind them; without a mark between it is a whole name.
var quoteBy = pattern.New(`["”»“」][.(]?\s*(?:(?:[—–-]+|,|by|from|von|de|di|da)\s*(\p{Lu}[\p{L}.'’-]*(?: (?:(?:of|de|del|da|do|di|von|van|der|the|la) )?\p{Lu}[\p{L}.'’-]*){0,3})|(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}))(?:, ([^."“)]{2,50}))?`)

var (
	sentenceCut = pattern.New(`\.\s`)
	bulletCut   = pattern.New(`(?:^|\s+)[•·✅✔☑✓]\x{FE0F}?\s*`)
	// itemBody is an item and, behind a dash, what is said of it, between commas.
	itemBody = pattern.New(`^[^,–—]{2,30}\s[–—-]\s[^,]+,[^,–—]{2,30}\s[–—-]\s`)
	semiBody = pattern.New(`^[^;–—]{2,30}\s[–—-]\s[^;–—]+;[^;–—]{2,30}\s[–—-]\s`)
	commaCut = pattern.New(`\s*,\s+(?:(?:and|und|y|et|e)\s+)?`)
	slashCut = pattern.New(`\s+/\s+`)
	semiCut  = pattern.New(`\s*[;|]\s*(?:and\s+|und\s+|y\s+|et\s+|e\s+)?`)

	itemCut = pattern.New(`\s+[•/·]\s+|\s*[,;|、，；،؛]\s*(?:and\s+|und\s+|y\s+|et\s+|e\s+)?|\s+(?:and|und|→|->)\s+`)

	closeShot = pattern.New(`(?i)close[- ]?up|close shot|nah`)
	wideShot  = pattern.New(`(?i)waist|wide`)
)
