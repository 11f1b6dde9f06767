package revise

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/casting"
	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/telling"
)

// trait is something of a presenter's looks that an instruction may name: the
// catalogue's words for it, parted by |, and the change of the person that gives it to a
// woman and to a man, "" = it goes with that face in no way.
type trait struct{ looks, hers, his string }

// traitsAsked are the traits by the edit grammar's words.
var traitsAsked = map[string]trait{
	"glasses": {"glasses", "glasses=round", "glasses=rect"}, "no glasses": {"", "glasses=none", "glasses=none"},
	"older": {"older", "age=older", "age=older"}, "young": {"", "age=young", "age=young"},
	"hijab": {"hijab", "hair=hijab", ""}, "turban": {"turban", "", "hair=turban"},
	"short hair": {"pixie|cropped|buzz|quiff|side parting", "hair=pixie", "hair=crop"}, "long hair": {"long hair|half-long", "hair=long", "hair=medwave"},
	"curls": {"curls", "hair=curly", "hair=curly"}, "afro": {"afro", "hair=afro", "hair=afro"}, "bob": {"bob", "hair=bob", ""}, "bun": {"bun", "hair=bun", ""},
	"ponytail": {"ponytail", "hair=pony", ""}, "braids": {"braids", "hair=braids", ""}, "bald": {"bald", "", "hair=bald"},
	"blond": {"blond", "haircolour=blond", "haircolour=blond"}, "grey hair": {"grey|silver|white", "haircolour=silver", "haircolour=silver"},
	"black hair": {"black", "haircolour=black", "haircolour=black"}, "brown hair": {"brown|chestnut|espresso", "haircolour=brown", "haircolour=brown"}, "red hair": {"auburn|copper", "haircolour=copper", "haircolour=copper"},
	"beard": {"beard", "", "beard=full"}, "no beard": {"", "", "beard=none"}, "stubble": {"stubble", "", "beard=stubble"}, "moustache": {"moustache", "", "beard=moustache"}, "goatee": {"goatee", "", "beard=goatee"},
	"blazer": {"blazer", "cloth=blazer", "cloth=blazer"}, "shirt": {" shirt", "cloth=shirt", "cloth=shirt"}, "sweater": {"sweater", "cloth=sweater", "cloth=sweater"}, "tee": {"T-shirt", "cloth=tee", "cloth=tee"},
	"hoodie": {"hoodie", "cloth=hoodie", "cloth=hoodie"}, "turtle": {"polo neck", "cloth=turtle", "cloth=turtle"}, "dress": {"dress", "cloth=dress", ""}, "sari": {"sari", "cloth=sari", ""}, "kurta": {"kurta", "cloth=kurta", "cloth=kurta"},
	"labcoat": {"lab coat", "cloth=labcoat", "cloth=labcoat"}, "scrubs": {"scrubs", "cloth=scrubs", "cloth=scrubs"}, "hivis": {"high-visibility", "cloth=hivis", "cloth=hivis"},
	"dark skin": {"umber|espresso skin|ebony|chestnut skin", "skin=umber", "skin=umber"}, "light skin": {"porcelain|rose|sand", "skin=rose", "skin=rose"},
}

func (t trait) of(gender string) string {
	if gender == "male" {
		return t.his
	}
	return t.hers
}

// castBy answers a description of the presenter: "an older presenter with glasses" is
// somebody else, the nearest of the catalogue's named people; "give the presenter
// glasses" changes the one on screen. What a face does not have by itself it is given.
func (e *editor) castBy(x edit.Edit) (string, error) {
	if x.Has("remove") && !strings.HasPrefix(x.Values["looks"], "no ") && !x.Has("presenter") {
		return "", fmt.Errorf("is the presenter meant? Write use a presenter without %s", x.Values["looks"])
	}
	if len(x.Scenes) > 0 {
		return "", fmt.Errorf("the presenter looks the same in all scenes: write it without the scene")
	}
	if e.b.Presenter.Photo != "" {
		return "", fmt.Errorf("the presenter is a photo, which is shown as it is")
	}
	if e.entry.Faces == nil {
		return "", fmt.Errorf("which presenter? Name one of render avatars list")
	}
	asked := strings.Split(x.Values["looks"], "; ")
	now, had, _ := strings.Cut(cmp.Or(e.b.Presenter.ID, "maya"), "?")
	faces := e.entry.Faces()
	at := slices.IndexFunc(faces, func(f casting.Face) bool { return f.ID == now })
	gender := cmp.Or(x.Values["gender"], x.Values["who"])
	other := x.Has("other") || !x.Has("def") && !x.Has("pron") && !x.Has("proper") && (gender != "" || x.Has("one") || x.Has("use"))
	if gender == "" {
		for _, a := range asked {
			switch t := traitsAsked[a]; {
			case t.hers == "" && t.his != "":
				gender = "male"
			case t.his == "" && t.hers != "":
				gender = "female"
			}
		}
		switch {
		case gender == "" && at >= 0:
			gender = faces[at].Gender
		case gender == "":
			gender = "female"
		case at >= 0 && gender != faces[at].Gender:
			other = true // a beard asks for a man
		}
	}
	if e.b.Presenter.None || x.Has("replace") || x.Has("swap") || at >= 0 && gender != faces[at].Gender {
		other = true
	}
	var face casting.Face
	if at >= 0 {
		face = faces[at]
	}
	if other {
		best := -1
		for _, f := range faces {
			if f.Gender != gender || f.ID == now || telling.FirstName(f.ID) == "" {
				continue
			}
			n := 0
			for _, a := range asked {
				if t := traitsAsked[a]; hasTrait(f, t) {
					n++
				}
			}
			if n > best {
				best, face = n, f
			}
		}
		if best < 0 {
			return "", fmt.Errorf("the catalogue has nobody like that: name one of render avatars list")
		}
		had = ""
	}
	changes := map[string]string{}
	order := []string{}
	give := func(change string) {
		k, v, _ := strings.Cut(change, "=")
		if _, dup := changes[k]; !dup {
			order = append(order, k)
		}
		changes[k] = v
	}
	for _, c := range strings.Split(had, "&") {
		if c != "" {
			give(c)
		}
	}
	for _, a := range asked {
		t := traitsAsked[a]
		c := t.of(gender)
		if c == "" {
			return "", fmt.Errorf("%q goes with no face of that gender in the catalogue: render avatars list", a)
		}
		if k, _, _ := strings.Cut(c, "="); !hasTrait(face, t) || changes[k] != "" {
			give(c)
		}
	}
	if c := strings.TrimPrefix(fullHex(x.Values["color"]), "#"); c != "" {
		give("colour=" + c)
	}
	id := face.ID
	for i, k := range order {
		sep := "&"
		if i == 0 {
			sep = "?"
		}
		id += sep + k + "=" + changes[k]
	}
	done, err := e.put(id)
	if err != nil {
		return "", err
	}
	return done + ": " + strings.Join(asked, ", "), nil
}

// hasTrait tells whether a face has a trait by itself.
func hasTrait(f casting.Face, t trait) bool {
	return t.looks != "" && slices.ContainsFunc(strings.Split(t.looks, "|"), func(w string) bool { return strings.Contains(f.Looks, w) })
}
