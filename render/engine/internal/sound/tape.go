package sound

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"unsafe"
)

// tape keeps what a pass has made, so that the passes after it need not make it again:
// making music costs more than reading it back. It lies in a file, because a long
// programme must not fill the memory: 0.8 MB a second.
type tape struct {
	file *os.File
	w    *bufio.Writer
	r    *bufio.Reader
}

// newTape makes an empty tape in folder dir.
func newTape(dir string) (*tape, error) {
	f, err := os.CreateTemp(dir, "mix-*.tape")
	if err != nil {
		return nil, fmt.Errorf("mix: %w", err)
	}
	return &tape{file: f, w: bufio.NewWriterSize(f, 1<<18), r: bufio.NewReaderSize(nil, 1<<18)}, nil
}

// close throws the tape away.
func (t *tape) close() {
	_ = t.file.Close()
	_ = os.Remove(t.file.Name())
}

// keep writes one block.
func (t *tape) keep(p *pass, n int) error {
	for _, s := range p.kept() {
		if _, err := t.w.Write(raw(s[:n])); err != nil {
			return fmt.Errorf("mix: %w", err)
		}
	}
	return nil
}

// rewind makes the tape ready to be read from its beginning.
func (t *tape) rewind() error {
	if err := t.w.Flush(); err != nil {
		return fmt.Errorf("mix: %w", err)
	}
	if _, err := t.file.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("mix: %w", err)
	}
	t.r.Reset(t.file)
	return nil
}

// next reads the next block of n samples.
func (t *tape) next(p *pass, n int) error {
	for _, s := range p.kept() {
		if _, err := io.ReadFull(t.r, raw(s[:n])); err != nil {
			return fmt.Errorf("mix: read it back: %w", err)
		}
	}
	return nil
}

// raw is the memory of samples as bytes, in the order of this processor: no other
// reads it.
func raw(s []float32) []byte {
	if len(s) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&s[0])), 4*len(s))
}
