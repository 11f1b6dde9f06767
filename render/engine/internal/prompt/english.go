package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

const enPeople = `viewers?|them|people|the (?:viewers?|audience|team|staff|reader|listener|customer|user|prospect|candidate)s?|everyone|everybody|users|customers|listeners|employees|staff|readers|prospects|visitors|candidates|developers|colleagues|new hires|attendees|parents|residents|students|patients|members|fans|followers`

const enVideo = `something|videos?|clips?|spots?|ads?|adverts?|reels?|shorts?|explainers?|tutorials?|trailers?|teasers?|promos?|commercials?|films?|animations?|presentations?|modules?|walk-?throughs?|announcements?|messages?|stor(?:y|ies)|intros?|recaps?|demos?|pitch(?:es)?|updates?|greetings?|courses?|lessons?|testimonials?|episodes?|vlogs?|case stud(?:y|ies)|overviews?|summar(?:y|ies)|introductions?|guides?|podcasts?|briefings?|tiktoks?|refreshers?|invitations?|trainings?`

const enProd = `tone|style|mood|voice-?overs?|voice|narrator|narration|captions?|subtitles?|music|soundtrack|b-?roll|a-?roll|background|colou?rs?|palette|fonts?|typeface|transitions?|logo|orientation|aspect ratio|portrait|landscape|vertical|square|pac(?:e|ing)|animations?|motion graphics?|visuals?|footage|avatar|presenter|scenes?|overlays?|lower[- ]thirds?|text on screen|on-screen text|jargon|script|format|video|look and feel|aesthetics?|imagery|icons?|words per minute|voiceover|emojis?|close-?ups?|split[- ]screen|camera|shots?|cuts|sound effects?|intro|outro|chapter cards?|title card|end card|end screen`

var english = &tongue{
	code:    "en",
	lead:    start(`(?:please|first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|also|finally|lastly|after (?:that|this)|afterwards|additionally|and then|and also|and|in addition|in the (?:middle|next part)|at the (?:very )?(?:beginning|start|end)|to (?:finish|close|end|conclude|start|begin)|be sure to|make sure (?:to|you)|remember to|you should|it should|the video should|the script should|try to|don'?t forget to)[,:]?\s+`),
	first:   start(`(?:first(?:ly)?|at the (?:very )?(?:beginning|start)|to (?:start|begin))\b`),
	last:    start(`(?:finally|lastly|at the (?:very )?end|to (?:finish|close|end|conclude))\b`),
	make:    start(`(?:please |(?:can|could|would) you (?:please )?|i(?:'d|’d| would) (?:like|love)(?: you to| to)? |(?:hi|hey|hello)(?: there| team)?,? |(?:i|we) (?:want|need)(?: you to| to)? |we(?:'d|’d| would) like(?: you to| to)? |let'?s |help (?:me|us) )*(?:(?:create|make|produce|generate|build|design|develop|record|film|prepare|craft|write|do|put together|script)\s+(?:me |us )?|(?:i|we) (?:need|want) |(?:i|we)(?:'d|’d| would) (?:like|love) )`),
	noun:    inner(enVideo),
	tell:    start(`(?:(?:also )?(?:explain|mention|highlight|emphasi[sz]e|stress|note|point out|say|state|show|describe|include|cover|talk about|discuss|outline|list|announce|promise|teach|demonstrate|feature|present|introduce|focus on|make (?:it )?(?:very )?clear|underline|underscore|call out|bring up|reveal|illustrate|summari[sz]e|recap|touch on|convey|communicate|address|define|clarify|celebrate|quote|offer|propose|suggest|mention also)(?:\s+to (?:` + enPeople + `))?|(?:tell|remind|warn|assure|show|teach|walk|give|let|reassure|promise) (?:` + enPeople + `)(?: through| know| about| of)?|walk through|talk through|compare|add (?:that|a (?:line|note|mention|point)(?: that| about| on| saying)?)|share (?:that|how|why))(?:\s+(?:clearly|briefly|quickly|in one (?:sentence|line)|in simple terms|simply|again|also))?\b`),
	that:    start(`(?:the (?:fact|point|idea|message) )?that\s+`),
	wh:      start(`(?:how|why|what|when|where|who)\b`),
	open:    start(`(?:open|start|begin|kick off|lead)(?: the (?:video|clip|spot))? (?:with|on|by)[:,]?\s+|hook:?\s+`),
	opener:  start(`(?:(?:a|an|the|this|one|our)\s+)?(?:\w+ )?(?:hook|question|statement|line|fact|stat(?:istic)?|figure|number|problem|idea|words?|phrase|sentence|greeting|pain point|scenario|claim|surprise|message)(?: about| on| of| around)?(?:[:,]| that| saying| asking)?\s*`),
	end:     start(`(?:end|close|finish|conclude|wrap up|sign off)(?: the (?:video|clip|spot))? (?:with|on|by)[:,]?\s+|(?:call[- ]to[- ]action|cta)(?: is| should be)?:?\s+|(?:add|include|give|have|finish with|use) (?:a |an |the )?(?:\w+ )?(?:call[- ]to[- ]action|cta)(?: at the end)?\s*(?:to|:|that says)?\s*`),
	ender:   start(`(?:(?:a|an|the|our|one|this)\s+)?(?:(?:strong|clear|short|simple|friendly|direct|final|closing|warm|soft|quick|single|punchy)[ ,]+)*(?:call[- ]to[- ]action|cta|invitation|reminder|request|message|tagline|line|slogan|words?|question|phrase|sentence|note|promise|statement|takeaway|summary|thought)(?: card| screen| slide)?(?: for (?:` + enPeople + `))?(?:\s*[:,]\s*|\s+(?:to|that|saying|inviting (?:` + enPeople + `) to|asking (?:` + enPeople + `) to)\s+)?`),
	act:     start(`(?:ask|invite|encourage|urge|prompt|get|tell|remind|advise|push|motivate|drive|direct) (?:` + enPeople + `|(?:our |the |all )?\p{L}+s) to\s+`),
	visit:   start(`(?:direct|send|point|drive|lead|guide|refer) (?:` + enPeople + `) (?:to|towards?|at|back to)\s+`),
	aud:     start(`(?:the )?(?:target |intended |main )?audience(?: is| are| includes?|:)\s+|(?:the|this) (?:video|clip|spot|course|module|message) is (?:aimed at|for|intended for|targeted at|meant for|addressed to)\s+|it(?:'s| is) (?:aimed at|intended for|targeted at|meant for)\s+|(?:aimed|targeted|directed) at\s+|speak (?:directly )?to (?:the )?`),
	style:   start(`keep (?:it|this|things|everything|the|sentences|language|all|each|scenes?)\b|make (?:it|this|everything) (?:\w+ly )?(?:feel|look|sound|fun|short|simple|friendly|warm|upbeat|engaging|professional|clear|concise|punchy|light|personal|modern|energetic|human|visual|\d)|be (?:concise|friendly|brief|specific|warm|direct|clear|careful|respectful)\b|aim for\b|sound (?:like|warm|confident|natural)|write (?:it |this |in )|speak (?:in|like|directly|slowly|quickly|clearly)|address (?:the viewer|viewers|them|the audience) (?:directly|as)|avoid\b|do not (?:use|show|include|mention|add|say)\b|don['’]t (?:use|show|include|mention|add|say)\b|no (?:avatar|presenter|music|captions|subtitles|jargon|buzzwords|stock|emojis?|people|talking)|(?:the |our |an? |overall )?(?:\w+ ){0,2}(?:tone|style|mood|voice|voice-?over|music|pac(?:e|ing)|look|look and feel|visuals|background|colou?rs?|palette|captions|subtitles|avatar|presenter|narrator|narration|video|clip|script|format|length|duration|transitions?|b-?roll|fonts?|animations?|running time|motion graphics|language|aesthetic)(?: \w+)? (?:should|must|is|are|needs? to|has to|have to|will|stays?|can)\b|(?:total |target |overall )?(?:length|duration|runtime|running time|format|tone|style)(?: is|:| of)|(?:shoot|film|render|export|deliver|set) (?:it |this |the )?(?:in|for|as|on|at)\b|(?:choose|pick|select) (?:a|an|the)\b|use (?:a|an|the|our|my|big|bold|bright|dark|light|large|warm|cool|simple|short|plain|clean|smooth|quick|fast|brand|corporate|modern|no|captions|subtitles|motion|icons?|phrases|words like|language like|#)\b.*`),
	prod:    inner(enProd),
	about:   inner(`about|on|regarding|covering|concerning|introducing|announcing|promoting|presenting|showcasing|featuring|launching|advertising|explaining|showing|teaching|demonstrating|describing|summari[sz]ing|highlighting|comparing|celebrating|marking|welcoming|inviting|recapping|of|(?:that|which) (?:explains?|shows?|introduces?|announces?|promotes?|teaches?|covers?|presents?|demonstrates?|welcomes?|describes?|summari[sz]es?|launches?|walks? (?:` + enPeople + `) through|tells? (?:` + enPeople + `)|helps? (?:` + enPeople + `))|to (?:explain|show|introduce|announce|promote|teach|present|welcome|launch|describe|market|advertise|demonstrate|celebrate|invite|summari[sz]e|tell|share|raise awareness (?:of|about|on))`),
	forWho:  inner(`for|aimed at|targeting|targeted at|directed at|addressed to`),
	tail:    inner(`in (?:an? |our |the )?(?:[\p{L}&-]+[ ,]+){0,5}(?:tone|style|format|orientation|mood|look|aesthetic|colou?rs?|ratio)|in (?:under |about |around |less than )?(?:\d+|half a|one and a half|one|two|three|five|ten|fifteen|twenty|thirty|forty|forty[- ]five|fifty|sixty|ninety) ?-?(?:s|sec|seconds?|minutes?)|with (?:an? |our |the |no |some )?(?:[\p{L}-]+[ ,]+){0,4}(?:tone|style|music|captions|subtitles|avatar|presenter|voice-?over|narrator|logo|colou?rs|b-?roll|graphics|background|mood|pace|transitions|animations?)|without (?:an? )?(?:avatar|presenter|music|captions|talking head)|using (?:our|the|my|an?) .*|in (?:english|german|spanish|french|portuguese|italian|arabic|hebrew|dutch|polish|portrait|landscape|vertical|square)|no avatar`),
	people:  inner(`\d+-year-olds|(?:the |our )?(?:whole |entire )?company|teams?|employees|staff|customers|buyers|people|managers|(?:new )?hires|users|viewers|students|parents|developers|owners|patients|members|leaders|founders|engineers|nurses|doctors|teachers|kids|children|families|shoppers|runners|cyclists|travel+ers|commuters|professionals|freelancers|businesses|companies|startups|marketers|recruiters|clients|partners|investors|homeowners|residents|tenants|landlords|drivers|citizens|beginners|everyone|audience|executives|directors|agents|volunteers|donors|anyone|those|colleagues|newcomers|prospects|candidates|enthusiasts|administrators|admins|shops|stores|offices|schools|clinics|hospitals|followers|gamers|seniors|adults|women|men|smbs?|enterprises?|officers|workers|retailers|designers|guests|visitors|linkedin|instagram|tiktok|youtube|social media|twitter`),
	heads:   start(`(?:(?:the|our|its|these|those|their|all|just|only)\s+)?(?:(?:following|top|main|key|core|big|biggest|new|most important)\s+)*(?:two|three|four|five|six|seven|eight|\d{1,2})?\s*(?:(?:following|top|main|key|core|big|biggest|new|simple|easy|quick|practical|clear|concrete|common|most important|product|golden)\s+)*(?:features?|benefits?|points?|things?|reasons?|facts?|steps?|stages?|phases?|rules?|tips?|topics?|changes?|advantages?|improvements?|warning signs?|signs?|red flags?|results?|highlights?|items?|areas?|pillars?|values?|priorities|goals?|parts?|ways?|plans?|products?|services?|options?|modules?|habits?|lessons?|messages?|numbers?|figures?|stats?|ingredients?|principles?|types?|causes?|questions?|activities|sessions?|speakers?|perks?|duties|skills?|fixes|updates?|wins?|risks?|challenges?|deadlines?|dates?|milestones?|dos and don'ts|agenda|takeaways?)\b`),
	steps:   inner(`what to do|steps?|stages?|phases?|process|how (?:it|to)|workflow|procedure`),
	and:     pattern.New(`(?i)\s+(?:and|or|&|plus|as well as)\s+`),
	visitVP: "visit %s",
	ungerund: func(s string) string {
		w, rest, _ := strings.Cut(s, " ")
		base, ok := enGerunds[strings.ToLower(w)]
		if !ok {
			return s
		}
		return strings.TrimSpace(base + " " + rest)
	},
	finite: inner(`(?:never|always|now|still|only|no longer|already) \p{L}+s?|waits?|took|lasted|needed|went|came|got|gave|kept|ran|paid|sold|bought|spent|is|are|was|were|has|have|had|can|cannot|can't|will|won't|would|should|could|must|may|might|do|does|did|don't|doesn't|didn't|isn't|aren't|it's|we're|you're|they're|there's|that's|we've|you've|you'll|we'll|it'll|let's|i'm|gets?|makes?|takes?|keeps?|gives?|helps?|works?|runs?|saves?|costs?|lasts?|weighs?|starts?|comes?|goes|needs?|lets|turns?|cuts?|uses|finds?|shows?|tells?|grew|fell|rose|made|saved|began|won|lost|built|means|includes?|offers?|provides?|delivers?|connects?|supports?|protects?|reduces?|increases?|brings?|holds?|stays?|fits|charges|ships?|arrives?|opens?|closes?|ends|sends?|reads?|learns?|sees?|knows?|spends?|waste[sd]?|happens?|becomes?|contains?|requires?|replaces?|removes?|adds|moves?|allows?|enables?|tracks?|syncs?|detects?|alerts?|automates?|handles?|covers|feels?|measures?|blocks|stops?|prevents?|reached|launched|joined|increased|decreased|dropped|doubled|tripled|signed|received|improved|shipped|passed|hired|expanded|closed|opened|moved|started|ended|changed|added|removed|fixed|introduced|announced|published|completed|finished|completes?|dropped|wants?|thinks?|says?|said|asks?|loves?|hates?|trusts?|choose|chooses|prefers?|struggles?|loses|lose|forget|forgets|face|faces|believes?|plans to|aims|drives|delivers|recycles|recycled|filters|heats|cools|cleans|folds|generates?|produces?|stores?|absorbs?|converts?|flows?|grows?|pays?|buys?|sells?|depends?|applies|belongs?|serves?|meets|speak|speaks|live|lives|welcome|travels?|reports?|approves?|reviews?|publishes|employs?|sits|walks?|rides?|sleeps?|catches|clicks?|leads|follows?|remains?|seems?|looks`),
}

var enGerunds = gerunds("explain", "mention", "highlight", "emphasize", "emphasise", "stress", "note", "say", "state", "show", "describe",
	"include", "cover", "talk", "discuss", "outline", "list", "announce", "teach", "demonstrate", "feature", "present", "introduce", "focus",
	"reveal", "illustrate", "recap", "convey", "address", "define", "celebrate", "quote", "tell", "remind", "warn", "ask", "invite", "encourage",
	"urge", "direct", "send", "point", "thank", "welcome", "compare", "give", "offer", "use", "invite", "summarize", "summarise", "share", "reassure", "promise", "add")

func gerunds(verbs ...string) map[string]string {
	out := map[string]string{}
	for _, v := range verbs {
		g := v + "ing"
		if strings.HasSuffix(v, "e") {
			g = v[:len(v)-1] + "ing"
		}
		out[g] = v
	}
	return out
}
