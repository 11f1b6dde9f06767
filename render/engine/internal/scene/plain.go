package scene

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"gitops.video/render/render/engine/internal/pattern"
)

var (
	voiceTag = pattern.New(`(?i)\s*<break\b[^<>]*>|</?(?:emphasis|prosody|speak)\b[^<>]*>|\s*\[\s*(?:short |long )?paus[ea][^\]]{0,20}\]`)
	starred  = pattern.New(`\*{1,2}([^\s*](?:[^*\n]{0,200}[^\s*])?)\*{1,2}`)
)

// Plain is a narration as it is read: without the marks that tell a voice where to
// pause and what to stress.
func Plain(say string) string {
	say = Unpaused(say)
	if !strings.ContainsAny(say, "<[*") {
		return say
	}
	return strings.TrimSpace(starred.ReplaceAllString(voiceTag.ReplaceAllString(say, ""), "$1"))
}

// A pause travels through the reading of a prompt as one character of a private
// plane, so that its time is never taken for a figure: firstPause and the
// hundredths of a second.
const (
	firstPause = '\U000F0000'
	pauseUnit  = 10 * time.Millisecond
	mostPause  = 10 * time.Second
)

// Pause is the mark of a silence of d, at most ten seconds, between two words.
func Pause(d time.Duration) string {
	return " " + string(firstPause+rune(min(max(d, 0), mostPause)/pauseUnit)) + " "
}

func paused(r rune) bool { return r >= firstPause && r <= firstPause+rune(mostPause/pauseUnit) }

// Paused writes the marks as the tags that a storyboard holds.
func Paused(say string) string {
	if !strings.ContainsFunc(say, paused) {
		return say
	}
	var b strings.Builder
	for _, r := range say {
		if paused(r) {
			fmt.Fprintf(&b, `<break time="%dms"/>`, (time.Duration(r-firstPause) * pauseUnit).Milliseconds())
		} else {
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Unpaused leaves the marks out.
func Unpaused(s string) string {
	if !strings.ContainsFunc(s, paused) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		// A mark goes with the space after it.
		if !paused(r) && (r != ' ' || !pausedBefore(s[:i])) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func pausedBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return paused(r)
}
