package prompt

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// proseShots reads a plan that running text tells picture by picture, without numbers: "We
// open on a dark street. … Then we cut to a counter. The narrator says: “…”". It is one
// where a film is spoken of: where the camera moves or pictures are cut, twice, or once
// beside words that somebody says or pictures that appear. What the sentences say of the
// whole video stands before the scenes.
func (p *parser) proseShots(lines []prose.Line) []prose.Line {
	if layout.Planned(lines) || !p.toldInProse(lines) {
		return lines
	}
	t := &proseTeller{p: p, silent: !slices.ContainsFunc(prose.Sentences(lines), func(s prose.Sentence) bool { return spokenOf(s.Text) })}
	var before []prose.Line
	var para []prose.Line
	flush := func() {
		read := 0
		for _, s := range prose.Sentences(para) {
			if t.read(s) {
				read++
			} else if t.shots == nil {
				before = append(before, prose.Line{N: s.Line, Text: s.Text})
			} else {
				t.besides = append(t.besides, prose.Line{N: s.Line, Text: s.Text})
			}
		}
		para = nil
	}
	for _, l := range lines {
		field := layout.FieldRE.FindStringSubmatch(l.Text)
		_, _, _, section := layout.OpensSection(l.Text)
		if field != nil || section {
			flush()
		}
		switch {
		case field != nil && t.shots != nil && (layout.FieldOf(field[1]) == "say" || layout.FieldOf(field[1]) == "screen" || layout.FieldOf(field[1]) == "lower" || layout.FieldOf(field[1]) == "visual"):
			t.add(l)
			t.said = t.said || layout.FieldOf(field[1]) == "say"
		case strings.TrimSpace(l.Text) == "", section, prose.IsBullet(l.Text):
			flush()
			if t.shots == nil {
				before = append(before, l)
			} else {
				t.besides = append(t.besides, l)
			}
			if section && t.shots != nil {
				t.closed = true // what stands below a heading is no picture
			}
		default:
			para = append(para, l)
		}
	}
	flush()
	if len(t.shots) < 2 {
		return lines
	}
	before = append(append(before, prose.Line{N: t.shots[0].N, Text: ""}), t.besides...)
	return append(append(before, prose.Line{N: t.shots[0].N, Text: ""}), layout.Lines(t.shots)...)
}

// toldInProse tells whether running text speaks of a film.
func (p *parser) toldInProse(lines []prose.Line) bool {
	film, pictures, tellers := 0, 0, 0
	for _, s := range prose.Sentences(slices.DeleteFunc(slices.Clone(lines), func(l prose.Line) bool { return prose.IsBullet(l.Text) })) {
		x := prose.OutsideQuotes(s.Text)
		switch {
		case layout.FilmTalk(s.Text):
			film++
		case cutInside.MatchString(x):
			film++
		case weLook.MatchString(layout.StripSequence(x)), comesOn.MatchString(x) && layout.PictureKind.MatchString(x):
			pictures++
		}
		if len(layout.ToldIn(s.Text).Says) > 0 || saidBy.MatchString(s.Text) || labelledVoice.MatchString(s.Text) {
			tellers++
		}
	}
	return film >= 2 || film == 1 && (tellers >= 2 || pictures >= 2 || tellers+pictures >= 2)
}

// proseTeller collects the scenes that sentences tell.
type proseTeller struct {
	p       *parser
	shots   []layout.Shot
	said    bool         // the scene has words
	closed  bool         // a heading below the plan has ended it
	silent  bool         // nobody says anything: a sentence is a scene as soon as it says "then"
	fading  string       // the way out of the scene, where nothing is seen behind it yet: "fade to black"
	besides []prose.Line // what is of no scene
}

// open begins a scene, into which the one before goes over as how says; "" = in the
// style's own way.
func (t *proseTeller) open(n int, how string) {
	how, t.fading = cmp.Or(t.fading, how), ""
	if prose.Lookup(layout.Transitions, how) == "" && how != "" {
		how = "cut"
	}
	if k := len(t.shots); k > 0 && how != "" {
		t.shots[k-1].Body = append(t.shots[k-1].Body, prose.Line{N: n, Text: "Transition: " + how})
	}
	t.shots, t.said = append(t.shots, layout.Shot{N: n}), false
}

// add gives the scene a line.
func (t *proseTeller) add(l prose.Line) {
	if len(t.shots) == 0 {
		t.open(l.N, "")
	}
	s := &t.shots[len(t.shots)-1]
	s.Body = append(s.Body, l)
}

// read takes one sentence into the plan, and tells whether it is of it.
func (t *proseTeller) read(s prose.Sentence) bool {
	if t.closed {
		return false
	}
	if at := cutInside.FindStringIndex(blankQuotes(s.Text)); at != nil && prose.Words(s.Text[:at[0]]) > 1 {
		// "The word shatters and we cut to a counter" is of two scenes.
		head := t.read(prose.Sentence{Text: prose.Stop(strings.TrimRight(s.Text[:at[0]], " ,;–—-")), Line: s.Line, Col: s.Col})
		tail := t.read(prose.Sentence{Text: prose.Upper(joinedCut.ReplaceAllString(s.Text[at[0]:], "")), Line: s.Line, Col: s.Col})
		return head || tail
	}
	text := s.Text
	rest := layout.StripSequence(text)
	sequence := len(rest) < len(text)
	how, shown := "", rest
	switch m := layout.FilmStart(rest); {
	case m != "" && toBlack.MatchString(rest) && len(t.shots) > 0:
		t.fading = prose.Unstop(rest)
		return true
	case m != "":
		shown = rest[len(m):]
		if layout.TransitionNamed(m) != "" || cutWord.MatchString(m) {
			how = strings.TrimSpace(cutTail.ReplaceAllString(m, ""))
		}
		t.open(s.Line, how)
	case len(t.shots) == 0:
		if !weLook.MatchString(rest) && !spokenOf(text) {
			return false
		}
		shown = weLook.ReplaceAllString(rest, "")
		t.open(s.Line, "")
	case t.fading != "":
		shown = weLook.ReplaceAllString(rest, "")
		t.open(s.Line, "")
	case layout.CameraSentence.MatchString(rest):
	case t.said && cameraSays.MatchString(rest):
		t.open(s.Line, "")
	case t.aboutAll(text, rest):
		return false
	case (sequence && (t.silent || !definite.MatchString(rest)) || afterwards.MatchString(text)) && (t.said || t.silent || weLook.MatchString(rest) || afterwards.MatchString(text)) && !spokenOnly(rest),
		t.said && (weLook.MatchString(rest) || newThing.MatchString(rest)) && !spokenOnly(rest):
		shown = weLook.ReplaceAllString(rest, "")
		t.open(s.Line, "")
	case weLook.MatchString(rest):
		shown = weLook.ReplaceAllString(rest, "")
	}
	t.fill(shown, s.Line)
	return true
}

// fill parts what is said from what is seen in a sentence, and gives both to the scene.
func (t *proseTeller) fill(text string, n int) {
	say := func(x string) {
		x = strings.TrimSpace(strings.Trim(strings.TrimSpace(x), `"“”„«»`))
		t.add(prose.Line{N: n, Text: `VO: "` + prose.Stop(x) + `"`})
		t.said = true
	}
	see := func(x string) {
		if x = strings.Trim(strings.TrimSpace(x), " ,;:–—-"); prose.Words(x) > 0 && x != "." {
			t.add(prose.Line{N: n, Text: "Visual: " + x})
		}
	}
	if m := labelledVoice.FindStringSubmatch(text); m != nil {
		say(m[1])
		see(prose.Unstop(text[len(m[0]):]))
		return
	}
	if m := cameraSays.FindStringSubmatch(text); m != nil { // `Captain Joel Reyes speaks to camera, his name below: "…"`
		see("Presenter to camera")
		if name := cameraName.FindString(m[1]); name != "" && thirdSaid.MatchString(text) {
			t.add(prose.Line{N: n, Text: "Lower third: " + name})
		}
		say(m[2])
		return
	}
	if m := saidBy.FindStringSubmatch(text); m != nil {
		see(overSeen.ReplaceAllString(prose.Unstop(text[len(m[0]):]), ""))
		say(m[1])
		return
	}
	if m := genderedVoice.FindStringSubmatch(blankQuotes(text)); m != nil && m[1]+m[2] != "" {
		t.besides = append(t.besides, prose.Line{N: n, Text: "Voice: " + m[1] + m[2]})
		text = strings.Replace(text, m[0], " the narrator", 1)
	}
	if x := layout.ToldIn(text); len(x.Says) > 0 {
		see(andTeller.ReplaceAllString(prose.Unstop(x.Seen), ""))
		see(prose.Unstop(x.Rest))
		for _, q := range x.Says {
			say(q)
		}
		return
	}
	if m := saysThat.FindStringSubmatch(text); m != nil {
		see(m[1])
		say(prose.Stop(prose.Upper(prose.Unstop(m[2]))))
		return
	}
	see(text)
}

// aboutAll tells whether a sentence asks for something of the whole video.
func (t *proseTeller) aboutAll(text, rest string) bool {
	if spokenOf(text) || weLook.MatchString(rest) || len(prose.Quoted(text)) > 0 || comesOn.MatchString(text) && (newThing.MatchString(rest) || layout.PictureKind.MatchString(text)) {
		return false
	}
	return t.p.isStyle(text) || t.p.allProduction(text) || asksForVideo.MatchString(text)
}

// spokenOf tells whether a sentence has words that somebody says.
func spokenOf(s string) bool {
	return len(layout.ToldIn(s).Says) > 0 || saidBy.MatchString(s) || labelledVoice.MatchString(s) || saysThat.MatchString(s)
}

// spokenOnly tells whether a sentence holds nothing but words that somebody says.
func spokenOnly(s string) bool {
	x := layout.ToldIn(s)
	return labelledVoice.MatchString(s) || len(x.Says) > 0 && prose.Words(andTeller.ReplaceAllString(prose.Unstop(x.Seen), "")) == 0
}

// filmed notes a sentence that speaks of a film where nothing else makes a plan of it: it
// is neither a fact nor drawn.
func (p *parser) filmed(text string, s prose.Sentence) bool {
	rest := layout.StripSequence(text)
	at := weLook.FindStringIndex(rest)
	shot := at != nil && shotOf.MatchString(rest[:at[1]]+rest[at[1]:])
	if !layout.FilmTalk(text) && !shot || toBlack.MatchString(rest) || layout.ClosesOn.MatchString(rest) || layout.OpensOn.MatchString(rest) && p.t.Open.MatchString(rest) {
		return false
	}
	p.b.NoteOn(s.Line, "\""+prose.Clip(prose.Unstop(text), 80)+"\" tells a picture and is not spoken; as a scene of its own (\"Scene 2: …\") it is drawn", prose.FirstWords(text, 4))
	return true
}

// shotOf looks at a kind of shot.
var shotOf = pattern.New(`(?i)\b(?:close-?ups?|wide shot|aerial|drone shot|shots? of|footage|montage|split[- ]screen|title card|end card|on (?:the )?screen|full[- ]screen|nahaufnahme|primer plano|gros plan|primo piano)\b`)

// blankQuotes is a text with spaces for what stands in quotation marks.
func blankQuotes(s string) string {
	return prose.QuotesRE.ReplaceAllStringFunc(s, func(q string) string { return strings.Repeat(" ", len(q)) })
}

const ()

var (
	afterwards = pattern.New(`(?i)^(?:next(?: up)?|after (?:that|this)|afterwards|finally|lastly|at the (?:very )?end|in the end|to finish|danach|als nächstes|zum schluss|am ende|después|a continuación|al final|por último|ensuite|enfin|à la fin|infine|alla fine|em seguida|por fim)\b`)

	// toBlack leaves a scene without saying what comes next.
	toBlack = pattern.New(`(?i)^(?:we )?(?:fades?|cuts?|dissolves?) (?:out )?to (?:black|white)\.?$`)

	// cutInside goes over to another picture in the middle of a sentence.
	cutInside = pattern.New(`(?i)(?:[,;–—-]+\s*|\s)(?:(?:and|then|before|until|as|und|dann|y|luego|et|puis|e|poi|depois)\s+)+(?:we |it |wir |on )?(?:then )?(?:(?:hard|smash|quick|quickly|slowly|match|jump)[- ])?(?:cuts? to|cutting to|dissolves? (?:to|into)|cross-?fades? (?:to|into)|wipes? to|pans? (?:over )?to|cortamos a|on coupe sur|on passe à|si passa a) `)
	joinedCut = pattern.New(`(?i)^[\s,;–—-]*(?:(?:and|then|before|until|as|und|dann|y|luego|et|puis|e|poi|depois)\s+)+`)
	cutWord   = pattern.New(`(?i)\b(?:cuts?|dissolves?|fades?|wipes?|crossfades?|schnitt|corte|coupe|stacco)\b`)
	cutTail   = pattern.New(`(?i)^(?:we|it|wir|on) (?:then |now )?|[\s:]+$`)
	weLook    = pattern.New(`(?i)^(?:here )?(?:(?:we|you|one|viewers) (?:can )?(?:now |then )?(?:see|watch|find)|(?:now )?(?:man|wir) (?:sieht|sehen)|(?:sieht man|sehen wir)|(?:se ve[n]?|vemos)|on (?:voit|découvre)|(?:si vede|si vedono|vediamo)|(?:vê-se|vemos)|(?:we )?show(?:ing)?|zeige?|muestra|montre(?:z)?|mostra) (?:` + layout.SomeThing + `\b|["“«„])?`)
	// cameraSays is who speaks to the camera, and what.
	cameraSays = pattern.New(`^([^"“„«:]{3,90}?) (?i:(?:speaks?|talks?|says|looks?|turns?|tells us)(?: straight| directly)?(?: (?:in|on)to| to)(?: the)? camera)\b[^"“„«]*["“„«]([^"”»“]{8,})["”»“]\.?$`)
	cameraName = pattern.New(`(?:(?:Captain|Dr|Prof|Mr|Mrs|Ms|Chef|Coach)\.? )?\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+`)
	thirdSaid  = pattern.New(`(?i)lower[- ]third|name (?:tag|below|on)|bauchbinde`)
	comesOn    = pattern.New(`(?i)\b(?:appears?|comes? (?:up|on|in)|fades? in|slides? (?:in|up)|shows? up|pops? (?:up|in)|drops? in|flies in|types? (?:on|out|itself)|is shown|fills? the (?:screen|frame)|counts? up|draws? itself|grows?|builds?|lights? up|erscheint|wird eingeblendet|aparece[n]?|apparaît|apparaissent|appare|appaiono|surge)\b`)
	newThing   = pattern.New(`(?i)^(?:an? |two |three |four |five |six |text:? |big |large |ein(?:e[nmr]?)? |zwei |drei |un[ao]? |une |des |dos |tres |deux |trois |um |uma )`)
	definite   = pattern.New(`(?i)^(?:the|its?|his|her|their|this|that|he|she|they|der|die|das|el|la|los|las|le|les|l['’]|il|lo|gli|o|a|os|as)\s`)
	// labelledVoice is `Voice: "…"` in running text.
	labelledVoice = pattern.New(`(?i)^(?:vo|v\.o\.|voice|voice-?over|narrator|narration|sprecher(?:in)?|stimme|off|voz(?: en off| em off)?|locutora?|voix(?: off)?|voce(?: fuori campo| narrante)?|narrador[a]?)\s?[:–—-]\s*(["“«„][^"”»“]+["”»“])[.,]?\s*`)
	// saidBy is `"…," says the narrator`; group 1 is what is said.
	saidBy   = pattern.New(`(?i)^(["“«„][^"”»“]+["”»“]),?\s+(?:` + layout.Teller + ` (?:says|explains|asks|adds|tells us|concludes|whispers|sagt|erklärt|fragt|dice|explica|dit|explique|spiega|diz)|(?:says|explains|asks|adds|concludes|whispers|sagt|erklärt|fragt|dice|explica|dit|explique|spiega|diz) (?:` + layout.Teller + `|\p{Lu}\p{L}+))\b[,.]?\s*`)
	overSeen = pattern.New(`(?i)^(?:over|as we see|while we see|as|while|on|während man|mientras se ve|sur|pendant qu['’]on voit)\s+`)
	// genderedVoice is a narrator of one sex, with the adjectives before.
	genderedVoice = pattern.New(`(?i)\b(?:an?|the) (?:[\p{L}-]+,? ){0,2}?(?:(female|male) (?:[\p{L}-]+ )?(?:narrator|voice(?:-?over)?)|(?:man|(woman))['’]s voice)\b`)
	// andTeller is a teller left over where what they say is taken away.
	andTeller = pattern.New(`(?i)[\s,;]*\b(?:and|while|as|und|während|y|mientras|et|pendant que|e|mentre|enquanto)?[\s,;]*$`)
	// saysThat says in a clause what a narrator says; group 2 is the clause.
	saysThat     = pattern.New(`(?i)^(.*?[,;]? ?(?:(?:and|while|as|und|y|et|e) )?)\b(?:` + layout.Teller + `) (?:then |now )?(?:says|explains|tells us|adds|points out|reminds us|mentions|sagt|erklärt|dice|explica|dit|explique|spiega|diz),? (?:that |dass |que |che |us that )(.{8,})$`)
	asksForVideo = pattern.New(`(?i)^(?:please )?(?:make|create|produce|keep|use|add|no|total|length|duration)\b`)
)

// tellsFilm is [parser.filmed] where the text is not to stand as it is.
func (p *parser) tellsFilm(r *reading) bool { return !p.verbatim && p.filmed(r.text, r.Sentence) }

// treated reads a treatment: paragraphs under heads in capitals that share their line,
// "COLD OPEN. Black. Text appears: “…”", with words that somebody says in two at least.
func (p *parser) treated(lines []prose.Line) []prose.Line {
	if layout.Planned(lines) {
		return lines
	}
	heads, spoken := 0, 0
	for _, l := range lines {
		if m := treatedHead.FindStringSubmatch(l.Text); m != nil {
			heads++
			for _, s := range prose.SplitSentences(m[2]) {
				if spokenOf(s) {
					spoken++
					break
				}
			}
		}
	}
	if heads < 3 || spoken < 2 {
		return lines
	}
	var out []prose.Line
	t := &proseTeller{p: p}
	for _, l := range lines {
		m := treatedHead.FindStringSubmatch(l.Text)
		if m == nil {
			out = append(out, l)
			continue
		}
		t.open(l.N, "")
		t.shots[len(t.shots)-1].Head = m[1]
		for _, s := range prose.Sentences([]prose.Line{{N: l.N, Text: m[2]}}) {
			if who := treatedHost.FindStringSubmatch(s.Text); who != nil {
				t.besides = append(t.besides, prose.Line{N: l.N, Text: fmt.Sprintf("Presenter: %s, %s", who[1], who[2])})
				s.Text = "Presenter " + who[3]
			}
			t.fill(s.Text, l.N)
		}
	}
	out = append(append(out, t.besides...), prose.Line{N: t.shots[0].N, Text: ""})
	return append(out, layout.Lines(t.shots)...)
}

var treatedHead = pattern.New(`^\s*\**(\p{Lu}[\p{Lu}\d ’'&/]{2,30}(?:\s*[–—-]\s*\p{Lu}[\p{Lu}\d ’'&/]{2,40})?)\**[.:]\**\s+(\p{Lu}.{8,}|["“„«].{8,})$`)

// treatedHost is somebody who appears with a description: "Host (Kenji, 30s) stands …".
var treatedHost = pattern.New(`^(?i:host|presenter|avatar|moderator(?:in)?)\s*\((\p{Lu}\p{L}+),\s*([^()]{3,60})\)\s*(.*)$`)
