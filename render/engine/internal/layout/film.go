package layout

import (
	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// CameraSentence says what the camera does.
var CameraSentence = pattern.New(`(?i)^(?:(?:the|our|a) (?:slow |handheld )?camera (?:slowly |then |now |gently )?(?:pushes|pans|moves|zooms|pulls|tilts|follows|glides|dollies|tracks|circles|rises|drops|drifts|flies|holds|lingers|sweeps|orbits|settles|stays|finds|closes in|backs|whips|swings|floats|travels|racks|slides|swoops|climbs|cranes|hovers|spins|arcs)\b|die kamera (?:fährt|schwenkt|folgt|zoomt|bleibt|gleitet|zieht)|la cámara (?:se |sigue|gira|avanza|recorre|hace)|la caméra (?:avance|suit|recule|zoome|tourne|glisse|se )|la (?:telecamera|macchina da presa) (?:si |segue|gira|avanza)|a câmera (?:se |segue|gira|avança|acompanha))`)

// ClosesOn begins with the picture that a film closes on.
var ClosesOn = pattern.New(`(?i)^` + theFilm + `(?:ends?|closes?|finish(?:es)?|wraps? up|lands?|enden|endet|schließen|terminamos|termina|cerramos|on termine|finit|chiude|finisce|terminamos) (?:on|with|auf|mit|con|en|sur|par|avec|su|com|em) `)

// cutsTo begins with what is cut to.
var cutsTo = pattern.New(`(?i)^(?:(?:we|wir|on|it) )?(?:then |now )?(?:(?:an? )?(?:hard|smash|snap|quick|quickly|slow|slowly|match|jump|straight|gently|softly|soft|iris|grid|cell|liquid|flash|whip)[- ])?(?:(?:cuts?|cutting|dissolves?|cross-?(?:fades?|dissolves?)|fades?|wipes?|whip[- ]?pans?|pans?|zooms?) (?:back |in |out |over |up |down |away |across )?(?:to|on|onto|into|across|over|through)|schnitt (?:auf|zu)|überblendung (?:auf|zu)|corte a|corta a|pasamos a|cortamos a|fundido a|coupe sur|on passe à|fondu (?:sur|vers)|stacco su|si passa a|passiamo a|dissolvenza su|corta para|cortamos para|passamos para)(?::| )\s*`)

// FilmStart is how a sentence opens a scene, "we cut to ", up to what is seen; "" = it
// opens none.
func FilmStart(s string) string {
	for _, re := range []*pattern.Pattern{OpensOn, cutsTo, onTheScreen, ClosesOn} {
		if m := re.FindStringSubmatchIndex(s); m != nil {
			for g := 2; g < len(m); g += 2 {
				if m[g] > 0 {
					m[1] = m[g] // up to what is seen
				}
			}
			if notPictured.MatchString(s[m[1]:]) || re == ClosesOn && !PictureKind.MatchString(s[m[1]:]) && prose.URL(s[m[1]:]) == "" {
				continue
			}
			return s[:m[1]]
		}
	}
	return ""
}

// FilmTalk tells whether a sentence begins with words that only a film is spoken of in.
func FilmTalk(s string) bool {
	rest := StripSequence(s)
	return FilmStart(rest) != "" && !orderedStart.MatchString(rest) || CameraSentence.MatchString(rest)
}

// notPictured is what can be cut to or opened with outside films.
var notPictured = pattern.New(`(?i)^(?:the chase|(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\d|half|zero|size|pieces|me\b|you\b|your|us\b|weekends?|business|about|under|over|less|more|one-|a (?:question|prayer|welcome|greeting|hook|bang|joke|quiz))`)

// onTheScreen begins with what the screen shows.
var onTheScreen = pattern.New(`(?i)^(?:the (?:screen|picture|image|frame) (?:splits?|is split|divides)(?: (?:in|into) (?:two|half|three))?[:,]?\s+|split[- ]screen:\s+|(?:on screen|on the screen|auf dem bildschirm|en pantalla|à l['’]écran|sullo schermo|na tela)(?:,| we see| you see| sieht man| vemos| on voit| vediamo)\s+)`)

// OpensOn begins with the picture that a film opens on.
var OpensOn = pattern.New(`(?i)^` + theFilm + `(?:slowly |now )?(?:opens?|starts?|begins?|fades? (?:in|up)|comes? up|cold[- ]opens?|beginnen|beginnt|öffnen|öffnet|starten|startet|abrimos|abre|empezamos|empieza|comienza|ouvrons|on ouvre|s['’]ouvre|commence|on commence|si apre|apriamo|inizia|iniziamo|abrimos|começa|começamos) (?:(?:in )?(?:on|with|over|from|mit|auf|con|sobre|sur|avec|par|su|com|em) (` + SomeThing + `)|in ((?:total |complete |pure )?(?:darkness|black(?:ness)?|silence)))\b`)

// orderedStart orders how a video begins or ends, which every brief may: "End with a call to action".
var orderedStart = pattern.New(`(?i)^(?:opens?|starts?|begins?|comes? up|ends?|closes?|finish(?:es)?|wraps? up|lands?|beginnen?|starten?|enden?|schließen?|abre|empieza|comienza|termina|commence|ouvre|finit|inizia|chiude|finisce|começa|comece|termine) (?:with|mit|con|en|par|avec|com)\b`)

// sequenceWord says that a sentence follows the one before it.
var sequenceWord = pattern.New(`(?i)^(?:and )?(?:first(?: up)?|then|next(?: up)?|now|after (?:that|this|a (?:beat|moment|second|pause))|afterwards|finally|lastly|at the (?:very )?(?:end|start|beginning)|in the end|to (?:finish|start|begin)|meanwhile|from there|suddenly|zuerst|zunächst|dann|danach|als nächstes|zum schluss|am (?:ende|anfang)|schließlich|primero|luego|después|a continuación|al final|por último|finalmente|d['’]abord|ensuite|puis|enfin|à la fin|pour finir|prima|poi|dopo|infine|alla fine|primeiro|depois|em seguida|por fim|no final),?\s+(?:and )?`)

// SomeThing begins what is seen.
const SomeThing = `(?:an?|the|our|two|three|four|five|six|black|dark|darkness|total|complete|pure|empty|blank|bright|white|close|close-up|wide|extreme|someone|hands|people|ein(?:e[nmr]?)?|der|die|das|zwei|drei|un[ao]?|una|unos|unas|el|la|los|las|dos|tres|une|des|le|les|deux|trois|il|lo|l['’]\p{L}+|um|uma|o|os)`

// StripSequence takes "then", "after that" off a sentence.
func StripSequence(s string) string { return sequenceWord.ReplaceAllString(s, "") }

// theFilm is who opens on a picture.
const theFilm = `(?:(?:we|it|i want to|let['’]?s|(?:the|our|this) (?:video|film|clip|spot|ad|story|scene|piece|reel|teaser)|wir|das video|der film|der spot|el v[ií]deo|la película|la vid[ée]o|le film|il video|o v[ií]deo|o filme) )?`
