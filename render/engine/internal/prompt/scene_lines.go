package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// sceneLines are the lines of a scene without the marks that only lay them out: bullets
// before every field, and asterisks around what stands in quotation marks.
func sceneLines(body []prose.Line) []prose.Line {
	body = heardApart(unbulleted(tableInLine(body)))
	for i := range body {
		body[i].Text = starred.ReplaceAllString(body[i].Text, "$1$2")
	}
	return body
}

// tableInLine puts the rows of a table among the lines of a scene into one line of what is
// seen: "Visual: table: Area | Rule; Yard | 10 km/h."
func tableInLine(body []prose.Line) []prose.Line {
	var out []prose.Line
	for i := 0; i < len(body); i++ {
		n := 0
		var rows []string
		for ; i+n < len(body) && prose.TableRow.MatchString(body[i+n].Text); n++ {
			if cells := prose.Cells(body[i+n].Text); !prose.TableRule.MatchString(body[i+n].Text) {
				rows = append(rows, strings.Join(cells, " | "))
			}
		}
		if len(rows) < 2 {
			out = append(out, body[i])
			continue
		}
		if k := len(out) - 1; k >= 0 && tableHead.MatchString(out[k].Text) {
			out = out[:k] // "On slide: table"
		}
		out = append(out, prose.Line{N: body[i].N, Text: "Visual: table: " + strings.Join(rows, "; ") + "."})
		i += n - 1
	}
	return out
}

// tableHead says that a table follows, and no more.
var tableHead = pattern.New(`(?i)^[\s*•-]*\p{L}[\p{L} -]{1,20}[:：]\s*(?:an? |the )?(?:table)?[.:]?\s*$`)

// heardApart tells what is said from what else is heard in the lines about the sound: "HEAR:
// VO – “…”", "HEAR: (no VO) a clock", "Audio: soft pop" beside a field of its own for words.
func heardApart(body []prose.Line) []prose.Line {
	words := slices.ContainsFunc(body, func(l prose.Line) bool {
		m := layout.FieldRE.FindStringSubmatch(l.Text)
		return m != nil && layout.FieldOf(m[1]) == "say" && !heardField.MatchString(l.Text)
	})
	out := make([]prose.Line, 0, len(body))
	for _, l := range body {
		m := heardField.FindStringSubmatch(l.Text)
		if m == nil {
			out = append(out, l)
			continue
		}
		rest := noVoiceHere.ReplaceAllString(m[1], "")
		q := prose.Quoted(rest)
		switch {
		case rest == "" || voiceless.MatchString(rest):
		case words && len(q) == 0, rest != m[1] && len(q) == 0:
			out = append(out, prose.Line{N: l.N, Text: "SFX: " + rest})
		case !words && len(q) == 1 && prose.Words(q[0]) >= 2:
			out = append(out, prose.Line{N: l.N, Text: `VO: "` + q[0] + `"`})
			if more := strings.Trim(sayerMark.ReplaceAllString(prose.QuotesRE.ReplaceAllString(rest, " "), " "), " ,.;:–—-+&"); prose.Words(more) > 0 {
				out = append(out, prose.Line{N: l.N, Text: "SFX: " + more})
			}
		default:
			out = append(out, l)
		}
	}
	return out
}

var (
	heardField  = pattern.New(`(?i)^` + layout.Ornament + `(?:hear|we hear|what we hear|audio|sound)[*_]*\s*[:：][*_]*\s*(.*)$`)
	noVoiceHere = pattern.New(`(?i)^[(\[]?no (?:v\.?o\.?|voice-?over|narration|dialogue)[)\]]?[\s,;.–—-]*`)
	sayerMark   = pattern.New(`(?i)\b(?:vo|v\.o\.|voice-?over|narrator|narration|presenter|host)\b`)
)

// starred is a quotation in italics or bold: `*"We open."*`.
var starred = pattern.New(`(^|[\s:(])[*_]{1,3}(["“«„][^"”»“*]+["”»“][.,]?)[*_]{1,3}`)

// unbulleted takes the bullets off a scene's lines where they stand before its fields; a
// list that is deeper within keeps its own.
func unbulleted(body []prose.Line) []prose.Line {
	base := -1
	fields := 0
	for _, l := range body {
		if _, _, ok := prose.Bullet(l.Text); !ok {
			continue
		}
		if in := layout.Indent(l.Text); base < 0 {
			base = in
		} else if in != base {
			continue
		}
		if layout.FieldRE.MatchString(l.Text) || toldLine.MatchString(l.Text) {
			fields++
		}
	}
	if fields == 0 {
		return body
	}
	out := make([]prose.Line, len(body))
	for i, l := range body {
		if x, _, ok := prose.Bullet(l.Text); ok && layout.Indent(l.Text) == base {
			l.Text = x
		}
		out[i] = l
	}
	return out
}

// toldLine is a line of what somebody says: `- she says: "…"`.
var toldLine = pattern.New(`(?i)^[\s*•-]*` + layout.Teller + ` says:? ["“«„]`)

// voiceless stands where a scene has no words: "VO: none".
var voiceless = pattern.New(`(?i)^[("“\[]*(?:none|nil|n/a|no (?:v\.?o\.?|voice(?:-?over)?|narration|narrator|words|dialogue|speech|audio)|silen(?:t|ce)|music only|[–—-]+|kein(?:e|er)?(?: (?:text|sprecher(?:in|text)?|ton|stimme))?|ohne (?:text|ton|sprecher(?:in|text)?|stimme)|stumm|ningun[ao]|sin (?:voz|locución|texto)|silencio|aucune?|sans (?:voix|texte|paroles)|nessuna?|senza (?:voce|testo|parole)|nenhuma?|sem (?:voz|narração|texto))[)”"\]]*\.?$`)

// thirdNames gives the presenter of a plan who has no name the one that their first lower
// third has.
func (b *draft) thirdNames() {
	if b.Presenter.None || b.Presenter.ID != "" {
		return
	}
	defer b.nameSaid()
	if slices.ContainsFunc(b.Scenes, func(s brief.Scene) bool { return s.Speaker != "" }) {
		return // of a conversation
	}
	for _, s := range b.Scenes {
		name := strings.TrimSpace(nameEnds.Split(s.LowerThird, 2)[0])
		if s.LowerThird == "" || s.Type == "b-roll" || s.NoAvatar || !wholeName.MatchString(name) {
			continue
		}
		if own := b.Presenter.Name; own == "" || strings.HasPrefix(name, own+" ") {
			b.Presenter.Name = name // "James", who is "James Okoro"
		}
		return
	}
}

// nameSaid gives the presenter of a plan who has no name the one that they say and that a
// picture has, too: "Marco on camera", "I'm Marco".
func (b *draft) nameSaid() {
	if b.Presenter.Name != "" {
		return
	}
	for _, s := range b.Scenes {
		m := saysName.FindStringSubmatch(s.Say)
		if m == nil {
			continue
		}
		first, _, _ := strings.Cut(m[1], " ")
		if slices.ContainsFunc(b.Scenes, func(s brief.Scene) bool { return strings.Contains(s.Header+" "+s.Visual, first) }) {
			b.Presenter.Name = m[1]
		}
		return
	}
}

var saysName = pattern.New(`(?:^|[\s,])(?:I['’]m|I am|[Mm]y name is|[Ii]ch bin|[Ss]oy|[Jj]e suis|[Ss]ono|[Ee]u sou) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)\b`)

// wholeName is the first and last name of a person.
var wholeName = pattern.New(`^(?:(?:Dr|Dra|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}\p{Ll}[\p{L}'’-]*(?: (?:de |da |van |von |di )?\p{Lu}[\p{L}'’-]+){1,3}$`)

// sidesNamed gives the presenter the side on which a scene has them by name: "Daniel right,
// checklist left".
func (b *draft) sidesNamed() {
	name, _, _ := strings.Cut(b.Presenter.Name, " ")
	if name == "" {
		return
	}
	for i := range b.Scenes {
		s := &b.Scenes[i]
		m := namedSide.FindStringSubmatch(s.Visual)
		if s.Side != "" || m == nil || m[1] != name {
			continue
		}
		if s.Side = layout.SideNamed(m[2]); s.Type == "" {
			s.Type = "a-roll"
		}
	}
}

var namedSide = pattern.New(`\b(\p{Lu}[\p{L}'’-]+)(?: is| stands| sits)?(?: (?:on|at|to)(?: the)?)? (?i:(` + layout.SideWords + `))\b`)

// everywhere takes the lines that put a text on every scene of a plan out of it: `Legal line
// on every scene: "…"`, `Watermark "Ferrante" bottom right throughout`.
func (p *parser) everywhere(lines []prose.Line) []prose.Line {
	if !layout.Planned(lines) {
		return lines
	}
	out := lines[:0:0]
	for _, l := range lines {
		q := prose.Quoted(l.Text)
		rest := prose.QuotesRE.ReplaceAllString(l.Text, " ")
		if _, head := layout.SceneHead(l); head || len(q) != 1 || !onEvery.MatchString(rest) || !smallThing.MatchString(rest) {
			out = append(out, l)
			continue
		}
		p.b.Always = append(p.b.Always, brief.Literal{Text: q[0], Line: l.N})
		if asked := placedSmall.FindAllString(rest, -1); asked != nil {
			p.b.NoteOn(l.N, "\""+strings.Join(asked, ", ")+"\": small print has one place and one size in every layout", asked[0])
		}
	}
	return out
}

var (
	onEvery     = pattern.New(`(?i)\b(?:(?:on|in|across) (?:every|all|each)(?: of the)? (?:scenes?|shots?|frames?|cards?|slides?)|throughout|the whole (?:time|video|film)|at all times|always (?:on|visible)|persistent(?:ly)?|in (?:jeder|allen) szenen?|durchgehend|auf jedem bild|(?:en|sobre) todas las escenas|todo el tiempo|(?:sur|dans) toutes les scènes|en permanence|(?:in|su) tutte le scene|em todas as cenas)\b`)
	smallThing  = pattern.New(`(?i)\b(?:legal|line|disclaimer|watermark|text|url|address|web ?site|hashtag|handle|footer|note|source|small print|hinweis|zeile|wasserzeichen|marca de agua|aviso|filigran[ae]|mention|label|bug|slogan|tagline|avviso|scritta)\b`)
	placedSmall = pattern.New(`(?i)\b(?:(?:bottom|top|lower|upper)(?:[ -](?:left|right|cent(?:er|re)))?(?: corner)?|\d{1,3} ?pt|\d{1,3} ?% ?(?:opacity|transparent)|semi-transparent)\b`)
)

// outLabel heads the way out of a scene.
var outLabel = pattern.New(`(?i)^[*_]*(?:out|exit|cut to next|into next|next)[*_]*\s?[:：][*_]*\s*(\S.{2,60})$`)

// labelled reads a line of a scene that begins with a label which is no field: what it
// heads is seen, is small print, or is a remark of which nothing is drawn; it is never
// spoken.
func (p *parser) labelled(sc *brief.Scene, t string, at int, visual *[]prose.Line) bool {
	if m := layout.SmallLabel.FindStringSubmatch(t); m != nil {
		text, whole := prose.Unquote(m[2])
		if name := strings.ToLower(m[1]); !whole && layout.NamedSmall.MatchString(name) {
			text = prose.Upper(strings.ReplaceAll(strings.Trim(t, "*_ "), "**", "")) // "Source: NEJM 2020" is read as it stands
		}
		sc.Small = append(sc.Small, text)
		return true
	}
	if m := outLabel.FindStringSubmatch(t); m != nil {
		if sc.Transition = prose.Lookup(layout.Transitions, m[1]); sc.Transition == "" {
			p.b.Note(at, "transition \""+m[1]+"\" is not known: the style's own is used")
		}
		return true
	}
	if m := layout.AboutLabel.FindStringSubmatch(t); m != nil {
		sc.Notes = append(sc.Notes, t)
		p.b.NoteOn(at, "\""+prose.Clip(t, 80)+"\": kept as a note, nothing is drawn of it", t)
		return true
	}
	if layout.SeenLabel.MatchString(t) {
		seen := sc.Directed(t, p.english(t))
		*visual = append(*visual, prose.Line{N: at, Text: seen})
		p.visualDirections(sc, seen, at)
		return true
	}
	return false
}

// headWords takes out of the head of a scene what is no name of it: a transition between
// bars, "A-roll | 9 s | cut".
func headWords(sc *brief.Scene) {
	if m := languageNamed.FindStringSubmatch(sc.Header); m != nil {
		if code := prose.Lookup(grammar.Languages, m[1]); code != "" {
			sc.Language = code
			sc.Header = strings.Trim(strings.Replace(sc.Header, m[0], " ", 1), " –—-|,;()[]")
		}
	}
	if m := headLanguage.FindStringSubmatch(sc.Header); m != nil && sc.Language == "" {
		if sc.Language = prose.Lookup(grammar.Languages, m[1]); sc.Language != "" && prose.Words(m[1]) == 1 {
			sc.Header = strings.Trim(strings.Replace(sc.Header, m[0], " ", 1), " –—-|()")
		}
	}
	parts := headBars.Split(sc.Header, -1)
	if len(parts) < 2 {
		return
	}
	kept := parts[:0:0]
	for _, x := range parts {
		if v := prose.Lookup(layout.Transitions, x); v != "" && prose.Words(x) <= 3 && (layout.WholeTransition(x) || plainCut.MatchString(x)) && sc.Transition == "" {
			sc.Transition = v
			continue
		}
		kept = append(kept, x)
	}
	if len(kept) < len(parts) {
		sc.Header = strings.Join(kept, " | ")
	}
}

var (
	// languageNamed is a language behind its label in the head of a scene.
	languageNamed = pattern.New(`(?i)[\s(\[,;|–—-]*\b(?:languages?|lang|sprache|idioma|langue|lingua)\s*[:=]\s*(\p{L}{4,14})\s*[)\]]?`)
	// headLanguage is the language of a scene that its head begins or ends with.
	headLanguage = pattern.New(`(?i)^[\s(\[]*(\p{L}{4,14})(?:[)\]]+|\s+[–—|-]|$)|\(\p{L}{4,14}\)$`)
	headBars     = pattern.New(`\s+[|/—–]\s+`)
	plainCut     = pattern.New(`(?i)^(?:cuts?|crossfade|cross[- ]?fade|fade|dissolve|wipe|iris|flash|smash|push|pop)$`)
)

// screenOrder says how texts stand on screen, and is none itself.
var screenOrder = pattern.New(`(?i)^(?:an? |the |three |two |four |\d )?(?:numbered|bulleted|animated|big|large|small)\b.*\b(?:each|appears?|list|one by one|circle|colou?r)\b|\b(?:each|they|all) appears?\b`)

var (
	// nameLabel are names of texts on screen that name whoever is seen as well.
	nameLabel   = pattern.New(`(?i)^(?:rótulos?|letreros?|cartel|incrustation|sovrimpressione|einblendung|legenda|titre|titel|título|titolo|chyron|supers?)$`)
	namedPerson = pattern.New(`^(?:(?:Dr|Dra|Prof|Ing|Mr|Mrs|Ms)\.? )?\p{Lu}\p{Ll}[\p{L}'’-]*(?: (?:de |da |van |von |di )?\p{Lu}[\p{L}'’-]+){1,3}\s*[,|/–—]\s*\p{L}[^.!?]{2,44}$`)
)
