// Package casting chooses presenters by how a prompt describes them.
package casting

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// Face is one presenter of the catalogue.
type Face struct {
	ID     string
	Gender string // female or male
	Looks  string // "olive skin, chestnut curls, glasses, blazer"
}

// traits are what a prompt may say about a presenter's looks, and the catalogue's
// words for it.
var traits = []struct {
	asked *pattern.Pattern
	looks string // one of these, parted by |
	name  string
}{
	{pattern.New(`(?i)\bglasses|spectacles|brille|gafas|lunettes|occhiali|óculos\b`), "glasses", "glasses"},
	{pattern.New(`(?i)\bhijab|headscarf|kopftuch\b`), "hijab", "a hijab"},
	{pattern.New(`(?i)\bturban\b`), "turban", "a turban"},
	{pattern.New(`(?i)\b(?:late )?(?:50|60|70)s\b|\b(?:fifties|sixties|seventies)\b|\bolder|senior|elderly|grandmother|grandfather|über 50\b`), "older", "older"},
	{pattern.New(`(?i)\b(?:silver|gr[ae]y|white)[- ](?:hair|haired|beard)\b`), "silver", "silver hair"},
	{pattern.New(`(?i)\bblond(?:e|es)?\b`), "blond|golden|honey hair|wheat", "blonde hair"},
	{pattern.New(`(?i)\b(?:black|dark)[- ]hair(?:ed)?\b`), "black", "black hair"},
	{pattern.New(`(?i)\bbrown[- ]hair(?:ed)?|brunette\b`), "brown|chestnut|espresso", "brown hair"},
	{pattern.New(`(?i)\bred[- ]hair(?:ed)?|redhead|ginger\b`), "auburn|copper|red", "red hair"},
	{pattern.New(`(?i)\bcurl(?:s|y)\b`), "curls", "curls"},
	{pattern.New(`(?i)\bafro\b`), "afro", "an afro"},
	{pattern.New(`(?i)\bbob\b`), "bob", "a bob"},
	{pattern.New(`(?i)\bbun\b`), "bun", "a bun"},
	{pattern.New(`(?i)\bshort hair\b`), "pixie|buzz|quiff|short|side parting", "short hair"},
	{pattern.New(`(?i)\bbald|shaved head\b`), "bald|buzz", "a shaved head"},
	{pattern.New(`(?i)\bbeard(?:ed)?|bart\b`), "beard", "a beard"},
	{pattern.New(`(?i)\bmoustache|mustache\b`), "moustache|mustache", "a moustache"},
	{pattern.New(`(?i)\bblazer|suit|jacket|anzug|sakko\b`), "blazer|suit", "a blazer"},
	{pattern.New(`(?i)\bhoodie\b`), "hoodie", "a hoodie"},
	{pattern.New(`(?i)\bsweater|jumper|pullover\b`), "sweater", "a sweater"},
	{pattern.New(`(?i)\bt-?shirt\b`), "T-shirt", "a T-shirt"},
	{pattern.New(`(?i)\b(?:button[- ]down |dress )?shirt\b`), "shirt", "a shirt"},
	{pattern.New(`(?i)\bdress\b`), "dress", "a dress"},
	{pattern.New(`(?i)\bsari\b`), "sari", "a sari"},
	{pattern.New(`(?i)\b(?:lab|white|doctor['’]?s) coat\b|\blaborkittel\b`), "lab coat", "a lab coat"},
	{pattern.New(`(?i)\bscrubs\b`), "scrubs", "scrubs"},
	{pattern.New(`(?i)\b(?:hi-?vis|high[- ]vis(?:ibility)?|safety|warning) vest\b|\bwarnweste\b`), "high-visibility", "a high-visibility vest"},
	{pattern.New(`(?i)\bkurta\b`), "kurta", "a kurta"},
	{pattern.New(`(?i)\bponytail\b`), "ponytail", "a ponytail"},
	{pattern.New(`(?i)\bbraid(?:s|ed)\b`), "braids", "braids"},
	{pattern.New(`(?i)\b(?:dread)?locs\b|\bdreadlocks\b`), "locks", "locks"},
	{pattern.New(`(?i)\bgoatee\b`), "goatee", "a goatee"},
	{pattern.New(`(?i)\bpolo|turtle ?neck\b`), "polo neck", "a polo neck"},
	{pattern.New(`(?i)\bblack (?:woman|man|presenter|host)\b|\bdark[- ]skin\w*`), "umber|espresso skin|ebony", "dark skin"},
	{pattern.New(`(?i)\b(?:east )?asian\b`), "porcelain|sand", "as near to it as the catalogue has"},
}

// Nearest chooses the face whose looks have most of what a description asks for,
// the people with names first. It returns what was found, and "" when the
// description says nothing that the catalogue knows.
func Nearest(faces func() []Face, description, gender string) (id, found string) {
	if faces == nil || description == "" {
		return "", ""
	}
	best, score := "", 0
	var got []string
	for _, f := range faces() {
		if gender != "" && f.Gender != gender {
			continue
		}
		n := 0
		var has []string
		for _, t := range traits {
			if !t.asked.MatchString(description) {
				continue
			}
			for _, word := range strings.Split(t.looks, "|") {
				if strings.Contains(f.Looks, word) {
					n++
					has = append(has, t.name)
					break
				}
			}
		}
		if n > score {
			best, score, got = f.ID, n, has
		}
	}
	return best, strings.Join(got, ", ")
}

// Note says how a description was answered.
func Note(description, id, found string) string {
	if id == "" {
		return fmt.Sprintf("presenter \"%s\": nothing of it is known to the catalogue; choose an id from render avatars list", telling.Clip(prose.Unstop(description), 80))
	}
	return fmt.Sprintf("presenter \"%s\": %s comes nearest (%s); other ids: render avatars list", telling.Clip(prose.Unstop(description), 80), id, found)
}
