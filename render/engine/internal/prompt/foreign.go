package prompt

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// videoWord is the thing that is made, in languages whose grammar is not known here.
var videoWord = pattern.New(`(?i)(?:^|[^\p{L}])(?:wideo|reklam[aey]\p{L}{0,2}|реклам\p{L}{1,2}|filmik\p{L}*|film\p{L}{0,3}|video\p{L}{0,4}|videoklip\p{L}*|videó\p{L}{0,4}|klip\p{L}{0,3}|spot\p{L}{0,3}|видео\p{L}*|ролик\p{L}*|відео|βίντεο|वीडियो|วิดีโอ|विज्ञापन)(?:[^\p{L}]|$)|動画|広告|CM|广告|廣告|광고|โฆษณา|ビデオ|视频|影片|視頻|영상|동영상|วิดีโอ|คลิป`)

// foreignHead parts the words to the agent from the head of a prompt whose language has
// no grammar here: "Wideo dla klientów: od 1 stycznia …", "新入社員向けの動画。". They are
// noted, not spoken; what stands behind their colon is returned.
func (p *parser) foreignHead(text string, s prose.Sentence) (rest string, ok bool) {
	head := prose.Unstop(strings.TrimRight(text, "。！"))
	for _, sep := range []string{": ", " : ", "："} {
		if a, b, cut := strings.Cut(text, sep); cut {
			head, rest = a, strings.TrimSpace(b)
			break
		}
	}
	named := strings.TrimRight(foreignLength.ReplaceAllString(lengthAbroad.ReplaceAllString(head, " "), ""), " ,")
	if !videoWord.MatchString(head) || prose.Words(named) > 12 || len([]rune(named)) > 76 || strings.ContainsAny(head, "?？") {
		return "", false
	}
	if subject, title := foreignTopic(named); title != "" && !videoHead.MatchString(named) && subject == "" && p.b.Title == "" && p.b.Subject == "" && !foreignQuote.MatchString(head) {
		p.b.Title = title
	} else if m := foreignName.FindStringSubmatch(head); m != nil && p.b.Subject == "" {
		p.b.Subject = strings.Trim(strings.Join(m[1:], ""), " “”\"") // one of them
	}
	if p.b.Subject == "" && p.b.Title == "" && (rest == "" || !videoHead.MatchString(named)) {
		if !videoHead.MatchString(named) {
			p.b.Subject, p.b.Title = foreignTopic(forAbroad.ReplaceAllString(named, ""))
		}
		if p.b.Subject+p.b.Title == "" {
			p.b.Subject, p.b.Title = foreignTopic(named)
		}
		p.b.Announced = videoHead.MatchString(named) && p.b.Title != "" // "Film powitalny dla …" is read and not said
	}
	p.orders++
	p.understand(s.Line, text, func() { p.direct(head, s.Line) })
	p.b.NoteOn(s.Line, fmt.Sprintf("%q names the video: it is taken for a direction and not spoken", head), prose.FirstWords(head, 3))
	return rest, true
}

// foreignName is whom such a video is for or about: what stands in quotation marks, or
// where the language has the name.
var foreignName = pattern.New(`[“「『«„"‘]([^”」』»“"’]{2,30})[”」』»“"’]|(?:^|\s)'([^']{2,20})'|^([^のを、]{2,20})の(?:紹介|宣伝|PR)?(?:動画|ビデオ)|^(.{2,20}?)(?:을|를)? ?소개하는`)

// foreignQuote is a name in quotation marks.
var foreignQuote = pattern.New(`[“「『«„"‘]`)

var (
	// foreignLength is the length of a video behind its kind.
	foreignLength = pattern.New(`(?i),? (?:\(?\d+(?:-\p{L}+)? ?\p{L}*\)?|\d+-\p{L}+)$`)
	// videoHead begins a head with the thing that is made, so that all of it names the video.
	videoHead = pattern.New(`(?i)^(?:wideo|filmik|film|video|videó|klip|spot|видео|видеоролик|ролик|відео|βίντεο)\p{L}{0,4} \p{L}`)
	// properRun is a name within a head, by its capitals.
	properRun = pattern.New(`\s(\p{Lu}[\p{L}\d-]+(?: \p{Lu}[\p{L}\d-]+){0,3})`)
	// kindOfVideo is what kind of video is made, before the word for it.
	kindOfVideo  = pattern.New(`(?:秒|分|向け)の([^のを、]{2,14}?)(?:動画|ビデオ|映像)|(?:秒|分钟)的([^的，]{2,14}?)(?:视频|短片|影片)|(?:制作|做|拍摄|生成|创建)(?:一个|一段|一条|一部)?([^的，\d]{2,12}?)(?:视频|短片|影片)|(?:초|분)(?:짜리)? ?([\p{Hangul} ]{2,14}?) ?(?:동영상|영상|비디오)|위한 ([\p{Hangul} ]{2,14}?) ?(?:동영상|영상|비디오)|(?:วิดีโอ|คลิป)(?:สำหรับ[\p{Thai}\p{M}]+|([\p{Thai}]{4,40}))|(?:का|की) ([\p{Devanagari}][\p{Devanagari} ]{2,24}?) (?:वीडियो|वीडियो) `)
	plainKindCJK = pattern.New(`^(?:一[个段条部支]|一[个段条部支]?短|広告|紹介|宣伝|PR|短い|产品宣传|宣传|广告|介绍|광고|홍보|소개|짧은)?$`)
)

// topicAbroad is what a video is about, where the language has it.
var topicAbroad = []*pattern.Pattern{
	pattern.New(`(?:介绍|讲解|宣传|推广|讲述|关于|介紹|關於)(?:一下)?(?:我们的|我们)?([^，。,:：]{2,20}?)(?:的)?(?:视频|短片|影片|$|[，。,:：])`),
	pattern.New(`为(?:我们的|我们)?([^，。、]{2,16}?)(?:制作|做|拍摄|生成|创建)`),
	pattern.New(`(?i)(?:film\p{L}*|video\p{L}*|klipp?\p{L}*) (?:om|tentang|về|despre|про|за) (.{3,50})$`),
	pattern.New(`([^、。]{2,16}の(?:案内|説明|募集|お知らせ|報告|手順))(?:動画|ビデオ|映像)`),
	pattern.New(`(?:^|[、。]|向けの|向けに)([^、。]{2,24}?)(?:について|に関する|を(?:紹介|説明|解説|宣伝|案内)する)`),
	pattern.New(`(?:^|위한 |위해 |초(?:짜리)? )([^,.]{2,24}?)(?:에 (?:대한|관한)|(?:을|를) (?:소개|설명|홍보|안내)하는)`),
	pattern.New(`^([\p{Hangul}\d ]{2,16} (?:모집|채용|교육|안내|홍보|이벤트|행사|출시)) ?(?:동?영상|비디오)$`),
	pattern.New(`(?:เกี่ยวกับ|เรื่อง|แนะนำ)([\p{Thai}\p{M}]{3,40})`),
	pattern.New(`(?:^|लिए |सेकंड का )([\p{Devanagari}\p{M} ]{2,40}?) के बारे में `),
	pattern.New(`(?i)(?:^|için )(.{3,40}?) (?:hakkında|ile ilgili) `),
	pattern.New(`^(\p{Lu}[\p{L}\d’'&-]*(?: \p{Lu}[\p{L}\d’'&-]*){1,3}) için `),
	pattern.New(`\s\p{Ll}+ (\p{Lu}[\p{L}\d’'&-]*(?: \p{Lu}[\p{L}\d’'&-]*){0,3}) için `),
	pattern.New(`(?i)(?:film\p{L}*|wideo|spot\p{L}*|klip\p{L}*)(?: dla [^,.:]{3,40}?)? (o(?:be?)? [^,.:]{3,40})$`),
	pattern.New(`(?i)(?:видео\p{L}*|ролик\p{L}*|фильм\p{L}*)(?: для [^,.:]{3,40}?)? (об?о? [^,.:]{3,40})$`),
}

// peopleAbroad are those whom a video is for.
var peopleAbroad = pattern.New(`(?:员工|客户|居民|学生|家长|用户|同事|观众|游客|会员|老人|患者|司机|老师|新人|业主|社員|従業員|お客様|学生|保護者|住民|会員|患者|初心者|皆様|직원|사원|고객|학생|학부모|주민|입주민|회원|환자|여러분)(?:の皆様|の皆さん|様|さん|们|들|분)*$|พนักงาน|ลูกค้า|นักเรียน|ผู้ปกครอง|สมาชิก|ग्राहक|कर्मचारी|छात्र|अभिभावक|माता-पिता|मरीज|निवासी|यात्री|सदस्य|बच्च|किसान`)

// forPeople is whom a video is for, with its kind where that says more: "신입 사원을 위한
// 안내", "dla nowych pracowników magazynu", "apartman sakinleri için".
var forPeople = pattern.New(`^([\p{Hangul} ]{2,20}(?:을|를) 위한 (?:안내|교육|홍보|소개)) ?(?:동영상|영상|비디오)|([^、。]{2,16}向けの(?:案内|研修|説明|教育|紹介))(?:動画|ビデオ|映像)|(?i:film\p{L}*|wideo|filmik\p{L}*|видео\p{L}*|ролик\p{L}*|відео|video\p{L}*) ((?:dla|для|för|untuk|dành cho|pro|pentru) [^,.:]{3,40})$|^([^,.:]{3,40} için) (?:\p{L}+ ){0,3}?video`)

// foreignTopic is the name that a head gives to what its video is about, else a title of
// the kind of video.
func foreignTopic(head string) (subject, title string) {
	for _, re := range topicAbroad {
		if m := re.FindStringSubmatch(head); m != nil {
			if name := strings.Trim(strings.Join(m[1:], ""), " ，,、。"); len([]rune(name)) >= 2 && !videoWord.MatchString(name) && !peopleAbroad.MatchString(name) && prose.Duration(name) == 0 {
				return "", prose.Upper(name)
			}
		}
	}
	if m := forPeople.FindStringSubmatch(head); m != nil {
		return "", prose.Upper(strings.TrimSpace(strings.Join(m[1:], "")))
	}
	if m := kindOfVideo.FindStringSubmatch(head); m != nil {
		if kind := strings.TrimSpace(strings.Join(m[1:], "")); !plainKindCJK.MatchString(kind) {
			return "", kind
		}
		return "", ""
	}
	if videoHead.MatchString(head) {
		return "", head
	}
	if at := videoWord.FindStringIndex(head); at != nil {
		if m := properRun.FindStringSubmatch(head[max(0, at[1]-1):]); m != nil {
			return m[1], ""
		}
	}
	return "", ""
}

// foreignHeads is [parser.foreignHead] for the first sentence.
func (p *parser) foreignHeads(r *reading) bool {
	if !p.foreign || !p.first() {
		return false
	}
	rest, ok := p.foreignHead(r.text, r.Sentence)
	if ok && rest != "" {
		p.sentence(prose.Sentence{Text: prose.Upper(rest), Line: r.Line, Col: r.Col})
	}
	return ok
}

// foreignOrder reads the order of a video in a language whose grammar is not known here.
func (p *parser) foreignOrder(r *reading) bool {
	if !foreignMake.MatchString(r.text) {
		return false
	}
	p.orders++
	p.understand(r.Line, r.text, func() { p.direct(r.text, r.Line) })
	if p.b.Title == "" && p.b.Subject == "" && !foreignQuote.MatchString(r.text) {
		order := lengthAbroad.ReplaceAllString(prose.Unstop(r.text), " ")
		p.b.Subject, p.b.Title = foreignTopic(forAbroad.ReplaceAllString(order, ""))
	}
	return true
}

var (
	// lengthAbroad is a length within an order, forAbroad whom a video is for at its end.
	lengthAbroad = pattern.New(`(?i) (?:na |на |trwający |długości |длиной |продолжительностью )?\d+[- ]?(?:sekund\p{L}*|секунд\p{L}*|с|s)(?: |$)`)
	forAbroad    = pattern.New(`(?i),? (?:dla|для) [^,.:]{3,40}$`)
)

// foreignMake orders a video in a language whose grammar is not known here.
var foreignMake = pattern.New(`(?i)(?:動画|ビデオ|映像).{0,30}(?:作|制作|作成)|(?:制作|製作|制作一|做一|创建|生成).{0,20}(?:视频|影片|視頻)|(?:영상|동영상|비디오).{0,20}(?:만들|제작|부탁|필요)|(?:создай|создайте|сделай|сделайте|снимите)\P{L}.{0,40}(?:видео|ролик)|(?:stwórz|zrób|przygotuj|nagraj|potrzebuj\p{L}{1,3}|poprosz\p{L}{1,3}|chcemy|chciał\p{L}{2,5})(?:cie)?\P{L}.{0,40}(?:wideo|film|rolk|filmik)|(?:video|videosu).{0,40}(?:oluştur|hazırla|yap)|वीडियो.{0,20}बना|^(?:film|wideo|rolka|ролик|фильм|видео)\P{L}.{0,30}\d+.{0,4}(?:sekund|сек)`)

// fullWidth gives the full-width colon and the numbers in circles of CJK texts the forms that
// lists and labels are read by: "手順：①開く②押す".
func fullWidth(text string) string {
	text = dotted.ReplaceAllString(labelBracket.ReplaceAllString(text, "$1 "), "• ")
	if !circled.MatchString(text) && !strings.Contains(text, "：") {
		return text
	}
	text = wideColon.ReplaceAllString(text, "$1: $2")
	return circled.ReplaceAllStringFunc(text, func(s string) string {
		n := []rune(strings.TrimSpace(s))[0] - '①' + 1
		return fmt.Sprintf(" %d. ", n)
	})
}

var (
	// wideColon heads a list, or the words to the agent.
	wideColon = pattern.New(`([\p{Han}\p{Hiragana}\p{Katakana}ー」』”\w])：[ \t]*(\n|$| ?(?:①|1[.)．、] ?\D)|[^，、。：\n]{1,20}、[^，。：\n]{1,20}、|[^，、。：\n]{1,20}，[^，。：\n]{1,20}，)`)
	// labelBracket is a label in brackets before a title: "【社内連絡】11月の営業報告".
	labelBracket = pattern.New(`(?m)^【([^】\n]{1,16})】[ \t]*`)
	// dotted is a dot that begins the line of a list.
	dotted  = pattern.New(`(?m)^[ \t]*[・･‧]`)
	circled = pattern.New(`[①②③④⑤⑥⑦⑧⑨]\s?`)
)

// thaiOrder is the order at the head of a Thai prompt, which no mark parts from what follows
// it: "สร้างวิดีโอ 30 วินาที แนะนำคลินิก เปิดทุกวัน".
var thaiOrder = pattern.New(`^((?:ช่วย|กรุณา|โปรด|อยากได้|ต้องการ|ขอ)?(?:สร้าง|ทำ|ผลิต|จัดทำ)?(?:วิดีโอ|คลิป|วีดีโอ)[\p{Thai}\p{M}]*(?: ?(?:ความยาว ?)?\d+ ?(?:วินาที|นาที))?(?: ?(?:สำหรับ|แนะนำ|เกี่ยวกับ|เรื่อง|ประกาศ|โฆษณา)[\p{Thai}\p{M}]+(?: [A-Za-z][\w-]*)*)*) ([\p{Thai}\p{M}A-Za-z\d].*)`)

// thaiGap is the space that ends a clause in Thai, which has no full stop.
var thaiGap = pattern.New(`([\p{Thai}\p{M}.]) ([\p{Thai}][\p{Thai}\p{M}]{3,})`)

// thaiNext begins another order within a line.
var thaiNext = pattern.New(` ((?:ปิดท้าย|จบด้วย|ลงท้ายด้วย|เน้นว่า|บอกว่า|ย้ำว่า)[^\n]*)`)

// thaiLines puts the clauses of long Thai text on lines of their own.
func thaiLines(text string) string {
	var out []string
	for _, l := range strings.Split(text, "\n") {
		if utf8.RuneCountInString(l) < 60 || strings.Contains(l, ", ") || prose.IsBullet(l) || layout.SceneRE.MatchString(l) {
			out = append(out, l)
			continue
		}
		from := 0
		for at := thaiGap.FindStringSubmatchIndex(l[from:]); at != nil; at = thaiGap.FindStringSubmatchIndex(l[from:]) {
			cut := from + at[3]
			if utf8.RuneCountInString(l[:cut]) >= 12 && utf8.RuneCountInString(l[cut:]) >= 8 && !strings.HasSuffix(l[:cut], ":") {
				out = append(out, strings.TrimSpace(l[:cut]), "")
				l, from = strings.TrimSpace(l[cut:]), 0
				continue
			}
			from = cut
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}

// parted puts a colon behind such an order, and clauses apart.
func parted(text string) string {
	text = thaiNext.ReplaceAllString(text, "\n\n$1")
	m := thaiOrder.FindStringSubmatchIndex(text)
	if m == nil {
		return thaiLines(text)
	}
	return text[:m[3]] + ": " + thaiLines(text[m[4]:])
}
