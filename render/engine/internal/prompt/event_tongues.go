package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// eventIn finds the event that an announcement is about, which no order names: "Wir laden euch
// herzlich zum Hoffest in der Gartenstraße 12 ein", "celebramos el festival de Navidad".
// Group 1 is the event.
var eventIn = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)(?:laden|lade|lädt)\s(?:[^.,!?]{2,40}?\s)?(?:zum|zur|zu (?:unser|ein|d)\p{L}+)\s((?-i:\p{Lu}|\p{Ll}+n \p{Lu})[^.!?]+?)\sein(?:[.,!?\s]|$)|(?:feiern wir|wir feiern|veranstalten wir|wir veranstalten)\s(?:(?:wieder|endlich|gemeinsam|unser\p{L}*|d[aie][ser]|ein\p{L}*)\s)*((?-i:\p{Lu})[^.,!?]+?)(?:[.,!?]|$)|eingeladen (?:zum|zur|zu (?:unser|ein)\p{L}+)\s([^.,!?]+)`),
	"es": pattern.New(`(?i)(?:os|les|te) esperamos(?: [^.,!?]{1,40}?)? en\s(?:el|la|los|las|nuestr[oa])\s([^.,!?]+)|(?:celebramos|organizamos|vamos a (?:hacer|celebrar|organizar)|se celebra|celebraremos|inauguramos|tenemos|invit(?:amos|ad[oa]s)(?: [^.,!?]{1,24}?)? a(?:l)?)\s(?:(?:el|la|los|las|un|una|nuestr[oa]s?)\s)?((?:gran )?(?:festival|fiesta|inauguración|cena|comida|jornada|concierto|feria|mercadillo|taller|charla|presentación|gala|torneo|carrera|romería|verbena|reunión|asamblea|aniversario|exposición|excursión|merienda|función|concurso|encuentro)\b[^.!?]*)`),
	"fr": pattern.New(`(?i)(?:invit(?:ons|é[es]*)(?: [^.,!?]{1,24}?)? (?:à|au|aux)|organisons|organise|célébrons|fêtons|inaugurons)\s?(?:(?:la|le|les|l['’]|un|une|notre|nos)\s?)?((?:grande? )?(?:fête|inauguration|soirée|dîner|repas|journée|concert|foire|vide-grenier|brocante|atelier|conférence|présentation|gala|tournoi|course|kermesse|réunion|assemblée|anniversaire|exposition|sortie|goûter|spectacle|concours|rencontre|pot|apéritif|apéro|portes ouvertes|marché|loto)\b[^.!?]*)`),
	"it": pattern.New(`(?i)(?:invit(?:iamo|ati|ate)(?: [^.,!?]{1,24}?)? (?:a|al|alla|allo|all['’]|ai|alle)|organizziamo|festeggiamo|celebriamo|inauguriamo|si terrà|ci sarà)\s?(?:(?:il|la|lo|l['’]|un|una|un['’]|la nostra|il nostro)\s?)?((?:grande )?(?:festa|inaugurazione|serata|cena|pranzo|giornata|concerto|fiera|mercatino|laboratorio|conferenza|presentazione|gala|torneo|corsa|sagra|riunione|assemblea|anniversario|mostra|gita|merenda|spettacolo|concorso|incontro|aperitivo|open day|grigliata)\b[^.!?]*)`),
	"pt": pattern.New(`(?i)(?:convid(?:amos|ad[oa]s)(?: [^.,!?]{1,24}?)? (?:para|a)|tem|temos|teremos|organizamos|celebramos|comemoramos|inauguramos|vai rolar|acontece|haverá|vamos (?:fazer|ter|organizar))\s(?:(?:o|a|os|as|um|uma|noss[oa]|a nossa|o nosso)\s)*((?:grande )?(?:festa|inauguração|noite|jantar|almoço|jornada|concerto|show|feira|bazar|oficina|palestra|apresentação|gala|torneio|corrida|mutirão|quermesse|reunião|assembleia|aniversário|exposição|passeio|lanche|espetáculo|concurso|encontro|arraial|churrasco|sarau)\b[^.!?]*)`),
	"nl": pattern.New(`(?i)(?:nodigen (?:jullie|u|je|iedereen) (?:van harte )?uit voor|uitgenodigd voor|welkom op|organiseren we|we organiseren|vieren we|we vieren)\s(?:(?:het|de|een|ons|onze)\s)?([^.,!?]+)`),
}

// eventEnds is where the name of an event ends: before its day, its time, or what is asked.
var eventEnds = pattern.New(`(?i)(?:,|;| – | — |\s(?:` +
	`am (?:\d|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)|vom \d|ab \d|um \d|ein(?:$|,|\.)|statt(?:$|,|\.)` +
	`|(?:el|este|el próximo|del|desde el) (?:\d|lunes|martes|miércoles|jueves|viernes|sábado|domingo)|a las? \d` +
	`|(?:le|ce|du|dès le) (?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|à \d|est organisé` +
	`|(?:il|questo|dal|di|da) (?:\d|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)|(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica) \d|alle \d|dalle \d` +
	`|(?:no dia|em|no|na|neste|nesta|dia|no próximo|na próxima) (?:\d|segunda|terça|quarta|quinta|sexta|sábado|domingo)|às \d` +
	`|op (?:\d|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)|om \d|vanaf \d)).*$`)

// eventNamed titles an announcement by its event, where no order names a topic. What invites
// to it introduces it, too.
func (p *parser) eventNamed() {
	b, re := p.b, eventIn[p.t.Code]
	if re == nil || b.Subject != "" || b.Title != "" || len(b.Scenes) > 0 || len(b.Points) == 0 {
		return
	}
	for i, pt := range b.Points[:min(2, len(b.Points))] {
		if pt.Form != brief.Clause {
			return
		}
		m := re.FindStringSubmatch(pt.Text)
		if m == nil {
			continue
		}
		name := strings.TrimSpace(eventEnds.ReplaceAllString(strings.Join(m[1:], ""), ""))
		if n := prose.Words(name); n < 1 || n > 9 || len([]rune(name)) > 60 {
			continue
		}
		b.Title, b.Announced = prose.Upper(name), i == 0
		if b.Purpose == "" {
			b.Purpose = brief.Event
		}
		return
	}
}
