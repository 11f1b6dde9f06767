package words

import (
	"strings"
)

// language holds what espeak-ng needs help with; it reads the whole numbers and the
// decimals of its languages by itself.
type language struct {
	dot, at, slash, and, percent, to string
	ratio                            string // between the sides of "3:1"; "" = to
	per                              string // between a unit and what it is counted by: "Meter pro Sekunde"
	hashtag                          string
	comma                            bool // decimals are written with a comma
	magnitude                        map[string]string
	currency                         map[string]unit
	cents                            string // between a currency and its hundredths: "3 euros con 50"; "-" = read as decimals
	cent                             unit
	millions                         string // between millions and what there are millions of: "millones de euros"
	months                           []string
	days                             []string // short names of the days, Monday first, and their full ones
	of                               string   // between day, month and year
	first                            string   // what the first of a month is called; "" = like other days
	hour                             string   // between hours and minutes: "9 Uhr 30"
	one                              string   // what one o'clock is called; "" = like other numbers
	hours                            unit     // what full hours are called; "" = nothing
	units                            map[string]unit
	inches                           unit
	signs                            map[string]string // mathematical signs, and fractions
	words                            map[string]string // abbreviations, in lower case, without their full stop
	closers                          map[string]bool   // those of them that may also end a sentence
	chapters                         map[string]bool   // what Roman numerals count
	versions                         map[string]bool   // what version numbers stand after, beside names
}

// pairs reads "key=value; key=value".
func pairs(s string) map[string]string {
	out := map[string]string{}
	for _, p := range strings.Split(s, ";") {
		if k, v, ok := strings.Cut(strings.TrimSpace(p), "="); ok {
			for _, k := range strings.Split(k, ",") {
				out[k] = v
			}
		}
	}
	return out
}

// quantities reads "km=Kilometer; h=Stunde|Stunden" into names in singular and plural.
func quantities(s string) map[string]unit {
	out := map[string]unit{}
	for k, v := range pairs(s) {
		out[k] = quantity(v)
	}
	return out
}

func quantity(s string) unit {
	one, many, ok := strings.Cut(s, "|")
	if !ok {
		many = one
	}
	return unit{one, many}
}

// calculus reads the names of = + × > < ≥ ≤ ≈ ± − ^ ½ ¼ ¾, divided by slashes.
func calculus(s string) map[string]string {
	out := map[string]string{}
	for i, name := range strings.Split(s, "/") {
		out[strings.Fields("= + × > < ≥ ≤ ≈ ± − ^ ½ ¼ ¾")[i]] = name
	}
	out["~"] = out["≈"]
	return out
}

// spoken are the languages that have more than espeak-ng's own reading.
var languages = map[string]language{
	"de": {
		dot: "Punkt", at: "ät", slash: "Schrägstrich", and: "und", percent: "Prozent", to: "bis", ratio: "zu", per: "pro", hashtag: "Hashtag", comma: true,
		magnitude: pairs("k,K,Tsd=Tausend; M,Mio=Millionen; Mrd,B=Milliarden; Bio=Billionen"),
		currency:  quantities("€,EUR=Euro; $=Dollar; US$,USD=US-Dollar; £,GBP=Pfund; CHF,Fr=Franken; ¥=Yen"), cents: " ", cent: unit{"Cent", "Cent"}, millions: " ",
		months: strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"), of: " ", hour: "Uhr", hours: unit{"Uhr", "Uhr"},
		days:   strings.Fields("mo di mi do fr sa so Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
		units:  quantities("km/h=Stundenkilometer; °c=Grad Celsius; °f=Grad Fahrenheit; °=Grad; km=Kilometer; m=Meter; cm=Zentimeter; mm=Millimeter; µm=Mikrometer; m²,m2,qm=Quadratmeter; km²=Quadratkilometer; m³,m3=Kubikmeter; ha=Hektar; kg=Kilogramm; g=Gramm; mg=Milligramm; t=Tonne|Tonnen; l=Liter; ml=Milliliter; h,std=Stunde|Stunden; min=Minute|Minuten; s,sek=Sekunde|Sekunden; ms=Millisekunde|Millisekunden; w=Watt; kw=Kilowatt; mw=Megawatt; gw=Gigawatt; kwh=Kilowattstunde|Kilowattstunden; mwh=Megawattstunde|Megawattstunden; kwp=Kilowatt Peak; v=Volt; hz=Hertz; khz=Kilohertz; mhz=Megahertz; ghz=Gigahertz; kb=Kilobyte; mb=Megabyte; gb=Gigabyte; tb=Terabyte; mbit=Megabit; gbit=Gigabit; db=Dezibel; hpa=Hektopascal; bar=Bar; ct=Cent; ps=P.S; nm=Nanometer; kcal=Kilokalorien; tl=Teelöffel; el=Esslöffel; px=Pixel; x,×=mal; °c=Grad Celsius"),
		inches: unit{"Zoll", "Zoll"}, signs: calculus("gleich/plus/mal/über/unter/mindestens/höchstens/etwa/plus minus/minus/hoch/einhalb/ein Viertel/drei Viertel"),
		words:    pairs("z.b=zum Beispiel; ggü=gegenüber; einschl=einschließlich; ggfs=gegebenenfalls; lfd=laufende; z.hd=zu Händen; mtl=monatlich; jährl=jährlich; ca=zirka; nr=Nummer; hausnr=Hausnummer; og=Obergeschoss; eg=Erdgeschoss; bzw=beziehungsweise; usw=und so weiter; d.h=das heißt; u.a=unter anderem; i.d.r=in der Regel; ggf=gegebenenfalls; inkl=inklusive; exkl=exklusive; zzgl=zuzüglich; evtl=eventuell; dr=Doktor; med=med; prof=Professor; hr=Herr; fr=Frau; mio=Millionen; mrd=Milliarden; tsd=Tausend; st=Sankt; str=Straße; co=Co; §=Paragraf; vgl=vergleiche; max=maximal; min=mindestens; gmbh=G.m.b.H; kap=Kapitel; abb=Abbildung; abs=Absatz; art=Artikel; tel=Telefon; s=Seite; bd=Band; aufl=Auflage; mwst=Mehrwertsteuer; co2=C O zwei; std=Stunden; mind=mindestens; pers=Personen; sog=sogenannte; jh=Jahrhundert; v.chr=vor Christus; n.chr=nach Christus; 24/7=24 7; ki=K.I; it=I.T"),
		closers:  wordSet("usw tel gmbh"),
		chapters: wordSet("kapitel kap teil band akt stufe phase klasse typ artikel abschnitt weltkrieg anhang"), versions: wordSet("version versionen release ausgabe"),
	},
	"es": {
		dot: "punto", at: "arroba", slash: "barra", and: "y", percent: "por ciento", to: "a", per: "por", hashtag: "almohadilla", comma: true,
		magnitude: pairs("k,K=mil; M,MM=millones; mil=mil"),
		currency:  quantities("€,EUR=euro|euros; $,USD,US$=dólar|dólares; £,GBP=libra|libras; MXN=peso|pesos; CHF=franco|francos; ¥=yen|yenes"), cents: " con ", cent: quantity("céntimo|céntimos"), millions: " de ",
		months: strings.Fields("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"), of: " de ", hour: "y", one: "una",
		days:   strings.Fields("lun mar mié jue vie sáb dom lunes martes miércoles jueves viernes sábado domingo"),
		units:  quantities("km/h=kilómetro por hora|kilómetros por hora; °c=grado|grados; °f=grado Fahrenheit|grados Fahrenheit; °=grado|grados; km=kilómetro|kilómetros; m=metro|metros; cm=centímetro|centímetros; mm=milímetro|milímetros; µm=micrómetro|micrómetros; m²,m2=metro cuadrado|metros cuadrados; km²=kilómetro cuadrado|kilómetros cuadrados; m³,m3=metro cúbico|metros cúbicos; ha=hectárea|hectáreas; kg=kilo|kilos; g=gramo|gramos; mg=miligramo|miligramos; t=tonelada|toneladas; l=litro|litros; ml=mililitro|mililitros; h=hora|horas; min=minuto|minutos; s,seg=segundo|segundos; ms=milisegundo|milisegundos; w=vatio|vatios; kw=kilovatio|kilovatios; mw=megavatio|megavatios; gw=gigavatio|gigavatios; kwh=kilovatio hora|kilovatios hora; mwh=megavatio hora|megavatios hora; v=voltio|voltios; hz=hercio|hercios; khz=kilohercio|kilohercios; mhz=megahercio|megahercios; ghz=gigahercio|gigahercios; kb=kilobyte|kilobytes; mb=megabyte|megabytes; gb=gigabyte|gigabytes; tb=terabyte|terabytes; mbit=megabit|megabits; gbit=gigabit|gigabits; db=decibelio|decibelios; ud,uds=unidad|unidades; cv=caballo|caballos; hpa=hectopascal|hectopascales; cts=céntimo|céntimos; px=píxel|píxeles; x,×=veces"),
		inches: quantity("pulgada|pulgadas"), signs: calculus("igual a/más/por/más de/menos de/al menos/como máximo/unos/más menos/menos/elevado a/medio/un cuarto/tres cuartos"),
		words:    pairs("ext=extensión; c/=calle; sr=señor; sra=señora; srta=señorita; dr=doctor; dra=doctora; n.º,nº,núm=número; ee.uu,eeuu=Estados Unidos; ee=Estados; uu=Unidos; rr=Recursos; hh=Humanos; p.ej=por ejemplo; p=por; ej=ejemplo; etc=etcétera; aprox=aproximadamente; máx=máximo; mín=mínimo; ud=usted; uds=ustedes; av,avda=avenida; pág=página; págs=páginas; cap=capítulo; fig=figura; art=artículo; tel=teléfono; incl=incluido; dcha=derecha; izda=izquierda; s.a=S.A; 24/7=24 7; co2=C O dos; ia=I.A; iva=iva"),
		closers:  wordSet("etc tel s.a dcha izda incl uu hh ee.uu eeuu"),
		chapters: wordSet("capítulo cap parte tomo acto fase clase tipo artículo siglo siglos mundial"), versions: wordSet("versión versiones"),
	},
	"fr": {
		dot: "point", at: "arobase", slash: "barre oblique", and: "et", percent: "pour cent", to: "à", per: "par", hashtag: "mot-dièse", comma: true,
		magnitude: pairs("k,K=mille; M=millions; Md,Mds=milliards"),
		currency:  quantities("€,EUR=euro|euros; $,USD,US$=dollar|dollars; £,GBP=livre|livres; CHF=franc|francs; ¥=yen|yens"), cents: " ", cent: quantity("centime|centimes"), millions: " de ",
		months: strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"), first: "premier", of: " ", hour: "heures", hours: quantity("heure|heures"),
		days:   strings.Fields("lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche"),
		units:  quantities("km/h=kilomètre heure|kilomètres heure; °c=degré|degrés; °f=degré Fahrenheit|degrés Fahrenheit; °=degré|degrés; km=kilomètre|kilomètres; m=mètre|mètres; cm=centimètre|centimètres; mm=millimètre|millimètres; µm=micromètre|micromètres; m²,m2=mètre carré|mètres carrés; km²=kilomètre carré|kilomètres carrés; m³,m3=mètre cube|mètres cubes; ha=hectare|hectares; kg=kilo|kilos; g=gramme|grammes; mg=milligramme|milligrammes; t=tonne|tonnes; l=litre|litres; ml=millilitre|millilitres; h=heure|heures; j=jour|jours; min=minute|minutes; s=seconde|secondes; ms=milliseconde|millisecondes; w=watt|watts; kw=kilowatt|kilowatts; mw=mégawatt|mégawatts; gw=gigawatt|gigawatts; kwh=kilowattheure|kilowattheures; mwh=mégawattheure|mégawattheures; v=volt|volts; hz=hertz; khz=kilohertz; mhz=mégahertz; ghz=gigahertz; ko,kb=kilooctet|kilooctets; mo,mb=mégaoctet|mégaoctets; go,gb=gigaoctet|gigaoctets; to,tb=téraoctet|téraoctets; mbit=mégabit|mégabits; gbit=gigabit|gigabits; hpa=hectopascal|hectopascals; db=décibel|décibels; px=pixel|pixels; x,×=fois"),
		inches: quantity("pouce|pouces"), signs: calculus("égale/plus/fois/plus de/moins de/au moins/au plus/environ/plus ou moins/moins/puissance/un demi/un quart/trois quarts"),
		words:    pairs("m=Monsieur; mme=Madame; mlle=Mademoiselle; dr=docteur; n°,nº=numéro; env=environ; etc=et cetera; max=maximum; min=minimum; p.ex=par exemple; ex=exemple; p=page; pp=pages; chap=chapitre; fig=figure; art=article; tél,tel=téléphone; av=avenue; ét=étage; bd=boulevard; st=Saint; ste=Sainte; c.-à-d=c'est-à-dire; incl=incluse; cf=confer; h/24=heures sur 24; j/7=jours sur 7; j/semaine=jours par semaine; av.j.-c=avant Jésus-Christ; apr.j.-c,ap.j.-c=après Jésus-Christ; 24h/24=24 heures sur 24; 7j/7=7 jours sur 7; 24/7=24 heures sur 24; co2=C O deux; ia=I.A; tva=T.V.A; ca=C.A; r&d=R et D"),
		closers:  wordSet("etc tél tel incl"),
		chapters: wordSet("chapitre chap partie tome acte phase classe type article mondiale"), versions: wordSet("version versions"),
	},
	"pt": {
		dot: "ponto", at: "arroba", slash: "barra", and: "e", percent: "por cento", to: "a", per: "por", hashtag: "hashtag", comma: true,
		magnitude: pairs("k,K=mil; M,mi=milhões; bi=bilhões; mil=mil"),
		currency:  quantities("R$,BRL=real|reais; US$,$,USD=dólar|dólares; €,EUR=euro|euros; £,GBP=libra|libras; CHF=franco|francos; ¥=iene|ienes"), cents: " e ", cent: quantity("centavo|centavos"), millions: " de ",
		months: strings.Fields("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"), first: "primeiro", of: " de ", hour: "e", one: "uma", hours: quantity("hora|horas"),
		days:   strings.Fields("seg ter qua qui sex sáb dom segunda terça quarta quinta sexta sábado domingo"),
		units:  quantities("km/h=quilômetro por hora|quilômetros por hora; °c=grau|graus; °f=grau Fahrenheit|graus Fahrenheit; °=grau|graus; km=quilômetro|quilômetros; m=metro|metros; cm=centímetro|centímetros; mm=milímetro|milímetros; µm=micrômetro|micrômetros; m²,m2=metro quadrado|metros quadrados; km²=quilômetro quadrado|quilômetros quadrados; m³,m3=metro cúbico|metros cúbicos; ha=hectare|hectares; kg=quilo|quilos; g=grama|gramas; mg=miligrama|miligramas; t=tonelada|toneladas; l=litro|litros; ml=mililitro|mililitros; h=hora|horas; min=minuto|minutos; s,seg=segundo|segundos; ms=milissegundo|milissegundos; w=watt|watts; kw=quilowatt|quilowatts; mw=megawatt|megawatts; gw=gigawatt|gigawatts; kwh=quilowatt-hora|quilowatts-hora; mwh=megawatt-hora|megawatts-hora; v=volt|volts; hz=hertz; khz=quilohertz; mhz=megahertz; ghz=gigahertz; kb=quilobyte|quilobytes; mb=megabyte|megabytes; gb=gigabyte|gigabytes; tb=terabyte|terabytes; mbit=megabit|megabits; gbit=gigabit|gigabits; hpa=hectopascal|hectopascais; db=decibel|decibéis; px=pixel|pixels; x,×=vezes"),
		inches: quantity("polegada|polegadas"), signs: calculus("igual a/mais/vezes/mais de/menos de/pelo menos/no máximo/cerca de/mais ou menos/menos/elevado a/meio/um quarto/três quartos"),
		words:    pairs("séc=século; sr=senhor; sra=senhora; dr=doutor; dra=doutora; nº,n.º,n°=número; etc=et cétera; p.ex=por exemplo; p=por; ex=exemplo; aprox=aproximadamente; mi=milhões; bi=bilhões; av=avenida; pág=página; págs=páginas; cap=capítulo; fig=figura; art=artigo; tel=telefone; incl=incluído; a.a=ao ano; a.m=ao mês; máx=máximo; mín=mínimo; 24/7=24 7; co2=C O dois; ia=I.A; ti=T.I; ltda=limitada"),
		closers:  wordSet("etc tel incl ltda"),
		chapters: wordSet("capítulo cap parte tomo ato fase classe tipo artigo século séculos mundial"), versions: wordSet("versão versões"),
	},
	"it": {
		dot: "punto", at: "chiocciola", slash: "barra", and: "e", percent: "per cento", to: "a", per: "al", hashtag: "hashtag", comma: true,
		magnitude: pairs("k,K=mila; M,mln,mio=milioni; mld=miliardi"),
		currency:  quantities("€,EUR=euro; $,USD,US$=dollaro|dollari; £,GBP=sterlina|sterline; CHF=franco|franchi; ¥=yen"), cents: " e ", cent: quantity("centesimo|centesimi"), millions: " di ",
		months: strings.Fields("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"), first: "primo", of: " ", hour: "e", one: "una",
		days:   strings.Fields("lun mar mer gio ven sab dom lunedì martedì mercoledì giovedì venerdì sabato domenica"),
		units:  quantities("km/h=chilometro orario|chilometri orari; m/s=metro al secondo|metri al secondo; °c=grado|gradi; °f=grado Fahrenheit|gradi Fahrenheit; °=grado|gradi; km=chilometro|chilometri; m=metro|metri; cm=centimetro|centimetri; mm=millimetro|millimetri; µm=micrometro|micrometri; m²,m2,mq=metro quadro|metri quadri; km²=chilometro quadro|chilometri quadri; m³,m3=metro cubo|metri cubi; ha=ettaro|ettari; kg=chilo|chili; g=grammo|grammi; mg=milligrammo|milligrammi; t=tonnellata|tonnellate; l=litro|litri; ml=millilitro|millilitri; h=ora|ore; min=minuto|minuti; s,sec=secondo|secondi; ms=millisecondo|millisecondi; w=watt; kw=chilowatt; mw=megawatt; gw=gigawatt; kwh=chilowattora; mwh=megawattora; v=volt; hz=hertz; khz=chilohertz; mhz=megahertz; ghz=gigahertz; kb=kilobyte; mb=megabyte; gb=gigabyte; tb=terabyte; mbit=megabit; gbit=gigabit; hpa=ettopascal; db=decibel; px=pixel; x,×=volte"),
		inches: quantity("pollice|pollici"), signs: calculus("uguale a/più/per/oltre/meno di/almeno/al massimo/circa/più o meno/meno/alla/mezzo/un quarto/tre quarti"),
		words:    pairs("sec=secolo; sig=signor; sig.ra=signora; sigg=signori; dott=dottor; dott.ssa=dottoressa; prof=professor; n,n°,nr=numero; ecc=eccetera; p.es=per esempio; es=esempio; ca=circa; mln=milioni; mld=miliardi; s.p.a=S.P.A; s.r.l=S.R.L; pag=pagina; pagg=pagine; cap=capitolo; fig=figura; art=articolo; tel=telefono; incl=inclusa; v.le=viale; max=massimo; min=minimo; 24/7=24 ore su 24; co2=C O due"),
		closers:  wordSet("ecc tel incl s.p.a s.r.l"),
		chapters: wordSet("capitolo cap parte tomo atto fase classe tipo articolo mondiale secolo secoli sec"), versions: wordSet("versione versioni"),
	},
	"nl": {
		dot: "punt", at: "apenstaartje", slash: "schuine streep", and: "en", percent: "procent", to: "tot", ratio: "op", per: "per", hashtag: "hashtag", comma: true,
		magnitude: pairs("k,K=duizend; M,mln,mio=miljoen; mld=miljard"),
		currency:  quantities("€,EUR=euro; $,USD,US$=dollar; £,GBP=pond; CHF=frank; ¥=yen"), cents: " ", cent: unit{"cent", "cent"}, millions: " ",
		months: strings.Fields("januari februari maart april mei juni juli augustus september oktober november december"), of: " ", hour: "uur", hours: unit{"uur", "uur"},
		days:   strings.Fields("ma di wo do vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
		units:  quantities("km/h,km/u=kilometer per uur; °c=graad|graden; °f=graad Fahrenheit|graden Fahrenheit; °=graad|graden; km=kilometer; m=meter; cm=centimeter; mm=millimeter; µm=micrometer; m²,m2=vierkante meter; km²=vierkante kilometer; m³,m3=kubieke meter; ha=hectare; kg=kilo; g=gram; mg=milligram; t=ton; l=liter; ml=milliliter; u=uur; h=uur; min=minuut|minuten; s,sec=seconde|seconden; ms=milliseconde|milliseconden; w=watt; kw=kilowatt; mw=megawatt; gw=gigawatt; kwh=kilowattuur; mwh=megawattuur; v=volt; hz=hertz; khz=kilohertz; mhz=megahertz; ghz=gigahertz; kb=kilobyte; mb=megabyte; gb=gigabyte; tb=terabyte; mbit=megabit; gbit=gigabit; db=decibel; px=pixel; x,×=keer"),
		inches: unit{"inch", "inch"}, signs: calculus("is/plus/keer/meer dan/minder dan/minstens/hoogstens/ongeveer/plus of min/min/tot de macht/een half/een kwart/drie kwart"),
		words:    pairs("t/m=tot en met; mnd=maand; bijv,bv=bijvoorbeeld; nr=nummer; ca=circa; enz=enzovoort; dhr=de heer; mevr,mw=mevrouw; dr=dokter; prof=professor; m.a.w=met andere woorden; d.w.z=dat wil zeggen; o.a=onder andere; t.o.v=ten opzichte van; mln=miljoen; mld=miljard; incl=inclusief; excl=exclusief; max=maximaal; min=minimaal; blz=bladzijde; hfst=hoofdstuk; fig=figuur; art=artikel; tel=telefoon; b.v=B.V; n.v=N.V; avg=A.V.G; ai=A.I; it=I.T; btw=B.T.W; 24/7=24 7; co2=C O twee"),
		closers:  wordSet("enz tel b.v n.v"),
		chapters: wordSet("hoofdstuk hfst deel akte fase klasse type artikel wereldoorlog"), versions: wordSet("versie versies"),
	},
	"pl": {
		dot: "kropka", at: "małpa", slash: "ukośnik", and: "i", percent: "procent", to: "do", comma: true, cents: "-", millions: " ",
		magnitude: pairs("M,mln=milionów; mld=miliardów; tys=tysięcy"), currency: quantities("€=euro; $=dolarów; zł,PLN=złotych"),
		months: strings.Fields("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"), of: " ",
		units: quantities("km/h=kilometrów na godzinę; km=kilometrów; kg=kilogramów; °c=stopni; °=stopni; kw=kilowatów; gb=gigabajtów; mb=megabajtów; hz=herców"),
		words: pairs("np=na przykład; itd=i tak dalej; nr=numer; ok=około; tys=tysięcy; mln=milionów; mld=miliardów; dr=doktor"), closers: wordSet("itd"),
	},
	"sv": {
		dot: "punkt", at: "snabel-a", slash: "snedstreck", and: "och", percent: "procent", to: "till", comma: true, cents: " ", millions: " ",
		magnitude: pairs("M,mn=miljoner; md=miljarder"), currency: quantities("€=euro; $=dollar; kr,SEK=kronor"),
		months: strings.Fields("januari februari mars april maj juni juli augusti september oktober november december"), of: " ",
		units: quantities("km/h=kilometer i timmen; km=kilometer; kg=kilo; °c=grader; °=grader; kw=kilowatt; gb=gigabyte; mb=megabyte; hz=hertz"),
		words: pairs("t.ex=till exempel; ca=cirka; nr=nummer; m.m=med mera; osv=och så vidare; dr=doktor"), closers: wordSet("osv m.m"),
	},
	"ar": {dot: "نقطة", at: "آت", slash: "شرطة", and: "و", percent: "بالمئة", to: "إلى", magnitude: pairs("M=مليون"), currency: quantities("€=يورو; $=دولار; £=جنيه"), cents: "-", millions: " "},
	"he": {dot: "נקודה", at: "שטרודל", slash: "לוכסן", and: "ו", percent: "אחוז", to: "עד", currency: quantities("₪=שקלים; ש\"ח,ש״ח=שקלים; €=אירו; $=דולר"), cents: "-", millions: " ", words: pairs("ק\"ג,ק״ג=קילוגרם; ק\"מ,ק״מ=קילומטר; ס\"מ,ס״מ=סנטימטר")},
	"ru": {dot: "точка", at: "собака", slash: "слэш", and: "и", percent: "процентов", to: "до", comma: true, currency: quantities("₽=рублей; €=евро; $=долларов"), cents: "-", millions: " "},
	"uk": {dot: "крапка", at: "ет", slash: "слеш", and: "і", percent: "відсотків", to: "до", comma: true, currency: quantities("₴=гривень; €=євро; $=доларів"), cents: "-", millions: " "},
	"ko": {dot: "닷", at: "골뱅이", slash: "슬래시", and: "앤드", percent: "퍼센트", to: "에서", millions: " "},
	"th": {dot: "จุด", at: "แอท", slash: "ทับ", and: "และ", percent: "เปอร์เซ็นต์", to: "ถึง", millions: " "},
	"hi": {dot: "डॉट", at: "ऐट", slash: "स्लैश", and: "और", percent: "प्रतिशत", to: "से", magnitude: pairs("M=मिलियन"), currency: quantities("€=यूरो; $=डॉलर; ₹=रुपये"), cents: "-", millions: " "},
}

// software are names that version numbers stand behind.
var software = wordSet("python java php ruby go golang node node.js rust swift kotlin ubuntu debian ios ipados macos android django rails react vue angular kubernetes postgres postgresql mysql redis linux kernel chrome firefox safari bluetooth usb http tls oauth wifi wi-fi gpt claude llama gemini dotnet .net")
