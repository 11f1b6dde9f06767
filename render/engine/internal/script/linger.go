package script

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

const (
	// longWait is how long scenes stand without speech, on average, before more is said
	// of what is known already, seconds.
	longWait = 3.1
	// notedWait is how long they stand before a note says so.
	notedWait = 2.6
)

// linking holds what leads a viewer through few facts: a question before them, whom they
// are for, what comes and what to do, once more. Nothing in it is a claim.
type linking struct {
	ask      map[brief.Purpose]string
	forWhom  string // "" = nobody would say so
	comingUp string
	onceMore string // "" = an address is said once
}

var linkings = map[string]*linking{
	"en": {nil, "This one is for %s.", "Coming up: %s.", ""}, // an address said twice in a row sounds like a mistake
	"de": {map[brief.Purpose]string{brief.Release: "Was hat sich geändert?", brief.Event: "Was gibt es zu sehen?", brief.Training: "Was ist wichtig?", brief.Tutorial: "Wie geht das?", brief.Update: "Was gibt es Neues?"},
		"", "Das kommt jetzt: %s.", "Noch einmal: %s."},
	"es": {map[brief.Purpose]string{brief.Release: "¿Qué ha cambiado?", brief.Training: "¿Qué hay que saber?", brief.Tutorial: "¿Cómo se hace?", brief.Update: "¿Qué hay de nuevo?"},
		"", "A continuación: %s.", "Una vez más: %s."},
	"fr": {map[brief.Purpose]string{brief.Release: "Qu'est-ce qui a changé ?", brief.Training: "Que faut-il savoir ?", brief.Tutorial: "Comment faire ?", brief.Update: "Quoi de neuf ?"},
		"", "Au programme : %s.", "Encore une fois : %s."},
	"it": {map[brief.Purpose]string{brief.Release: "Che cosa è cambiato?", brief.Training: "Che cosa bisogna sapere?", brief.Tutorial: "Come si fa?", brief.Update: "Che cosa c'è di nuovo?"},
		"", "In programma: %s.", "Ancora una volta: %s."},
	"pt": {map[brief.Purpose]string{brief.Release: "O que mudou?", brief.Training: "O que é preciso saber?", brief.Tutorial: "Como se faz?", brief.Update: "O que há de novo?"},
		"", "A seguir: %s.", "Mais uma vez: %s."},
	"nl": {map[brief.Purpose]string{brief.Release: "Wat is er veranderd?", brief.Training: "Wat moet u weten?", brief.Tutorial: "Hoe gaat dat?", brief.Update: "Wat is er nieuw?"},
		"", "Straks: %s.", "Nog één keer: %s."},
}

// wait is how long a scene stands without speech, on average, seconds.
func (w *writer) wait() float64 {
	scenes, rest := 0, w.secs-w.spokenSeconds(w.beats)
	for _, b := range w.beats {
		if len(b.Words) == 0 && b.Seconds > 0 {
			rest -= b.Seconds
		} else {
			scenes++
		}
	}
	return rest / float64(max(1, scenes))
}

// linger says more of what is known where scenes would stand long without speech.
func (w *writer) linger() {
	l := linkings[w.Wording.Code]
	if l == nil || len(w.beats) < 3 {
		return
	}
	for _, step := range []func(*linking){w.outlook, w.askFirst, w.addressees, w.onceMore} {
		if w.wait() > longWait {
			w.try(func() { step(l) })
		}
	}
}

// outlook names the lists that come, by the headings that the prompt gives them.
func (w *writer) outlook(l *linking) {
	var heads []string
	for _, b := range w.beats[1:] {
		if h := b.Heading; h != "" && !telling.ChangeWord.MatchString(h) && len(b.Items) > 0 && prose.Words(h) <= 4 && !slices.Contains(heads, h) && b.Kind != scene.Timeline && !prompt.IsClause(h, w.Wording.Code) && !w.Wording.ClauseItem.MatchString(w.Wording.Lower(h)) {
			heads = append(heads, h)
		}
	}
	if len(heads) < 2 || len(heads) > 4 {
		return
	}
	for i := range heads {
		heads[i] = w.Lower(heads[i])
	}
	w.before(w.Wording.Fill(l.comingUp, w.Wording.Join(heads)))
}

// whoDid are people by what they did: "customers who bought it in May".
var whoDid = pattern.New(`(?i)\b(?:who|whose|that|with|going|coming|living|working|recovering|starting|after|before)\b`)

// askFirst asks what the facts answer.
func (w *writer) askFirst(l *linking) {
	if w.beats[0].Opener && len(w.beats[0].Words) == 0 && !w.beats[1].Opener || !w.beats[0].Opener && !w.beats[1].Opener {
		return // nothing is named yet, or the prompt's own words open it
	}
	if w.Wording.Code != "en" && w.Brief.Purpose == brief.Update && w.Brief.Subject == "" {
		return // "Update." asks for nothing
	}
	for _, b := range w.beats[:min(3, len(w.beats))] {
		if strings.Contains(b.Text(), "?") || b.Label == "" && b.Kind == scene.Chapter || strings.Contains(b.Text(), ":") && b.Opener {
			return
		}
	}
	if q := l.ask[w.Brief.Purpose]; q != "" {
		w.before(q)
	}
}

// before says words behind the opening: over the title, or by the presenter.
func (w *writer) before(words string) {
	b := w.beats[0]
	if len(b.Words) > 0 && w.Seconds(b.Text()+" "+words, "") <= titleWords+1 {
		b.Words = append(slices.Clone(b.Words), words)
		return
	}
	next := w.beats[1]
	if next.Opener && next.Plain && len(next.Words) > 0 && next.As == brief.Body && next.Headline != w.Wording.RecapHead {
		next.Words = append(slices.Clone(next.Words), words)
		return
	}
	q := &telling.Beat{Words: []string{words}, As: brief.Body, Opener: true, Plain: true}
	q.Headline = w.Headline(words, 46)
	if w.noPresenter() || next.Kind == scene.Presenter {
		w.Statement(q)
	} else {
		w.presenter(q)
		q.Overlay = nil
	}
	w.beats = append(w.beats[:1:1], append([]*telling.Beat{q}, w.beats[1:]...)...)
}

// addressees says whom the video is for, where only its title tells.
func (w *writer) addressees(l *linking) {
	who := w.Brief.Audience
	if l.forWhom == "" || who == "" || w.foreign(who) || prose.Words(who) > 6 && !(prose.Words(who) <= 14 && whoDid.MatchString(who)) || strings.ContainsAny(who, ",;:") || w.Wording.Code == "fr" && !w.Wording.Articled.MatchString(who) {
		return
	}
	for _, b := range w.beats {
		if strings.Contains(strings.ToLower(b.Text()), strings.ToLower(who)) {
			return
		}
	}
	b := w.beats[0]
	if len(b.Words) == 0 {
		b = w.beats[1]
	}
	if len(b.Words) > 0 && prompt.Hails(b.Words[0]) {
		return // they are greeted
	}
	if w.Wording.Code != "en" && !b.Opener {
		return // behind a fact it would break off what is told
	}
	if b.Turn == 0 && (b.Opener || b.As == brief.Hook) && !b.Verbatim {
		b.Words = slices.Insert(slices.Clone(b.Words), 1, w.Wording.Fill(l.forWhom, who))
	}
}

// onceMore repeats the address that the video ends with.
func (w *writer) onceMore(l *linking) {
	b := w.beats[len(w.beats)-1]
	address := cmp.Or(prose.URL(b.Text()), prose.Mail(b.Text()), telling.PhoneNumber.FindString(b.Text()))
	if i := strings.IndexAny(address, "+(0123456789"); i > 0 && prose.URL(address)+prose.Mail(address) == "" {
		address = address[i:] // "anrufen: 0170 …"
	}
	if b.As == brief.Action && address != "" && l.onceMore != "" {
		b.Words = append(slices.Clone(b.Words), w.Wording.Fill(l.onceMore, telling.ShortURL(address)))
	}
}

// sparse notes what a script that is written word for word leaves without speech.
func (w *writer) sparse() {
	if w.Brief.Level == brief.Scenes && slices.ContainsFunc(w.beats, func(b *telling.Beat) bool { return b.Seconds > 0 }) {
		return // the prompt says how long its scenes are
	}
	if w.Brief.Level == brief.Topic || w.drafted || w.wait() <= notedWait || len(w.beats) == 0 {
		return
	}
	need := w.spokenSeconds(w.beats)
	w.Note(0, fmt.Sprintf("the script's words take about %.0f of %g s, and none are added: pictures and music carry the rest. Write more of it%s", need, w.secs, w.shorter(math.Ceil(need*1.15))))
}
