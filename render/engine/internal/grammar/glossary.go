package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/phrase"
	"gitops.video/render/render/engine/internal/prose"
)

// glossary are the words that direct pictures in other languages, and the English words
// that the tables of kinds, moves, shots and grounds know. A picture's directions are put
// into those words before they are read; what is shown, in quotation marks and behind
// colons, stays in its own. Longer phrases stand before the words they are made of.
var glossary = append(grounds(), []gloss{
	// Kinds of pictures.
	{"end card", `endkarte|schlussbild|abspann|tarjeta (?:final|de cierre)|pantalla final|carte de fin|écran de fin|cartão final|tela final|scheda finale|schermata finale|eindkaart|plansza końcowa|bitiş (?:kartı|ekranı)|финальн\p{L}+ (?:заставка|экран)|片尾|エンドカード|엔드 ?카드`},
	{"title card", `titel(?:karte|bild|tafel)|tarjeta de título|tarjeta (?:inicial|de apertura)|cartela de título|cartão de título|carton(?: de titre)?|carte de titre|écran de titre|scheda (?:del )?titolo|titelkaart|cartello del titolo|plansza tytułowa|başlık kartı|титульн\p{L}+ (?:карточка|заставка)|标题卡|タイトルカード|타이틀 ?카드`},
	{"bar chart", `(?:balken|säulen)(?:diagramm|grafik)\p{L}*|gráfic[oa]s? de (?:barras|columnas|colunas)|(?:graphique|diagramme)s? (?:à|en|de) (?:barres|bâtons|colonnes)|histogramme|grafico a (?:barre|colonne)|istogramma|(?:staaf|kolommen)(?:diagram|grafiek)|wykres\p{L}* słupkow\p{L}*|(?:çubuk|sütun) grafi\p{L}+|столбчат\p{L}+ (?:диаграмм|график)\p{L}*|гистограмм\p{L}*|(?:ال)?رسم (?:ال)?بياني (?:بال)?(?:أعمدة|شريطي)|(?:ال)?مخطط (?:بياني )?(?:بال|ال)?(?:أعمدة|شريطي|أعمدة بيانية)|(?:ה)?גרף (?:ה)?עמודות|نمودار (?:میله‌ای|ستونی)|柱状图|柱狀圖|柱形图|条形图|棒グラフ|막대 ?그래프|막대 ?차트|बार (?:चार्ट|ग्राफ़?)`},
	{"line chart", `linien(?:diagramm|grafik)\p{L}*|kurvendiagramm|gráfic[oa]s? de (?:líneas?|linhas?)|(?:graphique linéaire|courbe)|graphique en (?:ligne|courbe)s?|grafico (?:a linee|lineare)|lijn(?:diagram|grafiek)|wykres\p{L}* liniow\p{L}*|çizgi grafi\p{L}+|линейн\p{L}+ график\p{L}*|رسم بياني خطي|גרף קווי|نمودار خطی|折线图|折線圖|曲线图|折れ線グラフ|꺾은선 ?그래프|लाइन (?:चार्ट|ग्राफ़?)`},
	{"pie chart", `(?:kreis|torten|kuchen|ring)diagramm\p{L}*|gráfic[oa]s? (?:de (?:tarta|pastel|torta|pizza|rosca|sectores)|circular)|camembert|(?:diagramme|graphique) (?:circulaire|en secteurs)|grafico a (?:torta|ciambella)|(?:cirkel|taart)diagram|wykres\p{L}* kołow\p{L}*|pasta grafi\p{L}+|кругов\p{L}+ диаграмм\p{L}*|(?:ال)?رسم (?:ال)?بياني (?:ال)?دائري|גרף עוגה|نمودار دایره‌ای|饼图|饼状图|圓餅圖|円グラフ|원형? ?그래프|पाई चार्ट`},
	{"flow chart", `(?:ablauf|fluss|prozess)(?:diagramm|plan|schema)\p{L}*|diagramas? de (?:flujo|fluxo)|diagramme de flux|organigramme|logigramme|diagramma di flusso|stroomdiagram|schemat blokowy|diagram przepływu|akış (?:şeması|diyagramı)|блок-?схем\p{L}*|مخطط (?:انسيابي|سير العمل)|תרשים זרימה|流程图|流程圖|フローチャート|흐름도|순서도|फ़्लो ?चार्ट`},
	{"chart", `diagramm\p{L}*|schaubild|gráfic[oa]s?(?: de datos)?|graphiques?|grafic[oi]|grafiek|wykres\p{L}*|grafi[kğ]\p{L}*|график\p{L}*|диаграмм\p{L}*|(?:ال)?رسم (?:ال)?بياني|(?:ال)?مخطط (?:ال)?بياني|ה?תרשים|ה?גרף|نمودار|图表|圖表|グラフ|チャート|그래프|차트|चार्ट|ग्राफ़?`},
	{"timeline", `zeit(?:strahl|leiste|achse|linie)|líneas? (?:de|del) tiempo|cronología|frises?(?: chronologiques?)?|ligne du temps|linhas? do tempo|line[ae] del tempo|tijd(?:lijn|balk)|o(?:ś|si) czasu|zaman çizelgesi|шкал\p{L}+ времени|таймлайн|лент\p{L}+ времени|(?:ال)?(?:جدول|خط) (?:ال)?زمني|ציר ה?זמן|خط زمانی|时间轴|時間軸|时间线|タイムライン|年表|타임라인|연표|टाइमलाइन|समयरेखा`},
	{"comparison", `(?:gegenüberstellung|vergleich(?:stabelle)?)\p{L}*|im vergleich|comparaci[óo]n|comparativ[oae]s?|comparaisons?|comparação|confront[oi]|vergelijking\p{L}*|porównani\p{L}*|karşılaştırma\p{L}*|сравнени\p{L}*|(?:ال)?مقارنة|ה?השוואה|مقایسه|左右对比|左右對比|对比|對比|比较|左右比較|比較|対比|비교|तुलना`},
	{"two columns", `(?:zwei|2) spalten|(?:dos|2) columnas|(?:deux|2) colonnes|(?:duas|2) colunas|(?:due|2) colonne|twee kolommen|dwie kolumny|iki sütun|дв[еа] колонк\p{L}*|عمودان|عمودين|שתי עמודות|دو ستون|两栏|兩欄|2列|두 ?단`},
	{"split screen", `geteilter (?:bild)?schirm|splitscreen|pantalla (?:partida|dividida)|écran (?:partagé|scindé|divisé)|tela dividida|schermo diviso|podzielony ekran|bölünmüş ekran|разделённый экран|разделенный экран|شاشة مقسومة|מסך מפוצל|分屏|分割画面|画面分割|분할 ?화면`},
	{"steps", `(?:drei |vier |fünf |\d )?schritte?n?|(?:tres |cuatro |cinco |\d )?pasos|(?:trois |quatre |cinq |\d )?étapes|(?:três |quatro |\d )?passos|(?:tre |quattro |cinque |\d )?(?:passaggi|passi|fasi)|(?:drie |\d )?stappen|krok(?:i|ów|ami)|adım(?:lar)?\p{L}*|шаг(?:и|ов|ами|а)?|(?:ال)?خطوات|ה?שלבים|ה?צעדים|مراحل|步骤|步驟|流程|ステップ|手順|단계|चरण|कदम`},
	{"checklist", `checklisten?|lista de (?:verificación|verificação|comprobación)|liste de contrôle|lista di controllo|afvinklijst|lista kontrolna|kontrol listesi|чек-?лист\p{L}*|清单|清單|チェックリスト|체크리스트`},
	{"list", `stichpunkte?n?|(?:punkte|aufzählungs?)liste|aufzählung|listen?|listas?|listes?|elenco|elenchi|puntos clave|lijst\p{L}*|opsomming|list[aąęy]|liste\p{L}*|спис(?:ок|ка|ке|ком)|(?:ال)?قائمة|ה?רשימה|فهرست|列表|リスト|箇条書き|목록|리스트|सूची`},
	{"cards", `kacheln?|kärtchen|karten|tarjetas?|fichas?|cartes|vignettes|cartões|cartão|schede|riquadri|kaartjes?|kart(?:y|ami|ach)|kafelki|kart(?:lar)?\p{L}*|карточ(?:ки|ек|ками|кам)|(?:ال)?بطاقات|ה?כרטיסים|ה?כרטיסיות|کارت(?:‌ها)?|卡片|カード|카드|कार्ड`},
	{"icons", `symbole?n?|piktogramm\p{L}*|iconos?|icônes?|pictogrammes?|ícones?|icon[ae]|iconen|pictogrammen|ikon(?:y|ki|ami|kami|a|ka)|simge(?:ler)?\p{L}*|ikon(?:lar)?\p{L}*|иконк\p{L}+|значк\p{L}+|(?:ال)?أيقونات|אייקונים|图标|圖標|アイコン|아이콘|आइकन`},
	{"table", `tabellen?|tablas?|tableaux?|tabelas?|tabell[ae]|tabel(?:len)?|tabel[aęią]\p{L}*|tablo\p{L}*|таблиц\p{L}+|(?:ال)?جدول|ה?טבלה|表格|図表|도표|तालिका`},
	{"quote", `zitate?|cita(?: textual)?|citations?|citação|citazion[ei]|citaat|cytat\p{L}*|alıntı\p{L}*|цитат\p{L}+|(?:ال)?اقتباس|ה?ציטוט|نقل قول|引言|引用|인용구?|उद्धरण`},
	{"map", `(?:land|stadt)karte|karte|mapas?|plan de situation|carte|mappa|cartina|kaart|map[aąęy]|harita\p{L}*|карт[аеуы]\p{L}*|(?:ال)?خريطة|ה?מפה|نقشه|地图|地圖|地図|マップ|지도|नक्शा|मानचित्र`},
	{"counter", `zähler|hochzählende zahl|contador(?:es)?|compteurs?|contator[ei]|teller|licznik\p{L}*|sayaç\p{L}*|счётчик\p{L}*|счетчик\p{L}*|(?:ال)?عداد|ה?מונה|شمارنده|计数器|カウンター|카운터|काउंटर`},
	{"big number", `(?:große|riesige) zahl|(?:número|cifra) (?:grande|gigante|enorme)|gran (?:número|cifra)|(?:gros|grand) (?:chiffre|nombre)|número grande|grande numero|numero (?:grande|gigante)|groot getal|duża liczba|büyük sayı|больш\p{L}+ (?:цифр|числ)\p{L}+|رقم كبير|מספר גדול|大数字|大きな数字|큰 숫자|बड़ा (?:नंबर|अंक)`},
	{"QR code", `qr-?codes?|códigos? qr|codes? qr|codice qr|kod(?:u|em)? qr|qr ?kod\p{L}*|qr-?код\p{L}*|رمز (?:الاستجابة|QR)\p{L}*|קוד QR|二维码|QRコード|QR ?코드|क्यूआर कोड`},
	{"logo", `logos?|firmenlogo|logotipos?|logotypes?|marchio|logotyp\p{L}*|logo\p{L}{1,3}|логотип\p{L}*|(?:ال)?شعار|ה?לוגו|لوگو|标志|標誌|品牌标志|ロゴ|로고|लोगो`},
	{"screenshot", `bildschirmfoto|captura(?:s)? de (?:pantalla|tela)|captures? d['’]écran|schermata|schermafbeelding|zrzut ekranu|ekran görüntüsü|скриншот\p{L}*|لقطة شاشة|צילום מסך|截图|截圖|スクリーンショット|스크린샷|स्क्रीनशॉट`},
	{"headline", `überschrift|schlagzeile|titular|gros titre|manchete|titolone|nagłów(?:ek|ka|kiem)|заголов(?:ок|ка|ком)|(?:ال)?عنوان|ה?כותרת|عنوان|大标题|标题|標題|見出し|제목|शीर्षक`},
	{"title", `titel|títulos?|titres?|titol[oi]|tytuł\p{L}*|başlık\p{L}*|титул|タイトル|타이틀`},
	{"button", `schaltfläche|botón|bouton|botão|pulsante|knop|przycisk\p{L}*|düğme\p{L}*|кнопк\p{L}+|زر|כפתור|按钮|按鈕|ボタン|버튼|बटन`},
	{"points", `punkte?n?|puntos|pontos|punti|punten|punkt(?:y|ów)|пункт\p{L}+|(?:ال)?نقاط|ה?נקודות|要点|ポイント|포인트`},
	// People and shots.
	{"no presenter", `(?:ohne|keine?) (?:moderator(?:in)?|sprecher(?:in)?|avatar|person(?:en)?)(?: im bild)?|sin (?:avatar|presentadora?)|sans (?:avatar|présentat(?:eur|rice))|(?:sem|nada de) (?:avatar|apresentadora?)|(?:niente|senza|nessun) (?:avatar|presentat(?:ore|rice)|conduttore)|(?:geen|zonder) (?:avatar|presentator)|bez (?:awatara|prezentera|lektora na ekranie)|(?:avatar|sunucu) (?:yok|olmadan)|avatarsız|без (?:аватара|ведущ\p{L}+)|بدون (?:مقدم|مذيع|شخصية|مجری)\p{L}*|(?:ללא|בלי) (?:מגיש|אווטאר|פרזנטור)\p{L}*|不要(?:主持人|真人|虚拟人|数字人)(?:出镜)?|无(?:主持人|真人)(?:出镜)?|無(?:主持人|真人)|(?:司会者?|アバター|人物)(?:なし|は?(?:不要|出さない))|(?:아바타|진행자|사람) ?(?:없이|없음)`},
	{"presenter close-up", `(?:primer plano|plan serré|gros plan|primeiro plano|close|primo piano),? (?:de la |del |de l['’]?|da |do |della )?(?:presentadora?|présentat(?:eur|rice)|apresentadora?|presentatrice|presentatore|conduttrice)|(?:moderatorin|moderator|sprecherin|sprecher) (?:ganz )?(?:nah|in nahaufnahme)|(?:presentadora?|locutora?),? (?:en )?primer plano|primer plano de(?: la presentadora|l presentador)|plan serré sur l[ea] présentat(?:eur|rice)|gros plan sur l[ea] présentat(?:eur|rice)|apresentadora? em (?:close|primeiro plano)|(?:presentatrice|presentatore|conduttrice),? in primo piano|zbliżenie na prezenter\p{L}+|主持人(?:特写|近景)|司会者のアップ`},
	{"presenter on camera", `(?:moderatorin|moderator|sprecherin|sprecher|presentadora?|locutora?|présentatrice|présentateur|apresentadora?|presentatrice|presentatore|conduttrice|conduttore|prezenterka|prezenter|presentator|presentatrice|sunucu|ведущ(?:ая|ий)) (?:direkt |frontal |de frente |face |di fronte |recht )*(?:zur|in die|a la|a|à la|à|para a|na|in|verso la|do|naar de|w|kameraya|в|на) ?(?:kamer[ayę]|cámara|caméra|câmera|camera|camer[ae]|obiektyw|камеру|камере)|主持人(?:正面)?(?:出镜|面对镜头|对着镜头)|司会者が?(?:カメラ目線|カメラに向かって)|진행자가? 카메라(?:를 보고|앞에서)?`},
	{"presenter", `moderatorin|moderator|sprecherin|sprecher|presentadora?|locutora?|présentatrice|présentateur|apresentadora?|presentatrice|presentatore|conduttrice|conduttore|presentator|prezenter(?:ka|em|ką|ki)?|sunucu\p{L}*|ведущ(?:ая|ий|его|ей)|(?:ال)?(?:مقدمة?|مذيعة?)|ה?(?:מגישה?|פרזנטורית?)|مجری|主持人|主播|司会者?|プレゼンター|キャスター|진행자|प्रस्तोता|प्रेज़ेंटर`},
	{"facing the camera", `frontal(?: zur kamera)?|(?:blickt|schaut|spricht) (?:direkt )?in die kamera|(?:mira|mirando|habla|hablando) a (?:la )?cámara|face (?:à la )?caméra|olhando para a câmera|(?:guarda|guardando) in camera|in camera|正面出镜|面对镜头|カメラ目線`},
	{"close-up", `nahaufnahme|großaufnahme|primer(?:ísimo)? plano|plan (?:serré|rapproché)|gros plan|primeiro plano|close|primo piano|zbliżenie|yakın (?:çekim|plan)|крупн\p{L}+ план\p{L}*|لقطة قريبة|תקריב|نمای نزدیک|特写|特寫|近景|クローズアップ|アップ|클로즈업|क्लोज़?-?अप`},
	{"medium shot", `halbnah(?:e)?|plano medio|plan (?:moyen|américain)|plano médio|mezzo busto|piano medio|plan średni|orta plan|средн\p{L}+ план\p{L}*|中景|ミディアムショット|미디엄 ?샷`},
	{"wide shot", `(?:totale|weitwinkel)|plano general|plan (?:large|d['’]ensemble)|plano geral|campo (?:lungo|largo)|plan (?:ogólny|szeroki)|geniş (?:plan|açı)|общ\p{L}+ план\p{L}*|全景|远景|ワイドショット|전경`},
	{"full screen", `bildschirmfüllend|im vollbild|vollbild|a pantalla completa|pantalla completa|plein écran|tela cheia|a (?:tutto )?schermo(?: intero)?|volledig scherm|(?:na )?pełny(?:m)? ekran(?:ie)?|tam ekran|(?:на )?весь экран|ملء الشاشة|מסך מלא|全屏|全画面|전체 ?화면`},
	{"centred", `mittig|in der mitte|zentriert|im zentrum|centrad[oa]s?|en el centro|al centro|au centre|au milieu|centré(?:e|s|es)?|no centro|ao centro|centralizad[oa]s?|al centro|centrat[oaie]|gecentreerd|in het midden|na środku|pośrodku|ortada|в центре|по центру|في (?:ال)?(?:وسط|منتصف)|במרכז|در وسط|居中|中央に?|中间|가운데에?|बीच में`},
	// Where things come from, before the sides themselves.
	{"from left", `von links nach rechts|de izquierda a derecha|de gauche à droite|da esquerda para a direita|da sinistra (?:a|verso) destra|van links naar rechts|od lewej do prawej|soldan sağa|слева направо|从左到右|從左到右|左から右(?:へ|に)|왼쪽에서 오른쪽으로|von (?:ganz )?links|desde la izquierda|por la izquierda|(?:depuis|de|par) la gauche|(?:a partir da|da|pela) esquerda|dalla? sinistra|da sinistra|van links|(?:z|od) lewej(?: strony)?|soldan|слева|من (?:ال)?(?:يسار|جهة اليسار)|משמאל|از (?:سمت )?چپ|从左(?:侧|边|側|邊|方)?|由左|左(?:側)?から|왼쪽에서|बाईं ओर से|बाएँ से`},
	{"from right", `von (?:ganz )?rechts|desde la derecha|por la derecha|(?:depuis|de|par) la droite|(?:a partir da|da|pela) direita|dalla? destra|da destra|van rechts|(?:z|od) prawej(?: strony)?|sağdan|справа|من (?:ال)?(?:يمين|جهة اليمين)|מימין|از (?:سمت )?راست|从右(?:侧|边|側|邊|方)?|由右|右(?:側)?から|오른쪽에서|दाईं ओर से|दाएँ से`},
	{"from bottom", `von unten(?: nach oben)?|desde abajo|de abajo (?:hacia|a) arriba|(?:depuis le|du|par le) bas|de bas en haut|de baixo(?: para cima)?|dal basso(?: (?:verso l['’]alto|in alto))?|van onder(?:en)?|(?:od|z) dołu|aşağıdan|снизу|من (?:ال)?أسفل|מלמטה|از پایین|从下(?:方|往上|而上)?|由下|下から|아래에서|नीचे से`},
	{"from top", `von oben(?: nach unten)?|desde arriba|de arriba (?:hacia|a) abajo|(?:depuis le|du|par le) haut|de haut en bas|de cima(?: para baixo)?|dall['’]alto(?: (?:verso il basso|in basso))?|van boven|(?:od|z) góry|yukarıdan|сверху|من (?:ال)?(?:أعلى|فوق)|מלמעלה|از بالا|从上(?:方|往下|而下)?|由上|上から|위에서|ऊपर से`},
	{"one after another", `nacheinander|einzeln|eine?r? nach de[rm] anderen|un[oa] (?:por|a|tras|detrás de(?: la)?) (?:un[oa]|otr[oa])|sucesivamente|l['’]un[e]? après l['’]autre|un[e]? (?:par|à) un[e]?|um(?:a)? (?:por|a) um(?:a)?|un[oa] (?:alla|alla volta|dopo l['’]altr[oa])|in sequenza|een voor een|na elkaar|(?:jeden|jedna) po drugi(?:m|ej)|po kolei|kolejno|birer birer|sırayla|по (?:очереди|одному|одной)|один за другим|واحدة? (?:تلو|بعد) الأخر\p{L}|بالتتابع|אחד אחרי השני|בזה אחר זה|یکی یکی|依次|逐个|逐一|順番に|一つずつ|順に|하나씩|차례로|एक-एक करके|एक के बाद एक`},
	// Moves.
	{"fades in", `(?:blendet|blenden) sich ein|wird eingeblendet|werden eingeblendet|erscheint|erscheinen|taucht auf|tauchen auf|aparecen?|aparecendo|apareciendo|surge[mn]?|apparaît|apparaissent|s['’]affiche(?:nt)?|(?:appare|appaiono|compare|compaiono)(?: in dissolvenza)?|che appare in dissolvenza|verschijn(?:t|en)|pojawia(?:ją)? się|pojawiając\p{L}* się|beliri[rv]?\p{L}*|появля(?:ется|ются)|появляющ\p{L}+|تظهر|يظهر|مופיע|מופיע(?:ה|ים|ות)?|ظاهر می‌?شو\p{L}+|淡入|出现|显示|浮现|フェードイン|表示され(?:る|ます)?|現れ(?:る|ます)?|(?:하나씩 )?나타(?:난다|나는|납니다|나고|나며)?|페이드 ?인|दिखाई देता है|प्रकट होता है|उभरता है`},
	{"slides", `(?:gleite[nt]|schwebe[nt]|fliege[nt]|fahre[n]?|fährt|rutsch(?:t|en)|schiebe[nt] sich|komm(?:t|en))|desliza(?:n|ndo|rse)?|se deslizan?|entran?(?: volando| deslizándose)?|vuelan?|gliss(?:e|ent|ant)|arrive(?:nt)?|défilent?|deslizam?|entra(?:m|ndo)?|scorr(?:e|ono)|scivola(?:no)?|entra(?:no)?|arriva(?:no)?|vola(?:no)?|schui(?:ft|ven)|vlieg(?:t|en)|wjeżdża(?:ją)?|wlatuj[eą]|wsuwa(?:ją)? się|nadlatuj[eą]|kay(?:ar|arak|ıyor)\p{L}*|uçarak gelir|выезжа(?:ет|ют)|вылета(?:ет|ют)|влета(?:ет|ют)|скользит|(?:ت|ي)نزلق|(?:ت|ي)دخل|מחליק(?:ה|ים|ות)?|נכנס(?:ת|ים|ות)?|وارد می‌?شو\p{L}+|滑入|飞入|飛入|进入|划入|スライドイン(?:する|します)?|滑り込(?:む|みます)|入って(?:くる|きます)|슬라이드 ?인|미끄러져 들어온다|स्लाइड होता है|आते हैं`},
	{"drops", `fällt|fallen|caen?|cayendo|cai|caem|caindo|tomb(?:e|ent|ant)|cad(?:e|ono)|val(?:t|len)|spada(?:ją)?|opada(?:ją)?|düş(?:er|üyor)\p{L}*|пада(?:ет|ют)|(?:ت|ي)سقط|נופל(?:ת|ים)?|می‌?افت\p{L}+|落下|掉落|落ち(?:る|てくる|ます)?|떨어진다|떨어지는|गिरता है`},
	{"grows", `wächst|wachsen|crece[n]?|creciendo|grandi(?:t|ssent|ssant)|cresc(?:e|em|endo|ono)|groei(?:t|en)|rośnie|rosną|rosnąc\p{L}*|büyü(?:r|yor|yen)\p{L}*|раст(?:ёт|ет|ут)|растущ\p{L}+|вырастают?|(?:ت|ي)نمو|גדל(?:ה|ים|ות)?|رشد می‌?کن\p{L}+|增长|生长|升起|上升|伸び(?:る|ます|ていく)?|자라난다|커진다|올라간다|बढ़ता है|बढ़ते हैं`},
	{"rises", `steig(?:t|en)(?: auf| an)?|sube[n]?|subiendo|mont(?:e|ent|ant)|sobe[m]?|salgono|stijg(?:t|en)|wznosi się|yüksel(?:ir|iyor)\p{L}*|поднима(?:ется|ются)|上昇(?:する)?|떠오른다`},
	{"counts up to", `zählt (?:bis |auf )?(?:hoch )?(?:bis|auf)|läuft hoch (?:bis|auf)|(?:cuenta|sube|llega) hasta|(?:compte|grimpe|monte|défile) jusqu['’]à|(?:conta|sobe) até|(?:conta|sale) fino a|telt (?:op )?tot|dolicza do|(?:kadar )sayar|считает до|(?:ت|ي)عد حتى|סופר עד|数到|计到|までカウントアップ|까지 카운트`},
	{"counts up", `zählt (?:\p{L}+ )?hoch|zählen hoch|s['’]incrémente|telt op|odlicza|sayar|отсчитывает|递增|カウントアップ|카운트업`},
	{"pops", `ploppt auf|ploppen auf|springt ins bild|springen ins bild|salta[n]?|surgi(?:t|ssent)|saute(?:nt)?|pulam?|spunta(?:no)?|wyskakuj[eą]|вылезает|выскакива(?:ет|ют)|弹出|彈出|跳出|ポップアップ|飛び出(?:す|します)|튀어나온다`},
	{"zooms in", `zoomt (?:heran|hinein|ein)|zoom (?:auf|rein)|se acerca|hace zoom|zoome(?: sur)?|zoom avant|dá zoom|si avvicina|zoom(?:a|ma) su|zoomt in|przybliża się|yakınlaşır|приближа(?:ется|ются)|推近|放大|ズームイン|줌 ?인|ज़ूम इन`},
	{"types on", `wird getippt|tippt sich|se escribe(?:n)?(?: (?:letra por letra|sol[oa]))?|s['’]écri(?:t|vent)(?: lettre par lettre)?|é digitad[oa]|si scrive|wordt getypt|wpisuje się|yazılır|печата(?:ется|ются)|打字|逐字(?:出现|显示)|タイプ(?:される|されます)|타이핑(?:된다)?`},
	{"pulses", `pulsier(?:t|en)|pulsa[n]?|palpita[n]?|puls(?:e|ent)|pulsam|pulsa(?:no)?|pulsuj[eą]|пульсиру(?:ет|ют)|脉动|闪烁|点滅(?:する|します)?`},
	{"that", `(?:das|der|die|welche[rs]?) sich`},
	{"draws", `zeichnet|zeichnet sich|zeichnen sich|se dibuja[n]?|se traza[n]?|se dessine(?:nt)?|se desenha[m]?|si disegna(?:no)?|rysuje się|rysują się|рису(?:ется|ются)|绘制|描かれ(?:る|ます)`},
	{"spins", `dreht sich|drehen sich|rotier(?:t|en)|gira[n]?|tourne(?:nt)?|giram?|ruota(?:no)?|draai(?:t|en)|obraca(?:ją)? się|döner|враща(?:ется|ются)|旋转|旋轉|回転(?:する|します)?|회전`},
	// Transitions.
	{"cross-dissolve", `(?:weiche )?überblendung(?:en)?|fundido encadenado|fondu enchaîné|dissolvenza incrociata|dissolução|przenikanie|çapraz geçiş|наплыв|交叉溶解|叠化|クロスフェード|크로스 ?페이드`},
	{"hard cut", `harter? schnitt|corte (?:seco|directo)|coupe franche|taglio netto|harde cut|ostre cięcie|sert kesme|жёстк\p{L}+ склейк\p{L}+|硬切|ハードカット|하드 ?컷`},
	{"fade to black", `abblende(?: nach schwarz)?|fundido a negro|fondu au noir|dissolvenza (?:al|a) nero|fade para preto|ściemnienie|siyaha geçiş|затемнение|淡出|黑场|フェードアウト|페이드 ?아웃`},
	// Sides.
	{"left", `links|auf der linken seite|a la izquierda|izquierda|à gauche|sur la gauche|gauche|à esquerda|esquerda|a sinistra|sulla sinistra|sinistra|po lewej(?: stronie)?|z lewej|solda|sol tarafta|слева|на левой стороне|(?:على |إلى |من )?(?:ال)?يسار|משמאל|بצד שמאל|سمت چپ|在?左(?:边|侧|邊|側に|側は|側|に)|왼쪽(?:에|은)?|बाईं ओर`},
	{"right", `rechts|auf der rechten seite|a la derecha|derecha|à droite|sur la droite|droite|à direita|direita|a destra|sulla destra|destra|po prawej(?: stronie)?|z prawej|sağda|sağ tarafta|справа|на правой стороне|(?:على |إلى |من )?(?:ال)?يمين|(?:ו?ב|ו?מ)?צד ימין|ו?מימין|سمت راست|在?右(?:边|侧|邊|側に|側は|側|に)|오른쪽(?:에|은)?|दाईं ओर`},
}...)

// gloss is an English direction and what it is called elsewhere.
type gloss struct {
	en     string
	abroad string
}

// Wishes are the words that say how a whole video is to be, in the languages whose
// grammar is not known here.
var Wishes = compiled([]gloss{
	{"no music", `bez muzyki|müzik(?:siz| yok| olmasın)|без музыки|不要(?:背景)?音[乐樂]|[无無](?:背景)?音[乐樂]|(?:音楽|BGM)(?:は?なし|は?不要)|음악 ?없이|बिना संगीत के|بدون موسیقی`},
	{"no avatar", `bez (?:awatara|prezentera|prowadząc\p{L}+|lektora na ekranie)|(?:avatar|sunucu)(?:sız|suz| (?:olmasın|istemiyor\p{L}+|kullanma\p{L}*))|без (?:аватара|ведущ\p{L}+|диктора в кадре)|(?:不要|不用|[无無]|没有|不需要)(?:虚拟|虛擬)?(?:主持人|真人出镜|数字人|人物出镜|主播|人像)|(?:アバター|司会者?|プレゼンター|人物|出演者)(?:は|を|の)?(?:なし|不要|使わない\p{L}*|出さない\p{L}*|出さず)|(?:아바타|진행자)(?:는|를)? ?(?:없이|빼고)|बिना (?:अवतार|प्रस्तुतकर्ता|एंकर)(?: के)?|بدون (?:مجری|آواتار)`},
	{"no captions", `bez napisów|altyazısız|altyazı yok|без (?:субтитров|титров)|不要字幕|[无無]字幕|字幕(?:なし|は?不要)|자막 ?없이|बिना सबटाइटल|بدون زیرنویس`},
	{"captions on", `(?:z napisami|napisy włączone)|altyazılı|с субтитрами|субтитры включены|[带帶加有]字幕|字幕(?:あり|付き)|자막 ?(?:포함|있음)|सबटाइटल के साथ|با زیرنویس`},
	{"calm music", `(?:spokojn|łagodn)\p{L}+ muzyk\p{L}+|(?:sakin|yumuşak) müzik|(?:спокойн|тих)\p{L}+ музык\p{L}+|(?:轻柔|舒缓|柔和|安静)的?(?:背景)?音[乐樂]|(?:静か|穏やか|落ち着いた)な?(?:音楽|BGM)|잔잔한 (?:배경)?음악|शांत संगीत|موسیقی آرام`},
	{"upbeat music", `(?:wesoł|radosn)\p{L}+ muzyk\p{L}+|(?:neşeli|hareketli) müzik|(?:бодр|весёл|весел)\p{L}+ музык\p{L}+|(?:欢快|轻快|活泼)的?(?:背景)?音[乐樂]|(?:明るい|軽快な|楽しい)(?:音楽|BGM)|(?:경쾌한|신나는|밝은) (?:배경)?음악|उत्साहपूर्ण संगीत|موسیقی شاد`},
	{"energetic music", `(?:energiczn|dynamiczn)\p{L}+ muzyk\p{L}+|enerjik müzik|энергичн\p{L}+ музык\p{L}+|(?:动感|激昂|有活力)的?(?:背景)?音[乐樂]|(?:アップテンポ|エネルギッシュ)な(?:音楽|BGM)|역동적인 (?:배경)?음악|ऊर्जावान संगीत|موسیقی پرانرژی`},
	{"music", `muzyka|müzik|музыка|音[乐樂]|音楽|BGM|음악|संगीत|موسیقی`},
	{"portrait", `pionow\p{L}*|w pionie|dikey\p{L}*|вертикальн\p{L}+|竖[屏版]|豎[屏版]|縦(?:型|長|画面|向き)|세로(?:형)?|वर्टिकल|खड़ा|عمودی`},
	{"landscape", `poziom[oy]\p{L}*|w poziomie|yatay\p{L}*|горизонтальн\p{L}+|[横橫][屏版]|横(?:型|長|画面|向き)|가로(?:형)?|हॉरिजॉन्टल|افقی`},
	{"square", `kwadratow\p{L}+|kare(?: format\p{L}*)?|квадратн\p{L}+|方形|正方形|정사각형|चौकोर|مربع`},
	{"female voice", `głos(?:em)? (?:żeński|kobiecy)\p{L}*|lektork[aąi]|kadın (?:ses|anlatıcı)\p{L}*|женск\p{L}+ голос\p{L}*|女声|女聲|女性(?:の声|ナレーター|ナレーション|の?音声)|여성 ?(?:목소리|성우|음성)|महिला (?:की )?(?:आवाज़?|स्वर)|صدای زن`},
	{"male voice", `głos(?:em)? męski\p{L}*|lektor(?:em)?|erkek (?:ses|anlatıcı)\p{L}*|мужск\p{L}+ голос\p{L}*|男声|男聲|男性(?:の声|ナレーター|ナレーション|の?音声)|남성 ?(?:목소리|성우|음성)|पुरुष (?:की )?(?:आवाज़?|स्वर)|صدای مرد`},
	{"spoken in Polish", `(?:po polsku|język(?:u)? polski\p{L}*)`}, {"spoken in Turkish", `türkçe`}, {"spoken in Russian", `(?:на русском(?: языке)?|русский(?: язык)?|по-русски)`},
	{"spoken in Chinese", `普通话|普通話|国语|國語|中文`}, {"spoken in Japanese", `日本語(?:で)?`}, {"spoken in Korean", `한국어(?:로)?`}, {"spoken in Hindi", `हिन्दी(?: में)?|हिंदी(?: में)?`},
	{"video", `wideo|film|filmik?\p{L}{0,2}|video(?:su|nun|yu)?|ролик\p{L}*|видео(?:ролик\p{L}*)?|视频|視頻|影片|短片|動画|ビデオ|영상|동영상|वीडियो|ویدیو`},
	{"format", `format\p{L}*|формат\p{L}*|格式|画幅|フォーマット|형식|포맷|प्रारूप|قالب`},
	{"length", `czas trwania|długość|süre\p{L}*|длительность|продолжительность|时长|時長|长度|長さ|尺|길이|분량|अवधि|مدت`},
	{"tone", `ton(?:acja)?|тон|语气|語氣|语调|トーン|口調|雰囲気|톤|분위기|어조|लहजा|स्वर|لحن`},
	{"friendly", `przyja(?:zn|ciel)\p{L}+|ciepł\p{L}+|serdeczn\p{L}+|samimi|sıcak|dostça|дружелюбн\p{L}+|тёпл\p{L}+|亲切|親切|友好|温暖|親しみやす\p{L}+|温か\p{L}+|やさし\p{L}+|친근\p{L}*|따뜻\p{L}*|다정\p{L}*|दोस्ताना|मैत्रीपूर्ण|صمیمی|دوستانه|گرم`},
	{"cheerful", `wesoł\p{L}+|radosn\p{L}+|pogodn\p{L}+|neşeli|eğlenceli|весёл\p{L}+|весел\p{L}+|радостн\p{L}+|活泼|轻松|愉快|楽し\p{L}+|元気\p{L}*|밝(?:은|고|게)|유쾌\p{L}*|경쾌\p{L}*|हल्का-?फुल्का|खुशनुमा|شاد`},
	{"upbeat", `明るく|明るい|ポジティブ\p{L}*|积极|긍정적\p{L}*|pozytywn\p{L}+|pozitif|позитивн\p{L}+`},
	{"calm", `spokojn\p{L}+|sakin|спокойн\p{L}+|平静|沉稳|平和|落ち着い\p{L}+|穏やか\p{L}*|차분\p{L}*|शांत|آرام`},
	{"serious", `poważn\p{L}+|ciddi|серьёзн\p{L}+|серьезн\p{L}+|严肃|认真|真面目\p{L}*|真剣\p{L}*|진지\p{L}*|गंभीर|جدی`},
	{"professional", `profesjonaln\p{L}+|rzeczow\p{L}+|profesyonel|профессиональн\p{L}+|делов\p{L}+|专业|專業|プロフェッショナル|ビジネスライク|전문적\p{L}*|पेशेवर|حرفه‌ای`},
})

// Colours are the colours that a style names.
var Colours = compiled(slices.DeleteFunc(slices.Clone(coloursAbroad), func(g gloss) bool { return g.en == "dark" || g.en == "light" }))

// coloursAbroad are colours of grounds by their stems.
var coloursAbroad = []gloss{
	{"dark blue", `dunkelblau\p{L}*|azul (?:oscuro|escuro|marino)|bleu (?:foncé|nuit|marine)|blu scuro|granatow\p{L}+|lacivert|тёмно-син\p{L}+|深蓝色?|藏青色|紺色?|남색`},
	{"light blue", `hellblau\p{L}*|azul clar[oa]|celeste|bleu (?:clair|ciel)|azul celeste|azzurr[oa]|jasnoniebiesk\p{L}+|açık mavi|голуб\p{L}+|浅蓝色?|淺藍色?|天蓝色|水色|하늘색`},
	{"black", `schwarz\p{L}*|negr[oa]|noire?|pret[oa]|ner[oa]|zwarte?|czarn\p{L}+|siyah|чёрн\p{L}+|черн\p{L}+|أسود|سوداء|שחור|سیاه|黑色?|黒い?|검은색?|검정|काल[ाी]`},
	{"white", `weiß\p{L}*|weiss\p{L}*|blanc[oa]|blanc(?:he)?|branc[oa]|bianc[oa]|witte?|biał\p{L}+|beyaz|бел\p{L}+|أبيض|بيضاء|לבן|سفید|白色?|白い?|흰색?|하얀|सफ़?ेद`},
	{"dark", `dunkl\p{L}*|dunkel\p{L}*|oscur[oa]|sombre|foncé|escur[oa]|scur[oa]|donkere?|ciemn\p{L}+|koyu|тёмн\p{L}+|темн\p{L}+|داكن|غامق|כהה|تیره|深色|暗い?|어두운|गहर[ाे]`},
	{"light", `hell\p{L}*|clar[oa]|clair|chiar[oa]|lichte?|jasn\p{L}+|açık|светл\p{L}+|فاتح|בהיר|روشن|浅色|明るい|밝은`},
	{"blue", `blau\p{L}*|azul|bleue?|blu|blauwe?|niebiesk\p{L}+|mavi|син\p{L}+|أزرق|زرقاء|כחול|آبی|蓝色?|藍色?|青い?|파란색?|नील[ाे]`},
	{"green", `grün\p{L}*|verde|verte?|groene?|zielon\p{L}+|yeşil|зелён\p{L}+|зелен\p{L}+|أخضر|خضراء|ירוק|سبز|绿色?|綠色?|緑色?|초록색?|녹색|हर[ाे]`},
	{"red", `rot(?:e[rnms]?)?|roj[oa]|rouge|vermelh[oa]|ross[oa]|rode|czerwon\p{L}+|kırmızı|красн\p{L}+|أحمر|حمراء|אדום|قرمز|红色?|紅色?|赤い?|빨간색?|लाल`},
	{"yellow", `gelb\p{L}*|amarill[oa]|jaune|amarel[oa]|giall[oa]|gele|żółt\p{L}+|sarı|жёлт\p{L}+|желт\p{L}+|أصفر|צהוב|زرد|黄色?|黃色?|노란색?|पील[ाे]`},
	{"orange", `orange(?:ne[rnms]?|farben\p{L}*)?|naranja|laranja|arancion[ei]|oranje|pomarańczow\p{L}+|turuncu|оранжев\p{L}+|برتقالي|כתום|نارنجی|橙色?|オレンジ色?|주황색?`},
	{"purple", `lila|violett\p{L}*|morad[oa]|violette?|rox[oa]|viola|paarse?|fioletow\p{L}+|mor|фиолетов\p{L}+|بنفسجي|סגול|بنفش|紫色?|보라색?|बैंगनी`},
	{"pink", `rosa(?:farben\p{L}*|d[oa])?|roz?e|różow\p{L}+|pembe|розов\p{L}+|وردي|ורוד|صورتی|粉(?:红)?色|ピンク色?|분홍색?|गुलाबी`},
	{"gold", `gold(?:en\p{L}*|farben\p{L}*)?|dorad[oa]|dorée?|dourad[oa]|dorat[oa]|goud(?:en)?|złot\p{L}+|altın|золот\p{L}+|ذهبي|זהב|طلایی|金色?|금색|सुनहर[ाे]`},
	{"turquoise", `türkis\p{L}*|turquesa|turchese|turkoois|turkusow\p{L}+|turkuaz|бирюзов\p{L}+|فيروزي|טורקיז|فیروزه‌ای|青绿色|ターコイズ|청록색`},
	{"brown", `braun\p{L}*|marr[óo]n|marrom|castanh[oa]|brun[oa]?e?|marrone|bruine?|brązow\p{L}+|kahverengi|коричнев\p{L}+|بني|חום|قهوه‌ای|棕色|茶色|갈색|भूर[ाे]`},
	{"grey", `grau\p{L}*|gris(?:es)?|cinza|grigi[oa]|grijze?|szar\p{L}+|gri|сер(?:ый|ом|ого)|رمادي|אפור|خاکستری|灰色?|グレー|회색`},
}

// grounds are the grounds of each colour: "fondo verde", "auf grünem Hintergrund", "绿色背景".
func grounds() []gloss {
	var out []gloss
	for _, c := range coloursAbroad {
		out = append(out, gloss{c.en + " background",
			`(?:auf )?(?:` + c.abroad + `) ?(?:hintergrund|grund|achtergrond|tło|tle|arka ?plan\p{L}*|фон\p{L}*|पृष्ठभूमि)` +
				`|(?:sobre |sur |su |sob |na |en |em |un |une |um |con |mit |avec )*(?:fondo|fond|fundo|sfondo|tło|tle)(?: de color| de cor| di colore)? (?:` + c.abroad + `)` +
				`|(?:على )?(?:ال)?خلفية (?:ال)?(?:` + c.abroad + `)ة?|(?:ה)?רקע (?:ה)?(?:` + c.abroad + `)|(?:پس‌?زمینه) (?:` + c.abroad + `)` +
				`|(?:` + c.abroad + `)の?(?:背景|배경)|背景(?:为|是|は|が)?(?:` + c.abroad + `)|배경(?:은|이)? ?(?:` + c.abroad + `)|(?:` + c.abroad + `) 배경`})
	}
	return out
}

// Glosses are the compiled glossary.
var Glosses = compiled(glossary)

func compiled(table []gloss) []prose.Entry {
	out := make([]prose.Entry, len(table))
	for i, g := range table {
		out[i] = prose.Entry{RE: pattern.Longest(`(?i)` + g.abroad), Value: g.en}
	}
	return out
}

// piece is a stretch of a direction; known ones are in English already.
type piece struct {
	text  string
	known bool
}

// Glossed is one clause in English words where they are known. Capitals within it are
// names, but for a language that writes nouns so.
func Glossed(clause string, table []prose.Entry, nouns bool) string {
	english, _ := GlossedLeft(clause, table, nouns)
	return english
}

// GlossedLeft tells as well how many letters and digits stay as they are.
func GlossedLeft(clause string, table []prose.Entry, nouns bool) (english string, left int) {
	pieces := []piece{{clause, false}}
	found := false
	for _, g := range table {
		var next []piece
		for _, x := range pieces {
			if x.known {
				next = append(next, x)
				continue
			}
			at := 0
			for _, m := range g.RE.FindAllStringIndex(x.text, -1) {
				if !apart(x.text, m[0], m[1]) || !nouns && m[0] > 0 && isUpperAt(x.text, m[0]) {
					continue
				}
				next = append(next, piece{x.text[at:m[0]], false}, piece{g.Value, true})
				at, found = m[1], true
			}
			next = append(next, piece{x.text[at:], false})
		}
		pieces = next
	}
	for _, x := range pieces {
		if !x.known {
			left += LettersOf(x.text)
		}
	}
	if !found {
		return clause, left
	}
	var b strings.Builder
	after := false // whether an English word stands before
	for _, x := range pieces {
		switch {
		case x.text == "":
			continue
		case x.known:
			if s := b.String(); s != "" && IsLetterEnd(s) {
				b.WriteByte(' ') // scripts without spaces
			}
			b.WriteString(x.text)
		default:
			if r, _ := utf8.DecodeRuneInString(x.text); after && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				b.WriteByte(' ')
			}
			if after {
				x.text = tie(x.text)
			}
			b.WriteString(x.text)
		}
		after = x.known
	}
	return strings.NewReplacer("，", ", ", "、", ", ").Replace(b.String()), left
}

// LettersOf counts the letters and digits of a text.
func LettersOf(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// ties are the prepositions that follow the name of a picture.
var ties = prose.Vocabulary(
	`mit|con|avec|com|met|z|ile|с|مع|עם|با`, "with",
	`von|vom|de|du|des|di|del|dello|della|dei|da|do|van`, "of",
	`bis|hasta|jusqu['’]à|até|fino a|tot|do`, "to",
	`in|im|en|em|na|no|nel|nella|à|au|w|в|في|در`, "in",
)

// tie puts the preposition that a text begins with into English.
func tie(s string) string {
	first, rest, ok := strings.Cut(strings.TrimLeft(s, " "), " ")
	if !ok || !strings.HasPrefix(s, " ") {
		return s
	}
	for _, t := range ties {
		if at := t.RE.FindStringIndex(first); at != nil && at[0] == 0 && at[1] == len(first) {
			return " " + t.Value + " " + rest
		}
	}
	return s
}

// apart tells whether the stretch of a text is a word of its own.
func apart(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	first, _ := utf8.DecodeRuneInString(s[from:])
	last, _ := utf8.DecodeLastRuneInString(s[:to])
	next, _ := utf8.DecodeRuneInString(s[to:])
	inWord := func(a, b rune) bool {
		return (unicode.IsLetter(a) || unicode.IsMark(a)) && (unicode.IsLetter(b) || unicode.IsMark(b)) && !phrase.Spaceless(a) && !phrase.Spaceless(b)
	}
	// A particle may follow a Korean word at once.
	return from < to && !(from > 0 && inWord(before, first)) && !(to < len(s) && inWord(last, next) && !unicode.Is(unicode.Hangul, next))
}

func isUpperAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r) && strings.TrimSpace(s[:i]) != ""
}

// IsLetterEnd tells whether a text ends with a letter or a digit.
func IsLetterEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune("，、", r)
}
