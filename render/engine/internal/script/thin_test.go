package script

import (
	"context"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// A prompt that names a topic and no facts is no minute of silence: its viewers are
// asked, in beats that are spread over the length, and a note says what is missing.
func TestTopicAloneAsks(t *testing.T) {
	t.Parallel()
	for text, lang := range map[string]string{
		"Make a 60 s video about tides": "en", "Make a video about washing your hands.": "en", "Create a 45 second video about our new office for our customers.": "en",
		"Erstelle ein Video von 40 Sekunden über Gezeiten.": "de", "Crea un video de 40 segundos sobre las mareas.": "es", "Crée une vidéo de 40 secondes sur les marées.": "fr",
		"Crea un video di 40 secondi sulle maree.": "it", "Crie um vídeo de 40 segundos sobre as marés.": "pt", "Maak een video van 40 seconden over getijden.": "nl",
		"أنشئ فيديو مدته 45 ثانية عن فوائد المشي": "ar", "צרו סרטון של 45 שניות על יתרונות ההליכה": "he",
		"Erklärvideo: Wie funktioniert eine Wärmepumpe?": "de", "Pourquoi trier ses biodéchets ?": "fr", "¿Cómo se recicla el vidrio? Vídeo de 40 segundos.": "es", "Perché donare il sangue?": "it",
		"Quais são os benefícios da caminhada?": "pt", "כיצד עובדת משאבת חום?": "he", "كيف يعمل الضمان الصحي؟": "ar", "Why do cats purr?": "en",
	} {
		b, err := Write(context.Background(), Request{Spec: manifest.Spec{PositivePrompt: text}})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(b.Language, lang) {
			t.Errorf("%q is in %s", text, b.Language)
		}
		w := &telling.Writer{Lang: b.Language}
		spoken, questions, silent := 0.0, 0, 0
		for i, s := range b.Scenes {
			spoken += w.Seconds(s.Say, "")
			questions += strings.Count(s.Say, "?") + strings.Count(s.Say, "؟")
			if s.Say == "" {
				silent++
			}
			if i > 1 && s.Kind == b.Scenes[i-1].Kind && s.Kind == b.Scenes[i-2].Kind {
				t.Errorf("%q: three %s in a row", text, s.Kind)
			}
			if telling.DigitsRE.MatchString(s.Say) {
				t.Errorf("%q invents a number: %q", text, s.Say)
			}
		}
		if wait := (b.Seconds - spoken) / float64(len(b.Scenes)); wait > 4 || questions < 2 || silent > 1 {
			t.Errorf("%q waits %.1f s in each of %d scenes and asks %d questions", text, wait, len(b.Scenes), questions)
		}
		notes := ""
		for _, n := range b.Notes {
			notes += n.Text
		}
		if !strings.Contains(notes, "no facts") || !strings.Contains(notes, "context") {
			t.Errorf("%q: the notes do not say what is missing: %s", text, notes)
		}
		if board.Check(b) != nil || board.Risk(b).Total >= 2 {
			t.Errorf("%q: %v, risk %+v", text, board.Check(b), board.Risk(b))
		}
	}
	// The kind of the topic decides what is asked.
	for text, want := range map[string]string{
		"Make a video about the benefits of walking to work.": "Which benefit comes to mind first?", "Make a video about how to tie a bowline knot.": "Which step would you take first?",
		"Make a video about tea vs coffee.": "Which one would you choose?", "Make a video about why cats purr.": "What would you answer?",
		"Announce our new office in Porto in a 40 second video.": "What do you want to know first?",
	} {
		if got := said(t, text, 60); !strings.Contains(got, want) {
			t.Errorf("%q asks %q", text, got)
		}
	}
	// Facts are told, and nobody is asked what they would like to know.
	b := boardOfText(t, "Make a 20 second video about tides. The moon pulls the sea. Twice a day the water rises. Twice a day it falls. The sun helps.")
	for _, s := range b.Scenes {
		if strings.Contains(s.Say, "?") || s.Kind == scene.Grid && strings.Contains(s.Say, "why it matters") {
			t.Errorf("asks %q", s.Say)
		}
	}
}
