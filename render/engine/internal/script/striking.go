package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// striking opens a video with the fact that has its most striking number, a share of
// people or things, where the prompt says nothing of its opening: "8 in 10 dogs over
// three show signs of gum disease." It returns that beat and the others, or nil.
func (w *writer) strikingFirst(body []*telling.Beat) (*telling.Beat, []*telling.Beat) {
	switch w.Brief.Purpose {
	case brief.Social, brief.Pitch, brief.Launch, brief.Demo, brief.Training, brief.Explainer, "":
	default:
		return nil, body // reports and invitations begin with what they are
	}
	if reportNoun.MatchString(w.Brief.Subject) || w.Wording.Code != "en" || w.Brief.Level != brief.Topic || len(body) < 3 || w.sober() || w.Brief.Subject == "" || w.Brief.Guessed || w.chaptered(body) {
		return nil, body
	}
	for i, b := range body {
		if b.Kind != scene.Number || b.Figure == nil || len(b.Words) != 1 || len(b.Items) > 0 || b.Question != "" || b.Changed || b.Chapter != "" || b.Verbatim || b.Language != "" || b.Turn > 0 {
			continue
		}
		s := b.Words[0]
		share := false
		for _, f := range w.Figures(s) {
			share = share || f.Score >= 6
		}
		if !share || w.Seconds(s, "") > titleSentence || byThemselves.MatchString(s) || offers.MatchString(s) || strings.Contains(s, ": ") || strings.Contains(s, w.Brief.Subject) || w.Brief.Company != "" && strings.Contains(s, w.Brief.Company) || i+1 < len(body) && leansBack.MatchString(body[i+1].Text()) {
			continue
		}
		rest := append(append([]*telling.Beat{}, body[:i]...), body[i+1:]...)
		b.Struck = true
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
