package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// This file reads where an order says that the facts come from: "… based on our handbook",
// "use notes.md for the facts". The files themselves are the entry's context; in the prompt
// such words are no topic and no audience.

const (
	// docWord is a text or a table that a video is made from, docNoun one with what it is about.
	docWord = `(?:notes|change-?logs?|read-?mes?|hand-?books?|minutes|transcripts?|documents?|docs?|files?|texts?|reports?|polic(?:y|ies)|faqs?|guides?|manuals?|brochures?|articles?|interviews?|figures|numbers|data|csvs?|tables?|spreadsheets?|(?:fact |spec |data |price )?sheets?|specs|specifications?|decks?|slides|excerpts?|briefs?|surveys?|recipes?|press releases?|newsletters?|agendas?|e-?mails?|letters?|price lists?|(?:web ?)?pages?|flyers?|leaflets?|one-?pagers?)`
	docNoun = `(?:(?:release |meeting |council |board |customer |user |staff |employee |product |travel |expense |incident |project |sales |quarterly |annual |monthly )*` + docWord + `|\S+\.(?:md|markdown|txt|csv|tsv))`
	docEs   = `(?:FAQ|manual|pol[ií]tica|notas|acta|informe|datos|cifras|tabla|archivo|fichero|texto|documento|encuesta|memoria)s?(?: anual(?:es)?)?`
	docFr   = `(?:FAQ|manuel|politique|notes|compte rendu|rapport|données|chiffres|tableau|fichier|texte|document|enquête)s?(?: annuel(?:le)?s?)?`
	docIt   = `(?:FAQ|manuale|politica|note|verbale|rapporto|relazione|dati|numeri|tabella|file|testo|documento|sondaggio)(?: annuale)?`
	docPt   = `(?:FAQ|manual|política|notas|ata|relatório|dados|números|tabela|arquivo|ficheiro|texto|documento|pesquisa)s?(?: anua(?:l|is))?`
	// given says that it comes with the prompt.
	given = `(?:attached|enclosed|provided|supplied|accompanying|linked|included|following)`
)

var (
	// drawnFrom ends an order with what it is to be made from. Groups: what stands before, the source, what follows.
	drawnFrom = map[string]*pattern.Pattern{
		"en": pattern.New(`(?i)^(.{12,}?),? (?:(?:based|drawn|taken|built) (?:on|from)|on the basis of|according to|using|and use|use|out of|from|with) ((?:the |our |my |this |these |its |their )?(?:` + given + ` )?(?:(?:facts|numbers|figures|information|content|data|text|details) (?:in|from|of) (?:the |our |my |this |these )?(?:` + given + ` )?)?` + docNoun + `)(?: (?:below|in context))?([.,;!?].*| (?:and|for|to) .*|)$`),
		"de": pattern.New(`(?i)^(.{12,}?),? (?:auf (?:der )?(?:basis|grundlage)|anhand) ((?:der|des|von|unserer|unseres|dem|den|diesem|dieser)(?: \p{L}+en)? \p{L}{3,})([.,;!?].*|)$`),
		"es": pattern.New(`(?i)^(.{12,}?),? (?:basad[oa] en|con base en|a partir de|según|(?:y )?usa(?:ndo)?|utiliza(?:ndo)?) ((?:el|la|los|las|nuestr[oa]s?|est[ea]s?) ` + docEs + `(?: adjunt[oa]s?)?)([.,;!?].*|)$`),
		"fr": pattern.New(`(?i)^(.{12,}?),? (?:à partir|sur la base|d['’]après|en utilisant) (?:de )?((?:du|de la|de l['’]|des|de nos|de notre|le|la|les|nos|notre) ?` + docFr + `(?: (?:ci-)?joint[es]*)?)([.,;!?].*|)$`),
		"it": pattern.New(`(?i)^(.{12,}?),? (?:sulla base|a partire|partendo|usando|usa) ((?:del|della|delle|dei|dai|dal|dalla|il|la|le|i|gli) ` + docIt + `(?: allegat[oaie])?)([.,;!?].*|)$`),
		"pt": pattern.New(`(?i)^(.{12,}?),? (?:com base|baseado|a partir|usando|usa|use) ((?:no|na|nos|nas|do|da|dos|das|o|a|os|as) ` + docPt + `(?: anex[oa]s?)?)([.,;!?].*|)$`),
	}
	// basedOn is the same in words that leave no doubt, whatever the document is called.
	basedOn = pattern.New(`(?i)^(.{12,}?),? (?:based on|on the basis of|according to) ((?:the |our |my |this |these |its |their )(?:[\p{L}-]+ ){0,3}` + docWord + `)([.,;!?].*|)$`)
	// turnsInto makes a video of a document. Groups: whose, what it is, the video.
	turnsInto = pattern.New(`(?i)^(?:please )?(?:turn|convert|transform|make|rework) (?:the |our |my |this |these )?(` + given + ` )?(` + docNoun + `) into (an? .+)$`)
	// summarizes orders a summary of one. Groups: what it is, what follows.
	summarizes = pattern.New(`(?i)^(?:please )?(?:summari[sz]e|recap|sum up) ((?:the |our |my |this |these )?(?:` + given + ` )?(?:[\p{L}-]+ ){0,3}` + docNoun + `)(?: (?:for|to) (.+?))?([.!]?)$`)
	// givenOnly says that a document is at hand.
	givenOnly = pattern.New(`(?i)\b(the|our|this|these|my) ` + given + ` `)
	// usesFile orders to take the facts from a file. Group: what follows.
	usesFile = pattern.New(`(?i)^(?:please )?(?:use|take|see|refer to|draw on|stick to|read) (?:only )?(?:the |our )?(?:(?:facts|numbers|figures|details|content) (?:in|from|of) (?:the |our )?)?(?:` + given + ` )?(?:\S+\.(?:md|markdown|txt|csv|tsv)|(?:` + given + ` |context )(?:file|files|document|text|notes|data))(?: file)?(?: (?:for|as) (?:the |your |its )?(?:facts|numbers|figures|details|content|source|background|data|information)(?: only)?)?(?:[.!]|, (.+)|)$|^(?:please )?(?:use|take|see|look at|read|draw on) (?:the|our|my|this|these) ` + docNoun + `(?: below)?(?:[.!]|[,:;] (.+)|)$|^(?:please )?use (?:the|our|my|this|these) (?:` + given + ` )?(?:table|spreadsheet|csv|file|data|figures|numbers|attachment) for [^.:;]{3,60}[.!]?$|^(?:the |all (?:the )?|all of the )?(?:details|facts|numbers|figures|information|everything(?: else)?|specs|content) (?:(?:is|are|can be found|comes?) (?:all )?(?:in|from)|: ?see) (?:the )?(?:attached |enclosed )?(?:\S+\.(?:md|markdown|txt|csv|tsv)|` + docNoun + `)[.!]?$`)
	// inFile says in other languages that what is to be told stands in a file.
	inFile = pattern.New(`(?i)^[^.!?]{0,60}?\b(?:steht|stehen|findest|findet|nutze|nutzt|verwende[nt]?|nimm|nehmt|est[aá]n?|usa[dr]?|use|utili[cz]a[dr]?|utilise[rz]?|sont|se trouven?t?|trouve(?:z|s)?|sono|trov[aiy](?:no)?|estão|gebruik|staan|staat)\b[^.!?]{0,30}?\s\S+\.(?:md|markdown|txt|csv|tsv)[.!]?$`)
	// sumsUp orders a summary of a file in other languages. Groups: whom for.
	sumsUp = map[string]*pattern.Pattern{
		"de": pattern.New(`(?i)^(?:fasse?|fasst|fassen sie) (?:das|die|den|unser\p{L}*) (?:beigefügte\p{L}* |angehängte\p{L}* )?\p{Lu}\p{L}+ (?:(für .+?) )?zusammen[.!]?$`),
		"es": pattern.New(`(?i)^resum(?:e|a|an|ir) (?:el|la|los|las|nuestr[oa]s?) ` + docEs + `(?: adjunt[oa]s?)?( para .+?)?[.!]?$`),
		"fr": pattern.New(`(?i)^résume[rz]? (?:le|la|les|notre|nos) ` + docFr + `(?: (?:ci-)?joint[es]*)?( pour .+?)?[.!]?$`),
		"it": pattern.New(`(?i)^riassum[ie](?:te|re)? (?:il|la|le|i|gli) ` + docIt + `(?: allegat[oaie])?( per .+?)?[.!]?$`),
		"pt": pattern.New(`(?i)^resum(?:e|a|am|ir) (?:o|a|os|as) ` + docPt + `(?: anex[oa]s?)?( para .+?)?[.!]?$`),
	}
	// makeOf orders a video, by language.
	makeOf = map[string]string{"de": "Erstelle ein Video", "es": "Crea un vídeo", "fr": "Crée une vidéo", "it": "Crea un video", "pt": "Crie um vídeo"}
	// presents orders to tell people what a document says. Groups: what it is, whom, what follows.
	presents = pattern.New(`(?i)^(?:please )?(?:present|explain|introduce|report on|share|go (?:over|through)|walk through|cover) ((?:the |our |my |this |these )(?:[\p{L}-]+ ){0,3}` + docWord + `) (?:to|for|with) ((?:the |our |all |new )?[\p{L}-]+(?: [\p{L}-]+){0,2}?)((?: in | using |[,.;!]).*|)$`)
	// newestOnly is a wish for the newest part of a changelog, which is all that is told in any case.
	newestOnly = pattern.New(`(?i),? (?:(?:the )?(?:latest|newest|most recent|current) (?:version|release)(?: only)?|only the (?:latest|newest|most recent|current) (?:version|release))([.!,]|$)`)
)

// sourced takes the source of the facts off the order that a prompt begins with, and off
// sentences that name nothing else; the brief remembers that there is one.
func (p *parser) sourced(text string) string {
	code := p.t.Code
	lines := strings.SplitAfter(text, "\n")
	for i, l := range lines {
		bare := strings.TrimSpace(l)
		if bare == "" {
			continue
		}
		ss := prose.SplitSentences(bare)
		var out []string
		for k, s := range ss {
			if code != "en" && k > 0 && inFile.MatchString(s) {
				p.b.Files = true
				continue
			}
			if code == "en" {
				if m := usesFile.FindStringSubmatch(s); m != nil {
					p.b.Files = true
					if rest := m[1] + m[2]; rest != "" {
						out = append(out, prose.Upper(prose.Stop(rest)))
					}
					continue
				}
			}
			if i == 0 && k < 2 {
				s = p.withoutSource(code, s)
			}
			out = append(out, s)
		}
		if strings.Join(out, " ") != strings.Join(ss, " ") {
			lines[i] = strings.Replace(l, bare, strings.Join(out, " "), 1)
		}
	}
	return strings.Join(lines, "")
}

// withoutSource is an order without what its video is made from.
func (p *parser) withoutSource(code, s string) string {
	for _, re := range []*pattern.Pattern{drawnFrom[code], basedOn} {
		if re == nil {
			continue
		}
		if m := re.FindStringSubmatch(s); m != nil && (code != "en" || p.isOrder(s) || p.isMake(p.stripLead(s)) || namesVideo.MatchString(m[1])) {
			p.b.Files = true
			return m[1] + m[3]
		}
	}
	if re := sumsUp[code]; re != nil {
		if m := re.FindStringSubmatch(s); m != nil {
			p.b.Files = true
			return makeOf[code] + " " + strings.TrimSpace(m[1]) + "."
		}
	}
	if code != "en" {
		return s
	}
	s = newestOnly.ReplaceAllString(s, "$1")
	if m := presents.FindStringSubmatch(s); m != nil {
		p.b.Files = true
		return "Make a video about " + givenOnly.ReplaceAllString(m[1], "$1 ") + " for " + m[2] + m[3]
	}
	if m := turnsInto.FindStringSubmatch(s); m != nil {
		p.b.Files = true
		return "Make " + m[3]
	}
	if m := summarizes.FindStringSubmatch(s); m != nil {
		p.b.Files = true
		if s = "Make a video about " + givenOnly.ReplaceAllString(m[1], "$1 "); m[2] != "" {
			s += " for " + m[2]
		}
		return s + m[3]
	}
	if givenOnly.MatchString(s) && !strings.HasSuffix(s, ":") {
		p.b.Files = true
		return givenOnly.ReplaceAllString(s, "$1 ")
	}
	return s
}

// namesVideo names the thing that is made.
var namesVideo = pattern.New(`(?i)\b(?:video|clip|explainer|film|reel|ad|spot|teaser|recap|summary|short|update|message)\b`)
