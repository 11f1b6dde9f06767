package telling

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// offered is how an employer and a host say a list that the prompt gives without a verb,
// with its headline: "Ofrecemos contrato indefinido, …", "Au programme : …".
var offered = map[string]struct{ job, jobHead, event, eventHead string }{
	"en": {"You get %s.", "What you get", "There'll be %s.", "What's on"},
	"de": {"Wir bieten: %s.", "Das bieten wir", "Mit dabei: %s.", "Mit dabei"},
	"es": {"Ofrecemos %s.", "Qué ofrecemos", "Habrá %s.", "Qué habrá"},
	"fr": {"Nous proposons : %s.", "Ce que nous proposons", "Au programme : %s.", "Au programme"},
	"it": {"Offriamo %s.", "Cosa offriamo", "In programma: %s.", "In programma"},
	"pt": {"Oferecemos %s.", "O que oferecemos", "Vai ter %s.", "O que vai ter"},
	"nl": {"Wij bieden %s.", "Dit bieden wij", "Met %s.", "Op het programma"},
	"ar": {"نقدّم لكم %s.", "ما نقدّمه", "في البرنامج: %s.", "في البرنامج"},
	"he": {"אנחנו מציעים %s.", "מה אנחנו מציעים", "בתוכנית: %s.", "בתוכנית"},
}

// offers says a list without a verb as what a job or an event offers, and draws it as
// cards. Words that are not ours stay as they are.
func (w *Writer) offers(b *Beat, s string, ours bool) bool {
	g := w.Wording
	o, ok := offered[g.Code]
	frame, head := o.job, o.jobHead
	if w.Brief.Purpose == brief.Event {
		frame, head = o.event, o.eventHead
	}
	t := prose.Unstop(s)
	if !ok || w.Brief.Purpose != brief.Hiring && w.Brief.Purpose != brief.Event || prompt.IsClause(t, g.Code) || strings.Contains(t, ": ") || strings.Contains(t, " : ") || ADay.MatchString(t) || prose.URL(t) != "" || prose.Mail(t) != "" || strings.HasSuffix(s, "?") {
		return false
	}
	parts, _ := w.partsOf(t)
	if last := len(parts) - 1; last == 1 {
		if x, y, cut := strings.Cut(parts[last], g.And); cut {
			parts = append(parts[:last], x, y)
		}
	} else if last > 1 {
		if x, y, cut := strings.Cut(parts[last], g.And); cut && prose.Words(x) <= 4 && prose.Words(y) <= 4 {
			parts = append(parts[:last], x, y)
		}
	}
	if len(parts) < 3 || len(parts) > 6 || g.Code == "en" && w.countsOnly(parts) {
		return false // counts are drawn as such
	}
	for i, p := range parts {
		if p = strings.TrimSpace(p); g.Code == "en" {
			if p = workTime.ReplaceAllString(paidFor.ReplaceAllString(p, "$1 of $2"), "a $1-hour week"); !g.IsPlural(FirstWordOf(p)) {
				p = g.Indefinite(p)
			}
		}
		if i == 0 && g.Code != "en" && doFirst.MatchString(p) || prose.Words(p) > 2 && strings.HasSuffix(g.Code, "de") && doLast.MatchString(p) {
			return false // what viewers are to do
		}
		if parts[i] = p; prose.Words(p) > 8 || g.VerbFirst != nil && g.VerbFirst.MatchString(p+" ") {
			return false
		}
	}
	if g.Code == "en" && (slices.ContainsFunc(parts, payOrTime.MatchString) || slices.ContainsFunc(parts, noGift.MatchString) || thereIs.MatchString(parts[0])) {
		ours = false // "38 hours, no night shifts" is no gift
	}
	first := parts[0]
	if !strings.Contains(frame, ":") {
		first = tongue.LowerWord(g, first)
	}
	b.Kind, b.Headline, b.Plain, b.Items = scene.Points, head, false, nil
	for _, p := range parts {
		if g.Code == "en" {
			p = g.HeadArticle.ReplaceAllString(p, "")
		}
		b.Items = append(b.Items, scene.Item{Title: prose.Upper(p), Icon: Icon(p)})
	}
	if b.Whole = true; !ours {
		Cues(b)
		return true
	}
	b.Words = []string{prose.Upper(g.Fill(frame, g.Join(append([]string{first}, parts[1:]...))))}
	Cues(b)
	return true
}

var (
	// doFirst begins with what is to be done, doLast ends with it: "Levar boné", "Sportzeug mitbringen".
	doFirst = pattern.New(`(?i)^(?:tra(?:er|zer)|lleva(?:r|d)|leva(?:r|te|re)|apport(?:er|ez)|ven(?:ir|ez)|portare|porta(?:te)?|confirm(?:ar|er)|confermare|inscri(?:birse|re-se|vez-vous)|reserv(?:ar|er|ez)|prenotare|usar|vestir|no olvidar|ne pas oublier|non dimenticare|não esquecer|prévo(?:ir|yez)|pens(?:er|ez)|se munir)\s`)
	doLast  = pattern.New(`(?i)\s(?:mitbringen|anmelden|anziehen|beachten|einpacken|tragen|melden|mitnehmen)$`)
	// thereIs says already that there is something.
	thereIs = pattern.New(`(?i)^there(?:['’]|\s)`)
	// noGift is how many, how long, how much or in which state, as it is noted.
	noGift = pattern.New(`(?i)^(?:a |an )?(?:max|min|up to|only|from|until|[£€$]|(?:\d+|two|three|four|half a) (?:hours?|minutes?|days?)$)|\b(?:included|required|needed|provided|available|welcome)$`)
	// workTime is a week by its hours, as it is noted: "37 h week".
	workTime = pattern.New(`(?i)^(\d{1,2}(?:\.\d)?)[ -]?(?:h|hrs?|hours?)[ -](?:working )?week$`)
	// paidFor is how long something lasts and what it is: "11 months paid training".
	paidFor = pattern.New(`(?i)^(\d+ (?:months|weeks|days|hours|years)) ((?:paid|free|unpaid|full|guided) .+)$`)
)
