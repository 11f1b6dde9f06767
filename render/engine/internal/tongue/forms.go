package tongue

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// Form is how viewers are addressed.
type Form string

// The forms of address.
const (
	Close  Form = "close"  // du, tú, tu
	Polite Form = "polite" // Sie, usted, vous, Lei, u
	Many   Form = "many"   // ihr, vosotros, voi, vocês
)

// formWords are what only a text in one form of address says, by language.
var formWords = map[string]map[Form]*pattern.Pattern{
	"de": {
		Close:  pattern.New(`(?i)(?:^|[^\p{L}])(?:du|dir|dich|dein(?:e[nmrs]?)?)(?:[^\p{L}]|$)`),
		Many:   pattern.New(`(?i)(?:^|[^\p{L}])(?:euch|euer|eure[nmrs]?)(?:[^\p{L}]|$)|(?:^|[^\p{L}])ihr (?:\p{Ll}+ )?(?:seid|habt|könnt|müsst|werdet|dürft|sollt|wollt)(?:[^\p{L}]|$)`),
		Polite: pattern.New(`[\p{L},:] (?:Sie|Ihre[nmrs]?|Ihnen)(?:[^\p{L}]|$)|^(?:Ihre|Sie) `),
	},
	"es": {
		Close:  pattern.New(`(?i)(?:^|[^\p{L}])(?:tú|te|ti|tus?|contigo|puedes|tienes|eres|quieres)(?:[^\p{L}]|$)`),
		Many:   pattern.New(`(?i)(?:^|[^\p{L}])(?:os|vosotr[oa]s|vuestr[oa]s?|\p{L}+(?:áis|éis))(?:[^\p{L}]|$)`),
		Polite: pattern.New(`(?i)(?:^|[^\p{L}])(?:usted|(?:visit|reserv|llam|compr|prueb|descarg|consult|solicit)(?:e|ue)|venga|descubra|pida|escriba|acuda|recuerde|póngase|regístrese|inscríbase|le (?:ofrecemos|invitamos|esperamos|recordamos|damos|atendemos|ayudamos))(?:[^\p{L}]|$)`),
	},
	"fr": {
		Close:  pattern.New(`(?i)(?:^|[^\p{L}])(?:tu|te|toi|tes)(?:[^\p{L}]|$)|(?:^|[^\p{L}])t['’](?:es|as|inscri|abonn|aide|attend)`),
		Polite: pattern.New(`(?i)(?:^|[^\p{L}])(?:vous|vos|votre)(?:[^\p{L}]|$)|(?:^|[^\p{L}])\p{L}{2,}ez(?:[^\p{L}]|$)`),
	},
	"it": {
		Close:  pattern.New(`(?i)(?:^|[^\p{L}])(?:tu|ti|tuo|tua|tuoi|tue|hai|puoi|vuoi)(?:[^\p{L}]|$)`),
		Many:   pattern.New(`(?i)(?:^|[^\p{L}])(?:vi|voi|vostr[oaie]|siete|avete|potete|dovete|venite|portate|trovate|\p{L}+(?:erete|irete))(?:[^\p{L}]|$)`),
		Polite: pattern.New(`[\p{L},:] (?:Lei|Suo|Sua|Suoi|Sue)(?:[^\p{L}]|$)|(?i:(?:^|[^\p{L}])(?:venga|prenoti|chiami|visiti|scopra|porti con sé)(?:[^\p{L}]|$))`),
	},
	"pt": {
		Close: pattern.New(`(?i)(?:^|[^\p{L}])(?:tu|teus?|tuas?|contigo|podes|tens|queres)(?:[^\p{L}]|$)`),
		Many:  pattern.New(`(?i)(?:^|[^\p{L}])(?:vocês|venham|tragam|participem|aproveitem|vejam|lembrem|convidamos todos|todos estão)(?:[^\p{L}]|$)`),
	},
	"nl": {
		Close:  pattern.New(`(?i)(?:^|[^\p{L}])(?:je|jij|jou|jouw|jullie)(?:[^\p{L}]|$)`),
		Polite: pattern.New(`(?i)(?:^|[^\p{L}])(?:u|uw)(?:[^\p{L}]|$)`),
	},
}

// FormOf tells how a text addresses its readers: as most of its words of address do. "" =
// it has none, or the language knows one form only.
func FormOf(code, text string) Form {
	best, most := Form(""), 0
	for _, f := range []Form{Polite, Many, Close} {
		re := formWords[code][f]
		if re == nil {
			continue
		}
		if n := len(re.FindAllStringIndex(text, -1)); n > most {
			best, most = f, n
		}
	}
	return best
}

// frames are those of a language's frames that address the viewer, in one form.
type frames struct {
	welcome, comeTo, offer, howTo, youGet, learn, see, listHead, learnHead, toKnow string // "" = as in the language's own form
	order                                                                          func(string) string
}

var otherForms = map[string]map[Form]frames{
	"de": {
		Polite: {youGet: "Sie bekommen %s.", learn: "Sie lernen, %s.", listHead: "Das bekommen Sie", learnHead: "Das lernen Sie", order: politeGerman},
		Many:   {youGet: "Ihr bekommt %s.", learn: "Ihr lernt, %s.", listHead: "Das bekommt ihr", learnHead: "Das lernt ihr", order: manyGerman},
	},
	"es": {
		Polite: {welcome: "Le damos la bienvenida a %s.", comeTo: "Le invitamos a %s.", offer: "¿Qué le parece %s?", howTo: "Así puede %s.", youGet: "Tiene %s.", learn: "Aprenderá %s.", see: "Descúbralo en %s.", listHead: "Lo que se lleva", learnHead: "Lo que aprenderá", toKnow: " que debe saber",
			order: withObject("es", imperative(map[string]string{"pedir": "pida", "hacer": "haga", "tener": "tenga", "venir": "venga", "ir": "vaya", "decir": "diga", "probar": "pruebe", "empezar": "empiece", "comenzar": "comience", "conseguir": "consiga", "seguir": "siga", "elegir": "elija", "encontrar": "encuentre",
				"volver": "vuelva", "inscribirse": "inscríbase", "registrarse": "regístrese", "apuntarse": "apúntese", "unirse": "únase", "suscribirse": "suscríbase", "ver": "vea", "contactar": "contacte"}, [][2]string{{"car", "que"}, {"gar", "gue"}, {"zar", "ce"}, {"ar", "e"}, {"er", "a"}, {"ir", "a"}}))},
		Many: {welcome: "Os damos la bienvenida a %s.", comeTo: "Os invitamos a %s.", offer: "¿Qué os parece %s?", howTo: "Así podéis %s.", youGet: "Tenéis %s.", learn: "Aprenderéis %s.", see: "Descubridlo en %s.", listHead: "Lo que os lleváis", learnHead: "Lo que aprenderéis", toKnow: " que debéis saber",
			order: imperative(map[string]string{"inscribirse": "inscribíos", "registrarse": "registraos", "apuntarse": "apuntaos", "unirse": "uníos", "suscribirse": "suscribíos"}, [][2]string{{"ar", "ad"}, {"er", "ed"}, {"ir", "id"}})},
	},
	"fr": {
		Close: {comeTo: "On t'invite à %s.", offer: "Que dirais-tu de %s ?", youGet: "Tu as %s.", learn: "Tu apprendras %s.", see: "Découvre-le sur %s.", listHead: "Ce que tu as", learnHead: "Ce que tu apprendras",
			order: withObject("fr", imperative(map[string]string{"lire": "lis", "faire": "fais", "venir": "viens", "découvrir": "découvre", "prendre": "prends", "s'inscrire": "inscris-toi", "aller": "va", "rejoindre": "rejoins", "écrire": "écris", "voir": "vois", "suivre": "suis", "obtenir": "obtiens", "essayer": "essaie", "appeler": "appelle", "offrir": "offre", "ouvrir": "ouvre", "répondre": "réponds"},
				[][2]string{{"er", "e"}, {"ir", "is"}, {"re", "s"}}))},
	},
	"it": {
		Polite: {comeTo: "La invitiamo a %s.", offer: "Che ne dice di %s?", youGet: "Ha %s.", learn: "Imparerà %s.", see: "Lo scopra su %s.", listHead: "Cosa ottiene", learnHead: "Cosa imparerà",
			order: imperative(map[string]string{"fare": "faccia", "venire": "venga", "leggere": "legga", "scoprire": "scopra", "andare": "vada", "iscriversi": "si iscriva", "registrarsi": "si registri", "richiedere": "richieda", "seguire": "segua", "unirsi": "si unisca"},
				[][2]string{{"care", "chi"}, {"gare", "ghi"}, {"iare", "i"}, {"are", "i"}, {"ere", "a"}, {"ire", "a"}})},
		Many: {youGet: "Avete %s.", learn: "Imparerete %s.", see: "Scopritelo su %s.", listHead: "Cosa vi aspetta", learnHead: "Cosa imparerete",
			order: imperative(map[string]string{"fare": "fate", "iscriversi": "iscrivetevi", "registrarsi": "registratevi", "unirsi": "unitevi"}, [][2]string{{"are", "ate"}, {"ere", "ete"}, {"ire", "ite"}})},
	},
	"pt": {
		Close: {comeTo: "Estás convidado para %s.", howTo: "Vê como %s.", youGet: "Tens %s.", learn: "Vais aprender %s.", see: "Conhece em %s.", listHead: "O que tens", learnHead: "O que vais aprender",
			order: imperative(map[string]string{"fazer": "faz", "vir": "vem", "ver": "vê", "ir": "vai", "inscrever-se": "inscreve-te", "pedir": "pede"}, [][2]string{{"ar", "a"}, {"er", "e"}, {"ir", "e"}})},
		Many: {comeTo: "Vocês estão convidados para %s.", youGet: "Vocês têm %s.", learn: "Vocês vão aprender %s.", listHead: "O que vocês têm", learnHead: "O que vocês vão aprender"},
	},
	"nl": {
		Polite: {comeTo: "U bent uitgenodigd voor %s.", offer: "Wat vindt u van %s?", youGet: "U krijgt %s.", learn: "U leert %s.", listHead: "Dit krijgt u", learnHead: "Dit leert u"},
	},
}

// Addressing is a language's wording in a form of address; the language's own where it has
// no other.
func (g *Wording) Addressing(f Form) *Wording {
	x, ok := otherForms[g.Code][f]
	if !ok {
		return g
	}
	out := *g
	for _, p := range []struct {
		to   *string
		from string
	}{
		{&out.Welcome, x.welcome}, {&out.ComeTo, x.comeTo}, {&out.Offer, x.offer}, {&out.HowTo, x.howTo}, {&out.YouGet, x.youGet}, {&out.Learn, x.learn},
		{&out.See, x.see}, {&out.ListHead, x.listHead}, {&out.LearnHead, x.learnHead}, {&out.ToKnow, x.toKnow},
	} {
		if p.from != "" {
			*p.to = p.from
		}
	}
	if x.order != nil {
		out.Imperative = x.order
	}
	return &out
}

// politeGerman makes "Buchen Sie einen Termin" of "einen Termin buchen".
func politeGerman(s string) string {
	return orderDE(s, func(verb string) string { return verb + " Sie" })
}

// manyGerman makes "Bucht einen Termin" of the same.
func manyGerman(s string) string {
	return orderDE(s, func(verb string) string {
		switch {
		case strings.HasSuffix(verb, "eln"), strings.HasSuffix(verb, "ern"):
			return strings.TrimSuffix(verb, "n") + "t"
		case strings.HasSuffix(verb, "den"), strings.HasSuffix(verb, "ten"):
			return strings.TrimSuffix(verb, "n") + "t"
		}
		return strings.TrimSuffix(verb, "en") + "t"
	})
}
