package commission

import "gitops.video/render/render/engine/internal/pattern"

// lexicon are the words that orders of a video are made of in one language other than English.
type lexicon struct {
	frames   map[string]bool  // courtesy, wishes, pronouns and articles before the thing
	makes    *pattern.Pattern // verbs of making, in any form
	thing    *pattern.Pattern // what is made
	trait    *pattern.Pattern // adjectives of videos
	aim      map[string]bool  // before those whom, or what, or to do what it is for
	about    *pattern.Pattern // before its topic; group 1 is an article that it has taken in
	of       map[string]bool  // before its kind, its length, or its topic
	inward   map[string]bool  // before places and settings
	relative map[string]bool  // before what it does
	skip     map[string]bool  // stand between those and the verb
	that     map[string]bool
	question map[string]bool
	to       map[string]bool // before those who are told
	article  map[string]bool // begin a thing
	infinite *pattern.Pattern
	actions  []act
	place    *pattern.Pattern // where videos are seen
	when     *pattern.Pattern // occasions at which they are
}

// act is what a video does: in the forms of its verb, by nouns for it, and in English.
type act struct {
	verb, noun *pattern.Pattern
	base       string
}

func whole(alternatives string) *pattern.Pattern {
	return pattern.New(`(?i)^(?:` + alternatives + `)$`)
}

// actsOf are acts by their base, verbs and nouns.
func actsOf(rows ...[3]string) []act {
	var out []act
	for _, r := range rows {
		out = append(out, act{base: r[0], verb: whole(r[1]), noun: whole(r[2])})
	}
	return out
}

// nets are places where videos are seen that go by one name everywhere.
const nets = `instagram|insta|tiktok|tik tok|linkedin|youtube|facebook|twitter|whatsapp|telegram|teams|slack|intranet|internet|web|website|blog|newsletter|homepage|reels|stories|status`

var lexicons = map[string]*lexicon{"es": spanish, "fr": french, "it": italian, "pt": portuguese}

var spanish = &lexicon{
	frames:   set("por favor porfa porfavor hola buenas buenos días tardes equipo chicos a ver si me nos te os le se ya un una uno el la este esta otro otra algún alguna podéis podrías puedes podríais podría podrían puede pueden necesito necesitamos necesitaría necesitaríamos quiero queremos quería queríamos querría querríamos quisiera quisiéramos gustaría gustaria encantaría hace haría falta que tener tenemos tengo hay debemos queríamos buscamos busco urge urgente urgentemente de para pequeño pequeña nuevo nueva buen simple"),
	makes:    whole(`(?:prepar|prepár|cre|cré|hac|hag|hág|haz|hic|grab|gráb|produ|elabor|realiz|realic|mont|món|gener|gén|diseñ|edit|encarg|rued|rod|pon|mand|env[ií])\p{L}*`),
	thing:    whole(`v[ií]deos?|videoclip|v[ií]deo-?\p{L}+|clip|spot|reel|corto|cortometraje|tutorial|videotutorial|animación|cápsula|teaser|tráiler|trailer|cuña|videomensaje|videocomunicado`),
	trait:    whole(`(?:cort|brev|pequeñ|dinámic|animad|informativ|formativ|explicativ|corporativ|promocional|intern|institucional|sencill|emotiv|divertid|alegre|cercan|profesional|motivador|inspirador|navideñ|educativ|didáctic|publicitari|conmemorativ|especial|rápid|simpátic|bonit|vertical|horizontal|cuadrad|sobri|seri|claro|clara|formal|tranquil|cálid|fresc|juvenil|elegant|muy|bastante|algo|tono)\p{L}*`),
	aim:      set("para pa"),
	about:    pattern.New(`(?i)^(?:sobre|acerca del?|con motivo del?|en torno al?|respecto al?) `),
	of:       set("de del"),
	inward:   set("en con sin a al por desde"),
	relative: set("que donde"),
	skip:     set("se les nos le también sirva sirvan para pueda podamos también brevemente bien"),
	that:     set("que"),
	question: set("cómo como qué cuándo dónde cuánto cuáles cuál quién quiénes por"),
	to:       set("a al"),
	article:  set("el la los las un una unos unas nuestro nuestra nuestros nuestras su sus mi mis este esta estos estas"),
	infinite: pattern.New(`(?i)^\p{L}+(?:ar|er|ir|ír)(?:l[eao]s?|se|nos|te|me)?$`),
	actions: actsOf(
		[3]string{"present", `present(?:ar|a|e|en|ando)|present(?:ar|e)mos|promocion(?:ar|a|e|ando)|dar|mostr(?:ar|ando)|muestr[ae]n?|enseñ(?:ar|e|ando)|lanz(?:ar|ando)|vend(?:er|a)`, `presentación|lanzamiento|promoción|demostración|demo`},
		[3]string{"announce", `anunci(?:ar|a|e|en|ando)|comuni(?:car|ca|que|cando)|inform(?:ar|a|e|ando)|avis(?:ar|a|e|ando)|notifi(?:car|ca|que|cando)`, `anuncio|aviso|comunicado|información`},
		[3]string{"explain", `expli(?:car|ca|que|quen|ques|quéis|cando)|cont(?:ar|ando)|cuent[ae]n?|aclar(?:ar|e|a|ando)|detall(?:ar|a|e|ando)|repas(?:ar|e|a)|habl(?:ar|e|a|ando)`, `instrucciones|explicación|ayuda`},
		[3]string{"invite", `invit(?:ar|a|e|en|ando)`, `invitación`},
		[3]string{"encourage", `anim(?:ar|a|e|ando)|motiv(?:ar|a|e)|ped(?:ir)|pid[ae]|convenc(?:er|za)`, `-`},
		[3]string{"thank", `agrade(?:cer|ce|zca|ciendo)(?:les)?`, `agradecimiento|gracias`},
		[3]string{"remind", `record(?:ar|ando)(?:les)?|recuerd[ae]n?`, `recordatorio`},
		[3]string{"congratulate", `felicit(?:ar|e|a|ando)|despedir`, `felicitación|despedida`},
		[3]string{"train", `form(?:ar|e|ando)|instru(?:ir|ya)|capacit(?:ar|e|a)|entren(?:ar|e)`, `formación|capacitación|entrenamiento|curso|seguridad|prevención|riesgos`},
		[3]string{"welcome", `recib(?:ir|a|imos)|acog(?:er|e)`, `bienvenida|acogida|onboarding`},
		[3]string{"warn", `advert(?:ir|imos)|adviert[ae]|concienci(?:ar|e|a)|sensibili(?:zar|ce|za)|alert(?:ar|e|a)`, `concienciación|sensibilización`},
		[3]string{"recruit", `capt(?:ar|e)|reclut(?:ar|e)|busc(?:ar|a|amos)|encontr(?:ar)`, `captación|reclutamiento|empleo`},
		[3]string{"summarise", `resum(?:ir|e|a|iendo)`, `resumen|balance|resultados`},
	),
	place: pattern.New(`(?i)^(?:(?:en |el |la |l[oa]s |nuestr[oa]s? |un |una )*)(?:` + nets + `|redes(?: sociales)?|página(?: web| de facebook)?|perfil|cuenta|canal|pantallas?|tienda online|sala de espera|recepción|tele(?:visión|visor)?|escaparate|comedor|entrada|vestíbulo|tablón|grupo de whatsapp|correo|boletín)(?: (?:de|del|que) .*)?$`),
	when:  pattern.New(`(?i)^(?:el |la |nuestra |nuestro |los |las )?(?:reunión|asamblea|junta|cena|gala|fiesta|evento|convención|comida|acto|congreso|feria)\b`),
}

var french = &lexicon{
	frames:   set("s' j' n' qu' d' l' ai aurais aimerais équipe s'il il vous te plaît plait svp stp bonjour salut l'équipe l’équipe à nous me moi pouvez pourriez pouvez-vous pourriez-vous peux-tu pourrais-tu peux pourrais serait-il possible de d' d’ on tu je j'ai j’ai j'aurais j’aurais nous avons aurions aurait faut faudrait besoin veux veut voudrais voudrait voudrions voulons souhaite souhaitons souhaiterions souhaitez souhaiterais j'aimerais j’aimerais aimerions aimerait aimerais cherche cherchons doit devons dois qu'on qu’on que un une la le cette ce petite petit nouvelle nouveau avoir fais-nous faites-nous fais-moi faites-moi peut-on pourrait-on serait bien super urgent bonne"),
	makes:    whole(`(?:d['’])?(?:prépar|cré|fai|fass|fer|réalis|produi|tourn|mont|génér|élabor|concev|conçoi|film|propos)\p{L}*(?:-(?:nous|moi))?`),
	thing:    whole(`(?:d['’](?:une?)?)?(?:vidéos?|video|clip|spot|film|reel|court-métrage|tutoriel|tuto|animation|teaser|capsule|vidéo-\p{L}+|message-vidéo)`),
	trait:    whole(`(?:court|bref|brève|petit|dynamique|animé|informati|formati|explicati|promotionnel|intern|institutionnel|simple|émouvant|joyeu|professionnel|motivant|inspirant|pédagogique|publicitaire|spécial|rapide|sympa|joli|vertical|horizontal|carré|sobr|sérieu|claire?s?$|formel|chaleureu|fraîche|frais|élégant|très|assez|bien|festi|ludique|percutant|punchy|concis|rythmé)\p{L}*`),
	aim:      set("pour afin"),
	about:    pattern.New(`(?i)^(?:sur|à propos d(?:e|u|es)|au sujet d(?:e|u|es)|concernant|autour d(?:e|u|es)) `),
	of:       set("de du des d' d’"),
	inward:   set("en avec sans au à sur dans par destiné destinée"),
	relative: set("qui où que"),
	skip:     set("nous vous se leur leur les permette de puisse bien aussi rapidement clairement à"),
	that:     set("que qu'"),
	question: set("comment pourquoi quand où combien quel quelle quels quelles quoi ce"),
	to:       set("à au aux"),
	article:  set("le la les un une des nos notre votre vos mon ma mes ce cette ces"),
	infinite: pattern.New(`(?i)^(?:s['’]|d['’])?\p{L}+(?:er|ir|re|oir)$`),
	actions: actsOf(
		[3]string{"present", `présent(?:er|e|ant|ons)|montr(?:er|e|ant)|promouvoir|lanc(?:er|e)|faire|vendre|vanter`, `présentation|lancement|promotion|démonstration|démo`},
		[3]string{"announce", `annon(?:cer|ce|çant)|inform(?:er|e|ant)|prévenir|prévient|avertir|signal(?:er|e)`, `annonce|information`},
		[3]string{"explain", `expliqu(?:er|e|ant)|racont(?:er|e|ant)|détaill(?:er|e|ant)|parl(?:er|e|ant)|décri(?:re|t|vant)`, `explication`},
		[3]string{"invite", `(?:d['’] ?)?invit(?:er|e|ant)`, `(?:d['’] ?)?invitation`},
		[3]string{"encourage", `(?:d['’])?encourag(?:er|e|eant)|(?:d['’])?incit(?:er|e|ant)|motiv(?:er|e|ant)|convaincre`, `-`},
		[3]string{"thank", `remerci(?:er|e|ant)`, `remerciements?`},
		[3]string{"remind", `rappel(?:er|le|ant)`, `rappel`},
		[3]string{"congratulate", `félicit(?:er|e|ant)`, `félicitations`},
		[3]string{"train", `form(?:er|e|ant)|sensibilis(?:er|e|ant)`, `formation|sécurité|prévention|sensibilisation`},
		[3]string{"welcome", `(?:d['’])?accueill(?:ir|e|ant)`, `bienvenue|(?:d['’])?accueil|(?:d['’])?intégration`},
		[3]string{"warn", `alert(?:er|e)|mettre`, `-`},
		[3]string{"recruit", `recrut(?:er|e|ant)|attirer|trouver`, `recrutement`},
		[3]string{"summarise", `résum(?:er|e|ant)|récapitul(?:er|e)`, `bilan|résumé|récapitulatif`},
	),
	place: pattern.New(`(?i)^(?:(?:le |la |les |l['’] ?|nos |notre |un |une )*)(?:` + nets + `|réseaux(?: sociaux)?|site(?: web| internet)?|page(?: facebook| instagram| linkedin| web| youtube)?|profil|compte(?: instagram| facebook| tiktok| linkedin)?|chaîne(?: youtube)?|écrans?|boutique en ligne|salle d['’] ?attente|accueil|télé(?:vision)?|vitrine|cantine|entrée|hall|groupe whatsapp|mail|e-mail|lettre d['’] ?information)(?: (?:de|du|des|d['’]|qui) ?.*)?$`),
	when:  pattern.New(`(?i)^(?:(?:le |la |les |notre |nos )|l['’] ?)?(?:réunion|assemblée|gala|fête|soirée|convention|repas|congrès|séminaire|événement|pot|salon)\b`),
}

var italian = &lexicon{
	frames:   set("per favore ciao salve buongiorno buonasera a tutti ragazzi ci mi vi ne un uno una il lo la questo questa un' altro potete potresti puoi potreste può potrebbe possiamo serve servirebbe servono occorre vorrei vorremmo voglio vogliamo avremmo avrei dobbiamo devo bisogna abbiamo ho bisogno di che bel bella piccolo piccola nuovo nuova piacerebbe cerchiamo cerco urgente avere bisognerebbe"),
	makes:    whole(`(?:prepar|crea|crei|cre|fai|fate|facc|fare|farci|farmi|fammi|facci|realizz|produ|gir|mont|gener|registr|confezion|ideat)\p{L}*`),
	thing:    whole(`video|videoclip|clip|spot|filmato|filmatino|reel|corto|tutorial|videotutorial|animazione|teaser|trailer|videomessaggio|video-?\p{L}+`),
	trait:    whole(`(?:cort|brev|piccol|dinamic|animat|informativ|formativ|esplicativ|aziendal|promozional|intern|istituzional|semplic|emozional|divertent|allegr|professional|motivazional|natalizi|educativ|didattic|pubblicitari|special|rapid|veloc|simpatic|carin|vertical|orizzontal|quadrat|sobri|seri|chiar|formal|cald|fresc|giovan|elegant|molto|abbastanza|un|po'|po’|rassicurant|commovent|festos)\p{L}*`),
	aim:      set("per"),
	about:    pattern.New(`(?i)^(?:su|sull[aeo]|sul|sui|sugli|riguardo a(?:l|lla|i|gli|lle)?|a proposito d(?:i|el|ella|ei)|dedicato a(?:l|lla|i|gli|lle)?) |^sull['’]`),
	of:       set("di del della dello dei degli delle dell' da"),
	inward:   set("in con senza a al alla da nel nella sul sulla"),
	relative: set("che dove"),
	skip:     set("si ci vi gli anche serva a per possa spieghi"),
	that:     set("che"),
	question: set("come perché quando dove cosa quanto quali quale chi"),
	to:       set("a ai agli alle alla al allo all'"),
	article:  set("il lo la i gli le un uno una nostro nostra nostri nostre l' i questo questa questi queste"),
	infinite: pattern.New(`(?i)^\p{L}+(?:are|ere|ire|rre|ar[lcv]i|er[lcv]i|ir[lcv]i|arsi|ersi|irsi|ar[lt][aeio]|er[lt][aeio]|ir[lt][aeio])$`),
	actions: actsOf(
		[3]string{"present", `present(?:are|a|i|ando|iamo)|promuove(?:re|ndo)?|mostr(?:are|a|i|ando)|lanci(?:are|a|ando)|far|pubblicizz(?:are|a|ando)|vendere`, `presentazione|lancio|promozione|dimostrazione|demo`},
		[3]string{"announce", `annunci(?:are|a|ando)|comunic(?:are|a|hi|ando)|inform(?:are|a|i|ando)|avvis(?:are|a|i|ando)`, `annuncio|avviso|comunicazione`},
		[3]string{"explain", `spieg(?:are|a|hi|ando)|raccont(?:are|a|i|ando)|illustr(?:are|a|i|ando)|parl(?:are|a|i|ando)|descriv(?:ere|e|endo)`, `spiegazione|istruzioni`},
		[3]string{"invite", `invit(?:are|a|i|ando)`, `invito`},
		[3]string{"encourage", `incoraggi(?:are|a|ando)|convince(?:re)?|motiv(?:are|a|i)`, `-`},
		[3]string{"thank", `ringrazi(?:are|a|ando)`, `ringraziamento|ringraziamenti`},
		[3]string{"remind", `ricord(?:are|a|i|ando)`, `promemoria`},
		[3]string{"congratulate", `congratularsi|salutare|festeggiare`, `congratulazioni|auguri`},
		[3]string{"train", `form(?:are|i|ando)|istru(?:ire|isce)|sensibilizz(?:are|a|i)|addestr(?:are|a|i)`, `formazione|sicurezza|prevenzione|addestramento|sensibilizzazione`},
		[3]string{"welcome", `accogli(?:ere|e|endo)`, `benvenuto|accoglienza|onboarding`},
		[3]string{"warn", `avvert(?:ire|a|endo)|mettere`, `-`},
		[3]string{"recruit", `cerc(?:are|a|ando)|reclut(?:are|a)|trovare`, `selezione|reclutamento`},
		[3]string{"summarise", `riassum(?:ere|e|a|endo)|riepilog(?:are|a|hi)`, `bilancio|riassunto|riepilogo|risultati`},
	),
	place: pattern.New(`(?i)^(?:(?:il |la |lo |i |gli |le |l['’] ?|nostr[oaie] |un |una )*)(?:` + nets + `|social(?: network| media)?|sito(?: web)?|pagina(?: facebook| instagram| linkedin| web)?|profilo(?: instagram| facebook)?|account|canale(?: youtube)?|schermi?|monitor|negozio online|sala d['’] ?attesa|accoglienza|reception|televisore|tv|vetrina|mensa|ingresso|gruppo whatsapp|bacheca)(?: (?:di|del|dello|della|dei|degli|delle|che) .*| dell['’].*)?$`),
	when:  pattern.New(`(?i)^(?:(?:il |la |lo |nostra |nostro )|l['’] ?)?(?:riunione|assemblea|cena|gala|festa|serata|convention|pranzo|convegno|evento|incontro|fiera)\b`),
}

var portuguese = &lexicon{
	frames:   set("por favor olá oi bom boa dia tarde pessoal gente equipa equipe a me nos se um uma o este esta esse essa outro outra podem podes poderia poderias pode poderiam consegue conseguem conseguem-me preciso precisamos precisava precisávamos precisaria quero queremos queria queríamos gostaria gostaríamos gostava gostávamos adoraria de que para ter temos tenho devemos pequeno pequena novo nova procuramos urgente urgentemente dá dava"),
	makes:    whole(`(?:prepar|cri|faç|faz|fiz|fá|grav|produ|elabor|realiz|mont|ger|edit|film|bol|desenvolv)\p{L}*(?:-(?:me|nos))?`),
	thing:    whole(`vídeos?|video|videozinho|videoclipe|clipe|clip|spot|reel|reels|curta|tutorial|animação|teaser|trailer|vídeo-?\p{L}+|videoaula|filme|filmezinho`),
	trait:    whole(`(?:curt|brev|pequen|dinâmic|animad|informativ|formativ|explicativ|corporativ|promocional|intern|institucional|simpl|emotiv|emocionant|divertid|alegr|próxim|profissional|motivacional|inspirador|natalin|educativ|didátic|publicitári|comemorativ|especial|rápid|simpátic|bonit|vertical|horizontal|quadrad|sóbri|séri|clar|formal|tranquil|calor|fresc|jovem|elegant|muito|bem|um|pouco|lev|acolhedor|bonitinh|curtinh)\p{L}*`),
	aim:      set("para pra pro pros pras"),
	about:    pattern.New(`(?i)^(?:sobre|acerca d(?:e|o|a|os|as)|a respeito d(?:e|o|a|os|as)) `),
	of:       set("de do da dos das"),
	inward:   set("em no na nos nas com sem ao à por pelo pela num numa"),
	relative: set("que onde"),
	skip:     set("se nos lhes também sirva para possa a"),
	that:     set("que"),
	question: set("como por quando onde quanto quais qual quem"),
	to:       set("a ao aos à às para"),
	article:  set("o os as um uma uns umas nosso nossa nossos nossas este esta estes estas esse essa"),
	infinite: pattern.New(`(?i)^\p{L}+(?:ar|er|ir|or)(?:-(?:l[oa]s?|se|nos|lhes?))?$`),
	actions: actsOf(
		[3]string{"present", `apresent(?:ar|a|e|em|ando)|divulg(?:ar|a|ue|ando)|promov(?:er|a|endo)|mostr(?:ar|a|e|ando)|lanç(?:ar|ando)|dar|vender`, `apresentação|lançamento|divulgação|promoção|demonstração|demo`},
		[3]string{"announce", `anunci(?:ar|a|e|ando)|comuni(?:car|ca|que|cando)|inform(?:ar|a|e|ando)|avis(?:ar|a|e|ando)`, `anúncio|aviso|comunicado`},
		[3]string{"explain", `expli(?:car|ca|que|cando)|cont(?:ar|a|e|ando)|detalh(?:ar|a|e|ando)|fal(?:ar|a|e|ando)`, `explicação|instruções`},
		[3]string{"invite", `convid(?:ar|a|e|em|ando)`, `convite`},
		[3]string{"encourage", `incentiv(?:ar|a|e|ando)|encoraj(?:ar|a|e|ando)|motiv(?:ar|a|e)|convenc(?:er|a)`, `-`},
		[3]string{"thank", `agradec(?:er|e|endo)|agradeça`, `agradecimento`},
		[3]string{"remind", `lembr(?:ar|a|e|ando)|record(?:ar|a|e)|relembr(?:ar|a|e)`, `lembrete`},
		[3]string{"congratulate", `felicit(?:ar|e)|parabeniz(?:ar|e|ando)`, `felicitações|parabéns`},
		[3]string{"train", `trein(?:ar|a|e|ando)|form(?:ar|e)|capacit(?:ar|a|e|ando)|instru(?:ir|i|a)|sensibiliz(?:ar|a|e)`, `treinamento|formação|capacitação|segurança|prevenção|conscientização|sensibilização`},
		[3]string{"welcome", `acolh(?:er|e|a)|receb(?:er|e|a)`, `boas-vindas|acolhimento|integração|onboarding`},
		[3]string{"warn", `alert(?:ar|a|e|ando)|conscientiz(?:ar|a|e)`, `-`},
		[3]string{"recruit", `recrut(?:ar|a|e|ando)|procur(?:ar|a|ando)|atrair|contrat(?:ar|ando)`, `recrutamento|vagas?`},
		[3]string{"summarise", `resum(?:ir|e|a|indo)`, `resumo|balanço|resultados|retrospectiva|retrospetiva`},
	),
	place: pattern.New(`(?i)^(?:(?:o |a |os |as |noss[oa]s? |um |uma )*)(?:` + nets + `|redes(?: sociais)?|site|página|perfil|conta|canal|telas?|ecrãs?|loja online|sala de espera|recepção|receção|tv|televisão|vitrine|montra|refeitório|entrada|grupo d[eo] whatsapp|mural)(?: (?:de|do|da|dos|das|que) .*)?$`),
	when:  pattern.New(`(?i)^(?:o |a |nossa |nosso )?(?:reunião|assembleia|jantar|gala|festa|evento|convenção|almoço|congresso|confraternização|feira)\b`),
}
