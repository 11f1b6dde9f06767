package layout

import (
	"slices"
	"strings"

	"gitops.video/render/render/engine/internal/pattern"
	"gitops.video/render/render/engine/internal/prose"
)

// labelledRows gives the settings that share a line, each under its own label, a line
// each: "Client: Northwind | Length: 40 s | Aspect: 16:9".
func labelledRows(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	scenes, begun, below := Planned(lines), false, false
	for i, l := range lines {
		below = below || SceneRE.MatchString(l.Text)
		begun = begun || below
		parts := rowCut.Split(strings.Trim(l.Text, " |"), -1)
		known := 0
		for _, x := range parts {
			m := rowLabel.FindStringSubmatch(x)
			if m == nil && bareSetting.MatchString(strings.TrimSpace(x)) {
				continue
			}
			if m == nil {
				known = -len(parts)
				break
			}
			if SectionOf(m[1]) != "" {
				known++
			}
		}
		if scenes && len(parts) < 2 {
			row, settings := settingsRow(l.Text)
			if known = 0; settings > 1 && !begun {
				parts, known, begun = row, len(row), true
			}
		}
		if row := slashRow(l.Text); scenes && !below && row != nil {
			parts, known = row, len(row)
		}
		inTable := i > 0 && strings.Contains(lines[i-1].Text, " | ") || i+1 < len(lines) && strings.Contains(lines[i+1].Text, " | ")
		if len(parts) < 2 || known < 1 || inTable || SceneRE.MatchString(l.Text) {
			out = append(out, l)
			continue
		}
		for _, x := range parts {
			if x = strings.TrimSpace(x); planWord.MatchString(x) {
				continue
			}
			if q := prose.Quoted(x); len(q) == 1 && rowLabel.FindStringSubmatch(x) == nil && prose.Words(x) <= 6 {
				x = "Title: " + q[0] // `Storyboard – "Night bus" – 30 s`
			}
			out = append(out, prose.Line{N: l.N, Text: x})
		}
	}
	return out
}

// settingsRow parts what a plan of scenes begins with, "Onboarding video – 1 minute –
// tone: warm", and counts the settings among its parts.
func settingsRow(s string) (parts []string, known int) {
	parts = dashCut.Split(s, -1)
	for _, x := range parts {
		m := rowLabel.FindStringSubmatch(x)
		if m != nil && SectionOf(m[1]) != "" || prose.Duration(x) > 0 || prose.Lookup(Orientations, x) != "" || NoAvatarRE.MatchString(x) || OnlyInRE.MatchString(x) {
			known++
		}
	}
	if len(parts) < 3 {
		return parts, 0
	}
	return parts, known
}

// slashRow parts settings with slashes between them, "Client: Line 7 / VO: male / No music":
// the first and another one have labels that are known; nil otherwise.
func slashRow(s string) []string {
	parts := strings.Split(s, " / ")
	known := 0
	for i, x := range parts {
		m := rowLabel.FindStringSubmatch(x)
		if m != nil && SectionOf(m[1]) != "" {
			known++
		} else if i == 0 {
			return nil
		}
	}
	if known < 2 {
		return nil
	}
	return parts
}

// planWord is what kind of text a plan calls itself.
var planWord = pattern.New(`(?i)^(?:(?:video|film|animation) ?)?(?:blueprint|storyboard(?: export)?|shot ?list|scene plan|script|treatment|szenenplan|drehbuch|drehplan|storyboard|skript|gui[oó]n(?: técnico)?|escaleta|scénario|découpage(?: technique)?|sceneggiatura|roteiro|draaiboek)$`)

var (
	dashCut = pattern.New(`\s+[|·•–—]\s+`)
	// bareSetting is a colour or a format that needs no label.
	bareSetting = pattern.New(`(?i)^(?:[\p{L} ]{0,24}#[0-9a-f]{6}\b.*|16:9|9:16|1:1|4:5|portrait|landscape|square|vertical|no avatar|voice-?over only)$`)
	rowCut      = pattern.New(`\s+[|·•]\s+`)
	rowLabel    = pattern.New(`^\**([\p{L}][\p{L} -]{1,24}?)\**\s*[:：]\**\s*(\S.*)$`)
)

// keycaps read lines that begin with the numbers of keys and count up, "1️⃣ Lobby", as the
// heads of scenes.
func keycaps(lines []prose.Line) []prose.Line {
	heads := map[int]string{} // by the line's place
	for i, l := range lines {
		if m := keycap.FindStringSubmatch(l.Text); m != nil && m[1] == string(rune('1'+len(heads))) {
			heads[i] = m[2]
		}
	}
	if len(heads) < 2 || Planned(lines) || !slices.ContainsFunc(lines, func(l prose.Line) bool { return pictured.MatchString(l.Text) || spokenField.MatchString(l.Text) }) {
		return lines
	}
	out, n := slices.Clone(lines), 0
	for i := range out {
		if rest, ok := heads[i]; ok {
			n++
			out[i].Text = "Scene " + string(rune('0'+n)) + ": " + rest
		}
	}
	return out
}

var keycap = pattern.New(`^\s*([1-9])\x{FE0F}?\x{20E3}\s*(.*)$`)

// pictographs write the marks that stand for fields in plans of scenes as what they mean.
func pictographs(lines []prose.Line) []prose.Line {
	if !Planned(lines) {
		return lines
	}
	last := 0 // the head of the last scene
	for i, l := range lines {
		if _, ok := SceneHead(l); ok {
			last = i
		}
	}
	begun := false
	for i, l := range lines {
		if _, ok := SceneHead(l); ok {
			begun = true
		}
		m := pictured.FindStringSubmatch(l.Text)
		if _, head := SceneHead(l); head {
			continue // "🎥 Shot 1 – 4s – steam"
		}
		if m == nil || FieldRE.MatchString(l.Text) || !begun && !strings.ContainsAny(m[1], "🎵🎶") {
			continue
		}
		name := markedFields[[]rune(m[1])[0]]
		if name == "Music" && (i > last || !begun) {
			name = "MUSIC" // of the whole video
		}
		lines[i].Text = name + ": " + m[2]
	}
	return lines
}

// markedFields are the fields that pictographs stand for.
var markedFields = map[rune]string{
	'🎵': "Music", '🎶': "Music", '🎤': "VO", '🎙': "VO", '🔊': "VO", '🗣': "VO", '💬': "VO",
	'👀': "Visual", '👁': "Visual", '🖼': "Visual", '📷': "Visual", '📸': "Visual", '🎥': "Visual", '📹': "Visual",
	'🔤': "On-screen text", '📝': "On-screen text", '🅰': "On-screen text",
	'⏱': "Duration", '⏰': "Duration", '⏳': "Duration", '⌛': "Duration", '🕒': "Duration",
	'✂': "Transition", '🔀': "Transition", '➡': "Transition",
}

var pictured = pattern.New(`^\s*(?:[-*•]\s+)?([🎵🎶🎤🎙🔊🗣💬👀👁🖼📷📸🎥📹🔤📝🅰⏱⏰⏳⌛🕒✂🔀➡])\x{FE0F}?\s*([^:：].*)$`)

// eastern brings the heads and the fields of scenes that are written in Japanese, Chinese
// or Korean, "シーン4（…）：… ナレーション：「…」", into the words of the grammar.
func eastern(lines []prose.Line) []prose.Line {
	out := make([]prose.Line, 0, len(lines))
	for _, l := range lines {
		if m := easternHead.FindStringSubmatch(l.Text); m != nil {
			rest := strings.NewReplacer("（", " (", "）", ") ", "＋", "+", "プレゼンター", "presenter ", "オーバーレイ", " overlay ").Replace(m[2][:firstQuote(m[2])]) + m[2][firstQuote(m[2]):]
			l.Text = "Scene " + m[1] + ": " + strings.TrimLeft(rest, " :：。、-—")
		}
		l.Text = easternField.ReplaceAllStringFunc(l.Text, func(s string) string {
			m := easternField.FindStringSubmatch(s)
			return strings.TrimLeft(m[1]+" ", " ") + easternFields[m[2]] + ": "
		})
		out = append(out, l)
	}
	return out
}

// firstQuote is where what is quoted begins, so that it stays as it is.
func firstQuote(s string) int {
	if i := strings.IndexAny(s, "「『“\"«"); i >= 0 {
		return i
	}
	return len(s)
}

var (
	easternHead   = pattern.New(`^\s*(?:シーン|場面|カット|镜头|场景|場景|장면|씬)\s*(\d{1,3})\s*(.*)$`)
	easternField  = pattern.New(`(^|[\s。、」）)；;.])(ナレーション|音声|セリフ|映像|画面|ビジュアル|テロップ|画面テキスト|音楽|トランジション|旁白|配音|画外音|屏幕文字|字幕文字|音乐|转场|내레이션|화면|자막|음악|전환)\s*[：:]\s*`)
	easternFields = map[string]string{"ナレーション": "VO", "音声": "VO", "セリフ": "VO", "旁白": "VO", "配音": "VO", "画外音": "VO", "내레이션": "VO",
		"映像": "Visual", "画面": "Visual", "ビジュアル": "Visual", "화면": "Visual", "テロップ": "On-screen text", "画面テキスト": "On-screen text", "屏幕文字": "On-screen text", "字幕文字": "On-screen text", "자막": "On-screen text",
		"音楽": "Music", "音乐": "Music", "음악": "Music", "トランジション": "Transition", "转场": "Transition", "전환": "Transition"}
)
