package layout

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// sectionNames maps the headings that people write to the parts of a brief.
var sectionNames = map[string]string{}

func init() {
	for sec, names := range map[string]string{
		"format":     "format|video format|platform|orientation|aspect ratio|deliverable|output|specs|resolution|formato|plattform",
		"tone":       "语气|语调|风格语气|トーン|雰囲気|口調|स्वर|लहजा|النبرة|الأسلوب|טון|סגנון דיבור|톤|toon|tone|tone of voice|mood|voice and tone|ton|tonalität|tono|tom|style and tone",
		"avatar":     "from|sender|signed|absender|de parte de|moderation|avatar|presenter|host|narrator|speaker|on-camera|character|moderator|moderatorin|sprecher|sprecherin|presentador|presentadora|présentateur|présentatrice|apresentador|apresentadora|presentatore|presentatrice",
		"style":      "general|allgemein|en général|style|additional notes|general notes|other notes|global notes|notes for the whole video|overall notes|overall|transitions between scenes|übergänge|transiciones|transições|transizioni|overgangen|scene transitions|transition between scenes|visual style|look|look and feel|design|art direction|visuals|visual direction|aesthetic|branding|brand|brand guidelines|stil|estilo|stile|framing note|background note|background|colors|colours|brand colors|brand colours|palette|color palette|colour palette|farben|colores|couleurs|cores|colori|font|fonts|typography|brand font|brand fonts|headline font|heading font|body font|typeface|typefaces|tipografía|tipografia|typographie|police|polices|fuente|fuentes|schrift|schriften|schriftart|carattere|caratteri|fonte|fontes|lettertype|pacing|pace|animation|motion|transitions|transition|camera|logo|b-roll|b-roll style|media|media types|structure|story structure|flow|outline|visual notes|production notes|technical notes|tech notes|production details|production|notes for the editor|direction|directions|grade|grading|color grade|colour grade|color grading|colour grading|colorgrading",
		"screen":     "critical on-screen text|critical on screen text|on-screen text|on screen text|onscreen text|text on screen|display literally|supers|titles on screen|text overlays|overlay text|texto en pantalla|texte à l'écran|texto na tela|testo a schermo|einblendungen|text im bild",
		"scenes":     "scene-by-scene|scene by scene|scenes|storyboard|shot list|szenen|escenas|scènes|cenas|scene breakdown|scene plan",
		"music":      "音乐|配乐|背景音乐|音楽|संगीत|الموسيقى|מוזיקה|muzyka|음악|muziek|bgm|music|audio|sound|soundtrack|background music|musik|música|musique|musica|sound design",
		"script":     "script|full script|vo|v.o.|voiceover|voice-over|voice over|narration|narrator script|spoken text|words|skript|sprechertext|text|guion|guión|locución|texte|voix off|roteiro|locução|copione|testo|voce fuori campo|texto|tekst|guião|script verbatim|verbatim script|verbatim|dialogue",
		"duration":   "时长|长度|長さ|尺|अवधि|المدة|משך|czas trwania|길이|duration|length|runtime|run time|trt|total running time|total run time|running time|target length|target duration|total length|dauer|länge|duración|durée|duração|durata|time",
		"language":   "language of the voice|voice language|spoken language|voice-over language|language|spoken language|idioma|sprache|langue|lingua|locale",
		"audience":   "对象|目标观众|目标受众|观众|受众|対象|対象者|ターゲット|視聴者|दर्शक|लक्षित दर्शक|קהל יעד|קהל היעד|الجمهور|الجمهور المستهدف|doelgroep|grupa docelowa|odbiorcy|대상|시청자|целевая аудитория|hedef kitle|audience|target audience|target|viewers|who|who it's for|persona|zielgruppe|público|publico|público objetivo|audience cible|pubblico|target group",
		"cta":        "结尾|结语|结束语|最后|最後|最後に|締め|締めの言葉|まとめ|अंत|अंत में|समापन|الخاتمة|ختاما|في الختام|chamada final|llamada final|cierre final|frase final|chiusura|afsluiting|zakończenie|마무리|끝으로|סיכום|סוף|the end|ending|end card|end screen|closing card|final card|last card|fin|finale|schluss|zum schluss|cierre|encerramento|chiusura|slot|סיום|cta|call to action|call-to-action|next step|handlungsaufruf|llamada a la acción|llamado a la acción|appel à l'action|chamada para ação|invito all'azione|closing|final message|schlusssatz|schlusswort|letzter satz|abschluss|abschlusssatz|aufruf|aufforderung|frase final|frase de cierre|mensaje final|phrase de fin|phrase finale|mot de la fin|frase finale|messaggio finale|frase de encerramento|mensagem final|slotzin|afsluiting|afsluiter|oproep",
		"facts":      "key messages|key message|key points|key facts|facts|talking points|points to cover|points|must include|must mention|include|content|message|messages|details|information|body|context|background information|brief|summary|description|story|copy|kernaussagen|fakten|inhalt|inhalte|mensajes clave|datos|puntos clave|messages clés|points clés|faits|mensagens-chave|pontos-chave|fatos|messaggi chiave|punti chiave|fatti|about|data|numbers|proof points|the problem|problem|the solution|solution|why it matters|why now|results|proof|the change|what's next|das problem|die lösung|el problema|la solución|le problème|la solution|o problema|a solução|il problema|la soluzione",
		"hook":       "hook|opening|intro|opening line|einstieg|gancho|accroche|apertura|abertura",
		"product":    "product|company|brand name|subject|topic|product name|client|produkt|thema|thème|firma|unternehmen|producto|empresa|tema|produit|entreprise|sujet|produto|assunto|prodotto|azienda|argomento|organization|organisation|campaign|event|feature",
		"title":      "标题|题目|タイトル|題名|शीर्षक|כותרת|tytuł|제목|title|video title|headline|titel|título|titulo|titre|titolo|working title",
		"goal":       "goal|objective|purpose|video type|type|ziel|zweck|objetivo|objectif|obiettivo|task|request|job|goal of the video",
		"url":        "url|website|link|site|web|webseite|sitio web|site web|sito",
		"voice":      "voice|narrator voice|voice style|stimme|voz|voix|voce",
		"captions":   "captions|subtitles|untertitel|subtítulos|sous-titres|legendas|sottotitoli",
		"avoid":      "avoid|do not|don't|donts|don'ts|exclude|not allowed|vermeiden|evitar|éviter|evitare",
		"lowerthird": "lower third|lower-third|lower thirds|lower-thirds|name tag|bauchbinde",
		"assets":     "assets|attachments|files|media files|materials",
		"steps":      "steps|the steps|how it works|process|schritte|pasos|étapes|passos|passaggi|so funktioniert es|cómo funciona|comment ça marche|como funciona|come funziona|agenda",
		"list":       "features|key features|benefits|key benefits|reasons|highlights|topics|what's new|new features|improvements|fixes|bug fixes|perks|advantages|takeaways|funktionen|vorteile|neuerungen|highlights|características|ventajas|beneficios|novedades|fonctionnalités|avantages|nouveautés|recursos|benefícios|novidades|vantagens|funzionalità|vantaggi|novità|tips|rules|warning signs|red flags|dates|key dates|timeline|milestones|deadlines|pricing|plans|results",
	} {
		for _, n := range strings.Split(names, "|") {
			if _, dup := sectionNames[n]; !dup || sec == "list" || sec == "style" {
				sectionNames[n] = sec
			}
		}
	}
}

// BracketTail is what a heading has in brackets behind it.
var BracketTail = pattern.New(`\s*[(\[][^)\]]*[)\]]\s*$`)

// SectionOf returns the part of the brief that a heading opens, or "".
func SectionOf(h string) string {
	h = strings.ToLower(strings.Trim(strings.TrimSpace(h), "*#_: "))
	if s := sectionNames[h]; s != "" {
		return s
	}
	return sectionNames[strings.TrimSpace(BracketTail.ReplaceAllString(h, ""))]
}

var (
	headRE   = pattern.New(`^\s*(?:[\p{So}\x{FE0F}\x{200D}]+\s*)?(?:#{1,6}\s*|\*{1,2}|\[)?([\p{L}][\p{L}\p{M}\d '’&/.()\[\]+-]{1,58}?)(?:\*{1,2})?\s*[:：](?:\*{1,2})?\s*(.*?)\]?$`)
	BoldHead = pattern.New(`^\s*(?:\*\*|__)([^*_]{2,60}?)(?:\*\*|__):?\s*$`)
	MdHead   = pattern.New(`^\s*#{1,6}\s+(.+?)\s*#*$`)
	StyleRE  = pattern.New(`(?i)^\s*\**style\s*[—–:-]+\s*([^(:\n]+?)\s*(?:\(([^)]*)\))?\s*:\s*(.*)$`)
)

// OpensSection recognises a heading line and returns its part, its words and
// what follows on the line.
func OpensSection(s string) (sec, title, rest string, ok bool) {
	if m := MdHead.FindStringSubmatch(s); m != nil {
		title = strings.Trim(m[1], "*: ")
		if sec = SectionOf(title); sec == "" {
			sec = "chapter"
		}
		return sec, title, "", true
	}
	if m := BoldHead.FindStringSubmatch(s); m != nil && prose.Words(m[1]) <= 7 {
		if _, isScene := SceneHead(prose.Line{N: 0, Text: s}); !isScene {
			title = strings.TrimRight(strings.TrimSpace(m[1]), ":")
			if sec = SectionOf(title); sec == "" {
				sec = "chapter"
			}
			return sec, title, "", true
		}
	}
	if m := chapterHead.FindStringSubmatch(strings.TrimSpace(s)); m != nil && prose.Words(m[1]) <= 9 && !prose.EndsAsSentence(m[1]) {
		return "chapter", prose.MustUnquote(strings.TrimSpace(m[1])), "", true
	}
	m := headRE.FindStringSubmatch(s)
	if m == nil || strings.Contains(s, "://") && strings.HasSuffix(m[1], "http") {
		return "", "", "", false
	}
	if sec = SectionOf(m[1]); sec == "" {
		return "", "", "", false
	}
	return sec, strings.TrimSpace(BracketTail.ReplaceAllString(m[1], "")), m[2], true
}

// OneValue are the parts that hold one thing: a second sentence is none of theirs.
var OneValue = map[string]bool{"product": true, "title": true, "audience": true, "language": true, "duration": true}

// IsChapterTitle tells "Chapter 2: The idea" from the headings that name a part of a brief.
func IsChapterTitle(s string) bool {
	switch strings.ToLower(s) {
	case "the problem", "problem", "the solution", "solution", "why it matters", "why now", "results", "the change", "what's next",
		"das problem", "die lösung", "el problema", "la solución", "le problème", "la solution", "o problema", "a solução", "il problema", "la soluzione":
		return true
	}
	return false
}
