package grammar

import "gitops.video/render/render/engine/internal/pattern"

// stopwords are the commonest words of each language. A word that several have counts
// for each of them.
var stopwords = map[string]string{
	"en": "no voice only old with all one its a about its was were who new into than then up out us so do if my me but they them their his her i he she create make show video explain mention costs the and of to is in that it for with on you your are this we our be as at from by not can will has have an or how what when every each get more",
	"de": "der die das und ist nicht ein eine einen einem einer mit für fürs von vom zu den dem des im am auf sie wir ihr ihre ihren sich auch wie werden wird sind bei beim oder aus dass unser unsere unserer unserem kein keine jeden jede nach über mehr haben hat zum zur seit bis ab als noch nur jetzt was warum wann wer wir sie ihnen uns durch unter ohne gegen erstelle erkläre nenne bitte locker freundlich ruhig sachlich ton stil kurz du-form sie-form",
	"es": "el la los las de que y en un una es por con para su sus se del al más como pero nuestro nuestra nuestros cada usted está están sin son tu tus cómo qué cuándo dónde hasta desde hay muy ya ahora solo este esta estos todo todos todas lo le les si o antes después crea haz explica menciona",
	"fr": "le la les a des et est un une que qui quoi pour dans sur avec pas plus par votre vos vous nous notre nos mon ma son ses ce ces cet cette sont au aux à du en de chaque sans dès chez vers entre après avant lors moins comme mais ou où il elle ils on se leur leurs pourquoi comment quand tous tout toute toutes même très crée créez explique expliquez mentionne",
	"pt": "o a os as de que e em um uma só oi olá é por com para pra pro seu sua seus suas se do da dos das no na nos nas pelo pela ao aos à às mais como não nosso nossa nossos cada você vocês está são sem antes depois até já foi tem também quando onde quais isso este esta todo todos todas ou crie explique mencione",
	"it": "il lo la gli le i a di che e un una uno è per con del della dei delle dello nel nella nelle più come non si sono ogni su sul sulla sui dal dalla dai da fino secondi questo questa tutti tutte nostro nostra nostri tuo tua anche senza al alla ai alle agli ci ha hanno ma o perché quando dove chi cosa crea spiega cita",
	"nl": "de het een en van is dat op te voor met niet zijn aan ook wij onze ons jouw je jullie u uw elke naar bij om in maak over vertel ik jij hebben heeft wordt worden kan kunnen deze dit die nog er zo als maar meer geen tot uit vanaf soms waarom hoe wat wanneer waar",
	"pl": "i w na z do się nie to jest są dla od po za o jak co czy ale lub oraz przez przed przy nasz nasza nasze nowy nowa nowe każdy już tylko możesz będzie",
	"cs": "a v na z do se je jsou pro od po za s o jak co ale nebo která který které náš naše nový nová nové každý už jen můžete bude při tři podle všechny",
	"sv": "och i att det som en ett på är av för med till den har de inte om vi vår våra din dina ni från eller men när hur varför alla nu kan ska vid efter ny nya mer än",
	"da": "og i at det som en et på er af for med til den har de ikke om vi vores din dine fra eller men når hvordan hvorfor alle nu kan skal ved efter ny nye mere end",
	"nb": "og i å det som en et på er av for med til den har de ikke om vi vår våre din dine fra eller men når hvordan hvorfor alle nå kan skal ved etter ny nye mer enn",
	"fi": "ja on ei se että kun voi ovat oli tai myös mutta kuin niin jos sekä uusi uuden kaikki meidän teidän joka päivä",
	"tr": "ve bir bu için ile da de çok daha en ne nasıl neden olarak olan var yok her gibi kadar sonra önce yeni tüm değil mi mı",
	"ro": "și în la cu de pe un o este sunt pentru care nu din ce mai sau dar al ale noastre noastră nou nouă toate toți când cum după fără până",
	"hu": "a az és hogy nem is egy van vagy de ha mint csak már még ez ki mi minden új által után előtt nélkül lesz vannak",
	"vi": "và của là có cho trong với các một những được không này đến từ khi người về mỗi hãy chúng tôi bạn ở vào ra sẽ đã nếu để tại",
	"id": "yang dan di ke dari untuk dengan ini itu tidak adalah kami kita anda setiap pada akan bisa dapat oleh atau juga sudah saat tentang buat baru hari punya agar karena jika lalu ada",
}

// spellings are letters that only a few languages write.
var spellings = []struct {
	letters, code string
	weight        int
}{
	{"ß", "de", 4}, {"äöü", "de", 2}, {"ãõ", "pt", 4}, {"ç", "pt", 2}, {"ç", "fr", 1}, {"ñ", "es", 4}, {"œêèùâîôû", "fr", 2}, {"êâô", "pt", 1}, {"èìòù", "it", 1},
	{"ąęłśźżćń", "pl", 4}, {"řěů", "cs", 4}, {"šžčýá", "cs", 1}, {"å", "sv", 3}, {"äö", "sv", 1}, {"å", "da", 1}, {"å", "nb", 1}, {"æø", "da", 3}, {"æø", "nb", 3}, {"äö", "fi", 1},
	{"ğşı", "tr", 4}, {"öüç", "tr", 1}, {"șțăşţ", "ro", 3}, {"őű", "hu", 4}, {"áéíóöü", "hu", 1}, {"áíóú", "es", 1}, {"áíóú", "pt", 1},
	{"đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", "vi", 4},
}

// endings end words that only one language forms so.
var endings = []struct{ end, code string }{
	{"ung", "de"}, {"ungen", "de"}, {"heit", "de"}, {"keit", "de"}, {"lich", "de"}, {"lichen", "de"}, {"isch", "de"}, {"ción", "es"}, {"ciones", "es"}, {"dad", "es"}, {"zione", "it"}, {"zioni", "it"}, {"ità", "it"}, {"aggio", "it"},
	{"ção", "pt"}, {"ções", "pt"}, {"dade", "pt"}, {"agem", "pt"}, {"eur", "fr"}, {"eurs", "fr"}, {"eux", "fr"}, {"ité", "fr"}, {"ées", "fr"}, {"heid", "nl"}, {"lijk", "nl"}, {"lijke", "nl"}, {"ij", "nl"}, {"ijven", "nl"},
	{"ningar", "sv"}, {"arna", "sv"}, {"erna", "sv"}, {"ować", "pl"}, {"ów", "pl"}, {"ość", "pl"}, {"ssa", "fi"}, {"ssä", "fi"}, {"ului", "ro"}, {"ság", "hu"}, {"ség", "hu"}, {"nya", "id"},
}

// elisions are words that have lost their vowel before the next one.
var elisions = []struct {
	re   *pattern.Pattern
	code string
}{
	{pattern.New(`(?i)(?:^|[\s(«"])(?:[dljsnctm]|qu|jusqu|lorsqu|puisqu)['’]\p{L}`), "fr"},
	{pattern.New(`(?i)(?:^|[\s(«"])(?:[ld]|dell|nell|all|dall|sull|un|c|quell|quest)['’]\p{L}`), "it"},
}
