package revise_test

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/scene"
)

// watched are videos that somebody has watched once and now wants changed.
var watched = map[string]string{
	"desks": `Scene 1: Hook
VO: "Half of your desks are empty on Fridays."
Scene 2: Product
VO: "Brightdesk shows free desks on a live map."
Scene 3: Plans
VO: "There are three plans: Solo at $19 a month, Team at $49 a month and Studio at $99 a month."
Scene 4: Voice
VO: "Nadia says: we filled our Fridays in six weeks."
Visual: quote "We filled our Fridays in six weeks." by Nadia Haddad, owner of Loft 12
Scene 5: End
VO: "Start your free trial at brightdesk.example."
`,
	"plans": `Create a 45 second product video for Brightdesk, a booking tool for coworking spaces.
Brightdesk shows free desks on a live map. There are three plans: Solo at $19 a month, Team at $49 a month and Studio at $99 a month.`,
	"river": `A 50 second thank-you video for donors of Riverkeepers. Last year 312 volunteers removed 18 tonnes of rubbish from the river Tarn.
"I had never seen an otter here before," says Joan Pell, volunteer. Give at riverkeepers.example`,
	"festival": `Scene 1: Hello
VO: "You're invited to the Harbour Street Food Festival."
Scene 2: When
VO: "It takes place on Saturday 12 July from 11 am to 9 pm at Pier 3."
Scene 3: Children
VO: "Children under 12 get a free ice cream."
Scene 4: Way
VO: "Take tram 5, there is no parking."
Scene 5: End
VO: "More at harbourfood.example."
`,
	"office": `Scene 1: Welcome
VO: "Welcome to Norvale."
Scene 2: First day
VO: "Your first day starts at 9:00 am at the front desk. Bring your ID, your bank details and a signed contract."
Scene 3: People
VO: "Your buddy is Priya Shah. Your HR partner is Tom Weaver."
Visual: presenter
Scene 4: Benefits
VO: "You get 28 days of holiday, a gym pass and a learning budget of £600 a year."
Visual: list of cards: "28 days of holiday", "Gym pass", "£600 learning budget"
Scene 5: Probation
VO: "The probation period lasts three months. Your first review is on 14 September."
Scene 6: Questions
VO: "Write to people@norvale.example."
`,
	"lift": `Safety training for warehouse staff, 60 seconds. Topic: working with forklifts.
Before each shift, check the brakes, the horn and the forks. Never carry passengers.
The speed limit is 8 km/h indoors and 15 km/h in the yard.
Report damage to Karin Olsen, extension 4410.`,
	"lindau": `Erstelle ein Video von 45 Sekunden für Kunden der Stadtbücherei Lindau. Ab 1. September haben wir auch sonntags von 10 bis 16 Uhr geöffnet.
Neu sind: die Bibliothek der Dinge, ein Lesecafé und E-Books zum Ausleihen.
Der Jahresausweis kostet 24 Euro, für Schüler ist er kostenlos. Im letzten Jahr kamen 82.000 Besucher, 12 % mehr als im Vorjahr.
So melden Sie sich an: Ausweis mitbringen, Formular ausfüllen, Karte mitnehmen.`,
	"colle": `Video di 45 secondi per l'agriturismo Colle Sereno in Umbria. Ci sono 8 camere, una piscina e un ristorante.
La camera doppia costa 95 € a notte, la suite 140 €. La colazione è inclusa. Gli ospiti ci danno 9,4 su 10.`,
	"dorp": `Video van 45 seconden voor nieuwe vrijwilligers van Voedselbank Zwolle. Elke week helpen wij 640 gezinnen.
We zoeken chauffeurs, inpakkers en mensen voor de balie. Je werkt op dinsdag of donderdag van 9 tot 13 uur.
Zo word je vrijwilliger: vul het formulier in, kom langs voor koffie, loop een ochtend mee.`,
	"paniers": `Vidéo de 45 secondes pour présenter Panier Vert, un service de paniers de légumes bio à Nantes.
Il y a trois formules : le petit panier à 12 €, le panier famille à 19 € et le grand panier à 26 €.
« Mes enfants mangent enfin des carottes », dit Claire, cliente à Rezé.
Inscrivez-vous sur paniervert.example`,
	"dental": `Scene 1: Presenter greets. Voice-over: "Welcome to Harbor Dental. New patients get a free first check-up."
Scene 2: Waiting room. Voice-over: "Our practice is on 14 Mill Lane, two minutes from the station. We are open from 8 to 18, Monday to Friday."
Scene 3: List of services. Voice-over: "We offer cleanings, whitening, implants and emergency care."
Scene 4: Big number. Voice-over: "A cleaning costs 59 euros and takes 40 minutes."
Scene 5: Statement. Voice-over: "They fixed my tooth in one visit, says Mara Klein."
Scene 6: Outro. Voice-over: "Book your visit at harbordental.example."
`,
	"trail": `Make a 40 second explainer for Trailmix, an app that plans hiking routes. It shows water sources, shelters and elevation along the way.
Last year 48,000 hikers planned 310,000 km with it. Premium costs $4 a month and adds offline maps. Download it in the app store.`,
	"bakery": `Create a video for our bakery. Our sourdough rests for 36 hours. Anna and Luis opened the shop in 2009.
Open Tuesday to Sunday, 7 to 13. Come by at Baker Street 12.`,
	"quarter": `Internal update, Q3, about 45 s
- churn down from 5% to 3.1%
- hiring: 2 designers, 1 data engineer
- Priya Nair takes over support from Tom
- holiday party Dec 18 at the boathouse`,
	"yoga": `Could you do a short video (around 45s) for our yoga studio Lotus Loft in Graz. We moved to a bigger place at Annenstrasse 40. There are 22 classes a week, from beginner to ashtanga.
Teachers: Eva, Noor and Milan. Trial class is 10 euros, the monthly pass 79. First class free in May. Book on lotusloft.example, and bring a mat if you have one.`,
	"refresher": `Scene 1: Title. VO: "Annual safety refresher"
Scene 2: Year. VO: "Last year we had 11 incidents, down from 19."
Scene 3: People. VO: "Your safety officer is Paul Brandt, room 114, extension 220."
Visual: presenter
Scene 4: End. VO: "Stay safe."
Visual: presenter
`,
	"ferry": `35 second video for our ferry line Northwind. Three crossings a day: 7:30, 12:15 and 18:00. Adults pay 14 euros, children under 12 travel free.
Tickets at northwind.example or at the pier.`,
	"lunch": `Explainer for parents, about 50 seconds. How the school lunch app works.
How to use it: download it from the app store, add your child's class, pick meals until Thursday noon, pay with card or PayPal.
A meal costs 3.80 euro. Allergies can be marked in the profile.`,
	"five": `Scene 1: Numbers. VO: "Before: 14 clicks to export a report. Now: 3 clicks."
Scene 2: Features. VO: "You get dark mode, bulk edit and an audit log."
Visual: cards: Dark mode, Bulk edit, Audit log
Scene 3: Voice. VO: "It used to ruin my Fridays, says Lena Ortiz of Brightpath."
Scene 4: End. VO: "Update today at acme.example/v5."
`,
	"gimnasio": `Vídeo de 45 segundos para el gimnasio Puerta Norte en Valencia. Abrimos de lunes a viernes de 6 a 23 horas.
La cuota es de 29 € al mes y la matrícula es gratis hasta el 30 de septiembre.
Nuestros entrenadores son Lucía, Marcos y Elena. El 92 % de los socios nos recomienda.
Reserva tu clase de prueba en puertanorte.example`,
}

// TestWatched: what people write after they have watched a video, and what is said then.
func TestWatched(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ video, edit, said string }{
		{"festival", "children under 10, not 12", "Saturday 12 July from 11 am to 9 pm at Pier 3. | Children under 10"},
		// A reason stands behind what is asked for.
		{"office", "Remove the gym pass, we don't offer it any more", "You get 28 days of holiday and a learning budget of £600 a year."},
		{"lift", "I'd drop the horn, it's not on all machines", "check the brakes and the forks."},
		{"gimnasio", "Quita a Marcos, ya no trabaja aquí", "entrenadores son Lucía y Elena."},
		{"dorp", "Haal de chauffeurs eruit, die hebben we al", "We zoeken inpakkers en mensen voor de balie."},
		{"colle", "Togli la piscina, è chiusa", "8 camere. E un ristorante."},
		{"lindau", "Das Lesecafé bitte streichen, das kommt erst nächstes Jahr", "Die Bibliothek der Dinge. Und E-Books zum Ausleihen."},
		// Values are found by what they are of, though not in all its words.
		{"desks", "The Team plan is actually $45 a month, please fix", "Team at $45 a month"},
		{"lift", "Maximum speed indoors is 6", "limit is 6 km/h indoors and 15 km/h"},
		{"festival", "Festival moved to Sunday 13 July", "place on Sunday 13 July from 11 am"},
		{"festival", "It ends at 10 pm", "from 11 am to 10 pm at"},
		{"festival", "it starts at 10 am now", "from 10 am to 9 pm at"},
		{"office", "the review was postponed to 21 September", "Your first review is on 21 September."},
		{"lindau", "Die Öffnungszeiten sind von 11 bis 17 Uhr", "sonntags von 11 bis 17 Uhr geöffnet"},
		{"gimnasio", "Cambia el horario: de 7 a 22 horas", "de lunes a viernes de 7 a 22 horas."},
		{"gimnasio", "La matrícula es gratis hasta el 15 de octubre", "hasta el 15 de octubre."},
		{"lindau", "Die Zahl der Besucher ist 84.500", "84.500 Besucher, 12 % mehr"},
		{"dorp", "Je werkt op woensdag of vrijdag", "op woensdag of vrijdag van 9"},
		{"office", "the buddy is now Daniel Okoro", "Your buddy is Daniel Okoro. Your HR partner"},
		// Lists grow at a place.
		{"lift", "add a step after the horn: check the lights", "check the brakes, the horn, the lights and the forks"},
		{"dorp", "Voeg na de tweede stap een stap toe: bekijk de hal", "Kom langs voor koffie. Bekijk de hal. En loop een ochtend mee."},
		{"office", `add "and a laptop" after signed contract`, "your bank details, a signed contract and a laptop."},
		{"plans", "there are four plans: Solo, Team, Studio and Enterprise", "There are four plans: Solo at $19 a month, Team at $49 a month, Studio at $99 a month"},
		{"lindau", "Füge nach dem zweiten Schritt noch einen ein: Foto machen", "Zweitens: Formular ausfüllen. Drittens: Foto machen. Und schließlich: Karte mitnehmen."},
		// Other ways to say it.
		{"river", "It's Joan Pall, not Pell", "Joan Pall, volunteer,"},
		{"river", `add a warning at the start: "Wear boots."`, "Wear boots."},
		{"lindau", "Wir haben sonntags nur bis 15 Uhr auf", "sonntags von 10 bis 15 Uhr geöffnet"},
		{"dorp", "De vrijwilligers werken van 10 tot 14 uur", "van 10 tot 14 uur."},
		{"colle", "Gli ospiti ci danno 9,6", "danno 9,6 su 10"},
		{"desks", `I'd rather say "a floor plan" than "a live map"`, "free desks on a floor plan."},
		{"desks", "nit: s/live map/floor plan/", "free desks on a floor plan."},
		{"dorp", "Vermeld dat er gratis koffie is", "Er is gratis koffie."},
		{"dorp", "Zeg ook dat je gratis kunt parkeren", "Je kunt gratis parkeren."},
		{"lindau", "Sprich nicht über die Besucherzahlen", "kostenlos. | So melden"},
		{"office", "Only keep the welcome and the benefits, cut everything else", "Welcome to Norvale. | You get"},
		{"office", "keep the welcome and the questions, drop the rest", "Welcome to Norvale. | Write to"},
		{"office", "Merge the probation and questions scenes", "14 September. Write to"},
		{"office", "Move Benefits up, right after Welcome", "Welcome to Norvale. | You get"},
		{"office", "mention that lunch is free and remove the gym pass", "You get 28 days of holiday and a learning budget of £600 a year. | The probation period lasts three months. Your first review is on 14 September. | Lunch is free. |"},
		{"desks", "mention that members book in two taps and skip the queue", "Members book in two taps and skip the queue."},
		{"office", `in scene 2 change the first bullet to "Come on time"`, "front desk. Come on time, your bank details"},
		{"office", "Start time is 8:30 not 9", "starts at 8:30 am at"},
		// What goes from a list leaves its commas.
		{"dental", "kill the whitening, we stopped doing it", "cleanings, implants and emergency care."},
		{"dental", "Replace 'implants' by 'braces' and 'crowns'", "whitening, braces and crowns and emergency care."},
		// Each end of a time from one hour to another is one of its own.
		{"bakery", "We are now open till 14.", "Tuesday to Sunday, 7 to 14."},
		{"dental", "we close at 19 now", "open from 8 to 19, Monday"},
		{"dental", "we open at 9 these days", "open from 9 to 18, Monday"},
		{"quarter", "churn is at 3.4 %", "from 5% to 3.4%."},
		// A name that somebody has is that of nobody else.
		{"quarter", "Tom is Thomas Berg", "Priya Nair takes over support from Thomas Berg."},
		{"dental", "Mara's last name is spelled Kline", "says Mara Kline."},
		{"trail", "Trailmix needs to be written TrailMix", "Meet TrailMix, an"},
		{"trail", "elevation should say elevation profile", "And elevation profile along the way."},
		{"trail", "the 310.000 km is wrong, it's 301.000", "48,000 hikers planned 301,000 km"},
		{"trail", "premium is 5 bucks", "Premium costs $5 a month."},
		{"trail", "dont mention premium at all", "with it. | It adds offline maps."},
		{"bakery", "Say it rests two days", "sourdough rests for 2 days."},
		// What begins with a scene is about that scene.
		{"dental", "scene 3: put emergency care first", "We offer emergency care, cleanings, whitening and implants."},
		{"dental", "S2: we close at 19", "open from 8 to 19, Monday"},
		{"quarter", "the party is on the 19th", "Holiday party Dec 19 at"},
		{"bakery", "first the opening hours, then the sourdough", "Let's look at our bakery. | It's open Tuesday to Sunday, 7 to 13. | Our sourdough"},
		{"bakery", "put Anna first and then the sourdough", "Let's look at our bakery. | Anna and Luis opened the shop in 2009. | Our sourdough"},
		{"dental", "please would it be possible to say 41 minutes instead of 40 minutes? sorry", "takes 41 minutes."},
		{"dental", "the booking website changed to harbor.example", "Book your visit at harbor.example."},
		// What people say instead of "earlier" and "mention that".
		{"dental", "Put the prices more early, before the services", "Monday to Friday. | A cleaning costs"},
		{"dental", "Mara before the cleaning", "emergency care. | They fixed"},
		{"dental", "Kids are welcome on Saturdays, please mention", "Kids are welcome on Saturdays."},
		{"dental", "Instead of whitening I prefer 'veneers'", "cleanings, veneers, implants"},
		{"dental", "say it hurts less than a mosquito bite", "It hurts less than a mosquito bite."},
		{"dental", "whitening is sold out", "We offer cleanings, implants and emergency care."},
		{"office", "Tom left - the HR partner is now Ellie Park", "Your HR partner is Ellie Park."},
		{"dental", "add a customer quote: 'Best morning in years' - Dana", "| Best morning in years. | Book your visit"},
		{"office", "S2: drop the signed contract", "Bring your ID and your bank details."},
		// What is at the end goes alone, and what is denied as it is written.
		{"lunch", "you can't pay with PayPal anymore", "Pick meals until Thursday noon. Pay with card. | A meal"},
		{"lunch", "deadline is Wednesday 6 pm, not Thursday noon", "until Wednesday 6 pm. Pay"},
		{"lunch", "deadline is Wednesday 6 pm, not Thursday noon", "6 pm, and pay with card or PayPal."},
		{"lunch", "meals are 4.20 now", "A meal costs 4.20 euro."},
		{"lunch", "step 2 and 3 the other way around", "app store, pick meals until Thursday noon, add"},
		{"lunch", "make it a bit slower, my parents are old :)", "A meal costs 3.80 euro."},
		{"five", "export is 4 clicks now", "Before: 14 clicks to export a report. Now: 4 clicks."},
		{"five", "Lena is from Brightpath GmbH", "says Lena Ortiz of Brightpath GmbH."},
		{"five", "rm audit log", "You get dark mode and bulk edit."},
		{"five", "TTS: pronounce 'acme' as 'ak-me'", "Update today"},
		// What is denied ends where what is new begins.
		{"yoga", "Not free in May, in June!!", "First class free in June."},
		{"yoga", "trial class: 12 instead of 10 euros, rest stays", "Trial class is 12 euros, the monthly pass 79."},
		{"yoga", "you forgot to say that we have showers", "We have showers."},
		{"yoga", "First show the teachers, then the prices.", "Meet Lotus Loft in Graz. | The teachers are Eva, Noor and Milan. | Trial class"},
		{"yoga", "take the mat sentence out", "Trial class is 10 euros, the monthly pass 79. | First class free in May."},
		{"yoga", "the studio is spelled LotusLoft, one word", "Meet LotusLoft in Graz."},
		{"yoga", "I'd love a bit more pause between the scenes", "Meet Lotus Loft"},
		{"lunch", "write paypal like this: PAYPAL, in caps", "card or PAYPAL"},
		{"refresher", "the extension is 231", "room 114, extension 231."},
		{"refresher", "end with 'Stay safe. See you next year.'", "extension 220. | Stay safe. See you next year."},
		{"refresher", "scene 2 and 3 together in one", "down from 19. Your safety"},
		{"ferry", "children under 14 are free", "Adults pay 14 euros, children under 14 travel free."},
		// What is to be said of something new stands behind a colon.
		{"dental", "add a scene about parking: there are 12 free spaces behind the house", "There are 12 free spaces behind the house."},
		{"dental", "add a scene about parking: There are 12 spaces.", "There are 12 spaces."},
		{"trail", "Add huts to the list of what it shows", "And huts."},
	} {
		b, answer := amended(t, watched[c.video], c.edit)
		if said := wordsOf(b); !strings.Contains(said, c.said) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", c.edit, said, answer)
		}
	}
}

// TestWatchedPicture: what is shown then.
func TestWatchedPicture(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		video, edit string
		check       func(b *scene.Storyboard) bool
	}{
		{"paniers", "Le petit panier passe à 13 €", func(b *scene.Storyboard) bool {
			for _, s := range b.Scenes {
				if s.Series != nil {
					return s.Series.Values[0] == 13 && strings.Contains(s.Say, "13 €")
				}
			}
			return false
		}},
		{"office", "please dont show Maya in scene 3", func(b *scene.Storyboard) bool { return b.Scenes[2].Kind == scene.Statement }},
		{"paniers", "Mets la citation de Claire au début", func(b *scene.Storyboard) bool { return b.Scenes[0].Kind == scene.Quote }},
		{"desks", "Put the quote at the beginning instead of the end", func(b *scene.Storyboard) bool { return b.Scenes[0].Kind == scene.Quote }},
		{"office", "The benefits should come right before the end", func(b *scene.Storyboard) bool { return b.Scenes[4].Kind == scene.Grid }},
		{"colle", "Sposta i prezzi alla fine, prima della chiusura", func(b *scene.Storyboard) bool { return strings.Contains(b.Scenes[len(b.Scenes)-2].Say, "95 €") }},
		{"river", "Use a warmer tone for the music", func(b *scene.Storyboard) bool { return b.Music.Mood == "warm" }},
		{"river", "can you lose the music altogether and put captions on", func(b *scene.Storyboard) bool { return b.Music.Off }},
		{"desks", "make it 4:5 for the feed", func(b *scene.Storyboard) bool { return b.Width == 1080 && b.Height == 1350 }},
		{"dental", "no person visible", func(b *scene.Storyboard) bool { return b.Presenter.None }},
		{"dental", "I'd like nobody on camera", func(b *scene.Storyboard) bool { return b.Presenter.None }},
		{"dental", "colors: forest green and cream", func(b *scene.Storyboard) bool { return b.Look.Primary == "#166534" && b.Look.Accent == "#FBF3E2" }},
		{"dorp", "Laat Maya weg", func(b *scene.Storyboard) bool { return b.Presenter.None }},
		{"gimnasio", "Que no salga la presentadora", func(b *scene.Storyboard) bool { return b.Presenter.None }},
		{"paniers", "Une voix d'homme serait mieux", func(b *scene.Storyboard) bool { return b.Voice.Gender == "male" }},
		{"desks", "give scene 3 three more seconds", func(b *scene.Storyboard) bool { return b.Scenes[2].Seconds > 5 }},
		{"desks", "The plans scene goes by too fast, give it 3 more seconds", func(b *scene.Storyboard) bool { return b.Scenes[2].Seconds > 5 }},
		{"lindau", "Nach der Szene über den Jahresausweis eine kurze Pause von 2 Sekunden", func(b *scene.Storyboard) bool { return strings.Contains(b.Scenes[2].Say, "2000ms") }},
		{"desks", "Can you open with the customer quote instead? It's our strongest asset", func(b *scene.Storyboard) bool { return b.Scenes[0].Kind == scene.Quote }},
	} {
		b, answer := amended(t, watched[c.video], c.edit)
		if !c.check(b) || strings.Contains(answer, "not honoured") {
			t.Errorf("%s: %s\n%s", c.edit, wordsOf(b), answer)
		}
	}
}

// TestWatchedDeclined: what is better asked than guessed.
func TestWatchedDeclined(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ video, edit, answer string }{
		{"gimnasio", "El texto de la escena 3 es demasiado largo, deja solo la cifra", "not honoured"},
		{"festival", "change 12 to 14", "which"},
		{"festival", "add a line about dogs being welcome", "nobody writes its words"},
		{"lindau", "Entferne das Wort Besucher", "not honoured"},
		{"paniers", "Ajoute « végétarien » à la liste des couleurs", "not honoured"},
		{"office", `put "Nice to meet you" on the first card`, "which card"},
		{"ferry", "4 crossings in July and August", "not honoured"},
		{"ferry", "end: 'Come say hello.' and the url", "not honoured"},
		{"refresher", "say 'thirteen' in scene 2", "instead of what"},
		{"refresher", "Paul retired. New officer: Amira Haddad, ext. 231", "not honoured"},
		{"quarter", "We hire three designers now, the data engineer role is filled.", "not honoured"},
		{"trail", "offline maps are free now, dont mention premium at all", "not honoured"},
		{"dental", "S2: hours are 9 to 17 on Fridays only", "not honoured"},
		{"desks", "open with the strongest argument that we have", "with which words"},
	} {
		base, _ := amended(t, watched[c.video], "")
		b, answer := amended(t, watched[c.video], c.edit)
		if wordsOf(b) != wordsOf(base) || !strings.Contains(answer, c.answer) {
			t.Errorf("%s: %s\n%s", c.edit, wordsOf(b), answer)
		}
	}
}
