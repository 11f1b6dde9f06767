package script

import (
	"context"
	"fmt"
	"path"
	"slices"
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
				if nb, what, ok := r.LLM.edit(ctx, r, b, e); ok {
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

const where = `(?:the )?(scene (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last) scene|(?:chart|quote|number|timeline|table|process|code|list|map) scene|intro|opening|hook|title card|title scene|outro|ending|end card|closing|cta|call to action)`

func editRule(p string, do func(e *editor, m []string) (string, error)) rule {
	return rule{pattern.New(`(?is)^(?:(?:please|can you|could you|would you|let's|just|also|and|then|we should|i(?:'d| would) like (?:you )?to|i want (?:you )?to),? )*(?:` + p + `)(?:,? please)?\s*[.!]?$`), do}
}

var editRules []rule

func init() {
	editRules = []rule{
		editRule(`in `+where+`,? (?:say|have (?:her|him|them|the presenter) say|change the (?:voice-?over|narration|script|words|text) to|the voice-?over should be)[: ]+(.+)`, (*editor).say),
		editRule(`(?:change|replace|set) (?:the )?(?:voice-?over|narration|script|words) (?:of|in) `+where+` (?:to|with)[: ]+(.+)`, (*editor).say),
		editRule(`in `+where+`,? (?:show|write|display|change the (?:headline|title|text on screen) to|the headline should be)[: ]+(["“«].+)`, (*editor).headline),
		editRule(`(?:change|replace|set) (?:the )?(?:headline|title|text) (?:of|in|on) `+where+` (?:to|with)[: ]+(.+)`, (*editor).headline),
		editRule(`make `+where+` (?:a (?:bit|little) |much )?(shorter|longer|faster|slower)`, (*editor).pace),
		editRule(`(?:shorten|extend|cut|set|trim) `+where+` to (.{1,24}?(?:s|sec|seconds?))`, (*editor).hold),
		editRule(`(?:make|let) `+where+` (?:last |take )?(\d.{0,19}?(?:s|sec|seconds?)|\w{3,9} seconds?)(?: long)?`, (*editor).hold),
		editRule(where+` should (?:last|take|be) (.{1,20}?(?:s|sec|seconds?))(?: long)?`, (*editor).hold),
		editRule(`make `+where+` (dark|darker|light|lighter|brand(?:ed)?)`, (*editor).sceneStage),
		editRule(`(?:make|turn|change) `+where+` (?:in)?(?:to )?(?:an? )?([a-z ]{4,16})`, (*editor).kind),
		editRule(`make (?:it|the video|everything) (.{1,20}? )?(shorter|longer)`, (*editor).resize),
		editRule(`()(shorten|lengthen|extend) (?:it|the video)`, (*editor).resize),
		editRule(`(?:shorten|cut|trim) (?:it|the video) by (.{1,20})()`, (*editor).resize),
		editRule(`(?:cut|remove|take out) (.{1,16}?(?:s|sec|seconds?))()(?: from (?:it|the video))?`, (*editor).resize),
		editRule(`(?:lengthen|extend) (?:it|the video) by (.{1,20})`, func(e *editor, m []string) (string, error) { return e.resize([]string{m[0], m[1], "longer"}) }),
		editRule(`(?:remove|delete|drop|cut) the last (?:sentence|line) (?:of|in|from) `+where, (*editor).lastSentence),
		editRule(`in `+where+`,? (?:remove|delete|drop|cut) the last (?:sentence|line)`, (*editor).lastSentence),
		editRule(`(?:remove|delete|drop|cut) scenes (\d+) (?:and|&) (\d+)`, (*editor).removeTwo),
		editRule(`(?:merge|join|combine) scenes? (\d+) (?:and|with|&) (?:scene )?(\d+)`, (*editor).merge),
		editRule(`(?:make it|make the video|change (?:it|the format) to|use|switch to)? ?(?:a )?(portrait|vertical|landscape|horizontal|square|9:16|16:9|1:1)(?: format| orientation| video| version)?`, (*editor).format),
		editRule(`(?:end|finish|close)(?: the video)? (?:with|on)[: ]+(.+)`, (*editor).endWith),
		editRule(`(?:start|open|begin)(?: the video)? (?:with|on)[: ]+(["“«'].+)`, (*editor).startWith),
		editRule(`(?:change|set) the (?:video's |main )?title to[: ]+(.+)`, (*editor).retitle),
		editRule(`(?:change|set|add|use) (?:the |a )?(subtitle|label|note|source|source line) (?:of|in|on|to|for) `+where+` ?(?:to|:|with|saying)?[: ]+(.+)`, (*editor).subtitle),
		editRule(`(?:remove|delete|drop|hide) (?:the |all )?(subtitle|label|note|text|overlay|headline|on-screen text|text on screen) (?:of|in|from|on) `+where, (*editor).noText),
		editRule(`add (?:a )?lower[- ]third (?:(?:saying|with|for|that says|:) ?)?(["“«'].+?["”»'])(?: (?:in|to|on|for) `+where+`)?`, (*editor).lowerThird),
		editRule(`(?:in|on) `+where+`,? add (?:a )?lower[- ]third (?:(?:saying|with|for|that says|:) ?)?(.+)`, func(e *editor, m []string) (string, error) { return e.lowerThird([]string{m[0], m[2], m[1]}) }),
		editRule(`(?:remove|no|drop|hide|without) (?:the |any )?(?:lower[- ]thirds?|name tags?)`, (*editor).noLowerThird),
		editRule(`(?:put|place|show|move) the (?:presenter|avatar|host) (?:on|to|in) the (left|right|center|centre|middle)(?: (?:in|of) `+where+`)?`, (*editor).side),
		editRule(`(?:use |make |show )?(?:a |an )?(close-?up|close up|close shot|medium shot|wide shot|waist shot) (?:in|for|on) `+where, (*editor).framing),
		editRule(`(?:use|change|set|switch to|put) (?:a |an |the )?(.{3,30}?)(?: transition| cut)? (?:into|before|for) `+where, (*editor).sceneTransition),
		editRule(`(?:change|set|make) (?:the )?(primary|main|brand|accent|highlight|background|text)(?: colou?r)? (?:to |as |= ?)?(red|orange|amber|yellow|green|lime|teal|turquoise|cyan|blue|navy|indigo|purple|violet|pink|magenta|brown|gr[ae]y|black|white|gold)`, (*editor).namedColor),
		editRule(`(?:change|use|set) the (?:font|typeface) (?:to )?["“']?([A-Z][\w ]{2,30}?)["”']?`, (*editor).font),
		editRule(`use ["“']?([A-Z][\w ]{2,30}?)["”']? (?:as the |for the )?(?:font|typeface|headlines|type)`, (*editor).font),
		editRule(`(?:add|use|show) (?:our |the |a )?(?:logo )(\S+\.(?:svg|png|jpe?g|webp))`, (*editor).logo),
		editRule(`use (\S+\.(?:svg|png|jpe?g|webp)) as (?:the |our )?logo`, (*editor).logo),
		editRule(`(?:remove|no|drop|without|hide) (?:the )?(?:logo|watermark)`, func(e *editor, m []string) (string, error) {
			e.b.Look.Logo, e.b.Look.LogoText, e.b.Look.Watermark = "", "", ""
			return "no logo is shown", nil
		}),
		editRule(`make (?:it|the video|everything|the tone) (?:a (?:bit|little) )?(more energetic|more lively|livelier|calmer|more relaxed|more calm|more serious|more formal|more professional|warmer|friendlier|more friendly|more personal|punchier|snappier)`, (*editor).energy),
		editRule(`(?:use|switch to|change to) (?:the )?voice ([a-z][a-z0-9-]{2,30})`, (*editor).voiceName),
		editRule(`(?:use|have) (?:a )?(faster|slower) (?:voice|pace|narration|speech)`, (*editor).tempo),
		editRule(`(?:a )?(faster|slower) (?:voice|pace|narration|speech|speaker)`, (*editor).tempo),
		editRule(`(?:make|let) the (?:voice|narrat(?:or|ion)|presenter|speaker) (?:speak |talk )?(?:a (?:bit|little) )?(faster|slower|more slowly|more quickly)`, (*editor).tempo),
		editRule(`add (?:a |one )?(?:new )?scene (?:about|on|for) (.{2,60}?) (before|after) `+where, (*editor).addAbout),
		editRule(`add (?:a |one )?(?:new )?scene (?:about|on|for) (.{2,60}?)()()`, (*editor).addAbout),
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
		editRule(`(?:replace|change|rename) ["“«'‘](.+?)["”»'’] (?:with|by|to|into) ["“«'‘](.+?)["”»'’](?: everywhere| throughout)?`, (*editor).replace),
		editRule(`(?:replace|change|rename) ([^"“«'‘:]{2,60}?) (?:with|by|to|into) ([^"“«'‘:]{1,60}?) (?:everywhere|throughout)`, (*editor).replace),
		editRule(`(?:change|set) (?:all )?(?:the )?transitions? to (.+)`, (*editor).transitions),
		editRule(`use (.{3,30}?)(?: transitions?| cuts?)?(?: transitions)? (?:between (?:the |all )?scenes|everywhere|throughout)`, (*editor).transitions),
		editRule(`use (.{3,24}?) transitions`, (*editor).transitions),
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

// apply carries out one instruction and says what changed. An instruction that no
// rule reads may be several in one: "make the intro shorter and remove the music".
func (e *editor) apply(s string) (string, error) {
	for range 2 { // "scenes two and four" is read from the left
		s = numbered.ReplaceAllStringFunc(s, func(m string) string {
			i := strings.LastIndexByte(m, ' ')
			return m[:i+1] + strconv.Itoa(slices.Index(cardinals, strings.ToLower(m[i+1:])))
		})
	}
	done, err, known := e.one(s)
	if known {
		return done, err
	}
	for _, at := range andThen.FindAllStringIndex(s, -1) {
		if !e.knows(s[:at[0]]) {
			continue
		}
		first, err := e.apply(s[:at[0]])
		if err != nil {
			return "", err
		}
		rest, err := e.apply(s[at[1]:])
		if err != nil {
			return first + "; but not honoured: " + s[at[1]:] + ": " + err.Error(), nil
		}
		return first + "; " + rest, nil
	}
	return "", fmt.Errorf("no rule reads this; say it like \"in scene 3 say …\", \"swap scenes 2 and 4\", \"use a darker background\"")
}

var andThen = pattern.New(`(?i)(?:[,;.]? and (?:then )?|; |, then |\. )`)

// one carries out an instruction by the first rule that reads it.
func (e *editor) one(s string) (done string, err error, known bool) {
	for _, r := range editRules {
		if m := r.re.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
			done, err = r.do(e, m)
			return done, err, true
		}
	}
	return "", nil, false
}

func (e *editor) knows(s string) bool {
	for _, r := range editRules {
		if r.re.MatchString(strings.TrimSpace(s)) {
			return true
		}
	}
	return false
}

// retitle changes the video's title, on its card and in the file.
func (e *editor) retitle(m []string) (string, error) {
	t, _ := prompt.Unquote(m[1])
	e.b.Title = t
	if len(e.b.Scenes) > 0 && e.b.Scenes[0].Kind == scene.Title {
		e.b.Scenes[0].Headline = t
	}
	return "the title is " + t, nil
}

var ordinals = map[string]int{"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6, "eighth": 7, "ninth": 8, "tenth": 9}

var numbered = pattern.New(`(?i)(?:\bscenes?|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:and|with)) (?:one|two|three|four|five|six|seven|eight|nine|ten)\b`)

var cardinals = []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// find returns the index of the scene that words name.
func (e *editor) find(s string) (int, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	n := len(e.b.Scenes)
	switch {
	case strings.HasPrefix(s, "scene "):
		word := strings.TrimPrefix(s, "scene ")
		i, _ := strconv.Atoi(word)
		if k := slices.Index(cardinals, word); k > 0 {
			i = k
		}
		if i < 1 || i > n {
			return 0, fmt.Errorf("there is no %s: the video has %d", s, n)
		}
		return i - 1, nil
	case strings.HasSuffix(s, " scene"):
		if s == "last scene" {
			return n - 1, nil
		}
		name := strings.TrimSuffix(s, " scene")
		if k, ok := map[string]scene.Kind{"chart": scene.Chart, "quote": scene.Quote, "number": scene.Number, "timeline": scene.Timeline, "table": scene.Table, "process": scene.Process, "code": scene.Code, "list": scene.Points, "map": scene.Location, "title": scene.Title}[name]; ok {
			i := slices.IndexFunc(e.b.Scenes, func(x scene.Scene) bool { return x.Kind == k })
			if i < 0 {
				return 0, fmt.Errorf("there is no %s scene", name)
			}
			return i, nil
		}
		i := ordinals[name]
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
	e.insert(i, prompt.Upper(prompt.Stop(t)))
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
