package script

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/board"
	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/casting"
	"gitops.video/render/render/engine/internal/folder"
	"gitops.video/render/render/engine/internal/look"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// dress gives the storyboard its look, music, stages, framings, transitions and notes.
func (w *writer) dress(b *scene.Storyboard) {
	w.look(b)
	w.speakers(b)
	w.sound(b)
	w.sides(b)
	w.lowerThird(b)
	stages(b)
	w.grounds(b)
	w.transitions(b)
	w.literals(b)
	w.styled(b)
	w.vary2(b)
	w.account(b)
	if s := board.Risk(b); s.Total >= 2.5 {
		w.Note(0, fmt.Sprintf("slideshow risk %.1f of 5: %s", s.Total, strings.Join(s.Reasons, ", ")))
	}
	slices.SortStableFunc(w.Notes, func(x, y scene.Note) int { return cmp.Compare(x.Line, y.Line) })
	b.Notes = append(b.Notes, w.Notes...)
	for _, word := range slices.Sorted(maps.Keys(w.r.Spec.Pronounce)) {
		b.Pronounce = append(b.Pronounce, scene.Sounded{Word: word, As: w.r.Spec.Pronounce[word]})
	}
}

// look takes the brand's values, then the prompt's over them.
func (w *writer) look(b *scene.Storyboard) {
	l := &b.Look
	l.Style = "default"
	if br := w.r.Spec.Brand; br != nil {
		l.Primary, l.Accent, l.Background, l.Text = br.Colors["primary"], br.Colors["accent"], br.Colors["background"], br.Colors["text"]
		l.Logo, l.LogoText = br.Logo, w.brandName()
		if br.Font != nil {
			l.Heading, l.Body, l.FontFiles = br.Font.Heading, br.Font.Body, folder.Fonts(w.r.Dir, br.Font.Files)
		}
		if br.Style != "" {
			l.Style = look.StyleName(br.Style)
		}
		if br.Watermark != "" {
			l.Watermark = br.Watermark
		}
	} else {
		l.LogoText = w.brandName()
	}
	l.Logo = cmp.Or(l.Logo, w.logo)
	if w.Brief.Look.Style != "" {
		l.Style = w.Brief.Look.Style
	}
	if s := w.r.Spec.Style; s != "" {
		if l.Style = look.StyleName(s); l.Style == "" {
			br := prompt.Parse("STYLE: " + s)
			l.Style = cmp.Or(br.Look.Style, "default")
			w.colors(l, br.Look.Colors)
			w.Note(0, "style \""+s+"\" is no preset: its colours and words are used")
		}
	}
	w.colors(l, w.Brief.Look.Colors)
	if l.Style == "gradient" && w.Brief.Look.Named != "" && l.Background != "" {
		l.Style = "default" // a gradient would hide the ground that the block asks for
	}
	if f := w.Brief.Look.Font; f != "" {
		l.Heading, l.Body = f, cmp.Or(w.Brief.Look.Body, f)
	} else if f := w.Brief.Look.Body; f != "" {
		l.Body = f
	} else if t := w.Brief.Look.Type; strings.HasPrefix(t, "mono") || t == "typewriter" {
		l.Heading = cmp.Or(l.Heading, "JetBrains Mono")
	} else if t != "" && !strings.HasPrefix(t, "sans") && !strings.HasPrefix(t, "gro") && t != "geometric" && l.Heading == "" {
		w.Note(0, "\""+t+"\" type is not built in, so Inter is drawn: name a font, with its files in the brand's font.files")
	}
	switch {
	case w.Brief.Look.Dark && l.Background == "":
		l.Background = "#0B1020"
	case w.Brief.Look.Light && l.Background == "":
		l.Background = "#F8FAFC"
	}
}

// The people to choose from when the entry names nobody, the hero first.
var (
	women = []string{"maya", "amara", "sofia", "priya", "mei", "grace", "nadia", "layla"}
	men   = []string{"daniel", "kenji", "arjun", "thomas", "malik", "diego", "luca", "omar"}
)

// person chooses a presenter by gender; variants of one entry get different people.
func (w *writer) person() string {
	g := w.Brief.Presenter.Gender
	if g == "" {
		g = phrase.GenderOfName(w.Brief.Presenter.Name)
	}
	if g == "" {
		g = w.Brief.Voice
	}
	if v := w.r.Spec.Voice; g == "" && v != nil {
		if g = v.Gender; w.r.VoiceGender != nil { // a voice's name goes before what else is said of it
			g = cmp.Or(w.r.VoiceGender(v.Name), g)
		}
	}
	if first := strings.ToLower(cmp.Or(strings.Fields(w.Brief.Presenter.Name + " x")...)); w.Brief.Presenter.Name != "" && (slices.Contains(women, first) || slices.Contains(men, first)) {
		return first // the catalogue has somebody of that name
	}
	from := women
	if g == "male" {
		from = men
	}
	return from[w.r.Variant%len(from)]
}

// cast chooses the presenter and the voice.
func (w *writer) cast(b *scene.Storyboard) {
	p := &b.Presenter
	in := w.r.Spec.Inputs
	switch {
	case w.Brief.Presenter.None:
		p.None = true
		if w.Brief.Silent {
			w.Note(w.Brief.Presenter.Line, "no voice-over: nobody is seen or heard, and what scenes show tells them")
		} else if in != nil && (in.Avatar != "" || in.Image != "") {
			w.Note(w.Brief.Presenter.Line, "the prompt says no avatar: the entry's presenter is not shown")
		} else {
			w.Note(w.Brief.Presenter.Line, "no avatar: motion graphics and voice-over only")
		}
	case in != nil && in.Image != "":
		p.Photo = in.Image
	case in != nil && in.Avatar != "":
		p.ID = in.Avatar
	case w.Brief.Presenter.ID != "":
		p.ID = w.Brief.Presenter.ID
	default:
		p.ID = w.person()
		if look := w.Brief.Presenter.Look; look != "" {
			id, found := casting.Nearest(w.r.Faces, look, cmp.Or(w.Brief.Presenter.Gender, phrase.GenderOfName(w.Brief.Presenter.Name)))
			p.ID = cmp.Or(id, p.ID)
			w.Note(w.Brief.Presenter.Line, casting.Note(look, id, found))
		}
	}
	p.Set = w.Brief.Look.Set
	v := &b.Voice
	if s := w.r.Spec.Voice; s != nil {
		*v = scene.Voice{Name: s.Name, Gender: s.Gender, Pace: s.Pace, Sample: s.Sample, Consent: s.Consent, Transcript: s.Transcript, Breaths: s.Breaths}
	}
	if v.Gender == "" {
		v.Gender = cmp.Or(w.Brief.Voice, w.Brief.Presenter.Gender, phrase.GenderOfName(w.Brief.Presenter.Name))
	}
	if v.Pace == 0 {
		v.Pace = w.Brief.Pace
	}
}

// sound sets music and captions.
func (w *writer) sound(b *scene.Storyboard) {
	m := &b.Music
	switch s := w.r.Spec.Music; {
	case s != nil:
		m.Mood, m.File, m.Off, m.Loudness = s.Mood, s.File, s.Off, s.Loudness
	case w.Brief.Music.Off:
		m.Off = true
	default:
		m.Mood, m.Level = w.Brief.Music.Mood, w.Brief.Music.Level
	}
	if m.Mood == "" && m.File == "" && !m.Off {
		if m.Mood = moodOf(w.Brief); w.sober() && w.Brief.Look.Mood == "" {
			m.Mood = "serious"
		}
	}
	b.Captions = "word"
	if w.Brief.Captions != "" {
		b.Captions = w.Brief.Captions
	}
	if c := w.r.Spec.Captions; c != nil && c.Mode != "" {
		b.Captions = c.Mode
	}
}

func moodOf(b *brief.Brief) string {
	if b.Look.Mood != "" {
		return b.Look.Mood
	}
	switch b.Purpose {
	case brief.Launch, brief.Social, brief.Release, brief.Event:
		return "uplifting"
	case brief.Training:
		return "calm"
	case brief.News:
		return "serious"
	case brief.Onboarding, brief.Hiring:
		return "warm"
	}
	return "corporate"
}

// sides puts the presenter where the prompt wants them, and as close, in every scene
// that says nothing else.
func (w *writer) sides(b *scene.Storyboard) {
	for i := range b.Scenes {
		s := &b.Scenes[i]
		if s.Presenter == "" && (s.Kind == scene.Presenter || s.Kind == scene.Points) {
			s.Presenter = w.Brief.Presenter.Side
		}
		if s.Kind == scene.Presenter && w.Brief.Presenter.Framing != "" && (i >= len(w.Brief.Scenes) || w.Brief.Scenes[i].Framing == "") {
			s.Framing = w.Brief.Presenter.Framing
		}
	}
}

// lowerThird names the presenter in the first scene that shows one.
func (w *writer) lowerThird(b *scene.Storyboard) {
	if b.Presenter.None || w.r.Spec.Brand != nil && w.r.Spec.Brand.LowerThird != nil && !*w.r.Spec.Brand.LowerThird {
		return
	}
	for _, s := range b.Scenes {
		if s.LowerThird != nil {
			return
		}
	}
	name, role := w.Brief.Presenter.Name, w.Brief.Presenter.Role
	if name == "" {
		name = ownName(b)
	}
	if name == "" && w.Brief.Level != brief.Scenes { // a plan names those whom it wants named
		name = telling.FirstName(b.Presenter.ID)
	}
	if name == "" {
		return
	}
	if logo := b.Look.LogoText; role == "" && w.Brief.Purpose != brief.Event && (w.r.Spec.Brand != nil || !(w.Brief.Guessed && w.Brief.Level == brief.Topic) && prose.Words(logo) <= 3 && !telling.StreetNumber.MatchString(logo+" ") && !strings.HasPrefix(logo, "Version ")) {
		role = logo // nobody works for an address or a version
	}
	for i := range b.Scenes {
		if b.Scenes[i].Kind == scene.Presenter && b.Scenes[i].Presenter != "none" && b.Scenes[i].Speaker == "" && len(b.Speakers) == 0 {
			b.Scenes[i].LowerThird = &scene.LowerThird{Name: name, Role: role}
			return
		}
	}
}

// ownName is the name that the presenter gives in their first words: "Hi, I'm Kenji."
func ownName(b *scene.Storyboard) string {
	for _, s := range b.Scenes {
		if s.Kind == scene.Presenter && s.Presenter != "none" && s.Speaker == "" {
			if m := namesSelf.FindStringSubmatch(s.Say); m != nil && !fromThere.MatchString(m[1]) {
				return m[1]
			}
			return ""
		}
	}
	return ""
}

var (
	namesSelf = pattern.New(`(?:^|[^\p{L}])(?i:i['’]m|i am|my name is|my name['’]s|this is|ich heiße|ich heisse|mein name ist|hier ist|soy|me llamo|mi nombre es|je suis|je m['’]appelle|sono|mi chiamo|eu sou|me chamo|o meu nome é|meu nome é|ik ben|mijn naam is) ((?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?:$|[,.!]|\s(?:and|from|at|of|here|with|und|von|aus|y|de|et|du|e|di|da|en|van)\b)`)
	// fromThere are where somebody comes from: "I'm French, and …".
	fromThere = pattern.New(`(?:ish|ese|French|German|Greek|Dutch|Swiss|Italian|American|Canadian|Indian|Australian|Brazilian|Mexican|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$`)
)

// stages sees to it that no stage comes three times running.
func stages(b *scene.Storyboard) {
	for i := 2; i < len(b.Scenes); i++ {
		x, y, z := board.StageOf(b.Scenes[i-2]), board.StageOf(b.Scenes[i-1]), board.StageOf(b.Scenes[i])
		if x != y || y != z || z == "set" || z == "footage" || strings.HasPrefix(z, "#") { // as the prompt asks
			continue
		}
		next := "brand"
		if z == "brand" {
			next = "ink"
		}
		b.Scenes[i-1].Stage = next
	}
}

// styleTransitions are the presets' own: within a chapter, into the next one and the
// end card, into figures.
var styleTransitions = map[string][3]string{
	"bold": {"smash", "iris", "pop"}, "cartoon": {"pop", "iris", "smash"}, "flat": {"push", "iris", "smash"},
	"cinematic": {"dissolve", "fade", "dissolve"}, "retro": {"stripes", "iris", "iris"}, "gradient": {"push", "liquid", "smash"},
}

// transitions follow the look's rule: push within a chapter, a wipe into the
// next one, a smash cut into figures, a cut at the start; styles have their own.
func (w *writer) transitions(b *scene.Storyboard) {
	kinds, ok := styleTransitions[b.Look.Style]
	if !ok {
		kinds = [3]string{"push", "cellwipe", "smash"}
	}
	for i := range b.Scenes {
		s := &b.Scenes[i]
		switch {
		case s.Transition.Kind != "":
			if i > 0 && s.Transition.Kind == w.Brief.Transition && s.Transition.Seconds == 0 {
				s.Transition.Seconds = w.Brief.CutSeconds
			}
		case i == 0:
			s.Transition.Kind = "cut"
		case w.Brief.Transition != "":
			s.Transition.Kind, s.Transition.Seconds = w.Brief.Transition, w.Brief.CutSeconds
		case s.Kind == scene.Chapter || s.Kind == scene.End:
			s.Transition.Kind = kinds[1]
		case s.Kind == scene.Number:
			s.Transition.Kind = kinds[2]
		default:
			s.Transition.Kind = kinds[0]
		}
	}
}
