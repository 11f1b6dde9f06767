// Package board reads, checks and writes storyboard files: [Decode] and [Encode] are
// each other's reverse, [Check] tells whether a storyboard can be drawn, [Unheard]
// which cues no word answers to, [Unknown] which names nobody has, [Idle] which
// values come out otherwise than they read, and [Risk] how near
// it is to a slide deck.
package board
