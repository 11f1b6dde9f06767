package prompt

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// briefHead is what kind of text a title heads, and the title: `Video brief — "Heat pumps"`.
var briefHead = pattern.New(`(?i)^(?:(?:video|explainer|promo|short|reel|ad|film) )?(?:brief|script|shot ?list|storyboard|blueprint|concept|treatment)\s*[:—–-]+\s*(.{3,80})$`)

// versionHead heads a changelog's newest part: "4.2.0", "[1.3.0] - 2026-01-04".
var versionHead = pattern.New(`^\[?v?\d+\.\d+(?:\.\d+)?\]?(?: .{0,20})?$`)

// kindHead is the kind of a video before what it is about.
var kindHead = pattern.New(`^((?:[\p{L}-]+ ){0,2}[\p{L}-]+): (.{4,60})$`)

// releasedOn parts a version from its day.
var releasedOn = pattern.New(`^(\[?v?\d+\.\d+(?:\.\d+)?\]?)\s*(?:[–—-]\s*|\()\d{4}-\d\d-\d\d\)?$`)

// notesOf heads the notes of a version.
var notesOf = pattern.New(`(?i)^(?:(?:release notes|changelog|what['’]s new)(?: for| of| in)?:? v?(\d+\.\d+(?:\.\d+)?)|v(?:ersion )?\s?(\d+\.\d+(?:\.\d+)?) (?:release notes|changelog|release))$`)

// notesFor heads the notes of a version, and says whom they are for.
var notesFor = pattern.New(`(?i)^(?:release notes|changelog|what['’]s new)(?: for| of| in)?:? v?(\d+\.\d+(?:\.\d+)?)(?:,? for ([\p{L} -]{3,40}))?[:.]?$`)

var newIn = pattern.New(`(?i)^(?:what['’]?s new in|(?:release notes|changelog)(?: for| of)?:?|new in|neu in|neuigkeiten in|was ist neu in|novedades (?:de|en)|nouveautés (?:de|dans)|novidades (?:do|da|de)|novità (?:di|della|del)|nieuw in)\s+(.+)$`)

// textKind are the kinds of text that a brief calls itself, in other languages than English.
const textKind = `(?:video-?|vídeo-?)?(?:brief(?:ing)?|skript|drehbuch|storyboard|script|gui[oó]n|roteiro|scénario|copione|sceneggiatura|draaiboek|scenariusz|סקריפט|תקציר|موجز|سيناريو)(?: (?:vidéo|video|vídeo|wideo))?`

var (
	// textOnly is a line that says no more than that.
	textOnly = pattern.New(`(?i)^` + textKind + `(?: (?:de |del |do |da |für das |zum |pour la |per il |voor de |van de )?(?:vídeo|video|vidéo|film))?\s?[:.–—-]?$`)
	// textFor says of what.
	textFor = pattern.New(`(?i)^` + textKind + `\s?(?:[:–—-] |(?:für (?:das |den |die |ein |einen )?|zum |zur |para (?:el |la |o |a |un |um )?|pour (?:la |le |une |un )?|per (?:il |la |lo |un )?|voor (?:de |het |een )?|dla |do ))(.{4,})$`)
)

// unbriefed takes what a text calls itself off its first line: it is neither a topic nor said.
func (p *parser) unbriefed(lines []prose.Line) []prose.Line {
	if p.inEnglish() {
		return lines
	}
	for i, l := range lines {
		t := strings.TrimSpace(strings.Trim(l.Text, "*#_ "))
		if t == "" {
			continue
		}
		m := textFor.FindStringSubmatch(t)
		if m == nil && !textOnly.MatchString(t) || m != nil && p.isClause(m[1]) {
			break
		}
		out := append([]prose.Line(nil), lines...)
		if out[i].Text = ""; m != nil {
			out[i].Text = prose.Upper(m[1])
		}
		return out
	}
	return lines
}

// titleLine tells the title of a text from its first sentence: a few words without
// a full stop that stand alone.
func (p *parser) titleLine(s string) bool {
	s = strings.TrimSpace(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if n := prose.Words(s); n < 2 || n > 9 || prose.EndsSentence(last) || strings.ContainsAny(s, ":|`") || prose.IsBullet(s) {
		return false
	}
	_, _, _, sec := layout.OpensSection(s)
	_, isScene := layout.SceneHead(prose.Line{N: 0, Text: s})
	return !sec && !isScene && !p.isOrder(s) && !p.isClause(s) && !letterHello.MatchString(s) && !salutation.MatchString(s)
}

// heading files a Markdown heading that names no part of the brief.
func (p *parser) heading(t string, at int, top bool) {
	if _, order := grammar.After(p.t.Make, t); p.isMake(t) && (order || !top || prose.Duration(t) > 0) {
		p.understand(at, t, func() { p.make(t, at) })
		return
	}
	if !top && (p.b.Title == "" || Genre(p.b.Title)) && (p.b.Subject == "" || Genre(p.b.Subject)) && len(p.b.Points) == 0 && versionHead.MatchString(t) {
		top, t = true, "Version "+strings.TrimPrefix(strings.TrimPrefix(t, "["), "v")
		t = strings.TrimSuffix(t, "]")
	}
	if m := kindHead.FindStringSubmatch(t); m != nil && top && p.b.Title == "" && p.t.Code == "en" && grammar.PurposeOf(m[1]) != "" {
		if t = prose.Upper(m[2]); p.b.Purpose == "" { // "Onboarding: first day in the lab"
			p.b.Purpose = grammar.PurposeOf(m[1])
		}
	}
	if m := notesOf.FindStringSubmatch(t); m != nil && top && p.b.Title == "" && p.t.Code == "en" {
		t = "Version " + cmp.Or(m[1], m[2]) // "Release notes 5.0"
	}
	if m := releasedOn.FindStringSubmatch(t); m != nil && versionHead.MatchString(t) {
		t = m[1] // "3.8.0 (2026-11-02)"
	}
	if top && versionHead.MatchString(t) && p.b.Title == "" {
		t = "Version " + strings.TrimPrefix(strings.TrimPrefix(strings.TrimSuffix(t, "]"), "["), "v")
	}
	if top && strings.Contains(t, ", ") {
		if kept := p.segments(t, at); kept != "" {
			t = kept // "Square ad, 30 s, no avatar"
		}
	}
	if m := briefHead.FindStringSubmatch(t); m != nil && top {
		t = prose.MustUnquote(m[1])
	}
	if top && (p.b.Title == "" || versionHead.MatchString(strings.TrimPrefix(t, "Version "))) {
		p.b.Title = t
		if p.b.Purpose == "" {
			p.b.Purpose = grammar.PurposeOf(t)
		}
		if m := newIn.FindStringSubmatch(t); m != nil || strings.HasPrefix(t, "Version ") && versionHead.MatchString(t[8:]) {
			if m == nil {
				m = []string{"", t}
			}
			p.b.Subject = m[1]
		}
		return
	}
	p.chapter = t
}
