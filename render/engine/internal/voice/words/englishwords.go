package words

import "strings"

// unit is a name for a quantity, in the singular and the plural.
type unit struct{ one, many string }

func units(s string) unit { return unit{s, s + "s"} }

var englishUnits = map[string]unit{
	"%": {"percent", "percent"}, "‰": {"per mille", "per mille"}, "°": units("degree"), "°c": {"degree Celsius", "degrees Celsius"}, "°f": {"degree Fahrenheit", "degrees Fahrenheit"},
	"km": units("kilometre"), "m": units("metre"), "cm": units("centimetre"), "mm": units("millimetre"), "mi": units("mile"), "ft": {"foot", "feet"},
	"km/h": {"kilometre per hour", "kilometres per hour"}, "kmh": {"kilometre per hour", "kilometres per hour"}, "mph": {"mile per hour", "miles per hour"}, "m/s": {"metre per second", "metres per second"},
	"m²": {"square metre", "square metres"}, "m2": {"square metre", "square metres"}, "km²": {"square kilometre", "square kilometres"}, "m³": {"cubic metre", "cubic metres"}, "sqft": {"square foot", "square feet"},
	"kg": units("kilogram"), "g": units("gram"), "mg": units("milligram"), "lb": units("pound"), "lbs": units("pound"), "oz": units("ounce"), "t": units("tonne"),
	"l": units("litre"), "ml": units("millilitre"), "w": units("watt"), "kw": units("kilowatt"), "mw": units("megawatt"), "gw": units("gigawatt"), "wh": {"watt-hour", "watt-hours"},
	"kwh": {"kilowatt-hour", "kilowatt-hours"}, "mwh": {"megawatt-hour", "megawatt-hours"}, "kwp": {"kilowatt peak", "kilowatts peak"}, "v": units("volt"), "hz": {"hertz", "hertz"}, "khz": {"kilohertz", "kilohertz"}, "mhz": {"megahertz", "megahertz"}, "ghz": {"gigahertz", "gigahertz"},
	"kb": units("kilobyte"), "mb": units("megabyte"), "gb": units("gigabyte"), "tb": units("terabyte"), "kib": units("kibibyte"), "mib": units("mebibyte"), "gib": units("gibibyte"),
	"mbit/s": {"megabit per second", "megabits per second"}, "mbps": {"megabit per second", "megabits per second"}, "gbps": {"gigabit per second", "gigabits per second"},
	"ms": units("millisecond"), "s": units("second"), "sec": units("second"), "min": units("minute"), "mins": units("minute"), "h": units("hour"), "hr": units("hour"), "hrs": units("hour"), "yr": units("year"), "yrs": units("year"), "mo": units("month"), "mos": units("month"), "wk": units("week"), "wks": units("week"),
	"nm": units("nanometre"), "µg": units("microgram"), "μg": units("microgram"), "µm": units("micrometre"), "µs": units("microsecond"), "ns": units("nanosecond"), "kω": units("kiloohm"), "ω": units("ohm"), "mah": {"milliamp hour", "milliamp hours"}, "psi": {"P.S.I", "P.S.I"}, "hp": {"horsepower", "horsepower"}, "kcal": units("kilocalorie"), "tbsp": units("tablespoon"), "tsp": units("teaspoon"), "ha": units("hectare"),
	"mmhg": {"millimetre of mercury", "millimetres of mercury"}, "bpm": {"beat per minute", "beats per minute"}, "¢": units("cent"), "ma": units("milliamp"), "kv": units("kilovolt"), "kj": units("kilojoule"), "cl": units("centilitre"), "dl": units("decilitre"), "gal": units("gallon"), "bar": {"bar", "bar"}, "ppm": {"part per million", "parts per million"},
	"px": units("pixel"), "fps": {"frame per second", "frames per second"}, "rpm": {"revolution per minute", "revolutions per minute"}, "db": units("decibel"), "pt": units("point"), "pp": {"percentage point", "percentage points"}, "bps": {"basis point", "basis points"},
	"gb/s": {"gigabyte per second", "gigabytes per second"}, "mb/s": {"megabyte per second", "megabytes per second"}, "tb/s": {"terabyte per second", "terabytes per second"}, "gbit/s": {"gigabit per second", "gigabits per second"},
	"x": {"times", "times"}, "×": {"times", "times"},
}

// shares are words that a measure may be given for.
var shares = wordSet("day week month year hour person user night minute second")

// englishUnit is a unit by its sign, or by those of two: "mg/l".
func englishUnit(s string) (unit, bool) {
	s = strings.ToLower(s)
	if u, ok := englishUnits[s]; ok {
		return u, true
	}
	over, under, _ := strings.Cut(s, "/")
	a, ok1 := englishUnits[over]
	b, ok2 := englishUnits[under]
	if shares[under] { // "4 g/day"
		b, ok2 = unit{one: under}, true
	}
	return unit{a.one + " per " + b.one, a.many + " per " + b.one}, ok1 && ok2
}

var magnitudes = map[string]string{"k": "thousand", "m": "million", "mn": "million", "mm": "million", "mio": "million", "b": "billion", "bn": "billion", "t": "trillion", "tn": "trillion",
	"thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion"}

var currencies = map[string]struct{ unit, cent unit }{
	"$": {units("dollar"), units("cent")}, "us$": {unit{"US dollar", "US dollars"}, units("cent")}, "usd": {unit{"US dollar", "US dollars"}, units("cent")}, "a$": {unit{"Australian dollar", "Australian dollars"}, units("cent")}, "c$": {unit{"Canadian dollar", "Canadian dollars"}, units("cent")},
	"€": {units("euro"), units("cent")}, "eur": {units("euro"), units("cent")}, "£": {units("pound"), unit{"penny", "pence"}}, "gbp": {units("pound"), unit{"penny", "pence"}}, "¥": {unit{"yen", "yen"}, unit{}}, "jpy": {unit{"yen", "yen"}, unit{}},
	"₹": {units("rupee"), unit{"paisa", "paise"}}, "inr": {units("rupee"), unit{"paisa", "paise"}}, "chf": {unit{"Swiss franc", "Swiss francs"}, unit{"centime", "centimes"}}, "₿": {units("bitcoin"), unit{}},
	"cad": {unit{"Canadian dollar", "Canadian dollars"}, units("cent")}, "aud": {unit{"Australian dollar", "Australian dollars"}, units("cent")}, "nzd": {unit{"New Zealand dollar", "New Zealand dollars"}, units("cent")},
	"sek": {unit{"Swedish krona", "Swedish kronor"}, unit{}}, "nok": {unit{"Norwegian krone", "Norwegian kroner"}, unit{}}, "dkk": {unit{"Danish krone", "Danish kroner"}, unit{}}, "pln": {unit{"zloty", "zlotys"}, unit{}}, "cny": {unit{"yuan", "yuan"}, unit{}},
	"brl": {unit{"real", "reais"}, unit{}}, "mxn": {unit{"Mexican peso", "Mexican pesos"}, unit{}}, "zar": {unit{"rand", "rand"}, unit{}}, "aed": {unit{"dirham", "dirhams"}, unit{}}, "sgd": {unit{"Singapore dollar", "Singapore dollars"}, units("cent")},
}

var englishWords = map[string]string{
	"&": "and", "+": "plus", "=": "equals", "@": "at", "×": "times", "→": "to", "≈": "about", "~": "about", "%": "percent", "±": "plus or minus", "≥": "at least", "≤": "at most", "<": "less than", ">": "more than",
	"mr": "Mister", "mrs": "Missus", "ms": "Miz", "dr": "Doctor", "prof": "Professor", "jr": "Junior", "sr": "Senior", "vs": "versus", "etc": "et cetera", "approx": "approximately", "incl": "including", "p.a": "per annum", "tbsp": "tablespoon", "tsp": "teaspoon", "blvd": "Boulevard", "y/y": "year on year", "m/m": "month on month", "q/q": "quarter on quarter", "pts": "points", "p.p": "per person", "ctrl": "control", "cmd": "command", "wwi": "World War one", "wwii": "World War two", "yoy": "year over year", "qoq": "quarter over quarter", "kwh": "kilowatt hour", "km/h": "kilometres per hour",
	"e.g": "for example", "i.e": "that is", "inc": "Incorporated", "ltd": "Limited", "corp": "Corporation", "dept": "Department", "w/": "with", "w/o": "without", "a.m": "A.M", "p.m": "P.M", "u.s": "U.S", "u.k": "U.K", "e.u": "E.U", "n/a": "not applicable",
	"c++": "C plus plus", "c#": "C sharp", "f#": "F sharp", ".net": "dot net", "asp.net": "A.S.P dot net", "½": "a half", "¼": "a quarter", "¾": "three quarters", "⅓": "a third", "⅔": "two thirds",
	"saas": "sass", "yaml": "yammel", "json": "jason", "sql": "sequel", "mysql": "my sequel", "postgresql": "postgres", "ios": "eye oh ess", "macos": "mac oh ess", "gif": "giff", "wifi": "why fye", "wi-fi": "why fye", "ui/ux": "U.I and U.X", "co₂": "C.O two", "co2": "C.O two", "devops": "dev ops", "github": "git hub", "gitops": "git ops", "kubernetes": "koober-netties", "nginx": "engine X", "24/7": "twenty-four seven",
}

// spelled are acronyms that are said letter by letter although they could be read
// as words. They count only in capitals: "LED" is not "led".
var spelled = func() map[string]bool {
	m := map[string]bool{}
	for _, a := range strings.Fields("AI AR AWS CEO CI CFO COO CTO CRO CPO CIO CISO EOD EOM ERP ESG ETA EU FAQ HR IDE IPO IT KPI LED NGO OEM OKR QA ROI ROAS SEO SEM SLA TLA UAE UI UK UN UPS US USA USB USP UX VIP VAT AM PM AB EV APR ARR MRR PE PR ATM IP IPA DIY IoT ICU EU ECU EKG") {
		m[a] = true
	}
	return m
}()
