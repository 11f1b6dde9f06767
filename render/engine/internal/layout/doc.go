// Package layout brings the layouts that people write plans of scenes in into the one that
// the parser reads, "Scene 1: b-roll (5 s)" with a field on each line below. It takes lines
// and gives lines: what they mean is for the parser to say.
//
// # Layouts
//
//   - plan.go: [Plans], the order of all that follows
//   - heads.go: with heads that share lines or are marked otherwise
//   - chat.go: as the messages of a chat
//   - tagged.go: with other words before their numbers, and slides with their notes
//   - table.go: as tables
//   - wrapped.go: as tables of plain text whose rows take several lines
//   - marks.go: with pictographs, rows of settings, Japanese heads
//   - blocks.go: as lists under the names of their parts, and with heads in brackets
//   - story.go: as the parts of a story, by their names
//   - times.go: as lines with times or numbers
//   - told.go: told in sentences, by numbers
//   - film.go: the sentences that tell a film
//   - below.go: settings below a plan, parts between dashes
//   - data.go: as JSON or YAML; data_shown.go: what it shows
//   - screenplay.go: as screenplays
//   - voiced.go: as lines that each say what is seen and said
//   - one_line.go: scenes within one line
//   - unfold.go: lists and labels within one line
//   - nest.go: lists in lists
//   - speech_marks.go: pauses and emphasis
//
// # What stands in a scene
//
//   - scene_head.go: its head
//   - fields.go: the names of its fields
//   - settings.go: formats, sets, transitions
//   - motion.go: motion verbs
//   - still.go: what is seen without them
//   - carried.go: what a finished scene carries out of its directions
//   - headings.go: which part of a brief a heading opens
package layout
