package board

import (
	"strings"
	"testing"
)

func TestIdleValuesAreWarnedOf(t *testing.T) {
	t.Parallel()
	for scene, want := range map[string]string{
		`{kind: number, figure: {text: many}}`:                    "2:43 the figure \"many\"",
		`{kind: number, figure: {text: "1.85", suffix: M}}`:       "",
		`{kind: statement, say: 'Wait <break time="900s"/> now'}`: "2:36 a pause of 900s: 10 s",
		`{kind: statement, say: 'A <break time="12000ms"/> b'}`:   "2:36 a pause of 12000ms",
		`{kind: statement, say: 'A [pause 11] b'}`:                "2:36 a pause of 11s",
		`{kind: statement, say: 'A <break time="900ms"/> b'}`:     "",
		`{kind: end, url: not an address}`:                        "2:30 \"not an address\" is no web address",
		`{kind: end, url: htp:/shop}`:                             "2:30 \"htp:/shop\"",
		`{kind: end, url: shop.example/a?b=1}`:                    "",
		`{kind: end, url: "https://münchen.example"}`:             "",
		`{kind: end, url: hello@acme.example}`:                    "",
		`{kind: end, url: "+44 20 7946 0018"}`:                    "",
		`{kind: end, url: "@acme"}`:                               "",
	} {
		scene = strings.Replace(scene, "{", "{id: s1, ", 1)
		got := Idle("b.yaml", []byte("scenes:\n  - "+scene+"\n"))
		if want == "" && len(got) > 0 || want != "" && (len(got) != 1 || got.HasErrors()) {
			t.Errorf("%s: %v", scene, got)
			continue
		}
		if want != "" {
			at, text, _ := strings.Cut(want, " ")
			if !strings.HasPrefix(got[0].Range.String(), "b.yaml:"+at) || !strings.Contains(got[0].Summary, text) {
				t.Errorf("%s: %s %s", scene, got[0].Range, got[0].Summary)
			}
		}
	}
	if Idle("b.yaml", []byte("\t")) != nil || Idle("b.yaml", []byte("scenes: [1, {figure: 2, say: [a]}]")) != nil {
		t.Error("hostile input is warned of")
	}
}

func TestLowerThirdsNeedAName(t *testing.T) {
	t.Parallel()
	const head = "storyboard: 1\nlanguage: en\nwidth: 320\nheight: 180\nfps: 30\nseconds: 7\nscenes:\n"
	for third, fails := range map[string]bool{"{name: Ada, role: Lead}": false, "{name: Ada}": false, "{name: '', role: Lead}": true, "{name: ' '}": true} {
		_, err := Decode("b.yaml", []byte(head+"  - {id: a, kind: presenter, say: Hi., lowerThird: "+third+"}\n"), nil)
		if (err != nil) != fails || fails && !strings.Contains(err.Error(), "b.yaml:8:") {
			t.Errorf("%s: %v", third, err)
		}
	}
}
