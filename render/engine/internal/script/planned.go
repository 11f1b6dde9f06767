package script

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// planned takes a prompt's own scenes: their words stay, their kinds follow what
// they ask to show.
func (w *writer) planned() {
	total := 0.0
	for _, ps := range w.Brief.Scenes {
		total += ps.Seconds
	}
	for i, ps := range w.Brief.Scenes {
		ps.Visual = valuesBy(ps.Visual)
		bt := &telling.Beat{Line: ps.Line, Wants: ps.Written(ps.Visual)}
		bt.Say, bt.Speaker = "", ps.Speaker
		bt.Words = prose.SplitSentences(ps.Say)
		bt.Verbatim = true
		if ps.Language != "" && !strings.HasPrefix(w.Lang, ps.Language) && prose.Words(ps.Say) >= 4 {
			bt.Language = ps.Language
		}
		bt.Seconds = ps.Seconds
		if c := ps.Music; c != nil {
			bt.Music = &scene.Cue{Mood: c.Mood, Off: c.Off, Level: c.Level, Fade: c.Fade}
		}
		if total > 0 && total > w.secs*1.02 {
			bt.Seconds = float64(int(ps.Seconds*w.secs/total*10)) / 10
		}
		w.plannedKind(bt, ps, i)
		if bt.Kind == scene.Number && bt.Figure != nil {
			bt.Figure.Start = w.countsFrom(ps.Visual, bt.Figure)
		}
		untorn(bt, ps.Visual)
		w.quotesShown(bt, ps)
		if u := prose.URL(ps.Visual); u != "" && bt.Kind == scene.Presenter && !reads(bt.Scene, u, true) && !folder.IsMedia(u) {
			bt.Overlay = append(bt.Overlay, u)
		}
		for _, c := range contactsShown(ps.Visual) {
			if !reads(bt.Scene, c, true) {
				beside(&bt.Scene, c)
			}
		}
		w.notDrawn(bt, ps, i)
		if i > 0 {
			before := w.Brief.Scenes[i-1]
			bt.Transition = scene.Transition{Kind: before.Transition, Seconds: before.CutSeconds}
			if before.CutSeconds > longestCut {
				bt.Transition.Seconds = longestCut
				w.Note(before.Line, fmt.Sprintf("scene %d: a transition of %g s: %g s is the longest one", before.Number, before.CutSeconds, longestCut))
			}
		}
		if ps.LowerThird != "" {
			name, role := telling.SplitName(ps.LowerThird)
			bt.LowerThird = &scene.LowerThird{Name: name, Role: role}
		}
		w.screenHeads(bt, ps)
		for _, t := range ps.Screen {
			w.plannedText(bt, t)
		}
		w.headOver(bt, ps)
		w.smallPrint(bt, ps)
		w.plannedMoves(bt, ps)
		w.beats = append(w.beats, bt)
	}
	if total > w.secs*1.02 {
		w.Note(0, fmt.Sprintf("the scenes add up to %g s, the video lasts %g s: each scene is shortened in proportion", total, w.secs))
	}
	w.quietScenes()
	filled := 0.
	for _, bt := range w.beats {
		filled += max(bt.Seconds, w.Seconds(bt.Text(), bt.Language))
	}
	if spare := w.secs - filled; total > 0 && spare > quietScene && spare > w.secs/5 {
		w.Note(0, fmt.Sprintf("the scenes' words and seconds fill about %.0f of %g s: their pictures and music carry the rest", filled, w.secs))
	}
	// What stands outside the scenes is not spoken.
	for _, pt := range w.Brief.Points {
		if pt.Text != "" && !ordersPlan.MatchString(pt.Text) {
			w.Note(pt.Line, fmt.Sprintf("outside the scenes, so not spoken: %q", telling.Clip(pt.Text, 80)))
		}
	}
}

// ordersPlan only orders what follows: "Create a storyboard with:".
var ordersPlan = pattern.New(`(?i)^(?:please )?(?:create|make|write|build|produce|generate|draft|give me|i need|here is|here's) (?:me )?(?:an? |the |our |my )?(?:[\p{L}\d-]+ ){0,4}(?:storyboard|blueprint|shot ?list|scene plan|video|clip|film)s?(?: (?:with|from|using|of|in|for))?(?: (?:the |these )?(?:following )?(?:\p{L}+ )?(?:scenes|shots|steps|plan|storyboard))?[.:]?$`)

// plannedMoves gives the parts of a scene the motion that its directions ask for, once all of
// its texts are on it.
func (w *writer) plannedMoves(bt *telling.Beat, ps brief.Scene) {
	for _, m := range ps.Moves {
		if m.Target == "lower" {
			w.Note(m.Line, fmt.Sprintf("scene %d: %s: the lower third comes on in its own way", ps.Number, strings.ToUpper(m.Verb)))
			continue
		}
		target := cmp.Or(readAs(&bt.Scene, m.Text), partOf(&bt.Scene, m.Target))
		if m.Verb == "counts up" && bt.Figure != nil {
			target = "figure" // `label "1,740 km" counts up`: only a figure does
		}
		if target == "" {
			w.Note(m.Line, fmt.Sprintf("scene %d: %s moves the %s, and the scene has none", ps.Number, strings.ToUpper(m.Verb), m.Target))
			continue
		}
		if m.Size > 0 && !(target == "headline" && bt.Kind == scene.Statement || target == "figure" && bt.Kind == scene.Number) {
			w.Note(m.Line, fmt.Sprintf("scene %d: the %s keeps the size that its layout gives it", ps.Number, target))
		}
		if m.Angle != 0 && target == "headline" && straight[m.Verb] {
			w.Note(m.Line, fmt.Sprintf("scene %d: words that come on by %s stand straight", ps.Number, strings.ToUpper(m.Verb)))
		}
		bt.Moves = append(bt.Moves, scene.Move{Verb: m.Verb, Target: target, From: m.From, Angle: m.Angle, Stagger: m.Stagger, Size: m.Size})
	}
}

// quietScenes notes the scenes that last far longer than their words: a scene's length is the
// prompt's, and only its words could fill it. Many of them share a note.
func (w *writer) quietScenes() {
	type quiet struct {
		line, number int
		said, lasts  float64
	}
	var all []quiet
	for i, bt := range w.beats {
		if said := w.Seconds(bt.Text(), bt.Language); len(bt.Words) > 0 && bt.Seconds-said > quietScene {
			all = append(all, quiet{bt.Line, w.Brief.Scenes[i].Number, said, bt.Seconds})
		}
	}
	if len(all) <= 2 {
		for _, q := range all {
			w.Note(q.line, fmt.Sprintf("scene %d's words take about %.0f of its %g s: its picture and music carry the rest", q.number, q.said, q.lasts))
		}
		return
	}
	var each []string
	for _, q := range all {
		each = append(each, fmt.Sprintf("%.0f of %g s in scene %d", q.said, q.lasts, q.number))
	}
	w.Note(all[0].line, "words take about "+strings.Join(each, ", ")+": pictures and music carry the rest")
}

var (
	// mediaAsked asks for pictures that are not drawn here.
	mediaAsked = pattern.New(`(?i)\b(?:stock(?: footage| photos?| video| clips?)?|ai[- ]generated|generated (?:image|video)|real[- ]life footage|live[- ]action|drone footage|archive footage)\b`)
	// fileAsked is a file that a scene asks for.
	fileAsked = pattern.New(`(?i)\buse (?:the|our|my) (?:attached|uploaded|provided) ([\p{L}\d ._-]{3,40})`)
)

// notDrawn notes what a planned scene asks for and the engine does not draw.
func (w *writer) notDrawn(bt *telling.Beat, ps brief.Scene, i int) {
	asked := telling.QuoteIn.ReplaceAllString(strings.TrimSpace(ps.Header+". "+ps.Visual), " ")
	if m := mediaAsked.FindString(asked); m != "" && bt.Missing == "" {
		bt.Missing = fmt.Sprintf("scene %d asks for \"%s\": it is replaced by motion graphics", ps.Number, m)
		w.Note(ps.Line, bt.Missing)
	}
	if m := fileAsked.FindStringSubmatch(asked); m != nil && len(w.r.Spec.Assets) == 0 {
		w.Note(ps.Line, fmt.Sprintf("scene %d asks for \"%s\", and the entry has no assets: name the file or its folder in assets", ps.Number, strings.TrimSpace(m[1])))
	}
	for _, l := range ps.Layers {
		switch l.N {
		case 1:
			stage := layerStage(l.Text)
			if i > 0 && sameGround.MatchString(strings.TrimSpace(l.Text)) {
				stage = cmp.Or(w.beats[i-1].Stage, stage)
			}
			if stage != "" && bt.Stage == "" && bt.Kind != scene.Presenter && bt.Kind != scene.Footage {
				if bt.Stage = stage; !hexes.MatchString(l.Text) {
					bt.Stage = w.ofPalette(stage)
				}
				if strings.HasPrefix(stage, "#") && (prose.Words(l.Text) <= 4 && !shaded.MatchString(l.Text) || sameGround.MatchString(strings.TrimSpace(l.Text))) {
					continue // as asked
				}
				ground := "the style's " + stage + " ground, with its own pattern"
				if strings.HasPrefix(stage, "#") {
					ground = "a ground of " + stage + ", with the style's own pattern"
				}
				w.Note(ps.Line, fmt.Sprintf("scene %d, layer 1 \"%s\": drawn on %s", ps.Number, telling.Clip(prose.Unstop(l.Text), 60), ground))
				continue
			}
			w.Note(ps.Line, fmt.Sprintf("scene %d, layer 1 \"%s\": the style's own background is drawn", ps.Number, telling.Clip(prose.Unstop(l.Text), 60)))
		case 5:
			w.Note(ps.Line, fmt.Sprintf("scene %d, layer 5 \"%s\": effects over the picture are not drawn", ps.Number, telling.Clip(prose.Unstop(l.Text), 60)))
		}
	}
	w.ground(bt, ps)
	if ps.Side != "" && w.noPresenter() {
		w.Note(ps.Line, fmt.Sprintf("scene %d asks for the avatar on the %s, and the prompt for none: none is shown", ps.Number, ps.Side))
	}
	if i == len(w.Brief.Scenes)-1 && ps.Transition != "" {
		w.Note(ps.Line, fmt.Sprintf("scene %d's transition \"%s\" has no scene behind it", ps.Number, ps.Transition))
	}
}

var (
	// sameGround is the background of the scene before.
	sameGround = pattern.New(`(?i)^(?:the )?(?:same|gleiche[rs]?|mism[oa]|même|stess[oa]|mesm[oa])\b`)
	// shaded are backgrounds that are more than one colour.
	shaded = pattern.New(`(?i)gradient|pattern|texture|grid|lines|dots|verlauf|degradado|dégradé|sfumatura`)
)

// clockTime is a time of day, which counts nothing: "22:00".
var clockTime = pattern.New(`^\d{1,2}[:.]\d\d(?:\s?(?:h|uhr|am|pm))?$`)

// longestCut is how long a transition is drawn at most, in seconds.
const longestCut = 1.2

// straight are the verbs that bring words on in pieces, which have no angle.
var straight = map[string]bool{"types on": true, "draws": true, "fills": true, "morphs": true, "shatters": true, "cascade": true}

// quietScene is how many seconds of a scene may pass without its words before a note
// says so.
const quietScene = 4.

// personIn is a header that asks for the person: "intro / presenter".
var personIn = pattern.New(`(?i)\b(?:presenter|avatar|host|talking head)\b`)

// plannedKind chooses the kind of a scene that the prompt describes.
func (w *writer) plannedKind(bt *telling.Beat, ps brief.Scene, i int) {
	n := len(w.Brief.Scenes)
	none := w.noPresenter() || ps.NoAvatar
	ps.Visual = countedOnce(layout.Still(takeTicker(bt, ps.Visual)))
	ps.Header = oneStep.ReplaceAllString(ps.Header, "$1") // one of them is no row of steps
	if ps.Type == "" && !none && elsewhere(ps) && !w.sees(ps) && ps.LowerThird == "" {
		ps.Type = "b-roll"
	}
	if logoSting.MatchString(ps.Header + ". " + ps.Visual) {
		bt.Kind, bt.Headline, bt.Figure, bt.Label, bt.Subtitle, bt.Items = scene.Logo, "", nil, "", cmp.Or(telling.FirstWord(telling.QuotedIn(ps.Visual)), prose.URL(ps.Visual)), nil
		return
	}
	ps.Layers = cardsApart(ps)
	ps.Visual = seenLarge(ps)
	ps.Visual = hoursBare.ReplaceAllString(ps.Visual, "$1: $2")
	ps.Visual = strings.TrimSpace(makersAside.ReplaceAllString(ps.Visual, " "))
	over := ""
	if m := headedList.FindStringSubmatch(ps.Visual); m != nil {
		over, ps.Visual = m[1], m[1]+": "+m[2] // `Heading "Opening hours" / Mon–Wed 8–16 / Thu 8–18`
	}
	if at := listDash.FindStringSubmatchIndex(ps.Visual); at != nil && !strings.Contains(ps.Visual[:at[3]], ":") {
		ps.Visual = listDash.ReplaceAllString(ps.Visual, "$1: $2") // "limits in a table – Men 25 kg, Women 16 kg"
	}
	say := strings.Join(bt.Words, " ")
	visual := ps.Header + ". " + ps.Visual
	if i < n-1 && i > 0 {
		visual = anywhereLogo.ReplaceAllString(visual, " ") // in the middle a logo closes nothing
	}
	if len(bt.Words) > 0 {
		w.Picked = figureShown(visual)
		w.Shape(bt, say)
		if w.Picked = ""; strings.Contains(bt.Label, ". ") {
			bt.Label = "" // of two sentences
		}
	}
	shaped := bt.Kind
	asked := w.askedKind(ps, i > 0 && i < n-1)
	if asked == scene.Compare && tableAsked.MatchString(ps.Visual) && telling.RowsIn(ps.Visual) != nil {
		asked = scene.Table // "comparison table: Lumo / Others; Weight 18 g / 55 g"
	}
	if asked == scene.Compare && arrowPair.MatchString(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")) && telling.SidesIn(ps.Visual) == nil {
		asked = scene.Number // "before/after: search time 2.4 s → 0.3 s"
	}
	if asked == scene.Number && len(route(ps.Visual)) > 1 {
		asked = scene.Location // `map route from Porto to Lyon; label "1,740 km" counts up`
	}
	if hero := telling.FirstWord(telling.QuotedIn(heroOf(ps))); (asked == "" || asked == scene.Grid || asked == scene.Statement) && !(ps.Type == "overlay" && !none && len(visualItems(telling.QuoteIn.ReplaceAllString(ps.Visual, " "))) > 1) && prose.Words(hero) <= 2 && !clockTime.MatchString(hero) {
		if f := w.figureAsWritten(hero); f != nil && strings.ReplaceAll(f.Prefix+f.Text+f.Suffix, " ", "") == strings.ReplaceAll(hero, " ", "") && !strings.ContainsFunc(f.Prefix, unicode.IsLetter) {
			asked = scene.Number // the words in quotation marks are a figure
		}
	}
	if bare := telling.QuoteIn.ReplaceAllString(ps.Visual, " "); asked == "" && (arrowRow.MatchString(bare) || equation.MatchString(bare)) {
		asked = scene.Process // "Stop → Report → Wait"
	}
	if items := visualItems(ps.Visual); asked == "" && len(items) >= 3 && (countedIn(visualLead(ps.Visual)) == len(items) || len(telling.QuotedIn(ps.Visual)) == len(items) && counted(ps.Visual) == len(items)) {
		asked = scene.Grid // "trois colonnes : Jaune : papier / Vert : verre / Gris : le reste"
	}
	if asked == "" && len(numberedItems(ps.Visual)) > 1 {
		asked = scene.Process // "How-to: 1. Switch on 2. Stick pads"
	}
	if asked == "" && len(bt.Words) == 0 && len(telling.QuotedIn(ps.Visual)) == 0 && labelledRows(ps.Visual) != nil {
		asked, over = scene.Table, strings.TrimSpace(visualLead(ps.Visual)) // "Lunch today: Soup 98 kr · Wrap 85 kr"
	}
	ps.Visual = bareLetters.ReplaceAllString(ps.Visual, "$1 A) $2 B) $3$4")
	if m := bareThirdLetter.FindStringSubmatchIndex(ps.Visual); m != nil && strings.Contains(ps.Visual, " B) ") {
		ps.Visual = ps.Visual[:m[2]] + " C) " + ps.Visual[m[3]:]
	}
	if (asked == "" || asked == scene.End || asked == scene.Title) && len(letteredItems(ps.Visual)) > 1 && questionOver(ps.Visual) != "" {
		asked = scene.Grid
	}
	if asked == "" && len(letteredItems(ps.Visual)) > 1 {
		asked = scene.Grid // "Question: … A) … B) …"
	}
	if counts := slices.ContainsFunc(ps.Moves, func(m brief.Move) bool { return m.Verb == "counts up" }); counts && len(ps.Screen) == 1 && (asked == "" || asked == scene.Grid && len(visualItems(ps.Visual)) < 2) && len(w.Figures(ps.Screen[0])) == 1 {
		asked = scene.Number // "Max. 25 kg": the number counts up
	}
	if (asked == "" || asked == scene.Grid || asked == scene.Statement || asked == scene.Number && splitScreen.MatchString(ps.Visual)) && (telling.SidesIn(ps.Visual) != nil || telling.TwoStates(ps.Visual)) {
		asked = scene.Compare
	}
	if items := visualItems(ps.Visual); len(items) > 1 && listIn.MatchString(telling.QuoteIn.ReplaceAllString(ps.Visual, " ")) {
		switch {
		case asked == scene.Device || asked == scene.Location:
			asked = scene.Grid // "Checklist: badge, laptop, lunch" is no picture of a laptop
		case asked == scene.Grid && ps.Type == "a-roll" && !none:
			ps.Type, asked = "overlay", "" // the presenter beside a list
			w.Brief.Scenes[i].Type = "overlay"
		}
	}
	if asked == scene.Number && ps.Type == "overlay" && len(ps.Screen) > 1 && !none {
		asked = "" // its texts are the list beside the presenter
	}
	bt.Framing, bt.Set = ps.Framing, ps.Set
	switch {
	case ps.Type == "a-roll" && !none && (asked == "" || asked == scene.Statement || asked == scene.Title && (i > 0 || personIn.MatchString(ps.Header+" "+telling.QuoteIn.ReplaceAllString(ps.Visual, " "))) || asked == scene.End && (i < n-1 || !visualKinds[0].re.MatchString(visual))):
		w.presenterPlanned(bt, ps)
		return
	case i == n-1 && (asked == scene.End || asked == "") && !none && (ps.Type == "" || ps.Type == "a-roll" || ps.Type == "b-roll" && personNamed(ps, w)) && w.sees(ps) && prose.URL(say+" "+visual) == "":
		w.presenterPlanned(bt, ps) // "Ingrid waves, logo in the corner"
		return
	case i == n-1 && (asked == scene.End || asked == "" && (prose.URL(say) != "" || packshot.MatchString(ps.Visual) || w.Wording.Acts.MatchString(say)) && ps.Type != "a-roll"):
		w.endPlanned(bt, ps, say)
		return
	case i == 0 && (asked == scene.Title || asked == "" && none || asked == scene.Statement && none || asked == scene.End):
		w.titlePlanned(bt, ps)
		return
	}
	if asked == "" && ps.Visual == "" && ps.Type == "" && w.saidPicture(bt) {
		// What it shows is not said, so it is what the words hold.
	} else if !w.visualData(bt, asked, ps, none) && !(bareFigure[asked] && shaped != scene.Number && (none || ps.Type != "a-roll" && ps.Type != "overlay") && w.figureSeen(bt, ps)) {
		switch {
		case !none && ps.Type == "" && asked == "" && w.sees(ps):
			w.presenterPlanned(bt, ps)
		case shaped == scene.Number && (asked == scene.Number || asked == "" || none):
			bt.Kind = scene.Number
		case !none && ps.Type == "" && asked == "" && len(ps.Screen) > 0 && (len(bt.Words) == 0 || !w.planShowsPerson()): // words to read, in a film that names nobody
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			w.statementPlanned(bt, ps)
		case !none && (ps.Type == "a-roll" || ps.Type == "" && (asked == "" || w.sees(ps))):
			w.presenterPlanned(bt, ps)
		case !none && ps.Type == "overlay":
			w.overlayPlanned(bt, ps)
		default:
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			w.statementPlanned(bt, ps)
			if asked != "" && asked != scene.Statement && (asked != scene.Device || !useThe.MatchString(ps.Visual) && !namesFile(ps.Visual)) {
				if asked != scene.Grid || len(telling.QuotedIn(ps.Visual)) != 1 { // one card is the statement on it
					bt.Undrawn = fmt.Sprintf("scene %d asks for %s, but gives no data for it: a statement is drawn", ps.Number, describe(asked, ps))
					w.Note(ps.Line, bt.Undrawn)
				}
			} else if ps.Visual != "" && asked == "" && !allShown(ps.Visual) {
				bt.Missing = fmt.Sprintf("scene %d's picture %q is replaced by motion graphics", ps.Number, telling.Clip(ps.Written(ps.Visual), quotedMost))
				if len(telling.QuotedIn(ps.Visual)) == 0 { // with texts of its own only the rest is missing: see account
					w.Note(ps.Line, bt.Missing)
				}
			}
		}
	}
	if over != "" && (len(bt.Items) > 1 || len(bt.Rows) > 1) {
		bt.Headline = over
	}
	w.cards(bt, ps)
	if u := prose.URL(ps.Visual); u != "" && bt.Kind != scene.End && bt.Kind != scene.Presenter && !reads(bt.Scene, u, true) && !folder.IsMedia(u) {
		beside(&bt.Scene, u)
	}
	if !none && (ps.Side == "left" || ps.Side == "right") && bt.Kind != scene.Presenter {
		bt.Presenter = ps.Side
	}
}

// valuesBy puts figures before what they are of as the values of a chart: `"48 min" by car –
// "19 min" by Velora`.
func valuesBy(visual string) string {
	all := valueBy.FindAllStringSubmatch(visual, -1)
	if len(all) < 2 || !telling.BarWord.MatchString(visual) {
		return visual
	}
	var out []string
	for _, m := range all {
		out = append(out, prose.Upper(strings.TrimSpace(m[2]))+" "+m[1])
	}
	return "Bar chart: " + strings.Join(out, ", ")
}

var valueBy = pattern.New(`["“„«](\d[\d.,]*\s?[%€°\p{L}]{0,5})["”»“] (?:by|with|for|in|per) (?:the )?(\p{L}[\p{L} ]{1,20}?)\s*(?:[–—,;/.|-]|$)`)

var (
	// bareLetters are the answers to a question with letters alone: "? A 218 B 100 C 435".
	bareLetters     = pattern.New(`(\?) A (\S[^?]{0,40}?) B (\S.*?)($)`)
	bareThirdLetter = pattern.New(`B\) \S[^?)]{0,40}?( C )\S`)
)

// hoursBare are hours or prices behind their name at once: "Öffnungszeiten Mo–Do 8–19, Fr 8–14".
var hoursBare = pattern.New(`(?i)^((?:opening |business )?hours|prices|price list|öffnungszeiten|preise|sprechzeiten|horaires|tarifs|horarios?|precios|orari|prezzi|horários|preços|openingstijden|prijzen) (\p{L}[^:]*\d[^:]*[,/;][^:]*\d.*)$`)

// makersAside is a remark in brackets to whoever makes the video.
var makersAside = pattern.New(`(?i)\s*\((?:static|sample|static sample|example|placeholder|tbd|tbc|optional|dummy|mock-?up|see notes?)(?: [\p{L} ]{1,20})?\)`)

// headedList is a list and, in quotation marks before its strokes or bars, what stands over it.
var headedList = pattern.New(`(?i)^(?:(?:heading|headline|title|header)\s*:?\s*)?["“„«]([^"”»“:]{2,60})["”»“]\s*[/|:]\s+([^"“”„«»/|]{2,60}(?:\s+[/|]\s+[^"“”„«»/|]{2,60}){1,5})$`)

// tableAsked asks for a table.
var tableAsked = pattern.New(`(?i)\b(?:table|tabelle|tabla|tableau|tabella|tabela|tabel)\b`)

// oneStep is the head of a scene that tells one step of several: "Step 2 (b-roll)".
var oneStep = pattern.New(`(?i)^(?:step|schritt|paso|étape|passo|stap) (?:\d{1,2}|one|two|three|four|five)\b[:. ]*(.*)$`)

// packshot is what a film of a product ends on.
var packshot = pattern.New(`(?i)\b(?:pack ?shot|end ?board|closing board|end frame)\b`)

// splitScreen sets two halves side by side.
var splitScreen = pattern.New(`(?i)\bsplit[- ]?screen|\bside[- ]by[- ]side\b|pantalla (?:partida|dividida)|écran (?:divisé|partagé)|schermo diviso|geteilter? bildschirm`)

// bareFigure are the pictures that may be no more than a figure.
var bareFigure = map[scene.Kind]bool{"": true, scene.Number: true, scene.Chart: true, scene.Statement: true}

// bigNumber asks for a figure in so many words; a counter may be one that coffee is served on.
var bigNumber = pattern.New(`(?i)\b(?:big|giant|huge|large) (?:numbers?|stats?)\b|\bcounts? up\b`)

// thingShot frames something that has no name: "close-up of a dripping tap".
var thingShot = pattern.New(`(?i:\b(?:close[- ]?ups?|macro|aerial|drone|establishing|shots?|footage|clips?|views?|photos?|pictures?) (?:shots? |footage |views? )?(?:of|over|across|from))(?i: (?:an?|the|our|some|two|three))? \p{Ll}`)

// listIn is a list that a picture names.
var listIn = pattern.New(`(?i)\b(?:check-?lists?|bubbles?|burbujas|bulles|bolle|badges|labels|callouts?|lists?|bullets?(?: points)?|cards?|tiles?|icons?|pins|stichpunkte|karten|liste|lista|tarjetas|iconos|cartes|icônes|elenco|schede|cartões|lijst)\b`)

// personNamed tells whether a picture begins with the presenter's name: "Helena full screen".
func personNamed(ps brief.Scene, w *writer) bool {
	name, _, _ := strings.Cut(w.Brief.Presenter.Name, " ")
	return name != "" && strings.HasPrefix(strings.TrimSpace(ps.Visual), name)
}

// sees tells whether a scene's picture names the presenter.
func (w *writer) sees(ps brief.Scene) bool {
	name, _, _ := strings.Cut(w.Brief.Presenter.Name, " ")
	if name == "" || prose.Words(ps.Visual+ps.Header) == 0 {
		return false
	}
	return slices.ContainsFunc(directedWord.FindAllString(ps.Header+". "+telling.QuoteIn.ReplaceAllString(ps.Visual, " "), -1), func(x string) bool {
		return strings.TrimSuffix(strings.TrimSuffix(x, "'s"), "’s") == name
	})
}

// elsewhere tells whether a scene's picture describes something other than a person who
// speaks: "runner tying shoes, close-up".
func elsewhere(ps brief.Scene) bool {
	s := telling.QuoteIn.ReplaceAllString(ps.Visual, " ")
	if len(telling.Keywords(s)) < 2 && !thingShot.MatchString(s) || personShot.MatchString(ps.Header+". "+s) || prompt.SetOf(s) != "" {
		return false
	}
	return !allShown(ps.Visual) && !namesFile(s)
}

// planShowsPerson tells whether the prompt wants a presenter anywhere.
func (w *writer) planShowsPerson() bool {
	p := w.Brief.Presenter
	if p.ID != "" || p.Name != "" || p.Look != "" || w.r.Spec.Inputs != nil && (w.r.Spec.Inputs.Avatar != "" || w.r.Spec.Inputs.Image != "") {
		return true
	}
	return slices.ContainsFunc(w.Brief.Scenes, func(s brief.Scene) bool {
		return s.Type == "a-roll" || s.Type == "overlay" || s.Side != "" || s.LowerThird != "" || personShot.MatchString(s.Header+". "+telling.QuoteIn.ReplaceAllString(s.Visual, " "))
	})
}

// saidPicture draws a quotation or a list that a scene's words hold.
func (w *writer) saidPicture(bt *telling.Beat) bool {
	if len(bt.Words) == 1 {
		if q := prompt.Quotation(bt.Words[0]); q.Text != "" && q.Name != "" {
			bt.Kind, bt.Headline, bt.Name, bt.Role = scene.Quote, strings.TrimRight(q.Text, ".,"), q.Name, q.Part
			bt.Figure, bt.Label, bt.Subtitle = nil, "", ""
			return true
		}
	}
	for _, s := range bt.Words {
		if x := (&telling.Beat{}); w.Inline(x, s) && len(x.Items) > 1 {
			bt.Kind, bt.Items, bt.Headline = x.Kind, x.Items, cmp.Or(x.Headline, w.Headline(s, 46))
			bt.Figure, bt.Label, bt.Subtitle = x.Figure, x.Label, x.Subtitle
			telling.Cues(bt)
			return true
		}
	}
	return false
}

var (
	logoSting = pattern.New(`(?i)\blogo (?:sting|animation|reveal|bumper|ident)\b`)
	tickerIn  = pattern.New(`(?i)\b(?:(?:news|scrolling|bottom) )?(?:ticker|laufband|laufschrift|newsticker|cintillo|marquesina|bandeau défilant)\b[^"“„«\n.]{0,40}(?:["“„«][^"”“»\n]+["”“»](?:\s*(?:[,;/·•|+]|and)?\s*["“„«][^"”“»\n]+["”“»])*)`)
)

// takeTicker moves the lines of a ticker out of a visual direction.
func takeTicker(bt *telling.Beat, visual string) string {
	at := tickerIn.FindStringIndex(visual)
	if at == nil {
		return visual
	}
	bt.Ticker = telling.QuotedIn(visual[at[0]:at[1]])
	return visual[:at[0]] + visual[at[1]:]
}

var anywhereLogo = pattern.New(`(?i)\b(?:logo|qr(?: code)?|cta)\b`)

// cards puts what the third layer shows beside a big figure as stat cards, and the
// fourth layer's words as its source line.
func (w *writer) cards(bt *telling.Beat, ps brief.Scene) {
	if bt.Kind != scene.Number && bt.Kind != scene.Statement && bt.Kind != scene.Chart {
		return
	}
	shown := map[string]bool{bt.Headline: true, bt.Label: true, bt.Subtitle: true}
	for _, l := range ps.Layers {
		qs := telling.QuotedIn(l.Text)
		switch l.N {
		case 3:
			if len(qs) == 1 && bt.Kind == scene.Number && labelAlone.MatchString(l.Text) {
				bt.Label = qs[0] // `small label "in the first winter"`
				continue
			}
			if len(qs) == 0 {
				qs = visualItems(l.Text)
			}
			for _, q := range qs {
				if q = strings.TrimSpace(layout.Undirected(q)); q == "" {
					continue
				}
				if len(bt.Items) == 4 || bt.Kind == scene.Chart {
					break
				}
				if shown[q] {
					continue
				}
				it := scene.Item{Title: q, Icon: telling.Icon(q), Cue: telling.CueIn(bt.Text(), q)}
				if fs := w.Figures(q); bt.Kind == scene.Number && len(fs) > 0 {
					f := fs[0]
					it = scene.Item{Value: strings.TrimSpace(q[f.From:f.To]), Label: prose.Upper(strings.TrimSpace(prose.Unstop(q[:f.From]))), Body: strings.TrimSpace(q[f.To:])}
				}
				bt.Items = append(bt.Items, it)
			}
			if bt.Kind == scene.Statement && len(bt.Items) > 1 {
				bt.Kind = scene.Grid
			}
		case 4:
			if takeTicker(bt, l.Text) != l.Text {
				continue
			}
			if len(qs) > 0 && bt.Note == "" && !shown[qs[0]] {
				bt.Note = qs[0]
			}
		}
	}
}

// labelAlone is a third layer that only says what the figure of the second one counts.
var labelAlone = pattern.New(`(?i)^(?:an? |the )?(?:small |thin |short |grey |gray |white )*(?:label|caption|sub(?:title|line|headline)?|line|text|unit)\b[^"“„«,;]{0,24}["“„«][^"”»“]+["”»“]`)

// cardsApart are the layers of a picture; where it has none, the cards beside a figure
// are the third one: "big number "312 MWh", below it three cards: Roof, Wall, Field".
func cardsApart(ps brief.Scene) []brief.Layer {
	at := cardsBeside.FindStringIndex(ps.Visual)
	if len(ps.Layers) > 0 || at == nil || !strings.ContainsAny(ps.Visual[:at[0]], "0123456789") {
		return ps.Layers
	}
	return []brief.Layer{{N: 2, Text: strings.TrimRight(ps.Visual[:at[0]], " ,;.")}, {N: 3, Text: ps.Visual[at[0]:]}}
}

var cardsBeside = pattern.New(`(?i)(?:\b(?:below|under(?:neath)?|beneath|beside|next to it|then|and|with|darunter|daneben|debajo|dessous|sotto|abaixo|daaronder)\b[ ,:]*)?(?:\b(?:two|three|four|five|zwei|drei|vier|dos|tres|cuatro|deux|trois|quatre|due|tre|quattro|dois|três|twee|drie|\d)\s+)?\b(?:(?:stat |small |info )?cards|tiles|chips|karten|kacheln|tarjetas|cartes|schede|cartões|kaarten)\b`)
