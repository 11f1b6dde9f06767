package telling

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/tongue"
)

// TestCounted: a sentence that counts several things shows each figure with what it counts.
func TestCounted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ s, want string }{
		{"With it we built 27 wells in Kenya and trained 140 local technicians.", "27 Wells in Kenya|140 Local technicians"},
		{"Last year we had 14 accidents, 9 of them at conveyor 3.", "14 Accidents|9 At conveyor 3"},
		{"The castle has 82 rooms, 4 gardens and the longest gallery in the north at 51 metres.", "82 Rooms|4 Gardens|51 metres Longest gallery in the north"},
		{"Inside each phone are 0.03 grams of gold, 0.3 grams of silver and 15 grams of copper.", "0.03 g Gold|0.3 g Silver|15 g Copper"},
		{"It pays 3.1% interest on the first £5,000 and 1.2% on everything above.", "3.1% Interest on the first £5,000|1.2% On everything above"},
		{"We won 38 new customers, lost 5.", "38 New customers|5 Customers lost"},
		{"We served 412 families in October and delivered 96 food parcels to people at home.", "412 Families in October|96 Food parcels to people at home"},
		{"The reserve is home to 214 bird species and 38 kinds of orchid.", "214 Bird species|38 Kinds of orchid"},
		{"Our 64 volunteers gave 5,200 hours of their time.", "64 Volunteers|5,200 h Of their time"},
		{"A garden of 240 square metres surrounds 3 bedrooms and 2 bathrooms.", "240 m² Garden|3 Bedrooms|2 Bathrooms"},
		{"It has 3 bedrooms, 118 square metres, and a garden of 240 square metres facing south.", "3 Bedrooms|118 Square metres|240 m² Garden"},
		{"We have 36 extinguishers in the plant, one every 20 metres.", "36 We have extinguishers in the plant"},
		{"It took us 11 years, 4 warehouses and 320 people.", "11 Years|4 Warehouses|320 People"},
		// neighbours that look alike
		{"18,500 people now have clean water within 500 metres of their home.", "18,500 people now have clean water within 500 metres of their home"},
		{"Waiting time fell from 42 to 18 days.", "18 days Waiting time Down from 42 days"},
		{"You can choose 30 or 60 minutes.", "60 min Choose 30 or 60 minutes"},
		{"If you lift more than 25 kg, ask one of our 3 helpers.", ""},
		{"Open the valve 2 turns and wait 30 seconds.", "30 s Open the valve 2 turns and wait"},
		{"We brew 18 hours at 4 °C.", "18 h We brew at 4 °C"},
		{"That built 41 wells in Malawi and Zambia and fed 1,200 children.", "41 Wells in Malawi and Zambia|1,200 Children"},
		{"You get 1 stamp per coffee, 9 stamps make a free one.", ""},
		{"In our beta, 4,300 people got back 52 minutes a day.", "52 min 4,300 people got back a day"},
		{"Parking costs €3 for 2 hours.", "€3 Parking for 2 hours"},
	} {
		w := &Writer{Wording: tongue.English, Lang: "en", Brief: prompt.Parse("Video about tea. It is hot.")}
		b := &Beat{Words: []string{c.s}}
		w.Clause(b, &brief.Point{Text: c.s})
		var got []string
		if b.Kind == scene.Number {
			got = append(got, FigureText(b.Figure)+" "+strings.TrimSpace(b.Label+" "+b.Subtitle))
			for _, it := range b.Items {
				got = append(got, it.Value+" "+strings.TrimSpace(it.Label+" "+it.Body))
			}
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q\n got %q (%s)\nwant %q", c.s, g, b.Kind, c.want)
		}
		if w := strings.Join(b.Words, " "); w != c.s {
			t.Errorf("%q is said as %q", c.s, w)
		}
	}
}
