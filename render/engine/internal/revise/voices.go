package revise

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"

	"gitops.video/render/render/engine/internal/edit"
)

// newQuote asks for the words of somebody. Groups: who, the words, who.
var newQuote = pattern.New(`(?i)^(?:add|insert|include)(?: in)? (?:an?|the|this|another|our)? ?(?:new )?(?:\p{L}+ )?(?:quote|testimonial|review)s?(?: (?:by|from|of) ([^:"“'‘]{2,40}?))?:? ["“'‘]([^"“”]{4,240}?)["”'’](?:[,.]?\s*(?:[–—-]|by|from|says)?\s*\(?(\p{Lu}[^()"]{1,60}?)\)?)?$`)

// voiceGist adds a scene with the words of somebody: "add a customer quote: “Best mornings
// in years” - Dana". It stands before the end, behind a quote that there is.
func (e *editor) voiceGist(g gist) (string, error) {
	f := newQuote.FindStringSubmatch(g.text)
	if f == nil {
		return "", errOther
	}
	said, who := strings.TrimSpace(f[2]), strings.TrimSpace(f[1]+f[3])
	name, role, _ := strings.Cut(who, ", ")
	s := scene.Scene{ID: e.freeID(), Kind: scene.Quote, Say: prose.Upper(prose.Stop(said)), Verbatim: true, Headline: prose.Unstop(said), Name: name, Role: role}
	s.Transition.Kind = "push"
	at := len(e.b.Scenes)
	for i := len(e.b.Scenes) - 1; i > 0; i-- {
		if e.b.Scenes[i].Kind == scene.Quote {
			at = i + 1
			break
		}
		if e.b.Scenes[i].Kind == scene.End || e.recaps(i) {
			at = i
		}
	}
	e.b.Scenes = append(e.b.Scenes[:at:at], append([]scene.Scene{s}, e.b.Scenes[at:]...)...)
	return fmt.Sprintf("scene %d is new and quotes %q", at+1, said), nil
}

// toSay begins what the video is to say too. Group: the sentence.
var toSay = pattern.New(`(?i)^(?:please )?(?:say|mention|add|tell (?:people|them|everyone))(?: that)? (.+)$`)

// sayGist says a sentence that the video says in no other form yet: "say it costs less than
// a dinner for two".
func (e *editor) sayGist(s string) (string, error) {
	f := toSay.FindStringSubmatch(strings.TrimRight(s, " .!"))
	if f == nil || !strings.HasPrefix(e.b.Language, "en") || prose.Words(f[1]) < 4 || strings.ContainsAny(f[1], `"“”:`) || !grammar.Predicate(f[1]) {
		return "", errOther
	}
	return e.mention(edit.Edit{Text: f[1]})
}
