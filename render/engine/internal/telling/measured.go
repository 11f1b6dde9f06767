package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
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
func (w *Writer) measured(b *Beat, s string) bool {
	kinds, st := measuring[w.Wording.Code], standings[w.Wording.Code]
	if kinds == nil || st == nil || strings.ContainsAny(s, "?:;\"") || prose.URL(s) != "" {
		return false
	}
	t := prose.Unstop(s)
	figs := w.Figures(t)
	if len(figs) == 0 || len(figs) > 2 {
		return false
	}
	before := st.plain(t[:figs[0].From])
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
	if first == "" || strings.Contains(thing, ", ") || prompt.IsClause(thing, w.Wording.Code) || st.leads.MatchString(thing+" ") {
		return false
	}
	known := thing == "" || st.who.MatchString(thing) || pronounItself.MatchString(thing) // it has been named before
	for i := range figs {
		if h := hoursTail.FindString(t[figs[i].To:]); h != "" && figs[i].Suffix == "" {
			figs[i].Suffix, figs[i].To = strings.TrimSpace(h), figs[i].To+len(h)
		}
	}
	fig := figs[0]
	fig.Prefix = bound + fig.Prefix
	after := t[fig.To:]
	i := strings.Index(after, w.Wording.And)
	if len(figs) == 2 {
		if i < 0 || fig.To+i > figs[1].From || strings.TrimSpace(after[:i]) != "" && strings.Contains(after[:i], ",") {
			return false
		}
		second := strings.TrimSpace(t[fig.To+i+len(w.Wording.And) : figs[1].From])
		other := figs[1]
		label := w.secondLabel(st, second, &other)
		if label == "" || prose.Words(t[other.To:]) > 3 {
			return false
		}
		if !known && w.isMeasure(label) {
			thing = "" // "L'atelier dure 3 h et coûte 25 €": one thing, two measures
		} else if !known {
			first = prose.Upper(w.headNoun(thing))
		}
		w.PutStats(b, []Stat{{Amount: fig, Label: first}, {Amount: other, Label: label}})
		b.Headline, b.Changed = w.Wording.NumbersHead, true
		return true
	}
	if !known || i < 0 || strings.TrimSpace(after[:i]) != "" {
		return false
	}
	rest := prose.Upper(strings.TrimSpace(after[i+len(w.Wording.And):]))
	if utf8.RuneCountInString(rest) > 48 {
		rest = ""
	}
	w.PutStats(b, []Stat{{Amount: fig, Label: first, Body: rest}})
	b.Changed = true
	return true
}

// pronounItself stands for a thing that was named before.
var pronounItself = pattern.New(`(?i)^(?:er|sie|es|il|elle|ils|elles|ele|ela|eles|elas|él|ella|hij|ze|zij|het|dat)$`)

// secondLabel is what the second figure of a sentence is: the measure of its verb, the
// verb itself, or the thing that has it where the verb is not repeated.
func (w *Writer) secondLabel(st *standing, words string, fig *Amount) string {
	words = st.plain(words)
	if m := st.limit.FindStringSubmatchIndex(words); m != nil {
		fig.Prefix = strings.ToLower(words[m[2]:m[3]]) + " " + fig.Prefix
		words = strings.TrimSpace(words[:m[0]])
	}
	for _, k := range measuring[w.Wording.Code] {
		if at := k.verb.FindStringIndex(words); at != nil {
			if thing := strings.TrimSpace(words[:at[0]]); thing != "" && !st.who.MatchString(thing) {
				return prose.Upper(w.headNoun(thing))
			}
			return k.name
		}
	}
	switch n := prose.Words(words); {
	case n == 0 || n > 4:
		return ""
	case w.Wording.Articled.MatchString(words + " "):
		return prose.Upper(w.headNoun(words))
	}
	return prose.Upper(words)
}

// isMeasure tells the name of a measure from the name of a thing.
func (w *Writer) isMeasure(label string) bool {
	for _, k := range measuring[w.Wording.Code] {
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
