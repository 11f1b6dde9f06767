package encode

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"gitops.video/render/render/engine/internal/x264"
)

// join makes one file of segments that a track wrote, sample by sample. ffmpeg could,
// but it opens each of them and decodes a frame to see what it is, which costs as much
// as drawing a second of video.
func join(s Settings, segments []string, path string) error {
	out, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("join: %w", err)
	}
	defer out.Close()
	var t *track
	for _, name := range segments {
		err := func() error {
			f, err := os.Open(name)
			if err != nil {
				return err
			}
			defer f.Close()
			seg, err := readTrack(f)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			if t == nil {
				if t, err = newTrack(out, s, seg.header()); err != nil {
					return err
				}
			}
			return t.append(seg, io.NewSectionReader(f, int64(len(fileType())+len(mdat(0))), int64(seg.bytes)))
		}()
		if err != nil {
			return fmt.Errorf("join: %w", err)
		}
	}
	if t == nil {
		return errors.New("join: no segments")
	}
	if err := t.close(); err != nil {
		return fmt.Errorf("join: %w", err)
	}
	return out.Close()
}

// joins says whether segments are files of our own writing.
func (s Settings) joins() bool { return s.h264() && x264.Build() != "" }

// append adds all samples of another track, which data holds.
func (t *track) append(seg *track, data io.Reader) error {
	for _, k := range seg.keys {
		t.keys = append(t.keys, uint32(len(t.sizes))+k)
	}
	t.sizes = append(t.sizes, seg.sizes...)
	n, err := io.Copy(t.w, data)
	if t.bytes += uint64(n); err == nil && uint64(n) != seg.bytes {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// header is the parameter sets as the encoder gives them.
func (t *track) header() []byte {
	var b []byte
	for _, nal := range [][]byte{t.sps, t.pps} {
		b = append(binary.BigEndian.AppendUint32(b, uint32(len(nal))), nal...)
	}
	return b
}

var errForeign = errors.New("mp4: not one of our own segments")

// readTrack reads the tables of a file that a track wrote.
func readTrack(f io.ReaderAt) (*track, error) {
	start := int64(len(fileType()))
	var head [16]byte
	if _, err := f.ReadAt(head[:], start); err != nil {
		return nil, errForeign
	}
	size := binary.BigEndian.Uint64(head[8:])
	if string(head[:8]) != string(mdat(0)[:8]) || size < 16 || size > 1<<40 {
		return nil, errForeign
	}
	at := start + int64(size)
	if _, err := f.ReadAt(head[:8], at); err != nil {
		return nil, errForeign
	}
	n := binary.BigEndian.Uint32(head[:])
	if n < 8 || n > 1<<26 {
		return nil, errForeign
	}
	movie := make([]byte, n)
	if _, err := f.ReadAt(movie, at); err != nil {
		return nil, errForeign
	}
	t := &track{bytes: size - 16}
	stbl := inside(movie, "moov", "trak", "mdia", "minf", "stbl")
	sizes, keys := inside(stbl, "stsz"), inside(stbl, "stss")
	entry := inside(stbl, "stsd")
	if len(sizes) < 12 || len(keys) < 8 || len(entry) < 8 {
		return nil, errForeign
	}
	t.sizes, t.keys = numbers(sizes[12:]), numbers(keys[8:])
	visual := inside(entry[8:], "avc1")
	if len(visual) < 78 {
		return nil, errForeign
	}
	sets := inside(visual[78:], "avcC")
	for _, set := range []*[]byte{&t.sps, &t.pps} { // six bytes and the first, one and the second
		skip := 6
		if set == &t.pps {
			skip = 1
		}
		if len(sets) < skip+2 {
			return nil, errForeign
		}
		n := int(binary.BigEndian.Uint16(sets[skip:]))
		if sets = sets[skip+2:]; len(sets) < n {
			return nil, errForeign
		}
		*set, sets = sets[:n], sets[n:]
	}
	return t, nil
}

// inside is what the first box of that name holds, and so on inwards; nil where there is none.
func inside(b []byte, names ...string) []byte {
	for _, name := range names {
		var found []byte
		for len(b) >= 8 {
			n := binary.BigEndian.Uint32(b)
			if n < 8 || uint64(n) > uint64(len(b)) {
				break
			}
			if string(b[4:8]) == name {
				found = b[8:n]
				break
			}
			b = b[n:]
		}
		b = found
	}
	return b
}

func numbers(b []byte) []uint32 {
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = binary.BigEndian.Uint32(b[4*i:])
	}
	return out
}
