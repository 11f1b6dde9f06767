package runwaretest

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"

	"gitops.video/render/render/wire"
)

// VideoUUID names a task's n-th result.
func VideoUUID(task string, n int) string { return uuidOf(fmt.Sprintf("video %s %d", task, n)) }

// MediaUUID names stored media by its content.
func MediaUUID(media string) string { return uuidOf("media " + media) }

func uuidOf(s string) string {
	b := sha256.Sum256([]byte(s))
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:16])
}

func hash(s string) uint64 {
	b := sha256.Sum256([]byte(s))
	return binary.BigEndian.Uint64(b[:8])
}

// Video makes a task's n-th result: a container with the right length and size
// around media bytes that follow from the task's UUID.
func Video(t wire.Task, n, size int) []byte {
	seconds, width, height := t.Duration, t.Width, t.Height
	set(&seconds, 30)
	set(&width, 1280)
	set(&height, 720)
	media := make([]byte, size)
	rng := rand.NewChaCha8(sha256.Sum256([]byte(VideoUUID(t.TaskUUID, n))))
	_, _ = rng.Read(media) // never fails
	if t.OutputFormat == "WEBM" {
		return webm(seconds, width, height, media)
	}
	brand := "isom"
	if t.OutputFormat == "MOV" {
		brand = "qt  "
	}
	mvhd := make([]byte, 100)
	binary.BigEndian.PutUint32(mvhd[12:], 1000)
	binary.BigEndian.PutUint32(mvhd[16:], uint32(seconds)*1000)
	tkhd := make([]byte, 84)
	binary.BigEndian.PutUint32(tkhd[76:], uint32(width)<<16)
	binary.BigEndian.PutUint32(tkhd[80:], uint32(height)<<16)
	return bytes.Join([][]byte{
		box("ftyp", []byte(brand+"\x00\x00\x02\x00")),
		box("moov", append(box("mvhd", mvhd), box("trak", box("tkhd", tkhd))...)),
		box("mdat", media),
	}, nil)
}

func box(kind string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(8+len(body)))
	return append(append(b, kind...), body...)
}

func webm(seconds, width, height int, media []byte) []byte {
	num := func(n int) []byte { return binary.BigEndian.AppendUint16(nil, uint16(n)) }
	float := binary.BigEndian.AppendUint64(nil, math.Float64bits(float64(seconds)*1000))
	segment := bytes.Join([][]byte{
		element("\x15\x49\xa9\x66", element("\x44\x89", float)),
		element("\x16\x54\xae\x6b", element("\xae", element("\xe0", append(element("\xb0", num(width)), element("\xba", num(height))...)))),
		element("\x1f\x43\xb6\x75", media),
	}, nil)
	return append(element("\x1a\x45\xdf\xa3", element("\x42\x82", []byte("webm"))), element("\x18\x53\x80\x67", segment)...)
}

func element(id string, body []byte) []byte {
	b := binary.BigEndian.AppendUint64([]byte(id), uint64(len(body))|1<<56)
	return append(b, body...)
}
