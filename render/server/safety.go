package server

import (
	"regexp"
	"strings"
)

// explicitWords are words that show nothing but what a content check is for, in the
// languages that prompts are mostly written in. Words with an innocent meaning beside
// are not among them: a flag is a statement about the client's content.
var explicitWords = strings.Fields(`
	porn porno pornography pornographic pornstar hentai nsfw blowjob handjob cumshot gangbang bukkake
	masturbate masturbates masturbating masturbation fellatio cunnilingus deepthroat creampie camgirl
	orgy orgies fetish xxx striptease upskirt milf dildo
	beheading decapitate decapitated decapitation dismember dismembered dismemberment disembowel snuff gore
	pornografie pornografisch pornografía pornográfico pornographie pornographique enthauptung selbstbefriedigung
	décapitation decapitación masturbación`)

var (
	explicit = regexp.MustCompile(`(?i)(^|[^\pL\pN])(` + strings.Join(explicitWords, "|") + `)($|[^\pL\pN])`)
	naked    = regexp.MustCompile(`(?i)(^|[^\pL\pN])(nude|naked|topless|sexually|erotic|sex)\s+(photos?|pictures?|videos?|scenes?|acts?|explicit|wom[ae]n|m[ae]n|girls?|boys?|body|bodies)($|[^\pL\pN])`)
)

// Explicit is the content check: it flags text that speaks of pornography or gore. What
// the engine draws follows the text and the client's own pictures; pictures themselves
// are not judged.
func Explicit(text string) bool { return explicit.MatchString(text) || naked.MatchString(text) }
