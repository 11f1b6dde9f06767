package grammar

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// StopIndex has the languages of each of the commonest words.
var StopIndex = func() map[string][]string {
	out := map[string][]string{}
	for _, code := range spokenOrder {
		for _, w := range strings.Fields(stopwords[code]) {
			out[w] = append(out[w], code)
		}
	}
	return out
}()

// LanguageOrder is the order in which languages are asked: the commoner ones first.
var LanguageOrder = []string{"en", "de", "es", "fr", "pt", "it", "nl"}

// spokenOrder adds the languages that are told by their words, and whose grammar is
// not known.
var spokenOrder = append(LanguageOrder[:len(LanguageOrder):len(LanguageOrder)], "pl", "cs", "sv", "da", "nb", "fi", "tr", "ro", "hu", "vi", "id")

// UnderstoodIn lists the languages whose directions are read.
const UnderstoodIn = "English, German, Spanish, French, Portuguese, Italian, Dutch, Arabic and Hebrew"

// FunctionWords tells the commonest words of a text's language, which name no thing; they are
// asked for in lower case.
func FunctionWords(text string) func(word string) bool {
	code := cmp.Or(Detect(text), "en")
	return func(word string) bool { return slices.Contains(StopIndex[word], code) }
}

// Detect tells a text's language by its script and its commonest words.
func Detect(s string) string {
	best, _ := Tally(s)
	return best
}

// chineseOnly are small words that Japanese has not.
var chineseOnly = pattern.New(`[的了们們这這吗嗎您呢吧]`)

// ukrainianOnly and russianOnly are letters that one of the two languages has and the other
// has not.
var (
	ukrainianOnly = pattern.New(`[іїєґІЇЄҐ]`)
	russianOnly   = pattern.New(`[ыэёъЫЭЁЪ]`)
)

// OtherThan returns the language of s if it is clearly not the one given.
func OtherThan(s, lang string) string {
	best, counts := Tally(s)
	if best == "" || best == lang || counts != nil && (counts[best] < 6 || counts[best] <= 2*counts[lang]) {
		return ""
	}
	return best
}

// Tally counts the words that speak for each language; nil counts = its script decides.
func Tally(s string) (string, map[string]int) {
	s = unitTail.ReplaceAllString(prose.MailRE.ReplaceAllString(prose.URLRE.ReplaceAllString(s, " "), " "), " ")
	counts := map[string]int{}
	scripts := map[string]int{}
	letters := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		switch {
		case unicode.Is(unicode.Arabic, r):
			scripts["ar"]++
		case unicode.Is(unicode.Hebrew, r):
			scripts["he"]++
		case unicode.Is(unicode.Cyrillic, r):
			scripts["ru"]++
		case unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r):
			scripts["ja"] += 3
		case unicode.Is(unicode.Han, r):
			scripts["zh"]++
		case unicode.Is(unicode.Hangul, r):
			scripts["ko"]++
		case unicode.Is(unicode.Devanagari, r):
			scripts["hi"]++
		case unicode.Is(unicode.Greek, r):
			scripts["el"]++
		default:
			for code, script := range rareScripts {
				if unicode.Is(script, r) {
					scripts[code]++
				}
			}
		}
	}
	if kana := scripts["ja"] / 3; kana > 0 && (kana*12 >= scripts["zh"] || !chineseOnly.MatchString(s)) {
		scripts["ja"] += scripts["zh"] // its words are written in Chinese characters, too
	}
	best, most := "", 0
	for _, code := range []string{"ar", "he", "ru", "ja", "zh", "ko", "hi", "el", "th", "bn", "ta", "te", "ka", "hy", "am", "km"} {
		if scripts[code] > most {
			best, most = code, scripts[code]
		}
	}
	if best == "ru" && ukrainianOnly.MatchString(s) && !russianOnly.MatchString(s) {
		best = "uk"
	}
	if most*5 > letters*2 {
		return best, nil
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }) {
		if strings.ContainsAny(w, "0123456789") {
			continue // "#d4af37" has no Danish word in it
		}
		for _, code := range StopIndex[w] {
			counts[code] += 2
		}
		for _, c := range spellings {
			if strings.ContainsAny(w, c.letters) {
				counts[c.code] += c.weight
			}
		}
		for _, e := range endings {
			if len(w) > len(e.end)+2 && strings.HasSuffix(w, e.end) {
				counts[e.code]++
			}
		}
	}
	for _, e := range elisions {
		counts[e.code] += 2 * len(e.re.FindAllStringIndex(s, -1))
	}
	best, most = "", 0
	for _, code := range spokenOrder {
		if counts[code] > most {
			best, most = code, counts[code]
		}
	}
	return best, counts
}

// rareScripts are those that one language each is written in.
var rareScripts = map[string]*unicode.RangeTable{"th": unicode.Thai, "bn": unicode.Bengali, "ta": unicode.Tamil, "te": unicode.Telugu, "ka": unicode.Georgian, "hy": unicode.Armenian, "am": unicode.Ethiopic, "km": unicode.Khmer}

// unitTail is a number with a unit of a letter or two, which is no word: "20 s".
var unitTail = pattern.New(`\d\s?(?:s|m|h|a|g|km|kg|cm|min|sek|am|pm)\b`)

// Languages maps the names of languages, in their own and in other ones, to codes.
var Languages = prose.Vocabulary(
	`(?:british|uk|u\.k\.) english|british accent`, "en-GB", `(?:american|us|u\.s\.) english|american accent`, "en-US",
	`(?:brazilian|brasilian\w*|brasileñ[oa]|brésilien) (?:portuguese|portugiesisch\w*)|portugu[eê]s (?:brasileir[oa]|do brasil)|pt-br`, "pt-BR",
	`european portuguese|portugu[eê]s (?:europeu|de portugal)|europäisches portugiesisch|pt-pt`, "pt-PT", `(?:mexican|latin american) spanish|español (?:latino|de méxico|mexicano)|es-419`, "es-419", `(?:swiss) german|schweizerdeutsch`, "de-CH", `canadian french|français canadien`, "fr-CA",
	`english|englisch(?:e[rnms]?)?|inglés|anglais|inglês|inglese|الإنجليزية`, "en",
	`german|deutsch(?:e[rnms]?)?|alemán|allemand|alemão|tedesco|الألمانية`, "de",
	`spanish|spanisch(?:e[rnms]?)?|español|espagnol|espanhol|spagnolo|castellano`, "es",
	`french|französisch(?:e[rnms]?)?|francés|français|francês|francese`, "fr",
	`portuguese|portugiesisch(?:e[rnms]?)?|portugués|portugais|português|portoghese`, "pt",
	`italian|italienisch(?:e[rnms]?)?|italiano|italien`, "it",
	`arabic|arabisch(?:e[rnms]?)?|árabe|arabe|arabo|العربية`, "ar",
	`hebrew|hebräisch|hebreo|hébreu|hebraico|ebraico|עברית`, "he",
	`dutch|niederländisch|nederlands`, "nl", `polish|polski`, "pl", `japanese|日本語`, "ja", `chinese|mandarin|中文`, "zh", `hindi|हिन्दी`, "hi", `turkish|türkçe`, "tr", `russian|русский`, "ru", `korean`, "ko",
	`swedish|svenska`, "sv", `danish|dansk`, "da", `norwegian|norsk`, "nb", `finnish|suomi`, "fi", `czech|čeština`, "cs", `greek|ελληνικά`, "el", `ukrainian|українська`, "uk", `romanian|română`, "ro", `hungarian|magyar`, "hu", `catalan|català`, "ca", `vietnamese`, "vi", `indonesian`, "id", `swahili|kiswahili`, "sw",
)

var inLanguage = pattern.New(`(?i)(?:\b(?:in|language|sprache|voice-?over|voiceover|narrat\w+|script|spoken|speak|en|em|auf|idioma|langue|lingua)\b|باللغة|بال|ב)`)

// LanguageNamed returns the language that a direction asks to speak.
func LanguageNamed(s string) string {
	if !inLanguage.MatchString(s) {
		return ""
	}
	if m := twoLanguages.FindStringSubmatch(s); m != nil && prose.Lookup(Languages, m[1]) != "" && prose.Lookup(Languages, m[2]) != "" {
		return "" // which of them is spoken where, its parts say
	}
	m := languageAsked.FindStringSubmatch(partInLanguage.ReplaceAllString(s, " "))
	if m == nil {
		return ""
	}
	return prose.Lookup(Languages, m[1])
}

// twoLanguages joins the names of two.
var twoLanguages = pattern.New(`(?i)\b(\p{L}{4,14}) ?(?:and|und|y|et|e|&|/|\+|with (?:one|a|some)) ?(\p{L}{4,14})\b`)

// partInLanguage is a part of what is said that has another language than the rest.
var partInLanguage = pattern.New(`(?i)\b(?:with |and |plus |but )?(?:(?:one|an?|a single|some|few|the (?:first|last)|opening|closing|her|his) )(?:line|sentence|word|quote|phrase|greeting)s? (?:is |are )?in \p{L}+`)

var languageAsked = pattern.New(`(?i)(?:\b(?:in|auf|en|em|language:?|sprache:?|idioma:?|langue:?|lingua:?|spoken|speak)\s+|^|\b)((?:(?:brazilian|british|american|mexican|swiss|canadian|latin american|uk|us) )?\p{L}+(?:\s+(?:voice-?over|narration|script|language))?)(?:\s*[.,;)]|$|\s+voice|\s+narrat|\s+script|\s+language)`)

// LanguageOf returns the code of a language named in words or as a code: "German", "de", "pt-BR".
func LanguageOf(s string) string {
	s = strings.TrimSpace(prose.Unstop(s))
	if codeRE.MatchString(s) {
		return s
	}
	return prose.Lookup(Languages, s)
}

var codeRE = pattern.New(`^[a-z]{2}(?:-[A-Z]{2})?$`)

// LanguageLabel returns the language of "FR: Bienvenue." and "(German) Willkommen."; "" = none.
func LanguageLabel(s string) string {
	m := langLabelRE.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	if code := strings.ToLower(m[1]); Tongues[code] != nil || code == "pl" || code == "tr" || code == "ru" || code == "ja" || code == "zh" {
		return code
	}
	return prose.Lookup(Languages, m[1])
}

var langLabelRE = pattern.New(`^[(\[]?(\p{L}{2}|(?i:english|german|french|spanish|italian|portuguese|dutch|arabic|hebrew|polish|turkish|deutsch|français|español|italiano|português))[)\]]?:\s+\S`)

// Detect returns the language of s as a two-letter code, "" if it has no words to tell by.
