// Package script turns a brief into a storyboard: it writes what is said, fits it
// to the length, and decides scene by scene what is shown.
//
// It reads the prompt with package prompt, keeps the user's own words wherever
// it can, and adds nothing that the prompt, the context files or the values do
// not say. How one fact is said and shown is package telling's; what a language
// says around facts is package tongue's; edits are package revise's. A language
// model may write instead, through [llm.Client]; what it answers is checked like a
// file that a person wrote.
//
// # From a brief to a storyboard
//
//   - script.go: [Request] and [Write], the order of all that follows
//   - briefed.go: a few facts told from a script by their length
//   - compose.go: beats in the order of a story: hook, body, call to action
//   - plan.go: how many scenes, what is merged and parted, what each shows
//   - presented.go: where the presenter stands, and what is read beside them
//   - fit.go: what is left out where the words are longer than the video
//   - dress.go: look, voice, presenter, music, transitions
//   - palette.go: the prompt's colours, and the grounds that a third one makes
//   - literal.go: texts that stand on screen character for character
//   - tidy.go: what only shows once every scene stands
//   - variant.go: how the second to the fourth result look otherwise
//   - order.go: what they tell in another order
//   - draft.go: what a language model is asked, and what it may answer
//   - draft_facts.go: what of its answer its sources must have
//
// # What opens, parts and ends a video
//
//   - opener.go: introduces the subject where the prompt does not
//   - opener_words.go: the words by what the video is for
//   - striking.go: opens with the most striking number
//   - chapters.go: chapter cards
//   - cards.go: title and end card, the brand's name
//   - sting.go: a prompt that wants the brand in motion and nothing else
//   - parting.go: the last sentence where nobody is asked for anything
//   - recap.go: the last list once more in one sentence
//
// # Facts that fill a video, or do not
//
//   - elaborate.go: what is said around facts where there is time
//   - linger.go: more of what is known where scenes would stand long
//   - retell.go: facts in smaller steps, lists to do once more
//   - seen.go: facts in a second picture, to music
//   - thin.go: a topic without facts becomes questions to its viewers
//   - thin_words.go: those questions by language
//   - talk.go: conversations
//   - sober.go: news that nobody is glad of
//   - silent.go: storyboards that nobody speaks
//
// # Scenes that the prompt plans itself
//
//   - planned.go: their words stay, their kinds follow what they show
//   - account.go: what their directions name and the finished scenes lack
//   - ground.go: the grounds that they stand on
//   - silence.go: what of the plan nothing follows from
//   - planned_words.go: presenters, overlays, statements, titles and ends of plans
//   - planned_asked.go: what kind of picture they ask for
//   - planned_heads.go: what stands over the parts of their pictures
//   - planned_shown.go: what of their pictures is drawn, and what is not
//   - visual.go: what a scene's picture holds, and its figures
//   - visual_kinds.go: the same by the kind of the scene
//   - visual_number.go: figures, from and to which they count
//   - visual_items.go: the items that a picture lists
//   - visual_rows.go: tables in one line: prices, opening hours
//   - visual_seen.go: figures, routes and titles that its words hold
//   - motion.go: its motion verbs
//
// # Files of the entry
//
//   - source.go: which facts of context files are told, and where
//   - material.go: the facts of Markdown and text files, and how near they are to the topic
//   - rows.go: tables as they are meant: decimal commas, totals, missing cells
//   - superlative.go: what the prompt asks of a table: who grew the most
//   - superlative_tongues.go: the same in other languages
//   - columns.go: columns of data files and their units; comparisons looked up in them
//   - files.go: the storyboard that an entry pins
//   - assets.go: B-roll for the scenes that ask for it
//   - media.go: which file of thousands it is
package script
