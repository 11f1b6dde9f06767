package script

import (
	"strings"
	"testing"

	"gitops.video/render/manifest"
	"gitops.video/render/render/engine/internal/scene"
)

// TestFilesThatThePromptPointsTo are told whole, in their order, whatever words they share
// with the prompt; what has no room is noted.
func TestFilesThatThePromptPointsTo(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{
		"log.md":     "## 4.2.0\n\n### Added\n- Offline mode\n- Shared folders\n- Markdown export\n\n### Deprecated\n- The old API goes away on 31 January.\n",
		"policy.txt": "Gifts policy\n\nCash is never allowed. Lunch is fine when business is discussed.\n\nQuestions: compliance@acme.example\n",
	})
	b := write(t, Request{Dir: dir, Seconds: 40, Spec: manifest.Spec{Context: []string{"log.md"}, PositivePrompt: "A short video about what's new in Notewell 4.2 for our users, based on the changelog."}})
	said := saidIn(b)
	for _, want := range []string{"ffline mode", "hared folders", "old API goes away"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is lost: %s", want, said)
		}
	}
	b = write(t, Request{Dir: dir, Seconds: 10, Spec: manifest.Spec{Context: []string{"policy.txt"}, PositivePrompt: "A training video about our gifts policy. Use the attached policy."}})
	if said := saidIn(b); !strings.Contains(said, "compliance@acme.example") && !strings.Contains(notesOf(b), "left out") {
		t.Errorf("the address is lost: %s\n%s", said, notesOf(b))
	}
}

// TestColumnsOfAFile: where the prompt points to a table, each of its columns is told; years
// across the top are its rows.
func TestColumnsOfAFile(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{
		"q.csv":      "Quarter,Revenue (USD m),Margin,Customers\nQ1 2026,11.9,11%,1975\nQ2 2026,12.4,12%,2110\nQ3 2026,13.8,14%,2390\n",
		"survey.csv": "question,2025,2026\nI can do my job well,71%,78%\nI can rest on weekends,64%,59%\n",
	})
	b := write(t, Request{Dir: dir, Seconds: 60, Spec: manifest.Spec{Context: []string{"q.csv", "survey.csv"}, PositivePrompt: "Quarterly results video for our investors, Q3 2026. Use the numbers in the CSV. We opened an office in Ghent. Outlook: we expect more in Q4."}})
	said := saidIn(b)
	for _, want := range []string{"from $11.9 million in Q1 2026 to $13.8 million", "Margin rose from 11% to 14%.", "Customers rose from 1,975 to 2,390.", "“I can rest on weekends” fell from 64% to 59%."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is lost: %s", want, said)
		}
	}
	if i := strings.Index(said, "Outlook"); i < strings.Index(said, "Margin") || strings.Contains(said, "CSV") {
		t.Errorf("what is to come is not told last: %s", said)
	}
}

// TestAReadme: its features are cards with what is said of them, what the prompt does not
// want is left out, and its commands are announced by what they are for.
func TestAReadme(t *testing.T) {
	t.Parallel()
	dir := folderWith(t, map[string]string{"README.md": "# Quill\n\nQuill syncs folders.\n\n## Features\n- **Delta transfers** — only changed blocks travel over the wire.\n- **No daemon**: nothing runs in the background.\n- Works on Linux and macOS.\n\n## Installation\n```sh\nbrew install quill\n```\n\n## Bugs fixed\nThe fix for a crash is in.\n"})
	b := write(t, Request{Dir: dir, Seconds: 60, Spec: manifest.Spec{Context: []string{"README.md"}, PositivePrompt: "Make an intro video for developers about Quill from the README. Don't mention bug fixes."}})
	said := saidIn(b)
	for _, want := range []string{"Delta transfers: only changed blocks travel over the wire.", "It works on Linux and macOS.", "Here's how to install it."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is lost: %s", want, said)
		}
	}
	if strings.Contains(said, "crash") || strings.Contains(said, "README") || !strings.Contains(notesOf(b), "left out, as the prompt asks") {
		t.Errorf("it says %s\n%s", said, notesOf(b))
	}
}

func saidIn(b *scene.Storyboard) string {
	var s []string
	for _, sc := range b.Scenes {
		if sc.Say != "" {
			s = append(s, sc.Say)
		}
	}
	return strings.Join(s, " | ")
}
