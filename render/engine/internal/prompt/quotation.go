package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	saidRE    = pattern.New(`^(?:(?i:one of (?:them|our \p{L}+|the \p{L}+),? |[\p{L} ]{3,24}, )?)(?:(?i:(?:an? |the )?(?:quote|testimonial)s? (?:from|by) |as ))?([A-Z][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+){0,3})(?:, ([^,:"“]{3,60}))?,?\s*` + saidVerb + `[:,]?\s*["“«„](.+?)["”»“]\.?$`)
	ourRE     = pattern.New(`^(?i:(?:an? |the )?(?:quote|testimonial)s? (?:from|by) |as )?((?i:our|my|unsere?n?|meinen?|notre|mon|ma|nuestr[oa]|nuestra|nossa|nosso|il nostro|la nostra))\s+([\p{L}][\p{L}&.,' -]{1,70}?),?\s*` + saidVerb + `[:,]?\s*["“«„](.+?)["”»“]\.?$`)
	saidAfter = pattern.New(`^["“«„](.+?)["”»“],?\s*(?:says |said |—|–|-|\(|(?:sagt|meint|erzählt|berichtet|erklärt|freut sich|so|dice|cuenta|explica|comenta|afirma|asegura|recuerda|dit|raconte|explique|confie|témoigne|assure|résume|diz|conta|resume|racconta|spiega|afferma|commenta|ricorda|zegt|vertelt|aldus) )\s*(?:(?:the |our |its )?(\p{Ll}[\p{L}-]+(?: \p{Ll}[\p{L}-]+){0,3}) )?([A-ZÀ-Ý][\p{L}.'-]+(?: [A-Z][\p{L}.'-]+){0,3})(?:, ([^"“]{2,60}?))?\)?\.?$`)
)

// saidSo are words of somebody whom the sentences before name.
var saidSo = pattern.New(`^["“](.+?)["”],? (?i:he|she) (?i:says|said|adds|told us|puts it)\.?$`)

// postFirst is a person whose post stands before the name. Groups: post, name, words.
var postFirst = pattern.New(`^(?:The|Our) (\p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*){0,3}), ((?:Dr\.? |Prof\.? )?\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,3}),?\s*(?:says|said|puts it|writes|told us|:)[:,]?\s*["“](.+?)["”]\.?$`)

const saidVerb = `(?:says|said|puts it|writes|told us|:|sagt|meint|erzählt|berichtet|erklärt|freut sich|dice|cuenta|explica|comenta|afirma|asegura|recuerda|dit|raconte|explique|confie|témoigne|assure|résume|diz|conta|resume|racconta|spiega|afferma|commenta|ricorda|zegt|vertelt)`

// quotation reads “…” with the person who said it.
func (p *parser) quotation(s string) brief.Point {
	q := brief.Point{Form: brief.Quote, Said: s}
	if m := ourRE.FindStringSubmatch(s); m != nil {
		q.Text, q.Whose = m[3], m[1]
		q.Name, q.Part = nameAndJob(m[2])
		return q
	}
	if m := postFirst.FindStringSubmatch(s); m != nil {
		q.Part, q.Name, q.Text = m[1], m[2], m[3] // "The curator, Dr. Miriam Held: “…”"
	} else if m := saidRE.FindStringSubmatch(s); m != nil {
		q.Text, q.Name, q.Part = m[3], m[1], m[2]
	} else if m := saidAfter.FindStringSubmatch(s); m != nil {
		q.Text, q.Name, q.Part = strings.TrimRight(strings.TrimSpace(m[1]), ","), m[3], cmp.Or(m[4], m[2]) // "says perfumer Lena Brandt"
	} else if m := saidSo.FindStringSubmatch(s); m != nil && properName(p.b.Subject) && prose.Words(p.b.Subject) == 2 {
		q.Text, q.Name = strings.TrimRight(strings.TrimSpace(m[1]), ","), p.b.Subject // the one whom the story is about
	} else {
		return brief.Point{}
	}
	q.Part = strings.TrimRight(q.Part, ".,; ")
	if n := strings.TrimRight(q.Name, "."); prose.Words(n) > 1 || len(n) > 2 {
		q.Name = n // the sentence's own full stop
	}
	if layout.SectionOf(q.Name) != "" {
		return brief.Point{} // "Fin : “À demain.”" is a heading
	}
	if first, rest, ok := strings.Cut(q.Name, " "); ok && q.Part == "" && jobRE.MatchString(first) {
		q.Name, q.Part = rest, strings.ToLower(first) // "Owner Marta Silva"
		if prose.IsAllCaps(first) {
			q.Part = first // "CEO Lena Ortiz"
		}
	}
	return q
}

// Quotation reads “…” with the person who said it; a Point without text = none.
func Quotation(s string) brief.Point { return (&parser{b: &draft{}, t: grammar.English}).quotation(s) }

var jobRE = pattern.New(`^(?:CEO|CFO|CTO|COO|CMO|CIO|CISO|VP|Owner|Founder|Director|Manager|Principal|Teacher|Customer|Mayor|Engineer|Designer|Nurse|Chef|President|Chairman|Captain|Coach)$`)

// jobWord is a title that stands before a name and is no part of it.
var jobWord = pattern.New(`(?i)^(?:chief|head|lead|senior|officer|manager(?:in)?|director|engineer|president|owner|founder|co-founder|teacher|nurse|chef|doctor|dr\.?|prof\.?|professor|leiter(?:in)?|chef(?:in)?|geschäftsführer(?:in)?|director[a]?|directeur|directrice|direttore|direttrice|diretora?|analyst|developer|designer|customer|client|colleague|partner|kund(?:e|in)|kolleg(?:e|in))$`)

// nameAndJob parts "CISO Dana Ruiz" and "head of security Dana Ruiz": the name is
// the last words that are neither lower case, an abbreviation nor a job.
func nameAndJob(s string) (name, job string) {
	f := strings.Fields(strings.ReplaceAll(s, ",", " "))
	i := len(f)
	for i > 0 && len(f)-i < 3 && properName(f[i-1]) && !jobWord.MatchString(f[i-1]) && !(len(f[i-1]) > 1 && f[i-1] == strings.ToUpper(f[i-1])) {
		i--
	}
	return strings.Join(f[i:], " "), strings.Join(f[:i], " ")
}
