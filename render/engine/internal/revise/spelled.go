package revise

import (
	"strings"
	"unicode"

	"gitops.video/render/render/engine/internal/edit"
	"gitops.video/render/render/engine/internal/pattern"
)

// spells says that a name is to be written in another way.
var spells = pattern.New(`(?i)\b(?:spelled|spelt|spelling|written|write|spell|capitals|caps|uppercase|lowercase|one word|two words|hyphen|geschrieben|schreibt|schreib|écrit|écrire|escribe|escrito|scrive|scritto|escreve|geschreven|schrijf)\b`)

// spellingGist writes a name of the video as an instruction does, of which the letters are
// the same: "Lotus Loft is spelled LotusLoft", "write tasty in capitals: TASTY".
func (e *editor) spellingGist(g gist) (string, error) {
	if !spells.MatchString(g.text) {
		return "", errOther
	}
	written := nameForm.FindAllString(g.text, -1)
	for k := len(written) - 1; k >= 0; k-- {
		with := strings.Trim(written[k], "-.&'’")
		for _, u := range e.units() {
			ws := nameForm.FindAllString(u.text, -1)
			for from := range ws {
				for to := from + 1; to <= min(len(ws), from+3); to++ {
					old := strings.Trim(strings.Join(ws[from:to], " "), "-.&'’")
					if old != with && lettersOf(old) == lettersOf(with) && len(with) > 3 && strings.ToLower(with) != with {
						return e.replace(edit.Edit{Text: old, With: with, Quoted: true})
					}
				}
			}
		}
	}
	return "", errOther
}

// nameForm is a word as names are written.
var nameForm = pattern.New(`[\p{L}\d][\p{L}\d&.'’-]*`)

// lettersOf are the letters and digits of a name, in small letters.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
