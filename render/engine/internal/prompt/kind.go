package prompt

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file names a video by its kind where its order gives no topic: "Weekly sales standup",
// "Annual report", "forklift safety refresher".

// kindTitle names a video without a topic by its kind, head; before is what head has
// before the noun of a video.
func (p *parser) kindTitle(head, before string) {
	b, t := p.b, p.t
	if b.Subject != "" || b.Title != "" || len(b.Points) > 0 {
		return
	}
	if m := reportName.FindStringSubmatch(head); m != nil && t.Code == "en" {
		b.Title = prose.Upper(lowerFirst(m[1]))
		return
	}
	if t.Code == "en" && talkHead.MatchString(head) {
		b.Title = prose.Upper(plainHead(head)) // "Toolbox talk"
		return
	}
	if t.Code == "en" && (ownNotice.MatchString(head) || ownReport.MatchString(head)) && prose.Words(head) <= 6 {
		b.Title = prose.Upper(lowerFirst(plainHead(head))) // "Price change notice"
		return
	}
	p.headTopic(before)
	if t.Code == "en" && periodOnly.MatchString(b.Subject) && reportHead.MatchString(head) {
		b.Subject, b.Title = "", prose.Upper(plainHead(head)) // "Q2 results"
		return
	}
	if t.Code == "en" && prose.Words(b.Subject) == 1 && regular.MatchString(head) && prose.Words(head) <= 5 {
		b.Subject, b.Title = "", prose.Upper(lowerFirst(strings.TrimSpace(videoEnd.ReplaceAllString(plainHead(head), "")))) // "Weekly sales standup"
		return
	}
	if b.Subject == "" && (strings.HasPrefix(strings.ToLower(head), "our ") || strings.HasPrefix(strings.ToLower(head), "the ")) && t.Code == "en" {
		b.Title = prose.Upper(head) // "Our weekly product update"
	} else if b.Subject == "" && t.Code == "en" && prose.Duration(head) == 0 && prose.Words(head) >= 2 && prose.Words(head) <= 5 && reportHead.MatchString(head) && prose.Words(plainHead(head)) > 1 {
		b.Title = prose.Upper(plainHead(head)) // "Quarterly update"
	} else if b.Subject == "" && t.Code == "de" && prose.Words(head) <= 3 && germanReport.MatchString(head) {
		b.Title = germanReport.FindString(head)
	}
}

// plainHead is the name of a report without whom it is for: "Quarterly update".
func plainHead(head string) string { return internal.ReplaceAllString(head, "") }

var internal = pattern.New(`(?i)^(?:an? |the )?(?:internal|short|quick|brief) `)

var notTopic = prose.Vocabulary(`calm|aboard|ten|fifteen|twenty|thirty|forty|forty-five|fifty|sixty|ninety|gentle|serious|sober|honest|warm|matter-of-fact|reassuring|silent|muted|mute|soundless|looping|bilingual|hype|bio|status|sizzle|mood|ceo|cfo|coo|cto|founder|patient|patients|staff|employee|employees|parents?|student|member|members|volunteer|donor|donors|resident|residents|guest|visitor|user|users|driver|client|tenant|family|office|whiteboard|talking-head|voice-over|post-incident|app|mobile|landing|page|homepage|product|launch|explainer|social|media|internal|company|update|promo\w*|training|compliance|short|welcome|release|local|news|sales|outreach|how-to|demo|investor|pitch|marketing|brand|corporate|animated|quick|simple|new|video|recruit\w*|onboarding|tutorial|invitation|event|customer|team|weekly|monthly|quarterly|big|huge|major|important|exciting|latest|urgent|brief|official|free|emergency|promotional|appeal|\d\S*|seconds?|secs?|minutes?|mins?|seconds?-long|a|an|the|one|our|my|vertical|portrait|landscape|square|widescreen|horizontal|friendly|fun|professional|modern|engaging|upbeat|cinematic|short-form|long|instagram|tiktok|youtube|linkedin|announcement|educational|and|live|action|motion|graphics?|safety training|testimonial|hiring|job|teaser|thank-you|thanks|heartfelt|information|informational|info|public|listing|awareness|intro|introductory|explanatory|annual|product demo|how to|web|website|deck|slides?|slideshow|presentation`, "x")

// headTopic finds the topic before the noun: "forklift safety refresher".
func (p *parser) headTopic(head string) {
	var keep []string
	for _, w := range strings.Fields(head) {
		if prose.Lookup(notTopic, w) == "" && !strings.EqualFold(w, "post") || len(keep) > 0 && versionNumber.MatchString(w) {
			keep = append(keep, w)
		}
	}
	if m := countNoun.FindString(head); m != "" && p.t.Code == "en" {
		p.b.Subject = m
		return
	}
	if len(keep) == 1 {
		if m := periodic.FindString(head); m != "" {
			keep = strings.Fields(m) // "weekly metrics"
		}
	}
	if p.inEnglish() && !slices.ContainsFunc(grammar.Tags(strings.Join(keep, " ")), func(w grammar.Tagged) bool { return w.Tag != "JJ" && w.Tag != "RB" && w.Tag != "IN" && w.Tag != "CD" }) {
		return // "a little video", "thirty seconds"
	}
	if len(keep) > 0 && len(keep) <= 5 && p.t.Code == "en" {
		if first := strings.Fields(head)[0]; keep[0] == first && !prose.IsAllCaps(first) && !prose.FirstIsName(first) && (len(keep) == 1 || !properName(keep[1])) {
			keep[0] = lowerFirst(first) // a capital of the sentence, not of a name
		}
		p.b.Subject = strings.Join(keep, " ")
	}
}

var versionNumber = pattern.New(`^\d+\.\d+(?:\.\d+)?$`)

var periodic = pattern.New(`(?i)\b(?:daily|weekly|monthly|quarterly|annual|yearly) (?:metrics|numbers|figures|results|kpis|stats|review|report|highlights|wins)\b`)

// periodOnly is the time that a report is of.
var periodOnly = pattern.New(`(?i)^(?:(?:q[1-4]|h[12]|week \d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:19|20)\d\d)?|(?:19|20)\d\d)[.,]?$`)

// talkHead is a talk by its kind, and no topic.
var talkHead = pattern.New(`(?i)^(?:an? |the |our |quick |short )*(?:toolbox|safety|town hall|lightning|pep|team) talk$`)

// countNoun is a topic that is a number of things: "3 tips".
var countNoun = pattern.New(`(?i)\b(?:\d{1,2}|two|three|four|five|six|seven) (?:\p{L}+ )?(?:tips|ways|reasons|rules|mistakes|facts|signs|lessons|habits|myths|ideas|hacks|steps|questions)\b`)

// germanReport ends the name of a report: "Quartalsupdate".
var germanReport = pattern.New(`\p{Lu}\p{Ll}+(?:update|bericht|rückblick)$`)
