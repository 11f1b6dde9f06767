package avatar

import (
	"strings"
	"testing"
)

// Ids mean the same person for ever.
func TestCastNeverChanges(t *testing.T) {
	t.Parallel()
	for _, want := range []Person{
		{ID: "p0001", Skin: "olive", Age: 1, Face: "long", Hair: "recede", HairColour: "white", Eye: "almond", Iris: "brown", Nose: "narrow", Beard: "boxed", Glasses: "none", Cloth: "turtle", C1: "#d8694a", Frame: "slimM", Ear: "none"},
		{ID: "p0042", Skin: "rose", Age: .35, Face: "oval", Hair: "medwave", HairColour: "auburn", Eye: "hooded", Iris: "blue", Nose: "strong", Beard: "stubble", Glasses: "rect", Cloth: "blazer", C1: "#1f5f66", Frame: "heavyM", Ear: "none"},
		{ID: "p0101", Fem: true, Skin: "porcelain", Face: "diamond", Hair: "pixie", HairColour: "honey", Eye: "almond", Iris: "hazel", Nose: "soft", Beard: "none", Glasses: "none", Cloth: "hoodie", C1: "#d9cbb8", Frame: "avgF", Ear: "none"},
		{ID: "p0120", Fem: true, Skin: "espresso", Age: 1, Face: "square", Hair: "afro", HairColour: "grey", Eye: "almond", Iris: "dark", Nose: "strong", Beard: "none", Glasses: "cat", Cloth: "scrubs", C1: "#5f8f6f", Frame: "slimF", Ear: "hoop"},
		{ID: "p0777", Fem: true, Skin: "honey", Age: .35, Face: "long", Hair: "bun", HairColour: "chestnut", Eye: "round", Iris: "dark", Nose: "strong", Beard: "none", Glasses: "round", Cloth: "hivis", C1: "#d8e23c", Frame: "fullF", Ear: "stud"},
		{ID: "p3000", Fem: true, Skin: "chestnut", Age: .35, Face: "oval", Hair: "curly", HairColour: "black", Eye: "almond", Iris: "dark", Nose: "strong", Beard: "none", Glasses: "none", Cloth: "hivis", C1: "#f28a2c", Frame: "avgF", Ear: "stud"},
	} {
		p, err := Lookup(want.ID)
		if err != nil {
			t.Fatal(err)
		}
		got := Person{ID: p.ID, Fem: p.Fem, Skin: p.Skin, Age: p.Age, Face: p.Face, Hair: p.Hair, HairColour: p.HairColour, Eye: p.Eye, Iris: p.Iris, Nose: p.Nose, Beard: p.Beard, Glasses: p.Glasses, Cloth: p.Cloth, C1: p.C1, Frame: p.Frame, Ear: p.Ear}
		if got != want {
			t.Errorf("%s\n got %+v\nwant %+v", want.ID, got, want)
		}
	}
}

func TestCatalogueHasDistinctPeople(t *testing.T) {
	t.Parallel()
	list := List()
	if len(list) < 1287 {
		t.Fatalf("%d people, want at least 1287", len(list))
	}
	ids, seen := map[string]bool{}, map[looks]bool{}
	for _, i := range list {
		p, err := Lookup(i.ID)
		if err != nil {
			t.Fatal(err)
		}
		if ids[i.ID] || seen[p.looks()] {
			t.Errorf("%s looks like somebody before", i.ID)
		}
		ids[i.ID], seen[p.looks()] = true, true
		if p.Fem && (p.Beard != "none" || p.Face == "strong") || p.Hair == "turban" && p.Beard == "none" || p.Hair == "hijab" && p.Cloth == "tee" {
			t.Errorf("%s breaks a rule: %+v", i.ID, p)
		}
	}
}

func TestLookup(t *testing.T) {
	t.Parallel()
	p, err := Lookup("Maya?hair=bob&skin=umber&cloth=scrubs&colour=%233f8fa3")
	if err != nil || p.Hair != "bob" || p.Skin != "umber" || p.Cloth != "scrubs" || p.C1 != "#3f8fa3" || p.Face != "oval" {
		t.Errorf("override: %+v, %v", p, err)
	}
	for id, want := range map[string]string{
		"mayya":             `did you mean "maya"`,
		"nobody-in-sight/x": "render avatars list",
		"maya?hair=purple":  "use wave, long",
		"maya?height=2":     `no trait "height"`,
		"maya?beard=full":   "masculine",
		"maya?colour=reed":  "not #RRGGBB",
	} {
		if _, err := Lookup(id); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", id, err, want)
		}
	}
}

func TestMatchSubstitutesForeignIDs(t *testing.T) {
	t.Parallel()
	for id, gender := range map[string]string{"Brandon_Office_Standing_Front_public": "male", "Abigail_expressive_2024112501": "female", "1ad51ab9fee24ae88af067206e14a1d8": "", "Monica_inSleeveless_20220819": "female"} {
		p, as, err := Match(id)
		q, again, _ := Match(id)
		if err != nil || as == "" || again != as || p != q {
			t.Errorf("%s: %q, %q, %v", id, as, again, err)
		}
		if g := p.info().Gender; gender != "" && g != gender {
			t.Errorf("%s became %s, who is %s", id, as, g)
		}
	}
	if _, as, err := Match("p0042"); as != "" || err != nil {
		t.Errorf("p0042 was replaced by %q, %v", as, err)
	}
	if _, _, err := Match("mayya"); err == nil {
		t.Error("a misspelt name was replaced silently")
	}
}
