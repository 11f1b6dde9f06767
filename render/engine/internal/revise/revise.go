package revise

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/casting"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/llm"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// Entry is what the edits of an entry depend on beside its storyboard.
type Entry struct {
	Spec    manifest.Spec
	Dir     string                // folder that the entry's files are relative to; nothing outside it is read
	Width   int                   // pixels, 0 = the entry does not say
	Height  int                   // pixels, 0 = the entry does not say
	Seconds float64               // length, 0 = the entry does not say
	LLM     *llm.LLM              // nil = what the rules do not read is declined
	Faces   func() []casting.Face // the presenters to choose from by their looks; nil = by gender alone

	// Estimate returns the seconds that it takes to speak text at the natural
	// rate, without the pauses after it. nil = counted from words and digits.
	Estimate func(text, lang string) float64

	found  bool // the scenes that an instruction names by their numbers are found by their words
	nested int  // instructions that this one is a part of, or another reading of

	heads func() []string // of the scenes that the prompt plans, read once; nil = not yet
}

// headers are the heads of the scenes that the prompt plans.
func (entry Entry) headers() []string {
	if entry.heads != nil {
		return entry.heads()
	}
	var out []string
	for _, s := range prompt.Parse(entry.Spec.PositivePrompt).Scenes {
		out = append(out, s.Header)
	}
	return out
}

// Edit applies the entry's instructions in order, those of a list one by one. Each is
// carried out whole or not at all, and answered in the notes.
func (entry Entry) Edit(ctx context.Context, b *scene.Storyboard) error {
	if len(entry.Spec.Edits) == 0 {
		return board.Check(b)
	}
	entry.heads = sync.OnceValue(entry.headers)
	before, err := clone(b)
	if err != nil {
		return err
	}
	defer func() {
		if !reflect.DeepEqual(b.Scenes, before.Scenes) || b.Seconds != before.Seconds {
			b.Unedited = before
		}
	}()
	for i, s := range entry.Spec.Edits {
		items := edit.List(s, b.Language)
		for k, it := range items {
			if it = strings.TrimSpace(it); it == "" {
				continue
			}
			name := fmt.Sprintf("edit %d", i+1)
			if len(items) > 1 {
				name += fmt.Sprintf(", item %d", k+1)
			}
			now := sceneIDs(b)
			done := entry.editOne(ctx, b, before, it)
			if recounted(it, b.Language, sceneIDs(before), now) {
				done += "; scenes are counted as the edits before have left them"
			}
			b.Notes = append(b.Notes, scene.Note{Text: fmt.Sprintf("%s %q: %s", name, telling.Clip(it, 80), done)})
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return board.Check(b)
}

// recounted tells whether an instruction names a scene by a number that meant another one
// before the edits that came first.
func recounted(instruction, language string, first, now []string) bool {
	if slices.Equal(first, now) {
		return false
	}
	parts, _ := edit.Read(instruction, language)
	return slices.ContainsFunc(parts, func(x edit.Edit) bool {
		refs := x.Scenes
		if x.Place != nil {
			refs = append(slices.Clone(refs), x.Place.Scenes...)
		}
		return slices.ContainsFunc(refs, func(r edit.Ref) bool {
			n := r.Number
			return n > 1 && (n > len(first) || n > len(now) || first[n-1] != now[n-1])
		})
	})
}

// editOne carries one instruction out on b and says what was done, or why nothing.
func (entry Entry) editOne(ctx context.Context, b, first *scene.Storyboard, s string) string {
	next, done, err := entry.carryOut(b, first, s)
	if err != nil {
		next = nil
		done = "not honoured: " + err.Error()
		if entry.LLM != nil {
			nb, what, ok := entry.modelled(ctx, b, s)
			if ok {
				next, done = nb, what
			} else if what != "" {
				done += "; the language model: " + what
			}
		}
	}
	if next != nil {
		*b = *next
	}
	return done
}

// carryOut returns the storyboard that an instruction makes of b, and says what
// changed. On an error b stays as it is: an instruction of which one part cannot be
// done is not half done. first is the storyboard before all edits.
func (entry Entry) carryOut(b, first *scene.Storyboard, s string) (*scene.Storyboard, string, error) {
	s = entry.inItem(b, entry.there(b, first, spelledOut(b, s)))
	next, done, err := entry.asOne(b, first, s)
	if err == nil {
		err = stutters(b, next, s)
	}
	if err == nil {
		err = entry.unanswered(b, next, s, done)
	}
	if err == nil {
		return next, done, nil
	}
	for _, read := range []func(_, _ *scene.Storyboard, _ string) (*scene.Storyboard, string, error){entry.within, entry.ofIt, entry.composed} {
		if next, done, no := read(b, first, s); no == nil && entry.unanswered(b, next, s, done) == nil {
			return next, done, nil
		} else if u := (*edit.Unread)(nil); no != nil && !errors.Is(no, errOther) && errors.As(err, &u) {
			err = no // it names the part
		}
	}
	return nil, "", err
}

// asOne carries out an instruction that asks for one thing, or for several in a form.
func (entry Entry) asOne(b, first *scene.Storyboard, s string) (*scene.Storyboard, string, error) {
	if next, done, err := entry.plainly(b, first, s); !errors.Is(err, errOther) {
		return next, done, err
	}
	if m := mannerOf(b.Language); m != nil {
		if text, ok := (&editor{b: b, first: first, entry: entry, seen: sceneIDs(b)}).headed(m, s); ok {
			s = text
			if next, done, err := entry.within(b, first, s); !errors.Is(err, errOther) && err == nil {
				return next, done, nil
			}
		}
	}
	parts, err := edit.Read(s, b.Language)
	if t := (*edit.TimeError)(nil); errors.As(err, &t) {
		err = fmt.Errorf("%w (about where scene %d is)", err, (&editor{b: b, entry: entry}).around(t.Seconds)+1)
	}
	if err != nil {
		u, t := (*edit.Unread)(nil), (*edit.TimeError)(nil)
		if errors.As(err, &u) || errors.As(err, &t) {
			return entry.resolved(b, first, s, err)
		}
		return nil, "", err
	}
	next, done, err := entry.carryOutParts(b, first, parts)
	if err != nil && len(parts) > 1 && parts[0].More != "" { // its words to say go on: "… and skip the queue"
		whole := parts[0]
		whole.Text = whole.More
		if next, done, all := entry.carryOutParts(b, first, []edit.Edit{whole}); all == nil {
			return next, done, nil
		}
	}
	switch {
	case err != nil && len(parts) == 1 && parts[0].Op == edit.Kind && len(parts[0].Scenes) == 0: // "show the revenue as a bar chart"
		if n, d, no := entry.resolved(b, first, s, errOther); no == nil {
			return n, d, nil
		}
	case err != nil && len(parts) == 1 && parts[0].Op == edit.CastBy && parts[0].Has("remove"): // "leave out the safety vest" that the video speaks of
		if n, d, no := entry.resolved(b, first, s, errOther); no == nil {
			return n, d, nil
		}
	case err != nil && edit.ByName(parts):
		return entry.resolved(b, first, s, err)
	case len(parts) == 1 && parts[0].Op == edit.Beyond, len(parts) == 1 && parts[0].Op == edit.Stay && telling.DigitsRE.MatchString(s): // it may have been meant by what the video says
		if n, d, no := entry.resolved(b, first, s, errOther); no == nil {
			return n, d, nil
		}
	}
	return next, done, err
}

// resolved carries out an instruction by what the video says, where its form leads nowhere
// and failed says why.
func (entry Entry) resolved(b, first *scene.Storyboard, s string, failed error) (*scene.Storyboard, string, error) {
	s = edit.Reworded(s)
	if next, done, err := entry.within(b, first, s); !errors.Is(err, errOther) {
		return next, done, err
	}
	if next, err := clone(b); err == nil {
		e := &editor{b: next, first: first, entry: entry, seen: sceneIDs(next)}
		if done, err := e.exchanged(s); err == nil && board.Check(next) == nil {
			return next, done, nil
		}
	}
	if next, done, err := entry.aimed(b, first, s); !errors.Is(err, errOther) {
		return next, done, err
	}
	next, err := clone(b)
	if err != nil {
		return nil, "", err
	}
	e := &editor{b: next, first: first, entry: entry, seen: sceneIDs(next), stays: map[string]bool{}}
	for _, with := range e.placed(s) {
		parts, err := edit.Read(with.text, b.Language)
		if err != nil || parts[0].Op == edit.Say && !parts[0].Quoted || with.bare && slices.ContainsFunc(parts, func(x edit.Edit) bool { return !ofWholeScenes[x.Op] }) {
			continue
		}
		byWords := entry
		byWords.found = true
		if next, done, err := byWords.carryOutParts(b, first, parts); err == nil {
			return next, done, nil
		}
	}
	done, err := e.resolve(s)
	if errors.Is(err, errOther) {
		done, err = e.sayGist(s)
	}
	if err == nil {
		err = board.Check(next)
	}
	if entry.nested <= mostNested { // "make the last scene longer, people need time to read"
		if m := mannerOf(b.Language); m != nil && err != nil {
			if g := gistOf(s, m); len(g.clauses) > 1 && e.idly(g) && edit.Orders(g.clauses[0], m.lang) {
				entry.nested += mostNested + 1
				if n, d, no := entry.carryOut(b, first, g.clauses[0]); no == nil {
					return n, fmt.Sprintf("%s; %q is taken as a remark", d, telling.Clip(strings.Join(g.clauses[1:], ", "), 60)), nil
				}
			}
		}
	}
	switch {
	case errors.Is(err, errOther):
		return nil, "", e.nearest(s, failed)
	case err != nil:
		return nil, "", err
	}
	return next, done, nil
}

func (entry Entry) carryOutParts(b, first *scene.Storyboard, parts []edit.Edit) (*scene.Storyboard, string, error) {
	next, err := clone(b)
	if err != nil {
		return nil, "", err
	}
	var done []string
	e := &editor{b: next, first: first, entry: entry, seen: sceneIDs(next), stays: map[string]bool{}}
	for _, x := range parts {
		for c := range x.Values {
			e.stays[c] = e.stays[c] || x.Op == edit.Stay
		}
	}
	for k, x := range parts {
		if x.Op == edit.Resize && k > 0 && x.Seconds > 0 && len(parts[k-1].Scenes) == 1 && !wholeVideo.MatchString(x.Source) { // "… scene 4 a blue background and two seconds more"
			x.Op, x.Scenes = edit.Pace, parts[k-1].Scenes
		}
		d, err := actions[x.Op](e, x)
		if err == nil {
			err = board.Check(next)
		}
		if err != nil && x.Op != edit.Beyond && features[x.Values["feature"]] != "" { // it may have been meant by another word of it
			_, err = e.beyond(x)
		}
		if err == nil && x.Op == edit.Stay {
			err = e.stayed(b, x)
		}
		if err != nil {
			if len(parts) > 1 {
				err = fmt.Errorf("%q: %w; an edit is carried out whole or not at all", x.Source, err)
			}
			return nil, "", err
		}
		if x.Aside != "" {
			d += fmt.Sprintf("; %q is taken as a remark", telling.Clip(x.Aside, 60))
		}
		done = append(done, d)
	}
	return next, strings.Join(done, "; "), nil
}

// wholeVideo names the video.
var wholeVideo = pattern.New(`(?i)\b(?:video|clip|film|it|everything|whole|total|all)\b`)

// clone copies a storyboard and all that hangs on it.
func clone(b *scene.Storyboard) (*scene.Storyboard, error) {
	data, err := json.Marshal(b)
	if err != nil {
		return nil, fmt.Errorf("storyboard: %w", err)
	}
	out := &scene.Storyboard{}
	if err := json.Unmarshal(data, out); err != nil {
		return nil, fmt.Errorf("storyboard: %w", err)
	}
	return out, nil
}

// editor changes one storyboard.
type editor struct {
	b     *scene.Storyboard
	first *scene.Storyboard // as it was before all edits, nil = not known
	entry Entry
	seen  []string        // the scenes that the instruction counts, by their ids
	stays map[string]bool // what the instruction says is not to change: "music"
}

// actions carry out the intents.
var actions = map[edit.Op]func(*editor, edit.Edit) (string, error){
	edit.Say: (*editor).say, edit.Headline: (*editor).headline, edit.Retitle: (*editor).retitle, edit.Subtitle: (*editor).subtitle, edit.NoText: (*editor).noText, edit.LessText: (*editor).lessText,
	edit.RemoveLine: (*editor).removeLine, edit.Unspoken: (*editor).unspoken, edit.ChangeLine: (*editor).changeLine, edit.AddLine: (*editor).addLine, edit.Pace: (*editor).pace, edit.Hold: (*editor).hold, edit.Pause: (*editor).pause,
	edit.Resize: (*editor).resize, edit.Length: (*editor).length, edit.SceneStage: (*editor).sceneStage, edit.SceneColor: (*editor).sceneColor, edit.Kind: (*editor).kind,
	edit.RemoveScene: (*editor).remove, edit.KeepScenes: (*editor).keep, edit.Copy: (*editor).copy, edit.Split: (*editor).split, edit.Swap: (*editor).swap, edit.Merge: (*editor).merge, edit.Move: (*editor).moveScene, edit.Add: (*editor).add,
	edit.EndWith: (*editor).endWith, edit.StartWith: (*editor).startWith, edit.Asset: (*editor).asset, edit.NoAsset: (*editor).noAsset,
	edit.Replace: (*editor).replace, edit.Pronounce: (*editor).pronounce, edit.Format: (*editor).format, edit.Shade: (*editor).shade, edit.Color: (*editor).color,
	edit.Font: (*editor).font, edit.Logo: (*editor).logo, edit.NoLogo: (*editor).noLogo, edit.Style: (*editor).style,
	edit.Music: (*editor).music, edit.OtherMusic: (*editor).otherMusic, edit.NoMusic: (*editor).noMusic, edit.Loudness: (*editor).loudness, edit.MusicLevel: (*editor).musicLevel,
	edit.Captions: (*editor).captions, edit.NoCaptions: (*editor).captions, edit.Energy: (*editor).energy, edit.Tempo: (*editor).tempo, edit.Gender: (*editor).gender,
	edit.VoiceName: (*editor).voiceName, edit.Language: (*editor).language, edit.BeyondLanguage: (*editor).language, edit.Cast: (*editor).cast, edit.Nobody: (*editor).nobody,
	edit.Set: (*editor).set, edit.Side: (*editor).side, edit.Framing: (*editor).framing, edit.LowerThird: (*editor).lowerThird, edit.NoLowerThird: (*editor).noLowerThird,
	edit.Transition: (*editor).transition, edit.NoTransition: (*editor).transition, edit.OtherCast: (*editor).otherCast, edit.CastBy: (*editor).castBy, edit.Appear: (*editor).appear, edit.Plain: (*editor).plain, edit.Amount: (*editor).amount, edit.Stay: (*editor).stay, edit.Point: (*editor).point, edit.Focus: (*editor).focus, edit.ValueOf: (*editor).valueOf,
	edit.RemoveNamed: (*editor).removeNamed, edit.Mention: (*editor).mention, edit.SwapNamed: (*editor).swapNamed, edit.MoveNamed: (*editor).moveNamed, edit.KeepNamed: (*editor).keepNamed, edit.Relist: (*editor).relistNamed, edit.Unsay: (*editor).unsay, edit.Restate: (*editor).restate,
	edit.RemoveItem: (*editor).removeItem, edit.ChangeItem: (*editor).changeItem, edit.AddItem: (*editor).addItem, edit.AddNamed: (*editor).addNamed, edit.SwapItems: (*editor).swapItems, edit.MoveItem: (*editor).swapItems,
	edit.Address: (*editor).address, edit.CallToAction: (*editor).callToAction, edit.Beyond: (*editor).beyond,
}
