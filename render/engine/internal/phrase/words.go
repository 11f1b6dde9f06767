package phrase

import (
	"cmp"
	"strings"
)

// clinging words end no line: articles, short prepositions, possessives.
var clinging = map[string]string{
	"en": "a an the of to in on at by for with from as and or but nor so if my your his her its our their this that these those is are was were be i we you they he she it not no who which than into per",
	"de": "der die das den dem des ein eine einen einem einer eines von zu zum zur in im an am auf bei für mit aus nach und oder aber wenn mein dein sein ihr unser ist sind war nicht kein als wie dass",
	"fr": "le la les l' un une des du de d' à au aux en dans sur par pour avec et ou mais si mon ton son ma ta sa mes tes ses notre votre leur ce cette ces est sont ne pas que qui",
	"es": "el la los las un una unos unas de del a al en con por para y o pero si mi tu su mis tus sus este esta es son no que se",
	"it": "il lo la i gli le un uno una di del della dei a al alla in con per su e o ma se mio tuo suo questo questa è sono non che",
	"pt": "o a os as um uma de do da dos das em no na com por para e ou mas se meu teu seu este esta é são não que",
	"nl": "de het een van te in op aan bij voor met uit en of maar als mijn jouw zijn haar ons is niet geen dat die",
}

// opening words start a clause, so that a break in front of them reads well.
var opening = map[string]string{
	"en": "and but or because so which who that when while if then although where before after until unless with without from for",
	"de": "und aber oder weil dass wenn während obwohl damit denn bevor nachdem bis mit ohne für",
	"fr": "et mais ou parce car que qui quand lorsque si pendant avant après avec sans pour",
	"es": "y pero o porque que cuando si mientras antes después con sin para",
	"it": "e ma o perché che quando se mentre prima dopo con senza per",
	"pt": "e mas ou porque que quando se enquanto antes depois com sem para",
	"nl": "en maar of omdat dat wanneer als terwijl voordat nadat met zonder voor",
}

// Clings says whether a word, in small letters, only leads to another one: no line ends
// on it, and it is nothing to stress. Languages without a list have no such words.
func Clings(word, lang string) bool { return listed(clinging, word, lang) }

// Opens says whether a word, in small letters, begins a clause.
func Opens(word, lang string) bool { return listed(opening, word, lang) }

// Base is the language of a BCP 47 tag without its region or script, in small letters:
// "pt" of "pt-BR".
func Base(lang string) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return base
}

func listed(lists map[string]string, word, lang string) bool {
	for rest := lists[cmp.Or(Base(lang), "en")]; rest != "" && word != ""; {
		var w string
		if w, rest, _ = strings.Cut(rest, " "); w == word {
			return true
		}
	}
	return false
}
