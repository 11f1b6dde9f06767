package script

import (
	"context"
	"fmt"
	"path"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// edit applies the entry's instructions in order. Each is answered in the notes.
func (r Request) edit(ctx context.Context, b *scene.Storyboard) error {
	for i, e := range r.Spec.Edits {
		e = strings.TrimSpace(e)
		if e == "" {
			continue
		}
		ed := &editor{b: b, r: r}
		done, err := ed.apply(e)
		if err != nil {
			done = "not honoured: " + err.Error()
			if r.LLM != nil {
				if nb, what, ok := r.LLM.edit(ctx, b, e); ok {
					*b, done = *nb, what
				} else if what != "" {
					done += "; the language model: " + what
				}
			}
		}
		b.Notes = append(b.Notes, scene.Note{Text: fmt.Sprintf("edit %d %q: %s", i+1, clip(e, 80), done)})
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return Check(b)
}

// editor changes one storyboard.
type editor struct {
	b *scene.Storyboard
	r Request
}

// rule is one form of instruction: its pattern and what it does with the groups.
type rule struct {
	re *pattern.Pattern
	do func(e *editor, m []string) (string, error)
}

const where = `(?:the )?(scene \d+|(?:first|second|third|fourth|fifth|sixth|last) scene|intro|opening|hook|title(?: card)?|outro|ending|end card|closing|cta|call to action)`

func editRule(p string, do func(e *editor, m []string) (string, error)) rule {
	return rule{pattern.New(`(?is)^(?:please )?(?:` + p + `)\s*[.!]?$`), do}
}

var editRules []rule

func init() {
	editRules = []rule{
		editRule(`in `+where+`,? (?:say|have (?:her|him|them|the presenter) say|change the (?:voice-?over|narration|script|words|text) to|the voice-?over should be)[: ]+(.+)`, (*editor).say),
		editRule(`(?:change|replace|set) (?:the )?(?:voice-?over|narration|script|words) (?:of|in) `+where+` (?:to|with)[: ]+(.+)`, (*editor).say),
		editRule(`in `+where+`,? (?:show|write|display|change the (?:headline|title|text on screen) to|the headline should be)[: ]+(["“«].+)`, (*editor).headline),
		editRule(`(?:change|replace|set) (?:the )?(?:headline|title|text) (?:of|in|on) `+where+` (?:to|with)[: ]+(.+)`, (*editor).headline),
		editRule(`make `+where+` (?:a (?:bit|little) |much )?(shorter|longer|faster|slower)`, (*editor).pace),
		editRule(`(?:shorten|tighten|lengthen|extend) `+where, func(e *editor, m []string) (string, error) { return e.pace(append(m, "shorter")) }),
		editRule(`(?:make|keep) (?:it|the video|everything) (?:exactly |about )?(.{1,24}?(?:s|sec|seconds?|min|minutes?))(?: long)?`, (*editor).length),
		editRule(`(?:replace|change|swap) (?:the )?(?:b-?roll|image|picture|photo|video|footage|visual|background)s? (?:of|in|for) `+where+` (?:with|to|for)[: ]+(\S+\.\w{2,4})`, (*editor).asset),
		editRule(`(?:replace|change|swap) `+where+`['’]?s? (?:b-?roll|image|picture|photo|video|footage|visual)s? (?:with|to|for)[: ]+(\S+\.\w{2,4})`, (*editor).asset),
		editRule(`in `+where+`,? (?:use|show) (\S+\.(?:png|jpe?g|webp|gif|mp4|mov|webm))`, (*editor).asset),
		editRule(`(?:swap|switch|exchange) scenes? (\d+) (?:and|with) (?:scene )?(\d+)`, (*editor).swap),
		editRule(`move `+where+` (before|after) (?:the )?(scene \d+|intro|outro|ending|last scene|first scene)`, (*editor).move),
		editRule(`move `+where+` to the (start|beginning|front|end)`, (*editor).moveTo),
		editRule(`(?:remove|delete|drop|cut|skip) `+where, (*editor).remove),
		editRule(`add (?:a |one )?(?:new )?scene (before|after) `+where+`(?: that says| saying|:)? ?(.+)`, (*editor).add),
		editRule(`(?:use|make) (?:the |a )?(?:much |a bit )?(dark|darker|light|lighter|white|black)(?:er)? (?:background|mode|theme)`, (*editor).shade),
		editRule(`make (?:the )?background (?:much |a bit )?(dark|darker|light|lighter|white|black)`, (*editor).shade),
		editRule(`(?:change|set|make|use) (?:the )?(primary|main|brand|accent|highlight|background|text)(?: colou?r)? (?:to |as |= ?)?(#[0-9a-f]{6}|#[0-9a-f]{3})`, (*editor).color),
		editRule(`use (#[0-9a-f]{6}|#[0-9a-f]{3}) (?:as|for) (?:the )?(primary|main|brand|accent|highlight|background|text)(?: colou?r)?`, func(e *editor, m []string) (string, error) { return e.color([]string{m[0], m[2], m[1]}) }),
		editRule(`(?:remove|no|turn off|mute|drop|without) (?:the )?(?:background )?music`, func(e *editor, m []string) (string, error) {
			e.b.Music = scene.Music{Off: true}
			return "the music is off", nil
		}),
		editRule(`(?:use|add|play|put on) (?:some |a |more )?(.{3,30}?) (?:background )?(?:music|soundtrack)(?: track)?`, (*editor).music),
		editRule(`(?:make|change|set|switch) the music (?:to |more )?(.{3,30}?)(?: music)?`, (*editor).music),
		editRule(`(?:remove|no|turn off|hide|disable) (?:the )?(?:captions|subtitles)`, func(e *editor, m []string) (string, error) {
			e.b.Captions = "off"
			return "captions are off", nil
		}),
		editRule(`(?:add|show|turn on|enable|use) (line[- ]by[- ]line |word[- ]by[- ]word |the )?(?:captions|subtitles)`, func(e *editor, m []string) (string, error) {
			e.b.Captions = "word"
			if strings.HasPrefix(strings.ToLower(m[1]), "line") {
				e.b.Captions = "line"
			}
			return "captions: " + e.b.Captions, nil
		}),
		editRule(`(?:use|make it|change (?:the style )?to|switch to)(?: (?:a|the))? (minimal\w*|bold(?: (?:&|and) vibrant)?|cinematic|flat|gradient(?: modern)?|retro|cartoon|default)(?: style| look)?`, (*editor).style),
		editRule(`(?:use|switch to|change to)(?: a)? (male|female|man's|woman's) (?:voice|narrator|voice-?over)`, func(e *editor, m []string) (string, error) {
			e.b.Voice.Gender = "female"
			if l := strings.ToLower(m[1]); l == "male" || l == "man's" {
				e.b.Voice.Gender = "male"
			}
			return "voice: " + e.b.Voice.Gender, nil
		}),
		editRule(`(?:speak|talk|read) (?:a (?:bit|little) )?(faster|slower|more slowly|more quickly)`, (*editor).tempo),
		editRule(`(?:use|change to|switch to|change the (?:presenter|avatar) to)(?: (?:the )?(?:presenter|avatar))? ([a-z][a-z0-9]{1,20}(?:\?[\w=&]+)?)(?: as (?:the )?(?:presenter|avatar))?`, (*editor).cast),
		editRule(`(?:remove|no|drop|without|hide) (?:the )?(?:presenter|avatar|person|host)`, (*editor).nobody),
		editRule(`replace ["“«](.+?)["”»] (?:with|by) ["“«](.+?)["”»](?: everywhere)?`, (*editor).replace),
		editRule(`(?:change|set) (?:all )?(?:the )?transitions? to (.+)`, (*editor).transitions),
		editRule(`(?:change|set) (?:the )?(?:url|link|web ?site|address) to (\S+)`, func(e *editor, m []string) (string, error) {
			return e.onEnd(func(s *scene.Scene) { s.URL = strings.TrimRight(m[1], ".") }, "the address is "+m[1])
		}),
		editRule(`(?:change|set) (?:the )?(?:cta|call to action|button) to[: ]+(.+)`, func(e *editor, m []string) (string, error) {
			t, _ := prompt.Unquote(m[1])
			return e.onEnd(func(s *scene.Scene) { s.Headline, s.Say, s.Action = clip(prompt.Unstop(t), 60), prompt.Stop(t), "" }, "the call to action is "+t)
		}),
		editRule(`(?:use (?:an? )?|make it |change (?:the )?(?:language|voice-?over) to )?(\p{L}+) (?:voice-?over|narration|language|version)`, (*editor).language),
		editRule(`translate (?:it|the video|everything)? ?(?:in)?to (\p{L}+)`, (*editor).language),
	}
}

// apply carries out one instruction and says what changed.
func (e *editor) apply(s string) (string, error) {
	for _, r := range editRules {
		if m := r.re.FindStringSubmatch(s); m != nil {
			return r.do(e, m)
		}
	}
	return "", fmt.Errorf("no rule reads this; say it like \"in scene 3 say …\", \"swap scenes 2 and 4\", \"use a darker background\"")
}

var ordinals = map[string]int{"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5}

// find returns the index of the scene that words name.
func (e *editor) find(s string) (int, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	n := len(e.b.Scenes)
	switch {
	case strings.HasPrefix(s, "scene "):
		i, _ := strconv.Atoi(strings.TrimPrefix(s, "scene "))
		if i < 1 || i > n {
			return 0, fmt.Errorf("there is no %s: the video has %d", s, n)
		}
		return i - 1, nil
	case strings.HasSuffix(s, " scene"):
		if s == "last scene" {
			return n - 1, nil
		}
		i := ordinals[strings.TrimSuffix(s, " scene")]
		if i >= n {
			return 0, fmt.Errorf("there is no %s: the video has %d", s, n)
		}
		return i, nil
	case s == "intro" || s == "opening" || s == "hook" || strings.HasPrefix(s, "title"):
		return 0, nil
	}
	return n - 1, nil
}

func (e *editor) scene(s string) (*scene.Scene, int, error) {
	i, err := e.find(s)
	if err != nil {
		return nil, 0, err
	}
	return &e.b.Scenes[i], i + 1, nil
}

func (e *editor) say(m []string) (string, error) {
	s, n, err := e.scene(m[1])
	if err != nil {
		return "", err
	}
	t, _ := prompt.Unquote(m[2])
	old := s.Say
	s.Say = prompt.Upper(prompt.Stop(t))
	s.Verbatim = true
	w := e.writer()
	switch s.Kind { // the picture follows the words
	case scene.Number:
		bt := &beat{}
		w.shape(bt, s.Say)
		if bt.Figure != nil {
			s.Figure, s.Label, s.Subtitle = bt.Figure, bt.Label, bt.Subtitle
		} else {
			s.Kind, s.Figure, s.Items, s.Label = scene.Statement, nil, nil, ""
			s.Headline = w.headline(s.Say, 46)
		}
	case scene.Statement:
		s.Headline, s.Subtitle = w.headline(prompt.SplitSentences(s.Say)[0], 46), ""
	case scene.Quote:
		s.Headline = prompt.Unstop(s.Say)
	case scene.Presenter:
		s.Overlay = nil
		if h := w.finding(s.Say, 34); h != "" {
			s.Overlay = []string{h}
		}
	}
	for i := range s.Items {
		if !strings.Contains(strings.ToLower(s.Say), strings.ToLower(s.Items[i].Cue)) {
			s.Items[i].Cue = ""
		}
	}
	return fmt.Sprintf("scene %d now says %q instead of %q", n, clip(s.Say, 60), clip(old, 60)), nil
}

func (e *editor) writer() *writer {
	return &writer{r: e.r, b: &prompt.Brief{Subject: e.b.Title, Language: e.b.Language}, w: wordingFor(e.b.Language), lang: e.b.Language, secs: e.b.Seconds}
}

func (e *editor) headline(m []string) (string, error) {
	s, n, err := e.scene(m[1])
	if err != nil {
		return "", err
	}
	t, _ := prompt.Unquote(m[2])
	switch s.Kind {
	case scene.Presenter, scene.Footage:
		s.Overlay = []string{t}
	case scene.Number:
		s.Label = t
	default:
		s.Headline = t
	}
	return fmt.Sprintf("scene %d shows %q", n, t), nil
}

func (e *editor) pace(m []string) (string, error) {
	s, n, err := e.scene(m[1])
	if err != nil {
		return "", err
	}
	w := e.writer()
	ss := prompt.SplitSentences(s.Say)
	secs := w.seconds(s.Say, s.Language)
	switch strings.ToLower(m[2]) {
	case "longer", "slower":
		s.Seconds = float64(int((max(secs, s.Seconds)+2.5)*10)) / 10
		return fmt.Sprintf("scene %d lasts %g s", n, s.Seconds), nil
	}
	if len(ss) > 1 && !s.Verbatim {
		s.Say = strings.Join(ss[:len(ss)-1], " ")
		s.Seconds = 0
		return fmt.Sprintf("scene %d no longer says %q", n, ss[len(ss)-1]), nil
	}
	s.Seconds = float64(int(max(1.6, secs+.4)*10)) / 10
	return fmt.Sprintf("scene %d is held to %g s", n, s.Seconds), nil
}

func (e *editor) length(m []string) (string, error) {
	secs := prompt.Duration(m[1])
	if secs < 5 || secs > 300 {
		return "", fmt.Errorf("%q is not a length from 5 s to 300 s", m[1])
	}
	if e.r.Seconds > 0 && e.r.Seconds != secs {
		return "", fmt.Errorf("the entry's duration is %g s; change it there", e.r.Seconds)
	}
	e.b.Seconds = secs
	return fmt.Sprintf("the video lasts %g s", secs), nil
}

func (e *editor) asset(m []string) (string, error) {
	s, n, err := e.scene(m[1])
	if err != nil {
		return "", err
	}
	file := path.Clean(m[2])
	if !isMedia(file) {
		return "", fmt.Errorf("%s is no picture (PNG, JPEG, WebP, SVG) and no video (MP4, MOV, WebM, MKV, GIF)", file)
	}
	if err := e.r.exists(file); err != nil {
		return "", err
	}
	show(s, media{file: file, screen: isScreen(file)}, e.writer())
	return fmt.Sprintf("scene %d shows %s", n, file), nil
}

func (e *editor) swap(m []string) (string, error) {
	a, err := e.find("scene " + m[1])
	if err != nil {
		return "", err
	}
	b, err := e.find("scene " + m[2])
	if err != nil {
		return "", err
	}
	sc := e.b.Scenes
	sc[a], sc[b] = sc[b], sc[a]
	sc[a].Transition, sc[b].Transition = sc[b].Transition, sc[a].Transition
	return fmt.Sprintf("scenes %d and %d changed places", a+1, b+1), nil
}

func (e *editor) move(m []string) (string, error) {
	from, err := e.find(m[1])
	if err != nil {
		return "", err
	}
	to, err := e.find(m[3])
	if err != nil {
		return "", err
	}
	if strings.EqualFold(m[2], "after") {
		to++
	}
	return e.place(from, to), nil
}

func (e *editor) moveTo(m []string) (string, error) {
	from, err := e.find(m[1])
	if err != nil {
		return "", err
	}
	to := 0
	if strings.EqualFold(m[2], "end") {
		to = len(e.b.Scenes)
	}
	return e.place(from, to), nil
}

func (e *editor) place(from, to int) string {
	s := e.b.Scenes[from]
	rest := append(append([]scene.Scene{}, e.b.Scenes[:from]...), e.b.Scenes[from+1:]...)
	if to > from {
		to--
	}
	e.b.Scenes = append(rest[:to:to], append([]scene.Scene{s}, rest[to:]...)...)
	return fmt.Sprintf("scene %d is now scene %d", from+1, to+1)
}

func (e *editor) remove(m []string) (string, error) {
	i, err := e.find(m[1])
	if err != nil {
		return "", err
	}
	if len(e.b.Scenes) == 1 {
		return "", fmt.Errorf("it is the only scene")
	}
	e.b.Scenes = append(e.b.Scenes[:i:i], e.b.Scenes[i+1:]...)
	return fmt.Sprintf("scene %d is gone", i+1), nil
}

func (e *editor) add(m []string) (string, error) {
	i, err := e.find(m[2])
	if err != nil {
		return "", err
	}
	if strings.EqualFold(m[1], "after") {
		i++
	}
	t, _ := prompt.Unquote(m[3])
	t = prompt.Upper(prompt.Stop(t))
	w := e.writer()
	bt := &beat{words: prompt.SplitSentences(t), plain: true}
	w.shape(bt, bt.words[0])
	if bt.Kind != scene.Number {
		w.statement(bt)
	}
	s := bt.Scene
	s.Say, s.Verbatim, s.ID = t, true, e.freeID()
	s.Transition.Kind = "push"
	e.b.Scenes = append(e.b.Scenes[:i:i], append([]scene.Scene{s}, e.b.Scenes[i:]...)...)
	return fmt.Sprintf("scene %d is new", i+1), nil
}

func (e *editor) freeID() string {
	for n := len(e.b.Scenes) + 1; ; n++ {
		id := fmt.Sprintf("s%d", n)
		taken := false
		for _, s := range e.b.Scenes {
			taken = taken || s.ID == id
		}
		if !taken {
			return id
		}
	}
}
