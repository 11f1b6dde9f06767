//go:build !((linux || darwin) && (amd64 || arm64))

package ort

import (
	"errors"
	"runtime"
)

// Runtime is an opened ONNX Runtime library; this platform has none.
type Runtime struct {
	Version string
	Path    string
}

// Session is a loaded model.
type Session struct{}

var errNone = errors.New("ONNX Runtime cannot be opened on " + runtime.GOOS + "/" + runtime.GOARCH)

// Load reports that the platform is not supported.
func Load(string) (*Runtime, error) { return nil, errNone }

// Optimize reports that the platform is not supported.
func (*Runtime) Optimize([]byte, string) error { return errNone }

// OpenFile reports that the platform is not supported.
func (*Runtime) OpenFile(string, int) (*Session, error) { return nil, errNone }

// Close does nothing.
func (*Session) Close() {}

// Run reports that the platform is not supported.
func (*Session) Run([]Tensor, ...string) ([]Tensor, error) { return nil, errNone }

// Shrink reports that the platform is not supported.
func (*Session) Shrink([]Tensor, ...string) error { return errNone }

// Trim does nothing.
func Trim() {}

// Forget does nothing.
func (*Session) Forget() error { return nil }
