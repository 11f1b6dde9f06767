package script

import (
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// brandKey is a name that only a manifest would write so.
var brandKey = pattern.New(`^[a-z0-9][a-z0-9._-]*$`)

func (w *writer) brandName() string {
	if w.r.Spec.Brand != nil && w.r.Spec.Brand.Name != "" {
		n := w.r.Spec.Brand.Name
		for _, s := range []string{w.Brief.Subject, w.Brief.Company} {
			if strings.EqualFold(s, n) || strings.HasPrefix(strings.ToLower(s), strings.ToLower(n)+" ") {
				return s
			}
		}
		if !brandKey.MatchString(n) {
			return n
		}
		// The manifest's key for the brand is a name when the prompt writes it as one.
		if at := pattern.New(`(?i)(?:^|[^\p{L}\d./@-])(` + regexp.QuoteMeta(n) + `)(?:[^\p{L}\d./@-]|$)`).FindStringSubmatch(w.r.Spec.PositivePrompt); at != nil && at[1] != strings.ToLower(n) {
			return at[1]
		}
	}
	if w.Brief.Company != "" {
		return w.Brief.Company
	}
	if first, _, _ := strings.Cut(w.Brief.Subject, " "); prose.Words(w.Brief.Subject) <= 2 && (phrase.GenderOfName(first) != "" || telling.WhoseFirst.MatchString(w.Brief.About)) && (jobTitle.MatchString(w.Brief.About) || strings.HasPrefix(w.Brief.About, "who ")) {
		return "" // "our new CFO, Marta Lindqvist" is a person
	}
	if _, at, ok := strings.Cut(w.Brief.Presenter.Role, " at "); ok && tongue.IsName(at) {
		return at
	}
	if w.Brief.Purpose == brief.Outreach {
		if r := w.Brief.Presenter.Role; tongue.IsName(r) && prose.Words(r) <= 2 && !jobTitle.MatchString(r) {
			return r // "From: Lea Brandt, Routly"
		}
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(w.Brief.Subject); r > 0x2ff { // a script without capitals
		if qs := telling.QuotedIn(w.Brief.Subject); len(qs) == 1 {
			return qs[0]
		}
		if prose.Words(w.Brief.Subject) > 2 {
			return ""
		}
	}
	if versionRE.MatchString(w.Brief.Subject) {
		return ""
	}
	if tongue.IsName(w.Brief.Subject) && utf8.RuneCountInString(w.Brief.Subject) <= 28 {
		return w.Wording.HeadArticle.ReplaceAllString(w.Brief.Subject, "")
	}
	return ""
}

// jobTitle is what somebody does, and no firm.
var jobTitle = pattern.New(`(?i)\b(?:executive|manager|director|officer|representative|consultant|engineer|founder|co-founder|ceo|cfo|cto|owner|partner|specialist|advisor|sales|lead|colleague|teammate|apprentice|trainee|intern|vertrieb|leiter(?:in)?|geschäftsführer(?:in)?)$|\b(?:head|director|manager|chief|vice president|lead) of \p{L}`)

var versionRE = pattern.New(`(?i)^v?\d+(?:\.\d+)*$`)

// wholeTitle is how long a sentence may be, in characters, to stand whole on a card, where
// no rule knows how to shorten it.
const wholeTitle = 76

// title makes the opening card: the idea as its headline, not the spoken sentence.
func (w *writer) title(bt *telling.Beat) {
	b := w.Brief
	hadHead := bt.Headline
	if hadHead == w.Wording.NumbersHead {
		hadHead = "" // it heads figures, and no video
	}
	bt.Kind = scene.Title
	bt.Overlay = nil
	bt.Figure, bt.Items, bt.Label, bt.Subtitle, bt.Series, bt.Columns = nil, nil, "", "", nil, nil
	about := prose.Upper(w.Wording.Noun(b.About))
	if r := prose.Upper(w.Wording.Named(b.About)); b.About != "" && utf8.RuneCountInString(r) <= 40 {
		about = r
	}
	fit := func(s string) bool { return s != "" && utf8.RuneCountInString(s) <= 40 }
	subject := prose.Upper(w.Wording.Named(b.Subject))
	switch {
	case w.Wording == tongue.Wordless && b.Title != "" && utf8.RuneCountInString(b.Title) <= 46+telling.Longer:
		bt.Headline = b.Title // where its words may be cut is not known
	case bt.Struck && len(bt.Words) > 0:
		bt.Headline = prose.Upper(w.Headline(bt.Words[0], 40))
		if fit(subject) && !tongue.IsName(b.Subject) { // the logo says a name
			bt.Subtitle = subject
		}
	case fit(b.Title):
		bt.Headline = b.Title
		if fit(about) {
			bt.Subtitle = about
		}
	case b.Announced && b.Title != "" && w.Wording.Code != "en" && utf8.RuneCountInString(b.Title) <= wholeTitle:
		bt.Headline = b.Title // the clause that the video announces
	case hadHead != "" && (b.Subject == "" || bt.Opener):
		bt.Headline = hadHead
		if fit(about) {
			bt.Subtitle = about
		}
	case len(bt.Words) == 0 && hadHead != "":
		bt.Headline = hadHead
	case fit(subject) && about == "" && strings.EqualFold(subject, w.brandName()) && !bt.Opener && len(bt.Words) > 0:
		bt.Headline = w.Headline(bt.Words[0], 40) // the logo already says the name
	case fit(about) && fit(subject) && prose.Words(about) <= 3: // "our restaurant" says less than its name
		bt.Headline, bt.Subtitle = subject, about
	case w.Wording.Code != "en" && fit(subject) && about != "" && utf8.RuneCountInString(about) <= 56 && !tongue.UpperFirst(b.Subject) && tongue.UpperFirst(telling.LastWord(subject)):
		bt.Headline, bt.Subtitle = subject, about // "Zapatillas Brisa", and what they are
	case fit(about) && subject != "":
		bt.Headline, bt.Subtitle = about, w.Wording.Fill(strings.TrimSuffix(w.Wording.Meet, "."), subject)
	case fit(subject):
		bt.Headline = subject
		if b.About != "" {
			bt.Subtitle = telling.Clip(prose.Upper(w.Wording.Named(b.About)), 56)
		} else if hadHead != "" && !strings.EqualFold(hadHead, subject) {
			bt.Subtitle = hadHead
		}
	case w.Wording.Code != "en" && bt.Opener && b.Purpose == brief.Event && utf8.RuneCountInString(subject) > 46+telling.Longer && telling.FirstWord(telling.QuotedIn(subject)) != "":
		bt.Headline = prose.Upper(telling.FirstWord(telling.QuotedIn(subject))) // the name of an exhibition says more than half of the invitation
	case w.Wording.Code != "en" && subject != "" && bt.Opener && utf8.RuneCountInString(subject) <= wholeTitle:
		bt.Headline = subject // the words that present it are said
	case w.Wording.Code != "en" && hadHead == "" && len(bt.Words) > 0 && utf8.RuneCountInString(w.Bare(bt.Words[0])) <= wholeTitle && !asksOnly(bt.Words[0]) && len(prose.SplitSentences(bt.Words[0])) == 1:
		bt.Headline = prose.Upper(w.Bare(bt.Words[0])) // a cut sentence says something else: "Unser Werk läuft ab sofort"
		if len(bt.Words) > 1 {
			bt.Subtitle = w.Headline(bt.Words[1], 56)
		}
	default:
		bt.Headline = cmp.Or(hadHead, w.Headline(telling.FirstWord(bt.Words), 40))
		if sub := w.Headline(telling.FirstWord(bt.Words[min(1, len(bt.Words)):]), 56); sub != "" && !strings.HasPrefix(sub, bt.Headline) {
			bt.Subtitle = sub
		}
	}
	if b.Purpose == brief.Hiring && w.Wording.Code == "en" && b.Audience != "" && bt.Opener && fit(b.Audience+" wanted") && (b.Company == "" || !strings.Contains(b.Audience, b.Company)) && (b.Company != "" || b.Subject == "") {
		bt.Headline, bt.Subtitle = prose.Upper(b.Audience)+" wanted", b.Company
		return
	}
	if b.Purpose == brief.Thanks && b.Audience != "" && utf8.RuneCountInString(b.Audience) <= 46 && bt.Opener {
		bt.Subtitle = w.Wording.Fill(w.Wording.ForName, b.Audience)
	}
	if bt.Subtitle == "" && b.Guessed && bt.Headline == b.Title && w.Wording.Code == "en" {
		bt.Subtitle = whenOf(bt.Headline, bt.Words)
	}
	if bt.Subtitle == "" && b.Company != "" && !strings.Contains(bt.Headline, b.Company) {
		bt.Subtitle = b.Company
	}
	if at := " at " + b.Company; b.Company != "" && strings.HasSuffix(b.Audience, at) && strings.Contains(bt.Headline, b.Company) {
		b.Audience = strings.TrimSuffix(b.Audience, at) // the headline names it already
	}
	if who := b.Audience; who != "" && !w.foreign(who) && b.Purpose != brief.Thanks && !strings.Contains(bt.Headline+bt.Subtitle, " "+who) && utf8.RuneCountInString(who) <= 32 && !strings.ContainsAny(who, ",،") {
		bt.Label = prose.Upper(w.Wording.Fill(w.Wording.ForName, who))
	}
}

// whenOf is when and where the thing of a title is, by the sentence that names it: "5 July
// from 2 to 6 pm in the school yard". "" = it does not say.
func whenOf(title string, words []string) string {
	for _, s := range words {
		at := strings.Index(strings.ToLower(s), strings.ToLower(title)+" ")
		if at < 0 {
			continue
		}
		rest := prose.Unstop(s[at+len(title)+1:])
		if m := takesPlace.FindString(rest); m != "" && utf8.RuneCountInString(rest)-utf8.RuneCountInString(m) <= 56 && telling.ADay.MatchString(rest) {
			return prose.Upper(rest[len(m):])
		}
	}
	return ""
}

// takesPlace leads to when something is.
var takesPlace = pattern.New(`(?i)^(?:is|are|will be|takes place|starts|begins|opens|runs|returns)(?: back)?(?: (?:on|from))? `)

// foreign tells words of the directions' language from those of the video's own.
func (w *writer) foreign(s string) bool {
	return w.Wording.Code != "en" && englishAudience.MatchString(s)
}

var englishAudience = pattern.New(`(?i)^(?:our|the|all|new|young|your|my) \p{L}+|\b(?:clients|customers|people|employees|staff|users|visitors|teams|managers|parents|residents)\b`)

// saidAddress is an address as it is spoken: "edge dot example slash proxy".
var saidAddress = pattern.New(`(?i)\b[\p{L}\d-]+(?: dot [\p{L}\d-]+)+(?: slash [\p{L}\d -]+)?`)

// end makes the closing card.
func (w *writer) end(bt *telling.Beat) {
	say := bt.Text()
	offer := ""
	if bt.Offer {
		offer = bt.Headline
	}
	bt.Kind = scene.End
	bt.Figure, bt.Items, bt.Label, bt.Subtitle = nil, nil, "", ""
	u := prose.URL(say)
	if u == "" {
		u = prose.Mail(say)
	}
	if u == "" {
		u = w.Brief.URL
	}
	bt.URL = u
	head := bt.Words[len(bt.Words)-1]
	if m := ifThen.FindString(head); m != "" && w.Wording.Code == "en" && prose.Words(head[len(m):]) >= 3 {
		head = prose.Upper(head[len(m):]) // the order says more than when it holds
	}
	call := "" // the sentence before the one with the address
	for i, s := range bt.Words {
		if u != "" && strings.Contains(s, telling.ShortURL(u)) {
			head = s
			if i > 0 && utf8.RuneCountInString(bt.Words[i-1]) <= 46 && prose.Words(bt.Words[i-1]) >= 2 {
				call = strings.TrimRight(bt.Words[i-1], ".! ")
			}
		}
	}
	if u != "" {
		if i := strings.Index(head, telling.ShortURL(u)); i >= 0 {
			rest := strings.TrimLeft(prose.Unstop(head[i+len(telling.ShortURL(u)):]), " ,;:–—")
			head = telling.AtURL.ReplaceAllString(head[:i], "")
			switch {
			case (w.Wording.Code == "de" || w.Wording.Code == "nl") && telling.Infinitive.MatchString(rest) && prose.Words(rest) == 1:
				head += " " + rest // "Termin auf … buchen"
			case rest != "" && prose.Words(rest) <= 5:
				bt.Note = prose.Upper(rest)
			}
		}
	}
	if at := saidAddress.FindStringIndex(head); at != nil && u != "" {
		head = telling.AtURL.ReplaceAllString(strings.TrimSpace(head[:at[0]]), "")
	}
	head = strings.TrimSpace(prose.Unstop(head))
	ours := u != "" && (say == w.Wording.Fill(w.Wording.More, telling.ShortURL(u)) || say == w.Wording.Fill(w.Wording.See, telling.ShortURL(u)))
	if n := cmp.Or(w.brandName(), prose.Upper(w.Wording.Named(w.Brief.Subject)), w.Brief.Title); ours && n != "" && utf8.RuneCountInString(n) <= 46 {
		if w.Wording.Code == "en" && prose.Words(head) >= 2 && utf8.RuneCountInString(head) <= 24 && !strings.EqualFold(head, n) {
			bt.Action = prose.Upper(head) // what to do stands beside whom it is about
		}
		head = n
	} else if prose.Words(head) < 2 || w.Wording.Code != "en" && u != "" && head != prose.Unstop(say) && (utf8.RuneCountInString(head) > 46 || writesOnly.MatchString(head)) || w.Wording.Stops.MatchString(" "+head) && !w.Wording.WholeOrder(head) || w.Wording.Visit.MatchString(head+" ") && prose.Words(head) <= 2 {
		if w.Wording.Code != "en" && (utf8.RuneCountInString(head) > 28 || writesOnly.MatchString(head)) {
			// too long for a button, or no more than its verb
		} else if !w.Wording.Stops.MatchString(" "+head) && !w.Wording.Visit.MatchString(head+" ") {
			bt.Action = prose.Upper(head)
		}
		first := ""
		if len(w.beats) > 0 && w.beats[0] != bt {
			first = w.beats[0].Headline
		}
		head = cmp.Or(call, w.brandName(), prose.Upper(w.Wording.Named(w.Brief.Subject)), w.Brief.Title, first, head)
	}
	if strings.HasSuffix(say, "?") && strings.HasSuffix(prose.Unstop(say), head) {
		head += "?"
	}
	if bt.Note != "" {
		if n := len(head) - len(bt.Note); n > 0 && strings.EqualFold(head[n:], bt.Note) {
			head = strings.TrimSpace(head[:n]) // it stands below
		}
	}
	bt.Headline = w.Entry(prose.Upper(head), 46)
	if w.Wording.Code != "en" && utf8.RuneCountInString(head) <= wholeTitle {
		bt.Headline = prose.Upper(head)
	}
	if q := telling.FirstWord(telling.QuotedIn(head)); w.Wording.Code != "en" && q != "" && utf8.RuneCountInString(head) > 46 {
		bt.Headline = prose.Upper(q) // the name of an exhibition, and not half of the place
	}
	if offer != "" && utf8.RuneCountInString(head) > 46 {
		bt.Headline = offer
	}
	if bt.URL == "" && bt.Action == "" && w.Wording.Acts.MatchString(head) && utf8.RuneCountInString(head) <= 28 {
		bt.Action = prose.Upper(head)
		if n := w.brandName(); n != "" && !strings.EqualFold(n, bt.Headline) {
			bt.Headline = n
		}
	}
	if strings.EqualFold(bt.Action, bt.Headline) {
		bt.Action = ""
	}
	bt.Chapter = ""
}

// writesOnly ends with the verb of an address that is cut off: "Si ve un cargo, escriba".
var writesOnly = pattern.New(`(?i)(?:^|[\s,])(?:escriba|escribe|escríbenos|schreib(?:t|en sie)?|melden sie sich|écrivez(?:-nous)?|écris|scriv(?:i|ete|eteci)|escreva|escrevam|mail|schrijf|اكتبوا|راسلونا|عبر الرقم.*|כתבו)$`)
