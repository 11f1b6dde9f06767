package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var spanish = &wording{
	knowHead: "Conviene saber",
	was:      "%s: de %s a %s.", startAt: "Los precios empiezan en %s.",
	timeHead: "Las fechas", inYear: "%s en %s", onDay: "%s el %s", spokenSide: map[string]string{"después": "ahora"},
	code: "es", contract: []string{"de el ", "del ", "a el ", "al "},
	meet: "Te presentamos %s.", talk: "Hablemos de %s.", look: "Veamos %s.", whatsNew: "Esto es lo nuevo en %s.", welcome: "Te damos la bienvenida a %s.",
	comeTo: "Te invitamos a %s.", offer: "¿Qué te parece %s?", hiring: "%s busca %s.", itsTitle: "%s.", hello: "Hola, %s.", forName: "Para %s", inOf: outOf(`de cada`), upFrom: "antes %s", downFrom: "antes %s",
	here: "Así es: %s.", howTo: "Así puedes %s.", includes: "Y además incluye %s.", youGet: "Tienes %s.", learn: "Aprenderás %s.", costs: "Cuesta %s.", says: "%s lo dice así: %s",
	versus: "¿%s o %s?", sidesOf: "¿%s o %s?", against: "%s: %s frente a %s.", see: "Descúbrelo en %s.", more: "Más información en %s.", value: "%s, %s",
	fromTo: "%s: de %s en %s a %s en %s.", firstly: "Primero, %s.", then: []string{"Luego, %s.", "Después, %s."}, finally: "Por último, %s.", and: " y ",
	listHead: "Lo que te llevas", stepsHead: "Paso a paso", learnHead: "Lo que aprenderás", numbersHead: "Las cifras", priceLabel: "Precio", recap: "En resumen: %s.", recapHead: "En resumen",
	counts:      strings.Fields("- - dos tres cuatro cinco seis siete ocho nueve"),
	price:       pattern.New(`(?i)^(?:el |su )?precio(?: de| es|:)?\s+(.+)$`),
	free:        pattern.New(`(?i)gratis|descuento|prueba|envío|acceso`),
	visit:       pattern.New(`(?i)^(?:visita(?:r)?|ve a|ir a|entra(?:r)? en|mira(?:r)?)\s+(?:nuestra (?:web|página)(?: en)?,? )?`),
	article:     pattern.New(`(?i)^(?:el|la|los|las|un|una|unos|unas|nuestr[oa]s?|su|sus)\s+`),
	headArticle: pattern.New(`(?i)^(?:el|la|los|las)\s+`),
	articled:    pattern.New(`(?i)^(?:el|la|los|las|un|una|nuestr[oa]s?)\s`),
	clauseItem:  pattern.New(`(?i)^(?:cómo|qué|por qué|cuándo|dónde|quién)\s`),
	greets:      pattern.New(`(?i)^(?:¿|¡?hola|bienvenid[oa]s|buenos días|te presentamos|sabías)`),
	acts:        pattern.New(`(?i)^(?:visita|prueba|pide|reserva|descarga|llama|entra|descubre|regístrate|inscríbete|compra|apúntate|contacta|solicita|empieza|más información)(?:\s|$)`),
	pronoun:     pattern.New(`(?i)^(?:(?:y|pero|además|también|luego|después),? )*(?:tienes |hay |esto es )?`),
	stops:       pattern.New(`(?i)\s(?:el|la|los|las|de|del|a|al|en|con|por|para|y|o|que|un|una|su|tu|se|es|más|como|sin|sobre)$`),
	costWord:    pattern.New(`(?i)(?:cuesta|cuestan|desde|precio de)$`),
	more4:       pattern.New(`(?i)(?:más de)$`),
	listLead:    pattern.New(`(?i)^(?:tienes|tendrás|recibes|recibirás|hay|habrá|incluye|ofrecemos|con)\s+`),
	verbFirst:   pattern.New(`(?i)^(?:abre|pulsa|entra|elige|revisa|comprueba|no \p{L}+|avisa|guarda|envía|cierra|lava|usa|mira|escribe|sube|baja|espera|conecta|apaga|enciende|deja|llama)(?:\s|$)`),
	vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:cosas|puntos|datos)$`), toKnow: " que debes saber",
	imper: imperative(map[string]string{"pedir": "pide", "hacer": "haz", "tener": "ten", "venir": "ven", "ir": "ve", "decir": "di", "probar": "prueba", "empezar": "empieza", "comenzar": "comienza", "conseguir": "consigue", "seguir": "sigue",
		"elegir": "elige", "encontrar": "encuentra", "volver": "vuelve", "inscribirse": "inscríbete", "registrarse": "regístrate", "apuntarse": "apúntate", "unirse": "únete", "suscribirse": "suscríbete"}, [][2]string{{"ar", "a"}, {"er", "e"}, {"ir", "e"}}),
}

var french = &wording{
	knowHead: "Bon à savoir",
	was:      "%s : de %s à %s.", startAt: "Les prix commencent à %s.",
	timeHead: "Le calendrier", inYear: "%s en %s", onDay: "%s le %s", spokenSide: map[string]string{"après": "maintenant"},
	code: "fr", contract: []string{"de le ", "du ", "de les ", "des ", "à le ", "au ", "à les ", "aux ", "de des ", "de ", "de un ", "d'un ", "de une ", "d'une "},
	meet: "Voici %s.", talk: "Parlons de %s.", look: "Parlons de %s.", whatsNew: "Voici les nouveautés de %s.", welcome: "Bienvenue chez %s.",
	comeTo: "Vous êtes invités à %s.", offer: "Que diriez-vous de %s ?", hiring: "%s recrute : %s.", itsTitle: "%s.", hello: "Bonjour %s.", forName: "Pour %s", inOf: outOf(`sur`), upFrom: "contre %s avant", downFrom: "contre %s avant",
	here: "Voici %s.", howTo: "Voici comment %s.", includes: "Et il y a aussi %s.", youGet: "Vous avez %s.", learn: "Vous apprendrez %s.", costs: "Le prix : %s.", says: "%s le dit ainsi : %s",
	versus: "%s ou %s ?", sidesOf: "%s ou %s ?", against: "%s : %s contre %s.", see: "Découvrez-le sur %s.", more: "Plus d'informations sur %s.", value: "%s, %s",
	fromTo: "%s : de %s en %s à %s en %s.", firstly: "D'abord, %s.", then: []string{"Puis, %s.", "Ensuite, %s."}, finally: "Enfin, %s.", and: " et ",
	listHead: "Ce que vous avez", stepsHead: "Étape par étape", learnHead: "Ce que vous apprendrez", numbersHead: "Les chiffres", priceLabel: "Prix", recap: "En résumé : %s.", recapHead: "En résumé",
	counts:      strings.Fields("- - deux trois quatre cinq six sept huit neuf"),
	price:       pattern.New(`(?i)^(?:le |son )?prix(?: de| est|\s*:)?\s+(.+)$`),
	free:        pattern.New(`(?i)gratuit|remise|essai|livraison|accès`),
	visit:       pattern.New(`(?i)^(?:visite[rz]|allez sur|aller sur|rendez-vous sur|consulte[rz])\s+(?:notre site(?: sur)?,? )?`),
	article:     pattern.New(`(?i)^(?:(?:le|la|les|un|une|des|notre|nos|votre|vos)\s+|l['’])`),
	headArticle: pattern.New(`(?i)^(?:(?:le|la|les)\s+|l['’])`),
	articled:    pattern.New(`(?i)^(?:(?:le|la|les|un|une|notre|nos)\s|l['’])`),
	clauseItem:  pattern.New(`(?i)^(?:comment|pourquoi|ce que|ce qu|quand|où|qui)`),
	greets:      pattern.New(`(?i)^(?:bonjour|salut|bienvenue|voici|saviez-vous|et si)(?:\s|$)`),
	acts:        pattern.New(`(?i)^(?:visitez|essayez|commandez|réservez|téléchargez|appelez|découvrez|inscrivez-vous|achetez|contactez|demandez|commencez|lisez|rejoignez|plus d'informations|rendez-vous)(?:\s|$)`),
	pronoun:     pattern.New(`(?i)^(?:(?:et|mais|puis|ensuite|de plus|aussi|enfin),? )*(?:il y a |voici |c'est |vous avez )?`),
	stops:       pattern.New(`(?i)\s(?:le|la|les|de|du|des|à|au|aux|en|avec|par|pour|et|ou|que|qui|un|une|son|sa|ses|est|plus|comme|sans|sur|dans)$`),
	costWord:    pattern.New(`(?i)(?:coûte|coûtent|à partir de|prix de)$`),
	more4:       pattern.New(`(?i)(?:plus de|plus d')$`),
	listLead:    pattern.New(`(?i)^(?:vous avez|vous aurez|vous recevez|vous trouverez|il y a|il y aura|inclut|nous proposons)\s+`),
	verbFirst:   pattern.New(`(?i)^(?:être|fermer|prendre|ouvrir|appuyer|ouvrez|fermez|choisissez|vérifiez|ne \p{L}+ pas|envoyez|cliquez|signalez|lavez|gardez|verrouillez|appelez|connectez)(?:\s|$)`),
	vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:choses|points|faits)$`), toKnow: " à savoir",
	imper: imperative(map[string]string{"lire": "lisez", "faire": "faites", "venir": "venez", "découvrir": "découvrez", "prendre": "prenez", "s'inscrire": "inscrivez-vous", "aller": "allez", "rejoindre": "rejoignez", "écrire": "écrivez",
		"voir": "voyez", "suivre": "suivez", "obtenir": "obtenez", "essayer": "essayez", "appeler": "appelez", "offrir": "offrez", "ouvrir": "ouvrez", "répondre": "répondez"}, [][2]string{{"er", "ez"}, {"ir", "issez"}, {"re", "ez"}}),
}

var portuguese = &wording{
	knowHead: "Bom saber",
	was:      "%s: de %s para %s.", startAt: "Os preços começam em %s.",
	timeHead: "As datas", inYear: "%s em %s", onDay: "%s em %s", spokenSide: map[string]string{"depois": "agora"},
	code: "pt", contract: []string{"de o ", "do ", "de a ", "da ", "em o ", "no ", "em a ", "na ", "a o ", "ao ", "a a ", "à "},
	meet: "Conheça %s.", talk: "Vamos falar sobre %s.", look: "Vamos ver %s.", whatsNew: "Veja o que há de novo em %s.", welcome: "Boas-vindas a %s.",
	comeTo: "Você está convidado para %s.", offer: "Que tal %s?", hiring: "%s procura %s.", itsTitle: "%s.", hello: "Olá, %s.", forName: "Para %s", inOf: outOf(`em cada|de cada`), upFrom: "antes %s", downFrom: "antes %s",
	here: "É assim: %s.", howTo: "Veja como %s.", includes: "E ainda inclui %s.", youGet: "Você tem %s.", learn: "Você vai aprender %s.", costs: "Custa %s.", says: "%s diz: %s",
	versus: "%s ou %s?", sidesOf: "%s ou %s?", against: "%s: %s contra %s.", see: "Conheça em %s.", more: "Saiba mais em %s.", value: "%s, %s",
	fromTo: "%s: de %s em %s a %s em %s.", firstly: "Primeiro, %s.", then: []string{"Depois, %s.", "Em seguida, %s."}, finally: "Por fim, %s.", and: " e ",
	listHead: "O que você tem", stepsHead: "Passo a passo", learnHead: "O que você vai aprender", numbersHead: "Os números", priceLabel: "Preço", recap: "Em resumo: %s.", recapHead: "Em resumo",
	counts:      strings.Fields("- - duas três quatro cinco seis sete oito nove"),
	price:       pattern.New(`(?i)^(?:o |seu )?preço(?: de| é|:)?\s+(.+)$`),
	free:        pattern.New(`(?i)grátis|gratuit|desconto|teste|frete|acesso`),
	visit:       pattern.New(`(?i)^(?:visit(?:e|ar)|acess(?:e|ar)|vá para|ir para|veja)\s+(?:nosso site(?: em)?,? )?`),
	article:     pattern.New(`(?i)^(?:o|a|os|as|um|uma|uns|umas|noss[oa]s?|seus?|suas?)\s+`),
	headArticle: pattern.New(`(?i)^(?:o|a|os|as)\s+`),
	articled:    pattern.New(`(?i)^(?:o|a|os|as|um|uma|noss[oa]s?)\s`),
	clauseItem:  pattern.New(`(?i)^(?:como|o que|por que|quando|onde|quem)\s`),
	greets:      pattern.New(`(?i)^(?:olá|oi|bem-vind[oa]s|boas-vindas|conheça|você sabia|bom dia)(?:\s|$)`),
	acts:        pattern.New(`(?i)^(?:visite|experimente|peça|reserve|baixe|ligue|acesse|descubra|inscreva-se|cadastre-se|compre|saiba mais|comece|participe|fale com)(?:\s|$)`),
	pronoun:     pattern.New(`(?i)^(?:(?:e|mas|também|depois|além disso),? )*(?:você tem |há |isto é )?`),
	stops:       pattern.New(`(?i)\s(?:o|a|os|as|de|do|da|dos|das|em|no|na|com|por|para|e|ou|que|um|uma|seu|sua|se|é|mais|como|sem|sobre)$`),
	costWord:    pattern.New(`(?i)(?:custa|custam|a partir de|preço de)$`),
	more4:       pattern.New(`(?i)(?:mais de)$`),
	listLead:    pattern.New(`(?i)^(?:você tem|você recebe|há|haverá|teremos|inclui|oferecemos)\s+`),
	verbFirst:   pattern.New(`(?i)^(?:abra|toque|clique|escolha|verifique|não \p{L}+|avise|guarde|envie|feche|lave|use|olhe|espere|conecte|desligue|ligue)(?:\s|$)`),
	vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:coisas|pontos|dados)$`), toKnow: " para saber",
	imper: imperative(map[string]string{"fazer": "faça", "vir": "venha", "ver": "veja", "pedir": "peça", "descobrir": "descubra", "conhecer": "conheça", "ir": "vá", "ler": "leia", "inscrever-se": "inscreva-se", "cadastrar-se": "cadastre-se",
		"começar": "comece", "ligar": "ligue", "chegar": "chegue"}, [][2]string{{"car", "que"}, {"gar", "gue"}, {"ar", "e"}, {"er", "a"}, {"ir", "a"}}),
}

var italian = &wording{
	knowHead: "Da sapere",
	was:      "%s: da %s a %s.", startAt: "I prezzi partono da %s.",
	timeHead: "Le date", inYear: "%s nel %s", onDay: "%s il %s", spokenSide: map[string]string{"dopo": "ora"},
	code: "it", contract: []string{"di il ", "del ", "di lo ", "dello ", "di la ", "della ", "di i ", "dei ", "di le ", "delle ", "di l'", "dell'", "in il ", "nel ", "su il ", "sul ", "a il ", "al ", "a lo ", "allo ", "a la ", "alla ", "a i ", "ai ", "a le ", "alle ", "a l'", "all'"},
	meet: "Ecco %s.", talk: "Parliamo di %s.", look: "Guardiamo %s.", whatsNew: "Ecco le novità di %s.", welcome: "Benvenuti in %s.",
	comeTo: "Siete invitati a %s.", offer: "Che ne dite di %s?", hiring: "%s cerca %s.", itsTitle: "%s.", hello: "Ciao %s.", forName: "Per %s", inOf: outOf(`su`), upFrom: "prima %s", downFrom: "prima %s",
	here: "Ecco %s.", howTo: "Ecco come %s.", includes: "E in più include %s.", youGet: "Hai %s.", learn: "Imparerai %s.", costs: "Costa %s.", says: "%s dice: %s",
	versus: "%s o %s?", sidesOf: "%s o %s?", against: "%s: %s contro %s.", see: "Scoprilo su %s.", more: "Scopri di più su %s.", value: "%s, %s",
	fromTo: "%s: da %s nel %s a %s nel %s.", firstly: "Prima, %s.", then: []string{"Poi, %s.", "Dopo, %s."}, finally: "Infine, %s.", and: " e ",
	listHead: "Cosa ottieni", stepsHead: "Passo dopo passo", learnHead: "Cosa imparerai", numbersHead: "I numeri", priceLabel: "Prezzo", recap: "In breve: %s.", recapHead: "In breve",
	counts:      strings.Fields("- - due tre quattro cinque sei sette otto nove"),
	price:       pattern.New(`(?i)^(?:il |suo )?prezzo(?: di| è|:)?\s+(.+)$`),
	free:        pattern.New(`(?i)gratis|gratuit|sconto|prova|spedizione|accesso`),
	visit:       pattern.New(`(?i)^(?:visita(?:re)?|vai su|andare su|guarda(?:re)?)\s+(?:il nostro sito(?: su)?,? )?`),
	article:     pattern.New(`(?i)^(?:(?:il|lo|la|i|gli|le|un|una|uno|nostr[oaie])\s+|(?:l|un)['’])`),
	headArticle: pattern.New(`(?i)^(?:(?:il|lo|la|i|gli|le)\s+|l['’])`),
	articled:    pattern.New(`(?i)^(?:(?:il|lo|la|i|gli|le|un|una|nostr[oaie])\s|l['’])`),
	clauseItem:  pattern.New(`(?i)^(?:come|cosa|che cosa|perché|quando|dove|chi)\s`),
	greets:      pattern.New(`(?i)^(?:ciao|salve|benvenut[oaie]|ecco|sapevi|buongiorno)(?:\s|$)`),
	acts:        pattern.New(`(?i)^(?:visita|prova|ordina|prenota|scarica|chiama|scopri|iscriviti|compra|contatta|richiedi|inizia|leggi|partecipa)(?:\s|$)`),
	pronoun:     pattern.New(`(?i)^(?:(?:e|ma|poi|inoltre|anche|infine),? )*(?:c'è |ci sono |ecco |hai )?`),
	stops:       pattern.New(`(?i)\s(?:il|lo|la|i|gli|le|di|del|della|dei|a|al|in|nel|con|per|e|o|che|un|una|suo|sua|si|è|più|come|senza|su|da|dal)$`),
	costWord:    pattern.New(`(?i)(?:costa|costano|a partire da|prezzo di)$`),
	more4:       pattern.New(`(?i)(?:più di|oltre)$`),
	listLead:    pattern.New(`(?i)^(?:hai|avrai|ci sono|ci saranno|troverete|include|offriamo)\s+`),
	verbFirst:   pattern.New(`(?i)^(?:apri|tocca|clicca|scegli|controlla|non \p{L}+|avvisa|salva|invia|chiudi|lava|usa|guarda|aspetta|collega|spegni|accendi)(?:\s|$)`),
	vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:cose|punti|fatti)$`), toKnow: " da sapere",
	imper: imperative(map[string]string{"fare": "fai", "venire": "vieni", "leggere": "leggi", "scoprire": "scopri", "andare": "vai", "iscriversi": "iscriviti", "richiedere": "richiedi", "seguire": "segui", "unirsi": "unisciti"},
		[][2]string{{"are", "a"}, {"ere", "i"}, {"ire", "i"}}),
}

// imperative makes an order of a verb phrase that begins with an infinitive.
func imperative(irregular map[string]string, ends [][2]string) func(string) string {
	return func(s string) string {
		verb, rest, _ := strings.Cut(s, " ")
		l := strings.ToLower(verb)
		out, ok := irregular[l]
		for i := 0; !ok && i < len(ends); i++ {
			if strings.HasSuffix(l, ends[i][0]) && len(l) > len(ends[i][0])+1 {
				out, ok = strings.TrimSuffix(l, ends[i][0])+ends[i][1], true
			}
		}
		if !ok {
			return s
		}
		return strings.TrimSpace(out + " " + rest)
	}
}
