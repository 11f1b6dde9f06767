package avatar

import (
	"fmt"
	"net/url"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"sync"

	"gitops.video/render/render/engine/internal/look"
)

// Info is one entry of the catalogue.
type Info struct {
	ID     string
	Name   string // empty for people who are known by their id only
	Gender string // female, male
	Looks  string // "chestnut skin, black braids, blazer, hoop earrings"
}

// catalogueSize is how many worked-out people are listed besides the named ones.
const catalogueSize = 1440

var catalogue = sync.OnceValue(func() []Info {
	var out []Info
	seen := map[looks]bool{}
	for _, p := range people {
		out = append(out, p.info())
		seen[p.looks()] = true
	}
	for n := 1; len(out) < len(people)+catalogueSize; n++ {
		p := cast(fmt.Sprintf("p%04d", n))
		if k := p.looks(); !seen[k] {
			seen[k] = true
			out = append(out, p.info())
		}
	}
	return out
})

// List is the catalogue: the named people, then p0001 and on. No two look alike.
func List() []Info { return append([]Info(nil), catalogue()...) }

// Gender is female or male.
func (p Person) Gender() string {
	if p.Fem {
		return "female"
	}
	return "male"
}

func (p Person) info() Info {
	i := Info{ID: p.ID, Name: p.Name, Gender: p.Gender()}
	hair := p.HairColour + " " + hairWords[p.Hair]
	switch p.Hair {
	case "hijab", "turban", "bald":
		hair = hairWords[p.Hair]
	}
	parts := []string{p.Skin + " skin", hair}
	if p.Beard != "none" {
		parts = append(parts, beardWords[p.Beard])
	}
	if p.Glasses != "none" {
		parts = append(parts, "glasses")
	}
	if p.Age == 1 {
		parts = append(parts, "older")
	}
	i.Looks = strings.Join(append(parts, clothWords[p.Cloth]), ", ")
	return i
}

var (
	hairWords = map[string]string{"wave": "wavy hair", "long": "long hair", "bob": "bob", "curly": "curls", "afro": "afro", "braids": "braids", "bun": "hair in a bun", "topbun": "hair in a top bun", "pony": "ponytail", "pixie": "pixie cut", "hijab": "hijab",
		"side": "side parting", "quiff": "quiff", "crop": "cropped hair", "medwave": "half-long hair", "buzz": "buzz cut", "locs": "locs", "recede": "receding hair", "bald": "bald head", "turban": "turban"}
	beardWords = map[string]string{"stubble": "stubble", "short": "short beard", "full": "full beard", "boxed": "boxed beard", "moustache": "moustache", "goatee": "goatee"}
	clothWords = map[string]string{"blazer": "blazer", "labcoat": "lab coat", "shirt": "shirt", "turtle": "polo neck", "sweater": "sweater", "tee": "T-shirt", "hoodie": "hoodie", "scrubs": "scrubs", "hivis": "high-visibility vest", "dress": "wrap dress", "sari": "sari", "kurta": "kurta"}
)

var catalogueID = regexp.MustCompile(`^p[0-9]{4}$`)

// Lookup is the person of a catalogue id: a name ("maya"), a number ("p0042"), or
// either with changes ("maya?hair=bob&skin=umber"). An empty id is the hero.
func Lookup(id string) (Person, error) {
	base, query, changed := strings.Cut(strings.TrimSpace(id), "?")
	p, err := named(strings.ToLower(base))
	if err != nil || !changed {
		return p, err
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return Person{}, fmt.Errorf("presenter %q: what follows the ? is not key=value&key=value", id)
	}
	keys := make([]string, 0, len(values))
	for k := range values {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		if err := p.set(k, values[k][len(values[k])-1]); err != nil {
			return Person{}, fmt.Errorf("presenter %q: %w", id, err)
		}
	}
	p.ID = id
	return p, p.check()
}

func named(id string) (Person, error) {
	if id == "" {
		return people[0], nil
	}
	for _, p := range people {
		if p.ID == id {
			return p, nil
		}
	}
	if catalogueID.MatchString(id) && id != "p0000" {
		return cast(id), nil
	}
	best, least := people[0].ID, 99
	for _, p := range people {
		if d := distance(id, p.ID); d < least {
			best, least = p.ID, d
		}
	}
	if least <= 3 {
		return Person{}, fmt.Errorf("there is no presenter %q: did you mean %q? (render avatars list shows all)", clipped(id), best)
	}
	return Person{}, fmt.Errorf("there is no presenter %q: use a name such as %q, or p0001 and on (render avatars list shows all)", clipped(id), people[0].ID)
}

func clipped(s string) string {
	if len(s) > 60 {
		return s[:60] + "…"
	}
	return s
}

// options are the values each key of an override takes; nil means a colour.
func (p Person) options(key string) ([]string, bool) {
	switch key {
	case "skin":
		return skins.names(), true
	case "face":
		return faceNames, true
	case "hair":
		return append(append([]string(nil), femHair...), mascHair...), true
	case "haircolour":
		return hairColours.names(), true
	case "eye":
		return eyeNames, true
	case "iris":
		return irises.names(), true
	case "brow":
		return []string{"soft", "arch", "flat", "thick"}, true
	case "nose":
		return noseNames, true
	case "beard":
		return []string{"none", "stubble", "short", "boxed", "full", "moustache", "goatee"}, true
	case "glasses":
		return []string{"none", "round", "rect", "wire", "half", "cat"}, true
	case "earrings":
		return []string{"none", "stud", "hoop", "drop", "pearl"}, true
	case "cloth":
		return []string{"blazer", "labcoat", "shirt", "turtle", "sweater", "tee", "hoodie", "scrubs", "hivis", "dress", "sari", "kurta"}, true
	case "inner":
		return []string{"shirt", "turtle", "shell"}, true
	case "build":
		return []string{"slim", "average", "full", "broad", "heavy"}, true
	case "age":
		return []string{"young", "middle", "older"}, true
	case "freckles":
		return []string{"no", "yes"}, true
	case "colour", "colour2", "wrap":
		return nil, true
	}
	return nil, false
}

var overrideKeys = []string{"age", "beard", "brow", "build", "cloth", "colour", "colour2", "earrings", "eye", "face", "freckles", "glasses", "hair", "haircolour", "inner", "iris", "nose", "skin", "wrap"}

// set changes one trait.
func (p *Person) set(key, value string) error {
	alias := map[string]string{"hairc": "haircolour", "haircolor": "haircolour", "color": "colour", "color2": "colour2", "c1": "colour", "c2": "colour2", "ear": "earrings", "frame": "build", "clothes": "cloth"}
	key, value = strings.ToLower(key), strings.ToLower(value)
	if a := alias[key]; a != "" {
		key = a
	}
	options, ok := p.options(key)
	if !ok {
		return fmt.Errorf("there is no trait %q: use %s", key, strings.Join(overrideKeys, ", "))
	}
	at := -1
	for i, o := range options {
		if o == value {
			at = i
		}
	}
	if options == nil {
		c, err := look.Hex(value)
		if err != nil {
			return fmt.Errorf("%s=%s: %w", key, value, err)
		}
		value = c.String()
	} else if at < 0 {
		return fmt.Errorf("%s=%s: use %s", key, value, strings.Join(options, ", "))
	}
	field := map[string]*string{"skin": &p.Skin, "face": &p.Face, "hair": &p.Hair, "haircolour": &p.HairColour, "eye": &p.Eye, "iris": &p.Iris, "brow": &p.Brow, "nose": &p.Nose, "beard": &p.Beard, "glasses": &p.Glasses,
		"earrings": &p.Ear, "cloth": &p.Cloth, "inner": &p.Inner, "colour": &p.C1, "colour2": &p.C2, "wrap": &p.Wrap}[key]
	switch {
	case field != nil:
		*field = value
	case key == "build":
		p.Frame = map[bool][5]string{true: {"slimF", "avgF", "fullF", "fullF", "fullF"}, false: {"slimM", "avgM", "heavyM", "broadM", "heavyM"}}[p.Fem][at]
	case key == "age":
		p.Age = []float64{0, .35, 1}[at]
	case key == "freckles":
		p.Freckles = value == "yes"
	}
	if key == "hair" && value == "hijab" && p.Cloth != "blazer" && p.Cloth != "labcoat" && p.Cloth != "shirt" && p.Cloth != "sweater" {
		p.Cloth = "sweater"
	}
	return nil
}

// check refuses combinations that do not fit together.
func (p Person) check() error {
	if p.Fem && p.Beard != "none" {
		return fmt.Errorf("presenter %q: a beard only goes with a masculine face", p.ID)
	}
	return nil
}

func (t table) names() []string {
	out := make([]string, len(t))
	for i, e := range t {
		out[i] = e.name
	}
	return out
}

// distance is the edit distance between two ids.
func distance(a, b string) int {
	if len(a) > 40 {
		return 99
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost++
			}
			diag = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

// Match is Lookup for ids that may come from elsewhere: an id shaped like a
// HeyGen avatar's ("Brandon_Office_Standing_Front_public", or hexadecimal) finds
// a stand-in of the same gender, always the same one; substitute is then its id,
// for the caller to mention.
func Match(id string) (p Person, substitute string, err error) {
	p, err = Lookup(id)
	if err == nil || !foreign(id) {
		return p, "", err
	}
	first := strings.ToLower(strings.FieldsFunc(id, func(r rune) bool { return r == '_' || r == '-' || r == ' ' || r == '.' })[0])
	for _, q := range people {
		if q.ID == first {
			return q, q.ID, nil
		}
	}
	gender := genderOf(first)
	list := catalogue()
	h := int(hash(id) % uint64(len(list)))
	for i := range list {
		e := list[(h+i)%len(list)]
		if gender == "" || e.Gender == gender {
			p, err = Lookup(e.ID)
			return p, e.ID, err
		}
	}
	return p, "", err
}

var hexID = regexp.MustCompile(`^[0-9a-fA-F]{24,40}$|^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)

// foreign says whether an id looks like another service's.
func foreign(id string) bool {
	if _, err := strconv.Atoi(id); err == nil {
		return false
	}
	return hexID.MatchString(id) || len(id) <= 120 && len(strings.FieldsFunc(id, func(r rune) bool { return r == '_' || r == '-' })) > 1 && !strings.ContainsAny(id, "?/\\")
}

func genderOf(first string) string {
	in := func(list string) bool { return strings.Contains(list, " "+first+" ") }
	switch {
	case in(femaleNames):
		return "female"
	case in(maleNames):
		return "male"
	}
	return ""
}

// First names as ids of stock avatars use them.
const (
	femaleNames = " abigail adriana aiko alessandra alice alyssa amanda amelia angela anna annie aria aubrey ava beatrice bianca brenda briana camila carla carlotta carol caroline cassie catherine charlotte chloe clara claire crystal daisy daphne diana diora elena eleanor elenora eliza elizabeth ella emily emma esther eva fatima fina francesca freja gabriela georgia giulia gloria hada hannah helen imelda irene isabella ivy jane janine jasmine jennifer jessica joanna judita judy julia june kate katherine katya kavya kayla kristin laura leah lily lina linda lisa lucia lucy luna margaret maria marianne marie marta mary masha megan melina melissa mia michelle mila monica naomi nancy natalia natasha nicole nina noor nora nour olga olivia oxana ottavia paola pamela phoebe rachel rebecca rika rosa rose ruby samantha sandra sara sarah saskia savannah selina serena silvia sophia sophie stella susan susie teresa tina tracy valentina vanessa vera veronica victoria violet yuki yulia zelena zoe zosia "
	maleNames   = " aaron adam aditya adrian ahmed alan albert alejandro alex alexander ali amir andre andrew anthony antonio armando arthur artur bastien ben benjamin blake bojan brad brandon brent brian bruce bryan bryce byron carlos chad charles chris christopher colin connor conrad constantin darnell dave david dennis derek dexter dmitri edward emanuel eric esmond ethan evan felix fernando florin francis frank fred gabriel george gerardo gordon graham greg harry hassan ian iker ivan jack jackson jacob jake james jared jason javier jeff jeremy jerome jin jinwoo joe joel joey john jonas jonathan joon jose joseph josh joshua juan julian justin justo karl keith ken kent kevin kyle lance leo leon leos liam logan louis lucas luis luke manuel marc marcus mario mark martin matt matthew max mehmet michael miguel mike miles minho mohamed nadim nathan nicholas nick nico nik noah oliver oscar owen pablo parker patrick paul pedro peter phil philip piers rafael raj rasmus raul ray richard rob robert roberto roger ron ryan samuel santiago scott sean sebastian shawn silas simon stefan stephen steve steven teodor terry thaddeus theo theodore tim timothy tobias tom tony tyler vernon victor vincent wade walter wayne will william wilson xavier yusuf zach "
)
