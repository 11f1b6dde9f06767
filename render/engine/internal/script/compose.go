package script

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/telling"
)

// compose turns the brief's points into beats: hook, body, call to action.
func (w *writer) compose() {
	b := w.Brief
	w.Occasions()
	var hook, body, action []*telling.Beat
	for i := range b.Points {
		pt := w.turned(&b.Points[i])
		bt := w.pointBeat(pt, i)
		if bt == nil {
			continue
		}
		if bt.Names && bt.As == brief.Hook && bt.Kind == "" && asksOnly(bt.Text()) {
			w.Brief.Subject, w.Brief.Title = "", bt.Text()
			hook = append(hook, bt)
			continue
		}
		if bt.Kind == scene.Code && w.Typed(bt, body) {
			continue
		}
		switch pt.Role {
		case brief.Hook:
			hook = append(hook, bt)
		case brief.Action:
			action = append(action, bt)
		default:
			body = append(body, bt)
		}
	}
	if b.Level == brief.Script && prompt.Genre(b.Title) && slices.ContainsFunc(body, func(x *telling.Beat) bool { return x.Turn > 0 }) {
		b.Title = "" // "Two presenters": a conversation is headed by its first words
	}
	body = w.oneShot(w.InARow(w.RowOfShort(w.Counted(w.HoursTogether(w.Sequences(w.History(w.Numbered(w.TypeNext(askedFirst(w.BesideEachOther(body), w))))))))))
	body = w.hailed(body)
	verbatim := b.Level == brief.Script
	if len(hook) == 0 && w.chaptered(body) && body[0].Chapter != "" {
		if t := w.contentsTitle(); t != nil {
			hook = append(hook, t)
		}
	}
	if verbatim && len(hook) == 0 && len(body) > 1 && body[0].Question != "" {
		hook = append(hook, w.untitled())
	}
	if verbatim && len(hook) == 0 && len(body) > 1 && b.Title+b.Subject == "" && len(body[0].Items) > 2 && body[0].Whole && w.ownHead(body[0].Headline) {
		b.Title = body[0].Headline // "The Trail 30 pack weighs 690 grams, holds 24 litres and …"
		hook = append(hook, w.untitled())
	}
	if verbatim && len(hook) == 0 && len(body) > 1 {
		hook, body = body[:1], body[1:]
	}
	if n := len(body); verbatim && len(action) == 0 && n > 2 && w.Wording.Code == "en" && asksOnly(body[n-2].Text()) && prose.Words(body[n-2].Text()) <= 2 && len(body[n-1].Words) == 1 && body[n-1].Turn == 0 {
		body, action = body[:n-2:n-2], body[n-2:] // "Questions? Ask Tomasz in Facilities."
	}
	if verbatim && len(action) == 0 && len(body) > 1 {
		if last := body[len(body)-1]; last.Question == "" && len(last.Items) < 2 && looksLikeAction(last.Text(), w) {
			action, body = []*telling.Beat{last}, body[:len(body)-1:len(body)-1]
			for n := len(body); n > 1 && body[n-1].Line == last.Line && prose.Words(body[n-1].Text()) <= 4 && body[n-1].Plain; n = len(body) {
				action, body = append([]*telling.Beat{body[n-1]}, action...), body[:n-1:n-1]
			}
		}
	}
	if !verbatim {
		if n := len(body); len(action) == 0 && (n > 1 || n == 1 && b.Subject != "") && body[n-1].Question == "" && len(body[n-1].Items) < 2 && looksLikeAction(body[n-1].Text(), w) {
			action, body = body[n-1:], body[:n-1:n-1]
		}
		for i := len(body) - 2; i > 0 && len(action) == 0 && w.Wording.Code == "en"; i-- {
			// "Check your number at … or call …. No injuries have been reported."
			if x := body[i]; x.Question == "" && len(x.Items) < 2 && x.Plain && prose.URL(x.Text()) != "" && !w.Wording.VerbFirst.MatchString(body[i+1].Text()) && (i >= len(body)-3 && w.Wording.Acts.MatchString(x.Text()) || w.Wording.Acts.MatchString(youCan.ReplaceAllString(x.Text(), ""))) {
				action, body = []*telling.Beat{x}, append(body[:i:i], body[i+1:]...)
			}
		}
		if n := len(body); len(action) == 0 && n > 1 && b.Purpose == brief.Outreach && (body[n-1].Offer || w.Wording.Code == "en" && len(body[n-1].Words) == 1 && proposal.MatchString(body[n-1].Text())) {
			action, body = body[n-1:], body[:n-1:n-1]
		}
		body = w.reorder(body)
		if len(hook) == 0 {
			if x, rest := w.strikingFirst(body); x != nil {
				hook, body = []*telling.Beat{x}, rest
			}
		}
		body, action = askedLast(body, action)
		if intro := w.opener(len(hook) > 0, body); intro != nil && !(b.Purpose == brief.Social && len(hook) > 0) {
			if len(hook) == 0 {
				hook = append(hook, intro)
			} else {
				body = append([]*telling.Beat{intro}, body...)
			}
		}
		if len(hook) == 0 && len(body) > 0 && body[0].Parts && b.Title == "" { // its sentence opens the video
			body[0].Kind, body[0].Items, body[0].Headline, body[0].Parts, body[0].Whole, body[0].Plain = "", nil, "", false, false, true
		}
		if len(hook) == 0 && len(body) > 0 && (len(body[0].Items) > 2 || body[0].Question != "") {
			if h := cmp.Or(body[0].Heading, body[0].Lead); b.Title == "" && b.Subject == "" && h != "" && !body[0].Whole && w.Wording.Code != "en" && prose.Words(h) >= 3 && utf8.RuneCountInString(h) <= 46+telling.Longer {
				b.Title = prose.Upper(h) // "Neues Feature in Docklo 3.0: …"
			} else if h := body[0].Heading; b.Title == "" && b.Subject == "" && body[0].Whole && h != "" { // "Preisanpassung zum 1. Januar: …"
				b.Title, body[0].Headline = prose.Upper(h), w.Wording.NumbersHead
			}
			hook = append(hook, w.untitled()) // a list is no opening, nor an answer
		}
		if len(hook) == 0 && len(body) > 1 && b.Noted && b.Title+b.Subject == "" && b.Audience != "" {
			hook = append(hook, w.untitled()) // the first of several notes is not what all of them are about
		}
		if len(hook) == 0 && len(body) > 0 {
			hook, body = body[:1], body[1:]
		}
		if b.Recap || w.wantsRecap(hook, body, action) {
			body = w.recap(body)
		}
		if len(action) == 0 {
			if a := w.closing(); a != nil {
				action = append(action, a)
			} else if a := w.CodeEnding(body); a != nil {
				action = append(action, a)
			}
		}
	}
	body, action = askedLast(body, action)
	for len(action) > 1 && action[0].Speaker == action[1].Speaker { // one card ends the video
		action = append([]*telling.Beat{w.join(action[0], action[1])}, action[2:]...)
	}
	w.beats = append(append(append(w.beats, hook...), body...), action...)
	for i, bt := range w.beats {
		if i < len(hook) {
			bt.As = brief.Hook
		} else if i >= len(w.beats)-len(action) {
			bt.As = brief.Action
		} else {
			bt.As = brief.Body
		}
	}
}

// ownHead tells a headline that names its thing from those that stand over any list.
func (w *writer) ownHead(head string) bool {
	return head != "" && !slices.Contains([]string{telling.AtAGlance, w.Wording.StepsHead, w.Wording.NumbersHead, w.Wording.KnowHead, w.Wording.TimeHead, "What happens when", "Opening hours", "What you get"}, head)
}

// hailed opens with how a letter greets its readers: on the card that says what it is about.
func (w *writer) hailed(body []*telling.Beat) []*telling.Beat {
	if len(body) < 2 || !body[0].Plain || len(body[0].Words) != 1 || body[0].Turn > 0 || !prompt.Hails(body[0].Words[0]) {
		return body
	}
	next := *body[1]
	next.Headline = cmp.Or(next.Headline, w.Headline(next.Words[0], 40))
	next.Words = append([]string{body[0].Words[0]}, next.Words...)
	return append([]*telling.Beat{&next}, body[2:]...)
}

// askedLast takes a short question before the call to action to it: "Questions? Talk to …".
func askedLast(body, action []*telling.Beat) (rest, end []*telling.Beat) {
	n := len(body)
	if n < 2 || len(action) == 0 || !strings.HasSuffix(body[n-1].Text(), "?") || prose.Words(body[n-1].Text()) > 3 {
		return body, action
	}
	return body[: n-1 : n-1], append([]*telling.Beat{body[n-1]}, action...)
}

// pointBeat is a point's beat at its place. That of a list can be had with fewer items.
func (w *writer) pointBeat(pt *brief.Point, i int) *telling.Beat {
	bt := w.BeatOf(pt, i)
	if bt == nil {
		return nil
	}
	if pt.Language != "" && !strings.HasPrefix(w.Lang, pt.Language) {
		bt.Language = pt.Language
	}
	bt.Order, bt.Line, bt.Asked, bt.As = i, pt.Line, pt.Asked, pt.Role
	bt.Turn, bt.Speaker = pt.Turn, pt.Speaker
	if bt.Chapter == "" {
		bt.Chapter = pt.Chapter
	}
	if len(w.Brief.Points) == 1 && w.Brief.Level == brief.Topic && pt.Form == brief.Clause && !pt.Verbatim && len(bt.Words) == 1 && asksOnly(bt.Words[0]) {
		bt.Names, bt.As, bt.Headline = true, brief.Hook, strings.TrimSpace(bt.Words[0]) // a question is all that there is
	}
	if pt.Form == brief.List || pt.Form == brief.Steps {
		bt.Heading = cmp.Or(strings.TrimSpace(strings.TrimRight(pt.Text, ": ")), pt.Chapter)
	}
	if (pt.Form == brief.List || pt.Form == brief.Steps) && !pt.Verbatim && len(pt.Items) > fewest {
		for _, it := range pt.Items {
			bt.Listed = append(bt.Listed, it.Title)
		}
		bt.Fewer = func(n int) *telling.Beat {
			less := *pt
			less.Items, less.Said = pt.Items[:n], ""
			return w.pointBeat(&less, i)
		}
	}
	return bt
}

// askedFirst joins a question of a word or two with what answers it: "Absence? Call …".
func askedFirst(body []*telling.Beat, w *writer) []*telling.Beat {
	if w.Brief.Level != brief.Topic {
		return body
	}
	var out []*telling.Beat
	for i := 0; i < len(body); i++ {
		b := body[i]
		if (i+2 < len(body) || i+1 < len(body) && w.Wording.Code != "en") && b.Plain && len(b.Words) == 1 && strings.HasSuffix(b.Text(), "?") && prose.Words(b.Text()) <= 3 && body[i+1].Line == b.Line && len(body[i+1].Words) == 1 {
			next := *body[i+1]
			next.Words = []string{b.Text() + " " + next.Words[0]}
			b, i = &next, i+1
		}
		out = append(out, b)
	}
	return out
}

// asksOnly tells a question.
func asksOnly(s string) bool { return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "؟") }

// textOnly makes silent scenes of the on-screen text where a prompt gives nothing
// else; it reports whether there is any.
func (w *writer) textOnly() bool {
	for _, lit := range w.Brief.Screen {
		b := &telling.Beat{Line: lit.Line}
		b.Kind, b.Headline, b.Verbatim = scene.Statement, lit.Text, true
		w.beats = append(w.beats, b)
	}
	if len(w.beats) > 0 {
		w.Note(0, "the prompt gives no words to speak: its on-screen text is shown to music")
		w.drafted = true
	}
	return len(w.beats) > 0
}

// proposal is a question that a sales message ends with: "Would 15 minutes on Thursday work?"
var proposal = pattern.New(`(?i)^(?:would|could|can|shall|are you|do you have|how about|what about|how does|may|is there|worth)\b.{6,80}\?$`)

// youCan begins an invitation to do something.
var youCan = pattern.New(`(?i)^(?:you can(?: also| now| always)?|you['’]re welcome to|feel free to|please|just|simply|to (?:book|order|apply|register|join|donate|sign up)[^,]{0,30},) `)

// thanksAll ends a video with thanks.
var thanksAll = pattern.New(`(?i)^¡?(?:danke|vielen dank|(?:muchas )?gracias|merci|grazie|(?:muito )?obrigad[oa]|bedankt|dank)(?: \p{L}+){1,9}\s?[.!]?$`)

// ifThen is a condition before an order.
var ifThen = pattern.New(`^If [^,:;]{5,70}, (?:please |just )?`)

func looksLikeAction(s string, w *writer) bool {
	if m := ifThen.FindString(s); m != "" && w.Wording.Code == "en" {
		s = prose.Upper(s[len(m):]) // "If something doesn't work, call the service desk"
	}
	return prose.URL(s) != "" || prose.Mail(s) != "" || w.Wording.Acts.MatchString(s) || thanksAll.MatchString(s) || prose.Words(s) <= 8 && telling.PhoneNumber.MatchString(s)
}
