package render

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
)

// told is what the lockfile keeps of an error of this machine. It is committed: it names
// no folders, and reads the same wherever the same went wrong. dir is the manifest's.
func told(err error, dir string) string {
	if diskFull(err) {
		return "the disk is full"
	}
	text := strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), "")
	text = strings.Join(strings.Fields(text), " ")
	return folders.ReplaceAllString(text, "$1")
}

// folders are an absolute path's, on any system. Addresses of the web are none.
var folders = regexp.MustCompile(`(^|[\s"'(=])(?:/[^/\s:]+(?:/[^/\s:]+)*/|[A-Za-z]:\\(?:[^\\\s:]+\\)+)`)

// advised adds to an error of this machine what a person can do about it.
func advised(err error) error {
	if diskFull(err) {
		return fmt.Errorf("the disk is full; free space and run again: %w", err)
	}
	return err
}

// diskFull also reads what programs say that are run.
func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || strings.Contains(strings.ToLower(err.Error()), syscall.ENOSPC.Error())
}
