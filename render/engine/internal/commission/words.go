package commission

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	// made is what can be made of nothing but a video.
	made = set("video clip film movie reel animation explainer tutorial teaser trailer promo spot commercial advert ad vlog slideshow short vid videos clips psa something documentary mini-documentary")
	// kind is what can be a video where it is ordered.
	kind = set("intro introduction overview tour update briefing lesson guide primer recap summary refresher pitch training walkthrough walk-through message announcement invitation invite reminder greeting welcome portrait profile appeal story demo piece loop presentation postcard diary letter")
	// determiner begins a thing.
	determiner = set("a an the some another this our my your their his her")
	// relation begins a part of an order, or shows that its noun has ended.
	relation = set("for about on at in with without using of from by to that which who where called titled entitled named regarding covering concerning under into and or is are was we you they he she it can should will must how why what when our my your no")
	// auxiliary stands before a verb.
	auxiliary = set("can could will would should must might may is are we i they to be should just quickly briefly simply clearly also really")
	// shows is what is done with a finished video.
	shows = set("go goes run runs play plays post put use show shown shows played posted used send sent share shared air aired screen screened sit sits live display displayed publish published upload watch watched see stream embed loop loops")
	// in stands before a place.
	in = set("in on at to with near by above next before during inside outside over")
	// question begins an embedded question.
	question = set("how why what when where who which whether")
)

// trait tells whether a word may stand before a comma and more such words: "short, friendly".
func trait(w string) bool { return !relation[w] && !determiner[w] }

var (
	// frameRE is what orders, before the thing that is ordered.
	frameRE = pattern.New(`(?i)^(?:(?:hi|hello|hey)(?: (?:there|team|all|guys|everyone))?[,!.]? |(?:please|pls|kindly|so|ok|okay|right|well|now),? |(?:can|could|would|will) (?:you|we|someone|somebody|anyone)(?: please)? |(?:i|we)(?:['’]d| would)? (?:really )?(?:like|love|want|need|require)(?: (?:you )?to)? |(?:i['’]m|we['’]re|i am|we are) (?:looking for|after|hoping for|in need of|thinking of|planning) |what (?:i|we) (?:want|need) is |(?:need|want|wanted|looking for|time for|how about|any chance of) |let['’]?s |help (?:me|us)(?: to)? |(?:to )?(?:commission|order|request) )*(?:(?:make|create|produce|generate|build|design|develop|record|film|shoot|prepare|craft|write|do|draft|cut|edit|render|have|get|put together|knock together|knock up|whip up|come up with|turn out|work up|throw together|give|send|offer|show)(?: and (?:make|create|produce|record|film|shoot|design|cut|edit|send us))?(?: (?:me|us))? )?`)
	// giveRE is a frame whose verb has somebody to whom the thing is given.
	giveRE = pattern.New(`(?:give|send|offer|show|get|make) $`)
	// place is where videos are seen.
	place = pattern.New(`(?i)\b(?:instagram|insta|tiktok|linkedin|youtube|facebook|twitter|whatsapp|slack|website|web ?site|home ?page|landing page|(?:online|web) ?shop|e-?shop|help cent(?:re|er)|knowledge base|wiki|market stall|(?:pricing|product|about|careers|donation|store|sales|contact|support|booking|shop|event|help|campaign|crowdfunding|kickstarter|listing) page|newsletter|intranet|socials?|social media|social channels|tvs?|screens?|lobby|foyer|reception|booth|blog|feed|stories|shop window|waiting room|app store|mailing|canteen|cafeteria|break room|staff room|showroom|trade (?:fair|show)|in-?store|checkout|notice ?board|info ?screens?|portal)\b`)
	// whoOnly is what tells certain people from others, behind them.
	whoOnly = pattern.New(`(?i),? (?:who|whose|that|with|without|in|at|from|of|when|if|before|after|once) .*$`)
	// owned is a place and whose it is: "our gym's Instagram", "the app store page of our app".
	owned = pattern.New(`(?i)^((?:our|the|my) [^'’]{2,40}?)['’]s? [\p{L} ]+$|^(?:the |our )?[\p{L} ]*?\b(?:page|account|profile|channel|feed|website|site|instagram|linkedin|newsletter) (?:of|for) ((?:our|the|my) .{2,60}|\p{Lu}.{2,60})$`)
	// relative is within what is told of a thing.
	relative = pattern.New(`(?i) (?:that|which|who|whose) `)
	// runsOn is a fact in one breath with the order: "about Fennel, it plans your meals".
	runsOn = pattern.New(`(?i), (?:it|we|they|he|she|there|this|that)\b`)
	// manner says how a video is to be by adjectives.
	manner = pattern.New(`(?i)^(?:` + degrees + ` )*` + manners + `(?:(?:,| and| but| or)* (?:` + degrees + ` )*` + manners + `)*$`)
)

// manners is how a video can be.
const manners = `(?:friendly|funny|warm|calm|serious|upbeat|light|light-?hearted|cheerful|alarming|scary|formal|informal|casual|playful|short|simple|clear|honest|inspiring|energetic|punchy|snappy|quick|dramatic|tense|dark|moody|professional|personal|emotional|modern|elegant|fun|relaxed|reassuring|respectful|solemn|vertical|portrait|landscape|square|silent|fast-?paced|slow|gentle|positive|optimistic|salesy|preachy|cheesy|corny|boring|technical|patronising|patronizing|cinematic|minimal|colou?rful|bold|bright|soft|polite|sober|neutral|festive|to the point|over the top|easy to follow|looping|in a loop|mute|muted|no sound|without sound|no voice(?:-?over)?|no talking|no words)`

// degrees stand before how a video can be.
const degrees = `(?:and|but|not|nothing|never|very|really|quite|a bit|a little|slightly|too|more|less|please|kind of|make it|keep it|something|somewhat|nicely|all|without being)`
