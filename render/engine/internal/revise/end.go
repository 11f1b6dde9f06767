package revise

import (
	"fmt"
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// endWith gives the video its last words.
func (e *editor) endWith(x edit.Edit) (string, error) {
	if err := e.words(x); err != nil {
		if i, no := e.sceneNamed(x.Text); no == nil && !clauseEnds.MatchString(x.Text) {
			defer e.asItStands()()
			return e.move(edit.Edit{Scenes: sceneAt(i), Values: map[string]string{"end": ""}})
		}
		return "", err
	}
	t, _ := prose.Unquote(prose.Unstop(x.Text))
	n := len(e.b.Scenes)
	if n > 0 && e.b.Scenes[n-1].Kind != scene.End && e.b.Scenes[n-1].Say != "" && heard(x.Text, prose.Unstop(e.b.Scenes[n-1].Say)) { // it says the last words, and more
		defer e.asItStands()()
		return e.say(edit.Edit{Scenes: sceneAt(n - 1), Text: x.Text, Values: map[string]string{}})
	}
	if n == 0 || e.b.Scenes[n-1].Kind != scene.End {
		e.b.Scenes = append(e.b.Scenes, scene.Scene{ID: e.freeID(), Kind: scene.End, Transition: scene.Transition{Kind: "cellwipe"}})
		n++
	}
	s := &e.b.Scenes[n-1]
	said, _ := prose.Unquote(x.Text)
	s.Say, s.Verbatim, s.Action = prose.Upper(prose.Stop(said)), true, ""
	endCard(s, t)
	return fmt.Sprintf("the video ends with %q", s.Say), nil
}

// endCard shows on a card what is said there, the address on its own line.
func endCard(s *scene.Scene, said string) {
	u := prose.URL(said)
	if u == "" {
		s.Headline, s.Note = telling.Clip(prose.Upper(said), 46+telling.Longer), ""
		return
	}
	s.URL = u
	if head := strings.TrimSpace(telling.AtURL.ReplaceAllString(said[:strings.Index(said, u)], "")); prose.Words(head) >= 2 {
		s.Headline, s.Note = prose.Upper(head), ""
	}
}

// startWith gives the video its first words.
func (e *editor) startWith(x edit.Edit) (string, error) {
	if err := e.words(x); err != nil {
		if i, no := e.sceneNamed(x.Text); no == nil && !clauseEnds.MatchString(x.Text) { // "start with sales"
			defer e.asItStands()()
			return e.move(edit.Edit{Scenes: sceneAt(i), Values: map[string]string{"start": ""}})
		}
		return "", err
	}
	return e.say(edit.Edit{Scenes: []edit.Ref{{Number: 1}}, Text: x.Text})
}

// words tells what is to be said from what it is to be like: "start with a question".
func (e *editor) words(x edit.Edit) error {
	t := strings.TrimSpace(x.Text)
	_, quoted := prose.Unquote(t)
	thing := prose.Upper(t) != t && determined(t, e.b.Language) // "the strongest argument" tells what it is to be
	if x.Quoted || quoted || kindOf[strings.ToLower(lastWords(prose.Unstop(t), 1))] == "" && !thing && (prose.Words(t) > 4 || tongue.For(e.b.Language).Noun(t) == t) {
		return nil
	}
	return fmt.Errorf("with which words? Write them in quotation marks")
}

func (e *editor) address(x edit.Edit) (string, error) {
	url := strings.TrimRight(x.Text, ".")
	if mail := e.onlyMail(); strings.Contains(url, "@") && mail != "" && len(x.Scenes) == 0 {
		return e.replace(edit.Edit{Text: mail, With: url, Quoted: true})
	}
	if len(x.Scenes) > 0 {
		return e.each(x, func(s *scene.Scene, n int) (string, error) {
			if s.Kind != scene.End {
				return "", fmt.Errorf("scene %d is a %s and shows no address: the end card does", n, s.Kind)
			}
			e.readdress(s, url)
			return "the address is " + url, nil
		})
	}
	return e.onEnd(func(s *scene.Scene) { e.readdress(s, url) }, "the address is "+url)
}

// onlyMail is the one address to write to that the video says, "" = there is none, or more than
// one.
func (e *editor) onlyMail() string {
	only := ""
	for _, u := range e.units() {
		switch mail := prose.Mail(u.text); {
		case mail == "" || mail == only:
		case only != "":
			return ""
		default:
			only = mail
		}
	}
	return only
}

// addressGist gives the video another address, where an instruction names it as one: "the
// order website changed to acme.example".
func (e *editor) addressGist(g gist) (string, error) {
	found := anAddress.FindAllString(g.text, -1)
	if len(found) != 1 || !calledAddress.MatchString(g.text) || g.also || strings.Contains(g.text, "@") {
		return "", errOther
	}
	return e.address(edit.Edit{Text: found[0]})
}

// anAddress is one of a web site. calledAddress are the words for it.
var (
	anAddress     = pattern.New(`(?i)\b(?:https?://)?(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}(?:/[^\s"“”«».,;!?]*)?`)
	calledAddress = pattern.New(`(?i)(?:^|[^\p{L}])(?:(?:web ?)?sites?|links?|urls?|domains?|home ?page|web page|webs?eite|webadresse|página|web|sitio|enlace|lien|sito|ligação)(?:[^\p{L}]|$)`)
)

// readdress gives an end card another address, which is then also said and shown wherever
// the old one was.
func (e *editor) readdress(s *scene.Scene, url string) {
	if old := s.URL; old != "" && old != url {
		e.substitute(nil, old, url)
	}
	s.URL = url
}

func (e *editor) callToAction(x edit.Edit) (string, error) {
	t, _ := prose.Unquote(x.Text)
	if t == "" {
		return "", fmt.Errorf("with which words? Write change the call to action to \"…\"")
	}
	if x.Has("add") && !slices.ContainsFunc(e.b.Scenes, func(s scene.Scene) bool { return s.Kind == scene.End }) {
		return e.endWith(x)
	}
	return e.onEnd(func(s *scene.Scene) {
		s.Say, s.Action = prose.Stop(t), ""
		endCard(s, prose.Unstop(t))
	}, "the call to action is "+t)
}

func (e *editor) onEnd(do func(*scene.Scene), what string) (string, error) {
	for i := len(e.b.Scenes) - 1; i >= 0; i-- {
		if e.b.Scenes[i].Kind == scene.End {
			do(&e.b.Scenes[i])
			return what, nil
		}
	}
	return "", fmt.Errorf("the video has no end card")
}
