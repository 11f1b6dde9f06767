package tongue

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var spanish = &Wording{
	KnowHead: "Conviene saber",
	Was:      "%s: de %s a %s.", StartAt: "Los precios empiezan en %s.",
	TimeHead: "Las fechas", InYear: "%s en %s", OnDay: "%s el %s", SpokenSide: map[string]string{"después": "ahora"},
	Code: "es", contract: []string{"de el ", "del ", "a el ", "al "},
	Meet: "Presentamos %s.", Talk: "Hablemos de %s.", Look: "Veamos %s.", whatsNew: "Esto es lo nuevo en %s.", Welcome: "Te damos la bienvenida a %s.",
	ComeTo: "Te invitamos a %s.", Offer: "¿Qué te parece %s?", Hiring: "%s busca %s.", ItsTitle: "%s.", Hello: "Hola, %s.", ForName: "Para %s", InOf: outOf(`de cada`), UpFrom: "antes %s", DownFrom: "antes %s",
	Here: "Veamos %s.", HowTo: "Así puedes %s.", Includes: "Y además incluye %s.", YouGet: "Tienes %s.", Learn: "Aprenderás %s.", Costs: "Cuesta %s.", Says: "%s lo dice así: %s",
	Versus: "¿%s o %s?", SidesOf: "¿%s o %s?", Against: "%s: %s frente a %s.", See: "Descúbrelo en %s.", More: "Más información en %s.", Value: "%s, %s",
	FromTo: "%s: de %s en %s a %s en %s.", Firstly: "Primero, %s.", Then: []string{"Luego, %s.", "Después, %s."}, Finally: "Por último, %s.", And: " y ",
	ListHead: "Lo que te llevas", StepsHead: "Paso a paso", LearnHead: "Lo que aprenderás", NumbersHead: "Las cifras", PriceLabel: "Precio", Recap: "En resumen: %s.", RecapHead: "En resumen",
	Counts:      strings.Fields("- - dos tres cuatro cinco seis siete ocho nueve"),
	Price:       pattern.New(`(?i)^(?:el |su )?precio(?: de| es|:)?\s+(.+)$`),
	Free:        pattern.New(`(?i)gratis|descuento|prueba|envío|acceso`),
	Visit:       pattern.New(`(?i)^(?:visita(?:r)?|ve a|ir a|entra(?:r)? en|mira(?:r)?)\s+(?:nuestra (?:web|página)(?: en)?,? )?`),
	article:     pattern.New(`(?i)^(?:el|la|los|las|un|una|unos|unas|nuestr[oa]s?|su|sus)\s+`),
	HeadArticle: pattern.New(`(?i)^(?:el|la|los|las)\s+`),
	Articled:    pattern.New(`(?i)^(?:el|la|los|las|un|una|nuestr[oa]s?)\s`),
	ClauseItem:  pattern.New(`(?i)^(?:cómo|qué|por qué|cuándo|dónde|quién)\s`),
	Greets:      pattern.New(`(?i)^(?:¿|¡?hola|bienvenid[oa]s|buenos días|(?:te |os )?presentamos|sabías)`),
	Acts:        pattern.New(`(?i)^(?:visita|prueba|pide|reserva|descarga|llama|entra|descubre|regístrate|inscríbete|compra|apúntate|contacta|solicita|empieza|más información)(?:\s|$)`),
	Pronoun:     pattern.New(`(?i)^(?:(?:y|pero|además|también|luego|después),? )*(?:tienes |hay |esto es )?`),
	Stops:       pattern.New(`(?i)\s(?:el|la|los|las|de|del|a|al|en|con|por|para|y|o|que|un|una|su|tu|se|es|más|como|sin|sobre)$`),
	CostWord:    pattern.New(`(?i)(?:cuesta|cuestan|desde|precio de)$`),
	MoreThan:    pattern.New(`(?i)(?:más de)$`),
	ListLead:    pattern.New(`(?i)^(?:tienes|tendrás|recibes|recibirás|hay|habrá|incluye|ofrecemos|con)\s+`),
	VerbFirst:   pattern.New(`(?i)^(?:abre|pulsa|entra|elige|revisa|comprueba|no \p{L}+|avisa|guarda|envía|cierra|lava|usa|mira|escribe|sube|baja|espera|conecta|apaga|enciende|deja|llama)(?:\s|$)`),
	Vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:cosas|puntos|datos)$`), ToKnow: " que debes saber",
	Imperative: withObject("es", imperative(map[string]string{"pedir": "pide", "hacer": "haz", "tener": "ten", "venir": "ven", "ir": "ve", "decir": "di", "probar": "prueba", "empezar": "empieza", "comenzar": "comienza", "conseguir": "consigue", "seguir": "sigue",
		"elegir": "elige", "encontrar": "encuentra", "volver": "vuelve", "inscribirse": "inscríbete", "registrarse": "regístrate", "apuntarse": "apúntate", "unirse": "únete", "suscribirse": "suscríbete"}, [][2]string{{"ar", "a"}, {"er", "e"}, {"ir", "e"}})),
}

var french = &Wording{
	KnowHead: "Bon à savoir",
	Was:      "%s : de %s à %s.", StartAt: "Les prix commencent à %s.",
	TimeHead: "Le calendrier", InYear: "%s en %s", OnDay: "%s le %s", SpokenSide: map[string]string{"après": "maintenant"},
	Code: "fr", contract: []string{"de le ", "du ", "de les ", "des ", "à le ", "au ", "à les ", "aux ", "de des ", "de ", "de un ", "d'un ", "de une ", "d'une "},
	Meet: "Voici %s.", Talk: "Parlons de %s.", Look: "Parlons de %s.", whatsNew: "Voici les nouveautés de %s.", Welcome: "Bienvenue chez %s.",
	ComeTo: "Vous êtes invités à %s.", Offer: "Que diriez-vous de %s ?", Hiring: "%s recrute : %s.", ItsTitle: "%s.", Hello: "Bonjour %s.", ForName: "Pour %s", InOf: outOf(`sur`), UpFrom: "contre %s avant", DownFrom: "contre %s avant",
	Here: "Voici %s.", HowTo: "Voici comment %s.", Includes: "Et il y a aussi %s.", YouGet: "Vous avez %s.", Learn: "Vous apprendrez %s.", Costs: "Le prix : %s.", Says: "%s le dit ainsi : %s",
	Versus: "%s ou %s ?", SidesOf: "%s ou %s ?", Against: "%s : %s contre %s.", See: "Découvrez-le sur %s.", More: "Plus d'informations sur %s.", Value: "%s, %s",
	FromTo: "%s : de %s en %s à %s en %s.", Firstly: "D'abord, %s.", Then: []string{"Puis, %s.", "Ensuite, %s."}, Finally: "Enfin, %s.", And: " et ",
	ListHead: "Ce que vous avez", StepsHead: "Étape par étape", LearnHead: "Ce que vous apprendrez", NumbersHead: "Les chiffres", PriceLabel: "Prix", Recap: "En résumé : %s.", RecapHead: "En résumé",
	Counts:      strings.Fields("- - deux trois quatre cinq six sept huit neuf"),
	Price:       pattern.New(`(?i)^(?:le |son )?prix(?: de| est|\s*:)?\s+(.+)$`),
	Free:        pattern.New(`(?i)gratuit|remise|essai|livraison|accès`),
	Visit:       pattern.New(`(?i)^(?:visite[rz]|allez sur|aller sur|rendez-vous sur|consulte[rz])\s+(?:notre site(?: sur)?,? )?`),
	article:     pattern.New(`(?i)^(?:(?:le|la|les|un|une|des|notre|nos|votre|vos)\s+|l['’])`),
	HeadArticle: pattern.New(`(?i)^(?:(?:le|la|les)\s+|l['’])`),
	Articled:    pattern.New(`(?i)^(?:(?:le|la|les|un|une|notre|nos)\s|l['’])`),
	ClauseItem:  pattern.New(`(?i)^(?:comment|pourquoi|ce que|ce qu|quand|où|qui)`),
	Greets:      pattern.New(`(?i)^(?:bonjour|salut|bienvenue|voici|saviez-vous|et si)(?:\s|$)`),
	Acts:        pattern.New(`(?i)^(?:visitez|essayez|commandez|réservez|téléchargez|appelez|découvrez|inscrivez-vous|achetez|contactez|demandez|commencez|lisez|rejoignez|plus d'informations|rendez-vous)(?:\s|$)`),
	Pronoun:     pattern.New(`(?i)^(?:(?:et|mais|puis|ensuite|de plus|aussi|enfin),? )*(?:il y a |voici |c'est |vous avez )?`),
	Stops:       pattern.New(`(?i)\s(?:le|la|les|de|du|des|à|au|aux|en|avec|par|pour|et|ou|que|qui|un|une|son|sa|ses|est|plus|comme|sans|sur|dans)$`),
	CostWord:    pattern.New(`(?i)(?:coûte|coûtent|à partir de|prix de)$`),
	MoreThan:    pattern.New(`(?i)(?:plus de|plus d')$`),
	ListLead:    pattern.New(`(?i)^(?:vous avez|vous aurez|vous recevez|vous trouverez|il y a|il y aura|inclut|nous proposons)\s+`),
	VerbFirst:   pattern.New(`(?i)^(?:être|fermer|prendre|ouvrir|appuyer|ouvrez|fermez|choisissez|vérifiez|ne \p{L}+ pas|envoyez|cliquez|signalez|lavez|gardez|verrouillez|appelez|connectez)(?:\s|$)`),
	Vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:choses|points|faits)$`), ToKnow: " à savoir",
	Imperative: withObject("fr", imperative(map[string]string{"lire": "lisez", "faire": "faites", "venir": "venez", "découvrir": "découvrez", "prendre": "prenez", "s'inscrire": "inscrivez-vous", "aller": "allez", "rejoindre": "rejoignez", "écrire": "écrivez",
		"voir": "voyez", "suivre": "suivez", "obtenir": "obtenez", "essayer": "essayez", "appeler": "appelez", "offrir": "offrez", "ouvrir": "ouvrez", "répondre": "répondez"}, [][2]string{{"er", "ez"}, {"ir", "issez"}, {"re", "ez"}})),
}

var portuguese = &Wording{
	KnowHead: "Bom saber",
	Was:      "%s: de %s para %s.", StartAt: "Os preços começam em %s.",
	TimeHead: "As datas", InYear: "%s em %s", OnDay: "%s em %s", SpokenSide: map[string]string{"depois": "agora"},
	Code: "pt", contract: []string{"de o ", "do ", "de a ", "da ", "em o ", "no ", "em a ", "na ", "a o ", "ao ", "a a ", "à "},
	Meet: "Conheça %s.", Talk: "Vamos falar sobre %s.", Look: "Vamos ver %s.", whatsNew: "Veja o que há de novo em %s.", Welcome: "Boas-vindas a %s.",
	ComeTo: "Fica o convite para %s.", Offer: "Que tal %s?", Hiring: "%s procura %s.", ItsTitle: "%s.", Hello: "Olá, %s.", ForName: "Para %s", InOf: outOf(`em cada|de cada`), UpFrom: "antes %s", DownFrom: "antes %s",
	Here: "Veja %s.", HowTo: "Veja como %s.", Includes: "E ainda inclui %s.", YouGet: "Você tem %s.", Learn: "Você vai aprender %s.", Costs: "Custa %s.", Says: "%s diz: %s",
	Versus: "%s ou %s?", SidesOf: "%s ou %s?", Against: "%s: %s contra %s.", See: "Conheça em %s.", More: "Saiba mais em %s.", Value: "%s, %s",
	FromTo: "%s: de %s em %s a %s em %s.", Firstly: "Primeiro, %s.", Then: []string{"Depois, %s.", "Em seguida, %s."}, Finally: "Por fim, %s.", And: " e ",
	ListHead: "O que você tem", StepsHead: "Passo a passo", LearnHead: "O que você vai aprender", NumbersHead: "Os números", PriceLabel: "Preço", Recap: "Em resumo: %s.", RecapHead: "Em resumo",
	Counts:      strings.Fields("- - duas três quatro cinco seis sete oito nove"),
	Price:       pattern.New(`(?i)^(?:o |seu )?preço(?: de| é|:)?\s+(.+)$`),
	Free:        pattern.New(`(?i)grátis|gratuit|desconto|teste|frete|acesso`),
	Visit:       pattern.New(`(?i)^(?:visit(?:e|ar)|acess(?:e|ar)|vá para|ir para|veja)\s+(?:nosso site(?: em)?,? )?`),
	article:     pattern.New(`(?i)^(?:o|a|os|as|um|uma|uns|umas|noss[oa]s?|seus?|suas?)\s+`),
	HeadArticle: pattern.New(`(?i)^(?:o|a|os|as)\s+`),
	Articled:    pattern.New(`(?i)^(?:o|a|os|as|um|uma|noss[oa]s?)\s`),
	ClauseItem:  pattern.New(`(?i)^(?:como|o que|por que|quando|onde|quem)\s`),
	Greets:      pattern.New(`(?i)^(?:olá|oi|bem-vind[oa]s|boas-vindas|conheça|você sabia|bom dia)(?:\s|$)`),
	Acts:        pattern.New(`(?i)^(?:visite|experimente|peça|reserve|baixe|ligue|acesse|descubra|inscreva-se|cadastre-se|compre|saiba mais|comece|participe|fale com)(?:\s|$)`),
	Pronoun:     pattern.New(`(?i)^(?:(?:e|mas|também|depois|além disso),? )*(?:você tem |há |isto é )?`),
	Stops:       pattern.New(`(?i)\s(?:o|a|os|as|de|do|da|dos|das|em|no|na|com|por|para|e|ou|que|um|uma|seu|sua|se|é|mais|como|sem|sobre)$`),
	CostWord:    pattern.New(`(?i)(?:custa|custam|a partir de|preço de)$`),
	MoreThan:    pattern.New(`(?i)(?:mais de)$`),
	ListLead:    pattern.New(`(?i)^(?:você tem|você recebe|há|haverá|teremos|inclui|oferecemos)\s+`),
	VerbFirst:   pattern.New(`(?i)^(?:abra|toque|clique|escolha|verifique|não \p{L}+|avise|guarde|envie|feche|lave|use|olhe|espere|conecte|desligue|ligue)(?:\s|$)`),
	Vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:coisas|pontos|dados)$`), ToKnow: " para saber",
	Imperative: withObject("pt", imperative(map[string]string{"fazer": "faça", "vir": "venha", "ver": "veja", "pedir": "peça", "descobrir": "descubra", "conhecer": "conheça", "ir": "vá", "ler": "leia", "inscrever-se": "inscreva-se", "cadastrar-se": "cadastre-se",
		"começar": "comece", "ligar": "ligue", "chegar": "chegue"}, [][2]string{{"car", "que"}, {"gar", "gue"}, {"ar", "e"}, {"er", "a"}, {"ir", "a"}})),
}

// Italian puts facts into Italian sentences.
var Italian = &Wording{
	KnowHead: "Da sapere",
	Was:      "%s: da %s a %s.", StartAt: "I prezzi partono da %s.",
	TimeHead: "Le date", InYear: "%s nel %s", OnDay: "%s il %s", SpokenSide: map[string]string{"dopo": "ora"},
	Code: "it", contract: []string{"di il ", "del ", "di lo ", "dello ", "di la ", "della ", "di i ", "dei ", "di le ", "delle ", "di l'", "dell'", "in il ", "nel ", "su il ", "sul ", "a il ", "al ", "a lo ", "allo ", "a la ", "alla ", "a i ", "ai ", "a le ", "alle ", "a l'", "all'"},
	Meet: "Ecco %s.", Talk: "Parliamo di %s.", Look: "Guardiamo %s.", whatsNew: "Ecco le novità di %s.", Welcome: "Benvenuti in %s.",
	ComeTo: "Siete invitati a %s.", Offer: "Che ne dite di %s?", Hiring: "%s cerca %s.", ItsTitle: "%s.", Hello: "Ciao %s.", ForName: "Per %s", InOf: outOf(`su`), UpFrom: "prima %s", DownFrom: "prima %s",
	Here: "Ecco %s.", HowTo: "Ecco come %s.", Includes: "E in più include %s.", YouGet: "Hai %s.", Learn: "Imparerai %s.", Costs: "Costa %s.", Says: "%s dice: %s",
	Versus: "%s o %s?", SidesOf: "%s o %s?", Against: "%s: %s contro %s.", See: "Scoprilo su %s.", More: "Maggiori informazioni su %s.", Value: "%s, %s",
	FromTo: "%s: da %s nel %s a %s nel %s.", Firstly: "Prima, %s.", Then: []string{"Poi, %s.", "Dopo, %s."}, Finally: "Infine, %s.", And: " e ",
	ListHead: "Cosa ottieni", StepsHead: "Passo dopo passo", LearnHead: "Cosa imparerai", NumbersHead: "I numeri", PriceLabel: "Prezzo", Recap: "In breve: %s.", RecapHead: "In breve",
	Counts:      strings.Fields("- - due tre quattro cinque sei sette otto nove"),
	Price:       pattern.New(`(?i)^(?:il |suo )?prezzo(?: di| è|:)?\s+(.+)$`),
	Free:        pattern.New(`(?i)gratis|gratuit|sconto|prova|spedizione|accesso`),
	Visit:       pattern.New(`(?i)^(?:visita(?:re)?|vai su|andare su|guarda(?:re)?)\s+(?:il nostro sito(?: su)?,? )?`),
	article:     pattern.New(`(?i)^(?:(?:il|lo|la|i|gli|le|un|una|uno|nostr[oaie])\s+|(?:l|un)['’])`),
	HeadArticle: pattern.New(`(?i)^(?:(?:il|lo|la|i|gli|le)\s+|l['’])`),
	Articled:    pattern.New(`(?i)^(?:(?:il|lo|la|i|gli|le|un|una|nostr[oaie])\s|l['’])`),
	ClauseItem:  pattern.New(`(?i)^(?:come|cosa|che cosa|perché|quando|dove|chi)\s`),
	Greets:      pattern.New(`(?i)^(?:ciao|salve|benvenut[oaie]|ecco|sapevi|buongiorno)(?:\s|$)`),
	Acts:        pattern.New(`(?i)^(?:visita|prova|ordina|prenota|scarica|chiama|scopri|iscriviti|compra|contatta|richiedi|inizia|leggi|partecipa)(?:\s|$)`),
	Pronoun:     pattern.New(`(?i)^(?:(?:e|ma|poi|inoltre|anche|infine),? )*(?:c'è |ci sono |ecco |hai )?`),
	Stops:       pattern.New(`(?i)\s(?:il|lo|la|i|gli|le|di|del|della|dei|a|al|in|nel|con|per|e|o|che|un|una|suo|sua|si|è|più|come|senza|su|da|dal)$`),
	CostWord:    pattern.New(`(?i)(?:costa|costano|a partire da|prezzo di)$`),
	MoreThan:    pattern.New(`(?i)(?:più di|oltre)$`),
	ListLead:    pattern.New(`(?i)^(?:hai|avrai|ci sono|ci saranno|troverete|include|offriamo)\s+`),
	VerbFirst:   pattern.New(`(?i)^(?:apri|tocca|clicca|scegli|controlla|non \p{L}+|avvisa|salva|invia|chiudi|lava|usa|guarda|aspetta|collega|spegni|accendi)(?:\s|$)`),
	Vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:cose|punti|fatti)$`), ToKnow: " da sapere",
	Imperative: withObject("it", imperative(map[string]string{"fare": "fai", "venire": "vieni", "leggere": "leggi", "scoprire": "scopri", "andare": "vai", "iscriversi": "iscriviti", "richiedere": "richiedi", "seguire": "segui", "unirsi": "unisciti"},
		[][2]string{{"are", "a"}, {"ere", "i"}, {"ire", "i"}})),
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
