package runware

import (
	"net/url"
	"strings"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
)

// secrets resolves ${env:NAME} at the last moment and takes the values out of
// everything that is said afterwards.
type secrets struct {
	env    func(name string) (string, bool)
	hidden []string // value, replacement, value, replacement …
}

// secretsOf knows the key, and what an entry's delivery fields take from the environment.
func (p *Provider) secretsOf(spec manifest.Spec) *secrets {
	s := &secrets{env: p.cfg.Env}
	s.hide(p.cfg.APIKey, "RUNWARE_API_KEY")
	for _, v := range []string{spec.WebhookURL, spec.UploadEndpoint} {
		_, _ = s.resolve("", v) // a variable that is not set is told when the task is sent
	}
	return s
}

func (s *secrets) resolve(field, v string) (string, error) {
	out, err := manifest.ResolveEnv(v, func(name string) (string, bool) {
		val, ok := s.env(name)
		s.hide(val, "${env:"+name+"}")
		return val, ok && val != ""
	})
	if err != nil {
		return "", &render.Failure{Class: render.ClassValidation, Code: "missingVariable", Message: field + ": " + err.Error() + "; export it and run again"}
	}
	return out, nil
}

func (s *secrets) hide(value, instead string) {
	if len(value) < 4 { // it would tear words apart and protect nothing
		return
	}
	for _, form := range []string{value, url.QueryEscape(value), url.PathEscape(value)} {
		s.hidden = append(s.hidden, form, instead)
	}
}

// clean takes the secret values out of a message.
func (s *secrets) clean(msg string) string {
	return strings.NewReplacer(s.hidden...).Replace(msg)
}
