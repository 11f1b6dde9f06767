package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var hebrew = &wording{
	code: "he", keepsCase: true, timeHead: "לוח הזמנים", inYear: "%s ב-%s", onDay: "%s ב-%s",
	meet: "הכירו את %s.", talk: "בואו נדבר על %s.", look: "בואו נכיר את %s.", whatsNew: "מה חדש ב-%s.", welcome: "ברוכים הבאים אל %s.",
	comeTo: "אתם מוזמנים אל %s.", offer: "מה דעתכם על %s?", hiring: "%s: %s.", itsTitle: "%s.", hello: "שלום %s.", forName: "עבור %s", inOf: outOf(`מתוך|מכל`), upFrom: "קודם %s", downFrom: "קודם %s",
	here: "%s.", howTo: "%s.", includes: "ובנוסף: %s.", youGet: "אתם מקבלים %s.", learn: "תלמדו %s.", costs: "המחיר: %s.", says: "%s: %s",
	versus: "%s או %s?", sidesOf: "%s או %s?", against: "%s: %s לעומת %s.", see: "גלו עוד ב-%s.", more: "פרטים נוספים ב-%s.", value: "%s, %s",
	fromTo: "%s: מ-%s ב-%s ל-%s ב-%s.", was: "%s: מ-%s ל-%s.", startAt: "המחירים מתחילים ב-%s.", firstly: "ראשית, %s.", then: []string{"אחר כך, %s."}, finally: "ולבסוף, %s.", and: " ו",
	listHead: "מה מקבלים", stepsHead: "צעד אחר צעד", learnHead: "מה תלמדו", numbersHead: "המספרים", priceLabel: "מחיר", recap: "לסיכום: %s.", recapHead: "לסיכום", knowHead: "כדאי לדעת",
	counts:      strings.Fields("- - שתיים שלוש ארבע חמש שש שבע שמונה תשע"),
	price:       pattern.New(`^(?:ה)?מחיר(?: הוא|:)?\s+(.+)$`),
	free:        pattern.New(`חינם|הנחה|ניסיון|גישה|משלוח`),
	visit:       pattern.New(`^(?:בקרו|לבקר|היכנסו|להיכנס)\s+(?:באתר|לאתר|ב-?|אל )?\s*`),
	article:     pattern.New(`^את\s+`),
	headArticle: pattern.New(`^(?:את )?(?:ה)?(?:שלושת|ארבעת|חמשת)\s+`),
	articled:    pattern.New(`^ה\p{L}`),
	clauseItem:  pattern.New(`^(?:איך|כיצד|למה|מדוע|מה|מתי)\s`),
	greets:      pattern.New(`^(?:שלום|היי|ברוכים|הכירו|האם|הידעתם)`),
	acts:        pattern.New(`^(?:בקרו|נסו|הזמינו|הורידו|התקשרו|גלו|הירשמו|הצטרפו|קנו|פנו|היכנסו|התחילו)`),
	pronoun:     pattern.New(`^(?:וגם |אבל |ואז )`),
	stops:       pattern.New(`\s(?:של|על|את|עם|אל|מן|כי|או|זה|הוא|היא|לא|כל)$`),
	costWord:    pattern.New(`(?:עולה|מחירו|מחירה|החל מ-?)$`),
	more4:       pattern.New(`(?:יותר מ-?|מעל)$`),
	verbFirst:   pattern.New(`^(?:לבדוק|להתקשר|להתחיל|לפתוח|לסגור|ללחוץ|לבחור|לשלוח|לדווח|להיכנס|להוריד|לשמור|לחכות|לצאת|פתחו|סגרו|לחצו|בחרו|שלחו|דווחו|היכנסו|הורידו|שמרו|בדקו|התקשרו|אל )`),
	imper:       func(s string) string { return s },
}
