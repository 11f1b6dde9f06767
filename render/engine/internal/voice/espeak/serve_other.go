//go:build !((linux || darwin) && (amd64 || arm64))

package espeak

import (
	"errors"
	"io"
	"runtime"
)

func serve(string, string, io.Reader, io.Writer) error {
	return errors.New("espeak-ng cannot be opened on " + runtime.GOOS + "/" + runtime.GOARCH)
}
