package script

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// turnSeconds is how long one shot of a conversation may speak before it is parted.
const turnSeconds = 13

// oneShot joins the sentences of a turn of a conversation: whoever speaks is seen until
// the other one answers.
func (w *writer) oneShot(beats []*telling.Beat) []*telling.Beat {
	var out []*telling.Beat
	for _, b := range beats {
		if n := len(out); n > 0 && b.Turn > 0 && out[n-1].Turn == b.Turn && (out[n-1].Plain || b.Plain) && w.Seconds(out[n-1].Text()+" "+b.Text(), b.Language) <= turnSeconds {
			lead := out[n-1].Text()
			if out[n-1] = w.join(out[n-1], b); out[n-1].Figure != nil && out[n-1].Label == "" && prose.Words(lead) <= 6 {
				out[n-1].Label = prose.Unstop(lead) // "Our gas bill. It went from …"
			}
			continue
		}
		out = append(out, b)
	}
	return out
}

// wordsOnly shows what somebody says as a quotation under their name.
func (w *writer) wordsOnly(b *telling.Beat) {
	b.Kind = scene.Quote
	b.Headline = telling.Clip(prose.Unstop(b.Text()), 90)
	if s := strings.TrimSpace(b.Text()); utf8.RuneCountInString(s) <= 90 {
		b.Headline = prose.Unstop(s)
		if strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
			b.Headline = s
		}
	}
	b.Name, b.Subtitle, b.Label, b.Figure, b.Items, b.Overlay = b.Speaker, "", "", nil, nil, nil
}

// speakers gives everybody in a conversation a face and a voice of their own, names
// them where they are first seen and turns them to each other.
func (w *writer) speakers(b *scene.Storyboard) {
	var names []string
	for _, s := range b.Scenes {
		if s.Speaker != "" && !slices.Contains(names, s.Speaker) {
			names = append(names, s.Speaker)
		}
	}
	if len(names) == 0 {
		return
	}
	english := w.Wording.Code == "en"
	voices := map[string]int{} // how many have a voice of a gender
	next := map[string]int{}   // in the list of people of a gender
	taken := map[string]bool{b.Presenter.ID: true}
	for i, n := range names {
		gender := phrase.GenderOfName(n)
		if gender == "" {
			gender = cmp.Or(genderOfRole(n), []string{"female", "male"}[i%2])
		}
		sp := scene.Speaker{Name: n, Voice: scene.Voice{Gender: gender}}
		if i == 0 && (b.Voice.Name != "" || b.Voice.Sample != "") {
			sp.Voice = scene.Voice{} // the entry's own voice begins
		} else {
			of := speakerVoices(gender, english, b.Voice.Name)
			if voices[gender] == len(of) {
				w.Note(0, fmt.Sprintf("%s: there are %d %s voices, so two people share one", n, len(of), gender))
			}
			sp.Voice.Name = of[voices[gender]%len(of)]
			voices[gender]++
		}
		from := women
		if gender == "male" {
			from = men
		}
		if id := strings.ToLower(strings.Fields(n)[0]); slices.Contains(from, id) && !taken[id] {
			sp.Presenter = id // the catalogue has somebody of that name
		}
		for sp.Presenter == "" {
			id := from[(next[gender]+w.r.Variant)%len(from)]
			if next[gender]++; !taken[id] || next[gender] > 2*len(from) {
				sp.Presenter = id
			}
		}
		if i == 0 && !b.Presenter.None && w.chosen() {
			sp.Presenter = "" // the entry's own presenter begins
		}
		taken[sp.Presenter] = true
		b.Speakers = append(b.Speakers, sp)
	}
	if !w.chosen() && !b.Presenter.None {
		b.Presenter.ID = b.Speakers[0].Presenter
	}
	seen := map[string]bool{}
	for i := range b.Scenes {
		s := &b.Scenes[i]
		if s.Kind != scene.Presenter || s.Speaker == "" {
			continue
		}
		if s.Presenter == "" {
			s.Presenter = []string{"left", "right"}[slices.Index(names, s.Speaker)%2]
		}
		if !seen[s.Speaker] && s.LowerThird == nil {
			s.LowerThird = &scene.LowerThird{Name: s.Speaker}
		}
		seen[s.Speaker] = true
	}
}

// chosen tells whether the entry or the prompt names a presenter.
func (w *writer) chosen() bool {
	in := w.r.Spec.Inputs
	return in != nil && (in.Avatar != "" || in.Image != "") || w.Brief.Presenter.ID != ""
}

// speakerVoices are the voices of a gender for the people of a conversation: the built-in
// ones in English, elsewhere the first, second and third that the engine has, without
// the entry's own.
func speakerVoices(gender string, english bool, own string) []string {
	of := []string{"", gender + "-2", gender + "-3"}
	switch {
	case english && gender == "male":
		of = []string{"jenny-lower", "jenny-lighter", "jenny-deeper"}
	case english:
		of = []string{"jenny", "jenny-older", "jenny-brighter"}
	}
	return slices.DeleteFunc(of, func(name string) bool { return name != "" && strings.EqualFold(name, own) })
}

// genderOfRole is that of somebody who is named by what they are.
func genderOfRole(name string) string {
	switch f := " " + strings.ToLower(name) + " "; {
	case strings.Contains(" woman mother mum mom daughter sister wife grandmother girl moderatorin kundin chefin frau ", f):
		return "female"
	case strings.Contains(" man father dad son brother husband grandfather boy moderator kunde chef herr ", f):
		return "male"
	}
	return ""
}
