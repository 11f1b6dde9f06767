package look

// Role is a use of type: sizes in u by orientation, weight, tracking in em, line
// height in sizes, and how much text the layouts are made for.
type Role struct {
	Land, Port float64
	Weight     float64
	Track      float64
	Line       float64
	Display    bool // set in the display cut
}

// The type roles of the art direction.
var (
	HeroNumber = Role{40, 40, 780, -.038, 1, true}
	TitleText  = Role{12.6, 12.4, 760, -.036, .98, true}
	BigHead    = Role{11.6, 12, 760, -.035, 1, true} // chapter, end headline
	QuoteText  = Role{11.6, 9.6, 660, -.033, 1.06, true}
	Headline   = Role{6.3, 8.1, 730, -.026, 1.06, true}
	StatValue  = Role{5.8, 6.2, 720, -.03, 1.1, true}
	CardTitle  = Role{4, 4.5, 690, -.02, 1.12, true}
	Subtitle   = Role{3.4, 4.4, 430, 0, 1.35, false}
	Body       = Role{2.7, 3.2, 440, 0, 1.33, false}
	Label      = Role{2.3, 2.7, 540, 0, 1.25, false}
	CaptionRow = Role{4.1, 5.9, 680, -.014, 1.28, true}
)

// Floor is the smallest size that may reach the screen, in hundredths of the frame's
// short side, for a frame of that width to height: tall ones are watched on phones.
func Floor(aspect float64) float64 {
	switch {
	case aspect > 1.2:
		return 2
	case aspect > .85:
		return 2.2
	}
	return 2.4
}

// Size is the role's size in u.
func (r Role) Size(portrait bool) float64 {
	if portrait {
		return r.Port
	}
	return r.Land
}

// Heavy is the weight of display type that weighs w by default, size u high. Light styles
// keep their hairlines for what is large: on cards they would be thinner than the text below.
func (s Style) Heavy(w, size float64) float64 {
	switch {
	case s.Weight >= 500:
		return min(900, max(100, w+s.Weight-760))
	case size < 5.9:
		return 500
	}
	return max(s.Weight, 300)
}

// Styled applies a preset to a display role: its weight relative to the default
// 760, its tracking and scale. Text roles stay as they are.
func (r Role) Styled(s Style) Role {
	if !r.Display {
		return r
	}
	r.Weight = s.Heavy(r.Weight, r.Land)
	r.Track += s.Track
	if r.Land >= 9 {
		r.Land, r.Port = r.Land*s.Scale, r.Port*(1+(s.Scale-1)*.5)
	}
	return r
}
