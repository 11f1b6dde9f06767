package script

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
)

// measuring are the verbs by which a thing has a measure, and the measure's name.
var measuring = map[string][]struct {
	verb *pattern.Pattern
	name string
}{
	"de": {{pattern.New(`(?i)(?:^|\s)(?:wiegt|wiegen)$`), "Gewicht"}, {pattern.New(`(?i)(?:^|\s)(?:kostet|kosten)$`), "Preis"}, {pattern.New(`(?i)(?:^|\s)(?:dauert|dauern)$`), "Dauer"}},
	"es": {{pattern.New(`(?i)(?:^|\s)(?:pesa|pesan)$`), "Peso"}, {pattern.New(`(?i)(?:^|\s)(?:cuesta|cuestan|vale|valen)$`), "Precio"}, {pattern.New(`(?i)(?:^|\s)(?:dura|duran)$`), "Duración"}},
	"fr": {{pattern.New(`(?i)(?:^|\s)(?:pèse|pèsent)$`), "Poids"}, {pattern.New(`(?i)(?:^|\s)(?:coûte|coûtent)$`), "Prix"}, {pattern.New(`(?i)(?:^|\s)(?:dure|durent)$`), "Durée"}},
	"pt": {{pattern.New(`(?i)(?:^|\s)(?:pesa|pesam)$`), "Peso"}, {pattern.New(`(?i)(?:^|\s)(?:custa|custam)$`), "Preço"}, {pattern.New(`(?i)(?:^|\s)(?:dura|duram)$`), "Duração"}},
	"it": {{pattern.New(`(?i)(?:^|\s)(?:pesa|pesano)$`), "Peso"}, {pattern.New(`(?i)(?:^|\s)(?:costa|costano)$`), "Prezzo"}, {pattern.New(`(?i)(?:^|\s)(?:dura|durano)$`), "Durata"}},
	"nl": {{pattern.New(`(?i)(?:^|\s)(?:weegt|wegen)$`), "Gewicht"}, {pattern.New(`(?i)(?:^|\s)(?:kost|kosten)$`), "Prijs"}, {pattern.New(`(?i)(?:^|\s)(?:duurt|duren)$`), "Duur"}},
}

// measured draws a sentence that gives one thing a measure, or two measures, or two things
// one each: "Il pèse 90 grammes et porte jusqu'à 15 kilos", "La barra cuesta 1,90 € y la
// hogaza 4,50 €".
func (w *writer) measured(b *beat, s string) bool {
	kinds, st := measuring[w.w.code], standings[w.w.code]
	if kinds == nil || st == nil || strings.ContainsAny(s, "?:;\"") || prompt.URL(s) != "" {
		return false
	}
	t := prompt.Unstop(s)
	figs := w.figures(t)
	if len(figs) == 0 || len(figs) > 2 {
		return false
	}
	before := st.plain(t[:figs[0].from])
	bound := ""
	if m := st.limit.FindStringSubmatchIndex(before); m != nil {
		bound, before = strings.ToLower(before[m[2]:m[3]])+" ", strings.TrimSpace(before[:m[0]])
	}
	first, thing := "", ""
	for _, k := range kinds {
		if at := k.verb.FindStringIndex(before); at != nil {
			first, thing = k.name, strings.TrimSpace(before[:at[0]])
		}
	}
	if first == "" || strings.Contains(thing, ", ") || prompt.IsClause(thing, w.w.code) || st.leads.MatchString(thing+" ") {
		return false
	}
	known := thing == "" || st.who.MatchString(thing) || pronounItself.MatchString(thing) // it has been named before
	for i := range figs {
		if h := hoursTail.FindString(t[figs[i].to:]); h != "" && figs[i].Suffix == "" {
			figs[i].Suffix, figs[i].to = strings.TrimSpace(h), figs[i].to+len(h)
		}
	}
	fig := figs[0]
	fig.Prefix = bound + fig.Prefix
	after := t[fig.to:]
	i := strings.Index(after, w.w.and)
	if len(figs) == 2 {
		if i < 0 || fig.to+i > figs[1].from || strings.TrimSpace(after[:i]) != "" && strings.Contains(after[:i], ",") {
			return false
		}
		second := strings.TrimSpace(t[fig.to+i+len(w.w.and) : figs[1].from])
		other := figs[1]
		label := w.secondLabel(st, second, &other)
		if label == "" || prompt.Words(t[other.to:]) > 3 {
			return false
		}
		if !known && w.isMeasure(label) {
			thing = "" // "L'atelier dure 3 h et coûte 25 €": one thing, two measures
		} else if !known {
			first = prompt.Upper(w.headNoun(thing))
		}
		w.putStats(b, []stat{{fig, first, ""}, {other, label, ""}})
		b.Headline, b.changed = w.w.numbersHead, true
		return true
	}
	if !known || i < 0 || strings.TrimSpace(after[:i]) != "" {
		return false
	}
	rest := prompt.Upper(strings.TrimSpace(after[i+len(w.w.and):]))
	if utf8.RuneCountInString(rest) > 48 {
		rest = ""
	}
	w.putStats(b, []stat{{fig, first, rest}})
	b.changed = true
	return true
}

// pronounItself stands for a thing that was named before.
var pronounItself = pattern.New(`(?i)^(?:er|sie|es|il|elle|ils|elles|ele|ela|eles|elas|él|ella|hij|ze|zij|het|dat)$`)

// secondLabel is what the second figure of a sentence is: the measure of its verb, the
// verb itself, or the thing that has it where the verb is not repeated.
func (w *writer) secondLabel(st *standing, words string, fig *figure) string {
	words = st.plain(words)
	if m := st.limit.FindStringSubmatchIndex(words); m != nil {
		fig.Prefix = strings.ToLower(words[m[2]:m[3]]) + " " + fig.Prefix
		words = strings.TrimSpace(words[:m[0]])
	}
	for _, k := range measuring[w.w.code] {
		if at := k.verb.FindStringIndex(words); at != nil {
			if thing := strings.TrimSpace(words[:at[0]]); thing != "" && !st.who.MatchString(thing) {
				return prompt.Upper(w.headNoun(thing))
			}
			return k.name
		}
	}
	switch n := prompt.Words(words); {
	case n == 0 || n > 4:
		return ""
	case w.w.articled.MatchString(words + " "):
		return prompt.Upper(w.headNoun(words))
	}
	return prompt.Upper(words)
}

// isMeasure tells the name of a measure from the name of a thing.
func (w *writer) isMeasure(label string) bool {
	for _, k := range measuring[w.w.code] {
		if k.name == label {
			return true
		}
	}
	return false
}

// plain takes off what says that a figure is no exact one, but no part of a limit.
func (st *standing) plain(words string) string {
	words = strings.TrimSpace(words)
	if st.limit.MatchString(words) {
		return words
	}
	return strings.TrimSpace(st.about.ReplaceAllString(words, ""))
}
