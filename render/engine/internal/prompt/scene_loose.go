package prompt

import (
	"cmp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// saidOver is what is said over a picture: `VOICEOVER over b-roll of a hall: "…"`.
var saidOver = pattern.New(`(?i)^(?:vo|v\.o\.|voice-?over|narrator|narration|presenter|avatar)\s+over\s+([^:"“„]{3,80}):\s*(["“„].+)$`)

// loose sorts lines without a field: quotations are spoken, short directions
// ("Hard cut.") are honoured, the rest is what the scene shows or, in a scene
// with a picture but no words, what it says.
func (p *parser) loose(sc *Scene, loose []line, say *[]string, visual *[]line) {
	quotes := slices.ContainsFunc(loose, func(l line) bool { // what is said stands in quotation marks
		_, whole := Unquote(l.text)
		lead, _, _ := strings.Cut(l.text, ":")
		return whole || toldLine.MatchString(l.text) || quoted(l.text) != nil && saysOnCamera.MatchString(lead)
	})
	for _, l := range loose {
		directed := p.english(l.text)
		if tr := transitionNamed(directed); tr != "" && Words(directed) <= 6 {
			sc.Transition = tr
			continue
		}
		if noAvatarRE.MatchString(directed) && Words(directed) <= 8 {
			sc.NoAvatar = true
			continue
		}
		if q, ok := Unquote(l.text); ok {
			*say = append(*say, q)
			continue
		}
		if m := saidOver.FindStringSubmatch(l.text); m != nil && len(*say) == 0 {
			*visual, *say = append(*visual, line{l.n, m[1]}), append(*say, quoted(m[2])...)
			p.visualDirections(sc, m[1], l.n)
			continue
		}
		lead, rest, ok := strings.Cut(l.text, ":")
		if ok && (Words(lead) <= 3 || saysOnCamera.MatchString(lead)) && quoted(rest) != nil && len(*say) == 0 {
			*say = append(*say, quoted(rest)[0])
			sc.Type = cmp.Or(sc.Type, sceneType(lead)) // `Avatar on camera: "…"`
			if speaker.MatchString(l.text) && !offScreen.MatchString(lead) && sectionOf(lead) == "" {
				sc.Speaker = shownName(strings.TrimSpace(lead))
			}
			continue
		}
		if len(*say) == 0 && !quotes && (len(*visual) > 0 || endsAsSentence(l.text) && p.isClause(l.text) && !p.t.prod.MatchString(l.text) && !verbRE.MatchString(directed)) {
			*say = append(*say, l.text)
			continue
		}
		l.text = sc.directed(l.text, directed)
		*visual = append(*visual, l)
		p.visualDirections(sc, l.text, l.n)
	}
}

// saysOnCamera is who speaks, and where to: "Mr Adeyemi on camera".
var saysOnCamera = pattern.New(`(?i)^(?:[\p{L}.'’-]+ ){1,5}(?:(?:on|to|into|at) (?:the )?camera|off[- ]screen|in die kamera|a cámara|face caméra|in camera)$`)

// bracket carries out "[NO AVATAR — full screen]" and "[Avatar LEFT 35%. Content RIGHT 65%.]".
func (p *parser) bracket(sc *Scene, s string, at int) {
	switch {
	case noAvatarRE.MatchString(s) || strings.EqualFold(strings.TrimSpace(strings.TrimPrefix(s, "avatar ")), "none"):
		sc.NoAvatar = true
	case sideRE.MatchString(s):
		m := sideRE.FindStringSubmatch(s)
		sc.Side = sideNamed(m[1] + m[3])
		if v := decimal(m[2] + m[4]); v > 0 {
			sc.Share = min(1, v/100)
		}
	case transitionNamed(s) != "":
		sc.Transition = transitionNamed(s)
	case framingRE.MatchString(s):
		for _, f := range framings {
			if f.re.MatchString(s) {
				sc.Framing = f.val
				break
			}
		}
		if centreRE.MatchString(s) {
			sc.Side = "full"
		}
	default:
		sc.Notes = append(sc.Notes, s)
		p.b.note(at, "direction ["+s+"] has no counterpart in the local engine: kept as a note")
	}
}

func (p *parser) visualDirections(sc *Scene, s string, at int) {
	if sc.Framing == "" && (personNear.MatchString(s) || (sc.Type == "a-roll" || sc.Type == "overlay") && framingFirst.MatchString(s)) {
		sc.Framing = lookup(framings, quotesRE.ReplaceAllString(s, " "))
	}
	if sideRE.MatchString(s) {
		p.bracket(sc, sideRE.FindString(s), at)
	}
	if m := thirdRE.FindStringSubmatch(s); m != nil && sc.Side == "" && personNear.MatchString(s) && !content.MatchString(s) {
		sc.Side = strings.ToLower(m[1])
	}
	if noAvatarRE.MatchString(s) {
		sc.NoAvatar = true
	}
	if tr := transitionNamed(s); tr != "" && sc.Transition == "" {
		sc.Transition = tr
	}
}

var (
	framings = words(
		`medium close[- ]?ups?`, "medium",
		`close[- ]?ups?|close shot|head(?: and shoulders)? shot|head[- ]and[- ]shoulders|tight(?: shot)?`, "close",
		`wide(?: shot)?|waist(?:[- ]up)?|full[- ]body|three[- ]quarter shot`, "waist",
		`medium(?:[- ]shot)?|mid[- ]shot|chest[- ]up`, "medium",
	)
	// thirdRE is a part of the frame, in which a presenter stands where nothing else is named.
	thirdRE = pattern.New(`(?i)\b(?:in |on |to |at )?(?:the )?(left|right)(?:-hand)?(?: (?:third|half|side|of (?:the )?frame))\b`)
	content = pattern.New(`(?i)\b(?:list|icons?|cards?|chart|text|title|headline|bullets?|content|graphics?|checklist|logo|number)\b`)
	// framingFirst begins a picture with how near it is.
	framingFirst = pattern.New(`(?i)^(?:medium |extreme |tight )?(?:close[- ]?up|close shot|medium shot|mid[- ]shot|wide shot|waist[- ]up|chest[- ]up)\b`)
	framingRE    = pattern.New(`(?i)\b(?:avatar|presenter|host|shot|close[- ]?up|medium|wide|waist|cent(?:er|re)d?|full[- ]frame)\b`)
	centreRE     = pattern.New(`(?i)\b(?:cent(?:er|re)d?|middle|full[- ]frame)\b`)
)

// aboutVideo tells a short order about the whole video ("No music, please.") that
// stands below the words of a scene from one more of its words.
func (p *parser) aboutVideo(s string) bool {
	if Words(s) > 9 || p.t.tell.MatchString(s) {
		return false
	}
	return noAvatarRE.MatchString(s) || captionOff.MatchString(s) || lookup(moods, s) == "off" || p.isStyle(s) && p.t.prod.MatchString(s)
}

// allAboutVideo tells whether every sentence of a paragraph is an order about the whole
// video: "No avatar in scene 5, please. Captions on."
func (p *parser) allAboutVideo(s string) bool {
	for _, x := range SplitSentences(strings.ReplaceAll(s, "**", "")) {
		if quoted(x) != nil || verbRE.MatchString(x) || sceneType(x) != "" && !noAvatarRE.MatchString(x) && !noStockRE.MatchString(x) || !p.isStyle(x) && !noStockRE.MatchString(x) {
			return false
		}
	}
	return true
}
