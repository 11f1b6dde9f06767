package x264

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"unsafe"

	"github.com/ebitengine/purego"
	"golang.org/x/sys/unix"
)

// What x264.h of build 164 lays down (libx264-164 of Debian 12 and Ubuntu 24.04). A
// library's file name and the name of its first function carry the build's number, so
// that no other can be taken for it.
const (
	soname = "libx264.so.164"
	opener = "x264_encoder_open_164"

	paramBytes   = 1024
	paramWidth   = 28
	paramHeight  = 32
	paramCSP     = 36
	paramPsy     = 624 // analyse.b_psy; b_mb_info follows, then its update, then two dead zones
	paramMBInfo  = 628
	paramZones   = 636
	pictureBytes = 240
	pictureKey   = 12
	picturePTS   = 16
	pictureCSP   = 40
	picturePlane = 44 // number of planes
	pictureWidth = 48 // four strides
	pictureData  = 64 // four addresses
	pictureInfo  = 112
	nalBytes     = 40
	nalPayload   = 20
	nalData      = 24

	cspI420  = 2
	constant = 1 // X264_MBINFO_CONSTANT
)

// Answers of the helper.
const (
	answerData = iota
	answerKey  // data of an IDR frame
	answerDone
	answerError
)

// Requests besides the number of a slot that holds the next frame.
const (
	requestOpen  = 'o' // followed by the length of the options and themselves, JSON
	requestFlush = 'f'
)

const argument = "render-x264"

func init() {
	if len(os.Args) < 2 || os.Args[1] != argument {
		return
	}
	signal.Ignore(os.Interrupt) // the parent's to answer, whose end closes our input
	runtime.LockOSThread()
	if err := serve(os.Args[2:], bufio.NewReader(os.Stdin), bufio.NewWriterSize(os.Stdout, 1<<20)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// library is libx264's functions.
type library struct {
	preset  func(param unsafe.Pointer, preset, tune *byte) int32
	parse   func(param unsafe.Pointer, name, value string) int32
	profile func(param unsafe.Pointer, profile string) int32
	cleanup func(param unsafe.Pointer)
	open    func(param unsafe.Pointer) uintptr
	headers func(h uintptr, nal *unsafe.Pointer, count *int32) int32
	encode  func(h uintptr, nal *unsafe.Pointer, count *int32, in, out unsafe.Pointer) int32
	delayed func(h uintptr) int32
	lag     func(h uintptr) int32 // the most frames that it may hold back
	close   func(h uintptr)
	picture func(pic unsafe.Pointer)

	mallopt func(option, value int32) int32 // glibc's
	trim    func(pad uint64) int32          // malloc_trim
}

func load() (*library, error) {
	so, err := purego.Dlopen(soname, purego.RTLD_NOW)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMissing, err)
	}
	if _, err := purego.Dlsym(so, opener); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMissing, err)
	}
	l := &library{}
	for name, f := range map[string]any{
		"x264_param_default_preset": &l.preset, "x264_param_parse": &l.parse, "x264_param_apply_profile": &l.profile,
		"x264_param_cleanup": &l.cleanup, opener: &l.open, "x264_encoder_headers": &l.headers, "x264_encoder_encode": &l.encode,
		"x264_encoder_delayed_frames": &l.delayed, "x264_encoder_maximum_delayed_frames": &l.lag, "x264_encoder_close": &l.close, "x264_picture_init": &l.picture,
	} {
		purego.RegisterLibFunc(f, so, name)
	}
	if _, err := purego.Dlsym(purego.RTLD_DEFAULT, "mallopt"); err != nil {
		return nil, fmt.Errorf("%w: the C library cannot be told to hand out zeroed memory: %w", ErrMissing, err)
	}
	purego.RegisterLibFunc(&l.mallopt, purego.RTLD_DEFAULT, "mallopt")
	purego.RegisterLibFunc(&l.trim, purego.RTLD_DEFAULT, "malloc_trim")
	return l, nil
}

// zeroed sets whether malloc hands out zeroed memory: x264 told what stands still reads
// strengths of deblocking that it has not written (valgrind shows it, and only then), in
// memory that it takes when a stream begins. What it takes later, for its frames, is a
// hundred megabytes that it always writes first: that is as the environment says, which
// the tests use.
func (l *library) zeroed(on bool) {
	const perturb = -6 // M_PERTURB: freed memory is filled with the value, new memory with its complement
	value, _ := strconv.Atoi(os.Getenv("MALLOC_PERTURB_"))
	if on {
		value = 255
	}
	l.mallopt(perturb, int32(value))
}

// giveBack returns to the system what of the heap is zero, as it will be again where it is
// used: the room for coded frames, a third of an encoder's memory, is laid out for frames
// that do not compress at all.
func giveBack() error {
	heap, err := heap()
	if err != nil {
		return err
	}
	const page = 2 << 20 // a huge one
	first := int(-uintptr(unsafe.Pointer(&heap[0])) & (page - 1))
	for ; first+page <= len(heap); first += page {
		if p := heap[first:][:page:page]; bytes.Count(p, []byte{0}) == page {
			if err := unix.Madvise(p, unix.MADV_DONTNEED); err != nil {
				return fmt.Errorf("give memory back: %w", err)
			}
		}
	}
	return nil
}

// heap is the memory that malloc deals out.
func heap() ([]byte, error) {
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		return nil, fmt.Errorf("find the heap: %w", err)
	}
	before, _, found := bytes.Cut(maps, []byte("[heap]"))
	if !found {
		return nil, nil
	}
	var from, to uintptr
	if _, err := fmt.Sscanf(string(before[bytes.LastIndexByte(before, '\n')+1:]), "%x-%x", &from, &to); err != nil {
		return nil, fmt.Errorf("find the heap: %w", err)
	}
	return unsafe.Slice((*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&from))), to-from), nil
}

// params is an x264_param_t.
type params [paramBytes]byte

func (p *params) at(offset int) *int32 { return (*int32)(unsafe.Pointer(&p[offset])) }

// settings fills p. It refuses a library whose structure is another one than ours: its
// defaults are then not where they belong.
func (l *library) settings(p *params, o Options) error {
	preset := append([]byte(o.Preset), 0)
	if l.preset(unsafe.Pointer(p), &preset[0], nil) < 0 {
		return fmt.Errorf("x264 has no preset %q", o.Preset)
	}
	if *p.at(paramWidth) != 0 || *p.at(paramHeight) != 0 || *p.at(paramCSP) != cspI420 || *p.at(paramPsy) != 1 ||
		*p.at(paramMBInfo) != 0 || *p.at(paramZones) != 21 || *p.at(paramZones + 4) != 11 {
		return fmt.Errorf("%w: its settings are laid out otherwise", ErrMissing)
	}
	*p.at(paramWidth), *p.at(paramHeight) = int32(o.Size.X), int32(o.Size.Y)
	for _, s := range append([]string{"log=0", "fps=" + strconv.Itoa(o.FPS), "annexb=0"}, o.Params...) {
		name, value, _ := strings.Cut(s, "=")
		if l.parse(unsafe.Pointer(p), name, value) < 0 {
			return fmt.Errorf("x264 does not know %s", s)
		}
	}
	if !o.Plain {
		*p.at(paramMBInfo) = 1
	}
	if l.profile(unsafe.Pointer(p), "high") < 0 {
		return errors.New("x264 cannot encode so in the High profile")
	}
	return nil
}

// session is one encoder and what it reads from.
type session struct {
	*library
	handle uintptr
	opts   Options
	shared []byte
	info   [][]byte // what is known of the macroblocks of the frames that the encoder may still look at
	n      int
}

func serve(args []string, in *bufio.Reader, out *bufio.Writer) error {
	l, err := load()
	if err != nil {
		return err
	}
	if len(args) == 1 && args[0] == "build" {
		return l.tell(out)
	}
	shared, err := syscall.Mmap(3, 0, size(args), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return fmt.Errorf("share frames: %w", err)
	}
	var s *session
	for {
		op, err := in.ReadByte()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read a request: %w", err)
		}
		switch op {
		case requestOpen:
			s, err = l.start(in, shared)
			if err == nil {
				err = s.header(out)
			}
		case requestFlush:
			err = s.flush(out)
		default:
			err = s.frame(out, int(op))
		}
		if err != nil {
			_ = answer(out, answerError, []byte(err.Error()))
			_ = out.Flush()
			return err
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("answer: %w", err)
		}
	}
}

func size(args []string) int {
	if len(args) == 0 {
		return 0
	}
	n, _ := strconv.Atoi(args[0])
	return n
}

func answer(out *bufio.Writer, kind byte, data []byte) error {
	var head [5]byte
	head[0] = kind
	binary.LittleEndian.PutUint32(head[1:], uint32(len(data)))
	_, _ = out.Write(head[:])
	_, err := out.Write(data)
	return err
}

func (l *library) start(in *bufio.Reader, shared []byte) (*session, error) {
	var n uint32
	if err := binary.Read(in, binary.LittleEndian, &n); err != nil {
		return nil, err
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(in, b); err != nil {
		return nil, err
	}
	s := &session{library: l, shared: shared}
	if err := json.Unmarshal(b, &s.opts); err != nil {
		return nil, err
	}
	p := new(params)
	if err := l.settings(p, s.opts); err != nil {
		return nil, err
	}
	defer l.cleanup(unsafe.Pointer(p))
	large := Large(s.opts.Size)
	if large {
		l.trim(0) // what the stream before has left
	}
	l.zeroed(true)
	s.handle = l.open(unsafe.Pointer(p))
	l.zeroed(false)
	if s.handle == 0 {
		return nil, errors.New("x264 cannot encode with these settings")
	}
	w, h := blocks(s.opts.Size)
	s.info = make([][]byte, l.lag(s.handle)+2)
	for i := range s.info {
		s.info[i] = make([]byte, w*h)
	}
	if large {
		return s, giveBack()
	}
	return s, nil
}

// header answers with the parameter sets, which a file keeps outside of its frames.
func (s *session) header(out *bufio.Writer) error {
	var nal unsafe.Pointer
	var count int32
	n := s.headers(s.handle, &nal, &count)
	if n < 0 {
		return errors.New("x264 gave no headers")
	}
	return answer(out, answerData, payload(nal, n))
}

// payload is what the NAL units from nal on hold: n bytes in one piece.
func payload(nal unsafe.Pointer, n int32) []byte {
	if n <= 0 || nal == nil {
		return nil
	}
	return unsafe.Slice(*(**byte)(unsafe.Add(nal, nalData)), n)
}

func (s *session) frame(out *bufio.Writer, slot int) error {
	if s == nil || slot >= slots {
		return errors.New("a frame came before its encoder")
	}
	var pic [pictureBytes]byte
	s.picture(unsafe.Pointer(&pic))
	at := func(offset int) unsafe.Pointer { return unsafe.Pointer(&pic[offset]) }
	size := s.opts.Size
	mem := s.shared[slot*slotBytes(size):]
	luma, chroma := size.X*size.Y, size.X/2*(size.Y/2)
	*(*int64)(at(picturePTS)) = int64(s.n)
	*(*int32)(at(pictureCSP)), *(*int32)(at(picturePlane)) = cspI420, 3
	for i, w := range []int{size.X, size.X / 2, size.X / 2} {
		*(*int32)(at(pictureWidth + 4*i)) = int32(w)
		*(*uintptr)(at(pictureData + 8*i)) = uintptr(unsafe.Pointer(&mem[[]int{0, luma, luma + chroma}[i]]))
	}
	if !s.opts.Plain {
		info := s.info[s.n%len(s.info)]
		copy(info, mem[luma+2*chroma:])
		*(*uintptr)(at(pictureInfo)) = uintptr(unsafe.Pointer(&info[0])) // read until the frame is encoded
	}
	s.n++
	return s.next(out, unsafe.Pointer(&pic))
}

// next gives the encoder a frame, or none, and answers with what it has ready.
func (s *session) next(out *bufio.Writer, in unsafe.Pointer) error {
	var nal unsafe.Pointer
	var count int32
	var pic [pictureBytes]byte
	n := s.encode(s.handle, &nal, &count, in, unsafe.Pointer(&pic))
	if n < 0 {
		return errors.New("x264 could not encode a frame")
	}
	kind := byte(answerData)
	if *(*int32)(unsafe.Pointer(&pic[pictureKey])) != 0 {
		kind = answerKey
	}
	return answer(out, kind, payload(nal, n))
}

func (s *session) flush(out *bufio.Writer) error {
	if s == nil {
		return errors.New("an end came before its encoder")
	}
	for s.delayed(s.handle) > 0 {
		if err := s.next(out, nil); err != nil {
			return err
		}
	}
	s.close(s.handle)
	return answer(out, answerDone, nil)
}

// tell writes the library's own name for its build, which it puts before each stream.
func (l *library) tell(out *bufio.Writer) error {
	p := new(params)
	if err := l.settings(p, Options{Size: image.Pt(64, 64), FPS: 30, Preset: "ultrafast", Params: []string{"threads=1"}}); err != nil {
		return err
	}
	h := l.open(unsafe.Pointer(p))
	if h == 0 {
		return errors.New("x264 does not start")
	}
	defer l.close(h)
	var nal unsafe.Pointer
	var count int32
	n := l.headers(h, &nal, &count)
	_, name, found := strings.Cut(string(payload(nal, n)), "x264 - ")
	if !found {
		return errors.New("x264 does not say which build it is")
	}
	name, _, _ = strings.Cut(name, " - ")
	_, _ = out.WriteString(name)
	return out.Flush()
}
