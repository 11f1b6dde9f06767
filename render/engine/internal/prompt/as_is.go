package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// asItIs orders the words in quotation marks behind its colon to be said as they stand, in
// languages other than English: "Graba esto tal cual: «…»", "Sprich wörtlich: „…“". Groups:
// what stands before the order, the words. Behind them nothing stands.
var asItIs = pattern.New(`(?is)^((?:[^\n"“„«»:]*[.!?\n]\s*)?)[^\n"“„«».!?:]{0,60}?(?:tal (?:y )?cual|textualmente|al pie de la letra|wörtlich|wortwörtlich|genau so|tel(?:le)? quel(?:le)?|mot pour mot|textuellement|parola per parola|così com['’]è|testualmente|palavra por palavra|tal como está|exatamente assim|letterlijk|woord voor woord|precies zo)[^\n"“„«».!?:]{0,30}[:：]\s*["“„«]\s?(.{20,}?)\s?["”“»]\s*$`)

// shortVowel is the short vowel at the end of the first word of an Arabic sentence, which
// orders are seldom written with.
var shortVowel = pattern.New(`((?:^|[.!؟\n])\s*\p{Arabic}{2,8})[\x{064E}-\x{0650}\x{0652}](\s)`)

// saidAsItIs makes a script of such a prompt.
func saidAsItIs(text string) string {
	m := asItIs.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || strings.ContainsAny(m[2], "\"“”„«»") {
		return text
	}
	return strings.TrimSpace(strings.TrimSpace(m[1]) + "\n\nScript:\n" + m[2])
}
