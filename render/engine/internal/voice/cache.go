package voice

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"os"
	"path/filepath"
	"time"

	"gitops.video/render/render/engine/internal/scene"
)

// takeVersion changes whenever the same request would sound different.
const takeVersion = "8"

// takeCacheLimit bounds the takes kept on disk, in bytes (about 45 minutes of
// speech).
const takeCacheLimit = 256 << 20

// takeKey names a take by everything that decides its bytes.
func takeKey(parts ...any) string {
	h := sha256.New()
	enc := json.NewEncoder(h)
	for _, p := range append([]any{takeVersion}, parts...) {
		if err := enc.Encode(p); err != nil {
			panic(fmt.Sprintf("voice: key of %T: %v", p, err)) // only plain data reaches this
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// quantise rounds samples to 16 bits, the depth that takes are kept in, so that a
// fresh take and a cached one are the same.
func quantise(pcm []float32) {
	for i, s := range pcm {
		pcm[i] = float32(math.Round(float64(max(-1, min(1, s)))*32767)) / 32767
	}
}

// A take's file: the line as JSON with its length before it, 16-bit samples, and
// the SHA-256 of all that.
func encodeTake(t scene.Take) ([]byte, error) {
	line, err := json.Marshal(t.Line)
	if err != nil {
		return nil, err
	}
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(line)))
	b = append(b, line...)
	for _, s := range t.PCM {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(math.Round(float64(s)*32767))))
	}
	sum := sha256.Sum256(b)
	return append(b, sum[:]...), nil
}

var errDamaged = errors.New("damaged take")

func decodeTake(b []byte) (scene.Take, error) {
	var t scene.Take
	if len(b) < 4+sha256.Size {
		return t, errDamaged
	}
	body := b[:len(b)-sha256.Size]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], b[len(body):]) {
		return t, errDamaged
	}
	n := int(binary.LittleEndian.Uint32(body))
	if n > len(body)-4 {
		return t, errDamaged
	}
	if err := json.Unmarshal(body[4:4+n], &t.Line); err != nil {
		return t, errDamaged
	}
	samples := body[4+n:]
	t.Samples = len(samples) / 2
	t.PCM = make([]float32, t.Samples)
	for i := range t.PCM {
		t.PCM[i] = float32(int16(binary.LittleEndian.Uint16(samples[2*i:]))) / 32767
	}
	return t, nil
}

// takeCache keeps takes in a folder. A damaged or missing file is a miss; a file
// that cannot be written is not an error, since the take itself is good.
type takeCache struct{ dir string }

func (c takeCache) path(key string) string { return filepath.Join(c.dir, key+".take") }

func (c takeCache) load(key string) (scene.Take, bool) {
	b, err := os.ReadFile(c.path(key))
	if err != nil {
		return scene.Take{}, false
	}
	t, err := decodeTake(b)
	if err == nil {
		now := time.Now()
		_ = os.Chtimes(c.path(key), now, now) // recently used, for trim
	}
	return t, err == nil
}

func (c takeCache) store(key string, t scene.Take) {
	if b, err := encodeTake(t); err == nil {
		c.write(c.path(key), b)
	}
}

func (c takeCache) write(path string, b []byte) {
	if os.MkdirAll(c.dir, 0o755) == nil {
		_ = replaceFile(path, b)
	}
}

// lengthPath is where the measured length of a take is kept: not its own length, which
// is known only where it has been spoken.
func (c takeCache) lengthPath(key string) string { return filepath.Join(c.dir, key+".length") }

func (c takeCache) length(key string) (float64, bool) {
	b, err := os.ReadFile(c.lengthPath(key))
	if err != nil || len(b) != 8+4 || crc32.ChecksumIEEE(b[:8]) != binary.LittleEndian.Uint32(b[8:]) {
		return 0, false
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(b)), true
}

func (c takeCache) keepLength(key string, seconds float64) {
	b := binary.LittleEndian.AppendUint64(nil, math.Float64bits(seconds))
	c.write(c.lengthPath(key), binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b)))
}
