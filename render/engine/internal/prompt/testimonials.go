package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads several quotations in one line, each with its person behind it: `What
// patients say: "They listened" (Tom), "I can lift again" (Margaret, 67)`.

const (
	quoteWords  = `["“«„]([^"“”«»„]{3,400})["”»“]`
	quotePerson = `\p{Lu}[\p{L}.'’-]*(?: (?:(?:from|of|in|de|aus|von|van|da) )?\p{Lu}[\p{L}.'’-]*){0,4}`
)

var (
	// attributedQuote is a quotation with who said it. Groups: words, who in brackets, who behind a dash.
	attributedQuote = pattern.New(quoteWords + `\s*[,.]?\s*(?:\((` + quotePerson + `(?:,? [^()"“”]{1,50})?)\)|[—–-]\s?(` + quotePerson + `(?:, [^"“”;,.–—]{2,40})?))`)
	// betweenQuotes joins them.
	betweenQuotes = pattern.New(`(?i)^[\s,;.·|/]*(?:and|und|y|et|e|en)?[\s,;]*$`)
	// quotesLabel names quotations and says nothing of them.
	quotesLabel = pattern.New(`(?i)^(?:(?:our|the|some|what|customer|client|patient|member|guest|user|reader|parent|student|kunden|voices|voice|happy|recent|three|two|four|few|a)\s?)*(?:testimonials?|reviews?|quotes?|quotations?|feedback|voices|stimmen|kundenstimmen|bewertungen|testimonios|opiniones|reseñas|témoignages?|avis|testimonianze|recensioni|depoimentos|avaliações|ervaringen)(?: (?:from|by|of) [\p{L} ]{3,40})?$`)
	// whatTheySay announces quotations by who says them.
	whatTheySay = pattern.New(`(?i)^what (?:our |the |other )?[\p{L} -]{3,40} (?:say|think|tell us|are saying|said)(?: (?:about|of) [\p{L} ]{2,30})?$`)
)

// statesTestimonials keeps each of several quotations with its person.
func (p *parser) statesTestimonials(text string, s prose.Sentence) bool {
	at := attributedQuote.FindAllStringSubmatchIndex(text, -1)
	if p.verbatim || len(at) == 0 {
		return false
	}
	lead, _ := strings.CutSuffix(strings.TrimSpace(text[:at[0][0]]), ":")
	if lead == strings.TrimSpace(text[:at[0][0]]) && lead != "" || len(at) < 2 && lead == "" || !betweenQuotes.MatchString(text[at[len(at)-1][1]:]) {
		return false
	}
	for i := 1; i < len(at); i++ {
		if !betweenQuotes.MatchString(text[at[i-1][1]:at[i][0]]) {
			return false
		}
	}
	switch {
	case lead == "" || quotesLabel.MatchString(lead):
		p.said--
	case whatTheySay.MatchString(lead):
		p.say(brief.Point{Form: brief.How, Text: strings.ToLower(lead[:1]) + lead[1:]}, s)
	case p.isClause(lead):
		p.say(brief.Point{Form: brief.Clause, Text: prose.Stop(lead)}, s)
	default:
		return false
	}
	for _, m := range at {
		who := ""
		for _, g := range []int{4, 6} {
			if m[g] >= 0 {
				who = text[m[g]:m[g+1]]
			}
		}
		q := brief.Point{Form: brief.Quote, Said: text[m[0]:m[1]], Text: strings.TrimRight(strings.TrimSpace(text[m[2]:m[3]]), ",")}
		q.Name, q.Part, _ = strings.Cut(who, ", ")
		if n := strings.TrimRight(q.Name, "."); len(n)-strings.LastIndexByte(n, ' ') > 3 {
			q.Name = n // the sentence's own full stop, and no initial's
		}
		p.said++
		p.say(q, s)
	}
	return true
}
