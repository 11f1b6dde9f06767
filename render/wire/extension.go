package wire

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
)

// A server of this program and its own client share one addition to the protocol: a
// videoInference task may carry everything that a manifest says, and its result says
// everything that the engine knows. No other server is sent the field "render", and no
// other client is sent an answer in it.
//
// Files travel before the task, each under the hash of its content: HEAD says whether
// the server has it, PUT with the raw bytes stores it. Both go to [FilePath] below the
// API's own address, with the same Authorization.

// HeaderExtension is on every reply of a server that reads the field "render"; its
// value is the version it speaks. The answer to a ping says so too ("extension").
const HeaderExtension = "Render-Extension"

// ExtensionVersion is the version of the extension that this program speaks.
const ExtensionVersion = 1

// CodeMissingFile says that an extension names a file whose content the server does not
// have; parameter holds the paths ("render.files.brand/logo.svg"). The task was not accepted: upload
// (PUT files/SHA256 below the API's address) and submit it again under the same taskUUID.
const CodeMissingFile = "missingFile"

// Extension is the field "render" of a task.
type Extension struct {
	Version int `json:"version"`
	// Spec is a manifest.Spec without the fields that the API itself has. inputs.image
	// is in it where, and only where, it names one of Files.
	Spec json.RawMessage `json:"spec,omitempty"`
	// Files are the contents of the files that the entry depends on: the hex SHA-256 by
	// slash-separated path below the manifest's folder.
	Files map[string]string `json:"files,omitempty"`
}

// Made is the field "render" of a result: what lies beside the video.
type Made struct {
	Index          int               `json:"index"`              // of the result within its task, from 0
	Phase          string            `json:"phase,omitempty"`    // of an unfinished one: voice, draw, encode, queued
	Sidecars       map[string]string `json:"sidecars,omitempty"` // URL by extension with its dot (".vtt")
	Seconds        float64           `json:"seconds,omitempty"`
	Width          int               `json:"width,omitempty"`  // pixels
	Height         int               `json:"height,omitempty"` // pixels
	Notes          []string          `json:"notes,omitempty"`
	ScenesRendered int               `json:"scenesRendered"`
	ScenesReused   int               `json:"scenesReused"`
}

// ExtensionOf reads which version of the extension an answer announces, 0 for none.
func ExtensionOf(h http.Header) int {
	n, err := strconv.Atoi(strings.TrimSpace(h.Get(HeaderExtension)))
	if err != nil || n < 1 {
		return 0
	}
	return min(n, ExtensionVersion)
}

// FilePath is where the file with this hash lies below the API's path.
func FilePath(base, sha256 string) string {
	return strings.TrimRight(base, "/") + "/files/" + sha256
}
