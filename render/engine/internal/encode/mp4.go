package encode

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// track writes one H.264 stream as an MP4 file (ISO/IEC 14496-12 and -15): the samples
// as they come, and then the tables that say where they lie. Every frame lasts as long
// as the next and none is out of order, so there is little to say.
type track struct {
	w     io.WriteSeeker
	set   Settings
	sps   []byte
	pps   []byte
	sizes []uint32
	keys  []uint32 // numbers of the frames that decoding may begin with, from 1
	bytes uint64
}

// ticks is how long a frame lasts in the track's timescale.
const ticks = 512

// NAL unit types of parameter sets.
const (
	nalSPS = 7
	nalPPS = 8
)

// newTrack begins a file. header holds the parameter sets among NAL units, each after
// its length in four bytes.
func newTrack(w io.WriteSeeker, s Settings, header []byte) (*track, error) {
	t := &track{w: w, set: s}
	for len(header) > 4 {
		n := binary.BigEndian.Uint32(header)
		if uint64(n) > uint64(len(header)-4) || n == 0 {
			return nil, errors.New("mp4: the encoder's header is cut")
		}
		nal := header[4 : 4+n]
		switch nal[0] & 31 {
		case nalSPS:
			t.sps = bytes.Clone(nal)
		case nalPPS:
			t.pps = bytes.Clone(nal)
		}
		header = header[4+n:]
	}
	if len(t.sps) < 4 || t.pps == nil {
		return nil, errors.New("mp4: the encoder gave no parameter sets")
	}
	_, err := w.Write(append(fileType(), mdat(0)...))
	return t, err
}

func fileType() []byte {
	return box("ftyp", []byte("isom\x00\x00\x02\x00isomiso2avc1mp41"))
}

// mdat is the head of the box of all samples, which may hold more than 4 GB.
func mdat(n uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte("\x00\x00\x00\x01mdat"), 16+n)
}

// sample appends one frame.
func (t *track) sample(data []byte, key bool) error {
	t.sizes = append(t.sizes, uint32(len(data)))
	t.bytes += uint64(len(data))
	if key {
		t.keys = append(t.keys, uint32(len(t.sizes)))
	}
	_, err := t.w.Write(data)
	return err
}

// close writes the tables.
func (t *track) close() error {
	if _, err := t.w.Write(t.movie()); err != nil {
		return err
	}
	if _, err := t.w.Seek(int64(len(fileType())), io.SeekStart); err != nil {
		return fmt.Errorf("mp4: %w", err)
	}
	_, err := t.w.Write(mdat(t.bytes))
	return err
}

// movie is the box of all that is no sample.
func (t *track) movie() []byte {
	scale, count := uint32(t.set.timescale()), uint32(len(t.sizes))
	length := count * ticks
	wide, high := uint32(t.set.Size.X), uint32(t.set.Size.Y)
	matrix := be(uint32(0x10000), uint32(0), uint32(0), uint32(0), uint32(0x10000), uint32(0), uint32(0), uint32(0), uint32(0x40000000))
	zero := func(n int) []byte { return make([]byte, n) }

	avcC := box("avcC", []byte{1, t.sps[1], t.sps[2], t.sps[3], 0xff, 0xe1}, be(uint16(len(t.sps))), t.sps,
		[]byte{1}, be(uint16(len(t.pps))), t.pps, []byte{0xfd, 0xf8, 0xf8, 0}) // 4:2:0, eight bits
	colr := box("colr", []byte("nclx"), be(uint16(1), uint16(1), uint16(1), uint8(0))) // BT.709, limited range
	avc1 := box("avc1", zero(6), be(uint16(1)), zero(16), be(uint16(wide), uint16(high), uint32(72<<16), uint32(72<<16), uint32(0), uint16(1)),
		zero(32), be(uint16(24), uint16(0xffff)), avcC, colr)
	stbl := box("stbl",
		full("stsd", 0, be(uint32(1)), avc1),
		full("stts", 0, be(uint32(1), count, uint32(ticks))),
		full("stss", 0, be(uint32(len(t.keys)), t.keys)),
		full("stsc", 0, be(uint32(1), uint32(1), count, uint32(1))),
		full("stsz", 0, be(uint32(0), count, t.sizes)),
		full("co64", 0, be(uint32(1), uint64(len(fileType())+16))))
	dinf := box("dinf", full("dref", 0, be(uint32(1)), full("url ", 1)))
	minf := box("minf", full("vmhd", 1, zero(8)), dinf, stbl)
	mdia := box("mdia", full("mdhd", 0, be(uint32(0), uint32(0), scale, length, uint16(0x55c4), uint16(0))),
		full("hdlr", 0, zero(4), []byte("vide"), zero(12), []byte("video\x00")), minf)
	tkhd := full("tkhd", 3, be(uint32(0), uint32(0), uint32(1), uint32(0), length), zero(16), matrix, be(wide<<16, high<<16))
	mvhd := full("mvhd", 0, be(uint32(0), uint32(0), scale, length, uint32(0x10000), uint16(0x100)), zero(10), matrix, zero(24), be(uint32(2)))
	return box("moov", mvhd, box("trak", tkhd, mdia))
}

// be is values in the order of bytes of the format.
func be(values ...any) []byte {
	var b []byte
	for _, v := range values {
		b, _ = binary.Append(b, binary.BigEndian, v) // numbers and slices of them cannot fail
	}
	return b
}

func box(name string, parts ...[]byte) []byte {
	b := append(make([]byte, 4), name...)
	for _, p := range parts {
		b = append(b, p...)
	}
	binary.BigEndian.PutUint32(b, uint32(len(b)))
	return b
}

// full is a box with a version, 0, and flags.
func full(name string, flags byte, parts ...[]byte) []byte {
	return box(name, append([][]byte{{0, 0, 0, flags}}, parts...)...)
}
