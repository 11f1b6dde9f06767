package prompt

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

var (
	// salutation greets readers on a line of its own.
	salutation = pattern.New(`(?i)^(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|geschätzte|¡?hola|¡?buen[oa]s(?: días| tardes| noches)?|estimad[oa]s?|querid[oa]s?|apreciad[oa]s|bonjour|bonsoir|salut|coucou|chers?|chères?|mesdames|madame|monsieur|olá|oi|bom dia|boa tarde|boa noite|prezad[oa]s?|car[oaie]s?|ciao|salve|buongiorno|buonasera|gentil[ei]|hoi|goedemorgen|goedemiddag|goedendag|beste|geachte|lieve|مرحبا|مرحباً|أهلا|السلام عليكم|أعزائي|عزيزي|زملائي|שלום|היי|בוקר טוב)(?:[ ,][^.?:;]{1,60})?\s?[,!،]$`)
	// regards end a letter, thanks too where a name follows.
	regards = pattern.New(`(?i)^(?:(?:mit )?(?:freundlich|best|herzlich|lieb|schön|viel)(?:en?|sten?)?(?: und \p{L}+)? (?:grüße[n]?|grüssen?|gruß)(?: aus .{2,24})?|mfg|lg|vg|hochachtungsvoll|(?:un |muchos )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?|atentamente|un abrazo|(?:très |bien )?cordialement|bien à (?:vous|toi)|(?:sincères|meilleures) salutations|(?:belle|bonne) journée(?: à vous| à tous)?|à bientôt|atenciosamente|(?:com os )?(?:melhores )?cumprimentos|(?:um )?abraços?|(?:cordiali|distinti|cari) saluti|un (?:caro |cordiale )?saluto|a presto|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|مع (?:أطيب )?التحي(?:ة|ات)|تحياتي|بكل احترام|בברכה|תודה ו\S+|pozdrawiam(?: serdecznie)?|z poważaniem|saygılarım\p{L}*|sevgiler|selamlar|iyi çalışmalar|с уважением|s pozdravem|med vänliga? hälsning(?:ar)?|vänliga hälsningar|(?:med )?venlig hilsen|よろしくお願い(?:いた)?します|よろしく|以上|此致|祝好|敬上|감사합니다|[\p{Hangul} ]{2,10} (?:드림|올림)|धन्यवाद|सादर|ขอบคุณ\p{Thai}*|ด้วยความนับถือ|(?:best|kind|warm) regards|regards|sincerely|yours sincerely)(?:\s?[,.!،。！]*|[,.!،，、]\s?[\p{Lu}\p{Lo}][\p{L}.'’-]*(?: [\p{Lu}\p{Lo}][\p{L}.'’-]*){0,2})$`)
	thanks  = pattern.New(`(?i)^(?:vielen dank|danke|besten dank|¡?(?:muchas )?gracias|merci|obrigad[oa]|grazie(?: mille)?|(?:alvast )?bedankt|dank je(?:wel)?|شكرا(?: لكم)?|תודה(?: רבה)?|dziękuję|dzięki|z góry dziękuję|teşekkürler|teşekkür ederim|спасибо|děkuji|tack(?: på förhand)?|tak|ありがとうございます|谢谢|감사합니다|धन्यवाद|ขอบคุณ\p{Thai}*|(?:many )?thanks|thank you)(?: (?:im voraus|vorab|schon mal|euch|dir|ihnen|de antemano|por adelantado|d['’]avance|desde já|in anticipo|in advance|מראש))?\s?(?:[,.!،。！]*|[,.!،，、]\s?[\p{Lu}\p{Lo}][\p{L}.'’-]*(?: [\p{Lu}\p{Lo}][\p{L}.'’-]*){0,2})$`)
	// thanksSigned thanks, and the writer's name follows.
	thanksSigned = pattern.New(`(?i)^[^,.!،，、]{3,24}[,.!،，、]\s?[\p{Lu}\p{Lo}]`)
	signed       = pattern.New(`(?i)^(?:ps|p\. ?s)\b|[.?!:]$`)
)

// Hails tells whether a sentence only greets the readers of a message.
func Hails(s string) bool {
	s = prose.Unstop(strings.TrimRight(strings.TrimSpace(s), ",!")) + ","
	return prose.Words(s) <= 6 && (letterHello.MatchString(s) || salutation.MatchString(s))
}

// letter takes what a message says to the agent alone off its two ends: the greeting of its
// first line, and how its writer signs it. A greeting below the order is said to the
// viewers. A text that orders nothing is said as it is.
func (p *parser) letter(lines []prose.Line) []prose.Line {
	if p.t.Code == "en" && !p.foreign {
		return p.pasted(lines)
	}
	lines = p.unbriefed(p.mailed(lines))
	first := -1
	for i, l := range lines {
		if strings.TrimSpace(l.Text) != "" {
			first = i
			break
		}
	}
	if p.hails = first < 0 || !p.ordersVideo(lines[first:]); p.hails {
		return lines
	}
	out := p.unsigned(lines)
	for i, l := range out {
		t := strings.TrimSpace(l.Text)
		if !salutation.MatchString(t) || prose.Words(t) > 9 {
			continue
		}
		if i <= first {
			out[i].Text = ""
			continue
		}
		t = prose.Unstop(t)
		switch p.t.Code {
		case "fr":
			t += " !"
		case "es":
			t = "¡" + strings.TrimPrefix(t, "¡") + "!"
		default:
			t += "!"
		}
		out[i].Text = t
	}
	return out
}

// lined brings the lines of a prompt that is not English into those that the parser reads.
func (p *parser) lined(lines []prose.Line) []prose.Line {
	lines = p.letter(lines)
	if p.t.Code == "en" {
		for i := range lines {
			lines[i].Text = forGenders.ReplaceAllString(lines[i].Text, "")
		}
		return steppedEnglish(lines)
	}
	return stepped(lines)
}

// ordersVideo tells whether one of the first sentences speaks of the video itself.
func (p *parser) ordersVideo(lines []prose.Line) bool {
	for _, l := range lines[:min(len(lines), 6)] {
		if p.t.Noun.MatchString(" "+l.Text+" ") || p.foreign && videoWord.MatchString(l.Text) {
			return true
		}
		for _, s := range prose.SplitSentences(l.Text) {
			if prose.Duration(s) > 0 && prose.Words(s) <= 8 || grammar.LanguageNamed(s) != "" {
				return true
			}
		}
	}
	return false
}

// unsigned drops how the writer of a message signs it, and a signature above an order that
// stands below the message.
func (p *parser) unsigned(lines []prose.Line) []prose.Line {
	for i, l := range lines[:max(0, len(lines)-1)] {
		t := strings.TrimSpace(l.Text)
		if !regards.MatchString(t) || i == 0 {
			continue
		}
		end := i + 1
		for end < len(lines) && end <= i+3 && !signed.MatchString(strings.TrimSpace(lines[end].Text)) && prose.Words(lines[end].Text) <= 4 {
			end++
		}
		if end < len(lines) && prose.FirstText(lines[end:]) != "" && p.ordersVideo(linesWithText(lines[end:])) {
			p.b.NoteOn(l.N, fmt.Sprintf("%q ends the message to the agent: it is not spoken", prose.Unstop(t)), prose.FirstWords(t, 3))
			for k := i; k < end; k++ {
				lines[k].Text = ""
			}
		}
	}
	last := len(lines)
	for names := 0; last > 0 && names <= 3; last-- {
		t := strings.TrimSpace(lines[last-1].Text)
		if t == "" {
			continue
		}
		if regards.MatchString(t) || thanks.MatchString(t) && (names > 0 || p.mailSubject != "" || thanksSigned.MatchString(t)) {
			p.b.NoteOn(lines[last-1].N, fmt.Sprintf("%q ends the message to the agent: it is not spoken", prose.Unstop(t)), prose.FirstWords(t, 3))
			for last--; last > 0 && (strings.TrimSpace(lines[last-1].Text) == "" || thanks.MatchString(strings.TrimSpace(lines[last-1].Text))); last-- {
			}
			return lines[:last]
		}
		if signed.MatchString(t) || prose.Words(t) > 7 || prose.IsBullet(t) {
			return lines
		}
		names++
	}
	return lines
}
