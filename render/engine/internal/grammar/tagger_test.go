package grammar

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jdkato/prose/tag"
)

var update = flag.Bool("update", false, "write tags.bin from the library's model")

// encode writes the model of the library as the tagger reads it: the tags and the words
// that have one only, then the hashes, the ends and the weights.
func encode(lib *tag.PerceptronTagger) []byte {
	classes := slices.Clone(lib.Classes())
	slices.Sort(classes)
	sure := make([]string, 0, len(lib.TagMap()))
	for word, class := range lib.TagMap() {
		sure = append(sure, word+"\t"+class)
	}
	slices.Sort(sure)
	byHash := map[uint64]string{}
	for f := range lib.Weights() {
		byHash[hashed([]string{f})] = f
	}
	order := make([]uint64, 0, len(byHash))
	for h := range byHash {
		order = append(order, h)
	}
	slices.Sort(order)
	var hashes, ends, weights []byte
	for _, h := range order {
		for i, c := range classes {
			if w := math.Round(lib.Weights()[byHash[h]][c] * 1000); w != 0 {
				weights = append(weights, byte(i))
				weights = binary.LittleEndian.AppendUint16(weights, uint16(int16(max(-32768, min(w, 32767)))))
			}
		}
		hashes = binary.LittleEndian.AppendUint64(hashes, h)
		ends = binary.LittleEndian.AppendUint32(ends, uint32(len(weights)))
	}
	var out []byte
	for _, b := range [][]byte{[]byte(strings.Join(append([]string{strings.Join(classes, " ")}, sure...), "\n")), hashes, ends, weights} {
		out = append(binary.LittleEndian.AppendUint32(out, uint32(len(b))), b...)
	}
	return out
}

func TestModelIsThatOfTheLibrary(t *testing.T) {
	t.Parallel()
	lib := tag.NewPerceptronTagger()
	want := encode(lib)
	if *update {
		if err := os.WriteFile("tags.bin", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(tagModel, want) {
		t.Fatal("tags.bin is another model: run go test -update here")
	}
	text := strings.Fields("The new till works offline , fees are a flat 49 euros a month , and you change the menu from your phone . A fire at our supplier stopped production for 9 days .")
	words := make([]Tagged, len(text))
	for i, w := range text {
		words[i].Text = w
	}
	theTagger().tag(words)
	for i, x := range lib.Tag(text) {
		if words[i].Tag != x.Tag {
			t.Errorf("%s is %s, %s for the library", x.Text, words[i].Tag, x.Tag)
		}
	}
}

func TestTags(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"We’re open, don’t be late.":  "We/PRP 're/VBP open/JJ ,/, do/VBP n't/RB be/VB late/RB ./.",
		"Book at tably.io or mail us": "Book/NN at/IN tably.io/NN or/CC mail/NN us/PRP",
		"Doors open at 10 am":         "Doors/NNS open/VBP at/IN 10/CD am/NN",
		"ARR hit $3.1M":               "ARR/NNP hit/VBD $/$ 3.1M/CD",
	} {
		var got []string
		for _, w := range Tags(text) {
			got = append(got, fmt.Sprint(w.Text, "/", w.Tag))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s", s)
		}
	}
}

func FuzzTags(f *testing.F) {
	f.Add("It's 9–5, isn’t it? \xff")
	f.Fuzz(func(t *testing.T, s string) {
		at := -1
		for _, w := range Tags(s) {
			if w.Text == "" || w.Tag == "" || w.At <= at || w.At >= len(s) {
				t.Fatalf("%q: %+v", s, w)
			}
			at = w.At
		}
	})
}
