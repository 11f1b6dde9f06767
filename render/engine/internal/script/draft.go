package script

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/llm"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// longestField is how many characters a text on screen may have; what is longer than its
// place there is clipped.
const longestField = 200

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
		if data, err := folder.Read(w.r.Dir, name); err == nil {
			sources += "\n\n--- " + name + " ---\n" + llm.ClipBytes(string(data), 24000)
		}
	}
	turns := []llm.Message{
		{Role: "system", Content: w.instructions()},
		{Role: "user", Content: sources},
	}
	var problem error
	for round := range 2 {
		answer, keep, err := w.r.LLM.Complete(ctx, turns, "storyboard", draftSchema)
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
			w.Note(0, fmt.Sprintf("written by the language model %s; facts come from the prompt and its context files", w.r.LLM.Model))
			return true
		}
		problem = err
		if round == 0 {
			turns = append(turns, llm.Message{Role: "assistant", Content: llm.ClipBytes(answer, 24000)}, llm.Message{Role: "user", Content: "Mend this and answer with the whole JSON again:\n" + err.Error()})
		}
	}
	w.Note(0, "the language model was not used ("+problem.Error()+"): written by rules instead")
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
		"items: two to six, each named in say in the same order. Fields that do not apply are empty.", w.Lang, w.secs, words, n, who)
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

// checkDraft holds a draft against the rules; the message is what the repair round reads.
func (w *writer) checkDraft(d *draft, sources string) error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if len(d.Scenes) < 2 || len(d.Scenes) > sceneCount(w.secs)+3 {
		bad("%d scenes: write %d", len(d.Scenes), sceneCount(w.secs))
	}
	from := newSources(sources, w.Lang)
	if utf8.RuneCountInString(d.Title) > longestField {
		bad("the title is too long")
	}
	for _, why := range from.unfounded(d.Title, w.Lang) {
		bad("title: %s", why)
	}
	said := ""
	for _, s := range d.Scenes {
		said += s.Say + " "
	}
	if in := grammar.OtherThan(said, phrase.Base(w.Lang)); in != "" {
		bad("the words are in the language %s: write them in %s", in, w.Lang)
	}
	total := 0.0
	for i, s := range d.Scenes {
		where := fmt.Sprintf("scene %d", i+1)
		if !slices.Contains([]string{"title", "presenter", "points", "number", "process", "quote", "statement", "grid", "timeline", "end"}, s.Kind) {
			bad("%s: kind %q is not allowed", where, s.Kind)
		}
		if w.noPresenter() && (s.Kind == "presenter" || s.Kind == "points") {
			bad("%s: kind %s shows a presenter, the prompt asks for none", where, s.Kind)
		}
		if strings.TrimSpace(s.Say) == "" && s.Kind != "end" {
			bad("%s: say is empty", where)
		}
		if s.Kind == "number" && !telling.DigitsRE.MatchString(s.Figure) {
			bad("%s: a number scene needs a figure", where)
		}
		if (s.Kind == "points" || s.Kind == "process" || s.Kind == "grid" || s.Kind == "timeline") && (len(s.Items) < 2 || len(s.Items) > 6) {
			bad("%s: %s needs two to six items", where, s.Kind)
		}
		total += w.Seconds(s.Say, "")
		shown := []string{s.Say, s.Headline, s.Subtitle, s.Label, s.Figure, s.Name}
		for _, it := range s.Items {
			shown = append(shown, it.Title, it.Body)
		}
		if s.Name != "" && !strings.Contains(strings.ToLower(sources), strings.ToLower(s.Name)) {
			bad("%s: the name %q is not in the sources", where, s.Name)
		}
		if s.Kind == "quote" && s.Name != "" && !strings.Contains(normal(sources), normal(cmp.Or(s.Headline, s.Say))) && !quotedFrom(sources, s.Say) {
			bad("%s: the quote is not in the sources word for word", where)
		}
		for _, t := range shown {
			for _, why := range from.unfounded(t, w.Lang) {
				bad("%s: %s", where, why)
			}
			if utf8.RuneCountInString(t) > longestField && t != s.Say {
				bad("%s: %q is too long to be shown", where, prose.Clip(t, 40))
			}
		}
		for _, name := range from.strangers(s.Say, w.Lang) {
			bad("%s: the name %q is not in the sources", where, name)
		}
		if s.URL != "" && !strings.Contains(sources, telling.ShortURL(s.URL)) {
			bad("%s: the address %s is not in the sources", where, s.URL)
		}
	}
	if room := w.secs * easyRate; total > room {
		bad("the words take %.0f s, there are %.0f s: shorten them", total, w.secs)
	}
	for _, p := range w.Brief.Points {
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
	for _, q := range telling.QuotedIn(say) {
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
	return strings.Contains(all.String(), prose.Unstop(text))
}

// useDraft makes beats of a draft.
func (w *writer) useDraft(d *draft) {
	if w.Brief.Title == "" {
		w.Brief.Title = d.Title
	}
	for i, s := range d.Scenes {
		b := &telling.Beat{Words: prose.SplitSentences(s.Say)}
		b.Kind = scene.Kind(s.Kind)
		b.Headline, b.Subtitle, b.Label = telling.Clip(s.Headline, 60), telling.Clip(s.Subtitle, 72), telling.Clip(s.Label, 40)
		b.Name, b.URL = s.Name, s.URL
		if s.Figure != "" && b.Kind == scene.Number {
			b.Figure = telling.FigureOf(s.Figure)
		}
		for k, it := range s.Items {
			x := scene.Item{Title: telling.Clip(it.Title, 46), Body: telling.Clip(it.Body, 60), Icon: telling.Icon(it.Title)}
			if b.Kind == scene.Process {
				x.Label = fmt.Sprint(k + 1)
			}
			b.Items = append(b.Items, x)
		}
		telling.Cues(b)
		switch {
		case b.Kind == scene.Quote && b.Headline == "":
			b.Headline = prose.Unstop(b.Text())
		case b.Kind == scene.Presenter && b.Headline != "":
			b.Overlay, b.Headline = []string{telling.Clip(b.Headline, 34)}, ""
		case b.Headline == "" && len(b.Words) > 0 && b.Kind != scene.Number && b.Kind != scene.Presenter:
			b.Headline = w.Headline(b.Words[0], 46)
		}
		if i == len(d.Scenes)-1 && b.Kind == scene.End {
			b.As = brief.Action
		}
		w.beats = append(w.beats, b)
	}
}
