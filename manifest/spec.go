// Package manifest reads YAML manifests of videos: it parses them with their
// positions, deep-merges what they extend, expands matrices and data rows, runs
// the sprig templates of every string scalar, and returns typed, checked entries.
//
// Nothing here renders, sends or writes anything. User mistakes come back as a
// [diag.List], all of them together; an error is kept for the rest.
package manifest

// Spec is one fully resolved entry: the Runware task's own fields under the API's
// names, and beside them what a video agent needs and the API has no field for.
// A zero value means the field was omitted.
type Spec struct {
	Model          string  `json:"model,omitempty"`
	PositivePrompt string  `json:"positivePrompt"`
	Width          int     `json:"width,omitempty"`    // pixels
	Height         int     `json:"height,omitempty"`   // pixels
	Duration       int     `json:"duration,omitempty"` // seconds, 5–300
	OutputType     string  `json:"outputType,omitempty"`
	OutputFormat   string  `json:"outputFormat,omitempty"`  // MP4, WEBM, MOV
	OutputQuality  int     `json:"outputQuality,omitempty"` // 20–99
	NumberResults  int     `json:"numberResults,omitempty"` // 1–4
	Inputs         *Inputs `json:"inputs,omitempty"`
	WebhookURL     string  `json:"webhookURL,omitempty"`     // may hold ${env:NAME}; see [Secret]
	UploadEndpoint string  `json:"uploadEndpoint,omitempty"` // may hold ${env:NAME}
	DeliveryMethod string  `json:"deliveryMethod,omitempty"`
	Safety         *Safety `json:"safety,omitempty"`
	TTL            int     `json:"ttl,omitempty"` // seconds, ≥ 60
	IncludeCost    *bool   `json:"includeCost,omitempty"`

	Brand      *Brand            `json:"brand,omitempty"`
	Language   string            `json:"language,omitempty"` // BCP 47
	Voice      *Voice            `json:"voice,omitempty"`
	Style      string            `json:"style,omitempty"`
	Captions   *Captions         `json:"captions,omitempty"`
	Music      *Music            `json:"music,omitempty"`
	Context    []string          `json:"context,omitempty"`    // files, relative to the manifest's folder
	Assets     []Asset           `json:"assets,omitempty"`     // B-roll files and folders
	Storyboard string            `json:"storyboard,omitempty"` // pinned storyboard file
	Edits      []string          `json:"edits,omitempty"`
	Fit        string            `json:"fit,omitempty"` // "", trim, extend
	Pronounce  map[string]string `json:"pronounce,omitempty"`

	// Mentions are files that no field lists but the storyboard or an edit names, or that
	// stand beside an asset and describe it; sorted. They are found when the manifest is read.
	Mentions []string `json:"-"`
}

// Inputs are the presenter's sources; at most one of the two is set.
type Inputs struct {
	Image  string `json:"image,omitempty"` // path, UUID, URL, data URI or base64
	Avatar string `json:"avatar,omitempty"`
}

// Safety is the API's content check.
type Safety struct {
	CheckContent *bool  `json:"checkContent,omitempty"`
	Mode         string `json:"mode,omitempty"` // none, fast, full
}

// Brand is a resolved entry of the manifest's brands.
type Brand struct {
	Name       string            `json:"name,omitempty"`
	Logo       string            `json:"logo,omitempty"`   // file
	Colors     map[string]string `json:"colors,omitempty"` // primary, accent, background, text: #RRGGBB
	Font       *BrandFont        `json:"font,omitempty"`
	Style      string            `json:"style,omitempty"`
	LowerThird *bool             `json:"lowerThird,omitempty"`
	Watermark  string            `json:"watermark,omitempty"` // "logo" or a text
}

// BrandFont names a brand's families and the files that hold them.
type BrandFont struct {
	Heading string   `json:"heading,omitempty"`
	Body    string   `json:"body,omitempty"`
	Files   []string `json:"files,omitempty"` // globs, relative to the manifest's folder
}

// Voice says who speaks. A plain string in YAML is its Name.
type Voice struct {
	Name   string  `json:"name,omitempty"`
	Gender string  `json:"gender,omitempty"` // female, male
	Pace   float64 `json:"pace,omitempty"`   // 1 = as the voice speaks, 0.8–1.25
	Sample string  `json:"sample,omitempty"` // file
	// Consent says who agreed that the sample's voice is used, and when. Without it
	// no voice is cloned.
	Consent    string `json:"consent,omitempty"`
	Transcript string `json:"transcript,omitempty"` // what the sample says
	Breaths    string `json:"breaths,omitempty"`    // on, off: whether breath is heard in long pauses
}

// Captions says how spoken words are shown. A plain string or bool in YAML is its Mode.
type Captions struct {
	Mode string `json:"mode,omitempty"` // word, line, off
}

// Music is the bed under the voice. A plain string in YAML is a mood, a file, or "none".
type Music struct {
	Mood string `json:"mood,omitempty"`
	File string `json:"file,omitempty"`
	Off  bool   `json:"off,omitempty"`

	Loudness float64 `json:"loudness,omitempty"` // LUFS of the whole programme; 0 = −16
}

// Asset is a B-roll file or folder with tags. A plain string in YAML is its Path.
type Asset struct {
	Path string   `json:"path"`
	Tags []string `json:"tags,omitempty"`
}
