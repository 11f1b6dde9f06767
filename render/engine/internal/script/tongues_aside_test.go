package script

import (
	"testing"

	"gitops.video/render/manifest"
)

// What people say to the agent in passing is carried out, and nobody says it to the viewers.
func TestAsidesOfTongues(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ prompt, title, has, not string }{
		{"Hallo zusammen, ich bräuchte mal wieder ein Video. Diesmal geht's um unser neues Lastenrad-Sharing in Freiburg. Wir haben 40 Räder. Wär schön, wenn ihr am Ende auf lastenrad.example verweist. Bitte duzen, und nicht länger als 40 Sekunden. Danke euch!",
			"Unser neues Lastenrad-Sharing in Freiburg", "Wir haben 40 Räder.|lastenrad.example", "Diesmal|schön|duzen|40 Sekunden|Danke euch"},
		{"Crée une vidéo pour présenter notre carte de fidélité. La carte est gratuite. On vouvoie les clients. Merci d'avance !", "Notre carte de fidélité", "La carte est gratuite.", "vouvoie|avance"},
		{"Preciso de um vídeo sobre a nossa feira de orgânicos. A entrada é livre. Fecha com \"Esperamos você no sábado!\"", "A nossa feira de orgânicos", "Esperamos você no sábado!", "Fecha com"},
		{"Haz un vídeo sobre nuestra tienda. Abrimos a las diez. Usa los datos del archivo.", "Nuestra tienda", "Abrimos a las diez.", "Usa los datos"},
		{"أريد فيديو عن تطبيق «موعدي». يضم التطبيق أكثر من 350 عيادة. في النهاية ادعُ المشاهد إلى تحميل التطبيق من mawidi.example.", "", "350|mawidi.example", "ادعُ"},
		// Facts that have the same words.
		{"Mach ein Video über unser Büro. Bei uns duzen wir uns alle. Am Ende des Flurs steht die Küche.", "Unser Büro", "Bei uns duzen wir uns alle.|Am Ende des Flurs", ""},
		{"Erstelle ein Video über unsere neuen Ergebnisse. Der Umsatz ist stabil.", "Unsere neuen Ergebnisse", "Das sind unsere neuen Ergebnisse.", "Das ist unsere"},
		{"Brief\nArgomento: bilancio di Molino Bianchi\nDati:\n- Fatturato: 8,4 milioni di euro (2025: 7,6 milioni)\n- Nuovi soci: 14", "Bilancio di Molino Bianchi", "contro 7,6 milioni nel 2025", "Brief|(2025"},
		{"Fais une vidéo d'une minute pour expliquer aux bénévoles de la Recyclerie du Vallon comment se passe une journée de collecte. On arrive à 8 h 15.", "Comment se passe une journée de collecte", "On arrive", "bénévoles de."},
		{"Queremos un reel de 30 segundos pa' promocionar nuestra taquería El Farolito. Los jueves hay 2x1. Al final pongan \"¡Te esperamos en Av. Chapultepec 214!\"", "El Farolito", "¡Te esperamos en Av. Chapultepec 214!", "pongan|pa'"},
	} {
		tells(t, write(t, Request{Spec: manifest.Spec{PositivePrompt: c.prompt}}), c.prompt, c.title, c.has, c.not)
	}
}

// What is asked of a table is answered in the language of the prompt.
func TestExtremesOfTongues(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{
		"a.csv": "Standort,Besucher 2024,Besucher 2025\nKiel,41200,46800\nLübeck,38900,37100\nFlensburg,12300,15900\n",
		"m.csv": "mes,ventas\nenero,1200\nfebrero,1350\nmarzo,1620\nabril,1580\nmayo,1910\n",
	})
	for _, c := range []struct{ prompt, file, has, not string }{
		{"Mach ein Video über die Besucherzahlen. Zeige, welcher Standort am stärksten gewachsen ist. Nenne den Standort mit den wenigsten Besuchern.", "a.csv", "Der größte Zuwachs: Flensburg, von 12.300 in 2024 auf 15.900 in 2025.|Flensburg hat den niedrigsten Wert: 15.900.", "welcher Standort"},
		{"Haz un vídeo sobre la tienda. Destaca el mes con más ventas y explica qué mes fue el peor.", "m.csv", "de 1.200 en enero a 1.910 en mayo|Mayo tiene el valor más alto: 1.910.|Enero va en último lugar, con 1.200.", "explica"},
		{"Fais une vidéo sur nos agences. Quelle agence a le plus progressé ? Montre l'agence qui a le moins de clients.", "a.csv", "Quelle agence|La plus forte hausse : Flensburg, de 12 300 en 2024 à 15 900 en 2025.|Flensburg a la valeur la plus basse : 15 900.", ""},
		{"Crea un video sulle filiali. Evidenzia la filiale migliore e indica quale filiale è calata di più.", "a.csv", "Kiel è in testa, con 46.800.|Il calo più forte: Lübeck, da 38.900 nel 2024 a 37.100 nel 2025.", "quale filiale"},
		{"Crie um vídeo sobre as lojas. Destaque a loja que mais cresceu.", "a.csv", "O maior aumento: Flensburg, de 12.300 em 2024 para 15.900 em 2025.", ""},
		{"Maak een video over onze winkels. Welke winkel heeft de hoogste omzet?", "a.csv", "Kiel heeft de hoogste waarde: 46.800.", ""},
	} {
		tells(t, write(t, Request{Spec: manifest.Spec{PositivePrompt: c.prompt, Context: []string{c.file}}, Dir: dir}), c.prompt, "", c.has, c.not)
	}
}

// What viewers are asked at the end of a plan is said in its last scene, or read there.
func TestPlansCloseInTongues(t *testing.T) {
	t.Parallel()
	b := boardOfText(t, "Escena 1 (5 s): Plano general. Locución: \"Cada pieza se hace a mano.\"\nEscena 2 (6 s): Llamada a la acción: Reserva tu visita en acme.example")
	if last := b.Scenes[1]; last.Say != "Reserva tu visita en acme.example." || last.URL != "acme.example" {
		t.Errorf("the last scene says %q and shows %q", last.Say, last.URL)
	}
	b = boardOfText(t, "Escena 1 (5 s): Plano general. Locución: \"Cada pieza se hace a mano.\"\nEscena 2 (6 s): Presentadora a la derecha. Locución: \"Visita nuestra tienda.\"\nCierre: ceramicaluz.example")
	if last := b.Scenes[1]; len(last.Overlay) != 1 || last.Overlay[0] != "ceramicaluz.example" {
		t.Errorf("the last scene shows %q", last.Overlay)
	}
}
