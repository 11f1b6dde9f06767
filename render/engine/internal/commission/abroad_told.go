package commission

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads what a video does in these languages: its verb, those who are told, and what.

// does reads what the video does behind a relative, from word k on.
func (r *abroad) does(k int) bool {
	if n := r.past(k); r.actAt(n) != "" {
		return r.acts(n)
	}
	return false
}

// acts reads what the video does, whose verb is word k, to the end of the order.
func (r *abroad) acts(k int) bool {
	if r.o.Act != "" || k+1 >= len(r.words) {
		return false
	}
	r.o.Act = r.actAt(k)
	switch {
	case givesWelcome.MatchString(r.text(k, min(len(r.words), k+3))):
		r.o.Act, k = "welcome", k+2
	case givesThanks.MatchString(r.text(k, min(len(r.words), k+3))):
		r.o.Act, k = "thank", k+2
	case makesKnown.MatchString(r.text(k, min(len(r.words), k+3))):
		k += 2
	case r.o.Act == "present" && faint.MatchString(r.at(k)):
		return false
	}
	return r.object(k + 1)
}

var (
	givesWelcome = pattern.New(`(?i)^(?:dar|dare|souhaiter) (?:la|as|il|il|le)? ?(?:bienvenida|boas-vindas|benvenuto|bienvenue)`)
	givesThanks  = pattern.New(`(?i)^(?:dar las gracias|dire grazie a|dire merci)`)
	makesKnown   = pattern.New(`(?i)^(?:dar a conocer|faire connaître|far conoscere|dar a conhecer)`)
	// faint are verbs that mean nothing by themselves.
	faint = whole(`dar|faire|far|mettre|mettere`)
)

// object reads what stands behind the verb, from word k on: those who are told, and what.
func (r *abroad) object(k int) bool {
	if r.inward[r.at(k)] && prose.Duration(r.text(k, k+3)) > 0 { // "explica en 40 segundos a los pacientes cómo …"
		r.o.Settings = append(r.o.Settings, r.text(k, k+3))
		k += 3
	}
	if r.at(k) == "brevemente" || r.at(k) == "rapidement" || r.at(k) == "clairement" {
		k++
	}
	if r.inward[r.at(k)] && netOnly.MatchString(r.at(k+1)) && k+2 < len(r.words) { // "anunciar en Instagram que …"
		r.o.Places = append(r.o.Places, r.text(k+1, k+2))
		k += 2
	}
	end := r.tail(k - 1)
	if r.o.Act == "congratulate" {
		r.o.Object, r.i = r.text(k, end), end
		return r.o.Object != ""
	}
	if n := r.told(k, end); n > 0 {
		if r.o.Viewers != "" {
			return false
		}
		r.o.Viewers, r.o.Given = r.text(k, n), true
		k = n
		if k < end && r.words[k-1].comma && !r.that[r.at(k)] && !r.question[r.at(k)] {
			return false
		}
	}
	if k < end && (r.of[r.at(k)] || r.to[r.at(k)]) && (r.that[r.at(k+1)] || r.inf(k+1)) && !r.words[k].upper { // "de que …", "a reservar …"
		if r.o.Do = r.inf(k + 1); r.o.Do && r.of[r.at(k)] || r.that[r.at(k+1)] {
			k++
		} else {
			k++
		}
	}
	if !r.o.Do && r.o.Given && r.inf(k) && !r.words[min(k, len(r.words)-1)].upper {
		r.o.Do = true // "recordar a los clientes cambiar el filtro"
	}
	if !r.o.Given && r.o.Viewers == "" && !r.that[r.at(k)] {
		end = r.toldBehind(k, end)
	}
	if k < end {
		if m := r.about.FindString(r.s[r.words[k].from:]); m != "" && r.o.Given { // "alertando clientes sobre o golpe"
			from := k
			for to := r.words[k].from + len(m); k < end && r.words[k].from < to; {
				k++
			}
			r.o.Prep = strings.ToLower(r.text(from, k))
		}
	}
	switch {
	case r.that[r.at(k)]:
		r.o.Clause, k = true, k+1
	case r.question[r.at(k)] && !r.article[r.at(k)]:
		r.o.Asks = true
	}
	r.o.Object = r.text(k, end)
	if r.i = end; r.o.Given && end < len(r.words) && r.to[r.at(end)] {
		r.i = r.tail(end)
	}
	return r.o.Object != "" || r.o.Viewers != ""
}

// toldBehind reads those who are told where they stand behind the thing, "le tri des déchets aux
// locataires", and returns where the thing ends.
func (r *abroad) toldBehind(k, end int) int {
	for n := k + 2; n < end-1; n++ {
		if w := r.at(n); r.to[w] && w != "a" && w != "à" && w != "para" && r.People(r.text(n+1, end)) && !r.words[n-1].comma {
			r.o.Viewers, r.o.Given = r.text(n, end), true
			return n
		}
	}
	return end
}

// told is the word behind those who are told, who stand from word k on; 0 = nobody is.
func (r *abroad) told(k, end int) int {
	from := k
	led := r.to[r.at(k)]
	if led {
		from++
	}
	if !led && (r.o.Act == "explain" || r.o.Act == "present" || r.o.Act == "summarise" || r.o.Act == "announce" && !tellsWhom.MatchString(r.at(k-1))) {
		return 0 // what stands there is a thing
	}
	for n := min(end, k+10); n > from; n-- {
		if n < end && !r.words[n-1].comma && !r.breaks(n) {
			continue
		}
		who := r.text(k, n)
		if led {
			who = r.text(from, n)
		}
		if strings.Contains(who, ",") || r.holds(from, n) || openEnd.MatchString(who) {
			continue
		}
		if r.People(who) || n < end && (led && personal.MatchString(who) || r.that[r.at(n)] && (led || r.article[r.at(k)] && (r.o.Act == "remind" || r.o.Act == "announce" || r.o.Act == "warn"))) {
			return n
		}
	}
	return 0
}

// openEnd ends with what leads on.
var openEnd = pattern.New(`(?i)\s(?:avant|après|antes|después|depois|prima|dopo|durante|pendant|de|du|des|del|di|da|do|en|em|à|a|par|por|per|con|com|avec)$`)

// tellsWhom are verbs of telling that those who are told stand behind without a preposition.
var tellsWhom = pattern.New(`(?i)^(?:inform|avis|prév|avert|avvis|notif|alert)`)

// personal are people by the words around them.
var personal = pattern.New(`(?i)^(?:(?:el|la|l[oa]s|le|les|il|i|gli|o|os|a|as|nuestr[oa]s?|nos|noss[oa]s?|nostr[oaie]|tod[oa]s?|tous|tutti|chaque|cada|ogni)\b ?)*(?:personal|personnel|personale|pessoal|equip[aeo]s?|équipes?|squadr[ae]|team|client[eis]*|público|gente|public|pubblico|mond[eo])\b`)

// breaks tells whether another part of what is told begins at word n.
func (r *abroad) breaks(n int) bool {
	w := r.at(n)
	return r.that[w] || r.question[w] || r.article[w] || r.about.MatchString(r.s[r.words[n].from:]) || r.infinite.MatchString(w) && r.article[r.at(n+1)] || r.to[w] || r.inward[w] || r.aim[w] ||
		(r.of[w] && (r.that[r.at(n+1)] || r.inf(n+1) || r.o.Act == "announce"))
}

// holds tells whether an article or the like stands between words k and n, where a further
// thing begins: "los clientes la nueva app".
func (r *abroad) holds(k, n int) bool {
	for j := k + 1; j < n; j++ {
		w, before := r.at(j), r.at(j-1)
		joined := r.of[before] || r.to[before] || r.article[before] || everybody[before] || joins[before] || r.inward[before]
		switch {
		case r.that[w], r.aim[w] && !r.of[w], r.about.MatchString(r.s[r.words[j].from:]), r.question[w] && !r.inward[w]:
			return true
		case r.to[w] && r.inf(j+1), r.o.Act == "train" && r.inward[w], r.o.Act == "invite" && r.to[w]:
			return true
		case r.article[w] && !joined:
			return true
		case r.infinite.MatchString(w) && (r.article[r.at(j+1)] || r.of[before]) && !r.words[j].upper && (!joined || r.of[before] && j > k+1):
			return true // "los clientes cambiar el filtro"
		case r.o.Act == "announce" && r.of[w] && r.People(r.text(k, j)) && !strings.Contains(r.text(j, len(r.words)), " que "):
			return true // "los clientes del cambio de tarifas"
		}
	}
	return false
}

// everybody stands before an article: "todos los vecinos".
var everybody = set("todos todas tous toutes tutti tutte todo toda tout toute")
