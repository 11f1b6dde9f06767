package prompt

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// proseShots reads a plan that running text tells picture by picture, without numbers: "We
// open on a dark street. … Then we cut to a counter. The narrator says: “…”". It is one
// where a film is spoken of: where the camera moves or pictures are cut, twice, or once
// beside words that somebody says or pictures that appear. What the sentences say of the
// whole video stands before the scenes.
func (p *parser) proseShots(lines []line) []line {
	if planned(lines) || !p.toldInProse(lines) {
		return lines
	}
	t := &proseTeller{p: p, silent: !slices.ContainsFunc(sentences(lines), func(s sentence) bool { return spokenOf(s.text) })}
	var before []line
	var para []line
	flush := func() {
		read := 0
		for _, s := range sentences(para) {
			if t.read(s) {
				read++
			} else if t.shots == nil {
				before = append(before, line{s.line, s.text})
			} else {
				t.besides = append(t.besides, line{s.line, s.text})
			}
		}
		para = nil
	}
	for _, l := range lines {
		field := fieldRE.FindStringSubmatch(l.text)
		_, _, _, section := opensSection(l.text)
		if field != nil || section {
			flush()
		}
		switch {
		case field != nil && t.shots != nil && (fieldOf(field[1]) == "say" || fieldOf(field[1]) == "screen" || fieldOf(field[1]) == "lower" || fieldOf(field[1]) == "visual"):
			t.add(l)
			t.said = t.said || fieldOf(field[1]) == "say"
		case strings.TrimSpace(l.text) == "", section, isBullet(l.text):
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
	before = append(append(before, line{t.shots[0].n, ""}), t.besides...)
	return append(append(before, line{t.shots[0].n, ""}), written(t.shots)...)
}

// toldInProse tells whether running text speaks of a film.
func (p *parser) toldInProse(lines []line) bool {
	film, pictures, tellers := 0, 0, 0
	for _, s := range sentences(slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return isBullet(l.text) })) {
		x := outsideQuotes(s.text)
		switch {
		case filmTalk(s.text):
			film++
		case cutInside.MatchString(x):
			film++
		case weLook.MatchString(stripSequence(x)), comesOn.MatchString(x) && pictureKind.MatchString(x):
			pictures++
		}
		if len(toldIn(s.text).says) > 0 || saidBy.MatchString(s.text) || labelledVoice.MatchString(s.text) {
			tellers++
		}
	}
	return film >= 2 || film == 1 && (tellers >= 2 || pictures >= 2 || tellers+pictures >= 2)
}

// proseTeller collects the scenes that sentences tell.
type proseTeller struct {
	p       *parser
	shots   []shot
	said    bool   // the scene has words
	closed  bool   // a heading below the plan has ended it
	silent  bool   // nobody says anything: a sentence is a scene as soon as it says "then"
	fading  string // the way out of the scene, where nothing is seen behind it yet: "fade to black"
	besides []line // what is of no scene
}

// open begins a scene, into which the one before goes over as how says; "" = in the
// style's own way.
func (t *proseTeller) open(n int, how string) {
	how, t.fading = cmp.Or(t.fading, how), ""
	if lookup(transitions, how) == "" && how != "" {
		how = "cut"
	}
	if k := len(t.shots); k > 0 && how != "" {
		t.shots[k-1].body = append(t.shots[k-1].body, line{n, "Transition: " + how})
	}
	t.shots, t.said = append(t.shots, shot{n: n}), false
}

// add gives the scene a line.
func (t *proseTeller) add(l line) {
	if len(t.shots) == 0 {
		t.open(l.n, "")
	}
	s := &t.shots[len(t.shots)-1]
	s.body = append(s.body, l)
}

// read takes one sentence into the plan, and tells whether it is of it.
func (t *proseTeller) read(s sentence) bool {
	if t.closed {
		return false
	}
	if at := cutInside.FindStringIndex(blankQuotes(s.text)); at != nil && Words(s.text[:at[0]]) > 1 {
		// "The word shatters and we cut to a counter" is of two scenes.
		head := t.read(sentence{Stop(strings.TrimRight(s.text[:at[0]], " ,;–—-")), s.line, s.col})
		tail := t.read(sentence{Upper(joinedCut.ReplaceAllString(s.text[at[0]:], "")), s.line, s.col})
		return head || tail
	}
	text := s.text
	rest := stripSequence(text)
	sequence := len(rest) < len(text)
	how, shown := "", rest
	switch m := filmStart(rest); {
	case m != "" && toBlack.MatchString(rest) && len(t.shots) > 0:
		t.fading = Unstop(rest)
		return true
	case m != "":
		shown = rest[len(m):]
		if transitionNamed(m) != "" || cutWord.MatchString(m) {
			how = strings.TrimSpace(cutTail.ReplaceAllString(m, ""))
		}
		t.open(s.line, how)
	case len(t.shots) == 0:
		if !weLook.MatchString(rest) && !spokenOf(text) {
			return false
		}
		shown = weLook.ReplaceAllString(rest, "")
		t.open(s.line, "")
	case t.fading != "":
		shown = weLook.ReplaceAllString(rest, "")
		t.open(s.line, "")
	case cameraSentence.MatchString(rest):
	case t.aboutAll(text, rest):
		return false
	case (sequence && (t.silent || !definite.MatchString(rest)) || afterwards.MatchString(text)) && (t.said || t.silent || weLook.MatchString(rest) || afterwards.MatchString(text)) && !spokenOnly(rest),
		t.said && (weLook.MatchString(rest) || newThing.MatchString(rest)) && !spokenOnly(rest):
		shown = weLook.ReplaceAllString(rest, "")
		t.open(s.line, "")
	case weLook.MatchString(rest):
		shown = weLook.ReplaceAllString(rest, "")
	}
	t.fill(shown, s.line)
	return true
}

// fill parts what is said from what is seen in a sentence, and gives both to the scene.
func (t *proseTeller) fill(text string, n int) {
	say := func(x string) {
		x = strings.TrimSpace(strings.Trim(strings.TrimSpace(x), `"“”„«»`))
		t.add(line{n, `VO: "` + Stop(x) + `"`})
		t.said = true
	}
	see := func(x string) {
		if x = strings.Trim(strings.TrimSpace(x), " ,;:–—-"); Words(x) > 0 && x != "." {
			t.add(line{n, "Visual: " + x})
		}
	}
	if m := labelledVoice.FindStringSubmatch(text); m != nil {
		say(m[1])
		see(Unstop(text[len(m[0]):]))
		return
	}
	if m := saidBy.FindStringSubmatch(text); m != nil {
		see(overSeen.ReplaceAllString(Unstop(text[len(m[0]):]), ""))
		say(m[1])
		return
	}
	if m := genderedVoice.FindStringSubmatch(blankQuotes(text)); m != nil && m[1]+m[2] != "" {
		t.besides = append(t.besides, line{n, "Voice: " + m[1] + m[2]})
		text = strings.Replace(text, m[0], " the narrator", 1)
	}
	if x := toldIn(text); len(x.says) > 0 {
		see(andTeller.ReplaceAllString(Unstop(x.seen), ""))
		see(Unstop(x.rest))
		for _, q := range x.says {
			say(q)
		}
		return
	}
	if m := saysThat.FindStringSubmatch(text); m != nil {
		see(m[1])
		say(Stop(Upper(Unstop(m[2]))))
		return
	}
	see(text)
}

// aboutAll tells whether a sentence asks for something of the whole video.
func (t *proseTeller) aboutAll(text, rest string) bool {
	if spokenOf(text) || weLook.MatchString(rest) || len(quoted(text)) > 0 || comesOn.MatchString(text) && (newThing.MatchString(rest) || pictureKind.MatchString(text)) {
		return false
	}
	return t.p.isStyle(text) || t.p.allProduction(text) || asksForVideo.MatchString(text)
}

// spokenOf tells whether a sentence has words that somebody says.
func spokenOf(s string) bool {
	return len(toldIn(s).says) > 0 || saidBy.MatchString(s) || labelledVoice.MatchString(s) || saysThat.MatchString(s)
}

// spokenOnly tells whether a sentence holds nothing but words that somebody says.
func spokenOnly(s string) bool {
	x := toldIn(s)
	return labelledVoice.MatchString(s) || len(x.says) > 0 && Words(andTeller.ReplaceAllString(Unstop(x.seen), "")) == 0
}

// filmed notes a sentence that speaks of a film where nothing else makes a plan of it: it
// is neither a fact nor drawn.
func (p *parser) filmed(text string, s sentence) bool {
	rest := stripSequence(text)
	at := weLook.FindStringIndex(rest)
	shot := at != nil && shotOf.MatchString(rest[:at[1]]+rest[at[1]:])
	if !filmTalk(text) && !shot || toBlack.MatchString(rest) || closesOn.MatchString(rest) || opensOn.MatchString(rest) && p.t.open.MatchString(rest) {
		return false
	}
	p.b.noteOn(s.line, "\""+clipText(Unstop(text), 80)+"\" tells a picture and is not spoken; as a scene of its own (\"Scene 2: …\") it is drawn", firstWords(text, 4))
	return true
}

// shotOf looks at a kind of shot.
var shotOf = pattern.New(`(?i)\b(?:close-?ups?|wide shot|aerial|drone shot|shots? of|footage|montage|split[- ]screen|title card|end card|on (?:the )?screen|full[- ]screen|nahaufnahme|primer plano|gros plan|primo piano)\b`)

// blankQuotes is a text with spaces for what stands in quotation marks.
func blankQuotes(s string) string {
	return quotesRE.ReplaceAllStringFunc(s, func(q string) string { return strings.Repeat(" ", len(q)) })
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
	weLook    = pattern.New(`(?i)^(?:here )?(?:(?:we|you|one|viewers) (?:can )?(?:now |then )?(?:see|watch|find)|(?:now )?(?:man|wir) (?:sieht|sehen)|(?:sieht man|sehen wir)|(?:se ve[n]?|vemos)|on (?:voit|découvre)|(?:si vede|si vedono|vediamo)|(?:vê-se|vemos)|(?:we )?show(?:ing)?|zeige?|muestra|montre(?:z)?|mostra) (?:` + someThing + `\b|["“«„])?`)
	comesOn   = pattern.New(`(?i)\b(?:appears?|comes? (?:up|on|in)|fades? in|slides? (?:in|up)|shows? up|pops? (?:up|in)|drops? in|flies in|types? (?:on|out|itself)|is shown|fills? the (?:screen|frame)|counts? up|draws? itself|grows?|builds?|lights? up|erscheint|wird eingeblendet|aparece[n]?|apparaît|apparaissent|appare|appaiono|surge)\b`)
	newThing  = pattern.New(`(?i)^(?:an? |two |three |four |five |six |text:? |big |large |ein(?:e[nmr]?)? |zwei |drei |un[ao]? |une |des |dos |tres |deux |trois |um |uma )`)
	definite  = pattern.New(`(?i)^(?:the|its?|his|her|their|this|that|he|she|they|der|die|das|el|la|los|las|le|les|l['’]|il|lo|gli|o|a|os|as)\s`)
	// labelledVoice is `Voice: "…"` in running text.
	labelledVoice = pattern.New(`(?i)^(?:vo|v\.o\.|voice|voice-?over|narrator|narration|sprecher(?:in)?|stimme|off|voz(?: en off| em off)?|locutora?|voix(?: off)?|voce(?: fuori campo| narrante)?|narrador[a]?)\s?[:–—-]\s*(["“«„][^"”»“]+["”»“])[.,]?\s*`)
	// saidBy is `"…," says the narrator`; group 1 is what is said.
	saidBy   = pattern.New(`(?i)^(["“«„][^"”»“]+["”»“]),?\s+(?:` + teller + ` (?:says|explains|asks|adds|tells us|concludes|whispers|sagt|erklärt|fragt|dice|explica|dit|explique|spiega|diz)|(?:says|explains|asks|adds|concludes|whispers|sagt|erklärt|fragt|dice|explica|dit|explique|spiega|diz) (?:` + teller + `|\p{Lu}\p{L}+))\b[,.]?\s*`)
	overSeen = pattern.New(`(?i)^(?:over|as we see|while we see|as|while|on|während man|mientras se ve|sur|pendant qu['’]on voit)\s+`)
	// genderedVoice is a narrator of one sex, with the adjectives before.
	genderedVoice = pattern.New(`(?i)\b(?:an?|the) (?:[\p{L}-]+,? ){0,2}?(?:(female|male) (?:[\p{L}-]+ )?(?:narrator|voice(?:-?over)?)|(?:man|(woman))['’]s voice)\b`)
	// andTeller is a teller left over where what they say is taken away.
	andTeller = pattern.New(`(?i)[\s,;]*\b(?:and|while|as|und|während|y|mientras|et|pendant que|e|mentre|enquanto)?[\s,;]*$`)
	// saysThat says in a clause what a narrator says; group 2 is the clause.
	saysThat     = pattern.New(`(?i)^(.*?[,;]? ?(?:(?:and|while|as|und|y|et|e) )?)\b(?:` + teller + `) (?:then |now )?(?:says|explains|tells us|adds|points out|reminds us|mentions|sagt|erklärt|dice|explica|dit|explique|spiega|diz),? (?:that |dass |que |che |us that )(.{8,})$`)
	asksForVideo = pattern.New(`(?i)^(?:please )?(?:make|create|produce|keep|use|add|no|total|length|duration)\b`)
)

// tellsFilm is [parser.filmed] where the text is not to stand as it is.
func (p *parser) tellsFilm(r *reading) bool { return !p.verbatim && p.filmed(r.text, r.sentence) }

// treated reads a treatment: paragraphs under heads in capitals that share their line,
// "COLD OPEN. Black. Text appears: “…”", with words that somebody says in two at least.
func (p *parser) treated(lines []line) []line {
	if planned(lines) {
		return lines
	}
	heads, spoken := 0, 0
	for _, l := range lines {
		if m := treatedHead.FindStringSubmatch(l.text); m != nil {
			heads++
			for _, s := range SplitSentences(m[2]) {
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
	var out []line
	t := &proseTeller{p: p}
	for _, l := range lines {
		m := treatedHead.FindStringSubmatch(l.text)
		if m == nil {
			out = append(out, l)
			continue
		}
		t.open(l.n, "")
		t.shots[len(t.shots)-1].head = m[1]
		for _, s := range sentences([]line{{l.n, m[2]}}) {
			if who := treatedHost.FindStringSubmatch(s.text); who != nil {
				t.besides = append(t.besides, line{l.n, fmt.Sprintf("Presenter: %s, %s", who[1], who[2])})
				s.text = "Presenter " + who[3]
			}
			t.fill(s.text, l.n)
		}
	}
	out = append(append(out, t.besides...), line{t.shots[0].n, ""})
	return append(out, written(t.shots)...)
}

var treatedHead = pattern.New(`^\s*\**(\p{Lu}[\p{Lu}\d ’'&/]{2,30}(?:\s*[–—-]\s*\p{Lu}[\p{Lu}\d ’'&/]{2,40})?)\**[.:]\**\s+(\p{Lu}.{8,}|["“„«].{8,})$`)

// treatedHost is somebody who appears with a description: "Host (Kenji, 30s) stands …".
var treatedHost = pattern.New(`^(?i:host|presenter|avatar|moderator(?:in)?)\s*\((\p{Lu}\p{L}+),\s*([^()]{3,60})\)\s*(.*)$`)
