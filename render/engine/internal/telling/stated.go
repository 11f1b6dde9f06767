package telling

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// statement is how a language makes a sentence of a fragment that states a figure. The
// frames are filled with the noun phrase and its article, and what is said of it.
type statement struct {
	count   string    // a number of things: number, things
	is      [2]string // a value, of one and of many
	percent [2]string // the same of a percentage; "" = as any value
	goal    string
	moved   [2]string        // "went", of one and of many, m; f where it differs
	movedF  [2]string        //
	be      [2]string        // before a participle: "ist", "sind"
	part    *pattern.Pattern // noun phrase, participle, the rest
	done    *pattern.Pattern // the same where somebody did it, which takes the passive
	passive [2]string        // its auxiliary
	last    *pattern.Pattern // the same where the participle ends the sentence: phrase, rest, participle
	trend   *pattern.Pattern // noun phrase, "en hausse de …"
	span    *pattern.Pattern // noun phrase, "from … to …"
	at      *pattern.Pattern // noun phrase, preposition, value: joined by the verb
	goals   *pattern.Pattern
}

const valueWords = `(?:[€$£]\s?|R\$\s?)?\d.*`

var statements = map[string]*statement{
	"de": {done: pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) ((?:seit .{3,24} )?(?:um .*|von .*|auf .*)) (gesenkt|verkürzt|reduziert|erhöht|verbessert|gesteigert|verringert|gedrückt|angehoben|halbiert|ausgebaut)$`), passive: [2]string{"wurde", "wurden"}, count: "Das sind %s %s.", is: [2]string{"%s liegt bei %s.", "%s liegen bei %s."}, goal: "%s liegt bei %s.", moved: [2]string{"%s ging %s.", "%s gingen %s."}, be: [2]string{"ist", "sind"},
		last:  pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) ((?:seit .{3,24} )?(?:um .*|von .*|auf .*)) (gesunken|gestiegen|gefallen|gewachsen|zurückgegangen|angestiegen|geklettert)$`),
		span:  pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (von \d.* auf (?:[€$£]\s?)?\d.*)$`),
		at:    pattern.New(`^(\p{Lu}[^,.;:\d]{2,40}?)(?: (im Schnitt|im Durchschnitt|durchschnittlich|aktuell|derzeit|bisher|zuletzt|insgesamt))?(?: bei)? (` + valueWords + `)$`),
		goals: pattern.New(`(?i)(?:ziel|vorgabe|plan|prognose|soll)$`)},
	"es": {done: pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) ((?:reduc|acort|rebaj|recort|aument|mejor|increment|ampli|disminu|elev)[aií]d[oa]s?) (.*)$`), passive: [2]string{"se ha", "se han"}, count: "Son %s %s.", is: [2]string{"%s es de %s.", "%s son de %s."}, percent: [2]string{"%s es del %s.", "%s son del %s."}, goal: "%s es de %s.", moved: [2]string{"%s pasó %s.", "%s pasaron %s."}, be: [2]string{"está", "están"},
		trend: pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (al alza|a la baja|estables?)( .*)?$`),
		span:  pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (de (?:[€$£]\s?)?\d.* a (?:[€$£]\s?)?\d.*)$`),
		at:    pattern.New(`^(\p{Lu}[^,.;:\d]{2,40}?) (en|a|de|del) (?:el )?(` + valueWords + `)$`),
		goals: pattern.New(`(?i)^(?:meta|objetivo|previsión|presupuesto)$`)},
	"fr": {done: pattern.New(`^(\p{Lu}[^,.;:]{2,44}?) ((?:rédui|raccourci|abaiss|augment|amélior|relev|port|ramen|divis|diminu)(?:te?s?|ée?s?|e?s?)) (.*)$`), passive: [2]string{"a été", "ont été"}, count: "On compte %s %s.", is: [2]string{"%s est de %s.", "%s sont de %s."}, goal: "%s, c'est %s.", moved: [2]string{"%s est passé %s.", "%s sont passés %s."}, movedF: [2]string{"%s est passée %s.", "%s sont passées %s."}, be: [2]string{"est", "sont"},
		part:  pattern.New(`^(\p{Lu}[^,.;:]{2,44}?) ((?:passé|tombé|monté|descendu|resté)e?s?) (.*)$`),
		trend: pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (en hausse|en baisse|en recul|stables?)( .*)?$`),
		span:  pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (de (?:[€$£]\s?)?\d.* à (?:[€$£]\s?)?\d.*)$`),
		at:    pattern.New(`^(\p{Lu}[^,.;:\d]{2,44}?) (à|de) (` + valueWords + `)$`),
		goals: pattern.New(`(?i)^(?:objectif|cible|prévision|budget)$`)},
	"it": {done: pattern.New(`^(\p{Lu}[^,.;:]{2,44}?) ((?:ridott|accorciat|abbassat|aumentat|migliorat|incrementat|portat|dimezzat)[oaie]) (.*)$`), passive: [2]string{"è stato", "sono stati"}, count: "Sono %s %s.", is: [2]string{"%s è di %s.", "%s sono di %s."}, percent: [2]string{"%s è del %s.", "%s sono del %s."}, goal: "%s è di %s.", moved: [2]string{"%s è passato %s.", "%s sono passati %s."}, movedF: [2]string{"%s è passata %s.", "%s sono passate %s."}, be: [2]string{"è", "sono"},
		part:  pattern.New(`^(\p{Lu}[^,.;:]{2,44}?) ((?:sces|salit|passat|calat|cresciut|diminuit)[oaie]) (.*)$`),
		trend: pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (in crescita|in calo|in aumento|stabil[ei])( .*)?$`),
		span:  pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (d(?:a|al|ai|alle|all['’]) ?(?:[€$£]\s?)?\d.* a(?:l|i|lle|ll['’])? ?(?:[€$£]\s?)?\d.*)$`),
		at:    pattern.New(`^(\p{Lu}[^,.;:\d]{2,44}?) (al(?:l['’])?|a|di|del|dell['’]) ?(` + valueWords + `)$`),
		goals: pattern.New(`(?i)^(?:obiettivo|traguardo|previsione|budget)$`)},
	"pt": {done: pattern.New(`^(\p{Lu}[^,.;:]{2,44}?) ((?:reduz|encurt|diminu|aument|melhor|elev|ampli|baix)[aií]d[oa]s?) (.*)$`), passive: [2]string{"foi", "foram"}, count: "São %s %s.", is: [2]string{"%s é de %s.", "%s são de %s."}, goal: "%s é de %s.", moved: [2]string{"%s passou %s.", "%s passaram %s."}, be: [2]string{"está", "estão"},
		trend: pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (em alta|em queda|estáve(?:l|is))( .*)?$`),
		span:  pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (de (?:R\$\s?)?\d.* (?:para|a) (?:R\$\s?)?\d.*)$`),
		at:    pattern.New(`^(\p{Lu}[^,.;:\d]{2,44}?) (em|de) (` + valueWords + `)$`),
		goals: pattern.New(`(?i)^(?:meta|objetivo|previsão|orçamento)$`)},
	"nl": {done: pattern.New(`^(\p{Lu}[^,.;:]{2,44}?) (verlaagd|verkort|verhoogd|verbeterd|teruggebracht|gehalveerd) (.*)$`), passive: [2]string{"is", "zijn"}, count: "Dat zijn %s %s.", is: [2]string{"%s is %s.", "%s zijn %s."}, goal: "%s is %s.", moved: [2]string{"%s ging %s.", "%s gingen %s."}, be: [2]string{"is", "zijn"},
		part:  pattern.New(`^(\p{Lu}[^,.;:]{2,44}?) (gedaald|gestegen|toegenomen|afgenomen|gegroeid) (.*)$`),
		span:  pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (van (?:[€$£]\s?)?\d.* naar (?:[€$£]\s?)?\d.*)$`),
		at:    pattern.New(`^(\p{Lu}[^,.;:\d]{2,44}?)(?: (gemiddeld|momenteel))? (` + valueWords + `)$`),
		goals: pattern.New(`(?i)^(?:doel|streefcijfer|target|prognose)$`)},
}

// figureLabel is a label, its colon, and a value.
var figureLabel = pattern.New(`^(\p{L}[\p{L}\d '’/().º-]{1,44}?)\s?: (.+)$`)

// stated makes a sentence of a fragment that states a figure, in a language that has a
// statement; "" = it is none. What is said is only the verb and the article.
func (w *Writer) stated(t string) string {
	st := statements[w.Wording.Code]
	if st == nil {
		return ""
	}
	if a, z, ok := w.twoChanges(t); ok {
		x, y := w.statedMain(st, a), w.statedMain(st, prose.Upper(z))
		if x == "" || y == "" {
			return ""
		}
		return x + " " + y
	}
	if m := beforeIt.FindStringSubmatch(t); m != nil && versus[w.Wording.Code] != nil {
		if was := versus[w.Wording.Code](strings.ToLower(m[2]), m[3]); was != "" {
			if out := w.statedMain(st, m[1]); out != "" {
				return prose.Stop(prose.Unstop(out) + was)
			}
		}
	}
	main, tail := t, ""
	if a, b, ok := strings.Cut(t, ", "); ok && !oneNumber.MatchString(t) {
		main, tail = a, ", "+b
	}
	out := w.statedMain(st, main)
	if out == "" || tail == "" {
		return out
	}
	if !compared.MatchString(tail[2:]) && (prompt.IsClause(tail[2:], w.Wording.Code) || !strings.ContainsAny(tail, "0123456789") && prose.Words(tail) > 6) {
		return ""
	}
	return prose.Stop(prose.Unstop(out) + tail)
}

// compared begins what a figure is compared with: "+8 % rispetto a settembre", "das sind
// 12 % mehr als im August".
var compared = pattern.New(`(?i)^(?:(?:une? |l['’])?(?:[+−-]|mais |meno )?\s?\d[\d.,]*\s?[%٪] (?:do que|a mais|a menos|mehr|weniger|über|unter|más|menos|acima|abaixo|mais|rispetto|in più|in meno|de plus|de moins|meer|minder|boven|onder|fler|more|less|up|down|above|below|sobre|sur|su|vs|أكثر|أقل)|[+−-]\s?\d|(?:ziel war(?:en)?|(?:das )?ziel(?: lag| sind)?:?|geplant waren|el objetivo era[n]?|objetivo:?|l['’]objectif était|objectif\s?:?|l['’]obiettivo era(?:no)?|obiettivo:?|a meta era|meta:?|het doel was|doel:?|ein plus|das sind|das entspricht|un aumento|une hausse|un aumento|uma alta|een stijging|es decir|soit|ou seja|cioè|dat is|oltre|plus|up|down)\s|בעלייה|עלייה|ירידה|بزيادة|بارتفاع|بانخفاض|أي)`)

// oneNumber is a list in the middle of which nothing may be cut.
var oneNumber = pattern.New(`\d, \d`)

func (w *Writer) statedMain(st *statement, t string) string {
	g := w.Wording
	if PhoneNumber.MatchString(t) {
		return ""
	}
	if m := figureLabel.FindStringSubmatch(t); m != nil {
		label := strings.TrimSpace(m[1])
		if n, ok := tongue.NounOf(g.Code, label, true); ok {
			return w.statedLabel(st, label, m[2], n)
		}
		return ""
	}
	of := func(phrase string) (string, int, bool) {
		n, ok := tongue.NounOf(g.Code, phrase, false)
		if !ok || prompt.IsClause(phrase, g.Code) || pastVerb.MatchString(phrase) || endsWeak.MatchString(phrase) || g.Stops.MatchString(" "+phrase) {
			return "", 0, false
		}
		i := 0
		if n.Plural {
			i = 1
		}
		return capital(tongue.WithArticle(g, phrase, n)), i, true
	}
	if st.last != nil {
		if m := st.last.FindStringSubmatch(t); m != nil {
			if np, i, ok := of(m[1]); ok {
				return prose.Stop(np + " " + st.be[i] + " " + m[2] + " " + m[3])
			}
		}
	}
	if st.done != nil {
		if m := st.done.FindStringSubmatch(t); m != nil && len(w.Counts(m[2]+m[3])) > 0 {
			if np, i, ok := of(m[1]); ok {
				return prose.Stop(np + " " + w.passive(st, m[1], i) + " " + w.participle(m[2]) + " " + m[3])
			}
		}
	}
	if st.part != nil {
		if m := st.part.FindStringSubmatch(t); m != nil && len(w.Counts(m[3])) > 0 {
			if np, i, ok := of(m[1]); ok {
				return prose.Stop(np + " " + st.be[i] + " " + m[2] + " " + m[3])
			}
		}
	}
	if st.trend != nil {
		if m := st.trend.FindStringSubmatch(t); m != nil {
			if np, i, ok := of(m[1]); ok {
				return prose.Stop(np + " " + st.be[i] + " " + m[2] + m[3])
			}
		}
	}
	if m := verbLater.FindStringSubmatch(t); m != nil && len(w.Counts(m[3])) > 0 && prose.Words(m[1]) <= 5 {
		if n, ok := tongue.NounOf(g.Code, m[1], false); ok && !prompt.IsClause(m[1], g.Code) && !g.Articled.MatchString(m[1]+" ") {
			return prose.Stop(capital(tongue.WithArticle(g, m[1], n)) + " " + m[2] + " " + m[3])
		}
	}
	if m := st.span.FindStringSubmatch(t); m != nil && !ofTheClock.MatchString(m[2]) && !wageHead.MatchString(m[1]) && w.mover(m[1]+" "+FirstWordOf(m[2])+" ", "") == "" {
		if n, ok := tongue.NounOf(g.Code, m[1], false); ok && !prompt.IsClause(m[1], g.Code) && !pastVerb.MatchString(m[1]) {
			return capital(prose.Stop(g.Fill(movedBy(st, n), tongue.WithArticle(g, m[1], n), m[2])))
		}
	}
	if m := plainValue.FindStringSubmatch(t); m != nil && g.Code != "de" && g.Code != "nl" && len(w.Counts(m[2])) > 0 && !ADay.MatchString(t) && prose.Words(m[2]) <= 4 && !moreOrLess.MatchString(LastWord(m[2])) {
		if n, ok := tongue.NounOf(g.Code, m[1], false); ok && !prompt.IsClause(m[1], g.Code) && !pastVerb.MatchString(m[1]) && !endsWeak.MatchString(m[1]) && !g.Stops.MatchString(" "+m[1]) {
			return w.statedLabel(st, m[1], m[2], n)
		}
	}
	if m := st.at.FindStringSubmatch(t); m != nil && len(w.Counts(m[3])) > 0 && !ADay.MatchString(t) && len(w.Counts(m[1])) == 0 && prose.Words(m[3]) <= 4 && !oClock.MatchString(m[3]) {
		if np, i, ok := of(m[1]); ok {
			switch {
			case g.Code == "de":
				verb := [2]string{"liegt", "liegen"}[i]
				return prose.Stop(strings.TrimSpace(np+" "+verb+" "+m[2]) + " bei " + germanAmount(m[3]))
			case ofValue.MatchString(m[2]) && g.Code != "fr":
				n, _ := tongue.NounOf(g.Code, m[1], false)
				return w.statedLabel(st, m[1], m[3], n) // "Ingresos de 612.000 euros"
			case g.Code == "nl":
				return prose.Stop(strings.TrimSpace(np+" "+st.be[i]+" "+m[2]) + " " + m[3])
			}
			return prose.Stop(np + " " + st.be[i] + t[len(m[1]):])
		}
	}
	return ""
}

// ofTheClock is from one time of day to another: "de 7 h à 18 h" is no change.
var ofTheClock = pattern.New(`(?i)\d\s?(?:h|uhr|uur)(?:\P{L}|$)|\d{1,2}[:.h]\d\d(?:\D|$)`)

// ofValue joins a thing and its value as "of" does.
var ofValue = pattern.New(`^(?:de|del|di|dell['’])$`)

// wageHead is a thing whose two values are a range and no change.
var wageHead = pattern.New(`(?i)^(?:sal[aá]rio|sueldo|\p{L}*gehalt|\p{L}*lohn|salaire|stipendio|salaris|loon|retribución|rémunération|remuneração|retribuzione|preço|precio|prix|prezzo|prijs|preis)\b`)

// pastVerb ends a phrase that has its verb: "Coste por metro bajó".
var pastVerb = pattern.New(`(?i)(?:[\p{L}](?:ó|aron|ieron|ou|iu|eu|aram|eram|iram)|baja|sube|cae|crece|passe|monte|baisse|augmente|sale|scende|cresce|cala|sobe|cai|daalt|stijgt|sinkt|steigt|fällt|wächst|sank|stieg|fiel|stiegen|sanken|fielen)$`)

// endsWeak ends a phrase in the middle of what it says: "Intervention sous".
var endsWeak = pattern.New(`(?i)\s(?:sous|dès|avant|après|depuis|vers|chez|entre|jusqu['’]à|moins de|plus de|bajo|tras|hasta|desde|entre|ante|entro|fino|oltre|dopo|prima|sotto|tra|fra|até|desde|após|entre|sob|bis|ab|unter|über|nach|vor|gegen|rund|etwa|circa|ca\.|tot|na|voor|binnen|tegen|ongeveer|máximo|mínimo|max\.?|min\.?|maximal|mindestens)$`)

// capital makes the first letter a capital, that of an elided article too: "L'NPS".
func capital(s string) string {
	if rest, ok := strings.CutPrefix(s, "l'"); ok {
		return "L'" + rest
	}
	return prose.Upper(s)
}

// verbLater is a noun without its article before the verb of a change.
var verbLater = pattern.New(`^(\p{Lu}[^,.;:]{2,40}?) (bajó|bajaron|subió|subieron|cayó|cayeron|creció|crecieron|aumentó|aumentaron|mejoró|mejoraron|pasó|pasaron|se mantuvo|caiu|caíram|subiu|subiram|cresceu|cresceram|aumentou|aumentaram|baixou|passou|melhorou|stieg|stiegen|sank|sanken|fiel|fielen|wuchs|wuchsen|steigt|sinkt|liegt|liegen|è sceso|è scesa|è salito|è salita|sono scesi|sono saliti|a baissé|a augmenté|ont baissé|ont augmenté|steeg|stegen|daalde|daalden) (.*)$`)

func movedBy(st *statement, n tongue.Noun) string {
	frames := st.moved
	if n.Gender == 'f' && st.movedF[0] != "" {
		frames = st.movedF
	}
	if n.Plural {
		return frames[1]
	}
	return frames[0]
}

// nounTail parts the first word of a label from the rest.
var nounTail = pattern.New(`(?i)^(\S+)(?: .*)?$`)

// plainValue is a noun phrase and a value without anything between them.
var plainValue = pattern.New(`^(\p{Lu}[^,.;:\d]{2,44}?) (` + valueWords + `)$`)

// valueOf reads what a fragment states: the label, its value and what is said of it. It
// is drawn as one figure.
func (w *Writer) valueOf(t string) (label, value, tail string, ok bool) {
	if a, b, cut := strings.Cut(t, w.Wording.Comma()); cut && !oneNumber.MatchString(t) {
		t, tail = a, b
	}
	m := figureLabel.FindStringSubmatch(t)
	if m == nil {
		if m = joinedValue.FindStringSubmatch(t); m == nil {
			if m = plainValue.FindStringSubmatch(t); m == nil {
				return "", "", "", false
			}
		}
	}
	return strings.TrimSpace(m[1]), m[2], tail, true
}

// joinedValue is a value behind a preposition: "Satisfaction client à 94 %".
var joinedValue = pattern.New(`^(\p{Lu}[^,.;:\d]{2,44}?) (?:à|al|a|en|em|de|del|di|bei|im Schnitt|im Durchschnitt|gemiddeld|durchschnittlich) (` + valueWords + `)$`)

// drawStated draws the figure that a fragment states; it reports whether it has one.
func (w *Writer) drawStated(b *Beat, fragment string) bool {
	label, value, tail, ok := w.valueOf(prose.Unstop(fragment))
	if !ok {
		return false
	}
	figs := w.Counts(value)
	if len(figs) != 1 || figs[0].From > 0 || ADay.MatchString(value) {
		return false
	}
	f := figs[0].Figure
	b.Kind, b.Figure, b.Label, b.Plain, b.Changed = scene.Number, &f, Clip(prose.Upper(w.Wording.Noun(label)), 44), figs[0].Score < 4, true
	rest := strings.TrimSpace(value[figs[0].To:])
	b.Subtitle = Clip(strings.TrimSpace(strings.Join(nonEmpty(rest, tail), " ")), 48)
	if len(rest) == 0 && tail != "" {
		b.Subtitle = Clip(prose.Upper(tail), 48)
	}
	return true
}

// bareCount is a number alone.
var bareCount = pattern.New(`^\d[\d.,\s]*$`)

// nearValue is what may stand before a value and only says how near it is.
var nearValue = pattern.New(`(?i)^(?:(?:ca\.?|circa|oltre|più di|fino a|meno di|da|ab|bis zu|über|mehr als|weniger als|rund|etwa|knapp|nur|desde|más de|hasta|menos de|unos|unas|cerca de|a partir de|dès|plus de|moins de|jusqu['’]à|environ|à partir de|mais de|até|meer dan|minder dan|ruim|tot|vanaf|ongeveer|solo|seulement|só|apenas|slechts|di|de|zu)\s*)*[+−~≈<>€$£-]*\s*$`)

// statedLabel says "Meta para octubre: 35 pozos" and "Pozos perforados: 32".
func (w *Writer) statedLabel(st *statement, label, value string, n tongue.Noun) string {
	g := w.Wording
	if figs := w.Counts(value); len(figs) > 0 && figs[0].From > 0 && !nearValue.MatchString(value[:figs[0].From]) {
		return "" // "Prezzi: formaggio fresco 14 €/kg" names what costs that
	}
	if strings.ContainsAny(value, "(") || strings.Trim(value, "0") == "" {
		return "" // what is said of it in brackets, and that there are none, are told as they are noted
	}
	if len(w.Counts(value)) == 0 || prompt.IsClause(value, g.Code) || prose.Words(value) > 6 || ADay.MatchString(value) || PhoneNumber.MatchString(value) || prose.URL(value) != "" || prompt.IsClause(label, g.Code) || strings.Contains(value, ", ") || ranged.MatchString(value) || fixedLabel(label) {
		return ""
	}
	if bareCount.MatchString(value) && numberedPlace.MatchString(label) {
		return "" // "Concentração no quiosque 12"
	}
	head := nounTail.ReplaceAllString(label, "$1")
	if g.Code == "de" && st.goals.MatchString(head) {
		n.Gender = 'n'
		if !strings.HasSuffix(strings.ToLower(head), "ziel") && !strings.HasSuffix(strings.ToLower(head), "soll") {
			n, _ = tongue.NounOf(g.Code, label, true)
		}
	}
	np := tongue.WithArticle(g, label, n)
	amount := value
	if g.Code == "de" {
		amount = germanAmount(value)
	}
	i := 0
	if n.Plural {
		i = 1
	}
	switch {
	case st.goals.MatchString(head):
		return capital(prose.Stop(g.Fill(st.goal, np, amount)))
	case n.Plural && bareCount.MatchString(value):
		return prose.Stop(g.Fill(st.count, value, tongue.LowerWord(g, label)))
	case st.percent[0] != "" && strings.HasSuffix(value, "%"):
		out := capital(prose.Stop(g.Fill(st.percent[i], np, value)))
		if g.Code == "it" {
			out = beforeEight.ReplaceAllString(out, " dell'$1") // "dell'88 %"
		}
		return out
	}
	return capital(prose.Stop(g.Fill(st.is[i], np, amount)))
}

// beforeEight is the article before a number that is spoken with a vowel first.
var beforeEight = pattern.New(` del (8\d?(?:,\d+)?\s?%|11(?:,\d+)?\s?%)`)

// ranged is a value that is a range: "da 4 a 5 minuti" needs another verb.
var ranged = pattern.New(`(?i)^(?:da|dai|dalle|de|del|von|van|entre|zwischen|tra|fra|tussen)\s`)

// fixedLabel tells labels that are no quantities.
func fixedLabel(s string) bool { return notQuantity.MatchString(s) }

var notQuantity = pattern.New(`(?i)limit(?:ad|at|ee?)|^(?:contactos?|contatos?|contatt[oi]|contacts?|kontakt|teléfono|telefon|telefono|téléphone|telefone|telefoon|código|code|codice|cupom|cupón|version|versión|versione|versão|versie|raum|aula|sala|salle|zimmer|kamer|hotline|horario|horaire|orario|horário|uhrzeit|plan|paso|schritt|étape|passo|stap|día|tag|jour|dia|giorno|dag)\b`)

// germanAmount puts an amount behind "bei": "2,3 Tage" is "2,3 Tagen".
func germanAmount(s string) string {
	f := strings.Fields(s)
	if len(f) < 2 || len(f) > 3 {
		return s
	}
	last := f[len(f)-1]
	if tongue.UpperFirst(last) && (strings.HasSuffix(last, "e") || strings.HasSuffix(last, "er") && len(last) > 4 || strings.HasSuffix(last, "el") && len(last) > 4) {
		f[len(f)-1] = last + "n"
	}
	return strings.Join(f, " ")
}

// numberedPlace ends with what has a number as its name.
var numberedPlace = pattern.New(`(?i)(?:^|\s)(?:quiosque|quiosco|kiosque|sala|aula|halle|raum|zimmer|puerta|porta|porte|gate|gleis|stand|salle|bâtiment|edificio|piso|andar|planta|étage|bus|línea|linha|linea|ligne|linie|tor|zelt|terminal|vía|binario|quai|módulo|modul|module|lote|caseta|pavilhão|pabellón|padiglione|pavillon)$`)
