//go:build !((linux || darwin) && (amd64 || arm64))

package sherpa

import (
	"errors"
	"runtime"
)

func open(string, Model, string) (func(Ask) (Said, error), error) {
	return nil, errors.New("sherpa-onnx cannot be opened on " + runtime.GOOS + "/" + runtime.GOARCH)
}
