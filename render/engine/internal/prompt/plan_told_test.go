package prompt

import (
	"strings"
	"testing"
)

func TestToldShots(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct{ text, want string }{
		"scenes by number": {
			`I need a 40s clip for our cycling app. Scene one shows a map with a route while she says "Find a quiet road." Scene two shows three cards: Safe, Flat, Scenic while she says "Pick your way." Scene three shows our logo while she says "Pedalo." Calm music.`,
			"0||Find a quiet road.|a map with a route|\n0||Pick your way.|three cards: Safe, Flat, Scenic|\n0||Pedalo.|our logo|"},
		"items of a list in one line": {
			`Please make a video, about 35 seconds. 1) me (use presenter Maya) on the left saying "Hi, I'm Maya." 2) a big counter with 4,200 chargers, saying "Over four thousand." 3) end card with volta.example, saying "Plug in."`,
			"0|a-roll|Hi, I'm Maya.|Presenter on the left|\n0||Over four thousand.|a big counter with 4,200 chargers|\n0||Plug in.|end card with volta.example|"},
		"items on lines of their own": {
			"A video for the team:\n1. Maya at the camera, saying \"Hello\".\n2. A bar chart: Jan 12, Feb 18. She says \"Sales went up.\"",
			"0||Hello|Maya at the camera|\n0||Sales went up.|A bar chart: Jan 12, Feb 18|"},
		"German": {
			`Ein Video, 30 Sekunden. In der ersten Szene sieht man ein Dach, dazu sagt die Sprecherin: „Die Sonne schickt keine Rechnung.“ In der zweiten Szene sieht man eine große Zahl 1.200 €, dazu sagt sie: „So viel spart man.“`,
			"0||Die Sonne schickt keine Rechnung.|ein Dach|\n0||So viel spart man.|eine big number 1.200 €|"},
		"Spanish": {
			`En la primera escena se ve una ciudad mientras la locutora dice «Madrid se despierta.» En la segunda escena vemos tres tarjetas: Pan, Café, Té y la voz en off dice «Hay de todo.»`,
			"0||Madrid se despierta.|una ciudad|\n0||Hay de todo.|tres cards: Pan, Café, Té|"},
		"what comes next": {
			`First we see a calendar, and the narrator says: "Fourteen sick days." Then we see two columns, and the narrator says: "Now it is six." Finally the logo appears and the narrator says: "Airwell."`,
			"0||Fourteen sick days.|a calendar|\n0||Now it is six.|two columns|\n0||Airwell.|the logo appears|"},
		"people who are quoted":  {`1. Anna Berg says "We love it." 2. Tom Hall says "It works."`, ""},
		"a story of two people":  {`First the doctor says "Rest." Then the nurse says "Drink water."`, ""},
		"a list of what is done": {"1. Open the lid. 2. Fill in water. 3. Press start.", ""},
	} {
		if got := shots(x.text); got != x.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, x.want)
		}
	}
	b := Parse(`A video. 1) me (use presenter Kenji) saying "Hi." 2) the logo, saying "Bye." Calm music, no captions.`)
	if b.Presenter.Name+b.Presenter.ID == "" || b.Music.Mood != "calm" || b.Captions != "off" || len(b.Scenes) != 2 || strings.Contains(b.Scenes[1].Visual, "music") {
		t.Errorf("presenter %+v, music %q, captions %q, scenes %+v", b.Presenter, b.Music.Mood, b.Captions, b.Scenes)
	}
}

func TestDashBeforeWhatIsSaid(t *testing.T) {
	t.Parallel()
	if got, want := shots("1) three cards: Bread, Tea – narrator: 'Fresh.'\n2) the logo – narrator: 'Rosenhof.'"), "0||Fresh.|three cards: Bread, Tea|\n0||Rosenhof.|the logo|"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
