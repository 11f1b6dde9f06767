package tongue

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// English puts facts into English sentences.
var English = &Wording{
	KnowHead: "Good to know",
	Was:      "%s: from %s to %s.", StartAt: "Prices start at %s.",
	Code: "en",
	Meet: "Meet %s.", Talk: "Let's talk about %s.", Look: "Let's look at %s.", whatsNew: "Here's what's new in %s.", Welcome: "Welcome to %s.",
	ComeTo: "You're invited to %s.", Offer: "How about %s?", Hiring: "%s is hiring %s.", ItsTitle: "Here's %s.", Hello: "Hi %s.", ForName: "For %s", InOf: outOf(`in|out of|of`, strings.Fields("- one two three four five six seven eight nine ten")[1:]...), UpFrom: "up from %s", DownFrom: "down from %s", Here: "Here's %s.", HowTo: "Here's how to %s.", Includes: "It comes with %s.", YouGet: "You get %s.", Learn: "You'll learn %s.",
	Costs: "It costs %s.", Says: "%s says: %s", Versus: "%s or %s: let's compare.", See: "See it at %s.", More: "Find out more at %s.",
	Value: "%s, %s", FromTo: "%s: from %s in %s to %s in %s.", Firstly: "First, %s.", Then: []string{"Then %s.", "Next, %s.", "After that, %s."}, Finally: "Finally, %s.",
	And: " and ", Serial: true,
	ListHead: "What you get", StepsHead: "Step by step", LearnHead: "What you'll learn", NumbersHead: "The numbers", PriceLabel: "Price", Recap: "To recap: %s.", RecapHead: "In short",
	SpokenSide: map[string]string{"after": "now"}, TimeHead: "The timeline", InYear: "%s in %s", OnDay: "%s on %s",
	Counts:     []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine"},
	Price:      pattern.New(`(?i)^(?:the |its |our )?(?:price|cost|price tag|pricing)(?: of| is|:)?\s+(.+)$`),
	Free:       pattern.New(`(?i)\b(?:free|discount|off|trial|refund|access|support|shipping|delivery|returns?|bonus|credits?|setup|week|month)\b`),
	Visit:      pattern.New(`(?i)^(?:visit|go to|check out|see|head to|head over to|learn more at|find out more at|look at|try|read more at|discover more at|browse)\s+(?:us at |it at |our (?:website|site)(?: at)?,? )?`),
	article:    pattern.New(`(?i)^(?:the|a|an|our|its|your|these|those)\s+`),
	Articled:   pattern.New(`(?i)^(?:the|a|an|our|your|my)\s`),
	ClauseItem: pattern.New(`(?i)^(?:how|what|why|when|where|who)\s`),
	Greets:     pattern.New(`(?i)^(?:hi|hello|hey|welcome|meet|introducing|good (?:morning|afternoon|evening)|dear|team|this is|say hello|imagine|what if|did you know|are you|do you|have you|ever|tired of|still)\b`),
	Acts:       pattern.New(`(?i)^(?:questions\? \w+|check your|ask (?:in|us|your|at|for)|tell us|let us know|write (?:to|us)|drop by|come (?:by|and|to)|questions (?:go|to)|find yours|visit|try|get|start|book|order|sign up|join|download|call|contact|register|subscribe|apply|learn more|find out|see|shop|buy|request|schedule|discover|reserve|reply|grab|talk to|reach out|message|follow|share|click|scan|go to|head to|check out|be (?:careful|safe|ready)|thank you|thanks|see you)\b`),
	Against:    "%s: %s against %s.", SidesOf: "%s or %s?",
	Pronoun:     pattern.New(`(?i)^(?:and |but |so |then |as you (?:may |might |probably )?(?:know|have heard|have seen),? |please note:? |(?:now|plus|also|then|first|next|finally), |with [^,]{3,20}, )*(?:it's |it is |it |they're |they are |you'll get |you will |you'll |you can |you get |we're |we are |there's |there is |there are |that's |that is |this is |here's |here is |here are |let's talk about |let's look at |meet |did you know that )?`),
	HeadArticle: pattern.New(`(?i)^(?:the|a|an|these|those|here are|here is)\s+`),
	ListLead:    pattern.New(`(?i)^(?:(?:in|on|during|after) your first (?:day|week|month),? you(?:'ll| will)?|it (?:shows|gives|tells|offers|brings)(?: you)?|you get|you'll get|you['’]ll learn|you will learn|you can learn|you also get|it comes with|it includes|it has|there are|there's|we offer|we have|choose from|[A-Z][\w ]{1,24} (?:comes with|includes|offers|gives you|has))\s+`),
	VerbFirst:   pattern.New(`(?i)^(?:back up|do not|don't|never|always|stop|walk|make|keep|report|check|open|tap|click|turn|plug|connect|wait|talk|take|pick|meet|have|forward|call|write|send|choose|add|set|lock|close|press|pull|push|wear|use|wash|rinse|dry|scrub|sign|log|read|ask|tell|look|move|go|put|bring|fill|select|enter|install|download|share|save|select|remove|replace|measure|mix|pour|start|finish|book|hover|delete|update|restart|scan|record|invite|drag|drop|find|order|pay|apply|submit|wipe|collect|ship|enjoy|arrive|check in|register|ride|create|confirm|learn|try|type|copy|paste|review|approve|unlock|swap|hang|breathe in|subscribe|follow|visit|stand|hold|breathe|count|wet|lather|return|heat|soften|crack|cover|serve|drain|peel|chop|slice|bake|boil|simmer|whisk|fold|roll|knead|season|stir|combine|spread|sprinkle|toast|fry|grill|label|print|sort|unplug|unscrew|tighten|loosen|attach|align|rotate|reset|mute|unmute|blur|smile|look into|flip|lift|slide|snap|bend|repeat|switch|verify|export|import|upload|search|compare|decide|greet|purge|clock in|clock out|backflush|grab|empty|clean|charge|hand in|mark|pack|tell|stay|avoid|dry|squeeze|shake|seal|insert|load|unload|refill|weigh|cut|trim|plant|sow|dig|feed|rest)\b`),
	Stops:       pattern.New(`(?i)\s+(?:a|an|the|of|to|for|and|or|in|on|at|with|by|from|that|which|your|our|its|their|is|are|as|so|but|than|per|every|within|into|when|while|because|if|you|it|we|they|up|no|not|more|over|under|about|like|can|will|has|have|be|all|any|each|this|these|those|his|her|my|who|how|why|what|where|before|after|without|through|between)$`),
	CostWord:    pattern.New(`(?i)\b(?:costs?|priced at|price is|starts? at|for just|for only|from just|from only)$`),
	MoreThan:    pattern.New(`(?i)\b(?:over|more than|at least)$`),
	Vague:       pattern.New(`(?i)^(?:\w+ )?(?:things|points|facts|items|numbers|stats|figures)$`), ToKnow: " to know",
	that:      "that",
	Finite:    pattern.New(`(?i)\b(?:fixed|added|removed|is|are|was|were|has|have|can|will|no longer|now|does|do|loads?|works?|runs?|opens?|shows?|keeps?|saves?|gets?|takes?|starts?|drops?|supports?)\b`),
	RelClause: pattern.New(`(?i)^(?:an? |the |your )?(?:\w+ ){1,2}(?:that|which|who|you)\b`),
	indef:     EnglishIndefinite,
	Plural: func(s string) bool {
		w := englishHead(s)
		return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us")
	},
}

var massNouns = pattern.New(`(?i)\b(?:credit|shipping|delivery|encryption|support|coverage|access|insurance|software|storage|training|onboarding|security|privacy|maintenance|care|help|advice|feedback|time|money|energy|water|power|data|information|integration|setup|charging|installation|pricing|billing|comfort|wiring|work|safety|compliance|parking|sound|quality|breakfast|Wi-Fi|wifi|navigation|tracking|control|protection|cancellation|leave|pay|growth|health|fun|software|hardware|hosting|monitoring|reporting|warranty service|music|jazz|coffee|tea|food|beer|wine|lunch|dinner|entertainment|dancing|yoga|seating|catering|transport|accommodation|luggage|equipment|childcare|healthcare|overtime|trust|respect|money back|curiosity|honesty|transparency|creativity|integrity|diversity|responsibility|reliability|simplicity|sustainability|equity|\p{L}{3,}(?:ness|ship|ism))$`)

// EnglishIndefinite makes "a lifetime warranty" of "the lifetime warranty"; "the
// automatic backups" lose their article.
func EnglishIndefinite(s string) string {
	low := strings.ToLower(s)
	if DoesIt.MatchString(low+" ") || beganAs.MatchString(low) {
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
		if IsName(strings.SplitN(rest, " ", 2)[0]) && !IsAcronym(strings.SplitN(rest, " ", 2)[0]) {
			return s
		}
	}
	head := englishHead(rest)
	if strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") && !strings.HasSuffix(head, "us") || massNouns.MatchString(head) {
		return rest
	}
	if r := strings.ToLower(rest); r != "" {
		first := strings.SplitN(r, " ", 2)[0]
		if VowelSound.MatchString(first) && !strings.HasPrefix(first, "one-") && !strings.HasPrefix(first, "euro") {
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
		if i > 0 && w == "up" && i+1 < len(f) && f[i+1] == "to" {
			return strings.Trim(f[i-1], ",.;:") // "meals up to $60 a day"
		}
		switch strings.Trim(w, ",") {
		case "of", "for", "with", "that", "which", "in", "on", "at", "from", "by", "to", "who", "when", "after", "before", "under", "between", "without", "within", "until", "through", "per", "including", "via":
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
	VowelSound = pattern.New(`^(?:[aei]|o[^n]|on[^e]|one[a-z]|u[^ns]|un[^i]|8|11|18|hour|honest|heir)`)
)
