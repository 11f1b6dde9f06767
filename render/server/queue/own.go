package queue

import (
	"crypto/sha256"
	"fmt"
)

// Own is the UUID under which a task is kept whose client's UUID another owner has used
// before: two keys that submit one entry of a manifest mean the same UUID, and nobody is
// to keep others from one by being first. It is of version 8, and clients' are of
// version 4, so that no client can have used it.
func Own(owner, uuid string) string {
	b := sha256.Sum256([]byte(uuid + " " + owner))
	b[6], b[8] = b[6]&0x0f|0x80, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:16])
}

// identity is what tells tasks apart for their owners.
type identity struct{ owner, uuid string }
