// Package script turns a brief into a storyboard: it writes what is said, fits it
// to the length, and decides scene by scene what is shown.
//
// It reads the prompt with package prompt, keeps the user's own words wherever
// it can, and adds nothing that the prompt, the context files or the values do
// not say. A language model may write instead, through [LLM]; what it answers is
// checked like a file that a person wrote.
//
// # From a brief to a storyboard
//
//   - script.go: [Request] and [Write], the order of all that follows
//   - briefed.go: a few facts told from a script by their length
//   - beat.go: one thing that the video says, with its picture; how one point becomes beats
//   - compose.go: beats in the order of a story: hook, body, call to action
//   - occasion.go: fragments that say when an event is
//   - plan.go: how many scenes, what is merged and parted, where the presenter stands
//   - fit.go: what is left out where the words are longer than the video
//   - dress.go: look, voice, presenter, music, grounds, transitions, literal texts
//   - casting.go: presenters by their looks
//   - tidy.go: what only shows once every scene stands
//   - variant.go: what the second to the fourth result do otherwise
//   - check.go: what has to hold for a storyboard to be drawn
//   - risk.go: how near it is to a slide deck
//
// # What opens, parts and ends a video
//
//   - opener.go: introduces the subject where the prompt does not
//   - striking.go: opens with the most striking number
//   - viewer.go: speaks to those it welcomes instead of about them
//   - agenda.go: what it covers, warnings, thanks
//   - chapters.go: chapter cards
//   - cards.go: title and end card, the brand's name
//   - sting.go: a prompt that wants the brand in motion and nothing else
//   - parting.go: the last sentence where nobody is asked for anything
//   - recap.go: the last list once more in one sentence
//
// # The picture that a sentence asks for
//
// Each of these reads one form of fact; shape.go asks them in turn.
//
//   - shape.go: the choice; figures with what they count
//   - figures.go: numbers with their units, in running text
//   - measured.go: what verbs of measure say, in other languages
//   - measure.go: ranges, and what is measured apart from its period
//   - alone.go: labels that make sense by themselves, in six languages
//   - whole.go: the same in English, and pieces torn off a sentence
//   - statrow.go: several figures in one row
//   - pair.go: two figures of two times, side by side
//   - states.go: a value and the one that it replaces
//   - changes.go: several changes in one sentence
//   - moved.go: what has gone from one value to another, in other languages
//   - moves.go: what becomes of several prices
//   - contrast.go: "Before: … After: …" as two columns
//   - columns.go: columns of data files and their units; comparisons looked up in them
//   - table.go: two sides against each other; labels with values
//   - sides.go: two things that are to be compared, told one after the other
//   - rows.go: tables, shown as they are
//   - series.go: the values of periods, as a chart
//   - told.go: the same where a sentence tells them
//   - goal.go: what there is of what is needed
//   - dated.go: dated events on a line
//   - undated.go: a day taken off the head of its sentence
//   - day.go: the one day of a sentence, large
//   - still.go: figures that name and do not count up
//   - hours.go: opening hours and times of day
//   - hours_tongues.go: opening hours in the other languages
//   - prices.go: offers with their prices
//   - offers.go: what a job or an event offers
//   - clauses.go: sentences of three clauses or more, drawn clause by clause
//   - given.go: what a viewer gets, and what is only so
//   - lists.go: lists, what they are of, and when their items are named
//   - inline.go: the list inside a sentence
//   - imperative.go: orders by their forms, in other languages
//   - incase.go: what is to be done in a case, as steps
//   - row.go: short orders that follow each other
//   - steps.go: a counted list in the sentences behind it
//   - sequence.go: sentences that count themselves off
//   - icons.go: the icon that shows a thing
//   - headline.go: a text cut to a length at a clause
//   - claim.go: what a statement shows of its sentence
//
// # Facts that fill a video, or do not
//
//   - elaborate.go: what is said around facts where there is time
//   - elaborate_words.go: its words by language
//   - linger.go: more of what is known where scenes would stand long
//   - retell.go: facts in smaller steps, and once more
//   - thin.go: a topic without facts becomes questions to its viewers
//   - thin_words.go: those questions by language
//   - ask.go: a question and its answer
//   - talk.go: conversations
//   - sober.go: news that nobody is glad of
//   - silent.go: storyboards that nobody speaks
//
// # Sentences
//
//   - wording.go: what a language says, and the patterns that it is read by
//   - english.go: English
//   - german.go: German
//   - german_cases.go: its cases
//   - romance.go: Spanish, French, Portuguese, Italian
//   - dutch.go: Dutch
//   - hebrew.go: Hebrew
//   - wordless.go: languages without words of ours
//   - phrases.go: set phrases around thanks, warnings, prices
//   - worded.go: English facts as they are noted, as they are said
//   - fragment.go: fragments that state a figure, in English
//   - verbless.go: notes without a verb, in English
//   - stated.go: the same in other languages
//   - stated_changes.go: what they state of changes and of earlier values
//   - labels.go: labelled facts as sentences
//   - nouns.go: the head of a noun phrase, its article and number
//   - marks.go: marks for the voice, which are not shown
//
// # Scenes that the prompt plans itself
//
//   - planned.go: their words stay, their kinds follow what they show
//   - account.go: what their directions name and the finished scenes lack
//   - planned_shown.go: what of their pictures is drawn, and what is not
//   - visual.go: what a scene's picture holds: items, figures, words
//   - visual_series.go: its charts and tables
//   - visual_data.go: data of charts in other orders
//   - visual_seen.go: figures, routes and titles that its words hold
//   - visual_sides.go: its comparisons
//   - motion.go: its motion verbs
//
// # Files of the entry
//
//   - source.go: which facts of context files are told, and where
//   - material.go: the facts of Markdown and text files, and how near they are to the topic
//   - files.go: reading them inside the entry's folder
//   - assets.go: B-roll for the scenes that ask for it
//   - media.go: which file of thousands it is
//
// # Edits
//
//   - edits.go: instructions one by one, each whole or not at all
//   - edits_find.go: which scene an instruction means
//   - edits_names.go: what only the video knows by name, and how it is found
//   - edits_say.go: the sentences of scenes
//   - edits_text.go: titles and other text on screen
//   - edits_replace.go: words in the place of others, wherever they stand
//   - edits_pause.go: pauses within and between scenes
//   - edits_named.go: what is named is removed, swapped, mentioned or no longer said
//   - edits_days.go: other days and times of day
//   - edits_amount.go: amounts, wherever they stand
//   - edits_restate.go: statements that give what the video says another value
//   - edits_chart.go: values of charts
//   - edits_length.go: how long scenes and the video last
//   - edits_scenes.go: scenes that come, go and change places
//   - edits_end.go: first and last words, addresses, the call to action
//   - edits_items.go: items of lists
//   - edits_listed.go: what a sentence lists
//   - edits_retell.go: the words that say a list that was changed
//   - edits_picture.go: what kind a scene is, and its pictures
//   - edits_look.go: format, style, colours, grounds, fonts, logos, transitions
//   - edits_sound.go: music, captions, voice and language
//   - edits_cast.go: the presenter: who, where, how near
//   - edits_looks.go: a presenter by looks
//   - edits_beyond.go: what cannot be edited, with what can be done instead
//
// # Storyboard files and language models
//
//   - yaml.go: writing them
//   - decode.go: reading them, with every mistake at its place
//   - unheard.go: cues that no word answers to
//   - llm.go: a language model behind an endpoint
//   - draft.go: what it is asked and what it may answer
//   - answers.go: answers kept
//   - lint.go: what makes worse videos, in a prompt
//   - policy.go: what a text may not say
package script
