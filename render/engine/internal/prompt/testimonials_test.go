package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

// TestTestimonials: quotations in one line are parted, each with its person.
func TestTestimonials(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`What patients say: "I can lift my grandson" (Margaret, 67), "They actually listened" (Tom), "Best physio in Leeds" (Priya S.).`: "I can lift my grandson/Margaret/67|They actually listened/Tom/|Best physio in Leeds/Priya S./",
		`Our members love it: "Never without it" – Anna; "Great taste" – Ben from Hull.`:                                                 "Never without it/Anna/|Great taste/Ben from Hull/",
		`Reviews: "Never without it" (Anna), "Great taste" (Ben) and "Ten out of ten" (Carla).`:                                          "Never without it/Anna/|Great taste/Ben/|Ten out of ten/Carla/",
		"Customer quotes:\n\"Never without it.\" - Anna, Bristol\n\"Great taste.\" - Ben":                                                "Never without it./Anna/Bristol|Great taste./Ben/",
		`"Never without it," says Anna. Ben says "Great taste."`:                                                                         "Never without it/Anna/|Great taste./Ben/",
		// neighbours that look alike
		`The word "tea" (Camellia) comes from China.`:  "",
		`Choose "Express" (Monday) or "Eco" (Friday).`: "",
	} {
		b := Parse("Video about our tea club. " + text + "\nIt is open to all.")
		var got []string
		for _, pt := range b.Points {
			if pt.Form == brief.Quote {
				got = append(got, pt.Text+"/"+pt.Name+"/"+pt.Part)
			}
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s\n got %s\nwant %s", text, g, want)
		}
	}
}
