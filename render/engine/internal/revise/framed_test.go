package revise_test

import (
	"fmt"
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

const featuresPrompt = `Make a 45 second feature overview of Planwise, a rota app for restaurants.
Features:
- Drag and drop shifts: build a week in ten minutes
- Shift swaps: staff trade shifts on their phones
- Time clock: hours go straight to payroll
- Forecast: see how busy Friday will be
Call to action: Try it free for 30 days at planwise.example
`

const onboardingPrompt = `Onboarding video for new drivers at Kestrel Couriers, 60 seconds. Five steps for the first morning:
1. Collect your keys and scanner at gate B
2. Check tyres, lights and mirrors
3. Scan every parcel before you load it
4. Load the last stop first
5. Call dispatch on extension 210 before you leave
Your shift starts at 6:30. Questions go to Marisol Vega, the depot manager.
`

const quarterPrompt = `Quarterly update for investors of Halden Robotics, Q3 2026, 60 seconds.
Revenue: Q1 4.1 million, Q2 4.8 million, Q3 5.6 million euros.
Gross margin rose from 38 to 43 percent. Churn fell to 2.1 percent. The team grew to 86 people.
In Q4 we open an office in Rotterdam.
`

const farmPrompt = `Scene 1: Hello
VO: "Come to the Greenfields Open Farm Day."
Scene 2: When
VO: "It's on Sunday 14 June from 10 am to 5 pm."
Scene 3: Entry
VO: "Entry is free, parking costs 4 euros. Dogs must stay at home."
Scene 4: Kitchen
VO: "Mix 100 ml of cream with one litre of milk."
Visual: number 100 ml
Scene 5: Prices
VO: "Starter is free. Pro costs $12 a month. Teams costs $29 a month."
Visual: table: Plan | Price; Starter | Free; Pro | $12; Teams | $29
Scene 6: End
VO: "Register at greenfields.example or call 0316 555 010."
`

const releasePrompt = `Scene 1: Hello
VO: "Here's what is new in 4.2."
Scene 2: Maps
VO: "Offline maps: download a region once."
Scene 3: Memos
VO: "Voice memos: record up to ten minutes per note."
Scene 4: Update
VO: "Update now in the App Store or on Google Play."
`

const warehousePrompt = `Erstelle ein Schulungsvideo von 60 Sekunden für neue Mitarbeiter im Lager der Firma Brandt Logistik.
Tragen Sie immer Sicherheitsschuhe und eine Warnweste. Stapler haben Vorfahrt. Heben Sie mit geradem Rücken. Halten Sie die Fluchtwege frei.
Bei einem Unfall rufen Sie die Ersthelferin Frau Demir, Durchwahl 112.
`

// TestFramed: instructions with a frame of their own, each in several wordings, and what looks
// alike and is not done.
func TestFramed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ prompt, edit, want string }{
		// Items by their places, with their bodies.
		{featuresPrompt, "the forecast feature should come first", "Forecast: see how busy Friday will be. Drag and drop shifts: build a week"},
		{featuresPrompt, "the second feature should come last", "Forecast: see how busy Friday will be. Shift swaps: staff trade"},
		{featuresPrompt, "move the last feature to the top", "Forecast: see how busy Friday will be. Drag and drop"},
		{featuresPrompt, "Add one more feature: Team chat – no more groups", "Friday will be. Team chat: no more groups."},
		{featuresPrompt, "remove the time clock", "on their phones. Forecast: see how busy Friday will be."},
		{onboardingPrompt, "step 4 comes before step 3", "After that, load the last stop first. Then scan every parcel"},
		{onboardingPrompt, "step 5 should go before step 1", "First, call dispatch on extension 210 before you leave. Next, collect your keys"},
		{onboardingPrompt, "merge steps 2 and 3 into one: Check the van and scan every parcel", "Next, check the van and scan every parcel. After that, load"},
		// In another form.
		{featuresPrompt, "show the features as steps instead of cards", "kind process"},
		{onboardingPrompt, "cards instead of steps in scene 2", "kind grid"},
		{quarterPrompt, "show revenue as a table rather than a chart", "kind table"},
		// One sentence.
		{quarterPrompt, "move the team size to right after the intro", "Halden Robotics. | The team grew to 86 people. | Revenue"},
		{farmPrompt, "the dogs should come right before the registration link", "with one litre of milk. | Starter is free. Pro costs $12 a month. Teams costs $29 a month. | Dogs must stay at home. | Register"},
		{farmPrompt, "mention the parking in the opening too", "Open Farm Day. Entry is free, parking costs 4 euros. |"},
		{farmPrompt, "repeat the date at the end", "It's on Sunday 14 June from 10 am to 5 pm. Register"},
		{farmPrompt, "tell people to bring rubber boots, right before the registration link", "| Bring rubber boots. | Register"},
		{farmPrompt, "remind visitors not to feed the animals", "Don't feed the animals."},
		// Values as they are written.
		{farmPrompt, "write €4 instead of 4 euros", "parking costs €4. Dogs"},
		{farmPrompt, "it's from 11 to 5, not from 10", "from 11 am to 5 pm."},
		{farmPrompt, "open until 6, not until 5", "from 10 am to 6 pm."},
		{farmPrompt, "write 0.1 l instead of 100 ml", "figure 0.1 l"},
		{farmPrompt, "say 'just 4 euros' instead", "parking costs just 4 euros. Dogs"},
		{quarterPrompt, "Q3 should be 5.7, not 5.6", "5.7 million euros in Q3."},
		{farmPrompt, "100 ml is wrong, it takes 120 ml", "Mix 120 ml of cream"},
		// What goes.
		{farmPrompt, "drop the Starter row from the table", "rows Plan Pro Teams"},
		{farmPrompt, "get rid of the phone number", "Register at greenfields.example."},
		{farmPrompt, "no need to say how much parking costs, but keep the dogs", "milk"},
		// Captions of scenes.
		{farmPrompt, "turn off the captions in the first scene", "captions 1 off"},
		{farmPrompt, "no captions while the dogs are mentioned", "captions 3 off"},
		{farmPrompt, "captions only in scene 2", "captions 2 word"},
		// There.
		{farmPrompt, "make the dogs scene 2 seconds longer and use a white background there", "stage 3 paper"},
		{releasePrompt, "Don't mention Google Play, the Android version comes later", "in the App Store."},
		{releasePrompt, "drop the App Store", "Update now on Google Play."},
		{releasePrompt, "don't say App Store, say shop", "in the shop or on Google Play."},
		{releasePrompt, "make the last scene longer, people need time to read it", "seconds 5"},
		{releasePrompt, "voice memos should be the first feature, it is what people want", "in 4.2. | Voice memos: record up to ten minutes per note. | Offline maps"},
		{farmPrompt, "the line about the dogs could go into its own scene", "parking costs 4 euros. | Dogs must stay at home. | Mix"},
		{warehousePrompt, "Die Warnweste bitte weglassen", "Tragen Sie immer Sicherheitsschuhe."},
		{warehousePrompt, "den Satz mit den Fluchtwegen an den Anfang", "Halten Sie die Fluchtwege frei. |  | Tragen"},
		{warehousePrompt, "Untertitel in Szene 2 aus", "captions 2 off"},
		// What is not all understood is not done.
		{farmPrompt, "parking should come first in the list", "not honoured"},
		{farmPrompt, "use a dark background for the dogs and bigger text", "not honoured"},
		{farmPrompt, "put the price in the table", "not honoured"},
	} {
		b, answer := amended(t, c.prompt, c.edit)
		got := wordsOf(b) + "\n" + shapesOf(b) + "\n" + answer
		if !strings.Contains(got, c.want) || strings.Contains(answer, "not honoured") != (c.want == "not honoured") {
			t.Errorf("%s: %s\nwant %s", c.edit, got, c.want)
		}
	}
}

// shapesOf is what scenes are, beside their words: their kinds, figures, tables, stages and
// captions.
func shapesOf(b *scene.Storyboard) string {
	out := "captions " + b.Captions + "\n"
	for i, s := range b.Scenes {
		if s.Seconds > 0 {
			out += fmt.Sprintf("\nseconds %.0f", s.Seconds)
		}
		if s.Captions != "" {
			out += fmt.Sprintf("\ncaptions %d %s", i+1, s.Captions)
		}
		out += "\nkind " + string(s.Kind)
		if s.Figure != nil {
			out += fmt.Sprintf("\nfigure %s%s %s", s.Figure.Prefix, s.Figure.Text, s.Figure.Suffix)
		}
		if s.Stage != "" {
			out += fmt.Sprintf("\nstage %d %s", i+1, s.Stage)
		}
		if len(s.Rows) > 0 {
			out += "\nrows"
			for _, r := range s.Rows {
				out += " " + r[0]
			}
		}
	}
	return out
}
