package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"sync"

	"gitops.video/render/render"
	"gitops.video/render/render/engine/internal/avatar"
	"gitops.video/render/render/engine/internal/cache"
	"gitops.video/render/render/engine/internal/caption"
	"gitops.video/render/render/engine/internal/encode"
	"gitops.video/render/render/engine/internal/ffmpeg"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/motion"
	"gitops.video/render/render/engine/internal/policy"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/sound"
	"gitops.video/render/render/engine/internal/text"
)

// show is a video ready to be drawn: a storyboard with its times, colours, fonts
// and pictures.
type show struct {
	job   render.Job
	board *scene.Storyboard
	talk  *talk
	set   encode.Settings
	theme look.Theme
	fonts *text.Fonts
	files *files
	cache *cache.Dir
	build string // what drew and encoded: part of every key; "" until something is to be kept
	notes []string
	laid  *laidOut // nil = nobody draws
	still bool     // for one picture: presenters hold still

	preparing sync.Mutex
}

// settings are the encoder's settings for a job and its storyboard.
func settings(job render.Job, b *scene.Storyboard) (encode.Settings, error) {
	s := encode.Settings{Size: image.Pt(b.Width, b.Height), FPS: b.FPS, Quality: job.Spec.OutputQuality, Draft: job.Draft}
	var err error
	if s.Format, err = encode.ParseFormat(job.Spec.OutputFormat); err != nil {
		return s, &render.Failure{Class: render.ClassValidation, Code: "invalidOutputFormat", Message: err.Error(), Terminal: true}
	}
	if s.Quality == 0 {
		s.Quality = 95
	}
	if s.Size.X%2 != 0 || s.Size.Y%2 != 0 || s.Size.X < 64 || s.Size.Y < 64 || s.Size.X > 4096 || s.Size.Y > 4096 {
		return s, &render.Failure{Class: render.ClassValidation, Code: "invalidSize", Terminal: true,
			Message: fmt.Sprintf("%d×%d: the local engine draws even sizes from 64×64 to 4096×4096", s.Size.X, s.Size.Y)}
	}
	if job.Draft {
		s.Size = image.Pt(s.Size.X/4*2, s.Size.Y/4*2)
	}
	return s, nil
}

// layout gathers what drawing needs.
func (e *Engine) layout(ctx context.Context, job render.Job, b *scene.Storyboard, t *talk, set encode.Settings) (*show, error) {
	s := &show{job: job, board: b, talk: t, set: set, cache: e.cache}
	var notes []string
	var err error
	if s.theme, notes, err = look.Derive(b.Look); err != nil {
		return nil, &render.Failure{Class: render.ClassValidation, Code: "invalidLook", Message: err.Error(), Terminal: true}
	}
	s.notes = append(s.notes, notes...)
	if s.files, err = openFiles(ctx, job.Dir, b, e); err != nil {
		return nil, invalidFile(err)
	}
	if err := s.castPresenter(); err != nil {
		return nil, err
	}
	if s.fonts, err = text.New(text.Options{Heading: b.Look.Heading, Body: b.Look.Body, Files: s.files.fonts}); err != nil {
		return nil, &render.Failure{Class: render.ClassValidation, Code: "invalidFont", Message: err.Error(), Terminal: true}
	}
	s.fonts.Check(drawn(b))
	s.notes = append(s.notes, s.fonts.Notes()...)
	for i, sc := range b.Scenes {
		if what := unseen(b, i, set.Size); what != "" {
			s.notes = append(s.notes, fmt.Sprintf("scene %s: %s", sc.ID, what))
		}
	}
	s.notes = append(s.notes, s.coarse()...)
	for _, n := range b.Notes {
		switch {
		case strings.HasPrefix(n.Text, "understood: "): // the storyboard lists it; a run reports what needs a look
		case n.Line > 0:
			s.notes = append(s.notes, fmt.Sprintf("prompt line %d:%d: %s", n.Line, n.Col, n.Text))
		default:
			s.notes = append(s.notes, n.Text)
		}
	}
	if m := b.Music; m.Mood != "" && m.File == "" && !m.Off {
		if name, known := sound.Mood(m.Mood, b.Look.Style); !known {
			s.notes = append(s.notes, fmt.Sprintf("music %q names none of the moods that can be composed (%s); %s plays", m.Mood, strings.Join(sound.Moods(), ", "), name))
		}
	}
	return s, nil
}

// mostEnlarged is how many times as large as it is a picture may be shown before it looks
// blurred.
const mostEnlarged = 3

// coarse notes the scenes whose picture or film is too small for the frame.
func (s *show) coarse() []string {
	var out []string
	for _, sc := range s.board.Scenes {
		if sc.Kind != scene.Footage || sc.Asset == "" {
			continue
		}
		size := image.Pt(s.files.films[sc.Asset].Width, s.files.films[sc.Asset].Height)
		if p := s.files.pictures[sc.Asset]; p != nil {
			size = p.Bounds().Size()
		}
		if size.X == 0 || size.Y == 0 {
			continue
		}
		if k := min(float64(s.set.Size.X)/float64(size.X), float64(s.set.Size.Y)/float64(size.Y)); k > mostEnlarged {
			out = append(out, fmt.Sprintf("scene %s: %s has %d×%d pixels, which %d×%d show %.1f times as large, blurred: a larger file stays sharp", sc.ID, sc.Asset, size.X, size.Y, s.set.Size.X, s.set.Size.Y, k))
		}
	}
	return out
}

// drawn is every word of a storyboard that is seen, captions included.
func drawn(b *scene.Storyboard) string {
	seen := *b
	seen.Scenes = slices.Clone(b.Scenes)
	for i := range seen.Scenes {
		s := &seen.Scenes[i]
		if s.Say = scene.Plain(s.Say); cmp.Or(s.Captions, b.Captions) == "off" {
			s.Say = ""
		}
	}
	return policy.Text(&seen)
}

// invalidFile is a file that its owner has to mend.
func invalidFile(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, ffmpeg.ErrMissing) {
		return err
	}
	return &render.Failure{Class: render.ClassValidation, Code: "invalidFile", Message: err.Error(), Terminal: true}
}

// castPresenter refuses presenters that cannot be drawn and notes who stands in.
func (s *show) castPresenter() error {
	p := s.board.Presenter
	var ids []string
	switch {
	case p.None:
		return nil
	case p.Photo != "":
		if err := avatar.CheckPhoto(s.files.photo); err != nil {
			return &render.Failure{Class: render.ClassValidation, Code: "invalidPhoto", Message: "inputs.image: " + err.Error(), Terminal: true}
		}
	default:
		ids = append(ids, p.ID)
	}
	for _, who := range s.board.Speakers {
		if who.Presenter != "" {
			ids = append(ids, who.Presenter)
		}
	}
	for _, id := range ids {
		_, instead, err := avatar.Match(id)
		if err != nil {
			return &render.Failure{Class: render.ClassValidation, Code: "invalidAvatar", Message: err.Error(), Terminal: true}
		}
		if instead != "" {
			s.notes = append(s.notes, fmt.Sprintf("avatar %q is not drawn here: %s stands in (render avatars list shows all)", id, instead))
		}
	}
	return nil
}

func (s *show) seconds() float64 {
	last := s.talk.cuts[len(s.talk.cuts)-1]
	return float64(last.First+last.Count) / float64(s.set.FPS)
}

// sceneSeconds is how long scene i lasts for itself. Its layers go on moving after that.
func (s *show) sceneSeconds(i int) float64 {
	return float64(s.talk.cuts[i].Own) / float64(s.set.FPS)
}

// ends is when the programme ends, in the time of scene i; 0 = another scene follows.
func (s *show) ends(i int) float64 {
	if i < len(s.talk.cuts)-1 {
		return 0
	}
	return float64(s.talk.cuts[i].Count) / float64(s.set.FPS)
}

// stage lays scene i out: its own layers, the presenter in its slot, captions on top.
// Its films play in p.
func (s *show) stage(i int, p *projector) (*scene.Stage, error) {
	b, _ := s.alone(i)
	lines := s.talk.cuts[i].Lines
	st, err := s.content(i, p)
	if err != nil {
		return nil, err
	}
	s.laid.tell(i, st.Hits)
	if st.Slot != nil {
		who, err := avatar.Build(avatar.Input{
			Person: b.Presenter, Photo: s.files.photo, Slot: *st.Slot, Lines: lines, Seconds: s.sceneSeconds(i), Seed: b.Seed,
			Size: s.set.Size, Primary: s.theme.P, Accent: s.theme.A, Greeting: s.greets(i), Closing: s.takesLeave(i), Posed: s.still,
		})
		if err != nil {
			return nil, fmt.Errorf("scene %s: presenter: %w", s.board.Scenes[i].ID, err)
		}
		if st.Slot.Enter != nil {
			for k := range who {
				who[k] = carried{who[k], st.Slot.Enter}
			}
		}
		st.Layers = slices.Insert(st.Layers, st.SlotAt, who...)
	}
	if b.Captions != "off" && !st.Captions.Empty() && len(lines) > 0 {
		over, err := caption.Layers(caption.Input{
			Pages: s.scenePages(i, 0), Theme: &s.theme, Fonts: s.fonts, Zone: st.Captions, Size: s.set.Size, Mode: b.Captions,
			Moves: st.Slot != nil && st.Slot.Window.Overlaps(st.Captions),
		})
		if err != nil {
			return nil, fmt.Errorf("scene %s: captions: %w", s.board.Scenes[i].ID, err)
		}
		st.Layers = append(st.Layers, over...)
	}
	return st, nil
}

// content is scene i without its presenter and captions.
func (s *show) content(i int, p *projector) (*scene.Stage, error) {
	b, at := s.alone(i)
	st, err := motion.Build(motion.Input{
		Board: b, Index: at, Theme: &s.theme, Fonts: s.fonts, Size: s.set.Size, Seconds: s.sceneSeconds(i), Ends: s.ends(i),
		Lines: s.talk.cuts[i].Lines, Logo: s.files.logo, Assets: s.files.pictures, Films: p, Captions: b.Captions != "off",
	})
	if err != nil {
		return nil, fmt.Errorf("scene %s: %w", s.board.Scenes[i].ID, err)
	}
	return st, nil
}

// carried moves and fades a layer with the window that it is seen through.
type carried struct {
	scene.Layer
	by scene.Layer
}

// At implements [scene.Layer].
func (c carried) At(t float64) scene.Pose {
	p, by := c.Layer.At(t), c.by.At(t)
	if p.Sprite == nil {
		return p
	}
	dx, dy := math.Round(by.X), math.Round(by.Y)
	p.X, p.Y, p.Alpha = p.X+dx, p.Y+dy, p.Alpha*by.Alpha
	if !p.Clip.Empty() {
		p.Clip = p.Clip.Add(image.Pt(int(dx), int(dy)))
	}
	if !by.Clip.Empty() {
		if p.Clip.Empty() {
			p.Clip = by.Clip
		} else if p.Clip = p.Clip.Intersect(by.Clip); p.Clip.Empty() {
			return scene.Pose{}
		}
	}
	return p
}

// credits names what spoke and whom the pictures are by, as their licences ask.
func (s *show) credits() string {
	var all []string
	for _, v := range s.talk.voices {
		if said := "Voice: " + v.Name; v.Name != "" && !slices.Contains(all, said) {
			all = append(all, said)
		}
	}
	for _, sc := range s.board.Scenes {
		if sc.Credit != "" && !slices.Contains(all, sc.Credit) {
			all = append(all, sc.Credit)
		}
	}
	return strings.Join(all, ". ")
}
