package prompt

import "gitops.video/render/render/engine/internal/pattern"

// This file tells those whom a video is for from what it is about, in other languages than
// English: "Video für neue Fahrgäste", "Anuncio para un taller".

var (
	// theseMany are people by the article before them: "les managers".
	theseMany = pattern.New(`(?i)^(?:les|nos|tous les|toutes les|los|las|nuestr[oa]s|tod[oa]s l[oa]s|alle|i|gli|tutti i|os|as|noss[oa]s|todos os|todas as)\s\p{L}{3,}(?:\s\p{L}+)?(?:\s(?:und|y|et|e|en)\s\p{L}+)?$|^onze (?:nieuwe )?\p{L}{2,}(?:en|s)(?: en \p{L}+)?$|^unsere (?:neuen |jungen )?\p{L}+(?:en|er|nde|leute)(?: und \p{L}+)?$`)
	// thingsMany are occasions and other things that come in the plural.
	thingsMany = pattern.New(`(?i)^(?:\p{L}+ ){0,2}(?:portes ouvertes|soldes|fêtes|vacances|journées|offres|horaires|élections|travaux|rebajas|fiestas|jornadas|vacaciones|navidades|elecciones|obras|ofertas|horarios|puertas abiertas|saldi|ferie|feste|vacanze|elezioni|lavori|offerte|orari|porte aperte|festas|férias|promoções|eleições|obras|portas abertas|weihnachten|ostern|ferien|\p{L}*tage|wahlen|angebote|\p{L}*zeiten|dagen|vakantie|verkiezingen|openingstijden|solden)(?:\s|$)`)
	// viewersBy are those whom videos are made for, where they head their phrase: "neue
	// Fahrgäste", "los vecinos del barrio".
	viewersBy = map[string]*pattern.Pattern{
		"de": pattern.New(`(?i)^(?:\p{L}+e[nr]? ){0,3}[\p{L}-]*(?:gäste|liebhaber|saisonkräfte|aushilfen|innen|leute|kräfte|mitglieder|eltern|kinder|bürger|wohner|besucher|helfer|fahrer|spieler|schüler|lehrer|mieter|nutzer|teilnehmer|käufer|händler|trainer|betreuer|pfleger|wähler|gärtner|sportler|urlauber|arbeiter|hörer|leser|zuschauer|rentner|senioren|azubis|linge|nachbarn|kollegen|freunde|fans|patienten|studenten|touristen|reisende|interessierte|angehörige|familien|bewerber|belegschaft|ehrenamtliche|freiwillige|halter|besitzer|inhaber|pendler|wanderer|anlieger|neulinge|einsteiger|laien|handwerker|ärzte|nachbarschaft)n?(?:\s|$)`),
		"es": pattern.New(`(?i)^(?:\p{L}+ ){0,3}?(?:veci|amant|aficionad|runner|ciclista|residente|inquilin|propietari|habitante|ciudadan|conductor|viajer|pasajer|turista|visitante|alumn|profesor|maestr|monitor|deportista|abuel|niñ|seguidor|invitad|asistente|participante|repartidor|comercial|agricultor|ganader|hosteler|autónom|jubilad|opositor|dueñ|comunidad|afición|lector)\p{L}*(?:\s|$)`),
		"fr": pattern.New(`(?i)^(?:\p{L}+ ){0,3}?(?:saisonnier|intérimaire|collègue|amateur|randonneur|cycliste|bénévole|parent|riverain|résident|locataire|propriétaire|copropriétaire|habitant|citoyen|conducteur|conductrice|voyageur|passager|touriste|visiteur|adhérent|licencié|élève|enseignant|professeur|animateur|sportif|enfant|abonné|invité|participant|livreur|agriculteur|commerçant|artisan|retraité|usager|lecteur|apprenti|stagiaire|vacancier|donateur|aidant|soignant)\p{L}*(?:\s|$)`),
		"it": pattern.New(`(?i)^(?:\p{L}+ ){0,3}?(?:appassionat|ciclist|condòmin|condomin[io]|residenti|inquilin|proprietari|abitanti|cittadin|autist|viaggiator|passegger|turist|visitator|soci|iscritt|alunn|insegnant|student|genitor|bambin|abbonat|ospit|partecipant|corrier|agricoltor|commerciant|artigian|pensionat|utent|lettor|apprendist|volontar|donator|dipendent|collegh|vicin)\p{L}*(?:\s|$)`),
		"pt": pattern.New(`(?i)^(?:\p{L}+ ){0,3}?(?:encarregad|amante|ciclista|estagiári|morador|condômin|condómin|residente|inquilin|proprietári|habitante|cidad[ãa]|motorista|viajante|passageir|turista|visitante|sóci|associad|alun|professor|responsáve|atleta|criança|assinante|convidad|participante|entregador|agricultor|comerciante|lojista|aposentad|usuári|utente|leitor|aprendiz|voluntári|doador|vizinh|munícipe)\p{L}*(?:\s|$)`),
		"nl": pattern.New(`(?i)^(?:\p{L}+ ){0,3}?\p{L}*(?:bewoners|inwoners|huurders|eigenaren|burgers|bestuurders|chauffeurs|reizigers|passagiers|toeristen|bezoekers|leden|leerlingen|docenten|leraren|ouders|kinderen|abonnees|gasten|deelnemers|bezorgers|boeren|ondernemers|winkeliers|gepensioneerden|gebruikers|lezers|stagiairs?|stagiaires|vrijwilligers|donateurs|buren|buurtbewoners|fietsers|automobilisten|patiënten|mantelzorgers|starters|sporters|collega['’]s|monteurs|klanten)(?:\s|$)`),
		"ar": pattern.New(`^(?:جميع |كل )?(?:ال)?(?:سكان|أهالي|زوار|عملاء|موظف|عامل|عمال|طلاب|طلبة|مرضى|مستخدم|زبائن|ضيوف|أعضاء|سائق|معلم|آباء|أولياء|أطفال|متطوع|مشترك|جيران|مسافر|مواطن|تجار|مزارع|متدرب|زملاء|شباب)\p{L}*(?:\s|$)`),
		"he": pattern.New(`^(?:כל )?(?:ה)?(?:תושב|דייר|שכנ|אזרח|עובד|לקוח|תלמיד|סטודנט|הור|משפחות|משתמש|מנהל|נוסע|מטופל|נהג|צוות|צעיר|מתחיל|מתנדב|חבר|אורח|מבקר|ילד|גמלא|שוכר|מנוי|מטייל|בעלי|חיילים|מורי)\p{L}*(?:\s|$)`),
	}
	// residents live at a place, which is no company of theirs.
	residents = pattern.New(`(?i)(?:veci|resident|habitant|ciudadan|citoyen|riverain|abitanti|cittadin|morador|munícipe|cidad|bewoners|inwoners|burgers|wohner|bürger|turist|tourist|visit|voyageur|reizigers|passeger|passag)\p{L}*$`)
	// anyMany are things or people in the plural; which, their form does not tell.
	anyMany = map[string]*pattern.Pattern{
		"de": pattern.New(`^(?:alle|neue|junge|künftige|interessierte) \p{L}`),
		"es": pattern.New(`(?i)^(?:(?:l[oa]s|nuestr[oa]s|tod[oa]s|nuev[oa]s|futur[oa]s) |\p{Ll}{3,}s(?:\s|$))`),
		"fr": pattern.New(`(?i)^(?:(?:les|nos|tous|toutes|nouveaux|nouvelles|futurs|futures) |\p{Ll}{3,}[sx](?:\s|$))`),
		"it": pattern.New(`(?i)^(?:i|gli|tutti|tutte|nuovi|nuove|i nostri|le nostre) \p{Ll}`),
		"pt": pattern.New(`(?i)^(?:(?:os|as|noss[oa]s|tod[oa]s|nov[oa]s|futur[oa]s) |\p{Ll}{3,}s(?:\s|$))`),
		"nl": pattern.New(`(?i)^(?:(?:alle|nieuwe) |\p{Ll}{3,}(?:en|ers|'s)(?:\s|$))`),
	}
)

// viewers tells whether words name those whom a video is for.
func (p *parser) viewers(who string) bool {
	if p.t.People.MatchString(who) {
		return true
	}
	if p.t.Code == "en" || thingsMany.MatchString(who) {
		return false
	}
	re := viewersBy[p.t.Code]
	return theseMany.MatchString(who) || re != nil && re.MatchString(who)
}

// perhapsViewers tells whether words may as well name people as things.
func (p *parser) perhapsViewers(who string) bool {
	re := anyMany[p.t.Code]
	return re != nil && re.MatchString(who) && !thingsMany.MatchString(who)
}
