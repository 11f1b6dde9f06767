package layout

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// fieldWords are the names that the fields of a scene go by: in English, and in other
// languages, where each is a name behind other words of its line as well.
var fieldWords = []struct{ field, names, abroad string }{
	{"layer", `l[1-5](?:\s*\([^)]*\))?|(?:layer|ebene|capa|couche|calque|livello|camada|laag) [1-5]`, ``},
	{"say", `vox|heard?|we hear|what we hear|vo|v\.o\.|voice|voice-?over|voice over|presenter says|host says|avatar says|speech|script|narration|narrator|spoken|audio|dialog(?:ue)?|says?`,
		`stimme|sprecher(?:in|text)?|sprechtext|spricht|sagt|off-?(?:text|stimme|sprecher(?:in)?)|erzähler(?:in)?|gesprochen(?:er text)?` +
			`|(?:texto de )?(?:locución|locutora?|narrad(?:or|ora)|narración)|voz(?: en off| em off)?|dice|diálogos?|guion|parlamento` +
			`|voix(?: off)?|narrat(?:eur|rice|ion)|(?:elle|il|on) dit|dit|texte (?:parlé|dit|de la voix off|voix off)|dialogues` +
			`|narração|locução|fala|falas|diz|(?:texto )?falado|roteiro` +
			`|voce(?: fuori campo| off| narrante)?|narratore|parlato|dice|testo parlato|battuta|speaker` +
			`|stem|spreker|spreektekst|gesproken tekst|zegt|lektork?a?|głos|mówi|narracja|tekst lektora` +
			`|seslendirme|dış ses|anlatıcı|диктор|голос|закадровый (?:голос|текст)|озвучка|текст диктора|диктор за кадром` +
			`|تعليق صوتي|التعليق الصوتي|التعليق|النص|المذيع|المذيعة|يقول|تقول|קריינות|קריין|קריינית|אומר|אומרת|گوینده|صدا|نریشن|صدای گوینده` +
			`|旁白|解说|解說|配音|台词|台詞|口播|画外音|畫外音|ナレーション|ナレ|セリフ|台本|音声|내레이션|나레이션|대사|음성|성우|वॉइसओवर|वॉयसओवर|नैरेशन|वाचक|आवाज़|आवाज`},
	{"duration", `duration|length|time|timing`, `dauer|länge|duración|durée|duração|durata|duur|czas(?: trwania)?|süre|длительность|المدة|משך|مدت|时长|時長|長さ|時間|尺|길이|시간|अवधि`},
	{"screen", `on-?screen text|on (?:the )?(?:slide|page|card)|(?:slide|page|card|screen) (?:text|copy)|text on (?:the )?(?:slide|page|card)|on-?screen (?:note|caption|label|source)|on-?screen|text on screen|(?:big|large|main|small|second|sub) ?text|(?:big|large|main|small) (?:type|line|words)|text|title card|titles?|headline|callouts?|supers?|overlay(?: text)?|text overlays?|caption|chyron|kinetic text|cta`,
		`titel|titre|titolo|título|einblendung(?:en)?|text(?:einblendung| im bild)|schrift(?:zug)?|überschrift|texto(?: en pantalla| na tela| no ecrã| en imagen)?|cartel|legenda|letreros?|rótulos?` +
			`|texte(?: à l['’]écran| affiché| écran)?|à l['’]écran|incrustation|(?:testo|scritta)(?: a schermo| in sovrimpressione| su schermo)?|in sovrimpressione|sovrimpressione` +
			`|tekst(?: in beeld| op het scherm| na ekranie)?|napisy? na ekranie|napis|plansza|ekran(?:da)?(?: metni| yazısı)|ekran yazısı|yazı|(?:текст|надпись|титры?)(?: на экране)?` +
			`|טקסט(?: על המסך)?|כתובית|النص على الشاشة|نص على الشاشة|متن(?: روی صفحه)?|نوشته` +
			`|屏幕文字|屏幕字幕|画面文字|字幕|文字|标题|標題|テロップ|画面テキスト|テキスト|文字|タイトル|자막|화면 (?:글자|문구|자막|텍스트)|텍스트|문구|स्क्रीन पर(?: लिखा| टेक्स्ट)?|स्क्रीन टेक्स्ट|टेक्स्ट|` + screenAbroad},
	{"lower", `lower[- ]thirds?|lower 3rds?|l3rd|name tag`, `bauchbinde|bandeau|rótulo inferior|rótulo|faldón|sottopancia|tarja|letreiro|titelbalk|naamtitel|כיתוב|الشريط`},
	{"transition", `transition|transition (?:in|out|to next)|out|exit`, `übergang|transición|transição|transizione|overgang|przejście|geçiş|переход|انتقال|מעבר|转场|轉場|トランジション|전환`},
	{"music", `mx|music(?: (?:in|up|out|under|bed|cue))?`, `musik|música|musique|musica|muziek|muzyka|müzik|музыка|موسيقى|מוזיקה|موسیقی|音乐|音樂|配乐|音楽|BGM|음악|संगीत`},
	{"effect", `sound|sfx|sound effects?|fx`, `geräusche?|soundeffekte?|efectos?(?: de sonido)?|bruitages?|effett[oi] sonor[oi]`},
	{"language", `languages?`, `sprache|idioma|langue|lingua|taal|język|dil|язык|语言|言語|언어`},
	{"type", `type|scene type`, ``},
	{"avatar", `avatar|presenter|(?:avatar|presenter) position|position`, ``},
	{"note", `notas|notizen|hinweise|remarques|notes?|director['’]?s notes?|camera|framing`, `kamera|cámara|caméra|câmera|camera|regie(?:anweisung)?|encuadre|cadrage|enquadramento|inquadratura|镜头|カメラ|카메라|камера`},
	{"visual", `pix|pic|seen?|we see|visuals?|layers|picture|image|on screen|screen|video|footage|b-?roll|a-?roll|media|graphics?|grafica|background|backdrop|action|description|shot|gfx|motion|anim|animation|how|movement|choreography|what we see` +
		`|full[- ]?screen|process|timeline|checklist|(?:bar |line |pie |donut )?chart|comparison|counter|steps|list|bullets|cards|table|map|stats|icons`,
		`hintergrund|fondo|fond|fundo|sfondo|achtergrond|movimiento|movimento|mouvement|bewegung|animación|animação|animazione|gráficos|grafik|bild|visuell|bildebene|zu sehen|plano|imagen|imágenes|se ve|pantalla|en pantalla|visuel|image|à l['’]image|imagem|imagens|tela|immagine|immagini|schermo|a schermo|grafica|beeld|visivo|visuale|obraz|wizualnie|na ekranie` +
			`|görüntü|görsel|ekran|видеоряд|картинка|изображение|визуал|на экране|кадр|المرئيات|المشهد المرئي|الصورة|المرئي|ויזואל|תמונה|תצוגה|تصویر|画面|画面描述|视觉|視覺|图像|映像|画像|ビジュアル|화면|영상|비주얼|दृश्य विवरण|चित्र|विज़ुअल|स्क्रीन`},
}

// fieldNames are all of them.
func fieldNames() string {
	var out []string
	for _, f := range fieldWords {
		out = append(out, f.names)
		if f.abroad != "" {
			out = append(out, f.abroad)
		}
	}
	return strings.Join(out, "|")
}

// abroadNames are those of other languages that are about one of the fields, or about any.
func abroadNames(field string) string {
	var out []string
	for _, f := range fieldWords {
		if f.abroad != "" && (field == "" || f.field == field) {
			out = append(out, f.abroad)
		}
	}
	return strings.Join(out, "|")
}

var (
	// FieldRE is a line that begins with a field: its name, a remark in brackets or its
	// language, and what it says.
	FieldRE = pattern.Longest(`(?i)^` + Ornament + `(` + fieldNames() + `)(?:\s*[(（]([^)）]{1,40})[)）]|\s+(?:in|auf|en|em)\s+(\p{L}{4,14}))?\**\s*[:：]\**\s*(.*)$`)
	// fieldInside is a field behind other words of its line; names that are words of a
	// picture as well, "a red background: …", begin with a capital there.
	fieldInside = pattern.Longest(`(?i)(?:\s+|[。！？”」』，、]\s*)((?:visuals?|vo|v\.o\.|voice|voice-?over|narration|narrator|(?:vo|voice-?over|narration) in (?-i:\p{Lu})\p{L}{3,14}|script|vo ?/ ?script|script ?/ ?vo|audio ?/ ?vo|says|on-?screen text|on-?screen|text on screen|supers?|title card|lower[- ]thirds?|name tag|transition|music(?: (?:in|up|out|under|bed|cue))?|sfx|sound effects?|duration|b-?roll|avatar|presenter|camera` +
		`|(?-i:[Ss]mall print|SMALL PRINT|Kleingedrucktes|Rechtlicher Hinweis|Aviso legal|Letra pequeña|Mentions? légales?|Note legali|[Ff]ine print|FINE PRINT|Disclaimer|DISCLAIMER|Footnote|Legal line|On screen|ON SCREEN|Text|TEXT|Title|TITLE|Headline|HEADLINE|CTA|Caption|CAPTION|Background|BACKGROUND|We see|We hear|WE SEE|WE HEAR|Anim|ANIM|Graphics?|GRAPHICS?|Motion|MOTION|Animation|Sound|SOUND|Audio|AUDIO|Image|Note|NOTE|Dialogue|Action|Picture|Footage|Notes)` +
		`|` + abroadNames("") + `)(?:\s?\([^()\d]{1,20}\))?\s?)(?::[\s\x{a0}\x{202f}]|：)`)
	fieldKinds = func() []prose.Entry {
		var out []prose.Entry
		for _, f := range fieldWords {
			out = append(out, prose.Entry{RE: pattern.New(`(?i)^(?:` + f.names + `)$`), Value: f.field})
			if f.abroad != "" {
				out = append(out, prose.Entry{RE: pattern.New(`(?i)^(?:` + f.abroad + `)$`), Value: f.field})
			}
		}
		return out
	}()
)

// OwnKind are names of fields that say what is shown, and so are part of it.
var OwnKind = pattern.New(`(?i)^(?:full[- ]?screen|process|timeline|checklist|(?:bar |line |pie |donut )?chart|comparison|counter|steps|list|bullets|cards|table|map|stats|icons)$`)

// OwnGround are names of fields that say what a scene stands on.
var OwnGround = pattern.New(`(?i)^(?:background|backdrop|hintergrund|fondo|fond|fundo|sfondo|achtergrond)$`)

// FieldOf is what the field of that name is about.
func FieldOf(name string) string {
	name = strings.Trim(name, "* ")
	return cmp.Or(prose.Lookup(fieldKinds, name), "visual")
}

// twinLabels gives a field with two names the one that says more of it: "VO/Script: …" and
// "Audio / VO: …" are words.
func twinLabels(lines []prose.Line) []prose.Line {
	for i, l := range lines {
		m := twinLabel.FindStringSubmatch(l.Text)
		if m == nil || !FieldRE.MatchString(m[2]+": ") || !FieldRE.MatchString(m[3]+": ") {
			continue
		}
		name := m[2]
		if FieldOf(m[3]) == "say" && FieldOf(name) != "say" {
			name = m[3]
		}
		lines[i].Text = m[1] + name + ":" + m[4]
	}
	return lines
}

var twinLabel = pattern.New(`^(` + Ornament + `)(\p{L}[\p{L}. -]{1,16}?)\s?[/&+]\s?(\p{L}[\p{L}. -]{1,16}?)\**\s*[:：](.*)$`)

// cutFields parts the fields of a scene that share a line.
func cutFields(s string) []string {
	var out []string
	if parts := barredParts(s); len(parts) > 1 {
		for _, x := range parts {
			out = append(out, cutFields(x)...)
		}
		return out
	}
	at, quotes := 0, prose.QuotesRE.FindAllStringIndex(s, -1)
	for _, m := range fieldInside.FindAllStringSubmatchIndex(s, -1) {
		if prose.Within(quotes, m[2]) || whatBefore.MatchString(s[at:m[2]]) || ofWords.MatchString(s[at:m[2]]) && FieldOf(s[m[2]:m[3]]) != "say" {
			continue
		}
		if x := strings.TrimSpace(s[at:m[2]]); x != "" {
			out = append(out, x)
		}
		at = m[2]
	}
	if x := strings.TrimSpace(s[at:]); x != "" {
		out = append(out, x)
	}
	return out
}

// ofWords ends before a noun, which then begins no field: `Marco on camera: "…"`.
var ofWords = pattern.New(`(?i)(?:^|\s)(?:on|to|into|off|at|in|of|the|an?|our|no|behind|facing)\s*$`)

// whatBefore makes one name of two words: "WHAT WE SEE".
var whatBefore = pattern.New(`(?i)\bwhat\s*$`)

// barredParts parts a line at the bars behind which a field begins: `title card | VO: none |
// L3rd: "Sam Ortiz"`.
func barredParts(s string) []string {
	var out []string
	at, quotes := 0, prose.QuotesRE.FindAllStringIndex(s, -1)
	for _, m := range barBefore.FindAllStringIndex(s, -1) {
		if !prose.Within(quotes, m[0]) && (FieldRE.MatchString(s[m[1]:]) || sizeLabel.MatchString(s[m[1]:])) {
			out, at = append(out, sizeLabel.ReplaceAllString(strings.TrimSpace(s[at:m[0]]), "Text: ")), m[1]
		}
	}
	last := strings.TrimSpace(strings.TrimRight(s[at:], " |"))
	if at > 0 {
		last = sizeLabel.ReplaceAllString(last, "Text: ")
	}
	if i := strings.LastIndex(last, " | "); i > 0 && !prose.InQuotes(last, i) {
		if cue := cueBehindBar(strings.TrimSpace(last[i+3:])); cue != "" {
			return append(out, strings.TrimSpace(last[:i]), cue)
		}
	}
	return append(out, last)
}

// cueBehindBar is the field that the last part of a line stands for which has no label: "CUT",
// "MUSIC OUT", "7s".
func cueBehindBar(s string) string {
	s = strings.TrimRight(s, ".")
	switch {
	case musicCue.MatchString(s):
		return "Music: " + musicCue.ReplaceAllString(s, "")
	case onlyLength.MatchString(s):
		return "Duration: " + s
	case prose.Words(s) <= 3 && (s == strings.ToUpper(s) && !strings.ContainsAny(s, "0123456789") || prose.Lookup(Transitions, s) != "" && WholeTransition(s)):
		return "Transition: " + s
	}
	return ""
}

// sizeLabel heads a text by its size alone, behind a bar: "| small: Floor 2".
var sizeLabel = pattern.New(`(?i)^(?:small|smaller|big|large|below|under it|sub(?:title|line)?)\s*:\s+`)

var (
	barBefore = pattern.New(`\s[|/]\s+`)
	musicCue  = pattern.New(`(?i)^(?:music|musik|música|musique|musica)\b[:\s]+`)
)

// FieldsApart gives every field of a scene a line of its own: `VO: "We open." Visual: the shop`.
func FieldsApart(lines []prose.Line) []prose.Line {
	var out []prose.Line
	for _, l := range lines {
		l.Text = bareLead.ReplaceAllString(l.Text, "$1: $2")
		if !FieldRE.MatchString(l.Text) {
			out = append(out, seenThenFields(l)...)
			continue
		}
		for i, x := range cutFields(l.Text) {
			if i > 0 && !closes.MatchString(out[len(out)-1].Text) {
				out[len(out)-1].Text += " " + x // "The price in text: nine"
				continue
			}
			out = append(out, prose.Line{N: l.N, Text: x})
		}
	}
	return out
}

// seenThenFields are what is seen and the fields behind it, of a line without a label of its
// own that says within it what is said: `Kenji in a hall. VO: "Every tenth truck is late."`
func seenThenFields(l prose.Line) []prose.Line {
	parts := cutFields(l.Text)
	for _, x := range parts[min(1, len(parts)):] {
		m := FieldRE.FindStringSubmatch(x)
		if m == nil || FieldOf(m[1]) != "say" || len(prose.Quoted(m[4])) == 0 || !closes.MatchString(parts[0]) {
			continue
		}
		out := []prose.Line{{N: l.N, Text: "Visual: " + parts[0]}}
		for _, x := range parts[1:] {
			out = append(out, prose.Line{N: l.N, Text: x})
		}
		return out
	}
	return []prose.Line{l}
}

// bareLead begins a line with a field of what is said, without a colon: `VO "We open."`.
var bareLead = pattern.New(`(?i)^\s*((?:vo|v\.o\.|voice-?over|narration|narrator))\s+(["“«„])`)

// closes ends what a field says.
var closes = pattern.New(`["”“»」』.;!?…。！？\])]$`)

var (
	// bareField is a field before its words in quotation marks, without a colon.
	bareField = pattern.New(`(?i)\b(vo|v\.o\.|voice-?over|narration|narrator|text on screen|on-?screen text|lower[- ]thirds?|supers?|text overlay|on-?screen title|einblendung|texto en pantalla|texto na tela|texte à l['’]écran|testo a schermo|tekst in beeld|bauchbinde|rótulo|sottopancia) (["“«„])`)
	// spokenField is one that is spoken.
	spokenField = pattern.New(`(?i)\b(?:what we hear|we hear|vo|v\.o\.|voice|voice-?over|speech|script|narration|narrator|says?|` + abroadNames("say") + `)\s?[:：]`)
	// shownKind is one whose words are seen and not said.
	shownKind = pattern.New(`(?i)(?:text|texto|texte|testo|tekst|schrift|schriftzug|einblendung|logo|rótulo|letreiro|scritta|titelkarte|end card|endkarte)(?: mit| con| avec| com| e| y| et| und)?$`)
)
