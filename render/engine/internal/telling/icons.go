package telling

import (
	"cmp"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// iconWords maps words, in several languages, to the icon that shows them. The
// first match wins, so the narrower words come first.
var iconWords = []struct{ name, words string }{
	{"hand", "stop|stopp|halt|alto\\b|arrêt|ferma|pare\\b"},
	{"alert", "warning|danger|risk|urgent|pressure|gefahr|peligro|riesgo|danger|risque|pericolo|risco"},
	{"moon", "dark mode|night|nacht|noche|nuit|notte|noite"},
	{"food", "lunch|meal|food|kitchen|essen|comida|repas|cibo|pane|bread|brot|pain\\b"},
	{"coffee", "coffee|kaffee|café|caffè"},
	{"school", "training|school|class|workshop|talks?\\b|speaker"},
	{"briefcase", "work\\b|job|career|business|arbeit|trabajo|travail|lavoro"},
	{"battery", "batter|akku|batería|batterie|bateria"},
	{"bolt", "charg|power|energy|electric|fast(?:er|est)?\\b|instant|quick|speed|strom|energie|schnell|carga|energía|rápid|rapid|veloc|énergie|énerg"},
	{"shield", "secur|protect|safe|compliance|guard|warrant|insur|schutz|sicher|garant|segur|protec|protég|sécur|sicur|proteg|phishing"},
	{"lock", "encrypt|lock|password|privacy|private|verschlüssel|passwort|contraseña|cifrad|chiffrement|chiffrée?s?\\b|mot de passe|senha|cript"},
	{"clock", "time|hour|minute|seconds?\\b|schedul|deadline|24/7|zeit|stunde|hora|tiempo|heure|temps|tempo|early|late|wait"},
	{"calendar", "calendar|date|day|week|month|events?\\b|booking|book (?:a|an|your|now|online)\\b|kalender|termin|woche|calendario|fecha|semana|agenda|semaine|planning"},
	{"phone", "phone|mobile|apps?\\b|call|sms|handy|telefon|móvil|teléfono|téléphone|celular"},
	{"mail", "mail|message|inbox|newsletter|nachricht|correo|mensaje|courriel|messaggi"},
	{"bell", "alert|notif|remind|warn|alarm|benachricht|warnung|alerta|avis|rappel|avviso|report"},
	{"chart", "chart|report|analytic|dashboard|growth|revenue|metric|insight|bericht|umsatz|wachstum|informe|ventas|crecimiento|croissance|rapport|crescita|statist|data|daten|datos|données|dati"},
	{"users", "team|people|customer|communit|user|staff|employee|buddy|colleague|mitarbeiter|kunden|equipo|client|équipe|equipe|squadra|persone|pessoas|collabor"},
	{"user", "profile|account|regist|anmeld|inscri|iscri|person|manager|konto|profil|cuenta|compte|conta"},
	{"coin", "price|cost|saving|save|money|cheap|discount|invoice|pay|budget|fee|preis|kosten|spar|geld|precio|ahorr|dinero|pago|prix|économ|argent|preço|econom|dinheiro|prezzo|risparm|€|\\$|£"},
	{"truck", "ship|deliver|freight|lieferung|versand|envío|entrega|livraison|consegna|spediz"},
	{"home", "home|house|room|building|kitchen|haus|wohnung|küche|casa|hogar|maison|cuisine|apartment"},
	{"plug", "wire|wiring|cable|plug|socket|kabel|stecker|câble|prise|enchufe|cavo"},
	{"drop", "water|leak|drip|drink|rain|valve|pipe|faucet|ventil|vanne|wasser|leck|getränk|agua|fuga|eau|fuite|acqua|água"},
	{"fire", "hot(?:ter|test)?\\b|warm|heat|heiz|wärm|calor|calient|chaud|chaleur|caldo"},
	{"snow", "cold|cool|freez|winter|kalt|frío|froid|freddo|frio"},
	{"leaf", "green|eco|sustain|recycl|plant|nature|organic|carbon|co2|nachhaltig|umwelt|sostenib|verde|durable|écolog|sustent"},
	{"cloud", "cloud|sync|backup|upload|online|wolke|nube|nuage|nuvem"},
	{"globe", "world|global|language|countr|international|web|welt|sprache|mundo|idioma|monde|langue|mondo|lingu"},
	{"map", "location|map|place|route|travel|address(?:es)?\\b|orte?\\b|karte|reise|lugar|viaje|lieu|voyage|luogo|viagg"},
	{"code", "code|api|develop|software|script|integration|programm|entwickl|desarroll|développ|svilupp"},
	{"gear", "setting|custom|config|automat|control|einstell|automati|ajuste|réglage|impostaz"},
	{"link", "link|connect|url|share|verbind|enlace|conect|lien|collegament"},
	{"search", "search|find|spot|detect|inspect|check|scan|such|erkenn|prüf|busc|detect|cherch|détect|cerca|rilev|hover"},
	{"doc", "file|document|forms?\\b|contract|policy|paper|dokument|vertrag|archivo|documento|fichier|contrat|arquivo"},
	{"book", "learn|course|train|guide|lesson|read(?:s|ing|er|ers)?\\b|lern|kurs|schulung|aprend|curso|formación|apprend|cours|formation|corso|impar"},
	{"camera", "photo|camera|video|picture|film|foto|kamera|cámara|caméra|fotocamera"},
	{"music", "music|sound|audio|listen|musik|klang|música|musique|sons?\\b|musica"},
	{"gift", "gift|free|bonus|welcome|geschenk|gratis|kostenlos|regalo|gratuit|cadeau|grátis|omaggio"},
	{"star", "best|stars?\\b|rating|review|award|quality|beste|qualität|calidad|étoile|qualité|stelle|qualità|qualidade"},
	{"heart", "health|care|love|comfort|wellness|gesund|salud|santé|salute|saúde"},
	{"rocket", "launch|start|boost|deploy|release|onboard|lanz|lancement|avvi|início"},
	{"target", "choose|select|wähl|aussuch|elig|choisi|escolh|scegli|goal|target|focus|aim|ziel|objetivo|objectif|obiettivo"},
	{"wrench", "tool|repair|install|fix|build|setup|mount|werkzeug|montage|herramienta|outil|attrezz|ferrament"},
	{"key", "key|access|login|badge|schlüssel|zugang|llave|acceso|clé|accès|chiave|acesso"},
	{"laptop", "laptop|computer|desktop|device|screen|rechner|portátil|ordinateur|computador"},
	{"chat", "chat|talk|feedback|support(?: (?:team|desk|line|chat|hours))?\\b|question|meeting|conversation|gespräch|frage|charla|pregunta|discussion|domanda"},
}

// iconWord is an icon and the words that it stands for.
type iconWord struct {
	name string
	re   *pattern.Pattern
}

var iconTable = func() []iconWord {
	out := make([]iconWord, len(iconWords))
	for i, w := range iconWords {
		out[i] = iconWord{w.name, pattern.New(`(?i)(?:^|[^\p{L}])(?:` + w.words + `)`)}
	}
	return out
}()

// Icon names the icon for a text: the one whose word stands first in it.
func Icon(s string) string { return cmp.Or(IconBut(s, nil), "check") }

// IconBut is the icon whose word stands first in a text, those that are used left out; ""
// where no word names one.
func IconBut(s string, used map[string]bool) string {
	s = strings.TrimSpace(s)
	best, at := "", len(s)+1
	for _, w := range iconTable {
		if m := w.re.FindStringIndex(s); m != nil && m[0] < at && !used[w.name] {
			best, at = w.name, m[0]
		}
	}
	return best
}
