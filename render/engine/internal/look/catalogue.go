package look

// Preset describes a style that a manifest may name.
type Preset struct{ Name, About string }

// Styles lists the presets, the default first.
func Styles() []Preset {
	return []Preset{
		{"default", "dark, paper and brand stages, soft light, translucent cards"},
		{"minimal", "the default without motif and with less light"},
		{"gradient", "every scene on the brand's own gradient"},
		{"bold", "flat saturated colours, heavy tilted type, hard shadows"},
		{"flat", "bold without tilt, borders and shadows"},
		{"cartoon", "bold with thick outlines and round corners"},
		{"cinematic", "near black, light type, bokeh, letterbox, slow moves"},
		{"retro", "warm print colours, halftone, concentric arcs, 12 steps a second"},
	}
}
