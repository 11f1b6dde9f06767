package script

import (
	"testing"

	"gitops.video/render/manifest"
)

// What labels and orders say in other languages is the topic, a direction or a fact, each for
// what it is.
func TestLabelsOfTongues(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ prompt, title, has, not string }{
		{"נושא: מיחזור אריזות ברחובות\nנקודות:\n- הפח הכתום לפלסטיק.\n- בשנת 2025 נאספו 3,400 טון, 12% יותר משנה קודמת.\nסיום: פרטים באתר recycle.example", "מיחזור אריזות ברחובות", "3,400 טון|recycle.example", "סיום:"},
		{"Tema: Nueva cita previa en la oficina de Vigo\nIdeas principales\n1) Pida cita por teléfono.\n2) La cita dura unos 20 minutos.\nFinal: Su cita le espera en empleovigo.example", "Nueva cita previa en la oficina de Vigo", "La cita dura unos 20 minutos.|Su cita le espera", "Final:|Primero|Veamos Nueva"},
		{"Promofilmpje voor de e-bike Wielo S2 van 35 seconden. De actieradius is 120 km. Toon: jong en energiek.", "", "120 km", "jong|Promofilmpje"},
		{"Vidéo interne (40 s) pour les collaborateurs : comment déclarer ses frais de déplacement. Le remboursement arrive sous 10 jours.", "Comment déclarer ses frais de déplacement", "10 jours", "Le comment"},
		{"Faça um comercial de 30 segundos do nosso café Serra Alta. Os grãos são 100% arábica.", "", "100% arábica", "comercial|do nosso"},
		{"ندعوكم إلى معرض الكتاب في الرياض. اصنعوا فيديو مدته 30 ثانية للعائلات. الدخول مجاني. الختام: «القراءة تجمعنا».", "", "القراءة تجمعنا", "الختام|تعرف على للعائلات"},
		{"Сделайте ролик на 40 секунд о новом приложении поликлиники № 7 для пациентов. Запись занимает меньше минуты.", "О новом приложении поликлиники № 7", "Запись занимает", "Сделайте"},
		{"Zrób 40-sekundowy film o nowej linii tramwajowej nr 15 w Poznaniu dla mieszkańców. Linia rusza 3 marca.", "O nowej linii tramwajowej nr 15 w Poznaniu", "Linia rusza 3 marca.", "Zrób"},
		{"Potrzebujemy krótkiego filmu, ok. 30 sekund. Od soboty mamy nowe menu. Zwracamy się do widzów na „ty”. Zakończcie napisem „Do zobaczenia!”.", "", "Od soboty mamy nowe menu.|Do zobaczenia!", "Potrzebujemy|Zwracamy|Zakończcie"},
	} {
		tells(t, write(t, Request{Spec: manifest.Spec{PositivePrompt: c.prompt}}), c.prompt, c.title, c.has, c.not)
	}
}
