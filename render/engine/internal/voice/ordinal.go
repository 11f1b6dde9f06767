package voice

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gitops.video/render/render/engine/internal/scene"
)

// ordinal is one of the voices of a gender that every engine has some of, counted
// from 1: what a conversation asks for, whichever engine will speak it.
type ordinal struct {
	gender string // female, male; "" = the engine's first voice
	number int
	named  bool // asked for by its own name
}

// Known tells whether a name is that of a built-in voice, or a path.
func Known(name string) bool {
	_, builtIn := findBuiltIn(name)
	o, _ := numbered(scene.Voice{Name: name})
	return builtIn || o.named || NamesFile(name)
}

// numbered reads which of the voices of a gender is asked for: "female-2", or the same
// of espeak-ng: "espeak-female-2", "espeak-de-female-2", "espeak-de", of which de is
// the language. "female" alone is the first.
func numbered(v scene.Voice) (o ordinal, language string) {
	o = ordinal{gender: strings.ToLower(v.Gender), number: 1}
	unnamed := o
	name := strings.ToLower(strings.TrimSpace(v.Name))
	rest, espeaks := strings.CutPrefix(strings.Replace(name, "espeak-ng", "espeak", 1), "espeak")
	rest = strings.TrimPrefix(rest, "-")
	m := ordinalName.FindStringSubmatchIndex(rest)
	if m == nil {
		o.named = espeaks && name != "" && !strings.ContainsAny(rest, " _")
	} else {
		o.named = espeaks || m[0] == 0
		o.gender = rest[m[2]:m[3]]
		if m[4] >= 0 {
			o.number, _ = strconv.Atoi(rest[m[4]:m[5]])
		}
		rest = rest[:m[0]]
	}
	if !o.named {
		return unnamed, ""
	}
	return o, rest
}

var ordinalName = regexp.MustCompile(`(?:^|-)(female|male)(?:-([1-9][0-9]?))?$`)

// GenderOf is the gender that a voice's name tells, female or male; "" where it tells none.
func GenderOf(name string) string {
	if i, known := findBuiltIn(strings.TrimSpace(name)); known {
		return builtIn[i].Gender
	}
	o, _ := numbered(scene.Voice{Name: name})
	return o.gender
}

// espeak is the gender and the index of espeak-ng's voice, the first man's where nothing
// is said.
func (o ordinal) espeak() (gender string, i int) {
	gender = "male"
	if o.gender == "female" {
		gender = "female"
	}
	return gender, o.of(len(espeakCast[gender]))
}

func (o ordinal) String() string {
	gender, i := o.espeak()
	return fmt.Sprintf("%s %d", gender, i+1)
}

// of is the voice's index among n; those that are asked for beyond begin again.
func (o ordinal) of(n int) int { return (o.number - 1) % n }

// espeakCast are espeak-ng's voices by gender, far enough from each other in pitch
// and in the size of the mouth to be told apart with eyes closed, and how they sound:
// pitches are measured in German.
var espeakCast = map[string][]struct {
	about string
	espeakStyle
}{
	"male": {
		{"about 100 Hz", espeakStyle{Variant: "m3", Pitch: 42, Range: 58, Rate: 158, Size: 1}},
		{"lighter and younger, about 120 Hz", espeakStyle{Variant: "m6", Pitch: 60, Range: 76, Rate: 162, Size: 1.07}},
		{"deep and calm, about 80 Hz", espeakStyle{Variant: "m1", Pitch: 38, Range: 70, Rate: 150, Size: 0.93, Warmth: 1}},
	},
	"female": {
		{"about 190 Hz", espeakStyle{Variant: "f2", Pitch: 48, Range: 60, Rate: 158, Size: 1}},
		{"lower and calmer, about 155 Hz", espeakStyle{Variant: "f1", Pitch: 42, Range: 70, Rate: 150, Size: 0.92, Warmth: 1}},
		{"bright and lively, about 230 Hz", espeakStyle{Variant: "f3", Pitch: 52, Range: 60, Rate: 162, Size: 1.08}},
	},
}

func (o ordinal) style() espeakStyle {
	gender, i := o.espeak()
	return espeakCast[gender][i].espeakStyle
}

// builtIn is the index of the built-in neural voice, Jenny's own where nothing is said.
func (o ordinal) builtIn() int {
	gender := "female"
	if o.gender == "male" {
		gender = "male"
	}
	var of []int
	for i, v := range builtIn {
		if v.Gender == gender {
			of = append(of, i)
		}
	}
	return of[o.of(len(of))]
}

// served is the voice of a speech server that goes by OpenAI's names.
func (o ordinal) served() string {
	of := []string{"alloy", "nova", "shimmer"}
	if o.gender == "male" {
		of = []string{"onyx", "echo", "fable"}
	}
	return of[o.of(len(of))]
}
