package x264

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// Build names the library that encodes here ("core 164 r3095 baee400"); "" where there
// is none. It belongs into the key of everything that is encoded.
var Build = sync.OnceValue(func() string {
	out, err := command(context.Background(), "build").Output()
	if err != nil {
		return ""
	}
	return string(out)
})

// environment is the process's: no keys, no settings. Memory that one stream leaves
// serves the next, and all of it by the way on which glibc zeroes it (see zeroed). It
// comes in huge pages: at 1080p x264 takes 140 MB, whose 36,000 page faults would cost
// more than encoding a short scene, and looking addresses up a tenth of the rest.
var environment = []string{"LC_ALL=C", "MALLOC_MMAP_THRESHOLD_=1073741824", "MALLOC_TRIM_THRESHOLD_=2147483647",
	"GLIBC_TUNABLES=glibc.malloc.tcache_count=0:glibc.malloc.hugetlb=1"}

func command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "/proc/self/exe", append([]string{argument}, args...)...) // still there when a rebuild has replaced the file
	cmd.Env = environment
	return cmd
}

// Encoder is a process that encodes one stream after another, all of frames of one
// size. It is for one goroutine.
type Encoder struct {
	ring
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Reader
	words bytes.Buffer
}

// Start starts an encoder for frames of a size. ctx ends it.
func Start(ctx context.Context, size image.Point) (*Encoder, error) {
	if Build() == "" {
		return nil, ErrMissing
	}
	n := slots * slotBytes(size)
	fd, err := unix.MemfdCreate("render frames", unix.MFD_CLOEXEC)
	if err != nil {
		return nil, fmt.Errorf("share frames: %w", err)
	}
	mem := os.NewFile(uintptr(fd), "frames")
	defer mem.Close()
	if err := mem.Truncate(int64(n)); err != nil {
		return nil, fmt.Errorf("share frames: %w", err)
	}
	shared, err := unix.Mmap(fd, 0, n, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return nil, fmt.Errorf("share frames: %w", err)
	}
	e := &Encoder{ring: newRing(size, shared)}
	e.cmd = command(ctx, strconv.Itoa(n))
	e.cmd.ExtraFiles = []*os.File{mem}
	e.cmd.Stderr = &e.words
	out, err := e.cmd.StdoutPipe()
	if err == nil {
		e.in, err = e.cmd.StdinPipe()
	}
	if err == nil {
		err = e.cmd.Start()
	}
	if err != nil {
		_ = unix.Munmap(e.shared)
		return nil, fmt.Errorf("start an encoder: %w", err)
	}
	e.out = bufio.NewReaderSize(out, 1<<20)
	return e, nil
}

// Close ends the process.
func (e *Encoder) Close() {
	_ = e.in.Close() // it ends when its input does
	_ = e.cmd.Process.Kill()
	_ = e.cmd.Wait()
	_ = unix.Munmap(e.shared)
}

// Encode encodes frames 0 … count−1 as one stream. It hands over the parameter sets
// (SPS and PPS among other NAL units, each after its length in four bytes), and then
// every frame, in order and one a call. After an error the encoder is of no more use.
func (e *Encoder) Encode(o Options, count int, frame func(i int) Frame, header func([]byte) error, sample func(Sample) error) error {
	o.Size = e.size
	b, err := json.Marshal(o)
	if err != nil {
		return fmt.Errorf("encoder: %w", err)
	}
	if _, err := e.in.Write(append(binary.LittleEndian.AppendUint32([]byte{requestOpen}, uint32(len(b))), b...)); err != nil {
		return e.failure(err)
	}
	_, head, err := e.answer(nil)
	if err == nil {
		err = header(head)
	}
	if err != nil {
		return e.failure(err)
	}
	free, read := make(chan struct{}, slots), make(chan error, 1)
	for range slots {
		free <- struct{}{}
	}
	go func() { read <- e.read(count, free, sample) }()
	for i := range count {
		select {
		case <-free:
		case err := <-read:
			return e.failure(err)
		}
		e.put(i, frame(i))
		if _, err := e.in.Write([]byte{byte(i % slots)}); err != nil {
			return e.failure(errors.Join(<-read, err))
		}
	}
	if _, err := e.in.Write([]byte{requestFlush}); err != nil {
		return e.failure(errors.Join(<-read, err))
	}
	return e.failure(<-read)
}

// read takes one answer for each of count frames, and those for what was still in the
// encoder when they ended.
func (e *Encoder) read(count int, free chan<- struct{}, sample func(Sample) error) error {
	var buf []byte
	got := 0
	for i := 0; ; i++ {
		kind, b, err := e.answer(buf)
		if err != nil {
			return err
		}
		buf = b[:0]
		if len(b) > 0 {
			got++
			if err := sample(Sample{b, kind == answerKey}); err != nil {
				return err
			}
		}
		if i < count {
			free <- struct{}{}
		}
		if kind == answerDone {
			if got != count {
				return fmt.Errorf("x264 made %d frames of %d", got, count)
			}
			return nil
		}
	}
}

// answer reads one answer into buf, or into more memory.
func (e *Encoder) answer(buf []byte) (kind byte, data []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(e.out, head[:]); err != nil {
		return 0, nil, err
	}
	n := int(binary.LittleEndian.Uint32(head[1:]))
	if cap(buf) < n {
		buf = make([]byte, n)
	}
	buf = buf[:n]
	if _, err := io.ReadFull(e.out, buf); err != nil {
		return 0, nil, err
	}
	if head[0] == answerError {
		return 0, nil, errors.New(string(buf))
	}
	return head[0], buf, nil
}

// patience is how long a process that says nothing more may take to end.
const patience = 3 * time.Second

// failure ends the process, and adds what it said; nil stays nil.
func (e *Encoder) failure(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.EPIPE) {
		defer time.AfterFunc(patience, func() { _ = e.cmd.Process.Kill() }).Stop()
		err = fmt.Errorf("the process that encodes ended early (%w): run again; if it ends again, look whether memory is short", cmp.Or(e.cmd.Wait(), err))
	}
	_ = e.cmd.Process.Kill()
	_ = e.cmd.Wait()
	if said := strings.TrimSpace(e.words.String()); said != "" && !strings.Contains(err.Error(), said) {
		return fmt.Errorf("encoder: %w: %s", err, said)
	}
	return fmt.Errorf("encoder: %w", err)
}
