// Package prompt reads what people write for a video agent: a topic with some
// facts, a whole pasted script, a scene-by-scene plan, or a mixture, with headed
// sections, style blocks and literal on-screen text.
//
// [Parse] separates what is to be said from what is to be done. Instructions
// ("create a 30-second video for…") become fields of the [brief.Brief]; facts become
// [brief.Point]s that still have the user's own words. Parse never fails: what it
// cannot honour it says in a note with the prompt's line.
//
// It stands on package prose (sentences and words), grammar (what each language says to an
// agent), layout (plans of scenes in one layout) and brief (what comes out).
//
// # The way through a prompt
//
//   - parse.go: [Parse], the order of all that follows
//   - settled.go: what is decided once everything is read
//   - classify.go: the questions that tell what a sentence is, in their order
//   - tidied.go: what is taken off a sentence before its verbs are read
//   - courtesy.go: greetings and thanks
//   - first.go: what only the first sentence can be
//   - spoken_by.go: who speaks, in the sentence that orders the video, in English
//   - rough.go: first sentences that order in words that no other reader knows
//   - labelled.go: what a label or a fixed phrase tells
//   - by_verb.go: orders by their verbs
//   - chain.go: two orders in one
//   - aims.go: what a video is to achieve, and leave out
//   - understood.go: notes of what a direction changed
//   - heed.go: notes of what nobody heeds
//
// # Before it is read
//
//   - typed.go: what is typed in haste: slips, chat spellings, pictographs
//   - hasty.go: sentences without capitals, signs for words, directions hung on, in English
//   - wrapped.go: a prompt in quotation marks as a whole
//   - material.go: a file that a video is made from: a README, a changelog, a brief
//   - sources.go: where an order says that its facts come from
//   - pasted.go: letters and comma-separated values, in English
//   - press.go: press releases
//   - letter.go: greetings and signatures around an order
//   - mail.go: the head of an e-mail, in other languages
//   - layout.go: the layouts of scenes and scripts
//   - numbered.go: numbered lists that are scenes
//
// # The order and the topic
//
//   - ordered.go: the parts of an order that its other readers do not know, in English
//   - of_the_video.go: half an English order, and what one says besides
//   - ordered_tongues.go: the same in German, Spanish, French, Italian and Portuguese
//   - ordered_about.go: what the video is about that such an order takes apart
//   - ordered_rest.go: what stands behind its colon
//   - commission.go: things that are ordered by their own names, who sends them and where they are seen, in English
//   - act.go: a video that does something: announces, explains, convinces, in English
//   - make.go: the sentence that orders the video, and the order it is read in
//   - make_head.go: what stands around its noun
//   - make_colon.go: what stands behind its colon
//   - make_report.go: English reports, messages and notices
//   - notes_head.go: what notes are, for whom, and the first of them, in English
//   - notes_tongues.go: the word for notes that stands over them, in other languages
//   - thanks_tongues.go: orders to thank somebody, and thanks in notes, in other languages
//   - event_tongues.go: the event that an announcement is about, in other languages
//   - firstline.go: a first line that orders without a verb
//   - asked_for.go: requests in the ways of English
//   - requested.go: wishes in the ways of other languages
//   - head.go: a heading that orders the video
//   - head_bids.go: a heading that invites
//   - head_welcome.go: a heading that welcomes
//   - head_rest.go: what stands behind its colon
//   - head_words.go: its words by language
//   - topic.go: "for X about Y"
//   - subject.go: the thing that a video is about
//   - audience.go: whom it is for
//   - kind.go: a topic that is only a kind of video
//   - genre.go: the kind of video, in Romance languages
//   - appositive.go: "Name, a thing that …"
//   - name.go: what a script without a topic is about
//   - first_thing.go: the same by its first sentence, in English
//   - invite.go: who is invited, to what, when
//   - inform.go: who is told, of what
//   - recipient.go: whom a message is for
//   - viewers.go: whom a video is for, in other languages
//   - titled.go: titles, and directions in another language than the prompt's
//
// # What is to be said
//
//   - prose.go: running text and its bullet lists
//   - statement.go: a sentence kept as a fact, in its form
//   - stated_label.go: facts behind a label: "When: …", "Rules: …"
//   - apart.go: sentences that hold several orders, in English
//   - splice.go: clauses that run on with commas
//   - orders.go: "explain that …", "mention …", "cover a, b and c", in their order
//   - to_whom.go: orders to tell, show or ask somebody, in English
//   - told.go: texts, sentences and quotations that they order
//   - told_how.go: questions: "explain how …"
//   - told_listed.go: lists and comparisons
//   - compared.go: comparisons whose sides sentences tell of, in English
//   - frames.go: to whom it is to be told, before what
//   - framed.go: orders that have a shape of their own
//   - reorder.go: the first sentence in other words, in English
//   - reorder_tongues.go: the same in German and the Romance languages
//   - relay.go: orders to pass something on to somebody, in other languages
//   - explain.go: to whom something is explained, by language
//   - warn.go: warnings
//   - ends.go: "open with …", "end with …"
//   - cover.go: what is to be covered, with its details in brackets
//   - list.go: lists
//   - changenotes.go: lists of changes with their kinds
//   - tables.go: tables
//   - announce.go: orders to compare, recommend and invite, in other languages
//   - side_by_side.go: two things that such an order compares
//   - contrast.go: two states of one thing
//   - chapters.go: chapters
//   - faq.go: questions with their answers
//   - asked.go: headings that are questions
//   - quotation.go: quotations and who said them
//   - testimonials.go: several of them in one line
//   - talk.go: conversations
//   - as_is.go: words in quotation marks that are to be said as they stand
//   - verbatim.go: texts that stand exactly as they are
//   - onscreen.go: orders to show words
//   - clause.go: sentences told from phrases
//
// # Sections under headings
//
//   - heading.go: headings that open none, and titles
//   - sections.go: what each part holds
//   - section_parts.go: how the value of each is read
//
// # Directions about the production
//
//   - direct.go: a sentence of them
//   - production.go: those between the commas of a topic
//   - style.go: what tells them from facts
//   - styling.go: presenter, set, look
//   - attrs.go: addresses, colours, moods and other words with a value
//   - colors.go: colours by name
//   - fonts.go: the families of headlines and text
//   - length.go: lengths
//   - voicing.go: wishes for the voice
//   - address.go: how viewers are addressed
//   - advice.go: advice to the maker
//   - bids_tongues.go: what the maker is told after the order, part by part, in German and the Romance languages
//   - bids_words.go: its words by language
//   - bids_style.go: how the video is to be
//   - bids_said.go: thanks, wishes and calls that it asks for
//   - aside.go: what is said to the agent in passing, in other languages
//
// # Scenes and plans
//
//   - scenes.go: "Scene 1: …", where a scene begins and ends
//   - scene_read.go: the lines below it, one by one
//   - scene_fields.go: what stands in its fields
//   - scene_loose.go: lines of a scene without a field, and directions in brackets
//   - scene_lines.go: what is said, small, or a remark among the lines of a scene
//   - layers.go: a picture's layers
//   - plan_prose.go: plans told as a film is, by cuts and cameras
//   - cues.go: what the music does from scene to scene
//   - spread.go: shots over one text
//   - scenewise.go: what a direction outside the scenes asks of those that it names
//   - cuts.go: transitions between scenes that a direction names
//
// # Languages
//
//   - foreign.go: languages whose grammar is not known: how they head a prompt
//   - herald.go: orders in them that say what is announced
//   - abroad.go: what they order, and how it is said to the viewers
//   - wishes.go: directions in them, put into English
//   - explaining.go: orders for videos that explain or show something, so recast
//   - recast.go: orders that other languages put around a topic, as the grammar knows them
package prompt
