package prompt

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// shotLines is how the words of a scene stand in a plan.
type shotLines struct {
	alone bool // its line is all that it has, and says nothing of a voice
	below bool // nothing but what is said stands below its line
}

// laidOut keeps how the words of the scene that was read last stand.
func (r *walk) laidOut(below []prose.Line) {
	s := r.b.Scenes[len(r.b.Scenes)-1]
	x := shotLines{alone: s.Say == "" && !saysSilent.MatchString(s.Header+". "+s.Visual), below: s.Say != "" && prose.FirstText(below) != ""}
	for _, l := range below {
		t := strings.TrimSpace(l.Text)
		if t == "" {
			continue
		}
		m := layout.FieldRE.FindStringSubmatch(t)
		_, whole := prose.Unquote(t)
		x.alone = false
		x.below = x.below && (whole || m != nil && layout.FieldOf(m[1]) == "say")
	}
	r.b.laid = append(r.b.laid, x)
}

// saysSilent says of a scene that nobody speaks in it.
var saysSilent = pattern.New(`(?i)\b(?:silent(?:ly)?|silence|no (?:v\.?o|voice|words|talking|narration|dialogue|text)|music only|without (?:voice|words)|ohne (?:text|ton|sprecher)|stumm|sin voz|sans voix|senza voce|sem voz)\b`)

// spreadWords gives shots that stand in a line each over one text its sentences in turn, by
// their lengths: "Shot 1: … Shot 2: … Shot 3: …" and below them "VO: …".
func (b *draft) spreadWords() {
	if len(b.laid) != len(b.Scenes) {
		return
	}
	for i, s := range b.Scenes {
		if s.Say != "" && (!b.laid[i].below || s.Speaker != "") {
			return // here each shot has its own words
		}
	}
	for last := range b.Scenes {
		first := last
		for b.Scenes[last].Say != "" && first > 0 && b.laid[first-1].alone {
			first--
		}
		if last-first < 2 {
			continue // one silent scene is meant to be one
		}
		group := b.Scenes[first : last+1]
		ss := prose.SplitSentences(group[len(group)-1].Say)
		for i, say := range dealt(ss, group) {
			group[i].Say, group[i].Language = say, group[len(group)-1].Language
		}
		b.Notes = slices.DeleteFunc(b.Notes, func(n brief.Note) bool {
			return n.Text == voicelessNote && slices.ContainsFunc(group, func(s brief.Scene) bool { return s.Line == n.Line && s.Say != "" })
		})
		b.Note(group[len(group)-1].Line, fmt.Sprintf("the words below scene %d are said over scenes %d to %d", group[len(group)-1].Number, group[0].Number, group[len(group)-1].Number))
	}
}

// dealt are sentences for each of some scenes, in their order; one alone begins with the first.
func dealt(ss []string, group []brief.Scene) []string {
	out := make([]string, len(group))
	weight := func(s brief.Scene) float64 {
		if s.Seconds > 0 {
			return s.Seconds
		}
		return 1
	}
	total, all := 0., 0.
	for _, s := range group {
		total += weight(s)
	}
	for _, s := range ss {
		all += float64(prose.Words(s))
	}
	at, said, end := 0, 0., weight(group[0])
	for _, s := range ss {
		words := float64(prose.Words(s))
		for at+1 < len(group) && (said+words/2)/all > end/total {
			at++
			end += weight(group[at])
		}
		said += words
		out[at] = strings.TrimSpace(out[at] + " " + s)
	}
	return out
}
