package avatar

import "gitops.video/render/render/engine/internal/look"

// Person is everything that makes a presenter look like themselves. Its options
// are the keys of the tables in this package; [Lookup] is where persons come from.
type Person struct {
	ID, Name                 string
	Fem                      bool
	Age                      float64 // 0, .35, 1
	Face, Skin               string
	Hair, HairColour         string
	Wrap                     string // colour of a hijab or turban
	Eye, Iris, Brow, Nose    string
	LipFull, MouthW          float64
	Lash                     int
	Beard, Glasses, GlassCol string
	Ear, Accent, Nails       string
	Cloth, Inner, C1, C2     string
	Frame                    string
	Freckles                 bool
	Smile, EyeScale          float64
}

// mood is one instant of a face. Angles in degrees, the rest in its own units 0–1.
type mood struct {
	mouth               shape
	smile               float64
	blink, squint, wide float64
	brow, frown         float64
	gazeX, gazeY        float64
	yaw, pitch, roll    float64
	shiftX, shiftY      float64 // of the head, mh
}

// figure is a person with the colours worked out: what the drawing code reads.
type figure struct {
	Person
	t                skin
	hairCol, browCol look.RGB
	irisCol          look.RGB
	hair             hairTones
	c1, c2           cloth
	accent           look.RGB
	frame            frame
	chin             float64
	rim              *look.RGB // light from behind, on the right; nil = none
}

var skins = table{
	{"porcelain", "#f8dcc8"}, {"rose", "#f3c9b2"}, {"sand", "#ecbc98"}, {"honey", "#dca67c"}, {"olive", "#cb9a6c"},
	{"amber", "#b98056"}, {"chestnut", "#96613f"}, {"umber", "#744630"}, {"espresso", "#5c3727"}, {"ebony", "#4a2d22"}}

var hairColours = table{
	{"black", "#221c1e"}, {"espresso", "#38261f"}, {"brown", "#573726"}, {"chestnut", "#74432a"}, {"auburn", "#8d4425"},
	{"copper", "#b4622f"}, {"honey", "#b98446"}, {"blond", "#d9b170"}, {"ash", "#9b8a78"}, {"grey", "#a3a1a2"},
	{"silver", "#cfcdcd"}, {"white", "#ebe8e4"}}

var irises = table{
	{"brown", "#6b4226"}, {"dark", "#432b1d"}, {"hazel", "#86693a"}, {"green", "#56774f"}, {"blue", "#4f7fa6"}, {"grey", "#748693"}}

// table is named values in their order.
type table []struct{ name, value string }

func (t table) get(name string) string {
	for _, e := range t {
		if e.name == name {
			return e.value
		}
	}
	return name
}

func newFigure(p Person) *figure {
	f := &figure{Person: p}
	f.t = skinTones(hex(skins.get(p.Skin)))
	f.hairCol = hex(hairColours.get(p.HairColour))
	f.hair = hairFrom(f.hairCol)
	f.irisCol = hex(irises.get(p.Iris))
	d := .01
	if f.hairCol.LCH().L > .6 {
		d = -.12
	}
	f.browCol = shade(f.hairCol, d, 0, 0)
	if p.Hair == "hijab" || p.Hair == "turban" && p.HairColour == "" {
		f.browCol = hex("#3a2820")
	}
	f.c1, f.c2 = clothTones(hex(p.C1)), clothTones(hex(p.C2))
	f.accent = hex(p.Accent)
	f.frame = frames[p.Frame]
	f.chin = faces[p.Face][9]
	return f
}

func (f *figure) masc() bool { return !f.Fem }
