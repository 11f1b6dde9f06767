package prompt

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// screenPart reads words that are to be shown as they are.
func (p *parser) screenPart(o *part) {
	for _, l := range o.lines {
		if qs := prose.QuotesRE.FindAllString(l.Text, -1); len(qs) > 1 && strings.Trim(textsJoined.ReplaceAllString(prose.QuotesRE.ReplaceAllString(l.Text, " "), " "), " \t,;/|•·*&+.-") == "" {
			for _, q := range qs { // a row of them
				t, _ := prose.Unquote(q)
				p.b.Screen = append(p.b.Screen, brief.Literal{Text: t, Line: l.N})
			}
			continue
		}
		p.literal(l)
	}
}

// scriptPart reads a script, or the pace that it is spoken at.
func (p *parser) scriptPart(o *part) {
	if m := wordsPerMinute.FindStringSubmatch(o.text); m != nil && len(o.flat) == 1 {
		p.paceOf(m[1], o.at)
		return
	}
	was := p.verbatim
	p.verbatim = !conceptRE.MatchString(o.text)
	lines, below := p.scriptEnd(o.lines)
	p.script(lines)
	p.verbatim = was
	p.prose(below)
}

// textsJoined stands between two texts of a row.
var textsJoined = pattern.New(`(?i)\s(?:and|und|y|et|e)\s`)

func (p *parser) durationPart(o *part) {
	if d := prose.Duration(o.text); d > 0 {
		p.b.length(o.text, d)
	} else if d := prose.Decimal(someNumber.FindString(o.text)); d > 0 {
		p.b.Seconds = d
	}
	if p.foreign {
		p.direct(o.text, o.at) // "时长：30秒，竖屏，女声"
	}
}

func (p *parser) languagePart(o *part) {
	if l := grammar.LanguageOf(o.text); l != "" {
		p.b.Language = l
	} else {
		p.b.Note(o.at, "the language \""+o.text+"\" is not known; the words' own language is spoken")
	}
}

func (p *parser) musicPart(o *part) {
	o.text = p.cuesNamed(o.text, o.at)
	if m := cueDB.FindStringSubmatch(o.text); m != nil {
		p.b.Music.Level = levelSaid(m[1], prose.Decimal(m[2]))
		p.b.NoteOn(o.at, fmt.Sprintf("understood: the music is %s", cueTold(brief.Cue{Level: p.b.Music.Level})), m[0])
		o.text = strings.Trim(dbClause.ReplaceAllString(o.text, ""), " ,;")
	}
	level := p.b.Music.Level
	defer func() { p.b.Music.Level = level }()
	mood := moodAsked("music " + o.text)
	switch {
	case o.text == "":
	case mood == "off" || strings.EqualFold(prose.Unstop(o.text), "none") || noneAtAll.MatchString(prose.Unstop(o.text)):
		p.b.Music = brief.Music{Off: true}
	case mood == "":
		p.b.Note(o.at, "music \""+o.text+"\": no such mood; the style's own is used")
	default:
		p.b.Music = brief.Music{Mood: mood}
		if m := tempo.FindString(o.text); m != "" {
			p.b.NoteOn(o.at, "\""+m+"\": the tempo follows the mood", m)
		}
		p.unheededIn(o.sec, o.text, o.at)
	}
}

// dbClause is a clause that gives a level.
var dbClause = pattern.New(`(?i)(?:^|[,;]\s*)[^,;]*\d\s?dB\b[^,;]*`)

// avatarPart reads who presents. Who speaks at an event is a fact.
func (p *parser) avatarPart(o *part) {
	o.text = p.lowerThirdIn(o.text)
	defer func() { p.b.Presenter.Gender = cmp.Or(p.b.Presenter.Gender, feminineLabel(o.title)) }()
	if p.b.Purpose == brief.Event && p.inEnglish() && strings.EqualFold(strings.TrimRight(o.title, ": "), "speaker") && (postOf.MatchString(o.text) || allProper(honorific.ReplaceAllString(prose.Unstop(o.text), "$1 "))) {
		p.say(brief.Point{Form: brief.Clause, Text: "The speaker is " + prose.Stop(prose.Unstop(o.text)), Asked: true}, prose.Sentence{Text: o.text, Line: o.at, Col: 1})
		return
	}
	o.text = prose.Unstop(o.text)
	parts := strings.Split(honorific.ReplaceAllString(o.text, "$1 "), ". ")
	for len(parts) > 1 && p.production(prose.Unstop(parts[len(parts)-1])) { // "…, Account Executive. max 35 seconds"
		p.direct(parts[len(parts)-1], o.at)
		parts = parts[:len(parts)-1]
	}
	p.avatar(strings.Join(parts, ". "), o.at)
}

func (p *parser) voicePart(o *part) {
	b := p.b
	if noneAtAll.MatchString(prose.Unstop(o.text)) || strings.EqualFold(prose.Unstop(o.text), "none") {
		b.Silent, b.Presenter.None, b.Presenter.Line = true, true, o.at // "Voice: none"
		return
	}
	b.Voice = gender(o.text)
	if b.Voice == "" {
		b.Voice = map[string]string{"female": "female", "male": "male"}[strings.ToLower(prose.Unstop(o.text))]
	}
	b.attributes(o.text, o.at)
	if v := prose.Lookup(voicePaces, o.text); v != "" {
		b.Pace = prose.Decimal(v)
	} else if m := speedNamed.FindStringSubmatch(o.text); m != nil {
		b.Pace = min(1.2, max(.9, prose.Decimal(m[1])))
	}
	b.voicing(o.text, o.at)
	p.unheeded(o.text, o.at)
}

func (p *parser) captionsPart(o *part) {
	p.b.attributes("captions: "+o.text, o.at)
	switch strings.ToLower(prose.Unstop(o.text)) {
	case "off", "false", "none", "no":
		p.b.Captions = "off"
	}
	p.unheededIn(o.sec, o.text, o.at)
}

func (p *parser) lowerThirdPart(o *part) {
	name, role, _ := strings.Cut(prose.MustUnquote(o.text), ",")
	p.b.Presenter.Name, p.b.Presenter.Role = strings.TrimSpace(name), strings.TrimSpace(role)
}

// endPart reads how the video ends.
func (p *parser) endPart(o *part) {
	ss := prose.Sentences(o.lines)
	for i, s := range ss {
		if strings.HasSuffix(strings.TrimSpace(s.Text), "?") && i+1 < len(ss) {
			p.say(brief.Point{Form: brief.Clause, Text: s.Text, Role: brief.Action, Asked: true}, s) // "Questions? Write to …"
			continue
		}
		p.ending(s.Text, s)
	}
}

// hookPart reads how it begins: words to say, or an order.
func (p *parser) hookPart(o *part) {
	for i, s := range prose.Sentences(o.lines) {
		if i > 0 && p.t.End.MatchString(s.Text) {
			p.sentence(s) // `Hook: "…" End with "…"`, in one line
			continue
		}
		if _, quote := prose.Unquote(s.Text); !quote && len(prose.Quoted(s.Text)) == 0 && prose.Words(s.Text) >= 4 && !p.t.Production.MatchString(s.Text) && !p.t.Open.MatchString(s.Text) {
			p.say(brief.Point{Form: brief.Clause, Text: s.Text, Role: brief.Hook, Asked: true}, s)
			continue
		}
		p.opening(s.Text, s)
	}
}

// productPart reads the topic, or the fact that stands in its place: "Topic: our truck is
// at the lot every Friday".
func (p *parser) productPart(o *part) {
	if text := strings.TrimRight(o.text, ".! "); !p.inEnglish() && !p.foreign && p.isClause(text) && prose.Words(text) >= 4 && !prose.StartsUpper(text) && len(prose.SplitSentences(o.text)) == 1 { // "Sujet : notre food truck fête ses 5 ans !"
		p.orders++
		p.headClause(text)
		p.said++
		p.statement(prose.Upper(o.text), prose.Sentence{Text: o.text, Line: o.at, Col: 1})
		return
	}
	if p.inEnglish() && p.isClause(o.text) && !p.t.Question.MatchString(o.text) {
		p.say(brief.Point{Form: brief.Clause, Text: o.text, Role: brief.Hook, Asked: true}, prose.Sentence{Text: o.text, Line: o.at, Col: 1})
		return
	}
	p.subject(mailPrefix.ReplaceAllString(o.text, ""), o.at)
}

// goalPart reads what a video is for, or the figure that is to be reached.
func (p *parser) goalPart(o *part) {
	if !p.inEnglish() && amountIn.MatchString(o.text) && prose.Duration(o.text) == 0 {
		p.say(brief.Point{Form: brief.Clause, Text: o.title + ": " + o.text, Asked: true}, prose.Sentence{Text: o.text, Line: o.at, Col: 1})
		return
	}
	if pu := grammar.PurposeOf(o.text); pu != "" {
		p.b.Purpose = pu
	}
	if m := goalThing.FindStringSubmatch(prose.Unstop(o.text)); m != nil && !p.inEnglish() && p.b.Subject == "" {
		p.subject(m[1]+m[2], o.at) // "explicar el nuevo sistema de turnos"
	} else if p.isMake(o.text) {
		p.make(o.text, o.at)
	} else if m := getsThem.FindStringSubmatch(prose.Unstop(o.text)); m != nil && p.inEnglish() && p.b.Title+p.b.Subject == "" {
		what := prose.Upper(prose.Stop(toYou(m[1]))) // "Get more people to cycle to work"
		p.say(brief.Point{Form: brief.Clause, Text: what, Role: brief.Hook, Asked: true}, prose.Sentence{Text: what, Line: o.at, Col: 1})
	} else {
		p.direct(o.text, o.at)
		p.b.NoteOn(o.at, fmt.Sprintf("goal %q: what the video is for, so it is neither spoken nor shown", prose.Clip(prose.Unstop(o.text), 80)), o.text)
	}
}

// getsThem is what somebody is to be brought to do.
var getsThem = pattern.New(`(?i)^(?:to )?(?:get|convince|persuade|encourage|motivate|inspire|nudge|invite|help) (?:[\p{L}'’-]+ ){1,5}?to (\p{Ll}.{3,50})$`)

// factsPart reads facts, under a heading that may be a chapter's.
func (p *parser) factsPart(o *part) {
	was := p.chapter
	if layout.IsChapterTitle(o.title) || p.chapter != "" && o.title != "" {
		p.chapter = o.title // a heading among chapters is one of them
	}
	told := len(p.b.Points)
	if !p.factList(o.lines) {
		p.prose(p.counted(o))
	}
	if !p.inEnglish() && oneMessage.MatchString(o.title) && len(p.b.Points) == told+1 && !slices.ContainsFunc(p.b.Points, func(pt brief.Point) bool { return pt.Role == brief.Hook }) {
		p.b.Points[told].Role = brief.Hook // what the video is to say comes first
	}
	if layout.IsChapterTitle(o.title) || was == "" {
		p.chapter = was
	}
}

// oneMessage heads the one thing that a video is to say, in other languages than English.
var oneMessage = pattern.New(`(?i)botschaft$|^(?:mensaje|idea|mensagem|ideia|message|idée|messaggio)(?: |$)|boodschap$|przesłanie|przekaz|^(?:ana|temel) (?:mesaj|fikir)|сообщение$|послание$|мысль$|^(?:ال)?رسالة|^ה?מסר(?: |$)|संदेश$|メッセージ$|伝えたいこと|^核心信息$|메시지$`)

// counted are the lines of facts without the numbers that only count them: "Points to cover:
// 1. … 2. …" are no steps.
func (p *parser) counted(o *part) []prose.Line {
	if layout.IsChapterTitle(o.title) || p.t.Steps.MatchString(o.title) {
		return o.lines
	}
	out := slices.Clone(o.lines)
	for i, l := range out {
		if text, numbered, ok := prose.Bullet(l.Text); ok && numbered {
			if p.isOrder(text) || p.t.Act.MatchString(text) {
				return o.lines // what is to be done has an order
			}
			out[i].Text = "- " + text
		}
	}
	return out
}

// titlePart reads a title, and what is set in brackets behind it: "The Kiln (no voice, 50 sec,
// square)".
func (p *parser) titlePart(o *part) {
	if m := titleSettings.FindStringSubmatch(o.text); m != nil && (prose.Duration(m[2]) > 0 || prose.Lookup(layout.Orientations, m[2]) != "" || layout.NoAvatarRE.MatchString(m[2]) || noVoiceRE.MatchString(m[2])) {
		o.text = m[1]
		p.understand(o.at, m[2], func() { p.direct(m[2], o.at) })
	}
	p.b.Title = prose.MustUnquote(o.text)
}

var titleSettings = pattern.New(`^(.{3,80}?)\s*\(([^()]{4,120})\)\.?$`)
