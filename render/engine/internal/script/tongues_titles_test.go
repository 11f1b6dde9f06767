package script

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/telling"
)

// TestFarTongues: languages whose grammar is little known keep their own words whole, under
// a title that the prompt gives.
func TestFarTongues(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"新入社員向けの60秒のオリエンテーション動画を作成してください。\n- 始業は9時です\n- 社員証は受付で受け取ります\n- 休憩は60分です":                                                                                             "オリエンテーション|始業は9時です。 社員証は受付で受け取ります。 休憩は60分です。",
		"制作60秒的新员工入职视频。\n- 上班时间是早上9点\n- 工牌在前台领取\n- 午休时间为60分钟":                                                                                                                  "新员工入职|新员工入职。",
		"신입 사원을 위한 60초 오리엔테이션 영상을 만들어 주세요.\n- 출근 시간은 오전 9시입니다\n- 사원증은 안내 데스크에서 받습니다\n- 휴식 시간은 60분입니다":                                                                          "오리엔테이션|출근 시간은 오전 9시입니다. 사원증은",
		"Film powitalny dla nowych pielęgniarek, 60 sekund.\n- Zmiana zaczyna się o 7:15\n- Identyfikator odbierzesz w recepcji\n- Przerwa trwa 30 minut":                      "Film powitalny dla nowych pielęgniarek|Zmiana zaczyna się o 7:15. Identyfikator odbierzesz w recepcji.",
		"Przygotuj 45-sekundowy film reklamowy o chlebaku Świeżak z drewna sosnowego. Chleb zostaje świeży do 5 dni.":                                                          "Świeżak|Świeżak.",
		"עדכון פנימי לצוות המכירות, אוקטובר. שיעור הנטישה ירד מ-5.1% ל-3.4%. תודה על ההשקעה!":                                                                                  "*|שיעור הנטישה / 3.4%",
		"تحديث داخلي لفريق المبيعات. انخفض معدل الإلغاء من 5.1% إلى 3.4%. شكرا لجهودكم!":                                                                                       "*|معدل الإلغاء / 3.4%",
		"סרטון קליטה לעובדים חדשים בבית החולים צפון, 60 שניות.\n- המשמרת מתחילה בשעה 7:15\n- את התג מקבלים בקבלה\n- ההפסקה נמשכת 30 דקות":                                      "בית החולים צפון|את התג מקבלים בקבלה",
		"צרו סרטון פרסומי של 45 שניות עבור לחם הבית. הקופסה שוקלת 1.8 ק\"ג. המחיר 89 ש\"ח והמשלוח חינם.":                                                                       "*|לחם הבית|הקופסה שוקלת 1.8 ק\"ג.",
		"فيديو ترحيبي للموظفين الجدد في مستشفى الشمال، 60 ثانية. مدة الاستراحة 30 دقيقة.":                                                                                      "مستشفى الشمال|مرحبا بكم في مستشفى الشمال.",
		"أنشئ فيديو إعلاني مدته 45 ثانية عن صندوق الخبز. يزن الصندوق 1.8 كيلوغرام.":                                                                                            "صندوق الخبز",
		"Bitte erstellt ein 45-Sekunden-Video für LinkedIn: Unser Werk in Emden läuft ab sofort komplett mit Windstrom. 14 Turbinen liefern 52 Megawatt. Wir danken dem Team.": "Unser Werk in Emden läuft ab sofort komplett mit Windstrom|14 Turbinen liefern 52 Megawatt.",
		"Sicherheitsunterweisung für Fahrer. Bei einem Unfall: Stapler abstellen, Notruf 112 wählen, Schichtleiter informieren. Danke.":                                        "*|process ",
	} {
		b := boardOfText(t, text)
		all := ""
		for _, s := range b.Scenes {
			all += "\n" + string(s.Kind) + " " + s.Say
			if s.Figure != nil {
				all += "\n" + s.Label + " / " + telling.FigureText(s.Figure)
			}
			for _, it := range s.Items {
				all += "\n" + it.Title
			}
		}
		for i, x := range strings.Split(want, "|") {
			if i == 0 && x != "*" && x != b.Title || i > 0 && !strings.Contains(all, x) {
				t.Errorf("%q (%q) lacks %q:%s", text, b.Title, x, all)
			}
		}
	}
}
