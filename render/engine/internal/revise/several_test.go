package revise_test

import (
	"slices"
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
	"gitops.video/render/render/engine/internal/script"
)

const severalPrompt = `Scene 1: Hello
VO: "Meet Ledgerly. Freelancers lose five hours a week on invoices."
Scene 2: Kit
VO: "Every bike comes with a rain cover, a child seat and a heavy lock."
Visual: list of cards: "Rain cover", "Child seat", "Heavy lock"
Scene 3: Prices
VO: "The Family plan costs €89 a month and the Solo plan costs €59 a month."
Scene 4: Steps
VO: "First, book online. Second, we deliver to your door. Third, ride."
Visual: process: book online, we deliver, ride
Scene 5: Voices
VO: "Hanna says: we sold our second car after three weeks."
Visual: quote "We sold our second car after three weeks." by Hanna
Scene 6: Check
VO: "Before you start, check the brakes, the horn and the forks. The limit is 8 km/h indoors and 15 km/h in the yard."
Scene 7: Sales
VO: "Sales grew from 2.1 million in Q1 to 3.4 million in Q3."
Visual: bar chart: Q1: 2.1, Q2: 2.8, Q3: 3.4
Scene 8: Training
VO: "The training takes place on 12 March at 9:00 am in room 204. Our trainers are Mei, Carlos and Ruth. We have 12 classes a week, on Mondays."
Scene 9: End
VO: "Write to anna@ledgerly.example."
`

// TestSeveralInOneSentence: two values, two names, two replacements.
func TestSeveralInOneSentence(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]string{
		"change the family plan to €99 and the solo plan to €69": "plan costs €99 a month and the Solo plan costs €69 a month.",
		"the family plan is €99 and the solo plan €69":           "plan costs €99 a month and the Solo plan costs €69 a month.",
		"change room 204 to room 301 and 12 March to 13 March":   "on 13 March at 9:00 am in room 301.",
		"the training is on 14 March at 10:00 am, not 12 March":  "on 14 March at 10:00 am in room 204.",
		"remove the brakes and the horn":                         "Before you start, check the forks.",
		"remove the horn and the forks":                          "Before you start, check the brakes.",
		"drop the horn":                                          "check the brakes and the forks.",
		"remove the child seat and the lock":                     "Every bike comes with a rain cover.",
		"remove the brakes and drop the child seat":              "Every bike comes with a rain cover and a heavy lock.",
		"remove Ruth":                            "Our trainers are Mei and Carlos.",
		"replace Mei with Ana and Ruth with Tom": "Our trainers are Ana, Carlos and Tom.",
		"swap Mei and Ruth":                      "Our trainers are Ruth, Carlos and Mei.",
		"add Ines to the trainers":               "Our trainers are Mei, Carlos, Ruth and Ines.",
		"add phone holder to the list of what every bike comes with":   "a rain cover, a child seat, a heavy lock and a phone holder.",
		`change the second card to "Two child seats"`:                  "a rain cover, two child seats and a heavy lock.",
		`add a fourth step: return it`:                                 "Third, ride. Fourth, return it.",
		"replace the child seat with the dog basket":                   "a rain cover, a dog basket and a heavy lock.",
		`don't say "heavy"`:                                            "a child seat and a lock.",
		"don't say heavy lock, say strong lock":                        "a child seat and a strong lock.",
		"never say online":                                             "First, book. Second",
		"three hours, not five":                                        "lose three hours a week",
		"the yard limit is 20 km/h":                                    "8 km/h indoors and 20 km/h in the yard.",
		"it's room 301":                                                "in room 301.",
		"we have 14 classes a week now":                                "We have 14 classes a week",
		"we now have 14 classes a week, up from 12":                    "We have 14 classes a week",
		"Tuesdays, not Mondays":                                        "a week, on Tuesdays.",
		"Q2 should be 2.9 and Q3 3.6":                                  "to 3.6 million in Q3.",
		"change the email to tom@ledgerly.example":                     "Write to tom@ledgerly.example.",
		`call it "Billbird" instead of "Ledgerly" everywhere`:          "Meet Billbird.",
		`change the last line to "Write to us."`:                       "Write to us.",
		`change the quote to "We sold the van"`:                        "Hanna says: We sold the van.",
		`Can we end with "See you. Bye."?`:                             "See you. Bye.",
		"remove the first two sentences of scene 8":                    "We have 12 classes a week, on Mondays.",
		`Ledgerly should be pronounced "ledger-lee"`:                   "Meet Ledgerly.",
		"in scene 3 say the plan is €5 and the rest is €6":             "The plan is €5 and the rest is €6.",
		"mention that entry is €5 and parking is €3":                   "Entry is €5 and parking is €3.",
		`in scene 3 say "We drop the fee and the plan costs €5 a day"`: "We drop the fee and the plan costs €5 a day.",
	} {
		b, answer := amended(t, severalPrompt, edit)
		if said := wordsOf(b); !strings.Contains(said, want) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, said, answer)
		}
	}
}

// TestWhatSeveralDo: pictures and the order of scenes follow.
func TestWhatSeveralDo(t *testing.T) {
	t.Parallel()
	base, _ := amended(t, severalPrompt, "")
	for _, c := range []struct {
		edit  string
		check func(b *scene.Storyboard) bool
	}{
		{"Q2 should be 2.9 and Q3 3.6", func(b *scene.Storyboard) bool {
			return slices.Equal(b.Scenes[6].Series.Values, []float64{2.1, 2.9, 3.6})
		}},
		{"swap the quote and the process", func(b *scene.Storyboard) bool {
			return b.Scenes[3].ID == base.Scenes[4].ID && b.Scenes[4].ID == base.Scenes[3].ID
		}},
		{"remove the child seat and the lock", func(b *scene.Storyboard) bool {
			return b.Scenes[1].Kind == scene.Statement && len(b.Scenes[1].Items) == 0
		}},
		{"remove scene 1 and swap the quote and the process", func(b *scene.Storyboard) bool { return b.Scenes[2].ID == base.Scenes[4].ID }},
		{"remove scene 1 and drop the rain cover", func(b *scene.Storyboard) bool { return titlesOf(b.Scenes[0]) == "Child seat / Heavy lock" }},
		{"remove the rain cover", func(b *scene.Storyboard) bool { return !strings.Contains(b.Scenes[1].Headline, "rain cover") }},
		{"replace heavy lock with chain", func(b *scene.Storyboard) bool {
			return titlesOf(b.Scenes[1]) == "Rain cover / Child seat / Chain" && b.Scenes[1].Items[2].Cue == "chain"
		}},
		{"merge the last two scenes", func(b *scene.Storyboard) bool { return b.Scenes[7].URL == "anna@ledgerly.example" }},
		{"music quieter under the voice", func(b *scene.Storyboard) bool { return b.Music.Level == -3 }},
		{"the music is too loud and captions off", func(b *scene.Storyboard) bool { return b.Music.Level == -3 && b.Captions == "off" }},
		{`Ledgerly should be pronounced "ledger-lee"`, func(b *scene.Storyboard) bool {
			return b.Pronounce[0] == scene.Sounded{Word: "Ledgerly", As: "ledger-lee"}
		}},
		{"start with the quote", func(b *scene.Storyboard) bool { return b.Scenes[0].Kind == scene.Quote }},
		{"make it longer by a third", func(b *scene.Storyboard) bool { return b.Seconds > 1.3*base.Seconds }},
		{"Make it square for LinkedIn", func(b *scene.Storyboard) bool { return b.Width == b.Height }},
		{"All headlines in Poppins", func(b *scene.Storyboard) bool { return b.Look.Heading == "Poppins" }},
	} {
		b, answer := amended(t, severalPrompt, c.edit)
		if !c.check(b) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s", c.edit, answer)
		}
	}
}

// TestLongerUndoesShorter: and the other way round.
func TestLongerUndoesShorter(t *testing.T) {
	t.Parallel()
	base, _ := amended(t, severalPrompt, "")
	for _, edit := range []string{"- make scene 5 shorter\n- make scene 5 longer", "- make scene 5 longer\n- make scene 5 shorter", "- shorten scene 1\n- lengthen scene 1"} {
		b, answer := amended(t, severalPrompt, edit)
		if b.Scenes[4].Seconds != base.Scenes[4].Seconds || wordsOf(b) != wordsOf(base) {
			t.Errorf("%s: %g s, %s\n%s", edit, b.Scenes[4].Seconds, wordsOf(b), answer)
		}
	}
}

// TestListsOfOtherLanguages: names stay names, an article is not guessed.
func TestListsOfOtherLanguages(t *testing.T) {
	t.Parallel()
	es := "Crea un vídeo de 45 segundos para la clínica dental Sonrisa. La primera visita es gratis. Tenemos tres dentistas: Ana, Luis y Marta. Pide tu cita en sonrisa.example."
	fr := "Crée une vidéo de 45 secondes pour l'Atelier Lumen. Apportez un tablier, une serviette et un bol. Les cours ont lieu le mardi et le jeudi. Inscrivez-vous sur lumen.example."
	de := "Erstelle ein Video von 45 Sekunden über Stadtflitzer. Mit Stadtflitzer nutzen Sie 300 Autos. Sie sparen Geld, Zeit und Nerven. Melden Sie sich bis zum 30. Juni an auf stadtflitzer.example."
	for _, c := range []struct{ text, edit, want string }{
		{es, "Quita a Luis", "Primero: Ana. Y por último: Marta."},
		{es, "Añade a Pedro a los dentistas", "Y por último: Pedro."},
		{es, `No digas "gratis", di "sin coste"`, "La primera visita es sin coste."},
		{fr, "Enlève le tablier et la serviette", "Apportez un bol."},
		{fr, "Le cours a lieu le mercredi, pas le mardi", "le mercredi et le jeudi"},
		{de, "Entferne Zeit und Nerven aus der Liste", "Sie sparen Geld."},
		{de, "Wir haben jetzt 350 Autos", "350 Autos"},
		{de, "Die Anmeldung läuft bis zum 15. Juli", "bis zum 15. Juli"},
		{de, "Erwähne, dass die Anmeldung fünf Minuten dauert", "Die Anmeldung dauert fünf Minuten."},
		{de, "Sag nicht „Nerven“, sondern „Ärger“", "Geld, Zeit und Ärger."},
		{es, "Ahora tenemos cuatro dentistas", "cuatro dentistas"},
		{fr, "Ne parle pas de la serviette", "Apportez un tablier et un bol."},
		{es, "No hables de Luis", "Primero: Ana. Y por último: Marta."},
	} {
		if b, answer := amended(t, c.text, c.edit); !strings.Contains(wordsOf(b), c.want) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", c.edit, wordsOf(b), answer)
		}
	}
}

const harbourPrompt = `Scene 1: Welcome
VO: "Ships, storms and a whale. Welcome to the Harbour Museum."
Scene 2: Highlights
VO: "Climb aboard the SS Corvina, touch a diver's suit and try the steam crane."
Visual: list of cards: "SS Corvina", "Diver's suit", "Steam crane"
Scene 3: Tickets
VO: "Adults pay £14, children pay £6 and a family ticket is £32."
Visual: list of cards: "Adults £14", "Children £6", "Family £32"
Scene 4: Opening hours
VO: "We are open Tuesday to Sunday from 10 am to 5 pm."
Scene 5: Growth
VO: "Visitors rose from 90 thousand in 2021 to 180 thousand in 2024."
Visual: line chart: 2021: 90, 2022: 120, 2023: 150, 2024: 180
Scene 6: Staff
VO: "We have 64 guides on 18 decks. The tour begins at 7:15 am. It opens on 2 June."
Scene 7: End
VO: "Book at harbour.example. See you on board!"
`

// TestScenesByTheirTitles: a plan's titles name its scenes, and what they list.
func TestScenesByTheirTitles(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]string{
		"swap the tickets and the highlights":                           "s1 s3 s2 s4 s5 s6 s7",
		"put the growth chart right after the welcome":                  "s1 s5 s2 s3 s4 s6 s7",
		"remove the tickets scene":                                      "s1 s2 s4 s5 s6 s7",
		"start with the highlights":                                     "s2 s1 s3 s4 s5 s6 s7",
		"remove every scene except the first and last":                  "s1 s7",
		"- remove the staff scene\n- move the tickets scene to the end": "s1 s2 s4 s5 s7 s3",
		`- add a scene after the tickets scene saying "Free on Mondays."` + "\n- move the new scene to the end": "s1 s2 s3 s4 s5 s6 s7 s8",
	} {
		if b, answer := amended(t, harbourPrompt, edit); ids(b) != want || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s, %s", edit, ids(b), answer)
		}
	}
	if b, answer := amended(t, harbourPrompt, `add "The lighthouse" to the highlights`); titlesOf(b.Scenes[1]) != "SS Corvina / Diver's suit / Steam crane / The lighthouse" && titlesOf(b.Scenes[1]) != "SS Corvina / Diver's suit / Steam crane / Lighthouse" {
		t.Errorf("%s: %s", titlesOf(b.Scenes[1]), answer)
	}
}

// TestStatementsWithAnotherValue: what the video says already is said with the value that
// the instruction has.
func TestStatementsWithAnotherValue(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string]string{
		"Adults now pay £15 and children £7":         "Adults pay £15, children pay £7 and a family ticket is £32.",
		"we have 70 guides on 20 decks":              "We have 70 guides on 20 decks.",
		"We are open Wednesday to Sunday":            "open Wednesday to Sunday from 10 am",
		"the tour begins at 7:00 am":                 "begins at 7:00 am.",
		"it opens on 9 June":                         "It opens on 9 June.",
		"change the opening date to June 9":          "It opens on 9 June.",
		"2024 should be 195 thousand":                "to 195 thousand in 2024.",
		"don't call it a museum, call it a dock":     "the Harbour Dock.",
		`make the opening punchier: "A whale."`:      "A whale. |",
		"the url should be harbour.example/families": "Book at harbour.example/families. See",
		"swap the diver's suit and the steam crane":  "the SS Corvina, try the steam crane and touch a diver's suit.",
		"move the steam crane to the top":            "Try the steam crane, climb aboard the SS Corvina and touch a diver's suit.",
		"the diver's suit should come last":          "the SS Corvina, try the steam crane and touch a diver's suit.",
	} {
		b, answer := amended(t, harbourPrompt, edit)
		if said := wordsOf(b); !strings.Contains(said, want) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, said, answer)
		}
		if strings.Contains(edit, "url") && b.Scenes[6].URL != "harbour.example/families" {
			t.Error(b.Scenes[6].URL)
		}
	}
	for _, edit := range []string{"we have 70 pilots", "the tour begins in room 12", "we are open at 9 am"} {
		b, answer := amended(t, harbourPrompt, edit)
		if base, _ := amended(t, harbourPrompt, ""); wordsOf(b) != wordsOf(base) || !strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s", edit, answer)
		}
	}
}

// TestEditsCountTheSameScenesInEveryResult: where edits name scenes, no result tells them
// in another order.
func TestEditsCountTheSameScenesInEveryResult(t *testing.T) {
	t.Parallel()
	text := "Make a 45 second video about Ledgerly, an invoicing app. It writes an invoice in 20 seconds. It connects to 40 banks. Data stays in Europe. Support answers within an hour. Sign up at ledgerly.example."
	said := ""
	for v := range 4 {
		b, err := script.Write(t.Context(), script.Request{Spec: manifest.Spec{PositivePrompt: text, Edits: []string{"make scene 2 shorter"}}, Seed: uint64(v), Variant: v})
		if err != nil {
			t.Fatal(err)
		}
		if v > 0 && wordsOf(b) != said {
			t.Errorf("result %d says %s\nand the one before %s", v, wordsOf(b), said)
		}
		said = wordsOf(b)
	}
}

// TestLongerScenesMakeRoom: where nobody asked for a length, a longer scene makes the video
// longer and the others keep theirs; swapped scenes come on as they did.
func TestLongerScenesMakeRoom(t *testing.T) {
	t.Parallel()
	base, _ := amended(t, harbourPrompt, "")
	b, answer := amended(t, harbourPrompt, "make scene 2 longer")
	if b.Seconds <= base.Seconds || !strings.Contains(answer, "the video lasts") {
		t.Errorf("%g s of %g s: %s", b.Seconds, base.Seconds, answer)
	}
	if b, _ = amended(t, "A 40 second video.\n"+harbourPrompt, "make scene 2 longer"); b.Seconds != 40 {
		t.Errorf("%g s, and 40 s are asked for", b.Seconds)
	}
	b, _ = amended(t, harbourPrompt, "swap scenes 3 and 5")
	if b.Scenes[2].Transition != base.Scenes[4].Transition || b.Scenes[4].Transition != base.Scenes[2].Transition {
		t.Error("a swapped scene comes on in another way and is drawn anew")
	}
}

// TestWhatIsAlmostMeant: what reads like something else, or would be said wrongly.
func TestWhatIsAlmostMeant(t *testing.T) {
	t.Parallel()
	text := `Scene 1: Incidents
VO: "Last year we had three data incidents."
Scene 2: Rule
VO: "Never send customer lists, passwords or contracts by email."
Visual: list of cards: "Customer lists", "Passwords", "Contracts"
Scene 3: What to do
VO: "Stop, write it down and call extension 300 within one hour."
Visual: process: stop, write it down, call extension 300
Scene 4: Deadline
VO: "Finish the training by 30 November. It takes 20 minutes. A loaf costs £4 and a cinnamon bun costs £2."
Scene 5: Flour
VO: "We use organic flour, sea salt and local butter."
Scene 6: Questions
VO: "Questions? Ask Lena Fischer."
`
	for edit, want := range map[string]string{
		"mention coffee is free for trainees":           "Coffee is free for trainees.",
		"we had five data incidents":                    "we had five data incidents.",
		"we had four incidents, not three":              "we had four data incidents.",
		"Finish by 31 December":                         "the training by 31 December.",
		"training takes 25 minutes":                     "It takes 25 minutes.",
		"call extension 310 within two hours":           "and call extension 310 within two hours.",
		`add "Salaries" to the cards`:                   "customer lists, passwords, contracts or salaries by email.",
		"remove contracts and passwords":                "Never send customer lists by email.",
		"passwords first":                               "Never send passwords, customer lists or contracts by email.",
		"swap organic flour and local butter":           "We use local butter, sea salt and organic flour.",
		"make scenes 5 and 6 one scene and cut scene 1": "organic flour, sea salt and local butter. Questions?",
	} {
		if b, answer := amended(t, text, edit); !strings.Contains(wordsOf(b), want) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, wordsOf(b), answer)
		}
	}
	base, _ := amended(t, text, "")
	for _, edit := range []string{`say "buns" not "bun"`, "end with the phone number instead of the website", "flour before butter"} {
		if b, answer := amended(t, text, edit); wordsOf(b) != wordsOf(base) || !strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", edit, wordsOf(b), answer)
		}
	}
}

// TestNothingIsPassedOver: of several things that are asked for all are done, or the answer
// names what would stay undone.
func TestNothingIsPassedOver(t *testing.T) {
	t.Parallel()
	for edit, want := range map[string][2]string{ // words of the video, of the answer
		"the yard limit is 20 km/h and the solo plan costs €61, and faster music please": {"20 km/h in the yard", ""},
		"we have 14 classes a week; the moon costs 77":                                   {"We have 12 classes a week", "77"},
		"remove the sentence about the classes and add calm music":                       {"Mei, Carlos and Ruth. |", "the music is calm"},
		`more energy! and a punchy opening line: "Ready?"`:                               {"Ready? |", "the music is energetic"},
		"it starts on 13 April, not 12 March, and the moon costs 77":                     {"on 12 March at", "not honoured"},
		"Mei retired. The new trainer is Nora Blum.":                                     {"Our trainers are Nora Blum, Carlos and Ruth.", ""},
		"step 3 is odd, drop it":                                                         {"First, book online. Second, we deliver to your door.", ""},
		"the last step should be the first step":                                         {"First, ride.", ""},
		`step 2: we bring it to your door`:                                               {"Second, we bring it to your door.", ""},
		"The quote isn't needed. And slower please":                                      {"Third, ride. | Before you start", "pace 0.92"},
		`don't say "cheap bikes", legal wants "bikes"`:                                   {"Meet Ledgerly.", "not honoured"},
		`don't say "heavy", say "strong", and use calm music`:                            {"a strong lock", "the music is calm"},
		"check the tyres instead of the brakes":                                          {"check the tyres, the horn", ""},
		`we want the end to have the logo only, no words`:                                {"Write to anna", "not honoured"},
		"The child seat is cancelled. Take it out.":                                      {"a rain cover and a heavy lock.", ""},
		"Copper isn't right, it's a heavy chain":                                         {"a heavy lock", "not honoured"},
		"the lock isn't true, it's a chain":                                              {"a heavy chain", ""},
		"start with the sales, then the prices":                                          {"in Q3. | The Family plan", ""},
		`"a rain cover" should be said with more emphasis`:                               {"*a rain cover*", ""},
		"please add at the end that violations have consequences":                        {"Violations have consequences.", ""},
		"change the email to tom@ledgerly.example and room 204 to room 301":              {"Write to tom@ledgerly.example.", ""},
		"give scene 5 a blue background and two seconds more":                            {"", "scene 5 lasts"},
		"drop the bit about the horn":                                                    {"check the brakes and the forks.", ""},
		"faster music and a presenter who juggles":                                       {"Meet Ledgerly.", `"faster music" is understood, "a presenter who juggles" is not`},
		"classes are every first Monday":                                                 {"a week, on Mondays.", "not honoured"},
		`cut "a rain cover: nothing else"`:                                               {"a rain cover, a child seat", `not honoured`},
		`"Freelancers lose five hours a week on invoices" last`:                          {"Freelancers lose five hours", "not honoured"},
		`replace the last sentence by a question: "Any questions?"`:                      {"Any questions?", ""},
	} {
		b, answer := amended(t, severalPrompt, edit)
		if said := wordsOf(b); !strings.Contains(said, want[0]) || !strings.Contains(answer, want[1]) {
			t.Errorf("%s: %s\n%s", edit, said, answer)
		}
	}
}

// TestNothingIsPassedOverInGerman: the same, and who a word leads has the name.
func TestNothingIsPassedOverInGerman(t *testing.T) {
	t.Parallel()
	const prompt = `Ein Video für neue Mieter: So funktioniert die Waschküche.
Waschen von 7 bis 21 Uhr. Ein Waschgang kostet 2 Euro. Bitte Sieb reinigen und Tür offen lassen. Bei Problemen: Hausmeister Kaya.`
	for edit, want := range map[string][2]string{
		"Ein Waschgang kostet jetzt 2,50 Euro und gewaschen wird bis 20 Uhr.": {"Waschen von 7 bis 20 Uhr. | Ein Waschgang kostet 2,50 Euro.", ""},
		"Der Hausmeister heißt jetzt Demir.":                                  {"Hausmeister Demir", ""},
		"Lass das mit dem Sieb weg.":                                          {"Bitte Sieb reinigen und Tür offen lassen.", "not honoured"},
	} {
		b, answer := amended(t, prompt, edit)
		if said := wordsOf(b); !strings.Contains(said, want[0]) || !strings.Contains(answer, want[1]) {
			t.Errorf("%s: %s\n%s", edit, said, answer)
		}
	}
}
