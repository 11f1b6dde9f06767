package prompt

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// videoWord is the thing that is made, in languages whose grammar is not known here.
var videoWord = pattern.New(`(?i)(?:^|[^\p{L}])(?:wideo|filmik\p{L}*|film\p{L}{0,3}|video\p{L}{0,4}|videoklip\p{L}*|videó\p{L}{0,4}|klip\p{L}{0,3}|spot\p{L}{0,3}|видео\p{L}*|ролик\p{L}*|відео|βίντεο|वीडियो|วิดีโอ)(?:[^\p{L}]|$)|動画|ビデオ|视频|影片|視頻|영상|동영상`)

// foreignHead parts the words to the agent from the head of a prompt whose language has
// no grammar here: "Wideo dla klientów: od 1 stycznia …", "新入社員向けの動画。". They are
// noted, not spoken; what stands behind their colon is returned.
func (p *parser) foreignHead(text string, s sentence) (rest string, ok bool) {
	head := Unstop(strings.TrimRight(text, "。！"))
	for _, sep := range []string{": ", " : ", "："} {
		if a, b, cut := strings.Cut(text, sep); cut {
			head, rest = a, strings.TrimSpace(b)
			break
		}
	}
	if !videoWord.MatchString(head) || Words(head) > 9 || len([]rune(head)) > 70 || strings.ContainsAny(head, "?？") {
		return "", false
	}
	if m := foreignName.FindStringSubmatch(head); m != nil && p.b.Subject == "" {
		p.b.Subject = strings.Trim(strings.Join(m[1:], ""), " “”\"") // one of them
	}
	p.orders++
	p.understand(s.line, text, func() { p.direct(head, s.line) })
	p.b.noteOn(s.line, fmt.Sprintf("%q names the video: it is taken for a direction and not spoken", head), firstWords(head, 3))
	return rest, true
}

// foreignName is whom such a video is for or about: what stands in quotation marks, or
// where the language has the name.
var foreignName = pattern.New(`[“「『«„"]([^”」』»“"]{2,30})[”」』»“"]|^(.{2,40}?) के लिए |^(?:为|為)(.{2,16}?)(?:制作|做|製作|拍)|^([^のを、]{2,20})の(?:紹介|宣伝|PR)?(?:動画|ビデオ)|^(.{2,20}?)(?:을|를)? ?소개하는`)
