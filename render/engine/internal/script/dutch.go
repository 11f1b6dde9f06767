package script

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

var dutch = &wording{
	code: "nl", timeHead: "De planning", inYear: "%s in %s", onDay: "%s op %s", spokenSide: map[string]string{"na": "nu"},
	meet: "Dit is %s.", talk: "Laten we het hebben over %s.", look: "We kijken naar %s.", whatsNew: "Dit is nieuw in %s.", welcome: "Welkom bij %s.",
	comeTo: "Je bent uitgenodigd voor %s.", offer: "Wat vind je van %s?", hiring: "%s zoekt %s.", itsTitle: "%s.", hello: "Hallo %s.", forName: "Voor %s", inOf: outOf(`op de|van de`), upFrom: "eerst %s", downFrom: "eerst %s",
	here: "Zo zit het: %s.", howTo: "Zo doe je het: %s.", includes: "En je krijgt ook %s.", youGet: "Je krijgt %s.", learn: "Je leert %s.", costs: "De prijs: %s.", says: "%s zegt: %s",
	versus: "%s of %s?", sidesOf: "%s of %s?", against: "%s: %s tegenover %s.", see: "Bekijk het op %s.", more: "Meer informatie op %s.", value: "%s, %s",
	fromTo: "%s: van %s in %s naar %s in %s.", was: "%s: van %s naar %s.", startAt: "De prijzen beginnen bij %s.", firstly: "Eerst: %s.", then: []string{"Dan: %s.", "Daarna: %s."}, finally: "En tot slot: %s.", and: " en ",
	listHead: "Dit krijg je", stepsHead: "Stap voor stap", learnHead: "Dit leer je", numbersHead: "De cijfers", priceLabel: "Prijs", recap: "Kort samengevat: %s.", recapHead: "Kort samengevat", knowHead: "Goed om te weten",
	counts:      strings.Fields("- - twee drie vier vijf zes zeven acht negen"),
	price:       pattern.New(`(?i)^(?:de )?prijs(?: van| is|:)?\s+(.+)$`),
	free:        pattern.New(`(?i)gratis|korting|proef|toegang|verzending`),
	visit:       pattern.New(`(?i)^(?:bezoek|ga naar|kijk op|bekijk)\s+(?:onze (?:site|website)(?: op)?,? )?`),
	article:     pattern.New(`(?i)^(?:de|het|een|onze?|uw|je)\s+`),
	headArticle: pattern.New(`(?i)^(?:de|het)\s+`),
	articled:    pattern.New(`(?i)^(?:de|het|een|onze?)\s`),
	clauseItem:  pattern.New(`(?i)^(?:hoe|wat|waarom|wanneer|waar|wie)\s`),
	greets:      pattern.New(`(?i)^(?:hallo|hoi|welkom|goedemorgen|dit is|wist je)\b`),
	acts:        pattern.New(`(?i)^(?:bezoek|probeer|bestel|boek|download|bel|ontdek|meld je|schrijf je|koop|vraag|begin|start|meer (?:informatie|weten)|kijk op|ga naar)\b`),
	pronoun:     pattern.New(`(?i)^(?:(?:en|maar|ook|dan|daarna),? )*(?:je krijgt |er is |er zijn |dit is )?`),
	stops:       pattern.New(`(?i)\s(?:de|het|een|van|voor|met|op|in|aan|bij|en|of|dat|die|is|zijn|te|naar|niet|meer|per|om|uit|over)$`),
	costWord:    pattern.New(`(?i)(?:kost|kosten|vanaf|prijs van)$`),
	more4:       pattern.New(`(?i)(?:meer dan|ruim|minstens)$`),
	listLead:    pattern.New(`(?i)^(?:je krijgt|u krijgt|er zijn|er is|we bieden)\s+`),
	verbFirst:   pattern.New(`(?i)^(?:open|sluit|klik|tik|kies|controleer|meld|bel|wacht|gebruik|draag|houd|zet|stuur|schrijf|download|installeer|scan|vul|ga|bewaar|verwijder|neem|pak|doe|kijk|stop|haal|leg|breng|was|spoel|droog|schud|druk|draai|trek|duw|lees|vraag|koop|boek|knip|meng|giet|roer|bak|kook|snij|verwarm|voeg|serveer|noteer|maak|sorteer|vermijd)\s|\s(?:openen|sluiten|kiezen|melden|bellen|downloaden|invullen|controleren|dragen|scannen|installeren|bewaren|kopen|boeken)$`),
	vague:       pattern.New(`(?i)^(?:\p{L}+ )?(?:dingen|punten|feiten)$`), toKnow: " om te weten",
	imper: dutchImperative,
}

// dutchImperative makes "Bezoek acme.example" of "acme.example bezoeken".
func dutchImperative(s string) string {
	f := strings.Fields(s)
	if len(f) < 2 || f[len(f)-1] != "bezoeken" {
		return s
	}
	return "Bezoek " + strings.Join(f[:len(f)-1], " ")
}
