package engine

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"path/filepath"
	"strings"

	"gitops.video/render/render/engine/internal/avatar"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/text"
	"gitops.video/render/render/engine/internal/voice"
	"gitops.video/render/render/engine/internal/x264"
)

// Entry is one row of a catalogue.
type Entry struct {
	ID     string `json:"id"`
	Name   string `json:"name,omitempty"`
	Detail string `json:"detail,omitempty"`
}

// Avatars lists the presenters.
func Avatars() []Entry {
	var out []Entry
	for _, a := range avatar.List() {
		out = append(out, Entry{a.ID, a.Name, a.Gender + ", " + a.Looks})
	}
	return out
}

// HasAvatar says whether a presenter answers to an id, be it as another's stand-in.
func HasAvatar(id string) bool {
	_, _, err := avatar.Match(id)
	return err == nil
}

// Encoder names the library that encodes H.264 on this machine ("core 164 r3095
// baee400"); "" where ffmpeg does.
func Encoder() string { return x264.Build() }

// Voices lists the built-in voices.
func Voices() []Entry {
	var out []Entry
	for _, v := range voice.Voices() {
		d := fmt.Sprintf("%s, %s, %s", v.Language, v.Gender, v.Engine)
		if v.Note != "" {
			d += "; " + v.Note
		}
		out = append(out, Entry{v.Name, v.Title, d})
	}
	return out
}

// Styles lists the looks that `style:` may name.
func Styles() []Entry {
	var out []Entry
	for _, s := range look.Styles() {
		out = append(out, Entry{ID: s.Name, Detail: s.About})
	}
	return out
}

// Fonts lists the families inside this program.
func Fonts() []Entry {
	var out []Entry
	for _, f := range text.Families() {
		out = append(out, Entry{ID: f.Name, Detail: f.About})
	}
	return out
}

// FontsLacking names the scripts that no font on this machine draws: their characters are
// left out of the picture.
func FontsLacking() ([]string, error) { return text.Lacking() }

// sheetPeople is how many presenters a contact sheet shows at most.
const sheetPeople = 60

// AvatarSheet writes a PNG of presenters side by side; with one id, of that
// presenter's nine mouth shapes.
func AvatarSheet(w io.Writer, ids []string) error {
	var img *image.RGBA
	var err error
	switch {
	case len(ids) == 1:
		img, err = avatar.Visemes(ids[0])
	case len(ids) == 0:
		for _, a := range avatar.List()[:24] {
			ids = append(ids, a.ID)
		}
		fallthrough
	default:
		if len(ids) > sheetPeople {
			return fmt.Errorf("a sheet shows at most %d presenters, %d were asked for", sheetPeople, len(ids))
		}
		img, err = avatar.People(ids)
	}
	if err != nil {
		return err
	}
	return png.Encode(w, img)
}

// ReadyVoice unpacks the built-in voice, speaks one word with it and says which
// engine spoke. It is what `render doctor` runs.
func ReadyVoice(ctx context.Context, cacheDir string) (string, error) {
	s, err := voice.Open(voice.Options{CacheDir: filepath.Join(cacheDir, "voice")})
	if err != nil {
		return "", err
	}
	defer s.Close()
	take, err := s.Speak(ctx, voice.Utterance{Text: "Ready.", Language: "en", Voice: scene.Voice{}})
	if err != nil {
		return "", err
	}
	if take.Seconds() < .2 {
		return "", errors.New("the voice says nothing")
	}
	who, err := s.Who(ctx, "en", scene.Voice{})
	if err != nil {
		return "", err
	}
	return strings.Join(append([]string{who.Name}, who.Notes...), "; "), nil
}
