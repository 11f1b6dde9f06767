//go:build (linux || darwin) && (amd64 || arm64)

package ort

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"syscall"
	"unsafe"

	"github.com/ebitengine/purego"
	"golang.org/x/sys/unix"
)

// The table entries in use, counted in struct OrtApi of onnxruntime_c_api.h.
const (
	fnGetErrorMessage           = 2
	fnCreateEnv                 = 3
	fnCreateSessionFromArray    = 8
	fnRun                       = 9
	fnCreateSessionOptions      = 10
	fnSetOptimizedModelFilePath = 11
	fnSetSessionExecutionMode   = 13
	fnDisableMemPattern         = 17
	fnSetGraphOptimizationLevel = 23
	fnSetIntraOpNumThreads      = 24
	fnSetInterOpNumThreads      = 25
	fnCreateRunOptions          = 39
	fnCreateTensorWithData      = 49
	fnGetTensorMutableData      = 51
	fnGetDimensionsCount        = 61
	fnGetDimensions             = 62
	fnGetTensorShapeCount       = 64
	fnGetTensorTypeAndShape     = 65
	fnCreateCPUMemoryInfo       = 69
	fnReleaseStatus             = 93
	fnReleaseSession            = 95
	fnReleaseValue              = 96
	fnReleaseRunOptions         = 97
	fnReleaseTypeAndShape       = 99
	fnReleaseSessionOptions     = 100
	fnAddSessionConfigEntry     = 130
	fnAddRunConfigEntry         = 165
	tableLength                 = 166
)

// apiVersion is the oldest table that has everything above; newer libraries
// hand it out as well.
const apiVersion = 12

// Element types of the C API.
const (
	typeFloat = 1
	typeInt64 = 7
)

// Runtime is an opened ONNX Runtime library. It lives as long as the process:
// the library cannot be unloaded safely.
type Runtime struct {
	Version string // "1.14.1"
	Path    string
	table   *[tableLength]uintptr
	env     uintptr
	memory  uintptr
}

// Load opens the shared library at path.
func Load(path string) (*Runtime, error) {
	lib, err := purego.Dlopen(path, purego.RTLD_NOW|purego.RTLD_LOCAL)
	if err != nil {
		return nil, fmt.Errorf("open ONNX Runtime %s: %w", path, err)
	}
	getBase, err := purego.Dlsym(lib, "OrtGetApiBase")
	if err != nil {
		return nil, fmt.Errorf("%s is not an ONNX Runtime library: %w", path, err)
	}
	base, _, _ := purego.SyscallN(getBase)
	if base == 0 {
		return nil, fmt.Errorf("%s: OrtGetApiBase returned nothing", path)
	}
	fns := *(**[2]uintptr)(unsafe.Pointer(&base))
	table, _, _ := purego.SyscallN(fns[0], apiVersion)
	if table == 0 {
		return nil, fmt.Errorf("%s: ONNX Runtime is older than C API %d", path, apiVersion)
	}
	version, _, _ := purego.SyscallN(fns[1])
	r := &Runtime{Path: path, Version: goString(version), table: *(**[tableLength]uintptr)(unsafe.Pointer(&table))}
	const warnings = 3 // errors and worse: the models' unused initialisers are not news
	if err := r.call(fnCreateEnv, warnings, cString("render"), ref(&r.env)); err != nil {
		return nil, err
	}
	const arenaAllocator, defaultMemory = 1, 0
	if err := r.call(fnCreateCPUMemoryInfo, arenaAllocator, defaultMemory, ref(&r.memory)); err != nil {
		return nil, err
	}
	return r, nil
}

// arg is one word of a C call and what must stay alive until it returns.
type arg struct {
	word uintptr
	keep any
}

func cString(s string) arg {
	b := append([]byte(s), 0)
	return arg{uintptr(unsafe.Pointer(&b[0])), b}
}

// ref passes the address of a Go variable. The caller's variable escapes to the
// heap because keep is an interface, so the address stays good.
func ref[T any](p *T) arg { return arg{uintptr(unsafe.Pointer(p)), p} }

func sliceRef[T any](s []T) arg {
	return arg{uintptr(unsafe.Pointer(unsafe.SliceData(s))), s}
}

// call runs table entry n, which must return an OrtStatus, and turns that into
// an error.
func (r *Runtime) call(n int, args ...any) error {
	words := make([]uintptr, len(args))
	for i, a := range args {
		switch v := a.(type) {
		case arg:
			words[i] = v.word
		case uintptr:
			words[i] = v
		case int:
			words[i] = uintptr(v)
		default:
			panic(fmt.Sprintf("ort: argument of type %T", a))
		}
	}
	status, _, _ := purego.SyscallN(r.table[n], words...)
	runtime.KeepAlive(args)
	if status == 0 {
		return nil
	}
	text, _, _ := purego.SyscallN(r.table[fnGetErrorMessage], status)
	err := errors.New("onnxruntime " + r.Version + ": " + goString(text))
	purego.SyscallN(r.table[fnReleaseStatus], status)
	return err
}

func (r *Runtime) release(n int, p uintptr) {
	if p != 0 {
		purego.SyscallN(r.table[n], p)
	}
}

// goString copies a C string.
func goString(p uintptr) string {
	if p == 0 {
		return ""
	}
	c := *(**byte)(unsafe.Pointer(&p))
	n := 0
	for *(*byte)(unsafe.Add(unsafe.Pointer(c), n)) != 0 {
		n++
	}
	return string(unsafe.Slice(c, n))
}

// Session is a loaded model. Run may be called from several goroutines.
type Session struct {
	r  *Runtime
	mu sync.RWMutex // held for reading by Run, for writing by Close
	p  uintptr

	data []byte // the mapped file
}

// Optimize loads an ONNX model, simplifies it for this processor, and writes it to
// path in the form that OpenFile loads.
func (r *Runtime) Optimize(model []byte, path string) error {
	const optimizeAll = 99
	opts, err := r.options(1, [][2]string{{"session.save_model_format", "ORT"}})
	if err != nil {
		return err
	}
	defer r.release(fnReleaseSessionOptions, opts)
	if err := r.call(fnSetGraphOptimizationLevel, opts, optimizeAll); err != nil {
		return err
	}
	if err := r.call(fnSetOptimizedModelFilePath, opts, cString(path)); err != nil {
		return err
	}
	var p uintptr
	err = r.call(fnCreateSessionFromArray, r.env, sliceRef(model), len(model), opts, ref(&p))
	r.release(fnReleaseSession, p)
	if err != nil {
		return fmt.Errorf("optimise model: %w", err)
	}
	return nil
}

// OpenFile loads a model that Optimize wrote. The file is mapped into memory and
// its weights are used where they lie, so it must not change while the session
// lives. threads is the number of threads one Run may use; with 1 a Run computes
// on the calling thread alone, and its result does not depend on what else the
// machine does.
func (r *Runtime) OpenFile(path string, threads int) (*Session, error) {
	data, err := mapFile(path)
	if err != nil {
		return nil, fmt.Errorf("load model: %w", err)
	}
	opts, err := r.options(threads, [][2]string{
		{"session.load_model_format", "ORT"},
		{"session.use_ort_model_bytes_directly", "1"},
		{"session.use_ort_model_bytes_for_initializers", "1"},
	})
	if err != nil {
		return nil, err
	}
	defer r.release(fnReleaseSessionOptions, opts)
	s := &Session{r: r, data: data}
	if err := r.call(fnCreateSessionFromArray, r.env, sliceRef(data), len(data), opts, ref(&s.p)); err != nil {
		_ = syscall.Munmap(data)
		return nil, fmt.Errorf("load model: %w", err)
	}
	return s, nil
}

// Trim gives memory that models and sentences have left back to the system: the C
// library keeps what it once had, in an arena for each thread. Where it cannot be asked,
// as by musl or on macOS, that stays.
func Trim() {
	if trim, err := purego.Dlsym(purego.RTLD_DEFAULT, "malloc_trim"); err == nil {
		purego.SyscallN(trim, 0)
	}
}

func mapFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() == 0 {
		return nil, errors.New("empty file")
	}
	return syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_PRIVATE)
}

// options makes the session options that every model shares; the caller releases
// them.
func (r *Runtime) options(threads int, entries [][2]string) (uintptr, error) {
	var opts uintptr
	if err := r.call(fnCreateSessionOptions, ref(&opts)); err != nil {
		return 0, err
	}
	const sequential = 0
	err := errors.Join(
		r.call(fnSetSessionExecutionMode, opts, sequential),
		r.call(fnSetIntraOpNumThreads, opts, threads),
		r.call(fnSetInterOpNumThreads, opts, 1),
		// Inputs differ in length, so remembered memory patterns would only cost.
		r.call(fnDisableMemPattern, opts),
	)
	for _, e := range append(entries,
		// Waiting threads must leave the cores to drawing and encoding.
		[2]string{"session.intra_op.allow_spinning", "0"},
		// Denormal floats in the fading tails slow x86 down tenfold.
		[2]string{"session.set_denormal_as_zero", "1"},
	) {
		err = errors.Join(err, r.call(fnAddSessionConfigEntry, opts, cString(e[0]), cString(e[1])))
	}
	if err != nil {
		r.release(fnReleaseSessionOptions, opts)
		return 0, err
	}
	return opts, nil
}

// Close frees the model once running calls have returned.
func (s *Session) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.r.release(fnReleaseSession, s.p)
	if s.p != 0 {
		_ = syscall.Munmap(s.data)
	}
	s.p, s.data = 0, nil
}

// Run computes the named outputs from the inputs.
func (s *Session) Run(inputs []Tensor, outputs ...string) ([]Tensor, error) {
	return s.run(0, inputs, outputs, nil)
}

// Shrink is a last Run for a while: afterwards the session gives back the working
// memory that it keeps from larger inputs, and the weights until they are used again.
// The model writes into memory of ours, whose size a Run before tells: an answer that lay in
// the session's own would hold all of the block that it lies in.
func (s *Session) Shrink(inputs []Tensor, outputs ...string) error {
	into, err := s.run(0, inputs, outputs, nil)
	if err != nil {
		return err
	}
	var opts uintptr
	if err := s.r.call(fnCreateRunOptions, ref(&opts)); err != nil {
		return err
	}
	defer s.r.release(fnReleaseRunOptions, opts)
	if err := s.r.call(fnAddRunConfigEntry, opts, cString("memory.enable_memory_arena_shrinkage"), cString("cpu:0")); err != nil {
		return err
	}
	if _, err := s.run(opts, inputs, outputs, into); err != nil {
		return err
	}
	return s.Forget()
}

// Forget gives back the memory of the weights until they are used again.
func (s *Session) Forget() error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.p == 0 {
		return nil
	}
	return unix.Madvise(s.data, unix.MADV_DONTNEED) // a mapped file: it can be read again
}

// run computes the outputs, into the memory of into where that is given.
func (s *Session) run(opts uintptr, inputs []Tensor, outputs []string, into []Tensor) ([]Tensor, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.p == 0 {
		return nil, errors.New("onnxruntime: session is closed")
	}
	r := s.r
	values := make([]uintptr, len(inputs))
	defer func() {
		for _, v := range values {
			r.release(fnReleaseValue, v)
		}
	}()
	inNames, keepIn := names(len(inputs), func(i int) string { return inputs[i].Name })
	for i, t := range inputs {
		if err := r.wrap(t, &values[i]); err != nil {
			return nil, fmt.Errorf("input %s: %w", t.Name, err)
		}
	}
	outNames, keepOut := names(len(outputs), func(i int) string { return outputs[i] })
	results := make([]uintptr, len(outputs))
	defer func() {
		for _, v := range results {
			r.release(fnReleaseValue, v)
		}
	}()
	for i, t := range into {
		if err := r.wrap(t, &results[i]); err != nil {
			return nil, fmt.Errorf("output %s: %w", t.Name, err)
		}
	}
	err := r.call(fnRun, s.p, opts, sliceRef(inNames), sliceRef(values), len(inputs), sliceRef(outNames), len(outputs), sliceRef(results))
	runtime.KeepAlive(inputs)
	runtime.KeepAlive(into)
	runtime.KeepAlive(keepIn)
	runtime.KeepAlive(keepOut)
	if err != nil {
		return nil, err
	}
	out := make([]Tensor, len(outputs))
	for i, v := range results {
		if out[i], err = r.read(v); err != nil {
			return nil, fmt.Errorf("output %s: %w", outputs[i], err)
		}
		out[i].Name = outputs[i]
	}
	return out, nil
}

// wrap makes a value of a tensor where it lies.
func (r *Runtime) wrap(t Tensor, value *uintptr) error {
	kind, size, data := typeFloat, 4*len(t.F32), sliceRef(t.F32)
	if t.I64 != nil {
		kind, size, data = typeInt64, 8*len(t.I64), sliceRef(t.I64)
	}
	return r.call(fnCreateTensorWithData, r.memory, data, size, sliceRef(t.Shape), len(t.Shape), kind, ref(value))
}

func names(n int, at func(int) string) (ptrs []uintptr, keep [][]byte) {
	for i := range n {
		b := append([]byte(at(i)), 0)
		keep = append(keep, b)
		ptrs = append(ptrs, uintptr(unsafe.Pointer(&b[0])))
	}
	return ptrs, keep
}

// read copies a float tensor out of the runtime's memory.
func (r *Runtime) read(v uintptr) (Tensor, error) {
	var info, rank, count, data uintptr
	if err := r.call(fnGetTensorTypeAndShape, v, ref(&info)); err != nil {
		return Tensor{}, err
	}
	defer func() { r.release(fnReleaseTypeAndShape, info) }()
	if err := r.call(fnGetDimensionsCount, info, ref(&rank)); err != nil {
		return Tensor{}, err
	}
	t := Tensor{Shape: make([]int64, rank)}
	if err := r.call(fnGetDimensions, info, sliceRef(t.Shape), rank); err != nil {
		return Tensor{}, err
	}
	if err := r.call(fnGetTensorShapeCount, info, ref(&count)); err != nil {
		return Tensor{}, err
	}
	if err := r.call(fnGetTensorMutableData, v, ref(&data)); err != nil {
		return Tensor{}, err
	}
	t.F32 = make([]float32, count)
	if count > 0 {
		copy(t.F32, unsafe.Slice(*(**float32)(unsafe.Pointer(&data)), count))
	}
	return t, nil
}
