package revise

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// dueBy is what a day ends that somebody calls a deadline.
var dueBy = pattern.New(`(?i)\b(?:by|until|till|before|no later than|due|closes?|ends?|bis|spätestens|endet|hasta|antes del?|jusqu['’]au|avant le|fino al?|entro|até|tot|uiterlijk)\b[^.!?]*$`)

// deadlines are the words for such a day.
var deadlines = pattern.New(`(?i)^(?:deadline|due|cutoff|frist|stichtag|abgabetermin|anmeldeschluss|einsendeschluss|plazo|límite|échéance|limite|scadenza|prazo)$`)

// dateOf gives what is spoken of another day: "the launch is on July 15". The day is
// written as the video writes days, with the year that it had.
func (e *editor) dateOf(x edit.Edit) (string, error) {
	m := telling.ADay.FindStringSubmatch(x.With)
	words := nameWords(x.Text)
	due := slices.ContainsFunc(words, func(w string) bool { return deadlines.MatchString(w) }) || x.Has("restated") && dueBy.MatchString(x.Text)
	least := e.shared(x, words, telling.ADay)
	var found, ends []string
	for _, s := range e.b.Scenes {
		for _, t := range prose.SplitSentences(s.Say) {
			for _, at := range telling.ADay.FindAllStringIndex(t, -1) {
				d, ending := strings.TrimRight(t[at[0]:at[1]], "."), dueBy.MatchString(t[:at[0]])
				switch {
				case len(words) > 0 && (least == 0 || sharedWords(t, words) < least) && !(due && ending):
				case ending && !due && len(words) > 0: // "paid by 2 May" is not when the trip is
					if !slices.Contains(ends, d) {
						ends = append(ends, d)
					}
				case !slices.Contains(found, d):
					found = append(found, d)
				}
			}
		}
	}
	if len(found) == 0 && calledDate.MatchString(x.Text) { // "the release date" of the one day that there is
		for _, s := range e.b.Scenes {
			for _, d := range telling.ADay.FindAllString(s.Say, -1) {
				if d = strings.TrimRight(d, "."); !slices.Contains(found, d) {
					found = append(found, d)
				}
			}
		}
	}
	if len(found) == 0 { // not all of its words are said there: "the review was postponed"
		found = e.likelyDays(words)
	}
	if len(found) == 0 && len(ends) > 0 {
		found = append(ends, e.otherDays(ends)...)
	}
	switch {
	case len(found) == 0:
		if strings.TrimSpace(x.Text) == "" {
			return "", errors.New("the day of what? Write replace \"old\" with \"new\"")
		}
		return "", fmt.Errorf("no sentence gives %q a day: write replace \"old\" with \"new\"", x.Text)
	case len(found) > 1:
		return "", whichOf(found, x.With)
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

// otherDays are the days of the video by which nothing is due, and that are not among some.
func (e *editor) otherDays(but []string) []string {
	var out []string
	for _, s := range e.b.Scenes {
		for _, at := range telling.ADay.FindAllStringIndex(s.Say, -1) {
			d := strings.TrimRight(s.Say[at[0]:at[1]], ".")
			if !dueBy.MatchString(s.Say[:at[0]]) && !slices.Contains(but, d) && !slices.Contains(out, d) {
				out = append(out, d)
			}
		}
	}
	return out
}

// likelyDays are the days of the sentences that say half of the words or more, or all days of
// a video that is about them, but none by which something is due.
func (e *editor) likelyDays(words []string) []string {
	var found []string
	subject := e.isSubject(words)
	for _, s := range e.b.Scenes {
		for _, t := range prose.SplitSentences(s.Say) {
			if n := sharedWords(t, words); !subject && (n == 0 || 2*n < len(words)) {
				continue
			}
			for _, at := range telling.ADay.FindAllStringIndex(t, -1) {
				if d := strings.TrimRight(t[at[0]:at[1]], "."); !slices.Contains(found, d) && !dueBy.MatchString(t[:at[0]]) {
					found = append(found, d)
				}
			}
		}
	}
	return found
}

// calledDate is a name that says that what it names is a day.
var calledDate = pattern.New(`(?i)(?:\b(?:dates?|day|data|fecha|datum)|termin|tag)$`)

// shared is how many of the words of what has a value a sentence must have to speak of it:
// all of them, or of a statement as many as the likeliest sentence with such a value has.
func (e *editor) shared(x edit.Edit, words []string, value *pattern.Pattern) int {
	if !x.Has("restated") {
		return len(words)
	}
	most := 0
	for _, s := range e.b.Scenes {
		for _, t := range prose.SplitSentences(s.Say) {
			if value.MatchString(t) {
				most = max(most, sharedWords(t, words))
			}
		}
	}
	return most
}

// sharedWords counts the words that a text has in one form or another.
func sharedWords(text string, words []string) int {
	n := 0
	for _, w := range words {
		if names(text, []string{w}) {
			n++
		}
	}
	return n
}

// likeDay writes a day in the order of another, with the other's year where it has none.
func likeDay(old string, m []string, lang string) (string, error) {
	o := telling.ADay.FindStringSubmatch(old)
	if o == nil || m == nil {
		return "", fmt.Errorf("%q is no day that can be put in the place of another: write replace \"old\" with \"new\"", old)
	}
	if len(numberRE.FindAllString(cmp.Or(o[2], o[5]), -1)) != len(numberRE.FindAllString(cmp.Or(m[2], m[5]), -1)) {
		return "", fmt.Errorf("%q are several days: write replace %q with \"…\"", old, old)
	}
	day, month := strings.TrimRight(cmp.Or(m[2], m[5]), "."), strings.TrimSpace(cmp.Or(m[3], m[4]))
	day, bare := ordinalDay.ReplaceAllString(day, ""), ordinalDay.ReplaceAllString(cmp.Or(o[2], o[5]), "")
	if strings.TrimRight(cmp.Or(o[2], o[5]), ".") != bare && lang == "en" { // "June 3rd"
		day = englishOrdinal(day)
	}
	month = prose.Upper(ofMonth.ReplaceAllString(month, ""))
	if lang != "en" && lang != "de" {
		month = strings.ToLower(month)
	}
	if day == "1" && lang == "fr" { // the only day of a month that French counts
		day = "1er"
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
	year := cmp.Or(m[6], o[6])
	if year == "" {
		return out, nil
	}
	if k := strings.Index(old, o[6]); o[6] != "" && k > 0 { // with what stands between
		from := strings.LastIndex(old[:k], cmp.Or(o[3], o[5])) + len(cmp.Or(o[3], o[5]))
		return out + old[from:k] + year, nil
	}
	return out + " " + year, nil
}

// ofMonth stands before the month of a day: "the 30th of September".
var ofMonth = pattern.New(`(?i)^(?:of |de |d['’])`)

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
		if figureDay(s, old, with) {
			in = append(in, i)
			continue
		}
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

// dayAnd gives what is spoken of another day, and another time of day where one stands
// beside it: "14 March at 10:00 am".
func (e *editor) dayAnd(x edit.Edit, day string) (string, error) {
	rest := strings.Trim(besideDay.ReplaceAllString(strings.Replace(x.With, day, " ", 1), " "), " ,.")
	x.With = day
	if rest == "" {
		return e.dateOf(x)
	}
	if m := lastNumber.FindStringSubmatch(" " + rest); m != nil { // "10. März in Raum 14"
		if words := nameWords(m[1]); len(words) == 1 {
			done, err := e.dateOf(x)
			if err != nil {
				return "", err
			}
			more, err := e.valueOf(edit.Edit{Text: words[0], With: m[2]})
			return done + "; " + more, err
		}
	}
	hour := aClock.FindString(rest)
	if hour == "" && !telling.DigitsRE.MatchString(rest) { // "is free until 15 October"
		return e.dateOf(edit.Edit{Text: x.Text + " " + rest, With: day, Values: map[string]string{"restated": ""}})
	}
	if strings.Trim(strings.Replace(rest, hour, "", 1), " ,.") != "" || hour == "" {
		return "", fmt.Errorf("%q is no day and no time of day: write replace \"old\" with \"new\"", rest)
	}
	done, err := e.dateOf(x)
	if err != nil {
		return "", err
	}
	x.With = hour
	more, err := e.hourOf(x)
	return done + "; " + more, err
}

// besideDay joins a day and a time of day.
var besideDay = pattern.New(`(?i)(?:^|\s|,)(?:at|um|à|a las|alle|às|om)\s`)

// figureDay gives a scene that shows a day as its figure, and says nothing, another one.
func figureDay(s *scene.Scene, old, with string) bool {
	was, is := dayParts.FindStringSubmatch(old), dayParts.FindStringSubmatch(with)
	if s.Say != "" || s.Figure == nil || !s.Figure.Still || was == nil || is == nil || strings.TrimSuffix(s.Figure.Text, ".") != was[1] || s.Figure.Suffix != was[2] {
		return false
	}
	stop := strings.TrimPrefix(s.Figure.Text, was[1]) // "5." in German
	s.Figure.Text, s.Figure.Suffix, s.Figure.Cue = is[1]+stop, is[2], ""
	return true
}

// dayParts is a day as figures show it. Groups: its number, its month.
var dayParts = pattern.New(`^(\d{1,2})\.? (\p{L}+)$`)
