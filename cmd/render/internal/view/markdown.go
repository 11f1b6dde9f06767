package view

import (
	"fmt"
	"html"
	"strings"

	"gitops.video/render/render"
)

// CommentLimit is how many characters a comment on a pull request may have.
const CommentLimit = 65_536

// commentMark lets a workflow find its own comment to update it.
const commentMark = "<!-- render plan -->\n"

// Markdown writes a plan as a comment for a pull request. It always fits
// [CommentLimit]: details go first, then rows, and what was left out is said.
func Markdown(p *render.Plan) string {
	n := p.Counts()
	var head strings.Builder
	head.WriteString(commentMark)
	if p.Empty() {
		head.WriteString("**render:** " + mdText(nothing(p, n)) + "\n")
	} else {
		head.WriteString("### render: " + mdText(Sum(n)) + "\n")
	}
	for i, note := range p.Notes {
		if i == 5 {
			fmt.Fprintf(&head, "> … and %s\n", count(len(p.Notes)-i, "more note", "more notes"))
			break
		}
		head.WriteString("> " + mdText(oneLine(note, 300)) + "\n")
	}
	var rows, details []string
	for i := range p.Changes {
		c := &p.Changes[i]
		if c.Action == render.Unchanged {
			continue
		}
		rows = append(rows, mdRow(c))
		if d := mdDetail(c); d != "" {
			details = append(details, d)
		}
	}
	if len(rows) == 0 {
		return head.String()
	}
	head.WriteString("\n| | video | why | length | cost |\n|---|---|---|--:|--:|\n")
	const reserve = 400 // for what says that something was left out
	budget := CommentLimit - head.Len() - reserve
	body, shown := take(rows, budget*2/3, budget, details)
	if left := len(rows) - shown; left > 0 {
		body += fmt.Sprintf("\n… and %s; `render plan` shows all.\n", count(left, "more change", "more changes"))
	}
	out := head.String() + body
	more, shown := take(details, CommentLimit-len(out)-reserve/2, CommentLimit-len(out)-reserve/2, nil)
	out += "\n" + more
	if left := len(details) - shown; left > 0 {
		out += fmt.Sprintf("\nDetails of %s left out.\n", count(left, "change", "changes"))
	}
	return out
}

// take joins as many parts as fit: into most when nothing else wants the room,
// into some otherwise.
func take(parts []string, some, most int, others []string) (string, int) {
	if len(others) == 0 {
		some = most
	}
	var b strings.Builder
	for i, part := range parts {
		if b.Len()+len(part) > some {
			return b.String(), i
		}
		b.WriteString(part)
	}
	return b.String(), len(parts)
}

func mdRow(c *render.Change) string {
	length, cost := "", ""
	if c.Generates() && c.Held == "" {
		length, cost = seconds(c.Seconds), dollars(c.Cost)
		if c.Seconds == 0 {
			length = ""
		}
	}
	why := mdText(oneLine(c.Reason, 200))
	if c.Held != "" {
		why += " *(held back: " + mdText(held(c)) + ")*"
	}
	return fmt.Sprintf("| `%s` %s | %s | %s | %s | %s |\n", c.Action.Symbol(), c.Action, mdCode(c.Key), why, length, cost)
}

// mdDetail is the collapsible part about one change: its fields, old and new.
func mdDetail(c *render.Change) string {
	if len(c.Fields)+len(c.Moves) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<details><summary><code>%s</code> %s</summary>\n\n", html.EscapeString(clean(c.Key)), html.EscapeString(oneLine(c.Reason, 120)))
	plain := View{}
	var lines []string
	for _, f := range c.Fields {
		if len(f.Words) > 0 {
			lines = append(lines, "  "+clean(f.Field)+": "+oneLine(plain.words(f.Words, 200), 1500))
			continue
		}
		if f.Old != "" {
			lines = append(lines, "- "+clean(f.Field)+": "+value(f.Old, 300))
		}
		if f.New != "" {
			lines = append(lines, "+ "+clean(f.Field)+": "+value(f.New, 300))
		}
	}
	for _, m := range c.Moves {
		lines = append(lines, "  "+clean(m.Old)+" → "+clean(m.New))
	}
	text := strings.Join(lines, "\n")
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	fmt.Fprintf(&b, "%sdiff\n%s\n%s\n\n</details>\n", fence, text, fence)
	return b.String()
}

// mdText makes a text mean itself in Markdown and in a table cell, and notify nobody.
func mdText(s string) string {
	s = html.EscapeString(strings.Join(strings.Fields(clean(s)), " "))
	s = strings.ReplaceAll(s, "&#39;", "'")
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '|', '*', '_', '`', '[', ']', '\\', '~':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '@':
			b.WriteString("@\u200B")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func mdCode(s string) string {
	return "`" + strings.ReplaceAll(strings.ReplaceAll(clean(s), "`", "'"), "|", "\\|") + "`"
}
