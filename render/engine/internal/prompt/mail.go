package prompt

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads the head of an e-mail in languages other than English: its subject is the
// video's title, and what greets the agent, and asks after it, is nothing that a video says.

var (
	// mailSubject is the line of a mail's subject. Group 1 is the subject.
	mailSubject = pattern.New(`(?i)^\s*(?:betreff|asunto|objet|oggetto|assunto|onderwerp|الموضوع|موضوع|נושא|הנדון|temat|konu|件名|题目|主题|主旨|제목|เรื่อง|विषय|тема|předmět|ämne|emne|aihe|subiect|tárgy|subject)\s?[:：]\s*(.{2,90})$`)
	// mailHead is another line of a mail's head.
	mailHead = pattern.New(`(?i)^\s*(?:von|an|cc|bcc|gesendet|datum|de|para|enviado|fecha|à|envoyé|date|da|a|inviato|data|van|aan|verzonden|من|إلى|التاريخ|מאת|אל|תאריך|od|do|wysłano|kimden|kime|tarih|差出人|宛先|日時|发件人|收件人|日期|보낸 ?사람|받는 ?사람|날짜|จาก|ถึง|वर्ष|प्रेषक|प्रति|от|кому|дата|from|to|sent)\s?[:：]\s*.{2,90}$`)
	// answerTo begins the subject of an answer.
	answerTo = pattern.New(`(?i)^(?:(?:re|aw|fwd?|wg|rv|tr|res|enc|ynt|odp|antw)\s?:\s*)+`)
	// hailed greets one reader at the head of a line that goes on.
	hailed = pattern.New(`(?i)^(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|¡?hola|buenos días|buenas(?: tardes)?|estimad[oa]s?|querid[oa]s?|bonjour|bonsoir|salut|coucou|chers?|chères?|olá|oi|bom dia|boa tarde|prezad[oa]s?|car[oaie]|ciao|salve|buongiorno|buonasera|gentil[ei]|hoi|goedemorgen|goedemiddag|beste|مرحبا|مرحباً|أهلا|السلام عليكم|שלום|היי|dzień dobry|cześć|witam|hej|szanown\p{L}+|drog[ia]|drodzy|merhaba|selam|sayın|sevgili|iyi günler|नमस्ते|नमस्कार|प्रिय|สวัสดี\p{Thai}*|здравствуйте|привет|добрый день|уважаем\p{L}+|dobrý den|ahoj|kära|kære|[\p{Hangul} ]{1,12}(?:씨|님), 안녕하세요|안녕하세요|\p{Han}{1,5}(?:你好|您好|,你好)|你好|您好|こんにちは|お疲れ様です|お世話になっております)(?:,? [^.,:;!?،。，、]{1,40})?\s?(?:[,!.،，！。、]|[–—-]\s)\s*`)
	// smallTalk asks after the reader.
	smallTalk = pattern.New(`(?i)^(?:wie geht(?:['’]?s| es)(?: \p{L}+)?|alles gut(?: bei \p{L}+)?|ich hoffe,? [^.?!]{4,40}|¿?(?:qué tal|cómo estás|cómo va todo|todo bien)|(?:comment )?(?:ça|tu) vas?(?: bien)?|j['’]espère que [^.?!]{4,40}|tudo (?:bem|certo)(?: com (?:você|vocês))?|como vai|espero que [^.?!]{4,40}|come (?:va|stai)|tutto bene|spero [^.?!]{4,40}|hoe gaat (?:het|ie)(?: met je)?|alles goed|nasılsın(?:ız)?|co słychać|كيف حالك|מה שלומך|מה נשמע|안녕하세요|잘 지내시죠|你好吗)\s?[?!.。？]+\s*`)
	// ofVideo is a subject that says that there is to be a video, and no more than whom it is for.
	ofVideo = pattern.New(`(?i)^(?:\p{L}+ ){0,2}?(?:video|vídeo|vidéo|film|filmpje|clip|filmik|wideo|spot|reel|فيديو|סרטון|видео|ролик)s?(?: \p{Ll}+)? (?:für|para|pour|per|voor|über|sobre|sur|su|over|dla|o|ل\p{L}*|ל\p{L}*|עבור|для|о)(?:\s|$)`)
	// videoThen is the thing that is made before what it is of: "filmpje zomerkamp".
	videoThen = pattern.New(`(?i)^(?:video|vídeo|vidéo|film|filmpje|clip|filmik|wideo|spot|reel|فيديو|סרטון|видео|ролик)\s?[:–—-]?\s+`)
	// thenVideo is it behind.
	thenVideo = pattern.New(`(?i)[ -](?:video|vídeo|vidéo|film|filmpje|clip|videosu)$|(?:の)?動画$|视频$|(?: )?(?:동)?영상$`)
)

// mailed drops the head of a mail and what it greets the agent with, and keeps its subject.
func (p *parser) mailed(lines []prose.Line) []prose.Line {
	subject, seen := -1, 0
	for i, l := range lines {
		if strings.TrimSpace(l.Text) == "" {
			continue
		}
		if seen++; seen > 5 {
			break
		}
		if mailSubject.MatchString(l.Text) {
			subject = i
			break
		}
		if !mailHead.MatchString(l.Text) {
			break
		}
	}
	out := append([]prose.Line(nil), lines...)
	if subject >= 0 && prose.FirstText(lines[subject+1:]) != "" {
		p.mailSubject = p.mailTitle(mailSubject.FindStringSubmatch(lines[subject].Text)[1])
		p.b.NoteOn(lines[subject].N, "the subject of the mail is the video's title; its label is not spoken", prose.FirstWords(lines[subject].Text, 2))
		for i := range out {
			if i > subject && strings.TrimSpace(out[i].Text) != "" && !mailHead.MatchString(out[i].Text) {
				break
			}
			out[i].Text = ""
		}
	}
	if !p.ordersVideo(linesWithText(out)) && subject < 0 {
		return out
	}
	for i := range out {
		t := strings.TrimSpace(out[i].Text)
		if t == "" {
			continue
		}
		at := hailed.FindStringIndex(t)
		if at == nil || prose.Words(t[:at[1]]) > 6 {
			break
		}
		rest := t[at[1]:]
		for m := smallTalk.FindStringIndex(rest); m != nil; m = smallTalk.FindStringIndex(rest) {
			rest = rest[m[1]:]
		}
		if subject < 0 && rest != "" && hailsMany.MatchString(t[:at[1]]) {
			if first := prose.Upper(prose.SplitSentences(rest)[0]); !p.isOrder(first) && !p.t.Noun.MatchString(" "+first+" ") && prose.Words(first) >= 5 {
				break // "Liebe Nachbarn, wir laden euch zum Hoffest ein" greets the viewers
			}
		}
		if rest == "" && subject < 0 && !p.ordersBelow(out[i+1:]) {
			break
		}
		p.greeted = true
		p.b.NoteOn(out[i].N, fmt.Sprintf("%q greets the agent: it is not spoken", prose.Unstop(t[:at[1]])), prose.FirstWords(t, 2))
		out[i].Text = prose.Upper(strings.TrimSpace(rest))
		break
	}
	return out
}

// hailsMany greets people who are no makers of videos: "Liebe Nachbarn", "Queridas familias".
var hailsMany = pattern.New(`(?i)^(?:liebe|sehr geehrte|querid[oa]s|estimad[oa]s|chers|chères|car[ie]|gentili|car[oa]s|prezad[oa]s|beste|lieve) (?:[\p{L}-]+ ){0,3}(?:nachbar\p{L}*|eltern|gäste|mitglieder|\p{L}*kund\p{L}+|mieter\p{L}*|anwohner\p{L}*|bürger\p{L}*|freunde?|spender\p{L}*|gemeinde|familien?|patient\p{L}+|familias|vecin[oa]s|soci[oa]s|clientes|padres|madres|amig[oa]s|voisins|voisines|parents|amis|amies|adhérents|clients|patients|habitants|locataires|vicini|soci|genitori|clienti|amici|amiche|famiglie|cittadini|condomini|pazienti|vizinhos|moradores|sócios|pais|amigos|famílias|buren|ouders|leden|klanten|vrienden|buurtgenoten)\b`)

// ordersBelow tells whether the next lines order the video.
func (p *parser) ordersBelow(lines []prose.Line) bool { return p.ordersVideo(linesWithText(lines)) }

func linesWithText(lines []prose.Line) []prose.Line {
	var out []prose.Line
	for _, l := range lines {
		if strings.TrimSpace(l.Text) != "" {
			out = append(out, l)
		}
	}
	return out
}

// mailTitle is the title that the subject of a mail gives its video; "" = none.
func (p *parser) mailTitle(s string) string {
	s = prose.Unstop(answerTo.ReplaceAllString(strings.TrimSpace(s), ""))
	if ofVideo.MatchString(s) || p.isOrder(s) && !videoThen.MatchString(s) {
		return ""
	}
	s = thenVideo.ReplaceAllString(videoThen.ReplaceAllString(s, ""), "")
	if prose.Words(s) > 9 || strings.TrimSpace(s) == "" {
		return ""
	}
	return prose.Upper(strings.TrimSpace(s))
}
