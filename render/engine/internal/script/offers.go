package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
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
func (w *writer) offers(b *beat, s string, ours bool) bool {
	g := w.w
	o, ok := offered[g.code]
	frame, head := o.job, o.jobHead
	if w.b.Purpose == prompt.Event {
		frame, head = o.event, o.eventHead
	}
	t := prompt.Unstop(s)
	if !ok || w.b.Purpose != prompt.Hiring && w.b.Purpose != prompt.Event || prompt.IsClause(t, g.code) || strings.Contains(t, ": ") || strings.Contains(t, " : ") || aDay.MatchString(t) || prompt.URL(t) != "" || prompt.Mail(t) != "" || strings.HasSuffix(s, "?") {
		return false
	}
	parts, _ := w.partsOf(t)
	if last := len(parts) - 1; last == 1 {
		if x, y, cut := strings.Cut(parts[last], g.and); cut {
			parts = append(parts[:last], x, y)
		}
	} else if last > 1 {
		if x, y, cut := strings.Cut(parts[last], g.and); cut && prompt.Words(x) <= 4 && prompt.Words(y) <= 4 {
			parts = append(parts[:last], x, y)
		}
	}
	if len(parts) < 3 || len(parts) > 6 || g.code == "en" && w.countsOnly(parts) {
		return false // counts are drawn as such
	}
	for i, p := range parts {
		if p = strings.TrimSpace(p); g.code == "en" {
			if p = workTime.ReplaceAllString(paidFor.ReplaceAllString(p, "$1 of $2"), "a $1-hour week"); !g.isPlural(firstWordOf(p)) {
				p = g.indefinite(p)
			}
		}
		if parts[i] = p; prompt.Words(p) > 8 || g.verbFirst != nil && g.verbFirst.MatchString(p+" ") {
			return false
		}
	}
	first := parts[0]
	if !strings.Contains(frame, ":") {
		first = lowerWord(g, first)
	}
	b.Kind, b.Headline, b.plain, b.Items = scene.Points, head, false, nil
	for _, p := range parts {
		if g.code == "en" {
			p = g.headArticle.ReplaceAllString(p, "")
		}
		b.Items = append(b.Items, scene.Item{Title: prompt.Upper(p), Icon: icon(p)})
	}
	if b.whole = true; !ours {
		cues(b)
		return true
	}
	b.words = []string{prompt.Upper(g.fill(frame, g.join(append([]string{first}, parts[1:]...))))}
	cues(b)
	return true
}

var (
	// workTime is a week by its hours, as it is noted: "37 h week".
	workTime = pattern.New(`(?i)^(\d{1,2}(?:\.\d)?)[ -]?(?:h|hrs?|hours?)[ -](?:working )?week$`)
	// paidFor is how long something lasts and what it is: "11 months paid training".
	paidFor = pattern.New(`(?i)^(\d+ (?:months|weeks|days|hours|years)) ((?:paid|free|unpaid|full|guided) .+)$`)
)
