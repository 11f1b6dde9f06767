package schema

import (
	_ "embed"
	"encoding/json"
	"errors"
	"sync"
)

//go:embed heygen.json
var heygenJSON []byte

// Model is what is known about a hosted model beyond its schema: data that the
// provider changes on its own schedule, so none of it is a hard limit.
type Model struct {
	Version        string   `json:"version"` // date of this table
	Model          string   `json:"model"`   // AIR id
	Sizes          []Size   `json:"sizes"`
	PricePerSecond float64  `json:"pricePerSecond"` // USD, published
	Avatars        []string `json:"avatars"`        // some of the ids that are known to exist, sorted
}

// Size is a picture size in pixels. Proven ones were seen in the provider's own
// material; the others follow from its documentation.
type Size struct {
	Width  int  `json:"width"`
	Height int  `json:"height"`
	Proven bool `json:"proven,omitempty"`
}

// HeyGen is the table of heygen:video-agent@0 that came with the program. It must not
// be changed.
func HeyGen() *Model { return heygen() }

var heygen = sync.OnceValue(func() *Model {
	m, err := ParseModel(heygenJSON)
	if err != nil {
		panic("schema: heygen.json: " + err.Error()) // part of the program
	}
	return m
})

// ParseModel reads a table.
func ParseModel(data []byte) (*Model, error) {
	var m Model
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, err
	}
	if m.Model == "" || m.Version == "" {
		return nil, errors.New("no table of a model: it needs a model and a version")
	}
	return &m, nil
}

// JSON writes the table in the form of its file.
func (m *Model) JSON() []byte {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		panic("schema: " + err.Error()) // strings and numbers always marshal
	}
	return append(data, '\n')
}
