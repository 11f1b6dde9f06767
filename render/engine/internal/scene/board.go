// Package scene holds the data that the engine's phases share: the storyboard,
// the spoken words with their times, and the layers that move on a stage. Phases
// import this package and never each other.
package scene

// Kind is what a scene is, and so which layout draws it.
type Kind string

// The kinds of scene. Each has a layout in look/LOOK.md's terms.
const (
	Title     Kind = "title"     // opening card: Headline, Subtitle, Label
	Chapter   Kind = "chapter"   // section card: Headline, Label, Number of the chapter
	Presenter Kind = "presenter" // presenter alone, LowerThird, overlay words
	Points    Kind = "points"    // presenter beside a list: Headline, Items
	Number    Kind = "number"    // one big figure: Label, Figure, Items as small stat cards
	Chart     Kind = "chart"     // bar, line or donut: Headline, Subtitle, Series
	Compare   Kind = "compare"   // two columns: Headline, Columns
	Process   Kind = "process"   // steps in order: Headline, Items
	Timeline  Kind = "timeline"  // dated events: Headline, Items (Label = the date)
	Quote     Kind = "quote"     // Headline = the words, Name, Role
	Statement Kind = "statement" // kinetic statement: Headline, Subtitle
	Grid      Kind = "grid"      // icon grid: Headline, Items
	Device    Kind = "device"    // screenshot in a frame: Headline, Subtitle, Asset
	Code      Kind = "code"      // code that types on: Headline, Code
	Table     Kind = "table"     // Headline, Rows
	Location  Kind = "location"  // place card: Headline, Subtitle, Label
	Footage   Kind = "footage"   // photo or video B-roll full frame: Asset, Headline
	End       Kind = "end"       // call to action: Headline, Action, URL, Note
	Logo      Kind = "logo"      // logo sting: the brand alone, Subtitle
)

// Storyboard is everything that is needed to draw a video.
type Storyboard struct {
	Version   int       `json:"storyboard" yaml:"storyboard"` // 1
	Title     string    `json:"title,omitempty" yaml:"title,omitempty"`
	Language  string    `json:"language" yaml:"language"` // BCP 47
	Width     int       `json:"width" yaml:"width"`       // pixels, even
	Height    int       `json:"height" yaml:"height"`     // pixels, even
	FPS       int       `json:"fps" yaml:"fps"`
	Seconds   float64   `json:"seconds" yaml:"seconds"` // requested length
	Seed      uint64    `json:"seed" yaml:"seed"`
	Look      Look      `json:"look" yaml:"look"`
	Voice     Voice     `json:"voice" yaml:"voice"`
	Presenter Person    `json:"presenter" yaml:"presenter"`
	Speakers  []Speaker `json:"speakers,omitempty" yaml:"speakers,omitempty"` // of a conversation
	Music     Music     `json:"music" yaml:"music"`
	Captions  string    `json:"captions" yaml:"captions"`           // word, line, off
	Fit       string    `json:"fit,omitempty" yaml:"fit,omitempty"` // "", trim, extend
	Scenes    []Scene   `json:"scenes" yaml:"scenes"`
	Notes     []Note    `json:"notes,omitempty" yaml:"notes,omitempty"`
	Pronounce []Sounded `json:"pronounce,omitempty" yaml:"pronounce,omitempty"`

	Unedited *Storyboard `json:"-" yaml:"-"` // as it was before the entry's edits; nil = there were none
}

// Look is the art direction: a preset and the brand's own values over it.
type Look struct {
	Style      string   `json:"style" yaml:"style"` // default, minimal, bold, cinematic, flat, gradient, retro, cartoon
	Primary    string   `json:"primary,omitempty" yaml:"primary,omitempty"`
	Accent     string   `json:"accent,omitempty" yaml:"accent,omitempty"`
	Background string   `json:"background,omitempty" yaml:"background,omitempty"`
	Text       string   `json:"text,omitempty" yaml:"text,omitempty"`
	Heading    string   `json:"heading,omitempty" yaml:"heading,omitempty"` // font family
	Body       string   `json:"body,omitempty" yaml:"body,omitempty"`
	FontFiles  []string `json:"fontFiles,omitempty" yaml:"fontFiles,omitempty"`
	Logo       string   `json:"logo,omitempty" yaml:"logo,omitempty"`         // file
	LogoText   string   `json:"logoText,omitempty" yaml:"logoText,omitempty"` // brand name beside or instead of the logo
	Watermark  string   `json:"watermark,omitempty" yaml:"watermark,omitempty"`
	Motif      string   `json:"motif,omitempty" yaml:"motif,omitempty"` // cells, dots, arcs, rings, bars, diagonals, none
}

// Voice says who speaks.
type Voice struct {
	Name   string  `json:"name,omitempty" yaml:"name,omitempty"`
	Gender string  `json:"gender,omitempty" yaml:"gender,omitempty"`
	Pace   float64 `json:"pace,omitempty" yaml:"pace,omitempty"`     // 1 = natural
	Sample string  `json:"sample,omitempty" yaml:"sample,omitempty"` // file whose voice is cloned or matched
	// Consent says who agreed to that, and when; no voice is cloned without it.
	Consent    string `json:"consent,omitempty" yaml:"consent,omitempty"`
	Transcript string `json:"transcript,omitempty" yaml:"transcript,omitempty"` // what Sample says; some cloning engines need it
	Breaths    string `json:"breaths,omitempty" yaml:"breaths,omitempty"`       // "off" = none are heard in long pauses
}

// Person is the presenter: a catalogue id, a photo, or nobody.
type Person struct {
	ID    string `json:"id,omitempty" yaml:"id,omitempty"`       // "maya", "p0042", "maya?hair=bob"
	Photo string `json:"photo,omitempty" yaml:"photo,omitempty"` // file
	None  bool   `json:"none,omitempty" yaml:"none,omitempty"`
	Set   string `json:"set,omitempty" yaml:"set,omitempty"` // studio, library, stage, office, outdoors, brand
}

// Speaker is one of the people of a conversation; scenes name who says them.
type Speaker struct {
	Name      string `json:"name" yaml:"name"`
	Voice     Voice  `json:"voice" yaml:"voice"`                             // what it leaves out is the video's
	Presenter string `json:"presenter,omitempty" yaml:"presenter,omitempty"` // catalogue id; "" = the video's
}

// Speaks returns who says scene i of a conversation, nil where it is the video's own
// presenter.
func (b *Storyboard) Speaks(i int) *Speaker {
	for k := range b.Speakers {
		if name := b.Scenes[i].Speaker; name != "" && b.Speakers[k].Name == name {
			return &b.Speakers[k]
		}
	}
	return nil
}

// VoiceOf is the voice that scene i is spoken with.
func (b *Storyboard) VoiceOf(i int) Voice {
	s := b.Speaks(i)
	if s == nil || s.Voice == (Voice{}) {
		return b.Voice
	}
	v := s.Voice
	if v.Pace == 0 {
		v.Pace = b.Voice.Pace
	}
	if v.Breaths == "" {
		v.Breaths = b.Voice.Breaths
	}
	return v
}

// PersonOf is who is seen in scene i, and where.
func (b *Storyboard) PersonOf(i int) Person {
	p := b.Presenter
	if s := b.Speaks(i); s != nil && s.Presenter != "" && !p.None {
		p = Person{ID: s.Presenter, Set: p.Set}
	}
	if s := b.Scenes[i].Set; s != "" {
		p.Set = s
	}
	return p
}

// Music is the bed under the voice.
type Music struct {
	Mood string `json:"mood,omitempty" yaml:"mood,omitempty"`
	File string `json:"file,omitempty" yaml:"file,omitempty"`
	Off  bool   `json:"off,omitempty" yaml:"off,omitempty"`

	Loudness float64 `json:"loudness,omitempty" yaml:"loudness,omitempty"` // LUFS of the whole programme; 0 = −16
	Level    float64 `json:"level,omitempty" yaml:"level,omitempty"`       // dB of the music against its usual place under the voice
}

// Cue is what the music does from the beginning of a scene on, until another scene's cue.
type Cue struct {
	Mood  string  `json:"mood,omitempty" yaml:"mood,omitempty"` // another one; "" = it stays as it is
	Off   bool    `json:"off,omitempty" yaml:"off,omitempty"`
	Level float64 `json:"level,omitempty" yaml:"level,omitempty"` // dB of the music against its usual place under the voice
	Fade  float64 `json:"fade,omitempty" yaml:"fade,omitempty"`   // seconds that the change takes; 0 = 0.8. What goes off in the last scene so is gone as the video ends
}

// Scene is one shot: what is said, what is shown, and how it comes on.
type Scene struct {
	ID         string      `json:"id" yaml:"id"`
	Kind       Kind        `json:"kind" yaml:"kind"`
	Stage      string      `json:"stage,omitempty" yaml:"stage,omitempty"`     // ink, paper, brand, or a ground as "#RRGGBB"; "" = the kind's own
	Say        string      `json:"say,omitempty" yaml:"say,omitempty"`         // narration, word for word
	Speaker    string      `json:"speaker,omitempty" yaml:"speaker,omitempty"` // name of one of the speakers; "" = the presenter
	Verbatim   bool        `json:"verbatim,omitempty" yaml:"verbatim,omitempty"`
	Language   string      `json:"language,omitempty" yaml:"language,omitempty"`
	Seconds    float64     `json:"seconds,omitempty" yaml:"seconds,omitempty"` // 0 = as long as its share of the video
	Chapter    string      `json:"chapter,omitempty" yaml:"chapter,omitempty"` // label of the chapter marker
	Label      string      `json:"label,omitempty" yaml:"label,omitempty"`
	Headline   string      `json:"headline,omitempty" yaml:"headline,omitempty"`
	Subtitle   string      `json:"subtitle,omitempty" yaml:"subtitle,omitempty"`
	Note       string      `json:"note,omitempty" yaml:"note,omitempty"` // source line, small print
	Items      []Item      `json:"items,omitempty" yaml:"items,omitempty"`
	Figure     *Figure     `json:"figure,omitempty" yaml:"figure,omitempty"`
	Series     *Series     `json:"series,omitempty" yaml:"series,omitempty"`
	Columns    []Column    `json:"columns,omitempty" yaml:"columns,omitempty"`
	Rows       [][]string  `json:"rows,omitempty" yaml:"rows,omitempty"`
	Code       string      `json:"code,omitempty" yaml:"code,omitempty"`
	CodeLang   string      `json:"codeLang,omitempty" yaml:"codeLang,omitempty"`
	Name       string      `json:"name,omitempty" yaml:"name,omitempty"` // who said the quote
	Role       string      `json:"role,omitempty" yaml:"role,omitempty"`
	LowerThird *LowerThird `json:"lowerThird,omitempty" yaml:"lowerThird,omitempty"`
	Action     string      `json:"action,omitempty" yaml:"action,omitempty"`
	URL        string      `json:"url,omitempty" yaml:"url,omitempty"`
	Asset      string      `json:"asset,omitempty" yaml:"asset,omitempty"`   // image or video file
	Clip       *Clip       `json:"clip,omitempty" yaml:"clip,omitempty"`     // how a video asset is played
	Credit     string      `json:"credit,omitempty" yaml:"credit,omitempty"` // whom the asset is by, for the video's credits
	Overlay    []string    `json:"overlay,omitempty" yaml:"overlay,omitempty"`
	Ticker     []string    `json:"ticker,omitempty" yaml:"ticker,omitempty"`       // short lines that run along the foot
	Presenter  string      `json:"presenter,omitempty" yaml:"presenter,omitempty"` // full, left, right, none; "" = the kind's own
	Framing    string      `json:"framing,omitempty" yaml:"framing,omitempty"`     // close, medium, waist
	Captions   string      `json:"captions,omitempty" yaml:"captions,omitempty"`   // word, line, off; "" = as the video's
	Set        string      `json:"set,omitempty" yaml:"set,omitempty"`             // where its presenter stands; "" = where the video's does
	Moves      []Move      `json:"moves,omitempty" yaml:"moves,omitempty"`
	Music      *Cue        `json:"music,omitempty" yaml:"music,omitempty"`           // what the music does from here on
	Transition Transition  `json:"transition,omitempty" yaml:"transition,omitempty"` // into this scene
}

// Clip says how a video asset is played; a video longer than its scene is cut, a
// shorter one runs on.
type Clip struct {
	From  float64 `json:"from,omitempty" yaml:"from,omitempty"`   // second of the file where it starts
	Sound string  `json:"sound,omitempty" yaml:"sound,omitempty"` // muted, under (quietly below the voice); "" = muted
}

// Item is a row, card, step, event or stat.
type Item struct {
	Label  string    `json:"label,omitempty" yaml:"label,omitempty"`
	Title  string    `json:"title,omitempty" yaml:"title,omitempty"`
	Body   string    `json:"body,omitempty" yaml:"body,omitempty"`
	Icon   string    `json:"icon,omitempty" yaml:"icon,omitempty"`
	Value  string    `json:"value,omitempty" yaml:"value,omitempty"`
	Points []float64 `json:"points,omitempty" yaml:"points,omitempty"` // sparkline; never invented
	Cue    string    `json:"cue,omitempty" yaml:"cue,omitempty"`       // spoken words that bring it on; "" = Title
}

// Figure is a number that counts up.
type Figure struct {
	Prefix string  `json:"prefix,omitempty" yaml:"prefix,omitempty"` // "€"
	Text   string  `json:"text" yaml:"text"`                         // digits exactly as shown: "1.85"
	Suffix string  `json:"suffix,omitempty" yaml:"suffix,omitempty"` // "M", "%", "h"
	Start  float64 `json:"start,omitempty" yaml:"start,omitempty"`   // number that it counts from, up or down; 0 = as it comes
	Share  float64 `json:"share,omitempty" yaml:"share,omitempty"`   // 0–1, draws the measure bar when the source gives it
	Low    string  `json:"low,omitempty" yaml:"low,omitempty"`       // labels of the measure bar
	High   string  `json:"high,omitempty" yaml:"high,omitempty"`
	Cue    string  `json:"cue,omitempty" yaml:"cue,omitempty"`
	Still  bool    `json:"still,omitempty" yaml:"still,omitempty"` // it names (a day, a number to call) and does not count up
}

// Series is chart data.
type Series struct {
	Type   string    `json:"type" yaml:"type"` // bar, line, donut
	Unit   string    `json:"unit,omitempty" yaml:"unit,omitempty"`
	Labels []string  `json:"labels" yaml:"labels"`
	Values []float64 `json:"values" yaml:"values"`
	Other  []float64 `json:"other,omitempty" yaml:"other,omitempty"` // what is compared with: a grey line, or a quiet bar beside each; Items name both
	Focus  *int      `json:"focus,omitempty" yaml:"focus,omitempty"` // index of the hot value; nil = the one that the voice names, or none
}

// Column is one side of a comparison.
type Column struct {
	Title  string `json:"title" yaml:"title"`
	Winner bool   `json:"winner,omitempty" yaml:"winner,omitempty"`
	Rows   []Item `json:"rows" yaml:"rows"` // Label and Value
}

// LowerThird names who is speaking.
type LowerThird struct {
	Name string `json:"name" yaml:"name"`
	Role string `json:"role,omitempty" yaml:"role,omitempty"`
}

// Move is one motion verb of the prompt, bound to the thing it moves.
type Move struct {
	Verb    string  `json:"verb" yaml:"verb"`     // SLAMS, CASCADE, types on …
	Target  string  `json:"target" yaml:"target"` // headline, figure, items, subtitle …
	From    string  `json:"from,omitempty" yaml:"from,omitempty"`
	Angle   float64 `json:"angle,omitempty" yaml:"angle,omitempty"`     // degrees
	Stagger float64 `json:"stagger,omitempty" yaml:"stagger,omitempty"` // seconds
	Size    float64 `json:"size,omitempty" yaml:"size,omitempty"`       // share of the frame
}

// Transition brings a scene on.
type Transition struct {
	Kind    string  `json:"kind,omitempty" yaml:"kind,omitempty"` // cut, push, cellwipe, dissolve, smash, flash, gridwipe, liquid, pop, iris, fade
	Seconds float64 `json:"seconds,omitempty" yaml:"seconds,omitempty"`
}

// Note says what was understood, substituted or not honoured, and where in the prompt.
type Note struct {
	Line int    `json:"line,omitempty" yaml:"line,omitempty"` // of the prompt, from 1; 0 = none
	Col  int    `json:"col,omitempty" yaml:"col,omitempty"`   // in characters, from 1
	Text string `json:"text" yaml:"text"`
}

// Sounded is one entry of the pronunciation dictionary.
type Sounded struct {
	Word string `json:"word" yaml:"word"`
	As   string `json:"as" yaml:"as"`
}
