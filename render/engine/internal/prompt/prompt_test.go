package prompt

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/layout"
	"gitops.video/render/render/engine/internal/prose"
)

func TestDurations(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]float64{
		"Plan for a 60s film about tea, avatar: woman early 30s": 60, "Create a 30-second video about tea": 30, "Make a 30s clip about tea": 30, "A one minute explainer about tea": 60, "Make a video about tea in two minutes": 120,
		"Create a 1.5 minute video about tea": 90, "Create a 2 min 30 sec video about tea": 150, "Make a half a minute video about tea": 30, "Create a forty-five second ad for tea": 45,
		"Video about tea. Duration: 1:15": 75, "Video about tea. Length: 40 seconds": 40, "Create a 30-45 second video about tea": 37.5,
		"Erstelle ein 30-sekündiges Video über Tee": 30, "Erstelle ein Video über Tee, zwei Minuten": 120, "Crea un video de 20 segundos sobre el té": 20,
		"Crée une vidéo d'une minute sur le thé": 60, "Crie um vídeo de 40 segundos sobre chá": 40, "Crea un video di 25 secondi sul tè": 25, "أنشئ فيديو مدته 30 ثانية عن الشاي": 30,
		"Create a vertical 9:16 video, 20 seconds, about tea": 20, "Create a 9:16 video about tea": 0, "Make a minute and a half video about tea": 90, "Create a video about tea, a quarter of a minute": 15, "Create a video about tea, three quarters of a minute": 45,
		"Make a twenty-five second video about tea": 25, "Make a one hundred and twenty seconds video about tea": 120, "Make a couple of minutes video about tea": 120,
		"Make a one minute thirty video about tea": 90, "Create a 2 and a half minute video about tea": 150, "Create a 1 minute and a half video about tea": 90,
		"Crea un video de un minuto y medio sobre el té": 90, "Crée une vidéo d'une minute trente sur le thé": 90, "Crea un video di quarantacinque secondi sul tè": 45,
		"Erstelle ein Video über Tee, fünfundvierzig Sekunden": 45, "Erstelle ein Video über Tee, anderthalb Minuten": 90, "Crea un video de cuarenta y cinco segundos sobre el té": 45,
		"Create a video about tea that stays hot for 30 minutes and brews in 20 seconds.":                    0, // facts are no length
		"Release notes video for Foo CLI 2.4. Before: builds took 12 minutes. After: builds take 4 minutes.": 0,
		"Create a video about our courier service. Delivery in 30 minutes. It is free.":                      0,
		"Create a video about tea. Keep it under a minute.":                                                  60,
		"Create a video about tea. The video should be 30 seconds long.":                                     30,
	} {
		if got := Parse(text).Seconds; got != want {
			t.Errorf("%q: %g s, want %g", text, got, want)
		}
	}
}

func TestLevels(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"Create a video about tea. Mention that it is hot.":                           brief.Topic,
		"Tea is hot. It comes from a leaf. You will love it.":                         brief.Script,
		"Create a video.\n\nSCRIPT:\nTea is hot.\nIt comes from a leaf.\nDrink it.":   brief.Script,
		"Scene 1: intro\nVO: \"Hello.\"\n\nScene 2: end\nVO: \"Bye.\"":                brief.Scenes,
		"SZENE 1 (5s)\nSprecher: Hallo zusammen.\nSZENE 2 (5s)\nSprecher: Bis bald.":  brief.Scenes,
		"Escena 1: portada\nVoz: Hola a todos.\nEscena 2: cierre\nVoz: Hasta pronto.": brief.Scenes,
	} {
		if got := Parse(text).Level; got != want {
			t.Errorf("%q: level %d, want %d", text, got, want)
		}
	}
}

func TestInstructionsBecomePoints(t *testing.T) {
	t.Parallel()
	type got struct {
		role brief.Role
		form brief.Form
		text string
	}
	for text, want := range map[string][]got{
		"Explain that it keeps drinks cold for 24 hours.":              {{brief.Body, brief.Clause, "It keeps drinks cold for 24 hours."}},
		"Mention the lifetime warranty":                                {{brief.Body, brief.Phrase, "the lifetime warranty"}},
		"End with a call to action to visit acme.example":              {{brief.Action, brief.Verb, "visit acme.example"}},
		"Open with the question \"Still drinking warm water?\"":        {{brief.Hook, brief.Clause, "Still drinking warm water?"}},
		"Start by asking: \"Ready?\"":                                  {{brief.Hook, brief.Clause, "Ready?"}},
		"Finally, invite viewers to book a demo at acme.example.":      {{brief.Action, brief.Verb, "book a demo at acme.example"}},
		"Show how teams save two hours a week.":                        {{brief.Body, brief.Clause, "Teams save two hours a week."}},
		"Explain how it works.":                                        {{brief.Body, brief.How, "how it works"}},
		"Direct people to acme.example/start.":                         {{brief.Action, brief.Verb, "visit acme.example/start"}},
		"Then highlight that setup is free, and that it takes a day.":  {{brief.Body, brief.Clause, "Setup is free."}, {brief.Body, brief.Clause, "It takes a day."}},
		"Tell employees to lock their screens.":                        {{brief.Body, brief.Verb, "lock your screens."}},
		"Erkläre, dass die Flasche auch Suppe warm hält.":              {{brief.Body, brief.Clause, "Die Flasche hält auch Suppe warm."}},
		"Erwähne, dass man das Gerät in Minuten einrichten kann.":      {{brief.Body, brief.Clause, "Man kann das Gerät in Minuten einrichten."}},
		"Erkläre, dass der Laden um acht Uhr aufmacht.":                {{brief.Body, brief.Clause, "Der Laden macht um acht Uhr auf."}},
		"Explica que la batería dura diez años y que no pesa nada.":    {{brief.Body, brief.Clause, "La batería dura diez años."}, {brief.Body, brief.Clause, "No pesa nada."}},
		"Explique que l'application est gratuite pour les étudiants.":  {{brief.Body, brief.Clause, "L'application est gratuite pour les étudiants."}},
		"Menziona che il pane è ancora caldo quando arriva nella casa": {{brief.Body, brief.Clause, "Il pane è ancora caldo quando arriva nella casa."}},
	} {
		b := Parse(text)
		var is []got
		for _, p := range b.Points {
			is = append(is, got{p.Role, p.Form, p.Text})
		}
		if !reflect.DeepEqual(is, want) {
			t.Errorf("%q:\n got %v\nwant %v", text, is, want)
		}
	}
}

func TestProductionTalkIsNotSpoken(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"Keep the tone upbeat.", "Use our brand colors.", "No avatar, voice-over only.", "The video should be 30 seconds long.", "Vertical format, with captions.",
		"Make it fun and short.", "Don't use jargon.", "Use a female narrator.", "Background music: calm piano.", "Colors: #112233 and #445566.", "Smash cuts between scenes.",
		"The presenter should wear a suit.", "60 seconds, landscape, English.", "Ton: freundlich.", "Ohne Musik.", "Tono alegre, música animada.", "Style: cinematic.",
	} {
		b := Parse("Create a video about tea.\n" + s)
		if len(b.Points) != 0 {
			t.Errorf("%q is spoken: %+v", s, b.Points)
		}
	}
	// Advice to the viewer looks alike, and is content.
	for _, s := range []string{"Keep your phone in your pocket.", "Use strong passwords.", "Avoid public Wi-Fi.", "Report every near miss the same day.", "Show your badge at the door.", "Make sure the door is locked."} {
		b := Parse("Create a video about safety.\n" + s)
		if len(b.Points) != 1 {
			t.Errorf("%q is not spoken", s)
		}
	}
}

func TestSubjects(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"Create a 20-second launch video for Tidemark, a leak sensor the size of a coin.":     {"Tidemark", "a leak sensor the size of a coin", ""},
		"Introduce Acme Bottle to enterprise buyers.":                                         {"Acme Bottle", "", "enterprise buyers"},
		"Make a training video about phishing for all employees at Norwind.":                  {"phishing", "", "all employees at Norwind"},
		"Create a 30-second invitation video for the Harbour Data Summit for data engineers.": {"the Harbour Data Summit", "", "data engineers"},
		"Create an update video about Q3 results for the whole company, presented by our CFO": {"Q3 results", "", "the whole company"},
		"Product demo for Quillboard, the planning tool for newsrooms, 40 seconds.":           {"Quillboard", "the planning tool for newsrooms", ""},
		"Erstelle ein Produktvideo für Waldkrug, die Trinkflasche aus Holz.":                  {"Waldkrug", "die Trinkflasche aus Holz", ""},
		"Crée une vidéo de formation de 45 secondes sur le télétravail pour nos collègues.":   {"le télétravail", "", "nos collègues"},
		"Forklift safety refresher for warehouse staff.":                                      {"forklift safety", "", "warehouse staff"},
	} {
		b := Parse(text)
		if got := [3]string{b.Subject, b.About, b.Audience}; got != want {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestScenePlan(t *testing.T) {
	t.Parallel()
	b := Parse(`SCENE 2 — A-ROLL + OVERLAY (12s)
[Avatar LEFT 35%. Content RIGHT 65%.]
Visual: Three cards CASCADE in from the right at -5 degrees, staggered 0.3s: "One", "Two"
VOICEOVER: "There are two. Both matter."
Lower-third: "Ana Ruiz, CTO"
Hard cut.

Scene 3: [NO AVATAR — full screen]
Duration: 8 seconds
On-screen text: "1.85M — exactly"
Script: It grew.
MUSIC: calm`)
	if len(b.Scenes) != 2 {
		t.Fatalf("%d scenes", len(b.Scenes))
	}
	a, c := b.Scenes[0], b.Scenes[1]
	if a.Number != 2 || a.Type != "overlay" || a.Seconds != 12 || a.Side != "left" || a.Share != .35 || a.Say != "There are two. Both matter." || a.LowerThird != "Ana Ruiz, CTO" || a.Transition != "cut" {
		t.Errorf("%+v", a)
	}
	if want := (brief.Move{Verb: "cascade", Target: "items", From: "right", Angle: -5, Stagger: .3, Line: 3}); len(a.Moves) != 1 || a.Moves[0] != want {
		t.Errorf("moves %+v, want %+v", a.Moves, want)
	}
	if !c.NoAvatar || c.Seconds != 8 || c.Say != "It grew." || !reflect.DeepEqual(c.Screen, []string{"1.85M — exactly"}) {
		t.Errorf("%+v", c)
	}
	if b.Music.Mood != "calm" {
		t.Errorf("music %+v", b.Music)
	}
}

func TestSectionsAndStyleBlocks(t *testing.T) {
	t.Parallel()
	b := Parse(`FORMAT: vertical, 45 seconds
TONE: calm
AVATAR: none
STYLE — VELVET STANDARD (Vignelli): background #101014, accent #D4AF37. Font: Playfair Display. Cross-dissolve transitions.
CRITICAL ON-SCREEN TEXT (display literally):
- "50 % off —  today"
MUSIC: none
LANGUAGE: English
BACKGROUND NOTE: white background`)
	if b.Orientation != "portrait" || b.Seconds != 45 || !b.Presenter.None || !b.Music.Off || b.Language != "en" {
		t.Errorf("%+v", b)
	}
	if b.Look.Style != "cinematic" || b.Look.Named != "VELVET STANDARD" || b.Transition != "dissolve" || !b.Look.Light || b.Look.Dark {
		t.Errorf("%+v %s", b.Look, b.Transition)
	}
	if want := []brief.Color{{Hex: "#101014", Role: "background"}, {Hex: "#D4AF37", Role: "accent"}}; !reflect.DeepEqual(b.Look.Colors, want) {
		t.Errorf("colors %v", b.Look.Colors)
	}
	if len(b.Screen) != 1 || b.Screen[0].Text != "50 % off —  today" {
		t.Errorf("literal %v", b.Screen)
	}
}

func TestQuotedPerson(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][3]string{
		"Quote our CISO Dana Ruiz: \"One click can cost a month.\"":                    {"our", "CISO", "Dana Ruiz"},
		"Quote our head of security Dana Ruiz: \"One click can cost a month.\"":        {"our", "head of security", "Dana Ruiz"},
		"Quote our Chief Security Officer, Dana Ruiz: \"One click can cost a month.\"": {"our", "Chief Security Officer", "Dana Ruiz"},
		"Quote Dana Ruiz, head of security: \"One click can cost a month.\"":           {"", "head of security", "Dana Ruiz"},
		"Quote our CEO: \"One click can cost a month.\"":                               {"our", "CEO", ""},
		"Zitiere unsere CISO Dana Ruiz: „Ein Klick kann einen Monat kosten.“":          {"unsere", "CISO", "Dana Ruiz"},
	} {
		ps := Parse(text).Points
		if len(ps) != 1 || ps[0].Form != brief.Quote {
			t.Errorf("%q: %+v", text, ps)
			continue
		}
		if got := [3]string{ps[0].Whose, ps[0].Part, ps[0].Name}; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestPlaceWordsAreNotSpoken: "At the end:" says where the words stand.
func TestPlaceWordsAreNotSpoken(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Create a video about tea. It is hot. At the end: start now at tea.example.":              "start now at tea.example",
		"Erstelle ein Video über Tee. Er ist heiß. Am Ende: Jetzt starten auf tee.example.":       "Jetzt starten auf tee.example",
		"Erstelle ein Video über Tee. Er ist heiß. Zum Schluss: Jetzt bestellen auf tee.example.": "Jetzt bestellen auf tee.example",
	} {
		ps := Parse(text).Points
		if last := ps[len(ps)-1]; last.Role != brief.Action || prose.Unstop(last.Text) != want {
			t.Errorf("%q: %+v", text, last)
		}
	}
}

func TestContrast(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]brief.Item{
		"Before: builds took 12 minutes. After: builds take 4 minutes.": {{Title: "Before", Body: "builds took 12 minutes"}, {Title: "After", Body: "builds take 4 minutes"}},
		"Vorher: 3 Tage Wartezeit. Nachher: 2 Stunden.":                 {{Title: "Vorher", Body: "3 Tage Wartezeit"}, {Title: "Nachher", Body: "2 Stunden"}},
		"Old way: paper forms. New way: one tap.":                       {{Title: "Old way", Body: "paper forms"}, {Title: "New way", Body: "one tap"}},
	} {
		ps := Parse(text).Points
		if len(ps) != 1 || ps[0].Form != brief.Contrast || ps[0].Items[0] != want[0] || ps[0].Items[1] != want[1] {
			t.Errorf("%q: %+v", text, ps)
		}
	}
}

// TestTransitionsByName: the names that storyboards and messages use are understood
// in prompts and edits too.
func TestTransitionsByName(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"cut", "push", "cellwipe", "dissolve", "smash", "flash", "gridwipe", "liquid", "pop", "iris", "fade", "stripes"} {
		b := Parse("Scene 1: Title\nVO: \"One sentence here.\"\nTransition: " + kind + "\nScene 2: Title\nVO: \"Another one.\"\n")
		if len(b.Scenes) != 2 || b.Scenes[0].Transition != kind || prose.Lookup(layout.Transitions, kind) != kind {
			t.Errorf("%s: read as %q", kind, prose.Lookup(layout.Transitions, kind))
		}
	}
}

// TestOrdersAreNotSpoken: neither the picture's format nor an order's verb becomes
// what the video is about.
func TestOrdersAreNotSpoken(t *testing.T) {
	t.Parallel()
	if b := Parse("A 15-second square video. How to brew better coffee at home."); strings.Contains(strings.ToLower(b.Subject), "square") {
		t.Errorf("subject %q", b.Subject)
	}
	for _, order := range []string{"أبرز", "سلّط الضوء على", "ركّز على"} {
		b := Parse("أنشئ فيديو مدته 15 ثانية عن تطبيق نور لتعلم اللغات.\n" + order + " ثلاث مزايا: دروس قصيرة، محادثات حقيقية، وشهادات معتمدة.")
		for _, p := range b.Points {
			if strings.Contains(p.Text+p.Said, order) {
				t.Errorf("%s is spoken: %+v", order, p)
			}
		}
	}
}

func TestAudienceAndTopicInOneBreath(t *testing.T) {
	t.Parallel()
	b := Parse("A portrait video for dog owners introducing Pawprint, a walking app.\nCompare Pawprint with a kennel: Pawprint costs $15 a walk, a kennel costs $60 a day.")
	if b.Audience != "dog owners" || b.Subject != "Pawprint" || b.About != "a walking app" {
		t.Errorf("audience %q, subject %q, about %q", b.Audience, b.Subject, b.About)
	}
	if n := len(b.Points); n == 0 || b.Points[n-1].Said != "Pawprint costs $15 a walk. A kennel costs $60 a day." {
		t.Errorf("points %+v", b.Points)
	}
	if b := Parse("Create a video about our museum night, for fans of jazz, in portrait."); b.Audience != "fans of jazz" && b.Subject == "" {
		t.Errorf("audience %q, subject %q", b.Audience, b.Subject)
	}
}

// TestOrdersToShowWords: words in quotation marks that are to be on screen are never
// spoken, whoever orders it how.
func TestOrdersToShowWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		`Put "Don't panic!!" and 'Call 0800-555-019 (24/7)' on screen exactly.`: {"Don't panic!!", "Call 0800-555-019 (24/7)"},
		`Please show “Doors close 19:55” on the screen.`:                        {"Doors close 19:55"},
		`Show "24 hours warm" and "€29".`:                                       {"24 hours warm", "€29"},
		`Show '24 hours warm' and '€29'.`:                                       {"24 hours warm", "€29"},
		`Zeige „Nur heute“ und „Eintritt frei“.`:                                {"Nur heute", "Eintritt frei"},
		`Blende „Nur heute“ ein.`:                                               {"Nur heute"},
		`Affichez « Entrée libre » à l'écran.`:                                  {"Entrée libre"},
		`Muestra "Sin colas" en pantalla.`:                                      {"Sin colas"},
	} {
		b := Parse("Make a 30 second video about our pool. It opens on 3 May. " + text)
		var got []string
		for _, x := range b.Screen {
			got = append(got, x.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: on screen %q", text, got)
		}
		for _, pt := range b.Points {
			if strings.Contains(pt.Text, want[0]) {
				t.Errorf("%s: %q is spoken", text, pt.Text)
			}
		}
	}
}

// TestCourtesyIsNoTopic: "please" between commas is said to the agent.
func TestCourtesyIsNoTopic(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Two-minute vertical video, please. Explain why our bakery moves to night deliveries.", "A square video, 20 seconds, thanks! Our bakery moves to night deliveries."} {
		if b := Parse(text); strings.Contains(strings.ToLower(b.Subject+b.Title), "please") || strings.Contains(strings.ToLower(b.Subject+b.Title), "thanks") {
			t.Errorf("%s: subject %q, title %q", text, b.Subject, b.Title)
		}
	}
}

// TestTheLengthInAnOrderIsNoPartOfIt: how long it should last is neither spoken nor in the
// title, and whom it is explained to is its audience.
func TestTheLengthInAnOrderIsNoPartOfIt(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]struct {
		subject, audience string
		seconds           float64
	}{
		"Explain how a heat pump works in 20 seconds for home owners. It moves heat.":               {"how a heat pump works", "home owners", 20},
		"In 30 seconds, explain to home owners how a heat pump works. It moves heat.":               {"how a heat pump works", "home owners", 30},
		"In under a minute introduce Kettle X. It boils water in 90 seconds.":                       {"Kettle X", "", 60},
		"Introduce Kettle X in 15 seconds. It boils water in 90 seconds.":                           {"Kettle X", "", 15},
		"In 30 Sekunden erkläre Hausbesitzern, wie eine Wärmepumpe funktioniert. Sie holt Wärme.":   {"wie eine Wärmepumpe funktioniert", "Hausbesitzer", 30},
		"En 30 segundos, explica a los propietarios cómo funciona una bomba de calor. Toma calor.":  {"cómo funciona una bomba de calor", "propietarios", 30},
		"Explique aux propriétaires comment fonctionne une pompe à chaleur. Elle prend la chaleur.": {"comment fonctionne une pompe à chaleur", "les propriétaires", 0},
		"Spiega ai proprietari di casa come funziona una pompa di calore. Prende calore dall'aria.": {"come funziona una pompa di calore", "proprietari di casa", 0},
	} {
		b := Parse(text)
		if b.Subject == "" && len(b.Points) > 0 {
			b.Subject = b.Points[0].Text
		}
		if b.Subject != want.subject || b.Audience != want.audience || b.Seconds != want.seconds {
			t.Errorf("%q: %q for %q, %v s", text, b.Subject, b.Audience, b.Seconds)
		}
	}
}
