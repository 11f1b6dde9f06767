package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads who speaks in a video, where the English sentence that orders it says so:
// "a video from our CEO Martin Brandt to all staff", "Welcome video by our HR lead Priya
// Raman", "presented by Dr. Amina Yusuf, head of cardiology, on blood pressure".

const (
	// postHeads end what somebody's post is called.
	postHeads = `(?:CEO|CFO|CTO|COO|CMO|CIO|CISO|CPO|MD|VP|president|(?:co-?)?founders?|owner|boss|rector|headmaster|headmistress|head ?teacher|director|manager|lead|leader|head|chief|officer|principal|teacher|professor|doctor|nurse|therapist|coach|trainer|instructor|chef|baker|brewer|engineer|developer|designer|architect|scientist|researcher|curator|librarian|editor|producer|mayor|minister|pastor|captain|dean|chair(?:man|woman|person)?|secretary|treasurer|supervisor|foreman|planner|specialist|consultant|advisor|adviser|analyst|colleague|intern|volunteer|ranger|gardener|vet|lawyer|accountant|host)`
	aPost     = `(?:[\p{L}-]+ ){0,3}?` + postHeads + `(?: of [\p{L}]+(?: [\p{L}]+)?)?`
	aPerson   = `(?:(?:Dr|Mr|Ms|Mrs|Prof|Sr|Sra)\.? )?\p{Lu}[\p{Ll}’'-]+(?: (?:\p{Lu}\.|(?:van|von|de|da|di|del|la|el|al|bin) )?\p{Lu}[\p{L}’'-]+){0,2}`
)

var (
	// namedSpeaker is who speaks, behind the noun of the video. Groups: the post before the name,
	// the name, the post behind it.
	namedSpeaker = pattern.New(`,? (?:(?:presented|hosted|narrated|delivered|spoken|given|led) by|by|from|with) (?:(?:our|the|my|your|its) )?(?:(?:new )?(` + aPost + `),? )?(` + aPerson + `)(?:, (?:(?:our|the|my|your) )?(` + aPost + `)\b,?| \((` + aPost + `)\))?(?:,? (to|for|on|about|at|in|telling|explaining|announcing|welcoming|that)\b|[.:,]|$)`)
	// titledPerson is called by their title.
	titledPerson = pattern.New(`^(?:Dr|Mr|Ms|Mrs|Prof)\b`)
)

// namesSpeaker takes who speaks off the order and shows their name below them. A name without a
// post or a title may be a company's, and stays.
func (p *parser) namesSpeaker(r *reading) bool {
	if !p.inEnglish() || p.verbatim || p.b.Presenter.Name != "" || !p.first() {
		return false
	}
	noun := orderedNoun.FindStringIndex(r.text)
	if noun == nil {
		return false
	}
	m := namedSpeaker.FindStringSubmatchIndex(r.text[noun[0]:])
	if m == nil {
		return false
	}
	text := r.text[noun[0]:]
	get := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	post := get(1) + get(3) + get(4)
	if post == "" && !titledPerson.MatchString(get(2)) {
		return false
	}
	p.b.Presenter.Name, p.b.Presenter.Role = get(2), prose.Upper(post)
	end := m[1]
	if m[10] >= 0 {
		end = m[10] - 1 // the word that goes on stays
	} else if end > m[0] && end <= len(text) && strings.ContainsAny(text[end-1:end], ".:,") {
		end--
	}
	r.text = r.text[:noun[0]] + text[:m[0]] + text[end:]
	return false
}

// orderedNoun is what an order is for. Messages from somebody are read as a whole.
var orderedNoun = pattern.New(`(?i)\b(?:video|clip|film|reel|short|explainer|presentation|briefing|talk|lesson|tutorial|intro)\b|^message by\b`)
