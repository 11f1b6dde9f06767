package revise

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// Whatever rule carried an instruction out, its result is held against the instruction: a
// number, a quotation or a setting that it names and that the video neither had nor has now
// was passed over, and words that nobody wrote as words to say are no words of the video.

// unanswered fails where something that an instruction names is found in no answer to it. done
// is what was said to be done.
func (entry Entry) unanswered(was, is *scene.Storyboard, s, done string) error {
	for _, f := range asRemark.FindAllStringSubmatch(done, -1) { // it was answered as such
		if thingWord.MatchString(f[1]) && wishedFor.MatchString(f[1]) { // "calmer voice"
			return notDone(f[1])
		}
		s = strings.Replace(s, strings.TrimSuffix(strings.ReplaceAll(f[1], `\"`, `"`), "…"), "", 1)
	}
	s = strings.TrimLeft(s, " .,;:!?–-")
	if reflect.DeepEqual(was.Scenes, is.Scenes) && sameSettings(was, is) && !asItIs.MatchString(done) {
		return errors.New("nothing would be other than it is")
	}
	before, after := wording(was), wording(is)
	for _, f := range inMarks.FindAllStringSubmatch(s, -1) {
		for _, q := range strings.Split(f[1], ", ") { // "Ana Ruiz, CEO" are a name and a role
			if q = plainWords(q); !strings.Contains(before, q) && !strings.Contains(after, q) {
				return notDone(f[0])
			}
		}
	}
	if q := notFirst(is, s); q != "" {
		return notDone(q)
	}
	if t := half(was, is, s); t != "" {
		return fmt.Errorf("it would say %q: put the words to say, and only those, in quotation marks", telling.Clip(t, 60))
	}
	if t := toMaker(was, is, s); t != "" {
		return fmt.Errorf("it would say or show %q: put the words to say, and only those, in quotation marks", telling.Clip(t, 60))
	}
	m := mannerOf(was.Language)
	if m == nil {
		return nil
	}
	for k, c := range gistOf(s, m).clauses { // "copper isn't true, it's silver"
		if k > 0 && itIs.MatchString(c) && denies.MatchString(gistOf(s, m).clauses[k-1]) {
			if words := m.topic(itIs.ReplaceAllString(c, "")); len(words) == 1 && !names(after, words) {
				return notDone(c)
			}
		}
	}
	for _, c := range partsOf(inMarks.ReplaceAllString(s, " ")) {
		_, behind, _ := strings.Cut(m.bare(c), " ") // the first word has a capital letter anyhow
		for _, n := range namesIn(". "+behind, nil, m.lang) {
			if p := plainWords(n); twoNames.MatchString(n) && !strings.Contains(before, p) && !strings.Contains(after, p) {
				return notDone(n)
			}
		}
	}
	if sameButScenes(was, is) {
		if n := entry.lostNumber(was, is, s, before, after); n != "" {
			return notDone(n)
		}
	}
	return entry.lostSetting(was, is, s)
}

// twoNames are the first name and the last of somebody.
var twoNames = regexp.MustCompile(`^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+$`)

func notDone(what string) error {
	return fmt.Errorf("%q would stay undone, and an edit is carried out whole or not at all: write it as an edit of its own", strings.Trim(what, " ,;."))
}

// wishedFor is a thing as it is to be: "calmer voice".
var wishedFor = pattern.New(`(?i)^(?:an? |eine? |ein )?(?:more |less |mehr |weniger )?\p{L}+(?:er|ere|eren|erer)? \p{L}+$`)

// asItIs says that nothing had to be done.
var asItIs = pattern.New(`(?i)\b(?:already|nothing)\b|^(?:captions|voice|pace|transitions|0 )`)

// asRemark is what an answer says of words that ask for nothing. Group: the words.
var asRemark = pattern.New(`"((?:[^"\\]|\\.)+)" is taken as a remark`)

// wording is all that a video says and shows, in plain words.
func wording(b *scene.Storyboard) string {
	c := *b
	c.Notes = nil
	data, err := json.Marshal(&c)
	if err != nil {
		return ""
	}
	return plainWords(string(data))
}

var notWord = regexp.MustCompile(`<[^<>]*>|\\u003c.*?\\u003e|[^\p{L}\p{N}]+`)

// plainWords is a text without its marks.
func plainWords(s string) string {
	return " " + strings.TrimSpace(notWord.ReplaceAllString(strings.ToLower(s), " ")) + " "
}

// notFirst is a quotation that an instruction wants at the opening of a video that opens
// otherwise, "" = there is none.
func notFirst(is *scene.Storyboard, s string) string {
	f := opensWith.FindStringSubmatch(s)
	if f == nil {
		return ""
	}
	for i, sc := range is.Scenes {
		if strings.Contains(plainWords(sceneText(&sc)), plainWords(f[1])) {
			return ""
		}
		if i > 0 || sc.Say != "" {
			break
		}
	}
	return f[1]
}

// opensWith wants words in quotation marks first of all. Group: the words.
var opensWith = pattern.New(`(?i)\b(?:opening (?:line|sentence|words)|opener|(?:start|open|begin)(?: (?:it|the video))? with)(?: [^"“„«.;:]{0,30})?[:,]? ?["“„«]([^"“”„«»]+)["“”»]`)

// half is a new sentence that has a quotation of an instruction with the words before it, which
// only say what it is.
func half(was, is *scene.Storyboard, s string) string {
	said := wording(was)
	for _, f := range inMarks.FindAllStringSubmatchIndex(s, -1) {
		for _, sc := range is.Scenes { // words that the video has are named, and not to be said in marks
			if strings.Contains(sc.Say, s[f[0]:f[1]]) && strings.Contains(said, plainWords(s[f[2]:f[3]])) && !strings.Contains(said, plainWords(sc.Say)) {
				return sc.Say
			}
		}
		lead := lastWords(strings.TrimRight(s[:f[0]], " :,"), 2)
		if lead == "" {
			continue
		}
		with := plainWords(lead + " " + s[f[2]:f[3]])
		for _, sc := range is.Scenes {
			for _, t := range append(prose.SplitSentences(sc.Say), sc.Headline, sc.Label) {
				if strings.ContainsAny(t, `"“„«`) && strings.Contains(plainWords(t), with) && !strings.Contains(said, plainWords(t)) {
					return t
				}
			}
		}
	}
	return ""
}

// toMaker is a new text of a video with words of an instruction that only speak to whoever
// makes it, "" = there is none. What stands in quotation marks is meant for the video.
func toMaker(was, is *scene.Storyboard, s string) string {
	said, quoted := wording(was), plainWords(strings.Join(inMarks.FindAllString(s, -1), " "))
	for _, sc := range is.Scenes {
		texts := append(prose.SplitSentences(sc.Say), sc.Headline, sc.Subtitle, sc.Label)
		for _, it := range sc.Items {
			texts = append(texts, it.Title, it.Label, it.Body)
		}
		for _, t := range append(texts, sc.Overlay...) {
			f := ofMaking.FindString(t)
			if m := inPlaceOf.FindStringSubmatch(t); m != nil && strings.Contains(said, plainWords(m[1])) {
				f = m[0]
			}
			if f != "" && !strings.Contains(said, plainWords(t)) && !strings.Contains(said, plainWords(f)) && !strings.Contains(quoted, plainWords(f)) && strings.Contains(plainWords(s), plainWords(f)) {
				return t
			}
		}
	}
	return ""
}

// ofMaking are words about a video that no video says of itself.
var ofMaking = pattern.New(`(?i)\b(?:in both places|make (?:it|the whole thing|this) (?:a bit |a little )?(?:more|less|\p{L}+er)|the whole thing|(?:in|from|of) scene \d|the (?:captions?|headline|slide)|no words|logo only|only the logo|should (?:say|read)|something like)\b`)

// inPlaceOf: what is said no longer.
var inPlaceOf = pattern.New(`(?i)\b(?:instead of|rather than|statt|anstatt|en lugar de|en vez de|au lieu de?|al posto di) (?:the |our |der |dem |die |das |el |la |le |les )?([^,.;:]{3,40})`)

// sameButScenes tells whether two videos have one length and look, so that the numbers of an
// instruction are none of these.
func sameButScenes(was, is *scene.Storyboard) bool {
	if len(was.Scenes) != len(is.Scenes) || !sameSettings(was, is) {
		return false
	}
	said := false
	for i := range was.Scenes {
		x, y := was.Scenes[i], is.Scenes[i]
		if x.ID != y.ID || x.Seconds != y.Seconds && y.Seconds > 0 || len(x.Items) != len(y.Items) {
			return false
		}
		said = said || x.Say != y.Say && !strings.Contains(y.Say, "<")
	}
	return said
}

// sameSettings tells whether two videos are one but for their scenes.
func sameSettings(was, is *scene.Storyboard) bool {
	a, b := *was, *is
	a.Scenes, b.Scenes, a.Notes, b.Notes, a.Unedited, b.Unedited = nil, nil, nil, nil, nil, nil
	return fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b)
}

// lostNumber is a number of an instruction that neither the video that it was given for nor
// what was made of it has, "" = there is none. Numbers of scenes and items say where.
func (entry Entry) lostNumber(was, is *scene.Storyboard, s, before, after string) string {
	have := map[string]bool{}
	for _, t := range []string{before, after} {
		for _, n := range digitRuns.FindAllString(t, -1) {
			have[n] = true
		}
		for _, w := range strings.Fields(t) {
			if k := slices.Index(tongue.For(was.Language).Counts, w); k > 0 {
				have[fmt.Sprint(k)] = true
			}
		}
	}
	e := &editor{b: is, entry: entry}
	for _, v := range e.valuesIn(inMarks.ReplaceAllStringFunc(s, func(q string) string { return strings.Repeat(" ", len(q)) })) {
		if m := monthForm.FindString(v.text); m != "" && !strings.Contains(before+after, plainWords(m)) || v.kind == "weekday" && !strings.Contains(before+after, " "+strings.TrimSuffix(strings.ToLower(v.text), "s")) {
			return v.text
		}
		if k := slices.Index(tongue.For(was.Language).Counts, strings.ToLower(v.num)); k > 1 && v.unit != "" && strings.Contains(before, plainWords(v.unit)) && !strings.Contains(before+after, plainWords(v.num)) && !have[fmt.Sprint(k)] { // "three injuries"
			return v.text
		}
		if nth := nthBefore.FindString(s[:v.from]); v.kind == "weekday" && nth != "" && !strings.Contains(before+after, plainWords(nth+v.text)) {
			return nth + v.text
		}
		if v.kind == "weekday" || v.kind == "month" || !telling.DigitsRE.MatchString(v.num) || numbersWhere.MatchString(s[:v.from]) || aMoment.MatchString(v.text) && ofTime.MatchString(v.text) {
			continue
		}
		all := strings.ReplaceAll(ungrouped(v.num), ",", ".")
		found := strings.Contains(before+after, plainWords(ungrouped(v.num))) || strings.Contains(before+after, plainWords(all))
		for _, n := range digitRuns.FindAllString(v.num, -1) {
			found = found || len(digitRuns.FindAllString(v.num, -1)) == 1 && have[n]
		}
		if runs := digitRuns.FindAllString(v.num, -1); !found && len(runs) > 1 {
			found = !slices.ContainsFunc(runs, func(n string) bool { return !have[n] && n != "00" })
		}
		if !found {
			return s[v.from:v.to]
		}
	}
	return ""
}

// nthBefore says which of several days of the week is meant.
var nthBefore = pattern.New(`(?i)\b(?:first|second|third|fourth|last|other|erste[nr]?|zweite[nr]?|dritte[nr]?|letzte[nr]?|primer|segundo|último|premier|deuxième|dernier) $`)

var digitRuns = regexp.MustCompile(`\d+`)

// numbersWhere stands before the number of what it names.
var numbersWhere = pattern.New(`(?i)(?:scenes?|slides?|steps?|points?|items?|bullets?|numbers?|cards?|shots?|szenen?|folien?|schritte?|punkte?|karten?|escenas?|pasos?|scènes?|étapes?|points?|scena|scene|passi|cenas?|passos?|stap|scène|no|nr)\.? ?#?$`)

// lostSetting fails where a part of an instruction, read by itself, changes the sound or the
// look, and nothing of that has changed.
func (entry Entry) lostSetting(was, is *scene.Storyboard, s string) error {
	cuts := partsOf(s)
	if len(cuts) < 2 {
		return nil
	}
	m := mannerOf(was.Language)
	for _, c := range cuts {
		c = m.bare(c)
		parts, err := edit.Read(c, was.Language)
		if err != nil || prose.Words(c) < 2 || len(parts) != 1 || settings[parts[0].Op] == nil || len(parts[0].Scenes) > 0 {
			continue
		}
		of := settings[parts[0].Op]
		if !reflect.DeepEqual(of(was), of(is)) {
			continue
		}
		alone, _, err := entry.carryOutParts(was, nil, parts)
		if err == nil && !reflect.DeepEqual(of(was), of(alone)) {
			return notDone(c)
		}
	}
	return nil
}

// settings are what intents change beside scenes.
var settings = map[edit.Op]func(*scene.Storyboard) any{
	edit.Music: sound, edit.OtherMusic: sound, edit.NoMusic: sound, edit.MusicLevel: sound,
	edit.Captions: caption, edit.NoCaptions: caption,
	edit.Gender: speaker, edit.VoiceName: speaker, edit.Tempo: speaker,
	edit.Cast: person, edit.OtherCast: person, edit.Nobody: person, edit.Set: person,
	edit.Shade: look, edit.Color: look, edit.Font: look, edit.Style: look, edit.NoLogo: look, edit.Plain: look,
}

func sound(b *scene.Storyboard) any   { return b.Music }
func caption(b *scene.Storyboard) any { return b.Captions }
func speaker(b *scene.Storyboard) any { return b.Voice }
func person(b *scene.Storyboard) any  { return b.Presenter }
func look(b *scene.Storyboard) any    { return b.Look }

// stutters fails where a scene says what it did not say before and nobody says: the same word
// twice, or a comma before a full stop. Some value took the place of less than was meant. What the
// instruction says so itself is said.
func stutters(was, is *scene.Storyboard, instruction string) error {
	instruction = strings.ToLower(instruction)
	said := map[string]bool{}
	for _, s := range was.Scenes {
		said[s.Say] = true
	}
	for i, s := range is.Scenes {
		if said[s.Say] {
			continue
		}
		twice := strings.Contains(s.Say, ",.")
		words := strings.Fields(strings.ToLower(s.Say))
		for k := 0; k+1 < len(words); k++ {
			n := 0
			switch {
			case words[k] == words[k+1]:
				n = 2
			case k+3 < len(words) && words[k] == words[k+2] && words[k+1] == words[k+3]:
				n = 4
			}
			twice = twice || n > 0 && !strings.Contains(instruction, strings.Join(words[k:k+n], " "))
		}
		if twice {
			return fmt.Errorf("scene %d would say %q: write in scene %d say …", i+1, telling.Clip(s.Say, 90), i+1)
		}
	}
	return nil
}
