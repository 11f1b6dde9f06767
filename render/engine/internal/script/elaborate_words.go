package script

import (
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/scene"
)

// elaboration holds what one language says around facts when there is time for it.
type elaboration struct {
	points  []string // "First, %s." to the fifth; the last item of a list has last
	last    string
	and     string                // the last of things that are not counted
	bridges map[scene.Kind]string // said before a picture
	shares  []string              // the fractions of [shares], in the same order
	exactly string                // frames for them
	over    string
	almost  string
	thanks  string
}

var elaborations = map[string]*elaboration{
	"en": {
		points: []string{"First, %s.", "Second, %s.", "Third, %s.", "Fourth, %s.", "Fifth, %s."}, last: "And finally, %s.", and: "And %s.",
		bridges: map[scene.Kind]string{scene.Number: "Here's one number to remember.", scene.Compare: "Here's the difference.",
			scene.Process: "Here's how it goes.", scene.Timeline: "These are the dates.", scene.Table: "Here's the overview.", scene.Code: "Here's how it looks in code."},
		shares:  []string{"one in ten", "one in five", "one in four", "one in three", "half", "two in three", "three in four", "four in five", "nine in ten"},
		exactly: "That's %s.", over: "That's more than %s.", almost: "That's almost %s.", thanks: "Thanks for watching.",
	},
	"de": {
		points: []string{"Erstens: %s.", "Zweitens: %s.", "Drittens: %s.", "Viertens: %s.", "Fünftens: %s."}, last: "Und schließlich: %s.", and: "Und %s.",
		bridges: map[scene.Kind]string{scene.Number: "Eine Zahl zum Merken.", scene.Compare: "Das ist der Unterschied.",
			scene.Process: "So läuft es ab.", scene.Timeline: "Das sind die Termine.", scene.Table: "Hier ist der Überblick.", scene.Code: "So sieht es im Code aus."},
		shares:  []string{"jeder Zehnte", "jeder Fünfte", "jeder Vierte", "jeder Dritte", "die Hälfte", "zwei von drei", "drei von vier", "vier von fünf", "neun von zehn"},
		exactly: "Das ist %s.", over: "Das ist mehr als %s.", almost: "Das ist fast %s.", thanks: "Danke fürs Zuschauen.",
	},
	"nl": {
		points: []string{"Ten eerste: %s.", "Ten tweede: %s.", "Ten derde: %s.", "Ten vierde: %s.", "Ten vijfde: %s."}, last: "En tot slot: %s.", and: "En %s.",
		bridges: map[scene.Kind]string{scene.Number: "Eén getal om te onthouden.", scene.Compare: "Dit is het verschil.",
			scene.Process: "Zo gaat het.", scene.Timeline: "Dit zijn de data.", scene.Table: "Hier is het overzicht.", scene.Code: "Zo ziet het er in code uit."},
		shares:  []string{"één op de tien", "één op de vijf", "één op de vier", "één op de drie", "de helft", "twee op de drie", "drie op de vier", "vier op de vijf", "negen op de tien"},
		exactly: "Dat is %s.", over: "Dat is meer dan %s.", almost: "Dat is bijna %s.", thanks: "Bedankt voor het kijken.",
	},
	"es": {
		points: []string{"Primero: %s.", "Segundo: %s.", "Tercero: %s.", "Cuarto: %s.", "Quinto: %s."}, last: "Y por último: %s.", and: "Y %s.",
		bridges: map[scene.Kind]string{scene.Number: "Una cifra para recordar.", scene.Compare: "Esta es la diferencia.",
			scene.Process: "Así funciona.", scene.Timeline: "Estas son las fechas.", scene.Table: "Este es el resumen.", scene.Code: "Así se ve en código."},
		shares:  []string{"uno de cada diez", "uno de cada cinco", "uno de cada cuatro", "uno de cada tres", "la mitad", "dos de cada tres", "tres de cada cuatro", "cuatro de cada cinco", "nueve de cada diez"},
		exactly: "Es decir, %s.", over: "Es decir, más de %s.", almost: "Es decir, casi %s.", thanks: "Gracias por tu atención.",
	},
	"fr": {
		points: []string{"Premièrement : %s.", "Deuxièmement : %s.", "Troisièmement : %s.", "Quatrièmement : %s.", "Cinquièmement : %s."}, last: "Et enfin : %s.", and: "Et %s.",
		bridges: map[scene.Kind]string{scene.Number: "Un chiffre à retenir.", scene.Compare: "Voici la différence.",
			scene.Process: "Voici comment ça se passe.", scene.Timeline: "Voici les dates.", scene.Table: "Voici l'essentiel.", scene.Code: "Voici ce que cela donne en code."},
		shares:  []string{"un sur dix", "un sur cinq", "un sur quatre", "un sur trois", "la moitié", "deux sur trois", "trois sur quatre", "quatre sur cinq", "neuf sur dix"},
		exactly: "C'est %s.", over: "C'est plus de %s.", almost: "C'est presque %s.", thanks: "Merci de votre attention.",
	},
	"pt": {
		points: []string{"Primeiro: %s.", "Segundo: %s.", "Terceiro: %s.", "Quarto: %s.", "Quinto: %s."}, last: "E por fim: %s.", and: "E %s.",
		bridges: map[scene.Kind]string{scene.Number: "Um número para guardar.", scene.Compare: "Esta é a diferença.",
			scene.Process: "É assim que funciona.", scene.Timeline: "Estas são as datas.", scene.Table: "Este é o resumo.", scene.Code: "Veja como fica em código."},
		shares:  []string{"um em cada dez", "um em cada cinco", "um em cada quatro", "um em cada três", "metade", "dois em cada três", "três em cada quatro", "quatro em cada cinco", "nove em cada dez"},
		exactly: "Ou seja, %s.", over: "Ou seja, mais de %s.", almost: "Ou seja, quase %s.", thanks: "Obrigado pela atenção.",
	},
	"it": {
		points: []string{"Primo: %s.", "Secondo: %s.", "Terzo: %s.", "Quarto: %s.", "Quinto: %s."}, last: "E infine: %s.", and: "E %s.",
		bridges: map[scene.Kind]string{scene.Number: "Un numero da ricordare.", scene.Compare: "Ecco la differenza.",
			scene.Process: "Ecco come funziona.", scene.Timeline: "Ecco le date.", scene.Table: "Ecco il quadro.", scene.Code: "Ecco come appare nel codice."},
		shares:  []string{"uno su dieci", "uno su cinque", "uno su quattro", "uno su tre", "la metà", "due su tre", "tre su quattro", "quattro su cinque", "nove su dieci"},
		exactly: "Cioè %s.", over: "Cioè più di %s.", almost: "Cioè quasi %s.", thanks: "Grazie per l'attenzione.",
	},
	"ar": {
		points: []string{"أولاً: %s.", "ثانياً: %s.", "ثالثاً: %s.", "رابعاً: %s.", "خامساً: %s."}, last: "وأخيراً: %s.", and: "و%s.",
		bridges: map[scene.Kind]string{scene.Number: "رقم جدير بالتذكّر.", scene.Compare: "هذا هو الفرق.",
			scene.Process: "إليكم الخطوات.", scene.Timeline: "هذه هي المواعيد.", scene.Table: "هذه نظرة عامة.", scene.Code: "هكذا يبدو في الشيفرة."},
		shares:  []string{"واحد من كل عشرة", "واحد من كل خمسة", "واحد من كل أربعة", "واحد من كل ثلاثة", "النصف", "اثنان من كل ثلاثة", "ثلاثة من كل أربعة", "أربعة من كل خمسة", "تسعة من كل عشرة"},
		exactly: "أي %s.", over: "أي أكثر من %s.", almost: "أي نحو %s.", thanks: "شكراً لمشاهدتكم.",
	},
	"he": {
		points: []string{"ראשית: %s.", "שנית: %s.", "שלישית: %s.", "רביעית: %s.", "חמישית: %s."}, last: "ולבסוף: %s.", and: "ו%s.",
		bridges: map[scene.Kind]string{scene.Number: "מספר אחד שכדאי לזכור.", scene.Compare: "זה ההבדל.",
			scene.Process: "כך זה עובד.", scene.Timeline: "אלה המועדים.", scene.Table: "הנה התמונה המלאה.", scene.Code: "כך זה נראה בקוד."},
		shares:  []string{"אחד מכל עשרה", "אחד מכל חמישה", "אחד מכל ארבעה", "אחד מכל שלושה", "חצי", "שניים מכל שלושה", "שלושה מכל ארבעה", "ארבעה מכל חמישה", "תשעה מכל עשרה"},
		exactly: "כלומר %s.", over: "כלומר יותר מ%s.", almost: "כלומר כמעט %s.", thanks: "תודה שצפיתם.",
	},
}

// elaboration is the writer's language's, nil where there is none.
func (w *writer) elaboration() *elaboration {
	return elaborations[phrase.Base(w.lang)]
}
