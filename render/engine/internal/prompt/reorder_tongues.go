package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// otherOrders are the rewordings of the languages other than English.
var otherOrders = map[string][]rewording{
	"de": {
		{pattern.New(`(?i)^erinner(?:e|t|n sie)? ((?:\p{L}+ ){0,2}\p{L}+) daran, (dass )?(.+)$`), func(p *parser, m []string, line int) string {
			if m[2] != "" {
				return p.factFor("", m[1], p.mainClause(prose.Unstop(m[3])), line)
			}
			bare := zuWord.ReplaceAllString(zuInside.ReplaceAllString(prose.Unstop(m[3]), "$1$2"), "$1")
			if bare == prose.Unstop(m[3]) {
				return ""
			}
			return p.factFor("", m[1], "Bitte "+bare, line)
		}},
		{pattern.New(`(?i)^überzeug(?:e|t|en sie) ((?:\p{L}+ ){0,2}\p{L}+) davon, (.+)$`), func(p *parser, m []string, line int) string {
			bare := zuWord.ReplaceAllString(zuInside.ReplaceAllString(prose.Unstop(m[2]), "$1$2"), "$1")
			if bare == prose.Unstop(m[2]) {
				return ""
			}
			return p.factFor("", m[1], bare, line)
		}},
		{pattern.New(`(?i)^stell(?:e|t|en sie)? (.+?) vor[.!]?$`), func(p *parser, m []string, _ int) string {
			if p.b.Purpose == "" {
				p.b.Purpose = brief.Launch
			}
			return "Erstelle ein Video über " + m[1] + "."
		}},
		{pattern.New(`(?i)^([^.:"„]{0,40}?(?:video|clip|film|spot|reel)) für (?:unsere[n]?|die|den|meine[n]?) (?:website|webseite|homepage|startseite|internetseite|schaufenster|messestand|newsletter|instagram|linkedin|youtube)(?:-?(?:kanal|seite))?: (.+)$`), func(p *parser, m []string, line int) string {
			p.ofTheVideo(m[1], line)
			return prose.Upper(m[2])
		}},
		{pattern.New(`(?i)^(?:bewirb|bewerbt|bewerben sie|mach(?:e|t|en sie)? werbung für) (.+?)(?: bei ((?:\p{L}+ )?\p{L}+))?[.!]?$`), func(p *parser, m []string, line int) string {
			if m[2] != "" {
				p.meantFor(m[2], line)
			}
			if p.b.Purpose == "" {
				p.b.Purpose = brief.Social
			}
			return "Erstelle ein Video über " + m[1] + "."
		}},
		{pattern.New(`^((?i:erkläre?|erklären sie)) (?:(?:den|unseren|allen) )?(\p{Ll}+en )?(\p{Lu}\p{L}*n) ((?:den|die|das|unser\p{L}*|de[rm]) \p{Lu}?.+)$`), func(p *parser, m []string, line int) string {
			who := m[3]
			if strings.HasSuffix(who, "ern") && !datives.MatchString(who) {
				who = strings.TrimSuffix(who, "n")
			}
			if m[2] != "" { // "neuen Mietern"
				who = strings.TrimSuffix(m[2], "n ") + " " + who
			}
			p.meantFor(who, line)
			return m[1] + " " + m[4]
		}},
		{pattern.New(`(?i)^(?:(?:erstelle?|mache?|drehe?) (?:ein )?)?danke?s?(?:video|film|clip) (?:an|für) (.+)$`), func(p *parser, m []string, line int) string {
			p.meantFor(m[1], line)
			p.b.Purpose = brief.Thanks
			return "Erstelle ein Dankesvideo."
		}},
	},
	"fr": {
		{pattern.New(`(?i)^([^.:"«]{0,40}?(?:vidéo|clip|film)) (?:pour|afin de) remercier (.+?)[.!]?$`), func(p *parser, m []string, line int) string {
			return p.thanksTo(m[2], line)
		}},
		{pattern.New(`(?i)^rappel(?:le|ez|er) (?:aux |à nos |à tous les |à )((?:\p{L}+ )?\p{L}+) d(?:e |['’])(.+)$`), func(p *parser, m []string, line int) string {
			what := frenchTheirs.ReplaceAllStringFunc(prose.Unstop(m[2]), func(s string) string {
				if strings.EqualFold(s, "leurs") {
					return "vos"
				}
				return "votre"
			})
			de := "de "
			if strings.ContainsRune("aeiouyhéèêàâîô", []rune(strings.ToLower(what))[0]) {
				de = "d'"
			}
			return p.factFor("", "les "+m[1], "N'oubliez pas "+de+what, line)
		}},
		{pattern.New(`(?i)^(?:fai(?:s|tes)|faire) la (?:promotion|publicité) d(?:e |u |es |['’])(.+)$`), func(p *parser, m []string, _ int) string {
			if p.b.Purpose == "" {
				p.b.Purpose = brief.Social
			}
			return "Présente " + m[1]
		}},
	},
	"es": {
		{pattern.New(`(?i)^([^.:"«]{0,40}?(?:v[ií]deo|clip)) para (?:agradecer|dar las gracias) a (.+?)[.!]?$`), func(p *parser, m []string, line int) string {
			return p.thanksTo(m[2], line)
		}},
		{pattern.New(`^((?i:presenta|presente|presentad)) a (\p{Lu}.+)$`), func(_ *parser, m []string, _ int) string { return m[1] + " " + m[2] }},
		{pattern.New(`(?i)^(explica|explique|enseña|muestra)(?:les?)? a (?:l[oa]s |nuestr[oa]s )?((?:\p{L}+ )?\p{L}+) ((?:el|la|los|las|nuestr[oa]s?|un|una) .+)$`), func(p *parser, m []string, line int) string {
			p.meantFor(m[2], line)
			return m[1] + " " + m[3]
		}},
	},
	"it": {
		{pattern.New(`(?i)^([^.:"«]{0,40}?(?:video|clip|filmato)) per ringraziare (.+?)[.!]?$`), func(p *parser, m []string, line int) string {
			return p.thanksTo(m[2], line)
		}},
	},
	"pt": {
		{pattern.New(`(?i)^([^.:"«]{0,40}?(?:v[ií]deo|clipe)) para agradecer (?:a|aos|às|ao|à) (.+?)[.!]?$`), func(p *parser, m []string, line int) string {
			return p.thanksTo(m[2], line)
		}},
	},
}

var (
	// zuInside is the zu of an infinitive whose prefix stands apart: "einzureichen".
	zuInside = pattern.New(`\b((?:ein|ab|an|auf|aus|mit|vor|zurück|weg|bei|nach|teil|fest|her|hin|los|um|weiter|bereit)|zu)zu(\p{Ll}+e?[lr]?n)$`)
	zuWord   = pattern.New(`\bzu (\p{Ll}+e?[lr]?n)$`)
	// frenchTheirs is spoken to those who are meant.
	frenchTheirs = pattern.New(`(?i)\bleurs?\b`)
	// toThose are the articles and cases that stand before those who are told something.
	toThose = pattern.New(`(?i)^(?:unseren|unsere|den|die|allen|alle|meinen|à|aux|nos|les|a|los|las|nuestros|nuestras|os|as|nossos|nossas|i|gli|le) `)
)

// factFor notes whom a fact is for and what the words before say of the video, and returns
// the fact as a sentence.
func (p *parser) factFor(video, who, fact string, line int) string {
	if video != "" {
		p.ofTheVideo(video, line)
	}
	if bare := toThose.ReplaceAllString(who, ""); bare != "" && p.t.People.MatchString(" "+bare+" ") {
		if p.t.Code == "fr" {
			bare = who
		}
		p.meantFor(bare, line)
	}
	if p.b.Purpose == "" {
		p.b.Purpose = brief.Update
	}
	return prose.Upper(prose.Stop(fact))
}

// thanksTo notes who is thanked.
func (p *parser) thanksTo(who string, line int) string {
	p.meantFor(who, line)
	p.b.Purpose = brief.Thanks
	return carriedOut
}

// comparing is an order to compare two things, by language. Groups: the article, the one
// and the other.
var comparing = map[string]*pattern.Pattern{
	"de": pattern.New(`(?i)^vergleich(?:e|en sie|t)? ((?:unsere|die|deine|den|das|einen?) )?(?:(?:tarife|modelle|pakete|versionen|angebote) )?(.{2,30}?) (?:mit|und) (?:(?:dem|der|einem|einer|den) )?([^,.:;]{2,30})[.!]?$`),
	"fr": pattern.New(`(?i)^compare[rz]? ((?:nos|les|le|la|l['’]|un|une) ?)?(?:(?:formules|offres|modèles|versions) )?(.{2,30}?) (?:et|avec|à) (?:(?:le|la|l['’]|un|une) ?)?([^,.:;]{2,30})[.!]?$`),
	"es": pattern.New(`(?i)^compar(?:a|e|ar) ((?:nuestros|los|las|el|la|un|una) )?(?:(?:planes|tarifas|modelos|versiones) )?(.{2,30}?) (?:con|y) (?:(?:el|la|un|una) )?([^,.:;]{2,30})[.!]?$`),
	"it": pattern.New(`(?i)^confront(?:a|ate|are) ((?:i nostri|i|le|il|la|un|una) )?(?:(?:piani|modelli|versioni|offerte) )?(.{2,30}?) (?:con|e) (?:(?:il|la|un|una) )?([^,.:;]{2,30})[.!]?$`),
	"pt": pattern.New(`(?i)^compar(?:e|a|ar) ((?:nossos|os|as|o|a|um|uma) )?(?:(?:planos|modelos|versões|ofertas) )?(.{2,30}?) (?:com|e) (?:(?:o|a|um|uma) )?([^,.:;]{2,30})[.!]?$`),
}
