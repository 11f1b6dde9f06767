package prose

import (
	"strconv"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
)

// SecUnit are the words for seconds, MinUnit those for minutes.
const SecUnit = `(?:secondes?|seconden|secondi|secondo|seconds?|secs?|sekündig\w*|sekunden?|sek|segundos?|ثانية|ثواني|ثوان|שניות|s)`
const MinUnit = `(?:minuten|minuut|minütig\w*|minutos?|minuti|minutes?|mins?|دقيقة|دقائق|דקות|דקה|m)`

// OneMinute is a length about a minute that has no number, in Arabic and in Hebrew.
const OneMinute = `دقيقة ونصف|نصف دقيقة|دقيقة واحدة|دقيقتين|دقيقتان|دقيقة|דקה וחצי|חצי דקה|שתי דקות|דקה אחת|דקה`

var (
	MinuteWord = pattern.New(`(?:^|[\s،,:(])ל?(` + OneMinute + `)(?:[\s،,.:)]|$)`)
	minuteLong = map[string]float64{"دقيقة ونصف": 90, "نصف دقيقة": 30, "دقيقتين": 120, "دقيقتان": 120, "דקה וחצי": 90, "חצי דקה": 30, "שתי דקות": 120}

	clockRE  = pattern.New(`\b(\d{1,2}):([0-5]\d)\b`)
	aspectRE = pattern.New(`\b9\s*:\s*16\b`) // no clock
	minSec   = pattern.New(`(?i)(\d+(?:[.,]\d+)?)( and a half| und eine halbe| y medi[oa]| et demie?| e mei[oa]| e mezz[oa])?[\s-]*(` + MinUnit + `)(?:\s*(?:and|und|y|et|e)?\s*(\d+)[\s-]*(` + SecUnit + `))?(?:[^\p{L}]|$)`)
	secOnly  = pattern.New(`(?i)(\d+(?:[.,]\d+)?)[\s-]*(?:–|-|to|bis|a|à)?[\s-]*(\d+(?:[.,]\d+)?)?[\s-]*(` + SecUnit + `)(?:[^\p{L}]|$)`)
	otherMin = pattern.New(`(?i)(?:^|[^\d年月日時时点])(\d|一|两|二|三|한|일|jedn\p{L}*|dwu|bir|iki|एक|दो|หนึ่ง)[\s-]*(?:分(?:钟|鐘|間)|분(?:짜리|간)|минут\p{L}*|minut(?:ow\p{L}*|y|a|ę)|dakikalık|मिनट|นาที)`)
	// minuteWords are the numbers that it has in words.
	minuteWords = map[string]float64{"两": 2, "二": 2, "三": 3, "dwu": 2, "iki": 2, "दो": 2}
	otherSec    = pattern.New(`(?i)(\d+)[\s-]*(?:秒|초|секунд|sekund|saniye|सेकंड|วินาที|giây)`)

	// decade begins with the years that something is in the style of.
	decade = pattern.New(`(?i)^[5-9]0['’]?s[ -](?:groove|disco|funk|rock|soul|jazz|synth\w*|vibes?|aesthetic|arcade|hip[- ]hop)\b`)
	// decadeOfLife ends in somebody's age.
	decadeOfLife = pattern.New(`(?i)\b(?:early|mid|late|(?:in )?(?:her|his|their)|(?:wo)?m[ae]n|female|male|guy|lady)[ ,(-]{1,2}[2-9]0s$`)

	// wordDur is a unit with the words before it that may be its number.
	wordDur = pattern.New(`(?i)((?:(?:^|[^\p{L}\d])\p{L}+){0,5})[\s-]+(` + SecUnit + `|` + MinUnit + `)(?:[^\p{L}]|$)`)
	money   = pattern.New(`[€$£¥]\s?$`)
	minLong = pattern.New(`(?i)^` + MinUnit + `$`)
	// quarters, halves after their unit, and seconds that need no unit of their own.
	quarters = pattern.New(`(?i)(?:^|[^\p{L}])((?:an? |one |un |una |ein |eine )?(?:(three|drei|tres|trois|três|tre) )?(?:quarters?|viertel|cuartos?|quarts?|quartos?|quarti|kwart) (?:of )?(?:an? |one |einer |de |d['’]|di )?(` + MinUnit + `))(?:[^\p{L}]|$)`)
	halfMore = pattern.New(`(?i)^\s*(?:and a half|und eine halbe|y medi[oa]|et demie?|e mei[oa]|e mezz[oa]|en een half)(?:[^\p{L}]|$)`)
	// quarterMore is "a minute and a quarter".
	quarterMore = pattern.New(`(?i)^\s*(?:and a quarter|und eine viertel(?:minute)?|y cuarto|et quart|e um quarto|e un quarto|en een kwart)(?:[^\p{L}]|$)`)
	restTail    = pattern.New(`(?i)^\s*(?:(?:and|und|y|et|e)\s+)?((?:\p{L}+[\s-]?){1,3})`)
)

// Duration reads a length in seconds from s in any usual wording; 0 = none.
func Duration(s string) float64 {
	v, _, _ := LengthIn(s)
	return v
}

// LengthIn is a length in seconds and the bytes from…to of s that say it.
func LengthIn(s string) (seconds float64, from, to int) {
	for _, m := range minSec.FindAllStringSubmatchIndex(s, -1) {
		if unit := s[m[6]:m[7]]; unit == "M" || unit == "m" && money.MatchString(s[:m[2]]) {
			continue // "3.1M" and "€2m" are millions
		}
		v := Decimal(s[m[2]:m[3]]) * 60
		to := m[7]
		switch {
		case m[8] >= 0:
			v, to = v+Decimal(s[m[8]:m[9]]), m[11]
		case m[4] >= 0:
			v += 30
		default:
			if h := halfMore.FindStringIndex(s[to:]); h != nil {
				v, to = v+30, to+h[1]
			}
		}
		return v, m[2], to
	}
	for _, m := range secOnly.FindAllStringSubmatchIndex(s, -1) {
		if m[4] < 0 && (decadeOfLife.MatchString(s[:m[7]]) || decade.MatchString(s[m[2]:])) {
			continue // "a woman in her early 30s", "a 70s groove"
		}
		v := Decimal(s[m[2]:m[3]])
		if m[4] >= 0 {
			v = (v + Decimal(s[m[4]:m[5]])) / 2
		}
		return v, m[2], m[7]
	}
	if m := quarters.FindStringSubmatchIndex(s); m != nil {
		v := 15.
		if m[4] >= 0 {
			v = 45
		}
		return v, m[2], m[3]
	}
	for _, m := range wordDur.FindAllStringSubmatchIndex(s, -1) {
		v, from, ok := numberLast(s[m[2]:m[3]])
		if !ok {
			continue
		}
		from, to := from+m[2], m[5]
		if !minLong.MatchString(s[m[4]:to]) {
			return v, from, to
		}
		rest := s[to:]
		if h := halfMore.FindStringIndex(rest); h != nil {
			return v*60 + 30, from, to + h[1]
		}
		if q := quarterMore.FindStringIndex(rest); q != nil {
			return v*60 + 15, from, to + q[1]
		}
		if t := restTail.FindStringSubmatchIndex(rest); t != nil {
			tail := rest[t[2]:t[3]]
			if more, n := numberFirst(strings.FieldsFunc(strings.ToLower(tail), gap)); n > 0 && more >= 5 && more < 60 {
				return v*60 + more, from, to + t[2] + endOfWord(tail, n) // "une minute trente"
			}
		}
		return v * 60, from, to
	}
	if m := MinuteWord.FindStringSubmatchIndex(s); m != nil {
		v := minuteLong[s[m[2]:m[3]]]
		if v == 0 {
			v = 60
		}
		return v, m[2], m[3]
	}
	if m := otherSec.FindStringSubmatchIndex(s); m != nil {
		return Decimal(s[m[2]:m[3]]), m[0], m[1]
	}
	if m := otherMin.FindStringSubmatchIndex(s); m != nil {
		n := s[m[2]:m[3]]
		if v := Decimal(n); v > 0 {
			return v * 60, m[0], m[1]
		}
		return max(1, minuteWords[n]) * 60, m[0], m[1]
	}
	if m := clockRE.FindStringSubmatchIndex(s); m != nil && !aspectRE.MatchString(s[m[0]:m[1]]) && Decimal(s[m[2]:m[3]]) <= longestClock {
		return Decimal(s[m[2]:m[3]])*60 + Decimal(s[m[4]:m[5]]), m[0], m[1]
	}
	return 0, 0, 0
}

// longestClock is the most minutes of a length that is written like the time of day; 12:00
// is noon.
const longestClock = 5

// endOfWord is where the nth word of s ends, n from 1.
func endOfWord(s string, n int) int {
	in := false
	for i, r := range s {
		switch {
		case !gap(r):
			in = true
		case in:
			if in = false; n == 1 {
				return i
			}
			n--
		}
	}
	return len(s)
}

func gap(r rune) bool { return r == ' ' || r == '-' || r == '\n' || r == '\t' || r == '\u00a0' }

// numberLast reads the number that words end with and where it begins in them:
// "a video of one hundred and twenty".
func numberLast(s string) (v float64, from int, ok bool) {
	low := phrase.Lower(s)
	words := strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) })
	at := 0
	for i, w := range words {
		at += strings.Index(low[at:], w)
		if v, n := numberFirst(words[i:]); n == len(words)-i {
			return v, at, true
		}
		at += len(w)
	}
	return 0, 0, false
}

// numberFirst reads the number that words begin with and how many of them it takes.
func numberFirst(words []string) (float64, int) {
	for k := min(5, len(words)); k > 0; k-- {
		if v, ok := phrased[strings.Join(words[:k], " ")]; ok {
			return v, k
		}
	}
	total, n := 0., 0
	tens := false // only what is below ten may follow
	for n < len(words) {
		w := strings.ToLower(words[n])
		v, ok := NumWords[w]
		if !ok {
			v, ok = compound(w)
		}
		switch {
		case w == "hundred" || w == "hundert" || w == "honderd" || w == "cent" || w == "cento" || w == "cien" || w == "ciento" || w == "cem":
			total = max(1, total) * 100
			tens = false
		case joins[w] && n > 0 && n+1 < len(words):
			if next, ok := NumWords[words[n+1]]; !ok || next < 1 {
				return total, n
			}
		case !ok || tens && (v >= 10 && v != 12 || v < 1):
			return total, n
		case n > 0 && total < 20:
			return total, n
		default:
			total += v
			tens = v >= 20 && v < 100
		}
		n++
	}
	return total, n
}

// joins stand between tens and ones: "cuarenta y cinco", "a hundred and twenty".
var joins = map[string]bool{"and": true, "und": true, "y": true, "et": true, "e": true, "en": true}

// phrased are numbers of several words that are no sums.
var phrased = map[string]float64{"half a": .5, "half an": .5, "one half": .5, "one and a half": 1.5, "a couple of": 2, "couple of": 2, "a couple": 2, "ein paar": 2, "un par de": 2, "un paio di": 2, "two and a half": 2.5, "three and a half": 3.5}

// compound reads numbers that are written as one word: "fünfundvierzig", "quarantacinque".
func compound(w string) (float64, bool) {
	if one, ten, ok := strings.Cut(w, "und"); ok {
		a, known := NumWords[one]
		if one == "ein" {
			a, known = 1, true
		}
		b, tens := NumWords[ten]
		return a + b, known && tens && a < 10 && b >= 20
	}
	for stem, ten := range italianTens {
		rest, ok := strings.CutPrefix(w, stem)
		if !ok {
			continue
		}
		if one, ok := NumWords[strings.TrimLeft(rest, "ai")]; ok && one < 10 && one >= 1 {
			return ten + one, true
		}
	}
	return 0, false
}

var italianTens = map[string]float64{"vent": 20, "trent": 30, "quarant": 40, "cinquant": 50, "sessant": 60, "settant": 70, "ottant": 80, "novant": 90}

// NumWords are the number words that lengths are written with.
var NumWords = func() map[string]float64 {
	out := map[string]float64{"half": .5, "halbe": .5, "medio": .5, "media": .5, "mezzo": .5, "meio": .5, "demi": .5, "demie": .5, "halve": .5, "halben": .5, "meia": .5, "mezza": .5, "eineinhalb": 1.5, "anderthalb": 1.5}
	for _, row := range []struct {
		from, step float64
		words      string
	}{
		{1, 1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"},
		{10, 10, "ten twenty thirty forty fifty sixty seventy eighty ninety"},
		{1, 0, "a an ein eine einer eines een un una une um uma uno"},
		{1, 1, "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"},
		{10, 10, "zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"},
		{1, 1, "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve"},
		{10, 10, "diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"},
		{1, 1, "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"},
		{10, 10, "dix vingt trente quarante cinquante soixante"},
		{1, 1, "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove"},
		{10, 10, "dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"},
		{1, 1, "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"},
		{10, 10, "dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta"},
		{1, 1, "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"},
		{10, 10, "tien twintig dertig veertig vijftig zestig zeventig tachtig negentig"},
	} {
		for i, w := range strings.Fields(row.words) {
			out[w] = row.from + row.step*float64(i)
		}
	}
	out["duas"], out["dreissig"] = 2, 30
	return out
}()

// Decimal reads a number with a point or a comma; 0 = it is none.
func Decimal(s string) float64 {
	v, _ := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	return min(v, 1e6)
}

// FirstNumber matches digits with a decimal point.
var FirstNumber = pattern.New(`\d+(?:\.\d+)?`)
