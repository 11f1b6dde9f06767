package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/grammar"
	"gitops.video/render/render/engine/internal/prose"
)

// draft is a brief that is being read, with what its scenes are still to be told.
type draft struct {
	brief.Brief
	bare   []int       // numbers of the scenes that show no presenter
	cuts   []cut       // between scenes that the prompt names
	laid   []shotLines // by the scene
	wishes []sceneWish
	pauses []pauseAsked
	cues   []placedCue
	onlyIn []int // numbers of the only scenes that show one; nil = all may
}

// parser carries the brief through the prompt's parts.
type parser struct {
	b             *draft
	t             *grammar.Tongue
	chapter       string
	orders        int // sentences that were instructions
	said          int // sentences that were statements
	advised       int // sentences that were advice before any order
	verbatim      bool
	greeted       bool            // a greeting of the agent begins it
	hails         bool            // nothing orders a video: a greeting is one of its viewers
	material      bool            // the text is what a video is made from: nothing in it is an order
	foreign       bool            // the prompt's language has no grammar here
	abroad        string          // the language whose grammar is not known
	compared      string          // what is said of an order to compare things
	comparedNames []string        // the two things that are compared, as the order writes them
	mailSubject   string          // title that the subject of a mail gives the video
	perhaps       string          // whom or what the video is for, which its form does not tell
	block         string          // language that a label gives the rest of its paragraph, "" = the prompt's
	heard         string          // language of the first scene that no label gives one
	jots          bool            // the prompt is notes: most of its sentences have no verb
	noted         map[string]bool // what has been noted as understood
	making        bool            // the first order is being read, and orders the video
	openNext      bool            // the next words open the video
	closeNext     bool
	thanksFirst   bool           // thanks were ordered before anything else
	inLines       int            // scenes so far that take one line each; far below 0 = some take more
	turn          int            // of a conversation, the latest
	spoken        map[int]string // who speaks each turn
}

// first tells whether nothing has been read yet that orders or says something.
func (p *parser) first() bool { return p.orders == 0 && p.said == 0 }

// inEnglish tells whether the English grammar reads what comes.
func (p *parser) inEnglish() bool { return p.t.Code == "en" }

// stripLead takes connectives off an instruction and remembers what they say
// about its place.
func (p *parser) stripLead(s string) string {
	p.openNext, p.closeNext = false, false
	for range 4 {
		if p.t.First != nil && p.t.First.MatchString(s) {
			p.openNext = true
		}
		if p.t.Last != nil && p.t.Last.MatchString(s) {
			p.closeNext = true
		}
		rest, ok := grammar.After(p.t.Lead, s)
		if !ok || rest == "" {
			break
		}
		s = rest
	}
	return s
}

func (p *parser) isOrder(s string) bool {
	if p.material {
		return false
	}
	s = p.stripLead(s)
	if p.isMake(s) || p.t.Audience.MatchString(s) || p.t.Act.MatchString(s) || p.t.Visit.MatchString(s) || p.t.End.MatchString(s) && !p.shutsThing(s) || p.t.Open.MatchString(s) {
		return true
	}
	return p.t.Tell.MatchString(s) || p.isStyle(s)
}

// reading is one sentence on its way through the questions, which may shorten it for
// those that come after them.
type reading struct {
	prose.Sentence        // as it stands in the prompt
	text           string // what the questions so far have left of it
	body           string // text without the connectives before it
	opens, closes  bool   // where in the video the connectives put it
}

// question asks what a sentence is. It files the sentence and returns true, or leaves
// it to the next question.
type question = func(*parser, *reading) bool

// onText is a question that shortens nothing.
func onText(ask func(*parser, string, prose.Sentence) bool) question {
	return func(p *parser, r *reading) bool { return ask(p, r.text, r.Sentence) }
}

// sentence files one sentence: an instruction is carried out, a statement kept. What
// it is decides the first question that takes it; their order is the grammar's.
func (p *parser) sentence(s prose.Sentence) {
	was := p.t // directions may be in another language than the facts
	defer func() { p.t = was }()
	r := &reading{Sentence: s, text: strings.TrimSpace(strings.ReplaceAll(s.Text, "**", ""))}
	for _, takes := range [...]question{
		// What is no order, whatever it says.
		(*parser).isRule,
		(*parser).ofMaterial,
		(*parser).quotedWhole,
		(*parser).overJottings,
		(*parser).inItsTongue,
		(*parser).toTheAgent,
		(*parser).toTheViewer,

		// Half an English order, and what one says besides.
		(*parser).saysWhatItDoes,
		(*parser).toMakers,
		(*parser).invitesPeople,
		(*parser).signedBy,
		(*parser).invitesTo,
		(*parser).titledFor,
		(*parser).lengthLast,
		(*parser).withoutAim,
		(*parser).whatTheyDo,

		// Directions that need no grammar.
		(*parser).ordered,
		(*parser).orderedAbroad,
		(*parser).bidsAbroad,
		(*parser).wishes,
		(*parser).tellsFilm,
		(*parser).heralds,
		(*parser).foreignHeads,
		onText((*parser).bidAbroad),
		onText((*parser).announces),
		(*parser).foreignOrder,
		(*parser).pointsBelow,

		// What is taken off the sentence, and what it then is at a glance.
		(*parser).presentsWriter,
		(*parser).greetsAll,
		(*parser).congratulates,
		(*parser).unmarked,
		(*parser).commissions,
		(*parser).namesSpeaker,
		(*parser).headsNotes,
		(*parser).asksForVideo,
		(*parser).sentToAll,
		(*parser).doesBoth,
		(*parser).thanksThem,
		(*parser).addressesAnd,
		(*parser).relays,
		(*parser).reordered,
		(*parser).toldWhom,
		(*parser).toThem,
		(*parser).comesNext,
		(*parser).tellsWhat,
		(*parser).senderLine,
		(*parser).takesExample,
		(*parser).lineOfTopic,
		(*parser).kindAlone,
		(*parser).whereToFindUs,
		(*parser).withMoreAt,
		onText((*parser).slogan),
		onText((*parser).calls),
		onText((*parser).hosted),
		onText((*parser).greets),
		onText((*parser).aims),
		onText((*parser).saleAt),
		onText((*parser).orderer),
		onText((*parser).advises),
		onText((*parser).asksMoney),
		(*parser).politely,
		onText((*parser).putOnScreen),
		onText((*parser).madeOfThis),
		onText((*parser).showsAtEnd),
		onText((*parser).showsData),
		(*parser).asksReader,
		(*parser).noteWell,
		(*parser).warns,
		onText((*parser).framed),
		onText((*parser).asks),
		(*parser).headsPrompt,
		(*parser).asideTone,
		(*parser).labelledTongue,

		// Two orders in one, and titles.
		(*parser).chained,
		(*parser).titlesPrompt,
		(*parser).withoutLead,
		(*parser).titleThenOrders,
		(*parser).countsFirst,

		// Orders by their verbs.
		(*parser).explainedSo,
		(*parser).namesAudience,
		(*parser).sendsTo,
		(*parser).thanksSomebody,
		(*parser).invitesFirst,
		(*parser).callsToAct,
		(*parser).endsWith,
		(*parser).opensWith,
		(*parser).makesVideo,
		(*parser).setsStyle,
		(*parser).ordersToTell,
		(*parser).saysAside,
		(*parser).placed,
		(*parser).ordersByNoun,
		(*parser).roughly,
		(*parser).headedByKind,

		(*parser).states,
	} {
		if takes(p, r) {
			return
		}
	}
}
