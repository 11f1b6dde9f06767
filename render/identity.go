package render

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
)

// TaskUUID is the identity under which a provider sees one attempt at one task of
// one project. It is a function of its arguments alone: a run that died, a lost
// machine and two runs at once all arrive at the same value, so the provider can
// refuse to make, and charge, the same video twice.
func TaskUUID(project, key, digest string, attempt int) string {
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(attempt))
	return uuidOf("render.task", project, key, digest, string(n[:]))
}

// ProjectID is the identity of a manifest that names none itself: a function of
// the repository's root commit and of the manifest's path in the repository.
func ProjectID(rootCommit, manifestPath string) string {
	return uuidOf("render.project", rootCommit, manifestPath)
}

// uuidOf hashes its parts, each preceded by its length so that no two lists of
// parts meet, into the form of a version 4 UUID.
func uuidOf(parts ...string) string {
	h := sha256.New()
	var n [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	b := h.Sum(nil)[:16]
	b[6] = b[6]&0x0F | 0x40
	b[8] = b[8]&0x3F | 0x80
	s := hex.EncodeToString(b)
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}

// EndpointHash stands for an uploadEndpoint in the lockfile: enough to see that it
// changed, and nothing of the signature that it may carry. It is taken from the
// text as written, so the value of a ${env:NAME} is not in it. "" stays "".
func EndpointHash(endpoint string) string {
	if endpoint == "" {
		return ""
	}
	sum := sha256.Sum256([]byte("render.endpoint\x00" + endpoint))
	return "sha256:" + hex.EncodeToString(sum[:])
}
