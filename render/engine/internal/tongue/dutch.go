package tongue

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var dutch = &Wording{
	Code: "nl", TimeHead: "De planning", InYear: "%s in %s", OnDay: "%s op %s", SpokenSide: map[string]string{"na": "nu"},
	Meet: "Maak kennis met %s.", Talk: "Laten we het hebben over %s.", Look: "We kijken naar %s.", whatsNew: "Dit is nieuw in %s.", Welcome: "Welkom bij %s.",
	ComeTo: "Je bent uitgenodigd voor %s.", Offer: "Wat vind je van %s?", Hiring: "%s zoekt %s.", ItsTitle: "%s.", Hello: "Hallo %s.", ForName: "Voor %s", InOf: outOf(`op de|van de`), UpFrom: "eerst %s", DownFrom: "eerst %s",
	Here: "Dit gaat over %s.", HowTo: "Zo doe je het: %s.", Includes: "En je krijgt ook %s.", YouGet: "Je krijgt %s.", Learn: "Je leert %s.", Costs: "De prijs: %s.", Says: "%s zegt: %s",
	Versus: "%s of %s?", SidesOf: "%s of %s?", Against: "%s: %s tegenover %s.", See: "Bekijk het op %s.", More: "Meer informatie op %s.", Value: "%s, %s",
	FromTo: "%s: van %s in %s naar %s in %s.", Was: "%s: van %s naar %s.", StartAt: "De prijzen beginnen bij %s.", Firstly: "Eerst: %s.", Then: []string{"Dan: %s.", "Daarna: %s."}, Finally: "En tot slot: %s.", And: " en ",
	ListHead: "Dit krijg je", StepsHead: "Stap voor stap", LearnHead: "Dit leer je", NumbersHead: "De cijfers", PriceLabel: "Prijs", Recap: "Kort samengevat: %s.", RecapHead: "Kort samengevat", KnowHead: "Goed om te weten",
	Counts:      strings.Fields("- - twee drie vier vijf zes zeven acht negen"),
	Price:       pattern.New(`(?i)^(?:de )?prijs(?: van| is|:)?\s+(.+)$`),
	Free:        pattern.New(`(?i)gratis|korting|proef|toegang|verzending`),
	Visit:       pattern.New(`(?i)^(?:bezoek|ga naar|kijk op|bekijk)\s+(?:onze (?:site|website)(?: op)?,? )?`),
	article:     pattern.New(`(?i)^(?:de|het|een|onze?|uw|je)\s+`),
	HeadArticle: pattern.New(`(?i)^(?:de|het)\s+`),
	Articled:    pattern.New(`(?i)^(?:de|het|een|onze?)\s`),
	ClauseItem:  pattern.New(`(?i)^(?:hoe|wat|waarom|wanneer|waar|wie)\s`),
	Greets:      pattern.New(`(?i)^(?:hallo|hoi|welkom|goedemorgen|dit is|wist je)\b`),
	Acts:        pattern.New(`(?i)^(?:bezoek|probeer|bestel|boek|download|bel|ontdek|meld je|schrijf je|koop|vraag|begin|start|meer (?:informatie|weten)|kijk op|ga naar)\b`),
	Pronoun:     pattern.New(`(?i)^(?:(?:en|maar|ook|dan|daarna),? )*(?:je krijgt |er is |er zijn |dit is )?`),
	Stops:       pattern.New(`(?i)\s(?:de|het|een|van|voor|met|op|in|aan|bij|en|of|dat|die|is|zijn|te|naar|niet|meer|per|om|uit|over)$`),
	CostWord:    pattern.New(`(?i)(?:kost|kosten|vanaf|prijs van)$`),
	MoreThan:    pattern.New(`(?i)(?:meer dan|ruim|minstens)$`),
	ListLead:    pattern.New(`(?i)^(?:je krijgt|u krijgt|er zijn|er is|we bieden)\s+`),
	VerbFirst:   pattern.New(`(?i)^(?:open|sluit|klik|tik|kies|controleer|meld|bel|wacht|gebruik|draag|houd|zet|stuur|schrijf|download|installeer|scan|vul|ga|bewaar|verwijder|neem|pak|doe|kijk|stop|haal|leg|breng|was|spoel|droog|schud|druk|draai|trek|duw|lees|vraag|koop|boek|knip|meng|giet|roer|bak|kook|snij|verwarm|voeg|serveer|noteer|maak|sorteer|vermijd)\s|\s(?:openen|sluiten|kiezen|melden|bellen|downloaden|invullen|controleren|dragen|scannen|installeren|bewaren|kopen|boeken)$`),
	Vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:dingen|punten|feiten)$`), ToKnow: " om te weten",
	Imperative: dutchImperative,
}

// dutchImperative makes "Bezoek acme.example" of "acme.example bezoeken".
func dutchImperative(s string) string {
	f := strings.Fields(s)
	if len(f) < 2 || f[len(f)-1] != "bezoeken" {
		return s
	}
	return "Bezoek " + strings.Join(f[:len(f)-1], " ")
}
