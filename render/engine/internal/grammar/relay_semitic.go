package grammar

import "gitops.video/render/render/engine/internal/pattern"

// semiticVideo is the thing that is made in Arabic and Hebrew, with the words around it.
const semiticVideo = `^([^.:؛]{0,60}?(?:فيديو|مقطع|إعلان|رسالة|סרטון|סרט|וידאו|קליפ|הודעה)\p{L}*[^.:؛]{0,50}?),? `

// The verbs that pass something on, and those who are told.
const (
	arTells = `(?:(?:ي|ت|ن)(?:شرح|وضّ?ح|بيّ?ن|خبر|بلغ|ذكّ?ر|علن|علم)|ل?(?:إبلاغ|إخبار|تذكير|إعلام|شرح|توضيح|إعلان)|للإعلان)(?: فيه)?`
	arWho   = `(?:ل\S+|ال\S+|جميع \S+|كل \S+|أولياء \S+|سكان \S+)(?: ال\S+)?`
	heTells = `(?:ש?ה?(?:מודיע|מסביר|מזכיר|מספר|מעדכן|מבהיר|אומר)(?:ים|ה|ות)?|ל(?:הודיע|הסביר|הזכיר|ספר|עדכן|הבהיר|ומר)|שבו (?:אתם|אתה|אנחנו|אני) (?:מודיעים|מסבירים|מזכירים|מספרים|מעדכנים|\p{L}+))`
	heWho   = `(?:ל|את )\S+(?: [^ל\s]\S+)?`
)

// arabicRelays are those of Arabic.
var arabicRelays = []relayForm{
	{pattern.New(`^([^.:؛]{0,40}?(?:فيديو|مقطع))(?: \p{L}+(?:ًا|يا|يّ?|ية))*(?: (لل?\p{L}+(?: ال\p{L}+)?))? (?:عن|حول) (.+)$`), RelayThing, 1, 2, 0, 3},
	{pattern.New(semiticVideo + arTells + `(?: (` + arWho + `))? (?:أن|بأن|إن)(?:ها|ه)? (.+)$`), RelayThat, 1, 2, 0, 3},
	{pattern.New(semiticVideo + arTells + `(?: (` + arWho + `))? ((?:كيف|كيفية|لماذا|متى|أين|طريقة|خطوات) .+)$`), RelayHow, 1, 2, 0, 3},
	{pattern.New(semiticVideo + `(?:(?:ي|ت|ن)دعو(?: فيه)?|لدعوة) (` + arWho + `) (إلى|لحضور|ل) ?(.+)$`), RelayInvite, 1, 2, 3, 4},
	{pattern.New(semiticVideo + arTells + `(?: (` + arWho + `))? (?:عن|بشأن|حول) (.+)$`), RelayThing, 1, 2, 0, 3},
	{pattern.New(`^(?:أخبر|ذكّ?ر|أبلغ|أعلم|نبّ?ه)(?:وا|ي)? (` + arWho + `) (?:أن|بأن|إن)(?:ها|ه)? (.+)$`), RelayThat, 0, 1, 0, 2},
}

// hebrewRelays are those of Hebrew.
var hebrewRelays = []relayForm{
	{pattern.New(semiticVideo + heTells + `(?: (` + heWho + `))? (?:כי |ש)(.+)$`), RelayThat, 1, 2, 0, 3},
	{pattern.New(semiticVideo + heTells + `(?: (` + heWho + `))? ((?:איך|כיצד|למה|מדוע|מתי|איפה|מה) .+)$`), RelayHow, 1, 2, 0, 3},
	{pattern.New(semiticVideo + `(?:ש?ה?מזמי(?:ן|נה|נים)|ל?הזמ(?:ין|נת)|שבו (?:אתם|אנחנו) מזמינים) (` + heWho + `) (ל)[-־]?(.+)$`), RelayInvite, 1, 2, 3, 4},
	{pattern.New(semiticVideo + heTells + `(?: (` + heWho + `))? על (.+)$`), RelayThing, 1, 2, 0, 3},
	{pattern.New(`^(?:הודיעו|הסבירו|הזכירו|ספרו|אמרו|עדכנו|תזכיר|תגיד|תסביר|תודיע|תספר)\p{L}{0,2} (` + heWho + `) (?:כי |ש)(.+)$`), RelayThat, 0, 1, 0, 2},
}
