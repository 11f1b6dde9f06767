// Package tongue holds what each language says around facts, and the patterns that
// its facts are read by: frames such as "Meet %s.", articles, plurals, the cases of
// German. A frame is for the user's own words; none adds a claim.
//
// [For] finds a language's [Wording]; a language that nothing is known of has
// [Wordless], with which sentences stay as they were written.
package tongue
