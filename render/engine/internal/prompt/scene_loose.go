package prompt

import (
	"cmp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// saidOver is what is said over a picture: `VOICEOVER over b-roll of a hall: "…"`.
var saidOver = pattern.New(`(?i)^(?:vo|v\.o\.|voice-?over|narrator|narration|presenter|avatar)\s+over\s+([^:"“„]{3,80}):\s*(["“„].+)$`)

// loose sorts lines without a field: quotations are spoken, short directions
// ("Hard cut.") are honoured, the rest is what the scene shows or, in a scene
// with a picture but no words, what it says.
func (p *parser) loose(sc *brief.Scene, loose []prose.Line, say *[]string, visual *[]prose.Line) {
	quotes := slices.ContainsFunc(loose, func(l prose.Line) bool { // what is said stands in quotation marks
		_, whole := prose.Unquote(l.Text)
		lead, _, _ := strings.Cut(l.Text, ":")
		return whole || toldLine.MatchString(l.Text) || prose.Quoted(l.Text) != nil && saysOnCamera.MatchString(lead)
	})
	loose = p.seenApart(loose)
	for i, l := range loose {
		if i == 0 && l.N == sc.Line && (len(loose) > 1 || len(*visual) > 0 || len(*say) > 0) && prose.Words(l.Text) <= 5 && !strings.ContainsAny(l.Text, `"“„«.!?:`) {
			sc.Header = strings.TrimSpace(sc.Header + " " + l.Text) // "POINT 1 – Origin" is a name
			continue
		}
		directed := p.english(l.Text)
		if tr := layout.TransitionNamed(directed); tr != "" && prose.Words(directed) <= 6 {
			sc.Transition = tr
			continue
		}
		if layout.NoAvatarRE.MatchString(directed) && prose.Words(directed) <= 8 {
			sc.NoAvatar = true
			rest := strings.Trim(layout.NoAvatarRE.ReplaceAllString(directed, " "), " ,.;:()–—-")
			if prose.Words(rest) < 2 {
				continue
			}
			l.Text = sc.Directed(strings.Trim(layout.NoAvatarRE.ReplaceAllString(l.Text, " "), " ,.;:()–—-"), rest) // "(light green background, no presenter)"
			*visual = append(*visual, l)
			p.visualDirections(sc, l.Text, l.N)
			continue
		}
		if q, ok := prose.Unquote(l.Text); ok {
			*say = append(*say, q)
			continue
		}
		if m := saidOver.FindStringSubmatch(l.Text); m != nil && len(*say) == 0 {
			*visual, *say = append(*visual, prose.Line{N: l.N, Text: m[1]}), append(*say, prose.Quoted(m[2])...)
			p.visualDirections(sc, m[1], l.N)
			continue
		}
		lead, rest, ok := strings.Cut(l.Text, ":")
		lead = describedInBrackets.ReplaceAllString(lead, "presenter")
		_, whole := prose.Unquote(rest)
		if ok && !whole && prose.Quoted(rest) != nil && (graphicLead.MatchString(lead) || len(prose.Quoted(rest)) > 1 && prose.Words(lead) <= 3 && !saysOnCamera.MatchString(lead)) {
			l.Text = sc.Directed(l.Text, directed) // `number ticket graphic: "Now serving", huge "A 47"`
			*visual = append(*visual, l)
			p.visualDirections(sc, l.Text, l.N)
			continue
		}
		if ok && (whole && prose.Words(lead) <= 8 && personNear.MatchString(lead) && !strings.Contains(lead, ". ") || prose.Words(lead) <= 3 || saysOnCamera.MatchString(lead)) && prose.Quoted(rest) != nil && len(*say) == 0 {
			*say = append(*say, prose.Quoted(rest)[0])
			sc.Framing = cmp.Or(sc.Framing, prose.Lookup(framings, lead))
			sc.Type = cmp.Or(sc.Type, layout.SceneType(lead)) // `Avatar on camera: "…"`
			if speaker.MatchString(l.Text) && !layout.OffScreen.MatchString(lead) && layout.SectionOf(lead) == "" {
				sc.Speaker = layout.ShownName(strings.TrimSpace(lead))
			}
			continue
		}
		if len(*say) == 0 && !quotes && (len(*visual) > 0 || prose.EndsAsSentence(l.Text) && p.isClause(l.Text) && !p.t.Production.MatchString(l.Text) && !layout.VerbRE.MatchString(directed)) {
			*say = append(*say, l.Text)
			continue
		}
		l.Text = sc.Directed(l.Text, directed)
		*visual = append(*visual, l)
		p.visualDirections(sc, l.Text, l.N)
	}
}

// seenApart parts the sentences of a line without quotation marks that say what is seen from
// those that are said: "Show a stack of invoices. 43% of firms are paid late."
func (p *parser) seenApart(loose []prose.Line) []prose.Line {
	var out []prose.Line
	for _, l := range loose {
		sentences := prose.SplitSentences(l.Text)
		seen, said := "", ""
		for _, s := range sentences {
			if showsFirst.MatchString(s) || layout.SeenFirst.MatchString(s) && !p.isClause(s) {
				seen += " " + s
			} else {
				said += " " + s
			}
		}
		if len(sentences) < 2 || prose.Quoted(l.Text) != nil || seen == "" || !p.isClause(said) {
			out = append(out, l)
			continue
		}
		out = append(out, prose.Line{N: l.N, Text: strings.TrimSpace(seen)}, prose.Line{N: l.N, Text: strings.TrimSpace(said)})
	}
	return out
}

// showsFirst begins an order of what is to be seen.
var showsFirst = pattern.New(`(?i)^(?:then |first,? |quickly )?(?:show|cut to|zoom in on|zoom out|pan (?:to|across)|fade to|display|zeig(?:e|t)?|zeigen|muestra|mostrar|montrer|montrez|mostra(?:re)?)\b`)

// graphicLead names a picture, whose texts are read.
var graphicLead = pattern.New(`(?i)\b(?:graphics?|animation|card|chart|counter|icons?|title|headline|heading|text|logo|list|table|badge|button|label|screenshot|mock-?up|display|sign|ticket)s?\s*$`)

// saysOnCamera is who speaks, and where to: "Mr Adeyemi on camera".
var saysOnCamera = pattern.New(`(?i)^(?:[\p{L}.'’-]+ ){1,5}(?:(?:on|to|into|at) (?:the )?camera|off[- ]screen|in die kamera|a cámara|face caméra|in camera)$`)

// bracket carries out "[NO AVATAR — full screen]" and "[Avatar LEFT 35%. Content RIGHT 65%.]".
func (p *parser) bracket(sc *brief.Scene, s string, at int) {
	switch {
	case layout.NoAvatarRE.MatchString(s) || strings.EqualFold(strings.TrimSpace(strings.TrimPrefix(s, "avatar ")), "none"):
		sc.NoAvatar = true
	case layout.SideRE.MatchString(s):
		side, percent := layout.SideOf(s)
		sc.Side = side
		if percent > 0 {
			sc.Share = min(1, percent/100)
		}
	case layout.TransitionNamed(s) != "":
		sc.Transition = layout.TransitionNamed(s)
	case framingRE.MatchString(s):
		for _, f := range framings {
			if f.RE.MatchString(s) {
				sc.Framing = f.Value
				break
			}
		}
		if centreRE.MatchString(s) {
			sc.Side = "full"
		}
	default:
		sc.Notes = append(sc.Notes, s)
		p.b.Note(at, "direction ["+s+"] has no counterpart in the local engine: kept as a note")
	}
}

func (p *parser) visualDirections(sc *brief.Scene, s string, at int) {
	if sc.Framing == "" && (personNear.MatchString(s) || (sc.Type == "a-roll" || sc.Type == "overlay") && framingFirst.MatchString(s)) {
		sc.Framing = prose.Lookup(framings, prose.QuotesRE.ReplaceAllString(s, " "))
	}
	if side, percent := layout.SideOf(s); side != "" {
		if sc.Side = side; percent > 0 {
			sc.Share = min(1, percent/100)
		}
	}
	if m := presenterAt.FindStringSubmatch(s); m != nil && sc.Side == "" {
		sc.Side = layout.SideNamed(strings.ToLower(m[1])) // "same presenter, right"
	}
	if m := standsAt.FindStringSubmatch(s); m != nil && sc.Side == "" {
		sc.Side = layout.SideNamed(m[1]) // "She stands left"
	}
	if m := thirdRE.FindStringSubmatch(s); m != nil && sc.Side == "" && personNear.MatchString(s) && !content.MatchString(s) {
		sc.Side = strings.ToLower(m[1])
	}
	if layout.NoAvatarRE.MatchString(s) {
		sc.NoAvatar = true
	}
	if tr := layout.TransitionNamed(s); tr != "" && sc.Transition == "" {
		sc.Transition = tr
	}
}

var (
	framings = prose.Vocabulary(
		`medium close[- ]?ups?`, "medium",
		`close[- ]?ups?|close shot|head(?: and shoulders)? shot|head[- ]and[- ]shoulders|tight(?: shot)?`, "close",
		`wide(?: shot)?|waist(?:[- ]up)?|full[- ]body|three[- ]quarter shot`, "waist",
		`medium(?:[- ]shot)?|mid[- ]shot|chest[- ]up`, "medium",
	)
	// presenterAt is who presents and, behind a comma, where.
	presenterAt = pattern.New(`(?i)\b` + layout.Persons + `\s*,\s*(?:on the |at the |auf der )?(` + layout.SideWords + `)\s*(?:$|[.,;])`)
	// standsAt is where somebody stands.
	standsAt = pattern.New(`(?i)^(?:she|he|they|sie|er|ella|él|elle|il|lei|lui)\s+(?:stands?|sits?|is|steht|sitzt|está|est)(?: on| at| to| auf der| a la| à)?(?: the)? (left|right|links|rechts|izquierda|derecha|gauche|droite)\b`)
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
	if prose.Words(s) > 9 || p.t.Tell.MatchString(s) {
		return false
	}
	return layout.NoAvatarRE.MatchString(s) || captionOff.MatchString(s) || prose.Lookup(moods, s) == "off" || p.isStyle(s) && p.t.Production.MatchString(s)
}

// mostlyOfVideo tells whether a paragraph below the last scene is about the whole video: an order
// to the maker first, and most of its sentences directions.
func (p *parser) mostlyOfVideo(s string) bool {
	all := prose.SplitSentences(strings.ReplaceAll(s, "**", ""))
	style := 0
	for i, x := range all {
		is := p.isStyle(x) || layout.TransitionNamed(x) != "" || captionOff.MatchString(x) || musicIn.MatchString(x) && prose.Words(x) <= 9
		if prose.Quoted(x) != nil || i == 0 && !is {
			return false
		}
		if is {
			style++
		}
	}
	return 2*style > len(all)
}

// allAboutVideo tells whether every sentence of a paragraph is an order about the whole
// video: "No avatar in scene 5, please. Captions on."
func (p *parser) allAboutVideo(s string) bool {
	for _, x := range prose.SplitSentences(strings.ReplaceAll(s, "**", "")) {
		if prose.Quoted(x) != nil || layout.VerbRE.MatchString(x) || layout.SceneType(x) != "" && !layout.NoAvatarRE.MatchString(x) && !noStockRE.MatchString(x) || !p.isStyle(x) && !noStockRE.MatchString(x) {
			return false
		}
	}
	return true
}
