//go:build !(linux && amd64)

package voice

// haveBuiltin says that this binary carries the neural voice: its libraries
// exist for linux/amd64 alone, elsewhere the system's espeak-ng speaks.
const haveBuiltin = false

const runtimeFile, espeakFile = "", ""

func runtimePack() pack { return pack{} }
func jennyPack() pack   { return pack{} }
