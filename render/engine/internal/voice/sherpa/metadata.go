package sherpa

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Fields of ONNX's ModelProto and StringStringEntryProto.
const (
	modelMetadata = 14
	entryKey      = 1
	entryValue    = 2

	wireVarint = 0
	wire64     = 1
	wireBytes  = 2
	wire32     = 5

	maxMetadata = 1 << 20 // bytes of one entry
)

var errNotONNX = errors.New("not an ONNX model")

// Metadata reads the properties that an ONNX file carries beside its graph. The
// graph itself, hundreds of megabytes, is stepped over.
func Metadata(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	out, err := metadata(f, info.Size())
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return out, nil
}

func metadata(r io.ReadSeeker, size int64) (map[string]string, error) {
	out := map[string]string{}
	at := int64(0)
	for at < size {
		if _, err := r.Seek(at, io.SeekStart); err != nil {
			return nil, err
		}
		head := make([]byte, min(20, size-at))
		if _, err := io.ReadFull(r, head); err != nil {
			return nil, err
		}
		tag, n := binary.Uvarint(head)
		if n <= 0 {
			return nil, errNotONNX
		}
		at += int64(n)
		switch tag & 7 {
		case wireVarint:
			_, k := binary.Uvarint(head[n:])
			if k <= 0 {
				return nil, errNotONNX
			}
			at += int64(k)
		case wire64:
			at += 8
		case wire32:
			at += 4
		case wireBytes:
			length, k := binary.Uvarint(head[n:])
			if k <= 0 || length > uint64(size-at) {
				return nil, errNotONNX
			}
			at += int64(k)
			if tag>>3 == modelMetadata && length <= maxMetadata {
				entry := make([]byte, length)
				if _, err := r.Seek(at, io.SeekStart); err != nil {
					return nil, err
				}
				if _, err := io.ReadFull(r, entry); err != nil {
					return nil, err
				}
				key, value := pair(entry)
				out[key] = value
			}
			at += int64(length)
		default:
			return nil, errNotONNX
		}
	}
	return out, nil
}

// pair reads one entry; what is not text is left out.
func pair(b []byte) (key, value string) {
	for len(b) > 0 {
		tag, n := binary.Uvarint(b)
		if n <= 0 || tag&7 != wireBytes {
			return
		}
		length, k := binary.Uvarint(b[n:])
		if k <= 0 || length > uint64(len(b)-n-k) {
			return
		}
		text := string(b[n+k : n+k+int(length)])
		switch tag >> 3 {
		case entryKey:
			key = text
		case entryValue:
			value = text
		}
		b = b[n+k+int(length):]
	}
	return
}
