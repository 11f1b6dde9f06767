package tongue

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var hebrew = &Wording{
	Code: "he", keepsCase: true, TimeHead: "לוח הזמנים", InYear: "%s ב-%s", OnDay: "%s ב-%s",
	Meet: "הכירו את %s.", Talk: "בואו נדבר על %s.", Look: "בואו נכיר את %s.", whatsNew: "מה חדש ב-%s.", Welcome: "ברוכים הבאים אל %s.",
	ComeTo: "אתם מוזמנים אל %s.", Offer: "מה דעתכם על %s?", Hiring: "%s: %s.", ItsTitle: "%s.", Hello: "שלום %s.", ForName: "עבור %s", InOf: outOf(`מתוך|מכל`), UpFrom: "קודם %s", DownFrom: "קודם %s",
	Here: "%s.", HowTo: "%s.", Includes: "ובנוסף: %s.", YouGet: "אתם מקבלים %s.", Learn: "תלמדו %s.", Costs: "המחיר: %s.", Says: "%s: %s",
	Versus: "%s או %s?", SidesOf: "%s או %s?", Against: "%s: %s לעומת %s.", See: "גלו עוד ב-%s.", More: "פרטים נוספים ב-%s.", Value: "%s, %s",
	FromTo: "%s: מ-%s ב-%s ל-%s ב-%s.", Was: "%s: מ-%s ל-%s.", StartAt: "המחירים מתחילים ב-%s.", Firstly: "ראשית, %s.", Then: []string{"אחר כך, %s."}, Finally: "ולבסוף, %s.", And: " ו",
	ListHead: "מה מקבלים", StepsHead: "צעד אחר צעד", LearnHead: "מה תלמדו", NumbersHead: "המספרים", PriceLabel: "מחיר", Recap: "לסיכום: %s.", RecapHead: "לסיכום", KnowHead: "כדאי לדעת",
	Counts:      strings.Fields("- - שתיים שלוש ארבע חמש שש שבע שמונה תשע"),
	Price:       pattern.New(`^(?:ה)?מחיר(?: הוא|:)?\s+(.+)$`),
	Free:        pattern.New(`חינם|הנחה|ניסיון|גישה|משלוח`),
	Visit:       pattern.New(`^(?:בקרו|לבקר|היכנסו|להיכנס)\s+(?:באתר|לאתר|ב-?|אל )?\s*`),
	article:     pattern.New(`^את\s+`),
	HeadArticle: pattern.New(`^(?:את )?(?:ה)?(?:שלושת|ארבעת|חמשת)\s+`),
	Articled:    pattern.New(`^ה\p{L}`),
	ClauseItem:  pattern.New(`^(?:איך|כיצד|למה|מדוע|מה|מתי)\s`),
	Greets:      pattern.New(`^(?:שלום|היי|ברוכים|הכירו|האם|הידעתם)`),
	Acts:        pattern.New(`^(?:בקרו|נסו|הזמינו|הורידו|התקשרו|גלו|הירשמו|הצטרפו|קנו|פנו|היכנסו|התחילו)`),
	Pronoun:     pattern.New(`^(?:וגם |אבל |ואז )`),
	Stops:       pattern.New(`\s(?:של|על|את|עם|אל|מן|כי|או|זה|הוא|היא|לא|כל)$`),
	CostWord:    pattern.New(`(?:עולה|מחירו|מחירה|החל מ-?)$`),
	MoreThan:    pattern.New(`(?:יותר מ-?|מעל)$`),
	VerbFirst:   pattern.New(`^(?:לבדוק|להתקשר|להתחיל|לפתוח|לסגור|ללחוץ|לבחור|לשלוח|לדווח|להיכנס|להוריד|לשמור|לחכות|לצאת|פתחו|סגרו|לחצו|בחרו|שלחו|דווחו|היכנסו|הורידו|שמרו|בדקו|התקשרו|אל )`),
	Imperative:  func(s string) string { return s },
}
