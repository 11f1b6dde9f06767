// Package revise carries out edits: [Entry.Edit] changes a storyboard by the
// instructions of its entry, in their order.
//
// Package edit reads an instruction into what it asks for. Here it is done: whole
// or not at all, answered in the storyboard's notes, and so that only scenes whose
// words or pictures changed differ from before. What no rule reads, a language
// model may put into instructions that the rules do read; it never touches the
// storyboard itself.
package revise
