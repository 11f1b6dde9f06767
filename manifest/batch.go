package manifest

import (
	"time"

	"gitops.video/render/manifest/diag"
	"gitops.video/render/schema"
)

// Options are what the command line adds to the manifests.
type Options struct {
	// ValuesFiles are YAML maps merged over every manifest's values, in order.
	ValuesFiles []string
	// Set holds a.b=v assignments merged over the values last; v is a YAML scalar.
	Set []string
	// Keys and Excludes select entries: a glob on the key, or label=glob.
	// No Keys means all. Entries that are not selected are still loaded and checked.
	Keys, Excludes []string
	// Provider overrides every manifest's provider name when it is not "".
	Provider string
	// Hosted is what is known about the hosted model; nil = what came with the program.
	Hosted *schema.Model
}

// Batch is everything that a set of manifests asks for.
type Batch struct {
	Files   []*File  // sorted by Path
	Entries []*Entry // sorted by Key
}

// Selected returns the entries that Options.Keys and Options.Excludes leave, sorted by key.
func (b *Batch) Selected() []*Entry {
	var out []*Entry
	for _, e := range b.Entries {
		if e.Selected {
			out = append(out, e)
		}
	}
	return out
}

// File is one manifest.
type File struct {
	Path        string            // as given or found
	Dir         string            // its folder, root of every path in it
	Lockfile    string            // videos.yaml → videos.lock, beside it
	SHA256      string            // hex, over the file and everything it extends, includes as data or values
	Reads       map[string]string // what SHA256 is over: path, as written or from Dir → hex SHA-256 of the content
	Project     string            // "" when the manifest names none
	Provider    ProviderConfig
	Concurrency int    // 0 = not given
	Store       string // artifact store URL, "" = none
	MaxChanges  string // "" = no limit, else "12" or "20%"
	Sources     []Source

	abs string // Dir, absolute
}

// Source is a data file or list that entries were made from.
type Source struct {
	Path string // "" for an inline list
	Rows int    // before `when`
	At   diag.Range
}

// ProviderConfig is a manifest's provider block; a plain string in YAML is its Name.
type ProviderConfig struct {
	Name           string        // "local" when the manifest is silent
	BaseURL        string        // "" = the provider's own
	APIKey         string        // may hold ${env:NAME}; see [ResolveEnv]
	Concurrency    int           // tasks in flight, 0 = not given
	Rate           float64       // submissions per second, 0 = unlimited
	PollFirst      time.Duration // 0 = the provider's own
	PollMax        time.Duration
	PricePerSecond float64 // USD per second of video, 0 = not given
}

// Entry is one video that the manifests ask for, resolved and checked.
//
// Where a manifest is silent Spec stays silent too, except for the model: the local
// engine then draws 1920×1080 for 30 seconds, a paid provider applies its own
// defaults.
type Entry struct {
	Key       string
	Spec      Spec
	File      *File
	Outputs   []string // one per result, slash-separated, relative to File.Dir
	Labels    map[string]string
	Protect   bool   // prune keeps its outputs
	Expansion string // "matrix: audience=smb", "row 12 of data/products.csv"; "" = written out
	Inputs    []Input
	Selected  bool

	item  *item
	combo *combo
	row   row
	line  int
	order int
}

// Input is a local file whose content counts: it is part of the digest.
type Input struct {
	Field string // JSON pointer into the spec: /brand/logo, /context/0
	Path  string // slash-separated, relative to the manifest's folder
}
