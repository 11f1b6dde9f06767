package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
	"gitops.video/render/render/engine/internal/prose"
)

func said(b *brief.Brief) string {
	var s strings.Builder
	for _, p := range b.Points {
		s.WriteString(p.Text + " " + p.Said + " ")
		for _, it := range p.Items {
			s.WriteString(it.Title + " " + it.Body + " ")
		}
	}
	return s.String()
}

func TestAdviceToTheMakerIsNotSpoken(t *testing.T) {
	t.Parallel()
	for _, advice := range []string{
		"Be honest about the weak spot.",
		"Don't be sentimental.",
		"Please don't be preachy or salesy.",
		"Never sound desperate or pushy.",
		"Hook hard in the first 3 seconds.",
		"Hook them early!",
		"Grab attention in the first two seconds.",
		"The first 3 seconds must grab people.",
		"Serious tone but not scary; assume they've seen the old training and are bored of it.",
		"Assume no prior knowledge.",
		"Start with something punchy, no corporate speak please.",
		"Open with something that stops the scroll.",
		"End with a question they can discuss in class.",
		"They will watch it on their phones, mostly without sound.",
		"Most people will see this on a phone with the sound off.",
		"Remember that viewers are in a hurry.",
		"Get straight to the point.",
		"Go easy on the numbers.",
		"No need to mention the old price.",
		"Don't go into details.",
		"Don't oversell it.",
		"Let the numbers speak for themselves.",
		"Skip the intro.",
		"Have fun with it!",
		"I'd rather you kept it short.",
		"Feel free to reorder things.",
		"Explain it as if to a friend.",
		"Not too long, please.",
		"Write it the way people talk.",
		"It's for our intranet.",
		"This will run on a screen in the waiting room.",
		"The mood is hopeful rather than sad.",
		"No buzzwords, no hype.",
		"No corporate speak.",
		"Make people smile.",
		"Don't make it sound like an ad.",
		"Leave the pricing out.",
		"Calm, a little mysterious.",
		"Young audience, fast cuts, don't be cringe.",
		"People are anxious, so be warm and don't overpromise.",
		"Neutral tone, a bit of humour is OK.",
		"Talk like a 17-year-old would, but not embarrassing.",
		"Use \"you\" a lot.",
		"Staff mostly want to know how many days they get.",
	} {
		b := Parse("Make a video about our bakery. We bake 40 loaves a day. " + advice + " We open at six.")
		words := strings.ToLower(said(b))
		for _, part := range strings.FieldsFunc(advice, func(r rune) bool { return strings.ContainsRune(".!;", r) }) {
			first := strings.ToLower(strings.TrimSpace(part))
			first = strings.TrimPrefix(strings.TrimPrefix(first, "start with "), "open with ")
			first = strings.TrimPrefix(first, "end with a ")
			if f := prose.FirstWords(first, 3); strings.Contains(words, f) {
				t.Errorf("%q is spoken: %q", advice, words)
			}
		}
		if len(b.Points) != 2 {
			t.Errorf("%q: %d points: %q", advice, len(b.Points), words)
		}
		if !strings.Contains(words, "40 loaves") || !strings.Contains(words, "open at six") {
			t.Errorf("%q: the facts are lost: %q", advice, words)
		}
	}
}

func TestWhatViewersAreToldIsSpoken(t *testing.T) {
	t.Parallel()
	for _, told := range []string{
		"Be honest about your expenses.",
		"Be careful with hot pans.",
		"Don't be late on Monday.",
		"Be there at nine.",
		"Grab a coffee in the first ten minutes.",
		"Remember to lock the door.",
		"Assume every link is a trap until you have checked it.",
		"Skip the queue with our app.",
		"Have fun at the party.",
		"Feel free to bring friends.",
		"Leave your bags at the desk.",
		"Most people see a result on day three.",
		"Let your dough rest for two hours.",
		"Get straight to your seat with a mobile ticket.",
		"The first 30 guests get a free loaf.",
		"No sugar, no palm oil.",
		"It's for everyone who likes bread.",
		"We'd rather lose an hour than a hand.",
		"People are anxious, so we answer every call.",
		"The line is long, so be early.",
	} {
		b := Parse("Make a video about our bakery. We bake 40 loaves a day. " + told)
		words := strings.ToLower(said(b))
		if f := strings.ToLower(prose.Unstop(told)); !strings.Contains(words, prose.FirstWords(f, 3)) {
			t.Errorf("%q is not spoken: %q", told, words)
		}
	}
}

func TestWhoOrdersIsToldFromTheOrder(t *testing.T) {
	t.Parallel()
	b := Parse("We're a small dental clinic in Leeds and need a friendly clip for our waiting room screen. From 1 June we are open on Saturdays.")
	if s := said(b); strings.Contains(s, "clip") || strings.Contains(s, "need") || !strings.Contains(s, "small dental clinic in Leeds") {
		t.Errorf("%q", s)
	}
	if b.Level != brief.Topic {
		t.Errorf("level %d", b.Level)
	}
	b = Parse("I run a yoga studio in Porto and I'm looking for a 30s video for Instagram. Classes start at 7.")
	if s := said(b); strings.Contains(s, "looking for") || b.Seconds != 30 {
		t.Errorf("%q %g", s, b.Seconds)
	}
}

func TestMoneyIsAskedFor(t *testing.T) {
	t.Parallel()
	b := Parse("Make a fundraising video for Clearwater Trust. A new well costs $6,800. Ask for $25 a month. clearwatertrust.example/give")
	s := said(b)
	if strings.Contains(s, "Ask for") || !strings.Contains(strings.ToLower(s), "give $25 a month") {
		t.Errorf("%q", s)
	}
}

func TestASquareIsAPlace(t *testing.T) {
	t.Parallel()
	if b := Parse("Invitation: neighbourhood clean-up on 21 March, meeting point Elm Square. Gloves are there."); b.Orientation != "" {
		t.Errorf("%q", b.Orientation)
	}
}
