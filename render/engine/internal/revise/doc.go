// Package revise carries out edits: [Entry.Edit] changes a storyboard by the
// instructions of its entry, in their order.
//
// Package edit reads an instruction into what it asks for. Here it is done: whole
// or not at all, answered in the storyboard's notes, and so that only scenes whose
// words or pictures changed differ from before. What no rule reads, a language
// model may put into instructions that the rules do read; it never touches the
// storyboard itself.
//
//   - revise.go: [Entry]; one instruction after the other, and what carries out each intent
//   - model.go: what a language model makes of an instruction that no rule reads
//   - beyond.go: what was understood and cannot be had, and what can instead
//   - stay.go: what is not to change
//   - answered.go: what an instruction names and nothing answers
//
// # What an instruction speaks of
//
//   - find.go: scenes by their numbers, kinds and topics
//   - aim.go: scenes by a moment, by what is said meanwhile, and by what an instruction has just spoken of
//   - compose.go: several instructions in one, each by itself
//   - within.go: what is to be done in one scene alone
//   - called.go: scenes by what people call them
//   - located.go: instructions with numbers for the scenes that they call so
//   - names.go: words of a name in a text, in one form or another
//
// # Instructions without a form
//
// What package edit has no form for is taken by its parts, and what it speaks of is found
// by the words of the video.
//
//   - gist.go: what an instruction says without what is beside the point; the sentences that speak of it
//   - manner.go: the few frames in which people put it
//   - phrasings.go: the words of each language for them
//   - dropped.go: what is to go
//   - rest.go: sentences without what goes from them, and what says that once more
//   - denied.go: what is so no longer, and what alone is to stay
//   - ordered.go: what comes first, and how it is shown
//   - contrast.go: one thing in the place of another
//   - renamed.go: who and what has another name
//   - stated.go: statements with another value than the video's
//   - pairs.go: which value of a sentence a statement gives another
//   - told.go: statements that tell more, or another list
//   - value.go: days, times and numbers in a sentence
//
// # Words
//
//   - say.go: what scenes say, sentence by sentence; their pictures follow
//   - apart.go: one sentence at another place, in another scene too, or new at a place
//   - voices.go: what somebody says, and what is said too
//   - text.go: titles and other text on screen
//   - replace.go: words in the place of others, wherever they stand
//   - spelled.go: names written in another way
//   - named.go: what only the video has a name for, removed, moved and mentioned
//   - end.go: the first and the last words, the address
//   - pause.go: silence beside words
//   - spoken.go: words that are stressed, and sentences slower or faster than the rest
//
// # Values
//
//   - amount.go: numbers with their units, found by what they are of
//   - days.go: days
//   - hours.go: times of day, and from one to another
//   - restate.go: statements whose value is another than the video's
//   - chart.go: values of charts
//
// # Lists
//
//   - items.go: the items that a scene shows
//   - ranked.go: items by their places: the second feature, step 4
//   - retell.go: what is said of them
//   - listed.go: what a sentence lists
//
// # Scenes, picture and sound
//
//   - scenes.go: added, removed, moved, merged, split
//   - length.go: of the video and of its scenes
//   - drawn.go: in what form it shows what it shows: steps instead of cards, a table
//   - picture.go: what kind of scene it is, photos and footage
//   - look.go: colours, type, style, transitions, format
//   - cast.go: the presenter
//   - looks.go: the presenter by a description
//   - sound.go: music, loudness, voice, captions
package revise
