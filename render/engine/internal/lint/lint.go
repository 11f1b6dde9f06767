// Package lint names the known anti-patterns of prompts, and how many seconds the
// words of one need at least.
package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prompt"
	"gitops.video/render/render/engine/internal/prose"
	"gitops.video/render/render/engine/internal/telling"
)

// Finding is one thing in a prompt that makes worse videos.
type Finding struct {
	Line, Col int    // of the prompt, from 1, in characters
	Rule      string // short name, for filters
	Text      string // what is wrong
	Help      string // what to write instead
}

var lintRules = []struct {
	rule string
	re   *pattern.Pattern
	text string
	help string
}{
	{"pixels", pattern.New(`(?i)\b[xy]\s*[=:]\s*\d{1,4}\b|\b(?:left|top)\s*[=:]\s*\d{1,4}\s*[,;]?\s*(?:and\s+)?(?:left|top|width|height)\s*[=:]|\b(?:at|position)\s+\(\d{1,4}\s*[,x×]\s*\d{1,4}\)|\bat\s+\d{1,3}\s*[x×]\s*\d{1,3}\b|\bposition:?\s+\d{1,4}\s*,\s*\d{1,4}\b|\b(?:title|headline|text|caption|logo|image|icon|button|card|chart|box|put|placed?|positioned)\b[^.\n]{0,40}\bat\s+\d{1,4}\s*,\s*\d{1,4}\b|\b\d{2,4}\s*px\b`),
		"pixel coordinates: layouts are recomposed for every format, so they are ignored", "say where in words (left third, lower right) or how large (fills 40% of the frame)"},
	{"artist", pattern.New(`(?i)\b(?:in the style of|inspired by|à la) (?-i:[A-Z](?:\p{L}?\.(?:[A-Z]\.)*|[\p{L}'-]+)(?: [A-Z](?:\p{L}?\.(?:[A-Z]\.)*|[\p{L}'-]+))+|an? [A-Z]\p{L}+(?: [A-Z]\p{L}+)? (?:film|movie|poster|painting))|\b(?:like|as in) an? (?-i:[A-Z](?:\p{L}?\.(?:[A-Z]\.)*|[\p{L}'-]+)(?: [A-Z](?:\p{L}?\.(?:[A-Z]\.)*|[\p{L}'-]+))?) (?:film|movie|poster|painting|commercial)\b|(?-i:[A-Z](?:\p{L}?\.(?:[A-Z]\.)*|[\p{L}'-]+) [A-Z](?:\p{L}?\.(?:[A-Z]\.)*|[\p{L}'-]+))[- ](?:style|esque)\b|\b(?:like|as if|as though) (?-i:[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)+) (?:had )?(?:directed|made|shot|filmed|designed|painted|drew|animated|would)\b`),
		"an artist's name alone says nothing that can be drawn", "name colours, type, motion and transitions beside it"},
	{"static", pattern.New(`(?i)\b(?:static (?:image|slide|frame|shot)s?|still frames?|slideshow|power ?point|slides? with)\b`),
		"static frames read as a slideshow", "say what moves: a counter counts up, cards cascade, a line draws"},
	{"timestamps", pattern.New(`(?m)^\s*[\[(]?\d{1,2}:\d{2}\s*[–—-]\s*\d{1,2}:\d{2}[\])]?`),
		"timestamps for every scene leave no room for the voice", "state the total length and let the words decide, or give a scene its seconds"},
	{"vague", pattern.New(`(?i)\bmake it (?:pop|awesome|amazing|viral|go viral|cool|sexy|epic)\b|\b(?:best[- ]in[- ]class|world[- ]class|cutting[- ]edge|game[- ]chang(?:ing|er)|next[- ]generation|revolutionary|synerg\w+)\b`),
		"an empty claim: it would be spoken as it stands", "give the fact behind it: a number, a name, a date"},
}

// Lint reports the known anti-patterns of a prompt, in the order of its lines.
func Lint(text string) []Finding {
	var out []Finding
	add := func(off int, rule, what, help string) {
		line := 1 + strings.Count(text[:off], "\n")
		col := 1 + utf8.RuneCountInString(text[strings.LastIndexByte(text[:off], '\n')+1:off])
		out = append(out, Finding{line, col, rule, what, help})
	}
	for _, r := range lintRules {
		for _, at := range r.re.FindAllStringIndex(text, -1) {
			off := at[0]
			for off < at[1] && (text[off] == ' ' || text[off] == '\n') {
				off++
			}
			add(off, r.rule, fmt.Sprintf("%q: %s", strings.TrimSpace(text[at[0]:at[1]]), r.text), r.help)
		}
	}
	b := prompt.Parse(text)
	offset := func(line int) int {
		off := 0
		for i := 1; i < line; i++ {
			n := strings.IndexByte(text[off:], '\n')
			if n < 0 {
				return off
			}
			off += n + 1
		}
		return off
	}
	items, words := 0, 0
	for _, p := range b.Points {
		if len(p.Items) > 0 {
			items++
		}
		words += prose.Words(p.Text)
		if len(p.Items) > 7 {
			add(offset(p.Line), "long-list", fmt.Sprintf("%d items in one list: nobody remembers them", len(p.Items)), "keep the three to six that matter")
		}
	}
	if at, n := bareList(b); n >= bareFacts {
		add(placeOf(text, at), "lists", fmt.Sprintf("%d bare facts and no sentence: a list is not a story", n), "say why it matters first, then what changes, then what to do")
	} else if b.Level == brief.Topic && items > 2 && items*2 > len(b.Points) {
		add(0, "lists", "mostly lists: a list is not a story", "say why it matters first, then what changes, then what to do")
	}
	if b.Level == brief.Topic && len(b.Points) < 2 && words < 12 && len(text) > 0 && !strings.ContainsAny(text, "0123456789") {
		add(0, "no-facts", "no facts to speak of: without a language model the writer invents nothing", "add two or three concrete facts, or a context file")
	}
	if n := utf8.RuneCountInString(text); n > brief.MaxLength {
		add(0, "length", fmt.Sprintf("%d characters: the API takes at most %d", n, brief.MaxLength), "move facts to a context file")
	}
	for _, s := range b.Scenes {
		if s.Say != "" && s.Seconds > 0 && telling.GuessSeconds(s.Say)/telling.MaxRate > s.Seconds {
			add(offset(s.Line), "crowded", fmt.Sprintf("scene %d has %.0f s for words that take %.0f s", s.Number, s.Seconds, telling.GuessSeconds(s.Say)), "shorten the words or give it more time")
		}
	}
	broll := 0
	for i, s := range b.Scenes {
		if s.Type == "b-roll" {
			broll++
		}
		if s.Say == "" && i > 0 && i < len(b.Scenes)-1 && s.Type != "" {
			add(offset(s.Line), "silent", fmt.Sprintf("scene %d has no voice-over: only music carries it", s.Number), "give every scene at least a sentence")
		}
		if i >= 2 && !b.Presenter.None && s.Type != "" && s.Type == b.Scenes[i-1].Type && s.Type == b.Scenes[i-2].Type && (i < 3 || b.Scenes[i-3].Type != s.Type) {
			add(offset(b.Scenes[i-2].Line), "rotation", fmt.Sprintf("scenes %d to %d are all %s", b.Scenes[i-2].Number, s.Number, strings.ToUpper(s.Type)), "let presenter, overlay and full-screen scenes take turns")
		}
	}
	if len(b.Scenes) >= 5 && broll < 2 && !b.Presenter.None {
		add(offset(b.Scenes[0].Line), "presenter-only", fmt.Sprintf("%d of %d scenes are full-screen B-roll", broll, len(b.Scenes)), "show at least two scenes without the presenter")
	}
	sortFindings(out)
	return out
}

// bareFacts is how many facts without a verb make a list and no story.
const bareFacts = 4

// bareList counts the facts of a prompt that state nothing by themselves, "waterproof", "199
// EUR", where nothing else is told, and returns the first of them.
func bareList(b *brief.Brief) (first brief.Point, n int) {
	code, _, _ := strings.Cut(b.Language, "-")
	if b.Level == brief.Scenes || b.Level == brief.Script && code != "en" || b.Purpose == brief.Event || grammar.Tongues[code] == nil || code == "ar" || code == "he" { // there a sentence needs no verb
		return first, 0
	}
	for i, p := range b.Points {
		if i == 0 {
			first = p
		}
		texts := []string{p.Text}
		if len(p.Items) > 0 {
			texts = texts[:0]
			for _, it := range p.Items {
				texts = append(texts, strings.TrimSpace(it.Title+" "+it.Body))
			}
		} else if parts := strings.Split(p.Text, ", "); len(parts) >= bareFacts {
			texts = parts
		}
		for _, t := range texts {
			if p.Role == brief.Action || strings.HasSuffix(t, "?") {
				continue
			}
			tags := grammar.Tags(t)
			if code == "en" && prose.Words(t) > 2 && len(tags) > 0 && tags[0].Tag == "VB" {
				return first, 0 // "Wash your hands"
			}
			if b.Level == brief.Script && slices.ContainsFunc(tags, func(w grammar.Tagged) bool {
				return w.Tag == "PRP" || w.Tag == "VBP" || w.Tag == "VBZ" || w.Tag == "VBD" || w.Tag == "MD"
			}) {
				return first, 0 // a script of short sentences
			}
			if p.Form == brief.Steps || datedFirst.MatchString(t) || prose.Words(t) > 3 && !labelFirst.MatchString(t) && (prompt.IsClause(t, b.Language) || prose.Words(t) > 8) {
				return first, 0 // what happens in its order is a story
			}
			n++
		}
	}
	return first, n
}

var (
	datedFirst = pattern.New(`(?i)^(?:in )?(?:19|20)\d\d\b|^(?:day|week|month|year|tag|woche|jahr|día|semana|jour|semaine)s? \d`)
	labelFirst = pattern.New(`^\p{Lu}[\p{L} ]{1,24}: \S+(?: \S+){0,3}$`)
)

// placeOf is where a fact stands in a prompt, in bytes.
func placeOf(text string, p brief.Point) int {
	at := 0
	for range max(p.Line, 1) - 1 {
		k := strings.IndexByte(text[at:], '\n')
		if k < 0 {
			return at
		}
		at += k + 1
	}
	line, _, _ := strings.Cut(text[at:], "\n")
	for i, r := range []rune(line) {
		if i+1 >= p.Col && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			break // behind its bullet
		}
		at += utf8.RuneLen(r)
	}
	return at
}

// LeastSeconds is how many seconds the words of a prompt need at least that are spoken as
// they stand, where those are more than the seconds given; 0 = they fit.
func LeastSeconds(text string, seconds float64) float64 {
	b := prompt.Parse(text)
	var words []string
	for _, s := range b.Scenes {
		words = append(words, s.Say)
	}
	for _, p := range b.Points {
		if p.Verbatim && len(b.Scenes) == 0 {
			words = append(words, p.Text)
		}
	}
	need := telling.GuessSeconds(strings.Join(words, " ")) / telling.MaxRate
	if b.Level == brief.Topic || seconds <= 0 || need <= seconds {
		return 0
	}
	return need
}

func sortFindings(f []Finding) {
	for i := 1; i < len(f); i++ {
		for j := i; j > 0 && (f[j].Line < f[j-1].Line || f[j].Line == f[j-1].Line && f[j].Col < f[j-1].Col); j-- {
			f[j], f[j-1] = f[j-1], f[j]
		}
	}
}
