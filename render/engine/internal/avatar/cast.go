package avatar

import (
	"crypto/sha256"
	"encoding/binary"
)

// Catalogue ids (p0001 …) are worked out, not stored: every field of a person is
// picked by a hash of the id and the field's own name, so that a new option in
// one field changes nobody's other fields.

// picker picks the fields of one id.
type picker string

func (id picker) draw(field string, sum int) int {
	h := sha256.Sum256([]byte(string(id) + "/" + field))
	return int(binary.BigEndian.Uint64(h[:8]) % uint64(sum))
}

func (id picker) of(field string, options ...string) string {
	return options[id.draw(field, len(options))]
}

// weighted picks by weights.
func (id picker) weighted(field string, weights []int, options ...string) string {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	r := id.draw(field, sum)
	for i, w := range weights {
		if r < w {
			return options[i]
		}
		r -= w
	}
	return options[len(options)-1]
}

// without drops options that a rule forbids.
func without(list []string, drop bool, names ...string) []string {
	if !drop {
		return list
	}
	var out []string
	for _, s := range list {
		ok := true
		for _, n := range names {
			ok = ok && s != n
		}
		if ok {
			out = append(out, s)
		}
	}
	return out
}

var (
	faceNames = []string{"oval", "round", "square", "heart", "long", "diamond", "strong"}
	femHair   = []string{"wave", "long", "bob", "curly", "afro", "braids", "bun", "topbun", "pony", "pixie", "hijab"}
	mascHair  = []string{"side", "quiff", "crop", "medwave", "buzz", "locs", "recede", "bald", "turban"}
	eyeNames  = []string{"almond", "round", "hooded", "mono", "down"}
	noseNames = []string{"soft", "narrow", "wide", "button", "long", "strong"}
	wraps     = []string{"#4f7d78", "#a8556a", "#c8b08a", "#3f5377", "#7c6a94", "#b5462f", "#2f3b4a"}
	palettes  = [][2]string{{"#1f5f66", "#f4ede2"}, {"#2f3e58", "#f3f6fb"}, {"#8c4a6b", "#f6e9ea"}, {"#c9573b", "#f7ead9"}, {"#3c4148", "#e9eef4"}, {"#6b7a63", "#f0ece0"}, {"#e3b34b", "#2d3a4d"}, {"#7b6a9c", "#f1edf6"},
		{"#b9cbe0", "#33425c"}, {"#d9cbb8", "#5b514a"}, {"#6b4a3a", "#f0e6d6"}, {"#a8325f", "#2f6b62"}, {"#4d7a55", "#f4f1e4"}, {"#27496d", "#dfe8f2"}, {"#d8694a", "#fbf1e6"}}
	saris = [][2]string{{"#a8325f", "#2f6b62"}, {"#2f5f8f", "#a8325f"}, {"#c8702f", "#5b2f4a"}, {"#2f7a5f", "#8f2f3f"}}
)

// cast works out the person of a catalogue id.
func cast(name string) Person {
	id := picker(name)
	p := Person{ID: name, Beard: "none", Ear: "none", Smile: .5, MouthW: 1, EyeScale: 1.08}
	p.Fem = id.draw("presentation", 2) == 0
	tone := id.draw("skin", len(skins))
	p.Skin = skins[tone].name
	p.Age = []float64{0, .35, 1}[map[string]int{"young": 0, "mid": 1, "old": 2}[id.weighted("age", []int{5, 2, 2}, "young", "mid", "old")]]
	p.Face = id.of("face", without(without(faceNames, p.Fem, "strong"), !p.Fem, "heart")...)
	id.castHair(&p, tone)
	p.Wrap = id.of("wrap", wraps...)
	p.Eye = id.weighted("eye", []int{6, 3, 3, 3, 2}, eyeNames...)
	switch {
	case tone < 3:
		p.Iris = id.of("iris", "brown", "hazel", "green", "blue", "grey")
	case tone < 6:
		p.Iris = id.of("iris", "brown", "hazel", "dark")
	default:
		p.Iris = id.of("iris", "dark", "brown")
	}
	p.Nose = id.of("nose", noseNames...)
	if p.Fem {
		p.EyeScale = 1.18
		p.Brow = id.of("brow", "soft", "arch", "flat")
		p.LipFull = []float64{.9, 1.05, 1.2}[id.draw("lips", 3)]
		p.Lash = 1 + id.draw("lash", 2)
		p.Glasses = id.weighted("glasses", []int{12, 2, 2, 1, 1, 1}, "none", "round", "rect", "wire", "half", "cat")
		p.Ear = id.of("ear", "none", "stud", "hoop", "drop", "pearl")
		p.Frame = id.weighted("frame", []int{3, 4, 2}, "slimF", "avgF", "fullF")
	} else {
		p.Brow = id.of("brow", "flat", "thick", "soft")
		p.LipFull = []float64{.7, .85, 1.05}[id.draw("lips", 3)]
		p.Beard = id.weighted("beard", []int{6, 3, 3, 2, 2, 1, 1}, "none", "stubble", "short", "boxed", "full", "moustache", "goatee")
		if p.Hair == "turban" {
			p.Beard = id.of("beard2", "full", "short")
		}
		p.Glasses = id.weighted("glasses", []int{12, 2, 2, 2, 2}, "none", "round", "rect", "wire", "half")
		p.Frame = id.weighted("frame", []int{3, 4, 2, 2}, "slimM", "avgM", "broadM", "heavyM")
	}
	p.GlassCol = id.of("glasscol", "#2b2523", "#7a3346", "#3a4f5f", "#8a5a34")
	id.castClothes(&p)
	p.Freckles = tone < 4 && id.draw("freck", 6) == 0
	p.Accent = id.of("acc", "#dfae4e", "#c9d0d6", "#d9a58a")
	return p
}

func (id picker) castHair(p *Person, tone int) {
	list := mascHair
	if p.Fem {
		list = femHair
	}
	list = without(list, tone < 5, "afro", "braids", "locs")
	list = without(list, tone >= 7, "long", "wave", "side", "medwave", "quiff")
	p.Hair = id.of("hair", without(list, p.Age == 0, "recede")...)
	coily := p.Hair == "locs" || p.Hair == "braids" || p.Hair == "afro"
	switch {
	case coily && p.Age < 1:
		p.HairColour = "black"
	case p.Hair == "afro":
		p.HairColour = "grey"
	case p.Age == 1:
		p.HairColour = id.of("hairc", "grey", "silver", "white")
	case tone < 3:
		p.HairColour = id.of("hairc", "brown", "chestnut", "auburn", "copper", "honey", "blond", "ash")
	case tone < 6:
		p.HairColour = id.of("hairc", "black", "espresso", "brown", "chestnut")
	default:
		p.HairColour = id.of("hairc", "black", "espresso")
	}
}

func (id picker) castClothes(p *Person) {
	list := []string{"blazer", "blazer", "labcoat", "shirt", "turtle", "sweater", "tee", "hoodie", "scrubs", "hivis"}
	if p.Fem {
		list = append(list, "dress", "sari")
	} else {
		list = append(list, "kurta")
	}
	if p.Hair == "hijab" {
		list = []string{"blazer", "shirt", "sweater", "labcoat"}
	}
	p.Cloth = id.of("cloth", without(list, p.Age == 1, "hoodie")...)
	if p.Fem {
		p.Inner = id.of("inner", "shirt", "turtle", "shell")
	} else {
		p.Inner = id.of("inner", "shirt", "turtle")
	}
	if p.Hair == "hijab" {
		p.Inner = "shell"
	}
	c := palettes[id.draw("pal", len(palettes))]
	p.C1, p.C2 = c[0], c[1]
	switch p.Cloth {
	case "labcoat":
		p.C1, p.C2 = "#f5f6f7", id.of("labc2", "#7fa8c9", "#cfe3d8", "#3f5377")
	case "hivis":
		p.C1, p.C2 = id.of("hv", "#d8e23c", "#f28a2c"), "#33425c"
	case "scrubs":
		p.C1 = id.of("scr", "#3f8fa3", "#2f6f8f", "#5f8f6f", "#7d5f8f")
	case "sari":
		c := saris[id.draw("sari", len(saris))]
		p.C1, p.C2 = c[0], c[1]
	}
}

// looks is what tells two people apart at a glance.
type looks struct{ skin, hair, colour, face, beard, glasses, cloth string }

func (p Person) looks() looks {
	return looks{p.Skin, p.Hair, p.HairColour, p.Face, p.Beard, p.Glasses, p.Cloth}
}
