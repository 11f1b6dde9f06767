package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// herald is an order for a video that says in one sentence what it is to announce, in a
// language whose grammar is not known here, and what is said to the viewers instead. The
// words that are announced keep their form, so that nothing has to be inflected.
type herald struct {
	re    *pattern.Pattern
	said  string // "" = nothing: the title says it
	title string // "" = what is said makes it
}

// plVideo, ruVideo and trVideo are the thing that is made, with the words around it.
const (
	plVideo = `(?i)^[^.:]{0,60}?(?:film|wideo|filmik|spot|klip|rolk|nagrani|animacj)\p{L}*[^.:]{0,60}?,? `
	ruVideo = `(?i)^[^.:]{0,60}?(?:видео|ролик|фильм)\p{L}*[^.:]{0,60}?,? `
	trVideo = ` (?:\d+ \p{L}+ |kısa |bir |kısa bir )*(?:video|film|klip|tanıtım)\p{L}*(?: \p{L}+)?$`
	trWhom  = `(?i)^(?:bize |bana |lütfen )*(?:\p{L}+(?:lere|lara|imize|ımıza|umuza|leri|ları|imizi|ımızı|umuzu) )?`
	zhVideo = `^(?:请|帮我|给我们)*(?:做|制作|拍|生成|创建|录制|拍摄)[^,，。]{0,20}?(?:视频|短片|影片)[,，]?(?:来|用来|用于)?`
	zhWhom  = `(?:[^,，]{0,8}?(?:居民|员工|家长|客户|同学|业主|顾客|学生|大家|同事|游客|用户|患者|会员|观众|住户)们?[,，:：]?)?`
	jaVideo = `(?:\d+秒の|短い)?(?:動画|ビデオ|映像).{0,16}$`
	jaWhom  = `^(?:[^、。]{1,12}(?:の皆様|の皆さん|様|さん|員|者|生徒|住民|の方)(?:に|へ|向けに)、?)?`
)

func heraldedBy(re, said, title string) herald {
	return herald{re: pattern.New(re), said: said, title: title}
}

// heraldings are such orders by language, the narrower ones first.
var heraldings = map[string][]herald{
	"pl": {
		heraldedBy(plVideo+`(?:zapraszając\p{L}+|z zaproszeniem|który zaprosi\p{L}*|w którym zaprasza\p{L}+|(?:żeby|aby) zaprosić)(?: \p{L}+){0,3}? (na|do) (.+)$`, "Zapraszamy $1 $2", ""),
		heraldedBy(plVideo+`(?:[^.:]{0,50}?,? )?(?:o tym, )?że (.+)$`, "$1", ""),
		heraldedBy(plVideo+`(?:[^.:]{0,50}?,? )?((?:jak|dlaczego|kiedy|gdzie) .+)$`, "", "$1"),
		heraldedBy(plVideo+`(?:prezentując|przedstawiając|pokazując|ogłaszając|reklamując|promując|zapowiadając)\p{L}+ (.+)$`, "Przedstawiamy $1", ""),
	},
	"ru": {
		heraldedBy(ruVideo+`(?:приглашающ\p{L}+|с приглашением|чтобы пригласить)(?: \p{L}+){0,3}? (на|в|к) (.+)$`, "Приглашаем вас $1 $2", ""),
		heraldedBy(ruVideo+`(?:[^.:]{0,50}?,? )?(?:о том, )?что (.+)$`, "$1", ""),
		heraldedBy(ruVideo+`(?:[^.:]{0,50}?,? )?((?:как|почему|когда|где) .+)$`, "", "$1"),
		heraldedBy(ruVideo+`(?:представляющ|рекламирующ|показывающ)\p{L}+ (.+)$`, "Представляем $1", ""),
	},
	"tr": {
		heraldedBy(trWhom+`(.+?) davet eden`+trVideo, "Sizi $1 davet ediyoruz", ""),
		heraldedBy(trWhom+`(.+?) hatırlatan`+trVideo, "$1 hatırlatıyoruz", ""),
		heraldedBy(trWhom+`(.+?) (?:duyuran|bildiren|ilan eden|haber veren)`+trVideo, "$1 duyuruyoruz", ""),
		heraldedBy(trWhom+`(.+?m[ıiuü]z)[ıiuü] (?:tanıtan|anlatan)`+trVideo, "", "$1"),
		heraldedBy(trWhom+`(.+?) tanıtan`+trVideo, "$1 tanıtıyoruz", ""),
		heraldedBy(trWhom+`(.+?) (?:anlatan|açıklayan|gösteren)`+trVideo, "$1 anlatıyoruz", ""),
	},
	"hi": {
		heraldedBy(`^(.+?) के लिए (?:एक )?(?:\S+ )?(?:निमंत्रण|आमंत्रण) (?:का )?वीडियो .*$`, "$1 में आपका स्वागत है।", "$1 का निमंत्रण"),
		heraldedBy(`^(?:.{0,60}?वीडियो .{0,40}?)(?:बताए|बताया|बताइए|बताएं|बताओ|सूचित|याद दिला|घोषणा)\S*(?: \S+)? कि (.+)$`, "$1।", ""),
		heraldedBy(`^(.+?) की (घोषणा|सूचना) (?:का|की|करने वाला|करता हुआ|के लिए|देने वाला)? ?(?:एक )?(?:\S+ )?वीडियो .*$`, "$1 की $2।", ""),
	},
	"ja": {
		heraldedBy(jaWhom+`(.+?(?:こと|旨))を(?:お知らせする|お知らせし|知らせる|伝える|お伝えする|案内する|ご案内する|説明する|周知する)`+jaVideo, "${1}をお知らせします", ""),
		heraldedBy(jaWhom+`(.+?)(?:へ|に|への)(?:ご)?招待(?:する|の)?`+jaVideo, "${1}へご招待します", ""),
	},
	"zh": {
		heraldedBy(zhVideo+`(?:邀请|欢迎)`+zhWhom+`(?:参加|来|出席)?(.+)$`, "诚邀您参加$1", ""),
		heraldedBy(zhVideo+`(?:通知|告诉|提醒|告知|提示|向)`+zhWhom+`(.+)$`, "$1", ""),
		heraldedBy(zhVideo+`(?:宣布|公布|发布)(.+)$`, "$1", ""),
	},
}

// heralds carries out such an order, where it is the first sentence.
func (p *parser) heralds(r *reading) bool {
	if !p.foreign || !p.first() || p.verbatim {
		return false
	}
	bare := strings.TrimRight(strings.TrimSpace(r.text), ".!?。！？।")
	for _, h := range heraldings[p.abroad] {
		if !h.re.MatchString(bare) {
			continue
		}
		p.orders++
		p.understand(r.Line, r.text, func() { p.direct(r.text, r.Line) })
		if p.b.Purpose == "" {
			p.b.Purpose = brief.Update
		}
		if title := h.re.ReplaceAllString(bare, h.title); h.title != "" {
			p.b.Title, p.b.Announced = prose.Upper(title), h.said != ""
		}
		if h.said != "" {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(h.re.ReplaceAllString(bare, h.said)), Role: brief.Hook, Asked: true}, r.Sentence)
		}
		return true
	}
	return false
}
