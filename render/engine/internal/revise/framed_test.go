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

const stairPrompt = `Scene 1: Time
VO: "Installation takes three days."
Scene 2: Help
VO: "Questions go to Amina Said in payroll, amina@corvid.example."
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
		// What nobody says is not said.
		{stairPrompt, "replace 'three days' by 'two to three days'", "not honoured"},
		{stairPrompt, "in scene 1 say \"It takes a long long time.\"", "It takes a long long time."},
		{stairPrompt, "remove the email address", "Questions go to Amina Said in payroll."},
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

const cafePrompt = `Erstelle ein Video von 40 Sekunden: Eröffnung des Cafés Mohnblume in Freiburg am 3. Mai.
Am Eröffnungstag gibt es ein Stück Kuchen gratis. Geöffnet ist dienstags bis sonntags von 8 bis 18 Uhr.
Das Café liegt in der Gartenstraße 7. Reservieren Sie unter cafe-mohnblume.example.
`

const workshopPrompt = `Write a 60 second video for our sales team: how to handle a price objection. Three steps:
1. Listen until the customer has finished
2. Ask what they compare the price with
3. Show the value in numbers
The workshop is on 5 November at 2 pm in room Atlas. Doors open from 1 pm to 6 pm. Sign up with Ben Okafor.
`

// TestFramedMore: the same in German, and what names an hour, a day or words by their place.
func TestFramedMore(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ prompt, edit, want string }{
		{cafePrompt, "Öffnungszeiten: 9 bis 18 Uhr", "sonntags von 9 bis 18 Uhr."},
		{cafePrompt, "Die Adresse soll am Ende noch einmal kommen", "Das Café liegt in der Gartenstraße 7. Reservieren Sie"},
		{cafePrompt, "statt Gartenstraße 7 bitte Gartenstraße 17", "in der Gartenstraße 17."},
		{cafePrompt, "das mit dem Kuchen raus", "am 3. Mai. |  | Geöffnet"},
		{workshopPrompt, "step 2: 'Ask which offer they compare it with'", "Next, ask which offer they compare it with."},
		{workshopPrompt, "change the closing time to midnight", "from 1 pm to midnight."},
		{workshopPrompt, "the opening time should be 12:30 pm", "from 12:30 pm to 6 pm."},
		{workshopPrompt, "the workshop moved to 6 November", "on 6 November at 2 pm"},
		{workshopPrompt, "add 'Thank you for coming.' as the last sentence", "Sign up with Ben Okafor. Thank you for coming."},
	} {
		b, answer := amended(t, c.prompt, c.edit)
		if got := wordsOf(b); !strings.Contains(got, c.want) || strings.Contains(c.edit, "6 November") && strings.Contains(shapesOf(b), "figure 5 November") {
			t.Errorf("%s: %s\n%s\n%s\nwant %s", c.edit, got, shapesOf(b), answer, c.want)
		}
	}
}
