package layout

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// verbs are the motion vocabulary with the presets they choose.
var verbs = []struct{ re, name string }{
	{`SLAMS?|SLAMMING|SCHLÄGT EIN|SCHLAGEN EIN|KNALLT REIN`, "slams"}, {`CRASH(?:ES|ING)?`, "crashes"}, {`PUNCH(?:ES|ING)?`, "punches"}, {`STAMPS?|STAMPED(?: ON)?|STAMPING|STEMPEL(?:T|N)(?: SICH)?(?: EIN)?`, "stamps"}, {`SHATTERS?|SHATTERING`, "shatters"},
	{`CASCADES?|CASCADING`, "cascade"}, {`SLIDES?|SLIDING|FLY IN|FLIES IN|FLYING IN|GLIDES?(?: IN)?|GLIDING IN|SWOOPS? IN|SWEEPS? IN|GLEITE[NT]|SCHIEBE[NT] SICH|FÄHRT EIN|FAHREN EIN|FLIEG(?:T|EN) EIN|EINFLIEGEN|EINFAHREN|SE DESLIZAN?|ENTRAN?|GLISSE(?:NT)?|ENTRENT?|SCORRE|SCORRONO|ENTRANO|DESLIZAM?|ENTRAM|SCHUIVEN IN|SCHUIFT IN`, "slides"}, {`DROPS?|DROPPING|FALLS? IN|FÄLLT|FALLEN(?: [\p{L}]+)? EIN|CAEN?|TOMBE(?:NT)?|CADE|CADONO`, "drops"}, {`FILLS?`, "fills"}, {`DRAWS?|DRAWING(?: IN| ON)?|SE DIBUJAN?|SE DESSINE(?:NT)?|WIRD GEZEICHNET|SI DISEGNA(?:NO)?`, "draws"},
	{`TYPES? ON|TYPES? (?:ITSELF )?(?:OUT|IN)|TYPING ON|TYPED ON`, "types on"}, {`FADES? IN|FADES? UP|FADING IN|ERSCHEIN(?:T|EN)|BLENDE[NT]? EIN|APARECEN?|APPARA(?:ÎT|ISSENT)|APPAIONO|APPARE|APARECEM`, "fades in"}, {`FLOATS?|FLOATING IN`, "floats"}, {`MORPHS?|MORPHING`, "morphs"}, {`COUNTS? UP|COUNTING UP|COUNTS? DOWN|COUNTING DOWN|ZÄHL(?:T|EN)(?: VON \d+)?(?: (?:BIS|AUF) [\d.,]+)? HOCH|HOCHZÄHLEN|HOCHGEZÄHLT|CUENTA HASTA|COMPTE JUSQU['’]À|CONTA FINO A|CONTA ATÉ`, "counts up"},
	{`POPS?|POPPING|POPP(?:T|EN) AUF|SURGI(?:T|SSENT)`, "pops"}, {`RISES?`, "rises"}, {`GROWS?`, "grows"}, {`ZOOMS? IN|ZOOM(?:T|EN)(?: LANGSAM| SCHNELL)? (?:EIN|HERAN)`, "zooms in"}, {`PULSES?|BLINKS?|BLINKT|PULSIERT|PARPADEAN?|CLIGNOTE(?:NT)?|LAMPEGGIA(?:NO)?|PISCAM?`, "pulses"}, {`SPINS?`, "spins"}, {`FLIPS?`, "flips"}, {`SHAKES?`, "shakes"}, {`BOUNCES?|BOUNCING IN|HÜPF(?:T|EN)|REBOTAN?(?:DO)?|REBONDI(?:T|SSENT)|RIMBALZA(?:NO)?`, "bounces"},
}

var (
	VerbRE    = pattern.New(`(?i)\b(` + verbPattern() + `)\b`)
	fromRE    = pattern.New(`(?i)\b(?:from(?: the)?|von|vom|desde(?: la| el)?|depuis(?: la| le)?|par(?: la)?|da|dalla|dall['’]|da direita|van) ?(left|right|top|bottom|above|below|cent(?:er|re)|links|rechts|oben|unten|izquierda|derecha|arriba|abajo|gauche|droite|haut|bas|sinistra|destra|alto|basso|esquerda|direita|boven|onder)\b`)
	angleRE   = pattern.New(`(?i)(-?\d+(?:\.\d+)?)\s*(?:°|degrees?|deg\b|grad\b|grados?|degrés?|gradi|graus?)`)
	staggerRE = pattern.New(`(?i)(?:stagger|gestaffelt|escalonad[oa]s?|décalée?s?|scaglionat[aeio])(?:ed)?(?: by| of| um| de| di)?\s*(\d*[.,]?\d+)\s*s|(\d*[.,]?\d+)\s?s(?:ec(?:onds?)?)? apart\b`)
	shareRE   = pattern.New(`(?i)(?:fills?|covers?|takes?(?: up)?|size(?: of)?|tamaño|größe(?: von)?|taille(?: de)?|dimensione|tamanho)\s*:?\s*(\d{1,3})\s*%|\b(\d{1,3})\s*% of (?:the )?(?:frame|screen|picture)\b`)
	pointsRE  = pattern.New(`(?i)\b(\d{2,3})\s*pt\b`)
)

// howMoved are the ways in which motion verbs are said to go.
var howMoved = []*pattern.Pattern{comesFrom, fromRE, angleRE, staggerRE, shareRE, pointsRE, oneByOne, shaken}

// shaken is what high energy does to the frame, as it always does.
var shaken = pattern.New(`(?i)\b(?:with (?:an? )?)?(?:screen|camera|frame)[ -]?shak(?:e|es|ing)\b(?: on impact)?|\bon impact\b`)

// oneByOne brings items on in turn, as they always come.
var oneByOne = pattern.New(`(?i)\b(?:one (?:by one|at a time|after (?:another|the other))|in turn|(?:each|every)(?: one)?|nacheinander|der reihe nach|un[oa] a un[oa]|un[oa]s? tras otr[oa]s?|l['’]une? après l['’]autre|un(?:e)? par un(?:e)?|un[oa] (?:dopo|per) (?:l['’]altr[oa]|volta|un[oa])|um(?:a)? a um(?:a)?|een voor een|staggered|gestaffelt|escalonad[oa]s?|décalée?s?)\b`)

func verbPattern() string {
	p := make([]string, len(verbs))
	for i, v := range verbs {
		p[i] = v.re
	}
	return strings.Join(p, "|")
}

var targets = prose.Vocabulary(
	`headlines?|titles?|names?|words?|text|quotes?|statements?|phrases?|texto|texte|testo|tekst|titel|überschrift|schrift|título|titre|titolo`, "headline",
	`numbers?|counters?|figures?|percentages?|stats?|%|prices?|counts?|zahl(?:en)?|zähler|números?|cifras?|contador|chiffres?|compteur|numer[oi]|cifre|contatore|getal(?:len)?|teller`, "figure",
	`cards?|items?|icons?|lists?|checklists?|bullets?|rows?|tiles?|steps?|points?|columns?|diagrams?|process(?:es)?|flow ?charts?|timelines?|roadmaps?|tables?|comparisons?|arrows?|pfeile?|flechas?|flèches?|frecce|setas?|stichpunkte|punkte|listen?|karten|kacheln|regeln|schritte|spalten|puntos|listas?|tarjetas|iconos|reglas|pasos|columnas|points|cartes|icônes|règles?|étapes|colonnes?|punti|elenco|schede|icone|regole|passaggi|pontos|cartões|ícones|passos|punten|lijst|kaarten|callouts?|pins?|labels`, "items",
	`lower[- ]thirds?|name tags?|bauchbinden?|rótulos?|bandeaux?|sottopancia`, "lower",
	`subtitle|subhead(?:ing)?|tagline|captions?|labels?|source(?: line)?|ticker`, "subtitle",
	`charts?|bars?|(?:the|each|every|its|first|second|red|blue|green) lines?|dots?|slices?|segments?|wedges?|line (?:chart|graph)|graphs?|curves?|axis|axes|donuts?|balken|säulen|linie|diagramm|kurve|barras|líneas?|gráfico|barres|courbe|graphique|barre|grafico|linea|staven|grafiek`, "chart",
	`logos?|wordmark`, "logo",
	`photos?|images?|screenshots?|footage|pictures?|dashboards?`, "asset",
	`url|buttons?|cta|qr(?: code)?|knopf|taste|botón|bouton|pulsante|botão|knop`, "action",
)

// Moves reads the motion verbs of a visual direction: each with what it moves,
// from where, at which angle, how far apart. A layer says what moves where the
// words do not: "hero" is the figure or the headline, "-" is nothing of its own.
// In a "style" every short clause speaks of motion: "Elements type on".
func Moves(s, layer string, line int) []brief.Move {
	var out []brief.Move
	last := "" // what the clause before speaks of
	for _, clause := range clauses(s) {
		before := last
		last = cmp.Or(nearest(targets, prose.QuotesRE.ReplaceAllString(clause, " ")), last)
		sized := shareRE.FindStringIndex(clause) // "fills 40% of the frame" is a size
		at := VerbRE.FindAllStringIndex(clause, -1)
		if sized != nil {
			kept := at[:0]
			for _, v := range at {
				if v[0] < sized[0] || v[0] >= sized[1] {
					kept = append(kept, v)
				}
			}
			at = kept
		}
		told := len(out)
		for i, v := range at {
			word := clause[v[0]:v[1]]
			upper := word == strings.ToUpper(word)
			if layer == "style" && v[0] > 0 && !upper && word != strings.ToLower(word) {
				continue // "Swiss Pulse" is a name
			}
			head := clause[:v[0]]
			if i > 0 {
				head = clause[at[i-1][1]:v[0]]
			}
			if word == strings.ToLower(word) && afterArticle.MatchString(clause[:v[0]]) {
				continue // "a stamp in the corner"
			}
			if !upper && word != strings.ToLower(word) && inList.MatchString(clause[:v[0]]) {
				continue // "Steps: Fill the pans, Wait"
			}
			if word == strings.ToLower(word) && takesObject.MatchString(clause[v[1]:]) && prose.Lookup(targets, prose.FirstWords(clause[v[1]:], 3)) == "" {
				continue // "slides a cup across the counter"
			}
			tail := clause[v[1]:]
			if i+1 < len(at) {
				tail = clause[v[1]:at[i+1][0]]
			}
			target := nearest(targets, prose.QuotesRE.ReplaceAllString(head, " "))
			words := ""
			if q := prose.Quoted(head); layer == "" && q != nil && textLast.MatchString(head) && target != "action" && target != "lower" {
				target = "" // `photo of dough, "Since 4 a.m." types on`: what stands before the verb
			}
			if q := prose.Quoted(head); q != nil && target != "" && quoteLast.MatchString(head) {
				words = q[len(q)-1] // `phone number "Ext. 4477" pops in`: where that text stands
			}
			if q := prose.Quoted(head); target == "" && q != nil {
				target, words = "headline", q[len(q)-1]
				if digitRE.MatchString(q[len(q)-1]) && prose.Words(q[len(q)-1]) <= 3 {
					target = "figure"
				}
			}
			switch {
			case layer == "-":
				target = ""
				upper = false
			case layer == "hero" && target == "":
				target = "headline"
				if digitRE.MatchString(head) {
					target = "figure"
				}
			case layer != "" && layer != "hero" && layer != "style":
				target = layer
			}
			if target == "" && (layer == "" || layer == "style") {
				target = prose.Lookup(targets, prose.QuotesRE.ReplaceAllString(tail, " "))
			}
			if target == "" && digitRE.MatchString(head) && layer != "-" {
				target = "figure"
			}
			if target == "" {
				if !upper && !(layer == "style" && prose.Words(clause) <= 5) {
					continue // "fills the glass" is not a direction
				}
				target = cmp.Or(ownTarget[verbName(word)], "headline")
				if alone := strings.TrimSpace(head) == "" || strings.EqualFold(strings.TrimSpace(head), "it"); alone && before != "" && layer == "" {
					target = before // "Donut chart: …. FILLS clockwise."
				}
			}
			m := brief.Move{Verb: verbName(word), Text: words, Target: target, Line: line}
			f := fromRE.FindStringSubmatch(tail)
			if f == nil && len(at) == 1 {
				f = fromRE.FindStringSubmatch(head) // "From the left, three cards slide in"
			}
			if f != nil {
				m.From = sideFrom(f[1])
			}
			if a := angleRE.FindStringSubmatch(tail); a != nil {
				m.Angle = prose.Decimal(strings.TrimPrefix(a[1], "-"))
				if strings.HasPrefix(a[1], "-") {
					m.Angle = -m.Angle
				}
			}
			if g := staggerRE.FindStringSubmatch(clause); g != nil {
				m.Stagger = prose.Decimal(g[1] + g[2])
			}
			own := clause
			if len(at) > 1 { // each verb has its own size: up to the next one
				if own = tail; i == 0 {
					own = head + tail
				}
			}
			if z := shareRE.FindStringSubmatch(own); z != nil {
				m.Size = min(1, prose.Decimal(z[1]+z[2])/100)
			} else if z := pointsRE.FindStringSubmatch(own); z != nil {
				m.Size = min(1, prose.Decimal(z[1])/1080)
			}
			out = append(out, m)
		}
		if m, ok := comingFrom(clause, line); ok && layer == "" && len(out) == told {
			out = append(out, m)
		}
		if g := staggerRE.FindStringSubmatch(clause); g != nil && len(at) == 0 && len(out) > 0 && out[len(out)-1].Stagger == 0 {
			out[len(out)-1].Stagger = prose.Decimal(g[1] + g[2]) // "Cards FLOAT in. Stagger 0.6s."
		} else if g != nil && len(at) == 0 && len(out) == 0 && layer == "" {
			out = append(out, brief.Move{Verb: "rises", Target: "items", Stagger: prose.Decimal(g[1] + g[2]), Line: line}) // how apart, and not how
		}
	}
	return out
}

// comingFrom is the move of a clause that says where things come from and not how: "three
// steps appear one at a time from the bottom".
func comingFrom(clause string, line int) (brief.Move, bool) {
	bare := prose.QuotesRE.ReplaceAllString(clause, " ")
	at := comesFrom.FindStringSubmatchIndex(bare)
	if at == nil {
		return brief.Move{}, false
	}
	target := nearest(targets, bare[:at[0]])
	m := brief.Move{Verb: "slides", Target: target, Line: line, From: sideFrom(bare[at[2]:at[3]])}
	if g := staggerRE.FindStringSubmatch(clause); g != nil {
		m.Stagger = prose.Decimal(g[1] + g[2])
	}
	return m, target != "" && target != "lower"
}

// comesFrom is where something comes from; group 1 is the side.
var comesFrom = pattern.New(`(?i)\b(?:appears?|appearing|enters?|entering|comes?(?: in| on| up)?|coming(?: in| on| up)?|arrives?|arriving|moves? in|moving in|animates? in|animated in)\b[^.;:"“„]{0,36}? from (?:the )?(left|right|top|bottom|above|below)\b`)

// sideFrom is the side that a word for one names, as a move has it.
func sideFrom(word string) string {
	switch side := SideNamed(word); side {
	case "above", "oben", "arriba", "haut", "alto", "boven":
		return "top"
	case "below", "unten", "abajo", "bas", "basso", "onder":
		return "bottom"
	case "centre":
		return "center"
	default:
		return side
	}
}

// MotionField are the fields of a scene that say how things come on.
var MotionField = pattern.New(`(?i)^(?:how|motion|animation|movement|choreography|movimiento|movimento|mouvement|bewegung|animación|animação|animazione)$`)

// AsMotion writes the verbs of such a field in capitals: there they are directions,
// whatever they move.
func AsMotion(s string) string {
	s = bareFade.ReplaceAllString(s, "${1}FADES IN$2")
	var b strings.Builder
	at := 0
	for _, v := range VerbRE.FindAllStringIndex(s, -1) {
		b.WriteString(s[at:v[0]])
		if at = v[1]; afterArticle.MatchString(s[:v[0]]) {
			b.WriteString(s[v[0]:v[1]])
			continue
		}
		b.WriteString(strings.ToUpper(s[v[0]:v[1]]))
	}
	return b.String() + s[at:]
}

// bareFade is a fade that does not say where to.
var bareFade = pattern.New(`(?i)(^|[,;] )(?:soft |slow |gentle )?fades?( |$|[,;.])`)

// clauses cuts a direction, but not within quotation marks.
func clauses(s string) []string {
	masked := prose.QuotesRE.ReplaceAllStringFunc(s, func(q string) string { return strings.Repeat("x", len(q)) })
	var out []string
	at := 0
	for _, m := range clauseCut.FindAllStringIndex(masked, -1) {
		out, at = append(out, s[at:m[0]]), m[1]
	}
	return append(out, s[at:])
}

// nearest is the value whose pattern matches last in s: next to the verb behind it.
func nearest(table []prose.Entry, s string) string {
	val, at := "", -1
	for _, w := range table {
		for _, m := range w.RE.FindAllStringIndex(s, -1) {
			if m[0] > at {
				val, at = w.Value, m[0]
			}
		}
	}
	return val
}

// textLast ends with words in quotation marks that a stop parts from what stands before.
var textLast = pattern.New(`(?:^|[,;:.]\s*|\s[–—]\s)["“„«][^"“”»„«]+["”»“]\s*$`)

// quoteLast ends with words in quotation marks.
var quoteLast = pattern.New(`["“„«][^"”»“„«]+["”»“]\s*$`)

// afterArticle is what stands before a noun.
var afterArticle = pattern.New(`(?i)\b(?:an?|the|one|every|this|its|with|of) $`)

// inList is what stands before an item of a list.
var inList = pattern.New(`[:,;/→•]\s*(?:and )?$`)

// takesObject is what follows a verb that somebody does to something.
var takesObject = pattern.New(`(?i)^\s+(?:an?|the|his|her|their|its|our|your|some|two|three|coffee|water)\s`)

// ownTarget is what a verb moves where nothing is named: what it cannot be said of alone.
var ownTarget = map[string]string{"cascade": "items", "counts up": "figure"}

// verbName is the name of the preset that a verb chooses.
func verbName(s string) string { return cmp.Or(prose.Lookup(verbKinds, s), strings.ToLower(s)) }

var verbKinds = func() []prose.Entry {
	var out []prose.Entry
	for _, v := range verbs {
		out = append(out, prose.Entry{RE: pattern.New(`(?i)^(?:` + v.re + `)$`), Value: v.name})
	}
	return out
}()

var (
	clauseCut = pattern.New(`[.;\n]+\s+|,\s+(?:then|and)\s+`)
	digitRE   = pattern.New(`\d`)
)

// Undirected is what a scene shows without the directions of how it comes on: verbs
// that are written as such, from where, at which angle, how large, how far apart.
func Undirected(s string) string {
	s = partOfFrame.ReplaceAllString(asDirected.ReplaceAllString(verbAside.ReplaceAllString(s, " "), " "), "$1")
	s = VerbRE.ReplaceAllStringFunc(s, func(v string) string {
		if v == strings.ToUpper(v) {
			return " "
		}
		return v
	})
	return strings.TrimSpace(spaceBefore.ReplaceAllString(strings.Join(strings.Fields(s), " "), "$1"))
}

var (
	asDirected = pattern.New(`(?i)\s*,?\s*\b(?:` +
		`(?:it |which )?(?:fills?|covers?|takes?(?: up)?|occup(?:y|ies)) (?:about |roughly )?\d{1,3}\s?% (?:of )?(?:the |its )?(?:frame|screen|width|height|picture|image)` +
		`|(?:` + verbPattern() + `)(?: (?:in|on|up|down|out))* from (?:the )?(?:left|right|top|bottom|above|below|cent(?:er|re))` +
		`|(?:(?:` + verbPattern() + `)(?: (?:in|on|up|down|out))* )?(?:at|tilted|rotated)(?: by)? -?\d+(?:\.\d+)?\s?(?:°|degrees?|deg)` +
		`|stagger(?:ed)?(?: by| of)?\s?\d+(?:\.\d+)?\s?s(?:ec(?:onds?)?)?` +
		`|(?:in |at )?\d{2,3}\s?pt)\b`)
	verbAside   = pattern.New(`(?i)\s*[(\[](?:it )?(?:` + verbPattern() + `)\b[^)\]]{0,30}[)\]]`)
	spaceBefore = pattern.New(`\s+([,.;:!?])`)
	// partOfFrame is how much of the frame somebody or something has: "presenter left 35%".
	partOfFrame = pattern.New(`(?i)(\b(?:left|right|top|bottom|upper|lower)(?:[- ](?:hand )?(?:side|half|third|part))?),? (?:at |about |roughly |~ ?)?\d{1,3}\s?%(?: of (?:the )?(?:frame|screen|width|height|picture|image))?`)
)
