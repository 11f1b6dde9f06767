package script

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// brandKey is a name that only a manifest would write so.
var brandKey = pattern.New(`^[a-z0-9][a-z0-9._-]*$`)

func (w *writer) brandName() string {
	if w.r.Spec.Brand != nil && w.r.Spec.Brand.Name != "" {
		n := w.r.Spec.Brand.Name
		for _, s := range []string{w.b.Subject, w.b.Company} {
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
	if w.b.Company != "" {
		return w.b.Company
	}
	if _, at, ok := strings.Cut(w.b.Presenter.Role, " at "); ok && isName(at) {
		return at
	}
	if w.b.Purpose == prompt.Outreach {
		if r := w.b.Presenter.Role; isName(r) && prompt.Words(r) <= 2 && !jobTitle.MatchString(r) {
			return r // "From: Lea Brandt, Routly"
		}
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(w.b.Subject); r > 0x2ff { // a script without capitals
		if qs := quotedIn(w.b.Subject); len(qs) == 1 {
			return qs[0]
		}
		if prompt.Words(w.b.Subject) > 2 {
			return ""
		}
	}
	if versionRE.MatchString(w.b.Subject) {
		return ""
	}
	if isName(w.b.Subject) && utf8.RuneCountInString(w.b.Subject) <= 28 {
		return w.w.headArticle.ReplaceAllString(w.b.Subject, "")
	}
	return ""
}

// jobTitle is what somebody does, and no firm.
var jobTitle = pattern.New(`(?i)\b(?:executive|manager|director|officer|representative|consultant|engineer|founder|co-founder|ceo|cfo|cto|owner|partner|specialist|advisor|sales|lead|vertrieb|leiter(?:in)?|geschäftsführer(?:in)?)$`)

var versionRE = pattern.New(`(?i)^v?\d+(?:\.\d+)*$`)

// wholeTitle is how long a sentence may be, in characters, to stand whole on a card, where
// no rule knows how to shorten it.
const wholeTitle = 76

// title makes the opening card: the idea as its headline, not the spoken sentence.
func (w *writer) title(bt *beat) {
	b := w.b
	hadHead := bt.Headline
	bt.Kind = scene.Title
	bt.Overlay = nil
	bt.Figure, bt.Items, bt.Label, bt.Subtitle, bt.Series, bt.Columns = nil, nil, "", "", nil, nil
	about := prompt.Upper(w.w.noun(b.About))
	if r := prompt.Upper(w.w.named(b.About)); b.About != "" && utf8.RuneCountInString(r) <= 40 {
		about = r
	}
	fit := func(s string) bool { return s != "" && utf8.RuneCountInString(s) <= 40 }
	subject := prompt.Upper(w.w.named(b.Subject))
	switch {
	case w.w == wordless && b.Title != "" && utf8.RuneCountInString(b.Title) <= 46+longer:
		bt.Headline = b.Title // where its words may be cut is not known
	case bt.struck && len(bt.words) > 0:
		bt.Headline = prompt.Upper(w.headline(bt.words[0], 40))
		if fit(subject) && !isName(b.Subject) { // the logo says a name
			bt.Subtitle = subject
		}
	case fit(b.Title):
		bt.Headline = b.Title
		if fit(about) {
			bt.Subtitle = about
		}
	case hadHead != "" && (b.Subject == "" || bt.opener):
		bt.Headline = hadHead
		if fit(about) {
			bt.Subtitle = about
		}
	case len(bt.words) == 0 && hadHead != "":
		bt.Headline = hadHead
	case fit(subject) && about == "" && strings.EqualFold(subject, w.brandName()) && !bt.opener && len(bt.words) > 0:
		bt.Headline = w.headline(bt.words[0], 40) // the logo already says the name
	case fit(about) && fit(subject) && prompt.Words(about) <= 3: // "our restaurant" says less than its name
		bt.Headline, bt.Subtitle = subject, about
	case w.w.code != "en" && fit(subject) && about != "" && utf8.RuneCountInString(about) <= 56 && !upperFirst(b.Subject) && upperFirst(lastWord(subject)):
		bt.Headline, bt.Subtitle = subject, about // "Zapatillas Brisa", and what they are
	case fit(about) && subject != "":
		bt.Headline, bt.Subtitle = about, w.w.fill(strings.TrimSuffix(w.w.meet, "."), subject)
	case fit(subject):
		bt.Headline = subject
		if b.About != "" {
			bt.Subtitle = clip(prompt.Upper(w.w.named(b.About)), 56)
		} else if hadHead != "" && !strings.EqualFold(hadHead, subject) {
			bt.Subtitle = hadHead
		}
	case w.w.code != "en" && bt.opener && b.Purpose == prompt.Event && utf8.RuneCountInString(subject) > 46+longer && firstWord(quotedIn(subject)) != "":
		bt.Headline = prompt.Upper(firstWord(quotedIn(subject))) // the name of an exhibition says more than half of the invitation
	case w.w.code != "en" && subject != "" && bt.opener && b.Purpose == prompt.Event && utf8.RuneCountInString(subject) <= 46+longer:
		bt.Headline = subject // the words that invite to it would be cut
	case w.w.code != "en" && hadHead == "" && len(bt.words) > 0 && utf8.RuneCountInString(w.bare(bt.words[0])) <= wholeTitle && !asksOnly(bt.words[0]) && len(prompt.SplitSentences(bt.words[0])) == 1:
		bt.Headline = prompt.Upper(w.bare(bt.words[0])) // a cut sentence says something else: "Unser Werk läuft ab sofort"
		if len(bt.words) > 1 {
			bt.Subtitle = w.headline(bt.words[1], 56)
		}
	default:
		bt.Headline = firstOf(hadHead, w.headline(firstWord(bt.words), 40))
		if sub := w.headline(firstWord(bt.words[min(1, len(bt.words)):]), 56); sub != "" && !strings.HasPrefix(sub, bt.Headline) {
			bt.Subtitle = sub
		}
	}
	if b.Purpose == prompt.Hiring && w.w.code == "en" && b.Company != "" && bt.opener && fit(b.Audience+" wanted") && !strings.Contains(b.Audience, b.Company) {
		bt.Headline, bt.Subtitle = prompt.Upper(b.Audience)+" wanted", b.Company
		return
	}
	if b.Purpose == prompt.Thanks && b.Audience != "" && utf8.RuneCountInString(b.Audience) <= 46 && bt.opener {
		bt.Subtitle = w.w.fill(w.w.forName, b.Audience)
	}
	if bt.Subtitle == "" && b.Company != "" && !strings.Contains(bt.Headline, b.Company) {
		bt.Subtitle = b.Company
	}
	if at := " at " + b.Company; b.Company != "" && strings.HasSuffix(b.Audience, at) && strings.Contains(bt.Headline, b.Company) {
		b.Audience = strings.TrimSuffix(b.Audience, at) // the headline names it already
	}
	if who := b.Audience; who != "" && !w.foreign(who) && b.Purpose != prompt.Thanks && !strings.Contains(bt.Headline+bt.Subtitle, " "+who) && utf8.RuneCountInString(who) <= 32 && !strings.ContainsAny(who, ",،") {
		bt.Label = w.w.fill(w.w.forName, who)
	}
}

// foreign tells words of the directions' language from those of the video's own.
func (w *writer) foreign(s string) bool {
	return w.w.code != "en" && englishAudience.MatchString(s)
}

var englishAudience = pattern.New(`(?i)^(?:our|the|all|new|young|your|my) \p{L}+|\b(?:clients|customers|people|employees|staff|users|visitors|teams|managers|parents|residents)\b`)

var atURL = pattern.New(`(?i)[,:]?\s*(?:\b(?:at|on|via|under|auf|unter|bei|en|sur|em|su|a|mail(?: naar)?)\b|على|ב)?\s*$`)

// saidAddress is an address as it is spoken: "edge dot example slash proxy".
var saidAddress = pattern.New(`(?i)\b[\p{L}\d-]+(?: dot [\p{L}\d-]+)+(?: slash [\p{L}\d -]+)?`)

// end makes the closing card.
func (w *writer) end(bt *beat) {
	say := bt.text()
	offer := ""
	if bt.offer {
		offer = bt.Headline
	}
	bt.Kind = scene.End
	bt.Figure, bt.Items, bt.Label, bt.Subtitle = nil, nil, "", ""
	u := prompt.URL(say)
	if u == "" {
		u = prompt.Mail(say)
	}
	if u == "" {
		u = w.b.URL
	}
	bt.URL = u
	head := bt.words[len(bt.words)-1]
	if m := ifThen.FindString(head); m != "" && w.w.code == "en" && prompt.Words(head[len(m):]) >= 3 {
		head = prompt.Upper(head[len(m):]) // the order says more than when it holds
	}
	for _, s := range bt.words {
		if u != "" && strings.Contains(s, shortURL(u)) {
			head = s
		}
	}
	if u != "" {
		if i := strings.Index(head, shortURL(u)); i >= 0 {
			rest := strings.TrimLeft(prompt.Unstop(head[i+len(shortURL(u)):]), " ,;:–—")
			head = atURL.ReplaceAllString(head[:i], "")
			switch {
			case (w.w.code == "de" || w.w.code == "nl") && infinitive.MatchString(rest) && prompt.Words(rest) == 1:
				head += " " + rest // "Termin auf … buchen"
			case rest != "" && prompt.Words(rest) <= 5:
				bt.Note = prompt.Upper(rest)
			}
		}
	}
	if at := saidAddress.FindStringIndex(head); at != nil && u != "" {
		head = atURL.ReplaceAllString(strings.TrimSpace(head[:at[0]]), "")
	}
	head = strings.TrimSpace(prompt.Unstop(head))
	ours := u != "" && (say == w.w.fill(w.w.more, shortURL(u)) || say == w.w.fill(w.w.see, shortURL(u)))
	if n := firstOf(w.brandName(), prompt.Upper(w.w.named(w.b.Subject)), w.b.Title); ours && n != "" && utf8.RuneCountInString(n) <= 46 {
		if w.w.code == "en" && prompt.Words(head) >= 2 && utf8.RuneCountInString(head) <= 24 && !strings.EqualFold(head, n) {
			bt.Action = prompt.Upper(head) // what to do stands beside whom it is about
		}
		head = n
	} else if prompt.Words(head) < 2 || w.w.code != "en" && u != "" && head != prompt.Unstop(say) && (utf8.RuneCountInString(head) > 46 || writesOnly.MatchString(head)) || w.w.stops.MatchString(" "+head) && !w.w.wholeOrder(head) || w.w.visit.MatchString(head+" ") && prompt.Words(head) <= 2 {
		if w.w.code != "en" && (utf8.RuneCountInString(head) > 28 || writesOnly.MatchString(head)) {
			// too long for a button, or no more than its verb
		} else if !w.w.stops.MatchString(" "+head) && !w.w.visit.MatchString(head+" ") {
			bt.Action = prompt.Upper(head)
		}
		first := ""
		if len(w.beats) > 0 && w.beats[0] != bt {
			first = w.beats[0].Headline
		}
		head = firstOf(w.brandName(), prompt.Upper(w.w.named(w.b.Subject)), w.b.Title, first, head)
	}
	if strings.HasSuffix(say, "?") && strings.HasSuffix(prompt.Unstop(say), head) {
		head += "?"
	}
	if bt.Note != "" {
		if n := len(head) - len(bt.Note); n > 0 && strings.EqualFold(head[n:], bt.Note) {
			head = strings.TrimSpace(head[:n]) // it stands below
		}
	}
	bt.Headline = w.entry(prompt.Upper(head), 46)
	if w.w.code != "en" && utf8.RuneCountInString(head) <= wholeTitle {
		bt.Headline = prompt.Upper(head)
	}
	if q := firstWord(quotedIn(head)); w.w.code != "en" && q != "" && utf8.RuneCountInString(head) > 46 {
		bt.Headline = prompt.Upper(q) // the name of an exhibition, and not half of the place
	}
	if offer != "" && utf8.RuneCountInString(head) > 46 {
		bt.Headline = offer
	}
	if bt.URL == "" && bt.Action == "" && w.w.acts.MatchString(head) && utf8.RuneCountInString(head) <= 28 {
		bt.Action = prompt.Upper(head)
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

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}
