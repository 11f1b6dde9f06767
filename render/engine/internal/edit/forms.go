package edit

import "strings"

// Op is what an edit does.
type Op string

// The intents.
const (
	Say            Op = "say"
	Headline       Op = "headline"
	Retitle        Op = "retitle"
	Subtitle       Op = "subtitle" // Values: subtitle | label | note
	NoText         Op = "no text"
	Unspoken       Op = "unspoken" // scenes without words
	RemoveLine     Op = "remove line"
	ChangeLine     Op = "change line"
	AddLine        Op = "add line" // to what a scene says
	Pace           Op = "pace"     // a scene shorter, longer, faster, slower
	Hold           Op = "hold"     // a scene as long as Seconds
	Resize         Op = "resize"   // the video shorter or longer
	Length         Op = "length"   // the video as long as Seconds
	SceneStage     Op = "stage"
	SceneColor     Op = "ground" // of scenes
	Kind           Op = "kind"
	RemoveScene    Op = "remove scene"
	KeepScenes     Op = "keep scenes" // and remove all others
	Copy           Op = "copy"        // a scene once more, behind itself or at a place
	Split          Op = "split"       // one scene into two
	Swap           Op = "swap"
	Merge          Op = "merge"
	Move           Op = "move"
	Add            Op = "add"
	OtherCast      Op = "other presenter"
	CastBy         Op = "presenter by looks"
	Appear         Op = "presenter appears" // in scenes, or in the video
	Plain          Op = "plain"             // the ground without a pattern
	Amount         Op = "amount"            // a number by another, whatever it was
	Point          Op = "point"             // a value of a chart, by its label
	Focus          Op = "focus"             // Text is what stands out: a value, a column, a word
	ValueOf        Op = "value of"          // With is now the value of what Text names
	Mention        Op = "mention"           // words said beside all the rest
	RemoveNamed    Op = "remove named"      // an item or a scene, by words that only the video knows
	KeepNamed      Op = "keep named"        // the scenes that Items call by names, and no other
	Relist         Op = "relist"            // Items are all that the list has of which Text speaks
	MoveNamed      Op = "move named"        // an item or a scene, Values and Place say where; With is beside what
	SwapNamed      Op = "swap named"        // Text and With are two items or scenes, by words that only the video knows
	Restate        Op = "restate"           // Text says something of the video with another value
	Unsay          Op = "unsay"             // Text is not to be said; With is, in its place
	RemoveItem     Op = "remove item"       // of a list
	ChangeItem     Op = "change item"
	AddItem        Op = "add item"
	AddNamed       Op = "add named" // Text joins the list that With names, in words that only the video knows
	SwapItems      Op = "swap items"
	MoveItem       Op = "move item"
	Pause          Op = "pause"
	EndWith        Op = "end with"
	StartWith      Op = "start with"
	Asset          Op = "asset"
	NoAsset        Op = "no asset"
	Replace        Op = "replace"
	Pronounce      Op = "pronounce"
	Format         Op = "format"
	Shade          Op = "shade"
	Color          Op = "color"
	Font           Op = "font"
	Logo           Op = "logo"
	NoLogo         Op = "no logo"
	Style          Op = "style"
	Music          Op = "music"
	OtherMusic     Op = "other music"
	NoMusic        Op = "no music"
	Loudness       Op = "loudness"
	MusicLevel     Op = "music level" // under the voice
	LessText       Op = "less text"   // on screen
	Captions       Op = "captions"
	NoCaptions     Op = "no captions"
	Energy         Op = "energy"
	Tempo          Op = "tempo"
	Gender         Op = "gender"
	VoiceName      Op = "voice"
	Language       Op = "language"
	Cast           Op = "cast"
	Nobody         Op = "nobody"
	Set            Op = "set"
	Side           Op = "side"
	Framing        Op = "framing"
	LowerThird     Op = "lower third"
	NoLowerThird   Op = "no lower third"
	Transition     Op = "transition"
	NoTransition   Op = "no transition"
	Address        Op = "address"
	CallToAction   Op = "call to action"
	Stay           Op = "stay"            // asks for nothing to be done
	Beyond         Op = "beyond"          // understood, and not to be had: Values say what
	BeyondLanguage Op = "beyond language" // a translation
)

// form is one way to say an intent: concepts that must be there, others that may.
// Words without a meaning of their own (articles, prepositions, "please") always may.
type form struct {
	op      Op
	needs   [][]string
	allowed map[string]bool
	never   string // a concept with which something else is meant
	clause  bool   // it is no more than one, without a stop in it
	texts   int    // words to say or show
	text    bool   // which may stand without quotation marks
	scenes  int    // at least so many
	exactly bool
	items   int // exactly so many, 0 = one or more
	example string
}

// f builds a form: "scene shorter|longer duration?" needs a scene and one of two
// concepts, and may say a length. "scene2" are two scenes, "scene2+" at least two; "clause"
// takes no stop between its words.
func f(op Op, spec, example string) form {
	out := form{op: op, allowed: map[string]bool{}, example: example}
	for _, w := range strings.Fields(spec) {
		if concept, ok := strings.CutPrefix(w, "!"); ok {
			out.never = concept
			continue
		}
		if w == "clause" {
			out.clause = true
			continue
		}
		optional := strings.HasSuffix(w, "?")
		w = strings.TrimSuffix(w, "?")
		alts := strings.Split(w, "|")
		switch w {
		case "item2":
			alts, out.items = []string{"item"}, 2
		case "scene2":
			alts, out.scenes, out.exactly = []string{"scene"}, 2, true
		case "scene2+":
			alts, out.scenes = []string{"scene"}, 2
		case "text", "text2":
			out.texts, out.text = 1, true
			if w == "text2" {
				out.texts, out.text, alts = 2, false, []string{"text"}
			}
		case "quoted":
			out.texts = 1
			out.allowed["text"] = true
		case "address":
			out.texts = 1
		}
		for _, a := range alts {
			out.allowed[a] = true
		}
		if !optional {
			out.needs = append(out.needs, alts)
		}
	}
	return out
}

// forms are tried in order: the first that accounts for every word is meant.
var forms = []form{
	f(NoMusic, "remove music video? everywhere?", "remove the music"),
	f(NoMusic, "remove music scene allword? clause", "no music in scene 2"),
	f(NoMusic, "fade music scene|end remove? downward? quieter? use? clause", "fade the music out in the last scene"),
	f(MusicLevel, "music louder|quieter scene voice? undervoice? sound? clause", "make the music quieter in scene 2"),
	f(Music, "mood|energy music scene replace? add? style? instead? tone? clause", "use calm music in scene 2"),
	f(NoMusic, "music since scene only? put? on? showword? start?", "music only from scene 3 on"),
	f(NoMusic, "music startverb scene only? since?", "music only from scene 3 on"),
	f(Beyond, "music scene|start|end|beside|transition|fade remove? transition? other? mood? energy? replace? add? start? end? louder? quieter? fade?", "remove the music"),
	f(OtherMusic, "other music replace?", "use other music"),
	f(Music, "mood music replace? add? style? video? instead? tone?", "use calm music"),
	f(Music, "energy music replace? add? style? video? instead?", "use calm music"),
	f(Music, "file music replace? add?", "use music/bed.mp3 as the music"),
	f(Music, "audio music? replace? add?", "use music/bed.mp3 as the music"),
	f(MusicLevel, "music louder|quieter|upward|downward voice? presenter? proper? undervoice? video? sound?", "make the music quieter"),
	f(LessText, "less textword allword? scene? video? everywhere?", "less text on screen"),
	f(LessText, "remove textword allword? video? everywhere?", "less text on screen"),
	f(Loudness, "louder|quieter video? sound?", "make it louder"),
	f(NoCaptions, "remove captions video?", "turn off captions"),
	f(Captions, "captions add|use|on|show|capmode show? video?", "turn on captions"),
	f(NoLogo, "remove logo scene? allword? video?", "remove the logo"),
	f(Logo, "file logo replace? add?", "use brand/logo.svg as the logo"),
	f(OtherCast, "other presenter replace? video?", "use another presenter"),
	f(Cast, "presenter single replace? instead?", "use daniel as the presenter"),
	f(Cast, "single use|instead replace? presenter?", "use daniel as the presenter"),
	f(Nobody, "remove presenter scene? allword? video?", "remove the presenter"),
	f(Nobody, "remove presenter beside", "remove the presenter"),
	f(Nobody, "presenter only scene|start|end showword? on? put? want?", "show the presenter only in scene 1"),
	f(Nobody, "remove proper scene", "remove the presenter"),
	f(Appear, "presenter add|want video? too? also?", "add a presenter"),
	f(Appear, "presenter scene add|showword|put|textword on? also? too?", "show the presenter in scene 4"),
	f(NoLowerThird, "remove lowerthird scene? allword?", "remove the lower third"),
	f(LowerThird, "lowerthird quoted scene? add? sayword? showword? presenter? proper? named?", `add a lower third "Ana Ruiz, CEO" in scene 2`),
	f(Format, "format video? formatword?", "make it portrait"),
	f(RemoveItem, "remove item scene? listword?", "remove the second bullet of scene 2"),
	f(RemoveItem, "remove quoted listword scene?", "remove the second bullet of scene 2"),
	f(SwapItems, "swap item2 scene? listword?", "swap steps 1 and 2 of scene 3"),
	f(RemoveLine, "remove line scene?", "remove the last sentence of scene 2"),
	f(RemoveLine, "remove quoted scene? lineword? word?", `remove "We reply within a day."`),
	f(RemoveLine, "shorter line scene?", "remove the last sentence of scene 2"),
	f(Beyond, "scene speak|voice|sayword faster|slower|louder|quieter voice? speak? presenter?", "use a faster voice"),
	f(Pace, "scene|start|end shorter|longer|faster|slower duration? percent? video? long? last? url?", "make scene 3 shorter"),
	f(Pace, "scene shorter duration remove video?", "make scene 3 shorter"),
	f(Pace, "scene|start|end factor shorter? long? video?", "make scene 3 twice as long"),
	f(Pace, "scene|start|end times long shorter? video?", "make scene 3 twice as long"),
	f(Hold, "scene|start|end duration last? long?", "make scene 3 last 6 seconds"),
	f(Pace, "scene remove downward", "make scene 3 shorter"),
	f(Pace, "scene|start|end remove duration", "make scene 3 shorter"),
	f(Pace, "scene|start|end add duration", "make scene 3 longer"),
	f(Pause, "pause beside scene? duration? add? new? longer? leave?", "add a pause of 1 second after scene 2"),
	f(Pause, "pause scene duration? add? new? leave? clause", "add a pause of 1 second after scene 2"),
	f(Pause, "pause longer|shorter|bigger|smaller|more|less|remove beside? video? sceneword? everywhere? allword?", "longer pauses between the scenes"),
	f(Pause, "pause longer|shorter beside leave? add?", "longer pauses between the scenes"),
	f(Resize, "shorter|longer duration? percent? video? remove?", "make it 5 seconds shorter"),
	f(Resize, "remove duration video?", "cut 4 seconds"),
	f(Resize, "factor shorter? long? video?", "make it twice as long"),
	f(Resize, "times long shorter? video?", "make it twice as long"),
	f(Length, "duration video? long? last? atmost?", "make it 45 seconds"),
	f(Beyond, "captions color use? change? replace? colorword? video?", "turn off captions"),
	f(Beyond, "kind color use? change? replace? colorword? !scene", "change the accent colour to #FF0000"),
	f(Beyond, "charttype color use? change? replace? colorword? kind? scene?", "change the accent colour to #FF0000"),
	f(SceneStage, "scene dark|light|brand background?", "make scene 3 dark"),
	f(SceneStage, "scene other background|colorword paint? use?", "use another background in scene 3"),
	f(Style, "style styleword? video?", "use cinematic style"),
	f(Kind, "scene kind as? replace? showword? charttype?", "make scene 3 a quote"),
	f(Kind, "charttype as? replace? video? use? kind? showword? name?", "use a bar chart"),
	f(NoAsset, "remove broll scene", "remove the picture of scene 2"),
	f(KeepScenes, "keep scene only video? put?", "keep only scenes 1, 3 and 5"),
	f(KeepScenes, "remove except scene video? everywhere? only? !keep", "keep only scenes 1, 3 and 5"),
	f(Split, "split scene intwo? change?", "split scene 3 in two"),
	f(Split, "remove|merge scene intwo", "split scene 3 in two"),
	f(RemoveScene, "remove scene", "remove scene 4"),
	f(RemoveScene, "remove scene|video|rest beside", "remove all scenes after scene 3"),
	f(Swap, "swap scene2", "swap scenes 2 and 4"),
	f(Move, "scene beside", "move scene 4 after scene 2"),
	f(Merge, "merge scene2+ add?", "merge scenes 2 and 3"),
	f(Move, "scene beside move|put|swap", "move scene 4 after scene 2"),
	f(Move, "scene upward|downward move|put", "move scene 4 up"),
	f(CallToAction, "cta startverb|endverb to? new?", "change the call to action to …"),
	f(Move, "scene startverb|endverb to", "start with scene 3"),
	f(Move, "scene start|end move|put|goal", "move scene 4 to the end"),
	f(Move, "scene ord move|put|showword", "put scene 4 second"),
	f(Copy, "copy scene start|end put?", "duplicate scene 2"),
	f(Copy, "copy scene beside?", "duplicate scene 2"),
	f(Asset, "scene file replace? broll? showword? add? background?", "in scene 2 show assets/x.png"),
	f(Plain, "plain background video? scene? remove? allword?", "use a plain background"),
	f(Plain, "remove|less pattern background? video? scene?", "use a plain background"),
	f(Beyond, "color headline use? change? colorword? allword? brand? brandword? hex?", "change the accent colour to #FF0000"),
	f(Shade, "dark|light background? theme? video? everywhere?", "use a darker background"),
	f(Color, "paint color colorword? background? insteadof? now?", "change the accent colour to #FF0000"),
	f(Color, "color use|change|brandword|video|colorword|hex paint? colorword? video? brand? brandword?", "change the accent colour to #FF0000"),
	f(Font, "font name replace? headline?", "use Inter as the font"),
	f(Font, "font quoted replace? headline?", "use Inter as the font"),
	f(Font, "allword headline name use?", "use Inter as the font"),
	f(Energy, "energy video? tone? sound? theme? styleword?", "make it calmer"),
	f(Tempo, "voice|speak|presenter faster|slower video? percent?", "use a faster voice"),
	f(Tempo, "faster|slower video? percent?", "use a faster voice"),
	f(Unspoken, "remove voice scene clause", "no voice in scene 2"),
	f(Beyond, "energy voice|sayword", "use a female voice"),
	f(Gender, "gender voice|speak|presenter|sayword", "use a female voice"),
	f(VoiceName, "voice single use|goal", "use voice jenny-older"),
	f(Language, "lang voice|speak|video|langword", "German voice-over"),
	f(BeyondLanguage, "lang captions add? use? show? langword? video?", "German voice-over"),
	f(BeyondLanguage, "lang translate video? everywhere? voice? captions?", "German voice-over"),
	f(Set, "set presenter|background|put|proper scene? showword? !rename", "put the presenter in an office"),
	f(Side, "presenter|proper side scene? put? move? allword? showword?", "put the presenter on the left"),
	f(Framing, "framing scene? presenter? showword? proper?", "close-up in scene 2"),
	f(Framing, "presenter bigger|smaller scene?", "close-up in scene 2"),
	f(Transition, "transition transitionword? everywhere? allword? sceneword? scene? beside? add?", "use a dissolve before scene 3"),
	f(NoTransition, "remove transitionword beside? scene? allword? sceneword? everywhere?", "no transition between scenes 2 and 3"),
	f(Beyond, "logo|captions|textword|headline|font bigger|smaller|higher|lower scene?", "remove the logo"),
	f(Beyond, "logo|captions|textword move|put start|end|side|higher|lower|beside", "remove the logo"),
	f(Beyond, "logo|captions|textword|presenter corner", "remove the logo"),
	f(Beyond, "scene bigger|smaller", "make scene 3 a statement"),
	f(Beyond, "remove|less|more zoom", "use hard cuts everywhere"),
	f(Beyond, "slower|faster zoom", "use hard cuts everywhere"),
	f(Beyond, "other voice use?", "use a female voice"),
	f(Beyond, "soundeffect add|remove|use", "remove the music"),
	f(Beyond, "undo last? line? lineword?", "swap scenes 2 and 4"),
	f(Add, "add scene beside? new?", "add a scene about parking after scene 2"),
	f(NoText, "remove textword|subtitle|label|note|headline scene", "remove the text of scene 2"),
	f(Address, "address address url replace? showword? scene? video? isnow? pron? move?", "change the URL to acme.example"),
	f(Amount, "word text scene?", "change the price to $39"),
	f(Replace, "change|replace text2 everywhere? word? video? scene?", `replace "old" with "new"`),
	f(Replace, "to|goal text2 everywhere? word?", `replace "old" with "new"`),
	f(Replace, "insteadof text2 scene? everywhere? word? sayword? showword? use? cta? headline? label? item? itemword? subtitle? textword? url? modal?", `replace "old" with "new"`),
	f(Pronounce, "pronounce text2 word?", `pronounce "Acme" as "ak-mee"`),
	f(Address, "address instead sayword? showword? use?", "change the URL to acme.example"),
	f(CallToAction, "cta quoted add sayword? showword?", "change the call to action to …"),
	f(AddLine, "add quoted start|end lineword? sayword?", `add "We reply within a day." at the end`),
	f(CallToAction, "cta text replace? sayword? showword?", "change the call to action to …"),
	f(Say, "scene sayword|script text replace? instead? presenter? proper? voice? only?", "in scene 3 say …"),
	f(Say, "scene replace quoted instead?", "in scene 3 say …"),
	f(ChangeLine, "line text change|replace|to scene? say? sayword?", `change the first sentence of scene 2 to "…"`),
	f(AddLine, "scene add quoted lineword? sayword?", `add "We reply within a day." to scene 2`),
	f(Add, "add sceneword beside text sayword? named? showword? ofwith? new?", `add a scene after scene 2 saying "…"`),
	f(Add, "add beside text sayword? named?", `add a scene after scene 2 saying "…"`),
	f(Add, "add sceneword start|end text sayword? named? showword? colon? new?", `add a scene at the end saying "…"`),
	f(Add, "add scene text beside? start? end? new? named? showword? sayword? colon?", `add a scene about parking: "…"`),
	f(Subtitle, "scene subtitle|label|note text replace? add? sayword? showword?", "change the subtitle of scene 1 to …"),
	f(Headline, "scene card text also showword? sayword? add? colon?", "change the headline of scene 3 to …"),
	f(Headline, "scene card text change|replace|to|named|colon|showword", "change the headline of scene 3 to …"),
	f(Headline, "scene headline text replace? sayword? showword? as? colon?", "change the headline of scene 3 to …"),
	f(Headline, "scene showword quoted textword?", `in scene 3 show "…"`),
	f(Say, "scene quoted use instead? lineword? start?", "in scene 3 say …"),
	f(Headline, "scene textword text change|replace|to|colon sayword? showword?", "change the headline of scene 3 to …"),
	f(Retitle, "headline text change|replace|to|named|sayword|colon video?", "change the title to …"),
	f(Retitle, "rename text video?", "change the title to …"),
	f(EndWith, "endverb text video? sayword?", `end with "…"`),
	f(StartWith, "startverb text video? sayword?", `start with "…"`),
	f(Headline, "showword quoted start|end textword?", `in scene 3 show "…"`),
	f(EndWith, "sayword|showword end text", `end with "…"`),
	f(StartWith, "sayword|showword start text", `start with "…"`),
	f(LowerThird, "lowerthird text scene? add? sayword? showword? presenter? proper? named?", `add a lower third "Ana Ruiz, CEO" in scene 2`),
	f(ChangeItem, "item text change|replace|to|sayword|showword|named|isnow scene? listword?", `change the second bullet of scene 2 to "…"`),
	f(AddItem, "add quoted itemword|listword|item scene? listword? start? end? as? named? name? also?", `add "…" to the list of scene 2`),
	f(AddItem, "add item|itemword text scene? listword? named? sayword? colon? new?", `add "…" to the list of scene 2`),
	f(MoveItem, "item start|end|higher|lower|upward|downward move|put scene? listword?", "move the third bullet of scene 2 to the top"),
	f(NoCaptions, "remove captions scene allword? clause", "turn off the captions in scene 2"),
	f(Captions, "captions scene add|use|on|show|capmode show? allword? clause", "turn on the captions in scene 2"),
	f(Captions, "captions only scene add? use? on? show? showword? put? want? clause", "captions only in scene 2"),
	f(CastBy, "looks presenter|gender|who|proper|use|add|change|pron one? def? presenter? gender? who? color? other? use? add? change? replace? proper? and? pron? feature? ofwith? remove? showword? new? scene? modal?", "use an older presenter with glasses"),
	f(Move, "scene start|end clause", "move scene 4 to the end"),
	f(SceneColor, "scene color background? colorword? paint?", "make scene 3 blue"),
}
