package layout

import "testing"

// TestHeadingsAbroad: the parts of a brief are known by their headings in each language, with
// the words that people put around them, and labels of facts head none.
func TestHeadingsAbroad(t *testing.T) {
	t.Parallel()
	for heading, want := range map[string]string{
		"Kernbotschaft": "facts", "Texte auf dem Bildschirm": "screen", "Handlungsaufruf": "cta", "Zielgruppe": "audience", "Farben": "style", "Hintergrundmusik": "music",
		"Mensaje principal": "facts", "Datos clave": "facts", "Texto en pantalla": "screen", "Público objetivo": "audience", "Llamada a la acción": "cta", "Duración": "duration",
		"Message clé": "facts", "Points à aborder": "facts", "Texte à l’écran": "screen", "Public cible": "audience", "Appel à l'action": "cta",
		"Mensagem principal": "facts", "Pontos-chave": "facts", "Texto no ecrã": "screen", "Público-alvo": "audience", "Chamada à ação": "cta",
		"Messaggio": "facts", "Idea principale": "facts", "الفكرة الرئيسية": "facts", "المعلومات المهمة": "facts", "Destinatari": "audience", "Testo sullo schermo": "screen", "Invito all'azione": "cta",
		"Doelgroep": "audience", "Kernboodschap": "facts", "Tekst in beeld": "screen", "Grupa docelowa": "audience", "Wezwanie do działania": "cta", "Najważniejsze informacje": "facts",
		"Hedef kitle": "audience", "Ana mesaj": "facts", "Ekrandaki yazı": "screen", "Целевая аудитория": "audience", "Ключевое сообщение": "facts", "Текст на экране": "screen", "Призыв к действию": "cta",
		"الجمهور المستهدف": "audience", "الرسالة الرئيسية": "facts", "النص على الشاشة": "screen", "دعوة إلى الفعل": "cta", "קהל יעד": "audience", "המסר המרכזי": "facts", "טקסט על המסך": "screen", "קריאה לפעולה": "cta",
		"लक्षित दर्शक": "audience", "मुख्य संदेश": "facts", "対象者": "audience", "伝えたいこと": "facts", "目标受众": "audience", "核心信息": "facts", "屏幕文字": "screen",
		"Preis": "", "Ort": "", "Fecha": "", "Dirección": "", "Horaires": "", "Informations": "", "Prezzo": "", "Adres": "", "Цена": "", "السعر": "", "料金": "", "地点": "",
	} {
		if got := SectionOf(heading); got != want {
			t.Errorf("%q heads %q, want %q", heading, got, want)
		}
	}
}
