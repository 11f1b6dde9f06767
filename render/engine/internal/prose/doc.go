// Package prose cuts running text into lines, sentences, words and quotations, in every
// language that the engine reads, and finds lengths, addresses and words of a vocabulary
// in it. It knows nothing of videos.
package prose
