package prompt

import (
	"gitops.video/render/render/engine/internal/pattern"
)

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
			form(bidBidWho, true, `((?:herzlich )?(?:alle(?: \p{L}+)?|die \p{L}+|unsere \p{L}+)(?: (?:ganz |sehr )?herzlich)?) ()einladen`),
			form(bidBidWho, true, `(herzlich )?((?:zum|zur|zu unser\p{L}+) .+?) einladen`),
			form(bidFor, true, `(für .+?) (?:danken|bedanken)`),
			form(bidPoint, true, `((?:den|die|das|unser\p{L}*|eine?n?) [^,]+?) (?:erwähnen|nennen|ansprechen)`),
			form(bidWish, true, `(?:wünsch(?:e|t|en sie) )(?:allen |euch |ihnen )?(.+)`),
			form(bidWish, true, `(?:allen |euch )?(.+) wünschen`),
		},
		be:   pattern.New(`(?i)^(?:(?:sprich|sprecht|sprechen sie|formuliert?|schreib(?:e|t)?|halte[tn]?(?: sie)?) (?:es )?)?(.+?)(?:,? (?:sein|wirken|klingen|bleiben|ist|wirkt|klingt|bleibt|halten|gehalten|formulieren|ausdrücken|gestalten|aufbereiten))$`),
		note: "Nicht vergessen: ", more: "Mehr Infos: ",
	},
	"es": {
		lead:  pattern.New(`(?i)^(?:y|e|pero|por favor|después|luego|además|también|al (?:final|principio|cierre)(?: del v[ií]deo)?|por último|para (?:terminar|acabar|cerrar|finalizar|concluir)|finalmente|importante|(?:nos gustaría|me gustaría|queremos|quiero|querríamos|quisiera|quisiéramos|necesitamos|hace falta|conviene|pedimos|es importante)(?: que)?|que(?: el v[ií]deo| se)?|el v[ií]deo|(?:tiene|debe|debería|ha|hay) (?:que|de)|debe|debería|no (?:olvidar|olvides|olvidéis|olvide|os olvidéis)(?: de)?|acuérdate de|se pued[ae]|no os olvidéis de)[,:]?\s+`),
		last:  pattern.New(`(?i)al (?:final|cierre)|por último|para (?:terminar|acabar|cerrar|finalizar|concluir)|finalmente`),
		asks:  pattern.New(`(?i)por favor|al (?:final|principio|cierre)|último|para (?:terminar|acabar|cerrar|finalizar|concluir)|finalmente|gustaría|quer|quier|quisi|necesit|falta|conviene|pedimos|v[ií]deo|que|debe|olvid|acuérd`),
		joint: pattern.New(`(?i),? y |, `),
		forms: []bidForm{
			form(bidEnd, false, `(?:acab|termin|cierr|cerr|conclu[iyí]|finali[zc]|remat)\p{L}*(?: (?:el v[ií]deo|la pieza|todo|lo))?(?: con|:) (.+)`),
			form(bidEnd, false, `(?:acab|termin|cierr|cerr|conclu[iyí]|finali[zc]|remat)\p{L}*(?: (?:el v[ií]deo|la pieza))? ((?:d[aá]ndo|agradeci[eé]ndo|invit[aá]ndo|anim[aá]ndo|record[aá]ndo|pidi[eé]ndo|dici[eé]ndo|dese[aá]ndo)\p{L}* .+)`),
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
			form(bidBidWho, false, `invit[aá]\p{L}*?(l[eoa]s) ((?:a la|al|a l[oa]s) .+)`),
			form(bidBidWho, true, `invit\p{L}* a (tod[oa]s(?: l[oa]s \p{L}+)?|l[oa]s \p{L}+|la gente) ((?:a la|al|a los|a las) .+)`),
			form(bidFor, false, `(?:agradec\p{L}*|d[aá]\p{L}* (?:las )?gracias) (por .+)`),
			form(bidWish, false, `dese(?:ar|ad|a)(?:les|os) (?:un[ao]? )?(.+)`),
			form(bidWish, true, `dese(?:ar|a|e|ad|ando)(?:les|os)?(?: a tod[oa]s)? (.+)`),
		},
		be:   pattern.New(`(?i)^(?:h[aá]bl\p{L}* (?:de (?:forma|manera|modo) |en (?:un )?tono |con (?:un )?(?:tono )?)|vea|note|sea|quede|resulte|ser|suene|parezca|(?:no )?dure|no supere|no pase de|ten(?:er|ga)|algo|con)\s*(.+)$`),
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
			form(bidThat, false, `(?:mostrare|mostra|mostrate|far vedere|fai vedere|fate vedere) che (.+)`),
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
