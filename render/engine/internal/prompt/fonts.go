package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// fontsOf are the families that a direction gives headlines and text: "Sora for headings,
// Work Sans for body", "Archivo Narrow headlines, Inter body"; "" = none.
func fontsOf(s string) (heading, body string) {
	s = familyFor.ReplaceAllString(fontQuoted.ReplaceAllString(s, "$1"), "$1 for $2")
	of := func(behind, before *pattern.Pattern) string {
		if m := behind.FindStringSubmatch(s); m != nil {
			return fontWeight.ReplaceAllString(m[1], "")
		}
		if m := before.FindStringSubmatch(s); m != nil {
			return fontWeight.ReplaceAllString(m[1], "")
		}
		return ""
	}
	if m := fontPair.FindStringSubmatch(strings.TrimRight(s, ". ")); m != nil && prose.Lookup(styles, s) == "" { // "Bold & Vibrant" is a style
		return fontWeight.ReplaceAllString(m[1], ""), fontWeight.ReplaceAllString(m[2], "")
	}
	return of(forHeads, headsIn), of(forText, textIn)
}

const (
	family   = `([A-Z][A-Za-z]*\d*(?: [A-Z][A-Za-z]*\d*){0,3})`
	headType = `(?:display|(?i:headlines?|headings?|headers?|titles?|überschriften|titulares|títulos|titres|titoli))`
	textType = `(?i:body(?: text| copy| type)?|text|running text|copy|paragraphs|everything else|fließtext|texto|texte|testo|cuerpo)`
)

// familyFor is a family with what it is for in brackets: "Lobster (headline)".
var familyFor = pattern.New(family + `\s*\((?i:for )?(` + headType + `|` + textType + `)\)`)

// fontQuoted is a family in quotation marks.
var fontQuoted = pattern.New(`["“„]([A-Z][A-Za-z\d]*(?: [A-Z][A-Za-z\d]*){0,3})["”“]`)

// fontAside is a family in brackets behind the type that it is for: "serif headlines
// (Cormorant)", "rounded type (Nunito)".
var fontAside = pattern.New(`(?i:\b(?:headlines?|headings?|titles?|type|typeface|font|letters|lettering|sans|serif|überschriften|schrift|titulares|titres|titoli))\s*\(([A-Z][A-Za-z\d]*(?: [A-Z][A-Za-z\d]*){0,3})\)`)

var (
	// fontPair is nothing but two families: "Cormorant Garamond / Inter".
	fontPair = pattern.New(`^` + family + `\s*(?:/|\+|&)\s*` + family + `$`)
	forHeads = pattern.New(`(?:^|[^\p{L}])` + family + ` (?:(?i:for|as|in|on|für|para|pour|per) )?(?:(?i:the|all|big) )?` + headType + `(?:[^\p{L}]|$)`)
	headsIn  = pattern.New(`(?:^|[^\p{L}])` + headType + `(?i: font| type(?:face)?)?(?i::| in| are in| set in| is| =|) ` + family)
	forText  = pattern.New(`(?:^|[^\p{L}])` + family + ` (?:(?i:for|as|in|on|für|para|pour|per) )?(?:(?i:the|all) )?` + textType + `(?:[^\p{L}]|$)`)
	textIn   = pattern.New(`(?:^|[^\p{L}])` + textType + `(?i: font| type(?:face)?)?(?i::| in| is in| set in| is| =|) ` + family)
)

// voicePaces are how fast a voice is asked to speak, as times of the usual rate.
var voicePaces = prose.Vocabulary(`slow(?:ly)?|langsam|lent[oae]?|despacio|lentement|lentamente|devagar|langzaam`, ".92", `fast|quick(?:ly)?|rapid|schnell|rápid[oa]|rapide|veloce|snel`, "1.08")

// speedNamed is that rate as a number.
var speedNamed = pattern.New(`(?i)\b(?:speed|rate|pace|tempo|velocidad|vitesse|velocità)\s*[:=]?\s*([01]\.\d{1,2})\b`)

// paces are the ways in which a video is spoken, as times of the usual rate.
var paces = prose.Vocabulary(
	`brisk|fast|quick|snappy|lively|energetic|dynamic|punchy|schnell|zügig|flott|rápid[oa]|ágil|rapide|veloce|snel`, "1.08",
	`slow|calm|relaxed|unhurried|measured|gentle|leisurely|langsam|ruhig|gemächlich|lent[oa]|pausad[oa]|lent|posé|rustig`, ".92",
	`medium|normal|steady|moderate|natural|even|mittel|gleichmäßig|normale?|moderad[oa]|modéré|moderato`, "1",
)
