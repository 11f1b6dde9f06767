package script

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// draft is what a language model writes: the words and what is shown with them.
// Size, look, presenter, music and motion stay with the planner.
type draft struct {
	Title  string       `json:"title"`
	Scenes []draftScene `json:"scenes"`
}

type draftScene struct {
	Kind     string      `json:"kind"`
	Say      string      `json:"say"`
	Headline string      `json:"headline"`
	Subtitle string      `json:"subtitle"`
	Label    string      `json:"label"`
	Figure   string      `json:"figure"` // "24 h", "€79", "" = none
	Items    []draftItem `json:"items"`
	Name     string      `json:"name"` // who said the quote
	URL      string      `json:"url"`
}

type draftItem struct {
	Title string `json:"title"`
	Body  string `json:"body"`
}

var draftSchema = json.RawMessage(`{"type":"object","additionalProperties":false,"required":["title","scenes"],"properties":{"title":{"type":"string"},"scenes":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["kind","say","headline","subtitle","label","figure","items","name","url"],"properties":{"kind":{"type":"string","enum":["title","presenter","points","number","process","quote","statement","grid","timeline","end"]},"say":{"type":"string"},"headline":{"type":"string"},"subtitle":{"type":"string"},"label":{"type":"string"},"figure":{"type":"string"},"name":{"type":"string"},"url":{"type":"string"},"items":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["title","body"],"properties":{"title":{"type":"string"},"body":{"type":"string"}}}}}}}}}`)

// askModel writes the script with the language model: one answer, at most one
// repair. Whatever fails, the built-in writer takes over and a note says why.
func (w *writer) askModel(ctx context.Context) bool {
	sources := w.r.Spec.PositivePrompt
	for _, name := range w.r.Spec.Context {
		if data, err := w.r.readFile(name); err == nil {
			sources += "\n\n--- " + name + " ---\n" + clipBytes(string(data), 24000)
		}
	}
	turns := []message{
		{"system", w.instructions()},
		{"user", sources},
	}
	var problem error
	for round := range 2 {
		answer, keep, err := w.r.LLM.complete(ctx, turns, "storyboard", draftSchema)
		if err != nil {
			problem = err
			break
		}
		d, err := readDraft(answer)
		if err == nil {
			err = w.checkDraft(d, sources)
		}
		if err == nil {
			keep()
			w.useDraft(d)
			w.note(0, fmt.Sprintf("written by the language model %s; facts come from the prompt and its context files", w.r.LLM.Model))
			return true
		}
		problem = err
		if round == 0 {
			turns = append(turns, message{"assistant", clipBytes(answer, 24000)}, message{"user", "Mend this and answer with the whole JSON again:\n" + err.Error()})
		}
	}
	w.note(0, "the language model was not used ("+problem.Error()+"): written by rules instead")
	return false
}

func (w *writer) instructions() string {
	words := int((w.secs - 3) * 2.4)
	n := sceneCount(w.secs)
	who := "One or more scenes of kind presenter."
	if w.noPresenter() {
		who = "No presenter: never use the kinds presenter and points."
	}
	return fmt.Sprintf("You write storyboards for short narrated videos. Language of every word: %s. Length: %g seconds, so at most %d spoken words in about %d scenes. "+
		"Use only facts, numbers and names that the user's text gives; never invent one. Instructions in the text (\"create a video\", tone, style) are carried out, never spoken. "+
		"Words in quotation marks stay exactly. First scene: kind title with a hook. Last scene: kind end with the call to action and its url. %s "+
		"Never three scenes of one kind in a row. Short natural sentences, second person where it fits, no empty claims. "+
		"headline: at most 46 characters, a finding, not the spoken sentence. figure: digits with their unit, only in kind number, and spoken in the same scene. "+
		"items: two to six, each named in say in the same order. Fields that do not apply are empty.", w.lang, w.secs, words, n, who)
}

func readDraft(answer string) (*draft, error) {
	dec := json.NewDecoder(bytes.NewReader([]byte(answer)))
	dec.DisallowUnknownFields()
	var d draft
	if err := dec.Decode(&d); err != nil {
		return nil, fmt.Errorf("the JSON does not follow the schema: %w", err)
	}
	if dec.More() {
		return nil, errors.New("more than one JSON value: answer with one object alone")
	}
	return &d, nil
}

var digitsRE = pattern.New(`\d+(?:[.,]\d+)*`)

// checkDraft holds a draft against the rules; the message is what the repair round reads.
func (w *writer) checkDraft(d *draft, sources string) error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if len(d.Scenes) < 2 || len(d.Scenes) > sceneCount(w.secs)+3 {
		bad("%d scenes: write %d", len(d.Scenes), sceneCount(w.secs))
	}
	total := 0.0
	for i, s := range d.Scenes {
		where := fmt.Sprintf("scene %d", i+1)
		if !oneOf(s.Kind, "title", "presenter", "points", "number", "process", "quote", "statement", "grid", "timeline", "end") {
			bad("%s: kind %q is not allowed", where, s.Kind)
		}
		if w.noPresenter() && (s.Kind == "presenter" || s.Kind == "points") {
			bad("%s: kind %s shows a presenter, the prompt asks for none", where, s.Kind)
		}
		if strings.TrimSpace(s.Say) == "" && s.Kind != "end" {
			bad("%s: say is empty", where)
		}
		if s.Kind == "number" && !digitsRE.MatchString(s.Figure) {
			bad("%s: a number scene needs a figure", where)
		}
		if (s.Kind == "points" || s.Kind == "process" || s.Kind == "grid" || s.Kind == "timeline") && (len(s.Items) < 2 || len(s.Items) > 6) {
			bad("%s: %s needs two to six items", where, s.Kind)
		}
		total += w.seconds(s.Say, "")
		shown := []string{s.Say, s.Headline, s.Subtitle, s.Label, s.Figure, s.Name}
		for _, it := range s.Items {
			shown = append(shown, it.Title, it.Body)
		}
		if s.Name != "" && !strings.Contains(strings.ToLower(sources), strings.ToLower(s.Name)) {
			bad("%s: the name %q is not in the sources", where, s.Name)
		}
		if s.Kind == "quote" && s.Name != "" && !strings.Contains(normal(sources), normal(firstOf(s.Headline, s.Say))) && !quotedFrom(sources, s.Say) {
			bad("%s: the quote is not in the sources word for word", where)
		}
		for _, t := range shown {
			for _, n := range digitsRE.FindAllString(t, -1) {
				if len(n) > 1 && !strings.Contains(sources, n) {
					bad("%s: the number %s is not in the sources", where, n)
				}
			}
		}
		if s.URL != "" && !strings.Contains(sources, shortURL(s.URL)) {
			bad("%s: the address %s is not in the sources", where, s.URL)
		}
	}
	if room := w.secs * easyRate; total > room {
		bad("the words take %.0f s, there are %.0f s: shorten them", total, w.secs)
	}
	for _, p := range w.b.Points {
		if p.Verbatim && !draftSays(d, p.Text) {
			bad("these words must be spoken exactly: %q", p.Text)
		}
	}
	return errors.Join(errs...)
}

// normal is text as two writers of the same words agree on it.
func normal(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// quotedFrom tells whether the sources have one of the quotations in say.
func quotedFrom(sources, say string) bool {
	for _, q := range quotedIn(say) {
		if strings.Contains(normal(sources), normal(q)) {
			return true
		}
	}
	return false
}

func draftSays(d *draft, text string) bool {
	var all strings.Builder
	for _, s := range d.Scenes {
		all.WriteString(s.Say + " ")
	}
	return strings.Contains(all.String(), prompt.Unstop(text))
}

// useDraft makes beats of a draft.
func (w *writer) useDraft(d *draft) {
	if w.b.Title == "" {
		w.b.Title = d.Title
	}
	for i, s := range d.Scenes {
		b := &beat{words: prompt.SplitSentences(s.Say)}
		b.Kind = scene.Kind(s.Kind)
		b.Headline, b.Subtitle, b.Label = clip(s.Headline, 60), clip(s.Subtitle, 72), clip(s.Label, 40)
		b.Name, b.URL = s.Name, s.URL
		if s.Figure != "" && b.Kind == scene.Number {
			b.Figure = figureOf(s.Figure)
		}
		for k, it := range s.Items {
			x := scene.Item{Title: clip(it.Title, 46), Body: clip(it.Body, 60), Icon: icon(it.Title)}
			if b.Kind == scene.Process {
				x.Label = fmt.Sprint(k + 1)
			}
			b.Items = append(b.Items, x)
		}
		cues(b)
		switch {
		case b.Kind == scene.Quote && b.Headline == "":
			b.Headline = prompt.Unstop(b.text())
		case b.Kind == scene.Presenter && b.Headline != "":
			b.Overlay, b.Headline = []string{clip(b.Headline, 34)}, ""
		case b.Headline == "" && len(b.words) > 0 && b.Kind != scene.Number && b.Kind != scene.Presenter:
			b.Headline = w.headline(b.words[0], 46)
		}
		if i == len(d.Scenes)-1 && b.Kind == scene.End {
			b.role = prompt.Action
		}
		w.beats = append(w.beats, b)
	}
}

func clipBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}

var editSchema = json.RawMessage(`{"type":"object","additionalProperties":false,"required":["answer","edits"],"properties":{"answer":{"type":"string"},"edits":{"type":"array","items":{"type":"string"}}}}`)

// modelForms are the instructions that a model may use; N, M and S are numbers, and … is
// filled in.
var modelForms = []string{
	`in scene N say "…"`, `in scene N show "…"`, `add "…" to scene N`, `remove "…"`, `replace "…" with "…"`, `in scene N replace "…" with "…"`,
	`change the headline of scene N to "…"`, `change the subtitle of scene N to "…"`, `change the title to "…"`, `less text in scene N`,
	`add "…" to the list of scene N`, `remove the second bullet of scene N`, `change the second bullet of scene N to "…"`, `move the third bullet of scene N to the top`,
	`make scene N shorter`, `make scene N longer`, `make scene N last S seconds`, `make it S seconds shorter`, `make it S seconds longer`, `add a pause of 1 second after scene N`,
	`swap scenes N and M`, `move scene N after scene M`, `remove scene N`, `merge scenes N and M`, `split scene N in two`, `add a scene after scene N saying "…"`, `end with "…"`,
	`make scene N a statement`, `make scene N dark`, `make scene N blue`, `use a darker background`, `use a lighter background`, `use a plain background`,
	`set the primary color to #RRGGBB`, `set the accent color to #RRGGBB`, `use cinematic style`, `set transitions to dissolve`,
	`use calm music`, `remove the music`, `make the music quieter`, `turn off captions`, `use a faster voice`, `use a female voice`, `German voice-over`, `make it calmer`,
	`remove the presenter`, `use another presenter`, `close-up in scene N`, `put the presenter on the left`,
}

// edit asks the model to put an instruction into those that the rules read, and
// carries them out: the model never touches the storyboard itself.
func (l *LLM) edit(ctx context.Context, r Request, b *scene.Storyboard, instruction string) (*scene.Storyboard, string, bool) {
	bare := *b
	bare.Notes = nil // they quote what the model answered before, which is no source
	board, err := Encode(&bare)
	if err != nil {
		return nil, err.Error(), false
	}
	turns := []message{
		{"system", "You edit a video's storyboard through a small set of instructions. Answer with JSON: answer (one sentence that says what changes) and edits, a list of instructions in exactly these forms: " + strings.Join(modelForms, "; ") + ". " +
			`To translate, say every scene's words in the other language, change each headline, and end with the form for the voice-over. ` +
			"Use as few as possible, invent no facts, and give an empty list if none of them can do it."},
		{"user", "Storyboard:\n" + clipBytes(string(board), 40000) + "\n\nInstruction: " + instruction},
	}
	answer, keep, err := l.complete(ctx, turns, "edits", editSchema)
	if err != nil {
		return nil, err.Error(), false
	}
	var out struct {
		Answer string   `json:"answer"`
		Edits  []string `json:"edits"`
	}
	if err := json.Unmarshal([]byte(answer), &out); err != nil || len(out.Edits) == 0 {
		return nil, "it offered no edit", false
	}
	if len(out.Edits) > mostEdits {
		return nil, fmt.Sprintf("it offered %d edits for one instruction", len(out.Edits)), false
	}
	sources := strings.Join([]string{instruction, string(board), r.Spec.PositivePrompt}, "\n")
	next, err := Decode("the board", board, nil)
	if err != nil {
		return nil, err.Error(), false
	}
	next.Notes = b.Notes
	var done []string
	for _, e := range out.Edits {
		if err := grounded(e, b.Language, sources); err != nil {
			return nil, fmt.Sprintf("its edit %q: %v", clip(e, 60), err), false
		}
		changed, d, err := r.carryOut(next, nil, e)
		if err != nil {
			return nil, fmt.Sprintf("its edit %q: %v", clip(e, 60), err), false
		}
		next = changed
		done = append(done, d)
	}
	keep()
	return next, "through the language model: " + strings.Join(done, "; "), true
}

// mostEdits are as many as one instruction may become: to translate is two for a scene.
const mostEdits = 30

// grounded tells what an edit of a model names that nobody gave it: files, addresses and
// numbers come from the instruction, the storyboard and the prompt. What a model read
// there may tell it to do otherwise.
func grounded(instruction, language, sources string) error {
	edits, err := edit.Read(instruction, language)
	if err != nil {
		return err
	}
	for _, e := range edits {
		if e.File != "" && !strings.Contains(sources, e.File) {
			return fmt.Errorf("nobody named the file %s", e.File)
		}
		if e.Op == edit.VoiceName && !strings.Contains(strings.ToLower(sources), strings.ToLower(e.Values["single"])) {
			return fmt.Errorf("nobody named the voice %s", e.Values["single"])
		}
		for _, t := range []string{e.Text, e.With} {
			if u := prompt.URL(t); u != "" && !strings.Contains(sources, shortURL(u)) {
				return fmt.Errorf("the address %s is not in the sources", u)
			}
			for _, n := range digitsRE.FindAllString(t, -1) {
				if len(n) > 1 && !strings.Contains(sources, n) {
					return fmt.Errorf("the number %s is not in the sources", n)
				}
			}
		}
	}
	return nil
}
