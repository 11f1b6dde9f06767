package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
)

// striking opens a video with the fact that has its most striking number, a share of
// people or things, where the prompt says nothing of its opening: "8 in 10 dogs over
// three show signs of gum disease." It returns that beat and the others, or nil.
func (w *writer) strikingFirst(body []*beat) (*beat, []*beat) {
	switch w.b.Purpose {
	case prompt.Social, prompt.Pitch, prompt.Launch, prompt.Demo, prompt.Training, prompt.Explainer, "":
	default:
		return nil, body // reports and invitations begin with what they are
	}
	if reportNoun.MatchString(w.b.Subject) || w.w.code != "en" || w.b.Level != prompt.Topic || len(body) < 3 || w.sober() || w.b.Subject == "" || w.b.Guessed || w.chaptered(body) {
		return nil, body
	}
	for i, b := range body {
		if b.Kind != scene.Number || b.Figure == nil || len(b.words) != 1 || len(b.Items) > 0 || b.question != "" || b.changed || b.Chapter != "" || b.Verbatim || b.Language != "" || b.turn > 0 {
			continue
		}
		s := b.words[0]
		share := false
		for _, f := range w.figures(s) {
			share = share || f.score >= 6
		}
		if !share || w.seconds(s, "") > titleSentence || byThemselves.MatchString(s) || offers.MatchString(s) || strings.Contains(s, ": ") || strings.Contains(s, w.b.Subject) || w.b.Company != "" && strings.Contains(s, w.b.Company) || i+1 < len(body) && leansBack.MatchString(body[i+1].text()) {
			continue
		}
		rest := append(append([]*beat{}, body[:i]...), body[i+1:]...)
		b.struck = true
		return b, rest
	}
	return nil, body
}

var (
	// byThemselves begins a sentence that speaks of us, of you, or of what came before.
	byThemselves = pattern.New(`(?i)^(?:we|our|my|you|your|it|its|they|their|them|that|this|these|those|he|she|i|and|but|so|then|also|with|if|from|until|on average|after|before|now|since|because|instead|save|get|use|try|only|just)\b`)
	// offers are terms and results of what the video is about, not the state of things.
	offers = pattern.New(`(?i)\b(?:it|them|us|up|down|higher|lower|than|last|fell|rose|dropped|grew|grown|cut|reduced|increased|improved|doubled|raised|off|discount|cheaper|faster|savings?|saves?|code|free|interest|apr|vat|tax|tip|alcohol|cotton|recycled|battery|uptime|guarantee|target|goal)\b`)
)
