package tongue

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

// Noun is what a language needs to know of a noun to speak of it.
type Noun struct {
	Gender byte // m, f, n
	Plural bool
}

// Nouns are those that reports count, by language. German ones are found at the end of
// compounds; plurals of the others are told by their ending.
var Nouns = map[string]map[string]Noun{
	"de": lexicon(
		"m", "umsatz gewinn stand anteil absatz preis wert score umfang verbrauch aufwand bestand lohn rabatt ertrag verlust cashflow churn nps traffic beitrag bedarf index ausschuss fortschritt vorrat export grad eingang warenkorb bon einsatz rohertrag durchsatz",
		"f", "quote rate zahl zeit menge dauer marge nachfrage miete summe reichweite note frist länge größe höhe gebühr pauschale temperatur konversion fläche spanne",
		"n", "ergebnis budget volumen ziel wachstum gehalt gewicht aufkommen einkommen honorar guthaben verhältnis ebit ebitda limit tempo",
		"p", "kosten einnahmen ausgaben zahlen quoten raten zeiten umsätze gewinne fälle preise bestellungen retouren kunden kundinnen nutzer abonnenten mitarbeiter mitarbeitende aufträge tickets anmeldungen besucher downloads reklamationen krankmeldungen verkäufe buchungen kündigungen überstunden emissionen stunden teilnehmer leads follower gäste spenden anrufe beschwerden vorfälle verträge standorte bewerbungen besuche lieferungen"),
	"es": lexicon(
		"m", "coste costo margen nps churn tiempo plazo precio importe índice nivel consumo número volumen total beneficio ticket gasto ingreso pedido cliente usuario accidente incidente pozo día retraso stock presupuesto objetivo resultado descuento salario ahorro absentismo suscriptor empleado proyecto contrato trabajador equipo envío error visitante socio alumno kilómetro metro producto",
		"f", "tasa venta media facturación cuota base hora devolución satisfacción rotación meta cifra visita queja baja alta reserva tienda llamada entrega incidencia valoración nota temperatura pérdida deuda plantilla productividad descarga inscripción donación oferta"),
	"fr": lexicon(
		"m", "délai taux chiffre nombre panier coût budget prix temps revenu bénéfice résultat objectif stock client utilisateur ticket incident accident jour nps churn montant volume score effectif salaire loyer abonné visiteur retard appel contrat projet salarié nouveau rendement retour achat absentéisme dossier poste site",
		"f", "marge part durée hausse baisse vente note moyenne équipe perte recette dépense commande demande facture visite heure absence satisfaction cible trésorerie dette plainte panne livraison inscription température remise masse rotation productivité réservation"),
	"it": lexicon(
		"m", "tasso margine costo prezzo tempo fatturato scontrino reso ordine cliente utente valore numero volume budget nps churn ricavo utile obiettivo risultato infortunio incidente giorno reclamo stock assenteismo consumo stipendio ritardo abbonato visitatore contratto progetto dipendente guadagno punteggio ticket magazzino",
		"f", "vendita spesa ora quota media soddisfazione durata consegna richiesta visita perdita assenza prenotazione chiamata marginalità produttività affluenza temperatura iscrizione segnalazione rotazione fattura entrata uscita"),
	"pt": lexicon(
		"m", "custo preço tempo prazo faturamento lucro ticket nps churn número volume total índice pedido cliente usuário acidente dia incidente estoque orçamento resultado desconto salário atraso assinante funcionário contrato projeto valor consumo nível poço trimestre absenteísmo visitante objetivo chamado produto",
		"f", "receita venda taxa margem média meta satisfação hora devolução despesa entrega nota reclamação visita perda base equipe rotatividade produtividade demanda cota loja reserva temperatura conversão inadimplência"),
	"nl": lexicon(
		"m", "omzet winst marge doorlooptijd levertijd tevredenheid prijs score nps churn voorraad wachttijd gemiddelde score groei bezetting productiviteit conversie instroom uitstroom huur kostprijs deadline uitval",
		"n", "verzuim ziekteverzuim aantal bedrag budget resultaat doel percentage rendement tarief verbruik verlies verloop volume gemiddelde",
		"p", "kosten bestellingen klanten uitgaven inkomsten retouren klachten medewerkers orders aanmeldingen bezoekers meldingen ongevallen uren tickets"),
}

// safeEnds are endings that tell a noun and its gender.
var safeEnds = map[string][]struct {
	end    string
	gender byte
}{
	"de": {{"ung", 'f'}, {"heit", 'f'}, {"keit", 'f'}, {"ion", 'f'}, {"tät", 'f'}, {"schaft", 'f'}},
	"es": {{"ción", 'f'}, {"sión", 'f'}, {"dad", 'f'}, {"aje", 'm'}, {"miento", 'm'}, {"encia", 'f'}, {"ancia", 'f'}},
	"fr": {{"tion", 'f'}, {"sion", 'f'}, {"ité", 'f'}, {"age", 'm'}, {"ment", 'm'}, {"ence", 'f'}, {"ance", 'f'}, {"ure", 'f'}},
	"it": {{"zione", 'f'}, {"sione", 'f'}, {"ità", 'f'}, {"aggio", 'm'}, {"mento", 'm'}, {"enza", 'f'}, {"anza", 'f'}},
	"pt": {{"ção", 'f'}, {"são", 'f'}, {"dade", 'f'}, {"agem", 'f'}, {"mento", 'm'}, {"ência", 'f'}, {"ância", 'f'}},
	"nl": {{"ing", 'm'}, {"heid", 'm'}, {"teit", 'm'}, {"tie", 'm'}},
}

func lexicon(pairs ...string) map[string]Noun {
	out := map[string]Noun{}
	for i := 0; i+1 < len(pairs); i += 2 {
		for _, w := range strings.Fields(pairs[i+1]) {
			out[w] = Noun{pairs[i][0], pairs[i] == "p"}
		}
	}
	return out
}

// beforeNoun are adjectives that stand before the noun in languages whose others follow it.
var beforeNoun = map[string][]string{
	"es": strings.Fields("nuevo nueva nuevos nuevas gran primer primera mayor total"),
	"fr": strings.Fields("nouveau nouvelle nouveaux nouvelles premier première grand grande"),
	"it": strings.Fields("nuovo nuova nuovi nuove primo prima grande"),
	"pt": strings.Fields("novo nova novos novas primeiro primeira maior"),
}

// NounOf finds the head of a noun phrase that begins a fragment. loose takes endings
// that verbs have, too: only before a colon is a word sure to be a noun.
func NounOf(code, phrase string, loose bool) (Noun, bool) {
	f := strings.Fields(strings.NewReplacer("'", "' ", "’", "’ ").Replace(phrase))
	i := 0
	for i < len(f)-1 && slices.Contains(beforeNoun[code], strings.ToLower(f[i])) {
		i++
	}
	if code == "de" || code == "nl" {
		for i < len(f)-1 && (inflected(f[i]) && (code == "nl" || UpperFirst(f[i+1]))) {
			i++
		}
	}
	if i >= len(f) {
		return Noun{}, false
	}
	w := strings.ToLower(strings.Trim(f[i], ".,:"))
	if n, ok := knownNoun(code, w); ok {
		return n, true
	}
	for _, e := range safeEnds[code] {
		if strings.HasSuffix(w, e.end) && len(w) > len(e.end)+1 {
			return Noun{Gender: e.gender}, true
		}
		if p := pluralEnd(code, e.end); p != "" && strings.HasSuffix(w, p) {
			return Noun{e.gender, true}, true
		}
	}
	if !loose {
		return Noun{}, false
	}
	if IsAcronym(f[i]) {
		return Noun{Gender: 'm'}, code != "de"
	}
	plural := strings.HasSuffix(w, "s")
	stem := strings.TrimSuffix(w, "s")
	switch code {
	case "es", "pt":
		switch {
		case strings.HasSuffix(stem, "o"), strings.HasSuffix(stem, "or"), strings.HasSuffix(stem, "ore"):
			return Noun{'m', plural}, true
		case strings.HasSuffix(stem, "a"):
			return Noun{'f', plural}, true
		}
	case "it":
		switch {
		case strings.HasSuffix(w, "o"):
			return Noun{Gender: 'm'}, true
		case strings.HasSuffix(w, "a"):
			return Noun{Gender: 'f'}, true
		case strings.HasSuffix(w, "i"):
			return Noun{'m', true}, true
		}
	}
	return Noun{}, false
}

// knownNoun looks a noun up, its plural too, and German ones by the end of a compound.
func knownNoun(code, w string) (Noun, bool) {
	words := Nouns[code]
	if n, ok := words[w]; ok {
		return n, true
	}
	singular := func(s string) (Noun, bool) {
		n, ok := words[s]
		n.Plural = true
		return n, ok
	}
	switch code {
	case "de", "nl":
		best, found := Noun{}, 0
		for known, n := range words {
			if len(known) > found && len(known) >= 4 && strings.HasSuffix(w, known) {
				best, found = n, len(known)
			}
		}
		return best, found > 0
	case "it":
		r, size := utf8.DecodeLastRuneInString(w)
		stem := w[:len(w)-size]
		switch r {
		case 'i':
			for _, e := range []string{"o", "e", "io"} {
				if n, ok := singular(stem + e); ok {
					return n, true
				}
			}
		case 'e':
			return singular(stem + "a")
		}
	default:
		for _, e := range []string{"s", "es", "x"} {
			if s, ok := strings.CutSuffix(w, e); ok {
				if n, ok := singular(s); ok {
					return n, true
				}
			}
		}
	}
	return Noun{}, false
}

func pluralEnd(code, end string) string {
	switch code {
	case "es":
		return strings.NewReplacer("ión", "iones", "dad", "dades", "aje", "ajes", "miento", "mientos", "cia", "cias").Replace(end)
	case "de":
		return end + "en"
	case "fr":
		return end + "s"
	case "pt":
		return strings.NewReplacer("ção", "ções", "são", "sões", "dade", "dades", "agem", "agens", "mento", "mentos", "cia", "cias").Replace(end)
	case "it":
		return strings.NewReplacer("ione", "ioni", "aggio", "aggi", "mento", "menti", "za", "ze").Replace(end)
	}
	return ""
}

// UpperFirst tells whether s begins with a capital.
func UpperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// inflected tells an adjective by its ending.
func inflected(s string) bool {
	for _, e := range []string{"e", "er", "es", "en"} {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// WithArticle puts the definite article before a noun phrase: "Retourenquote" is "die
// Retourenquote", "Mittlerer Preis" "der mittlere Preis".
func WithArticle(g *Wording, phrase string, n Noun) string {
	if g.Articled.MatchString(phrase + " ") {
		return g.Lower(phrase)
	}
	low := LowerWord(g, phrase)
	vowel := startsVowel(g.Code, low)
	pick := func(m, f, mp, fp string) string {
		switch {
		case n.Plural && n.Gender == 'f':
			return fp
		case n.Plural:
			return mp
		case n.Gender == 'f':
			return f
		}
		return m
	}
	switch g.Code {
	case "de":
		f := strings.Fields(low)
		if len(f) > 1 && inflected(f[0]) && !UpperFirst(f[0]) && UpperFirst(f[1]) {
			for _, e := range []string{"er", "es"} {
				if s, ok := strings.CutSuffix(f[0], e); ok && !n.Plural {
					f[0] = s + "e"
				}
			}
			if n.Plural && strings.HasSuffix(f[0], "e") {
				f[0] += "n"
			}
			low = strings.Join(f, " ")
		}
		switch {
		case n.Plural || n.Gender == 'f':
			return "die " + low
		case n.Gender == 'n':
			return "das " + low
		}
		return "der " + low
	case "es":
		return pick("el ", "la ", "los ", "las ") + low
	case "pt":
		return pick("o ", "a ", "os ", "as ") + low
	case "fr":
		if vowel && !n.Plural {
			return "l'" + low
		}
		return pick("le ", "la ", "les ", "les ") + low
	case "it":
		if !n.Plural && vowel {
			return "l'" + low
		}
		if n.Gender == 'm' && (vowel || impure(low)) {
			return pick("lo ", "la ", "gli ", "le ") + low
		}
		return pick("il ", "la ", "i ", "le ") + low
	case "nl":
		if n.Gender == 'n' && !n.Plural {
			return "het " + low
		}
		return "de " + low
	}
	return phrase
}

// LowerWord takes the capital that only stands for the sentence's beginning.
func LowerWord(g *Wording, s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if IsAcronym(first) || g.Code == "de" && !(inflected(first) && UpperFirst(rest)) {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

func startsVowel(code, s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if IsAcronym(strings.Fields(s + " x")[0]) && code == "it" {
		return strings.ContainsRune("AEFHILMNORSUX", r)
	}
	return strings.ContainsRune("aeiouàâéèêëîïôöûhAEIOUÉ", r) && !(code == "it" && r == 'h')
}

// impure are the beginnings before which Italian says "lo".
func impure(s string) bool {
	for _, p := range []string{"sb", "sc", "sd", "sf", "sg", "sl", "sm", "sn", "sp", "sq", "sr", "st", "sv", "z", "gn", "ps", "x"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// DoesIt begins an item that says what the subject does: "ships free".
var DoesIt = pattern.New(`^(?:ships|comes|works|includes|runs|lasts|costs|takes|saves|fits|connects|holds|weighs|charges|needs|uses|keeps|reads|sends|has|is|does|gets|lets|makes|gives|starts|supports|syncs|cleans|cuts|detects|alerts|learns|shows|tells) `)

// IsName tells a proper name: every word of it, except little ones, begins with
// a capital. Scripts without capitals count as names.
func IsName(s string) bool {
	f := strings.Fields(s)
	caps := 0
	for _, w := range f {
		r := []rune(strings.Trim(w, `"“”«»().,'’`))
		if len(r) == 0 {
			continue
		}
		switch {
		case r[0] > 0x2ff || unicode.IsUpper(r[0]) || unicode.IsDigit(r[0]) || IsAcronym(string(r)):
			caps++
		case len(f) > 1 && LittleWords[string(r)]:
		default:
			return false
		}
	}
	return caps > 0
}

// LittleWords stand uncapitalised within names: "Bank of the West".
var LittleWords = map[string]bool{"of": true, "the": true, "for": true, "and": true, "de": true, "la": true, "le": true, "du": true, "des": true, "y": true, "et": true, "e": true, "von": true, "der": true, "&": true, "in": true, "do": true, "da": true}

// OwnTime begins a name that says which one is meant: "this year's survey".
var OwnTime = pattern.New(`(?i)^(?:this|last|next|these|those|that) `)

// LowerFirst is s with its first letter small.
func LowerFirst(s string) string {
	if s == "" {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToLower(string(r)) + s[n:]
}
