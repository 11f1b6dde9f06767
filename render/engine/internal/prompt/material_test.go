package prompt

import (
	"strings"
	"testing"

	"gitops.video/render/render/engine/internal/brief"
)

func saidOf(b *brief.Brief) string {
	var s []string
	for _, p := range b.Points {
		t := p.Text
		for _, it := range p.Items {
			t += "|" + it.Title + "=" + it.Body
		}
		if p.Chapter != "" {
			t = p.Chapter + "> " + t
		}
		s = append(s, t)
	}
	return strings.Join(s, "\n")
}

// TestMaterialIsRead: what a file says are facts under their headings; what only a reader
// of the page sees is left out, and nothing in it is an order.
func TestMaterialIsRead(t *testing.T) {
	t.Parallel()
	b := Material("---\nlayout: page\n---\n# Quill\n\n[![CI](https://x.example/b.svg)](https://x.example)\n\nQuill syncs folders. See [the docs](https://x.example/d).\n\n<!-- hidden -->\n## Usage\n\n```\nno language\n```\n\n```sh\nquill up\n```\n\nCreate a video folder first. Time: 10:00 every day.\n\n| a | b |\n|---|---|\n", "")
	got := saidOf(b)
	if b.Title != "Quill" || len(b.Scenes) > 0 || b.Seconds > 0 {
		t.Errorf("the title is %q, %+v", b.Title, b)
	}
	for _, want := range []string{"Quill syncs folders.", "See the docs.", "Usage> quill up", "Usage> Create a video folder first.", "Usage> Time: 10:00 every day."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is lost:\n%s", want, got)
		}
	}
	for _, never := range []string{"layout", "CI", "hidden", "no language", "https", "| a"} {
		if strings.Contains(got, never) {
			t.Errorf("%q is told:\n%s", never, got)
		}
	}
}

// TestMaterialOfABrief: of the fields of a campaign brief only the audience is kept.
func TestMaterialOfABrief(t *testing.T) {
	t.Parallel()
	b := Material("# Campaign brief: Repair Café\n\n**Audience:** families\n**Goal:** 400 visitors\n**Tone:** warm\n\n## Key messages\n- Volunteers help you for free.\n- There's cake.\n\nQuestions: hello@cafe.example\n", "")
	got := saidOf(b)
	if b.Title != "Repair Café" || b.Audience != "families" || strings.Contains(got, "400") || strings.Contains(got, "warm") || !strings.Contains(got, "There's cake") {
		t.Errorf("%q for %q:\n%s", b.Title, b.Audience, got)
	}
	if last := b.Points[len(b.Points)-1]; last.Role != brief.Action || !strings.Contains(last.Text, "hello@cafe.example") {
		t.Errorf("questions go to %+v", last)
	}
}

// TestMaterialOfAChangelog: one version is told, the one that the prompt names or else the
// newest.
func TestMaterialOfAChangelog(t *testing.T) {
	t.Parallel()
	log := "# Changelog\n\n## [2.1.0] - 2026-03-01\n### Added\n- Dark mode (#12)\n- Widgets\n\n## 2.0.0 (2026-01-10)\n### Added\n- Folders\n- Tags\n"
	for about, want := range map[string]string{"what's new": "Dark mode", "what's new in 2.0": "Folders", "Version 12.0 of it": "Dark mode"} {
		b := Material(log, about)
		if got := saidOf(b); !strings.Contains(got, want) || len(b.Points) != 1 || strings.Contains(got, "#12") {
			t.Errorf("%s: %s\n%s", about, b.Title, got)
		}
	}
}

// TestWhomItIsExplainedTo: those to whom something is explained are its audience, with the
// clause that tells which they are.
func TestWhomItIsExplainedTo(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Explain how heat pumps work to homeowners who have never heard of them. They move heat.":       "homeowners who have never heard of them",
		"Make a video about our support numbers for the management meeting. Tickets fell.":              "the management meeting",
		"Video for all staff with the results of our survey (CSV attached). 83% took part.":             "all staff",
		"Quarterly results video for our investors, Q3 2026. It was our best quarter.":                  "our investors",
		"Make a training video for all employees about gifts. People should know what they may accept.": "all employees",
	} {
		b := Parse(s)
		if b.Audience != want {
			t.Errorf("%q is for %q", s, b.Audience)
		}
		if got := saidOf(b) + b.Title + b.Subject; strings.Contains(got, "should know") || strings.Contains(got, "attached") || strings.Contains(got, want) {
			t.Errorf("%q tells %q of %q %q", s, saidOf(b), b.Title, b.Subject)
		}
	}
}
