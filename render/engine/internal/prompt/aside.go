package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads what people say to the agent in passing, in other languages than English,
// in whatever form of the verb: "Wär schön, wenn ihr am Ende auf acme.example verweist",
// "Fecha com “Até sábado!”", "On vouvoie les clients", "Usa los datos del archivo".

// aside are the words, anywhere in a sentence, by which one language says such things.
type aside struct {
	end    *pattern.Pattern // the end of the video, or verbs of ending it
	asks   *pattern.Pattern // what only the maker of a video is asked to do
	manner *pattern.Pattern // how viewers are addressed
	data   *pattern.Pattern // figures that stand elsewhere
	file   *pattern.Pattern // where they stand
	thanks *pattern.Pattern // thanks for a favour that has been asked
}

var asides = map[string]aside{
	"de": {
		end:    grammar.Inner(`(?:am|ans) (?:ende|schluss)|zum (?:schluss|abschluss|ende)|als (?:abschluss|letztes)|abschließend|(?:be)?enden?|endet|schließ(?:en|t)|abspann|schlussbild|schlusssatz`),
		asks:   grammar.Inner(`verweis\p{L}*|verwies\p{L}*|hinweis\p{L}*|zeig\p{L}*|ein(?:ge)?blende\p{L}*|eingeblendet|stehen|steht|auftauch\p{L}*|kommt|kommen|sagen|sagt|schreib\p{L}*|verlink\p{L}*|link|cta|aufruf|aufforder\p{L}*|endet|enden|beende\p{L}*|schließ(?:en|t)|packt?|setzt?|bringt?|bitte`),
		manner: grammar.Inner(`duzen|siezen|duzt|siezt|geduzt|gesiezt|du-form|sie-form|per du|per sie|dutzen`),
		data:   grammar.Inner(`daten|zahlen|werte|angaben|infos?|fakten`),
		file:   grammar.Inner(`datei|csv|tabelle|anhang|excel|anlage|beigefügt\p{L}*|angehängt\p{L}*`),
		thanks: grammar.Inner(`im voraus|vorab|schon mal|schonmal`),
	},
	"es": {
		end:    grammar.Inner(`(?:al|en el) (?:final|cierre)|para (?:terminar|cerrar|acabar|finalizar|despedir\p{L}*)|(?:que )?(?:cierr|cerr|acab|termin|conclu|finali[zc]|remat)\p{L}*|cierre|último plano|de cierre|despedida`),
		asks:   grammar.Inner(`(?:cierr|cerr|acab|termin|conclu|finali[zc]|remat)\p{L}*|pon|poned|ponga|poner|ponle|mostr\p{L}*|muestr\p{L}*|mencion\p{L}*|diri[jg]\p{L}*|env[ií]\p{L}*|invit\p{L}*|anim\p{L}*|enlac\p{L}*|remit\p{L}*|apare[zc]\p{L}*|salga|dile|decid|diga|recuerd\p{L}*|llamada a la acción|cta|por favor|pid\p{L}*`),
		manner: grammar.Inner(`tute(?:a|ar|amos|ando|ad|e)|(?:trat|h[aá]bl)\p{L}* de (?:tú|usted|vos)|de (?:tú|usted)|tuteo`),
		data:   grammar.Inner(`datos|cifras|números|valores|información|info`),
		file:   grammar.Inner(`archivo|fichero|csv|tabla|adjunt[oa]s?|excel|documento`),
		thanks: grammar.Inner(`de antemano|por adelantado|por vuestra ayuda`),
	},
	"fr": {
		end:    grammar.Inner(`(?:à|sur) la (?:toute )?fin|pour (?:finir|terminer|conclure)|(?:termin|fini|conclu|clôtur|clor)\p{L}*|en (?:conclusion|clôture)|dernier plan|mot de la fin`),
		asks:   grammar.Inner(`(?:termin|fini|conclu|clôtur|clor)\p{L}*|renvo\p{L}*|affich\p{L}*|montr\p{L}*|mett\p{L}*|mentionn\p{L}*|invit\p{L}*|encourag\p{L}*|dirig\p{L}*|rappel\p{L}*|apparai\p{L}*|lien|cta|appel à l['’]action|s['’]il (?:vous|te) plaît|svp|dites|dis|indiqu\p{L}*|pense[zr]?`),
		manner: grammar.Inner(`vouvo[iy]\p{L}*|tuto[iy]\p{L}*`),
		data:   grammar.Inner(`données|chiffres|valeurs|informations|infos`),
		file:   grammar.Inner(`fichiers?|csv|tableau|pièce jointe|ci-joint|excel|document`),
		thanks: grammar.Inner(`d['’]avance|par avance`),
	},
	"pt": {
		end:    grammar.Inner(`no (?:final|fim|encerramento)|ao final|para (?:terminar|fechar|encerrar|finalizar)|(?:fech|termin|encerr|conclu|finaliz|acab)\p{L}*|por último|último plano`),
		asks:   grammar.Inner(`(?:fech|termin|encerr|conclu|finaliz|acab)\p{L}*|mostr\p{L}*|coloc\p{L}*|põe|ponha|mencion\p{L}*|direcion\p{L}*|mand\p{L}*|convid\p{L}*|inclu\p{L}*|aparec\p{L}*|apareç\p{L}*|lembr\p{L}*|link|cta|chamada|por favor|diz|diga|peç\p{L}*|manda|indica|indique`),
		manner: grammar.Inner(`(?:trat|cham)\p{L}*(?:-\p{L}+)? (?:\p{L}+ )?(?:por|de) (?:você|tu|senhora?)|por tu|tratamento (?:formal|informal)`),
		data:   grammar.Inner(`dados|números|valores|informações|cifras`),
		file:   grammar.Inner(`arquivo|ficheiro|csv|planilha|folha de cálculo|anexo|em anexo|tabela|excel`),
		thanks: grammar.Inner(`desde já|antecipadamente|pela ajuda`),
	},
	"it": {
		end:    grammar.Inner(`alla fine|in (?:chiusura|conclusione)|per (?:chiudere|finire|concludere|terminare)|(?:chiud|finisc|finir|conclu|termin)\p{L}*|chiusura|ultima (?:scena|inquadratura)`),
		asks:   grammar.Inner(`(?:chiud|finisc|finir|conclu|termin)\p{L}*|mostr\p{L}*|mett\p{L}*|rimand\p{L}*|invit\p{L}*|indic\p{L}*|ricord\p{L}*|appar\p{L}*|compar\p{L}*|link|cta|invito|per favore|dire|dite|inser\p{L}*|cit\p{L}*`),
		manner: grammar.Inner(`(?:d\p{L}+|usa\p{L}*) (?:del|il) (?:tu|lei|voi)|dare del (?:tu|lei)|del (?:tu|lei)`),
		data:   grammar.Inner(`dati|numeri|cifre|valori|informazioni|info`),
		file:   grammar.Inner(`file|csv|tabella|allegat[oaie]|foglio|excel|documento`),
		thanks: grammar.Inner(`in anticipo|fin d['’]ora|dell['’]aiuto`),
	},
	"nl": {
		end:    grammar.Inner(`(?:aan|op) het (?:eind|einde|slot)|tot slot|(?:eindig|sluit|besluit|afsluit|afslui)\p{L}*|als (?:afsluiter|laatste)|slotbeeld`),
		asks:   grammar.Inner(`(?:eindig|sluit|besluit|afsluit|afslui)\p{L}*|verwijs\p{L}*|verwezen|toon|tonen|laat|zet|zetten|noem\p{L}*|vermeld\p{L}*|stuur|komt|staat|link|cta|oproep|graag|alsjeblieft|zeg|zeggen`),
		manner: grammar.Inner(`tutoye\p{L}*|vousvoye\p{L}*|je-vorm|u-vorm|met (?:je|jij|u) aan\p{L}*|aanspreken met (?:je|jij|u)`),
		data:   grammar.Inner(`cijfers|gegevens|data|waarden|informatie|info`),
		file:   grammar.Inner(`bestand|csv|tabel|bijlage|excel|bijgevoegde?|document`),
		thanks: grammar.Inner(`alvast|bij voorbaat`),
	},
	"ar": {
		end:    pattern.New(`في (?:النهاية|الختام|آخر)|ختاما|(?:^|\s)(?:و?اختم|و?أنه)\p{L}*|(?:^|\s)و?ينتهي`),
		asks:   pattern.New(`(?:^|\s)(?:و?اختم|و?أنه|و?وج[ّ]?ه|و?ادع[ُ]?|و?أظهر|و?اعرض|و?ضع|و?أضف|و?اذكر|و?ينتهي|و?اكتب)\p{L}*`),
		manner: pattern.New(`خاطب|بصيغة (?:المفرد|الجمع|المخاطب)`),
		data:   pattern.New(`البيانات|الأرقام|المعلومات`),
		file:   pattern.New(`الملف|المرفق|الجدول`),
		thanks: pattern.New(`مقدم[اً]+|سلف[اً]+`),
	},
	"he": {
		end:    pattern.New(`בסוף|לסיום|בסיום|(?:^|\s)(?:סיימ|סיים|סגר)\p{L}*`),
		asks:   pattern.New(`(?:^|\s)(?:ו?סיימ|ו?סיים|ו?סגר|ו?הפנ|ו?הצג|ו?הרא|ו?הזמינ|ו?כתב|ו?ציינ|ו?הוסיפ|ו?תראו|ו?תכתבו|בבקשה|אנא)\p{L}*`),
		manner: pattern.New(`(?:פנו|לפנות|פנייה|פניה) ב(?:לשון|גוף)`),
		data:   pattern.New(`הנתונים|המספרים|המידע`),
		file:   pattern.New(`הקובץ|בקובץ|המצורף|הטבלה|בטבלה`),
		thanks: pattern.New(`מראש`),
	},
}

// saysAside carries out such a sentence.
func (p *parser) saysAside(r *reading) bool {
	a, ok := asides[p.t.Code]
	if !ok || p.foreign || p.verbatim || p.orders == 0 || prose.Words(r.text) > 24 || strings.HasSuffix(r.text, "?") {
		return false
	}
	return p.asideLabel(r) || p.asideEnd(a, r) || p.asideManner(a, r) || p.asideData(a, r) || p.asideThanks(a, r)
}

// toneLabel heads a wish for a tone in running text.
var toneLabel = pattern.New(`(?i)^(?:ton(?:fall|alität|alité)?|toon|tono|tom|stil|stijl|estilo|stile|style|النبرة|طون|טון|סגנון)\s?: (.{3,60})$`)

// asideTone reads "Toon: jong en energiek."
func (p *parser) asideTone(r *reading) bool {
	m := toneLabel.FindStringSubmatch(prose.Unstop(r.text))
	if p.inEnglish() || p.verbatim || m == nil || anyDigit.MatchString(m[1]) || prose.Words(m[1]) > 8 {
		return false
	}
	p.orders++
	p.understand(r.Line, r.text, func() { p.direct(m[1], r.Line) })
	p.unheeded(m[1], r.Line)
	return true
}

// asideLabel reads how a video ends behind a label in running text: "الختام: «القراءة تجمعنا»".
func (p *parser) asideLabel(r *reading) bool {
	label, rest, ok := strings.Cut(r.text, ": ")
	if !ok {
		label, rest, ok = strings.Cut(r.text, " : ")
	}
	if !ok || prose.Words(label) > 4 || strings.TrimSpace(rest) == "" || layout.SectionOf(strings.TrimSpace(label)) != "cta" {
		return false
	}
	p.orders++
	p.ending(strings.TrimSpace(rest), r.Sentence)
	return true
}

// asideEnd reads how a video is to end: with words in quotation marks, or with an address.
func (p *parser) asideEnd(a aside, r *reading) bool {
	quoted := prose.Quoted(r.text)
	url := cmp.Or(prose.Mail(r.text), prose.URL(r.text))
	if len(quoted) > 1 || len(quoted) == 0 && url == "" {
		return false
	}
	around := r.text
	for _, q := range append([]string{url}, quoted...) {
		around = strings.Replace(around, q, " ", 1)
	}
	if anyDigit.MatchString(around) || prose.Words(around) > 14 || !a.end.MatchString(around) || !a.asks.MatchString(around) {
		return false
	}
	p.orders++
	if len(quoted) == 1 {
		p.say(brief.Point{Form: brief.Clause, Text: quoted[0], Role: brief.Action, Asked: true, Verbatim: true}, r.Sentence)
		return true
	}
	p.address(url, r.Sentence)
	return true
}

// partsAside parts what is said in passing.
var partsAside = pattern.New(`(?i),? (?:und|y|e|et|en) |, `)

// asideManner reads how viewers are to be addressed, beside other wishes: "Bitte duzen, und
// nicht länger als 40 Sekunden".
func (p *parser) asideManner(a aside, r *reading) bool {
	if !a.manner.MatchString(r.text) || prose.Words(r.text) > 12 || selves.MatchString(r.text) {
		return false
	}
	for _, x := range partsAside.Split(prose.Unstop(r.text), -1) {
		if x = strings.TrimSpace(x); !a.manner.MatchString(x) && !p.production(x) && prose.Duration(x) == 0 {
			return false
		}
	}
	p.orders++
	for _, x := range partsAside.Split(prose.Unstop(r.text), -1) {
		p.addressed(strings.TrimSpace(x), r.Line)
	}
	p.understand(r.Line, r.text, func() { p.direct(r.text, r.Line) })
	return true
}

// selves address each other, which is a fact: "Bei uns duzen wir uns alle".
var selves = pattern.New(`(?i)\b(?:wir uns|uns alle|bei uns|entre nous|tra (?:di )?noi|entre nosotros|entre nós|onder elkaar|elkaar|nous nous|nos tuteamos|ci diamo)\b`)

// asideData reads where the figures are to be taken from.
func (p *parser) asideData(a aside, r *reading) bool {
	if prose.Words(r.text) > 14 || !a.data.MatchString(r.text) || !a.file.MatchString(r.text) || anyDigit.MatchString(fileName.ReplaceAllString(r.text, "")) {
		return false
	}
	p.orders++
	p.b.Files = true
	p.b.NoteOn(r.Line, "\""+prose.Clip(prose.Unstop(r.text), 60)+"\" says where the facts are: it is not spoken", prose.FirstWords(r.text, 3))
	return true
}

// fileName is a file by its ending.
var fileName = pattern.New(`\S+\.(?:csv|tsv|md|txt|xlsx?|pdf|docx?)\b`)

// asideThanks drops thanks to whoever makes the video: those in advance, and at the end of
// a letter that began with a greeting.
func (p *parser) asideThanks(a aside, r *reading) bool {
	return prose.Words(r.text) <= 7 && !anyDigit.MatchString(r.text) && thankful.MatchString(r.text) && (a.thanks.MatchString(r.text) || p.greeted && prose.Words(r.text) <= 3 && thankfulOnly.MatchString(r.text))
}

var (
	thankful     = pattern.New(`(?i)(?:^|[^\p{L}])(?:danke|dank|merci|gracias|obrigad[oa]|valeu|grazie|bedankt|dankjewel|dank je|agradezco|agradeço|ringrazio|remercie)|شكر|תודה`)
	thankfulOnly = pattern.New(`(?i)^(?:(?:vielen|herzlichen|lieben|tausend|besten|un grand|muito|muchas|mil|mille|hartelijk|grand) )?(?:danke?|merci|gracias|obrigad[oa]|valeu|grazie|bedankt|dankjewel|شكرا|شكراً|תודה)(?: (?:euch|dir|ihnen|schön|sehr|mille|à vous|à tous|a tod[oa]s|beaucoup|infinite|a tutti|jullie|je|wel|pessoal|gente|chicos|equipo|team|רבה|جزيلا|لكم))? ?[.!]*$`)
)
