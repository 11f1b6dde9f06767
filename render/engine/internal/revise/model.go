package revise

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/llm"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// modelled asks the model to put an instruction into those that the rules read, and
// carries them out: the model never touches the storyboard itself.
func (entry Entry) modelled(ctx context.Context, b *scene.Storyboard, instruction string) (*scene.Storyboard, string, bool) {
	bare := *b
	bare.Notes = nil // they quote what the model answered before, which is no source
	text, err := board.Encode(&bare)
	if err != nil {
		return nil, err.Error(), false
	}
	turns := []llm.Message{
		{Role: "system", Content: "You edit a video's storyboard through a small set of instructions. Answer with JSON: answer (one sentence that says what changes) and edits, a list of instructions in exactly these forms: " + strings.Join(modelForms, "; ") + ". " +
			`To translate, say every scene's words in the other language, change each headline, and end with the form for the voice-over. ` +
			"Use as few as possible, invent no facts, and give an empty list if none of them can do it."},
		{Role: "user", Content: "Storyboard:\n" + llm.ClipBytes(string(text), 40000) + "\n\nInstruction: " + instruction},
	}
	answer, keep, err := entry.LLM.Complete(ctx, turns, "edits", editSchema)
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
	sources := strings.Join([]string{instruction, string(text), entry.Spec.PositivePrompt}, "\n")
	next, err := board.Decode("the board", text, nil)
	if err != nil {
		return nil, err.Error(), false
	}
	next.Notes = b.Notes
	var done []string
	for _, e := range out.Edits {
		if err := grounded(e, b.Language, sources); err != nil {
			return nil, fmt.Sprintf("its edit %q: %v", telling.Clip(e, 60), err), false
		}
		changed, d, err := entry.carryOut(next, nil, e)
		if err != nil {
			return nil, fmt.Sprintf("its edit %q: %v", telling.Clip(e, 60), err), false
		}
		next = changed
		done = append(done, d)
	}
	keep()
	return next, "through the language model: " + strings.Join(done, "; "), true
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
			if u := prose.URL(t); u != "" && !strings.Contains(sources, telling.ShortURL(u)) {
				return fmt.Errorf("the address %s is not in the sources", u)
			}
			for _, n := range telling.DigitsRE.FindAllString(t, -1) {
				if len(n) > 1 && !strings.Contains(sources, n) {
					return fmt.Errorf("the number %s is not in the sources", n)
				}
			}
		}
	}
	return nil
}
