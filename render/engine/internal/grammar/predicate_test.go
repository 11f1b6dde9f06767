package grammar

import "testing"

func TestPredicate(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"A fire at our supplier stopped production for 9 days": true,
		"Our charity, Paws Forward, trains assistance dogs.":   true,
		"2,300 restaurants in 11 countries use it":             true,
		"78% of people carry no cash":                          true,
		"Priya Nair joins us as CTO on Monday":                 true,
		"Everyone attends.":                                    true,
		"Tom retires after 34 years":                           true,
		"The team that won is happy":                           true,
		"New delivery dates go out by email this Friday.":      true,
		"people who change careers after 40":                   false,
		"a video that explains our refund policy":              false,
		"If you need anything":                                 false,
		"hotel guests shown on the room TV":                    false,
		"a small bakery in Leeds called Rye & Shine":           false,
		"1,240 trees planted in May":                           false,
		"Leads 420 (up from 360)":                              false,
		"10 to 4, all three floors, café included.":            false,
		"Meeting first Sunday of the month, 10 am":             false,
		"three loaves a week":                                  false,
		"Duo €21/month":                                        false,
		"Uptime – 99.98%":                                      false,
		"weekly sales huddle":                                  false,
	} {
		if got := Predicate(text); got != want {
			t.Errorf("%q: %v %v", text, got, Tags(text))
		}
	}
}
