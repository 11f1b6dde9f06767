package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// headsJottings is a word for notes over the facts below it, which says nothing of them:
// "Notizen:", "Mis apuntes:", "Ecco i dati:".
var headsJottings = pattern.New(`(?i)^(?:(?:hier|voici|ecco|aqu[ií]|here|hieronder|unten)(?: (?:sind|kommen|stehen|están|van|tienes|estão|vão|tem|are|zijn|staan))? )?` +
	`(?:(?:die|meine|unsere|ein paar|kurze|wichtige|alle|l[oae]s|el|la|mis|nuestr[oa]s|un[oa]s|algun[oa]s|todos los|mes|nos|quelques|toutes les|i|gli|le|miei|nostri|alcun[ei]|qualche|os|as|meus|noss[oa]s|algumas|alguns|de|mijn|onze|wat|een paar|the|my|our|some|a few) ){0,2}` +
	`(?:notizen|stichpunkte|stichworte|eckdaten|fakten|infos?|informationen|angaben|zahlen|daten|apuntes|notas|datos|cifras|informaciones|notes?|informations|données|chiffres|faits|appunti|dati|cifre|informazioni|anotações|dados|números|informações|fatos|tópicos|pontos|temas|puntos|punti|points|themen|punkte|notities|aantekeningen|punten|gegevens|cijfers|feiten|notatki|dane|liczby|informacje|заметки|данные|цифры|тезисы|notlar|notlarım|veriler|rakamlar|bilgiler|ملاحظات|البيانات|الأرقام|المعلومات|הערות|נקודות|נתונים|פרטים|नोट्स|आंकड़े|メモ|データ|笔记|数据|要点|메모|데이터|facts|figures|details)` +
	`(?: (?:zum|zur|zu den|aus|von|für|del?|de la|de los|du|des|d['’]|dell[aeo]|dell['’]|dal|dall['’]|dalla|sul|da|do|dos|das|para|pour|per|voor|uit|van|for|from|on) ?[^:.!?]{3,40})?\s?[:：]?$`)

// jottings tells whether the heading of a list is such a word.
func (p *parser) jottings(head string) bool {
	return head != "" && (p.t.Code != "en" || p.foreign) && prose.Words(head) <= 8 && (headsJottings.MatchString(head) || layout.SectionOf(head) == "facts")
}

// endsInJottings tells whether a line ends with such a word, alone in its sentence.
func (p *parser) endsInJottings(line string) bool {
	line = strings.TrimSpace(line)
	if !strings.HasSuffix(line, ":") {
		return false
	}
	ss := prose.SplitSentences(line)
	last := strings.TrimSuffix(ss[len(ss)-1], ":")
	if i := strings.LastIndex(last, ", "); i > 0 {
		last = last[i+2:] // "Video per i soci, appunti dall'assemblea:"
	}
	return p.jottings(last)
}

// overJottings drops such a word where nothing but the lines below it belongs to it.
func (p *parser) overJottings(r *reading) bool {
	if p.verbatim || !strings.HasSuffix(r.text, ":") || !p.jottings(strings.TrimSuffix(r.text, ":")) {
		return false
	}
	p.orders++
	p.b.Noted = true
	return true
}

// factsApart tells whether the entries of a list under such a word are facts of their own,
// and no things that stand side by side: most have a figure, or more than one part.
func (p *parser) factsApart(items []prose.Line) bool {
	figures := 0
	for _, it := range items {
		if anyDigit.MatchString(it.Text) {
			figures++
		}
	}
	return len(items) >= 2 && (figures*2 >= len(items) || p.notes(items))
}
