package script

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// generic are nouns that say what kind of thing a name is, and are no part of it: "the
// free plan" is the item "Free".
var generic = pattern.New(`(?i)^(?:plans?|tiers?|packages?|options?|items?|points?|steps?|cards?|bullets?|prices?|dates?|days?|features?|subscriptions?|bit|part|person|of|new|` +
	`tarif\w*|paket\w*|preis\w*|punkt\w*|termin\w*|datum|formules?|forfaits?|offres?|tarifs?|étapes?|prix|dates?|planes|paquetes?|tarifas?|opci[oó]n(?:es)?|precios?|fechas?|pasos?|` +
	`planos?|pacotes?|preços?|datas?|passos?|pian[oi]|pacchett[oi]|prezz[oi]|passaggi?o?|pakket(?:ten)?|prijs|prijzen|stap(?:pen)?|abonnement\w*)$`)

// nameWords are the words of a name by which it is found, in small letters.
func nameWords(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' }) {
		if !generic.MatchString(w) && (utf8.RuneCountInString(w) > 2 || strings.ContainsFunc(w, unicode.IsDigit)) && !articles[w] {
			out = append(out, w)
		}
	}
	return out
}

// articles stand before names.
var articles = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("the our your this that and der die das den dem des ein eine einen los las una uno les une nos notre unser unsere gli della delle dos das het een onze para pour für for von from with mit") {
		out[w] = true
	}
	return out
}()

// names tells whether a text has every word of a name, in one form or another: "launch"
// is in "We launch", "sortie" in "sort".
func names(text string, words []string) bool {
	have := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' })
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool {
		return !slices.ContainsFunc(have, func(h string) bool { return sameWord(h, w) })
	})
}

// sameWord tells whether two words are forms of one: the shorter begins the longer, which
// has a short ending more.
func sameWord(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || utf8.RuneCountInString(a) >= 4 && len(b)-len(a) <= 3 && strings.HasPrefix(b, a)
}

// removeNamed takes out what a name stands for: an item of a list, or the one scene
// that is about it.
func (e *editor) removeNamed(x edit.Edit) (string, error) {
	defer func(seen []string) { e.seen = seen }(e.seen)
	e.seen = sceneIDs(e.b) // what is found is counted as it stands
	words := nameWords(x.Text)
	if len(words) == 0 {
		return "", fmt.Errorf("remove what? Name a scene by its number, or a bullet by its words in quotation marks")
	}
	var items [][2]int
	for i, s := range e.b.Scenes {
		if !showsList(s) || e.repeats(i) {
			continue
		}
		for k, it := range s.Items {
			if names(it.Title, words) && !onlyVerb(it.Title, words) {
				items = append(items, [2]int{i, k})
			}
		}
	}
	if len(items) == 1 {
		i, k := items[0][0], items[0][1]
		return e.removeItem(edit.Edit{Scenes: []edit.Ref{{Number: i + 1}}, Items: []edit.Line{{Number: k + 1}}})
	}
	var whole []int
	for i := range e.b.Scenes {
		if e.isAbout(i, x.Text, words) {
			whole = append(whole, i)
		}
	}
	switch {
	case len(items) > 1:
		is := []int{}
		for _, it := range items {
			is = append(is, it[0])
		}
		return "", fmt.Errorf("which %q: that of scene %s? Write remove the second bullet of scene %d, or give its words in quotation marks", x.Text, numbers(slices.Compact(is)), items[0][0]+1)
	case len(whole) == 1:
		return e.remove(edit.Edit{Scenes: []edit.Ref{{Number: whole[0] + 1}}})
	case len(whole) > 1:
		return "", fmt.Errorf("which %q: scene %s? Say it with its number", x.Text, numbers(whole))
	case features[x.Values["feature"]] != "":
		return e.beyond(x)
	}
	if i, say := e.unlisted(words); i >= 0 {
		s := &e.b.Scenes[i]
		old := s.Say
		e.speak(s, say)
		return fmt.Sprintf("scene %d now says %q instead of %q", i+1, clip(say, 90), clip(old, 90)), nil
	}
	var says []int
	for i := range e.b.Scenes {
		if names(sceneText(&e.b.Scenes[i]), words) {
			says = append(says, i)
		}
	}
	if len(says) > 0 {
		return "", fmt.Errorf("no item and no scene is named %q; scene %s speaks of it: write remove scene %d, or remove the sentence about %s", x.Text, numbers(says), says[0]+1, x.Text)
	}
	return "", fmt.Errorf("nothing in the video is named %q", x.Text)
}

// onlyVerb tells whether all that a name has in common with an item is the form of the verb
// that the item begins with: "the checks" are not "Check the brakes".
func onlyVerb(title string, words []string) bool {
	own := strings.Fields(strings.ToLower(title))
	return len(words) == 1 && len(own) > 2 && own[0] != words[0] && sameWord(own[0], words[0]) && !names(strings.Join(own[1:], " "), words)
}

// inScenes names scenes: "scene 2", "scenes 2 and 3".
func inScenes(is []int) string {
	if len(is) == 1 {
		return "scene " + numbers(is)
	}
	return "scenes " + numbers(is)
}

// series parts what a sentence lists: "lists 85 makers, workshops and music".
var seriesRE = pattern.New(`,? (?:and|und|y|e|et|ed|en) |, `)

// unlisted takes what a name stands for out of the one sentence that lists it behind
// something else. The first of a list carries what leads it, and stays.
func (e *editor) unlisted(words []string) (int, string) {
	at, said := -1, ""
	for i := range e.b.Scenes {
		ss := prompt.SplitSentences(e.b.Scenes[i].Say)
		for j, t := range ss {
			seps := seriesRE.FindAllStringIndex(prompt.Unstop(t), -1)
			if len(seps) < 2 || !strings.Contains(strings.ToLower(t), wordingFor(e.b.Language).and) {
				continue
			}
			for k, sep := range seps {
				end := len(prompt.Unstop(t))
				if k+1 < len(seps) {
					end = seps[k+1][0]
				}
				part := t[sep[1]:end]
				if own := nameWords(part); !names(part, words) || len(own) > len(words) && !isHead(part, own, words) || prompt.Words(part) > 5 {
					continue
				}
				if at >= 0 {
					return -1, "" // which of them?
				}
				rest := t[:sep[0]] + t[end:]
				switch {
				case len(seps) == 2 && k == 0: // two are left
					rest = t[:sep[0]] + wordingFor(e.b.Language).and + t[seps[1][1]:]
				case k == len(seps)-1:
					last := seps[k-1]
					rest = t[:last[0]] + wordingFor(e.b.Language).and + t[last[1]:sep[0]] + t[end:]
				}
				clone := slices.Clone(ss)
				clone[j] = rest
				at, said = i, strings.Join(clone, " ")
			}
		}
	}
	return at, said
}

// isHead tells whether a name is what an article begins: the workshop of "a workshop for
// kids". In "check the brakes" nothing of the kind stands first.
func isHead(part string, own, words []string) bool {
	lead, _, _ := strings.Cut(strings.ToLower(part), " ")
	return (articles[lead] || utf8.RuneCountInString(lead) <= 3) && len(own) == len(words)+1 && sameWord(own[0], words[0])
}

// showsList tells whether a scene's items are a list of their own.
func showsList(s scene.Scene) bool {
	return len(s.Items) > 1 && slices.Contains([]scene.Kind{scene.Points, scene.Grid, scene.Process, scene.Timeline}, s.Kind)
}

// kindNames are the words by which people call scenes of a kind.
var kindNames = pattern.New(`(?i)^(?:charts?|graphs?|diagram\w*|quotes?|testimonials?|table|timeline|list|map|recap|summary|gráfic[oa]s?|graphique|grafik|zitat|cita|citation|tabla|tabelle|tableau|liste|lista|rückblick|zusammenfassung|resumen|résumé|récapitulatif|resumo|riassunto|samenvatting|grafiek|grafico)$`)

// recaps are the words for a scene that says the rest once more.
var recaps = pattern.New(`(?i)\b(?:recap|summary|zusammenfassung|rückblick|resumen|résumé|récapitulatif|resumo|riassunto|samenvatting)\b`)

// isAbout tells whether a name is a scene's: its heading has the name's words, it is of the kind that the name
// says, or it is the recap that it speaks of.
func (e *editor) isAbout(i int, name string, words []string) bool {
	s := &e.b.Scenes[i]
	if recaps.MatchString(name) {
		head := wordingFor(e.b.Language).recapHead
		return head != "" && strings.HasPrefix(s.Headline, head)
	}
	own := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return kindNames.MatchString(w) })
	if len(own) < len(words) {
		kind := s.Series != nil && pattern.New(`(?i)\b(?:chart|graph|diagram|gr[áa]fic|grafi)`).MatchString(name) ||
			s.Kind == scene.Quote && pattern.New(`(?i)\b(?:quote|testimonial|zitat|cita)`).MatchString(name) ||
			s.Kind == scene.Timeline && strings.Contains(strings.ToLower(name), "timeline") ||
			s.Kind == scene.Table && pattern.New(`(?i)\b(?:table|tab)`).MatchString(name) ||
			showsList(*s) && pattern.New(`(?i)\blist`).MatchString(name)
		return kind && (len(own) == 0 || names(sceneText(s), own))
	}
	if slices.Contains([]scene.Kind{scene.Title, scene.Statement, scene.Presenter, scene.Footage, scene.End}, s.Kind) {
		return false // what they show is a part of what they say
	}
	for _, head := range []string{s.Headline, s.Chapter} { // all of a heading, not a word of it
		if own := nameWords(head); names(head, words) && names(name, own) {
			return true
		}
	}
	return false
}

// mention says something beside all the rest: in the one scene that speaks of it, or
// else in a scene of its own before the end.
func (e *editor) mention(x edit.Edit) (string, error) {
	t := prompt.Upper(prompt.Stop(strings.TrimSpace(x.Text)))
	for i, s := range e.b.Scenes {
		if heard(s.Say, prompt.Unstop(t)) {
			return "", fmt.Errorf("scene %d already says it", i+1)
		}
	}
	want := keywords(t)
	best, most, tied := -1, 0, false
	for i, s := range e.b.Scenes {
		have, n := keywords(s.Say), 0
		for k := range want {
			if have[k] {
				n++
			}
		}
		if s.Kind == scene.Title || s.Kind == scene.End || s.Kind == scene.Quote || s.Headline == wordingFor(e.b.Language).recapHead {
			continue
		}
		if n > most {
			best, most, tied = i, n, false
		} else if n == most && n > 0 {
			tied = true
		}
	}
	if best >= 0 && !tied {
		s := &e.b.Scenes[best]
		s.Say, s.Verbatim, s.Seconds = strings.TrimSpace(s.Say+" "+t), true, 0
		return fmt.Sprintf("scene %d also says %q", best+1, t), nil
	}
	at := len(e.b.Scenes)
	for at > 1 && (e.b.Scenes[at-1].Kind == scene.End || e.b.Scenes[at-1].Headline == wordingFor(e.b.Language).recapHead) {
		at--
	}
	e.insert(at, t)
	return fmt.Sprintf("scene %d is new and says %q", at+1, t), nil
}

// dueBy is what a day ends that somebody calls a deadline.
var dueBy = pattern.New(`(?i)\b(?:by|until|till|before|no later than|due|closes?|ends?|bis|spätestens|endet|hasta|antes del?|jusqu['’]au|avant le|fino al?|entro|até|tot|uiterlijk)\b[^.!?]*$`)

// deadlines are the words for such a day.
var deadlines = pattern.New(`(?i)^(?:deadline|due|cutoff|frist|stichtag|abgabetermin|anmeldeschluss|einsendeschluss|plazo|límite|échéance|limite|scadenza|prazo)$`)

// dateOf gives what is spoken of another day: "the launch is on July 15". The day is
// written as the video writes days, with the year that it had.
func (e *editor) dateOf(x edit.Edit) (string, error) {
	m := aDay.FindStringSubmatch(x.With)
	words := nameWords(x.Text)
	due := slices.ContainsFunc(words, func(w string) bool { return deadlines.MatchString(w) })
	var found []string
	for _, s := range e.b.Scenes {
		for _, t := range prompt.SplitSentences(s.Say) {
			for _, at := range aDay.FindAllStringIndex(t, -1) {
				if len(words) == 0 || names(t, words) || due && dueBy.MatchString(t[:at[0]]) {
					if d := strings.TrimRight(t[at[0]:at[1]], "."); !slices.Contains(found, d) {
						found = append(found, d)
					}
				}
			}
		}
	}
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("no sentence gives %q a day: write replace \"old\" with \"new\"", x.Text)
	case len(found) > 1:
		return "", fmt.Errorf("instead of which: %s? Write replace %q with %q", strings.Join(found, ", "), found[0], x.With)
	}
	with, err := likeDay(found[0], m, e.b.Language)
	if err != nil {
		return "", err
	}
	if with == found[0] {
		return fmt.Sprintf("%s already is %s", x.Text, with), nil
	}
	return e.redate(found[0], with)
}

// aClock is a time of day.
var aClock = pattern.New(`(?i)\b\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?|uhr\b|o['’]clock\b|heures?\b)|\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?h(?:\s?\d{2})?\b`)

// hourOf gives what is spoken of another time of day: "doors open at 7 pm now".
func (e *editor) hourOf(x edit.Edit) (string, error) {
	words := nameWords(x.Text)
	var found []string
	for _, s := range e.b.Scenes {
		for _, t := range prompt.SplitSentences(s.Say) {
			for _, c := range aClock.FindAllString(t, -1) {
				if !strings.Contains(c, ".m") {
					c = strings.TrimRight(c, ".")
				}
				if names(t, words) && !slices.Contains(found, c) {
					found = append(found, c)
				}
			}
		}
	}
	switch {
	case len(found) == 0:
		return "", fmt.Errorf("no sentence gives %q a time of day: write replace \"old\" with \"new\"", x.Text)
	case len(found) > 1:
		return "", fmt.Errorf("instead of which: %s? Write replace %q with %q", strings.Join(found, ", "), found[0], x.With)
	case found[0] == x.With:
		return fmt.Sprintf("%s already is %s", x.Text, x.With), nil
	}
	return e.redate(found[0], x.With)
}

// likeDay writes a day in the order of another, with the other's year where it has none.
func likeDay(old string, m []string, lang string) (string, error) {
	o := aDay.FindStringSubmatch(old)
	if o == nil || m == nil {
		return "", fmt.Errorf("%q is no day that can be put in the place of another: write replace \"old\" with \"new\"", old)
	}
	if len(numberRE.FindAllString(firstOf(o[2], o[5]), -1)) != len(numberRE.FindAllString(firstOf(m[2], m[5]), -1)) {
		return "", fmt.Errorf("%q are several days: write replace %q with \"…\"", old, old)
	}
	day, month := strings.TrimRight(firstOf(m[2], m[5]), "."), strings.TrimSpace(firstOf(m[3], m[4]))
	day, bare := ordinalDay.ReplaceAllString(day, ""), ordinalDay.ReplaceAllString(firstOf(o[2], o[5]), "")
	if strings.TrimRight(firstOf(o[2], o[5]), ".") != bare && lang == "en" { // "June 3rd"
		day = englishOrdinal(day)
	}
	month = prompt.Upper(month)
	if lang != "en" && lang != "de" {
		month = strings.ToLower(month)
	}
	out := ""
	switch {
	case o[4] != "": // month first
		out = month + " " + day
	default:
		if strings.HasSuffix(o[2], ".") {
			day += "."
		}
		if k := strings.IndexAny(o[3], " '’"); k > 0 && !strings.ContainsAny(month, " '’") { // "3 de octubre"
			month = o[3][:k+1] + month
		}
		out = day + " " + month
	}
	if m[1] != "" {
		out = m[1] + " " + out
		if strings.Contains(old, o[1]+",") {
			out = m[1] + ", " + out[len(m[1])+1:]
		} else if lang == "de" && strings.Contains(old, "den ") {
			out = m[1] + ", den " + out[len(m[1])+1:]
		}
	}
	year := firstOf(m[6], o[6])
	if year == "" {
		return out, nil
	}
	if k := strings.Index(old, o[6]); o[6] != "" && k > 0 { // with what stands between
		from := strings.LastIndex(old[:k], firstOf(o[3], o[5])) + len(firstOf(o[3], o[5]))
		return out + old[from:k] + year, nil
	}
	return out + " " + year, nil
}

// numberRE is a whole number.
var numberRE = pattern.New(`\d+`)

// ordinalDay ends the number of a day.
var ordinalDay = pattern.New(`(?:st|nd|rd|th|er|º|°|\.)$`)

func englishOrdinal(day string) string {
	n, err := strconv.Atoi(day)
	if err != nil {
		return day
	}
	end := "th"
	if n/10 != 1 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return day + end
}

// redate puts a day in the place of another wherever it is said or shown, and draws anew
// the figures that are made of it.
func (e *editor) redate(old, with string) (string, error) {
	var in []int
	for i := range e.b.Scenes {
		s := &e.b.Scenes[i]
		if !strings.Contains(sceneText(s), old) {
			continue
		}
		in = append(in, i)
		said := strings.ReplaceAll(s.Say, old, with)
		was := s.Say
		e.substitute([]int{i}, old, with)
		if s.Say = was; said != was {
			e.speak(s, said)
		}
	}
	if len(in) == 0 {
		return "", fmt.Errorf("%q stands there otherwise: write replace \"old\" with \"new\"", old)
	}
	return fmt.Sprintf("%s instead of %s in %s", with, old, inScenes(in)), nil
}
