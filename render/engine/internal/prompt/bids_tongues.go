package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads what the maker of a video is told after the order, in whatever form of the
// verb: "Queremos algo sobrio, un minuto como mucho, y que acabe dando las gracias a todos",
// "Zum Schluss auf unsere Azubi-App hinweisen". Such a sentence falls into parts, each of which
// says how the video is to be or what is to come in it; where one is of no kind that is known,
// the sentence is left to the other readers.

// bidKind is what such a part asks for.
type bidKind int

const (
	bidStyle  bidKind = iota // how the video is to be
	bidEnd                   // what it is to end with
	bidThank                 // whom it is to thank
	bidPoint                 // what it is to point to
	bidThat                  // what it is to say
	bidInvite                // to what, or to do what, it is to invite
	bidFor                   // for what it is to give thanks
	bidAim                   // what it is to do to its viewers
	bidSeen                  // where it will be seen
	bidWish                  // what it is to wish
	bidBidWho                // whom it is to invite, and to what
)

// bidForm is a part by its words. Group 1 is what is asked for.
type bidForm struct {
	kind   bidKind
	re     *pattern.Pattern
	placed bool // only where the words before it say that it is no fact: "am Ende", "que"
}

// bidTongue are the words of such sentences in one language.
type bidTongue struct {
	lead  *pattern.Pattern // what may stand before the verb, as often as it likes
	last  *pattern.Pattern // of those, what puts it last
	asks  *pattern.Pattern // of those, what shows that the maker is asked
	joint *pattern.Pattern // parts of one sentence
	forms []bidForm
	be    *pattern.Pattern // "be", before how the video is to be
	note  string           // before a thing that is pointed to
	more  string           // before a telephone number or an address
}

// form is such a part.
func form(kind bidKind, placed bool, re string) bidForm {
	return bidForm{kind: kind, placed: placed, re: pattern.New(`(?i)^(?:` + re + `)$`)}
}

var bidTongues = map[string]*bidTongue{
	"de": {
		lead:  pattern.New(`(?i)^(?:und|dann|danach|dazu|zusätzlich|ebenso|anschließend|außerdem|bitte|auch|noch|kurz|gern(?:e)?|abschließend|(?:ganz )?zum (?:ab)?schlu(?:ss|ß)|(?:ganz )?am (?:ende|schluss|anfang)|zum ende(?: hin)?|zu beginn|zuerst|wichtig(?: ist uns| ist| wäre)?|nicht vergessen|vergesst nicht|schön wäre(?: es)?|es wäre schön|toll wäre|wir (?:möchten|wollen|wünschen uns|hätten gern(?:e)?)|ich (?:möchte|will|hätte gern(?:e)?)|wenn|dass|der (?:clip|film|spot)|das (?:video|ganze)|es|man|soll(?:te)?(?: man)?|muss|darf|und zwar)[,:]?\s+`),
		last:  pattern.New(`(?i)schlu(?:ss|ß)|am ende|zum ende|abschließend`),
		asks:  pattern.New(`(?i)bitte|wichtig|vergess|wäre|möchten?|wollen|wünschen|hätten?|dazu|zusätzlich|clip|film|spot|video|ganze|soll|muss|schlu(?:ss|ß)|ende|abschließend|danach|anfang|beginn`),
		joint: pattern.New(`(?i),? und |, | sowie `),
		forms: []bidForm{
			form(bidEnd, false, `(?:(?:be)?end(?:e|et|en sie)|schlie(?:ß|ss)(?:e|t|en sie)?)(?: (?:das video|den clip|den film|es|ihn))?(?: bitte)? mit (.+?)(?: ab)?`),
			form(bidEnd, true, `mit (.+?) (?:enden|endet|aufhören|aufhört|schließen|schließt|abschließen|abschließt|ausklingen)`),
			form(bidThank, true, `(?:dank(?:e|t|en sie)|bedank(?:e|t|en sie) (?:dich|euch|sich)(?: bei)?) ((?:den|dem|der|unser|allen|allem|jedem|euren|ihnen).*)`),
			form(bidThank, false, `danke(?:schön)?(?: sagen)? an (.+?)(?: (?:sagen|richten))?`),
			form(bidThank, true, `(?:(?:einen|ein) )?(?:(?:herzlichen|großen|großes|herzliches) )?(?:dank|dankeschön) an (.+?)(?: (?:aussprechen|richten|sagen))?`),
			form(bidThank, true, `((?:den|dem|der|unseren|unserem|unserer|allen)\s.+?) (?:danken|danke sagen)`),
			form(bidThank, true, `(?:uns )?bei ((?:den|dem|der|unseren|unserem|unserer|allen)\s.+?) bedanken`),
			form(bidPoint, false, `(?:weis(?:e|t|en sie)?|verweis(?:e|t|en sie)?) (?:noch |kurz |bitte )*auf ([^,]+?)(?: hin)?`),
			form(bidPoint, false, `(?:alle |die leute )?(?:verlink(?:en|t|e)|schicken|leiten|verweisen) (?:auf|zu) ([^,]+)`),
			form(bidPoint, false, `auf ([^,]+?) (?:hinweisen|verweisen|hinweist|verweist|hingewiesen werden|verwiesen werden)`),
			form(bidPoint, true, `(?:der |den |ein(?:en)? )?(?:kurze[rn]? |deutliche[rn]? )?(?:hinweis|verweis) auf (.+?)(?: (?:einbauen|geben|einblenden|nicht fehlen|nicht vergessen|wäre gut|rein))?`),
			form(bidThat, false, `(?:darauf )?(?:hinweisen|betonen|erwähnen|klarmachen|klar machen|deutlich machen|rüberbringen|sagen|(?:klar|deutlich) (?:werden|sein)|rüberkommen|rüberkommt|klar wird|deutlich wird|(?:klar|deutlich) (?:wird|ist)), dass (.+)`),
			form(bidThat, false, `(?:zeigt?|zeigen)(?: auch)?, dass (.+)`),
			form(bidInvite, false, `(?:lade|ladet|fordere|fordert|bitte|bittet|ermuntert?e?) (?:sie|alle|die leute|die zuschauer) (?:dazu )?(?:ein|auf)?, (.+)`),
			form(bidThat, false, `(?:betone|betont|erwähne|erwähnt|weis(?:e|t)? darauf hin|mach(?:e|t)? (?:klar|deutlich)|stell(?:e|t)? klar), dass (.+)`),
			form(bidThat, true, `(?:klar|deutlich) (?:werden|rüberkommen|gesagt werden), dass (.+)`),
			form(bidInvite, true, `(?:alle |alle herzlich |die \p{L}+ |unsere \p{L}+ |zur |zum )?(?:dazu )?(?:einladen|auffordern|aufrufen|ermuntern|ermutigen|motivieren|bitten|aufruf|aufforderung), (.+ (?:\p{L}+zu|zu )\p{L}+(?: .*)?)`),
			form(bidInvite, true, `(?:zur|zum|zu der|zu den) (\p{L}+ .+? (?:aufrufen|auffordern|ermuntern|einladen))`),
			form(bidBidWho, true, `((?:herzlich )?(?:alle(?: \p{L}+)?|die \p{L}+|unsere \p{L}+)(?: herzlich)?) ((?:zum|zur|zu unser\p{L}+|zu|ins|in die|in den) .+?) einladen`),
			form(bidBidWho, true, `(herzlich )?((?:zum|zur|zu unser\p{L}+) .+?) einladen`),
			form(bidFor, true, `(für .+?) (?:danken|bedanken)`),
			form(bidPoint, true, `((?:den|die|das|unser\p{L}*|eine?n?) [^,]+?) (?:erwähnen|nennen|ansprechen)`),
			form(bidWish, true, `(?:wünsch(?:e|t|en sie) )(?:allen |euch |ihnen )?(.+)`),
			form(bidWish, true, `(?:allen |euch )?(.+) wünschen`),
		},
		be:   pattern.New(`(?i)^(?:(?:sprich|sprecht|sprechen sie|formuliert?|schreib(?:e|t)?|halte[tn]?(?: sie)?) (?:es )?)?(.+?)(?:,? (?:sein|wirken|klingen|bleiben|ist|wirkt|klingt|bleibt|halten|gehalten))$`),
		note: "Nicht vergessen: ", more: "Mehr Infos: ",
	},
	"es": {
		lead:  pattern.New(`(?i)^(?:y|e|pero|por favor|después|luego|además|también|al (?:final|principio|cierre)(?: del v[ií]deo)?|por último|para (?:terminar|acabar|cerrar|finalizar|concluir)|finalmente|importante|(?:nos gustaría|me gustaría|queremos|quiero|querríamos|quisiera|quisiéramos|necesitamos|hace falta|conviene|pedimos|es importante)(?: que)?|que(?: el v[ií]deo| se)?|el v[ií]deo|(?:tiene|debe|debería|ha|hay) (?:que|de)|debe|debería|no (?:olvidar|olvides|olvidéis|olvide|os olvidéis)(?: de)?|acuérdate de|se pued[ae]|no os olvidéis de)[,:]?\s+`),
		last:  pattern.New(`(?i)al (?:final|cierre)|por último|para (?:terminar|acabar|cerrar|finalizar|concluir)|finalmente`),
		asks:  pattern.New(`(?i)por favor|al (?:final|principio|cierre)|último|para (?:terminar|acabar|cerrar|finalizar|concluir)|finalmente|gustaría|quer|quier|quisi|necesit|falta|conviene|pedimos|v[ií]deo|que|debe|olvid|acuérd`),
		joint: pattern.New(`(?i),? y |, `),
		forms: []bidForm{
			form(bidEnd, false, `(?:acab|termin|cierr|cerr|conclu[iyí]|finali[zc]|remat)\p{L}*(?: (?:el v[ií]deo|la pieza|todo|lo))?(?: con|:) (.+)`),
			form(bidEnd, false, `(?:acab|termin|cierr|cerr|conclu[iyí]|finali[zc]|remat)\p{L}*(?: (?:el v[ií]deo|la pieza))? ((?:dando|agradeciendo|invitando|animando|recordando|pidiendo|diciendo|deseando)\p{L}* .+)`),
			form(bidThank, true, `(?:agrade[cz]\p{L}+|(?:dar|dad|demos|den)(?:les)? (?:las )?gracias) ((?:a|al) .+)`),
			form(bidThank, false, `(?:agradec(?:e|er|ed)(?:les)?|dar(?:les)? las gracias) ((?:a|al) .+)`),
			form(bidThank, false, `(?:agradec(?:e|er|ed|iendo)(?:les)?) ((?:el|la|l[oa]s|su|vuestr[oa]) .+)`),
			form(bidPoint, true, `(?:remit|dirig|dirij|env[ií]|mand|llev)\p{L}* (?:a (?:tod[oa]s|la gente|l[oa]s \p{L}+) )?a (.+)`),
			form(bidPoint, true, `(?:mencion|anunci|nombr|cit|record|recuerd|señal)\p{L}* ((?:al|a la|a l[oa]s|la|el|l[oa]s|nuestr[oa]s?|una?) .+)`),
			form(bidPoint, false, `(?:mencion(?:a|ar|ad|e|en)|nombr(?:a|ar|ad)|anunci(?:a|ar|ad|e|en)|recordar(?:les)?) ((?:al|a la|a l[oa]s|la|el|l[oa]s|nuestr[oa]s?|una?) .+)`),
			form(bidThat, false, `(?:qued[ea]\p{L}* (?:muy |bien )?claro|dej(?:ar|a|ad|e|en) (?:muy |bien )?claro|se entienda(?: bien)?|se vea(?: bien)?) que (.+)`),
			form(bidThat, false, `(?:mostrar|muestra|mostrad|enseñar) que (.+)`),
			form(bidInvite, false, `(?:inv[ií]ta|an[ií]ma|inv[ií]tad|animad)(?:l[oa]s|les) a (\p{L}+(?:ar|er|ir)(?:se)?\b.*)`),
			form(bidThat, true, `(?:dec|dig|indi[cq]|expli[cq]|subray|destac|destaq|mencion|record|recuerd|insist)\p{L}*(?: en| a (?:tod[oa]s|l[oa]s \p{L}+))? que (.+)`),
			form(bidInvite, true, `(?:invit|anim)\p{L}* (?:a (?:tod[oa]s|la gente|l[oa]s \p{L}+|el público) )?a (\p{L}+(?:ar|er|ir)(?:se|nos|l[oa]s?)?\b.*)`),
			form(bidInvite, true, `(?:pid|ped)\p{L}* (?:a (?:tod[oa]s|la gente|l[oa]s \p{L}+) )?que (?:se )?(\p{L}+(?:ar|er|ir)(?:se)?\b.*)`),
			form(bidBidWho, true, `invit\p{L}* a (tod[oa]s(?: l[oa]s \p{L}+)?|l[oa]s \p{L}+|la gente) ((?:a la|al|a los|a las) .+)`),
			form(bidFor, false, `(?:agradec\p{L}*|d[aá]\p{L}* (?:las )?gracias) (por .+)`),
			form(bidWish, false, `dese(?:ar|ad|a)(?:les|os) (?:un[ao]? )?(.+)`),
			form(bidWish, true, `dese(?:ar|a|e|ad|ando)(?:les|os)?(?: a tod[oa]s)? (.+)`),
		},
		be:   pattern.New(`(?i)^(?:h[aá]bl\p{L}* (?:de (?:forma|manera|modo) |en (?:un )?tono |con (?:un )?(?:tono )?)|sea|quede|resulte|ser|suene|parezca|(?:no )?dure|no supere|no pase de|ten(?:er|ga)|algo|con)\s*(.+)$`),
		note: "A tener en cuenta: ", more: "Más información: ",
	},
	"fr": {
		lead:  pattern.New(`(?i)^(?:et|mais|puis|ensuite|aussi|enfin|merci d(?:e |['’])|de|d['’]|s['’]il (?:vous|te) plaît|svp|à la (?:toute )?fin|au début|en (?:conclusion|clôture)|pour (?:finir|terminer|conclure)|important|pens(?:e|ez|er) à|n['’]oubli(?:e|ez|er|ons) pas (?:de |d['’])|ne pas oublier (?:de |d['’])?|(?:on|nous|je|j['’]) ?(?:voudrais|voudrait|voudrions|aimerais|aimerait|aimerions|souhaite|souhaitons|souhaiterait|veut|veux|voulons)(?: que| qu['’])?|il (?:faut|faudrait)(?: que| qu['’])?|qu['’](?:elle|il|on)|que (?:la vidéo|le clip|ça|cela|ce)|que|la vidéo|elle|(?:doit|devra|devrait))[,:]?\s*`),
		last:  pattern.New(`(?i)à la (?:toute )?fin|en (?:conclusion|clôture)|pour (?:finir|terminer|conclure)|enfin`),
		asks:  pattern.New(`(?i)plaît|svp|fin|début|conclu|clôture|terminer|important|pens|oubli|voudr|aimer|souhait|ve[ux]|voul|faut|faudr|qu|vidéo|doit|devr|merci de`),
		joint: pattern.New(`(?i),? et |, `),
		forms: []bidForm{
			form(bidEnd, false, `(?:termin|fini|conclu|clôtur|clore|clos)\p{L}*(?: (?:la vidéo|le clip|le tout))?(?: (?:avec|par|sur)| :) (.+)`),
			form(bidEnd, false, `(?:termin|fini|conclu|clôtur)\p{L}*(?: (?:la vidéo|le clip))? (en (?:leur |vous |nous )?(?:remerciant|invitant|rappelant|disant|encourageant|souhaitant) .+)`),
			form(bidThank, true, `(?:remerci\p{L}+|dire merci|dites merci|dis merci) (.+)`),
			form(bidThank, false, `remerci(?:er|ez|e) (.+)`),
			form(bidPoint, true, `(?:renvo[iy]|dirig)\p{L}* (?:les \p{L}+ |tout le monde )?(?:vers|sur|à) (.+)`),
			form(bidPoint, true, `(?:mentionn|annon[cç]|signal|rappel|cit|indiqu)\p{L}* ((?:la |les? |l['’]|nos |notre |une? ).+)`),
			form(bidPoint, false, `(?:mentionner|mentionnez|mentionne|annoncer|annoncez|citer|citez|rappeler) ((?:la |les? |l['’]|nos |notre |une? ).+)`),
			form(bidThat, false, `(?:(?:on )?(?:comprenne|voie|sente|sache)(?: bien)?|soit (?:bien |très )?clair|insist\p{L}* (?:bien )?sur le fait) (?:que |qu['’])(.+)`),
			form(bidThat, false, `(?:montrer|montrez|montre)(?: bien)? (?:que |qu['’])(.+)`),
			form(bidInvite, false, `(?:invitez|encouragez|incitez|invite|encourage|incite)-(?:les|le|la) (?:à |d['’])(\p{L}+(?:er|ir|re)\b.*)`),
			form(bidThat, true, `(?:dis|dit|dire|dites|indiqu|précis|rappel|mentionn|soulign|expliqu)\p{L}*(?: bien)? (?:que |qu['’])(.+)`),
			form(bidInvite, true, `(?:invit|encourag|incit)\p{L}* (?:(?:(?:les|nos) \p{L}+|tout le monde|le public|tous(?: les \p{L}+)?|chacun) )?(?:à |d['’])(\p{L}+(?:er|ir|re)\b.*|s['’]\p{L}+er?\b.*)`),
			form(bidBidWho, true, `invit\p{L}* (tout le monde|tous(?: les \p{L}+)?|les \p{L}+|nos \p{L}+) ((?:à la |au |aux |à l['’]).+)`),
			form(bidFor, false, `remerci(?:er|ez|e)(?:-les| tout le monde)? (pour .+)`),
			form(bidWish, true, `souhait(?:er|e|ez|ant)(?:-leur| à tous)? (.+)`),
		},
		be:   pattern.New(`(?i)^(?:parl\p{L}* (?:de (?:façon|manière) |d['’]un ton |avec (?:un ton )?)|(?:on |nous |ce |ça )?(?:soit|reste[zr]?|restons|garde|est)|être|fasse|(?:ne )?dure(?: pas)?|ne dépasse pas|avoir|quelque chose d[e'’]|avec|un)\s*(.+)$`),
		note: "À noter : ", more: "Plus d'informations : ",
	},
	"it": {
		lead:  pattern.New(`(?i)^(?:e|ed|ma|poi|dopo|infine|inoltre|anche|per favore|alla fine(?: del video)?|all['’]inizio|in (?:chiusura|conclusione)|per (?:finire|chiudere|concludere|terminare)|importante|non (?:dimenticare|dimenticate|dimenticarti|scordare|scordate)(?: di)?|ricordati di|ricordatevi di|(?:vorremmo|vorrei|vogliamo|voglio|ci piacerebbe|mi piacerebbe|bisogna|serve|è importante|chiediamo)(?: che)?|che(?: il video| si)?|il video|(?:deve|dovrebbe))[,:]?\s+`),
		last:  pattern.New(`(?i)alla fine|in (?:chiusura|conclusione)|per (?:finire|chiudere|concludere|terminare)|infine`),
		asks:  pattern.New(`(?i)favore|fine|inizio|chiusura|conclu|finire|chiudere|terminare|importante|dimentic|scord|ricordat|vorr|vogli|piacer|bisogna|serve|che|video|dev|dovr`),
		joint: pattern.New(`(?i),? ed? |, `),
		forms: []bidForm{
			form(bidEnd, false, `(?:chiud|chius|finisc|finir|conclu|termin)\p{L}*(?: (?:il video|la clip|tutto))?(?: con| col|:) (.+)`),
			form(bidEnd, false, `(?:chiud|finisc|finir|conclu|termin)\p{L}*(?: (?:il video))? ((?:ringraziando|invitando|ricordando|dicendo|augurando)\p{L}* .+)`),
			form(bidThank, false, `(?:ringrazi\p{L}*|dire grazie|dite grazie|di['’] grazie) (.+)`),
			form(bidPoint, true, `(?:rimand\p{L}*|indirizz\p{L}*|invia|inviare|inviate) (?:tutti |i \p{L}+ )?(?:a|al|alla|all['’]|ai) ?(.+)`),
			form(bidPoint, false, `(?:annunci(?:a|are|ate)|menzion(?:a|are|ate)|segnal(?:a|are|ate)|cit(?:a|are|ate)|ricord(?:are)) ((?:la |il |lo |l['’]|i |gli |le |nostr[oaie] |una? ).+)`),
			form(bidPoint, true, `(?:ricord|nomin)\p{L}* ((?:la |il |lo |l['’]|i |gli |le |nostr[oaie] |una? ).+)`),
			form(bidThat, false, `(?:sia (?:ben |molto )?chiaro|si capisca(?: bene)?|si veda|far capire|fate capire|fai capire|far sapere|chiarire|chiarite|sottoline\p{L}+) che (.+)`),
			form(bidThat, false, `(?:mostrare|mostra|mostrate|far vedere|fate vedere) che (.+)`),
			form(bidInvite, false, `(?:invita|invitate|incoraggia|incoraggiate)(?:l[ieao]) ad? (\p{L}+(?:are|ere|ire|rsi|rci)\b.*)`),
			form(bidThat, true, `(?:dic|dire|dite|indic|spieg|precis|sottoline|ricord|menzion)\p{L}*(?: (?:a tutti|ai \p{L}+))? che (.+)`),
			form(bidInvite, true, `(?:invit|incoraggi|spron)\p{L}* (?:(?:tutti(?: i \p{L}+)?|la gente|il pubblico|i \p{L}+|gli \p{L}+|le \p{L}+|chi guarda) )?ad? (\p{L}+(?:are|ere|ire|rsi|rci)\b.*)`),
			form(bidBidWho, true, `invit\p{L}* (tutti(?: i \p{L}+| gli \p{L}+)?|i \p{L}+|gli \p{L}+|le \p{L}+) ((?:alla |al |all['’]|ai |alle |agli ).+)`),
			form(bidFor, false, `ringrazi(?:are|a|ate)(?:l[ie]|vi)?(?: tutti)? (per .+)`),
			form(bidWish, true, `augur(?:are|a|i|ate|ando)(?: a tutti)? (.+)`),
		},
		be:   pattern.New(`(?i)^(?:parl\p{L}* (?:in modo |in maniera |con (?:un )?(?:tono )?)|sia|resti|essere|restare|(?:non )?duri|non superi|avere|qualcosa di|con un|un)\s*(.+)$`),
		note: "Da ricordare: ", more: "Maggiori informazioni: ",
	},
	"pt": {
		lead:  pattern.New(`(?i)^(?:e|mas|depois|também|além disso|por favor|(?:no|ao) (?:final|fim)(?: do vídeo)?|no (?:início|encerramento)|por (?:último|fim)|para (?:terminar|fechar|encerrar|finalizar|concluir|acabar)|importante|não (?:esquecer|esqueça|esqueçam|esqueças)(?: de)?|(?:queremos|quero|queríamos|gostaríamos|gostaria|gostávamos|gostava|precisamos|é importante|pedimos)(?: de)?(?: que)?|que(?: o vídeo| se| fique)?|o vídeo|(?:tem|deve|deveria|há|precisa)(?: que| de)?|era bom que|seria bom)[,:]?\s+`),
		last:  pattern.New(`(?i)(?:no|ao) (?:final|fim)|encerramento|por (?:último|fim)|para (?:terminar|fechar|encerrar|finalizar|concluir|acabar)`),
		asks:  pattern.New(`(?i)favor|final|fim|início|encerra|último|terminar|fechar|finalizar|concluir|acabar|importante|esque|quer|gost|precis|pedimos|que|vídeo|tem|deve|seria|era bom`),
		joint: pattern.New(`(?i),? e |, `),
		forms: []bidForm{
			form(bidEnd, false, `(?:fech|termin|encerr|conclu|finaliz|acab)\p{L}*(?: o vídeo| tudo)?(?: com|:) (.+)`),
			form(bidEnd, false, `(?:fech|termin|encerr|conclu|finaliz|acab)\p{L}*(?: o vídeo)? (?:a )?((?:agradecendo|convidando|lembrando|dizendo|desejando|chamando|agradecer|convidar|lembrar|dizer|desejar)\p{L}* .+)`),
			form(bidThank, false, `(?:agrade[cç]\p{L}+|dizer obrigado|diga obrigado) ((?:a|ao|à|aos|às) .+)`),
			form(bidPoint, true, `(?:direcion|mand|encaminh|remet)\p{L}* (?:tod[oa]s |as pessoas |os \p{L}+ )?(?:para|ao|à) (?:o |a )?(.+)`),
			form(bidPoint, true, `(?:mencion|anunci|cit|lembr|inclu|indi[cq])\p{L}* ((?:a|o|os|as|noss[oa]s?|uma?) .+)`),
			form(bidPoint, false, `(?:mencionar|mencione|menciona|mencionem|anunciar|anuncie|anuncia|citar|cite|lembrar|relembrar) ((?:a|o|os|as|noss[oa]s?|uma?) .+)`),
			form(bidThat, false, `(?:fi(?:que|car) (?:bem |muito )?claro|deix(?:ar|e|a|em) (?:bem |muito )?claro|(?:bem |muito )?claro|se perceba(?: bem)?|perceba) que (.+)`),
			form(bidThat, false, `(?:mostrar|mostre|mostra) que (.+)`),
			form(bidInvite, false, `(?:convide|convida|incentive|incentiva)-[oa]s (?:a|para) (\p{L}+(?:ar|er|ir)(?:-se)?\b.*)`),
			form(bidThat, true, `(?:diz|diga|indi[cq]|expli[cq]|reforç|destac|destaq|mencion|lembr|sublinh)\p{L}*(?: (?:a tod[oa]s|aos \p{L}+|às \p{L}+))? que (.+)`),
			form(bidInvite, true, `(?:convid|incentiv|anim|cham|encoraj)\p{L}* (?:(?:tod[oa]s|as pessoas|o público|a malta|a galera|(?:[oa]s|noss[oa]s) \p{L}+) )?(?:a|para|pra) (\p{L}+(?:ar|er|ir)(?:-se)?\b.*)`),
			form(bidBidWho, true, `convid\p{L}* (tod[oa]s(?: [oa]s \p{L}+)?|[oa]s \p{L}+|toda a gente) ((?:para o|para a|para os|para as|ao|à) .+)`),
			form(bidFor, false, `agrade[cç]\p{L}*(?:-lhes)? (pel[oa]s? .+)`),
			form(bidWish, true, `desej(?:ar|a|e|em|ando)(?:-lhes)?(?: a todos)? (.+)`),
		},
		be:   pattern.New(`(?i)^(?:fal\p{L}* (?:de (?:um jeito|forma|maneira|modo) |(?:com|num|em) (?:um )?(?:tom )?)|seja|fique|ser|ficar|(?:não )?dure|não passe de|não ultrapasse|durar|ter|algo|com)\s*(.+)$`),
		note: "A não esquecer: ", more: "Mais informações: ",
	},
}

// aBid is one part of such a sentence.
type aBid struct {
	kind  bidKind
	text  string // as it stands
	what  string
	more  string // to what those who are named are invited
	last  bool
	asked bool
}

// bidsAbroad carries out such a sentence.
func (p *parser) bidsAbroad(r *reading) bool {
	t := bidTongues[p.t.Code]
	if t == nil || p.foreign || p.verbatim || p.material || p.first() && len(p.b.Points) == 0 && p.b.Title == "" || strings.HasSuffix(r.text, "?") || prose.Words(r.text) > 60 {
		return false
	}
	if m := citationOf.FindStringSubmatch(strings.TrimSpace(r.text)); m != nil { // "Citation de notre fondatrice, Inès Caron : « … »"
		p.orders++
		part, name := m[1], strings.TrimSpace(m[2])
		p.say(brief.Point{Form: brief.Quote, Text: strings.TrimSpace(m[3]), Name: name, Part: strings.Trim(articleAfter.ReplaceAllString(part, ""), " ,"), Asked: true}, r.Sentence)
		return true
	}
	bids, ok := p.bidParts(t, prose.Unstop(strings.TrimRight(r.text, "! ")), aBid{}, 0)
	if !ok {
		return false
	}
	if last := &bids[len(bids)-1]; strings.HasSuffix(strings.TrimSpace(r.text), "!") && last.kind == bidEnd {
		last.what += " !"[map[bool]int{true: 0, false: 1}[p.t.Code == "fr"]:]
	}
	only := true
	for _, b := range bids {
		only = only && b.kind == bidStyle
	}
	if only && len(bids) == 1 && bids[0].what == bids[0].text && !noneSuch.MatchString(r.text) && !p.newStyle(bids[0].what) && !p.styleNoun(bids[0].what) && !p.onlyAdjectives(bids[0].what) {
		return false // a setting alone has its own readers
	}
	p.orders++
	for _, b := range bids {
		p.carryBid(t, b, r.Sentence)
	}
	return true
}

// citationOf is a quotation under its name. Groups: the post of who said it, the name, the words.
var citationOf = pattern.New(`^(?i:zitat|cita|citation|citazione|citação|frase)(?: (?i:von|vom|de|del|de la|du|di|della|da|do))? ((?i:(?:unser\p{L}*|nuestr[oa]|notre|nostr[oa]|noss[oa]|la|el|le|il|o|a|der|dem) )?(?:\p{Ll}[\p{L}'’-]* ){0,4}?\p{Ll}[\p{L}'’-]*,? )?(\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]+){0,2})\s?: [«"“„]\s?([^«»"“”„]+?)\s?[»"”“][.]?$`)

// newStyle tells whether words say how a video is to be in a way that only this reader knows.
func (p *parser) newStyle(s string) bool {
	for _, x := range settingJoint.Split(s, -1) {
		x = strings.TrimSpace(degreeFirst.ReplaceAllString(strings.TrimSpace(x), ""))
		if registerOf.MatchString(x) || touchOf.MatchString(x) || withTone.MatchString(x) || noneOfIt.MatchString(x) || asides[p.t.Code].manner != nil && asides[p.t.Code].manner.MatchString(x) {
			return true
		}
	}
	return false
}

// bidParts takes a sentence apart; before is the part before it, whose place holds on.
func (p *parser) bidParts(t *bidTongue, s string, before aBid, depth int) ([]aBid, bool) {
	whole, is := p.bidOf(t, s, before)
	if is && whole.kind == bidStyle || depth > 5 {
		return []aBid{whole}, is
	}
	for _, at := range t.joint.FindAllStringIndex(s, -1) {
		if prose.InQuotes(s, at[0]) {
			continue
		}
		b, ok := p.bidOf(t, s[:at[0]], before)
		if !ok {
			continue
		}
		if more, ok := p.bidParts(t, strings.TrimSpace(s[at[1]:]), b, depth+1); ok {
			return append([]aBid{b}, more...), true
		}
	}
	return []aBid{whole}, is
}

// bidOf reads one part.
func (p *parser) bidOf(t *bidTongue, s string, before aBid) (aBid, bool) {
	s = strings.TrimSpace(s)
	b := aBid{text: s, what: s, last: before.last, asked: before.asked || before.text != ""}
	if s == "" {
		return b, false
	}
	rest := strings.NewReplacer(`"você"`, "você", `“você”`, "você", `"du"`, "du", `„du“`, "du", `„Sie“`, "Sie", `"Sie"`, "Sie", `"tú"`, "tú", `"usted"`, "usted", `"tu"`, "tu", `"lei"`, "lei", `"Lei"`, "Lei").Replace(s)
	for range 6 {
		m := t.lead.FindStringIndex(rest)
		if m == nil || m[1] >= len(rest) || !strings.ContainsAny(rest[m[1]-1:m[1]], " '\x99") {
			break
		}
		b.last = b.last || t.last.MatchString(rest[:m[1]])
		b.asked = b.asked || t.asks.MatchString(rest[:m[1]])
		rest = strings.TrimSpace(rest[m[1]:])
	}
	if m := madeSo.FindStringIndex(rest); m != nil && m[1] < len(rest) { // "Fate un video di mezzo minuto, chiaro"
		rest, b.asked = rest[m[1]:], true
	}
	lead := rest != s
	if at := endOfVideo.FindStringIndex(rest); at != nil && at[0] > 0 {
		rest, b.last, b.asked = rest[:at[0]], true, true
	}
	for _, f := range t.forms {
		if f.placed && !b.asked && !b.last {
			continue
		}
		m := f.re.FindStringSubmatch(rest)
		if m == nil || f.kind == bidThank && forReason.MatchString(m[1]) {
			continue
		}
		b.kind, b.what = f.kind, strings.TrimSpace(m[1])
		if len(m) > 2 {
			b.more = m[2]
		}
		return b, b.what+b.more != ""
	}
	b.kind = bidStyle
	if m := t.be.FindStringSubmatch(rest); m != nil && (lead || before.text != "" || talksSo.MatchString(rest)) && (p.allSettings(m[1]) || (lead || before.text != "" || talksSo.MatchString(rest)) && p.adjectives(m[1])) {
		b.what = m[1]
		return b, true
	}
	b.what = rest
	if m := aimOf[p.t.Code]; m != nil && m.MatchString(s) && !anyDigit.MatchString(yearAny.ReplaceAllString(s, "")) && prose.Words(s) <= 16 {
		b.kind, b.what = bidAim, s
		return b, true
	}
	if p.styleNoun(rest) {
		b.kind = bidStyle
		return b, true
	}
	if b.last {
		if bare := putThere.ReplaceAllString(rest, ""); p.allContacts(t, bare) {
			b.kind, b.what = bidEnd, bare
			return b, true
		}
	}
	if m := logoLast.FindStringSubmatch(rest); m != nil && b.last {
		b.kind, b.what = bidStyle, "logo"
		if m[1] != "" {
			b.kind, b.what = bidEnd, m[1]
		}
		return b, true
	}
	if platformRE.FindString(" "+rest) == " "+rest && prose.Words(rest) <= 5 { // "Para Instagram."
		b.kind = bidSeen
		return b, true
	}
	addressed := asides[p.t.Code].manner != nil && asides[p.t.Code].manner.MatchString(rest) && !selves.MatchString(rest)
	if p.onlyAdjectives(rest) {
		b.kind = bidStyle
		return b, true
	}
	if p.allSettings(rest) && (lead || before.text != "" || addressed || p.newStyle(rest) || p.settingAbroad(rest) && prose.Words(rest) <= 8) {
		return b, true
	}
	return b, false
}

// adjectives tells whether words say how a video is to be, some in words that are not known:
// "allegro, estivo, per Instagram".
func (p *parser) adjectives(s string) bool {
	known := 0
	for _, x := range settingJoint.Split(strings.TrimSpace(s), -1) {
		if raw := strings.TrimSpace(x); noneOf.MatchString(raw) && prose.Words(raw) <= 4 && !anyDigit.MatchString(raw) {
			continue
		}
		x = strings.TrimSpace(degreeFirst.ReplaceAllString(strings.TrimSpace(x), ""))
		switch {
		case p.allSettings(x), platformRE.MatchString(" " + x):
			known++
		case prose.Words(x) != 1 || prose.StartsUpper(x) || anyDigit.MatchString(x):
			return false
		}
	}
	return known > 0
}

// madeSo orders a video that is still to be told about.
var madeSo = pattern.New(`(?i)^(?:fate|fai|fateci|fammi|haz|haced|hazlo|haga|faites|fais|faz|faça|façam|macht|mach|bitte|prepara|preparate|préparez|crea|crie|cria|erstellt?|erstelle)? ?(?:mir |uns |nos |ci )?(?:un|une|uno|um|ein|einen)? ?(?:v[ií]deo|vidéo|clip|clipe|film|reel)(?: (?:di|de|d['’]|von|em|en|in|que dure|che duri|qui dure))? `)

// aimOf is what a video is to do to its viewers: "Soll Lust auf 2025 machen", "La vidéo doit
// donner envie, sans pathos".
var aimOf = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:(?:das (?:video|ganze)|der (?:clip|film|spot)|es|er) )?(?:soll(?:te)?|muss|darf) (?:(?:auch|bitte|vor allem|ruhig) )*[^.]*?(?:lust|mut|neugier(?:ig)?|appetit|vertrauen|interesse|zuversicht|freude|stimmung|laune|eindruck|gefühl|hunger|spannung|vorfreude|aufmerksamkeit|ansprechen|motivieren|begeistern|überzeugen|aufklären|auffallen|berühren)(?: [^.]*)?(?:machen|wecken|vermitteln|ausstrahlen|schaffen|verbreiten|erzeugen|geben|steigern|)$`),
	"es": pattern.New(`(?i)^(?:que )?(?:(?:el v[ií]deo|el clip) )?(?:debe|debería|tiene que|ha de|que)? ?(?:transmit(?:ir|a)|inspir(?:ar|e)|motiv(?:ar|e)|emocion(?:ar|e)|convenc(?:er|za)|enganch(?:ar|e)|(?:dar|dé) ganas|despert(?:ar)|despierte|llam(?:ar|e) la atención|gener(?:ar|e) (?:confianza|ilusión|ganas)|da(?:r|é) confianza)(?: .*)?$`),
	"fr": pattern.New(`(?i)^(?:(?:la vidéo|le clip|elle|ça|il faut que ça|que ça) )?(?:doit|devrait|puisse)? ?(?:donn(?:er|e) (?:envie|confiance|faim|le sourire)|inspir(?:er|e)|motiv(?:er|e)|rassur(?:er|e)|transmettre|mobilis(?:er|e)|éveill(?:er|e)|sensibilis(?:er|e)|interpell(?:er|e)|accroch(?:er|e)|fédér(?:er|e)|valoris(?:er|e))(?:,? .*)?$`),
	"it": pattern.New(`(?i)^(?:(?:il video|la clip) )?(?:deve|dovrebbe|che)? ?(?:far(?:e)? venir(?:e)? (?:voglia|fame)|trasmett(?:ere|a)|ispir(?:are|i)|motiv(?:are|i)|coinvolg(?:ere|a)|emozion(?:are|i)|convinc(?:ere|a)|invogli(?:are|a|hi)|dare fiducia|suscit(?:are|i)|incuriosi(?:re|sca)|strapp(?:are|i) un sorriso)(?: .*)?$`),
	"pt": pattern.New(`(?i)^(?:(?:o vídeo|o clipe) )?(?:deve|deveria|tem que|tem de|precisa|que)? ?(?:transmit(?:ir|a)|inspir(?:ar|e)|motiv(?:ar|e)|emocion(?:ar|e)|convenc(?:er|a)|cativ(?:ar|e)|(?:dar|dê) vontade|pass(?:ar|e) (?:confiança|alegria|segurança|energia|emoção)|despert(?:ar|e)|cham(?:ar|e) a atenção|gerar? (?:confiança|interesse))(?: .*)?$`),
}

var (
	// yearAny is a year.
	yearAny = pattern.New(`\b20\d\d\b`)
	// logoLast ends a video with its logo. Group 1 is what else.
	logoLast = pattern.New(`(?i)^(?:(?:mit |con |avec |com )?(?:das |unser |el |le |il |o |notre |nuestro |nostro |nosso )?logo)(?: (?:und|y|et|e) (.+))?$`)
)

// styleNoun tells whether words say how part of a video is to be: "Frases curtas, por favor",
// "Sprache einfach halten", "Le immagini devono far sognare".
func (p *parser) styleNoun(s string) bool {
	if m := partOfVideo.FindString(s); m == "" || anyDigit.MatchString(s) || prose.Words(s) > 14 || ours.MatchString(s) {
		return false
	}
	return !p.isClause(s) || mustBe.MatchString(s)
}

// allContacts tells whether words are nothing but ways to reach somebody.
func (p *parser) allContacts(t *bidTongue, s string) bool {
	for _, x := range t.joint.Split(s, -1) {
		if m := contactPart.FindStringSubmatch(strings.TrimSpace(x)); m == nil || prose.Mail(m[1])+prose.URL(m[1]) == "" && !phoneOnly.MatchString(m[1]) {
			return false
		}
	}
	return true
}

var (
	// partOfVideo is a part of every video.
	partOfVideo = pattern.New(`(?i)^(?:(?:die|der|das|la|les?|l['’]|el|los|las|il|lo|i|gli|os?|as?) ?)?(?:sprache|sätze|bilder|schnitte?|look|optik|frases|lenguaje|imágenes|estética|planos|phrases|langage|images|rythme|montage|visuels|frasi|linguaggio|immagini|montaggio|grafica|linguagem|imagens|pegada|vibe|edição)(?:\s|$)`)
	// mustBe is how such a part is to be.
	mustBe = pattern.New(`(?i)(?:^|\s)(?:soll(?:en)?|müssen|halten|bleiben|wirken|deben|debe|doivent|doit|devono|deve|devem|têm que|que sean|que soient|bitte|por favor|s['’]il)(?:\s|$)`)
	// ours is of those who order.
	ours = pattern.New(`(?i)(?:^|\s)(?:unser|nuestr|notre|nos|nostr|noss)\p{L}*(?:\s|$)`)
	// putThere orders to show something.
	putThere = pattern.New(`(?i)^(?:metti|mettete|inserisci|inserite|pon|poned|pongan|muestra|mostrad|mets|mettez|affichez?|afficher|mettre|mettere|poner|mostrar|põe|ponha|coloque|coloca|colocar|mostre|zeigt?|zeigen|nennt?)\s+`)
)

var (
	// notSoFirst begins with what a video is not to be.
	notSoFirst = pattern.New(`(?i)^(?:nicht|no|pas|non|não|nada) \p{L}+,`)
	// withoutBeing ends a tone with what it is not to become: "emocionante sem ser piegas".
	withoutBeing = pattern.New(`(?i),? (?:sem ser|sin ser|sans être|senza essere|ohne|sin caer en|sans tomber dans)(?: \p{L}+)?(?: \p{L}+| zu sein| zu werden)$`)
)

// onlyAdjectives tells whether a sentence is a few adjectives of which most are of tone:
// "Ironico ma affettuoso".
func (p *parser) onlyAdjectives(s string) bool {
	s = lowerFirst(strings.TrimRight(s, " .!"))
	if prose.Words(s) > 6 || anyDigit.MatchString(s) {
		return false
	}
	bare := withoutBeing.ReplaceAllString(s, "")
	parts := settingJoint.Split(bare, -1)
	first := strings.TrimSpace(degreeFirst.ReplaceAllString(strings.TrimSpace(parts[0]), ""))
	return (len(parts) > 1 && notSoFirst.MatchString(s) || (len(parts) > 1 || bare != s) && toneWords[first] || len(parts) > 1 && platformRE.MatchString(" "+first)) && p.adjectives(bare)
}

// talksSo says how the video is to speak, or to be.
var talksSo = pattern.New(`(?i)^(?:reste[rz]|mantén|h[aá]bl|parl|fal|spr[ei]ch|soit|sia|seja|sea|fique|quede)`)

// allSettings tells whether every part of words is about how the video is to be.
func (p *parser) allSettings(s string) bool {
	s = atMost.ReplaceAllString(strings.TrimSpace(s), "")
	if s == "" || prose.Words(s) > 12 || playedThere.MatchString(s) || selves.MatchString(s) {
		return false
	}
	if p.settingAbroad(s) {
		return true
	}
	if a := asides[p.t.Code]; a.manner != nil && a.manner.MatchString(s) && prose.Words(s) <= 6 {
		return true
	}
	for _, x := range settingJoint.Split(s, -1) {
		x = strings.TrimSpace(degreeFirst.ReplaceAllString(strings.TrimSpace(x), ""))
		if registerOf.MatchString(x) || touchOf.MatchString(x) {
			continue
		}
		if no := noneOf.FindStringIndex(x); no != nil && prose.Words(x) <= 6 && (p.t.Production.MatchString(" "+x[no[1]:]+" ") || noneOfIt.MatchString(x)) || withTone.MatchString(x) {
			continue
		}
		if x == "" || !p.settingAbroad(x) && !toneWords[strings.ToLower(x)] && !(asides[p.t.Code].manner != nil && asides[p.t.Code].manner.MatchString(x) && prose.Words(x) <= 6) {
			return false
		}
	}
	return true
}

var (
	// settingJoint parts how a video is to be.
	settingJoint = pattern.New(`(?i),? (?:und|aber|y|e|pero|et|mais|ma|mas) |, `)
	// noneOf forbids what a video may have, noneOfIt how it may speak.
	noneOf   = pattern.New(`(?i)^(?:nada de|sin|nichts|keine?[nr]?|pas (?:trop )?d(?:e |['’])|niente|senza|nessuna?|sem|nenhuma?|ohne|zéro|sans) ?`)
	noneOfIt = pattern.New(`(?i)(?:werbesprech|werbesprache|fachchinesisch|floskeln|übertreibung\p{L}*|tecnicismos|jerga|exageraciones|frases hechas|jargon|superlatifs|langue de bois|tecnicismi|esagerare|exagerar|en faire trop|zu übertreiben|paroloni|retorica|gírias|exageros|jargão|clichés?)$`)
	// registerOf is a tone under another name, touchOf a bit of one.
	registerOf = pattern.New(`(?i)^(?:(?:der|die|el|la|le|il|o|a|un|une|uno?|una|um|uma|ein(?:e|en)?) )?(?:taglio|registro|enfoque|registre|linguaggio|lenguaje|langage|linguagem|sprache|atmosfera|ambiente|ambiance|stimmung) (?:(?:bitte|très|muy|molto|muito|sehr|plutôt|più) )?\p{Ll}+(?: \p{Ll}+)?$`)
	touchOf    = pattern.New(`(?i)^(?:(?:avec|con|mit|com) )?(?:(?:une?|eine?n?|um|uma|una|uno) )?(?:petite?|kleine[rns]?|pequeñ[oa]|piccol[oa]|pequen[oa]|leichte[rn]?)? ?(?:touche|toque|tocco|prise|hauch|pizca|pizzico|schuss|brin) (?:d['’]|de |di |von |an )?\p{L}+(?: (?:serait |sería |wäre |sarebbe |seria |est |es |ist |è |é )?(?:bienvenue?|willkommen|gern gesehen|bienvenid[oa]|gradit[oa]|bem-vind[oa]|erwünscht|schön))?$`)
	// noneSuch forbids a thing of one kind, and not the thing: "niente musica invadente".
	noneSuch = pattern.New(`(?i)(?:nada de|niente|nichts|kein\p{L}*|pas de|nenhuma?|sem|sin|senza|sans|ohne) (?:música|musica|musique|musik) (?:trop |muito |muy |troppo |zu )?\p{Ll}{4,}`)
	// withTone is a tone by its noun.
	withTone = pattern.New(`(?i)^(?:con|avec|com|mit) (?:(?:mucha?|un poco de|un toque de|un toque di|un po['’] di|beaucoup d['’e]|un peu d['’e]|muit[oa]|um pouco de|viel|etwas|ein wenig) ?)?(?:calma|calme|cariño|humor|humour|umorismo|respeto|respect|rispetto|respeito|herz|ruhe|ironía|ironia|energía|énergie|energia|alegría|alegria|allegria|entusiasmo|enthousiasme|douceur|emoción|émotion|emozione|emoção|dolcezza|carinho|gefühl|augenzwinkern|begeisterung|schwung|leveza|leggerezza|légèreté)$`)
	// degreeFirst stands before it.
	degreeFirst = pattern.New(`(?i)^(?:(?:lieber|mejor|plutôt|meglio|gern(?:e)?|sehr|eher|recht|ganz|möglichst|nicht zu|nicht|bitte|muy|más bien|bastante|no muy|algo|très|plutôt|assez|pas trop|pas|molto|abbastanza|non troppo|un po['’]|bem|muito|bastante|não muito|um pouco|mais|más|plus|più|etwas|ein bisschen) )+`)
	// atMost ends a length.
	atMost = pattern.New(`(?i)(?: como (?:mucho|máximo)| máximo| au (?:maximum|plus)| maximum| maxi| al massimo| massimo| no máximo| maximal| höchstens| max\.?)$`)
)

// carryBid carries out one part.
func (p *parser) carryBid(t *bidTongue, b aBid, at prose.Sentence) {
	role := brief.Body
	if b.last {
		role = brief.Action
	}
	switch b.kind {
	case bidStyle:
		p.understand(at.Line, b.text, func() {
			if d := prose.Duration(b.what); d >= 5 {
				p.b.length(b.text, d)
			}
			p.direct(noneSuch.ReplaceAllString(b.text, ""), at.Line)
		})
		for _, x := range settingJoint.Split(b.what, -1) {
			if x = strings.TrimSpace(x); !p.addressed(x, at.Line) {
				p.unheeded(atMost.ReplaceAllString(degreeFirst.ReplaceAllString(x, ""), ""), at.Line)
			}
		}
	case bidEnd:
		doing := strings.TrimPrefix(b.what, "en ")
		if x, ok := p.bidOf(t, leftOut.ReplaceAllString(doing, "$1 "), aBid{last: true, asked: true}); ok && x.kind != bidStyle && x.kind != bidEnd && len(prose.Quoted(doing)) == 0 {
			p.carryBid(t, x, at) // "invitando a todos a la jornada"
			return
		}
		if m := wishLast.FindStringSubmatch(b.what); m != nil {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(wishSaid[p.t.Code] + m[1]), Role: brief.Action, Asked: true}, at)
			return
		}
		if !p.endsInContact(t, b.what, at) && !p.endsInCall(b.what, at) {
			p.ending(b.what, at)
		}
	case bidThank:
		p.thankThem(b.what, at)
	case bidPoint:
		if u := cmp.Or(prose.Mail(b.what), prose.URL(b.what)); u != "" {
			p.address(u, at)
			return
		}
		if strings.HasPrefix(b.what, "@") {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(t.more + b.what), Role: brief.Action, Asked: true}, at)
			return
		}
		if p.b.Purpose == brief.Thanks && p.t.Code != "de" { // "citare la Pro Loco e gli sponsor"
			p.thankThem(b.what, at)
			return
		}
		what := b.what
		if m := dativeTo.FindString(what); m != "" && p.t.Code == "es" {
			what = cmp.Or(unmelted[strings.TrimSpace(m)], "") + what[len(m):] // "mencionad al equipo"
		}
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(t.note + what), Role: role, Asked: true}, at)
	case bidThat:
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(prose.Upper(p.mainClause(b.what))), Role: role, Asked: true}, at)
	case bidFor:
		said := thanksSaid[p.t.Code] + b.what
		if r := ofViewers[p.t.Code]; r != nil {
			said = r.Replace(said)
		}
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(said), Role: brief.Action, Asked: true}, at)
	case bidAim:
		p.b.NoteOn(at.Line, "\""+prose.Clip(b.text, 80)+"\" says what the video is to do to its viewers: it is not spoken", prose.FirstWords(b.text, 3))
	case bidSeen:
		p.b.NoteOn(at.Line, "understood: seen at "+b.what, b.what)
		p.direct(" "+b.what, at.Line)
	case bidWish:
		said := map[string]string{"de": "Wir wünschen ", "fr": "Nous vous souhaitons ", "it": "Vi auguriamo ", "pt": "Desejamos "}[p.t.Code] + b.what
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(prose.Upper(said)), Role: brief.Action, Asked: true}, at)
	case bidInvite:
		p.action(b.what, at)
	case bidBidWho:
		who := strings.TrimSpace(b.what)
		text := map[string]string{"de": "Wir laden " + who + " " + b.more + " ein", "es": "Invitamos a " + who + " " + b.more, "fr": "Nous invitons " + who + " " + b.more, "it": "Invitiamo " + who + " " + b.more, "pt": "Convidamos " + who + " " + b.more}[p.t.Code]
		if who == "" || strings.EqualFold(who, "herzlich") {
			text = "Herzliche Einladung " + b.more
		}
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(text), Role: brief.Action, Asked: true}, at)
	}
}

// thankThem says thanks to those who are named.
func (p *parser) thankThem(who string, at prose.Sentence) {
	said := sayThanks[p.t.Code]
	if thing := articleAfter.FindString(who); thing != "" && (p.t.Code == "pt" || p.t.Code == "es") && !ledTo.MatchString(who) && !p.viewersAbroad(who) { // "agradecer a generosidade dos fregueses"
		said = map[string]string{"es": "Gracias por " + who, "pt": "Obrigado por " + who}[p.t.Code]
		said = strings.NewReplacer("por a ", "pela ", "por o ", "pelo ", "por as ", "pelas ", "por os ", "pelos ").Replace(said)
		if p.t.Code == "es" {
			said = "Gracias por " + who
		}
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(said), Role: brief.Action, Asked: true}, at)
		return
	}
	if p.t.Code == "de" && !dativeFirst.MatchString(who) {
		said = "Danke an "
	}
	and := map[string]string{"fr": " et ", "it": " e ", "es": " y ", "pt": " e "}[p.t.Code]
	parts := []string{who}
	if and != "" {
		parts = strings.Split(who, and)
	}
	for i, x := range parts {
		if i > 0 && !articleAfter.MatchString(x) {
			continue // "la mairie et sponsors"
		}
		parts[i] = p.toWhom(x)
	}
	p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(said + strings.Join(parts, and)), Role: brief.Action, Asked: true}, at)
}

// toWhom puts the preposition before those who are thanked.
func (p *parser) toWhom(who string) string {
	forms := melted[p.t.Code]
	switch p.t.Code {
	case "es", "pt":
		if ledTo.MatchString(who) {
			return who
		}
		forms = map[string][][2]string{"es": {{"el ", "al "}, {"", "a "}}, "pt": {{"o ", "ao "}, {"a ", "à "}, {"os ", "aos "}, {"as ", "às "}, {"", "a "}}}[p.t.Code]
	}
	for _, x := range forms {
		if rest, ok := strings.CutPrefix(who, x[0]); ok {
			return x[1] + rest
		}
	}
	return who
}

// ledTo has its preposition.
var ledTo = pattern.New(`(?i)^(?:al|a (?:l[oa]s?|tod|nuestr|quien|cad)|aos?|às?|à|a tod)(?:\s|\p{L})`)

// dativeFirst begins those who are thanked in the case that "danken" asks for.
var dativeFirst = pattern.New(`(?i)^(?:den|dem|der|allen|allem|jedem|unseren|unserem|unserer|euren|ihnen)\s`)

// contactPart is a way to reach somebody, with its name. Group 1 is the way.
var contactPart = pattern.New(`(?i)^(?:(?:la|le|el|il|o|a|unser\p{L}*|die|der|das|dem|den|notre|nuestr[oa]|nostr[oa]|noss[oa]|el número de|le numéro de|il numero di|o número de)\s|l['’])?(?:(?:número|numéro|numero|nummer) (?:de |di )?)?(?:tel[eé]fon\p{L}*|téléphone|telefone|tel\.?|tél\.?|web|website|site(?: web| internet)?|sitio(?: web)?|página(?: web)?|sito(?: web)?|(?:web)?seite|homepage|internetadresse|adresse|e-?mail(?:-adresse)?|mail|correo(?: electrónico)?|courriel|whatsapp|hotline|numéro|número|numero|nummer)(?:nummer)?(?: von| del?| de la| du| di| do| da)?\s?:?\s+(.*\S)$`)

// endsInContact ends a video with the ways to reach those who made it: "el teléfono 942 310 220
// y la web clinica.example".
func (p *parser) endsInContact(t *bidTongue, what string, at prose.Sentence) bool {
	var ways []string
	for _, x := range t.joint.Split(what, -1) {
		m := contactPart.FindStringSubmatch(strings.TrimSpace(x))
		if m == nil {
			return false
		}
		if u := cmp.Or(prose.Mail(m[1]), prose.URL(m[1])); u != "" {
			if p.b.URL == "" {
				p.b.URL = u
			}
			ways = append(ways, u)
		} else if phoneOnly.MatchString(m[1]) {
			ways = append(ways, m[1])
		} else if addressWord.MatchString(strings.TrimSpace(x)) && !strings.Contains(what, " und ") {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(prose.Upper(strings.TrimSpace(x))), Role: brief.Action, Asked: true}, at)
			return true
		} else {
			return false
		}
	}
	if len(ways) == 1 && prose.URL(ways[0]) != "" {
		p.address(ways[0], at)
		return true
	}
	p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(t.more + strings.Join(ways, ", ")), Role: brief.Action, Asked: true}, at)
	return true
}

// wishLast ends a video with a wish. Group 1 is the wish.
var wishLast = pattern.New(`(?i)^(?:en (?:leur |vous |nous |tous )?souhaitant(?: à tous)?|deseándo(?:les|os)|deseando(?: a tod[oa]s)?|augurando(?: a tutti)?|augurandogli|desejando(?:-lhes)?(?: a todos)?) (.+)$`)

// wishSaid says it.
var wishSaid = map[string]string{"es": "Deseamos a todos ", "fr": "Nous vous souhaitons ", "it": "Vi auguriamo ", "pt": "Desejamos a todos "}

// leftOut stands between a gerund and what it does: "en leur souhaitant".
var leftOut = pattern.New(`(?i)^(?:leur|vous|nous) (\p{L}+ant) `)

// addressWord heads a postal address.
var addressWord = pattern.New(`(?i)^(?:adresse|dirección|indirizzo|morada|endereço)\s?: `)

// phoneOnly is a telephone number.
var phoneOnly = pattern.New(`^\+?[\d(][\d ()./-]{2,}$`)

// callNoun names a call to do something, which stands behind it: "un appel à commander sur …",
// "dem Aufruf, sich anzumelden". Group 1 is what to do.
var callNoun = pattern.New(`(?i)^(?:(?:mit|con|avec|com) )?(?:(?:une?|una|el|la|le|il|lo|o|a|uma?|dem|der|ein(?:em|er|e)?|den|die)\s|l['’])?(?:(?:kurzen|klaren|freundlichen|herzlichen|bel|petit|simple|pequeña|breve)\s)?(?:appel(?: à l['’]action)?|invitation|incitation|llamada(?: a la acción)?|llamamiento|invitación|invito|appello|convite|chamada|apelo|aufruf|bitte|einladung|aufforderung|appell)(?:,| :|:)? (?:(?:à|a|ad|para|pra|pour|per|de|di)\s|d['’])?((?:s['’]|se )?\p{Ll}[\p{L}'’-]*(?:ar|er|ir|re|oir|si|se|l[aeoi]|ne|n)\b.*)$`)

// endsInCall ends a video with such a call.
func (p *parser) endsInCall(what string, at prose.Sentence) bool {
	m := callNoun.FindStringSubmatch(prose.Unstop(what))
	if m == nil || p.t.Code == "de" && !strings.Contains(" "+m[1], " zu ") && !zuInside.MatchString(m[1]) {
		return false
	}
	do := m[1]
	if a := articleAfter.FindString(do); a != "" {
		return false // "una llamada a la acción"
	}
	p.action(do, at)
	return true
}
