package container

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// EBML ids of the few Matroska elements that are read.
const (
	idSegment  = 0x18538067
	idInfo     = 0x1549a966
	idScale    = 0x2ad7b1
	idDuration = 0x4489
	idTracks   = 0x1654ae6b
	idTrack    = 0xae
	idVideo    = 0xe0
	idWidth    = 0xb0
	idHeight   = 0xba
	idCluster  = 0x1f43b675
)

const unknownSize = -1

// element is one EBML element: its body lies at [start, end); end is unknownSize
// for a live-written segment or cluster.
type element struct {
	id         uint32
	start, end int64
}

// next reads the element header at pos.
func next(r io.ReaderAt, pos, limit int64) (element, error) {
	var buf [12]byte
	n, err := r.ReadAt(buf[:min(int64(len(buf)), limit-pos)], pos)
	if err != nil && !errors.Is(err, io.EOF) {
		return element{}, fmt.Errorf("read: %w", err)
	}
	b := buf[:n]
	idLen := vintLen(b, 4)
	if idLen == 0 {
		return element{}, &CutError{Size: limit, Part: "element header"}
	}
	var id uint32
	for _, c := range b[:idLen] {
		id = id<<8 | uint32(c)
	}
	b = b[idLen:]
	sizeLen := vintLen(b, 8)
	if sizeLen == 0 {
		return element{}, &CutError{Size: limit, Part: "element header"}
	}
	size := uint64(b[0]) & (1<<(8-sizeLen) - 1)
	for _, c := range b[1:sizeLen] {
		size = size<<8 | uint64(c)
	}
	e := element{id: id, start: pos + int64(idLen+sizeLen)}
	switch {
	case size == 1<<(7*sizeLen)-1:
		e.end = unknownSize
	case size > uint64(limit-e.start):
		return e, &CutError{Size: limit, Want: e.start + int64(min(size, 1<<61)), Part: fmt.Sprintf("element %#x", id)}
	default:
		e.end = e.start + int64(size)
	}
	return e, nil
}

// vintLen is the length of the variable integer at the start of b, 0 when it is
// not all there or longer than limit.
func vintLen(b []byte, limit int) int {
	if len(b) == 0 || b[0] == 0 {
		return 0
	}
	n := 1
	for mask := byte(0x80); b[0]&mask == 0; mask >>= 1 {
		n++
	}
	if n > limit || n > len(b) {
		return 0
	}
	return n
}

// each calls f for the elements of [from, to).
func each(r io.ReaderAt, from, to int64, count *int, f func(element) (stop bool, err error)) error {
	for from < to {
		if *count++; *count > maxBoxes {
			return errors.New("too many elements for a video file")
		}
		e, err := next(r, from, to)
		if err != nil {
			return err
		}
		stop, err := f(e)
		if err != nil || stop {
			return err
		}
		if e.end == unknownSize { // only the last one may be open
			return nil
		}
		from = e.end
	}
	return nil
}

func probeWebM(r io.ReaderAt, size int64) (Info, error) {
	info := Info{Format: "webm"}
	var count int
	var segment, cluster bool
	scale, ticks := uint64(1_000_000), 0.0 // nanoseconds a tick
	err := each(r, 0, size, &count, func(e element) (bool, error) {
		if e.id != idSegment {
			return false, nil
		}
		segment = true
		end := e.end
		if end == unknownSize {
			end = size
		}
		return true, each(r, e.start, end, &count, func(e element) (bool, error) {
			switch e.id {
			case idInfo:
				return false, each(r, e.start, bound(e, size), &count, func(e element) (bool, error) {
					switch e.id {
					case idScale:
						return false, readUint(r, e, &scale)
					case idDuration:
						return false, readFloat(r, e, &ticks)
					}
					return false, nil
				})
			case idTracks:
				return false, probeTracks(r, e, size, &count, &info)
			case idCluster:
				// The segment's own size was checked already; there is no need to
				// walk over every cluster of a long video.
				cluster = true
				return true, nil
			}
			return false, nil
		})
	})
	if err != nil {
		return info, err
	}
	if !segment || !cluster {
		return info, &CutError{Size: size, Part: "media (no cluster)"}
	}
	if info.Seconds = ticks * float64(scale) / 1e9; math.IsInf(info.Seconds, 0) {
		return info, errors.New("the duration in the header is damaged")
	}
	return info, nil
}

func probeTracks(r io.ReaderAt, tracks element, size int64, count *int, info *Info) error {
	return each(r, tracks.start, bound(tracks, size), count, func(e element) (bool, error) {
		if e.id != idTrack {
			return false, nil
		}
		return false, each(r, e.start, bound(e, size), count, func(e element) (bool, error) {
			if e.id != idVideo || info.Width > 0 {
				return false, nil
			}
			return false, each(r, e.start, bound(e, size), count, func(e element) (bool, error) {
				var n uint64
				switch e.id {
				case idWidth:
					err := readUint(r, e, &n)
					info.Width = int(min(n, 1<<20))
					return false, err
				case idHeight:
					err := readUint(r, e, &n)
					info.Height = int(min(n, 1<<20))
					return false, err
				}
				return false, nil
			})
		})
	})
}

func bound(e element, size int64) int64 {
	if e.end == unknownSize {
		return size
	}
	return e.end
}

func readUint(r io.ReaderAt, e element, n *uint64) error {
	var buf [8]byte
	if e.end == unknownSize || e.end-e.start > 8 {
		return errors.New("a number in the header is damaged")
	}
	b := buf[8-(e.end-e.start):]
	if _, err := r.ReadAt(b, e.start); err != nil && len(b) > 0 {
		return fmt.Errorf("read: %w", err)
	}
	*n = binary.BigEndian.Uint64(buf[:])
	return nil
}

func readFloat(r io.ReaderAt, e element, f *float64) error {
	var buf [8]byte
	n := e.end - e.start
	if e.end == unknownSize || n != 4 && n != 8 {
		return errors.New("the duration in the header is damaged")
	}
	if _, err := r.ReadAt(buf[:n], e.start); err != nil {
		return fmt.Errorf("read: %w", err)
	}
	if n == 4 {
		*f = float64(math.Float32frombits(binary.BigEndian.Uint32(buf[:4])))
	} else {
		*f = math.Float64frombits(binary.BigEndian.Uint64(buf[:]))
	}
	if math.IsNaN(*f) || math.IsInf(*f, 0) || *f < 0 {
		return errors.New("the duration in the header is damaged")
	}
	return nil
}
