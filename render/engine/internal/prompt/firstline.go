package prompt

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// openingNoun is what a brief calls its video where it begins with it and no verb of
// making: "Weekly metrics for …", "Year in review for …". Later in a prompt these words
// are facts.
var openingNoun = pattern.New(`(?i)^(?:(?:[\p{L}&’'-]+|[qh][1-4]|(?:fy ?)?(?:19|20)\d\d) ){0,4}?(?:notifications?|notices?|invites?|invitations?|faqs?|post-?mortems?|newsletters?|digests?|round-?ups?|listings?|appeals?|bulletins?|memos?|year in review|month in review|week in review|retrospectives?|retros?|talks?|inductions?|orientations?|workshops?|classes|exercises?|huddles?|sessions?|lectures?|lists?|reports?|numbers|figures|metrics|kpis|results|reviews?|highlights|stand-?ups?|heads[- ]ups?|reminders?|posts?|welcome|outreach|note|how-?tos?|trailers?|guide|tour|drills?|sale|primer)(?:[^\p{L}-]|$)`)

// wholeNoun ends what names a video in several words.
var wholeNoun = pattern.New(`(?: in review|(?i: heads up))$`)

// behindNoun is what follows such a noun when it heads a brief: whom it is for, what it
// is about, its length, a colon.
var behindNoun = pattern.New(`(?i)^(?:$|[,:(–—-]|in (?:about |under |around |less than )?(?:an?|one|two|half a|\d+)[ -](?:seconds?|secs?|minutes?|mins?|s)\b|(?:for|to|from|about|on|of|with|at)\s|(?:week|q[1-4]|h[12]|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)\b|~?\d+ ?-?(?:s|secs?|seconds?|m|mins?|minutes?)\b)`)

// headsBrief tells whether the first sentence of a prompt is the name of a video: its
// kind, then whom it is for, what it is about or how long it is. The noun stands from
// byte from to byte at.
func (p *parser) headsBrief(s string) (from, at int, ok bool) {
	if p.t.Code != "en" || p.orders > 1 || p.orders == 1 && !p.making || p.said > 0 {
		return 0, 0, false
	}
	s = prose.Unstop(s)
	if loc := p.t.Noun.FindStringIndex(" " + s + " "); loc != nil && prose.Words(s[:max(0, loc[0])]) <= 5 {
		from, at = prose.ClampSpan(loc[0], loc[1]-2, s)
	} else if loc := openingNoun.FindStringIndex(s); loc != nil {
		at = loc[1]
		for at > 0 && !prose.IsWordByte(s[at-1]) {
			at--
		}
		if from = strings.LastIndexByte(s[:at], ' ') + 1; wholeNoun.MatchString(s[:at]) {
			from = 0
		}
	} else {
		return 0, 0, false
	}
	for { // "Product demo video": the last of the nouns in a row
		next := p.t.Noun.FindStringIndex(s[at:] + " ")
		if next == nil || next[0] > 0 {
			break
		}
		_, n := prose.ClampSpan(0, at+next[1]-1, s)
		for n > at && !prose.IsWordByte(s[n-1]) {
			n--
		}
		if n <= at {
			break
		}
		at = n
	}
	head, tail := s[:at], strings.TrimSpace(s[at:])
	if !behindNoun.MatchString(tail) || pronounRE.MatchString(head) && !strings.HasPrefix(strings.ToLower(head), "our ") || p.isClause(lowerFirst(head)) || endInside.MatchString(head) || prose.InQuotes(s, at) {
		return 0, 0, false
	}
	if first, _, _ := strings.Cut(tail, ":"); tellsOf.MatchString(splitOutside(first, ", ")[0]) {
		return 0, 0, false // "The notice for tenants came late"
	}
	return from, at, true
}

// tellsOf is a verb that no name of a thing ends with: "The notice for tenants came late".
var tellsOf = pattern.New(`(?i)\b(?:is|are|was|were|has|have|had|will|can|came|comes|goes|went|must|should|would|could|gets?|got|makes?|made|takes?|took|does|did|shows?|says?|begins?|became|becomes|remains?)\b`)

// atShop is what takes place at a shop, as an advertisement begins: "Spring sale at Hazel &
// Thyme!" Groups: all of it, the shop.
var atShop = pattern.New(`^((?:(?:[Tt]he|[Oo]ur|[Bb]ig|\p{L}+) ){0,3}(?i:sale|open day|clearance|happy hour|grand opening|reopening|tasting|workshop|flea market|market|tour|week|festival) at (?:the )?(\p{Lu}[\p{L}\d&'’.-]*(?: (?:&|and|of|the|\p{Lu}[\p{L}\d&'’.-]*)){0,5}))[!.]?$`)

// saleAt keeps such a beginning as it is: it is the hook and the title.
func (p *parser) saleAt(text string, s prose.Sentence) bool {
	m := atShop.FindStringSubmatch(text)
	if m == nil || p.t.Code != "en" || p.orders+p.said > 0 || p.verbatim || p.isClause(lowerFirst(m[1])) {
		return false
	}
	p.orders++
	p.b.Title, p.b.Company = m[1], m[2]
	if p.b.Purpose == "" {
		p.b.Purpose = brief.Launch
	}
	p.say(brief.Point{Form: brief.Clause, Text: text, Role: brief.Hook, Asked: true}, s)
	return true
}

// leadingLength is a length right behind the kind of a video.
var leadingLength = pattern.New(`(?i)^[,:(]?\s*(?:about |around |~)?\d+ ?-?(?:s|secs?|seconds?|mins?|minutes?)\b[,):]?\s*`)

// fromAndTo is who sends a video, and to whom, at the end of its order: "from Lena Ortiz,
// CEO of Fieldnote", "from our CEO, Marcus Lindqvist, to all employees", "to new employees at Nordwind".
var fromAndTo = pattern.New(`(?:^|,? )from (?:(?:(?:our|the|my) ([\p{L} &-]{2,40}?),?|(C[A-Z]O|[Cc]o-?founder|[Ff]ounder|[Pp]resident|[Dd]irector|[Mm]anager|[Pp]rincipal|[Rr]ealtor|[Mm]ayor|[Cc]oach|[Hh]ead of \p{L}+|[Cc]hair(?:man|woman)?)) )?(\p{Lu}[\p{L}.'’-]*(?: (?:&|\p{Lu}[\p{L}\d.'’-]*)){0,3})(?:, ((?:our |the )?[\p{L} &-]{2,50}?))?(?:,? to ((?:all|our|the|every|new|fellow) [\p{L} ]{3,40}?(?: (?:at|of|in) (?:the )?\p{Lu}[\p{L}\d &.'’-]{1,40})?|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)+(?:,? (?:at|of|from) \p{Lu}[\p{L} &.'’-]{1,40})?))?$`)

// sender takes who sends the video off the end of an order: a person, who then presents
// it, or a company.
func (p *parser) sender(kind, tail string) string {
	b := p.b
	m := fromAndTo.FindStringSubmatchIndex(prose.Unstop(tail))
	if m == nil {
		return tail
	}
	get := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return strings.TrimSpace(tail[m[2*i]:m[2*i+1]])
	}
	post, name, role, who := cmp.Or(get(1), get(2)), get(3), get(4), get(5)
	if r, ok := strings.CutPrefix(role, "to "); ok {
		role, who = "", r
	}
	if prose.Duration(role) > 0 || role != "" && p.production(role) {
		return tail
	}
	if name, _, ok := strings.Cut(who, " at "); who != "" && prose.StartsUpper(who) && !p.t.People.MatchString(prose.FirstWords(who, 2)) {
		if !ok {
			name = who
		}
		b.Subject, b.Purpose = name, brief.Outreach // one reader, who is greeted
	} else if who != "" {
		b.Audience = who
	}
	if role = strings.TrimPrefix(strings.TrimPrefix(role, "our "), "the "); post != "" {
		role = post
	}
	switch {
	case b.Presenter.Name != "":
	case role != "" || phrase.GenderOfName(name) != "" || prose.Words(name) == 2 && personal.MatchString(kind):
		b.Presenter.Name, b.Presenter.Role = name, role
		for _, of := range []string{" of ", " at "} {
			if _, firm, ok := strings.Cut(role, of); ok && b.Company == "" && allProper(firm) {
				b.Company = firm
			}
		}
	case noFirm.MatchString(name):
		b.NoteOn(0, "understood: sent by "+name, name)
	default:
		b.Company = name
	}
	return strings.TrimRight(strings.TrimSpace(tail[:m[0]]), ",")
}

// noFirm is a body within a firm: "the board", "all of us".
var noFirm = pattern.New(`^(?:the|our|all|my) \p{Ll}[\p{Ll} -]*$`)

// countedTopic is a prompt that begins with how many things it tells: "5 tips for safer
// passwords".
var countedTopic = pattern.New(`(?i)^(?:(?:our|my|these|the|here are) ){0,2}(?:\d{1,2}|three|four|five|six|seven|ten) (?:[\p{L}-]+ ){0,2}(?:tips|ways|reasons|rules|mistakes|facts|signs|lessons|habits|myths|ideas|hacks|steps|questions|things|tricks|secrets|trends)(?: (?:for|to|about|of|on|from|that|why|you|every|we) [^.!?:]{3,70})?$`)

// ownFirst begins what is counted with whose it is.
var ownFirst = pattern.New(`(?i)^(?:(?:our|my|these|the|here are) )+`)

// tellsAbout orders to tell somebody of something: "Tell all staff about the email
// migration in a 45s video".
var tellsAbout = pattern.New(`(?i)^(?:please )?(?:tell|inform|update|brief|notify) ((?:all |our |the |my )?(?:[\p{L}-]+ ){0,3}?[\p{L}-]+) (?:about|on|of) (.+?)(?:,? (?:in|with) (?:an? )?([^,.]{0,24}(?:video|clip|minute|message))| in (\d+ ?\p{L}+))?$`)

// tellsThat orders to tell somebody a fact: "Tell the support team that we switch ticket
// systems on Monday".
var tellsThat = pattern.New(`(?i)^(?:please )?(?:(?:tell|inform|remind|notify) ((?:all |our |the |my )?(?:[\p{L}-]+ ){0,3}?[\p{L}-]+)|let ((?:our |the )[\p{L} -]{3,24}?) know) that (.{8,})$`)

// orderedTo has somebody do something: "Remind all staff to change clocks".
var orderedTo = pattern.New(`(?i)^(?:please )?(?:remind|ask|urge|get) ((?:all |our |the |my |every )?(?:[\p{L}-]+ ){0,3}?[\p{L}-]+) to (\p{Ll}+ .{4,})$`)

// graders are pupils by their year.
var graders = pattern.New(`(?i)\b(?:graders?|year \d+s?|kindergart(?:en|ners)|preschoolers|undergraduates|freshmen|novices|dummies)\b`)

// titleThenOrder is a title and the order to make a video of it, on one line.
var titleThenOrder = pattern.New(`(?i)^([^!?–—]{4,60}?) (?:[–—-]|\() ?((?:please |pls |can you |could you )?(?:turn|make|create|convert|do|produce|write)\b[^()]+?)\)?$`)

// informs is a kind of information and what it answers: "Patient information: what to
// do before your operation".
var informs = pattern.New(`(?i)^(?:[\p{L}-]+ ){0,3}(?:information|guide|notice|advice|reminder|explainer|tutorial|lesson|instructions|briefing|training)(?: for ([^:]{3,50}))?: ((?:what|how|when|where|why|who) [^.!?]{6,})$`)

// launches orders to bring something to market: "Launch our seed box on Instagram".
var launches = pattern.New(`(?i)^(?:please )?(?:launch|advertise|tease|market|push|relaunch) ((?:our|my|the|an?) .{3,90}|(?-i:\p{Lu}[\p{L}\d-]*)(?:[ ,].{2,90})?)$`)

// explainedIn is a topic, whom it is explained to, and the length.
var explainedIn = pattern.New(`(?i)^([^:;!?]{3,60}?),? (?:explained|in a nutshell|made simple|made easy)(?: (?:for|to) ([\p{L} -]{3,40}?))?(?:,? in (?:about |under )?([^,.]{2,20}(?:seconds?|secs?|s|minutes?|mins?)))?$`)

// topicOfLength is a topic, perhaps whom it is for, and the length of the video.
var topicOfLength = pattern.New(`(?i)^([^:;!?,]{3,70}), ((?:about |under |~)?\d+ ?-?(?:seconds?|secs?|s|minutes?|mins?|min)(?: long)?(?: video)?)((?:, [^,:;!?]{3,50}){0,3})$`)

// commonFirst takes the capital off a topic that has it only from standing at the head of
// a sentence.
func commonFirst(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 || prose.FirstIsName(f[0]) || prose.IsAllCaps(f[0]) || len(f) > 1 && properName(f[1]) && !prose.IsAllCaps(f[1]) {
		return s
	}
	return lowerFirst(s)
}

// countsOrInforms reads a first sentence that names the topic in a form of its own.
func (p *parser) countsOrInforms(text string, s prose.Sentence) bool {
	t := prose.Unstop(text)
	if countedTopic.MatchString(t) && !strings.HasSuffix(text, "?") {
		p.orders++
		if p.b.Subject == "" {
			p.b.Subject = ownFirst.ReplaceAllString(t, "")
		}
		return true
	}
	if head, tail, ok := strings.Cut(t, ": "); ok && countedTopic.MatchString(head) && p.b.Subject == "" {
		if items := p.splitItems(tail); len(items) >= 2 { // "3 tips for better calls: light from the front, …"
			p.orders++
			p.b.Subject = head
			p.list("", items, "", brief.Body, s)
			return true
		}
	}
	if m := launches.FindStringSubmatch(t); m != nil && !p.isClause(m[1]) {
		p.orders++
		what := platformRE.ReplaceAllStringFunc(" "+m[1], func(x string) string {
			p.direct(x, s.Line)
			return ""
		})
		if p.b.Purpose == "" {
			p.b.Purpose = brief.Launch
		}
		p.subject(p.segments(strings.TrimSpace(what), s.Line), s.Line)
		return true
	}
	if m := explainedIn.FindStringSubmatch(t); m != nil && !p.isClause(m[1]) && !p.isMake(text) {
		p.orders++
		if d := prose.Duration(m[3]); d >= 5 {
			p.b.length(m[3], d)
		}
		if p.b.Audience = m[2]; p.b.Purpose == "" {
			p.b.Purpose = brief.Explainer
		}
		p.subject(commonFirst(m[1]), s.Line)
		return true
	}
	if m := topicOfLength.FindStringSubmatch(t); m != nil && !p.isClause(m[1]) && !p.isMake(text) && prose.Duration(m[2]) >= 5 && !p.t.Tell.MatchString(m[1]) && (m[3] == "" || !p.isOrder(m[1]) && p.segments(m[1]+m[3], s.Line) == m[1]) {
		p.orders++
		p.b.length(m[2], prose.Duration(m[2]))
		if i := strings.LastIndex(m[1], " for "); i > 0 && (p.t.People.MatchString(m[1][i+5:]) || graders.MatchString(m[1][i+5:])) {
			p.b.Audience, m[1] = m[1][i+5:], m[1][:i] // "Photosynthesis for 7th graders"
		}
		p.subject(commonFirst(m[1]), s.Line)
		return true
	}
	if m := tellsAbout.FindStringSubmatch(t); m != nil && p.t.People.MatchString(m[1]) && !p.isClause(m[2]) && !p.leads(m[1]) { // "Update on accounting for customers of Ledgerly" is no order
		p.orders++
		if d := prose.Duration(m[3] + " " + m[4]); d >= 5 {
			p.b.length(m[3]+" "+m[4], d)
		}
		p.b.Audience = m[1]
		p.subject(m[2], s.Line)
		return true
	}
	if m := tellsThat.FindStringSubmatch(t); m != nil && p.t.People.MatchString(m[1]+m[2]) && prose.Words(m[3]) >= 3 {
		p.orders++
		p.b.Audience = m[1] + m[2]
		p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(m[3]), Role: brief.Hook, Asked: true}, s)
		return true
	}
	if m := orderedTo.FindStringSubmatch(t); m != nil && p.t.People.MatchString(m[1]) {
		p.orders++
		p.b.Audience = m[1]
		p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(strings.ReplaceAll(m[2], " their ", " your ")), Role: brief.Hook, Asked: true}, s)
		return true
	}
	if m := informs.FindStringSubmatch(t); m != nil && !p.isMake(text) {
		p.orders++
		if p.b.Purpose == "" {
			p.b.Purpose = grammar.PurposeOf(t)
		}
		if m[1] != "" {
			p.b.Audience = m[1]
		}
		p.say(brief.Point{Form: brief.How, Text: m[2], Role: brief.Hook, Asked: true}, s)
		return true
	}
	return false
}

// reportName is a report by its kind: "Status update".
var reportName = pattern.New(`(?i)^(?:an? |the |our |quick |short |brief |internal |\d+[- ](?:seconds?|secs?|minutes?|mins?)[- ]|\d+s )*((?:weekly|monthly|quarterly|annual|daily|status|progress|project|service|market|team|company|safety|security|product|customer|member|board|sales|community|release|delivery|travel|weather|policy|price|pricing|schedule|shipping) (?:update|report|review|recap|announcement|news|notice|alert|briefing|huddle|stand-?up|sync|meeting|check-in|newsletter|digest|roundup))\b`)

// sourceWord names a file that a video is made from.
const sourceWord = `(?:attached|enclosed|uploaded|provided|supplied|linked|context|csv|tsv|spreadsheet|read-?me|change-?log|release notes|excerpt|fact ?sheet|hand-?out|(?:campaign |project |creative |product )?brief(?:ing)?|(?:meeting |workshop |interview |call )?(?:notes|minutes|transcript|protocol))`

// sourceTail points to files that are read anyway, at the end of an order.
var sourceTail = pattern.New(`(?i),? (?:based on|using|from|drawing on|out of|as (?:described|written|told) in) (?:the |our |my |this |these )?(?:following|(?:(?:facts|figures|numbers|data|text) (?:in|from|of) (?:the |our |my )?)?` + sourceWord + `)\b[^,.;:]*`)

// lengthColon is a length between the kind of a video and its topic: "for investors, 60s:
// Cropsight".
var lengthColon = pattern.New(`^(.*?),? ((?:about |around |~)?\d+ ?-?(?:s|secs?|seconds?|min|mins|minutes?)\b[^,:]{0,16}): (.+)$`)

// personal is a kind of video that a person sends.
var personal = pattern.New(`(?i)\b(?:message|greeting|word|words|note|welcome|thank[- ]you|apology|intro(?:duction)?)s?$`)

// whoWeAre says at the head of a brief who orders the video: "We're a food bank in Leeds
// called Full Plate."
var whoWeAre = pattern.New(`^(?i:we['’]re|we are) (?:(an? [^.,;:!?]{3,60}?),? (?i:called|named) (\p{Lu}[^,.;:!?]{1,40})|(\p{Lu}[^,.;:!?]{1,40}), (an? [^.;:!?]{3,80}))[.!]?$`)

// ordering reads who orders the video off the sentence before its order.
func (p *parser) ordering() {
	b := p.b
	if p.orders > 1 || p.said != 1 || len(b.Points) != 1 {
		return
	}
	m := whoWeAre.FindStringSubmatch(b.Points[0].Text)
	if m == nil {
		return
	}
	name, about := cmp.Or(m[2], m[3]), cmp.Or(m[1], m[4])
	if b.Company = name; b.Subject == "" {
		b.Subject, b.About = name, about
		b.Points, p.said = nil, 0
	}
}

// occasion is when a video is shown, not what it is about.
var occasion = pattern.New(`(?i)^(?:the )?(?:christmas|xmas|easter|thanksgiving|halloween|new year(?:['’]?s(?: eve| day)?)?|valentine['’]?s(?: day)?|mother['’]?s day|father['’]?s day|black friday|cyber monday|giving tuesday|holidays|holiday season|summer|winter|spring|autumn|fall|today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week|this week|next month|(?:our )?(?:(?:next|weekly|monthly|quarterly|annual) )?(?:all[- ]hands|town hall|stand-?up|board meeting|team meeting|staff meeting|sales meeting|offsite|agm)(?: meeting)?)$`)

// theirs is a product by those who have it: "Notable users".
var theirs = pattern.New(`^(?:all |our )?(\p{Lu}[\p{L}\d]*(?: \p{Lu}[\p{L}\d]*){0,2}) (?:users|customers|members|subscribers|owners|fans|guests|riders)$`)

// guestsOf are those who are welcomed, and where.
var guestsOf = pattern.New(`(?i)\b(?:guests|visitors|members|patients|students|residents|volunteers|customers) (?:of|at|to|in) (?:the )?(.+)$`)

// changesOn is a verb that a day follows: "our travel policy changes on January 1".
var changesOn = pattern.New(`(?i)\S (?:changes?|moves?|switches|increases?|rises?|drops?|expires?) (?:on|from|in|at|by) (?:the )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|next|this)`)

// personName is a name of two words or three, with or without a title.
var personName = pattern.New(`^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.? )?\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]*){1,2}$`)

// peopleHead heads a list of people.
var peopleHead = pattern.New(`(?i)\b(?:speakers?|guests?|hosts?|panell?ists?|panel|keynotes?|presenters?|trainers?|instructors?|teachers?|team|cast|judges|jury|board|with|featuring)$`)

// withPosts joins the people of a list with what they are: "Dana Whitfield, CISO at
// Brightvault, and Omar Said, auditor". nil = it is no such list.
func withPosts(items []string) []brief.Item {
	var out []brief.Item
	posts := 0
	var apart []string // "Lena Voss (lawyer) and Omar Haddad" are two
	for _, it := range items {
		if a, b, ok := strings.Cut(it, " and "); ok && personName.MatchString(b) && (strings.HasSuffix(a, ")") || personName.MatchString(a)) {
			apart = append(apart, a, b)
			continue
		}
		apart = append(apart, it)
	}
	for _, it := range apart {
		n := len(out)
		if m := itemParen.FindStringSubmatch(it); m != nil && personName.MatchString(m[1]) {
			out, posts = append(out, brief.Item{Title: m[1], Body: m[2]}), posts+1
			continue
		}
		it = strings.TrimPrefix(strings.TrimPrefix(it, "and "), "& ")
		switch {
		case personName.MatchString(it) && !strings.Contains(it, " at "):
			out = append(out, brief.Item{Title: it})
		case n > 0 && out[n-1].Body == "":
			out[n-1].Body = it
			posts++
		default:
			return nil
		}
	}
	if posts == 0 || len(out) < 1 {
		return nil
	}
	return out
}

// explainIt names those to whom what was named before is explained.
var explainIt = pattern.New(`(?i)^(?:please )?(?:explain|tell|show|describe|present) (?:it|this|that)(?: all)? to ([\p{L}\d'’ -]{3,60}?)[.!]?$`)

// fromTeam says who sends a video, in a sentence of its own. Groups: post or team, name.
var fromTeam = pattern.New(`^(?:[Ii]t['’]s |[Tt]his is )?[Ff]rom (?:the |our |your )([\p{L}][\p{L} &-]{1,40}?)(?:, (\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+){0,2}))?[.!]?$`)

// childlike asks for plain words: "like I'm 5".
var childlike = pattern.New(`(?i),? (?:as if|like) (?:I['’]?m|I am|I were|they are|you would to a) (?:a )?(?:\w+ )?(?:5|five|ten|10|child|kid|year[- ]old|years old)+\b`)

// endInside ends a sentence or a clause within the name of a video.
var endInside = pattern.New(`[.?!](?:\s|$)|[,;:]`)

// ownLines tells whether the lines of a paragraph end where their writer ended them,
// as those of notes do, and are not wrapped: the next word would have had room.
func ownLines(para []prose.Line, code string) bool {
	width, free, ends := 0, 0, 0
	for _, l := range para {
		width = max(width, utf8.RuneCountInString(l.Text))
	}
	for i, l := range para[:max(0, len(para)-1)] {
		next := prose.FirstWords(para[i+1].Text, 1)
		if last, _ := utf8.DecodeLastRuneInString(l.Text); strings.ContainsRune(",;:–—-(&/", last) {
			continue
		} else if prose.EndsSentence(last) {
			ends++
		}
		f := strings.Fields(strings.ToLower(l.Text))
		if len(f) == 0 || phrase.Clings(f[len(f)-1], code) || phrase.Opens(strings.ToLower(next), code) || phrase.Clings(strings.ToLower(next), code) && next == strings.ToLower(next) && !pronounRE.MatchString(next) {
			continue
		}
		if utf8.RuneCountInString(l.Text)+1+utf8.RuneCountInString(next) <= width {
			free++
		}
	}
	return len(para) > 1 && free > ends && 2*free >= len(para)-1
}

// roomFor tells whether b begins a line of its own although a has no full stop: a capital
// follows, and a was not wrapped.
func roomFor(a, b string, width int) bool {
	r, _ := utf8.DecodeRuneInString(b)
	return unicode.IsUpper(r) && utf8.RuneCountInString(a)+1+utf8.RuneCountInString(prose.FirstWords(b, 1)) <= width
}

// nameAndVersion is a product and its version on a line of its own: "Shiftboard 8.1".
var nameAndVersion = pattern.New(`^\p{Lu}[\p{L}\d]+(?: \p{Lu}[\p{L}\d]+){0,2} v?\d+(?:\.\d+)+$`)

// peopleAt is a video and whom it is for, without the word between them.
var peopleAt = pattern.New(`(?i)^((?:[\p{L}-]+ ){0,3}(?:video|clip|reel|film)) ((?:new|all|our) \p{L}+s\b.*)$`)

// topicLine reads first words that only name the topic: whom the video is for stands right
// behind it, or it is the version that the news are of.
func (p *parser) topicLine(text string, s prose.Sentence) bool {
	t := prose.Unstop(text)
	if p.b.Subject != "" || p.b.Title != "" || len(p.b.Points) > 0 {
		return false
	}
	if p.said == 0 && nameAndVersion.MatchString(t) {
		p.orders++
		p.b.Subject, p.b.Purpose = t, brief.Release
		return true
	}
	if m := peopleAt.FindStringSubmatch(t); m != nil && p.orders+p.said == 0 && p.t.People.MatchString(m[2]) {
		p.orders++
		p.make(m[1]+" for "+m[2], s.Line) // "welcome video new baristas at Copper Kettle"
		return true
	}
	return false
}
