package prompt

import (
	"strings"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// firstThing names an English video without a topic by what its first sentence speaks of: its
// subject, or what somebody has, makes or is. "Dear parents, our summer fair is on 5 July" is
// about our summer fair. "" = the sentence speaks of no one thing.
func (p *parser) firstThing() string {
	if len(p.b.Points) < 2 || p.b.Points[0].Form != brief.Clause || p.b.Points[0].Role == brief.Hook {
		return ""
	}
	s := prose.Unstop(prose.SplitSentences(p.b.Points[0].Text)[0])
	s = prose.Upper(saysHello.ReplaceAllString(s, ""))
	if strings.ContainsAny(s, "?:\"“”") {
		return ""
	}
	if m := weHave.FindStringSubmatch(s); m != nil {
		return fitsTitle(nounPhrase(m[1]))
	}
	if utf8.RuneCountInString(s) <= wholeOnCard {
		return "" // "The north entrance is closed until 9 May" says it all
	}
	words := grammar.Tags(s)
	for i, x := range words {
		switch {
		case i == 0 && x.Tag != "PRP$" && x.Tag != "DT", i > 6:
			return ""
		case i > 1 && (x.Tag == "VBZ" || x.Tag == "VBP" || x.Tag == "MD"):
			if subject := strings.TrimSpace(s[:x.At]); (happens[strings.ToLower(x.Text)] || words[0].Tag == "PRP$" && prose.Words(subject) > 2) && nounPhrase(subject) == subject {
				return fitsTitle(subject)
			}
			return ""
		}
	}
	return ""
}

// nounPhrase is the noun phrase that words begin with, with where it is.
func nounPhrase(s string) string {
	words := grammar.Tags(s)
	end := len(s)
scan:
	for i, x := range words {
		tag := x.Tag
		switch {
		case tag == "DT", tag == "PRP$", tag == "POS", tag == "CD" && i > 0, strings.HasPrefix(tag, "J"), strings.HasPrefix(tag, "N"), i > 0 && (tag == "VBG" || tag == "VBN"):
			continue
		case i > 1 && tag == "IN" && (strings.EqualFold(x.Text, "in") || strings.EqualFold(x.Text, "of") || strings.EqualFold(x.Text, "for")):
			continue
		}
		end = x.At
		break scan
	}
	return strings.TrimRight(strings.TrimSpace(s[:end]), ",")
}

// fitsTitle is a thing as a title, "" = it is too little or too much for one.
func fitsTitle(s string) string {
	if n := prose.Words(s); n < 2 || n > 8 || utf8.RuneCountInString(s) > 40 {
		return ""
	}
	return prose.Upper(s)
}

// wholeOnCard is how long a sentence is that a title card shows whole, in characters.
const wholeOnCard = 46

var (
	// saysHello addresses those whom the words are for.
	saysHello = pattern.New(`^(?i:dear|hi|hello|hey|good (?:morning|afternoon|evening))(?: [\p{L}'’]+){0,3}[,!.] `)
	// weHave leads to what somebody has, makes or is.
	weHave = pattern.New(`(?i)^(?:we|i)(?:['’]re| are|['’]m| am| run| own| have| make| sell| build| offer| operate| manage| opened| founded) ((?:an?|our|my|the) .+)$`)
	// happens are verbs of what is, begins or takes place.
	happens = map[string]bool{"is": true, "are": true, "takes": true, "starts": true, "begins": true, "opens": true, "returns": true, "moves": true, "closes": true, "runs": true, "will": true, "has": true}
)
