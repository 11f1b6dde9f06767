package avatar

// fem and masc are what the named people start from.
func fem(id, name string, change func(p *Person)) Person {
	p := Person{ID: id, Name: name, Fem: true, Face: "oval", Skin: "honey", Hair: "wave", HairColour: "espresso", Eye: "almond", Iris: "brown", Brow: "soft", Nose: "soft",
		LipFull: 1.06, MouthW: 1, Lash: 2, Beard: "none", Glasses: "none", Ear: "none", Accent: "#dfae4e", Cloth: "blazer", Inner: "shell", C1: "#1f5f66", C2: "#f4ede2", Frame: "avgF", Smile: .5, EyeScale: 1.19}
	change(&p)
	return p
}

func masc(id, name string, change func(p *Person)) Person {
	p := Person{ID: id, Name: name, Face: "oval", Skin: "sand", Hair: "side", HairColour: "brown", Eye: "almond", Iris: "brown", Brow: "flat", Nose: "strong",
		LipFull: .8, MouthW: 1.02, Beard: "none", Glasses: "none", Ear: "none", Accent: "#e8b04a", Cloth: "shirt", Inner: "shirt", C1: "#eef1f5", C2: "#f4f4f2", Frame: "avgM", Smile: .5, EyeScale: 1.08}
	change(&p)
	return p
}

// people are the named presenters, the hero first.
var people = []Person{
	fem("maya", "Maya", func(p *Person) { p.Ear, p.Nails = "stud", "#c9656a" }),
	masc("daniel", "Daniel", func(p *Person) {
		p.Face, p.Skin, p.Cloth, p.C1, p.C2, p.Iris, p.Beard = "strong", "rose", "blazer", "#2f3e58", "#f3f6fb", "blue", "stubble"
	}),
	fem("amara", "Amara", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Cloth, p.C1, p.Ear, p.Nose, p.Iris, p.LipFull = "umber", "heart", "afro", "black", "dress", "#c9573b", "hoop", "wide", "dark", 1.25
	}),
	masc("kenji", "Kenji", func(p *Person) {
		p.Face, p.Hair, p.HairColour, p.Eye, p.Cloth, p.C1, p.Nose, p.Iris, p.Glasses = "square", "quiff", "black", "mono", "turtle", "#3c4148", "soft", "dark", "round"
	}),
	fem("layla", "Layla", func(p *Person) {
		p.Skin, p.Hair, p.Wrap, p.C1, p.C2, p.Iris, p.Brow = "olive", "hijab", "#4f7d78", "#d9cbb8", "#5b514a", "hazel", "arch"
	}),
	masc("arjun", "Arjun", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.Wrap, p.Beard, p.HairColour, p.Cloth, p.C1, p.C2, p.Iris, p.Brow = "amber", "strong", "turban", "#b5462f", "full", "black", "blazer", "#3a3f47", "#e9eef4", "dark", "thick"
	}),
	fem("sofia", "Sofia", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Cloth, p.C1, p.Iris, p.Brow, p.Freckles = "olive", "heart", "curly", "chestnut", "sweater", "#e3b34b", "hazel", "arch", true
	}),
	masc("malik", "Malik", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Cloth, p.C1, p.C2 = "espresso", "square", "buzz", "black", "hoodie", "#5a6f8f", "#f0f0ee"
		p.Nose, p.LipFull, p.Beard, p.Iris, p.Frame, p.Brow = "wide", 1.1, "boxed", "dark", "broadM", "thick"
	}),
	fem("mei", "Mei", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Eye, p.Cloth, p.C1, p.Nose, p.Iris, p.Brow = "porcelain", "round", "bob", "black", "mono", "shirt", "#cfe0ee", "button", "dark", "flat"
	}),
	masc("thomas", "Thomas", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Age, p.C1, p.Glasses, p.Iris, p.Nose = "rose", "long", "recede", "silver", 1, "#b9cbe0", "wire", "grey", "long"
	}),
	fem("priya", "Priya", func(p *Person) {
		p.Skin, p.Hair, p.HairColour, p.Cloth, p.C1, p.C2, p.Accent, p.Ear, p.Iris, p.Brow = "amber", "bun", "black", "sari", "#a8325f", "#2f6b62", "#e2b557", "drop", "dark", "arch"
	}),
	masc("diego", "Diego", func(p *Person) {
		p.Skin, p.Hair, p.HairColour, p.Beard, p.Cloth, p.C1, p.Brow = "honey", "medwave", "espresso", "short", "tee", "#d8694a", "thick"
	}),
	fem("grace", "Grace", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Age, p.Cloth, p.C1, p.Ear, p.Iris, p.Glasses, p.GlassCol, p.Lash, p.Frame = "porcelain", "round", "pixie", "silver", 1, "sweater", "#7b6a9c", "pearl", "blue", "cat", "#7a3346", 1, "fullF"
	}),
	masc("kwame", "Kwame", func(p *Person) {
		p.Skin, p.Hair, p.HairColour, p.Cloth, p.C1, p.Nose, p.LipFull, p.Iris, p.Accent, p.Beard = "ebony", "locs", "black", "kurta", "#e8dcc4", "wide", 1.15, "dark", "#b88a3e", "goatee"
	}),
	fem("ana", "Nurse Ana", func(p *Person) { p.Hair, p.Cloth, p.C1, p.Ear = "pony", "scrubs", "#3f8fa3", "stud" }),
	masc("sam", "Sam", func(p *Person) {
		p.Face, p.Hair, p.HairColour, p.Cloth, p.C1, p.C2, p.Iris, p.Beard, p.Frame = "square", "crop", "copper", "hivis", "#d8e23c", "#33425c", "green", "short", "broadM"
	}),
	fem("zuri", "Zuri", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Inner, p.C1, p.C2, p.Ear, p.Nose, p.LipFull, p.Iris = "chestnut", "diamond", "braids", "black", "turtle", "#8c4a6b", "#2d2a33", "hoop", "wide", 1.2, "dark"
	}),
	masc("omar", "Omar", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Beard, p.Cloth, p.C1, p.C2, p.Iris, p.Brow = "olive", "strong", "bald", "black", "full", "labcoat", "#f5f6f7", "#7fa8c9", "dark", "thick"
	}),
	fem("ingrid", "Ingrid", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Cloth, p.C1, p.Iris = "porcelain", "long", "long", "blond", "turtle", "#2c6e6a", "blue"
	}),
	masc("wei", "Wei", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Eye, p.Cloth, p.Inner, p.C1, p.C2, p.Nose, p.Iris, p.Frame = "honey", "round", "crop", "black", "hooded", "blazer", "turtle", "#6b7a63", "#e8e3d8", "button", "dark", "slimM"
	}),
	fem("ruth", "Ruth", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Age, p.Cloth, p.C1, p.Ear, p.Nose, p.Iris, p.Frame, p.LipFull = "umber", "round", "topbun", "grey", .8, "dress", "#3f5fa8", "pearl", "wide", "dark", "fullF", 1.15
	}),
	masc("luca", "Luca", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Beard, p.Cloth, p.C1, p.Iris, p.Nose = "olive", "long", "quiff", "espresso", "moustache", "sweater", "#8d3f3b", "green", "long"
	}),
	fem("nadia", "Nadia", func(p *Person) {
		p.Skin, p.Face, p.HairColour, p.Cloth, p.Inner, p.C1, p.C2, p.Iris, p.Freckles, p.Glasses, p.GlassCol = "rose", "diamond", "copper", "labcoat", "shirt", "#f5f6f7", "#cfe3d8", "green", true, "rect", "#3a4f5f"
	}),
	masc("henry", "Henry", func(p *Person) {
		p.Skin, p.Face, p.Hair, p.HairColour, p.Age, p.Cloth, p.C1, p.C2, p.Nose = "espresso", "square", "buzz", "white", 1, "blazer", "#6b4a3a", "#f0e6d6", "wide"
		p.LipFull, p.Iris, p.Glasses, p.Beard, p.Frame = 1.05, "dark", "half", "short", "heavyM"
	}),
}
