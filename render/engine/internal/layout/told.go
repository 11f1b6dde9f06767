package layout

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// told is one scene of a plan that sentences tell: what is seen, and what is said to it.
type told struct {
	Seen string
	Says []string
	Rest string // what stands behind the words that are said
}

// toldShots reads the scenes that running text or a list tells one by one: `Scene one shows
// a map while she says "…". Scene two …`, `1) the logo, saying "…" 2) …`. All but one have
// words that somebody says, or else they are no plan.
func toldShots(lines []prose.Line) []prose.Line {
	for _, opens := range []*pattern.Pattern{opensScene, opensNext, opensItem} {
		if out := toldBy(lines, opens); out != nil {
			return out
		}
	}
	return lines
}

// toldBy reads the scenes whose beginnings opens finds; nil where they make no plan.
func toldBy(lines []prose.Line, opens *pattern.Pattern) []prose.Line {
	var out []prose.Line
	n, spoken, seen, first := 0, 0, false, -1
	for _, l := range lines {
		at := toldAt(l.Text, opens, n)
		if len(at) == 0 || FieldRE.MatchString(l.Text) {
			out = append(out, l)
			continue
		}
		if before := strings.TrimSpace(l.Text[:at[0][0]]); before != "" {
			if opens == opensNext && slices.ContainsFunc(prose.SplitSentences(before), FilmTalk) {
				return nil // "We open on black. … Then we cut to …" is told as a film is
			}
			out = append(out, prose.Line{N: l.N, Text: before})
		}
		if first < 0 {
			first = len(out)
		}
		var besides []prose.Line
		for k, x := range at {
			end := len(l.Text)
			if k+1 < len(at) {
				end = at[k+1][0]
			}
			t := ToldIn(l.Text[x[1]:end])
			if opens == opensItem && len(t.Says) == 0 || n > 98 {
				return nil
			}
			n++
			out = append(out, prose.Line{N: l.N, Text: fmt.Sprintf("Scene %d", n)})
			if k+1 == len(at) && prose.Words(t.Rest) > 1 { // it is of no scene
				besides, t.Rest = append(besides, prose.Line{N: l.N, Text: t.Rest}), ""
			}
			if m := meAs.FindStringSubmatch(t.Seen); m != nil {
				if t.Seen = "Presenter" + t.Seen[len(m[0]):]; m[1] != "" {
					besides = append(besides, prose.Line{N: l.N, Text: "Presenter: " + m[1]})
				}
			}
			if t.Seen = strings.TrimSpace(t.Seen + " " + t.Rest); t.Seen != "" {
				seen = seen || opens == opensScene || PictureKind.MatchString(t.Seen) || SeenFirst.MatchString(t.Seen) || scenery.MatchString(t.Seen) || opens == opensNext && weSee.MatchString(l.Text[x[0]:end])
				out = append(out, prose.Line{N: l.N, Text: "Visual: " + t.Seen})
			}
			for _, q := range t.Says {
				out = append(out, prose.Line{N: l.N, Text: "VO: " + q})
			}
			if len(t.Says) > 0 {
				spoken++
			}
		}
		if len(besides) > 0 {
			out = append(out[:first], append(append(besides, prose.Line{N: l.N, Text: ""}), out[first:]...)...)
		}
	}
	if n < 2 || spoken < n-1 || !seen {
		return nil
	}
	return out
}

// toldAt are the places at which scenes begin in a line that has n of them before it:
// where each starts, and where what it holds does.
func toldAt(s string, opens *pattern.Pattern, n int) [][]int {
	quotes := prose.QuotesRE.FindAllStringIndex(s, -1)
	var out [][]int
	for _, m := range opens.FindAllStringSubmatchIndex(s, -1) {
		if prose.Within(quotes, m[2]) {
			continue
		}
		if opens == opensItem && s[m[4]:m[5]] != fmt.Sprint(n+len(out)+1) {
			continue
		}
		out = append(out, []int{m[2], m[3]})
	}
	return out
}

// sayerMost is how far before a quotation, in bytes, it may begin to say whose words it is.
const sayerMost = 200

// ToldIn parts what is said in a scene's words from what is seen.
func ToldIn(s string) told {
	var t told
	at := 0
	for _, q := range prose.QuotesRE.FindAllStringIndex(s, -1) {
		from := max(at, q[0]-sayerMost)
		for from > at && from < q[0] && s[from] != ' ' {
			from++
		}
		lead := saysBefore.FindStringIndex(s[from:q[0]])
		if lead == nil {
			continue
		}
		t.Seen += s[at : from+lead[0]]
		t.Says = append(t.Says, s[q[0]:q[1]])
		at = q[1]
	}
	if rest := strings.Trim(s[at:], " ,.;:–—-"); len(t.Says) > 0 {
		t.Rest = rest
	} else {
		t.Seen = rest
	}
	t.Seen = strings.Trim(strings.TrimSpace(t.Seen), " ,.;:–—-")
	return t
}

const (
	// ordinals count scenes in running text.
	ordinals = `first|second|third|fourth|fifth|sixth|seventh|eighth|next|last|final|closing|opening` +
		`|(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|nächst|letzt)e[nr]?` +
		`|primer[ao]?|segund[ao]|tercer[ao]?|terceir[ao]|cuart[ao]|quart[ao]|quint[ao]|últim[ao]|siguiente|próxim[ao]|primeir[ao]` +
		`|première|deuxième|seconde|troisième|quatrième|cinquième|dernière|prima|seconda|terza|ultima`
	// sceneNoun is a scene in the languages that the grammar knows.
	sceneNoun = `scene|shot|szene|einstellung|escena|toma|scène|plan|cena|scena`
	// seesVerb says that something is seen.
	seesVerb = `(?:(?:you|we|i|man|wir|on|nous) )?(?:shows?|sees?|opens (?:on|with)|is|has|features|sieht man|sehen wir|zeigt|sehen|sieht|se ve[n]?|vemos|muestra|aparecen?|voit|voyons|montre|si vedono|si vede|vediamo|mostra|vê-se|aparece)`
	// Teller is who says something.
	Teller = `(?:she|he|they|i|you|we|sie|er|man|ella|él|elle|il|on|lei|lui|ela|ele|(?:(?:the|a|our|my|die|der|eine?|la|el|le|un|une|una|a|o|uma|il|lo|l['’]) ?)?(?:female |male )?(?:narrator|presenter|host|avatar|speaker|voice(?:[ -]?over)?|sprecher(?:in)?|moderator(?:in)?|stimme|locutora?|voz(?: en off| em off)?|presentadora?|narrador[a]?|voix(?: off)?|narrat(?:eur|rice)|présentat(?:eur|rice)|voce(?: narrante| fuori campo)?|narratore|narratrice|presentat(?:ore|rice)|apresentador[a]?|locutor[a]?))`
)

var (
	// opensScene begins a sentence that tells a scene by its number; group 1 is all of it.
	opensScene = pattern.New(`(?i)(?:^|[.!?…;]["”»“']?\s+|["”»“]\s+)((?:(?:in|im|en|dans|nella?|na|no|for) )?(?:(?:der|die|the|la|le|el|l['’]|a|il) ?)?(?:(?:` + sceneNoun + `) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eins|zwei|drei|vier|fünf|sechs|uno|una|dos|tres|cuatro|cinco|un|deux|trois|quatre|cinq|due|tre|quattro|um|uma|dois|duas|três)|(?:` + ordinals + `) (?:` + sceneNoun + `)|(?:escena|cena|scène|scena) final),? ` + seesVerb + `\s+)`)
	// opensNext begins a sentence that tells what is seen next.
	opensNext = pattern.New(`(?i)(?:^|[.!?…]["”»“']?\s+|["”»“]\s+)((?:first(?:ly)?|then|next|after that|finally|lastly|at the end|zuerst|zunächst|dann|danach|zum schluss|am ende|primero|luego|después|al final|por último|d['’]abord|ensuite|puis|enfin|à la fin|prima|poi|infine|alla fine|primeiro|depois|em seguida|por fim|no final),?\s+(?:(?:we |you |wir |man |on |nous )?(?:see|sieht man|sehen wir|se ve[n]?|vemos|voit|voyons|si vede|vediamo|vê-se)\s+)?)`)
	// opensItem is the number of an item of a list, on one line with others or on its own.
	opensItem = pattern.New(`(?:^|\s)(\(?(\d{1,2})[.)]\s+)`)
	// weSee tells that a sentence tells a picture.
	weSee = pattern.New(`(?i)\b(?:we see|you see|we cut to|on screen|appears?|comes? up|shows?|sieht man|sehen wir|erscheint|se ve|vemos|aparece|on voit|apparaît|si vede|vediamo|appare|compare|vê-se)\b`)
	// PictureKind are kinds of pictures.
	PictureKind = pattern.New(`(?i)\b(?:logo|charts?|graph|map|counter|cards?|icons?|screenshot|title|text|split[- ]screen|timeline|table|photo|diagramm?|karten?|zahl|tabelle|tarjetas?|gráfico|cifra|cartes?|graphique|chiffre|schede|grafico)\b`)
	// saysBefore ends what is seen before words that somebody says.
	saysBefore = pattern.New(`(?i)(?:^|[\s,.;–—-])\s*(?:(?:and|while|as|then|where|dazu|und|während|y|mientras|et|pendant qu['’e]|tandis qu['’e]|e|mentre|enquanto) ?)*(?:` +
		Teller + ` (?:then |now )?(?:says?|tells us|explains?|adds?|asks?|continues|concludes|whispers|announces|answers|reads|(?:ends?|closes?|finishes|signs off|opens?|begins?|starts?) with|sagt|erklärt|spricht|fragt|ergänzt|schließt mit|dice|explica|pregunta|añade|termina con|dit|explique|demande|ajoute|conclut|spiega|chiede|aggiunge|conclude|diz|pergunta)|(?:sagt|spricht|dice|dit|diz) ` + Teller + `|saying|who says|diciendo|qui dit|en disant|dicendo|dizendo|(?:hört|hören) (?:man|wir)|we hear|se oye|on entend|si sente)\s*[:,]?\s*$`)
	// meAs is the one who asks, as what is seen, and the presenter who stands for them.
	meAs = pattern.New(`^(?i:me|myself|ich|yo)\b(?:\s*\((?i:(?:use |with |played by )?(?:the )?(?:presenter|avatar)?) ?(\p{Lu}[\p{L}-]+)\))?`)
)

// SeenFirst begins a description of a picture.
var SeenFirst = pattern.New(`(?i)^(?:an? |the |our |some |slow |fast |quick |full[- ]screen )*(?:close[- ]?ups?|wide|medium|aerial|shots?|footage|montage|animat(?:ion|ed)|logo|title|text|chart|graph|counter|map|screen\p{L}*|b-?roll|show(?:ing|s)?|cut(?:s)? to|fade|zoom|pan|split[- ]screen|presenter|avatar|host|end card|icons?|photos?|pictures?|images?|clips?|product shot|intro|outro|hook|cta)\b`)
