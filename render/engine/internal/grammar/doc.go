// Package grammar holds what the languages say to a video agent: how each orders, tells,
// opens and ends, its names for kinds of video and for pictures, and how a text's language
// is told.
//
//   - tongue.go: [Tongue], what is known of a language
//   - tongues.go, english.go, dutch.go, hebrew.go: the languages
//   - relay.go, relay_semitic.go: orders to pass something on to somebody, by language
//   - gender.go: the gender of German nouns
//   - tags.go, tagger.go: the parts of speech of English words
//   - predicate.go: what makes a sentence of an English text
//   - lang.go, lang_words.go: which language a text is in
//   - purpose.go: the words of each purpose
//   - glossary.go: the words that direct pictures, put into English
package grammar
