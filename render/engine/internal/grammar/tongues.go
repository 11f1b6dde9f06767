package grammar

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// Tongues are the grammars by language.
var Tongues = map[string]*Tongue{"en": English, "de": german, "es": spanish, "fr": french, "pt": portuguese, "it": italian, "ar": arabic, "he": hebrew, "nl": dutch}

// TongueFor returns the patterns of a language; English where there are none,
// because directions to video agents are mostly English.
func TongueFor(code string) *Tongue {
	if t := Tongues[code]; t != nil {
		return t
	}
	return English
}

var german = &Tongue{
	Code:        "de",
	Lead:        Start(`(?:bitte|zuerst|dann|danach|außerdem|anschließend|schließlich|zum schluss|am schluss|am ende|am anfang|zu beginn|und)[,:]?\s+`),
	First:       Start(`(?:zuerst|am anfang|zu beginn)[\s:,]`),
	Last:        Start(`(?:schließlich|zum schluss|am ende)[\s:,]`),
	Make:        Start(`(?:bitte )?(?:erstell(?:e|en sie|t)?|mach(?:e|t|en sie)?|produzier(?:e|en sie)|dreh(?:e|t|en sie)?|nimm|bastel(?:e|t)?|bastle|gestalte(?:n sie)?|wir (?:brauchen|möchten)|wir (?:bräuchten|benötigen|wünschen uns|hätten gern(?:e)?)|ich (?:brauche|bräuchte|benötige|wünsche mir|möchte|hätte gern(?:e)?))\s+(?:mir |uns |bitte )*`),
	Noun:        Inner(`\p{L}*-?(?:videos?|clips?|spots?|filme?|film(?:chen|e)|tutorials?|reels?|teaser|trailer|anzeige|präsentation|update)`),
	Tell:        Start(`(?:zitier(?:e|en sie)?|erklär(?:e|en sie)?|erwähn(?:e|en sie)?|nenn(?:e|en sie)?|zeig(?:e|en sie)?|beton(?:e|en sie)?|sag(?:e|en sie)?|beschreib(?:e|en sie)?|weis(?:e|en sie)? darauf hin|erinner(?:e|n sie)?(?: alle| das team)? daran|heb(?:e|en sie)? hervor|berichte(?:n sie)? (?:kurz )?über|stell(?:e|en sie)? klar)(?:\s+(?:auch|kurz|noch|außerdem|zusätzlich))*[,:]?\s+`),
	That:        Start(`dass\s+`),
	Question:    Start(`(?:wie|warum|wieso|weshalb|was|wann|wo)\s`),
	Open:        Start(`(?:beginn(?:e|en sie)?|start(?:e|en sie)?|eröffne(?:n sie)?|einstieg)(?: das video)?(?: mit)?[:\s]+`),
	Opener:      Start(`(?:(?:der|die|das|einer?|dem|einem)\s+)?(?:\p{L}+e[nr]?\s+)?(?:frage|satz|aussage|zitat|problem|hook|begrüßung|zahl|tatsache|feststellung)\s*(?::|,)?\s*(?:dass\s+)?`),
	End:         Start(`(?:am ende|zum schluss|zum abschluss|schließ(?:e|en sie)?(?: ab)?|ende(?:n sie)?|beende(?:n sie)?)(?: das video)?(?: mit)?\s*[:,]?\s+`),
	Ender:       Start(`(?:(?:dem|einem|der|einer|den|die)\s+)?(?:handlungsaufruf|aufruf|aufforderung|satz|worten|cta)\s*(?:[:,]|,? (?:an alle|an die zuschauer))?\s*`),
	Act:         Start(`(?:ruf(?:e|en sie)?(?: alle| die \p{L}+)? dazu auf|lad(?:e|en sie)?(?: alle| die \p{L}+)? (?:dazu )?ein|bitte(?:n sie)?(?: alle| die \p{L}+)?(?: darum)?|forder(?:e|n sie)?(?: alle| die \p{L}+)? (?:dazu )?auf|fordere auf),\s*`),
	Visit:       Start(`(?:verweise?(?:n sie)? auf|schick(?:e|en sie)? (?:alle|sie|die \p{L}+) (?:auf|zu)|link:?)\s+`),
	Audience:    Start(`(?:die )?zielgruppe(?: ist| sind|:)?\s+|(?:das (?:video|ganze)|es|der (?:clip|film|spot)|er) (?:ist|wäre|soll) (?:gedacht )?für (?:unsere |die |alle )?|(?:das video|es|der (?:clip|film|spot)) richtet sich an\s+|(?:gerichtet|es richtet sich) an\s+`),
	Style:       Start(`(?:verwende|nutze|benutze|halte|keine?|ohne|anrede:?|per|der (?:ton|stil)|die (?:musik|stimmung|farben)|bitte keine?)\s|.{3,80} (?:einblenden|anzeigen)\.?$`),
	Production:  Inner(`einblenden|anzeigen|anrede|ton|tonfall|stil|\p{L}*musik|untertitel\w*|avatar|sprecher(?:in)?|moderator(?:in)?|farben?|hintergrund|schrift|logo|format|querformat|hochformat|stimme|animation(?:en)?|übergänge?|tempo|video|fachbegriffe|deutsch|englisch`),
	About:       Inner(`über|zum|zur|zu|vorstellung (?:der|des|von)`),
	ForWho:      Inner(`für`),
	Tail:        Inner(`im (?:querformat|hochformat|\p{L}+ stil)|ohne (?:avatar|musik|untertitel|sprecher)|mit (?:untertiteln|(?:\p{L}+ )?musik)|auf (?:deutsch|englisch|französisch|spanisch)|in \d+ (?:sekunden|minuten)`),
	People:      Inner(`azubis?|spender\p{L}*|kinder\p{L}*|vermieter\p{L}*|\p{L}*kund(?:en|innen|inn)\p{L}*|\p{L}*mitarbeite\p{L}+|teams?|pendler\p{L}*|eltern|familien|kolleg\p{L}+|nutzer\p{L}*|menschen|leute|einsteiger\p{L}*|anfänger\p{L}*|schüler\p{L}*|studierende|fachkräfte|auszubildende|alle|unternehmen|betriebe|bewerber\p{L}*|mieter\p{L}*|eigentümer\p{L}*|patient\p{L}+|ärzt\p{L}+|pflegekräfte|führungskräfte|vereine|händler\p{L}*|(?:die |unsere )?(?:eltern|beleg|schüler|lehrer|mann|nachbar|kund)schaft|beschäftigte[nr]?|personal|(?:die |unsere )?(?:geschäftsführung|geschäftsleitung|unternehmensleitung|abteilungsleitung|schulleitung|direktion)|(?:den |unseren )?(?:vorstand|aufsichtsrat|betriebsrat|elternbeirat|gemeinderat|beirat|vertrieb|außendienst|innendienst|einkauf)`),
	Heads:       Start(`(?:(?:die|unsere|folgende[n]?|diese)\s+)?(?:(?:zwei|drei|vier|fünf|sechs|sieben|\d{1,2})\s+)?(?:(?:wichtige[n]?|wichtigsten|große[n]?|einfache[n]?|goldene[n]?|klare[n]?)\s+)*(?:vorteile|gründe|regeln|schritte|tipps|punkte|funktionen|neuerungen|fakten|dinge|fehler|fragen|themen|ziele|termine|warnzeichen)`),
	Steps:       Inner(`schritte|ablauf|so geht'?s|so funktioniert es|so bekommst du (?:es|ihn|sie)|wie (?:es|man|du) [^:]{2,24}|anleitung`),
	And:         pattern.New(`(?i)\s+(?:und|oder|sowie)\s+`),
	VisitPhrase: "%s besuchen",
	Finite:      Inner(`ist|sind|war|waren|hat|haben|hatte|kann|können|wird|werden|wurde|wurden|muss|müssen|soll|darf|gilt|gelten|hält|halten|spart|sparen|kostet|dauert|liegt|gibt|geht|macht|braucht|brauchen|bleibt|passt|zählt|zählen|speichern|speichert|startet|beginnt|beginnen|dauern|endet|funktioniert|arbeitet|arbeiten|hilft|schützt|bekommt|bekommst|lernst|findest|kommt|kommen|steht|stehen|wiegt|läuft|öffnet|schließt|melde|melden|meldet|nutzt|nutzen|lädt|zeigt|bietet|gelöscht|bieten|suchen|behalten|behält|steigt|steigen|sinkt|sinken|fällt|wächst|bringt|beantwortet|freuen|gab|gehört|gehören|heißt|betrifft|ändert|ändern|sparst|zahlst|erhalten|erhält|beträgt|betragen|betrug|umfasst|bedeutet|erreicht|erreichen|senken|senkt|finden|findet|bleiben|dürfen|sollen|sollte|konnten|haben wir|befindet|befinden sich|enthält|reinigt|verbindet|überwacht|erkennt|misst|filtert|warnt|kocht|wärmt|kühlt|fährt|fliegt|trägt|schreibt|liest|spricht|sieht|klappt|gelingt|erscheint|besteht|entsteht|hängt|wartet|wohnt|lebt|lässt|lassen sich|treffen wir|starten wir|eröffnen wir|feiern wir|teilt|teilen wir|stellen wir|führt|führen wir|zieht|ziehen wir|tritt|treten|verdienst|verdient|verdienen|ändert|ändern`),
}

var spanish = &Tongue{
	Code:        "es",
	Lead:        Start(`(?:por favor|primero|luego|después|además|también|finalmente|por último|al final|al principio|y)[,:]?\s+`),
	First:       Start(`(?:primero|al principio)\s`),
	Last:        Start(`(?:finalmente|por último|al final)[\s:,]`),
	Make:        Start(`(?:por favor,? )?(?:crea|cree|cread|creen|haz|haced|haga|hagan|preparad|grabad|produce|produzca|graba|grabe|prepara|prepare|genera|genere|elabora|elabore|realiza|realice|monta|diseña|(?:haz|hága|créa|prepára|grába)(?:me|nos)|hacednos|necesito|necesitamos|necesitaría(?:mos)?|quiero|queremos|quería(?:mos)?|querría(?:mos)?|quisiera(?:mos)?|(?:me|nos) gustaría(?: tener)?|buscamos)\s+`),
	Noun:        Inner(`v[ií]deos?|(?:un|el|este) comercial|clips?|anuncios?|spots?|reels?|tutoriales|tutorial|presentación`),
	Tell:        Start(`(?:explica|explique|menciona|mencione|destaca|destaque|di|diga|muestra|muestre|cuenta|cuente|subraya|indica|recuerda(?: a (?:todos|los \p{L}+|la gente))?|señala|añade|incluye|presenta|describe|enumera)(?:\s+(?:también|brevemente))*[,:]?\s+`),
	That:        Start(`que\s+`),
	Question:    Start(`(?:cómo|por qué|qué|cuándo|dónde)\s`),
	Open:        Start(`(?:empieza|empiece|comienza|comience|abre|inicia|arranca)(?: el v[ií]deo)? (?:con|por|preguntando)[:\s]+`),
	Opener:      Start(`(?:(?:la|el|una?|esta)\s+)?(?:pregunta|frase|dato|problema|gancho|idea|afirmación|cifra|saludo)\s*(?::|,| de que| que)?\s*`),
	End:         Start(`(?:termina|terminar|termine|acaba|acabar|cierra|cerrar|cierre|concluye|concluir|finaliza|finalizar)(?: el v[ií]deo)?(?: con| por)?\s*[:,]?\s+`),
	Ender:       Start(`(?:(?:la|el|una?|un)\s+)?(?:llamad[oa] a la acción|invitación|frase|mensaje|lema|cta)(?:\s*[:,]|\s+(?:para|a|de))?\s+`),
	Act:         Start(`(?:que )?(?:invit(?:a|e|ar|ando)(?: a)?|pid(?:e|a|iendo)(?: a)?|pedir(?: a)?|anim(?:a|e|ar|ando)(?: a)?)(?: (?:a )?(?:todos|los \p{L}+|las \p{L}+|la gente|el público|l[oa]s? espectador(?:es|as)?))? (?:a|que|para) `),
	Visit:       Start(`(?:dirige|envía|lleva) (?:a )?(?:todos|los \p{L}+|la gente) a\s+`),
	Audience:    Start(`(?:el )?público(?: objetivo(?: es| son|:)?| es| son|:)\s+|el v[ií]deo es para\s+|(?:va )?(?:dirigido|destinado) a\s+`),
	Style:       Start(`(?:(?:hablar|habla|hable) (?:de (?:forma|manera|modo)|en(?: un)? tono|con(?: un)? tono)|usa|use|utiliza|mantén|mantenga|sin|trato|tratamiento|registro|el (?:tono|estilo)|la (?:música|voz)|no uses|estética|edición|montaje|cortes)\s`),
	Production:  Inner(`tono|trato|tratamiento|estilo|estética|edición|montaje|cortes|música|subtítulos|avatar|locutora?|narradora?|presentador(?:a)?|colores|fondo|tipografía|logo|formato|vertical|horizontal|voz|animaciones|transiciones|ritmo|v[ií]deo|jerga|español|inglés`),
	About:       Inner(`sobre|acerca de|con (?:las|los) (?:novedades|resultados|cifras|datos|noticias) de|presentando|que (?:presenta|explica|muestra|anuncia)|(?:para|pa['’]?) (?:presentar|explicar|anunciar|mostrar|promocionar|dar a conocer)|de`),
	ForWho:      Inner(`para`),
	Tail:        Inner(`en (?:formato )?(?:vertical|horizontal)|sin (?:avatar|música|subtítulos|presentador)|con (?:subtítulos|música(?: \p{L}+)?)|en (?:español|inglés|francés)|en \d+ (?:segundos|minutos)|con un (?:tono|estilo) .*`),
	People:      Inner(`soci[oa]s|donantes|voluntari[oa]s|clientes?|emplead[oa]s|equipos?|familias|personas|usuari[oa]s|estudiantes|padres|colegas|compañer[oa]s|tod[oa]s|empresas|principiantes|trabajador(?:es|as)|nuev[oa]s \p{L}+|pacientes|vecin[oa]s|viajeros|profesionales|jóvenes|mayores|plantilla|(?:la |nuestra )?(?:dirección|junta directiva|junta|gerencia)|(?:el |nuestro )?(?:consejo|comité)|(?:el|nuestro|todo el) personal`),
	Heads:       Start(`(?:(?:las?|los|estas?|estos|nuestras?|nuestros)\s+)?(?:(?:dos|tres|cuatro|cinco|seis|siete|\d{1,2})\s+)?(?:(?:grandes|principales|nuev[oa]s)\s+)*(?:ventajas|razones|reglas|pasos|consejos|puntos|funciones|novedades|datos|cosas|errores|preguntas|temas|señales|beneficios)`),
	Steps:       Inner(`pasos|proceso|cómo (?:funciona|se hace|hacerlo|pedir\p{L}*)`),
	And:         pattern.New(`(?i)\s+(?:y|e|o)\s+`),
	VisitPhrase: "visitar %s",
	Finite:      Inner(`se \p{L}+(?:a|e|an|en|ó|aron|ieron|ará|arán|erá|erán)|publica|publican|cobra|cobran|cambia|cambian|entrega|entregan|recibes|reciben|es|son|era|fue|está|están|tiene|tienen|puede|pueden|hay|ha|han|cuesta|ahorra|dura|funciona|ayuda|permite|protege|hace|llega|empieza|termina|ofrece|incluye|sirve|necesita|recibe|gana|abre|cierra|conecta|evita|reduce|aumenta|crece|monta|instala|avisa|habrá|tenemos|tendrá|tendrán|tienes|hacemos|haces|mantiene|mantienen|pasa|pasan|sube|suben|baja|bajan|queda|quedan|puedes|debe|deben|somos|estamos|será|serán|viene|vienen|ofrecemos|buscamos|pesa|pesan|lleva|llevan|recoges|cobras|abrimos|empezamos|contratamos|usan|usa|se \p{L}+(?:a|e|an|en|ó|aron|ieron)|existe|existen|cabe|caben|viene|vienen|trae|traen|usamos|abrimos|cerramos|lanzamos|celebramos|presentamos|fermenta|contiene|contienen|sustituye|sustituyen|nace|nacen|sabe|saben|vive|viven|sale|salen|arranca|arrancan|guarda|guardan|cambia|cambian|seguimos|cobras|cobra|ayudan|permiten|protegen|funcionan|llegan|sirven`),
}

var french = &Tongue{
	Code:        "fr",
	Lead:        Start(`(?:s'il (?:te|vous) plaît|d'abord|ensuite|puis|aussi|de plus|enfin|pour finir|à la fin|au début|et)[,:]?\s+`),
	First:       Start(`(?:d'abord|au début)\s`),
	Last:        Start(`(?:enfin|pour finir|à la fin)[\s:,]`),
	Make:        Start(`(?:s'il (?:te|vous) plaît,? )?(?:crée|créez|fais|faites|produis|produisez|réalise|réalisez|tourne|tournez|monte|montez|réaliser|génère|générez|prépare|préparez|il (?:nous|me) faut|il (?:nous|me) faudrait|j['’]ai besoin d['’]|j['’]aurais besoin d['’]|nous (?:avons|aurions) besoin d['’]|on (?:a|aurait) besoin d['’]|nous (?:voulons|voudrions|souhaitons|souhaiterions|aimerions)|je (?:veux|voudrais|souhaite|souhaiterais)|j['’]aimerais|on (?:veut|voudrait|aimerait))\s*`),
	Noun:        Inner(`vidéos?|capsules? vidéo|teasers?|clips?|spots?|films?|pubs?|publicités?|reels?|tutoriels?|présentation`),
	Tell:        Start(`(?:explique|expliquez|mentionne|mentionnez|cite|citez|souligne|soulignez|dis|dites|montre|montrez|précise|précisez|rappelle|rappelez|indique|indiquez|ajoute|ajoutez|présente|présentez|décris|décrivez|raconte|racontez|mets en avant|mettez en avant)(?:\s+(?:aussi|brièvement|également|à tous))*[,:]?\s+`),
	That:        Start(`(?:que\s+|qu['’])`),
	Question:    Start(`(?:comment|pourquoi|ce que|ce qu['’]|quand|où)\s?`),
	Open:        Start(`(?:commence|commencez|ouvre|ouvrez|débute|débutez|démarre|démarrez)(?: la vidéo)? (?:par|avec|sur|en)[:\s]+`),
	Opener:      Start(`(?:(?:la|le|une?|cette)\s+)?(?:question|phrase|chiffre|problème|accroche|idée|constat|salutation)\s*(?::|,)?\s*`),
	End:         Start(`(?:termine|terminez|terminer|finis|finissez|finir|conclus|concluez|conclure|clos|clore|achève)(?: la vidéo)?(?: par| avec| en| sur)?\s*[:,]?\s+`),
	Ender:       Start(`(?:(?:la|le|une?|un|l['’])\s*)?(?:appel à l['’]action|invitation|phrase|message|slogan|cta)(?:\s*[:,]|\s+(?:pour|à))?\s+`),
	Act:         Start(`(?:qu['’](?:elle|il|on) )?(?:invit(?:e|ez|er|ant)|demand(?:e|ez|er|ant)(?: à| aux)?|encourag(?:e|ez|er|eant)|incit(?:e|ez|er|ant)|propos(?:e|ez|er|ant)(?: à| aux)?)(?: (?:tous|tout le monde|le public|les \p{L}+|nos \p{L}+))? (?:à|de|d['’])\s*`),
	Visit:       Start(`(?:renvoie|renvoyez|dirige|dirigez) (?:tout le monde |le public |les \p{L}+ )?(?:vers|sur)\s+`),
	Audience:    Start(`(?:le )?public(?: cible)?(?: est| sont|\s*:)\s+|(?:la vidéo |elle )?s'adresse (?:à|aux)\s+|destinée? (?:à|aux)\s+`),
	Style:       Start(`(?:utilise|utilisez|garde|gardez|sans|vouvoiement|tutoiement|pas de|le (?:ton|style)|la (?:musique|voix)|n['’]utilise)\s`),
	Production:  Inner(`ton|vouvoiement|tutoiement|style|musique|sous-titres|avatar|narrat(?:eur|rice)|présentat(?:eur|rice)|couleurs|fond|police|logo|format|vertical|horizontal|portrait|voix|animations|transitions|rythme|vidéo|jargon|français|anglais`),
	About:       Inner(`sur|à propos d[eu]|présentant|annonçant|qui (?:présente|explique|montre|annonce)|pour (?:présenter|expliquer|annoncer|montrer|rappeler|promouvoir)`),
	ForWho:      Inner(`pour|destinée? (?:à|aux)`),
	Tail:        Inner(`(?:au|en) format (?:vertical|portrait|paysage|horizontal)|sans (?:avatar|musique|sous-titres|présentateur)|avec (?:des )?(?:sous-titres|musique(?: \p{L}+)?)|en (?:français|anglais|allemand|espagnol)|en \d+ (?:secondes|minutes)`),
	People:      Inner(`clients?|employés|équipes?|familles|personnes|utilisat(?:eurs|rices)|étudiants|parents|collègues|tous|entreprises|débutants|salariés|nouveaux \p{L}+|locataires|riverains|citoyens|élèves|visiteurs|bénévoles|patients|habitants|voyageurs|professionnels|jeunes|collaborateurs|(?:la |notre )?(?:direction|mairie)|(?:le |notre )?(?:comité|conseil|conseil d['’]administration|comex|codir)|(?:le|notre|tout le) personnel`),
	Heads:       Start(`(?:(?:les|nos|ces|ses)\s+)?(?:(?:deux|trois|quatre|cinq|six|sept|\d{1,2})\s+)?(?:(?:grandes?|grands|principales|principaux|nouvelles|bonnes)\s+)*(?:avantages|raisons|règles|étapes|conseils|points|fonctions|fonctionnalités|nouveautés|faits|choses|erreurs|questions|thèmes|signes)`),
	Steps:       Inner(`étapes|processus|comment (?:ça marche|faire|ça se passe)`),
	And:         pattern.New(`(?i)\s+(?:et|ou)\s+`),
	VisitPhrase: "visiter %s",
	Finite:      Inner(`est|sont|était|a|ont|avait|peut|peuvent|doit|doivent|sera|coûte|dure|fonctionne|aide|permet|protège|fait|font|arrive|commence|finit|offre|inclut|sert|reçoit|gagne|ouvre|ferme|évite|réduit|augmente|choisit|paie|répond|prend|garde|économise|c['’]est|aura|auront|avons|avez|sommes|êtes|gardent|reste|restent|passe|passent|propose|proposons|va|vont|ouvrons|devez|pouvez|recrutons|cherchons|finance|plantent|pèse|pèsent|utilisent|utilise|seront|serez|aurez|existe|existent|réutilise|contient|contiennent|remplace|remplacent|simplifie|vient|viennent|devient|deviennent|tient|tiennent|permettent|sait|savent|veut|veulent|faut|arrivent|ouvrent|ferment|servent|accueille|accueillent|accueillons|lançons|organisons|fêtons|démarre|démarrent|démarrons|déménageons|fermons|conserve|conservent|gagnes|gagnez|changent|change|restons`),
}

var portuguese = &Tongue{
	Code:        "pt",
	Lead:        Start(`(?:por favor|primeiro|depois|em seguida|também|além disso|finalmente|por fim|no final|no início|e)[,:]?\s+`),
	First:       Start(`(?:primeiro|no início)\s`),
	Last:        Start(`(?:finalmente|por fim|no final)[\s:,]`),
	Make:        Start(`(?:por favor,? )?(?:crie|criem|cria|faça|façam|faz|gravem|produzam|preparem|produza|produz|grave|grava|prepare|prepara|gere|elabore|elabora|monte|monta|realize|realiza|(?:faz|cria|prepara|grava)-(?:me|nos)|faça-nos|preciso de|precisamos de|precisava(?:mos)? de|quero|queremos|queria|queríamos|gostaria de|gostaríamos de)\s+(?:por favor,? )?`),
	Noun:        Inner(`vídeos?|(?:um|o|este) comercial|filminhos?|clipes?|anúncios?|spots?|reels?|tutorial|tutoriais|apresentação`),
	Tell:        Start(`(?:explique|explica|mencione|menciona|destaque|destaca|diga|diz|mostre|mostra|conte|conta|lembre(?: a todos)?|indique|acrescente|inclua|apresente|descreva|cite)(?:\s+(?:também|brevemente))*[,:]?\s+`),
	That:        Start(`que\s+`),
	Question:    Start(`(?:como|por que|porque|o que|quando|onde)\s`),
	Open:        Start(`(?:comece|começa|abra|inicie)(?: o vídeo)? (?:com|por|perguntando)[:\s]+`),
	Opener:      Start(`(?:(?:a|o|uma?|um|esta)\s+)?(?:pergunta|frase|dado|problema|gancho|ideia|afirmação|saudação)\s*(?::|,)?\s*`),
	End:         Start(`(?:termine|termina|terminar|encerre|encerrar|conclua|concluir|finalize|finalizar|feche|fechar)(?: o vídeo)?(?: com| por)?\s*[:,]?\s+`),
	Ender:       Start(`(?:(?:a|o|uma?|um)\s+)?(?:chamada (?:para|à) (?:a )?ação|convite|frase|mensagem|slogan|cta)(?:\s*[:,]|\s+(?:para|a))?\s+`),
	Act:         Start(`(?:que )?(?:convid(?:e|a|ar|ando)|peç(?:a|o)|pedi(?:r|ndo)|incentiv(?:e|ar|ando)|anime|cham(?:e|ar|ando))(?: (?:a )?(?:todos|tod[oa] mundo|a galera|o pessoal|as pessoas|os \p{L}+|as \p{L}+|o público))? (?:a|para|que) `),
	Visit:       Start(`(?:direcione|leve|envie) (?:todos|as pessoas|os \p{L}+) (?:para|a)\s+`),
	Audience:    Start(`(?:o )?público(?:-alvo)?(?: é| são|:)\s+|o vídeo é para\s+|(?:é )?(?:destinado|dirigido) a(?:os?)?\s+`),
	Style:       Start(`(?:(?:falar|fale) (?:de (?:um jeito|forma|modo|maneira)|em tom|com(?: um)? tom)|use|usa|utilize|mantenha|sem|o (?:tom|estilo)|a (?:música|voz)|não use|visual|edição|cortes)\s`),
	Production:  Inner(`tom|estilo|visual|edição|cortes|música|legendas|avatar|locutora?|narradora?|apresentador(?:a)?|cores|fundo|fonte|logo|formato|vertical|horizontal|voz|animações|transições|ritmo|vídeo|jargão|português|inglês`),
	About:       Inner(`sobre|acerca de|apresentando|que (?:apresenta|explica|mostra|anuncia)|(?:para|pra) (?:apresentar|explicar|anunciar|mostrar|divulgar)`),
	ForWho:      Inner(`para|pra|pro|pros|pras`),
	Tail:        Inner(`(?:no|em) formato (?:vertical|horizontal)|na vertical|sem (?:avatar|música|legendas|apresentador)|com (?:legendas|música(?: \p{L}+)?)|em (?:português|inglês|espanhol)|em \d+ (?:segundos|minutos)`),
	People:      Inner(`clientes?|funcionári[oa]s|equipes?|famílias|pessoas|usuári[oa]s|estudantes|pais|colegas|tod[oa]s|empresas|iniciantes|colaborador(?:es|as)|nov[oa]s \p{L}+|pacientes|moradores|viajantes|profissionais|jovens|trabalhador(?:es|as)|(?:a |nossa )?(?:diretoria|direção|gerência)|(?:o |nosso )?(?:conselho|comitê)|(?:o|nosso|todo o) pessoal`),
	Heads:       Start(`(?:(?:as?|os|estas?|estes|nossas?|nossos)\s+)?(?:(?:duas|dois|três|quatro|cinco|seis|sete|\d{1,2})\s+)?(?:(?:grandes|principais|nov[oa]s)\s+)*(?:vantagens|razões|regras|passos|dicas|pontos|funções|recursos|novidades|dados|coisas|erros|perguntas|temas|sinais|benefícios)`),
	Steps:       Inner(`passos|processo|como (?:funciona|fazer)`),
	And:         pattern.New(`(?i)\s+(?:e|ou)\s+`),
	VisitPhrase: "visitar %s",
	Finite:      Inner(`é|são|era|foi|está|estão|tem|têm|pode|podem|há|custa|economiza|dura|funciona|ajuda|permite|protege|faz|chega|começa|termina|oferece|inclui|serve|precisa|recebe|ganha|abre|fecha|conecta|evita|reduz|aumenta|cresce|avisa|temos|teremos|haverá|vamos|fica|ficam|passa|passam|mantém|mantêm|será|serão|podem|devem|retira|conhece|recebem|vai|vão|estamos|somos|muda|mudam|sobe|sobem|desce|descem|baixa|baixam|oferecemos|procuramos|contratamos|pesa|pesam|usam|cai|existe|existem|cabe|cabem|vem|vêm|traz|trazem|contém|contêm|substitui|substituem|abrimos|fechamos|lançamos|celebramos|usamos|nasce|nascem|sabe|sabem|vive|vivem|ajudam|permitem|protegem|funcionam|chegam|servem|abrem|fecham|haviam?|acontece|acontecem|ganha|ganham|mudam|seguimos`),
}

var italian = &Tongue{
	Code:        "it",
	Lead:        Start(`(?:per favore|prima|poi|dopo|inoltre|anche|infine|alla fine|all'inizio|e)[,:]?\s+`),
	First:       Start(`(?:prima|all'inizio)\s`),
	Last:        Start(`(?:infine|alla fine)[\s:,]`),
	Make:        Start(`(?:per favore,? )?(?:crea|create|fai|fate|fammi|facci|fateci|realizza|realizzate|preparate|preparami|preparaci|produci|producete|gira|girate|registra|registrate|monta|prepara|genera|ci serve|mi serve|(?:ci|mi) servirebbe|serve|avremmo bisogno di|avrei bisogno di|abbiamo bisogno di|ho bisogno di|(?:ci|mi) piacerebbe(?: avere)?|vorrei|vogliamo|vorremmo)\s+(?:per favore )?`),
	Noun:        Inner(`video|videoclip|filmino|teaser|clip|spot|reel|tutorial|filmato|presentazione|pubblicità`),
	Tell:        Start(`(?:spiega|spiegate|menziona|cita|evidenzia|sottolinea|di['’]|mostra|racconta|ricorda(?: a tutti)?|indica|aggiungi|includi|presenta|descrivi|elenca)(?:\s+(?:anche|brevemente))*[,:]?\s+`),
	That:        Start(`che\s+`),
	Question:    Start(`(?:come|perché|che cosa|cosa|quando|dove)\s`),
	Open:        Start(`(?:inizia|iniziate|comincia|apri|parti)(?: il video)? (?:con|da|chiedendo)[:\s]+`),
	Opener:      Start(`(?:(?:la|il|una?|un|questa)\s+)?(?:domanda|frase|dato|problema|gancio|idea|affermazione|saluto)\s*(?::|,)?\s*`),
	End:         Start(`(?:termina|terminare|finisci|finire|concludi|concludete|concludere|chiudi|chiudete|chiudere)(?: il video)?(?: con)?\s*[:,]?\s+`),
	Ender:       Start(`(?:(?:la|il|una?|un|l['’])\s*)?(?:invito all['’]azione|chiamata all['’]azione|invito|frase|messaggio|slogan|cta)(?:\s*[:,]|\s+(?:per|a))?\s+`),
	Act:         Start(`(?:che )?(?:invit(?:a|i|ate|are|ando)|chied(?:i|a|ere|endo)|incoraggi(?:a|are|ando))(?: (?:tutti|il pubblico|la gente|gli \p{L}+|i \p{L}+|le \p{L}+|le persone))? (?:a|di) `),
	Visit:       Start(`(?:rimanda|indirizza|manda) (?:tutti|il pubblico|i \p{L}+) (?:a|su)\s+`),
	Audience:    Start(`(?:il )?pubblico(?: è| sono|:)\s+|(?:il video )?è (?:per|rivolto a[il]?)\s+|(?:rivolto|destinato) a[il]?\s+`),
	Style:       Start(`(?:(?:parlare|parla) (?:in modo|in maniera|con(?: un)? tono)|usa|usate|utilizza|mantieni|senza|niente|il tono|lo stile|la (?:musica|voce)|non usare)\s`),
	Production:  Inner(`tono|stile|musica|sottotitoli|avatar|speaker|narrat(?:ore|rice)|presentat(?:ore|rice)|colori|sfondo|carattere|logo|formato|verticale|orizzontale|voce|animazioni|transizioni|ritmo|video|gergo|italiano|inglese`),
	About:       Inner(`su|sul|sulla|sui|sulle|sull'|riguardo a|presentando|che (?:presenta|spiega|mostra|annuncia)|per (?:presentare|spiegare|annunciare|mostrare|promuovere)`),
	ForWho:      Inner(`per`),
	Tail:        Inner(`in (?:formato )?(?:verticale|orizzontale)|senza (?:avatar|musica|sottotitoli|presentatore)|con (?:sottotitoli|musica(?: \p{L}+)?)|in (?:italiano|inglese|francese)|in \d+ (?:secondi|minuti)`),
	People:      Inner(`clienti|dipendenti|squadre|squadra|team|famiglie|persone|utenti|studenti|genitori|colleghi|tutti|aziende|principianti|lavoratori|nuov[ie] \p{L}+|pazienti|abitanti|viaggiatori|professionisti|giovani|(?:la |nostra )?(?:direzione|dirigenza)|(?:il |nostro )?(?:consiglio|comitato|cda)|(?:il|(?:il )?nostro|tutto il) personale|chi (?:abita|lavora|vive|viaggia)`),
	Heads:       Start(`(?:(?:i|le|gli|questi|queste|nostri|nostre)\s+)?(?:(?:due|tre|quattro|cinque|sei|sette|\d{1,2})\s+)?(?:(?:grandi|principali|nuov[ie])\s+)*(?:vantaggi|ragioni|motivi|regole|passi|passaggi|consigli|punti|funzioni|novità|fatti|cose|errori|domande|temi|segnali|benefici)`),
	Steps:       Inner(`passi|passaggi|processo|come (?:funziona|fare|si fa)`),
	And:         pattern.New(`(?i)\s+(?:e|ed|o)\s+`),
	VisitPhrase: "visitare %s",
	Finite:      Inner(`si \p{L}+(?:a|e|ano|ono|erà|eranno)|è|sono|era|ha|hanno|può|possono|deve|devono|sarà|costa|dura|funziona|aiuta|permette|protegge|fa|fanno|arriva|inizia|finisce|offre|include|serve|riceve|apre|chiude|evita|riduce|aumenta|mettono|mette|salva|risparmia|salvato|cresce|abbiamo|siamo|hai|resta|restano|passa|passano|mantiene|mantengono|saranno|avrete|puoi|devi|dovete|offriamo|cerchiamo|ci sarà|ci saranno|trovi|trovate|pesa|pesano|usano|usa|rinnova|scende|scendono|sale|salgono|esiste|esistono|porta|portano|contiene|contengono|sostituisce|sostituiscono|nasce|nascono|diventa|viene|vengono|apriamo|chiudiamo|lanciamo|festeggiamo|presentiamo|aiutano|permettono|proteggono|funzionano|arrivano|servono|aprono|chiudono|vive|vivono|contate|riutilizza|riutilizzano|guadagni|guadagnate|cambiano|restiamo`),
}

var arabic = &Tongue{
	Code:        "ar",
	Lead:        Start(`(?:من فضلك|أولا|ثم|بعد ذلك|أيضا|أخيرا|في النهاية|في البداية)[،,:]?\s+`),
	First:       Start(`(?:أولا|في البداية)\s`),
	Last:        Start(`(?:أخيرا|في النهاية)[\s:،]`),
	Make:        Start(`(?:من فضلكم? |رجاءً? |نرجو |يرجى |الرجاء )?(?:أنشئ(?:وا)?|اصنع(?:وا)?|أعدّ?(?:وا)?|صمّ?م(?:وا)?|جهّ?ز(?:وا)?|حضّ?ر(?:وا)?|اعمل(?:وا)?|أنتج(?:وا)?|إنشاء|تصميم|إعداد|إنتاج|نريد|أريد|نحتاج|أحتاج|نودّ?|أودّ?)(?: إلى| لنا| لي)?\s+`),
	Noun:        Inner(`فيديو|إعلان|مقطع|مقطعا|عرضا`),
	Tell:        Start(`(?:اشرح(?:وا|ي)?|اذكر(?:وا|ي)?|وضّ?ح(?:وا|ي)?|قل|قولوا|أظهر(?:وا)?|أكّ?د(?:وا|ي)?(?: على)?|بيّ?ن(?:وا)?|أضف|أضيفوا|سلّ?ط(?:وا)? الضوء على|أبرز(?:وا)?|ركّ?ز(?:وا)? على|نبّ?ه(?:وا)? إلى|أشر إلى|أشيروا إلى)(?: أيضا)?[،,:]?\s+`),
	That:        Start(`(?:أن|إن|بأن)(?:ها|ه|هم|نا)?\s+`),
	Question:    Start(`(?:كيف|كيفية|طريقة|خطوات|لماذا|ما هو|ما هي|متى|أين)\s`),
	Open:        Start(`(?:ابدأ|ابدؤوا|ابدئي|افتتح(?:وا)?)\s+(?:الفيديو |المقطع )?(?:ب|مع )`),
	Opener:      Start(`(?:ال)?(?:سؤال|جملة|عبارة|حقيقة|مشكلة)\s*[:،]?\s*`),
	End:         Start(`(?:اختم(?:وا|ي)?|اختتم(?:وا|ي)?|أنه(?:وا)?)\s+(?:الفيديو |المقطع )?(?:ب|مع )?`),
	Ender:       Start(`(?:ال)?(?:عبارة|جملة|رسالة)\s*[:،]?\s*`),
	Act:         Start(`(?:دعوة|ادعُ?(?:وا|ي)?|اطلب(?:وا)? من|شجّ?ع(?:وا)?|حثّ?(?:وا)?)\s+(?:\p{L}+ ){0,2}(?:إلى|أن|على)\s+`),
	Visit:       Start(`(?:وجه|أرسل)\s+\p{L}+\s+إلى\s+`),
	Audience:    Start(`(?:الجمهور|الجمهور المستهدف|الفئة المستهدفة)\s*:\s*|(?:الفيديو )?(?:موجّ?هة?|مخصّ?صة?) (?:إلى |ل)`),
	Style:       Start(`(?:استخدم|بدون|من دون|دون|بلا|ب?نبرة|ب?أسلوب|ب?صوت|موسيقى|بموسيقى)\s`),
	Production:  Inner(`ب?نبرة|ب?أسلوب|موسيقى|ترجمة|مقدم|ألوان|خلفية|خط|شعار|صوت|عمودي|أفقي`),
	About:       Inner(`عن|حول|للتعريف ب|لشرح|لتقديم|لعرض|يشرح|يعرض|يقدم`),
	ForWho:      Inner(`لأجل|من أجل|موجّ?هة? إلى|مخصّ?صة? إلى`),
	Tail:        Inner(`مدته \S+ (?:ثانية|ثوان|دقيقة|دقائق)|بدون (?:موسيقى|مقدم)|باللغة \p{L}+`),
	People:      Inner(`العملاء|الموظفين|العائلات|الناس|الطلاب|الجميع|المستخدمين|الشركات`),
	Heads:       Start(`(?:ثلاث|ثلاثة|أربع|أربعة|خمس|خمسة|\d{1,2})?\s*(?:مزايا|أسباب|قواعد|خطوات|نصائح|نقاط|ميزات|حقائق)`),
	Steps:       Inner(`خطوات`),
	And:         pattern.New(`\s+(?:أو)\s+|\s+و`),
	VisitPhrase: "زيارة %s",
	Finite:      Inner(`هو|هي|كان|كانت|يكون|تكون|يمكن|يمكنكم|يمكنك|يوفر|توفر|تنقي|ينقي|يدوم|يعمل|تعمل|يساعد|يحمي|سيتم|ستتم|سوف|يجب|نقدم|ندعوكم|نستقبل|يرجى`),
}

var (
	pronounsDE = map[string]bool{"er": true, "sie": true, "es": true, "wir": true, "ihr": true, "man": true, "du": true, "ich": true, "alle": true, "niemand": true, "jeder": true, "alles": true}
	determDE   = map[string]bool{"der": true, "die": true, "das": true, "ein": true, "eine": true, "jede": true, "jeder": true, "jedes": true, "unser": true, "unsere": true, "unseres": true, "dein": true,
		"deine": true, "ihre": true, "ihr": true, "seine": true, "sein": true, "mein": true, "meine": true, "kein": true, "keine": true, "alle": true, "viele": true, "diese": true, "dieser": true, "dieses": true, "mehr": true, "einige": true}
	finalDE  = map[string]bool{"kann": true, "können": true, "muss": true, "müssen": true, "soll": true, "sollen": true, "darf": true, "dürfen": true, "will": true, "wird": true, "werden": true, "hat": true, "haben": true, "ist": true, "sind": true, "wurde": true, "wurden": true, "war": true, "waren": true, "kannst": true, "musst": true}
	prefixDE = pattern.New(`^(herunter|zusammen|zurück|weiter|teil|fest|nach|auf|aus|ein|mit|vor|her|hin|los|weg|an|ab|zu)(\p{L}{4,})$`)
)

// GermanMain makes a main clause of the words after "dass": the verb moves from
// the end to behind the subject. Where the subject cannot be told, the clause
// keeps its order behind "Wichtig ist, dass".
func GermanMain(s string) string {
	s = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(s), ".!"))
	f := strings.Fields(s)
	n := germanSubject(f)
	if n == 0 || n >= len(f) {
		if main := germanFronted(f); main != "" {
			return main
		}
		return "Wichtig ist, dass " + s
	}
	rest := strings.Join(f[n:], " ")
	var parts []string
	parts = append(parts, strings.Split(rest, " und ")...)
	// "210 Gramm wiegt und in jeden Halter passt" has two predicates, "Obst und
	// Gemüse enthält" one: a predicate ends with a word in small letters.
	var preds []string
	cur := ""
	for _, p := range parts {
		if cur != "" {
			cur += " und "
		}
		cur += p
		w := strings.Fields(cur)
		last := w[max(0, len(w)-1)]
		if len(w) > 1 && strings.ToLower(last) == last && (strings.HasSuffix(last, "t") || strings.HasSuffix(last, "en") || finalDE[last]) {
			preds = append(preds, cur)
			cur = ""
		}
	}
	if cur != "" {
		if len(preds) == 0 {
			return "Wichtig ist, dass " + s
		}
		preds[len(preds)-1] += " und " + cur
	}
	for i, p := range preds {
		preds[i] = germanPredicate(p)
	}
	return strings.Join(f[:n], " ") + " " + strings.Join(preds, " und ")
}

// frontDE begins what may stand before a clause's subject.
var frontDE = pattern.New(`(?i)^(?:am|ab|an|im|in|vom|von|seit|bis|nach|vor|wegen|während|zum|zur|bei|beim|mit|aufgrund|heute|morgen|künftig|jetzt|nächste[nr]?|diese[nrs]?|jede[nrs]?|alle|ein|zwischen|auf|unter|über|trotz|dank|durch|für)$`)

// germanFronted makes a main clause of one whose time or place stands before its subject:
// "am Montag das Wasser abgestellt wird" is "Am Montag wird das Wasser abgestellt". "" = it
// cannot be told where the subject begins.
func germanFronted(f []string) string {
	last := len(f) - 1
	if last < 3 || !frontDE.MatchString(f[0]) || strings.Contains(strings.Join(f, " "), ",") || !germanFinite(f[last]) {
		return ""
	}
	for i := 2; i < last; i++ {
		w := strings.ToLower(f[i])
		nominative := pronounsDE[w] || determDE[w] && w != "der" || w == "der" && !prose.StartsUpper(f[i-1])
		if nominative && f[i] == w && !frontDE.MatchString(f[i-1]) && !limitsDE[f[i-1]] && germanSubject(f[i:]) > 0 {
			verb, rest := f[last], strings.Join(f[i:last], " ")
			if m := prefixDE.FindStringSubmatch(verb); m != nil && !finalDE[verb] {
				verb, rest = m[2], rest+" "+m[1]
			}
			return strings.Join(f[:i], " ") + " " + verb + " " + rest
		}
	}
	return ""
}

// germanFinite tells whether a clause's last word is its verb by its form.
func germanFinite(w string) bool {
	return finalDE[w] || strings.ToLower(w) == w && (strings.HasSuffix(w, "t") || strings.HasSuffix(w, "en") || strings.HasSuffix(w, "te"))
}

func germanPredicate(s string) string {
	f := strings.Fields(s)
	if len(f) < 2 {
		return s
	}
	verb, rest := f[len(f)-1], strings.Join(f[:len(f)-1], " ")
	if !finalDE[verb] && !strings.HasPrefix(verb, "antwort") {
		if m := prefixDE.FindStringSubmatch(verb); m != nil {
			return m[2] + " " + rest + " " + m[1]
		}
	}
	return verb + " " + rest
}

// limitsDE are prepositions before an amount that narrows the noun before it.
var limitsDE = map[string]bool{"über": true, "unter": true, "ab": true, "bis": true, "mit": true, "ohne": true, "von": true}

// germanSubject counts the words of the noun phrase that a clause begins with.
func germanSubject(f []string) int {
	if len(f) < 2 {
		return 0
	}
	upper := prose.StartsUpper
	l := strings.ToLower(f[0])
	if pronounsDE[l] && !upper(f[1]) {
		return 1
	}
	i := 0
	if determDE[l] || strings.Trim(f[0], "0123456789.") == "" {
		i = 1
		for i < len(f)-1 && !upper(f[i]) {
			if !strings.HasSuffix(f[i], "e") && !strings.HasSuffix(f[i], "er") && !strings.HasSuffix(f[i], "es") && !strings.HasSuffix(f[i], "en") {
				return 0
			}
			i++
		}
	}
	j := i
	for j < len(f)-1 && upper(f[j]) {
		j++
		if i > 0 {
			break // a determiner takes one noun; more capitals are objects
		}
	}
	if j == i {
		return 0
	}
	// a genitive or "von …" belongs to it: "der Preis der Flasche"
	if j+2 < len(f) && (f[j] == "des" || f[j] == "der" || f[j] == "von") && upper(f[j+1]) {
		j += 2
	}
	if j+2 < len(f) && f[j] == "und" && upper(f[j+1]) {
		j += 2
	}
	// an amount that tells which ones: "Lasten über 25 Kilo"
	if j+3 < len(f) && limitsDE[f[j]] && strings.Trim(f[j+1], "0123456789.,") == "" {
		if j += 2; upper(f[j]) || f[j] == "%" {
			j++
		}
	}
	return j
}
