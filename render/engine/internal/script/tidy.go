package script

import (
	"fmt"
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
	"gitops.video/render/render/engine/internal/tongue"
)

// tidy mends what only shows once every scene stands: marks of inline code, a
// headline that its own list repeats, and icons that come twice.
func (w *writer) tidy() {
	w.saidTitle()
	for _, b := range w.beats {
		if b.Hidden > 0 {
			what := "items in one list"
			if b.Kind == scene.Process {
				what = "steps"
			}
			w.Note(b.Line, fmt.Sprintf("%d %s: the scene shows %d", len(b.Items)+b.Hidden, what, len(b.Items)))
		}
		w.unbracket(b)
		w.inlineCode(b)
		w.freshHeadline(b)
		telling.Still(&b.Scene, b.Text())
		if strings.EqualFold(b.Label, b.Headline) {
			b.Label = ""
		}
		if b.Kind == scene.Process || b.Kind == scene.Grid || b.Kind == scene.Points {
			differ(b.Items, b.Kind == scene.Process)
			if b.Kind != scene.Process && denied.MatchString(b.Headline) {
				for i := range b.Items {
					b.Items[i].Icon = "x"
				}
			}
		}
	}
}

// denied heads a list of what is not so, which no tick may stand beside.
var denied = pattern.New(`(?i)^(?:what['’]?s |what is |was |ce qui |qué |cosa |o que |wat )?(?:not (?:taken|included|allowed|accepted|permitted|covered|available|possible|recommended|part of|in scope)|out of scope|forbidden|prohibited|banned|excluded|(?:please )?(?:never|do not|don['’]t|avoid)|don['’]ts|` +
	`nicht (?:\p{L}+ )?(?:angenommen|enthalten|inbegriffen|erlaubt|gestattet|möglich|abgedeckt|zugelassen|mitgenommen|genommen|dabei)|verboten|ausgeschlossen|tabu|` +
	`(?:pas|non) (?:inclus|compris|autorisé|accepté|couvert|repris|pris)\p{L}*|interdit\p{L}*|exclu\p{L}*|` +
	`no (?:incluid|permitid|admitid|aceptad|cubiert|se admite|se acepta)\p{L}*|prohibid\p{L}+|excluid\p{L}+|` +
	`non (?:inclus|compres|ammess|consentit|accettat|copert)\p{L}+|vietat\p{L}+|esclus\p{L}+|` +
	`não (?:incluíd|permitid|aceit|cobert)\p{L}*|proibid\p{L}+|excluíd\p{L}+|niet (?:inbegrepen|toegestaan|geaccepteerd|mogelijk|gedekt|meegenomen)|verboden|uitgesloten)(?:[^\p{L}]|$)`)

// spokenAside is an aside in brackets, and the letter behind it.
var spokenAside = pattern.New(`\s\(([^()]{2,60})\)(\s\p{L})?`)

// unbracket says an aside in brackets between commas.
func (w *writer) unbracket(b *telling.Beat) {
	if w.Brief.Level != brief.Topic || b.Verbatim || w.drafted || b.Kind == scene.Code || !strings.Contains(b.Text(), " (") {
		return
	}
	for i, s := range b.Words {
		b.Words[i] = spokenAside.ReplaceAllStringFunc(s, func(m string) string {
			x := spokenAside.FindStringSubmatch(m)
			if len(x[1]) <= 3 && strings.Trim(x[1], "0123456789") == "" {
				return m // "(11) 98877-6655"
			}
			if said := w.AgainstYear(x[1]); said != "" {
				return said + x[2]
			}
			if w.Wording.Code == "en" {
				x[1] = strings.TrimRight(x[1], ".!?") // the sentence has a mark of its own
			}
			if x[2] == "" && w.Wording.Code == "en" && tongue.DoesIt.MatchString(x[1]+" ") && strings.HasSuffix(prose.Unstop(s), m) {
				return ". It " + x[1] // "Install the app (takes 5 min)"
			}
			if x[2] != "" {
				return w.Wording.Comma() + x[1] + strings.TrimSpace(w.Wording.Comma()) + x[2]
			}
			return w.Wording.Comma() + x[1]
		})
	}
	say := strings.ToLower(b.Text())
	for _, it := range b.Items {
		if it.Cue != "" && !strings.Contains(say, strings.ToLower(it.Cue)) {
			telling.Cues(b)
			return
		}
	}
}

var backticks = pattern.New("`+([^`\n]+)`+")

// inlineCode takes the backticks off what is said and shown. A command that a
// sentence without a picture ends with is typed on as code.
func (w *writer) inlineCode(b *telling.Beat) {
	plain := func(s string) string { return strings.ReplaceAll(backticks.ReplaceAllString(s, "$1"), "`", "") }
	if m := backticks.FindAllStringSubmatch(b.Text(), -1); len(m) == 1 && len(b.Words) == 1 && (b.Kind == scene.Presenter || b.Kind == scene.Statement) && b.LowerThird == nil {
		lead, tail, _ := strings.Cut(b.Text(), m[0][0])
		head := prose.Upper(strings.TrimSpace(telling.Danglers.ReplaceAllString(strings.TrimRight(lead, " ,:"), "")))
		if strings.Trim(tail, " .!") == "" && isCommand(m[0][1]) && head != "" {
			b.Kind, b.Code, b.CodeLang, b.Headline = scene.Code, m[0][1], "sh", head
			b.Overlay, b.Subtitle, b.Framing = nil, "", ""
		}
	}
	for i := range b.Words {
		b.Words[i] = plain(b.Words[i])
	}
	for _, s := range []*string{&b.Headline, &b.Subtitle, &b.Label, &b.Note, &b.Action} {
		*s = plain(*s)
	}
	for i := range b.Overlay {
		b.Overlay[i] = plain(b.Overlay[i])
	}
	for i := range b.Items {
		it := &b.Items[i]
		it.Title, it.Body, it.Cue, it.Value, it.Label = plain(it.Title), plain(it.Body), plain(it.Cue), plain(it.Value), plain(it.Label)
	}
	for i := range b.Columns {
		for k := range b.Columns[i].Rows {
			r := &b.Columns[i].Rows[k]
			r.Label, r.Value, r.Cue = plain(r.Label), plain(r.Value), plain(r.Cue)
		}
	}
}

// isCommand tells a command line from a name in code type.
func isCommand(s string) bool {
	f := strings.Fields(s)
	return len(f) >= 2 && f[0] == strings.ToLower(f[0])
}

// freshHeadline replaces a headline that says the same as the scene's first item.
func (w *writer) freshHeadline(b *telling.Beat) {
	if len(b.Items) == 0 || b.Headline == "" {
		return
	}
	same := func(h string) bool {
		h = strings.ToLower(prose.Unstop(h))
		for _, it := range b.Items {
			t := strings.ToLower(prose.Unstop(it.Title))
			if t != "" && (h == t || strings.HasPrefix(h, t+" ") || strings.HasPrefix(t, h+" ") && prose.Words(h) > 1) {
				return true
			}
		}
		return false
	}
	if !same(b.Headline) {
		return
	}
	for _, s := range b.Words {
		if h := w.Finding(s, 46); h != "" && !same(h) && len(b.Words) > 1 {
			b.Headline = h
			return
		}
	}
	switch b.Kind {
	case scene.Process:
		b.Headline = w.Wording.StepsHead
	case scene.Timeline:
		b.Headline = w.Wording.TimeHead
	default:
		b.Headline = w.Wording.RecapHead
	}
}

// differ gives items of one scene different icons where their words differ. What
// no word decides is left to the drawing, which counts through its plain set.
func differ(items []scene.Item, steps bool) {
	used, plain, times := map[string]bool{}, 0, 0
	for i := range items {
		switch items[i].Icon {
		case "check":
			plain++
		case "clock", "calendar":
			times++
		}
	}
	if times == len(items) && !steps {
		return // hours or days: one mark says what all of them are
	}
	if steps && plain == len(items) {
		for i := range items {
			items[i].Icon = "" // the drawing takes one after another from its plain set
		}
		return
	}
	for i := range items {
		it := &items[i]
		if it.Icon == "" || it.Icon == "check" && plain == len(items) {
			continue // one mark for every line of a list that no picture fits
		}
		if used[it.Icon] {
			it.Icon = otherIcon(it.Title+" "+it.Body, used)
		}
		used[it.Icon] = true
	}
}

// spareIcons stand for anything; they are used when no word names a picture.
var spareIcons = []string{"arrow", "target", "bulb", "layers", "spark"}

// otherIcon is the next icon that the words name, or a plain one.
func otherIcon(s string, used map[string]bool) string {
	if named := telling.IconBut(s, used); named != "" {
		return named
	}
	for _, n := range append([]string{"check"}, spareIcons...) {
		if !used[n] {
			return n
		}
	}
	return "check"
}
