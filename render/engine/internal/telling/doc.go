// Package telling makes of one fact what is said and what is shown of it.
//
// [Writer] reads a sentence, a fragment or a list and writes a [Beat]: the words, and
// the picture that they ask for. It knows nothing of the video around the fact:
// package script puts beats in the order of a story and fits them to a length,
// package revise asks for a scene anew whose words were changed.
//
//   - writer.go: [Writer], its notes, how long words take to speak
//   - beat.go: [Beat]; how one point of a brief becomes one
//   - words.go: first and last words, key words, quotations
//   - marks.go: marks for the voice, which are not shown
//
// # The picture that a sentence asks for
//
// Each of these reads one form of fact; shape.go asks them in turn.
//
//   - shape.go: the choice; figures with what they count
//   - figurelabel.go: what a figure measures, in the sentence's own words
//   - as_written.go: labels with amounts and lists, by their shape alone
//   - partwise.go: sentences with figures in several parts, part by part
//   - figures.go: numbers with their units, in running text
//   - reading.go: one such number, with what stands around it
//   - parted.go: sentences of several parts, in other languages
//   - over_under.go: English clauses over, in and under their figures
//   - measure.go: ranges, and what is measured apart from its period
//   - measured.go: what verbs of measure say, in other languages
//   - alone.go: labels that make sense by themselves, in six languages
//   - whole.go: the same in English, and pieces torn off a sentence
//   - sure.go: what stands around an English figure against its sentence
//   - statrow.go: several figures in one row
//   - counted.go: the same wherever the verbs of an English sentence stand
//   - noted.go: notes of figures, with what they are compared to, in English
//   - noted_part.go: one part of such a note
//   - pair.go: two figures of two times, side by side
//   - states.go: a value and the one that it replaces
//   - changes.go: several changes in one sentence
//   - moved.go: what has gone from one value to another, in other languages
//   - moves.go: what becomes of several prices
//   - contrast.go: "Before: … After: …" as two columns
//   - table.go: two sides against each other; labels with values
//   - sides.go: two things that are to be compared, told one after the other
//   - listsides.go: two lists beside each other
//   - rows.go: tables, shown as they are
//   - series.go: the values of periods, as a chart
//   - told.go: the same where a sentence tells them
//   - goal.go: what there is of what is needed
//   - dated.go: dated events on a line
//   - undated.go: a day taken off the head of its sentence
//   - history.go: a history in several sentences, on one line
//   - day.go: the one day of a sentence, large
//   - still.go: figures that name and do not count up
//   - in_turn.go: what comes after what in one sentence, in English
//   - hours.go: opening hours and times of day
//   - hours_tongues.go: opening hours in the other languages
//   - occasion.go: fragments that say when an event is
//   - prices.go: offers with their prices
//   - offers.go: what a job or an event offers
//   - icons.go: the icon that shows a thing
//   - headline.go: a text cut to a length at a clause
//   - claim.go: what a statement shows of its sentence
//
// # Lists and steps
//
//   - lists.go: lists, what they are of, and when their items are named
//   - inline.go: the list inside a sentence
//   - enumerated.go: the same by the parts of speech of its words, in English
//   - clauses.go: sentences of three clauses or more, drawn clause by clause
//   - imperative.go: orders by their forms, in other languages
//   - incase.go: what is to be done in a case, as steps
//   - row.go: short orders that follow each other
//   - steps.go: a counted list in the sentences behind it
//   - sequence.go: sentences that count themselves off
//   - agenda.go: what a video covers, warnings, thanks
//   - ask.go: a question and its answer
//
// # Notes made into sentences
//
//   - phrases.go: set phrases around thanks, warnings, prices
//   - sound.go: the gate for what is made of English notes
//   - worded.go: English facts as they are noted, as they are said
//   - fragment.go: fragments that state a figure, in English
//   - verbless.go: notes without a verb, in English
//   - stated.go: the same in other languages
//   - stated_changes.go: what they state of changes and of earlier values
//   - labels.go: labelled facts as sentences
//   - given.go: what a viewer gets, and what is only so
//   - viewer.go: speaks to those it welcomes instead of about them
//
// # Pictures that a plan describes
//
//   - visual_series.go: charts and tables
//   - visual_data.go: data of charts in other orders
//   - visual_sides.go: comparisons
package telling
