package prompt

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
)

var stopwords = map[string]string{
	"en": "no voice only old with all one its a about its was were who new into than then up out us so do if my me but they them their his her i he she create make show video explain mention costs the and of to is in that it for with on you your are this we our be as at from by not can will has have an or how what when every each get more",
	"de": "der die das und ist nicht ein eine einen mit für von zu den dem im auf sie wir ihr sich auch wie werden wird sind bei oder aus dass unser unsere ihre kein keine jeden jede nach über mehr haben hat zum zur erstelle erkläre nenne",
	"es": "el la los las de que y en un una es por con para su se del al más como pero sus nuestro nuestra cada usted está sin son tu tus cómo qué crea explica menciona",
	"fr": "le la les des et est un une que pour dans qui sur avec pas plus par votre vous nous notre nos vos ce cette sont au aux du chaque sans crée créez explique expliquez mentionne",
	"pt": "o a os as de que e em um uma é por com para seu sua se do da dos das no na mais como não nosso nossa cada você está são sem ao crie explique mencione",
	"it": "il lo la gli le di che e un una è per con del della dei delle nel nella più come non si sono ogni con i su sul sulla sui dal dalla da fino secondi questo questa tutti nostro nostra tuo tua anche senza al ai crea spiega cita",
	"nl": "de het een en van is dat op te voor met niet zijn aan ook wij onze jouw elke naar bij maak over vertel een ik je jij hebben wordt kan deze dit nog",
}

var stopIndex = func() map[string][]string {
	out := map[string][]string{}
	for _, code := range languageOrder {
		for _, w := range strings.Fields(stopwords[code]) {
			out[w] = append(out[w], code)
		}
	}
	return out
}()

var languageOrder = []string{"en", "de", "es", "fr", "pt", "it", "nl"}

// understoodIn lists the languages whose directions are read.
const understoodIn = "English, German, Spanish, French, Portuguese, Italian, Dutch, Arabic and Hebrew"

// detect tells a text's language by its script and its commonest words.
func detect(s string) string {
	best, _ := tally(s)
	return best
}

// otherThan returns the language of s if it is clearly not the one given.
func otherThan(s, lang string) string {
	best, counts := tally(s)
	if best == "" || best == lang || counts != nil && (counts[best] < 3 || counts[best] <= 2*counts[lang]) {
		return ""
	}
	return best
}

// tally counts the words that speak for each language; nil counts = its script decides.
func tally(s string) (string, map[string]int) {
	s = mailRE.ReplaceAllString(urlRE.ReplaceAllString(s, " "), " ")
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
		}
	}
	best, most := "", 0
	for _, code := range []string{"ar", "he", "ru", "ja", "zh", "ko", "hi", "el"} {
		if scripts[code] > most {
			best, most = code, scripts[code]
		}
	}
	if most*5 > letters*2 {
		return best, nil
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		for _, code := range stopIndex[w] {
			counts[code]++
		}
		switch {
		case strings.ContainsAny(w, "ß"):
			counts["de"] += 2
		case strings.Contains(w, "ção") || strings.Contains(w, "ões") || strings.Contains(w, "ã"):
			counts["pt"] += 2
		case strings.ContainsAny(w, "ąęłśźżćń"):
			counts["pl"] += 2
		case strings.ContainsAny(w, "ğşı"):
			counts["tr"] += 2
		case strings.ContainsAny(w, "ñ"):
			counts["es"] += 2
		case strings.ContainsAny(w, "œçêèùâîô"):
			counts["fr"]++
		case strings.ContainsAny(w, "äöü"):
			counts["de"]++
		}
	}
	best, most = "", 0
	for _, code := range append(languageOrder[:len(languageOrder):len(languageOrder)], "pl", "tr") {
		if counts[code] > most {
			best, most = code, counts[code]
		}
	}
	return best, counts
}

var languages = words(
	`(?:british|uk|u\.k\.) english|british accent`, "en-GB", `(?:american|us|u\.s\.) english|american accent`, "en-US",
	`(?:brazilian|brasilian\w*|brasileñ[oa]|brésilien) (?:portuguese|portugiesisch\w*)|portugu[eê]s (?:brasileir[oa]|do brasil)|pt-br`, "pt-BR",
	`(?:mexican|latin american) spanish|español (?:latino|de méxico|mexicano)|es-419`, "es-419", `(?:swiss) german|schweizerdeutsch`, "de-CH", `canadian french|français canadien`, "fr-CA",
	`english|englisch(?:e[rnms]?)?|inglés|anglais|inglês|inglese|الإنجليزية`, "en",
	`german|deutsch(?:e[rnms]?)?|alemán|allemand|alemão|tedesco|الألمانية`, "de",
	`spanish|spanisch(?:e[rnms]?)?|español|espagnol|espanhol|spagnolo|castellano`, "es",
	`french|französisch(?:e[rnms]?)?|francés|français|francês|francese`, "fr",
	`portuguese|portugiesisch(?:e[rnms]?)?|portugués|portugais|português|portoghese`, "pt",
	`italian|italienisch(?:e[rnms]?)?|italiano|italien`, "it",
	`arabic|arabisch(?:e[rnms]?)?|árabe|arabe|arabo|العربية`, "ar",
	`hebrew|hebräisch|hebreo|hébreu|hebraico|ebraico|עברית`, "he",
	`dutch|niederländisch|nederlands`, "nl", `polish|polski`, "pl", `japanese|日本語`, "ja", `chinese|mandarin|中文`, "zh", `hindi|हिन्दी`, "hi", `turkish|türkçe`, "tr", `russian|русский`, "ru", `korean`, "ko",
)

var inLanguage = pattern.New(`(?i)(?:\b(?:in|language|sprache|voice-?over|voiceover|narrat\w+|script|spoken|speak|en|em|auf|idioma|langue|lingua)\b|باللغة|بال|ב)`)

// languageNamed returns the language that a direction asks to speak.
func languageNamed(s string) string {
	if !inLanguage.MatchString(s) {
		return ""
	}
	m := languageAsked.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return lookup(languages, m[1])
}

var languageAsked = pattern.New(`(?i)(?:\b(?:in|auf|en|em|language:?|sprache:?|idioma:?|langue:?|lingua:?|spoken|speak)\s+|^|\b)((?:(?:brazilian|british|american|mexican|swiss|canadian|latin american|uk|us) )?\p{L}+(?:\s+(?:voice-?over|narration|script|language))?)(?:\s*[.,;)]|$|\s+voice|\s+narrat|\s+script|\s+language)`)

// LanguageOf returns the code of a language named in words or as a code: "German", "de", "pt-BR".
func LanguageOf(s string) string {
	s = strings.TrimSpace(Unstop(s))
	if codeRE.MatchString(s) {
		return s
	}
	return lookup(languages, s)
}

var codeRE = pattern.New(`^[a-z]{2}(?:-[A-Z]{2})?$`)
