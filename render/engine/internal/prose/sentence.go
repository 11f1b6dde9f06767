package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

// Sentence is one sentence of running text and where it begins in the prompt.
type Sentence struct {
	Text string
	Line int
	Col  int // 1-based, in characters
}

// Sentences joins lines to running text and cuts it at sentence ends.
func Sentences(lines []Line) []Sentence {
	type mark struct{ off, line, col int }
	var b strings.Builder
	var marks []mark
	for _, l := range lines {
		t := strings.TrimSpace(l.Text)
		if t == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		indent := utf8.RuneCountInString(l.Text[:strings.Index(l.Text, t)])
		marks = append(marks, mark{b.Len(), l.N, indent + 1})
		b.WriteString(t)
	}
	text := b.String()
	var out []Sentence
	for _, span := range CutSentences(text) {
		s := text[span[0]:span[1]]
		at := mark{}
		for _, m := range marks {
			if m.off > span[0] {
				break
			}
			at = m
		}
		out = append(out, Sentence{s, at.line, at.col + utf8.RuneCountInString(text[at.off:span[0]])})
	}
	return out
}

// SplitSentences cuts running text into sentences. Quotations, decimals,
// abbreviations, initials and addresses do not end one.
func SplitSentences(s string) []string {
	s = strings.Join(strings.Fields(s), " ")
	var out []string
	for _, span := range CutSentences(s) {
		out = append(out, s[span[0]:span[1]])
	}
	return out
}

// gershayim tells whether the mark at byte i stands between two Hebrew letters, as it does
// in what is cut short there: "ק"ג".
func gershayim(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return unicode.Is(unicode.Hebrew, before) && unicode.Is(unicode.Hebrew, after)
}

// CutSentences is where the sentences of a text begin and end, in bytes.
func CutSentences(s string) [][2]int {
	var out [][2]int
	start, i := 0, 0
	emit := func(end int) {
		a, b := start, end
		for a < b && (s[a] == ' ' || s[a] == '\n') {
			a++
		}
		for b > a && (s[b-1] == ' ' || s[b-1] == '\n') {
			b--
		}
		if b > a {
			out = append(out, [2]int{a, b})
		}
		start = end
	}
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if c, ok := closers[r]; ok && !(r == '"' && gershayim(s, i)) {
			// A quotation is one piece, unless it never closes.
			limit := min(len(s), i+w+600)
			rest := s[i+w : limit]
			end := strings.IndexRune(rest, c)
			if r == '„' && end < 0 {
				end, c = strings.IndexRune(rest, '”'), '”'
			}
			if r == '„' && end < 0 {
				end, c = strings.IndexByte(rest, '"'), '"'
			}
			if end > 0 {
				inner := rest[:end]
				j := i + w + end + utf8.RuneLen(c)
				last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(inner, " \u00a0\u202f"))
				i = j
				if EndsSentence(last) && StartsNew(s[j:]) {
					emit(j)
				}
				continue
			}
		}
		if EndsSentence(r) {
			j := i + w
			again := false // "(Priya S.)." ends twice, and is no initial
			for j < len(s) {
				r2, w2 := utf8.DecodeRuneInString(s[j:])
				if !EndsSentence(r2) && !strings.ContainsRune(`"”»)’'`, r2) {
					break
				}
				again = again || EndsSentence(r2) && j > i+w
				j += w2
			}
			if r == '。' || r == '！' || r == '？' || (StartsNew(s[j:]) && !(r == '.' && !again && (Abbreviated(s[start:i]) && !namedByLetter(s[start:i], s[j:]) || Ordinal(s[start:i], s[j:]) || goesOn(s[start:i], s[j:])))) {
				emit(j)
			}
			i = j
			continue
		}
		i += w
	}
	emit(len(s))
	return out
}

func EndsSentence(r rune) bool { return strings.ContainsRune(".!?…。！？؟।॥", r) }

// StartsNew tells whether s can be the beginning of a new sentence after a full stop.
func StartsNew(s string) bool {
	if s == "" {
		return true
	}
	if s[0] != ' ' && s[0] != '\n' {
		return false
	}
	s = strings.TrimLeft(s, " \n")
	r, _ := utf8.DecodeRuneInString(s)
	if (r == '—' || r == '–' || r == '-' || r == '(') && attributed.MatchString(s) {
		return false // "…" — Dana Ortiz
	}
	if r == '€' || r == '$' || r == '£' || r == '%' {
		next, _ := utf8.DecodeRuneInString(s[utf8.RuneLen(r):])
		if !unicode.IsDigit(next) && next != ' ' || next == ' ' && r == '%' {
			return false // "3,4 Mio. €, …"
		}
	}
	return s == "" || !unicode.IsLower(r) || strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") || FirstIsName(s) || StartsAddress(s)
}

// StartsAddress tells whether text begins with an address: "acme.example", "team@acme.example".
func StartsAddress(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	first = strings.TrimRight(first, ".,;:!?")
	return strings.Contains(first, ".") && (URL(first) == first || Mail(first) == first)
}

// attributed is the name behind a quotation.
var attributed = pattern.New(`^(?:[—–-]\s?\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.'’-]*)*(?:[,;] |\.?$| ["“]|\. ["“])|\(\p{Lu}\p{L}+(?: \p{Lu}[\p{L}.'’-]*)*(?:, [^()]{2,50})?\))`)

// FirstIsName is for names that begin with a small letter: iPhone, eBay.
func FirstIsName(s string) bool {
	w := s
	if i := strings.IndexByte(s, ' '); i > 0 {
		w = s[:i]
	}
	for i, r := range w {
		if i > 0 && unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

var Abbreviations = map[string]bool{
	"e.g": true, "i.e": true, "mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "st": true, "vs": true,
	"approx": true, "esp": true, "incl": true, "excl": true, "assoc": true, "resp": true, "fig": true, "ext": true, "tel": true, "dept": true, "inc": true, "ltd": true, "z.b": true, "d.h": true, "u.a": true, "ca": true, "bzw": true, "inkl": true,
	"nr": true, "str": true, "sr": true, "sra": true, "ud": true, "uds": true, "p.ej": true, "mme": true, "u.s": true,
	"max": true, "bspw": true, "evtl": true, "ggf": true, "zzgl": true, "exkl": true, "vgl": true, "dott": true, "dott.ssa": true, "prof.ssa": true, "sig": true, "sig.ra": true, "ing": true, "avv": true,
	"dhr": true, "mevr": true, "drs": true, "dra": true, "srta": true, "tél": true, "núm": true, "pág": true, "env": true, "ltda": true, "mlle": true,
	"mio": true, "mrd": true, "tsd": true, "mln": true, "mld": true, "sog": true, "tägl": true, "mtl": true, "avda": true, "pza": true, "p.za": true, "v.le": true, "att": true, "a.c": true,
	"ggü": true, "mind": true, "einschl": true, "ggfs": true, "lfd": true, "aprox": true, "máx": true, "mín": true, "dpto": true, "depto": true, "admón": true, "bât": true, "réf": true, "bd": true, "av": true, "c.so": true, "l.go": true, "p.zza": true, "sto": true, "sta": true, "p.ex": true, "p.es": true,
	"godz": true, "ul": true, "np": true, "tzn": true, "os": true, "sk": true, "cad": true, "mah": true, "ул": true, "тел": true, "стр": true,
	"jan": true, "feb": true, "sept": true, "oct": true, "nov": true, "dec": true,
}

// OrdinalRE is a German ordinal: "seit dem 1." before "Mai", "am 3." before "Stock".
var OrdinalRE = pattern.New(`(?i)(?:^|\s)(?:der|die|das|dem|den|des|im|am|vom|zum|zur|ab|bis|seit|jeden|jeder|jedes|unser|ihr|sein)\s(?:[1-9]|[12]\d|3[01])$`)

// streetRE ends an address with its street.
var streetRE = pattern.New(`\d+ (?:\p{Lu}\p{Ll}+ ){1,2}St$`)

// Ordinal tells a German ordinal from a number that ends a sentence by what stands
// behind it: "31. März", "3. Quartal".
func Ordinal(before, after string) bool {
	return endsDay.MatchString(before) && countedTime.MatchString(after)
}

var (
	endsDay     = pattern.New(`(?:^|[\s(–-])(?:[1-9]|[12]\d|3[01])$`)
	countedTime = pattern.New(`^\s(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Quartal|Halbjahr|Stock|Etage|Obergeschoss|OG|Klasse|Mal|Platz|Lebensjahr|Advent|Geburtstag|Jahrhundert|Auflage|Woche|Monat|Schritt)\b`)
	// doubled is the plural of initials: "RR. HH.", "EE. UU."
	doubled = pattern.New(`(?:^|\s)(?:RR|HH|EE|UU|CC|OO|FF|AA|DD|JJ|MM|SS|PP|VV)$`)
	// spaced is an abbreviation of several words that has a space in it, up to one of its
	// full stops, spacedNext what follows the first of them: "z. B.", "p. ex.", "i. d. R."
	spaced     = pattern.New(`(?i)(?:^|[\s(])(?:z\. ?b|d\. ?h|[ou]\. ?ä|u\. ?a|s\. ?[ou]|i\. ?d|i\. ?d\. ?r|v\. ?a|p\. ?ex|p\. ?ej|b\. ?v|t\. ?a|d\. ?c)$`)
	spacedNext = pattern.New(`(?i)(?:^|[\s(])(?:z|d|o|u|s|i|v|p|b|t|i\. ?d|t\. ?a)\|\s(?:b|h|ä|a|o|u|d|r|ex|ej|v|c)\.`)
	// partNumber leads to the number of a part: "Art. 13", "Abs. 1".
	partNumber = pattern.New(`(?i)(?:^|[\s(])(?:ok|aprox|appr|ong|min|art|abs|kap|cap|ziff|abb|pag|pág|núm|lfd|vol|n|s|p)\|\s\d`)
	// street leads to the name of a street or a square: "Av. Chapultepec", "al. Jana Pawła".
	street = pattern.New(`(?:^|[\s(])(?:Avd?|Ctra|Urb|Blvd|Bd|Pl|[Aa]l|[Oo]s|Bvd|Cra|Pça|R|Rua|V|Vic|Lgo|C\.so|P\.le)\|\s\p{Lu}`)
	// kept are abbreviations that keep their full stop where a sentence ends with them.
	kept = pattern.New(`(?:^|[\s(])(?:EE\. ?UU|RR\. ?HH|FF\. ?AA|CC\. ?OO|S\.A|S\.L|S\.p\.A|S\.r\.l|S\.A\.S|e\. ?V|e\. ?K|etc|usw|ecc|enz|u\. ?a|u\. ?Ä|Mio|Mrd|Std|mln|mld|Ltda|Lda)$`)
)

// lettered is a thing that has a letter for a name.
var lettered = pattern.New(`(?i)\b(?:aisle|row|lift|bay|door|shed|site|stand|court|pitch|ward|depot|warehouse|series|phase|lane|dock|shelf|rack|table|tower|building|block|wing|hall|room|plan|vitamin|rating|grade|class|hepatitis|option|group|class|gate|platform|section|type|part|appendix|zone|area|level|terminal|model|version|entrance|exit|gebäude|halle|raum|gruppe|edificio|bâtiment|salle|prédio|sala|cortile|padiglione|blocco|binario|patio|bloque|nave|puerta|pabellón|planta|aula|pavilhão|portão|bloco|cour|quai|porte|hof|tor|eingang|gleis|parkplatz|ebene|trakt|bereich|hal|poort|perron|zaal|gebouw|grupo|groupe|gruppo|groep|patente|permis|carnet|clase|classe|tipo|typ) \p{Lu}$`)

// unitLetter is an amount with a unit of one letter: "230 V".
var unitLetter = pattern.New(`\d \p{Lu}$`)

// goesOn tells a full stop within an abbreviation of several words, or between one and
// its number, by what follows it.
func goesOn(before, after string) bool {
	if len(after) > 8 {
		after = after[:8]
	}
	at := max(0, len(before)-8)
	for at < len(before) && !utf8.RuneStart(before[at]) {
		at++
	}
	around := before[at:] + "|" + after
	return spacedNext.MatchString(around) || partNumber.MatchString(around) || street.MatchString(around)
}

// Abbreviated tells whether the full stop after s belongs to an abbreviation or
// an initial.
func Abbreviated(s string) bool {
	i := strings.LastIndexAny(s, " (\"“")
	w := strings.ToLower(strings.TrimLeft(s[i+1:], "(\"“"))
	if strings.HasSuffix(w, "str") && len(w) > 5 { // "Hauptstr. 88"
		return true
	}
	if Abbreviations[w] && !(w == "st" && streetRE.MatchString(s)) && !measured.MatchString(s) { // "at 412 Mission St."
		return true
	}
	if OrdinalRE.MatchString(s) || doubled.MatchString(s) || spaced.MatchString(s) {
		return true
	}
	r := []rune(s[i+1:])
	if len(r) == 1 && (lettered.MatchString(s) || unitLetter.MatchString(s)) {
		return false // "in building C."
	}
	return len(r) == 1 && unicode.IsUpper(r[0]) && i > 0 || len(r) == 3 && r[1] == '.' && unicode.IsUpper(r[0]) && unicode.IsUpper(r[2])
}

// measured ends in a unit or in a month behind its day, which end a sentence like any word:
// "in under 2 ms. It runs", "until 1 Nov. Kids go free".
var measured = pattern.New(`(?:^|\s)\d[\d.,]* (?:ms|(?i:jan|feb|sept|oct|nov|dec))$`)

// namedByLetter tells a name that ends in a letter, "Kettle X. It boils", from an initial
// by what follows it: a word that begins a sentence and is no name.
func namedByLetter(before, after string) bool {
	return endsLetter.MatchString(before) && beginsAnew.MatchString(after)
}

var (
	endsLetter = pattern.New(`\p{L} \p{Lu}$`)
	beginsAnew = pattern.New(`^\s(?:It|Its|It['’]s|The|This|That|These|They|We|You|He|She|Our|Your|Their|There|With|For|From|And|But|Each|Every|All|Es|Er|Sie|Der|Die|Das|Ein|Eine|Wir|Ihr|Mit|Und|El|Los|Las|Una?|Con|Il|Elle|Ils|Elles|Les|Une|Nous|Vous|Avec|Os|As|Uma?|Com|Ele|Ela|Gli|Lui|Lei|Het|Een|Met) `)
)

// Upper makes the first letter a capital, except of names such as iPhone and of addresses.
func Upper(s string) string {
	r, w := utf8.DecodeRuneInString(s)
	if w == 0 || !unicode.IsLower(r) || FirstIsName(s) {
		return s
	}
	if head, _, _ := strings.Cut(s, " "); URLRE.MatchString(head) || Mail(head) != "" {
		return s
	}
	return string(unicode.ToUpper(r)) + s[w:]
}

// Stop ends s as a sentence.
func Stop(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), ",;:—–- ")
	if s == "" {
		return s
	}
	t := strings.TrimRight(s, `"”»’')`)
	if r, _ := utf8.DecodeLastRuneInString(t); EndsSentence(r) {
		return s
	}
	if r, _ := utf8.DecodeLastRuneInString(t); unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || mostlyHan(s) {
		return s + "。"
	} else if unicode.Is(unicode.Devanagari, r) {
		return s + "।"
	} else if unicode.Is(unicode.Thai, r) || strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Thai, r) }) {
		return s // Thai ends its sentences without a mark
	}
	return s + "."
}

// mostlyHan tells whether a text is written in Chinese or Japanese characters, whatever it
// ends with: "退货率：1.2%".
func mostlyHan(s string) bool {
	han, other := 0, 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			han++
		case unicode.IsLetter(r):
			other++
		}
	}
	return han > 1 && han*2 > other
}

// Unstop takes the sentence end off s, but not the full stop of "EE. UU." or "e. V."
func Unstop(s string) string {
	s = strings.TrimSpace(s)
	t := strings.TrimRight(s, ".!?…؟。！？।॥ ,;:，；：、")
	if strings.HasPrefix(s[len(t):], ".") && kept.MatchString(t) {
		return t + "."
	}
	return t
}

// Words counts the words of s.
func Words(s string) int { return len(strings.Fields(s)) }

// StartsUpper tells whether s begins with a capital.
func StartsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// IsAllCaps tells whether s has no small letter.
func IsAllCaps(s string) bool {
	return s == strings.ToUpper(s) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsUpper(r) })
}

// FirstWords are the first n words of s.
func FirstWords(s string, n int) string {
	f := strings.Fields(s)
	return strings.Join(f[:min(n, len(f))], " ")
}

// IsWordByte tells the bytes of letters and digits.
func IsWordByte(c byte) bool {
	return c >= 0x80 || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// Behind is what stands behind a match that ends at end with the character that bounds it.
func Behind(s string, end int) string {
	_, n := utf8.DecodeLastRuneInString(s[:end])
	return strings.TrimSpace(s[end-n:])
}

// ClampSpan keeps the ends of a match within s, and between its characters: what a match is
// bounded by may be longer than the one byte that is counted off for it.
func ClampSpan(a, z int, s string) (int, int) {
	a = max(0, min(a, len(s)))
	z = max(a, min(z, len(s)))
	for a > 0 && a < len(s) && !utf8.RuneStart(s[a]) {
		a--
	}
	for z > a && z < len(s) && !utf8.RuneStart(s[z]) {
		z--
	}
	return a, z
}

// EndsAsSentence tells a line that ends with a stop and has more words than a label.
func EndsAsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"”»`))
	return EndsSentence(r) && Words(s) > 3
}

// Clip cuts s to n characters, with an ellipsis.
func Clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
