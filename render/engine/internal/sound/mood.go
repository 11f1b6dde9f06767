package sound

import (
	"hash/fnv"
	"slices"
	"strings"
)

// mood is one recipe for a piece of music: what a library track of that label
// has in common with its neighbours. The seed chooses within it.
type mood struct {
	name     string
	tempo    [2]int // beats a minute, from and to
	tonics   []int  // pitch classes, C = 0
	scale    []int  // semitones of the seven degrees
	verses   []progression
	chorus   []progression
	pad      *instrument
	keys     *instrument
	arp      *instrument
	bass     *instrument
	high     *instrument // sparkle on top of the fullest sections; nil = none
	beats    []groove
	comp     []string // rhythms of the keys, sixteen steps
	arps     []string // rhythm of the arpeggio
	bassline []string
	swing    float64 // share of a sixteenth by which the off-beat ones come late
	room     float64 // seconds of reverberation
	most     int     // fullest level that it reaches, 2–4
	words    string  // what users call it
}

// chord is a diatonic chord on a degree of the scale (1–7) with the notes stacked on
// it, counted in the scale: {2, 4} is a triad, 6 adds the seventh, 8 the ninth.
type chord struct {
	degree int
	stack  []int
}

// progression is a phrase of chords, one a bar.
type progression []chord

func triad(d int) chord   { return chord{d, []int{2, 4}} }
func seventh(d int) chord { return chord{d, []int{2, 4, 6}} }
func ninth(d int) chord   { return chord{d, []int{2, 4, 8}} }
func sus(d int) chord     { return chord{d, []int{3, 4}} }

func triads(degrees ...int) progression {
	var p progression
	for _, d := range degrees {
		p = append(p, triad(d))
	}
	return p
}

// groove is a bar of drums in sixteen steps: x hits, o hits softly.
type groove struct {
	parts []beat
}

type beat struct {
	drum  *drum
	steps string
	level int // plays from this level of the arrangement up
}

var (
	major  = []int{0, 2, 4, 5, 7, 9, 11}
	minor  = []int{0, 2, 3, 5, 7, 8, 10}
	dorian = []int{0, 2, 3, 5, 7, 9, 10}
)

var moods = []*mood{
	{
		name: "corporate", words: "corporate business professional confident clean modern product neutral saas company",
		tempo: [2]int{100, 110}, tonics: []int{0, 2, 5, 7, 9}, scale: major, room: 1.5, most: 4,
		verses: []progression{triads(1, 5, 6, 4), triads(1, 4, 6, 5), {triad(1), triad(6), ninth(4), triad(5)}},
		chorus: []progression{triads(4, 1, 5, 6), triads(4, 5, 6, 1), {ninth(4), triad(5), triad(3), triad(6)}},
		pad:    warm, keys: piano, arp: muted, bass: fingered, high: glass,
		beats: []groove{
			{[]beat{{kickSoft, "x.......x.x.....", 3}, {snap, "....x.......x...", 3}, {shaker, "x.o.x.o.x.o.x.o.", 2}, {hat, "..x...x...x...x.", 4}}},
			{[]beat{{kickSoft, "x.....x.x.......", 3}, {clap, "....x.......x...", 4}, {rim, "....x.......x...", 3}, {shaker, "o.o.x.o.o.o.x.o.", 2}}},
		},
		comp:     []string{"x.....x...x.....", "x.......x.....o.", "x..x......x....."},
		arps:     []string{"x.x.x.x.x.x.x.x.", "x.x.xx..x.x.x.x."},
		bassline: []string{"x.....x.x.....x.", "x.......x.x.....", "x..x..x.x......."},
	},
	{
		name: "uplifting", words: "uplifting inspiring inspirational motivational hopeful positive optimistic happy bright joyful upbeat success launch",
		tempo: [2]int{112, 122}, tonics: []int{0, 2, 4, 7}, scale: major, room: 1.8, most: 4,
		verses: []progression{triads(6, 4, 1, 5), triads(1, 5, 6, 4), {triad(1), triad(3), ninth(4), triad(5)}},
		chorus: []progression{triads(4, 5, 6, 1), triads(1, 5, 6, 4), triads(4, 1, 5, 6)},
		pad:    bright, keys: piano, arp: pluck, bass: fingered, high: glass,
		beats: []groove{
			{[]beat{{kickHard, "x...x...x...x...", 3}, {clap, "....x.......x...", 3}, {hat, "..x...x...x...x.", 2}, {shaker, "x.o.x.o.x.o.x.o.", 4}}},
			{[]beat{{kickHard, "x.....x.x.......", 3}, {snare, "....x.......x...", 3}, {shaker, "x.o.x.o.x.o.x.o.", 2}, {open, "..............x.", 4}}},
		},
		comp:     []string{"x...x...x...x...", "x..x..x.x..x..x.", "x.....x...x....."},
		arps:     []string{"x.x.x.x.x.x.x.x.", "x.xxx.x.x.xxx.x."},
		bassline: []string{"x.x.x.x.x.x.x.x.", "x.....x.x.....x."},
	},
	{
		name: "calm", words: "calm relaxed relaxing ambient peaceful gentle soft meditation wellness quiet mindful minimal",
		tempo: [2]int{66, 76}, tonics: []int{0, 3, 5, 7, 10}, scale: major, room: 2.8, most: 3,
		verses: []progression{{seventh(1), seventh(4), seventh(6), seventh(4)}, {ninth(1), triad(3), seventh(4), seventh(1)}},
		chorus: []progression{{seventh(4), triad(5), seventh(3), seventh(6)}, {seventh(4), seventh(1), seventh(2), sus(5)}},
		pad:    hollow, keys: electric, arp: guitar, bass: rounded, high: glass,
		beats: []groove{
			{[]beat{{heartLow, "x...............", 3}, {shaker, "....o.......o...", 3}}},
			{[]beat{{heartLow, "x.........o.....", 3}, {brush, "....o.......o...", 3}}},
		},
		comp:     []string{"x...............", "x.......x......."},
		arps:     []string{"x...x...x...x...", "x...x.x...x.x...", "..x...x...x...x."},
		bassline: []string{"x...............", "x.......x......."},
	},
	{
		name: "playful", words: "playful fun funny quirky cheerful light children kids cartoon whimsical cute",
		tempo: [2]int{106, 116}, tonics: []int{0, 2, 5, 7}, scale: major, room: 1.1, most: 4, swing: .3,
		verses: []progression{triads(1, 6, 2, 5), triads(1, 4, 1, 5), triads(1, 4, 2, 5)},
		chorus: []progression{triads(4, 1, 2, 5), triads(4, 5, 1, 6), triads(6, 2, 5, 1)},
		pad:    warm, keys: pizzicato, arp: marimba, bass: fingered, high: glass,
		beats: []groove{
			{[]beat{{kickSoft, "x.......x.......", 3}, {snap, "....x.......x...", 2}, {tock, "......x.......x.", 4}, {shaker, "x.o.x.o.x.o.x.o.", 3}}},
			{[]beat{{kickSoft, "x.....x.x.......", 3}, {rim, "....x.......x...", 2}, {tock, "..x.......x...x.", 4}, {hat, "..o...o...o...o.", 3}}},
		},
		comp:     []string{"..x...x...x...x.", "..x...x...x.x.x.", "x...x.x.....x.x."},
		arps:     []string{"x..x..x.x..x....", "x.x...x.x.x.x...", "x.xx..x...x.x..."},
		bassline: []string{"x.......x.......", "x.....x.x...x..."},
	},
	{
		name: "cinematic", words: "cinematic epic dramatic trailer orchestral emotional film grand heroic powerful story",
		tempo: [2]int{76, 86}, tonics: []int{0, 2, 4, 7, 9}, scale: minor, room: 3, most: 4,
		verses: []progression{triads(1, 6, 3, 7), triads(1, 4, 6, 7), {ninth(1), triad(6), triad(4), sus(5)}},
		chorus: []progression{triads(6, 7, 1, 3), triads(4, 6, 1, 7), triads(6, 3, 7, 1)},
		pad:    bowed, keys: piano, arp: pizzicato, bass: rounded, high: glass,
		beats: []groove{
			{[]beat{{taiko, "x.........x.....", 3}, {heartLow, "x.......x.......", 2}, {taiko, "....o.......o.oo", 4}}},
			{[]beat{{taiko, "x.....x.........", 3}, {heartLow, "x...............", 2}, {shaker, "x.o.x.o.x.o.x.o.", 4}}},
		},
		comp:     []string{"x.......x.......", "x...x...x...x..."},
		arps:     []string{"x.x.x.x.x.x.x.x.", "x.xxx.xxx.xxx.xx"},
		bassline: []string{"x...............", "x.......x......."},
	},
	{
		name: "tech", words: "tech technology futuristic digital electronic data innovation cyber ai science software startup",
		tempo: [2]int{106, 116}, tonics: []int{0, 2, 4, 5, 9}, scale: dorian, room: 1.6, most: 4,
		verses: []progression{{ninth(1), triad(7), triad(4), triad(1)}, {ninth(1), ninth(1), triad(7), triad(4)}, triads(1, 3, 7, 4)},
		chorus: []progression{triads(3, 7, 1, 4), triads(1, 7, 3, 4)},
		pad:    bright, keys: electric, arp: synth, bass: driven, high: pluck,
		beats: []groove{
			{[]beat{{kickHard, "x...x...x...x...", 3}, {clap, "....x.......x...", 3}, {hat, "..x...x...x...x.", 2}, {hat, "x.o.x.o.x.o.x.oo", 4}}},
			{[]beat{{kickHard, "x......x..x.....", 3}, {snap, "....x.......x...", 3}, {hat, "x.x.x.x.x.x.x.x.", 2}, {open, "..........x.....", 4}}},
		},
		comp:     []string{"x...............", "x.....x.........", "..x..x....x..x.."},
		arps:     []string{"x.xxx.x.x.xxx.x.", "xxxxxxxxxxxxxxxx", "x.xx.xx.x.xx.xx."},
		bassline: []string{"x..x..x.x..x..x.", "x.x.x.x.x.x.x.x.", "x.....x.x.x....."},
	},
	{
		name: "retro", words: "retro vintage seventies eighties 70s 80s funk disco nostalgic groovy lounge jazz jazzy",
		tempo: [2]int{94, 104}, tonics: []int{0, 3, 5, 7, 10}, scale: major, room: 1.2, most: 4, swing: .16,
		verses: []progression{{seventh(1), seventh(6), seventh(2), seventh(5)}, {seventh(4), seventh(3), seventh(2), seventh(1)}},
		chorus: []progression{{seventh(4), seventh(5), seventh(3), seventh(6)}, {seventh(2), seventh(5), seventh(1), seventh(6)}},
		pad:    warm, keys: electric, arp: muted, bass: fingered,
		beats: []groove{
			{[]beat{{kickSoft, "x.....x.x.......", 2}, {snare, "....x.......x..o", 3}, {hat, "x.xox.x.x.xox.x.", 2}, {open, "......x.........", 4}}},
			{[]beat{{kickSoft, "x..o....x.x.....", 2}, {rim, "....x.......x...", 3}, {hat, "x.x.x.x.x.x.x.x.", 2}, {clap, "....x.......x...", 4}}},
		},
		comp:     []string{"x..x....x..x....", "..x..x....x..x..", "x.....x.....x..."},
		arps:     []string{"..x...x.x.x...x.", "x..x..x...x..x.."},
		bassline: []string{"x..x..x.x.x..x..", "x.....xxx.....x."},
	},
	{
		name: "serious", words: "serious documentary news sober compliance legal security health medical finance investigative tense report training",
		tempo: [2]int{72, 82}, tonics: []int{0, 2, 4, 7, 9}, scale: minor, room: 2.2, most: 3,
		verses: []progression{{ninth(1), triad(6), triad(4), ninth(1)}, {triad(1), triad(7), triad(6), triad(4)}},
		chorus: []progression{{triad(6), triad(3), triad(7), triad(4)}, {triad(6), triad(4), triad(1), sus(5)}},
		pad:    hollow, keys: piano, arp: pizzicato, bass: rounded,
		beats: []groove{
			{[]beat{{heartLow, "x.......o.......", 2}, {hat, "..o...o...o...o.", 3}}},
			{[]beat{{heartLow, "x.....o.........", 2}, {rim, "............o...", 3}}},
		},
		comp:     []string{"x...............", "x.........x.....", "x.......x......."},
		arps:     []string{"x.x.x.x.x.x.x.x.", "x...x.x.x...x.x."},
		bassline: []string{"x...............", "x.......x......."},
	},
	{
		name: "energetic", words: "energetic sport sports action fast dynamic driving bold intense exciting promo advertising event party",
		tempo: [2]int{122, 128}, tonics: []int{0, 2, 4, 7, 9}, scale: minor, room: 1.4, most: 4,
		verses: []progression{triads(1, 6, 3, 7), triads(1, 7, 6, 7), triads(6, 7, 1, 1)},
		chorus: []progression{triads(6, 3, 7, 1), triads(6, 7, 1, 3)},
		pad:    bright, keys: pluck, arp: synth, bass: driven, high: pluck,
		beats: []groove{
			{[]beat{{kickHard, "x...x...x...x...", 2}, {clap, "....x.......x...", 3}, {open, "..x...x...x...x.", 3}, {hat, "x.o.x.o.x.o.x.o.", 4}}},
			{[]beat{{kickHard, "x...x...x...x..o", 2}, {snare, "....x.......x...", 3}, {hat, "..x...x...x...x.", 3}, {shaker, "xoxoxoxoxoxoxoxo", 4}}},
		},
		comp:     []string{"x..x..x...x..x..", "..x...x...x...x."},
		arps:     []string{"xxxxxxxxxxxxxxxx", "x.xxx.xxx.xxx.xx"},
		bassline: []string{"..x...x...x...x.", "x.xxx.xxx.xxx.xx"},
	},
	{
		name: "warm", words: "warm acoustic friendly human heartfelt folk organic nature family community charity education travel lifestyle",
		tempo: [2]int{84, 94}, tonics: []int{0, 2, 4, 7, 9}, scale: major, room: 1.7, most: 3,
		verses: []progression{triads(1, 4, 1, 5), {triad(1), triad(6), ninth(4), triad(1)}, {triad(1), triad(3), triad(4), sus(5)}},
		chorus: []progression{triads(4, 1, 5, 6), {triad(4), triad(5), triad(6), ninth(4)}},
		pad:    warm, keys: piano, arp: guitar, bass: rounded, high: glass,
		beats: []groove{
			{[]beat{{kickSoft, "x.......x.......", 3}, {shaker, "x.o.x.o.x.o.x.o.", 2}, {brush, "....x.......x...", 3}}},
			{[]beat{{kickSoft, "x.........x.....", 3}, {shaker, "o.o.x.o.o.o.x.o.", 2}, {snap, "....o.......o...", 3}}},
		},
		comp:     []string{"x...............", "x.......x......."},
		arps:     []string{"x.x.x.x.x.x.x.x.", "x.xxx.x.x.xxx.x."},
		bassline: []string{"x.......x.......", "x.....x.x......."},
	},
}

// styles is the mood of a look when the words name none.
var styles = map[string]string{
	"": "corporate", "default": "corporate", "minimal": "calm", "bold": "energetic", "cinematic": "cinematic",
	"flat": "uplifting", "gradient": "tech", "retro": "retro", "cartoon": "playful",
}

// Moods lists the moods by name, sorted.
func Moods() []string {
	var out []string
	for _, m := range moods {
		out = append(out, m.name)
	}
	slices.Sort(out)
	return out
}

// Mood finds the mood that a user's words mean ("upbeat, hopeful piano"). known is
// false when none of them says anything about a mood; the look's style decides then.
func Mood(words, style string) (name string, known bool) {
	fields := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	best, votes := "", 0
	for _, m := range moods {
		n := 0
		for _, f := range fields {
			if f == m.name {
				n += 2
			} else if slices.Contains(strings.Fields(m.words), f) {
				n++
			}
		}
		if n > votes {
			best, votes = m.name, n
		}
	}
	if votes > 0 {
		return best, true
	}
	if s, ok := styles[strings.ToLower(style)]; ok {
		return s, false
	}
	return styles[""], false
}

// moodNamed returns the recipe of a name that Mood returned.
func moodNamed(name string) *mood {
	for _, m := range moods {
		if m.name == name {
			return m
		}
	}
	return moods[0]
}

// seedOf mixes the video's seed with a label, so that each use draws its own numbers.
func seedOf(seed uint64, label string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(label))
	return h.Sum64() ^ seed*0x9e3779b97f4a7c15
}
