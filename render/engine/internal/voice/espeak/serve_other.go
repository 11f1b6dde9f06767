//go:build !((linux || darwin) && (amd64 || arm64))

package espeak

import (
	"errors"
	"runtime"
)

func open(string, string) (func(request) (response, error), error) {
	return nil, errors.New("espeak-ng cannot be opened on " + runtime.GOOS + "/" + runtime.GOARCH)
}
