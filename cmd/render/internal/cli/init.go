package cli

import (
	"crypto/rand"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"gitops.video/render/schema"
)

//go:embed starter.yaml
var starter string

func newInitCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write a commented starter manifest; nothing that is there is overwritten",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return runInit(a, append(args, ".")[0])
		},
	}
}

func runInit(a *app, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range []struct {
		name    string
		content []byte
	}{
		{"videos.yaml", []byte(strings.Replace(starter, "PROJECT", newProject(), 1))},
		{"manifest.schema.json", append(schema.Manifest().JSON(), '\n')},
	} {
		path := filepath.Join(dir, f.name)
		err := writeNew(path, f.content)
		switch {
		case errors.Is(err, fs.ErrExist):
			a.view.Say("kept   %s: it is there already", path)
		case err != nil:
			return err
		default:
			a.view.Say("wrote  %s", path)
		}
	}
	added, err := ignore(filepath.Join(dir, ".gitignore"), ".render/", "out/")
	if err != nil {
		return err
	}
	if added {
		a.view.Say("wrote  %s", filepath.Join(dir, ".gitignore"))
	}
	a.view.Say("Next: render apply %s", filepath.Join(dir, "videos.yaml"))
	return nil
}

// newProject is a random identity in the form of a UUID.
func newProject() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails, see crypto/rand
	b[6], b[8] = b[6]&0x0F|0x40, b[8]&0x3F|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func writeNew(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// ignore adds lines to a .gitignore that it does not have yet.
func ignore(path string, lines ...string) (added bool, err error) {
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	text := string(data)
	have := map[string]bool{}
	for line := range strings.Lines(text) {
		have[strings.TrimSpace(line)] = true
	}
	for _, line := range lines {
		if have[line] {
			continue
		}
		if text != "" && !strings.HasSuffix(text, "\n") {
			text += "\n"
		}
		text += line + "\n"
		added = true
	}
	if !added {
		return false, nil
	}
	return true, os.WriteFile(path, []byte(text), 0o644)
}
