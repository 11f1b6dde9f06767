package prompt

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// manner is how a language greets the one reader of a message. A title makes it formal.
type manner struct {
	who    *pattern.Pattern // group 1 the title, 2 degrees, 3 the name, the rest post and company
	formal string           // title, name
	plain  string           // first name
	titles map[string]string
}

const person = `(\p{Lu}[\p{L}'’-]+(?:\s(?:de |del |da |do |van |von |di )?\p{Lu}[\p{L}'’-]+){0,2})`

var manners = map[string]manner{
	"de": {pattern.New(`^(?:(Herrn?|Frau)\s)?((?:(?:Dr|Prof)\.\s)*)` + person + `(?:,\s.*|\s(?:von|bei|aus|der|vom|beim|im)\s.*)?$`), "Guten Tag, %s %s", "Hallo %s",
		map[string]string{"herrn": "Herr", "herr": "Herr", "frau": "Frau"}},
	"es": {pattern.New(`^(?:(?:la |el )?(Sra?\.|[Ss]eñora?|Dra?\.)\s)?()` + person + `(?:,\s.*|\s(?:de|del|en)\s.*)?$`), "Buenos días, %s %s", "Hola, %s",
		map[string]string{"sr.": "señor", "sra.": "señora", "señor": "señor", "señora": "señora", "dr.": "doctor", "dra.": "doctora"}},
	"fr": {pattern.New(`^(?:(M\.|Mme|Mlle|[Mm]onsieur|[Mm]adame|Dr)\s)?()` + person + `(?:,\s.*|\s(?:de|du|chez|des)\s.*)?$`), "Bonjour, %s %s", "Bonjour %s",
		map[string]string{"m.": "Monsieur", "mme": "Madame", "mlle": "Mademoiselle", "monsieur": "Monsieur", "madame": "Madame", "dr": "Docteur"}},
	"pt": {pattern.New(`^(?:(?:[ao] )?(Sra?\.|[Ss]enhora?|Dra?\.)\s)?()` + person + `(?:,\s.*|\s(?:da|do|de|na|no)\s.*)?$`), "Olá, %s %s", "Olá, %s",
		map[string]string{"sr.": "senhor", "sra.": "senhora", "senhor": "senhor", "senhora": "senhora", "dr.": "doutor", "dra.": "doutora"}},
	"it": {pattern.New(`^(?:(?:il |la |lo |l['’])?([Dd]ott\.(?:ssa)?|[Dd]ottor(?:e|essa)|[Ss]ig\.(?:ra)?|[Ss]ignor[ae]?|[Ii]ng\.|[Aa]vv\.)\s)?()` + person + `(?:,\s.*|\s(?:di|della|del|in|presso)\s.*)?$`), "Buongiorno, %s %s", "Buongiorno %s",
		map[string]string{"dott.": "dottor", "dott.ssa": "dottoressa", "dottore": "dottor", "dottor": "dottor", "dottoressa": "dottoressa", "sig.": "signor", "sig.ra": "signora", "signor": "signor", "signore": "signor", "signora": "signora", "ing.": "ingegner", "avv.": "avvocato"}},
	"nl": {pattern.New(`^(?:(meneer|mevrouw|dhr\.|mevr\.|mw\.)\s)?()` + person + `(?:,\s.*|\s(?:van|bij)\s.*)?$`), "Goedendag, %s %s", "Hallo %s",
		map[string]string{"meneer": "meneer", "dhr.": "meneer", "mevrouw": "mevrouw", "mevr.": "mevrouw", "mw.": "mevrouw"}},
	"he": {pattern.New(`^()()(\p{Hebrew}+\s\p{Hebrew}+)(?:,\s.*|\s(?:מ|ב)\S.*)?$`), "%s %s", "שלום %s", nil},
	"ar": {pattern.New(`^(?:(السيدة|السيد|الأستاذة|الأستاذ|الدكتورة|الدكتور)\s)?()(\p{Arabic}+\s\p{Arabic}+)(?:[،,]\s.*|\s(?:في|من)\s.*)?$`), "مرحباً، %s %s", "مرحباً %s",
		map[string]string{"السيد": "السيد", "السيدة": "السيدة", "الأستاذ": "الأستاذ", "الأستاذة": "الأستاذة", "الدكتور": "الدكتور", "الدكتورة": "الدكتورة"}},
}

// recipient reads whom a message is for, and reports whether it is one person.
func (p *parser) recipient(who string) bool {
	m := manners[p.t.Code]
	if m.who == nil {
		return false
	}
	f := m.who.FindStringSubmatch(strings.TrimSpace(who))
	if f == nil {
		return false
	}
	names := strings.Fields(f[3])
	if title := m.titles[strings.ToLower(f[1])]; title != "" {
		last := names[len(names)-1]
		p.b.Subject = strings.TrimSpace(f[1] + " " + f[2] + f[3])
		if p.t.Code == "es" || p.t.Code == "pt" || p.t.Code == "it" { // "o Sr. Nunes"
			p.b.Subject = strings.TrimSpace(who)[:strings.Index(strings.TrimSpace(who), f[3])+len(f[3])]
		}
		p.b.Salute = fill2(m.formal, title, strings.TrimSpace(f[2]+last))
		return true
	}
	p.b.Subject = f[3]
	p.b.Salute = strings.Replace(m.plain, "%s", names[0], 1)
	return true
}

func fill2(frame, a, b string) string {
	return strings.Replace(strings.Replace(frame, "%s", a, 1), "%s", b, 1)
}

// asking are instructions to ask the reader of a message for something, in German with
// the case that the proposal needs. Group 1 is what for, group 2 an address.
var asking = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^(?:bitte(?:n sie)?|frag(?:e|en sie)?) (?:ihn|sie|herrn [^.]{2,30}?|frau [^.]{2,30}?) (?:um|nach) (.+?)(?:,? (?:termin(?:buchung)?|link|kalender|buchung)(?: unter|:)? (\S+\.\S+))?[.!]?$|^schlag(?:e|en sie)? (?:ihm |ihr )?(.+?) vor[.!]?$`),
	"es": pattern.New(`(?i)^(?:pídele|pide|pida|proponle|propón|proponga|ofrécele|sugiérele|sugiere) (.+?)(?:[,:]? (?:enlace|agenda|calendario|reserva)(?: en|:)? (\S+\.\S+))?[.!]?$`),
	"fr": pattern.New(`(?i)^(?:demandez[ -]lui|demande[ -]lui|proposez[ -]lui|propose[ -]lui|proposez|propose) (.+?)(?:[,:]? (?:lien|agenda|calendrier|réservation) ?(?:sur|:)? (\S+\.\S+))?[.!]?$`),
	"it": pattern.New(`(?i)^(?:chiedi(?:le|gli)|chiedere|proponi(?:le|gli)?) (.+?)(?:[,:]? (?:link|agenda|calendario)(?: su|:)? (\S+\.\S+))?[.!]?$`),
	"pt": pattern.New(`(?i)^(?:peça(?: a (?:ele|ela))?|proponha|sugira|ofereça) (.+?)(?:[,:]? (?:link|agenda|calendário)(?: em|:)? (\S+\.\S+))?[.!]?$`),
	"nl": pattern.New(`(?i)^(?:vraag (?:hem|haar)? ?(?:om|naar)?|stel (?:hem|haar)) (.+?)(?: voor)?(?:[,:]? (?:link|agenda|afspraak)(?: via|:)? (\S+\.\S+))?[.!]?$`),
}

// trailingURL is an address behind what is asked for.
var trailingURL = pattern.New(`[.,:;]?\s(?:https?://)?((?:[\p{L}\d-]+\.)+\p{L}{2,}(?:/\S*)?)[.]?$`)

// asks carries out an instruction to ask the reader of a message for something.
func (p *parser) asks(text string, s prose.Sentence) bool {
	re := asking[p.t.Code]
	if re == nil || p.b.Purpose != brief.Outreach {
		return false
	}
	m := re.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	p.orders++
	what := m[1]
	if len(m) > 3 {
		what += m[3]
	}
	if at := trailingURL.FindStringSubmatchIndex(what); at != nil {
		p.b.URL, what = cmp.Or(p.b.URL, what[at[2]:at[3]]), what[:at[0]]
	}
	if u := prose.Unstop(m[2]); u != "" && p.b.URL == "" {
		p.b.URL = u
	}
	if p.t.Code == "de" {
		what = germanDative(what)
	}
	p.say(brief.Point{Form: brief.Offer, Text: strings.TrimSpace(what), Role: brief.Action, Asked: true}, s)
	return true
}

// germanDative puts a noun phrase behind "mit": "ein 20-minütiges Gespräch" is
// "einem 20-minütigen Gespräch".
func germanDative(s string) string {
	f := strings.Fields(s)
	if len(f) < 2 {
		return s
	}
	switch strings.ToLower(f[0]) {
	case "ein", "einen":
		f[0] = "einem"
	case "eine":
		f[0] = "einer"
	default:
		return s
	}
	for i := 1; i < len(f)-1; i++ {
		if prose.StartsUpper(f[i]) {
			break
		}
		for _, end := range []string{"es", "er", "en", "e"} {
			if w, ok := strings.CutSuffix(f[i], end); ok && len(w) > 2 {
				f[i] = w + "en"
				break
			}
		}
	}
	return strings.Join(f, " ")
}
