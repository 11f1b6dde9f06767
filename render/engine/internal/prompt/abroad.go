package prompt

import (
	"strings"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// bid is one way in which a language whose grammar is not known here orders something
// of the agent, and what is said to the viewers instead: "Wyjaśnij procedurę" becomes
// "Poznaj procedurę", "手順を説明してください" becomes "手順をご説明します". The words that
// are told keep their form, so that nothing has to be inflected.
type bid struct {
	re     *pattern.Pattern
	with   string // "" = nothing is said
	role   brief.Role
	quoted bool // what is said stands as it is
}

func bids(re, with string) bid { return bid{re: pattern.New(`(?i)^` + re + `$`), with: with} }
func bidsQuote(re string, r brief.Role) bid {
	return bid{re: pattern.New(`(?i)^` + re + `$`), with: "$1", role: r, quoted: true}
}
func bidsAction(re, with string) bid {
	return bid{re: pattern.New(`(?i)^` + re + `$`), with: with, role: brief.Action}
}

const (
	inMarks = `[„“«「『"‘']([^”»」』"“’']{2,120})[”»」』"“’']` // words in quotation marks
	jaPol   = `(?:て(?:ください|下さい|ほしい(?:です)?|欲しい(?:です)?|くれますか|もらえますか|いただけますか|くださいませ)|ること|るように)`
	koPol   = `(?:해|하여|해서)? ?(?:주세요|줘|주십시오|주시기 바랍니다|주시면 됩니다)`
	hiPol   = `(?:बताइए|बताइये|बताएँ|बताएं|बताओ|समझाइए|समझाएँ|समझाएं|दिखाइए|दिखाएँ|दिखाएं|कहिए|कहें|लिखें|जोड़ें)`
)

// biddings are the orders of each language, the narrower ones first.
var biddings = map[string][]bid{
	"pl": {
		bids(`(?:zwraca\p{L}*|mów\p{L}*|pisz\p{L}*) (?:się )?(?:do (?:widz|odbiorc)\p{L}* )?(?:na|per) [„"“]?(?:ty|pan\p{L}*|wy)[”"“]?`, ""),
		bidsQuote(`(?:na koniec|na końcu|zakończ\p{L}*|zamknij\p{L}*|kończ\p{L}*)[^„“"]{0,60}`+inMarks+`[^„“"]{0,12}`, brief.Action),
		bidsQuote(`(?:zacznij\p{L}*|rozpocznij\p{L}*|na początku|na początek|otwórz\p{L}*)[^„“"]{0,60}`+inMarks+`[^„“"]{0,12}`, brief.Hook),
		bidsAction(`(?:na koniec |na końcu |zakończ\p{L}* )?(?:film |wideo )?(?:zaproszeniem|zaproś\p{L}*(?: \p{L}+)?) (do|na) (.+)`, "Zapraszamy $1 $2"),
		bidsAction(`(?:na koniec |na końcu |zakończ\p{L}* )?(?:film |wideo )?(?:zachętą|zachęć\p{L}*(?: \p{L}+)?|wezwaniem|wezwij\p{L}*(?: \p{L}+)?) do (.+)`, "Zachęcamy do $1"),
		bids(`(?:na koniec )?podziękuj\p{L}* (?:\p{L}+ )?za (.+)`, "Dziękujemy za $1"),
		bids(`(?:proszę )?(?:wyjaśni|poda|wspomni|powiedz|zaznacz|podkreśl|poka|doda|przypomni|napisz|poinformu|zwróć uwagę)\p{L}*(?:,? (?:też|także|również|krótko|im|widzom))*(?: \p{L}+){0,3}?,? (?:o tym, |na to, )?że (.+)`, "$1"),
		bids(`(?:proszę )?(?:wyjaśni|pokaż|opisz|opowiedz|powiedz|wytłumacz|przedstaw)\p{L}*(?: \p{L}+){0,2}?,? ((?:jak|dlaczego|kiedy|gdzie) [^:]+: .+)`, "$1"),
		bids(`(?:proszę )?(?:wspomni|opowiedz|powiedz|poinformu|przypomni)\p{L}* (?:też |także |również )?(o(?:be)? .+)`, "Warto wiedzieć $1"),
		bids(`(?:proszę )?(?:wyjaśni|pokaż|opisz|opowiedz|powiedz|wytłumacz|przedstaw)\p{L}*,? ((?:jak|dlaczego|kiedy|gdzie|co|kto|ile|po co|czym|skąd) .+)`, "$1?"),
		bids(`(?:proszę )?(?:wyjaśnij|przedstaw|podaj|pokaż|opisz|wymień|omów|zaprezentuj|podkreśl|wytłumacz|porównaj)(?:cie)? (?:też |także |również |krótko )?(.+)`, "Poznaj $1"),
	},
	"ru": {
		bidsQuote(`(?:в конце|закончи\p{L}*|заверши\p{L}*|закончить|завершить)[^„“"«]{0,60}`+inMarks+`[^„“"«]{0,12}`, brief.Action),
		bidsQuote(`(?:в начале|начни\p{L}*|начать)[^„“"«]{0,60}`+inMarks+`[^„“"«]{0,12}`, brief.Hook),
		bidsAction(`(?:в конце |заверши\p{L}* |закончи\p{L}* )?(?:приглашением|пригласи\p{L}*(?: \p{L}+)?) (на|в|к) (.+)`, "Приглашаем $1 $2"),
		bids(`(?:пожалуйста,? )?(?:объясни|расскажи|покажи|подчеркни|упомяни|отметь|укажи|скажи|добавь|напомни|сообщи|предупреди)(?:те)?(?: \p{L}+){0,3}?,? (?:о том, |и то, )?что (.+)`, "$1"),
		bids(`(?:пожалуйста,? )?(?:расскажи|упомяни|напомни|скажи)(?:те)? (?:также )?(об? .+|обо .+|про .+)`, "Расскажем $1"),
		bids(`(?:пожалуйста,? )?(?:объясни|расскажи|покажи|опиши)(?:те)?,? ((?:как|почему|когда|где|зачем|сколько) .+)`, "$1?"),
		bids(`(?:пожалуйста,? )?(?:объясни|опиши|покажи|представь|перечисли|укажи|назови|сравни)(?:те)? (.+)`, "Рассмотрим $1"),
	},
	"tr": {
		bidsQuote(`(?:videoyu |en sonda |sonunda |sonda |son olarak )[^„“"]{0,40}`+inMarks+`[^„“"]{0,16}(?:bitir|kapat|sonlandır|tamamla|yaz|söyle|göster)\p{L}*`, brief.Action),
		bidsQuote(`(?:videoya |başta |başlangıçta |önce |ilk olarak )[^„“"]{0,40}`+inMarks+`[^„“"]{0,16}(?:başla|aç|söyle|sor)\p{L}*`, brief.Hook),
		bidsAction(`(?:(?:en )?sonunda |en sonda |son olarak )?(?:(?:izleyicileri|herkesi|onları|müşterileri|\p{L}+(?:leri|ları)) )?(.+?) davet et\p{L}*`, "Sizi $1 davet ediyoruz"),
		bids(`(?:ayrıca |lütfen |sonra )?(.+(?:dığını|diğini|duğunu|düğünü|tığını|tiğini|tuğunu|tüğünü|cağını|ceğini)) (?:da |de )?belirt\p{L}*`, "$1 belirtelim"),
		bids(`(?:ayrıca |lütfen |sonra )?(.+(?:dığını|diğini|duğunu|düğünü|tığını|tiğini|tuğunu|tüğünü|cağını|ceğini)) (?:da |de )?(?:vurgula|hatırlat|söyle|ekle|anlat|açıkla)\p{L}*`, "$1 hatırlatalım"),
		bids(`(?:ayrıca |lütfen |sonra |önce )?(.+[ıiuü])( kısaca| adım adım)? (?:açıkla|anlat)(?:yın|yin|ın|in)?(: .+)?`, "$1$2 açıklayalım$3"),
		bids(`(?:ayrıca |lütfen |sonra |önce )?(.+[ıiuü]) tanıt(?:ın)?(: .+)?`, "$1 tanıtalım$2"),
		bids(`(?:ayrıca |lütfen |sonra |önce )?(.+?[dt][ae]n) (?:da |de )?bahset\p{L}*`, "$1 bahsedelim"),
		bids(`(?:ayrıca |lütfen |sonra |önce )?(.+?[ae]) (?:da |de )?değin\p{L}*`, "$1 değinelim"),
	},
	"ja": {
		bidsQuote(`(?:最後|締め|終わり|ラスト|エンディング)[^「『]{0,14}`+inMarks+`[^「『]{0,20}`, brief.Action),
		bidsQuote(`(?:冒頭|最初|始め|はじめ|オープニング)[^「『]{0,14}`+inMarks+`[^「『]{0,20}`, brief.Hook),
		bids(`(?:また、|そして、|さらに、)?(.+?)(?:という|っていう|との)?(?:こと|点|旨)(?:を|も|にも|について)?(?:しっかり|必ず|ぜひ|一言)?(?:お?伝え|強調し|説明し|紹介し|触れ|アピールし|お?知らせし|述べ|言及し|入れ|案内し|お知らせ)`+jaPol, "$1"),
		bids(`(?:また、|そして、)?(.+?)と(?:お?伝え|言っ|説明し|述べ)`+jaPol, "$1"),
		bids(`(?:また、|そして、|まず、|次に、)?(.+?)(を|も|についても|について)(?:簡単に|わかりやすく|分かりやすく|短く)?(説明|紹介|案内|報告)し`+jaPol, "${1}${2}ご${3}します"),
		bids(`(?:また、|そして、)?(.+?)(?:に|にも)(?:触れ|言及し)`+jaPol, "${1}についてもお伝えします"),
		bids(`(?:また、|そして、)?(.+?)(を|も)(?:お?伝え|強調し|アピールし|述べ|入れ|含め|お?知らせし|解説し)`+jaPol, "${1}${2}お伝えします"),
		bidsAction(`(?:最後に、?|終わりに、?)?(?:視聴者に|お客様に|皆さんに)?(.+?)を(?:呼びかけ|促し|呼び掛け)`+jaPol, "${1}をお待ちしています"),
	},
	"zh": {
		bidsQuote(`(?:最后|結尾|结尾|片尾|最後)?[^“"「]{0,10}(?:以|用|说|說|写|寫|显示|打出)[:：]?`+inMarks+`.{0,8}`, brief.Action),
		bidsQuote(`(?:开头|开场|片头|首先)[^“"「]{0,10}`+inMarks+`.{0,8}`, brief.Hook),
		bids(`(?:请|請|并|同时|另外)?(?:强调|提到|指出|告诉(?:大家|观众|员工|客户|居民)|提醒(?:大家|观众|员工|客户|居民)?|注明|补充|提及|写明|說明一下)(?:一下|说明)?[,，:：]?(.+)`, "$1"),
		bids(`(?:请|請|并|首先|先)?(?:介绍|讲解|解释|说明|展示|介紹)(?:一下)?((?:为什么|如何|怎么|怎样).+)`, "$1？"),
		bids(`(?:请|請|并|首先|先)?(?:介绍|讲解|解释|说明|介紹)(?:一下)?(.+)`, "下面为您介绍$1"),
		bidsAction(`(?:最后|结尾)[,，]?(?:请)?(?:邀请|欢迎|鼓励)(?:大家|观众|客户|居民|同事)?(.+)`, "欢迎大家$1"),
		bidsAction(`(?:最后|结尾)[,，]?(?:呼吁|号召|提醒)(?:大家|观众|客户|居民|同事)?(.+)`, "请大家$1"),
	},
	"ko": {
		bidsQuote(`(?:마지막|끝|엔딩|마무리)[^“"‘'「]{0,14}`+inMarks+`.{0,24}`, brief.Action),
		bidsQuote(`(?:처음|시작|도입부|오프닝)[^“"‘'「]{0,14}`+inMarks+`.{0,24}`, brief.Hook),
		bids(`(?:그리고 |또한? |또, )?(.+?)이라는 (?:점|것|사실|내용)(?:을|도|를)? ?(?:꼭 |반드시 |함께 )?(?:강조|설명|언급|소개|안내|말|알려|전달|포함).{0,14}`, "${1}입니다"),
		bids(`(?:그리고 |또한? |또, )?(.+?[^다])라는 (?:점|것|사실|내용)(?:을|도|를)? ?(?:꼭 |반드시 |함께 )?(?:강조|설명|언급|소개|안내|말|알려|전달|포함).{0,14}`, "${1}입니다"),
		bids(`(?:그리고 |또한? |또, )?(.+?다)는 (?:점|것|사실|내용)(?:을|도|를)? ?(?:꼭 |반드시 |함께 )?(?:강조|설명|언급|소개|안내|말|알려|전달|포함).{0,14}`, "$1"),
		bids(`(?:그리고 |또한? |먼저 )?(.+?)(을|를|도|에 대해서?|에 관해) ?(?:간단히 |자세히 |쉽게 )?(설명|안내)`+koPol, "$1$2 ${3}해 드립니다"),
		bids(`(?:그리고 |또한? |먼저 )?(.+?)(을|를|도) ?(?:간단히 |자세히 )?소개`+koPol, "$1$2 소개합니다"),
		bids(`(?:그리고 |또한? )?(.+?)(을|를|도) ?(?:알려|말해|강조해|언급해|보여) ?(?:주세요|줘|주십시오)`, "$1$2 알려 드립니다"),
		bidsAction(`(?:마지막에 |마지막으로 |끝으로 )?(?:시청자(?:들)?(?:에게|을|를) )?(.+?)(?:을|를) (?:유도|권유|독려|당부)`+koPol, "$1 부탁드립니다"),
	},
	"hi": {
		bidsQuote(`(?:अंत में|आख़?िर में|वीडियो का अंत)[^“"'‘]{0,30}`+inMarks+`.{0,40}`, brief.Action),
		bidsQuote(`(?:शुरुआत में|सबसे पहले|शुरू में)[^“"'‘]{0,30}`+inMarks+`.{0,40}`, brief.Hook),
		bids(`(?:यह (?:भी )?|कृपया )?`+hiPol+`(?: भी)?,? कि (.+)`, "$1"),
		bids(`(?:कृपया )?(.+?) के बारे में `+hiPol, "$1 के बारे में जानिए"),
		bids(`(?:कृपया )?(.+?) `+hiPol+`: (.+)`, "$1: $2"),
		bids(`(?:कृपया )?(.+?) (?:समझाइए|समझाएँ|समझाएं|बताइए|बताइये|बताएँ|बताएं)`, "$1 जानिए"),
		bids(`(?:कृपया )?(.+?) पर ज़?ोर (?:दें|दीजिए)`, "$1 पर ध्यान दीजिए"),
	},
	"th": {
		bidsQuote(`(?:ปิดท้าย|จบ|ลงท้าย|ตอนท้าย|สุดท้าย)[^“"']{0,30}`+inMarks+`.{0,20}`, brief.Action),
		bidsQuote(`(?:เปิด|เริ่ม|ขึ้นต้น)[^“"']{0,30}`+inMarks+`.{0,20}`, brief.Hook),
		bidsAction(`(?:ปิดท้าย|จบ|สุดท้าย)\p{Thai}{0,10}?(?:เชิญชวน|ชวน|เชิญ)(?:ให้)?(?:ผู้ชม|ลูกค้า|ทุกคน)?(?:ให้)?(.+)`, "ขอเชิญ$1"),
		bids(`(?:กรุณา|โปรด|ช่วย)?(?:บอก|เน้น|ระบุ|แจ้ง|กล่าว|เพิ่ม|ย้ำ)(?:ด้วย)?ว่า\s*(.+)`, "$1"),
		bids(`(?:กรุณา|โปรด|ช่วย)?(?:อธิบาย|แนะนำ|เล่า|พูดถึง|กล่าวถึง)(?:เกี่ยวกับ|เรื่อง)?\s*(.+)`, "มาดู$1"),
	},
}

// introduces asks to introduce something, which nobody asks of viewers.
var introduces = pattern.New(`紹介して(?:ください|下さい|ほしい)|^请?介绍|소개해 ?주세요|(?:tanıt|tanıtın)[.!]?$`)

// bidAbroad carries out an order in a language whose grammar is not known here, and reports
// whether the sentence was one.
func (p *parser) bidAbroad(text string, s prose.Sentence) bool {
	if !p.foreign || p.verbatim || p.orders == 0 && p.said > 0 && !introduces.MatchString(text) {
		return false // a text that orders no video is said as it stands
	}
	bare := strings.TrimRight(strings.TrimSpace(text), ".!。！।")
	for _, b := range biddings[p.abroad] {
		if !b.re.MatchString(bare) {
			continue
		}
		p.orders++
		said := b.re.ReplaceAllString(bare, b.with)
		if strings.TrimSpace(said) == "" {
			return true
		}
		if b.quoted {
			p.say(brief.Point{Form: brief.Clause, Text: said, Role: b.role, Asked: true, Verbatim: true}, s)
			return true
		}
		p.b.NoteOn(s.Line, "\""+prose.Clip(bare, 60)+"\" orders something of the agent: its words are said to the viewers", prose.FirstWords(bare, 3))
		if b.role != brief.Body {
			p.say(brief.Point{Form: brief.Clause, Text: prose.Upper(said), Role: b.role, Asked: true}, s)
			return true
		}
		p.said++
		p.statement(prose.Upper(said), s)
		return true
	}
	return false
}
