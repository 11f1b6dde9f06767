package render

import (
	"cmp"
	"maps"
	"slices"

	"gitops.video/render/manifest"
)

// Desired is one entry as the manifest wants it.
type Desired struct {
	Manifest string // the manifest's path, as the user would write it
	Key      string
	Where    string // file:line of the entry
	Provider string // name
	Task     Task
	Spec     manifest.Spec // resolved and, for a [Composer], composed
	Outputs  []string      // paths relative to the manifest's folder
	Upload   string        // hash of uploadEndpoint as written, "" when there is none
	Protect  bool
	Labels   map[string]string
}

// Origin says where the bytes of a repair come from.
type Origin string

// The origins of a repaired output, cheapest first.
const (
	FromHold     Origin = "hold"     // a move that was interrupted left it beside the outputs
	FromStore    Origin = "store"    // the artifact store has it by hash
	FromRender   Origin = "render"   // drawn again
	FromProvider Origin = "provider" // the provider still has it, or makes it again
)

// Change is what is to happen to one entry and why.
type Change struct {
	Manifest string        `json:"manifest"`
	Key      string        `json:"key"`
	Action   Action        `json:"action"`
	Reason   string        `json:"reason,omitempty"`
	Held     string        `json:"held,omitempty"` // what it waits for, such as "--prune"; a held change is reported, not done
	Where    string        `json:"where,omitempty"`
	Digest   string        `json:"digest,omitempty"`
	Was      string        `json:"was,omitempty"`  // digest before
	From     string        `json:"from,omitempty"` // key before a rename
	Origin   Origin        `json:"origin,omitempty"`
	Moves    []Relocation  `json:"moves,omitempty"`
	Outputs  []string      `json:"outputs,omitempty"`
	Upload   bool          `json:"upload,omitempty"` // the finished file is (also) put to uploadEndpoint
	Outdated bool          `json:"outdated,omitempty"`
	Fields   []FieldChange `json:"fields,omitempty"`
	Provider string        `json:"provider,omitempty"`
	Seconds  float64       `json:"seconds,omitempty"` // of video to be made
	Cost     *float64      `json:"cost,omitempty"`    // USD; absent when the provider does not know
	Note     string        `json:"note,omitempty"`

	attempt int      // of the generation to make, for create, update and repair
	price   *float64 // USD of one generation, nil = not known
	here    bool     // what is to be resumed is not at a provider that goes on with it
	rewrite bool     // the record differs from the lockfile without any act
	desired *Desired // nil for prune
	record  *Record  // the record in force, nil for create
}

// Relocation is a file that gets another path.
type Relocation struct {
	Old    string `json:"old"`
	New    string `json:"new"`
	SHA256 string `json:"sha256"`
}

// Active says that apply will act on the change.
func (c *Change) Active() bool { return c.Action != Unchanged && c.Held == "" }

// Unfinished says that the change takes up what a run broke off, and that nobody works on
// it unless an apply does.
func (c *Change) Unfinished() bool { return c.Action == Resume && c.here }

// Generates says that carrying the change out makes a video.
func (c *Change) Generates() bool {
	switch c.Action {
	case Create, Update:
		return true
	case Repair:
		return c.Origin == FromRender || c.Origin == FromProvider
	}
	return false
}

// MaySubmit says that carrying the change out may hand a task to its provider: it makes a
// video, or resumes one whose generation may fail.
func (c *Change) MaySubmit() bool { return c.Generates() || c.Action == Resume }

// Price says what one generation costs, in USD. The plan counts it where one is to be
// made; what is in flight is paid for, and costs it only if it has to be made anew.
func (c *Change) Price(usd float64) {
	c.price = &usd
	if c.Generates() {
		c.Cost = &usd
	}
}

// Spec is the resolved entry behind the change; the zero value for a prune.
func (c *Change) Spec() manifest.Spec {
	if c.desired == nil {
		return manifest.Spec{}
	}
	return c.desired.Spec
}

// Record is what the lockfile holds for the change, nil when it holds nothing.
func (c *Change) Record() *Record { return c.record }

// Plan is what apply would do: a value, made without acting.
type Plan struct {
	Changes []Change // sorted by manifest and key
	Notes   []string // what reading and comparing had to decide
	Entries int      // entries that the manifests describe and the filters select
	Known   int      // records in the lockfiles

	claims map[string]map[string]string // manifest → output path without extension → key that wants it
	locks  map[string]*Lock             // manifest → what Diff compared with
}

// Empty says that apply would do nothing.
func (p *Plan) Empty() bool {
	return !slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Active() })
}

// Counts are the sums of a plan.
type Counts struct {
	Create    int      `json:"create"`
	Update    int      `json:"update"`
	Repair    int      `json:"repair"`
	Move      int      `json:"move"`
	Upload    int      `json:"upload"`
	Resume    int      `json:"resume"`
	Prune     int      `json:"prune"`
	Unchanged int      `json:"unchanged"`
	Held      int      `json:"held"`
	Outdated  int      `json:"outdated"`
	Seconds   float64  `json:"seconds"` // of video to be made
	Cost      *float64 `json:"cost"`    // USD; null when at least one is not known
}

// Counts sums the plan up. Held changes count as held, not under their action.
func (p *Plan) Counts() Counts {
	var n Counts
	total, known := 0.0, true
	for i := range p.Changes {
		c := &p.Changes[i]
		if c.Outdated {
			n.Outdated++
		}
		if c.Held != "" {
			n.Held++
			continue
		}
		switch c.Action {
		case Create:
			n.Create++
		case Update:
			n.Update++
		case Repair:
			n.Repair++
		case Move:
			n.Move++
		case Upload:
			n.Upload++
		case Resume:
			n.Resume++
		case Prune:
			n.Prune++
		case Unchanged:
			n.Unchanged++
		}
		if c.Generates() {
			n.Seconds += c.Seconds
			if c.Cost == nil {
				known = false
			} else {
				total += *c.Cost
			}
		}
	}
	if known {
		n.Cost = &total
	}
	return n
}

// Join makes one plan of the plans of several manifests.
func Join(plans ...Plan) Plan {
	all := Plan{claims: map[string]map[string]string{}, locks: map[string]*Lock{}}
	for _, p := range plans {
		all.Changes = append(all.Changes, p.Changes...)
		all.Notes = append(all.Notes, p.Notes...)
		all.Entries += p.Entries
		all.Known += p.Known
		maps.Copy(all.claims, p.claims)
		maps.Copy(all.locks, p.locks)
	}
	slices.SortStableFunc(all.Changes, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Manifest, b.Manifest), cmp.Compare(a.Key, b.Key))
	})
	return all
}

// Idle says that apply would neither act nor have anything to put right in the
// lockfile.
func (p *Plan) Idle() bool {
	return p.Empty() && !slices.ContainsFunc(p.Changes, func(c Change) bool { return c.rewrite && c.Held == "" })
}
