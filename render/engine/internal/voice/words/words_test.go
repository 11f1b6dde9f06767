package words

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestSpokenEnglish(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Revenue grew 45% to $1.85M in 2024.":                             "Revenue grew forty-five percent to one point eight five million dollars in twenty twenty-four.",
		"up from $1.2 million":                                            "up from one point two million dollars",
		"Visit acme.example/pricing today!":                               "Visit acme dot example slash pricing today!",
		"Mail sales@acme.example.":                                        "Mail sales at acme dot example.",
		"On 12 March 2026 at 9:30am":                                      "On the twelfth of March twenty twenty-six at nine thirty A.M",
		"March 3, 2005":                                                   "March third, two thousand and five",
		"It costs €19.99/month.":                                          "It costs nineteen euros and ninety-nine cents per month.",
		"5–10% less":                                                      "five to ten percent less",
		"Q3 and B2B, GPT-4":                                               "Q three and B two B, GPT four",
		"1080p at 30 fps":                                                 "ten eighty p at thirty frames per second",
		"3x faster in 10ms":                                               "three times faster in ten milliseconds",
		"Dr. Smith’s 3rd idea":                                            "Doctor Smith's third idea",
		"in the 1990s: 1/2 of 1,850 users":                                "in the nineteen nineties: one half of one thousand eight hundred and fifty users",
		"5 km or 10 km/h?":                                                "five kilometres or ten kilometres per hour?",
		"R&D and SaaS":                                                    "R and D and sass",
		"#1 in 500+ cities":                                               "number one in five hundred plus cities",
		"by 2026-05-12":                                                   "by the twelfth of May twenty twenty-six",
		"30-second videos":                                                "thirty second videos",
		"v2.1 works 24/7":                                                 "version two point one works twenty-four seven",
		"−3 °C":                                                           "minus three degrees Celsius",
		"£1 and $1.50":                                                    "one pound and one dollar and fifty cents",
		"16:9 or 1920x1080":                                               "sixteen to nine or one thousand nine hundred and twenty by one thousand and eighty",
		"Call +49-30-123456.":                                             "Call plus four nine, three zero, one two three four five six.",
		"1.2.3":                                                           "one point two point three",
		"the 1st, 2nd, 21st and 100th":                                    "the first, second, twenty-first and one hundredth",
		"007 and 1,000,000":                                               "zero zero seven and one million",
		"Wait… what?!":                                                    "Wait, what?",
		"a plan (a big one) — done":                                       "a plan, a big one, done",
		"FAQs on AWS, led by the CEO at 9am":                              "F.A.Q's on A.W.S, led by the C.E.O at nine A.M",
		"4K over 5G, 10K users":                                           "four K over five G, ten thousand users",
		"CI/CD and R&D":                                                   "C.I CD and R and D",
		"Save 0.05 cents":                                                 "Save zero point zero five cents",
		"$20-30":                                                          "twenty to thirty dollars",
		"Call (555) 123-4567 or +1 555 123 4567.":                         "Call, five five five, one two three, four five six seven or plus one, five five five, one two three, four five six seven.",
		"from 03/14/2024 to 14.03.2024":                                   "from the fourteenth of March twenty twenty-four to the fourteenth of March twenty twenty-four",
		"3/4/2025 and 3/4 of it":                                          "the third of April twenty twenty-five and three quarters of it",
		"20 USD, USD 20 and 5 EUR":                                        "twenty US dollars, twenty US dollars and five euros",
		"50/50, ½ a cup, 2½ hours, 3²":                                    "fifty fifty, a half a cup, two and a half hours, three squared",
		"MP3, 2FA, H2O, C++, C# and .NET":                                 "M.P three, two F.A, H two O, C plus plus, C sharp and dot net",
		"Mon–Fri, Jan. 5, 5 Feb, No. 1, vol. 2":                           "Monday to Friday, January fifth, the fifth of February, number one, volume two",
		"No. Say no to it on the sun.":                                    "No. Say no to it on the sun.",
		"1,000s of users and 10M+ views":                                  "thousands of users and ten million plus views",
		"10 GB/s":                                                         "ten gigabytes per second",
		"Louis XIV, World War II, Chapter IV, XL":                         "Louis the fourteenth, World War two, Chapter four, XL",
		"Open Mon-Sat 8am-6:30pm, closed Sun.":                            "Open Monday to Saturday eight A.M to six thirty P.M, closed Sunday.",
		"The Sun rose. Ships Thu 6 Feb, Tues. at 9-5pm":                   "The Sun rose. Ships Thursday the sixth of February, Tuesday at nine to five P.M",
		"A 3 ft x 5 ft rug, 3 x 5":                                        "A three feet by five feet rug, three by five",
		"on 12/31, by 31/8, 9/11, 1/3 of 5/12":                            "on December thirty-first, by the thirty-first of August, nine eleven, one third of five twelfths",
		"21 Baker St., London, St. Mary's, King St.":                      "twenty-one Baker Street, London, Saint Mary's, King Street.",
		"a 50¢ fee, CHF 20, 30 CAD, $5 bn":                                "a fifty cents fee, twenty Swiss francs, thirty Canadian dollars, five billion dollars",
		"20,000 sq ft, 3 mg/l, 500 mA, 400 ppm, kWh":                      "twenty thousand square feet, three milligrams per litre, five hundred milliamps, four hundred parts per million, kilowatt hour",
		"Tel. 020 7946 0958 ext. 12":                                      "Tel zero two zero, seven nine four six, zero nine five eight extension twelve",
		"3 bn people, 1.5m users, a 1.5m pole":                            "three billion people, one point five million users, a one point five metres pole",
		"under-3s: free; Sen. Ortiz on Mt. Everest":                       "under threes: free; Senator Ortiz on Mount Everest",
		"Mon, Wed and Fri, Fri & Sat, Tue/Thu; Sun and Moon":              "Monday, Wednesday and Friday, Friday and Saturday, Tuesday and Thursday; Sun and Moon",
		"4.8/5 at 120/80 mmHg, -10C, a 1/2-inch pipe":                     "four point eight out of five at one hundred and twenty over eighty millimetres of mercury, minus ten degrees Celsius, a one half inch pipe",
		"4 g/day, 3 mi. long, between 10/14 and 10/18":                    "four grams per day, three miles long, between October fourteenth and October eighteenth",
		"The code is 62262; call before 5 pm.":                            "The code is six two two six two; call before five P.M.",
		"Order no. 4471: order 1500 bottles, order #90210":                "Order number four four seven one: order fifteen hundred bottles, order number nine zero two one zero",
		"Text JOIN to 62262, call 300 people or dial 911.":                "Text JOIN to six two two six two, call three hundred people or dial nine one one.",
		"1,299.00 USD, 25,5 kW and 3'500 CHF":                             "one thousand two hundred and ninety-nine US dollars, twenty-five point five kilowatts and three thousand five hundred Swiss francs",
		"Flight BA 2490, Room 1204, 8 fl oz, 98 °F / 37 °C":               "Flight BA twenty-four ninety, Room twelve oh four, eight fluid ounces, ninety-eight degrees Fahrenheit, thirty-seven degrees Celsius",
		"A 10s clip lasts 20s in her 30s; 10 000 users, $1 000":           "A ten second clip lasts twenty seconds in her thirties; ten thousand users, one thousand dollars",
		"2-for-1, 45p each, 20 books/yr, vol. III, c. 1850":               "two for one, forty-five pence each, twenty books per year, volume three, circa eighteen fifty",
		"1 1/2 cups on Tues., 3/10; Settings > Privacy":                   "one and a half cups on Tuesday, the third of October; Settings, Privacy",
		"1–5 May: 2 nights from £89pp; 3 x 20 = 60, 35 µg/m³":             "the first to the fifth of May: two nights from eighty-nine pounds per person; three times twenty equals sixty, thirty-five micrograms per cubic metre",
		"2 x 500mg, 221B Baker Street, 31 yrs old, 18 mo. and $3B Series": "two times five hundred milligrams, two hundred and twenty-one B Baker Street, thirty-one years old, eighteen months and three billion dollars Series",
		"$8/user/mo, 10k in 51:02, sizes XS–XXL, text 555-0142, max. 25 kg": "eight dollars per user per month, ten thousand in fifty-one oh two, sizes XS to XXL, text five five five, zero one four two, maximum twenty-five kilograms",
		"It is 0. Then (0.5)":   "It is zero. Then, zero point five,",
		"123456789012345678901": "one two three four five six seven eight nine zero one two three four five six seven eight nine zero one",
	} {
		if got := Spoken(in, "en"); got != want {
			t.Errorf("%q\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestAmericanDates(t *testing.T) {
	t.Parallel()
	if got, want := Spoken("3/4/2025", "en-US"), "the fourth of March twenty twenty-five"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSpokenElsewhere(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, in, want string }{
		{"de", "45 % mehr für 3,5M € auf acme.example", "45 Prozent mehr für 3,5 Millionen Euro auf acme Punkt example"},
		{"de", "9:00–18:30 Uhr, –5 °C, 2 m x 3 m, z. Hd. Fr. Lang, mtl.", "9 Uhr bis 18 Uhr 30, minus 5 Grad Celsius, 2 Meter mal 3 Meter, zu Händen Frau Lang, monatlich."},
		{"es", "Lun-Vie 9:00-18:30, núm. 4", "lunes a viernes 9 a 18 y 30, número 4"},
		{"fr", "9h-18h30, ven. 3 mai", "9 heures à 18 heures 30, vendredi 3 mai"},
		{"nl", "Ma-vr 9.00-17.30 uur t/m juni", "maandag tot vrijdag 9 uur tot 17 uur 30 tot en met juni"},
		{"pt", "séc. XXI", "século 21"},
		{"es", "50% & 20€", "50 por ciento y 20 euros"},
		{"fr", "de 10–20 %", "de 10 à 20 pour cent"},
		{"ar", "زيادة 20%", "زيادة 20 بالمئة"},
		{"de", "Am 3. Oktober um 9:30 Uhr, am 14.03.2024", "Am dritten Oktober um 9 Uhr 30, am vierzehnten März 2024"},
		{"de", "1.299,99 €, 3 Mio. €, z. B. 10 km/h, 5G, §5, Nr. 5, 20 °C", "1.299 Euro 99, 3 Millionen Euro, zum Beispiel 10 Stundenkilometer, 5 G, Paragraf 5, Nummer 5, 20 Grad Celsius"},
		{"fr", "à 9h30, 1 299,99 €, 3 M€, n° 5, 1er janvier, M. Dupont", "à 9 heures 30, 1299 euros 99, 3 millions d'euros, numéro 5, premier janvier, Monsieur Dupont"},
		{"es", "a las 9:30, 12,50 €, 3 M€, n.º 5, 10 km/h, Sr. López, 14/03/2024", "a las 9 y 30, 12 euros con 50, 3 millones de euros, número 5, 10 kilómetros por hora, señor López, 14 de marzo de 2024"},
		{"pt", "R$ 1.299,99, R$ 3 mi, 1º lugar", "1.299 reais e 99, 3 milhões de reais, primeiro lugar"},
		{"pt", "Ligue para (11) 4002-8922. O plano 2024-2030 segue.", "Ligue para, 1 1, 4 0 0 2, 8 9 2 2. O plano 2024 a 2030 segue."},
		{"de", "Wir sehen uns am Samstag, 14. September, um 10 Uhr.", "Wir sehen uns am Samstag, den vierzehnten September, um 10 Uhr."},
		{"es", "21 personas, 1 hora, 31 días, 200 horas, 250 clientes, paso 1 inicial", "veintiuna personas, una hora, treinta y un días, doscientas horas, 250 clientes, paso 1 inicial"},
		{"pt", "2 pessoas, 1 hora, 21 dias, 202 horas", "duas pessoas, uma hora, 21 dias, duzentas e duas horas"},
		{"fr", "21 heures, 1 minute, 1 jour", "vingt et une heures, une minute, 1 jour"},
		{"it", "1 ora, 1 giorno, 21 ore", "un' ora, un giorno, 21 ore"},
		{"de", "1 Stunde, 1 Euro, 1 Uhr, 21 Tage", "eine Stunde, ein Euro, 1 Uhr, 21 Tage"},
		{"he", "שיעור ירד מ-5.1% ל-3.4%, 89 ₪", "שיעור ירד מ-5.1 אחוז ל-3.4 אחוז, 89 שקלים"},
		{"ru", "на 8 % больше, 189 ₽", "на 8 процентов больше, 189 рублей"},
		{"zh", "增长8%", "增长8%"},
		{"it", "3 mln di euro, 12,50 €, Sig. Rossi", "3 milioni di euro, 12 euro e 50, signor Rossi"},
		{"de", "28 ct/kWh seit dem 1. Jan. 2025, Ruf an: 0800 123 45 67", "28 Cent pro Kilowattstunde seit dem ersten Januar 2025, Ruf an: 0 8 0 0, 1 2 3, 4 5, 6 7"},
		{"de", "Am Sa., 7. Nov., jeder 3. Kunde, 8,– € oder 2.499,- €", "Am Samstag, den siebten November, jeder dritte Kunde, 8 Euro oder 2.499 Euro"},
		{"pt", "Só R$ 9,90/mês", "Só 9 reais e 90 por mês"},
		{"de", "Wir öffnen am 24.12. um 9 Uhr, Python 3.12. kommt.", "Wir öffnen am vierundzwanzigsten Dezember um 9 Uhr, Python 3 Punkt 12. kommt."},
		{"it", "Il 25/12, CAP 00184", "Il 25 dicembre, CAP 00184"},
		{"pt", "Dia 15/03, +12% a.a., 1/2", "Dia 15 de março, mais 12 por cento ao ano, meio"},
		{"es", "Unos 3,5 M de usuarios", "Unos 3,5 millones de usuarios"},
		{"de", "Am Fr., 13.11., mind. 3 Pers.", "Am Freitag, den dreizehnten November, mindestens 3 Personen."},
		{"es", "Del 3 al 5 de nov., de 10 a 14 h", "Del 3 al 5 de noviembre, de 10 a 14 horas"},
		{"es", "3 uds. y 1/2 l el 3 ene. 2026, mar de fondo", "3 unidades y medio litro el 3 de enero 2026, mar de fondo"},
		{"fr", "52 av. J.-C. et le 15 janv. 2026, 5 j/7", "52 avant Jésus-Christ et le 15 janvier 2026, 5 jours sur 7"},
		{"pt", "Ligue de seg. a sex.", "Ligue de segunda a sexta."},
		{"it", "sec. XXI, 1 ora", "secolo 21, un' ora"},
		{"nl", "€ 12,50, bijv. 5 km om 9:30 uur", "12 euro 50, bijvoorbeeld 5 kilometer om 9 uur 30"},
		{"pl", "o 9:30, 1 299,99 zł, np. 5 km", "o 9:30, 1299,99 złotych, na przykład 5 kilometrów"},
	} {
		if got := Spoken(c.in, c.lang); got != c.want {
			t.Errorf("%s %q\n got %q\nwant %q", c.lang, c.in, got, c.want)
		}
	}
}

func TestSplit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang, in string
		want     []string
	}{
		{"en", "Dr. Smith paid $1.85M. He lives at acme.example now! Really?", []string{"Dr. Smith paid $1.85M.", "He lives at acme.example now!", "Really?"}},
		{"en", "It is e.g. fast, approx. 3 times. Node.js runs it.", []string{"It is e.g. fast, approx. 3 times.", "Node.js runs it."}},
		{"en", `He said "Stop." Then <break time="1.5s"/> he left.`, []string{`He said "Stop."`, `Then <break time="1.5s"/> he left.`}},
		{"en", "Did it work? No. Then No. 5 did.", []string{"Did it work?", "No.", "Then No. 5 did."}},
		{"en", "So do I. We agree", []string{"So do I.", "We agree"}},
		{"en", "J. R. Hartley wrote it.\nNext paragraph", []string{"J. R. Hartley wrote it.", "Next paragraph"}},
		{"de", "Am 3. Oktober beginnt es. Kommen Sie z. B. vorbei.", []string{"Am 3. Oktober beginnt es.", "Kommen Sie z. B. vorbei."}},
		{"es", "¿Qué pasa? ¡Nada!", []string{"¿Qué pasa?", "¡Nada!"}},
		{"zh", "你好。再见！", []string{"你好。", "再见！"}},
		{"hi", "नमस्ते। आप कैसे हैं?", []string{"नमस्ते।", "आप कैसे हैं?"}},
		{"en", "One. [pause 0.5s] Two [long pause].\n[pause]", []string{"One.", "<break time=0.5s/> Two <break time=1s/>. <break time=500ms/>"}},
		{"en", "[pause]\nOne.", []string{"<break time=500ms/> One."}},
		{"en", " \n ", nil}, {"en", "[pause] —", nil},
		{"en", "Hello. — ", []string{"Hello. —"}},
	} {
		if got := Split(c.in, c.lang); !slices.Equal(got, c.want) {
			t.Errorf("%s %q\n got %q\nwant %q", c.lang, c.in, got, c.want)
		}
	}
}

func TestMarkup(t *testing.T) {
	t.Parallel()
	got := Read(`<break time="200ms"/>Meet *Nova*: <break time="1.5s"/> the <emphasis level="strong">first big</emphasis> & only 5 * 3 — kettle.<break strength="weak"/>`, "en", nil)
	var shown, stressed []string
	for _, k := range got {
		shown = append(shown, k.Shown)
		if k.Stressed {
			stressed = append(stressed, k.Shown)
		}
	}
	if want := "Meet|Nova:|the|first|big|&|only|5 *|3 —|kettle."; strings.Join(shown, "|") != want {
		t.Errorf("shown %q, want %q", strings.Join(shown, "|"), want)
	}
	if want := "Nova:|first|big"; strings.Join(stressed, "|") != want {
		t.Errorf("stressed %q, want %q", stressed, want)
	}
	if got[0].Lead != 200*time.Millisecond || got[1].Pause != 1500*time.Millisecond || got[len(got)-1].Pause != 150*time.Millisecond {
		t.Errorf("pauses %+v", got)
	}
}

func TestPauseBrackets(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]time.Duration{"[pause]": 500, "[ Pause 0.7s ]": 700, "[pause: 250ms]": 250, "[short pause]": 250, "[long pause]": 1000, "[pause 90s]": 10000, "[pausa 1]": 1000} {
		got := Read("a "+in+" b", "en", nil)
		if len(got) != 2 || got[0].Pause != want*time.Millisecond || Shown("a "+in+" b") != "a b" {
			t.Errorf("%s: %+v", in, got)
		}
	}
	if got := Shown("a [paused] b"); got != "a [paused] b" {
		t.Errorf("not a pause: %q", got)
	}
}

func TestDictionary(t *testing.T) {
	t.Parallel()
	sounds := Sounds{"Acme": "ack mee", "acme cloud": "/ˈækmi klaʊd/", "US": "you ess", "xylo": "/zˈaɪləʊ/", "iOS": "eye oh ess", "Node.js": "node jay ess"}
	for in, want := range map[string]string{
		"Acme's plan, ACME and acme":      "ack mee's plan, ack mee and ack mee",
		"It gives us the US, US-based":    "It gives us the you ess, you ess based",
		"The Acme Cloud, for iOS":         "The /ˈækmi klaʊd/, for eye oh ess",
		"Xylo's new xylo on Node.js":      "/zˈaɪləʊz/ new /zˈaɪləʊ/ on node jay ess",
		"acme-free “Acme”, (Acme) Acme’s": "ack mee free ack mee, ack mee, ack mee's",
	} {
		var got []string
		tokens := Read(in, "en", sounds)
		for _, k := range tokens {
			if k.IPA != "" {
				k.Spoken = "/" + k.IPA + "/"
			}
			got = append(got, k.Spoken+k.After)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q\n got %q\nwant %q", in, strings.Join(got, " "), want)
		}
		var shown []string
		for _, k := range tokens {
			shown = append(shown, k.Shown)
		}
		if strings.Join(shown, " ") != in {
			t.Errorf("%q is shown as %q", in, shown)
		}
	}
}

// Whatever is written, the tokens show it, and nothing without speech is a token.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"Revenue grew 45% to $1.85M (a lot) — “really”.", `x <break time="9999999s"/> *y`, "$ € 5–– 1:2:3 +1 #", "🙂 hi 🙂", "…", "1e9 0x1F 12:99 99/0 v. 2-", "مرحبا ١٢٣"} {
		f.Add(s, "en")
		f.Add(s, "de")
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		tokens := Read(text, lang, nil)
		var shown []string
		for _, k := range tokens {
			shown = append(shown, k.Shown)
			if strings.TrimSpace(k.Spoken) == "" || k.Pause < 0 || k.Lead < 0 {
				t.Fatalf("%q: token %+v", text, k)
			}
		}
		if len(tokens) > 0 && strings.Join(shown, " ") != Shown(text) {
			t.Fatalf("%q shows %q, tokens %q", text, Shown(text), shown)
		}
	})
}

var update = flag.Bool("update", false, "write testdata/hostile.txt anew; read what changes")

// TestHostile reads aloud what prompts are full of: prices, dates, times, units,
// abbreviations, addresses, versions, ordinals and Roman numerals, in seven languages.
// Each is one sentence, and none of its words is left out of the captions.
func TestHostile(t *testing.T) {
	t.Parallel()
	const file = "testdata/hostile.txt"
	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var now strings.Builder
	counts := map[string]int{}
	lines := strings.Split(strings.TrimSuffix(string(body), "\n"), "\n")
	for i := 0; i+1 < len(lines); i += 2 {
		lang, in, _ := strings.Cut(lines[i], "|")
		want := strings.TrimPrefix(lines[i+1], "=> ")
		got := Spoken(in, lang)
		if got != want && !*update {
			t.Errorf("%s %q\n got %q\nwant %q", lang, in, got, want)
		}
		if s := Split(in, lang); len(s) != 1 && !strings.Contains(in, "? ") {
			t.Errorf("%s %q is %d sentences: %q", lang, in, len(s), s)
		}
		var shown []string
		for _, k := range Read(in, lang, nil) {
			shown = append(shown, k.Shown)
		}
		if strings.Join(shown, " ") != Shown(in) {
			t.Errorf("%s %q is shown as %q", lang, in, shown)
		}
		counts[lang]++
		now.WriteString(lines[i] + "\n=> " + got + "\n")
	}
	for _, lang := range []string{"en", "de", "es", "fr", "pt", "it", "nl"} {
		if counts[lang] < 25 {
			t.Errorf("%d sentences in %s", counts[lang], lang)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(now.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
