package script

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/policy"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// account notes what the directions of the planned scenes name and the finished scenes do
// not hold. Every word of a direction stands on the account; a text that is drawn, a
// part that answers to it or another note takes it off, and what is left is noted: what
// nothing here knows is never passed over in silence.
func (w *writer) account(b *scene.Storyboard) {
	if w.Brief.Level != brief.Scenes || len(b.Scenes) != len(w.Brief.Scenes) || len(w.beats) != len(w.Brief.Scenes) {
		return
	}
	for i, ps := range w.Brief.Scenes {
		f := &finished{Scene: b.Scenes[i], b: b, ps: ps, person: w.personIn(b, i), name: cmp.Or(w.Brief.Presenter.Name, b.Presenter.ID)}
		f.shown = policy.Text(&scene.Storyboard{Scenes: []scene.Scene{heardApart(f.Scene)}}) + figureWords(f.Scene)
		f.drawn = telling.Keywords(f.shown)
		for _, at := range directedWord.FindAllString(strings.ToLower(f.shown), -1) {
			f.drawn[at] = true
		}
		for _, it := range f.Items {
			f.drawn[it.Icon] = true // "lock – Encrypted"
		}
		for _, n := range w.Notes {
			if n.Text != w.beats[i].Missing && n.Line >= ps.Line && (i+1 == len(w.Brief.Scenes) || n.Line < w.Brief.Scenes[i+1].Line) {
				f.noted = append(f.noted, telling.QuotedIn(n.Text)...)
			}
		}
		if f.Asset == "" {
			w.fileMissing(ps, f)
		}
		if f.Asset != "" { // a file is its picture, whatever it shows
			continue
		}
		var lost []string
		if head := layout.Undressed(ps.Header); prose.Words(head) >= 4 && strings.ContainsFunc(head, unicode.IsLower) && !strings.Contains(ps.Visual, strings.Trim(head, " :：-–—()")) && !onlyTitle(head, ps) {
			lost, _ = f.lost(head)
		}
		whole := w.noted(w.beats[i].Missing)
		if w.beats[i].Undrawn == "" {
			of, some := f.lost(ps.Visual)
			if some && whole && strings.Contains(w.beats[i].Missing, "'s picture ") {
				w.shown(i) // some of it is drawn: the note is of the rest
				whole = false
			}
			if !whole {
				lost = append(lost, of...)
			}
		}
		if whole || w.beats[i].Undrawn != "" { // their note quotes no more than the beginning
			of, _ := f.lost(beyondClip(ps.Visual))
			lost = append(lost, of...)
		}
		if len(lost) > 0 {
			w.Note(ps.Line, fmt.Sprintf("scene %d: nothing is drawn of %s", ps.Number, inMarks(once(lost), ps)))
		}
	}
}

// quotedMost is how many letters of a picture its note quotes.
const quotedMost = 160

// beyondClip is what a note that quotes a picture leaves out of it.
func beyondClip(s string) string {
	if r := []rune(s); len(r) > quotedMost {
		rest := string(r[quotedMost-20:])
		_, rest, _ = strings.Cut(rest, " ")
		return rest
	}
	return ""
}

// fileMissing notes a file that a scene's picture names and the scene does not show.
func (w *writer) fileMissing(ps brief.Scene, f *finished) {
	for _, name := range fileNamed.FindAllString(ps.Header+" "+ps.Visual, -1) {
		if !folder.IsMedia(name) || slices.ContainsFunc(f.noted, func(q string) bool { return strings.Contains(q, name) }) {
			continue
		}
		where := "the entry's assets have no such file"
		if len(w.r.Spec.Assets) == 0 {
			where = "the entry has no assets: name it or its folder there"
		}
		w.Note(ps.Line, fmt.Sprintf("scene %d: %q is asked for, and %s", ps.Number, name, where))
		f.noted = append(f.noted, name)
	}
}

// fileNamed is the name of a file.
var fileNamed = pattern.New(`[\p{L}\d_/.-]*[\p{L}\d_-]\.\p{L}[\p{L}\d]{2,3}\b`)

// onlyTitle tells whether the head of a scene that says elsewhere what it shows is only its
// title: "The voice of the customer".
func onlyTitle(head string, ps brief.Scene) bool {
	return ps.Visual != "" && !strings.ContainsAny(head, `"“„«0123456789,:`) && !slices.ContainsFunc(visualKinds[:len(visualKinds)-1], func(v visualKind) bool { return v.re.MatchString(head) })
}

// once is a list without what it has had before.
func once(texts []string) []string {
	var out []string
	for _, t := range texts {
		if !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// noted tells whether a note stands.
func (w *writer) noted(text string) bool {
	return text != "" && slices.ContainsFunc(w.Notes, func(n scene.Note) bool { return n.Text == text })
}

// inMarks lists pieces of a scene, each in quotation marks and in the prompt's own words.
func inMarks(texts []string, ps brief.Scene) string {
	var out []string
	for _, t := range texts {
		for _, x := range parted(ps.Written(t)) {
			out = append(out, "\""+telling.Clip(x, pieceMost)+"\"")
		}
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
	return out[0]
}

// pieceMost is how long a piece of a direction in a note is, in letters.
const pieceMost = 90

// parted cuts a long piece at its commas, so that a note has all of it.
func parted(s string) []string {
	var out []string
	for utf8.RuneCountInString(s) > pieceMost {
		cut := -1
		for _, at := range pieceCut.FindAllStringIndex(s, -1) {
			if at[0] > 0 && at[0] <= pieceMost {
				cut = at[0]
			}
		}
		if cut < 0 {
			break
		}
		out, s = append(out, s[:cut]), strings.TrimLeft(s[cut:], " ,;–—-")
	}
	return append(out, s)
}

var pieceCut = pattern.New(`,\s|;\s|\s[–—-]\s|\sand\s|\sund\s`)

// heardApart is a scene without its voice-over: what is heard is not drawn.
func heardApart(s scene.Scene) scene.Scene {
	s.Say = ""
	return s
}

// figureWords are the words and digits that are drawn as figures and series.
func figureWords(s scene.Scene) string {
	var out strings.Builder
	if s.Figure != nil {
		out.WriteString(telling.FigureText(s.Figure) + "\n" + s.Figure.Text + "\n")
		if s.Figure.Start > 0 {
			fmt.Fprintf(&out, "%g\n", s.Figure.Start)
		}
	}
	if s.Series != nil {
		out.WriteString(s.Series.Unit + "\n")
		for _, v := range s.Series.Values {
			fmt.Fprintf(&out, "%g\n%g%s\n", v, v, s.Series.Unit)
			if n := fmt.Sprintf("%.0f", v); v >= 1000 && len(n) < 7 { // as the prompt groups it
				for _, mark := range []string{",", ".", " "} {
					out.WriteString(n[:len(n)-3] + mark + n[len(n)-3:] + "\n")
				}
			}
		}
	}
	return out.String()
}

// personIn tells whether the presenter, or another person who talks, is seen in a scene.
func (w *writer) personIn(b *scene.Storyboard, i int) bool {
	s := b.Scenes[i]
	if b.Presenter.None || s.Presenter == "none" {
		return false
	}
	return s.Kind == scene.Presenter || s.Presenter != ""
}

// finished is a scene as it will be drawn, beside the one that the prompt plans.
type finished struct {
	scene.Scene
	b      *scene.Storyboard
	ps     brief.Scene
	person bool            // somebody is seen in it
	name   string          // of the presenter, as the prompt has it
	shown  string          // every text that is drawn, a line each
	drawn  map[string]bool // its words
	noted  []string        // what other notes speak of
}

// lost are the pieces of a direction that nothing answers to, in order, and whether
// a part of the scene answers to any of it.
func (f *finished) lost(direction string) (pieces []string, some bool) {
	off := make([]bool, len(direction))
	strike := func(spans [][]int) {
		for _, at := range spans {
			for k := at[0]; k < at[1]; k++ {
				off[k] = true
			}
		}
	}
	for _, at := range telling.QuoteIn.FindAllStringIndex(direction, -1) {
		for _, q := range telling.QuotedIn(direction[at[0]:at[1]]) {
			if folder.IsMedia(q) || reads(f.Scene, q, true) || strings.Contains(f.shown, q) || strings.EqualFold(q, f.b.Look.LogoText) {
				strike([][]int{at})
			}
		}
	}
	if at := codeMarks.FindStringIndex(direction); at != nil && f.Code != "" && strings.Contains(direction[at[0]:at[1]], f.Code) {
		strike([][]int{at})
	}
	for _, q := range f.noted {
		q = strings.TrimSuffix(q, "…")
		for at := 0; q != ""; {
			k := strings.Index(direction[at:], q)
			if k < 0 {
				break
			}
			strike([][]int{{at + k, at + k + len(q)}})
			at += k + len(q)
		}
	}
	for _, a := range answered {
		if a.held(f) {
			strike(a.re.FindAllStringIndex(direction, -1))
		}
	}
	if stage, words := groundOf(f.ps); stage != "" && (stage == f.Stage || f.Stage != "" && kin(stage, f.Stage)) {
		if k := strings.Index(direction, words); k >= 0 {
			strike([][]int{{k, k + len(words)}})
		}
	}
	for _, at := range append(hexBehind.FindAllStringIndex(direction, -1), hexGround.FindAllStringIndex(direction, -1)...) {
		if strings.Contains(strings.ToUpper(direction[at[0]:at[1]]), f.Stage) && f.Stage != "" {
			strike([][]int{at})
		}
	}
	for _, at := range hexes.FindAllStringIndex(direction, -1) {
		if hex := strings.ToUpper(direction[at[0]:at[1]]); slices.Contains([]string{f.b.Look.Primary, f.b.Look.Accent, f.b.Look.Background, f.b.Look.Text}, hex) {
			strike([][]int{at}) // it is among the video's colours
		}
	}
	strike(layout.Carried(direction, f.done()))
	if logo := f.b.Look.LogoText; logo != "" && (f.Kind == scene.End || f.Kind == scene.Logo || f.Kind == scene.Title) {
		for at := strings.Index(direction, logo); at >= 0; {
			strike([][]int{{at, at + len(logo)}}) // "the logo of Beewise Trust"
			next := strings.Index(direction[at+len(logo):], logo)
			if next < 0 {
				break
			}
			at += len(logo) + next
		}
	}
	for _, l := range f.ps.Layers {
		if k := strings.Index(direction, l.Text); k >= 0 && (l.N == 1 || l.N == 5) {
			strike([][]int{{k, k + len(l.Text)}}) // noted by themselves
		}
	}
	return f.pieces(direction, off)
}

// done is what the scene carries out of the directions to it.
func (f *finished) done() layout.Done {
	d := layout.Done{Transition: f.ps.Transition}
	for _, m := range f.Moves {
		d.Moves = append(d.Moves, m.Verb)
	}
	if f.person {
		d.Set = cmp.Or(f.Set, f.b.Presenter.Set)
	}
	return d
}

// pieces are the runs of words that are not struck off. Small words belong to the run
// that they stand in; a run ends at a sentence and at a word that something answers to.
func (f *finished) pieces(s string, off []bool) (out []string, some bool) {
	from, to := -1, -1
	flush := func() {
		if from >= 0 {
			out = append(out, strings.Trim(s[from:to], " ,;:–—-/|\"“”„«»()[]"))
		}
		from, to = -1, -1
	}
	last := 0
	for _, at := range directedWord.FindAllStringIndex(s, -1) {
		if sentenceEnd.MatchString(s[last:at[0]]) {
			flush()
		}
		last = at[1]
		word := s[at[0]:at[1]]
		struck := true
		for k := at[0]; k < at[1]; k++ {
			struck = struck && off[k]
		}
		switch {
		case struck || f.draws(word):
			some = some || struck && !passing(word)
			flush()
		case passing(word):
		default:
			if from < 0 {
				from = at[0]
			}
			to = at[1]
		}
	}
	flush()
	return out, some
}

// draws tells whether a word is part of a text that the scene shows.
func (f *finished) draws(word string) bool {
	if strings.ContainsFunc(word, phrase.Spaceless) {
		if strings.Contains(f.shown, word) {
			return true
		}
		digits := strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) // "東京40分" is a label, a value and its unit
		for _, x := range strings.FieldsFunc(word, unicode.IsDigit) {
			if !strings.Contains(f.shown, x) {
				return false
			}
		}
		return len(digits) > 0 && !slices.ContainsFunc(digits, func(d string) bool { return !f.drawn[d] })
	}
	if f.person && slices.ContainsFunc(strings.Fields(f.name), func(n string) bool {
		return strings.EqualFold(n, strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s"))
	}) {
		return true
	}
	low := strings.ToLower(word)
	return f.drawn[low] || f.drawn[telling.Stem(low)]
}

// passing are words that name nothing to be seen.
func passing(word string) bool {
	if strings.ContainsFunc(word, phrase.Spaceless) {
		return false
	}
	low := strings.ToLower(word)
	return utf8.RuneCountInString(word) < 3 && !strings.ContainsFunc(word, unicode.IsDigit) || telling.CommonWords[low] || joining[low] || smallTalk.MatchString(word)
}

// joining are words that join others, and those that a direction needs to be one.
var joining = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`one two three four five six seven eight nine ten her his him she they them that which who whose where while during until into onto over under below above beside behind
		between across around along near next top bottom underneath inside outside each every both all any single another other same still just very quite slightly scene picture visual shot image we see
		there against versus here being use uses using comes come goes stands stand standing placed shown shows showing seen visible starts ends begins appears appear appearing moment seconds frame screen main small nice clean simple clear
		der die das den dem des ein eine einen einem einer eines und oder mit von vom zum zur auf aus bei über unter neben hinter vor zwischen nach links rechts oben unten mitte darunter darüber daneben dann
		zwei drei vier fünf sechs sieben acht man sieht wir wird werden sind ist sich als groß große klein kleine langsam schnell bild szene zeigt zeigen jede jeder jedes alle
		el la los las un una unos unas del al con por para sobre bajo entre desde hasta junto detrás delante arriba abajo izquierda derecha centro luego dos tres cuatro cinco seis cada todos todas vemos ves escena plano muestra muestran pequeño pequeña grande
		le les des du aux dans sur sous avec vers chez puis deux trois quatre cinq six chaque tous toutes elle lui leur qui que dont scène plan montre voit haut bas gauche droite milieu petit petite
		il lo gli dei delle della nel nella sul sulla con tra fra sotto sopra accanto poi due tre quattro cinque ogni tutti tutte scena vediamo mostra alto basso sinistra destra centro piccolo
		o os as um uma dos das no na nos nas com sob sobre entre depois dois duas três quatro cada todos todas cena mostra vemos esquerda direita pequeno
		de het een van op onder boven naast achter tussen dan twee drie vier vijf elke alle scène toont zien links rechts midden klein kleine`) {
		out[w] = true
	}
	return out
}()

var (
	directedWord = pattern.New(`\d+(?:[.,]\d+)+[\p{L}%]*|[\p{L}\p{M}\d]+(?:['’-][\p{L}\p{M}\d]+)*`)
	sentenceEnd  = pattern.New(`[.!?;:。！？；：](?:\s|$)|[。！？；：]|\n`)
)

// answered are the words of directions that parts of a scene answer to, and when they do.
var answered = []struct {
	re   *pattern.Pattern
	held func(*finished) bool
}{
	{pattern.New(`(?i)\b(?:text stack|text|texts?|headlines?|headings?|titles?|captions?|labels?|words?|names?|lines? of text|letters|kinetic|typography|reads|reading|saying|says|written|text card|texto|texte|testo|tekst|schriftzug|überschrift|titel|título|titre|titolo)\b|テキスト|文字`), func(f *finished) bool { return strings.TrimSpace(f.shown) != "" }},
	{pattern.New(`(?i)\b(?:source(?: line)?|small print|footnote|quelle|fuente|fonte)\b`), func(f *finished) bool { return f.Note != "" || len(f.Ticker) > 0 }},
	{pattern.New(`(?i)\bcard\b`), func(f *finished) bool {
		return (f.Kind != scene.Presenter || len(f.Overlay) > 0) && strings.TrimSpace(f.shown) != ""
	}},
	{pattern.New(`(?i)\b(?:big|large|huge|giant|bold|full[- ]?screen|full frame|gro(?:ß|ss)e?|grande|gross|pantalla completa|plein écran)\b`), func(f *finished) bool { return f.Kind != scene.Presenter || f.ps.Side == "" }},
	{pattern.New(`(?i)\b(?:bullet points?|bullets?|lists?|items?|stichpunkte?|punkte|liste|listen|lista|lijst|elenco|puntos|points|punti|rules?|regeln|reglas|règles|regole)\b|リスト|特徴`), func(f *finished) bool { return len(f.Items) > 1 || len(f.Overlay) > 1 }},
	{pattern.New(`(?i)\b(?:cards?|tiles?|grid|karten|kacheln|tarjetas|cartes|schede|cartões|kaarten|callouts?|hot ?spots?|markers?|chips|boxes|badges|sprechblasen|checklist|checkliste)\b`), func(f *finished) bool {
		return len(f.Items) > 1 && (f.Kind == scene.Grid || f.Kind == scene.Number || f.Kind == scene.Points || f.Kind == scene.Device)
	}},
	{pattern.New(`(?i)\b(?:icons?|pictos?|pictograms?|symbole?|iconos?|icônes?|icone|ícones)\b`), func(f *finished) bool {
		for _, it := range f.Items {
			if it.Icon != "" {
				return true
			}
		}
		return false
	}},
	{pattern.New(`(?i)\b(?:columns?|spalten?|columnas?|colonnes?|colonne|colunas?|split[- ]?screen|side[- ]by[- ]side|comparison|compare[ds]?|versus|vs|before|after|left|right|links|rechts|izquierda|derecha|gauche|droite|vergleich|gegenüberstellung|comparación|comparativa|comparaison|confronto)\b`), func(f *finished) bool { return len(f.Columns) == 2 }},
	{pattern.New(`(?i)\b(?:columns?|boards?|spalten|columnas|colonnes)\b`), func(f *finished) bool {
		return f.Kind == scene.Table || len(f.Items) > 1 && (f.Kind == scene.Grid || f.Kind == scene.Process)
	}},
	{pattern.New(`(?i)\b(?:steps?|stages?|process|flow ?charts?|flow|diagram|workflow|pipeline|journey|arrows?|pfeilen?|pfeile|flechas?|flèches?|frecce|setas|schritte|ablauf|schema|schéma|diagrama|esquema|pasos|étapes|passos|passaggi|stappen)\b`), func(f *finished) bool { return f.Kind == scene.Process }},
	{pattern.New(`(?i)\b(?:arrow|upward|up|down|downward|falling|rising)\b`), func(f *finished) bool { return f.Kind == scene.Chart }},
	{pattern.New(`(?i)\b(?:timeline|roadmap|zeitstrahl|zeitleiste|cronología|línea de tiempo|chronologie|frise|linha do tempo|linea del tempo|tijdlijn)\b`), func(f *finished) bool { return f.Kind == scene.Timeline }},
	{pattern.New(`(?i)\b(?:charts?|graphs?|comparison|compar(?:es?|ed|ing)|versus|vs|units?|diagramm?|gráfico|graphique|grafico|grafiek|plot)\b|グラフ`), func(f *finished) bool { return f.Kind == scene.Chart }},
	{pattern.New(`(?i)\b(?:(?:the )?(?:last|first|highest|lowest|tallest|biggest) (?:bar|point|value|slice|year|month|quarter) )?(?:is )?(?:highlighted|emphasi[sz]ed|in (?:the )?accent(?: colou?r)?)\b`), func(f *finished) bool { return f.Series != nil && f.Series.Focus != nil }},
	{telling.BarWord, func(f *finished) bool { return f.Series != nil && f.Series.Type == "bar" }},
	{pattern.New(`(?i)\b(?:line|linien?\p{L}*|líneas?|linhas?|linea|courbe|lijn\p{L}*)\b|折れ線`), func(f *finished) bool { return f.Series != nil && f.Series.Type == "line" }},
	{telling.DonutWord, func(f *finished) bool { return f.Series != nil && f.Series.Type == "donut" }},
	{pattern.New(`(?i)\b(?:donut)\b`), func(f *finished) bool { return f.Series != nil && f.Series.Type == "donut" }},
	{pattern.New(`(?i)\b(?:tables?|comparison|spreadsheet|matrix|rows?|price list|(?:opening|business) hours|hours|prices?|\p{L}*tabelle|preisliste|öffnungszeiten|tabla|tableau|tabella|tabela|tabel)\b`), func(f *finished) bool { return f.Kind == scene.Table || f.Kind == scene.Compare }},
	{pattern.New(`(?i)\b(?:counters?|counts? up|counting|zählt|zählen|cuenta|compte|conta|telt|numbers?|figures?|side[- ]by[- ]side|kpis?(?: row)?|metrics|stats?|stat row|statistics?|percentage|hero|zahl(?:en)?|zähler|contador|contatore|compteur|teller|getal|cifra|chiffre|numero|número)\b`), func(f *finished) bool {
		for _, it := range f.Items {
			if it.Value != "" {
				return true
			}
		}
		return f.Figure != nil
	}},
	{pattern.New(`(?i)\b(?:quotes?|quotation|testimonial|zitat|cita|citation|citação|citazione|citaat)\b`), func(f *finished) bool { return f.Kind == scene.Quote }},
	{pattern.New(`(?i)\b(?:code editor|code|terminal(?: window)?|command(?: line)?|snippet|editor|typ(?:es|ed|ing)(?: on| out| in)?|letter by letter|source code)\b`), func(f *finished) bool { return f.Kind == scene.Code }},
	{pattern.New(`(?i)\b(?:chapter|section)(?: card| break)?\b`), func(f *finished) bool { return f.Kind == scene.Chapter }},
	{pattern.New(`(?i)\b(?:title|intro|opening)(?: card| titles?)?\b|titelkarte`), func(f *finished) bool { return f.Kind == scene.Title || f.Kind == scene.Logo }},
	{pattern.New(`(?i)\b(?:end card|end screen|outro|closing(?: card)?|cta|call[- ]to[- ]action|sign[- ]off|endkarte|abspann|schlussbild|tarjeta final|pantalla final|carte de fin|écran de fin|cierre|clôture|encerramento|chiusura|scheda finale|eindkaart)\b`), func(f *finished) bool { return f.Kind == scene.End || f.Kind == scene.Logo }},
	{pattern.New(`(?i)\b(?:logos?|logotipo|wordmark|brand(?: name)?)\b|ロゴ`), func(f *finished) bool {
		return (f.Kind == scene.End || f.Kind == scene.Logo || f.Kind == scene.Title) && (f.b.Look.Logo != "" || f.b.Look.LogoText != "")
	}},
	{pattern.New(`(?i)\blogo (?:sting|animation|reveal|bumper|ident)\b`), func(f *finished) bool { return f.Kind == scene.Logo }},
	{pattern.New(`(?i)\b(?:qr[- ]?codes?|qr|url|address|website|web address|site|link|adresse|dirección|adresse web|indirizzo|endereço|webseite)\b|QRコード|二维码`), func(f *finished) bool { return f.URL != "" }},
	{pattern.New(`(?i)\b(?:buttons?|cta|taste|knopf|botón|bouton|pulsante|botão|knop)\b|ボタン`), func(f *finished) bool { return f.Action != "" }},
	{pattern.New(`(?i)\b(?:lower[- ]thirds?|name tag|bauchbinde|bandeau|rótulo(?: inferior)?|sottopancia|tarja)\b`), func(f *finished) bool { return f.LowerThird != nil }},
	{pattern.New(`(?i)\b(?:news |scrolling |bottom )?ticker\b`), func(f *finished) bool { return len(f.Ticker) > 0 }},
	{pattern.New(`(?i)\b(?:a-?roll|b-?roll|motion graphics?|overlays?|graphics?|animated|animation|animiert\p{L}*|animad[oa]s?|animée?s?|animat[oaie])\b`), func(f *finished) bool { return true }},
	{pattern.New(`(?i)\b(?:maps?|routes?|paths?|ways?|journeys?|stations?)\b`), func(f *finished) bool {
		return f.Kind == scene.Process && len(f.Items) > 1 && f.Items[0].Icon == "pin"
	}},
	{pattern.New(`(?i)\bsub-?(?:title|head(?:line|ing)?|line)\b`), func(f *finished) bool { return f.Subtitle != "" || f.Label != "" || f.Note != "" }},
	{pattern.New(`(?i)\b(?:check-?lists?|box(?:es)?|ticks?|ticked|check ?marks?|checks?|(?:one|each) after (?:the other|another)|one by one)\b`), func(f *finished) bool { return len(f.Items) > 1 }},
	{pattern.New(`\b[1-7]\b`), func(f *finished) bool { return f.Kind == scene.Process }},
	{layout.NoAvatarRE, func(f *finished) bool { return !f.person }},
	{pattern.New(`(?i)\b(?:letter by letter|character by character)\b`), func(f *finished) bool {
		return slices.ContainsFunc(f.Moves, func(m scene.Move) bool { return m.Verb == "types on" })
	}},
	{pattern.New(`(?i)\b(?:clockwise|im uhrzeigersinn)\b`), func(f *finished) bool { return f.Series != nil && f.Series.Type == "donut" }},
	{pattern.New(`(?i)\b(?:with (?:an? )?(?:\p{L}+ )?)?bounc(?:es?|ing|y)\b`), func(f *finished) bool {
		return slices.ContainsFunc(f.Moves, func(m scene.Move) bool { return m.Verb == "drops" || m.Verb == "bounces" || m.Verb == "pops" })
	}},
	{pattern.New(`(?i)\b(?:phone numbers?|numbers?|addresses|dates?|hashtags?|slogan|tagline|claim|motto|questions?|answers?|messages?|sentences?|phrases?)\b`), func(f *finished) bool {
		return slices.ContainsFunc(telling.QuotedIn(f.ps.Visual), func(q string) bool { return strings.Contains(f.shown, q) })
	}},
	{crossedOut, func(f *finished) bool { return f.Figure != nil && f.Subtitle != "" }},
	{pattern.New(`(?:from )?\b0\b`), func(f *finished) bool { return f.Figure != nil }},
	{pattern.New(`(?i)\b(?:on|to|into|towards|at|faces?|facing|looks? (?:at|into)) (?:the )?camera\b|\b(?:presenters?|avatars?|hosts?|narrators?|speakers?|talking head|speaks|talks|talking|speaking|moves(?: to)?|steps(?: to)?|stands|standing|addresses|introduces|smil(?:es|ing)|moderator(?:in)?|sprecher(?:in)?|presentadora?|présentat(?:eur|rice)|apresentadora?|presentat(?:ore|rice)|conduttrice|conduttore|spricht|lächelt|habla|sonríe|sonriendo|parle|sourit|parla|sorride|fala|sorri|a cámara|in die kamera|à la caméra|face caméra|in camera|para a câmera)\b|プレゼンター|司会`), func(f *finished) bool { return f.person }},
	{pattern.New(`(?i)\b(?:left|right|links|rechts|izquierda|derecha|gauche|droite|esquerda|direita|sinistra|destra)(?: (?:half|third|side|hand side))?\b(?: im bild| de pantalla)?(?:\s*\(?\d{1,3}\s*%\)?)?|\bcontent\b|右|左`), func(f *finished) bool { return f.person && (f.Presenter == "left" || f.Presenter == "right") }},
	{pattern.New(`(?i)\b(?:cent(?:er|re)d?|centrad[oa]|mittig|full[- ]?screen|plein écran|full frame)\b`), func(f *finished) bool {
		return f.Kind == scene.Presenter && (f.Presenter == "" || f.Presenter == "full")
	}},
	{pattern.New(`(?i)\bcent(?:er|re)d?\b|\bmittig\b`), func(f *finished) bool {
		return f.Kind == scene.Statement || f.Kind == scene.Title || f.Kind == scene.End
	}},
	{pattern.New(`(?i)\b(?:no|without) (?:voice(?:-?over)?|vo|narration|words|speech)\b|\bsilent\b|ohne sprecher|sin voz|sans voix`), func(f *finished) bool { return f.Say == "" }},
	{closeShot, func(f *finished) bool { return f.person && f.Framing == "close" }},
	{pattern.New(`(?i)\b(?:wide|waist)(?:[- ](?:up|shot))?\b|\bplan large\b|\bplano general\b`), func(f *finished) bool { return f.person && f.Framing == "waist" }},
	{pattern.New(`(?i)\b(?:medium|mid)(?:[- ]shot)?\b|\bplano medio\b|\bplan moyen\b|\bhalbnah\b`), func(f *finished) bool { return f.person && (f.Framing == "medium" || f.Framing == "") }},
}
