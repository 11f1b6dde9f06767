package telling

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
)

// This file draws facts by their shape alone: a label with its value, and a list behind a
// colon. It serves languages without words of ours, and labels in all but English.

var (
	// labelAmount is a label and an amount, with what is said of it in brackets.
	labelAmount = pattern.New(`^([^\d:：.!?…。]{2,44}?)\s?[:：]\s*((?:R\$|[€$£¥₺₽₪₹฿])?\s?)([+−-]?\d[\d.,\x{a0}\x{202f}]*(?: \d{3})*)\s?((?:[%％‰٪]|[€$£¥₺₽₪₹฿]|\p{L}[\p{L}\p{M}.]{0,7}|M€|k€)?(?: ?[\p{L}\p{M}€$£]{1,12})?(?:\s?/\s?\p{L}{1,8})?)(?:\s?[(（](.{1,40})[)）]|,\s(.{1,40}))?$`)
	// noAmount are labels of what is no amount.
	noAmount = pattern.New(`(?i)(?:tel|fon|phone|hotline|kontakt|conta[ct]|contatt|contact|adres|address|indirizzo|dirección|morada|addr|raum|sala|salle|aula|room|zimmer|uhr|hora|heure|orari|horár|uur|tijd|saat|godz|data|date|fecha|datum|tarih|termin|numer|número|numéro|numero|nummer|kod|code|código|plan|schritt|étape|paso|passo|stap|krok|adım|电话|電話|地址|住所|時間|时间|日期|日時|会议|会議|전화|주소|시간|일시|날짜|번호|연락|โทร|ที่อยู่|เวลา|วันที่|संपर्क|फ़ोन|फोन|पता|समय|तारीख|दिनांक|тел|адрес|время|дата|هاتف|رقم|عنوان|موعد|تاريخ|ساعة|טלפון|כתובת|תאריך|שעה)`)
	// clockOrDay is a value that is a time and no amount.
	clockOrDay = pattern.New(`(?i)^\d{1,2}[:.h]\d\d(?:\D|$)|^\d{1,2}\s?(?:uhr|h|uur|時|时|点|點|시|น\.|बजे|月|월|日|일|am|pm)(?:\P{L}|$|\d)|^\d{1,2}\.? \p{L}{3,}(?: \d{4})?$`)
	// listBehind is a list behind a colon.
	listBehind = pattern.New(`^([^:：.!?。]{2,40}?)\s?[:：]\s*(.+)$`)
	// apart parts the things of a list.
	apart = pattern.New(`\s?[、，،]\s?|,\s`)
	// unitWord is a unit or a currency in letters behind a figure.
	unitWord = pattern.New(`^\s?(?:zł|PLN|Kč|kr|Ft|lei|TL|₺|₽|руб\p{L}*|грн|रुपये|रुपए|₹|บาท|฿|円|元|원|km|kg|m²|ml|cm|GB|TB|MB|kWh)(?:\P{L}|$)`)
)

// labelled draws a label with its amount, "Nowi klienci: 58", as one figure.
func (w *Writer) labelled(b *Beat, s string) bool {
	m := labelAmount.FindStringSubmatch(prose.Unstop(s))
	if m == nil || noAmount.MatchString(m[1]) || PhoneNumber.MatchString(s) || YearRE.MatchString(m[3]) && m[2]+m[4] == "" {
		return false
	}
	if value := m[3] + " " + m[4]; clockOrDay.MatchString(value) || clockOrDay.MatchString(m[3]+m[4]) || ADay.MatchString(value) || strings.Count(m[3], "-") > 1 || len(strings.Trim(m[3], "0123456789.,+−- ")) > 4 {
		return false
	}
	number := strings.TrimSpace(m[3])
	f := &scene.Figure{Prefix: strings.TrimSpace(m[2]), Text: strings.TrimLeft(number, "+−-"), Suffix: strings.TrimSpace(m[4]), Cue: strings.TrimLeft(number, "+−-")}
	if sign := strings.TrimSuffix(number, f.Text); sign != "" {
		f.Prefix = sign + f.Prefix
	}
	if utf8.RuneCountInString(f.Suffix) > 16 {
		return false
	}
	b.Kind, b.Figure, b.Label, b.Plain = scene.Number, f, Clip(prose.Upper(strings.TrimSpace(m[1])), 44), false
	b.Subtitle = Clip(prose.Upper(m[5]+m[6]), 48)
	return true
}

// listed draws the list behind a colon: "议程：电梯、照明、费用".
func (w *Writer) listed(b *Beat, s string) bool {
	m := listBehind.FindStringSubmatch(prose.Unstop(s))
	if m == nil || prose.URL(s)+prose.Mail(s) != "" || PhoneNumber.MatchString(s) {
		return false
	}
	parts := apart.Split(m[2], -1)
	if len(parts) < 3 || len(parts) > 6 {
		return false
	}
	var items []scene.Item
	for _, x := range parts {
		if x = strings.TrimSpace(x); x == "" || utf8.RuneCountInString(x) > 40 {
			return false
		}
		items = append(items, scene.Item{Title: prose.Upper(x), Icon: Icon(x)})
	}
	b.Kind, b.Items, b.Headline, b.Plain = scene.Points, items, Clip(prose.Upper(strings.TrimSpace(m[1])), 44), false
	Cues(b)
	return true
}

// asWritten finds the picture of a sentence whose words are not known: of a label with its
// amount, of a list, or of the one amount that has a unit.
func (w *Writer) asWritten(b *Beat, s string) {
	if w.labelled(b, s) || w.listed(b, s) {
		return
	}
	figs := w.Figures(s)
	if len(figs) != 1 || !w.hasUnit(s, figs[0]) {
		w.partwise(b, s) // which words belong to a figure is not known
		return
	}
	whole := prose.Upper(w.Bare(s))
	if utf8.RuneCountInString(whole) > 46+Longer {
		return // what it would be cut to is not known
	}
	f := figs[0]
	if f.Prefix+f.Suffix == "" {
		f.Suffix = strings.Trim(unitWord.FindString(s[f.To:]), " .,;:!?。")
	}
	b.Kind, b.Figure, b.Label, b.Plain = scene.Number, &f.Figure, whole, f.Score < 4
}

// hasUnit tells whether a figure of a language without words of ours has a unit or a
// currency that is known.
func (w *Writer) hasUnit(s string, f Amount) bool {
	return f.Prefix+f.Suffix != "" || f.To <= len(s) && unitWord.MatchString(s[f.To:])
}
