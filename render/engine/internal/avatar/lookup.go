package avatar

import "strings"

// Lookup is the person of a catalogue id.
func Lookup(id string) (Person, error) {
	for _, p := range people {
		if strings.EqualFold(p.ID, id) {
			return p, nil
		}
	}
	return people[0], nil
}
