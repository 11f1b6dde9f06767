package prompt

// IsClause tells a sentence from a phrase, by the finite verbs of a language.
func IsClause(s, lang string) bool { return (&parser{b: &Brief{}, t: tongueFor(lang)}).isClause(s) }
