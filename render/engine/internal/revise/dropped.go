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

// dropGist takes out what an instruction says is to go: "the boss said we should skip the
// towel", "the elevator got fixed, take it out". All else that it says must be a remark.
func (e *editor) dropGist(g gist) (string, error) {
	m := g.manner
	var done, did []string
	asked := e.units()
	for k, c := range g.clauses {
		what, loose := "", false
		switch {
		case m.it.MatchString(c):
			if k == 0 {
				return "", errOther
			}
			what, loose = g.clauses[k-1], true
		default:
			if f := m.drop.FindStringSubmatch(c); f != nil {
				what = f[1]
			} else if f := m.dropped.FindStringSubmatch(c); f != nil {
				what = f[1]
			}
		}
		if f := keepsRE.FindStringSubmatch(c); what == "" && f != nil && len(done) > 0 { // "… but keep the paperback"
			u, ok := e.aboutUnit(m, f[1])
			if !ok {
				return "", fmt.Errorf("nothing that stays speaks of %q, and an edit is carried out whole or not at all", f[1])
			}
			done, did = append(done, fmt.Sprintf("scene %d still says %q", u.scene+1, telling.Clip(u.text, 60))), append(did, c)
			continue
		}
		if what == "" {
			continue
		}
		d, err := e.dropNamed(m, what, loose)
		if err != nil {
			return "", err
		}
		done, did = append(done, d), append(did, c)
	}
	left := e.units()
	gone := slices.DeleteFunc(slices.Clone(asked), func(u unit) bool {
		return slices.ContainsFunc(left, func(v unit) bool { return v.text == u.text })
	})
	switch {
	case len(done) == 0, len(done) > 1 && len(done) < len(g.clauses):
		return "", errOther
	case len(g.clauses) > 1 && g.instead:
		return "", fmt.Errorf("it takes something out and puts something else in: write replace \"old\" with \"new\"")
	}
	return strings.Join(done, "; "), g.whole(did, asked, gone)
}

// keepsRE keeps something beside what goes. Group: what.
var keepsRE = pattern.New(`(?i)^(?:but |und |aber )?(?:please |bitte )?(?:keep|leave|behalte?|lass) (.+?)(?: in| drin| there)?$`)

// changesValue is a verb of taking out with the value that something gets: "drop the price
// to $20".
var changesValue = pattern.New(`(?i)(?:^|\s)(?:to|auf|à|a|para|tot|naar|by|um)\s+[€$£]?\d`)

// dropNamed takes out what words stand for. Where they are loose, what else they say need
// not be in the video.
func (e *editor) dropNamed(m *manner, what string, loose bool) (string, error) {
	if changesValue.MatchString(what) || strings.ContainsAny(what, `"“„«`) {
		return "", errOther
	}
	if contactRE.MatchString(what) {
		if done, err := e.dropContact(what); !errors.Is(err, errOther) {
			return done, err
		}
	}
	what = whereItIs.ReplaceAllString(what, "")
	words := m.topic(what)
	if len(words) == 0 {
		return "", errOther
	}
	best, strange := e.speaking(words)
	if slices.ContainsFunc(strange, priceTopic.MatchString) { // "the price of the room"
		best = slices.DeleteFunc(best, func(u unit) bool { return !moneyRE.MatchString(u.text) })
	}
	known := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(strange, w) })
	strange = slices.DeleteFunc(strange, func(w string) bool {
		return unitAfter(what, w) || len(best) == 1 && priceTopic.MatchString(w) && moneyRE.MatchString(best[0].text)
	})
	switch {
	case len(best) == 0:
		return "", errOther
	case len(strange) > 0 && !loose:
		return "", fmt.Errorf("the video says nothing of %q", strings.Join(strange, " "))
	case !loose && !names(best[0].all(), known):
		return "", fmt.Errorf("no one sentence speaks of all of %q: say it with the scene's number", what)
	case len(best) > 1:
		return "", whichUnit(best)
	}
	if len(listSep.Split(what, -1)) > 1 && !loose { // "horn and forks"
		if done, err := e.removeNamed(edit.Edit{Text: what}); err == nil {
			return done, nil
		}
	}
	u := best[0]
	if asksWhat.MatchString(what) { // "how much it weighs" is all of "It weighs 280 grams."
		return e.dropLine(u)
	}
	if m.scenes.MatchString(what) {
		return e.dropScene(u.scene)
	}
	of := someWords
	switch {
	case ownPieceRE.MatchString(what):
		of = allOfIt
	case loose || pieceLead.MatchString(what) || slices.ContainsFunc(wordRE.FindAllString(what, -1), m.pieces.MatchString):
		of = aPiece
	}
	return e.dropWithin(m, u, known, of)
}

// pieceLead leads what a piece of what is said is about: "das mit dem Kuchen".
var pieceLead = pattern.New(`(?i)^(?:das|den|die) (?:mit|über|zu|von) (?:dem|der|den|die|das)? ?`)

// whereItIs says where what goes stands.
var whereItIs = pattern.New(`(?i)(?: that is| which is)? (?:at the (?:very )?(?:end|start|beginning)|am (?:ende|anfang)|al final|à la fin)$`)

// extent is how much an instruction says is to go.
type extent int

const (
	someWords extent = iota // what words stand for
	aPiece                  // a piece of what is said
	allOfIt                 // all that is said about something
)

// ownPieceRE is a piece of what is said, by what all of it is about.
var ownPieceRE = pattern.New(`(?i)^(?:the |that |this )?(?:part|bit|sentence|line|passage) (?:about|on|with|where)|^(?:den |diesen )?(?:teil|satz|stelle) (?:über|mit|zu)`)

// unitAfter tells whether a word stands behind a number: it may be written in another way
// than the video writes it.
func unitAfter(s, word string) bool {
	ws := wordRE.FindAllString(strings.ToLower(s), -1)
	k := slices.Index(ws, word)
	return k > 0 && telling.DigitsRE.MatchString(ws[k-1])
}

// dropScene takes a scene out.
func (e *editor) dropScene(i int) (string, error) {
	defer e.asItStands()()
	gone := e.b.Scenes[i].Say
	refs := sceneAt(i)
	if e.twin(i) { // which shows nothing but its words
		refs = append(refs, sceneAt(i+1)...)
	}
	done, err := e.remove(edit.Edit{Scenes: refs})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s: %q", done, telling.Clip(gone, 60)), nil
}

// dropWithin takes out of a sentence what words stand for: an item of a list, a member of
// what the sentence lists, one of its clauses, or all of it.
func (e *editor) dropWithin(m *manner, u unit, words []string, of extent) (string, error) {
	defer e.asItStands()()
	s := &e.b.Scenes[u.scene]
	if showsList(*s) {
		if k := fullest(len(s.Items), words, func(k int) string { return s.Items[k].Title }); k >= 0 && !onlyVerb(s.Items[k].Title, words) {
			gone := s.Items[k].Title
			done, err := e.removeItem(edit.Edit{Scenes: sceneAt(u.scene), Items: []edit.Line{{Number: k + 1}}})
			if err != nil {
				return "", err
			}
			return done + e.forget(gone), nil
		}
		if u.sentence == 0 && names(s.Headline, words) {
			return e.dropScene(u.scene)
		}
	}
	if l, ok := listingOf(u.text, e.b.Language); ok && l.parallel(e.b.Language) && (l.lead != "" || len(l.members) > 2) {
		if k := fullest(len(l.members), words, func(k int) string { return l.members[k] }); k >= 0 && prose.Words(l.members[k]) <= maxMember && (k > 0 || l.lead != "") {
			gone := l.members[k]
			say, err := e.shorter(l, map[int]bool{k: true})
			if err != nil {
				return "", fmt.Errorf("scene %d: %w", u.scene+1, err)
			}
			return e.resay(u.scene, u.sentence, say) + e.forget(gone), nil
		}
	}
	if rest := withoutChoice(u.text, words); rest != "" {
		return e.resay(u.scene, u.sentence, rest), nil
	}
	if rest, gone := withoutClause(u.text, words, e.b.Language, m); rest != "" {
		return e.resay(u.scene, u.sentence, rest) + e.forget(gone), nil
	}
	if rest := withoutTail(u.text, words, e.b.Language, false); rest != "" {
		return e.resay(u.scene, u.sentence, rest), nil
	}
	if rest := slices.DeleteFunc(m.topic(u.text), func(w string) bool {
		return telling.DigitsRE.MatchString(w) || names(strings.Join(words, " "), []string{w})
	}); (len(rest) <= 1 || of != someWords && len(rest) == 2) && prose.Words(u.text) < 7 && heard(u.text, strings.Join(words, " ")) { // it says nothing else
		return e.dropLine(u)
	}
	if !e.isOf(u, words) && of != allOfIt && (of == someWords || len(e.valuesIn(u.text)) > 0 && !telling.DigitsRE.MatchString(strings.Join(words, " "))) { // it says more, a number perhaps
		return "", askAbout(u)
	}
	if halves := andRE.Split(prose.Unstop(u.text), -1); of == aPiece && len(halves) == 2 && names(halves[0], words) != names(halves[1], words) && len(m.topic(halves[0])) > 1 && len(m.topic(halves[1])) > 1 { // it tells two things
		return "", askAbout(u)
	}
	if s.Kind == scene.Quote && !names(s.Headline, words) { // who says it, and not what
		return "", askAbout(u)
	}
	return e.dropLine(u)
}

// andRE joins two things that a sentence tells.
var andRE = pattern.New(` (?:and|und|y|et|e|en) `)

// asksWhat begins what a whole sentence answers.
var asksWhat = pattern.New(`(?i)^(?:how (?:much|many|long|far|often|big|heavy|fast|old)|what|when|where|who|wie (?:viel|viele|lange|weit|oft|schwer|groß)|was|wann|wo|wer|cuánt[oa]s?|cuándo|dónde|combien|quand|où) `)

// dropLine takes a whole sentence out, and its scene where nothing else is said there.
func (e *editor) dropLine(u unit) (string, error) {
	defer e.asItStands()()
	if len(prose.SplitSentences(e.b.Scenes[u.scene].Say)) == 1 {
		return e.dropScene(u.scene)
	}
	done, err := e.removeLine(edit.Edit{Scenes: sceneAt(u.scene), Line: &edit.Line{Number: u.sentence + 1}})
	if err != nil {
		return "", err
	}
	return done + e.forget(u.text), nil
}

// isOf tells whether a sentence is about what words name, so that it goes with them: they
// are what it begins with, behind an article, or several of them. What lists more is about
// more.
func (e *editor) isOf(u unit, words []string) bool {
	if _, lists := listingOf(u.text, e.b.Language); lists {
		return false
	}
	f := wordRE.FindAllString(strings.ToLower(u.text), -1)
	for k := 0; k < min(2, len(f)); k++ {
		if slices.ContainsFunc(words, func(w string) bool { return sameWord(w, f[k]) }) && (k == 0 || isDeterminer(f[0], e.b.Language) || articles[f[0]]) {
			return true
		}
	}
	return len(words) > 1
}

// contactRE is a way to reach somebody, by its kind.
var contactRE = pattern.New(`(?i)^(?:the |our |die |das |el |la |le |il |o |nuestro )?(?:(phone|telephone|mobile|telefon|teléfono|téléphone|telefono|telefone|número de teléfono|numéro de téléphone)(?:[ -]?(?:number|nummer))?|(e-?mail)(?:[ -]?ad(?:d)?ress[e]?)?)$`)

// dropContact takes a phone number or an e-mail address out of the one sentence that has it
// beside something else. errOther = none has, or more than one.
func (e *editor) dropContact(what string) (string, error) {
	find := telling.PhoneNumber.FindString
	if contactRE.FindStringSubmatch(what)[2] != "" {
		find = prose.Mail
	}
	var in []unit
	for _, u := range e.units() {
		if find(u.text) != "" {
			in = append(in, u)
		}
	}
	if len(in) != 1 {
		return "", errOther
	}
	u := in[0]
	contact := find(u.text)
	at := strings.Index(u.text, contact)
	if more := digitsBefore.FindString(u.text[:at]); more != "" { // groups of a number in front
		at, contact = at-len(more), more+contact
	}
	lead := contactLead.FindString(u.text[:at])
	rest := strings.TrimRight(u.text[:at-len(lead)], " ,;:") + u.text[at+len(contact):]
	if lead == "" || prose.Words(rest) < 3 || at == len(lead) {
		return "", askAbout(u)
	}
	s := &e.b.Scenes[u.scene]
	done := e.resay(u.scene, u.sentence, prose.Upper(strings.Join(strings.Fields(lostSpace.ReplaceAllString(rest, "$1")), " ")))
	for _, f := range []*string{&s.Note, &s.Subtitle, &s.URL, &s.Action} {
		if strings.Contains(*f, contact) {
			*f = ""
		}
	}
	return done, nil
}

// digitsBefore are groups of digits.
var digitsBefore = pattern.New(`(?:\d+[ /-])+$`)

// contactLead joins a way to reach somebody to what stands before it.
var contactLead = pattern.New(`(?i)(?:,? (?:or|and|oder|und|o|u|ou|y|et|e))?(?: (?:call|phone|ring|dial|text|write to|e-?mail|mail|ruf\w*|schreib\w*)(?: us| me| uns)?(?: (?:at|on|to|unter|an))?| (?:at|on|by phone at|unter|en el|al|au|allo|no|tel\.?):?)? $`)

// aChoice is one of two ways that a sentence ends with: "in the App Store or on Google Play".
// Groups: what stands before, the one, the other.
var aChoice = pattern.New(`(?i)^(.+?)((?: (?:in|on|at|via|by|from|with|im|am|bei|auf|über|per) (?:(?:the|our|your|der|dem|den) )?\S+(?: \S+){0,2}?)),? (?:or|oder) ((?:(?:in|on|at|via|by|from|with|im|am|bei|auf|über|per) )?\S+(?: \S+){0,3})$`)

// withoutChoice is a sentence without the one of its two ways that has all of some words, "" =
// neither has, or both.
func withoutChoice(sentence string, words []string) string {
	body := prose.Unstop(sentence)
	f := aChoice.FindStringSubmatch(body)
	if f == nil {
		return ""
	}
	one, other := names(f[2], words), names(f[3], words)
	stop := sentence[len(body):]
	switch {
	case one == other:
		return ""
	case other:
		return f[1] + f[2] + stop
	case slices.ContainsFunc(strings.Fields("in on at via by from with im am bei auf über per"), func(w string) bool { return strings.HasPrefix(strings.ToLower(f[3]), w+" ") }):
		return f[1] + " " + f[3] + stop
	}
	return ""
}
