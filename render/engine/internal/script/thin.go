package script

import (
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// longestWait is how long a scene should stand at most, on average, without speech.
const longestWait = 3.4

// reflection is what is said where a prompt names a topic and tells nothing of it:
// viewers are asked. Nothing in it is a claim about the topic.
type reflection struct {
	first, know, want, picture, write, back string
	three                                   string   // announces the questions
	questions                               []string // as they are said in a list
	look                                    []string // what to do about them
	backHead                                string
}

var reflections = map[string]*reflection{
	"en": {first: "What comes to mind first?", know: "What do you know about it already?", want: "And what would you like to find out?",
		picture: "Take a moment and picture it.", write: "Write down what surprises you.", back: "Now go back to your first answer. Is it still the same?", backHead: "Is it still the same?",
		three: "Ask three questions: %s.", questions: []string{"what happens", "how it works", "why it matters"}, look: []string{"look it up", "ask somebody who knows", "compare the answers"}},
	"de": {first: "Was fällt Ihnen als Erstes ein?", know: "Was wissen Sie schon darüber?", want: "Und was möchten Sie herausfinden?",
		picture: "Nehmen Sie sich einen Moment und stellen Sie es sich vor.", write: "Notieren Sie, was Sie überrascht.", back: "Gehen Sie nun zurück zu Ihrer ersten Antwort. Ist sie noch dieselbe?", backHead: "Ist sie noch dieselbe?",
		three: "Drei Fragen führen weiter: %s.", questions: []string{"was geschieht", "wie es funktioniert", "warum es wichtig ist"}, look: []string{"nachschlagen", "jemanden fragen, der es weiß", "Antworten vergleichen"}},
	"es": {first: "¿Qué es lo primero que le viene a la mente?", know: "¿Qué sabe ya de este tema?", want: "¿Y qué le gustaría descubrir?",
		picture: "Tómese un momento e imagíneselo.", write: "Anote lo que le sorprenda.", back: "Vuelva ahora a su primera respuesta. ¿Sigue siendo la misma?", backHead: "¿Sigue siendo la misma?",
		three: "Tres preguntas ayudan: %s.", questions: []string{"qué ocurre", "cómo funciona", "por qué importa"}, look: []string{"busque información", "pregunte a quien sepa", "compare las respuestas"}},
	"fr": {first: "Qu'est-ce qui vous vient d'abord à l'esprit ?", know: "Que savez-vous déjà ?", want: "Et qu'aimeriez-vous découvrir ?",
		picture: "Prenez un instant pour l'imaginer.", write: "Notez ce qui vous surprend.", back: "Revenez maintenant à votre première réponse. Est-elle toujours la même ?", backHead: "Est-elle toujours la même ?",
		three: "Trois questions aident à avancer : %s.", questions: []string{"ce qui se passe", "comment ça marche", "pourquoi c'est important"}, look: []string{"cherchez", "demandez à quelqu'un qui sait", "comparez les réponses"}},
	"it": {first: "Qual è la prima cosa che le viene in mente?", know: "Che cosa ne sa già?", want: "E che cosa le piacerebbe scoprire?",
		picture: "Si prenda un momento e provi a immaginare.", write: "Annoti ciò che la sorprende.", back: "Ora torni alla sua prima risposta. È ancora la stessa?", backHead: "È ancora la stessa?",
		three: "Tre domande aiutano: %s.", questions: []string{"che cosa succede", "come funziona", "perché è importante"}, look: []string{"cerchi informazioni", "chieda a chi lo sa", "confronti le risposte"}},
	"pt": {first: "O que lhe vem primeiro à mente?", know: "O que já sabe sobre isso?", want: "E o que gostaria de descobrir?",
		picture: "Pare um momento e imagine.", write: "Anote o que o surpreende.", back: "Volte agora à sua primeira resposta. Continua a mesma?", backHead: "Continua a mesma?",
		three: "Três perguntas ajudam: %s.", questions: []string{"o que acontece", "como funciona", "por que importa"}, look: []string{"pesquise", "pergunte a quem sabe", "compare as respostas"}},
	"nl": {first: "Wat komt er als eerste in u op?", know: "Wat weet u er al over?", want: "En wat zou u willen ontdekken?",
		picture: "Neem even de tijd en stel het u voor.", write: "Schrijf op wat u verrast.", back: "Ga nu terug naar uw eerste antwoord. Is het nog hetzelfde?", backHead: "Is het nog hetzelfde?",
		three: "Drie vragen helpen verder: %s.", questions: []string{"wat er gebeurt", "hoe het werkt", "waarom het belangrijk is"}, look: []string{"zoek het op", "vraag iemand die het weet", "vergelijk de antwoorden"}},
}

// thin tells whether a prompt names what its video is about and says nothing of it.
func (w *writer) thin() bool {
	if w.b.Level != prompt.Topic || reflections[w.w.code] == nil || w.untrimmed > 0 {
		return false
	}
	for _, b := range w.beats {
		if !b.opener && b.role != prompt.Action && len(b.words) > 0 {
			return false
		}
	}
	return len(w.beats) > 0
}

// reflect asks the viewers of a video that has only its topic, as often as its length
// needs, before the way in which it ends.
func (w *writer) reflect() {
	g, r := w.w, reflections[w.w.code]
	line := func(words ...string) *beat {
		b := &beat{words: words, role: prompt.Body, opener: true, plain: true}
		b.Kind, b.Headline = scene.Statement, w.headline(words[len(words)-1], 46)
		return b
	}
	list := func(kind scene.Kind, say string, items []string) *beat {
		b := &beat{words: []string{say}, role: prompt.Body, opener: true}
		b.Kind, b.Headline = kind, w.bare(say)
		for i, t := range items {
			it := scene.Item{Title: prompt.Upper(t), Icon: icon(t)}
			if kind == scene.Process {
				it.Label, b.Headline = strconv.Itoa(i+1), g.stepsHead
			}
			b.Items = append(b.Items, it)
		}
		if head, _, ok := strings.Cut(say, ":"); ok {
			b.Headline = strings.TrimSpace(head)
		}
		cues(b)
		return b
	}
	all := []*beat{ // in the order that they are told
		line(r.first),
		line(r.picture),
		line(r.know),
		line(r.want),
		list(scene.Points, g.fill(r.three, g.join(r.questions)), r.questions),
		list(scene.Process, prompt.Upper(prompt.Stop(g.join(r.look))), r.look),
		line(r.write),
		line(r.back),
	}
	all[7].Headline = r.backHead
	use := map[int]bool{}
	with := func() []*beat {
		var out []*beat
		for i, b := range all {
			if use[i] {
				out = append(out, b)
			}
		}
		return out
	}
	for _, i := range []int{0, 4, 3, 5, 2, 7, 6, 1} {
		said := w.spokenSeconds(append(append([]*beat{}, w.beats...), with()...))
		if (w.secs-said)/float64(len(w.beats)+len(use)+1) <= longestWait {
			break
		}
		use[i] = true
	}
	at := len(w.beats)
	if w.beats[at-1].role == prompt.Action {
		at--
	}
	w.beats = append(w.beats[:at:at], append(with(), w.beats[at:]...)...)
	w.note(0, "the prompt gives the topic and no facts, and none are invented: the video asks its viewers. Write down what it should tell, or name files with facts in context")
}
