package layout

import (
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// headingsAbroad are the headings of the parts of a brief in other languages: German, Spanish,
// French, Portuguese, Italian, Dutch, Polish, Turkish, Russian, Arabic, Hebrew, Persian, Hindi,
// Japanese, Chinese and Korean, a row each where a part has names in them. A name is what
// the part holds with the words that people put around it: "mensaje", "mensaje principal".
var headingsAbroad = headings([]heading{
	{"audience", `(?:unsere |kern)?zielgruppen?|zielpublikum|publikum|zuschauer(?:innen)?|adressaten|empfänger|für wen|für|eingeladen(?: sind)?` +
		`|p[úu]blico(?:[ -](?:objetivo|meta|alvo|destinatario))?|audiencia(?: objetivo)?|destinatari(?:[oa]s?)?|destinat[áa]rios?|dirigido a|(?:a|para) (?:quién|quem)(?: va dirigido)?|audiência` +
		`|(?:public|audience|cœur de|cible)(?: cible| visée?)?|destinataires|pour qui` +
		`|pubblico(?: di riferimento| target)?|a chi (?:è rivolto|si rivolge)|per chi(?: è)?` +
		`|doelgroep|publiek|kijkers|voor wie|grupa docelowa|odbior(?:cy|ca)|widzowie|dla kogo|hedef kitle(?:si)?|izleyici(?:ler)?|kim(?:e|in) için` +
		`|целевая аудитория|аудитория|зрители|для кого|(?:ال)?جمهور(?: ال)?(?:مستهدف)?|الفئة(?: المستهدفة)?|المشاهدون|קהל(?: ה?יעד)?|הקהל|למי|מخاطب(?:ان)?|مخاطبان?` +
		`|(?:लक्षित |लक्ष्य )?दर्शक(?: वर्ग)?|किसके लिए|対象(?:者|視聴者|層)?|ターゲット(?:層)?|視聴者|(?:目标)?(?:观众|受众|人群)|对象|대상|시청자|타깃`},
	{"tone", `ton(?:alität|fall)?|sprachstil|stimmung|ansprache|tono(?: de voz)?|tom(?: de voz)?|ton|ambiance|registre|tono(?: di voce)?|registro|atmosfera` +
		`|toon|sfeer|ton wypowiedzi|nastrój|üslup|тон|тональность|настроение|النبرة|نبرة الصوت|الأسلوب|טון(?: דיבור)?|הטון|סגנון דיבור|لحن|स्वर|लहजा|टोन|语气|语调|語氣|トーン|雰囲気|口調|톤|분위기`},
	{"style", `allgemein|(?:(?:bild|visueller|grafischer) ?)?stil|design|gestaltung|bildsprache|(?:marken|haus)?farben|farbwelt|farbpalette|schrift(?:en|art(?:en)?)?|übergänge|look` +
		`|estilo(?: visual| gráfico)?|est[ée]tica|diseño|colores(?: de (?:la )?marca| corporativos)?|paleta(?: de (?:colores|cores))?|tipograf[íi]a|fuentes?|fontes?|cores(?: da marca)?|transiciones|transições` +
		`|style(?: visuel| graphique)?|charte(?: graphique)?|esthétique|couleurs(?: de (?:la )?marque)?|palette|typographie|polices?|en général` +
		`|stile(?: visivo| grafico)?|grafica|colori(?: del marchio)?|caratter[ei]|transizioni` +
		`|(?:visuele |beeld)?stijl|vormgeving|kleuren|lettertype|overgangen|styl(?: wizualny| graficzny)?|kolory|kolorystyka|czcionki?|(?:görsel )?(?:stil|tarz)|renkler|yazı tipi` +
		`|(?:визуальный )?стиль|оформление|цвета|шрифты?|(?:النمط|الطابع|الأسلوب)(?: البصري)?|الألوان|الخط|(?:ה)?סגנון(?: חזותי| ויזואלי)?|צבעים|הצבעים|עיצוב|سبک|رنگ‌?ها` +
		`|शैली|स्टाइल|रंग|スタイル|デザイン|色|カラー|配色|风格|視覺風格|视觉风格|颜色|配色方案|스타일|색상`},
	{"screen", screenAbroad},
	{"screen", `pflichttexte?|textos? obligatorios?|textos literales|textes? obligatoires?|testi obbligatori|textos obrigatórios`},
	{"avatar", `absender|moderation|moderator(?:in)?|sprecher(?:in)?|de parte de|presentadora?|avatar|présentat(?:eur|rice)|apresentadora?|presentat(?:ore|rice)|presentator|prezenter(?:ka)?|lektor(?:ka)?|sunucu|ведущ(?:ий|ая)|(?:ال)?مقدمة?(?: البرنامج)?|מנחה|प्रस्तुतकर्ता|プレゼンター|司会(?:者)?|主持人|진행자`},
	{"duration", `(?:video)?(?:dauer|länge)|laufzeit|spieldauer|duración|durada|extensión|longitud|duração|durée|longueur|durata|lunghezza|duur|lengte|czas(?: trwania)?|długość|(?:videonun )?süre(?:si)?|uzunluk|длительность|продолжительность|хронометраж|(?:ال)?مدة(?: الفيديو)?|(?:ה)?(?:משך|אורך)(?: הסרטון)?|مدت(?: زمان)?|अवधि|लंबाई|長さ|尺|時間|(?:视频)?(?:时长|长度)|時長|길이|분량`},
	{"format", `(?:bild|video)?format|ausrichtung|plattform|seitenverhältnis|formato(?: del? v[íi]deo)?|orientación|orientação|plataforma|orientation|plateforme|piattaforma|orientamento|platform|formaat|platforma|biçim|формат|платформа|الصيغة|التنسيق|الشكل|المنصة|פורמט|פלטפורמה|प्रारूप|फ़ॉर्मेट|フォーマット|形式|画面サイズ|格式|画幅|平台|형식|플랫폼`},
	{"music", `(?:hintergrund)?musik|ton und musik|música(?: de fon?do)?|musique(?: de fond)?|ambiance sonore|musica(?: di sottofondo)?|sottofondo(?: musicale)?|(?:achtergrond)?muziek|muzyka|podkład(?: muzyczny)?|müzik|музыка|(?:ال)?موسيقى|(?:ה)?(?:מוזיקה|מוסיקה)(?: רקע)?|موسیقی|संगीत|音楽|BGM|(?:背景)?音[乐樂]|配乐|음악`},
	{"script", `skript|sprechertext|sprechtext|guion|guión|locución|texto de (?:la )?(?:locución|voz en off)|texte|voix off|texte de la voix off|roteiro|locução|copione|testo|voce fuori campo|texto|tekst|guião`},
	{"language", `(?:video)?sprache|idioma|langue|língua|lingua|taal|język|dil|язык|(?:ال)?لغة|(?:ה)?שפה|زبان|भाषा|言語|语言|언어`},
	{"voice", `(?:sprecher)?stimme|voz|voix|voce|stem|głos|ses|голос|(?:ال)?صوت|(?:ה)?קול|صدا|आवाज़?|声|声音|목소리`},
	{"captions", `untertitel|subtítulos|sous-titres|legendas|sottotitoli|ondertitel(?:s|ing)|napisy|altyazı(?:lar)?|субтитры|الترجمة|כתוביות|उपशीर्षक|字幕|자막`},
	{"title", `(?:video)?titel|título(?: del? v[íi]deo)?|titulo|titre(?: de la vidéo)?|titolo(?: del video)?|tytuł(?: filmu)?|(?:video )?başlı(?:k|ğı)|название|заголовок|(?:ال)?عنوان(?: الفيديو)?|(?:ה)?כותרת|عنوان|शीर्षक|タイトル|題名|标题|题目|標題|제목`},
	{"product", `produkt|thema|firma|unternehmen|anlass|producto|empresa|tema|produit|entreprise|sujet|thème|produto|assunto|prodotto|azienda|argomento|product|onderwerp|bedrijf|temat|produkt|konu|ürün|тема|продукт|(?:ال)?موضوع|(?:ال)?منتج|(?:ה)?נושא|(?:ה)?מוצר|موضوع|विषय|テーマ|主題|商品|主题|主題|产品|주제`},
	{"goal", `ziel(?:e|setzung)?(?: des videos)?|zweck|objetivo(?: del v[íi]deo| do v[íi]deo)?|propósito|objectif(?: de la vidéo)?|but (?:de la vidéo|recherché)|obiettivo(?: del video)?|scopo|finalità|doel|cel(?: filmu)?|amaç|цель|(?:ال)?هدف|(?:ה)?מטרה|मक़?सद|उद्देश्य|目的|目标|목적|목표`},
	{"url", `web(?:seite|site)?|internetseite|sitio web|página web|site|site web|sito(?: web)?|strona(?: www)?|сайт|الموقع(?: الإلكتروني)?|אתר(?: אינטרנט)?|वेबसाइट|ウェブサイト|网站|网址|웹사이트`},
	{"cta", `(?:handlungs)?auf(?:ruf|forderung)(?: zum handeln)?|handlungsappell|appell|schluss(?:satz|wort|bild|karte|folie)?|zum schluss|letzter satz|abschluss(?:satz)?|nächster schritt|ende|cta` +
		`|ll?amad[oa] (?:a (?:la )?acción|final)|final|cierre(?: final)?|(?:frase|mensaje|cartel|placa) (?:final|de cierre)|chamada (?:para|à) (?:a )?ação|chamada final|encerramento|fecho|(?:frase|mensagem) (?:final|de encerramento)` +
		`|appel à l['’]action|incitation à l['’]action|conclusion|clôture|(?:phrase|mot|message) (?:de (?:la )?fin|finale?)|mot de la fin|fin` +
		`|invito(?: finale)?|(?:invito|chiamata) all['’]azione|chiusura|conclusione|(?:frase|messaggio) (?:finale|di chiusura)` +
		`|oproep(?: tot actie)?|afsluit(?:ing|er)|slot(?:zin)?|wezwanie(?: do działania)?|zakończenie|na (?:koniec|zakończenie)|puenta|eylem çağrısı|harekete geçirici mesaj|kapanış|призыв(?: к действию)?|завершение|концовка|финал` +
		`|(?:ال)?دعوة (?:إلى|ل) ?(?:ال)?(?:فعل|عمل|إجراء|تصرف|اتخاذ (?:ال)?إجراء)|الدعوة للعمل|الخاتمة|الختام|ختاما|في الختام|(?:ה)?(?:הנעה|קריאה) לפעולה|סיום|סיכום|סוף|پایان|دعوت به اقدام|سمापन|कॉल टू एक्शन|समापन|अंत(?: में)?|अपील` +
		`|締め(?:の言葉)?|まとめ|最後に?|行動喚起|結び|コール ?トゥ ?アクション|行动号召|号召|结尾|结语|结束语|最后|最後|행동 유도|마무리|끝으로`},
	{"facts", `(?:kern|haupt)(?:botschaft(?:en)?|aussagen?|punkte?|fakten)|(?:wichtigste )?(?:botschaft(?:en)?|aussagen?|fakten|inhalte?|eckdaten|stichpunkte|punkte)|wichtige (?:punkte|infos|fakten|informationen)|(?:haupt)?problem|das problem|lösung|die lösung` +
		`|(?:mensaje|mensagem|mensagens|mensajes|idea|ideia|datos?|dados|fatos|factos|hechos|puntos?|pontos?|contenidos?|conteúdos?)(?: (?:clave|central|principal(?:es)?|principais|importantes?|a (?:tratar|destacar|abordar)|-?chave))?|mensagens?-chave|pontos?-chave|ideas? (?:clave|principal)|el problema|la solución|o problema|a solução` +
		`|informaci(?:ón|ones) (?:clave|principal(?:es)?|importantes?)|informaç(?:ão|ões) (?:principal|principais|importantes?|chave)|informations? (?:clés?|principales?|importantes?|essentielles?)|informazioni (?:chiave|principali|importanti|essenziali)|(?:messages?|idées?|points?|faits|données|contenu|chiffres)(?: (?:clés?|principa(?:l|le|les|ux)|essentiels?|importants?|à (?:aborder|retenir|traiter|mentionner)))?|le problème|la solution` +
		`|(?:messagg(?:io|i)|punt[oi]|dat[oi]|fatt[oi]|contenut[oi]|concett[oi]|ide[ae])(?: (?:chiave|principal[ei]|central[ei]|importanti|da (?:trattare|toccare|comunicare)))?|il problema|la soluzione` +
		`|(?:kern|hoofd)?boodschap(?:pen)?|(?:belangrijkste )?(?:punten|feiten|inhoud)|kernpunten|(?:kluczow[ey]|główn[ey]|najważniejsze) (?:przesłani[ae]|komunikat|przekaz|punkty|fakty|informacje)|przesłanie|przekaz|treść|fakty|informacje|punkty` +
		`|(?:ana|temel|anahtar|önemli) (?:mesaj(?:lar)?|noktalar|bilgiler|fikir)|mesaj(?:lar)?|bilgiler|içerik|(?:ключев(?:ое|ые)|главн(?:ое|ая|ые)|основн(?:ое|ая|ые)) (?:сообщени[ея]|послание|мысл[ьи]|факты|тезисы|пункты|идея)|сообщение|факты|содержание|тезисы` +
		`|(?:ال)?(?:رسا(?:لة|ئل)|فكرة)(?: (?:ال)?(?:رئيسية|أساسية))?|(?:ال)?(?:نقاط|حقائق|معلومات|محتوى|أفكار)(?: (?:ال)?(?:رئيسية|أساسية|مهمة))?|(?:ה)?מסר(?:ים)?(?: ה?(?:מרכזי|עיקרי|ראשי)(?:ים)?)?|(?:ה)?(?:נקודות|עובדות|פרטים|תוכן)(?: ה?(?:עיקריות|מרכזיות|חשובות))?|پیام(?: اصلی)?|نکات(?: کلیدی)?` +
		`|(?:मुख्य |प्रमुख )?(?:संदेश|बिंदु|बातें|तथ्य|जानकारी)|(?:主な|重要な)?(?:メッセージ|ポイント|内容|事実|要点)|キーメッセージ|伝えたいこと|(?:核心|主要|关键)?(?:信息|要点|内容|事实|卖点|訊息)|(?:핵심 |주요 )?(?:메시지|내용|포인트|정보)`},
	{"hook", `einstieg|aufhänger|auftakt|eröffnung|gancho|apertura|abertura|arranque|inicio|início|accroche|ouverture|introduction|introduzione|apertura|openingszin|początek|wstęp|giriş|açılış|вступление|начало|الافتتاحية|المقدمة|פתיחה|शुरुआत|冒頭|導入|オープニング|开头|开场|도입`},
	{"avoid", `vermeiden|bitte vermeiden|nicht erwünscht|evitar|éviter|à éviter|evitare|da evitare|vermijden|unikać|kaçınılacaklar|избегать|تجنب|להימנע|避免`},
	{"lowerthird", `bauchbinde`},
	{"scenes", `szenen|escenas|scènes|cenas|scene|scenes`},
	{"steps", `schritte|ablauf|so funktioniert es|pasos|cómo funciona|étapes|comment ça marche|passos|como funciona|passaggi|come funziona|stappen|kroki|adımlar|шаги|(?:ال)?خطوات|שלבים|कदम|चरण|手順|ステップ|步骤`},
	{"list", `funktionen|vorteile|neuerungen|características|ventajas|beneficios|novedades|fonctionnalités|avantages|nouveautés|recursos|benefícios|novidades|vantagens|funzionalità|vantaggi|novità|voordelen|zalety|korzyści|avantajlar|преимущества|(?:ال)?مزايا|(?:ال)?فوائد|יתרונות|特徴|メリット|优势|优点|好处|특징|장점`},
})

// screenAbroad heads words that are to be read, in a brief or in one of its scenes.
const screenAbroad = `(?:wichtige )?(?:text(?:e|einblendung(?:en)?)?|einblendung(?:en)?|worte|wörter)(?: (?:auf dem|im|am) (?:bildschirm|bild|screen))?|bildschirmtexte?|(?:text|schrift) im bild|auf dem bildschirm` +
	`|text[oi]s?(?: (?:crític[oa]s?|clave|destacad[oa]s?|importantes?))?(?: (?:en|na|no|a|sullo|su)) (?:(?:la|lo) )?(?:pantalla|tela|ecrã|schermo|imagen|sovrimpressione)|en pantalla|na tela|no ecrã|r[óo]tulos|letreros|letreiros|legendas fixas` +
	`|textes?(?: importants?| clés?)? (?:à l['’]|à l |sur l['’])(?:écran|image)|à l['’]écran|incrustations?|test[oi] (?:a|sullo|su|in) (?:schermo|sovrimpressione)|scritt[ae] (?:a|sullo|su|in) (?:schermo|sovrimpressione)|a schermo|in sovrimpressione` +
	`|tekst(?:en)? (?:in beeld|op (?:het )?scherm)|in beeld|teksty? (?:na|w) (?:ekranie|kadrze)|napisy? na ekranie|na ekranie|ekran(?:daki)? (?:metn|metin|yazı|yazıl)\p{L}*|ekranda|текст(?:ы)? на экране|надписи(?: на экране)?|на экране` +
	`|(?:ال)?(?:نص|نصوص)(?: ال)?(?:الظاهرة?|المكتوبة?)? (?:على|في) الشاشة|على الشاشة|(?:ה)?(?:טקסט|טקסטים|כיתוב|כתוביות) (?:על|ב)(?: ?ה)?מסך|על המסך|متن روی (?:صفحه|تصویر)` +
	`|स्क्रीन (?:पर )?(?:टेक्स्ट|लिखा|पाठ)|स्क्रीन पर|画面(?:の|上の|に出す)?(?:テキスト|文字|文言)|テロップ|(?:屏幕|画面)(?:上的)?(?:文字|文案|字幕)|화면 ?(?:글자|문구|자막|텍스트)`

// heading is a part of a brief and what it is headed with.
type heading struct{ part, names string }

func headings(rows []heading) []prose.Entry {
	out := make([]prose.Entry, len(rows))
	for i, r := range rows {
		out[i] = prose.Entry{RE: pattern.New(`(?i)^(?:` + r.names + `)$`), Value: r.part}
	}
	return out
}
