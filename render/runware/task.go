package runware

import (
	"context"
	"sort"

	"gitops.video/render/manifest"
	"gitops.video/render/render"
	"gitops.video/render/render/wire"
)

// DefaultModel is what draws where a spec names no model.
const DefaultModel = "heygen:video-agent@0"

// task writes a job as the API's task. What the user left out stays out, so that the
// provider's own defaults hold; only two fields are the tool's own wish: the answer
// comes by polling, and it names the cost.
//
// A server that has the extension gets the rest of the entry as it is, as one more
// field; for every other one, [Provider.Compose] has put it into the prompt.
func (p *Provider) task(ctx context.Context, job render.Job) (wire.Task, *secrets, error) {
	s, sec := job.Spec, p.secretsOf(job.Spec)
	yes := true
	t := wire.Task{
		TaskType: wire.TypeVideoInference, TaskUUID: job.TaskUUID,
		Model: or(s.Model, DefaultModel), PositivePrompt: s.PositivePrompt,
		Width: s.Width, Height: s.Height, Duration: s.Duration,
		OutputType: s.OutputType, OutputFormat: s.OutputFormat, OutputQuality: s.OutputQuality,
		NumberResults: s.NumberResults, DeliveryMethod: or(s.DeliveryMethod, "async"),
		TTL: s.TTL, IncludeCost: s.IncludeCost,
	}
	if t.IncludeCost == nil {
		t.IncludeCost = &yes
	}
	if s.Safety != nil {
		t.Safety = &wire.Safety{CheckContent: s.Safety.CheckContent, Mode: s.Safety.Mode}
	}
	var err error
	if t.Render, err = p.pack(job); err != nil {
		return t, sec, err
	}
	if t.Render == nil {
		err = sendable(s, job.Dir)
	} else {
		err = whole(s)
	}
	if err != nil {
		return t, sec, &render.Failure{Class: render.ClassValidation, Code: "invalidEntry", Message: err.Error()}
	}
	if t.WebhookURL, err = sec.resolve("webhookURL", s.WebhookURL); err != nil {
		return t, sec, err
	}
	if t.UploadEndpoint, err = sec.resolve("uploadEndpoint", s.UploadEndpoint); err != nil {
		return t, sec, err
	}
	if s.Inputs != nil {
		t.Inputs = &wire.Inputs{Avatar: s.Inputs.Avatar}
		if t.Render != nil && manifest.IsLocalImage(s.Inputs.Image) {
			return t, sec, nil // it is one of the entry's files
		}
		if t.Inputs.Image, err = p.media.image(ctx, job.Dir, s.Inputs.Image); err != nil {
			return t, sec, err
		}
	}
	return t, sec, nil
}

// Compose implements [render.Composer]: what the API has no field for becomes a
// block of headed lines at the end of the prompt, in a fixed order, the look last.
// The fields are cleared, so that the task's digest counts just what is sent. For a
// server that has the extension an entry stays as it is, and its digest counts files
// by their content.
func (p *Provider) Compose(spec manifest.Spec, dir string) (manifest.Spec, error) {
	if p.extended() {
		return spec, whole(spec)
	}
	return Compose(spec, dir)
}

// failure turns an error of the API into the domain's. Its message is kept in lockfiles
// that are committed: sec takes out of it what nobody may read.
func failure(e wire.Error, status int, terminal bool, sec *secrets) *render.Failure {
	f := &render.Failure{
		Class: render.Class(wire.Classify(e.Code, status)), Code: e.Code,
		Message: sec.clean(e.Text()), Terminal: terminal,
	}
	switch f.Class {
	case render.ClassAuth:
		f.Message += "; check the key in RUNWARE_API_KEY"
	case render.ClassQuota:
		f.Message += "; top the account up and run again, nothing is paid twice"
	}
	return f
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
