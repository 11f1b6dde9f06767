package revise

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// aClock is a time of day.
var aClock = pattern.New(`(?i)\b\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?|uhr\b|o['’]clock\b|heures?\b|horas?\b|ore\b|uur\b)|\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?h(?:\s?\d{2})?\b|\b(?:noon|midday|midnight|mitternacht|mediodía|medianoche|midi|minuit)\b`)

// hourOf gives what is spoken of another time of day: "doors open at 7 pm now".
func (e *editor) hourOf(x edit.Edit) (string, error) {
	words := nameWords(x.Text)
	least, edge := e.shared(x, words, aClock), edgeIn(x.Source)
	var found []string
	for _, s := range e.b.Scenes {
		for _, t := range prose.SplitSentences(s.Say) {
			spans := spansIn(t)
			if len(spans) > 0 && edge == "" && sharedWords(t, words) >= max(1, least) {
				return "", fmt.Errorf("which of %q? Write replace \"old\" with \"new\"", telling.Clip(t, 60))
			}
			for _, at := range aClock.FindAllStringIndex(t, -1) {
				c := t[at[0]:at[1]]
				if slices.ContainsFunc(spans, func(s hours) bool { return strings.Contains(s.text, c) }) {
					continue
				}
				if !strings.Contains(c, ".m") {
					c = strings.TrimRight(c, ".")
				}
				if (least > 0 || len(words) == 0) && sharedWords(t, words) >= least && !slices.Contains(found, c) {
					found = append(found, c)
				}
			}
		}
	}
	if len(found) != 1 && edge != "" {
		return e.spanEdge(x.Text, edge, x.With)
	}
	switch {
	case len(found) == 0:
		if strings.TrimSpace(x.Text) == "" {
			return "", errors.New("the time of what? Write replace \"old\" with \"new\"")
		}
		return "", fmt.Errorf("no sentence gives %q a time of day: write replace \"old\" with \"new\"", strings.TrimSpace(x.Text))
	case len(found) > 1:
		return "", whichOf(found, x.With)
	case found[0] == x.With:
		return fmt.Sprintf("%s already is %s", x.Text, x.With), nil
	}
	return e.redate(found[0], x.With)
}

// clockAt is the one time of day whose hour alone is written: "9:00 am" of "9", "" = there
// is none, or more than one.
func (e *editor) clockAt(hour string) string {
	if !bareHour.MatchString(hour) {
		return ""
	}
	found := ""
	for _, s := range e.b.Scenes {
		for _, c := range aClock.FindAllString(s.Say, -1) {
			switch {
			case numberRE.FindString(c) != hour || found == c:
			case found != "":
				return ""
			default:
				found = c
			}
		}
	}
	return found
}

// halfDay ends a time of day that has one of twelve hours.
var halfDay = pattern.New(`(?i)\s?[ap]\.?m\b\.?$`)

// bareHour is a time of day without its minutes.
var bareHour = pattern.New(`^(?:[01]?\d|2[0-3])$`)

// clocked tells whether a sentence gives what is spoken of a time of day.
func (e *editor) clocked(topic []string) bool {
	return slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool {
		return slices.ContainsFunc(prose.SplitSentences(s.Say), func(t string) bool { return names(t, topic) && aClock.MatchString(t) })
	})
}

// hours are a time of the day from one hour to another, as they are written.
type hours struct {
	text             string
	lead             string // "from "
	from, until, sep string
}

const anHour = `\d{1,2}(?:[:.]\d{2}|h\d{2})?(?:\s?(?:[ap]\.?m\b\.?|uhr\b|h\b|heures?\b|horas?\b|ore\b|uur\b))?`

// hoursRE is a time from one hour to another. Groups: its lead, the first, what parts them, the second.
var hoursRE = pattern.New(`(?i)\b((?:from|between|von|zwischen|desde las|de las|de|des|das|dalle|van|tussen) )?(` + anHour + `)(\s?(?:–|-|—| to| till| until| and| bis| und| a las| a| y las| à| às| alle| tot| en)\s?)(` + anHour + `)`)

// spansIn are the times from one hour to another that a text gives.
func spansIn(s string) []hours {
	var out []hours
	for _, m := range hoursRE.FindAllStringSubmatch(s, -1) {
		if aClock.MatchString(m[0]) || bareHour.MatchString(m[2]) && bareHour.MatchString(m[4]) && (openDays.MatchString(s) || hoursWords.MatchString(s)) { // "open Tuesday to Sunday, 7 to 13"
			if !strings.HasSuffix(m[4], ".m.") { // it ends the sentence
				m[0], m[4] = strings.TrimSuffix(m[0], "."), strings.TrimSuffix(m[4], ".")
			}
			out = append(out, hours{m[0], m[1], m[2], m[4], m[3]})
		}
	}
	return out
}

// with gives hours another beginning or end, "" = as it is, in the unit that they have.
func (h hours) with(from, until string) string {
	like := func(now, was string) string {
		if now == "" {
			return was
		}
		if numberRE.FindString(now) == "" { // "midnight"
			return now
		}
		if unit := hourUnit.FindString(was); hourUnit.FindString(now) == "" {
			return now + unit
		}
		return now
	}
	return h.lead + like(from, h.from) + h.sep + like(until, h.until)
}

// hourUnit ends a time of day.
var hourUnit = pattern.New(`(?i)\s?(?:[ap]\.?m\b\.?|uhr|h|heures?|horas?|ore|uur)$`)

// The words for the beginning and for the end of what lasts some hours.
var (
	beginsRE = pattern.New(`(?i)\b(?:starts?|begins?|opens?|beginnt|startet|öffnet|empieza|comienza|abre|abren|abrimos|commence|débute|ouvre|ouvrons|inizia|comincia|apre|apriamo|começa|abrimos|begint|opent|open (?:at|from))\b`)
	endsRE   = pattern.New(`(?i)\b(?:ends?|closes?|shuts?|finish(?:es)?|endet|schließt|termina|acaba|cierra|cerramos|finit|termine|ferme|fermons|finisce|chiude|chiudiamo|fecha|eindigt|sluit|close (?:at|by))\b`)
)

// Words before the hour at which something ends, or begins.
var (
	untilRE = pattern.New(`(?i)\b(?:until|till|bis|hasta las?|jusqu['’]à|fino all[ae]|até às?|tot)\s+` + anHour)
	sinceRE = pattern.New(`(?i)(?:\b(?:from|ab|desde las?|dalle|a partire dalle|a partir das|vanaf)|à partir de)\s+` + anHour)
)

// isOpen says how something is, and not when that begins.
var isOpen = pattern.New(`(?i)\b(?:is|are|be|stays?) open\b`)

// edgeIn is which end of some hours an instruction speaks of, "" = none.
func edgeIn(s string) string {
	s = isOpen.ReplaceAllString(s, " ")
	switch {
	case untilRE.MatchString(s) && !sinceRE.MatchString(s):
		return "until"
	case sinceRE.MatchString(s) && !untilRE.MatchString(s):
		return "from"
	}
	switch begins, ends := beginsRE.MatchString(s), endsRE.MatchString(s); {
	case begins && !ends:
		return "from"
	case ends && !begins:
		return "until"
	}
	return ""
}

// hoursWords speak of the hours of a whole day.
var hoursWords = pattern.New(`(?i)(?:^|[^\p{L}])(?:hours|times?|opening|open|öffnungszeit\w*|zeiten|uhrzeit|geöffnet|horarios?|abiert[oa]|horaires?|ouverte?|orari[oa]?|apert[oaie]|aberto|openingstijden|uren)(?:[^\p{L}]|$)`)

// calledHours is a name of the hours of a day.
var calledHours = pattern.New(`(?i)^(?:\p{L}+ )?(?:(?:opening|office|business|working) (?:hours|times)|hours|öffnungszeiten|horarios?|horaires|orari|openingstijden)$`)

// hoursScene is the one scene that gives the hours which a name stands for, −1 = the name
// is none of hours, or there is no such scene, or more than one.
func (e *editor) hoursScene(name string) int {
	at := -1
	for i, s := range e.b.Scenes {
		if !calledHours.MatchString(name) || len(spansIn(s.Say)) == 0 {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// isSubject tells whether words name what the whole video is about.
func (e *editor) isSubject(words []string) bool {
	return names(e.b.Title, words) || len(e.b.Scenes) > 0 && names(sceneText(&e.b.Scenes[0]), words)
}

// theHours are the hours that the sentences with most of the words give.
func (e *editor) theHours(topic string) (hours, error) {
	words := slices.DeleteFunc(nameWords(topic), func(w string) bool { return edgeIn(w) != "" })
	plain := len(words) == 0 || hoursWords.MatchString(topic) || slices.ContainsFunc(words, func(w string) bool { return e.isSubject([]string{w}) })
	var found []hours
	most := 0
	for i, s := range e.b.Scenes {
		for _, t := range prose.SplitSentences(s.Say) {
			spans, n := spansIn(t), sharedWords(t, words)
			if days := openDays.FindString(topic); len(spans) == 0 || days != "" && !heard(t, days) || n < most || n == 0 && !plain || e.recaps(i) {
				continue
			}
			if n > most {
				found, most = nil, n
			}
			for _, h := range spans {
				if !slices.Contains(found, h) {
					found = append(found, h)
				}
			}
		}
	}
	switch len(found) {
	case 0:
		return hours{}, fmt.Errorf("no sentence gives a time from one hour to another: write replace \"old\" with \"new\"")
	case 1:
		return found[0], nil
	}
	texts := make([]string, len(found))
	for k, h := range found {
		texts[k] = h.text
	}
	return hours{}, whichOf(texts, "…")
}

// spanEdge lets what lasts some hours begin or end at another.
func (e *editor) spanEdge(topic, edge, with string) (string, error) {
	h, err := e.theHours(topic)
	if err != nil {
		return "", err
	}
	if edge == "from" {
		return e.redate(h.text, h.with(with, ""))
	}
	return e.redate(h.text, h.with("", with))
}

// hoursGist lets what lasts some hours begin or end at another: "we close at 19 now".
func (e *editor) hoursGist(g gist) (string, error) {
	edge, vals := edgeIn(g.text), e.valuesIn(g.text)
	vals = slices.DeleteFunc(vals, func(v value) bool { return v.kind == "weekday" })
	if edge == "" || len(vals) != 1 || g.also || vals[0].kind != "clock" && !bareHour.MatchString(vals[0].text) {
		return "", errOther
	}
	if day := openDays.FindString(g.text); day != "" {
		if done, err := e.hourOnDay(day, edge, vals[0].text); !errors.Is(err, errOther) {
			return done, err
		}
	}
	topic := endsRE.ReplaceAllString(beginsRE.ReplaceAllString(g.text[:vals[0].from]+g.text[vals[0].to:], " "), " ")
	if done, err := e.spanEdge(topic, edge, vals[0].text); err == nil {
		return done, nil
	}
	return "", errOther
}

// hourOnDay gives the one time of day that stands behind a day of the week another: "sonntags
// bis 12 Uhr" beside the hours of all other days. errOther = no sentence names the day.
func (e *editor) hourOnDay(day, edge, with string) (string, error) {
	for _, u := range e.units() {
		for _, at := range openDays.FindAllStringIndex(u.text, -1) {
			if !strings.EqualFold(dayStem(u.text[at[0]:at[1]]), dayStem(day)) {
				continue
			}
			zone := u.text[at[0]:]
			if next := openDays.FindStringIndex(zone[at[1]-at[0]:]); next != nil {
				zone = zone[:at[1]-at[0]+next[0]]
			}
			if next := strings.IndexAny(zone, ",;"); next > 0 {
				zone = zone[:next]
			}
			zone = strings.TrimRight(prose.Unstop(zone), " ")
			if spans := spansIn(zone); len(spans) == 1 {
				h, now := spans[0], ""
				if edge == "from" {
					now = h.with(with, "")
				} else {
					now = h.with("", with)
				}
				return e.redate(zone, strings.Replace(zone, h.text, now, 1))
			}
			clocks := aClock.FindAllString(zone, -1)
			if len(clocks) != 1 {
				return "", askAbout(u)
			}
			if unit := hourUnit.FindString(clocks[0]); hourUnit.FindString(with) == "" {
				with += unit
			}
			return e.redate(zone, strings.Replace(zone, clocks[0], with, 1))
		}
	}
	return "", errOther
}

// dayStem is a day of the week without what a plural or an adverb adds: "sonntags".
func dayStem(day string) string { return strings.TrimSuffix(strings.ToLower(day), "s") }

// hoursOf gives what is spoken of other hours: "we are open from 10 to 20".
func (e *editor) hoursOf(topic string, now hours) (string, error) {
	h, err := e.theHours(topic)
	if err != nil {
		return "", err
	}
	return e.redate(h.text, h.with(now.from, now.until))
}

// spanGist gives what lasts some hours others, of which it denies the old: "it's from 11 to 5,
// not from 10". errOther = it denies none, or not the ones that the video gives.
func (e *editor) spanGist(g gist) (string, error) {
	if f := edgeTime.FindStringSubmatch(g.text); f != nil {
		edge := "until"
		if low := strings.ToLower(f[1]); strings.HasPrefix(low, "open") || strings.HasPrefix(low, "start") {
			edge = "from"
		}
		if done, err := e.spanEdge("", edge, f[2]); err == nil {
			return done, nil
		}
	}
	if f := hoursLabel.FindStringSubmatch(g.text); f != nil && calledHours.MatchString(f[1]) {
		if now := hoursRE.FindStringSubmatch(f[2]); now != nil && now[0] == f[2] {
			return e.hoursOf("", hours{from: now[2], until: now[4]})
		}
	}
	no := deniedHour.FindStringSubmatchIndex(g.text)
	if no == nil {
		return "", errOther
	}
	rest := g.text[:no[0]] + g.text[no[1]:]
	if edge := edgeIn(rest); edge != "" && hoursRE.FindString(rest) == "" { // "open until 6, not until 5"
		return e.edgeGist(rest, edge, g.text[no[2]:no[3]])
	}
	now := hoursRE.FindAllStringSubmatch(rest, -1)
	if len(now) != 1 || bareHour.MatchString(now[0][2]) != bareHour.MatchString(now[0][4]) && halfDay.FindString(now[0][4]) == "" {
		return "", errOther
	}
	h, err := e.theHours(strings.Replace(rest, now[0][0], " ", 1))
	if err != nil {
		return "", errOther
	}
	was := g.text[no[2]:no[3]]
	if same := func(a, b string) bool { return numberRE.FindString(a) == numberRE.FindString(b) }; !same(was, h.from) && !same(was, h.until) {
		return "", errOther
	}
	return e.redate(h.text, h.with(now[0][2], now[0][4]))
}

// deniedHour is an hour that is so no longer, perhaps with the one until which that was.
// Group: the first.
var deniedHour = pattern.New(`(?i),? (?:and )?(?:not|instead of|rather than|no longer|nicht|statt|nicht mehr) (?:from |until |till |at |von |bis |ab |um )?(` + anHour + `)(?:\s?(?:–|-|to|until|till|bis)\s?` + anHour + `)?`)

// edgeGist gives one end of what lasts some hours another hour, where it is the one denied.
func (e *editor) edgeGist(text, edge, was string) (string, error) {
	clock := edgeHour.FindString(text)
	h, err := e.theHours(strings.Replace(text, clock, " ", 1))
	if err != nil || clock == "" {
		return "", errOther
	}
	old, from, until := h.from, clock, ""
	if edge == "until" {
		old, from, until = h.until, "", clock
	}
	if numberRE.FindString(old) != numberRE.FindString(was) {
		return "", errOther
	}
	return e.redate(h.text, h.with(from, until))
}

// edgeHour is the hour that an instruction names.
var edgeHour = pattern.New(`(?i)\b` + anHour)

var (
	// edgeTime gives one end of some hours by name: "change the closing time to midnight".
	// Groups: which end, the hour.
	edgeTime = pattern.New(`(?i)^(?:(?:change|set|move|make|put) )?(?:the )?(closing|opening|start|starting|end|ending|finish|finishing) (?:time|hour)(?: (?:is|should be|must be|moves to|moved to|to|at)|:)(?: now)? (` + anHour + `|midnight|noon)$`)
	// hoursLabel gives the hours of a day behind a word for them. Groups: the word, the hours.
	hoursLabel = pattern.New(`(?i)^((?:\p{L}+ )?\p{L}+)(?::| are| sind)(?: now| jetzt)? (.+)$`)
)
