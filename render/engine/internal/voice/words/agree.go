package words

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// agreement is how a language puts a number in words that agrees with the noun behind it:
// "21 personas" is "veintiuna personas", "2 pessoas" "duas pessoas".
type agreement struct {
	feminine  []string        // endings of feminine nouns
	masculine map[string]bool // nouns that have such an ending and are masculine
	no        map[string]bool // words behind a number that are no nouns
	say       func(n int, feminine bool) string
	capital   bool // nouns begin with a capital
}

var (
	ownNumber = wordSet("nr núm nº número numero numéro nummer paso paso étape etape schritt passo fase phase página pagina page seite kapitel capítulo chapitre capitolo versión version versione versão raum sala salle zimmer gate línea linha ligne linie linea top platz teil parte partie zona zone gleis quai binario ramal extensión poste interno durchwahl puerta puerto puesto nivel stufe niveau livello nível klasse")

	agreements = map[string]agreement{
		"es": {feminine: strings.Fields("a as ción ciones sión siones dad dades"), masculine: wordSet("día días problema problemas programa programas sistema sistemas tema temas idioma idiomas mapa mapas planeta planetas clima climas"),
			no:  wordSet("que de del al en por con sin sobre es son se no desde entre y o e u pero este ese más menos como donde para hasta cada contra era ya ahora a las los la el un una hace cuesta cuestan empieza termina dura duran abre cierra está están llega sube baja"),
			say: spanishNumber},
		"pt": {feminine: strings.Fields("a as ção ções são sões dade dades agem agens"), masculine: wordSet("dia dias problema problemas programa programas sistema sistemas tema temas idioma idiomas mapa mapas são"),
			no:  wordSet("que de do da dos das no na nos nas em por com sem sobre é são se não desde entre e ou mas este esse mais menos como onde para até cada contra era já agora a as os o um uma custa custam começa termina dura duram abre fecha está estão chega sobe para"),
			say: portugueseNumber},
		"fr": {feminine: strings.Fields("tion tions sion sions ité ités ence ences ance ances ée ées heure heures minute minutes seconde secondes semaine semaines personne personnes étape étapes page pages équipe équipes tonne tonnes livre livres question questions usine usines turbine turbines entreprise entreprises cliente clientes"),
			masculine: wordSet("musée musées lycée lycées trophée trophées comité comités côté côtés"), no: wordSet(""), say: frenchNumber},
		"it": {feminine: strings.Fields("a ione ioni ità ora ore persona persone settimana settimane"), masculine: wordSet("problema programma sistema tema clima"),
			no: wordSet("di da a in con su per tra fra e o ma che più meno come ogni era già costa dura inizia finisce"), say: italianNumber},
		"de": {feminine: strings.Fields("ung heit keit ion tät schaft stunde minute sekunde woche person seite frage regel tonne karte kiste flasche folge"), masculine: wordSet(""), no: wordSet("uhr"), say: germanNumber, capital: true},
	}
)

// agreed is a whole number below a thousand in words that agree with the noun behind it,
// "" where the voice says it rightly by itself.
func agreed(base, digits, before, noun string) string {
	a, ok := agreements[base]
	if !ok || len(digits) > 3 || !isDigits(digits) || ownNumber[strings.ToLower(before)] || utf8.RuneCountInString(noun) < 3 {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(noun)
	low := strings.ToLower(noun)
	if unicode.IsUpper(first) != a.capital || a.no[low] || strings.ContainsFunc(noun, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return ""
	}
	n, _ := strconv.Atoi(digits)
	feminine := false
	for _, e := range a.feminine {
		feminine = feminine || strings.HasSuffix(low, e)
	}
	said := a.say(n, feminine && !a.masculine[low])
	if base == "it" && said == "una" && strings.ContainsRune("aeiou", first) {
		return "un'" // "un'ora"
	}
	return said
}

func pick(feminine bool, f, m string) string {
	if feminine {
		return f
	}
	return m
}

// spanishNumber says numbers that end in one, and hundreds of feminine things.
func spanishNumber(n int, feminine bool) string {
	one := n%10 == 1 && n%100 != 11
	if !one && (!feminine || n < 200) {
		return ""
	}
	var out []string
	if h := n / 100; h == 1 {
		out = append(out, "ciento")
	} else if h > 1 {
		out = append(out, strings.Fields("doscient trescient cuatrocient quinient seiscient setecient ochocient novecient")[h-2]+pick(feminine, "as", "os"))
	}
	switch r := n % 100; {
	case r == 0:
	case r == 1:
		out = append(out, pick(feminine, "una", "un"))
	case r == 21:
		out = append(out, pick(feminine, "veintiuna", "veintiún"))
	case one:
		out = append(out, strings.Fields("treinta cuarenta cincuenta sesenta setenta ochenta noventa")[r/10-3]+" y "+pick(feminine, "una", "un"))
	default:
		out = append(out, strconv.Itoa(r))
	}
	return strings.Join(out, " ")
}

// portugueseNumber says what ends in one or two of feminine things, and their hundreds.
func portugueseNumber(n int, feminine bool) string {
	r := n % 100
	low := (r%10 == 1 || r%10 == 2) && r != 11 && r != 12
	if !feminine || !low && n < 200 {
		return ""
	}
	var out []string
	if h := n / 100; h == 1 {
		out = append(out, "cento")
	} else if h > 1 {
		out = append(out, strings.Fields("duzentas trezentas quatrocentas quinhentas seiscentas setecentas oitocentas novecentas")[h-2])
	}
	if tens := r / 10; low && tens > 1 {
		out = append(out, strings.Fields("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")[tens-2])
	}
	switch {
	case low:
		out = append(out, []string{"uma", "duas"}[r%10-1])
	case r > 0:
		out = append(out, strconv.Itoa(r))
	}
	return strings.Join(out, " e ")
}

func frenchNumber(n int, feminine bool) string {
	tens := map[int]string{0: "une", 2: "vingt et une", 3: "trente et une", 4: "quarante et une", 5: "cinquante et une", 6: "soixante et une", 8: "quatre-vingt-une"}
	if n%10 != 1 || n > 99 || !feminine {
		return ""
	}
	return tens[n/10]
}

func italianNumber(n int, feminine bool) string {
	if n != 1 {
		return ""
	}
	return pick(feminine, "una", "un")
}

func germanNumber(n int, feminine bool) string {
	if n != 1 {
		return ""
	}
	return pick(feminine, "eine", "ein")
}
