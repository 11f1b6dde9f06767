package telling

import (
	"os"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/tongue"
)

// noteBeat is the beat of one English note in a video of a purpose.
func noteBeat(note string, purpose brief.Purpose) *Beat {
	w := &Writer{Wording: tongue.English, Lang: "en", Brief: &brief.Brief{Level: brief.Topic, Purpose: purpose, Subject: "The week"}}
	return w.BeatOf(&brief.Point{Form: brief.Clause, Text: prose.Stop(note)}, 0)
}

// drawn is the picture of a beat in one line: its figures with label and what stands below.
func drawn(b *Beat) string {
	var out []string
	if b.Figure != nil {
		out = append(out, strings.Trim(FigureText(b.Figure)+"|"+b.Label+"|"+b.Subtitle, "|"))
	}
	for _, it := range b.Items {
		out = append(out, strings.Trim(it.Value+"|"+it.Label+it.Title+"|"+it.Body, "|"))
	}
	return strings.Join(out, "; ")
}

// TestNotesAreDrawnByTheirFigures: every figure of a note has the label that it has in the
// note, and what it is compared to below it.
func TestNotesAreDrawnByTheirFigures(t *testing.T) {
	t.Parallel()
	for note, want := range map[string]string{
		"Support tickets: 189 open, 41 older than 7 days":      "189|Open; 41|Older than 7 days",
		"Burn 210k/month, runway 19 months":                    "210k|Burn|Per month; 19 months|Runway",
		"412 of 530 replied (78%)":                             "412 of 530|Replied|78%",
		"87% would recommend us as employer vs 71% last year":  "87%|Would recommend us as employer|vs 71% last year",
		"Biggest wish: 4 day week (52%)":                       "52%|Biggest wish|4 day week",
		"14 near misses, 9 at aisle C":                         "14|Near misses; 9|Near misses at aisle C",
		"Revenue 1.2M vs 0.9M last year":                       "1.2M|Revenue|vs 0.9M last year",
		"Win rate 31% (Q4: 26%)":                               "31%|Win rate|Q4: 26%",
		"Best region: Nordics, 38% of new business":            "38%|Best region: Nordics|of new business",
		"Bugs 12 -> 5":                                         "5|Bugs|Down from 12",
		"Spend 64% of budget, 1.9 of 3.0 m":                    "64%|Spend|of budget, 1.9 of 3.0 m",
		"Leads 420 (up from 360), demos 88, closed 17":         "420|Leads|Up from 360; 88|Demos; 17|Closed",
		"Men 61% vs women 74%":                                 "61%|Men; 74%|Women",
		"Paper 12% of replies, online 88%":                     "12%|Paper|of replies; 88%|Online",
		"92% satisfied in Berlin vs 81% in Hamburg":            "92%|Satisfied in Berlin; 81%|In Hamburg",
		"Recycling 64% (target 70)":                            "64%|Recycling|Target 70",
		"P95 latency 180 ms (was 240)":                         "180 ms|P95 latency|Was 240",
		"Faster start: 0.8 s vs 2.1 s":                         "0.8 s|Faster start|vs 2.1 s",
		"38 shops, 12 girls":                                   "38|Shops; 12|Girls",
		"Orders up 12%, returns down to 3.4%":                  "12%|Orders|Up; 3.4%|Returns|Down",
		"0 lost time injuries":                                 "0|Lost time injuries",
		"1,204 of 1,530 invoices paid":                         "1,204 of 1,530||invoices paid",
		"Windows 10 support ends in October":                   "",
		"ISO 27001 certificate renewed until 2028":             "",
		"Breakfast 7 to 10, checkout 11am":                     "",
		"In 2024, 62% of breaches began with a mail":           "62%||of breaches began with a mail",
		"Old one: 14 clicks, no mobile app, weekly reports":    "14 clicks; No mobile app; Weekly reports",
		"We hired 12 people for the shop, 5 of them part time": "12|We hired|people for the shop",
	} {
		if got := drawn(noteBeat(note, brief.Update)); !strings.HasPrefix(got, want) || want == "" && strings.ContainsAny(got, "0123456789") {
			t.Errorf("%q is drawn as %q, want %q", note, got, want)
		}
	}
}

// TestSentencesOfNotesAreSound: whatever sentence is made of a note, it has one finite verb,
// and it claims nothing to be a number or to be there that is not. The words here are not
// those of the gate.
func TestSentencesOfNotesAreSound(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/notes.txt")
	if err != nil {
		t.Fatal(err)
	}
	verb := pattern.New(`(?i)\b(?:is|are|was|were|has|have|will|can|hit|retires|joins|sends|starts|opens|won|covers|keep|keeps|doubled|flooded|stay|meet|bring|race|ends|moved|pushed|reached|grew|fell)\b`)
	made := pattern.New(`(?i)\b(?:is|are|was|were)\b|^It |\b(?:there|it)['’]s\b`)
	for _, note := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		for _, purpose := range []brief.Purpose{brief.Update, brief.Event, ""} {
			said := noteBeat(note, purpose).Text()
			if said == prose.Stop(note) {
				continue
			}
			for _, s := range prose.SplitSentences(said) {
				for _, clause := range clausesIn(prose.Unstop(s)) {
					if made.MatchString(clause) && len(verb.FindAllString(clause, -1)) > 1 {
						t.Errorf("%q is said with two verbs: %q", note, said)
					}
				}
			}
			for _, wrong := range []*pattern.Pattern{
				pattern.New(`(?i)\bthere(?:['’]s| is| are) (?:an? )?(?:\p{Ll}+ ){0,3}(?-i:(?:Tom|Ana|Ali|Priya|Ben|Maria|Lee|Eva|Omar|Amal))\b`),
				pattern.New(`(?i)\bthere are \d+ (?:days|weeks|months|hours)\b`),
				pattern.New(`(?i)\bare [\d,.]+%?\.?$`),
				pattern.New(`(?i)\bis \d+ (?:in|on|at|from)\b`),
				pattern.New(`(?i)\b(?:approved|moved|pushed|raised|done|closed) (?:is|are) \d`),
				pattern.New(`(?i)\bthere(?:['’]s| is| are) .* since\b`),
				pattern.New(`=|->`),
			} {
				if wrong.MatchString(said) && !wrong.MatchString(note) {
					t.Errorf("%q is said wrongly: %q", note, said)
				}
			}
		}
	}
}

// TestTheGateLetsSentencesThrough: a gate that stops everything would be no gate.
func TestTheGateLetsSentencesThrough(t *testing.T) {
	t.Parallel()
	for made, ok := range map[string]bool{
		"Headcount is 41, up from 36.":                                  true,
		"There are food trucks from 8 pm.":                              true,
		"Entry is free.":                                                true,
		"It has 800 lumens, is visible from 1.2 km, and is waterproof.": true,
		"The goal is 60 wells.":                                         true,
		"ARR hit is $3.1M.":                                             false,
		"SOC is 2 in September.":                                        false,
		"There are 60 days without accident.":                           false,
		"There are Tom retires in June.":                                false,
		"New trials are 312.":                                           false,
		"Budget approved is 12k.":                                       false,
		"There's a new coach Ali from September.":                       false,
	} {
		if sound(made, "") != ok {
			t.Errorf("sound(%q) = %v", made, !ok)
		}
	}
}
