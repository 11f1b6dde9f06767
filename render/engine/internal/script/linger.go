package script

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

const (
	// longWait is how long scenes stand without speech, on average, before more is said
	// of what is known already, seconds.
	longWait = 3.1
	// emptyWait is how long they stand before a few facts are told twice, seconds.
	emptyWait = 4
	// notedWait is how long they stand before a note says so.
	notedWait = 2.6
)

// linking holds what leads a viewer through few facts: a question before them, whom they
// are for, what comes and what to do, once more. Nothing in it is a claim.
type linking struct {
	ask      map[prompt.Purpose]string
	forWhom  string
	comingUp string
	onceMore string // "" = an address is said once
}

var linkings = map[string]*linking{
	"en": {map[prompt.Purpose]string{prompt.Event: "What can you expect?", prompt.Hiring: "What can you expect?", prompt.Onboarding: "What can you expect?",
		prompt.Training: "What should you know?"}, "This one is for %s.", "Coming up: %s.", ""}, // an address said twice in a row sounds like a mistake
	"de": {map[prompt.Purpose]string{prompt.Release: "Was hat sich geändert?", prompt.Event: "Was gibt es zu sehen?", prompt.Training: "Was ist wichtig?", prompt.Tutorial: "Wie geht das?", prompt.Update: "Was gibt es Neues?", prompt.News: "Was ist passiert?"},
		"Dieses Video ist für %s.", "Das kommt jetzt: %s.", "Noch einmal: %s."},
	"es": {map[prompt.Purpose]string{prompt.Release: "¿Qué ha cambiado?", prompt.Training: "¿Qué hay que saber?", prompt.Tutorial: "¿Cómo se hace?", prompt.Update: "¿Qué hay de nuevo?", prompt.News: "¿Qué ha pasado?"},
		"Este vídeo es para %s.", "A continuación: %s.", "Una vez más: %s."},
	"fr": {map[prompt.Purpose]string{prompt.Release: "Qu'est-ce qui a changé ?", prompt.Training: "Que faut-il savoir ?", prompt.Tutorial: "Comment faire ?", prompt.Update: "Quoi de neuf ?", prompt.News: "Que s'est-il passé ?"},
		"Cette vidéo est pour %s.", "Au programme : %s.", "Encore une fois : %s."},
	"it": {map[prompt.Purpose]string{prompt.Release: "Che cosa è cambiato?", prompt.Training: "Che cosa bisogna sapere?", prompt.Tutorial: "Come si fa?", prompt.Update: "Che cosa c'è di nuovo?", prompt.News: "Che cosa è successo?"},
		"Questo video è per %s.", "In programma: %s.", "Ancora una volta: %s."},
	"pt": {map[prompt.Purpose]string{prompt.Release: "O que mudou?", prompt.Training: "O que é preciso saber?", prompt.Tutorial: "Como se faz?", prompt.Update: "O que há de novo?", prompt.News: "O que aconteceu?"},
		"Este vídeo é para %s.", "A seguir: %s.", "Mais uma vez: %s."},
	"nl": {map[prompt.Purpose]string{prompt.Release: "Wat is er veranderd?", prompt.Training: "Wat moet u weten?", prompt.Tutorial: "Hoe gaat dat?", prompt.Update: "Wat is er nieuw?", prompt.News: "Wat is er gebeurd?"},
		"Deze video is voor %s.", "Straks: %s.", "Nog één keer: %s."},
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
		if h := b.Heading; h != "" && !telling.ChangeWord.MatchString(h) && len(b.Items) > 0 && prompt.Words(h) <= 4 && !slices.Contains(heads, h) && !w.Wording.ClauseItem.MatchString(w.Wording.Lower(h)) {
			heads = append(heads, h)
		}
	}
	if len(heads) < 2 || len(heads) > 4 {
		return
	}
	for i := range heads {
		heads[i] = w.Wording.Lower(heads[i])
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
	if w.Wording.Code != "en" && w.Brief.Purpose == prompt.Update && w.Brief.Subject == "" {
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
	if next.Opener && next.Plain && len(next.Words) > 0 && next.As == prompt.Body && next.Headline != w.Wording.RecapHead {
		next.Words = append(slices.Clone(next.Words), words)
		return
	}
	q := &telling.Beat{Words: []string{words}, As: prompt.Body, Opener: true, Plain: true}
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
	if who == "" || w.foreign(who) || prompt.Words(who) > 6 && !(prompt.Words(who) <= 14 && whoDid.MatchString(who)) || strings.ContainsAny(who, ",;:") || w.Wording.Code == "fr" && !w.Wording.Articled.MatchString(who) {
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
	if b.Turn == 0 && (b.Opener || b.As == prompt.Hook) && !b.Verbatim {
		b.Words = slices.Insert(slices.Clone(b.Words), 1, w.Wording.Fill(l.forWhom, who))
	}
}

// onceMore repeats the address that the video ends with.
func (w *writer) onceMore(l *linking) {
	b := w.beats[len(w.beats)-1]
	address := cmp.Or(prompt.URL(b.Text()), prompt.Mail(b.Text()), telling.PhoneNumber.FindString(b.Text()))
	if i := strings.IndexAny(address, "+(0123456789"); i > 0 && prompt.URL(address)+prompt.Mail(address) == "" {
		address = address[i:] // "anrufen: 0170 …"
	}
	if b.As == prompt.Action && address != "" && l.onceMore != "" {
		b.Words = append(slices.Clone(b.Words), w.Wording.Fill(l.onceMore, telling.ShortURL(address)))
	}
}

// sparse notes what a script that is written word for word leaves without speech.
func (w *writer) sparse() {
	if w.Brief.Level == prompt.Scenes && slices.ContainsFunc(w.beats, func(b *telling.Beat) bool { return b.Seconds > 0 }) {
		return // the prompt says how long its scenes are
	}
	if w.Brief.Level == prompt.Topic || w.drafted || w.wait() <= notedWait || len(w.beats) == 0 {
		return
	}
	need := w.spokenSeconds(w.beats)
	w.Note(0, fmt.Sprintf("the script's words take about %.0f of %g s, and none are added: pictures and music carry the rest. Write more of it%s", need, w.secs, w.shorter(math.Ceil(need*1.15))))
}
