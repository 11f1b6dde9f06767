// Package brief holds what a prompt comes to once it is understood: the facts in their
// roles and forms, the scenes, the look, the voice, and notes of what could not be
// honoured, each with its place in the prompt.
package brief
