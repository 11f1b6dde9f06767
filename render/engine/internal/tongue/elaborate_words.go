package tongue

import (
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/scene"
)

// elaboration holds what one language says around facts when there is time for it.
type elaboration struct {
	Points  []string // "First, %s." to the fifth; the last item of a list has last
	Last    string
	And     string                // the last of things that are not counted
	Bridges map[scene.Kind]string // said before a picture
	Shares  []string              // the fractions of [shares], in the same order
	Exactly string                // frames for them
	Over    string
	Almost  string
	Thanks  string
}

// Elaborations are what languages say around facts, by their codes.
var Elaborations = map[string]*elaboration{
	"en": {
		Points: []string{"First, %s.", "Second, %s.", "Third, %s.", "Fourth, %s.", "Fifth, %s."}, Last: "And finally, %s.", And: "And %s.",
		Bridges: map[scene.Kind]string{scene.Number: "Here's one number to remember.", scene.Compare: "Here's the difference.",
			scene.Process: "Here's how it goes.", scene.Timeline: "These are the dates.", scene.Table: "Here's the overview.", scene.Code: "Here's how it looks in code."},
		Shares:  []string{"one in ten", "one in five", "one in four", "one in three", "half", "two in three", "three in four", "four in five", "nine in ten"},
		Exactly: "That's %s.", Over: "That's more than %s.", Almost: "That's almost %s.", Thanks: "Thanks for watching.",
	},
	"de": {
		Points: []string{"Erstens: %s.", "Zweitens: %s.", "Drittens: %s.", "Viertens: %s.", "Fünftens: %s."}, Last: "Und schließlich: %s.", And: "Und %s.",
		Bridges: map[scene.Kind]string{scene.Number: "Eine Zahl zum Merken.", scene.Compare: "Das ist der Unterschied.",
			scene.Process: "So läuft es ab.", scene.Timeline: "Das sind die Termine.", scene.Table: "Hier ist der Überblick.", scene.Code: "So sieht es im Code aus."},
		Shares:  []string{"jeder Zehnte", "jeder Fünfte", "jeder Vierte", "jeder Dritte", "die Hälfte", "zwei von drei", "drei von vier", "vier von fünf", "neun von zehn"},
		Exactly: "Das ist %s.", Over: "Das ist mehr als %s.", Almost: "Das ist fast %s.", Thanks: "Danke fürs Zuschauen.",
	},
	"nl": {
		Points: []string{"Ten eerste: %s.", "Ten tweede: %s.", "Ten derde: %s.", "Ten vierde: %s.", "Ten vijfde: %s."}, Last: "En tot slot: %s.", And: "En %s.",
		Bridges: map[scene.Kind]string{scene.Number: "Eén getal om te onthouden.", scene.Compare: "Dit is het verschil.",
			scene.Process: "Zo gaat het.", scene.Timeline: "Dit zijn de data.", scene.Table: "Hier is het overzicht.", scene.Code: "Zo ziet het er in code uit."},
		Shares:  []string{"één op de tien", "één op de vijf", "één op de vier", "één op de drie", "de helft", "twee op de drie", "drie op de vier", "vier op de vijf", "negen op de tien"},
		Exactly: "Dat is %s.", Over: "Dat is meer dan %s.", Almost: "Dat is bijna %s.", Thanks: "Bedankt voor het kijken.",
	},
	"es": {
		Points: []string{"Primero: %s.", "Segundo: %s.", "Tercero: %s.", "Cuarto: %s.", "Quinto: %s."}, Last: "Y por último: %s.", And: "Y %s.",
		Bridges: map[scene.Kind]string{scene.Number: "Una cifra para recordar.", scene.Compare: "Esta es la diferencia.",
			scene.Process: "Así funciona.", scene.Timeline: "Estas son las fechas.", scene.Table: "Este es el resumen.", scene.Code: "Así se ve en código."},
		Shares:  []string{"uno de cada diez", "uno de cada cinco", "uno de cada cuatro", "uno de cada tres", "la mitad", "dos de cada tres", "tres de cada cuatro", "cuatro de cada cinco", "nueve de cada diez"},
		Exactly: "Es decir, %s.", Over: "Es decir, más de %s.", Almost: "Es decir, casi %s.", Thanks: "Gracias por la atención.",
	},
	"fr": {
		Points: []string{"Premièrement : %s.", "Deuxièmement : %s.", "Troisièmement : %s.", "Quatrièmement : %s.", "Cinquièmement : %s."}, Last: "Et enfin : %s.", And: "Et %s.",
		Bridges: map[scene.Kind]string{scene.Number: "Un chiffre à retenir.", scene.Compare: "Voici la différence.",
			scene.Process: "Voici comment ça se passe.", scene.Timeline: "Voici les dates.", scene.Table: "Voici l'essentiel.", scene.Code: "Voici ce que cela donne en code."},
		Shares:  []string{"un sur dix", "un sur cinq", "un sur quatre", "un sur trois", "la moitié", "deux sur trois", "trois sur quatre", "quatre sur cinq", "neuf sur dix"},
		Exactly: "C'est %s.", Over: "C'est plus de %s.", Almost: "C'est presque %s.", Thanks: "Merci de votre attention.",
	},
	"pt": {
		Points: []string{"Primeiro: %s.", "Segundo: %s.", "Terceiro: %s.", "Quarto: %s.", "Quinto: %s."}, Last: "E por fim: %s.", And: "E %s.",
		Bridges: map[scene.Kind]string{scene.Number: "Um número para guardar.", scene.Compare: "Esta é a diferença.",
			scene.Process: "É assim que funciona.", scene.Timeline: "Estas são as datas.", scene.Table: "Este é o resumo.", scene.Code: "Veja como fica em código."},
		Shares:  []string{"um em cada dez", "um em cada cinco", "um em cada quatro", "um em cada três", "metade", "dois em cada três", "três em cada quatro", "quatro em cada cinco", "nove em cada dez"},
		Exactly: "Ou seja, %s.", Over: "Ou seja, mais de %s.", Almost: "Ou seja, quase %s.", Thanks: "Obrigado pela atenção.",
	},
	"it": {
		Points: []string{"Primo: %s.", "Secondo: %s.", "Terzo: %s.", "Quarto: %s.", "Quinto: %s."}, Last: "E infine: %s.", And: "E %s.",
		Bridges: map[scene.Kind]string{scene.Number: "Un numero da ricordare.", scene.Compare: "Ecco la differenza.",
			scene.Process: "Ecco come funziona.", scene.Timeline: "Ecco le date.", scene.Table: "Ecco il quadro.", scene.Code: "Ecco come appare nel codice."},
		Shares:  []string{"uno su dieci", "uno su cinque", "uno su quattro", "uno su tre", "la metà", "due su tre", "tre su quattro", "quattro su cinque", "nove su dieci"},
		Exactly: "Cioè %s.", Over: "Cioè più di %s.", Almost: "Cioè quasi %s.", Thanks: "Grazie per l'attenzione.",
	},
	"ar": {
		Points: []string{"أولاً: %s.", "ثانياً: %s.", "ثالثاً: %s.", "رابعاً: %s.", "خامساً: %s."}, Last: "وأخيراً: %s.", And: "و%s.",
		Bridges: map[scene.Kind]string{scene.Number: "رقم جدير بالتذكّر.", scene.Compare: "هذا هو الفرق.",
			scene.Process: "إليكم الخطوات.", scene.Timeline: "هذه هي المواعيد.", scene.Table: "هذه نظرة عامة.", scene.Code: "هكذا يبدو في الشيفرة."},
		Shares:  []string{"واحد من كل عشرة", "واحد من كل خمسة", "واحد من كل أربعة", "واحد من كل ثلاثة", "النصف", "اثنان من كل ثلاثة", "ثلاثة من كل أربعة", "أربعة من كل خمسة", "تسعة من كل عشرة"},
		Exactly: "أي %s.", Over: "أي أكثر من %s.", Almost: "أي نحو %s.", Thanks: "شكراً لمشاهدتكم.",
	},
	"he": {
		Points: []string{"ראשית: %s.", "שנית: %s.", "שלישית: %s.", "רביעית: %s.", "חמישית: %s."}, Last: "ולבסוף: %s.", And: "ו%s.",
		Bridges: map[scene.Kind]string{scene.Number: "מספר אחד שכדאי לזכור.", scene.Compare: "זה ההבדל.",
			scene.Process: "כך זה עובד.", scene.Timeline: "אלה המועדים.", scene.Table: "הנה התמונה המלאה.", scene.Code: "כך זה נראה בקוד."},
		Shares:  []string{"אחד מכל עשרה", "אחד מכל חמישה", "אחד מכל ארבעה", "אחד מכל שלושה", "חצי", "שניים מכל שלושה", "שלושה מכל ארבעה", "ארבעה מכל חמישה", "תשעה מכל עשרה"},
		Exactly: "כלומר %s.", Over: "כלומר יותר מ%s.", Almost: "כלומר כמעט %s.", Thanks: "תודה שצפיתם.",
	},
}

// ElaborationFor is what a language says around facts, nil where nothing is known.
func ElaborationFor(lang string) *elaboration {
	return Elaborations[phrase.Base(lang)]
}
