package prompt

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// What the music does within a video: in the field of a scene, "Music: drops to a low pulse",
// and in the clauses of a section that name scenes, "solo piano, out in scene 5".

// slowFade is how many seconds a change of the music takes that is said to come about slowly.
const slowFade = 2.5

var (
	cueOff  = pattern.New(`(?i)\b(?:no music|without music|silen(?:ce|t|cio)|silêncio|silenzio|stille|mute[ds]?|none|(?:cuts?|drops?|fades?|goes|falls?|music) (?:out|away|off)|fad(?:es?|ing) to (?:silence|nothing|black)|stops?|ends|out|off|keine musik|stoppt|verstummt|blendet aus|se corta|se apaga|s['’]arrête|coupée?|si ferma)\b`)
	cueBack = pattern.New(`(?i)\b(?:back(?: in| to (?:normal|full))?|returns?|resumes?|re-?enters?|comes? (?:back|in)|enters?|starts?|begins?|fad(?:es?|ing) in|normal|again|as before|setzt (?:wieder )?ein|kommt zurück|vuelve|regresa|entra|revient|reprend|torna|riprende|rientra|volta)\b`)
	cueLow  = pattern.New(`(?i)\b(?:lower(?:s|ed)?|softer|softly|softens|quieter|quietly|low|down|dips?|drops?(?: to)?|duck(?:s|ed)?|under(?:neath)?(?: (?:the )?(?:voice|vo|narration|speech))?|fad(?:es?|ing) (?:down|under|back)|recedes?|(?:to )?half|halved|thins?(?: out)?|(?:wird )?leiser|baja|más (?:baja|suave)|plus (?:douce?|basse?)|baisse|più (?:bassa|piano)|si abbassa|mais baix[ao]|baixa)\b`)
	cueLoud = pattern.New(`(?i)\b(?:(?:gets? )?loud(?:er)?|up|swell(?:s|ing)?|ris(?:es?|ing)|build(?:s|ing)?(?: up)?|crescendo|full(?: volume| throttle)?|peaks?|lifts?|kicks? in|bigger|stronger|(?:wird )?lauter|schwillt an|steigt|sube|crece|más (?:alta|fuerte)|remonte|monte|plus forte?|enfle|cresce|sale|più forte|mais alt[ao]|aumenta)\b`)
	cueSlow = pattern.New(`(?i)\b(?:fad(?:e|es|ing)|swell(?:s|ing)?|slowly|gradually|build(?:s|ing)?|rises|crescendo|langsam|allmählich|poco a poco|peu à peu|a poco a poco)\b`)
	cueDB   = pattern.New(`(?i)([+−-]?)\s?(\d{1,2}(?:[.,]\d)?)\s?dB\b`)
	// cueParts stand between the clauses of a direction.
	cueParts = pattern.New(`\s*[,;.]\s+|\s+(?:and|und|y|et|e)\s+`)
	// cueSmall are words of such a clause that say nothing more.
	cueSmall = pattern.New(`(?i)^(?:the|a|an|to|in|on|at|of|for|from|with|under|then|and|here|now|it|is|gets?|goes|more|very|bit|little|music|musik|música|musique|musica|track|bed|score|soundtrack|level|volume|cue|same|mood|style|genre|switch(?:es)?|changes?|turns?|becomes?|continues?|throughout|please|bitte|until|till|die|der|wird|la|le|il|und|y|et|e)$`)
	// sceneRefs are the scenes that a clause names: group 1 is how, 2 a number, 3 the first, 4
	// the last one.
	sceneRefs = pattern.New(`(?i)(?:\b(from|after|starting|until|till|in|at|on|under|during|into|with|for|ab|bis|bei|im|desde|hasta|en|dès|dans|jusqu['’]à|da|dalla|fino a|nella|até|na)\s+)?(?:the\s+)?(?:(?:(?:scenes?|shots?|szenen?|escenas?|scènes?|cenas?|scen[ae])\s*)?#?\b(\d{1,2})\b|\b(intro|opening|first (?:scene|shot))\b|\b(outro|logo|end(?: ?card)?|cta|finale|(?:last|final|closing) (?:scene|shot))\b)`)
	onlyThere = pattern.New(`(?i)^(?:in|on|under|during|with|for|bei|im|en|dans|nella|na)?$`)
)

// readCue reads one clause; rest are its words that nothing follows from.
func readCue(s string) (c brief.Cue, known bool, rest string) {
	left := s
	take := func(re *pattern.Pattern) bool {
		if !re.MatchString(left) {
			return false
		}
		left, known = re.ReplaceAllString(left, " "), true
		return true
	}
	slow := cueSlow.MatchString(s)
	if m := cueDB.FindStringSubmatch(left); m != nil {
		c.Level = levelSaid(m[1], prose.Decimal(m[2]))
		left, known = cueDB.ReplaceAllString(left, " "), true
		left = cueLow.ReplaceAllString(left, " ") // "−14 dB under voice"
	}
	if c.Off = take(cueOff); !c.Off {
		take(cueBack)
		switch {
		case take(cueLow):
			c.Level = -6
		case take(cueLoud):
			c.Level = 4
		}
		for _, m := range moods {
			if m.Value != "off" && m.RE.MatchString(left) {
				if c.Mood == "" {
					c.Mood = m.Value
				}
				left, known = m.RE.ReplaceAllString(left, " "), true
			}
		}
	}
	if known && slow {
		c.Fade = slowFade
		left = cueSlow.ReplaceAllString(left, " ")
	}
	var words []string
	for _, w := range strings.Fields(left) {
		if t := strings.Trim(w, `.,;:!?"'“”()–—-{}`); t != "" && !cueSmall.MatchString(t) {
			words = append(words, t)
		}
	}
	return c, known, strings.Join(words, " ")
}

// levelSaid is a level in dB against the music's usual place, which lies 16 dB under a voice:
// "−20 dB" is said of the distance to it, "−4 dB" of the usual level.
func levelSaid(sign string, db float64) float64 {
	switch {
	case sign == "+":
	case db >= 10:
		db = 16 - db
	case sign != "":
		db = -db
	}
	return min(6, max(-12, db))
}

// cue reads what the music does in a scene. What of it nothing follows from is noted.
func (p *parser) cue(text string, number, at int) *brief.Cue {
	out, met := brief.Cue{}, false
	for i, part := range cueParts.Split(prose.Unstop(text), -1) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if fadesAtEnd.MatchString(part) { // as all music does
			p.b.NoteOn(at, "understood: the music fades out at the end", part)
			met = true
			continue
		}
		c, known, rest := readCue(part)
		if met && i > 0 && strings.HasPrefix(strings.ToLower(part), "then ") {
			p.b.NoteOn(at, fmt.Sprintf("music: %q: it changes where a scene begins, and not within one", prose.Clip(part, 80)), part)
			continue
		}
		if !known {
			if !tempo.MatchString(part) && !musicWords.MatchString(part) {
				p.b.NoteOn(at, fmt.Sprintf("music: %q has no answer in the local engine", prose.Clip(part, 80)), part)
			}
			met = true
			continue
		}
		if rest != "" {
			p.b.NoteOn(at, fmt.Sprintf("music: of %q nothing follows from %q", prose.Clip(part, 80), rest), part)
		}
		met = true
		if c.Off {
			out = brief.Cue{Off: true, Fade: c.Fade}
			continue
		}
		if out.Off = false; c.Mood != "" {
			out.Mood = c.Mood
		}
		if c.Level != 0 {
			out.Level = c.Level
		}
		out.Fade = max(out.Fade, c.Fade)
		out.Back = true
	}
	if !out.Off && !out.Back {
		return nil
	}
	p.b.NoteOn(at, fmt.Sprintf("understood: music from scene %d on: %s", number, cueTold(out)), prose.FirstWords(text, 5))
	return &out
}

// fadesAtEnd is what music does at the end of a video.
var fadesAtEnd = pattern.New(`(?i)^(?:(?:the )?(?:music|track|bed|it) )?(?:fades?|fading)(?: slowly| gently| softly)? (?:out|away|down|to (?:silence|nothing))(?: slowly| gently| softly)?(?: (?:at|towards?|by|over|into|on) the (?:very )?(?:end|close|last (?:word|second|frame|beat))(?: of the (?:video|film|clip|scene))?)$|^(?:(?:the )?(?:music|track|bed|it) )?(?:ends?|stops?|out|resolves?|finish(?:es)?|closes?|lands?)(?: softly| gently)? (?:on|at|with)(?: the)? (?:(?:very )?(?:last|final) (?:word|frame|beat|line|note|second|hit)|end)$|^(?:am (?:ende|schluss) ausblenden|(?:se )?desvanece al final|fondu (?:sonore )?à la fin|sfuma alla fine)$`)

// cueTold says what a cue does.
func cueTold(c brief.Cue) string {
	var out []string
	if c.Off {
		out = append(out, "off")
	}
	if c.Mood != "" {
		out = append(out, c.Mood)
	}
	switch {
	case c.Off:
	case c.Level < 0:
		out = append(out, fmt.Sprintf("%g dB lower", -c.Level))
	case c.Level > 0:
		out = append(out, fmt.Sprintf("%g dB louder", c.Level))
	case c.Mood == "":
		out = append(out, "as usual")
	}
	return strings.Join(out, ", ")
}

// firstScene stands for the first scene, whatever its number.
const firstScene = -2

// placedCue is a cue of a section, and the scene whose number it names; lastScene is the last.
type placedCue struct {
	scene int
	cue   brief.Cue
	only  bool // in that scene, and no longer
	at    int
	words string
}

// cuesNamed takes the clauses out of a section about the music that say what it does in some
// scenes, and keeps them until the scenes are known.
func (p *parser) cuesNamed(text string, at int) string {
	var rest []string
	until := 0 // scene that the clause before lasts to
	for _, part := range cueParts.Split(text, -1) {
		part = strings.TrimSpace(part)
		if fadesAtEnd.MatchString(strings.TrimSpace(prose.Unstop(part))) { // as all music does
			p.b.NoteOn(at, "understood: the music fades out at the end", part)
			continue
		}
		refs := sceneRefs.FindAllStringSubmatch(part, -1)
		if cueDB.MatchString(part) {
			refs = nil // its number counts no scene
		}
		bare := part
		if refs != nil {
			bare = sceneRefs.ReplaceAllString(part, " ")
		}
		c, known, more := readCue(bare)
		if m := musicAlone.MatchString(strings.Trim(bare, " .")); m && len(refs) == 1 && fromWord.MatchString(refs[0][1]) && sceneNumber(refs[0]) > 1 {
			known = true // "music from shot 2"
			p.b.cues = append(p.b.cues, placedCue{scene: firstScene, cue: brief.Cue{Off: true}, at: at, words: part})
		}
		if until > 0 && (strings.HasPrefix(strings.ToLower(part), "then ") || known) && len(refs) == 0 {
			p.placeCue(placedCue{scene: until, cue: c, at: at, words: part}, more)
			until = 0
			continue
		}
		if len(refs) == 0 || !known || prose.Duration(part) > 0 {
			if len(refs) > 0 && len(p.b.cues) > 0 && strings.TrimSpace(strings.Trim(bare, " .")) == "" { // "louder in intro and outro"
				last := p.b.cues[len(p.b.cues)-1]
				last.scene = sceneNumber(refs[0])
				p.b.cues = append(p.b.cues, last)
				continue
			}
			rest = append(rest, part)
			continue
		}
		for _, ref := range refs {
			how := strings.ToLower(ref[1])
			if untilWord.MatchString(how) {
				p.placeCue(placedCue{scene: firstScene, cue: c, at: at, words: part}, more)
				until = sceneNumber(ref)
				continue
			}
			if n := sceneNumber(ref); n > 1 && fromWord.MatchString(how) && c.Mood != "" && len(rest) == 0 && len(p.b.cues) == 0 {
				p.b.cues = append(p.b.cues, placedCue{scene: firstScene, cue: brief.Cue{Off: true}, at: at, words: part}) // "piano from shot 2"
				p.b.Music.Mood = c.Mood
			}
			p.placeCue(placedCue{scene: sceneNumber(ref), cue: c, only: onlyThere.MatchString(how), at: at, words: part}, more)
		}
	}
	return strings.Join(rest, ", ")
}

// musicAlone says of music no more than that it is there.
var musicAlone = pattern.New(`(?i)^(?:the |with )?(?:music|musik|música|musique|musica)(?: (?:only|starts?|begins?))?$`)

var fromWord = pattern.New(`(?i)^(?:from|after|starting|ab|desde|dès|da|dalla)$`)

var untilWord = pattern.New(`(?i)^(?:until|till|bis|hasta|jusqu['’]à|fino a|até)$`)

func sceneNumber(ref []string) int {
	switch {
	case ref[2] != "":
		return int(prose.Decimal(ref[2]))
	case ref[3] != "":
		return firstScene
	}
	return lastScene
}

func (p *parser) placeCue(c placedCue, rest string) {
	if rest != "" {
		p.b.NoteOn(c.at, fmt.Sprintf("music: of %q nothing follows from %q", prose.Clip(c.words, 80), rest), c.words)
	}
	p.b.cues = append(p.b.cues, c)
}

// cueScenes gives the scenes the cues that a section names for them. One that is for a single
// scene ends with it.
func (b *draft) cueScenes() {
	n := len(b.Scenes)
	find := func(number int) int {
		switch number {
		case lastScene:
			return n - 1
		case firstScene:
			return min(0, n-1)
		}
		return slices.IndexFunc(b.Scenes, func(s brief.Scene) bool { return s.Number == number })
	}
	for _, c := range b.cues {
		i := find(c.scene)
		if i < 0 {
			b.NoteOn(c.at, fmt.Sprintf("music: %q names a scene that there is not", prose.Clip(c.words, 80)), c.words)
			continue
		}
		if cue := c.cue; b.Scenes[i].Music == nil {
			b.Scenes[i].Music = &cue
			b.NoteOn(c.at, fmt.Sprintf("understood: music from scene %d on: %s", b.Scenes[i].Number, cueTold(cue)), c.words)
		}
	}
	for _, c := range b.cues {
		if i := find(c.scene); i >= 0 && c.only && i+1 < n && b.Scenes[i+1].Music == nil {
			b.Scenes[i+1].Music = &brief.Cue{Back: true}
		}
	}
	b.cues = nil
	if n > 0 {
		if c := b.Scenes[n-1].Music; c != nil && c.Off && c.Fade > 0 { // it is gone with the last frame, and not with the first one of its scene
			b.Scenes[n-1].Music = nil
			for i, note := range b.Notes {
				if strings.HasPrefix(note.Text, fmt.Sprintf("understood: music from scene %d on: off", b.Scenes[n-1].Number)) {
					b.Notes[i].Text = "understood: the music fades out at the end"
				}
			}
		}
	}
	if n > 0 && b.Scenes[0].Music != nil && b.Scenes[0].Music.Mood != "" && b.Music.Mood == "" && !b.Music.Off { // what it begins with is the video's
		first := *b.Scenes[0].Music
		b.Music.Mood, first.Mood = first.Mood, ""
		if b.Scenes[0].Music = &first; first.Level == 0 && !first.Off {
			b.Scenes[0].Music = nil
		}
	}
	if b.Music.Off && slices.ContainsFunc(b.Scenes, func(s brief.Scene) bool { return s.Music != nil && !s.Music.Off }) && n > 0 && b.Scenes[0].Music == nil {
		b.Music.Off, b.Scenes[0].Music = false, &brief.Cue{Off: true} // none, until a scene has some
	}
}

// musicSentence is a sentence among what is seen or said that is about the music.
var musicSentence = pattern.New(`(?i)^(?:the |die |la |le |il )?(?:background )?(?:music|soundtrack|score|beat|musik|música|musique|musica|muziek)\b[: ]+([^"“”„«»]{2,70})$`)

// musicApart takes the sentences about the music out of a picture's description.
func (r *sceneReader) musicApart(s string, at int) string {
	ss := prose.SplitSentences(s)
	kept := ss[:0:0]
	for _, x := range ss {
		if m := musicSentence.FindStringSubmatch(prose.Unstop(strings.TrimSpace(x))); m != nil {
			if _, known, _ := readCue(m[1]); known {
				if c := r.p.cue(m[1], r.sc.Number, at); c != nil {
					r.sc.Music = c
				}
				continue
			}
		}
		kept = append(kept, x)
	}
	if len(kept) == len(ss) {
		return s
	}
	return strings.Join(kept, " ")
}
