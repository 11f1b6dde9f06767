package pattern

import (
	"strings"
	"sync/atomic"
	"unsafe"
)

// text is what a string has: its single bytes, pairs and triples, as kinds of bytes.
type text struct {
	of   string
	all  bool // has writings of letters that kinds do not tell: it may have everything
	mask uint32
	has  []uint64 // a bit for each gram's hash; several grams may share one
}

// There are 126 kinds: letters without their case, digits as one, spaces as one, each
// other sign of ASCII, each first byte of a longer character, and the bytes that follow one.
const (
	digit = 27 + iota
	space
	following
	other // the first of the others
)

const (
	kelvin = 'K' // the sign, which is a K where case is none
	longS  = 'ſ'
)

var kindOf = func() (out [256]byte) {
	next := byte(other)
	for b := range 256 {
		switch {
		case b >= 0x80 && b < 0xC0:
			out[b] = following
		case b >= 'a' && b <= 'z':
			out[b] = byte(b-'a') + 1
		case b >= 'A' && b <= 'Z':
			out[b] = byte(b-'A') + 1
		case b >= '0' && b <= '9':
			out[b] = digit
		case b <= ' ':
			out[b] = space
		default:
			out[b] = next
			next++
		}
	}
	return out
}()

// gram is up to three kinds of bytes in a row, 0 = none, spread over 32 bits.
func gram(a, b, c byte) uint32 {
	return (uint32(a)<<14 | uint32(b)<<7 | uint32(c)) * 0x9E3779B1 >> 15
}

// recent are the texts asked about last: one text is asked a thousand questions in a row.
var recent [128]atomic.Pointer[text]

// textOf is what s has.
func textOf(s string) *text {
	slot := &recent[(uint64(uintptr(unsafe.Pointer(unsafe.StringData(s))))*0x9E3779B97F4A7C15>>40^uint64(len(s)))%uint64(len(recent))]
	if t := slot.Load(); t != nil && len(t.of) == len(s) && unsafe.StringData(t.of) == unsafe.StringData(s) {
		return t
	}
	bits := 256
	for bits < 16*len(s) && bits < 1<<15 {
		bits *= 2
	}
	t := &text{of: s, mask: uint32(bits - 1), has: make([]uint64, bits/64)}
	var a, b byte
	for i := range len(s) {
		c := kindOf[s[i]]
		t.set(gram(c, 0, 0))
		if b != 0 {
			t.set(gram(b, c, 0))
		}
		if a != 0 {
			t.set(gram(a, b, c))
		}
		a, b = b, c
	}
	t.all = t.may([]uint32{gram(following, 0, 0)}) && (strings.ContainsRune(s, kelvin) || strings.ContainsRune(s, longS))
	slot.Store(t)
	return t
}

func (t *text) set(g uint32) { g &= t.mask; t.has[g/64] |= 1 << (g % 64) }

// may tells whether the text may have all of some grams.
func (t *text) may(grams []uint32) bool {
	for _, g := range grams {
		if g &= t.mask; t.has[g/64]&(1<<(g%64)) == 0 {
			return false
		}
	}
	return true
}

// meets tells whether the text may have all that is needed.
func (t *text) meets(needs []need) bool {
	if t.all {
		return true
	}
next:
	for _, n := range needs {
		for _, piece := range n {
			if t.may(piece) {
				continue next
			}
		}
		return false
	}
	return true
}
