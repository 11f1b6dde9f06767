package commission

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file takes an order in Spanish, French, Italian or Portuguese apart by its words, as
// [Read] does an English one: "Necesito un vídeo para formar al personal de almacén en el uso
// de la carretilla" is Head "vídeo", Act "train", Viewers "al personal de almacén", Object "en
// el uso de la carretilla".

// abroad goes through the words of such an order.
type abroad struct {
	reader
	*lexicon
}

// ReadIn takes a sentence apart in the language of the code; false = it is no order of a
// video, or holds a part that is of no known kind.
func ReadIn(code, s string, sense Sense) (*Order, bool) {
	if code == "de" {
		return readGerman(s, sense)
	}
	lex := lexicons[code]
	if lex == nil {
		return nil, false
	}
	s = strings.TrimSpace(s)
	o := &Order{}
	order := s
	for _, at := range signAbroad.FindAllStringIndex(s, -1) {
		if !prose.InQuotes(s, at[0]) && strings.TrimSpace(s[at[1]:]) != "" && prose.Words(s[:at[0]]) > 1 {
			order, o.Rest, o.Dashed = s[:at[0]], s[at[1]:], !strings.Contains(s[at[0]:at[1]], ":")
			break
		}
	}
	order = strings.TrimRight(apostrophes.ReplaceAllString(order, "$1 "), ".!?¡¿ ")
	order = strings.TrimLeft(order, "¡¿ ")
	r := &abroad{reader: reader{Sense: sense, s: order, words: split(order), o: o}, lexicon: lex}
	for i := range r.words {
		r.words[i].text = strings.ReplaceAll(r.words[i].text, "’", "'")
	}
	if !r.headed() {
		return nil, false
	}
	for r.i < len(r.words) {
		if from := r.i; !r.piece() || r.i == from {
			return nil, false
		}
	}
	o.join()
	return o, true
}

var (
	// signAbroad parts an order from its content.
	signAbroad = pattern.New(`\s?: | [–—-] `)
	// apostrophes join a word to the one behind it.
	apostrophes = pattern.New(`(?i)(\b(?:l|d|qu|un|dell|all|dall|nell|sull|dell|j|s|n)['’])`)
)

// join puts back together what was parted at apostrophes.
func (o *Order) join() {
	for _, f := range []*string{&o.Head, &o.Viewers, &o.Thing, &o.Topic, &o.Object, &o.Occasion} {
		*f = strings.NewReplacer("' ", "'", "’ ", "’").Replace(*f)
	}
	for _, list := range [][]string{o.Places, o.Settings} {
		for i, x := range list {
			list[i] = strings.NewReplacer("' ", "'", "’ ", "’").Replace(x)
		}
	}
}

var (
	withWhat = set("con avec com")
	results  = pattern.New(`(?i)^(?:principales|principaux|principali|principais|últim[oa]s|résultats|resultados|risultati|cifras|chiffres|cifre|números|numeri|datos|données|dati|dados|vantagens|ventajas|avantages|vantaggi|beneficios|bénéfices|benefícios|benefici)$`)
	needs    = pattern.New(`(?i)^(?:necesit|quer|quier|quisi|gustar|busc|haz|haced|prepar|faut|faudr|voudr|souhait|voul|aimer|cherch|besoin|avons|serv|vorr|vogli|occorr|avremmo|precis|gostar|fai|faz|crea|cria)\p{L}*$`)
)

// fronted is the word behind what stands before the order itself: "para la reunión de delegados
// necesitamos un vídeo". 0 = nothing does.
func (r *abroad) fronted() int {
	if w := r.at(0); !r.aim[w] && !r.about.MatchString(r.s) {
		return 0
	}
	for k := 2; k < len(r.words) && k < 12; k++ {
		if needs.MatchString(r.at(k)) || r.frames[r.at(k)] && needs.MatchString(r.at(k+1)) {
			return k
		}
	}
	return 0
}

// headed skips what orders and reads the thing that is ordered.
func (r *abroad) headed() bool {
	from := -1
	front := r.fronted()
	var inner [2]int
	for k := front; k < len(r.words) && k < front+16; k++ {
		w := r.at(k)
		switch {
		case r.thing.MatchString(w):
			if from < 0 || r.words[from].text == w {
				from = k
			}
			r.o.Head, r.i = r.text(from, k+1), k+1
			if front > 0 {
				return r.frontPart(0, front)
			}
			if inner[1] > 0 {
				return r.frontPart(inner[0], inner[1])
			}
			return k+1 < len(r.words) || r.o.Rest != ""
		case r.aim[w] && r.o.Framed && front == 0 && k > 0: // "necesitamos para la feria un vídeo"
			e := k + 1
			for e < len(r.words) && e < k+9 && !oneOf[r.at(e)] {
				e++
			}
			if e >= len(r.words) || e >= k+9 {
				return false
			}
			inner, from, k = [2]int{k, e}, -1, e-1
		case r.o.Framed && r.actAt(k) != "" && k > 0 && !r.makes.MatchString(w): // "queremos que expliques a los pacientes …"
			r.i = k
			return r.acts(k)
		case r.makes.MatchString(w) && !r.frames[w]:
			r.o.Framed, from = true, -1
		case prose.Duration(r.text(k, min(len(r.words), k+2))) > 0 || number.MatchString(w):
			if from < 0 {
				from = k
			}
		case r.frames[w]:
			r.o.Framed = r.o.Framed || !r.article[w] && !r.of[w]
		case r.trait.MatchString(w):
			if from < 0 {
				from = k
			}
		default:
			return false
		}
	}
	return false
}

// oneOf begins the thing that is ordered.
var oneOf = set("un una une um uma uno")

// frontPart reads what stands from word from to word k, in front of the thing.
func (r *abroad) frontPart(from, k int) bool {
	behind := r.i
	words := r.words
	r.words, r.i = words[:k], from
	ok := r.piece() && r.i == k
	r.words, r.i = words, behind
	return ok
}

// number is a number in digits.
var number = pattern.New(`^\d+[\p{L}"]*$`)

// piece reads the part that begins at the next word.
func (r *abroad) piece() bool {
	w := r.at(r.i)
	if m := r.about.FindString(r.s[r.words[r.i].from:] + " "); m != "" {
		k := r.i
		for k < len(r.words) && r.words[k].from < r.words[r.i].from+len(m) {
			k++
		}
		return r.topicAt(r.i, k)
	}
	if n := r.past(r.i + 1); (r.aim[w] || r.to[w] || r.relative[w] || w == "da") && shownAbroad.MatchString(r.at(n)) {
		return r.shownIn(n + 1)
	}
	switch {
	case r.aim[w]:
		return r.aimed()
	case r.of[w]:
		return r.kindOf()
	case r.relative[w]:
		return r.does(r.i + 1)
	case withWhat[w] && r.article[r.at(r.i+1)] && results.MatchString(r.at(r.i+2)): // "con los resultados del trimestre"
		return r.topicAt(r.i, r.i+1)
	case r.actAt(r.i) != "" && gerund.MatchString(w):
		return r.acts(r.i)
	case w == "a" && r.actAt(r.i+1) != "" && r.inf(r.i+1): // "um vídeo a convidar os clientes"
		return r.acts(r.i + 1)
	case r.o.Kind == "" && r.o.Act == "" && r.nounAt(r.i) != "": // "un vídeo resumen"
		r.o.Kind, r.o.KindNoun = r.nounAt(r.i), r.text(r.i, r.i+1)
		r.i++
		return true
	}
	return r.setting()
}

// inf tells whether word k can be an infinitive.
func (r *abroad) inf(k int) bool {
	w := r.at(k)
	return r.infinite.MatchString(w) && !r.article[w] && !r.skip[w]
}

// gerund ends a verb that stands behind its noun.
var gerund = pattern.New(`(?i)(?:[aie]ndo|ant)(?:l[ei]s?)?$`)

// actAt is what the verb at word k says that the video does.
func (r *abroad) actAt(k int) string {
	w := r.at(k)
	for range 2 {
		for _, a := range r.actions {
			if a.verb.MatchString(w) {
				return a.base
			}
		}
		bare := clitic.ReplaceAllString(w, "$1") // "contarles", "spiegargli"
		if bare == w {
			break
		}
		w = bare
	}
	return ""
}

// clitic ends an infinitive with those who are told.
var clitic = pattern.New(`^(\p{L}+(?:ar|er|ir))(?:-?(?:les|los|las|le|lhes?|os|as)|e?gli|li)$`)

// nounAt is the same for a noun.
func (r *abroad) nounAt(k int) string {
	for _, a := range r.actions {
		if a.noun.MatchString(r.at(k)) {
			return a.base
		}
	}
	return ""
}

// setting reads how the video is to be, or where it will be seen, up to the next part.
func (r *abroad) setting() bool {
	end := r.next(r.i+1, true)
	np := r.text(r.i, end)
	bare := np
	if w := r.at(r.i); r.inward[w] {
		bare = r.text(r.i+1, end)
	}
	switch {
	case bare == "":
		return false
	case r.place.MatchString(bare):
		r.o.Places = append(r.o.Places, bare)
	case prose.Duration(np) > 0 && prose.Words(np) <= 8, r.Setting(np), r.Setting(bare), r.traits(r.i, end):
		r.o.Settings = append(r.o.Settings, np)
	default:
		return false
	}
	r.i = end
	return true
}

// traits tells whether the words from k to end are adjectives of a video.
func (r *abroad) traits(k, end int) bool {
	for ; k < end; k++ {
		if w := r.at(k); !r.trait.MatchString(w) && !joins[w] {
			return false
		}
	}
	return true
}

// joins stand between adjectives.
var joins = set("y e et o ou u pero mas mais ma con com avec")

// next is where the part that began before word k ends: before a word that begins another
// part, or, where commas part, behind one.
func (r *abroad) next(k int, commas bool) int {
	for ; k < len(r.words); k++ {
		if r.words[k].quoted {
			continue
		}
		if commas && r.words[k-1].comma {
			return k
		}
		w := r.at(k)
		if withWhat[w] && r.article[r.at(k+1)] && results.MatchString(r.at(k+2)) {
			return k
		}
		if w == "a" && r.actAt(k+1) != "" && r.inf(k+1) && r.at(k+1) != "para" {
			return k
		}
		if r.aim[w] || r.about.MatchString(r.s[r.words[k].from:]) || r.actAt(k) != "" && gerund.MatchString(w) || r.relative[w] && r.actAt(r.past(k+1)) != "" {
			return k
		}
	}
	return len(r.words)
}

// past is the word behind those that may stand before the verb.
func (r *abroad) past(k int) int {
	for r.skip[r.at(k)] && r.actAt(k) == "" {
		k++
	}
	return k
}

// kindOf reads "de 30 segundos", "de presentación", "de nuestra escuela".
func (r *abroad) kindOf() bool {
	end := r.next(r.i+1, true)
	np := r.text(r.i+1, end)
	if d, _, to := prose.LengthIn(np); d > 0 && to >= len(np)-9 && r.nounAt(r.i+1) == "" {
		r.o.Settings, r.i = append(r.o.Settings, np), end
		return true
	}
	k := r.i + 1
	if d, _, to := prose.LengthIn(np); d > 0 && r.nounAt(r.i+1) == "" { // "de 30 segundos de presentación", "de un minuto en vertical"
		for k < end && r.words[k].from < r.words[r.i+1].from+to {
			k++
		}
		r.o.Settings, r.i = append(r.o.Settings, r.text(r.i+1, k)), k
		return true
	}
	for r.article[r.at(k)] && r.nounAt(k+1) != "" {
		k++
	}
	if base := r.nounAt(k); base != "" && r.o.Kind == "" && r.o.Act == "" {
		r.o.Kind, r.o.KindNoun, r.i = base, r.text(k, k+1), k+1
		for r.i < len(r.words) && !r.words[r.i-1].comma && (r.trait.MatchString(r.at(r.i)) || joins[r.at(r.i)] && r.nounAt(r.i+2) != "") {
			r.i++ // "de formación interna", "de bienvenida y acogida"
		}
		if w := r.at(r.i); r.to[w] && !r.of[w] && !r.aim[w] && !shownAbroad.MatchString(r.at(r.i+1)) { // "de bienvenida a los nuevos empleados"
			r.o.Act = base
			return r.object(r.i)
		}
		return true
	}
	if kindOnly.MatchString(np) && r.o.Kind == "" {
		r.o.Settings, r.i = append(r.o.Settings, "de "+np), end
		return true
	}
	if r.o.Kind == "" && !(r.article[r.at(k)] || r.words[min(k, len(r.words)-1)].upper || r.of[r.at(r.i)] && len(r.at(r.i)) > 2) {
		return false // a kind that is not known
	}
	return r.topicAt(r.i, r.i+1)
}

// kindOnly are kinds of video that say nothing of what it does.
var kindOnly = whole(`producto|empresa|marca|ventas|marketing|redes|divulgación|entreprise|marque|produit|communication(?: interne)?|comunicación(?: interna)?|azienda|prodotto|marchio|comunicazione(?: interna)?|empresa|produto|vendas|comunicação(?: interna)?|navidad|noël|natale|natal|despedida|boas festas|fim de ano|fin de año|fin d['’] ?année|fine anno|animación|animação`)

// topicAt reads what the video is about, whose preposition stands at word k and which begins at
// word from, to the end of the order without what only says how it is to be.
func (r *abroad) topicAt(k, from int) bool {
	if r.o.Topic != "" || from >= len(r.words) {
		return false
	}
	end := r.tail(from)
	if r.question[r.at(from)] && !(r.article[r.at(from)]) && r.o.Act == "" {
		r.o.Act, r.o.Object = "explain", r.text(from, end)
		r.i = end
		return true
	}
	r.o.Prep, r.o.Topic, r.i = strings.ToLower(r.text(k, from)), r.text(from, end), end
	return r.o.Topic != ""
}

// tail is where what is told ends, which runs from word k to the end of the order: before
// settings and those whom it is for.
func (r *abroad) tail(k int) int {
	for n := k + 1; n < len(r.words); n++ {
		if r.words[n].quoted {
			continue
		}
		rest := r.text(n, r.comma(n))
		switch {
		case r.words[n-1].comma && (r.Setting(rest) || r.traits(n, r.comma(n)) || r.inward[r.at(n)] && r.Setting(r.text(n+1, r.comma(n)))):
			return n
		case r.aim[r.at(n)]:
			np := r.text(n+1, r.next(n+1, true))
			if r.People(np) || whoever.MatchString(np) || r.place.MatchString(np) {
				return n
			}
		case r.inward[r.at(n)] && r.place.MatchString(r.text(n+1, r.comma(n))) && netOnly.MatchString(r.text(n+1, r.comma(n))):
			return n
		case r.inward[r.at(n)] && prose.Duration(rest) > 0 && r.Setting(rest):
			return n
		}
	}
	return len(r.words)
}

// whoever are people by what they do: "quem trabalha em altura".
var whoever = pattern.New(`(?i)^(?:tod[oa]s? (?:los|las|os|as) que|quienes?|quem|chi|tutti quelli che|(?:tous )?ceux qui|celles et ceux qui|l[oa]s que|aquell[oa]s que) \p{L}`)

// shownAbroad is what is done with a finished video.
var shownAbroad = whole(`diffuser|publier|partager|mettre|poster|projeter|passer|montrer|envoyer|publicar|proyectar|poner|compartir|subir|colgar|mandar|enviar|emitir|usar|pubblicare|condividere|proiettare|trasmettere|mandare|inviare|mettere|postar|partilhar|compartilhar|passar|exibir|transmitir|podamos|possamos|possiamo|puissions`)

// shownIn reads where it is shown, from word k on.
func (r *abroad) shownIn(k int) bool {
	for shownAbroad.MatchString(r.at(k)) || r.skip[r.at(k)] && !r.to[r.at(k)] {
		k++
	}
	end := r.next(k, true)
	np := r.text(k, end)
	if r.inward[r.at(k)] || r.to[r.at(k)] {
		np = r.text(k+1, end)
	}
	if np == "" || end <= k {
		return false
	}
	if r.People(np) {
		r.o.Viewers = np
	} else {
		r.o.Places = append(r.o.Places, np)
	}
	r.i = end
	return true
}

// netOnly is a place that is never part of a thing's name.
var netOnly = pattern.New(`(?i)\b(?:instagram|tiktok|linkedin|youtube|facebook|whatsapp|intranet)\b`)

// aimed reads what stands behind "for": whom, where, what, or to do what.
func (r *abroad) aimed() bool {
	k := r.i + 1
	if r.of[r.at(k)] && r.at(r.i) == "afin" {
		k++
	}
	if n := r.past(k); r.actAt(n) != "" && (r.inf(n) || n > k) {
		return r.acts(n)
	}
	if r.that[r.at(k)] || r.inf(k) && !r.words[k].upper && !r.People(r.text(k, r.next(k, true))) {
		return false // a clause, or a verb that is none of those
	}
	end := r.next(k, true)
	np := r.text(k, end)
	switch {
	case np == "":
		return false
	case r.place.MatchString(np):
		r.o.Places = append(r.o.Places, np)
	case r.Setting(np):
		r.o.Settings = append(r.o.Settings, np)
	case r.when.MatchString(np) && !r.People(np):
		r.o.Occasion = np
	case r.People(np) || whoever.MatchString(np):
		if r.o.Viewers != "" {
			return false
		}
		r.o.Viewers, r.o.For = np, r.at(r.i)
	case r.o.Thing == "" && r.o.Topic == "" && r.nounAt(k+1) == "present" && r.article[r.at(k)] && r.of[r.at(k+2)]: // "para el lanzamiento de nuestra botella"
		r.o.Kind = "present"
		return r.topicAt(k+2, k+3)
	case r.o.Thing == "" && r.o.Topic == "":
		end = r.tail(k)
		r.o.Thing = r.text(k, end)
	default:
		return false
	}
	r.i = end
	return true
}
