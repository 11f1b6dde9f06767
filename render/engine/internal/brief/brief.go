package brief

import (
	"strings"

	"gitops.video/render/render/engine/internal/prose"
)

// Purpose is what the video is for; it decides the story's structure.
type Purpose string

// The purposes that the parser tells apart. "" is unknown.
const (
	Launch     Purpose = "launch"
	Demo       Purpose = "demo"
	Explainer  Purpose = "explainer"
	Tutorial   Purpose = "tutorial"
	Training   Purpose = "training"
	Onboarding Purpose = "onboarding"
	Release    Purpose = "release"
	Pitch      Purpose = "pitch"
	Outreach   Purpose = "outreach"
	Update     Purpose = "update"
	News       Purpose = "news"
	Social     Purpose = "social"
	Event      Purpose = "event"
	Hiring     Purpose = "hiring"
	Thanks     Purpose = "thanks"
)

// Levels of a prompt: how much of the video it already decides.
const (
	Topic  = 1 // a topic with facts
	Script = 2 // the words to be spoken
	Scenes = 3 // scene by scene
)

// Brief is a prompt, understood.
type Brief struct {
	Level       int // Topic, Script or Scenes
	Purpose     Purpose
	Title       string    // title that the prompt gives
	Subject     string    // product or topic: "Acme Bottle"
	Guessed     bool      // no direction names Subject: it is the name that the words come back to
	Data        []Literal // what to show as a chart or a table, whose values are elsewhere
	Avoid       []Literal // what is not to be told, in the prompt's words
	Winner      string    // the side of a comparison that is recommended
	Common      bool      // Subject is a German noun that has lost its article
	About       string    // what the subject is, in the prompt's words: "a steel bottle for commuters"
	Audience    string
	Address     string // how viewers are addressed, where the prompt says so: "close", "polite", "many" or ""
	Salute      string // how the one reader of a message is greeted: "Guten Tag, Herr Dr. Kessler"
	Company     string
	CompanyIn   string   // with its preposition or article, as the prompt has it: "im Klinikum Nordhafen", "the food bank"
	Seconds     float64  // 0 = not said
	Orientation string   // landscape, portrait, square or ""
	Language    string   // of the spoken words, BCP 47
	Verbatim    bool     // the script's words must stay
	Announced   bool     // the first sentence itself introduces Subject or Title
	Presumed    bool     // it is a script only because nothing in it orders a video
	Noted       bool     // its facts stand under a word for notes
	Recap       bool     // repeat the list at the end
	Chapters    []string // titles that the prompt lists
	Points      []Point
	Scenes      []Scene
	Screen      []Literal // critical on-screen text
	Always      []Literal // small text on every scene: a legal line, a watermark
	Look        Look
	Presenter   Presenter
	Music       Music
	Captions    string // word, line, off or ""
	Pace        float64
	Voice       string // female, male or ""
	Silent      bool   // nobody speaks: what is said is read
	Transition  string
	CutSeconds  float64 // that it lasts; 0 = not said
	Assets      []AssetRef
	NoStock     bool   // no pictures from a stock library
	URL         string // the first address that the prompt names
	AtMost      bool   // Seconds is a limit ("under a minute"), not a wish
	Notes       []Note

	Files  bool // the prompt says that its facts come from files
	Source []prose.Line
}

// Role is where in the story a point belongs.
type Role int

// The roles of a point.
const (
	Body   Role = iota
	Hook        // the prompt asks to open with it
	Action      // call to action
)

// Form says what kind of words a point has, and so how it is turned into speech.
type Form int

// The forms of a point.
const (
	Clause   Form = iota // a whole sentence, said as it stands
	Phrase               // a noun phrase that needs a sentence around it
	List                 // Items, with Text as their heading
	Steps                // Items in order
	How                  // "how to …", "how it works": Text holds the words after "how"
	Why                  // "why …": Text holds the words after "why"
	Verb                 // a verb phrase that the viewer is asked to do
	Quote                // words somebody said: Text, Name, Part
	Table                // Items with labels and values, from "2021: 12, 2022: 18"
	Offer                // a noun phrase that is offered or proposed
	Invite               // a noun phrase that the viewer is invited to
	Compare              // Items[0].Title against Items[1].Title, Body each
	Contrast             // "Before: …", "After: …": two Items, Title the label, Body its words
	Rows                 // a table of more than labels and values: Rows, the first its head
	When                 // a time that something takes place
	Where                // a place, with its address
	Ask                  // a question, with Said as its answer
	Code                 // lines of code: Text, Name the language
	Agenda               // Items that the video covers, one after another
)

// Point is one thing that the video should get across.
type Point struct {
	Role     Role
	Form     Form
	Text     string
	Items    []Item
	Rows     [][]string
	Said     string // of a list: its items as the prompt words them
	Name     string // of the person quoted
	Part     string // that person's role
	Whose    string // "our", as the prompt words it before the role
	Asked    bool   // an instruction names it ("mention …"), so it is dropped last
	Verbatim bool   // these very words are to be spoken
	Warning  bool   // it warns of something
	Column   bool   // a table from a file: its rows keep their names
	Chapter  string // heading that it stands under
	Language string
	Speaker  string // in a conversation, who says it; "" = the presenter
	Turn     int    // of the conversation, from 1; 0 = there is none
	Line     int    // of the prompt, 1-based
	Col      int
}

// Item is an entry of a list: "Fast setup: ready in 5 minutes" has both parts.
type Item struct {
	Title string
	Body  string
}

// Scene is one scene of a level 3 prompt.
type Scene struct {
	Number     int
	Header     string // what stands after the number
	Type       string // a-roll, b-roll, overlay or ""
	Seconds    float64
	Say        string
	Language   string
	Speaker    string   // in a conversation, who says it
	Visual     string   // directed in English, whatever the prompt's language
	Screen     []string // literal on-screen text
	Headed     bool     // the first of it is called a headline
	Small      []string // small print: sources, disclaimers
	LowerThird string
	NoAvatar   bool
	Side       string // left, right or full: where the presenter stands
	Framing    string // close, medium, waist or ""
	Set        string // where its presenter stands, where that is not the video's set
	Share      float64
	Transition string  // out of this scene, into the next
	CutSeconds float64 // that it lasts; 0 = not said
	Ground     string  // the colour that a direction outside the scene puts it on
	Moves      []Move
	Layers     []Layer  // L1 … L5
	Music      *Cue     // what the music does from here on; nil = what it did before
	Notes      []string // bracketed directions that have no field
	Line       int

	written [][2]string // what Visual has of it, and how the prompt puts it
}

// Directed takes a direction in English, and keeps how it is written.
func (s *Scene) Directed(written, english string) string {
	if written != english {
		s.written = append(s.written, [2]string{english, written})
	}
	return english
}

// Written is part of what a scene shows in the prompt's own words, sentence by sentence.
func (s Scene) Written(part string) string {
	for _, x := range s.written {
		if strings.Contains(part, x[0]) {
			part = strings.Replace(part, x[0], x[1], 1)
			continue
		}
		en, own := prose.SplitSentences(x[0]), prose.SplitSentences(x[1])
		for i := range en {
			if len(en) == len(own) && prose.Unstop(en[i]) != "" {
				part = strings.Replace(part, prose.Unstop(en[i]), prose.Unstop(own[i]), 1)
			}
		}
	}
	return part
}

// Layer is one of the five layers of a picture: 1 background, 2 hero, 3 cards,
// 4 ticker, label or source, 5 effects.
type Layer struct {
	N    int
	Text string
}

// Move is a motion verb with what the prompt says about it.
type Move struct {
	Verb    string
	Text    string // what the prompt has in quotation marks before the verb
	Target  string
	From    string
	Angle   float64 // degrees
	Stagger float64 // seconds
	Size    float64 // share of the frame
	Line    int
}

// Literal is on-screen text that must appear character for character.
type Literal struct {
	Text string
	Line int
}

// Look is what the prompt says about the picture.
type Look struct {
	Style   string  // preset: minimal, cartoon, bold, cinematic, flat, gradient, retro or ""
	Named   string  // the name of a style block
	Colors  []Color // in the order they were named
	Font    string  // family of the headlines, and of the text where Body is ""
	Body    string  // family of the text
	Type    string  // kind of type that is asked for by its look: serif, monospaced, condensed …
	Mood    string  // adjectives of the tone
	Dark    bool    // dark or light background asked for
	Light   bool    //
	Motion  []Move  // verbs of a style block, for scenes that have none of their own
	Set     string  // presenter's set
	Styling string  // the style section as written
}

// Color is a hex value and the word the prompt gives it (background, accent …).
type Color struct {
	Hex  string
	Role string
}

// Presenter is what the prompt says about the person on screen.
type Presenter struct {
	None    bool
	ID      string // catalogue id, when the prompt names one
	Gender  string
	Name    string // for the lower third
	Role    string
	Look    string // description as written
	Side    string // left, right or full: where they stand unless a scene says otherwise
	Framing string // close, medium or waist, unless a scene says otherwise
	Line    int
}

// Music is the bed that the prompt asks for.
type Music struct {
	Off   bool
	Mood  string
	Level float64 // dB against its usual place
}

// Cue is what the music does from a scene on.
type Cue struct {
	Mood  string
	Off   bool
	Level float64 // dB against its usual place
	Fade  float64 // seconds that the change takes; 0 = not said
	Back  bool    // it plays
}

// AssetRef asks for a file in a context: "use the dashboard screenshot when discussing analytics".
type AssetRef struct {
	Name   string
	When   string
	Scenes []int // by number, where it names them
	Line   int
}

// Note says what was understood or could not be honoured. Line and Col are its
// place in the prompt, from 1, Col in characters; 0 = the prompt as a whole.
type Note struct {
	Line, Col int
	Text      string
}

// Note adds a note about what stands on a line, or on the lines of its paragraph.
func (b *Brief) Note(at int, text string) { b.NoteOn(at, text, prose.Quoted(text)...) }

// NoteOn adds a note about the first of the given words that the prompt has there.
func (b *Brief) NoteOn(at int, text string, words ...string) {
	l, c := b.Locate(at, words...)
	for _, n := range b.Notes {
		if n.Text == text && n.Line == l {
			return
		}
	}
	b.Notes = append(b.Notes, Note{l, c, text})
}

// MaxLength is the number of characters that the API allows in a prompt.
const MaxLength = 10000
