package container

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxBoxes bounds the walk over a file made of millions of tiny boxes.
const maxBoxes = 1 << 16

// box is one ISO media box: its body lies at [start, end).
type box struct {
	kind       string
	start, end int64
}

// walk calls f for each box in [from, to). A box that runs over the end is a cut.
func walk(r io.ReaderAt, from, to int64, count *int, f func(box) error) error {
	for from < to {
		if *count++; *count > maxBoxes {
			return errors.New("too many boxes for a video file")
		}
		if to-from < 8 {
			return &CutError{Size: to, Part: "box header"}
		}
		var h [16]byte
		if _, err := r.ReadAt(h[:8], from); err != nil {
			return fmt.Errorf("read: %w", err)
		}
		size, head := int64(binary.BigEndian.Uint32(h[:4])), int64(8)
		kind := string(h[4:8])
		switch size {
		case 0: // to the end of the file
			size = to - from
		case 1:
			if to-from < 16 {
				return &CutError{Size: to, Part: "box header"}
			}
			if _, err := r.ReadAt(h[8:16], from+8); err != nil {
				return fmt.Errorf("read: %w", err)
			}
			large := binary.BigEndian.Uint64(h[8:16])
			if large > 1<<62 {
				return fmt.Errorf("box %q has an impossible size", kind)
			}
			size, head = int64(large), 16
		}
		if size < head {
			return fmt.Errorf("box %q has an impossible size", kind)
		}
		if size > to-from {
			return &CutError{Size: to, Want: from + size, Part: fmt.Sprintf("%q box", kind)}
		}
		if err := f(box{kind, from + head, from + size}); err != nil {
			return err
		}
		from += size
	}
	return nil
}

func probeMP4(r io.ReaderAt, size int64, brand string) (Info, error) {
	info := Info{Format: "mp4"}
	if strings.HasPrefix(brand, "qt") {
		info.Format = "mov"
	}
	var count int
	var movie, media bool
	var fragments float64
	err := walk(r, 0, size, &count, func(b box) error {
		switch b.kind {
		case "moov":
			movie = true
			return probeMoov(r, b, &count, &info, &fragments)
		case "mdat":
			media = true
		}
		return nil
	})
	if err != nil {
		return info, err
	}
	switch {
	case !movie:
		return info, &CutError{Size: size, Part: "index (no moov box)"}
	case !media:
		return info, &CutError{Size: size, Part: "media (no mdat box)"}
	}
	if info.Seconds == 0 {
		info.Seconds = fragments
	}
	return info, nil
}

func probeMoov(r io.ReaderAt, moov box, count *int, info *Info, fragments *float64) error {
	var scale uint32
	return walk(r, moov.start, moov.end, count, func(b box) error {
		switch b.kind {
		case "mvhd":
			s, d, err := header(r, b)
			if err != nil {
				return err
			}
			if scale = s; s > 0 {
				info.Seconds = float64(d) / float64(s)
			}
		case "mvex": // fragmented: the length stands in mehd
			return walk(r, b.start, b.end, count, func(b box) error {
				var buf [12]byte
				if b.kind != "mehd" || scale == 0 || b.end-b.start < 8 {
					return nil
				}
				if _, err := r.ReadAt(buf[:min(12, b.end-b.start)], b.start); err != nil {
					return fmt.Errorf("read: %w", err)
				}
				d := uint64(binary.BigEndian.Uint32(buf[4:8]))
				if buf[0] == 1 {
					d = binary.BigEndian.Uint64(buf[4:12])
				}
				*fragments = float64(d) / float64(scale)
				return nil
			})
		case "trak":
			return walk(r, b.start, b.end, count, func(b box) error {
				// The picture's size ends the track header, as 16.16 numbers; sound
				// has zeros there.
				if b.kind != "tkhd" || b.end-b.start < 84 || info.Width > 0 {
					return nil
				}
				var buf [8]byte
				if _, err := r.ReadAt(buf[:], b.end-8); err != nil {
					return fmt.Errorf("read: %w", err)
				}
				info.Width = int(binary.BigEndian.Uint32(buf[:4]) >> 16)
				info.Height = int(binary.BigEndian.Uint32(buf[4:]) >> 16)
				return nil
			})
		}
		return nil
	})
}

// header reads time scale and duration of an mvhd box.
func header(r io.ReaderAt, b box) (scale uint32, duration uint64, err error) {
	var buf [32]byte
	n := min(int64(len(buf)), b.end-b.start)
	if _, err := r.ReadAt(buf[:n], b.start); err != nil {
		return 0, 0, fmt.Errorf("read: %w", err)
	}
	switch {
	case buf[0] == 1 && n >= 32:
		duration = binary.BigEndian.Uint64(buf[24:32])
		if duration == 1<<64-1 { // "not known"
			duration = 0
		}
		return binary.BigEndian.Uint32(buf[20:24]), duration, nil
	case buf[0] == 0 && n >= 20:
		d := binary.BigEndian.Uint32(buf[16:20])
		if d == 1<<32-1 {
			d = 0
		}
		return binary.BigEndian.Uint32(buf[12:16]), uint64(d), nil
	}
	return 0, 0, errors.New("the movie header is damaged")
}
