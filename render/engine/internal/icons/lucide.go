package icons

import (
	_ "embed"
	"strings"
	"sync"
)

//go:generate sh -c "node lucide/import.mjs $LUCIDE_STATIC > lucide/lucide.txt"

//go:embed lucide/lucide.txt
var lucideText string

// library is Lucide, read.
type library struct {
	parts map[string]string // by name
	named map[string]string // first word of a name → the plainest such name
	tags  map[string]string // tag → the plainest icon that has it
}

var lucide = sync.OnceValue(func() library {
	l := library{map[string]string{}, map[string]string{}, map[string]string{}}
	best := map[string]int{}
	lead := func(to map[string]string, word, name string, rank int) {
		if old := to[word]; !vague[word] && (old == "" || rank < best[word]) {
			to[word], best[word] = name, rank
		}
	}
	for line := range strings.Lines(lucideText) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		name := f[0]
		l.parts[name] = f[2]
		words := strings.Split(name, "-")
		if abstract[words[0]] {
			continue // found by its whole name alone
		}
		lead(l.named, words[0], name, len(words))
	}
	clear(best)
	for line := range strings.Lines(lucideText) {
		f := strings.Split(line, "\t")
		words := strings.Split(f[0], "-")
		if abstract[words[0]] || len(words) > 2 {
			continue
		}
		for i, tag := range strings.Fields(f[1]) {
			lead(l.tags, tag, f[0], 10*len(words)+min(i, 9))
		}
	}
	return l
})

// abstract are the first parts of names of icons for the parts of programs.
var abstract = setOf("a align arrow arrows badge between blend braces brackets case chevron chevrons circle columns command component " +
	"copy corner corners diamond divide dot ellipsis equal expand fold frame fullscreen grip indent inspection instagram kanban " +
	"keyboard lasso layout line lines list loader log maximize merge minimize minimise more mouse move octagon option outdent panel panels pilcrow " +
	"pointer proportions radical redo regex remove replace repeat rotate rows scaling scan section separator shrink shuffle slash " +
	"space spline split square squares strikethrough subscript superscript table tabs text toggle triangle type undo ungroup unfold variable vector wrap zoom " +
	"clipboard file files folder folders git book calendar message messages user users monitor chart database server house image map mail phone")

// vague are words that say too little of a thing for a picture of it: what many icons
// are tagged with, and what means something else in most sentences.
var vague = setOf(`and the for with from into not new old left right top bottom down middle center side front back small big large more
	less most all any one two three four five six seven eight nine ten zero first second third last next previous time way use used using
	make made work works working acme added ask asked between bring broken can case changes close closes count cross crowns cut cuts
	degrees difference dot double draw draws edge east enable entry face feature features find finding fix fixed fixes five forward founded
	full genius hall handles hard head help items kids knowledge kraft lead lead lines line load long lost march marked match mode moves
	neutral number numbers off open opened opens option page pages part passes pauses planning play point points pound pressure prevent
	print printed progress pull puffs push pump pumps recap removed rented rolling row rows run runs running scan seat session set sets
	shared show shows single size slash slot source stand start starter step steps stories switch switches task taste template then
	tick treats type unlimited version virtual whole width window wrong north south west stop strong weak high low fast slow hot cold
	good bad best better free easy clean clear bright dark heavy deep wide narrow short flat round sharp soft dry wet live real true false
	add call change check choose come create cut drag drop drive eat edit end enter exit fall feel fill fly get give go grow hold join
	jump keep know learn leave let lift list listen look lose love manage measure meet miss mix move need pass pay pick place plan pour
	press prove put quit reach read receive record reply rest return ride ring rise roll save search see sell send share shift sign sit
	sleep speak spend split spread stay study swim take talk teach tell think throw touch travel try turn view visit wait walk want wash
	watch wear win write cover focus form frame group level light match model order piece power public quality range rate reason
	report request result rule sample score section series service share state status story structure style subject support system
	tool tools track trade unit update upgrade value volume zone energy idea issue life man matter mind moment name nature party people
	person problem process product project question room sense sound space test thing thought topic total tour town trip trouble truth
	user word world year day week month hour minute color colour black white red green blue yellow orange pink gray grey brown gold silver
	cream fan digital online remote urban team class club crew hero king queen star ace act age aid aim art bar base bit box cap core
	die dot era eye fit gap hit hub joy key law leg lot map mat net pad pan pin pot raw ray rim row sea set sky spa tab tag tap tie tip
	fresh top van web zip backend board cheese crash cursors degrees dispatchers editor editors ember emoji football handles insect lanes leather
	lunch mars paid pane panels parallel pocket prison prize proxy puffs readers solera till`)

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
