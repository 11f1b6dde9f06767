package engine

import (
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// Who speaks in a conversation is heard and seen: every speaker has a voice of their
// own and stands in their own scenes, and what they leave out is the video's.
func TestConversationIsHeardAndSeen(t *testing.T) {
	t.Parallel()
	e := open(t, t.TempDir())
	b := &scene.Storyboard{
		Version: 1, Language: "en", Width: 320, Height: 180, FPS: 10, Seconds: 12,
		Voice: scene.Voice{Pace: 1.1}, Presenter: scene.Person{ID: "maya", Set: "office"},
		Speakers: []scene.Speaker{{Name: "Anna", Voice: scene.Voice{Name: "jenny-older"}, Presenter: "amara"}, {Name: "Ben", Voice: scene.Voice{Name: "jenny-lower"}, Presenter: "daniel"}, {Name: "Cy"}},
		Scenes: []scene.Scene{
			{ID: "a", Kind: scene.Presenter, Say: "Did it hold?", Speaker: "Anna"}, {ID: "b", Kind: scene.Presenter, Say: "Both times.", Speaker: "Ben"},
			{ID: "c", Kind: scene.Presenter, Say: "Good.", Speaker: "Anna"}, {ID: "d", Kind: scene.End, Say: "Ship it."}, {ID: "e", Kind: scene.Presenter, Say: "Now.", Speaker: "Cy"},
		},
	}
	talk := &talk{}
	if err := e.cast(t.Context(), t.TempDir(), b, talk); err != nil {
		t.Fatal(err)
	}
	key := func(i int) string { return talk.voices[talk.by[i]].Key }
	if key(0) == key(1) || key(0) != key(2) || key(3) == key(0) || key(3) == key(1) || key(4) != key(3) {
		t.Errorf("the voices are %q %q %q %q %q", key(0), key(1), key(2), key(3), key(4))
	}
	if u := talk.utterances(b, 1, 1); u[0].Voice.Name != "jenny-lower" || u[0].Voice.Pace != 1.1 {
		t.Errorf("Ben speaks as %+v", u[0].Voice)
	}
	s := &show{board: b}
	seen := func(i int) scene.Person {
		b, _ := s.alone(i)
		return b.Presenter
	}
	for i, want := range []string{"amara", "daniel", "amara", "", "maya"} {
		if p := seen(i); p.ID != want || want != "" && p.Set != "office" {
			t.Errorf("scene %d shows %+v, not %s", i+1, p, want)
		}
	}
	b.Presenter = scene.Person{None: true}
	if p := seen(0); !p.None {
		t.Errorf("nobody shall be seen, and scene 1 shows %+v", p)
	}
}

// Who is seen is who is heard: where nothing says which voice speaks, it is one of the
// presenter's own gender, in every language.
func TestPresenterSpeaksWithAVoiceOfTheirGender(t *testing.T) {
	t.Parallel()
	e := open(t, t.TempDir())
	for _, c := range []struct {
		language  string
		presenter scene.Person
		voice     scene.Voice
		want      string
	}{
		{"en", scene.Person{ID: "daniel"}, scene.Voice{Pace: 1.1}, "Jenny (Dioco), lower"},
		{"en", scene.Person{ID: "maya"}, scene.Voice{}, "Jenny (Dioco)"},
		{"de", scene.Person{ID: "maya"}, scene.Voice{}, "espeak-ng de, female 1"},
		{"de", scene.Person{ID: "thomas"}, scene.Voice{}, "espeak-ng de, male 1"},
		{"en", scene.Person{ID: "daniel"}, scene.Voice{Name: "jenny-older"}, "Jenny (Dioco), older"},
		{"en", scene.Person{ID: "daniel"}, scene.Voice{Gender: "female"}, "Jenny (Dioco)"},
		{"en", scene.Person{ID: "daniel", None: true}, scene.Voice{}, "Jenny (Dioco)"},
	} {
		b := &scene.Storyboard{Language: c.language, Presenter: c.presenter, Voice: c.voice, Scenes: []scene.Scene{{ID: "a", Kind: scene.Presenter, Say: "Ja."}}}
		talk := &talk{}
		if err := e.cast(t.Context(), t.TempDir(), b, talk); err != nil {
			t.Fatal(err)
		}
		if got := talk.voices[talk.by[0]].Name; got != c.want {
			t.Errorf("%+v with %+v in %s: %s speaks, not %s", c.presenter, c.voice, c.language, got, c.want)
		}
	}
}
