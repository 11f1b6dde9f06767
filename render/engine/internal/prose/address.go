package prose

import (
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
)

// URL returns the first web address in s, or "".
func URL(s string) string {
	for _, at := range URLRE.FindAllStringIndex(s, -1) {
		if at[0] > 0 && s[at[0]-1] == '@' || at[1] < len(s) && s[at[1]] == '@' {
			continue
		}
		u := strings.TrimRight(s[at[0]:at[1]], "/.")
		// Names such as "Node.js" or "report.co" inside a path are not addresses; a known ending decides.
		return u
	}
	return ""
}

// URLRE matches a web address by its ending.
var URLRE = pattern.New(`(?i)\b(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:example|com|org|net|io|dev|app|ai|co|de|es|fr|pt|it|eu|uk|us|ch|at|nl|be|br|mx|ae|sa|il|tr|pl|ru|jp|cn|kr|ir|cz|dk|fi|gr|ua|hu|shop|store|tech|info|edu|gov|tv|me|cloud|video|news|health|energy|bank|jobs|academy|test|local)(?:/[^\s"”“»«,;)]*[^\s"”“»«,;).!?]|/)?(?:\b|$|/)`)

// Mail returns the first e-mail address in s, or "".
func Mail(s string) string { return MailRE.FindString(s) }

// MailRE matches an e-mail address.
var MailRE = pattern.New(`(?i)\b[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}\b`)
