package view

import "gitops.video/render/manifest/diag"

// Diagnostics shows findings as text on the error stream, or as json (one object a
// line) or github (workflow commands) on the output.
func (v *View) Diagnostics(list diag.List, format string) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	switch format {
	case "json":
		return list.WriteJSON(v.Out)
	case "github":
		return list.WriteGitHub(v.Out)
	}
	return list.WriteText(v.Err, diag.TextOptions{Color: v.Color, Width: v.Width})
}
