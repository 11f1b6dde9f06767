package script

import (
	"strings"
	"testing"
)

// TestOrdersInManyWords: an order for a video that explains, shows or invites is read in the
// words of each language, and none of them is spoken or heads the video.
func TestOrdersInManyWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Haz un vídeo corto explicando cómo cambiar el filtro. Apaga el equipo. El filtro dura 6 meses.":                                                                                                         "Cómo cambiar el filtro|Así puedes cambiar el filtro.",
		"Façam um vídeo explicando as novas regras do estacionamento. Cada funcionário tem direito a uma vaga.":                                                                                                  "As novas regras do estacionamento|Vamos ver as novas regras do estacionamento.",
		"Crea un breve video che spieghi come richiedere la tessera. La tessera costa 10 euro. Serve una foto.":                                                                                                  "Come richiedere la tessera|Ecco come richiedere la tessera.",
		"Explique en vidéo comment composter en appartement. Il faut un bac de 20 litres.":                                                                                                                       "Comment composter en appartement|Voici comment composter en appartement.",
		"Erstelle ein Video, das zeigt, wie unser Lager funktioniert. Wir lagern 40.000 Paletten.":                                                                                                               "Wie unser Lager funktioniert|Wir zeigen, wie unser Lager funktioniert.",
		"Leg in een kort filmpje uit hoe je een band plakt. Zoek het gat. De lijm droogt in 5 minuten.":                                                                                                          "Hoe je een band plakt|Dit gaat over hoe je een band plakt.",
		"Kannst du mir ein Video für Instagram machen? Es geht um unser Sommerfest am 12. Juli. Der Eintritt ist frei.":                                                                                          "Unser Sommerfest|Herzliche Einladung: unser Sommerfest.",
		"Puoi farmi un video? Si tratta del nostro mercatino del 4 maggio. L'ingresso è libero. Ci sono 30 banchi.":                                                                                              "Il nostro mercatino del 4 maggio|Ecco il nostro mercatino del 4 maggio.",
		"Kun je een filmpje maken? Het gaat over onze rommelmarkt op 4 mei. De toegang is gratis. Er zijn 30 kramen.":                                                                                            "Onze rommelmarkt op 4 mei|Maak kennis met onze rommelmarkt op 4 mei.",
		"Prepara un video di invito: inaugurazione della palestra, sabato 20 settembre alle 10.30. Interviene la sindaca.":                                                                                       "Inaugurazione della palestra, sabato 20 settembre alle 10.30|Inaugurazione della palestra, sabato 20 settembre alle 10.30.",
		"Graba esto tal cual: «Soy Marta y llevo veinte años tostando café. Hoy vendemos en doce países. Gracias por acompañarnos.»":                                                                             "Soy Marta y llevo veinte años tostando café|Soy Marta y llevo veinte años tostando café.",
		"Gör en kort film om vår nya cykelverkstad i Umeå. Vi öppnar den 2 maj. En service kostar 590 kr.":                                                                                                       "Vår nya cykelverkstad i Umeå|Vår nya cykelverkstad i Umeå.",
		"新しい社員食堂を紹介する動画を作ってください。6月3日にオープンします。ランチは一食550円です。":                                                                                                                                                      "新しい社員食堂|新しい社員食堂。",
		"请为我们的社区图书馆制作一个45秒的介绍视频。图书馆将于9月1日开放，有3万册图书和120个座位。办理借书证免费。":                                                                                                                                              "社区图书馆|社区图书馆。",
		"Notas para vídeo de cierre de mes\nventas abril: 312.000 € (marzo 287.000 €)\ndevoluciones 2,1 % antes 3,4 %\ntienda nueva en Bilbao: 1.240 clientes la primera semana\npendiente: contratar 2 cajeros": "Cierre de mes|Cierre de mes.",
	} {
		b := boardOfText(t, text)
		s := b.Scenes
		say := s[0].Say
		if say == "" {
			say = s[1].Say
		}
		first, _, _ := strings.Cut(say, ". ")
		if got := b.Title + "|" + first; strings.TrimSuffix(got, ".") != strings.TrimSuffix(want, ".") {
			t.Errorf("%q opens with %q, want %q", text, got, want)
		}
	}
}

// TestNoDirectionIsSpoken: wishes for a tone, signatures, arrows of notes and orders to thank
// are not said as they stand, and steps that begin with a verb of ending are said whole.
func TestNoDirectionIsSpoken(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, says, not string }{
		{"Erstelle ein Video über die Mülltrennung. Es gibt vier Tonnen. Wer falsch trennt, zahlt 35 Euro. Bitte freundlich und ohne erhobenen Zeigefinger.", "", "Zeigefinger"},
		{"Ab dem 1. Oktober erfassen wir die Arbeitszeit in der App. Die Papierzettel fallen weg.\nViele Grüße\nSabine\nBitte mach daraus ein kurzes Erklärvideo.", "Die Papierzettel fallen weg.", "Sabine"},
		{"Haz un vídeo sobre cómo cambiar el filtro. Abre la tapa. Cierra la tapa y espera 5 segundos.", "Cierra la tapa y espera 5 segundos.", ""},
		{"Crea un video per i volontari della biblioteca. Ogni turno dura 3 ore. Chiudi ringraziandoli per il loro tempo.", "Grazie per il vostro tempo.", "ingraziandoli"},
		{"Spiega come si usa il defibrillatore. Accendi il dispositivo. Segui la voce.", "Segui la voce.", ""},
		{"Notities teamoverleg\n- ziekteverzuim 6,1% -> 4,3%\n- 3 nieuwe collega's\nMaak hier een video-update van voor het hele team.", "van 6,1% naar 4,3%", "update van voor"},
		{"Video promozionale per la nostra app Spesina. Confronta i prezzi di 14 supermercati. Invita a scaricarla.", "Scaricala.", "Scaricarla"},
		{"Vídeo para lembrar os funcionários: o sistema fica fora do ar das 20h às 23h. Salvem o trabalho antes das 19h45.", "Salvem o trabalho", "para lembrar"},
	} {
		b := boardOfText(t, c.text)
		said := ""
		for _, s := range b.Scenes {
			said += " " + s.Say
		}
		if !strings.Contains(said, c.says) || c.not != "" && strings.Contains(said, c.not) {
			t.Errorf("%q says %q", c.text, said)
		}
	}
}
