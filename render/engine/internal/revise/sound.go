package revise

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/scene"
)

func (e *editor) music(x edit.Edit) (string, error) {
	if len(x.Scenes) > 0 {
		mood := cmp.Or(x.Values["mood"], x.Values["energy"])
		return e.musicIn(x, "is "+mood, func(c *scene.Cue) error { c.Mood, c.Off = mood, false; return nil })
	}
	keep := e.b.Music
	if x.File != "" {
		if err := folder.Exists(e.entry.Dir, x.File); err != nil {
			return "", err
		}
		e.b.Music = scene.Music{File: path.Clean(x.File), Loudness: keep.Loudness, Level: keep.Level}
		return "the music is " + e.b.Music.File, nil
	}
	e.b.Music = scene.Music{Mood: cmp.Or(x.Values["mood"], x.Values["energy"]), Loudness: keep.Loudness, Level: keep.Level}
	return "the music is " + e.b.Music.Mood, nil
}

var musicMoods = []string{"uplifting", "warm", "corporate", "tech", "calm", "energetic", "serious"}

func (e *editor) otherMusic(edit.Edit) (string, error) {
	mood := musicMoods[(slices.Index(musicMoods, e.b.Music.Mood)+1)%len(musicMoods)]
	e.b.Music = scene.Music{Mood: mood, Loudness: e.b.Music.Loudness, Level: e.b.Music.Level}
	return "the music is " + mood, nil
}

// musicIn lets the music do something in some scenes, and after them what it did before.
func (e *editor) musicIn(x edit.Edit, does string, change func(*scene.Cue) error) (string, error) {
	if e.b.Music.Off {
		return "", fmt.Errorf("the video has no music")
	}
	where, err := e.named(x)
	if err != nil {
		return "", err
	}
	told := ""
	for _, i := range where {
		before := scene.Cue{}
		for _, s := range e.b.Scenes[:i+1] {
			if s.Music != nil {
				before = scene.Cue{Mood: cmp.Or(s.Music.Mood, before.Mood), Off: s.Music.Off, Level: s.Music.Level}
			}
		}
		now := before
		if err := change(&now); err != nil {
			return "", err
		}
		e.b.Scenes[i].Music = &now
		if i+1 == len(e.b.Scenes) || e.b.Scenes[i+1].Music != nil {
			continue
		}
		after := before
		if now.Mood != before.Mood {
			if after.Mood = cmp.Or(before.Mood, e.b.Music.Mood); after.Mood == "" {
				told = ", and stays so: name the mood of another scene to change it there"
				after.Mood = now.Mood
			}
		}
		e.b.Scenes[i+1].Music = &after
	}
	return fmt.Sprintf("the music %s in %s%s", does, inScenes(where), told), nil
}

// musicFrom lets the music begin with a scene.
func (e *editor) musicFrom(x edit.Edit) (string, error) {
	i, err := e.one(x.Scenes[0])
	if err != nil {
		return "", err
	}
	switch {
	case e.b.Music.Off:
		return "", fmt.Errorf("the video has no music")
	case i == 0:
		return "", fmt.Errorf("the music begins with scene 1 already")
	}
	for k := range i {
		e.b.Scenes[k].Music = nil
	}
	e.b.Scenes[0].Music = &scene.Cue{Off: true}
	if e.b.Scenes[i].Music == nil {
		e.b.Scenes[i].Music = &scene.Cue{}
	}
	return fmt.Sprintf("the music begins with scene %d", i+1), nil
}

// musicEnds are the seconds in which music fades away that is to fade out.
const musicEnds = 3

func (e *editor) noMusic(x edit.Edit) (string, error) {
	switch {
	case x.Has("since"), x.Has("startverb"):
		return e.musicFrom(x)
	case x.Has("fade"):
		return e.musicIn(x, "fades away", func(c *scene.Cue) error { c.Off, c.Fade = true, musicEnds; return nil })
	case len(x.Scenes) > 0:
		return e.musicIn(x, "is off", func(c *scene.Cue) error { c.Off = true; return nil })
	}
	e.b.Music = scene.Music{Off: true, Loudness: e.b.Music.Loudness}
	return "the music is off", nil
}

// musicLevel makes the music louder or softer under the voice, in steps that are heard.
func (e *editor) musicLevel(x edit.Edit) (string, error) {
	if e.b.Music.Off {
		return "", fmt.Errorf("the video has no music")
	}
	by := 3.0
	if x.Has("quieter") || x.Has("downward") {
		by = -by
	}
	if len(x.Scenes) > 0 {
		does := "is louder"
		if by *= 2; by < 0 { // beside what it is elsewhere it is to be heard
			does = "is quieter"
		}
		return e.musicIn(x, does, func(c *scene.Cue) error {
			if c.Level += by; c.Level < -12 || c.Level > 6 {
				return fmt.Errorf("the music is %g dB from its usual level there, and −12 to 6 dB is the range", c.Level-by)
			}
			return nil
		})
	}
	l := e.b.Music.Level + by
	if l < -12 || l > 6 {
		return "", fmt.Errorf("the music is %g dB from its usual level, and −12 to 6 dB is the range: remove the music, or use other music", e.b.Music.Level)
	}
	e.b.Music.Level = l
	return fmt.Sprintf("the music is %+g dB under the voice", l), nil
}

// loudness makes the whole programme louder or quieter, within what players take.
func (e *editor) loudness(x edit.Edit) (string, error) {
	l := e.b.Music.Loudness
	if l == 0 {
		l = -16
	}
	by := 2.0
	if x.Has("quieter") {
		by = -2
	}
	if l+by > -12 || l+by < -24 {
		return "", fmt.Errorf("the video is at %g LUFS: −24 to −12 is the range", l)
	}
	e.b.Music.Loudness = l + by
	return fmt.Sprintf("the video is at %g LUFS", l+by), nil
}

// captions shows the spoken words of the video or of scenes, word by word or a line at a
// time, or does not. "Only in scene 2" takes them from all others.
func (e *editor) captions(x edit.Edit) (string, error) {
	mode := cmp.Or(x.Values["capmode"], "word")
	if x.Op == edit.NoCaptions {
		mode = "off"
	}
	if len(x.Scenes) == 0 {
		e.b.Captions = mode
		for i := range e.b.Scenes { // the whole video is asked for
			e.b.Scenes[i].Captions = ""
		}
		if mode == "off" {
			return "captions are off", nil
		}
		return "captions: " + mode, nil
	}
	is, err := e.named(edit.Edit{Scenes: x.Scenes})
	if err != nil {
		return "", err
	}
	if x.Has("only") {
		if e.b.Captions != "off" && x.Values["capmode"] == "" {
			mode = cmp.Or(e.b.Captions, mode)
		}
		e.b.Captions = "off"
	}
	for _, i := range is {
		if e.b.Scenes[i].Captions = mode; mode == cmp.Or(e.b.Captions, "word") {
			e.b.Scenes[i].Captions = ""
		}
	}
	switch {
	case mode == "off":
		return "captions are off in " + inScenes(is), nil
	case x.Has("only"):
		return "captions are on in " + inScenes(is) + " alone", nil
	}
	return fmt.Sprintf("captions in %s: %s", inScenes(is), mode), nil
}

func (e *editor) voiceName(x edit.Edit) (string, error) {
	e.b.Voice.Name = strings.ToLower(x.Values["single"])
	return "voice: " + e.b.Voice.Name + ", if render voices list has it", nil
}

func (e *editor) tempo(x edit.Edit) (string, error) {
	p := e.b.Voice.Pace
	if p == 0 {
		p = 1
	}
	by := .08
	if x.Percent > 0 {
		by = p * x.Percent / 100
	}
	if x.Has("faster") {
		p = min(1.2, p+by)
	} else {
		p = max(.85, p-by)
	}
	e.b.Voice.Pace = float64(int(p*100+.5)) / 100
	return fmt.Sprintf("pace %g", e.b.Voice.Pace), nil
}

// language changes who speaks, never the words: those that are in another language
// would have to be translated.
func (e *editor) language(x edit.Edit) (string, error) {
	l := x.Values["lang"]
	if strings.HasPrefix(e.b.Language, l) {
		return "it already is", nil
	}
	var words strings.Builder
	for _, s := range e.b.Scenes {
		words.WriteString(s.Say + " ")
	}
	if x.Op == edit.Language && grammar.Detect(words.String()) == l {
		e.b.Language = l
		return "the words are read as " + l, nil
	}
	return "", fmt.Errorf("the words are %s and only a language model can translate them; write the prompt in that language or set OPENAI_BASE_URL", e.b.Language)
}

// energy makes the whole more lively or calmer: its music and its pace.
func (e *editor) energy(x edit.Edit) (string, error) {
	mood := x.Values["energy"]
	pace := map[string]float64{"energetic": 1.06, "calm": .94, "corporate": .98}[mood]
	e.b.Voice.Pace = pace
	done := fmt.Sprintf("pace %g", pace)
	if pace == 0 {
		done = "natural pace"
	}
	if !e.b.Music.Off && e.b.Music.File == "" && !e.stays["music"] {
		e.b.Music.Mood = mood
		done += ", the music is " + mood
	}
	return done + "; the words stay", nil
}
