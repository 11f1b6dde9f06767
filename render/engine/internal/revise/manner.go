package revise

import (
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
)

// manner is how people of a language put what they want changed, beside the words of the
// video: what they begin and end with, and the words for what is to be done.
type manner struct {
	lang string // ISO 639-1

	asides  *pattern.Pattern // what a clause begins with and asks for nothing: "please", "the boss said we should"
	tails   *pattern.Pattern // what it ends with: "these days", "by the way"
	reports *pattern.Pattern // what leads a statement: "make it clear that"
	joints  *pattern.Pattern // what parts two clauses, beside punctuation

	drop    *pattern.Pattern // begins a clause: "drop …". Behind it: what goes
	dropped *pattern.Pattern // ends one: "… can go", "…: remove please"
	it      *pattern.Pattern // what goes is what the clause before speaks of
	scenes  *pattern.Pattern // what is named is a whole scene
	pieces  *pattern.Pattern // words for a piece of what is said: "the bit about"

	never   *pattern.Pattern // denies: "no longer", "isn't", "not … any more"
	only    *pattern.Pattern // "only"
	also    *pattern.Pattern // "as well", "another"
	was     *pattern.Pattern // stands before what a value was: "instead of", "up from"
	more    *pattern.Pattern // "there is a fourth …: …". Groups: the noun, what it is
	named   *pattern.Pattern // what has another name. Groups: the old, the new
	renamed *pattern.Pattern // what is something else by now. Groups: the old, the new
	surname *pattern.Pattern // a name that goes on. Groups: the first, the last
	rather  *pattern.Pattern // what is said rather than something else. Groups: the new, the old
	is      *pattern.Pattern // who somebody is, or what somebody does. Groups: of what, the new; or the new, of what

	first  *pattern.Pattern // "… first". Groups: what, that it should
	last   *pattern.Pattern // "… to the end". Groups: what, that it should
	before *pattern.Pattern // "… before …". Groups: what, before what
	after  *pattern.Pattern // "… after …". Groups: what, after what

	reorder *pattern.Pattern // says that an order follows
	then    *pattern.Pattern // begins what comes next

	scene   string           // "scene"
	place   *pattern.Pattern // a scene by what it is about, in the words of an instruction. Groups: what stands before, the scene
	as      *pattern.Pattern // how something is to be shown. Groups: what, the kind
	link    *pattern.Pattern // links what is spoken of with what is said of it
	linking *pattern.Pattern // words that link what is new to the rest: "it", "is"
	idle    *pattern.Pattern // words that name nothing
}

// mannerOf is that of a language, nil = its instructions are read by their forms alone.
func mannerOf(lang string) *manner { return manners[phrase.Base(lang)] }

var manners = map[string]*manner{"en": {
	lang: "en",

	asides: pattern.New(`(?i)^(?:(?:please|pls|okay|ok|so|and|but|also|actually|sorry|oh|hey|hi|just|well|anyway|btw|by the way|fyi|update|correction|note|nb|heads up|` +
		`small (?:thing|fix|change)|one (?:more )?(?:thing|change)|i think|i guess|i believe|i'd (?:rather|prefer|like)(?: to)?|i would (?:rather|prefer|like)(?: to)?|can|could|would|will|should|must|let's|lets|it turns out(?: that)?|turns out|` +
		`(?:the |my |our )?(?:\p{L}+ )?\p{L}+ (?:says|said|thinks|thought|wants|wanted|asked|told (?:me|us)|prefers|feels|believes|insists|noticed|pointed out)(?: that| us to| me to| to)?)(?:,? |[,:] ?|$)|(?:you|we|i) (?:should|could|can|need to|have to|must|want to|might)(?: just| also| please)? )`),
	tails:   pattern.New(`(?i)[,\s]+(?:please|pls|by the way|btw|now|right now|these days|nowadays|by now|today|at the moment|any ?more|any longer|as of (?:now|today)|from now on|sorry|in it|in there|at all|in the video|currently|actually|instead|if (?:possible|you can)|asap|for us|here|with an? \p{L})[.!]*$|[.,!]\s*(?:thanks|thank you|ty|cheers)[.!]*$`),
	reports: pattern.New(`(?i)^(?:(?:make (?:it|that) (?:clear|say)|say|mention|state|tell (?:people|them|everyone)|write|correct it|change it|fix it)(?: so)? that|it should (?:say|read)(?: that)?|make sure (?:it says|to say)(?: that)?) `),
	joints:  pattern.New(`(?i)[;!?\n]+\s*|\.(?:\s+|$)|,\s+(?:and |but |so )?|\s[–—-]\s|:\s+| (?:because|but|since|so that) `),

	drop:    pattern.New(`(?i)^(?:(?:(?:please|just) )?(?:remove|delete|drop|cut(?: out)?|skip|take out|get rid of|lose|kill|scrap|ditch|omit|leave out|erase|(?:i |we )?(?:don't|do not) (?:want|need)(?: to (?:see|hear|show|mention))?|don't (?:say|mention|show|talk about|speak of)|do not (?:say|mention|show|talk about)|not (?:say|mention|show|talk about)|stop (?:saying|mentioning|showing)|no need (?:for|to mention|to say)|(?:we|they)(?:'ve| have)? (?:already )?(?:dropped|removed|cancell?ed|scrapped|discontinued)|we don't need|you don't need|no more)) (.+)$`),
	dropped: pattern.New(`(?i)^(.*?)[,:]? (?:(?:can|could|should|must|has to|needs to|may) (?:go|be (?:removed|deleted|dropped|cut|skipped|left out))|(?:please )?(?:remove|delete|drop|skip|cut)(?: please)?|is out|goes out)$`),
	it:      pattern.New(`(?i)^(?:(?:so |then |please |just )*(?:take|cut|leave|kick|throw) (?:it|that|this|them) out|(?:so |then |please |just )*(?:remove|delete|drop|cut|skip|lose|kill|scrap)(?: it| that| this| them| that one| please)?)$`),
	scenes:  pattern.New(`(?i)\b(?:scenes?|slides?|shots?|sections?|cards?|segments?|screens?)\b`),
	pieces:  pattern.New(`(?i)^(?:parts?|bits?|things?|stuff|lines?|sentences?|mentions?|remarks?|talk|text|words?|phrases?|claims?|piece|reminder|warning)$`),

	never:   pattern.New(`(?i)\b(?:no longer|not|never|nobody|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|can't|cannot|isnt|arent|wasnt|werent|dont|doesnt|didnt|wont|stopped|off the table|cancell?ed|discontinued)\b`),
	only:    pattern.New(`(?i)\b(?:only|just|nothing but)\b`),
	also:    pattern.New(`(?i)\b(?:also|as well|too|another|additional|in addition)\b`),
	was:     pattern.New(`(?i)\b(?:not|instead of|rather than|up from|down from|from|was|were|isn't|aren't|wasn't|no longer)(?: the| an?| just| only| at| on)?\s*$`),
	more:    pattern.New(`(?i)^(?:there(?:'s| is| are)|we (?:have|got|also have|now have)|add) (?:now )?(?:(?:an? )?(?:second|third|fourth|fifth|sixth|seventh|eighth|new|extra)|another|one more|an additional) ([\p{L} ]+?)(?:: | – | - |, | called | named )(.+)$`),
	renamed: pattern.New(`(?i)^(?:the |our )?(.+?) (?:is|are) now (?:the |our )?(.+)$`),
	surname: pattern.New(`^(\p{Lu}[\p{L}-]*)'s (?:last|sur|family) ?name is (\p{Lu}[\p{L}-]*)$`),
	rather:  pattern.New(`(?i)^(?:say|use|write|put|call it|make it|have|with) (.+?) (?:instead of|rather than|not) (.+)$`),
	named:   pattern.New(`(?i)^(?:the |our )?(.+?) (?:is|are|was|has been|have been|got) (?:now )?(?:called|named|renamed(?: to| as)?|known as|replaced (?:by|with)|succeeded by)(?: now)? (?:the )?(.+)$`),
	is:      pattern.New(`(?i)^(?:the |our |your )?(.+?)(?:'s (?:first |last |sur)?name)? (?:is|will be|becomes)(?: now)? (?:called |named )?(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,3})$|^(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*){0,3}) (?:is(?: now)?|will be|does|handles|takes over|took over|takes care of|runs|leads|becomes) (?:the |our |your )?(.+)$`),

	first:  pattern.New(`(?i)^(?:(?:move|put|bring|take|show|start with|begin with|open with|lead with) )?(.+?)(?: (should|must|has to|needs to) (?:come|go|be))?(?: at the (?:very )?(?:beginning|start|top)| to the (?:very )?(?:beginning|start|front|top)|,? first)$`),
	last:   pattern.New(`(?i)^(?:(?:move|put|bring|take|show) )?(.+?)(?: (should|must|has to|needs to) (?:come|go|be))?(?: at the (?:very )?end| to the (?:very )?end| to the back|,? last)$`),
	before: pattern.New(`(?i)^(?:(?:move|put|bring|have|show|want|see|tell) )(.+?)(?: (?:up|to (?:be|come|go)|to the (?:very )?(?:end|front|start)),?)? (?:right |just |directly )?(?:before|ahead of) (.+)$|^(.+?) (?:should|must|has to|needs to) (?:come|go|be|stand) (?:right |just |directly )?(?:before|ahead of) (.+)$`),
	after:  pattern.New(`(?i)^(?:(?:move|put|bring|have|show|want|see|tell) )(.+?)(?: (?:down|back|to (?:be|come|go)),?)? (?:right |just |directly )?(?:after|behind) (.+)$|^(.+?) (?:should|must|has to|needs to) (?:come|go|be|stand) (?:right |just |directly )?(?:after|behind) (.+)$`),

	reorder: pattern.New(`(?i)^(?:re-?order|new order|the order|order|sequence|change the order|the order should be)$`),
	then:    pattern.New(`(?i)^(?:and )?(?:then|next|after that|afterwards|followed by|finally|last)(?: comes?)? `),

	scene:   "scene",
	place:   pattern.New(`(?i)((?:^|\s)(?:in |on |of |from |for )?)(?:the |our |that )((?:[\p{L}\d%]+ ){1,4}(?:scene|slide|section|segment|shot|screen|part|bit))\b`),
	as:      pattern.New(`(?i)^(?:show|make|turn|draw|display|present|put|have|render) (.+?) (?:as|into|in) (?:an? )?(?:\p{L}+ )?(\p{L}+)(?: (?:instead of|rather than|not) .+)?$|^(.+?) (?:should|would|could) (?:rather )?(?:be|become|work better as) (?:an? )?(?:\p{L}+ )?(\p{L}+)(?: (?:instead of|rather than|not) .+)?$`),
	link:    pattern.New(`(?i)\b(?:is|are|was|were)\b`),
	linking: pattern.New(`(?i)^(?:it|it's|its|they|they're|we|we're|you|you're|he's|she's|is|are|was|were|be|rather|but|that's|there's|there|at)$`),
	idle: pattern.New(`(?i)^(?:a|an|the|this|that|these|those|our|my|your|their|his|her|its|it|we|you|they|he|she|i|us|them|is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|should|shall|may|might|must|not|no|and|or|but|if|so|as|at|by|of|on|in|to|from|for|with|about|into|out|up|down|off|over|than|then|there|here|now|also|too|well|only|just|already|any|anymore|more|most|longer|some|all|every|each|very|quite|really|still|again|s|t|re|ve|ll|d|m|isn|aren|don|doesn|didn|wasn|weren|won|` +
		`isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|can't|cannot|we're|you're|they're|it's|that's|there's|went|goes|go|gone|got|get|gets|became|becomes|become|moved|changed|dropped|rose|fell|made|make|makes|called|named|read|reads|say|says|year|month|week|today|days|be|never|stopped|new|other|another|scenes?|slides?|shots?|sections?|segments?|screens?|item|bullet|point|one|whole|entire|where|saying|said|how|why|what|who|true|case|valid|needed|required|necessary|exist|exists|happening)$`),
}}
