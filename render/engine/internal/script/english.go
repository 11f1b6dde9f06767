package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var english = &wording{
	knowHead: "Good to know",
	was:      "%s: from %s to %s.", startAt: "Prices start at %s.",
	code: "en",
	meet: "Meet %s.", talk: "Let's talk about %s.", look: "Let's look at %s.", whatsNew: "Here's what's new in %s.", welcome: "Welcome to %s.",
	comeTo: "You're invited to %s.", offer: "How about %s?", hiring: "%s is hiring %s.", itsTitle: "Here's %s.", hello: "Hi %s.", forName: "For %s", inOf: outOf(`in|out of|of`, strings.Fields("- one two three four five six seven eight nine ten")[1:]...), upFrom: "up from %s", downFrom: "down from %s", here: "Here's %s.", howTo: "Here's how to %s.", includes: "It comes with %s.", youGet: "You get %s.", learn: "You'll learn %s.",
	costs: "It costs %s.", says: "%s says: %s", versus: "%s or %s: let's compare.", see: "See it at %s.", more: "Find out more at %s.",
	value: "%s, %s", fromTo: "%s: from %s in %s to %s in %s.", firstly: "First, %s.", then: []string{"Then %s.", "Next, %s.", "After that, %s."}, finally: "Finally, %s.",
	and: " and ", serial: true,
	listHead: "What you get", stepsHead: "Step by step", learnHead: "What you'll learn", numbersHead: "The numbers", priceLabel: "Price", recap: "To recap: %s.", recapHead: "In short",
	spokenSide: map[string]string{"after": "now"}, timeHead: "The timeline", inYear: "%s in %s", onDay: "%s on %s",
	counts:     []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine"},
	price:      pattern.New(`(?i)^(?:the |its |our )?(?:price|cost|price tag|pricing)(?: of| is|:)?\s+(.+)$`),
	free:       pattern.New(`(?i)\b(?:free|discount|off|trial|refund|access|support|shipping|delivery|returns?|bonus|credits?|setup|week|month)\b`),
	visit:      pattern.New(`(?i)^(?:visit|go to|check out|see|head to|head over to|learn more at|find out more at|look at|try|read more at|discover more at|browse)\s+(?:us at |it at |our (?:website|site)(?: at)?,? )?`),
	article:    pattern.New(`(?i)^(?:the|a|an|our|its|your|these|those)\s+`),
	articled:   pattern.New(`(?i)^(?:the|a|an|our|your|my)\s`),
	clauseItem: pattern.New(`(?i)^(?:how|what|why|when|where|who)\s`),
	greets:     pattern.New(`(?i)^(?:hi|hello|hey|welcome|meet|introducing|good (?:morning|afternoon|evening)|dear|team|this is|say hello|imagine|what if|did you know|are you|do you|have you|ever|tired of|still)\b`),
	acts:       pattern.New(`(?i)^(?:questions\? \w+|check your|ask (?:in|us|your|at|for)|tell us|let us know|write (?:to|us)|drop by|come (?:by|and|to)|questions (?:go|to)|find yours|visit|try|get|start|book|order|sign up|join|download|call|contact|register|subscribe|apply|learn more|find out|see|shop|buy|request|schedule|discover|reserve|reply|grab|talk to|reach out|message|follow|share|click|scan|go to|head to|check out|be (?:careful|safe|ready)|thank you|thanks|see you)\b`),
	against:    "%s: %s against %s.", sidesOf: "%s or %s?",
	pronoun:     pattern.New(`(?i)^(?:and |but |so |then |as you (?:may |might |probably )?(?:know|have heard|have seen),? |please note:? |(?:now|plus|also|then|first|next|finally), |with [^,]{3,20}, )*(?:it's |it is |it |they're |they are |you'll get |you will |you'll |you can |you get |we're |we are |there's |there is |there are |that's |that is |this is |here's |here is |here are |let's talk about |let's look at |meet |did you know that )?`),
	headArticle: pattern.New(`(?i)^(?:the|a|an|these|those|here are|here is)\s+`),
	listLead:    pattern.New(`(?i)^(?:(?:in|on|during|after) your first (?:day|week|month),? you(?:'ll| will)?|it (?:shows|gives|tells|offers|brings)(?: you)?|you get|you'll get|you['’]ll learn|you will learn|you can learn|you also get|it comes with|it includes|it has|there are|there's|we offer|we have|choose from|[A-Z][\w ]{1,24} (?:comes with|includes|offers|gives you|has))\s+`),
	verbFirst:   pattern.New(`(?i)^(?:back up|do not|don't|never|always|stop|walk|make|keep|report|check|open|tap|click|turn|plug|connect|wait|talk|take|pick|meet|have|forward|call|write|send|choose|add|set|lock|close|press|pull|push|wear|use|wash|rinse|dry|scrub|sign|log|read|ask|tell|look|move|go|put|bring|fill|select|enter|install|download|share|save|select|remove|replace|measure|mix|pour|start|finish|book|hover|delete|update|restart|scan|record|invite|drag|drop|find|order|pay|apply|submit|wipe|collect|ship|enjoy|arrive|check in|register|ride|create|confirm|learn|try|type|copy|paste|review|approve|unlock|swap|hang|breathe in|subscribe|follow|visit|stand|hold|breathe|count|wet|lather|return|heat|soften|crack|cover|serve|drain|peel|chop|slice|bake|boil|simmer|whisk|fold|roll|knead|season|stir|combine|spread|sprinkle|toast|fry|grill|label|print|sort|unplug|unscrew|tighten|loosen|attach|align|rotate|reset|mute|unmute|blur|smile|look into|flip|lift|slide|snap|bend|repeat|switch|verify|export|import|upload|search|compare|decide|greet|purge|clock in|clock out|backflush|grab|empty|clean|charge|hand in|mark|pack|tell|stay|avoid|dry|squeeze|shake|seal|insert|load|unload|refill|weigh|cut|trim|plant|sow|dig|feed|rest)\b`),
	stops:       pattern.New(`(?i)\s+(?:a|an|the|of|to|for|and|or|in|on|at|with|by|from|that|which|your|our|its|their|is|are|as|so|but|than|per|every|within|into|when|while|because|if|you|it|we|they|up|no|not|more|over|under|about|like|can|will|has|have|be|all|any|each|this|these|those|his|her|my|who|how|why|what|where|before|after|without|through|between)$`),
	costWord:    pattern.New(`(?i)\b(?:costs?|priced at|price is|starts? at|for just|for only|from just|from only)$`),
	more4:       pattern.New(`(?i)\b(?:over|more than|at least)$`),
	vague:       pattern.New(`(?i)^(?:\w+ )?(?:things|points|facts|items|numbers|stats|figures)$`), toKnow: " to know",
	that:      "that",
	finite:    pattern.New(`(?i)\b(?:fixed|added|removed|is|are|was|were|has|have|can|will|no longer|now|does|do|loads?|works?|runs?|opens?|shows?|keeps?|saves?|gets?|takes?|starts?|drops?|supports?)\b`),
	relClause: pattern.New(`(?i)^(?:an? |the |your )?(?:\w+ ){1,2}(?:that|which|who|you)\b`),
	indef:     englishIndefinite,
	plural: func(s string) bool {
		w := englishHead(s)
		return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us")
	},
}

var massNouns = pattern.New(`(?i)\b(?:credit|shipping|delivery|encryption|support|coverage|access|insurance|software|storage|training|onboarding|security|privacy|maintenance|care|help|advice|feedback|time|money|energy|water|power|data|information|integration|setup|charging|installation|pricing|billing|comfort|wiring|work|safety|compliance|parking|sound|quality|breakfast|Wi-Fi|wifi|navigation|tracking|control|protection|cancellation|leave|pay|growth|health|fun|software|hardware|hosting|monitoring|reporting|warranty service|music|jazz|coffee|tea|food|beer|wine|lunch|dinner|entertainment|dancing|yoga|seating|catering|transport|accommodation|luggage|equipment|childcare|healthcare|overtime|trust|respect|money back|curiosity|honesty|transparency|creativity|integrity|diversity|responsibility|reliability|simplicity|sustainability|equity|\p{L}{3,}(?:ness|ship|ism))$`)

// englishIndefinite makes "a lifetime warranty" of "the lifetime warranty"; "the
// automatic backups" lose their article.
func englishIndefinite(s string) string {
	low := strings.ToLower(s)
	if doesIt.MatchString(low+" ") || beganAs.MatchString(low) {
		return s
	}
	for _, p := range []string{"the fact ", "the same ", "the only ", "the first ", "the best ", "the most ", "the new ", "the world", "the entire ", "the whole "} {
		if strings.HasPrefix(low, p) {
			return s
		}
	}
	rest, had := s, false
	for _, p := range []string{"the ", "its ", "their "} {
		if strings.HasPrefix(low, p) {
			rest, had = s[len(p):], true
		}
	}
	if !had {
		for _, p := range []string{"a ", "an ", "our ", "your ", "my ", "one ", "two ", "three ", "no ", "all ", "some ", "more ", "free ", "every ", "each ", "up to ", "over ", "zero ", "both ", "half ", "any ", "plenty ", "same ", "less ", "fewer ", "many "} {
			if strings.HasPrefix(low, p) {
				return s
			}
		}
		if rest == "" || rest[0] >= '0' && rest[0] <= '9' && !strings.Contains(strings.SplitN(rest, " ", 2)[0], "-") {
			return s
		}
		if isName(strings.SplitN(rest, " ", 2)[0]) && !isAcronym(strings.SplitN(rest, " ", 2)[0]) {
			return s
		}
	}
	head := englishHead(rest)
	if strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") && !strings.HasSuffix(head, "us") || massNouns.MatchString(head) {
		return rest
	}
	if r := strings.ToLower(rest); r != "" {
		first := strings.SplitN(r, " ", 2)[0]
		if vowelSound.MatchString(first) && !strings.HasPrefix(first, "one-") && !strings.HasPrefix(first, "euro") {
			return "an " + rest
		}
	}
	return "a " + rest
}

// beganAs begins a clause, which has no article.
var beganAs = pattern.New(`^(?:you|we|they|it|he|she|i|there|where|how|who|what|when|why)\s`)

// englishHead is the head noun of a phrase: its last word before a preposition
// or a relative clause.
func englishHead(s string) string {
	f := strings.Fields(strings.ToLower(s))
	for i, w := range f {
		switch strings.Trim(w, ",") {
		case "of", "for", "with", "that", "which", "in", "on", "at", "from", "by", "to", "who", "when", "after", "before", "under", "between", "without", "within", "until", "through", "per", "including":
			if i > 0 {
				return strings.Trim(f[i-1], ",.;:")
			}
		}
	}
	if len(f) == 0 {
		return ""
	}
	return strings.Trim(f[len(f)-1], ",.;:")
}

var (
	vowelSound = pattern.New(`^(?:[aeio]|u[^ns]|un[^i]|8|11|18|hour|honest|heir)`)
)
