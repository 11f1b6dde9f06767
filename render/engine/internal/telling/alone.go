package telling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// standing is what a language needs to make a label that makes sense by itself of the
// words that stand before a figure.
type standing struct {
	limit   *pattern.Pattern // ends the words and belongs to the figure: "bis zu", "à partir de"; group 1
	about   *pattern.Pattern // ends the words and says that the figure is no exact one
	leads   *pattern.Pattern // begins a phrase that is no subject
	who     *pattern.Pattern // begins a sentence about people who are named before, or speak
	measure *pattern.Pattern // the verb that gives a thing its figure
	second  bool             // the verb may stand before its subject
}

var standings = map[string]*standing{
	"de": {
		limit:   pattern.New(`(?i)(?:^|\s)(bis zu|bis|ab|seit|unter|über|mehr als|weniger als|mindestens|höchstens|maximal|vor|nach)(?: dem| den| zum| der)?$`),
		about:   pattern.New(`(?i)(?:^|\s)(?:rund|etwa|circa|ca\.?|ungefähr|fast|knapp|gut|nur|jetzt|nun|jeweils|je|noch|derzeit|aktuell|insgesamt|voraussichtlich|künftig|weiterhin|dann|nur noch|immer|pro|schon|bereits|auf|um|bei|mit|zu)$`),
		leads:   pattern.New(`(?i)^(?:in|im|ins|an|am|auf|ab|bis|seit|vom|von|zum|zur|zu|für|mit|bei|beim|nach|vor|über|unter|um|pro|ohne|durch|aus|wegen|statt|trotz|während|wer|was|wenn|weil|damit|als|dort|hier|dann|so|heute|morgen|jetzt|nur|noch|auch|außerdem|davon|dabei|dafür|damit|insgesamt)\s`),
		who:     pattern.New(`(?i)^(?:wir|ich|du|sie|ihr|er|es|man|dies)(?:\s|$)`),
		measure: pattern.New(`(?i)\s(?:beträgt|betragen|betrug|liegt|liegen|lag|lagen|kostet|kosten|kostete|dauert|dauern|dauerte|stieg|stiegen|steigt|steigen|sank|sanken|sinkt|sinken|wächst|wachsen|wuchs|wuchsen|fiel|fielen|fällt|fallen|erreicht|erreichen|erreichte|umfasst|umfassen|wiegt|wiegen|misst|zählt|zählen|hat|haben|hatte|hatten|fasst|fassen|bietet|bieten|ist|sind|war|waren|spart|bringt|reicht|reichen|läuft|laufen|endet|enden|beginnt|beginnen|startet|starten|bleibt|bleiben|findet|finden|kommt|kommen|braucht|brauchen|erscheint|hält|halten|bekommt|bekommen|erhält|erhalten|zahlt|zahlen)(?:\s|$)`),
		second:  true},
	"nl": {
		limit:   pattern.New(`(?i)(?:^|\s)(tot en met|tot|vanaf|sinds|onder|boven|meer dan|minder dan|minstens|minimaal|maximaal|hooguit|voor|na|uiterlijk)(?: de| het)?$`),
		about:   pattern.New(`(?i)(?:^|\s)(?:ongeveer|circa|ca\.?|bijna|ruim|zo['’]n|slechts|nu|nog|nog maar|maar|momenteel|per|steeds|telkens|naar|met|op)$`),
		leads:   pattern.New(`(?i)^(?:in|op|aan|vanaf|tot|sinds|van|voor|met|bij|naar|na|over|onder|om|per|zonder|door|uit|wie|wat|als|omdat|zodat|daar|hier|dan|zo|vandaag|morgen|nu|ook|daarvan)\s`),
		who:     pattern.New(`(?i)^(?:wij|we|ik|je|jij|jullie|u|ze|zij|hij|men|dit|dat|het is)(?:\s|$)`),
		measure: pattern.New(`(?i)\s(?:bedraagt|bedragen|bedroeg|ligt|liggen|lag|lagen|kost|kosten|kostte|kostten|duurt|duren|duurde|steeg|stegen|stijgt|stijgen|daalt|dalen|daalde|daalden|groeit|groeien|groeide|bereikt|bereikte|omvat|weegt|wegen|meet|telt|tellen|heeft|hebben|had|hadden|biedt|bieden|is|zijn|was|waren|loopt|lopen|eindigt|begint|beginnen|start|starten|blijft|blijven|komt|komen)(?:\s|$)`),
		second:  true},
	"es": {
		limit:   pattern.New(`(?i)(?:^|\s)(hasta|desde|a partir de|a partir del|más de|menos de|al menos|como mínimo|como máximo|máximo|mínimo|antes de|antes del)(?: el| las| los| la)?$`),
		about:   pattern.New(`(?i)(?:^|\s)(?:unos|unas|casi|solo|sólo|aproximadamente|cerca de|alrededor de|ahora|actualmente|ya|en torno a|por)$`),
		leads:   pattern.New(`(?i)^(?:a|al|en|con|por|para|de|del|desde|hasta|entre|sin|sobre|tras|si|cuando|porque|que|quien|quienes|hoy|ahora|ya|solo|también|además|así)\s`),
		who:     pattern.New(`(?i)^(?:nosotros|yo|ella|él|ellos|ellas|usted|ustedes|esto|eso|se|nos|le|les)(?:\s|$)`),
		measure: pattern.New(`(?i)\s(?:es|son|ha|han|era|eran|fue|fueron|será|serán|cuesta|cuestan|costaba|costó|costará|dura|duran|duró|tarda|tardan|mide|pesa|pesan|tiene|tienen|tenía|alcanza|alcanzan|alcanzó|alcanzaron|suma|suman|sube|suben|subió|subieron|bajó|bajaron|baja|bajan|cayó|cayeron|crece|crecen|creció|crecieron|asciende|ascienden|ascendió|llega|llegan|llegó|llegaron|queda|quedan|vale|valen|sale|salen|pasa|pasan|pasó|está|están|empieza|empiezan|termina|dispone|cuenta|cuentan|requiere|necesita)(?:\s|$)`)},
	"fr": {
		limit:   pattern.New(`(?i)(?:^|\s)(sous|jusqu['’](?:à|au|aux)|à partir d[eu]|dès|depuis|plus d[e'’]|moins d[e'’]|au moins|au maximum|maximum|minimum|avant)(?: le| la| les)?$`),
		about:   pattern.New(`(?i)(?:^|\s)(?:environ|presque|près de|seulement|désormais|actuellement|autour de|quelque|déjà|encore|à)$`),
		leads:   pattern.New(`(?i)^(?:à|au|aux|en|dans|avec|par|pour|d[eu]|des|depuis|dès|jusqu['’]à|entre|sans|sur|sous|après|avant|si|quand|lorsque|parce|que|qui|aujourd['’]hui|ici|là)\s`),
		who:     pattern.New(`(?i)^(?:nous|vous|on|il|elle|ils|elles|je|tu|ce|ça|cela|c['’]est|j['’].*)(?:\s|$)`),
		measure: pattern.New(`(?i)\s(?:est|sont|était|étaient|sera|seront|coûte|coûtent|coûtait|coûtera|dure|durent|prend|prennent|atteint|atteignent|s['’]élève|s['’]élèvent|pèse|pèsent|compte|comptent|mesure|passe|passent|reste|restent|baisse|baissent|augmente|augmentent|vaut|a|ont|avait|demande|nécessite|accueille|commence|commencent|débute|se termine|finit|revient)(?:\s|$)`)},
	"pt": {
		limit:   pattern.New(`(?i)(?:^|\s)(até|desde|a partir de|mais de|menos de|pelo menos|no mínimo|no máximo|máximo|mínimo|antes de|acima de|abaixo de)(?: o| a| os| as)?$`),
		about:   pattern.New(`(?i)(?:^|\s)(?:uns|umas|quase|só|apenas|aproximadamente|cerca de|agora|atualmente|já|em torno de|por|de|para)$`),
		leads:   pattern.New(`(?i)^(?:a|à|ao|aos|às|em|no|na|nos|nas|com|por|para|pra|de|do|da|desde|até|entre|sem|sobre|após|se|quando|porque|que|quem|hoje|agora|já|só|também|além|assim)\s`),
		who:     pattern.New(`(?i)^(?:nós|eu|ele|ela|eles|elas|você|vocês|isso|isto|se|nos)(?:\s|$)`),
		measure: pattern.New(`(?i)\s(?:é|são|era|eram|foi|foram|será|serão|custa|custam|custava|custou|custará|dura|duram|durou|leva|levam|demora|mede|pesa|pesam|tem|têm|tinha|atinge|atingem|atingiu|atingiram|soma|somam|sobe|sobem|subiu|subiram|cai|caem|caiu|caíram|desce|descem|desceu|desceram|baixou|cresce|crescem|cresceu|cresceram|chega|chegam|chegou|chegaram|fica|ficam|continua|continuam|vale|valem|sai|saem|passa|passam|passou|está|estão|começa|começam|termina|conta|precisa)(?:\s|$)`)},
	"it": {
		limit:   pattern.New(`(?i)(?:^|\s)(fino a[l]?|a partire da[l]?|dal|più di|oltre|meno di|almeno|al massimo|massimo|minimo|entro|prima de[l]?|sotto i|sopra i)(?: il| la| le| i| gli)?$`),
		about:   pattern.New(`(?i)(?:^|\s)(?:circa|quasi|solo|soltanto|appena|ora|adesso|attualmente|già|intorno a|attorno a|per|ben|da|di|a|al)$`),
		leads:   pattern.New(`(?i)^(?:a|al|alla|alle|ai|in|nel|nella|nei|con|per|di|del|della|da|dal|dalla|dalle|fino|entro|tra|fra|senza|su|sul|sulla|dopo|prima|se|quando|perché|che|chi|oggi|ora|già|solo|anche|così|finora)\s`),
		who:     pattern.New(`(?i)^(?:noi|voi|lui|lei|loro|io|questo|ciò|si|ci|vi)(?:\s|$)`),
		measure: pattern.New(`(?i)\s(?:è|sono|era|erano|sarà|saranno|costa|costano|costava|costerà|dura|durano|pesa|pesano|misura|ha|hanno|aveva|raggiunge|raggiungono|ammonta|ammontano|sale|salgono|scende|scendono|cala|calano|cresce|crescono|arriva|arrivano|vale|valgono|resta|restano|rimane|passa|passano|conta|richiede|inizia|iniziano|comincia|termina|finisce|dispone)(?:\s|$)`)},
}

var (
	// changed is the participle of a tense of several words that says how a value moved.
	changed   = pattern.New(`(?i)^(?:subido|bajado|caído|crecido|aumentado|disminuido|alcanzado|llegado|costado|durado|(?:monté|passé|tombé|descendu)e?s?|atteint|baissé|augmenté|progressé|diminué|reculé|chuté|coûté|duré|(?:salit|sces|passat|calat|cresciut|aumentat|diminuit|arrivat|costat|durat)[oaie]|raggiunto|toccato|gedaald|gestegen|gegroeid|gekost)(?:\s|$)`)
	monthName = pattern.New(`(?i)^(?:de |d['’])?(?:` + monthWords + `|` + moreMonths + `)`)
)

// alone lets what stands around a figure make sense by itself: a label is what has the
// figure, never a clause that breaks off before it. Where the sentence gives no such
// label, it stands there whole, and where it is too long for that, it is no figure's.
func (w *Writer) alone(b *Beat, s string) {
	st := standings[w.Wording.Code]
	if w.Wording.Code == "ar" || w.Wording.Code == "he" {
		w.wholeLabel(b, s)
		return
	}
	if st == nil || b.Kind != scene.Number || b.Figure == nil || b.Label == "" || len(b.Items) > 0 || b.Changed {
		return
	}
	at := strings.Index(s, b.Figure.Text)
	if at < 0 || !strings.Contains(strings.ToLower(s), strings.ToLower(b.Label)) {
		return // the label is made, not cut out
	}
	if i := strings.Index(phrase.Lower(s), phrase.Lower(b.Label)); i > at {
		return // "1,200: customers are affected"
	}
	label, limit := w.trimmed(st, b.Label)
	if w.Wording.Code == "de" && !strings.Contains(s, label) && !strings.ContainsFunc(tongue.LowerFirst(label), unicode.IsUpper) {
		label = tongue.LowerFirst(label) // no noun has a small letter in the sentence: "…, bekommt bis zu 25 €"
	}
	cut := false // whether the label is the tail of a clause
	if i := strings.Index(phrase.Lower(s), phrase.Lower(b.Label)); i > 0 {
		lead := strings.TrimSpace(s[:i])
		cut = !strings.ContainsRune(",;:–—?!.¿¡(«\"“„", []rune(lead)[len([]rune(lead))-1]) && w.Wording.Noun(s[:i+len(b.Label)]) != s[i:i+len(b.Label)] && strings.TrimSpace(w.Wording.Pronoun.ReplaceAllString(lead+" ", "")) != ""
	}
	if label == "" && monthName.MatchString(b.Figure.Suffix) {
		return // "Desde el", "1 de julio", "abrimos también los domingos"
	}
	if label == b.Label && !cut && (w.standsAlone(st, label) || monthName.MatchString(b.Figure.Suffix)) {
		if w.standsAlone(st, label) {
			if b.Label = prose.Upper(w.headNoun(label)); !st.measure.MatchString(s[:at]) {
				b.Label = prose.Upper(w.readOn(s[:at], label))
			}
		}
		b.Subtitle = w.below(b.Subtitle)
		return
	}
	if i := strings.Index(s, b.Label); i >= 0 && i+len(b.Label) < at {
		if between := strings.TrimSpace(s[i+len(b.Label) : at]); strings.HasPrefix(between, ",") && !st.leads.MatchString(label+" ") && !st.who.MatchString(label) {
			if m := st.limit.FindStringSubmatch(between); m != nil && b.Figure.Prefix == "" {
				b.Figure.Prefix = strings.ToLower(m[1]) + " " // "…, jusqu'à 400 euros"
			}
			b.Subtitle = w.below(b.Subtitle)
			return
		}
	}
	if sub := w.subject(st, s, label); sub != "" && !(cut && strings.HasPrefix(phrase.Lower(label), phrase.Lower(sub))) {
		b.Label = prose.Upper(w.headNoun(sub))
		if limit != "" && b.Figure.Prefix == "" {
			b.Figure.Prefix = limit + " "
		}
		b.Subtitle = w.below(b.Subtitle)
		return
	}
	if whole := prose.Unstop(s); utf8.RuneCountInString(whole) <= 60 && !st.who.MatchString(whole) {
		b.Label, b.Subtitle = whole, ""
		return
	}
	if t := w.Finding(s, 52); strings.Contains(t, b.Figure.Text) && !strings.HasPrefix(t, b.Figure.Text) && w.wholeClause(t) {
		b.Label, b.Subtitle = t, ""
		return
	}
	b.Kind, b.Label, b.Subtitle, b.Figure, b.Plain = "", "", "", nil, false
}

// readOn is the label of a figure that no verb known here gives to it, with the article or
// pronoun before it: "notre usine rejetait" reads on into "4 200 tonnes".
func (w *Writer) readOn(before, label string) string {
	i := strings.Index(phrase.Lower(before), phrase.Lower(label))
	if i <= 0 || prose.Words(label) < 2 {
		return w.headNoun(label)
	}
	from := strings.LastIndexAny(before[:i], ",;:.!?") + 1
	if whole := strings.TrimSpace(before[from:i] + label); from > 0 && w.headNoun(whole) == w.headNoun(label) && utf8.RuneCountInString(whole) <= 44 {
		return whole
	}
	return w.headNoun(label)
}

// wholeLabel puts the sentence over its figure, in languages where no part of it is known
// to stand alone, and leaves a label before a colon.
func (w *Writer) wholeLabel(b *Beat, s string) {
	if b.Kind != scene.Number || b.Figure == nil || b.Label == "" || len(b.Items) > 0 || b.Changed || strings.Contains(s, b.Label+":") || monthName.MatchString(b.Figure.Suffix) || !strings.Contains(s, b.Label) {
		return
	}
	if whole := prose.Unstop(s); utf8.RuneCountInString(whole) <= 60 {
		b.Label, b.Subtitle = whole, ""
	}
}

// trimmed takes the words off the end of a label that lead to its figure, and returns
// those that limit it.
func (w *Writer) trimmed(st *standing, label string) (string, string) {
	limit := ""
	for {
		was := label
		if m := st.limit.FindStringSubmatchIndex(label); m != nil {
			limit = strings.ToLower(label[m[2]:m[3]])
			label = strings.TrimSpace(label[:m[0]])
		}
		label = strings.TrimRight(st.about.ReplaceAllString(label, ""), " ,;:–(")
		if i := strings.LastIndexByte(label, ' '); i > 0 && phrase.Clings(strings.ToLower(label[i+1:]), w.Wording.Code) && !st.measure.MatchString(label[i:]) {
			label = strings.TrimSpace(label[:i])
		}
		if label == was {
			return label, limit
		}
	}
}

// standsAlone tells whether a label names a thing.
func (w *Writer) standsAlone(st *standing, label string) bool {
	if w.Wording.Code == "de" && !strings.ContainsFunc(label, unicode.IsUpper) {
		return false // a thing has a noun: "bekommt", "nur noch"
	}
	return utf8.RuneCountInString(label) > 1 && !periodOnly.MatchString(label) && !st.measure.MatchString(label+" ") && !st.leads.MatchString(label+" ") && !st.who.MatchString(label) && !prompt.IsClause(label, w.Wording.Code)
}

// periodOnly is when something was, and no thing: "el año pasado", "letztes Jahr".
var periodOnly = pattern.New(`(?i)^(?:\p{L}+['’ ])?(?:\p{L}{2,8} )?(?:años?|anos?|ann[oi]|ans?|années?|mes(?:es)?|mês|mes[ei]|mois|semanas?|semaines?|settiman[ae]|jahre?s?|monate?s?|wochen?|jaren?|maand(?:en)?|weken?|week|trimestres?|trimestri|quartale?|kwartaal|días?|dias?|jours?|giorn[oi]|tage?|dag(?:en)?)(?: \p{L}{4,9})?$`)

// subject is the thing that has the figure of a sentence, by the words before it.
func (w *Writer) subject(st *standing, s, label string) string {
	try := func(t string) string {
		t = strings.Trim(strings.TrimSpace(t), ",;: ")
		if t, _ = w.trimmed(st, t); w.standsAlone(st, t) && prose.Words(t) <= 6 && utf8.RuneCountInString(t) <= 44 && !strings.Contains(t, ", ") {
			return t
		}
		return ""
	}
	if at := st.measure.FindStringIndex(" " + tongue.LowerFirst(label) + " "); at != nil && at[0] == 0 { // "kostenlos und dauert 14 Tage"
		if first := st.measure.FindStringIndex(s); first != nil {
			if t := try(s[:first[0]]); t != "" {
				return t
			}
		}
	}
	if at := st.measure.FindStringIndex(" " + label + " "); at != nil {
		head, tail := (" " + label + " ")[:at[0]], (" " + label + " ")[at[1]-1:]
		tail = changed.ReplaceAllString(strings.TrimSpace(tail), "")
		rest, _ := w.trimmed(st, "- "+tail)
		if t := try(head); t != "" && strings.Trim(rest, "- ") == "" {
			return t
		}
		if t := try(tail); st.second && t != "" && (strings.TrimSpace(head) == "" || st.leads.MatchString(strings.TrimSpace(head)+" ")) {
			return t
		}
	}
	if t := try(label); t != "" {
		return t
	}
	for _, sep := range []string{": ", " : ", ", "} {
		if head, _, ok := strings.Cut(s, sep); ok && !strings.ContainsAny(head, "0123456789") {
			if t := try(head); t != "" {
				return t
			}
		}
	}
	return ""
}

// below keeps what stands below a figure only where it is whole.
func (w *Writer) below(s string) string {
	f := strings.Fields(s)
	for len(f) > 0 && phrase.Clings(strings.ToLower(strings.Trim(f[len(f)-1], ",;:")), w.Wording.Code) {
		f = f[:len(f)-1]
	}
	s = strings.TrimRight(strings.Join(f, " "), ",;: ")
	if len(f) == 0 || prompt.IsClause(s, w.Wording.Code) || verbThenWho.MatchString(s) {
		return ""
	}
	return s
}

// verbThenWho begins the rest of a German or Dutch clause: "ziehen wir automatisch ab".
var verbThenWho = pattern.New(`^\p{Ll}+(?:en|t|st|e) (?:wir|Sie|ihr|sie|er|es|man|ich|du|wij|we|je|u|ze|hij)(?:\s|$)`)

// headNoun is a noun phrase as it stands over something, without its article: "Der neue
// Tarif" is "Neuer Tarif" there.
func (w *Writer) headNoun(s string) string {
	f := strings.Fields(s)
	if w.Wording.Code == "nl" && len(f) > 2 && strings.EqualFold(f[0], "het") {
		return s // without its article the adjective is another
	}
	if w.Wording.Code != "de" || len(f) < 3 {
		return w.Wording.Noun(s)
	}
	end := map[string]string{"der": "er", "das": "es", "die": "e"}[strings.ToLower(f[0])]
	if end == "" {
		return w.Wording.Noun(s)
	}
	f = f[1:]
	for i := 0; i < len(f)-1 && !tongue.UpperFirst(f[i]); i++ {
		switch {
		case strings.HasSuffix(f[i], "en") && end == "e":
			f[i] = strings.TrimSuffix(f[i], "n")
		case strings.HasSuffix(f[i], "e"):
			f[i] = strings.TrimSuffix(f[i], "e") + end
		default:
			return s
		}
	}
	return strings.Join(f, " ")
}

// relativeIn is a thing with a clause that tells which: "una app que te avisa".
var relativeIn = pattern.New(`(?i) (?:que|qui|che|die|der|das|dat) `)

// itemTitle is an item of a list without its article, which a whole sentence keeps: "Los
// turnos se publican los jueves".
func (w *Writer) itemTitle(s string) string {
	if (w.Wording.Code == "he" || w.Wording.Code == "ar") && prose.Words(s) >= 3 {
		return s
	}
	if w.Wording.Code != "en" && (prose.Words(s) > 5 || prompt.IsClause(s, w.Wording.Code)) && !relativeIn.MatchString(s) {
		return s
	}
	return w.Wording.Noun(s)
}
